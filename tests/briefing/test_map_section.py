"""The map of a briefing, and what is said below it."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pypdfium2
import pytest
import reading
from briefing_cases import EXPORTED, PICTURES, TOOL, briefing, compose, empty, kupiansk

from caseboard.analysis.standing import standings
from caseboard.briefing.blocks import Emblem, MapFigure, SectionKind, text_of
from caseboard.briefing.making import MapStuff
from caseboard.briefing.pdf import render
from caseboard.briefing.sections.maps import HEIGHT, WIDTH
from caseboard.mapping.content import Feature, Overlay, Style
from caseboard.mapping.ground import ShippedGround
from caseboard.mapping.scene import Area, Symbol, Words
from caseboard.mapping.symbol_picture import SymbolPicture
from caseboard.mapping.view import Bounds
from caseboard.model.claim import Claim, ClaimLocation
from caseboard.model.entities import Location
from caseboard.model.terms import LayerKind
from caseboard.paths import resources


@pytest.fixture(scope="module")
def ground():
    return ShippedGround(resources())


def placed(**more):
    """The Kupiansk case with its first claim at the town, which is known to 3 km."""
    dossier = kupiansk()
    town = dossier.locations[0]
    town.precision_m = 3000
    about = ClaimLocation(claim_id=dossier.claims[0].id, location_id=town.id)
    return replace(dossier, claim_locations=[about], **more)


class Frames:
    """Draws every unit as a blue frame."""

    def picture(self, _sidc, _size, _designation=""):
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" width="40" height="20">'
            '<rect width="40" height="20" fill="#0000ff"/></svg>'
        )
        return SymbolPicture(svg, 40.0, 20.0, 20.0, 10.0)


def outline(ground, dossier, *overlays, symbols=None, **written):
    return compose(
        dossier,
        briefing(dossier.case, **written),
        PICTURES,
        standings(dossier),
        exported=EXPORTED,
        program=TOOL,
        map_stuff=MapStuff(lambda: ground, overlays, symbols),
    )


def figure(made):
    found = [section for section in made.sections if section.kind is SectionKind.MAP]
    return found[0].blocks[0] if found else None


def said(made):
    return [text_of(part.runs) for part in figure(made).caption]


def words(made):
    return [shape.text for shape in figure(made).scene.shapes() if isinstance(shape, Words)]


def layer(kind=LayerKind.IMPORTED, **more):
    ring = [[37.6, 49.7], [37.7, 49.7], [37.7, 49.8], [37.6, 49.7]]
    area = Feature(polygons=((np.array(ring),),), style=Style("#a52714", 1.5, 1.0, "#a52714"))
    fields = {"name": "Front", "bounds": Bounds(37.6, 49.7, 37.7, 49.8), **more}
    return Overlay("l1", "KUP-2024-11-L1", kind=kind, features=(area,), **fields)


def test_the_map_shows_the_place_and_the_claim_there(ground):
    made = figure(outline(ground, placed()))

    assert isinstance(made, MapFigure)
    assert (made.scene.view.width, made.scene.view.height) == (WIDTH, HEIGHT)
    x, y = made.scene.view.to_view(49.7106, 37.6156)
    assert 0.3 * WIDTH < x < 0.7 * WIDTH
    assert 0.3 * HEIGHT < y < 0.7 * HEIGHT
    assert "≠" in words(outline(ground, placed()))


def test_a_case_that_knows_no_place_has_no_map(ground):
    assert figure(outline(ground, empty())) is None


def test_the_caption_says_when_how_large_and_whose_it_is(ground):
    lines = said(outline(ground, placed()))

    assert lines[0] == "What the case knows, and where, as of 14 Nov 2024 18:00 UTC"
    assert lines[1].startswith("North is up; Web Mercator, about 1:")
    assert "37." in lines[1]
    assert lines[-1].startswith("Natural Earth")
    assert "Borders are generalised" in lines[-1]


def test_the_scale_is_that_of_the_page(ground):
    made = outline(ground, placed())
    told = int(said(made)[1].partition("1:")[2].partition(" in")[0].replace("\u202f", ""))
    true = figure(made).scene.view.metres / (0.0254 / 96)

    assert told == pytest.approx(true, rel=0.05)


def test_a_cutoff_is_told_as_such(ground):
    cut = datetime(2024, 11, 14, 12, 30, tzinfo=UTC)

    assert said(outline(ground, placed(), cutoff=cut))[0].endswith(
        "as of the information cut-off, 14 Nov 2024 12:30 UTC"
    )


def test_a_layer_is_told_in_its_sources_words(ground):
    front = layer(
        source="DeepState", as_of="2024-11-13", estimated="roughly", is_estimated=True,
        attribution="© DeepState",
    )  # fmt: skip
    lines = said(outline(ground, placed(), front))

    assert "L1 Front: according to DeepState, as of 13 Nov 2024, “roughly”" in lines
    assert "© DeepState" in lines[-1]


def test_what_was_traced_says_so(ground):
    lines = said(outline(ground, placed(), layer(LayerKind.TRACED, is_estimated=True)))

    assert "L1 Front: traced from a picture, of an unknown date, estimated" in lines


def test_what_is_estimated_is_striped_so_that_grey_paper_tells_it(ground):
    certain = figure(outline(ground, placed(), layer())).scene.overlays
    rough = figure(outline(ground, placed(), layer(is_estimated=True))).scene.overlays

    assert not any(isinstance(shape, Area) and shape.hatch for shape in certain)
    assert any(isinstance(shape, Area) and shape.hatch for shape in rough)


def test_positions_are_shown_no_finer_than_their_unit_may_be_released(ground):
    dossier = placed()
    dossier.positions[0].precision_m = 200
    lines = said(outline(ground, dossier))

    told = "Positions are printed coarser than they are known: Khartia Brigade (10 km)."
    assert told in lines
    dossier.units[0].release_m = 0
    assert told not in said(outline(ground, dossier))


def test_a_region_larger_than_the_map_is_named_below_it(ground):
    dossier = placed()
    oblast = Location(name="Kharkiv Oblast", lat=49.6, lon=36.5, precision_m=120_000)
    about = ClaimLocation(claim_id=dossier.claims[1].id, location_id=oblast.id)
    dossier = replace(
        dossier,
        locations=[*dossier.locations, oblast],
        claim_locations=[*dossier.claim_locations, about],
    )
    lines = said(outline(ground, dossier))

    assert f"Known too roughly for this map: {dossier.claims[1].statement}." in lines


def test_the_map_speaks_the_language_of_the_briefing(ground):
    english, other = (
        words(outline(ground, placed(), language=language)) for language in ("en", "uk")
    )
    assert "Podoly" in english
    assert "Подоли" in other


def test_it_is_printed_with_its_caption_on_one_page(ground):
    pages = reading.pages(render(outline(ground, placed(), layer())))
    (page,) = [page for page in pages if "North is up" in page]

    assert "Natural Earth" in page
    assert "Podoly" in page


def units(made):
    (section,) = [section for section in made.sections if section.kind is SectionKind.UNITS]
    return section.blocks[0]


def test_a_unit_with_a_code_carries_its_symbol_on_the_map_and_in_the_table(ground):
    dossier = placed()
    dossier.units[0].sidc = "10031000181211000000"
    made = outline(ground, dossier, symbols=Frames())

    assert any(isinstance(shape, Symbol) for shape in figure(made).scene.marks)
    table = units(made)
    assert [column.label for column in table.columns][:2] == ["Symbol", "Unit"]
    assert sum(column.share for column in table.columns) == pytest.approx(1)
    assert isinstance(table.rows[0].cells[0].content[0], Emblem)
    data = render(made)
    assert "Khartia Brigade" in reading.text(data)
    assert blue(data)


def blue(data):
    """Whether some page has a patch of that colour."""
    pages = pypdfium2.PdfDocument(data)
    dots = [np.asarray(page.render().to_pil().convert("RGB")) for page in pages]
    return any((each == (0, 0, 255)).all(axis=2).any() for each in dots)


def test_where_no_unit_has_a_code_there_is_no_column_for_it(ground):
    made = outline(ground, placed(), symbols=Frames())

    assert units(made).columns[0].label == "Unit"


@pytest.mark.parametrize(("claims", "signs"), [(3, 3), (80, 2)])
def test_marks_of_one_place_stand_apart_on_paper_unless_they_are_many(ground, claims, signs):
    dossier = placed()
    first = dossier.claims[0]
    more = [
        Claim(**{**first.model_dump(), "id": f"c{number}", "ref": f"{first.ref}{number}"})
        for number in range(claims - 1)
    ]
    town = dossier.locations[0].id
    about = [ClaimLocation(claim_id=each.id, location_id=town) for each in (first, *more)]
    dossier = replace(dossier, claims=[*dossier.claims, *more], claim_locations=about)
    marks = figure(outline(ground, dossier)).scene.marks
    drawn = [shape.text for shape in marks if isinstance(shape, Words)]

    # Many become one mark for each status: one is disputed, the others nobody has reported.
    assert sum(text[:1] in {"≠", "?"} for text in drawn) == signs
