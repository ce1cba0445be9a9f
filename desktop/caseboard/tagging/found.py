"""What was found in a text so far: each finder is told what those before it have found."""

from dataclasses import dataclass, field

from caseboard.tagging.suggestions import (
    EquipmentSuggestion,
    GovernmentSuggestion,
    LocationSuggestion,
    PersonSuggestion,
    Suggestion,
    TimeSuggestion,
    UnitSuggestion,
)


@dataclass(slots=True)
class Found:
    """Filled in this order: times, equipment, units, people, then places and governments."""

    times: list[TimeSuggestion] = field(default_factory=list)
    equipment: list[EquipmentSuggestion] = field(default_factory=list)
    units: list[UnitSuggestion] = field(default_factory=list)
    people: list[PersonSuggestion] = field(default_factory=list)
    locations: list[LocationSuggestion] = field(default_factory=list)
    governments: list[GovernmentSuggestion] = field(default_factory=list)

    def is_taken(self, start: int, end: int) -> bool:
        """Whether a unit, a person or a piece of equipment stands in this stretch of the text."""
        taken: tuple[Suggestion, ...] = (*self.equipment, *self.units, *self.people)
        return any(each.start < end and start < each.end for each in taken)
