"""A search in words: its filters as readers know them, and the titles of its page and feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from listings.display import fact_text
from listings.display.locale_format import currency_sign, number
from listings.models import Company
from listings.search.query.parameters import FILTERS, FIT_IN_DOUBT, FIT_OPEN, LABELS, NONE, NOT
from listings.search.query.scope import Scope
from listings.search.query.search import Search
from listings.search.query.situation import DEFAULT_CURRENCY
from listings.search.results.find import Results

# Slug → name.
CompanyNames = Mapping[str, str]


def company_names(search: Search) -> CompanyNames:
    """Names of the companies in a search. One query: call it once per page."""
    slugs = [value.removeprefix(NOT) for value in search.company]
    return dict(Company.objects.filter(slug__in=slugs).values_list("slug", "name")) if slugs else {}


def value_labels(name: str, values: Sequence[str], names: CompanyNames) -> dict[str, str]:
    """Values of a list, each with the label that readers know."""
    row = FILTERS[name]
    labels = {}
    for value in values:
        included = value.removeprefix(NOT)
        if included == NONE:
            label = f"{row.label}: not stated"
        else:
            # A company that has gone is shown by its slug.
            label = (names.get(included) if name == "company" else None) or row.value_label(included)
        labels[value] = label if included == value else f"Not {label}"
    return labels


def other_labels(search: Search) -> dict[str, str]:
    """Labels of the parameters that narrow the search and are not lists."""
    labels = place_labels(search)
    if search.tz:
        day = f", {search.day.replace('-', ' to ')}" if search.day else ""
        labels["tz"] = f"{search.overlap} hours in common with {fact_text.zone_city(search.tz)}{day}"
    if search.hours:
        labels["hours"] = "Without exact hours too" if search.tz else "Without exact hours"
    if search.salary_min:
        whole = "Whole pay range" if "whole" in search.salary else "Pay"
        sign, period = currency_sign(search.currency or DEFAULT_CURRENCY), fact_text.PERIODS[search.period or "year"]
        labels["salary_min"] = f"{whole} from {sign}{number(search.salary_min)} {period}"
    if NONE in search.salary:
        labels["salary"] = "Without comparable pay too" if search.salary_min else "Without comparable pay"
    if search.experience:
        labels["experience"] = experience_label(search)
    if search.scope:
        labels["in"] = "Mentioned in the text too"
    if search.posted:
        labels["posted"] = "Posted today" if search.posted == 1 else f"Posted in the last {search.posted} days"
    return labels


def other_phrases(search: Search) -> dict[str, str]:
    """The same within a title."""
    return {name: label[:1].lower() + label[1:] for name, label in other_labels(search).items()}


def place_labels(search: Search) -> dict[str, str]:
    labels: dict[str, str] = {}
    if search.country:
        # Only what is closed to people there is left out.
        labels["country"] = f"Open in {fact_text.place_in_sentence(search.country)} or unclear"
    if search.residence == "stated":
        labels["residence"] = "States where you may live"
    if search.fit:
        labels["fit"] = fit_label(search)
    return labels


def fit_label(search: Search) -> str:
    place = f" in {fact_text.place_in_sentence(search.fit_place)}" if search.fit_place else ""
    if search.fit == FIT_IN_DOUBT:
        return f"Depends on where{place} you live"
    return f"Open to you{place}" if search.fit == FIT_OPEN else "Unclear where you may live"


def experience_label(search: Search) -> str:
    years, unstated = search.max_experience, NONE in search.experience
    if years is None:
        return "Experience not stated"
    at_most = f"At most {years} year{'' if years == 1 else 's'} of experience" if years else "No experience needed"
    return f"{at_most}, or not stated" if unstated else at_most


def pending_labels(results: Results) -> list[str]:
    """Filters that are not applied while the index is rebuilt, each once."""
    return list(dict.fromkeys(LABELS[name] for name in results.pending_filters))


def results_title(search: Search, results: Results) -> str:
    """ "12 open jobs for “python”"; "228 ads mention “google”" where no job has the words in its names."""
    q = results.corrected or search.q
    subject = f" for “{q}”" if q else ""
    if results.state == "rebuilding" or results.total is None:
        return "Newest open jobs"
    if results.state == "nothing":
        return f"No open jobs{subject}"
    if results.scope is Scope.TEXT and not results.named:
        return f"{number(results.total)} ad{' mentions' if results.total == 1 else 's mention'} “{q}”"
    if results.scope is Scope.TEXT and results.mentioned:
        mentions = f"{number(results.mentioned)} ad{'' if results.mentioned == 1 else 's'} that mention it"
        return f"{number(results.named)} open job{'' if results.named == 1 else 's'}{subject}, {mentions}"
    return f"{number(results.total)} open job{'' if results.total == 1 else 's'}{subject}"


def search_title(search: Search, names: CompanyNames) -> str:
    """The same whatever is found: "remote jobs for “python”, Software engineering"."""
    subject = f" for “{search.q}”" if search.q else ""
    filters = [label for name in FILTERS for label in value_labels(name, getattr(search, name), names).values()]
    return ", ".join([f"remote jobs{subject}", *filters, *other_phrases(search).values()])
