import { randomUUID } from 'node:crypto';
import {
  claimAuthor,
  contestClaim,
  settleClaim,
  settleContest,
  withdrawClaim,
} from '@/lib/claims/service';
import {
  arrangePapers,
  collectPaper,
  createCollection,
  deleteCollection,
  savePaper,
  updateCollection,
} from '@/lib/collections/service';
import { correctPaper, revertCorrection } from '@/lib/corrections/service';
import {
  changeMember,
  createOrganization,
  dropPaper,
  joinOrganization,
  makeOrganizationInvite,
  requestOrganization,
  revokeOrganizationInvite,
  setMembership,
  settleRequest,
  updateOrganization,
} from '@/lib/organizations/service';
import { approveSubmission, refuseSubmission } from '@/lib/reviews/service';
import { sendInput } from '@/lib/submissions/schema';
import {
  dropSubmission,
  lookUpPaper,
  openDraft,
  sendDraft,
  submitPaper,
} from '@/lib/submissions/service';
import { setUpvote } from '@/lib/votes/service';
import type { Call } from './scene';

/** The verbs about papers, each with an input that only permissions can refuse. */
export const PAPER_CALLS: Record<string, Call> = {
  'claims/claimAuthor': (context, { unclaimedSlug: paper }) =>
    claimAuthor(context, { paper, position: 0, words: '' }),
  'claims/contestClaim': (context, { externalId: paper, handle }) =>
    contestClaim(context, { paper, handle, words: 'It is somebody else.' }),
  'claims/settleClaim': (context, { claimId: claim }) =>
    settleClaim(context, { claim, act: 'confirm', reason: 'The page says so.' }),
  'claims/settleContest': (context, { externalId: paper, handle }) =>
    settleContest(context, { paper, handle, act: 'take_back', reason: 'Somebody else.' }),
  'claims/withdrawClaim': (context, { externalId: paper }) => withdrawClaim(context, { paper }),
  'corrections/correctPaper': (context, { externalId: paper }) =>
    correctPaper(context, {
      paper,
      summary: 'What it says.',
      code: null,
      project: null,
      organization: null,
    }),
  'corrections/revertCorrection': (context, { correctionId: correction }) =>
    revertCorrection(context, { correction, reason: 'Advertising.' }),
  'collections/arrangePapers': (context, { collection, externalId: paper }) =>
    arrangePapers(context, { collection, notes: [{ paper, note: 'Read.' }] }),
  'collections/collectPaper': (context, { collection, unclaimedSlug: paper }) =>
    collectPaper(context, { collection, paper, there: true, note: '' }),
  'collections/createCollection': (context) =>
    createCollection(context, { name: 'To read', description: '', visibility: 'public' }),
  'collections/deleteCollection': (context, { collection }) =>
    deleteCollection(context, { collection }),
  'collections/savePaper': (context, { unclaimedSlug: paper }) => savePaper(context, { paper }),
  'collections/updateCollection': (context, { collection }) =>
    updateCollection(context, {
      collection,
      name: 'Read',
      description: '',
      visibility: 'public',
    }),
  'organizations/changeMember': (context, { organization: slug, handle }) =>
    changeMember(context, { slug, handle, act: 'remove' }),
  'organizations/createOrganization': (context) =>
    createOrganization(context, { name: `Lab ${randomUUID()}`, description: '' }),
  'organizations/dropPaper': (context, { organization: slug, externalId: paper }) =>
    dropPaper(context, { slug, paper }),
  'organizations/joinOrganization': (context, { organizationToken: token }) =>
    joinOrganization(context, { token }),
  'organizations/makeOrganizationInvite': (context, { organization: slug }) =>
    makeOrganizationInvite(context, { slug, days: 7 }),
  'organizations/requestOrganization': (context) =>
    requestOrganization(context, { slug: 'imported', words: 'It is mine.' }),
  'organizations/revokeOrganizationInvite': (context, { organization: slug }) =>
    revokeOrganizationInvite(context, { slug, invite: '0123456789abcdef' }),
  'organizations/setMembership': (context, { organization: slug }) =>
    setMembership(context, { slug, act: 'hide' }),
  'organizations/settleRequest': (context, { requestId: request }) =>
    settleRequest(context, { request, act: 'refuse', reason: 'Somebody else.' }),
  'organizations/updateOrganization': (context, { organization: slug }) =>
    updateOrganization(context, { slug, name: slug, description: '', links: [] }),
  'reviews/approveSubmission': (context, { waitingId: id }) =>
    approveSubmission(context, { id, reason: 'It fits.' }),
  'reviews/refuseSubmission': (context, { waitingId: id }) =>
    refuseSubmission(context, { id, reason: 'It does not fit.' }),
  'submissions/dropSubmission': (context, { draftId: id }) => dropSubmission(context, { id }),
  'submissions/openDraft': (context, { externalId: text }) => openDraft(context, { text }),
  'submissions/sendDraft': (context, { draftId: id }) =>
    sendDraft(context, sendInput.parse({ id })),
  'submissions/lookUpPaper': (context, { externalId }) =>
    lookUpPaper(context, { text: externalId }),
  'submissions/submitPaper': (context, { externalId }) =>
    submitPaper(context, { arxivId: externalId }),
  'votes/setUpvote': (context, { paperId }) => setUpvote(context, { paperId, upvoted: true }),
};
