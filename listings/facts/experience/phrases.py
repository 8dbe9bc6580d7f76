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
NUMBER_HINT = re.compile(rf"(?<![\w.,$€£/-]){NUMBER}(?!\w)")
YEARS = (
    r"(?:years?['’]?|yrs?\b\.?|y\.?o\.?e\b\.?|jahren?|ans|années?|años?|anos?|anni|anno|jaar|jaren|lata|lat|rok|roku"
    r"|[-‐ ]?jährige[nr]?|[-‐]?letni\w+)"
)
PLUS = r"(?:\+|＋|plus\b|or more\b|or greater\b|oder mehr\b|ou plus\b|o más\b|ou mais\b|o più\b|of meer\b)"
RANGE = r"(?:-|–|—|‐|‑|/|to|bis|à|a|até|tot|do|and|und|or|oder|ou|o|of)"
FILLING = r"(?:full |solid |whole |overall |total |consecutive |volle[n]? )"
# "5+ years", "3-5 years", "two (2) years", "5 to 7+ yrs"
AMOUNT = re.compile(
    rf"(?<![\w.,$€£/-])(?P<low>{NUMBER})(?: ?\(?\+? ?\(\d{{1,2}}\+?\))? ?{PLUS}?"
    rf"(?: ?{RANGE} ?(?P<high>{NUMBER})(?: ?\(\d{{1,2}}\))? ?{PLUS}?)?[ -‑]?{FILLING}?{YEARS}"
    rf"(?![\w-])(?: ?{PLUS})?"
)
EXPERIENCE = (
    r"(?:experience\w*|exp\b|exposure|expertise|track record|background|practice|berufserfahrung|praxiserfahrung"
    r"|erfahrung\w*|berufspraxis|exp[ée]riences?|experi[eê]ncias?|esperienz\w+|\w*ervaring|doświadczeni\w+)"
)
# After the years: what was done in them. Not past a comma or a bracket that opens another thought.
EXPERIENCE_AFTER = re.compile(rf"(?:[^.;:!?\n,]|,(?=[^,]{{0,40}}\bexperience)){{0,90}}?\b{EXPERIENCE}")
DOING_AFTER = re.compile(
    r"['’]?,? ?(?:of |in |as |w/ )?(?:an? |the )?(?:[\w-]+ ){0,2}?(?:in\b|as\b|working|building|developing|designing"
    r"|leading|managing|doing|writing|selling|running|supporting|within|at\b|programming|coding|creating|delivering"
    r"|with\b|operating|teaching|recruiting|shipping|professional\b|hands-on|in der\b|im\b|als\b|en\b|em\b|nel\b"
    r"|nella\b|w\b)"
)
# "You have worked as a nurse for at least three years"
WORKED_FOR = re.compile(
    r"\byou(?:['’]ve| have) (?:already )?(?:worked|been working|been)\b[^.;:!?\n]{0,60}"
    r"\bfor (?:at least |over |a minimum of )?$"
)
OR_MORE = re.compile(PLUS)
# Before years of some work, in the description as well.
DEMANDED = re.compile(
    r"(?<!commit )(?<!stay )\b(?:must have|requires?|required|at least|a minimum of|minimum(?: of)?|min\.|you have"
    r"|you(?:['’]ve)|you bring|we (?:ask for|expect|want|need)|mindestens|al menos|au moins|almeno|minimaal"
    r"|co najmniej)(?: at least| a minimum of)? $"
)
YOE = re.compile(r"y\.?o\.?e")
# Before the years: "Experience: 5 years", "experience of at least 3 years", "expérience de 3 ans minimum"
EXPERIENCE_BEFORE = re.compile(
    rf"\b{EXPERIENCE}(?: required| needed| level| erforderlich| requise| requerida| richiesta)?"
    r"(?:\)? ?[:=–-]|(?: (?:of|is|must be|should be|de|d['’]|di|von|van|profissional|profesional|professionale|mínima"
    r"|minimum|mínimo|zawodowe|at least|a minimum|an?|plus|über|con|com|com o|como|w|na|stanowisku|podobnym|in|im"
    r"|similar|bereich))*)? ?(?:\(|about |at least |a minimum of |minimum(?: of)? |min\.? ?|mind\. ?|mindestens "
    r"|almeno "
    r"|al menos |pelo menos |au moins |d['’]au moins |minimaal |co najmniej |de pelo menos |de al menos |di almeno )*$"
)
# "18 years old", "5-year contract", "20 years in business": no experience that is asked for.
NOT_ASKED_AFTER = re.compile(
    r"['’]? ?(?:old\b|of age|ago\b|alt\b|contract|fixed|limited|term\b|warrant|vest|anniversar|lease|runway|visa"
    r"|in business|in (?:the|our) (?:market|industry|field|business|making)\b|in a row|running|college|of (?:college"
    r"|university|study|studies|school|growth|innovation|service\b|history|success|existence|funding|heritage"
    r"|continuous"
    r"|education|post)|degree|course|program\b|(?:of )?(?:combined|collective|cumulative)|on average|later|now\b"
    r"|young\b|de edad|d['’]âge"
    r"|d['’]existence|di età|de idade|studium|history|plan\b|strateg|roadmap|goal|horizon|forecast|period|mandate"
    r"|of pto"
    r"|(?:[\w-]+ ){0,3}(?:degree|diploma|apprenticeship|studi\w*)\b)"
)
NOT_ASKED_BEFORE = re.compile(
    r"\b(?:(?:the |our )?(?:last|past|next|first|previous|recent|coming)|every|each|within|after|since|aged?|ages|up to"
    r"|less than|fewer than|no more than|under|below|max(?:imum)?\.?(?: of)?|not more than|bis zu|jusqu['’]à|hasta|até"
    r"|fino a|tot|maximaal|maks\w*\.?|contract\w*|duration|term|tenure|for another|additional|extra|combined|collective"
    r"|average(?: of)?|typically|usually|every other|in) ?(?:an? )?(?:of |is |: ?)?(?:up to )?$"
    # "You do not need 5 years", "no 5 years of experience"
    r"|(?:\bno|(?:\bnot|n['’]t) (?:need|require|expect|ask for)\w*) (?:to have )?(?:at least |a minimum of )?$"
)
# The firm, its team or its founder: "we bring over 20 years of experience".
OF_OTHERS_BEFORE = re.compile(
    r"\b(?:our|we|us|my|team|teams|company|firm|agency|founders?|co-?founders?|ceo|cto|coo|leadership|partners?"
    r"|employees"
    r"|staff|engineers bring|colleagues|he|she|clients?|customers?|manager (?:has|brings)|backed by|built on"
    r"|draw\w* (?:on|from|up)|based on|leverag\w+|thanks to|founded|established|wir|unser\w*|nous|notre|nos|nosotros"
    r"|nuestr\w+|nossa|nosso|nostr\w+|ons|onze|nasz\w*"
    r"|tenemos|contamos|temos|abbiamo|hebben|mamy|posiadamy)\b[^.;!?\n]{0,110}$|^\W*with (?:more than|over|nearly"
    r"|almost"
    r"|around|about)? ?$|^\W*for (?:more than |over |nearly |almost |the past )?$"
)
# "Join engineers with 10 years of experience", though the sentence begins with "you".
OF_COLLEAGUES_BEFORE = re.compile(
    r"\b(?:join(?:ing)?|work(?:ing)? (?:closely )?(?:with|alongside)|alongside|learn(?:ing)? from|led by|mentored by"
    r"|report to|meet"
    r"|founded by|guided by)\b[^.;!?\n]{0,80}\b(?:with|who ha(?:s|ve)|having|bring(?:s|ing)?)\b[^.;!?\n]{0,30}$"
    r"|\b(?:backed by|built on|drawing on|leveraging|thanks to) (?:over |more than |nearly |almost )?$"
)
MORE_THAN = r"(?:(?:over|more than|nearly|almost|about|around|between|at least|up to|an average of) )?"
# Of people whom the person meets, helps or writes for, and of the employer's other people.
OF_PEOPLE_BEFORE = re.compile(
    r"\byou(?:['’]ll| will)? (?:also |then )?(?:advise|coach|teach|train|interview|mentor|recruit|hire|serve|help"
    r"|support|assist|write for|talk to|meet|sit (?:beside|with|next to)|get advice from|guide) [^.;!?\n]{1,60}"
    rf"\b(?:with|who ha(?:s|ve)|having) {MORE_THAN}$"
    r"|(?:\b(?:your|our|another) (?:[\w-]+ )?(?:mentor|trainer|manager|lead|boss|supervisor|captain|head|director)s?"
    r"|(?<!for )(?<!need )(?<!seek )(?<!hire )(?<!seeking )(?<!hiring )\b(?:your|our|an?|the|another) (?:[\w-]+ )?"
    r"(?:colleague|mentor|trainer|predecessor|team-?mate|co-?worker|founder)s?)"
    rf",? (?:who )?(?:with|has|have|had|brings?|having) {MORE_THAN}$"
    # "Engineers here have between 3 and 25 years of experience"
    rf"|\b(?!candidates|applicants|individuals|hires)[a-z-]+s (?:here |of ours )?have {MORE_THAN}$"
)
# "Whether you have two or twenty years of experience"
WHETHER_BEFORE = re.compile(
    r"\b(?:whether|(?:not|n['’]t) (?:matter|care|mind) (?:to us )?(?:if|whether)|no matter (?:if|whether|how))\b"
    r"[^.;]{0,40}$"
)
NOT_OF_PERSON_BEFORE = (OF_COLLEAGUES_BEFORE, OF_PEOPLE_BEFORE, WHETHER_BEFORE)
ABBREVIATED = re.compile(r"\b(?:mind?|max|ca|approx|maks|mín|máx)\.\s?$")
BOASTING = re.compile(r"\W*(?:over|more than|nearly|almost) $")
# These make a sentence with "we" one about the person after all.
ASKING = re.compile(
    r"\b(?:you|your|we(?:['’]re| are)? (?:looking|seek|need|require|expect|ask|want|hir|search|prefer)\w*|we['’]d like"
    r"|we would like|looking for|required|requirements?|must|should|candidates?|applicants?|someone|suchen|erwarten"
    r"|bringst|cherchons|recherchons|buscamos|cerchiamo|zoeken|szukamy|join (?:our|us|the))\b"
)
WISH = re.compile(
    r"\b(?:prefer(?!abl|ence)\w*|nice[- ]to[- ]have|a (?:big |strong |huge )?plus\b|bonus|desir(?:ed|able)"
    r"|advantageous|an advantage"
    r"|ideally|preferably|would be (?:great|nice|ideal)|von vorteil|wünschenswert|idealerweise|un plus|idéalement"
    r"|souhait\w+"
    r"|deseable|se valorará|idealmente|desejável|diferencial|preferibil\w+|gradit\w+|bij voorkeur|mile widziane"
    r"|asset|helpful|not required|optional)\b"
)
# "preferably in retail" narrows what is asked, and leaves the years.
NARROWED = re.compile(
    r",? ?\(?(?:preferably|ideally|idealerweise|idéalement|idealmente|preferibilmente|bij voorkeur)\b"
)
# Years in place of a degree, or fewer with a higher one: no single number holds for everybody.
DEGREE = (
    r"\b(?:degrees?|bachelor\w*|master['’]?s|ph\.?d|[bm]\.?[sa]\.?(?:c\.?|ee)?|mba|diploma|ged|associate['’]?s"
    r"|graduates?"
    r"|undergraduate|doctorate|high school|hs|abschluss|studium|ausbildung|diplôme|laurea|titulación)\b"
)
DEGREES = re.compile(DEGREE)
# Two patterns, as the first is slow and needs a degree, which few sentences name.
DEGREE_ALTERNATIVE = re.compile(
    rf"{DEGREE}[^;\n]{{0,120}}?\b(?:or|oder|ou|and/or) (?:at least |a minimum of |minimum |min\.? |\d"
    rf"|equivalent (?:years|combination))"
    rf"|\b(?:or|and/or|in lieu of|instead of|in place of|substitut\w+|oder|ou)\b[^;\n]{{0,60}}?{DEGREE}"
    rf"|\bwithout (?:an? )?{DEGREE}"
)
ALTERNATIVE = re.compile(
    r"\b(?:substitut\w+|in lieu of|may be considered|other candidates|all (?:experience )?levels"
    r"|also (?:be )?consider)|^\W*(?:or|oder|ou)\b|\bor\W*$"
)
OR_BEFORE = re.compile(
    r"(?:\b(?:or|oder|ou|and/or)|/) \(?(?:at least |(?:a )?minimum(?: of)? |min\.? |mindestens |about )?$"
)
OR_NEXT = re.compile(r"\W{0,3}or\b")
LEVEL = re.compile(
    r"\b(?:junior|mid(?:-?level)?|intermediate|senior|staff|principal|lead|level [i1-5]+)\b ?(?:\(|:|-|–)"
)
NO_EXPERIENCE = re.compile(
    r"\bno (?:prior |previous |professional |work |relevant |specific ){0,3}experience (?:is |at all )?"
    r"(?:required|needed|necessary)\b"
)
