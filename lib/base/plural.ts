const rules = new Intl.PluralRules('en');

/** Returns a count with its noun: "1 upvote", "1,200 upvotes". */
export const plural = (count: number, one: string, other = `${one}s`): string =>
  `${count.toLocaleString('en')} ${rules.select(count) === 'one' ? one : other}`;
