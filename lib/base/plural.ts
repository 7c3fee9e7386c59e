const rules = new Intl.PluralRules('en');

/** Returns a count with its noun: "1 upvote", "1,200 upvotes". */
export const plural = (count: number, one: string, other = `${one}s`): string =>
  `${count.toLocaleString('en')} ${rules.select(count) === 'one' ? one : other}`;

const compact = new Intl.NumberFormat('en', { notation: 'compact' });

/** Returns a count in few characters: "999", "1.2K". */
export const compactCount = (count: number): string => compact.format(count);
