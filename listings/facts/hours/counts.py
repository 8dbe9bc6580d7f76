"""Counts of hours as ads write them: in digits, or in words of the languages that are read."""

from __future__ import annotations

# From one to eight in the languages that are read.
NUMBERS = {
    word: number
    for words in (
        "one two three four five six seven eight",
        "ein zwei drei vier fünf sechs sieben acht",
        "une deux trois quatre cinq six sept huit",
        "una dos tres cuatro cinco seis siete ocho",
        "uma duas três quatro cinco seis sete oito",
        "una due tre quattro cinque sei sette otto",
        "een twee drie vier vijf zes zeven acht",
        "jedna dwie trzy cztery pięć sześć siedem osiem",
    )
    for number, word in enumerate(words.split(), 1)
}

PLUS_MINUS = r"(?:±|\+\s?/\s?[-–−]|\+-|-\s?/\s?\+|plus or minus|plus/minus|plus-minus)"
WRITTEN = rf"\d{{1,2}}(?:[.,]5)?|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}"
COUNT = rf"({WRITTEN})"
# Two hours to share; a zone "within a couple of hours" may be any near it.
COUNT_OR_COUPLE = rf"({WRITTEN}|couple(?: of)?(?= ))"
UNIT = r"[\s-]*(?:h\b|hrs?\b|hours?\b|stunden?\b|heures?\b|horas?\b|or[ae]\b|uur\b|uren\b|godzin\w?\b)"


def number_of(text: str) -> float:
    # "Give or take an hour"
    if text.lower() == "an":
        return 1
    if text.lower().startswith("couple"):
        return 2
    return NUMBERS.get(text.lower()) or float(text.replace(",", "."))
