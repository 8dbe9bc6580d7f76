import { element } from "./element.js";

const LONG_LIST = 12;

export function addListSearch(group) {
  const choices = [...group.querySelectorAll(".choices > li")];
  if (choices.length <= LONG_LIST || group.querySelector(".list-search")) return;
  const ariaLabel = `Find in ${group.querySelector("h3").textContent}`;
  const box = element("input", { type: "search", className: "list-search", placeholder: "Find", ariaLabel });
  box.addEventListener("input", () => {
    const text = box.value.trim().toLowerCase();
    if (text) group.querySelector(".rest")?.setAttribute("open", "");
    for (const choice of choices) choice.hidden = !choice.textContent.toLowerCase().includes(text);
  });
  group.querySelector("summary").after(box);
}
