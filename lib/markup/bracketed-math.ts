import type { Processor } from 'unified';

// The parts of micromark's extension interface that are used here.
type Code = number | null;
type State = (code: Code) => State | undefined;
type Token = { type: string };
type Effects = {
  consume: (code: Code) => undefined;
  enter: (type: string) => Token;
  exit: (type: string) => Token;
};
type Tokenize = (this: object, effects: Effects, ok: State, nok: State) => State;

const BACKSLASH = 92;
/** The closing bracket of each opening one: `(` and `[`. */
const CLOSING = new Map<Code, number>([
  [40, 41],
  [91, 93],
]);
const isLineEnding = (code: Code) => code !== null && code < -2;
const isSpace = (code: Code) => code === null || code < 0 || code === 32;

/**
 * Closing brackets that the rest of the paragraph lacks; each is searched once, so that parsing
 * stays linear.
 */
const missing = new WeakMap<object, Set<number>>();

/** Tokenizes inline `\(…\)` and `\[…\]` as micromark-extension-math does. */
const tokenize: Tokenize = function (effects, ok, nok) {
  const absent = missing.get(this) ?? new Set();
  missing.set(this, absent);
  let close = 0;
  let isBlank = true;

  const open: State = (code) => {
    close = CLOSING.get(code) ?? 0;
    if (close === 0 || absent.has(close)) return nok(code);
    effects.consume(code);
    effects.exit('mathTextSequence');
    return between;
  };
  const between: State = (code) => {
    if (code === null) {
      absent.add(close);
      return nok(code);
    }
    if (isLineEnding(code)) {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return between;
    }
    if (code === BACKSLASH) return afterBackslash(code, effects.enter('mathTextSequence'));
    effects.enter('mathTextData');
    return data(code);
  };
  const data: State = (code) => {
    if (code === null || isLineEnding(code) || code === BACKSLASH) {
      effects.exit('mathTextData');
      return between(code);
    }
    if (!isSpace(code)) isBlank = false;
    effects.consume(code);
    return data;
  };
  /** Either the end, or a TeX command, whose backslash starts a piece of the formula. */
  const afterBackslash = (code: Code, token: Token): State => {
    effects.consume(code);
    return (next) => {
      if (next === close && !isBlank) {
        effects.consume(next);
        effects.exit('mathTextSequence');
        effects.exit('mathText');
        return ok;
      }
      token.type = 'mathTextData';
      isBlank = false;
      if (next === null || isLineEnding(next)) return data(next);
      effects.consume(next);
      return data;
    };
  };
  return (code) => {
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    effects.consume(code);
    return open;
  };
};

/** Parses `\(…\)` and `\[…\]` as math, as titles do. Use it after remark-math. */
export function bracketedMath(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: object[] };
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ text: { [BACKSLASH]: { name: 'bracketedMath', tokenize } } });
}
