"""Formatting that a paragraph leaves open is opened again in each one behind it: a few elements become millions."""

from __future__ import annotations

import re

# All such elements but links. Of equal ones three at most are opened again.
NAMES = "b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u"
ATTRIBUTES = r"""[\s/](?:[^<>"']|"[^<>"]*"|'[^<>']*')*>"""
WITH_ATTRIBUTES = re.compile(rf"<({NAMES}){ATTRIBUTES}", re.IGNORECASE)
LINK = re.compile(rf"<a{ATTRIBUTES}", re.IGNORECASE)
# Whatever may begin one, also where half a quotation or a sign of markup in it hides its end.
BEGINNING = re.compile(rf"<(?:{NAMES}|a)[\s/]", re.IGNORECASE)
# Characters of a tag, times the tags behind which it may be opened again.
MAX_REOPENED = 4_000_000


def bounded_formatting(html: str) -> str | None:
    """`html` without the attributes of formatting, which the sanitiser drops, and of links that would take too much.

    None if nobody can tell without a parser where an attribute ends, and it may take too much.
    """
    longest = MAX_REOPENED // max(1, html.count("<"))
    html = WITH_ATTRIBUTES.sub(r"<\1>", html)
    html = LINK.sub(lambda link: link[0] if len(link[0]) <= longest else "<a>", html)
    is_clear = len(BEGINNING.findall(html)) == len(LINK.findall(html))
    return html if is_clear or len(html) <= longest else None
