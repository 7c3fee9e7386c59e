import { formatCount } from '@/lib/papers/dates';
import { siteName } from '@/lib/papers/source-sites';

type Props = { site: string; upvotes: number };

/** A paper's upvotes on the site that listed it, kept apart from our own votes. */
export function SourceVotes({ site, upvotes }: Props) {
  const { name, mark } = siteName(site);
  return (
    <span
      className="whitespace-nowrap"
      title={`Upvotes on ${name}. They are not counted among the upvotes here.`}
    >
      {mark ? <span aria-hidden="true">{mark} </span> : null}
      {upvotes > 0 ? `${formatCount(upvotes)} on ${name}` : `Listed on ${name}`}
    </span>
  );
}
