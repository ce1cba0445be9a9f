"""Proposes places, units, people, equipment, times, statements and disputes in a text.

Offline, and without Qt: `engine.suggest(text)`. Nothing here writes anything down: a person
accepts. The engine and its dictionaries are loaded where texts are looked through, in a process of
its own, and nowhere else.
"""
