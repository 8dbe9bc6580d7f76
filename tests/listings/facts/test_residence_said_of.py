"""Of whom a place is said, in sentences that speak of others as well."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_residence import included, read
from tests.tables import table


@table(
    ("sentence", "codes"),
    few(
        [
            ("While our head office sits in Lyon, applicants should reside in Peru or Chile.", ["PE", "CL"]),
            ("Candidates will be employed by our Dutch subsidiary and therefore must be located in Peru.", ["PE"]),
            ("Our support desk follows the sun, yet this opening is for residents of Peru only.", ["PE"]),
            ("Where you live is up to you, anywhere in Africa.", ["africa"]),
            ("You must currently live in, and intend to stay in, Norway.", ["NO"]),
            ("You must reside in, or be willing to move to, Norway.", ["NO"]),
            ("We would love to hear from developers across Latin America.", ["latam"]),
            ("Who may apply: people living in Peru or Chile.", ["PE", "CL"]),
            ("We only look at applications from people who are resident in Malta.", ["MT"]),
            ("Candidates need a permanent address in Peru or Chile.", ["PE", "CL"]),
            ("Remote across Canada, with a strong preference for Vancouver.", ["CA"]),
            ("We can hire you if you live in Peru or Chile, but not elsewhere.", ["PE", "CL"]),
            ("This post can be filled in Peru or Chile.", ["PE", "CL"]),
            ("Provinces where we hire: Alberta, Manitoba.", ["CA-AB", "CA-MB"]),
            ("Mieszkasz w Polsce i chcesz pracować dla klientów ze Szwecji.", ["PL"]),
            ("Bewerbungen aus der EU sind willkommen.", ["eu"]),
            ("Wir stellen in ganz Österreich ein.", ["AT"]),
            ("Aceptamos personas de toda Latinoamérica.", ["latam"]),
            ("You may live in any African country.", ["africa"]),
        ],
        4,
    ),
)
def test_said_of_the_person(sentence: str, codes: list[str]) -> None:
    assert included(f"<p>{sentence}</p>") == codes


@table(
    "sentence",
    few(
        [
            "Are you living in Spain? Our Madrid colleagues meet every Thursday.",
            "We have been working from anywhere since 2014.",
            "We employ 300 engineers in Poland.",
            "You will recruit engineers in Spain.",
            "You help customers who pay each month and must be located in Peru.",
            "In the below locations, the salary range is $60,000 to $75,000.<br>Locations: Nevada",
        ],
        2,
    ),
)
def test_said_of_others(sentence: str) -> None:
    assert included(f"<p>{sentence}</p>") is None


@table(
    ("sentence", "location", "excluded"),
    few(
        [
            ("We have no entity in Spain and therefore cannot employ people there.", "Europe", ["ES"]),
            ("We do not have payroll in Ohio, so people living there cannot be hired.", "US", ["US-OH"]),
            ("Ineligible: residents of Ohio and Iowa.", "US", ["US-OH", "US-IA"]),
            ("All provinces of Canada but Quebec and Nunavut.<br>Write to us.", "", ["CA-QC", "CA-NU"]),
            ("Latin America without Brazil.", "", ["BR"]),
            ("We have no entity in Spain and hire through a partner there.", "Europe", []),
        ],
        2,
    ),
)
def test_left_out(sentence: str, location: str, excluded: list[str]) -> None:
    assert (read(f"<p>{sentence}</p>", location=location) or {})["exclude"] == excluded
