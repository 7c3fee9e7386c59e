/**
 * The storage key of the last visit to a discussion. It stays in this browser, without any request.
 */
const place = (paperId: number): string => `papertide:discussion:${paperId}`;

/** Milliseconds after which looking again is a new visit. */
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
 * Records a visit to the discussion. Returns the ISO time since which comments are new to the
 * reader; null on the first visit.
 */
export function visitDiscussion(paperId: number, now = new Date()): string | null {
  const seen = read(paperId);
  const same = seen && now.getTime() - Date.parse(seen.last) < VISIT;
  const before = same ? seen.before : (seen?.last ?? '');
  try {
    localStorage.setItem(place(paperId), JSON.stringify({ before, last: now.toISOString() }));
  } catch {
    // Storage may be forbidden or full; the next visit marks nothing then.
  }
  return before || null;
}
