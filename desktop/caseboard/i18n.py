"""The user's language.

gettext and not Qt's `tr`, since errors, undo labels and reports are written where Qt is unknown.
"""

import gettext

from caseboard.paths import resources

LANGUAGES = {"en": "English", "uk": "Українська"}

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Speak `language` (a key of `LANGUAGES`) from now on; an unknown one leaves English."""
    global _catalogue  # noqa: PLW0603  one language at a time
    _catalogue = gettext.translation(
        "caseboard", resources() / "locale", languages=[language], fallback=True
    )


def _(text: str) -> str:
    """`text` in the user's language."""
    return _catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many`, whichever the user's language wants for `count`, with `{n}` filled in."""
    return _catalogue.ngettext(one, many, count).format(n=count)
