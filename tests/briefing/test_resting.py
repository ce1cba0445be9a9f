"""What falls with an exhibit."""

import pytest
from sectioning import written_manifest

from caseboard.briefing import manifest_reading
from caseboard.briefing.manifest_reading import Claimed
from caseboard.briefing.resting import shaken

E1, E2 = "KUP-2024-11-E001", "KUP-2024-11-E002"


@pytest.fixture
def manifest():
    return manifest_reading.read(written_manifest())


def test_nothing_falls_with_nothing(manifest):
    assert shaken(manifest, ()) == ()
    assert shaken(manifest, {"KUP-2024-11-L1"}) == ()


def test_claims_fall_with_the_exhibits_their_reports_stand_in(manifest):
    claims = [each for each in shaken(manifest, {E2}) if isinstance(each.what, Claimed)]

    assert [each.what.ref for each in claims] == ["KUP-2024-11-C2", "KUP-2024-11-C3"]
    assert all(each.exhibits == (E2,) for each in claims)


def test_a_judgement_falls_with_an_exhibit_it_cites(manifest):
    numbers = [getattr(each.what, "number", 0) for each in shaken(manifest, {E2})]
    assert [number for number in numbers if number] == [1]


def test_a_sentence_falls_with_the_claims_it_names(manifest):
    (found,) = [
        each
        for each in shaken(manifest, {E2})
        if getattr(each.what, "section", "") == "bottom_line"
    ]
    assert found.what.text.startswith("Russian forces probably tried")
    assert (found.exhibits, found.claims) == ((E2,), ("KUP-2024-11-C2",))


def test_several_exhibits_are_named_in_order(manifest):
    first = next(each for each in shaken(manifest, {E2, E1}) if getattr(each.what, "number", 0))
    assert first.exhibits == (E1, E2)
