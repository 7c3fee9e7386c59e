import { Notice } from '@/components/ui/notice';
import { REASONS } from '@/lib/base/errors';

type Props = {
  /** The verb that was done, or which one was refused and the code of why. */
  done: string;
  about: string;
  error: string;
  /** What to say, by verb, or by verb and code. */
  words: Record<string, string>;
};

const known = (code: string): code is keyof typeof REASONS => Object.hasOwn(REASONS, code);

/** What came of a form of the settings. */
export function SettingsOutcome({ done, about, error, words }: Props) {
  const said = Object.hasOwn(words, done) ? words[done] : null;
  const key = `${about} ${error}`;
  const refused = Object.hasOwn(words, key)
    ? words[key]
    : known(error)
      ? REASONS[error].words
      : null;
  if (said) {
    return (
      <Notice kind="success" role="status">
        {said}
      </Notice>
    );
  }
  return refused ? (
    <Notice kind="danger" role="alert">
      {refused}
    </Notice>
  ) : null;
}
