import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameOf, statementOf } from './traced';

test.each([
  [['select "id" from "papers" where slug = $1'], 'select papers'],
  [['\n  insert into  upvotes (user_id) values ($1)'], 'insert upvotes'],
  [['update papers set title = ', ' where id = ', ''], 'update papers'],
  [['select now()'], 'select'],
  [['with x as (select 1 from comments) select * from x'], 'with x'],
  [['select (select max(day) from (select 1 from days) d) from papers'], 'select papers'],
  [[''], 'query'],
])('names %j by verb and table', (strings, name) => {
  expect(nameOf(statementOf(strings))).toBe(name);
});

test('no literal is left in a statement', () => {
  const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 12 }), (before, secret) => {
      const text = statementOf([`select ${quoted(before)}, ${quoted(secret)} from papers`]);
      expect(text).toBe('select ?, ? from papers');
    }),
  );
});
