"""Builds the gazetteer that ships with the program, from pinned packages of registries."""
