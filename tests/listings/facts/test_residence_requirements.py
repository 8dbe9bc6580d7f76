"""Homes that an ad asks for, and homes that it refuses, in the words of many employers and languages."""

from __future__ import annotations

from tests.listings.facts.test_residence import included
from tests.listings.facts.test_residence_scopes import residence
from tests.tables import table


def stated(text: str) -> tuple[list[str], list[str]] | None:
    value = residence(text)
    return (sorted(value["include"]), sorted(value["exclude"])) if value else None


@table(
    ("text", "include"),
    [
        # A list after words that announce it
        ("Your home is in a state where we have payroll: Ohio, Utah or Idaho.", ["US-ID", "US-OH", "US-UT"]),
        ("You must live in one of these provinces: Ontario, Alberta, or Manitoba.", ["CA-AB", "CA-MB", "CA-ON"]),
        ("We can hire you in any of these countries: Peru, Chile and Spain.", ["CL", "ES", "PE"]),
        # Anywhere, within a place
        ("Live wherever you want, as long as it is within the European Union.", ["eu"]),
        ("Work from anywhere, provided you are in Canada.", ["CA"]),
        ("You can work from anywhere so long as you stay within Europe.", ["europe"]),
        ("Work from wherever you choose, as long as that's in Spain.", ["ES"]),
        ("No matter which country you live in, you can apply.", ["worldwide"]),
        ("It makes no difference which continent you live on.", ["worldwide"]),
        # Offices to live near
        ("You must live within commuting distance of our Lyon, France hub or Lima, Peru hub.", ["FR", "PE"]),
        ("You must live within commuting distance of our LA, NYC, or SF hub.", ["US-CA", "US-NY"]),
        ("You must live within 50 miles of our Austin, TX office.", ["US-TX"]),
        # Where the employer hires
        ("We hire all around Europe.", ["europe"]),
        ("We recruit all-around Europe.", ["europe"]),
        ("We are a fully-remote distributed team and we hire all-around Europe.", ["europe"]),
        ("Our team is spread over six countries, so we are hiring anywhere in Canada.", ["CA"]),
        ("Our preference is for someone in the UK but we'll consider anyone in Europe.", ["europe"]),
        ("Work remotely from South Africa or Kenya.", ["KE", "ZA"]),
        ("Sorry, no applicants from outside the EEA.", ["eea"]),
        # In a bracket, whatever the sentence around it is about
        ("We want somebody who helps clients (candidates in Peru, Chile or Mexico only).", ["CL", "MX", "PE"]),
        ("Guide our customers (applicants from Kenya or Ghana locations only, please).", ["GH", "KE"]),
        # An office, or work from the whole country
        ("Based in Denver, CO or Remote (Based in the U.S.)", ["US"]),
        ("Must be located in Lyon, France, or remote (in France or Spain).", ["ES", "FR"]),
        # Two alternatives
        (
            "You must either be based out of Europe (our lead sits in Georgia) or in the Central time zone in the US.",
            ["US", "europe"],
        ),
        ("Candidates should either live in Peru or in Chile.", ["CL", "PE"]),
        # German
        ("Dein Wohnsitz muss in der Schweiz liegen.", ["CH"]),
        ("Ihr Wohnort sollte in Österreich sein.", ["AT"]),
        ("Wir stellen nur Personen mit Wohnsitz in Deutschland ein.", ["DE"]),
        ("Bewerber außerhalb der EU können wir leider nicht berücksichtigen.", ["eu"]),
        ("Bewerbungen von außerhalb Deutschlands werden nicht angenommen.", ["DE"]),
        # French
        ("Poste en télétravail complet depuis la Belgique ou le Luxembourg.", ["BE", "LU"]),
        ("Nous ne pouvons pas embaucher hors de France.", ["FR"]),
        ("Les candidatures en dehors de l'Union européenne ne seront pas étudiées.", ["eu"]),
        # Spanish, Portuguese, Italian
        ("No podemos contratar fuera de España.", ["ES"]),
        ("Não podemos contratar fora do Brasil.", ["BR"]),
        ("Non possiamo assumere fuori dall'Italia.", ["IT"]),
        # Dutch and Polish
        ("Wij zoeken een ontwikkelaar met ervaring. Je woont in Nederland of België.", ["BE", "NL"]),
        ("Alleen kandidaten die in Nederland wonen komen in aanmerking.", ["NL"]),
        ("Kandydaci spoza Polski nie będą rozpatrywani.", ["PL"]),
    ],
)
def test_the_home_that_is_asked_for(text: str, include: list[str]) -> None:
    assert stated(text) == (include, [])


@table(
    ("text", "exclude"),
    [
        ("Du kannst überall arbeiten, außer in der Schweiz.", ["CH"]),
        ("Du kannst überall wohnen, ausgenommen in Russland.", ["RU"]),
        ("Puedes trabajar desde cualquier lugar, excepto Cuba.", ["CU"]),
        ("Puoi lavorare ovunque, tranne in Svizzera.", ["CH"]),
        ("Je kunt overal werken, behalve in Duitsland, en je kiest je eigen werktijden.", ["DE"]),
    ],
)
def test_everywhere_but_a_place(text: str, exclude: list[str]) -> None:
    assert stated(text) == (["worldwide"], exclude)


