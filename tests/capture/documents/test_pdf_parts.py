"""What a PDF holds besides its words: pictures, attachments, scripts, forms; and what is left."""

import zlib
from io import BytesIO

import pikepdf
import printing
import pytest
from captured import PARAGRAPHS, picture
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from caseboard.capture.documents import pdf, pdf_images, pdf_page, pdf_salvage
from caseboard.capture.worker import Worker
from caseboard.errors import CaseError
from caseboard.model.terms import ClipKind


def gallery(*pictures, words="Words on every page", size=(200, 150)):
    """A page for each picture, with words above it."""
    out = BytesIO()
    canvas = Canvas(out)
    for data in pictures:
        canvas.drawString(72, 780, words)
        canvas.drawImage(ImageReader(BytesIO(data)), 72, 300, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def photo(colour, size=(320, 200), kind="JPEG"):
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


def with_jpeg(data, jpeg):
    """`data` with the JPEG of its first page replaced by `jpeg`, byte for byte."""
    with pikepdf.open(BytesIO(data)) as document:
        stream = next(iter(document.pages[0].get_images().values()))
        with Image.open(BytesIO(jpeg)) as image:
            stream.Width, stream.Height = image.size
        stream.write(jpeg, filter=pikepdf.Name.DCTDecode)
        out = BytesIO()
        document.save(out)
    return out.getvalue()


def rewritten(data, change=lambda _document: None, **how):
    with pikepdf.open(BytesIO(data)) as document:
        change(document)
        out = BytesIO()
        document.save(out, **how)
    return out.getvalue()


def test_a_jpeg_comes_out_byte_for_byte():
    jpeg = picture()
    read = pdf.read(with_jpeg(gallery(photo("red")), jpeg))
    (found,) = read.embedded
    assert (found.media_type, found.data) == ("image/jpeg", jpeg)
    assert found.url == "#page=1&picture=1"
    assert [ref.url for ref in read.pictures] == ["#page=1", found.url]


def test_other_pictures_come_out_as_png():
    read = pdf.read(gallery(photo("red", kind="PNG")))
    (found,) = read.embedded
    assert found.media_type == "image/png"
    with Image.open(BytesIO(found.data)) as image:
        assert (image.size, image.convert("RGB").getpixel((5, 5))) == ((320, 200), (255, 0, 0))


def test_each_picture_comes_once_and_ornaments_do_not_come():
    logo = photo("green", (60, 60))
    read = pdf.read(gallery(photo("red"), logo, photo("blue"), photo("red")))
    assert [found.url for found in read.embedded] == ["#page=1&picture=1", "#page=3&picture=1"]


def test_only_the_largest_pictures_come_out_in_reading_order(monkeypatch):
    monkeypatch.setattr(pdf_images, "MOST", 2)
    read = pdf.read(
        gallery(photo("red", (400, 300)), photo("blue", (200, 200)), photo("green", (500, 400)))
    )
    assert [found.url for found in read.embedded] == ["#page=1&picture=1", "#page=3&picture=1"]


def test_the_pages_of_a_scan_are_no_pictures_of_it():
    whole = gallery(photo("red"), words="", size=(595, 842))
    moved = rewritten(whole, lambda d: d.pages[0].__setattr__("MediaBox", [72, 300, 667, 1142]))
    assert pdf.read(moved).embedded == ()
    assert len(pdf.read(gallery(photo("red"), words="", size=(200, 150))).embedded) == 1


def test_a_picture_that_claims_to_be_huge_is_left_where_it_is():
    def change(document):
        stream = next(iter(document.pages[0].get_images().values()))
        stream.Width, stream.Height = 60_000, 60_000

    assert pdf.read(rewritten(gallery(photo("red", kind="PNG")), change)).embedded == ()


def test_pages_are_counted_and_fields_say_where_they_were_read():
    read = pdf.read(printing.report(times=14, title="Bridges", author="Olena Marchuk"))
    assert read.pages == 4
    assert read.said_in == {"title": "PDF Title", "author": "PDF Author"}
    read = pdf.read(printing.report())
    assert read.said_in == {"title": "Heading on page 1"}
    read = pdf.read(
        printing.with_xmp(
            printing.report(title="x1", author="y"),
            dc_creator="Olena Marchuk",
            photoshop_Headline="Floods",
            prism_publicationDate="2024-11-14",
        )
    )
    assert read.said_in == {
        "title": "XMP title",
        "author": "XMP creator",
        "published": "XMP publicationDate",
    }


def test_version_size_and_protection_are_told():
    read = pdf.read(printing.lines((72, 700, "Words"), encrypt=StandardEncryption("", "owner")))
    assert read.metadata["PDF version"].startswith("1.")
    assert read.metadata["Page size"] == "210 × 297 mm"
    assert "encrypted" in read.metadata["Protection"]
    assert "Protection" not in pdf.read(printing.report()).metadata


def test_attachments_are_named_and_not_opened():
    def change(document):
        document.attachments["../../звіт.xlsx"] = b"PK\x03\x04"

    read = pdf.read(rewritten(printing.report(), change))
    assert "звіт.xlsx" in read.metadata["Attachment 1"]
    assert "/" not in read.metadata["Attachment 1"]


def test_scripts_are_told_and_not_run():
    def change(document):
        document.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS="app.launchURL('http://127.0.0.1:9/')"
        )

    assert "not run" in pdf.read(rewritten(printing.report(), change)).metadata["Scripts"]
    assert "Scripts" not in pdf.read(printing.report()).metadata


