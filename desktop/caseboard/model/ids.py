"""Ids: UUIDv7 strings, told apart by type. People see refs, never these."""

from typing import NewType

CaseId = NewType("CaseId", str)
ClipId = NewType("ClipId", str)
FileId = NewType("FileId", str)
AnchorId = NewType("AnchorId", str)
TagId = NewType("TagId", str)
LocationId = NewType("LocationId", str)
UnitId = NewType("UnitId", str)
PositionId = NewType("PositionId", str)
PersonId = NewType("PersonId", str)
SourceId = NewType("SourceId", str)
ClaimId = NewType("ClaimId", str)
ReportId = NewType("ReportId", str)
DisputeId = NewType("DisputeId", str)
NoteId = NewType("NoteId", str)
LayerId = NewType("LayerId", str)
BriefingId = NewType("BriefingId", str)
CollectionId = NewType("CollectionId", str)
SyndicationId = NewType("SyndicationId", str)
RejectionId = NewType("RejectionId", str)
