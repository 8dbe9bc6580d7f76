// The button of a page of results that follows its search.
import { element } from "./element.js";
import * as store from "./saved-store.js";

const status = element("p", { className: "visually-hidden", role: "status" });
document.querySelector("main").append(status);

// `problem`: shown, not only read out.
function announce(message, problem = store.problem) {
  status.textContent = problem || message;
  status.className = problem ? "toast" : "visually-hidden";
}

function refresh() {
  const { follows } = store.load();
  for (const button of document.querySelectorAll("[data-follow]")) {
    const isFollowed = button.dataset.follow in follows;
    button.classList.toggle("followed-already", isFollowed);
    button.replaceChildren(isFollowed ? "Following" : "Follow this search");
    if (isFollowed) button.append(element("span", { className: "visually-hidden", textContent: " this search. Stop" }));
    button.title = isFollowed ? "Press to stop" : "See what is new at your next visit";
  }
}

function toggle({ follow: query, title }) {
  const { follows } = store.load();
  if (query in follows) {
    store.change((data) => delete data.follows[query]);
    announce(`You no longer follow ${title}. Press again to follow it.`);
  } else if (Object.keys(follows).length >= store.MAX_FOLLOWS) {
    announce("", `You follow ${store.MAX_FOLLOWS} searches already, which is the most. Stop following one first.`);
  } else {
    store.change((data) => (data.follows[query] = { title, at: store.now() }));
    announce(`You follow ${title}. What is new in it shows under “Following”.`);
  }
}

// On the document, because the results are swapped.
document.addEventListener("click", ({ target, detail }) => {
  const button = target.closest("[data-follow]");
  if (button && detail < 2) toggle(button.dataset);
});
document.addEventListener("saved-store-change", refresh);
document.addEventListener("htmx:afterSwap", refresh);
refresh();
