"""The wordings in which ads ask for years of experience, in lower case."""

from __future__ import annotations

import re

# From one to ten in the languages that are read; both genders where they differ.
COUNTS = (
    "one two three four five six seven eight nine ten",
    "ein zwei drei vier fünf sechs sieben acht neun zehn",
    "un deux trois quatre cinq six sept huit neuf dix",
    "uno dos tres cuatro cinco seis siete ocho nueve diez",
    "um dois três quatro cinco seis sete oito nove dez",
    "uno due tre quattro cinque sei sette otto nove dieci",
    "een twee drie vier vijf zes zeven acht negen tien",
    "jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć",
)
NUMBERS = {word: number for words in COUNTS for number, word in enumerate(words.split(), 1)}
NUMBERS |= {"einem": 1, "eine": 1, "uma": 1, "dwóch": 2, "trzech": 3, "twelve": 12, "fifteen": 15}
NUMBER = rf"(?:\d{{1,2}}(?:[.,]5)?|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
# Before a number; a full stop or a word may stick to it where an ad lost its spaces: "a degree.4+ years",
# "Qualifications5+ years", "areas3-5 years" (not "Tools2 to 3 years"). So may a hyphen that begins an item.
APART = r"(?:(?<![\w,$€£/\-–—‐‑])(?<![^a-z]\.)|(?<=[a-z]{4})(?=\d{1,2} ?(?:\+|[-–]\d{1,2} y))|(?<=\n-))"
NUMBER_HINT = re.compile(rf"{APART}{NUMBER}(?!\w)")
YEARS = (
    r"(?:years?['’]?|year['’]s|months['’]?(?= (?:of )?(?:[\w-]+ ){0,4}?experience\b)|yrs?\b\.?|y\.?o\.?e\b\.?"
    r"|jahren?|ans|années?|años?|anos?|anni|anno|jaar|jaren|lata|lat|rok|roku"
    r"|[-‐ ]?jährige[nr]?|[-‐]?letni\w+)"
)
PLUS = r"(?:\+|＋|plus\b|or more\b|or greater\b|oder mehr\b|ou plus\b|o más\b|ou mais\b|o più\b|of meer\b)"
# A dash that was escaped once too often: "3 \\u2013 5 years".
RANGE = r"(?:-|–|—|‐|‑|\\u201[0-5]|/|to|bis|à|a|até|tot|do|and|und|or|oder|ou|o|of)"
FILLING = r"(?:full |solid |whole |overall |total |consecutive |volle[n]? )"
# A line "0 2 years"
LOST_DASH = r"(?:(?<=\n\d)|(?<=[-•·*] \d)) "
# "5+ years", "3-5 years", "two (2) years", "5 to 7+ yrs"
AMOUNT = re.compile(
    rf"{APART}(?<!\bto \()(?P<low>{NUMBER})[\])]?(?: ?\(?\+? ?\(\d{{1,2}}\+?\))? ?{PLUS}?"
    rf"(?:(?: ?{RANGE} ?|{LOST_DASH})(?P<high>{NUMBER})(?: ?\(\d{{1,2}}(?:[-–]\d{{1,2}})?\))? ?{PLUS}?)?"
    rf"[ -‑]?{FILLING}?{YEARS}(?![\w-])(?: ?{PLUS})?"
)
EXPERIENCE = (
    r"(?:experience\w*|exp\b|exposure|expertise|track record|background|practice|berufserfahrung|praxiserfahrung"
    r"|erfahrung\w*|berufspraxis|exp[ée]riences?|experi[eê]ncias?|esperienz\w+|\w*ervaring|doświadczeni\w+)"
)
# After the years: what was done in them. Not past a comma or a bracket that opens another thought.
# Items of a list may end in the word: "of sales, coordination, or support experience".
_LISTED = (
    r"(?=(?:(?!\b(?:with|have|has|must|you|we|includ\w*|strong|proven|solid|and experience|previous|prior|plus)\b)"
    r"[^.;:!?\n()]){0,70}\bexperience)"
)
EXPERIENCE_AFTER = re.compile(rf"(?:[^.;:!?\n,]|,(?:(?=[^,]{{0,40}}\bexperience)|{_LISTED})){{0,90}}?\b{EXPERIENCE}")
# "You have worked as a nurse for at least three years"
WORKED_FOR = re.compile(
    r"(?:\byou(?:['’]ve| have)|^\W*have) (?:(?:already )?(?:worked|been working|been)|(?:\w+ ){0,3}experience)\b"
    r"[^.;:!?\n]{0,60}\bfor (?:at least |over |a minimum of )?$"
)
BEGINS = re.compile(
    r"[\W_]*(?:(?:you(?:['’]ve| have| bring)?|must have|have|has|requires?|proven|a|an|at least|minimum|of"
    r"|min\.?) ?)*\W*"
)
# "Residential lending: 5 years (Required)"
MARKED_REQUIRED = re.compile(r" ?\(required\)")
LABEL_BEFORE = re.compile(r"^[^:.;\n]{2,60}: $")
# A line for itself, whose years the line below states.
EXPERIENCE_LINE = re.compile(
    r"\W*(?:(?:years of|work|job|professional|relevant|required|minimum|industry|overall|total) )*experience"
    r"(?: (?:required|needed|level|range))?\W*"
)
OR_MORE = re.compile(PLUS)
# "Minimum years of experience:⏎3"
LABELLED_YEARS = re.compile(
    r"(?<![^\n])[^\w\n]{0,4}(?:(?:minimum|min\.?|required|total) )?years of (?:[\w-]+ ){0,2}experience(?: required)?"
    r" ?:\s{0,2}(?P<low>\d{1,2})(?: ?\+)?(?= ?(?:years?\b|yrs?\b|[-–]|$|\n))"
)
# "Experience in a similar position is required (at least 2 years)"
BEFORE_BRACKET = re.compile(
    rf"\b{EXPERIENCE}\b[^.;:!?\n()]{{0,90}} \((?:at least |about |a minimum of |minimum(?: of)? |min\.? ?|mind\. ?"
    r"|mindestens |al menos |au moins |almeno |minimaal |co najmniej )?$"
)
# Before years of some work, in the description as well.
DEMANDED = re.compile(
    r"(?<!commit )(?<!stay )\b(?:must have|requires?|required|at least|a minimum of|minimum(?: of)?|min\.|you have"
    r"|you(?:['’]ve)|you bring|we (?:ask for|expect|want|need)|mindestens|al menos|au moins|almeno|minimaal"
    r"|co najmniej)(?: at least| a minimum of)? $"
)
# Between a tool and its years: "Python: 5 years", "Python (5+ years, expert)"; and what may follow these.
TOOL_YEARS_BEGIN = re.compile(r"[^:(]{0,12}:.{0,12}|(?: [\w-]+){0,2} ?\((?:at least |min(?:imum|\.)? )?")
_SKILL_LEVEL = r"[, ]+(?:expert|advanced|proficient|hands-on)[\w -]*\)"
TOOL_YEARS_END = re.compile(rf"\)|{_SKILL_LEVEL}|[, ]+(?:required|professional)\)|[ .]*$")
# "Kelp (5+ years, expert level)" is of a skill, whatever it is.
ITEM_OF_SKILL = re.compile(r"[\W_]*(?P<skill>[a-z][\w+#./&-]*(?: [\w+#./&-]+){0,3}) \($")
SKILL_LEVEL_END = re.compile(_SKILL_LEVEL)
YOE = re.compile(r"y\.?o\.?e")
# "We are looking for 3-6 years on real systems"
YEARS_SOUGHT = re.compile(r"\blooking for (?:at least |a minimum of |over )?$")
# "We are looking for someone with 5+ years": a requirement wherever it stands.
SOUGHT_BEFORE = re.compile(
    r"\b(?:we(?:['’]re| are) (?:currently |now )?)?(?:looking for|seeking|searching for) an? (?:(?!\bthat\b"
    r"|\bwhich\b)[\w/&-]+,? ){1,7}"
    r"(?:(?:who has|with) |\()(?:at least |a minimum of |over )?$"
    r"|\bwe(?:['’]re| are) (?:currently |now )?looking for (?:at least |a minimum of |over )?$"
    r"|\bwe(?:['’]re| are) (?:currently |now )?(?:looking|searching) for (?:someone|somebody|a person|people|candidates"
    r"|applicants) (?:who (?:has|have)|with) (?:at least |a minimum of |over )?$"
)
# Of a sentence that asks for years wherever it stands, if they are of experience: "Minimum of 2 years of experience"
DEMAND_BEGINS = re.compile(
    r"[\W_]*(?:minimum(?: of)?|a minimum of|at least|must have|(?:to be successful in this (?:role|position|job),? )?"
    r"you(?:['’]ll| will)? (?:have|bring|need))(?: at least| a minimum of)? $"
)
# Before the years: "Experience: 5 years", "experience of at least 3 years", "expérience de 3 ans minimum"
EXPERIENCE_BEFORE = re.compile(
    rf"\b{EXPERIENCE}"
    # "experience in a similar position is required (at least 2 years)"
    r"(?: (?:in|as|with|of) [\w ,/&-]{1,60}?(?= (?:is|are) required \())?"
    r"(?: (?:is |are )?(?:required|needed|necessary|essential|mandatory|a must)| level| erforderlich| requise"
    r"| requerida| richiesta)?"
    r"(?:\)? ?[:=–-]|(?: (?:of|is|must be|should be|de|d['’]|di|von|van|profissional|profesional|professionale|mínima"
    r"|minimum|mínimo|zawodowe|at least|a minimum|an?|plus|über|con|com|com o|como|w|na|stanowisku|podobnym|in|im"
    r"|similar|bereich))*| (?:in|with|as|of) (?:[\w/&-]+ ){1,5}(?=(?:min\.|minimum|at least) ?(?:of )?$))? ?(?:\("
    r"|about |at least |a minimum of |minimum(?: of)? |min\.? ?|mind\. ?|mindestens "
    r"|almeno "
    r"|al menos |pelo menos |au moins |d['’]au moins |minimaal |co najmniej |de pelo menos |de al menos |di almeno )*$"
)
# "18 years old", "5-year contract", "20 years in business": no experience that is asked for.
NOT_ASKED_AFTER = re.compile(
    r"['’]? ?(?:old\b|of age|from now|ago\b|alt\b|contract|fixed|limited|term\b|warrant|vest|anniversar|lease|runway"
    r"|visa|or (?:older|over)\b"
    r"|in business(?! (?:intelligence|development|anal\w+|administration|operations|systems|process\w*|consulting)\b)"
    r"|in (?:the|our) (?:market|making)\b|in a row|running|college|of (?:college"
    r"|university|study|studies|school|growth|innovation|service\b|history|success|existence|funding|heritage"
    r"|continuous(?! (?:\w+ ){0,2}experience)"
    r"|education|post)|degree|course|program\b|(?:of )?(?:combined(?! (?:in|within)\b"
    r"| [\w-]+(?: (?:and|&) |/)(?:[\w-]+ ){1,4}?experience\b)|collective|cumulative)"
    r"|on average|later|now\b"
    r"|young\b|de edad|d['’]âge"
    r"|d['’]existence|di età|de idade|studium|history|plan\b|strateg(?:y|ies)\b|roadmap|goal|horizon|forecast|period"
    r"|mandate"
    r"|of pto"
    # Beyond those that are asked for in general
    r"|d['’]exp[ée]rience (?:de travail )?(?:additionnel|supplémentaire)|de experi[eê]ncia adicional"
    r"|(?:[\w-]+ ){0,3}(?:degree|diploma|apprenticeship|studi\w*)\b)"
)
# "About ten years", "ten years, more or less": no least number.
HEDGED_BEFORE = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|some|something like|more or less|rund|etwa"
    r"|ungefähr|environ|aproximadamente|alrededor de|cerca de|circa|ongeveer|około)|~) ?(?:the )?$"
)
# "We typically expect at least 5 years", "Typically, 5+ years of experience"
TYPICAL_BEFORE = re.compile(r"\b(?:typically|generally|usually|normally)\b[^.;:!?\n]{0,50}$")
HEDGED_AFTER = re.compile(
    r"[^.;:!?\n]{0,60}?\b(?:more or less|or so\b|give or take|or thereabouts|or less\b|oder so\b"
    r"|mehr oder weniger|plus ou moins|más o menos|mais ou menos|più o meno|min of meer|mniej więcej)"
)
NOT_ASKED_BEFORE = re.compile(
    r"\b(?:(?:the |our )?(?:last|past|next|first|previous|recent|coming)|every|each|within|after|since|aged?|ages|up to"
    r"|less than|fewer than|no more than|under|below|max(?:imum)?\.?(?: of)?|not more than|bis zu|jusqu['’]à|hasta|até"
    r"|fino a|tot|maximaal|maks\w*\.?|contract\w*|duration|term|tenure|for another|additional|extra|combined|collective"
    r"|average(?: of)?|every other|in) ?(?:an? )?(?:of |is |: ?)?(?:up to )?$"
    # "You do not need 5 years", "no 5 years of experience"
    r"|(?:\bno|(?:\bnot|n['’]t) (?:need|require|expect|ask for)\w*) (?:to have )?(?:at least |a minimum of )?$"
    r"|\bcommit\w*(?: to)?(?: at least| a minimum of)? $|(?:\d|\bzero|\bentry(?:[ -]level)?) ?(?:to|[-–—]) ?$"
    r"|\bneed(?: not|n['’]t) have (?:at least )?$|\bdegree of $|\b(?:people|persons|anyone|those) over $"
)
# "We are building on ten years of experience": what the firm has.
OF_FIRM_BEFORE = re.compile(
    r"\b(?:build(?:s|ing)?|built|draw(?:s|ing)?|rel(?:y|ies|ying)) (?:up)?on (?:our |its |their |a |the )?"
    r"(?:more than |over |nearly |almost |some )?$"
    r"|\b(?:backed by|leverag(?:es?|ing)|harness(?:es|ing)?|combin(?:es?|ing)|boasts?|with a history of)"
    r" (?:our |its |their )?(?:more than |over |nearly |almost |some )?$"
)
# "Whether you have two or twenty years of experience"
WHETHER_BEFORE = re.compile(
    r"\b(?:whether|(?:not|n['’]t) (?:matter|care|mind) (?:to us )?(?:if|whether)|no matter (?:if|whether|how))\b"
    r"[^.;]{0,40}$"
)
ABBREVIATED = re.compile(r"\b(?:mind?|max|ca|approx|maks|mín|máx)\.\s?$")
BOASTING = re.compile(r"\W*(?:over|more than|nearly|almost) $")
WISH = re.compile(
    r"\b(?:prefer(?!abl|ence)\w*|nice[- ]to[- ]have|a (?:big |strong |huge )?plus\b|bonus|desir(?:ed|able)"
    r"|advantageous|an advantage|(?:is|are) ideal\b(?! (?:for|to)\b)"
    r"|ideally|preferably|would be (?:great|nice|ideal)|von vorteil|wünschenswert|idealerweise|un plus|idéalement"
    r"|souhait\w+"
    r"|deseable|se valorará|idealmente|desejável|diferencial|preferibil\w+|gradit\w+|bij voorkeur|mile widziane"
    r"|recommended(?! [a-z])|preferable|beneficial|ideal (?:years|level) of"
    r"|(?:an? (?:[\w-]+ )?|considered |be )asset|helpful|not required|not necessary|added (?:benefit|bonus)|optional)\b"
)
# "(preferred)", "(this is a big plus)": of what stands before the bracket. Any other word in it is itself the wish:
# "(agency work is a plus)".
BRACKETED_WISH = re.compile(
    rf"\((?:(?:this|that|it|is|are|would|be|but|strongly|highly|very|much|considered|not|and"
    rf"|experience(?= (?:is|would|an?)\b)) )*{WISH.pattern}(?! points\b)"
)
# "preferably in retail" narrows what is asked, and leaves the years.
NARROWED = re.compile(
    r",? ?(?:[-–—] )?(?:and )?\(?(?:preferably|ideally|idealerweise|idéalement|idealmente|preferibilmente"
    r"|bij voorkeur)\b"
)
NARROWED_TO = re.compile(r"(?:preferably|ideally) (?:in|within|with|at|as|on|for|from|using|supporting|working)\b")
# "3+ years of design experience, management experience a plus": what is wished for has a noun of its own.
WISHED_NOUN = re.compile(
    r"\b(?:experience|knowledge|background|degree|certification|exposure|familiarity|skills?|know-how|understanding)\b"
)
# Headings within a line: "… Preferred Qualifications: MBA. 5 years of experience". With a capital, and perhaps sticking
# to the word before, where an ad lost its line breaks.
_HEADED = (
    r"(?: (?:job|additional|other|technical|professional|work|education|skills?|experience|and|&|/)){0,3}"
    r" (?:qualification|experience|skill|requirement|education|knowledge|background|competenc|attribute|criteria)"
)
WISH_HEADING = re.compile(
    r"(?=[PDNRB])(?i:(?:pref+er+ed|desired|desirable|nice[ -]to[ -]have|recommended|bonus)"
    rf"(?:{_HEADED}|:))|A(?i:bove and beyond\b)"
)
NEED_HEADING = re.compile(
    rf"(?=[RMBEKC])(?i:(?:required|minimum|basic|essential|mandatory|key|core|must[ -]have){_HEADED}"
    r"|requirements\b|responsibilities\b)|(?=[WYQ])(?i:who you are|your profile|qualifications\b"
    r"|what you(?:['’]ll)? (?:need|bring|have))"
)
NEEDED = re.compile(r"\b(?:required|must have|mandatory)\b")
# Years in place of a degree, or fewer with a higher one: no single number holds for everybody.
DEGREE = (
    r"\b(?:degrees?|bachelor\w*|master['’]?s|master (?:of|in)\b|ph\.?d"
    r"|[bm]\.?[sa]\.?(?:c\.?|ee)?|mba|diploma|ged|associate['’]?s"
    r"|graduates?|pharm\.?d"
    r"|undergraduate|doctorate|high school|hs|abschluss|studium|ausbildung|diplôme|laurea|titulación)\b"
)
DEGREES = re.compile(DEGREE)
# "Masters with 4 years of experience", beside other years with another degree.
YEARS_WITH_DEGREE = re.compile(
    rf"{DEGREE}\.?[^.;:\n]{{0,160}}?(?:\b(?:with|and|plus|requires?) |[+,&] ?)"
    r"(?:over |at least |(?:a )?minimum (?:of )?)?"
    rf"(?P<low>{NUMBER})\+?(?: ?\(\d{{1,2}}\))?(?: ?{RANGE} ?{NUMBER})?\+?[ -]{YEARS}"
)
# "3 years (technical degree)", beside "2 years (with an engineering degree)".
YEARS_BEFORE_DEGREE = re.compile(
    rf"(?P<low>{NUMBER})\+?(?: ?{RANGE} ?{NUMBER})?\+?[ -]{YEARS}(?![^.;\n(]{{0,60}}\b(?:and|plus)\b)"
    rf"[^.;\n(]{{0,60}}?(?:\bwith|\()[^.;\n()]{{0,40}}?{DEGREE}"
)
# "A PhD may be substituted for up to three years of experience"
DEGREE_FOR_YEARS = re.compile(
    rf"{DEGREE}[^.;\n]{{0,80}}?\b(?:in lieu of|in place of|instead of|substitut\w+ for|replaces?)\b"
    r"(?:(?!degree)[^.;\n]){0,40}?\bexperience\b"
)
REPLACES = ("lieu", "substitut", "in place of", "instead of", "replace")
# "A degree in lamps, or five years": whoever has the degree needs none of these.
IN_PLACE_OF_DEGREE = re.compile(
    rf"{DEGREE}[^;\n]{{0,120}}?\b(?:or|oder|ou|and/or) (?:at least |(?:a )?minimum (?:of )?|min\.? |have )?$"
)
# Two patterns, as the first is slow and needs a degree, which few sentences name.
DEGREE_ALTERNATIVE = re.compile(
    rf"{DEGREE}[^;\n]{{0,120}}?\b(?:or|oder|ou|and/or) (?:at least |a minimum of |minimum |min\.? |\d"
    rf"|equivalent (?:years|combination))"
    rf"|\b(?:or|and/or|in lieu of|instead of|in place of|substitut\w+|oder|ou)\b[^;\n]{{0,60}}?{DEGREE}"
    rf"|\bwithout (?:an? )?{DEGREE}"
)
ALTERNATIVE = re.compile(
    r"\b(?:substitut\w+|in lieu of|may be considered|other candidates|all (?:experience )?levels"
    r"|also (?:be )?consider|option [1-9a-d][:.)])|^\W*(?:or|oder|ou)\b|\bor\W*$"
)
OR_BEFORE = re.compile(
    r"(?:\b(?:or|oder|ou|and/or)|/) \(?(?:at least |(?:a )?minimum(?: of)? |min\.? |mindestens |about )?$"
)
# "OR" or "… with three years or" on the line above; a line "… or related field" was only cut in two.
OR_ABOVE = re.compile(r"(?:(?:^|\n)\W*|\b(?:years?|yrs)\b[^\n]*\W)or\W{1,4}$")
# Of its end, with the line break that "$" may stand before.
OR_LENGTH = len("or") + 4 + 1
OR_EQUIVALENT = re.compile(r"or\n\W*equivalent (?:with|to)\b")
# Not "Or an equivalent combination of education and experience", which leaves the years as they are.
OR_NEXT = re.compile(r"\W{0,3}or\b(?!,? (?:an? )?equivalent combination\b)")
LEVEL = re.compile(
    r"\b(?:junior|mid(?:-?level)?|intermediate|senior|staff|principal|lead|level [i1-5]+)\b ?(?:\(|:|-(?!\w)|–)"
    r"|years? for (?:an? |the )?(?:junior|mid(?:-?level)?|senior|staff|principal|lead)"
    r" (?:role|position|level|candidate)"
)
# A line "Intermediate level – minimum requirements" or "Requirements for the editor's job:", above those of another.
LEVEL_HEADING = re.compile(
    r"\n[^\w\n]{0,6}requirements for (?:the |our |an? )?([^\n:.]{3,60}?) (?:position|role|job):?(?=\n)"
    r"|\n[^\w\n]{0,6}(junior|entry|mid(?:dle)?|intermediate|senior|staff|principal|lead|expert)[ -]?level\b"
    r"[^\n.,;]{0,120}(?=\n)"
)
# In capitals alone, and so above the headings that are not.
CAPITAL_HEADING = re.compile(r"\n[ *#]*([A-Z][^a-z\n]{7,60})(?=\n)")
NO_EXPERIENCE = re.compile(
    r"\bno (?:prior |previous |professional |work |relevant |specific ){0,3}experience (?:is |at all )?"
    r"(?:required|needed|necessary)\b"
)
