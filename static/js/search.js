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
