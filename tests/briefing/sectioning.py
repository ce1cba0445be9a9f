"""One section of a briefing, and what it says."""

from briefing_cases import EXPORTED, PICTURES, TOOL, briefing, compose, kupiansk

from caseboard.analysis.standing import standings
from caseboard.briefing import manifest
from caseboard.briefing.blocks import Table, text_of
from caseboard.briefing.outline import made, prepared
from caseboard.briefing.walk import paragraphs


def composed(
    dossier, *kinds, version=1, record=None, withheld=(), pictureless=frozenset(), **changes
):
    """The outline of a briefing that has these sections alone."""
    wanted = [{"kind": kind.value, "on": True} for kind in kinds]
    return compose(
        dossier,
        briefing(dossier.case, **{"sections": wanted, **changes}),
        PICTURES,
        standings(dossier),
        exported=EXPORTED,
        program=TOOL,
        version=version,
        record=record,
        withheld=withheld,
        pictureless=pictureless,
    )


def section(dossier, kind, *others, **given):
    """A section by itself, or among others; None where it has nothing to say."""
    outline = composed(dossier, *others, kind, **given)
    return next((each for each in outline.sections if each.kind is kind), None)


def said(dossier, kind, *others, **given):
    """The words of every paragraph of a section."""
    found = section(dossier, kind, *others, **given)
    return [] if found is None else [text_of(each.runs) for each in paragraphs(found)]


def tables(dossier, kind, *others, **given):
    """The tables of a section: rows of cells, each cell a list of its parts."""
    found = section(dossier, kind, *others, **given)
    return [
        [[list(cell.content) for cell in row.cells] for row in block.rows]
        for block in found.blocks
        if isinstance(block, Table)
    ]


def links(outline):
    """Every place of an outline that a run of it leads to."""
    return {
        run.link
        for each in outline.sections
        for paragraph in paragraphs(each)
        for run in paragraph.runs
        if run.link
    }


def manifest_of(dossier, withheld=(), **changes):
    """The manifest of a briefing, as JSON values."""
    making = prepared(
        dossier,
        briefing(dossier.case, **changes),
        PICTURES,
        standings(dossier),
        exported=EXPORTED,
        program=TOOL,
        version=2,
        withheld=withheld,
    )
    return manifest.made(making, made(making))


def written_manifest(**changes):
    """The manifest of the case everybody knows, as a file, some of its parts changed."""
    return manifest.written({**manifest_of(kupiansk(), ref="KUP-2024-11-B1"), **changes})
