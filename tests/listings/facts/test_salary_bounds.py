"""One-sided and two-sided pay, and base pay beside on-target pay."""

from __future__ import annotations

from tests.listings.facts.pay_reading import Pay, pay
from tests.tables import table


@table(
    ("words", "due"),
    [
        ("From $120,000 per year.", (120_000, None, "USD", "year")),
        ("Interns earn $28 an hour, and the full-time role pays $92,000.", (92_000, 92_000, "USD", "year")),
        ("Min: $90,000 Mid: $105,000 Max: $120,000 per year", (90_000, 120_000, "USD", "year")),
        ("Minimum: €48,000\nMidpoint: €55,000\nMaximum: €62,000", (48_000, 62_000, "EUR", "year")),
        ("Salary: min 90k, mid 105k, max 120k (USD).", (90_000, 120_000, "USD", "year")),
        ("14 000 – 18 500 PLN netto + VAT miesięcznie", (14_000, 18_500, "PLN", "month")),
        ("Bolsa de R$ 1.800 por mês", (1_800, 1_800, "BRL", "month")),
        ("Total cash of $150,000–$170,000, of which $120,000 is base salary.", (120_000, 120_000, "USD", "year")),
        ("Salary from €60k", (60_000, None, "EUR", "year")),
        ("The salary starts at £45,000.", (45_000, None, "GBP", "year")),
        ("Pay: at least $25/hr", (25, None, "USD", "hour")),
        ("Salary: minimum $90,000 a year", (90_000, None, "USD", "year")),
        ("Compensation: $150,000+", (150_000, None, "USD", "year")),
        ("Salary: $150k and up", (150_000, None, "USD", "year")),
        ("Up to $180,000 a year in base salary", (None, 180_000, "USD", "year")),
        ("We pay up to €700 per day.", (None, 700, "EUR", "day")),
        ("Salary: max. 85.000 €", (None, 85_000, "EUR", "year")),
        ("Gehalt: bis zu 85.000 € im Jahr", (None, 85_000, "EUR", "year")),
        ("Salaire jusqu'à 60 000 € par an", (None, 60_000, "EUR", "year")),
        ("Salario: hasta 45.000 € brutos anuales", (None, 45_000, "EUR", "year")),
        ("Salário: até R$ 12.000 por mês", (None, 12_000, "BRL", "month")),
        ("Salaris tot € 5.000 per maand", (None, 5_000, "EUR", "month")),
        ("Wynagrodzenie do 20 000 zł miesięcznie", (None, 20_000, "PLN", "month")),
        ("Wynagrodzenie: od 15 000 zł", (15_000, None, "PLN", "month")),
        ("Wynagrodzenie: od 12 000 do 18 000 zł brutto miesięcznie", (12_000, 18_000, "PLN", "month")),
        ("Stawka: 120-150 zł/h netto + VAT", (120, 150, "PLN", "hour")),
        ("Retribuzione fino a 45.000 € lordi annui", (None, 45_000, "EUR", "year")),
        ("Stipendio a partire da 1.800 € al mese", (1_800, None, "EUR", "month")),
        ("RAL: da 32.000 a 40.000 €", (32_000, 40_000, "EUR", "year")),
        ("Vergütung: ab 18 € pro Stunde", (18, None, "EUR", "hour")),
        ("Stundenlohn ab 16,50 €", (16.5, None, "EUR", "hour")),
        ("Gehaltsspanne: 50.000–65.000 €", (50_000, 65_000, "EUR", "year")),
        ("Jahresgehalt von 55.000 bis 70.000 Euro", (55_000, 70_000, "EUR", "year")),
        ("Dein Gehalt liegt zwischen 3.500 € und 4.200 € brutto im Monat.", (3_500, 4_200, "EUR", "month")),
        ("Bruttomonatsgehalt ab € 2.800,-", (2_800, None, "EUR", "month")),
        ("Salaire : 38 à 45 k€ brut annuel", (38_000, 45_000, "EUR", "year")),
        ("Salaire : entre 38 000 € et 45 000 € par an", (38_000, 45_000, "EUR", "year")),
        ("TJM : 450 à 550 €", (450, 550, "EUR", "day")),
        ("Rémunération : 2 500 € brut mensuel", (2_500, 2_500, "EUR", "month")),
        ("Salaire annuel brut : 42 000 €", (42_000, 42_000, "EUR", "year")),
        ("Sueldo: entre 28.000 y 34.000 euros brutos al año", (28_000, 34_000, "EUR", "year")),
        ("Salario: 30.000-36.000 €/año", (30_000, 36_000, "EUR", "year")),
        ("Salario mensual: $1.500 USD", (1_500, 1_500, "USD", "month")),
        ("Ofrecemos un sueldo de 2.500 USD mensuales", (2_500, 2_500, "USD", "month")),
        ("Tarifa: 25 €/hora", (25, 25, "EUR", "hour")),
        ("Salário: R$ 6.000 a R$ 8.000", (6_000, 8_000, "BRL", "month")),
        ("Remuneração mensal de R$ 7 mil", (7_000, 7_000, "BRL", "month")),
        ("Vencimento: 1.600€ brutos por mês", (1_600, 1_600, "EUR", "month")),
        ("Salaris: € 3.200 - € 4.500 bruto per maand", (3_200, 4_500, "EUR", "month")),
        ("Salarisindicatie: €45.000 tot €55.000 per jaar", (45_000, 55_000, "EUR", "year")),
        ("Uurtarief: € 85 - € 95", (85, 95, "EUR", "hour")),
        ("Uurloon van € 15,50", (15.5, 15.5, "EUR", "hour")),
        ("Зарплата: до 250 000 руб.", (None, 250_000, "RUB", "month")),
        ("Salary: $90,000 or more", (90_000, None, "USD", "year")),
        ("Starting at $25 per hour and up to $35 per hour", (25, 35, "USD", "hour")),
        ("$25+/hr", (25, None, "USD", "hour")),
        ("120000+ USD", (120_000, None, "USD", "year")),
        ("over $100,000 per year", (100_000, None, "USD", "year")),
        ("Pay: up to $25 an hour, plus tips", (None, 25, "USD", "hour")),
        ("Salary not less than £35,000", (35_000, None, "GBP", "year")),
        ("Salary: upwards of $150,000", (150_000, None, "USD", "year")),
        ("Salary: $130,000 maximum", (None, 130_000, "USD", "year")),
        ("Salary: $130,000 minimum", (130_000, None, "USD", "year")),
        ("Salary (max): $130,000", (None, 130_000, "USD", "year")),
        ("Maximum salary: $130,000", (None, 130_000, "USD", "year")),
        ("Minimum salary: $100,000", (100_000, None, "USD", "year")),
        ("Salary: starting from 1.800 € al mes", (1_800, None, "EUR", "month")),
    ],
)
def test_one_bound_stays_one_bound(words: str, due: Pay) -> None:
    assert pay(words) == due


