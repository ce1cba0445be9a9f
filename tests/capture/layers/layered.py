"""Small layers, made by hand."""

import json

SQUARE = [[37.6, 49.7], [37.7, 49.7], [37.7, 49.8], [37.6, 49.8], [37.6, 49.7]]
"""Against the clock, as an outer ring is wound."""
HOLE = [[37.63, 49.73], [37.63, 49.77], [37.67, 49.77], [37.67, 49.73], [37.63, 49.73]]


def feature(kind="Polygon", coordinates=None, **properties):
    shape = {"type": kind, "coordinates": [SQUARE] if coordinates is None else coordinates}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def collection(*features, **more):
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


def read_back(found):
    """The features that were gathered."""
    return json.loads(found.written())["features"]
