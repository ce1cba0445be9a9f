"""The inspector: what is tagged in the clip, where it comes from, what is like it, notes."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.store.clips import ClipView
from caseboard.ui.desk import CaseDesk
from caseboard.ui.inspector.notes_tab import NotesTab
from caseboard.ui.inspector.provenance_tab import ProvenanceTab
from caseboard.ui.inspector.similar_tab import SimilarTab
from caseboard.ui.inspector.tags_tab import TagsTab
from caseboard.ui.lib.fitting_tabs import FittingTabs
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.navigation import Navigator


class InspectorPane(Surface):
    """Shows one clip; what is picked here is told by `picked`, what is picked there by `select`."""

    picked = Signal(str)
    """The id of an anchor: whoever shows the clip brings it into sight."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel_2", parent=parent)
        self.setAccessibleName(_("Inspector"))
        self.tabs = FittingTabs(self)
        self.tags = TagsTab(desk, navigator, self)
        self.provenance = ProvenanceTab(desk, self)
        self.similar = SimilarTab(desk, navigator, self)
        self.notes = NotesTab(desk, navigator, self)
        self.tabs.addTab(self.tags, _("Tags"))
        self.tabs.addTab(self.provenance, _("Provenance"))
        self.tabs.addTab(self.similar, _("Similar"))
        self.tabs.addTab(self.notes, _("Notes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.tags.picked.connect(self._on_picked)
        self.notes.picked.connect(self._on_picked)
        self.similar.found.connect(self._on_similar_found)
        self.show_clip(None)

    def show_clip(self, view: ClipView | None) -> None:
        """Show this clip, or nothing; called again whenever it changed."""
        self.tabs.setEnabled(view is not None)
        self.tags.show_clip(view)
        self.provenance.show_clip(view)
        self.similar.show_clip(view)
        self.notes.show_clip(view)
        count = len(view.notes) if view else 0
        title = _("Notes {n}").format(n=count) if count else _("Notes")
        self.tabs.setTabText(self.tabs.indexOf(self.notes), title)

    def select(self, anchor_id: str) -> None:
        """A highlight was picked in the reader: mark what it stands for."""
        if self.tags.has(anchor_id) or not self.notes.select(anchor_id):
            self.tabs.setCurrentWidget(self.tags)
        else:
            self.tabs.setCurrentWidget(self.notes)
        self.tags.select(anchor_id)

    def open_menu(self, anchor_id: str, place: QPoint) -> None:
        """Show, at a place of the screen, what can be done with what stands at an anchor."""
        self.select(anchor_id)
        menu = self.tags.menu_at(anchor_id)
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    async def keep(self) -> None:
        """Write all that is typed and wait until the disk has it."""
        await self.notes.keep()

    @Slot(int)
    def _on_similar_found(self, count: int) -> None:
        title = _("Similar {n}").format(n=count) if count else _("Similar")
        self.tabs.setTabText(self.tabs.indexOf(self.similar), title)

    @Slot(str)
    def _on_picked(self, anchor_id: str) -> None:
        self.tags.select(anchor_id)
        self.picked.emit(anchor_id)
