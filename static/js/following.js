// The page of followed searches.
import { element } from "./element.js";
import { fetchNews, followedSearches } from "./followed-news.js";
import { download } from "./import-export.js";
import { start } from "./job-actions.js";
import { opml } from "./opml.js";
import * as store from "./saved-store.js";

const CARDS = 3;
const [list, empty, message, undo, tools, opmlButton] = ["followed", "empty", "message", "undo", "elsewhere", "opml"].map((id) => document.getElementById(id));
let sections = new Map();

function unfollow(query, entry) {
  store.change((data) => delete data.follows[query]);
  const button = element("button", { type: "button", className: "mark-button", textContent: "Undo" });
  button.addEventListener("click", () => {
    store.change((data) => (data.follows[query] = entry));
    message.textContent = store.problem || `You follow ${entry.title} again.`;
    undo.hidden = true;
    draw();
    message.focus();
  });
  message.textContent = store.problem || `You no longer follow ${entry.title}.`;
  undo.replaceChildren(button);
  undo.hidden = Boolean(store.problem);
  draw();
  button.focus();
}

function plainSection(title) {
  const section = element("section", { className: "followed" });
  const head = element("div", { className: "followed-head" });
  head.append(element("h2", { textContent: title }), element("div", { className: "followed-acts" }));
  section.append(head);
  return section;
}

function sectionOf(query, entry) {
  const section = sections.get(query) ?? plainSection(entry.title);
  const heading = section.querySelector("h2");
  // The server has no title for a search that it cannot read.
  if (!heading.firstElementChild) heading.textContent = entry.title;
  if (!section.querySelector("[data-unfollow]")) {
    const button = element("button", { type: "button", className: "mark-button", textContent: "Unfollow", ariaLabel: `Unfollow: ${entry.title}` });
    button.dataset.unfollow = "";
    button.addEventListener("click", () => unfollow(query, entry));
    section.querySelector(".followed-acts").append(button);
  }
  return section;
}

function draw() {
  const searches = followedSearches();
  list.replaceChildren(...searches.map(([query, entry]) => sectionOf(query, entry)));
  empty.hidden = searches.length > 0;
  tools.hidden = searches.length === 0;
  start();
}

async function load() {
  const queries = followedSearches().map(([query]) => query);
  if (!queries.length) return draw();
  try {
    sections = await fetchNews(queries, CARDS);
  } catch {
    message.textContent = "What is new could not be loaded just now. Your searches are safe. Try again in a minute.";
  }
  draw();
}

opmlButton.addEventListener("click", () => download("elsewhere-feeds.opml", "text/x-opml", opml(followedSearches(), location.origin)));
// Another open page may follow a search, or stop following one.
addEventListener("storage", () => (followedSearches().every(([query]) => sections.has(query)) ? draw() : load()));
load();
