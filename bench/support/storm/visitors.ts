import { setTimeout as sleep } from 'node:timers/promises';
import type { Paper } from './readers';

export type Visits = { pages: number; failed: number };

/** Milliseconds that a visitor looks at a page. */
const LOOK = 40;

/** Reads pages, searches and API answers one after the other until the signal. */
export async function visit(
  url: string,
  papers: Paper[],
  visitors: number,
  over: AbortSignal,
): Promise<Visits> {
  const visits: Visits = { pages: 0, failed: 0 };
  const visitOnce = async (turn: number) => {
    const slug = papers[turn % papers.length]?.slug;
    const paths = ['/', `/papers/${slug}`, `/api/papers/${slug}`, `/search?q=storm+${turn}`];
    visits.pages++;
    try {
      const response = await fetch(url + paths[turn % paths.length], {
        signal: AbortSignal.timeout(15_000),
      });
      await response.arrayBuffer();
      if (response.status >= 500) visits.failed++;
    } catch {
      visits.failed++;
    }
  };
  await Promise.all(
    Array.from({ length: visitors }, async (_, n) => {
      for (let turn = n; !over.aborted; turn++) {
        await visitOnce(turn);
        await sleep(LOOK);
      }
    }),
  );
  return visits;
}
