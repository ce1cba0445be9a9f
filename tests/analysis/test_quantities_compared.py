"""Numbers of several claimants set side by side."""

import math

import pytest

from caseboard.analysis import figures
from caseboard.analysis.quantities import (
    Range,
    Relation,
    Told,
    are_comparable,
    clash,
    compare,
    convert,
    range_of,
    relation,
    relation_words,
    span_words,
    wavering_words,
)
from caseboard.model.claim import Quantity
from caseboard.model.terms import Measure, QuantityKind

VEHICLES = QuantityKind.VEHICLES
DISTANCE = QuantityKind.DISTANCE


def number(low=None, high=None, kind=VEHICLES, what="vehicles", measure=None, *, about=False):
    return Quantity(
        report_id="r",
        ordinal=0,
        kind=kind,
        what=what,
        low=low,
        high=high,
        measure=measure,
        is_approximate=about,
    )


def told(claimant, *args, claim="C1", origin=None, **more):
    return Told(number(*args, **more), claimant, claimant, f"r-{claimant}", claim, origin)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (number(12, 15, what="armoured vehicles"), "12–15 armoured vehicles"),
        (number(12, 12, about=True), "about 12 vehicles"),
        (number(20), "at least 20 vehicles"),
        (number(high=5), "up to 5 vehicles"),
        (number(1240, about=True, what=""), "at least about 1,240 vehicles"),
        (number(3, 3, QuantityKind.KILLED, ""), "3 killed"),
        (number(3, 3, QuantityKind.KILLED, "soldiers"), "3 soldiers killed"),
        (number(3, 3, QuantityKind.WOUNDED, "wounded soldiers"), "3 wounded soldiers"),
        (number(2, 3, DISTANCE, "", Measure.KILOMETRE), "2–3 km"),
        (number(1.5, 1.5, QuantityKind.AREA, "", Measure.HECTARE), "1.5 ha"),
    ],
)
def test_a_number_is_spoken_with_its_claimant(quantity, words):
    assert figures.phrase(quantity, "General Staff") == f"{words} per General Staff"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (number(12, 15), number(12, 15), Relation.SAME),
        (number(12, 15), number(20), Relation.CONTRADICTS),
        (number(12, 15), number(10), Relation.REFINES),
        (number(12, 15), number(14, 20), Relation.OVERLAPS),
        (number(12, 12, about=True), number(13, 13), Relation.REFINES),
        (number(12, 12), number(13, 13), Relation.CONTRADICTS),
        (number(high=5), number(5), Relation.OVERLAPS),
        (number(high=5), number(6), Relation.CONTRADICTS),
    ],
)
def test_ranges_agree_refine_overlap_or_contradict(one, other, expected):
    assert relation(one, other) is expected
    assert relation(other, one) is expected


def test_measures_are_converted_to_be_compared():
    near = number(2, 3, DISTANCE, "", Measure.KILOMETRE)
    assert relation(near, number(2500, 2500, DISTANCE, "", Measure.METRE)) is Relation.REFINES
    assert relation(near, number(2, 2, DISTANCE, "", Measure.MILE)) is Relation.CONTRADICTS
    assert convert(1, Measure.MILE, Measure.METRE) == pytest.approx(1609.344)
    assert convert(250, Measure.HECTARE, Measure.SQUARE_KILOMETRE) == pytest.approx(2.5)
    with pytest.raises(ValueError, match="not told in"):
        convert(1, Measure.MILE, Measure.HECTARE)


