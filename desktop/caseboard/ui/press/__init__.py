"""Prints briefings for the eye alone, in a process of their own that only reads the library."""
