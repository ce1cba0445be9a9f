"""Where one works on clips: the list, what is read, and what is known about it."""

from PySide6.QtCore import QPoint, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.store.clips import ClipView
from caseboard.ui.desk import CaseDesk
from caseboard.ui.inspector.pane import InspectorPane
from caseboard.ui.lib.asyncui import async_slot, confirm
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.thumbnails import Thumbnails
from caseboard.ui.views.clip_georeference import ClipGeoreference
from caseboard.ui.views.clip_marking import ClipMarking
from caseboard.ui.views.clip_page import ClipPage
from caseboard.ui.views.clips import ClipsPane
from caseboard.ui.views.part_deeds import PartDeeds
from caseboard.ui.views.picture_deeds import PictureDeeds
from caseboard.ui.views.scan_deeds import ScanDeeds
from caseboard.ui.views.suggested_clip import KEY
from caseboard.ui.views.suggesting import ClipSuggestions
from caseboard.ui.views.suggestion_keys import SuggestionKeys
from caseboard.ui.views.tagging import Tagging

LIST_WIDTH = 330
INSPECTOR_WIDTH = 320
LIST, READER, INSPECTOR = range(3)


class ReadingView(QWidget):
    """List, reader and inspector side by side; the outer two fold away."""

    delete_wanted = Signal(list)
    verify_wanted = Signal(list)
    read_wanted = Signal(list)
    clip_wanted = Signal()
    told = Signal(object)
    """`Telling`."""
    elsewhere_wanted = Signal(str, str, str)
    """Case, table and id of something in another case."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        self._navigator = navigator
        self.clips = ClipsPane(desk, Thumbnails(desk.desk.library.files, self), self)
        self.page = ClipPage(desk, self)
        self.inspector = InspectorPane(desk, navigator, self)
        self.tagging = Tagging(desk, navigator, self.page.reader, self)
        self.parts = PartDeeds(desk, self.page.reader.article, self)
        self.parts.told.connect(self.told)
        self.scans = ScanDeeds(desk, self.page.reader, self)
        self.picture_deeds = PictureDeeds(desk, self.page.reader.images, self)
        self.picture_deeds.told.connect(self.told)
        self.georeference = ClipGeoreference(
            desk, navigator, self.page.reader, self.inspector, self
        )
        self.georeference.told.connect(self.told)
        self.marking = ClipMarking(desk, self.clips, self)
        self.marking.told.connect(self.told)
        self.suggestions = ClipSuggestions(desk, self.page.reader, self.inspector.tags, self)
        self.suggestions.told.connect(self.told)
        listed = self.inspector.tags.suggestions.list
        self.keys = SuggestionKeys(self.suggestions, self.page.reader, listed, self)
        self.panes = Panes(desk.desk.settings, "reading", self)
        self.panes.add(self.clips, theme.px(LIST_WIDTH))
        self.panes.add(self.page.reader, theme.px(600), takes_room=True)
        self.panes.add(self.inspector, theme.px(INSPECTOR_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)
        self.clips.chosen.connect(self._on_chosen)
        self.page.shown.connect(self._on_shown)
        self.page.reader.highlight_clicked.connect(self._on_highlight_clicked)
        self.inspector.picked.connect(self._on_picked)
        self.inspector.similar.elsewhere_wanted.connect(self.elsewhere_wanted)
        self.clips.delete_wanted.connect(self.delete_wanted)
        self.clips.verify_wanted.connect(self.verify_wanted)
        self.clips.read_wanted.connect(self.read_wanted)
        self.clips.clip_wanted.connect(self.clip_wanted)
        reader = self.page.reader
        reader.clip_requested.connect(self.clip_wanted)
        reader.read_again_requested.connect(lambda clip_id: self.read_wanted.emit([clip_id]))
        reader.highlight_menu_requested.connect(self._on_menu_requested)
        reader.link_clicked.connect(self._on_link_clicked)

    def show_row(self, clip_id: str, anchor_id: str | None = None) -> None:
        """Read a clip and bring an anchor in it into sight."""
        if clip_id:
            self.clips.show_row(clip_id)
            self.page.open(clip_id, anchor_id)
            self.georeference.want(anchor_id or "")

    def fold(self, index: int) -> None:
        """Fold the list or the inspector away, or bring it back."""
        self.panes.fold(index, folded=not self.panes.is_folded(index))

    @Slot(object)
    def _on_shown(self, view: ClipView | None) -> None:
        self.inspector.show_clip(view)
        self.suggestions.show_clip(view)
        self.georeference.show_clip(view)

    @Slot(str)
    def _on_highlight_clicked(self, key: str) -> None:
        """What is proposed is asked about; what is tagged is shown."""
        if self.suggestions.pick(key):
            self.inspector.tabs.setCurrentWidget(self.inspector.tags)
        else:
            self.suggestions.leave()
            self.inspector.select(key)

    @Slot(str)
    def _on_picked(self, anchor_id: str) -> None:
        self.suggestions.leave()
        self.page.reader.show_highlight(anchor_id)

    @Slot(str, QPoint)
    def _on_menu_requested(self, key: str, place: QPoint) -> None:
        if key.startswith(KEY):
            self.suggestions.open_menu(key, place)
        else:
            self.inspector.open_menu(key, place)

    @async_slot(str)
    async def _on_link_clicked(self, address: str) -> None:
        """A link leaves the program only when the user has seen where it goes."""
        if await confirm(self, _("Open this link in your browser?"), address, _("Open link")):
            QDesktopServices.openUrl(QUrl(address))

    @Slot(str)
    def _on_chosen(self, clip_id: str) -> None:
        self.page.open(clip_id)
        if clip_id:
            self._navigator.stand_at(Place("clip", clip_id))
