"""What one place of an ad says about pay, and which of several such statements holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from listings.facts.base import Span
from listings.facts.salary.hint_words import PAY
from listings.vocabulary.currencies import AMBIGUOUS, DOLLARS
from listings.vocabulary.places import names

# Between the quotes of one fact.
GAP = " … "
# A label longer than this is a sentence.
MAX_LABEL = 160
LEVEL_OR_PLACE = re.compile(
    r"\b(?:level|levels|grade|band|tier|zone|region|state|states|locations?|places?|elsewhere|everywhere|area|market"
    r"|markets|metro|city"
    r"|junior|jr|mid|mid-level|senior|sr|staff|principal|lead|entry|intermediate|experienced|associate|manager|head"
    r"|[il][0-9]|ic[0-9]|p[0-9]|us|u\.s|usa|uk|eu|engineers?|developers?|designers?|analysts?|interns?|specialists?"
    r"|scientists?|representatives?|writers?|sessions?|remote|on-?site|full[- ]time|part[- ]time|minimum|maximum)\b"
    r"|\b[a-z]{2}(?:,|/) ?[a-z]{2}\b"
)
FILLER_WORDS = """
the a an of is for in at to from and or range ranges band this role position job our we expected target starting per
year annual gross net approximately between usd eur gbp up total full time budget level cash who what you your
"""
FILLERS = frozenset(FILLER_WORDS.split())
LABEL_END = re.compile(r"[:(\[–—|-]\s*$")
LAST_ITEM = re.compile(r", ([^\W\d_][\w .'’-]{1,30}?)\s?[:–—-]\s*$")
# "£28,000 pro rata (actual £16,800)"
ASIDE = re.compile(r"(?:[0-9]{2}|[0-9]k)[^(),;0-9]{0,20}\([^()]{0,40}$")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class SalaryStatement:
    """Pay as stated in one place of the ad. `low` or `high` is None if only the other end is stated ("up to $50").

    `kind` is one of salary.kinds.kind_of_pay, "small": too small a number for pay unless the board's field agrees, or
    one that is no pay. `is_average`: it is what people earn on average. `two_currencies`: the words for both, if it may
    be in either.
    `sentence`: which sentence it stands in, and `label` the words of it before the amount. `listed`: where the amounts
    stand over which it is a range.
    """

    low: float | None
    high: float | None
    currency: str
    period: str
    kind: str
    evidence: str
    spans: tuple[Span, ...] = ()
    listed: tuple[Span, ...] = ()
    sentence: tuple[str, int] = ("", -1)
    label: str = ""
    context: str = ""
    is_average: bool = False
    two_currencies: str = ""

    @property
    def ends(self) -> tuple[float | None, float | None]:
        return self.low, self.high

    @property
    def is_range(self) -> bool:
        return self.low is not None and self.high is not None and self.low < self.high

    @property
    def is_entry(self) -> bool:
        """Whether it is one of a list of places, levels or roles: "Berlin: €60k – €70k", "Level 3: $125k"."""
        label = self.label.strip(" -–—*•·\n")
        if len(label) > MAX_LABEL:
            # "Laos, Malaysia, …, Vietnam – $5–10"
            last = LAST_ITEM.search(self.label)
            return last is not None and last[1] in names()
        if not label:
            return False
        if LEVEL_OR_PLACE.search(label):
            return True
        tokens = [word[0] for word in WORD.finditer(label)]
        if any(" ".join(tokens[at : at + size]) in names() for at in range(len(tokens)) for size in (1, 2, 3)):
            return True
        return bool(LABEL_END.search(self.label)) and any(word not in PAY and word not in FILLERS for word in tokens)


def choose(field: SalaryStatement | None, statements: Sequence[SalaryStatement]) -> SalaryStatement | None:
    """Base pay in the text wins over the board's field; on-target earnings count if no base pay is stated."""
    base = [statement for statement in statements if statement.kind == "base"]
    total = [statement for statement in statements if statement.kind == "total"]
    if field is None:
        pool = base or total or [statement for statement in statements if statement.kind == "loose"]
        return widest(pool) if pool else None
    same = next((statement for statement in [*base, *total, *statements] if _agree(statement, field)), None)
    if same and not (base and field.kind == "total" and same.kind != "base"):
        return _filled(widest([same, *(base if same.kind == "base" else [])]), field)
    if base:
        best = _filled(widest(base), field)
        return field if field.kind == "base" and best.ends != field.ends and _within(best, field) else best
    return field


def _agree(statement: SalaryStatement, field: SalaryStatement) -> bool:
    ends, others = {end for end in statement.ends if end}, {end for end in field.ends if end}
    return ends == others and (not statement.period or not field.period or statement.period == field.period)


