import { z } from 'zod';
import { hostUrls } from '@/lib/base/database-url';
import { parseWindows } from '@/lib/base/windows';

// Kinds of values that a setting can have; each error completes "SETTING …".

export const flag = z.stringbool({
  truthy: ['1', 'true', 'yes', 'on'],
  falsy: ['0', 'false', 'no', 'off'],
  error: 'is neither 1 nor 0',
});
export const text = z.string().trim().min(1, 'is empty');
export const webAddress = z.url({ protocol: /^https?$/, error: 'is no http or https address' });
/** A Postgres, on one host or on several of which one takes writes. */
export const databaseAddress = text.refine(
  (url) => hostUrls(url) !== null,
  'is no address like postgres://user:password@host:5432/name',
);
/** Postgres servers, separated by commas or spaces; one address may name several hosts. */
export const databaseAddresses = text.transform((value, context) => {
  const addresses = value.split(/[\s,]+(?=\w+:\/\/)/).map(hostUrls);
  const wrong = addresses.indexOf(null);
  if (wrong < 0) return addresses.flatMap((urls) => urls ?? []);
  context.addIssue({
    code: 'custom',
    message: `has something else than postgres://user:password@host:5432/name at place ${wrong + 1}`,
  });
  return z.NEVER;
});
export const count = (min: number, max: number) => {
  const error = `is no whole number from ${min} to ${max}`;
  return z.coerce.number(error).int(error).min(min, error).max(max, error);
};
export const oneOf = <const Names extends readonly string[]>(...names: Names) =>
  z.enum(names, `is none of ${names.join(', ')}`);
export const shorter = (length: number) => text.max(length, `is longer than ${length} characters`);
/** A comma-separated list of matching words. */
export const list = (pattern: RegExp, what: string) =>
  text.transform((value, context) => {
    const words = value
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
    const wrong = words.findIndex((word) => !pattern.test(word));
    if (wrong < 0 && words.length > 0) return words;
    context.addIssue({
      code: 'custom',
      message: `has something else than ${what} at place ${wrong + 1}`,
    });
    return z.NEVER;
  });
/** One or more token buckets, as in `6/min,30/h` or `25/5min`. */
export const limits = text.transform((value, context) => {
  const windows = parseWindows(value);
  if (windows) return windows;
  context.addIssue({ code: 'custom', message: 'is not like 60/min or 1/5s,30/h' });
  return z.NEVER;
});
/** Comma-separated addresses, each after a method (PURGE by default) and with or without `{path}`. */
export const purgeAddresses = text.transform((value, context) => {
  const parsed = value.split(',').map((one) => {
    const [, method = 'PURGE', url = ''] = /^(?:([A-Z]{3,10}) +)?(\S+)$/.exec(one.trim()) ?? [];
    return { method, url };
  });
  const wrong = parsed.findIndex(
    ({ url }) => !/^https?:\/\//.test(url) || !URL.canParse(url.replaceAll('{path}', '/')),
  );
  if (wrong < 0) return parsed;
  context.addIssue({
    code: 'custom',
    message: `has something else than METHOD http://cache/… at place ${wrong + 1}`,
  });
  return z.NEVER;
});
