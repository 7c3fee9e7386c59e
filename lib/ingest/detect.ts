export type Format =
  | 'atom'
  | 'oai'
  /** One JSON array of daily entries or papers. */
  | 'json-array'
  | 'json-lines'
  /** One JSON object over several lines, such as a single paper. */
  | 'json-object'
  | 'empty';

/** Characters at a file's start that suffice to detect its format. */
export const ENOUGH = 65_536;

/** Detects the format of a file by its first characters; null if it cannot be imported. */
export function detectFormat(start: string): Format | null {
  const text = start.replace(/^\ufeff/, '').trimStart();
  if (text === '') return 'empty';
  if (text.startsWith('<')) {
    const root = /<(?!\?|!--)(?:\w+:)?([\w-]+)/.exec(text)?.[1];
    if (root === 'OAI-PMH') return 'oai';
    return root === 'feed' ? 'atom' : null;
  }
  if (text.startsWith('[')) return 'json-array';
  const lines = text.split('\n').slice(0, 50);
  if (lines.some(isObject)) return 'json-lines';
  // Either a first line longer than the sample, or an object over several lines.
  if (text.startsWith('{')) return /^\{\s*\n/.test(text) ? 'json-object' : 'json-lines';
  return null;
}

/** A recorded response: its address, status and body. */
export type Recorded = { url: string; status_code: number; body: string };

export const isRecordedResponse = (value: unknown): value is Recorded =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'url') === 'string' &&
  typeof Reflect.get(value, 'body') === 'string';

function isObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
