import { entryOf } from '@/lib/base/entry-of';
import { type Reason, reasonWords } from '@/lib/base/errors';
import { GROUP_LIMITS } from './schema';

/** Messages by form and reason. */
const WORDS: Record<string, Partial<Record<Reason, string>>> = {
  createGroup: {
    invalid: `A group has a name of 2 to ${GROUP_LIMITS.name} characters in one line, and at most ${GROUP_LIMITS.description} characters of description.`,
    conflict: `You are in ${GROUP_LIMITS.groups} groups already, which is the most. Leave one first.`,
  },
  updateGroup: {
    invalid: `A group has a name of 2 to ${GROUP_LIMITS.name} characters in one line, and at most ${GROUP_LIMITS.description} characters of description.`,
  },
  makeInvite: {
    conflict: `A group has at most ${GROUP_LIMITS.invites} invitations at a time. Revoke one first.`,
  },
  joinGroup: {
    conflict: `This group is full, or you are in ${GROUP_LIMITS.groups} groups already.`,
  },
  leaveGroup: { conflict: 'You own this group. Pass it on first, or delete it.' },
  removeMember: { conflict: 'The owner can’t be removed.' },
  passOwnership: { conflict: 'Only a member whose account isn’t banned can become the owner.' },
};

export const groupProblem = (about: string, error: string): string =>
  reasonWords(error, entryOf(WORDS, about));
