import type { Viewer } from '@/lib/web/types';

/** What a token permits besides reading public data. */
export const SCOPES = ['read', 'vote', 'write'] as const;
export type Scope = (typeof SCOPES)[number];

/** The owner of a token. */
export type Bearer = { id: string; name: string; scopes: Scope[]; viewer: Viewer };

/** A token, as its owner sees it. */
export type OwnToken = {
  id: string;
  name: string;
  /** Its last characters. */
  ending: string;
  scopes: Scope[];
  /** ISO times. */
  expires: string;
  expired: boolean;
  createdAt: string;
  /** The day (YYYY-MM-DD) of its last use; null before the first. */
  lastUsed: string | null;
  /** It was just created, and is shown once. */
  fresh: boolean;
};
