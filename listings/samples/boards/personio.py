"""Made-up Personio: an employer's positions as XML at its own host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from listings.samples.boards.hiring_systems import HiringEmployer, department, location, system_endpoint
from listings.samples.boards.wording import utc_stamp
from listings.samples.vacancies import Vacancy


def _body(hiring: HiringEmployer, vacancies: Iterable[Vacancy]) -> Iterator[bytes]:
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<workzag-jobs>\n'
    for vacancy in vacancies:
        yield _position(hiring, vacancy).encode()
    yield b"</workzag-jobs>\n"


def _position(hiring: HiringEmployer, vacancy: Vacancy) -> str:
    # The format has no field for the workplace: offices are named after it.
    office = f"{vacancy.employer.town} (Hybrid)" if vacancy.attendance == "hybrid" else location(vacancy)
    opening, *blocks = vacancy.html.split("\n")
    sections = "".join(
        f"<jobDescription><name></name><value><![CDATA[{html}]]></value></jobDescription>"
        for html in (opening, "\n".join(blocks))
        if html
    )
    return f"""<position>
<id>{vacancy.id}</id>
<subcompany>{escape(hiring.employer.name)}</subcompany>
<office>{escape(office)}</office>
<department>{escape(department(vacancy))}</department>
<recruitingCategory>Everybody</recruitingCategory>
<name>{escape(vacancy.title)}</name>
<jobDescriptions>{sections}</jobDescriptions>
<employmentType>{"intern" if vacancy.employment == "internship" else "permanent"}</employmentType>
<seniority>{"entry-level" if vacancy.level.career == "Entry-Level" else "experienced"}</seniority>
<schedule>{"part-time" if vacancy.employment == "part_time" else "full-time"}</schedule>
<keywords>{escape(",".join(vacancy.tools))}</keywords>
<createdAt>{utc_stamp(vacancy.first).replace("Z", "+00:00")}</createdAt>
</position>
"""


endpoint = system_endpoint("personio", _body, suffix="/xml", content_type="text/xml; charset=utf-8")
