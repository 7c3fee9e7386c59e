import { describe, expect, it } from 'vitest';
import { findForm } from '@/lib/registry/find';
import { newAddress, OLD_FORMS } from '@/lib/registry/old-addresses';

const site = 'http://localhost:3000';
const ask = async (path: string, method = 'POST') => {
  const route = await import('./[...missing]/route');
  const handler = method === 'POST' ? route.POST : route.GET;
  const params = Promise.resolve({ missing: (path.split('?')[0] ?? '').split('/') });
  return handler(new Request(`${site}/api/${path}`, { method }), { params });
};

describe('an address that used to be below /api', () => {
  it.each(Object.entries(OLD_FORMS))('%s leads to the form %s', async (path, name) => {
    const [concept = '', verb = ''] = name.split('/');
    expect(await findForm(concept, verb)).not.toBeNull();
    const response = await ask(path);
    // 307 keeps the method and the body.
    expect([response.status, response.headers.get('location')]).toEqual([307, `/do/${name}`]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('keeps its query when the JSON route moved', async () => {
    const response = await ask('me/papers?ids=1,2', 'GET');
    expect(response.headers.get('location')).toBe('/me/papers?ids=1,2');
  });

  it('redirects addresses that moved to /me', async () => {
    const { GET } = await import('../me/[...missing]/route');
    const get = (path: string) =>
      GET(new Request(`${site}/me/${path}?paper=1`), {
        params: Promise.resolve({ missing: [path] }),
      });
    const moved = await get('responses');
    expect([moved.status, moved.headers.get('location')]).toEqual([307, '/me/reactions?paper=1']);
    for (const path of ['nothing', 'constructor', '__proto__']) {
      expect((await get(path)).status, path).toBe(404);
    }
  });

  it.each(['nothing', 'constructor', '__proto__', 'me/nothing', 'moderation'])(
    '%s is unknown: JSON, in the one shape of errors',
    async (path) => {
      expect(newAddress(path)).toBeNull();
      const response = await ask(path, 'GET');
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ error: expect.any(String), code: 'not_found' });
    },
  );
});
