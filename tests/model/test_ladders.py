"""Words of likelihood and their bands."""

from itertools import pairwise

import pytest

from caseboard.model import ladders
from caseboard.model.terms import Ladder


def test_icd_203_has_the_bands_of_its_directive():
    assert [(rung.low, rung.high) for rung in ladders.rungs(Ladder.ICD203)] == [
        (1, 5),
        (5, 20),
        (20, 45),
        (45, 55),
        (55, 80),
        (80, 95),
        (95, 99),
    ]


def test_phia_leaves_gaps_between_its_rungs():
    assert [rung.chances for rung in ladders.rungs(Ladder.PHIA)] == [
        "≤ 5 %",
        "10–20 %",
        "25–35 %",
        "40–<50 %",
        "55–75 %",
        "80–90 %",
        "≥ 95 %",
    ]


@pytest.mark.parametrize("ladder", Ladder)
def test_rungs_climb_from_one_to_seven_with_words_of_their_own(ladder):
    rungs = ladders.rungs(ladder)
    assert [rung.band for rung in rungs] == [1, 2, 3, 4, 5, 6, 7]
    assert all(lower.high <= upper.low for lower, upper in pairwise(rungs))
    assert len({rung.word for rung in rungs}) == 7


def test_one_band_has_another_word_on_each_ladder():
    assert ladders.rung(Ladder.ICD203, 2).word == "very unlikely"
    assert ladders.rung(Ladder.PHIA, 2).word == "highly unlikely"


@pytest.mark.parametrize("band", [0, 8])
def test_a_band_off_the_ladder_is_refused(band):
    with pytest.raises(ValueError, match=str(band)):
        ladders.rung(Ladder.PHIA, band)
