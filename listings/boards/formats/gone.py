"""Whether a page says of itself that its ad is gone: in a heading or a notice, in eight languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from listings.boards.formats.teasers import is_in_card

# A notice is short; the longest paragraphs of ads would only cost time.
MAX_LINE, MAX_LINES = 300, 5000
PART = re.compile(r"<(\w+)>")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s")
# Never the state of the page: what is not shown, what is about other ads, what visitors ask, and lists.
NOT_SHOWN = ("script", "style", "noscript", "template", "svg", "select", "textarea", "iframe", "object")
ASIDE = ("aside", "footer", "nav", "li", "table", "details", "blockquote", "dialog")
INLINE = "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong"
INLINE_ELEMENTS = frozenset(f"{INLINE} sub sup time tt u var wbr".split())
# Attributes of frameworks that decide in the browser whether the element is shown.
CONDITIONS = ("hidden", "v-if", "v-show", "v-else", "ng-if", "ng-show", "*ngif", "x-show", "x-if", "data-if")
HIDDEN_STYLE = re.compile(r"(?i)display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden")
HIDDEN_CLASSES = {"hidden", "hide", "d-none", "is-hidden", "invisible", "sr-only", "visually-hidden"}
NAME_OF_ASIDE = re.compile(
    r"(?i)(?:^|[\s_-])(?:modal|popup|tooltip|related|similar|recommend\w{0,10}|suggest\w{0,10}|faqs?|sidebar|comments?"
    r"|reviews?|carousel|(?:more|other)-(?:jobs|positions)|jobs?-list|teasers?|tiles?|spotlight|featured|trending|promo(?:ted)?"
    r"|sponsored|(?:next|prev|previous)(?:-(?:job|ad|post))?|pager|pagination)(?:$|[\s_-])"
)
# Stands for the words of a link, which are about another page.
LINK = "link"
OTHER_ADS = re.compile(
    r"(?i)^(?:(?:other|more|similar|related|recommended|latest|recent|new|current|further|all|discover|explore|browse)\s"
    r".{0,40}(?:jobs|positions|roles|openings|vacancies|opportunities|listings)|more (?:from|at|by)\s"
    r"|you (?:may|might|could) also|people also|faqs?\b|frequently asked|jobs you"
    r"|(?:ähnliche|weitere|andere|aktuelle|neue)\s.{0,30}(?:jobs|stellen|angebote|anzeigen)|häufige fragen"
    r"|(?:autres|offres)\s.{0,20}(?:offres|similaires|emplois)|(?:otras|más|ofertas)\s.{0,20}(?:ofertas|similares|vacantes)"
    r"|(?:outras|mais|vagas)\s.{0,20}(?:vagas|semelhantes|relacionadas)|(?:altre|offerte)\s.{0,20}(?:offerte|simili)"
    r"|(?:andere|meer|vergelijkbare|soortgelijke)\s.{0,20}(?:vacatures|banen)|(?:inne|podobne)\s.{0,20}(?:oferty|ogłoszenia))"
)
HEADING = re.compile(r"h([1-6])")


def gone_notice(page: BeautifulSoup, prose: str = "", address: str = "") -> str:
    """The sentence that says so; "" for the page of an open ad.

    `prose`: the ad's own text, which is no notice. `address`: of the page.
    """
    ad_text = _squeezed(prose)
    for line, element in _notices(page):
        for sentence in SENTENCE_END.split(line):
            notice = " ".join(sentence.split()).replace("’", "'")
            if notice.endswith("?") or not _pattern().search(notice):
                continue
            if _squeezed(notice) in ad_text:
                continue
            # The title of another ad; a sentence with others is none.
            if sentence == line and element is not None and is_in_card(element, address):
                continue
            return notice
    return ""


@cache
def _pattern() -> re.Pattern[str]:
    data = tomllib.loads(resources.files(__package__).joinpath("data/gone.toml").read_text("utf-8"))
    around = data.pop("around")
    phrases = [_filled(phrase, parts) for parts in data.values() for phrase in parts["phrases"]]
    return re.compile(rf"(?i)^\W{{0,5}}(?:{around['before']}){{0,3}}(?:{'|'.join(phrases)}){around['after']}")


def _filled(phrase: str, parts: dict[str, str]) -> str:
    while "<" in phrase and PART.search(phrase):
        phrase = PART.sub(lambda part: parts[part[1]], phrase)
    return phrase


def _squeezed(text: str) -> str:
    return "".join(text.replace("’", "'").split()).casefold()


def _notices(page: BeautifulSoup) -> Iterator[tuple[str, Tag | None]]:
    """Short lines of the page, as a browser breaks them, without those under a heading of other ads."""
    skipped_below = 0
    for number, (line, level, element) in enumerate(_lines(page)):
        if number >= MAX_LINES:
            return
        if level and (not skipped_below or level <= skipped_below):
            # The title of an ad in a list is a link.
            is_of_others = OTHER_ADS.search(line) or (level > 1 and line == LINK)
            skipped_below = level if is_of_others else 0
        if not skipped_below and len(line) <= MAX_LINE:
            yield line, element


def _lines(page: BeautifulSoup) -> Iterator[tuple[str, int, Tag | None]]:
    """(line, level of its heading or 0, the element in which it begins)"""
    words: list[str] = []
    level, element = 0, None
    for piece in _pieces(page):
        if isinstance(piece, str):
            words.append(piece)
            if element is None and isinstance(piece, NavigableString) and not piece.isspace():
                element = piece.parent
            continue
        if line := " ".join("".join(words).split()):
            yield line, level, element
        words, level, element = [], piece, None
    if line := " ".join("".join(words).split()):
        yield line, level, element


def _pieces(page: BeautifulSoup) -> Iterator[str | int]:
    """Texts, and at each beginning and end of a block its level as a heading or 0; without what is no notice."""
    # Elements and texts to come; None is the end of a block. No recursion: pages may be deep.
    waiting: list[Any] = [page]
    while waiting:
        node = waiting.pop()
        if node is None:
            yield 0
        elif isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                yield node
        elif node.name == "a" and node.has_attr("href"):
            yield f" {LINK} "
        elif not _is_left_out(node):
            if node.name not in INLINE_ELEMENTS:
                heading = HEADING.fullmatch(node.name)
                yield int(heading[1]) if heading else 0
                waiting.append(None)
            waiting.extend(reversed(node.contents))


def _is_left_out(element: Tag) -> bool:
    if element.name in NOT_SHOWN or element.name in ASIDE:
        return True
    attributes = element.attrs
    if not attributes:
        return False
    if any(name in attributes for name in CONDITIONS) or attributes.get("aria-hidden") == "true":
        return True
    if HIDDEN_STYLE.search(str(attributes.get("style", ""))[:200]):
        return True
    if element.name in ("html", "body", "main"):
        return False
    classes = element.get_attribute_list("class")
    names = " ".join(filter(None, [*classes, str(attributes.get("id", ""))]))
    return not HIDDEN_CLASSES.isdisjoint(classes) or bool(NAME_OF_ASIDE.search(names[:300]))
