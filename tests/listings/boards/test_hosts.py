"""Spellings of one host, as browsers read them."""

from __future__ import annotations

import pytest

from listings.boards.formats.fields import BadRecord, web_address
from tests.tables import table


@table(
    "spelling",
    [
        "https://quay.example/a",
        "https://quay.example./a",
        "HTTPS://QUAY.example/a",
        "https:\\\\quay.example\\a",
        "https:/\\quay.example/a",
        "https:///quay.example/a",
        "https://qu%61y.example/a",
        "https://ｑuay.example/a",
        "https://quay。example/a",
        "https://qu\u00aday.example/a",
        "https://pilot:secret@quay.example/a",
    ],
)
def test_each_spelling_is_kept_as_the_plain_one(spelling: str) -> None:
    assert web_address(spelling, "url") == "https://quay.example/a"


@table(
    ("address", "kept"),
    [
        # A browser goes to quay.example, whatever else looks like a host.
        ("https://quay.example\\@good.example/a", "https://quay.example/@good.example/a"),
        ("https://quay.example\\.good.example/a", "https://quay.example/.good.example/a"),
        ("https://bücher.example/ä?q=ü", "https://xn--bcher-kva.example/ä?q=ü"),
        ("https://xn--bcher-kva.example/a", "https://xn--bcher-kva.example/a"),
        # Behind the path nothing is a host.
        ("https://quay.example/a?to=x\\@y.example#b\\c", "https://quay.example/a?to=x\\@y.example#b\\c"),
        ("https://quay.example:8443/a", "https://quay.example:8443/a"),
        ("https://the_quay.example/a", "https://the_quay.example/a"),
        ("https://[::1]:8000/a", "https://[::1]:8000/a"),
    ],
)
def test_the_rest_of_an_address_stays(address: str, kept: str) -> None:
    assert web_address(address, "url") == kept


@table(
    "address",
    ["https://[bad/", "https://quay..example/", "https://quay.example:port/", "https://quay.example:0/", "https://%/",
     "https://a b/", "javascript:alert(1)", "//quay.example/a", "https://", "https:quay.example<br>"],
)  # fmt: skip
def test_what_leads_nowhere_is_a_bad_record(address: str) -> None:
    with pytest.raises(BadRecord, match="url is not"):
        web_address(address, "url")
