"""Refs of cases, clips and claims, and links to them."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.model import refs

NOVEMBER = datetime(2024, 11, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("title", "initials"),
    [
        ("Kupiansk: did they enter?", "KUP"),
        ("Куп’янськ: прорив", "KUP"),
        ("The battle of Lyman", "BAT"),
        ("Щастя", "SHC"),
        ("Ізюм", "IZY"),
        ("Ёлкино", "ELK"),
        ("Справа про Бахмут", "PRO"),
        ("O’Hara", "OHA"),
        ("Łódź", "LOD"),
        ("Ørsted", "ORS"),
        ("24/7", "CASE"),
        ("", "CASE"),
    ],
)
def test_a_case_is_named_after_its_title_and_month(title, initials):
    assert refs.case_ref(title, NOVEMBER, set()) == f"{initials}-2024-11"


def test_a_taken_ref_gets_a_number():
    taken = {"KUP-2024-11", "KUP-2024-11-2"}
    assert refs.case_ref("Kupiansk", NOVEMBER, taken) == "KUP-2024-11-3"


@given(st.lists(st.text(max_size=12), max_size=12))
def test_refs_are_plain_and_never_given_twice(titles):
    taken = set()
    for title in titles:
        ref = refs.case_ref(title, NOVEMBER, taken)
        assert re.fullmatch(r"[A-Z]{3,4}-2024-11(-\d+)?", ref)
        assert ref not in taken
        taken.add(ref)


@given(st.integers(1, 99_999), st.sampled_from(["KUP-2024-11", "KUP-2024-11-2"]))
def test_clips_and_claims_are_numbered_within_their_case(number, case):
    for ref, letter in ((refs.clip_ref(case, number), "E"), (refs.claim_ref(case, number), "C")):
        assert ref.startswith(f"{case}-{letter}")
        assert refs.number(ref) == number
        assert refs.short(ref) == ref.removeprefix(f"{case}-")


def test_refs_read_as_on_the_desk():
    assert refs.clip_ref("KUP-2024-11", 7) == "KUP-2024-11-E007"
    assert refs.claim_ref("KUP-2024-11", 3) == "KUP-2024-11-C3"
    assert refs.short("KUP-2024-11-E007") == "E007"


@pytest.mark.parametrize("ref", ["KUP-2024-11", "KUP-2024-11-2"])
def test_the_ref_of_a_case_stays_whole_and_numbers_nothing(ref):
    assert refs.short(ref) == ref
    with pytest.raises(ValueError, match=ref):
        refs.number(ref)


def test_links_are_found_once_each_in_order():
    text = "See [[E007]], [[c3|the claim]] and [[ E007 ]]; not [E001], [[]] or [[a\nb]]."
    assert refs.links(text) == ["E007", "C3"]
