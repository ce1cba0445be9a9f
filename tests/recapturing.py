"""Captures of a page, one after another, for tests of what its versions are."""

from datetime import timedelta

from caseboard.capture.reading import Reading
from caseboard.commands.anchoring import RegionPlace, TextPlace
from caseboard.commands.claims import AddClaim, ReportDraft
from caseboard.commands.clips import AddClips, FillClip, KeptClip, KeptFile
from caseboard.commands.editing import Edit
from caseboard.commands.sources import Named
from caseboard.commands.tags import AddTag, Keyword
from caseboard.commands.versions import MakeVersion
from caseboard.model.clip import Clip
from caseboard.model.entities import Location
from caseboard.model.terms import ClipKind, FileRole, Method, SourceKind, Stance
from caseboard.store import clips
from caseworker import NOON, Casework

URL = "https://daily.example/news/1"
TEXT = (
    "The 14th Brigade held Kupiansk on Thursday, the General Staff said.\n\n"
    "Two columns of armour got into the town's north, a map showed.\n\n"
    "By night Kupiansk was quiet again, its mayor told reporters in Kharkiv."
)


class Recaptures(Casework):
    """Casework with captures of addresses; each comes an hour after the one before."""

    count = 0

    async def capture(self, text=TEXT, url=URL, *, pictures=(), hollow="", read=True):
        """A clip of `url`; `pictures` are pairs of bytes and fingerprint. Returns its id."""
        self.count += 1
        stored = self.library.files.add(f"{self.count} {text}".encode())
        files = [KeptFile(stored, "page.html", "text/html", FileRole.ORIGINAL)]
        for ordinal, (data, fingerprint) in enumerate(pictures):
            kept = self.library.files.add(data)
            files.append(
                KeptFile(
                    kept,
                    f"{ordinal}.jpg",
                    "image/jpeg",
                    FileRole.PICTURE,
                    ordinal=ordinal + 1,
                    fingerprint=fingerprint,
                )
            )
        clip = KeptClip(ClipKind.ARTICLE, f"Capture {self.count}", tuple(files), url, Method.LINK)
        when = NOON + timedelta(hours=self.count)
        written = await self.history.record(AddClips(self.case, (clip,), when))
        clip_id = written.result[0]
        if read:
            reading = Reading(title=f"Capture {self.count}", text=text, hollow=hollow)
            fill = FillClip(self.case, clip_id, reading)
            await self.history.record(fill, follows=written.change.seq)
        return clip_id

    async def recapture(self, earlier, text=TEXT, **more):
        """A capture, tied to the one before; returns its id and what was carried over."""
        clip_id = await self.capture(text, **more)
        return clip_id, await self.history.run(MakeVersion(self.case, clip_id, earlier))

    async def reach(self, clip_id, url):
        """Say where the address of a clip led to."""
        edit = Edit(Clip, clip_id, {"url_reached": url}, "Reach", self.case)
        await self.history.run(edit)

    async def mark(self, clip_id, quote, word="key", text=TEXT):
        """Tag a passage with a keyword."""
        start = text.index(quote)
        place = TextPlace(start, start + len(quote))
        return await self.history.run(AddTag(self.case, clip_id, place, Keyword(word)))

    async def tag_place(self, clip_id, quote, text=TEXT):
        """Tag a passage as a location of that name."""
        start = text.index(quote)
        place = TextPlace(start, start + len(quote))
        location = Location(name=quote, lat=49.7, lon=37.6)
        return await self.history.run(AddTag(self.case, clip_id, place, location))

    async def mark_region(self, clip_id, ordinal=1, word="tank"):
        """Tag a region of a picture with a keyword."""
        file = next(f for f in self.view(clip_id).files if f.ordinal == ordinal)
        place = RegionPlace(file.id, 0.25, 0.5, 0.125, 0.25)
        return await self.history.run(AddTag(self.case, clip_id, place, Keyword(word)))

    async def claim_on(self, clip_id, quote, statement="They got in", text=TEXT):
        """A claim that rests on a passage."""
        start = text.index(quote)
        place, by = TextPlace(start, start + len(quote)), Named("Map", SourceKind.OFFICIAL)
        draft = ReportDraft(clip_id, place, Stance.SUPPORTS, by)
        return await self.history.run(AddClaim(self.case, statement, draft))

    def view(self, clip_id):
        return self.read(clips.view, clip_id)

    def marked(self, clip_id):
        """Keyword and passage of every tag, in the order of the text."""
        view = self.view(clip_id)
        anchors = {anchor.id: anchor for anchor in view.anchors}
        tagged = [(anchors[tag.anchor_id], tag) for tag in view.tags]
        return [
            (tag.keyword, anchor.exact)
            for anchor, tag in sorted(tagged, key=lambda pair: pair[0].start or 0)
        ]
