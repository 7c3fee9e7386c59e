import { Button } from '@/components/ui/button';
import { formPath } from '@/lib/registry/form-path';
import { feedAddress } from '@/lib/taste/paths';

const FORMATS = [
  { format: 'atom', label: 'Atom' },
  { format: 'rss', label: 'RSS' },
  { format: 'json', label: 'JSON Feed' },
] as const;

/** Subscribes to For you in a feed reader or by email. */
export function PrivateFeed({ token, url }: { token: string | null; url: string }) {
  return (
    <section aria-labelledby="feed" className="space-y-3">
      <h2 id="feed" className="font-semibold text-lg">
        In your feed reader, or by mail
      </h2>
      {token ? (
        <>
          <p className="text-muted text-sm">
            Anyone with one of these addresses can read your feed. If one leaks, create new ones.
            The old ones stop working.
          </p>
          <dl className="space-y-2">
            {FORMATS.map(({ format, label }) => (
              <div key={format}>
                <dt className="font-medium text-sm">{label}</dt>
                <dd className="break-all font-mono text-sm">{url + feedAddress(format, token)}</dd>
              </div>
            ))}
          </dl>
          <div className="flex flex-wrap gap-3">
            <form method="post" action={formPath('taste/makeFeed')}>
              <Button type="submit" size="sm">
                Create new addresses
              </Button>
            </form>
            <form method="post" action={formPath('taste/endFeed')}>
              <Button type="submit" size="sm" variant="danger">
                Delete private feed
              </Button>
            </form>
          </div>
        </>
      ) : (
        <form method="post" action={formPath('taste/makeFeed')} className="space-y-2">
          <p className="text-muted text-sm">Get a private address for your feed reader.</p>
          <Button type="submit" size="sm">
            Create private feed
          </Button>
        </form>
      )}
      <p className="text-sm">
        <a href="/settings/digests?about=for_you" className="text-link">
          Get For you by mail
        </a>
      </p>
    </section>
  );
}
