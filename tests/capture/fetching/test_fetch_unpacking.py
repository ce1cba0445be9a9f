"""Answers that are sent packed."""

import gzip
import random
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

import websites
from caseboard.capture.fetching.unpacking import ACCEPTED, Unpacker

MOST = 10_000_000
PACKERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.compress,
}

BOMBS = {**PACKERS, "br": lambda data: brotli.compress(data, quality=4)}
"""Brotli at its best takes seconds."""


def unpacked(header, data, most=MOST, step=1000):
    unpacker = Unpacker(header, most)
    pieces = [
        piece for at in range(0, len(data), step) for piece in unpacker.feed(data[at : at + step])
    ]
    return b"".join(pieces), unpacker


@given(
    st.binary(max_size=3000),
    st.integers(1, 40),
    st.sampled_from(sorted(PACKERS)),
    st.integers(1, 5000),
)
def test_what_was_packed_comes_out_however_it_is_cut(data, times, name, step):
    whole = b"<" + data * times
    out, unpacker = unpacked(name, PACKERS[name](whole), step=step)
    assert out == whole
    assert unpacker.is_whole
    assert unpacker.size == len(whole)


def test_deflate_without_its_header_is_read_too():
    out, unpacker = unpacked("deflate", websites.raw_deflate(websites.ARTICLE), step=1)
    assert out == websites.ARTICLE
    assert unpacker.is_whole


def test_two_layers_come_off_in_the_order_they_were_put_on():
    out, unpacker = unpacked("gzip, br", brotli.compress(gzip.compress(websites.ARTICLE)))
    assert out == websites.ARTICLE
    assert unpacker.is_whole


def test_all_members_of_gzip_are_read_and_padding_is_not():
    data = gzip.compress(b"<one>") + gzip.compress(b"<two>") + bytes(50)
    assert unpacked("gzip", data)[0] == b"<one><two>"


@pytest.mark.parametrize("header", ["", "identity", "none", " Identity "])
def test_what_is_not_packed_is_passed_through(header):
    out, unpacker = unpacked(header, b"\x00\x01" * 500)
    assert out == b"\x00\x01" * 500
    assert unpacker.is_plain
    assert unpacker.is_whole


@pytest.mark.parametrize("name", sorted(PACKERS))
def test_a_page_that_is_only_said_to_be_packed_is_taken_as_it_is(name):
    out, unpacker = unpacked(name, websites.ARTICLE)
    assert out == websites.ARTICLE
    assert not unpacker.is_damaged


@pytest.mark.parametrize("name", sorted(PACKERS))
def test_what_breaks_off_comes_out_as_far_as_it_goes(name):
    whole = random.Random(7).randbytes(60_000)
    packed = PACKERS[name](whole)
    out, unpacker = unpacked(name, packed[: len(packed) * 3 // 4])
    assert whole.startswith(out)
    assert not unpacker.is_whole


@pytest.mark.parametrize("name", sorted(PACKERS))
def test_nonsense_is_said_to_be_damaged(name):
    out, unpacker = unpacked(name, b"\x06\x07" * 400)
    assert not unpacker.is_whole
    assert len(out) < MOST


def test_a_way_of_packing_that_is_not_known_is_damage():
    out, unpacker = unpacked("compress", b"\x1f\x9d" + bytes(100))
    assert out == b""
    assert unpacker.is_damaged


def test_no_more_than_three_layers_are_taken_off():
    assert unpacked("gzip, gzip, gzip, gzip", gzip.compress(b"x"))[1].is_damaged


@pytest.mark.parametrize("name", sorted(PACKERS))
def test_a_bomb_goes_off_only_so_far_and_in_small_pieces(name):
    bomb = BOMBS[name](b"<" + bytes(20_000_000))
    assert len(bomb) < 100_000
    unpacker = Unpacker(name, 1_000_000)
    longest = total = 0
    for piece in unpacker.feed(bomb):
        longest, total = max(longest, len(piece)), total + len(piece)
    assert total == unpacker.size == 1_000_000
    assert longest <= 1_000_000
    assert unpacker.is_full
    assert not unpacker.is_whole
    assert list(unpacker.feed(bomb)) == []


def test_a_bomb_in_a_bomb_goes_off_only_so_far():
    bomb = gzip.compress(gzip.compress(b"<" + bytes(60_000_000)))
    out, unpacker = unpacked("gzip, gzip", bomb, most=500_000)
    assert len(out) == 500_000
    assert unpacker.is_full


def test_only_what_can_be_unpacked_is_asked_for():
    for name in ACCEPTED.split(", "):
        assert not Unpacker(name, MOST).is_plain
        assert unpacked(name, PACKERS[name](b"<p>"))[0] == b"<p>"
