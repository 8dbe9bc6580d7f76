// What a chosen suggestion does. On the front page it is kept in the box until the rest of the form is filled in too.
let waiting;

export function chooseSuggestion(box, { dataset: { kind, address }, firstChild }) {
  const { form } = box;
  const country = form.my_country;
  if (!country?.options || country.value || kind === "place") return search(form, address);
  if (!waiting) form.addEventListener("submit", onSubmit);
  box.value = firstChild.textContent;
  waiting = { box, text: box.value, address };
  (document.getElementById(`${country.id}-find`) ?? country).focus();
}

function onSubmit(event) {
  const { box, text, address } = waiting;
  // A button with an address of its own is for another page.
  if (text !== box.value || event.submitter?.hasAttribute("formaction")) return;
  event.preventDefault();
  search(box.form, address);
}

// A role replaces the words, a place the country; a skill or a company joins the rest.
// The address cannot tell which.
function search(form, address) {
  const target = new URL(address, location);
  const params = new URLSearchParams([...new FormData(form)].filter(([name, value]) => name !== "q" && (value || name === "my_tz")));
  for (const [name, value] of target.searchParams) {
    if (name === "country") params.set(name, value);
    else if (!params.getAll(name).includes(value)) params.append(name, value);
  }
  location.assign(`${target.pathname}?${params}`);
}
