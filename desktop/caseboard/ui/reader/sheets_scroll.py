"""The pages of a document one under the other: scrolled, enlarged, drawn as they come in sight."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.camera import STEP
from caseboard.ui.reader.sheets_layout import SheetsLayout
from caseboard.ui.reader.sheets_paint import (
    PAPER,
    paint_blank,
    paint_number,
    paint_rim,
    paint_words,
)
from caseboard.ui.sheets import DrawnPage, Sheets

SIDE = 24
WIDEST = 980
"""A page that fits is no wider than this: lines longer are hard to read."""
SMALLEST, LARGEST = 0.2, 5.0
AHEAD = 2
"""So many pages after those in sight are drawn before they are asked for."""
PER_POINT = 96 / 72


class SheetsScroll(QAbstractScrollArea):
    """Shows the pages of `Sheets`. Only those in sight are drawn, and the next ones.

    Ctrl with the wheel, `+` and `-` zoom, `0` fits the width; PgUp, PgDn, Home, End and the arrow
    keys scroll.
    """

    moved = Signal(int)
    """The page that is looked at."""
    zoomed = Signal(float)
    """How large it is: 1 is its size on paper."""

    def __init__(self, theme: Theme, sheets: Sheets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.sheets = sheets
        self._factor = 1.0
        self._layout = SheetsLayout((), 1)
        self._scaled: dict[int, tuple[DrawnPage, QSize, QPixmap]] = {}
        self._told = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Pages"))
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        sheets.measured.connect(self._on_measured)
        sheets.drawn.connect(self._on_drawn)
        theme.changed.connect(self.relayout)

    @property
    def current(self) -> int:
        """The page that is looked at: the one a third down the view; 0 for none."""
        return self._layout.page_at(self._top() + self.viewport().height() / 3)

    @property
    def count(self) -> int:
        """How many pages can be scrolled to."""
        return self._layout.count

    def begin(self) -> None:
        """Show another document from its first page."""
        self._factor = 1.0
        self._scaled.clear()
        self.relayout()
        self.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.sheets.measure()

    def go_to(self, page: int, y: float = 0.0) -> None:
        """Bring a page into sight, from `y` (0 to 1) of its height on."""
        if not 1 <= page <= self._layout.count:
            return
        margin = self.theme.px(8) if y <= 0 else self.viewport().height() / 3
        top = self._layout.top(page) + y * self._layout.height_of(page) - margin
        self.verticalScrollBar().setValue(round(top))

    def reveal(self, page: int, y: float, h: float) -> None:
        """Bring what stands at `y` of a page, `h` high, into sight, unless it is."""
        if not 1 <= page <= self._layout.count:
            return
        top = self._layout.top(page) + y * self._layout.height_of(page)
        bottom = top + h * self._layout.height_of(page)
        if top < self._top() or bottom > self._top() + self.viewport().height():
            self.go_to(page, max(y, 1e-9))

    def zoom(self, factor: float, at: float | None = None) -> None:
        """So many times as large; what stands at height `at` of the view stays there."""
        self._set_factor(self._factor * factor, at)

    def fit(self) -> None:
        """As wide as the view."""
        self._set_factor(1.0)

    def place_of(self, page: int) -> QRectF:
        """Where a page stands in the view, whether it is in sight or not."""
        room, width = self.viewport().width(), self._layout.width
        left = (room - width) / 2 if width <= room else SIDE - self.horizontalScrollBar().value()
        top = self._layout.top(page) - self._top()
        return QRectF(round(left), round(top), round(width), round(self._layout.height_of(page)))

    def page_at(self, point: QPointF) -> int:
        """The page under a point of the view; 0 for none."""
        page = self._layout.page_at(point.y() + self._top())
        return page if page and self.place_of(page).contains(point) else 0

    def fraction(self, page: int, point: QPointF) -> QPointF:
        """A point of the view in fractions of a page's sides, never outside it."""
        sheet = self.place_of(page)
        x = (point.x() - sheet.x()) / max(1.0, sheet.width())
        y = (point.y() - sheet.y()) / max(1.0, sheet.height())
        return QPointF(min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))

    def seen(self) -> range:
        """The pages in sight."""
        return self._layout.seen(self._top(), self._top() + self.viewport().height())

    def paint_over(self, painter: QPainter, number: int, sheet: QRectF) -> None:
        """Paint what is marked on a page; it is drawn already."""

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.theme.tokens.window)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in self.seen():
            sheet = self.place_of(number)
            if sheet.adjusted(0, 0, 0, self.theme.px(24)).intersects(QRectF(event.rect())):
                self._paint_sheet(painter, number, sheet)
        if not self._layout.count:
            words = self.sheets.problem or _("The pages are being counted…")
            paint_words(painter, self.theme, QRectF(self.viewport().rect()), words)

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.sheets.measure()
        self._look()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.relayout()

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP ** (event.angleDelta().y() / 120), event.position().y())
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        bar = self.verticalScrollBar()
        acts = {"+": lambda: self.zoom(STEP), "=": lambda: self.zoom(STEP), "0": self.fit}
        acts |= {"-": lambda: self.zoom(1 / STEP)}
        moves = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        act, move = acts.get(event.text()), moves.get(Qt.Key(event.key()))
        if act:
            act()
        elif move is not None:
            bar.setValue(move)
        else:
            super().keyPressEvent(event)

    @Slot()
    def relayout(self) -> None:
        """Lay the pages out for the room there is; what is looked at stays in sight."""
        page, share = self._stand()
        width = max(80.0, self._fitting() * self._factor)
        self._layout = SheetsLayout(self.sheets.sizes, round(width), self.theme.scale)
        self._set_bars()
        if page and page <= self._layout.count:
            top = self._layout.top(page) + share * self._layout.height_of(page)
            self.verticalScrollBar().setValue(round(top))
        self._look()

    def _stand(self) -> tuple[int, float]:
        """The page at the top of the view, and how much of it is above."""
        page = self._layout.page_at(self._top())
        if not page:
            return 0, 0.0
        return page, (self._top() - self._layout.top(page)) / self._layout.height_of(page)

    def _fitting(self) -> float:
        """The width of a page that fits, the scroll bar there or not."""
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - 2 * SIDE
        return min(self.theme.px(WIDEST), max(80, room))

    def _set_factor(self, factor: float, at: float | None = None) -> None:
        factor = min(LARGEST, max(SMALLEST, factor))
        if factor == self._factor or not self._layout.count:
            return
        at = self.viewport().height() / 2 if at is None else at
        page = self._layout.page_at(self._top() + at)
        share = (self._top() + at - self._layout.top(page)) / self._layout.height_of(page)
        self._factor = factor
        self.relayout()
        top = self._layout.top(page) + share * self._layout.height_of(page) - at
        self.verticalScrollBar().setValue(round(top))
        self._look()

    def _set_bars(self) -> None:
        view = self.viewport().size()
        down, aside = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(self._layout.height) - view.height()))
        down.setPageStep(max(1, view.height() - self.theme.px(40)))
        down.setSingleStep(self.theme.px(40))
        wide = self._layout.width + 2 * SIDE
        was = aside.maximum()
        aside.setRange(0, max(0, round(wide) - view.width()))
        aside.setPageStep(view.width())
        aside.setSingleStep(self.theme.px(40))
        if not was:
            aside.setValue(aside.maximum() // 2)

    def _top(self) -> float:
        return self.verticalScrollBar().value()

    def _look(self) -> None:
        """Have drawn what is in sight, tell where that is."""
        seen = self.seen()
        if self.isVisible() and seen:
            ahead = range(seen.stop, min(seen.stop + AHEAD, self._layout.count + 1))
            width = self._layout.width * self.devicePixelRatioF()
            self.sheets.want([*seen, *ahead], width)
        self._scaled = {n: kept for n, kept in self._scaled.items() if n in seen}
        if seen:
            self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        current = self.current
        if current != self._told:
            self._told = current
            self.moved.emit(current)
        points = self.sheets.sizes[current - 1][0]
        self.zoomed.emit(self._layout.width / self.theme.scale / (points * PER_POINT))

    def _paint_sheet(self, painter: QPainter, number: int, sheet: QRectF) -> None:
        paint_number(painter, self.theme, sheet, str(number))
        drawn, trouble = self.sheets.page(number), self.sheets.trouble(number)
        if drawn is None:
            words = trouble or _("Page {n} is being drawn…").format(n=number)
            paint_blank(painter, self.theme, sheet, words)
        else:
            painter.fillRect(sheet, PAPER)
            painter.drawPixmap(sheet, self._in_size(number, drawn, sheet), QRectF())
            self.paint_over(painter, number, sheet)
        paint_rim(painter, self.theme, sheet)

    def _in_size(self, number: int, drawn: DrawnPage, sheet: QRectF) -> QPixmap:
        """A page in just so many pixels, smooth, made once for each size."""
        wanted = (sheet.size() * self.devicePixelRatioF()).toSize()
        kept = self._scaled.get(number)
        if kept is None or kept[0] is not drawn or kept[1] != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            is_larger = wanted.width() >= drawn.image.width()  # then only what is in sight is made
            image = drawn.image if is_larger else drawn.image.scaled(wanted, mode=smooth)
            kept = drawn, wanted, QPixmap.fromImage(image)
            self._scaled[number] = kept
        return kept[2]

    @Slot()
    def _on_scrolled(self) -> None:
        self._look()

    @Slot()
    def _on_measured(self) -> None:
        self.relayout()

    @Slot(int)
    def _on_drawn(self, number: int) -> None:
        if number in self.seen():
            self.viewport().update()
