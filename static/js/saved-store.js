// What a reader keeps: in this browser alone, as one document. Nothing of it is ever sent.
const KEY = "elsewhere";
const ASIDE = `${KEY}-unreadable`;
export const STAGES = { saved: "Saved", applied: "Applied", interview: "Interview", offer: "Offer", closed: "Closed" };
const EMPTY = { version: 1, jobs: {}, removed: {}, hidden: {}, companies: {}, seen: {}, visits: { last: "", before: "" } };
const PARTS = ["jobs", "removed", "hidden", "companies", "seen", "visits"];
const MOST = { seen: 2000, removed: 100 };
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
  if (text === null) return structuredClone(EMPTY);
  try {
    const { kept, lost } = read(text);
    if (lost) put_aside(text, JSON.stringify(kept));
    return kept;
  } catch {
    put_aside(text, JSON.stringify(EMPTY));
    return structuredClone(EMPTY);
  }
}

// What cannot be read is kept whole under another name, each time another; what could be read of it stays.
function put_aside(text, rest) {
  try {
    localStorage.setItem(`${ASIDE}-${now()}`, text);
    localStorage.setItem(KEY, rest);
  } catch {
    problem = "What was saved here cannot be read, and there is no room to put it aside. Nothing is changed.";
  }
}

export const aside = () => (problem === CLOSED ? [] : Object.keys(localStorage).filter((key) => key.startsWith(ASIDE)).sort());

// Reads, changes and writes at once, so that two open pages do not undo each other. False where it could not be kept.
export function change(how) {
  problem = "";
  const kept = load();
  // What could not be read must not be written over.
  if (problem) return false;
  how(kept);
  for (const [part, most] of Object.entries(MOST)) kept[part] = newest(kept[part], most);
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    problem = "This browser has no room left, or does not let pages keep anything: that was not saved.";
  }
  document.dispatchEvent(new CustomEvent("kept"));
  return !problem;
}

function newest(part, most) {
  const rows = Object.entries(part);
  const at = ([, one]) => one.at ?? one;
  return rows.length > most ? Object.fromEntries(rows.sort((one, other) => (at(one) < at(other) ? 1 : -1)).slice(0, most)) : part;
}

export const forget = () => change((kept) => Object.assign(kept, structuredClone(EMPTY)));

// What was removed comes back with its notes and dates.
export function save(kept, id, title, company) {
  kept.jobs[id] = kept.removed[id] ?? { title, company, stage: "saved", note: "", date: "", event: "" };
  kept.jobs[id].at = now();
  delete kept.removed[id];
  delete kept.hidden[id];
}

export function remove(kept, id) {
  kept.removed[id] = { ...kept.jobs[id], at: now() };
  delete kept.jobs[id];
}

// A visit begins after half an hour without one: what was first seen here since the one before is new.
export function visit() {
  const { last } = load().visits;
  const begins = !(Date.now() - Date.parse(last) <= 30 * 60_000);
  change(({ visits }) => Object.assign(visits, { last: now(), before: begins ? last : visits.before }));
}

export const now = () => new Date().toISOString();
export const today = () => new Date().toLocaleDateString("sv");

// {kept, lost}: only what this site writes, each value of the kind that it writes, and how many were not.
// Throws where the whole is of another shape, or of a later version.
export function read(text) {
  const raw = JSON.parse(text);
  const plain = (value) => value && typeof value === "object" && !Array.isArray(value);
  if (!plain(raw) || raw.version !== 1 || PARTS.some((part) => part in raw && !plain(raw[part]))) throw new Error("not ours");
  let lost = 0;
  const words = (value, most = 300) => (typeof value === "string" ? value.slice(0, most) : "");
  const part = (name, good, make, kind = plain) => {
    const rows = Object.entries(raw[name] ?? {});
    const fine = rows.filter(([id, one]) => good.test(id) && kind(one));
    lost += rows.length - fine.length;
    return Object.fromEntries(fine.map(([id, one]) => [id, make(one)]));
  };
  const name = (one) => ({ title: words(one.title), at: words(one.at, 30) });
  const job = (one) => ({
    ...name(one),
    company: words(one.company),
    stage: Object.hasOwn(STAGES, one.stage) ? one.stage : "saved",
    note: words(one.note, 5000),
    date: DAY.test(one.date) ? one.date : "",
    event: words(one.event, 100),
  });
  const kept = {
    version: 1,
    jobs: part("jobs", ID, job),
    removed: part("removed", ID, job),
    hidden: part("hidden", ID, name),
    companies: part("companies", /^[a-z0-9_-]{1,100}$/, name),
    seen: part("seen", ID, words, (at) => typeof at === "string"),
    visits: { last: words(raw.visits?.last, 30), before: words(raw.visits?.before, 30) },
  };
  return { kept, lost };
}

addEventListener("storage", (event) => {
  if (event.key === KEY) document.dispatchEvent(new CustomEvent("kept"));
});
