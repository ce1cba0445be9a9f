"""Handing a briefing on from the window: the dialog, what it writes, and what it says."""

import hashlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from caseboard.briefing.linter.finding import Finding, Rule, Where
from caseboard.briefing.release import Ceiling, Reason, Withheld
from caseboard.commands.briefings import SaveBriefing
from caseboard.commands.signing_briefings import Signing
from caseboard.model.terms import ExportForm, Marking
from caseboard.model.work import Briefing
from caseboard.store import briefings
from caseboard.ui.briefing import export_plan
from caseboard.ui.briefing.export_dialog import Copy, ExportDialog
from caseboard.ui.briefing.export_plan import Plan
from caseboard.ui.forms.fields import FieldError
from caseboard.ui.views.briefings import BriefingsView
from support import settled, until

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def make_press():
    return Press


class Press:
    """Prints nothing, and knows what a release copy leaves out."""

    def __init__(self, _folder):
        self.asked = []

    async def render(self, _briefing, _ceiling=None):
        return None

    async def findings(self, _briefing):
        return None

    async def left_out(self, _briefing, ceiling):
        self.asked.append(ceiling)
        left_out = [Withheld(Reason.MARKING, f"E{number:03}") for number in range(14)]
        return (*left_out, Withheld(Reason.PRIVATE, "1 note"))

    def close(self):
        pass


@pytest.fixture
def exporting(shown, case_desk, work, history):
    """A view of one briefing, and the dialog that asks how to export it."""

    async def exporting():
        await work.open()
        await work.claim(await work.clip())
        view = await shown(BriefingsView, await case_desk(work.case))
        begun = Briefing(case_id=work.case, title="Two accounts", marking=Marking.AMBER)
        await history.run(SaveBriefing(begun))
        await until(lambda: view.composer.title.text() == "Two accounts")
        work.view = view
        return view, await asked(view)

    return exporting


async def asked(view):
    QTest.mouseClick(view.export, LEFT)
    return await until(lambda: view.findChild(ExportDialog))


async def answer(dialog, path):
    """Take the export button, and choose `path` where it asks; None closes that."""
    QTest.mouseClick(dialog.keep, LEFT)
    asks = await until(lambda: dialog.findChild(QFileDialog))
    await until(asks.isVisible)
    name = asks.findChild(QLineEdit).text()
    if path is None:
        asks.reject()
    else:
        asks.selectedFiles = lambda: [str(path)]
        asks.done(1)
    return name


async def exports(view):
    return await view._desk.read(briefings.exports, view.current_id)


async def test_an_export_is_on_disk_with_the_hash_that_is_recorded(exporting, tmp_path):
    view, dialog = await exporting()
    target = tmp_path / "brief.pdf"
    assert await answer(dialog, target) == "Two accounts.pdf"
    await until(view.notice.isVisible)
    data = target.read_bytes()
    (made,) = await exports(view)
    sha256 = hashlib.sha256(data).hexdigest()
    assert (made.version, made.name, made.form) == (1, "brief.pdf", ExportForm.PDF)
    assert made.sha256 == sha256
    assert str(target) in view.notice.text.text()
    assert sha256 in view.notice.text.text()
    await until(lambda: view.preview.panel.versions.model.rowCount() == 1)


async def test_the_hash_of_an_export_is_copied(exporting, tmp_path):
    view, dialog = await exporting()
    await answer(dialog, tmp_path / "brief.pdf")
    await until(view.notice.isVisible)
    button = view.notice._flow.itemAt(2).widget()
    assert button.text() == "Copy SHA-256"
    QTest.mouseClick(button, LEFT)
    (made,) = await exports(view)
    assert QGuiApplication.clipboard().text() == made.sha256


@pytest.mark.parametrize(
    ("form", "ending", "begins"),
    [
        (ExportForm.HTML, ".html", b"<!"),
        (ExportForm.DOCX, ".docx", b"PK"),
        (ExportForm.MARKDOWN, ".md", b"# "),
    ],
)
async def test_every_form_gets_its_ending(exporting, tmp_path, form, ending, begins):
    view, dialog = await exporting()
    dialog.form.choose(form)
    assert not dialog.signature.isVisible()
    assert await answer(dialog, tmp_path / "brief") == f"Two accounts{ending}"
    await until(view.notice.isVisible)
    written = (tmp_path / f"brief{ending}").read_bytes()
    assert begins.lower() in written[:300].lower()


async def test_exhibits_go_into_a_folder(exporting, tmp_path):
    view, dialog = await exporting()
    dialog.form.choose(ExportForm.BAG)
    assert await answer(dialog, tmp_path / "bag") == "Two accounts"
    await until(view.notice.isVisible)
    assert (tmp_path / "bag" / "bagit.txt").is_file()


async def test_leaving_where_it_asks_for_a_file_keeps_the_dialog(exporting):
    view, dialog = await exporting()
    await answer(dialog, None)
    await until(dialog.wrong.isVisible)
    assert dialog.wrong.text() == "Nothing was exported."
    dialog.reject()
    await settled()
    assert not await exports(view)
    assert view.notice.isHidden()


def test_the_name_of_a_copy_tells_no_position():
    titled = Briefing(case_id="c", ref="KUP-2024-11-B1", title="Guns at 49.71003, 37.61581")
    whole, copy = Plan(), Plan(ceiling=Ceiling(Marking.GREEN))
    assert export_plan.name(titled, whole, "KUP-2024-11") == "Guns at 49.71003, 37.61581.pdf"
    assert export_plan.name(titled, copy, "KUP-2024-11") == "KUP-2024-11-B1.pdf"
    plain = titled.model_copy(update={"title": "Two accounts"})
    assert export_plan.name(plain, copy, "KUP-2024-11") == "Two accounts.pdf"


