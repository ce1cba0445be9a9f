"""The worker's own side: reads what comes down its pipe, until the pipe ends."""

import os
import sys
from typing import IO, Any

from caseboard.capture import confine, frames, readers, tasks
from caseboard.capture.documents import kinds
from caseboard.capture.lists import reading as lists
from caseboard.errors import CaseError
from caseboard.model.terms import ClipKind

_WARM_UP = (
    b"<html><head><title>A page</title></head><body><article><p>%s</p></article></body></html>"
)


def main() -> None:
    """Give up all rights, say so, then answer requests; returns at the end of standard input."""
    requests, answers = _own_pipes()
    offline = confine.leave_network()
    _warm_up()
    confine.limit_process()
    confine.refuse_everything_else()
    frames.send(answers, {"ready": True, "offline": offline})
    while (request := frames.receive(requests)) is not None:
        _answer(answers, *request)


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two pipes, out of reach of a library that prints."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    return requests, answers


def _warm_up() -> None:
    """Import all that reading needs, while importing is still allowed."""
    sentence = b"Words that make a paragraph long enough to be taken for an article. " * 12
    readers.read(ClipKind.ARTICLE, "text/html", _WARM_UP % sentence)
    # Of a page with hardly a word trafilatura asks jusText, which reads its word lists then.
    readers.read(ClipKind.ARTICLE, "text/html", _WARM_UP % b"Page not found")
    readers.read(ClipKind.TEXT, "text/plain", sentence)
    kinds.warm_up()
    lists.warm_up()


def _answer(answers: IO[bytes], header: dict[str, Any], data: bytes) -> None:
    confine.limit_read(int(header["memory"]), float(header["seconds"]))
    reply, blobs = _do(header, data)
    confine.end_read()
    frames.send(answers, reply, blobs)


def _do(header: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        answer = tasks.TASKS[header["task"]](data, header["options"])
    except CaseError as error:
        return {"problem": str(error), "hint": error.hint}, b""
    except (MemoryError, confine.Refused) as error:
        return {"failure": type(error).__name__}, b""
    lengths = [len(blob) for blob in answer.blobs]
    return {"values": answer.values, "blobs": lengths}, b"".join(answer.blobs)


if __name__ == "__main__":
    main()
    sys.exit(0)
