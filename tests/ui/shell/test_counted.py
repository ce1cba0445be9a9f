"""How much there is in a case, in numbers and in words."""

from dataclasses import fields

from caseboard.store.cases import Counts
from caseboard.ui import counted

COUNTS = Counts(**{field.name: number for number, field in enumerate(fields(Counts), 1)})


def test_each_view_has_the_count_of_what_it_lists():
    of_views = counted.of_views(COUNTS)
    assert of_views["clip"] == COUNTS.clips
    assert of_views["briefing"] == COUNTS.briefings
    assert len(set(of_views.values())) == len(of_views)


def test_the_status_line_counts_what_a_case_rests_on():
    assert counted.words(COUNTS) == "1 clip · 3 locations · 4 units · 2 claims"
