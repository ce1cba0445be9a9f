"""Orders of battle are read in a process with limits, and its answers are not believed."""

import json
from dataclasses import astuple

import pytest

from caseboard import i18n
from caseboard.capture import confine
from caseboard.capture.answer import Answer
from caseboard.capture.worker import Limits
from caseboard.errors import CaseError
from caseboard.exchange import json_reading, orbat_csv, orbat_mapper, orbat_worked
from caseboard.exchange.json_reading import Unreadable
from caseboard.exchange.orbat import Formation
from caseboard.model.terms import Branch, Echelon, Side, UnitStatus

ALL = [
    Formation("c", "10-й корпус", country="UA", side=Side.FRIEND, echelon=Echelon.CORPS),
    Formation(
        "b", "Khartia Brigade", "c", ("Хартія", "Khartiia"), "13", Side.FRIEND, Echelon.BRIGADE,
        Branch.INFANTRY, "UA", "10031000181211000000", UnitStatus.PLANNED, False,
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def worker():
    worker = orbat_worked.worker()
    yield worker
    worker.close()


def test_a_table_comes_out_of_the_process_as_it_went_in(worker):
    assert list(orbat_worked.read(worker, orbat_csv.write(ALL)).formations) == ALL


def test_a_scenario_is_told_from_a_table_by_how_it_begins(worker):
    data = b"\xef\xbb\xbf \n" + orbat_mapper.write(ALL, "A case", "", "2024-11-14T12:00:00+00:00")
    found = orbat_worked.read(worker, data).formations
    assert [each.name for each in found] == ["10-й корпус", "Khartia Brigade"]


def test_what_was_left_out_is_said_in_the_language_of_the_program(worker):
    data = b"name,side\nArmy,ours\n"
    assert "no known side" in orbat_worked.read(worker, data).left_out[0]
    with i18n.speaking("uk"):
        assert "no known side" not in orbat_worked.read(worker, data).left_out[0]


def test_what_is_none_is_refused_in_words_and_the_next_one_is_read(worker):
    with pytest.raises(CaseError, match="needs a column “name”"):
        orbat_worked.read(worker, b"\x00\xff")
    assert orbat_worked.read(worker, b"name\nArmy\n").formations


def test_more_than_is_read_does_not_reach_the_process(worker, monkeypatch):
    monkeypatch.setattr(orbat_worked, "BYTES", 10)
    with pytest.raises(Unreadable, match="larger than 64 MB"):
        orbat_worked.read(worker, b"name\nArmy of eleven\n")


def test_a_file_that_takes_too_much_is_given_up(worker, monkeypatch):
    monkeypatch.setattr(orbat_worked, "LIMITS", Limits(confine.PAGE_MEMORY, cpu=0.2, clock=20.0))
    many = b'{"type":"ORBAT-mapper","sides":[' + b"{}," * 9_000_000 + b"{}]}"
    assert len(many) < json_reading.BYTES
    with pytest.raises(Unreadable, match="too much time or memory"):
        orbat_worked.read(worker, many)


class Lying:
    """A reader whose process was taken over."""

    def __init__(self, **changes):
        row = list(astuple(ALL[1]))
        for place, value in changes.items():
            row[Formation.__slots__.index(place)] = value
        self.blobs = (json.dumps([[row], []]).encode(),)

    def do(self, _task, _data, _options, _limits):
        return Answer({}, self.blobs)


@pytest.mark.parametrize(
    "lie",
    [
        {"name": ""}, {"name": "two\nlines"}, {"name": "x" * 400}, {"name": 1}, {"key": None},
        {"aliases": [7]}, {"designation": " 13"}, {"side": "ours"}, {"country": "U1"},
        {"country": "Ukraine"}, {"sidc": "1" * 20}, {"status": None}, {"parent": ["c"]},
    ],
    ids=str,
)  # fmt: skip
def test_what_the_process_answers_is_checked(lie):
    assert orbat_worked.read(Lying(), b"").formations[0].name == "Khartia Brigade"
    with pytest.raises(Unreadable, match="nonsense"):
        orbat_worked.read(Lying(**lie), b"")


@pytest.mark.parametrize("blob", [b"", b"{}", b"[]", b"[[[]], []]", b"[[], [1]]", b"[" * 100_000])
def test_an_answer_that_is_no_order_of_battle_is_refused(blob):
    liar = Lying()
    liar.blobs = (blob,)
    with pytest.raises(Unreadable, match="nonsense"):
        orbat_worked.read(liar, b"")
