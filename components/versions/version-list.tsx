import { Changes } from '@/components/ui/changes';
import { Moment } from '@/components/ui/moment';
import { versionUrl } from '@/lib/papers/links';
import type { PaperVersion, PaperVersions } from '@/lib/versions/types';

type Props = PaperVersions & { timeZone?: string };

/** A paper's versions, newest first, each with its changes. */
export function VersionList({ paper, versions, timeZone }: Props) {
  return (
    <ol reversed className="space-y-6">
      {versions.map((one) => {
        const source = versionUrl(paper, one.version);
        return (
          <li key={one.version}>
            <h3 className="font-semibold">
              {one.version === 0 ? 'As it was listed' : `Version ${one.version}`}
            </h3>
            <p className="text-muted text-sm">
              <Moment at={one.releasedAt} timeZone={timeZone} precise />
              {source && one.version > 0 ? (
                <>
                  {' · '}
                  <a href={source} rel="nofollow noopener" className="text-link">
                    arXiv
                  </a>
                </>
              ) : null}
            </p>
            <Text text={one.text} />
          </li>
        );
      })}
    </ol>
  );
}

function Text({ text }: Pick<PaperVersion, 'text'>) {
  if (!text) return <p className="mt-1 text-muted text-sm">Its text is not kept here.</p>;
  const { title, abstract, compared } = text;
  const same = [...title, ...abstract].every(({ change }) => change === 'same');
  if (compared && same) {
    return <p className="mt-1 text-muted text-sm">Title and abstract stayed as they were.</p>;
  }
  return (
    <div
      dir="auto"
      className="mt-2 max-w-prose rounded-md border border-line bg-surface p-3 text-sm"
    >
      <p className="font-semibold">
        <Changes pieces={title} />
      </p>
      <p className="mt-2 whitespace-pre-line">
        <Changes pieces={abstract} />
      </p>
    </div>
  );
}
