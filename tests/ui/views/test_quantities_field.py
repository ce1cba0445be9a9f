"""The numbers of a report as fields."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard import i18n
from caseboard.commands.quantities import QuantityDraft
from caseboard.model.claim import Quantity
from caseboard.model.terms import Measure, QuantityKind
from caseboard.ui.forms.fields import FieldError
from caseboard.ui.forms.quantities_field import QuantitiesField
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
TAB = Qt.Key.Key_Tab
VEHICLES = QuantityKind.VEHICLES


@pytest.fixture
def field(qtbot, case_desk, work):
    async def field(*kept):
        await work.open()
        made = QuantitiesField(await case_desk(work.case), kept)
        qtbot.addWidget(made)
        made.resize(420, 500)
        made.show()
        made.activateWindow()
        await until(made.isActiveWindow)
        return made

    return field


def chips(field):
    return [chip.text() for chip in field.chips]


async def test_numbers_of_the_quote_are_offered_and_taken_by_a_press(field):
    made = await field()
    made.offer("They lost 12–15 armoured vehicles, about 30 killed, 2 km from the town.")
    await settled()
    assert chips(made) == ["＋ 12–15 armoured vehicles", "＋ about 30 killed", "＋ 2 km"]
    QTest.mouseClick(made.chips[0], LEFT)
    assert chips(made) == ["＋ about 30 killed", "＋ 2 km"]
    QTest.keyClick(made.chips[1], Qt.Key.Key_Space)
    assert made.drafts() == (
        QuantityDraft(VEHICLES, 12, 15, "armoured vehicles"),
        QuantityDraft(QuantityKind.DISTANCE, 2, 2, "", Measure.KILOMETRE),
    )


async def test_a_number_taken_away_is_offered_again(field):
    made = await field()
    made.offer("They lost 12 tanks.")
    await settled()
    QTest.mouseClick(made.chips[0], LEFT)
    assert not made.chips
    QTest.mouseClick(made.lines[0].remove, LEFT)
    assert chips(made) == ["＋ 12 tanks"]
    assert made.drafts() == ()


async def test_a_number_is_typed_by_keys_alone(field):
    made = await field()
    QTest.keyClick(made.add_button, Qt.Key.Key_Space)
    (line,) = made.lines
    await until(lambda: line.isVisible() and line.kind.hasFocus())
    QTest.keyClick(line.kind, TAB)
    assert line.low.hasFocus()
    QTest.keyClicks(line.low, "1,200")
    QTest.keyClick(line.low, TAB)
    assert line.high.text() == "1,200"
    QTest.keyClick(line.high, TAB)
    QTest.keyClicks(line.what, "trucks")
    assert made.drafts() == (QuantityDraft(VEHICLES, 1200, 1200, "trucks"),)
    assert line.reading.text() == "1,200 trucks per claimant"


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("number", [1200, 3.5, 3.125, 1234.567, 0.125, 1_234_567])
async def test_a_number_shown_in_a_field_is_read_back_as_it_was(field, language, number):
    made = await field()
    with i18n.speaking(language):
        line = made.add(QuantityDraft(VEHICLES, number, number, "trucks"))
        assert line.draft() == QuantityDraft(VEHICLES, number, number, "trucks")


async def test_an_emptied_most_says_at_least(field):
    made = await field()
    line = made.add(QuantityDraft(VEHICLES, 12, 12, "trucks"))
    line.high.selectAll()
    QTest.keyClick(line.high, Qt.Key.Key_Delete)
    QTest.keyClick(line.low, TAB)
    assert line.reading.text() == "at least 12 trucks per claimant"
    assert made.drafts()[0].high is None


async def test_the_measure_follows_the_kind(field):
    made = await field()
    line = made.add()
    assert line.measure.isHidden()
    line.kind.choose(QuantityKind.DISTANCE)
    assert [line.measure.itemText(n) for n in range(line.measure.count())] == ["m", "km", "mi"]
    assert line.measure.measure is Measure.KILOMETRE
    line.kind.choose(QuantityKind.KILLED)
    assert line.measure.measure is None


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [("twelve", "", "not a number"), ("15", "12", "least is more"), ("1.2.3", "", "not a number")],
)
async def test_what_is_no_number_is_refused_in_words(field, low, high, words):
    made = await field()
    line = made.add()
    QTest.keyClicks(line.low, low)
    QTest.keyClicks(line.high, high)
    assert words in line.reading.text()
    with pytest.raises(FieldError, match=words):
        made.drafts()


async def test_what_is_kept_comes_back_as_it_was(field):
    kept = Quantity(
        report_id="r",
        ordinal=0,
        kind=QuantityKind.AREA,
        low=1500.5,
        high=None,
        measure=Measure.HECTARE,
        is_approximate=True,
    )
    made = await field(kept)
    wanted = QuantityDraft(
        QuantityKind.AREA, 1500.5, None, "", Measure.HECTARE, is_approximate=True
    )
    assert made.drafts() == (wanted,)


async def test_a_line_left_empty_does_not_count(field):
    made = await field()
    made.add()
    assert made.drafts() == ()
