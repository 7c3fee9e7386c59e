import type { Embedded } from '@/db/embedded';
import { startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { directDatabaseUrl, env, forgetEnv, siteUrl } from '@/lib/base/env';
import { build, buildProblem, isBuildCurrent } from './setup/build';
import { databaseWords } from './setup/database-words';
import { loadEnvironment } from './setup/environment';
import { onNpmGone } from './setup/npm';
import { usablePort } from './setup/port';
import { startWeb, type Web } from './setup/web';

/**
 * `npm start`, `npm run serve` and `npm run dev`: starts the database, then the web process, and
 * stops them in reverse order. If either exits and cannot be restarted, everything stops.
 */
const development = process.argv.includes('--dev');
/** `npm run serve`: a production server has neither the memory nor the time to build. */
const neverBuilds = process.argv.includes('--no-build');
let database: Embedded | undefined;
let web: Web | undefined;
let stopping: Promise<void> | undefined;

/** Stops everything; `soon`, which a second call may request, skips the drain time for proxies. */
function stop(code: number, soon = false): Promise<void> {
  if (stopping && soon) void web?.stop(true);
  stopping ??= (async () => {
    await web?.stop(soon);
    await database?.stop();
    process.exit(code);
  })();
  return stopping;
}

async function start(): Promise<void> {
  Object.assign(process.env, { NODE_ENV: development ? 'development' : 'production' });
  const { PORT, HOST, DATABASE_URL, DATA_DIR, DEMO } = loadEnvironment();
  const problem = neverBuilds ? buildProblem() : null;
  if (problem) throw new Error(`${problem} Build first, with the same settings: npm run build`);
  const port = await usablePort(PORT, HOST);
  if (port === null) {
    throw new Error(
      `Port ${PORT} is in use: stop what uses it, or choose another one, as in PORT=${PORT + 1} npm start`,
    );
  }
  process.env.PORT = String(port);

  if (!DATABASE_URL) {
    database = await startEmbedded(DATA_DIR, { onRestart: afterRestart });
    process.env.DATABASE_URL = database.url;
    process.env.PAPERTIDE_EMBEDDED = '1';
    for (const note of database.notes) console.log(note);
  }
  forgetEnv();
  const url = directDatabaseUrl();
  await migrate(url);
  if (stopping) return;
  if (DEMO ?? !DATABASE_URL) await fill(url);
  if (!development && !neverBuilds && !isBuildCurrent()) {
    console.log('Building the site: this takes a minute or two, and is needed once.');
    if ((await build({ quiet: true })) !== 0) throw new Error('The build failed.');
  }
  if (stopping) return;
  web = startWeb(development);
  void web.ended.then((code) => {
    if (stopping) return;
    console.error(`The web process ended by itself (code ${code}).`);
    void stop(1);
  });
  await web.ready;
  greet();
}

/** Loaded only when needed, since the demo imports all of comment rendering. */
async function fill(url: string): Promise<void> {
  const { fillIfWanted } = await import('./setup/demo');
  const counts = await fillIfWanted(url);
  if (counts) {
    console.log(`Filled the empty database with a demo (${counts.papers} papers).`);
    console.log('Take it away with: npm run demo -- remove');
  }
}

function afterRestart(error?: Error): void {
  if (!error) {
    console.error('Postgres had ended by itself and runs again.');
    return;
  }
  console.error(`Postgres ended by itself and does not come back: ${error.message}`);
  void stop(1);
}

function greet(): void {
  const { SMTP_URL, PAPERTIDE_EMBEDDED } = env();
  console.log(`\n  ${env().SITE_NAME} is at ${siteUrl()}`);
  if (!SMTP_URL && PAPERTIDE_EMBEDDED) {
    console.log(
      `  To sign in: there is no mail server, so sign-in mails land at ${siteUrl()}/mailbox,\n` +
        '  which opens on this machine only.',
    );
  }
  if (database) console.log(`  The data is kept in ${database.folder}.`);
  console.log('  Ctrl-C stops it.\n');
}

for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0, true));
process.on('SIGTERM', () => void stop(0, stopping !== undefined));
// Output to a closed terminal must not crash the shutdown that it causes.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
onNpmGone(() => void stop(0));
try {
  await start();
} catch (error) {
  if (!stopping) {
    console.error(databaseWords(error) ?? (error instanceof Error ? error.message : error));
    await stop(1);
  }
}
