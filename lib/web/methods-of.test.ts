import { expect, it } from 'vitest';
import { methodsOf } from './methods-of';

const answer = async () => new Response('here');
const ask = (methods: ReturnType<typeof methodsOf>, method: keyof typeof methods) =>
  methods[method](new Request('http://localhost/', { method }), { params: Promise.resolve({}) });

it.each([
  [{ GET: answer }, 'GET, HEAD, OPTIONS'],
  [{ POST: answer }, 'POST, OPTIONS'],
  [{ GET: answer, PUT: answer, DELETE: answer }, 'GET, HEAD, PUT, DELETE, OPTIONS'],
])('handles its methods, and lists them in the response to others', async (handlers, allow) => {
  const methods = methodsOf(handlers);
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
    const response = await ask(methods, method);
    if (allow.includes(method)) {
      expect(response.status).toBe(200);
    } else {
      expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
      expect(await response.json()).toEqual({
        error: expect.any(String),
        code: 'method_not_allowed',
      });
    }
  }
  const options = await ask(methods, 'OPTIONS');
  expect([options.status, options.headers.get('allow')]).toEqual([204, allow]);
});

it('responds to a form in plain text', async () => {
  const response = await ask(methodsOf({ POST: answer }, 'text'), 'GET');
  expect([response.status, response.headers.get('content-type')]).toEqual([
    405,
    'text/plain; charset=utf-8',
  ]);
});
