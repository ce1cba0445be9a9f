"""What a drag or the clipboard holds, and the drop itself."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget

from caseboard.ui.dropping import DropTarget, describe, payload_of

LINK = "https://example.org/article"


def selection():
    mime = QMimeData()
    mime.setHtml("<p>two <b>columns</b></p>")
    mime.setText("two columns")
    mime.setData("text/x-moz-url", LINK.encode("utf-16-le"))
    return mime


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


@pytest.fixture
def target(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 500)
    window.show()
    target = DropTarget(window, theme)
    target.is_open = True
    target.sentence = "Clip {}".format
    return window, target


def enter(window, mime):
    event = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setAccepted(False)
    QApplication.sendEvent(window, event)
    return event


def drop(window, mime):
    """Qt gives a drop only to what has taken the drag before it."""
    enter(window, mime)
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setAccepted(False)
    QApplication.sendEvent(window, event)
    return event


def test_every_flavour_is_kept_byte_for_byte():
    flavours = dict(payload_of(selection()).flavours)
    assert flavours["text/html"] == b"<p>two <b>columns</b></p>"
    assert flavours["text/plain"] == b"two columns"
    assert flavours["text/x-moz-url"] == LINK.encode("utf-16-le")


def test_local_files_are_named_as_paths(tmp_path):
    page = tmp_path / "page.html"
    assert payload_of(files(page)).files == (page,)


def test_a_link_is_no_file():
    mime = QMimeData()
    mime.setUrls([QUrl(LINK)])
    payload = payload_of(mime)
    assert payload.files == ()
    assert LINK.encode() in dict(payload.flavours)["text/uri-list"]


def test_a_picture_in_memory_alone_is_taken_as_a_picture():
    picture = QImage(4, 3, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    mime = QMimeData()
    mime.setImageData(picture)
    payload = payload_of(mime)
    assert payload.image is not None
    assert (payload.image.width(), payload.image.height()) == (4, 3)


def test_what_asks_the_giver_to_write_a_file_is_left_alone():
    mime = selection()
    mime.setData("XdndDirectSave0", b"photo.jpg")
    assert "XdndDirectSave0" not in dict(payload_of(mime).flavours)


def test_nothing_is_nothing():
    assert not payload_of(QMimeData())
    assert not payload_of(None)
    assert describe(QMimeData()) == ""


def test_what_is_dragged_is_named(tmp_path):
    picture = QMimeData()
    picture.setData("image/png", b"\x89PNG")
    link = QMimeData()
    link.setUrls([QUrl(LINK)])
    plain = QMimeData()
    plain.setText("words")
    said = [describe(mime) for mime in (files(tmp_path / "a", tmp_path / "b"), picture, link)]
    assert said == ["2 files", "this picture", "1 link"]
    assert [describe(selection()), describe(plain)] == ["this selection", "this text"]


def test_a_drag_over_the_window_says_what_a_drop_will_do(target, tmp_path):
    window, taker = target
    event = enter(window, files(tmp_path / "a.html"))
    assert event.isAccepted()
    assert taker.overlay.isVisible()
    assert taker.overlay.text() == "Clip 1 file"


def test_the_sentence_goes_when_the_drag_leaves(target):
    window, taker = target
    mime = selection()
    enter(window, mime)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not taker.overlay.isVisible()


def test_a_drop_hands_over_everything(target, qtbot):
    window, taker = target
    mime = selection()
    with qtbot.waitSignal(taker.dropped) as told:
        assert drop(window, mime).isAccepted()
    assert dict(told.args[0].flavours)["text/plain"] == b"two columns"
    assert not taker.overlay.isVisible()


def test_a_closed_window_takes_nothing(target, qtbot):
    window, taker = target
    taker.is_open = False
    mime = selection()
    with qtbot.assertNotEmitted(taker.dropped):
        assert not drop(window, mime).isAccepted()
    assert not taker.overlay.isVisible()
