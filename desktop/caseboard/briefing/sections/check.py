"""How to check this document: short, and with the journal's head to check it against."""

from collections.abc import Iterator

from caseboard.briefing import manifest
from caseboard.briefing.blocks import (
    Block,
    Entry,
    Fact,
    Facts,
    Listing,
    Paragraph,
    Role,
    Run,
    Runs,
    SectionKind,
    Tone,
    filled,
)
from caseboard.briefing.making import Making
from caseboard.i18n import _


def made(making: Making) -> tuple[Block, ...]:
    """What a reader can do with a hash or a library, and where the case's history stood."""
    entries = (
        Entry(Run(f"{number}."), (Paragraph(runs, Role.TABLE),))
        for number, runs in enumerate(_steps(making), 1)
    )
    return (Listing(tuple(entries), Role.TABLE), Facts(tuple(_facts(making))))


def _steps(making: Making) -> Iterator[Runs]:
    yield _compared(making)
    yield (
        Run(
            _(
                "Compare the fingerprint at the foot of the pages: all pages of one copy have the "
                "same, and another word anywhere gives another."
            )
        ),
    )
    yield (
        Run(_("With the library this was made from, run: ")),
        Run("caseboard verify-briefing FILE.pdf --library DIR", mono=True),
    )
    yield (
        Run(
            _(
                "That hashes every exhibit again, names what has changed or is missing and the "
                "statements that rest on it, follows the journal to the change-set below, and "
                "compares the SHA-256 of this file with the one that was recorded when it was "
                "exported."
            )
        ),
    )
    yield (
        Run(_("A program can read the same from the file attached to the PDF: ")),
        Run(manifest.NAME, mono=True),
        Run(_(". It lists exhibits, hashes, grades, and the place of every quotation.")),
    )
    yield (
        Run(_("To check all of the case, run: ")),
        Run(f"caseboard verify {making.case.ref} --library DIR", mono=True),
    )


def _compared(making: Making) -> Runs:
    letter = making.annexes.get(SectionKind.EXHIBITS)
    if letter is None:
        said = _(
            "Take the SHA-256 of any file you were given and compare it with the exhibits: one "
            "changed bit gives another hash."
        )
        return (Run(said),)
    said = _(
        "Take the SHA-256 of any file you were given and compare it with the one in {annex}: one "
        "changed bit gives another hash."
    )
    annex = _("Annex {letter}").format(letter=letter)
    run = Run(annex, tone=Tone.ACCENT, link=SectionKind.EXHIBITS.value)
    return filled(said, annex=(run,))


def _facts(making: Making) -> Iterator[Fact]:
    seq = _("Change-set {number}").format(number=making.dossier.journal_seq)
    head = Run(making.dossier.journal_head or _("empty"), mono=True)
    yield Fact(_("Journal head"), (Run(f"{seq}, "), head))
    named = " · ".join(filter(None, (making.program, making.briefing.ref)))
    yield Fact(_("Made by"), (Run(named),))
