// What swapping the results would lose: open filters, the place in their sheet, and the focus.
const topOf = (element) => element.getBoundingClientRect().top;
const byId = (id) => document.getElementById(id);
const onSwap = (event, run) => document.addEventListener(`htmx:${event}`, ({ detail }) => detail.target?.id === "results" && run());
let kept = {};
let sent;
let isSubmitted = false;
let addListSearch;

// What is beside the list has the part below the page's header that the screen has room for.
function fit() {
  document.documentElement.style.setProperty("--above", `${Math.max(0, topOf(byId("results")))}px`);
}

for (const kind of ["scroll", "resize"]) addEventListener(kind, fit, { passive: true });
fit();

document.addEventListener("htmx:beforeRequest", () => (sent = document.activeElement.value));

onSwap("beforeSwap", () => {
  const [sheet, { activeElement }] = [byId("filter-sheet"), document];
  const focused = sheet?.contains(activeElement) && activeElement.id;
  kept = sheet ? {
    states: [sheet, ...sheet.querySelectorAll("details[id]")].map(({ id, open }) => [id, open]),
    searched: [...sheet.querySelectorAll(".list-search")].map((box) => box.closest(".group").id),
    scroll: sheet.scrollTop,
    focused,
    top: focused && topOf(activeElement) - topOf(sheet),
    typed: activeElement.value,
  } : {};
});

onSwap("afterSwap", () => {
  for (const [id, open] of kept.states ?? []) byId(id)?.toggleAttribute("open", open);
  const [sheet, target] = ["filter-sheet", kept.focused].map(byId);
  if (!sheet) return;
  for (const group of (kept.searched ?? []).map(byId)) if (group) addListSearch(group);
  sheet.scrollTop = kept.scroll;
  // What was pressed stays under the finger, whatever came or went above it.
  if (target) sheet.scrollTop += topOf(target) - topOf(sheet) - kept.top;
});

// Who pressed Enter has done with the box; who types on has not.
document.addEventListener("submit", () => (isSubmitted = true), true);
document.addEventListener("input", () => (isSubmitted = false), true);

const showWords = () => (byId("q").value = new URLSearchParams(location.search).get("q") ?? "");

// Who chose in the filters stays there; others come to the new results.
onSwap("afterSettle", () => {
  fit();
  if (document.activeElement?.id === "q" && !isSubmitted) return;
  showWords();
  const target = byId(kept.focused || "found");
  target?.focus({ preventScroll: true });
  byId("found")?.scrollIntoView({ block: "nearest" });
  // What was typed since belongs to the next search.
  if (kept.focused && kept.typed !== sent) {
    target.value = kept.typed;
    target.dispatchEvent(new Event("change", { bubbles: true }));
  }
});

document.addEventListener("click", ({ target }) => {
  if (!target.closest(".sheet-end button")) return;
  byId("filter-sheet").open = false;
  byId("found")?.focus();
});

document.addEventListener("toggle", ({ target }) => { if (target.id === "filter-sheet") import("./filter-sheet.js"); }, true);

// Of two steps back the first must not be answered last.
let restoring;
document.addEventListener("htmx:historyCacheMiss", ({ detail: { xhr } }) => {
  restoring?.abort();
  restoring = xhr;
});

// Back and forward restore the results, not the box.
document.addEventListener("htmx:historyRestore", showWords);

// A long list that a reader opens gets a search box; one that a swap opens does not: it would move what was just pressed.
document.addEventListener("click", async ({ target }) => {
  const group = target.closest(".group > summary")?.parentElement;
  if (!group || group.open) return;
  ({ addListSearch } = await import("./list-search.js"));
  // A swap while it was loaded has replaced the list.
  if (byId(group.id)) addListSearch(byId(group.id));
});

// Most searches never choose a place: the box for it is loaded by who comes near the filters.
for (const kind of ["focusin", "pointerover"]) {
  document.addEventListener(kind, (event) => { if (event.target.closest?.(".filters")) import("./place-picker.js"); });
}
