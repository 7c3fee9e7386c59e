import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@/db/client';
import { sessions } from '@/db/schema';
import { createUser } from '@/db/testing/factories';
import { hashToken } from '@/lib/base/secrets';

export type Reader = { id: string; cookie: string };
export type Paper = { id: number; slug: string };

export type Figures = {
  clicks: number;
  requests: number;
  acknowledged: number;
  /** Responses with a refusal: the user is told that the vote failed. */
  refused: number;
  /** Requests without a response. */
  lost: number;
  /** Longest gap between two acknowledged requests in milliseconds. */
  gap: number;
};

/** Creates signed-in users; their sessions are inserted as sign-in would. */
export async function signIn(on: Database, count: number): Promise<Reader[]> {
  const readers: Reader[] = [];
  for (let n = 0; n < count; n++) {
    const { id } = await createUser({ handle: `storm-${n}` }, on);
    const token = randomBytes(32).toString('base64url');
    const expires = new Date(Date.now() + 3_600_000);
    await on.insert(sessions).values({ tokenHash: hashToken(token), userId: id, expires });
    readers.push({ id, cookie: `papertide-session=${token}` });
  }
  return readers;
}

/** Returns the build's id of the upvote action. */
export function upvoteActionId(): string {
  const manifest = JSON.parse(
    readFileSync('.next/server/server-reference-manifest.json', 'utf8'),
  ) as { node: Record<string, { exportedName: string }> };
  const found = Object.entries(manifest.node).find(
    ([, { exportedName }]) => exportedName === 'upvoteAction',
  );
  if (!found) throw new Error('The build has no upvote action.');
  return found[0];
}

type Outcome = 'acknowledged' | 'refused' | 'lost';

/** The last acknowledged state of each user's vote on a paper. */
export type Wanted = Map<string, boolean>;
export const pair = (reader: Reader, paper: Paper): string => `${reader.id} ${paper.id}`;

const noFigures = (): Figures => ({
  clicks: 0,
  requests: 0,
  acknowledged: 0,
  refused: 0,
  lost: 0,
  gap: 0,
});

/** Users who keep clicking; a click that is not acknowledged is repeated. */
export class Storm {
  readonly wanted: Wanted = new Map();
  /** How often votes were refused, by reason or status. */
  readonly refusals = new Map<string, number>();
  figures: Figures = noFigures();
  #lastAcknowledged = 0;

  constructor(
    readonly url: string,
    readonly action: string,
  ) {}

  /** All users click for `duration` ms, and then until each last click is acknowledged. */
  async run(readers: Reader[], papers: Paper[], duration: number): Promise<Figures> {
    this.figures = noFigures();
    this.#lastAcknowledged = Date.now();
    const end = Date.now() + duration;
    await Promise.all(
      readers.map(async (reader) => {
        while (Date.now() < end) {
          const paper = papers[Math.floor(Math.random() * papers.length)];
          if (paper) await this.#click(reader, paper);
        }
      }),
    );
    return this.figures;
  }

  async #click(reader: Reader, paper: Paper): Promise<void> {
    const upvoted = !this.wanted.get(pair(reader, paper));
    for (let attempt = 0; ; attempt++) {
      this.figures.clicks++;
      // Each click is sent twice, as by a double click or a proxy that retries.
      const twice = await Promise.all([
        this.#send(reader, paper, upvoted),
        this.#send(reader, paper, upvoted),
      ]);
      if (twice.includes('acknowledged')) break;
      if (attempt === 600) throw new Error('A click was never acknowledged.');
      await sleep(50 + Math.random() * 50);
    }
    this.wanted.set(pair(reader, paper), upvoted);
  }

  async #send(reader: Reader, paper: Paper, upvoted: boolean): Promise<Outcome> {
    this.figures.requests++;
    const outcome = await this.#request(reader, paper, upvoted);
    this.figures[outcome]++;
    if (outcome === 'acknowledged') {
      const now = Date.now();
      this.figures.gap = Math.max(this.figures.gap, now - this.#lastAcknowledged);
      this.#lastAcknowledged = now;
    }
    return outcome;
  }

  async #request(reader: Reader, paper: Paper, upvoted: boolean): Promise<Outcome> {
    try {
      const response = await fetch(`${this.url}/papers/${paper.slug}`, {
        method: 'POST',
        headers: {
          accept: 'text/x-component',
          'content-type': 'text/plain;charset=UTF-8',
          'next-action': this.action,
          cookie: reader.cookie,
          origin: this.url,
        },
        body: JSON.stringify([{ paperId: paper.id, upvoted }]),
        signal: AbortSignal.timeout(15_000),
      });
      const text = await response.text();
      if (text.includes('"ok":true') && text.includes(`"upvoted":${upvoted}`)) {
        return 'acknowledged';
      }
      if (response.ok && !text.includes('"ok":false')) throw new Error(`unexpected: ${text}`);
      const reason = /"reason":"(\w+)"/.exec(text)?.[1] ?? `${response.status}`;
      this.refusals.set(reason, (this.refusals.get(reason) ?? 0) + 1);
      return 'refused';
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('not understood')) throw error;
      return 'lost';
    }
  }
}
