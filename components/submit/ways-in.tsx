import { bookmarklet } from '@/lib/submissions/bookmarklet';

/** Ways to submit from another site's page. */
export function WaysIn({ siteName, address }: { siteName: string; address: string }) {
  return (
    <section aria-labelledby="ways" className="mt-8 space-y-2 text-sm">
      <h2 id="ways" className="font-semibold">
        Submit from other pages
      </h2>
      <p>
        <strong className="font-medium">In a browser:</strong> drag this link to your bookmarks bar,
        then click it on a paper&apos;s page:{' '}
        <BookmarkletLink label={`Submit to ${siteName}`} address={address} />
      </p>
      <p>
        <strong className="font-medium">On a phone:</strong> install this site from the
        browser&apos;s menu (<em>Install app</em> or <em>Add to home screen</em>). You can then
        share pages to it.
      </p>
      <p className="text-muted">Both open this page with the address filled in.</p>
    </section>
  );
}

/** Raw HTML, because React strips `javascript:` URLs. */
function BookmarkletLink({ label, address }: { label: string; address: string }) {
  return <span dangerouslySetInnerHTML={{ __html: bookmarklet(label, address) }} />;
}
