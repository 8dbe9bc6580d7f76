// The page of a job: saved, applied, a link to copy, and the way through the results that led here.
import { element } from "./element.js";
import { announce, button, jobOf, toggleSaved } from "./job-actions.js";
import * as store from "./saved-store.js";
import { load } from "./trail.js";

const COPIED_MS = 3000;
const article = document.querySelector("article[data-id]:not(.card)");
const { id, title, companyName } = jobOf(article);
const saveButton = button("save", "Save", () => toggleSaved(article));
const appliedButton = button("applied", "I have applied", toggleApplied);
const copyButton = button("copy", "Copy link", copyLink);

// What was kept of the job before "I have applied" was pressed, to bring it back. After a reload it is unknown.
let beforeApplied;

function toggleApplied() {
  const wasApplied = store.load().jobs[id]?.stage === "applied";
  store.change(wasApplied ? undoApplied : apply);
  announce(wasApplied ? `${title} is no longer among your applications.` : `${title} was added to your applications. Press again to undo.`);
}

function apply(data) {
  beforeApplied = structuredClone(data.jobs[id] ?? null);
  if (!data.jobs[id]) store.save(data, id, title, companyName);
  const job = data.jobs[id];
  Object.assign(job, { stage: "applied", date: job.date || store.today(), event: job.event || "Applied", at: store.now() });
}

function undoApplied(data) {
  if (beforeApplied === null) return store.remove(data, id);
  const job = data.jobs[id];
  const dates = job.event === "Applied" ? { date: "", event: "" } : {};
  data.jobs[id] = { ...(beforeApplied ?? { ...job, ...dates }), stage: "saved", at: store.now() };
}

async function copyLink() {
  await navigator.clipboard.writeText(document.querySelector("link[rel=canonical]").href);
  copyButton.textContent = "Copied ✓";
  announce("The link is copied.");
  setTimeout(() => (copyButton.textContent = "Copy link"), COPIED_MS);
}

function refresh() {
  const stage = store.load().jobs[id]?.stage;
  saveButton.textContent = stage ? "Saved" : "Save";
  saveButton.setAttribute("aria-pressed", String(Boolean(stage)));
  appliedButton.textContent = stage === "applied" ? "Applied" : "I have applied";
  appliedButton.setAttribute("aria-pressed", String(stage === "applied"));
  // Later stages are changed on the page of saved jobs.
  appliedButton.hidden = Boolean(stage) && !["saved", "applied"].includes(stage);
}

function showTrail() {
  const nav = document.querySelector(".trail");
  const trail = load();
  const position = trail ? trail.jobs.findIndex((job) => job.split("?")[0] === location.pathname) : -1;
  if (position < 0) return;
  Object.assign(nav.querySelector(".back"), { href: trail.address, textContent: "Back to the results" });
  const steps = [["Previous", "prev", trail.jobs[position - 1]], ["Next", "next", trail.jobs[position + 1]]];
  for (const [text, rel, href] of steps) {
    if (href) nav.append(element("a", { className: rel, rel, href, textContent: text }));
  }
}

article.querySelector(".listing-head .marks").append(saveButton, appliedButton);
// Browsers give the clipboard to secure pages only.
if (navigator.clipboard) appliedButton.after(copyButton);
store.change((data) => (data.seen[id] = store.now()));
document.addEventListener("saved-store-change", refresh);
refresh();
showTrail();
