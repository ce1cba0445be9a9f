"""A case and a briefing as they were when a version of it was exported, read from the journal."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar

from sqlalchemy import ColumnElement
from sqlmodel import Session, SQLModel, col, select

from caseboard.model.case import Case
from caseboard.model.claim import Claim, Dispute, Relay, Report
from caseboard.model.clip import Anchor, Clip
from caseboard.model.collection import Syndication
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Source
from caseboard.model.ids import CaseId
from caseboard.model.inquiry import Consistency, Evidence, Gap, Hypothesis, Inquiry
from caseboard.model.net_change import NetChange, Since
from caseboard.model.work import Briefing, BriefingExport, Layer
from caseboard.store import net_changes
from caseboard.store.columns import column, table_of
from caseboard.store.values import Row, row_from_json

M = TypeVar("M", bound=SQLModel)

_MODELS: tuple[type[SQLModel], ...] = (
    *(Case, Briefing, Source, Clip, Anchor, Claim, Report, Relay, Dispute, Syndication),
    *(Inquiry, Evidence, Hypothesis, Consistency, Gap, Layer),
)
_TABLES = frozenset(str(model.__tablename__) for model in _MODELS)


def read(session: Session, now: Dossier, briefing: Briefing, export: BriefingExport) -> Since:
    """The case of `now`, and `briefing`, as they were when `export` was made."""
    past = _Past(session, net_changes.of(session, _TABLES, export.journal_seq))
    written = past.of(Briefing, col(Briefing.id) == briefing.id, "id", {briefing.id})
    before = _dossier(past, now, export)
    return Since(
        export.version,
        export.exported,
        before,
        written[0] if written else briefing,
        _gone_since(session, before),
    )


class _Past:
    """Rows with what the journal says of them taken back."""

    def __init__(self, session: Session, changes: Iterable[NetChange]) -> None:
        self._session = session
        self._changes: defaultdict[str, dict[str, NetChange]] = defaultdict(dict)
        for change in changes:
            self._changes[change.table][change.row_id] = change

    def of(
        self, model: type[M], where: ColumnElement[bool], owner: str, owners: Collection[str]
    ) -> list[M]:
        """The rows that were living then, by id.

        `where` finds those there still are, `owner` and `owners` those that are gone.
        """
        changes = self._changes[str(model.__tablename__)]
        found = [
            _before(model, row.model_dump(), changes[key].before) if key in changes else row
            for row in self._session.exec(select(model).where(where).order_by(column(model, "id")))
            if (key := _id(row)) not in changes or changes[key].before is not None
        ]
        found += _gone(model, changes, lambda row: row.get(owner) in owners)
        living = (row for row in found if getattr(row, "deleted", None) is None)
        return sorted(living, key=_id)


def _dossier(past: _Past, now: Dossier, export: BriefingExport) -> Dossier:
    case = {now.case.id}

    def of_case(model: type[M]) -> list[M]:
        return past.of(model, column(model, "case_id").in_(case), "case_id", case)

    def of_owners(model: type[M], owner: str, owners: Iterable[SQLModel]) -> list[M]:
        ids = {_id(row) for row in owners}
        return past.of(model, column(model, owner).in_(ids), owner, ids)

    clips, claims, inquiries = of_case(Clip), of_case(Claim), of_case(Inquiry)
    reports = of_owners(Report, "claim_id", claims)
    relays = of_owners(Relay, "report_id", reports)
    hypotheses = of_owners(Hypothesis, "inquiry_id", inquiries)
    named = {report.claimant_id for report in reports} | {relay.source_id for relay in relays}
    named |= {clip.source_id for clip in clips if clip.source_id}
    row = past.of(Case, col(Case.id) == now.case.id, "id", case)
    return Dossier(
        row[0] if row else now.case,
        export.journal_seq,
        export.journal_head,
        export.exported,
        clips=sorted(clips, key=lambda clip: clip.ref),
        anchors=of_owners(Anchor, "clip_id", clips),
        sources=past.of(Source, col(Source.id).in_(named), "id", named),
        claims=claims,
        reports=reports,
        relays=relays,
        disputes=of_case(Dispute),
        syndications=of_case(Syndication),
        inquiries=inquiries,
        inquiry_evidence=of_owners(Evidence, "inquiry_id", inquiries),
        hypotheses=sorted(hypotheses, key=lambda each: (each.ordinal, each.id)),
        consistencies=of_owners(Consistency, "hypothesis_id", hypotheses),
        gaps=of_case(Gap),
        layers=sorted(of_case(Layer), key=lambda layer: (layer.ordinal, layer.id)),
    )


def _gone_since(session: Session, before: Dossier) -> frozenset[str]:
    case_id = before.case.id
    kinds: tuple[tuple[type[SQLModel], Iterable[SQLModel]], ...] = (
        (Clip, before.clips),
        (Claim, before.claims),
        (Dispute, before.disputes),
        (Gap, before.gaps),
        (Hypothesis, before.hypotheses),
        (Layer, before.layers),
    )
    return frozenset(
        gone
        for model, rows in kinds
        for gone in {_id(row) for row in rows} - _living(session, model, case_id)
    )


def _living(session: Session, model: type[SQLModel], case_id: CaseId) -> set[str]:
    ids = select(column(model, "id")).where(
        column(model, "case_id") == case_id, column(model, "deleted").is_(None)
    )
    return set(session.exec(ids))


def _gone(
    model: type[M], changes: Mapping[str, NetChange], is_wanted: Callable[[Row], bool]
) -> list[M]:
    """Rows that were there and have been taken out altogether, as by an undo."""
    return [
        _before(model, {}, change.before)
        for change in changes.values()
        if change.after is None and change.before is not None and is_wanted(dict(change.before))
    ]


def _before(model: type[M], now: Row, before: Mapping[str, object] | None) -> M:
    """A row as it was: never one that a session holds. Columns there are no more are left out."""
    table = table_of(model)
    known = {name: value for name, value in (before or {}).items() if name in table.c}
    return model(**{**now, **row_from_json(table, known)})


def _id(row: SQLModel) -> str:
    return str(getattr(row, "id"))  # noqa: B009  every such table has one
