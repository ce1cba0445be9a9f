"""What the command line shows of a case, as plain dicts and lists."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from caseboard.capture.reading import Reading
from caseboard.capture.worker import Worker
from caseboard.cli.claims import Ledger
from caseboard.cli.reading import read
from caseboard.commands import claims_books
from caseboard.commands.clips import meta
from caseboard.commands.importing_claims import Imported
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import refs
from caseboard.model.case import Case
from caseboard.model.clip import Clip
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Named
from caseboard.model.parts import Part, body_text
from caseboard.store.cases import CaseCard
from caseboard.store.search import Hit
from caseboard.store.verify import Finding

View = dict[str, Any]


def case(case_: Case | None) -> View:
    """A case by itself."""
    if case_ is None:
        return {}
    return {
        "ref": case_.ref,
        "title": case_.title,
        "question": case_.question,
        "marking": case_.marking.value,
        "status": case_.status.value,
        "created": case_.created.isoformat(),
    }


def card(card_: CaseCard) -> View:
    """A case with its counts."""
    return case(card_.case) | {
        "clips": card_.clips,
        "claims": card_.claims,
        "notes": card_.notes,
        "open_disputes": card_.open_disputes,
    }


def whole(dossier: Dossier) -> View:
    """A case with what is in it."""
    ledger = Ledger(claims_books.of(dossier))
    return case(dossier.case) | {
        "clips": clips(dossier, {clip.id for clip in dossier.clips}),
        "claims": ledger.claims(),
        "disputes": ledger.disputes(),
        "locations": [
            _named(place) | {"lat": place.lat, "lon": place.lon} for place in dossier.locations
        ],
        "units": [_named(unit) | {"side": unit.side.value} for unit in dossier.units],
        "people": [_named(person) | {"role": person.role} for person in dossier.people],
        "sources": [
            _named(source) | {"kind": source.kind.value, "reliability": source.reliability.value}
            for source in dossier.sources
        ],
        "notes": [note.text for note in dossier.notes],
        "journal": {"seq": dossier.journal_seq, "head": dossier.journal_head},
    }


def thing(dossier: Dossier, ref: str) -> View:
    """One clip or claim of a case, by its ref, whole or short."""
    wanted = ref.upper()
    for clip in dossier.clips:
        if wanted in {clip.ref.upper(), refs.short(clip.ref).upper()}:
            return _clip(dossier, clip) | {"text": clip.text, "body": _body(clip)}
    book = claims_books.of(dossier)
    for claim in book.claims:
        if wanted in {claim.ref.upper(), refs.short(claim.ref).upper()}:
            return Ledger(book).claim(claim)
    raise CaseError(
        _("There is nothing called {ref} in this case.").format(ref=ref),
        _("Leave the ref out to see what there is."),
    )


def clips(dossier: Dossier, wanted: Collection[str]) -> list[View]:
    """These clips of a case, in order."""
    return [_clip(dossier, clip) for clip in dossier.clips if clip.id in wanted]


def hit(hit_: Hit) -> View:
    """One result of a search."""
    return {"kind": hit_.kind, "title": hit_.title, "snippet": hit_.snippet}


def imported(done: Imported) -> View:
    """What became of a colleague's file."""
    return {
        "claims": done.claims,
        "reports": done.reports,
        "known_reports": done.known,
        "disputes": done.disputes,
        "gaps": done.gaps,
        "left_out": done.left_out,
    }


def finding(finding_: Finding) -> View:
    """One thing verify found wrong."""
    return {"ref": finding_.ref, "problem": finding_.sentence}


def inspection(file: Path, worker: Worker, url: str = "") -> View:
    """What a clip of this file would hold; touches no library. `url`: where its page was."""
    intake, reading = read(file, worker, url)
    return {
        "kind": intake.kind.value,
        "title": reading.title or intake.title,
        "authors": [name for name in reading.author.split(", ") if name],
        "published": reading.published,
        "site": reading.site,
        "language": reading.language,
        "canonical_url": reading.canonical_url,
        "confidence": reading.confidence,
        "hollow": reading.hollow or None,
        "said_in": reading.said_in,
        "text": body_text(reading.text, reading.parts),
        "parts": [_part(reading.text, part) for part in reading.parts],
        "images": _images(reading),
        "metadata": meta(reading),
    } | ({"problem": reading.problem} if reading.problem else {})


def _part(text: str, part: Part) -> View:
    row = part.as_json()
    return {"kind": row["kind"], "body": part.body, "text": text[part.start : part.end]}


def _images(reading: Reading) -> list[View]:
    return [
        {
            "url": picture.url,
            "caption": picture.caption,
            "credit": picture.credit,
            "alt": picture.alt,
        }
        for picture in reading.pictures
    ]


def _clip(dossier: Dossier, clip: Clip) -> View:
    return {
        "ref": clip.ref,
        "kind": clip.kind.value,
        "state": clip.state.value,
        "problem": clip.problem,
        "title": clip.title,
        "authors": [name for name in clip.author.split(", ") if name],
        "published": clip.published,
        "published_as_printed": clip.published_as_printed,
        "site": clip.site,
        "language": clip.language,
        "captured": clip.captured.isoformat(),
        "method": clip.method.value,
        "url": clip.url_asked,
        "url_reached": clip.url_reached,
        "hollow": clip.hollow.value if clip.hollow else None,
        "credit": clip.credit,
        "tags": _tags(dossier, clip),
        "files": [
            {
                "name": file.name,
                "role": file.role.value,
                "sha256": file.sha256,
                "bytes": file.bytes,
                "media_type": file.media_type,
                "caption": file.caption,
                "credit": file.credit,
                "step": file.step,
            }
            for file in dossier.files
            if file.clip_id == clip.id
        ],
    }


def _tags(dossier: Dossier, clip: Clip) -> list[View]:
    anchors = {anchor.id: anchor for anchor in dossier.anchors if anchor.clip_id == clip.id}
    named: list[Named] = [*dossier.locations, *dossier.units, *dossier.people]
    names: dict[str, str] = {entity.id: entity.name for entity in named}
    found = []
    for tag in dossier.tags:
        if tag.anchor_id in anchors:
            target = tag.location_id or tag.unit_id or tag.person_id
            name = names.get(target, "") if target else tag.keyword
            found.append({"name": name, "exact": anchors[tag.anchor_id].exact})
    return found


def _named(entity: Named) -> View:
    return {"name": entity.name, "aliases": entity.aliases}


def _body(clip: Clip) -> str:
    return body_text(clip.text, [Part.from_json(row) for row in clip.parts])
