// How far a saved job has come: its stage, a date, what happens then, and notes.
import { element } from "./element.js";
import * as store from "./kept.js";

const opened = new Set();

function update(id, values) {
  store.change((kept) => kept.jobs[id] && Object.assign(kept.jobs[id], values, { at: store.now() }));
}

function field(text, control) {
  const label = element("label", { textContent: text });
  label.append(control);
  return label;
}

const shortly = ({ date, event, note }) =>
  [date && new Date(`${date}T12:00`).toLocaleDateString(undefined, { dateStyle: "medium" }), event, note.split("\n", 1)[0]].filter(Boolean).join(" · ");

function notes(id, job) {
  const box = element("details", { open: opened.has(id) });
  const summary = element("summary");
  const write = () => {
    const words = shortly(store.load().jobs[id] ?? job);
    summary.textContent = words || "Add notes and a date";
    summary.ariaLabel = words ? `Notes on ${job.title}: ${words}` : `Add notes and a date: ${job.title}`;
  };
  // Written as it is typed: nothing is lost when the page goes away.
  const fields = Object.entries({
    date: ["Date", element("input", { type: "date", value: job.date })],
    event: ["What", element("input", { type: "text", value: job.event, maxLength: 100, placeholder: "Interview, reply due …" })],
    note: ["Notes", element("textarea", { value: job.note, rows: 3, maxLength: 5000 })],
  }).map(([name, [text, control]]) => {
    control.addEventListener("input", () => { update(id, { [name]: control.value }); write(); });
    return field(text, control);
  });
  write();
  box.addEventListener("toggle", () => (box.open ? opened.add(id) : opened.delete(id)));
  box.append(summary, ...fields);
  return box;
}

export function controls(id, job, { tell, draw }) {
  const stage = element("select", { ariaLabel: `Stage: ${job.title}` });
  stage.append(...Object.entries(store.STAGES).map(([value, text]) => element("option", { value, textContent: text, selected: value === job.stage })));
  stage.addEventListener("change", () => {
    update(id, { stage: stage.value });
    tell(`${job.title} moved to ${store.STAGES[stage.value]}.`);
    draw().then(() => document.querySelector(`[data-kept="${id}"] select`)?.focus());
  });
  const drop = element("button", { type: "button", className: "mark-button", textContent: "Remove", ariaLabel: `Remove: ${job.title}` });
  drop.addEventListener("click", () => {
    store.change((kept) => store.remove(kept, id));
    tell(`${job.title} is removed. Under “Removed” it can be put back.`);
    draw().then(() => document.getElementById("said").focus());
  });
  const box = element("div", { className: "kept-controls" });
  box.append(stage, drop, notes(id, job));
  return box;
}
