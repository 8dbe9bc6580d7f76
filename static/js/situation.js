// Offers the device's own time zone, and only the states of the chosen country.
const [country, state, zone, deviceZone] = ["my_country", "my_state", "my_tz", "here"].map((id) => document.getElementById(id));

// CSS hides the whole field unless the country has states.
function limitStates() {
  for (const group of state.querySelectorAll("optgroup")) group.hidden = group.label !== country.selectedOptions[0].text;
  if (!state.value.startsWith(country.value) || !country.value) state.value = "";
}

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
if ([...zone.options].some((option) => option.value === timeZone)) {
  deviceZone.textContent = `Use this device’s time zone: ${timeZone.replaceAll("_", " ")}`;
  deviceZone.addEventListener("click", () => { zone.value = timeZone; zone.focus(); });
} else deviceZone.remove();
country.addEventListener("change", limitStates);
limitStates();
