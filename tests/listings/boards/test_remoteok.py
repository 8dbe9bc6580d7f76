"""What Remote OK's API is known to do, one test a quirk."""

from __future__ import annotations

from typing import Any

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad, BrokenShape
from tests.cpu_time import assert_growth
from tests.listings.boards.records import ad_of, page_of
from tests.tables import table

RECORD = {
    "id": "910001",
    "slug": "remote-net-mender-910001",
    "position": "Net Mender",
    "company": "Marram Works",
    "date": "2026-03-14T20:13:23+00:00",
    "description": "<p>Mend nets.</p>",
    "location": "",
    "tags": ["nets"],
    "salary_min": 0,
    "salary_max": 0,
    "url": "https://remoteOK.com/remote-jobs/remote-net-mender-910001",
}
LEGAL = {"last_updated": 1773720015, "legal": "Link back."}
PROOF = (
    "<br/><br/>Please mention the word **GULLS** and tag RMTkyLjAuMi43 when applying to show you read the job post "
    "completely (#RMTkyLjAuMi43). This is a beta feature to avoid spam applicants. Companies can search these words "
    "to find applicants that read this and see they're human."
)


def ad(**stated: Any) -> Ad:
    return ad_of("remoteok", [LEGAL, RECORD | stated])


def test_the_legal_notice_is_no_record() -> None:
    assert page_of("remoteok", [LEGAL]).rejected == []
    assert page_of("remoteok", [LEGAL | {"id": "7"}]).rejected[0].record == "7"


@table(
    ("served", "meant"),
    [
        ("GdaÅ\x84sk", "Gdańsk"),
        ("Zócalo", "Zócalo"),
        ("ZÃ³calo", "Zócalo"),
        ("Itâ\x80\x99s ð\x9f\x8c\x8a", "It’s 🌊"),
        ("Gdańsk and CafÃ©", "Gdańsk and Café"),
        ("cut within a letter â\x80", "cut within a letter â\x80"),
        ("naïve São Ångström", "naïve São Ångström"),
        ("Aisles &amp; Abroad", "Aisles & Abroad"),
        ("Zócalo &amp;amp; Sons", "Zócalo & Sons"),
    ],
)
def test_text_decoded_once_too_often_is_repaired_field_by_field(served: str, meant: str) -> None:
    read = ad(company=served, position=served, location=served, tags=[served])
    assert (read.company, read.title, read.location, read.tags) == (meant, meant, meant, (meant,))


def test_a_description_is_repaired_and_keeps_its_markup() -> None:
    assert ad(description="<p>What youâ\x80\x99ll do &amp; be</p>").html == "<p>What you’ll do &amp; be</p>"


def test_line_breaks_escaped_once_too_often_between_tags_are_repaired() -> None:
    served = r"<p>Mend nets.</p>\n<p>Keep C:\nets tidy.</p>\n"
    assert ad(description=served).html == "<p>Mend nets.</p>\n<p>Keep C:\\nets tidy.</p>\n"


@table(
    ("description", "html"),
    [
        ("<p>Mend nets.</p>" + PROOF, "<p>Mend nets.</p>"),
        ("Mend nets.<br/>" + PROOF.replace("GULLS", "TERNS"), "Mend nets."),
        (PROOF, ""),
        (PROOF.partition(" to show")[0], ""),
        ("Mend." + PROOF + "<p>Then rest.</p>", "Mend. <p>Then rest.</p>"),
        ("Please mention the word of the day.", "Please mention the word of the day."),
    ],
)
def test_the_proof_of_reading_and_the_askers_address_are_left_out(description: str, html: str) -> None:
    assert ad(description=description).html == html


@table(
    ("low", "high", "salary"),
    [
        (0, 0, ""),
        (72000, 91500, "72000 - 91500 USD"),
        (30, 30, "30 USD"),
        (0, 90000, "up to 90000 USD"),
        (None, "", ""),
    ],
)
def test_zero_is_no_pay_and_no_unit_is_made_up(low: Any, high: Any, salary: str) -> None:
    assert ad(salary_min=low, salary_max=high).salary == salary


def test_several_places_are_set_apart() -> None:
    assert ad(location="Oslo, Norway | Remote | Cork").location == "Oslo, Norway; Remote; Cork"


@table("url", ["https://remoteOK.com/remote-jobs/", "https://remoteok.com/remote-jobs", None, ""])
def test_a_bare_address_is_made_whole_by_the_slug(url: str | None) -> None:
    assert ad(url=url).url == "https://remoteok.com/remote-jobs/remote-net-mender-910001"


def test_an_address_without_an_ad_is_rejected() -> None:
    page = page_of("remoteok", [RECORD | {"url": "https://remoteOK.com/remote-jobs/", "slug": "../x"}])
    assert [bad.reason for bad in page.rejected] == ["neither url nor slug names an ad"]


def test_a_row_without_a_role_or_an_employer_is_rejected() -> None:
    page = page_of("remoteok", [RECORD | {"position": ""}, RECORD | {"company": " "}])
    assert [bad.reason for bad in page.rejected] == ["position is missing", "company is missing"]


def test_one_record_cut_out_of_the_list_is_read() -> None:
    assert ad_of("remoteok", RECORD).external_id == "910001"


def test_an_object_of_another_api_is_named() -> None:
    with pytest.raises(BrokenShape, match="a JSON object, not the API's JSON list"):
        page_of("remoteok", {"jobs": [RECORD]})


def test_the_terms_ask_for_a_followed_link_and_no_logo() -> None:
    terms = BOARDS["remoteok"].terms
    assert (terms.followed_link, terms.logo, terms.link_text) == (True, False, "Remote OK")


def test_breaks_without_end_before_the_proof_cost_little() -> None:
    def read(count: int) -> None:
        assert ad(description="<p>Mend nets.</p>" + "<br/>\n" * count + PROOF).html == "<p>Mend nets.</p>"

    assert_growth(read, 20_000, below=8)
