"""One request at a time: what a client sends behind it is kept until the answer has been sent."""

from __future__ import annotations

import re

from waitress.parser import HTTPRequestParser, ParsingError
from waitress.receiver import ChunkedReceiver
from waitress.utilities import BadRequest

# Waitress looks for an address in a line that does not end as this one does by trying each split of its digits.
START_LINE = re.compile(rb"[^ ]+ [^ ]+(?: HTTP/[0-9]\.[0-9])?[ \t]*")
FOLD = re.compile(rb"\r\n[ \t]+")
# It reads these once for each of them.
BLANKS_BEFORE_VALUE = re.compile(rb"^([^:\r\n]*:)[ \t]+", re.MULTILINE)
# Of a chunk's first line, or of what follows the last chunk. With each packet, all of it is read from its beginning.
MAX_CHUNK_LINE = 1024


class SingleRequestParser(HTTPRequestParser):
    """`rest`: the bytes that came behind the request, and belong to the next one.

    It runs in the loop that serves all connections: no request may take long to read.
    """

    rest = b""

    def received(self, data: bytes) -> int:
        """How many bytes were taken: all, or the connection would begin the next request with the rest."""
        taken = int(super().received(data))
        if not self.completed and isinstance(self.body_rcv, ChunkedReceiver):
            self._bound_chunk_line(self.body_rcv)
        if not self.completed:
            return taken
        # There is nothing left to wait for: no body follows, or the request is refused without it.
        self.expect_continue = False
        self.rest = data[taken:]
        return len(data)

    def parse_header(self, header_plus: bytes) -> None:
        start_line, end, header = header_plus.partition(b"\r\n")
        if not START_LINE.fullmatch(start_line):
            raise ParsingError("Start line is invalid")
        header = BLANKS_BEFORE_VALUE.sub(rb"\1", FOLD.sub(b" ", header))
        try:
            super().parse_header(start_line + end + header)
        except ValueError as error:
            # An address such as "http://[", or a length of thousands of digits.
            raise ParsingError("Address or length is invalid") from error

    def _bound_chunk_line(self, body: ChunkedReceiver) -> None:
        if max(len(body.control_line), len(body.trailer)) > MAX_CHUNK_LINE:
            self.error = BadRequest("A chunk's line is too long")
            self.completed = True