def _within(statement: SalaryStatement, field: SalaryStatement) -> bool:
    """Whether the text's pay is a mere part of the field's: a number or the range of one place within a wider range."""
    # Pay per piece says less than pay for time.
    if statement.period == "project" and field.period != "project":
        return True
    if not (field.low and field.high and statement.high) or statement.period != field.period:
        return False
    low = statement.low or statement.high
    part = statement.low in (None, statement.high) or low == field.low or statement.high == field.high
    return part and field.low <= low and statement.high <= field.high


def _filled(statement: SalaryStatement, field: SalaryStatement) -> SalaryStatement:
    """The text's pay with currency and period from the field where the text leaves them open."""
    is_open = statement.currency in ("", *AMBIGUOUS)
    currency = field.currency if is_open and field.currency not in ("", "$") else statement.currency or field.currency
    # A field of 133,120 a year says nothing about the period of "$64" in the text.
    alike = _is_comparable(replace(statement, currency=""), replace(field, currency="", period=""))
    period = statement.period or (field.period if alike else "")
    return replace(statement, currency=currency, period=period)


def widest(pool: Sequence[SalaryStatement]) -> SalaryStatement:
    """The first statement, or the range over the list of places or levels that it begins.

    "From X … up to Y" makes one range of two statements.
    """
    first = _fullest(pool)
    comparable = _listed_with(first, pool)
    if first.high is None and (other := next((statement for statement in comparable if statement.low is None), None)):
        return _joined(first, other, first.low, other.high)
    if first.low is None or first.high is None or len(comparable) == 1:
        return first
    low = min(statement.low or first.low for statement in comparable)
    high = max(statement.high or first.high for statement in comparable)
    listed = tuple(span for statement in comparable for span in statement.spans)
    ranged = next((statement for statement in comparable if statement.ends == (low, high)), None)
    if ranged:
        return replace(ranged, period=first.period or ranged.period, listed=listed)
    at_ends = [statement for statement in comparable if statement.low == low or statement.high == high]
    lowest = next(statement for statement in at_ends if statement.low == low)
    highest = next(statement for statement in at_ends if statement.high == high)
    lower_first = at_ends.index(lowest) < at_ends.index(highest)
    pair = (lowest, highest) if lower_first else (highest, lowest)
    return replace(_joined(*pair, low, high, first.period), listed=listed)


def _listed_with(first: SalaryStatement, pool: Sequence[SalaryStatement]) -> list[SalaryStatement]:
    """The first statement with those that belong to it, in order.

    Pay of a list of countries may lie far apart, if that between them is stated too: "US $36–50, Egypt $4–9".
    """
    members = [statement for statement in pool if statement is first or _belong_together(first, statement)]
    if not (first.is_entry and first.period):
        return members
    rest = sorted((one for one in pool if one not in members and one.period == first.period), key=_amount, reverse=True)
    for statement in rest:
        if any(_belong_together(member, statement) for member in members):
            members.append(statement)
    return [statement for statement in pool if statement in members]


def _fullest(pool: Sequence[SalaryStatement]) -> SalaryStatement:
    """The first statement, or a later range that says the same more fully: "From €90k" in the title, "€90k – €130k"."""
    first = pool[0]
    if first.is_range:
        return first
    ends = [end for end in first.ends if end]
    fuller = (
        statement
        for statement in pool[1:]
        if statement.is_range and _is_comparable(first, statement) and set(ends) & set(statement.ends)
    )
    return next(fuller, first)


def _joined(
    first: SalaryStatement, second: SalaryStatement, low: float | None, high: float | None, period: str = ""
) -> SalaryStatement:
    """One statement of two; its evidence holds the words of both."""
    evidence = first.evidence if first.evidence == second.evidence else first.evidence + GAP + second.evidence
    spans = tuple(dict.fromkeys(first.spans + second.spans))
    return replace(
        first, low=low, high=high, period=period or first.period or second.period, evidence=evidence, spans=spans
    )


def _belong_together(first: SalaryStatement, other: SalaryStatement) -> bool:
    """Whether two statements are parts of one: in one sentence or field, or both entries of a list."""
    if not _is_comparable(first, other):
        return False
    if first.sentence == other.sentence:
        return not ASIDE.search(other.label)
    return first.is_entry and other.is_entry


def _is_comparable(first: SalaryStatement, other: SalaryStatement) -> bool:
    """Whether both are pay on one scale, such as that of the same work in two places, and not two kinds of pay."""
    currencies = {first.currency, other.currency}
    if len(currencies - {""}) > 1 and not ("$" in currencies and currencies - {"$"} <= DOLLARS):
        return False
    if first.period and other.period and first.period != other.period:
        return False
    amount, other_amount = _amount(first), _amount(other)
    return max(amount, other_amount) <= 4 * min(amount, other_amount)


def _amount(statement: SalaryStatement) -> float:
    return statement.high or statement.low or 1
