"""What a release copy leaves out is in no byte of any form of it."""

import zipfile

import pikepdf
import pypdfium2
import pytest

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.release import Ceiling
from caseboard.commands.anchoring import TextPlace
from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.cases import NewCase
from caseboard.commands.claims import AddReport, ReportDraft
from caseboard.commands.editing import Edit
from caseboard.commands.exporting_briefings import export
from caseboard.commands.marking import KeepPrivate, MarkRows
from caseboard.commands.notes import WriteNote
from caseboard.commands.sources import Named
from caseboard.model.claim import Claim
from caseboard.model.clip import Clip
from caseboard.model.columns import new_id
from caseboard.model.terms import ExportForm, Marking, SourceKind, Stance
from caseboard.store import briefings, cases
from caseworker import TEXT, Casework

SECRET = "Zwanzigfach"
COLLECTOR = "Quendolina"
USER = "tester"
"""Who keeps the library of these tests."""
GREEN = Ceiling(Marking.GREEN)
NAMES = {
    ExportForm.PDF: "copy.pdf",
    ExportForm.HTML: "copy.html",
    ExportForm.DOCX: "copy.docx",
    ExportForm.MARKDOWN: "copy.md",
    ExportForm.FOLDER: "copy",
    ExportForm.BAG: "bag",
}


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def begun(work):
    """A case with an exhibit, a claim and a note that speak of a secret, briefed on once."""
    history = work.history
    work.case = await history.run(NewCase("Kupiansk", marking=Marking.CLEAR, collector=COLLECTOR))
    open_clip = await work.clip()
    await work.claim(open_clip)
    told = f"{TEXT} {SECRET}"
    secret_clip = await work.clip(told.encode(), told, f"The {SECRET} file")
    claim = await work.claim(secret_clip, f"The {SECRET} was seen", "Two columns")
    note = new_id()
    await history.run(WriteNote(work.case, note, f"Ask about {SECRET}"))
    briefing = draft(work.read(cases.by_id, work.case))
    briefing.bottom_line = "It is said [[C1]] [[E002]]."
    briefing.sections = [{"kind": kind.value, "on": True} for kind in SectionKind]
    await history.run(SaveBriefing(briefing))
    (kept,) = work.read(briefings.of_case, work.case)
    return kept, secret_clip, claim, note


async def marked(work, target):
    """The case after a version for the desk, its secrets marked since; returns that version."""
    briefing, clip, claim, note = await begun(work)
    whole = target / "whole.pdf"
    await export(work.library, work.history, briefing, whole)
    run, case = work.history.run, work.case
    await run(MarkRows(case, Clip, frozenset([clip]), Marking.RED))
    await run(MarkRows(case, Claim, frozenset([claim]), Marking.AMBER))
    await run(KeepPrivate(case, frozenset([note]), is_private=True))
    await run(Edit(Clip, clip, {"title": f"The {SECRET} again"}, f"Rename the {SECRET}", case))
    return briefing, whole


def words_of(path):
    """All that can be read in what was written: names of files, and bytes without compression."""
    if path.is_dir():
        inside = sorted(path.rglob("*"))
        return "\n".join(f"{each.name} {words_of(each)}" for each in inside if each.is_file())
    data = path.read_bytes()
    if data.startswith(b"%PDF-"):
        return pdf_words(path)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(path) as held:
            parts = [f"{name} ".encode() + held.read(name) for name in held.namelist()]
        data = b"\n".join(parts)
    return data.decode("utf-8", "replace")


def pdf_words(path):
    """Its text as a reader sees it, and every string and stream in it."""
    pages = pypdfium2.PdfDocument(path)
    found = [page.get_textpage().get_text_bounded() for page in pages]
    with pikepdf.open(path) as held:
        for each in held.objects:
            if isinstance(each, pikepdf.Stream):
                found.append(bytes(each.read_bytes()).decode("utf-8", "replace"))
            found.append(repr(each))
            found += [str(value) for value in _strings(each)]
    return "\n".join(found)


def _strings(thing):
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield from (each for _key, each in thing.items() if isinstance(each, pikepdf.String))
    elif isinstance(thing, pikepdf.Array):
        yield from (each for each in thing if isinstance(each, pikepdf.String))
    elif isinstance(thing, pikepdf.String):
        yield thing


async def test_the_whole_says_what_a_copy_must_not(work, tmp_path):
    _briefing, whole = await marked(work, tmp_path)
    told = words_of(whole)
    assert [word for word in (SECRET, COLLECTOR, USER) if word not in told] == []


@pytest.mark.parametrize("form", NAMES)
async def test_no_form_of_a_copy_says_it(work, tmp_path, form):
    briefing, _whole = await marked(work, tmp_path)
    target = tmp_path / NAMES[form]
    exported = await export(work.library, work.history, briefing, target, form, ceiling=GREEN)
    told = words_of(target)
    assert [word for word in (SECRET, COLLECTOR, USER) if word in told] == []
    assert "[withheld]" in told.replace("\\", "")
    assert "E002" in told  # it is told that it is left out
    assert exported.stored.sha256


async def test_the_manifest_that_is_kept_of_a_copy_says_it_neither(work, tmp_path):
    briefing, _whole = await marked(work, tmp_path)
    await export(work.library, work.history, briefing, tmp_path / "copy.pdf", ceiling=GREEN)
    newest = work.read(briefings.exports, briefing.id)[0]
    assert newest.is_release
    assert newest.marking == "TLP:GREEN"
    kept = work.library.files.read(newest.manifest).decode()
    assert [word for word in (SECRET, COLLECTOR, USER) if word in kept] == []


SPOT = "49.71003, 37.61581"
MAPS = "https://www.google.com/maps/@49.71003,37.61581,15z"


@pytest.mark.parametrize("form", NAMES)
async def test_no_form_of_a_copy_tells_a_position(work, tmp_path, form):
    """Wherever it stands in words, and though nothing is marked above the copy."""
    history = work.history
    work.case = await history.run(NewCase("Kupiansk", marking=Marking.CLEAR))
    text = f"{TEXT} The guns stand at {SPOT}, see {MAPS}."
    clip = await work.clip(text.encode(), text, f"Guns at {SPOT}")
    claim = await work.claim(clip, f"Guns stand at {SPOT}")
    at = TextPlace(text.index("The guns"), text.index(", see"))
    again = ReportDraft(clip, at, Stance.SUPPORTS, Named("Staff", SourceKind.OFFICIAL), ())
    await history.run(AddReport(work.case, claim, again))
    await history.run(Edit(Clip, clip, {"url_asked": MAPS, "credit": SPOT}, "Edit", work.case))
    await history.run(WriteNote(work.case, new_id(), f"Ask about **{SPOT[:8]}**, {SPOT[10:]}"))
    briefing = draft(work.read(cases.by_id, work.case))
    briefing.title, briefing.bottom_line = f"At {SPOT}", f"It is said [[C1|{SPOT}]], {MAPS}."
    briefing.sections = [{"kind": kind.value, "on": True} for kind in SectionKind]
    await history.run(SaveBriefing(briefing))
    (kept,) = work.read(briefings.of_case, work.case)

    whole, copy = tmp_path / f"whole-{NAMES[form]}", tmp_path / NAMES[form]
    await export(work.library, history, kept, whole, form)
    told = words_of(whole)
    assert [digits for digits in ("71003", "61581") if digits not in told] == []
    done = await export(work.library, history, kept, copy, form, ceiling=GREEN)
    told = words_of(copy)
    assert [digits for digits in ("71003", "61581") if digits in told] == []
    assert "in the text of the briefing" in {each.what for each in done.withheld}
