"""Placing a picture on the ground: points on it, areas traced on it, and what becomes of both."""
