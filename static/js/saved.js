// The page of saved jobs: a column for each stage, what was removed or hidden, and the data as a file.
import { situationInAddress } from "./address-situation.js";
import { calendar } from "./calendar.js";
import { element } from "./element.js";
import { download, importFile, mergeJob } from "./import-export.js";
import { start } from "./job-actions.js";
import { stageColumn, startViews } from "./saved-board.js";
import * as store from "./saved-store.js";

// The server's limit.
const MAX_IDS = 100;
const [board, views, empty, tools, favourites, removed, hidden, aside, message, file] = ["board", "views", "empty", "tools", "favourites", "removed", "hidden", "aside", "message", "file"].map((id) => document.getElementById(id));
// Saved id → the card that the server has drawn, or its line about a closed job.
const cards = new Map();

const announce = (text) => (message.textContent = store.problem || text);

async function fetchCards(ids) {
  const missing = ids.filter((id) => !cards.has(id));
  for (let start = 0; start < missing.length; start += MAX_IDS) {
    const query = missing.slice(start, start + MAX_IDS).map((id) => `id=${id}`).join("&");
    const response = await fetch(`/jobs/cards/?${query}${situationInAddress("&")}`);
    if (!response.ok) throw new Error(response.statusText);
    const list = element("ul", { innerHTML: await response.text() });
    for (const row of list.children) cards.set(row.dataset.id, row.firstElementChild);
  }
}

// A job that was merged into another comes back with the id of that one, and is saved under it from now on.
function adoptNewIds() {
  const moved = Object.keys(store.load().jobs).map((oldId) => [oldId, cards.get(oldId)?.dataset.id]).filter(([oldId, id]) => id && id !== oldId);
  if (!moved.length) return;
  for (const [oldId, id] of moved) cards.set(id, cards.get(oldId));
  store.change((data) => {
    for (const [oldId, id] of moved) {
      data.jobs[id] = mergeJob(data.jobs[id], data.jobs[oldId]);
      delete data.jobs[oldId];
    }
  });
}

// Rows of {text, address, action, subject, run, done}: a text, perhaps a link, with a button, whose click runs `run` and
// announces `done`.
function drawRows(section, rows) {
  section.hidden = !rows.length;
  section.querySelector("ul").replaceChildren(...rows.map(({ text, address, action, subject, run, done }) => {
    const row = element("li");
    const button = element("button", { type: "button", className: "mark-button", textContent: action, ariaLabel: `${action}: ${subject}` });
    button.addEventListener("click", () => { run(); announce(done); draw(); });
    row.append(address ? element("a", { href: address, textContent: text }) : element("span", { textContent: text }), button);
    return row;
  }));
}

function drawLists(data) {
  drawRows(favourites, Object.entries(data.favourites).map(([slug, { title }]) => ({
    text: title, address: `/jobs/?company=${slug}`, action: "Remove", subject: title, done: `${title} is no longer a favourite.`,
    run: () => store.change((current) => delete current.favourites[slug]),
  })));
  drawRows(removed, Object.entries(data.removed).map(([id, { title, company }]) => ({
    text: `${title} at ${company}`, action: "Put back", subject: title, done: `${title} is back, with its notes and dates.`,
    run: () => store.change((current) => store.save(current, id, title, company)),
  })));
  const hiddenEntries = ["hidden", "companies"].flatMap((section) => Object.entries(data[section]).map(([key, entry]) => [section, key, entry]));
  drawRows(hidden, hiddenEntries.map(([section, key, { title }]) => ({
    text: section === "companies" ? `All jobs at ${title}` : title, action: "Show again", subject: title, done: `${title} is shown again.`,
    run: () => store.change((current) => delete current[section][key]),
  })));
  drawRows(aside, unreadableKeys().map((key) => ({
    text: `${localStorage.getItem(key).length.toLocaleString("en")} characters`, action: "Save as a file", subject: key, done: "Saved as a file. A copy stays in this browser.",
    run: () => download(`${key}.txt`, "text/plain", localStorage.getItem(key)),
  })));
}

function unreadableKeys() {
  if (store.problem === store.NO_STORAGE) return [];
  return Object.keys(localStorage).filter((key) => key.startsWith(store.UNREADABLE)).sort();
}

async function draw() {
  const ids = Object.keys(store.load().jobs);
  if (store.problem) announce("");
  try {
    await fetchCards(ids);
    adoptNewIds();
  } catch (error) {
    // Without a connection fetch itself fails; a browser that has one to a dead network still believes to be online.
    const isOffline = error instanceof TypeError;
    announce(isOffline ? "You are offline. These jobs open from the copies in this browser, and what you change is kept." : "The jobs could not be loaded just now. Your data is safe. Try again in a minute.");
  }
  // Again, because their ids may have changed.
  const data = store.load();
  const jobs = Object.entries(data.jobs).sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
  empty.hidden = jobs.length > 0;
  views.hidden = !jobs.length;
  tools.hidden = false;
  drawLists(data);
  const columns = Object.keys(store.STAGES).map((stage) => stageColumn(stage, jobs.filter(([, job]) => job.stage === stage), cards, { announce, draw }));
  board.replaceChildren(...(jobs.length ? columns : []));
  start();
}

const ACTIONS = {
  export: () => download("elsewhere-jobs.json", "application/json", JSON.stringify(store.load(), null, 2)),
  import: () => file.click(),
  ics: () => {
    const dated = Object.entries(store.load().jobs).filter(([, job]) => job.date);
    if (!dated.length) return announce("No saved job has a date yet.");
    download("elsewhere-dates.ics", "text/calendar", calendar(dated, location));
  },
  delete: () => {
    const dialog = document.getElementById("confirm");
    dialog.onclose = () => {
      if (dialog.returnValue !== "yes") return;
      const isCleared = store.change((data) => Object.assign(data, structuredClone(store.EMPTY)));
      announce(isCleared ? "Everything was deleted." : "");
      draw();
    };
    // The Escape key leaves the value of the last time.
    dialog.returnValue = "";
    dialog.showModal();
  },
};

const count = (number, singular, plural) => `${number} ${number === 1 ? singular : plural}`;

for (const [name, run] of Object.entries(ACTIONS)) tools.querySelector(`[data-do=${name}]`).addEventListener("click", run);
file.addEventListener("change", async () => {
  try {
    const { count: jobCount, followCount, skipped } = importFile(await file.files[0].text());
    announce(`${count(jobCount, "job", "jobs")}${followCount ? ` and ${count(followCount, "followed search", "followed searches")}` : ""} read from the file.${skipped ? ` ${count(skipped, "entry", "entries")} could not be read and ${skipped === 1 ? "was" : "were"} left out.` : ""}`);
  } catch {
    message.textContent = "That file was not saved by this site. Nothing has changed.";
  }
  // The same file can be chosen again.
  file.value = "";
  draw();
});
// Changes that another open page makes are drawn, but not while somebody is typing here.
addEventListener("storage", () => board.contains(document.activeElement) || draw());
addEventListener("online", () => { announce(""); draw(); });
startViews(board, views.querySelectorAll("button"));
draw().then(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
