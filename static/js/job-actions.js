// Save, hide, seen, applied: buttons on cards and on a job's page.
import { element } from "./element.js";
import * as store from "./kept.js";

const said = element("p", { className: "visually-hidden", role: "status" });
document.body.append(said);

function button(act, text, does) {
  const made = element("button", { type: "button", className: "mark-button", textContent: text });
  made.dataset.act = act;
  made.addEventListener("click", does);
  return made;
}

const tell = (words) => (said.textContent = store.problem || words);
const about = (place) => ({ ...place.dataset, name: place.querySelector("h3, h1").textContent.trim(), at: place.querySelector(".company").textContent.trim() });

// What was noted on a job comes back when it is saved again.
function toggle(place) {
  const { id, name, at } = about(place);
  const was = Boolean(store.load().jobs[id]);
  store.change((kept) => (was ? store.remove(kept, id) : store.save(kept, id, name, at)));
  tell(was ? `${name} is no longer saved. Press again to have it back.` : `${name} is saved.`);
}

function label(control, text, name) {
  control.textContent = text;
  control.ariaLabel = `${text}: ${name}`;
}

function hide(place) {
  const { id, name } = about(place);
  store.change((kept) => (kept.hidden[id] = { title: name, at: store.now() }));
  tell(`${name} is hidden.`);
  const line = place.parentElement.querySelector(".hidden-line");
  if (line) line.hidden = false;
  line?.querySelector("button")?.focus();
}

function lineFor(place) {
  const { id, company, name, at } = about(place);
  const line = element("p", { className: "hidden-line", hidden: true, textContent: `Hidden: ${name} ` });
  const undo = button("undo", "Undo", () => {
    store.change((kept) => { delete kept.hidden[id]; delete kept.companies[company]; });
    line.hidden = true;
    tell(`${name} is shown again.`);
    place.querySelector("h3 a").focus();
  });
  const all = button("hide-company", `Hide all of ${at}`, () => {
    store.change((kept) => (kept.companies[company] = { title: at, at: store.now() }));
    tell(`All jobs of ${at} are hidden.`);
  });
  line.append(undo, " ", all);
  return line;
}

function dress(card) {
  const marks = card.querySelector(".marks:empty");
  if (!marks) return;
  const away = button("hide", "Hide", () => hide(card));
  label(away, "Hide", about(card).name);
  marks.append(button("save", "Save", () => toggle(card)), away);
  card.after(lineFor(card));
}

function refresh() {
  const kept = store.load();
  const count = Object.keys(kept.jobs).length;
  for (const place of document.querySelectorAll(".saved-count")) place.textContent = count ? ` (${count})` : "";
  for (const card of document.querySelectorAll(".card[data-id]")) {
    const { id, company } = card.dataset;
    const saved = card.querySelector("[data-act=save]");
    const stage = kept.jobs[id]?.stage;
    saved?.setAttribute("aria-pressed", String(Boolean(stage)));
    if (saved) label(saved, stage ? store.STAGES[stage] : "Save", about(card).name);
    card.classList.toggle("seen", id in kept.seen);
    card.classList.toggle("new", Boolean(kept.visits.before) && card.dataset.since > kept.visits.before && !(id in kept.seen));
    card.hidden = !card.closest(".show-hidden, .own-jobs") && (id in kept.hidden || company in kept.companies);
    const line = card.nextElementSibling;
    if (!card.hidden && line?.matches(".hidden-line")) line.hidden = true;
  }
  for (const list of document.querySelectorAll(".cards:not(.own-jobs)")) count_hidden(list);
  page(kept);
}

function count_hidden(list) {
  const count = [...list.querySelectorAll(":scope > li")].filter((item) => item.querySelector(".card[hidden]") && item.querySelector(".hidden-line[hidden]")).length;
  let line = list.previousElementSibling?.matches(".hidden-count") ? list.previousElementSibling : null;
  if (!count) return line?.remove();
  line ??= element("p", { className: "hidden-count" });
  line.replaceChildren(`${count} hidden here `, button("show", "Show", () => { list.classList.add("show-hidden"); refresh(); }));
  list.before(line);
}

const own = document.querySelector("article[data-id]:not(.card)");

function page(kept) {
  const place = own;
  if (!place) return;
  const { id, name, at } = about(place);
  const marks = place.querySelector(".listing-head .marks");
  if (!marks.children.length) {
    const applied = button("applied", "I have applied", () => {
      store.change((all) => {
        if (!all.jobs[id]) store.save(all, id, name, at);
        Object.assign(all.jobs[id], { stage: "applied", date: all.jobs[id].date || store.today(), event: all.jobs[id].event || "Applied", at: store.now() });
      });
      tell(`${name} is among your applications.`);
    });
    marks.append(button("save", "Save", () => toggle(place)), applied);
  }
  const stage = kept.jobs[id]?.stage;
  const [saved, applied] = marks.children;
  saved.textContent = stage ? "Saved" : "Save";
  saved.setAttribute("aria-pressed", String(Boolean(stage)));
  applied.hidden = Boolean(stage) && stage !== "saved";
}

export function start() {
  document.querySelectorAll(".card[data-id]").forEach(dress);
  refresh();
}

if (own) store.change((all) => (all.seen[own.dataset.id] = store.now()));
if (document.querySelector(".cards")) store.visit();
document.addEventListener("kept", refresh);
document.addEventListener("htmx:afterSettle", start);
start();
