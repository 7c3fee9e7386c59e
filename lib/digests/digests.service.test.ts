import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { siteUrl } from '@/lib/base/env';
import { setFollow } from '@/lib/follows/service';
import { unseal } from '@/lib/mail/seal';
import type { Mail } from '@/lib/mail/types';
import { indexAll } from '@/lib/search/service';
import { matchSavedSearches } from '@/lib/searches/matching';
import { saveInput } from '@/lib/searches/schema';
import { saveSearch } from '@/lib/searches/service';
import type { Viewer } from '@/lib/web/types';
import { addressInput, type SubscriptionInput, subscriptionInput } from './schema';
import { sendDigests } from './sending';
import {
  addSubscription,
  changeSubscription,
  confirmSubscription,
  endSubscription,
  removeSubscription,
  subscribeAddress,
} from './service';
import { readToken, subscriptionToken } from './token';

useTestDatabase();

const NOBODY = { viewer: null };
const plan = { cadence: 'daily', hour: 8, timeZone: 'UTC', topics: '' } as const;
const wants = (more: object = {}): SubscriptionInput =>
  subscriptionInput.parse({ ...plan, about: 'everything', ...more });

/** The morning after the day of the papers. */
const MORNING = new Date('2026-03-10T08:03:00Z');
const DAY_BEFORE = new Date('2026-03-09T12:00:00Z');
const LONG_BEFORE = new Date('2026-03-07T12:00:00Z');

let reader: Viewer;
beforeEach(async () => {
  await emptyTables('mails', 'subscriptions', 'saved_searches', 'follows');
  await rawSql()`delete from papers`;
  reader = await createUser();
});

const mails = async (): Promise<Mail[]> =>
  (await rawSql()`select id, sealed from mails order by created_at, id`).map(({ id, sealed }) =>
    JSON.parse(unseal(sealed, id)),
  );
const due = () => rawSql()`update subscriptions set next_at = ${MORNING.toISOString()}`;
const tokenIn = (mail: Mail | undefined) =>
  new URL(/http\S+token=\S+/.exec(mail?.text ?? '')?.[0] ?? 'http://none').searchParams.get(
    'token',
  ) ?? '';

describe('an address without an account', () => {
  const ask = (more: object = {}) =>
    subscribeAddress(NOBODY, addressInput.parse({ email: 'Ada@Example.org', ...plan, ...more }));

  it('is mailed papers only between its confirmation and its unsubscription', async () => {
    await createPaper({ listed: true, submittedAt: DAY_BEFORE });
    expect(await ask()).toMatchObject({ ok: true, data: { email: 'ada@example.org' } });
    await due();
    expect(await sendDigests(MORNING)).toMatchObject({ mails: 0 });
    const [question] = await mails();
    expect(question?.to).toBe('ada@example.org');
    const token = tokenIn(question);
    for (let i = 0; i < 2; i++) {
      expect(await confirmSubscription(token)).toMatchObject({ ok: true });
    }
    await due();
    expect(await sendDigests(MORNING)).toMatchObject({ mails: 1 });
    const end = new URL((await mails())[1]?.unsubscribe ?? '').searchParams.get('token') ?? '';
    expect(await endSubscription(token), 'the other token').toMatchObject({ reason: 'not_found' });
    for (let i = 0; i < 2; i++) expect(await endSubscription(end)).toMatchObject({ ok: true });
    expect(await rawSql()`select 1 from subscriptions`).toHaveLength(0);
    expect(await confirmSubscription(token)).toMatchObject({ reason: 'not_found' });
  });

  it('changes its subscription by asking again, and a stranger changes nothing', async () => {
    await ask({ hour: 8 });
    await confirmSubscription(tokenIn((await mails())[0]));
    await ask({ hour: 20, topics: 'cs.cv' });
    const [held] = await rawSql()`select hour from subscriptions where confirmed_at is not null`;
    expect(held?.hour).toBe(8);
    await confirmSubscription(tokenIn((await mails())[1]));
    const rows = await rawSql()`select hour, about, topics, confirmed_at from subscriptions`;
    expect(rows).toMatchObject([{ hour: 20, about: 'topics', topics: ['cs.CV'] }]);
  });

  it('gets the same response whether or not it has an account, and a message if invalid', async () => {
    await rawSql()`update users set email = 'ada@example.org' where id = ${reader.id}`;
    expect(await ask()).toMatchObject({ ok: true });
    expect(await ask({ email: 'a@b, c@d' })).toMatchObject({
      reason: 'invalid',
      fields: { email: expect.any(String) },
    });
    const unknown = addressInput.safeParse({ email: 'a@b.cd', ...plan, topics: 'cs.CV nonsense' });
    expect(unknown.error?.issues[0]?.message).toContain('nonsense');
  });

  it('cannot be forged', () => {
    const id = '00000000-0000-4000-8000-000000000000';
    expect(readToken('end', subscriptionToken('end', id))).toBe(id);
    for (const token of [
      '',
      id,
      `${id}.`,
      `${id}.${'A'.repeat(43)}`,
      subscriptionToken('confirm', id),
    ]) {
      expect(readToken('end', token)).toBeNull();
    }
  });
});

