"""What changed since the version before: first what is judged, then what it rests on.

Told of what was: standings, grades, words of likelihood, refs. Earlier wordings are not printed;
who has the earlier version can read them there, and nobody else should.
"""

from collections.abc import Iterator
from dataclasses import replace

from caseboard.briefing.blocks import Block, Entry, Listing, Paragraph, Role, Run, Tone, plain
from caseboard.briefing.making import Making
from caseboard.briefing.markdown import BULLET
from caseboard.briefing.sections import changes_judged, changes_known
from caseboard.briefing.sections.prose import passage
from caseboard.briefing.words import minute
from caseboard.i18n import _
from caseboard.model.net_change import Since
from caseboard.model.terms import Passage


def made(making: Making) -> tuple[Block, ...]:
    """What the analyst says of it, then what the journal says; nothing in a first version."""
    written = passage(making, Passage.CHANGES)
    return (*written, *(_listed(making, making.since) if making.since else ()))


def _listed(making: Making, since: Since) -> Iterator[Block]:
    if making.briefing.subject:  # what went may be no part of it
        since = replace(since, gone=frozenset())
    when = minute(since.exported)
    told = [*changes_judged.told(making, since), *changes_known.told(making, since)]
    if not told:
        said = _("Nothing reported here has changed since version {number} of {when}.")
        yield plain(_of(since, said, when))
        return
    said = _of(since, _("Since version {number} of {when}:"), when)
    yield Paragraph((Run(said, tone=Tone.MUTED),), Role.TABLE)
    yield Listing(tuple(Entry(Run(BULLET), (Paragraph(runs),)) for runs in told))


def _of(since: Since, said: str, when: str) -> str:
    """Of a copy for others, with what it is held against: what else was sent it does not know."""
    said = said.format(number=since.version, when=when)
    if not since.is_cut:
        return said
    against = _("Held against what a copy for the same readers would have told then.")
    return f"{against} {said}"
