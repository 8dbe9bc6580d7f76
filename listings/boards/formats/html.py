"""Web pages: parsed, their embedded data, and the text that a visitor sees."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag

from listings.boards.base import BrokenShape, Response
from listings.boards.formats.bounded_json import loads
from listings.boards.formats.charset import decoded

# A parsed element takes about a kilobyte. A thread of a thousand comments has 100,000 tags, start and end.
MAX_LENGTH, MAX_TAGS = 8_000_000, 200_000
INVISIBLE = ("script", "style", "noscript", "template")


def parse_html(source: Response | str) -> BeautifulSoup:
    """Raises BrokenShape for a page that would take far more memory than its text does."""
    # Decoded here, or the parser would guess the encoding from the bytes.
    text = source if isinstance(source, str) else decoded(source.body, source.content_type)
    if len(text) > MAX_LENGTH or text.count("<") > MAX_TAGS:
        raise BrokenShape(f"a page of more than {MAX_LENGTH:,} characters or {MAX_TAGS:,} tags")
    return BeautifulSoup(text, "lxml")


def next_page_props(page: BeautifulSoup) -> dict[str, Any]:
    """The properties that Next.js embeds in its pages; {} where there are none, or none that can be read."""
    script = page.find("script", id="__NEXT_DATA__")
    try:
        data: Any = loads(script.get_text()) if script else {}
        props = data["props"]["pageProps"] if script else {}
    # Deeply nested JSON raises RecursionError.
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}
    return props if isinstance(props, dict) else {}


def visible_text(page: BeautifulSoup) -> str:
    """On one line. Removes scripts from `page`: they may hold every sentence that the site ever shows."""
    for element in page.find_all(INVISIBLE):
        element.decompose()
    return " ".join(page.get_text(" ").split())


def inner_markup(element: Tag) -> str:
    return element.decode_contents().strip()


def text_in_lines(element: Tag) -> list[str]:
    """Its texts, each on one line; what breaks a line separates two."""
    return [text for piece in element.strings if (text := " ".join(piece.split()))]


def text_at(element: Tag, selector: str) -> str:
    """The text of the first element that the selector names, on one line; "" where there is none."""
    named = element.select_one(selector)
    return " ".join(named.get_text(" ").split()) if named else ""
