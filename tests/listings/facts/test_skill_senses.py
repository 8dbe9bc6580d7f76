"""Names that mean no tool, as the words around them or the field of the ad show."""

from __future__ import annotations

from dataclasses import replace

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.skills.reader import read
from tests.examples import few
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Team Member", company="Lantern Quay")

# What the rows would name if each name meant the tool.
WRONG = {
    *("sap", "gcp", "signal processing", "llm", "typescript", "emr", "vault", "microsoft access", "unity"),
    *("level design", "service cloud", "system integration", "waterfall", "scale ai", "sap mm", "comptia security+"),
    *(
        "flsa",
        "av1",
        "palo alto networks",
        "gpu programming",
        "azure synapse",
        "crm",
        "ruby on rails",
        "mls",
        "c",
        "core data",
        "make.com",
        "erlang",
        "go",
        "r",
        "high performance computing",
    ),
}


def skills(text: str) -> set[str]:
    html = "".join(f"<p>{line}</p>" for line in f"Requirements:\n{text}".split("\n"))
    fact = read(Reading(replace(AD, html=html), BOARDS["remoteco"]))
    return set(fact.value) if fact else set()


@table(
    ("text", "named"),
    [
        ("- Review of the Statistical Analysis Plan (SAP)\n- You edit the SAP", set()),
        ("- Knowledge of ICH, FDA and GCP rules", {"good clinical practice"}),
        ("- Experience with GCP, AWS and clinical data", {"gcp", "aws"}),
        *few(
            [
                ("- You bring on delivery service providers (DSPs), tier every DSP", set()),
                ("- JD or LLM in Taxation", set()),
                ("- Multi-level security (MLS) in C++", {"c++"}),
                ("- Interviews W/C 2 March, R and Python", {"r", "python"}),
                ("- Excel, VLookup; Erlang C is a plus", {"excel", "vlookup"}),
                ("- You keep core data sets in SQL", {"sql"}),
                ("- Top Secret (TS) clearance, TS with SCI, and Python", {"python"}),
                ("- SAP, Oracle and NetSuite", {"sap", "oracle", "netsuite"}),
                ("- Experience with EMR, Epic and hospital records", {"ehr", "epic"}),
                ("- Spark, EMR and S3 for claims data", {"spark", "emr", "s3"}),
                ("- Experience with LLMs in production", {"llm"}),
                ("- Models after Data Vault 2.0 in SQL", {"data vault", "sql"}),
                ("- HashiCorp Vault, Terraform", {"vault", "terraform"}),
                ("- SQL, Storage Access Framework and Kotlin", {"sql", "kotlin"}),
                ("- Door Access, Microsoft 365, Access Control", {"microsoft 365"}),
                ("- Excel, Access and PowerPoint", {"excel", "microsoft access", "powerpoint"}),
                ("- Strength through Unity and Inclusion, in C#", {"c#"}),
                ("- Experience with Unity and C#", {"unity", "c#"}),
                ("- System-level design of boards in C", set()),
                ("- Level design in Unreal Engine", {"level design", "unreal engine"}),
                ("- Data as a Service cloud tools, SQL", {"sql"}),
                ("- Salesforce Service Cloud", {"service cloud"}),
                ("- File system integration in Swift, Kotlin", {"swift", "kotlin"}),
                ("- Excel, Tableau: when to plot a waterfall", {"excel", "tableau"}),
                ("- Agile, Scrum or waterfall", {"agile", "scrum", "waterfall"}),
                ("- Enterprise-scale AI in Python", {"python"}),
                ("- SAP SCM, SAP EWM", {"sap scm", "sap ewm"}),
                ("- CompTIA or Cisco papers", {"comptia"}),
                ("- CompTIA Security+", {"comptia security+"}),
                ("FLSA Status: Exempt", set()),
                ("- Knowledge of FLSA, FMLA and payroll law", {"flsa", "fmla"}),
                ("- Our GO&SC strategy, in Python", {"python"}),
                ("- Python, GO and Rust", {"python", "go", "rust"}),
                ("- Python, Lantern(R) and SQL", {"python", "sql"}),
                ("- Python, statistics software (R) and SQL", {"python", "r", "sql"}),
                ("- HPC. Registered, SQL", {"sql"}),
                ("- HPC, Linux and SQL", {"high performance computing", "linux", "sql"}),
                ("#LI-AV1", set()),
                ("- Experience with AV1, H.264", {"av1", "h.264"}),
                ("Location: Palo Alto, CA", set()),
                ("- Cisco, Palo Alto and Fortinet firewalls", {"palo alto networks", "fortinet"}),
                ("- Two years of selling GPUs and data centers", set()),
                ("- Experience with GPU programming", {"gpu programming"}),
                ("- Synapse 3D, our viewer for X-rays", set()),
                ("- Azure Synapse, Databricks", {"azure synapse", "databricks"}),
                ("- Customer relationship management skills", set()),
                ("- A Rails-like framework in Ruby", {"ruby"}),
            ],
            6,
        ),
    ],
)
def test_a_name_means_what_its_field_means(text: str, named: set[str]) -> None:
    assert skills(text) & {*named, *WRONG} == named
