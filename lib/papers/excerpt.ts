const SENTENCE = /[.!?]["')\]]?(?=\s)/g;

/** Returns whether a cut at the end of `text` would leave a formula open. */
const cutsFormula = (text: string) => (text.match(/(?<!\\)\$/g)?.length ?? 0) % 2 === 1;

/**
 * Returns the start of a text, at most `most` characters: whole sentences if they fill at least
 * half of it, else whole words with an ellipsis; never cut within a formula.
 */
export function excerpt(text: string, most = 420): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  if (folded.length <= most) return folded;
  const start = folded.slice(0, most);
  for (const end of [...start.matchAll(SENTENCE)].reverse()) {
    const sentences = start.slice(0, end.index + end[0].length);
    if (sentences.length < most / 2) break;
    if (!cutsFormula(sentences)) return sentences;
  }
  const words = start.split(' ').slice(0, -1);
  while (words.length > 1 && cutsFormula(words.join(' '))) words.pop();
  return `${words.join(' ')} …`;
}
