import { domainToASCII } from 'node:url';

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Lower-casing would turn some of these into ASCII letters: U+212A becomes k. */
const CONFUSABLE = /[^\0-\x7f]/;

/** A non-ASCII letter that DNS would map to ASCII, such as U+212A or a ligature. */
const looksLatin = (letter: string): boolean =>
  letter > '\x7f' && /[\0-\x7f]/.test(letter.normalize('NFKC').toLowerCase());

/** A label that mixes Latin with lookalikes of another script imitates another domain. */
const isMixed = (label: string): boolean =>
  /\p{Script=Latin}/u.test(label) &&
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(label);

/**
 * Returns an e-mail address in the spelling that we store and write to, or null: lower case, the
 * domain as DNS knows it. No quotes, comments, lists or address literals. A non-ASCII local part is
 * rejected, because many mail servers do not deliver to it.
 */
export function parseEmail(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > 254) return null;
  const parts = text.trim().split('@');
  if (CONFUSABLE.test(parts[0] ?? '') || [...(parts[1] ?? '')].some(looksLatin)) return null;
  const [local, name] = parts.map((part) => part.toLowerCase());
  if (parts.length !== 2 || !local || !name) return null;
  if (local.length > 64 || !LOCAL.test(local)) return null;
  if (/[\p{Cc}\s"(),:;<>[\\\]/?#%]/u.test(name)) return null;
  const domain = domainToASCII(name);
  if (name.split('.').some(isMixed)) return null;
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  // A domain that ends in digits is an IPv4 address in one of its spellings.
  if (/^\d+$/.test(labels.at(-1) ?? '')) return null;
  const address = `${local}@${domain}`;
  return address.length <= 254 ? address : null;
}
