"""Cases to brief on: the one everybody knows, an empty one, and one that strains every part."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageDraw

from caseboard.analysis.standing import standings
from caseboard.briefing.outline import made, prepared
from caseboard.commands.clips import DISPLAY
from caseboard.model.case import Case
from caseboard.model.claim import Claim, Dispute, Relay, Report
from caseboard.model.clip import Anchor, Clip, ClipFile
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Position, Source, Unit
from caseboard.model.terms import (
    AnchorKind,
    Branch,
    ClipKind,
    Confidence,
    Credibility,
    Echelon,
    FileRole,
    Method,
    Reliability,
    Side,
    SourceKind,
    Stance,
)
from caseboard.model.work import Briefing, Note

EXPORTED = datetime(2024, 11, 14, 18, 0, tzinfo=UTC)
CAPTURED = datetime(2024, 11, 14, 12, 2, 31, tzinfo=UTC)
TOOL = "Caseboard 0.1.0"
HEAD = sha256(b"journal").hexdigest()
CREDIT = "(Diego Herrera Carcedo/Anadolu via Getty Images)"
MAP_CREDIT = "(DeepState/OpenStreetMaps)"


def photo(width=1600, height=1067):
    """A picture with something to see, as a JPEG."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((width * 0.3, height * 0.2, width * 0.7, height * 0.8), fill=(120, 130, 90))
    out = BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


def chart(width=1200, height=800):
    """A map-like picture with a see-through ground, as a PNG."""
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.polygon([(700, 0), (1200, 0), (1200, 800), (560, 800)], fill=(200, 60, 50, 110))
    draw.line([(600, 0), (640, 400), (590, 800)], fill=(40, 90, 160, 255), width=12)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


class Pictures:
    """Files by hash, from memory."""

    def __init__(self, *files):
        self.files = {sha256(data).hexdigest(): data for data in files}

    def __call__(self, sha):
        if sha not in self.files:
            raise FileNotFoundError(sha)
        return self.files[sha]


def copy_of(data):
    """What the worker makes of a picture that it can read."""
    picture = Image.open(BytesIO(data)).convert("RGB")
    out = BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


PHOTO, CHART = photo(), chart()
PHOTO_COPY, CHART_COPY = copy_of(PHOTO), copy_of(CHART)
PICTURES = Pictures(PHOTO_COPY, CHART_COPY)


def case(**changes):
    """The Kupiansk case's own row."""
    fields = {
        "ref": "KUP-2024-11",
        "title": "Kupiansk approach",
        "question": "Did Russian forces enter Kupiansk on 13 November 2024, and do they hold any"
        " of it?",
        "collector": "Desk 2",
        "created": CAPTURED,
    }
    return Case(**{**fields, **changes})


def empty(**changes):
    """A case in which nothing has been done."""
    return Dossier(case(**changes), journal_seq=1, journal_head=HEAD, as_of=EXPORTED)


MOST = (
    *("bottom_line", "judgements", "changes", "situation", "claims", "disputes", "assessment"),
    *("alternatives", "map", "timeline", "units", "pictures", "gaps", "notes", "method"),
    *("source_summary", "sources", "exhibits", "check"),
)
"""Nearly every section, in the order of a reader's questions."""


def briefing(of, **changes):
    """What the analyst wrote about Kupiansk."""
    fields = {
        "case_id": of.id,
        "title": "Kupiansk approach, 14 Nov 2024",
        "bottom_line": "Russian forces **probably** tried to enter Kupiansk on 13 November; whether"
        " they got in is **disputed** [[C1]] [[C2]]. Neither account shows a foothold still held on"
        " the morning of 14 November [[E001]].",
        "judgements": [
            (
                "It is **likely** that two armoured columns reached the built-up area before they"
                " were stopped [[E001]][[E002]]."
            ),
            "It is **very unlikely** that any part of the town was held a day later [[E001]].",
            "Pressure on the eastern bank will **almost certainly** go on until winter [[E001]].",
        ],
        "confidence": Confidence.MODERATE,
        "confidence_basis": "Two independent origins that differ; no imagery; both have a stake in"
        " the outcome.",
        "author": "Desk 2",
    }
    if changes.get("template", "situation") == "situation":
        fields["sections"] = [{"kind": kind, "on": True} for kind in MOST]
    return Briefing(**{**fields, **changes})


def source(name, kind, letter, reason, **more):
    return Source(name=name, kind=kind, reliability=letter, reliability_reason=reason, **more)


