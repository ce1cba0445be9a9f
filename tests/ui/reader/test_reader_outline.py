from reader_pages import make_clip, make_page, make_picture

from caseboard.model.terms import ClipKind, FileRole, PartKind
from caseboard.ui.reader.outline import Figure, Line, LineStyle, outline


def styles(blocks):
    return [b.style if isinstance(b, Line) else "figure" for b in blocks]


def test_an_article_is_read_title_byline_picture_caption_body():
    shown = outline(make_page(byline="Daily News · A. Reporter"))
    assert styles(shown.flow) == [
        LineStyle.TITLE,
        LineStyle.BYLINE,
        "figure",
        LineStyle.CAPTION,
        LineStyle.PARAGRAPH,
        LineStyle.PARAGRAPH,
    ]


def test_what_is_not_body_stands_apart_in_its_order():
    page = make_page(byline="Daily News")
    words = [line.text for line in outline(page).aside]
    assert words == [
        "Members pay for this newsroom.",
        "by A. Reporter, 14 November 2024",
        "This text can be heard.",
        "Another village is free",
    ]


def test_the_printed_byline_stands_in_when_there_is_no_other():
    shown = outline(make_page())
    byline = next(line for line in shown.flow if line.style is LineStyle.BYLINE)
    assert byline.text == "by A. Reporter, 14 November 2024"
    assert byline.start == make_page().clip.text.index("by A.")


def test_every_part_is_shown_exactly_once():
    page = make_page(byline="Daily News")
    shown = outline(page)
    lines = [b for b in (*shown.flow, *shown.aside) if isinstance(b, Line) and b.start is not None]
    assert sorted(line.start for line in lines) == [part["start"] for part in page.clip.parts]
    assert all(page.clip.text[x.start : x.start + len(x.text)] == x.text for x in lines)


def test_a_clip_without_parts_is_read_block_by_block():
    clip = make_clip(text="One\n\nTwo 🔥\n\n\n\nThree", parts=[], title="A note")
    lines = outline(make_page(clip=clip, files=[])).flow
    assert [(line.text, line.start) for line in lines] == [
        ("A note", None),
        ("One", 0),
        ("Two 🔥", 5),
        ("Three", 14),
    ]


def test_a_picture_without_a_caption_in_the_text_brings_its_own():
    clip = make_clip(((PartKind.PARAGRAPH, True, None, "Words."),))
    files = [make_picture(clip, 0), make_picture(clip, 1, caption="The bridge", credit="Agency")]
    flow = outline(make_page(clip=clip, files=files)).flow
    assert [type(block) for block in flow] == [Line, Figure, Line, Figure, Line]
    assert (flow[-1].text, flow[-1].credit, flow[-1].start) == ("The bridge", "Agency", None)


def test_a_credit_the_caption_says_is_not_said_twice():
    clip = make_clip(((PartKind.CAPTION, False, 0, "The bridge (Agency)"),))
    files = [make_picture(clip, 0, credit="Agency")]
    assert outline(make_page(clip=clip, files=files)).flow[-1].credit == ""


def test_an_image_clip_shows_its_original_and_no_page_source():
    clip = make_clip((), kind=ClipKind.IMAGE)
    files = [
        make_picture(clip, 0, role=FileRole.ORIGINAL),
        make_picture(clip, 1, role=FileRole.PAYLOAD, media_type="text/html"),
        make_picture(clip, 2, role=FileRole.DERIVATIVE),
    ]
    flow = outline(make_page(clip=clip, files=files)).flow
    assert [b.file.ordinal for b in flow if isinstance(b, Figure)] == [0]
