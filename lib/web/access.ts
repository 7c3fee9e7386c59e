import { type Reason, type Refusal, refuse } from '@/lib/base/errors';
import type { Viewer } from './types';

/**
 * Kinds of users, as far as rights go. `author`: of the very thing that the verb is about.
 * `limited`: by a moderator, to what a new account may write a day; rights are a member's.
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

/** What each of them gets: the thing itself, or the reason why not. */
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
  /** An owner who may not leave: ownership is passed on first. */
  memberButOwner: { ...owner, author: 'conflict' },
  /** An owner, with or without rights to write: what is being ended is only theirs. */
  ownerAlways: { ...owner, newcomer: 'not_found', banned: 'not_found' },
  /** The user whom an act of a moderator concerns, banned or not; here that is `author`. */
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
 * Returns why nobody like this viewer may do what `who` allows, whatever it is about, or null.
 * Authors and owners are for the service to find: the subject is not known here.
 */
export function refuseByWho(who: Who, viewer: Viewer | null): Refusal | null {
  const access: Access = ACCESS[who];
  if (!viewer) return access.anonymous === 'signed_out' ? refuse('signed_out') : null;
  if (viewer.banned) return access.banned === 'banned' ? refuse('banned') : null;
  if (!viewer.handle) return access.newcomer === 'needs_handle' ? refuse('needs_handle') : null;
  const byRole = access.member === 'forbidden' && access.author === 'forbidden';
  return byRole && access[viewer.role] === 'forbidden' ? refuse('forbidden') : null;
}
