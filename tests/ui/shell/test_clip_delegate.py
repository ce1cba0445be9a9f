"""Rows of the clip list, as they are painted."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from caseboard.model.terms import ClipKind, ClipState, Hollow
from caseboard.store.clips import ClipRow
from caseboard.ui.delegates.clip import ClipDelegate, two_lines
from caseboard.ui.hollow_words import hollow_sentence, hollow_word
from caseboard.ui.itemmodels.clips import meta, words
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.tokens import DARK, LIGHT
from caseboard.ui.thumbnails import Thumbnails

NOON = datetime(2024, 11, 14, 12, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("qapp")


def row(**changes):
    values = {
        "id": "c1",
        "ref": "KUP-E001",
        "kind": ClipKind.ARTICLE,
        "state": ClipState.READY,
        "problem": "",
        "title": "Military says push into Kupiansk was repelled",
        "site": "Daily News",
        "published": "2024-11-14T11:39:00",
        "captured": NOON,
    }
    return ClipRow(**{**values, **changes})


@pytest.fixture
def painted(qtbot, theme, library):
    owner = QWidget()
    qtbot.addWidget(owner)
    delegate = ClipDelegate(theme, Thumbnails(library.files, owner), owner)

    def painted(clip_row, state=QStyle.StateFlag.State_None):
        model = RowsModel(words, owner)
        model.set_rows([clip_row])
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, 330, delegate.sizeHint(option, model.index(0, 0)).height())
        option.state = state
        image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
        image.fill(theme.tokens.panel)
        painter = QPainter(image)
        delegate.paint(painter, option, model.index(0, 0))
        painter.end()
        return image

    return painted


def has_colour(image, color, rect=None):
    area = rect or image.rect()
    return any(
        image.pixelColor(x, y).name() == color.name()
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    )


@pytest.mark.parametrize(("choice", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_a_selected_row_has_a_soft_ground_and_a_bar(painted, theme, choice, tokens):
    theme.choose(choice)
    image = painted(row(), QStyle.StateFlag.State_Selected)
    assert [image.pixelColor(x, 40).name() for x in (0, 1, 2)] == [tokens.accent.name()] * 3
    assert image.pixelColor(5, 40).name() == tokens.accent_soft.name()


def test_chips_are_painted_in_the_colours_of_their_kind(painted):
    image = painted(row(chips=(("location", "Kupiansk"), ("unit", "Khartia")), claims=3))
    for tint in (LIGHT.location_soft, LIGHT.unit_soft, LIGHT.claim_soft):
        assert has_colour(image, tint)


def test_a_problem_is_painted_with_a_sign_in_the_colour_of_trouble(painted):
    image = painted(row(state=ClipState.UNREAD, problem="The page could not be read."))
    assert has_colour(image, LIGHT.contradicts)
    assert not has_colour(painted(row()), LIGHT.contradicts)


def test_a_page_that_is_not_the_article_carries_a_sign_with_the_word(painted):
    image = painted(row(hollow=Hollow.PAYWALL))
    assert has_colour(image, LIGHT.contradicts_soft)
    assert "Paywall" in words(row(hollow=Hollow.PAYWALL))
    assert not has_colour(painted(row()), LIGHT.contradicts_soft)


def test_a_link_that_waits_is_not_said_to_be_read():
    waiting = row(state=ClipState.RECEIVED, is_link=True)
    assert "Not fetched yet" in words(waiting)
    assert "Reading…" not in words(waiting)


def test_every_kind_of_hollow_page_has_a_word_and_a_sentence():
    for kind in Hollow:
        assert hollow_word(kind)
        assert hollow_sentence(kind).startswith("This is not the article")


def test_a_row_not_here_yet_is_grey_bars(painted):
    image = painted(None)
    assert has_colour(image, LIGHT.line)
    assert not has_colour(image, LIGHT.text)


def test_the_line_under_the_title_says_where_what_and_when():
    assert meta(row()) == "Daily News · article · 14 Nov 2024"
    assert meta(row(site="", published=None, kind=ClipKind.IMAGE)) == "image · 14 Nov 2024"


def test_a_reader_hears_the_state_too():
    assert "Reading…" in words(row(state=ClipState.RECEIVED))
    assert "could not" in words(row(state=ClipState.UNREAD, problem="It could not be read."))


def test_a_long_title_takes_two_lines_and_ends_in_an_ellipsis(theme):
    font = theme.ui_font(13)
    metrics = QFontMetrics(font)
    lines = two_lines("Kupiansk " * 30, font, 240)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 240 for line in lines)


def test_signs_beyond_the_basic_plane_are_not_cut_apart(theme):
    lines = two_lines("🛰" * 60, theme.ui_font(13), 200)
    assert "".join(lines).replace("…", "").strip("🛰") == ""


def test_roles_answer_for_a_row():
    model = RowsModel(words)
    model.set_rows([row()])
    assert model.index(0, 0).data(Role.ROW).ref == "KUP-E001"
    assert "Daily News" in model.index(0, 0).data(Qt.ItemDataRole.DisplayRole)
