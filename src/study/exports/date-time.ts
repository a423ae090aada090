// In: a date as a researcher states it, ISO 8601, as exact as known. Out: the same as RFC 3339 and XML Schema want it, or null.

/** `2023`, `2023-04`, `2023-04-05` → `2023-04-05T00:00:00Z`; what is no day of the calendar is no date. */
export function dateTime(date: string): string | null {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (parts === null) return null;
  const time = `${parts[1]}-${parts[2] ?? '01'}-${parts[3] ?? '01'}T00:00:00Z`;
  const milliseconds = Date.parse(time);
  // The 31st of February would be read as a day of March.
  return Number.isNaN(milliseconds) || new Date(milliseconds).toISOString() !== time.replace('Z', '.000Z')
    ? null
    : time;
}
