import { readContents } from './contents';
import { placesOf } from './places';
import type { Cadence } from './types';

const DAY = 86_400_000;
const DAYS: Record<Cadence, number> = { daily: 1, weekly: 7, monthly: 30 };

/** Renders the mail that a subscriber would get now. Its unsubscribe link ends nothing. */
export async function previewDigest(cadence: Cadence): Promise<{ html: string; text: string }> {
  // Imported on demand: the renderer must not be bundled with pages.
  const { digestMail } = await import('./letter');
  const to = new Date();
  const from = new Date(to.getTime() - DAYS[cadence] * DAY);
  const day = to.toISOString().slice(0, 10);
  const about = 'everything' as const;
  return digestMail({
    to: 'reader@example.org',
    token: 'preview',
    plan: { cadence, hour: 8, timeZone: 'UTC' },
    day,
    places: placesOf({ about, topics: [], cadence, from, search: null }),
    about,
    topics: [],
    searchName: null,
    own: true,
    contents: await readContents({ about, topics: [], searchId: null, userId: null }, { from, to }),
  });
}
