"""Brings the languages up to the code: extracts messages, updates each `.po`, compiles each `.mo`.

    python packaging/build_locale.py            update everything, then list what is missing
    python packaging/build_locale.py missing    change nothing, list what is missing

Exit code 1 where a message has no translation. Files hold no dates or line numbers, so that a
change to them is a change of words.
"""

import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PROJECT = Path(__file__).resolve().parents[1]
SOURCES = PROJECT / "desktop" / "caseboard"
LOCALE = PROJECT / "resources" / "locale"
DOMAIN = "caseboard"
LANGUAGES = ("uk",)
WORDS = {"_": 1, "ngettext": 2}
"""What marks a message, and how many arguments are words of it."""
NOISE = (
    b'"Project-Id-Version',
    b'"Report-Msgid-Bugs-To',
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Last-Translator',
    b'"Language-Team',
    b'"Generated-By',
)
"""Headers that would change without a word being changed."""
NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)


def main(arguments: list[str]) -> int:
    """Do what was asked; returns the exit code."""
    if arguments not in ([], ["missing"]):
        print(__doc__)
        return 2
    template = extract()
    catalogues = [merged(language, template) for language in LANGUAGES]
    if not arguments:
        _write(LOCALE / f"{DOMAIN}.pot", as_po(template))
        for catalogue in catalogues:
            _write(po_path(str(catalogue.locale)), as_po(catalogue))
            _write(po_path(str(catalogue.locale)).with_suffix(".mo"), as_mo(catalogue))
    lacking = [(c, message) for c in catalogues for message in missing(c)]
    for catalogue, message in lacking:
        place = message.locations[0][0] if message.locations else "?"
        print(f"{catalogue.locale}  {place}  {message.id!r}")
    print(f"{len(template)} messages, {len(lacking)} without a translation")
    return 1 if lacking else 0


def po_path(language: str) -> Path:
    """Where the words of one language are kept."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def extract() -> Catalog:
    """Every message of the code, in the order of the files they stand in."""
    template = _empty()
    for path in sources():
        name = path.relative_to(SOURCES).as_posix()
        for call in calls(path.read_text("utf-8")):
            words = [ast.literal_eval(word) for word in call.args[: WORDS[_called(call)]]]
            template.add(tuple(words) if len(words) > 1 else words[0], locations=[(name, 0)])
    return template


def sources() -> list[Path]:
    """The code; without `i18n.py`, which only passes messages on."""
    return sorted(path for path in SOURCES.rglob("*.py") if path.name != "i18n.py")


def calls(source: str) -> list[ast.Call]:
    """Calls that mark a message, in order. Read from the syntax: in f-strings, too."""
    found = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and _called(node) in WORDS
    ]
    return sorted(found, key=lambda call: (call.lineno, call.col_offset))


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def merged(language: str, template: Catalog) -> Catalog:
    """The words there are for a language, on the messages there are now; nothing is guessed."""
    path = po_path(language)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language, domain=DOMAIN)
    else:
        catalogue = _empty(language)
    catalogue.update(template, no_fuzzy_matching=True, keep_user_comments=True)
    catalogue.obsolete.clear()
    return catalogue


def missing(catalogue: Catalog) -> Iterator[Message]:
    """Messages that have no words yet, or not for every plural."""
    for message in catalogue:
        if message.id:
            words = message.string if isinstance(message.string, tuple) else (message.string,)
            if message.fuzzy or not all(words):
                yield message


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as a `.po` or `.pot` file."""
    out = io.BytesIO()
    write_po(out, catalogue, width=100, include_lineno=False, sort_output=False)
    lines = out.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(NOISE))


def as_mo(catalogue: Catalog) -> bytes:
    """The catalogue as the `.mo` file that gettext reads."""
    out = io.BytesIO()
    words = read_po(io.BytesIO(as_po(catalogue)), locale=catalogue.locale, domain=DOMAIN)
    words.creation_date = NO_DATE  # else it is now, and the file another every minute
    write_mo(out, words)
    return out.getvalue()


def _empty(language: str | None = None) -> Catalog:
    return Catalog(
        locale=language,
        domain=DOMAIN,
        project="Caseboard",
        version="",
        header_comment="# Messages of Caseboard, Apache-2.0.",
        fuzzy=False,
    )


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
