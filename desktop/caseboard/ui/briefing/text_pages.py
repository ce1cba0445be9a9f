"""Pages whose words can be selected, copied and found."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.briefing import page_paint, page_picks
from caseboard.ui.briefing.page_picks import Pick, Reach, Stretch, Unit
from caseboard.ui.briefing.page_scroll import PageScroll
from caseboard.ui.briefing.page_spots import PageSpots
from caseboard.ui.briefing.page_text import BREAK, PageText
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.dragging import Drag

TICK = 30
"""Milliseconds between two steps of a view that is scrolled by a drag beyond its edge."""
Left = Qt.MouseButton.LeftButton
OWN_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)


class TextPages(PageScroll):
    """A drag selects words, a double click one; Ctrl+C copies, Ctrl+A takes the page, Esc lets go.

    The words of a page are read when it is pointed at, on the thread that draws.
    """

    renewed = Signal()
    """The pages are others; their words are to be read anew."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._pick: Pick | None = None
        self._drag: Drag | None = None
        self._pressed: Reach | None = None
        self._drag_last = QPointF()
        self._unit = Unit.LETTER
        self._reading: set[int] = set()
        self._found: Sequence[Stretch] = ()
        self._starts: list[int] = []
        self._current = -1
        self._is_staying = False
        self._edge = QTimer(self, interval=TICK)
        self._edge.timeout.connect(self._on_edge)

    @property
    def selection(self) -> list[Stretch]:
        """What is selected of the pages whose words are known."""
        return self._pick.stretches(self.known_text) if self._pick else []

    def known_text(self, page: int) -> PageText | None:
        """The words of a page, where they have been read."""
        sheaf = self.drawer.sheaf
        return sheaf.known_text(page) if sheaf is not None else None

    def select(self, pick: Pick | None) -> None:
        """Select that, or nothing."""
        self._pick = pick
        if pick is not None:
            self._read(list(pick.pages))
        self.viewport().update()

    @async_slot()
    async def copy(self) -> None:
        """Put what is selected on the clipboard."""
        pick, sheaf = self._pick, self.drawer.sheaf
        if pick is None or sheaf is None:
            return
        for page in pick.pages:
            if await self.drawer.text(sheaf, page) is None:
                return  # the pages are others by now, and nothing of them is selected
        words = page_picks.words(pick.stretches(sheaf.known_text), sheaf.known_text)
        if words:
            QGuiApplication.clipboard().setText(words)

    def select_page(self) -> None:
        """Select the page that was pressed last, else the first in sight."""
        pages, pressed = self.in_view(), self._pressed
        if pages:
            is_seen = pressed is not None and pressed.page in pages
            self.select(page_picks.whole_page(pressed.page if pressed and is_seen else pages[0]))

    async def read_all(self) -> bool:
        """Know the words of every page; whether these are still the pages shown then."""
        sheaf = self.drawer.sheaf
        for page in range(self.count):
            if sheaf is None or await self.drawer.text(sheaf, page) is None:
                return False
        return sheaf is not None

    def searched_text(self) -> str:
        """The words of all pages, those of a page that is not read yet left out."""
        texts = [self.known_text(page) for page in range(self.count)]
        parts = [text.text if text is not None else "" for text in texts]
        self._starts = [0]
        for part in parts:
            self._starts.append(self._starts[-1] + len(part) + len(BREAK))
        return BREAK.join(parts)

    def show_matches(self, found: Sequence[tuple[int, int]], current: int) -> None:
        """Mark what was found, by places in `searched_text`; the current one is in sight."""
        before = self._found[self._current] if 0 <= self._current < len(self._found) else None
        self._found = [self._stretch(start, end) for start, end in found]
        self._current = current
        here = self._found[current] if 0 <= current < len(self._found) else None
        if here is not None and here != before and not self._is_staying:
            self._bring(here)
        self.viewport().update()

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Inside, what is found is marked, and nothing is scrolled to it."""
        self._is_staying = True
        try:
            yield
        finally:
            self._is_staying = False

    @override
    async def adopt(self, data: bytes, spots: PageSpots, *, is_other: bool = False) -> bool:
        is_shown = await super().adopt(data, spots, is_other=is_other)
        if is_shown:
            self._forget_words()
        return is_shown

    @override
    def forget(self) -> None:
        super().forget()
        self._forget_words()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._drag = None
        self._edge.stop()

    @override
    def paint_over(self, painter: QPainter) -> None:
        pages = self.in_view()
        for place, found in enumerate(self._found):
            if found.page in pages:
                for box in self._boxes(found):
                    page_paint.paint_found(painter, box, is_current=place == self._current)
        for stretch in self.selection:
            if stretch.page in pages:
                for box in self._boxes(stretch):
                    page_paint.paint_selected(painter, box)

    @override
    def event(self, event: QEvent) -> bool:
        """The window's own keys wait while the keyboard is here."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and any(map(event.matches, OWN_KEYS)):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_page()
        elif event.key() == Qt.Key.Key_Escape and self._pick is not None:
            self.select(None)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Left and self.count:
            self._begin(event.position(), Unit.LETTER)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the word that was pressed first: the first click may have moved the pages."""
        if event.button() is Left and self.count:
            pressed = self._pressed
            self._begin(event.position(), Unit.WORD)
            self._pressed = pressed or self._pressed
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            if self._pressed is not None:
                self.select(Pick(self._pressed, self._pressed, Unit.WORD))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._drag is not None and event.buttons() & Left:
            if self._drag.has_begun(point):
                self._drag_to(point)
            return
        page = self.page_at(point)
        if page is not None:
            self._read([page])
        self.viewport().setCursor(self.shape_at(point))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        self._edge.stop()
        if event.button() is not Left or drag is None:
            return
        if self._unit is Unit.LETTER and not drag.has_begun(event.position()):
            was_selected = bool(self.selection)
            self.select(None)
            self.click(event.position(), lets_go=was_selected)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.count:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(_("Copy"), self.copy)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setEnabled(self._pick is not None)
        whole = menu.addAction(_("Select the page"), self.select_page)
        whole.setShortcut(QKeySequence.StandardKey.SelectAll)
        menu.popup(event.globalPos())

    def click(self, point: QPointF, *, lets_go: bool) -> None:
        """Somebody clicked there; with `lets_go` what was selected is so no more."""

    def shape_at(self, point: QPointF) -> Qt.CursorShape:
        """What the pointer looks like there."""
        page = self.page_at(point)
        text = self.known_text(page) if page is not None else None
        is_text = text is not None and text.is_on(self._reach(point).point)
        return Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor

    def _begin(self, point: QPointF, unit: Unit) -> None:
        self._drag = Drag(point, panning=False)
        self._pressed, self._unit = self._reach(point), unit

    def _drag_to(self, point: QPointF) -> None:
        self._drag_last = point
        if self._pressed is not None:
            self.select(Pick(self._pressed, self._reach(point), self._unit))
        is_inside = 0 <= point.y() <= self.viewport().height()
        if is_inside:
            self._edge.stop()
        elif not self._edge.isActive():
            self._edge.start()

    @Slot()
    def _on_edge(self) -> None:
        """Scroll on while a drag is held beyond the edge."""
        point, bar = self._drag_last, self.verticalScrollBar()
        step = self._theme.px(20)
        bar.setValue(bar.value() + (step if point.y() > 0 else -step))
        self._drag_to(point)

    def _reach(self, point: QPointF) -> Reach:
        """The page at a point of the view or nearest to it, and where on it that is."""
        page = self.page_at(point)
        if page is None:
            page = min(self.in_view() or range(1), key=lambda each: self._away(each, point))
        rect = self.page_rect(page)
        x, y = point.x() - rect.left(), point.y() - rect.top()
        return Reach(page, QPointF(x / rect.width(), y / rect.height()))

    def _away(self, page: int, point: QPointF) -> float:
        rect = self.page_rect(page)
        aside = max(rect.left() - point.x(), point.x() - rect.right(), 0.0)
        return aside + max(rect.top() - point.y(), point.y() - rect.bottom(), 0.0)

    @async_slot(list)
    async def _read(self, pages: list[int]) -> None:
        sheaf = self.drawer.sheaf
        wanted = [page for page in pages if page not in self._reading]
        wanted = [page for page in wanted if sheaf and sheaf.known_text(page) is None]
        if sheaf is None or not wanted:
            return
        self._reading |= set(wanted)
        for page in wanted:
            await self.drawer.text(sheaf, page)
            if not isValid(self) or self.drawer.sheaf is not sheaf:
                return
            self._reading.discard(page)
        self.viewport().update()

    def _forget_words(self) -> None:
        """The pages are others: nothing of them is selected or found yet."""
        self._pick = self._drag = self._pressed = None
        self._edge.stop()
        self._reading = set()
        self._found, self._current = (), -1
        self.renewed.emit()

    def _stretch(self, start: int, end: int) -> Stretch:
        """A match, as far as it stands on the page it begins on."""
        for page, (first, after) in enumerate(pairwise(self._starts)):
            if first <= start < after:
                return Stretch(page, start - first, min(end, after - len(BREAK)) - first)
        return Stretch(0, 0, 0)

    def _boxes(self, stretch: Stretch) -> list[QRectF]:
        """Where it stands in the view."""
        text, rect = self.known_text(stretch.page), self.page_rect(stretch.page)
        boxes = text.boxes(stretch.start, stretch.end) if text is not None else ()
        return [page_paint.placed(box, rect) for box in boxes]

    def _bring(self, stretch: Stretch) -> None:
        """Bring it into sight, if it is not there."""
        view = QRectF(self.viewport().rect())
        box = next(iter(self._boxes(stretch)), None)
        if box is None or view.contains(box):
            return
        down, aside = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setValue(round(down.value() + box.center().y() - view.height() / 3))
        if box.left() < 0 or box.right() > view.width():
            aside.setValue(round(aside.value() + box.center().x() - view.width() / 2))
