import { existsSync } from 'node:fs';
import { type Env, env, forgetEnv, readEnv } from '@/lib/base/env';
import { keptSecret } from './secret';

/** Returns problems of the environment as a whole, beyond those of single variables. */
export function siteProblems(checked: Env): string[] {
  // Instances may share that database; if each generated its own secret, sessions would not match.
  if (checked.DATABASE_URL && checked.SITE_URL && !checked.AUTH_SECRET) {
    return ['AUTH_SECRET: is missing, because DATABASE_URL and SITE_URL are set'];
  }
  return [];
}

/**
 * Reads `.env` (existing variables win), validates every variable, and fills in a missing secret
 * unless told otherwise. Prints problems, one per line, and exits.
 */
export function loadEnvironment({ secret = true } = {}): Env {
  const major = Number.parseInt(process.versions.node, 10);
  const minor = Number.parseInt(process.versions.node.split('.')[1] ?? '', 10);
  const problems: string[] = [];
  if (major < 20 || (major === 20 && minor < 19)) {
    problems.push(`Node.js: is ${process.versions.node}, 20.19 or newer is needed`);
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  const result = readEnv();
  if (!result.ok) problems.push(...result.problems);
  else if (secret) problems.push(...siteProblems(result.env));
  if (!result.ok || problems.length > 0) {
    for (const problem of problems) console.error(problem);
    process.exit(1);
  }
  if (secret && !result.env.AUTH_SECRET) process.env.AUTH_SECRET = keptSecret(result.env.DATA_DIR);
  forgetEnv();
  return env();
}
