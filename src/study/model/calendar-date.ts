// In: a text. Out: whether it is a date as ISO 8601 writes it, as exact as known (`2023`, `2023-04`, `2023-04-05`), and a day of the calendar.

export function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (parts === null) return false;
  const day = `${parts[1]}-${parts[2] ?? '01'}-${parts[3] ?? '01'}`;
  const milliseconds = Date.parse(day);
  // The 31st of February would be read as a day of March.
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(day);
}
