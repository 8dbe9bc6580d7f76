"""Words that say whether the money beside them is the job's pay or something else: a bonus, a price, a fund."""

from __future__ import annotations

import re

PAY_WORDS = """
salary salaries compensation compensations comp pay pays paying paid payrate wage wages rate rates
remuneration earn earns earning earnings hourly ctc base package income ote annual annually doe retainer fixed
gehalt jahresgehalt gehaltsspanne gehaltsrahmen gehaltsband vergütung entlohnung entgelt verdienst verdienen verdienst
bezahlung stundenlohn stundensatz tagessatz tageshonorar monatsgehalt monatslohn jahreslohn einstiegsgehalt
bruttogehalt bruttojahresgehalt jahresbruttogehalt mindestgehalt mindestentgelt zielgehalt fixgehalt grundgehalt lohn
honorar
salaire salaires rémunération tjm salarial salariale
salario sueldo sueldos renta retribución remuneración honorarios ganarás
salário salários remuneração faixa vencimento
retribuzione stipendio compenso ral paga
salaris salarisschaal salarisindicatie loon uurloon maandsalaris jaarsalaris uurtarief dagtarief
wynagrodzenie wynagrodzenia stawka pensja zarobki widełki
lön løn lønn plat mzda maaş зарплата
"""
PAY = frozenset(PAY_WORDS.split())
# Of compounds: "Bruttomonatsgehalt", "instapsalaris".
PAY_ENDINGS = ("gehalt", "lohn", "stundensatz", "vergütung", "entgelt", "salaris", "loon")
NOT_PAY_WORDS = """
bonus bonuses equity stock stocks options rsu rsus espp stipend stipends allowance allowances reimburse
reimbursed reimbursement budget budgets funding funded fund funds raised raising raise revenue revenues arr
mrr valuation valued invest invested investment investments investors backed series seed customers aum assets
saved save saves saving savings insurance deductible premium premiums referral referrals sign signing pension donate
donated donating donation donations worth credit credits gift voucher vouchers perk perks wellness wellbeing
learning education educational training tuition equipment setup laptop internet connectivity relocation
retreat fine fines prize prizes grant grants loan loans spend spends spending cost costs price prices priced pricing
deal deals transaction transactions volume gmv quota quotas portfolio extra additional add match matching
matched top discount discounts charge charges charged fee fees coverage contribution contributions contribute
contributes sales sale profit profits losses damages penalty subscription generate generated generating manage
managing managed bill billing bookings tickets orders lifetime dental medical hsa fsa parental adoption
fertility childcare gym fitness productivity tax taxes threshold users stars processed spent ad ads campaign
campaigns milestones bid bids normally potential phone refer refers referring referred plans course courses
invoice invoices expense expenses accruing assurance cover disability accident accidental liability award awards
scholarship bounty bounties payout payouts debt debts mortgage rent turnover gmbv profitability tokens
fundraising fundraise process processing approve approving handle
handling oversee overseeing contest
cashback rebate
umsatz budget zuschuss zuschüsse gutschein gutscheine weiterbildung weiterbildungsbudget lernbudget prämie prämien
bildungsbudget versicherung finanzierung finanzierungsrunde bonuszahlung sachbezug essenszuschuss kosten preis preise
fahrtkostenzuschuss einsparungen spende spenden kunden
prime primes forfait titres formation levé levée levées mutuelle indemnité indemnités frais prix clients financement
bono bonos bonificación prima vales ayuda ayudas facturación facturamos inversión presupuesto ahorro precio clientes
formación seguro
vale auxílio auxilio bônus bonificação faturamento investimento orçamento seguro preço benefício ajuda reembolso
premio buoni rimborso fatturato investimenti costo prezzo assicurazione
omzet vergoeding reiskostenvergoeding toeslag opleidingsbudget bonusregeling verzekering prijs kosten winst korting
premia premii dofinansowanie budżet przychód przychody ubezpieczenie koszt cena finansowanie zniżka klientów bonusu
"""
NOT_PAY = frozenset(NOT_PAY_WORDS.split())
# Phrases of other money that hold a word for pay.
OTHER_PHRASES = (
    r"income protection|(?:salary|wage|income|pay) (?:continuation|replacement|sacrifice|protection|insurance)"
    r"|life (?:insurance|assurance|cover)|death in service|death benefit|(?:company|employer)[- ]paid|401\W?\(?k\b"
    r"|sign(?:ing)?[- ]on|profit[- ]shar\w+|revenue[- ]shar\w+|(?:revenue|profit)s? split|home[- ]office|pay[- ]?outs?"
    r"|(?:exchange|growth|response|success|retention|churn|interest|conversion|employment|commission|tax|win)"
    r" rates?|rate of return|annual (?:bonus|budget|revenue|recurring|spend|stipend|profit|turnover|cost|report)"
    r"|fixed (?:cost|price|term)|series [a-f]\b|pre-?seed|paid (?:off|back|out|for|down|leave|ads?|media|search)"
    r"|equal pay|pay (?:for (?:your|any|all|half|courses|conferences|health|travel|it)|back|off|gap|day)\b"
    r"|(?:times|[0-9]x|x|multiple of|% of|percent of) (?:your |the |an? )?(?:annual |base |yearly |gross |monthly )?"
    r"(?:salary|pay|earnings|wages?|income)"
    r"|(?:disability|insurance|policy|plan|fund|programme?|scheme|benefits?) (?:pay(?:s|ing)?|covers)"
    r"|life[- ]insurance|lebensversicherung|chiffre d['’]affaires"
    r"|assurance vie|seguro de vida|tickets? restaurant|vale[- ]\w+|auxílio[- ]\w+|home office"
)
PAY_PHRASES = (
    # "Salary + equity range"
    r"(?:salary|compensation|pay|base|cash)(?: range)? ?(?:\+|&|and|plus|/) ?"
    r"(?:equity|stock|options|bonus|benefits|commissions?)(?= range|:|\s*$)"
    r"|take[- ]home|fixed fee|flat fee|faixa salarial|rango salarial|banda salarial|(?:day|daily|base|hourly) rate"
    r"|(?:taux|tarif) (?:horaire|journalier)|tarifa (?:por hora|diaria|horaria)|tariffa (?:oraria|giornaliera)"
    r"|cost[- ]to[- ]company"
)
TOKEN = re.compile(rf"(?P<fair>{PAY_PHRASES})|(?P<other>{OTHER_PHRASES})|(?P<word>[^\W\d_]+)")

