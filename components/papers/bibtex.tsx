import { Fragment } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Fold } from '@/components/ui/fold';
import { EXPORT_NAMES } from '@/lib/exports/names';
import { EXPORT_FORMATS } from '@/lib/exports/types';
import { paperPath } from '@/lib/papers/paths';

/** The paper's BibTeX entry, folded, with a copy button. */
export function Bibtex({ entry, slug }: { entry: string; slug: string }) {
  return (
    <Fold label="Cite as BibTeX">
      <div className="mt-1.5 rounded-md border border-line bg-sunken">
        <div className="float-right p-2">
          <CopyButton text={entry} label="Copy BibTeX" />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be focusable */}
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
    </Fold>
  );
}
