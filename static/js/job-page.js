// A job, on its own page or beside the list: saved, applied, a link to copy, and the way through the results.
import { element } from "./element.js";
import { addStar } from "./favourites.js";
import { announce, button, jobOf, toggleSaved } from "./job-actions.js";
import { keepPlace, reopen } from "./list-of-job.js";
import * as store from "./saved-store.js";
import { around, extend } from "./trail-steps.js";
import { WIDE } from "./wide.js";

const COPIED_MS = 3000;

function toggleApplied(job) {
  const wasApplied = store.load().jobs[job.id]?.stage === "applied";
  store.change((data) => (wasApplied ? undoApplied : apply)(data, job));
  announce(wasApplied ? `${job.title} is no longer among your applications.` : `${job.title} was added to your applications. Press again to undo.`);
}

function apply(data, job) {
  // What was kept before, to bring it back. After a reload it is unknown.
  job.before = structuredClone(data.jobs[job.id] ?? null);
  if (!job.before) store.save(data, job.id, job.title, job.companyName);
  const kept = data.jobs[job.id];
  Object.assign(kept, { stage: "applied", date: kept.date || store.today(), event: kept.event || "Applied", at: store.now() });
}

function undoApplied(data, { id, before }) {
  if (before === null) return store.remove(data, id);
  const kept = data.jobs[id];
  const dates = kept.event === "Applied" ? { date: "", event: "" } : {};
  data.jobs[id] = { ...(before ?? { ...kept, ...dates }), stage: "saved", at: store.now() };
}

async function copyLink({ target }, { link }) {
  await navigator.clipboard.writeText(link);
  target.textContent = "Copied ✓";
  announce("The link is copied.");
  setTimeout(() => (target.textContent = "Copy link"), COPIED_MS);
}

function showTrail(nav, path) {
  const trail = around(path);
  if (!trail) return;
  keepPlace({ list: trail.back, scroll: trail.scroll, job: path });
  Object.assign(nav.querySelector(".back"), { href: trail.back, textContent: "Back to the results" });
  for (const [rel, textContent] of [["prev", "Previous"], ["next", "Next"]]) {
    const { job, page } = trail[rel];
    if (!job && !page) continue;
    const link = element("a", { className: rel, rel, href: job ?? page, textContent });
    nav.append(link);
    // Until the job there is known, or if it cannot be, it leads to the results.
    if (!job) extend(rel, page).then(() => (link.href = around(path)?.[rel].job ?? page), () => (link.href = page));
  }
}

// `signal`: ends it, once another job is shown.
export function startJob(article, nav, signal) {
  const job = jobOf(article);
  const saveButton = button("save", "Save", () => toggleSaved(article));
  const appliedButton = button("applied", "I have applied", () => toggleApplied(job));
  const refresh = () => {
    const stage = store.load().jobs[job.id]?.stage;
    saveButton.textContent = stage ? "Saved" : "Save";
    saveButton.ariaPressed = Boolean(stage);
    appliedButton.textContent = stage === "applied" ? "Applied" : "I have applied";
    appliedButton.ariaPressed = stage === "applied";
    // Later stages are changed on the page of saved jobs.
    appliedButton.hidden = Boolean(stage) && !["saved", "applied"].includes(stage);
  };
  const marks = article.querySelector(".listing-head .marks");
  marks.append(saveButton, appliedButton);
  // Browsers give the clipboard to secure pages only.
  if (navigator.clipboard) marks.append(button("copy", "Copy link", (event) => copyLink(event, job)));
  addStar(article, signal);
  store.change((data) => (data.seen[job.id] = store.now()));
  document.addEventListener("saved-store-change", refresh, { signal });
  refresh();
  showTrail(nav, location.pathname);
}

// On the page of a job. A list that was left from beside it has the same document: going back shows it anew.
if (document.body.matches(".job")) {
  const { pathname, search } = location;
  const { list, depth } = history.state ?? {};
  // It stood beside a list before it was loaded again.
  if (list && WIDE.matches) reopen(list, pathname + search, depth);
  startJob(document.querySelector("article[data-id]:not(.card)"), document.querySelector(".trail"));
  addEventListener("popstate", () => location.pathname !== pathname && location.reload());
}
