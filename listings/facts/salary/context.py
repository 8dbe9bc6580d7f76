"""Whether an amount of money is the pay of the job, judged by the words around it in its line and sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from listings.facts.salary.money import SYMBOL_ENDS, Money
from listings.vocabulary.currencies import UNITS_PER_DOLLAR

# Context examined around an amount, in characters.
LEFT, RIGHT, HEADING, SHORT = 180, 90, 90, 60
SENTENCE_END = re.compile(r"(?<=[a-z)\d%]{2})[.!?;] ")
WORD = re.compile(r"[a-zà-ÿęł]+")
WORD_OR_PUNCTUATION = re.compile(r"([a-z'’&]+)|([+,.;|)\n:])")
MAX_WORDS_AFTER = 5

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
PAY_AFTER = frozenset(
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
# "Full-timePay: $40": some boards lose the line breaks of a list.
GLUED = re.compile(r"(?:pay|salary|compensation)(?: range)?: ?(?:from |up to )?$")
TRIAL = re.compile(r"\btrials?\b|\bprobation|\bonboarding period\b|\btest (?:project|task)\b")
# In dollars: without a word for pay nearby, smaller amounts are not taken for a yearly salary.
MIN_YEARLY_RANGE = 15_000
NEAR, FAR, CLOSE = 34, 110, 25
TIME_PERIODS = frozenset({"hour", "day", "month", "year"})


@dataclass(frozen=True, slots=True)
class Context:
    """The text around an amount, in lower case: before and after it in its sentence, and the line above a short line.

    `in_cell`: the line is cut into cells by bars ("Company | Role | Pay"), and `left` begins at the last bar.
    """

    left: str
    right: str
    heading: str
    in_cell: bool

    @property
    def is_alone(self) -> bool:
        """Whether at most a bullet, list number or bracket stands before the amount in its line or cell."""
        return ALONE.fullmatch(self.left) is not None

    @property
    def is_labelled(self) -> bool:
        """Whether a short label stands before the amount, as in "Germany: €60,000 – €70,000"."""
        return len(self.left) <= SHORT and self.left.rstrip(" (").endswith((":", " -", " –"))


def context_of(money: Money, lower: str) -> Context:
    first = max(0, money.start - LEFT)
    line = lower.rfind("\n", first, money.start)
    left = lower[line + 1 if line >= 0 else first : money.start]
    heading = ""
    if line > 0 and len(left) < SHORT:
        above = lower.rfind("\n", max(0, line - HEADING), line)
        heading = lower[above + 1 : line] if above >= 0 or line <= HEADING else ""
    if any(symbol in heading for symbol in SYMBOL_ENDS):
        # The line above is another amount: "Senior: $90k" says nothing about the line below it.
        heading = ""
    ends = [stop.end() for stop in SENTENCE_END.finditer(left)]
    if ends:
        left, heading = left[ends[-1] :], ""
    in_cell = "|" in left
    if in_cell:
        left, heading = left[left.rindex("|") :], ""
    right = lower[money.end : money.end + RIGHT].partition("\n")[0]
    return Context(left, SENTENCE_END.split(right, maxsplit=1)[0], heading, in_cell)


def kind_of_pay(money: Money, context: Context) -> str:
    """ "base" pay, "total" pay (on-target earnings), "loose" (perhaps pay), or "" if it is not the job's pay."""
    # 401,000 without currency is the pension plan "401(k)".
    if money.huge or (money.unit and not money.period) or (not money.currency and money.low == 401_000):
        return ""
    hint = _hint_after(context.right)
    if hint == "other":
        return ""
    pay, other = _last_hints(context.left)
    if other > pay and (len(context.left) - other <= NEAR or not money.ranged):
        return ""
    near = pay >= 0 and (money.ranged or len(context.left) - pay <= FAR)
    cue = hint == "pay" or near or GLUED.search(context.left) is not None or _has_pay_heading(context, money)
    if not cue:
        return _kind_without_cue(money, context, other >= 0)
    if not money.currency and not money.ranged and hint != "pay" and not _is_called_pay(context, pay):
        return ""
    if TRIAL.search(context.left):
        return "loose"
    return "total" if _is_total(context, money) else "base"


def _is_called_pay(context: Context, pay: int) -> bool:
    """Whether a number without currency is pay: "salary 120k", not "87% employment rate among our 6K+ graduates"."""
    return len(context.left) - pay <= CLOSE and OPEN_END.match(context.right) is not None


def _last_hints(text: str) -> tuple[int, int]:
    """Where the last word for pay and the last word for other money end; -1 if there is none."""
    pay = other = -1
    for word in WORD.finditer(text):
        if word[0] in PAY:
            pay = word.end()
        elif word[0] in NOT_PAY:
            other = word.end()
    return pay, other


def _hint_after(right: str) -> str:
    """What the first words after an amount say it is: "pay", "other" money, or ""."""
    for count, match in enumerate(WORD_OR_PUNCTUATION.finditer(right)):
        word = match[1]
        if word in PAY_AFTER:
            return "pay"
        if word is None or word in BREAKS or count >= MAX_WORDS_AFTER:
            return ""
        if word in NOT_PAY:
            return "other"
    return ""


def _has_pay_heading(context: Context, money: Money) -> bool:
    """Whether a line such as "Salary" stands above the amount."""
    pay, other = _last_hints(context.heading)
    return pay > other and (context.is_alone or (money.ranged and _last_hints(context.left)[1] < 0))


def _kind_without_cue(money: Money, context: Context, other: bool) -> str:
    """The kind of an amount that no word calls pay: it must look like pay by its form, size and place."""
    yearly = money.low >= MIN_YEARLY_RANGE * UNITS_PER_DOLLAR.get(money.currency, 1)
    if other or (money.period == "year" and not yearly):
        return ""
    kind = "total" if _is_total(context, money) else "base"
    if money.ranged and money.currency:
        if money.period in TIME_PERIODS or (yearly and (context.is_alone or context.is_labelled)):
            return kind
        return "loose" if yearly else ""
    if money.ranged:
        return "loose" if money.scaled and (context.is_alone or money.period == "year") else ""
    if not money.currency or not (context.is_alone or (context.is_labelled and (yearly or money.period == "hour"))):
        return ""
    in_cell = yearly and context.in_cell and CELL_END.match(context.right)
    return kind if in_cell or (money.period and len(context.right.strip(" .")) < SHORT) else ""


def _is_total(context: Context, money: Money) -> bool:
    """Whether the amount includes commission or bonus."""
    if PROMISED.search(context.left) and money.low >= MIN_YEARLY_RANGE:
        return True
    if TOTAL.match(context.right.lstrip(" (+,-")):
        return True
    totals = [*TOTAL.finditer(context.left)]
    if not totals:
        return bool(TOTAL.search(context.heading)) and not BASE.search(context.left)
    # "OTE $200k, base $120k" is base, "OTE, including base, $200k" is not.
    since = context.left[totals[-1].end() :]
    return not BASE.search(since) or bool(INCLUDED.search(since))
