/** When this browser last looked at a discussion; kept here alone, and nothing is asked for it. */
const place = (paperId: number): string => `papertide:discussion:${paperId}`;

/** A look that is younger than this is still the same visit. Milliseconds. */
const VISIT = 30 * 60_000;

type Seen = { before: string; last: string };

function read(paperId: number): Seen | null {
  try {
    const seen = JSON.parse(localStorage.getItem(place(paperId)) ?? 'null');
    return typeof seen?.before === 'string' && typeof seen.last === 'string' ? seen : null;
  } catch {
    return null;
  }
}

/**
 * Notes that the discussion is looked at now, and answers since when what was said is new to the
 * reader (ISO time); null on the first visit.
 */
export function visitDiscussion(paperId: number, now = new Date()): string | null {
  const seen = read(paperId);
  const same = seen && now.getTime() - Date.parse(seen.last) < VISIT;
  const before = same ? seen.before : (seen?.last ?? '');
  try {
    localStorage.setItem(place(paperId), JSON.stringify({ before, last: now.toISOString() }));
  } catch {
    // Storage may be forbidden or full: then nothing is marked the next time.
  }
  return before || null;
}
