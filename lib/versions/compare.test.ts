import { expect, it } from 'vitest';
import { compareVersions } from './compare';

it('compares each text with the nearest stored one before it', () => {
  const known = [
    { version: 1, at: 'a', title: 'On tides', abstract: 'We look.' },
    { version: 2, at: 'b', title: null, abstract: null },
    { version: 3, at: 'c', title: 'On high tides', abstract: 'We look.' },
  ];
  expect(compareVersions(known)).toEqual([
    {
      version: 1,
      releasedAt: 'a',
      text: {
        title: [{ text: 'On tides', change: 'same' }],
        abstract: [{ text: 'We look.', change: 'same' }],
        compared: false,
      },
    },
    { version: 2, releasedAt: 'b', text: null },
    {
      version: 3,
      releasedAt: 'c',
      text: {
        title: [
          { text: 'On ', change: 'same' },
          { text: 'high ', change: 'added' },
          { text: 'tides', change: 'same' },
        ],
        abstract: [{ text: 'We look.', change: 'same' }],
        compared: true,
      },
    },
  ]);
});
