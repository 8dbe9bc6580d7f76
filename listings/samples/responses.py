"""Requests to a made-up board and its responses, whose ETag is known before any ad is made, so that a 304 is cheap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from listings.samples.faults import spoil
from listings.samples.state import SampleBoards

# Responses of up to so many ads are sent in one piece, with a length; longer ones are streamed.
MAX_JOINED = 2000
JSON = "application/json"
WEB_PAGE = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class SampleResponse:
    """`pieces` are made while they are sent; `joined`: they may be sent as one. No ETag where `tag` is ""."""

    status: int
    content_type: str
    pieces: Iterator[bytes]
    tag: str = ""
    changed: datetime | None = None
    joined: bool = True
    location: str = ""


@dataclass(frozen=True, slots=True)
class SampleRequest:
    """`fault` is "" or one of SPOILING."""

    boards: SampleBoards
    host: str
    path: str
    query: Mapping[str, str]
    fault: str
    moment: datetime

    def visible(self, slots: Sequence[int]) -> Sequence[int]:
        """Those of the slots that the fault leaves."""
        return slots[:0] if self.fault == "empty" else slots[::2] if self.fault == "half" else slots

    def list_response(
        self, content_type: str, slots: Sequence[int], body: Iterator[bytes], variant: str = ""
    ) -> SampleResponse:
        """`slots` are the visible ones; `variant` distinguishes responses about the same slots."""
        tag, changed = self.boards.fingerprint(slots, self.moment)
        pieces = spoil(self.fault, body)
        return SampleResponse(200, content_type, pieces, tag + self.fault + variant, changed, len(slots) <= MAX_JOINED)

    def page_response(self, body: bytes) -> SampleResponse:
        return SampleResponse(200, WEB_PAGE, spoil(self.fault, iter([body])))

    def number(self, name: str, default: int) -> int:
        """A number of the query; anything else is ignored, as the real boards do."""
        text = self.query.get(name)
        return int(text) if text and text.isascii() and text.isdigit() else default


# None: there is nothing at that path.
Endpoint = Callable[[SampleRequest], SampleResponse | None]


def text_response(
    status: int, text: str, content_type: str = "text/plain; charset=utf-8", location: str = ""
) -> SampleResponse:
    return SampleResponse(status, content_type, iter([text.encode()]), location=location)


def not_found() -> SampleResponse:
    return text_response(404, "<!DOCTYPE html><html><body>No such page.</body></html>", WEB_PAGE)
