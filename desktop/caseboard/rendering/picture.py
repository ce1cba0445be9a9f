"""The picture of a whole page, put together from windows full of it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWebEngineWidgets import QWebEngineView

from caseboard.rendering.page import SealedPage
from caseboard.rendering.request import Answers, Failed
from caseboard.rendering.scripts import called
from caseboard.rendering.waiting import Deadline, pause

WIDTH = 1280
SCREEN = 1024
STRIP = 16
"""Pixels at the foot of the window that tell which piece is in sight; never in the picture."""
MOST = 30_000
"""Pixels; a page that is longer is cut there, and that is said."""
_SECONDS = 5.0
_SIGHT_SECONDS = 3.0
_LOOK_AGAIN = 0.02


def take(
    view: QWebEngineView, page: SealedPage, path: Path, tell: Answers, deadline: Deadline
) -> dict[str, Any]:
    """Write the page to `path`, a `.png`; answers with its `height` and the height `shown` of it.

    And with what was `hidden` besides: that which followed the reader down the page.

    By pieces, each scrolled to, since a window as high as the page would stretch whatever is
    measured in windows. What is left at the `deadline` is left out. Raises `Failed`.
    """
    facts = page.call(called("stage", STRIP), _SECONDS)
    height = max(1, int(facts["height"]))
    picture = QImage(WIDTH, min(height, MOST), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    tops = range(0, picture.height(), SCREEN)
    shown = 0
    for number, top in enumerate(tops):
        if number and not deadline.left():
            break
        tell.stage("picture", number, len(tops))
        reached, piece = _piece(view, page, number, top)
        painter.drawImage(QPoint(0, reached), piece, QRect(0, 0, WIDTH, SCREEN))
        shown = min(top + SCREEN, picture.height())
    painter.end()
    picture = picture.copy(0, 0, WIDTH, shown)
    if not picture.save(str(path)):
        raise Failed("not written")
    hidden = page.call(called("strike", MOST), _SECONDS)
    return {"height": height, "shown": picture.height(), "hidden": hidden}


def _piece(view: QWebEngineView, page: SealedPage, number: int, top: int) -> tuple[int, QImage]:
    """The window scrolled to `top`, once it shows the strip of that piece.

    A grab shows the frame that came last, which may still be that of the piece before. A page
    that lies over everything hides the strip; what is in sight after a while is taken then.
    """
    colour = QColor.fromHsv(number * 97 % 360, 255, 255 - number % 2 * 60)
    reached = int(page.call(called("show", top, colour.name()), _SECONDS))
    deadline = Deadline(_SIGHT_SECONDS)
    while True:
        image = view.grab().toImage()
        if _strip_of(image) == colour.rgb() or not deadline.left():
            return reached, image
        pause(_LOOK_AGAIN)


def _strip_of(image: QImage) -> int:
    return image.pixel(WIDTH // 2, image.height() - STRIP // 2)
