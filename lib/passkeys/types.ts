export type OwnPasskey = {
  id: string;
  name: string;
  /** ISO time. */
  createdAt: string;
  /** The day (YYYY-MM-DD) of its last use; null before the first. */
  lastUsed: string | null;
};
