"""The tools behind `dev.py`; standard library only."""
