"""The site's mark as an icon for the home screens of phones and computers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from listings.web.share_image import ACCENT, COLOURS, SCALE, UNITS, draw_mark

# Systems cut maskable icons to a circle of 80 % of their width, or less.
SAFE_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Icon:
    """`maskable`: the field fills the square, because the system gives it a shape."""

    size: int
    maskable: bool = False


# Name of the file → its icon. Apple's devices cut the corners, but leave the middle as it is.
ICONS = {
    "192": Icon(192),
    "512": Icon(512),
    "maskable": Icon(512, maskable=True),
    "apple": Icon(180, maskable=True),
}


@cache
def png(icon: Icon) -> bytes:
    large = icon.size * SCALE
    image = Image.new("RGBA", (large, large), ACCENT if icon.maskable else (0, 0, 0, 0))
    share = SAFE_SHARE if icon.maskable else 1
    margin = large * (1 - share) / 2
    draw_mark(ImageDraw.Draw(image), large * share / UNITS, margin)
    small = image.resize((icon.size, icon.size), Image.Resampling.LANCZOS)
    data = BytesIO()
    small.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(data, "PNG", optimize=True)
    return data.getvalue()
