"""A row in which some can be spared: they are hidden where the others have no room."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QWidget
from typing_extensions import override

_FITTING = {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show}


class GivingWay(QObject):
    """Watches a row laid out in `holder`; of `spare` the first is hidden first.

    What is in the row is as wide as it asks to be; stretches take what is left.
    """

    def __init__(self, holder: QWidget, row: QHBoxLayout, *spare: QWidget) -> None:
        super().__init__(holder)
        self._holder = holder
        self._row = row
        self._spare = spare
        holder.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if watched is self._holder and event.type() in _FITTING:
            self._fit()
        return False

    def _fit(self) -> None:
        room = self._holder.width() - self._wanted()
        for each in self._spare:
            is_needed = room >= 0
            if each.isVisibleTo(self._holder) != is_needed:
                each.setVisible(is_needed)
            if not is_needed:
                room += each.sizeHint().width() + self._row.spacing()

    def _wanted(self) -> int:
        """Pixels that all of the row asks for, the spare ones seen."""
        margins = self._row.contentsMargins()
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        wide = [width for item in items if item is not None and (width := self._width(item))]
        gaps = self._row.spacing() * max(0, len(wide) - 1)
        return margins.left() + margins.right() + sum(wide) + gaps

    def _width(self, item: QLayoutItem) -> int:
        widget = item.widget()
        if widget is None:
            return item.sizeHint().width()
        is_seen = widget in self._spare or widget.isVisibleTo(self._holder)
        return widget.sizeHint().width() if is_seen else 0
