"""The zone of a state of the US or a province of Canada that has one, or one for nearly everybody there.

Left out are those whose people are divided between zones, such as Tennessee.
"""

from __future__ import annotations

from functools import cache

from listings.vocabulary.zones import CHICAGO, DENVER, LOS_ANGELES, NEW_YORK

# Zone → parts of ISO 3166-2 codes, from the database of time zones.
STATES_BY_ZONE: dict[str, str] = {
    NEW_YORK: (
        "US-CT US-DC US-DE US-GA US-MA US-MD US-ME US-NC US-NH US-NJ US-NY US-OH US-PA US-RI US-SC US-VA US-VT US-WV"
    ),
    "America/Detroit": "US-MI",
    CHICAGO: "US-AL US-AR US-IA US-IL US-KS US-LA US-MN US-MO US-MS US-OK US-TX US-WI",
    DENVER: "US-CO US-MT US-NM US-UT US-WY",
    "America/Phoenix": "US-AZ",
    LOS_ANGELES: "US-CA US-NV US-OR US-WA",
    "America/Anchorage": "US-AK",
    "Pacific/Honolulu": "US-HI",
    "America/St_Johns": "CA-NL",
    "America/Halifax": "CA-NS CA-PE",
    "America/Moncton": "CA-NB",
    "America/Toronto": "CA-ON CA-QC",
    "America/Winnipeg": "CA-MB",
    "America/Regina": "CA-SK",
    "America/Edmonton": "CA-AB CA-NT",
    "America/Vancouver": "CA-BC",
    "America/Whitehorse": "CA-YT",
}


@cache
def zone_of_state() -> dict[str, str]:
    return {code: zone for zone, codes in STATES_BY_ZONE.items() for code in codes.split()}
