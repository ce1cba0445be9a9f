"""Bytes as characters."""

import pytest

from caseboard.capture.decode import decode, decode_short

WORDS = "Міст і річка, мост и река — bridge"


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(charset):
    assert decode(WORDS.encode(charset)) == WORDS


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_is_recognised(charset):
    html = f"<html><body><p>A page with a few words: {WORDS}</p>"
    assert decode(html.encode(charset)) == html


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-u", "iso-8859-5"])
def test_the_declared_charset_counts(charset):
    html = f'<meta charset="{charset}"><p>Мост и река</p>'
    assert decode(html.encode(charset)) == html


def test_sound_utf_8_is_utf_8_whatever_it_declares():
    html = '<meta charset="windows-1251"><p>Міст</p>'
    assert decode(html.encode()) == html


def test_a_few_broken_bytes_do_not_spoil_the_rest():
    text = decode((WORDS * 20).encode() + b"\xff" + WORDS.encode())
    assert text.count("\ufffd") == 1
    assert text.endswith(WORDS)


def test_undeclared_cyrillic_and_western_charsets_are_told_apart():
    assert decode("Мост через реку открыт снова".encode("cp1251")) == "Мост через реку открыт снова"
    assert decode("Brücke über den Fluß geöffnet für".encode("cp1252")).startswith("Brücke über")


@pytest.mark.parametrize(
    "charset", ["hex", "zlib", "rot13", "idna", "undefined", "no-such", "utf-7"]
)
def test_a_charset_that_is_none_breaks_nothing(charset):
    assert "bridge" in decode(f"<meta charset='{charset}'>bridge ".encode() + b"\xe9\xe8" * 40)


def test_control_characters_and_halves_of_characters_go():
    assert decode("a\x00b\x07c\ud800d\ufeff") == "abcd\ufeff"
    decode(b"\x00\xd8" * 40 + b"\xff").encode()


def test_short_texts_have_neither_mark_nor_declaration():
    assert decode_short(b"\xa9 Agency") == "© Agency"
    assert decode_short("Мост".encode("cp1251")) == "Мост"
    assert decode_short("Міст".encode()) == "Міст"


def test_marks_stacked_on_a_letter_are_few():
    assert decode("a" + "\u0301" * 3_000 + "b") == "a" + "\u0301" * 8 + "b"
    assert decode("й ї Vi\u0302\u0323t") == "й ї Vi\u0302\u0323t"
