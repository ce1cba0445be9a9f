"""The pages of a briefing as they will be printed: their links lead on."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from caseboard.ui.briefing import page_paint
from caseboard.ui.briefing.page_layout import Fit
from caseboard.ui.briefing.page_spots import PageSpots, Spot
from caseboard.ui.briefing.page_words import link_words
from caseboard.ui.briefing.sheaf import Link
from caseboard.ui.briefing.text_pages import TextPages
from caseboard.ui.lib.labels import plain_tip
from caseboard.ui.lib.theme import Theme

NEAR = 6.0
"""Points: what is clicked so close above an anchor is meant for it."""


class PreviewPages(TextPages):
    """A click on a link follows it, a click beside one tells what was clicked.

    Ctrl with the wheel, `+` and `-` zoom, `0` fits the width, `1` shows its size on paper; PgUp,
    PgDn, Home, End and the arrow keys scroll; `]` and `[` go from link to link, Enter follows.
    """

    anchor_clicked = Signal(str)
    """The section, or what in it, that was clicked."""
    url_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._link: Link | None = None
        self._link_page = -1

    @override
    async def adopt(self, data: bytes, spots: PageSpots, *, is_other: bool = False) -> bool:
        is_shown = await super().adopt(data, spots, is_other=is_other)
        if is_shown:
            self._link = None
        return is_shown

    @override
    def paint_over(self, painter: QPainter) -> None:
        super().paint_over(painter)
        if self._link is not None and self.hasFocus():
            page_paint.paint_link(painter, self._theme, self._link_rect())

    def link_at(self, point: QPointF) -> tuple[int, Link] | None:
        """The link under a point of the view, and its page."""
        page, sheaf = self.page_at(point), self.drawer.sheaf
        if page is None or sheaf is None:
            return None
        at = self._reach(point).point
        hit = (link for link in sheaf.known_links(page) if link.box.contains(at))
        found = next(hit, None)
        return (page, found) if found else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        acts = {
            "+": lambda: self.step_zoom(1),
            "=": lambda: self.step_zoom(1),
            "-": lambda: self.step_zoom(-1),
            "0": lambda: self.set_zoom(Fit.WIDTH),
            "1": lambda: self.set_zoom(100),
            "]": lambda: self._step_link(1),
            "[": lambda: self._step_link(-1),
        }
        moves = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        act, move = acts.get(event.text()), moves.get(Qt.Key(event.key()))
        if act:
            act()
        elif move is not None:
            bar.setValue(move)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._link:
            self._follow(self._link)
        else:
            super().keyPressEvent(event)

    @override
    def shape_at(self, point: QPointF) -> Qt.CursorShape:
        is_link = self.link_at(point) is not None
        return Qt.CursorShape.PointingHandCursor if is_link else super().shape_at(point)

    @override
    def click(self, point: QPointF, *, lets_go: bool) -> None:
        found, spot = self.link_at(point), self.spot_at(point)
        if found is not None:
            self._follow(found[1])
        elif spot is not None and not lets_go and (anchor := self.spots.before(spot, NEAR)):
            self.anchor_clicked.emit(anchor)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            found = self.link_at(QPointF(event.pos()))
            words = link_words(found[1], self.spots) if found else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def _follow(self, link: Link) -> None:
        if link.url:
            self.url_clicked.emit(link.url)
        else:
            self.show_spot(Spot(link.page, link.top))

    def _step_link(self, direction: int) -> None:
        """The next link in sight, or the one before."""
        sheaf = self.drawer.sheaf
        if sheaf is None:
            return
        pages = self.in_view()
        found = [(page, link) for page in pages for link in sheaf.known_links(page)]
        view = QRectF(self.viewport().rect())
        found = [each for each in found if view.intersects(self._place(*each))]
        if not found:
            return
        here = (self._link_page, self._link)
        place = found.index(here) + direction if here in found else (0 if direction > 0 else -1)
        self._link_page, self._link = found[place % len(found)]
        self.setAccessibleDescription(link_words(self._link, self.spots))
        self.viewport().update()

    def _link_rect(self) -> QRectF:
        return self._place(self._link_page, self._link) if self._link else QRectF()

    def _place(self, page: int, link: Link) -> QRectF:
        return page_paint.placed(link.box, self.page_rect(page))
