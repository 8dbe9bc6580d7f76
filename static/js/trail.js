// The results that a reader came from, for this tab alone and only until it is closed: [previous] and [next] of a job.
import * as store from "./saved-store.js";

const KEY = "elsewhere-trail";
// Of results, around the job: walking on drops what lies behind.
const MAX_PAGES = 3;
const isResults = (address) => typeof address === "string" && address.startsWith("/jobs/");
const isJob = (address) => typeof address === "string" && /^\/jobs\/\d/.test(address);

// [{address, jobs, prev, next}]: pages of results in order. Of each: where it is, its jobs, and its neighbours or "".
function load() {
  try {
    const pages = JSON.parse(sessionStorage.getItem(KEY));
    const isPage = ({ address, jobs, prev, next }) => isResults(address) && jobs.every(isJob) && [prev, next].every((page) => !page || isResults(page));
    return pages.every(isPage) ? pages : [];
  } catch {
    return [];
  }
}

function keep(pages) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(pages));
  } catch {
    // Without storage the job shows no neighbours.
  }
}

function pageOf(results, isShown) {
  const cards = [...results.querySelectorAll(":scope > section .card")].filter(isShown);
  const [prev, next] = ["prev", "next"].map((rel) => results.querySelector(`.pager [rel=${rel}]`)?.getAttribute("href") ?? "");
  return { address: results.dataset.address, jobs: cards.map((card) => card.querySelector("h3 a").getAttribute("href")), prev, next };
}

// Of the job at this path: `back`, the page of results that it is on; `prev` and `next`, each {job, page}: its neighbour,
// else the page that has it. Null for a job that was found in no results.
export function around(path) {
  const pages = load();
  const jobs = pages.flatMap(({ jobs }) => jobs);
  const position = jobs.findIndex((job) => job.split("?")[0] === path);
  if (position < 0) return null;
  return {
    back: pages.find((page) => page.jobs.includes(jobs[position])).address,
    prev: { job: jobs[position - 1], page: pages[0].prev },
    next: { job: jobs[position + 1], page: pages.at(-1).next },
  };
}

// Adds the page of results at `address` before or after those that are known.
export async function extend(rel, address) {
  const response = await fetch(address, { headers: { "HX-Request": "true" } });
  const results = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("results");
  if (!results?.dataset.address) return;
  const [data, pages] = [store.load(), load()];
  const page = pageOf(results, ({ dataset }) => !store.isHidden(data, dataset));
  // New jobs push those before them over to the next page.
  page.jobs = page.jobs.filter((job) => !pages.some(({ jobs }) => jobs.includes(job)));
  keep(rel === "next" ? [...pages, page].slice(-MAX_PAGES) : [page, ...pages].slice(0, MAX_PAGES));
}

// Begins at this page of results, unless the trail has it.
export function startAt(results) {
  if (!load().some(({ address }) => address === results.dataset.address)) keep([pageOf(results, ({ hidden }) => !hidden)]);
}

document.addEventListener("click", ({ target }) => {
  const results = target.closest("#results > section .card h3 a")?.closest("#results");
  if (results) keep([pageOf(results, ({ hidden }) => !hidden)]);
});
