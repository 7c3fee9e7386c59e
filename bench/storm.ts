import { join } from 'node:path';
import { connect, type Database } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { createPaper } from '@/db/testing/factories';
import { temporaryData } from '@/e2e/support/data-folder';
import { freePort } from '@/e2e/support/ports';
import { build, isBuildCurrent } from '@/scripts/setup/build';
import { App } from './support/storm/app';
import { type Fault, faults, strikeUntil } from './support/storm/faults';
import { type Paper, type Reader, Storm, signIn, upvoteActionId } from './support/storm/readers';
import { type Verdict, verify } from './support/storm/verify';
import { table } from './support/table';

export const about = 'votes while app and database are killed: none lost, none double; [seconds]';

const READERS = 40;
const PAPERS = 6;

type Scene = { app: App; storm: Storm; readers: Reader[]; papers: Paper[]; url: string };

async function round(scene: Scene, chosen: Fault[], seconds: number) {
  const over = new AbortController();
  const blows = strikeUntil(over.signal, chosen);
  const clicking = scene.storm.run(scene.readers, scene.papers, seconds * 1_000);
  const figures = await Promise.race([
    clicking.finally(() => over.abort()),
    // A storm whose app does not come back must end too.
    blows.then(() => clicking),
  ]);
  const count = await blows;
  while (!(await scene.app.isReady())) await new Promise((wake) => setTimeout(wake, 50));
  const { sql, db } = connect(scene.url);
  const verdict = await verify(db, scene.storm.wanted);
  await sql.end();
  return { figures, blows: count, verdict };
}

const HEAD = [
  ...['what happens', 'times', 'clicks', 'requests', 'acknowledged', 'refused', 'unanswered'],
  ...['longest gap', 'votes lost', 'votes extra', 'counters off', 'check'],
];

const isClean = ({ missing, extra, counters, violations }: Verdict) =>
  missing + extra + counters + violations === 0;

/** Runs each fault against the production app, then all of them together. */
export async function run([seconds = '8']: string[]): Promise<void> {
  if (!isBuildCurrent() && (await build()) !== 0) throw new Error('The build failed.');
  const data = await temporaryData();
  const database = await startEmbedded(join(data.dir, 'data'));
  const app = new App(await freePort(), database.url, join(data.dir, 'site'));
  try {
    await migrate(database.url);
    const { sql, db } = connect(database.url);
    const papers = await listPapers(db);
    const readers = await signIn(db, READERS);
    await sql.end();
    await app.start();
    const storm = new Storm(app.url, upvoteActionId());
    const scene = { app, storm, readers, papers, url: database.url };
    const all = faults(app, database);
    const rounds = [
      ...all.map((fault) => ({ name: fault.name, chosen: [fault] })),
      { name: 'all of it', chosen: all.map((fault) => ({ ...fault, every: fault.every * 1.7 })) },
    ];
    console.log(
      `${READERS} readers, ${PAPERS} papers, each click sent twice, ${seconds} s a round\n`,
    );
    const rows: (string | number)[][] = [];
    let clean = true;
    for (const { name, chosen } of rounds) {
      const { figures, blows, verdict } = await round(scene, chosen, Number(seconds));
      clean &&= isClean(verdict);
      const { clicks, requests, acknowledged, refused, lost, gap } = figures;
      const { missing, extra, counters, violations } = verdict;
      rows.push([
        ...[name, blows, clicks, requests, acknowledged, refused, lost, `${gap} ms`],
        ...[missing, extra, counters, violations],
      ]);
    }
    console.log(table(HEAD, rows));
    if (!clean) throw new Error('Acknowledged votes and the database differ.');
  } finally {
    await app.end('SIGTERM');
    await database.stop();
    await data.remove();
  }
}

async function listPapers(db: Database): Promise<Paper[]> {
  const papers: Paper[] = [];
  for (let n = 0; n < PAPERS; n++) papers.push(await createPaper({ listed: true }, db));
  return papers;
}
