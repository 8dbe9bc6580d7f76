// The admin's pages work without this. It shows the result of a fetch when it is there, and what a preview waits for.
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 10000;

async function follow(state, pause = FIRST_PAUSE) {
  await new Promise((resolve) => setTimeout(resolve, pause));
  let answer;
  try {
    answer = await (await fetch(state.dataset.fetchState, { headers: { Accept: "application/json" } })).json();
  } catch {
    // Signed out, or the server restarts: the next load of the page tells.
    return;
  }
  state.innerHTML = answer.html;
  if (answer.running) await follow(state, Math.min(pause * 1.5, LONGEST_PAUSE));
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-fetch-state]").forEach((state) => follow(state));
  document.querySelectorAll("form[data-waits-for]").forEach((form) => {
    form.addEventListener("submit", () => {
      form.querySelector("[data-waiting]").textContent = form.dataset.waitsFor;
    });
  });
});
