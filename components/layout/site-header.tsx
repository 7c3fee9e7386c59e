import Link from 'next/link';
import type { ReactNode } from 'react';
import { SearchBox } from '@/components/search/search-box';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { site } from '@/lib/site/site';
import { Logo } from './logo';
import { SkipLink } from './skip-link';
import { ThemeSwitch } from './theme-switch';

const BY_TIME = [
  { href: '/papers', label: 'Daily' },
  { href: '/papers/week', label: 'Weekly' },
  { href: '/papers/month', label: 'Monthly' },
  { href: '/papers/discussed', label: 'Most discussed' },
];
const CODE_MOMENTUM = { href: '/papers/code-momentum', label: 'Code momentum' };

const navLink =
  'flex h-full items-center px-2 font-medium text-muted text-sm hover:text-ink sm:px-2.5';

/** Rendered the same for everyone; a client component fills in `account` for the viewer. */
export function SiteHeader({ account }: { account?: ReactNode }) {
  const { name, logo, codeMomentum } = site();
  const byTime = codeMomentum ? [...BY_TIME, CODE_MOMENTUM] : BY_TIME;
  return (
    <header className="border-line border-b bg-surface">
      <SkipLink />
      <div className="mx-auto grid min-h-12 max-w-5xl grid-cols-[minmax(0,1fr)_auto] items-stretch gap-x-3 px-4 max-[22rem]:gap-x-1 max-[22rem]:px-3 sm:flex sm:gap-x-5">
        <Link
          href="/"
          prefetch={false}
          className="flex h-12 min-w-0 items-center gap-2 font-semibold tracking-tight max-[22rem]:gap-1"
        >
          {logo ? (
            // biome-ignore lint/performance/noImgElement: the host's file, of unknown size
            <img src={logo} alt="" className="h-6 w-auto" />
          ) : (
            <Logo className="size-6 shrink-0 text-accent" />
          )}
          <span className="truncate">{name}</span>
        </Link>
        <nav
          aria-label="Feeds"
          className="col-span-2 -mx-2 order-last flex h-10 items-stretch sm:order-none sm:mx-0 sm:h-12"
        >
          <Link href="/" prefetch={false} className={`${navLink} nav-trending`}>
            Trending
          </Link>
          <Link href="/papers/new" prefetch={false} className={`${navLink} nav-new`}>
            New
          </Link>
          <Disclosure label="Top" className={`${navLink} nav-top`}>
            <ul className="min-w-40">
              {byTime.map(({ href, label }) => (
                <li key={href}>
                  {/* A plain anchor: the target page may carry a notice, which only a full page
                      load shows. */}
                  <a
                    href={href}
                    className="flex min-h-9 items-center rounded px-2.5 text-sm hover:bg-sunken"
                  >
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </Disclosure>
          <Link href="/topics" prefetch={false} className={`${navLink} nav-topics`}>
            Topics
          </Link>
        </nav>
        <div className="ml-auto flex h-12 items-center gap-1">
          {/* A search box where it fits; a link to the search page otherwise. */}
          <search className="hidden w-44 lg:block">
            <form action="/search">
              <SearchBox label="Search papers" />
            </form>
          </search>
          <Link
            href="/search"
            prefetch={false}
            aria-label="Search"
            className={`${navLink} nav-search lg:hidden`}
          >
            <Icon name="search" className="size-[1.125rem]" />
          </Link>
          <Link href="/submit" prefetch={false} className={`${navLink} nav-submit`}>
            Submit
          </Link>
          <ThemeSwitch />
          {account}
        </div>
      </div>
    </header>
  );
}
