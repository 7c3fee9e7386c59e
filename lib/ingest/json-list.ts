/** An element of a list, or the text of one that cannot be parsed. */
export type Element = { value: unknown } | { broken: string; cut: boolean };

/**
 * Reads the elements of a JSON list whose text as a whole is broken: those before and after a broken
 * one are good, and of a list that is cut off all but the last.
 */
export function* listElements(text: string): Generator<Element> {
  let depth = 0;
  let inString = false;
  let start = text.indexOf('[') + 1;
  for (let at = start; at < text.length; at++) {
    const letter = text[at];
    if (inString) {
      if (letter === '\\') at++;
      else if (letter === '"') inString = false;
      continue;
    }
    if (letter === '"') inString = true;
    else if (letter === '[' || letter === '{') depth++;
    else if (letter === ']' || letter === '}') depth--;
    if (depth > 0 || (depth === 0 && letter !== ',')) continue;
    yield* element(text.slice(start, at), false);
    if (depth < 0) return;
    start = at + 1;
  }
  yield* element(text.slice(start), true);
}

function* element(text: string, last: boolean): Generator<Element> {
  if (text.trim() === '') return;
  try {
    const value: unknown = JSON.parse(text);
    yield { value };
  } catch {
    yield { broken: text.trim().slice(0, 10_000), cut: last };
  }
}
