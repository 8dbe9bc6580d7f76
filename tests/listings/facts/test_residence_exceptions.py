"""Places that are left out of others, and the words that say so."""

from __future__ import annotations

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.residence.expressions import read_places
from listings.facts.residence.leaving_out import EXCEPTION, EXCEPTION_STARTS
from listings.vocabulary.regions import expand
from tests.listings.facts.test_residence import read
from tests.tables import table

WORDS = (
    "except, excepting, excluding, other than, with the exception of, but not, and not, not in, minus, without, ex,"
    "outside, outside of, apart from, aside from, save for, not including, außer, ausser, außerhalb, ausgenommen, ohne,"
    "sauf, hors, excepté, à l’exception de, excepto, exceto, salvo, menos, tranne, eccetto, escluso, behalve,"
    "uitgezonderd, oprócz, z wyjątkiem, poza"
)


@table("words", [words.strip() for words in WORDS.split(",")])
def test_an_exception_leaves_its_places_out(words: str) -> None:
    assert EXCEPTION.match(f"{words} Spain")
    assert words[:2].strip() in EXCEPTION_STARTS
    places = read_places(f"Europe {words} Spain")
    assert places is not None
    assert (places.include, places.exclude) == (("europe",), ("ES",))


@table("words", ["{} (excl. {})", "{} (except {})", "{}, excluding {}", "{} (no {})", "{} ({} excluded)"])
@table(
    ("whole", "part", "code"),
    [
        ("US", "CA", "US-CA"),
        ("US", "LA", "US-LA"),
        ("US", "CO", "US-CO"),
        ("Canada", "QC", "CA-QC"),
        ("EU", "DE", "DE"),
    ],
)
def test_a_code_that_is_left_out_is_a_part_of_the_whole(words: str, whole: str, part: str, code: str) -> None:
    places = read_places(words.format(whole, part), strict=False)
    assert places is not None
    assert places.exclude == (code,)


@table(
    ("sentence", "include", "exclude"),
    [
        ("Anywhere in Latin America works for us, apart from Cuba and Chile.", ["latam"], ["CU", "CL"]),
        ("You can live anywhere in Europe you like, except Russia.", ["europe"], ["RU"]),
        ("You may live in any EU country, though not in Malta.", ["eu"], ["MT"]),
        ("We hire in Europe and Asia, but sadly not in Turkey.", ["europe", "asia"], ["TR"]),
        ("You must live in the US, our offices are everywhere except Texas.", ["US"], []),
        ("You must live in the US, and we ship to Europe except Malta.", ["US"], []),
    ],
)
def test_the_rest_of_the_sentence_leaves_places_out(sentence: str, include: list[str], exclude: list[str]) -> None:
    value = read(sentence)
    assert value is not None
    assert (value["include"], value["exclude"]) == (include, exclude)


@table(
    "sentence",
    [
        "Partout dans le monde sauf en Russie.",
        "Von überall auf der Welt außer in Russland.",
        "Desde cualquier parte del mundo, excepto Rusia.",
        "De qualquer parte do mundo exceto na Rússia.",
        "Ovunque nel mondo tranne in Russia.",
        "Overal ter wereld behalve in Rusland.",
        "Z dowolnego miejsca na świecie oprócz Rosja.",
    ],
)
def test_all_of_the_world_but_a_place_in_other_languages(sentence: str) -> None:
    value = read(sentence)
    assert value is not None
    assert (value["include"], value["exclude"]) == (["worldwide"], ["RU"])


def test_a_place_that_is_left_out_and_unknown_leaves_everything_open() -> None:
    assert read("You can work from anywhere in the world except Freedonia.") is None
    assert read("Z dowolnego miejsca na świecie oprócz Freedonii.") is None


