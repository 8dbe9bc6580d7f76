"""Money that is not the pay of the job."""

from __future__ import annotations

import pytest

from tests.listings.facts.pay_reading import Pay, pay


@pytest.mark.parametrize(
    "words",
    [
        "We cover $50,000 of life insurance and a 401(k).",
        "Life insurance worth two times your annual salary, up to $200,000.",
        "Short-term disability pays up to $1,500 per week.",
        "Earn a $1,000 referral bonus for each friend who joins.",
        "Sign-on bonus: $10,000.",
        "Your 401k: we match up to $5,000 a year.",
        "We have paid out $2M to our drivers.",
        "Our customers save an average of $1,200 a year.",
        "Our graduates earn between $60,000 and $80,000 a year.",
        "Alumni of the programme make $95,000 on average.",
        "Drivers on our platform earn $20 - $25 per hour.",
        "Creators on our platform earn up to $4,000 a month.",
        "Members of our marketplace make $30/hour.",
        "We manage $4B in assets for clients who pay $5,000 a year.",
        "You will manage an ad budget of $20,000 - $40,000 per month.",
        "Budget: $500,000 per year",
        "We raised $12,000,000 in funding.",
        "Annual revenue of $5,000,000.",
        "Revenue: $100k - $150k per month",
        "Revenue share of $2,000 to $4,000 a month.",
        "You get a home office stipend of $1,000 per year.",
        "$2,500 annual training budget",
        "Stock options worth $40,000 - $60,000.",
        "Equity: $50k–$100k over four years",
        "Our software costs $99 per user per month.",
        "A typical customer pays us $30,000 to $50,000 per year.",
        "Tuition is $15,000 a year.",
        "Prize money: $10,000",
        "The project budget is $25,000.",
        "Wir haben 12 Mio. € eingesammelt.",
        "Weiterbildungsbudget von 2.000 € pro Jahr",
        "50 € monatlicher Sachbezug",
        "Bis zu 1.500 € Prämie für jede Empfehlung",
        "Budget formation de 2 000 € par an",
        "Prime de cooptation de 1 000 €",
        "Bono de 1.000 € al año para formación",
        "Seguro de vida de 50.000 €",
        "Vale-refeição de R$ 900 por mês",
        "Auxílio home office de R$ 150 por mês",
        "Reiskostenvergoeding van € 200 per maand",
        "Opleidingsbudget van € 1.500 per jaar",
        "Dofinansowanie 200 zł miesięcznie",
        "Buoni pasto da 8 € al giorno",
    ],
)
def test_insurance_bonuses_budgets_and_prices_are_no_pay(words: str) -> None:
    assert pay(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "Top performers earn $200,000 a year.",
        "Some colleagues earned $10,000 in commissions last month.",
        "Average earnings of our partners: $4,000 a month",
        "Students of our academy get jobs that pay $80,000 a year.",
        "The average salary of our alumni is $90,000.",
        "Median graduate salary: $95,000",
        "Users earn $50 per survey",
        "Hosts make $1,000 per month with our tool.",
        "You help teachers earn $60 per hour on our site.",
        "Our sellers made $40,000,000 last year.",
        "Merchants using our app earn $5,000 a month.",
        "Agencies pay us $3,000 per month.",
    ],
)
def test_what_others_earn_or_pay_is_no_pay(words: str) -> None:
    assert pay(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "GPU time costs $3 per hour.",
        "Our tutors charge families $60 per hour.",
        "Clients pay between $80 and $120 per hour for a lesson.",
        "Plans start at $49 per month.",
        "Rent is $1,500 per month.",
        "We process $40,000 - $60,000 per day.",
        "You will approve payments of $50,000 to $100,000 a year.",
        "Donors give $50 per month.",
        "Subscription: $12 per month",
        "Fines of up to $25,000 per day apply.",
        "Our app helps families to save $3,000 per year.",
        "Our other opening, Harbour Pilot, pays $150,000 a year.",
        "We are also hiring a Senior Keeper ($150,000 - $170,000).",
    ],
)
def test_without_a_word_for_pay_the_sentence_decides_against(words: str) -> None:
    assert pay(words) is None


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("$60/hr, W2, 12 months", (60, 60, "USD", "hour")),
        ("Contract role, 30 hours a week, €55 per hour.", (55, 55, "EUR", "hour")),
        ("Full-time, €4,000 per month.", (4_000, 4_000, "EUR", "month")),
        (
            "We hire engineers. Salary $100-130k, depending on skills, plus 0.5% equity.",
            (100_000, 130_000, "USD", "year"),
        ),
        ("Pay: 45 EUR/h", (45, 45, "EUR", "hour")),
        ("US$45/hour", (45, 45, "USD", "hour")),
        ("Compensation: USD 4,500 - USD 6,000 / month", (4_500, 6_000, "USD", "month")),
        ("The hourly wage is 22 to 26 dollars.", (22, 26, "USD", "hour")),
        ("Starting pay $17.50/hour with raises after 90 days", (17.5, 17.5, "USD", "hour")),
    ],
)
def test_without_a_word_for_pay_the_sentence_decides_for(words: str, due: Pay) -> None:
    assert pay(words) == due
