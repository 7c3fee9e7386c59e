/** The version of the format, specified in docs/dump.md. */
export const FORMAT = 2;

export type Manifest = {
  format: number;
  /** The site's address. */
  site: string;
  /** ISO time of the database snapshot. */
  at: string;
  file: string;
  bytes: number;
  /** Of the compressed file, in hex. */
  sha256: string;
  /** Lines of each type. */
  counts: Record<string, number>;
};

/** Why a file cannot be loaded, for the host. */
export class DumpRefused extends Error {}
