"""Wordings of residence that ads use seldom, and what only resembles them."""

from __future__ import annotations

from listings.facts.residence.demonyms import demonyms_before
from tests.listings.facts.test_residence import included, read
from tests.tables import table


@table(
    ("text", "codes"),
    [
        ("We welcome applications from across Canada.", ["CA"]),
        ("You must live and work in the US.", ["US"]),
        ("We are only registered as an employer in Ohio, so you need to live there.", ["US-OH"]),
        ("Our firm is registered in Delaware.", None),
        ("We're headquartered in Oslo but Canada-remote friendly (sorry, no one abroad).", ["CA"]),
        ("We're an Oslo remote-friendly team.", None),
        ("Our clients are Canada-remote friendly.", None),
        ("It does not matter to us where in the world you live.", ["worldwide"]),
        ("Non-Canadian residents will not be considered.", ["CA"]),
        ("Non-EU candidates cannot be hired.", ["eu"]),
        ("Non-technical people are not considered.", None),
        ("Location:\nNorway\nSweden\nDenmark", ["NO", "SE", "DK"]),
        ("Eligible countries:\n- Brazil 🇧🇷\n- Peru 🇵🇪", ["BR", "PE"]),
        ("Location\nPortugal\nAbout us", ["PT"]),
        ("Location Netherlands, remote", ["NL"]),
        ("Where you can be: Ghana, Kenya", ["GH", "KE"]),
        ("Location: Philippines\nMonthly pay: USD 900", ["PH"]),
        ("Localisation : France (télétravail)", ["FR"]),
        ("Job location: Fairfax, US-VA", ["US-VA"]),
        ("Authorized Remote Locations: AL, AR, AZ, FL, GA", ["US-AL", "US-AR", "US-AZ", "US-FL", "US-GA"]),
        ("Authorised remote locations:\n- Alabama\n- Ohio", ["US-AL", "US-OH"]),
        ("Approved Remote Hiring Locations: TX, FL", ["US-TX", "US-FL"]),
        ("Eligible U.S. states: TX, FL", ["US-TX", "US-FL"]),
        ("Permitted states include Ohio and Utah.", ["US-OH", "US-UT"]),
        ("Available remote locations: TX, OH", ["US-TX", "US-OH"]),
        ("Hiring states: AL, AR", ["US-AL", "US-AR"]),
        ("Remote hiring states: TX | OH | UT", ["US-TX", "US-OH", "US-UT"]),
        ("Supported provinces: Ontario, Quebec", ["CA-ON", "CA-QC"]),
        ("Eligible work locations: Spain, France", ["ES", "FR"]),
        ("Approved states: all US states except CA", ["US"]),
        ("Location: Canada, Toronto preferred", ["CA"]),
        ("Headquarters: Remote - Kenya", ["KE"]),
        ("Headquarters: Kenya Remote", ["KE"]),
        ("Headquarters: Kenya", None),
        ("Headquarters: Kenya, where we are remote-first", None),
        ("Non-eligible states: TX, FL", None),
        ("Not approved states: TX, FL", None),
        ("Licensed states: TX, FL", None),
        ("Store locations: TX, FL", None),
        ("Our product's supported countries: Kenya, Ghana", None),
        ("Countries:\n- Chile\n- a place of your choice", None),
        ("Location:\nOslo\nRemote", None),
        ("Base pay range: Bay Area only", None),
        ("Locations grow on you in Spain", None),
    ],
)
def test_labels(text: str, codes: list[str] | None) -> None:
    assert included(text.replace("\n", "<br>")) == codes


