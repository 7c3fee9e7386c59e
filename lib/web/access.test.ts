import { expect, it } from 'vitest';
import { ACCESS, type Access, PEOPLE, type Person, refuseByWho, type Who } from './access';
import type { Viewer } from './types';

const viewer = (more: Partial<Viewer>): Viewer => ({
  id: 'x',
  handle: 'ada',
  name: null,
  role: 'member',
  banned: false,
  limitedUntil: null,
  createdAt: new Date(0),
  ...more,
});
const people: Record<Person, Viewer | null> = {
  anonymous: null,
  newcomer: viewer({ handle: null }),
  member: viewer({}),
  author: viewer({}),
  moderator: viewer({ role: 'moderator' }),
  admin: viewer({ role: 'admin' }),
  limited: viewer({ limitedUntil: new Date() }),
  banned: viewer({ banned: true }),
};
const rows = Object.keys(ACCESS) as Who[];

it.each(rows)('%s: allowed users are not refused, and others only for the listed reason', (who) => {
  const access: Access = ACCESS[who];
  for (const person of PEOPLE) {
    const early = refuseByWho(who, people[person]);
    if (early) expect(early.reason, person).toBe(access[person]);
  }
});

it.each([
  ['moderator', ['anonymous', 'newcomer', 'member', 'author', 'limited', 'banned']],
  ['admin', ['anonymous', 'newcomer', 'member', 'author', 'limited', 'banned', 'moderator']],
  ['member', ['anonymous', 'newcomer', 'banned']],
  ['accountOwner', ['anonymous', 'banned']],
  ['anyone', []],
] satisfies [Who, Person[]][])('%s alone is enough to refuse %s', (who, refused) => {
  const early = PEOPLE.filter((person) => refuseByWho(who, people[person]));
  expect(early.sort()).toEqual([...refused].sort());
});
