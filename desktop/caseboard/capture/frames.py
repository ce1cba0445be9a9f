"""How this program and its worker speak: a length, a JSON header, then raw bytes."""

import json
import struct
from typing import IO, Any

MAX_HEADER = 64 * 2**20
MAX_BODY = 512 * 2**20
_LENGTHS = struct.Struct(">IQ")


class Garbled(Exception):
    """What came down the pipe is no frame, or ended in the middle of one."""


def send(pipe: IO[bytes], header: dict[str, Any], body: bytes = b"") -> None:
    """Write one frame; raises `OSError` where nobody listens any more."""
    text = json.dumps(header, ensure_ascii=False).encode("utf-8", "replace")
    pipe.write(_LENGTHS.pack(len(text), len(body)))
    pipe.write(text)
    pipe.write(body)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """Read one frame; None at the end of the pipe. Raises `Garbled`."""
    lengths = pipe.read(_LENGTHS.size)
    if not lengths:
        return None
    if len(lengths) < _LENGTHS.size:
        raise Garbled
    header_length, body_length = _LENGTHS.unpack(lengths)
    if header_length > MAX_HEADER or body_length > MAX_BODY:
        raise Garbled
    text, body = pipe.read(header_length), pipe.read(body_length)
    if len(text) < header_length or len(body) < body_length:
        raise Garbled
    try:
        header = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Garbled from error
    if not isinstance(header, dict):
        raise Garbled
    return header, body
