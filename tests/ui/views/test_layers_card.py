"""The card that says what lies on the map."""

from layerwork import layer, table
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from caseboard.mapping.view import Bounds
from caseboard.model.spots import SpotKind
from caseboard.model.terms import LayerKind, Marking
from caseboard.ui.forms.layer_form import LayerForm
from caseboard.ui.map.tools import Sketch, SketchKind, Tool
from caseboard.ui.markings import mark_of
from support import until


async def opened(work, case_desk, qtbot, *names):
    await work.open()
    for name in names:
        await layer(work, name, as_of="2024-11-13")
    return await table(await case_desk(work.case), qtbot)


def picture_of(button):
    return button.icon().pixmap(16, 16).toImage()


async def test_the_highest_layer_stands_first_with_its_date_and_how_it_came_about(
    work, case_desk, qtbot
):
    shown = await opened(work, case_desk, qtbot, "Ground", "Front")
    assert shown.names() == ["Front", "Ground"]
    assert shown.line("Front").under == "13 Nov 2024 · map import"
    assert [overlay.name for overlay in shown.shelf.overlays] == ["Ground", "Front"]


async def test_a_card_without_layers_shows_no_list(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot)
    assert not shown.card.list.isVisible()
    assert shown.shelf.overlays == ()


async def test_space_hides_the_layer_and_the_map_no_longer_draws_it(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot, "Front")
    shown.select("Front")
    QTest.keyClick(shown.card.list, Qt.Key.Key_Space)
    await until(lambda: not shown.line("Front").layer.is_shown)
    assert shown.shelf.overlays == ()


async def test_a_click_on_the_tick_hides_and_one_on_the_name_only_selects(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot, "Front")
    cards, row = shown.card.list, shown.card.model.index(0, 0)
    rect = cards.visualRect(row)
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert shown.line("Front").layer.is_shown
    place = cards.faces.tick(rect).center()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    await until(lambda: not shown.line("Front").layer.is_shown)


