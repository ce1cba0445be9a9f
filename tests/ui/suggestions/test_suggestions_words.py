"""What is said of a proposal in a row, under the pointer and to a screen reader."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetrics

from caseboard.tagging.proposals import proposals
from caseboard.tagging.suggestions import Kind, UnitSuggestion
from caseboard.ui.inspector import suggestions_words as said
from caseboard.ui.inspector.suggestions_rows import fitting, shares
from proposed_clip import DENIAL, found, span


def of(kind, name=""):
    return next(p for p in proposals(found()) if p.kind is kind and name in p.name)


@pytest.mark.parametrize(
    ("kind", "name", "about"),
    [
        (Kind.LOCATION, "Kupiansk", "settlement, UA · 97 %"),
        (Kind.LOCATION, "Oskil", "river, UA/RU · 96 %"),
        (Kind.GOVERNMENT, "", "government, RU · 90 %"),
        (Kind.UNIT, "", "UA, brigade · 85 %"),
        (Kind.PERSON, "", "spokesman · 80 %"),
        (Kind.EQUIPMENT, "D-20", "equipment · 70 %"),
        (Kind.STATEMENT, DENIAL, "said by: General Staff via Ukrinform"),
        (Kind.DISPUTE, "", "dispute, differs on entry"),
    ],
)
def test_each_kind_says_what_it_is_and_how_sure(kind, name, about):
    assert said.about(of(kind, name)) == about


def test_a_percentage_is_never_more_than_it_is():
    assert said.percent(0.899) == "89 %"
    assert said.percent(0.29) == "29 %"
    assert said.percent(1.0) == "100 %"


def test_formations_say_how_many_there_may_be():
    columns = UnitSuggestion(**span("two columns"), name="column", score=0.8, count=(2, 3))
    (proposal,) = (p for p in proposals(found(units=(columns,))) if p.kind is Kind.UNIT)
    assert said.about(proposal) == "2–3 formations · 80 %"


def test_a_sentence_stands_in_quotation_marks_and_is_cut():
    assert said.name(of(Kind.STATEMENT, DENIAL)) == f"“{DENIAL}”"
    assert len(said._shortened("word " * 100)) <= said.LONGEST


def test_a_quotation_is_not_quoted_twice():
    quoted = replace(of(Kind.STATEMENT, DENIAL), name='"All of it," ')
    assert said.name(quoted) == "“All of it,”"


def test_of_a_statement_the_verb_and_the_times_are_told():
    facts = said.said_facts(of(Kind.STATEMENT, DENIAL).best)
    assert facts == "“say” · said 14 Nov 2024 · of 13 Nov 2024"


def test_a_screen_reader_hears_the_kind_the_mentions_and_the_reason():
    spoken = said.spoken(of(Kind.LOCATION, "Kupiansk"))
    assert spoken == "Location, Kupiansk, settlement, UA · 97 %, 3 mentions, population"


def test_where_room_is_short_the_figures_stay(theme):
    metrics = QFontMetrics(theme.ui_font(11.5))
    room = metrics.horizontalAdvance("General Staff · 92 %")
    shown = fitting("General Staff spokesperson", ("92 %", ""), metrics, room)
    assert shown.endswith("… · 92 %")
    assert metrics.horizontalAdvance(shown) <= room
    assert fitting("General Staff spokesperson", ("92 %", ""), metrics, 40) == "92 %"


def test_a_name_keeps_its_room_before_what_is_said_of_it_and_a_sentence_gives_way():
    assert shares(300, 100, 100, 72, equal=False) == (100, 100)
    chip, words = shares(200, 150, 150, 72, equal=False)
    assert chip + words == 200
    assert chip >= 100
    chip, words = shares(200, 900, 120, 72, equal=True)
    assert (chip + words, words) == (200, 110)
