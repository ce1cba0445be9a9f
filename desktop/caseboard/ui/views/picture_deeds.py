"""What is asked of a picture beyond looking at it: its error levels, and the words in it."""

import asyncio

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from caseboard.capture import ocr
from caseboard.capture.ocr import OcrText
from caseboard.commands.clips import DISPLAY
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model.clip import ClipFile
from caseboard.model.ids import FileId
from caseboard.model.terms import FileRole
from caseboard.runtime.jobs import Job
from caseboard.store import clips
from caseboard.ui.desk import CaseDesk
from caseboard.ui.jpeg import decode_jpeg
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.reader.images import ImagesView
from caseboard.ui.telling import Telling
from caseboard.ui.views.words_dialog import WordsDialog


class PictureDeeds(QObject):
    """Serves an `ImagesView`; what is to be said goes out with `told`."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, images: ImagesView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._images = images
        self.dialog: WordsDialog | None = None
        images.levels_wanted.connect(self._on_levels_wanted)
        images.words_wanted.connect(self._on_words_wanted)

    @async_slot(object)
    async def _on_levels_wanted(self, file: ClipFile) -> None:
        try:
            made = await self._levels(file)
        except CaseError:
            self._images.keep_picture(FileId(file.id))
            raise
        self._images.show_levels(FileId(file.id), made)
        self.told.emit(
            Telling(
                _("What stands out was saved otherwise than its surroundings; it proves nothing.")
            )
        )

    async def _levels(self, file: ClipFile) -> QImage:
        _check(file)
        desk = self._desk.desk

        def work() -> QImage:
            answer = desk.viewer.do("levels", desk.library.files.read(file.sha256))
            return decode_jpeg(answer.blobs[0])

        async def job(_job: Job) -> QImage:
            return await asyncio.to_thread(work)

        return await desk.jobs.run(
            _("Looking for error levels in {name}").format(name=file.name), job
        )

    @async_slot(object)
    async def _on_words_wanted(self, file: ClipFile) -> None:
        found = await self._read_words(file)
        if not found.text.strip():
            self.told.emit(Telling(_("No words were found in this picture.")))
            return
        QGuiApplication.clipboard().setText(found.text)
        count = len(found.text.split())
        self.told.emit(Telling(ngettext("Copied {n} word.", "Copied {n} words.", count)))
        self.dialog = WordsDialog(self._desk.desk.theme, found.text, self._images.window())
        self.dialog.open()

    async def _read_words(self, file: ClipFile) -> OcrText:
        """The words in the safe copy of a picture; never its foreign bytes."""
        desk = self._desk.desk
        view = await self._desk.read(clips.view, file.clip_id)
        copies = [f for f in (view.files if view else ()) if _is_copy(f, file)]
        if not copies:
            raise CaseError(
                _("There is no copy of this picture to read words from."),
                _("Read the clip again, then try once more."),
            )
        data = await asyncio.to_thread(desk.library.files.read, copies[0].sha256)

        async def job(_job: Job) -> OcrText:
            return await ocr.read(data)

        return await desk.jobs.run(_("Reading words in {name}").format(name=file.name), job)


def _is_copy(copy: ClipFile, file: ClipFile) -> bool:
    is_display = copy.role is FileRole.DERIVATIVE and copy.step == DISPLAY
    return is_display and copy.made_from_id == file.id


def _check(file: ClipFile) -> None:
    if file.media_type != "image/jpeg":
        raise CaseError(
            _("Error levels say something of JPEG files only; this is another kind."),
            _("Look for the JPEG that this picture was made from."),
        )
