import { expect, it } from 'vitest';
import { placesOf } from './places';

const from = new Date('2026-03-09T08:00:00Z');
const given = { about: 'everything', topics: [], cadence: 'daily', from, search: null } as const;
const topics = ['cs.LG', 'math.AP'];
const search = { name: 'Heat', query: 'q=heat&topic=math.AP' };

it.each([
  ['a day', given, ['/papers/date/2026-03-09']],
  ['a week', { ...given, cadence: 'weekly' }, ['/papers/week/2026-W11']],
  ['a month', { ...given, cadence: 'monthly' }, ['/papers/month/2026-03']],
  [
    'topics of a day',
    { ...given, about: 'topics', topics },
    ['/topics/cs.LG/date/2026-03-09', '/topics/math.AP/date/2026-03-09'],
  ],
  ['what is followed', { ...given, about: 'follows' }, ['/following?order=new']],
  ['a search', { ...given, about: 'search', search }, ['/search?q=heat&topic=math.AP']],
  ['a search that is gone', { ...given, about: 'search' }, []],
] as [string, Parameters<typeof placesOf>[0], string[]][])('a mail about %s', (_, mail, paths) => {
  expect(placesOf(mail).map(({ path }) => path)).toEqual(paths);
});
