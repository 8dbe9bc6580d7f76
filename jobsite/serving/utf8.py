"""The site only reads UTF-8."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
CHARSET = re.compile(r"""(?i);\s*charset\s*=\s*("[^"]*"?|[^;]*)""")


def utf8_only(application: Application) -> Application:
    """Leaves out the charset that a request claims.

    Django would decode the address by it, and fail before any middleware at codecs that are not for text, like "hex".
    """

    def respond(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if content_type := environ.get("CONTENT_TYPE"):
            environ["CONTENT_TYPE"] = CHARSET.sub("", content_type)
        return application(environ, start_response)

    return respond
