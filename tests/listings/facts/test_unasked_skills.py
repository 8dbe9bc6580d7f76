"""Tools that an ad names without asking for them, and wordings that ask for them all the same."""

from __future__ import annotations

from dataclasses import replace

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.skills.reader import read
from tests.examples import few
from tests.listings.facts.growth import LIMIT, growth
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Team Member", company="Lantern Quay")
BOARD = BOARDS["remoteco"]
INTRODUCTION = "Lantern Quay builds tools for ferries."


def skills(text: str) -> set[str]:
    lines = [INTRODUCTION, *text.split("\n")]
    fact = read(Reading(replace(AD, html="".join(f"<p>{line}</p>" for line in lines)), BOARD))
    return set(fact.value) if fact else set()


@table(
    "text",
    [
        "Java, Indonesia is lovely.",
        "Candidates who only know WordPress will not be a match.",
        "You know neither Java nor C#.",
        "Our team sits on Java, in Indonesia, and in Aurora, CO.",
        "Apply through Greenhouse or LinkedIn.",
        "Apply via Ashby.",
        "The interview is held over Zoom or Google Meet.",
        "Interviews take place on Microsoft Teams.",
        "First interview via Skype, second via Zoom.",
        "Follow us on LinkedIn, Instagram and Twitter.",
        "Join our Slack community and our Discord.",
        "Send your CV through Workable.",
        "No Python needed.",
        "No Python, Java or C# needed.",
        "Python is not required.",
        "You don't need to know Kubernetes or Docker.",
        "No prior experience with Salesforce or HubSpot required.",
        "We do not use Java or PHP.",
        "Our platform integrates with Slack, Salesforce and HubSpot.",
        "Lantern integrates with Jira, Asana and Trello.",
        "Native integrations with Shopify, Stripe and WooCommerce.",
        "Our product connects to Snowflake and Databricks.",
        "Our software talks to Slack and Notion.",
        "Integrations include Slack, Zoom, Notion and Figma.",
        "Shell is our customer; Dart the dog visits.",
        "Our customers are Shopify, Stripe and Zoom.",
        "Our clients include Shopify, Stripe, Slack.",
        "We replaced Salesforce at 40 mills.",
        "Our index is more accurate than Elasticsearch.",
        "After our acquisition of Statsig, we grow.",
        "We are a company that develops software for machine learning, CAD and GIS.",
        "We compete with Salesforce and HubSpot.",
        "Backed by Stripe and Shopify; partner of AWS.",
        "Partner of AWS, Azure and Google Cloud.",
        "Founded by former Stripe and Airtable people.",
        "Our founders worked at Stripe and Twilio.",
        "Ex-Stripe, ex-Shopify team.",
        "Benefits: a MacBook, Slack socials, Zoom yoga.",
        "Perks: a Figma licence, Notion templates, Headspace.",
        "We offer a GitHub Copilot and ChatGPT subscription.",
        "We process your data under the CCPA and the GDPR.",
        "CCPA notice for applicants in California: we keep your information.",
        "OSHA category II: no exposure to bloodborne pathogens.",
        "We are SOC 2 and ISO 27001 certified.",
        "We are HIPAA compliant.",
        "We comply with CCPA and OSHA rules.",
        "Our practices comply with HIPAA and GDPR.",
        "Equal opportunity employer, under EEO, OSHA and HIPAA law.",
        "Société Moulin SAS, 75002 Paris. Nous sommes une SAS.",
        "Lantern SAS, Lyon",
        "Nous sommes une SAS au capital de 10 000 euros.",
        "Go to the shore; you go far; ready, set, go.",
        "You excel at word games and have access to power.",
        "A swift answer; the spark of joy; rust never sleeps.",
        "A vault, a consul, a chef, a puppet, a shell; bash the bugs; salt.",
        "You work at the front desk, box office and near the square.",
        "Vitamin C, plan B, and R & D.",
        "A C-level sponsor, series C, grade C.",
        "Hit the gym, express yourself, react calmly.",
        "Our app is on the App Store and on Google Play.",
        "Use the Stripe of ferries.",
        "As seen in Notion and Linear.",
        "Please use a Gmail address.",
        "Watch us on YouTube and TikTok.",
        "A career at Zoom, then at Slack.",
        "Unity among teams, and a spring in your step.",
        "Please do not contact us via LinkedIn or WhatsApp.",
        "The Salesforce for ferries.",
        "Nutanix is an investor.",
        "No React, no Angular.",
        "We're not a Java shop.",
        "Our rivals are Workday and Greenhouse.",
        "Our office is near the Phoenix, AZ airport.",
        "Recruitment process: a call on Zoom, a task on GitHub.",
        "The name of our dog is Ruby, the cat is Julia.",
        "Ada and Julia will interview you.",
        "Some colleagues write Python or R.",
        "Requirements:\nSome colleagues write Python or R.",
        "The finance team closes the books in NetSuite and Xero.",
        "Another team owns the Kafka queues and the Scala services.",
        "Customers run our agent on AWS, Azure or their own machines.",
        "Requirements:\nOur users write R and Stata.",
        "Integrations: Slack, Asana, Trello",
        "Think of us as Zendesk or Intercom for bakeries.",
        "We moved away from PHP and MySQL years ago.",
        "Familiarity with React or Angular is not expected.",
        "A background in Java or Kotlin would not help you here.",
        "Unlike Salesforce or Zoho, ours fits on one screen.",
        "It is smaller than SQLite and faster than Redis.",
        "Our planner is sold to salons that already run Shopify or Wix.",
        "You may know the libraries we've released, such as Optuna and Keras.",
        "Our freight platform leverages LLMs and RAG to plan every route.",
        "Groups for everybody:\n- Microsoft Teams communities for parents\n- Stripe's climate initiative",
        "Every year we go to the GitHub conference and the WordPress summit.",
        "We use BrightHire, a tool that records and summarizes interviews.",
        "Requirements:\nA calm voice\nPowered by JazzHR",
    ],
)
def test_what_nobody_asks_for(text: str) -> None:
    assert skills(text) == set()


