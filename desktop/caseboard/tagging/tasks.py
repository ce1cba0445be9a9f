"""What the process that proposes can be asked: strangers' texts are read apart."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from caseboard import i18n
from caseboard.capture.answer import Answer
from caseboard.tagging.context import Context
from caseboard.tagging.engine import suggest as propose
from caseboard.tagging.suggestions import Suggestions

MODULE = __name__
CONTEXT = TypeAdapter(Context)
SUGGESTIONS = TypeAdapter(Suggestions)
_WARM_UP = (
    "General Staff spokesperson Ivan Koval told Ukrinform on Nov. 14 that two columns left.",
    "Генеральний штаб повідомив, що 92-га ошбр утримує Куп’янськ у Харківській області.",
    "Минобороны заявило, что 4-я гвардейская танковая дивизия находится в Белгородской области.",
)


def warm_up(arguments: Sequence[str]) -> None:
    """Open the tables and load the dictionaries, while opening files is still allowed.

    `arguments`: the language of the program.
    """
    i18n.use(arguments[0] if arguments else "en")
    for sentence in _WARM_UP:
        propose(sentence, published="2024-11-14")


def suggest(data: bytes, options: Mapping[str, Any]) -> Answer:
    """Propose; `data` is JSON with `text` and `context`, options `published` and `language`."""
    asked = json.loads(data)
    found = propose(
        asked["text"],
        published=options["published"],
        language=options["language"] or None,
        context=CONTEXT.validate_python(asked["context"]),
    )
    return Answer({"suggestions": SUGGESTIONS.dump_python(found, mode="json")})


TASKS = {"suggest": suggest}
