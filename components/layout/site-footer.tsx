import Link from 'next/link';
import { site } from '@/lib/site/site';
import { Keyboard } from './keyboard';

export function SiteFooter() {
  const { name, ownName, tagline, contact } = site();
  return (
    <footer className="mt-auto border-line border-t text-muted text-sm">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-5 gap-y-1 px-4 py-5">
        <p className="w-full">
          {name}. {tagline}.
        </p>
        <Link href="/about" prefetch={false} className={link}>
          About
        </Link>
        <Link href="/about/ranking" prefetch={false} className={link}>
          How papers are ranked
        </Link>
        <Link href="/subscribe" prefetch={false} className={link}>
          Papers by mail
        </Link>
        <Link href="/moderation" prefetch={false} className={link}>
          Moderation
        </Link>
        <Link href="/docs/api" prefetch={false} className={link}>
          API
        </Link>
        <Link href="/privacy" prefetch={false} className={link}>
          Privacy
        </Link>
        <Keyboard />
        {contact ? (
          <a href={contact.href} className={link}>
            Contact
          </a>
        ) : null}
        {ownName ? <span>Runs on Papertide</span> : null}
      </div>
    </footer>
  );
}

const link = 'inline-flex min-h-6 items-center hover:text-ink';
