"""The workplace named in a short text: a field, a title, or one part of a header line."""

from __future__ import annotations

from listings.facts.guarded import GuardedPattern
from listings.facts.workplace.presence import required_days
from listings.facts.workplace.triggers import LABEL_FINDER
from listings.vocabulary.bounded_cache import bounded_cache

HYBRID = GuardedPattern(
    r"\bhybride?[ -](?:remote|home ?office)\b|\bremote[ -]hybrid\b|\bremote(?: first)? \(hybrid\)"
    r"|\b(?:part|partly|partially|semi|teilweise|teil)[ -]?remote\b|\bfield[- ]based\b|\bfully remote: (?:no|false)\b"
    # Of "Developer 80-100% remote" the share is that of a whole working week.
    r"|(?<![\d–-])[1-9]\d ?% (?:remote|home ?office|wfh|on-?site|in[- ]office)\b"
)
CHOICE = GuardedPattern(r"\b(?:hybride?[sn]?|híbrid[oa]|hibrido|ibrid[oa]|hybrydow\w{1,2})\b")
NOT_REMOTE = GuardedPattern(
    r"\b(?:no|not|non|without|never|kein|keine|nicht|pas de|sans|sin|sem|senza|geen|bez|nie)[ -](?:an? )?(?:fully "
    r"|100 ?% )?"
    r"(?:remot[eoa]|home ?-?office|télétravail|teletrabajo|telework|zdaln\w+)\b|\bremote: ?no\b"
)
# Says only what is not offered: whether the job is hybrid or on site stays open.
NOT_OFFERED = GuardedPattern(
    r"\bnot (?:currently )?(?:eligible|available|open|allowed|permitted|possible)\b.{0,20}\bremote"
    r"|\bremote\b.{0,30}\bnot (?:eligible|available|allowed|permitted|possible|an option)\b"
)
# "Occasionally remote" is neither remote nor hybrid: it does not say how often. "Initially remote" ends in an office.
REMOTE = GuardedPattern(
    r"(?<!occasionally )(?<!temporarily )(?<!initially )\bremote\b"
    r"(?! (?:initially|temporarily|until|till|for now|during|due to covid)\b)"
    r"|\btelecommut|\btelework\b|\bwork(?:ing)? (?:from )?(?:home"
    r"|anywhere)\b"
    r"|\bwfh\b|\b100 ?% home ?-?office\b|\bfull[- ]remote\b|^anywhere$|\btélétravail\b|\bteletrabajo\b|\bteletrabalho\b"
    r"|\bpraca zdalna\b|\bzdaln(?:ie|a|y)\b|\b(?:en |da )?remot[oa]\b|\bremotamente\b|\bà distance\b|\ba distancia\b"
    r"|\bthuiswerk|\bhome[- ]based\b|удал[её]нн|リモート"
)
TEMPORARY = GuardedPattern(
    r"(?<!not )(?<!not just )(?<!not only )\b(?:initial(?:ly)?|temporar(?:y|ily)) remote\b"
    r"|\bremote\W{1,2}(?:initially|temporarily|for now|un?till?|(?:during|due to|because of) (?:the )?"
    r"(?:covid|pandemic|corona)\w*)\b"
)
ONSITE = GuardedPattern(
    r"\bon[- ]?site\b|\bin[- ]office\b|\bin[- ]person\b|\boffice[- ]based\b|^office$|^inoffice$|\bpresencial\b"
    r"|\bprésentiel\b"
    r"|\bvor ort\b|\bin sede\b|\bin presenza\b|\bstacjonarn\w{1,3}\b|\bop locatie\b"
)
# Trades and products ("hybrid cloud", "remote sensing") and what is not offered, cut out before anything else is read.
TRADES = GuardedPattern(
    r"\b(?:no|not|never|without|kein\w*|sans|sin|sem|senza|geen)[ -](?:hybrid\w*|on-?site|in[- ]office|in[- ]person)\b"
    r"|\bno remote (?:in|from|outside) \w+"
    # "Head of Remote", "VP Remote Work", "Remote Work Program Manager"
    r"|\b(?:head|director|[se]?vp|vice[- ]president|lead|manager) of (?:the )?(?:remote|hybrid|on-?site|in-office)\b"
    r"|\b(?:[se]?vp|vice[- ]president|chief) (?:remote|hybrid)\b"
    r"|\b(?:remote|hybrid) work(?:ing)? (?:(?:program\w*|project|strategy|policy|experience|culture|operations"
    r"|enablement|transformation) )*(?:manager|lead|director|consultant|advocate|strategist|officer|advisor|evangelist"
    r"|specialist|coordinator|partner|analyst)\b|"
    r"\bhybrid[ -](?:cloud|app|apps|mobile|infrastructure|it\b|network|threat|warfare|vehicle|event|search|engineer"
    r"|develop"
    r"|sales|identity|data|integration|system|bond|it\b|multi|intelligence|closer|electric|power|ai\b)"
    r"|\bremote (?:sensing|support|desktop|access|monitoring|pilot|assist|patient|infrastructure management"
    r"|surveillance"
    r"|control|device|operation|online|diagnos|management|identity|proctor|inspection|deposit|expert|care|health|site)"
    r"|\bon-?site (?:search|optimi|seo|personali|engagement|experience|conversion|content)"
)


@bounded_cache(4096)
def workplace_of(text: str) -> str | None:
    """ "remote", "hybrid", "onsite" or None. A choice that includes remote is remote, any other is hybrid."""
    text = " ".join(text.casefold().replace("_", " ").split())
    if not LABEL_FINDER.find_matches_as_indexes(text):
        return None
    text = TRADES.sub(" ", text)
    # First, as "remote, 2 days a week in the office" is hybrid.
    required = required_days(text)
    if required:
        return required
    partly = HYBRID.search(text)
    rest = HYBRID.sub(" ", text) if partly else text
    if TEMPORARY.search(text):
        return "onsite"
    away = REMOTE.search(rest) and not NOT_OFFERED.search(text)
    if away and not NOT_REMOTE.search(text):
        return "remote"
    if partly or CHOICE.search(text):
        return "hybrid"
    return "onsite" if NOT_REMOTE.search(text) or ONSITE.search(text) else None


def names_remote_and_hybrid(text: str) -> bool:
    """Whether a short text offers both: "Bergen (hybrid) and remote". "Hybrid remote" is one kind of work."""
    text = " ".join(text.casefold().replace("_", " ").split())
    if not CHOICE.may_match(text):
        return False
    text = TRADES.sub(" ", text)
    rest = HYBRID.sub(" ", text)
    return bool(CHOICE.search(rest) and REMOTE.search(rest) and not NOT_REMOTE.search(rest))
