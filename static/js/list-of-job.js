// The list that a job was opened beside. Where another document, or another list, has come between, it is loaded anew.
import { JOB } from "./wide.js";

const KEY = "elsewhere-reopen";
const PLACE_KEY = "elsewhere-place";

// Goes to the list, by this method of `location`, and opens the job at this path there. `depth`: as in job-pane.js.
export function reopen(list, job, depth, method = "replace") {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ list, job, depth }));
  } catch {
    // Without storage the job has a page of its own.
    return false;
  }
  location[method](`${list}#beside`);
  return true;
}

// The {job, depth} that this list was loaded for. Null if it was loaded for itself.
export function takeReopened() {
  try {
    const { list, job, depth } = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
    return list === location.pathname + location.search && JOB.test(job.split("?")[0]) ? { job, depth } : null;
  } catch {
    return null;
  }
}

// {list, scroll, job}: where the reader was in the list before the job at this path, for who comes back to another
// document of it.
export function keepPlace(place) {
  try {
    sessionStorage.setItem(PLACE_KEY, JSON.stringify(place));
  } catch {
    // Without storage the list begins at its top.
  }
}

export function forgetPlace() {
  try {
    sessionStorage.removeItem(PLACE_KEY);
  } catch {
    // Nothing was kept.
  }
}

// To the place in the list of this document, and the focus to the job, for who comes from it: by the link on its page, or
// through the history past a job beside the list, which the browser does not scroll.
export function returnToPlace() {
  let place;
  try {
    place = JSON.parse(sessionStorage.getItem(PLACE_KEY));
  } catch {
    return;
  }
  const isFromJob = history.scrollRestoration === "manual" || document.referrer.split("?")[0] === location.origin + place?.job;
  history.scrollRestoration = "auto";
  // The address of the list as the site writes it, or as it was opened.
  const addresses = [document.getElementById("results").dataset.address, location.pathname + location.search];
  if (!isFromJob || !addresses.includes(place?.list)) return;
  forgetPlace();
  if (place.scroll) scrollTo(0, place.scroll);
  const link = [...document.querySelectorAll("#results > section .card h3 a")].find(({ pathname }) => pathname === place.job);
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "nearest" });
}
