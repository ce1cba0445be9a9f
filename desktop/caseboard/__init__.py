"""Caseboard: case files for open-source investigators."""

__version__ = "0.1.0"
PROGRAM = f"Caseboard {__version__}"
"""The program, as it names itself in what it writes."""
