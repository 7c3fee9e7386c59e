import { expect, it } from 'vitest';
import { described } from './console-log';

it('keeps what helps to find an error, without query values', () => {
  const cause = Object.assign(new Error('Key (email)=(reader@example.org) already exists'), {
    name: 'PostgresError',
    code: '23505',
  });
  const error = new Error('Failed query: select $1\nparams: reader@example.org', { cause });
  const line = described([' ⨯', error]);
  expect(line).toMatchObject({ err: 'Error', code: '23505' });
  expect(JSON.stringify(line)).not.toContain('reader@');
  expect(line.at).toEqual(expect.arrayContaining([expect.stringContaining('console-log.test')]));
  expect(described([new TypeError('x is undefined')])).toMatchObject({
    err: 'TypeError: x is undefined',
  });
});
