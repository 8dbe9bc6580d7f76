"""Countries by the adjective before residents and citizens: "Canadian residents only", "US and Mexican citizens"."""

from __future__ import annotations

import re

from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.resolving import is_within

DEMONYMS = {
    "american": "US", "argentine": "AR", "argentinian": "AR", "australian": "AU", "austrian": "AT", "belgian": "BE",
    "brazilian": "BR", "british": "GB", "bulgarian": "BG", "canadian": "CA", "chilean": "CL", "chinese": "CN",
    "colombian": "CO", "croatian": "HR", "czech": "CZ", "danish": "DK", "dutch": "NL", "egyptian": "EG",
    "estonian": "EE", "european": "europe", "filipino": "PH", "finnish": "FI", "french": "FR", "german": "DE",
    "ghanaian": "GH", "greek": "GR", "hungarian": "HU", "indian": "IN", "indonesian": "ID", "irish": "IE",
    "israeli": "IL", "italian": "IT", "japanese": "JP", "kenyan": "KE", "latvian": "LV", "lithuanian": "LT",
    "malaysian": "MY", "mexican": "MX", "new zealand": "NZ", "nigerian": "NG", "northern irish": "GB-NIR",
    "norwegian": "NO", "pakistani": "PK", "peruvian": "PE", "philippine": "PH", "polish": "PL", "portuguese": "PT",
    "romanian": "RO", "scottish": "GB-SCT", "serbian": "RS", "singaporean": "SG", "slovak": "SK", "slovenian": "SI",
    "south african": "ZA", "spanish": "ES", "swedish": "SE", "swiss": "CH", "thai": "TH", "turkish": "TR",
    "ukrainian": "UA", "vietnamese": "VN", "welsh": "GB-WLS",
}  # fmt: skip
# Abbreviations that stand beside adjectives in such lists.
ABBREVIATIONS = {"us": "US", "u.s.": "US", "uk": "GB", "u.k.": "GB", "eu": "eu"}
NAME = "|".join(map(re.escape, sorted({**DEMONYMS, **ABBREVIATIONS}, key=len, reverse=True)))
LIST = re.compile(
    rf"(?<![\w-])(?:{NAME})(?:\s?[,/&]\s?(?:{NAME})|,? (?:or|and) (?:{NAME}))*(?= (?:permanent |tax |legal |full )*$)"
)
EACH = re.compile(NAME)
ADJECTIVE = re.compile(rf"({'|'.join(sorted(DEMONYMS, key=len, reverse=True))})\b")
MAX_LENGTH = 80
# Only adjectives that form a plural name people: "Canadians", not "Spanish".
NATIONALS = re.compile(
    r"[ ](" + "|".join(name for name in DEMONYMS if name.endswith(("an", "i"))) + r")s\b(?: everywhere)?(?! who)",
    re.IGNORECASE,
)


def demonyms_before(lower: str, start: int, end: int) -> Places | None:
    """The countries of the adjectives that end right before `end`."""
    match = LIST.search(lower, max(start, end - MAX_LENGTH), end)
    if match is None:
        return None
    codes = [DEMONYMS.get(name) or ABBREVIATIONS[name] for name in EACH.findall(match[0])]
    include = tuple(dict.fromkeys(codes))
    return Places(include, (), match.start(), match.end(), count=len(include))


def demonym_at(lower: str, start: int) -> Places | None:
    """The country of the adjective at `start`: "Canadian residents"."""
    match = ADJECTIVE.match(lower, start)
    return Places((DEMONYMS[match[1]],), (), start, match.end()) if match else None


def nationals_after(text: str, start: int) -> Places | None:
    """The country of a people right after `start`: "open to Canadians (except in Quebec)"."""
    match = NATIONALS.match(text, start)
    if match is None:
        return None
    country = DEMONYMS[match[1].lower()]
    left_out = read_places(text, match.end())
    is_exception = left_out is not None and left_out.is_exception and left_out.start - match.end() <= MAX_LENGTH
    exclude = (
        tuple(code for code in left_out.exclude if is_within((code,), (country,))) if left_out and is_exception else ()
    )
    end = left_out.end if left_out and exclude else match.end()
    return Places((country,), exclude, match.start(1), end)
