import { z } from 'zod';
import { DIMENSIONS } from '@/lib/search/meaning/words';
import { LONGEST_KEY } from '../limits';
import type { Interest, Setting, StoredInterest } from '../types';
import { KINDS } from './features';
import { MOST_INTERESTS } from './interests';

/** Maximum bytes of a model's file; ours have about 10 kB. */
const LARGEST_FILE = 200_000;
/** Most settings of one user. */
export const MOST_SETTINGS = 300;
/** Most interests in a file: learned ones and previously imported ones. */
const MOST_IN_FILE = 2 * MOST_INTERESTS;
const MOST_FEATURES = 400;

export const FORMAT = 'papertide-taste';

/** A word, name or topic: one line without characters that are unsafe in terminals or pages. */
const line = z
  .string()
  .min(1)
  .max(LONGEST_KEY)
  .refine((text) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text), 'Text of one line only.');
const weight = z.number().min(-1_000).max(1_000);

export const settingShape = z.strictObject({
  kind: z.enum(KINDS),
  key: line,
  shown: line,
  factor: z.number().min(-2).max(3),
});

const interestShape = z.strictObject({
  bias: weight,
  likes: z.int().min(0).max(1_000_000),
  features: z.array(z.tuple([z.enum(KINDS), line, line, weight])).max(MOST_FEATURES),
  /** Signed bytes in base64, with their scale. */
  vector: z.base64().length(Math.ceil(DIMENSIONS / 3) * 4),
  unit: z.number().min(0).max(100),
});

/** The file format of a taste, for storage, download and import. */
const tasteFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  interests: z.array(interestShape).max(MOST_IN_FILE),
  settings: z.array(settingShape).max(MOST_SETTINGS),
});

export type TasteFile = z.output<typeof tasteFile>;

const rounded = (value: number): number => Number(value.toPrecision(4));

export function packInterest({ bias, features, vector, likes }: Interest): StoredInterest {
  const most = vector.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const unit = most / 127;
  const bytes = Int8Array.from(vector, (value) => (unit > 0 ? Math.round(value / unit) : 0));
  return {
    bias: rounded(bias),
    likes,
    features: features.map(({ kind, key, shown, weight }) => [kind, key, shown, rounded(weight)]),
    vector: Buffer.from(bytes.buffer).toString('base64'),
    unit: rounded(unit),
  };
}

export function unpackInterest({ bias, features, vector, likes, unit }: StoredInterest): Interest {
  const bytes = Buffer.from(vector, 'base64');
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    bias,
    likes,
    features: features.map(([kind, key, shown, weight]) => ({ kind, key, shown, weight })),
    vector: Float32Array.from({ length: DIMENSIONS }, (_, at) => (signed[at] ?? 0) * unit),
  };
}

/** Returns a taste as a file. */
export const writeTaste = (interests: StoredInterest[], settings: Setting[]): TasteFile => ({
  format: FORMAT,
  version: 1,
  interests: interests.slice(0, MOST_IN_FILE),
  settings: settings.slice(0, MOST_SETTINGS),
});

/** Parses an imported file; null for anything but a taste of this format. */
export function readTaste(text: string): TasteFile | null {
  if (Buffer.byteLength(text) > LARGEST_FILE) return null;
  try {
    const read = tasteFile.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
