"""The stopwatch, and the first case it is used on."""

import subprocess
import sys

import pytest

from bench import start
from bench.__main__ import row
from bench.harness import Case, Contest, run, timed
from support import PROJECT


class Answers:
    """Says one prepared number of seconds after the other."""

    def __init__(self, *seconds):
        self._seconds = iter(seconds)

    def __call__(self):
        return next(self._seconds)


def test_first_round_does_not_count_and_the_median_ratio_does():
    ours = Answers(99, 2, 4, 30)
    contest = Contest(ours, Answers(1, 1, 2, 3))
    outcome = run(Case("a", 2.0, lambda _folder: contest), runs=3)
    assert (outcome.ours, outcome.pace, outcome.ratio) == (4, 2, 2.0)
    assert outcome.within
    assert "2.00 × of 2 × within" in row(outcome)


def test_without_a_pace_the_seconds_themselves_are_held_against_the_reach():
    outcome = run(Case("a", 0.1, lambda _folder: Contest(Answers(1, 0.25))), runs=1)
    assert outcome.ratio is None
    assert not outcome.within
    assert row(outcome).endswith("250 ms                        of 100 ms OVER")


def test_what_cannot_be_timed_says_why_and_is_not_within():
    fail = [sys.executable, "-c", "raise SystemExit('no such case')"]

    def prepare(_folder):
        subprocess.run(fail, check=True, capture_output=True)

    outcome = run(Case("a", 1.0, prepare), runs=1)
    assert outcome.trouble == "no such case"
    assert not outcome.as_json()["within"]


def test_the_folder_of_a_case_is_there_for_it_and_gone_afterwards():
    folders = []

    def prepare(folder):
        folders.append(folder)
        return Contest(timed(lambda: (folder / "material").write_text("here")))

    run(Case("a", 1.0, prepare), runs=1)
    assert not folders[0].exists()


def test_a_window_is_timed_until_it_is_painted(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(PROJECT / "packaging"))
    assert 0.01 < start.started(["bench.bare_window"]) < 60


def test_a_program_that_paints_nothing_is_not_taken_for_fast(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(PROJECT / "packaging"))
    with pytest.raises(subprocess.CalledProcessError):
        start.started(["this"])
