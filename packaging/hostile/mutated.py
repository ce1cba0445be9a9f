"""Sound files, broken a little or much, by seed."""

import random
from collections.abc import Iterator

from hostile import whole

HEAD = 16
"""Bytes by which a file is known: kept in most, else they are only unknown files."""
PIECES = (
    b"\x00", b"\xff" * 8, b"<table><tr><td>", b"</p>", b"<!--", b"\"'>", b"%s%n", b"\r\n\r\n",
    "\u202e".encode(), b"&#x110000;", b"PK\x03\x04", b"endobj", b"stream\n", b"9" * 40,
    b"<script>", b"Content-Length: -1\r\n", b"(" * 200,
)  # fmt: skip


def some(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """`count` broken files, each sound kind in turn: name and bytes."""
    rng = random.Random(seed)  # noqa: S311  it has to be the same each time
    sound = list(whole.every().items())
    for number in range(count):
        name, data = sound[number % len(sound)]
        yield f"{number:05d}-{name}", broken(data, rng)


def broken(data: bytes, rng: random.Random) -> bytes:
    """`data` with bytes changed, repeated, taken out or put in, or cut off."""
    changed = bytearray(data)
    first = 0 if rng.random() < 0.02 else HEAD
    for _change in range(rng.choice((1, 2, 4, 12))):
        _change_one(changed, first, rng)
    if rng.random() < 0.15:
        del changed[rng.randrange(len(changed) // 3, len(changed)) :]
    return bytes(changed)


def _change_one(changed: bytearray, first: int, rng: random.Random) -> None:
    at = rng.randrange(first, max(first + 1, len(changed)))
    act, length = rng.randrange(5), rng.randrange(1, 60)
    if act < 2 and at < len(changed):
        changed[at : at + 1] = bytes([changed[at] ^ rng.randrange(1, 256)])
    elif act == 2:
        changed[at:at] = changed[at : at + length] * rng.choice((1, 9))
    elif act == 3:
        del changed[at : at + length]
    else:
        changed[at:at] = rng.choice(PIECES)
