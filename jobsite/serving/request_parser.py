"""One request at a time: what a client sends behind it is kept until the answer has been sent."""

from __future__ import annotations

from waitress.parser import HTTPRequestParser


class SingleRequestParser(HTTPRequestParser):
    """`rest`: the bytes that came behind the request, and belong to the next one."""

    rest = b""

    def received(self, data: bytes) -> int:
        """How many bytes were taken: all, or the connection would begin the next request with the rest."""
        taken = int(super().received(data))
        if not self.completed:
            return taken
        # There is nothing left to wait for: no body follows, or the request is refused without it.
        self.expect_continue = False
        self.rest = data[taken:]
        return len(data)
