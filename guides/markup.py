"""Turns Markdown into tokens, and tokens into the parts of a chapter's page. library.py describes the syntax."""

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


class MarkupError(ValueError):
    """`line` counts from 1 in the file; the message is for the chapter's author."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
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
    """`is_read`: the chapter claims that this site reads the board; a system check compares that with the truth."""

    name: str
    title: str
    link: str
    is_read: bool
    html: SafeString
    line: int
    template: ClassVar[str] = "guides/parts/board.html"


@dataclass(frozen=True, slots=True)
class Tweet:
    """A post on another site, quoted as plain text. `author` is "" if only the handle is known."""

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


def _markdown() -> MarkdownIt:
    # With html off, whatever looks like a tag is escaped. _html() relies on this.
    markdown = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["table", "smartquotes"])
    markdown.use(front_matter_plugin)
    for name in BLOCKS:
        render = _checklist if name == "checklist" else None
        markdown.use(container_plugin, name=name, render=render)
    # slugify leaves only ASCII letters, which every address bar shows unchanged.
    markdown.use(anchors_plugin, min_level=2, max_level=3, slug_func=slugify)
    return markdown


MARKDOWN = _markdown()


def tokens_of(text: str) -> list[Token]:
    return MARKDOWN.parse(text)


def plain_text(inline: Token) -> str:
    """The text of an inline token, as a reader sees it."""
    # None: the token's own content. Tokens of other types are markup.
    replacements = {"text": None, "code_inline": None, "softbreak": " ", "hardbreak": " "}
    visible = [child for child in inline.children or () if child.type in replacements]
    return "".join(replacements[child.type] or child.content for child in visible)


def line_of(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def parts_of(tokens: Sequence[Token], text: str) -> list[Part]:
    """The body in order, with the prose between two blocks as one part. Raises MarkupError."""
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
                raise MarkupError(line_of(token), f"a {block} is inside another block; it must stand on its own")
            close_prose()
            inside = tokens[index + 1 : last]
            parts.append(_board(token, inside) if block == "board" else _tweet(token, lines))
            index = last
        elif token.type == "hr" and not token.level:
            close_prose()
            parts.append(Divider())
        elif token.type != "front_matter":
            if token.type == "inline" and STRAY.search(token.content):
                # The parser takes an unknown block and a stray ::: for text.
                names = ", ".join(BLOCKS)
                raise MarkupError(line_of(token), f"unknown block, or one ::: too many; the blocks are: {names}")
            prose.append(token)
        index += 1
    close_prose()
    return parts


def _block(token: Token) -> str:
    """The name of the block that opens here, or ""."""
    match = re.fullmatch(r"container_(\w+)_open", token.type)
    return match[1] if match else ""


def _end(tokens: Sequence[Token], start: int) -> int:
    closing = tokens[start].type.replace("_open", "_close")
    return next(
        index
        for index in range(start, len(tokens))
        if tokens[index].type == closing and tokens[index].level == tokens[start].level
    )


def _require_closed(opening: Token, lines: Sequence[str]) -> None:
    # The parser closes an open block silently at the end of the file.
    end = opening.map[1] if opening.map else 0
    if end >= len(lines) or not STRAY.match(lines[end]):
        raise MarkupError(line_of(opening), "the block is not closed; end it with a line of :::")


def _html(tokens: Sequence[Token]) -> SafeString:
    html: str = MARKDOWN.renderer.render(tokens, MARKDOWN.options, {})
    return mark_safe(html)  # noqa: S308 - html is off, so the renderer has escaped whatever an author wrote


def _board(opening: Token, inside: Sequence[Token]) -> BoardBlock:
    line, params = line_of(opening), opening.info.strip().removeprefix("board").strip()
    match = BOARD.fullmatch(params)
    if not match:
        raise MarkupError(
            line, "a board begins with ::: board name https://its.url/ and none if this site does not read it"
        )
    if not inside or inside[0].type != "heading_open" or inside[0].tag != "h3":
        raise MarkupError(line, "a board needs its name as a heading in the first line: ### Name")
    if not any(token.type == "paragraph_open" for token in inside):
        raise MarkupError(line, "a board needs a paragraph that says what it is for")
    return BoardBlock(
        name=match["name"],
        title=plain_text(inside[1]),
        link=match["link"],
        is_read=not match["none"],
        html=_html(inside),
        line=line,
    )


def _tweet(opening: Token, lines: Sequence[str]) -> Tweet:
    line, params = line_of(opening), opening.info.strip().removeprefix("tweet").strip()
    match = TWEET.fullmatch(params)
    if not match:
        raise MarkupError(line, "a tweet begins with ::: tweet 1234567890 @handle Name; the number is the post's id")
    # From the file, not from the tokens: a quotation is not Markdown, and its asterisks must stay.
    start, end = opening.map or (0, 0)
    quote = "\n".join(text.strip() for text in lines[start + 1 : end]).strip()
    if not quote:
        raise MarkupError(line, "the text of the quoted post is missing")
    return Tweet(post=match["post"], handle=match["handle"], author=match["author"] or "", quote=quote)
