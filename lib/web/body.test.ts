import { expect, it } from 'vitest';
import { MAX_FORM, readJson, readUpload } from './body';

const sent = (body: BodyInit) =>
  new Request('https://papers.example/api', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    duplex: 'half',
  } as RequestInit);

it('a client that disconnects sent an invalid request; the database is not down', async () => {
  const hungUp = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode('{"seen":'));
    },
    pull: (stream) => stream.error(hungUp),
  });
  await expect(readJson(sent(body))).rejects.toMatchObject({ reason: 'invalid' });
});

it('received bytes are counted, whatever length was declared', async () => {
  await expect(readJson(sent(JSON.stringify('x'.repeat(100))), 50)).rejects.toMatchObject({
    reason: 'too_large',
  });
  expect(await readJson(sent('{"seen":[]}'))).toEqual({ seen: [] });
});

const form = (parts: [string, string | Blob][]) => {
  const body = new FormData();
  for (const [name, value] of parts) body.append(name, value as string);
  return new Request('https://papers.example/api', { method: 'POST', body });
};

/** As from a socket: Node 24 fails when its own stream of a form is ended early. */
const arrived = async (request: Request) =>
  new Request(request.url, {
    method: 'POST',
    headers: request.headers,
    body: (await request.blob()).stream(),
    duplex: 'half',
  } as RequestInit);

it('a form with files has the same limit, and returns only its fields', async () => {
  const picture = new Blob([new Uint8Array([0, 255, 1])], { type: 'image/png' });
  const { fields, files } = await readUpload(
    form([
      ['title', 'Tides é'],
      ['tag', 'a'],
      ['tag', 'b'],
      ['picture', picture],
      ['none', new Blob([])],
    ]),
  );
  expect(fields.get('title')).toBe('Tides é');
  expect(fields.getAll('tag')).toEqual(['a', 'b']);
  expect([...files]).toEqual([['picture', new Uint8Array([0, 255, 1])]]);
  const large = form([['picture', new Blob([new Uint8Array(MAX_FORM)])]]);
  await expect(readUpload(await arrived(large))).rejects.toMatchObject({ reason: 'too_large' });
  const many = form(Array.from({ length: 201 }, (_, n) => [`f${n}`, 'x']));
  await expect(readUpload(many)).rejects.toMatchObject({ reason: 'too_large' });
  const broken = new Request('https://papers.example/api', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nnot a part',
  });
  await expect(readUpload(broken)).rejects.toMatchObject({ reason: 'invalid' });
  const plain = new Request('https://papers.example/api', {
    method: 'POST',
    body: new URLSearchParams({ title: 'Tides' }),
  });
  expect((await readUpload(plain)).fields.get('title')).toBe('Tides');
});
