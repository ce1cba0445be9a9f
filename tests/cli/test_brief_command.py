"""`caseboard brief`: one outline in every form, as a script asks for it."""

import json
from io import BytesIO, StringIO

import bagit
import pypdfium2
import pytest
from lxml import html

from caseboard.cli import briefing_options, main
from caseboard.i18n import LANGUAGES
from caseboard.model import terms


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A library with the sample case."""
    folder = tmp_path_factory.mktemp("brief")
    assert main(["--library", str(folder / "library"), "case", "sample"]) == 0
    return folder


@pytest.fixture
def run(folder, capsys):
    """Writes a briefing of the sample case; gives exit code, what was told, and errors."""

    def run(*arguments):
        capsys.readouterr()
        library = ("--library", str(folder / "library"), "--json")
        code = main([*library, "brief", "KUP-2024-11", *map(str, arguments)])
        said = capsys.readouterr()
        return code, json.loads(said.out) if said.out else None, said.err

    return run


def text(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_the_words_of_the_options_are_those_of_the_model():
    assert list(briefing_options.FORMS) == [form.value for form in terms.ExportForm]
    assert list(briefing_options.TEMPLATES) == [each.value for each in terms.Template]
    assert list(briefing_options.LANGUAGES) == list(LANGUAGES)
    assert [f"TLP:{each}" for each in briefing_options.MARKINGS] == list(terms.Marking)


@pytest.mark.parametrize(
    ("name", "form", "start"),
    [
        ("brief.html", "html", b"<!doctype html>"),
        ("brief.docx", "docx", b"PK\x03\x04"),
        ("brief.md", "markdown", b"**TLP:CLEAR**"),
        ("brief.pdf", "pdf", b"%PDF-"),
    ],
)
def test_the_name_says_the_form(run, tmp_path, name, form, start):
    code, told, _said = run("-o", tmp_path / name)
    assert (code, told["form"], told["withheld"]) == (0, form, [])
    data = (tmp_path / name).read_bytes()
    assert data.startswith(start)
    assert told["bytes"] == len(data)


def test_a_folder_or_a_bag_holds_the_exhibits(run, tmp_path):
    assert run("-o", tmp_path / "given")[1]["form"] == "folder"
    assert (tmp_path / "given" / "exhibits" / "E001" / "collection.json").exists()
    assert run("-o", tmp_path / "kup.bag", "--form", "bag")[0] == 0
    bagit.Bag(str(tmp_path / "kup.bag")).validate()


def test_a_copy_for_others_tells_what_it_leaves_out(run, tmp_path):
    target = tmp_path / "copy.pdf"
    code, told, _said = run("-o", target, "--marking", "tlp:clear")
    assert code == 0
    assert {"reason": "collector", "what": "who collected the exhibits"} in told["withheld"]
    assert "Sample desk" not in text(target)


def test_template_page_and_language_are_for_this_once(run, tmp_path):
    options = ("--template", "flash", "--page", "Letter", "--language", "uk")
    assert run("-o", tmp_path / "flash.pdf", *options)[0] == 0
    with pypdfium2.PdfDocument(tmp_path / "flash.pdf") as document:
        assert document[0].get_size() == (612, 792)
    run("-o", tmp_path / "again.html")
    page = html.document_fromstring((tmp_path / "again.html").read_bytes())
    assert page.get("lang") == "en"
    assert len(page.xpath("//main/section")) > 4


@pytest.mark.parametrize("ref", ["B1", "b1", "KUP-2024-11-B1"])
def test_a_briefing_is_chosen_by_its_ref(run, tmp_path, ref):
    assert run(ref, "-o", tmp_path / "brief.md")[0] == 0


def test_a_briefing_that_is_not_there_is_said(run, tmp_path):
    code, told, said = run("B9", "-o", tmp_path / "brief.md")
    assert (code, told) == (1, None)
    assert "no briefing B9" in said
    assert "It has: B1." in said
    assert not (tmp_path / "brief.md").exists()


def test_a_name_that_says_no_form_is_refused(run, tmp_path):
    code, _told, said = run("-o", tmp_path / "brief.odt")
    assert code == 1
    assert ".odt" in said
    assert not (tmp_path / "brief.odt").exists()


def test_a_marking_that_is_none_ends_with_two(run, tmp_path):
    with pytest.raises(SystemExit) as stopped:
        run("-o", tmp_path / "brief.pdf", "--marking", "SECRET")
    assert stopped.value.code == 2


def test_a_case_without_a_briefing_gets_a_first_one(tmp_path, capsys):
    library = ("--library", str(tmp_path / "library"), "--json")
    main([*library, "case", "new", "Night fire"])
    ref = json.loads(capsys.readouterr().out)["ref"]
    for name in ("1.md", "2.md"):
        assert main([*library, "brief", ref, "-o", str(tmp_path / name)]) == 0
    assert f"{ref}-B1" in (tmp_path / "1.md").read_text()
    assert (tmp_path / "1.md").read_bytes() == (tmp_path / "2.md").read_bytes()


def test_a_briefing_is_signed_with_a_certificate(run, tmp_path, monkeypatch):
    pytest.importorskip("pyhanko")
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415  an extra

    from certificates import PASSPHRASE, issued  # noqa: PLC0415  it needs the library

    (tmp_path / "desk.p12").write_bytes(issued().packed())
    target = tmp_path / "signed.pdf"
    monkeypatch.setattr("sys.stdin", StringIO(f"{PASSPHRASE}\n"))
    code, _told, _said = run("-o", target, "--sign", tmp_path / "desk.p12")
    assert code == 0
    assert len(PdfFileReader(BytesIO(target.read_bytes())).embedded_signatures) == 1


def test_a_copy_that_names_nobody_warns_before_it_is_signed(run, tmp_path, monkeypatch):
    pytest.importorskip("pyhanko")
    from certificates import PASSPHRASE, issued  # noqa: PLC0415  it needs the library

    (tmp_path / "desk.p12").write_bytes(issued().packed())
    target, sign = tmp_path / "signed.pdf", ("--sign", tmp_path / "desk.p12")
    monkeypatch.setattr("sys.stdin", StringIO(f"{PASSPHRASE}\n"))
    code, _told, said = run("-o", target, *sign, "--marking", "GREEN")
    assert code == 0
    assert "names the holder of the certificate" in said
    monkeypatch.setattr("sys.stdin", StringIO(f"{PASSPHRASE}\n"))
    code, _told, said = run("-o", target, *sign)
    assert (code, said) == (0, "")


def test_a_wrong_passphrase_writes_nothing(run, tmp_path, monkeypatch):
    pytest.importorskip("pyhanko")
    from certificates import issued  # noqa: PLC0415  it needs the library

    (tmp_path / "desk.p12").write_bytes(issued().packed())
    monkeypatch.setattr("sys.stdin", StringIO("wrong\n"))
    code, _told, said = run("-o", tmp_path / "signed.pdf", "--sign", tmp_path / "desk.p12")
    assert code == 1
    assert "passphrase" in said
    assert not (tmp_path / "signed.pdf").exists()


def test_a_time_stamp_alone_is_refused_in_words(run, tmp_path):
    code, _told, said = run("-o", tmp_path / "brief.pdf", "--tsa", "https://tsa.example.org")
    assert code == 1
    assert "certificate" in said
