"""The assessment, apart from what is reported, and the assumptions that it rests on."""

from collections.abc import Iterator, Mapping
from typing import Any

from caseboard.briefing.blocks import Block, Entry, Heading, Listing, Paragraph, Role, Run, Tone
from caseboard.briefing.making import Making
from caseboard.briefing.markdown import inline
from caseboard.briefing.sections.prose import passage
from caseboard.i18n import _
from caseboard.model.terms import Passage


def made(making: Making) -> tuple[Block, ...]:
    """What the analyst makes of it, then each assumption; the linchpin is named as such."""
    return (*passage(making, Passage.ASSESSMENT), *_assumptions(making))


def _assumptions(making: Making) -> tuple[Block, ...]:
    kept = [each for each in making.briefing.assumptions if _text(each)]
    if not kept:
        return ()
    entries = tuple(_entry(making, number, each) for number, each in enumerate(kept, 1))
    heading = Heading((Run(_("Assumptions")),), anchor="assumptions")
    return (heading, Listing(entries), *_linchpin(kept))


def _text(assumption: Mapping[str, Any]) -> str:
    text = assumption.get("text")
    return text.strip() if isinstance(text, str) else ""


def _entry(making: Making, number: int, assumption: Mapping[str, Any]) -> Entry:
    runs = making.citations.resolve(inline(_text(assumption)))
    if assumption.get("is_linchpin"):
        runs = (Run(f"{_('Linchpin.')} ", bold=True, tone=Tone.WARN), *runs)
    return Entry(Run(f"{number}."), (Paragraph(runs),), anchor=f"assumption-{number}")


def _linchpin(kept: list[dict[str, Any]]) -> Iterator[Paragraph]:
    if any(each.get("is_linchpin") for each in kept):
        said = _("If a linchpin does not hold, the judgements do not hold either.")
        yield Paragraph((Run(said, tone=Tone.MUTED),), Role.SMALL)
