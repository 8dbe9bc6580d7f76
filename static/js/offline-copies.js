// Tells the service worker which jobs are saved, so that it keeps their pages. Without a saved job there is no worker.
const WORKER = "/service-worker.js";
// The last saved, because pages take room.
const MAX_COPIES = 100;
const workers = window.isSecureContext ? navigator.serviceWorker : undefined;
let sent;

export async function keepCopies({ jobs }) {
  const ids = Object.entries(jobs).sort(([, a], [, b]) => (a.at < b.at ? 1 : -1)).slice(0, MAX_COPIES).map(([id]) => id);
  const list = [...ids].sort().join();
  // A worker that another page has registered must hear of the last job that is removed here.
  if (!workers || sent === list || (!ids.length && !(await workers.getRegistration()))) return;
  sent = list;
  try {
    await workers.register(WORKER);
    (await workers.ready).active.postMessage({ saved: ids });
  } catch {
    // Tried again with the next change: reading offline is an extra, not worth an error on the page.
    sent = undefined;
  }
}
