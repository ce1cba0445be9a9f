"""The marked places of a case as W3C Web Annotations (Recommendation, 23 February 2017).

One annotation for each anchor, in an AnnotationCollection of one page. Its target is the clip's
address, or its original by hash where it has none; its state says when the clip was captured and
which bytes are meant. Its bodies are what was tagged there, the claims that are reported there, and
notes. `anno.jsonld` is named as the standard demands and never fetched.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from caseboard.exchange import selectors
from caseboard.exchange.claims_book import Exhibit, Passage
from caseboard.exchange.claims_jsonld import URN, bare, urn
from caseboard.exchange.claims_vocabulary import OURS, Json
from caseboard.exchange.json_reading import Entry, Unreadable, parse
from caseboard.i18n import _
from caseboard.model.terms import Marking, Stance

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_OWN: Json = {
    "ours": OURS,
    "marking": f"{OURS}marking",
    "notice": f"{OURS}notice",
    "stance": f"{OURS}stance",
    "kind": f"{OURS}kind",
    "exhibit": f"{OURS}exhibit",
    "sha256": f"{OURS}sha256",
    "fileSha256": f"{OURS}fileSha256",
}
_HASH = "urn:sha256:"


class About(StrEnum):
    """What a body says of a place."""

    LOCATION = "location"
    UNIT = "unit"
    PERSON = "person"
    KEYWORD = "keyword"
    CLAIM = "claim"
    NOTE = "note"


_PURPOSE = {About.CLAIM: "linking", About.NOTE: "commenting", About.KEYWORD: "tagging"}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing said of a place: what it names, the claim reported there, or a note on it."""

    about: About
    text: str
    """The name, the keyword, the claim's statement, or the note in Markdown."""
    row_id: str = ""
    """The location, unit, person or claim."""
    stance: Stance | None = None
    """Of a report."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A place in a clip and what is said of it."""

    passage: Passage
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """The marked places of one case."""

    case_id: str
    title: str
    marking: Marking
    exhibits: tuple[Exhibit, ...] = ()
    marked: tuple[Marked, ...] = ()


def text(marks: Marks, notice: str = "") -> str:
    """A file of `marks`; `notice` says in words with whom it may be shared."""
    return json.dumps(document(marks, notice), ensure_ascii=False, indent=1) + "\n"


def document(marks: Marks, notice: str = "") -> Json:
    """The file as JSON values."""
    clips = {clip.id: clip for clip in marks.exhibits}
    collection = urn(marks.case_id)
    items = [_annotation(each, clips[each.passage.clip_id]) for each in marks.marked]
    page = {
        "id": f"{collection}#page-1",
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
        "items": items,
    }
    return {
        "@context": [CONTEXT, _OWN],
        "id": collection,
        "type": "AnnotationCollection",
        "label": marks.title,
        "marking": marks.marking.value,
        "notice": notice,
        "total": len(items),
        "first": page,
        "last": page["id"],
    }


def read(data: bytes) -> Marks:
    """The marks in the bytes of a file that `text` made; raises `Unreadable`."""
    whole = parse(data)
    if whole.text("type") != "AnnotationCollection":
        raise Unreadable(_("it is no collection of Web Annotations."))
    exhibits: dict[str, Exhibit] = {}
    marked = []
    for item in whole.entry("first").entries("items"):
        target = item.entry("target")
        clip = _exhibit(target)
        exhibits.setdefault(clip.id, clip)
        passage = selectors.read(target, item.needed("id").removeprefix(URN), clip.id)
        marked.append(Marked(passage, tuple(map(_remark, item.entries("body")))))
    return Marks(
        case_id=whole.needed("id").removeprefix(URN),
        title=whole.text("label"),
        marking=whole.one_of("marking", Marking) or Marking.RED,
        exhibits=tuple(exhibits.values()),
        marked=tuple(marked),
    )


def _annotation(marked: Marked, clip: Exhibit) -> Json:
    bodies = [_body(remark) for remark in marked.remarks]
    return bare(
        {
            "id": urn(marked.passage.id),
            "type": "Annotation",
            "motivation": _motivation(marked.remarks),
            "body": bodies,
            "target": _target(marked.passage, clip),
        }
    )


def _motivation(remarks: Iterable[Remark]) -> str | list[str]:
    """Why the place was marked; only that it was, where nothing is said of it."""
    found: Sequence[str] = sorted({_purpose(remark) for remark in remarks})
    return list(found) if len(found) > 1 else next(iter(found), "highlighting")


def _purpose(remark: Remark) -> str:
    return _PURPOSE.get(remark.about, "identifying")


def _body(remark: Remark) -> Json:
    common = bare(
        {
            "purpose": _purpose(remark),
            "kind": remark.about.value,
            "stance": remark.stance.value if remark.stance else None,
        }
    )
    if remark.row_id:
        named = {"id": urn(remark.row_id), "label": remark.text}
        return {"type": "SpecificResource", "source": named, **common}
    media_type = "text/markdown" if remark.about is About.NOTE else "text/plain"
    return {"type": "TextualBody", "value": remark.text, "format": media_type, **common}


def _remark(body: Entry) -> Remark:
    named = body.entry("source")
    return Remark(
        about=body.one_of("kind", About) or About.NOTE,
        text=named.text("label") or body.text("value"),
        row_id=named.text("id").removeprefix(URN),
        stance=body.one_of("stance", Stance),
    )


def _target(passage: Passage, clip: Exhibit) -> Json:
    """Where it is: of what a stranger's page gave, only addresses of the web are named."""
    is_web = clip.url.startswith(("https://", "http://"))
    state = {
        "type": "TimeState",
        "sourceDate": clip.captured,
        "cached": f"{_HASH}{clip.sha256}" if clip.sha256 else "",
    }
    return bare(
        {
            "type": "SpecificResource",
            "source": clip.url if is_web else f"{_HASH}{clip.sha256}",
            "exhibit": bare({"id": urn(clip.id), "label": clip.ref, "title": clip.title}),
            "fileSha256": passage.file_sha256,
            "selector": selectors.write(passage),
            "state": bare(state),
        }
    )


def _exhibit(target: Entry) -> Exhibit:
    said, state = target.entry("exhibit"), target.entry("state")
    source = target.text("source")
    return Exhibit(
        id=said.needed("id").removeprefix(URN),
        ref=said.text("label"),
        title=said.text("title"),
        url="" if source.startswith(_HASH) else source,
        captured=state.text("sourceDate"),
        sha256=state.text("cached").removeprefix(_HASH),
    )
