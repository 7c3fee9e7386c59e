/** One place where the viewer is signed in; times are ISO 8601. */
export type OwnSession = {
  id: string;
  /** Browser and system in two words; null where they are not known. */
  device: string | null;
  since: string;
  until: string;
  /** The one that asks. */
  current: boolean;
};

/** How the viewer gets in. */
export type OwnAccount = {
  /** The confirmed address. */
  email: string | null;
  /** An address that waits to be confirmed. */
  pending: string | null;
  /** Providers that are set up or connected; `since` (ISO 8601) where they are connected. */
  providers: { id: string; name: string; since: string | null; on: boolean }[];
  /** Ways in that there are: one that is the last is not to be taken away. */
  ways: number;
};
