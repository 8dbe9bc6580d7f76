// What a typed text means among the places of a list.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const cache = new Map();

// { certainty, places: [{ option, label }], left }: `left`, the first place that the list does not have.
export async function lookUp(text, select) {
  const options = new Map([...select.options].reverse().map((option) => [option.value, option]));
  const answer = await ask(text);
  if (!answer) return { certainty: "begins", places: matching(text, select) };
  const places = answer.places.filter(({ code }) => options.has(code));
  return {
    certainty: answer.certainty,
    left: places.length ? "" : answer.places[0]?.label,
    places: places.map(({ code, label }) => ({ option: options.get(code), label: label.includes("→") ? label : options.get(code).text })),
  };
}

async function ask(text) {
  if (!cache.has(text)) {
    try {
      const response = await fetch(`/places/suggest?q=${encodeURIComponent(text)}`);
      if (!response.ok) return null;
      cache.set(text, await response.json());
    } catch {
      return null;
    }
  }
  return cache.get(text);
}

// Without the server, or before it answers: names with a word that begins like each word of the text.
export function matching(text, select) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const names = [...select.options].map((option) => [option, ` ${plain(option.text).replace(/[:(]/g, " ")}`]);
  const matches = names.filter(([, name]) => words.every((word) => name.includes(` ${word}`)));
  // "United States: Ohio" begins with "ohio" as well: names that begin like the text come first.
  const beginsSo = ([option]) => plain(option.text).split(": ").some((name) => name.startsWith(words.join(" ")));
  return [...matches.filter(beginsSo), ...matches.filter((match) => !beginsSo(match))].map(([option]) => ({ option, label: option.text }));
}

export function messageFor(text, { certainty, places, left }) {
  if (left && certainty !== "guess") return `No job here is open to people in ${left.replace(/^.*→ /, "")}.`;
  if (certainty === "several") return `Several places are called “${text}”. Choose one of them.`;
  if (certainty === "begins" && places.length) return `“${text}” is not a whole name. Did you mean ${places[0].label}?`;
  const guess = certainty === "guess" && places.length ? ` Did you mean ${places[0].label}?` : " Choose a country or a state.";
  return `We do not know the place “${text}”.${guess}`;
}
