import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formPath } from '@/lib/registry/form-path';
import { TASTE_PATH } from '@/lib/taste/paths';

type State = { few: boolean; likes: number };

/** Says that the order is still that of Trending, and how to change that. */
export function ForYouHint({ state: { few, likes } }: { state: State }) {
  if (!few) return null;
  return (
    <Notice title="This is mostly what is trending">
      <p>
        {likes === 0
          ? 'Upvote or save three papers you like, and this list will follow your taste.'
          : `You have liked ${likes} of the three papers this list needs to follow your taste.`}{' '}
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
    <Notice title={last ? 'No more papers' : 'Nothing new'}>
      {last
        ? 'These were all papers from the last 14 days.'
        : 'You’ve seen all papers from the last 14 days. New ones appear here as they are listed.'}
    </Notice>
  );
}

/** The state after the taste was deleted, with the button that turns For you on. */
export function TurnOn() {
  return (
    <Notice title="For you is off">
      <form method="post" action={formPath('taste/turnOn')} className="mt-1 space-y-2">
        <p>You deleted your taste, so nothing is learned from what you upvote.</p>
        <Button type="submit" size="sm">
          Turn on For you
        </Button>
      </form>
    </Notice>
  );
}
