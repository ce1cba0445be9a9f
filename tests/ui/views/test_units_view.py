"""The view of units: a tree put in order by keys and mouse, positions, and the symbol set live."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from caseboard.commands.orbats import Form
from caseboard.commands.positions import AddPosition
from caseboard.commands.tags import AddTag, Known
from caseboard.commands.units import AddUnit, ChangeUnit, RemoveUnit
from caseboard.exchange import orbat_mapper
from caseboard.mapping import sidc
from caseboard.model.entities import Location, Unit
from caseboard.model.terms import Branch, Echelon, Side
from caseboard.store import case_units, entities, unit_pages
from caseboard.ui.claims_files import LeftOutDialog
from caseboard.ui.forms.position_form import PositionForm
from caseboard.ui.forms.unit_form import UnitForm
from caseboard.ui.itemmodels.unit_nodes import Arrangement
from caseboard.ui.itemmodels.units import MIME
from caseboard.ui.views.units import UnitsView
from late_read import LateRead
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = Qt.ItemDataRole.AccessibleTextRole
Key = Qt.Key


@pytest.fixture
def begun(work, history):
    """A corps of two brigades, the first with a battalion, and hostile columns; all are named."""

    async def begun():
        await work.open()
        work.clip_id = await work.clip()
        await work.tag(work.clip_id)
        (work.place,) = work.read(entities.ids_in_case, Location, work.case)
        work.units = {}
        brigade = {"echelon": Echelon.BRIGADE, "branch": Branch.INFANTRY}
        await add(work, "Corps", country="UA", side=Side.FRIEND, echelon=Echelon.CORPS)
        await add(work, "First", "Corps", country="UA", side=Side.FRIEND, **brigade)
        await add(work, "Second", "Corps", country="UA", side=Side.FRIEND, **brigade)
        await add(work, "Battalion", "First", country="UA", aliases=["Батальйон"])
        columns = {"is_identified": False, "designation": "two of them"}
        await add(work, "Columns", country="RU", side=Side.HOSTILE, **columns)
        for name, exact in (("Corps", "assaults"), ("First", "stopped"), ("Columns", "columns")):
            known = Known(Unit, work.units[name], name)
            await history.run(AddTag(work.case, work.clip_id, work.at(exact), known))
        at = work.at("Two columns got in")
        stood = AddPosition(
            work.case, work.units["First"], work.place, work.clip_id, at, "2024-11-13",
            "heading for", 15_000.0,
        )  # fmt: skip
        work.position = await history.run(stood)
        return work

    return begun


async def add(work, name, parent=None, **values):
    unit = Unit(name=name, parent_id=work.units.get(parent), **values)
    work.units[name] = await work.history.run(AddUnit(work.case, unit))


@pytest.fixture
def units(begun, open_units):
    """The view of that case."""

    async def units():
        await begun()
        return await open_units()

    return units


@pytest.fixture
def open_units(qtbot, navigator, case_desk, work):
    """Shows the view and waits until it has read itself."""

    async def open_units(desk=None):
        desk = desk or await case_desk(work.case)
        view = UnitsView(desk, navigator)
        qtbot.addWidget(view)
        view.resize(1260, 820)
        view.said = []
        view.told.connect(view.said.append)
        view.show()
        view.activateWindow()
        await until(view.isActiveWindow)
        await until(lambda: not view.model.lines or view.page)
        await settled()
        return view

    return open_units


def tree(view, parent=QModelIndex()):  # noqa: B008  Qt's word for the root
    """Names with what stands below them, headings in brackets."""
    model = view.model
    found = {}
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        node = model.node(index)
        found[node.line.unit.name if node.line else f"[{node.title}]"] = tree(view, index)
    return found


async def select(view, name):
    view.show_row(view.work_ids[name])
    await until(lambda: view.page and view.page.unit.name == name)


@pytest.fixture
def chosen(units, work):
    """The view with one unit selected."""

    async def chosen(name):
        view = await units()
        view.work_ids = work.units
        await select(view, name)
        view.pane.tree.setFocus()
        return view

    return chosen


WHOLE = {
    "[Ukraine]": {"Corps": {"First": {"Battalion": {}}, "Second": {}}},
    "[Russia]": {"Columns": {}},
}


async def test_units_stand_under_their_parents_by_country_friends_first(units):
    view = await units()
    assert tree(view) == WHOLE
    assert view.pane.count.text() == "5"


async def test_a_row_says_side_size_and_how_often_it_is_spoken_of(units, work):
    view = await units()
    said = {name: view.model.index_of(work.units[name]).data(WORDS) for name in work.units}
    assert said["First"] == "First, friend, brigade · infantry, 1 clip · 1 position"
    assert said["Columns"] == "Columns, hostile, not identified · two of them, 1 clip"
    assert said["Battalion"] == "Battalion, Батальйон"


async def test_keys_pass_over_the_headings(chosen):
    view = await chosen("Second")
    QTest.keyClick(view.pane.tree, Key.Key_Down)
    await until(lambda: view.page.unit.name == "Columns")
    QTest.keyClick(view.pane.tree, Key.Key_Up)
    await until(lambda: view.page.unit.name == "Second")


async def test_a_filter_keeps_what_it_finds_with_all_above(units):
    view = await units()
    view.pane.filter.insert("БАТАЛЬ")
    assert tree(view) == {"Corps": {"First": {"Battalion": {}}}}
    view.pane.filter.clear()
    assert tree(view) == WHOLE
    view.pane.filter.insert("nobody")
    assert "nobody" in view.pane.empty.sentence.text()


async def test_units_can_stand_by_name_and_one_country_alone(units):
    view = await units()
    view.model.arrange(Arrangement.NAME)
    assert list(tree(view)["[Ukraine]"]) == ["Battalion", "Corps", "First", "Second"]
    view.model.show_only("RU")
    assert tree(view) == {"Columns": {}}
    assert view.pane.group.text() == "Russia"


@pytest.mark.parametrize(
    ("name", "key", "after"),
    [
        ("Second", Key.Key_Up, {"Second": {}, "First": {"Battalion": {}}}),
        ("First", Key.Key_Down, {"Second": {}, "First": {"Battalion": {}}}),
        ("Second", Key.Key_Right, {"First": {"Battalion": {}, "Second": {}}}),
        ("Battalion", Key.Key_Left, {"First": {}, "Battalion": {}, "Second": {}}),
    ],
)
async def test_alt_and_an_arrow_moves_the_unit(chosen, name, key, after):
    view = await chosen(name)
    QTest.keyClick(view.pane.tree, key, ALT)
    wanted = list(after.items())  # in this order
    await until(lambda: list(tree(view)["[Ukraine]"]["Corps"].items()) == wanted)
    assert view.page.unit.name == name
    assert view.pane.current_id == view.work_ids[name]


@pytest.mark.parametrize(
    ("name", "key"), [("First", Key.Key_Up), ("First", Key.Key_Right), ("Corps", Key.Key_Left)]
)
async def test_a_unit_at_the_edge_stays(chosen, name, key):
    view = await chosen(name)
    QTest.keyClick(view.pane.tree, key, ALT)
    await settled()
    assert tree(view) == WHOLE


def drag(view, work, name, onto, row=-1):
    model = view.model
    parent = model.index_of(work.units[onto]) if onto else QModelIndex()
    data = model.mimeData([model.index_of(work.units[name])])
    move = Qt.DropAction.MoveAction
    can = model.canDropMimeData(data, move, row, 0, parent)
    model.dropMimeData(data, move, row, 0, parent)
    return can


async def test_a_unit_dropped_on_another_comes_under_it(units, work):
    view = await units()
    assert drag(view, work, "Second", "First")
    after = {"First": {"Battalion": {}, "Second": {}}}
    await until(lambda: tree(view)["[Ukraine]"]["Corps"] == after)


async def test_a_unit_dropped_between_others_stands_there(units, work):
    view = await units()
    assert drag(view, work, "Second", "Corps", 0)
    await until(lambda: list(tree(view)["[Ukraine]"]["Corps"]) == ["Second", "First"])


async def test_a_unit_cannot_be_dropped_into_itself(units, work):
    view = await units()
    assert not drag(view, work, "Corps", "Battalion")
    assert not view.model.canDropMimeData(
        QMimeData(), Qt.DropAction.MoveAction, -1, 0, QModelIndex()
    )
    await settled()
    assert tree(view) == WHOLE
    assert view.model.mimeTypes() == [MIME]


async def test_what_was_folded_stays_folded_when_the_tree_is_read_anew(chosen, work, history):
    view = await chosen("Corps")
    QTest.keyClick(view.pane.tree, Key.Key_Left)
    corps = view.model.index_of(work.units["Corps"])
    assert not view.pane.tree.isExpanded(corps)
    await history.run(ChangeUnit(work.case, work.units["First"], {"name": "1st"}, "1st"))
    await until(lambda: any(line.unit.name == "1st" for line in view.model.lines))
    assert not view.pane.tree.isExpanded(view.model.index_of(work.units["Corps"]))
    assert view.pane.tree.isExpanded(view.model.index_of(work.units["First"]))


async def test_a_unit_shows_where_it_was_and_what_that_rests_on(chosen, work, navigator):
    view = await chosen("First")
    stands = view.middle.stands
    assert stands.rows.index(0).data(WORDS) == (
        "13 Nov 2024, Kupiansk, heading for, ± 15 km, “Two columns got in”, E001"
    )
    assert view.middle.mentions.rows.index(0).data(WORDS) == "Two accounts, “stopped”, E001"
    stands.setFocus()
    stands.setCurrentIndex(stands.rows.index(0))
    QTest.keyClick(stands, Key.Key_Return)
    stand = view.page.stands[0]
    assert navigator.seen[-1] == ("clip", work.clip_id, stand.anchor.id)


async def test_a_mention_leads_to_its_words(chosen, work, navigator):
    view = await chosen("First")
    mentions = view.middle.mentions
    QTest.mouseClick(
        mentions.viewport(), LEFT, pos=mentions.visualRect(mentions.rows.index(0)).center()
    )
    assert navigator.seen[-1][:2] == ("clip", work.clip_id)


async def test_a_position_can_be_looked_at_on_the_map(chosen, work, navigator):
    view = await chosen("First")
    stands = view.middle.stands
    stands.customContextMenuRequested.emit(stands.visualRect(stands.rows.index(0)).center())
    menu = await until(lambda: next(iter(open_menus(view)), None))
    action = next(each for each in menu.actions() if "map" in each.text())
    action.trigger()
    menu.close()
    assert navigator.seen[-1][:2] == ("map", work.position)


def open_menus(view):
    return [menu for menu in view.middle.findChildren(QMenu) if menu.isVisible()]


async def test_the_symbol_follows_what_is_set(chosen):
    view = await chosen("First")
    await until(lambda: not view.middle.symbol.pixmap().isNull())
    before = view.middle.symbol.pixmap().toImage()
    view.facts.side.choose(Side.HOSTILE)
    view.facts.side.activated.emit(view.facts.side.currentIndex())
    hostile = sidc.code(Side.HOSTILE, Echelon.BRIGADE, Branch.INFANTRY)
    await until(lambda: view.page.unit.side is Side.HOSTILE)
    assert view.middle.code.text() == hostile
    await until(lambda: view.middle.symbol.pixmap().toImage() != before)


async def test_a_code_shows_while_it_is_typed_and_holds_when_it_is_left(chosen):
    view = await chosen("First")
    field = view.facts.code
    field.setFocus()
    code = "10061000161205000000"
    QTest.keyClicks(field, f"{code[:10]} {code[10:19]}")
    assert view.middle.code.text() != code
    QTest.keyClicks(field, code[19:])
    assert view.middle.code.text() == code
    QTest.keyClick(field, Key.Key_Return)
    await until(lambda: view.page.unit.sidc == code)
    unit = view.page.unit
    assert (unit.side, unit.echelon, unit.branch) == (
        Side.HOSTILE, Echelon.BATTALION, Branch.ARMOUR,
    )  # fmt: skip
    assert view.facts.echelon.member is Echelon.BATTALION


async def test_what_is_no_code_is_said_and_not_kept(chosen, work):
    view = await chosen("First")
    view.facts.code.setFocus()
    QTest.keyClicks(view.facts.code, "12345")
    QTest.keyClick(view.facts.code, Key.Key_Return)
    assert "20 digits" in view.facts.wrong.text()
    assert view.facts.wrong.isVisible()
    await settled()
    assert work.read(unit_pages.page, work.case, work.units["First"]).unit.sidc == ""


async def test_only_a_code_can_say_that_it_is_a_headquarters(chosen):
    view = await chosen("First")
    view.facts.staff.click()
    await until(lambda: view.page.unit.sidc == "10031002181211000000")
    assert view.facts.staff.isChecked()
    view.facts.staff.click()
    await until(lambda: view.page.unit.sidc == "10031000181211000000")


async def test_how_finely_it_is_printed_is_chosen(chosen):
    view = await chosen("First")
    assert view.facts.release.currentText() == "no finer than 10 km"
    view.facts.release.setCurrentIndex(0)
    view.facts.release.activated.emit(0)
    await until(lambda: view.page.unit.release_m == 0)
    assert view.facts.release.currentText() == "as precisely as they are known"


async def test_a_new_unit_stands_beside_the_selected_one(chosen):
    view = await chosen("Second")
    QTest.keyClick(view.pane.tree, Key.Key_Insert)
    form = await until(lambda: view.findChild(UnitForm))
    assert form.fields.side.member is Side.FRIEND
    QTest.keyClicks(form.fields.name, "Third")
    QTest.keyClick(form, Key.Key_Return, CONTROL)
    await until(lambda: view.page.unit.name == "Third")
    assert list(tree(view)["[Ukraine]"]["Corps"]) == ["First", "Second", "Third"]
    assert not view.model.is_of_library


async def test_a_unit_the_case_does_not_name_is_shown_among_those_of_the_library(chosen):
    view = await chosen("Columns")
    QTest.keyClick(view.pane.tree, Key.Key_Insert)
    form = await until(lambda: view.findChild(UnitForm))
    QTest.keyClicks(form.fields.name, "Of nobody")
    QTest.keyClick(form, Key.Key_Return, CONTROL)
    await until(lambda: view.page.unit.name == "Of nobody")
    assert view.model.is_of_library
    assert view.middle.unnamed.text().startswith("This case does not name it")


async def test_a_position_is_added_with_what_it_rests_on(chosen):
    view = await chosen("First")
    QTest.mouseClick(view.middle.adding, LEFT)
    form = await until(lambda: view.findChild(PositionForm))
    QTest.keyClicks(form.where, "kupiansk")
    QTest.keyClicks(form.when.line, "2024-11-14")
    form.precision.setText("500")
    QTest.keyClick(form, Key.Key_Return, CONTROL)
    await until(lambda: len(view.page.stands) == 2)
    made = view.page.stands[1]
    assert (made.place.name, made.position.precision_m) == ("Kupiansk", 500.0)
    assert (made.anchor.exact, made.position.interval) == ("stopped", "2024-11-14")


async def test_a_position_may_be_coordinates_and_what_is_neither_is_refused(chosen):
    view = await chosen("First")
    QTest.mouseClick(view.middle.adding, LEFT)
    form = await until(lambda: view.findChild(PositionForm))
    QTest.keyClicks(form.where, "somewhere")
    QTest.keyClick(form, Key.Key_Return, CONTROL)
    await until(form.wrong.isVisible)
    assert "“somewhere” is no place" in form.wrong.text()
    form.where.setText("49.5, 37.5")
    QTest.keyClick(form, Key.Key_Return, CONTROL)
    await until(lambda: len(view.page.stands) == 2)
    made = next(each.position for each in view.page.stands if each.place is None)
    assert (made.lat, made.lon) == (49.5, 37.5)


async def test_a_position_is_said_otherwise_by_f2(chosen):
    view = await chosen("First")
    stands = view.middle.stands
    stands.setFocus()
    stands.setCurrentIndex(stands.rows.index(0))
    QTest.keyClick(stands, Key.Key_F2)
    form = await until(lambda: view.findChild(PositionForm))
    assert (form.where.text(), form.how.currentText()) == ("Kupiansk", "heading for")
    form.how.setCurrentText("")
    QTest.keyClick(form, Key.Key_Return, CONTROL)
    await until(lambda: view.page.stands[0].position.bearing == "")


async def test_a_position_is_removed_and_brought_back(chosen, work, history):
    view = await chosen("First")
    stands = view.middle.stands
    stands.setFocus()
    stands.setCurrentIndex(stands.rows.index(0))
    QTest.keyClick(stands, Key.Key_Delete)
    await until(view.middle.unplaced.isVisible)
    assert view.said[-1].is_undoable
    await history.undo(work.case)
    await until(stands.isVisible)


async def test_a_unit_no_clip_names_can_have_no_position(chosen):
    view = await chosen("Battalion")
    QTest.mouseClick(view.middle.adding, LEFT)
    await until(lambda: view.said)
    assert "Tag the unit" in view.said[0].text
    assert view.findChild(PositionForm) is None


async def test_a_unit_nothing_speaks_of_is_removed_by_delete(chosen):
    view = await chosen("Battalion")
    QTest.keyClick(view.pane.tree, Key.Key_Delete)
    await until(lambda: tree(view)["[Ukraine]"]["Corps"] == {"First": {}, "Second": {}})
    assert view.said[-1].text == "Battalion is removed."


async def test_who_may_only_read_can_change_nothing(begun, open_units, reader_desk, work):
    await begun()
    view = await open_units(await reader_desk(work.case))
    assert tree(view) == WHOLE
    assert not view.model.can_move
    assert not view.facts.side.isEnabled()
    assert not view.facts.code.isEnabled()
    assert not view.middle.more.isVisible()
    assert not view.middle.adding.isVisible()
    assert not view.pane.adding.isVisible()
    assert not view.pane.importing.isVisible()
    assert view.pane.exporting.isVisible()
    QTest.keyClick(view.pane.tree, Key.Key_Insert)
    await settled()
    assert view.findChild(UnitForm) is None


async def test_a_case_without_units_says_how_to_tag_one(open_units, work):
    await work.open()
    view = await open_units()
    await until(view.pane.empty.isVisible)
    assert "press U" in view.pane.empty.sentence.text()
    assert view.page is None


async def test_an_order_of_battle_is_taken_in_and_shown(units, tmp_path):
    view = await units()
    path = tmp_path / "orbat.csv"
    path.write_text("name,parent,side,country\nArmy,,hostile,RU\nDivision,Army,ours,RU\n")
    await view.files.take_in(path)
    await until(lambda: view.page.unit.name == "Army")
    assert tree(view)["[Russia]"] == {"Columns": {}, "Army": {"Division": {}}}
    (said,) = view.said
    assert said.text == "Imported: 2 units."
    assert said.is_undoable
    ((words, show),) = said.offers
    assert words == "Show what was left out"
    show()
    dialog = await until(lambda: view.findChild(LeftOutDialog))
    assert "“ours” is no known side" in dialog.text.toPlainText()
    dialog.accept()
    await settled()


async def test_what_is_listed_is_what_goes_out(units, tmp_path, work):
    view = await units()
    target = tmp_path / "units.json"
    await view.files.put_out(Form.SCENARIO, target, whole=view.model.is_of_library)
    found = orbat_mapper.read(target.read_bytes()).formations
    assert {each.name for each in found} == set(work.units)
    assert view.said[-1].text == f"Exported to {target}"


async def test_of_two_units_asked_for_the_last_is_shown_whichever_is_found_first(
    chosen, monkeypatch
):
    view = await chosen("First")
    late = LateRead(monkeypatch, case_units.ids)
    view.show_row(view.work_ids["Columns"])
    await late.come()
    view.show_row(view.work_ids["Second"])
    await until(lambda: view.pane.current_id == view.work_ids["Second"])
    await late.answer()
    assert view.pane.current_id == view.work_ids["Second"]


async def test_what_is_set_and_set_back_before_it_was_shown_is_set_back(chosen, work, history):
    view = await chosen("First")
    side = view.facts.side
    for member in (Side.HOSTILE, Side.FRIEND):
        side.choose(member)
        side.activated.emit(side.currentIndex())
    await settled()
    assert work.read(unit_pages.page, work.case, work.units["First"]).unit.side is Side.FRIEND
    await history.undo(work.case)
    await until(lambda: side.member is Side.HOSTILE)


async def test_a_headquarters_keeps_what_was_set_just_before(chosen):
    view = await chosen("First")
    view.facts.side.choose(Side.HOSTILE)
    view.facts.side.activated.emit(view.facts.side.currentIndex())
    view.facts.staff.click()
    await until(lambda: view.page.unit.sidc == "10061002181211000000")
    assert view.page.unit.side is Side.HOSTILE


async def test_one_stays_on_a_unit_after_another_was_removed(chosen, work, history):
    view = await chosen("Battalion")
    await history.run(RemoveUnit(work.case, work.units["Battalion"]))
    await until(lambda: view.page and view.page.unit.name != "Battalion")
    view.pane.tree.setCurrentIndex(view.model.index_of(work.units["Second"]))
    listed = []
    view.model.listed.connect(lambda: listed.append(view.pane.current_id))
    change = ChangeUnit(work.case, work.units["First"], {"country": "PL"}, "First")
    await history.run(change)
    await until(lambda: listed)
    assert view.pane.current_id == work.units["Second"]
