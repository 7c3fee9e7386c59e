import type { Processor } from 'unified';

// The parts of micromark's extension interface that are used here.
type Code = number | null;
type State = (code: Code) => State | undefined;
type Effects = { consume: (code: Code) => undefined };
type Construct = { tokenize: (this: unknown, effects: Effects, ok: State, nok: State) => State };
type Extension = { text?: Record<number, Construct | undefined> };

const DOLLAR = 36;
const BACKSLASH = 92;
const isSpace = (code: Code | undefined) => code === null || code === undefined || code <= 32;
const isDigit = (code: Code) => code !== null && code >= 48 && code <= 57;

/**
 * Distinguishes amounts of money from math, as Pandoc does: a single opening dollar has no space
 * after it, the closing one no space before it and no digit after it. Use it right after
 * remark-math.
 */
export function carefulDollars(this: Processor): void {
  const extensions = (this.data() as { micromarkExtensions?: Extension[] }).micromarkExtensions;
  const inner = extensions?.findLast((extension) => extension.text?.[DOLLAR])?.text;
  const math = inner?.[DOLLAR];
  if (!inner || !math) throw new Error('remark-math must be used first');
  const { tokenize } = math;
  inner[DOLLAR] = {
    ...math,
    tokenize(effects, ok, nok) {
      const seen: Code[] = [];
      const watched = Object.assign(Object.create(effects) as Effects, {
        consume(code: Code) {
          seen.push(code);
          return effects.consume(code);
        },
      });
      const settle: State = (code) => (isAmount(seen, code) ? nok(code) : ok(code));
      return tokenize.call(this, watched, settle, nok);
    },
  };
}

function isAmount(seen: Code[], next: Code): boolean {
  if (seen[1] === DOLLAR) return false;
  const last = seen.at(-2);
  // An escaped dollar is literal, so it ends no formula.
  return isSpace(seen[1]) || isSpace(last) || last === BACKSLASH || isDigit(next);
}