def anchor(clip, exact, start=0):
    return Anchor(
        clip_id=clip.id, kind=AnchorKind.TEXT, exact=exact, start=start, end=start + len(exact)
    )


def picture_file(clip, data, name, caption, credit, ordinal=0, media="image/jpeg"):
    return ClipFile(
        clip_id=clip.id,
        sha256=sha256(data).hexdigest(),
        role=FileRole.PICTURE,
        name=name,
        media_type=media,
        bytes=len(data),
        ordinal=ordinal,
        caption=caption,
        credit=credit,
    )


def made_file(clip, data, step, ordinal=0, media="image/jpeg"):
    """A derivative, as the worker leaves it with its clip."""
    return ClipFile(
        clip_id=clip.id,
        sha256=sha256(data).hexdigest(),
        role=FileRole.DERIVATIVE,
        name=step,
        media_type=media,
        bytes=len(data),
        ordinal=ordinal,
        step=step,
    )


def claim(of, number, statement, **more):
    return Claim(
        case_id=of.id,
        ref=f"{of.ref}-C{number}",
        statement=statement,
        first_report_id="set below",
        **more,
    )


def report(of_claim, at, who, stance, credibility, **more):
    made = Report(
        claim_id=of_claim.id,
        anchor_id=at.id,
        stance=stance,
        claimant_id=who.id,
        credibility=credibility,
        **more,
    )
    of_claim.first_report_id = made.id
    return made


