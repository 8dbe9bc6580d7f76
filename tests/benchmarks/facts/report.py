"""Tables and disagreements, for the terminal and for docs/facts.md."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from tests.benchmarks.facts.ads import Labelled
from tests.benchmarks.facts.disputes import disputed
from tests.benchmarks.facts.scoring import AIMS, Score, wilson

PAGE = Path(__file__).parents[3] / "docs" / "facts.md"
RULES = Path(__file__).with_name("rules.md")
HEAD = """# How accurately facts are read

Written by `make facts`, which compares the facts with labels made by hand.

**Tuned** ads are those that the rules were written and corrected against: their figures show how well the rules fit
them. **Untuned** ads are those whose labels no rule was written against. Their counts were seen while the rules were
written, by kind of error for some facts; and all recorded ads, two thirds of these among them, were read beside their
facts, and what was false was mended. So their figures are too good: those of ads that nobody had read stand below.

- Precision: share of our values that the label has. Recall: share of the label's values that we have. In brackets the
  95 % interval (Wilson) and the counts.
- Exact: share of ads on which both agree completely, "not stated" included. Coverage: ads with the fact.
- A salary counts only if minimum, maximum, currency and period are all equal; a residence if the sets of countries are
  equal; skills are compared by their names in our list. ✗ marks figures below their aim.
"""


def tables(tuned: dict[str, dict[str, Score]], untuned: dict[str, dict[str, Score]]) -> str:
    lines = ["### Untuned ads\n", *overview(untuned), "", "### Tuned ads\n", *overview(tuned)]
    boards = sorted({name for groups in tuned.values() for name in groups} - {"all"})
    lines += ["", "Precision / recall of each board, tuned ads:", "", f"| board | ads | {' | '.join(tuned)} |"]
    lines.append(f"|---|---:|{'---|' * len(tuned)}")
    for board in boards:
        cells = [groups.get(board, Score()) for groups in tuned.values()]
        ads = max(cell.ads for cell in cells)
        lines.append(
            f"| {board} | {ads} | {' | '.join(f'{cell.precision:.2f} / {cell.recall:.2f}' for cell in cells)} |"
        )
    return "\n".join(lines)


def overview(scores: dict[str, dict[str, Score]]) -> list[str]:
    lines = [
        "| fact | precision | aim | recall | aim | F1 | exact | coverage |",
        "|---|---|---:|---|---:|---:|---:|---:|",
    ]
    for fact, groups in scores.items():
        score, aim = groups["all"], AIMS[fact]
        mark = "" if score.meets(aim) else " ✗"
        lines.append(
            f"| {fact}{mark} | {share(score.right, score.stated)} | {aim[0]:.2f} | {share(score.right, score.due)} "
            f"| {aim[1]:.2f} | {score.f1:.3f} | {score.exact / max(1, score.ads):.3f} | {score.covered}/{score.ads} |"
        )
    return lines


def share(right: int, of: int) -> str:
    low, high = wilson(right, of)
    return f"{right / of if of else 1:.3f} ({low:.2f}–{high:.2f}; {right}/{of})"


def counted(names: list[str]) -> str:
    """How many names each board has: "3 lever, 1 ashby"."""
    return ", ".join(f"{count} {board}" for board, count in Counter(name.partition(":")[0] for name in names).items())


def disagreement(fact: str, one: Labelled, read: dict[str, Any]) -> list[str]:
    due = one.label[fact]
    said = due.get("evidence") if isinstance(due, dict) else ""
    return [
        f"{fact} · {one.id} · {one.ad.title}",
        f"    label {without_evidence(due)}  {said!r}  {one.label.get('note', '')}",
        f"    read  {without_evidence(read[fact])}  {read['evidence'].get(fact, '')!r}",
    ]


def without_evidence(value: Any) -> Any:
    return {name: part for name, part in value.items() if name != "evidence"} if isinstance(value, dict) else value


def write(tables: str, missing: list[str], lints: str, timing: str) -> None:
    PAGE.parent.mkdir(exist_ok=True)
    parts = [HEAD, "## Against the labels\n", tables, ""]
    if missing:
        parts += [f"Labelled ads that were not found: {', '.join(f'`{name}`' for name in missing)}", ""]
    parts += ["## Labels that are not counted\n", "They contradict their ads by the labels' own guidelines.\n"]
    for fact, ids in disputed().items():
        parts += [f"### {fact}\n", *(f"- `{name}`: {words}" for name, words in ids.items()), ""]
    parts += ["## Facts that lints refuse\n", lints, ""]
    parts += [RULES.read_text(), "## Speed\n", timing, ""]
    PAGE.write_text("\n".join(parts))
