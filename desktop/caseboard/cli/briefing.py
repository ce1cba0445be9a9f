"""The action that writes a briefing: brief."""

import argparse
import sys
from getpass import getpass
from pathlib import Path
from typing import Any

from caseboard import paths
from caseboard.briefing.release import Ceiling, Withheld
from caseboard.cli import finding
from caseboard.cli.printing import out
from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.exporting_briefings import Exported, Sign, export, form_of
from caseboard.commands.history import History
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import refs
from caseboard.model.case import Case
from caseboard.model.terms import ExportForm, Marking
from caseboard.model.work import Briefing
from caseboard.store import briefings
from caseboard.store.library import Library


async def brief(options: argparse.Namespace, library: Library) -> int:
    """Write a briefing; a first one is made where the case has none."""
    form = ExportForm(options.form) if options.form else form_of(options.output)
    case = finding.case_of(library, options.case)
    history = History(library.database)
    briefing = _changed(await _chosen(library, history, case, options.briefing), options)
    ceiling = Ceiling(Marking(f"TLP:{options.marking}")) if options.marking else None
    sign = _signer(options)
    if sign is not None:
        _warn(briefing, ceiling)
    exported = await export(
        library, history, briefing, options.output, form, ceiling=ceiling, sign=sign
    )
    out(_told(options, form, exported), as_json=options.json)
    return 0


def _warn(briefing: Briefing, ceiling: Ceiling | None) -> None:
    """Say on standard error, before anything is written, whom the signature will name."""
    from caseboard.commands import signing_briefings  # noqa: PLC0415  few briefings are signed

    if said := signing_briefings.warning(briefing, ceiling):
        print(said, file=sys.stderr)  # noqa: T201  what this is for


def _signer(options: argparse.Namespace) -> Sign | None:
    if options.sign is None:
        if options.tsa:
            raise CaseError(_("A time stamp is put on a signature: name a certificate to sign."))
        return None
    # Few briefings are signed.
    from caseboard.commands import signing_briefings  # noqa: PLC0415
    from caseboard.runtime.settings import SettingsFile  # noqa: PLC0415

    settings = SettingsFile(paths.config_folder() / "settings.json")
    if settings.notice:  # it may name a proxy to go through
        raise CaseError(settings.notice)
    signing = signing_briefings.Signing(options.sign, _passphrase(options.sign), options.tsa)
    return signing_briefings.signer(signing, settings.settings)


def _passphrase(certificate: Path) -> str:
    if sys.stdin.isatty():
        return getpass(_("Passphrase of {name}: ").format(name=certificate.name))
    return sys.stdin.readline().rstrip("\r\n")


async def _chosen(library: Library, history: History, case: Case, ref: str) -> Briefing:
    kept = library.database.read_now(briefings.of_case, case.id)
    if not kept and not ref:
        await history.run(SaveBriefing(draft(case)))
        kept = library.database.read_now(briefings.of_case, case.id)
    for briefing in kept:
        if ref.upper() in {"", briefing.ref.upper(), refs.short(briefing.ref).upper()}:
            return briefing
    raise CaseError(
        _("There is no briefing {ref} in this case.").format(ref=ref),
        _("It has: {briefings}.").format(
            briefings=", ".join(refs.short(each.ref) for each in kept) or _("none")
        ),
    )


def _changed(briefing: Briefing, options: argparse.Namespace) -> Briefing:
    """As it is to be written this once; what is kept stays as it is."""
    changes: dict[str, Any] = {}
    if options.template:
        changes |= {"template": options.template, "sections": []}
    if options.page:
        changes["page_size"] = options.page
    if options.language:
        changes["language"] = options.language
    return briefing.model_copy(update=changes)


def _told(options: argparse.Namespace, form: ExportForm, exported: Exported) -> dict[str, Any]:
    return {
        "file": str(options.output),
        "form": form.value,
        "version": exported.version,
        "sha256": exported.stored.sha256,
        "bytes": exported.stored.bytes,
        "withheld": [_left_out(each) for each in exported.withheld],
    }


def _left_out(withheld: Withheld) -> dict[str, str]:
    return {"reason": withheld.reason.value, "what": withheld.what}
