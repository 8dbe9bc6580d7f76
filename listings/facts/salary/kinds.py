"""Whether an amount of money is the pay of the job, judged by the words around it."""

from __future__ import annotations

import re

from listings.facts.salary.context import ANNOUNCES, SHORT, Context
from listings.facts.salary.hints import hint_after, last_hints
from listings.facts.salary.money import Money
from listings.facts.salary.periods import is_misplaced
from listings.facts.subjects import SentenceSubject, frame_of, holder_of, is_of_market, subject_of
from listings.vocabulary.currencies import UNITS_PER_DOLLAR

TOTAL = re.compile(
    r"\b(?:ote|on[- ](?:target|track)\b|(?:target|potential|first[- ]year|average) earnings|earnings? potential"
    r"|uncapped|total (?:(?:target|annual|on[- ]target|potential|cash|direct|estimated) ){0,3}"
    r"(?:comp|compensation|cash|earnings|pay|package|rewards|of|up to|around)"
    r"|target (?:total )?(?:cash|comp|compensation)|most (?:of our )?[a-z]+ (?:[a-z]+ ){0,5}earn"
    r"|commissions? only|variable|variabel|variables?|zieleinkommen|ziel(?:jahres)?gehalt|zielvergütung)\b"
)
BASE = re.compile(
    r"\bbase\b|\bsalary\b|\bfixed\b|\bbasic\b|\bfixgehalt\b|\bfixum\b|\bgrundgehalt\b|\bfijo\b|\bfixe\b|\bfixo\b"
)
INCLUDED = re.compile(r"\binclu|\bconsist|\bcombin|\bmade up")
PROMISED = re.compile(r"\bearn(?:ings?)? (?:up to|over|more than)\s?$|\b(?:make|making) [a-z ]{0,12}$")
CELL_END = re.compile(r"\s*(?:$|[|+(]|or\b|plus\b|and\b|base\b|cash\b|usd?\b|doe\b)")
OPEN_END = re.compile(r"\s*(?:$|[|+(.,;)]|or\b|plus\b|and\b|base\b|depending\b|per\b|a\b)")
# "Full-timePay: $40": some boards lose the line breaks of a list.
GLUED = re.compile(r"(?:pay|salary|compensation)(?: range)?: ?(?:from |up to )?$")
SLASHED = re.compile(r"[0-9k] ?/ ?$")
TRIAL = re.compile(r"\btrials?\b|\bprobation|\bonboarding period\b")
# Words about the job itself. An amount with its period in such a sentence is pay without further words.
JOB_TERMS = re.compile(
    r"\b(?:contract|casual|freelance|full[- ]?time|part[- ]?time|w-?2|1099|c2c|corp[- ]to[- ]corp|remote"
    r"|hours? (?:a|per|each) week|hrs?/w\w+|hours/week|internship|role|position|permanent|temporary|assignment|gig"
    r"|opening|engagement|collaboration|expect|offer|offering|starting at|starts at|budgeted|vollzeit|teilzeit"
    r"|festanstellung|freiberuflich|freelancer|(?:wir )?bieten|zahlen|collaborazione|offriamo|contratto|temps plein"
    r"|cdi|cdd|mission|proposons|tiempo completo|jornada|ofrecemos|contrato|clt|pj|oferecemos|pagamos|voltijd"
    r"|deeltijd|fulltime|parttime|bieden|umowa|b2b|etat|oferujemy)\b"
)
OTHER_HEADING = re.compile(
    r"\b(?:bonus(?:es)?|stipends?|referral|insurance|budgets?|revenue|funding|investors?|plans|pricing|prices|fees"
    r"|costs?|savings|equity|401|fundrais\w*|raised|donat\w*|transactions|deals?|sales)\b"
)
# In dollars: without a word for pay nearby, smaller amounts are not taken for the pay of a whole period.
MIN_YEARLY_RANGE = 15_000
LEAST = {"hour": 5, "day": 60, "week": 150, "month": 600, "year": MIN_YEARLY_RANGE}
NEAR, FAR, CLOSE, MAX_HEADING = 34, 110, 25, 90
EARNED_BY_OTHERS = (SentenceSubject.MARKET, SentenceSubject.CUSTOMERS)
NOT_OF_JOB = frozenset(
    {
        SentenceSubject.CUSTOMERS,
        SentenceSubject.COMPANY,
        SentenceSubject.TASK,
        SentenceSubject.OTHER_OPENING,
        SentenceSubject.TRAVEL,
    }
)


