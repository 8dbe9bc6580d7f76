// Favourite employers: a star on cards, and a button beside the employer on the page of a job.
import { element } from "./element.js";
import * as store from "./saved-store.js";

const STAR = "M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z";

function toggle({ company }, name, announce) {
  const isFavourite = company in store.load().favourites;
  store.change((data) => {
    if (isFavourite) return delete data.favourites[company];
    data.favourites[company] = { title: name, at: store.now() };
    delete data.companies[company];
  });
  announce(isFavourite ? `${name} is no longer a favourite.` : `${name} is a favourite: its jobs have a star.`);
}

function starButton(article, name, announce) {
  const button = element("button", { type: "button", className: "star-button", ariaLabel: `Favourite employer: ${name}`, title: "Favourite employer" });
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${STAR}"/></svg>`;
  button.addEventListener("click", () => toggle(article.dataset, name, announce));
  return button;
}

export function markFavourites({ favourites }, announce) {
  for (const article of document.querySelectorAll("article[data-company]")) {
    const isFavourite = article.dataset.company in favourites;
    article.classList.toggle("favourite", isFavourite);
    const company = article.querySelector(".listing-head .company");
    if (!company) continue;
    if (!company.querySelector(".star-button")) company.append(" ", starButton(article, company.textContent.trim(), announce));
    company.querySelector(".star-button").setAttribute("aria-pressed", String(isFavourite));
  }
}
