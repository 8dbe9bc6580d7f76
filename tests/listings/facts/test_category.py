"""The category of an ad: by its title's head noun, else the board's category, else the role that the text names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.category.reader import read as read_category
from listings.vocabulary.categories import CATEGORIES
from listings.vocabulary.category_names import CATEGORY_BY_NAME
from listings.vocabulary.category_rules import PHRASES, Kind, Phrase, parse_phrases
from tests.listings.facts.growth import LIMIT, growth

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Keeper", company="Lantern Quay")


def read(title: str = "Tide Keeper", **stated: Any) -> Fact | None:
    return read_category(Reading(replace(AD, title=title, **stated), BOARDS["remoteco"]))


# Category: its titles.
TITLES = """
engineering: Senior Software Engineer, Data Platform; Backend Developer; Engineering Manager, Payroll; C++
  Developer; Product Engineer; AI Engineer; AI, Web, Backend Engineers; Desenvolvedor Full Stack;
  Frontend-Entwickler*in; Ingénieur logiciel; Member of Technical Staff; Salesforce Developer; Tech Lead, Ferries;
  Director of Engineering; Programista Java; Engineer II; Mobile Engineer (iOS); Lead, Android; Software Engineer
  Intern; Staff Engineer, Growth; Software Engineer - Machine Learning; Ingeniero de Software; Sviluppatore Backend;
  Java Developer / Architect; Engineering, DevOps & Product
infrastructure: Site-Reliability Engineer; Cloud Architect; Platform Engineer; IT Manager; Network Technician;
  Salesforce Administrator; Engineering Manager, Infrastructure; Head of DevOps; Administrador de Sistemas; Senior
  Machine Learning (ML) Ops Engineer; Linux Systems Engineer; Systemadministrator (m/w/d)
security: Security Engineer, Platform; Penetration Tester; SOC Analyst; Cloud Security Engineer; CISO; GRC Analyst;
  Head of Information Security; Security Researcher
quality: QA Engineer; Software Engineer in Test; Mobile Test Engineer; Test Manager; Game QA Tester; Softwaretester
  (m/w/d); Director of Quality Assurance; Quality Lead
data: Staff Data Engineer (Remote); Machine Learning Engineer, Payments; Quality Assurance Data Analyst; Analista de
  Dados; AI Trainer; Chemistry Expert - AI Trainer; Data Engineering Manager; Principal, Data Science; Research
  Scientist, Machine Learning; Business Intelligence Lead; Analyste de données; Data Scientist / Architect; BI
  Developer; SQL Developer
design: Product Designer - Payments; UX Researcher; Video Editor; Design Technologist; AI Animation Specialist; Art
  Director; Grafikdesigner (m/w/d); Diseñador gráfico; Game Designer; Head of UX; Motion Graphics Artist
product: Product Manager, Payments; Product Owner/UX Designer; Director of Product & Alliances; Business Analyst; AI
  Product Manager; Chef de produit; Associate Product Manager
projects: Project Manager; Scrum Master; Chef de projet digital; Clinical Program Manager; Project Manager &
  Architect; Coordenador de Projetos; Agile Coach; Program Coordinator; Director Meadow Recovery Programs
marketing: Product Marketing Manager; Marketing Manager, Content; SEO Specialist; AI Campaigner; TikTok Ads
  Producer; Head of Partner Marketing; Developer Relations Lead; CRO Specialist; Leiter Marketing (m/w/d);
  Praktikant (m/w/d) Social Media; Marketing Operations Manager; Google Ads Manager; Community Manager; Content
  Marketer; Responsable Marketing
writing: UX Writer; Legal Editor; Technical Writer; Übersetzer Deutsch-Polnisch; Subtitling Quality Manager; Grant
  Writer; Medical Writer; Redactor; Content Designer; Localization Specialist; Narrative Lead
sales: Senior Account Executive, DACH; Sales Engineer; Key Account Manager (m/w/d); Fundraising Coordinator; VP of
  Sales and Marketing; Solutions Engineer; Revenue Operations Analyst; Vertriebsmitarbeiter im Außendienst (m/w/d);
  Ejecutivo de Ventas; Insurance Agent; Partnerships Manager; Sales & Marketing Manager; Chief Revenue Officer;
  Business Developer
support: Technical Support Engineer; Customer Success Manager; Director of Customer Experience; Kundenberater
  (m/w/d); IT Support Technician; Customer Success & Marketing Manager; Technical Account Manager; Implementation
  Consultant; Rollout Specialist; Teamleiter Kundenservice; Customer Operations & Writing Specialist; Service Desk
  Engineer
finance: Comptable général H/F; Finanzbuchhalter (m/w/d); Payroll Rules AI Specialist; Pricing Manager; Underwriting
  Assistant; FP&A Manager; Tax Associate; Director, Payroll; Mitarbeiter*in Buchhaltung; Analista Contábil; Harbour
  Tax Team - Assistant Vice President; Billing Clerk
