// Keeps the pages of saved jobs and the page that lists them for reading offline, and nothing else.
const VERSION = {{ version|tojson }};
const JOBS = `saved-jobs-${VERSION}`, SHELL = `shell-${VERSION}`;
const OFFLINE = {{ offline_page|tojson }};
const SAVED = {{ saved_page|tojson }};
const STYLES = {{ styles|tojson }};
const SHELL_FILES = {{ files|tojson }};
const JOB = /^\/jobs\/(\d+)(-[^/]*)?\/$/;
// A cached answer is for the same reader, whatever the request's headers.
const ANY = { ignoreSearch: true, ignoreVary: true };

const keyOf = (id) => `/jobs/${id}/`;
const idOf = (url) => JOB.exec(new URL(url, location).pathname)?.[1];

self.addEventListener("install", (event) => {
  self.skipWaiting();
  // Without cookies: what a reader has told of themselves may be forgotten later, and then nowhere be left.
  const requests = SHELL_FILES.map((file) => new Request(file, { cache: "reload", credentials: "omit" }));
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(requests)));
});

self.addEventListener("activate", (event) => event.waitUntil(upgrade().then(() => clients.claim())));

// Takes the pages of an older version over, anew where the site can be reached.
async function upgrade() {
  for (const name of (await caches.keys()).filter((name) => name !== JOBS && name !== SHELL)) {
    if (name.startsWith("saved-jobs-")) {
      const old = await caches.open(name);
      for (const request of await old.keys()) {
        const id = idOf(request.url);
        if (!(await keep(id))) await (await caches.open(JOBS)).put(keyOf(id), await old.match(request, ANY));
      }
    }
    await caches.delete(name);
  }
}

// Whether the page of a job could be stored.
async function keep(id) {
  try {
    return await store(id, await fetch(keyOf(id)));
  } catch {
    return false;
  }
}

async function store(id, response) {
  const jobs = await caches.open(JOBS);
  // Taken down, or gone.
  if (response.status === 404 || response.status === 410) await jobs.delete(keyOf(id), ANY);
  if (!response.ok) return false;
  // A new response, because one that was redirected cannot answer a navigation.
  const { status, headers } = response;
  await jobs.put(keyOf(id), new Response(await response.blob(), { status, headers }));
  return true;
}

// Keeps exactly the pages of the saved jobs.
self.addEventListener("message", (event) => {
  if (Array.isArray(event.data?.saved)) event.waitUntil(synchronise(event.data.saved.filter((id) => /^\d{1,15}$/.test(id))));
});

async function synchronise(saved) {
  const jobs = await caches.open(JOBS);
  const kept = (await jobs.keys()).map(({ url }) => idOf(url));
  for (const id of kept.filter((id) => !saved.includes(id))) await jobs.delete(keyOf(id), ANY);
  // One at a time: nobody waits for them.
  for (const id of saved.filter((id) => !kept.includes(id))) await keep(id);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(navigate(event));
  else if (SHELL_FILES.includes(url.pathname) || request.destination === "style") event.respondWith(asset(request));
});

async function navigate(event) {
  const id = idOf(event.request.url);
  const isSaved = new URL(event.request.url).pathname === SAVED;
  try {
    const response = await fetch(event.request);
    if (id) event.waitUntil(renew(id, response.clone()));
    return response;
  } catch {
    const page = id && (await (await caches.open(JOBS)).match(keyOf(id), ANY));
    return page || (await caches.open(SHELL)).match(isSaved ? SAVED : OFFLINE, ANY);
  }
}

// What was read just now replaces the copy of a saved job.
async function renew(id, response) {
  if (await (await caches.open(JOBS)).match(keyOf(id), ANY)) await store(id, response);
}

// Offline, a page of an older version gets the styles of this one.
async function asset(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const shell = await caches.open(SHELL);
    const file = (await shell.match(request, ANY)) || (request.destination === "style" && (await shell.match(STYLES, ANY)));
    if (!file) throw error;
    return file;
  }
}
