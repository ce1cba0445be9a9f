"""The sample case: made by the same commands an analyst's work is made of."""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from caseboard.capture.drop import Drop
from caseboard.commands.anchoring import Place, RegionPlace, TextPlace
from caseboard.commands.briefings import SaveBriefing
from caseboard.commands.cases import NewCase
from caseboard.commands.claims import AddClaim, AddDispute, AddReport, ReportDraft
from caseboard.commands.editing import Edit
from caseboard.commands.entities import AddEntity
from caseboard.commands.gaps import AddGap
from caseboard.commands.georeferencing import SaveGeoreference, save
from caseboard.commands.history import History
from caseboard.commands.inquiries import OpenInquiry
from caseboard.commands.layers import LayerFacts
from caseboard.commands.notes import WriteNote
from caseboard.commands.positions import AddPosition
from caseboard.commands.quantities import QuantityDraft
from caseboard.commands.rating import RateFit, RateFits
from caseboard.commands.tags import AddTag, Keyword, Known, Target
from caseboard.commands.taking_in import TakingIn
from caseboard.commands.tracing import TraceArea, trace
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping.georeferencing import ControlPoint
from caseboard.model.claim import Claim
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.columns import new_id
from caseboard.model.entities import Location, Person, Source, Unit
from caseboard.model.ids import CaseId, ClaimId, ClipId, NoteId
from caseboard.model.terms import (
    Confidence,
    Credibility,
    DiffersOn,
    Fit,
    GeoreferenceKind,
    Ladder,
    Marking,
    Measure,
    Method,
    QuantityKind,
    Reuse,
    Stance,
)
from caseboard.model.work import Briefing
from caseboard.paths import resources
from caseboard.store import cases, clips, gaps, inquiries
from caseboard.store.library import Library

Entry = Mapping[str, Any]

KINDS: dict[str, type[Location | Unit | Person | Source]] = {
    "sources": Source,
    "locations": Location,
    "units": Unit,
    "people": Person,
}
REFERENCES: dict[str, type[Location | Unit | Person]] = {
    "location": Location,
    "unit": Unit,
    "person": Person,
}


async def build(library: Library, history: History, taking_in: TakingIn) -> CaseId:
    """Add the sample case and return its id; opening it a second time gives the first again."""
    folder = resources() / "sample"
    text = await asyncio.to_thread((folder / "case.json").read_text, "utf-8")
    return await _Builder(json.loads(text), folder, library, history, taking_in).build()


