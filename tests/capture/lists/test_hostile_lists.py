"""Broken and hostile lists: read, or none, and never an error that is nobody's."""

import json
import random

import listed
import pytest

from caseboard.capture.lists import reading
from caseboard.capture.lists.entry import Listing

SEEDS = [getattr(listed, name).encode() for name in dir(listed) if name.isupper()]
PIECES = [b'"', b"{", b"}", b"[", b"<", b"\\", b"\x00", b"\xff\xfe", b"\n", b",", b"null",
          b"1e999", b'{"a":1}', b"[[1]]", b"\xed\xa0\x80", b"https://[",
          b"<!DOCTYPE a>"]  # fmt: skip


def mutated(chance):
    data = bytearray(chance.choice(SEEDS))
    for _time in range(chance.randint(1, 8)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.randrange(60))
        how = chance.randrange(5)
        if how == 0:
            data[start:end] = b""
        elif how == 1:
            data[start:start] = data[start:end] * chance.randrange(1, 50)
        elif how == 2:
            data[start:start] = chance.choice(PIECES)
        elif how == 3:
            del data[start:]
        else:
            other = chance.choice(SEEDS)
            data[start:end] = other[chance.randrange(len(other)) :][:200]
    return bytes(data)


@pytest.mark.parametrize("seed", range(10))
def test_a_broken_list_is_read_as_far_as_it_goes_or_is_none(seed):
    chance = random.Random(seed)
    for _time in range(60):
        found = reading.read(mutated(chance), is_wanted=chance.random() < 0.5)
        if found is not None:
            held = json.dumps(found.as_json(), ensure_ascii=False).encode()
            assert Listing.from_json(json.loads(held)) == found
            assert all(entry.url == "" or "://" in entry.url for entry in found.entries)
