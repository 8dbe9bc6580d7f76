"""Sentences that open a job to people without experience, which is a level too: "No experience required"."""

from __future__ import annotations

import re

TRIGGERS = (
    "no experience", "no prior", "no previous", "no professional", "no work", "no relevant", "no formal", "no job",
    "experience not", "experience is not", "experience isn", "don't need experience", "don’t need experience",
    "need any experience", "but not required", "but not necessary", "experience necessary",
    "keine vor", "keine berufserfahrung", "keine erfahrung", "keine voraussetzung", "kein muss", "erfahrung nicht",
    "ohne vorerfahrung", "erfahrung ist nicht",
    "sin experiencia", "no se requiere experiencia", "no se necesita experiencia", "no es neces", "experiencia no",
    "não é necess", "não necess", "não exig", "sem experiência", "experiência não", "não é exig",
    "débutant", "sans expérience", "aucune expérience", "expérience non", "pas d'expérience", "pas d’expérience",
    "esperienza non", "nessuna esperienza", "senza esperienza", "non è richiesta", "geen ervaring", "ervaring niet",
    "ervaring is niet", "doświadczenie nie", "bez doświadczenia", "nie wymagamy doświadczenia", "ingen erfarenhet",
    "ingen erfaring", "erfarenhet krävs inte", "без опыта", "опыт не требуется", "опыт работы не требуется",
)  # fmt: skip
# Characters around a trigger of TRIGGERS.
BEFORE, AFTER = 90, 70
NEEDED = r"(?:required|needed|necessary|mandatory|essential|a (?:must|requirement|prerequisite|necessity))"
KINDS = r"(?:(?:previous|prior|professional|work(?:ing)?|relevant|formal|job|past|any) ){0,3}"
NOT_NEEDED_DE = r"(?:keine voraussetzung|kein muss|nicht (?:zwingend |unbedingt )?(?:erforderlich|notwendig|nötig))"
NO_EXPERIENCE = re.compile(
    rf"\bno {KINDS}experience (?:is |at all )?{NEEDED}\b(?! (?:with|in|for)(?! th(?:is|e) (?:job|role|position"
    rf"|post)\b))"
    r"|\bno experience\?? (?:-|–|,)? ?(?:no problem|no worries|we.ll (?:train|teach)|we (?:train|teach))\b"
    rf"|(?:^|[\n.!?;] ?)[-*•]? ?{KINDS}experience (?:is |isn['’]t )?(?:not )?"
    rf"(?:(?:helpful|preferred|welcome|a plus|nice),? but not )?(?<=not |n't |n’t ){NEEDED}\b(?! (?:with|in|for))"
    rf"|\byou (?:do not|don['’]t) need (?:any )?{KINDS}experience(?=[.!,;]| to (?:apply|start|join)| for this)"
    r"|\bkeine (?:vor|berufs)?(?:erfahrung|kenntnisse)(?:en)? (?:nötig|notwendig|erforderlich|vorausgesetzt)\b"
    rf"|\berste (?:berufs|praktische )?erfahrung(?:en)?\b[^.;\n]{{0,70}}\b{NOT_NEEDED_DE}"
    rf"|(?:^|[\n.!?;] ?)[-*•]? ?(?:vor|berufs)erfahrung(?:en)? (?:ist |sind )?{NOT_NEEDED_DE}"
    r"|\b(?:auch )?ohne (?:vor|berufs)erfahrung (?:möglich|willkommen|geeignet|bewerben)\b"
    r"|\bsin experiencia (?:previa|necesaria)\b"
    r"|\bno (?:se requiere|se necesita|es necesari[oa](?: tener)?) (?:la )?experiencia(?: previa)?\b(?! (?:en|con)\b)"
    r"|(?:^|[\n.!?;] ?)[-*•]? ?experiencia (?:previa )?no (?:es )?(?:necesaria|requerida|imprescindible"
    r"|indispensable)\b"
    r"|\bnão (?:é )?(?:necessári[oa]|exig\w+)(?: ter)? experiência\b(?! (?:com|em)\b)"
    r"|(?:^|[\n.!?;] ?)[-*•]? ?experiência (?:prévia |anterior )?não (?:é )?(?:necessária|exigida|obrigatória)\b"
    r"|\bdébutant(?:e|\(e\)|·e|\.e)?s? (?:bienvenue?s?|acceptée?s?|accepté\(e\)s?)\b"
    r"|\bsans expérience (?:exigée|requise|acceptée?)\b|\baucune expérience (?:\w+ )?(?:n['’]est )?(?:requise|exigée"
    r"|nécessaire)\b|\bexpérience non (?:exigée|requise|nécessaire)\b"
    r"|\b(?:nessuna|non è richiesta(?: alcuna)?) esperienza(?: richiesta| necessaria)?(?=[.!,;\n]|$)"
    r"|\besperienza non (?:richiesta|necessaria)\b|\banche (?:prima|senza) esperienza\b"
    r"|\bgeen (?:werk)?ervaring (?:nodig|vereist|noodzakelijk)\b|\bervaring (?:is )?niet (?:nodig|vereist)\b(?! met)"
    r"|\bdoświadczenie nie (?:jest )?wymagane\b|\bnie wymagamy doświadczenia\b(?! (?:w|z)\b)"
    r"|\bingen (?:tidigare )?erfar(?:enhet|ing) (?:krävs|behövs|nødvendig|kreves|påkrevd)\b"
    r"|\bопыт (?:работы )?не требуется\b|\bможно без опыта\b",
)
GRADUATES = (
    "recent graduate", "fresh graduate", "new graduate", "recent grad", "new grad", "fresh grad",
    "juniors", "fresher", "recent college grad", "new college grad",
    "berufseinsteiger", "berufsanfänger", "absolvent", "jeune diplômé", "jeunes diplômé", "recién graduad",
    "recién titulad", "recién egresad", "recém-formad", "recém formad", "neolaureat", "neodiplomat",
    "pas afgestudeerd", "absolwen",
)  # fmt: skip
APPLY = r"(?:apply|bewerben|postuler)"
WELCOME_AFTER = re.compile(
    r"[\w():*·/]{0,12}(?:(?:,| and| und| et| y| e| or| oder) [\w-]{1,25}){0,2},? ?(?:are |sind |is |sont |son |são )?"
    r"(?:(?:also|very|most|sehr|auch|herzlich|especially|warmly|strongly|highly|les|equally) ){0,2}"
    rf"(?:welcome|willkommen|encouraged|considered|accepted|invited|bienvenu\w*|acceptés?|bienvenid\w+|bem[- ]vind\w+"
    rf"|benvenut\w+|welkom|(?:may|can|should|to|können sich|please) {APPLY})\b"
)
WELCOME_BEFORE = re.compile(
    r"\b(?:ideal|perfect|great|suitable|suited|good fit|excellent|open|opportunity|geeignet|designed|aimed|gerne auch"
    r"|idéale?|ouverte?|adapté|ideale|abiert[oa]|abert[oa]|geschikt|interessant)(?: (?:role|position|job|start|stelle"
    r"|opportunity))? (?:for|to|at|für|aux?|à|para|per|a|voor)(?: (?:an?|the|our|both|also|auch|die|les|des|una?|um|uma"
    r"|motivated|ambitious|talented|bright|smart|driven|students|and|or)){0,3} $"
    r"|\b(?:looking for|seeking|hiring|considering|welcome|accepting"
    # A particular interest is a preference.
    r"|we(?:['’]re| are) (?:(?!particularly|especially)[a-z]+ )?interested in"
    r"|wir suchen|suchen|recherchons|buscamos"
    r"|cerchiamo|procuramos|zoeken)(?: (?!who |to |that |with |for |of |in |our |your "
    r"|help|train|mentor|support|teach)[\w-]{1,20}){0,5} $"
)
# "This is a new grad role."
THIS_IS = re.compile(r"\bthis (?:is |will be )?(?:an? )?(?:[\w-]{1,20} ){0,2}$|\bthese (?:are )?(?:[\w-]{1,20} ){0,2}$")
JOB_AFTER = re.compile(r"(?:uate)? (?:\([a-z]{2,5}\) )?(?:positions?|roles?|openings?|program(?:me)?s?)\b")
YOU_ARE = re.compile(
    r"(?:\byou(?:['’]re| are)|\bdu bist|\bsie sind|\bvous êtes|(?:^|\n)\W{0,4})(?: ?(?:an?|einde?|eine?|un|une"
    r"|either|currently))? ?$"
)
YOU_ARE_AFTER = re.compile(r"(?:ed?)?(?::?in)?(?: (?:of|from|in|with|or|d['’]une?|de)\b|[,.)]|\s*$)")
DENIED = re.compile(r"\b(?:not|isn['’]t|nicht|keine?|no|non|pas|nie|never|unsuitable)\b[^.;:\n]{0,40}$")


def find_no_experience(lower: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the text around a trigger at `start` to `end` asks for no experience at all."""
    match = NO_EXPERIENCE.search(lower, max(0, start - BEFORE), end + AFTER)
    return match.span() if match else None


def welcomes_graduates(lower: str, start: int, end: int) -> bool:
    """Whether a word of GRADUATES at `start` to `end` says who may apply, and not whom the firm serves or had."""
    before = lower[max(0, start - BEFORE) : start]
    before = before[max(before.rfind(stop) for stop in (". ", "! ", "? ")) + 1 :]
    after = lower[end : end + AFTER].partition("\n")[0]
    if before[-1:].isalnum() or DENIED.search(before):
        return False
    if before.endswith("(") and re.match(r"\w{0,6}\)", after):
        return True
    line = before.rpartition("\n")
    is_you = YOU_ARE.search(line[1] + line[2] if line[1] else before) and YOU_ARE_AFTER.match(after)
    is_job = THIS_IS.search(before) and JOB_AFTER.match(after)
    return bool(is_job or WELCOME_AFTER.match(after) or WELCOME_BEFORE.search(before) or is_you)
