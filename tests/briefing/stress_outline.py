"""An outline that strains every part of a page: long, empty, tiny, wide, and out to be markup."""

from datetime import UTC, datetime
from io import BytesIO

from briefing_cases import HOSTILE, STRANGE, photo
from PIL import Image

from caseboard.briefing.blocks import (
    Aside,
    Cell,
    Column,
    Comparison,
    Emblem,
    Entry,
    Fact,
    Facts,
    Figure,
    Figures,
    Gauge,
    Head,
    Heading,
    Listing,
    Outline,
    Paragraph,
    Pill,
    Region,
    Role,
    Row,
    Run,
    Section,
    SectionKind,
    Side,
    Table,
    Thumbnail,
    Tone,
    Yardstick,
    plain,
)
from caseboard.errors import CaseError
from caseboard.model.terms import Marking

WORD = "Донаудампфшиффартсгезельшафт" * 8
SENTENCE = "The column was seen west of the railway and did not return before morning. "
MARKUP = " ".join(HOSTILE)
URL = "https://example.org/" + "a-long-address/with.many_parts?and=more&" * 6
HASH = "9f2c41d0e07a77ab10c391fe0042beef" * 2
SYMBOL = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="26" viewBox="0 0 40 26">'
    '<rect x="2" y="2" width="36" height="22" fill="#80e0ff" stroke="#000" stroke-width="2"/></svg>'
)
RUNGS = (
    Gauge("almost no chance", 1, 5, "01–05 %"),
    Gauge("very unlikely", 5, 20, "05–20 %"),
    Gauge("unlikely", 20, 45, "20–45 %"),
    Gauge("roughly even chance", 45, 55, "45–55 %"),
    Gauge("likely", 55, 80, "55–80 %"),
    Gauge("very likely", 80, 95, "80–95 %"),
    Gauge("almost certain", 95, 99, "95–99 %"),
)


def jpeg(width, height):
    """A flat picture of this size."""
    out = BytesIO()
    Image.new("RGB", (width, height), (150, 160, 120)).save(out, "JPEG")
    return out.getvalue()


def _missing():
    raise CaseError("gone")


def _figure(load, text, **more):
    caption = (plain(text, Role.TABLE), Paragraph((Run("(A/B via C)", bold=True),), Role.SMALL))
    return Figure(caption, "what it shows", load, "This picture could not be shown: x.jpg.", **more)


def _cell(text, role=Role.TABLE, span=1):
    return Cell((plain(text, role),), span)


def _rows(count):
    for number in range(count):
        thumb = Thumbnail("exhibit", (lambda: jpeg(300, 200)) if number % 7 == 0 else None)
        yield Row(
            (
                Cell((Paragraph((Run(f"E{number:03}", bold=True),), Role.TABLE), thumb)),
                _cell(f"Report {number}: {SENTENCE * (1 + number % 3)}"),
                Cell((Paragraph((Run(HASH, mono=True),), Role.CODE),)),
                Cell((Pill("corroborated" if number % 2 else "open", Tone.GOOD),)),
            ),
            anchor=f"exhibit-{number}",
        )
        if number % 5 == 0:
            yield Row((_cell(""), _cell(SENTENCE, Role.SMALL, 3)), joined=True)


def _matrix():
    labels = ["Claim", *(f"H{number} {'encirclement ' * (number % 3)}" for number in range(1, 9))]
    shares = [0.2, *([0.1] * 8)]
    columns = [Column(label, share) for label, share in zip(labels, shares, strict=True)]
    rows = [
        Row((_cell(f"C{number} {SENTENCE}"), *(_cell("CIN"[(number + n) % 3]) for n in range(8))))
        for number in range(30)
    ]
    return Table(tuple(columns), tuple(rows))


def _side(label, times):
    said = [
        Paragraph((Run("General Staff", bold=True), Run(", via A → B. "), Run("B 2")), Role.TABLE),
        plain(SENTENCE * 3, Role.QUOTE),
    ]
    return Side(label, plain(SENTENCE, Role.TABLE), tuple(said) * times)


