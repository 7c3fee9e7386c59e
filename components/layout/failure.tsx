'use client';

import { useEffect, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { heal, isMissingChunk } from '@/lib/web/updates/heal';
import { StatusMessage } from './status-message';

type Props = { error: unknown; retry: () => void };

/** An error page: the database may be unavailable, or there is a bug. */
export function Failure(props: Props) {
  return isMissingChunk(props.error) ? <MissingPart /> : <Broken {...props} />;
}

const home = (
  <a href="/" className={buttonClass()}>
    Trending papers
  </a>
);

/**
 * A part of the page's program did not come: the site was updated under an open tab, or is away. Only
 * another load of the page can help, and that is done once by itself.
 */
function MissingPart() {
  const [healed, setHealed] = useState<'typed' | 'failed' | 'unreachable' | null>(null);
  useEffect(() => {
    void heal().then((did) => did !== 'reloading' && setHealed(did));
  }, []);

  if (!healed) return <StatusMessage title="Reloading this page…">{null}</StatusMessage>;
  const away = healed === 'unreachable';
  return (
    <StatusMessage
      title={away ? 'The site can’t be reached' : 'Reload this page'}
      actions={
        <>
          <button
            type="button"
            onClick={() => location.reload()}
            className={buttonClass({ variant: 'primary' })}
          >
            Reload
          </button>
          {home}
        </>
      }
    >
      <p>
        {away
          ? 'A part of this page could not be loaded. Check your connection and reload.'
          : 'A part of this page could not be loaded, because the site was updated while it was open.'}{' '}
        The draft of a comment is kept in this browser.
      </p>
    </StatusMessage>
  );
}

function Broken({ error, retry }: Props) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <StatusMessage
      title="This page is not available right now"
      actions={
        <>
          <button
            type="button"
            onClick={retry}
            className={`needs-script ${buttonClass({ variant: 'primary' })}`}
          >
            Try again
          </button>
          {home}
        </>
      }
    >
      <p>
        Something that it needs does not respond. Nothing is lost, and pages that were read lately
        still open. Try again in a minute.
      </p>
      {digest ? <p className="text-sm">For the host’s log: {digest}</p> : null}
    </StatusMessage>
  );
}
