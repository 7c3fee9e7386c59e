import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { databaseWords } from './database-words';

const URL = 'postgres://reader:hunter2@db.example.org:5432/papers';
const coded = (code: string) => Object.assign(new Error('SQL with hunter2'), { code });

it.each([
  [coded('ECONNREFUSED'), 'nothing listens there'],
  [new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]), 'nothing listens there'],
  [new Error('Failed query', { cause: coded('28P01') }), 'it does not accept this password'],
  [coded('3D000'), 'there is no database of this name'],
  [
    Object.assign(new Error('unsupported startup parameter: statement_timeout'), { code: '08P01' }),
    'it is behind a pooler; set DATABASE_DIRECT_URL to the address of the server itself, and leave ' +
      'that of the pooler in DATABASE_URL',
  ],
  [coded('57P01'), 'it was lost (57P01)'],
])('says why a database cannot be used, without its password', (error, reason) => {
  expect(databaseWords(error, URL)).toBe(
    `The database at db.example.org:5432/papers cannot be used: ${reason}.`,
  );
});

it.each([coded('23505'), new TypeError('x is undefined')])('leaves other errors alone', (error) => {
  expect(databaseWords(error, URL)).toBeNull();
});

it.each(['check', 'recount', 'admin', 'import', 'dump', 'worker', 'migrate', 'start'])(
  '%s without its database says so in one line',
  async (program) => {
    const { PATH, HOME } = process.env;
    const more = { admin: ['list'], import: ['LICENSE'] }[program] ?? [];
    const running = promisify(execFile)('node', ['scripts/run.mjs', program, ...more], {
      env: {
        PATH,
        HOME,
        NODE_ENV: 'production',
        PORT: '0',
        AUTH_SECRET: 'a secret of the tests, 32 or more',
        DATABASE_URL: 'postgres://reader:hunter2@127.0.0.1:5/papers',
      },
    });
    await expect(running).rejects.toMatchObject({
      code: 1,
      stderr: 'The database at 127.0.0.1:5/papers cannot be used: nothing listens there.\n',
    });
  },
);
