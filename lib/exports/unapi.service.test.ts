import { XMLParser } from 'fast-xml-parser';
import { beforeEach, expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper } from '@/db/testing/factories';
import { readUnapi } from './unapi';

useTestDatabase();
beforeEach(() => emptyTables('papers'));

const read = (query: Record<string, string>) => readUnapi(new URLSearchParams(query));

it('lists formats, and gives a paper in each of them', async () => {
  const { slug } = await createPaper({ title: 'On waves', abstract: 'They are wet.' });
  for (const query of [{}, { id: slug }]) {
    const file = await read(query as Record<string, string>);
    const options = { ignoreAttributes: false, attributeNamePrefix: '' };
    const { formats } = new XMLParser(options).parse(String(file?.body));
    expect(formats.id).toBe((query as { id?: string }).id);
    expect(formats.format.map(({ name }: { name: string }) => name)).toEqual(['ris', 'bibtex']);
    for (const { name, type } of formats.format) {
      const paper = await read({ id: slug, format: name });
      expect(paper?.type).toContain(type);
      expect(paper?.download).toBeUndefined();
      expect(String(paper?.body)).toContain('On waves');
    }
  }
  expect(String((await read({ id: slug, format: 'ris' }))?.body)).toContain('AB  - They are wet.');
});

it.each([
  { id: '"><x/>' },
  { id: 'new' },
  { id: '0704.0001', format: 'ris' },
  { id: '0704.0001', format: 'constructor' },
  { id: '../search', format: 'ris' },
])('there is nothing for %j', async (query) => {
  expect(await read(query as Record<string, string>)).toBe(null);
});
