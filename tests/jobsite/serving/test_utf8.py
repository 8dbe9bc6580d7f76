from __future__ import annotations

from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from jobsite.serving.utf8 import utf8_only

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


def status_of(path: str, content_type: str) -> int:
    statuses: list[str] = []
    environ = RequestFactory().get(path).environ | {"CONTENT_TYPE": content_type}

    def start_response(status: str, headers: Any) -> None:
        statuses.append(status)

    list(utf8_only(WSGIHandler())(environ, start_response))
    return int(statuses[0].split()[0])


@pytest.mark.parametrize(
    "charset",
    ["hex", "rot13", "zip", "base64", "undefined", "idna", "punycode", '"hex"', "utf-16", "utf-8", "nowhere", ""],
)
@pytest.mark.parametrize("form", ["a; charset={}", FORM + ";CHARSET = {}; x=1", FORM + "; x=1; charset={}"])
def test_no_charset_breaks_a_page(charset: str, form: str) -> None:
    assert status_of("/about/?a=%FF", form.format(charset)) == 200
    assert status_of("/jobs/?q=caf%C3%A9", form.format(charset)) == 200


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