@table(
    ("text", "asked"),
    [
        ("You run k8s and Terraform.", {"terraform", "kubernetes"}),
        ("You comply with OSHA and GDPR.", {"gdpr", "osha"}),
        (
            "k8s, TF, GH Actions, Postgres, Mongo",
            {"terraform", "mongodb", "github actions", "postgresql", "kubernetes"},
        ),
        ("Requirements: K8s, AWS, GCP, TF.", {"terraform", "gcp", "kubernetes", "aws"}),
        (
            "You know Microsoft Excel, Slack, Notion, Figma and HubSpot.",
            {"figma", "excel", "slack", "notion", "hubspot"},
        ),
        ("Experience with R, Python or SAS.", {"r", "sas", "python"}),
        ("NodeJS, Node.js, React.js, Vue.js, Next.js", {"node.js", "vue", "next.js", "react"}),
        ("5 years of .NET, C#, and C++; F# is a plus.", {"c++", "c#", ".net"}),
        ("golang or rustlang", {"go"}),
        ("Build integrations with Salesforce, HubSpot and Slack.", {"hubspot", "salesforce"}),
        ("You will integrate our product with Shopify and Stripe.", {"shopify", "stripe"}),
        ("Experience with API integrations such as Twilio and Stripe.", {"stripe", "twilio"}),
        ("You write Go and Python.", {"go", "python"}),
        ("Requirements:\n- Excel, Word and PowerPoint", {"excel", "powerpoint", "word"}),
        ("Requirements:\n- Experience with GDPR and HIPAA", {"hipaa", "gdpr"}),
        ("Our stack: Python, Django and PostgreSQL on AWS.", {"postgresql", "aws", "django", "python"}),
        ("Requirements:\n- You have built and deployed web applications in Python and Django", {"django", "python"}),
        ("You manage hiring in Greenhouse and LinkedIn Recruiter.", {"greenhouse"}),
        ("You answer customers in Zendesk and Intercom.", {"intercom", "zendesk"}),
        ("Requirements:\n- Knowledge of SAS and SQL", {"sas", "sql"}),
        ("Bash, Perl and Shell scripts", {"perl", "bash"}),
        ("Java, Kotlin and Swift", {"kotlin", "java", "swift"}),
        ("Requirements:\n- Not only Python, but SQL too", {"python", "sql"}),
        ("You use Figma, Miro and Notion daily.", {"notion", "miro", "figma"}),
        ("Requirements:\nNo degree needed, but Python and SQL are a must.", {"python", "sql"}),
        ("We use Rust, TypeScript and React.", {"typescript", "rust", "react"}),
        ("Du arbeitest mit SAP, Excel und DATEV.", {"sap", "excel", "datev"}),
        ("Dominio de Excel y Power BI.", {"power bi", "excel"}),
        ("Maîtrise de Python et SQL.", {"python", "sql"}),
        ("You and your colleagues run Kubernetes and write Go.", {"kubernetes", "go"}),
        ("Our team builds in Python and Django, and you join it.", {"python", "django"}),
        ("We moved from PHP to Go and PostgreSQL.", {"go", "postgresql"}),
        ("You reconcile accounts in Xero and build reports in Excel.", {"xero", "excel"}),
        ("Vous maîtrisez Excel.", {"excel"}),
        ("Je beantwoordt vragen per chat in Zendesk.", {"zendesk"}),
        ("Você vai: criar painéis em Power BI.", {"power bi"}),
        ("Dein Profil\n- Gute Ausbildung, sehr gute Excel-Kenntnisse", {"excel"}),
        ("You hold a PhD and know MATLAB.", {"matlab"}),
        ("Kubernetes, Terraform, a bit of Go.", {"go"}),
        ("Du arbeitest täglich mit SAP.", {"sap"}),
        ("Requirements:\nExperience with EMRs and CRMs", {"ehr", "crm"}),
    ],
)
def test_what_looks_alike_and_is_asked_for(text: str, asked: set[str]) -> None:
    assert asked <= skills(text)


