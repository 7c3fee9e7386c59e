import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { collectInvalidations } from '@/db/queries/invalidation';
import { useTestDatabase } from '@/db/testing/database';
import { recordTags } from '@/db/testing/tag-recorder';
import { forgetEnv } from '@/lib/base/env';
import { checkInvariants } from '@/lib/invariants/service';
import { ACCESS, type Access, PEOPLE, type Person, refuseByWho } from '@/lib/web/access';
import { listVerbs } from './find';
import { SERVICE_ONLY } from './permissions';
import { CALLS } from './testing/calls';
import { setScene } from './testing/scene';

const databaseUrl = useTestDatabase();

let tags: Awaited<ReturnType<typeof recordTags>>;
beforeAll(async () => {
  tags = await recordTags(databaseUrl());
});
afterAll(() => tags.stop());

const WHO = {
  ...Object.fromEntries((await listVerbs()).map(({ name, who }) => [name, who])),
  ...SERVICE_ONLY,
};
const VERBS: Record<string, Access> = Object.fromEntries(
  Object.entries(WHO).map(([name, who]) => [name, ACCESS[who]]),
);

/** With mail, so that an address is a sign-in method. */
beforeAll(() => {
  process.env.PAPERTIDE_EMBEDDED = '1';
  forgetEnv();
});
afterAll(() => {
  delete process.env.PAPERTIDE_EMBEDDED;
  forgetEnv();
});

it('every verb of the table is called here', () => {
  expect(Object.keys(CALLS).sort()).toEqual(Object.keys(VERBS).sort());
});

describe.each(Object.keys(VERBS))('%s', (verb) => {
  // A refused call changes nothing, so all of them share one scene.
  let refused: ReturnType<typeof setScene> | undefined;
  const sceneOf = (person: Person) => {
    if (VERBS[verb]?.[person] === 'may') return setScene();
    refused ??= setScene();
    return refused;
  };

  it.each(PEOPLE)('permits %s exactly what the table permits', async (person) => {
    const { scene, people } = await sceneOf(person);
    const viewer = people[person];
    const {
      result: { result },
      missing,
    } = await tags.missing(() =>
      collectInvalidations(async () => CALLS[verb]?.({ viewer }, scene)),
    );
    expect(result?.ok ? 'may' : result?.reason).toBe(VERBS[verb]?.[person]);
    // A refusal before the service is the one that the service would give.
    const early = refuseByWho(WHO[verb] ?? 'anyone', viewer);
    if (early) expect(early.reason).toBe(VERBS[verb]?.[person]);
    expect(missing).toEqual([]);
  });
});

it('a banned author has no rights over their own content', async () => {
  const { scene, people } = await setScene();
  const viewer = people.author && { ...people.author, banned: true };
  for (const verb of ['comments/deleteComment', 'comments/editComment', 'comments/readComment']) {
    expect(await CALLS[verb]?.({ viewer }, scene)).toMatchObject({ reason: 'banned' });
  }
});

it('every permitted call of every verb keeps all invariants', async () => {
  const violated: Record<string, string[]> = {};
  for await (const { invariant, violations, examples } of checkInvariants(db())) {
    if (violations > 0) violated[invariant] = examples;
  }
  expect(violated).toEqual({});
});
