// The results that a reader came from, for this tab alone and only until it is closed: [previous] and [next] of a job.
const KEY = "elsewhere-trail";
const RESULTS = "/jobs/";
const isJob = (address) => typeof address === "string" && /^\/jobs\/\d/.test(address);

// {address, jobs}: where the results are, and the jobs on that page in order; null if there are none.
export function load() {
  try {
    const { address, jobs } = JSON.parse(sessionStorage.getItem(KEY));
    return address.startsWith(RESULTS) && jobs.every(isJob) ? { address, jobs } : null;
  } catch {
    return null;
  }
}

function remember(event) {
  const list = event.target.closest(".card h3 a")?.closest(".cards");
  if (!list || location.pathname !== RESULTS) return;
  const cards = [...list.querySelectorAll(".card:not([hidden]) h3 a")];
  const trail = { address: location.pathname + location.search, jobs: cards.map((link) => link.getAttribute("href")) };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(trail));
  } catch {
    // Without storage the job shows no neighbours.
  }
}

document.addEventListener("click", remember);
