"""From a layer's GeoJSON to what is drawn."""

import json

import numpy as np
import pytest

from caseboard.errors import CaseError
from caseboard.mapping.content import Style
from caseboard.mapping.features import features, name_in

RING = [[37.6, 49.7], [37.7, 49.7], [37.7, 49.8], [37.6, 49.7]]


def written(kind, coordinates, **properties):
    shape = {"type": kind, "coordinates": coordinates}
    held = {"type": "Feature", "properties": properties, "geometry": shape}
    return json.dumps({"type": "FeatureCollection", "features": [held]}).encode()


def test_areas_come_as_rings_of_degrees():
    (found,) = features(written("MultiPolygon", [[RING], [RING, RING]]))
    assert [len(polygon) for polygon in found.polygons] == [1, 2]
    np.testing.assert_array_equal(found.polygons[0][0], RING)
    assert found.lines == found.points == ()


def test_lines_and_points_come_apart():
    assert features(written("LineString", RING))[0].lines[0].shape == (4, 2)
    assert [each.shape for each in features(written("MultiPoint", RING))[0].points] == [(1, 2)] * 4


def test_a_feature_brings_its_style_and_the_layer_has_the_last_word():
    data = written("Polygon", [RING], **{"fill": "#ff5252", "fill-opacity": 0.3, "stroke": "#111"})
    assert features(data)[0].style == Style(stroke="#111", fill="#ff5252", fill_opacity=0.3)
    assert features(data, {"fill": "#00ff00"})[0].style.fill == "#00ff00"


def test_an_arrow_knows_where_it_points():
    found = features(written("Point", [1, 2], **{"marker-symbol": "arrow", "arrow": 0}))[0]
    assert (found.symbol, found.arrow_deg) == ("arrow", 0)
    assert features(written("Point", [1, 2]))[0].arrow_deg is None


def test_a_name_is_told_in_the_language_asked_for():
    data = written("Point", [1, 2], **{"name": "Occupied", "name:uk": "Окуповано"})
    found = features(data)[0]
    assert name_in(found, "uk") == "Окуповано"
    assert name_in(found, "pl") == "Occupied"


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"features":[{}]}', b'{"features":["a"]}'])
def test_a_file_that_is_not_ours_is_refused(data):
    with pytest.raises(CaseError, match="not what this program wrote"):
        features(data)
