"""The marked places of a case, from its dossier."""

from collections import defaultdict
from collections.abc import Iterator

from caseboard.exchange.annotations import About, Marked, Marks, Remark
from caseboard.exchange.claims_gathering import exhibit, originals, passage
from caseboard.model.dossier import Dossier
from caseboard.model.terms import TagState


def gather(dossier: Dossier) -> Marks:
    """Every anchor that something is said of, in order; what was only proposed is left out."""
    hashes = originals(dossier.files)
    files: dict[str, str] = {file.id: file.sha256 for file in dossier.files}
    remarks: defaultdict[str, list[Remark]] = defaultdict(list)
    for anchor_id, remark in (*_tags(dossier), *_reports(dossier), *_notes(dossier)):
        remarks[anchor_id].append(remark)
    clips = {clip.id: clip for clip in dossier.clips}
    anchors = [each for each in dossier.anchors if each.id in remarks and each.clip_id in clips]
    used = {anchor.clip_id for anchor in anchors}
    return Marks(
        case_id=dossier.case.id,
        title=dossier.case.title,
        marking=dossier.case.marking,
        exhibits=tuple(
            exhibit(clip, hashes.get(clip.id, "")) for clip in dossier.clips if clip.id in used
        ),
        marked=tuple(
            Marked(passage(each, files.get(each.file_id or "", "")), tuple(remarks[each.id]))
            for each in anchors
        ),
    )


def _tags(dossier: Dossier) -> Iterator[tuple[str, Remark]]:
    names: dict[str, tuple[About, str]] = {
        row.id: (about, row.name)
        for about, rows in (
            (About.LOCATION, dossier.locations),
            (About.UNIT, dossier.units),
            (About.PERSON, dossier.people),
        )
        for row in rows
    }
    for tag in dossier.tags:
        target = tag.location_id or tag.unit_id or tag.person_id or ""
        if tag.state is not TagState.ACCEPTED:
            continue
        if target in names:
            about, name = names[target]
            yield tag.anchor_id, Remark(about, name, target)
        elif tag.keyword is not None:
            yield tag.anchor_id, Remark(About.KEYWORD, tag.keyword)


def _reports(dossier: Dossier) -> Iterator[tuple[str, Remark]]:
    statements = {claim.id: claim.statement for claim in dossier.claims}
    for report in dossier.reports:
        if report.claim_id in statements:
            words = statements[report.claim_id]
            yield report.anchor_id, Remark(About.CLAIM, words, report.claim_id, report.stance)


def _notes(dossier: Dossier) -> Iterator[tuple[str, Remark]]:
    for note in dossier.notes:
        if note.anchor_id:
            yield note.anchor_id, Remark(About.NOTE, note.text)
