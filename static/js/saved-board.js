// The saved jobs by stage, as columns beside each other or as one list. A job moves by drag, by keys or by its menu.
import { element } from "./element.js";
import { controls, move, removeButton } from "./saved-controls.js";
import * as store from "./saved-store.js";

const VIEW_KEY = "elsewhere-saved-view";
const DRAGGED = "text/x-elsewhere-job";
const stages = Object.keys(store.STAGES);
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

// A grip for the mouse and a button for the arrow keys.
function handle(id, job, page) {
  const button = element("button", { type: "button", className: "handle", title: "Drag, or use the arrow keys", ariaLabel: `Move with the arrow keys: ${job.title}, in ${store.STAGES[job.stage]}` });
  button.addEventListener("keydown", (event) => {
    const stage = stages[stages.indexOf(job.stage) + STEPS[event.key]];
    if (!(event.key in STEPS)) return;
    event.preventDefault();
    if (stage) move(id, stage, page, ".handle");
  });
  return button;
}

function row(id, job, card, page) {
  const item = element("li", { id: `saved-${id}`, draggable: true });
  item.dataset.saved = id;
  item.addEventListener("dragstart", (event) => {
    // Text in a field is marked by dragging.
    if (event.target !== item) return;
    event.dataTransfer.setData(DRAGGED, id);
    event.dataTransfer.effectAllowed = "move";
    item.classList.add("dragged");
  });
  item.addEventListener("dragend", () => item.classList.remove("dragged"));
  card?.classList.toggle("favourite", card.dataset.company in store.load().favourites);
  const buttons = element("p", { className: "kept-buttons" });
  buttons.append(handle(id, job, page), removeButton(id, job, page));
  item.append(card ?? ownCard(id, job), buttons, controls(id, job, page));
  return item;
}

// In place of a card that could not be fetched: what this browser knows, with a link that opens its copy offline.
function ownCard(id, { title, company }) {
  const card = element("article", { className: "kept-card" });
  card.append(element("h3"), element("p", { className: "company", textContent: company }));
  card.firstChild.append(element("a", { href: `/jobs/${id}/`, textContent: title }));
  return card;
}

function acceptDrops(column, stage, page) {
  const setTarget = (isTarget) => column.classList.toggle("target", isTarget);
  column.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes(DRAGGED)) return;
    event.preventDefault();
    setTarget(true);
  });
  column.addEventListener("dragleave", (event) => column.contains(event.relatedTarget) || setTarget(false));
  column.addEventListener("drop", (event) => {
    event.preventDefault();
    setTarget(false);
    const id = event.dataTransfer.getData(DRAGGED);
    const job = store.load().jobs[id];
    if (job && job.stage !== stage) move(id, stage, page, ".handle");
  });
}

// `jobs`: pairs of id and job; `cards`: id → element; `page`: {announce, draw}.
export function stageColumn(stage, jobs, cards, page) {
  const column = element("section", { className: "stage" });
  column.dataset.stage = stage;
  const list = element("ol", { className: "own-jobs" });
  list.append(...jobs.map(([id, job]) => row(id, job, cards.get(id), page)));
  column.append(element("h2", { className: "section-head", textContent: `${store.STAGES[stage]} (${jobs.length})` }));
  column.append(jobs.length ? list : element("p", { className: "none", textContent: "None" }));
  acceptDrops(column, stage, page);
  return column;
}

function rememberedView() {
  try {
    return localStorage.getItem(VIEW_KEY) === "list" ? "list" : "board";
  } catch {
    return "board";
  }
}

export function startViews(board, buttons) {
  const show = (view) => {
    board.dataset.view = view;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.view === view));
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(button.dataset.view);
      try {
        localStorage.setItem(VIEW_KEY, button.dataset.view);
      } catch {
        button.title = "This browser does not remember it.";
      }
    });
  }
  show(rememberedView());
}
