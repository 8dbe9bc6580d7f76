"""The skills that an ad asks for, by their names in our list, required ones first."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.skills.reader import read as read_skills
from listings.vocabulary.skills import SKILL_NAMES, SKILLS, SPELLINGS, canonical, fold, parse_spellings
from tests.examples import few
from tests.listings.facts.growth import LIMIT, growth
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Keeper", company="Lantern Quay")


def read(text: str = "", **stated: Any) -> list[str]:
    ad = replace(AD, html="".join(f"<p>{line}</p>" for line in text.split("\n")), **stated)
    reading = Reading(ad, BOARDS["remoteco"])
    found = read_skills(reading)
    if found is None:
        return []
    fields = {"title": reading.title, "text": reading.text}
    quoted = [fields[span.field][span.start : span.end] for span in found.spans]
    assert found.evidence == quoted[0]
    assert [canonical(words) for words in quoted] == found.value
    return list(found.value)


def asked(words: str) -> list[str]:
    return read(f"Requirements:\n{words}")


@table(
    ("words", "named"),
    [
        ("Python, Django and PostgreSQL", ["python", "django", "postgresql"]),
        ("Research Electronic Data Capture (REDCap)", ["redcap"]),
        ("Kysely, Zod and Bower", ["kysely", "zod", "bower"]),
        ("Postgres; K8s; AWS Lambda", ["postgresql", "kubernetes", "lambda"]),
        ("C, C++ and C#", ["c", "c++", "c#"]),
        ("ASP.NET, .NET or VB.NET", ["asp.net", ".net", "visual basic"]),
        ("Node.js/NodeJS with Express.js", ["node.js", "express.js"]),
        ("Move, Go, Ghost", []),
        ("Go, Rust or Swift, with PostgreSQL", ["go", "rust", "swift", "postgresql"]),
        ("5 years of experience with Go", ["go"]),
        ("A view of Rust and glass", []),
        ("Tools for the Spring", []),
        ("AI/ML products for ports, AWS, SQL and Python", ["aws", "sql", "python"]),
        ("Knowledge of GCP/ICH and of drug law", ["good clinical practice"]),
        ("We go to our customers and go to great lengths", []),
        ("Go beyond what is asked", []),
        ("Experience in R and Python", ["r", "python"]),
        ("R&amp;D, Vitamin C and C-level talks", []),
        ("You report to the C suite", []),
        ("Build REST APIs for the rest of the team", ["rest"]),
        ("You excel in teams and have access to the word of the day", []),
        ("Proficiency in Excel, Word and PowerPoint", ["excel", "word", "powerpoint"]),
        ("You react swiftly, rest less and express yourself", []),
        ("React, Redux, Next.js", ["react", "redux", "next.js"]),
        ("A spark of notion that makes others slack", []),
        ("You use Slack, Notion, Linear and Figma", ["slack", "notion", "linear", "figma"]),
        ("Experience with Spark", ["spark"]),
        ("A chef, a puppet and some salt", []),
        ("Ansible, Chef, Puppet", ["ansible", "chef", "puppet"]),
        ("The sprint, the express train, the spring, the unity", []),
        ("Java, Spring, Hibernate", ["java", "spring", "hibernate"]),
        ("Javascript is not Java.", ["javascript", "java"]),
        ("Scalable, sapling, awslike, pythonic", []),
        ("Write to python@example.com or see www.docker.com and https://x.example/react", []),
        ("Erfahrung mit Kubernetes und Terraform", ["kubernetes", "terraform"]),
        ("Umgang mit den gängigen MS-Office-Programmen", ["microsoft office"]),
        ("Ruby, Go or/and Node.js", ["ruby", "go", "node.js"]),
        ("DATEV sowie Excel", ["datev", "excel"]),
        ("QuickBooks, NetSuite; GAAP or IFRS", ["quickbooks", "netsuite", "gaap", "ifrs"]),
        ("ICD-10, HIPAA", ["icd-10", "hipaa"]),
        ("Knowledge of ICD-10 and CPT", ["icd-10", "cpt"]),
        ("We are unable to sponsor a visa, including CPT/OPT", []),
        ("Google Analytics 4, SEO and Google Ads", ["google analytics", "seo", "google ads"]),
        ("Workday, Greenhouse and BambooHR", ["workday", "greenhouse", "bamboohr"]),
        ("A good communicator with a sense of humour who speaks German", []),
        ("Experience with A/B/C tests", []),
        ("Write to our ATS", []),
        ("Rest assured that we answer, namely within days", []),
        ("Tests with REST Assured and Testcontainers", ["rest assured", "testcontainers"]),
        ("AI/ML, Cloudera, Hive", ["cloudera", "hive", "artificial intelligence"]),
        ("OSCP, OSCE or OSWE", ["oscp", "osce", "oswe"]),
        ("Section 508 and WCAG", ["section 508", "wcag"]),
        ("Bugsnag and Datadog", ["bugsnag", "datadog"]),
    ],
)
def test_a_line_of_requirements(words: str, named: list[str]) -> None:
    assert asked(words) == named


def test_the_title_comes_first_then_requirements_then_the_rest() -> None:
    text = "The role:\nYou will use Kafka, Redis.\nRequirements:\nDocker, Terraform"
    assert read(text, title="Senior Ruby Developer") == ["ruby", "docker", "terraform", "kafka", "redis"]


@table(
    ("title", "named"),
    [
        ("Staff Net Engineer (Realtime, Rust)", ["rust"]),
        ("Backend Engineer – Go", ["go"]),
        ("Data Scientist (R)", ["r"]),
        ("Tech Lead – .Net / C#", [".net", "c#"]),
        ("Data Scientist (C)", []),
        ("Engineering Lead - R&D", []),
        ("Product Engineer, Go to sea", []),
    ],
)
def test_a_title_names_languages_behind_the_role(title: str, named: list[str]) -> None:
    assert read("We mend nets.", title=title) == named


def test_what_is_said_of_the_employer_and_its_benefits_is_not_asked_for() -> None:
    text = "About Lantern Quay\nWe run on Kotlin and Redis.\nRequirements\nPython, SQL\nBenefits:\nSlack, Figma, Zoom"
    assert read(text) == ["python", "sql"]


def test_customers_are_no_tools() -> None:
    assert read("We serve companies like Stripe, Snowflake and Datadog. You will write Python and Go.") == [
        "python",
        "go",
    ]


@table(
    "words",
    [
        "We're not using Kubernetes, Kafka or anything fancy",
        "You like plain tools rather than Webpack",
        "We don’t use Jira",
        "Bachelor's degree in Graphic Design, Statistics or Machine Learning",
        "You have sold to the Martech space",
        "Experience with Shopify vendors",
        "- Not Python, not Java",
        "Assembly of pumps and motors",
    ],
)
def test_what_is_not_wanted_what_was_studied_and_a_trades_name_are_no_tools(words: str) -> None:
    assert asked(words) == []


def test_what_the_team_does_not_use_is_only_compared() -> None:
    known = "\nIf you are familiar with Rails, you know the conventions"
    assert asked(f"Ruby and Sinatra. We don't use Rails.{known}") == ["ruby", "sinatra"]
    assert "ruby on rails" in asked(f"Ruby and Sinatra. We don't use Rails views.{known}")


def test_a_degree_ends_where_experience_begins() -> None:
    assert asked("Degree in Physics and experience with Python, SQL") == ["python", "sql"]


@table(
    ("line", "named"),
    [
        ("- Utilize NetSuite to close the books", ["netsuite"]),
        ("You answer letters using our Zendesk desk, and deploy to Heroku", ["zendesk", "heroku"]),
        ("- Maintain Terraform modules", ["terraform"]),
        ("Mastery of the craft, in Python and Go", ["python", "go"]),
        ("Your reports reach people via Slack every day", ["slack"]),
        ("Du arbeitest mit Systemen wie WordPress", ["wordpress"]),
        ("You bring calm and decent Excel skills", ["excel"]),
        ("- Senior Front End Developer (React)", ["react"]),
        ("An engineer who knows mobile development (Flutter)", ["flutter"]),
        ("Our ferry (Python) sails at noon", []),
        ("The bridge has a tool that came before Terraform, by years", []),
    ],
)
def test_of_the_work_itself_a_tool_counts_where_somebody_uses_it(line: str, named: list[str]) -> None:
    assert read(f"What you'll do:\n{line}") == named


def test_a_board_line_of_addresses_opens_no_aside() -> None:
    text = "Headquarters: Tidewater\nURL: https://lantern.example\nYou have built with Elixir, PostgreSQL"
    assert read(text) == ["elixir", "postgresql"]


@table(
    ("text", "named"),
    [
        ("Lantern Quay is the most-loved CRM and Kubernetes platform of the coast.", []),
        ("At Lantern Quay we write Python and Go.", ["python", "go"]),
        ("At Lantern Quay you will write Python and Go.", ["python", "go"]),
        ("Lantern Quay | Tide Keeper | Remote | Python, Go", ["python", "go"]),
    ],
)
def test_what_the_employers_product_is_is_no_tool_of_the_work(text: str, named: list[str]) -> None:
    assert read(text) == named


@table("heading", ["Who this is not for:", "What this is NOT", "Not your tech stack?"])
def test_what_stands_under_a_heading_of_what_is_not_is_left_out(heading: str) -> None:
    assert read(f"Requirements:\nPython, Django\n{heading}\nPHP, Svelte, Rust") == ["python", "django"]


def test_not_only_is_no_refusal() -> None:
    assert asked("We write a lot - not only Python, Django") == ["python", "django"]


def test_the_field_in_the_title_counts_where_no_tool_is_named() -> None:
    assert read("You pay our people.", title="Payroll Specialist") == ["payroll"]
    assert read("Requirements:\nExcel, Xero", title="Payroll Specialist") == ["excel", "xero"]


def test_a_wish_for_a_field_of_work_tells_nothing() -> None:
    for heading in ("Nice to have:", "Good to have:", "Even better if you have", "It would be great if you had"):
        assert read(f"Requirements:\nXero\n{heading}\nExperience with dashboards, data visualization") == ["xero"]


@table(
    ("heading", "aside"),
    [
        ("Votre profil et vos compétences", "Nous offrons"),
        ("Requisitos", "Ofrecemos"),
        ("O que esperamos: requisitos", "O que oferecemos"),
        ("Deine Voraussetzungen", "Warum wir?"),
        ("Functie-eisen", "Wat bieden wij"),
    ],
)
def test_headings_in_other_languages(heading: str, aside: str) -> None:
    assert read(f"{heading}\nPython, Docker\n{aside}\nSlack, Zoom") == ["python", "docker"]


def test_of_too_many_those_within_brackets_and_late_in_long_lists_go_first() -> None:
    lines = (
        "Linux, Git, Docker\nPython, Go, Bash\nNginx, Redis\nKafka, MySQL, Terraform"
        "\nAWS (EC2, S3, ECS, SQS, RDS)\nJenkins, Ansible, Grafana"
    )
    found = asked(lines)
    assert not {"ec2", "s3", "ecs", "sqs", "rds"} & set(found)
    assert {"linux", "python", "terraform", "aws", "jenkins", "ansible", "grafana"} <= set(found)


def test_the_employers_own_name_is_no_skill() -> None:
    assert read("Requirements:\nFigma, Sketch, Framer", company="Figma, Inc.") == ["sketch", "framer"]
    assert read("Requirements:\nAha!, Sketch, Framer", company="Aha!") == ["sketch", "framer"]
    assert read("Requirements:\nDun &amp; Bradstreet, Excel", company="Dun & Bradstreet") == ["excel"]


def test_a_field_of_work_counts_only_where_it_is_asked_for() -> None:
    assert read("Requirements:\nExperience in market research\nSalesforce, HubSpot") == [
        "salesforce",
        "hubspot",
        "market research",
    ]
    assert read("Our market research thrives, and so does our social media.\nRequirements:\nSalesforce, HubSpot") == [
        "salesforce",
        "hubspot",
    ]


def test_no_more_than_fifteen_are_named() -> None:
    many = (
        "Python, Ruby, PHP, Perl, Java, Kotlin, Scala, Redis, MySQL, Kafka, Docker, AWS, Azure, GCP, Git, Jenkins, Vim"
    )
    assert len(asked(many)) == 15


def test_a_tool_on_a_line_of_its_own_is_not_left_out_for_others() -> None:
    many = "Python, Ruby, PHP, Perl, Java, Kotlin, Scala, Redis, MySQL, Kafka, Docker, AWS, Azure, GCP, Git, Jenkins"
    assert ".net" in asked(f"- Microsoft .NET 4.8 or above\n- {many}")


def test_each_skill_has_a_name_as_people_write_it() -> None:
    names = {"python": "Python", "node.js": "Node.js", ".net": ".NET", "c#": "C#", "vue": "Vue.js", "k6": "k6"}
    assert {skill: SKILL_NAMES[skill] for skill in names} == names
    assert list(SKILL_NAMES) == list(SKILLS)
    # An id is the name in lower case, or another spelling of the skill.
    for skill, name in SKILL_NAMES.items():
        assert canonical(name) == skill or name.lower() in skill


def test_the_dictionary_is_closed_and_says_everything_once() -> None:
    assert len(SKILLS) >= 1200
    written = Counter((one.folded, one.exact) for one in SPELLINGS)
    assert [words for words, count in written.items() if count > 1] == []
    skill_of: dict[str, set[str]] = {}
    for one in SPELLINGS:
        skill_of.setdefault(one.folded, set()).add(one.skill)
    assert {words: named for words, named in skill_of.items() if len(named) > 1} == {}
    assert [name for name in SKILLS if name != name.lower() or name != " ".join(name.split())] == []
    assert [one for one in SPELLINGS if not one.folded or one.folded != fold(one.folded)] == []


@table(
    ("name", "skill"),
    [
        ("Python", "python"),
        ("golang", "go"),
        ("Postgres", "postgresql"),
        ("Ruby-on-Rails", "ruby on rails"),
        ("RoR", "ruby on rails"),
        ("NodeJS", "node.js"),
        ("  Next  JS ", "next.js"),
        ("G Suite", "google workspace"),
        ("REST APIs", "rest"),
        ("LLMs", "llm"),
        ("c", "c"),
        ("teamwork", None),
        ("", None),
    ],
)
def test_names_lead_to_one_skill(name: str, skill: str | None) -> None:
    assert canonical(name) == skill


def test_marks_of_the_list_are_read() -> None:
    (one, other, third) = parse_spellings("# why\n[tools]\nglue | aws glue | ?=Glue\n~ tide work\n")
    assert (one.folded, one.exact, one.ambiguous, one.practice) == ("aws glue", "", False, False)
    assert (other.skill, other.folded, other.exact, other.ambiguous) == ("glue", "glue", "Glue", True)
    assert (third.skill, third.practice) == ("tide work", True)


@table(
    "pieces",
    [
        ("python, ",),
        ("C, R / ",),
        ("Go ",),
        ("c++",),
        ("Requirements:\n",),
        ("experience ",),
        ("- ,/|&",),
        ("9",),
        ("(", "React"),
    ],
)
def test_time_is_linear_in_the_text(pieces: tuple[str, ...]) -> None:
    def prepare(text: str) -> Reading:
        reading = Reading(replace(AD, html=text), BOARDS["remoteco"])
        assert len(reading.lower_text) > 20_000
        return reading

    assert growth(read_skills, prepare, *pieces) < LIMIT


@table(
    ("line", "named"),
    [
        ("Stack: Go (Echo, ENT), PostgreSQL", {"go", "postgresql"}),
        *few(
            [
                ("Technologies: Mostly C++20/23, Qt 6.5, Boost", {"c++", "qt", "boost"}),
                ("Our tech stack (2026): Kafka", {"kafka"}),
                ("Think of a stack of plates: Kafka never sleeps.", set()),
            ],
            1,
        ),
    ],
)
def test_a_line_with_a_label_for_tools_asks_for_them(line: str, named: set[str]) -> None:
    assert set(read(f"We mend nets.\n{line}")) == named


def test_a_trade_is_no_skill_of_its_own_people() -> None:
    wish = "Requirements:\nExperience with customer success"
    assert read(wish, title="Customer Success Manager") == []
    assert read(wish, title="Product Designer") == ["customer success"]


def test_some_practices_count_beside_tools() -> None:
    assert set(asked("Python, SQL, Docker\nExperience with microservices and spreadsheets")) >= {"microservices"}
