"""The pictures of a clip: a strip of thumbnails, one picture large, its caption and credit."""

import asyncio

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.model.clip import ClipFile
from caseboard.model.ids import FileId
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.buttons import tool_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.camera import STEP
from caseboard.ui.reader.figures import LoadImage
from caseboard.ui.reader.page import ReaderPage, Region, RegionSelection, pictures
from caseboard.ui.reader.picture import PictureView
from caseboard.ui.reader.picture_bar import Look, PictureBar
from caseboard.ui.reader.thumbnails import THUMBNAIL, PictureModel
from caseboard.ui.reader.tones import AS_IT_IS, Tones, toned


class ImagesView(Surface):
    """Shows a clip's pictures one at a time; regions are told of the one that is shown."""

    region_drawn = Signal(object)
    """`RegionSelection`, or None once it is dropped."""
    region_clicked = Signal(str)
    levels_wanted = Signal(object)
    """The `ClipFile` whose error levels are to be shown: answer with `show_levels`."""
    words_wanted = Signal(object)
    """The `ClipFile` whose words are to be read."""
    place_wanted = Signal(object)
    """The `ClipFile` of which is to be said where it lies on the ground."""
    file_shown = Signal(object)
    """The `ClipFile` that is shown from now on, or None."""

    def __init__(self, theme: Theme, load_image: LoadImage, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._theme = theme
        self._clip_id = ""
        self._regions: tuple[Region, ...] = ()
        self._hides_regions = False
        self._levels: dict[FileId, QImage] = {}
        self._toning = 0
        self.model = PictureModel(load_image, self)
        self.bar = PictureBar(theme, self)
        self.picture = PictureView(theme, self)
        self.strip = self._make_strip()
        self.caption = plain_label("", self, wrap=True, selectable=True)
        self.credit = plain_label("", self, tone="muted", size="small", wrap=True, selectable=True)
        self.scale = plain_label("", self, tone="muted", size="small")
        self._lay_out()
        self.picture.region_drawn.connect(self._on_region_drawn)
        self.picture.region_cleared.connect(lambda: self.region_drawn.emit(None))
        self.picture.region_clicked.connect(self.region_clicked)
        self.picture.zoomed.connect(self._on_zoomed)
        self.picture.lens_toggled.connect(self.bar.lens.setChecked)
        self.bar.look_chosen.connect(self._on_look_chosen)
        self.bar.turn_wanted.connect(self.picture.turn)
        self.bar.lens_wanted.connect(lambda on: self.picture.hold_lens(on=on))
        self.bar.words_wanted.connect(self._on_words_wanted)
        self.bar.place_wanted.connect(self._on_place_wanted)
        self.bar.tones.changed.connect(self._tone)
        self.strip.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def file(self) -> ClipFile | None:
        """The picture that is shown."""
        row = self.strip.currentIndex().row()
        return self.model.files[row] if 0 <= row < len(self.model.files) else None

    def show_page(self, page: ReaderPage) -> None:
        """Show a page's pictures; if only its regions are others, the view stays as it is."""
        files = pictures(page.files)
        self._regions = tuple(page.regions)
        if page.clip.id == self._clip_id and files == self.model.files:
            self._show_regions()
            return
        self._clip_id = page.clip.id
        self._levels.clear()
        self.model.set_files(files)
        self.strip.setVisible(len(files) > 1)
        self.strip.setCurrentIndex(self.model.index(0) if files else QModelIndex())
        if not files:
            self._show_row(-1)

    def show_file(self, file_id: FileId) -> None:
        """Show that picture, if the clip has it."""
        for row, file in enumerate(self.model.files):
            if file.id == file_id:
                self.strip.setCurrentIndex(self.model.index(row))

    def show_region(self, key: str) -> bool:
        """Show the picture a region is in, and frame it; whether there is one of that key."""
        region = next((each for each in self._regions if each.key == key), None)
        if region:
            self.show_file(region.file_id)
            self.picture.show_region(key)
        return region is not None

    def refresh_picture(self, file_id: FileId) -> None:
        """A picture has come: show it."""
        row = self.model.refresh(file_id)
        if row is not None and row == self.strip.currentIndex().row():
            self._show_row(row)

    def show_levels(self, file_id: FileId, levels: QImage) -> None:
        """The error levels of a picture have come."""
        self._levels[file_id] = levels
        if self.file is not None and self.file.id == file_id:
            self._tone()

    def keep_picture(self, file_id: FileId) -> None:
        """There are no error levels of that picture: show itself again."""
        if self.file is not None and self.file.id == file_id:
            self.bar.looks.choose(Look.PICTURE.value)
            self._tone()

    def hide_regions(self, *, hidden: bool) -> None:
        """Leave out what is marked in the picture while something else is done on it."""
        self._hides_regions = hidden
        self._show_regions()

    def selection(self) -> RegionSelection | None:
        """The region that was drawn and waits for a tag."""
        file, pending = self.file, self.picture.pending
        if file is None or pending is None:
            return None
        return RegionSelection(file.id, pending.x(), pending.y(), pending.width(), pending.height())

    def _make_strip(self) -> QListView:
        strip = QListView(self)
        strip.setModel(self.model)
        strip.setFlow(QListView.Flow.LeftToRight)
        strip.setWrapping(False)
        strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        strip.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        strip.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        strip.setSpacing(4)
        strip.setFixedHeight(THUMBNAIL + 32)
        strip.setAccessibleName(_("Pictures of this clip"))
        strip.setTabKeyNavigation(False)
        return strip

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.caption)
        words.addWidget(self.credit)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 12, 10)
        foot.setSpacing(4)
        foot.addLayout(words, 1)
        for button in self._zoom_buttons():
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.picture, 1)
        layout.addWidget(self.strip)
        layout.addLayout(foot)

    def _zoom_buttons(self) -> list[QWidget]:
        smaller = tool_button(self._theme, "zoom-out", _("Smaller (-)"), self)
        larger = tool_button(self._theme, "zoom-in", _("Larger (+)"), self)
        fit = tool_button(self._theme, "maximize-2", _("Fit (0)"), self)
        smaller.clicked.connect(lambda: self.picture.zoom(1 / STEP))
        larger.clicked.connect(lambda: self.picture.zoom(STEP))
        fit.clicked.connect(self.picture.fit)
        self.scale.setFixedHeight(smaller.sizeHint().height())
        return [smaller, self.scale, larger, fit]

    def _show_row(self, row: int) -> None:
        shown = 0 <= row < len(self.model.files)
        file = self.model.files[row] if shown else None
        image = self.model.image(row) if shown else QImage()
        name = (file.alt or file.caption or file.name) if file else ""
        self.bar.show_afresh()
        self.bar.setEnabled(not image.isNull())
        self.picture.show_image(image, name)
        self._show_words(file)
        self._show_regions()
        self.file_shown.emit(file)

    def _show_words(self, file: ClipFile | None) -> None:
        credit = file.credit if file else ""
        self.caption.setText(file.caption if file else "")
        self.credit.setText(_("Credit: {credit}").format(credit=credit) if credit else "")
        self.caption.setVisible(bool(self.caption.text()))
        self.credit.setVisible(bool(credit))

    def _show_regions(self) -> None:
        file = self.file
        here = [region for region in self._regions if file and region.file_id == file.id]
        self.picture.show_regions([] if self._hides_regions else here)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._show_row(current.row())

    @Slot()
    def _tone(self) -> None:
        """Show the picture, or its error levels, in the tones that are chosen."""
        self._toning += 1
        image, tones = self._looked_at(), self.bar.tones.tones
        if image.isNull():
            return
        if tones == AS_IT_IS:
            self.picture.retouch(image)
        else:
            self._put_in(self._toning, tones, image)

    @async_slot(int, object, QImage)
    async def _put_in(self, toning: int, tones: Tones, image: QImage) -> None:
        shown = await asyncio.to_thread(toned, image, tones)
        if toning == self._toning:
            self.picture.retouch(shown)

    def _looked_at(self) -> QImage:
        file, row = self.file, self.strip.currentIndex().row()
        if file is None:
            return QImage()
        if self.bar.looks.current == Look.LEVELS.value and file.id in self._levels:
            return self._levels[file.id]
        return self.model.image(row)

    @Slot(object)
    def _on_look_chosen(self, look: Look) -> None:
        file = self.file
        if file is not None and look is Look.LEVELS and file.id not in self._levels:
            self.levels_wanted.emit(file)
        else:
            self._tone()

    @Slot()
    def _on_words_wanted(self) -> None:
        if self.file is not None:
            self.words_wanted.emit(self.file)

    @Slot()
    def _on_place_wanted(self) -> None:
        if self.file is not None:
            self.place_wanted.emit(self.file)

    @Slot()
    def _on_region_drawn(self) -> None:
        self.region_drawn.emit(self.selection())

    @Slot(float)
    def _on_zoomed(self, scale: float) -> None:
        self.scale.setText(_("{n} %").format(n=round(scale * 100)))
