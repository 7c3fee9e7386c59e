import type { Role } from '@/lib/auth/types';

/** What `GET /api/me` answers: the reader as the own pages show them. */
export type Me = {
  viewer: { handle: string | null; name: string | null; role: Role; banned: boolean } | null;
  needsHandle: boolean;
  /** Notifications that are not read, up to a hundred. */
  unread: number;
};
