"""A case with something of every kind to show on a map, for tests of what draws or reads it."""

from caseboard.capture.reading import Reading
from caseboard.commands.claims import AddClaim
from caseboard.commands.clips import AddClips, FillClip, KeptClip, KeptFile
from caseboard.commands.entities import AddEntity
from caseboard.commands.positions import AddPosition
from caseboard.commands.tags import AddTag, Known
from caseboard.model.entities import Location, Unit
from caseboard.model.terms import ClipKind, FileRole, LocationKind, Method
from caseworker import NOON
from recapturing import Recaptures

SHOT = {
    "lat": 49.7223,
    "lon": 37.6404,
    "precision_m": 12.0,
    "GPS ImgDirection": "90.0° from true north",
    "EXIF DateTimeOriginal": "2024:11:13 08:00:00",
    "EXIF OffsetTimeOriginal": "+02:00",
}


class Spotwork(Recaptures):
    """Casework with places, units that stand somewhere, and photos that say where."""

    async def place(self, name, lat, lon, **more):
        """A location; returns its id."""
        place = Location(name=name, lat=lat, lon=lon, **{"precision_m": 3000.0, **more})
        return await self.history.run(AddEntity(self.case, place))

    async def tag_known(self, clip_id, exact, place_id, name="Kupiansk"):
        known = Known(Location, place_id, name)
        return await self.history.run(AddTag(self.case, clip_id, self.at(exact), known))

    async def claim_at(self, clip_id, statement, *place_ids, when="2024-11-13", **more):
        """A claim about places; returns its id."""
        draft = self.report(clip_id, **more)
        return await self.history.run(AddClaim(self.case, statement, draft, when, place_ids))

    async def unit_at(self, clip_id, name, place_id, interval="", **more):
        """A unit at a place; returns the ids of the unit and of the position."""
        unit_id = await self.history.run(AddEntity(self.case, Unit(name=name, **more)))
        position = AddPosition(self.case, unit_id, place_id, clip_id, self.at("said"), interval)
        return unit_id, await self.history.run(position)

    async def photo(self, data=b"\xff\xd8 a photo", **said):
        """A clip of one picture that says where it was taken; returns the clip's id."""
        stored = self.library.files.add(data)
        meta = {**SHOT, **said}
        file = KeptFile(stored, "photo.jpg", "image/jpeg", FileRole.ORIGINAL, meta=meta)
        kept = KeptClip(ClipKind.IMAGE, "A photo", (file,), "", Method.FILE)
        written = await self.history.record(AddClips(self.case, (kept,), NOON))
        clip_id = written.result[0]
        # What a picture says of itself is read anew when the clip is filled.
        place = (meta["lat"], meta["lon"])
        texts = {key: value for key, value in meta.items() if isinstance(value, str)}
        reading = Reading(
            title="A photo", place=place, place_precision=meta["precision_m"], metadata=texts
        )
        fill = FillClip(self.case, clip_id, reading)
        await self.history.record(fill, follows=written.change.seq)
        return clip_id

    async def fill(self):
        """A case with one or two of everything; the ids are attributes."""
        await self.open()
        self.clip_id = await self.clip()
        self.kupiansk = await self.place(
            "Kupiansk", 49.71, 37.6158, aliases=["Куп’янськ", "Купянск"], gazetteer_id="703656"
        )
        self.oskil = await self.place("Petropavlivka", 49.7205, 37.709, precision_m=9000.0)
        self.unplaced = await self.place("Somewhere", None, None, precision_m=None)
        self.kharkiv = await self.place(
            "Kharkiv Oblast", 49.6, 36.6, kind=LocationKind.REGION, precision_m=100_000.0
        )
        await self.tag_known(self.clip_id, "Куп'янськ", self.kupiansk)
        await self.tag_known(self.clip_id, "Two columns", self.oskil, "Petropavlivka")
        await self.tag_known(self.clip_id, "the map", self.unplaced, "Somewhere")
        self.claim_id = await self.claim_at(
            self.clip_id, "The attack was repelled", self.kupiansk, self.oskil
        )
        self.later_id = await self.claim_at(
            self.clip_id, "Two columns got in", self.kupiansk, when="2024-11-14", exact="columns"
        )
        self.unit_id, self.position_id = await self.unit_at(
            self.clip_id, "Khartia Brigade", self.kupiansk, "2024-11-10/2024-11-13",
            sidc="10031000181211000000", designation="Khartia",
        )  # fmt: skip
        self.photo_clip_id = await self.photo()
        return self.case
