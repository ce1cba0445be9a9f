"""Writes the structure of a drawn document into its file (ISO 32000-2, 14.7 and 14.8)."""

from collections.abc import Sequence
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from caseboard.briefing.pdf import structure
from caseboard.briefing.pdf.structure import Mark, Node, Spot, Tree
from caseboard.briefing.pdf.xmp import printable

_PRINTED: Final = 4
"""The flag of an annotation that is there on paper too."""
_KEPT: Final = (structure.HEADER, structure.DATA)
"""What counts though it is empty: a table's columns are told by it."""


def put(pdf: pikepdf.Pdf, tree: Tree) -> None:
    """Make `pdf` a tagged file: every page and link of it leads to the tree and back."""
    _Writer(pdf, tree).write()


class _Writer:
    def __init__(self, pdf: pikepdf.Pdf, tree: Tree) -> None:
        self._pdf, self._tree = pdf, tree
        self._pages = [page.obj for page in pdf.pages]
        self._annotations = [list(page.get(Name.Annots, ())) for page in self._pages]
        self._made: dict[Node, Object] = {}

    def write(self) -> None:
        pdf = self._pdf
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = self._element(self._tree.root, root)
        root.K = Array([whole])
        root.RoleMap = Dictionary({f"/{role}": Name(f"/{of}") for role, of in _roles()})
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(self._parents())))
        root.ParentTreeNextKey = len(self._pages) + sum(map(len, self._tree.linked))
        if named := sorted((node.id, obj) for node, obj in self._made.items() if node.id):
            names = [part for name, obj in named for part in (String(name), obj)]
            root.IDTree = pdf.make_indirect(Dictionary(Names=Array(names)))
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, node: Node, parent: Object) -> Object:
        element = self._pdf.make_indirect(Dictionary(S=Name(f"/{node.role}"), P=parent))
        self._made[node] = element
        page = node.page()
        if page is not None:
            element.Pg = self._pages[page]
        kids = [self._kid(part, page, element) for part in node.parts if _counts(part)]
        if kids:
            element.K = kids[0] if len(kids) == 1 else Array(kids)
        _describe(element, node)
        return element

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
        for annotations, owners in zip(self._annotations, self._tree.linked, strict=True):
            for annotation, owner in zip(annotations, owners, strict=True):
                annotation.F = _PRINTED
                if owner is None:
                    continue
                annotation.StructParent = key
                annotation.Contents = String(printable(owner.alt))
                parents += [key, self._made[owner]]
                key += 1
        return parents


def _counts(part: Node | Mark | Spot) -> bool:
    """Whether there is anything to it: a paragraph of no words is left out."""
    if not isinstance(part, Node) or part.role in _KEPT:
        return True
    return any(map(_counts, part.parts))


def _describe(element: Object, node: Node) -> None:
    if node.alt:
        element.Alt = String(printable(node.alt))
    if node.language:
        element.Lang = String(node.language)
    if node.title:
        element.T = String(printable(node.title))
    if node.id:
        element.ID = String(node.id)
    if (attributes := _attributes(node)) is not None:
        element.A = attributes


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
