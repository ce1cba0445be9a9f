import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from reader_pages import make_clip, make_page, make_picture, plain_image, region

from caseboard.model.terms import FileRole
from caseboard.ui.reader.images import ImagesView
from caseboard.ui.reader.page import RegionSelection
from caseboard.ui.reader.thumbnails import PictureModel, square
from support import settled, until

DECORATION = Qt.ItemDataRole.DecorationRole


def two_pictures():
    clip = make_clip()
    first = make_picture(clip, 0, caption="A crew in May", credit="Someone/Agency via Archive")
    second = make_picture(clip, 1, caption="Map of the town")
    shot = make_picture(clip, 0, role=FileRole.SCREENSHOT)
    source = make_picture(clip, 2, media_type="text/html")
    return make_page(clip=clip, files=[shot, second, source, first])


@pytest.fixture
def view(theme, show):
    view = show(ImagesView(theme, plain_image))
    view.show_page(two_pictures())
    return view


def draw(qtbot, view):
    place = view.picture.camera.rect()
    start, end = place.center(), place.bottomRight() - QPoint(10, 10).toPointF()
    qtbot.mousePress(view.picture, Qt.MouseButton.LeftButton, pos=start.toPoint())
    qtbot.mouseMove(view.picture, end.toPoint())
    qtbot.mouseRelease(view.picture, Qt.MouseButton.LeftButton, pos=end.toPoint())


def test_pictures_come_in_order_with_the_screenshot_last(view):
    assert [file.caption for file in view.model.files] == ["A crew in May", "Map of the town", ""]


@pytest.mark.usefixtures("qapp")
def test_the_list_of_pictures_is_a_sound_model():
    model = PictureModel(plain_image)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    model.set_files(two_pictures().files)
    assert tester.model() is model
    assert model.rowCount() == 4
    assert model.index(0).data(DECORATION).width() == 64


def test_caption_and_credit_stand_as_published(view):
    assert view.caption.text() == "A crew in May"
    assert view.credit.text() == "Credit: Someone/Agency via Archive"
    view.strip.setCurrentIndex(view.model.index(1))
    assert view.caption.text() == "Map of the town"
    assert not view.credit.isVisible()


def test_a_region_is_told_with_its_picture(view, qtbot):
    view.strip.setCurrentIndex(view.model.index(1))
    with qtbot.waitSignal(view.region_drawn) as told:
        draw(qtbot, view)
    (selection,) = told.args
    assert isinstance(selection, RegionSelection)
    assert selection.file_id == view.model.files[1].id
    assert (selection.x, selection.y) == pytest.approx((0.5, 0.5), abs=0.01)


def test_a_dropped_region_is_told_as_none(view, qtbot):
    draw(qtbot, view)
    with qtbot.waitSignal(view.region_drawn) as told:
        qtbot.keyClick(view.picture, Qt.Key.Key_Escape)
    assert told.args == [None]
    assert view.selection() is None


def test_a_region_leads_to_its_picture(view):
    page = two_pictures()
    second = next(file for file in page.files if file.caption.startswith("Map"))
    view.show_page(make_page(clip=page.clip, files=page.files, regions=[region(second, "town")]))
    assert view.show_region("town")
    assert view.file.id == second.id
    assert view.picture.active == "town"
    assert not view.show_region("elsewhere")


def test_new_regions_leave_the_view_as_it_was(view):
    page = two_pictures()
    view.show_page(page)
    view.strip.setCurrentIndex(view.model.index(1))
    view.picture.zoom(3)
    scale = view.picture.camera.scale
    marked = [region(view.file, "town")]
    view.show_page(make_page(clip=page.clip, files=page.files, regions=marked))
    assert view.picture.camera.scale == scale
    assert view.strip.currentIndex().row() == 1


def test_a_picture_that_comes_late_is_shown(theme, show):
    images = {}
    view = show(ImagesView(theme, lambda file: images.get(file.id, QImage())))
    page = two_pictures()
    view.show_page(page)
    images[view.file.id] = plain_image(width=300, height=100)
    view.refresh_picture(view.file.id)
    assert view.picture.camera.picture.toSize().toTuple() == (300, 100)


def test_the_strip_is_only_there_for_several_pictures(theme, show):
    view = show(ImagesView(theme, plain_image))
    view.show_page(make_page())
    assert not view.strip.isVisible()
    view.show_page(two_pictures())
    assert view.strip.isVisible()


def test_a_clip_without_pictures_shows_none(view):
    view.show_page(make_page(files=[]))
    assert view.file is None
    assert view.caption.text() == ""


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [(400, 20), (20, 400), (7, 7)])
def test_a_thumbnail_is_square(size):
    thumbnail = square(plain_image(width=size[0], height=size[1]), 64)
    assert thumbnail.size().toTuple() == (64, 64)


def dark_image(*_args):
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(0x101010)
    return image


async def test_light_is_put_on_the_picture_and_taken_off_again(view):
    view.bar.light.click()
    assert view.bar.tones.isVisible()
    plain = middle(view)
    view.bar.tones.invert.click()
    await until(lambda: middle(view) != plain)
    view.bar.light.click()
    await until(lambda: middle(view) == plain)
    assert not view.bar.tones.isVisible()


async def test_all_that_was_put_on_the_picture_is_taken_off_at_once(view):
    plain = middle(view)
    view.bar.light.click()
    view.bar.tones.brightness.setValue(20)
    view.bar.tones.invert.click()
    await settled()
    assert middle(view) != plain
    view.bar.light.click()
    await settled()
    assert middle(view) == plain


def middle(view):
    shown = view.picture.grab().toImage()
    return shown.pixelColor(shown.rect().center()).getRgb()


async def test_error_levels_are_asked_for_once_and_shown_in_their_place(view):
    asked = []
    view.levels_wanted.connect(asked.append)
    before = view.picture.grab().toImage()
    look_at(view, "levels")
    assert asked == [view.file]
    view.show_levels(view.file.id, dark_image())
    await until(lambda: view.picture.grab().toImage() != before)
    look_at(view, "picture")
    await until(lambda: view.picture.grab().toImage() == before)
    look_at(view, "levels")
    assert len(asked) == 1


async def test_where_there_are_no_error_levels_the_picture_stays(view):
    look_at(view, "levels")
    view.keep_picture(view.file.id)
    assert view.bar.looks.current == "picture"


async def test_the_next_picture_is_shown_as_it_is(view):
    view.bar.light.click()
    view.bar.tones.brightness.setValue(40)
    look_at(view, "levels")
    view.strip.setCurrentIndex(view.model.index(1))
    assert view.bar.looks.current == "picture"
    assert view.bar.tones.brightness.value() == 0


def test_the_words_of_the_shown_picture_are_asked_for(view):
    asked = []
    view.words_wanted.connect(asked.append)
    view.bar.words.click()
    assert asked == [view.file]


def look_at(view, key):
    view.bar.looks.choose(key)
    view.bar.looks.chosen.emit(key)
