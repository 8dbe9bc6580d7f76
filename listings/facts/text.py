"""Plain text of a description: what facts are read from, what the index holds."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCK = re.compile(
    r"address|article|aside|blockquote|br|dd|div|dl|dt|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table"
    r"|tr|ul"
)
UNREAD = frozenset({"script", "style", "noscript", "template", "head", "title"})
SPACES = re.compile(r"[^\S\n]+")
BREAKS = re.compile(r" ?\n[ \n]*")


def plain(html: str) -> str:
    """Text with a line a block, list items begun by "- ", entities decoded and white space collapsed."""
    if "<" not in html and "&" not in html:
        return collapsed(html)
    body = LexborHTMLParser(html).body
    if body is None:
        return ""
    parts: list[str] = []
    _gather(body, parts)
    return collapsed("".join(parts))


def collapsed(text: str) -> str:
    return BREAKS.sub("\n", SPACES.sub(" ", text)).strip()


def _gather(root: LexborNode, parts: list[str]) -> None:
    """In document order, without recursion: hostile markup may be nested thousands deep."""
    waiting: list[LexborNode | str] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        tag = node.tag
        if tag == "-text":
            parts.append(node.text_content or "")
            continue
        if tag in UNREAD:
            continue
        block = BLOCK.fullmatch(tag or "") is not None
        if block:
            parts.append("\n- " if tag == "li" else "\n")
            waiting.append("\n")
        children = list(node.iter(include_text=True))
        waiting.extend(reversed(children))
