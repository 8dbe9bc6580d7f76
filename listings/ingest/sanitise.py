"""An ad's description made safe to show: text and its structure stay, everything that acts or tells on readers goes."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus, urlsplit, urlunsplit

import nh3

from listings.boards.base import Terms
from listings.vocabulary.tracking import is_tracking

LONGEST = 200_000
MOST_TAGS = 20_000
KEPT = {"p", "br", "ul", "ol", "li", "h3", "h4", "h5", "h6", "strong", "em", "b", "i", "u", "s", "sub", "sup", "a"}
KEPT |= {"blockquote", "code", "pre", "hr", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "th", "td"}
KEPT |= {"caption", "div"}
EMPTIED = {"script", "style", "noscript", "template", "iframe", "object", "svg", "math", "title", "textarea", "select"}
HEADING = re.compile(r"<(/?)h([1-6])\b([^>]*)>", re.IGNORECASE)
TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+|<")
EMPTIABLE = {"p", "div", "b", "i", "em", "strong", "u", "li", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote"}
BLOCK = r"</?(?:p|div|ul|ol|li|h[3-6]|blockquote|table|hr|pre)>"
EDGE = re.compile(rf"({BLOCK})\s*(?:<br>\s*)+|(?:<br>\s*)+(?={BLOCK})")
BREAKS = re.compile(r"(?:<br>\s*){3,}")
UNREADABLE = re.compile("[\x00\ud800-\udfff]")
API_SOURCE = "source=public_api"


def clean(html: str, terms: Terms, home: str = "") -> str:
    """Stable: cleaning twice changes nothing. `home`: the board's address; the terms may want its links followed."""
    text = UNREADABLE.sub("", _bounded(html))
    text = HEADING.sub(_lower, text)
    cleaner = nh3.Cleaner(
        tags=KEPT,
        clean_content_tags=EMPTIED,
        attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        attribute_filter=_filtered,
        set_tag_attribute_values={"a": {"rel": "nofollow noopener ugc"}},
    )
    text = _tidied(cleaner.clean(text))
    limit = LONGEST
    while len(text) > LONGEST:
        # Elements left open by the cut are closed again, which may add more than was cut.
        limit = limit * 3 // 4
        start = text[:limit]
        text = _tidied(cleaner.clean(start.rpartition("<")[0] or start))
    if terms.followed_link and home:
        text = _followed(text, urlsplit(home).hostname or "")
    return text


def _bounded(html: str) -> str:
    """Cleaning takes the square of the depth: markup that is nothing but tags is cut before it costs minutes."""
    cut = html[: 4 * LONGEST]
    return cut if cut.count("<") <= MOST_TAGS else "<".join(cut.split("<", MOST_TAGS)[:-1])


def _lower(found: re.Match[str]) -> str:
    """An ad's headings never outrank the page's own: the first two levels become the third."""
    return f"<{found[1]}h{max(3, int(found[2]))}>"


def _filtered(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "rel":
        # Ours: the filter also sees what was set.
        return value
    if attribute != "href":
        return value if value.isdigit() and len(value) < 3 else None
    return untracked(value)


def untracked(url: str) -> str:
    """The address without what follows a reader around; other parameters keep their order."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return "#"
    stated = parts.query.split("&")
    kept = [one for one in stated if not is_tracking(unquote_plus(one.partition("=")[0])) and one != API_SOURCE]
    return url if kept == stated else urlunsplit(parts._replace(query="&".join(kept)))


def _tidied(text: str) -> str:
    """Empty elements go, and line breaks at the edge of a block: they carried a layout that is gone."""
    shorter = BREAKS.sub("<br><br>", _without_empty(text))
    return re.sub(r"\n\s*\n+", "\n", EDGE.sub(r"\1", shorter)).strip()


def _without_empty(text: str) -> str:
    """In one pass over what is well formed already, however deep it is nested."""
    kept: list[str] = []
    opened: list[tuple[str, int]] = []
    filled = [False]
    for token in TOKEN.finditer(text):
        name = token[2]
        if name in EMPTIABLE and not token[1]:
            opened.append((name, len(kept)))
            filled.append(False)
        elif name in EMPTIABLE and opened:
            start = opened.pop()[1]
            if not filled.pop():
                del kept[start:]
                continue
            filled[-1] = True
        elif name != "br" and (name or token[0].replace("&nbsp;", " ").strip()):
            filled[-1] = True
        kept.append(token[0])
    return "".join(kept)


def _followed(text: str, host: str) -> str:
    pattern = re.compile(rf'(<a href="https?://(?:www\.)?{re.escape(host)}[/"][^>]*?)rel="nofollow noopener ugc"')
    return pattern.sub(r'\1rel="noopener"', text)
