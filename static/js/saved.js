// The page of what is kept: a column for each stage, what was removed or hidden, and a copy in a file.
import { calendar } from "./calendar.js";
import { download, joined, merge } from "./copy.js";
import { element } from "./element.js";
import { controls } from "./following.js";
import * as store from "./kept.js";
import { start } from "./marks.js";

const AT_A_TIME = 100;
const [board, empty, tools, removed, hidden, aside, said, file] = ["board", "empty", "tools", "removed", "hidden", "aside", "said", "file"].map((id) => document.getElementById(id));
const cards = new Map();

const tell = (words) => (said.textContent = store.problem || words);

async function fetch_cards(ids) {
  const wanted = ids.filter((id) => !cards.has(id));
  for (let at = 0; at < wanted.length; at += AT_A_TIME) {
    const query = wanted.slice(at, at + AT_A_TIME).map((id) => `id=${id}`).join("&");
    const answer = await fetch(`/jobs/cards/?${query}`);
    if (!answer.ok) throw new Error(answer.statusText);
    const list = element("ul", { innerHTML: await answer.text() });
    for (const item of list.children) cards.set(item.dataset.was, item.firstElementChild);
  }
}

// A job that was found to be the same as another answers under that one's number.
function renumber() {
  const moved = Object.keys(store.load().jobs).map((was) => [was, cards.get(was)?.dataset.id]).filter(([was, id]) => id && id !== was);
  if (!moved.length) return;
  for (const [was, id] of moved) cards.set(id, cards.get(was));
  store.change((kept) => {
    for (const [was, id] of moved) {
      kept.jobs[id] = joined(kept.jobs[id], kept.jobs[was]);
      delete kept.jobs[was];
    }
  });
}

function item(id, job) {
  const made = element("li", { id: `kept-${id}` });
  made.dataset.kept = id;
  made.append(cards.get(id) ?? element("p", { className: "closed-line", textContent: `${job.title} at ${job.company}` }), controls(id, job, { tell, draw }));
  return made;
}

function section(stage, jobs) {
  const made = element("section", { className: "stage" });
  const list = element("ol", { className: "cards own-jobs" });
  list.append(...jobs.map(([id, job]) => item(id, job)));
  made.append(element("h2", { className: "section-head", textContent: `${store.STAGES[stage]} (${jobs.length})` }));
  made.append(jobs.length ? list : element("p", { className: "none", textContent: "None" }));
  return made;
}

function rows(place, all) {
  place.hidden = !all.length;
  place.querySelector("ul").replaceChildren(...all.map(({ words, does, about, act, then }) => {
    const row = element("li", { textContent: `${words} ` });
    const button = element("button", { type: "button", className: "mark-button", textContent: does, ariaLabel: `${does}: ${about}` });
    button.addEventListener("click", () => { act(); tell(then); draw(); });
    row.append(button);
    return row;
  }));
}

function draw_lists(kept) {
  rows(removed, Object.entries(kept.removed).map(([id, { title, company }]) => ({
    words: `${title} at ${company}`, does: "Put back", about: title, then: `${title} is back, with its notes and dates.`,
    act: () => store.change((all) => store.save(all, id, title, company)),
  })));
  const away = ["hidden", "companies"].flatMap((part) => Object.entries(kept[part]).map(([id, one]) => [part, id, one]));
  rows(hidden, away.map(([part, id, { title }]) => ({
    words: part === "companies" ? `All jobs of ${title}` : title, does: "Show again", about: title, then: `${title} is shown again.`,
    act: () => store.change((all) => delete all[part][id]),
  })));
  rows(aside, store.aside().map((key) => ({
    words: `${localStorage.getItem(key).length.toLocaleString()} characters`, does: "Save as a file", about: key, then: "Saved as a file; it is kept here as well.",
    act: () => download(`${key}.txt`, "text/plain", localStorage.getItem(key)),
  })));
}

async function draw() {
  const ids = Object.keys(store.load().jobs);
  if (store.problem) tell("");
  try {
    await fetch_cards(ids);
    renumber();
  } catch {
    tell("The jobs could not be loaded just now. What you keep is safe; try again in a minute.");
  }
  const kept = store.load();
  const jobs = Object.entries(kept.jobs).sort((one, other) => (one[1].at < other[1].at ? 1 : -1));
  empty.hidden = jobs.length > 0;
  tools.hidden = false;
  draw_lists(kept);
  const stages = Object.keys(store.STAGES).map((stage) => section(stage, jobs.filter(([, job]) => job.stage === stage)));
  board.replaceChildren(...(jobs.length ? stages : []));
  start();
}

const ACTS = {
  export: () => download("elsewhere-jobs.json", "application/json", JSON.stringify(store.load(), null, 2)),
  import: () => file.click(),
  ics: () => {
    const dated = Object.entries(store.load().jobs).filter(([, job]) => job.date);
    if (!dated.length) return tell("No saved job has a date yet.");
    download("elsewhere-dates.ics", "text/calendar", calendar(dated, location));
  },
  forget: () => {
    const sure = document.getElementById("sure");
    sure.onclose = () => {
      if (sure.returnValue !== "yes") return;
      tell(store.forget() ? "Everything is forgotten." : "");
      draw();
    };
    sure.returnValue = "";
    sure.showModal();
  },
};

for (const [name, act] of Object.entries(ACTS)) tools.querySelector(`[data-do=${name}]`).addEventListener("click", act);
file.addEventListener("change", async () => {
  try {
    const { jobs, lost } = merge(await file.files[0].text());
    tell(`${jobs} job${jobs === 1 ? "" : "s"} read from the file.${lost ? ` ${lost} thing${lost === 1 ? "" : "s"} in it could not be read and ${lost === 1 ? "was" : "were"} left out.` : ""}`);
  } catch {
    said.textContent = "That file was not saved by this site. Nothing has changed.";
  }
  file.value = "";
  draw();
});
// What another page of the site has changed is drawn, but not under the hands of somebody who writes.
addEventListener("storage", () => board.contains(document.activeElement) || draw());
draw().then(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
