"""Briefings written out: composed once, given a form, written, kept and recorded."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caseboard.briefing import manifest, pdf
from caseboard.briefing.release import Ceiling, Withheld
from caseboard.commands import composing, outgoing
from caseboard.commands.briefings import RecordExport
from caseboard.commands.composing import Composition, Material
from caseboard.commands.history import History
from caseboard.errors import CaseError
from caseboard.i18n import _, speaking
from caseboard.model.terms import ExportForm
from caseboard.model.work import Briefing
from caseboard.store.files import Stored
from caseboard.store.library import Library

if TYPE_CHECKING:
    from caseboard.commands.handing_over import Handed

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
FOLDERS = frozenset({ExportForm.FOLDER, ExportForm.BAG})
"""Forms that are many files: the briefing as a PDF, and its exhibits."""
SIGNED = FOLDERS | {ExportForm.PDF}
"""Forms that hold what can be signed."""


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
    if sign is not None and form not in SIGNED:
        raise CaseError(
            _("Only a PDF can be signed."), _("Write a PDF, or write this without a signature.")
        )
    material = await library.database.read(composing.read, briefing, files=library.files)
    writing = _Writing(library, target, form, ceiling, sign, progress)
    stored, kept, made, unhanded = await asyncio.to_thread(writing.write, material, briefing)
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
    return Exported(stored, made.version, (*made.copy.withheld, *unhanded))


def marking(made: Composition) -> str:
    """The marking as it is printed on every page."""
    return made.outline.classification or made.outline.marking.value


def attachment(made: Composition) -> pdf.Attachment:
    """The manifest, as it travels inside a PDF."""
    with speaking(made.outline.language):
        description = _("What this briefing rests on, for a program to check")
    return pdf.Attachment(manifest.NAME, made.manifest, description=description)


@dataclass(frozen=True, slots=True)
class _Writing:
    """One export, on a thread that may take its time."""

    library: Library
    target: Path
    form: ExportForm
    ceiling: Ceiling | None
    sign: Sign | None
    progress: Progress | None

    def write(
        self, material: Material, briefing: Briefing
    ) -> tuple[Stored, Stored, Composition, tuple[Withheld, ...]]:
        """Compose and write; what was written and its manifest are files of the library then.

        Given with the files of exhibits that a copy does not get.
        """
        files = self.library.files
        unhanded: tuple[Withheld, ...] = ()
        with composing.composed(files, material, briefing, self.ceiling) as made:
            if self.form in FOLDERS:
                handed = self._handed_over(made)
                data, unhanded = handed.hashes, handed.withheld
            else:
                data = self._formed(made)
        stored, kept = files.add(data), files.add(made.manifest)
        if self.form not in FOLDERS:
            outgoing.put(self.target, data)
        return stored, kept, made, unhanded

    def _formed(self, made: Composition) -> bytes:
        # Each form is loaded for itself alone: few want them all.
        outline, progress = made.outline, self.progress
        match self.form:
            case ExportForm.HTML:
                from caseboard.briefing import html  # noqa: PLC0415

                return html.render(outline, progress=progress)
            case ExportForm.DOCX:
                from caseboard.briefing import docx  # noqa: PLC0415

                return docx.render(outline, made.copy.briefing.page_size, progress=progress)
            case ExportForm.MARKDOWN:
                from caseboard.briefing import text  # noqa: PLC0415

                return text.render(outline, progress=progress)
        return self._pdf(made, progress)

    def _pdf(self, made: Composition, progress: Progress | None) -> bytes:
        size = made.copy.briefing.page_size
        attachments = (attachment(made),)
        data = pdf.render(made.outline, size, progress=progress, attachments=attachments)
        return data if self.sign is None else self.sign(data)

    def _handed_over(self, made: Composition) -> "Handed":
        from caseboard.commands import handing_over  # noqa: PLC0415

        return handing_over.put(
            self.library,
            made,
            lambda: self._pdf(made, None),
            self.target,
            self.form,
            is_release=self.ceiling is not None,
            progress=self.progress,
        )
