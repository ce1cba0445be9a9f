"""Finds who says what, through whom, and where two of them clash."""
