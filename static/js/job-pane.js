// A job beside the list of results: the main part of its own page, with its address and title.
import { element } from "./element.js";
import { start } from "./job-actions.js";
import { startJob } from "./job-page.js";
import { forgetPlace, reopen, takeReopened } from "./list-of-job.js";
import { startAt } from "./trail.js";
import { around } from "./trail-steps.js";
import { JOB } from "./wide.js";

// A job that comes sooner is not announced.
const OPENING_MS = 200;

const results = () => document.getElementById("results");
const openPane = () => results().querySelector(":scope > .pane");
const linksTo = (path) => [...results().querySelectorAll(":scope > section .card h3 a")].filter(({ pathname }) => pathname === path);
const chosen = () => results().querySelector(".card h3 a[aria-current]");
// Of the list without a job.
let list;
// What the history keeps with the address of the job: the list beside it, and `depth`, how many steps back that is.
let entry;
// Ends what belongs to the job that is shown, or fetched.
let current;

function newPane() {
  const button = element("button", { type: "button", className: "mark-button close", textContent: "Close" });
  button.addEventListener("click", close);
  const bar = element("div", { className: "pane-bar" });
  bar.append(element("p", { className: "opening", role: "status" }), button);
  const pane = element("div", { className: "pane" });
  pane.append(bar, element("div"));
  return pane;
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
  // One that was left for another search, or that a reload has brought back.
  if (link) startAt(results(), list.scroll);
  pane.ariaBusy = true;
  const status = pane.querySelector(".opening");
  const timer = setTimeout(() => (status.textContent = `Opening ${link?.textContent ?? "the job"} …`), OPENING_MS);
  try {
    const { page, url } = await fetchPage(address, signal);
    if (signal.aborted) return;
    arrive(url);
    fill(pane, page, signal);
    pane.ariaBusy = false;
  } catch (error) {
    if (!signal.aborted) fail(error);
  } finally {
    clearTimeout(timer);
    status.textContent = "";
  }
}

function enter(method, url, depth) {
  entry = { depth, list: results().dataset.address };
  history.scrollRestoration = "manual";
  history[method](entry, "", url);
}

export function openJob(address) {
  const { pathname, search } = new URL(address);
  // Past the end of a page of results the next job is shown with its own page.
  const other = !linksTo(pathname).length && around(pathname)?.back;
  if (other && reopen(other, pathname + search, undefined, "assign")) return;
  // Unknown if others were made since.
  const depth = openPane() ? history.state?.depth && history.state.depth + 1 : 1;
  show(address, (url) => enter("pushState", url, depth), () => location.assign(address));
}

// The job of an address for which this document, which has its list, was loaded.
export function openAgain() {
  const { job, depth } = takeReopened() ?? {};
  if (!job) return;
  const { href, pathname } = new URL(job, location.href);
  linksTo(pathname)[0]?.closest(".card").scrollIntoView({ block: "center" });
  show(href, (url) => enter("replaceState", url, depth), () => location.replace(job));
}

// The job of the address, after a step through the history that may have been one within its text.
export function showJob() {
  if (openPane()?.dataset.path === location.pathname) return history.state ?? history.replaceState(entry, "");
  entry = history.state;
  show(location.href, () => {}, () => location.reload());
}

// Back to the list alone, as it was; the focus goes to the card that was chosen.
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
  (link ?? document.getElementById("found")).focus();
  forgetPlace();
}

function close() {
  const { address } = results().dataset;
  const depth = history.state?.depth;
  if (location.pathname + location.search === address) return hidePane();
  if (depth) return history.go(-depth);
  history.pushState(null, "", address);
  hidePane();
}

// Whoever steps back to a list does not wait for a job any more.
addEventListener("popstate", () => {
  if (!JOB.test(location.pathname) && openPane()?.ariaBusy === "true") hidePane();
}, true);
// htmx, which leaves a job for another list, writes its own state over that of the job.
document.addEventListener("htmx:beforeHistoryUpdate", () => { if (JOB.test(location.pathname)) history.replaceState(entry, ""); });
document.addEventListener("htmx:pushedIntoHistory", () => (history.scrollRestoration = "auto"));
