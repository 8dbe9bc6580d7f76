"""Choices of remote work or an office: what limits the remote part counts, and the office's place does not."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_residence import included, read
from tests.tables import table


@table(
    ("location", "codes"),
    few(
        [
            ("Lyon/Remote", None),
            ("REMOTE(World) / Lyon, France", ["worldwide"]),
            ("REMOTE (Canada) OR Part-remote in Lyon", ["CA", "FR"]),
            ("Remote (US) or hybrid (Boston, Lyon)", ["US", "FR"]),
            ("Remote (Peru) or onsite (London, Newcastle)", ["PE", "GB"]),
            ("Remote (US only) or onsite in Lyon, France", ["US", "FR"]),
            ("Remote or hybrid (Lyon)", None),
            ("Remote (PT-ET) or hybrid (Lyon)", None),
            ("REMOTE (Canada) OR Lyon", ["CA"]),
            ("Remote (CET overlap) or Lyon", None),
            ("Remote (Europe preferred) / Montreal, QC", None),
            ("Lyon, France; Remote (EU time zone) with yearly visits", None),
            ("Full-time (Remote, Lyon, Oslo)", None),
            ("Boston, Remote", None),
            ("Remote (Peru, open to other countries)", None),
            ("Remote (Peru), Lyon", ["PE"]),
            ("Remote (PT-ET)", None),
            ("Remote PT/CT hours", None),
            ("Remote: PT/MT", ["PT", "MT"]),
            # No choices: the place of the remote work, several of them, a town of it, days at home.
            ("Remote, Boston", ["US-MA"]),
            ("Remote, Canada", ["CA"]),
            ("Peru or Remote EU", ["PE", "eu"]),
            ("France/Remote (Lyon, France)", ["FR"]),
            ("Lyon, France; ONSITE (part remote)", ["FR"]),
            ("Hybrid at any Canadian office, Canada (Toronto, Montreal, etc.)", ["CA"]),
            ("PT/ES", ["PT", "ES"]),
        ],
        8,
    ),
)
def test_remote_work_or_an_office(location: str, codes: list[str] | None) -> None:
    """In the field, and in the first line of the text as forums write it."""
    header = f"<p>Lantern | Tide Engineer | {location} | Full-time</p><p>We measure tides.</p>"
    assert [included(location=location), included(header, location=location)] == [codes] * 2


@table(
    ("header", "codes"),
    [
        ("REMOTE-FIRST | Offices in Lyon and Boston", None),
        ("ONSITE | Offices in Lyon and Boston", ["FR", "US-MA"]),
    ],
)
def test_offices_of_remote_work(header: str, codes: list[str] | None) -> None:
    text = f"<p>Lantern | {header} | Full-time</p><p>We measure tides.</p>"
    assert included(text, location="Offices in Lyon and Boston") == codes


@table(
    ("header", "location", "codes"),
    few(
        [
            ("Tide Engineer | Canada |Peru| Chile | Remote", "Canada", ["CA", "PE", "CL"]),
            ("Tide Engineer | ONSITE | Boston, MA | Salem, OR | Full-time", "Boston, MA", ["US-MA", "US-OR"]),
            ("Tide Engineer, Peru | Canada | Remote | Full-time", "Canada", ["CA"]),
        ]
    ),
)
def test_other_parts_of_a_header(header: str, location: str, codes: list[str]) -> None:
    assert included(f"<p>Lantern | {header}</p><p>We measure tides.</p>", location=location) == codes


@table(
    ("text", "codes"),
    few(
        [
            ("Location: AU", ["AU"]),
            ("Location: CA", None),
            ("Customer Success Engineer (Remote in Peru)", ["PE"]),
            ("Our customers (remote in Peru) are happy.", None),
            ("Location: Remote | 12 Quay Lane, Salem, MA 01970", None),
            ("Location: Remote | Ohio | Iowa", ["US-OH", "US-IA"]),
            ("This role can be filled in our Lyon headquarters or remotely in France.", ["FR"]),
            (
                "Remote: Canada, Peru, Chile. - Tide Engineer (Canada remote). - Buoy Engineer (Peru remote)",
                ["CA", "PE", "CL"],
            ),
        ],
        2,
    ),
)
def test_texts_with_several_places(text: str, codes: list[str] | None) -> None:
    assert included(f"<p>{text}</p>") == codes


@table(
    ("location", "codes"),
    few([("Denver-CO, Toronto-CA, Dubai-AE", ["US-CO", "CA-ON", "AE"]), ("Denver-CO, Quaytown-KY", ["US-CO"])]),
)
def test_codes_that_a_hyphen_joins_to_a_town(location: str, codes: list[str]) -> None:
    assert included(location=location) == codes


@table(
    ("title", "codes"),
    few([("Tide Engineer: Boston, MA 02110", ["US-MA"]), ("Account Manager: Peru desk", None)]),
)
def test_place_behind_a_colon_of_the_title(title: str, codes: list[str] | None) -> None:
    assert included(title=title) == codes


@table(
    ("location", "text", "codes"),
    few(
        [
            ("Albania", "Licensed and living in Alabama", ["US-AL"]),
            ("Gabon", "You are licensed in Georgia.", ["US-GA"]),
            ("Albania", "Our founder once lived in Alabama.", ["AL"]),
            ("Peru", "Licensed in Alabama", ["PE"]),
        ],
        2,
    ),
)
def test_country_made_of_a_states_code(location: str, text: str, codes: list[str]) -> None:
    assert included(f"<p>{text}</p>", location=location) == codes


@table(
    ("text", "expected"),
    few(
        [
            ("We do not consider applicants from Ohio, Iowa, or outside of the US.", (["US"], ["US-OH", "US-IA"])),
            (
                "We work with engineers from: Europe, Canada.</p><p>We can't accept applicants from the following "
                "countries:</p><p>European: Serbia and Kosovo.</p><p>Latin America: Cuba</p><p>Most of Asia.</p>",
                (["europe"], ["RS", "XK"]),
            ),
            ("We do not ship to the following countries:</p><p>Serbia</p>", (["europe"], [])),
        ],
        1,
    ),
)
def test_refused_lists(text: str, expected: tuple[list[str], list[str]]) -> None:
    value = read(f"<p>{text}</p>", location="Europe")
    assert value is not None
    assert (value["include"], value["exclude"]) == expected
