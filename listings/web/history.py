"""What has changed in a listing since it was first seen, with the words that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from listings.display import locale_format
from listings.facts.text import plain
from listings.models import LedgerRow, Listing
from listings.web.word_matcher import Budget, WordMatcher

# Words that are shown on either side of a difference.
CONTEXT_WORDS = 6
# Read of each text.
MAX_WORDS, MAX_CHARACTERS = 3_000, LedgerRow.MAX_VALUE
# For all changes of a page: some .3 s. A text of 1,000 words that is revised throughout takes a fiftieth of it.
MAX_STEPS = 1_000_000
# Of wording on a page. The changes that come after, the oldest, are told without it.
MAX_SHOWN = 200_000
# The fields of an ad as readers know them. Changes of other fields are not shown.
FIELD_LABELS = {
    "title": "title",
    "company": "company",
    "html": "text",
    "location": "place",
    "salary": "pay",
    "category": "kind of work",
    "workplace": "workplace",
    "employment": "employment",
    "seniority": "level",
    "time_zones": "time zones",
    "tags": "tags",
    "published_at": "date of the ad",
    "expires_at": "closing date",
    "url": "address on its board",
    "apply_url": "application link",
    "company_url": "company website",
    "fields": "other details on its board",
}
DATE_FIELDS = ("published_at", "expires_at")
CLOSED_REASONS = dict(Listing.Closed.choices)

DiffKind = Literal["same", "gone", "new"]
# As difflib gives them: kind, start and end in the old words, start and end in the new ones.
Opcode = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class DiffPart:
    kind: DiffKind
    text: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line, such as "pay changed"; `parts` are the old and the new wording."""

    at: datetime
    text: str
    parts: tuple[DiffPart, ...] = ()


def ledger_rows(listing: Listing) -> list[LedgerRow]:
    """The newest changes first, as many as are kept."""
    return list(LedgerRow.objects.filter(listing=listing.pk)[: LedgerRow.MAX_ROWS])


def history(listing: Listing, rows: Sequence[LedgerRow], *, full_text: bool) -> list[HistoryEntry]:
    """What `rows` tell, the newest changes first. Without `full_text` a change of the text shows no wording."""
    budget = Budget(MAX_STEPS, MAX_SHOWN)
    entries = [entry for row in rows if (entry := entry_of(row, budget, full_text=full_text))]
    if listing.reposted_at:
        entries.append(HistoryEntry(listing.reposted_at, "published again with a new id on its board"))
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def entry_of(row: LedgerRow, budget: Budget, *, full_text: bool) -> HistoryEntry | None:
    """None if readers could not see the change: an unlisted field, or another way to write the same."""
    if row.field == "state":
        text = state_text(row)
        return HistoryEntry(row.at, text) if text else None
    label = FIELD_LABELS.get(row.field)
    if label is None:
        return None
    old, new = (readable(row.field, value) for value in (row.old, row.new))
    # Where both were cut, the difference may be in what was cut off.
    if old == new and min(len(row.old), len(row.new)) < MAX_CHARACTERS:
        return None
    text = f"{label} {'added' if not old else 'removed' if not new else 'changed'}"
    return HistoryEntry(row.at, text, diff_parts(old, new, budget) if full_text or row.field != "html" else ())


def state_text(row: LedgerRow) -> str:
    """ "" for states that readers do not see, such as hidden."""
    if row.new == "open":
        return "open again"
    return f"closed: {CLOSED_REASONS[row.new]}" if row.new in CLOSED_REASONS else ""


def readable(field: str, value: str) -> str:
    value = value[:MAX_CHARACTERS]
    if field == "html":
        return plain(value)
    if field in DATE_FIELDS and value:
        return locale_format.long_date(datetime.fromisoformat(value))
    return value


def diff_parts(old: str, new: str, budget: Budget) -> tuple[DiffPart, ...]:
    """The difference word by word; of the words in common only those around a difference. () if the budget is spent."""
    before, after = old.split()[:MAX_WORDS], new.split()[:MAX_WORDS]
    changes = WordMatcher(before, after, budget).get_opcodes()
    parts = tuple(part for part in _parts(before, after, changes) if part.text)
    budget.characters -= sum(len(part.text) for part in parts)
    return parts if budget.is_left and any(part.kind != "same" for part in parts) else ()


def _parts(before: Sequence[str], after: Sequence[str], changes: Sequence[Opcode]) -> Iterator[DiffPart]:
    for index, (kind, start, end, new_start, new_end) in enumerate(changes):
        if kind == "equal":
            yield DiffPart("same", shorten(before[start:end], first=index == 0, last=index == len(changes) - 1))
        else:
            yield DiffPart("gone", " ".join(before[start:end]))
            yield DiffPart("new", " ".join(after[new_start:new_end]))


def shorten(words: Sequence[str], *, first: bool, last: bool) -> str:
    """Unchanged words, those far from a difference as "…". `first` and `last`: no difference before or after them."""
    head, tail = (0 if first else CONTEXT_WORDS), (0 if last else CONTEXT_WORDS)
    if len(words) <= head + tail:
        return " ".join(words)
    return " ".join([*words[:head], "…", *words[len(words) - tail :]])
