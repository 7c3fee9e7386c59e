import { expect, it } from 'vitest';
import { placesOf } from './places';

const from = new Date('2026-03-09T08:00:00Z');
const told = { about: 'everything', topics: [], cadence: 'daily', from, search: null } as const;
const topics = ['cs.LG', 'math.AP'];
const search = { name: 'Heat', query: 'q=heat&topic=math.AP' };

it.each([
  ['a day', told, ['/papers/date/2026-03-09']],
  ['a week', { ...told, cadence: 'weekly' }, ['/papers/week/2026-W11']],
  ['a month', { ...told, cadence: 'monthly' }, ['/papers/month/2026-03']],
  [
    'topics of a day',
    { ...told, about: 'topics', topics },
    ['/topics/cs.LG/date/2026-03-09', '/topics/math.AP/date/2026-03-09'],
  ],
  ['what is followed', { ...told, about: 'follows' }, ['/following?order=new']],
  ['a search', { ...told, about: 'search', search }, ['/search?q=heat&topic=math.AP']],
  ['a search that is gone', { ...told, about: 'search' }, []],
] as [string, Parameters<typeof placesOf>[0], string[]][])('a mail about %s', (_, mail, paths) => {
  expect(placesOf(mail).map(({ path }) => path)).toEqual(paths);
});
