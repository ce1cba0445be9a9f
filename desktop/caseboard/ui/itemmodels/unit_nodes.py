"""The tree of units as it is shown: formations under their parents, in groups by country."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from caseboard.briefing.words import country
from caseboard.i18n import _
from caseboard.model.entities import names_of
from caseboard.model.terms import Side
from caseboard.store.folding import fold
from caseboard.store.unit_pages import UnitLine
from caseboard.ui import words

_SIDES = (Side.FRIEND, Side.NEUTRAL, Side.HOSTILE, Side.UNKNOWN)


class Arrangement(StrEnum):
    """How the units of a group stand."""

    PARENT = "parent"
    NAME = "name"


@dataclass(eq=False, slots=True)
class Node:
    """A unit, or the heading of a group of them."""

    line: UnitLine | None
    title: str = ""
    above: "Node | None" = None
    parts: list["Node"] = field(default_factory=list)
    row: int = 0
    """Its place among the parts of what is above it, once the tree is grown."""
    number: int = -1
    """By which a model finds it again."""

    @property
    def id(self) -> str:
        """The unit; empty for a heading."""
        return self.line.id if self.line else ""

    def add(self, part: "Node") -> None:
        """Let `part` stand last in it."""
        part.above = self
        self.parts.append(part)

    def walk(self) -> Iterator["Node"]:
        """All below it, in the order they are shown."""
        for part in self.parts:
            yield part
            yield from part.walk()


def group_of(line: UnitLine) -> str:
    """The key of its group: the country, or the side where no country is known."""
    return line.unit.country or f"={line.unit.side.value}"


def group_title(key: str) -> str:
    """What the group is called."""
    if not key.startswith("="):
        return country(key)
    side = Side(key[1:])
    if side is Side.UNKNOWN:
        return _("Of unknown side")
    return _("Country not known, {side}").format(side=words.term(side))


def groups(lines: Iterable[UnitLine]) -> list[str]:
    """The keys of all groups, friends first, then by name."""
    sides: dict[str, int] = {}
    for line in lines:
        rank = _SIDES.index(line.unit.side)
        sides[group_of(line)] = min(rank, sides.get(group_of(line), rank))
    return sorted(sides, key=lambda key: (sides[key], group_title(key).casefold()))


def grow(
    lines: Sequence[UnitLine],
    arrangement: Arrangement = Arrangement.PARENT,
    only: str = "",
    typed: str = "",
) -> Node:
    """The tree of these units; `only` one group of them, and what goes by a name with `typed`.

    A unit stands in the group of the topmost formation it belongs to. Those above a unit that is
    found stay with it. Units whose parents go in a circle are shown side by side.
    """
    root = Node(None)
    is_flat = arrangement is Arrangement.NAME
    wanted = fold(typed)
    tops = [_branch(top) for top in _tops(lines)] if not is_flat else _by_name(lines)
    kept = [top for top in tops if _holds(top, wanted)]
    keys = [key for key in groups(node.line for node in kept if node.line) if only in {"", key}]
    for key in keys:
        heading = Node(None, group_title(key)) if len(keys) > 1 else root
        for node in kept:
            if node.line and group_of(node.line) == key:
                heading.add(node)
        if heading is not root:
            root.add(heading)
    for node in (root, *root.walk()):
        for row, part in enumerate(node.parts):
            part.row = row
    return root


_Tree = tuple[UnitLine, "list[_Tree]"]


def _tops(lines: Sequence[UnitLine]) -> list[_Tree]:
    here = {line.id for line in lines}
    parts: defaultdict[str | None, list[UnitLine]] = defaultdict(list)
    for line in lines:
        parent = line.unit.parent_id
        parts[parent if parent in here else None].append(line)
    seen: set[str] = set()

    def tree(line: UnitLine) -> _Tree:
        seen.add(line.id)
        return line, [tree(part) for part in parts[line.id] if part.id not in seen]

    found = [tree(line) for line in parts[None]]
    return found + [tree(line) for line in lines if line.id not in seen]


def _branch(tree: _Tree) -> Node:
    line, parts = tree
    node = Node(line)
    for part in parts:
        node.add(_branch(part))
    return node


def _by_name(lines: Sequence[UnitLine]) -> list[Node]:
    return [Node(line) for line in sorted(lines, key=lambda line: line.unit.name.casefold())]


def _holds(node: Node, wanted: str) -> bool:
    """Whether it or a part of it goes by a name that holds `wanted`; drops parts that do not."""
    if not wanted.strip() or node.line is None:
        return True
    is_found = any(wanted in fold(name) for name in names_of(node.line.unit))
    if not is_found:
        node.parts = [part for part in node.parts if _holds(part, wanted)]
    return is_found or bool(node.parts)
