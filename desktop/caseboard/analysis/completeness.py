"""What of a clip was collected and what was not: the Berkeley Protocol's list (2022, VI.C).

An item that cannot be had of this kind of clip is left out of the count and says why.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from caseboard.i18n import _, ngettext
from caseboard.model import moments, numerals
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.collection import Collection
from caseboard.model.terms import ClipKind, FileRole

PAGE_SOURCE = "page source"
"""The step that takes the page as sent out of its WARC."""
PAGES = {"text/html", "application/xhtml+xml", "multipart/related", "application/warc",
         "application/wacz"}  # fmt: skip
"""Media types of what is, or holds, a page's source."""


class Kept(StrEnum):
    """Whether an item of the list was collected."""

    YES = "collected"
    NO = "not collected"
    NOT_HERE = "does not apply"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the list."""

    key: str
    """Stable, for reports: `url`, `source`, `picture` …"""
    name: str
    kept: Kept
    detail: str
    """What was collected, or the reason why not."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What the list is checked against."""

    clip: Clip
    files: Sequence[ClipFile]
    collection: Collection | None


def items(held: Collected) -> tuple[Item, ...]:
    """The whole list for one clip, in the order of the protocol."""
    return tuple(_item(held, *row) for row in _list())


def share(found: Sequence[Item]) -> tuple[int, int]:
    """How many items were collected, of how many that apply."""
    apply = [item for item in found if item.kept is not Kept.NOT_HERE]
    return sum(item.kept is Kept.YES for item in apply), len(apply)


Verdict = tuple[Kept, str]
Check = Callable[[Collected], Verdict]


def _item(held: Collected, key: str, name: str, check: Check) -> Item:
    kept, detail = check(held)
    return Item(key, name, kept, detail)


def _list() -> tuple[tuple[str, str, Check], ...]:
    return (
        ("url", _("Address asked and reached"), _url),
        ("source", _("Page source"), _source),
        ("picture", _("Picture of the full page"), _picture),
        ("media", _("Embedded media, as files"), _media),
        ("metadata", _("Embedded metadata"), _metadata),
        ("context", _("Context: title, byline, date, website"), _context),
        ("collector", _("Collector"), _collector),
        ("tool", _("Tool and version"), _tool),
        ("clock", _("Clock, and its offset"), _clock),
        ("network", _("Network"), _network),
        ("method", _("Method"), _method),
        ("hash", _("Hash at collection"), _hash),
        ("derivatives", _("Derivatives, with their steps"), _derivatives),
    )


def _url(held: Collected) -> Verdict:
    asked, reached = held.clip.url_asked, held.clip.url_reached
    if not asked and not reached:
        return Kept.NO, _("Nobody said where it comes from.")
    if asked and reached and asked != reached:
        return Kept.YES, _("{asked} → {reached}").format(asked=asked, reached=reached)
    return Kept.YES, asked or reached


def _source(held: Collected) -> Verdict:
    if held.clip.kind is not ClipKind.ARTICLE:
        return Kept.NOT_HERE, _("It is no web page.")
    found = next((file for file in held.files if _is_source(file)), None)
    if found is None:
        return Kept.NO, held.clip.problem or _("Only its text was taken in.")
    return Kept.YES, found.name


def _is_source(file: ClipFile) -> bool:
    is_taken = file.role in {FileRole.ORIGINAL, FileRole.WARC, FileRole.PAYLOAD}
    return file.step == PAGE_SOURCE or (is_taken and file.media_type in PAGES)


def _picture(held: Collected) -> Verdict:
    if held.clip.kind is not ClipKind.ARTICLE:
        return Kept.NOT_HERE, _("It is no web page.")
    shots = [file.media_type for file in held.files if file.role is FileRole.SCREENSHOT]
    if "image/png" not in shots:
        return Kept.NO, _("The page was not rendered.")
    hidden = len(held.collection.hidden) if held.collection else 0
    if not hidden:
        return Kept.YES, _("As seen, nothing hidden.")
    return Kept.YES, ngettext(
        "{n} overlay was hidden in it.", "{n} overlays were hidden in it.", hidden
    )


