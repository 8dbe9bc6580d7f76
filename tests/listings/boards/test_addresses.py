"""An address of a hiring system says whose it is, whether it is of its list, of a vacancy or of the API."""

from __future__ import annotations

from listings.boards import BOARDS
from listings.boards.base import Request, Response
from listings.boards.detect import by_address, by_answer
from tests.listings.boards.expected import PAYLOADS
from tests.tables import table

ADDRESSES = [
    ("https://quayside.pinpointhq.com/", "pinpoint", "quayside"),
    ("https://quayside.pinpointhq.com/en/postings/0b8f0c5e", "pinpoint", "quayside"),
    ("https://kelpworks.bamboohr.com/careers", "bamboohr", "kelpworks"),
    ("https://kelpworks.bamboohr.com/careers/82?source=x", "bamboohr", "kelpworks"),
    ("https://lanternway.breezy.hr", "breezy", "lanternway"),
    ("https://lanternway.breezy.hr/p/a1b2c3d4e5f6-lamp-trimmer", "breezy", "lanternway"),
    ("https://ats.rippling.com/ropeyard/jobs", "rippling", "ropeyard"),
    ("https://ats.rippling.com/en-GB/ropeyard/jobs/7527c74e", "rippling", "ropeyard"),
    ("https://api.rippling.com/platform/api/ats/v1/board/ropeyard/jobs", "rippling", "ropeyard"),
    ("https://quayside.wd3.myworkdayjobs.com/Careers", "workday", "quayside.wd3/Careers"),
    ("https://quayside.wd3.myworkdayjobs.com/en-US/Careers/job/Oslo/Pilot_R-7", "workday", "quayside.wd3/Careers"),
    ("https://quayside.wd103.myworkdayjobs.com/wday/cxs/quayside/Careers/jobs", "workday", "quayside.wd103/Careers"),
    (
        "https://quay.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/7",
        "oracle",
        "quay.fa.us2.oraclecloud.com/CX_1",
    ),
    ("https://www.comeet.com/jobs/sondeworks/F6.003", "comeet", "sondeworks/F6.003"),
    ("https://www.comeet.com/jobs/sondeworks/F6.003/antenna-engineer/18.767", "comeet", "sondeworks/F6.003"),
    (
        "https://recruiting.paylocity.com/recruiting/jobs/All/3ecffcba-6b5a-4a7e-b71b-bbb54a4527ab/Craneyard-Inc",
        "paylocity",
        "3ecffcba-6b5a-4a7e-b71b-bbb54a4527ab",
    ),
    ("https://www.careers-page.com/spindrift-lab", "manatal", "spindrift-lab"),
    ("https://www.careers-page.com/spindrift-lab/job/7X4W43WX", "manatal", "spindrift-lab"),
    ("https://www.careers-page.com/api/v1.0/c/spindrift-lab/jobs/?page=2", "manatal", "spindrift-lab"),
    ("https://pulleyworks.applytojob.com/apply/abc123/pulley-engineer", "jazzhr", "pulleyworks"),
    ("https://app.jazz.co/feeds/export/jobs/pulleyworks", "jazzhr", "pulleyworks"),
    ("https://jobs.gusto.com/boards/gullworks-inc-ed3a1ae2", "gusto", "gullworks-inc-ed3a1ae2"),
    ("https://careers-shoalworks.icims.com/jobs/1001/shoal-surveyor/job", "icims", "careers-shoalworks"),
    ("https://jobs.jobvite.com/capstanworks/job/oAbC1dEf", "jobvite", "capstanworks"),
    ("https://jobs.jobvite.com/careers/capstanworks/jobs", "jobvite", "capstanworks"),
    ("https://mooringworks.eightfold.ai/careers?domain=mooringworks.example", "eightfold", "mooringworks"),
    ("https://sextant.avature.net/en_US/careers/JobDetail/Sextant-Engineer/22360", "avature", "sextant/careers"),
    (
        "https://workforcenow.adp.com/mascsr/default/mdf/recruitment/recruitment.html?x=1&cid=6d761223-04f6-4d39-a498-276f6ca9389f",
        "adp",
        "6d761223-04f6-4d39-a498-276f6ca9389f",
    ),
    ("https://www.ycombinator.com/companies/barnacle/jobs/UAUsCJS-staff-hull-engineer", "workatastartup", "barnacle"),
    ("https://www.workatastartup.com/companies/barnacle", "workatastartup", "barnacle"),
]
VENDORS_OWN = ["https://www.pinpointhq.com/", "https://www.bamboohr.com/careers/", "https://app.breezy.hr/signin"]


@table(("address", "board", "token"), ADDRESSES)
def test_an_address_names_its_board_and_employer(address: str, board: str, token: str) -> None:
    detection = by_address(address, "Quay Ltd")
    assert detection is not None
    assert (detection.board.name, detection.options["token"]) == (board, token)
    options = detection.board.checked_options(detection.options)
    requests = detection.board.start(options, None)
    assert [request.company for request in requests] == ["Quay Ltd"] * len(requests) != []


@table("name", ["themuse", "nodesk", "landingjobs", "torre"])
def test_a_boards_own_site_needs_no_options(name: str) -> None:
    detection = by_address(BOARDS[name].home)
    assert detection is not None
    assert (detection.board.name, detection.options) == (name, {})


def test_a_page_at_an_employers_own_address_is_known_by_its_mark() -> None:
    address = "https://careers.networks.example/us/en/search-results"
    body = (PAYLOADS / "phenom" / "page.html").read_bytes()
    detection = by_answer(Response(Request(address), body), address)
    assert (detection.board.name, detection.options) == ("phenom", {"address": address})


@table("address", VENDORS_OWN)
def test_a_vendors_own_site_is_nobodys_list(address: str) -> None:
    assert by_address(address) is None
