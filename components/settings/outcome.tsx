import { Outcome } from '@/components/ui/outcome';
import { entryOf } from '@/lib/base/entry-of';
import { reasonWords } from '@/lib/base/errors';

type Props = {
  /** The verb that was done, or which one was refused and the code of why. */
  done: string;
  about: string;
  error: string;
  /** What to say, by verb, or by verb and code. */
  words: Record<string, string>;
};

/** The outcome of a form of the settings. */
export function SettingsOutcome({ done, about, error, words }: Props) {
  const own = entryOf(words, `${about} ${error}`);
  return (
    <Outcome error={error && reasonWords(error, { [error]: own })} done={entryOf(words, done)} />
  );
}
