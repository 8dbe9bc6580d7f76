"""What made-up ads are made of: trades with their roles and tools, employers, places, sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trade:
    """`remotive`, `feed` and `remoteco` are what boards of these formats call it."""

    remotive: str
    feed: str
    remoteco: str
    roles: tuple[str, ...]
    tools: tuple[str, ...]
    tasks: tuple[str, ...]


def _trade(remotive: str, feed: str, remoteco: str, roles: str, tools: str, tasks: str) -> Trade:
    return Trade(remotive, feed, remoteco, *(tuple(words.split("|")) for words in (roles, tools, tasks)))


TRADES = (
    _trade(
        "Software Development",
        "Full-Stack Programming",
        "Software Development",
        "Full-Stack Engineer|Ruby on Rails Developer|Node.js Engineer|Python Developer|TypeScript Engineer",
        "Python|Django|PostgreSQL|TypeScript|React|Node.js|Ruby|Docker|AWS|GraphQL",
        "ship small changes every day|keep our booking service quick|review the work of two colleagues"
        "|turn rough ideas into working screens|write the tests that let us sleep",
    ),
    _trade(
        "Software Development",
        "Back-End Programming",
        "Software Development",
        "Backend Engineer|C++ Engineer|Go Developer|C# Developer|Rust Engineer|.NET Engineer",
        "C++|C#|.NET|Go|Rust|PostgreSQL|Kafka|Redis|gRPC|Linux",
        "own the service that prices every parcel|cut the tail of our slowest requests|design interfaces that last"
        "|move an old scheduler to a new home|keep data safe through every release",
    ),
    _trade(
        "Software Development",
        "Front-End Programming",
        "Software Development",
        "Frontend Engineer|React Developer|Vue.js Developer|Accessibility Engineer",
        "TypeScript|React|Vue.js|CSS|HTML|Playwright|Figma|Vite",
        "build forms that nobody has to explain|make our maps work on old phones|care for our component library"
        "|fix what screen readers stumble over",
    ),
    _trade(
        "Devops",
        "DevOps and Sysadmin",
        "System Administration",
        "Site Reliability Engineer|DevOps Engineer|Platform Engineer|Cloud Engineer",
        "Kubernetes|Terraform|AWS|Linux|Prometheus|Ansible|PostgreSQL|Bash",
        "carry the pager one week in five|make deployments boring|plan for the day a data centre floods"
        "|find out what we pay for and do not use",
    ),
    _trade(
        "Data and Analytics",
        "All Other Remote",
        "Data Analysis",
        "Data Analyst|Data Engineer|Machine Learning Engineer|Analytics Engineer",
        "SQL|Python|dbt|Airflow|Spark|R|Excel|scikit-learn",
        "answer questions before the meeting starts|make one table that everybody trusts|forecast the spring rush"
        "|explain a chart to people who dislike charts",
    ),
    _trade(
        "Design",
        "Design",
        "Graphic Design",
        "Product Designer|UX Researcher|Brand Designer|UI Designer",
        "Figma|Sketch|Illustrator|Photoshop|prototyping",
        "talk to five readers each month|draw the quiet states as well as the loud ones|keep our type in order"
        "|hand over work that developers enjoy",
    ),
    _trade(
        "Product Management",
        "Product",
        "Product Management",
        "Product Manager|Senior Product Manager|Product Owner",
        "Jira|SQL|Figma|analytics|roadmaps",
        "say no in a friendly way|write the page that everybody reads first|choose the one number that matters",
    ),
    _trade(
        "Customer Service",
        "Customer Support",
        "Customer Service",
        "Customer Support Specialist|Customer Success Manager|Technical Support Engineer|Support Team Lead",
        "Zendesk|Intercom|SQL|Slack|Help Scout",
        "answer people within the hour|turn ten equal questions into one clear page|tell engineers what hurts",
    ),
    _trade(
        "Marketing",
        "Sales and Marketing",
        "Marketing",
        "Content Marketer|SEO Specialist|Growth Marketer|Marketing Manager",
        "SEO|Google Analytics|HubSpot|WordPress|Mailchimp",
        "plan a quarter of useful articles|find out which letters people open|look after our small but loyal audience",
    ),
    _trade(
        "Sales",
        "Sales and Marketing",
        "Sales",
        "Account Executive|Sales Development Representative|Partnerships Manager",
        "Salesforce|HubSpot|LinkedIn|Excel",
        "listen more than you talk|bring in twelve new harbours a year|keep our records honest",
    ),
    _trade(
        "Writing",
        "All Other Remote",
        "Writing",
        "Technical Writer|Copywriter|Editor|UX Writer",
        "Markdown|Git|DITA|Google Docs",
        "turn interviews into guides|cut a third of every draft|look after our house style",
    ),
    _trade(
        "Human Resources",
        "Management and Finance",
        "Human Resources",
        "Recruiter|People Partner|HR Generalist",
        "Greenhouse|BambooHR|Excel|Slack",
        "write ads that say what the work pays|make the first week a good one|keep our reviews fair",
    ),
    _trade(
        "Finance",
        "Management and Finance",
        "Accounting & Finance",
        "Financial Controller|Accountant|Payroll Specialist",
        "Excel|Xero|NetSuite|SQL",
        "close the books by the fifth|explain our costs in one page|pay forty people in nine countries on time",
    ),
)
FIRST = (
    "Amber Blue Bright Cedar Copper Ever Fair Fern Green Harbour High Iron Juniper Lark Maple North Oak Quiet Red River"
)
SECOND = (
    "beacon bridge brook crest dale field gate haven hill lane mark mill path point port reach ridge stone wick yard"
)
KINDS = ("", "", " Labs", " Software", " Studio", ", Inc.", " Ltd", " GmbH", " Works", " Systems")
PLACES = (
    ("Worldwide", "Anywhere in the World", "Worldwide"),
    ("Worldwide", "Anywhere in the World", "Worldwide"),
    ("USA", "USA Only", "US National"),
    ("USA, Canada", "North America Only", "US National, Canada"),
    ("Europe", "Europe Only", "Europe"),
    ("Germany", "Europe Only", "Germany"),
    ("UK", "UK Only", "United Kingdom"),
    ("LATAM", "Latin America Only", "Latin America"),
    ("CET +/- 3 HOURS", "EMEA Only", "Europe, Africa"),
    ("Americas, Europe", "Anywhere in the World", "Worldwide"),
    ("Canada", "Canada Only", "Canada"),
    ("", "Anywhere in the World", "Worldwide"),
)
LEVELS = ("", "", "", "Senior ", "Senior ", "Junior ", "Lead ", "Staff ")
OPENINGS = (
    "{company} makes the software that small ferry lines run on.",
    "At {company} we help town libraries lend what they own to more people.",
    "{company} looks after the weather stations of nine hundred farms.",
    "{company} is a team of thirty-one people in fourteen countries who build tools for repair shops.",
    "We are {company}: we plan the rounds of nurses who visit patients at home.",
    "{company} runs a marketplace where bakers buy grain straight from mills.",
)
ABOUT = (
    "We have worked remotely since the first day, and write things down before we talk about them.",
    "We meet twice a year, by train where we can, and our offices are wherever you are.",
    "Most of our work happens in writing; there are three short calls a week and none on Fridays.",
    "We are profitable, we grow slowly on purpose, and nobody has been asked to work a weekend yet.",
    "Our customers answer the phone when we call them, which tells you most of what you need to know.",
)
WISHES = (
    "You have done this kind of work for some years and can show us something that you are proud of.",
    "You write clearly, and you ask when something is unclear.",
    "You know when a simple thing is good enough and when it is not.",
    "You are used to working with people whom you see on a screen only.",
    "You have opinions, and you change them when you are shown better ones.",
    "You have looked after something in production and learned from what broke.",
)
GIFTS = (
    "Thirty days of holiday and the public holidays of where you live",
    "A budget of 1,500 a year for books, courses and conferences",
    "A laptop and a chair that you choose",
    "Paid parental leave of twenty weeks",
    "Four-day weeks in July and August",
    "A pension plan that we pay into",
)
HOURS = (
    "Work when it suits you; we overlap four hours a day, between 13:00 and 17:00 UTC.",
    "You need at least three hours a day in common with Central European Time.",
    "Core hours are 10 am to 2 pm Eastern.",
    "",
    "",
)
ENDINGS = (
    "Send us a few lines about a piece of work that went wrong, and what you did about it.",
    "Write to {person} and tell us which of our pages you would mend first.",
    "We answer everybody within ten days, and tell you what the next step is.",
)
PEOPLE = (
    "Ilse Varga",
    "Tomas Okoro",
    "Mina Bergstrand",
    "Rafael Quint",
    "Noor Halabi",
    "Agnes Petit",
    "Kofi Lindqvist",
)
PAY = (
    "${low}k - ${high}k",
    "${low}k–${high}k /year",
    "€{low}.000 - €{high}.000",
    "£{low}k to £{high}k",
    "${hour} /hour",
    "",
    "",
    "",
)
