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
            ("We hire in four countries: Peru, Chile, Norway and Malta.", ["PE", "CL", "NO", "MT"]),
            ("Everybody living in Peru or Chile can apply for this job.", ["PE", "CL"]),
            ("Looking for a Canada-based writer.", ["CA"]),
            ("We can only support employment in Oregon and Utah.", ["US-OR", "US-UT"]),
            ("You will be working from home within an hour of Glasgow.", ["GB"]),
            ("People from every corner of Africa are invited to apply.", ["africa"]),
            ("You may live in any US state in which we are registered: UT, NV.", ["US-UT", "US-NV"]),
            ("Voraussetzung: fester Wohnsitz in Deutschland oder Österreich.", ["DE", "AT"]),
            ("Nous recrutons partout en Europe.", ["europe"]),
            ("Buscamos talento en toda Latinoamérica.", ["latam"]),
            ("Trabajas desde tu casa en Uruguay.", ["UY"]),
            ("Aceitamos candidatos de qualquer lugar de Portugal.", ["PT"]),
            ("Si lavora da tutta Italia.", ["IT"]),
            ("Wij zoeken iemand die in Nederland woont.", ["NL"]),
            ("Praca w 100% zdalna, tylko z Polski.", ["PL"]),
            ("This is a work-from-anywhere role.", ["worldwide"]),
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
            "Your counterpart is located in Tokyo.",
            "Our site was made by a Canada-based designer.",
            "Where: anywhere between Portugal and Poland.",
            "Applications from the Bay Area will be turned down.",
            "Lantern | Full-time (Remote, Oslo, Lyon) | Engineer",
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
            ("Anywhere except the UK works for us.", "", ["GB"]),
            ("This role is closed to applicants from Malta.", "Europe", ["MT"]),
            ("Those living in Malta can't be employed by us for now.", "Europe", ["MT"]),
            ("We do not sponsor visas and do not hire in Malta.", "Europe", ["MT"]),
            ("We have no entity in Spain and hire through a partner there.", "Europe", []),
        ],
        2,
    ),
)
def test_left_out(sentence: str, location: str, excluded: list[str]) -> None:
    assert (read(f"<p>{sentence}</p>", location=location) or {})["exclude"] == excluded
