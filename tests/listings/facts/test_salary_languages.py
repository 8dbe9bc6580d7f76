"""Pay and other money in German, French, Spanish, Portuguese, Italian, Dutch and Polish."""

from __future__ import annotations

import pytest

from tests.listings.facts.pay_reading import Pay, pay


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Stipendio: 1.500 € netti mensili", (1_500, 1_500, "EUR", "month")),
        ("Compenso: 200 € al giorno", (200, 200, "EUR", "day")),
        ("Offriamo un contratto da 28.000 € a 32.000 € RAL", (28_000, 32_000, "EUR", "year")),
        ("Gehalt: 60k-70k EUR brutto p.a.", (60_000, 70_000, "EUR", "year")),
        ("Wir zahlen dir 4.000 € im Monat.", (4_000, 4_000, "EUR", "month")),
        ("Deine Vergütung: 3.000 Euro monatlich brutto", (3_000, 3_000, "EUR", "month")),
        ("Jahresbruttogehalt: 48.000 bis 54.000 EUR", (48_000, 54_000, "EUR", "year")),
        ("Honorar: 90 €/Std.", (90, 90, "EUR", "hour")),
        ("Stundensatz: 80–95 EUR", (80, 95, "EUR", "hour")),
        ("Tagessatz von 700 €", (700, 700, "EUR", "day")),
        ("Einstiegsgehalt: 42.000 €", (42_000, 42_000, "EUR", "year")),
        ("Salaire fixe : 35k€ + variable", (35_000, 35_000, "EUR", "year")),
        ("Package : 45-50k€", (45_000, 50_000, "EUR", "year")),
        ("Salaire : 2 200 à 2 600 € net par mois", (2_200, 2_600, "EUR", "month")),
        ("Fixe de 30 000 à 36 000 €", (30_000, 36_000, "EUR", "year")),
        ("TJM 600€", (600, 600, "EUR", "day")),
        ("Salario: 24.000 € - 28.000 € brutos/año", (24_000, 28_000, "EUR", "year")),
        ("Sueldo mensual de $25,000 MXN", (25_000, 25_000, "MXN", "month")),
        ("Salario: USD 2.000 a 3.000 por mes", (2_000, 3_000, "USD", "month")),
        ("Banda salarial: 40-50k €", (40_000, 50_000, "EUR", "year")),
        ("Rango salarial: 35.000€-42.000€", (35_000, 42_000, "EUR", "year")),
        ("Honorarios: $ 15.000 por mes", (15_000, 15_000, "USD", "month")),
        ("Salário de R$ 4.500,00 a R$ 5.200,00", (4_500, 5_200, "BRL", "month")),
        ("Faixa salarial: de R$ 8.000,00 até R$ 11.000,00", (8_000, 11_000, "BRL", "month")),
        ("PJ: R$ 90 por hora", (90, 90, "BRL", "hour")),
        ("CLT: R$ 5.000 por mês", (5_000, 5_000, "BRL", "month")),
        ("Salário anual: 35.000 €", (35_000, 35_000, "EUR", "year")),
        ("Salaris tussen € 3.000 en € 4.000 bruto per maand", (3_000, 4_000, "EUR", "month")),
        ("Je verdient € 2.800 tot € 3.400 per maand", (2_800, 3_400, "EUR", "month")),
        ("Salaris: max. € 5.200 bruto per maand", (None, 5_200, "EUR", "month")),
        ("Jaarsalaris van € 55.000", (55_000, 55_000, "EUR", "year")),
        ("Wynagrodzenie: 10 000 – 14 000 PLN brutto", (10_000, 14_000, "PLN", "month")),
        ("Widełki: 18-24k PLN netto (B2B)", (18_000, 24_000, "PLN", "month")),
        ("Oferujemy 8 000 zł brutto miesięcznie", (8_000, 8_000, "PLN", "month")),
        ("Pensja od 7 500 zł brutto", (7_500, None, "PLN", "month")),
        ("Stawka godzinowa: 100 zł", (100, 100, "PLN", "hour")),
        ("Umowa B2B 120 zł/h", (120, 120, "PLN", "hour")),
    ],
)
def test_pay(words: str, due: Pay) -> None:
    assert pay(words) == due


@pytest.mark.parametrize(
    "words",
    [
        "Vous bénéficiez d'une mutuelle et d'une prime de 1 500 € par an.",
        "Nous réalisons un chiffre d'affaires de 40 000 € par mois.",
        "Indemnité télétravail de 30 € par mois",
        "Tickets restaurant à 10 € par jour",
        "Wir bieten ein Jobticket und 1.000 € Startbonus.",
        "Unser Umsatz: 500.000 € pro Jahr",
        "Urlaubsgeld 1.000 €",
        "Bis zu 3.000 € Werbeprämie",
        "Du sparst 200 € im Monat.",
        "Nuestros clientes ahorran 3.000 € al año.",
        "Facturamos 2 millones de euros al año.",
        "Ayuda de 50 € al mes para internet",
        "Cheque gourmet de 11 € al día",
        "Nossos clientes economizam R$ 5.000 por mês.",
        "Faturamento de R$ 10 milhões por ano",
        "Ajuda de custo de R$ 300 por mês",
        "Plano de saúde até R$ 800 por mês",
        "Onze klanten besparen € 1.000 per jaar.",
        "Thuiswerkvergoeding van € 2,35 per dag",
        "Eindejaarsuitkering van € 1.000",
        "Nasi klienci oszczędzają 2 000 zł miesięcznie.",
        "Premia za polecenie: 3 000 zł",
        "Budżet szkoleniowy 5 000 zł rocznie",
        "I nostri clienti risparmiano 500 € al mese.",
        "Premio di 1.000 € all'anno",
        "Welfare aziendale di 1.500 € annui",
        "Rimborso spese fino a 200 € al mese",
    ],
)
def test_other_money(words: str) -> None:
    assert pay(words) is None
