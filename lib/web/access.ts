import { type Reason, type Refusal, refuse } from '@/lib/base/errors';
import type { Viewer } from './types';

/**
 * Kinds of users by their rights. `author`: the author or owner of the verb's subject. `limited`:
 * limited by a moderator to a new account's daily quota, with a member's rights.
 */
export const PEOPLE = [
  'anonymous',
  'newcomer',
  'member',
  'author',
  'moderator',
  'admin',
  'limited',
  'banned',
] as const;
export type Person = (typeof PEOPLE)[number];

/** The outcome for each kind: allowed, or the reason of the refusal. */
export type Access = Record<Person, 'may' | Reason>;

const anyone: Access = {
  anonymous: 'may',
  newcomer: 'may',
  member: 'may',
  author: 'may',
  moderator: 'may',
  admin: 'may',
  limited: 'may',
  banned: 'may',
};
const signedIn: Access = { ...anyone, anonymous: 'signed_out' };
const member: Access = { ...signedIn, newcomer: 'needs_handle', banned: 'banned' };
const author: Access = {
  ...member,
  member: 'forbidden',
  limited: 'forbidden',
  moderator: 'forbidden',
  admin: 'forbidden',
};
const moderator: Access = {
  ...member,
  member: 'forbidden',
  author: 'forbidden',
  limited: 'forbidden',
};
/** Others get `not_found`, so that they cannot tell that it exists. */
const owner: Access = {
  ...author,
  member: 'not_found',
  limited: 'not_found',
  moderator: 'not_found',
  admin: 'not_found',
};

/** The rows of the permission table: each verb names one (lib/CONCEPT/verbs.ts). */
export const ACCESS = {
  anyone,
  signedIn,
  /** A user's own account, with or without a handle; a banned user changes nothing about it. */
  accountOwner: { ...signedIn, banned: 'banned' },
  member,
  author,
  memberButAuthor: { ...member, author: 'forbidden' },
  authorOrModerator: { ...author, moderator: 'may', admin: 'may' },
  moderator,
  admin: { ...moderator, moderator: 'forbidden' },
  owner,
  /** Everyone in the group except its owner, who must pass on the ownership first. */
  memberButOwner: { ...owner, author: 'conflict' },
  /** An owner, even without the right to write: users may always end what is theirs. */
  ownerAlways: { ...owner, newcomer: 'not_found', banned: 'not_found' },
  /** The user affected by a moderator's act, banned or not; `author` stands for them. */
  concerned: { ...owner, banned: 'not_found' },
  newcomer: {
    anonymous: 'signed_out',
    newcomer: 'may',
    member: 'conflict',
    author: 'conflict',
    moderator: 'conflict',
    admin: 'conflict',
    limited: 'conflict',
    banned: 'banned',
  },
} satisfies Record<string, Access>;

export type Who = keyof typeof ACCESS;

/**
 * Returns why a viewer of this kind may not use a verb with this `who`, or null. Authors and owners
 * are checked by the service: the subject is not known here.
 */
export function refuseByWho(who: Who, viewer: Viewer | null): Refusal | null {
  const access: Access = ACCESS[who];
  if (!viewer) return access.anonymous === 'signed_out' ? refuse('signed_out') : null;
  if (viewer.banned) return access.banned === 'banned' ? refuse('banned') : null;
  if (!viewer.handle) return access.newcomer === 'needs_handle' ? refuse('needs_handle') : null;
  const byRole = access.member === 'forbidden' && access.author === 'forbidden';
  return byRole && access[viewer.role] === 'forbidden' ? refuse('forbidden') : null;
}
