import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formPath } from '@/lib/registry/form-path';
import { TASTE_PATH } from '@/lib/taste/paths';

type State = { few: boolean; likes: number };

/** Says that the order is not the reader's own yet, and what would make it so. */
export function ForYouHint({ state: { few, likes } }: { state: State }) {
  if (!few) return null;
  return (
    <Notice title="This is mostly what is trending">
      <p>
        {likes === 0
          ? 'Upvote or save three papers you like, and this list gets an order of its own.'
          : `You have liked ${likes} of the three papers that this list needs for an order of its own.`}{' '}
        Or{' '}
        <a href={`${TASTE_PATH}#start`} className="text-link">
          start from papers you know
        </a>
        : identifiers, a .bib file, an ORCID iD, or topics.
      </p>
    </Notice>
  );
}

export function NothingForYou({ last }: { last: boolean }) {
  return (
    <Notice title={last ? 'That was all' : 'Nothing new'}>
      {last
        ? 'There are no more papers of the last 14 days.'
        : 'You have seen all papers of the last 14 days. New ones appear here as they come.'}
    </Notice>
  );
}

/** For you is off, and one button away. */
export function TurnOn() {
  return (
    <Notice title="For you is off">
      <form method="post" action={formPath('taste/turnOn')} className="mt-1 space-y-2">
        <p>You deleted your taste, and nothing is learned from what you upvote.</p>
        <Button type="submit" size="sm">
          Turn it on
        </Button>
      </form>
    </Notice>
  );
}
