"""The pages of the document being read: drawn by a worker of their own, kept in memory."""

import asyncio
import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from caseboard.capture.answer import Answer
from caseboard.capture.reading import Unreadable
from caseboard.capture.worker import Worker
from caseboard.commands import machine_words
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.clip import ClipFile
from caseboard.store.files import FileDamaged, FileStore
from caseboard.ui.jpeg import decode_jpeg
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.reader.sheets_words import Box, Word

WIDTHS = (400, 800, 1200, 1600, 2000, 2400)
"""Pixels that pages are drawn in, so that not every change of the zoom draws them anew."""
ROOM = 192 * 2**20
"""Bytes: a dozen pages, drawn sharp."""


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as the worker drew it."""

    image: QImage
    words: tuple[Word, ...]
    width: int
    """What was asked for; the picture may be narrower."""


class Sheets(QObject):
    """Answers with what is drawn, and has drawn what is `want`ed: those in sight first.

    Nothing of the document is ever parsed here: pages come from the worker as pictures and words.
    """

    measured = Signal()
    """The sizes of all pages are known, or `problem` says why not."""
    drawn = Signal(int)
    """That page can be shown, or `trouble` says why not."""

    def __init__(
        self,
        files: FileStore,
        worker: Worker,
        parent: QObject | None = None,
        *,
        room: int = ROOM,
    ) -> None:
        """`room` is how many bytes of drawn pages are kept."""
        super().__init__(parent)
        self._room = room
        self._store = files
        self._worker = worker
        self._sha256 = ""
        self._held = ("", b"")  # in one piece: threads read it
        self._wanted: list[tuple[int, int]] = []
        self._pages: OrderedDict[int, DrawnPage] = OrderedDict()
        self._troubles: dict[int, str] = {}
        self._is_drawing = False
        self._machine = ""
        self._machine_words: dict[int, tuple[Word, ...]] = {}
        self.sizes: Sequence[tuple[float, float]] = ()
        """Width and height of the pages, in points."""
        self.count = 0
        """Of the document's pages, of which the first have a size."""
        self.problem = ""

    @property
    def sha256(self) -> str:
        """The hash of the document that is shown; empty for none."""
        return self._sha256

    def show_file(self, file: ClipFile | None) -> None:
        """Serve the pages of that document; it is measured when the first page is wanted."""
        sha256 = file.sha256 if file else ""
        if sha256 == self._sha256:
            return
        self._sha256, self._held = sha256, ("", b"")
        self._wanted = []
        self._pages.clear()
        self._troubles.clear()
        self.sizes, self.count, self.problem = (), 0, ""

    def show_machine_words(self, file: ClipFile | None) -> None:
        """Serve the words that OCR found, on pages that have none of their own; then `drawn`."""
        sha256 = file.sha256 if file else ""
        if sha256 != self._machine:
            for number in self._machine_words:
                self._pages.pop(number, None)  # its words may be the machine's
            self._machine, self._machine_words = sha256, {}
            if sha256:
                self._load_machine_words(sha256)

    def measure(self) -> None:
        """Have the pages counted, where that has not been done; `measured` follows."""
        if self._sha256 and not self.sizes and not self.problem:
            self._measure(self._sha256)

    def page(self, number: int) -> DrawnPage | None:
        """A page as it was drawn last."""
        found = self._pages.get(number)
        if found is None:
            return None
        self._pages.move_to_end(number)
        read = () if found.words else self._machine_words.get(number, ())
        if read:
            found = self._pages[number] = replace(found, words=read)
        return found

    def trouble(self, number: int) -> str:
        """Why a page cannot be shown; empty where nothing speaks against it."""
        return self._troubles.get(number, "")

    def try_again(self, number: int) -> None:
        """Forget that a page could not be drawn."""
        self._troubles.pop(number, None)

    def want(self, numbers: Sequence[int], width: float) -> None:
        """Have these pages drawn for `width` pixels, in this order, and no others."""
        pixels = next((each for each in WIDTHS if each >= width), WIDTHS[-1])
        self._wanted = [(number, pixels) for number in numbers if self._lacks(number, pixels)]
        if self._wanted and not self._is_drawing:
            self._is_drawing = True
            self._draw()

    def _lacks(self, number: int, pixels: int) -> bool:
        found = self._pages.get(number)
        return number not in self._troubles and (found is None or found.width < pixels)

    @async_slot()
    async def _measure(self, sha256: str) -> None:
        try:
            answer = await asyncio.to_thread(self._ask, sha256, "pages", {})
            count, sizes = _sizes(answer)
        except (Unreadable, FileDamaged) as error:
            count, sizes = 0, []
            problem = _in_words(error)
        else:
            problem = "" if sizes else _("The document has no pages.")
        if sha256 == self._sha256:
            self.count, self.sizes, self.problem = count, sizes, problem
            self.measured.emit()

    @async_slot()
    async def _load_machine_words(self, sha256: str) -> None:
        try:
            data = await asyncio.to_thread(self._store.read, sha256)
            found = machine_words.from_json(data)
        except (FileDamaged, ValueError):  # pages can still be looked at; `verify` names the file
            return
        if sha256 == self._machine:
            self._machine_words = {
                page: tuple(Word(text, Box(*box)) for text, *box in words)
                for page, words in found.items()
            }
            for number in list(self._pages):
                self.drawn.emit(number)

    @async_slot()
    async def _draw(self) -> None:
        try:
            while self._wanted:
                await self._draw_next()
        finally:
            self._is_drawing = False

    async def _draw_next(self) -> None:
        sha256, (number, pixels) = self._sha256, self._wanted.pop(0)
        options = {"page": number, "width": pixels}
        trouble = ""
        try:
            answer = await asyncio.to_thread(self._ask, sha256, "page", options)
            page = await asyncio.to_thread(_page, answer, pixels)
        except (Unreadable, FileDamaged) as error:
            trouble = _in_words(error)
        if sha256 != self._sha256:
            return
        if trouble:
            self._troubles[number] = trouble
        else:
            self._keep(number, page)
        self.drawn.emit(number)

    def _keep(self, number: int, page: DrawnPage) -> None:
        self._pages[number] = page
        self._pages.move_to_end(number)
        while (
            len(self._pages) > 1 and sum(_bytes(each) for each in self._pages.values()) > self._room
        ):
            self._pages.popitem(last=False)

    def _ask(self, sha256: str, task: str, options: dict[str, Any]) -> Answer:
        held, data = self._held
        if held != sha256:
            data = self._store.read(sha256)
            self._held = (sha256, data)
        return self._worker.do(task, data, options)


def _sizes(answer: Answer) -> tuple[int, list[tuple[float, float]]]:
    """The worker read foreign bytes: its word is checked as theirs would be."""
    try:
        count = int(answer.values["count"])
        sizes = [(float(wide), float(high)) for wide, high in answer.values["sizes"]]
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise _nonsense() from error
    if not all(_is_length(side) for size in sizes for side in size):
        raise _nonsense()
    return count, sizes


def _page(answer: Answer, pixels: int) -> DrawnPage:
    try:
        words = tuple(
            Word(str(text), Box(*(float(each) for each in box)))
            for text, *box in answer.values["words"]
        )
        image = decode_jpeg(answer.blobs[0])
    except (KeyError, IndexError, TypeError, ValueError, OverflowError) as error:
        raise _nonsense() from error
    if image.isNull():
        raise _nonsense()
    return DrawnPage(image, words, pixels)


def _is_length(side: float) -> bool:
    return math.isfinite(side) and side > 0


def _nonsense() -> Unreadable:
    return Unreadable(_("This page cannot be drawn."))


def _in_words(error: CaseError) -> str:
    return f"{error} {error.hint}".strip()


def _bytes(page: DrawnPage) -> int:
    return page.image.sizeInBytes()
