/** The header's account corner without scripts: the signed-in user's handle. */
export function PlainAccount({ handle }: { handle: string | null }) {
  return (
    <noscript>
      <div
        className="plain-account absolute top-0 flex h-12 items-center text-sm"
        style={{ right: 'max(1rem, calc((100vw - 56rem) / 2 + 1rem))' }}
      >
        <a
          href={handle ? '/settings/profile' : '/welcome'}
          className="flex h-9 max-w-24 items-center truncate font-medium text-muted hover:text-ink"
        >
          <span className="sr-only">{handle ? 'Signed in as ' : null}</span>
          {handle ?? 'Choose a handle'}
        </a>
      </div>
    </noscript>
  );
}
