"""Sentences that name a place beside words of residence, and yet do not say where the person lives."""

from __future__ import annotations

from tests.listings.facts.test_residence import included, read
from tests.tables import table


@table(
    "sentence",
    [
        # The firm
        "Based in Tartu, we build boats.",
        "Based in Tartu and founded in 1990, the yard builds boats.",
        "Lantern is a Tartu-based company.",
        "Lantern is an Estonia-based, employee-owned firm.",
        "Lantern, based in Estonia, builds boats.",
        "We are the leading provider based in Kansas City.",
        "All our boats are located in Norway.",
        # Colleagues
        "You report to a director based in Toronto.",
        "Our founders live in Portugal.",
        "With 250 people based in Australia, we are small.",
        "Recruiters based in Canada may call you.",
        "Join a team located in London.",
        # Customers and tasks
        "You help people who live in India.",
        "You will source candidates in Brazil for us.",
        "Our users are located throughout the US.",
        "The yard has offices in Ghent and additional work locations throughout the US and Europe.",
        "The app is available in Japan.",
        # Suppliers, data centres and other openings
        "Our suppliers are based in Portugal.",
        "All backups sit in data centres in Finland.",
        "See also our opening for a Lamp Seller based in Peru.",
        "We have another role open in Peru.",
        # Conditions and notices
        "Applicants based in Denver may be asked to visit us.",
        "For candidates in Leeds we pay for a desk.",
        "For our sales roles, we only hire in Ohio.",
        "California residents: see our notice.",
        "Applicants in New York City: Local Law 144 applies.",
        "US residents only: how we use your data.",
        "Colorado pay range: 90,000 to 100,000 USD",
        "Based in Ohio, Utah or Washington D.C. : $90,000 to $100,000",
        # Benefits
        "Dental plan (US only)",
        "Work from anywhere for three months a year.",
        "You can work from anywhere in the EU for 20 days a year.",
        "Only UK-based employees get private health insurance.",
        # Wishes
        "Candidates in Kenya are preferred.",
        "Being based in Spain is a plus.",
        # Choices
        "Location: Oslo or remote",
        "You work in one of the following locations: Provo tower II/III, Tampa campus or remote.",
        "This person could be located in Provo, UT, or remote.",
        # The world of something else
        "We ship to anywhere in the world.",
        "Our mission is tea for everyone, anywhere in the world.",
        "Files open regardless of location.",
        "A location independent cache",
        "Our authors are located across the globe.",
    ],
)
def test_not_the_person(sentence: str) -> None:
    assert included(f"<p>{sentence}</p>") is None


@table(
    ("sentence", "codes"),
    [
        ("We are a small firm, and you must be based in Malta.", ["MT"]),
        ("This is another role for people based in Malta.", ["MT"]),
        ("Our client is looking for somebody who lives in Malta.", ["MT"]),
        ("Please only apply if you live in Malta.", ["MT"]),
        ("We ask that you:\n<br>- Are based in Malta or Cyprus", ["MT", "CY"]),
        ("We need a calm bookkeeper, based in Malta.", ["MT"]),
        ("Reporting to the CEO, you will be based in Malta.", ["MT"]),
        ("Must live within 30 miles of Boise, Idaho.", ["US-ID"]),
        ("Must be local to Boise, ID.", ["US-ID"]),
        ("Must be a US citizen.", ["US"]),
        ("A valid EU work permit is required.", ["eu"]),
        ("Type: Permanent Location: Regina, Saskatchewan (Remote)", ["CA-SK"]),
        ("Location: Remote US and Canada Only Compensation: good", ["US", "CA"]),
        ("Job Location: Work at Home, Utah, United States", ["US-UT"]),
        ("Work from anywhere, as long as you are in Malta.", ["MT"]),
        ("Approved in 3 US states, including Utah, Ohio and Iowa.", None),
        ("We hire in Canada and 2 US states, including Utah and Iowa.", ["CA", "US-UT", "US-IA"]),
        ("We hire all over the world.", ["worldwide"]),
        ("Everybody is welcome, wherever you live.", ["worldwide"]),
    ],
)
def test_the_person(sentence: str, codes: list[str] | None) -> None:
    assert included(f"<p>{sentence}</p>") == codes


@table(
    ("sentence", "exclude"),
    [
        ("We cannot employ people who live in these states: Ohio, Utah.", ["US-OH", "US-UT"]),
        ("Not eligible to be hired in OH, UT.", ["US-OH", "US-UT"]),
        ("Unapproved states: Ohio and Utah.", ["US-OH", "US-UT"]),
        ("The work may not be done from Ohio.", ["US-OH"]),
        ("Applicants must not live in Ohio.", ["US-OH"]),
        ("We do not sponsor visas in Ohio.", []),
        ("We do not accept resumes from agencies in Ohio.", []),
        ("The pay range does not apply to Ohio.", []),
        ("You do not need to live in Ohio.", []),
        ("We don't have an office in Ohio.", []),
        ("Our app is not available in Ohio.", []),
    ],
)
def test_refusals(sentence: str, exclude: list[str]) -> None:
    found = read(f"<p>{sentence}</p>", location="USA")
    assert found is not None
    assert (found["include"], found["exclude"]) == (["US"], exclude)


def test_a_refusal_of_all_others_asks_for_the_place() -> None:
    assert included("<p>We cannot consider anyone who lives outside of Canada.</p>") == ["CA"]
    assert included("<p>Candidates who are not based in Canada will not be considered.</p>") == ["CA"]


def test_precedence() -> None:
    assert included("<p>Work from anywhere in the US.</p>", location="Austin, TX") == ["US"]
    assert included("<p>Remote (US)</p>", location="Austin, TX") == ["US"]
    assert included("<p>Location: Austin, TX</p><p>You may live anywhere in the US.</p>") == ["US"]
    assert included("<p>Location: Winnipeg, Manitoba (Remote)</p>", location="Canada") == ["CA-MB"]
    assert included("<p>Location: Remote / Tucson, AZ</p>", location="USA") == ["US"]
    assert included("<p>Candidates in Peru or Chile only.</p>", location="Worldwide") == ["PE", "CL"]
    assert included("<p>Must be authorized to work in the US.</p>", location="Worldwide") == ["US"]
    assert included("<p>In Richmond, or we are open to remote work.</p>", location="Richmond, VA") is None
    assert included(title="Tide Engineer Peru") == ["PE"]
    assert included(title="Recruiter for Peru") is None
    assert included("<p>You live in Chile.</p>", title="Sales Manager, Peru") == ["CL"]


def test_a_longer_name_is_not_the_place_that_it_begins_with() -> None:
    assert included("<p>You must be located in the Ohio Valley - Kentucky and Indiana.</p>") == ["US-KY", "US-IN"]
    assert included("<p>You must be based in Georgia Tech.</p>") is None
    assert included("<p>We need a patient bookkeeper, based in Malta, able to work remotely.</p>") == ["MT"]
