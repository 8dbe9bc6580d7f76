"""Web pages: their embedded data and the text that a visitor sees."""

from __future__ import annotations

import json
from typing import Any

from bs4 import BeautifulSoup

UNSEEN = ("script", "style", "noscript", "template")


def page_of(body: bytes) -> BeautifulSoup:
    return BeautifulSoup(body.decode("utf-8", "replace"), "lxml")


def next_props(page: BeautifulSoup) -> dict[str, Any]:
    """The page's own properties as Next.js embeds them; {} where there are none to be read."""
    script = page.find("script", id="__NEXT_DATA__")
    try:
        found = json.loads(script.get_text())["props"]["pageProps"] if script else {}
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def visible_text(page: BeautifulSoup) -> str:
    """One line. Scripts hold every sentence that a page could ever say: they are taken out of `page` first."""
    for element in page.find_all(UNSEEN):
        element.decompose()
    return " ".join(page.get_text(" ").split())
