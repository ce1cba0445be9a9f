"""Gzip and brotli, unpacked piece by piece."""

import gzip
import random

import brotli
import pytest

from caseboard.capture.documents.unpacking import Unpacked, brotli_pieces, gzip_pieces
from caseboard.errors import CaseError

WORDS = random.Random(3).randbytes(300_000)


def test_all_members_of_a_file_are_read():
    assert b"".join(gzip_pieces(gzip.compress(WORDS) + gzip.compress(b"more"))) == WORDS + b"more"


def test_a_member_that_was_cut_off_is_read_as_far_as_it_goes():
    found = b"".join(gzip_pieces(gzip.compress(b"whole") + gzip.compress(WORDS)[:200_000]))
    assert found.startswith(b"whole" + WORDS[:100_000])


def test_what_stands_behind_a_member_is_passed_over():
    assert b"".join(gzip_pieces(gzip.compress(b"whole") + b"\x00" * 90)) == b"whole"
    assert b"".join(gzip_pieces(gzip.compress(b"whole") + b"\x1f\x8b\xff")) == b"whole"


@pytest.mark.parametrize("pieces", [gzip_pieces, brotli_pieces])
def test_bombs_come_in_small_pieces(pieces):
    bomb = b"\x00" * 20 * 2**20
    packed = gzip.compress(bomb) if pieces is gzip_pieces else brotli.compress(bomb, quality=5)
    sizes = [len(piece) for piece in pieces(packed)]
    assert sum(sizes) == len(bomb)
    assert max(sizes) <= 2 * 2**20


def test_broken_brotli_ends_where_it_breaks():
    packed = brotli.compress(WORDS)
    assert b"".join(brotli_pieces(packed)) == WORDS
    assert len(b"".join(brotli_pieces(packed[:1000]))) < len(WORDS)
    assert b"".join(brotli_pieces(b"\xff" * 99)) == b""


def test_a_file_is_read_once_and_never_beyond_its_limit():
    stream = Unpacked(gzip.compress(WORDS), len(WORDS))
    assert b"".join(iter(lambda: stream.read(7_000), b"")) == WORDS
    assert (stream.tell(), stream.tail) == (len(WORDS), WORDS[-4:])
    with pytest.raises(CaseError, match="too large"):
        Unpacked(WORDS, 10).read()


def test_a_member_is_unpacked_up_to_the_byte_that_is_wrong():
    text = b"".join(b"line %d\n" % number for number in range(3_000))
    packed = bytearray(gzip.compress(text))
    packed[len(packed) // 2 :] = b"\xff" * 500
    found = b"".join(gzip_pieces(bytes(packed)))
    assert found.startswith(text[: len(text) // 3])


def test_words_whose_checksum_is_wrong_are_all_there():
    packed = bytearray(gzip.compress(b"words"))
    packed[-8] ^= 1
    stream = Unpacked(bytes(packed), 100)
    assert stream.read() == b"words"
    assert stream.read() == b""
    assert not stream.is_sound


def test_a_broken_bomb_stays_small():
    packed = bytearray(gzip.compress(b"\x00" * 200 * 2**20))
    packed[-8] ^= 1
    sizes = [len(piece) for piece in gzip_pieces(bytes(packed))]
    assert max(sizes) <= 20 * 2**20
