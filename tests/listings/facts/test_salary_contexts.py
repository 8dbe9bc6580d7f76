"""Pay in titles and between other lines, and money of the firm, its users and its industry."""

from __future__ import annotations

from tests.listings.facts.pay_reading import Pay, pay
from tests.tables import table


@table(
    ("title", "due"),
    [
        ("Tide Keeper - $120k", (120_000, 120_000, "USD", "year")),
        ("Tide Keeper (40-50 €/h)", (40, 50, "EUR", "hour")),
        ("Tide Keeper (m/w/d) ab 70.000 €", (70_000, None, "EUR", "year")),
        ("Tide Keeper up to £100k", (None, 100_000, "GBP", "year")),
        ("Account Executive ($200k+ deals)", None),
        ("Marketing lead for a $5M ARR company", None),
        ("Tide Keeper (100k users)", None),
        ("Community Manager, 250k members", None),
        ("Head of a 50,000 seat stadium", None),
        ("Tide Keeper | $3,000/month", (3_000, 3_000, "USD", "month")),
    ],
)
def test_titles(title: str, due: Pay) -> None:
    assert pay(title=title) == due


@table(
    ("words", "due"),
    [
        (
            "Benefits\n- $110,000 base salary\n- $2,000 learning stipend\n- $500 home office",
            (110_000, 110_000, "USD", "year"),
        ),
        (
            "What we offer\n- Salary of €55,000 - €65,000\n- €1,000 a year for courses\n- 30 days of holiday",
            (55_000, 65_000, "EUR", "year"),
        ),
        (
            "What we offer\n- €1,000 a year for courses\n- €55,000 - €65,000 a year\n- 30 days of holiday",
            (55_000, 65_000, "EUR", "year"),
        ),
        ("Compensation\nWe pay well.\n- Bonus: $10,000\n- Base: $100,000", (100_000, 100_000, "USD", "year")),
        ("Freelancers: your rate? Ours is $55-$75 per hour.", (55, 75, "USD", "hour")),
        ("Rate card: $60/h", (60, 60, "USD", "hour")),
        ("Tell us your salary expectations (we have $90,000 - $105,000 in mind).", (90_000, 105_000, "USD", "year")),
        ("For those with five years of practice the salary is $120,000.", (120_000, 120_000, "USD", "year")),
        ("Residents of Colorado: the base salary is $80,000 - $95,000.", (80_000, 95_000, "USD", "year")),
        ("We sponsor visas, and the salary is $95,000.", (95_000, 95_000, "USD", "year")),
        ("Our client pays up to £500 per day.", (None, 500, "GBP", "day")),
        ("Keepers earn between $40,000 and $50,000 a year.", (40_000, 50_000, "USD", "year")),
        ("Team members earn $18 - $20 per hour.", (18, 20, "USD", "hour")),
        ("Experts are paid up to $120/hour.", (None, 120, "USD", "hour")),
        ("You will earn $25/hour on our platform.", (25, 25, "USD", "hour")),
        ("Teachers earn $18 per hour.", (18, 18, "USD", "hour")),
        ("We budget $130k for this hire.", (130_000, 130_000, "USD", "year")),
    ],
)
def test_pay_beside_other_lines(words: str, due: Pay) -> None:
    assert pay(words) == due


@table(
    "words",
    [
        "Perks\n- $1,500 a year for conferences\n- $100 per month for the gym\n- $3,000 for your desk",
        "Our numbers\n- $40,000 a month in sales\n- 12 people",
        "About us\nWe raised $900,000 in 2024 and make $50,000 - $60,000 per month.",
        "We make $80,000 per month in recurring revenue.",
        "We budget $130k for this conference.",
        "We spent $150k for this role on ads.",
        "You get a $3,000 bonus for this role.",
        "Fee: €180 per article",
        "The firm earns $100,000 a month.",
        "We earn $90,000 a year from ads.",
        "The founder made $50,000 in the first month.",
        "You will be responsible for $100,000 - $200,000 of monthly spend.",
        "Help us grow from $100k to $200k a month.",
        "Scale us from $500,000 to $900,000 a year.",
        "We grew from $60,000 to $90,000 per month.",
        "We serve clinics that make $50,000 to $90,000 per month.",
        "Deals between $20,000 and $80,000 per year",
        "Average contract value: $30,000 - $50,000 a year",
        "Manage accounts worth $50k-$100k a year.",
        "Average order value of $150.",
        "People with an income of $40,000 to $60,000 a year use our product.",
        "Households earning $50,000 to $80,000 a year",
        "Our users have salaries of $60,000 - $90,000.",
        "Patients pay $150 per hour.",
        "We build payroll software for people who earn $15 per hour.",
        "Our calculator shows that nurses earn $80,000 a year.",
        "Study: engineers earn $130,000 on average.",
        "Equal Pay Day: women earn $10,000 less a year.",
        "The salary cap of the league is $90,000.",
        "Applicants must show savings of $30,000 per year for the visa.",
        "The visa needs a salary of at least $60,000 a year.",
        "Please do not apply if you expect more than $90,000 a year.",
        "We cannot pay more than $90,000 a year.",
        "Do you earn less than $50,000 a year today?",
        "Du arbeitest für 12–15 € die Stunde.",
        "Are you still working for just $15 an hour?",
        "You currently earn $20 - $25 an hour in your side job?",
        "Derzeit verdienst du 20 € die Stunde.",
        "Tired of making $15 an hour?",
    ],
)
def test_money_of_others(words: str) -> None:
    assert pay(words) is None


@table(
    "words",
    [
        "Refer a friend and earn $3,000 per year for each.",
        "Recommend someone for this role and get $40 per hour of their first month.",
        "Recomienda a un amigo y gana 1.000 euros al mes.",
    ],
)
def test_a_reward_for_a_friend_is_no_pay(words: str) -> None:
    assert pay(words) is None


def test_a_friend_in_another_sentence_changes_nothing() -> None:
    assert pay("Refer a friend if you like. The salary is $90,000 a year.") == (90_000, 90_000, "USD", "year")
