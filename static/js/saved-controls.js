// The controls of a saved job: its stage, a date with what happens then, and notes.
import { element } from "./element.js";
import * as store from "./saved-store.js";

const openNotes = new Set();

function update(id, fields) {
  store.change((data) => data.jobs[id] && Object.assign(data.jobs[id], fields, { at: store.now() }));
}

function labelled(text, control) {
  const label = element("label", { textContent: text });
  label.append(control);
  return label;
}

// English in the order of the reader's region, as the server writes dates.
const english = `en-${new Intl.Locale(navigator.language).region || "GB"}`;

// Noon, because midnight in UTC is the day before in America.
function formatDay(day) {
  const year = day.startsWith(store.today().slice(0, 4)) ? {} : { year: "numeric" };
  return new Date(`${day}T12:00`).toLocaleDateString(english, { day: "numeric", month: "short", ...year });
}

// Without an event that only says the stage again: the day of "Applied" must be whole in a narrow column.
const summarise = ({ stage, date, event, note }) =>
  [date && formatDay(date), event !== store.STAGES[stage] && event, note.split("\n", 1)[0]].filter(Boolean).join(" · ");

function notes(id, job) {
  // The page is drawn anew after each change, which would close them.
  const details = element("details", { open: openNotes.has(id) });
  const summary = element("summary");
  const updateSummary = () => {
    const text = summarise(store.load().jobs[id] ?? job);
    summary.textContent = text || "Notes";
    summary.title = text;
    summary.ariaLabel = text ? `Notes on ${job.title}: ${text}` : `Add notes and a date: ${job.title}`;
  };
  const fields = Object.entries({
    date: ["Date", element("input", { type: "date", value: job.date })],
    event: ["What", element("input", { type: "text", value: job.event, maxLength: 100, placeholder: "Interview, reply due …" })],
    note: ["Notes", element("textarea", { value: job.note, rows: 3, maxLength: 5000 })],
  }).map(([name, [text, control]]) => {
    // Stored with each letter: nothing is lost when the page is closed.
    control.addEventListener("input", () => { update(id, { [name]: control.value }); updateSummary(); });
    return labelled(text, control);
  });
  updateSummary();
  details.addEventListener("toggle", () => (details.open ? openNotes.add(id) : openNotes.delete(id)));
  details.append(summary, ...fields);
  return details;
}

// Moves a job to another stage, says so and keeps the focus on its control `selector`.
export async function move(id, stage, { announce, draw }, selector) {
  const { title } = store.load().jobs[id];
  update(id, { stage });
  announce(`${title} moved to ${store.STAGES[stage]}.`);
  await draw();
  document.querySelector(`[data-saved="${id}"] ${selector}`)?.focus();
}

export function removeButton(id, job, { announce, draw }) {
  const remove = element("button", { type: "button", className: "remove", textContent: "×", title: "Remove", ariaLabel: `Remove: ${job.title}` });
  remove.addEventListener("click", () => {
    store.change((data) => store.remove(data, id));
    announce(`${job.title} was removed. You can put it back under “Removed”.`);
    draw().then(() => document.getElementById("message").focus());
  });
  return remove;
}

export function controls(id, job, page) {
  const stage = element("select", { ariaLabel: `Stage: ${job.title}` });
  stage.append(...Object.entries(store.STAGES).map(([value, text]) => element("option", { value, textContent: text, selected: value === job.stage })));
  stage.addEventListener("change", () => move(id, stage.value, page, "select"));
  const box = element("div", { className: "kept-controls" });
  box.append(stage, notes(id, job));
  return box;
}
