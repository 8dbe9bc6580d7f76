"""Employment types: from the board's field, and from title and text where they describe this job."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.employment.reader import read
from listings.vocabulary.employment import EMPLOYMENT
from listings.vocabulary.employment_spellings import FIELD_SPELLINGS
from tests.examples import few
from tests.listings.facts.growth import LIMIT, growth
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")


def stated(text: str = "", **fields: Any) -> Fact | None:
    return read(Reading(replace(AD, html=text, **fields), BOARDS["remoteco"]))


def terms(text: str = "", **fields: Any) -> list[str]:
    fact = stated(text, **fields)
    return fact.value if fact else []


@table(
    ("words", "expected"),
    [
        (("full_time",), ["FULL_TIME"]),
        (("FULL-TIME",), ["FULL_TIME"]),
        (("FullTime",), ["FULL_TIME"]),
        (("fulltime_permanent",), ["FULL_TIME"]),
        (("fulltime_fixed_term",), ["FULL_TIME", "CONTRACTOR"]),
        (("Full-Time Employee",), ["FULL_TIME"]),
        (("part_time",), ["PART_TIME"]),
        (("full-or-part-time",), ["FULL_TIME", "PART_TIME"]),
        (("Contract",), ["CONTRACTOR"]),
        (("freelance",), ["CONTRACTOR"]),
        (("internship",), ["INTERN"]),
        (("Temporary", "Part-Time"), ["TEMPORARY", "PART_TIME"]),
        (("Contract or Full-time",), ["CONTRACTOR", "FULL_TIME"]),
        (("contract, part-time",), ["CONTRACTOR", "PART_TIME"]),
        (("Freelance", "Contract"), ["CONTRACTOR"]),
        (("Vollzeit", "Festanstellung"), ["FULL_TIME"]),
        (("Teilzeit",), ["PART_TIME"]),
        (("Voll- oder Teilzeit",), ["FULL_TIME", "PART_TIME"]),
        (("Freie Mitarbeit",), ["CONTRACTOR"]),
        (("Praktikum",), ["INTERN"]),
        (("Werkstudent",), ["PART_TIME"]),
        (("Per Diem",), ["PER_DIEM"]),
        (("Other",), ["OTHER"]),
        (("permanent",), []),
        (("full_or_part",), ["FULL_TIME", "PART_TIME"]),
        (("Full",), ["FULL_TIME"]),
        (("Alternative Schedule", "Employee"), []),
        (("",), []),
        (None, []),
    ],
)
def test_a_field_is_read_in_schema_orgs_terms(words: tuple[str, ...] | None, expected: list[str]) -> None:
    fact = stated(employment=words)
    assert sorted(fact.value if fact else []) == sorted(expected)
    assert fact is None or (fact.evidence, fact.spans) == ("field:employment", ())


@table(
    ("title", "expected"),
    [
        ("Harbour Pilot (Part-time)", ["PART_TIME"]),
        ("Executive Assistant (Full\u2011Time, Remote)", ["FULL_TIME"]),
        ("Freelance Chart Writer", ["CONTRACTOR"]),
        ("(1099 Contract) Tide Consultant", ["CONTRACTOR"]),
        ("Inside Sales Contractor", ["CONTRACTOR"]),
        ("Chart Designer – 6 month contract", ["CONTRACTOR"]),
        ("Buoy Intern", ["INTERN"]),
        ("Internship in Tidal Software", ["INTERN"]),
        ("Seasonal Tax Preparer", ["TEMPORARY"]),
        ("Werkstudent Hafenlogistik (m/w/d)", ["PART_TIME"]),
        ("Smart Contract Engineer", []),
        ("Contract Manager", []),
        ("Contracts Administrator", []),
        ("Senior Contract & Compliance Analyst", []),
        ("Volunteer Coordinator", []),
        ("Internal Auditor", []),
        ("Intern Program Manager", []),
        ("Freelancer Community Lead", []),
        ("Subcontractor Liaison", []),
        ("Temp Payroll Keeper", ["TEMPORARY"]),
        ("Payroll Keeper (Maternity Cover)", ["CONTRACTOR"]),
        ("Maternity Cover Marketing Keeper", ["CONTRACTOR"]),
        ("High Temp Materials Chemist", []),
        ("Praktikant Marketing/Event (m/w/d)", ["INTERN"]),
        ("Tide Scientist (FT)", ["FULL_TIME"]),
        ("FT Alphaville Reader", []),
    ],
)
def test_a_title_names_the_terms(title: str, expected: list[str]) -> None:
    assert terms(title=title) == expected


@table(
    ("text", "expected"),
    [
        ("Job Type: Full-time", ["FULL_TIME"]),
        ("We can offer this role on a 0.6 FTE basis.", ["PART_TIME"]),
        ("Per diem shifts for nurses.", ["PER_DIEM"]),
        ("Seasonal work from November to January.", ["TEMPORARY"]),
        ("We are looking for a freelance motion designer. This is not a full-time position.", ["CONTRACTOR"]),
        ("Freelance illustrator wanted: two drawings a week.", ["CONTRACTOR"]),
        ("Employment type: Full-time, Contract", ["FULL_TIME", "CONTRACTOR"]),
        ("Anstellungsart: Vollzeit", ["FULL_TIME"]),
        ("Lantern Quay | Tide Engineer | REMOTE (EU) | Full-time | €70k", ["FULL_TIME"]),
        ("Buoy Works | Pilot | Remote | Contract | buoy.example", ["CONTRACTOR"]),
        ("<ul><li>Part-time (about 20 hours per week)</li></ul>", ["PART_TIME"]),
        ("This is a part-time, remote position.", ["PART_TIME"]),
        ("The position is full-time and remote.", ["FULL_TIME"]),
        ("We are seeking a full-time, remote Tide Analyst for our harbour.", ["FULL_TIME"]),
        ("A steady, full-time position", ["FULL_TIME"]),
        ("As a part-time Dock Manager you will keep the quay.", ["PART_TIME"]),
        ("Join our team on a part-time basis.", ["PART_TIME"]),
        ("You can work full time or part time.", ["FULL_TIME", "PART_TIME"]),
        ("This is a 3-month contractor position, with a possible extension.", ["CONTRACTOR"]),
        ("This Chart Editor position is a (W2) Contractor role.", ["CONTRACTOR"]),
        ("This opportunity is offered on an independent contractor basis.", ["CONTRACTOR"]),
        ("In this role you would be self employed and paid monthly.", ["CONTRACTOR"]),
        ("Looking for a freelance opportunity where tides matter?", ["CONTRACTOR"]),
        ("We need a pilot on a B2B contract.", ["CONTRACTOR"]),
        ("This is a seasonal position helping sailors.", ["TEMPORARY"]),
        ("Il s'agit d'un travail en ligne, saisonnier.", ["TEMPORARY"]),
        ("This is a volunteer position.", ["VOLUNTEER"]),
        ("Contract role, 6 months", ["CONTRACTOR"]),
        ("Fixed term contract of 10 months or longer", ["CONTRACTOR"]),
        ("Full-time employment contract.", ["FULL_TIME"]),
        ("Status: Full-Time", ["FULL_TIME"]),
        ("Two days a week. Contract, renewable each spring.", ["CONTRACTOR"]),
        ("We offer a 12-month contract, and may extend it.", ["CONTRACTOR"]),
        ("Contract with the possibility of a longer stay", ["CONTRACTOR"]),
        ("Type: full -time", ["FULL_TIME"]),
        ("This is a fultime position.", ["FULL_TIME"]),
        ("The pay is on a contract basis, up to 90k a year.", ["CONTRACTOR"]),
        ("Six months outside IR35, starting in May", ["CONTRACTOR"]),
        ("We are hiring full-time and part-time keepers.", ["FULL_TIME", "PART_TIME"]),
        ("Open to full-time or part-time.", ["FULL_TIME", "PART_TIME"]),
        ("We need a tide-loving PART-TIME Bookkeeper, based in Peru.", ["PART_TIME"]),
        ("Structure: Full-time independent contractor (1099).", ["FULL_TIME", "CONTRACTOR"]),
        ("Full-time contractor", ["FULL_TIME", "CONTRACTOR"]),
        ("We're looking for a freelancer.", ["CONTRACTOR"]),
        ("We are looking for freelance pilots.", ["CONTRACTOR"]),
        ("As a freelancer you choose your hours.", ["CONTRACTOR"]),
        ("Freelance, task-based.", ["CONTRACTOR"]),
        ("6-month internship.", ["INTERN"]),
        ("This is a paid internship.", ["INTERN"]),
        ("We are looking for interns.", ["INTERN"]),
        ("This is a remote Temp role that runs for about 6 months.", ["TEMPORARY"]),
        ("Temporary contract for three months", ["TEMPORARY", "CONTRACTOR"]),
        ("Anstellung in Teilzeit (20 Stunden pro Woche), unbefristet.", ["PART_TIME"]),
        ("Vollzeit oder Teilzeit möglich.", ["FULL_TIME", "PART_TIME"]),
        ("In Teilzeit oder Vollzeit.", ["PART_TIME", "FULL_TIME"]),
        ("KEEPER (m/w/d)Vollzeit (38,5h), ab sofort", ["FULL_TIME"]),
        ("Wir suchen dich in Vollzeit.", ["FULL_TIME"]),
        ("Die Stelle ist auf zehn Monate befristet.", ["CONTRACTOR"]),
        ("Freiberufliche Mitarbeit.", ["CONTRACTOR"]),
        ("Type de contrat : CDI, temps plein.", ["FULL_TIME"]),
        ("Poste à temps partiel", ["PART_TIME"]),
        ("CDD de 8 mois", ["CONTRACTOR"]),
        ("Contrato indefinido, jornada completa.", ["FULL_TIME"]),
        ("Jornada parcial de 24 horas.", ["PART_TIME"]),
        ("Trabalho em tempo integral.", ["FULL_TIME"]),
        ("Contratação CLT, período integral.", ["FULL_TIME"]),
        ("Contratto a tempo determinato, tempo parziale", ["CONTRACTOR", "PART_TIME"]),
        ("Fulltime dienstverband.", ["FULL_TIME"]),
        ("Deeltijd, 24 uur", ["PART_TIME"]),
        ("Pełny etat, umowa o pracę", ["FULL_TIME"]),
        ("雇用形態: 正社員", ["FULL_TIME"]),
        ("Type Part-time", ["PART_TIME"]),
        ("Both full-time and part-time positions are open.", ["FULL_TIME", "PART_TIME"]),
        ("Contratto full time a tempo indeterminato.", ["FULL_TIME"]),
        ("Een parttime functie van 24 uur.", ["PART_TIME"]),
        ("Part-time? No, this is a full-time job.", ["FULL_TIME"]),
        ("Permanent full-time contract.", ["FULL_TIME"]),
        ("We are offering an internship.", ["INTERN"]),
        ("Working basis: freelance", ["CONTRACTOR"]),
        ("You would be a full-time employee.", ["FULL_TIME"]),
        ("Half-time job, mornings only.", ["PART_TIME"]),
        ("You'd work part-time.", ["PART_TIME"]),
        ("B2B contract only", ["CONTRACTOR"]),
        ("Du arbeitest auf freiberuflicher Basis.", ["CONTRACTOR"]),
        ("Contratação como PJ.", ["CONTRACTOR"]),
        ("Een deeltijdbaan van 20 uur.", ["PART_TIME"]),
        ("We are looking for a temp.", ["TEMPORARY"]),
        ("PART-TIME bookkeeper wanted.", ["PART_TIME"]),
        ("Part-time keeper needed", ["PART_TIME"]),
        ("This is a maternity cover.", ["CONTRACTOR"]),
        ("This role is a 9-month parental leave cover.", ["CONTRACTOR"]),
        ("We are looking for a maternity cover for our payroll team.", ["CONTRACTOR"]),
        ("Maternity cover (12 months)", ["CONTRACTOR"]),
    ],
)
def test_a_text_says_it_of_this_job(text: str, expected: list[str]) -> None:
    fact = stated(text)
    assert fact
    assert fact.value == expected
    plain = Reading(replace(AD, html=text), BOARDS["remoteco"]).text
    assert plain[fact.spans[0].start : fact.spans[0].end] == fact.evidence


@table(
    "text",
    [
        "Health insurance for full-time employees.",
        "This role leads a team of 0.5 FTE.",
        "Temporary work permits are no problem.",
        "You have worked as a freelance designer.",
        "Our customers are looking for a freelance designer.",
        "Benefits for full-time U.S. employees include dental.",
        "3-5 years of full-time experience in tide tables.",
        "Equity for all full-time roles.",
        "The above applies to full-time permanent positions.",
        "Our 40 full-time professionals sail the world.",
        "You must be authorized to work in the Netherlands on a full or part-time basis without sponsorship.",
        "You prefer consistent work over a full-time role.",
        "Lead contract negotiation with harbours.",
        "Organize new client contracts and invoices.",
        "Experience with smart contracts.",
        "You will work with contractors and vendors.",
        "Manage freelance writers across the coast.",
        "Awarded a federal contract in spring.",
        "Internal tools and international teams.",
        "Paid volunteer days and volunteering time off.",
        "You advise the navy under the LIGHTHOUSE contract. This role is new.",
        "Contract Type:<br>Permanent",
        "You cannot take this as a part-time job.",
        "You will have a permanent contract with us.",
        "Temporary files and seasonal testing strategies.",
        "Workflow orchestration with Temporal and ClickHouse.",
        "Permanent residency is required.",
        "We are also hiring a full-time cook.",
        "A full-time role is preferred.",
        "If you are hired, this is a full-time role.",
        "This is not a staff, full-time role.",
        "This is not a freelance position.",
        "You have worked as a freelancer or in an internship before.",
        "Experience as a freelancer is welcome.",
        "We help freelancers get paid.",
        "The salary of EUR 3,900 (on a full-time basis) rises with the tide.",
        "Full-time equivalent salary: 50,000",
        "Our founder started part-time in a boat.",
        "You may keep a part-time job on the side.",
        "Work part-time on your own boats.",
        "We are a team of 12 full-time sailors.",
        "W2 only, no C2C.",
        "No freelancers or agencies.",
        "Part-time is not possible.",
        "After a year, part-time is possible.",
        "If you want to work part-time, write to us.",
        "Volunteers run our regattas.",
        "Temporary staff cover holidays.",
        "Travel is paid with a per diem of $70.",
        "You supervise interns.",
        "Part-time students wanted",
        "Part-time experience needed.",
        "Contract manager wanted",
        "Maternity cover, meals and a bicycle",
        "You are entitled to maternity cover.",
        "Maternity cover for six months",
        "We are a full-time remote company.",
        "Das Gehalt beträgt 50.000 Euro bei Vollzeit.",
        "Keine Teilzeit möglich.",
        "Teilzeit ist leider nicht möglich.",
        "Unbefristeter Vertrag",
        "Drei Jahre Berufserfahrung in Vollzeit",
        "Pas de temps partiel.",
        "No es un puesto de medio tiempo.",
        "Oversee the internship program.",
        "Generous part-time policy for parents who are eligible.",
        "",
        "You are a full-time problem solver at heart.",
        "Is it part-time? No. Is it a contract? No.",
        "1099 or corp-to-corp contractors or the equivalent will not be considered.",
        "Part-time/summer job/internship experience is a must",
        "Le temps partiel n'est pas possible.",
        "La media jornada no es posible.",
    ],
)
def test_others_terms_are_not_this_jobs(text: str) -> None:
    assert terms(text) == []


def test_the_text_adds_to_the_field() -> None:
    fact = stated("Job Type: Contract", employment=("full_time",))
    assert fact
    assert (fact.value, fact.evidence) == (["FULL_TIME", "CONTRACTOR"], "Contract")


def test_part_time_is_more_specific_than_a_boards_full_time() -> None:
    assert terms("This is a part-time remote position.", employment=("Full Time",)) == ["PART_TIME"]
    assert terms("Work full-time or part-time.", employment=("Full Time",)) == ["FULL_TIME", "PART_TIME"]


def test_the_same_words_in_field_and_text_rest_on_the_field() -> None:
    fact = stated("This is a full-time position.", employment=("full_time",))
    assert fact == Fact(["FULL_TIME"], "field:employment")


@table(
    ("text", "expected"),
    [
        ("Working hours: 30 a week.", ["PART_TIME"]),
        ("Weekly hours: 20-24", ["PART_TIME"]),
        ("Arbeitszeit: 20 Stunden pro Woche", ["PART_TIME"]),
        ("This role is 15 hours per week.", ["PART_TIME"]),
        ("Working hours: 40 per week", []),
        ("Working hours: 20-40 per week", []),
        ("Working hours: 9 to 5", []),
        ("Working hours: 8 hours a day", []),
        ("Arbeitszeit: 9-17 Uhr", []),
        ("A 32-hour week at full pay.", []),
        ("Working hours: 30 a week. Full-time position.", ["FULL_TIME"]),
    ],
)
def test_a_short_week_is_part_time(text: str, expected: list[str]) -> None:
    assert terms(f"<p>We keep tides.</p><p>{text}</p>") == expected


def test_a_title_may_state_a_short_week() -> None:
    assert terms(title="Tide Keeper Freelance 8 20 hrs week") == ["CONTRACTOR", "PART_TIME"]
    assert terms(title="Tide Keeper, 40 hours per week") == []


def test_a_label_with_its_value_below() -> None:
    assert terms("Seniority level<br>Associate<br>Employment type<br>Full-time") == ["FULL_TIME"]
    assert terms("Job type<br>Contract") == ["CONTRACTOR"]


def test_every_spelling_leads_into_the_vocabulary() -> None:
    assert {term for named in FIELD_SPELLINGS.values() for term in named} <= set(EMPLOYMENT)


@table(
    "piece",
    few(
        [
            "full-time ",
            "contract, ",
            "job type: ",
            "(",
            "1099",
            "intern " * 3,
            "working hours: 3",
            "vollzeit ",
            "befristet ",
            "as a freelancer ",
        ],
        2,
    ),
)
def test_time_is_linear_in_the_text(piece: str) -> None:
    def prepare(text: str) -> Reading:
        reading = Reading(replace(AD, title=text, html=text), BOARDS["remoteco"])
        assert reading.lower_text
        assert reading.lower_title
        return reading

    assert growth(read, prepare, piece) < LIMIT
