// The page of what is kept: a list for each stage, notes and dates, hidden ones, and a copy in a file.
import { calendar } from "./calendar.js";
import { element } from "./element.js";
import * as store from "./kept.js";
import { start } from "./marks.js";

const AT_A_TIME = 100;
const [board, empty, tools, hidden, said, file] = ["board", "empty", "tools", "hidden", "said", "file"].map((id) => document.getElementById(id));
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

function update(id, values) {
  store.change((kept) => kept.jobs[id] && Object.assign(kept.jobs[id], values, { at: store.now() }));
}

function field(text, control) {
  const label = element("label", { textContent: text });
  label.append(control);
  return label;
}

function controls(id, job) {
  const stage = element("select");
  stage.append(...Object.entries(store.STAGES).map(([value, text]) => element("option", { value, textContent: text, selected: value === job.stage })));
  stage.addEventListener("change", () => {
    update(id, { stage: stage.value });
    tell(`${job.title} moved to ${store.STAGES[stage.value]}.`);
    draw().then(() => document.querySelector(`[data-kept="${id}"] select`)?.focus());
  });
  const date = element("input", { type: "date", value: job.date });
  date.addEventListener("change", () => update(id, { date: date.value }));
  const event = element("input", { type: "text", value: job.event, maxLength: 100, placeholder: "Interview, reply due …" });
  event.addEventListener("change", () => update(id, { event: event.value }));
  const note = element("textarea", { value: job.note, rows: 2, maxLength: 5000 });
  note.addEventListener("change", () => { update(id, { note: note.value }); tell("The note is kept."); });
  const drop = element("button", { type: "button", className: "mark-button", textContent: "Remove", ariaLabel: `Remove ${job.title}` });
  drop.addEventListener("click", () => { store.change((kept) => delete kept.jobs[id]); tell(`${job.title} is removed.`); draw(); });
  const box = element("div", { className: "kept-controls" });
  box.append(field("Stage", stage), field("Date", date), field("What", event), field("Notes", note), drop);
  return box;
}

function item(id, job) {
  const made = element("li");
  made.dataset.kept = id;
  made.append(cards.get(id) ?? element("p", { className: "closed-line", textContent: `${job.title} at ${job.company}` }), controls(id, job));
  return made;
}

function section(stage, jobs) {
  const made = element("section", { className: "stage" });
  const list = element("ol", { className: "cards own-jobs" });
  list.append(...jobs.map(([id, job]) => item(id, job)));
  made.append(element("h2", { className: "section-head", textContent: `${store.STAGES[stage]} (${jobs.length})` }), list);
  return made;
}

function draw_hidden(kept) {
  const rows = [...Object.entries(kept.hidden).map((one) => ["hidden", ...one]), ...Object.entries(kept.companies).map((one) => ["companies", ...one])];
  hidden.hidden = !rows.length;
  hidden.querySelector("ul").replaceChildren(...rows.map(([part, id, one]) => {
    const row = element("li", { textContent: `${part === "companies" ? "All jobs of " : ""}${one.title} ` });
    const again = element("button", { type: "button", className: "mark-button", textContent: "Show again", ariaLabel: `Show ${one.title} again` });
    again.addEventListener("click", () => { store.change((all) => delete all[part][id]); tell(`${one.title} is shown again.`); draw(); });
    row.append(again);
    return row;
  }));
}

async function draw() {
  const kept = store.load();
  const jobs = Object.entries(kept.jobs).sort((one, other) => (one[1].at < other[1].at ? 1 : -1));
  if (store.problem) tell("");
  empty.hidden = jobs.length > 0;
  tools.hidden = false;
  draw_hidden(kept);
  try {
    await fetch_cards(jobs.map(([id]) => id));
  } catch {
    tell("The jobs could not be loaded just now. What you keep is safe; try again in a minute.");
  }
  const stages = Object.keys(store.STAGES).map((stage) => [stage, jobs.filter(([, job]) => job.stage === stage)]);
  board.replaceChildren(...stages.filter(([, own]) => own.length).map(([stage, own]) => section(stage, own)));
  start();
}

function download(name, type, text) {
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
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
      store.forget();
      tell("Everything is forgotten.");
      draw();
    };
    sure.returnValue = "";
    sure.showModal();
  },
};

for (const [name, act] of Object.entries(ACTS)) tools.querySelector(`[data-do=${name}]`).addEventListener("click", act);
file.addEventListener("change", async () => {
  try {
    const count = store.merge(await file.files[0].text());
    tell(`${count} job${count === 1 ? "" : "s"} read from the file.`);
  } catch {
    said.textContent = "That file was not saved by this site. Nothing has changed.";
  }
  file.value = "";
  draw();
});
addEventListener("storage", draw);
draw();
