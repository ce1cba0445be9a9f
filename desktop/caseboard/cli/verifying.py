"""The action that checks a briefing against its library: verify-briefing."""

import argparse
import sys
from typing import Any

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.choosing import title
from caseboard.briefing.manifest_reading import Claimed
from caseboard.briefing.resting import Shaken
from caseboard.capture.worker import Worker
from caseboard.cli.printing import out, visible
from caseboard.commands import verifying_briefings
from caseboard.commands.verifying_briefings import Match, Verified
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model import moments
from caseboard.model.refs import short
from caseboard.store.library import Library
from caseboard.store.verify import Finding

CHANGED = 1
UNCHECKED = 2


async def verify_briefing(options: argparse.Namespace, library: Library) -> int:
    """Check a briefing.

    0: it is as it was exported, and so is all it rests on. 1: something is missing or changed.
    2: it could not be checked, as standard error says.
    """
    worker = Worker()
    try:
        found = await verifying_briefings.check(library, worker, options.briefing)
    except CaseError as error:
        print(error, error.hint, sep="\n", file=sys.stderr)  # noqa: T201  what this is for
        return UNCHECKED
    finally:
        worker.close()
    out(view(found) if options.json else lines(found), as_json=options.json)
    return 0 if found.is_sound else CHANGED


# --- for programs ---


def view(found: Verified) -> dict[str, Any]:
    """All that was found, as JSON values."""
    manifest, record = found.manifest, found.recorded
    return {
        "sound": found.is_sound,
        "sha256": found.sha256,
        "briefing": manifest.ref,
        "version": manifest.version,
        "exported": manifest.exported,
        "fingerprint": manifest.fingerprint,
        "case": manifest.case_ref,
        "file": found.match.value,
        "recorded": record and {
            "briefing": record.briefing_ref,
            "version": record.export.version,
            "name": record.export.name,
            "sha256": record.export.sha256,
            "form": record.export.form.value,
            "marking": record.export.marking,
            "release": record.export.is_release,
            "signed": record.export.is_signed,
        },
        "journal": {
            "seq": manifest.journal_seq,
            "head": manifest.journal_head,
            "problems": [each.sentence for each in found.journal],
        },
        "files": found.files,
        "exhibits": [_finding(each) for each in found.exhibits],
        "rests_on_them": [_shaken(each) for each in found.shaken],
        "changed_since": [_finding(each) for each in found.since],
    }  # fmt: skip


def _finding(finding: Finding) -> dict[str, str]:
    return {"ref": finding.ref, "problem": finding.sentence}


def _shaken(each: Shaken) -> dict[str, Any]:
    exhibits = list(each.exhibits)
    if isinstance(each.what, Claimed):
        return {"claim": each.what.ref, "text": each.what.statement, "exhibits": exhibits}
    told = {"section": each.what.section, "number": each.what.number or None}
    return {**told, "text": each.what.text, "exhibits": exhibits, "claims": list(each.claims)}


# --- for people ---


def lines(found: Verified) -> dict[str, Any]:
    """The same in sentences; what comes from the file is made safe for a terminal."""
    manifest = found.manifest
    return {
        _("briefing"): visible(f"{manifest.ref} {manifest.title}".strip()),
        _("exported"): visible(moments.show(manifest.exported)),
        "SHA-256": found.sha256,
        _("fingerprint on its pages"): visible(manifest.fingerprint),
        _("file"): _match(found),
        _("journal"): [visible(f"{each.sentence}") for each in found.journal] or _journal(found),
        _("exhibits"): _named(found.exhibits) or _all_sound(found),
        _("resting on them"): [_sentence(each) for each in found.shaken],
        _("changed in the case since, which is no fault"): _named(found.since),
    }


def _match(found: Verified) -> str:
    record = found.recorded
    if record is None:
        return _("This library has no record of this file, nor of its manifest.")
    named = {
        "version": record.export.version,
        "briefing": record.briefing_ref or record.export.name,
    }
    if found.match is Match.WHOLE:
        return _("It is the file that was recorded as version {version} of {briefing}.").format(
            **named
        )
    return _(
        "It is not the file that was recorded: it carries the manifest of version {version} of "
        "{briefing}, but its pages may have been changed."
    ).format(**named)


def _journal(found: Verified) -> str:
    return _("Change-set {seq} is in the journal, and no link of its chain is broken.").format(
        seq=found.manifest.journal_seq
    )


def _all_sound(found: Verified) -> str:
    return ngettext(
        "{n} file was hashed again and has the hash of the briefing.",
        "{n} files were hashed again and have the hashes of the briefing.",
        found.files,
    )


def _named(findings: tuple[Finding, ...]) -> list[str]:
    return [visible(f"{short(each.ref)}: {each.sentence}") for each in findings]


def _sentence(each: Shaken) -> str:
    refs = ", ".join(short(ref) for ref in each.exhibits)
    if isinstance(each.what, Claimed):
        text = _("Claim {ref}, on {exhibits}: {text}").format(
            ref=short(each.what.ref), exhibits=refs, text=each.what.statement
        )
    elif each.what.number:
        text = _("Judgement {number}, on {exhibits}: {text}").format(
            number=each.what.number, exhibits=refs, text=each.what.text
        )
    else:
        text = _("{section}, on {exhibits}: {text}").format(
            section=_section(each.what.section), exhibits=refs, text=each.what.text
        )
    return visible(text)


def _section(value: str) -> str:
    return title(SectionKind(value)) if value in set(SectionKind) else value
