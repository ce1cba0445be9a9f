"""Writes the structure of a drawn document into its file (ISO 32000-2, 14.7 and 14.8)."""

from collections.abc import Sequence
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from caseboard.briefing.pdf import structure
from caseboard.briefing.pdf.structure import Mark, Node, Spot, Tree
from caseboard.briefing.pdf.xmp import printable

_KEPT: Final = (structure.HEADER, structure.DATA)
"""What counts though it is empty: a table's columns are told by it."""
_PLAIN: Final = (*_KEPT, structure.BODY, structure.NOTE, structure.CAPTION)
"""What may hold text without a paragraph around it."""


def put(pdf: pikepdf.Pdf, tree: Tree, annotations: Sequence[Sequence[Object]]) -> None:
    """Make `pdf` a tagged file: every page and link of it leads to the tree and back.

    `annotations` are the links of each page, as they were told to the tree.
    """
    _Writer(pdf, tree, annotations).write()


class _Writer:
    def __init__(
        self, pdf: pikepdf.Pdf, tree: Tree, annotations: Sequence[Sequence[Object]]
    ) -> None:
        self._pdf, self._tree, self._annotations = pdf, tree, annotations
        self._pages = [page.obj for page in pdf.pages]
        self._roles: dict[str, Object] = {}
        self._named: dict[str, Object] = {}
        self._made: dict[Node, Object] = {}

    def write(self) -> None:
        pdf = self._pdf
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = self._element(self._tree.root, root)
        root.K = Array([whole])
        root.RoleMap = Dictionary({f"/{role}": Name(f"/{of}") for role, of in _roles()})
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(self._parents())))
        root.ParentTreeNextKey = len(self._pages) + sum(map(len, self._tree.linked))
        if named := sorted(self._named.items()):
            names = [part for name, element in named for part in (String(name), element)]
            root.IDTree = pdf.make_indirect(Dictionary(Names=Array(names)))
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, node: Node, parent: Object) -> Object:
        inner = _only_paragraph(node)
        parts = (inner or node).parts
        entries: dict[str, Object | str] = {"/S": self._role(node.role), "/P": parent}
        page = (inner or node).page()
        if page is not None:
            entries["/Pg"] = self._pages[page]
        _describe(entries, node)
        element = self._pdf.make_indirect(Dictionary(entries))
        self._made[inner or node] = element
        if node.id:
            self._named[node.id] = element
        kids = [self._kid(part, page, element) for part in parts if _counts(part)]
        if kids:
            element.K = kids[0] if len(kids) == 1 else Array(kids)
        return element

    def _role(self, role: str) -> Object:
        if role not in self._roles:
            self._roles[role] = Name(f"/{role}")
        return self._roles[role]

    def _kid(self, part: Node | Mark | Spot, page: int | None, element: Object) -> Object | int:
        if isinstance(part, Node):
            return self._element(part, element)
        if isinstance(part, Mark):
            if part.page == page:
                return part.number
            on = self._pages[part.page]
            return Dictionary(Type=Name.MCR, Pg=on, MCID=part.number)
        return Dictionary(
            Type=Name.OBJR,
            Obj=self._annotations[part.page][part.number],
            Pg=self._pages[part.page],
        )

    def _parents(self) -> list[Object | int]:
        """Keys and what they lead to: the pages first, then each link."""
        parents: list[Object | int] = []
        for number, (page, nodes) in enumerate(zip(self._pages, self._tree.marked, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            parents += [number, Array([self._made[node] for node in nodes])]
        key = len(self._pages)
        for owners in self._tree.linked:
            for owner in owners:
                if owner is not None:
                    parents += [key, self._made[owner]]
                    key += 1
        return parents


def _counts(part: Node | Mark | Spot) -> bool:
    """Whether there is anything to it: a paragraph of no words is left out."""
    if not isinstance(part, Node) or part.role in _KEPT:
        return True
    return any(map(_counts, part.parts))


def _only_paragraph(node: Node) -> Node | None:
    """The one paragraph of a cell or item, which then needs no element of its own."""
    if node.role not in _PLAIN:
        return None
    parts = [part for part in node.parts if _counts(part)]
    if len(parts) != 1 or not isinstance(parts[0], Node):
        return None
    only = parts[0]
    is_plain = only.role == structure.PARAGRAPH and not (only.language or only.id or only.alt)
    return only if is_plain else None


def _describe(entries: dict[str, Object | str], node: Node) -> None:
    texts = (("/Alt", node.alt), ("/Lang", node.language), ("/T", node.title), ("/ID", node.id))
    for key, text in texts:
        if text:
            entries[key] = String(printable(text))
    if (attributes := _attributes(node)) is not None:
        entries["/A"] = attributes


def _attributes(node: Node) -> Object | None:
    if node.role in _KEPT:
        cell = Dictionary(O=Name.Table)
        if node.span > 1:
            cell.ColSpan = node.span
        if node.scope:
            cell.Scope = Name(f"/{node.scope}")
        return cell if len(cell) > 1 else None
    if node.role == structure.LIST:  # its labels are text like any other
        return Dictionary(O=Name.List, ListNumbering=Name("/None"))
    if node.bounds is not None:
        corners = Array([round(edge, 2) for edge in node.bounds])
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=corners)
    return None


def _roles() -> Sequence[tuple[str, str]]:
    return sorted(structure.ROLES.items())
