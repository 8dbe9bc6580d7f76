// Keys for those who read many jobs. One letter each, so they can be switched off, and never work while typing.
import { element } from "./element.js";

const OFF = "elsewhere-keys-off";
const KEYS = {
  "/": ["Search", () => document.getElementById("q")?.focus()],
  j: ["Next job", () => step(1)],
  k: ["Previous job", () => step(-1)],
  o: ["Open the job", () => link(current())?.click()],
  s: ["Save the job, or let it go", () => press("save")],
  x: ["Hide the job", () => press("hide")],
  "?": ["Show these keys", () => help()],
};
let dialog;

const cards = () => [...document.querySelectorAll(".cards .card")].filter((card) => card.checkVisibility());
const link = (card) => card?.querySelector("h3 a");
const current = () => document.activeElement?.closest(".card");

function step(by) {
  const all = cards();
  const next = all[Math.min(all.length - 1, Math.max(0, all.indexOf(current()) + by))];
  link(next)?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function press(act) {
  const place = current() ?? document.querySelector("article[data-id]:not(.card)");
  place?.querySelector(`button[data-act="${act}"]`)?.click();
}

function off() {
  try {
    return localStorage.getItem(OFF) === "yes";
  } catch {
    return false;
  }
}

function help() {
  dialog ??= make();
  dialog.showModal();
}

function make() {
  const made = element("dialog", { className: "keys", ariaLabel: "Keys" });
  const rows = Object.entries(KEYS).map(([key, [does]]) => {
    const row = element("div");
    row.append(element("dt"), element("dd", { textContent: does }));
    row.firstChild.append(element("kbd", { textContent: key }));
    return row;
  });
  const list = element("dl");
  list.append(...rows);
  const box = element("input", { type: "checkbox", checked: !off() });
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(OFF, box.checked ? "no" : "yes");
    } catch {
      box.checked = true;
    }
  });
  const label = element("label", { className: "check" });
  label.append(box, " Use these keys");
  const close = element("button", { className: "button", textContent: "Close" });
  const form = element("form", { method: "dialog" });
  form.append(close);
  made.append(element("h2", { textContent: "Keys" }), list, label, form);
  document.body.append(made);
  return made;
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable], dialog[open]");
  const known = KEYS[event.key];
  if (!known || typing || event.ctrlKey || event.metaKey || event.altKey || (off() && event.key !== "?")) return;
  event.preventDefault();
  known[1]();
});
