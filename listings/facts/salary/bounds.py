"""One-sided pay: "from $50k" has no upper end and "up to $50" no lower one."""

from __future__ import annotations

import re

from listings.facts.salary.money import Money

ABOUT = (
    r"(?: approximately| approx\.?| around| about| roughly| circa| an?| ca?\.?)?(?: (?:eur|usd|gbp|chf))?"
    r"\)?:? ?[(*~💵💰]{0,2} ?$"
)
UP_TO = re.compile(
    r"(?:\bup ?to|\bmax(?:imum|imal)?\.?(?: of)?|\bas (?:much|high) as|\bno(?:t)? more than|\bcapped at"
    r"|\btops? out at|\bbelow|\bunder"
    r"|\bless than|(?<![\w\"'/])<=?|≤|\bbis zu|\bbis|\bhöchstens|\bjusqu['’]à|\bhasta|\baté"
    r"|\bfino a|\btot|\bdo|\bmáximo|\bдо)" + ABOUT
)
FROM = re.compile(
    r"(?:\bfrom|\bstart(?:ing|s) (?:at|from)|\bbegin(?:s|ning)? (?:at|from)|\bat least"
    r"|\bmin(?:imum|destens)?\.?(?: of)?"
    r"|\bnot? less than|\babove|\bover|\bmore than|\bupwards of|(?<![\w\"'/])>=?|≥|\bab"
    r"|\bmindestens|\bwenigstens|\bà partir de|\bdès"
    r"|\bau moins|\bdesde|\ba partir de|\bal menos|\bmínimo|\bvanaf|\bminstens|\bod|\bco najmniej|\bda|\bот"
    r"|\ba partire da"
    r"|\balmeno|\bpartir de)" + ABOUT
)
# "The minimum salary under the collective agreement is EUR 3,200"
FLOOR = re.compile(
    r"\b(?:mindest(?:gehalt|lohn|entgelt|vergütung)\w*|minimum (?:salary|pay|base)|salary floor"
    r"|kollektivvertragliches? mindest\w+|salario mínimo|salaire minimum)\b[^.;,\n]{0,60}$"
)
CEILING = re.compile(
    r"\b(?:maximum (?:salary|pay|rate|base|wage)|höchstgehalt|maximumsalaris|salaire maximum|salario máximo)\b"
    r"[^.;,\n]{0,40}$"
)
MAXIMUM = re.compile(r" ?\(?max(?:imum)?\b")
OR_MORE = re.compile(r" ?(?:brutto )?(?:aufwärts|et plus|o más|ou mais|e oltre|en meer|und mehr|ou plus)\b")


def ends_of(money: Money, left: str, right: str = "") -> tuple[float | None, float | None]:
    """The lower and upper end of an amount, of which None is the one that the words leave open."""
    if money.ranged:
        return money.low, money.high
    if money.plus or FROM.search(left) or FLOOR.search(left) or OR_MORE.match(right):
        return money.low, None
    return (
        (None, money.high)
        if UP_TO.search(left) or CEILING.search(left) or MAXIMUM.match(right)
        else (money.low, money.high)
    )
