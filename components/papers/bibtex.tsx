import { Fragment } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import { EXPORT_NAMES } from '@/lib/exports/names';
import { EXPORT_FORMATS } from '@/lib/exports/types';
import { paperPath } from '@/lib/papers/paths';

/** The entry for a bibliography, folded away, to copy. */
export function Bibtex({ entry, slug }: { entry: string; slug: string }) {
  return (
    <details className="group mt-6">
      <summary className="inline-flex min-h-8 items-center gap-1 font-semibold text-muted text-sm hover:text-ink">
        Cite as BibTeX
        <Icon name="down" className="size-4 group-open:rotate-180" />
      </summary>
      <div className="mt-1.5 rounded-md border border-line bg-sunken">
        <div className="float-right p-2">
          <CopyButton text={entry} label="Copy BibTeX" />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre tabIndex={0} className="overflow-x-auto p-3 font-mono text-[0.8125rem] leading-normal">
          {entry}
        </pre>
      </div>
      <p className="mt-1.5 text-muted text-sm">
        As a file:{' '}
        {EXPORT_FORMATS.map((format, at) => (
          <Fragment key={format}>
            {at > 0 ? ', ' : ''}
            <a href={`${paperPath(slug)}/export.${format}`} rel="nofollow" className="text-link">
              {EXPORT_NAMES[format]}
            </a>
          </Fragment>
        ))}
      </p>
    </details>
  );
}
