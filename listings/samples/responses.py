"""Questions to a made-up board, and answers: worked out before anything is made, so that 304 costs little."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from listings.samples.misbehaving import spoil
from listings.samples.state import Boards

FEW = 2000
"""So many ads are answered in one piece, with its length; more are streamed."""
WEB_PAGE = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class SampleResponse:
    """`pieces` are made while they are sent; `few` says that they may be joined. `tag` "" means no ETag."""

    status: int
    kind: str
    pieces: Iterator[bytes]
    tag: str = ""
    changed: datetime | None = None
    few: bool = True
    location: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """`board`: the host that the asked one is another name of. `fault` is "" or one of SPOILED."""

    boards: Boards
    host: str
    board: str
    path: str
    query: Mapping[str, str]
    fault: str
    moment: datetime

    def kept(self, numbers: Sequence[int]) -> Sequence[int]:
        """What a fault leaves of the slots that are to be shown."""
        return numbers[:0] if self.fault == "empty" else numbers[::2] if self.fault == "half" else numbers

    def listed(self, kind: str, numbers: Sequence[int], body: Iterator[bytes], also: str = "") -> SampleResponse:
        """An answer about `numbers`, which are kept already; `also` tells apart answers about the same ones."""
        tag, changed = self.boards.fingerprint(numbers, self.moment)
        return SampleResponse(200, kind, spoil(self.fault, body), tag + self.fault + also, changed, len(numbers) <= FEW)

    def page(self, body: bytes) -> SampleResponse:
        return SampleResponse(200, WEB_PAGE, spoil(self.fault, iter([body])))

    def whole(self, name: str, otherwise: int) -> int:
        """A number of the query; what is none is passed over."""
        text = self.query.get(name)
        return int(text) if text and text.isascii() and text.isdigit() else otherwise


Answers = Callable[[Asked], SampleResponse | None]
"""None: there is nothing at that path."""


def plain(status: int, text: str, kind: str = "text/plain; charset=utf-8", location: str = "") -> SampleResponse:
    return SampleResponse(status, kind, iter([text.encode()]), location=location)


def not_found() -> SampleResponse:
    return plain(404, "<!DOCTYPE html><html><body>No such page.</body></html>", WEB_PAGE)
