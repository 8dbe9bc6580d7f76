// The line on the front page: each followed search with the number of its new jobs.
import { element } from "./element.js";
import { fetchNews, followedSearches } from "./followed-news.js";

const line = document.querySelector("[data-followed-strip]");
const address = (query) => (query ? `/jobs/?${query}` : "/jobs/");

function link(query, title) {
  const search = element("a", { href: address(query), textContent: title });
  search.append(element("b"));
  return search;
}

async function draw() {
  const searches = followedSearches();
  if (!searches.length) return;
  const links = new Map(searches.map(([query, { title }]) => [query, link(query, title)]));
  line.replaceChildren(element("a", { href: "/following/", className: "label", textContent: "Following" }), ...links.values());
  try {
    for (const [query, { dataset }] of await fetchNews([...links.keys()], 0)) {
      if (Number(dataset.new)) links.get(query).lastChild.textContent = ` ${Number(dataset.new).toLocaleString("en")} new`;
    }
  } catch {
    line.title = "What is new could not be loaded just now.";
  }
}

draw();
