import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cleanText } from '@/lib/base/clean-text';
import { exactText, freeText } from '@/lib/base/input-text';
import fc from '@/lib/base/testing/fast-check';
import { findInput } from '@/lib/follows/schema';
import { OPERATIONS } from '@/lib/programs/api/operations';
import { createMcpServer } from '@/lib/programs/mcp/server';
import { searchParams, suggestParams } from '@/lib/search/schema';
import { editFields, extraFields, paperFields } from '@/lib/submissions/schema';
import { overlayInput } from '@/lib/votes/schema';
import { isForm } from '@/lib/web/verb';
import { listVerbs } from './find';

/** The parts of zod's definition of a schema that are used here. */
type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
  items?: z.ZodType[];
  entries?: object;
  pattern?: RegExp;
  checks?: { _zod: { def: { pattern?: RegExp } } }[];
} & Partial<
  Record<
    'element' | 'innerType' | 'in' | 'out' | 'left' | 'right' | 'keyType' | 'valueType',
    z.ZodType
  >
>;

const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;

/** Schemas whose output contains no text of the input. */
const WITHOUT_TEXT = new Set([
  'boolean',
  'custom',
  'enum',
  'int',
  'literal',
  'never',
  'null',
  'number',
  'transform',
]);
const INNER = ['element', 'innerType', 'left', 'right', 'keyType', 'valueType'] as const;

/** Yields every string that a schema accepts, at any depth, with its path. */
function* strings(schema: z.ZodType, path: string): Generator<[string, z.ZodType]> {
  const def = defOf(schema);
  if (def.type === 'string') yield [path, schema];
  else if (def.type === 'pipe' && def.in && def.out) {
    // The output of a transformation is not input; before it nothing has been parsed.
    const first = defOf(def.in).type === 'transform' ? def.out : def.in;
    if (defOf(def.out).type !== 'boolean') yield* strings(first, path);
  } else if (!WITHOUT_TEXT.has(def.type)) {
    const inner = Object.entries(def.shape ?? {});
    for (const one of [...(def.options ?? []), ...(def.items ?? [])]) inner.push(['', one]);
    for (const name of INNER) {
      const one = def[name];
      if (one) inner.push(['', one]);
    }
    if (inner.length === 0 && def.type !== 'object') throw new Error(`${path}: ${def.type}`);
    for (const [name, one] of inner) yield* strings(one, name ? `${path}.${name}` : path);
  }
}

const SIGNS = [
  ...'\u0000\u0001\u0008\u000b\u000c\u001b\u001f\u007f\u0080\u0085\u009f'.split(''),
  ...'\u202a\u202c\u202e\u2066\u2067\u2068\u2069\ufffe\uffff'.split(''),
];
const SAMPLES = [
  ...['Ada Lovelace', 'ada', 'cs.LG', '2401.00001', '2026-07-24', '12', 'comment:7', 'UTC'],
  ...['https://example.org/a', 'ada@example.org', '10.5555/12345678', 'trending', 'W30, 12:7'],
  '0000-0002-1825-0097',
];

