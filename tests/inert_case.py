"""A case in which all that can hold text holds lures: markup that asks for a file or an address."""

from caseboard.capture.drop import Drop, Flavour
from caseboard.commands.anchoring import RegionPlace, TextPlace
from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.cases import NewCase
from caseboard.commands.claims import AddClaim, AddDispute, ReportDraft
from caseboard.commands.clips import AddClips, KeptClip, KeptFile
from caseboard.commands.editing import Edit
from caseboard.commands.notes import WriteNote
from caseboard.commands.sources import Named
from caseboard.commands.tags import AddTag, Keyword
from caseboard.model.claim import Claim
from caseboard.model.columns import new_id
from caseboard.model.entities import Location, Person, Source, Unit
from caseboard.model.terms import ClipKind, DiffersOn, FileRole, Method, Stance
from caseboard.store import cases, clips, dossiers
from inert_files import NOWHERE, WORDS, scan
from inert_web import ARTICLE, BEGAN, SHELL


class Analyst:
    """Does an analyst's work with nothing but lures; `folder` is for files that are dropped."""

    def __init__(self, library, history, taking_in, lures, folder):
        self._library, self._history, self._taking_in = library, history, taking_in
        self._lures, self._folder = lures, folder
        self._case = None

    async def work(self):
        """Make the case; returns its id."""
        text = self._lures.text
        command = NewCase(text("case"), text("question"), collector=text("collector"))
        self._case = await self._history.run(command)
        await self._clip()
        await self._mark()
        await self._write()
        return self._case

    async def _clip(self):
        for drop in self._drops():
            await self._taking_in.take(self._case, drop)
        await self._taking_in.settled()
        await self._taking_in.take(self._case, _link(ARTICLE))  # which is another page by now
        await self._taking_in.settled()
        await self._leave_link()

    def _drops(self):
        lures = self._lures
        yield Drop(files=tuple(self._files()))
        yield _dragged("text/html", lures.page(), "text/plain", lures.text("dragged"))
        yield _dragged("text/plain", f"{lures.text('pasted')}\n{WORDS}")
        yield _dragged("text/uri-list", NOWHERE, "text/html", lures.text("link"))
        yield _link(ARTICLE)
        yield _link(SHELL)
        yield Drop((Flavour("image/jpeg", lures.picture(), lures.text("picture")),))

    def _files(self):
        lures, name = self._lures, '<img src="canary.png">'
        contents = {
            f"{name} page.html": lures.page().encode(),
            "drawing.svg": lures.svg().encode(),
            f"{name} report.pdf": lures.pdf(),
            f"{name} scan.pdf": scan(),
            f"{name} letter.docx": lures.docx(),
            f"{name} saved.mhtml": lures.mail(),
            f"{name} list.csv": lures.table().encode(),
            f"{name} bookmarks.html": lures.bookmarks().encode(),
        }
        for each, data in contents.items():
            path = self._folder / each
            path.write_bytes(data)
            yield path

    async def _leave_link(self):
        """A link of which the program was ended before it was fetched."""
        stored = self._library.files.add(f"{NOWHERE}\r\n".encode())
        file = KeptFile(stored, "link.url", "text/uri-list", FileRole.ORIGINAL)
        title = self._lures.text("waiting")
        kept = KeptClip(ClipKind.ARTICLE, title, (file,), f"{NOWHERE}?later", Method.LINK)
        await self._history.record(AddClips(self._case, (kept,), BEGAN))

    async def _mark(self):
        text, read = self._lures.text, self._library.database.read_now
        for clip_id in read(clips.ids, self._case, clips.Order.OLDEST):
            view = read(clips.view, clip_id)
            place = _place(view)
            if place is None:
                continue
            for target in _targets(text):
                await self._history.run(AddTag(self._case, clip_id, place, target, text("tagger")))
            await self._claims(clip_id, place)
            note = self._lures.markdown("note on a passage")
            await self._history.run(WriteNote(self._case, new_id(), note, clip_id, place))

    async def _claims(self, clip_id, place):
        text, made = self._lures.text, []
        for number, stance in enumerate((Stance.SUPPORTS, Stance.CONTRADICTS)):
            report = ReportDraft(
                clip_id,
                place,
                stance,
                Named(text(f"claimant {number}")),
                (Named(text("relay")),),
                text("verb"),
                "2024-11-13",
            )
            command = AddClaim(self._case, text(f"claim {number}"), report, "2024-11-13")
            made.append(await self._history.run(command))
            fields = {"assessment": text("assessment"), "confidence_basis": text("basis")}
            await self._history.run(Edit(Claim, made[-1], fields, text("label"), self._case))
        await self._history.run(AddDispute(self._case, *made, (DiffersOn.ENTRY,), text("both")))

    async def _write(self):
        text, read = self._lures.text, self._library.database.read_now
        note = self._lures.markdown("note on the case")
        await self._history.run(WriteNote(self._case, new_id(), note))
        for source in read(dossiers.read, self._case).sources:
            fields = {"reliability_reason": text("reason"), "aliases": [text("alias")]}
            await self._history.run(Edit(Source, source.id, fields, text("label"), self._case))
        briefing = draft(read(cases.by_id, self._case))
        briefing.title, briefing.bottom_line = text("briefing"), self._lures.markdown("bottom")
        briefing.judgements, briefing.author = [text("judgement")], text("briefer")
        await self._history.run(SaveBriefing(briefing))


def _link(address):
    return Drop((Flavour("text/uri-list", f"{address}\r\n".encode()),), method=Method.LINK)


def _dragged(*pairs):
    kinds, held = pairs[::2], pairs[1::2]
    flavours = (Flavour(kind, data.encode()) for kind, data in zip(kinds, held, strict=True))
    return Drop(tuple(flavours), method=Method.PASTE)


def _place(view):
    """Somewhere in a clip that can be tagged: its words, or a corner of its picture."""
    if WORDS in view.clip.text:
        start = view.clip.text.index(WORDS)
        return TextPlace(start, start + len(WORDS))
    if view.clip.kind is ClipKind.IMAGE:
        return RegionPlace(view.files[0].id, 0.1, 0.1, 0.3, 0.3)
    return None


def _targets(text):
    yield Location(name=text("place"), aliases=[text("alias")], lat=49.7, lon=37.6)
    yield Unit(name=text("unit"), designation=text("designation"))
    yield Person(name=text("person"), role=text("role"))
    yield Keyword(text("keyword"))
