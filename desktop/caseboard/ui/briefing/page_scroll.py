"""Pages of a briefing to be scrolled and enlarged; what one looks at stays where it is."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from caseboard.briefing.blocks import SectionKind
from caseboard.i18n import _
from caseboard.ui.briefing import page_paint
from caseboard.ui.briefing.drawer import Drawer, Strip, strips
from caseboard.ui.briefing.page_layout import GAP, PER_POINT, Fit, PageLayout, Zoom
from caseboard.ui.briefing.page_spots import PageSpots, Spot
from caseboard.ui.briefing.sheaf import Sheaf
from caseboard.ui.lib.theme import Theme

STEPS = (25, 33, 50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
"""Per cent that the wheel and the keys stop at."""
AHEAD = 2
"""Pages after those in sight that are drawn before they are asked for."""
SECTIONS = frozenset(kind.value for kind in SectionKind)


class _Hold(NamedTuple):
    """What stays where it is in the view while pages change."""

    anchor: str
    """Or nothing: then `spot` is held."""
    spot: Spot
    below: float
    """Pixels from the top of the view."""


class PageScroll(QAbstractScrollArea):
    """Real pages, drawn off the thread that paints: those in sight, and the next ones."""

    looked_at = Signal()
    """Other pages are in sight, or in another size."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.drawer = Drawer(self)
        self.spots = PageSpots()
        self._zoom: Zoom = Fit.TWO
        self._layout = PageLayout((), self._zoom, QSizeF())
        self._aim = ""
        self._is_aim_due = False
        self._asked = self._newest = 0
        """How often pages were brought, and which of these are shown."""
        self.is_waiting = True
        """Whether the first pages are still on their way."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Pages of the briefing"))
        self.viewport().setMouseTracking(True)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._look)
        self.drawer.drawn.connect(self._on_drawn)
        theme.changed.connect(self._relayout)

    @property
    def zoom(self) -> Zoom:
        """How large pages are, as it was chosen."""
        return self._zoom

    @property
    def percent(self) -> int:
        """How large pages are: 100 is their size on paper."""
        return round(100 * self._layout.factor / PER_POINT)

    @property
    def count(self) -> int:
        """Of pages."""
        return self._layout.count

    def seen(self) -> range:
        """The pages in sight, from 0, of which at least a fifth of the view or page is seen."""
        top, room = self._top(), float(self.viewport().height())
        slack = min(room, self._layout.rect(0).height()) / 5 if self.count else 0.0
        return self._layout.seen(top + slack, top + room - slack)

    def set_zoom(self, zoom: Zoom, at: float | None = None) -> None:
        """Show pages so large; what stands at height `at` of the view stays there."""
        hold = self._hold_at(self.viewport().height() / 3 if at is None else at)
        self._zoom = zoom
        self._relayout_at(hold)

    def step_zoom(self, direction: int, at: float | None = None) -> None:
        """A step larger (1) or smaller (-1)."""
        now = self.percent
        larger = [step for step in STEPS if step > now]
        smaller = [step for step in STEPS if step < now]
        if direction > 0 and larger:
            self.set_zoom(larger[0], at)
        elif direction < 0 and smaller:
            self.set_zoom(smaller[-1], at)

    async def adopt(self, data: bytes, spots: PageSpots, *, is_other: bool = False) -> bool:
        """Show these pages in place of those before, at once and without a flicker.

        Another document begins with its first page. False where newer ones are shown by then, or
        none are to be. Raises `CaseError` where it is no PDF.
        """
        self._asked += 1
        asked = self._asked
        sheaf = await self.drawer.opened(data)
        hold = None if is_other else self._hold()
        layout, top = self._laid_out(sheaf, spots, hold)
        wanted = self._strips(layout, top, self._in_view(layout, top))
        ready = await self.drawer.prepared(sheaf, wanted)
        if asked < self._newest:
            self.drawer.discard(sheaf)
            return False
        self._newest = asked
        hold = None if is_other else self._hold()  # one may have scrolled meanwhile
        self.is_waiting, self.spots = False, spots
        self.drawer.show_sheaf(sheaf, ready)
        self._relayout_at(hold)
        if is_other:
            self.verticalScrollBar().setValue(0)
        if self._is_aim_due:
            self.go_to(self._aim)
        return True

    def forget(self) -> None:
        """Show no pages until others are brought."""
        self._asked += 1
        self._newest = self._asked
        self.drawer.show_sheaf(None, {})
        self.spots, self.is_waiting = PageSpots(), True
        self._aim, self._is_aim_due = "", False
        self._relayout_at(None)

    def go_to(self, anchor: str) -> None:
        """Bring an anchor into sight, now or once it is printed; it is marked at the edge."""
        self._aim = anchor
        spot = self.spots.of(anchor)
        self._is_aim_due = spot is None
        if spot is not None:
            at, view = self._layout.spot(*spot), self.viewport().height()
            if not self._top() <= at <= self._top() + view * 0.6:
                self.verticalScrollBar().setValue(round(at - self._theme.px(24)))
        self.viewport().update()

    def show_spot(self, spot: Spot) -> None:
        """Bring a place of a page into sight."""
        if 0 <= spot.page < self.count:
            at = self._layout.spot(*spot)
            self.verticalScrollBar().setValue(round(at - self._theme.px(24)))

    def spot_at(self, point: QPointF) -> Spot | None:
        """The place of a page under a point of the view."""
        inside = point + self._offset()
        page = self._layout.page_at(inside)
        if page is None:
            return None
        return Spot(page, (inside.y() - self._layout.rect(page).top()) / self._layout.factor)

    def page_at(self, point: QPointF) -> int | None:
        """The page under a point of the view."""
        return self._layout.page_at(point + self._offset())

    def page_rect(self, page: int) -> QRectF:
        """Where a page stands in the view."""
        return self._layout.rect(page).translated(-self._offset())

    def paint_over(self, painter: QPainter) -> None:
        """Paint what stands on the pages; they are drawn already."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.tokens.window)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self.count:
            if self.is_waiting:
                page_paint.paint_waiting(painter, self._theme, self._waiting_pages())
            return
        for page in self.in_view():
            rect = self.page_rect(page)
            page_paint.paint_sheet(painter, self._theme, rect)
            self._paint_strips(painter, page, rect)
            self._paint_aim(painter, page, rect)
        self.paint_over(painter)

    def in_view(self) -> range:
        """The pages of which anything is in sight."""
        return self._in_view(self._layout, self._top())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relayout()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.step_zoom(1 if turned > 0 else -1, event.position().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def _paint_strips(self, painter: QPainter, page: int, rect: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        missing = False
        for strip in self._strips_of(self._layout, page, self._top()):
            image = self.drawer.picture(strip)
            missing = missing or image is None
        near = self.drawer.nearest(page) if missing else None
        if near is not None:
            strip, image = near
            height = image.height() * rect.width() / strip.width
            painter.drawImage(QRectF(rect.left(), rect.top(), rect.width(), height), image)
        for strip in self._strips_of(self._layout, page, self._top()):
            image = self.drawer.picture(strip)
            if image is not None:
                self._paint_strip(painter, rect, strip, image, ratio)

    def _paint_strip(
        self, painter: QPainter, rect: QRectF, strip: Strip, image: QImage, ratio: float
    ) -> None:
        top = rect.top() + strip.top / ratio
        place = QRectF(rect.left(), top, image.width() / ratio, image.height() / ratio)
        painter.drawImage(place, image)

    def _paint_aim(self, painter: QPainter, page: int, rect: QRectF) -> None:
        """A line at the edge of what is being written."""
        begin = self.spots.of(self._aim)
        if begin is None or begin.page > page:
            return
        end = self.spots.after(self._aim, SECTIONS)
        if end is not None and end.page < page:
            return
        first = begin.top if begin.page == page else 0.0
        height = rect.height() / self._layout.factor
        last = end.top if end is not None and end.page == page else height
        page_paint.paint_aim(painter, self._theme, rect, first / height, last / height)

    def _waiting_pages(self) -> list[QRectF]:
        """A4, where nothing is known of the pages yet."""
        room = QSizeF(self.viewport().size())
        layout = PageLayout(((595.0, 842.0),) * 2, self._zoom, room)
        return [layout.rect(page) for page in layout.seen(0, room.height())]

    def _hold(self) -> _Hold | None:
        """What is being written if it is in sight, else what is at the top."""
        aim = self.spots.of(self._aim)
        if aim is not None and self.count:
            below = self._layout.spot(*aim) - self._top()
            if 0 <= below <= self.viewport().height():
                return _Hold(self._aim, aim, below)
        return self._hold_at(0.0)

    def _hold_at(self, height: float) -> _Hold | None:
        """What stands so many pixels down the view."""
        if not self.count:
            return None
        at = self._top() + height
        pages = self._layout.seen(at, at + GAP + 1)
        if not pages:
            return None
        page = pages.start
        spot = Spot(page, (at - self._layout.rect(page).top()) / self._layout.factor)
        anchor = self.spots.before(spot)
        place = self.spots.of(anchor)
        if place is None or height != 0.0:
            return _Hold("", spot, height)
        return _Hold(anchor, place, self._layout.spot(*place) - self._top())

    def _laid_out(
        self, sheaf: Sheaf | None, spots: PageSpots, hold: _Hold | None
    ) -> tuple[PageLayout, float]:
        """How pages would stand, and how far the view would be scrolled."""
        bar = self.verticalScrollBar().sizeHint().width()
        room = QSizeF(max(80, self.width() - bar), self.viewport().height())
        layout = PageLayout(sheaf.sizes if sheaf else (), self._zoom, room)
        if hold is None or not layout.count:
            return layout, 0.0
        spot = (spots.of(hold.anchor) if hold.anchor else None) or hold.spot
        page = min(spot.page, layout.count - 1)
        top = layout.spot(page, spot.top) - hold.below
        return layout, max(0.0, min(top, layout.height - room.height()))

    @Slot()
    def _relayout(self) -> None:
        self._relayout_at(self._hold_at(0.0))

    def _relayout_at(self, hold: _Hold | None) -> None:
        self._layout, top = self._laid_out(self.drawer.sheaf, self.spots, hold)
        self._set_bars()
        self.verticalScrollBar().setValue(round(top))
        self._look()

    def _set_bars(self) -> None:
        view = self.viewport().size()
        down, aside = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(self._layout.height) - view.height()))
        down.setPageStep(max(1, view.height() - self._theme.px(40)))
        down.setSingleStep(self._theme.px(40))
        was = aside.maximum()
        aside.setRange(0, max(0, round(self._layout.width) - view.width()))
        aside.setPageStep(view.width())
        aside.setSingleStep(self._theme.px(40))
        if not was:
            aside.setValue(aside.maximum() // 2)

    def _top(self) -> float:
        return float(self.verticalScrollBar().value())

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _in_view(self, layout: PageLayout, top: float) -> range:
        return layout.seen(top, top + self.viewport().height())

    def _strips_of(self, layout: PageLayout, page: int, top: float) -> list[Strip]:
        """The strips of a page that are in sight."""
        ratio, rect = self.devicePixelRatioF(), layout.rect(page)
        width, height = round(rect.width() * ratio), round(rect.height() * ratio)
        first = (top - rect.top()) * ratio
        last = (top + self.viewport().height() - rect.top()) * ratio
        return strips(page, width, height, max(0.0, first), last)

    def _strips(self, layout: PageLayout, top: float, pages: range) -> list[Strip]:
        return [strip for page in pages for strip in self._strips_of(layout, page, top)]

    @Slot()
    def _look(self) -> None:
        """Have drawn what is in sight and what comes after it, tell where that is."""
        if self.isVisible() and self.count:
            top = self._top()
            pages = self._in_view(self._layout, top)
            wanted = self._strips(self._layout, top, pages)
            for page in range(pages.stop, min(pages.stop + AHEAD, self.count)):
                wanted += self._strips_of(self._layout, page, self._layout.rect(page).top())[:1]
            self.drawer.want(wanted)
        self.looked_at.emit()
        self.viewport().update()

    @Slot(int)
    def _on_drawn(self, page: int) -> None:
        if page in self.in_view():
            rect: QRect = self.page_rect(page).toAlignedRect()
            self.viewport().update(rect)
