"""Search text as queries of the index: what has to stand where. docs/search.md says the same for readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from listings.search.index.phrases import phrase
from listings.search.index.schema import TEXT_FIELDS
from listings.search.query import parse_text
from listings.search.query.nodes import (
    AnyTerm,
    Best,
    Between,
    Boolean,
    Boost,
    Clause,
    Constant,
    Node,
    Nothing,
    Occur,
    Term,
    TermPhrase,
    any_of,
    must,
    unscored,
)
from listings.search.query.parameters import FILTERS, NONE
from listings.search.query.scope import Scope
from listings.search.query.text_plan import DecidingGroup, TextPlan, other_order, text_plan
from listings.search.text.analysis import terms
from listings.search.text.roles import accepted_roles, leads
from listings.vocabulary.role_words import GENERIC_ROLES
from listings.vocabulary.skills import canonical

SYNONYM_WEIGHT = 0.8
# Among mentions, ads of the role and trade that the words name weigh so much more.
SAME_TRADE_WEIGHT = 2.0
# Of deciding groups, so many have to be found in names; more of them may be found anywhere.
MAX_NAMED_GROUPS = 3
NAME_FIELDS = ("title", "skills", "company")
# Of a job of the kind that is searched for, above all that a title of another trade can score.
KIND_SCORE = 100_000.0
# Words that may stand between those of a search for an ad to mention them, if its names have none of them.
MENTION_SLOP = 8
# Names of tools that are also common words, and the words in a title that they are a part of then.
OTHER_SENSES = {"go": ("go to market", "go live")}
# Of a phrase. tantivy reads every place of every word of it, in each ad that has them all.
MAX_SIDE_BY_SIDE = 12


def compile_text(q: str, scope: Scope, *, scored: bool = False) -> list[Clause]:
    """What `q` requires and excludes, as clauses of a boolean query. `scored`: for an order, which takes longer."""
    return list(_compiled(q, scope, scored))


# Of a hundred letters, some ten kilobytes.
@lru_cache(maxsize=100)
def _compiled(q: str, scope: Scope, scored: bool) -> tuple[Clause, ...]:
    compiler = TextCompiler(text_plan(q), scored=scored)
    compiled = [clause for typed in parse_text.clauses(q) if (clause := compiler.typed_clause(typed, scope))]
    compiled += [must(compiler.anywhere(group)) for group in compiler.plan.industries]
    if compiler.plan.groups:
        compiled.append((Occur.MUST, compiler.query(scope)))
    return tuple(compiled)


class TextCompiler:
    def __init__(self, plan: TextPlan, *, scored: bool) -> None:
        self.plan = plan
        self.scored = scored

    def query(self, scope: Scope) -> Node:
        """The deciding words within `scope`, in ads of the role and trade that they name."""
        alternatives = [self._titled(scope), self._employer()]
        if scope is not Scope.TITLE:
            alternatives.append(self._named())
            if self.plan.kind:
                alternatives.append(_category(self.plan.kind, KIND_SCORE))
        if scope is Scope.TEXT and self.plan.can_be_mentioned:
            alternatives.append(self._mentioned())
            if self.plan.trade and any(group.words for group in self.plan.groups):
                alternatives.append(Boost(self._same_trade(), SAME_TRADE_WEIGHT))
        return best_of(alternatives)

    def _mentioned(self) -> Node:
        """All words in an ad of their trade, or whose names have one of them, or else near each other.

        A long text has any words somewhere.
        """
        groups = self.plan.groups
        everywhere = _all_of(self.anywhere(group) for group in groups)
        if len(groups) < 2:
            return everywhere
        in_names = [self._among_names(group) for group in groups if not group.is_weak]
        of_trade = [AnyTerm("category", [self.plan.trade])] if self.plan.trade else []
        near = _near("text", _terms_of(word for group in groups for word in group.typed))
        return Boolean([(Occur.MUST, everywhere), must(any_of(*in_names, *of_trade, near))])

    def _among_names(self, group: DecidingGroup) -> Node:
        words = _all_of(self._in_names(terms(word)) for word in group.words or group.typed)
        return any_of(words, *map(self._in_names, _new_synonyms(group)), *_value_queries(self._stated(group)))

    def _same_trade(self) -> Node:
        """Of the role and trade that the words name, with each other word somewhere in the ad, not side by side.

        A full-stack developer who also builds the front end is near to a "frontend developer".
        """
        topics = [word for group in self.plan.groups for word in group.words]
        clauses = [(Occur.MUST, self._in_text(terms(word))) for word in topics]
        clauses.append(must(AnyTerm("category", [self.plan.trade])))
        if self.plan.roles:
            clauses.append(must(AnyTerm("roles", self._title_roles())))
        return Boolean(clauses)

    def typed_clause(self, clause: parse_text.QueryClause, scope: Scope) -> Clause | None:
        """Alternatives, phrases, fields and exclusions; None for a plain word."""
        term = clause.terms[0]
        if clause.negative:
            # What is excluded must stand nowhere.
            return Occur.MUST_NOT, self._typed_term(term, Scope.TEXT)
        if len(clause.terms) > 1:
            queries = [self._typed_term(term, scope) for term in clause.terms if terms(term.text)]
            return Occur.MUST, best_of(queries)
        return None if term.is_plain else (Occur.MUST, self._typed_term(term, scope))

    def anywhere(self, group: DecidingGroup) -> Node:
        """The group wherever it stands in an ad."""
        typed = [word for word in group.typed if word.lower() not in GENERIC_ROLES] or group.typed
        # A word that also means something else is rarely the tool in running text.
        match = self._in_names if group.is_ambiguous else self._in_text
        # Two words of a known name, far apart in a long text, do not mention it.
        words = [_terms_of(typed)] if phrase(_terms_of(typed)) else [terms(word) for word in typed]
        queries = [_in_its_sense(_all_of(match(query_terms) for query_terms in words), group)]
        queries += [self._synonym(match(synonym)) for synonym in _new_synonyms(group)]
        return best_of([*queries, *_value_queries(self._stated(group))])

    def _stated(self, group: DecidingGroup) -> DecidingGroup:
        """Without the kind of work if a role is asked for: no engineer mentions a head of engineering."""
        facts = tuple(fact for fact in group.facts if fact[0] != "category") if self.plan.roles else group.facts
        return replace(group, facts=facts)

    def _titled(self, scope: Scope) -> Node:
        """With the words in the title, or in the employer's name if they mean nothing else.

        The ad may leave its role and its trade open, but a title without a role is no leader's. Of trades that are
        easily confused, the named one comes first.
        """
        clauses = self._group_clauses(lambda group: best_of(self._title_queries(group)))
        if self.plan.roles and not self.plan.decides_by_role:
            clauses.append(must(any_of(AnyTerm("roles", self._title_roles()), *self._other_names())))
        if self.plan.trade:
            trades = [self.plan.trade] if scope is Scope.TITLE else self.plan.compatible_trades
            open_trade = [] if self.plan.decides_by_role else [NONE]
            accepted: list[Node] = [AnyTerm("category", [*sorted(trades), *open_trade])]
            title_terms = _terms_of(self.plan.words)
            if scope is not Scope.TITLE or (len(title_terms) > 1 and not self.plan.kind):
                # With all the words side by side it may be of any category. One word, or a name of a kind of work, may
                # only say what another trade is about, as in "Design Systems Engineer": such titles come later.
                other_terms = _terms_of(map(other_order, self.plan.words))
                orders = [title_terms] if other_terms == title_terms else [title_terms, other_terms]
                accepted += [unscored(match_field("title", in_order)) for in_order in orders]
            clauses.append(must(any_of(*accepted)))
        return Boolean(clauses)

    def _named(self) -> Node:
        """With the words as a skill, a kind of work, a level or employment, too.

        A skill alone makes no PHP developer of a tester: here the ad has to be of the role and trade.
        """
        field = "main_skill" if self.plan.roles else "skill"
        clauses = self._group_clauses(
            lambda group: best_of([*self._title_queries(group), *_value_queries(group, field)])
        )
        if self.plan.roles and not self.plan.decides_by_role:
            clauses.append(must(AnyTerm("roles", sorted(self.plan.roles))))
        if self.plan.trade:
            clauses.append(must(AnyTerm("category", [self.plan.trade])))
        return Boolean(clauses)

    def _title_roles(self) -> list[str]:
        """Terms of roles, one of which a title has: the named ones, or none at all unless they lead."""
        return [*sorted(self.plan.roles), *([] if leads(self.plan.roles) else [NONE])]

    def _other_names(self) -> list[Node]:
        """Synonyms of roles in the title: an account executive is another name of a sales representative."""
        groups = (group for group in self.plan.groups if len(group.words) < len(group.typed))
        return [match_field("title", synonym) for group in groups for synonym in _new_synonyms(group)]

    def _employer(self) -> Node:
        """Of the employer whose name is just these words."""
        name = Term("company_terms", " ".join(_terms_of(self.plan.words)))
        return Boost(name, TEXT_FIELDS["company"])

    def _group_clauses(self, compile_group: Callable[[DecidingGroup], Node]) -> list[Clause]:
        groups = self.plan.groups
        queries = [compile_group(group) for group in groups]
        if len(groups) <= MAX_NAMED_GROUPS:
            return [(Occur.MUST, query) for query in queries]
        # The more words are typed, the fewer ads have all of them in their title.
        most = Boolean([(Occur.SHOULD, query) for query in queries], least=MAX_NAMED_GROUPS)
        return [(Occur.MUST, most), *(must(self.anywhere(group)) for group in groups)]

    def _title_queries(self, group: DecidingGroup) -> list[Node]:
        """All words of the group but those of its role, or one of its synonyms."""
        if group.words:
            words = _all_of(self._in_title(terms(word), group) for word in group.words)
        else:
            # By how rare they are, roles would rank coders before developers.
            roles = (AnyTerm("roles", sorted(accepted_roles(word))) for word in group.typed)
            words = _all_of(Constant(query, 1.0) for query in roles)
        return [words, *(self._synonym(self._in_title(synonym, group)) for synonym in _new_synonyms(group))]

    def _typed_term(self, term: parse_text.QueryTerm, scope: Scope) -> Node:
        text_terms = terms(term.text)
        if not text_terms:
            return Nothing()
        if term.field == "skill":
            return Term("skill", canonical(term.text) or term.text.lower())
        if term.field:
            return Boost(match_field(term.field, text_terms), TEXT_FIELDS[term.field])
        return self._in_text(text_terms) if scope is Scope.TEXT else self._in_names(text_terms)

    def _in_title(self, query_terms: Sequence[str], group: DecidingGroup) -> Node:
        fields = ("title", "company") if group.may_name_employer else ("title",)
        return _in_its_sense(match_fields(query_terms, fields), group)

    def _in_names(self, query_terms: Sequence[str]) -> Node:
        return match_fields(query_terms, NAME_FIELDS)

    def _in_text(self, query_terms: Sequence[str]) -> Node:
        if self.scored:
            return match_fields(query_terms)
        if len(query_terms) == 1:
            return Term("words", query_terms[0])
        if known_phrase := phrase(query_terms):
            return Term("phrases", known_phrase)
        return match_fields(query_terms)

    def _synonym(self, query: Node) -> Node:
        return Boost(query, SYNONYM_WEIGHT)


def is_unsearchable(q: str) -> bool:
    """True for text of punctuation alone, with nothing to look up."""
    return bool(q) and not any(terms(term.text) for clause in parse_text.clauses(q) for term in clause.terms)


def match_fields(query_terms: Sequence[str], fields: Iterable[str] = tuple(TEXT_FIELDS)) -> Node:
    """Scored by the field where it counts most."""
    return best_of([Boost(match_field(name, query_terms), TEXT_FIELDS[name]) for name in fields])


def match_field(name: str, query_terms: Sequence[str]) -> Node:
    """Several terms match side by side: the first MAX_SIDE_BY_SIDE, with each other one anywhere in the field."""
    # A phrase query of one term is refused by tantivy.
    if len(query_terms) == 1:
        return Term(name, query_terms[0])
    if name == "text" and (known_phrase := phrase(query_terms)):
        return Term("phrases", known_phrase)
    side_by_side = TermPhrase(name, list(query_terms[:MAX_SIDE_BY_SIDE]))
    others = dict.fromkeys(query_terms[MAX_SIDE_BY_SIDE:])
    return _all_of([side_by_side, *(Term(name, term) for term in others)])


def best_of(queries: Sequence[Node]) -> Node:
    if len(queries) == 1:
        return queries[0]
    return Best(queries) if queries else Nothing()


def _value_queries(group: DecidingGroup, skill_field: str = "skill") -> list[Node]:
    """The skill, kind of work, level or employment that the group names."""
    queries = [_fact_query(name, value) for name, value in group.facts]
    if group.skill:
        skill = Term(skill_field, group.skill)
        queries.append(Boost(skill, TEXT_FIELDS["skills"]))
    return queries


def _fact_query(name: str, value: str) -> Node:
    if name == "experience":
        return Between(name, 0, int(value))
    return AnyTerm(FILTERS[name].field, [value])


def _category(category: str, score: float) -> Node:
    return Constant(AnyTerm("category", [category]), score)


def _near(field: str, query_terms: Sequence[str]) -> Node:
    if len(query_terms) < 2:
        return match_field(field, query_terms)
    return TermPhrase(field, list(query_terms[:MAX_SIDE_BY_SIDE]), MENTION_SLOP)


def _in_its_sense(match: Node, group: DecidingGroup) -> Node:
    """`match`, without titles in which the name of a tool is a part of other words: no Go in "Go to Market Manager"."""
    others = OTHER_SENSES.get(group.words[0].lower(), ()) if group.is_ambiguous else ()
    if not others:
        return match
    return Boolean([(Occur.MUST, match), *((Occur.MUST_NOT, match_field("title", terms(name))) for name in others)])


def _new_synonyms(group: DecidingGroup) -> list[list[str]]:
    """The terms of each synonym, without those that contain all typed words: what has them matches already."""
    typed = [terms(word) for word in group.typed]
    synonyms = [synonym for name in group.synonyms if (synonym := terms(name))]
    return [synonym for synonym in synonyms if not all(_has_side_by_side(synonym, word) for word in typed)]


def _has_side_by_side(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    length = len(shorter)
    return any(longer[start : start + length] == shorter for start in range(len(longer) - length + 1))


def _terms_of(words: Iterable[str]) -> list[str]:
    return [term for word in words for term in terms(word)]


def _all_of(queries: Iterable[Node]) -> Node:
    required = list(queries)
    if len(required) == 1:
        return required[0]
    return Boolean([(Occur.MUST, query) for query in required])