def _media(held: Collected) -> Verdict:
    kept = sum(file.role is FileRole.PICTURE for file in held.files)
    missing = sum(map(_is_wanted, held.collection.missing)) if held.collection else 0
    if held.clip.kind is ClipKind.IMAGE:
        return Kept.YES, _("The file itself.")
    count = ngettext("{n} file", "{n} files", kept)
    if missing:
        gone = ngettext("{n} could not be had", "{n} could not be had", missing)
        return Kept.NO, _("{kept}; {missing}").format(kept=count, missing=gone)
    if held.clip.kind is ClipKind.TEXT or not kept:
        return Kept.NOT_HERE, _("It holds none that were found.")
    return Kept.YES, count


def _is_wanted(missing: Mapping[str, Any]) -> bool:
    """Whether something belongs to the page for its readers, and not to count them."""
    return missing.get("kind") != "tracking"


def _metadata(held: Collected) -> Verdict:
    said = sum(len(file.meta) for file in held.files if file.role is not FileRole.DERIVATIVE)
    headers = len(held.collection.headers) if held.collection else 0
    if not said and not headers:
        return Kept.NO, _("The file says nothing of itself.")
    return Kept.YES, ngettext("{n} field", "{n} fields", said + headers)


def _context(held: Collected) -> Verdict:
    missing = [name for name, value in _context_fields(held.clip) if not value]
    if missing:
        return Kept.NO, _("Not found: {fields}.").format(fields=", ".join(missing))
    return Kept.YES, ", ".join(str(value) for _name, value in _context_fields(held.clip))


def _context_fields(clip: Clip) -> Iterator[tuple[str, str | None]]:
    yield _("title"), clip.title
    yield _("byline"), clip.author
    yield _("date"), clip.published and moments.show(clip.published)
    yield _("website"), clip.site or clip.credit


def _collector(held: Collected) -> Verdict:
    who = held.collection.collector if held.collection else ""
    machine = held.collection.machine if held.collection else ""
    if not who:
        return Kept.NO, _("It was not written down.")
    return Kept.YES, _("{who}, on {machine}").format(who=who, machine=machine) if machine else who


def _tool(held: Collected) -> Verdict:
    system = held.collection.system if held.collection else ""
    return Kept.YES, f"{held.clip.tool}; {system}" if system else held.clip.tool


def _clock(held: Collected) -> Verdict:
    known = held.collection
    if known is None or known.clock_offset is None:
        reason = known.clock_reference if known else ""
        return Kept.NO, reason or _("It was not compared.")
    return Kept.YES, _("{offset} s against {reference}, to within {error} s").format(
        offset=numerals.worded(f"{known.clock_offset:+.1f}"),
        reference=known.clock_reference,
        error=numerals.fixed(known.clock_error or 0, 1),
    )


def _network(held: Collected) -> Verdict:
    note = held.collection.network if held.collection else ""
    if note:
        return Kept.YES, note
    return Kept.NOT_HERE, _("Nothing was fetched.")


def _method(held: Collected) -> Verdict:
    return Kept.YES, held.clip.method.value


def _hash(held: Collected) -> Verdict:
    first = next((file for file in held.files if file.role is FileRole.ORIGINAL), None)
    if first is None:
        return Kept.NO, _("There is no original.")
    return Kept.YES, _("SHA-256 {hash}").format(hash=first.sha256)


def _derivatives(held: Collected) -> Verdict:
    made = [file for file in held.files if file.role is FileRole.DERIVATIVE]
    if not made:
        return Kept.NOT_HERE, _("None were made.")
    if any(not file.step or not file.made_from_id for file in made):
        return Kept.NO, _("Of some it is not known what made them.")
    return Kept.YES, ", ".join(sorted({file.step for file in made}))
