"""Names made safe to show."""

import pytest

from caseboard.capture import safenames


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("photo.jpg", "photo.jpg"),
        ("фото з мосту.jpg", "фото з мосту.jpg"),
        ("../../etc/passwd", ".._.._etc_passwd"),
        ("C:\\Users\\x", "C:_Users_x"),
        ("annual\u202egpj.exe", "annualgpj.exe"),
        ("a\x00b\nc\td", "ab c d"),
        ("\u2066\u200fname\u2069", "name"),
        ("", ""),
    ],
)
def test_tricks_are_taken_out(name, shown):
    assert safenames.shown(name) == shown


def test_long_names_are_cut():
    assert len(safenames.shown("x" * 5000)) == 200


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("a.b.html", "a.b"),
        (".hidden", ".hidden"),
        ("x", "x"),
        ("a. far too long", "a. far too long"),
    ],
)
def test_the_ending_goes(name, stem):
    assert safenames.stem(name) == stem
