"""A dossier built line by line, as an analyst would tell it."""

from dataclasses import replace
from datetime import UTC, datetime

from caseboard.model.case import Case
from caseboard.model.claim import Claim, Dispute, Relay, Report
from caseboard.model.clip import Anchor, Clip
from caseboard.model.collection import Syndication
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Position, Source, Unit
from caseboard.model.terms import AnchorKind, ClipKind, DisputeStatus, Method, Stance

CAPTURED = datetime(2024, 11, 14, 12, tzinfo=UTC)
ROWS = (
    "clips", "anchors", "sources", "claims", "reports", "relays", "disputes",
    "locations", "units", "positions", "syndications",
)  # fmt: skip


class Casework:
    """Collects rows; `dossier` hands them out. Rows are named by what they are called."""

    def __init__(self):
        self.rows = {name: [] for name in ROWS}
        self._seen = set()

    def source(self, name):
        if ("source", name) not in self._seen:
            self._seen.add(("source", name))
            self.rows["sources"].append(Source(id=name, name=name))
        return name

    def clip(self, ref, outlet=None, *, text="", published=None):
        self.rows["clips"].append(
            Clip(
                id=ref,
                case_id="case",
                ref=f"KUP-2024-11-{ref}",
                kind=ClipKind.ARTICLE,
                title=f"Title of {ref}",
                source_id=self.source(outlet) if outlet else None,
                published=published,
                captured=CAPTURED,
                text=text,
                method=Method.PASTE,
                tool="test",
            )
        )
        self.rows["anchors"].append(
            Anchor(id=f"at {ref}", clip_id=ref, kind=AnchorKind.TEXT, exact="x", start=0, end=1)
        )
        self._seen.add(("clip", ref))

    def claim(self, ref, statement="It happened.", event_time=""):
        self.rows["claims"].append(
            Claim(
                id=ref,
                case_id="case",
                ref=f"KUP-2024-11-{ref}",
                statement=statement,
                event_time=event_time,
                first_report_id="any",
            )
        )

    def report(self, claim, clip, claimant, via=(), stance=Stance.SUPPORTS, said_when=""):
        if ("clip", clip) not in self._seen:
            self.clip(clip)
        number = len(self.rows["reports"])
        self.rows["reports"].append(
            Report(
                id=f"r{number}",
                claim_id=claim,
                anchor_id=f"at {clip}",
                stance=stance,
                claimant_id=self.source(claimant),
                said_when=said_when,
            )
        )
        for ordinal, relay in enumerate(via):
            self.rows["relays"].append(
                Relay(
                    id=f"r{number}.{ordinal}",
                    report_id=f"r{number}",
                    source_id=self.source(relay),
                    ordinal=ordinal,
                )
            )

    def dispute(self, one, other, status=DisputeStatus.OPEN):
        self.rows["disputes"].append(
            Dispute(
                id=f"{one} against {other}",
                case_id="case",
                claim_a_id=one,
                claim_b_id=other,
                status=status,
            )
        )

    def judge(self, one, other, *, same, reason=""):
        """Say that two clips print one copy, or that they do not."""
        first, second = sorted([one, other])
        self.rows["syndications"].append(
            Syndication(
                id=f"{first} and {second}",
                case_id="case",
                clip_a_id=first,
                clip_b_id=second,
                is_same_origin=same,
                reason=reason,
            )
        )

    def position(self, unit, place, interval, clip):
        self.rows["units"].append(Unit(id=unit, name=unit))
        self.rows["locations"].append(Location(id=place, name=place))
        self.rows["positions"].append(
            Position(
                id=f"{unit} at {place}",
                case_id="case",
                unit_id=unit,
                location_id=place,
                interval=interval,
                anchor_id=f"at {clip}",
            )
        )

    @property
    def dossier(self):
        return Dossier(
            case=Case(id="case", ref="KUP-2024-11", title="Kupiansk", created=CAPTURED),
            journal_seq=1,
            journal_head="",
            as_of=CAPTURED,
            **{name: tuple(rows) for name, rows in self.rows.items()},
        )

    def shuffled(self, random):
        """The same dossier, every list of it in another order."""
        mixed = {name: random.sample(rows, len(rows)) for name, rows in self.rows.items()}
        return replace(self.dossier, **mixed)
