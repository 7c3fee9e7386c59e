import { cleanText } from '@/lib/base/clean-text';
import { paragraphsOf } from '@/lib/markup/paragraphs';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const CONTROL = /[\u0001-\u001f\u007f\u0085]/g;
/** Characters that foldText has to change; most texts have none. */
const UNUSUAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  /[\0-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]| {2}|[^\S ]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Text that Postgres or a browser cannot store unchanged, with the reason. */
export class UnusableText extends Error {}

/**
 * Folds text into one line: control characters and runs of whitespace become one space. Throws
 * UnusableText for NUL and lone surrogates, which a database cannot store.
 */
export function foldText(text: string): string {
  if (!UNUSUAL.test(text)) return text.trim();
  if (text.includes('\0')) throw new UnusableText('contains a NUL character');
  if (LONE_SURROGATE.test(text)) throw new UnusableText('contains half a character');
  return cleanText(text.replace(CONTROL, ' ')).replace(/\s+/g, ' ').trim();
}

/** Like foldText, but an empty line or arXiv's indented line starts a new paragraph. */
export const foldParagraphs = (text: string): string =>
  paragraphsOf(text).map(foldText).filter(Boolean).join('\n\n');

const LONGEST_LINK = 2_000;

/** Returns the normalized address; null unless it is http or https without credentials. */
export function webLink(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > LONGEST_LINK) return null;
  if (!URL.canParse(text.trim())) return null;
  const url = new URL(text.trim());
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return url.href.length > LONGEST_LINK ? null : url.href;
}

/**
 * Returns the certain part of a date: `2024-05-06`, `2024-05` or `2024`, where the rest is missing,
 * 0 or out of range. Null without a year.
 */
export function sureDate(year: unknown, month?: unknown, day?: unknown): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!Number.isInteger(y) || y < 1600 || y >= 2200) return null;
  if (!Number.isInteger(m) || m < 1 || m > 12) return String(y);
  const two = (part: number) => String(part).padStart(2, '0');
  const isDay = Number.isInteger(d) && d >= 1 && d <= daysOf(y, m);
  return isDay ? `${y}-${two(m)}-${two(d)}` : `${y}-${two(m)}`;
}

/** Converts a date of `sureDate` to ISO time; a year or a month is its first day. */
export const isoDay = (sure: string): string =>
  `${sure}${'-01-01'.slice(sure.length - 4)}T00:00:00.000Z`;

const daysOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Returns a time in ISO format, or null; a date alone is midnight UTC. */
export function isoTime(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > 60 || namesNoDay(text)) return null;
  const parts = /^\s*(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?\s*$/.exec(text);
  if (parts) {
    const sure = sureDate(parts[1], parts[2], parts[3]);
    return sure && isoDay(sure);
  }
  const zoned =
    /(?:z|gmt|utc|[+-]\d\d:?\d\d)$/i.test(text.trim()) || /^\d{4}-\d\d-\d\d$/.test(text);
  const time = new Date(zoned ? text : `${text} UTC`);
  const year = time.getUTCFullYear();
  return year >= 1900 && year < 2200 ? time.toISOString() : null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Whether a date has a day that its month lacks, which `Date` would take for one of the next. */
function namesNoDay(text: string): boolean {
  const numbers = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text);
  const year = Number(/\b\d{4}\b/.exec(text)?.[0]);
  const named = /\b([a-z]{3})[a-z]*\.?\b/gi;
  const month = numbers
    ? Number(numbers[2])
    : [...text.matchAll(named)]
        .map(([, name = '']) => MONTHS.indexOf(name.toLowerCase()) + 1)
        .find(Boolean);
  const day = numbers ? numbers[3] : /(?<![\d:])(\d{1,2})(?![\d:])/.exec(text)?.[1];
  if (!month || month > 12 || !day || Number.isNaN(year)) return false;
  return Number(day) > daysOf(year, month);
}

/** Returns a slug for an organization from its name. */
export const nameSlug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);

/**
 * Repairs UTF-8 that was decoded as Latin-1 ("WÃ¼bben"); returns any other text unchanged. Real
 * Latin-1 text is practically never valid UTF-8 as bytes.
 */
export function repairLatin1(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\0-\u00ff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}
