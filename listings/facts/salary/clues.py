"""What the words around an amount of money say of it."""

from __future__ import annotations

import re
from functools import cached_property

from listings.facts.salary.context import ANNOUNCES, Context
from listings.facts.salary.hints import hint_after, last_hints
from listings.facts.salary.money import Money
from listings.facts.subjects import SentenceSubject, frame_of, holder_of, is_of_market, subject_of
from listings.vocabulary.currencies import UNITS_PER_DOLLAR

TOTAL = re.compile(
    r"\b(?:ote|on[- ](?:target|track)\b|(?:target|potential|first[- ]year|average) earnings|earnings? potential"
    r"|uncapped|total (?:(?:target|annual|on[- ]target|potential|cash|direct|estimated) ){0,3}"
    r"(?:comp|compensation|cash|earnings|pay|package|rewards|of|up to|around)"
    r"|target (?:total )?(?:cash|comp|compensation)|most (?:of our )?[a-z]+ (?:[a-z]+ ){0,5}earn"
    r"|commissions? only|(?:inclusive of|including|includes) (?:both )?base(?: salary| pay)? ?(?:\+|&|and|plus) "
    r"(?:[a-z-]+ ){0,2}(?:commissions?|incentives?)|variable|variabel|variables?|zieleinkommen"
    r"|ziel(?:jahres)?gehalt|zielvergütung)\b"
)
BASE = re.compile(
    r"\bbase\b|\bsalary\b|\bfixed\b|\bbasic\b|\bfixgehalt\b|\bfixum\b|\bgrundgehalt\b|\bfijo\b|\bfixe\b|\bfixo\b"
)
# "Total cash of $170,000, of which $120,000 is base salary"
CALLED_BASE = re.compile(
    r"[ ,]{0,2}(?:(?:is|as|being|in) )?(?:the |your |guaranteed )?(?:base|fixed|basic|fix)\b(?!:? ?[$€£0-9])"
)
INCLUDED = re.compile(r"\binclu|\bconsist|\bcombin|\bmade up")
PROMISED = re.compile(r"\bearn(?:ings?)? (?:up to|over|more than)\s?$|\b(?:make|making) [a-z ]{0,12}$")
CELL_END = re.compile(r"\s*(?:$|[|+(]|or\b|plus\b|and\b|base\b|cash\b|usd?\b|doe\b)")
OPEN_END = re.compile(r"\s*(?:$|[|+(.,;)]|or\b|plus\b|and\b|base\b|depending\b|per\b|a\b)")
# "Full-timePay: $40": some boards lose the line breaks of a list.
GLUED = re.compile(r"(?:pay|salary|compensation)(?: range)?: ?(?:from |up to )?$")
# Words about the job itself. An amount with its period in such a sentence is pay without further words.
JOB_TERMS = re.compile(
    r"\b(?:contract|casual|freelance|full[- ]?time|part[- ]?time|w-?2|1099|c2c|corp[- ]to[- ]corp|remote"
    r"|hours? (?:a|per|each) week|hrs?/w\w+|hours/week|internship|role|position|permanent|temporary|assignment|gig"
    r"|opening|engagement|collaboration|expect|offer|offering|starting at|starts at|budgeted|vollzeit|teilzeit"
    r"|festanstellung|freiberuflich|freelancer|(?:wir )?bieten|zahlen|collaborazione|offriamo|contratto|temps plein"
    r"|cdi|cdd|mission|proposons|tiempo completo|jornada|ofrecemos|contrato|clt|pj|oferecemos|pagamos|voltijd"
    r"|deeltijd|fulltime|parttime|bieden|umowa|b2b|etat|oferujemy)\b"
)
# In dollars: without a word for pay nearby, smaller amounts are not taken for the pay of a whole period.
MIN_YEARLY_RANGE = 15_000
LEAST = {"hour": 5, "day": 60, "week": 150, "month": 600, "year": MIN_YEARLY_RANGE}
# "Reps who hit their quota take home $150k"
WHO_REACH_TARGETS = re.compile(
    r"\bwho (?:hit|exceed|reach|meet|beat)s? (?:their |the |his |her )?(?:quotas?|targets?|goals?|numbers)\b"
)
NEAR, FAR, CLOSE, MAX_HEADING = 34, 110, 25, 90
EARNED_BY_OTHERS = (SentenceSubject.MARKET, SentenceSubject.CUSTOMERS)


