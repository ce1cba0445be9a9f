"""One picture, looked at closely and marked with rectangles."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.lib.labels import plain_tip
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.camera import STEP, Camera
from caseboard.ui.reader.dragging import Drag
from caseboard.ui.reader.lens import Lens
from caseboard.ui.reader.page import Region
from caseboard.ui.reader.regions import adjusted, paint_pending, paint_region, spanned, tip_of
from caseboard.ui.reader.turning import QUARTER, turned, turned_point, turned_step

GROUND = "#20252e"
"""A picture is judged on the same dark ground in both themes."""


class PictureView(QWidget):
    """Shows a picture fitted or enlarged, with the regions marked in it.

    Drag draws a region, the wheel and `+` `-` zoom, `0` fits, `1` shows pixel for pixel, the middle
    button or Space with a drag moves it. Tab goes through the regions and Enter picks one. `R`
    begins a region in the middle; the arrow keys move the one that was drawn, with Shift its far
    corner; Esc drops it. `[` and `]` turn it, `M` holds a lens over it. Regions are told in
    fractions (0 to 1) of the upright picture's sides, however it is turned.
    """

    region_drawn = Signal(float, float, float, float)
    """x, y, w, h of the region that waits for a tag, anew whenever it is adjusted."""
    region_cleared = Signal()
    region_clicked = Signal(str)
    zoomed = Signal(float)
    """How many pixels of the view show one of the picture."""
    lens_toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._upright = QImage()
        self._image = QImage()  # as it is shown: turned
        self._scaled = QPixmap()
        self._quarters = 0
        self._lens = Lens(theme)
        self._camera = Camera(QSizeF(1, 1), QSizeF(1, 1))
        self._regions: Sequence[Region] = ()
        self._active = ""
        self._pending: QRectF | None = None
        self._drag: Drag | None = None
        self._space = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Picture"))
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme.changed.connect(self.update)

    @property
    def camera(self) -> Camera:
        """How the picture stands in the view."""
        return self._camera

    @property
    def wants_to_pan(self) -> bool:
        """Whether the next drag moves it."""
        return self._space

    def to_view(self, x: float, y: float) -> QPointF:
        """Where a point of the upright picture, in fractions, stands in the view."""
        return self._in_view(QRectF(x, y, 0, 0)).topLeft()

    def to_picture(self, point: QPointF) -> QPointF:
        """A point of the view in fractions of the upright picture, never outside it."""
        return turned_point(self._camera.to_fraction(point), -self._quarters)

    @property
    def pending(self) -> QRectF | None:
        """The region that was drawn and waits for a tag, in fractions."""
        return self._pending

    @property
    def active(self) -> str:
        """The key of the region that is selected, or nothing."""
        return self._active

    def show_image(self, image: QImage, name: str = "") -> None:
        """Show another picture, fitted, with no regions yet."""
        self._quarters = 0
        self._put(image)
        self._look(Camera(QSizeF(image.size()), QSizeF(self.size())))
        self._regions, self._active, self._drag = (), "", None
        self.setAccessibleName(name or _("Picture"))
        self.clear_pending()
        self.update()

    def retouch(self, image: QImage) -> None:
        """Show another look of the same picture; place, regions and turn stay."""
        self._put(image)
        size = QSizeF(self._image.size())
        if size != self._camera.picture:
            self._look(replace(self._camera, picture=size, fitting=True))
        self.update()

    def turn(self, quarters: int) -> None:
        """Turn it by so many quarters to the right, fitted."""
        self._quarters = (self._quarters + quarters) % 4
        self._put(self._upright)
        self._look(Camera(QSizeF(self._image.size()), QSizeF(self.size())))

    @property
    def quarters(self) -> int:
        """By how many quarters it is turned to the right."""
        return self._quarters

    @property
    def has_lens(self) -> bool:
        """Whether a lens is held over it."""
        return self._lens.is_on

    def hold_lens(self, *, on: bool) -> None:
        """Hold a lens over the picture where the mouse is, or take it away."""
        if on != self._lens.is_on:
            self._lens.is_on = on
            self.lens_toggled.emit(on)
            self.update()

    def show_regions(self, regions: Sequence[Region]) -> None:
        """Mark these in the picture."""
        self._regions = sorted(regions, key=lambda region: -region.w * region.h)
        if self._active not in {region.key for region in regions}:
            self._active = ""
        self.update()

    def show_region(self, key: str) -> None:
        """Frame a region, and bring it into sight if it is out of it."""
        self._active = key
        region = next((each for each in self._regions if each.key == key), None)
        if region:
            place = self._place(region)
            if not QRectF(self.rect()).intersects(place):
                self._camera = self._camera.moved(QPointF(self.rect().center()) - place.center())
        self.update()

    def clear_pending(self) -> None:
        """Drop the region that was drawn."""
        if self._pending is not None:
            self._pending = None
            self.region_cleared.emit()
            self.update()

    def zoom(self, factor: float) -> None:
        """Larger or smaller around the middle."""
        self._look(self._camera.zoomed(factor, QPointF(self.rect().center())))

    def fit(self) -> None:
        """The whole picture."""
        self._look(replace(self._camera, fitting=True))

    def show_pixels(self) -> None:
        """One pixel of the picture on each pixel of the view."""
        self._look(self._camera.scaled(1.0))

    def region_at(self, point: QPointF) -> Region | None:
        """The smallest region under a point of the view."""
        found = (each for each in reversed(self._regions) if self._place(each).contains(point))
        return next(found, None)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), GROUND)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_picture(painter)
        for region in self._regions:
            paint_region(painter, self._theme, self._place(region), region)
        active = next((each for each in self._regions if each.key == self._active), None)
        if active:
            paint_region(painter, self._theme, self._place(active), active, active=True)
        if self._pending is not None:
            paint_pending(painter, self._theme, self._in_view(self._pending))
        self._lens.paint(painter, self._image, self._camera)
        if self.hasFocus():
            painter.setPen(self._theme.tokens.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._look(replace(self._camera, view=QSizeF(event.size())))

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        self._look(self._camera.zoomed(STEP ** (event.angleDelta().y() / 120), event.position()))
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        button, point = event.button(), event.position()
        if button is Qt.MouseButton.MiddleButton or (
            button is Qt.MouseButton.LeftButton and self._space
        ):
            self._drag = Drag(point, panning=True)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif button is Qt.MouseButton.LeftButton and not self._image.isNull():
            self._drag = Drag(point, panning=False)

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        point, drag = event.position(), self._drag
        if self._lens.follow(point):
            self.update()
        if drag is None:
            self._point_at(point)
        elif drag.panning:
            self._look(self._camera.moved(point - drag.last))
            drag.last = point
        elif drag.has_begun(point):
            self._pending = spanned(self.to_picture(drag.start), self.to_picture(point))
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        drag, self._drag = self._drag, None
        if drag is None:
            return
        if drag.panning:
            self._point_at(event.position())
        elif not drag.has_begun(event.position()):
            self._click(event.position())
        elif self._pending is not None:
            self._tell_pending()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._space = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif not (self._zoom_by_key(event) or self._adjust_by_key(event)):
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            super().keyReleaseEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self._space = False
        super().focusOutEvent(event)

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        keys = [region.key for region in sorted(self._regions, key=lambda r: (r.y, r.x))]
        at = keys.index(self._active) if self._active in keys else (-1 if next else len(keys))
        after = at + (1 if next else -1)
        if 0 <= after < len(keys):
            self.show_region(keys[after])
            return True
        self._active = ""
        self.update()
        return super().focusNextPrevChild(next)

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            region = self.region_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(tip_of(region)), self)
            return True
        return super().event(event)

    def _put(self, upright: QImage) -> None:
        self._upright, self._scaled = upright, QPixmap()
        turn = QTransform().rotate(QUARTER * self._quarters)
        self._image = upright.transformed(turn) if self._quarters else upright

    def _place(self, region: Region) -> QRectF:
        return self._in_view(QRectF(region.x, region.y, region.w, region.h))

    def _in_view(self, rect: QRectF) -> QRectF:
        return self._camera.to_view(turned(rect, self._quarters))

    def _look(self, camera: Camera) -> None:
        self._camera = camera
        self.zoomed.emit(camera.scale)
        self.update()

    def _paint_picture(self, painter: QPainter) -> None:
        if self._image.isNull():
            painter.setPen("#97a1b3")
            painter.setFont(self._theme.ui_font())
            words = _("The picture is not here yet.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
            return
        rect, ratio = self._camera.rect(), self.devicePixelRatioF()
        if self._camera.scale * ratio < 1:
            painter.drawPixmap(rect, self._small(rect.size() * ratio), QRectF())
            return
        painter.setRenderHint(
            QPainter.RenderHint.SmoothPixmapTransform, on=self._camera.scale * ratio < 3
        )
        painter.drawImage(rect, self._image)

    def _small(self, size: QSizeF) -> QPixmap:
        """The picture in so many pixels, smooth, made once for each size."""
        wanted = size.toSize()
        if self._scaled.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = QPixmap.fromImage(self._image.scaled(wanted, mode=smooth))
        return self._scaled

    def _point_at(self, point: QPointF) -> None:
        over = self.region_at(point) is not None
        if not self._space:
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.CrossCursor
            self.setCursor(shape)

    def _click(self, point: QPointF) -> None:
        region = self.region_at(point)
        if region:
            self._pick(region.key)
        else:
            self._active = ""
            self.clear_pending()
            self.update()

    def _pick(self, key: str) -> None:
        self.show_region(key)
        self.region_clicked.emit(key)

    def _zoom_by_key(self, event: QKeyEvent) -> bool:
        acts = {"+": lambda: self.zoom(STEP), "=": lambda: self.zoom(STEP), "0": self.fit}
        acts |= {"-": lambda: self.zoom(1 / STEP), "1": self.show_pixels}
        acts |= {"[": lambda: self.turn(-1), "]": lambda: self.turn(1)}
        acts |= {"m": lambda: self.hold_lens(on=not self.has_lens)}
        act = acts.get(event.text())
        if act:
            act()
        return act is not None

    def _adjust_by_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._pending is not None:
            self.clear_pending()
        elif event.key() == Qt.Key.Key_R and not self._image.isNull():
            self._pending = QRectF(0.4, 0.4, 0.2, 0.2)
            self._tell_pending()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._active:
            self._pick(self._active)
        else:
            return self._nudge(event)
        return True

    def _nudge(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            return False
        if self._pending is None:
            self._look(self._camera.moved(QPointF(-32 * step[0], -32 * step[1])))
            return True
        rect = self._camera.rect()
        by = QPointF(4 * step[0] / rect.width(), 4 * step[1] / rect.height())
        by = turned_step(by, self._quarters)
        sizing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._pending = adjusted(self._pending, by, sizing=sizing)
        self._tell_pending()
        return True

    def _tell_pending(self) -> None:
        region = self._pending
        if region is not None:
            self.region_drawn.emit(region.x(), region.y(), region.width(), region.height())
        self.update()
