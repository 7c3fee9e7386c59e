import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, connect } from './client';
import type { Position } from './replica-freshness';

type Settings = {
  /** Connections to each replica. */
  pool: number;
  /** Limit of a statement in ms, `role` behind a pooler. */
  statementTimeout: number | 'role';
  prepare: boolean;
  /** Most ms that a client waits for a connection or a response. */
  patience: number;
};

/** Milliseconds that a server may take to say its position. */
const PATIENCE = 2_000;

/** A connection of its own, so that a busy pool does not look like a server that is away. */
class Probe {
  #client: Client | null = null;

  constructor(
    readonly url: string,
    readonly settings: Settings,
  ) {}

  async ask<T extends object>(question: string): Promise<T | null> {
    const { statementTimeout, prepare } = this.settings;
    this.#client ??= connect(this.url, { statementTimeout, prepare });
    const late = new AbortController();
    try {
      const [row] = await Promise.race([
        this.#client.sql.unsafe(question),
        sleep(PATIENCE, undefined, { signal: late.signal }).then(() => {
          throw new Error('no answer in time');
        }),
      ]);
      return (row as T | undefined) ?? null;
    } catch {
      this.close();
      return null;
    } finally {
      late.abort();
    }
  }

  close(): void {
    end(this.#client);
    this.#client = null;
  }
}

/** Ends a client at once; its running queries fail. */
function end(client: Client | null): void {
  void client?.sql.end({ timeout: 0 }).catch(() => {});
}

/** A server that follows the primary. */
export class Replica {
  /** For logs and metrics. */
  readonly host: string;
  /** What it had replayed at the last check. */
  replayed: Position | 'away' | 'no-standby' = 'away';
  /** Null while it is away. */
  pool: Client | null = null;
  readonly #probe: Probe;

  constructor(
    readonly url: string,
    readonly settings: Settings,
  ) {
    this.host = new URL(url).host;
    this.#probe = new Probe(url, settings);
  }

  async check(): Promise<void> {
    const row = await this.#probe.ask<{ standby: boolean; at: string | null }>(
      'select pg_is_in_recovery() as standby, pg_last_wal_replay_lsn()::text as at',
    );
    if (!row) this.replayed = 'away';
    else this.replayed = row.standby && row.at ? parsePosition(row.at) : 'no-standby';
    if (this.replayed === 'away') this.close();
    else this.pool ??= this.#open();
  }

  #open(): Client {
    const { pool: max, statementTimeout, prepare, patience } = this.settings;
    return connect(this.url, { max, statementTimeout, prepare, patience, lasting: true });
  }

  close(): void {
    end(this.pool);
    this.pool = null;
    this.#probe.close();
  }
}

/** Asks the primary for its position. */
export class Primary {
  readonly #probe: Probe;

  constructor(url: string, settings: Settings) {
    this.#probe = new Probe(url, settings);
  }

  /** Null if it is away, or takes no writes. */
  async position(): Promise<Position | null> {
    const row = await this.#probe.ask<{ at: string }>(
      'select pg_current_wal_insert_lsn()::text as at',
    );
    return row && endOfRecord(parsePosition(row.at));
  }

  close(): void {
    this.#probe.close();
  }
}

/** Parses a position like `16/B374D848`. */
export function parsePosition(text: string): Position {
  const [high = '0', low = '0'] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

const PAGE = 8_192n;
const SHORT_HEADER = 24n;
const SEGMENT = 1_048_576n;
const LONG_HEADER = 40n;

/**
 * Returns where the last record ends, which is as far as a replica replays: at a page's start the
 * primary says the position after the header of the page, which is written with the next record.
 */
export function endOfRecord(position: Position): Position {
  if (position % SEGMENT === LONG_HEADER) return position - LONG_HEADER;
  return position % PAGE === SHORT_HEADER ? position - SHORT_HEADER : position;
}
