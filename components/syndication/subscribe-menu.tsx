import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { feedAddress } from '@/lib/syndication/paths';
import { FEED_FORMATS, type FeedFormat, type Source } from '@/lib/syndication/types';

const NAMES: Record<FeedFormat, string> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' };

type Props = {
  source: Source;
  /** What else the page is a place to subscribe to, by what it is called. */
  also?: { label: string; source: Source };
};

/** The feeds of what a page shows, behind a small button. */
export function SubscribeMenu({ source, also }: Props) {
  return (
    <Disclosure
      align="end"
      label={
        <>
          <Icon name="feed" />
          <span className="sr-only">Subscribe</span>
        </>
      }
      className="h-8 rounded-md border border-line bg-surface px-2 text-muted text-sm hover:border-line-strong hover:text-ink"
    >
      <div className="w-48 text-sm">
        <Formats label="Subscribe with a feed reader" source={source} />
        {also ? <Formats {...also} /> : null}
      </div>
    </Disclosure>
  );
}

function Formats({ label, source }: { label: string; source: Source }) {
  return (
    <>
      <p className="px-3 pt-1.5 pb-0.5 text-muted text-xs">{label}</p>
      <ul aria-label={label}>
        {FEED_FORMATS.map((format) => (
          <li key={format}>
            <a
              href={feedAddress(source, format)}
              className="block rounded-md px-3 py-1.5 hover:bg-sunken"
            >
              {NAMES[format]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
