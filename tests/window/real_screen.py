"""A screen of our own, worked with a real mouse and real keys, and looked at in pictures."""

import contextlib
import subprocess
import time

from PIL import Image, ImageChops, ImageGrab

from devtools.display import private_display

MOVES = 10
STEP = 0.1
"""Seconds between the moves of a drag: toolkits look at a drag a few times a second."""
KEY_DELAY = "12"


@contextlib.contextmanager
def private_screen():
    """A screen that nobody sees, gone with the block; never the one of whoever runs the tests."""
    with private_display() as display:
        yield Screen(display)


class Screen:
    """What a person has: a mouse, a keyboard and eyes. There is no window manager."""

    def __init__(self, display):
        self.display = display

    def key(self, *keys):
        """Press keys one after another, named as in `ctrl+n`."""
        self._do("key", "--delay", KEY_DELAY, *keys)

    def type(self, text):
        """Type what an English keyboard has."""
        self._do("type", "--delay", KEY_DELAY, "--", text)

    def point(self, place):
        """Move the mouse there."""
        self._do("mousemove", *map(str, place))

    def click(self, place, *, times=1):
        """Click there, or double-click."""
        self.point(place)
        self._do("click", "--repeat", str(times), "--delay", "60", "1")

    def drag(self, start, end, *, before_drop=lambda: None, clicks=0):
        """Press at `start` after so many clicks there, go to `end` in steps, and let go there."""
        clicked = ["click", "1"] * clicks  # in one go with the press, or it is no double click
        self._do("mousemove", *map(str, start), *clicked, "mousedown", "1")
        try:
            for step in range(1, MOVES + 1):
                time.sleep(STEP)
                self.point([a + (b - a) * step // MOVES for a, b in zip(start, end, strict=True)])
            before_drop()
        finally:
            time.sleep(STEP)
            self._do("mouseup", "1")

    def windows(self, process_id):
        """The visible windows of a process, the topmost last."""
        found = self._ask("search", "--onlyvisible", "--pid", str(process_id))
        return [int(line) for line in found.split()]

    def place(self, window, corner, size=None):
        """Put a window somewhere, as a window manager would."""
        self._do("windowmove", str(window), *map(str, corner))
        if size:
            self._do("windowsize", str(window), *map(str, size))

    def geometry(self, window):
        """Left, top, width and height."""
        lines = self._ask("getwindowgeometry", "--shell", str(window)).splitlines()
        values = dict(line.split("=") for line in lines)
        return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))

    def focused(self):
        """The window with the keyboard, or 0."""
        found = self._ask("getwindowfocus", "-f").split()
        return int(found[0]) if found else 0

    def give_keyboard(self, window):
        """Let a window have the keyboard, as a window manager would."""
        self._do("windowfocus", str(window))

    def picture(self):
        """All that stands on the screen."""
        return ImageGrab.grab(xdisplay=self.display).convert("RGB")

    def find(self, colour, area=None):
        """The box of all in just that colour: left, top, right, bottom; None if there is none."""
        picture = self.picture()
        corner = area[:2] if area else (0, 0)
        seen = picture.crop(area) if area else picture
        box = where(seen, colour)
        return box and tuple(side + corner[place % 2] for place, side in enumerate(box))

    def _do(self, *words):
        subprocess.run(["xdotool", *words], env={"DISPLAY": self.display}, check=True, timeout=60)

    def _ask(self, *words):
        """The answer; nothing where xdotool found nothing."""
        done = subprocess.run(
            ["xdotool", *words],
            env={"DISPLAY": self.display},
            check=False,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return done.stdout


def where(picture, colour):
    """The box of all in `picture` that has exactly that colour, or None."""
    apart = ImageChops.difference(picture, Image.new("RGB", picture.size, colour))
    red, green, blue = apart.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda value: 0 if value else 255).getbbox()


def middle(box):
    """The point in the middle of a box."""
    left, top, right, bottom = box
    return (left + right) // 2, (top + bottom) // 2
