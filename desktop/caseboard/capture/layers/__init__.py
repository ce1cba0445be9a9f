"""Overlays for the map, as people publish them: from a file's bytes to GeoJSON."""
