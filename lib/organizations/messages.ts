import { entryOf } from '@/lib/base/entry-of';
import { type Reason, reasonWords } from '@/lib/base/errors';
import { ORGANIZATION_LIMITS as MOST } from './schema';

const TEXT = `A name has 2 to ${MOST.name} characters with letters or digits, a description at most ${MOST.description}.`;

/** The hint beside the picture's field. */
export const LOGO_HINT = 'A logo, for example. It is cut to a square.';

/** Error messages by form and reason. */
const WORDS: Record<string, Partial<Record<Reason, string>>> = {
  createOrganization: {
    invalid: TEXT,
    taken: 'There is an organization of this name already. Ask to manage it on its page.',
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
    conflict: 'An organization keeps one administrator. Make another member one first.',
  },
  changeMember: {
    conflict: 'An organization keeps at least one administrator.',
    forbidden: 'Only the founder can end the founder’s own part in an organization.',
  },
  requestOrganization: {
    invalid: `Say who you are there, in 10 to ${MOST.words} characters.`,
    conflict: 'Somebody manages this organization already.',
  },
};

export const organizationProblem = (about: string, error: string): string =>
  reasonWords(error, entryOf(WORDS, about));
