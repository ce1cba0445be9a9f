"""Panes side by side whose widths are remembered."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from caseboard.runtime.settings import SettingsFile

PAUSE = 400  # milliseconds after the last move until it is written down


class Panes(QSplitter):
    """A row of panes; one of them takes what room is left, the others may be folded away.

    The widths are kept in the settings under `name`, in pixels; 0 is a folded pane.
    """

    def __init__(self, settings: SettingsFile, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings = settings
        self._name = name
        self._wanted: list[int] = []
        self._unfolded: dict[int, int] = {}
        self._is_shown = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.save)
        self.setHandleWidth(1)  # Qt then takes 5 pixels to be grabbed by
        self.splitterMoved.connect(lambda _place, _index: self._timer.start())

    def add(self, pane: QWidget, width: int, *, takes_room: bool = False) -> None:
        """Put `pane` at the right end, `width` pixels wide until the user says otherwise."""
        index = self.count()
        self.addWidget(pane)
        self.setStretchFactor(index, int(takes_room))
        self.setCollapsible(index, not takes_room)
        self._wanted.append(width)

    def is_folded(self, index: int) -> bool:
        """Whether that pane is folded away."""
        return self.sizes()[index] == 0

    def fold(self, index: int, *, folded: bool) -> None:
        """Fold a pane away, or bring it back as wide as it was."""
        sizes = self.sizes()
        if folded == (sizes[index] == 0):
            return
        room = next(i for i in range(self.count()) if not self.isCollapsible(i))
        width = 0 if folded else self._unfolded.get(index, self._wanted[index])
        self._unfolded[index] = sizes[index] or self._wanted[index]
        sizes[room] += sizes[index] - width
        sizes[index] = width
        self.setSizes(sizes)
        self._timer.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_shown:
            self._is_shown = True
            self._restore()

    @Slot()
    def save(self) -> None:
        """Write the widths down."""
        kept = dict(self._settings.settings.splitters)
        self._settings.change(splitters={**kept, self._name: tuple(self.sizes())})

    def _restore(self) -> None:
        kept = self._settings.settings.splitters.get(self._name, ())
        sizes = list(kept) if len(kept) == self.count() else self._wanted
        total = max(self.width(), 1)
        room = next(i for i in range(self.count()) if not self.isCollapsible(i))
        fixed = sum(size for i, size in enumerate(sizes) if i != room)
        squeeze = min(1.0, 0.6 * total / fixed) if fixed else 1.0  # the reader keeps 2 parts of 5
        sizes = [round(size * squeeze) for size in sizes]
        sizes[room] = total - sum(size for i, size in enumerate(sizes) if i != room)
        self.setSizes(sizes)
