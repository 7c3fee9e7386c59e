import { startJobs } from '@/lib/worker/runner';

/** A worker process for tests that kill it: reports when it is ready, and starts on command. */
process.stdout.write('ready\n');
await new Promise((begin) => process.stdin.once('data', begin));
process.stdin.pause();
startJobs(process.env.DATABASE_URL ?? '');
