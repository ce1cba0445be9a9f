"""Pages that say what their addresses are seen from."""

from caseboard.capture import pages

PAGE = """<html><head><base href="https://cdn.example/media/"><title>A bridge</title></head><body>
<article><h1>A bridge</h1><figure><img src="a.jpg" width="800" height="500"><figcaption>The bridge.
</figcaption></figure><p>{}</p></article></body></html>""".format(
    "The road bridge was closed. " * 20
)
URL = "https://news.example/2025/bridge"


def test_pictures_are_seen_from_the_base_that_a_page_names():
    read = pages.read(PAGE.encode(), url=URL)
    assert [picture.url for picture in read.pictures] == ["https://cdn.example/media/a.jpg"]
    assert "clip:0" in read.html


def test_a_page_from_the_disk_keeps_addresses_as_it_writes_them():
    read = pages.read(PAGE.encode())
    assert [picture.url for picture in read.pictures] == ["a.jpg"]


def test_a_base_that_is_no_address_of_the_web_counts_for_nothing():
    odd = PAGE.replace("https://cdn.example/media/", "file:///etc/")
    read = pages.read(odd.encode(), url=URL)
    assert [picture.url for picture in read.pictures] == ["https://news.example/2025/a.jpg"]
