// What a reader saves, hides, follows and notes: one document in this browser's storage. Followed searches alone are sent.
const KEY = "elsewhere";
export const UNREADABLE = `${KEY}-unreadable`;
export const STAGES = { saved: "Saved", applied: "Applied", interview: "Interview", offer: "Offer", closed: "Closed" };
export const EMPTY = { version: 1, jobs: {}, removed: {}, hidden: {}, companies: {}, favourites: {}, follows: {}, seen: {}, visits: { last: "", before: "" } };
const SECTIONS = ["jobs", "removed", "hidden", "companies", "favourites", "follows", "seen", "visits"];
// The server's limit.
export const MAX_FOLLOWS = 20;
const MAX_ENTRIES = { seen: 2000, removed: 100, favourites: 500, follows: MAX_FOLLOWS };
const NEW_VISIT_AFTER_MS = 30 * 60_000;
const ID = /^[0-9]{1,15}$/;
const SLUG = /^[a-z0-9_-]{1,100}$/;
const QUERY = /^[\x21-\x7e]{0,1000}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const NO_STORAGE = "This browser does not let pages store anything, so nothing can be saved.";

export let problem = "";

export function load() {
  let text;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    problem = NO_STORAGE;
    return structuredClone(EMPTY);
  }
  if (text === null) return structuredClone(EMPTY);
  try {
    const { data, skipped } = parse(text);
    if (skipped) setAside(text, JSON.stringify(data));
    return data;
  } catch {
    setAside(text, JSON.stringify(EMPTY));
    return structuredClone(EMPTY);
  }
}

// Keeps the whole text under a new key.
function setAside(text, readable) {
  try {
    localStorage.setItem(`${UNREADABLE}-${now()}`, text);
    localStorage.setItem(KEY, readable);
  } catch {
    problem = "What was saved here cannot be read, and there is no room to set it aside. Nothing has changed.";
  }
}

// Loads, applies `edit` and stores at once, so that two open pages do not undo each other. False if nothing was stored.
export function change(edit) {
  problem = "";
  const data = load();
  // A document that could not be set aside must not be overwritten.
  if (problem) return false;
  edit(data);
  for (const [section, max] of Object.entries(MAX_ENTRIES)) data[section] = newest(data[section], max);
  try {
    localStorage.setItem(KEY, JSON.stringify(data));
  } catch {
    problem = "This browser has no room left, or does not let pages store anything: that was not saved.";
  }
  document.dispatchEvent(new CustomEvent("saved-store-change"));
  return !problem;
}

function newest(section, max) {
  const entries = Object.entries(section);
  const time = ([, entry]) => entry.at ?? entry;
  return entries.length > max ? Object.fromEntries(entries.sort((a, b) => (time(a) < time(b) ? 1 : -1)).slice(0, max)) : section;
}

// A removed job comes back with its notes and dates.
export function save(data, id, title, company) {
  data.jobs[id] = data.removed[id] ?? { title, company, stage: "saved", note: "", date: "", event: "" };
  data.jobs[id].at = now();
  delete data.removed[id];
  delete data.hidden[id];
}

export function remove(data, id) {
  data.removed[id] = { ...data.jobs[id], at: now() };
  delete data.jobs[id];
}

// A job is never saved and hidden at once.
export function hide(data, id, title) {
  if (data.jobs[id]) remove(data, id);
  data.hidden[id] = { title, at: now() };
}

export const isHidden = (data, { id, company }) => !(id in data.jobs) && (id in data.hidden || company in data.companies);

export function showCount({ jobs }) {
  const { length } = Object.keys(jobs);
  document.querySelector(".saved-count").textContent = length ? ` (${length})` : "";
}

// Jobs first seen since the visit before are new.
export function visit() {
  const { last } = load().visits;
  // Negated: no comparison with an invalid date is true.
  const isNew = !(Date.now() - Date.parse(last) <= NEW_VISIT_AFTER_MS);
  change(({ visits }) => Object.assign(visits, { last: now(), before: isNew ? last : visits.before }));
}

export const now = () => new Date().toISOString();
// Swedish dates are ISO dates, in local time.
export const today = () => new Date().toLocaleDateString("sv");

// {data, skipped}: the valid part of a document, which may come from anywhere, and how many entries are invalid.
// Throws if it is not a document of this site and version.
export function parse(text) {
  const document = JSON.parse(text);
  const isObject = (value) => value && typeof value === "object" && !Array.isArray(value);
  const hasBadSection = () => SECTIONS.some((section) => section in document && !isObject(document[section]));
  if (!isObject(document) || document.version !== 1 || hasBadSection()) throw new Error("unknown document");
  let skipped = 0;
  const string = (value, max = 300) => (typeof value === "string" ? value.slice(0, max) : "");
  const section = (name, keyPattern, convert, isValid = isObject) => {
    const entries = Object.entries(document[name] ?? {});
    const valid = entries.filter(([key, entry]) => keyPattern.test(key) && isValid(entry));
    skipped += entries.length - valid.length;
    return Object.fromEntries(valid.map(([key, entry]) => [key, convert(entry)]));
  };
  const named = (entry) => ({ title: string(entry.title), at: string(entry.at, 30) });
  const job = (entry) => ({
    ...named(entry),
    company: string(entry.company),
    stage: Object.hasOwn(STAGES, entry.stage) ? entry.stage : "saved",
    note: string(entry.note, 5000),
    date: DAY.test(entry.date) ? entry.date : "",
    event: string(entry.event, 100),
  });
  const data = {
    version: 1,
    jobs: section("jobs", ID, job),
    removed: section("removed", ID, job),
    hidden: section("hidden", ID, named),
    companies: section("companies", SLUG, named),
    favourites: section("favourites", SLUG, named),
    follows: section("follows", QUERY, named),
    seen: section("seen", ID, string, (time) => typeof time === "string"),
    visits: { last: string(document.visits?.last, 30), before: string(document.visits?.before, 30) },
  };
  dropContradictions(data);
  return { data, skipped };
}

// What is saved or a favourite is not hidden.
export function dropContradictions(data) {
  for (const id of Object.keys(data.jobs)) delete data.hidden[id];
  for (const slug of Object.keys(data.favourites)) delete data.companies[slug];
}

// Changes by other open pages.
addEventListener("storage", (event) => {
  if (event.key === KEY) document.dispatchEvent(new CustomEvent("saved-store-change"));
});
