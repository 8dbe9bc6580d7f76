"""Lines with a label, and the lines below one: "Location: Spain", "Countries:" above a list."""

from __future__ import annotations

import re
from dataclasses import replace

from listings.facts.residence import wordings
from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.hits import MAX_GAP, Hit, ResidenceStatement, before_wish, to_statement
from listings.vocabulary.places import codes

# How much of a label's line is read for words around its places, and for a long list of them.
MAX_LABEL, MAX_LIST = 160, 1000
MAX_LINE, MAX_LINES = 80, 60
MAX_ABOVE = 250
# Of a line of places below "Remote".
MIN_LISTED, MAX_BELOW, MAX_ARTICLE = 2, 200, 4
LINE_END, LIST_REST = re.compile(r"\W{0,3}\n"), re.compile(r"(?:\W|\bonly\b)*")


def read_label(hit: Hit) -> ResidenceStatement | None:
    """ "Location: Spain (remote)" """
    if not _is_label(hit):
        return None
    end = _end_of_label(hit)
    segment = hit.lower[hit.end : end]
    if not wordings.WORD.search(segment):
        places = _places_below(hit, end)
        end = places.end if places else end
        segment = hit.lower[hit.end : end]
    else:
        places = read_places(hit.text, hit.end, end=end) or _places_after_home(hit, end) or _lone_code(hit, end)
        places = before_wish(hit, places) if places else None
        if places:
            end = places.end if places.wishes_follow else max(places.end, min(end, hit.end + MAX_LABEL))
        segment = hit.lower[hit.end : end]
    if places is None or places.start - hit.end > MAX_GAP or _is_preferred(segment, places.end - hit.end):
        return None
    if wordings.BARE_LABEL.fullmatch(hit.phrase) and not _is_whole_line(hit, places, end):
        return None
    if hit.phrase.endswith(",") and not _is_list_of_countries(hit, places, end):
        return None
    if places.has_headquarters or wordings.NOT_AFTER_LABEL.match(hit.lower, places.end):
        return None
    # "Oslo or remote", "Cyprus, Greece, remote": offices, or work from anywhere.
    is_list_or_remote = places.count > 1 and wordings.COMMA_REMOTE.match(hit.lower, places.end)
    if ((places.only_towns or places.has_town) and wordings.CHOICE.search(segment)) or is_list_or_remote:
        return None
    if hit.phrase.startswith("headq") and not _is_of_remote_firm(hit, places, end):
        return None
    return to_statement(hit, places, "label")


def _is_preferred(segment: str, places_end: int) -> bool:
    """Whether the places of a label are a wish, and not only a part of them or a zone."""
    certain = segment[:places_end] + wordings.BRACKET_PREFERRED.sub("", segment[places_end:])
    return wordings.PREFERRED_LABEL.search(wordings.PART_PREFERRED.sub("", certain)) is not None


def _is_label(hit: Hit) -> bool:
    """Whether the words before the trigger let it be a label of the job's places."""
    if wordings.OTHER_LABEL.search(hit.left) or not wordings.LABEL_START.search(hit.left):
        return False
    if not hit.phrase.endswith(":") and wordings.WORD.search(hit.left):
        return False
    # "In the below locations, the range is $60,000 to $75,000.⏎Locations: Peru"
    return not wordings.PAY_ABOVE.search(hit.lower, max(0, hit.sentence_start - MAX_ABOVE), hit.sentence_start)


def _is_of_remote_firm(hit: Hit, places: Places, end: int) -> bool:
    """ "Headquarters: Remote - Peru": remote work in a country, not the firm's address."""
    if places.only_towns or places.has_town:
        return False
    before, after = hit.lower[hit.end : places.start], hit.lower[places.end : end]
    return bool(wordings.ONLY_REMOTE.fullmatch(before) or wordings.ONLY_REMOTE.fullmatch(after))


def _end_of_label(hit: Hit) -> int:
    """Where the value of the label ends: with its line, or where the next label begins."""
    end = min(hit.end + MAX_LIST, len(hit.text))
    line = hit.text.find("\n", hit.end, end)
    end = line if line >= 0 else end
    places = read_places(hit.text, hit.end, end=end)
    # "Hiring locations: Texas | Ohio", "Locations: Spain. Portugal. Italy.": more places follow a bar or a full stop.
    listed = places.end if places else hit.end
    separators = wordings.NEXT_LABEL.finditer(hit.text, hit.end, end)
    return next(
        (match.start() for match in separators if match[0].strip()[0] not in "|." or match.start() + 1 >= listed), end
    )


