import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { EXPORT_NAMES } from '@/lib/exports/names';
import { exportAddress } from '@/lib/exports/paths';
import { EXPORT_FORMATS } from '@/lib/exports/types';
import { feedAddress } from '@/lib/syndication/paths';
import {
  FEED_FORMATS,
  type FeedFormat,
  type PaperSource,
  type Source,
} from '@/lib/syndication/types';

const NAMES: Record<FeedFormat, string> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' };

type Props = {
  source: Source;
  /** Another source this page offers, with its label. */
  also?: { label: string; source: Source };
  /** Whether there are feeds; private content has none. */
  feeds?: boolean;
};

/** A menu with the page's feeds and its papers as files. */
export function SubscribeMenu({ source, also, feeds = true }: Props) {
  const papers = source.kind === 'comments' || source.kind === 'discussion' ? null : source;
  return (
    <Disclosure
      align="end"
      label={
        <>
          <Icon name={feeds ? 'feed' : 'file'} />
          <span className="sr-only">
            {feeds ? (papers ? 'Subscribe or export' : 'Subscribe') : 'Export'}
          </span>
        </>
      }
      className="h-8 rounded-md border border-line bg-surface px-2 text-muted text-sm hover:border-line-strong hover:text-ink"
    >
      <div className="w-48 text-sm">
        {feeds ? <Formats label="Subscribe with a feed reader" source={source} /> : null}
        {also ? <Formats {...also} /> : null}
        {papers ? <Exports source={papers} /> : null}
      </div>
    </Disclosure>
  );
}

const Formats = ({ label, source }: { label: string; source: Source }) => (
  <Group
    label={label}
    links={FEED_FORMATS.map((format) => [feedAddress(source, format), NAMES[format]])}
  />
);

const Exports = ({ source }: { source: PaperSource }) => (
  <Group
    label="Export these papers"
    links={EXPORT_FORMATS.map((format) => [exportAddress(source, format), EXPORT_NAMES[format]])}
  />
);

function Group({ label, links }: { label: string; links: [href: string, name: string][] }) {
  return (
    <>
      <p className="px-3 pt-1.5 pb-0.5 text-muted text-xs">{label}</p>
      <ul aria-label={label}>
        {links.map(([href, name]) => (
          <li key={href}>
            <a
              href={href}
              rel="nofollow"
              data-file
              className="block rounded-md px-3 py-1.5 hover:bg-sunken"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
