"""The three clocks of a case."""

import pytest
from casework import Casework
from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis.timeline import Clock, Event, events


@pytest.fixture
def work():
    work = Casework()
    work.clip("E001", "Kyiv Independent", published="2024-11-14T11:39:00")
    work.claim("C1", "Two columns got in.", event_time="2024-11-13~")
    work.report("C1", "E001", "DeepState", said_when="2024-11-13T23:00")
    work.position("Khartia Brigade", "Donetsk Oblast", "2024-05-05", "E001")
    return work


CLIP = "KUP-2024-11-E001"


def test_every_event_stands_on_its_clock_in_order_of_time(work):
    assert events(work.dossier) == [
        Event("2024-05-05", Clock.HAPPENED, "Khartia Brigade at Donetsk Oblast", CLIP),
        Event("2024-11-13~", Clock.HAPPENED, "Two columns got in.", "KUP-2024-11-C1"),
        Event("2024-11-13T23:00", Clock.REPORTED, "DeepState: Two columns got in.", CLIP),
        Event("2024-11-14T11:39:00", Clock.REPORTED, "Title of E001", CLIP),
        Event("2024-11-14T12:00:00Z", Clock.CAPTURED, "Title of E001", CLIP),
    ]


def test_a_unit_is_not_said_to_be_where_it_only_fires():
    work = Casework()
    work.clip("E001")
    work.position("Khartia Brigade", "Kupiansk", "2024-05-05", "E001")
    work.rows["positions"][0].bearing = "direction of fire"
    assert events(work.dossier)[0].label == "Khartia Brigade, direction of fire: Kupiansk"


def test_what_has_no_time_is_on_no_clock_but_the_last():
    work = Casework()
    work.claim("C1")
    work.report("C1", "E001", "DeepState")
    assert [event.clock for event in events(work.dossier)] == [Clock.CAPTURED]


def test_a_report_of_one_thing_said_twice_in_a_clip_is_one_event(work):
    before = events(work.dossier)
    work.report("C1", "E001", "DeepState", said_when="2024-11-13T23:00")
    assert events(work.dossier) == before


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(random):
    work = Casework()
    for number in range(4):
        work.clip(f"E{number}", "Wire", published=f"2024-11-1{number % 2}")
        work.claim(f"C{number}", event_time="2024-11-13")
        work.report(f"C{number}", f"E{number}", "DeepState", said_when="2024")
    assert events(work.shuffled(random)) == events(work.dossier)
