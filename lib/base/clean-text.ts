/**
 * Characters that no text needs: control characters except tab and line feed, overrides of the
 * writing direction, and two noncharacters.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufffe\uffff]/g;
const ISOLATES = /[\u2066-\u2069]/;
const POP_ISOLATE = '\u2069';

/**
 * Returns the text without control characters, without direction overrides, and without isolates
 * (U+2066 to U+2069) that have no partner in their line, so that the text after it keeps its order.
 * Lines end in a line feed. Idempotent. Lone surrogates are left to the code that stores the text.
 */
export function cleanText(text: string): string {
  const cleaned = text.replace(/\r\n?/g, '\n').replace(UNWANTED, '');
  return ISOLATES.test(cleaned) ? cleaned.split('\n').map(withPairedIsolates).join('\n') : cleaned;
}

/** An isolate ends with its paragraph, so each line can be checked alone. */
function withPairedIsolates(line: string): string {
  const signs = [...line];
  const open: number[] = [];
  const unpaired = new Set<number>();
  for (const [at, sign] of signs.entries()) {
    if (!ISOLATES.test(sign)) continue;
    if (sign !== POP_ISOLATE) open.push(at);
    else if (open.pop() === undefined) unpaired.add(at);
  }
  for (const at of open) unpaired.add(at);
  return signs.filter((_, at) => !unpaired.has(at)).join('');
}
