export type Role = 'member' | 'moderator' | 'admin';

/** Who asks. A signed-out visitor is null, never a half-filled viewer. */
export type Viewer = {
  id: string;
  /** Null until the reader has picked one: such a viewer may read and pick, nothing else. */
  handle: string | null;
  name: string | null;
  role: Role;
  banned: boolean;
  /** Writes as little as a new account until then, by a moderator's word; null: does not. */
  limitedUntil: Date | null;
  createdAt: Date;
};

/** What every service verb takes first. */
export type Context = {
  viewer: Viewer | null;
  /** A keyed hash of the client's network (lib/web/network-key); null when it is not known. */
  network?: string | null;
  /** Of the request, where there is one. */
  headers?: Pick<Headers, 'get'>;
};

/** What `GET /me` answers: the reader as the own pages show them. */
export type Me = {
  viewer: { handle: string | null; name: string | null; role: Role; banned: boolean } | null;
  needsHandle: boolean;
  /** Notifications that are not read, up to a hundred. */
  unread: number;
  /** What waits for moderators, up to a hundred; 0 for everybody else. */
  waiting: number;
};
