// The list that a job was opened beside. Where another document, or another list, has come between, it is loaded anew.
import { JOB } from "./wide.js";

const KEY = "elsewhere-reopen";

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
