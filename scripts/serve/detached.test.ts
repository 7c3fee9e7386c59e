import { expect, it } from 'vitest';
import { askDetached } from './detached';

it('returns a whole response, however it is written', async () => {
  const chunk = 'x'.repeat(50_000);
  const made = await askDetached(
    async (request, response) => {
      response.setHeader('x-asked', `${request.method} ${request.url} ${request.headers.host}`);
      response.statusCode = 201;
      for (let n = 0; n < 40; n++) {
        // As Next writes a page that it streams.
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

it('tells the handler that it is over, and not as if it had been aborted', async () => {
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

it('rejects when the handler does', async () => {
  const asked = askDetached(async () => Promise.reject(new Error('broken')), '/', {});
  await expect(asked).rejects.toThrow('broken');
});
