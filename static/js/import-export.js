// The reader's data as a file: downloaded, and merged into what this browser has.
import { element } from "./element.js";
import * as store from "./saved-store.js";

const USER_FIELDS = ["note", "date", "event"];

// Two entries of one job: the newer wins, but an empty field never erases what somebody wrote.
export function mergeJob(current, incoming) {
  if (!current) return incoming;
  const [older, newer] = current.at < incoming.at ? [current, incoming] : [incoming, current];
  const filled = USER_FIELDS.filter((name) => !newer[name] && older[name]).map((name) => [name, older[name]]);
  return { ...newer, ...Object.fromEntries(filled) };
}

// {count, followCount, skipped}: how many jobs and searches were read, and how many entries could not be. Throws if the file is not from this site.
export function importFile(text) {
  const { data: incoming, skipped } = store.parse(text);
  store.change((data) => {
    for (const [id, job] of Object.entries(incoming.jobs)) {
      data.jobs[id] = mergeJob(data.jobs[id], job);
      delete data.removed[id];
    }
    for (const [id, job] of Object.entries(incoming.removed)) if (!data.jobs[id]) data.removed[id] = mergeJob(data.removed[id], job);
    for (const section of ["hidden", "companies", "favourites", "follows", "seen"]) data[section] = { ...incoming[section], ...data[section] };
    store.dropContradictions(data);
  });
  return { count: Object.keys(incoming.jobs).length, followCount: Object.keys(incoming.follows).length, skipped };
}

export function download(name, type, text) {
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  // Some browsers read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
