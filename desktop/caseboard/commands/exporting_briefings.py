"""Briefings written out: composed once, given a form, written, kept and recorded."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from caseboard.briefing import manifest, pdf
from caseboard.briefing.release import Ceiling, Withheld
from caseboard.commands import composing, outgoing
from caseboard.commands.briefings import RecordExport
from caseboard.commands.composing import Composition
from caseboard.commands.history import History
from caseboard.errors import CaseError
from caseboard.i18n import _, speaking
from caseboard.model.terms import ExportForm
from caseboard.model.work import Briefing
from caseboard.store.files import Stored
from caseboard.store.library import Library

Progress = Callable[[int, int], None]
"""Called with steps done and steps in all (pages, of a PDF); what it raises stops the export."""
Sign = Callable[[bytes], bytes]
"""Gives the bytes of a PDF back signed; raises `CaseError` where it cannot."""

SUFFIXES = {
    ".pdf": ExportForm.PDF,
    ".html": ExportForm.HTML,
    ".htm": ExportForm.HTML,
    ".docx": ExportForm.DOCX,
    ".md": ExportForm.MARKDOWN,
    ".markdown": ExportForm.MARKDOWN,
    "": ExportForm.FOLDER,
}


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    stored: Stored
    """The file; of a folder, the list of the hashes of all that is in it."""
    version: int
    withheld: tuple[Withheld, ...] = ()
    """What a release copy left out."""


def form_of(target: Path) -> ExportForm:
    """What a briefing is written as under this name; raises `CaseError` where it does not say."""
    form = SUFFIXES.get(target.suffix.lower())
    if form is None:
        raise CaseError(
            _("A briefing is not written as {name}.").format(name=target.suffix),
            _("Give it a name that ends in .pdf, .html, .docx or .md, or name a new folder."),
        )
    return form


async def export(
    library: Library,
    history: History,
    briefing: Briefing,
    target: Path,
    form: ExportForm = ExportForm.PDF,
    *,
    ceiling: Ceiling | None = None,
    sign: Sign | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Write the briefing to `target`, keep a copy in the library and record it.

    With a `ceiling` it is a release copy. `target` of a folder or a bag is a folder that is not
    there yet, or is empty. The same case and briefing give the same bytes in every form, unless
    they are signed: its date is that of the newest change-set in it. Raises `CaseError` if an
    exhibit is damaged or `target` cannot be written; nothing is recorded then.
    """
    material = await library.database.read(composing.read, briefing, files=library.files)

    def work() -> tuple[Stored, Stored, Composition]:
        with composing.composed(library.files, material, briefing, ceiling) as made:
            data = _made(made, form, progress)
        data = data if sign is None else sign(data)
        stored = library.files.add(data)
        kept = library.files.add(made.manifest)
        outgoing.put(target, data)
        return stored, kept, made

    stored, kept, made = await asyncio.to_thread(work)
    await history.run(
        RecordExport(
            briefing.case_id,
            briefing.id,
            made.version,
            target.name,
            stored,
            made.exported,
            made.journal_seq,
            made.journal_head,
            form=form,
            marking=marking(made),
            is_release=ceiling is not None,
            manifest=kept.sha256,
            is_signed=sign is not None,
        )
    )
    return Exported(stored, made.version, made.copy.withheld)


def marking(made: Composition) -> str:
    """The marking as it is printed on every page."""
    return made.outline.classification or made.outline.marking.value


def attachment(made: Composition) -> pdf.Attachment:
    """The manifest, as it travels inside a PDF."""
    with speaking(made.outline.language):
        description = _("What this briefing rests on, for a program to check")
    return pdf.Attachment(manifest.NAME, made.manifest, description=description)


def _made(made: Composition, form: ExportForm, progress: Progress | None) -> bytes:
    outline = made.outline
    if form is ExportForm.PDF:
        size = made.copy.briefing.page_size
        return pdf.render(outline, size, progress=progress, attachments=(attachment(made),))
    if form is ExportForm.HTML:
        from caseboard.briefing import html  # noqa: PLC0415  each form for itself alone

        return html.render(outline, progress=progress)
    if form is ExportForm.DOCX:
        from caseboard.briefing import docx  # noqa: PLC0415  as above

        return docx.render(outline, made.copy.briefing.page_size, progress=progress)
    if form is ExportForm.MARKDOWN:
        from caseboard.briefing import text  # noqa: PLC0415  as above

        return text.render(outline, progress=progress)
    raise CaseError(_("A briefing is not written as {name}.").format(name=form.value))
