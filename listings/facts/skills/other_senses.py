"""Other senses of the names of tools: abbreviations that an ad spells out otherwise, names within longer terms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from listings.vocabulary.skills import SPELLINGS, Spelling

# Characters to either side of a name in which the words of its field stand.
NEAR = 60
# Long forms by which an ad shows, with the abbreviation in brackets, that it means no tool.
LONG_FORMS: Mapping[str, tuple[str, ...]] = {
    "abm": ("analog behavioral model",),
    "ar": ("accounts receivable", "account receivable"),
    "bi": ("background investigation",),
    "cbt": ("core banking transformation", "computer-based training", "computer based training"),
    "cdp": ("clinical development plan",),
    "ci": ("continuous improvement", "confidential information", "counterintelligence"),
    "cpp": ("canada pension plan", "certified payroll professional", "critical process parameter"),
    "cpt": ("curricular practical training",),
    "crm": ("corporate risk management", "crew resource management"),
    "cro": (
        *("contract research organization", "contract research organisation", "clinical research organization"),
        "chief revenue officer",
    ),
    "dbt": ("digital business technology", "dialectical behavior therapy", "dialectical behavioral therapy"),
    "dsp": (
        *("delivery service provider", "delivery service partner", "demand side platform", "demand-side platform"),
        *("direct support professional", "digital service provider"),
    ),
    "emr": ("experience modification rate",),
    "gcs": ("global customer services", "google customer solutions"),
    "gis": ("global information services",),
    "ifs": ("intel foundry services",),
    "llm": ("master of laws", "master of law"),
    "mcp": ("massachusetts contingency plan",),
    "mls": ("medical laboratory scientist", "medical lab scientist", "multi-level security", "multi level security"),
    "pacs": ("communications, and sustainability", "communications and sustainability"),
    "msk": ("memorial sloan kettering", "musculoskeletal"),
    "msp": ("medicare secondary payer",),
    "pam": ("premium audit manager", "people analytics and measurement"),
    "psm": ("partner sales manager", "process safety management"),
    "qa": ("quality assessment",),
    "rds": ("research data specialist",),
    "rl": ("reality labs",),
    "sap": ("statistical analysis plan",),
    "sas": ("space and airborne systems",),
    "sip": ("signal and image processing", "systematic investment plan"),
    "sql": ("sales qualified lead", "sales-qualified lead"),
    "tdd": ("technical design document", "transactional due diligence"),
    "ts": ("top secret",),
}
# Other products of a name, anywhere in the ad.
NAMESAKES: Mapping[str, tuple[str, ...]] = {
    "synapse": ("synapse pacs", "synapse 3d", "synapse vna", "synapse mobility", "synapse mi "),
    "mls": ("medical lab ", "medical laborator", "mls (ascp", "mls(ascp"),
}
DEFINITIONS: Mapping[str, tuple[str, ...]] = dict(NAMESAKES) | {
    abbreviation: NAMESAKES.get(abbreviation, ())
    + tuple(
        definition
        for form in forms
        for definition in (f"{form} ({abbreviation}", f"{form}s ({abbreviation}", f"{abbreviation} ({form}")
    )
    for abbreviation, forms in LONG_FORMS.items()
}


@dataclass(frozen=True, slots=True)
class OtherSense:
    """Words around a name, in lower case, that show another sense: right `before` it, right `after` it or `near` it.

    `unless` one of these is near as well. `skill`: what is meant instead, if that is a skill.
    """

    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    near: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    skill: str = ""

    def holds(self, lower: str, start: int, end: int) -> bool:
        first, last = max(0, start - NEAR), end + NEAR
        if not (
            (self.before and self.before.search(lower, first, start))
            or (self.after and self.after.match(lower, end))
            or (self.near and self.near.search(lower, first, last))
        ):
            return False
        return self.unless is None or self.unless.search(lower, first, last) is None


# Hardware that is bought, sold and rented, unless somebody programs it.
_GPU = OtherSense(
    near=re.compile(r"\bgpu"),
    unless=re.compile(
        r"programm|cuda|opencl|parallel|shader|vulkan|kernel|comput(?!e )|accelerat|optimi|processing|engineer|develop"
        r"|fpga|architecture|(?:experience|knowledge|familiarity) (?:with|of|of using|using) gpu"
    ),
)
_SYSTEM_INTEGRATION = OtherSense(before=re.compile(r"\bfile $"))
# By spelling, in lower case: a longer one ("google cloud platform") has no other sense.
OTHER_SENSES: Mapping[str, OtherSense] = {
    # The law of pay whose status most American ads note.
    "flsa": OtherSense(
        after=re.compile(r"[\s:–-]{0,4}(?:status|code|class\w*|category|designation|(?:non-?)?exempt)\b")
    ),
    # A soft skill, unless software is spoken of.
    "customer relationship management": OtherSense(
        after=re.compile(r"(?!s? ?\(crm| (?:systems?|software|tools?|platforms?|applications?|technolog\w+)\b)")
    ),
    "cbt": OtherSense(after=re.compile(r"[ -]nuggets")),
    # The formula by which call centres are staffed.
    "erlang": OtherSense(after=re.compile(r"[ -]c\b")),
    "make": OtherSense(after=re.compile(r" (?:the|an?|sure|it|your|our|this|that|these|them|use|data|decisions?)\b")),
    # The council of British health professions.
    "hpc": OtherSense(after=re.compile(r"\.? ?(?:regist|council)")),
    "service cloud": OtherSense(before=re.compile(r"\bas[ -]an?[ -]$")),
    "system integration": _SYSTEM_INTEGRATION,
    "systems integration": _SYSTEM_INTEGRATION,
    "level design": OtherSense(
        before=re.compile(
            r"-$|\b(?:system|high|low|top|board|component|chip|circuit|block|module|gate|architectur\w+) $"
        )
    ),
    "waterfall": OtherSense(
        after=re.compile(r"[ -](?:charts?|plots?|graphs?|analys[ie]s|bridge)\b"),
        near=re.compile(r"\b(?:whisker|plots?|charts?|distribution|private equity|carried interest)\b"),
        unless=re.compile(r"\b(?:agile|scrum|kanban|methodolog\w+)\b"),
    ),
    "gpu": _GPU,
    "gpus": _GPU,
    "unity": OtherSense(
        before=re.compile(r"\b(?:strength|peace|faith) (?:through|in|and) $"),
        after=re.compile(r" (?:and|&) (?:inclusion|diversity|strength|respect|equity|belonging)"),
    ),
    "access": OtherSense(
        before=re.compile(
            r"\b(?:(?:identity|network|internet) and|storage|door|remote|privileged?|role[ -]based|enterprise|identity"
            r"|user|secure|network|physical|building|card|market|patient|first|all) $"
        ),
        after=re.compile(
            r" (?:(?:&|and) (?:permission\w*|availability|identity|inclusion|equity)|framework|control|management|layer"
            r"|applications?|rights|requests?|badges?|matrix|manager|token|point|policies)\b"
        ),
    ),
    "llm": OtherSense(
        before=re.compile(r"\b(?:jd|j\.d\.?|llb|ll\.b\.?)(?:s|,)?(?: ?/| or| and|,)? ?\(?(?:with )?(?:an? )?$"),
        after=re.compile(r"\.? (?:degree )?in (?:\w+ )?(?:tax|law|human rights)"),
    ),
    "gcp": OtherSense(
        near=re.compile(r"\b(?:ich|fda|ema|gxp|gmps?|cgmp|glp|gcdmp|gvp|cfr|irb|clinical|e6|regulatory)\b"),
        unless=re.compile(r"\b(?:aws|azure|cloud|google|kubernetes|docker|terraform|bigquery|snowflake)\b"),
        skill="good clinical practice",
    ),
    "emr": OtherSense(
        after=re.compile(r"s\b"),
        near=re.compile(
            r"\b(?:ehrs?|emr/|medical|clinical|clinicians?|claims|health\w*|patients?|hospitals?|pharmacy|epic|cerner"
            r"|practice management|hl7|charting|scheduling|lis|ris)\b"
        ),
        unless=re.compile(
            r"\b(?:aws|amazon(?:['’]?s)?|spark|pyspark|hadoop|ec2|s3|redshift|hive|glue|kinesis|databricks|clusters?"
            r"|hdinsight|dataproc|lambda|athena|airflow|sagemaker|presto|mapreduce|rds)\b"
        ),
        skill="ehr",
    ),
}
SPELLING_OF_SKILL = {spelling.skill: spelling for spelling in reversed(SPELLINGS)}


def meant(spelling: Spelling, lower: str, start: int, end: int) -> Spelling | None:
    """The spelling of what a name from `start` to `end` of a text in lower case means; None for no skill at all."""
    if any(definition in lower for definition in DEFINITIONS.get(spelling.folded, ())):
        return None
    sense = OTHER_SENSES.get(spelling.folded)
    if sense is None or not sense.holds(lower, start, end):
        return spelling
    return SPELLING_OF_SKILL[sense.skill] if sense.skill else None
