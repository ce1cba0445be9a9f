"""Reads the structure of a PDF back, as software that reads it aloud would."""

from dataclasses import dataclass

import pikepdf

_PAINTS = frozenset(
    ["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "EI"]
)


@dataclass(frozen=True)
class Content:
    """What the streams of the pages say."""

    marked: list
    """Of each page, the numbers of its marked stretches in the order they are painted."""
    unmarked: list
    """Painting operators that are of no element and no artifact: page and operator."""
    nested: list
    """Marks inside of marks."""


def content(pdf):
    """Walk the streams of all pages."""
    marked, unmarked, nested = [], [], []
    for number, page in enumerate(pdf.pages):
        marked.append([])
        opened = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BMC", "BDC"):
                if opened:
                    nested.append((number, str(operands[0])))
                opened.append(operands)
                if name == "BDC" and "/MCID" in operands[1]:
                    marked[-1].append(int(operands[1].MCID))
            elif name == "EMC":
                opened.pop()
            elif name in _PAINTS and not opened:
                unmarked.append((number, name))
        assert not opened
    return Content(marked, unmarked, nested)


def elements(pdf):
    """Every element, depth first, as it is read."""
    yield from _below(pdf.Root.StructTreeRoot)


def _below(element):
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def kids(element):
    """What an element is made of."""
    inner = element.get("/K", [])
    return list(inner) if isinstance(inner, pikepdf.Array | list) else [inner]


def roles(pdf):
    """The role of every element, depth first."""
    return [str(element.S)[1:] for element in elements(pdf)]


def marks(pdf):
    """Page from 0 and number of each marked stretch, in the order they are read, and of what."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    yield from _marks_below(pdf.Root.StructTreeRoot, pages)


def _marks_below(element, pages):
    for kid in kids(element):
        if isinstance(kid, int):
            yield pages[element.Pg.objgen], kid, element
        elif "/S" in kid:
            yield from _marks_below(kid, pages)
        elif kid.get("/Type") == "/MCR":
            yield pages[kid.Pg.objgen], int(kid.MCID), element


def by_key(pdf):
    """The parent tree, flat."""
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(key): value for key, value in zip(nums[::2], nums[1::2], strict=True)}
