// What swapping the results would lose: open filters, the place in their sheet, and the focus.
let kept = null;

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target?.id !== "results") return;
  const filters = document.querySelector(".filters");
  kept = filters && {
    states: [...filters.querySelectorAll("details[id]")].map(({ id, open }) => [id, open]),
    scroll: document.getElementById("filter-sheet").scrollTop,
    focused: filters.contains(document.activeElement) ? document.activeElement.id : "",
  };
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id !== "results") return;
  addListSearch();
  for (const [id, open] of kept?.states ?? []) document.getElementById(id)?.toggleAttribute("open", open);
  const sheet = document.getElementById("filter-sheet");
  if (sheet && kept) sheet.scrollTop = kept.scroll;
});

// Who chose in the filters stays there; everybody else comes to the new results.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id !== "results" || document.activeElement?.id === "q") return;
  if (kept?.focused) return document.getElementById(kept.focused)?.focus({ preventScroll: true });
  const heading = document.getElementById("found");
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "nearest" });
});

document.addEventListener("click", (event) => {
  if (!event.target.closest(".sheet-end button")) return;
  document.getElementById("filter-sheet").open = false;
  document.getElementById("found")?.focus();
});

// Back and forward restore the results, not the box.
document.addEventListener("htmx:historyRestore", () => {
  const box = document.getElementById("q");
  if (box) box.value = new URLSearchParams(location.search).get("q") ?? "";
});

const LONG_LIST = 12;

function addListSearch() {
  for (const group of document.querySelectorAll(".group")) {
    const choices = [...group.querySelectorAll(".choices > li")];
    if (choices.length <= LONG_LIST || group.querySelector(".list-search")) continue;
    const box = document.createElement("input");
    const title = group.querySelector("h3").textContent;
    Object.assign(box, { type: "search", className: "list-search", placeholder: "Find", ariaLabel: `Find in ${title}` });
    box.addEventListener("input", () => {
      const text = box.value.trim().toLowerCase();
      if (text) group.querySelector(".rest")?.setAttribute("open", "");
      for (const choice of choices) choice.hidden = !choice.textContent.toLowerCase().includes(text);
    });
    group.querySelector("summary").after(box);
  }
}

addListSearch();
