"""Units in sentences marked by hand, in English, Ukrainian and Russian."""

import re
from pathlib import Path

import pytest

from caseboard.tagging import units
from caseboard.tagging.context import EMPTY
from caseboard.tagging.document import Document

DATA = Path(__file__).with_name("units")
LANGUAGES = ("en", "uk", "ru")
MARK = re.compile(r"\[\[([^|\]]+)\|([^|\]]*)\|([^|\]]*)\|([^|\]]*)\]\]")


def lines(name):
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def unmarked(line):
    """The sentence, and what is marked in it: start, surface, designation, echelon, country."""
    marks, shift = [], 0
    for mark in MARK.finditer(line):
        surface, designation, echelon, country = mark.groups()
        designation = "" if designation == "-" else designation
        marks.append((mark.start() - shift, surface, designation, echelon, country))
        shift += len(mark.group()) - len(surface)
    return MARK.sub(r"\1", line), marks


def found_in(sentence, language):
    return [
        (
            unit.start,
            unit.surface,
            "-".join(map(str, unit.count)) if unit.count else unit.designation,
            unit.echelon.value,
            unit.country,
        )
        for unit in units.find(Document(sentence, language=language), EMPTY)
    ]


SENTENCES = [
    (language, line) for language in LANGUAGES for line in lines(f"sentences_{language}.txt")
]


@pytest.mark.parametrize(("language", "line"), SENTENCES)
def test_the_units_of_a_sentence_are_those_marked(language, line):
    sentence, marks = unmarked(line)
    assert found_in(sentence, language) == marks


@pytest.mark.parametrize("language", LANGUAGES)
def test_enough_sentences_are_marked_and_some_name_no_unit(language):
    marked = [unmarked(line)[1] for line in lines(f"sentences_{language}.txt")]
    assert len(marked) >= 60
    assert sum(not marks for marks in marked) >= 10


def names():
    return [line.split("\t") for line in lines("names.tsv")]


@pytest.mark.parametrize(("name", "number", "echelon", "country"), names())
def test_a_bare_name_tells_number_echelon_and_country(name, number, echelon, country):
    found = [each[2:] for each in found_in(name, "")]
    assert found[:1] == [(number, echelon, country)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_precision_and_recall_of_surfaces_stay_above_their_floor(language):
    right = proposed = marked = 0
    for line in lines(f"sentences_{language}.txt"):
        sentence, marks = unmarked(line)
        found = {each[:2] for each in found_in(sentence, language)}
        truth = {each[:2] for each in marks}
        right, proposed, marked = (
            right + len(found & truth),
            proposed + len(found),
            marked + len(truth),
        )
    assert right / proposed >= 0.95
    assert right / marked >= 0.95
