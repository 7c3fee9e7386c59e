import { startJobs } from '@/lib/worker/runner';

/** A worker of its own, for tests that kill it: says when it is ready, begins when it is told to. */
process.stdout.write('ready\n');
await new Promise((begin) => process.stdin.once('data', begin));
process.stdin.pause();
startJobs(process.env.DATABASE_URL ?? '');
