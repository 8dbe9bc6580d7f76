"""Words for pay, and for money that is not pay, in eight languages."""

from __future__ import annotations

PAY_WORDS = """
salary salaries compensation compensations comp pay pays paying paid payrate wage wages rate rates
remuneration earn earns earning earnings hourly ctc base package income ote annual annually doe retainer fixed
gehalt jahresgehalt gehaltsspanne gehaltsrahmen gehaltsband vergütung entlohnung entgelt verdienst verdienen verdienst
bezahlung stundenlohn stundensatz tagessatz tageshonorar monatsgehalt monatslohn jahreslohn einstiegsgehalt
bruttogehalt bruttojahresgehalt jahresbruttogehalt mindestgehalt mindestentgelt zielgehalt fixgehalt grundgehalt lohn
honorar fixum fixe fijo fixo fisso
salaire salaires rémunération tjm salarial salariale
salario sueldo sueldos renta retribución remuneración honorarios ganarás
salário salários remuneração faixa vencimento
retribuzione stipendio compenso ral paga
salaris salarisschaal salarisindicatie loon uurloon maandsalaris jaarsalaris uurtarief dagtarief
wynagrodzenie wynagrodzenia stawka pensja zarobki widełki
lön lönen månadslön timlön løn lønn lønnen månedsløn plat mzda maaş зарплата
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
scholarship bounty bounties payout payouts debt debts mortgage rent turnover profitability tokens
fundraising fundraise process processing approve approving handle handling oversee overseeing contest cashback rebate
deposit rewards welfare reward wins towards
umsatz budget zuschuss zuschüsse gutschein gutscheine weiterbildung weiterbildungsbudget lernbudget prämie prämien
bildungsbudget versicherung finanzierung finanzierungsrunde bonuszahlung sachbezug essenszuschuss kosten preis preise
urlaubsgeld startbonus werbeprämie sparst sparen fahrtkostenzuschuss einsparungen spende spenden kunden
prime primes forfait titres formation levé levée levées mutuelle indemnité indemnités frais prix clients financement
bono bonos bonificación prima vales ayuda ayudas facturación facturamos inversión presupuesto ahorro precio clientes
formación seguro ahorran cheque gourmet
vale auxílio auxilio bônus bonificação faturamento investimento orçamento seguro preço benefício ajuda reembolso
premio buoni rimborso fatturato investimenti costo prezzo assicurazione
omzet vergoeding reiskostenvergoeding toeslag opleidingsbudget bonusregeling verzekering prijs kosten winst korting
premia premii dofinansowanie budżet przychód przychody ubezpieczenie koszt cena finansowanie zniżka klientów bonusu
"""
NOT_PAY = frozenset(NOT_PAY_WORDS.split())
