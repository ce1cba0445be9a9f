"""Which country a word names: `Russian`, `України`, `РФ`."""

import csv
from bisect import bisect_left
from functools import cache, lru_cache

from caseboard.paths import resources
from caseboard.tagging.document import Document, Span
from caseboard.tagging.statements import keys
from caseboard.tagging.statements.names import Hit, Names

LANGUAGES = ("en", "uk", "ru")


@cache
def _table() -> tuple[Names[str], dict[str, str]]:
    names: Names[str] = Names()
    english = {}
    path = resources() / "tagging" / "nations.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            english[row["code"]] = row["name"]
            for language in LANGUAGES:
                names.add(row[language].split("|"), row["code"])
    return names, english


def name(code: str) -> str:
    """The country in English, with its article: `the United States`; else the code."""
    return _table()[1].get(code, code)


@lru_cache(maxsize=2)
def of_document(document: Document) -> list[Hit[str]]:
    """Every word of a document that names a country: its ISO 3166-1 alpha-2, in reading order."""
    return _table()[0].find(keys.of_document(document), document.text)


def whole(document: Document, span: Span) -> str:
    """The country all words of a span name, such as `Moscow`; empty where they name more."""
    hits = of_document(document)
    at = bisect_left(hits, span.start, key=lambda hit: hit.start)
    if at == len(hits) or hits[at].end > span.end:
        return ""
    rest = document.text[span.start : hits[at].start] + document.text[hits[at].end : span.end]
    return "" if any(map(str.isalnum, rest)) else hits[at].of


def first(text: str) -> str:
    """The country a short text names first; empty where it names none."""
    hits = _table()[0].find(keys.of_text(text), text)
    return hits[0].of if hits else ""
