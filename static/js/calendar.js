// The dates of applications as an iCalendar file (RFC 5545): days, not times.
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

// Lines are 75 octets at most; those that go on begin with a space. No sign is cut in two.
function folded(line) {
  const lines = [];
  let piece = "", size = 0;
  for (const sign of line) {
    const octets = new TextEncoder().encode(sign).length;
    if (size + octets > 75) {
      lines.push(piece);
      piece = " ";
      size = 1;
    }
    piece += sign;
    size += octets;
  }
  return [...lines, piece].join("\r\n");
}

export function calendar(jobs, site) {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const events = jobs.filter(([, job]) => job.date).flatMap(([id, job]) => [
    "BEGIN:VEVENT",
    `UID:${id}@${site.hostname}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${job.date.replaceAll("-", "")}`,
    `SUMMARY:${escaped(`${job.event || "Application"}: ${job.title}, ${job.company}`)}`,
    ...(job.note ? [`DESCRIPTION:${escaped(job.note)}`] : []),
    `URL:${site.origin}/jobs/${id}/`,
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elsewhere//Applications//EN", ...events, "END:VCALENDAR"];
  return lines.map(folded).join("\r\n") + "\r\n";
}
