"""Reads the words of scanned pages: drawn by the worker, read by OCR, kept as the clip's text."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from caseboard.capture import ocr, sniff
from caseboard.capture.documents import PAGE_WIDTH
from caseboard.capture.ocr import OcrText
from caseboard.capture.worker import Worker
from caseboard.commands.clips import DISPLAY, KeptFile
from caseboard.commands.history import History
from caseboard.commands.machine_words import (
    MARK,
    WORDS_TYPE,
    KeepMachineWords,
    PageWords,
    as_json,
    no_words,
)
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.files import read_from
from caseboard.model.ids import ClipId
from caseboard.model.parts import Part
from caseboard.model.terms import FileRole
from caseboard.runtime.jobs import Job, Jobs
from caseboard.store import clips
from caseboard.store.clips import ClipView
from caseboard.store.library import Library

MAX_PAGES = 2_000
"""Of one document that are read in one go."""

ReadPicture = Callable[[bytes, Sequence[str]], Awaitable[OcrText]]


class ReadingWords:
    """Has the words of a clip's pictures read, page by page; one undo takes it all back.

    Cancelling it keeps nothing. Only pictures that the worker has drawn are handed on.
    """

    def __init__(
        self,
        library: Library,
        history: History,
        worker: Worker,
        jobs: Jobs,
        read: ReadPicture = ocr.read,
    ) -> None:
        self._library = library
        self._history = history
        self._worker = worker
        self._jobs = jobs
        self._read_picture = read

    async def read(self, clip_id: ClipId, languages: Sequence[str] = ()) -> None:
        """Read a clip's pages that have no words, or its picture.

        Raises `CaseError` where there is no page to read, no word is found, or the program that
        reads is not there.
        """
        view = await self._library.database.read(clips.view, clip_id)
        if view is None:
            return
        chosen = list(languages) or await asyncio.to_thread(ocr.languages)
        tool = await asyncio.to_thread(ocr.version)
        step = f"{MARK}{tool}" + (f", {'+'.join(chosen)}" if chosen else "")
        title = _("Reading the words of {title}").format(title=view.clip.title)
        pages = await self._jobs.run(title, partial(self._pages, view, chosen))
        if not any(each.paragraphs for each in pages):
            raise no_words()
        stored = await asyncio.to_thread(self._library.files.add, as_json(pages))
        file = KeptFile(stored, step, WORDS_TYPE, FileRole.DERIVATIVE, step=step)
        clip = view.clip
        await self._history.run(KeepMachineWords(clip.case_id, clip.id, tuple(pages), step, file))

    async def _pages(self, view: ClipView, languages: Sequence[str], job: Job) -> list[PageWords]:
        source = read_from(view.files)
        if source.media_type != sniff.PDF:
            picture = await asyncio.to_thread(self._library.files.read, _shown(view.files).sha256)
            return [PageWords(None, await self._read_picture(picture, languages))]
        data = await asyncio.to_thread(self._library.files.read, source.sha256)
        answer = await asyncio.to_thread(self._worker.do, "pages", data)
        wanted = _without_words(view.clip, int(answer.values["count"]))
        found = []
        for done, page in enumerate(wanted):
            stage = _("Reading the words of page {n}").format(n=page)
            job.step(done, len(wanted), stage)
            found.append(await self._page(data, page, languages))
        return found

    async def _page(self, data: bytes, page: int, languages: Sequence[str]) -> PageWords:
        options = {"page": page, "width": PAGE_WIDTH}
        answer = await asyncio.to_thread(self._worker.do, "page", data, options)
        return PageWords(page, await self._read_picture(answer.blobs[0], languages))


def _without_words(clip: Clip, count: int) -> list[int]:
    """The pages on which nothing of the body stands; raises `CaseError` where there are none."""
    parts = (Part.from_json(row) for row in clip.parts)
    read = {part.page for part in parts if part.body}
    found = [page for page in range(1, min(count, MAX_PAGES) + 1) if page not in read]
    if not found:
        raise CaseError(_("Every page has its words already."))
    return found


def _shown(files: Sequence[ClipFile]) -> ClipFile:
    """The copy of a picture that is shown."""
    found = next((f for f in files if f.step == DISPLAY and f.ordinal == 0), None)
    if found is None:
        raise CaseError(
            _("There is no copy of this picture to read words from."),
            _("Read the clip again, then try once more."),
        )
    return found
