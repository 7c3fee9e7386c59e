import { describe, expect, it } from 'vitest';
import { METHODS } from '@/lib/web/methods-of';
import { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from './[...nextauth]/route';

const route = { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT };

const call = (method: (typeof METHODS)[number]) =>
  route[method](new Request('http://localhost/api/auth/session', { method }), {
    params: Promise.resolve({ nextauth: ['session'] }),
  });

describe('methods of /api/auth', () => {
  it.each(METHODS)('%s is answered, or refused with the methods that are', async (method) => {
    const response = await call(method);
    const known = ['GET', 'HEAD', 'POST', 'OPTIONS'].includes(method);
    expect(response.status === 405).toBe(!known);
    if (!known || method === 'OPTIONS') {
      expect(response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
    }
    if (!known) expect(await response.json()).toMatchObject({ code: 'method_not_allowed' });
  });
});
