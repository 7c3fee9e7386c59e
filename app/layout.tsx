import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { CSSProperties, ReactNode } from 'react';
import { HEAD_SCRIPT } from '@/components/layout/head-script';
import { Providers } from '@/components/layout/providers';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { TIME_SCRIPT } from '@/components/layout/time-script';
import { AccountMenu } from '@/components/people/account-menu';
import { BUILD } from '@/lib/base/build';
import { cardImage, SITE_CARD } from '@/lib/cards/paths';
import { UNAPI_PATH } from '@/lib/exports/paths';
import '@/lib/registry/all-actions';
import { MANIFEST_PATH } from '@/lib/site/manifest';
import { site } from '@/lib/site/site';
import './globals.css';

/** Titles, on every page; the fallback has the same metrics, so the swap shifts no layout. */
const headingFont = localFont({
  src: '../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
  variable: '--font-heading',
  weight: '600',
  adjustFontFallback: 'Times New Roman',
});

/** Abstracts, on paper pages only. */
const paperFont = localFont({
  src: '../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2',
  variable: '--font-paper',
  weight: '400',
  preload: false,
  adjustFontFallback: 'Times New Roman',
});

export function generateMetadata(): Metadata {
  const { name, tagline, url, logo } = site();
  return {
    metadataBase: new URL(url),
    title: { default: `${name}: ${tagline}`, template: `%s · ${name}` },
    description: tagline,
    manifest: MANIFEST_PATH,
    icons: logo ? { icon: logo } : { icon: '/icon.svg', apple: '/apple-icon.png' },
    openGraph: { siteName: name, type: 'website', images: [cardImage(SITE_CARD, name)] },
    twitter: { card: 'summary_large_image' },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1315' },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  const { accent } = site();
  const tones = { '--accent-light': accent.light, '--accent-dark': accent.dark } as CSSProperties;
  return (
    <html
      lang="en"
      data-build={BUILD}
      className={`${headingFont.variable} ${paperFont.variable}`}
      style={tones}
      suppressHydrationWarning
    >
      <head>
        <script dangerouslySetInnerHTML={{ __html: HEAD_SCRIPT }} />
        <link rel="unapi-server" type="application/xml" title="unAPI" href={UNAPI_PATH} />
      </head>
      <body>
        <Providers>
          <SiteHeader account={<AccountMenu />} />
          {children}
          <SiteFooter />
        </Providers>
        <script suppressHydrationWarning dangerouslySetInnerHTML={{ __html: TIME_SCRIPT }} />
      </body>
    </html>
  );
}
