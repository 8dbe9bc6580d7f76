"""Wordings that name tools in passing: profiles, contacts, former employers, comparisons, what the product spares."""

from __future__ import annotations

PROFILES = r"(?:github|gitlab|bitbucket|linkedin|stack ?overflow|kaggle|behance|dribbble|hugging ?face|codepen)"
COMPANIES = (
    r"(?:companies|businesses|organi[sz]ations|enterprises|brands|customers|clients|teams|startups|firms|merchants"
    r"|retailers|marketers|developers)"
)
# A sentence goes on after "e.g." and "etc.".
REST = r"(?:\b(?:e\.g|i\.e|etc)\.|[^.!?\n])"
# Not "into your application", which is software.
APPLYING = (
    r"(?:\b(?:prepar\w+|plan\w*|writ\w+|complet\w+|submit\w*|help\w*(?: you)?(?: with| in)?) (?:and \w+ )?"
    r"your (?:job )?application\b|\byour (?:job )?(?:interview|cv|resume|résumé|cover letter)\b"
    r"|\bduring (?:the|an|our) (?:job )?interviews?\b)"
)
# Pieces of text and a pattern, as in unasked_sentences; where a pattern has a group, the span is that of the group.
PASSING: tuple[tuple[tuple[str, ...], str], ...] = (
    # "Include your LinkedIn or GitHub profile", "a link to your GitLab"
    (
        (
            "github",
            "gitlab",
            "linkedin",
            "bitbucket",
            "overflow",
            "kaggle",
            "behance",
            "dribbble",
            "hugging",
            "codepen",
        ),
        rf"\b(?:your|an?|any|public|active)\b[^.;:!?\n]{{0,40}}?\b{PROFILES}\b[^.;:!?\n]{{0,40}}?"
        r"\b(?:profiles?|accounts?|handles?|urls?|links?|usernames?)\b"
        rf"|\b(?:links?|urls?) (?:to|of|for)\b[^.;:!?\n]{{0,60}}?\b{PROFILES}\b"
        rf"(?:(?:, |/|,? (?:and|or|and/or) )[\w ]{{1,20}}){{0,3}}"
        rf"|\b{PROFILES}(?:(?:, |/|,? (?:and|or|and/or) )\w+)? (?:profile|account|username|handle|url|link)\b",
    ),
    # "Find me on the dbt Slack"
    (
        (
            "find me",
            "message me",
            "dm me",
            "dm us",
            "ping ",
            "reach us",
            "reach me",
            "contact us",
            "contact me",
        ),
        r"\b(?:find|message|dm|ping|reach|contact) (?:me|us)(?: out| up)? (?:on|at|via|through|over|using|in)\b"
        r"[^.;:!?\n]{0,60}",
    ),
    # "The video can be submitted via Vimeo"
    (
        ("submitted", "uploaded", "emailed", " sent "),
        r"\b(?:videos?|applications?|resumes?|résumés?|cvs?|portfolios?|cover letters?|work samples?|recordings?)\b"
        r"[^.;:!?\n]{0,30}\b(?:be|are|is) (?:submitted|uploaded|emailed|sent)\b[^.;:!?\n]{0,80}",
    ),
    # "Our postings are hosted on Hirequay", "Lantern Quay adheres to OSHA rules"
    (
        ("hosted ",),
        r"\b(?:postings?|applications?|openings|vacancies|career (?:page|site)) (?:is|are) hosted (?:on|by|at) "
        r"[^.;!?\n]{1,40}",
    ),
    (
        ("adheres to", "complies with", "abides by", "conforms to"),
        r"(?:^|(?<=[.!?] ))(?!-|ensur)(?:[\w&.'’-]+ ){1,4}(?:adheres to|complies with|abides by|conforms to)\b"
        r"[^.;!?\n]{0,120}",
    ),
    # "Posted by: A. Miller, SHRM-CP"
    (("posted by",), r"\bposted by:?[^.;!?\n]{0,80}"),
    # "You may know our work from Kafka", "papers that we wrote before Lantern, including Llama"
    (
        ("know our work", "know us ", "know our team", "know our founders"),
        rf"\bknow (?:us|our (?:work|team|founders)) (?:from|for|by|through)\b{REST}{{0,200}}",
    ),
    (
        ("prior to ", "before "),
        rf"\b(?:team|we) (?:worked on|built|wrote|published) (?:prior to|before)\b{REST}{{0,200}}",
    ),
    # "Thanks to our tools, the likes of Slack, we work from anywhere"
    (("thanks to our",), r"\bthanks to our\b[^.!?\n]{0,200}"),
    # "With Cash App, anyone can buy Bitcoin"
    (
        ("anyone can", "everyone can", "people can", "businesses can", "merchants can", "sellers can"),
        r"\bwith [\w. ]{2,30}, (?:anyone|everyone|people|businesses|merchants|sellers) can\b[^.!?\n]{0,160}",
    ),
    # "AI tools like ChatGPT can help you with your application"
    (
        ("chatgpt", "copilot", "claude", "gemini", "ai tool", "ai assistant"),
        rf"\b(?:ai (?:tools?|assistants?)|chatgpt|copilot|claude|gemini)\b{REST}{{0,200}}{APPLYING}{REST}{{0,160}}"
        rf"|{APPLYING}{REST}{{0,160}}\b(?:ai (?:tools?|assistants?)|chatgpt|copilot|claude|gemini)\b{REST}{{0,160}}",
    ),
    # "Licenses (i.e., CPA, CFA, etc.):", where the answer follows
    (
        ("license", "licence", "certification"),
        r"^[^\n]{0,60}\b(?:licen[sc]es?|certifications?)\b[^\n]{0,30}\((?:i\.e|e\.g)\.?,? [^)\n]{1,120}\)\s?:"
        r"\s?(?:$|n/?a\b|none\b|not applicable)",
    ),
    # Laws about what applicants write of themselves
    (
        ("job applicants", "california residents", "california applicants", "as an applicant"),
        r"(?:(?<=\n)|(?<=[.!?] )|^)[^.!?\n]{0,200}\b(?:job applicants|california (?:residents|applicants))\b"
        r"[^.!?\n]{0,160}|\bas an applicant\b[^.!?\n]{0,400}",
    ),
    (("refer ", "referral"), r"\brefer (?:\w+ )?(?:friends?|someone|people)\b[^.!?\n]{0,120}"),
    # "Our team has built products at Stripe", "executives with accomplishments at Oracle"
    (
        ("team", "founder", "leadership", "executives", "employees"),
        r"\b(?:team|founders?|leadership|executives?|employees)(?: (?:members|team))?(?: (?:that|which|who))? "
        r"(?:has|have|previously|formerly|comes?|came|hails?|with)\b[^.;:!?\n]{0,80}\b(?:accomplishments|products|years"
        r"|experience|leadership|roles|positions|worked|built|scaled|careers?|engineers|come|came|hail|market)\b"
        r"[^.;:!?\n]{0,20}?\b(?:at|from) (?!scale|least|all\b|the\b|our\b|any|home|scratch|every|design|concept"
        r"|idea|zero|start|a\b|an\b|this|customers|data|both|various|multiple|diverse|different)"
        r"([^.;:!?\n]{1,100})",
    ),
    # "Think GitHub for hardware"
    (
        ("think ",),
        r"(?:[(,:;–—-] ?|^|\n|[.!?] )think (?:of )?[^.;:!?\n)]{1,40}\b(?:for|but|meets)\b",
    ),
    # "You would rather meet customers than fiddle with Webpack"
    (("rather ",), r"\brather\b[^.;:!?\n]{1,100}?\bthan ([^.;:!?\n]{1,60})"),
    ((" to ",), r"\b(?:chained|glued|tethered) to [^.;:!?\n]{1,60}"),
    # "Does writing YAML fill you with dread?", "you don't need an army of engineers to write that Bash script"
    (
        ("dread", "tired of", "sick of", "fed up", "nightmare"),
        r"(?:^|[.!?\n] ?)[^.!?\n]{0,80}\b(?:dread|tired of|sick of|fed up|nightmares?)\b[^.!?\n]{0,80}\?",
    ),
    (("need an army",), r"\bneed an army\b[^.!?\n]{0,160}"),
    # "We help companies sync their data from Snowflake"
    (
        ("help",),
        r"\b(?:our (?:mission|goal|vision|platform|product|software|company|tools?)|we|company|which|startup)\b"
        rf"(?:(?!\byou\b|\byour\b){REST}){{0,80}}?\bhelp(?:s|ing)? (?:[\w-]+ ){{0,2}}{COMPANIES}\b"
        rf"(?:(?!\b(?:using|with|in|on) (?:our|modern|a )|\byou\b){REST}){{0,200}}",
    ),
    # What applicants are told of their data
    (
        ("applicant", "submitted during", "recruitment purposes"),
        r"\b(?:applicant (?:privacy|data)|submitted during|recruitment purposes)\b[^.!?\n]{0,260}",
    ),
)