@table(
    ("sentence", "codes"),
    [
        ("Canadian residents only, sorry!", ["CA"]),
        ("Open to South African residents only.", ["ZA"]),
        ("You must hold Australian working rights.", ["AU"]),
        ("Full working rights in Australia are needed.", ["AU"]),
        ("The candidate lives in Norway or Sweden.", ["NO", "SE"]),
        ("Residing in Japan is mandatory.", ["JP"]),
        ("Your home base is the Netherlands.", ["NL"]),
        ("Your tax residence has to be Portugal.", ["PT"]),
        ("Work from home in Singapore", ["SG"]),
        ("Anywhere in Canada is fine.", ["CA"]),
        ("We look for somebody in South Africa or Namibia.", ["ZA", "NA"]),
        ("Anyone in the Americas is welcome.", ["americas"]),
        ("We can employ you in Spain or Portugal.", ["ES", "PT"]),
        ("Work anywhere you like in France.", ["FR"]),
        ("Bewerber müssen in Deutschland leben.", ["DE"]),
        ("Szukamy osób mieszkających w Polsce.", ["PL"]),
        ("Wonen in Nederland is een vereiste.", ["NL"]),
        ("Podés trabajar desde donde quieras dentro de Argentina.", ["AR"]),
        ("You may live wherever you like.", ["worldwide"]),
        ("We hire people worldwide.", ["worldwide"]),
        ("We are hiring two people in Kenya.", ["KE"]),
        ("This job is open to people worldwide.", ["worldwide"]),
        ("REMOTE (US ONLY, LA or SF a plus)", ["US"]),
        ("Must be based in Germany, Berlin or Munich preferred.", ["DE"]),
        ("You must live in Oregon, Portland preferred.", ["US-OR"]),
        ("You must be in the US, Chicago area preferred.", ["US"]),
        ("Must live in Canada (Toronto a plus).", ["CA"]),
        ("Must live in Northern Virginia or Maryland.", ["US-VA", "US-MD"]),
        ("Candidates in the US, EU preferred.", None),
        ("Based in Denver, CO preferred.", None),
        ("We employ over 750 people worldwide, half of which work in Denmark.", None),
        ("We currently employ more than a thousand people worldwide.", None),
        ("We have hired over 100 people worldwide.", None),
        ("We employ 200 people in Spain.", None),
        ("More than 90 people all over the world work for us.", None),
        ("Dozens of people worldwide trust us.", None),
        ("People worldwide use our app.", None),
        ("We don't care where you live.", ["worldwide"]),
        ("There are no location requirements.", ["worldwide"]),
        ("Based in Alpharetta, GA with research facilities in Spain, Lantern builds lamps.", None),
        ("We employ more than 850 people all over the United States.", None),
        ("The rule applies to all university employees, including those working remotely in Spain.", None),
        ("Du betreust die österreichweit eingesetzten Systeme.", None),
        ("Our app lets nurses work from anywhere.", None),
        ("German beers for Spanish guests.", None),
    ],
)
def test_sentences(sentence: str, codes: list[str] | None) -> None:
    assert included(sentence) == codes


@table(
    ("sentence", "include", "exclude"),
    [
        ("You may reside in Europe (Switzerland excluded).", ["europe"], ["CH"]),
        ("Anyone in the Americas is welcome, except Cuba.", ["americas"], ["CU"]),
        ("You may live anywhere in Canada but Quebec.", ["CA"], ["CA-QC"]),
        ("Remote in Europe but Germany is preferred.", ["europe"], []),
        ("You must live within the continental United States (+ Hawaii) to apply.", ["US"], ["US-AK"]),
        ("You must live in the continental US plus Hawaii.", ["US"], ["US-AK"]),
        ("You must live in the contiguous United States or Hawaii.", ["US"], ["US-AK"]),
        ("You must be based in the continental US, including Alaska.", ["US"], ["US-HI"]),
        ("You must live in the continental US (Hawaii included).", ["US"], ["US-AK"]),
        ("You must live in the lower 48 states, Alaska and Hawaii.", ["US"], []),
        ("You must live in the continental US (not Hawaii).", ["US"], ["US-AK", "US-HI"]),
        ("You must live in the continental US (Hawaii a plus).", ["US"], ["US-AK", "US-HI"]),
        ("Remote across Canada, Québec not included.", ["CA"], ["CA-QC"]),
        ("You may live in the US or Canada (Quebec excepted).", ["US", "CA"], ["CA-QC"]),
        ("EU residents only (no Malta, no Cyprus).", ["eu"], ["MT", "CY"]),
        ("You must live in the US (no California) or the UK.", ["US", "GB"], ["US-CA"]),
        ("Candidates living in the EU, save Hungary, may apply.", ["eu"], ["HU"]),
        ("Canada-based candidates only, Quebec and Yukon excluded.", ["CA"], ["CA-QC", "CA-YT"]),
        ("We hire everywhere. The only exception is Peru.", ["worldwide"], ["PE"]),
    ],
)
def test_exceptions_behind_places(sentence: str, include: list[str], exclude: list[str]) -> None:
    residence = read(sentence)
    assert residence is not None
    assert (residence["include"], residence["exclude"]) == (include, exclude)


@table(
    ("text", "codes"),
    [
        ("Do I need to live in Canada? No.", None),
        ("Could I do this job from Spain? No - you have to be in the UK.", ["GB"]),
        ("Must you be based in Peru? Yes, you must live in Peru.", ["PE"]),
    ],
)
def test_questions_that_the_ad_answers(text: str, codes: list[str] | None) -> None:
    assert included(text) == codes


def test_the_field_knows_which_town_is_meant() -> None:
    text = "This position is based in Aberdeen and is remote."
    assert included(text, location="Aberdeen, MD") == ["US-MD"]
    assert included(text, location="Aberdeen, Scotland") == ["GB-SCT"]


def test_adjectives_of_nations() -> None:
    lower = "open to us, canadian or mexican residents"
    places = demonyms_before(lower, 0, lower.index("residents"))
    assert places is not None
    assert places.include == ("US", "CA", "MX")
    assert demonyms_before("residents", 0, 0) is None
