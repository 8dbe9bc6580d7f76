// Asks the server what is new in all followed searches, in one request.
import { situationInAddress } from "./address-situation.js";
import { element } from "./element.js";
import * as store from "./saved-store.js";

// [query, {title, at}], the last followed first.
export const followedSearches = () => Object.entries(store.load().follows).sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));

// Query → the section that the server has drawn, with `cards` of its newest jobs. Throws if it cannot be had.
export async function fetchNews(queries, cards) {
  store.visit();
  const body = new URLSearchParams([...queries.map((query) => ["search", query]), ["since", store.load().visits.before], ["cards", cards]]);
  const response = await fetch(`/following/news${situationInAddress("?")}`, { method: "POST", body });
  if (!response.ok) throw new Error(response.statusText);
  const { children } = element("div", { innerHTML: await response.text() });
  return new Map([...children].map((section) => [section.dataset.query, section]));
}
