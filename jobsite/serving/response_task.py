"""The response to a request, on a connection that stays open for the next one."""

from __future__ import annotations

from waitress.task import WSGITask


class ResponseTask(WSGITask):
    """Waitress ends a connection with any response that has no length, even with one that has no body, such as 304.

    A browser then opens a new one for each file that it already has.
    """

    close_on_finish: bool

    def build_response_header(self) -> bytes:
        if self.has_body or self.version != "1.1" or self.close_on_finish:
            return bytes(super().build_response_header())
        # What ends already is not ended by Waitress.
        self.close_on_finish = True
        header = bytes(super().build_response_header())
        self.close_on_finish = self.request.headers.get("CONNECTION", "").lower() == "close"
        return header
