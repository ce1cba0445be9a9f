"""Which place of a name is meant: the same ranking for texts of every script."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from caseboard.tagging.context import Context
from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.places.containing import WIDE, is_within, population
from caseboard.tagging.places.groups import Group
from caseboard.tagging.places.reasons import REASONS, reason
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
    "capital": 2.0,
    "alias": -1.3,
    "alias_beside_main": -1.5,
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
_ROUNDS = 2
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
        _ranked(group, rows, _shares(rows), context)
        for group, rows in zip(groups, features, strict=True)
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
        if any(other.is_main for other in group.entries):
            features["alias_beside_main"] = 1.0
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


def _ranked(
    group: Group, rows: Sequence[Features], shares: Shares, context: Context
) -> Sequence[Ranked]:
    if not rows:
        return []
    best = sorted(zip(shares, group.entries, rows, strict=True), key=lambda row: -row[0])
    usual = {name: sum(row.get(name, 0.0) for row in rows) / len(rows) for name in REASONS}
    return [
        Ranked(entry, share, reason(entry, group, _gains(features, usual), context))
        for share, entry, features in best
    ]


def _gains(features: Features, usual: Features) -> Features:
    """By how much each feature sets a candidate above the others of its name."""
    return {name: WEIGHTS[name] * (features.get(name, 0.0) - usual[name]) for name in REASONS}
