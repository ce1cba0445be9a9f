"""Which place of a name is meant: the same ranking for texts of every script."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from caseboard.i18n import _
from caseboard.tagging.context import Context
from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.places.containing import WIDE, is_within, population
from caseboard.tagging.places.groups import Group
from caseboard.tagging.places.support import Shares, Support

WEIGHTS: Mapping[str, float] = {
    "people": 5.8,
    "largest_wide": 1.0,
    "country": 0.8,
    "state": -0.4,
    "region": 4.0,
    "county": 4.0,
    "river": 3.0,
    "water": 3.0,
    "raion": 1.0,
    "district": -0.3,
    "capital": 0.3,
    "alias": -1.3,
    "contained": 4.0,
    "in_country": 1.3,
    "in_state": 2.2,
    "near": 1.2,
    "close": 1.4,
    "state_named": 0.6,
    "country_named": 0.4,
    "hinted": 0.9,
    "known": 6.0,
    "largest": 0.3,
}
"""What each feature of a candidate counts for, as logarithms of odds."""
_ROUNDS = 3
_KINDS = {
    EntryKind.COUNTRY: "country",
    EntryKind.STATE: "state",
    EntryKind.REGION: "region",
    EntryKind.CONTINENT: "region",
    EntryKind.COUNTY: "county",
    EntryKind.RIVER: "river",
    EntryKind.WATER: "water",
    EntryKind.RAION: "raion",
    EntryKind.HROMADA: "raion",
    EntryKind.DISTRICT: "district",
}
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place a group may mean: how likely, of all it may mean, and why."""

    entry: Entry
    share: float
    reason: str


def rank(
    groups: Sequence[Group], context: Context, hints: frozenset[str] = frozenset()
) -> Sequence[Sequence[Ranked]]:
    """For each group its candidates, the likeliest first.

    `hints` are countries the text speaks of otherwise: by its language, or of their people.
    """
    features = last_features(groups, context, hints)
    return [
        _ranked(group, rows, _shares(rows)) for group, rows in zip(groups, features, strict=True)
    ]


def last_features(
    groups: Sequence[Group], context: Context, hints: frozenset[str] = frozenset()
) -> Sequence[Sequence[Features]]:
    """The features of every candidate of every group, after each has heard the others."""
    known = {place.gazetteer_id for place in context.places}
    still = [[_alone(entry, group, known, hints) for entry in group.entries] for group in groups]
    support = Support()
    support.add_known(context.places)
    shares = [_shares(rows) for rows in still]
    for group, share in zip(groups, shares, strict=True):
        support.add(group.entries, share, group.weight)
    rows: Sequence[Sequence[Features]] = still
    for _round in range(_ROUNDS):
        rows = []
        for at, group in enumerate(groups):
            support.add(group.entries, shares[at], -group.weight)
            heard = [
                {**alone, **_heard(e, support)}
                for e, alone in zip(group.entries, still[at], strict=True)
            ]
            shares[at] = _shares(heard)
            support.add(group.entries, shares[at], group.weight)
            rows.append(heard)
    return rows


def _alone(entry: Entry, group: Group, known: Iterable[str], hints: frozenset[str]) -> Features:
    features = {"people": math.log10(1 + population(entry)) / 7}
    kind = _KINDS.get(entry.kind)
    if kind:
        features[kind] = 1.0
    if not entry.is_main:
        features["alias"] = 1.0
    if not hints.isdisjoint(entry.country.split(",")):
        features["hinted"] = 1.0
    if entry.is_capital:
        features["capital"] = 1.0
    if entry is group.entries[0]:
        features["largest_wide" if entry.kind in WIDE else "largest"] = 1.0
    if any(is_within(entry, container) for container in group.containers):
        features["contained"] = 1.0
    if entry.id in known:
        features["known"] = 1.0
    return features


def _heard(entry: Entry, support: Support) -> Features:
    return {
        "in_country": support.country(entry),
        "in_state": support.state(entry),
        "near": support.near(entry),
        "close": support.close(entry),
        "state_named": support.state_named(entry),
        "country_named": support.country_named(entry),
    }


def _shares(rows: Sequence[Features]) -> Shares:
    if not rows:
        return []
    scores = [sum(WEIGHTS[name] * value for name, value in row.items()) for row in rows]
    most = max(scores)
    odds = [math.exp(score - most) for score in scores]
    total = sum(odds)
    return [odd / total for odd in odds]


def _ranked(group: Group, rows: Sequence[Features], shares: Shares) -> Sequence[Ranked]:
    best = sorted(zip(shares, group.entries, rows, strict=True), key=lambda row: -row[0])
    return [
        Ranked(entry, share, _reason(entry, features, group)) for share, entry, features in best
    ]


def _reason(entry: Entry, features: Features, group: Group) -> str:
    """The strongest thing that speaks for it, in words."""
    if features.get("known"):
        return _("known in this case")
    if features.get("contained"):
        container = next(c for c in group.containers if is_within(entry, c))
        return _("named with {place}").format(place=container.name)
    if len(group.entries) == 1:
        return _only(entry)
    return _strongest(entry, features)


def _only(entry: Entry) -> str:
    if entry.kind is EntryKind.COUNTRY:
        return _("country")
    return _("the only place of this name that is known")


def _strongest(entry: Entry, features: Features) -> str:
    gains = {
        name: WEIGHTS[name] * features.get(name, 0.0)
        for name in ("people", "in_country", "in_state", "near", "state_named", "country_named")
    }
    if entry.kind is EntryKind.COUNTRY:
        return _("country")
    match max(gains, key=lambda name: gains[name]):
        case "near":
            return _("near other places of the text")
        case "in_state" | "state_named":
            return _("named with {place}").format(place=entry.state or entry.name)
        case "in_country" | "country_named":
            return _("same country as others")
        case _:
            is_capital = entry.is_capital
            return _("capital") if is_capital else _("population")
