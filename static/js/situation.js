// Fills in time zone and currency from the device, then from the chosen country or state, until the reader sets them.
const [place, zone, currency, deviceZone, noRate] = ["place", "my_tz", "my_currency", "here", "no-rate"].map((id) => document.getElementById(id));
const defaults = JSON.parse(place.dataset.defaults);
const zonesByCurrency = JSON.parse(currency.dataset.zones);
const deviceTime = Intl.DateTimeFormat().resolvedOptions().timeZone;
const timeZone = JSON.parse(zone.dataset.renamed)[deviceTime] ?? deviceTime;
const region = new Intl.Locale(navigator.language).maximize().region;
// A language says less of where somebody lives than a clock: many read English.
const deviceCurrency = Object.keys(zonesByCurrency).find((code) => zonesByCurrency[code].split(" ").includes(timeZone)) ?? defaults[region]?.[0];
const isNew = !place.value && !zone.value;
const ours = new Set([zone, currency].filter((list) => isNew || !list.value));

const offers = (list, value) => [...list.options].some((option) => option.value === value);

function fillIn(list, ...values) {
  const value = values.find((value) => value && offers(list, value));
  if (ours.has(list) && value) list.value = value;
}

function fillFromPlace() {
  const [placeCurrency, placeZone, withoutRate] = defaults[place.value] ?? defaults[place.value.slice(0, 2)] ?? [];
  fillIn(zone, placeZone, timeZone);
  fillIn(currency, placeCurrency, deviceCurrency);
  noRate.querySelector("span").textContent = withoutRate ?? "";
  noRate.hidden = !withoutRate;
}

for (const list of [zone, currency]) list.addEventListener("change", () => ours.delete(list));
place.addEventListener("change", fillFromPlace);
if (!zone.value) fillFromPlace();

if (offers(zone, timeZone)) {
  const label = `Use this device’s time zone: ${timeZone.replaceAll("_", " ")}`;
  const update = () => { deviceZone.hidden = zone.value === timeZone; };
  deviceZone.textContent = label;
  deviceZone.addEventListener("click", () => { zone.value = timeZone; ours.delete(zone); update(); zone.focus(); });
  for (const list of [zone, place]) list.addEventListener("change", update);
  update();
}
