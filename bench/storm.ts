import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { temporaryData } from '@/e2e/support/data-folder';
import { freePort } from '@/e2e/support/ports';
import { build, isBuildCurrent } from '@/scripts/setup/build';
import { App } from './support/storm/app';
import { type Fault, faults } from './support/storm/faults';
import { fleetFaults, promotion, startFleet } from './support/storm/fleet';
import { Storm, signIn, upvoteActionId } from './support/storm/readers';
import { listPapers, PAPERS, READERS, type Round, report, round } from './support/storm/round';

export const about =
  'votes while servers are killed: none lost, none double; [--instances 2] [--fault NAME] [seconds]';

/** On several instances: few enough that none refuses requests because it is busy. */
const FEW_READERS = 8;
/** Who read pages beside the votes. */
const VISITORS = 2;

type Choice = (fault: Fault) => boolean;

/** Runs each fault against the production app, then all of them together. */
export async function run(given: string[]): Promise<void> {
  if (!isBuildCurrent() && (await build()) !== 0) throw new Error('The build failed.');
  const { values, positionals } = parseArgs({
    args: given,
    options: { instances: { type: 'string', default: '1' }, fault: { type: 'string' } },
    allowPositionals: true,
  });
  const instances = Number(values.instances);
  const seconds = Number(positionals[0] ?? 8);
  if (!(instances >= 1 && seconds > 0)) throw new Error('storm [--instances 2] [seconds]');
  const isChosen = ({ name }: Fault) => !values.fault || values.fault === name;
  const readers = instances > 1 ? FEW_READERS : READERS;
  console.log(
    `${readers} readers, ${PAPERS} papers, each click sent twice, ${seconds} s a round\n`,
  );
  await (instances > 1 ? runFleet(instances, seconds, isChosen) : runAlone(seconds, isChosen));
}

async function runAlone(seconds: number, isChosen: Choice): Promise<void> {
  const data = await temporaryData();
  const database = await startEmbedded(join(data.dir, 'data'));
  const app = new App(await freePort(), database.url, join(data.dir, 'site'));
  try {
    await migrate(database.url);
    const people = await populate(database.url, READERS);
    await app.start();
    const storm = new Storm(app.url, upvoteActionId());
    const isReady = () => app.isReady();
    const scene = { storm, ...people, isReady, url: database.url, visitors: 0 };
    const all = faults(app, database).filter(isChosen);
    const rounds: Round[] = [];
    const play = async (name: string, chosen: Fault[]) => {
      const result = await round(scene, name, chosen, seconds);
      rounds.push(result);
      console.log(result.row.join(' | '));
    };
    for (const fault of all) await play(fault.name, [fault]);
    if (all.length > 1) {
      const slower = all.map((fault) => ({ ...fault, every: fault.every * 1.7 }));
      await play('all of it', slower);
    }
    conclude(storm, rounds, 0);
  } finally {
    await app.end('SIGTERM');
    await database.stop();
    await data.remove();
  }
}

/** Several instances behind nginx, with PgBouncer and a standby. */
async function runFleet(instances: number, seconds: number, isChosen: Choice): Promise<void> {
  const fleet = await startFleet(instances);
  try {
    for (const missing of fleet.without) console.log(`Without ${missing}: it is not installed.\n`);
    const { primary, url } = fleet.servers;
    const people = await populate(primary, FEW_READERS);
    const storm = new Storm(fleet.url, upvoteActionId());
    const isReady = async () =>
      (await Promise.all(fleet.apps.map((app) => app.isReady()))).every(Boolean);
    const scene = { storm, ...people, isReady, url, visitors: VISITORS };
    const rounds: Round[] = [];
    const failures: string[] = [];
    for (const fault of fleetFaults(fleet).filter(isChosen)) {
      const result = await round(scene, fault.name, [fault], seconds * (fault.rounds ?? 1));
      rounds.push(result);
      console.log(result.row.join(' | '));
      if (fault.exact && result.failed > 0) failures.push(`${fault.name}: ${result.failed} failed`);
    }
    const last = promotion(fleet);
    if (isChosen(last)) {
      await fleet.leavePooler();
      rounds.push(await round(scene, last.name, [last], 2 * seconds));
    }
    conclude(storm, rounds, VISITORS);
    if (failures.length > 0) throw new Error(failures.join('; '));
  } finally {
    await fleet.stop();
  }
}

async function populate(url: string, count: number) {
  const { sql, db } = connect(url);
  const papers = await listPapers(db);
  const readers = await signIn(db, count);
  await sql.end();
  return { papers, readers };
}

function conclude(storm: Storm, rounds: Round[], visitors: number): void {
  console.log(report(rounds, visitors));
  const reasons = [...storm.refusals].map(([reason, count]) => `${reason} ${count}`);
  if (reasons.length > 0) console.log(`\nRefused: ${reasons.join(', ')}`);
  if (!rounds.every(({ isClean }) => isClean)) {
    throw new Error('Acknowledged votes and the database differ.');
  }
}
