from caseboard.analysis.completeness import Kept
from caseboard.commands.clips import AddClips, KeptClip, KeptFile
from caseboard.commands.station import Station
from caseboard.model.terms import ClipKind, FileRole, Method
from caseboard.store import clips
from caseboard.ui.inspector.completeness_section import SIGNS, CompletenessSection
from caseworker import NOON


async def page_clip(work, *roles):
    await work.open()
    kept = tuple(
        KeptFile(work.library.files.add(role.encode()), role, "text/html", role) for role in roles
    )
    clip = KeptClip(ClipKind.ARTICLE, "A page", kept, "https://example.org/a", Method.FILE)
    add = AddClips(work.case, (clip,), NOON, Station("Ada", "desk-1", "Linux"))
    clip_id = (await work.history.run(add))[0]
    return work.read(clips.view, clip_id)


def shown(section):
    return {row.name.text(): row.sign.text() for row in section._rows}


async def test_each_item_says_its_state_by_sign_and_word(work, theme, qtbot):
    section = CompletenessSection(theme)
    qtbot.addWidget(section)
    section.show_clip(await page_clip(work, FileRole.ORIGINAL))
    found = shown(section)
    assert found["Page source"] == SIGNS[Kept.YES]
    assert found["Picture of the full page: not collected"] == SIGNS[Kept.NO]
    assert found["Network: does not apply"] == SIGNS[Kept.NOT_HERE]
    assert section.meter.value() == sum(sign == SIGNS[Kept.YES] for sign in found.values())
    assert str(section.meter.maximum()) in section.share.text()


async def test_a_web_archive_is_offered_only_where_there_is_one(work, theme, qtbot):
    section = CompletenessSection(theme)
    qtbot.addWidget(section)
    section.show_clip(await page_clip(work, FileRole.ORIGINAL))
    assert section.archive.isHidden()
    section.show_clip(await page_clip(work, FileRole.ORIGINAL, FileRole.WARC))
    assert not section.archive.isHidden()
    with qtbot.waitSignal(section.archive_wanted):
        section.archive.click()
