// What is kept, as a file: written, and read into what is kept here.
import { element } from "./element.js";
import * as store from "./kept.js";

// Of two words on one job the later counts, but a blank never erases what somebody wrote.
export function joined(mine, other) {
  if (!mine) return other;
  const [older, later] = mine.at < other.at ? [mine, other] : [other, mine];
  return { ...later, ...Object.fromEntries(["note", "date", "event"].filter((name) => !later[name] && older[name]).map((name) => [name, older[name]])) };
}

// {jobs, lost}: how many were read and how many could not be. Throws where the file is none of ours.
export function merge(text) {
  const { kept: found, lost } = store.read(text);
  store.change((kept) => {
    for (const [id, one] of Object.entries(found.jobs)) {
      kept.jobs[id] = joined(kept.jobs[id], one);
      delete kept.removed[id];
    }
    for (const [id, one] of Object.entries(found.removed)) if (!kept.jobs[id]) kept.removed[id] = joined(kept.removed[id], one);
    for (const part of ["hidden", "companies", "seen"]) kept[part] = { ...found[part], ...kept[part] };
  });
  return { jobs: Object.keys(found.jobs).length, lost };
}

export function download(name, type, text) {
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
