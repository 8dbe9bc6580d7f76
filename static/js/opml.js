// Feeds of searches as OPML 2.0, which feed readers import.
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeText = (text) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]);

// `searches`: pairs of query and {title}; `origin`: of this site.
export function opml(searches, origin) {
  const outlines = searches.map(([query, { title }]) => {
    const suffix = query && `?${query}`;
    // A search by words begins with the best match, which no feed may.
    const newest = new URLSearchParams(query).has("q") ? "&sort=new" : "";
    const attributes = { type: "rss", text: title, xmlUrl: `${origin}/jobs.rss${suffix}${newest}`, htmlUrl: `${origin}/jobs/${suffix}` };
    return `    <outline ${Object.entries(attributes).map(([name, value]) => `${name}="${escapeText(value)}"`).join(" ")}/>`;
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">', "  <head><title>Followed searches</title></head>", "  <body>", ...outlines, "  </body>", "</opml>", ""].join("\n");
}
