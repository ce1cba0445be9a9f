"""A theme, and a map of a small world."""

import pytest
from small_world import SmallWorld

from caseboard.mapping.content import Content
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map.canvas import MapCanvas
from support import until


@pytest.fixture(scope="session")
def theme(qapp):
    theme = Theme()
    theme.apply(qapp)
    theme.choose("light")
    return theme


@pytest.fixture
def ground():
    return SmallWorld()


@pytest.fixture
def shown(theme, qtbot, ground):
    """Shows a canvas of 600 × 400 with its content, and waits until all of it is drawn."""

    async def shown(content=None):
        canvas = MapCanvas(theme, ground)
        qtbot.addWidget(canvas, before_close_func=lambda canvas: canvas.stop())
        canvas.resize(600, 400)
        canvas.show()
        canvas.show_content(content or Content())
        canvas.setFocus()
        await until(lambda: canvas.atlas.is_done)
        return canvas

    return shown
