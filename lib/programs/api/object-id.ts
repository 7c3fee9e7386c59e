import { createHash } from 'node:crypto';

/**
 * Clients of the Hugging Face API expect ids of 24 hex digits. Ours have the kind in the first
 * eight and our own number in the rest, so they are stable and can be parsed.
 */
const KINDS = {
  paper: '70617065',
  comment: '636f6d6d',
  discussion: '64697363',
  organization: '6f726761',
} as const;

type Kind = keyof typeof KINDS;

const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0');

export const objectId = (kind: Kind, id: number): string => KINDS[kind] + hex(id, 16);

/** Returns our number from an id of that kind; null for anything else. */
export function readObjectId(kind: Kind, text: string): number | null {
  if (!/^[0-9a-f]{24}$/.test(text) || !text.startsWith(KINDS[kind])) return null;
  return safe(text.slice(8));
}

const AUTHOR = '6175';

/** Returns the id of a place in a paper's author list, counted from 0. */
export const authorId = (paperId: number, position: number): string =>
  AUTHOR + hex(position, 4) + hex(paperId, 16);

export function readAuthorId(text: string): { paperId: number; position: number } | null {
  if (!/^6175[0-9a-f]{20}$/.test(text)) return null;
  const paperId = safe(text.slice(8));
  return paperId === null ? null : { paperId, position: Number.parseInt(text.slice(4, 8), 16) };
}

function safe(digits: string): number | null {
  const id = Number.parseInt(digits, 16);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** Returns the id of a person: a hash, since the row's own id is not public. */
export const personId = (key: string): string =>
  createHash('sha256').update(`person ${key}`).digest('hex').slice(0, 24);
