"""Rows that are on their way."""

from caseboard.ui.lib.skeleton import Skeleton


def is_blank(widget):
    image = widget.grab().toImage()
    first = image.pixelColor(0, 0)
    return all(
        image.pixelColor(x, y) == first
        for x in range(0, image.width(), 5)
        for y in range(0, image.height(), 3)
    )


def test_nothing_is_shown_before_the_user_would_wonder(theme, qtbot):
    skeleton = Skeleton(theme)
    qtbot.addWidget(skeleton)
    skeleton.resize(300, 200)
    skeleton.show()
    assert is_blank(skeleton)
    qtbot.waitUntil(lambda: not is_blank(skeleton), timeout=15_000)
    skeleton.hide()
    skeleton.show()
    assert is_blank(skeleton)


def test_rows_that_wait_do_not_move(theme, qtbot):
    skeleton = Skeleton(theme)
    qtbot.addWidget(skeleton)
    skeleton.resize(300, 200)
    skeleton.show()
    qtbot.waitUntil(lambda: not is_blank(skeleton), timeout=15_000)
    before = skeleton.grab().toImage()
    qtbot.wait(120)
    assert skeleton.grab().toImage() == before
