// What swapping the results would lose: open filters, the place in their sheet, and the focus.
const topOf = (element) => element.getBoundingClientRect().top;
const byId = (id) => document.getElementById(id);
const onSwap = (event, run) => document.addEventListener(`htmx:${event}`, ({ target }) => target.id === "results" && run());
const PAY = ["salary_min", "f-currency", "f-period"];
const payOf = () => PAY.map((id) => byId(id)?.value);
const announce = (textContent, className) => Object.assign(byId("announcement"), { textContent, className });
let kept = {};
let sentPay;
let pending;
const waiting = [];
let isSubmitted = false;
let addListSearch;

// What is beside the list has the part below the page's header that the screen has room for.
function fit() {
  document.documentElement.style.setProperty("--above", `${Math.max(0, topOf(byId("results")))}px`);
}

for (const kind of ["scroll", "resize"]) addEventListener(kind, fit, { passive: true });
fit();

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  announce("", "visually-hidden");
  [sentPay] = payOf();
  pending = detail.elt;
});

// What is chosen in a list that another is about to replace is chosen again in that one.
document.addEventListener("htmx:confirm", (event) => {
  const { elt, triggeringEvent } = event.detail;
  const { id, value, checked } = elt.id ? elt : triggeringEvent.target;
  // Without an amount they ask for nothing.
  if (PAY.indexOf(id) > 0 && !payOf()[0]) return event.preventDefault();
  // The same form or link asks again for itself.
  if (!pending || pending === elt || !id || !byId("results").contains(elt)) return;
  event.preventDefault();
  waiting.push({ id, value, checked });
});

function chooseNext() {
  pending = null;
  const { id, ...choice } = waiting.shift() ?? {};
  const control = byId(id);
  if (!control) return;
  if (control.href) return control.click();
  Object.assign(control, choice).dispatchEvent(new Event("change", { bubbles: true }));
}

onSwap("beforeSwap", () => {
  const [sheet, { activeElement }] = [byId("filter-sheet"), document];
  const focused = sheet?.contains(activeElement) && activeElement.id;
  kept = sheet ? {
    states: [sheet, ...sheet.querySelectorAll("details[id]")].map(({ id, open }) => [id, open]),
    searched: [...sheet.querySelectorAll(".list-search")].map((box) => box.closest(".group").id),
    scroll: sheet.scrollTop,
    focused,
    top: focused && topOf(activeElement) - topOf(sheet),
    pay: payOf(),
  } : {};
});

onSwap("afterSwap", () => {
  for (const [id, open] of kept.states ?? []) byId(id)?.toggleAttribute("open", open);
  const [sheet, target] = ["filter-sheet", kept.focused].map(byId);
  if (!sheet) return;
  if (!payOf()[0]) PAY.forEach((id, index) => index && (byId(id).value = kept.pay?.[index] ?? byId(id).value));
  for (const group of (kept.searched ?? []).map(byId)) if (group) addListSearch(group);
  sheet.scrollTop = kept.scroll;
  // What was pressed stays under the finger, whatever came or went above it.
  if (target) sheet.scrollTop += topOf(target) - topOf(sheet) - kept.top;
});

// Who pressed Enter has done with the box.
document.addEventListener("submit", () => (isSubmitted = true), true);
document.addEventListener("input", () => (isSubmitted = false), true);

const showWords = () => (byId("q").value = new URLSearchParams(location.search).get("q") ?? "");

// Who chose in the filters stays there; others come to the new results.
onSwap("afterSettle", () => {
  fit();
  // As does a pay that was typed since.
  if (kept.pay && kept.pay[0] !== sentPay) waiting.push({ id: PAY[0], value: kept.pay[0] });
  if (document.activeElement?.id === "q" && !isSubmitted) return;
  showWords();
  byId(kept.focused || "found")?.focus({ preventScroll: true });
  byId("found")?.scrollIntoView({ block: "nearest" });
});

onSwap("afterSettle", chooseNext);
for (const kind of ["responseError", "sendError"]) {
  document.addEventListener(`htmx:${kind}`, () => {
    announce("The list did not come. Check your connection and try again.", "toast");
    chooseNext();
  });
}
document.addEventListener("htmx:sendAbort", () => (pending = null));

document.addEventListener("click", ({ target }) => {
  if (!target.closest(".sheet-end button")) return;
  byId("filter-sheet").open = false;
  byId("found")?.focus();
});

document.addEventListener("toggle", ({ target }) => { if (target.id === "filter-sheet") import("./filter-sheet.js"); }, true);

// Of two steps back the first must not be answered last.
let restoring;
document.addEventListener("htmx:historyCacheMiss", ({ detail: { xhr } }) => {
  htmx.trigger("body", "htmx:abort");
  restoring?.abort();
  restoring = xhr;
});

// Back and forward restore the results, not the box.
document.addEventListener("htmx:historyRestore", showWords);

// Not for a list that a swap opens: it would move what was just pressed.
document.addEventListener("click", async ({ target }) => {
  const group = target.closest(".group > summary")?.parentElement;
  if (!group || group.open) return;
  ({ addListSearch } = await import("./list-search.js"));
  // A swap while it was loaded has replaced the list.
  if (byId(group.id)) addListSearch(byId(group.id));
});

// Most searches never choose a place.
for (const kind of ["focusin", "pointerover"]) {
  document.addEventListener(kind, (event) => { if (event.target.closest?.(".filters")) import("./place-picker.js"); });
}
