import { describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper } from '@/db/testing/factories';
import { getDraft } from './data';
import { sendInput } from './schema';
import { sendDraft } from './service';
import { open, paperRow, reader, send, useSources } from './testing/drafts';

useTestDatabase();
useSources();

describe('the same paper under another identifier', () => {
  const authors = async (paperId: number, ...names: string[]) => {
    for (const [position, name] of names.entries()) {
      await rawSql()`insert into paper_authors (paper_id, position, name)
        values (${paperId}, ${position}, ${name})`;
    }
  };

  it.each([
    ['the same DOI', { doi: '10.5555/TIDES.1', title: 'Something else' }],
    ['the preprint that its source names', { externalId: '2501.10777', title: 'Something else' }],
    ['the same title', { title: '  TIDES in the records — of 10.5555/tides.1!' }],
  ])('is offered, by %s', async (_, facts) => {
    const paper = await createPaper({ listed: true, ...facts });
    await authors(paper.id, 'S. Gezeiten', 'Somebody Else');
    const by = await reader();
    const draft = await open(by, '10.5555/tides.1');
    // The database does not fold a non-ASCII dash.
    if (facts.title.includes('—')) {
      await rawSql()`update papers set title = replace(title, '—', '-')`;
    }
    expect(await send(by, '10.5555/tides.1')).toMatchObject({ reason: 'already_here' });
    expect((await getDraft(by.viewer.id, draft.id))?.duplicates).toMatchObject([
      { slug: paper.slug },
    ]);
    expect(await paperRow('10.5555/tides.1')).toBeUndefined();
    const result = await send(by, '10.5555/tides.1', { anyway: '1' });
    expect(result).toMatchObject({ data: { state: 'listed' } });
  });

  it('needs a common author', async () => {
    const paper = await createPaper({
      listed: true,
      title: 'Tides in the records of 10.5555/tides.1',
    });
    await authors(paper.id, 'Grace Hopper');
    expect(await send(await reader(), '10.5555/tides.1')).toMatchObject({
      data: { state: 'listed' },
    });
  });

  it('at the same moment becomes one paper', async () => {
    const typed = { title: 'One and the same tide', authors: 'Ada Lovelace', date: '2025-01-01' };
    const addresses = [
      '10.5555/tides.1',
      'https://openreview.net/forum?id=YicbFdNTTy',
      'https://example.org/1',
      'https://example.org/2',
    ];
    const results = await Promise.all(
      addresses.map(async (text) => send(await reader(), text, typed)),
    );
    const states = results.map((result) => (result.ok ? result.data.state : result.reason)).sort();
    expect(states).toEqual(['already_here', 'already_here', 'already_here', 'listed']);
    expect(await rawSql()`select 1 from papers`).toHaveLength(1);
  });

  it('sent twice is one paper, and the second time leads to it', async () => {
    const by = await reader();
    const { id, details } = await open(by, '10.5555/tides.1');
    const input = sendInput.parse({ id, ...details.typed });
    const results = await Promise.all([1, 2, 3].map(() => sendDraft(by, input)));
    expect(results.map((result) => result.ok && result.data.state).sort()).toEqual([
      'already_here',
      'already_here',
      'listed',
    ]);
    expect(await rawSql()`select 1 from papers`).toHaveLength(1);
  });
});
