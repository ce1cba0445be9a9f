"""How far each claim holds, worked out from who says it, with the working shown.

Status follows from reports alone: *open* while no report takes a stance, *single source*,
*corroborated* by two independent origins or more, *disputed* as soon as anyone contradicts it or
it stands in an open dispute. A mention neither corroborates nor contradicts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

from typing_extensions import override

from caseboard.analysis import ledgers
from caseboard.analysis.origins import Apart, Origin, Trails
from caseboard.i18n import _, ngettext
from caseboard.model.claim import Dispute
from caseboard.model.dossier import Dossier
from caseboard.model.ids import ClaimId
from caseboard.model.ledger import Ledger, Stated
from caseboard.model.refs import short
from caseboard.model.terms import ClaimStatus, DisputeStatus, Stance


@dataclass(frozen=True, eq=False)
class Standing:
    """The status of one claim, and what it follows from.

    Origins are told apart when they are asked for: a list of thousands needs their number alone.
    """

    claim_id: ClaimId
    status: ClaimStatus
    """What the analyst says, where that was said; else what follows from the reports."""
    derived: ClaimStatus
    """What follows from the reports."""
    independent: int
    """How many independent origins take a stance."""
    trails: Trails = field(repr=False, compare=False)
    override_reason: str = ""
    """Why the analyst says otherwise than the reports."""
    supports: int = 0
    contradicts: int = 0
    mentions: int = 0
    disputed_with: tuple[str, ...] = ()
    """Refs of the claims it stands against in open disputes."""

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        """Who takes a stance, independent of each other."""
        return self.trails.origins(self.claim_id)

    @cached_property
    def apart(self) -> tuple[Apart, ...]:
        """Outlets of one text that the analyst takes for independent."""
        return self.trails.apart(self.claim_id)

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Standing):
            return NotImplemented
        return self._told == other._told and (self.origins, self.apart) == (
            other.origins,
            other.apart,
        )

    @override
    def __hash__(self) -> int:
        return hash(self._told)

    @property
    def _told(self) -> tuple[object, ...]:
        return tuple(getattr(self, each.name) for each in fields(self) if each.compare)

    @property
    def reports(self) -> int:
        """How many reports take a stance."""
        return self.supports + self.contradicts

    @property
    def working(self) -> str:
        """How the status came about: a line that sums it up, then a line for each thing to know.

        An override stands before it. It is in the language spoken when it is asked for.
        """
        return "\n".join((*_overridden(self), *_working(self)))

    @property
    def is_overridden(self) -> bool:
        """Whether the status is the analyst's word."""
        return bool(self.override_reason)


def standings(dossier: Dossier) -> dict[ClaimId, Standing]:
    """The standing of every claim of `dossier`, whatever order its rows come in."""
    return weigh(ledgers.of(dossier))


def weigh(ledger: Ledger) -> dict[ClaimId, Standing]:
    """The standing of every claim of `ledger`."""
    trails = Trails(ledger)
    rivals = _rivals(ledger.claims, ledger.disputes)
    return {claim.id: _standing(claim, trails, rivals[claim.id]) for claim in ledger.claims}


def status_name(status: ClaimStatus) -> str:
    """A status in the user's language."""
    return {
        ClaimStatus.OPEN: _("open"),
        ClaimStatus.SINGLE_SOURCE: _("single source"),
        ClaimStatus.CORROBORATED: _("corroborated"),
        ClaimStatus.DISPUTED: _("disputed"),
    }[status]


def _standing(claim: Stated, trails: Trails, rivals: Iterable[str]) -> Standing:
    stances = Counter([report.stance for report in trails.reports.get(claim.id, ())])
    independent = trails.count(claim.id)
    disputed_with = tuple(sorted(rivals))
    supports, contradicts = stances[Stance.SUPPORTS], stances[Stance.CONTRADICTS]
    derived = _status(independent, contradicted=bool(contradicts or disputed_with))
    return Standing(
        claim.id,
        status=claim.status_override or derived,
        derived=derived,
        independent=independent,
        trails=trails,
        override_reason=claim.override_reason if claim.status_override else "",
        supports=supports,
        contradicts=contradicts,
        mentions=stances[Stance.MENTIONS],
        disputed_with=disputed_with,
    )


