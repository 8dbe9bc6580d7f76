"""Work that is remote at first and done at a place later, or remote for a time: never simply remote."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_workplace_wordings import REMOTE_ONLY, workplace
from tests.tables import table


@table(
    ("sentence", "expected"),
    few(
        [
            ("We are initially remote and move to our Leeds office in spring.", "onsite"),
            ("This job is remote for the first three months, then on site.", "onsite"),
            ("Initially remote, later hybrid.", "hybrid"),
            ("Remote until our office opens.", "onsite"),
            ("You start remotely and join us in the Bergen office from June.", "onsite"),
            ("Training is remote, then you work on site.", "onsite"),
            ("Work from home during the winter, in our office from April.", "onsite"),
            ("Remote at first, on site later.", "onsite"),
            ("Zunächst remote, später in unserem Büro in Leeds.", "onsite"),
            ("D'abord en télétravail, puis au bureau de Lyon.", "onsite"),
            ("Al principio remoto, luego en la oficina de Madrid.", "onsite"),
            ("Inicialmente remoto, depois no escritório de Lisboa.", "onsite"),
            ("Inizialmente da remoto, poi in ufficio a Milano.", "onsite"),
            ("Eerst thuis, daarna op kantoor in Gent.", "onsite"),
            ("Początkowo zdalnie, potem w biurze w Łodzi.", "onsite"),
            ("Work remotely: temporarily due to COVID-19", "onsite"),
            ("Work location: remote (temporarily)", "onsite"),
            ("You work from home for the first six weeks and then report to our Leeds site.", "onsite"),
            ("Remote during the pandemic, hybrid thereafter.", "hybrid"),
            ("We are temporarily allowing our keepers to work from home or from the office.", "onsite"),
            ("This role will operate virtually until we return to the office.", "onsite"),
            ("The team works from home for the time being.", "onsite"),
        ],
        4,
    ),
)
def test_remote_at_first(sentence: str, expected: str) -> None:
    assert workplace(sentence) == expected
    assert workplace(sentence, REMOTE_ONLY) == expected


def test_the_answer_of_a_form_overrules_its_heading() -> None:
    assert workplace("Work location: fully remote</p><p>Work remotely: temporarily due to COVID-19") == "onsite"


@table(
    "sentence",
    few(
        [
            "The first two weeks are on site, afterwards the role is fully remote.",
            "You will work remotely, then meet us in the office once a year.",
            "We started as a remote company and later opened an office in Lyon.",
            "You work remotely from the start; you can come to the office if you like.",
            "You start the week remotely, then write for our site.",
            "Fully remote. Initially we were in an office, then we went remote.",
        ],
        2,
    ),
)
def test_remote_in_the_end(sentence: str) -> None:
    assert workplace(sentence, REMOTE_ONLY) == "remote"


@table(
    ("sentence", "expected"),
    few(
        [
            ("You may work remotely for up to four weeks a year.", None),
            ("Nobody makes you come in: work wherever you do your best work.", "remote"),
            ("You can work from home for 30 days per year.", None),
            ("Work remotely up to six weeks per year.", None),
            ("You work remotely and meet the team twice a year.", "remote"),
            ("Work wherever you are most productive.", "remote"),
            ("Our app works wherever you are.", None),
            ("The interview for this role is fully virtual for the time being.", None),
            ("Interviews are virtual until our offices reopen.", None),
            ("This role is virtual.", "remote"),
        ],
        2,
    ),
)
def test_some_weeks_a_year_are_a_perk(sentence: str, expected: str | None) -> None:
    assert workplace(sentence) == expected
