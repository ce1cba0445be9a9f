"""Pictures that lie in one file with the page that shows them."""

from caseboard.capture.documents import held
from caseboard.capture.documents.held import Held
from caseboard.capture.reading import PictureRef, Reading


def shown(pictures, *addresses):
    page = Reading(pictures=tuple(map(PictureRef, addresses)))
    return [(one.url, one.media_type, one.data) for one in pictures.into(page).embedded]


def test_a_page_gets_those_of_its_pictures_that_are_there():
    pictures = Held()
    pictures.add("https://r.example/a.jpg", "image/jpeg", b"a")
    pictures.add("cid:b", "image/png", b"b")
    assert shown(pictures, "cid:b", "https://r.example/none.jpg", "https://r.example/a.jpg") == [
        ("cid:b", "image/png", b"b"),
        ("https://r.example/a.jpg", "image/jpeg", b"a"),
    ]


def test_another_size_of_a_picture_is_that_picture():
    pictures = Held()
    pictures.add("https://r.example/bridge-300x200.jpg", "image/jpeg", b"a")
    address = "https://r.example/bridge-1024x768.jpg"
    assert shown(pictures, address) == [(address, "image/jpeg", b"a")]


def test_the_first_of_two_with_one_address_counts():
    pictures = Held()
    pictures.add("cid:a", "image/png", b"first")
    pictures.add("cid:a", "image/png", b"second")
    assert shown(pictures, "cid:a") == [("cid:a", "image/png", b"first")]


def test_what_has_no_address_or_no_bytes_is_nothing():
    pictures = Held()
    pictures.add("", "image/png", b"x")
    pictures.add("cid:a", "image/png", b"")
    assert shown(pictures, "", "cid:a") == []


def test_there_is_room_for_so_many_pictures_only():
    pictures = Held()
    for number in range(held.MAX_PICTURES + 1):
        pictures.add(f"cid:{number}", "image/png", b"x")
    assert shown(pictures, f"cid:{held.MAX_PICTURES}") == []
    pictures = Held()
    pictures.add("cid:large", "image/png", bytes(held.MAX_BYTES + 1))
    pictures.add("cid:small", "image/png", b"x")
    assert [url for url, _type, _data in shown(pictures, "cid:large", "cid:small")] == ["cid:small"]
