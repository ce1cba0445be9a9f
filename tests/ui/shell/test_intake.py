"""From a payload to what can be taken in."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from caseboard.capture.folder import LeftOut, Reason, Walked
from caseboard.model.terms import Method
from caseboard.ui.dropping import Payload
from caseboard.ui.intake import gather, of_files

pytestmark = pytest.mark.usefixtures("qapp")


def test_what_a_walk_found_and_left_out_is_handed_on():
    walked = Walked([Path("a.txt")], [LeftOut("b.txt", Reason.NO_RIGHT)])
    gathered = of_files(walked, Method.FILE)
    assert gathered.drop.files == (Path("a.txt"),)
    assert gathered.drop.method is Method.FILE
    assert gathered.left_out == (LeftOut("b.txt", Reason.NO_RIGHT),)
    assert not gathered.is_empty


def test_a_walk_that_found_nothing_leaves_nothing_to_take():
    assert of_files(Walked(), Method.DROP).is_empty


def test_a_picture_in_memory_becomes_a_png_in_front_of_the_rest():
    picture = QImage(3, 2, QImage.Format.Format_RGB32)
    picture.fill(QColor("blue"))
    drop = gather(Payload((("text/html", b"<img>"),), image=picture), Method.PASTE).drop
    assert [flavour.media_type for flavour in drop.flavours] == ["image/png", "text/html"]
    assert drop.flavours[0].data.startswith(b"\x89PNG")
    assert drop.method is Method.PASTE
