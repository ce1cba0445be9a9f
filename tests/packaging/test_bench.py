"""The stopwatch, and the first case it is used on."""

import subprocess
import sys

import pytest

from bench import start
from bench.__main__ import CASES, row
from bench.harness import Case, Contest, Unit, p95, run, timed
from caseboard.errors import CaseError
from support import PROJECT


class Answers:
    """Says one prepared number of seconds after the other."""

    def __init__(self, *seconds):
        self._seconds = iter(seconds)

    def __call__(self):
        return next(self._seconds)


class Material:
    """Counts how often it was let go."""

    closed = 0

    def close(self):
        self.closed += 1


def test_first_round_does_not_count_and_the_median_ratio_does(tmp_path):
    ours = Answers(99, 2, 4, 30)
    contest = Contest(ours, Answers(1, 1, 2, 3))
    outcome = run(Case("a", 2.0, lambda _place: contest), 3, tmp_path)
    assert (outcome.ours, outcome.pace, outcome.ratio) == (4, 2, 2.0)
    assert outcome.within
    assert "2.00 × of 2 × within" in row(outcome)


def test_without_a_pace_the_seconds_themselves_are_held_against_the_reach(tmp_path):
    outcome = run(Case("a", 0.1, lambda _place: Contest(Answers(1, 0.25))), 1, tmp_path)
    assert outcome.ratio is None
    assert not outcome.within
    assert row(outcome).endswith("250 ms                        of 100 ms OVER")


def test_memory_is_shown_in_megabytes(tmp_path):
    case = Case("a", 150, lambda _place: Contest(Answers(1, 120)), Unit.MEGABYTES)
    assert row(run(case, 1, tmp_path)).endswith("120 MB                        of 150 MB within")


def test_what_cannot_be_timed_says_why_and_is_not_within(tmp_path):
    fail = [sys.executable, "-c", "raise SystemExit('no such case')"]

    def prepare(_place):
        subprocess.run(fail, check=True, capture_output=True)

    outcome = run(Case("a", 1.0, prepare), 1, tmp_path)
    assert outcome.trouble == "no such case"
    assert not outcome.as_json()["within"]


def test_what_was_opened_is_closed_also_when_timing_fails(tmp_path):
    material = Material()

    def fail():
        raise CaseError("It broke.")

    outcome = run(Case("a", 1.0, lambda _place: Contest(fail, end=material.close)), 1, tmp_path)
    assert (outcome.trouble, material.closed) == ("It broke.", 1)


def test_the_own_folder_of_a_case_is_gone_afterwards_and_the_shared_one_stays(tmp_path):
    places = []

    def prepare(place):
        places.append(place)
        return Contest(timed(lambda: (place.own / "material").write_text("here")))

    run(Case("a", 1.0, prepare), 1, tmp_path)
    assert not places[0].own.exists()
    assert places[0].shared.exists()


def test_p95_leaves_out_the_worst_of_twenty_and_no_more():
    assert p95([1.0] * 19 + [50.0]) < 5
    assert p95([1.0] * 18 + [50.0] * 2) > 40


def test_every_case_has_a_name_of_its_own():
    assert len({case.name for case in CASES}) == len(CASES)


def test_a_window_is_timed_until_it_is_painted(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(PROJECT / "packaging"))
    assert 0.01 < start.started("window", ["bench.bare_window"]) < 60


def test_a_program_that_paints_nothing_is_not_taken_for_fast(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(PROJECT / "packaging"))
    with pytest.raises(subprocess.CalledProcessError):
        start.started("window", ["this"])
