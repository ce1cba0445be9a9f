"""Annex B: chain of custody."""

from datetime import UTC, datetime

from briefing_cases import HEAD, kupiansk
from sectioning import said, section, tables

from caseboard.briefing.blocks import SectionKind, text_of
from caseboard.briefing.record import Deed, Record, untold
from caseboard.briefing.release import Reason, Withheld
from caseboard.model.terms import ChangeKind

CUSTODY = SectionKind.CUSTODY
AT = datetime(2024, 11, 14, 12, 2, 31, tzinfo=UTC)
HASH = "ab" * 32


def deed(*clips, seq=3, label="Clip “article”", kind=ChangeKind.DO):
    return Deed(seq, AT, "Desk 2", label, HASH, tuple(clip.id for clip in clips), kind)


def rows(case, *deeds):
    (table,) = tables(case, CUSTODY, record=Record(9, deeds))
    return [[[text_of(part.runs) for part in cell] for cell in row] for row in table]


def test_without_a_record_there_is_no_chain_to_tell_of():
    assert section(kupiansk(), CUSTODY) is None


def test_the_head_the_length_and_the_verdict_are_told():
    words = said(kupiansk(), CUSTODY, record=Record(9, problems=()))

    assert words[0] == f"change-set 87, {HEAD}"
    assert words[1] == "9 change-sets in this case"
    assert words[2].startswith("Made with this document: every file of the case has its SHA-256")


def test_a_preview_says_that_nothing_was_checked():
    assert said(kupiansk(), CUSTODY, record=Record(9))[2].startswith("Not made for a preview")


def test_problems_are_counted_and_named():
    record = Record(9, problems=("E001: it is gone.", "E002: it is gone."))
    assert said(kupiansk(), CUSTODY, record=record)[2] == (
        "2 problems were found. E001: it is gone. E002: it is gone."
    )


def test_a_release_copy_counts_problems_and_names_none():
    record = Record(9, problems=("E009: it is gone.",))
    withheld = (Withheld(Reason.MARKING, "1 exhibit"),)
    words = said(kupiansk(), CUSTODY, record=record, withheld=withheld)
    assert words[2] == "1 problem was found."


def test_a_deed_says_when_what_by_whom_to_which_exhibit():
    case = kupiansk()
    (row,) = rows(case, deed(*case.clips))

    assert row == [
        ["3"],
        ["14 Nov 2024 12:02:31"],
        ["Clip “article” ·\u00a0Desk 2"],
        ["E001, E002"],
        [f"{HASH[:24]}…"],
    ]


def test_what_was_undone_says_so():
    case = kupiansk()
    (row,) = rows(case, deed(case.clips[0], kind=ChangeKind.UNDO))
    assert row[2] == ["Undone: Clip “article” ·\u00a0Desk 2"]


def test_a_deed_on_what_is_not_in_the_briefing_is_counted_and_not_named():
    case = kupiansk()
    other = kupiansk().clips[0]
    secret = deed(case.clips[0], other, label="Clip “secret”")
    words = said(case, CUSTODY, record=Record(9, (deed(case.clips[0]), secret)))

    assert not any("secret" in each for each in words)
    assert words[-1] == "1 change-set more touched evidence that is not in this document."


def test_a_label_is_never_a_template():
    case = kupiansk()
    (row,) = rows(case, deed(case.clips[0], label="{what} {0} %s", kind=ChangeKind.REDO))
    assert row[2] == ["Redone: {what} {0} %s ·\u00a0Desk 2"]


def test_a_copy_that_does_not_tell_what_was_done_says_so_once():
    case = kupiansk()
    first, second = case.clips[:2]
    deeds = (
        deed(first, seq=1, label=""),
        deed(first, seq=2, label=""),
        deed(second, first, seq=3, label=""),
        deed(second, seq=4, label="", kind=ChangeKind.UNDO),
    )
    record = untold(Record(9, deeds), hides_who=True)
    words = said(case, CUSTODY, record=record)

    (told,) = [each for each in words if "not told" in each]
    assert told == (
        "What 4 change-sets did is not told in this copy: 2 took exhibits in,"
        " 1 changed what is kept, 1 undid or redid that."
    )
    (table,) = tables(case, CUSTODY, record=record)
    found = [[[text_of(part.runs) for part in cell] for cell in row] for row in table]
    assert found[0] == [["1"], ["14 Nov 2024 12:02:31"], ["E001"], [f"{HASH[:24]}…"]]


def test_who_did_it_is_told_where_only_that_may_be():
    case = kupiansk()
    record = untold(Record(9, (deed(case.clips[0]),)), hides_who=False)
    (table,) = tables(case, CUSTODY, record=record)
    assert [text_of(part.runs) for part in table[0][2]] == ["Desk 2"]
