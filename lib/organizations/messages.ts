import { entryOf } from '@/lib/base/entry-of';
import { type Reason, reasonWords } from '@/lib/base/errors';
import { ORGANIZATION_LIMITS as MOST } from './schema';

const TEXT = `A name has 2 to ${MOST.name} characters with letters or digits, a description at most ${MOST.description}.`;

/** The hint beside the picture's field. */
export const LOGO_HINT = 'For example a logo. It is cropped to a square.';

/** Error messages by form and reason. */
const WORDS: Record<string, Partial<Record<Reason, string>>> = {
  createOrganization: {
    invalid: TEXT,
    taken: 'An organization with this name already exists. You can ask to manage it on its page.',
    conflict: `You manage ${MOST.administered} organizations already, which is the most.`,
  },
  updateOrganization: {
    invalid: `${TEXT} Links are at most ${MOST.links} addresses that begin with https://.`,
    taken: 'Another organization has this name already.',
  },
  makeOrganizationInvite: {
    conflict: `At most ${MOST.invites} links at a time. Revoke one first.`,
  },
  joinOrganization: { conflict: 'This organization has as many members as it can have.' },
  setMembership: {
    conflict: 'An organization needs an administrator. Make another member one first.',
  },
  changeMember: {
    conflict: 'An organization needs at least one administrator.',
    forbidden: 'Only the founder can leave or change their own role.',
  },
  requestOrganization: {
    invalid: `Say who you are there, in 10 to ${MOST.words} characters.`,
    conflict: 'This organization already has an administrator.',
  },
};

export const organizationProblem = (about: string, error: string): string =>
  reasonWords(error, entryOf(WORDS, about));
