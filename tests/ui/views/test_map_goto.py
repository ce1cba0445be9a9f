"""The field that leads to a place on the map."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.mapping.view import View
from caseboard.ui.georeference.places import Found
from caseboard.ui.map.canvas import MapCanvas
from caseboard.ui.map.goto import GoToField, zoom_for
from support import settled, until


@pytest.fixture
def field(case_desk, work, theme, qtbot):
    """A field above a canvas, with the keyboard in it."""

    async def field():
        await work.open()
        around = QWidget()
        qtbot.addWidget(around)
        canvas = MapCanvas(theme, None, around)
        field = GoToField(await case_desk(work.case), canvas, around)
        column = QVBoxLayout(around)
        column.addWidget(field)
        column.addWidget(canvas)
        around.resize(700, 500)
        around.show()
        around.activateWindow()
        field.begin()
        field.canvas, field.around = canvas, around
        await until(field.hasFocus)
        return field

    return field


def names(field):
    return [found.name for found in field.popup.model.rows]


async def test_a_name_is_offered_and_taken_by_enter(field):
    field = await field()
    QTest.keyClicks(field, "Kupians")
    await until(field.popup.isVisible)
    assert names(field)[0] == "Kupiansk"
    QTest.keyClick(field, Qt.Key.Key_Return)
    canvas = field.canvas
    assert (canvas.view.lat, canvas.view.lon) == pytest.approx((49.71, 37.616), abs=0.01)
    assert canvas.hasFocus()
    assert not field.popup.isVisible()
    canvas.stop()
    await settled()


@pytest.mark.parametrize(
    "typed", ["49.71003, 37.61581", "37U DR 00205 07310", "8GXVPJ68+28", "37U 400205 5507310"]
)
async def test_a_position_in_any_notation_leads_there(field, typed):
    field = await field()
    field.setText(typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    await settled()
    view = field.canvas.view
    assert (view.lat, view.lon) == pytest.approx((49.71003, 37.61581), abs=2e-4)
    field.canvas.stop()


async def test_enter_waits_for_the_answer_to_what_was_typed(field):
    field = await field()
    QTest.keyClicks(field, "Izium")
    QTest.keyClick(field, Qt.Key.Key_Return)
    await settled()
    view = field.canvas.view
    assert (view.lat, view.lon) == pytest.approx((49.21, 37.26), abs=0.05)
    field.canvas.stop()


async def test_arrows_choose_another_row(field):
    field = await field()
    QTest.keyClicks(field, "Petropavlivka")
    await until(field.popup.isVisible)
    QTest.keyClick(field, Qt.Key.Key_Down)
    wanted = field.popup.model.rows[1]
    assert wanted.about in field.accessibleDescription()
    QTest.keyClick(field, Qt.Key.Key_Return)
    view = field.canvas.view
    assert (view.lat, view.lon) == pytest.approx((wanted.lat, wanted.lon))
    field.canvas.stop()
    await settled()


async def test_what_is_not_known_is_said_and_leads_nowhere(field):
    field = await field()
    before = field.canvas.view
    QTest.keyClicks(field, "Xyzzyx")
    await until(field.popup.isVisible)
    assert field.popup.none.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.canvas.view == before
    assert field.hasFocus()


async def test_escape_empties_the_field_and_then_leaves_for_the_map(field):
    field = await field()
    QTest.keyClicks(field, "Kupians")
    await until(field.popup.isVisible)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert not field.popup.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.canvas.hasFocus()


def test_a_town_is_shown_nearer_than_an_oblast_and_the_scale_of_now_kept_where_it_will_do():
    view = View(0.5, 0.5, 5.0, 800, 600)
    town = Found("Kupiansk", "", 49.71, 37.6, 3_000.0)
    oblast = Found("Kharkiv Oblast", "", 49.6, 36.5, 120_000.0)
    assert zoom_for(town, view) > zoom_for(oblast, view) + 4
    near = View(0.5, 0.5, zoom_for(town, view) + 1.5, 800, 600)
    assert zoom_for(town, near) == near.zoom
