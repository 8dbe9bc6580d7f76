"""Search text as queries of the index: what has to stand where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import tantivy

from listings.search.index.clauses import Clause, any_of, any_term, must, unscored
from listings.search.index.phrases import phrase
from listings.search.index.schema import TEXT_FIELDS, schema
from listings.search.query import parse_text
from listings.search.query.parameters import FILTERS, NONE
from listings.search.query.scope import Scope
from listings.search.query.text_plan import DecidingGroup, TextPlan, text_plan
from listings.search.text.analysis import terms
from listings.search.text.roles import accepted_roles
from listings.vocabulary.skills import canonical

# Share of their score that other fields add to the best one.
TIE_BREAKER = 0.1
SYNONYM_WEIGHT = 0.8
# Of deciding groups, so many have to be found in names; more of them may be found anywhere.
MAX_NAMED_GROUPS = 3
FIELDS: Mapping[Scope, Mapping[str, float]] = {
    Scope.TITLE: {name: TEXT_FIELDS[name] for name in ("title", "company")},
    Scope.NAMES: {name: weight for name, weight in TEXT_FIELDS.items() if name != "text"},
    Scope.TEXT: TEXT_FIELDS,
}
# Fields that hold all terms, and all known phrases, of a scope: one lookup instead of one for each field.
TERM_FIELD = {Scope.NAMES: "names", Scope.TEXT: "words"}
PHRASE_FIELD = {Scope.NAMES: "name_phrases", Scope.TEXT: "phrases"}


def compile_text(q: str, scope: Scope, *, scored: bool = False) -> list[Clause]:
    """What `q` requires and excludes, as clauses of a boolean query."""
    return TextCompiler(scope, scored=scored).clauses(q)


class TextCompiler:
    """Queries for one scope. `scored`: ranked by the field where they match, which takes longer."""

    def __init__(self, scope: Scope, *, scored: bool) -> None:
        self.scope = scope
        self.scored = scored
        self.fields = FIELDS[scope]

    def clauses(self, q: str) -> list[Clause]:
        plan = text_plan(q)
        compiled = [clause for typed in parse_text.clauses(q) if (clause := self._typed_clause(typed))]
        anywhere = TextCompiler(Scope.TEXT, scored=False)
        compiled += [must(anywhere._group_query(group)) for group in plan.industries]
        if self.scope is Scope.TEXT or not (plan.roles or plan.trade):
            return compiled + self._group_clauses(plan)
        if plan.decides_by_role:
            of_trade = [must(any_of(_same_title(plan), any_term("category", [plan.trade])))] if plan.trade else []
            return [*compiled, *self._group_clauses(plan), *of_trade]
        return [*compiled, (tantivy.Occur.Must, self._kind_of_job(plan))]

    def _kind_of_job(self, plan: TextPlan) -> tantivy.Query:
        """The deciding words in ads of the role and trade that the search names.

        Where they are in the title, an ad may leave its role or trade open. A skill alone makes no PHP developer of a
        tester, so there the ad has to say both.
        """
        title = TextCompiler(Scope.TITLE, scored=self.scored)._group_clauses(plan)
        if plan.roles:
            title.append(must(any_term("roles", [*sorted(plan.roles), NONE])))
        if plan.trade:
            compatible = any_term("category", [*sorted(plan.compatible_trades), NONE])
            title.append(must(any_of(_same_title(plan), compatible)))
        if self.scope is Scope.TITLE:
            return tantivy.Query.boolean_query(title)
        names = self._group_clauses(plan)
        if plan.roles:
            names.append(must(any_term("roles", sorted(plan.roles))))
        if plan.trade:
            names.append(must(any_term("category", [plan.trade])))
        return best_of([tantivy.Query.boolean_query(title), tantivy.Query.boolean_query(names)])

    def _typed_clause(self, clause: parse_text.QueryClause) -> Clause | None:
        """Alternatives, phrases, fields and exclusions; None for a plain word."""
        term = clause.terms[0]
        if clause.negative:
            # What is excluded must stand nowhere.
            return tantivy.Occur.MustNot, TextCompiler(Scope.TEXT, scored=False)._term_query(term)
        if len(clause.terms) > 1:
            return tantivy.Occur.Must, best_of([self._term_query(term) for term in clause.terms if terms(term.text)])
        return None if term.is_plain else (tantivy.Occur.Must, self._term_query(term))

    def _term_query(self, term: parse_text.QueryTerm) -> tantivy.Query:
        text_terms = terms(term.text)
        if not text_terms:
            return tantivy.Query.empty_query()
        if term.field == "skill":
            return tantivy.Query.term_query(schema(), "skill", canonical(term.text) or term.text.lower())
        if term.field:
            return tantivy.Query.boost_query(match_field(term.field, text_terms), TEXT_FIELDS[term.field])
        return self._match(text_terms)

    def _group_clauses(self, plan: TextPlan) -> list[Clause]:
        if len(plan.groups) <= MAX_NAMED_GROUPS or self.scope is Scope.TEXT:
            return [(tantivy.Occur.Must, self._group_query(group)) for group in plan.groups]
        # The more words are typed, the fewer ads have all of them in their title.
        anywhere = TextCompiler(Scope.TEXT, scored=False)
        named = [(tantivy.Occur.Should, self._group_query(group)) for group in plan.groups]
        most = tantivy.Query.boolean_query(named, minimum_number_should_match=MAX_NAMED_GROUPS)
        return [(tantivy.Occur.Must, most), *(must(anywhere._group_query(group)) for group in plan.groups)]

    def _group_query(self, group: DecidingGroup) -> tantivy.Query:
        # A word that also means something else is rarely the tool in running text.
        compiler = TextCompiler(Scope.NAMES, scored=self.scored) if self._is_hidden_name(group) else self
        queries = [compiler._words_query(group)]
        if self.scope is Scope.TEXT and len(group.typed) > 1:
            # What is found in names is found anywhere, side by side or not.
            queries.append(TextCompiler(Scope.NAMES, scored=self.scored)._words_query(group))
        queries += [tantivy.Query.boost_query(self._match(synonym), SYNONYM_WEIGHT) for synonym in _new_synonyms(group)]
        if self.scope is Scope.TEXT and not group.words:
            queries.append(self._match([term for word in group.typed for term in terms(word)]))
        if self.scope is not Scope.TITLE:
            queries += _value_queries(group)
        return best_of(queries)

    def _is_hidden_name(self, group: DecidingGroup) -> bool:
        return group.is_ambiguous and self.scope is Scope.TEXT

    def _words_query(self, group: DecidingGroup) -> tantivy.Query:
        typed_terms = [term for word in group.typed for term in terms(word)]
        if self.scope is Scope.TEXT and phrase(typed_terms):
            # Two words of a name, far apart in a long text, do not mention it.
            return self._match(typed_terms)
        if not group.words:
            required = [any_term("roles", sorted(accepted_roles(word))) for word in group.typed]
        else:
            required = [self._match(terms(word)) for word in group.words]
        if len(required) == 1:
            return required[0]
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, query) for query in required])

    def _match(self, query_terms: Sequence[str]) -> tantivy.Query:
        """These terms side by side in a field of the scope."""
        if self.scored or self.scope is Scope.TITLE:
            return match_fields(query_terms, self.fields)
        if len(query_terms) == 1:
            return tantivy.Query.term_query(schema(), TERM_FIELD[self.scope], query_terms[0])
        if known_phrase := phrase(query_terms):
            return tantivy.Query.term_query(schema(), PHRASE_FIELD[self.scope], known_phrase)
        return match_fields(query_terms, self.fields)


def _same_title(plan: TextPlan) -> tantivy.Query:
    """All words side by side in the title, whatever category the ad is of."""
    return unscored(match_field("title", [term for word in plan.words for term in terms(word)]))


def is_unsearchable(q: str) -> bool:
    """True for text of punctuation alone, with nothing to look up."""
    return bool(q) and not any(terms(term.text) for clause in parse_text.clauses(q) for term in clause.terms)


def _value_queries(group: DecidingGroup) -> list[tantivy.Query]:
    """The skill, kind of work, level or employment that the group names."""
    queries = [any_term(FILTERS[name].field, [value]) for name, value in group.facts]
    if group.skill:
        skill = tantivy.Query.term_query(schema(), "skill", group.skill)
        queries.append(tantivy.Query.boost_query(skill, TEXT_FIELDS["skills"]))
    return queries


def _new_synonyms(group: DecidingGroup) -> list[list[str]]:
    """The terms of each synonym, without those that contain all typed words: what has them matches already."""
    typed_terms = {term for word in group.typed for term in terms(word)}
    return [synonym for name in group.synonyms if (synonym := terms(name)) and not typed_terms <= set(synonym)]


def match_fields(query_terms: Sequence[str], fields: Mapping[str, float] = TEXT_FIELDS) -> tantivy.Query:
    """Scored by the field where it counts most."""
    return best_of(
        [tantivy.Query.boost_query(match_field(name, query_terms), weight) for name, weight in fields.items()]
    )


def match_field(name: str, query_terms: Sequence[str]) -> tantivy.Query:
    """Several terms match side by side."""
    # A phrase query of one term is refused by tantivy.
    if len(query_terms) == 1:
        return tantivy.Query.term_query(schema(), name, query_terms[0])
    if name == "text" and (known_phrase := phrase(query_terms)):
        return tantivy.Query.term_query(schema(), "phrases", known_phrase)
    return tantivy.Query.phrase_query(schema(), name, list(query_terms))


def best_of(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    if len(queries) == 1:
        return queries[0]
    return tantivy.Query.disjunction_max_query(list(queries), TIE_BREAKER) if queries else tantivy.Query.empty_query()
