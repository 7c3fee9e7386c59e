import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { restartTables } from '@/db/testing/empty';
import { createPaper } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { findPapers } from '@/lib/search/find';
import { embedNext, forgetEncoder } from '@/lib/search/meaning/embeddings';
import { indexAll } from '@/lib/search/service';

useTestDatabase();

/** The stub's response; by default, texts about cats get one vector and all others another. */
type Reply = (input: string[]) => { status?: number; body: string } | 'silence';
const vectorOf = (text: string) => (/cat/i.test(text) ? [1, 0.1, 0] : [0, 0.1, 1]);
const right: Reply = (input) => ({
  body: JSON.stringify({
    data: input.map((text, index) => ({ index, embedding: vectorOf(text) })).reverse(),
  }),
});
let reply = right;
let asked: { input: string[]; model: string; key: string | undefined }[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const { input, model } = JSON.parse(Buffer.concat(pieces).toString());
    asked.push({ input, model, key: request.headers.authorization });
    const made = reply(input);
    if (made === 'silence') return;
    response.writeHead(made.status ?? 200, { 'content-type': 'application/json' });
    response.end(made.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function setEncoder(model: string): void {
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    EMBEDDINGS_URL: `http://127.0.0.1:${port}/v1`,
    EMBEDDINGS_MODEL: model,
    EMBEDDINGS_KEY: 'secret',
  });
  forgetEnv();
}

beforeEach(async () => {
  reply = right;
  asked = [];
  forgetEncoder();
  await restartTables(
    'papers',
    'search_queue',
    'search_documents',
    'search_vectors',
    'search_postings',
    'search_blocks',
    'search_terms',
    'search_words',
    'search_authors',
  );
});

afterEach(() => {
  for (const name of ['EMBEDDINGS_URL', 'EMBEDDINGS_MODEL', 'EMBEDDINGS_KEY']) {
    delete process.env[name];
  }
  forgetEnv();
});

async function fill(): Promise<{ cat: number; dog: number }> {
  const { id: cat } = await createPaper({ title: 'Animals that purr: a cat study', abstract: '' });
  const { id: dog } = await createPaper({ title: 'Animals that bark: a dog study', abstract: '' });
  await indexAll();
  return { cat, dog };
}
const embedAll = async () => {
  let papers = 0;
  for (let done = 1; done > 0; papers += done) done = await embedNext(db());
  return papers;
};
const find = async () => (await findPapers({ q: 'animals study -cathode', limit: 5 })).ids;

describe('an encoder of the host', () => {
  it('gives papers vectors in batches, with its key and model, once each', async () => {
    setEncoder('one');
    await fill();
    expect(await embedAll()).toBe(2);
    expect(asked).toMatchObject([{ model: 'one', key: 'Bearer secret', input: { length: 2 } }]);
    expect(await embedAll()).toBe(0);
    setEncoder('two');
    expect(await embedAll()).toBe(2);
  });

  it('orders results and requests the embedding of a repeated query once', async () => {
    setEncoder('one');
    const { cat } = await fill();
    await embedAll();
    asked = [];
    reply = () => ({ body: JSON.stringify({ data: [{ embedding: [1, 0.1, 0] }] }) });
    expect((await find())[0]).toBe(cat);
    expect((await find())[0]).toBe(cat);
    expect(asked).toHaveLength(1);
  });

  it('is not called if none is configured', async () => {
    await fill();
    expect(await embedAll()).toBe(0);
    expect(await find()).toHaveLength(2);
    expect(asked).toEqual([]);
  });

  it.each<[string, Reply]>([
    ['silent', () => 'silence'],
    ['down', () => ({ status: 503, body: 'no' })],
    ['no JSON', () => ({ body: '<html>' })],
    ['empty', () => ({ body: '{"data":[]}' })],
    ['of another form', () => ({ body: '{"data":[{"embedding":["x"]}]}' })],
    ['of other numbers', () => ({ body: '{"data":[{"embedding":[1,2]}]}' })],
    ['endless', () => ({ body: `{"data":[{"embedding":[${'1,'.repeat(5_000_000)}1]}]}` })],
  ])('that is %s changes no result, and papers wait', async (_, wrong) => {
    setEncoder('one');
    await fill();
    const before = await find();
    await embedAll();
    reply = wrong;
    expect(await find()).toEqual(before);
    if (wrong([]) === 'silence') return;
    setEncoder('other');
    forgetEncoder();
    await db().execute(sql`update search_vectors set model = 'older'`);
    if (!JSON.stringify(wrong([])).includes('[1,2]')) expect(await embedNext(db())).toBe(0);
    expect(await find()).toEqual(before);
  });

  it('backs off after a failure', async () => {
    setEncoder('one');
    await fill();
    reply = () => ({ status: 500, body: '' });
    await embedNext(db());
    await embedNext(db());
    expect(asked).toHaveLength(1);
  });
});
