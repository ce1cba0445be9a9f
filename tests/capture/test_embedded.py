"""Pictures written into a page."""

import base64

from captured import picture

from caseboard.capture import embedded, page, readers
from caseboard.model.terms import ClipKind

JPEG = picture("JPEG") + b"\x00" * 8000
WRITTEN = base64.b64encode(JPEG).decode()


def html(*sources):
    images = "".join(f'<figure><img src="{source}"></figure>' for source in sources)
    text = "<p>A bridge was opened again on Tuesday after nine weeks of repairs at the port.</p>"
    head = "<html><head><title>A bridge</title></head><body><article><h1>A bridge</h1>"
    return f"{head}{images}{text * 5}"


def test_each_picture_gets_a_number():
    source = f"data:image/jpeg;base64,{WRITTEN}"
    assert embedded.numbered(f'<img src="{source}"><img src="{source}">') == (
        '<img src="embedded:0"><img src="embedded:1">'
    )


def test_fonts_drawings_and_small_stand_ins_get_none():
    for kind, size in (
        ("font/woff2", 9000),
        ("image/svg+xml", 9000),
        ("image/gif", 3000),
        ("", 9000),
    ):
        assert embedded.numbered(f"url(data:{kind};base64,{'A' * size})") == "url(data:,)"
    assert embedded.numbered("data:image/gif;base64,R0lG") == "data:image/gif;base64,R0lG"


def test_the_bytes_wanted_are_given_as_they_were():
    markup = html("data:font/woff2;base64," + "A" * 9000, f"data:image/jpeg;base64,{WRITTEN}",
                  f"data:image/png,{'%00' * 4000}")  # fmt: skip
    both = list(embedded.pictures(markup, {"embedded:0", "embedded:1"}))
    assert both == [
        embedded.Embedded("embedded:0", "image/jpeg", JPEG),
        embedded.Embedded("embedded:1", "image/png", bytes(4000)),
    ]
    assert list(embedded.pictures(markup, {"embedded:1"})) == both[1:]


def test_broken_base64_is_no_picture():
    markup = html("data:image/jpeg;base64," + "A" * 9001)
    assert list(embedded.pictures(markup, {"embedded:0"})) == []


def test_a_page_names_them_among_its_pictures():
    found = page.read(html(f"data:image/jpeg;base64,{WRITTEN}"), "https://r.example/a")
    assert [image.url for image in found.images] == ["embedded:0"]


def test_a_reading_carries_them_and_shows_them():
    markup = html("a.jpg", f"data:image/jpeg;base64,{WRITTEN}")
    reading = readers.read(ClipKind.ARTICLE, "text/html", markup.encode())
    assert [ref.url for ref in reading.pictures] == ["a.jpg", "embedded:0"]
    assert [(one.url, one.data) for one in reading.embedded] == [("embedded:0", JPEG)]
    assert 'src="clip:1"' in reading.html
