"""What an entry of a list is worth taking in, and the clip it becomes."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from caseboard.capture import drop as drops
from caseboard.capture import safenames, sniff
from caseboard.capture.lists import beside
from caseboard.capture.lists.entry import Entry, Listing
from caseboard.commands.clips import KeptClip, KeptFile
from caseboard.i18n import _
from caseboard.model import addresses
from caseboard.model.terms import ClipKind, FileRole, Method
from caseboard.store.files import FileStore
from caseboard.store.known import Known

_READ_FIRST = (sniff.WACZ, sniff.WARC, sniff.PDF, sniff.MHTML, *sorted(sniff.HTML), sniff.DOCX,
               sniff.MAIL)  # fmt: skip
"""Of the files of an entry, the first of these kinds is what is read of it."""


class Standing(StrEnum):
    """What is known of an entry before it is taken in."""

    NEW = "new"
    KNOWN = "known"
    """The case has a clip of this address."""
    AGAIN = "again"
    """The list has named this address before."""
    NO_ADDRESS = "no address"


@dataclass(frozen=True, slots=True)
class Looked:
    """An entry, looked at before it is taken in."""

    entry: Entry
    standing: Standing
    known_ref: str = ""
    """The clip that the case has, or nothing."""
    found: tuple[Path, ...] = ()
    """Files beside the list that belong to it."""
    missing: int = 0
    """How many files it names that are not beside the list."""
    words: str = ""
    """Title, address, people and tags in small letters, for a filter to look in."""

    @property
    def is_wanted(self) -> bool:
        """Whether it is ticked unasked: it is new, and there is something to take in."""
        return self.standing is Standing.NEW or (
            self.standing is Standing.NO_ADDRESS and bool(self.found)
        )


@dataclass(frozen=True, slots=True)
class Stated:
    """What a list says of a clip."""

    fields: Mapping[str, str | None] = field(default_factory=dict)
    """By the names of `Clip`."""
    said_in: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The list that entries come from."""

    name: str
    """Fit to be shown."""
    sha256: str
    path: Path | None = None
    """Where it lies, if it does; files beside it are found from there."""


def look(listing: Listing, known: Mapping[str, Known], source: Source) -> list[Looked]:
    """Each entry beside what the case has already; looks for files, so not for the loop's thread.

    `known`: the case's clips by address, as `store.known.by_address` gives them.
    """
    seen: set[str] = set()
    found = []
    for entry in listing.entries:
        address = addresses.normal(entry.url)
        files = _beside(entry, source)
        missing = sum(1 for each in files if not each)
        there = tuple(path for each in files for path in each)
        ref = known[address].ref if address in known else ""
        standing = _standing(address, ref, seen)
        found.append(Looked(entry, standing, ref, there, missing, _words(entry, ref)))
        seen.add(address)
    return found


def _words(entry: Entry, ref: str) -> str:
    words = (title_of(entry), entry.url, *entry.authors, *entry.tags, ref)
    return " ".join(words).casefold()


def _standing(address: str, ref: str, seen: set[str]) -> Standing:
    if not address:
        return Standing.NO_ADDRESS
    if ref:
        return Standing.KNOWN
    return Standing.AGAIN if address in seen else Standing.NEW


def _beside(entry: Entry, source: Source) -> list[list[Path]]:
    if source.path is None:
        return [[] for _file in entry.files]
    return [beside.find(source.path, written) for written in entry.files]


def kept(looked: Looked, source: Source, files: FileStore) -> KeptClip:
    """The clip an entry becomes, its files in the library; reads and writes files.

    Its original is the saved page or document beside the list where there is one, else the link.
    The entry's own record comes along.
    """
    entry = looked.entry
    record = KeptFile(
        files.add(_record(entry, source)), "entry.json", "application/json", FileRole.PAYLOAD
    )
    mine = [_file(path, files) for path in dict.fromkeys(looked.found)]
    original = _original(mine, has_link=bool(entry.url))
    if entry.url:
        link = KeptFile(
            files.add(f"{entry.url}\r\n".encode()), "link", "text/uri-list", FileRole.PAYLOAD
        )
        mine.append(link)
        original = original or link
    original = original or record
    others = [each for each in (*mine, record) if each is not original]
    all_files = (_as(original, FileRole.ORIGINAL, 0), *(
        _as(each, FileRole.PAYLOAD, at) for at, each in enumerate(others, 1)))  # fmt: skip
    kind = drops.kind_of(original.media_type)
    if original.media_type == "text/uri-list":
        kind = ClipKind.ARTICLE
    return KeptClip(kind, title_of(entry), all_files, entry.url, Method.IMPORT)


def title_of(entry: Entry) -> str:
    """What an entry is called in a list of clips."""
    title = safenames.title(entry.title) or safenames.title(
        entry.url.partition("://")[2].rstrip("/")
    )
    return title or safenames.shown(entry.files[0] if entry.files else "") or _("Untitled")


def stated(entry: Entry, source: Source) -> Stated:
    """What the list says of an entry, for the fields of its clip and for a note on it."""
    said: dict[str, str | None] = {
        "title": safenames.title(entry.title),
        "author": ", ".join(entry.authors),
        "published": entry.published,
        "published_as_printed": entry.published_as_printed,
        "site": entry.site,
        "language": entry.language,
    }
    said_in = {
        name: entry.said_in.get("authors" if name == "author" else name, "")
        for name, value in said.items()
        if value
    }
    return Stated(
        {name: value for name, value in said.items() if value},
        {name: where for name, where in said_in.items() if where},
        _note(entry, source),
    )


def _note(entry: Entry, source: Source) -> str:
    lines = [entry.note] if entry.note else []
    if entry.tags:
        lines.append(_("Tags: {tags}").format(tags=", ".join(entry.tags)))
    if entry.saved:
        lines.append(_("On the list since {when}").format(when=entry.saved))
    if lines:
        where = _("From “{name}”, entry {row}.").format(name=source.name, row=entry.row)
        lines.append(where)
    return "\n\n".join(lines)


def _record(entry: Entry, source: Source) -> bytes:
    held: dict[str, Any] = {"entry": entry.as_json(), "list": {"name": source.name}}
    held["list"]["sha256"] = source.sha256
    return json.dumps(held, ensure_ascii=False, sort_keys=True, indent=1).encode()


def _file(path: Path, files: FileStore) -> KeptFile:
    stored = files.add(path)
    return KeptFile(
        stored,
        safenames.written(path.name),
        drops.media_type_of(path),
        FileRole.PAYLOAD,
        path.resolve().as_uri(),
    )


def _original(files: Sequence[KeptFile], *, has_link: bool) -> KeptFile | None:
    """The file that is read of an entry; with a link, only what can stand for its page."""
    for media_type in _READ_FIRST:
        for each in files:
            if each.media_type == media_type:
                return each
    return None if has_link else next(iter(files), None)


def _as(file: KeptFile, role: FileRole, ordinal: int) -> KeptFile:
    return KeptFile(file.stored, file.name, file.media_type, role, file.url, ordinal)


def wanted(looked: Iterable[Looked]) -> list[Looked]:
    """Those that are ticked unasked."""
    return [each for each in looked if each.is_wanted]
