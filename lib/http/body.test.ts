import { expect, it } from 'vitest';
import { readJson } from './body';

const sent = (body: BodyInit) =>
  new Request('https://papers.example/api', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    duplex: 'half',
  } as RequestInit);

it('a client that hangs up in the middle sent something invalid; the database is not away', async () => {
  const hungUp = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode('{"seen":'));
    },
    pull: (stream) => stream.error(hungUp),
  });
  await expect(readJson(sent(body))).rejects.toMatchObject({ reason: 'invalid' });
});

it('what arrives is counted, whatever length was told', async () => {
  await expect(readJson(sent(JSON.stringify('x'.repeat(100))), 50)).rejects.toMatchObject({
    reason: 'too_large',
  });
  expect(await readJson(sent('{"seen":[]}'))).toEqual({ seen: [] });
});
