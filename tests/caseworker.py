"""A small case made by commands, for tests of what stands on it."""

from datetime import UTC, datetime

from caseboard.capture.reading import Reading
from caseboard.commands.anchoring import TextPlace
from caseboard.commands.cases import NewCase
from caseboard.commands.claims import AddClaim, AddDispute, ReportDraft
from caseboard.commands.clips import AddClips, FillClip, KeptClip, KeptFile
from caseboard.commands.sources import Named
from caseboard.commands.tags import AddTag
from caseboard.model.entities import Location
from caseboard.model.terms import ClipKind, DiffersOn, FileRole, Method, SourceKind, Stance

TEXT = "All assaults on Куп'янськ were stopped, the staff said. Two columns got in, the map said."
BYTES = TEXT.encode()
NOON = datetime(2024, 11, 14, 12, 0, tzinfo=UTC)


class Casework:
    """Does an analyst's work on one library and remembers what came of it."""

    def __init__(self, library, history):
        self.library = library
        self.history = history
        self.case = None

    async def open(self, title="Kupiansk approach"):
        self.case = await self.history.run(NewCase(title))
        return self.case

    async def clip(self, data=BYTES, text=TEXT, title="Two accounts"):
        """One text clip, read; returns its id."""
        stored = self.library.files.add(data)
        file = KeptFile(stored, "note.txt", "text/plain", FileRole.ORIGINAL)
        kept = KeptClip(ClipKind.TEXT, title, (file,), "", Method.PASTE)
        written = await self.history.record(AddClips(self.case, (kept,), NOON))
        clip_id = written.result[0]
        reading = FillClip(self.case, clip_id, Reading(title=title, text=text))
        await self.history.record(reading, follows=written.change.seq)
        return clip_id

    async def tag(self, clip_id, exact="Куп'янськ", name="Kupiansk"):
        place = Location(name=name, lat=49.71, lon=37.616)
        return await self.history.run(AddTag(self.case, clip_id, self.at(exact), place))

    async def claim(self, clip_id, statement="The attack was repelled", exact="All assaults"):
        return await self.history.run(
            AddClaim(self.case, statement, self.report(clip_id, exact=exact))
        )

    async def dispute(self, claim_a, claim_b):
        command = AddDispute(self.case, claim_a, claim_b, (DiffersOn.ENTRY,))
        return await self.history.run(command)

    def report(self, clip_id, claimant="General Staff", relays=("Ukrinform",), exact="said"):
        return ReportDraft(
            clip_id,
            self.at(exact),
            Stance.SUPPORTS,
            Named(claimant, SourceKind.OFFICIAL),
            tuple(Named(relay, SourceKind.AGENCY) for relay in relays),
        )

    @staticmethod
    def at(exact, text=TEXT):
        start = text.index(exact)
        return TextPlace(start, start + len(exact))

    def read(self, query, *args):
        return self.library.database.read_now(query, *args)
