"""Mail: headers, words, and what is attached."""

import hashlib

import posting
import pytest
from captured import PARAGRAPHS, picture

from caseboard.capture.documents import mail, mime
from caseboard.errors import CaseError
from caseboard.model.parts import body_text
from caseboard.model.terms import PartKind


def body(read):
    return body_text(read.text, read.parts)


def test_subject_sender_and_date_are_those_of_the_headers():
    read = mail.read(posting.mail().as_bytes())
    assert (read.title, read.author) == ("Міст відкрито", "Олена Марчук")
    assert read.published == "2024-11-14T11:39:00+02:00"
    assert read.published_as_printed == "Thu, 14 Nov 2024 11:39:00 +0200"
    assert (read.language, read.site, read.problem) == ("uk", "", "")


def test_the_subject_stands_over_the_words():
    read = mail.read(posting.mail().as_bytes())
    assert read.text.startswith("Міст відкрито\n\nІнженери")
    assert read.parts[0].kind is PartKind.TITLE
    assert body(read) == "\n\n".join(PARAGRAPHS["uk"])


def test_every_header_is_kept():
    read = mail.read(posting.mail(Reply_To="x@r.example", X_Mailer="Mutt").as_bytes())
    assert read.metadata["From"] == "Олена Марчук <olena@r.example>"
    assert (read.metadata["Reply-To"], read.metadata["X-Mailer"]) == ("x@r.example", "Mutt")
    twice = b"Received: by one\nReceived: by two\n" + posting.mail().as_bytes()
    assert mail.read(twice).metadata["Received 2"] == "by two"


def test_attachments_are_named_with_type_and_size():
    read = mail.read(posting.with_attachments())
    size = len(picture())
    hashed = hashlib.sha256(picture()).hexdigest()
    first = f"міст.jpg, image/jpeg, {size} bytes, SHA-256 {hashed}"
    assert read.metadata["Attachment 1"] == first
    assert read.metadata["Attachment 2"].startswith(".._.._etc_table.csv, text/csv, 4 bytes, SHA")
    assert read.metadata["Attachment 3"].startswith("unnamed, message/rfc822, ")


def test_an_attached_message_stands_below_and_is_no_body():
    read = mail.read(posting.with_attachments())
    assert "Earlier words" in read.text
    assert "Earlier words" not in body(read)
    assert read.parts[-1].kind is PartKind.OTHER
    assert read.text[read.parts[-1].start :].startswith("Міст відкрито\nОлена Марчук")


def test_pictures_that_are_attached_come_along_under_their_names():
    read = mail.read(posting.with_attachments())
    assert [(one.url, one.data) for one in read.embedded] == [("attachment:2", picture())]
    assert [ref.alt for ref in read.pictures] == ["міст.jpg"]
    assert len(mail.read(posting.newsletter()).embedded) == 1  # shown, so not once more


def test_fields_say_which_header_they_were_read_from():
    read = mail.read(posting.mail().as_bytes())
    assert read.said_in == {
        "title": "Mail Subject",
        "author": "Mail From",
        "published": "Mail Date",
    }


def test_html_is_read_as_a_page_with_the_pictures_that_came_along():
    read = mail.read(posting.newsletter())
    assert all(text in body(read) for text in PARAGRAPHS["en"])
    assert "Short." not in read.text
    assert [(one.url, one.data) for one in read.embedded] == [("cid:pic1", picture())]
    assert '<img src="clip:0" alt="The bridge">' in read.html
    assert read.title == "Міст відкрито"


def test_plain_words_win_where_the_page_says_less():
    words = "\n\n".join(PARAGRAPHS["en"])
    read = mail.read(posting.mail(words, "<p>Open this mail in a browser.</p>").as_bytes())
    assert body(read) == words


def test_older_charsets_are_read():
    head = b"From: a@r.example\r\nSubject: =?windows-1251?B?zO7x8g==?=\r\n"
    head += b"Content-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    read = mail.read(head + "Мост снова открыт для машин.".encode("koi8-r"))
    assert read.title == "Мост"
    assert read.text.endswith("Мост снова открыт для машин.")


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        ("Thu, 14 Nov 2024 11:39:00 +0200", "2024-11-14T11:39:00+02:00"),
        ("14 Nov 2024 11:39:00 GMT", "2024-11-14T11:39:00Z"),
        ("Thu, 14 Nov 2024 11:39:00 -0000", "2024-11-14T11:39:00"),
        ("Thu, 14 Nov 2024 11:39:00 +9999", None),
        ("Fri, 1 Jan 1904 00:00:00 +0000", None),
        ("Thu, 1 Jan 2099 00:00:00 +0000", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_of_mail_is_edtf_with_the_zone_it_states(stated, read):
    assert mime.date(stated) == read


def test_a_mail_without_words_says_so():
    read = mail.read(b"From: a@r.example\nSubject: Files\nContent-Type: image/png\n\nxx")
    assert "no text" in read.problem
    assert read.metadata["Attachment 1"].startswith("unnamed, image/png")


def test_a_mail_of_nested_containers_is_refused_or_read():
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3_000)
    )
    with pytest.raises(CaseError, match="broken"):
        mail.read(b"Subject: x\n" + deep + b"\nwords")


def test_a_header_made_to_hang_is_cut():
    read = mail.read(b"Subject: x\nTo: " + b"(" * 500_000 + b"\n\nwords")
    assert (read.title, len(read.metadata["To"])) == ("x", 2_000)


def test_a_huge_mail_is_not_taken_apart():
    with pytest.raises(CaseError, match="too large"):
        mail.read(b"x" * (mime.MAX_BYTES + 1))
