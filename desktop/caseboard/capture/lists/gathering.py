"""Puts a listing together from rows as they are read: bounded, tidied, each said to be from where.

Every reader of a format hands its rows to a `Gathering`, so that limits hold for all of them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from caseboard.capture import urls
from caseboard.capture.decode import decode
from caseboard.capture.lists import when
from caseboard.capture.lists.entry import (
    LONGEST,
    MOST,
    MOST_FILES,
    Entry,
    ListFormat,
    Listing,
    Skipped,
)
from caseboard.i18n import _

_NAMED = 1_000
_TAGS = 100
_DOI = re.compile(r"(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)\Z", re.I)


class Gathering:
    """The entries of one list, as they come.

    `origin` is how the list is named where a field says where it was read: `Zotero RDF`.
    """

    def __init__(self, format_: ListFormat, origin: str) -> None:
        self._format = format_
        self._origin = origin
        self._entries: list[Entry] = []
        self._skipped: list[Skipped] = []
        self._skipped_count = self._left_out = 0

    @property
    def is_full(self) -> bool:
        """Whether further entries are only counted."""
        return len(self._entries) >= MOST

    def __len__(self) -> int:
        return len(self._entries)

    def add(
        self,
        row: int,
        said: Mapping[str, tuple[str, str]],
        *,
        authors: Sequence[str] = (),
        tags: Iterable[str] = (),
        files: Iterable[str] = (),
        kind: str = "",
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Take one entry. `said` maps a field of `Entry` to its text and the list's name for it.

        `names` says the list's names for `authors` and the like. What has neither address, title
        nor file is skipped.
        """
        held = {
            name: (tidy(text, LONGEST * 10 if name == "note" else LONGEST), where)
            for name, (text, where) in said.items()
        }
        text = {name: value for name, (value, _where) in held.items() if value}
        url = address(text.get("url", ""))
        kept_files = tuple(dict.fromkeys(filter(None, (tidy(each) for each in files))))[:MOST_FILES]
        if not url and not text.get("title") and not kept_files:
            self.skip(row, _("There is no address, title or file in it."))
            return
        if self.is_full:
            self._left_out += 1
            return
        people = tuple(filter(None, (tidy(name, 200) for name in authors[:50])))
        said_in = {name: f"{self._origin} {held[name][1]}".strip() for name in text}
        said_in = {name: where for name, where in said_in.items() if where}
        if people and names and "authors" in names:
            said_in["authors"] = f"{self._origin} {names['authors']}"
        printed = text.get("published", "")
        self._entries.append(
            Entry(
                row=row,
                url=url,
                title=text.get("title", ""),
                authors=people,
                published=when.read(printed),
                published_as_printed=printed,
                site=text.get("site", ""),
                language=_language(text.get("language", "")),
                saved=when.read(text.get("saved", "")),
                note=text.get("note", ""),
                tags=tuple(dict.fromkeys(filter(None, (tidy(tag, 200) for tag in tags))))[:_TAGS],
                files=kept_files,
                kind=tidy(kind, 60),
                said_in=said_in,
            )
        )

    def skip(self, row: int, reason: str) -> None:
        """Say that a row holds nothing to take in."""
        self._skipped_count += 1
        if len(self._skipped) < _NAMED:
            self._skipped.append(Skipped(row, reason))

    def listing(self) -> Listing:
        """All that came."""
        return Listing(
            self._format,
            tuple(self._entries),
            tuple(self._skipped),
            self._skipped_count,
            self._left_out,
        )


def tidy(text: str, most: int = LONGEST) -> str:
    """`text` without control characters and lone surrogates, its lines kept, cut at `most`."""
    clean = decode(text[: most * 2]).strip()
    return clean if len(clean) <= most else f"{clean[: most - 1]}…"


def address(text: str) -> str:
    """The web address that `text` is, a DOI made one; empty where it is none."""
    text = text.strip()
    doi = _DOI.match(text)
    text = text.split()[0] if text else ""
    if urls.is_web(text):
        return text
    if doi:
        return f"https://doi.org/{doi[1]}"
    return f"https://{text}" if text.startswith("www.") and urls.is_web(f"https://{text}") else ""


def _language(text: str) -> str:
    tag = re.split("[-_]", text, maxsplit=1)[0].strip().lower()
    return tag if len(tag) in {2, 3} and tag.isalpha() and tag.isascii() else ""
