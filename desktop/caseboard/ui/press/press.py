"""Has briefings printed, as they are being written, by a process that is kept warm."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding
from caseboard.briefing.release import Ceiling, Withheld
from caseboard.errors import CaseError
from caseboard.i18n import _, spoken
from caseboard.model.work import Briefing
from caseboard.store.values import row_to_json
from caseboard.ui.press import words
from caseboard.ui.press.line import Line, command

PATIENCE = 120.0
"""Seconds; what takes longer never ends."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Printed:
    """A briefing as an export of this moment would be."""

    pdf: bytes
    pages: int
    places: Mapping[str, tuple[int, float]]
    """Of every anchor: its page, from 0, and how far it is from the top of it, in points."""
    counts: Mapping[SectionKind, int]
    """How much stands in each section: `section_counts.counts`."""
    version: int


class _Ended(Exception):
    """The process died before it answered."""


_Answer = tuple[dict[str, Any], bytes]


@dataclass(slots=True)
class _Question:
    """What was asked, and of which process; None until it is sent."""

    answer: asyncio.Future[_Answer | None]
    line: Line | None = None

    def settle(self, answer: _Answer | None) -> None:
        if not self.answer.done():
            self.answer.set_result(answer)


class Press:
    """Prints what it is asked for; a question may give way to a newer one of its kind.

    The process is started by the first question, and again after a death. It reads the library
    and writes nothing; it ends with `close`. All but `close` is called on the loop's thread.
    """

    def __init__(self, folder: Path, start: Sequence[str] | None = None) -> None:
        """`folder` is that of the library."""
        self._start = list(start) if start is not None else command(folder)
        self._line: Line | None = None
        self._lock = Lock()
        self._number = 0
        self._waiting: dict[int, _Question] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_closed = False

    @property
    def pid(self) -> int | None:
        """The running process; None before the first question and after a death."""
        line = self._line
        return line.pid if line is not None and line.is_alive else None

    async def render(self, briefing: Briefing, ceiling: Ceiling | None = None) -> Printed | None:
        """The pages of `briefing`, kept or not; None where it gave way to a newer one.

        Raises `CaseError` where they cannot be made.
        """
        answer = await self._ask("render", _options(briefing, ceiling))
        if answer is None:
            return None
        header, body = answer
        places = {name: (int(page), float(top)) for name, (page, top) in header["places"].items()}
        counts = {SectionKind(kind): int(count) for kind, count in header["counts"].items()}
        return Printed(body, header["pages"], places, counts, header["version"])

    async def findings(self, briefing: Briefing) -> tuple[Finding, ...] | None:
        """What may be held against `briefing`; see `render`."""
        answer = await self._ask("findings", _options(briefing, None))
        return None if answer is None else words.findings(answer[0]["findings"])

    async def left_out(self, briefing: Briefing, ceiling: Ceiling) -> tuple[Withheld, ...] | None:
        """What a release copy of `briefing` would leave out; see `render`."""
        answer = await self._ask("left_out", _options(briefing, ceiling))
        return None if answer is None else words.withheld(answer[0]["withheld"])

    def close(self) -> None:
        """End the process, and answer nothing more; from any thread."""
        with self._lock:
            self._is_closed = True
            line, self._line = self._line, None
        if line is not None:
            line.close()
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._let_all_go)

    async def _ask(self, task: str, options: dict[str, Any]) -> _Answer | None:
        """The answer; asked a second time of a new process where the first one dies of it.

        It keeps its number then, so that it is still known to be older than what came after it.
        """
        self._number += 1
        request = {"id": self._number, "task": task, "options": options}
        try:
            return await self._ask_once(request)
        except (OSError, _Ended):
            await asyncio.to_thread(self._bury)
        try:
            return await self._ask_once(request)
        except (OSError, _Ended) as error:
            await asyncio.to_thread(self._bury)
            raise _not_printed() from error

    async def _ask_once(self, request: dict[str, Any]) -> _Answer | None:
        self._loop = asyncio.get_running_loop()
        question = self._waiting[request["id"]] = _Question(self._loop.create_future())
        try:
            async with asyncio.timeout(PATIENCE):
                await asyncio.to_thread(self._send, request, question)
                return _checked(await question.answer)
        except TimeoutError as error:
            if question.line is not None:
                await asyncio.to_thread(question.line.end)
            raise _Ended from error
        finally:
            del self._waiting[request["id"]]

    def _send(self, request: dict[str, Any], question: _Question) -> None:
        with self._lock:
            if self._is_closed:
                self._tell(self._let_all_go)
                return
            if self._line is None:
                self._line = Line(self._start, self._on_heard, self._on_ended)
            line = question.line = self._line
        line.send(request)

    def _bury(self) -> None:
        """Let a dead process go, and keep what it said; one that lives was started since."""
        with self._lock:
            line = self._line
            if line is not None and line.is_alive:
                return
            self._line = None
        if line is not None:
            said = line.last_words()
            line.close()
            log.error("the process that prints ended: %s", said or "without a word")

    def _on_heard(self, _line: Line, header: dict[str, Any], body: bytes) -> None:
        self._tell(lambda: self._settle(header, body))

    def _on_ended(self, line: Line) -> None:
        self._tell(lambda: self._fail_all(line))

    def _tell(self, what: Any) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(what)

    def _settle(self, header: dict[str, Any], body: bytes) -> None:
        question = self._waiting.get(header["id"])
        if question is not None:
            question.settle((header, body))

    def _fail_all(self, line: Line) -> None:
        """Tell all who asked that process; others were, or will be, asked of another."""
        for question in self._waiting.values():
            if question.line is line and not self._is_closed:
                question.settle(({"ended": True}, b""))

    def _let_all_go(self) -> None:
        for question in self._waiting.values():
            question.settle(None)


def _options(briefing: Briefing, ceiling: Ceiling | None) -> dict[str, Any]:
    return {
        "briefing": row_to_json(briefing.model_dump()),
        "ceiling": words.ceiling_to_json(ceiling) if ceiling is not None else None,
        "language": spoken(),
    }


def _checked(given: _Answer | None) -> _Answer | None:
    if given is not None and "ended" in given[0]:
        raise _Ended
    if given is None or "replaced" in given[0]:
        return None
    if "problem" in given[0]:
        raise CaseError(given[0]["problem"], given[0]["hint"])
    return given


def _not_printed() -> CaseError:
    return CaseError(
        _("The pages could not be made."),
        _("What you wrote is kept. Try again; if this goes on, start the program anew."),
    )
