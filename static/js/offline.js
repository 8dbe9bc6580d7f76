// Lists the saved jobs whose pages this browser keeps.
import { element } from "./element.js";
import * as store from "./saved-store.js";

const section = document.getElementById("copies");

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

addEventListener("online", () => location.reload());
draw();
