import { element } from "./element.js";

const DESCRIPTIONS = {
  "/": "Search",
  j: "Next job",
  k: "Previous job",
  o: "Open the job",
  s: "Save the job, or remove it",
  x: "Hide the job",
  Escape: "Close the job beside the list",
  "?": "Show these keys",
};

// The list of the keys, with a switch for all of them.
export function helpDialog(offKey, areOn) {
  const help = element("dialog", { className: "keys", ariaLabel: "Keys" });
  const rows = Object.entries(DESCRIPTIONS).map(([key, description]) => {
    const row = element("div");
    row.append(element("dt"), element("dd", { textContent: description }));
    row.firstChild.append(element("kbd", { textContent: key }));
    return row;
  });
  const list = element("dl");
  list.append(...rows);
  const checkbox = element("input", { type: "checkbox", checked: areOn });
  checkbox.addEventListener("change", () => {
    try {
      localStorage.setItem(offKey, checkbox.checked ? "no" : "yes");
    } catch {
      checkbox.checked = true;
    }
  });
  const label = element("label", { className: "check" });
  label.append(checkbox, " Use these keys");
  const close = element("button", { className: "button", textContent: "Close" });
  const form = element("form", { method: "dialog" });
  form.append(close);
  help.append(element("h2", { textContent: "Keys" }), list, label, form);
  document.body.append(help);
  return help;
}