def form():
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 760, "Permit")
    canvas.acroForm.textfield(name="holder", value="O. Marchuk", x=72, y=700)
    canvas.acroForm.textfield(name="empty", value="", x=72, y=600)
    canvas.save()

    def change(document):
        document.pages[0].Annots[0].V = pikepdf.String("Олена Марчук")

    return rewritten(out.getvalue(), change)


def test_what_was_filled_in_in_a_form_is_told():
    said = pdf.read(form()).metadata
    assert (said["Form"], said["Field holder"]) == ("AcroForm", "Олена Марчук")
    assert "Field empty" not in said


def test_the_worker_reads_all_of_it_within_its_limits():
    worker = Worker()
    try:
        data = rewritten(form(), lambda d: d.attachments.__setitem__("a.txt", b"x"))
        read = worker.read(ClipKind.DOCUMENT, "application/pdf", data)
        assert read.metadata["Field holder"] == "Олена Марчук"
        read = worker.read(ClipKind.DOCUMENT, "application/pdf", gallery(photo("red", kind="PNG")))
        assert len(read.embedded) == 1
    finally:
        worker.close()


def cut(pages, kept):
    """A document of some pages that lost its end after `kept` of them, list of pages and all."""
    objects = [b"%PDF-1.4\n", b"1 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"]
    for number in range(1, pages + 1):
        words = b"BT/F 18 Tf 72 700 Td(This is page %d)Tj ET" % number
        page, content = 2 * number, 2 * number + 1
        objects.append(
            b"%d 0 obj<</Type/Page/Parent 99 0 R/Contents %d 0 R/Resources<</Font<</F 1 0 R>>>>"
            b">>endobj\n%d 0 obj<</Length %d>>stream\n%s\nendstream endobj\n"
            % (page, content, content, len(words), words)
        )
    return b"".join(objects[: 2 + kept]) + b"40 0 obj<</Length 900>>stream\nxxxx"


def test_a_document_that_lost_its_end_is_read_as_far_as_it_goes():
    read = pdf.read(cut(5, kept=3))
    assert [part.page for part in read.parts] == [1, 2, 3]
    assert "This is page 3" in read.text
    assert read.problem.startswith("The document is damaged: 3 pages")
    assert pdf_page.pages(cut(5, kept=3), {}).values["count"] == 3


def test_where_no_page_is_whole_the_document_is_broken():
    with pytest.raises(CaseError, match="broken"):
        pdf.read(cut(5, kept=0))
    assert pdf_salvage.rebound(b"1 0 obj<</Type/Page>>endobj") == b""  # not even a PDF


def test_a_document_cut_anywhere_is_read_or_refused_in_words():
    whole = rewritten(
        printing.report(times=14), object_stream_mode=pikepdf.ObjectStreamMode.disable
    )
    readable = 0
    for share in range(1, 10):
        try:
            read = pdf.read(whole[: len(whole) * share // 10])
        except CaseError as error:
            assert str(error).endswith(".")  # noqa: PT017  either outcome is right
        else:
            readable += bool(read.text)
            assert "damaged" in read.problem or not read.text
    assert readable


def test_a_page_that_cannot_be_read_is_told_and_the_others_are_read():
    def change(document):
        kids = document.Root.Pages.Kids
        kids[1] = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Nonsense))

    read = pdf.read(rewritten(printing.report(times=14), change))
    assert {1, 3, 4} <= {part.page for part in read.parts}
    assert PARAGRAPHS["en"][0] in read.text


def test_a_bomb_of_a_stream_is_given_up_in_time():
    def change(document):
        bomb = zlib.compress(b"q " * 40_000_000)
        document.pages[0].Contents = document.make_stream(b"")
        document.pages[0].Contents.write(bomb, filter=pikepdf.Name.FlateDecode)

    worker = Worker()
    try:
        data = rewritten(printing.report(times=14), change, compress_streams=False)
        try:
            worker.read(ClipKind.DOCUMENT, "application/pdf", data)
        except CaseError as error:
            assert "kept" in str(error)  # noqa: PT017  either outcome is right
        assert worker.read(ClipKind.DOCUMENT, "application/pdf", printing.report()).text
    finally:
        worker.close()


def test_where_time_is_short_pictures_are_left_out():
    data = gallery(photo("red"))
    assert len(pdf.read(data).embedded) == 1
    read = pdf.read(data, pdf.Limits(images_seconds=0.0))
    assert (read.embedded, "Words" in read.text) == ((), True)
