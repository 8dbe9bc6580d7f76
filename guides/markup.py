"""Markdown into tokens and parts: what a chapter's template puts together. The syntax is described in library.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

BLOCKS = ("board", "checklist", "tweet")
STRAY = re.compile(r"^\s*:{3,}", re.MULTILINE)
BOARD = re.compile(r"(?P<name>[a-z0-9]+) (?P<link>https://[^\s\"<>]+)(?P<none> none)?")
TWEET = re.compile(r"(?P<post>\d{1,20}) @(?P<handle>[A-Za-z0-9_]{1,15})(?: (?P<author>\S.*))?")


class Malformed(ValueError):
    """`line` counts from 1 in the file; the message is for whoever writes the chapter."""

    def __init__(self, line: int, words: str) -> None:
        super().__init__(words)
        self.line = line


@dataclass(frozen=True, slots=True)
class Prose:
    html: SafeString
    template: ClassVar[str] = "guides/parts/prose.html"


@dataclass(frozen=True, slots=True)
class Divider:
    template: ClassVar[str] = "guides/parts/divider.html"


@dataclass(frozen=True, slots=True)
class BoardBlock:
    """`held` is False where the chapter says that the site has no listings of it."""

    name: str
    title: str
    link: str
    held: bool
    html: SafeString
    line: int
    template: ClassVar[str] = "guides/parts/board.html"


@dataclass(frozen=True, slots=True)
class Tweet:
    """A post elsewhere, quoted as plain text; `author` is "" where only the handle is known."""

    post: str
    handle: str
    author: str
    quote: str
    template: ClassVar[str] = "guides/parts/tweet.html"

    @property
    def link(self) -> str:
        return f"https://x.com/{self.handle}/status/{self.post}"


Part = Prose | Divider | BoardBlock | Tweet


def _checklist(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return '<section class="checklist">\n' if tokens[index].nesting == 1 else "</section>\n"


def _wanted(name: str) -> Any:
    # The plugin asks by a block's first line: its own word, then a space or nothing.
    return lambda params, *_: params.strip().split(" ", 1)[0] == name


def _markdown() -> MarkdownIt:
    """No raw HTML, and no way in for it: what looks like a tag is shown as text."""
    markdown = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["table", "smartquotes"])
    markdown.use(front_matter_plugin)
    for name in BLOCKS:
        render = _checklist if name == "checklist" else None
        markdown.use(container_plugin, name=name, validate=_wanted(name), render=render)
    # slugify keeps plain ASCII letters, so an anchor reads the same in every address bar.
    markdown.use(anchors_plugin, min_level=2, max_level=3, slug_func=slugify)
    return markdown


MARKDOWN = _markdown()


def tokens_of(text: str) -> list[Token]:
    return MARKDOWN.parse(text)


def plain(inline: Token) -> str:
    """The words of an inline token, as a reader sees them."""
    spoken = {"text": None, "code_inline": None, "softbreak": " ", "hardbreak": " "}
    return "".join(spoken[child.type] or child.content for child in inline.children or () if child.type in spoken)


def line_of(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def parts_of(tokens: Sequence[Token], text: str) -> list[Part]:
    """The body in order, prose put together between the blocks. Raises Malformed."""
    parts: list[Part] = []
    lines = text.splitlines()
    prose: list[Token] = []

    def close_prose() -> None:
        if prose:
            parts.append(Prose(_html(prose)))
            prose.clear()

    index = 0
    while index < len(tokens):
        token = tokens[index]
        block = _block(token)
        last = _end(tokens, index) if block else index
        if block:
            _require_closed(token, lines)
        if block in ("board", "tweet"):
            if token.level:
                raise Malformed(line_of(token), f"a {block} stands inside another block; it must stand on its own")
            close_prose()
            inside = tokens[index + 1 : last]
            parts.append(_board(token, inside) if block == "board" else _tweet(token, lines))
            index = last
        elif token.type == "hr" and not token.level:
            close_prose()
            parts.append(Divider())
        elif token.type != "front_matter":
            if token.type == "inline" and STRAY.search(token.content):
                known = ", ".join(BLOCKS)
                raise Malformed(line_of(token), f"no such block, or a ::: too many; there are: {known}")
            prose.append(token)
        index += 1
    close_prose()
    return parts


def _block(token: Token) -> str:
    """The name of the block that opens here, or ""."""
    found = re.fullmatch(r"container_(\w+)_open", token.type)
    return found[1] if found else ""


def _end(tokens: Sequence[Token], start: int) -> int:
    closing = tokens[start].type.replace("_open", "_close")
    return next(
        index
        for index in range(start, len(tokens))
        if tokens[index].type == closing and tokens[index].level == tokens[start].level
    )


def _require_closed(opening: Token, lines: Sequence[str]) -> None:
    end = opening.map[1] if opening.map else 0
    if end >= len(lines) or not STRAY.match(lines[end]):
        raise Malformed(line_of(opening), "the block is never closed; end it with a line of :::")


def _html(tokens: Sequence[Token]) -> SafeString:
    # Safe because html is off: whatever an author writes has been escaped by the renderer.
    html: str = MARKDOWN.renderer.render(tokens, MARKDOWN.options, {})
    return mark_safe(html)  # noqa: S308 - see above


def _board(opening: Token, inside: Sequence[Token]) -> BoardBlock:
    line, params = line_of(opening), opening.info.strip().removeprefix("board").strip()
    found = BOARD.fullmatch(params)
    if not found:
        raise Malformed(line, "a board is written ::: board name https://its.address/ with none after it if none held")
    if not inside or inside[0].type != "heading_open" or inside[0].tag != "h3":
        raise Malformed(line, "a board begins with its name as a heading: ### Name")
    if not any(token.type == "paragraph_open" for token in inside):
        raise Malformed(line, "a board says in a paragraph what it is for")
    return BoardBlock(
        name=found["name"],
        title=plain(inside[1]),
        link=found["link"],
        held=not found["none"],
        html=_html(inside),
        line=line,
    )


def _tweet(opening: Token, lines: Sequence[str]) -> Tweet:
    line, params = line_of(opening), opening.info.strip().removeprefix("tweet").strip()
    found = TWEET.fullmatch(params)
    if not found:
        raise Malformed(line, "a tweet is written ::: tweet 1234567890 @handle Name, the number being the post's id")
    # Word for word as in the file: a quotation is not Markdown.
    start, end = opening.map or (0, 0)
    quote = "\n".join(said.strip() for said in lines[start + 1 : end]).strip()
    if not quote:
        raise Malformed(line, "a tweet quotes the words of the post, which are missing")
    return Tweet(post=found["post"], handle=found["handle"], author=found["author"] or "", quote=quote)
