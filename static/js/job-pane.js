// A job beside the list of results: the main part of its own page, with its address and title.
import { element } from "./element.js";
import { start } from "./job-actions.js";
import { startJob } from "./job-page.js";

const results = () => document.getElementById("results");
const openPane = () => results().querySelector(":scope > .pane");
const linksTo = (path) => [...results().querySelectorAll(":scope > section .card h3 a")].filter(({ pathname }) => pathname === path);
const chosen = () => results().querySelector(".card h3 a[aria-current]");
// Of the list without a job.
let list;
// Ends what belongs to the job that is shown, or fetched.
let current;

function newPane() {
  const button = element("button", { type: "button", className: "mark-button close", textContent: "Close" });
  button.addEventListener("click", () => close());
  const bar = element("div", { className: "pane-bar" });
  bar.append(button);
  const pane = element("div", { className: "pane" });
  pane.append(bar, element("div"));
  return pane;
}

// The part below the page's header that the screen has room for.
function fit() {
  openPane()?.style.setProperty("--above", `${Math.max(0, results().getBoundingClientRect().top)}px`);
}

// Makes room, without moving the card that was chosen.
function ensurePane(link) {
  const pane = openPane() ?? newPane();
  if (pane.isConnected) return pane;
  list = { title: document.title, scroll: scrollY };
  // As it was opened, which need not be how the site writes it.
  if (location.pathname === "/jobs/") results().dataset.address = location.pathname + location.search;
  const top = link?.getBoundingClientRect().top;
  results().querySelector("#filter-sheet")?.removeAttribute("open");
  results().append(pane);
  if (link) scrollBy(0, link.getBoundingClientRect().top - top);
  fit();
  return pane;
}

function mark(link) {
  chosen()?.removeAttribute("aria-current");
  link?.setAttribute("aria-current", "true");
}

async function fetchPage(address, signal) {
  const response = await fetch(address, { signal, referrer: results().dataset.address });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (!response.ok || !page.querySelector("main article[data-id]")) throw new Error(`No job at ${address}`);
  return { page, url: response.url };
}

function fill(pane, page, signal) {
  const [bar, body] = pane.children;
  const trail = page.querySelector(".trail");
  bar.querySelector(".trail")?.remove();
  bar.prepend(trail);
  body.replaceChildren(...page.querySelector("main").childNodes);
  pane.scrollTop = 0;
  pane.dataset.path = location.pathname;
  document.title = page.title;
  startJob(body.querySelector("article"), trail, signal);
  start();
  const heading = body.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

// `arrive` runs with the address of the job once it is here, `fail` if it cannot be shown.
async function show(address, arrive, fail) {
  current?.abort();
  current = new AbortController();
  const { signal } = current;
  const [link] = linksTo(new URL(address).pathname);
  const pane = ensurePane(link);
  mark(link);
  pane.ariaBusy = true;
  try {
    const { page, url } = await fetchPage(address, signal);
    if (signal.aborted) return;
    arrive(url);
    fill(pane, page, signal);
    pane.ariaBusy = false;
  } catch (error) {
    if (!signal.aborted) fail(error);
  }
}

export function openJob(address) {
  // How many steps back the list is; unknown if others were made since.
  const depth = openPane() ? history.state?.depth && history.state.depth + 1 : 1;
  const arrive = (url) => {
    history.scrollRestoration = "manual";
    history.pushState({ depth }, "", url);
  };
  show(address, arrive, () => location.assign(address));
}

// The job of the address, after a step through the history that may have been one within its text.
export function showJob() {
  if (openPane()?.dataset.path === location.pathname) return;
  show(location.href, () => {}, () => location.reload());
}

// Back to the list alone, as it was; the focus goes to what was asked for, else to the card that was chosen.
export function hidePane() {
  const pane = openPane();
  if (!pane) return;
  current.abort();
  const link = chosen();
  mark();
  pane.remove();
  document.title = list.title;
  history.scrollRestoration = "auto";
  scrollTo(0, list.scroll);
  (list.focus ? results().querySelector(list.focus) : link ?? document.getElementById("found")).focus();
}

function close(focus) {
  list.focus = focus;
  const { address } = results().dataset;
  const depth = history.state?.depth;
  if (location.pathname + location.search === address) return hidePane();
  if (depth) return history.go(-depth);
  history.pushState(null, "", address);
  hidePane();
}

document.addEventListener("click", (event) => {
  // There is room for the filters when the job is gone.
  if (!openPane() || !event.target.closest("#filter-sheet > summary")) return;
  event.preventDefault();
  close(".narrow :is(input, select):not([type=hidden], [hidden])");
});
document.addEventListener("htmx:pushedIntoHistory", () => (history.scrollRestoration = "auto"));
for (const kind of ["scroll", "resize"]) addEventListener(kind, fit, { passive: true });
