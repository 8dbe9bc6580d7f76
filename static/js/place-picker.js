// Makes lists of places boxes in which one types to find: the combobox pattern of the ARIA Authoring Practices.
// What a name means, the server knows (/places/suggest); without an answer the names in the list are searched.
import { element } from "./element.js";
import { lookUp, matching, messageFor } from "./place-names.js";

const DEBOUNCE_MS = 60;
const pickers = new Map();

class PlacePicker {
  constructor(select) {
    this.select = select;
    this.active = null;
    const id = `${select.id}-find`;
    this.list = element("div", { id: `${id}-list`, className: "suggestions", role: "listbox", ariaLabel: "Places", hidden: true });
    this.note = element("span", { id: `${id}-note`, className: "picker-note", role: "status" });
    this.box = element("input", { id, type: "text", role: "combobox", autocomplete: "off", spellcheck: false, maxLength: 80, required: select.required });
    const attributes = { "aria-autocomplete": "list", "aria-controls": this.list.id, "aria-expanded": "false", "aria-describedby": this.note.id };
    for (const [name, value] of Object.entries(attributes)) this.box.setAttribute(name, value);
    for (const label of [...select.labels]) label.htmlFor = id;
    const around = element("span", { className: "picker" });
    around.append(this.box, this.list, this.note);
    select.after(around);
    const hadFocus = document.activeElement === select;
    select.hidden = true;
    select.required = false;
    this.box.addEventListener("input", () => this.onInput());
    this.box.addEventListener("click", () => { if (!this.isUnsettled) this.showAll(); });
    this.box.addEventListener("focus", () => this.box.select());
    this.box.addEventListener("keydown", (event) => this.onKey(event));
    this.box.addEventListener("blur", () => this.leave());
    // Only a choice changes the form, not what is typed on the way to it.
    for (const kind of ["change", "input"]) this.box.addEventListener(kind, (event) => event.stopPropagation());
    // Or the box would lose the focus, and the list close, before the click.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]");
      if (item) this.choose(item);
    });
    select.addEventListener("change", () => this.write());
    this.write();
    if (hadFocus) this.box.focus();
  }

  get isOpen() {
    return !this.list.hidden;
  }

  // Whether the box holds a text that is not the choice.
  get isUnsettled() {
    return this.box.value.trim() !== this.box.dataset.written;
  }

  write() {
    const option = this.select.selectedOptions[0];
    this.box.value = this.box.dataset.written = option?.value ? option.text : "";
    this.box.placeholder = this.select.dataset.find || (this.select.options[0].value ? "" : this.select.options[0].text);
    this.tell("");
  }

  tell(text, isWrong = false) {
    this.note.textContent = text;
    this.box.setAttribute("aria-invalid", String(isWrong));
  }

  onInput() {
    this.tell("");
    this.hasMoved = false;
    clearTimeout(this.timer);
    const text = this.box.value.trim();
    if (!text) return this.showAll();
    // Until the server answers: the list of all places, open for an empty box, is no answer to a text.
    if (this.isUnanswered) {
      this.show(matching(text, this.select).map(({ option, label }) => this.itemFor(option, label)));
      this.isUnanswered = true;
    }
    this.timer = setTimeout(() => this.find(), DEBOUNCE_MS);
  }

  // Shows what the text may mean. Undefined if another text has come since.
  async find() {
    const text = this.box.value.trim();
    const found = await lookUp(text, this.select);
    if (text !== this.box.value.trim()) return undefined;
    if (document.activeElement === this.box) {
      const items = found.places.map(({ option, label }) => this.itemFor(option, label));
      // An answer that comes late must not move the choice under somebody's fingers.
      const kept = this.hasMoved && items.find((item) => item.id === this.active?.id);
      this.show(found.certainty === "guess" ? [groupOf("Did you mean", items)] : items);
      this.activate(kept || items[0]);
    }
    return found;
  }

  showAll() {
    const groups = Map.groupBy([...this.select.options], (option) => option.parentElement.label ?? "");
    this.show([...groups].flatMap(([label, options]) => groupOf(label, options.map((option) => this.itemFor(option, option.text)))));
    this.isUnanswered = true;
  }

  show(content) {
    this.isUnanswered = false;
    this.list.replaceChildren(...content);
    this.setOpen(content.length > 0);
  }

  itemFor(option, label) {
    const item = element("div", { id: `${this.select.id}-place-${option.index}`, role: "option", ariaSelected: "false", textContent: label });
    item.dataset.index = option.index;
    return item;
  }

  setOpen(isOpen) {
    this.list.hidden = !isOpen;
    this.box.setAttribute("aria-expanded", String(isOpen));
    this.activate(null);
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
    const label = item.textContent;
    this.setOpen(false);
    this.select.selectedIndex = Number(item.dataset.index);
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
    if (label.includes("→")) this.tell(label);
  }

  // An emptied box takes the choice back; a whole name is chosen; any other text stays, with the reason beside it.
  async settle() {
    clearTimeout(this.timer);
    if (!this.isUnsettled) return true;
    const text = this.box.value.trim();
    if (!text) {
      this.choose(this.itemFor(this.select.options[0], ""));
      return true;
    }
    const found = await this.find();
    if (!found || !this.isUnsettled) return !this.isUnsettled;
    const [place] = found.places;
    if (place && found.certainty === "exact") this.choose(this.itemFor(place.option, place.label));
    else this.tell(messageFor(text, found), true);
    return !this.isUnsettled;
  }

  leave() {
    this.setOpen(false);
    this.settle();
  }

  async chooseFirst() {
    clearTimeout(this.timer);
    const found = await this.find();
    const [place] = found?.places ?? [];
    if (place && found.certainty !== "guess") this.choose(this.itemFor(place.option, place.label));
    else await this.settle();
  }

  onKey(event) {
    const items = [...this.list.querySelectorAll("[role=option]")];
    const at = items.indexOf(this.active);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!this.isOpen) return this.isUnsettled ? this.find() : this.showAll();
      this.hasMoved = true;
      this.activate(items.at(event.key === "ArrowDown" ? (at + 1) % items.length : Math.max(at, 0) - 1));
    } else if (event.key === "Enter" && this.isOpen && this.active) {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === "Enter" && this.box.value.trim() && this.isUnsettled) {
      event.preventDefault();
      this.chooseFirst();
    } else if (event.key === "Escape") {
      if (this.isOpen) event.preventDefault();
      clearTimeout(this.timer);
      this.setOpen(false);
      this.write();
    }
  }
}

function groupOf(label, items) {
  if (!label) return items;
  const group = element("div", { role: "group", ariaLabel: label });
  group.append(element("div", { className: "part", ariaHidden: "true", textContent: label }), ...items);
  return group;
}

function start() {
  for (const select of document.querySelectorAll("select[data-find]:not([hidden])")) pickers.set(select, new PlacePicker(select));
}

// Before htmx and the browser send a form, its texts have to be places.
document.addEventListener("submit", async (event) => {
  const unsettled = [...event.target.querySelectorAll("select[data-find]")].map((select) => pickers.get(select)).filter((picker) => picker?.isUnsettled);
  if (!unsettled.length) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const settled = await Promise.all(unsettled.map((picker) => picker.settle()));
  if (settled.every(Boolean)) event.target.requestSubmit(event.submitter);
  else {
    const picker = unsettled.find((picker) => picker.isUnsettled);
    picker?.box.focus();
    picker?.find();
  }
}, true);

start();
document.addEventListener("htmx:afterSwap", start);
