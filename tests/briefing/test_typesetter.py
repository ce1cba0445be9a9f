from caseboard.briefing.blocks import (
    Cell,
    Column,
    Entry,
    Fact,
    Facts,
    Listing,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    SectionKind,
    Table,
    plain,
)
from caseboard.briefing.pdf.boxes import Stack
from caseboard.briefing.pdf.typeset import Typesetter

LONG = "The column was seen west of the railway and did not return before morning. "


def boxes(*blocks):
    section = Section(SectionKind.ASSESSMENT, "Assessment", blocks)
    return list(Typesetter(400).section(section))


def listing():
    return Listing(tuple(Entry(Run(f"{n}."), (plain(LONG * 3),)) for n in range(1, 5)))


def test_small_print_about_a_list_stays_with_its_end():
    made = boxes(listing(), plain("If a linchpin does not hold, nothing does.", Role.SMALL))
    whole = Stack(made)
    _above, below = whole.split(whole.height - 1, fresh=False)

    assert len(below.boxes) == 3


def test_what_follows_a_list_otherwise_may_stand_on_the_next_page():
    made = boxes(listing(), Paragraph((Run(LONG),)))
    whole = Stack(made)
    _above, below = whole.split(whole.height - 1, fresh=False)

    assert len(below.boxes) == 1


def test_a_table_stays_with_the_facts_above_it():
    facts = Facts(tuple(Fact(f"Label {n}", (Run("Value"),)) for n in range(3)))
    row = Row((Cell((plain(LONG),)),))
    made = boxes(facts, Table((Column("What was done", 1.0),), (row,) * 9))

    assert all(box.sticky for box in made[:-1])
