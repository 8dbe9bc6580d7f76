// What swapping the results would lose.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id !== "results" || document.activeElement?.id === "q") return;
  const heading = document.getElementById("found");
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "nearest" });
});

// Back and forward restore the results, not the box.
document.addEventListener("htmx:historyRestore", () => {
  const box = document.getElementById("q");
  if (box) box.value = new URLSearchParams(location.search).get("q") ?? "";
});

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
