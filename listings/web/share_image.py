"""The picture that other sites show beside a link to a job: what its ad states, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
"""Pixels: the size that Open Graph readers ask for."""
MARGIN = 80
PAPER, INK, SOFT, ACCENT = "#f9f6ee", "#2c251d", "#665b4f", "#00594a"
TITLE_SIZES = (76, 64, 54, 46)
TITLE_LINES = 3
COLOURS = 32
SCALE = 4
"""Curves are drawn so many times larger and made smaller: Pillow draws them without softening their edges."""

# Shipped, because a server may have no fonts at all, and a picture must look the same wherever it is drawn.
FONTS = Path(__file__).with_name("fonts")

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class Words:
    """`title` is large, `name` below it, `lines` at the foot."""

    title: str
    name: str = ""
    lines: tuple[str, ...] = ()


def picture(site: str, words: Words) -> bytes:
    """A PNG of 1200 × 630 pixels."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    image.paste(mark(64), (MARGIN, MARGIN - 12))
    draw.text((MARGIN + 84, MARGIN - 8), site, INK, font("Bold", 44))
    lines = [line for line in words.lines if drawable(line)]
    foot = HEIGHT - MARGIN + 16 - 50 * len(lines)
    for place, line in enumerate(lines):
        draw.text((MARGIN, foot + 50 * place), fitted(line, font("", 36)), INK if place == 0 else SOFT, font("", 36))
    title = words.title if drawable(words.title) else "A remote job"
    size, rows = broken(title)
    top = MARGIN + 110
    for row in rows:
        draw.text((MARGIN, top), row, INK, font("Semibold", size))
        top += round(size * 1.18)
    if drawable(words.name):
        draw.text((MARGIN, top + 16), fitted(words.name, font("Semibold", 40)), ACCENT, font("Semibold", 40))
    written = BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


@cache
def font(weight: str, size: int) -> Font:
    return ImageFont.truetype(
        FONTS / f"SourceSerifPro-{weight or 'Regular'}.otf", size, layout_engine=ImageFont.Layout.BASIC
    )


def drawable(text: str) -> bool:
    """Whether the font has every sign: boxes in place of letters would be worse than nothing."""
    return bool(text.strip()) and all(sign.isspace() or has(sign) for sign in set(text))


@cache
def has(sign: str) -> bool:
    face = font("Semibold", 40)
    return bytes(face.getmask(sign)) != bytes(face.getmask("\uffff"))


def broken(title: str) -> tuple[int, list[str]]:
    """The largest size in which it fits, and its rows; the last row of one that never fits is cut."""
    for size in TITLE_SIZES:
        rows = list(wrapped(title.split(), font("Semibold", size)))
        if len(rows) <= TITLE_LINES:
            return size, rows
    kept = rows[: TITLE_LINES - 1]
    return size, [*kept, fitted(" ".join(rows[TITLE_LINES - 1 :]), font("Semibold", size))]


def wrapped(words: Iterable[str], face: Font) -> Iterator[str]:
    row = ""
    for word in words:
        longer = f"{row} {word}".strip()
        if row and face.getlength(longer) > WIDTH - 2 * MARGIN:
            yield fitted(row, face)
            row = word
        else:
            row = longer
    yield fitted(row, face)


def fitted(text: str, face: Font) -> str:
    """The text, or as much of its beginning as fits into the width."""
    room = WIDTH - 2 * MARGIN
    if face.getlength(text) <= room:
        return text
    fits = next(length for length in range(min(len(text), 200), -1, -1) if face.getlength(text[:length] + "…") <= room)
    return text[:fits].rstrip(" ,;:.–") + "…"


@cache
def mark(size: int) -> Image.Image:
    """The site's sign, as in parts/mark.svg, on a field of 32 units."""
    unit = size * SCALE / 32
    large = Image.new("RGB", (size * SCALE, size * SCALE), PAPER)
    draw = ImageDraw.Draw(large)
    draw.rounded_rectangle((2 * unit, 2 * unit, 30 * unit, 30 * unit), 2 * unit, ACCENT)
    draw.ellipse((16 * unit, 8 * unit, 25 * unit, 17 * unit), PAPER)
    for height in (20.5, 25.5):
        draw.line([(x * unit, wave(x, height) * unit) for x in points()], PAPER, round(2 * unit), joint="curve")
    return large.resize((size, size), Image.Resampling.LANCZOS)


def points() -> list[float]:
    return [6 + step / 4 for step in range(81)]


def wave(x: float, height: float) -> float:
    """Cubic curves of ten units, one up and one down, as the drawing has them."""
    part = (x - 6) % 20
    along = (part % 10) / 10
    return height + (-1 if part < 10 else 1) * 6.6 * along * (1 - along)
