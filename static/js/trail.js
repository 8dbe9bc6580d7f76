// The results that a reader came from, kept for this tab alone: previous and next of a job.
const KEY = "elsewhere-trail";
const isResults = (address) => typeof address === "string" && address.startsWith("/jobs/");
const isJob = (address) => typeof address === "string" && /^\/jobs\/\d/.test(address);

// [{address, jobs, prev, next, scroll}]: pages of results in order; "" where there is no neighbour, no scroll if only fetched.
export function load() {
  try {
    const pages = JSON.parse(sessionStorage.getItem(KEY));
    const isPage = ({ address, jobs, prev, next }) => isResults(address) && jobs.every(isJob) && [prev, next].every((page) => !page || isResults(page));
    return pages.every(isPage) ? pages : [];
  } catch {
    return [];
  }
}

export function keep(pages) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(pages));
  } catch {
    // Without storage the job shows no neighbours.
  }
}

export function pageOf(results, isShown) {
  const cards = [...results.querySelectorAll(":scope > section .card")].filter(isShown);
  const [prev, next] = ["prev", "next"].map((rel) => results.querySelector(`.pager [rel=${rel}]`)?.getAttribute("href") ?? "");
  return { address: results.dataset.address, jobs: cards.map((card) => card.querySelector("h3 a").getAttribute("href")), prev, next };
}

// Begins at this page of results, unless the trail has it.
export function startAt(results, scroll) {
  if (!load().some(({ address }) => address === results.dataset.address)) keep([{ ...pageOf(results, ({ hidden }) => !hidden), scroll }]);
}

document.addEventListener("click", ({ target }) => {
  const results = target.closest("#results > section .card h3 a")?.closest("#results");
  if (!results) return;
  const page = pageOf(results, ({ hidden }) => !hidden);
  // Beside a job the list is narrower: it goes back to where it was without one.
  const scroll = results.querySelector(".pane") ? load().find(({ address }) => address === page.address)?.scroll : scrollY;
  keep([{ ...page, scroll }]);
});
