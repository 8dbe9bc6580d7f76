// Makes lists of places boxes in which one types to find: the combobox pattern of the ARIA Authoring Practices.
import { element } from "./element.js";

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

class PlacePicker {
  constructor(select) {
    this.select = select;
    this.active = null;
    const id = `${select.id}-find`;
    this.list = element("div", { id: `${id}-list`, className: "suggestions", role: "listbox", ariaLabel: "Places", hidden: true });
    this.box = element("input", { id, type: "text", role: "combobox", autocomplete: "off", spellcheck: false, maxLength: 80, required: select.required });
    for (const [name, value] of [["aria-autocomplete", "list"], ["aria-controls", this.list.id], ["aria-expanded", "false"]]) this.box.setAttribute(name, value);
    for (const label of [...select.labels]) label.htmlFor = id;
    const around = element("span", { className: "picker" });
    around.append(this.box, this.list);
    select.after(around);
    select.hidden = true;
    select.required = false;
    this.options = [...select.options].map((option) => this.optionFor(option));
    this.box.addEventListener("input", () => this.show(this.box.value));
    this.box.addEventListener("click", () => this.show(""));
    this.box.addEventListener("focus", () => this.box.select());
    this.box.addEventListener("keydown", (event) => this.onKey(event));
    this.box.addEventListener("blur", () => this.leave());
    // Only a choice changes the form, not what is typed on the way to it.
    for (const kind of ["change", "input"]) this.box.addEventListener(kind, (event) => event.stopPropagation());
    // Or the box would lose the focus, and the list close, before the click.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(option);
    });
    select.addEventListener("change", () => this.write());
    this.write();
  }

  optionFor(option) {
    const item = element("div", { id: `${this.select.id}-place-${option.index}`, role: "option", ariaSelected: "false", textContent: option.text });
    Object.assign(item.dataset, { index: option.index, text: ` ${plain(option.text).replace(/[:(]/g, " ")}`, group: option.parentElement.label ?? "" });
    return item;
  }

  get isOpen() {
    return !this.list.hidden;
  }

  write() {
    const option = this.select.selectedOptions[0];
    this.box.value = option?.value ? option.text : "";
    this.box.placeholder = this.select.options[0].value ? "" : this.select.options[0].text;
  }

  show(text) {
    const words = plain(text).split(/\s+/).filter(Boolean);
    const matches = this.options.filter((item) => words.every((word) => item.dataset.text.includes(` ${word}`)));
    const labels = [...new Set(matches.map((item) => item.dataset.group))];
    this.list.replaceChildren(...labels.map((label) => groupOf(label, matches.filter((item) => item.dataset.group === label))));
    this.setOpen(matches.length > 0);
    this.activate(words.length ? matches[0] : null);
  }

  setOpen(isOpen) {
    this.list.hidden = !isOpen;
    this.box.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) this.activate(null);
  }

  activate(item) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = item ?? null;
    if (!item) return this.box.removeAttribute("aria-activedescendant");
    item.setAttribute("aria-selected", "true");
    item.scrollIntoView({ block: "nearest" });
    this.box.setAttribute("aria-activedescendant", item.id);
  }

  choose(item) {
    this.setOpen(false);
    this.select.selectedIndex = Number(item.dataset.index);
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // An emptied box takes the choice back; a text that names no place leaves it as it was.
  leave() {
    this.setOpen(false);
    if (!this.box.value.trim() && this.select.value) this.choose(this.options[0]);
    else this.write();
  }

  onKey(event) {
    const items = [...this.list.querySelectorAll("[role=option]")];
    const at = items.indexOf(this.active);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!this.isOpen) return this.show("");
      this.activate(items.at(event.key === "ArrowDown" ? (at + 1) % items.length : Math.max(at, 0) - 1));
    } else if (event.key === "Enter" && this.isOpen && this.active) {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === "Escape") {
      if (this.isOpen) event.preventDefault();
      this.setOpen(false);
      this.write();
    }
  }
}

function groupOf(label, items) {
  if (!label) return items[0];
  const group = element("div", { role: "group", ariaLabel: label });
  group.append(element("div", { className: "part", ariaHidden: "true", textContent: label }), ...items);
  return group;
}

function start() {
  for (const select of document.querySelectorAll("select[data-find]:not([hidden])")) new PlacePicker(select);
}

start();
document.addEventListener("htmx:afterSwap", start);
