"""Starts the process: one request in, one page drawn, and out."""

import os
from typing import IO

from caseboard.rendering import confine, flags
from caseboard.rendering.request import Answers, Failed, Request


def main() -> None:
    """Draw what the first line on standard input asks for; never returns.

    At the end the process goes at once: Chromium has nothing to write, and its orderly leave
    takes a second.
    """
    requests, answers = confine.own_pipes()
    request = Request.from_line(_line(requests))
    tell = Answers(answers)
    is_sandboxed = confine.can_be_sandboxed()  # before there are threads
    confine.die_with(requests)
    confine.limit_process()
    os.environ.update(flags.environment(request.proxy))
    try:
        if not is_sandboxed:
            raise Failed("no sandbox")  # noqa: TRY301  it is told like every other failure
        tell.done(_draw(request, tell))
    except Failed as failure:
        tell.failed(failure)
    except ImportError as error:
        tell.failed(Failed("not installed", str(error)))
    os._exit(0)


def _draw(request: Request, tell: Answers) -> dict[str, object]:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  not before the environment is set

    from caseboard.rendering.course import Course  # noqa: PLC0415
    from caseboard.rendering.profile import sealed  # noqa: PLC0415

    application = QApplication(["caseboard"])
    course = Course(sealed(request.user_agent, request.folder), request, tell)
    try:
        return course.run()
    finally:
        course.close()
        del application


def _line(pipe: IO[bytes]) -> bytes:
    """The first line of an unbuffered pipe, and not a byte more."""
    found = b""
    while not found.endswith(b"\n") and (sign := pipe.read(1)):
        found += sign
    return found
