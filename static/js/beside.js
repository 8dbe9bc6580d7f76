// On a wide screen a job opens beside the list. What shows it is loaded by who comes near a job.
const WIDE = matchMedia("(min-width: 75rem)");
const JOB = /^\/jobs\/\d+(-[^/]*)?\/$/;
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
  loadPane().then(({ openJob }) => openJob(link.href));
});

// Before htmx, which would fetch the whole page again.
addEventListener("popstate", (event) => {
  const isShown = results().dataset.address === location.pathname + location.search;
  if (JOB.test(location.pathname)) {
    event.stopImmediatePropagation();
    if (WIDE.matches) loadPane().then(({ showJob }) => showJob());
    else location.reload();
  } else if (results().matches(":has(> .pane)") && isShown) {
    event.stopImmediatePropagation();
    loadPane().then(({ hidePane }) => hidePane());
  } else if (!event.state?.htmx && !isShown) {
    // A list that another has replaced in this document. Links within the page, such as the skip links, change nothing.
    location.reload();
  }
}, true);