describe('a mail', () => {
  it('lists papers since the last one, the most trending first, as plain text', async () => {
    await createPaper({
      listed: true,
      submittedAt: DAY_BEFORE,
      title: 'On $L^2$ & <script>alert(1)</script>',
      summary: 'Short <b>words</b>.',
      summaryBy: 'its author',
      trending: 5,
    });
    await createPaper({ listed: true, submittedAt: DAY_BEFORE, title: 'The first', trending: 9 });
    await createPaper({ listed: true, submittedAt: LONG_BEFORE, title: 'Of long before' });
    await createPaper({ title: 'Only harvested' });
    await addSubscription({ viewer: reader }, wants());
    await due();
    await sendDigests(MORNING);
    const [mail] = await mails();
    expect(mail).toMatchObject({
      subject: 'Papertide, 10 March 2026: The first, and 1 more',
      once: true,
    });
    expect(mail?.unsubscribe).toMatch(/^http.*\/mail\/digests\/end\?token=/);
    expect(mail?.html).not.toContain('<script>');
    expect(mail?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    for (const words of ['On L^2 & <script>', 'Short <b>words</b>.', 'Summary by its author']) {
      expect(mail?.text).toContain(words);
    }
    for (const not of ['long before', 'harvested', 'undefined', '[object']) {
      expect(mail?.text).not.toContain(not);
    }
    expect(mail?.text).toContain('/settings/digests');
    expect(mail?.text).toContain('/subscribe/end?token=');
  });

  it('is about the topics, the follows or the saved search of its subscription', async () => {
    const of = (title: string, category: string) =>
      createPaper({ listed: true, submittedAt: DAY_BEFORE, title, categories: [category] });
    await of('Diffusion of heat', 'math.AP');
    await of('Trees and forests', 'cs.LG');
    await of('Groups of order two', 'math.GR');
    await indexAll();
    const by = { viewer: reader };
    await setFollow(by, { kind: 'topic', value: 'math.GR', following: true });
    const saved = await saveSearch(by, saveInput.parse({ name: 'Heat', query: 'q=diffusion' }));
    await rawSql()`delete from saved_search_matches`;
    const [paper] = await rawSql()`select id from papers where title like 'Diffusion%'`;
    await rawSql()`update papers set submitted_at = now() where id = ${paper?.id}`;
    expect(await matchSavedSearches()).toEqual({ searches: 1, matches: 1 });
    await rawSql()`update papers set submitted_at = ${DAY_BEFORE.toISOString()} where id = ${paper?.id}`;
    const search = saved.ok ? saved.data.id : 0;
    for (const more of [
      { about: 'topics', topics: 'cs.LG' },
      { about: 'follows' },
      { about: 'search', search },
    ]) {
      expect(await addSubscription(by, wants(more))).toMatchObject({ ok: true });
    }
    await due();
    expect(await sendDigests(MORNING)).toMatchObject({ mails: 3 });
    expect((await mails()).map(({ subject }) => subject).sort()).toEqual([
      expect.stringMatching(/^Papertide, .* 2026: Diffusion of heat$/),
      expect.stringMatching(/^Papertide, .* 2026: Groups of order two$/),
      expect.stringMatching(/^Papertide, .* 2026: Trees and forests$/),
    ]);
    const linked = (await mails()).map(({ html }) => html).join();
    for (const path of [
      '/topics/cs.LG/date/2026-03-',
      '/following?order=new',
      '/search?q=diffusion',
    ]) {
      expect(linked).toContain(`href="${siteUrl()}${path}`);
    }
  });

  it('is queued once under concurrency, and only the latest after a pause', async () => {
    await createPaper({ listed: true, submittedAt: DAY_BEFORE });
    await createPaper({ listed: true, submittedAt: LONG_BEFORE });
    for (let i = 0; i < 3; i++) await addSubscription({ viewer: reader }, wants());
    await rawSql()`update subscriptions set next_at = '2026-03-06T08:00:00Z'`;
    await Promise.all([sendDigests(MORNING), sendDigests(MORNING), sendDigests(MORNING)]);
    await sendDigests(MORNING);
    expect(await mails()).toHaveLength(3);
    const rows = await rawSql()`select next_at::text as at from subscriptions`;
    for (const row of rows) expect(row.at).toBe('2026-03-11 08:00:00+00');
  });

  it('is sent once a day at most, even if the hour changes', async () => {
    await createPaper({ listed: true, submittedAt: DAY_BEFORE });
    await addSubscription({ viewer: reader }, wants());
    await due();
    await sendDigests(MORNING);
    const [row] = await rawSql()`select id from subscriptions`;
    await changeSubscription({ viewer: reader }, { ...wants({ hour: 9 }), id: row?.id });
    await due();
    await sendDigests(new Date('2026-03-10T09:03:00Z'));
    expect(await mails()).toHaveLength(1);
  });

  it('is not sent without papers, nor to banned users or unconfirmed addresses', async () => {
    await addSubscription({ viewer: reader }, wants());
    await due();
    expect(await sendDigests(MORNING)).toEqual({ mails: 0, withoutPapers: 1, failed: 0 });
    await createPaper({ listed: true, submittedAt: DAY_BEFORE });
    await rawSql()`delete from deliveries`;
    await due();
    await rawSql()`update users set banned_at = now() where id = ${reader.id}`;
    expect(await sendDigests(MORNING)).toMatchObject({ mails: 0 });
    await rawSql()`update users set banned_at = null, email_verified = null where id = ${reader.id}`;
    expect(await sendDigests(MORNING)).toMatchObject({ mails: 0 });
  });
});

describe('the viewer’s subscriptions', () => {
  it('belong to the viewer only, and are limited in number', async () => {
    const by = { viewer: reader };
    const other = { viewer: await createUser() };
    for (let i = 0; i < 20; i++) {
      expect(await addSubscription(by, wants())).toMatchObject({ ok: true });
    }
    expect(await addSubscription(by, wants())).toMatchObject({ reason: 'conflict' });
    const [row] = await rawSql()`select id from subscriptions limit 1`;
    const id = row?.id as string;
    expect(await changeSubscription(other, { ...wants(), id })).toMatchObject({
      reason: 'not_found',
    });
    expect(await removeSubscription(other, { id })).toMatchObject({ reason: 'not_found' });
    expect(await removeSubscription(NOBODY, { id })).toMatchObject({ reason: 'signed_out' });
    expect(await removeSubscription(by, { id })).toMatchObject({ ok: true });
  });

  it('cannot be about another user’s search', async () => {
    const saved = await saveSearch(
      { viewer: reader },
      saveInput.parse({ name: 'Heat', query: 'q=diffusion' }),
    );
    const search = saved.ok ? saved.data.id : 0;
    const other = { viewer: await createUser() };
    expect(await addSubscription(other, wants({ about: 'search', search }))).toMatchObject({
      reason: 'not_found',
    });
  });
});
