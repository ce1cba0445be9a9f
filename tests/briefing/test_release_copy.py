"""What is above a copy's marking is nowhere in it."""

import json
from dataclasses import replace

import pytest
from briefing_cases import EXPORTED, HEAD, PICTURES, TOOL, briefing, kupiansk
from reading import text

from caseboard.analysis.standing import standings
from caseboard.briefing import manifest, outline, pdf, release
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.record import Deed, Record
from caseboard.briefing.release import Ceiling, Reason
from caseboard.model.net_change import Since
from caseboard.model.terms import Marking, Reuse
from caseboard.model.work import Note

SECRET = "Zwanzigfach"
"""A word that stands nowhere else."""
GREEN = Ceiling(Marking.GREEN)


@pytest.fixture
def dossier():
    """The Kupiansk case, of which anything may go that is not marked higher."""
    found = kupiansk()
    found.case.marking = Marking.CLEAR
    for clip in found.clips:
        clip.reuse = Reuse.ALLOWED
    return found


def everything(dossier, **changes):
    """A briefing that is for everyone, with every section on."""
    kinds = [{"kind": kind.value, "on": True} for kind in SectionKind]
    fields = {"marking": Marking.CLEAR, "sections": kinds, "texts": {}, **changes}
    return briefing(dossier.case, **fields)


def bytes_of(copy):
    """All that is written of a copy: outline, manifest and the text of the PDF."""
    making = outline.prepared(
        copy.dossier,
        copy.briefing,
        PICTURES,
        standings(copy.dossier),
        exported=EXPORTED,
        program=TOOL,
        version=1,
        withheld=copy.withheld,
        pictureless=copy.pictureless,
        coarsened=copy.coarsened,
    )
    made = outline.made(making)
    told = manifest.written(manifest.made(making, made)).decode()
    return "\n".join((repr(made), told, text(pdf.render(made)), repr(copy)))


def made(dossier, ceiling=GREEN, **changes):
    return release.made(dossier, everything(dossier, **changes), ceiling)


def whats(copy, reason):
    return [each.what for each in copy.withheld if each.reason is reason]


def test_what_has_no_higher_marking_is_all_there(dossier):
    copy = made(dossier, Ceiling(Marking.GREEN, hides_collector=False))
    assert [clip.id for clip in copy.dossier.clips] == [clip.id for clip in dossier.clips]
    assert [claim.id for claim in copy.dossier.claims] == [claim.id for claim in dossier.claims]
    assert {each.reason for each in copy.withheld} <= {Reason.POSITION}
    assert "Getty" in bytes_of(copy)


def test_a_word_above_the_marking_is_found_nowhere(dossier):
    copy = made(dossier)
    assert SECRET not in bytes_of(copy)