class _Builder:
    """Walks `case.json`, remembering what each key has become."""

    def __init__(
        self,
        entries: Entry,
        folder: Path,
        library: Library,
        history: History,
        taking_in: TakingIn,
    ) -> None:
        self._entries = entries
        self._folder = folder
        self._library = library
        self._history = history
        self._taking_in = taking_in
        self._ids: dict[str, Any] = {}
        self._names: dict[str, str] = {}
        self._views: dict[str, clips.ClipView] = {}
        self._case_id = CaseId("")

    async def build(self) -> CaseId:
        wanted = self._entries["case"]
        known = await self._library.database.read(cases.by_ref, wanted["ref"])
        if known and known.title == wanted["title"]:
            return known.id
        await self._open(wanted, is_free=known is None)
        parts = (
            self._entities,
            self._clips,
            self._tags,
            self._claims,
            self._clashes,
            self._inquiries,
            self._gaps,
            self._ground,
            self._rest,
        )
        for part in parts:
            await part()
        return self._case_id

    async def _open(self, wanted: Entry, *, is_free: bool) -> None:
        self._case_id = await self._history.run(
            NewCase(
                wanted["title"],
                wanted["question"],
                Marking(wanted["marking"]),
                Ladder(wanted["ladder"]),
                wanted["collector"],
                wanted["ref"] if is_free else "",
            )
        )

    async def _entities(self) -> None:
        for name, model in KINDS.items():
            for entry in self._entries[name]:
                fields = {
                    key: value for key, value in entry.items() if key not in {"key", "parent"}
                }
                entity = model.model_validate(fields)
                if "parent" in entry:
                    entity.parent_id = self._ids[entry["parent"]]
                self._names[entry["key"]] = entity.name
                self._ids[entry["key"]] = await self._history.run(AddEntity(self._case_id, entity))

    async def _clips(self) -> None:
        for entry in self._entries["clips"]:
            drop = Drop(files=(self._folder / entry["file"],), method=Method(entry["method"]))
            taken = await self._taking_in.take(self._case_id, drop)
            self._ids[entry["key"]] = taken.clip_ids[0]
        await self._taking_in.settled()
        for entry in self._entries["clips"]:
            await self._correct(entry)

    async def _correct(self, entry: Entry) -> None:
        clip_id: ClipId = self._ids[entry["key"]]
        given = ("title", "author", "published", "credit")
        changes = {"source_id": self._ids[entry["source"]]}
        changes |= {name: entry[name] for name in given if name in entry}
        changes |= {"reuse": Reuse(entry.get("reuse", Reuse.UNKNOWN))}
        await self._history.run(Edit(Clip, clip_id, changes, _("Edit clip"), self._case_id))
        view = await self._library.database.read(clips.view, clip_id)
        if view is None:
            raise CaseError(_("The sample case could not be read."))
        self._views[entry["key"]] = view

    async def _tags(self) -> None:
        for entry in self._entries["tags"]:
            clip_id, place = self._place(entry["at"])
            await self._history.run(AddTag(self._case_id, clip_id, place, self._target(entry)))

    def _target(self, entry: Entry) -> Target:
        if "keyword" in entry:
            return Keyword(entry["keyword"])
        name = next(name for name in REFERENCES if name in entry)
        key = entry[name]
        return Known(REFERENCES[name], self._ids[key], self._names[key])

    async def _claims(self) -> None:
        for entry in self._entries["claims"]:
            first, *others = (self._report(report) for report in entry["reports"])
            claim_id = await self._history.run(
                AddClaim(
                    self._case_id,
                    entry["statement"],
                    first,
                    entry["event_time"],
                    tuple(self._ids[key] for key in entry["locations"]),
                    tuple(self._ids[key] for key in entry["units"]),
                )
            )
            self._ids[entry["key"]] = claim_id
            for report in others:
                await self._history.run(AddReport(self._case_id, claim_id, report))
            await self._assess(claim_id, entry)

    async def _assess(self, claim_id: ClaimId, entry: Entry) -> None:
        changes = {
            "band": entry["band"],
            "confidence": Confidence(entry["confidence"]),
            "confidence_basis": entry["confidence_basis"],
            "assessment": entry["assessment"],
        }
        await self._history.run(Edit(Claim, claim_id, changes, _("Assess claim"), self._case_id))

    async def _clashes(self) -> None:
        for entry in self._entries["disputes"]:
            self._ids[entry["key"]] = await self._history.run(
                AddDispute(
                    self._case_id,
                    self._ids[entry["claim_a"]],
                    self._ids[entry["claim_b"]],
                    tuple(DiffersOn(on) for on in entry["differs_on"]),
                    *(
                        entry[text]
                        for text in ("both_could_hold", "implies_a", "implies_b", "reading")
                    ),
                )
            )

    async def _inquiries(self) -> None:
        for entry in self._entries["inquiries"]:
            rows = tuple(self._ids[key] for key in entry["claims"])
            columns = tuple(entry["hypotheses"])
            opened = OpenInquiry(self._case_id, entry["question"], columns, rows)
            inquiry_id = await self._history.run(opened)
            made = await self._library.database.read(inquiries.hypotheses_of, inquiry_id)
            cells = (
                RateFit(self._case_id, made[column].id, self._ids[key], Fit(fit), reason)
                for key, column, fit, reason in entry["fits"]
            )
            await self._history.run(RateFits(self._case_id, tuple(cells)))

    async def _gaps(self) -> None:
        for entry in self._entries["gaps"]:
            target = gaps.Target(entry["about"], self._ids[entry["key"]])
            await self._history.run(
                AddGap(self._case_id, entry["question"], entry["changes"], target, entry["due"])
            )

    async def _ground(self) -> None:
        """Place pictures of maps, and trace what they show."""
        for entry in self._entries["georeferences"]:
            file = self._original(entry["clip"])
            points = tuple(self._point(point) for point in entry["points"])
            kind, label = GeoreferenceKind(entry["kind"]), _("Place picture on the ground")
            wanted = SaveGeoreference(self._case_id, file.id, kind, points, label)
            self._ids[entry["key"]] = await save(self._library, self._history, wanted)
        given = ("name", "as_of", "published", "estimated", "attribution")
        for entry in self._entries["layers"]:
            outline = tuple((x, y) for x, y in entry["outline"])
            facts = LayerFacts(
                **{name: entry[name] for name in given}, source_id=self._ids[entry["source"]]
            )
            area = TraceArea(self._case_id, self._ids[entry["georeference"]], outline, facts)
            await trace(self._library, self._history, area)

    def _point(self, entry: Entry) -> ControlPoint:
        fields = {name: value for name, value in entry.items() if name != "location"}
        return ControlPoint(**fields, location_id=self._ids.get(entry.get("location", ""), ""))

    async def _rest(self) -> None:
        for entry in self._entries["positions"]:
            clip_id, place = self._place(entry["at"])
            unit, location = self._ids[entry["unit"]], self._ids[entry["location"]]
            given = {name: entry[name] for name in ("bearing", "precision_m") if name in entry}
            position = AddPosition(
                self._case_id, unit, location, clip_id, place, entry["interval"], **given
            )
            await self._history.run(position)
        for entry in self._entries["notes"]:
            text = await asyncio.to_thread((self._folder / entry["file"]).read_text, "utf-8")
            about = self._ids[entry["clip"]] if entry["clip"] else None
            await self._history.run(WriteNote(self._case_id, NoteId(new_id()), text, about))
        briefing = Briefing.model_validate({"case_id": self._case_id, **self._entries["briefing"]})
        await self._history.run(SaveBriefing(briefing))

    def _report(self, entry: Entry) -> ReportDraft:
        clip_id, place = self._place(entry["at"])
        return ReportDraft(
            clip_id,
            place,
            Stance(entry["stance"]),
            self._ids[entry["claimant"]],
            tuple(self._ids[key] for key in entry["relays"]),
            entry["verb"],
            entry["said_when"],
            Credibility(entry["credibility"]),
            entry["credibility_reason"],
            tuple(_quantity(told) for told in entry.get("quantities", ())),
        )

    def _place(self, at: Entry) -> tuple[ClipId, Place]:
        view = self._views[at["clip"]]
        if "exact" in at:
            start = view.clip.text.index(at["prefix"] + at["exact"]) + len(at["prefix"])
            return view.clip.id, TextPlace(start, start + len(at["exact"]))
        original = self._original(at["clip"])
        return view.clip.id, RegionPlace(original.id, at["x"], at["y"], at["w"], at["h"])

    def _original(self, key: str) -> ClipFile:
        return next(file for file in self._views[key].files if file.role == "original")


def _quantity(told: Entry) -> QuantityDraft:
    return QuantityDraft(
        QuantityKind(told["kind"]),
        told["low"],
        told["high"],
        told["what"],
        Measure(told["measure"]) if "measure" in told else None,
    )
