import type { Plan, Subject } from './types';

/** `08:00` */
export const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** `Europe/Berlin` with spaces instead of underscores. */
export const zoneWords = (zone: string): string => zone.replaceAll('_', ' ');

/** `every Monday at 08:00 (Europe/Berlin)` */
export function planWords({ cadence, hour, timeZone }: Plan): string {
  const when = {
    daily: 'every day',
    weekly: 'every Monday',
    monthly: 'on the first of every month',
  }[cadence];
  return `${when} at ${hourWords(hour)} (${zoneWords(timeZone)})`;
}

type About = { about: Subject; topics: string[]; searchName?: string | null };

/** `papers in cs.LG and stat.ML` */
export function aboutWords({ about, topics, searchName }: About): string {
  if (about === 'topics') return `papers in ${new Intl.ListFormat('en').format(topics)}`;
  if (about === 'follows') return 'papers from what you follow';
  if (about === 'for_you') return 'papers chosen for you';
  if (about === 'search') return `papers found by “${searchName ?? ''}”`;
  return 'papers';
}
