"""How to check this document: short, and with the journal's head to check it against."""

from caseboard.briefing.blocks import Block, Entry, Fact, Facts, Listing, Paragraph, Role, Run
from caseboard.briefing.making import Making
from caseboard.i18n import _


def made(making: Making) -> tuple[Block, ...]:
    """What a reader can do with a hash, and where the case's history stood."""
    steps = (
        _(
            "Take the SHA-256 of any file you were given and compare it with the exhibits: one "
            "changed bit gives another hash."
        ),
        _("In the library this was made from, run “caseboard verify {case}”.").format(
            case=making.case.ref
        ),
        _(
            "Its history holds the change-set named below with this hash, and this export with the "
            "SHA-256 of the file you are reading."
        ),
    )
    entries = (
        Entry(Run(f"{number}."), (Paragraph((Run(text),), Role.TABLE),))
        for number, text in enumerate(steps, 1)
    )
    return (Listing(tuple(entries), Role.TABLE), Facts(_facts(making)))


def _facts(making: Making) -> tuple[Fact, ...]:
    seq = _("Change-set {number}").format(number=making.dossier.journal_seq)
    head = Run(making.dossier.journal_head or _("empty"), mono=True)
    return (
        Fact(_("Journal head"), (Run(f"{seq}, "), head)),
        Fact(_("Made by"), (Run(making.program),)),
    )
