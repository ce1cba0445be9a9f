"""What is asked and answered otherwise than in the version before: hypotheses, gaps, layers."""

from collections.abc import Iterable, Iterator, Mapping

from caseboard.analysis import ledgers
from caseboard.analysis.board import Board
from caseboard.analysis.standing import Standing
from caseboard.briefing.blocks import Run, Runs, filled
from caseboard.briefing.making import Making
from caseboard.briefing.sections.alternatives import laid_out, weighed
from caseboard.i18n import _, ngettext
from caseboard.model.ids import ClaimId, InquiryId
from caseboard.model.inquiry import Gap
from caseboard.model.net_change import Since
from caseboard.model.refs import short
from caseboard.model.terms import GapStatus


def told(making: Making, since: Since, before: Mapping[ClaimId, Standing]) -> Iterator[Runs]:
    """A sentence for each change."""
    yield from _leads(making, since, before)
    yield from _gaps(making, since)
    yield from _layers(making, since)


def _leads(making: Making, since: Since, before: Mapping[ClaimId, Standing]) -> Iterator[Runs]:
    """Which hypothesis has least against it, where it is another than before."""
    if not making.dossier.inquiries:
        return
    now, then = ledgers.of(making.dossier), ledgers.of(since.dossier)
    led = {
        inquiry.id: _leaders(weighed(since.dossier, before, inquiry, then))
        for inquiry in since.dossier.inquiries
    }
    for inquiry in making.dossier.inquiries:
        leaders = _leaders(laid_out(making, inquiry, now))
        if leaders and _is_other(led, inquiry.id, leaders):
            sentence = _("Of the answers to “{question}”, {refs} now has least against it.")
            many = _("Of the answers to “{question}”, {refs} now have least against them.")
            yield filled(
                sentence if len(leaders) == 1 else many,
                question=(Run(" ".join(inquiry.question.split())),),
                refs=_refs(making, leaders),
            )


def _is_other(
    led: Mapping[InquiryId, tuple[str, ...]], inquiry_id: InquiryId, leaders: tuple[str, ...]
) -> bool:
    return led.get(inquiry_id, ()) != leaders


def _leaders(laid: Board) -> tuple[str, ...]:
    """The refs of whatever leads; nothing while nothing is rated."""
    if not laid.ranking.rated:
        return ()
    here = frozenset(laid.ranking.leaders)
    return tuple(each.ref for each in laid.hypotheses if each.id in here)


def _gaps(making: Making, since: Since) -> Iterator[Runs]:
    earlier = {gap.id: gap for gap in since.dossier.gaps}
    new: list[str] = []
    for gap in making.dossier.gaps:
        was = earlier.get(gap.id)
        if was is None and gap.status is GapStatus.OPEN:
            new.append(gap.ref)
        elif gap.status is not (GapStatus.OPEN if was is None else was.status):
            yield _closed(making, gap)
    if new:
        said = ngettext("{n} new gap", "{n} new gaps", len(new))
        yield (Run(f"{said}: "), *_refs(making, new), Run("."))


def _closed(making: Making, gap: Gap) -> Runs:
    said = {
        GapStatus.OPEN: _("{gap} is open again."),
        GapStatus.ANSWERED: _("{gap} was answered."),
        GapStatus.DROPPED: _("{gap} was dropped."),
    }[gap.status]
    runs = filled(said, gap=(Run(short(gap.ref)),))
    answer = " ".join(gap.answer.split())
    return (*runs, *making.citations.resolve((Run(f" {answer}"),))) if answer else runs


def _layers(making: Making, since: Since) -> Iterator[Runs]:
    earlier = {layer.id for layer in since.dossier.layers}
    for layer in making.dossier.layers:
        if layer.id not in earlier:
            said = _("New layer of the map: {ref} {name}.")
            yield (Run(said.format(ref=short(layer.ref), name=layer.name)),)
    gone = [short(layer.ref) for layer in since.dossier.layers if layer.id in since.gone]
    if gone:
        said = ngettext(
            "{n} layer of the map was taken out", "{n} layers of the map were taken out", len(gone)
        )
        yield (Run(f"{said}: {', '.join(gone)}."),)


def _refs(making: Making, refs: Iterable[str]) -> Runs:
    runs: list[Run] = []
    for ref in refs:
        runs += [Run(", ")] * bool(runs)
        runs.append(making.citations.refer(short(ref)) or Run(short(ref)))
    return tuple(runs)
