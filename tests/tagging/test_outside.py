"""A language model of the analyst's own: what it adds, and what is said where it is not there."""

import sys
from types import ModuleType, SimpleNamespace

import pytest

from caseboard.errors import CaseError
from caseboard.tagging import outside, tasks
from caseboard.tagging.context import Context, Named
from caseboard.tagging.engine import suggest
from caseboard.tagging.suggestions import Kind

TEXT = "there stood zeb okonkwo of lutsk, they say."


def named(words, kind):
    start = TEXT.index(words)
    return Named(start, start + len(words), kind)


@pytest.fixture
def spacy(monkeypatch):
    """A stand-in for the library: one pipeline that sees one person and one date."""
    module = ModuleType("spacy")

    def load(name):
        if name != "tiny":
            raise OSError(name)
        ents = [
            SimpleNamespace(start_char=12, end_char=23, label_="PERSON"),
            SimpleNamespace(start_char=0, end_char=5, label_="DATE"),
        ]
        return lambda _text: SimpleNamespace(ents=ents)

    module.load = load
    monkeypatch.setitem(sys.modules, "spacy", module)
    outside.load.cache_clear()
    yield
    outside.load.cache_clear()


def test_what_only_the_model_saw_is_proposed_but_never_as_sure():
    context = Context(named=(named("zeb okonkwo", Kind.PERSON), named("lutsk", Kind.LOCATION)))
    found = suggest(TEXT, language="en", context=context)
    assert [person.name for person in found.people] == ["zeb okonkwo"]
    assert [place.name for place in found.locations] == ["Lutsk"]
    assert max(each.score for each in (*found.people, *found.locations)) < 0.6
    assert not suggest(TEXT, language="en").people


def test_a_single_word_is_no_person_by_the_models_word_alone():
    context = Context(named=(named("zeb", Kind.PERSON),))
    assert not suggest(TEXT, language="en", context=context).people


@pytest.mark.usefixtures("spacy")
def test_the_pipeline_is_asked_for_people_and_places_alone():
    assert outside.load("tiny")(TEXT) == [Named(12, 23, Kind.PERSON)]


@pytest.mark.usefixtures("spacy")
def test_a_model_that_is_not_there_is_said_in_words():
    with pytest.raises(CaseError, match="could not be loaded"):
        outside.load("huge")


@pytest.mark.usefixtures("spacy")
def test_without_the_model_the_text_is_looked_through_all_the_same():
    text = "General Staff spokesperson Andrii Koval spoke."
    options = {"published": "", "language": "en", "model": "huge"}
    answer = tasks.suggest(tasks.asked(text), options)
    assert [person.name for person in tasks.suggestions(answer.values).people] == ["Andrii Koval"]
    assert "huge" in tasks.problem(answer.values)
