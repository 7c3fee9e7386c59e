import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Database } from '@/db/client';
import { createPaper } from '@/db/testing/factories';
import { table } from '../table';
import { type Fault, strikeUntil } from './faults';
import type { Paper, Reader, Storm } from './readers';
import { verify } from './verify';
import { visit } from './visitors';

export const READERS = 40;
export const PAPERS = 6;

/** Milliseconds of faults after a round's time; then they stop, and the site must come back. */
const LONGEST = 20_000;

export type Scene = {
  isReady: () => Promise<boolean>;
  storm: Storm;
  readers: Reader[];
  papers: Paper[];
  url: string;
  /** Read pages meanwhile. */
  visitors: number;
};

/** Lets the faults strike while votes are cast; returns a row of the table. */
export async function round(scene: Scene, name: string, chosen: Fault[], seconds: number) {
  const { storm, readers, papers, visitors } = scene;
  const over = new AbortController();
  const late = setTimeout(() => over.abort(), seconds * 1_000 + LONGEST);
  const visiting = visit(storm.url, papers, visitors, over.signal);
  const blows = strikeUntil(over.signal, chosen);
  const clicking = storm.run(readers, papers, seconds * 1_000);
  const figures = await Promise.race([
    clicking.finally(() => {
      clearTimeout(late);
      over.abort();
    }),
    // A storm whose app does not come back must end too.
    blows.then(() => clicking),
  ]);
  const [count, visits] = [await blows, await visiting];
  while (!(await scene.isReady())) await sleep(50);
  const { sql, db } = connect(scene.url);
  const verdict = await verify(db, storm.wanted);
  await sql.end();
  const { clicks, requests, acknowledged, refused, lost, gap } = figures;
  const { missing, extra, counters, violations } = verdict;
  return {
    isClean: missing + extra + counters + violations === 0,
    failed: refused + lost + visits.failed,
    row: [
      ...[name, count, clicks, requests, acknowledged, refused, lost, `${gap} ms`],
      ...(visitors > 0 ? [visits.pages, visits.failed] : []),
      ...[missing, extra, counters, violations],
    ],
  };
}

export type Round = Awaited<ReturnType<typeof round>>;

/** Returns the table of all rounds. */
export function report(rounds: Round[], visitors: number): string {
  const head = [
    ...['what happens', 'times', 'clicks', 'requests', 'acknowledged', 'refused', 'unanswered'],
    ...['longest gap', ...(visitors > 0 ? ['pages', 'pages failed'] : [])],
    ...['votes lost', 'votes extra', 'counters off', 'check'],
  ];
  return table(
    head,
    rounds.map(({ row }) => row),
  );
}

export async function listPapers(db: Database): Promise<Paper[]> {
  const papers: Paper[] = [];
  for (let n = 0; n < PAPERS; n++) papers.push(await createPaper({ listed: true }, db));
  return papers;
}
