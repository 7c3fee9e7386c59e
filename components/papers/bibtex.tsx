import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';

/** The entry for a bibliography, folded away, to copy. */
export function Bibtex({ entry }: { entry: string }) {
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
    </details>
  );
}
