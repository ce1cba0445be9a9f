"""How a briefing is to be exported, and doing it as a job that can be watched and stopped."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from caseboard.briefing.release import Ceiling
from caseboard.commands import signing_briefings
from caseboard.commands.exporting_briefings import FOLDERS, Exported, export
from caseboard.commands.signing_briefings import Signing
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import telling
from caseboard.model.terms import ExportForm
from caseboard.model.work import Briefing
from caseboard.runtime.jobs import Job
from caseboard.ui.desk import Desk
from caseboard.ui.filenames import safe

ENDINGS = {
    ExportForm.PDF: ".pdf",
    ExportForm.HTML: ".html",
    ExportForm.DOCX: ".docx",
    ExportForm.MARKDOWN: ".md",
    ExportForm.FOLDER: "",
    ExportForm.BAG: "",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What was chosen."""

    form: ExportForm = ExportForm.PDF
    ceiling: Ceiling | None = None
    """Of a release copy; None leaves nothing out."""
    signing: Signing | None = None


class Stopped(CaseError):
    """The user stopped the export: nothing was written."""

    def __init__(self) -> None:
        super().__init__(_("The export was stopped. Nothing was written."))


def form_words(form: ExportForm) -> str:
    """What a form is called."""
    return {
        ExportForm.PDF: _("PDF"),
        ExportForm.HTML: _("Web page in one file (HTML)"),
        ExportForm.DOCX: _("Word document (DOCX)"),
        ExportForm.MARKDOWN: _("Text (Markdown)"),
        ExportForm.FOLDER: _("Folder with the PDF and its exhibits"),
        ExportForm.BAG: _("BagIt bag with the PDF and its exhibits"),
    }[form]


def filters(form: ExportForm) -> str:
    """What a file dialog shows; empty for a folder."""
    if form in FOLDERS:
        return ""
    words = {
        ExportForm.PDF: _("PDF (*.pdf)"),
        ExportForm.HTML: _("Web page (*.html)"),
        ExportForm.DOCX: _("Word document (*.docx)"),
        ExportForm.MARKDOWN: _("Markdown (*.md)"),
    }
    return words[form]


def name(briefing: Briefing, plan: Plan, case_ref: str) -> str:
    """What a file is called unless one says otherwise: a copy's name tells no position either."""
    title = briefing.title or case_ref
    if plan.ceiling is not None and telling.told(title):
        title = briefing.ref or case_ref
    return safe(f"{title}{ENDINGS[plan.form]}", "briefing")


async def write(
    desk: Desk,
    briefing: Briefing,
    plan: Plan,
    target: Path,
    on_job: Callable[[Job], None] | None = None,
) -> Exported:
    """Write `briefing` to `target` and record it; raises `Stopped` where it was cancelled.

    What runs in a thread cannot be cancelled, only asked to stop at its next page: this waits
    until it did, so that it is known whether anything was written.
    """

    async def work(job: Job) -> Exported:
        def progress(done: int, total: int) -> None:
            if job.is_cancelled:
                raise Stopped
            job.step(done, total)

        if on_job is not None:
            on_job(job)
        sign = None
        if plan.signing is not None:
            settings = desk.settings.settings
            sign = await asyncio.to_thread(signing_briefings.signer, plan.signing, settings)
        writing = asyncio.ensure_future(
            export(
                desk.library,
                desk.history,
                briefing,
                target,
                plan.form,
                ceiling=plan.ceiling,
                sign=sign,
                progress=progress,
            )
        )
        try:
            return await asyncio.shield(writing)
        except asyncio.CancelledError:
            return await writing

    title = _("Writing {name}").format(name=target.name)
    return await desk.jobs.run(title, work)
