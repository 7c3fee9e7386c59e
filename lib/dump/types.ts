/** The types of lines, in the order of the file. */
export const LINE_TYPES = ['organization', 'reader', 'paper', 'comment', 'moderation'] as const;
export type LineType = (typeof LINE_TYPES)[number];

/** The version of the format, specified in docs/dump.md. */
export const FORMAT = 1;

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
  counts: Record<LineType, number>;
};
