// The form offers what this device knows, and asks for a state only where there is one to name.
const [country, state, zone] = ["my_country", "my_state", "my_tz"].map((id) => document.getElementById(id));

function fit() {
  const asked = ["US", "CA"].includes(country.value);
  document.getElementById("states").hidden = !asked;
  for (const group of state.querySelectorAll("optgroup")) group.hidden = group.label !== country.selectedOptions[0].text;
  if (!asked || !state.value.startsWith(country.value)) state.value = "";
}

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (!zone.value && [...zone.options].some((option) => option.value === here)) {
  const offer = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: `Use this device’s: ${here.replaceAll("_", " ")}` });
  offer.addEventListener("click", () => { zone.value = here; offer.remove(); zone.focus(); });
  zone.after(offer);
}
country.addEventListener("change", fit);
fit();
