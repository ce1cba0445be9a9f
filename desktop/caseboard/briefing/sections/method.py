"""Method and limits: how the evidence was collected and weighed, and what that leaves out."""

from collections import Counter
from collections.abc import Iterable, Iterator

from caseboard.briefing.blocks import Block, Fact, Facts, Heading, Role, Run, plain
from caseboard.briefing.making import Making
from caseboard.briefing.sections.descriptors import begun
from caseboard.briefing.sections.prose import passage
from caseboard.briefing.words import hollow, minute, term
from caseboard.i18n import _, ngettext
from caseboard.model.clip import Clip
from caseboard.model.refs import short
from caseboard.model.terms import FileRole, Passage


def made(making: Making) -> tuple[Block, ...]:
    """What the analyst wrote of it, what the evidence itself says, then limits and automation."""
    return (
        *passage(making, Passage.METHOD),
        *_collected(making),
        *_limits(making),
        *_headed(_("Not collected"), passage(making, Passage.NOT_COLLECTED)),
        *_headed(_("Automation"), _automated(making)),
    )


def automation(making: Making) -> str:
    """Which artificial intelligence or machine learning was used (ICS 206-01 asks for it)."""
    written = making.briefing.texts.get(Passage.AUTOMATION.value)
    if isinstance(written, str) and written.strip():
        return " ".join(written.split())
    return _("No use of artificial intelligence or machine learning is recorded.")


def _headed(heading: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return (Heading((Run(heading),)), *blocks) if blocks else ()


def _automated(making: Making) -> tuple[Block, ...]:
    written = passage(making, Passage.AUTOMATION)
    if written or not making.dossier.clips:
        return written
    return (plain(automation(making)),)


# --- how it was collected ---


def _collected(making: Making) -> tuple[Block, ...]:
    clips = making.dossier.clips
    if not clips:
        return ()
    facts = [
        _fact(_("Collected"), _span(clips)),
        _fact(_("How"), begun(_counted(term(clip.method) for clip in clips))),
        _fact(_("With"), _counted(clip.tool for clip in clips)),
    ]
    if kept := ", ".join(_kept(making)):
        facts.append(_fact(_("Kept of pages"), kept))
    facts += [
        _fact(_("Cut-off"), _cutoff(making)),
        _fact(
            _("Times"),
            _("Times of collection are UTC. Others stand in the zone they were printed in."),
        ),
        _fact(
            _("Spelling"),
            _(
                "Quotations, titles and credits stand as published. Places and units go by the "
                "name this case has for them, in whatever spelling a source has it."
            ),
        ),
    ]
    return (Facts(tuple(facts)),)


def _fact(label: str, text: str) -> Fact:
    return Fact(label, (Run(text),))


def _cutoff(making: Making) -> str:
    moment = minute(making.briefing.cutoff or making.exported)
    return _("{when}. What was collected later is left out.").format(when=moment)


def _span(clips: Iterable[Clip]) -> str:
    moments = sorted(clip.captured for clip in clips)
    count = ngettext("{n} exhibit", "{n} exhibits", len(moments))
    first, last = minute(moments[0]), minute(moments[-1])
    if first == last:
        return _("{exhibits}, {when}").format(exhibits=count, when=first)
    return _("{exhibits}, {first} to {last}").format(exhibits=count, first=first, last=last)


def _counted(words: Iterable[str]) -> str:
    """`dropped (3), from link (1)`, the most frequent first."""
    counts = Counter(word.strip() or _("unknown") for word in words)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if len(ordered) == 1:
        return ordered[0][0]
    return ", ".join(
        _("{word} ({count})").format(word=word, count=count) for word, count in ordered
    )


def _kept(making: Making) -> Iterator[str]:
    """What proves pages as they were, counted."""
    roles = Counter(file.role for file in making.dossier.files)
    if count := roles[FileRole.WARC]:
        yield ngettext("{n} web archive", "{n} web archives", count)
    if count := roles[FileRole.SCREENSHOT]:
        yield ngettext("{n} screenshot", "{n} screenshots", count)


# --- what that leaves out ---


def _limits(making: Making) -> tuple[Block, ...]:
    found = tuple(plain(text, Role.TABLE) for text in _shortfalls(making))
    return _headed(_("Limits"), (*passage(making, Passage.LIMITS), *found))


def _shortfalls(making: Making) -> Iterator[str]:
    """What exhibits lack, as far as the case itself knows."""
    for clip in making.dossier.clips:
        if clip.hollow:
            yield _("{ref}: {problem}").format(ref=short(clip.ref), problem=hollow(clip.hollow))
        elif clip.problem.strip():
            yield _("{ref}: {problem}").format(
                ref=short(clip.ref), problem=" ".join(clip.problem.split())
            )
    undated = [short(clip.ref) for clip in making.dossier.clips if not clip.published]
    if undated:
        yield _("No date of publication is known for {refs}.").format(refs=", ".join(undated))
