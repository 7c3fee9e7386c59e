import { expect, it } from 'vitest';
import { claimProblem } from '@/lib/claims/messages';
import { hostLabel } from '@/lib/papers/links';
import { submissionProblem } from '@/lib/submissions/messages';
import { tokenProblem } from '@/lib/tokens/messages';
import { entryOf } from './entry-of';

it('ignores names from the prototype of every object', () => {
  for (const key of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    expect(entryOf({ invalid: 'No.' }, key)).toBeUndefined();
    for (const words of [submissionProblem(key), tokenProblem(key), claimProblem(key, 'assign')]) {
      expect(words).toMatch(/^This did not work/);
    }
  }
  expect(hostLabel('https://__proto__/code')).toBe('__proto__');
  expect(entryOf({ invalid: 'No.' }, 'invalid')).toBe('No.');
});
