"""The user's language.

gettext and not Qt's `tr`, since errors, undo labels and reports are written where Qt is unknown.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from caseboard.paths import resources

LANGUAGES = {"en": "English", "uk": "Українська"}

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_spoken: ContextVar[gettext.NullTranslations | None] = ContextVar("_spoken", default=None)
"""What is spoken for the moment, in this thread or task alone."""


def use(language: str) -> None:
    """Speak `language` (a key of `LANGUAGES`) from now on; an unknown one leaves English."""
    global _catalogue  # noqa: PLW0603  one language at a time
    _catalogue = _load(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` inside the `with` alone: a briefing has a language of its own."""
    token = _spoken.set(_load(language))
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """The language spoken now, a key of `LANGUAGES`."""
    return (_spoken.get() or _catalogue).info().get("language", "en")


def _(text: str) -> str:
    """`text` in the user's language."""
    return (_spoken.get() or _catalogue).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many`, whichever the user's language wants for `count`, with `{n}` filled in."""
    return (_spoken.get() or _catalogue).ngettext(one, many, count).format(n=count)


def _load(language: str) -> gettext.NullTranslations:
    return gettext.translation(
        "caseboard", resources() / "locale", languages=[language], fallback=True
    )
