// The form offers what this device knows, and only the states of the country that is chosen.
const [country, state, zone, offer] = ["my_country", "my_state", "my_tz", "here"].map((id) => document.getElementById(id));

function fit() {
  for (const group of state.querySelectorAll("optgroup")) group.hidden = group.label !== country.selectedOptions[0].text;
  if (!state.value.startsWith(country.value) || !country.value) state.value = "";
}

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if ([...zone.options].some((option) => option.value === here)) {
  offer.textContent = `Use this device’s: ${here.replaceAll("_", " ")}`;
  offer.addEventListener("click", () => { zone.value = here; zone.focus(); });
} else offer.remove();
country.addEventListener("change", fit);
fit();
