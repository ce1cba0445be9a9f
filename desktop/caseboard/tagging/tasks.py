"""What the process that proposes can be asked: strangers' texts are read apart."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from caseboard import i18n
from caseboard.capture.answer import Answer
from caseboard.capture.reading import Unreadable
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.paths import resources
from caseboard.tagging import outside
from caseboard.tagging.context import EMPTY, Context
from caseboard.tagging.gazetteer.gazetteer import PATH, imported, use
from caseboard.tagging.suggestions import Suggestions

MODULE = __name__
CONTEXT = TypeAdapter(Context)
SUGGESTIONS = TypeAdapter(Suggestions)
_WARM_UP = (
    "General Staff spokesperson Ivan Koval told Ukrinform on Nov. 14 that two columns left.",
    "Генеральний штаб повідомив, що 92-га ошбр утримує Куп’янськ у Харківській області.",
    "Минобороны заявило, что 4-я гвардейская танковая дивизия находится в Белгородской области.",
    (
        "Sztab generalny poinformował w środę w Warszawie, że wojska są pod Kupiańskiem i że to "
        "nie koniec, a na granicy z Ukrainą jest spokojnie."
    ),
)


def arguments(language: str, model: str) -> tuple[str, ...]:
    """What the process is started with: language, a model for spaCy, imported tables of places."""
    return (language, model, *map(str, imported()))


def warm_up(arguments: Sequence[str]) -> None:
    """Open the tables and load the dictionaries, while opening files is still allowed."""
    language, model, *places = arguments
    i18n.use(language)
    use(map(Path, places))
    with suppress(CaseError):  # said with the first text
        if model:
            outside.load(model)
    for sentence in _WARM_UP:
        _propose(sentence, published="2024-11-14")


def asked(text: str, context: Context = EMPTY) -> bytes:
    """What `suggest` is given."""
    return json.dumps({"text": text, "context": CONTEXT.dump_python(context, mode="json")}).encode()


def context_in(data: bytes) -> Context:
    """What the case knows, of what `suggest` is given."""
    return CONTEXT.validate_python(json.loads(data)["context"])


def suggest(data: bytes, options: Mapping[str, Any]) -> Answer:
    """Propose; `data` is that of `asked`, options `published`, `language`, `model`."""
    text, context, problem = json.loads(data)["text"], context_in(data), ""
    if options["model"]:
        try:
            context = replace(context, named=tuple(outside.load(options["model"])(text)))
        except CaseError as error:
            problem = f"{error} {error.hint}"
    found = _propose(
        text,
        published=options["published"],
        language=options["language"] or None,
        context=context,
    )
    made = SUGGESTIONS.dump_python(found, mode="json")
    return Answer({"suggestions": made, "problem": problem})


def _propose(text: str, **known: Any) -> Suggestions:
    from caseboard.tagging import engine  # noqa: PLC0415  for the process that proposes alone

    return engine.suggest(text, **known)


def suggestions(values: Mapping[str, Any]) -> Suggestions:
    """What the process answered, checked; raises `Unreadable` where it is no such thing."""
    try:
        return SUGGESTIONS.validate_python(values["suggestions"])
    except (KeyError, ValidationError) as error:
        raise Unreadable(
            _("This text could not be looked through."), _("Suggest again, or tag by hand.")
        ) from error


def problem(values: Mapping[str, Any]) -> str:
    """What went wrong beside it: the language model is not there."""
    return str(values.get("problem", ""))


def edition() -> str:
    """Changes whenever the tables that suggestions rest on do."""
    facts = (*_shipped(), *_facts(imported()))
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:16]


@cache
def _shipped() -> tuple[tuple[str, int], ...]:
    return _facts([*sorted((resources() / "tagging").glob("*")), PATH])


def _facts(files: Iterable[Path]) -> tuple[tuple[str, int], ...]:
    return tuple((file.name, file.stat().st_size) for file in files if file.is_file())


TASKS = {"suggest": suggest}
