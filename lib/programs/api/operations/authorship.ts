import { z } from 'zod';
import { getApiPaper, getOrganizationSlug } from '@/db/queries/api-papers';
import { ok, refuse } from '@/lib/base/errors';
import { exactText } from '@/lib/base/input-text';
import { verbs as claims } from '@/lib/claims/verbs';
import { verbs as corrections } from '@/lib/corrections/verbs';
import { webLink } from '@/lib/ingest/text';
import { callVerb } from '@/lib/web/verb';
import { personId, readAuthorId, readObjectId } from '../object-id';
import { defineOperation, reply } from '../operation';
import { findPaper, noPaper, paperKey, paperParam } from '../paper-key';

const nothing = z.object({});

export const claimPaper = defineOperation({
  id: 'claimPaper',
  method: 'POST',
  path: '/api/settings/papers/claim',
  tag: 'Writing',
  summary: 'Claim a place among the authors',
  description:
    'For the reader whose token it is. Confirmed at once by a sign-in at ORCID that proves it, else by a moderator.',
  params: nothing,
  query: nothing,
  body: z.object({
    paperId: exactText().min(1).max(100),
    claimAuthorId: exactText().max(30).describe('The `_id` of the author, as the paper has it.'),
    targetUserId: exactText()
      .max(60)
      .optional()
      .describe('Nobody but the reader: may be left out.'),
  }),
  response: z.object({ status: z.enum(['open', 'verified']) }),
  scope: 'write',
  limit: claims.claimAuthor.limit,
  refusals: ['not_found', 'taken', 'conflict'],
  run: async (client, { paperId, claimAuthorId, targetUserId }) => {
    const { viewer } = client;
    const own = viewer && [personId(viewer.id), viewer.handle];
    if (targetUserId !== undefined && !own?.includes(targetUserId)) {
      return refuse('forbidden', { message: 'A place can be claimed for oneself only.' });
    }
    const paper = await findPaper(paperId);
    if (!paper) return noPaper();
    const place = readAuthorId(claimAuthorId);
    if (place?.paperId !== paper.id) {
      return refuse('not_found', { message: 'This paper has no such author.' });
    }
    const { position } = place;
    const result = await callVerb(claims.claimAuthor, client, {
      paper: paper.slug,
      position,
      words: '',
    });
    return result.ok ? ok(reply({ status: result.data.status })) : result;
  },
});

const link = exactText()
  .max(500)
  .refine((text) => text === '' || webLink(text) !== null, 'An address begins with https://.')
  .optional();

export const setLinks = defineOperation({
  id: 'setLinks',
  method: 'POST',
  path: '/api/papers/{id}/links',
  tag: 'Writing',
  summary: "Correct a paper's links",
  description:
    'For its verified authors. What is left out stays, an empty text takes away; every change is public.',
  params: paperParam,
  query: nothing,
  body: z.object({
    githubRepo: link.describe('Where the code is.'),
    projectPage: link,
    organizationId: exactText().max(200).optional().describe('Its `_id`, address or name.'),
  }),
  response: nothing,
  scope: 'write',
  limit: corrections.correctPaper.limit,
  refusals: ['not_found', 'not_recognized'],
  run: async (client, { id, githubRepo, projectPage, organizationId }) => {
    const key = paperKey(id);
    const paper = key && (await getApiPaper(key));
    if (!paper) return noPaper();
    const number = readObjectId('organization', organizationId ?? '');
    const organization =
      number === null ? organizationId : ((await getOrganizationSlug(number)) ?? organizationId);
    const after = (asked: string | undefined, before: string | null) =>
      asked === undefined ? before : webLink(asked);
    const result = await callVerb(corrections.correctPaper, client, {
      paper: paper.slug,
      summary: paper.summary,
      code: after(githubRepo, paper.codeUrl),
      project: after(projectPage, paper.projectUrl),
      organization: organization === undefined ? paper.organizationSlug : organization || null,
    });
    return result.ok ? ok(reply({})) : result;
  },
});
