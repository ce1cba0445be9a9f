"""The views of places and people, driven by keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from caseboard.commands.editing import Bin, Edit
from caseboard.commands.tags import AddTag, Known
from caseboard.mapping.coordinates import Notation
from caseboard.model.clip import Tag
from caseboard.model.entities import Location, Person
from caseboard.store import clips, entities
from caseboard.ui.forms.entity_form import EntityForm
from caseboard.ui.views.entities import LocationsView, PeopleView
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
WORDS = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def places(shown, case_desk, work, history):
    """A view of two places: Kupiansk named twice, the river once."""

    async def places():
        await work.open()
        work.clip_id = await work.clip()
        await work.tag(work.clip_id)
        work.kupiansk = (await entity_ids(work, Location))[0]
        await history.run(
            AddTag(
                work.case,
                work.clip_id,
                work.at("columns"),
                Known(Location, work.kupiansk, "Kupiansk"),
            )
        )
        await work.tag(work.clip_id, "map", "Oskil River")
        return await shown(LocationsView, await case_desk(work.case))

    return places


async def entity_ids(work, model):
    return work.read(entities.ids_in_case, model, work.case)


def said(view):
    return [view.model.index(row, 0).data(WORDS) for row in range(view.model.rowCount())]


def passages(view):
    rows = range(view.passages.rowCount())
    return [view.passages.index(row).data(WORDS) for row in rows]


async def test_places_are_listed_by_name_with_where_they_are_and_how_often_named(places):
    view = await places()
    await until(lambda: all(said(view)))
    assert said(view) == [
        "Kupiansk, settlement · 49.710°\u00a0N, 37.616°\u00a0E, 2 mentions in 1 clip",
        "Oskil River, settlement · 49.710°\u00a0N, 37.616°\u00a0E, 1 mention in 1 clip",
    ]


async def test_the_filter_finds_a_place_by_another_name_in_another_script(places, history, work):
    view = await places()
    names = {"aliases": ["Куп'янськ"]}
    await history.run(Edit(Location, work.kupiansk, names, "Edit Kupiansk", work.case))
    view.pane.filter.insert("КУПʼЯН")  # QTest types Latin letters only
    await until(lambda: view.model.rowCount() == 1)
    assert view.model.ids == (work.kupiansk,)


async def test_a_place_shows_every_passage_that_names_it(places):
    view = await places()
    assert passages(view) == ["“Куп'янськ”, Two accounts, E001", "“columns”, Two accounts, E001"]


@pytest.mark.parametrize("by", ["mouse", "keys"])
async def test_a_passage_leads_to_its_words_in_the_clip(places, work, navigator, by):
    view = await places()
    second = view.passages.index(1)
    if by == "mouse":
        place = view.list.visualRect(second).center()
        QTest.mouseClick(view.list.viewport(), LEFT, pos=place)
    else:
        view.list.setFocus()
        view.list.setCurrentIndex(second)
        QTest.keyClick(view.list, Qt.Key.Key_Return)
    clip = await view._desk.read(clips.view, work.clip_id)
    anchor = next(each for each in clip.anchors if each.exact == "columns")
    assert navigator.seen == [("clip", work.clip_id, anchor.id)]


async def test_a_place_leads_to_the_map_where_its_position_is_known(places, navigator):
    view = await places()
    assert view.page.entity.name == "Kupiansk"
    navigator.seen.clear()
    view.facts.position.button.click()
    assert navigator.seen == [("map", view.page.entity.id, None)]
    view.facts._show_position(Location(name="Somewhere"))
    assert view.facts.position.button.isHidden()


async def test_a_position_is_copied_in_the_notation_asked_for(places):
    view = await places()
    shown = {notation: label.text() for notation, label in view.facts.rows.values.items()}
    assert shown[Notation.DECIMAL] == "49.71000, 37.61600"
    assert shown[Notation.MGRS].startswith("37U DR ")
    copy = next(
        b for b in view.facts.rows.findChildren(QToolButton) if b.accessibleName() == "Copy MGRS"
    )
    QTest.mouseClick(copy, LEFT)
    assert QGuiApplication.clipboard().text() == shown[Notation.MGRS]


async def test_a_place_without_a_position_says_so(places, work, history):
    view = await places()
    gone = {"lat": None, "lon": None}
    await history.run(Edit(Location, work.kupiansk, gone, "Edit Kupiansk", work.case))
    await until(view.facts.unplaced.isVisible)
    assert not view.facts.rows.isVisible()
    await until(lambda: "no coordinates" in said(view)[0])


async def test_a_place_is_edited_in_its_form(places, work):
    view = await places()
    QTest.mouseClick(view.facts.about.button, LEFT)
    form = await until(lambda: view.findChild(EntityForm))
    form.fields.name.selectAll()
    QTest.keyClicks(form.fields.name, "Kupyansk")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: view.name.text() == "Kupyansk")
    await until(lambda: said(view)[0].startswith("Kupyansk"))
    assert view.pane.current_id == work.kupiansk


async def test_a_place_whose_last_tag_goes_leaves_the_list(places, work, history):
    view = await places()
    clip = await view._desk.read(clips.view, work.clip_id)
    mine = frozenset(tag.id for tag in clip.tags if tag.location_id == work.kupiansk)
    await history.run(Bin(Tag, mine, "Remove tags", work.case))
    await until(lambda: view.model.rowCount() == 1)
    await until(lambda: view.name.text() == "Oskil River")
    assert view.pane.current_id != work.kupiansk


async def test_a_change_elsewhere_reads_nothing_anew(places, work, history):
    view = await places()
    listed = []
    view.model.listed.connect(lambda: listed.append(True))
    await history.run(Edit(Person, await person(work, history), {"role": "x"}, "Edit", work.case))
    await settled()
    tagged = len(listed)
    await history.run(Edit(Person, work.person, {"role": "driver"}, "Edit", work.case))
    await settled()
    assert len(listed) == tagged


async def person(work, history):
    place = work.at("staff")
    await history.run(AddTag(work.case, work.clip_id, place, Person(name="A speaker")))
    work.person = (await entity_ids(work, Person))[0]
    return work.person


async def test_people_show_their_role(shown, case_desk, work, history):
    await work.open()
    clip_id = await work.clip()
    speaker = Person(name="A speaker", role="spokesman")
    await history.run(AddTag(work.case, clip_id, work.at("staff"), speaker))
    view = await shown(PeopleView, await case_desk(work.case))
    await until(lambda: all(said(view)))
    assert said(view) == ["A speaker, spokesman, 1 mention in 1 clip"]


async def test_a_case_that_names_nobody_says_how_to(shown, case_desk, work):
    await work.open()
    view = await shown(PeopleView, await case_desk(work.case))
    assert "press P" in view.pane.empty.sentence.text()
    assert view.page is None
