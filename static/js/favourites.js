// The button that makes the employer of a job a favourite.
import { element } from "./element.js";
import { announce } from "./job-actions.js";
import * as store from "./saved-store.js";

const STAR = "M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z";

function toggle(slug, name) {
  const isFavourite = slug in store.load().favourites;
  store.change((data) => {
    if (isFavourite) return delete data.favourites[slug];
    data.favourites[slug] = { title: name, at: store.now() };
    delete data.companies[slug];
  });
  announce(isFavourite ? `${name} is no longer a favourite.` : `${name} is a favourite: its jobs have a star.`);
}

export function addStar(article, signal) {
  const line = article.querySelector(".company");
  const slug = article.dataset.company;
  const name = line.textContent.trim();
  const button = element("button", { type: "button", className: "star-button", ariaLabel: `Favourite employer: ${name}`, title: "Favourite employer" });
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${STAR}"/></svg>`;
  button.addEventListener("click", ({ detail }) => { if (detail < 2) toggle(slug, name); });
  line.append(" ", button);
  const refresh = () => (button.ariaPressed = slug in store.load().favourites);
  document.addEventListener("saved-store-change", refresh, { signal });
  refresh();
}
