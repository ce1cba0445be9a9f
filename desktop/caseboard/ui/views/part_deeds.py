"""What is said in the reader of a clip's blocks, done."""

from PySide6.QtCore import QObject, Signal

from caseboard.commands.parts import MoveParts
from caseboard.i18n import ngettext
from caseboard.model.ids import CaseId, ClipId
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.reader.part_moves import PartMove
from caseboard.ui.reader.text import ArticleView
from caseboard.ui.telling import Telling


class PartDeeds(QObject):
    """Serves an `ArticleView`; what is to be said goes out with `told`."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, article: ArticleView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._article = article
        self._is_writable = not desk.desk.library.read_only
        article.moves.asked.connect(self._on_asked)

    @async_slot(object)
    async def _on_asked(self, move: PartMove) -> None:
        page = self._article.page
        if page is None or not self._is_writable:
            return
        clip = page.clip
        command = MoveParts(CaseId(clip.case_id), ClipId(clip.id), move.indexes, move.body)
        await self._desk.run(command)
        self.told.emit(Telling(_words(move), is_undoable=True))


def _words(move: PartMove) -> str:
    n = len(move.indexes)
    if move.body:
        words = ngettext(
            "{n} block is part of the article now.", "{n} blocks are part of the article now.", n
        )
    else:
        words = ngettext("{n} block was left out.", "{n} blocks were left out.", n)
    return words.format(n=n)
