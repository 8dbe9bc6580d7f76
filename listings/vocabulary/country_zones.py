"""The zone of a country that has one standard time, or one for its mainland, and of countries where one name is meant.

Countries of several standard times, such as Australia, are left out: their names state no offset.
"""

from __future__ import annotations

from functools import cache

# Zone → ISO 3166-1 codes, from the database of time zones (zone.tab).
COUNTRIES_BY_ZONE: dict[str, str] = {
    "Europe/London": "GB GG IM JE",
    "Europe/Dublin": "IE",
    "Europe/Lisbon": "PT",
    "Atlantic/Reykjavik": "IS GH CI SN GM ML BF TG",
    "Europe/Berlin": "AD AL AT BA BE CH CZ DE DK ES FR GI HR HU IT LI LU MC ME MK MT NL NO PL RS SE SI SK SM VA XK",
    "Europe/Athens": "BG CY EE FI GR LT LV MD RO UA",
    "Europe/Moscow": "TR BY KE ET TZ UG SA QA KW BH IQ YE SY JO MG SO",
    "Africa/Lagos": "NG DZ TN AO BJ CM GA NE TD CG",
    "Africa/Johannesburg": "ZA BW ZW ZM MZ MW NA RW BI LS SZ SD EG LY",
    "Asia/Jerusalem": "IL LB PS",
    "Asia/Dubai": "AE OM GE AM AZ MU SC",
    "Asia/Tehran": "IR",
    "Asia/Kabul": "AF",
    "Asia/Karachi": "PK UZ TJ TM MV KZ",
    "Asia/Kolkata": "IN LK",
    "Asia/Kathmandu": "NP",
    "Asia/Dhaka": "BD BT KG",
    "Asia/Yangon": "MM",
    "Asia/Bangkok": "TH VN KH LA",
    "Asia/Singapore": "SG MY PH HK MO TW CN BN",
    "Asia/Tokyo": "JP KR",
    "Pacific/Auckland": "NZ FJ",
    "America/Sao_Paulo": "BR",
    "America/Argentina/Buenos_Aires": "AR UY SR",
    "America/Santiago": "CL",
    "America/La_Paz": "BO VE GY DO PR TT BB",
    "America/Bogota": "CO PE EC PA JM",
    "America/Mexico_City": "MX CR GT HN NI SV BZ",
}


@cache
def zone_of_country() -> dict[str, str]:
    return {code: zone for zone, codes in COUNTRIES_BY_ZONE.items() for code in codes.split()}
