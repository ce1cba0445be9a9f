import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser
from reader_pages import make_clip, make_page, make_picture, plain_image, shade, shades

from caseboard.ui.reader.original import OriginalView, shortened
from caseboard.ui.reader.safe import blank, shown_link
from caseboard.ui.reader.text import ArticleView

CANARY = "#12fe34"
LEFT = Qt.MouseButton.LeftButton
PICTURE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def canary(tmp_path):
    """A picture on this machine that no page may show."""
    path = tmp_path / "canary.png"
    assert plain_image(width=60, height=60, colour=CANARY).save(str(path))
    return path


@pytest.fixture
def view(theme, show):
    return show(OriginalView(theme, plain_image), 500, 400)


def hostile_pages(path):
    address = QUrl.fromLocalFile(str(path)).toString()
    return {
        "path": f"<img src='{path}' width=60 height=60>",
        "address": f"<img src='{address}' width=60 height=60>",
        "cell": f"<table><tr><td background='{address}' width=60 height=60>x</td></tr></table>",
        "style": f"<div style=\"background-image:url('{address}')\">wide words</div>",
        "body": f"<body background='{address}'>words</body>",
    }


def shows(widget, colour):
    image, wanted = shades(widget.viewport()), shade(colour)
    columns, rows = range(0, image.width(), 2), range(0, image.height(), 2)
    return any(image.pixel(x, y) == wanted for x in columns for y in rows)


def page_of(html, **fields):
    return make_page(original=html, **fields)


@pytest.mark.parametrize("way", ["path", "address", "cell", "style", "body"])
def test_no_page_shows_a_file_of_this_machine(view, canary, way):
    view.show_page(page_of(hostile_pages(canary)[way]))
    assert not shows(view, CANARY)


@pytest.mark.parametrize("way", ["path", "address", "cell"])
def test_a_common_browser_would_show_it(qtbot, canary, way):
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    browser.resize(500, 400)
    browser.setHtml(hostile_pages(canary)[way])
    assert shows(browser, CANARY)


@pytest.mark.parametrize(
    "name",
    [
        "file:///etc/hostname",
        "http://example.org/a.png",
        "qrc:/x.png",
        ":/x.png",
        "clip:7",
        "data:,",
    ],
)
@pytest.mark.parametrize("kind", list(QTextDocument.ResourceType))
def test_whatever_is_asked_for_is_blank(theme, qtbot, name, kind):
    for view in (OriginalView(theme, plain_image), ArticleView(theme, plain_image)):
        qtbot.addWidget(view)
        view.show_page(page_of("<p>words</p>"))
        answer = view.loadResource(kind.value, QUrl(name))
        assert isinstance(answer, QImage)
        assert (answer.width(), answer.height()) == (1, 1)


def test_a_picture_that_is_not_there_yet_is_blank_too(theme, qtbot, canary, monkeypatch):
    monkeypatch.chdir(canary.parent)
    view = OriginalView(theme, lambda _file: QImage())
    qtbot.addWidget(view)
    view.show_page(page_of("<img src='clip:0'>"))
    assert view.loadResource(PICTURE, QUrl("clip:0")).size() == blank().size()


def test_the_clips_own_picture_is_shown(view):
    view.show_page(page_of("<p>words</p><img src='clip:0'>"))
    assert shows(view, "#804020")


def test_a_wide_picture_fits_the_view(theme, show):
    view = show(OriginalView(theme, lambda _file: plain_image(width=4000)), 500, 400)
    view.show_page(page_of("<img src='clip:0'>"))
    assert view.horizontalScrollBar().maximum() == 0


def test_the_picture_of_one_clip_never_stands_in_another(theme, show):
    red, blue = make_clip(), make_clip()
    colours = {red.id: "#ff0000", blue.id: "#0000ff"}
    view = show(OriginalView(theme, lambda f: plain_image(colour=colours[f.clip_id])), 500, 400)
    for clip in (red, blue):
        view.show_page(page_of("<img src='clip:0'>", clip=clip, files=[make_picture(clip)]))
        assert shows(view, colours[clip.id])


def click_link(view, qtbot):
    cursor = view.document().find("link")
    cursor.setPosition(cursor.selectionStart() + 2)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.cursorRect(cursor).center())


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://bücher.example/a?b=1", "https://xn--bcher-kva.example/a?b=1"),
        ("HTTP://example.org/", "http://example.org/"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("file:///etc/hostname", None),
        ("smb://host/share", None),
        ("javascript:alert(1)", None),
        ("page.html", None),
    ],
)
def test_links_are_told_whole_and_never_followed(view, qtbot, address, told):
    links = []
    view.link_clicked.connect(links.append)
    view.show_page(page_of(f"<p>a <a href='{address}'>link here</a></p>"))
    click_link(view, qtbot)
    assert links == ([told] if told else [])
    assert view.toPlainText() == "a link here"
    assert view.source().isEmpty()


def test_a_local_page_is_never_opened(view, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<p>secret</p>")
    view.show_page(page_of("<p>words</p>"))
    view.setSource(QUrl.fromLocalFile(str(page)))
    assert view.toPlainText() == "words"


def test_an_address_that_pretends_is_shown_as_it_is():
    assert shown_link(QUrl("https://bank.example@evil.example/")).endswith("@evil.example/")
    assert shown_link(QUrl("https://exаmple.org/")) == "https://xn--exmple-4nf.org/"


def test_words_are_found_behind_an_emoji(view):
    view.show_page(page_of("<p>🔥🔥 the bridge</p>"))
    start = view.searched_text().index("bridge")
    view.show_matches([(start, start + 6)], 0)
    (mark,) = view.extraSelections()
    assert mark.cursor.selectedText() == "bridge"


def test_a_page_without_end_is_shortened_and_says_so():
    short = shortened("<p>words</p>" * 90_000)
    assert len(short) < 100_000
    assert "The page goes on" in short


def test_words_without_end_are_broken():
    assert max(map(len, shortened("&amp;" * 5_000).split("<br>"))) <= 5 * 400
    assert shortened("<p>A &amp; B</p>") == "<p>A &amp; B</p>"
