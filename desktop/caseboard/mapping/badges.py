"""Which mark a cluster has, and what a pointer over it is told."""

from caseboard.i18n import _, ngettext
from caseboard.mapping import unit_badge
from caseboard.mapping.badge import Badge
from caseboard.mapping.claim_badge import SIGNS, ClaimBadge
from caseboard.mapping.clusters import Cluster
from caseboard.mapping.look import Look
from caseboard.mapping.photo_badge import PhotoBadge
from caseboard.mapping.place_badge import PlaceBadge
from caseboard.mapping.symbol_picture import Symbols
from caseboard.mapping.unit_badge import UnitBadge
from caseboard.model.spots import Spot, SpotKind
from caseboard.model.terms import ClaimStatus

_TOLD = 4
"""Lines that a tip has before it only counts."""


def of(cluster: Cluster, look: Look, symbols: Symbols | None, *, is_chosen: bool) -> Badge:
    """The badge of a cluster, by the kind of what is in it."""
    match cluster.first.key.kind:
        case SpotKind.PLACE:
            return PlaceBadge(cluster, look, is_chosen)
        case SpotKind.CLAIM:
            return ClaimBadge(cluster, look, is_chosen)
        case SpotKind.PHOTO:
            return PhotoBadge(cluster, look, is_chosen)
        case SpotKind.POSITION:
            sidc = cluster.first.sidc
            picture = symbols.picture(sidc, unit_badge.HEIGHT) if symbols and sidc else None
            return UnitBadge(cluster, look, is_chosen, picture)


def tip(cluster: Cluster) -> str:
    """What a pointer over it is told: a line for each spot, the first few of them."""
    lines = [_line(spot) for spot in cluster.spots[:_TOLD]]
    if len(cluster.spots) > _TOLD:
        more = len(cluster.spots) - _TOLD
        lines.append(ngettext("and {n} more", "and {n} more", more))
    return "\n".join(lines)


def _line(spot: Spot) -> str:
    if spot.key.kind is SpotKind.PLACE:
        mentions = ngettext("{n} mention", "{n} mentions", spot.count)
        return _("{name} · {what}").format(name=spot.label, what=mentions)
    if spot.key.kind is SpotKind.CLAIM:
        return f"{SIGNS[spot.status or ClaimStatus.OPEN]} {spot.label}"
    return spot.label
