from __future__ import annotations

from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.test import RequestFactory

from jobsite.serving.utf8 import utf8_only

FORM = "application/x-www-form-urlencoded"


def query(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """As Django reads it."""
    return [WSGIRequest(environ).GET["q"].encode()]


@pytest.mark.parametrize(
    "charset",
    ["hex", "rot13", "zip", "base64", "undefined", "idna", "punycode", '"hex"', "utf-16", "utf-8", "nowhere", ""],
)
@pytest.mark.parametrize("form", ["a; charset={}", FORM + ";CHARSET = {}; x=1", FORM + "; x=1; charset={}"])
def test_an_address_is_read_whatever_charset_is_claimed(charset: str, form: str) -> None:
    environ = RequestFactory().get("/jobs/?q=caf%C3%A9").environ | {"CONTENT_TYPE": form.format(charset)}
    assert list(utf8_only(query)(environ, print)) == ["café".encode()]


def test_the_rest_of_the_type_is_kept() -> None:
    seen: list[str] = []

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        seen.append(environ.get("CONTENT_TYPE", "none"))
        return []

    for given in (
        "multipart/form-data; boundary=-- --x; charset=hex",
        "multipart/form-data; charset=utf-8; boundary=x",
    ):
        utf8_only(application)({"CONTENT_TYPE": given}, print)
    utf8_only(application)({}, print)
    assert seen == ["multipart/form-data; boundary=-- --x", "multipart/form-data; boundary=x", "none"]
