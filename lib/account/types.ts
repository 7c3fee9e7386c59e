/** A session of the viewer; times are ISO 8601. */
export type OwnSession = {
  id: string;
  /** Browser and operating system, such as "Firefox on Linux"; null if unknown. */
  device: string | null;
  since: string;
  until: string;
  /** The session of this request. */
  current: boolean;
};

/** The viewer's sign-in methods. */
export type OwnAccount = {
  /** The confirmed address. */
  email: string | null;
  /** A new address that is not confirmed yet. */
  pending: string | null;
  /** Providers that are configured or connected; `since` (ISO 8601) if connected. */
  providers: { id: string; name: string; since: string | null; on: boolean }[];
  /** How many sign-in methods work; the last one cannot be removed. */
  ways: number;
};