def kind_of_pay(money: Money, context: Context) -> str:
    """ "base" pay, "total" pay (on-target earnings), "loose" (perhaps pay), or "" if it is not the job's pay."""
    # 401,000 without currency is the pension plan "401(k)".
    if money.huge or (money.unit and not money.period) or (not money.currency and money.low == 401_000):
        return ""
    # "$80k/$160k" may be two levels, or base and on-target pay: the first is as sure as it gets.
    if SLASHED.search(context.left):
        return ""
    hint = hint_after(context.right)
    if hint == "other" or _is_of_others(context):
        return ""
    pay, other = last_hints(context.left)
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


def _is_of_others(context: Context) -> bool:
    """Whether the amount is what other people earn or pay, or a third party's estimate."""
    if any(map(is_of_market, (context.left, context.right, context.heading))):
        return True
    if holder_of(context.left, context.right) in EARNED_BY_OTHERS:
        return True
    # "We pay $300 for the take-home task"
    sides = [context.left, context.right] if context.right.startswith(" for ") else [context.left]
    is_of_applicants = any(frame_of(side) is SentenceSubject.RECRUITMENT for side in sides)
    return is_of_applicants or subject_of(context.left) is SentenceSubject.OTHER_OPENING


def _is_called_pay(context: Context, pay: int) -> bool:
    """Whether a number without currency is pay: "salary 120k", not "87% employment rate among our 6K+ graduates"."""
    return len(context.left) - pay <= CLOSE and OPEN_END.match(context.right) is not None


def _has_pay_heading(context: Context, money: Money) -> bool:
    """Whether a line such as "Salary" stands above the amount."""
    if not context.heading or (len(context.heading) > MAX_HEADING and not ANNOUNCES.search(context.heading)):
        return False
    pay, other = last_hints(context.heading)
    return pay > other and (context.is_alone or (money.ranged and last_hints(context.left)[1] < 0))


def _kind_without_cue(money: Money, context: Context, other: bool) -> str:
    """The kind of an amount that no word calls pay: it must look like pay by its form, size and place."""
    unit = UNITS_PER_DOLLAR.get(money.currency, 1)
    yearly = money.low >= MIN_YEARLY_RANGE * unit
    if other or (money.period == "year" and not yearly) or OTHER_HEADING.search(context.heading):
        return ""
    kind = "total" if _is_total(context, money) else "base"
    # Weak currencies differ more from country to country than their exchange rates.
    believable = money.period in LEAST and money.low >= LEAST[money.period] * unit * (1 if unit == 1 else 0.2)
    alone = context.is_alone
    if is_misplaced(money.low, money.currency, money.period):
        return ""
    if not alone and subject_of(context.left) in NOT_OF_JOB:
        return ""
    if money.ranged and money.currency:
        if believable or (yearly and (alone or context.is_labelled)):
            return kind
        return "loose" if yearly else ""
    if money.ranged:
        return "loose" if money.scaled and (alone or money.period == "year") else ""
    if not money.currency:
        return ""
    if believable and (JOB_TERMS.search(context.left) or JOB_TERMS.search(context.right)):
        return kind
    if not (alone or (context.is_labelled and (yearly or money.period == "hour"))):
        return ""
    ended = yearly and (context.in_cell or alone) and CELL_END.match(context.right)
    return kind if ended or (believable and alone) or (money.period and len(context.right.strip(" .")) < SHORT) else ""


def _is_total(context: Context, money: Money) -> bool:
    """Whether the amount includes commission or bonus."""
    if PROMISED.search(context.left) and money.low >= MIN_YEARLY_RANGE:
        return True
    if TOTAL.match(context.right.lstrip(" (-")):
        return True
    totals = [*TOTAL.finditer(context.left)]
    if not totals:
        return bool(TOTAL.search(context.heading)) and not BASE.search(context.left)
    # "OTE $200k, base $120k" is base, "OTE, including base, $200k" is not.
    since = context.left[totals[-1].end() :]
    return not BASE.search(since) or bool(INCLUDED.search(since))
