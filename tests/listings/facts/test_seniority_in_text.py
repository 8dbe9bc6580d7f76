"""Levels that a text states in other ways than beside the role: labels, ranks, and who may apply without experience."""

from __future__ import annotations

from tests.listings.facts.test_seniority import levels
from tests.tables import table


@table(
    ("line", "due"),
    [
        ("Level: Intermediate bis Senior", ["mid", "senior"]),
        ("Seniority: Mid–Senior", ["mid", "senior"]),
        ("- Level: Junior to Mid-level", ["junior", "mid"]),
        ("Career level: Director", ["director"]),
        ("Seniority level: Senior / Lead", ["senior", "lead"]),
        ("Karrierestufe: Mid oder Senior", ["mid", "senior"]),
        ("Niveau : senior", ["senior"]),
        ("Experience level: Jr", ["junior"]),
        ("Nível: Pleno ou Sênior", ["mid", "senior"]),
        ("Nível de inglês: Pleno", []),
        ("English level: intermediate", []),
        ("Level: B2", []),
        ("Level: L4 to L6", []),
        ("Experience: 3+ years as a senior", []),
    ],
)
def test_the_value_of_a_label(line: str, due: list[str]) -> None:
    assert levels(html=f"We keep tides.<br>{line}<br>Quay works") == due


@table(
    ("sentence", "due"),
    [
        ("We are seeking a Manager level sales executive to join.", ["manager"]),
        ("This is a director-level role.", ["director"]),
        ("You present to director-level stakeholders.", []),
        ("You work with manager level staff.", []),
    ],
)
def test_ranks_that_are_called_a_level(sentence: str, due: list[str]) -> None:
    assert levels(html=f"<p>We keep tides.</p><p>{sentence}</p>") == due


@table(
    "sentence",
    [
        "1-2 years of experience (recent graduate) with a strong record.",
        "Recent graduates and students are encouraged to apply.",
        "This role is ideal for recent graduates.",
        "You are a recent graduate in economics.",
        "Open to new grads.",
        "Freshers are welcome.",
        "These are Recent College Grad (RCG) positions.",
        "This is a new grad role.",
        "We are seeking a recent college graduate to join us.",
        "This season, we're always interested in new grads or juniors.",
        "Berufseinsteiger sind willkommen.",
        "Auch Absolventen können sich bewerben.",
        "Jeunes diplômés bienvenus.",
        "Débutants acceptés.",
        "Experience is NOT a requirement! We teach you.",
        "Previous experience is helpful but not required.",
        "No experience? No problem!",
        "You don't need any experience to apply.",
        "Keine Vorkenntnisse erforderlich.",
        "Erste Erfahrungen im Hafen sind von Vorteil, jedoch keine Voraussetzung",
        "Berufserfahrung ist nicht erforderlich.",
        "No se requiere experiencia previa.",
        "Experiencia no necesaria.",
        "Não é necessário ter experiência.",
        "Aucune expérience requise.",
        "Nessuna esperienza richiesta.",
        "Geen ervaring nodig.",
        "Doświadczenie nie jest wymagane.",
        "Ingen erfarenhet krävs.",
        "Опыт работы не требуется.",
        "No previous experience is required for this role.",
    ],
)
def test_ads_for_beginners(sentence: str) -> None:
    assert levels(html=f"<p>We keep tides.</p><p>{sentence}</p>") == ["junior"]


@table(
    "sentence",
    [
        "We help recent graduates find jobs.",
        # Anybody, then.
        "We are looking for both mature keepers and juniors.",
        "We were founded by recent graduates.",
        "This role is not suitable for recent graduates.",
        "You train recent graduates.",
        "We advise firms interested in new grads.",
        # A preference is no level of the job.
        "This season, we're particularly interested in new grads or juniors.",
        "We are especially interested in recent graduates.",
        "We find recent grads jobs in ports.",
        "We also have new grad positions.",
        "Freshers of 2020 now lead our teams.",
        "Looking for someone to mentor juniors.",
        "Wir betreuen Berufseinsteiger an Schulen.",
        "Unsere Absolventen arbeiten in ganz Europa.",
        "Experience with boats is helpful but not required.",
        "A degree is preferred but not required.",
        "Previous experience is necessary.",
        "Experience is required.",
        "You don't need experience with boats.",
        "Erfahrung mit Booten ist keine Voraussetzung.",
        "Ein Studium ist kein Muss.",
        "No se requiere experiencia en ventas.",
        "Não é necessário experiência com barcos.",
        "Ervaring is niet nodig met boten.",
    ],
)
def test_what_resembles_ads_for_beginners(sentence: str) -> None:
    assert levels(html=f"<p>We keep tides.</p><p>{sentence}</p>") == []


def test_the_writer_of_an_ad_is_not_sought() -> None:
    html = "<p>We hire two of them.</p><p>Thanks,</p><p>Ann Quay</p><p>Principal Consultant</p><p>You test tides.</p>"
    assert levels(title="Tide Scientists", html=html) == []
    assert levels(title="Tide Scientists", html="<p>We hire:</p><p>Principal Scientist</p><p>Ann Quay</p>") == ["staff"]


@table(
    ("lines", "due"),
    [
        ("Seniority level<br>Associate<br>Employment type<br>Full-time", []),
        ("Seniority level<br>Entry level<br>Employment type<br>Full-time", ["junior"]),
        ("Seniority level<br>Mid-Senior level", ["mid", "senior"]),
    ],
)
def test_a_label_with_its_value_below(lines: str, due: list[str]) -> None:
    assert levels(html=f"We keep tides.<br>{lines}<br>Quay works") == due


@table(
    ("title", "sentence", "due"),
    [
        ("Tide Marketing Manager", "- Build and manage a small team of four.", ["manager"]),
        ("Pricing Manager", "You have six direct reports.", ["manager"]),
        ("Junior Dock Manager", "Direct line management of two clerks.", ["junior", "manager"]),
        ("Pricing Manager", "Experience managing a team is a plus.", []),
        ("Tide Services Manager", "Manage teams of engineers.", ["manager"]),
        ("Tide Services Manager", "You support teams of engineers.", []),
        ("Tide Services Manager", "We manage teams of engineers.", []),
        ("Pricing Manager", "No direct reports.", []),
        ("Pricing Manager", "You report to your line manager.", []),
        ("Project Manager", "You manage a small team of keepers.", []),
        ("Tide Engineer", "You have six direct reports.", []),
        ("Pricing Manager", "Bonus points if you have\n- people management of six\n- a boat", []),
    ],
)
def test_a_manager_is_one_by_the_people_that_the_ad_gives_them(title: str, sentence: str, due: list[str]) -> None:
    assert levels(title, html=f"<p>We keep tides.</p><p>{sentence}</p>") == due
