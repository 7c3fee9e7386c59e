import { beforeEach, expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper } from '@/db/testing/factories';
import { OPERATIONS } from '@/lib/programs/api/operations';
import { ask, SITE } from './testing/ask';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'rate_limits'));

const ORIGIN = 'access-control-allow-origin';
const values: Record<string, string> = {
  comment: '1',
  parent: '1',
  slug: 'abcdefgh12345678',
  item: '2401.00001',
  id: '2401.00001',
};
const addressOf = (path: string) => path.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? 'x');

const cases = [
  ...OPERATIONS.map(({ method, path }) => [method, addressOf(path)] as const),
  ['POST', '/api/mcp'] as const,
];

it.each(cases)('%s %s is as readable elsewhere as OPTIONS says', async (method, path) => {
  await createPaper({ slug: '2401.00001', listed: true });
  const headers = { host: new URL(SITE).host, origin: 'https://elsewhere.example' };
  const preflight = await ask(path, { method: 'OPTIONS', headers });
  expect([preflight.status, await preflight.text()]).toEqual([204, '']);
  const allowed = preflight.headers.get('allow')?.split(', ');
  expect(allowed).toEqual(expect.arrayContaining([method, 'OPTIONS']));
  const mayCross = preflight.headers.get('access-control-allow-methods')?.split(', ') ?? [];
  // Without a token a write is refused, and a refusal is no more readable than the rest.
  const response = await ask(path, { method, headers, body: method === 'GET' ? undefined : {} });
  expect(response.headers.get(ORIGIN)).toBe(mayCross.includes(method) ? '*' : null);
  expect(preflight.headers.get(ORIGIN)).toBe(mayCross.length > 0 ? '*' : null);
});
