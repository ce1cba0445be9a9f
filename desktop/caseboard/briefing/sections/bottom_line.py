"""The bottom line: two to four sentences by the analyst, before anything else."""

from caseboard.briefing.blocks import Aside, Block, Paragraph, Role, Tone, plain, toned
from caseboard.briefing.making import Making
from caseboard.briefing.markdown import paragraphs
from caseboard.i18n import _


def made(making: Making) -> tuple[Block, ...]:
    """What the analyst wrote; its absence is said, since a reader looks here first.

    In a copy that leaves things out it may have been written all the same.
    """
    written = paragraphs(making.briefing.bottom_line, Role.LEAD)
    if not written and making.withheld:
        return ()  # what is left out is told in its own section
    if not written:
        missing = plain(_("No bottom line has been written."))
        return (Paragraph(toned(missing.runs, Tone.MUTED)),)
    resolve = making.citations.resolve
    return (Aside(tuple(Paragraph(resolve(part.runs), part.role) for part in written)),)
