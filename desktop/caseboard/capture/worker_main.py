"""The worker's own side: reads what comes down its pipe, until the pipe ends."""

import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from typing import IO, Any

from caseboard.capture import confine, frames
from caseboard.errors import CaseError


def main(tasks: str, arguments: Sequence[str]) -> None:
    """Give up all rights, say so, then answer requests; returns at the end of standard input.

    `tasks` names the module whose `TASKS` are done here.
    """
    requests, answers = _own_pipes()
    offline = confine.leave_network()
    module = importlib.import_module(tasks)
    module.warm_up(arguments)
    confine.limit_process()
    confine.refuse_everything_else()
    frames.send(answers, {"ready": True, "offline": offline})
    while (request := frames.receive(requests)) is not None:
        _answer(answers, module.TASKS, *request)


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two pipes, out of reach of a library that prints."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    return requests, answers


def _answer(
    answers: IO[bytes], tasks: Mapping[str, Any], header: dict[str, Any], data: bytes
) -> None:
    confine.limit_read(int(header["memory"]), float(header["seconds"]))
    reply, blobs = _do(tasks, header, data)
    confine.end_read()
    frames.send(answers, reply, blobs)


def _do(
    tasks: Mapping[str, Any], header: dict[str, Any], data: bytes
) -> tuple[dict[str, Any], bytes]:
    try:
        answer = tasks[header["task"]](data, header["options"])
    except CaseError as error:
        return {"problem": str(error), "hint": error.hint}, b""
    except (MemoryError, confine.Refused) as error:
        return {"failure": type(error).__name__}, b""
    lengths = [len(blob) for blob in answer.blobs]
    return {"values": answer.values, "blobs": lengths}, b"".join(answer.blobs)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
    sys.exit(0)
