// Lists the saved jobs whose pages this browser keeps.
import { element } from "./element.js";
import * as store from "./saved-store.js";

const STEADY_MS = 1000;
const section = document.getElementById("copies");
let reload;

async function draw() {
  const { jobs } = store.load();
  const rows = [];
  for (const [id, { title, company }] of Object.entries(jobs)) {
    if (!(await caches.match(`/jobs/${id}/`, { ignoreVary: true }))) continue;
    const row = element("li");
    row.append(element("a", { href: `/jobs/${id}/`, textContent: title }), element("span", { textContent: company }));
    rows.push(row);
  }
  section.querySelector("ul").replaceChildren(...rows);
  section.hidden = !rows.length;
}

// A connection that comes and goes must not take the page away from under a click.
addEventListener("online", () => (reload = setTimeout(() => location.reload(), STEADY_MS)));
addEventListener("offline", () => clearTimeout(reload));
draw();