def sections():
    """One of every kind that matters, each at its worst."""
    kind = SectionKind
    lead = Paragraph((Run(STRANGE), Run(WORD), Run(f" {URL} ", url=URL)), Role.LEAD)
    judgements = [
        Entry(
            Run(f"{number}."),
            (plain(SENTENCE * (number % 4 + 1)),),
            anchor=f"judgement-{number}",
            gauge=RUNGS[number % 7],
        )
        for number in range(1, 13)
    ]
    key = Yardstick("Words of likelihood after ICD 203", RUNGS, frozenset({"likely"}))
    pictures = (
        _figure(lambda: jpeg(1, 1), "One pixel"),
        _figure(lambda: jpeg(2000, 20), "A strip"),
        _figure(
            photo,
            f"A gun, A, and smoke, B. {MARKUP}",
            regions=(Region("A", 0.1, 0.2, 0.3, 0.4), Region("B", 0.7, -0.2, 0.6, 0.5)),
            anchor="gun",
        ),
        _figure(lambda: jpeg(300, 2000), "A tower " * 30),
        _figure(_missing, "Gone"),
        _figure(None, "Never there"),
        _figure(lambda: photo(640, 480), SENTENCE * 4),
    )
    emblems = Table(
        (Column("Symbol", 0.2), Column(WORD, 0.2), Column("Side", 0.6)),
        (Row((Cell((Emblem(SYMBOL, 40, 26),)), _cell(WORD), _cell(SENTENCE * 9))),),
    )
    return (
        Section(kind.BOTTOM_LINE, f"Bottom line {MARKUP[:20]}", (Aside((lead,)),), "TLP:GREEN"),
        Section(kind.JUDGEMENTS, "Key judgements 😀", (Listing(tuple(judgements)), key), "TLP:RED"),
        Section(kind.SITUATION, WORD, (plain(SENTENCE * 40),), "SECRET//NOFORN"),
        Section(
            kind.DISPUTES,
            "Disputes",
            (
                Heading((Run("Dispute 1: short"),)),
                Comparison(_side("Account A", 1), _side("Account B", 0)),
                Heading((Run("Dispute 2: long"),)),
                Comparison(_side("A", 12), _side("B", 3), (plain(SENTENCE),)),
            ),
        ),
        Section(kind.PICTURES, "Pictures", (Figures(pictures), Figures(pictures[-1:]))),
        Section(kind.UNITS, "Units", (emblems, Facts((Fact(WORD, (Run(URL, url=URL),)),)))),
        Section(
            kind.EXHIBITS,
            "Annex A: exhibits",
            (Table(tuple(Column(f"Column {n}", 0.25) for n in range(4)), tuple(_rows(100))),),
        ),
        Section(kind.CUSTODY, "Nothing inside", ()),
        Section(kind.MATRIX, "Matrix", (_matrix(),)),
        Section(kind.CHECK, "Empty table", (Table((Column("Ref", 1.0),), ()), plain(""))),
    )


def stress(classification="", marking=Marking.AMBER_STRICT):
    """The outline; a classification in words takes the place of the marking."""
    facts = tuple(
        Fact(label, (Run(value),))
        for label, value in (
            ("Case", "KUP-2024-11"),
            ("Briefing", "B1, version 112"),
            ("Distribution", "Those who are named in annex 3 to the order of 1 November; no other"),
            ("Author", WORD[:60]),
            ("Reviewer", "withheld"),
            ("Date and time", "14 Nov 2024 18:00 UTC"),
        )
    )
    return Outline(
        head=Head("Full dossier", f"<b>{WORD[:90]}</b> & 😀 {SENTENCE}", MARKUP, facts),
        marking=marking,
        classification=classification,
        language="en",
        case_ref="KUP-2024-11",
        imprint="KUP-2024-11-B1 · Version 112 · 14 Nov 2024 18:00 UTC",
        author="Desk 2",
        exported=datetime(2024, 11, 14, 18, tzinfo=UTC),
        program="Caseboard 0.1.0",
        sections=sections(),
    )