@table(
    ("sentence", "codes"),
    [
        ("Télétravail partout sauf au Québec.", ["CA-QC"]),
        ("Homeoffice überall außer in Bayern.", ["DE-BY"]),
        ("Trabajo remoto en cualquier lugar salvo Cuba.", ["CU"]),
        ("Lavoro da remoto ovunque tranne in Sicilia.", ["IT-82"]),
    ],
)
def test_everywhere_but_a_place_only_leaves_it_out(sentence: str, codes: list[str]) -> None:
    ad = Ad(external_id="1", url="https://x.example/1", title="Tide Keeper", company="Lantern", html=sentence)
    facts_read = facts.read(ad, BOARDS["jobposting"])
    assert facts_read["residence"] is None
    assert facts_read["left_out"]["places"] == codes


def test_nobody_lives_on_the_outlying_islands() -> None:
    states = expand({"include": ["US"], "exclude": ["US-CA"]})
    assert "US-GU" in states
    assert not {"US-CA", "US-UM"} & states


@table(
    ("sentence", "include", "exclude"),
    [
        ("Except for Texas and Ohio, we hire anywhere in the US.", ["US"], ["US-TX", "US-OH"]),
        ("With the exception of Texas, you can live anywhere in the US.", ["US"], ["US-TX"]),
        ("Outside of Quebec, we hire all over Canada.", ["CA"], ["CA-QC"]),
        ("Apart from Malta, we hire across the EU.", ["eu"], ["MT"]),
        ("Excluding Ohio, this role is open to people in all US states.", ["US"], ["US-OH"]),
        ("Except for Cuba, you can work from anywhere in the world.", ["worldwide"], ["CU"]),
        ("Außer in Bayern kannst du überall in Deutschland wohnen.", ["DE"], ["DE-BY"]),
        ("Sauf au Québec, vous pouvez habiter partout au Canada.", ["CA"], ["CA-QC"]),
        ("Anywhere in the US works for us, except Texas.", ["US"], ["US-TX"]),
        ("Outside the US, we hire in Canada.", ["CA"], []),
        ("Apart from our office in Malta, we hire across the EU.", ["eu"], []),
        ("Except in Banff, you can live anywhere in Canada.", ["CA"], []),
    ],
)
def test_an_exception_on_either_side_leaves_its_places_out(
    sentence: str, include: list[str], exclude: list[str]
) -> None:
    value = read(f"<p>We measure tides.</p><p>{sentence}</p>")
    assert value is not None
    assert (value["include"], value["exclude"]) == (include, exclude)
    assert all(word in value["evidence"] for word in sentence.split()[:2] if exclude)


@table(
    ("title", "include", "exclude"),
    [
        ("Tide Engineer (US, except California)", ["US"], ["US-CA"]),
        ("Tide Engineer - Remote, US except California", ["US"], ["US-CA"]),
        ("Tide Engineer (Canada except Quebec)", ["CA"], ["CA-QC"]),
        ("Tide Engineer (EU excluding Malta)", ["eu"], ["MT"]),
        ("Tide Engineer (LATAM, not Brazil)", ["latam"], ["BR"]),
        ("Tide Engineer (Peru, no Chile)", None, None),
        ("Tide Engineer (not US)", None, None),
    ],
)
def test_a_title_leaves_places_out(title: str, include: list[str] | None, exclude: list[str] | None) -> None:
    value = read(title=title) or {}
    assert (value.get("include"), value.get("exclude")) == (include, exclude)


@table(
    ("sentence", "codes"),
    [
        ("Candidates other than residents of Peru cannot be hired.", ["PE"]),
        ("Residents of countries other than Peru cannot be hired.", ["PE"]),
        ("People other than those in Peru are not eligible.", ["PE"]),
        ("We hire in Latin America, but residents of Peru cannot be hired.", ["latam"]),
    ],
)
def test_a_refusal_of_others_asks_for_the_place(sentence: str, codes: list[str]) -> None:
    value = read(sentence) or {}
    assert (value.get("include"), value.get("exclude")) == (codes, ["PE"] if codes != ["PE"] else [])
