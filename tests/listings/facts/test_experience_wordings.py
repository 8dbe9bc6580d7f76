"""Years of experience in lists, forms and glued lines, and wishes beside them."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_experience import value
from tests.tables import table

REQUIRED = "Requirements:\n{}"


@table(
    ("line", "years"),
    [
        ("At least 1 year of relevant job, internship, or island experience.", 1),
        *few(
            [
                ("12+ years of rope, sail and net trading experience", 12),
                ("3+ years of Linux administration; a deep knowledge of lamps", 3),
                ("5 years of testing and repairing lamps", 5),
                ("8+ years combined in rope work and lamp repair.", 8),
                ("Minimum 3 years of continuous industry experience", 3),
                ("5 – 8 year’s experience in rope work", 5),
                ("Two-four (2-4) years of proven experience as a keeper", 2),
                ("At least 24 months of recent sea experience", 2),
                ("Sea trade experience in island industry min. 2 years", 2),
                ("Minimum 8 years of sea experience\nOr, equivalent combination of education and training", 8),
                ("-3+ years repairing lamps", 3),
                ("Sea trade: 5 years (Required)", 5),
                ("SQL: 2 years (Preferred)\nSea trade: 4 years (Required)", 4),
                ("Experience\n2-5 years", 2),
                ("Five or more years of lamp experience (oil) preferably in a lighthouse", 5),
                ("6+ years of experience building lamps ideally using oil", 6),
                ("3+ years of lamp experience, experience as a lead a plus", 3),
                ("10+ years of sales experience, and ideally some at sea", 10),
                ("Minimum 3 years' experience in asset management", 3),
                ("1–2 years of experience in print (bonus points for nets)", 1),
                ("5 years of experience in lamps\n2 years of senior-level project ownership", 5),
                ("3 \\u2013 5 years of experience as a keeper", 3),
                ("0 2 years of relevant sea experience", 0),
                ("3 5 years’ experience with lamps", 3),
                ("You know related areas5-10 years of experience with lamps", 5),
                ("5+ years a keeper of lamps on an island", 5),
                ("5–8+ Years of Lamp Communications: a track record", 5),
                ("3+ years of lamp experience\nA degree in lamps, or 5+ years of sea experience", 3),
                ("2 years of experience with lamps\nGreat if you have but not required:\n6+ years of experience", 2),
            ],
            1,
        ),
    ],
)
def test_years_among_requirements(line: str, years: int) -> None:
    assert value(REQUIRED.format(line)) == years


@table(
    "line",
    [
        "SQL: 2 years (Preferred)",
        *few(
            [
                "At least 6 months of sea experience",
                "You have lived there for 12 months or more in the past, with experience",
                "3+ years of college",
                "8 years of age, with proven experience of the sea",
                "10 years of combined experience",
                "2 years of continuous growth",
                "Experience level\n8 years\n9 years\n10 years",
                "Travel\n2 years",
                "5+ years of lamp experience would be an asset",
                "5 years including college",
                "5+ years a must",
                "A degree in lamps, or 5+ years of sea experience",
                "3+ years of lamp experience\nA bachelor’s with 8 years or a master’s with 5 years of experience",
                "3+ years of lamp experience\nA degree and 8 years of experience, or 12 years of experience",
                "Tools2 to 3 years of experience",
                "Entry to 2 years of related experience",
                "Entry-level to 3 years of sea experience",
                "Degree with 0-2 years of experience\nOR\nSea experience with a minimum of 2 to 3 years of experience",
                "Master’s degree with five (5) years of experience OR\nBachelor’s with eight (8) years of experience",
            ],
            1,
        ),
    ],
)
def test_no_years_among_requirements(line: str) -> None:
    assert value(REQUIRED.format(line)) is None


def test_a_list_of_wishes_below_a_heading_in_capitals() -> None:
    ad = (
        "REQUIRED QUALIFICATIONS:\nExperience:\n3 years of lamp experience\n{}:\nExperience:\n5 years of sea experience"
    )
    assert value(ad.format("PREFERRED QUALIFICATIONS")) == 3
    assert value(ad.format("FURTHER QUALIFICATIONS")) == 5


def test_years_below_headings_for_levels() -> None:
    ad = (
        "Requirements:\n{} level – minimum\n3 - 10 years of experience\nSenior level – minimum\n10+ years of experience"
    )
    assert value(ad.format("Intermediate")) is None
    assert value(ad.format("Sea")) == 10


def test_a_degree_or_years_on_the_next_line() -> None:
    ad = "Requirements:\nA degree in lamps or\n{} 6+ years of experience"
    assert value(ad.format("equivalent with")) is None
    assert value(ad.format("ropes\nAt least")) == 6
    assert value("Requirements:\nA degree or equivalent with 5 years of lamp experience.") == 5


def test_a_line_that_lost_its_breaks() -> None:
    assert value("You know ropes.Qualifications5+ years of experience with lamps") == 5


def test_whom_a_firm_looks_for_in_its_own_section() -> None:
    assert value("About us:\nWe are looking for a tidy and careful keeper with 3+ years of lamp experience.") == 3
    assert value("We’re growing our team, and seeking a careful keeper (2+ years experience).") == 2
    assert value("About us:\nWe are a keeper of lamps with 30 years of experience.") is None


@table(
    ("heading", "years"),
    [
        ("Requirements & Preferred Qualifications", 4),
        *few(
            [
                ("Required and preferred skills", 4),
                ("Preferred and Required Qualifications:", 4),
                ("Minimum Qualifications / Nice to Haves", 4),
                ("Must-haves and nice-to-haves", 4),
                ("Preferred Qualifications", None),
                ("Preferred requirements", None),
                ("Requirements (preferred)", None),
                ("Nice to have:", None),
            ],
            1,
        ),
    ],
)
def test_a_heading_for_needs_and_wishes(heading: str, years: int | None) -> None:
    """Whose items say themselves which they are."""
    assert value(f"{heading}\n- 4+ years of experience with lamps\n- 6+ years of sea experience (preferred)") == years
