// What swapping the results would lose: open filters, the place in their sheet, and the focus.
const byId = (id) => document.getElementById(id);
const onSwap = (event, run) => document.addEventListener(`htmx:${event}`, ({ detail }) => detail.target?.id === "results" && run());
let kept = {};

onSwap("beforeSwap", () => {
  const filters = document.querySelector(".filters");
  kept = filters ? {
    states: [...filters.querySelectorAll("details[id]")].map(({ id, open }) => [id, open]),
    scroll: byId("filter-sheet").scrollTop,
    focused: filters.contains(document.activeElement) && document.activeElement.id,
  } : {};
});

onSwap("afterSwap", () => {
  for (const [id, open] of kept.states ?? []) byId(id)?.toggleAttribute("open", open);
  if (kept.scroll) byId("filter-sheet")?.scrollTo(0, kept.scroll);
});

// Who chose in the filters stays there; everybody else comes to the new results.
onSwap("afterSettle", () => {
  if (document.activeElement?.id === "q") return;
  const target = byId(kept.focused || "found");
  target?.focus({ preventScroll: true });
  if (!kept.focused) target?.scrollIntoView({ block: "nearest" });
});

document.addEventListener("click", ({ target }) => {
  if (!target.closest(".sheet-end button")) return;
  byId("filter-sheet").open = false;
  byId("found")?.focus();
});

// Back and forward restore the results, not the box.
document.addEventListener("htmx:historyRestore", () => {
  byId("q").value = new URLSearchParams(location.search).get("q") ?? "";
});

// A list that is opened gets a box to search it if it is long. Toggle events do not bubble.
document.addEventListener("toggle", ({ target }) => {
  if (target.open && target.matches(".group")) import("./list-search.js").then(({ addListSearch }) => addListSearch(target));
}, true);

// Most searches never choose a place: the box for it is loaded by who comes near the filters.
for (const kind of ["focusin", "pointerover"]) {
  document.addEventListener(kind, (event) => { if (event.target.closest?.(".filters")) import("./place-picker.js"); });
}
