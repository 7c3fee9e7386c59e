import { expect, it } from 'vitest';
import { askDetached } from './detached';

it('returns the whole response, however it is written', async () => {
  const chunk = 'x'.repeat(50_000);
  const made = await askDetached(
    async (request, response) => {
      response.setHeader('x-asked', `${request.method} ${request.url} ${request.headers.host}`);
      response.statusCode = 201;
      for (let n = 0; n < 40; n++) {
        // As Next writes a streamed page.
        if (!response.write(chunk)) await new Promise((done) => response.once('drain', done));
      }
      response.end('end');
    },
    '/a?b=c',
    { host: 'a.example' },
  );
  expect(made.status).toBe(201);
  expect(made.headers['x-asked']).toBe('GET /a?b=c a.example');
  expect(made.body.toString()).toBe(`${chunk.repeat(40)}end`);
});

it('emits close to the handler without signaling an abort', async () => {
  let finished: boolean | undefined;
  await askDetached(
    async (_, response) => {
      response.once('close', () => {
        finished = response.writableFinished;
      });
      response.end('a');
    },
    '/',
    {},
  );
  expect(finished).toBe(true);
});

it('rejects if the handler does', async () => {
  const asked = askDetached(async () => Promise.reject(new Error('broken')), '/', {});
  await expect(asked).rejects.toThrow('broken');
});
