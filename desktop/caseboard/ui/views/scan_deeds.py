"""Having the words of a scan read, as the reader asks."""

from PySide6.QtCore import QObject

from caseboard.commands.reading_words import ReadingWords
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.ids import ClipId
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.reader.center import ReaderPane


class ScanDeeds(QObject):
    """Reads the words of the clip that `reader` shows, one clip at a time."""

    def __init__(self, desk: CaseDesk, reader: ReaderPane, parent: QObject) -> None:
        super().__init__(parent)
        shared = desk.desk
        self._words = ReadingWords(shared.library, shared.history, shared.worker, shared.jobs)
        self._is_writable = not shared.library.read_only
        self._reading: set[str] = set()
        reader.words_wanted.connect(self._on_words_wanted)

    @async_slot(str)
    async def _on_words_wanted(self, clip_id: str) -> None:
        if not self._is_writable:
            raise CaseError(
                _("The words cannot be kept: the library is open to read only."),
                _("Open it again where it may be written to."),
            )
        if clip_id in self._reading:
            return
        self._reading.add(clip_id)
        try:
            await self._words.read(ClipId(clip_id))
        finally:
            self._reading.discard(clip_id)
