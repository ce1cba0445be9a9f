from caseboard.briefing.blocks import Entry, Heading, Listing, Paragraph, Role, Run, text_of
from caseboard.briefing.markdown import blocks, inline, paragraphs


def test_emphasis_is_read():
    assert inline("a **b** *c* `d`") == (
        Run("a "),
        Run("b", bold=True),
        Run(" "),
        Run("c", italic=True),
        Run(" "),
        Run("d", mono=True),
    )


def test_a_link_is_printed_and_leads_nowhere():
    runs = inline("see [here](https://example.org/x) and <https://example.org>")

    assert text_of(runs) == "see here (https://example.org/x) and https://example.org"
    assert not any(run.link or run.url for run in runs)


def test_html_and_pictures_are_printed_as_typed():
    typed = "<b>x</b> ![alt](file:///etc/passwd) &lt;"

    assert text_of(inline(typed)) == typed


def test_a_ref_stays_whole():
    assert inline("a [[E001]] b") == (Run("a [[E001]] b"),)


def test_a_ref_stays_whole_beside_a_definition():
    (first, second) = blocks("x [[E001]]\n\n[E001]: https://example.org")

    assert text_of(first.runs) == "x [[E001]]"
    assert text_of(second.runs).startswith("[E001]: ")


def test_lists_are_read_with_their_levels():
    (listing,) = blocks("3. one\n4. two\n   - inner\n\n     more")

    assert isinstance(listing, Listing)
    assert [(entry.label.text, entry.level) for entry in listing.entries] == [
        ("3.", 0),
        ("4.", 0),
        ("•", 1),
    ]
    assert [text_of(part.runs) for part in listing.entries[2].content] == ["inner", "more"]


def test_headings_quotations_and_code_keep_their_kind():
    made = blocks("# Head\n\n> said\n\n    code <b>\n\nplain")

    assert isinstance(made[0], Heading)
    assert [block.role for block in made[1:] if isinstance(block, Paragraph)] == [
        Role.QUOTE,
        Role.CODE,
        Role.BODY,
    ]
    assert text_of(made[2].runs) == "code <b>"


def test_two_lists_are_two_listings():
    made = blocks("- a\n\nbetween\n\n- b")

    assert [type(block) for block in made] == [Listing, Paragraph, Listing]
    assert isinstance(made[0].entries[0], Entry)


def test_blank_lines_part_paragraphs():
    assert [text_of(part.runs) for part in paragraphs("one\nstill\r\n\r\n\n\ntwo")] == [
        "one still",
        "two",
    ]
