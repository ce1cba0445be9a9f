"""The strip of sliders stays of use where the reader is narrow."""

import pytest
from PySide6.QtCore import QPoint

from caseboard.ui.reader.tone_strip import SLIDER, ToneStrip


@pytest.mark.parametrize("width", [300, 420, 900])
def test_sliders_keep_their_length_and_nothing_is_cut(qtbot, theme, width):
    strip = ToneStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(width, strip.layout().heightForWidth(width))
    strip.show()
    for slider in (strip.brightness, strip.contrast):
        assert slider.width() == theme.px(SLIDER)
    for widget in (strip.brightness, strip.contrast, strip.even, strip.invert):
        assert strip.rect().contains(widget.rect().translated(widget.mapTo(strip, QPoint())))
