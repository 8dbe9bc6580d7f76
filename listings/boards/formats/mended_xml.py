"""XML with the mistakes that feeds have, as XML without them."""

from __future__ import annotations

import re
from html.entities import html5
from itertools import islice

from listings.boards.bounds import UNREADABLE, readable

DECLARATION = re.compile(r"^\s{0,200}<\?xml\s[^>]{0,300}\?>")
# In CDATA, "&nbsp;" is two languages away from XML. A section without its end runs to the end of the text.
PIECE = re.compile(
    r"<!\[CDATA\[(?:[^\]]++|\](?!\]>))*+(?:\]\]>)?"
    r"|&(?!(?-i:amp|lt|gt|quot|apos);)(?:#(?P<number>x[0-9a-f]{1,8}|\d{1,8});|(?P<name>\w{1,32};)?)",
    re.IGNORECASE,
)
# Each takes a microsecond, and some hundred bytes until all are mended.
MAX_PIECES = 1_000_000


def mended_xml(text: str) -> str:
    """A bare "&" is escaped, the entities of HTML are their characters, and characters that XML forbids are gone.

    Behind the first MAX_PIECES of them, every "&" is gone: an entity that XML does not know would become an element.
    """
    text = readable(text)
    end = next((piece.end() for piece in islice(PIECE.finditer(text), MAX_PIECES - 1, None)), len(text))
    return PIECE.sub(_mended, text[:end]) + text[end:].replace("&", "")


def _mended(piece: re.Match[str]) -> str:
    if number := piece["number"]:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        allowed = code < 0x110000 and not UNREADABLE.match(chr(code))
        return piece[0] if allowed else ""
    if not piece[0].startswith("&"):
        return piece[0]
    character = html5.get(piece["name"] or "", "")
    return character if character and character not in "<&" else f"&amp;{piece[0][1:]}"
