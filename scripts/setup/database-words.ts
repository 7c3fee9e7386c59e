import { DataInUse } from '@/db/embedded';
import { MigrationRefused } from '@/db/migrate';
import { hostUrls } from '@/lib/base/database-url';
import { errorCode, isDatabaseAway } from '@/lib/base/errors';

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of its host cannot be looked up',
  ETIMEDOUT: 'it does not answer',
  CONNECT_TIMEOUT: 'it does not answer',
  EHOSTUNREACH: 'its host cannot be reached',
  ENETUNREACH: 'its network cannot be reached',
  '28000': 'it does not let this user in',
  '28P01': 'it does not accept this password',
  '3D000': 'there is no database of this name',
  '42501': 'this user may not do this there: it must own the database',
  '53300': 'it has no connection left',
  '57P03': 'it is starting or stopping',
  // PgBouncer's answer to settings in the first message of a connection.
  '08P01':
    'it is behind a pooler; set DATABASE_DIRECT_URL to the address of the server itself, and leave ' +
    'that of the pooler in DATABASE_URL',
  '25006': 'it is read-only, like a standby',
};

/**
 * Returns one line for the operator about an unusable database, without its password, or null for
 * any other error.
 */
export function databaseWords(error: unknown, url = process.env.DATABASE_URL): string | null {
  if (error instanceof MigrationRefused || error instanceof DataInUse) return error.message;
  const code = errorCode(firstOf(error));
  if (code === undefined) return null;
  const reason = REASONS[code] ?? (isDatabaseAway(firstOf(error)) ? `it was lost (${code})` : null);
  return reason && `The database${placeOf(url)} cannot be used: ${reason}.`;
}

/** For a host name with several addresses, Node throws an AggregateError. */
const firstOf = (error: unknown): unknown =>
  error instanceof AggregateError ? (error.errors[0] ?? error) : error;

function placeOf(url: string | undefined): string {
  const hosts = (hostUrls(url ?? '') ?? []).map((one) => new URL(one));
  const [first] = hosts;
  return first ? ` at ${hosts.map(({ host }) => host).join(',')}${first.pathname}` : '';
}
