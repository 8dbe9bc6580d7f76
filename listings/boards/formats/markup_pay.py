"""schema.org's baseSalary in the form that facts are read from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from listings.boards.formats.fields import distinct
from listings.boards.formats.markup_values import list_of, short_text
from listings.boards.formats.pay import in_words

# UN/CEFACT's codes, which schema.org allows beside words.
UNIT_CODES = {"ANN": "year", "MON": "month", "WEE": "week", "DAY": "day", "HUR": "hour"}
MAX_SALARIES = 20


def salary(node: Mapping[str, Any]) -> str:
    """ "90000 - 120000 USD yearly", in the markup's own numbers; "" where there is none above zero."""
    currency = short_text(node.get("salaryCurrency"))
    salaries = (_salary(value, currency) for value in list_of(node.get("baseSalary"))[:MAX_SALARIES])
    return "; ".join(distinct(salaries))


def _salary(value: Any, currency: str) -> str:
    if not isinstance(value, Mapping):
        return _with_unit(_number(value), currency if not isinstance(value, str) else "", "")
    # Some sites put the bounds beside the currency instead of into `value`.
    inner = next((one for one in list_of(value.get("value")) if isinstance(one, Mapping)), None)
    amount = value if inner is None else inner
    bounds = (_number(amount.get("minValue")), _number(amount.get("maxValue")))
    unit = next(filter(None, (_unit(one) for one in (amount, value))), "")
    currency = short_text(value.get("currency")) or short_text(amount.get("currency")) or currency
    return _with_unit(_range(*bounds) or _number(amount.get("value")), currency, unit)


def _with_unit(amounts: str, currency: str, unit: str) -> str:
    return " ".join(filter(None, [amounts, currency, in_words(unit)])) if amounts else ""


def _range(low: str, high: str) -> str:
    if low and high:
        return low if low == high else f"{low} - {high}"
    return f"from {low}" if low else f"up to {high}" if high else ""


def _unit(amount: Mapping[str, Any]) -> str:
    code = short_text(amount.get("unitCode"))
    return short_text(amount.get("unitText")) or UNIT_CODES.get(code.upper(), "")


def _number(value: Any) -> str:
    """As served; "" for zero in any notation: sites write 0 where no pay is stated."""
    text = short_text(value)[:100]
    is_amount = not text.startswith("-") and any(digit in text for digit in "123456789")
    return text.removesuffix(".0") if is_amount else ""