def kupiansk():
    """Two accounts of one night: one dispute, two pictures, one brigade, one note."""
    of = case()
    staff = source(
        "General Staff",
        SourceKind.OFFICIAL,
        Reliability.B,
        "usually right on place, slow to admit losses of ground",
        country="UA",
        interested=True,
    )
    ukrinform = source(
        "Ukrinform", SourceKind.AGENCY, Reliability.B, "state agency, quotes in full", country="UA"
    )
    outlet = source(
        "The Kyiv Independent",
        SourceKind.OUTLET,
        Reliability.B,
        "names its sources, corrects in public",
        country="UA",
        url="https://kyivindependent.com",
    )
    monitor = source(
        "DeepState",
        SourceKind.MONITOR,
        Reliability.C,
        "crowd-sourced, close to Ukrainian units; map lags by hours",
        country="UA",
    )
    unknown = source("Passer-by’s channel", SourceKind.SOCIAL, Reliability.F, "")
    article = Clip(
        case_id=of.id,
        ref=f"{of.ref}-E001",
        kind=ClipKind.ARTICLE,
        title="Ukraine repels Russian attempt to enter Kupiansk, military says",
        source_id=outlet.id,
        author="Boldizsar Gyori",
        site="The Kyiv Independent",
        published="2024-11-14T11:39",
        captured=CAPTURED,
        url_asked="https://kyivindependent.com/ukraine-repels-russian-attempt-to-enter-kupiansk-military-says/",
        url_reached="https://kyivindependent.com/ukraine-repels-russian-attempt-to-enter-kupiansk-military-says/",
        method=Method.DROP,
        tool=TOOL,
    )
    post = Clip(
        case_id=of.id,
        ref=f"{of.ref}-E002",
        kind=ClipKind.TEXT,
        title="Куп’янськ: дві колони, є втрати",
        source_id=monitor.id,
        published="2024-11-13T23:10+02:00",
        captured=CAPTURED + timedelta(minutes=9),
        url_asked="https://t.me/s/DeepStateUA/20563?before=20570&lang=uk",
        method=Method.PASTE,
        tool=TOOL,
    )
    page = b"<html>page</html>"
    files = [
        ClipFile(
            clip_id=article.id,
            sha256=sha256(page).hexdigest(),
            role=FileRole.ORIGINAL,
            name="article.html",
            media_type="text/html",
            bytes=48_211,
        ),
        picture_file(
            article,
            PHOTO,
            "photo.jpg",
            "A gun crew of the Khartia Brigade, National Guard of Ukraine, fires towards Kupiansk"
            " from Donetsk Oblast on 5 May 2024.",
            CREDIT,
            0,
        ),
        picture_file(
            article,
            CHART,
            "map-frame.png",
            "Estimated Russian advance (red) near Kupiansk as of 13 Nov 2024, according to"
            " DeepState.",
            MAP_CREDIT,
            1,
            "image/png",
        ),
        ClipFile(
            clip_id=post.id,
            sha256=sha256(b"post").hexdigest(),
            role=FileRole.ORIGINAL,
            name="drag.txt",
            media_type="text/plain",
            bytes=412,
        ),
        made_file(article, b"thumbnail", "thumbnail"),
        made_file(article, PHOTO_COPY, DISPLAY),
        made_file(article, CHART_COPY, DISPLAY, ordinal=1),
    ]
    said_no = anchor(article, "Russian invaders failed to enter Kupiansk.")
    said_in = anchor(article, "two columns of Russian forces managed to enter Kupiansk", 90)
    post_in = anchor(post, "Дві колони зайшли в Куп’янськ, ворог має великі втрати.")
    near = anchor(article, "only 2 to 3 kilometers from the city’s industrial outskirts", 200)
    unit_at = anchor(article, "Khartia Brigade", 300)
    repelled = claim(
        of,
        1,
        "Every attempt to enter Kupiansk on 13 November was beaten back; no Russian unit got in.",
        event_time="2024-11-13",
        band=3,
        confidence=Confidence.LOW,
    )
    entered = claim(
        of,
        2,
        "Two Russian columns with armour got into Kupiansk late on 13 November and lost heavily.",
        event_time="2024-11-13~",
        band=5,
    )
    lines = claim(
        of,
        3,
        "Russian positions lie 2 to 3 km from the industrial edge of the town in the north-east.",
        event_time="2024-11",
        band=6,
    )
    reports = [
        report(
            repelled,
            said_no,
            staff,
            Stance.SUPPORTS,
            Credibility.PROBABLE,
            said_when="2024-11-14",
            verb="told",
        ),
        report(
            entered,
            said_in,
            monitor,
            Stance.SUPPORTS,
            Credibility.POSSIBLE,
            said_when="2024-11-13T23:10+02:00",
            verb="claimed",
        ),
        report(entered, post_in, monitor, Stance.SUPPORTS, Credibility.POSSIBLE),
        report(entered, said_no, staff, Stance.CONTRADICTS, Credibility.PROBABLE),
        report(lines, near, outlet, Stance.SUPPORTS, Credibility.PROBABLE),
        report(lines, post_in, unknown, Stance.SUPPORTS, Credibility.UNJUDGED),
    ]
    relays = [
        Relay(report_id=reports[0].id, source_id=ukrinform.id, ordinal=0),
        Relay(report_id=reports[0].id, source_id=outlet.id, ordinal=1),
        Relay(report_id=reports[1].id, source_id=outlet.id, ordinal=0),
    ]
    dispute = Dispute(
        case_id=of.id,
        claim_a_id=repelled.id,
        claim_b_id=entered.id,
        differs_on=["entry", "outcome"],
        both_could_hold="Columns may have reached the first streets and been destroyed there; the"
        " General Staff would then call the same event a failed attempt [[E001]].",
    )
    khartia = Unit(
        name="Khartia Brigade",
        aliases=["Хартія"],
        designation="13th Operational Brigade",
        country="UA",
        side=Side.FRIEND,
        echelon=Echelon.BRIGADE,
        branch=Branch.MECHANIZED,
    )
    place = Location(name="Kupiansk", aliases=["Куп’янськ"], lat=49.7106, lon=37.6156)
    note = Note(
        case_id=of.id,
        clip_id=article.id,
        text="The quotation of the spokesman is **complete** in the agency’s text, shortened in"
        " the article [[E001]].\n\n"
        "Open points:\n\n"
        "- no picture of either column, see [[C2]]\n"
        "- *eastern bank*: no gas, water or power\n"
        "- the caption’s photo is of May, and of [Donetsk](https://example.org/donetsk)\n",
        created=CAPTURED + timedelta(minutes=31),
        changed=CAPTURED + timedelta(minutes=31),
    )
    return Dossier(
        of,
        journal_seq=87,
        journal_head=HEAD,
        as_of=EXPORTED,
        clips=[article, post],
        files=files,
        anchors=[said_no, said_in, post_in, near, unit_at],
        locations=[place],
        units=[khartia],
        positions=[
            Position(
                case_id=of.id,
                unit_id=khartia.id,
                location_id=place.id,
                interval="2024-05-05",
                precision_m=5000,
                anchor_id=unit_at.id,
            )
        ],
        sources=[staff, ukrinform, outlet, monitor, unknown],
        claims=[repelled, entered, lines],
        reports=reports,
        relays=relays,
        disputes=[dispute],
        notes=[note],
    )


def compose(*given, **more):
    """The blocks of a briefing, with nothing asked between preparing and making it."""
    return made(prepared(*given, **more))


