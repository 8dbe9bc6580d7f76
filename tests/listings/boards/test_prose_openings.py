"""Comments of hiring threads whose sentences, lists and addresses name employer and openings."""

from __future__ import annotations

from listings.boards.formats.employer_addresses import EmployerAddress, employer_addresses
from listings.boards.formats.prose_openings import read_prose
from tests.cpu_time import assert_growth
from tests.examples import few
from tests.listings.boards.test_hackernews import ad, answer, comment
from tests.tables import table

JOBS = "https://jobs.lever.co/bluequay"


@table(
    ("text", "company", "title"),
    [
        (
            f"Blue Quay makes nets that mend themselves.<p>- Rope Engineer<p>- Knot Designer<p>{JOBS}",
            "Blue Quay",
            "Several roles at Blue Quay: Rope Engineer, Knot Designer",
        ),
        *few(
            [
                (
                    "At Lantern we mend. We're looking for a Lamp Designer.<p>ann@lantern.io",
                    "Lantern",
                    "Lamp Designer",
                ),
                ("quay (YC F24) is hiring across design and sales - https://hi.quay.com/join-us", "quay", ""),
                (
                    "Like ropes?<p>https://job-boards.greenhouse.io/quay/jobs/4<p>All roles are in Oslo.",
                    "quay",
                    "",
                ),
                (
                    "Senior Rope Engineer | Remote<p>We seek a sailor.<p>https://www.bluequay.com/careers/rope",
                    "bluequay.com",
                    "Senior Rope Engineer",
                ),
                ("Hi, I'm on the team at www.Quay.com. We hiring for positions across Engineering.", "Quay", ""),
                (
                    "[HIRING] Rope Engineer (all genders)<p>We are Quay and look for a sailor: quay.com/jobs",
                    "Quay",
                    "Rope Engineer",
                ),
                (
                    "Backed by Tern Capital, Quay is the net for all | Office | $90k<p>Rope Engineer https://grnh.se/a",
                    "Quay",
                    "Rope Engineer",
                ),
                (
                    "I have a new role open on my team: Staff Engineer – Nets. https://jobs.quay.com/R-1",
                    "quay.com",
                    "Staff Engineer",
                ),
                (
                    "Quay mends nets.<p>Head of Nets: https://jobs.deel.com/quay<p>Head of Ropes",
                    "Quay",
                    "Several roles at Quay: Head of Nets, Head of Ropes",
                ),
            ],
            2,
        ),
    ],
)
def test_sentences_lists_and_addresses_name_employer_and_role(text: str, company: str, title: str) -> None:
    read = ad(text)
    assert (read.company, read.title) == (company, title or f"Several roles at {company}")


def test_the_workplace_of_all_roles_is_read() -> None:
    assert ad(
        f"Blue Quay mends nets.<p>- Rope Engineer<p>These positions are REMOTE or hybrid.<p>{JOBS}"
    ).workplace == ("REMOTE or hybrid",)


@table(
    "text",
    [
        "Does anyone know whether Quay is hiring engineers? https://quay.com/careers is empty.",
        *few(
            [
                "I applied to Quay. They are hiring engineers and never answer. https://jobs.ashbyhq.com/quay",
                "I'm a rope engineer with ten years of experience, looking for work. https://ann.quay.com/jobs",
                "We are a team of four engineers at Quay looking for contract work. quay.com",
                "Hire vetted developers from Quay in two days. quay.com",
                "Quay is no longer hiring, all roles are filled. quay.com/careers",
                "We at Quay are looking for beta testers. quay.com",
                "Quay is hiring like crazy, but these are ghost jobs: quay.com/careers",
                "Rope Engineer, 8 years, Oslo. CV: https://ann.quay.com/jobs",
                "LOCATION: Oslo<p>REMOTE: Yes<p>Résumé: quay.com/jobs<p>Rope Engineer",
                "We are hiring rope engineers, mail ann@gmail.com or see github.com/quay",
                "Quay lists the Rope Engineer jobs in this thread: quay.com/jobs",
            ],
            2,
        ),
    ],
)
def test_what_is_no_vacancy_of_a_named_employer_is_rejected(text: str) -> None:
    page = answer(comment(text))
    assert (page.ads, len(page.rejected)) == ([], 1)


def test_addresses_of_careers_pages_come_first() -> None:
    link = '<a href="https://jobs.ashbyhq.com/blue-quay/4">here</a>'
    text = f"https://quay.co.uk and {link}, ann@quay.co.uk, https://x.com/quay"
    assert employer_addresses(text) == [
        EmployerAddress("blue-quay", "blue-quay", is_job=True),
        EmployerAddress("quay", "quay.co.uk", is_job=False),
    ]


@table("part", few(["we are hiring ", "quay.com/jobs ", "i'm a a ", "there are a ", "<p>Head of A A", "a@b.co "], 1))
def test_time_grows_no_faster_than_the_comment(part: str) -> None:
    assert_growth(lambda length: read_prose("", part * (length // len(part) + 1), "Quay"), 250_000, below=10)
