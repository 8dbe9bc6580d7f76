"""Recordings of many systems and boards: each gives the records that it holds, or is refused with its reason.

They lie beside the checkout, and are no part of it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad, BrokenShape, Page, Request, Response
from tests.listings.boards.expected import PAYLOADS
from tests.listings.boards.records import page_of
from tests.recorded import MORE, board_of, recorded_more

# How many ads each file holds, and how many of its records are none, for a reason that they give.
HELD = {
    "adp/zaggregate_adp.json": (2, 0),
    "arbeitnow/breteai_arbeitnow.json": (3, 0),
    "arbeitnow/ergon_arbeitnow_sample.json": (2, 0),
    "ashby/ergon_ashby_sample.json": (3, 0),
    "ashby/lcarlini_ashby.json": (0, 3),
    "avature/avature_feed.xml": (3, 0),
    "avature/avature_job.html": (1, 0),
    "bamboohr/amikhno_list.json": (2, 0),
    "bamboohr/careerkit_bamboohr.json": (2, 0),
    "bamboohr/ergon_bamboohr_jobs.json": (3, 0),
    "breezy/ergon_breezy_jobs.json": (3, 0),
    "comeet/michael_wiliot.json": (2, 0),
    "eightfold/ergon_eightfold_jobs.json": (3, 0),
    "eightfold/kanuj_pcsx_microsoft.json": (4, 0),
    "feed/michael_feed.rss": (3, 0),
    "greenhouse/breteai_greenhouse.json": (3, 0),
    "greenhouse/mali_greenhouse.json": (2, 0),
    "greenhouse/michael_greenhouse.json": (2, 0),
    "gusto/material-board.html": (2, 1),
    "gusto/material-detail.html": (1, 0),
    "himalayas/breteai_himalayas.json": (3, 0),
    "himalayas/ergon_himalayas_sample.json": (3, 0),
    "himalayas/ikevin_himalayas.json": (4, 0),
    "icims/icims_job.html": (1, 0),
    "icims/icims_list_0.html": (2, 0),
    "jazzhr/zaggregate_jazzhr.xml": (2, 0),
    "jobicy/ergon_jobicy_sample.json": (3, 0),
    "jobicy/lcarlini_jobicy.json": (5, 0),
    "jobspresso/louisinayinde_2026-08-29_cut.xml": (2, 0),
    "jobvite/jobvite_list.html": (3, 0),
    "jsonld/jsonld_meta_software_engineer.html": (0, 1),
    "landingjobs/louisinayinde_2026-09_cut.json": (1, 0),
    "lever/aaron_lever_board.json": (2, 0),
    "lever/michael_lever.json": (2, 0),
    "manatal/list-calqulate.json": (10, 0),
    "manatal/list-castelion-p1.json": (10, 0),
    "manatal/list-castelion-p2.json": (10, 0),
    "nodesk/louisinayinde_2026-09-04.xml": (3, 0),
    "oracle/kanuj_oracle_hcm.json": (3, 0),
    "oracle/zaggregate_oracle_orc.json": (2, 0),
    "paylocity/board-sendcutsend.html": (7, 0),
    "paylocity/detail-sendcutsend-4272751.html": (1, 0),
    "paylocity/zaggregate_paylocity.json": (2, 0),
    "personio/careerkit_personio.xml": (2, 0),
    "personio/cpsit_api-response-multiple-positions.xml": (2, 0),
    "personio/cpsit_api-response-single-position.xml": (1, 0),
    "personio/ergon_personio_sample.xml": (2, 0),
    "personio/positions.xml": (10, 1),
    "phenom/careerkit_phenom.html": (2, 0),
    "phenom/kanuj_snowflake_response.json": (10, 0),
    "pinpoint/ergon_pinpoint_jobs.json": (3, 0),
    "pinpoint/zaggregate_pinpoint.json": (2, 0),
    "recruitee/mali_recruitee.json": (3, 0),
    "recruitee/michael_recruitee.json": (3, 0),
    "remoteok/ergon_remoteok_sample.json": (2, 1),
    "remoteok/ikevin_remoteok.json": (4, 0),
    "remoteok/lcarlini_remoteok.json": (2, 2),
    "remotive/breteai_remotive.json": (3, 0),
    "remotive/ergon_remotive_sample.json": (3, 0),
    "remotive/ikevin_remotive.json": (4, 0),
    "rippling/amikhno_rippling_jobs.json": (2, 0),
    "rippling/ergon_rippling_jobs.json": (2, 0),
    "smartrecruiters/ergon_smartrecruiters_sample.json": (2, 0),
    "smartrecruiters/jobwatch_posting.html": (1, 0),
    "smartrecruiters/michael_page1.json": (1, 0),
    "teamtailor/careerkit_teamtailor.json": (2, 0),
    "teamtailor/ferd_2026-09.rss": (3, 0),
    "teamtailor/zaggregate_teamtailor.rss": (2, 0),
    "themuse/ergon_themuse_sample.json": (3, 0),
    "torre/michael_page0.json": (3, 0),
    "weworkremotely/ikevin_wwr.xml": (4, 0),
    "workable/mali_workable.json": (3, 0),
    "workable/michael_workable.json": (2, 0),
    "workatastartup/detail-diode-senior.html": (1, 0),
    "workatastartup/detail-diode-staff.html": (1, 0),
    "workatastartup/list-diode.html": (2, 0),
    "workday/ergon_workday_sample.json": (2, 0),
    "workday/kanuj_micron_list.json": (20, 0),
    "workday/nvidia_detail_2026-08.json": (1, 0),
    "workingnomads/ikevin_workingnomads.json": (4, 0),
}
# Made by hand, with one position twice.
REPEATING = {"personio/careerkit_personio.xml"}
NO_VACANCY = ("an open application", "no vacancy", "neither the markup nor the page states an address")
# Pages of vacancies that are gone, of another interface, or without anything that could be read.
REFUSED = {
    "icims/icims_closed.html": "an HTML page that says that the job could not be found",
    "jsonld/didi_global_jobdetail.html": "an HTML page without JobPosting markup and without links to jobs",
    "workable/manwithaplandy_workable.json": "a JSON object without a list of jobs, not the widget's JSON object",
}
# Formats that no board reads.
UNREAD = {
    *("amazon", "atlassian", "clearcompany", "eleduck", "eures", "google", "jobylon"),
    *("justjoinit", "neogov", "nofluffjobs", "peoplestrong", "solidjobs", "talentclue", "v2ex"),
}
FILES = recorded_more()


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def read(path: Path) -> Page:
    """As `manage.py parse` reads it."""
    return BOARDS[board_of(path)].parse(Response(Request(path.name), path.read_bytes()))


@pytest.mark.skipif(not FILES, reason="no further recordings beside the checkout")
def test_every_recording_is_expected() -> None:
    named = {name_of(path) for path in FILES}
    assert named == {*HELD, *REFUSED} | {name for name in named if name.partition("/")[0] in UNREAD}
    assert not UNREAD & set(BOARDS)


@pytest.mark.parametrize("name", HELD)
def test_a_recording_gives_the_records_that_it_holds(name: str) -> None:
    if not (MORE / name).exists():
        pytest.skip("no further recordings beside the checkout")
    page = read(MORE / name)
    assert (len(page.ads), len(page.rejected)) == HELD[name]
    assert all(bad.reason.startswith(NO_VACANCY) for bad in page.rejected)
    ids = [ad.external_id for ad in page.ads]
    assert len(ids) == len(set(ids)) or name in REPEATING
    for ad in page.ads:
        assert Ad.from_json(json.loads(json.dumps(ad.as_json()))) == ad
    # Those of details are those of the list.
    assert {request.external_id for request in page.follow if request.external_id} <= set(ids)


@pytest.mark.parametrize("name", REFUSED)
def test_a_recording_is_refused_with_its_reason(name: str) -> None:
    if not (MORE / name).exists():
        pytest.skip("no further recordings beside the checkout")
    with pytest.raises(BrokenShape, match=f"^{REFUSED[name]}$"):
        read(MORE / name)


def test_an_address_for_applications_is_never_kept() -> None:
    body = (PAYLOADS / "comeet" / "positions.json").read_bytes()
    assert b"@" in body
    assert "@" not in "".join(json.dumps(ad.as_json()) for ad in page_of("comeet", body).ads)