legal: Legal Operations Analyst; Compliance Analyst; Associate General Counsel, Product; Assistant Manager -
  Whistleblower Cases; Investigations Manager; Risk and Compliance Manager; Paralegal; Financial Crime Analyst;
  Abogado laboral
people: Sales Recruiter; HR Business Partner; Head of People; Chargée de recrutement (H/F); Nurse Recruiter; Vice
  President, Human Resources; People Operations Specialist; Praktikant im Bereich Personal; Responsabile Risorse
  Umane
operations: Data Entry Clerk; Executive Assistant to the CFO; Office Manager; Chief of Staff to the CEO;
  Sachbearbeiter Einkauf; Assistente administrativo; Procurement Specialist; Content Moderator; Operations Manager;
  Assistant to the CEO
education: Instructional Designer; Teacher of Mathematics; Curriculum Developer; Online English Tutor; Trainer
  (m/w/d); Career Coach; Head Start Teacher; Profesora de inglés
health: Registered Nurse; Clinical Coding Specialist; Nurse Manager; Pflegeberater; Medical Director; Psicóloga
other: Structural Engineer; CEO; Geothermal Engineer II; HVAC Design Engineer; Field Service Engineer; Mechanical
  Engineering Manager; Electrical Systems Engineer; Supplier Quality Engineer; Security Guard; Health and Safety
  Manager; Truck Driver; Research Scientist, Immunology; Bauleiter (m/w/d)
"""
FOREIGN_TITLES = """
finance: Bilanzbuchhalter (m/w/d); Lohnbuchhalter; Contrôleur de gestion; Directeur financier; Director financiero;
  Analista contable; Auxiliar contable; Analista Contábil; Gerente Financeiro; Assistente Financeiro; Impiegato
  contabile
health: Arzt in Weiterbildung; Pflegefachkraft (m/w/d); Médico general; Verpleegkundige
other: Elektroniker (m/w/d); Bauleiter; Maschinenbauingenieur; Elektroingenieur (m/w/d); Ingénieur en génie civil;
  Ingeniero civil; Engenheira Civil; Ingegnere meccanico
sales: Vertriebsingenieur; Ingénieur d'affaires; Assistant commercial; Directeur commercial; Jefe de ventas;
  Ingeniero de ventas; Asesor de ventas; Coordenador de Vendas; Executivo de Contas; Consultor de Vendas; Менеджер
  по продажам; 営業担当
infrastructure: Systemadministrator; Datenbankadministrator; Cloud Engineer (m/w/d); Ingénieur DevOps;
  Administrateur systèmes et réseaux; Ingeniero DevOps; Engenheiro DevOps; Inżynier DevOps
operations: Assistante de direction; Coordinador de logística
support: Conseiller client; Téléconseiller; Technicien support informatique; Ingeniero de soporte; Técnico de
  soporte; Analista de Suporte Técnico; Analista de Customer Success; Addetto customer service; Medewerker
  klantenservice; Specjalista ds. obsługi klienta
engineering: Développeur Front-End; Consultant fonctionnel SAP; Gerente de Engenharia; Ingegnere del software;
  Разработчик Java; Python工程师; ソフトウェアエンジニア
people: Responsable RH; Especialista en recursos humanos; Analista de Recursos Humanos
writing: Traducteur anglais-français; Redactor de contenidos; Redator Publicitário
projects: Chef de projet IT; Kierownik projektu
quality: Analista QA
design: Diseñador gráfico; Designer Gráfico
marketing: Coordinador de marketing; Community Manager; Especialista SEO; Responsabile marketing; Marketing
  medewerker
