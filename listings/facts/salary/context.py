"""Is an amount of money the pay of the job? Decided by the words around it, within its line and sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from listings.facts.salary.money import MARKS, Money
from listings.vocabulary.currencies import UNITS_PER_DOLLAR

LEFT, RIGHT, HEADING, SHORT = 180, 90, 90, 60
SENTENCE_END = re.compile(r"(?<=[a-z)\d%]{2})[.!?;] ")
WORD = re.compile(r"[a-zà-ÿęł]+")
BEHIND = re.compile(r"([a-z'’&]+)|([+,.;|)\n:])")
MOST_WORDS_BEHIND = 5

PAY_WORDS = """
salary salaries compensation compensations comp pay pays paying paid payrate wage wages rate rates
remuneration earn earns earning earnings hourly ctc base package income ote annual annually doe gehalt
jahresgehalt gehaltsspanne vergütung salaire salario salário rémunération wynagrodzenie
stundenlohn monatsgehalt jahresgehalt einstiegsgehalt bruttogehalt lohn
"""
PAY = frozenset(PAY_WORDS.split())
NOT_PAY_WORDS = """
bonus bonuses equity stock stocks options rsu rsus espp stipend stipends allowance allowances reimburse
reimbursed reimbursement budget budgets funding funded fund funds raised raising raise revenue revenues arr
mrr valuation valued invest invested investment investments investors backed series seed customers aum assets
saved save saving savings insurance deductible premium premiums referral referrals sign signing pension donate
donated donating donation donations worth credit credits gift voucher vouchers perk perks wellness wellbeing
learning education educational training tuition equipment setup laptop internet connectivity relocation
retreat fine fines prize prizes grant grants loan loans spend spends spending cost costs price prices priced
deal deals transaction transactions volume gmv quota quotas portfolio extra additional add match matching
matched top discount discounts charge charges charged fee fees coverage contribution contributions contribute
contributes sales sale profit profits losses damages penalty subscription generate generated generating manage
managing managed bill billing bookings tickets orders lifetime dental medical hsa fsa parental adoption
fertility childcare gym fitness productivity tax taxes threshold users stars processed spent ad ads campaign
campaigns milestones bid bids normally potential phone refer refers referring referred
"""
NOT_PAY = frozenset(NOT_PAY_WORDS.split())
BREAKS = frozenset(
    {
        "inclusive",
        "including",
        "exclusive",
        "excluding",
        "plus",
        "and",
        "with",
        "or",
        "depending",
        "dependent",
        "which",
        "based",
    }
)
PAY_BEHIND = frozenset(
    (
        "salary",
        "base",
        "ote",
        "pay",
        "compensation",
        "basic",
        "wage",
        "doe",
        "depending",
        "based",
        "ctc",
        "commensurate",
    )
)
TOTAL = re.compile(
    r"\b(?:ote|on[- ](?:target|track)\b|(?:target|potential|first[- ]year|average) earnings|earnings? potential"
    r"|uncapped|total (?:(?:target|annual|on[- ]target|potential|cash|direct|estimated) ){0,3}"
    r"(?:comp|compensation|cash|earnings|pay|package|rewards)"
    r"|target (?:total )?(?:cash|comp|compensation)|commissions? only|variable)\b"
)
BASE = re.compile(r"\bbase\b|\bsalary\b|\bfixed\b|\bbasic\b")
INCLUDED = re.compile(r"\binclu|\bconsist|\bcombin|\bmade up")
PROMISED = re.compile(r"\bearn(?:ings?)? (?:up to|over|more than)\s?$|\b(?:make|making) [a-z ]{0,12}$")
ALONE = re.compile(r"[\s\-–—*•·(\[:>~|]*(?:[0-9]{1,2}[.)] )?[\s(~]*")
CELL_END = re.compile(r"\s*(?:$|[|+(]|or\b|plus\b|and\b|base\b|cash\b|usd?\b)")
OPEN_END = re.compile(r"\s*(?:$|[|+(.,;)]|or\b|plus\b|and\b|base\b|depending\b|per\b|a\b)")
# "Full-timePay: $40": lines that a board has glued together.
GLUED = re.compile(r"(?:pay|salary|compensation)(?: range)?: ?(?:from |up to )?$")
TRIAL = re.compile(r"\btrials?\b|\bprobation|\bonboarding period\b|\btest (?:project|task)\b")
LEAST_RANGE_OF_A_YEAR = 15_000
NEAR, FAR, CLOSE = 34, 110, 25
TIMES = frozenset({"hour", "day", "month", "year"})


@dataclass(frozen=True, slots=True)
class Context:
    """Lower-case words before and behind an amount in its sentence, and the line above where it begins a line."""

    left: str
    right: str
    heading: str
    cell: bool
    """Is its line cut into cells by bars ("Company | Role | Pay")?"""

    @property
    def alone(self) -> bool:
        """Nothing but a bullet, a number of the list or a bracket stands before it in its line or cell."""
        return ALONE.fullmatch(self.left) is not None

    @property
    def labelled(self) -> bool:
        return len(self.left) <= SHORT and self.left.rstrip(" (").endswith((":", " -", " –"))


def context(lower: str, money: Money) -> Context:
    first = max(0, money.start - LEFT)
    line = lower.rfind("\n", first, money.start)
    left = lower[line + 1 if line >= 0 else first : money.start]
    heading = ""
    if line > 0 and len(left) < SHORT:
        above = lower.rfind("\n", max(0, line - HEADING), line)
        heading = lower[above + 1 : line] if above >= 0 or line <= HEADING else ""
    if any(mark in heading for mark in MARKS):
        # An amount of its own, not a heading.
        heading = ""
    ends = [stop.end() for stop in SENTENCE_END.finditer(left)]
    if ends:
        left, heading = left[ends[-1] :], ""
    cell = "|" in left
    if cell:
        left, heading = left[left.rindex("|") :], ""
    right = lower[money.end : money.end + RIGHT].partition("\n")[0]
    return Context(left, SENTENCE_END.split(right, maxsplit=1)[0], heading, cell)


def kind(money: Money, around: Context) -> str:
    """ "base" pay, "total" pay (on-target earnings), "loose" (perhaps pay), "" for no pay of this job."""
    if money.huge or (money.unit and not money.period) or (not money.currency and money.low == 401_000):
        return ""
    behind = _behind(around.right)
    if behind == "other":
        return ""
    pay, other = _last_words(around.left)
    if other > pay and (len(around.left) - other <= NEAR or not money.ranged):
        return ""
    near = pay >= 0 and (money.ranged or len(around.left) - pay <= FAR)
    cue = behind == "pay" or near or GLUED.search(around.left) is not None or _heads(around, money)
    if not cue:
        return _without_cue(money, around, other >= 0)
    if not money.currency and not money.ranged and behind != "pay" and not _called_pay(around, pay):
        return ""
    if TRIAL.search(around.left):
        return "loose"
    return "total" if _is_total(around, money) else "base"


def _called_pay(around: Context, pay: int) -> bool:
    """A number without currency is: "salary 120k", not "87% employment rate among our 6K+ graduates"."""
    return len(around.left) - pay <= CLOSE and OPEN_END.match(around.right) is not None


def _last_words(words: str) -> tuple[int, int]:
    """Where the last word of pay and the last word of other money end; -1 for none."""
    pay = other = -1
    for word in WORD.finditer(words):
        if word[0] in PAY:
            pay = word.end()
        elif word[0] in NOT_PAY:
            other = word.end()
    return pay, other


def _behind(right: str) -> str:
    """What the first words behind the amount say it is: "pay", "other" money, or ""."""
    for count, found in enumerate(BEHIND.finditer(right)):
        word = found[1]
        if word in PAY_BEHIND:
            return "pay"
        if word is None or word in BREAKS or count >= MOST_WORDS_BEHIND:
            return ""
        if word in NOT_PAY:
            return "other"
    return ""


def _heads(around: Context, money: Money) -> bool:
    """A line such as "Salary" stands above it."""
    pay, other = _last_words(around.heading)
    return pay > other and (around.alone or (money.ranged and _last_words(around.left)[1] < 0))


def _without_cue(money: Money, around: Context, other: bool) -> str:
    unit = UNITS_PER_DOLLAR.get(money.currency, 1)
    yearly = money.low >= LEAST_RANGE_OF_A_YEAR * unit
    if other or (money.period == "year" and not yearly):
        return ""
    stated = "total" if _is_total(around, money) else "base"
    if money.ranged and money.currency:
        if money.period in TIMES or (yearly and (around.alone or around.labelled)):
            return stated
        return "loose" if yearly else ""
    if money.ranged:
        return "loose" if money.scaled and (around.alone or money.period == "year") else ""
    if not money.currency or not (around.alone or (around.labelled and (yearly or money.period == "hour"))):
        return ""
    in_cell = yearly and around.cell and CELL_END.match(around.right)
    return stated if in_cell or (money.period and len(around.right.strip(" .")) < SHORT) else ""


def _is_total(around: Context, money: Money) -> bool:
    if PROMISED.search(around.left) and money.low >= LEAST_RANGE_OF_A_YEAR:
        return True
    if TOTAL.match(around.right.lstrip(" (+,-")):
        return True
    said = [*TOTAL.finditer(around.left)]
    if not said:
        return bool(TOTAL.search(around.heading)) and not BASE.search(around.left)
    since = around.left[said[-1].end() :]
    return not BASE.search(since) or bool(INCLUDED.search(since))
