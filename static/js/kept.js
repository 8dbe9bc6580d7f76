// What a reader keeps: in this browser alone, as one document. Nothing of it is ever sent.
const KEY = "elsewhere";
export const STAGES = { saved: "Saved", applied: "Applied", interview: "Interview", offer: "Offer", closed: "Closed" };
const EMPTY = { version: 1, jobs: {}, hidden: {}, companies: {}, seen: {}, visits: { last: "", before: "" } };
const MOST_SEEN = 2000;
const ID = /^[0-9]{1,15}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const CLOSED = "This browser does not let pages keep anything, so nothing can be saved.";

export let problem = "";

export function load() {
  let text;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    problem = CLOSED;
    return structuredClone(EMPTY);
  }
  try {
    return tidy(JSON.parse(text ?? "{}"));
  } catch {
    return put_aside(text);
  }
}

// What cannot be read is kept under another name.
function put_aside(text) {
  try {
    localStorage.setItem(`${KEY}-unreadable`, text);
    localStorage.removeItem(KEY);
    problem = "What was saved here could not be read. It was put aside, and nothing of it is lost.";
  } catch {
    problem = CLOSED;
  }
  return structuredClone(EMPTY);
}

// Reads, changes and writes at once, so that two open pages do not undo each other. False where it could not be kept.
export function change(how) {
  problem = "";
  const kept = load();
  // What could not be read must not be written over.
  if (problem) return false;
  how(kept);
  const seen = Object.entries(kept.seen);
  if (seen.length > MOST_SEEN) kept.seen = Object.fromEntries(seen.sort((one, other) => (one[1] < other[1] ? 1 : -1)).slice(0, MOST_SEEN));
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    problem = "This browser has no room left, or does not let pages keep anything: that was not saved.";
  }
  document.dispatchEvent(new CustomEvent("kept"));
  return !problem;
}

export const forget = () => change((kept) => Object.assign(kept, structuredClone(EMPTY)));

export function save(kept, id, title, company) {
  kept.jobs[id] = { title, company, stage: "saved", note: "", date: "", event: "", at: now() };
  delete kept.hidden[id];
}

// A visit begins after half an hour without one: what was first seen here since the one before is new.
export function visit() {
  const { last } = load().visits;
  const begins = !(Date.now() - Date.parse(last) <= 30 * 60_000);
  change(({ visits }) => Object.assign(visits, { last: now(), before: begins ? last : visits.before }));
}

export const now = () => new Date().toISOString();
export const today = () => new Date().toLocaleDateString("sv");

// Throws where a file is none of ours. Of two words on one job the later counts.
export function merge(text) {
  const file = JSON.parse(text);
  if (file?.version !== 1 || typeof file.jobs !== "object") throw new Error("not ours");
  const found = tidy(file);
  change((kept) => {
    for (const part of ["jobs", "hidden", "companies"])
      for (const [id, one] of Object.entries(found[part])) if (!kept[part][id] || kept[part][id].at < one.at) kept[part][id] = one;
    kept.seen = { ...found.seen, ...kept.seen };
  });
  return Object.keys(found.jobs).length;
}

// Only what this site writes, each value of the kind that it writes.
function tidy(raw) {
  const words = (value, most = 300) => (typeof value === "string" ? value.slice(0, most) : "");
  const part = (name, good, make) =>
    Object.fromEntries(Object.entries(raw?.[name] ?? {}).filter(([id, one]) => good(id) && one).map(([id, one]) => [id, make(one)]));
  const id = (value) => ID.test(value);
  return {
    version: 1,
    jobs: part("jobs", id, (one) => ({
      title: words(one.title),
      company: words(one.company),
      stage: Object.hasOwn(STAGES, one.stage) ? one.stage : "saved",
      note: words(one.note, 5000),
      date: DAY.test(one.date) ? one.date : "",
      event: words(one.event, 100),
      at: words(one.at, 30),
    })),
    hidden: part("hidden", id, (one) => ({ title: words(one.title), at: words(one.at, 30) })),
    companies: part("companies", (slug) => /^[a-z0-9_-]{1,100}$/.test(slug), (one) => ({ title: words(one.title), at: words(one.at, 30) })),
    seen: part("seen", id, (at) => words(at, 30)),
    visits: { last: words(raw?.visits?.last, 30), before: words(raw?.visits?.before, 30) },
  };
}

addEventListener("storage", (event) => {
  if (event.key === KEY) document.dispatchEvent(new CustomEvent("kept"));
});
