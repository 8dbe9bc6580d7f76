// Save and hide: the buttons on cards.
import { element } from "./element.js";
import * as store from "./saved-store.js";

let copies;
const status = element("p", { className: "visually-hidden", role: "status" });
document.body.append(status);

export function button(action, text, onClick) {
  const control = element("button", { type: "button", className: "mark-button", textContent: text });
  control.dataset.act = action;
  // Of a double click, the first.
  if (onClick) control.addEventListener("click", (event) => { if (event.detail < 2) onClick(event); });
  return control;
}

const ICONS = {
  save: "M6 3.5h12v17l-6-4.5-6 4.5z",
  hide: "M4 4l16 16M3 12q9-13 18 0-9 13-18 0z",
};

// A button that shows its icon and is read by its label.
function iconButton(action, onClick) {
  const control = Object.assign(button(action, "", onClick), { className: "icon-button" });
  control.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[action]}"/></svg>`;
  return control;
}

export const announce = (message) => (status.textContent = store.problem || message);

export const jobOf = (article) => ({
  ...article.dataset,
  title: article.querySelector("h3, h1").textContent.trim(),
  companyName: article.querySelector(".company").textContent.trim(),
});

export function toggleSaved(article) {
  const { id, title, companyName } = jobOf(article);
  const { jobs, hidden } = store.load();
  const wasSaved = Boolean(jobs[id]);
  store.change((data) => (wasSaved ? store.remove(data, id) : store.save(data, id, title, companyName)));
  if (!wasSaved && id in hidden) return showLine(article, `Saved, and no longer hidden: ${title} `, (data) => store.hide(data, id, title));
  announce(wasSaved ? `${title} is no longer saved. Press again to get it back.` : `${title} is saved.`);
}

function setLabel(control, text, title) {
  control.title = text;
  control.ariaLabel = `${text}: ${title}`;
}

function hide(card) {
  const { id, title, companyName } = jobOf(card);
  const wasSaved = id in store.load().jobs;
  store.change((data) => store.hide(data, id, title));
  showLine(card, `Hidden${wasSaved ? ", and no longer saved" : ""}: ${title} `, (data) => {
    delete data.hidden[id];
    delete data.companies[card.dataset.company];
    if (wasSaved) store.save(data, id, title, companyName);
  });
}

// Tells below a card what was done, which `edit` undoes.
function showLine(card, text, edit) {
  announce(text);
  const line = card.parentElement.querySelector(".hidden-line");
  if (!line) return;
  line.firstChild.textContent = text;
  line.hidden = line.lastChild.hidden = false;
  // Or the card that goes is counted above the list as well, which would move.
  showHiddenCount(line.closest(".cards"));
  const undo = line.querySelector("button");
  undo.onclick = () => {
    store.change(edit);
    line.hidden = true;
    announce(`Undone: ${text}`);
    (card.hidden ? document.getElementById("found") : card.querySelector("h3 a"))?.focus();
  };
  // Or the keyboard starts at the top again.
  undo.focus();
}

function hiddenLine(card) {
  const { company, companyName } = jobOf(card);
  const line = element("p", { className: "hidden-line", hidden: true, textContent: " " });
  const undo = button("undo", "Undo");
  const hideCompany = button("hide-company", `Hide all jobs at ${companyName}`, () => {
    store.change((data) => {
      data.companies[company] = { title: companyName, at: store.now() };
      delete data.favourites[company];
    });
    announce((line.firstChild.textContent = `Hidden: all jobs at ${companyName} `));
    hideCompany.hidden = true;
    undo.focus();
  });
  line.append(undo, " ", hideCompany);
  return line;
}

function addButtons(card) {
  const container = card.querySelector(".marks:empty");
  if (!container) return;
  const hideButton = iconButton("hide", () => hide(card));
  setLabel(hideButton, "Hide", jobOf(card).title);
  container.append(iconButton("save", () => toggleSaved(card)), hideButton);
  card.after(hiddenLine(card));
}

function refresh() {
  const data = store.load();
  store.showCount(data);
  for (const card of document.querySelectorAll(".card[data-id]")) refreshCard(card, data);
  for (const list of document.querySelectorAll(".cards:not(.own-jobs)")) showHiddenCount(list);
  // A worker must hear that the last one is gone.
  if (copies || navigator.serviceWorker?.controller || Object.keys(data.jobs).length) {
    copies ??= import("./offline-copies.js");
    copies.then(({ keepCopies }) => keepCopies(data));
  }
}

function refreshCard(card, data) {
  const { id, company, since } = card.dataset;
  const saveButton = card.querySelector("[data-act=save]");
  const stage = data.jobs[id]?.stage;
  if (saveButton) saveButton.ariaPressed = Boolean(stage);
  if (saveButton) setLabel(saveButton, stage ? store.STAGES[stage] : "Save", jobOf(card).title);
  card.classList.toggle("favourite", company in data.favourites);
  card.classList.toggle("seen", id in data.seen);
  card.classList.toggle("new", Boolean(data.visits.before) && since > data.visits.before && !(id in data.seen));
  card.hidden = !card.closest(".show-hidden, .own-jobs") && store.isHidden(data, card.dataset);
  const line = card.nextElementSibling;
  if (!card.hidden && !stage && line?.matches(".hidden-line")) line.hidden = true;
}

function showHiddenCount(list) {
  const hiddenCards = [...list.querySelectorAll(":scope > li > .card[hidden]")];
  const count = hiddenCards.filter((card) => card.parentElement.querySelector(".hidden-line[hidden]")).length;
  const heading = list.closest("#results > section")?.querySelector("h2");
  heading?.querySelector("span")?.remove();
  if (hiddenCards.length) heading?.append(element("span", { textContent: `, ${hiddenCards.length} hidden by you on this page` }));
  let line = list.previousElementSibling?.matches(".hidden-count") ? list.previousElementSibling : null;
  if (!count) return line?.remove();
  line ??= element("p", { className: "hidden-count" });
  line.replaceChildren(`${count} hidden here `, button("show", "Show", () => { list.classList.add("show-hidden"); refresh(); }));
  list.before(line);
}

export function start() {
  document.querySelectorAll(".card[data-id]").forEach(addButtons);
  refresh();
}

if (document.querySelector(".cards")) store.visit();
document.addEventListener("saved-store-change", refresh);
document.addEventListener("htmx:afterSettle", start);
start();
