"""Bytes whose characters somebody named."""

import pytest

from caseboard.capture.documents.charset import characters


@pytest.mark.parametrize("charset", ["koi8-r", "cp1251", "iso8859-5", "utf-8"])
def test_words_are_read_by_the_charset_that_is_stated(charset):
    assert characters("Мост открыт".encode(charset), charset) == "Мост открыт"


def test_sound_utf_8_is_utf_8_whatever_it_is_called():
    assert characters("Міст".encode(), "koi8-r") == "Міст"


@pytest.mark.parametrize("charset", ["", "hex", "no-such", "\x00", "utf-16-le"])
def test_a_charset_that_is_none_is_passed_over(charset):
    assert "x" in characters(b"x\xd7\xff", charset)
