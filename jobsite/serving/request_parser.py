"""One request at a time: what a client sends behind it is kept until the answer has been sent."""

from __future__ import annotations

import re

from waitress.parser import HTTPRequestParser, ParsingError
from waitress.utilities import Error, RequestHeaderFieldsTooLarge

# Waitress looks for an address in a line that does not end as this one does by trying each split of its digits.
START_LINE = re.compile(rb"[^ ]+ [^ ]+(?: HTTP/[0-9]\.[0-9])?[ \t]*")
FOLD = re.compile(rb"\r\n[ \t]+")
# It reads these once for each of them.
BLANKS_BEFORE_VALUE = re.compile(rb"^([^:\r\n]*:)[ \t]+", re.MULTILINE)
# Lines. Browsers and proxies together send some forty; the four thousand that find room take the loop a hundred times
# as long, and a client with all its connections would have it to itself.
MAX_HEADERS = 100


class LengthRequired(Error):
    """Browsers always tell the length of a form. In chunks of a byte each, a body costs the loop much time."""

    code = 411
    reason = "Length Required"


class SingleRequestParser(HTTPRequestParser):
    """`rest`: the bytes that came behind the request, and belong to the next one.

    It runs in the loop that serves all connections: no request may take long to read.
    """

    rest = b""
    completed = False
    has_too_many_headers = False

    def received(self, data: bytes) -> int:
        """How many bytes were taken: all, or the connection would begin the next request with the rest."""
        taken = int(super().received(data))
        if self.has_too_many_headers:
            self.error = RequestHeaderFieldsTooLarge(f"exceeds {MAX_HEADERS} lines of headers")
            self.completed = True
        if self.chunked and not self.completed:
            self.error = LengthRequired("Send the body with a Content-Length, not in chunks.")
            self.completed = True
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
        header = FOLD.sub(b" ", header)
        if header.count(b"\n") > MAX_HEADERS:
            self.has_too_many_headers = True
            header = b""
        header = BLANKS_BEFORE_VALUE.sub(rb"\1", header)
        try:
            super().parse_header(start_line + end + header)
        except ValueError as error:
            # An address such as "http://[", or a length of thousands of digits.
            raise ParsingError("Address or length is invalid") from error
