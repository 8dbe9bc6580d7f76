// What a swap of the results without a new page would lose: the keyboard's place, and the reader's.
document.addEventListener("htmx:afterSettle", (event) => {
  // Whoever is typing stays in the box.
  if (event.detail.target?.id !== "results" || document.activeElement?.id === "q") return;
  const heading = document.getElementById("found");
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "nearest" });
});

// Back and forward restore the address and the results, but not the box, which is outside of them.
document.addEventListener("htmx:historyRestore", () => {
  const box = document.getElementById("q");
  if (box) box.value = new URLSearchParams(location.search).get("q") ?? "";
});

// From this length on, a list of choices gets a search box.
const LONG_LIST = 12;

function addListSearch() {
  for (const list of document.querySelectorAll(".group .choices")) {
    if (list.children.length <= LONG_LIST || list.previousElementSibling?.matches("input")) continue;
    const box = document.createElement("input");
    const title = list.closest(".group").querySelector("h3").textContent;
    Object.assign(box, { type: "search", className: "list-search", placeholder: "Find", ariaLabel: `Find in ${title}` });
    box.addEventListener("input", () => {
      const text = box.value.trim().toLowerCase();
      for (const choice of list.children) choice.hidden = !choice.textContent.toLowerCase().includes(text);
    });
    list.before(box);
  }
}

addListSearch();
document.addEventListener("htmx:afterSettle", addListSearch);
