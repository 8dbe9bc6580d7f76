// The steps from a job along the trail of results: back to its list, to the previous and to the next one.
import * as store from "./saved-store.js";
import { keep, load, pageOf } from "./trail.js";

// Of results, around the job: walking on drops what lies behind.
const MAX_PAGES = 3;

// Of the job at this path: `back`, the page of results that it is on, and its `scroll`; `prev` and `next`, each
// {job, page}: its neighbour, else the page that has it. Null for a job that was found in no results.
export function around(path) {
  const pages = load();
  const jobs = pages.flatMap(({ jobs }) => jobs);
  const position = jobs.findIndex((job) => job.split("?")[0] === path);
  if (position < 0) return null;
  const back = pages.find((page) => page.jobs.includes(jobs[position]));
  return {
    back: back.address,
    scroll: back.scroll,
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
