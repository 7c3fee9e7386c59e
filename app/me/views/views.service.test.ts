import { beforeEach, describe, expect, test } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper } from '@/db/testing/factories';
import { flushViews } from '@/lib/views/service';
import { ADDRESS_HEADER } from '@/lib/web/incoming';
import { POST } from './route';

useTestDatabase();

beforeEach(() => emptyTables('papers', 'paper_views'));

const stored = async () => [
  ...(await rawSql()`select paper_id::int as id, place, views from paper_views order by 1, 2`),
];

describe('POST /me/views', () => {
  const send = (body: BodyInit, headers: Record<string, string> = {}) =>
    POST(
      new Request('http://localhost:3000/me/views', {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          [ADDRESS_HEADER]: '198.51.100.7',
          ...headers,
        },
      }),
      { params: Promise.resolve({}) },
    );

  test('responds without a body and stores the views with the next flush', async () => {
    const { id } = await createPaper();
    const response = await send(JSON.stringify({ seen: [[id, 3]] }));
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    await flushViews();
    expect(await stored()).toEqual([{ id, place: 3, views: 1 }]);
  });

  test.each([
    ['from another site', '{"seen":[[1,1]]}', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from no browser', '{"seen":[[1,1]]}', { 'sec-fetch-site': '' }, 403],
    ['as plain text', '{"seen":[[1,1]]}', { 'content-type': 'text/plain' }, 400],
    ['that is no JSON', '{"seen":[[1,1', {}, 400],
    ['that is null', 'null', {}, 400],
    ['that is wrong', '{"seen":[[1,-101]]}', {}, 400],
    ['that is huge', `{"seen":[${'[1,1],'.repeat(200_000)}[1,1]]}`, {}, 413],
  ])('refuses what comes %s, and counts nothing', async (_, body, headers, status) => {
    expect((await send(body, headers)).status).toBe(status);
    await flushViews();
    expect(await stored()).toEqual([]);
  });
});
