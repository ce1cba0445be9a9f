"""Finds places, and says which place of that name is meant."""
