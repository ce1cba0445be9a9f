"""Brings in what places pictures on the ground, once a clip asks for it.

Its reckoning takes longer to import than a clip takes to open.
"""

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from caseboard.i18n import _
from caseboard.model.clip import ClipFile
from caseboard.store import georeferences
from caseboard.store.clips import ClipView
from caseboard.ui.desk import CaseDesk
from caseboard.ui.inspector.pane import InspectorPane
from caseboard.ui.lib.asyncui import async_slot, newest_slot
from caseboard.ui.navigation import Navigator
from caseboard.ui.reader.center import ReaderPane
from caseboard.ui.reader.tabs import Tab

if TYPE_CHECKING:
    from caseboard.model.ids import FileId
    from caseboard.ui.georeference.work import GeoreferenceWork


class ClipGeoreference(QObject):
    """A tab of the inspector for pictures that are placed, or are to be.

    While it is in front, clicks on the picture set points and trace areas.
    """

    told = Signal(object)
    """`Telling`."""

    def __init__(
        self,
        desk: CaseDesk,
        navigator: Navigator,
        reader: ReaderPane,
        inspector: InspectorPane,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._navigator = navigator
        self._reader = reader
        self._images = images = reader.images
        self._inspector = inspector
        self._view: ClipView | None = None
        self._wanted: set[str] = set()
        self._areas: dict[str, FileId] = {}
        self._anchor_id = ""
        self.work: GeoreferenceWork | None = None
        images.place_wanted.connect(self._on_place_wanted)
        images.file_shown.connect(self._on_file_shown)
        inspector.tabs.currentChanged.connect(self._lay)

    def want(self, anchor_id: str) -> None:
        """Bring the picture on which this was traced to the front, once its clip is here."""
        self._anchor_id = anchor_id
        self._bring()

    @newest_slot(object)
    async def show_clip(self, view: ClipView | None) -> None:
        """Show the tab where a picture of this clip is placed."""
        self._view = view
        placed = await self._desk.read(georeferences.of_clip, view.clip.id) if view else []
        if not isValid(self):
            return
        if placed:
            await self._warm_up()
        if isValid(self):
            self._wanted |= {each.georeference.file_id for each in placed}
            self._areas = {
                resting.anchor.id: each.georeference.file_id
                for each in placed
                for resting in each.layers
                if resting.anchor is not None
            }
            self._show_tab()
            self._bring()

    @Slot(object)
    def _on_file_shown(self, _file: ClipFile | None) -> None:
        self._show_tab()

    @async_slot(object)
    async def _on_place_wanted(self, file: ClipFile) -> None:
        await self._warm_up()
        self._wanted.add(file.id)
        self._show_tab()
        if self.work is not None and self._images.file is file:
            self._inspector.tabs.setCurrentWidget(self.work.tab)
            self.work.plate.setFocus()

    def _bring(self) -> None:
        file_id = self._areas.get(self._anchor_id)
        if file_id is None:
            return
        self._anchor_id = ""
        self._reader.show_tab(Tab.IMAGES)
        self._images.show_file(file_id)
        if self.work is not None:
            self._inspector.tabs.setCurrentWidget(self.work.tab)

    async def _warm_up(self) -> None:
        """Import what reckons off the loop's thread."""
        if self.work is None:
            await asyncio.to_thread(import_module, "caseboard.commands.tracing")

    def _show_tab(self) -> None:
        file = self._images.file
        is_mine = file is not None and self._view is not None
        is_mine = is_mine and file is not None and file.clip_id == self._clip_id
        is_wanted = is_mine and file is not None and file.id in self._wanted
        if is_wanted and self.work is None:
            self.work = self._make()
        if self.work is None:
            return
        tabs = self._inspector.tabs
        tabs.setTabVisible(tabs.indexOf(self.work.tab), is_wanted)
        self.work.show_file(self._view if is_wanted else None, file if is_wanted else None)
        self._lay()

    @property
    def _clip_id(self) -> str:
        return self._view.clip.id if self._view else ""

    def _make(self) -> "GeoreferenceWork":
        from caseboard.ui.georeference.work import (  # noqa: PLC0415  numpy and all
            GeoreferenceWork,
        )

        work = GeoreferenceWork(self._desk, self._navigator, self._images, self)
        tabs = self._inspector.tabs
        current = tabs.currentWidget()
        tabs.insertTab(0, work.tab, _("Georeference"))
        tabs.setCurrentWidget(current)
        work.told.connect(self.told)
        work.plate.left.connect(lambda: tabs.setCurrentWidget(self._inspector.tags))
        return work

    @Slot()
    def _lay(self) -> None:
        """The plate lies on the picture while the tab is in front."""
        if self.work is not None:
            tabs, tab = self._inspector.tabs, self.work.tab
            is_there = tabs.isTabVisible(tabs.indexOf(tab))
            is_laid = is_there and tabs.currentWidget() is tab
            self.work.plate.lay(on=is_laid)
            self._images.hide_regions(hidden=is_laid)
