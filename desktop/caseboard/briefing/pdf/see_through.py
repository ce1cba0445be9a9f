"""Pictures that let through what lies below: a JPEG with a mask, a fraction of reportlab's size."""

from hashlib import sha256
from io import BytesIO
from typing import Any

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFImageXObject

QUALITY = 82


def draw(canvas: Any, picture: Image.Image) -> None:
    """Draw an RGB or RGBA picture onto the unit square of a canvas."""
    out = BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=QUALITY, optimize=True)
    image = ImageReader(BytesIO(out.getvalue()))
    if picture.mode != "RGBA":
        canvas.drawImage(image, 0, 0, 1, 1)
        return
    alpha = picture.getchannel("A")
    # The name of a picture comes of its bytes and of what is given as mask, which a JPEG ignores.
    mask = sha256(repr(alpha.size).encode() + alpha.tobytes()).hexdigest()
    canvas.drawImage(image, 0, 0, 1, 1, mask=mask)
    document = canvas._doc  # noqa: SLF001  reportlab itself gives no mask to a JPEG
    name = canvas._formsinuse[-1]  # noqa: SLF001  what was drawn last
    drawn = document.idToObject[document.getXObjectName(name)]
    if getattr(drawn, "smask", None) is None:
        made = PDFImageXObject(mask, ImageReader(alpha))
        made.name = mask
        canvas._setXObjects(made)  # noqa: SLF001  as `drawImage` does for a mask
        drawn.smask = document.Reference(made, document.getXObjectName(mask))
