"""KML, KMZ and GPX as people publish them."""

import zipfile
from io import BytesIO

import pytest
from layered import SQUARE, read_back

from caseboard.capture.layers import gpx, kml, reading
from caseboard.errors import CaseError

HEAD = '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2">'
RING = " ".join(f"{lon},{lat},0" for lon, lat in SQUARE)
AREA = (
    f"<Polygon><outerBoundaryIs><LinearRing><coordinates>{RING}</coordinates></LinearRing>"
    "</outerBoundaryIs></Polygon>"
)
STYLES = (
    '<Style id="red"><LineStyle><color>ff0000ff</color><width>2</width></LineStyle>'
    "<PolyStyle><color>4d5252ff</color></PolyStyle></Style>"
    '<StyleMap id="map"><Pair><key>normal</key><styleUrl>#red</styleUrl></Pair>'
    "<Pair><key>highlight</key><styleUrl>#none</styleUrl></Pair></StyleMap>"
)


def document(*marks, styles=""):
    return f"{HEAD}<Document>{styles}<Folder>{''.join(marks)}</Folder></Document></kml>".encode()


def mark(shape, more=""):
    return f"<Placemark><name>Held</name>{more}{shape}</Placemark>"


def test_placemarks_in_folders_are_features_with_the_style_they_share():
    found = kml.read(document(mark(AREA, "<styleUrl>#map</styleUrl>"), styles=STYLES))
    (feature,) = read_back(found)
    assert feature["geometry"] == {"type": "Polygon", "coordinates": [SQUARE]}
    assert feature["properties"] == {
        "name": "Held",
        "stroke": "#ff0000",
        "stroke-opacity": 1.0,
        "stroke-width": 2.0,
        "fill": "#ff5252",
        "fill-opacity": 0.302,
    }


def test_points_lines_and_tracks_are_read():
    point = "<Point><coordinates> 37.6,49.7,120 </coordinates></Point>"
    line = "<LineString><coordinates>37.6,49.7\n37.7,49.8</coordinates></LineString>"
    track = (
        '<gx:Track xmlns:gx="http://www.google.com/kml/ext/2.2"><gx:coord>37.6 49.7 0</gx:coord>'
        "<gx:coord>37.7 49.8 0</gx:coord></gx:Track>"
    )
    both = f"<MultiGeometry>{point}{line}</MultiGeometry>"
    found = read_back(kml.read(document(*map(mark, (point, line, track, both)))))
    kinds = [feature["geometry"]["type"] for feature in found]
    assert kinds == ["Point", "LineString", "LineString", "GeometryCollection"]
    assert found[1]["geometry"] == found[2]["geometry"]


def test_a_placemark_without_a_shape_is_left_out():
    found = kml.read(document(mark(AREA), mark("")))
    assert (found.count, found.left_out) == (1, 1)


def test_numbers_that_are_none_are_refused():
    with pytest.raises(CaseError, match="off the globe"):
        kml.read(document(mark("<Point><coordinates>here,49.7</coordinates></Point>")))


BOMB = (
    '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<kml><Document><name>&b;</name></Document></kml>"
)
OUTSIDE = '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><name>&x;</name></kml>'


@pytest.mark.parametrize("hostile", [BOMB, OUTSIDE, OUTSIDE.replace("kml", "gpx")])
def test_entities_are_refused_before_any_is_looked_up(hostile):
    with pytest.raises(CaseError, match="declares entities"):
        reading.task(hostile.encode(), {})


@pytest.mark.parametrize("data", [b"<kml><Document>", b"<kml>\xff\xfe</kml>"])
def test_broken_xml_ends_in_a_sentence(data):
    with pytest.raises(CaseError, match="no sound XML"):
        kml.read(data)


def test_elements_nested_without_end_do_no_harm():
    deep = "<MultiGeometry>" * 5_000 + "</MultiGeometry>" * 5_000
    found = kml.read(document(mark(deep)))
    assert (found.count, found.left_out) == (0, 1)


def packed(**files):
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return held.getvalue()


def test_a_kmz_is_the_kml_in_it():
    data = packed(other_kml=document(), doc_kml=document(mark(AREA)), icon_png=b"x")
    answer = reading.task(data, {})
    assert (answer.values["format"], answer.values["count"]) == ("KMZ", 1)


def test_a_zip_without_a_map_in_it_is_refused():
    with pytest.raises(CaseError, match="no point, line or area"):
        reading.task(packed(note_txt=b"x"), {})


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(CaseError, match="too large"):
        reading.task(packed(doc_kml=b" " * (70 * 2**20)), {})


def test_a_broken_zip_ends_in_a_sentence():
    with pytest.raises(CaseError):
        reading.task(packed(doc_kml=document(mark(AREA)))[:60], {})


GPX = (
    '<gpx xmlns="http://www.topografix.com/GPX/1/1">'
    '<wpt lat="49.7" lon="37.6"><name>Bridge</name><sym>Flag</sym></wpt>'
    '<rte><rtept lat="49.7" lon="37.6"/><rtept lat="49.8" lon="37.7"/></rte>'
    '<trk><name>Road</name><trkseg><trkpt lat="49.7" lon="37.6"/><trkpt lat="49.8" lon="37.7"/>'
    '</trkseg><trkseg><trkpt lat="49.7" lon="37.6"/></trkseg></trk></gpx>'
)


def test_waypoints_routes_and_tracks_of_gpx_are_read():
    point, route, track = read_back(gpx.read(GPX.encode()))
    assert point["geometry"] == {"type": "Point", "coordinates": [37.6, 49.7]}
    assert point["properties"] == {"name": "Bridge", "marker-symbol": "Flag"}
    assert route["geometry"]["type"] == "LineString"
    assert track["geometry"] == route["geometry"]
    assert track["properties"]["name"] == "Road"


def test_a_waypoint_without_a_latitude_is_refused():
    with pytest.raises(CaseError, match="off the globe"):
        gpx.read(b'<gpx><wpt lon="37.6"/></gpx>')


@pytest.mark.parametrize(
    ("data", "format_"),
    [
        (GPX.encode(), "GPX"),
        (document(mark(AREA)), "KML"),
        (b"<?xml version='1.0'?>\n<!-- made by hand -->\n" + GPX.encode(), "GPX"),
        (b"\xef\xbb\xbf" + document(mark(AREA)), "KML"),
        (document(mark(AREA)).decode().replace("UTF-8", "UTF-16").encode("utf-16"), "KML"),
    ],
)
def test_a_format_is_told_by_what_is_in_the_file(data, format_):
    assert reading.task(data, {}).values["format"] == format_


def test_other_xml_is_no_layer():
    with pytest.raises(CaseError, match="no layer"):
        reading.task(b"<html><body>x</body></html>", {})
