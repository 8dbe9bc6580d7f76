"""The picture that other sites show beside a link: a title, a name below it and some lines at the foot."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

# Pixels: the size that readers of Open Graph expect.
WIDTH, HEIGHT = 1200, 630
MARGIN = 80
PAPER, INK, SOFT, ACCENT = "#f9f6ee", "#2c251d", "#665b4f", "#00594a"
TITLE_SIZES = (76, 64, 54, 46)
MAX_TITLE_ROWS = 3
# More never fits, so there is no use in measuring it.
MAX_LINE_LENGTH, MAX_LINES = 200, 4
MAX_TITLE = MAX_TITLE_ROWS * MAX_LINE_LENGTH
# Few flat colours: a palette of this size keeps the file small.
COLOURS = 32
# Pillow draws curves without antialiasing: they are drawn larger by this factor and scaled down.
SCALE = 4
# Width of the field that the mark is drawn on.
UNITS = 32
# No font has a glyph for this code point: it shows the box for missing glyphs.
MISSING_GLYPH = "\uffff"

# Shipped, because a server may have no fonts at all, and a picture must look the same wherever it is drawn.
FONTS = Path(__file__).with_name("fonts")

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class ShareText:
    """`title` is large, `name` below it, `lines` at the foot."""

    title: str
    name: str = ""
    lines: tuple[str, ...] = ()

    def fitting(self) -> ShareText:
        """Without what is never drawn, and each text on one line, since Pillow measures no other."""
        lines = tuple(one_line(line, MAX_LINE_LENGTH) for line in self.lines[:MAX_LINES])
        return ShareText(one_line(self.title, MAX_TITLE), one_line(self.name, MAX_LINE_LENGTH), lines)


def picture(site: str, text: ShareText) -> bytes:
    """A PNG of 1200 × 630 pixels. Its cost is that of what fits on it, however much is given."""
    text = text.fitting()
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    image.paste(logo(64), (MARGIN, MARGIN - 12))
    draw.text((MARGIN + 84, MARGIN - 8), site, INK, font("Bold", 44))
    lines = [line for line in text.lines if drawable(line)]
    foot = HEIGHT - MARGIN + 16 - 50 * len(lines)
    for row, line in enumerate(lines):
        colour = INK if row == 0 else SOFT
        draw.text((MARGIN, foot + 50 * row), shorten(line, font("", 36)), colour, font("", 36))
    title = text.title if drawable(text.title) else "A remote job"
    size, rows = fit_title(title)
    top = MARGIN + 110
    for title_row in rows:
        draw.text((MARGIN, top), title_row, INK, font("Semibold", size))
        top += round(size * 1.18)
    if drawable(text.name):
        draw.text((MARGIN, top + 16), shorten(text.name, font("Semibold", 40)), ACCENT, font("Semibold", 40))
    png = BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(png, "PNG", optimize=True)
    return png.getvalue()


def one_line(text: str, length: int) -> str:
    return " ".join(text[:length].split())


@cache
def font(weight: str, size: int) -> Font:
    file = FONTS / f"SourceSerifPro-{weight or 'Regular'}.otf"
    # The other engine, Raqm, needs a library of the system: rows would break differently on each machine.
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


def drawable(text: str) -> bool:
    """Whether there is text and the font has all of its characters: boxes would be worse than nothing."""
    return bool(text.strip()) and all(character.isspace() or has_glyph(character) for character in set(text))


@lru_cache(maxsize=4096)
def has_glyph(character: str) -> bool:
    face = font("Semibold", 40)
    return bytes(face.getmask(character)) != bytes(face.getmask(MISSING_GLYPH))


def fit_title(title: str) -> tuple[int, list[str]]:
    """The largest size in which the title fits, and its rows; in the smallest size the last row is cut."""
    for size in TITLE_SIZES:
        rows = list(wrap(title.split(), font("Semibold", size)))
        if len(rows) <= MAX_TITLE_ROWS:
            return size, rows
    full_rows, rest = rows[: MAX_TITLE_ROWS - 1], rows[MAX_TITLE_ROWS - 1 :]
    return size, [*full_rows, shorten(" ".join(rest), font("Semibold", size))]


def wrap(words: Iterable[str], face: Font) -> Iterator[str]:
    row = ""
    for word in words:
        longer = f"{row} {word}".strip()
        if row and face.getlength(longer) > WIDTH - 2 * MARGIN:
            yield shorten(row, face)
            row = word
        else:
            row = longer
    yield shorten(row, face)


def shorten(text: str, face: Font) -> str:
    """The text, or as much of it as fits into the width, with "…"."""
    room = float(WIDTH - 2 * MARGIN)
    if len(text) <= MAX_LINE_LENGTH and face.getlength(text) <= room:
        return text
    # Every longer beginning is at least as wide, so the longest that fits is found by halves.
    ends = range(min(len(text), MAX_LINE_LENGTH) + 1)
    fitting = max(bisect_right(ends, room, key=lambda end: face.getlength(f"{text[:end]}…")) - 1, 0)
    return text[:fitting].rstrip(" ,;:.–") + "…"


@cache
def logo(size: int) -> Image.Image:
    large = Image.new("RGB", (size * SCALE, size * SCALE), PAPER)
    draw_mark(ImageDraw.Draw(large), size * SCALE / UNITS)
    return large.resize((size, size), Image.Resampling.LANCZOS)


def draw_mark(draw: ImageDraw.ImageDraw, unit: float, margin: float = 0) -> None:
    """The site's mark, as in parts/mark.svg, whose units are `unit` pixels long; `margin` is left and above."""

    def pixels(*lengths: float) -> tuple[float, ...]:
        return tuple(margin + length * unit for length in lengths)

    draw.rounded_rectangle(pixels(2, 2, 30, 30), 2 * unit, ACCENT)
    draw.ellipse(pixels(16, 8, 25, 17), PAPER)
    for height in (20.5, 25.5):
        draw.line([pixels(x, wave(x, height)) for x in wave_steps()], PAPER, round(2 * unit), joint="curve")


def wave_steps() -> list[float]:
    return [6 + step / 4 for step in range(81)]


def wave(x: float, height: float) -> float:
    """The cubic curves of the SVG, ten units long, one up and one down."""
    phase = (x - 6) % 20
    along = (phase % 10) / 10
    return height + (-1 if phase < 10 else 1) * 6.6 * along * (1 - along)
