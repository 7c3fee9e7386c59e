import type { z } from 'zod';
import { contradictions, type Facts } from './env-contradictions';
import { type Env, shape } from './env-shape';

export { isLoopback } from './env-contradictions';
export type { Env } from './env-shape';

/** Treats an empty variable as unset. */
const filled = (source: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));

/**
 * Parses the environment, or returns one line for each variable that is wrong or missing. Nothing
 * is parsed lazily: scripts call this before anything starts.
 */
export function readEnv(
  source: NodeJS.ProcessEnv = process.env,
): { ok: true; env: Env } | { ok: false; problems: string[] } {
  const given: Record<string, string | undefined> = filled(source);
  const facts: Record<string, unknown> = {};
  const problems: string[] = [];
  // Each on its own, so that one wrong variable does not hide the others.
  for (const [name, kind] of Object.entries<z.ZodType>(shape.shape)) {
    const parsed = kind.safeParse(given[name]);
    if (parsed.success) facts[name] = parsed.data;
    else problems.push(`${name}: ${parsed.error.issues[0]?.message}`);
  }
  problems.push(...contradictions(facts as Facts));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, env: facts as Env };
}

/** Returns the names of all variables, in the order of .env.example. */
export const VARIABLES = Object.keys(shape.shape);

let cached: Env | undefined;

/** Returns the checked environment; throws with all problems if it is wrong. */
export function env(): Env {
  if (cached) return cached;
  const result = readEnv();
  if (!result.ok) throw new Error(`Environment:\n${result.problems.join('\n')}`);
  cached = result.env;
  return cached;
}

/** Drops the parsed environment, for start scripts and tests that set variables later. */
export function forgetEnv(): void {
  cached = undefined;
}

/** Returns the address of the database for migrations, jobs, and everything that keeps a session. */
export const directDatabaseUrl = (): string =>
  env().DATABASE_DIRECT_URL ?? env().DATABASE_URL ?? '';

/** Returns the site's address, without a trailing slash. */
export const siteUrl = (): string =>
  (env().SITE_URL ?? `http://localhost:${env().PORT}`).replace(/\/$/, '');

/** Returns the secret behind sessions, encrypted mail and keyed hashes. */
export function authSecret(): string {
  const { AUTH_SECRET } = env();
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is not set: start the site with npm start');
  return AUTH_SECRET;
}

/** next-auth takes the address of the site only from the environment. */
export function nextAuthAddress(): void {
  process.env.NEXTAUTH_URL = new URL(siteUrl()).origin;
}
