"""Tools that an ad names in passing: profiles, contacts, former employers, comparisons, what the product spares."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_skill_senses import skills
from tests.tables import table


@table(
    "text",
    [
        "- Include your LinkedIn or GitHub profile",
        *few(
            [
                "- A link to your GitLab or Bitbucket account",
                "- Send us a link to your GitHub and Stack Overflow",
                "Find me on the dbt, Superset or k8s Slack",
                "Ping us on our Twitter handle",
                "- The video can be submitted via Google Drive, Vimeo or Dropbox",
                "Our postings are hosted on Greenhouse.",
                "Lantern Quay adheres to CDC, OSHA and local rules.",
                "Posted by: Ann Miller, SHRM-CP",
                "Our team has built well-known products at Twitter, Flexport and Stripe.",
                "You meet an executive team that has significant accomplishments at Oracle and PayPal.",
                "- Boards are reviewed together (think GitHub and Bitbucket for hardware)",
                "- You would rather meet customers than fiddle with Webpack",
                "- You won't be chained to Slack and Zoom all day",
                "Does writing YAML and Bash fill you with dread?",
                "With us you don't need an army of infrastructure engineers who mend a Terraform and Bash script.",
                "We help companies sync data from Snowflake and Databricks (e.g. nightly) to Salesforce and Marketo",
                "We secure leading companies (e.g. Dropbox, PagerDuty)",
                "Selected transactions include\nSale of a mill to Bill.com and Stripe",
                "Equipment requirements:\nWindows Defender, Zoom and Slack",
                "You may know us from our work on Kafka, Flink and Airflow.",
                "This goes on from what our team built before Lantern, including PyTorch and Caffe",
                "Thanks to our tools, the likes of Slack and Zoom, we work from anywhere.",
                "With Quay Pay, anyone can buy Bitcoin or Ethereum.",
                "- AI tools such as ChatGPT or Claude may help you with your application",
                "- In your cover letter, please do not use ChatGPT",
                "Certifications and licenses (i.e., CPA, PMP, etc.):\nNone",
                "Under the CCPA, Lantern must inform job applicants of what it keeps",
                "What applicants send is used for recruitment purposes only under data laws such as CCPA and GDPR",
            ],
            4,
        ),
    ],
)
def test_what_is_named_in_passing(text: str) -> None:
    assert skills(text) == set()


@table(
    ("text", "asked"),
    [
        ("- You keep our GitHub repositories and GitLab pipelines", {"github", "gitlab"}),
        *few(
            [
                ("- Experience with tools (e.g. Jira, Trello)", {"jira", "trello"}),
                ("- Ensure that code adheres to WCAG, in Python", {"wcag", "python"}),
                ("- You help customers deploy Kubernetes and Terraform", {"kubernetes", "terraform"}),
                ("- You think in SQL and write Python for banks", {"sql", "python"}),
                ("- You build ChatGPT and Claude into your application", {"chatgpt", "claude"}),
                ("- Certifications (e.g. CPA, PMP) and SQL", {"cpa", "pmp", "sql"}),
                ("- Know how we built Kafka and Flink before", {"kafka", "flink"}),
                ("- Our team has moved from Java to Kotlin, Gradle", {"kotlin", "gradle"}),
            ],
            1,
        ),
    ],
)
def test_what_looks_like_a_passing_mention(text: str, asked: set[str]) -> None:
    assert asked <= skills(text)