@table(
    ("words", "due"),
    [
        ("Base $90k, OTE $180k", (90_000, 90_000, "USD", "year")),
        ("$90k base / $180k OTE", (90_000, 90_000, "USD", "year")),
        ("OTE: $180,000 ($90,000 base + $90,000 commission)", (90_000, 90_000, "USD", "year")),
        ("£40k + uncapped commission (OTE £80k)", (40_000, 40_000, "GBP", "year")),
        ("Base salary: $70,000 - $80,000. OTE: $120,000 - $140,000.", (70_000, 80_000, "USD", "year")),
        ("The on-target earnings for this role are $150,000.", (150_000, 150_000, "USD", "year")),
        ("On-target earnings of $200k with a 50/50 split", (200_000, 200_000, "USD", "year")),
        ("Fixgehalt 50.000 €, Zielgehalt 80.000 €", (50_000, 50_000, "EUR", "year")),
        ("The base salary is $100,000. With bonus you can reach $130,000.", (100_000, 100_000, "USD", "year")),
        ("Total target cash $140,000 - $160,000", (140_000, 160_000, "USD", "year")),
        ("Salary $85,000 plus a 10% bonus of up to $8,500.", (85_000, 85_000, "USD", "year")),
    ],
)
def test_base_pay_is_told_from_on_target_pay(words: str, due: Pay) -> None:
    assert pay(words) == due