@table(
    "text",
    [
        # A refusal includes nothing
        "No contratamos a personas que residan en Cuba.",
        "Não contratamos pessoas que residam em Angola.",
        "Non assumiamo persone che vivono in Svizzera.",
        "N'embauchons pas de personnes qui vivent en Suisse.",
        # Said of others
        "We ship our lamps to these countries: Peru, Chile and Spain.",
        "You will sell to clients in the following countries: Peru, Chile and Spain.",
        "Our payroll partner is licensed in these states: Ohio, Utah and Idaho.",
        "Der Wohnsitz unserer Kunden muss in der Schweiz liegen.",
        "Unsere Kunden können überall arbeiten, außer in der Schweiz.",
        "No matter which country our customers live in, they call us.",
        "Lantern is one of the fastest growing lamp firms based in Pittsburgh, PA.",
        "The product is live in Brazil, Chile and Peru.",
        "Our app has been live in Kenya since May.",
        "You'll lead a squad of engineers located in Vietnam.",
        "You will train a group of young developers based in Ghana.",
        # A notice
        "Pay is disclosed, as is required by law when hiring in Colorado and when hiring in New York.",
        # A status that others may be allowed to make up for
        "You must be a U.S. citizen, lawful permanent resident of the U.S., protected individual (8 U.S.C. 1324b), "
        "or eligible to obtain the required authorization.",
        # A benefit
        "Bis zu 30 Tage im Jahr kannst du überall arbeiten.",
        "Vier Wochen pro Jahr darfst du überall in Europa arbeiten.",
        "Vous pouvez travailler de partout quatre semaines par an.",
        "Puoi lavorare ovunque per due settimane all'anno.",
        "Twee weken per jaar kun je overal werken.",
        # Unknown places
        "Work from anywhere, as long as it is within our delivery area.",
    ],
)
def test_no_home_is_stated(text: str) -> None:
    assert stated(text) is None


@table(
    ("title", "include"),
    [
        ("Forklift Operator in Jessup, MD", ["US-MD"]),
        ("Reach Truck and Walkie Rider Operators in Bay City, MI:", ["US-MI"]),
        ("Account Executive for clinics in Austin, TX", None),
        ("Recruiter of drivers in Austin, TX", None),
        ("Engineer in Training, QA", None),
    ],
)
def test_a_town_at_the_end_of_a_title(title: str, include: list[str] | None) -> None:
    assert (residence("We lift things.", title=title, location="North County") or {}).get("include") == include


@table(
    ("location", "include"),
    [
        # Towns that are named after greater ones
        ("Berlin, Maryland", ["US-MD"]),
        ("London, Kentucky, USA", ["US-KY"]),
        ("Cairo, Illinois", ["US-IL"]),
        ("Scottsdale, Tasmania", ["AU-TAS"]),
        ("Richmond, Victoria, Australia", ["AU-VIC"]),
        ("Melbourne, Victoria", ["AU-VIC"]),
        ("Victoria, BC, Canada", ["CA-BC"]),
        ("Victoria", None),
        ("Elizabeth City, NC", ["US-NC"]),
        ("Lebanon, NH", ["US-NH"]),
        ("New York, US", ["US-NY"]),
        ("Boone Falls, NC", ["US-NC"]),
        ("Kuwait City", ["KW"]),
        # Lists
        ("Berlin, Texas, Peru", ["DE", "PE", "US-TX"]),
        ("Austin, London, New York", ["GB", "US-NY", "US-TX"]),
        ("Melbourne or Berlin", ["AU", "DE"]),
    ],
)
def test_towns_and_their_namesakes(location: str, include: list[str] | None) -> None:
    for value in (residence(location=location), residence(f"You must be based in {location}.")):
        assert (sorted(value["include"]) if value else None) == include


@table(
    ("title", "include"),
    [
        ("Research Analyst - Global Data, Hong Kong", ["HK"]),
        ("Analyst - Global Markets, London", ["GB"]),
        ("Engineer (Remote - Global)", ["worldwide"]),
    ],
)
def test_what_is_global_in_a_title(title: str, include: list[str]) -> None:
    assert (residence("We read data.", title=title) or {}).get("include") == include


def test_the_text_says_which_town_of_a_name_is_meant() -> None:
    value = residence("You will work at a small site located in Scottsdale, Tasmania.", location="Scottsdale")
    assert value
    assert value["include"] == ["AU-TAS"]


@table(
    "text",
    [
        "We are also open to applications from other locations in Europe.",
        "You may also be open to candidates in Peru.",
        "Applications from other countries, such as Ireland, are possible.",
    ],
)
def test_what_is_open_besides_the_field_does_not_replace_it(text: str) -> None:
    assert (residence(text, location="United Kingdom") or {}).get("include") == ["GB"]


def test_what_somebody_is_by_law_is_weaker_than_a_country_in_the_field() -> None:
    text = "You must be a lawful permanent resident of the US."
    assert included(text) == ["US"]
    assert included(text, location="Mexico") == ["MX"]