@table(
    ("title", "counts"),
    [("Backend Developer", True), ("Data Engineer", True), ("Copywriter", False), ("Advocate for Developers", True)],
)
def test_the_tools_of_a_team_count_if_its_trade_is_that_of_the_job(title: str, counts: bool) -> None:
    ad = replace(AD, title=title, html="<p>Our developers write Kotlin and Scala.</p>")
    fact = read(Reading(ad, BOARD))
    assert ({"kotlin", "scala"} <= set(fact.value if fact else ())) is counts


@table(
    ("text", "asked"),
    [
        ("Our iOS and Android apps have four million downloads.\n- Lunch", set()),
        ("The shop was built on WordPress, Shopify and Wix before.\n- Lunch", set()),
        ("Tools: Webflow and Framer\n- Lunch", {"webflow", "framer"}),
        ("Screens are drawn in Webflow and Framer.", {"webflow", "framer"}),
        ("You plan campaigns in HubSpot.", {"hubspot"}),
        ("- HubSpot, Canva and Mailchimp", {"hubspot", "canva", "mailchimp"}),
        ("Requirements:\n- Sound English\nBerths are booked with Zendesk.", set()),
        ("Requirements:\n- Zendesk", {"zendesk"}),
        ("Salary: £30,000\nYou look after our CRM (Salesforce).", {"crm", "salesforce"}),
        ("Benefits: Slack and Notion\nYou look after our CRM (Salesforce).", {"crm", "salesforce"}),
        ("Requirements:\nYou have experience with Zendesk.", {"zendesk"}),
    ],
)
def test_prose_of_a_trade_without_software_names_tools_in_passing(text: str, asked: set[str]) -> None:
    html = "".join(f"<p>{line}</p>" for line in [INTRODUCTION, *text.split("\n")])
    fact = read(Reading(replace(AD, title="Marketing Associate", html=html), BOARD))
    assert set(fact.value if fact else ()) == asked


@table(
    "piece",
    few(
        [
            *(
                "no Python, ",
                "our customers are Slack ",
                "apply via Zoom ",
                "your data in SQL ",
                "we help teams in SQL ",
            ),
            *("your GitHub ", "our team has experience at ", "rather SQL than ", "Access to SAP (SAP "),
        ],
        2,
    ),
)
def test_time_grows_linearly(piece: str) -> None:
    assert growth(read, lambda text: Reading(replace(AD, html=text), BOARD), piece) < LIMIT
