// What swapping results without a new page would otherwise lose: where the keyboard is, and what is in view.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id !== "results" || document.activeElement?.id === "q") return;
  const heading = document.getElementById("found");
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "nearest" });
});

// Back and forward bring an address back, so the box must hold that address's words.
document.addEventListener("htmx:historyRestore", () => {
  const box = document.getElementById("q");
  if (box) box.value = new URLSearchParams(location.search).get("q") ?? "";
});

// A long list of choices gets a box that narrows it.
const LONG = 12;

function addBoxes() {
  for (const list of document.querySelectorAll(".group .choices")) {
    if (list.children.length <= LONG || list.previousElementSibling?.matches("input")) continue;
    const box = document.createElement("input");
    const name = list.closest(".group").querySelector("h3").textContent;
    Object.assign(box, { type: "search", className: "list-search", placeholder: "Find", ariaLabel: `Find in ${name}` });
    box.addEventListener("input", () => {
      const wanted = box.value.trim().toLowerCase();
      for (const item of list.children) item.hidden = !item.textContent.toLowerCase().includes(wanted);
    });
    list.before(box);
  }
}

addBoxes();
document.addEventListener("htmx:afterSettle", addBoxes);
