"""Places of single roles in an ad for several, and places where the work of a job with an office is done."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_residence import included
from tests.tables import table

ROLES = "Several roles at Lantern"


@table(
    ("title", "lines", "codes"),
    few(
        [
            (ROLES, ["- Account Manager (Peru based): calls", "- Senior Engineer (Python): builds"], None),
            (ROLES, ["Remote (UK, EU)", "- a writer of guides (EU only)", "- an engineer (UK, EU only)"], ["GB", "eu"]),
            (ROLES, ["- Writer (remote in Peru)", "- Nurse (remote in Chile)"], ["PE", "CL"]),
            ("Writer, Nurse", ["Writer (Remote in Peru)", "Nurse (Remote in Chile)"], ["PE", "CL"]),
            ("Writer", ["Writer (Remote in Peru)", "- Fluent English"], ["PE"]),
            (ROLES, ["- Fully remote (Peru only)", "- Paid leave"], ["PE"]),
        ],
        2,
    ),
)
def test_places_of_one_role_are_not_those_of_all(title: str, lines: list[str], codes: list[str] | None) -> None:
    assert included("".join(f"<p>{line}</p>" for line in lines), title=title) == codes


def test_the_places_of_one_role_do_not_limit_all_those_of_the_field() -> None:
    lines = (
        "<p>Lyon / US / Remote (EU)</p><p>- Sales Officer, US. Based in the US.</p><p>- Writer. Based in the EU.</p>"
    )
    assert set(included(lines, title=f"{ROLES}: Writer", location="Lyon, France / US / Remote (EU)") or []) == {
        "US",
        "eu",
    }


@table(
    ("text", "codes"),
    few(
        [
            ("All positions are in Boston, Massachusetts.", ["US-MA"]),
            ("All of the roles are hybrid in Lyon, three days a week.", ["FR"]),
            ("This position will be performed on-site in Salem, Oregon.", ["US-OR"]),
            ("Lantern | Tide Engineer | Hybrid (Lyon, 3 days in the office)", ["FR"]),
            ("Work Location: Downtown Boston, MA", ["US-MA"]),
            ("Location: 12 Quay Lane, Boston, MA, 02110, United States", ["US-MA"]),
            ("Ability to commute: Salem, OR 97301 (Required)", ["US-OR"]),
            ("This role is remote eligible in the state of Ohio.", ["US-OH"]),
            ("You will work from your home, within Canada.", ["CA"]),
            ("We hire remote engineers, US or international, and locals of Boston.", ["worldwide"]),
            ("All positions are remote, or hybrid in Lyon.", None),
            ("Our customers work hybrid in Lyon.", None),
            ("Remote, with a hybrid (Lyon) option.", None),
            ("You will know US or international tax.", None),
        ],
        3,
    ),
)
def test_where_the_work_is_done(text: str, codes: list[str] | None) -> None:
    assert included(f"<p>{text}</p>") == codes


@table(
    ("text", "codes"),
    few(
        [
            ("Please only apply if you have the right to work in Peru.", ["PE"]),
            ("Applicants must have permanent work status in Peru.", ["PE"]),
            ("Required:</p><p>US Citizen or Green Card holder", ["US"]),
            ("You must have unrestricted authority to work in Peru.", ["PE"]),
            ("We verify the employment eligibility of all persons hired to work in the United States.", None),
            ("Tell us if you have the right to work in Peru.", None),
            ("About:</p><p>US Citizen Portal is our product", None),
        ],
        2,
    ),
)
def test_right_to_work(text: str, codes: list[str] | None) -> None:
    assert included(f"<p>{text}</p>") == codes
