import { MathText } from '@/components/papers/math-text';
import { Moment } from '@/components/ui/moment';
import type { PaperEvidence } from '@/lib/moderation/types';
import { paperPath } from '@/lib/papers/paths';

type Props = { papers: PaperEvidence[]; timeZone: string; chosen: boolean };

/**
 * Votes grouped by paper, selectable in the surrounding form; times are relative to the first vote.
 */
export function Evidence({ papers, timeZone, chosen }: Props) {
  return (
    <ul className="mt-3 space-y-3">
      {papers.map(({ paperId, slug, title, votes }) => {
        const first = votes[0]?.at ?? '';
        return (
          <li key={paperId} className="text-sm">
            <a href={paperPath(slug)} className="font-medium hover:text-accent">
              <MathText text={title} />
            </a>
            <p className="text-muted">
              <Moment at={first} timeZone={timeZone} precise />
            </p>
            <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
              {votes.map(({ userId, handle, at }) => (
                <li key={userId} className="flex min-h-6 items-center gap-1.5">
                  <label className="flex items-center gap-1.5">
                    <input
                      type="checkbox"
                      name="votes"
                      value={`${paperId}:${userId}`}
                      defaultChecked={chosen}
                      className="size-4 accent-accent"
                    />
                    @{handle}
                  </label>
                  {votes.length > 1 ? <span className="text-muted">{apart(first, at)}</span> : null}
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

/** Returns the rough distance between two ISO times. */
export function apart(from: string, to: string): string {
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  if (seconds === 0) return 'first';
  if (seconds < 120) return `${seconds} s later`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min later`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h later`;
  return `${Math.round(seconds / 86_400)} days later`;
}