/** Generates texts that match a schema, each with an unwanted character. */
function spoiled(schema: z.ZodType): fc.Arbitrary<string> {
  const def = defOf(schema);
  const patterns = [def.pattern, ...(def.checks ?? []).map(({ _zod }) => _zod.def.pattern)];
  const like = patterns.flatMap((pattern) => {
    // The generator supports no look-around and little of Unicode; samples replace it then.
    const simple = pattern && !/\(\?[=!<]|\\[pP]\{/.test(pattern.source);
    return simple
      ? [fc.stringMatching(new RegExp(pattern.source, pattern.flags.replace('i', '')))]
      : [];
  });
  return fc
    .tuple(
      fc.oneof(fc.constantFrom(...SAMPLES), fc.string(), ...like),
      fc.nat(),
      fc.constantFrom(...SIGNS),
    )
    .map(([text, at, sign]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + sign + text.slice(place);
    });
}

const isClean = (text: unknown): boolean =>
  typeof text !== 'string' || cleanText(text) === text.replace(/\r\n?/g, '\n');

const KNOWN = SAMPLES.flatMap((text) =>
  SIGNS.flatMap((sign) => [sign + text, text + sign, text.slice(0, 3) + sign + text.slice(3)]),
);

/** Fails if a text with such a character passes unchanged. */
function expectClean(schema: z.ZodType): void {
  const isSafe = (text: string): boolean => {
    const parsed = schema.safeParse(text);
    return !parsed.success || isClean(parsed.data);
  };
  expect(KNOWN.filter((text) => !isSafe(text))).toEqual([]);
  fc.assert(fc.property(spoiled(schema), isSafe), { numRuns: 30 });
}

const tools = () => {
  const client = { viewer: null, scopes: ['read', 'vote', 'write'] as const };
  const server = createMcpServer({
    client: { ...client, scopes: [...client.scopes] },
    take: async () => null,
  });
  const registered = (server as unknown as { _registeredTools: Record<string, Tool> })
    ._registeredTools;
  return Object.entries(registered).map(([name, { inputSchema }]) => [`mcp ${name}`, inputSchema]);
};
type Tool = { inputSchema: z.ZodType };

const inputs: [string, z.ZodType][] = [
  ...(await listVerbs()).flatMap((verb): [string, z.ZodType][] => [
    [verb.name, verb.input],
    ...(isForm(verb) && verb.fields
      ? [[`${verb.name} form`, verb.fields] as [string, z.ZodType]]
      : []),
  ]),
  ...OPERATIONS.flatMap(({ id, params, query, body }): [string, z.ZodType][] => [
    [`${id} path`, params],
    [`${id} query`, query],
    ...(body ? [[`${id} body`, body] as [string, z.ZodType]] : []),
  ]),
  ...(tools() as [string, z.ZodType][]),
  // Of read-only pages and routes, and the second step of a submission.
  ['search', searchParams],
  ['suggestions', suggestParams],
  ['votes', overlayInput],
  ['follows', findInput],
  ['paper', paperFields],
  ['extras', extraFields],
  ['edit', editFields],
];

describe('input texts', () => {
  const all = inputs.flatMap(([name, schema]) => [...strings(schema, name)]);

  it('are found in verbs, forms, the API and the tools of agents', () => {
    for (const part of ['comments/postComment.markdown', 'people/saveProfile.bio']) {
      expect(all.map(([path]) => path)).toContain(part);
    }
    expect(all.length).toBeGreaterThan(150);
  });

  it.each(all)('%s accepts no control character', (_, schema) => expectClean(schema));
});

describe('the test itself', () => {
  it.each([
    ['a plain string', z.string()],
    ['a length', z.string().max(200)],
    ['an open pattern', z.string().regex(/^[a-z]{3}/)],
    ['a pattern without control characters alone', z.string().regex(/^\P{Cc}*$/u)],
    ['what is cleaned too late', z.string().regex(/^\S*$/)],
  ])('finds %s', (_, schema) => expect(() => expectClean(schema)).toThrow());

  it.each([
    ['cleaned text', freeText().max(80)],
    ['exact text', exactText().trim()],
    ['a closed pattern', z.string().regex(/^[a-z]{3}$/)],
    ['an identifier', z.uuid()],
  ])('accepts %s', (_, schema) => expectClean(schema));

  it('supports every kind of schema in use, or fails', () => {
    expect(() => [...strings(z.object({ a: z.unknown() }), 'x')]).toThrow('x.a: unknown');
  });
});

it('cleans prose, and rejects names and identifiers', () => {
  expect(freeText().parse('a\u0000b\u202e\r\nc\u2066')).toBe('ab\nc');
  for (const sign of SIGNS) expect(exactText().safeParse(`a${sign}b`).success).toBe(false);
  expect(exactText().parse('a\r\nb\tc')).toBe('a\r\nb\tc');
});
