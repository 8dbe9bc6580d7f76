"""Names of time zones: abbreviations, full names, cities and countries, and regions that span several zones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global

NEW_YORK, CHICAGO, DENVER, LOS_ANGELES = "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"
LONDON, BERLIN, ATHENS, MOSCOW = "Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Moscow"
KOLKATA, SINGAPORE, SYDNEY, AUCKLAND = "Asia/Kolkata", "Asia/Singapore", "Australia/Sydney", "Pacific/Auckland"

# Matched in capitals only. EDT maps to the same zone as EST, since ads use them for the same people.
# So is CEST, as all offsets are those of standard time.
ABBREVIATIONS: dict[str, str] = {
    **dict.fromkeys(("EST", "EDT", "ET", "EST/EDT", "EST5EDT"), NEW_YORK),
    **dict.fromkeys(("CST", "CDT", "CT"), CHICAGO),
    **dict.fromkeys(("MST", "MDT", "MT"), DENVER),
    **dict.fromkeys(("PST", "PDT", "PT"), LOS_ANGELES),
    **dict.fromkeys(("AKST", "AKT"), "America/Anchorage"),
    **dict.fromkeys(("AST", "ADT"), "America/Halifax"),
    **dict.fromkeys(("BRT", "BRST"), "America/Sao_Paulo"),
    **dict.fromkeys(("GMT", "UTC", "WET", "WEST"), "UTC"),
    "BST": LONDON,
    **dict.fromkeys(
        (
            "CET",
            "CEST",
            "CET/CEST",
            "CEST/CET",
            "MEZ",
            "MESZ",
            "MEZ/MESZ",
            "HNEC",
            "CE(S)T",
            "CET / CEST",
            "CET (CEST)",
        ),
        BERLIN,
    ),
    **dict.fromkeys(("EET", "EEST", "EET/EEST"), ATHENS),
    **dict.fromkeys(("MSK", "TRT", "EAT"), MOSCOW),
    **dict.fromkeys(("SAST", "CAT"), "Africa/Johannesburg"),
    "WAT": "Africa/Lagos",
    "HST": "Pacific/Honolulu",
    "GST": "Asia/Dubai",
    "PKT": "Asia/Karachi",
    "IST": KOLKATA,
    "ICT": "Asia/Bangkok",
    "WIB": "Asia/Jakarta",
    **dict.fromkeys(("SGT", "HKT", "PHT", "PHST", "MYT", "AWST"), SINGAPORE),
    **dict.fromkeys(("JST", "KST"), "Asia/Tokyo"),
    **dict.fromkeys(("AEST", "AEDT", "AET", "AEST/AEDT"), SYDNEY),
    "ACST": "Australia/Darwin",
    **dict.fromkeys(("NZST", "NZDT", "NZT"), AUCKLAND),
}
# Also words or other abbreviations: zones only next to a clock time, "hours" or "time zone".
AMBIGUOUS = frozenset(
    {
        "ET",
        "CT",
        "MT",
        "PT",
        "ADT",
        "AST",
        "ICT",
        "MDT",
        "GST",
        "EAT",
        "WAT",
        "HST",
        "IST",
        "TRT",
        "WEST",
        "WET",
        "AET",
        "AKT",
        "CAT",
        "HNEC",
    }
)

# In lower case. "Eastern", "central" and the like are ordinary words too: callers check what follows.
NAMES: dict[str, str] = {
    **dict.fromkeys(("eastern", "east coast", "us eastern", "u.s. eastern", "us east coast"), NEW_YORK),
    **dict.fromkeys(("central", "us central", "u.s. central"), CHICAGO),
    **dict.fromkeys(("mountain", "us mountain"), DENVER),
    **dict.fromkeys(("pacific", "west coast", "us pacific", "u.s. pacific", "us west coast"), LOS_ANGELES),
    **dict.fromkeys(("atlantic",), "America/Halifax"),
    **dict.fromkeys(("central european", "mitteleuropäische"), BERLIN),
    **dict.fromkeys(("eastern european",), ATHENS),
    **dict.fromkeys(("western european", "greenwich mean", "coordinated universal"), "UTC"),
    **dict.fromkeys(("indian standard", "india standard"), KOLKATA),
    **dict.fromkeys(("australian eastern", "australia eastern"), SYDNEY),
    **dict.fromkeys(("gulf standard",), "Asia/Dubai"),
    **dict.fromkeys(("singapore standard", "philippine standard", "hong kong standard"), SINGAPORE),
    **dict.fromkeys(("japan standard", "korea standard"), "Asia/Tokyo"),
    **dict.fromkeys(("arabia standard",), MOSCOW),
    **dict.fromkeys(("south africa standard",), "Africa/Johannesburg"),
    **dict.fromkeys(("pakistan standard",), "Asia/Karachi"),
    **dict.fromkeys(("new zealand standard",), AUCKLAND),
}
# Zones only before "time", "hours" or "time zone", or after "overlap with".
CITIES: dict[str, str] = {
    **dict.fromkeys(("new york", "nyc", "ny", "boston", "toronto", "miami", "montreal", "washington dc"), NEW_YORK),
    **dict.fromkeys(("chicago", "austin", "texas"), CHICAGO),
    "denver": DENVER,
    **dict.fromkeys(("san francisco", "sf", "bay area", "los angeles", "la", "seattle", "california"), LOS_ANGELES),
    **dict.fromkeys(("london", "uk", "u.k.", "british", "united kingdom"), LONDON),
    **dict.fromkeys(("dublin", "ireland", "irish"), "Europe/Dublin"),
    **dict.fromkeys(("lisbon", "portugal"), "Europe/Lisbon"),
    **dict.fromkeys(("berlin", "german", "germany", "paris", "french", "france", "madrid", "spain", "spanish"), BERLIN),
    **dict.fromkeys(
        ("amsterdam", "dutch", "rome", "italian", "vienna", "zurich", "swiss", "stockholm", "oslo"), BERLIN
    ),
    **dict.fromkeys(("copenhagen", "danish", "warsaw", "polish", "poland", "prague", "brussels", "belgrade"), BERLIN),
    **dict.fromkeys(("kyiv", "kiev", "athens", "helsinki", "bucharest", "vilnius", "riga", "tallinn", "sofia"), ATHENS),
    **dict.fromkeys(("israel", "israeli", "tel aviv"), "Asia/Jerusalem"),
    **dict.fromkeys(("moscow", "istanbul", "turkish", "turkey"), MOSCOW),
    **dict.fromkeys(("dubai", "uae"), "Asia/Dubai"),
    **dict.fromkeys(("india", "indian", "bangalore", "mumbai"), KOLKATA),
    **dict.fromkeys(("singapore", "manila", "philippine", "philippines", "hong kong", "beijing", "perth"), SINGAPORE),
    **dict.fromkeys(("tokyo", "japan", "japanese", "seoul"), "Asia/Tokyo"),
    **dict.fromkeys(("sydney", "melbourne", "brisbane"), SYDNEY),
    **dict.fromkeys(("auckland", "new zealand", "nz"), AUCKLAND),
    **dict.fromkeys(("brazil", "brazilian", "sao paulo", "são paulo"), "America/Sao_Paulo"),
    **dict.fromkeys(("argentina", "argentinian", "buenos aires"), "America/Argentina/Buenos_Aires"),
    **dict.fromkeys(("mexico city", "mexico"), "America/Mexico_City"),
    **dict.fromkeys(("bogota", "bogotá", "colombia", "colombian", "lima"), "America/Bogota"),
    **dict.fromkeys(("cape town", "johannesburg", "south african", "south africa"), "Africa/Johannesburg"),
    **dict.fromkeys(("lagos", "nigeria", "nigerian"), "Africa/Lagos"),
}
# Zones only before "time zones" or "business hours": lowest and highest offset, zone to overlap with ("" if unclear).
REGIONS: dict[str, tuple[float, float, str]] = {
    **dict.fromkeys(("us", "u.s.", "usa", "united states", "american", "us-based"), (-8, -5, NEW_YORK)),
    **dict.fromkeys(("north america", "north american", "northern america"), (-8, -4, NEW_YORK)),
    **dict.fromkeys(("central america", "central american"), (-6, -6, "America/Costa_Rica")),
    **dict.fromkeys(("americas", "the americas"), (-8, -3, NEW_YORK)),
    **dict.fromkeys(("eastern americas",), (-5, -3, NEW_YORK)),
    **dict.fromkeys(("latam", "latin america", "latin american", "south america", "south american"), (-6, -3, "")),
    **dict.fromkeys(("europe", "european", "eu"), (0, 3, BERLIN)),
    **dict.fromkeys(("central europe",), (1, 1, BERLIN)),
    **dict.fromkeys(("emea",), (0, 4, BERLIN)),
    **dict.fromkeys(("middle east", "middle eastern"), (2, 4, "Asia/Dubai")),
    **dict.fromkeys(("africa", "african"), (0, 3, "")),
    **dict.fromkeys(("asia", "asian"), (3, 9, "")),
    **dict.fromkeys(("southeast asia", "south east asia", "south-east asia", "southeast asian", "se asia"), (7, 8, "")),
    **dict.fromkeys(("asia pacific", "asia-pacific", "asia/pacific", "apac"), (5, 12, "")),
    **dict.fromkeys(("australia", "australian", "aus", "au", "anz"), (8, 10, SYDNEY)),
}


# Words for a place's time before its name, and names of places in those languages.
TIME_OF = {
    "es": ("hora de", "horario de", "huso horario de", "zona horaria de"),
    "pt": ("hora de", "horário de", "horário comercial de", "fuso de", "fuso horário de"),
    "fr": ("heure de", "heures de", "fuseau horaire de", "fuseau de"),
    "it": ("ora di", "orario di", "fuso di", "fuso orario di"),
}
PLACES_OF_TIME: dict[str, dict[str, str]] = {
    "es": {"nueva york": NEW_YORK, "londres": LONDON, "madrid": BERLIN, "berlín": BERLIN, "parís": BERLIN},
    "pt": {"nova york": NEW_YORK, "nova iorque": NEW_YORK, "londres": LONDON, "lisboa": "Europe/Lisbon"},
    "fr": {"new york": NEW_YORK, "londres": LONDON, "paris": BERLIN, "berlin": BERLIN, "bruxelles": BERLIN},
    "it": {"new york": NEW_YORK, "londra": LONDON, "roma": BERLIN, "milano": BERLIN, "berlino": BERLIN},
}
PLACES_OF_TIME["es"] |= {"bogotá": "America/Bogota", "lima": "America/Bogota", "buenos aires": "America/Buenos_Aires"}
PLACES_OF_TIME["es"] |= {"ciudad de méxico": "America/Mexico_City"}
PLACES_OF_TIME["pt"] |= {"brasília": "America/Sao_Paulo", "são paulo": "America/Sao_Paulo"}
PLACES_OF_TIME["fr"] |= {"montréal": NEW_YORK}

# Zones by themselves, with the word for time in them, in languages other than English.
LOCAL_TIMES: dict[str, str] = {
    **{
        f"{time_of} {place}": zone
        for language, zones in PLACES_OF_TIME.items()
        for place, zone in zones.items()
        for time_of in TIME_OF[language]
    },
    **dict.fromkeys(("czasu nowojorskiego", "czasem nowojorskim", "new yorkse tijd"), NEW_YORK),
    **dict.fromkeys(("czasem polskim", "czasem warszawskim", "czasem środkowoeuropejskim"), BERLIN),
    **dict.fromkeys(("deutscher zeit", "deutsche zeit", "berliner zeit", "mitteleuropäischer zeit"), BERLIN),
    **dict.fromkeys(
        ("mitteleuropäische zeit", "wiener zeit", "schweizer zeit", "heure de paris", "heure française"), BERLIN
    ),
    **dict.fromkeys(("heure d'europe centrale", "heure de bruxelles", "hora de madrid", "hora peninsular"), BERLIN),
    **dict.fromkeys(
        ("hora española", "hora de españa", "horario español", "hora central europea", "ora italiana"), BERLIN
    ),
    **dict.fromkeys(("ora di roma", "nederlandse tijd", "amsterdamse tijd", "czasu polskiego", "czas polski"), BERLIN),
    **dict.fromkeys(("czasu warszawskiego", "czasu środkowoeuropejskiego", "czas środkowoeuropejski"), BERLIN),
    **dict.fromkeys(("londoner zeit", "britischer zeit", "heure de londres", "hora de londres"), LONDON),
    **dict.fromkeys(("hora de lisboa", "horário de lisboa"), "Europe/Lisbon"),
    **dict.fromkeys(("new yorker zeit", "heure de new york", "heure de l'est", "heure de montréal"), NEW_YORK),
    **dict.fromkeys(("hora de nueva york", "hora del este", "horário de nova york", "ora di new york"), NEW_YORK),
    **dict.fromkeys(("hora del pacífico", "heure du pacifique"), LOS_ANGELES),
    **dict.fromkeys(("hora de méxico", "hora de ciudad de méxico", "hora del centro de méxico"), "America/Mexico_City"),
    **dict.fromkeys(("hora de argentina", "hora argentina", "hora de buenos aires"), "America/Argentina/Buenos_Aires"),
    **dict.fromkeys(
        ("hora de colombia", "hora colombiana", "hora de bogotá", "hora de perú", "hora de lima"), "America/Bogota"
    ),
    **dict.fromkeys(
        ("hora de brasília", "horário de brasília", "fuso de brasília", "horário de são paulo"), "America/Sao_Paulo"
    ),
}
# Time zones of a region, in languages other than English: the name in REGIONS.
REGIONAL_ZONES: dict[str, str] = {
    **dict.fromkeys(("europäische zeitzone", "europäischen zeitzone", "europäischer zeitzone"), "europe"),
    **dict.fromkeys(("fuseau horaire européen", "fuseaux horaires européens", "zona horaria europea"), "europe"),
    **dict.fromkeys(("zonas horarias europeas", "huso horario europeo", "husos horarios europeos"), "europe"),
    **dict.fromkeys(("fuso horário europeu", "fusos horários europeus", "fuso orario europeo"), "europe"),
    **dict.fromkeys(("fusi orari europei", "europese tijdzone", "europejskiej strefie czasowej"), "europe"),
    **dict.fromkeys(("amerikanischen zeitzone", "amerikanische zeitzone", "zona horaria estadounidense"), "us"),
    **dict.fromkeys(("fuseau horaire américain", "fuso orario americano", "fuso horário americano"), "us"),
}

# The database also has fixed offsets under "Etc", and names such as "US/Pacific".
AREAS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def zone_names() -> frozenset[str]:
    """Of the zone database, aliases included. Each call of the library's function reads 600 files."""
    return frozenset(available_timezones())


@cache
def renamed_zones() -> Mapping[str, str]:
    """Name that the zone database has replaced → the present one: "Asia/Calcutta" → "Asia/Kolkata"."""
    names = zone_names()
    return {
        old: new
        for old, new in get_global("zone_aliases").items()
        if old in names and new in names and new.startswith(AREAS)
    }


def present_zone(zone: str) -> str:
    """The zone by its present name."""
    return renamed_zones().get(zone, zone)


@cache
def standard_offset(zone: str) -> float:
    """Offset of an IANA zone from UTC in standard time, in hours."""
    # The smaller of January's and July's offset: winter comes in July on the southern hemisphere.
    offsets = (datetime(2026, month, 15, tzinfo=ZoneInfo(zone)).utcoffset() or timedelta() for month in (1, 7))
    return min(offsets) / timedelta(hours=1)


# "Europe/London", and neither "Europe/Asia" nor "Europe/Germany".
DATABASE_NAME = re.compile(
    r"\b(?:{})(?![\w/])".format(
        "|".join(re.escape(name) for name in sorted(zone_names(), reverse=True) if name.startswith(AREAS))
    )
)
