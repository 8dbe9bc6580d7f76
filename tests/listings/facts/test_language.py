"""The language of an ad, and None where there is too little text."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.language import WORD, detect, is_clearly_english, read
from listings.vocabulary.languages import LANGUAGES
from tests.listings.facts.growth import growth
from tests.tables import table


def language(text: str, title: str = "Tide Engineer") -> str | None:
    ad = Ad(external_id="1", url="https://board.example/1", title=title, company="Lantern Quay", html=text)
    return read(Reading(ad, BOARDS["remoteco"]))


@table(
    ("tag", "text"),
    [
        ("en", "We are looking for an engineer who reads the tides and helps our harbour grow along the coast."),
        (
            "de",
            "Wir suchen eine Ingenieurin, die die Gezeiten versteht und unseren Hafen an der Küste weiterentwickelt.",
        ),
        ("fr", "Nous recherchons une ingénieure qui comprend les marées et fait grandir notre port sur la côte."),
        ("es", "Buscamos una ingeniera que entienda las mareas y haga crecer nuestro puerto en la costa."),
        ("pt", "Procuramos uma engenheira que entenda as marés e faça crescer o nosso porto no litoral."),
        ("it", "Cerchiamo un'ingegnera che capisca le maree e faccia crescere il nostro porto sulla costa."),
        ("nl", "Wij zoeken een ingenieur die de getijden begrijpt en onze haven aan de kust laat groeien."),
        ("pl", "Szukamy inżynierki, która rozumie pływy i pomoże rozwijać nasz port na wybrzeżu."),
        ("sv", "Vi söker en ingenjör som förstår tidvattnet och vill utveckla vår hamn längs kusten."),
        ("da", "Vi søger en ingeniør, som forstår tidevandet og vil udvikle vores havn ved kysten."),
        ("no", "Vi søker en ingeniør som forstår tidevannet og vil utvikle havnen vår langs kysten."),
        ("fi", "Etsimme insinööriä, joka ymmärtää vuorovettä ja kehittää satamaamme rannikolla."),
        ("cs", "Hledáme inženýrku, která rozumí přílivu a pomůže rozvíjet náš přístav na pobřeží."),
        ("ru", "Мы ищем инженера, который понимает приливы и поможет развивать нашу гавань на побережье."),
        ("uk", "Ми шукаємо інженера, який розуміє припливи й допоможе розвивати нашу гавань на узбережжі."),
        ("ja", "潮の満ち引きを理解し、海岸の港を一緒に育ててくれるエンジニアを募集しています。"),
        ("zh", "我们正在寻找一位了解潮汐并帮助我们发展海岸港口的工程师。"),
        ("ko", "조수를 이해하고 해안의 항구를 함께 키워 나갈 엔지니어를 찾고 있습니다."),
        ("tr", "Gelgitleri anlayan ve kıyıdaki limanımızı büyütecek bir mühendis arıyoruz."),
    ],
)
def test_the_text_tells(tag: str, text: str) -> None:
    assert language(text) == tag
    assert tag in LANGUAGES


@table(
    "text",
    [
        "Wij zoeken een ingenieur die we in het team hebben, of je nu in Gent is of elders, the best of is, as we.",
        "Vi søger en ingeniør, which is a plus, som will have ansvar for havnen og for tidevandet, og bor i Aarhus.",
        "Head of Engineering, Head of Design, Head of Support, Head of Sales, Head of People and Head of Finance",
    ],
)
def test_a_few_english_words_make_no_english_text(text: str) -> None:
    assert not is_clearly_english(WORD.findall(text.lower()))


@table(
    ("tag", "text"),
    [
        ("ko", "조수를 이해하고 React, TypeScript 로 해안의 항구를 함께 키워 나갈 Backend Engineer 를 찾고 있습니다."),
        ("zh", "我们正在寻找一位熟悉 Python 和 AWS 并帮助我们发展海岸港口的 Senior Engineer。"),
        ("ar", "نبحث عن مهندس Backend يفهم المد والجزر و Kubernetes ويساعد ميناءنا على الساحل في فريق Remote."),
        (
            "uk",
            "Ми шукаємо Senior Backend Engineer, який знає Python, Docker і AWS та розуміє припливи в нашій гавані.",
        ),
    ],
)
def test_english_terms_leave_a_text_in_its_own_script(tag: str, text: str) -> None:
    assert language(text, title="Senior Backend Engineer (Remote)") == tag


def test_threads_share_the_detector() -> None:
    texts = {"en": "We read the tides of the sea. " * 10, "de": "Wir lesen die Gezeiten des Meeres. " * 10}
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(detect, [*texts.values()] * 100)) == [*texts] * 100


def test_an_english_title_leaves_a_german_text_german() -> None:
    text = "Du betreust die Leuchttürme an der Küste und sprichst mit den Kapitänen über das Wetter und die Gezeiten."
    assert language(text, title="Senior Product Manager (m/w/d)") == "de"


@table("text", ["", "Python, Go, AWS", "12345 67890 " * 50, "🌊" * 300, "https://quay.example/jobs/1"])
def test_too_little_tells_nothing(text: str) -> None:
    assert language(text, title="") is None


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=80))
def test_no_character_is_too_much(text: str) -> None:
    assert language(f"{text} We are looking for an engineer who reads the tides.") in {None, *LANGUAGES}


def test_only_the_beginning_is_read() -> None:
    english, german = "We read the tides of the sea. " * 20, "Wir lesen die Gezeiten des Meeres. " * 1000
    assert language(english + german, title=german) == "en"
    assert language("Tides.", title=english + german) == "en"


@table("piece", ["We read the tides of the sea. ", "t", "9"])
def test_a_long_text_costs_no_more(piece: str) -> None:
    def prepare(text: str) -> Reading:
        ad = Ad(external_id="1", url="", title=text, company="", html=text)
        reading = Reading(ad, BOARDS["remoteco"])
        assert reading.text
        return reading

    assert growth(read, prepare, piece, size=400_000, limit=2) < 2