class PayClues:
    """An amount with what the words around it say. Each is looked up when a rule asks for it, and once."""

    def __init__(self, money: Money, context: Context) -> None:
        self.money = money
        self.context = context

    @cached_property
    def hint(self) -> str:
        return hint_after(self.context.right)

    @cached_property
    def last_hints(self) -> tuple[int, int]:
        """Where the last word for pay and the last one for other money end before the amount; -1 for none."""
        return last_hints(self.context.left)

    @cached_property
    def is_near_pay(self) -> bool:
        pay, _ = self.last_hints
        return pay >= 0 and (self.money.ranged or len(self.context.left) - pay <= FAR)

    @property
    def is_nearer_to_other(self) -> bool:
        pay, other = self.last_hints
        return other > pay and (len(self.context.left) - other <= NEAR or not self.money.ranged)

    @property
    def is_called_pay(self) -> bool:
        """Whether a word calls the amount pay."""
        is_beside = self.hint == "pay" or self.is_near_pay or GLUED.search(self.context.left) is not None
        return is_beside or self._has_pay_heading

    @property
    def is_pay_without_currency(self) -> bool:
        """Whether a number is pay: "salary 120k", not "87% employment rate among our 6K+ graduates"."""
        is_close = len(self.context.left) - self.last_hints[0] <= CLOSE
        return self.hint == "pay" or (is_close and OPEN_END.match(self.context.right) is not None)

    @property
    def _has_pay_heading(self) -> bool:
        """Whether a line such as "Salary" stands above the amount."""
        context = self.context
        if not context.heading or (len(context.heading) > MAX_HEADING and not ANNOUNCES.search(context.heading)):
            return False
        pay, other = last_hints(context.heading)
        return pay > other and (context.is_alone or (self.money.ranged and self.last_hints[1] < 0))

    @property
    def is_of_others(self) -> bool:
        """Whether the amount is what other people earn or pay, or a third party's estimate."""
        context = self.context
        if any(map(is_of_market, (context.left, context.right, context.heading))):
            return True
        if holder_of(context.left, context.right) in EARNED_BY_OTHERS:
            return True
        if WHO_REACH_TARGETS.search(context.left):
            return True
        # "We pay $300 for the take-home task"
        sides = [context.left, context.right] if context.right.startswith(" for ") else [context.left]
        is_of_applicants = any(frame_of(side) is SentenceSubject.RECRUITMENT for side in sides)
        return is_of_applicants or subject_of(context.left) is SentenceSubject.OTHER_OPENING

    @cached_property
    def _unit(self) -> float:
        return UNITS_PER_DOLLAR.get(self.money.currency, 1)

    @cached_property
    def is_yearly(self) -> bool:
        return self.money.low >= MIN_YEARLY_RANGE * self._unit

    @cached_property
    def is_believable(self) -> bool:
        """Whether the amount is enough for its period."""
        # Weak currencies differ more from country to country than their exchange rates.
        share = 1 if self._unit == 1 else 0.2
        return self.money.period in LEAST and self.money.low >= LEAST[self.money.period] * self._unit * share

    @property
    def has_job_terms(self) -> bool:
        return bool(JOB_TERMS.search(self.context.left) or JOB_TERMS.search(self.context.right))

    @property
    def is_labelled(self) -> bool:
        return self.context.is_labelled and (self.is_yearly or self.money.period == "hour")

    @property
    def ends_cell(self) -> bool:
        context = self.context
        return self.is_yearly and (context.in_cell or context.is_alone) and CELL_END.match(context.right) is not None

    @property
    def is_total(self) -> bool:
        """Whether the amount includes commission or bonus."""
        context = self.context
        if PROMISED.search(context.left) and self.money.low >= MIN_YEARLY_RANGE:
            return True
        if TOTAL.match(context.right.lstrip(" (-")):
            return True
        if CALLED_BASE.match(context.right):
            return False
        totals = [*TOTAL.finditer(context.left)]
        if not totals:
            return bool(TOTAL.search(context.heading)) and not BASE.search(context.left)
        # "OTE $200k, base $120k" is base, "OTE, including base, $200k" is not.
        since = context.left[totals[-1].end() :]
        return not BASE.search(since) or bool(INCLUDED.search(since))
