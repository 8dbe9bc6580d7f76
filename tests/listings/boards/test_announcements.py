"""Comments of hiring threads that announce a job in sentences or behind labels, without a header line."""

from __future__ import annotations

from listings.boards.formats.announcements import read_announcement
from tests.cpu_time import assert_growth
from tests.examples import few
from tests.listings.boards.test_hackernews import ad, answer, comment
from tests.tables import table


@table(
    ("text", "company", "title", "workplace"),
    [
        ("Quay are hiring a Rope Engineer in SF, NY, REMOTE.", "Quay", "Rope Engineer", ("REMOTE",)),
        *few(
            [
                (
                    "Blue Quay is hiring for a knot developer, to mend nets.<p>Location: remote, mostly",
                    "Blue Quay",
                    "Knot developer",
                    ("remote",),
                ),
                (
                    "Quay is a harbour for all. We are hiring backend engineers for our team in Peru - Remote.",
                    "Quay",
                    "Backend engineers",
                    ("Peru - Remote",),
                ),
                ("REMOTE (US) I'm hiring 3x Jr Rope Engineers at Quay.", "Quay", "Jr Rope Engineers", ("REMOTE (US)",)),
                (
                    "We at Quay are looking for a knot developer (full time, remote).",
                    "Quay",
                    "Knot developer",
                    ("remote",),
                ),
                (
                    "COMPANY: Blue Quay<p>ROLE: Rope Manager<p>TYPE: Full Time.<p>ONSITE: Hybrid, two days",
                    "Blue Quay",
                    "Rope Manager",
                    ("ONSITE: Hybrid, two days",),
                ),
            ],
            1,
        ),
    ],
)
def test_an_announcement_names_company_and_role(
    text: str, company: str, title: str, workplace: tuple[str, ...]
) -> None:
    read = ad(text)
    assert (read.company, read.title, tuple(read.workplace or ())) == (company, title, workplace)


@table(
    ("text", "company", "title", "workplace"),
    few(
        [
            (
                "Quay | Oslo, Norway | Full-Time<p>We build nets.<p>Rope Engineer | Oslo<p>Knot Developer | Oslo",
                "Quay",
                "Several roles at Quay: Rope Engineer, Knot Developer",
                (),
            ),
            (
                "Quay | Herndon, VA<p>Remote and hybrid positions - USA only.<p>Rope Engineer",
                "Quay",
                "Rope Engineer",
                ("Remote and hybrid positions - USA only",),
            ),
            (
                "Thank you for filling our last role!<p>Quay | Senior Rope Engineer | Full-time | Onsite | Oslo",
                "Quay",
                "Senior Rope Engineer",
                ("Onsite",),
            ),
            (
                "Quay | Hiring for multiple roles in design across Peru (https://quay.example/jobs)<p>Rope Engineer",
                "Quay",
                "Rope Engineer",
                (),
            ),
        ],
        1,
    ),
)
def test_a_header_that_the_next_lines_complete(text: str, company: str, title: str, workplace: tuple[str, ...]) -> None:
    read = ad(text)
    assert (read.company, read.title, tuple(read.workplace or ())) == (company, title, workplace)


def test_a_place_counts_only_beside_the_workplace() -> None:
    assert ad("REMOTE (US) I'm hiring rope engineers at Quay.").location == "REMOTE (US)"
    assert ad("Quay is hiring a rope engineer in SF, NY, REMOTE.").location == ""


@table(
    "text",
    [
        "I am a full-stack developer and I am looking for a job.",
        *few(
            [
                "We are hiring rope engineers. Remote is fine.",
                "My team is hiring a rope engineer, remote.",
                "Quay is hiring across design and sales, onsite.",
                "LOCATION: Oslo<p>REMOTE: Yes<p>RESUME: quay.example",
                "COMPANY: Quay<p>Come and see.",
                "",
            ],
            1,
        ),
    ],
)
def test_what_names_no_company_or_no_role_announces_nothing(text: str) -> None:
    assert read_announcement(text) is None
    assert [ad.title for ad in answer(comment(text)).ads] == []


@table("part", few(["Quay is hiring ", "I'm hiring a ", "A a: ", "REMOTE (", "A A - ", "<p>ROLE: x"], 2))
def test_time_grows_no_faster_than_the_comment(part: str) -> None:
    assert_growth(lambda length: read_announcement(part * (length // len(part) + 1)), 250_000, below=10)
