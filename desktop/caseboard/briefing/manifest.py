"""The manifest: what a briefing rests on, as JSON that a program can check it by.

It is attached inside the PDF and holds what the briefing prints or leads to, and no more. Refs are
whole (`KUP-2024-11-E001`), times UTC (ISO 8601), `published`, `said_when` and `event_time` EDTF
(ISO 8601-2). Anchors are as the W3C Web Annotation model has them: quotes with 32 characters to
either side, offsets in code points of the exhibit's text, regions in fractions of the picture.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from caseboard.briefing import printed
from caseboard.briefing.blocks import Outline, SectionKind
from caseboard.briefing.fingerprint import fingerprint
from caseboard.briefing.making import Making
from caseboard.briefing.markdown import inline
from caseboard.model.claim import Claim, Report
from caseboard.model.clip import Anchor, Clip, ClipFile
from caseboard.model.terms import FileRole

FORMAT = "caseboard-briefing-manifest"
FORMAT_VERSION = 1
NAME = "caseboard-manifest.json"
"""What the file is called where it is attached."""


def made(making: Making, outline: Outline) -> dict[str, Any]:
    """The manifest of an outline that was made from `making`: plain JSON values."""
    numbers = {number: clip.ref for number, clip in making.citations.cited()}
    refs = printed.refs(outline, numbers)
    claims = [claim for claim in making.dossier.claims if claim.ref in refs]
    clips = _exhibits(making, refs, claims)
    by_ref = {ref: number for number, ref in numbers.items()}
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "briefing": _briefing(making, outline),
        "case": {"ref": making.case.ref, "title": making.case.title},
        "program": making.program,
        "journal": {"seq": making.dossier.journal_seq, "head": making.dossier.journal_head},
        "exhibits": [_exhibit(making, clip, by_ref.get(clip.ref)) for clip in clips],
        "claims": [_claim(making, claim) for claim in claims],
        "judgements": _judgements(making, outline, numbers),
        "statements": [
            {"section": each.section.value, "text": each.text, "rests_on": list(each.rests_on)}
            for each in printed.statements(outline, numbers)
        ],
        "positions": _positions(making, outline),
        "layers": _layers(making, outline),
        "withheld": dict(Counter(each.reason.value for each in making.withheld)),
    }


def written(manifest: dict[str, Any]) -> bytes:
    """The bytes of the file: the same for the same content."""
    text = json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=1)
    return f"{text}\n".encode()


def _briefing(making: Making, outline: Outline) -> dict[str, Any]:
    briefing = making.briefing
    return {
        "ref": briefing.ref,
        "title": outline.head.title,
        "version": making.version,
        "status": briefing.status.value,
        "template": briefing.template,
        "marking": outline.classification or outline.marking.value,
        "language": briefing.language,
        "cutoff": _utc(briefing.cutoff),
        "exported": _utc(making.exported),
        "is_release": bool(making.withheld),
        "fingerprint": fingerprint(outline),
    }


# --- exhibits ---


def _exhibits(making: Making, refs: Collection[str], claims: Sequence[Claim]) -> list[Clip]:
    """Those that are printed, and those that printed claims rest on; in order of their refs."""
    reports = (report for claim in claims for report in making.index.reports.get(claim.id, ()))
    resting = {clip.id for report in reports if (clip := making.index.clip_of(report.anchor_id))}
    return [clip for clip in making.dossier.clips if clip.ref in refs or clip.id in resting]


def _exhibit(making: Making, clip: Clip, number: int | None) -> dict[str, Any]:
    files = making.index.files.get(clip.id, [])
    hashes: dict[str, str] = {file.id: file.sha256 for file in files}
    return {
        "ref": clip.ref,
        "number": number,
        "kind": clip.kind.value,
        "title": clip.title,
        "author": clip.author,
        "publisher": making.index.name(clip.source_id) or clip.site,
        "published": clip.published,
        "captured": _utc(clip.captured),
        "method": clip.method.value,
        "tool": clip.tool,
        "url_asked": clip.url_asked,
        "url_reached": clip.url_reached,
        "files": [_file(file, hashes.get(file.made_from_id or "")) for file in files],
    }


def _file(file: ClipFile, made_from: str | None) -> dict[str, Any]:
    return {
        "sha256": file.sha256,
        "bytes": file.bytes,
        "name": file.name,
        "media_type": file.media_type,
        "role": file.role.value,
        "step": file.step,
        "made_from": made_from,
    }


# --- claims ---


def _claim(making: Making, claim: Claim) -> dict[str, Any]:
    standing = making.standings.get(claim.id)
    reports = making.index.reports.get(claim.id, ())
    return {
        "ref": claim.ref,
        "statement": claim.statement,
        "event_time": claim.event_time,
        "status": standing.status.value if standing else None,
        "independent_origins": standing.independent if standing else None,
        "band": claim.band,
        "confidence": claim.confidence.value if claim.confidence else None,
        "reports": [_report(making, report) for report in reports],
    }


def _report(making: Making, report: Report) -> dict[str, Any]:
    claimant = making.index.sources.get(report.claimant_id)
    anchor = making.index.anchors.get(report.anchor_id)
    relays = making.index.relays.get(report.id, [])
    return {
        "stance": report.stance.value,
        "claimant": claimant.name if claimant else None,
        "reliability": claimant.reliability.value if claimant else None,
        "credibility": report.credibility.value,
        "said_when": report.said_when,
        "relays": [making.index.name(relay.source_id) for relay in relays],
        "anchor": _anchor(making, anchor) if anchor else None,
    }


def _anchor(making: Making, anchor: Anchor) -> dict[str, Any]:
    clip = making.index.clips.get(anchor.clip_id)
    region = (anchor.x, anchor.y, anchor.w, anchor.h)
    return {
        "exhibit": clip.ref if clip else None,
        "kind": anchor.kind.value,
        "file": _file_of(making, anchor),
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "end": anchor.end,
        "page": anchor.page,
        "region": list(region) if None not in region else None,
        "polygon": anchor.polygon or None,
    }


def _file_of(making: Making, anchor: Anchor) -> str | None:
    """The hash of the file it stands in: for a text, of the original the text was read from."""
    files = making.index.files.get(anchor.clip_id, [])
    for file in files:
        if file.id == anchor.file_id:
            return file.sha256
    originals = (file.sha256 for file in files if file.role is FileRole.ORIGINAL)
    return next(originals, None)


# --- what is stated, and the rest ---


def _judgements(making: Making, outline: Outline, numbers: dict[int, str]) -> list[dict[str, Any]]:
    if not _has(outline, SectionKind.JUDGEMENTS):
        return []
    return list(_numbered(making, numbers))


def _numbered(making: Making, numbers: dict[int, str]) -> Iterator[dict[str, Any]]:
    texts = [text for text in making.briefing.judgements if text.strip()]
    for number, text in enumerate(texts, 1):
        runs = making.citations.resolve(inline(text))
        rests_on = (ref for _text, refs in printed.cited(runs, numbers) for ref in refs)
        yield {
            "number": number,
            "text": printed.words(runs, numbers),
            "rests_on": list(dict.fromkeys(rests_on)),
        }


def _positions(making: Making, outline: Outline) -> list[dict[str, Any]]:
    """Which unit was where on the word of which exhibit; never where exactly."""
    if not _has(outline, SectionKind.UNITS, SectionKind.MAP):
        return []
    clips = {each.id: making.index.clip_of(each.anchor_id) for each in making.dossier.positions}
    return [
        {"unit": unit.name, "interval": position.interval, "exhibit": clip.ref}
        for unit in making.dossier.units
        for position in making.index.positions.get(unit.id, [])
        if (clip := clips[position.id]) is not None
    ]


def _layers(making: Making, outline: Outline) -> list[dict[str, Any]]:
    """The layers a printed map may show: their files are checked as exhibits are."""
    if not _has(outline, SectionKind.MAP):
        return []
    return [
        {
            "ref": layer.ref,
            "name": layer.name,
            "as_of": layer.as_of,
            "published": layer.published,
            "files": [sha256 for sha256 in (layer.sha256, layer.features) if sha256],
        }
        for layer in making.dossier.layers
        if layer.is_shown
    ]


def _has(outline: Outline, *kinds: SectionKind) -> bool:
    return any(section.kind in kinds for section in outline.sections)


def _utc(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat()
