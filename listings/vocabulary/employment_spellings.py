"""Spellings of employment types, in lower case with single spaces → the types they state."""

from __future__ import annotations

FULL, PART, CONTRACT = ("FULL_TIME",), ("PART_TIME",), ("CONTRACTOR",)
TEMPORARY, INTERN, VOLUNTEER = ("TEMPORARY",), ("INTERN",), ("VOLUNTEER",)
BOTH = ("FULL_TIME", "PART_TIME")

# Used for titles, text and fields. "Permanent" is missing on purpose: it says nothing about the hours.
SPELLINGS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("full time", "fulltime", "vollzeit", "temps plein", "temps complet", "tiempo completo"), FULL),
    **dict.fromkeys(("jornada completa", "tempo integral", "tempo pieno", "voltijd", "pełny etat", "heltid"), FULL),
    **dict.fromkeys(("part time", "parttime", "teilzeit", "temps partiel", "tiempo parcial", "medio tiempo"), PART),
    **dict.fromkeys(("media jornada", "meio período", "tempo parcial", "deeltijd", "deltid", "werkstudent"), PART),
    **dict.fromkeys(("working student", "werkstudentin", "werkstudent:in"), PART),
    **dict.fromkeys(("full or part time", "part or full time", "full and part time", "full/part time"), BOTH),
    **dict.fromkeys(("voll oder teilzeit", "teil oder vollzeit", "voll/teilzeit", "voll und teilzeit"), BOTH),
    **dict.fromkeys(("contract", "contractor", "contractors", "independent contractor", "contracted"), CONTRACT),
    **dict.fromkeys(("freelance", "freelancer", "freelancers", "freelancing", "freiberuflich"), CONTRACT),
    **dict.fromkeys(("fixed term", "fixed term contract", "self employed", "contract to hire", "1099"), CONTRACT),
    **dict.fromkeys(("b2b contract", "freie mitarbeit", "freier mitarbeiter", "prestataire", "zzp"), CONTRACT),
    **dict.fromkeys(("temporary", "seasonal", "saisonnier", "saisonnière", "temporär", "interim"), TEMPORARY),
    **dict.fromkeys(("intern", "internship", "interns", "praktikum", "praktikant", "praktikantin"), INTERN),
    **dict.fromkeys(("praktikant:in", "stagiaire", "pflichtpraktikum", "estágio", "pasantía", "tirocinio"), INTERN),
    **dict.fromkeys(("volunteer", "voluntary", "ehrenamtlich"), VOLUNTEER),
    "per diem": ("PER_DIEM",),
}
# Used for a board's field only: in prose these words ("stage", "other", "temp") usually mean something else.
FIELD_SPELLINGS: dict[str, tuple[str, ...]] = {
    **SPELLINGS,
    **dict.fromkeys(("full part time", "full or part", "part or full", "voll teilzeit", "teil vollzeit"), BOTH),
    "fte": FULL,
    **dict.fromkeys(("temp", "zeitarbeit"), TEMPORARY),
    **dict.fromkeys(("befristet", "b2b", "cdd", "freiberufler", "ftc", "contracting"), CONTRACT),
    **dict.fromkeys(("trainee", "stage", "alternance"), INTERN),
    "other": ("OTHER",),
    "sonstige": ("OTHER",),
}
