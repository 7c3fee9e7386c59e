import type { PaperRecord } from './types';

const DAY = 86_400_000;

/**
 * Returns why a listing is refused: one with a future day would be above all others until that day.
 */
export function refuseFuture({ listing }: PaperRecord, now: Date): string | null {
  const ahead = listing
    ? Math.max(Date.parse(listing.at), Date.parse(listing.day)) - now.getTime()
    : 0;
  return ahead > DAY ? 'on a list of a day to come' : null;
}
