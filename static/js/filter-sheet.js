// Escape, and a phone's way back, close the open sheet of filters and not what lies below it.
const NARROW = matchMedia("(width < 56rem)");
const sheet = () => document.getElementById("filter-sheet");
const isShown = () => document.getElementById("results").dataset.address === location.pathname + location.search;
let watcher;
// A sheet over the whole screen has a step of its own in the history, which a step back leaves.
let hasStep = false;
let isOnStep = false;
let isReturning = false;

function close() {
  if (!sheet()?.open) return;
  sheet().open = false;
  sheet().querySelector("summary").focus();
}

function watch() {
  const isOpen = Boolean(sheet()?.open);
  step(isOpen);
  if (!window.CloseWatcher || isOpen === Boolean(watcher)) return;
  watcher?.destroy();
  watcher = isOpen ? new CloseWatcher() : undefined;
  watcher?.addEventListener("close", close);
}

function step(isOpen) {
  if (isOpen && !hasStep && NARROW.matches) {
    history.pushState({ sheet: true }, "");
    hasStep = isOnStep = true;
  } else if (!isOpen && hasStep) {
    hasStep = false;
    // Unless a choice has made another since.
    if (isOnStep) go(-1);
    isOnStep = false;
  }
}

function go(delta) {
  isReturning = true;
  history.go(delta);
}

// Before all others, which would fetch the list.
addEventListener("popstate", (event) => {
  if (isReturning) {
    isReturning = false;
    event.stopImmediatePropagation();
  } else if (hasStep && sheet()?.open) {
    event.stopImmediatePropagation();
    hasStep = isOnStep = false;
    close();
    // What was chosen stays.
    if (!isShown()) go(1);
  } else if (event.state?.sheet && !isShown()) {
    event.stopImmediatePropagation();
    history.back();
  }
}, true);
// htmx, which goes on to another list, writes its own state over that of the step.
document.addEventListener("htmx:beforeHistoryUpdate", () => {
  if (isOnStep) history.replaceState({ sheet: true }, "");
  isOnStep = false;
});
// Toggling does not bubble; results that are swapped bring a new sheet.
document.addEventListener("toggle", watch, true);
document.addEventListener("keydown", (event) => {
  // Suggestions that are open in the sheet take the first one.
  if (event.key === "Escape" && !event.defaultPrevented) close();
});
watch();
