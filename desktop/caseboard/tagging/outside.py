"""The one door for a language model of the analyst's own: a pipeline of spaCy, if installed.

Off unless its name is chosen. It only adds names that the finders here did not see, and never
with a score that "accept all" would take.
"""

import importlib
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.tagging.context import Context, Named
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.gazetteer.gazetteer import shipped
from caseboard.tagging.places.telling import place_of
from caseboard.tagging.suggestions import (
    Candidate,
    Kind,
    LocationSuggestion,
    PersonSuggestion,
)

Model = Callable[[str], Sequence[Named]]
"""Takes a text, gives the names in it."""

_KINDS = {
    "GPE": Kind.LOCATION,
    "LOC": Kind.LOCATION,
    "PER": Kind.PERSON,
    "PERSON": Kind.PERSON,
}
"""The labels of spaCy's pipelines, English and others."""
_SCORE = 0.55


@cache
def load(name: str) -> Model:
    """The pipeline called `name`; raises `CaseError` where it, or spaCy, is not installed."""
    try:
        spacy = importlib.import_module("spacy")
        pipeline = spacy.load(name)
    except (ImportError, OSError) as error:
        raise CaseError(
            _("The language model {name} could not be loaded.").format(name=name),
            _("Install spaCy and the model beside the program, or choose none in Settings."),
        ) from error
    return lambda text: _names(pipeline(text))


def _names(read: Any) -> list[Named]:
    return [
        Named(entity.start_char, entity.end_char, _KINDS[entity.label_])
        for entity in read.ents
        if entity.label_ in _KINDS
    ]


def people(document: Document, context: Context, found: Found) -> list[PersonSuggestion]:
    """People of two words or more that only the model saw."""
    return [
        PersonSuggestion(
            start=name.start,
            end=name.end,
            surface=surface,
            name=" ".join(surface.split()),
            score=_SCORE,
            reason=_("seen by the language model"),
        )
        for name, surface in _new(Kind.PERSON, document, context, found)
        if " " in surface
    ]


def locations(document: Document, context: Context, found: Found) -> list[LocationSuggestion]:
    """Places that only the model saw and the gazetteer knows, the largest of the name first."""
    made = []
    for name, surface in _new(Kind.LOCATION, document, context, found):
        reason = _("seen by the language model")
        entries = shipped().lookup(surface)[:5]
        candidates = tuple(Candidate(place_of(each, context), _SCORE, reason) for each in entries)
        if candidates:
            made.append(
                LocationSuggestion(
                    start=name.start,
                    end=name.end,
                    surface=surface,
                    score=_SCORE,
                    reason=reason,
                    candidates=candidates,
                )
            )
    return made


def _new(kind: Kind, document: Document, context: Context, found: Found) -> list[tuple[Named, str]]:
    seen = (*found.locations, *found.governments)
    return [
        (name, document.text[name.start : name.end])
        for name in context.named
        if name.kind is kind
        and not found.is_taken(name.start, name.end)
        and not any(each.start < name.end and name.start < each.end for each in seen)
    ]
