"""Finds types of weapons and vehicles."""

from caseboard.tagging.document import Document
from caseboard.tagging.equipment.finding import found_in
from caseboard.tagging.suggestions import EquipmentSuggestion


def find(document: Document) -> list[EquipmentSuggestion]:
    """Every mention, in reading order."""
    return found_in(document)
