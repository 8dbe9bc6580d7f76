// What was chosen in a box, and is searched for when the rest of the form is filled in too.
let chosen;

// `search` is called when the form is submitted, as long as nobody has changed the text in the box.
export function keepChoice(box, country, text, search) {
  if (!chosen) box.form.addEventListener("submit", onSubmit);
  box.value = text;
  chosen = { box, text, search };
  (document.getElementById(`${country.id}-find`) ?? country).focus();
}

function onSubmit(event) {
  // A button with an address of its own is for another page.
  if (chosen.text !== chosen.box.value || event.submitter?.hasAttribute("formaction")) return;
  event.preventDefault();
  chosen.search();
}