# Words right after an amount that call it pay.
AFTER_WORDS = "salary base ote pay compensation basic wage doe depending based ctc commensurate"
PAY_AFTER = frozenset(AFTER_WORDS.split())
BREAK_WORDS = "inclusive including exclusive excluding plus and with or depending dependent which based"
BREAKS = frozenset(BREAK_WORDS.split())
# After "$75,000 basic", these still say that it is no pay: "basic life insurance".
COVER_WORDS = "insurance cover coverage assurance protection policy bonus stipend allowance budget equity sacrifice"
COVER = frozenset(COVER_WORDS.split())
CALLED_PAY = re.compile(
    r" ?\(?(?:(?:total )?cost[- ]to[- ]company|на руки|(?:flat|fixed) fee"
    r"|for (?:additional|extra|other|all) (?:work|hours|tasks|projects)"
    r"|(?:netto|brutto|bruto|net|gross) (?:salary|pay))"
)
WORD_OR_PUNCTUATION = re.compile(r"([^\W\d_][^\W\d_'’&]*)|([+&/%,.;|)\n:0-9])")
MAX_WORDS_AFTER = 5


def last_hints(text: str) -> tuple[int, int]:
    """Where the last word for pay and the last word for other money end; -1 if there is none."""
    pay = other = -1
    for token in TOKEN.finditer(text):
        word = token["word"]
        if word is None:
            if token["fair"]:
                pay = token.end()
            else:
                other = token.end()
        elif word in PAY or word.endswith(PAY_ENDINGS):
            pay = token.end()
        elif word in NOT_PAY:
            other = token.end()
    return pay, other


def hint_after(right: str) -> str:
    """What the first words after an amount say it is: "pay", "other" money, or ""."""
    if CALLED_PAY.match(right):
        return "pay"
    hint = ""
    for count, match in enumerate(WORD_OR_PUNCTUATION.finditer(right)):
        word = match[1]
        if hint and word in COVER:
            return "other"
        if not hint and word in PAY_AFTER:
            hint = "pay"
        elif word is None or word in BREAKS or count >= MAX_WORDS_AFTER:
            return hint
        elif not hint and word in NOT_PAY:
            return "other"
    return hint
