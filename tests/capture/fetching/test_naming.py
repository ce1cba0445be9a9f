"""What an answer is, and what a file of it is called."""

import pytest
from captured import picture
from hypothesis import given
from hypothesis import strategies as st

import websites
from caseboard.capture.fetching import naming

SITE = "https://example.org"


@pytest.mark.parametrize(
    ("head", "header", "kind"),
    [
        (websites.ARTICLE, "text/html; charset=utf-8", "text/html"),
        (b"Words without markup", "text/html", "text/html"),
        (b"Words without markup", "", "text/plain"),
        (picture("PNG"), "text/html", "image/png"),
        (picture("JPEG"), "application/octet-stream", "image/jpeg"),
        (websites.PDF, "text/plain", "application/pdf"),
        (websites.ARTICLE, "image/jpeg", "text/html"),
        (b'{"a": 1}', "application/json", "application/json"),
        (b"body {}", "text/css", "text/css"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "image/svg+xml"),
        (b"Just words", "image/jpeg", "text/plain"),
        (bytes(range(256)), "font/woff2", "font/woff2"),
        (b"PK\x03\x04" + bytes(60), "application/epub+zip", "application/epub+zip"),
        (b"words", "no type at all", "text/plain"),
    ],
)
def test_first_bytes_say_what_it_is_and_the_header_where_they_do_not(head, header, kind):
    assert naming.media_type(head, header) == kind


@pytest.mark.parametrize(
    ("disposition", "url", "kind", "name"),
    [
        (b"attachment; filename*=UTF-8''%D0%BC%D1%96%D1%81%D1%82.pdf", "/x", "a/b", "міст.pdf"),
        (b"attachment; filename=\"old.pdf\"; filename*=UTF-8''new.pdf", "/x", "a/b", "new.pdf"),
        (b"attachment; filename*=iso-8859-1'en'K%F6ln.pdf", "/x", "a/b", "Köln.pdf"),
        (b'attachment; filename="a \\"b\\".pdf"', "/x", "a/b", 'a "b".pdf'),
        (b"attachment; filename=plain.pdf", "/x", "a/b", "plain.pdf"),
        ('attachment; filename="Київ.pdf"'.encode(), "/x", "a/b", "Київ.pdf"),
        (b'inline; filename="../../etc/passwd.txt"', "/x", "a/b", "_.._etc_passwd.txt"),
        ('inline; filename="\u202egpj.exe"'.encode(), "/x", "a/b", "gpj.exe"),
        (b"attachment", "/report%20one.pdf?x=1", "application/pdf", "report one.pdf"),
        (b"", "/news/bridge", "text/html", "bridge.html"),
        (b"", "/", "text/html", "example.org.html"),
        (b"", "/news/", "image/png", "example.org.png"),
        (b'filename=" "', "/a.b", "text/html", "a.b"),
        (b"", "/...", "text/html", "example.org.html"),
    ],
)
def test_a_file_is_called_as_the_site_or_its_address_say(disposition, url, kind, name):
    assert naming.name(disposition, SITE + url, kind) == name


@given(st.binary(max_size=200), st.text(max_size=50))
def test_no_name_is_a_path_or_empty_whatever_is_sent(disposition, path):
    header = b"attachment; filename=" + disposition
    name = naming.name(header, f"{SITE}/{path}", "text/html")
    assert name
    assert "/" not in name
    assert "\\" not in name
    assert name not in {".", ".."}
    assert name.isprintable()


@pytest.mark.parametrize(
    ("header", "charset"),
    [
        ("text/html; charset=windows-1251", "windows-1251"),
        ('text/html; Charset="UTF-8"; x=y', "UTF-8"),
        ("text/html", ""),
    ],
)
def test_the_charset_of_the_header_is_read(header, charset):
    assert naming.charset(header) == charset
