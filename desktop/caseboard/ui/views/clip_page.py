"""The clip being read: from the library into the reader, and what is picked there back out."""

import asyncio
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from caseboard.commands.clips import SANITISED
from caseboard.model.change import Change
from caseboard.model.ids import ClipId
from caseboard.model.terms import FileRole
from caseboard.store import clips
from caseboard.store.clips import ClipView
from caseboard.store.files import FileDamaged
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.listening import follow
from caseboard.ui.pictures import Pictures
from caseboard.ui.reader.center import ReaderPane
from caseboard.ui.sheets import Sheets
from caseboard.ui.views.clip_marks import page_of

SHOWN = (
    *("clip", "clip_file", "anchor", "tag", "report", "relay", "claim"),
    *("location", "unit", "person", "source", "note"),
)
"""Tables of which a change may alter the page."""


class ClipPage(QObject):
    """Keeps a reader true to one clip; `shown` is sent with every `ClipView` it was given."""

    shown = Signal(object)
    """`ClipView`, or None where no clip is open."""

    def __init__(self, desk: CaseDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clip_id = ""
        self._anchor_id: str | None = None
        self._is_here = False
        self.pictures = Pictures(desk.desk.library.files, self)
        self.sheets = Sheets(desk.desk.library.files, desk.desk.viewer, self)
        self.reader = ReaderPane(desk.desk.theme, self.pictures.load, sheets=self.sheets)
        self.pictures.loaded.connect(self.reader.refresh_picture)
        follow(self, desk.desk.history.changed, self._on_changed)
        follow(self, desk.desk.taking_in.on_line, self._on_line_changed)

    @property
    def clip_id(self) -> str:
        """The clip that is open; empty for none."""
        return self._clip_id

    def open(self, clip_id: str, anchor_id: str | None = None) -> None:
        """Read a clip and, once it is here, bring that anchor into sight."""
        if clip_id == self._clip_id and anchor_id:
            self._anchor_id = anchor_id
            if self._is_here:
                self._show_anchor()
            return
        if clip_id == self._clip_id:
            return
        self._clip_id, self._anchor_id, self._is_here = clip_id, anchor_id, False
        if clip_id:
            self.reader.show_loading()
        self._read()

    @newest_slot()
    async def _read(self) -> None:
        clip_id = ClipId(self._clip_id)
        view = await self._desk.read(clips.view, clip_id) if clip_id else None
        original = await asyncio.to_thread(self._original, view) if view else ""
        if view is None:
            self._clip_id = ""
            self.reader.show_empty()
        else:
            self.pictures.show_files(view.files)
            is_busy = self._desk.desk.taking_in.is_busy(clip_id)
            self.reader.show_page(replace(page_of(view, original), is_busy=is_busy))
            self._is_here = True
            self._show_anchor()
        self.shown.emit(view)

    def _show_anchor(self) -> None:
        if self._anchor_id:
            self.reader.show_highlight(self._anchor_id)
            self._anchor_id = None

    def _original(self, view: ClipView) -> str:
        """The sanitised page, or nothing where there is none or its file is damaged."""
        found = (f for f in view.files if f.role is FileRole.DERIVATIVE and f.step == SANITISED)
        file = next(found, None)
        if file is None:
            return ""
        try:
            return self._desk.desk.library.files.read(file.sha256).decode()
        except FileDamaged:
            return ""  # the text is still there to read; `verify` names the file

    def _on_changed(self, change: Change) -> None:
        if self._clip_id and change.touches(*SHOWN) and self._may_concern(change):
            self._read()

    def _on_line_changed(self, _count: int) -> None:
        """A link that is shown may be on its way now, or no longer."""
        page = self.reader.page
        if page is not None and page.is_link and page.clip.id == self._clip_id:
            self._read()

    def _may_concern(self, change: Change) -> bool:
        """Whether the open clip may look different after `change`."""
        is_clip_alone = set(change.touched) <= {"clip", "clip_file"}
        return not is_clip_alone or self._clip_id in change.touched.get("clip", ())