def outline(dossier, written=None, pictures=PICTURES, **changes):
    """The briefing of a dossier, composed."""
    return compose(
        dossier,
        written or briefing(dossier.case, **changes),
        pictures,
        standings(dossier),
        exported=EXPORTED,
        program=TOOL,
        version=1,
    )


HOSTILE = (
    "<b>",
    "&",
    "&lt;",
    '<img src="file:///etc/passwd"/>',
    '<a href="file:///etc/passwd">here</a>',
    "</para>",
    "<font size=99>",
    "]]> <!-- x",
    "(\\) Tj ET Q",
    "%s {0} {name}",
)
"""What a clip may say: markup of reportlab's, of PDF's, of format strings'."""

STRANGE = "Ґанок, Їжак, Єлисей, Ў, қ, Ё; 漢字かな; 😀👩‍🚀; ☐ ✓ → ≤; e\u0301; И\u0306"
"""Letters of many scripts: some no face has, some beyond U+FFFF, some that are composed."""


def hostile():
    """A case whose every text is out to be read as markup."""
    text = " ".join(HOSTILE)
    of = case(title=text, question=text, collector=text)
    who = source(text, SourceKind.SOCIAL, Reliability.F, text, country="<u>")
    clip = Clip(
        case_id=of.id,
        ref=f"{of.ref}-E001",
        kind=ClipKind.ARTICLE,
        title=text,
        author=text,
        source_id=who.id,
        published="not a date <b>",
        captured=CAPTURED,
        url_asked="javascript:alert(1)",
        method=Method.DROP,
        tool="<i>tool</i>",
    )
    at = anchor(clip, text)
    one, other = claim(of, 1, text, assessment=text), claim(of, 2, text, event_time="<b>")
    file = picture_file(clip, b"not a picture", text, text, text)
    return Dossier(
        of,
        journal_seq=1,
        journal_head="<b>",
        as_of=EXPORTED,
        clips=[clip],
        files=[file],
        anchors=[at],
        units=[Unit(name=text, designation=text, aliases=[text])],
        sources=[who],
        claims=[one, other],
        reports=[
            report(one, at, who, Stance.SUPPORTS, Credibility.UNJUDGED, credibility_reason=text),
            report(other, at, who, Stance.CONTRADICTS, Credibility.UNJUDGED, said_when="<b>"),
        ],
        disputes=[
            Dispute(
                case_id=of.id,
                claim_a_id=one.id,
                claim_b_id=other.id,
                differs_on=["entry", "<b>"],
                both_could_hold=text,
            )
        ],
        notes=[Note(case_id=of.id, text=text, created=CAPTURED, changed=CAPTURED)],
    )


def large(clips=60, claims=60, notes=12):
    """A case of some twenty pages: long tables, long notes, long addresses."""
    base = kupiansk()
    of = base.case
    words = "The column was seen west of the railway and did not return before morning. "
    more = [
        Clip(
            case_id=of.id,
            ref=f"{of.ref}-E{number:03}",
            kind=ClipKind.ARTICLE,
            title=f"Report {number} of the night, as told by a resident of the eastern bank",
            source_id=base.sources[number % len(base.sources)].id,
            published="2024-11-14",
            captured=CAPTURED + timedelta(minutes=number),
            url_asked=f"https://example.org/{number}/" + "a-long-address/" * 9,
            method=Method.LINK,
            tool=TOOL,
        )
        for number in range(3, clips + 3)
    ]
    anchors = [anchor(clip, words * 2) for clip in more]
    files = [
        ClipFile(
            clip_id=clip.id,
            sha256=sha256(clip.ref.encode()).hexdigest(),
            role=FileRole.ORIGINAL,
            name=f"{clip.ref}.html",
            media_type="text/html",
            bytes=20_000,
        )
        for clip in more
    ]
    said = [
        claim(of, number, words.strip(), event_time="2024-11-13", band=1 + number % 7)
        for number in range(4, claims + 4)
    ]
    reports = [
        report(
            each,
            anchors[number % len(anchors)],
            base.sources[number % len(base.sources)],
            Stance.SUPPORTS,
            Credibility.POSSIBLE,
        )
        for number, each in enumerate(said)
    ]
    written = [
        Note(case_id=of.id, text=words * 12, created=CAPTURED, changed=CAPTURED)
        for _number in range(notes)
    ]
    return replace(
        base,
        clips=[*base.clips, *more],
        files=[*base.files, *files],
        anchors=[*base.anchors, *anchors],
        claims=[*base.claims, *said],
        reports=[*base.reports, *reports],
        notes=[*base.notes, *written],
    )
