"""Which parameter is meant by a name that no parameter has."""

from __future__ import annotations

from collections.abc import Mapping

from listings.search.query.parameters import NAMES
from listings.search.query.value_readers import nearest

# Closer than for values: "colour" is hardly "country".
CUTOFF = 0.7
# Names that other sites and APIs give to the same.
OTHER_NAMES: Mapping[str, str] = {
    other: name
    for name, others in {
        "q": "query search text term keyword keywords s title role",
        "category": "department field",
        "seniority": "level experience_level career_level",
        "employment": "type job_type contract contract_type employment_type",
        "workplace": "remote remote_type workplace_type",
        "sponsorship": "visa sponsor",
        "skill": "tag tags tech stack",
        "language": "lang locale hl",
        "company": "employer organization organisation",
        "source": "board site",
        "country": "country_code location state region place where",
        "tz": "timezone time_zone zone",
        "salary_min": "pay pay_min min_pay min_salary salary_from",
        "period": "pay_period salary_period",
        "experience": "years",
        "posted": "since days date age max_age",
        "sort": "order order_by ordering orderby sort_by sorting",
        "page": "offset start p pageno page_number",
        "per_page": "limit page_size pagesize size count",
    }.items()
    for other in others.split()
}


def nearest_name(name: str) -> str:
    """The parameter that goes by this name elsewhere, or is spelt much like it; "" where none is."""
    return OTHER_NAMES.get(name.lower().replace("-", "_")) or nearest(name, NAMES, CUTOFF)
