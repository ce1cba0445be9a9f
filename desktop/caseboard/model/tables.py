"""Every table, by name: importing this module registers them all."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlmodel import SQLModel

from caseboard.model.case import Case
from caseboard.model.change import ChangeSet
from caseboard.model.claim import (
    Claim,
    ClaimLocation,
    ClaimUnit,
    Dispute,
    Quantity,
    Relay,
    Report,
)
from caseboard.model.clip import Anchor, Clip, ClipFile, Tag
from caseboard.model.collection import Collection, Syndication
from caseboard.model.entities import Location, Person, Position, Source, Unit
from caseboard.model.inquiry import Consistency, Evidence, Gap, Hypothesis, Inquiry
from caseboard.model.proposing import ProposalRun, Proposed, ProposedMention, Rejection
from caseboard.model.work import Briefing, BriefingExport, Georeference, Layer, Note

JOURNALLED: Mapping[str, type[SQLModel]] = MappingProxyType(
    {
        str(model.__tablename__): model
        for model in (
            Case,
            Source,
            Location,
            Unit,
            Person,
            Clip,
            ClipFile,
            Collection,
            Syndication,
            Anchor,
            Tag,
            Position,
            Claim,
            ClaimLocation,
            ClaimUnit,
            Report,
            Relay,
            Quantity,
            Dispute,
            Inquiry,
            Evidence,
            Hypothesis,
            Consistency,
            Gap,
            Note,
            Georeference,
            Layer,
            Briefing,
            BriefingExport,
            Rejection,
        )
    }
)
"""The tables whose every change the journal records."""

DERIVED: tuple[type[SQLModel], ...] = (Proposed, ProposedMention, ProposalRun)
"""Tables that can be worked out again from the others: in no journal."""

JOURNAL = ChangeSet
