"""The centre of the window: one clip, read as text, as it was published, or in its pictures."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.capture import ocr
from caseboard.i18n import _
from caseboard.model.ids import FileId
from caseboard.ui.lib.segments import Segments
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.figures import LoadImage
from caseboard.ui.reader.find import FindBar, Searchable
from caseboard.ui.reader.hint import Hint
from caseboard.ui.reader.hollow import HollowNotice
from caseboard.ui.reader.images import ImagesView
from caseboard.ui.reader.missing import what_is_missing
from caseboard.ui.reader.notices import Deed, NoticeBar
from caseboard.ui.reader.original import OriginalView
from caseboard.ui.reader.page import (
    Highlight,
    MarkKind,
    ReaderPage,
    Selection,
    only_passage,
    paged,
    pictures,
)
from caseboard.ui.reader.sheets_pane import SheetsPane
from caseboard.ui.reader.states import Skeleton, Statement
from caseboard.ui.reader.tabs import Tab, first_tab, is_unread
from caseboard.ui.reader.tagbar import KEYS, TagBar
from caseboard.ui.reader.text import ArticleView
from caseboard.ui.reader.unread import Unread
from caseboard.ui.sheets import Sheets

SKELETON_AFTER = 200  # ms; what comes sooner needs none
MARGIN, GAP = 16, 6


class ReaderPane(Surface):
    """Shows one clip and tells what is picked in it. It reads nothing and writes nothing.

    `L` `U` `C` `P` `N` tag the selection, Ctrl+F finds in the clip.
    """

    tag_requested = Signal(object, object)
    """`MarkKind` (location, unit, claim or person) and `Selection`."""
    note_requested = Signal(object)
    """`Selection`, or None for a note on the clip."""
    selection_changed = Signal(object)
    """`Selection`, or None."""
    highlight_clicked = Signal(str)
    """The key of a highlight or region."""
    highlight_menu_requested = Signal(str, QPoint)
    link_clicked = Signal(str)
    link_hovered = Signal(str)
    read_again_requested = Signal(str)
    """The id of a clip that could not be read, or of a link that could not be fetched."""
    allow_requested = Signal(str)
    """The id of a link into this machine's own network, to be fetched all the same."""
    fetch_again_requested = Signal(str)
    """The id of a clip whose address is to be fetched anew."""
    words_wanted = Signal(str)
    """The id of a scan whose words are to be read by OCR."""
    clip_requested = Signal()
    """Someone wants to take something in."""

    def __init__(
        self,
        theme: Theme,
        load_image: LoadImage,
        parent: QWidget | None = None,
        sheets: Sheets | None = None,
    ) -> None:
        """Without `sheets` no document is shown page by page."""
        super().__init__("panel", parent=parent)
        self._theme = theme
        self._page: ReaderPage | None = None
        self.can_read_words: Callable[[], bool] = ocr.is_available
        self.pages = SheetsPane(theme, sheets, self) if sheets else None
        self._make_views(theme, load_image)
        self._make_bar(theme)
        self._lay_out()
        self._connect()
        self._make_shortcuts()
        self.show_empty()

    @property
    def page(self) -> ReaderPage | None:
        """The clip that is shown."""
        return self._page

    @property
    def tab(self) -> Tab:
        """How it is looked at."""
        return Tab(self.segments.current)

    def show_page(self, page: ReaderPage) -> None:
        """Show a clip; one that is shown already stays where it was scrolled to."""
        another = self._page is None or self._page.clip.id != page.clip.id
        self._waiting.stop()
        self._page = page
        self.hollow.show_page(page)
        self.article.show_page(page)
        self.original.show_page(page)
        self.images.show_page(page)
        if self.pages is not None:
            self.pages.view.show_page(page)
        self._dress_tabs(page)
        has_pages, has_reader = self._has_pages(page), self.can_read_words()
        self.notice.say(page, has_pages=has_pages, has_reader=has_reader)
        if another:
            self.hint.hide()
            self.show_tab(first_tab(page, has_pages=self.pages is not None))
        else:
            self.show_tab(self.tab)
        if self.find_bar.isVisible():
            self.find_bar.search()

    def show_empty(self) -> None:
        """Nothing is open."""
        self._leave_page()
        self._stack.setCurrentWidget(self.empty)

    def show_loading(self) -> None:
        """A clip is on its way: what is shown stays, and gives way to bars if it takes long."""
        self._waiting.start()

    def show_tab(self, tab: Tab) -> None:
        """Look at the clip in that way."""
        page = self._page
        if page is None:
            return
        self.segments.choose(tab.value)
        shown = self._views[tab]
        if tab is Tab.READER and is_unread(page):
            shown = self.unread
            self.unread.show_page(page)
        self._stack.setCurrentWidget(shown)
        self._aim_find()
        self.hint.hide()
        self.selection_changed.emit(self.selection())

    def show_highlight(self, key: str) -> bool:
        """Bring a highlight or region into sight and frame it; whether there is one."""
        if self._page is None:
            return False
        if self._stands_on_page(key) and self.pages is not None:
            self.show_tab(Tab.PAGES)
            return self.pages.view.show_highlight(key)
        if any(region.key == key for region in self._page.regions):
            self.show_tab(Tab.IMAGES)
            return self.images.show_region(key)
        found = self.article.show_highlight(key)
        if found:
            self.show_tab(Tab.READER)
        return found

    def show_suggested(self, marks: Sequence[Highlight]) -> None:
        """Underline what is proposed of the clip, wherever its words stand."""
        self.article.show_suggested(marks)
        if self.pages is not None:
            self.pages.view.show_suggested(marks)

    def select_range(self, start: int, end: int) -> None:
        """Select a passage of the clip's text and bring it into sight."""
        self.show_tab(Tab.READER)
        self.article.select_range(start, end)

    def refresh_picture(self, file_id: FileId) -> None:
        """A picture can be loaded now: draw it wherever it stands."""
        for view in (self.article, self.original, self.images):
            view.refresh_picture(file_id)

    def selection(self) -> Selection | None:
        """What is picked in the view that is shown."""
        if self._page is None:
            return None
        if self.tab is Tab.IMAGES:
            return self.images.selection()
        if self.tab is Tab.PAGES and self.pages is not None:
            return self.pages.view.selection()
        if self.tab is Tab.ORIGINAL:
            return only_passage(self._page.clip.text, self.original.selected_text())
        return self.article.selection()

    def tag(self, kind: MarkKind) -> None:
        """Ask for the selection to be tagged; say what is missing where there is none."""
        if self._page is None:
            return
        selection = self.selection()
        if kind is MarkKind.NOTE:
            self.note_requested.emit(selection)
        elif selection is None:
            has_words = bool(self.original.selected_text())
            self.hint.say(what_is_missing(self.tab, self.pages, has_words=has_words))
        else:
            self.tag_requested.emit(kind, selection)

    def find_words(self, words: str = "") -> None:
        """Open the bar that finds words in the clip."""
        if self._page is None:
            return
        if self.tab is Tab.IMAGES:
            self.show_tab(Tab.READER)
        self.find_bar.open_on(self._searched(), words)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit_tags()
        self.hint.place()

    def _make_views(self, theme: Theme, load_image: LoadImage) -> None:
        self.article = ArticleView(theme, load_image, self)
        self.original = OriginalView(theme, load_image, self)
        self.images = ImagesView(theme, load_image, self)
        self.empty = Statement(theme, _("Clip files…"), self)
        self.empty.say(
            _("Choose a clip to read it."), _("Or drop a page, a picture or a file anywhere here.")
        )
        self.unread = Unread(theme, self)
        self.hollow = HollowNotice(theme, self)
        self._skeleton = Skeleton(theme, self)
        self._views: dict[Tab, QWidget] = {
            Tab.READER: self.article,
            Tab.PAGES: self.pages or self.article,
            Tab.ORIGINAL: self.original,
            Tab.IMAGES: self.images,
        }
        self._stack = QStackedWidget(self)
        for view in (*self._views.values(), self.empty, self.unread, self._skeleton):
            self._stack.addWidget(view)

    def _make_bar(self, theme: Theme) -> None:
        names = [(Tab.READER.value, _("Reader")), (Tab.PAGES.value, _("Pages"))]
        names += [(Tab.ORIGINAL.value, _("Original")), (Tab.IMAGES.value, _("Images"))]
        self.segments = Segments(theme, names, _("Ways to look at the clip"), self)
        self.segments.set_shown(Tab.PAGES, shown=False)
        self.tags = TagBar(theme, self)
        self.find_bar = FindBar(theme, self)
        self.find_bar.hide()
        self.notice = NoticeBar(theme, self)
        self.hint = Hint(theme, self)
        self._waiting = QTimer(self, interval=SKELETON_AFTER, singleShot=True)

    def _lay_out(self) -> None:
        self._bar = Surface("panel", "bottom", self)
        self._bar.setFixedHeight(self._theme.px(40))
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(GAP)
        row.addWidget(self.segments)
        row.addStretch(1)
        row.addWidget(self.tags)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.hollow)
        layout.addWidget(self.notice)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.segments.chosen.connect(self._on_segment_chosen)
        self.tags.kind_chosen.connect(self.tag)
        self.article.selection_changed.connect(self._on_selection_changed)
        self.article.highlight_clicked.connect(self.highlight_clicked)
        self.article.highlight_menu_requested.connect(self.highlight_menu_requested)
        self.article.picture_clicked.connect(self._on_picture_clicked)
        self.original.selectionChanged.connect(self._on_selection_changed)
        self.original.link_clicked.connect(self.link_clicked)
        self.original.link_hovered.connect(self.link_hovered)
        if self.pages is not None:
            self.pages.selection_changed.connect(self._on_selection_changed)
            self.pages.view.highlight_clicked.connect(self.highlight_clicked)
            self.pages.view.highlight_menu_requested.connect(self.highlight_menu_requested)
        self.images.region_drawn.connect(self._on_selection_changed)
        self.images.region_clicked.connect(self.highlight_clicked)
        self.empty.action.clicked.connect(self.clip_requested)
        self.unread.again_requested.connect(self.read_again_requested)
        self.unread.allow_requested.connect(self.allow_requested)
        self.hollow.link_clicked.connect(self.link_clicked)
        self.hollow.fetch_requested.connect(self.fetch_again_requested)
        self.find_bar.closed.connect(self._on_find_closed)
        self.notice.deed_wanted.connect(self._on_deed_wanted)
        self._waiting.timeout.connect(self._on_waited)
        self._theme.changed.connect(self._on_theme_changed)

    def _make_shortcuts(self) -> None:
        for kind, (key, _tint) in KEYS.items():
            self._shortcut(key, partial(self.tag, kind))
        self._shortcut(QKeySequence.StandardKey.Find, self.find_words)

    def _shortcut(self, key: str | QKeySequence.StandardKey, act: Callable[[], None]) -> None:
        # a field with the keyboard keeps its letters: Qt asks it before any shortcut
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut = QShortcut(QKeySequence(key), self, context=here)
        shortcut.activated.connect(act)

    def _dress_tabs(self, page: ReaderPage) -> None:
        count = len(pictures(page.files))
        self._bar.show()
        self.segments.set_shown(Tab.PAGES, shown=self._has_pages(page))
        self.segments.set_enabled(Tab.ORIGINAL, enabled=bool(page.original))
        self.segments.set_enabled(Tab.IMAGES, enabled=count > 0)
        self.segments.set_text(Tab.IMAGES, _images_word(count))
        self._fit_tags()

    def _has_pages(self, page: ReaderPage) -> bool:
        return self.pages is not None and paged(page.files) is not None

    def _stands_on_page(self, key: str) -> bool:
        """Whether a mark is best shown on its page: a region of one, or words while one looks."""
        page, pages = self._page, self.pages
        if page is None or pages is None or not self._has_pages(page):
            return False
        is_region = any(r.key == key and r.page is not None for r in page.regions)
        return is_region or (self.tab is Tab.PAGES and pages.view.has_page_for(key))

    def _fit_tags(self) -> None:
        """Leave the words of the tags out where they would be cut: some languages' are long."""
        room = self.width() - self.segments.sizeHint().width() - 2 * MARGIN - 2 * GAP
        self.tags.set_short(short=room < self.tags.width_with_words())

    def _leave_page(self) -> None:
        self._waiting.stop()
        self._page = None
        self._bar.hide()
        self.hollow.hide()
        self.find_bar.hide()
        self.notice.hide()
        self.hint.hide()
        self.selection_changed.emit(None)

    def _aim_find(self) -> None:
        if not self.find_bar.isVisible():
            return
        if self.tab is Tab.IMAGES:
            self.find_bar.hide()
        else:
            self.find_bar.aim_at(self._searched())
            self.find_bar.search()

    def _searched(self) -> Searchable:
        if self.tab is Tab.PAGES and self.pages is not None:
            return self.pages.view
        return self.original if self.tab is Tab.ORIGINAL else self.article

    @Slot(str)
    def _on_segment_chosen(self, key: str) -> None:
        self.show_tab(Tab(key))

    @Slot()
    def _on_selection_changed(self) -> None:
        selection = self.selection()
        if selection is not None:
            self.hint.hide()
        self.selection_changed.emit(selection)

    @Slot(str)
    def _on_picture_clicked(self, file_id: str) -> None:
        self.show_tab(Tab.IMAGES)
        self.images.show_file(FileId(file_id))

    @Slot()
    def _on_find_closed(self) -> None:
        self._views[self.tab].setFocus()

    @Slot(object)
    def _on_deed_wanted(self, deed: Deed) -> None:
        if deed is Deed.SHOW_PAGES:
            self.show_tab(Tab.PAGES)
        elif self._page is not None:
            self.words_wanted.emit(self._page.clip.id)

    @Slot()
    def _on_waited(self) -> None:
        self._leave_page()
        self._stack.setCurrentWidget(self._skeleton)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._bar.setFixedHeight(self._theme.px(40))
        self.hint.place()


def _images_word(count: int) -> str:
    return _("Images {n}").format(n=count) if count else _("Images")
