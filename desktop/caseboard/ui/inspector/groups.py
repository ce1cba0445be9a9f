"""What is tagged in a clip, each thing once, with every place it is tagged at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseboard.i18n import _
from caseboard.model.clip import Anchor, Tag
from caseboard.model.entities import Location, Person, Unit
from caseboard.model.terms import Branch, TagState
from caseboard.store.clips import ClipView
from caseboard.ui import words
from caseboard.ui.lib.tokens import Tint

KINDS = ("location", "unit", "person", "keyword")
TINTS = {
    "location": Tint.LOCATION,
    "unit": Tint.UNIT,
    "person": Tint.PERSON,
    "keyword": Tint.NEUTRAL,
}


@dataclass(frozen=True, slots=True)
class Group:
    """One thing named in a clip; `anchors` and `tags` stand side by side, in reading order."""

    kind: str
    row_id: str
    """The entity's id; for a keyword the word itself."""
    name: str
    about: str
    anchors: tuple[str, ...]
    tags: tuple[str, ...]
    suggested: bool = False

    @property
    def times(self) -> str:
        """How often: `2×`."""
        return _("{n}×").format(n=len(self.tags))

    def after(self, anchor_id: str) -> str:
        """The place to go to next when this is picked again."""
        if anchor_id not in self.anchors:
            return self.anchors[0]
        return self.anchors[(self.anchors.index(anchor_id) + 1) % len(self.anchors)]


def groups(view: ClipView) -> dict[str, list[Group]]:
    """By kind, everything tagged, in the order it first stands in the clip."""
    anchors = {anchor.id: anchor for anchor in view.anchors}
    found: dict[tuple[str, str], list[Tag]] = {}
    tags = [tag for tag in view.tags if tag.state is not TagState.REJECTED]
    for tag in sorted(tags, key=lambda tag: _place(anchors[tag.anchor_id])):
        found.setdefault(_target(tag), []).append(tag)
    made = list(_groups(view, found))
    return {kind: [group for group in made if group.kind == kind] for kind in KINDS}


def _groups(view: ClipView, found: dict[tuple[str, str], list[Tag]]) -> Iterator[Group]:
    known: dict[str, Location | Unit | Person] = {
        **{place.id: place for place in view.locations},
        **{unit.id: unit for unit in view.units},
        **{person.id: person for person in view.people},
    }
    for (kind, row_id), tags in found.items():
        entity = known.get(row_id)
        yield Group(
            kind,
            row_id,
            entity.name if entity else row_id,
            _about(entity),
            tuple(tag.anchor_id for tag in tags),
            tuple(tag.id for tag in tags),
            suggested=_are_suggested(tags),
        )


def _about(entity: Location | Unit | Person | None) -> str:
    if entity is None:
        return ""
    if isinstance(entity, Location):
        return words.position(entity) or words.term(entity.kind)
    if isinstance(entity, Unit):
        branch = "" if entity.branch is Branch.UNKNOWN else words.term(entity.branch)
        return " · ".join(part for part in (entity.country, branch) if part)
    return entity.role


def _are_suggested(tags: Sequence[Tag]) -> bool:
    return all(tag.state is TagState.SUGGESTED for tag in tags)


def _target(tag: Tag) -> tuple[str, str]:
    if tag.location_id:
        return "location", tag.location_id
    if tag.unit_id:
        return "unit", tag.unit_id
    return ("person", tag.person_id) if tag.person_id else ("keyword", tag.keyword or "")


def _place(anchor: Anchor) -> tuple[int, float, float, str]:
    """Text in reading order, then regions from top to bottom, page by page."""
    if anchor.start is not None:
        return anchor.start, 0.0, 0.0, anchor.id
    return (1 << 40) + (anchor.page or 0), anchor.y or 0.0, anchor.x or 0.0, anchor.id
