// Escape, and a phone's way back, close the open sheet of filters and not what lies below it.
const sheet = () => document.getElementById("filter-sheet");
let watcher;

function close() {
  if (!sheet()?.open) return;
  sheet().open = false;
  sheet().querySelector("summary").focus();
}

function watch() {
  const isOpen = Boolean(sheet()?.open);
  if (!window.CloseWatcher || isOpen === Boolean(watcher)) return;
  watcher?.destroy();
  watcher = isOpen ? new CloseWatcher() : undefined;
  watcher?.addEventListener("close", close);
}

// Toggling does not bubble; results that are swapped bring a new sheet.
document.addEventListener("toggle", watch, true);
document.addEventListener("keydown", (event) => {
  // Suggestions that are open in the sheet take the first one.
  if (event.key === "Escape" && !event.defaultPrevented) close();
});
watch();
