"""Spellings of employment types, in lower case with single spaces → the types they state."""

from __future__ import annotations

FULL, PART, CONTRACT = ("FULL_TIME",), ("PART_TIME",), ("CONTRACTOR",)
TEMPORARY, INTERN, VOLUNTEER = ("TEMPORARY",), ("INTERN",), ("VOLUNTEER",)
BOTH = ("FULL_TIME", "PART_TIME")

# In other languages than English: they are rarely anything else than the type of a job.
FOREIGN_SPELLINGS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("vollzeit", "vollzeitstelle", "vollzeitposition", "vollzeitjob", "vollzeitanstellung"), FULL),
    **dict.fromkeys(("vollzeitbeschäftigung", "temps plein", "temps complet", "plein temps", "tiempo completo"), FULL),
    **dict.fromkeys(
        ("jornada completa", "jornada integral", "tempo integral", "período integral", "periodo integral"), FULL
    ),
    **dict.fromkeys(
        (
            "tempo inteiro",
            "tempo pieno",
            "full time dienstverband",
            "fulltime dienstverband",
            "voltijd",
            "voltijds",
            "fulltime baan",
        ),
        FULL,
    ),
    **dict.fromkeys(("pełny etat", "pełen etat", "pełnego etatu", "cały etat", "heltid", "fuldtid", "fulltid"), FULL),
    **dict.fromkeys(
        ("täyspäiväinen", "kokopäiväinen", "полный рабочий день", "полная занятость", "正社員", "全职"), FULL
    ),
    **dict.fromkeys(("teilzeit", "teilzeitstelle", "teilzeitposition", "teilzeitjob", "teilzeitanstellung"), PART),
    **dict.fromkeys(
        ("teilzeitbeschäftigung", "minijob", "midijob", "temps partiel", "mi temps", "tiempo parcial"), PART
    ),
    **dict.fromkeys(("medio tiempo", "media jornada", "jornada parcial", "meio período", "meio periodo"), PART),
    **dict.fromkeys(
        ("tempo parcial", "meio expediente", "part time verticale", "tempo parziale", "mezza giornata"), PART
    ),
    **dict.fromkeys(("deeltijdbaan", "deeltijdfunctie", "parttime baan", "parttime functie"), PART),
    **dict.fromkeys(("voltijdbaan", "voltijdfunctie", "fulltime functie"), FULL),
    **dict.fromkeys(
        ("deeltijd", "deeltijds", "halve dagen", "pół etatu", "część etatu", "niepełny etat", "deltid"), PART
    ),
    **dict.fromkeys(("частичная занятость", "неполный рабочий день", "パートタイム", "アルバイト", "兼职"), PART),
    **dict.fromkeys(
        ("werkstudent", "werkstudentin", "werkstudent:in", "werkstudenten", "werkstudententätigkeit"), PART
    ),
    **dict.fromkeys(("voll oder teilzeit", "teil oder vollzeit", "voll/teilzeit", "voll und teilzeit"), BOTH),
    **dict.fromkeys(("vollzeit/teilzeit", "teilzeit/vollzeit"), BOTH),
    **dict.fromkeys(
        ("freiberuflich", "freiberufliche mitarbeit", "freiberufliche tätigkeit", "freie mitarbeit"), CONTRACT
    ),
    **dict.fromkeys(("auf freiberuflicher basis", "auf selbständiger basis", "auf freelance basis"), CONTRACT),
    **dict.fromkeys(("como pj", "contrato pj", "regime pj", "contratação pj", "vaga pj"), CONTRACT),
    **dict.fromkeys(("portage salarial", "libero professionista", "como autónomo", "umowa b2b"), CONTRACT),
    **dict.fromkeys(("freiberufliche", "freier mitarbeiter", "freie mitarbeiterin", "auf honorarbasis"), CONTRACT),
    **dict.fromkeys(("prestataire", "profession libérale", "cdd", "tempo determinato", "partita iva", "zzp"), CONTRACT),
    **dict.fromkeys(("zzp'er", "umowa zlecenie", "umowa o dzieło", "kontrakt b2b", "業務委託", "契約社員"), CONTRACT),
    # British terms of tax: no employee is meant.
    **dict.fromkeys(("outside ir35", "inside ir35"), CONTRACT),
    **dict.fromkeys(("befristet", "befristete", "befristeter", "befristeten"), CONTRACT),
    **dict.fromkeys(("saisonnier", "saisonnière", "temporär", "intérim", "contrato temporal"), TEMPORARY),
    **dict.fromkeys(("praktikum", "pflichtpraktikum", "praktikumsstelle", "praktikant", "praktikantin"), INTERN),
    **dict.fromkeys(("praktikant:in", "praktikanten", "stagiaire", "estágio", "estagiário", "estagiária"), INTERN),
    **dict.fromkeys(("pasantía", "contrato de prácticas", "prácticas remuneradas", "tirocinio", "インターン"), INTERN),
    **dict.fromkeys(("contrat en alternance", "en alternance", "staż", "实习"), INTERN),
    "ehrenamtlich": VOLUNTEER,
}
# In the place of somebody on leave, so for a fixed term. As words of a text they may be a benefit, too.
LEAVE_COVER = frozenset(
    f"{leave} {cover}"
    for leave in ("maternity", "maternity leave", "paternity", "paternity leave", "parental leave")
    for cover in ("cover", "replacement")
)
# Used for titles, text and fields. "Permanent" is missing on purpose: it says nothing about the hours.
SPELLINGS: dict[str, tuple[str, ...]] = {
    **FOREIGN_SPELLINGS,
    # With slips of the pen, which are too frequent to miss.
    **dict.fromkeys(("full time", "fulltime", "fultime", "full tme", "full tiem"), FULL),
    **dict.fromkeys(("part time", "half time", "parttime", "part tme", "part tiem"), PART),
    **dict.fromkeys(("contract based", "contractual", "contracter", "freelanse"), CONTRACT),
    **dict.fromkeys(("intership", "internshp"), INTERN),
    "working student": PART,
    **dict.fromkeys(("full or part time", "part or full time", "full and part time", "full/part time"), BOTH),
    **dict.fromkeys(("contract", "contractor", "contractors", "independent contractor", "contracted"), CONTRACT),
    **dict.fromkeys(("freelance", "freelancer", "freelancers", "freelancing"), CONTRACT),
    **dict.fromkeys(("fixed term", "fixed term contract", "self employed", "contract to hire", "1099"), CONTRACT),
    "b2b contract": CONTRACT,
    **dict.fromkeys(("temporary", "seasonal", "interim", "temp"), TEMPORARY),
    **dict.fromkeys(LEAVE_COVER, CONTRACT),
    **dict.fromkeys(("intern", "internship", "interns"), INTERN),
    **dict.fromkeys(("volunteer", "voluntary"), VOLUNTEER),
    "per diem": ("PER_DIEM",),
}
# Used for a board's field only: in prose these words ("stage", "other", "full") usually mean something else.
FIELD_SPELLINGS: dict[str, tuple[str, ...]] = {
    **SPELLINGS,
    **dict.fromkeys(("full part time", "voll teilzeit", "teil vollzeit", "full or part", "part or full"), BOTH),
    **dict.fromkeys(("fte", "full", "ft", "vollzeitkraft"), FULL),
    **dict.fromkeys(("part", "pt", "teilzeitkraft"), PART),
    "zeitarbeit": TEMPORARY,
    **dict.fromkeys(
        ("b2b", "freiberufler", "ftc", "contracting", "c2c", "corp to corp", "autónomo", "indépendant"), CONTRACT
    ),
    **dict.fromkeys(("trainee", "stage", "alternance", "prácticas", "beca"), INTERN),
    "other": ("OTHER",),
    "sonstige": ("OTHER",),
}
