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
  addListSearch();
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
  const box = byId("q");
  if (box) box.value = new URLSearchParams(location.search).get("q") ?? "";
});

const LONG_LIST = 12;

function addListSearch() {
  for (const group of document.querySelectorAll(".group")) {
    const choices = [...group.querySelectorAll(".choices > li")];
    if (choices.length <= LONG_LIST || group.querySelector(".list-search")) continue;
    const box = Object.assign(document.createElement("input"), { type: "search", className: "list-search", placeholder: "Find" });
    box.ariaLabel = `Find in ${group.querySelector("h3").textContent}`;
    box.addEventListener("input", () => {
      const text = box.value.trim().toLowerCase();
      if (text) group.querySelector(".rest")?.setAttribute("open", "");
      for (const choice of choices) choice.hidden = !choice.textContent.toLowerCase().includes(text);
    });
    group.querySelector("summary").after(box);
  }
}

addListSearch();
