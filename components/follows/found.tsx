import { Notice } from '@/components/ui/notice';
import type { NamedTarget } from '@/lib/follows/types';
import { TargetList } from './target-list';

type Props = {
  /** The typed name. */
  text: string;
  exact: NamedTarget[];
  near: NamedTarget[];
  followed: ReadonlySet<string>;
  from: string;
};

/** The exact match for a typed name, or else the closest ones. */
export function Found({ text, exact, near, followed, from }: Props) {
  return (
    <section aria-label="What was found" className="space-y-4">
      {exact.length ? (
        <TargetList targets={exact} followed={followed} from={from} />
      ) : (
        <Notice kind="caution" role="status" title={`Nothing here is called “${text}”`}>
          There is no such category, organization or reader, and no paper here names an author
          exactly so.
        </Notice>
      )}
      {near.length ? (
        <details open={exact.length === 0} className="group">
          <summary className="inline-flex min-h-7 items-center text-accent text-sm">
            {exact.length ? 'Others that come near' : 'Did you mean one of these?'}
          </summary>
          <div className="mt-2">
            <TargetList targets={near} followed={followed} from={from} />
          </div>
        </details>
      ) : null}
    </section>
  );
}
