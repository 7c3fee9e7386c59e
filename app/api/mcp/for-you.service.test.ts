import { beforeEach, expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { forgetCandidates } from '@/lib/taste/candidates';
import { tokenOf } from '@/lib/tokens/testing/token';
import { callTool, connectTools, useTools } from './testing/client';

useTestDatabase();
useTools();
beforeEach(async () => {
  await emptyTables('users', 'papers', 'rate_limits');
  forgetCandidates();
});

it('an agent starts For you, reads it with reasons, and dismisses a paper', async () => {
  const title = 'Rectified flow matching for image generation';
  const lately = new Date(Date.now() - 86_400_000);
  const { slug } = await createPaper({ listed: true, title, submittedAt: lately });
  const client = await connectTools(await tokenOf(await createUser()));
  const asked = () => {
    forgetCandidates();
    return callTool(client, 'for_you');
  };
  const before = await asked();
  expect(before.text).toContain('Fewer than three likes');
  expect(before.text).toContain(`1. ${title} [${slug}]`);
  const started = await callTool(client, 'start_for_you', {
    topics: ['cs.CV'],
    papers: ['2101.99999'],
  });
  expect(started.text).toBe('For you starts from 0 papers and 1 topic. Not on this site: 1.');
  expect(await callTool(client, 'start_for_you', { topics: ['none'] })).toMatchObject({
    isError: true,
    text: expect.stringContaining('no topic “none”'),
  });
  await callTool(client, 'mark_not_interested', { id: slug });
  expect((await asked()).text).toContain('There is no new paper for this user.');
  await callTool(client, 'mark_not_interested', { id: slug, not_interested: false });
  expect((await asked()).data).toMatchObject({ papers: [{ id: slug }] });
  const unknown = await callTool(client, 'mark_not_interested', { id: '2101.99999' });
  expect(unknown).toMatchObject({ isError: true });
});
