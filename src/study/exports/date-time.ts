// In: a date as a researcher states it, ISO 8601, as exact as known. Out: the same as RFC 3339 and XML Schema want it, or null.

import { isCalendarDate } from '../model/calendar-date.ts';

/** `2023`, `2023-04`, `2023-04-05` → `2023-04-05T00:00:00Z`; what is no day of the calendar is no date. */
export function dateTime(date: string): string | null {
  if (!isCalendarDate(date)) return null;
  const [year = '', month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}T00:00:00Z`;
}
