import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { isActionBody, isActionCall, isActionId, refuseActionHeaders } from './action-call';

const ACTION = `7f${'0'.repeat(40)}`;
const CACHED = `c0${'0'.repeat(40)}`;

describe('an id', () => {
  it.each([`00${'a'.repeat(40)}`, ACTION])('%s can be an action', (id) =>
    expect(isActionId(id)).toBe(true),
  );
  it.each([
    CACHED,
    `80${'0'.repeat(40)}`,
    '',
    'abc',
    ACTION.toUpperCase(),
    `${ACTION}0`,
    'toString',
  ])('%s is no action', (id) => expect(isActionId(id)).toBe(false));
});

describe('a call by its headers', () => {
  const plain = {
    'next-action': ACTION,
    'content-type': 'text/plain;charset=UTF-8',
    host: 'papers.example.org',
    origin: 'http://papers.example.org',
  };
  const status = (more: Record<string, string | undefined>) =>
    refuseActionHeaders({ headers: { ...plain, ...more } } as unknown as IncomingMessage);

  it.each([
    ['of this site', {}, null],
    ['for a cached function', { 'next-action': CACHED }, 400],
    ['for two actions', { 'next-action': `${ACTION}, ${ACTION}` }, 400],
    ['as a form', { 'content-type': 'multipart/form-data; boundary=x' }, 400],
    ['as a form with an encoding', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
    ['without a type', { 'content-type': undefined }, 400],
    ['from elsewhere', { origin: 'https://evil.example' }, 403],
    ['from nowhere', { origin: 'null' }, 403],
    ['without an origin', { origin: undefined }, 403],
    ['from another port', { origin: 'http://papers.example.org:8080' }, 403],
    ['from what is no origin', { origin: 'papers' }, 400],
    ['from an empty origin', { origin: '' }, 400],
    ['from a broken origin', { origin: 'http://[::1' }, 400],
    ['from an origin with a user', { origin: 'http://a@papers.example.org' }, 403],
  ])('%s', (_, more, expected) => expect(status(more)).toBe(expected));

  it('is one on pages only', () => {
    const call = (method: string, url: string, headers: object = plain) =>
      isActionCall({ method, url, headers } as unknown as IncomingMessage);
    expect(call('POST', '/papers/new')).toBe(true);
    expect(call('POST', '/api/../papers')).toBe(true);
    expect(call('POST', '/api/papers')).toBe(false);
    expect(call('GET', '/papers')).toBe(false);
    expect(call('POST', '/papers', {})).toBe(false);
  });
});

describe('a body', () => {
  it('is one input of plain values', () => {
    const text = fc.string({ unit: 'binary-ascii' }).map((value) => value.replace(/^\$/, '$$$$'));
    const input = fc.dictionary(fc.string(), fc.oneof(text, fc.double(), fc.boolean()));
    fc.assert(
      fc.property(input, (value) => isActionBody(JSON.stringify([value]))),
      { numRuns: 50 },
    );
    expect(isActionBody('[{"parentId":"$undefined"}]')).toBe(true);
  });

  it.each([
    ['another shape', ['', '{}', '"x"', 'null', '[]', '[1,2]', '{"0":1}', '[', '\0', '0:[1]']],
    ['a reference', ['["$F1"]', '["$h1"]', '["$K1"]', '["$@1"]', '["$1"]', '["$T"]', '["$"]']],
    ['one below', ['[{"a":["$B1"]}]', '[{"a":{"b":"$D2020"}}]', '["$undefined "]', '["$n1"]']],
    ['a deep one', [`[${'['.repeat(100_000)}${']'.repeat(100_000)}]`]],
    ['a wide one', [`[${'0,'.repeat(100_000)}0]`]],
  ])('is not %s', (_, bodies) => {
    for (const body of bodies) expect(isActionBody(body), body.slice(0, 40)).toBe(false);
  });
});