async def test_a_place_that_cannot_be_written_to_is_said_in_the_dialog(exporting, tmp_path):
    view, dialog = await exporting()
    await answer(dialog, tmp_path / "nowhere" / "brief.pdf")
    await until(dialog.wrong.isVisible)
    assert "could not be written" in dialog.wrong.text()
    assert dialog.form.isEnabled()
    assert dialog.progress.isHidden()
    dialog.reject()
    await settled()
    assert not await exports(view)


async def test_an_export_that_is_stopped_writes_nothing(exporting, desk, tmp_path):
    view, dialog = await exporting()

    def stop(jobs):
        if jobs.running:
            dialog._on_job(jobs.running[0])
            dialog.reject()

    desk.jobs.changed.connect(stop)
    await answer(dialog, tmp_path / "brief.pdf")
    await until(dialog.wrong.isVisible)
    assert dialog.wrong.text() == "The export was stopped. Nothing was written."
    assert not list(tmp_path.glob("*brief.pdf*"))
    dialog.reject()
    await settled()
    assert not await exports(view)


async def test_what_a_release_copy_leaves_out_is_listed_beforehand(exporting):
    view, dialog = await exporting()
    assert not dialog.left_out.isVisible()
    dialog.copy.choose(Copy.GREEN)
    await until(lambda: "E000" in dialog.left_out.text())
    lines = dialog.left_out.text().splitlines()
    assert lines[0] == "Left out of the copy:"
    assert lines[1].endswith("E010, E011 and 2 more")
    assert lines[2] == "• Private: 1 note"
    assert dialog.plan() == Plan(ExportForm.PDF, Ceiling(Marking.GREEN))
    dialog.hides_unlicensed.setChecked(False)
    await until(lambda: len(view.preview.press.asked) == 2)
    assert view.preview.press.asked[-1] == Ceiling(Marking.GREEN, hides_unlicensed=False)
    dialog.reject()


async def test_no_copy_is_for_readers_above_the_briefing(exporting):
    _view, dialog = await exporting()
    offered = [dialog.copy.itemText(place) for place in range(dialog.copy.count())]
    assert offered == [
        "TLP:AMBER: nothing is left out",
        "Release copy for TLP:AMBER",
        "Release copy for TLP:GREEN",
        "Release copy for TLP:CLEAR",
    ]
    dialog.reject()


async def test_a_release_copy_is_recorded_as_one(exporting, tmp_path):
    view, dialog = await exporting()
    dialog.copy.choose(Copy.GREEN)
    await answer(dialog, tmp_path / "brief.pdf")
    await until(view.notice.isVisible)
    (made,) = await exports(view)
    assert made.is_release
    assert made.marking == "TLP:GREEN"


async def test_findings_are_named_and_forbid_nothing(exporting):
    view, dialog = await exporting()
    assert not dialog.warnings.isVisible()
    dialog.reject()
    await settled()
    uncited = Finding(Rule.UNCITED, "Nothing is cited.", "", Where("bottom_line"))
    view.preview.findings = (uncited, uncited, Finding(Rule.MISSING, "No author.", "", Where()))
    dialog = await asked(view)
    assert dialog.warnings.text().splitlines() == [
        "3 findings are not settled:",
        "• Not cited (2)",
        "• Missing",
    ]
    assert dialog.keep.isEnabled()
    dialog.reject()


async def test_a_certificate_has_to_be_there_before_anything_is_written(exporting, tmp_path):
    _view, dialog = await exporting()
    fields = dialog.signature
    fields.wanted.setChecked(True)
    with pytest.raises(FieldError, match="certificate"):
        dialog.plan()
    file = tmp_path / "own.p12"
    file.write_bytes(b"")
    fields.certificate.setText(str(file))
    fields.passphrase.setText("secret")
    assert dialog.plan().signing == Signing(file, "secret")
    assert "secret" not in repr(dialog.plan())
    fields.server.setText("ftp://example.org")
    with pytest.raises(FieldError, match="https"):
        dialog.plan()
    dialog.form.choose(ExportForm.HTML)
    assert dialog.plan().signing is None
    dialog.reject()


async def test_a_copy_without_its_author_warns_that_a_signature_names_its_holder(exporting):
    _view, dialog = await exporting()
    fields = dialog.signature
    fields.wanted.setChecked(True)
    assert not fields.warning.isVisible()
    dialog.copy.choose(Copy(Marking.GREEN.value))
    assert fields.warning.isVisible()
    assert "names the holder" in fields.warning.text()
    dialog.hides_collector.setChecked(False)
    assert not fields.warning.isVisible()
    dialog.hides_collector.setChecked(True)
    fields.wanted.setChecked(False)
    assert not fields.warning.isVisible()
    dialog.reject()


async def test_a_certificate_that_is_none_is_refused_in_words(exporting, tmp_path):
    view, dialog = await exporting()
    file = tmp_path / "own.p12"
    file.write_bytes(b"no certificate")
    dialog.signature.wanted.setChecked(True)
    dialog.signature.certificate.setText(str(file))
    await answer(dialog, tmp_path / "brief.pdf")
    await until(dialog.wrong.isVisible)
    assert not (tmp_path / "brief.pdf").exists()
    dialog.reject()
    await settled()
    assert not await exports(view)
