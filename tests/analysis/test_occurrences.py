"""What a timeline shows of a case, and what of it is asked for."""

import pytest
from casework import Casework

from caseboard.analysis import chronicles, occurrences
from caseboard.analysis.occurrences import EventKind
from caseboard.analysis.relating import Relations, places, sources
from caseboard.analysis.sifting import Asked, Within, sift, within
from caseboard.analysis.stretches import of
from caseboard.analysis.timeline import Clock, events
from caseboard.model.claim import ClaimLocation
from caseboard.model.entities import Location
from caseboard.model.terms import Stance
from caseboard.model.work import Layer


@pytest.fixture
def work():
    work = Casework()
    work.clip("E001", "Kyiv Independent", published="2024-11-14T11:39Z")
    work.clip("E002", "DeepState")
    work.claim("C1", "Two columns got in.", event_time="2024-11-13~")
    work.claim("C2", "It was repelled.", event_time="2024-11-15")
    work.report("C1", "E001", "DeepState", said_when="2024-11-13T23:00")
    work.report("C1", "E001", "General Staff", stance=Stance.CONTRADICTS)
    work.report("C2", "E002", "DeepState", said_when="2024-11-16")
    work.position("Khartia Brigade", "Donetsk Oblast", "2024-05-05", "E001")
    return work


@pytest.fixture
def timeline(work):
    return occurrences.of(chronicles.of(work.dossier))


def keys(timeline):
    return [each.key for each in timeline.occurrences]


def test_everything_with_a_time_stands_on_its_clock_in_order(timeline):
    assert [(each.key, each.clock) for each in timeline.occurrences] == [
        ("position:Khartia Brigade at Donetsk Oblast", Clock.HAPPENED),
        ("claim:C1", Clock.HAPPENED),
        ("report:r0", Clock.REPORTED),
        ("published:E001", Clock.REPORTED),
        ("captured:E001", Clock.CAPTURED),
        ("captured:E002", Clock.CAPTURED),
        ("claim:C2", Clock.HAPPENED),
        ("report:r2", Clock.REPORTED),
    ]


def test_it_says_no_other_times_than_a_briefing_does(work, timeline):
    told = {(each.when, each.clock, each.label, each.ref) for each in timeline.occurrences}
    assert told == {(e.when, e.clock, e.label, e.ref) for e in events(work.dossier)}


def test_a_layer_shows_one_time_and_was_published_at_another(work):
    layer = Layer(
        id="L", case_id="case", ref="KUP-2024-11-L1", name="Control", as_of="2024-11-13",
        published="2024-11-14",
    )  # fmt: skip
    work.rows["layers"] = [layer]
    found = occurrences.of(chronicles.of(work.dossier)).occurrences
    shown = [(each.clock, each.when) for each in found if each.kind is EventKind.LAYER]
    assert shown == [(Clock.HAPPENED, "2024-11-13"), (Clock.REPORTED, "2024-11-14")]


def test_what_happened_is_tied_to_its_reports_and_a_report_without_a_time_to_its_clip(timeline):
    assert {(tie.happened, tie.reported, tie.stance) for tie in timeline.ties} == {
        ("claim:C1", "report:r0", Stance.SUPPORTS),
        ("claim:C1", "published:E001", Stance.CONTRADICTS),
        ("claim:C2", "report:r2", Stance.SUPPORTS),
    }


def test_a_time_that_cannot_be_read_is_left_out(work):
    work.claim("C3", "When?", event_time="some day")
    assert "claim:C3" not in keys(occurrences.of(chronicles.of(work.dossier)))


def test_kinds_can_be_asked_for(timeline):
    asked = Asked(frozenset({EventKind.CLAIM}))
    found = sift(timeline, asked)
    assert keys(found) == ["claim:C1", "claim:C2"]
    assert found.ties == []


def test_what_happened_is_of_every_source_that_reported_it(timeline):
    found = keys(sift(timeline, Asked(source_id="General Staff")))
    assert found == ["claim:C1"]
    found = keys(sift(timeline, Asked(source_id="Kyiv Independent")))
    assert found == [
        "position:Khartia Brigade at Donetsk Oblast", "claim:C1", "published:E001",
        "captured:E001",
    ]  # fmt: skip


def test_places_can_be_asked_for(work):
    work.rows["locations"].append(Location(id="town", name="Kupiansk"))
    about = ClaimLocation(id="x", claim_id="C1", location_id="town")
    work.rows["claim_locations"] = [about]
    timeline = occurrences.of(chronicles.of(work.dossier))
    assert keys(sift(timeline, Asked(place_id="town"))) == ["claim:C1", "report:r0"]
    assert list(places(timeline)) == [
        ("town", "Kupiansk", 2),
        ("Donetsk Oblast", "Donetsk Oblast", 1),
    ]


def test_the_most_frequent_source_comes_first(timeline):
    assert [(name, count) for _id, name, count in sources(timeline)] == [
        ("DeepState", 3),
        ("Kyiv Independent", 2),
    ]


def stretch(edtf):
    found = of(edtf)
    return found.start, found.end


def test_the_clips_of_what_happened_are_those_that_report_it(timeline):
    found = within(timeline, Clock.HAPPENED, *stretch("2024-11-13"))
    assert found == Within(frozenset({"E001"}), frozenset({"C1"}))


def test_the_claims_of_what_was_reported_are_those_that_were_said_or_published_then(timeline):
    assert within(timeline, Clock.REPORTED, *stretch("2024-11-16")) == Within(
        frozenset({"E002"}), frozenset({"C2"})
    )
    assert within(timeline, Clock.REPORTED, *stretch("2024-11-14")) == Within(
        frozenset({"E001"}), frozenset({"C1"})
    )


def test_what_was_captured_brings_all_that_its_clips_tell(timeline):
    found = within(timeline, Clock.CAPTURED, *stretch("2024-11-14"))
    assert found == Within(frozenset({"E001", "E002"}), frozenset({"C1", "C2"}))
    assert within(timeline, Clock.CAPTURED, *stretch("2023")) == Within()


def test_a_claim_belongs_to_its_reports_and_to_the_clips_that_tell_it(timeline):
    claim = next(each for each in timeline.occurrences if each.key == "claim:C1")
    found = Relations(timeline).of(claim)
    assert {clock: [each.key for each in some] for clock, some in found.items()} == {
        Clock.HAPPENED: [],
        Clock.REPORTED: ["report:r0", "published:E001"],
        Clock.CAPTURED: ["captured:E001"],
    }


def test_a_clip_belongs_to_all_that_it_tells(timeline):
    clip = next(each for each in timeline.occurrences if each.key == "captured:E001")
    found = Relations(timeline).of(clip)
    assert {clock: [each.key for each in some] for clock, some in found.items()} == {
        Clock.HAPPENED: ["position:Khartia Brigade at Donetsk Oblast", "claim:C1"],
        Clock.REPORTED: ["report:r0", "published:E001"],
        Clock.CAPTURED: [],
    }
