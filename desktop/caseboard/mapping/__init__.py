"""Coordinates and, later, the map scene."""
