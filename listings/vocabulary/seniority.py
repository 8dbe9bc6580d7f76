"""Seniority levels: id → label for readers, from the bottom of a career to the top; and the words that name them."""

SENIORITIES = {
    "intern": "Internship",
    "junior": "Entry level or junior",
    "mid": "Mid level",
    "senior": "Senior",
    "staff": "Staff or principal",
    "lead": "Lead",
    "manager": "Manager",
    "director": "Director or head",
    "executive": "Executive (VP, C-level)",
}

# Values of boards' level fields. "Any", "Experienced" and "Associate" are missing: they match none of our levels.
FIELD_VALUES = {
    "intern": "intern|internship|student|praktikum",
    "junior": "junior|jr|júnior|berufseinstieg|entry|entry level|entry-level|graduate|new grad|trainee|early career"
    "|fresher",
    "mid": "mid|mid level|mid-level|midlevel|midweight|mid-weight|middle|intermediate|medior|pleno",
    "senior": "senior|senior level|senior-level|sr|sênior|sénior|experienced senior",
    "staff": "staff|principal|staff/principal|distinguished",
    "lead": "lead|tech lead|team lead|team-lead",
    "manager": "manager|management|manager level|senior manager|senior-level manager|senior level manager",
    "director": "director|head|head of|department head|senior director",
    "executive": "executive|c-level|c level|vp|vice president|c-suite|senior executive|vp/c-level",
}

# Before "manager" these name a function, not a rank: a product manager manages a product, not people.
FUNCTION_WORDS = """
account accounts product project projects program programme programs community office customer success support
retention experience client quality seo brand media content delivery release case relationship relations
campaign campaigns engagement implementation onboarding partner partners partnership partnerships channel
event events property contract contracts territory category course portfolio proposal bid grants merchandise
influencer affiliate study crm ppc incident problem renewals
localization vendor
"""
FUNCTIONS = frozenset(FUNCTION_WORDS.split())
TWO_WORD_FUNCTIONS = frozenset({
    "business development", "customer service", "customer services", "client services", "client service", "start up",
    "product marketing", "corporate development", "clinical trial", "change management",
})  # fmt: skip