def _is_whole_line(hit: Hit, places: Places, end: int) -> bool:
    """Whether a label without a colon is written as one, and its line holds places alone: "Location Netherlands"."""
    return hit.text[hit.start].isupper() and wordings.REST.fullmatch(hit.lower, places.end, end) is not None


def _is_list_of_countries(hit: Hit, places: Places, end: int) -> bool:
    """ "Full time, Spain, Peru": a line of its own that holds several countries and no town."""
    is_line = not hit.lower[hit.lower.rfind("\n", 0, hit.start) + 1 : hit.start].strip(" -•*")
    is_whole = is_line and wordings.REST.fullmatch(hit.lower, places.end, end) is not None
    return is_whole and len(places.include) > 1 and not (places.has_town or places.only_towns)


def _places_after_home(hit: Hit, end: int) -> Places | None:
    """The places after words for home or a street: "Location: Work at Home, Iowa", "Location: 12 Quay Lane, Iowa"."""
    home = wordings.AT_HOME.match(hit.lower, hit.end, end) or wordings.STREET.match(hit.text, hit.end, end)
    return read_places(hit.text, home.end(), end=end) if home else None


def _lone_code(hit: Hit, end: int) -> Places | None:
    """ "Location: AU": two letters alone that are no state's."""
    code = wordings.LONE_CODE.fullmatch(hit.text, hit.end, end)
    meanings = codes().get(code[1], ()) if code else ()
    if code is None or [place.kind for place in meanings] != ["country"]:
        return None
    return Places(meanings[0].codes, (), code.start(1), code.end(1))


def _places_below(hit: Hit, start: int) -> Places | None:
    """The places of the lines below, as long as each holds nothing else.

    None if a list of bullets goes on with something that is no place, or if towns stand beside "Remote".
    """
    total: Places | None = None
    has_bullets = False
    for _ in range(MAX_LINES):
        start = hit.text.find("\n", start) + 1
        end = hit.text.find("\n", start)
        end = end if end >= 0 else len(hit.text)
        if not start or end - start > MAX_LINE:
            break
        places = read_places(hit.text, start, end=end)
        is_bullet = wordings.BULLET.match(hit.text, start, end) is not None
        if places is None or not places.include or not wordings.REST.fullmatch(hit.lower, places.end, end):
            is_remote = wordings.ONLY_REMOTE.fullmatch(hit.lower, start, end)
            return None if (has_bullets and is_bullet) or (is_remote and total and total.has_town) else total
        has_bullets = has_bullets or is_bullet
        total = places if total is None else _joined(total, places)
        start = end
    return total


def read_list_below(hit: Hit) -> ResidenceStatement | None:
    """ "Remote⏎Spain/Peru/Asia": a line of several countries or regions below one that ends with the word."""
    line_end = LINE_END.match(hit.lower, hit.end)
    if hit.phrase != "remote" or line_end is None:
        return None
    start = line_end.end()
    end = hit.text.find("\n", start)
    end = end if end >= 0 else len(hit.text)
    places = read_places(hit.text, start, end=end) if end - start <= MAX_BELOW else None
    if places is None or len(places.include) < MIN_LISTED or places.has_town or places.only_towns:
        return None
    if places.start > start + MAX_ARTICLE or not LIST_REST.fullmatch(hit.lower, places.end, end):
        return None
    return ResidenceStatement("label", places.include, places.exclude, places.start, places.end)


def _joined(first: Places, second: Places) -> Places:
    return replace(
        first,
        include=tuple(dict.fromkeys((*first.include, *second.include))),
        exclude=tuple(dict.fromkeys((*first.exclude, *second.exclude))),
        end=second.end,
        only_towns=first.only_towns and second.only_towns,
        has_headquarters=first.has_headquarters or second.has_headquarters,
        has_town=first.has_town or second.has_town,
        count=first.count + second.count,
        of_towns=(*first.of_towns, *second.of_towns),
    )