legal: Abogada corporativa; Advogado Trabalhista; Estagiário em Direito; Jurist
data: Engenheiro de Dados; Analityk danych
product: 产品经理
"""
CATEGORY_BY_TITLE = {
    title: category
    for line in (TITLES + FOREIGN_TITLES).replace("\n  ", " ").split("\n")
    if line
    for category, _, titles in [line.partition(": ")]
    for title in titles.split("; ")
}


@pytest.mark.parametrize(("title", "category"), CATEGORY_BY_TITLE.items())
def test_the_title_names_the_category(title: str, category: str) -> None:
    fact = read(title)
    assert fact is not None
    assert fact.value == category
    (span,) = fact.spans
    assert (span.field, title[span.start : span.end]) == ("title", fact.evidence)


@pytest.mark.parametrize(
    "title",
    [
        "Fine Harbour",
        "Seoul or Rome",
        "Saler",
        "Rusty",
        "Dataria",
        "",
        "((((",
        "🚀 -- / --",
        "AI Specialist",
        "Analyst",
        "Manager",
        "Consultant, Lantern",
        "Senior Lead",
        "Fraud Analyst",
        "Solutions Analyst",
        "Client Manager",
        "Remote | Full Time or Contract",
        "Quay | 3x/week in office",
        "REMOTE | Offices in Oslo and Rome",
        "Remote w/ Quarterly Travel",
        "Full-time | tide tech",
    ],
)
def test_heads_without_a_topic_name_nothing(title: str) -> None:
    assert read(title) is None


@pytest.mark.parametrize(
    ("title", "field", "category"),
    [
        ("Lead, Harbour Readiness", "Project & Program Management", "projects"),
        ("Subject Reviewer, Dental", "Content & Editorial", "writing"),
        ("Reporting Specialist", "Finance & Accounting", "finance"),
        ("Technical Architect", "Sales/GTM", "sales"),
        ("Lantern Residency", "AI Research & Engineering", "data"),
        ("Consultant", "Legal; Other", "legal"),
        ("Specialist", "Customer Support / Care", "support"),
        ("Specialist", "Payroll Team", "finance"),
        ("Tide Writer", "Design", "writing"),
        ("Executive Assistant", "Marketing", "operations"),
        ("Reporting Specialist", "All Other Remote", "data"),
        ("Senior Engineer", "Data Science", "data"),
        ("Quality Lead", "Quality & Operations", "quality"),
        ("Specialist", "Design; Writing", None),
        ("Consultant", "Sales & Marketing", None),
        ("Quality Lead", "Sales & Marketing", None),
        ("Specialist", "Lantern Guild", None),
        ("Analyst", "Artificial Intelligence", None),
    ],
)
def test_the_boards_category_counts_where_the_title_is_unsure(title: str, field: str, category: str | None) -> None:
    fact = read(title, category=field)
    assert (fact.value if fact else None) == category


def test_the_evidence_is_the_words_that_decide() -> None:
    fact = read("🚢 Wanted: Senior Site-Reliability  Engineer (m/w/d)")
    assert fact is not None
    assert fact.evidence == "Site-Reliability"
    assert read("Senior Engineer", category="Data") == Fact("data", "field:category")


def test_tags_and_a_companys_story_state_nothing() -> None:
    assert read(tags=("Bookkeeping", "Payroll clerk", "Graphic design")) is None
    assert read(html="<p>We make marketing and design software. Our backend developers love boats.</p>") is None
    assert read(html="<p>Marketing, sales, design and software for everybody.</p>") is None


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("We are looking for an experienced bookkeeper who likes ferries.", "finance"),
        ("Lantern Quay is hiring a Customer Support Specialist for its island.", "support"),
        ("Position: Copywriter", "writing"),
        ("As our recruiter, you will meet many sailors.", "people"),
        ("Wir suchen eine Buchhalterin für den Hafen.", "finance"),
        ("You will work with our recruiter.", None),
        ("We help accountants and lawyers.", None),
    ],
)
def test_a_text_counts_where_it_introduces_the_role(text: str, category: str | None) -> None:
    fact = read("Lantern Quay", html=f"<p>Boats since 1990.</p><p>{text}</p>")
    assert (fact.value if fact else None) == category
    if fact:
        assert fact.evidence.lower() in text.lower()


def test_where_the_title_names_no_role_the_first_listed_one_counts() -> None:
    fact = read("Several roles", html="<p>Boats since 1990.<p>- Senior Bookkeeper | Lisbon<p>- Designer | Oslo")
    assert fact is not None
    assert (fact.value, fact.evidence, fact.spans[0].field) == ("finance", "Bookkeeper", "text")


def test_engineers_of_unknown_things_need_a_text_about_software() -> None:
    filler = "We keep the tides and the locks of the coast in order, day and night. " * 6
    assert read("Tide Engineer", html=f"<p>{filler}</p>") is None
    fact = read("Tide Engineer", html=f"<p>{filler} You write Python and TypeScript.</p>")
    assert fact is not None
    assert fact.value == "engineering"


def test_every_phrase_leads_into_the_vocabulary_and_is_written_as_titles_are_compared() -> None:
    assert {phrase.category for phrase in PHRASES} == {None, *CATEGORIES}
    assert [
        phrase.text for phrase in PHRASES if phrase.text != " ".join(phrase.text.lower().split()) or phrase.text == "*"
    ] == []
    assert set(CATEGORY_BY_NAME.values()) <= {"", *CATEGORIES}


def test_an_indented_line_goes_on() -> None:
    source = "[trades]\n# why\nlegal: one | two\n    | three* |\n    four\n[heads]\nnone: five\n"
    assert list(parse_phrases(source)) == [
        *(Phrase(text, Kind.TRADE, "legal") for text in ("one", "two", "three*", "four")),
        Phrase("five", Kind.HEAD, None),
    ]


@pytest.mark.parametrize(
    "piece", ["(", "data ", "a, ", "-", "é", "hiring a ", "manager | ", "of and ", "(m/w/d) ", "AA - "]
)
def test_time_is_linear_in_the_text(piece: str) -> None:
    def prepare(text: str) -> Reading:
        reading = Reading(replace(AD, title=text, html=text, tags=(text,) * 50), BOARDS["remoteco"])
        assert reading.text
        return reading

    assert growth(read_category, prepare, piece) < LIMIT
