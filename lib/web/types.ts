export type Role = 'member' | 'moderator' | 'admin';

/** The signed-in user of a request. A visitor is null, never a half-filled viewer. */
export type Viewer = {
  id: string;
  /** Null until a handle is picked: until then a user may only read and pick one. */
  handle: string | null;
  name: string | null;
  role: Role;
  banned: boolean;
  /** Limited to a new account's quota until then, by a moderator; null if not. */
  limitedUntil: Date | null;
  createdAt: Date;
};

/** The first argument of every verb. */
export type Context = {
  viewer: Viewer | null;
  /** A keyed hash of the client's network (lib/web/network-key); null if unknown. */
  network?: string | null;
  /** Of the request, where there is one. */
  headers?: Pick<Headers, 'get'>;
};

/** The response of `GET /me`. */
export type Me = {
  viewer: { handle: string | null; name: string | null; role: Role; banned: boolean } | null;
  needsHandle: boolean;
  /** Unread notifications, up to a hundred. */
  unread: number;
  /** Entries in the moderators' queues, up to a hundred; 0 for all other users. */
  waiting: number;
};
