"""How to check, the attestation, and what a copy leaves out."""

import pytest
from briefing_cases import HEAD, TOOL, kupiansk
from sectioning import composed, said, section, tables

from caseboard.briefing import manifest
from caseboard.briefing.blocks import SectionKind, text_of
from caseboard.briefing.release import Reason, Withheld

CHECK, ATTESTATION, WITHHELD = (
    SectionKind.CHECK,
    SectionKind.ATTESTATION,
    SectionKind.WITHHELD,
)


def test_the_check_names_commands_manifest_and_head():
    words = " ".join(said(kupiansk(), CHECK, ref="KUP-2024-11-B1"))

    assert "caseboard verify-briefing FILE.pdf --library DIR" in words
    assert "caseboard verify KUP-2024-11 --library DIR" in words
    assert manifest.NAME in words
    assert f"Change-set 87, {HEAD}" in words
    assert "KUP-2024-11-B1" in words
    assert TOOL in words


def names(**changes):
    ((row,),) = tables(kupiansk(), ATTESTATION, **changes)
    return [text_of(cell[0].runs) for cell in row]


def test_there_is_room_to_sign():
    assert names(author="Desk 2") == ["Desk 2", "\u00a0", "\u00a0"]
    ((row,),) = tables(kupiansk(), ATTESTATION)
    assert all(len(cell) == 4 for cell in row)


def test_an_author_who_is_withheld_is_not_named_there():
    assert names(author="Desk 2", is_author_withheld=True)[0] == "\u00a0"


def test_what_is_attested_is_the_analysts_to_say():
    assert "case KUP-2024-11" in said(kupiansk(), ATTESTATION)[0]
    texts = {"attestation": "I stand by this."}
    assert said(kupiansk(), ATTESTATION, texts=texts)[0] == "I stand by this."


def test_nobody_attests_in_a_copy_that_keeps_them_back():
    withheld = (Withheld(Reason.COLLECTOR, "the author"),)
    assert section(kupiansk(), ATTESTATION, withheld=withheld) is None
    texts = {"attestation": "We stand by this."}
    assert section(kupiansk(), ATTESTATION, withheld=withheld, texts=texts) is not None


def test_what_is_left_out_is_told_by_reason():
    withheld = (
        Withheld(Reason.RIGHTS, "pictures of E001"),
        Withheld(Reason.MARKING, "2 exhibits"),
        Withheld(Reason.MARKING, "1 note"),
        Withheld(Reason.MARKING, "1 note"),
        Withheld(Reason.PRIVATE, ""),
    )
    _lead, *entries, reading = said(kupiansk(), WITHHELD, withheld=withheld)
    assert entries == [
        "Marked higher than this copy: 2 exhibits, 1 note",
        "Private",
        "Pictures whose re-use nobody allowed: pictures of E001",
    ]
    assert reading.startswith("Numbers that are missing among exhibits")


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(reason):
    (_lead, words, _reading) = said(kupiansk(), WITHHELD, withheld=(Withheld(reason, "X"),))
    assert words.endswith(": X")


def test_a_copy_says_so_though_nobody_switched_that_on():
    made = composed(
        kupiansk(), SectionKind.BOTTOM_LINE, withheld=(Withheld(Reason.MARKING, "1 note"),)
    )
    assert [each.kind for each in made.sections][-1] is WITHHELD


def test_a_whole_briefing_leaves_nothing_out_and_says_nothing_of_it():
    assert section(kupiansk(), WITHHELD) is None
