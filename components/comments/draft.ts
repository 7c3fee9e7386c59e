import type { Target } from './target';

/**
 * Stores unposted text in this browser by user and place, with the idempotency key that turns a
 * retry into the same comment. Storage may be blocked or full: then no draft is stored.
 */
export type Draft = {
  text: string;
  clientKey: string;
  revision: number;
  /** When a visitor typed it who was not signed in, in ms. */
  at?: number;
};

export const draftPlace = (handle: string, paperId: number, target: Target): string => {
  const place = `${handle.toLowerCase()}:${paperId}:${target.kind}`;
  return target.kind === 'new' ? place : `${place}:${target.commentId}`;
};

const storageKey = (place: string): string => `papertide:draft:${place}`;

export function readDraft(place: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(storageKey(place)) ?? 'null');
    return typeof draft?.text === 'string' && typeof draft.clientKey === 'string' ? draft : null;
  } catch {
    return null;
  }
}

export function keepDraft(place: string, draft: Draft): void {
  try {
    if (draft.text.trim() === '') localStorage.removeItem(storageKey(place));
    else localStorage.setItem(storageKey(place), JSON.stringify(draft));
  } catch {
    // Storage is blocked or full.
  }
}

export function dropDraft(place: string): void {
  try {
    localStorage.removeItem(storageKey(place));
  } catch {
    // Storage is blocked.
  }
}

/** Milliseconds for which the text of a visitor is kept for their sign-in. */
const GUEST_LIFE = 60 * 60_000;

const guestPlace = (paperId: number): string => draftPlace('', paperId, { kind: 'new' });

/** Returns the text that a visitor typed about this paper in the last hour, or null. */
export function readGuestDraft(paperId: number, now = Date.now()): Draft | null {
  const draft = readDraft(guestPlace(paperId));
  return draft && now - (draft.at ?? 0) < GUEST_LIFE ? draft : null;
}

export const keepGuestDraft = (paperId: number, text: string, now = Date.now()): void =>
  keepDraft(guestPlace(paperId), { text, clientKey: newKey(), revision: 0, at: now });

/**
 * Turns the text of a visitor into the draft of the user who has signed in since. Returns false if
 * there is none, or if the user has a draft here already.
 */
export function adoptGuestDraft(handle: string, paperId: number, now = Date.now()): boolean {
  const draft = readGuestDraft(paperId, now);
  dropDraft(guestPlace(paperId));
  const place = draftPlace(handle, paperId, { kind: 'new' });
  if (!draft || readDraft(place)) return false;
  const { text, clientKey, revision } = draft;
  keepDraft(place, { text, clientKey, revision });
  return true;
}

/**
 * Returns a random key. `crypto.randomUUID` exists only in secure contexts, so not over plain http.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
