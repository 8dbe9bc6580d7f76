// Single letters, so they can be switched off (WCAG 2.1.4).
const OFF_KEY = "elsewhere-keys-off";
const NO_LETTERS = ["?", "Escape"];
// What takes letters itself.
const TYPING = "input:not([type=checkbox], [type=radio], [type=submit]), select, textarea, [contenteditable], dialog[open]";
const SHORTCUTS = {
  "/": () => document.getElementById("q")?.focus(),
  j: () => move(1),
  k: () => move(-1),
  o: () => link(currentCard())?.click(),
  s: () => press("save"),
  x: () => press("hide"),
  Escape: () => document.querySelector("body:not(:has(#filter-sheet[open])) .pane .close")?.click(),
  "?": () => showHelp(),
};
let dialog;

const visibleCards = () => [...document.querySelectorAll(".cards .card")].filter((card) => card.checkVisibility() && !card.closest(".pane"));
const link = (card) => card?.querySelector("h3 a");
// That of the job beside the list, unless another has the focus.
const currentCard = () => document.activeElement?.closest(".card") ?? document.querySelector(".card:has(h3 a[aria-current])");

function move(step) {
  const cards = visibleCards();
  let index = cards.indexOf(currentCard());
  // Where one was hidden.
  if (index < 0) index = cards.filter((card) => document.activeElement.compareDocumentPosition(card) & 2).length - (step > 0);
  const next = cards[Math.min(cards.length - 1, Math.max(0, index + step))];
  link(next)?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function press(action) {
  const article = document.activeElement?.closest(".card") ?? document.querySelector("article[data-id]:not(.card)");
  article?.querySelector(`button[data-act="${action}"]`)?.click();
}

function isOff() {
  try {
    return localStorage.getItem(OFF_KEY) === "yes";
  } catch {
    return false;
  }
}

async function showHelp() {
  const { helpDialog } = await import("./keys-help.js");
  dialog ??= helpDialog(OFF_KEY, !isOff());
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest(TYPING);
  const shortcut = SHORTCUTS[event.key];
  if (!shortcut || typing || event.ctrlKey || event.metaKey || event.altKey || (isOff() && !NO_LETTERS.includes(event.key))) return;
  // Escape is for a sheet or a dialog as well.
  if (event.key !== "Escape") event.preventDefault();
  shortcut();
});