def test_the_range_of_a_number_without_an_end_goes_on():
    assert range_of(number(20)) == Range(20, math.inf)
    assert range_of(number(high=20)) == Range(0, 20)
    assert range_of(number(100, 100, about=True)) == Range(90, pytest.approx(110))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (number(1), number(1, kind=QuantityKind.EQUIPMENT), False),
        (number(1, what="tanks"), number(1, what="trucks"), False),
        (number(1, what="tanks"), number(1, what=""), True),
        (number(1, what="armoured vehicles"), number(1, what="Vehicle"), True),
        (number(1, what="columns"), number(1, what="колони"), True),
        (number(1, what="enemy tanks"), number(1, what="tanks"), True),
        (number(1, what="troops"), number(1, what="Russian soldiers"), True),
        (number(1, what="civilians"), number(1, what="soldiers"), False),
        (
            number(1, kind=QuantityKind.OTHER, what="houses", measure=Measure.METRE),
            number(1, kind=QuantityKind.OTHER, what="houses"),
            False,
        ),
    ],
)
def test_only_numbers_of_the_same_things_are_compared(one, other, expected):
    assert are_comparable(one, other) is expected
    assert are_comparable(other, one) is expected


def test_claimants_are_set_side_by_side():
    rows = [told("General Staff", 12, 15), told("DeepState", 20), told("Mayor", 3, what="trucks")]
    vehicles, trucks = compare(rows)
    assert [each.claimant for each in vehicles.told] == ["General Staff", "DeepState"]
    assert vehicles.relation is Relation.CONTRADICTS
    assert trucks.relation is Relation.ALONE
    assert [each.spoken for each in vehicles.told] == [
        "12–15 vehicles per General Staff",
        "at least 20 vehicles per DeepState",
    ]


def test_one_claimant_who_told_two_numbers_does_not_contradict_himself():
    (comparison,) = compare([told("Mayor", 12, 12), told("Mayor", 20, 20)])
    assert comparison.relation is Relation.ALONE
    assert comparison.span == Range(12, 20)


def test_who_wavers_is_named_and_contradicts_only_what_meets_none_of_his_numbers():
    rows = [told("Staff", 12, 15), told("Staff", 20), told("Map", 21, 21)]
    (comparison,) = compare(rows)
    assert comparison.relation is Relation.OVERLAPS
    assert wavering_words(comparison) == "The numbers of Staff do not fit each other."
    assert relation_words(comparison) == "Some of the numbers fit each other, others do not."
    (apart,) = compare([*rows[:2], told("Map", 17, 18)])
    assert apart.relation is Relation.CONTRADICTS
    (firm,) = compare([told("Staff", 12, 15), told("Staff", 14), told("Map", 14, 15)])
    assert firm.relation is Relation.SAME
    assert wavering_words(firm) == ""


def test_the_span_goes_over_independent_origins():
    rows = [
        told("General Staff", 12, 15),
        told("DeepState", 20, 30),
        told("Copyist", 12, 15, origin="General Staff"),
    ]
    (comparison,) = compare(rows)
    assert (comparison.span, comparison.origins) == (Range(12, 30), 2)
    assert span_words(comparison) == (
        "12–30 vehicles per General Staff, DeepState, Copyist (2 independent origins)"
    )


def test_a_span_without_an_end_says_so_and_is_told_in_the_first_measure():
    rows = [
        told("Map", 2, 3, DISTANCE, "", Measure.KILOMETRE),
        told("Mayor", 4000, None, DISTANCE, "", Measure.METRE),
    ]
    (comparison,) = compare(rows)
    assert span_words(comparison) == "at least 2 km per Map, Mayor (2 independent origins)"


def test_disputes_clash_only_in_numbers_both_tell():
    mine = [told("Staff", 12, 15), told("Staff", 3, 3, QuantityKind.KILLED, "")]
    theirs = [told("Map", 20, claim="C2"), told("Map", 5, 5, QuantityKind.WOUNDED, "", claim="C2")]
    (comparison,) = clash(mine, theirs)
    assert comparison.kind is VEHICLES
    assert clash(mine, [told("Map", 14, claim="C2")]) == ()


def test_no_number_is_ever_spoken_without_whose_it_is():
    for comparison in compare([told("Staff", 12, 15), told("Map", 20), told("Mayor", high=9)]):
        said = [span_words(comparison), *(each.spoken for each in comparison.told)]
        assert all(" per " in words for words in said)
