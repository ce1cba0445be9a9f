"""The web server that tests fetch from."""

import ssl
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

import websites


def test_a_page_is_served_and_its_request_is_remembered(web):
    with urlopen(web.url("/article?x=1")) as answer:
        assert answer.read() == websites.ARTICLE
    assert web.paths == ["/article?x=1"]
    assert web.requests[0].host == f"127.0.0.1:{web.port}"


def test_a_test_can_add_pages_and_folders(web, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.png").write_bytes(b"\x89PNG")
    base = web.add_folder("/folder", tmp_path)
    with urlopen(web.add("/own", "<p>Own", status=203)) as answer:
        assert (answer.status, answer.read()) == (203, b"<p>Own")
    with urlopen(f"{base}in/a.png") as answer:
        assert answer.headers["Content-Type"] == "image/png"
    with pytest.raises(HTTPError), urlopen(f"{base}../conftest.py") as answer:
        answer.read()


def test_tls_is_vouched_for_by_its_own_certificate_alone(web):
    context = ssl.create_default_context(cafile=str(web.certificate))
    with urlopen(web.secure("/article"), context=context) as answer:
        assert answer.read() == websites.ARTICLE


def test_closing_cuts_what_waits(web):
    with urlopen(web.url("/slow")) as answer:
        assert answer.read(1000) == websites.ARTICLE[:1000]
        assert web.waiting.wait(30)
        web.close()
