"""XML with the mistakes that feeds have, as XML without them."""

from __future__ import annotations

import re
from html.entities import html5

from listings.boards.bounds import UNREADABLE, readable

DECLARATION = re.compile(r"^\s{0,200}<\?xml\s[^>]{0,300}\?>")
# In CDATA, "&nbsp;" is two languages away from XML. A section without its end runs to the end of the text.
PIECE = re.compile(
    r"<!\[CDATA\[(?:[^\]]++|\](?!\]>))*+(?:\]\]>)?|&(?:#(?P<number>x[0-9a-f]{1,8}|\d{1,8});|(?P<name>\w{1,32};)?)",
    re.IGNORECASE,
)
OF_XML = {"amp;", "lt;", "gt;", "quot;", "apos;"}


def mended_xml(text: str) -> str:
    """A bare "&" is escaped, the entities of HTML are their characters, and characters that XML forbids are gone."""
    return PIECE.sub(_mended, readable(text))


def _mended(piece: re.Match[str]) -> str:
    if number := piece["number"]:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        allowed = code < 0x110000 and not UNREADABLE.match(chr(code))
        return piece[0] if allowed else ""
    if not piece[0].startswith("&") or piece["name"] in OF_XML:
        return piece[0]
    character = html5.get(piece["name"] or "", "")
    return character if character and character not in "<&" else f"&amp;{piece[0][1:]}"
