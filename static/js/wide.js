// From this width on a job opens beside the list.
export const WIDE = matchMedia("(min-width: 75rem)");
export const JOB = /^\/jobs\/\d+(-[^/]*)?\/$/;
