"""A case in which all that can hold text holds lures: markup that asks for a file or an address."""

import html
import io
import json
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from caseboard.capture.drop import Drop, Flavour
from caseboard.commands.anchoring import RegionPlace, TextPlace
from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.cases import NewCase
from caseboard.commands.claims import AddClaim, AddDispute, ReportDraft
from caseboard.commands.editing import Edit
from caseboard.commands.notes import WriteNote
from caseboard.commands.sources import Named
from caseboard.commands.tags import AddTag, Keyword
from caseboard.model.claim import Claim
from caseboard.model.columns import new_id
from caseboard.model.entities import Location, Person, Source, Unit
from caseboard.model.terms import ClipKind, DiffersOn, Method, Stance
from caseboard.store import cases, clips, dossiers

NOWHERE = "http://127.0.0.1:9/beacon.png"
"""Nobody listens there; the attempt is what counts."""
WORDS = "Two columns came down the northern road."


@dataclass(frozen=True)
class Lures:
    """Markup around one canary: a picture that nothing shown has any reason to open."""

    canary: Path

    @property
    def tags(self):
        """What rich text would load at once; a file by its address, its path, its name."""
        file = self.canary
        places = (file.as_uri(), str(file), file.name, NOWHERE)
        return "".join(f'<img src="{place}">' for place in places)

    def text(self, where):
        """A line for the field called `where`."""
        return f"{self.tags} {where}"

    def markdown(self, where):
        """The same as Markdown, beside the markup."""
        file = self.canary
        pictures = f"![a]({file.as_uri()}) ![b]({file}) ![c]({NOWHERE})"
        return f"{self.text(where)}\n\n{pictures}\n\n[link]({file.as_uri()}) [[E001]]"

    def page(self):
        """A page that tries every way there is to load something."""
        file, title = self.canary.as_uri(), html.escape(self.text("page title"))
        said = {"@type": "NewsArticle", "headline": self.text("headline"), "image": file}
        said["author"] = {"@type": "Person", "name": self.text("page author")}
        svg = f'<svg><image xlink:href="{file}" href="{NOWHERE}"/></svg>'
        media = f'<video poster="{file}" src="{NOWHERE}"></video><embed src="{file}">'
        frames = f'<iframe src="{file}"></iframe><object data="{NOWHERE}"></object>'
        sets = f'<picture><source srcset="{file}"><img srcset="{NOWHERE}" src="{file}"></picture>'
        figure = f'<figure><img src="{file}" alt="{title}"><figcaption>{title} caption (A/B)'
        return f"""<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>
<base href="{self.canary.parent.as_uri()}/"><meta http-equiv="refresh" content="0;url={file}">
<meta property="og:site_name" content="{title}"><meta property="og:title" content="{title}">
<meta property="og:image" content="{file}"><link rel="stylesheet" href="{file}">
<link rel="icon" href="{NOWHERE}"><script src="{NOWHERE}"></script>
<script type="application/ld+json">{json.dumps(said)}</script>
<style>@import url({file}); body {{background: url({NOWHERE})}}</style></head>
<body background="{file}"><article><h1>{title}</h1><p>{WORDS} {WORDS} {WORDS}</p>{self.tags}
<p style="background-image:url({file})">{html.escape(self.tags)} in a paragraph. {WORDS}</p>
<table background="{NOWHERE}"><tr><td background="{file}">cell</td></tr></table>
{figure}</figcaption></figure>{svg}{media}{frames}{sets}<a href="{file}">a link</a>
<p>{WORDS} {WORDS} {WORDS}</p></article></body></html>"""

    def picture(self):
        """A photo whose own words are lures."""
        out, exif = io.BytesIO(), Image.Exif()
        exif[0x010E] = self.text("photo caption")
        exif[0x013B] = self.text("photo author")
        Image.effect_noise((320, 240), 60).convert("RGB").save(out, "JPEG", exif=exif)
        return out.getvalue()


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

    def _drops(self):
        lures = self._lures
        page, svg = self._folder / '<img src="canary.png"> page.html', self._folder / "drawing.svg"
        page.write_text(lures.page(), "utf-8")
        svg.write_text(_svg(lures.canary), "utf-8")
        document = self._folder / '<img src="canary.png"> report.pdf'
        document.write_bytes(_pdf(lures))
        yield Drop(files=(page, svg, document))
        yield _dragged("text/html", lures.page(), "text/plain", lures.text("dragged"))
        yield _dragged("text/plain", f"{lures.text('pasted')}\n{WORDS}")
        yield _dragged("text/uri-list", NOWHERE, "text/html", lures.text("link"))
        yield Drop((Flavour("image/jpeg", lures.picture(), lures.text("picture")),))

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


def _pdf(lures):
    """A document that would run, follow, open and load something, if it were let."""
    file, page = str(lures.canary), "/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
    words = f"BT/F 12 Tf 40 700 Td({WORDS})Tj ET /X Do"
    font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    link, all_of_it = "/Type/Annot/Subtype/Link", "/Rect[0 0 595 842]"
    image = "/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8"
    script = f"app.launchURL\\('{NOWHERE}'\\)"
    return f"""%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R/AcroForm<</Fields[]/XFA 7 0 R>>>>endobj
2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
3 0 obj<<{page}/Contents 4 0 R/AA<</O 6 0 R>>/Resources<<{font}/XObject<</X 5 0 R>>>>
/Annots[<<{link}{all_of_it}/A<</S/URI/URI({NOWHERE})>>>>
<<{link}{all_of_it}/A<</S/Launch/F({file})>>>>]>>endobj
4 0 obj<</Length {len(words)}>>stream
{words}
endstream endobj
5 0 obj<</Type/XObject{image}/Length 0/F<</FS/URL/F({NOWHERE})>>>>stream

endstream endobj
6 0 obj<</S/JavaScript/JS({script})/Next<</S/GoToR/F({file})/D[0/Fit]>>>>endobj
7 0 obj<</Length 0/F({file})>>stream

endstream endobj
trailer<</Root 1 0 R>>""".encode()


def _svg(canary):
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<image xlink:href="{canary.as_uri()}"/><image href="{NOWHERE}"/></svg>'
    )


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
