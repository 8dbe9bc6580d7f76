"""How search words are understood."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from listings.search.query.parse_text import clauses, plain_words
from tests.tables import table


@table(
    ("q", "understood"),
    [
        ("python django", ["python", "django"]),
        ('"machine learning" engineer', ['"machine learning"', "engineer"]),
        ("python -junior", ["python", "-junior"]),
        ('-"team lead" python', ['-"team lead"', "python"]),
        ("python or ruby remote", ["python or ruby", "remote"]),
        ("python OR ruby or go", ["python or ruby or go"]),
        ("title:engineer company:acme skill:go", ["title:engineer", "company:acme", "skill:go"]),
        ('Title:"data engineer" -company:acme', ['title:"data engineer"', "-company:acme"]),
        ("title: engineer", ["title:engineer"]),
        ("c++ c# .net node.js", ["c++", "c#", ".net", "node.js"]),
        ("or python", ["or", "python"]),
        ("python or", ["python", "or"]),
        ("python or -ruby", ["python", "or", "-ruby"]),
        ("-python or ruby", ["-python", "or", "ruby"]),
        ("'", ["'"]),
        ('"open phrase', ['"open phrase"']),
        ('"" -', ["-"]),
        ("title:", ["title:"]),
        ("e-commerce front-end", ["e-commerce", "front-end"]),
        ("https://x.example", ["https://x.example"]),
        ("“software engineer”", ['"software engineer"']),
        ("„software engineer“ -«team lead»", ['"software engineer"', '-"team lead"']),
        ("‹data engineer› title:＂head chef＂", ['"data engineer"', 'title:"head chef"']),
        ("“open phrase", ['"open phrase"']),
        ("python NOT junior", ["python", "-junior"]),
        ('NOT "team lead" python', ['-"team lead"', "python"]),
        ("python NOT company:acme", ["python", "-company:acme"]),
        ("python not junior", ["python", "not", "junior"]),
        ("Not python", ["Not", "python"]),
        ("python NOT", ["python", "NOT"]),
        ("NOTpython", ["NOTpython"]),
        ('"NOT" python', ['"NOT"', "python"]),
        ("python or NOT ruby", ["python", "or", "-ruby"]),
        ("python -or ruby", ["python", "-or", "ruby"]),
    ],
)
def test_what_is_asked(q: str, understood: list[str]) -> None:
    assert [str(clause) for clause in clauses(q)] == understood


def test_words_that_may_be_slips() -> None:
    assert plain_words('pyhton "exact wrods" title:enginer -jnuior ruby or goo') == ["pyhton", "ruby", "goo"]


@given(st.text(max_size=60))
def test_anything_is_understood_and_says_the_same_when_written_again(q: str) -> None:
    once = clauses(q)
    again = clauses(" ".join(map(str, once)))
    assert clauses(" ".join(map(str, again))) == again
