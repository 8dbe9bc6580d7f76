"""Words that say whether the money beside them is the job's pay or something else: a bonus, a price, a fund."""

from __future__ import annotations

import re

from listings.facts.guarded import GuardedPattern
from listings.facts.salary.hint_words import NOT_PAY, PAY, PAY_ENDINGS

# Phrases of other money that hold a word for pay.
OTHER_PHRASES = (
    r"variable (?:vergütung|bezahlung|pay\b|compensation|component|part\b)|variabler? (?:anteil|gehaltsanteil)"
    r"|rémunération variable|part variable|retribución variable|parte variable|remuneração variável|parte variabile"
    r"|income protection|(?:salary|wage|income|pay) (?:continuation|replacement|sacrifice|protection|insurance)"
    r"|life (?:insurance|assurance|cover)(?: (?:that |which )?(?:pay(?:s|ing)?|covers)\b)?"
    r"|death in service|death benefit|(?:company|employer)[- ]paid|401\W?\(?k\b"
    r"|sign(?:ing)?[- ]on|profit[- ]shar\w+|revenue[- ]shar\w+|(?:revenue|profit)s? split|home[- ]office|pay[- ]?outs?"
    r"|(?:exchange|growth|response|success|retention|churn|interest|conversion|employment|commission|tax|win)"
    r" rates?|rate of return|annual (?:bonus|budget|revenue|recurring|spend|stipend|profit|turnover|cost|report)"
    r"|fixed (?:cost|price|term)|series [a-f]\b|pre-?seed"
    r"|paid (?:off|back|out|for (?!each|every|your)|down|leave|ads?|media|search)"
    r"|equal pay|pay (?:for (?:your|any|all|half|courses|conferences|health|travel|it)|back|off|gap|day)\b"
    r"|(?:times|[0-9]x|x|multiple of|% of|percent of) (?:your |the |an? )?(?:annual |base |yearly |gross |monthly )?"
    r"(?:salary|pay|earnings|wages?|income)"
    r"|(?:disability|insurance|policy|plan|fund|grant|programme?|scheme|benefits?)"
    r" (?:that |which )?(?:pay(?:s|ing)?|covers)"
    r"|life[- ]insurance|lebensversicherung|chiffre d['’]affaires"
    r"|(?:relocation|severance|exit|equity|stock|training|welcome|benefits?) package"
    r"|(?:sick|holiday|vacation|severance|leave|maternity|paternity|parental|overtime|weekend)"
    r" (?:leave )?pay"
    r"|minimum wage|(?:ticket|check|cheque|deal|order|basket|contract|account) (?:size|value)"
    r"|(?:never|not|cannot|can['’]t|don['’]t|won['’]t|nor) (?:[a-z]+ )?(?:pay|earn|paid)"
    r"|salary (?:cap|survey|tax|advance|history)|grew|(?:grow|scale) (?:us|our|it|them)\b"
    r"|assurance vie|seguro de vida|tickets? restaurant|vale[- ]\w+|auxílio[- ]\w+|home office"
)
# "No equity, no bonus: $110,000" speaks of no other money.
# So does "Premium: $90,000 – $110,000", the tier of a place.
NO_OTHER = (
    r"no (?:equity|bonus(?:es)?|commissions?|stock|options|benefits|insurance|perks)|^\W{0,4}premium(?: plus)?(?=: ?$)"
)
PAY_PHRASES = (
    # "Salary + equity range"
    r"(?:salary|compensation|pay|base|cash)(?: range)? ?(?:\+|&|and|plus|/) ?"
    r"(?:equity|stock|options|bonus|benefits|commissions?)(?= range|:|\s*$)"
    r"|the range (?:is|of|for|here|will)|you (?:can |will |may )?(?:bill|charge|invoice)"
    r"|(?:internship|intern|apprentice) (?:allowance|stipend|salary)|stagevergoeding"
    r"|take[- ]home|fixed fee|flat fee|faixa salarial|rango salarial|banda salarial|(?:day|daily|base|hourly) rate"
    r"|(?:taux|tarif) (?:horaire|journalier)|tarifa (?:por hora|diaria|horaria)|tariffa (?:oraria|giornaliera)"
    r"|budget for (?:this|the) (?:role|position|job|hire)\b|bolsa(?:[- ]auxílio)?(?: mensal)?(?: de|:| no valor de)\s*$"
    r"|cost[- ]to[- ]company|(?:monthly|annual|yearly|hourly|weekly) gross(?! (?:revenue|profit|margin|sales))"
)
PHRASE = GuardedPattern(rf"(?:{NO_OTHER})\b|(?P<fair>{PAY_PHRASES})|(?P<other>{OTHER_PHRASES})")
WORD = re.compile(r"(?P<word>[^\W\d_]+)")
TOKEN = re.compile(f"{PHRASE.compiled.pattern}|{WORD.pattern}")

# Words right after an amount that call it pay.
AFTER_WORDS = """
gross brutto bruto brut lordo lordi salaire salario sueldo salário stipendio wynagrodzenia
salary base ote pay compensation basic wage doe depending based ctc commensurate
"""
PAY_AFTER = frozenset(AFTER_WORDS.split())
BREAK_WORDS = "offers inclusive including exclusive excluding plus and with or depending dependent which based"
BREAKS = frozenset(BREAK_WORDS.split())
# After "$75,000 basic", these still say that it is no pay: "basic life insurance".
COVER_WORDS = """
revenue profit sales margin turnover merchandise
insurance cover coverage assurance protection policy bonus stipend allowance budget equity sacrifice
"""
COVER = frozenset(COVER_WORDS.split())
CALLED_PAY = re.compile(
    r" ?\(?(?:(?:total )?cost[- ]to[- ]company|на руки|(?:flat|fixed) fee"
    r"|for (?:additional|extra|other|all) (?:work|hours|tasks|projects)"
    r"|(?:netto|brutto|bruto|net|gross) (?:salary|pay))"
)
CALLED_OTHER = re.compile(
    r" ?(?:more|extra|less|off|back|saved|raised|towards?|each month for|in (?:savings|revenue|sales|funding|bonus\w*"
    r"|equity|stock|tips|commissions?|prizes|rewards|credits?|grants?))\b"
)
WORD_OR_PUNCTUATION = re.compile(r"([^\W\d_][^\W\d_'’&]*)|([+&/%,.;|)\n:0-9])")
MAX_WORDS_AFTER = 5


def last_hints(text: str) -> tuple[int, int]:
    """Where the last word for pay and the last word for other money end; -1 if there is none."""
    pay = other = -1
    # Few texts hold a phrase, which the engine tries at every character.
    for token in (TOKEN if PHRASE.may_match(text) else WORD).finditer(text):
        word = token["word"]
        if word is None:
            if token["fair"]:
                pay = token.end()
            elif token["other"]:
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
    if CALLED_OTHER.match(right):
        return "other"
    hint = ""
    for count, match in enumerate(WORD_OR_PUNCTUATION.finditer(right)):
        word = match[1]
        if hint and word in COVER:
            return "other"
        if not hint and word and (word in PAY_AFTER or word.endswith(PAY_ENDINGS)):
            hint = "pay"
        elif word is None or word in BREAKS or count >= MAX_WORDS_AFTER:
            return hint
        elif not hint and word in NOT_PAY:
            return "other"
    return hint
