// The reader's situation in the address of this page, to append to another: "?my_country=DE" after "?", or "".
export function situationInAddress(separator) {
  const pairs = [...new URLSearchParams(location.search)].filter(([name]) => name.startsWith("my_"));
  return pairs.length ? `${separator}${new URLSearchParams(pairs)}` : "";
}
