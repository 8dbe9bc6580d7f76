"""Makes an ad's description safe to store and show: text and structure stay, what acts on or tracks readers goes."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import unquote_plus, urlsplit, urlunsplit

import nh3

from listings.boards.base import Terms
from listings.boards.bounds import MAX_TEXT, readable
from listings.facts.text import plain
from listings.ingest.formatting import bounded_formatting
from listings.ingest.plain_lists import with_broken_lines
from listings.ingest.tidy import TooDeep, tidied
from listings.vocabulary.tracking import is_tracking

# Recorded ads have 1,000 tags and 20 levels at most. nh3's time grows with the square of the depth: 20,000 nested
# elements hold a worker up for three seconds, these for a tenth of one.
MAX_TAGS = 5_000
KEPT = {
    "p",
    "br",
    "ul",
    "ol",
    "li",
    "h3",
    "h4",
    "h5",
    "h6",
    "strong",
    "em",
    "b",
    "i",
    "u",
    "s",
    "del",
    "strike",
    "sub",
    "sup",
    "a",
}
KEPT |= {"blockquote", "code", "pre", "hr", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "th", "td"}
KEPT |= {"caption", "div"}
# nh3 keeps the text of other elements that it removes. Nobody sees the text of these.
EMPTIED = {"script", "style", "noscript", "template", "iframe", "object", "svg", "math", "title", "textarea", "select"}
UNFOLLOWED, FOLLOWED = "nofollow noopener ugc", "noopener"
API_SOURCE = "source=public_api"


def clean(html: str, terms: Terms, home: str = "") -> str:
    """At most MAX_TEXT characters, a fixed point of nh3 and of this function.

    Links to `home`, the board's address, may be followed where the terms ask for it.
    """
    host = host_of(home) if terms.followed_link else ""

    def link_rel(href: str) -> str:
        return FOLLOWED if host and host_of(href) == host else UNFOLLOWED

    bounded = readable(html[: 2 * MAX_TEXT])
    if bounded.count("<") > MAX_TAGS:
        bounded = text_only(bounded)
    formatted = bounded_formatting(bounded)
    bounded = text_only(bounded) if formatted is None else formatted
    try:
        text = tidied(_allowed(bounded), link_rel)
    except TooDeep:
        text = tidied(_allowed(text_only(bounded)), link_rel)
    # nh3 has the last word: whatever tidying may get wrong, nothing is stored that it has not passed.
    return LAST.clean(text)


def _allowed(html: str) -> str:
    return with_broken_lines(sanitised(html))


def sanitised(html: str) -> str:
    # Entities such as &#1; bring unreadable characters in as well.
    return readable(FIRST.clean(html))


def text_only(html: str) -> str:
    """For markup that is more tags than text: its lines, without structure."""
    return "<br>".join(escape(line, quote=False) for line in plain(html).split("\n"))


def untracked(url: str) -> str:
    """The address without parameters that follow a reader around; others keep their order. "#" if it is malformed."""
    try:
        # It normalises the host.
        parts = urlsplit(readable(url).strip())
    except ValueError:
        return "#"
    parameters = parts.query.split("&")
    kept = [parameter for parameter in parameters if not _is_tracking(parameter)]
    return url if kept == parameters else urlunsplit(parts._replace(query="&".join(kept)))


def _is_tracking(parameter: str) -> bool:
    return parameter == API_SOURCE or is_tracking(unquote_plus(parameter.partition("=")[0]))


def host_of(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The value that nh3 keeps; None for an attribute to drop, such as the `lang` and `title` that nh3 lets pass."""
    if name == "href":
        return untracked(value)
    if name in ("colspan", "rowspan"):
        return value if value.isdigit() and len(value) < 3 else None
    return value if name == "rel" else None


def _cleaner(**options: Any) -> nh3.Cleaner:
    return nh3.Cleaner(
        clean_content_tags=EMPTIED,
        attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto"},
        # nh3 would set one rel for all links; tidying sets it link by link.
        link_rel=None,
        **options,
    )


FIRST = _cleaner(tags=KEPT | {"h1", "h2"})
LAST = _cleaner(tags=KEPT, tag_attribute_values={"a": {"rel": {FOLLOWED, UNFOLLOWED}}})
