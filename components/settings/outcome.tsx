import { Outcome } from '@/components/ui/outcome';
import { entryOf } from '@/lib/base/entry-of';
import { reasonWords } from '@/lib/base/errors';

type Props = {
  /** The verb that succeeded, or the verb that was refused and its error code. */
  done: string;
  about: string;
  error: string;
  /** Messages by verb, or by verb and code. */
  words: Record<string, string>;
};

/** The outcome of a settings form. */
export function SettingsOutcome({ done, about, error, words }: Props) {
  const own = entryOf(words, `${about} ${error}`);
  return (
    <Outcome error={error && reasonWords(error, { [error]: own })} done={entryOf(words, done)} />
  );
}
