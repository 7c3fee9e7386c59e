import type { OverlayResponse, PaperOverlay } from './types';

type FetchMany = (ids: number[]) => Promise<OverlayResponse>;

/** Most ids per request, as limited by the route. */
const MOST = 200;

/**
 * Creates a loader for one paper that batches the papers requested within `delay` ms into one
 * request. Returns null if the server does not know the paper.
 */
export function createOverlayLoader(fetchMany: FetchMany, delay = 20) {
  type Waiting = { resolve: (overlay: PaperOverlay | null) => void; reject: (e: unknown) => void };
  let waiting = new Map<number, Waiting[]>();

  const flush = async () => {
    const asked = waiting;
    waiting = new Map();
    const ids = [...asked.keys()];
    for (let start = 0; start < ids.length; start += MOST) {
      const batch = ids.slice(start, start + MOST);
      fetchMany(batch).then(
        (response) => {
          const [upvoted, saved] = [new Set(response.upvoted), new Set(response.saved)];
          const read = new Set(response.read);
          for (const id of batch) {
            const counts = response.counts[id];
            const marks = response.marks[id];
            const overlay = counts && {
              ...counts,
              upvoted: upvoted.has(id),
              asOf: response.asOf,
              ...(marks && { marks }),
              ...(saved.has(id) && { saved: true }),
              ...(read.has(id) && { read: true }),
            };
            for (const one of asked.get(id) ?? []) one.resolve(overlay ?? null);
          }
        },
        (error: unknown) => {
          for (const id of batch) for (const one of asked.get(id) ?? []) one.reject(error);
        },
      );
    }
  };

  return (id: number): Promise<PaperOverlay | null> =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) setTimeout(flush, delay);
      waiting.set(id, [...(waiting.get(id) ?? []), { resolve, reject }]);
    });
}

/** Returns the later of two states: a response in flight during a vote is outdated. */
export function newer<T extends { asOf: string }>(held: T | null | undefined, come: T | null) {
  return held && come && held.asOf > come.asOf ? held : come;
}
