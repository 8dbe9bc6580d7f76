// On a wide screen a job opens beside the list. What shows it is loaded by who comes near a job.
import { JOB, WIDE } from "./wide.js";

const loadPane = () => import("./job-pane.js");
const results = () => document.getElementById("results");

for (const kind of ["focusin", "pointerover"]) {
  document.addEventListener(kind, ({ target }) => { if (WIDE.matches && target.closest?.(".card")) loadPane(); });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("#results a");
  const isOther = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || isOther || !WIDE.matches || link.origin !== location.origin || link.hash || !JOB.test(link.pathname)) return;
  event.preventDefault();
  loadPane().then(({ openJob }) => openJob(link.href), () => location.assign(link.href));
});

function returnToJob(list) {
  // The page of the job leads on to the list that the job was opened beside.
  if (!WIDE.matches || (list && list !== results().dataset.address)) location.reload();
  else loadPane().then(({ showJob }) => showJob());
}

// Before htmx, which would fetch the whole page again. It listens already, and a window calls its listeners in their order.
const restore = window.onpopstate;
window.onpopstate = null;
addEventListener("popstate", (event) => {
  const isShown = results().dataset.address === location.pathname + location.search;
  if (JOB.test(location.pathname)) {
    event.stopImmediatePropagation();
    returnToJob(event.state?.list);
  } else if (results().matches(":has(> .pane)") && isShown) {
    event.stopImmediatePropagation();
    loadPane().then(({ hidePane }) => hidePane());
  } else if (!event.state?.htmx && !isShown) {
    // A list that another has replaced in this document. Links within the page, such as the skip links, change nothing.
    location.reload();
  }
});
window.onpopstate = restore;

if (location.hash === "#beside" && WIDE.matches) loadPane().then(({ openAgain }) => openAgain());
else if (history.scrollRestoration === "manual" || document.referrer.includes("/jobs/")) import("./list-of-job.js").then(({ returnToPlace }) => returnToPlace());
