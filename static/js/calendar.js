// The dates of applications as an iCalendar file (RFC 5545): whole days.
const MAX_OCTETS = 75;
const escapeText = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

// Folds a line at 75 octets; continuation lines begin with a space. Octets, not letters, but no letter may be cut.
function fold(line) {
  const lines = [];
  let current = "", octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > MAX_OCTETS) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}

// `jobs`: pairs of id and saved job, those without a date left out; `site`: the location of the page.
export function calendar(jobs, site) {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const events = jobs.filter(([, job]) => job.date).flatMap(([id, job]) => [
    "BEGIN:VEVENT",
    // The same id each time, so that a second import updates the event.
    `UID:${id}@${site.hostname}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${job.date.replaceAll("-", "")}`,
    `SUMMARY:${escapeText(`${job.event || "Application"}: ${job.title}, ${job.company}`)}`,
    ...(job.note ? [`DESCRIPTION:${escapeText(job.note)}`] : []),
    `URL:${site.origin}/jobs/${id}/`,
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elsewhere//Applications//EN", ...events, "END:VCALENDAR"];
  return lines.map(fold).join("\r\n") + "\r\n";
}