async def test_alt_with_an_arrow_puts_layers_in_order(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot, "Low", "Middle", "High")
    shown.select("High")
    QTest.keyClick(shown.card.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    await until(lambda: shown.names() == ["Middle", "High", "Low"])
    assert shown.card.list.current.layer.name == "High"
    assert [each.name for each in shown.shelf.overlays] == ["Low", "High", "Middle"]


async def test_a_row_that_is_dropped_elsewhere_stands_there(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot, "Low", "Middle", "High")
    model = shown.card.model
    held = model.mimeData([model.index(0, 0)])
    parent = model.index(-1, -1)
    assert not model.dropMimeData(held, Qt.DropAction.MoveAction, 3, 0, parent)
    await until(lambda: shown.names() == ["Middle", "Low", "High"])


async def test_delete_moves_a_layer_to_the_bin_and_offers_to_undo_it(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot, "Front")
    shown.select("Front")
    QTest.keyClick(shown.card.list, Qt.Key.Key_Delete)
    await until(lambda: bool(shown.said) and shown.names() == [])
    assert shown.said[0].is_undoable
    await work.history.undo(work.case)
    await until(lambda: shown.names() == ["Front"])


async def test_enter_asks_for_the_details_of_a_layer(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot, "Front")
    shown.select("Front")
    QTest.keyClick(shown.card.list, Qt.Key.Key_Return)
    await until(lambda: bool(shown.window.findChildren(LayerForm)))
    (form,) = shown.window.findChildren(LayerForm)
    form.estimated.setText("estimated advance")
    form.opacity.slider.setValue(40)
    form.marking.choose(mark_of(Marking.RED))
    form.keep.click()
    await until(lambda: shown.line("Front").layer.opacity == 0.4)
    assert shown.line("Front").layer.estimated == "estimated advance"
    assert shown.line("Front").layer.marking is Marking.RED
    assert shown.shelf.overlays[0].is_estimated


def texts(menu):
    return {action.text(): action for action in menu.actions() if action.text()}


async def test_the_menu_of_a_layer_zooms_to_it(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot, "Front")
    asked = []
    shown.card.fit_wanted.connect(asked.append)
    texts(shown.card.menu_of(shown.line("Front")))["Zoom to layer"].trigger()
    assert asked == [Bounds(37.6, 49.7, 37.7, 49.8)]


async def test_the_difference_of_two_layers_becomes_a_layer(work, case_desk, qtbot):
    await work.open()
    await layer(work, "Held", as_of="2024-11-13", west=37.65)
    await layer(work, "Held before", as_of="2024-11-12", west=37.6)
    shown = await table(await case_desk(work.case), qtbot)
    menu = shown.card.menu_of(shown.line("Held"))
    (other,) = texts(menu)["Difference with"].menu().actions()
    other.trigger()
    await until(lambda: len(shown.names()) == 3)
    change = shown.card.model.lines[0]
    assert change.layer.kind is LayerKind.CHANGE
    assert change.layer.name == "Held: Change, 12 Nov 2024 to 13 Nov 2024"


async def test_a_layer_lets_through_what_lies_under_it(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot, "Front")
    menu = texts(shown.card.menu_of(shown.line("Front")))["Opacity"].menu()
    texts(menu)["50 %"].trigger()
    await until(lambda: shown.shelf.overlays[0].opacity == 0.5)


async def test_marks_are_ticked_off_by_their_kind(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot)
    seen = []
    shown.card.kinds_changed.connect(seen.append)
    shown.card.ticks[SpotKind.CLAIM].click()
    assert seen == [{SpotKind.PLACE, SpotKind.POSITION, SpotKind.PHOTO}]


async def test_online_tiles_are_off_and_need_an_address(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot)
    shown.card.show_online(is_on=True, host="")
    assert not shown.card.online.isChecked()
    assert not shown.card.online.isEnabled()
    shown.card.show_online(is_on=True, host="tile.example.org")
    assert shown.card.online.isChecked()
    assert "tile.example.org" in shown.card.online.toolTip()


async def test_the_card_folds_to_its_head(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot, "Front")
    seen = []
    shown.card.folded.connect(seen.append)
    shown.card.fold.click()
    assert seen == [True]
    assert not shown.card.list.isVisible()
    assert shown.card.fold.accessibleName() == "Unfold the layers"
    arrow = picture_of(shown.card.fold)
    for look in ("dark", "light"):
        shown.card._desk.desk.theme.choose(look)
    assert picture_of(shown.card.fold) == arrow
    shown.card.fold.click()
    assert picture_of(shown.card.fold) != arrow


async def test_a_damaged_layer_is_named_and_the_others_are_drawn(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot, "Front", "Other")
    damaged = shown.line("Front").layer.features
    await layer(work, "Third", west=38)
    work.library.files.path(damaged).unlink()
    fresh = await table(await case_desk(work.case), qtbot)
    assert [overlay.name for overlay in fresh.shelf.overlays] == ["Third"]
    assert "damaged" in fresh.card.wrong.text()


async def test_a_library_that_is_only_read_leaves_layers_as_they_are(
    work, reader_desk, case_desk, qtbot
):
    await opened(work, case_desk, qtbot, "Front")
    shown = await table(await reader_desk(work.case), qtbot)
    assert not shown.card.add.isEnabled()
    menu = texts(shown.card.menu_of(shown.line("Front")))
    assert menu["Zoom to layer"].isEnabled()
    assert not menu["Remove"].isEnabled()
    shown.select("Front")
    QTest.keyClick(shown.card.list, Qt.Key.Key_Space)
    assert shown.line("Front").layer.is_shown


async def test_a_drawn_shape_becomes_a_layer_and_more_is_drawn_on_it(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot)
    area = Sketch(SketchKind.AREA, ((49.7, 37.6), (49.7, 37.7), (49.8, 37.7)))
    shown.work.take_sketch(area)
    await until(lambda: bool(shown.window.findChildren(LayerForm)))
    (form,) = shown.window.findChildren(LayerForm)
    form.name.setText("Where it was said to be")
    form.keep.click()
    await until(lambda: shown.names() == ["Where it was said to be"])
    asked = []
    shown.card.tool_wanted.connect(asked.append)
    line = shown.card.model.lines[0]
    texts(shown.card.menu_of(line))["Draw on it…"].trigger()
    assert asked == [Tool.AREA]
    shown.work.take_sketch(Sketch(SketchKind.POINT, ((49.9, 37.9),)))
    await until(lambda: shown.card.model.lines[0].layer.count == 2)
    assert len(shown.shelf.overlays[0].features) == 2


async def test_the_tooltip_and_the_reader_are_told_all_that_is_known(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot, "Front")
    model = shown.card.model
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Front, 13 Nov 2024 · map import, shown"


async def test_a_swatch_is_painted_in_the_colour_of_the_layer(work, case_desk, qtbot):
    shown = await opened(work, case_desk, qtbot, "Front")
    stroke = QColor(shown.line("Front").swatch[0])
    picture = shown.card.list.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    rect = shown.card.list.visualRect(shown.card.model.index(0, 0))
    row = [
        picture.pixelColor(QPoint(round(x * ratio), round((rect.top() + 12) * ratio)))
        for x in range(rect.width())
    ]
    assert any(
        abs(seen.red() - stroke.red()) + abs(seen.green() - stroke.green()) < 60 for seen in row
    )