def _status(independent: int, *, contradicted: bool) -> ClaimStatus:
    if contradicted:
        return ClaimStatus.DISPUTED
    if not independent:
        return ClaimStatus.OPEN
    return ClaimStatus.CORROBORATED if independent > 1 else ClaimStatus.SINGLE_SOURCE


def _rivals(claims: Iterable[Stated], disputes: Iterable[Dispute]) -> Mapping[ClaimId, set[str]]:
    refs = {claim.id: short(claim.ref) for claim in claims}
    found: defaultdict[ClaimId, set[str]] = defaultdict(set)
    for dispute in disputes:
        one, other = dispute.claim_a_id, dispute.claim_b_id
        if dispute.status is DisputeStatus.OPEN and one in refs and other in refs:
            found[one].add(refs[other])
            found[other].add(refs[one])
    return found


# --- the working, in words ---


def _working(standing: Standing) -> list[str]:
    origins, rivals = standing.origins, standing.disputed_with
    lines = [_sum(origins), *_sides(standing)]
    lines += [_copies(origin) for origin in origins if origin.same_text]
    lines += [_counted(origin) for origin in origins if origin.same_word]
    lines += [_kept_apart(pair) for pair in standing.apart]
    if rivals:
        lines.append(_("It stands in an open dispute with {refs}.").format(refs=", ".join(rivals)))
    if standing.mentions:
        lines.append(
            ngettext(
                "{n} report only mentions it and does not count.",
                "{n} reports only mention it and do not count.",
                standing.mentions,
            )
        )
    return lines


def _overridden(standing: Standing) -> list[str]:
    """That the analyst says otherwise than the reports, and why."""
    if not standing.is_overridden:
        return []
    words = _("{status} on the analyst’s word: {reason} From the reports it would be {derived}.")
    return [
        words.format(
            status=status_name(standing.status).capitalize(),
            reason=_sentence(standing.override_reason),
            derived=status_name(standing.derived),
        )
    ]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _sum(origins: tuple[Origin, ...]) -> str:
    if not origins:
        return _("No report takes a stance")
    return _("{reports}, {origins}: {names}").format(
        reports=ngettext("{n} report", "{n} reports", sum(origin.reports for origin in origins)),
        origins=ngettext("{n} independent origin", "{n} independent origins", len(origins)),
        names=", ".join(_named(origin) for origin in origins),
    )


def _named(origin: Origin) -> str:
    """`General Staff (via Ukrinform → Kyiv Independent)`."""
    ways = [" → ".join(chain) for chain in origin.chains if chain]
    if not ways:
        return origin.name
    return _("{name} (via {ways})").format(name=origin.name, ways="; ".join(ways))


def _sides(standing: Standing) -> list[str]:
    if not standing.contradicts:
        return []
    return [
        _("{supporting}, {contradicting}.").format(
            supporting=ngettext(
                "{n} report supports it", "{n} reports support it", standing.supports
            ),
            contradicting=ngettext("{n} contradicts it", "{n} contradict it", standing.contradicts),
        )
    ]


def _copies(origin: Origin) -> str:
    return _("Printed the same text as {name}, and counted with it: {names}.").format(
        names=", ".join(origin.same_text), name=origin.name
    )


def _counted(origin: Origin) -> str:
    return _("Counted with {name} on the analyst’s word: {names}.").format(
        names=", ".join(origin.same_word), name=origin.name
    )


def _kept_apart(pair: Apart) -> str:
    words = {"one": pair.one, "other": pair.other, "reason": pair.reason}
    if not pair.reason:
        return _(
            "{one} and {other} print the same text; the analyst takes them for independent."
        ).format(**words)
    return _(
        "{one} and {other} print the same text; the analyst takes them for independent: {reason}"
    ).format(**words)
