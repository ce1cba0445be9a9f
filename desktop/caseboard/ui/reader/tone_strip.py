"""Sliders for brightness and contrast, and two switches."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSlider, QWidget

from caseboard.i18n import _
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.tones import Tones

FURTHEST = 100
STEP = 10
SLIDER, HIGH = 140, 20


class ToneStrip(QWidget):
    """Tells of every change with `changed`; what it stands at is in `tones`."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.brightness = self._slider(_("Brightness"))
        self.contrast = self._slider(_("Contrast"))
        self.even = self._switch(_("Even out"))
        self.invert = self._switch(_("Invert"))
        back = link_button(_("As it is"), self)
        back.clicked.connect(self.reset)
        flow = FlowLayout(self, theme.px(8))
        flow.setContentsMargins(*(theme.px(n) for n in (14, 2, 14, 8)))
        for name, slider in ((_("Brightness"), self.brightness), (_("Contrast"), self.contrast)):
            slider.setFixedSize(theme.px(SLIDER), theme.px(HIGH))
            label = plain_label(name, self, tone="muted", size="small")
            flow.addWidget(self._side_by_side(theme, label, slider))
        flow.addWidget(self._side_by_side(theme, self.even, self.invert, back))

    @property
    def tones(self) -> Tones:
        """What is chosen."""
        return Tones(
            self.brightness.value(),
            self.contrast.value(),
            self.even.isChecked(),
            self.invert.isChecked(),
        )

    @Slot()
    def reset(self) -> None:
        """Everything as it is in the file."""
        for slider in (self.brightness, self.contrast):
            slider.setValue(0)
        for switch in (self.even, self.invert):
            switch.setChecked(False)

    def _side_by_side(self, theme: Theme, *widgets: QWidget) -> QWidget:
        """What stays on one line where the strip is broken."""
        group = QWidget(self)
        group.setFixedHeight(theme.px(HIGH))
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, theme.px(8), 0)
        row.setSpacing(theme.px(8))
        for widget in widgets:
            row.addWidget(widget)
        return group

    def _slider(self, name: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(-FURTHEST, FURTHEST)
        slider.setPageStep(STEP)
        slider.setAccessibleName(name)
        slider.valueChanged.connect(self._on_changed)
        return slider

    def _switch(self, name: str) -> QCheckBox:
        switch = QCheckBox(name, self)
        switch.toggled.connect(self._on_changed)
        return switch

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
