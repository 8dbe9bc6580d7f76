"""Web pages: parsed, their embedded data, and the text that a visitor sees."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup

from listings.boards.base import Response
from listings.boards.formats.bounded_json import loads
from listings.boards.formats.charset import decoded

INVISIBLE = ("script", "style", "noscript", "template")


def parse_html(source: Response | str) -> BeautifulSoup:
    # Decoded here, or the parser would guess the encoding from the bytes.
    text = source if isinstance(source, str) else decoded(source.body, source.content_type)
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
