import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { postComment, suggestMentions } from './service';

useTestDatabase();

it('suggests participants first, only them before anything is typed, and never the viewer', async () => {
  const viewer = await createUser({ handle: 'am-i' });
  const talking = await createUser({ handle: 'amy_z', name: 'Amy Z.' });
  const submitter = await createUser({ handle: 'amos' });
  await createUser({ handle: 'amanda' });
  await createUser({ handle: 'amyxz' });
  await createUser({ handle: 'ambrose', banned: true });
  const { id: paper } = await createPaper({ listed: true, submittedBy: submitter.id });
  for (const one of [talking, viewer]) {
    await postComment(
      { viewer: one },
      { paperId: paper, markdown: 'A word.', clientKey: randomUUID() },
    );
  }
  const handles = async (start: string) => {
    const result = await suggestMentions({ viewer }, { paper, start });
    return result.ok ? result.data.readers.map(({ handle }) => handle) : [];
  };
  expect(await handles('')).toEqual(['amos', 'amy_z']);
  expect(await handles('AM')).toEqual(['amos', 'amy_z', 'amanda', 'amyxz']);
  // The underscore is no wildcard.
  expect(await handles('amy_')).toEqual(['amy_z']);
  expect(await suggestMentions({ viewer: null }, { paper, start: '' })).toMatchObject({
    reason: 'signed_out',
  });
});
