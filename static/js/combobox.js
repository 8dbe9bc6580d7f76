// The combobox pattern of ARIA. If a request fails, the box is a plain search form.
import { element } from "./element.js";

const box = document.getElementById("q");
const form = box?.form;
const DEBOUNCE_MS = 120;
const CONTROLS = "a, button, input, select, label, summary";
const KIND_LABELS = { title: "Role", skill: "Skill", company: "Company", place: "Place" };
const cache = new Map();
const loadChoice = () => import("./suggestion-choice.js");
let list, status, pending, timer, active = -1, isAwaited = false, isPressed = false;

if (form) start();

function start() {
  list = element("ul", { id: "suggestions", className: "suggestions", role: "listbox", ariaLabel: "Suggestions", hidden: true });
  status = element("span", { className: "visually-hidden", role: "status" });
  box.after(list, status);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) box.setAttribute(name, value);
  box.addEventListener("input", () => { clearTimeout(timer); isAwaited = true; timer = setTimeout(suggest, DEBOUNCE_MS); });
  box.addEventListener("keydown", onKey);
  box.addEventListener("blur", () => { if (!isPressed) close(); });
  form.addEventListener("submit", close);
  // On a phone a tap on what takes no focus leaves it to the box. A control is let go of first: closing moves it.
  document.addEventListener("pointerdown", ({ target }) => {
    if (target === box || list.contains(target)) return;
    isPressed = target.closest(CONTROLS) !== null;
    if (!isPressed) close();
  });
  for (const kind of ["click", "pointercancel"]) document.addEventListener(kind, () => release(kind));
  // Or the list would close before the click.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
}

function release(kind) {
  if (isPressed && (kind === "click" || document.activeElement !== box)) close();
  isPressed = false;
}

async function suggest() {
  const text = box.value.trim();
  pending?.abort();
  if (!text) return close();
  if (!cache.has(text)) {
    pending = new AbortController();
    try {
      const response = await fetch(`/jobs/suggest?q=${encodeURIComponent(text)}`, { signal: pending.signal });
      if (!response.ok) return close();
      cache.set(text, (await response.json()).suggestions);
    } catch {
      return close();
    }
  }
  if (text === box.value.trim() && document.activeElement === box) show(cache.get(text), text);
}

function show(suggestions, text) {
  active = -1;
  isAwaited = false;
  list.replaceChildren(...suggestions.map((suggestion, index) => optionFor(suggestion, index, text)));
  if (suggestions.length) loadChoice();
  setOpen(suggestions.length > 0);
  status.textContent = suggestions.length ? `${suggestions.length} suggestion${suggestions.length > 1 ? "s" : ""}` : "";
}

function optionFor(suggestion, index, text) {
  const option = element("li", { id: `suggestion-${index}`, role: "option", ariaSelected: "false" });
  Object.assign(option.dataset, { kind: suggestion.kind, address: suggestion.address });
  const label = element("span", { className: "label" });
  label.append(...highlight(suggestion.label, text));
  const count = element("span", { className: "number", textContent: suggestion.count.toLocaleString("en") });
  count.append(element("span", { className: "visually-hidden", textContent: suggestion.count === 1 ? " job" : " jobs" }));
  option.append(label, element("span", { className: "kind", textContent: KIND_LABELS[suggestion.kind] }), count);
  return option;
}

function highlight(label, text) {
  const prefixes = text.toLowerCase().split(/\s+/);
  return label.split(/(\s+)/).flatMap((word) => {
    const length = Math.max(0, ...prefixes.filter((prefix) => word.toLowerCase().startsWith(prefix)).map((prefix) => prefix.length));
    return length ? [element("b", { textContent: word.slice(0, length) }), word.slice(length)] : [word];
  });
}

function setOpen(isOpen) {
  list.hidden = !isOpen;
  box.setAttribute("aria-expanded", String(isOpen));
  if (!isOpen) activate(-1);
}

function close() {
  clearTimeout(timer);
  pending?.abort();
  isAwaited = false;
  setOpen(false);
  status.textContent = "";
}

function activate(index) {
  list.children[active]?.setAttribute("aria-selected", "false");
  active = index;
  const option = list.children[active];
  if (!option) return box.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", option.id);
}

function onKey(event) {
  isPressed = false;
  const count = list.children.length;
  const targets = { ArrowDown: active + 1 >= count ? -1 : active + 1, ArrowUp: active < 0 ? count - 1 : active - 1 };
  if (event.key in targets && count) {
    event.preventDefault();
    if (list.hidden) setOpen(true);
    activate(targets[event.key]);
  } else if (event.key === "Escape" && (isAwaited || !list.hidden)) {
    // The first Escape is for the suggestions, those on their way too.
    event.preventDefault();
    close();
  } else if (list.hidden) {
    return;
  } else if (event.key === "Enter" && active >= 0) {
    event.preventDefault();
    choose(list.children[active]);
  }
}

async function choose(option) {
  close();
  (await loadChoice()).chooseSuggestion(box, option);
}
