// Suggestions under the search box: the combobox pattern of the ARIA Authoring Practices, a list that is optional.
// Without it, and whenever a request fails, the box is the plain form that it is.
import { element } from "./element.js";

const box = document.getElementById("q");
const form = box?.form;
const PAUSE = 120;
const KINDS = { title: "Title", skill: "Skill", company: "Company" };
const known = new Map();
let list, said, asked, timer, active = -1;

if (form) start();

function start() {
  list = element("ul", { id: "suggestions", className: "suggestions", role: "listbox", ariaLabel: "Suggestions", hidden: true });
  said = element("span", { className: "visually-hidden", role: "status" });
  box.after(list, said);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) box.setAttribute(name, value);
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, PAUSE); });
  box.addEventListener("keydown", pressed);
  box.addEventListener("blur", close);
  form.addEventListener("submit", close);
  // Before the box loses the focus, and with it the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) pick(option);
  });
}

async function look() {
  const typed = box.value.trim();
  asked?.abort();
  if (!typed) return close();
  if (!known.has(typed)) {
    asked = new AbortController();
    try {
      const answer = await fetch(`/jobs/suggest?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
      if (!answer.ok) return close();
      known.set(typed, (await answer.json()).suggestions);
    } catch {
      return close();
    }
  }
  if (typed === box.value.trim() && document.activeElement === box) show(known.get(typed), typed);
}

function show(found, typed) {
  active = -1;
  list.replaceChildren(...found.map((one, place) => option(one, place, typed)));
  opened(found.length > 0);
  said.textContent = found.length ? `${found.length} suggestion${found.length > 1 ? "s" : ""}` : "";
}

function option(one, place, typed) {
  const item = element("li", { id: `suggestion-${place}`, role: "option", ariaSelected: "false" });
  Object.assign(item.dataset, { kind: one.kind, address: one.address });
  const label = element("span", { className: "label" });
  label.append(...marked(one.label, typed));
  const count = element("span", { className: "number", textContent: one.count.toLocaleString() });
  count.append(element("span", { className: "visually-hidden", textContent: one.count === 1 ? " job" : " jobs" }));
  item.append(label, element("span", { className: "kind", textContent: KINDS[one.kind] }), count);
  return item;
}

// The beginnings that were typed, in bold.
function marked(label, typed) {
  const words = typed.toLowerCase().split(/\s+/);
  return label.split(/(\s+)/).flatMap((word) => {
    const size = Math.max(0, ...words.filter((one) => word.toLowerCase().startsWith(one)).map((one) => one.length));
    return size ? [element("b", { textContent: word.slice(0, size) }), word.slice(size)] : [word];
  });
}

function opened(is) {
  list.hidden = !is;
  box.setAttribute("aria-expanded", String(is));
  if (!is) activate(-1);
}

function close() {
  clearTimeout(timer);
  asked?.abort();
  opened(false);
  said.textContent = "";
}

function activate(place) {
  list.children[active]?.setAttribute("aria-selected", "false");
  active = place;
  const option = list.children[active];
  if (!option) return box.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", option.id);
}

function pressed(event) {
  const many = list.children.length;
  const steps = { ArrowDown: active + 1 >= many ? -1 : active + 1, ArrowUp: active < 0 ? many - 1 : active - 1 };
  if (event.key in steps && many) {
    event.preventDefault();
    if (list.hidden) opened(true);
    activate(steps[event.key]);
  } else if (list.hidden) {
    return;
  } else if (event.key === "Escape") {
    event.preventDefault();
    close();
  } else if (event.key === "Enter" && active >= 0) {
    event.preventDefault();
    pick(list.children[active]);
  }
}

// A title is looked for instead of what was typed. A skill or an employer narrows the search that is open.
function pick(option) {
  const picked = new URL(option.dataset.address, location);
  const kept = new URLSearchParams(location.search);
  // From another page only who the reader is comes along.
  if (location.pathname !== picked.pathname) for (const name of [...kept.keys()]) if (!name.startsWith("my_")) kept.delete(name);
  kept.delete("q");
  kept.delete("page");
  for (const [name, value] of picked.searchParams) if (!kept.getAll(name).includes(value)) kept.append(name, value);
  close();
  location.assign(`${picked.pathname}?${kept}`);
}
