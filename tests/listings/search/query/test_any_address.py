"""Whatever stands in an address, it is answered, refused, or led elsewhere: it is never a failure."""

from __future__ import annotations

from urllib.parse import quote_from_bytes

import pytest
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from listings.search.query.parameters import NAMES
from tests.examples import examples
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db

PATHS = ("/jobs/", "/jobs.json", "/jobs.rss")
ANSWERS = {200, 301, 302, 400}


@pytest.fixture
def some_jobs(reindex: Reindex) -> None:
    for number in range(3):
        listing_with(f"Python developer {number}", facts={"skills": ["python"], "residence": {"include": ["DE"]}})
    reindex()


def answered(client: Client, query: str | bytes) -> None:
    raw = query if isinstance(query, bytes) else query.encode("utf-8", "surrogatepass")
    client.raise_request_exception = False
    for path in PATHS:
        # As a server hands it over: the bytes of the address, each as one sign.
        answer = client.get(path, QUERY_STRING=raw.decode("latin-1"))
        assert answer.status_code in ANSWERS, (path, answer.status_code, raw)
        if answer.status_code in (301, 302):
            assert client.get(answer["Location"], follow=True).status_code in (200, 400), (path, raw)


names = st.one_of(st.sampled_from(NAMES), st.text(max_size=12))
numbers = st.one_of(st.integers(), st.floats(), st.integers(min_value=10**400, max_value=10**401)).map(str)
texts = st.text(st.characters(codec=None), max_size=60)
values = st.one_of(
    texts.map(lambda text: quote_from_bytes(text.encode("utf-8", "surrogatepass"))),
    st.binary(max_size=60).map(quote_from_bytes),
    numbers.map(lambda number: number.replace("+", "%2B")),
    st.sampled_from(["none", "-", "--", "-none", "9-17", "99-99", "US-CA", "%", "%zz", "%00", "%ED%A0%80", "½", "٣"]),
    st.sampled_from(["a" * 10_000, "%22" * 3000, "or+" * 3000, "-a+" * 3000, "skill:" * 2000, "(" * 10_000]),
)
queries = st.lists(st.tuples(names, values), max_size=6).map(
    lambda pairs: "&".join(
        f"{quote_from_bytes(name.encode('utf-8', 'surrogatepass'))}={value}" for name, value in pairs
    )
)

slowly = settings(max_examples=examples(6), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@slowly
@example(query="q=%00")
@example(query="q=%ED%A0%80")
@example(query="q=" + "a" * 10_000)
@example(query="page=" + "9" * 5_000)
@example(query="salary_min=-1&posted=1e9&per_page=0x10")
@example(query="&".join(f"x{number}=1" for number in range(900)))
@example(query="&".join(f"skill=python&company=a{number}" for number in range(400)))
@example(query="tz=../../etc/passwd&day=-9--17")
@example(query="q=skill:&q=title:")
@example(query="q=title%3A%22%22+or+or+-or+%22")
@given(query=queries)
def test_parameters_of_any_kind(some_jobs: None, client: Client, query: str) -> None:
    answered(client, query)


@slowly
@example(query=b"\x00\xff\xfe&=&==&;%%%")
@example(query=b"\xed\xa0\x80=\xed\xa0\x80")
@given(query=st.binary(max_size=200))
def test_bytes_of_any_kind(some_jobs: None, client: Client, query: bytes) -> None:
    answered(client, query)


@pytest.mark.parametrize("path", PATHS)
def test_more_parameters_than_are_read_are_refused(some_jobs: None, client: Client, path: str) -> None:
    client.raise_request_exception = False
    query = "&".join(f"skill=python{number}" for number in range(1500))
    assert client.get(path, QUERY_STRING=query).status_code == 400
