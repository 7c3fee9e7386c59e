'use client';

import { useEffect, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/components/ui/toast';
import { SHARE_WORDS } from '@/lib/papers/messages';
import { badgeMarkdown, linkMarkdown } from '@/lib/papers/share';

type Props = {
  path: string;
  /** Plain text. */
  title: string;
  /** The site's base URL. */
  url: string;
};

const entry = 'flex min-h-9 w-full items-center rounded px-2.5 text-left text-sm hover:bg-sunken';

/** Shares a paper: the device's share sheet where there is one, and snippets to paste elsewhere. */
export function ShareMenu({ path, title, url }: Props) {
  const [native, setNative] = useState(false);
  useEffect(() => setNative('share' in navigator), []);
  const address = url + path;

  const copy = async (text: string | Promise<string>) => {
    try {
      await navigator.clipboard.writeText(await text);
      toast('success', SHARE_WORDS.copied);
    } catch {
      toast('error', SHARE_WORDS.refused);
    }
  };
  const copies = [
    { label: SHARE_WORDS.link, text: () => address },
    { label: SHARE_WORDS.markdown, text: () => linkMarkdown(title, address) },
    { label: SHARE_WORDS.bibtex, text: () => loadText(`${path}/export.bib`) },
    { label: SHARE_WORDS.badge, text: () => badgeMarkdown(title, address) },
  ];
  return (
    <Disclosure
      align="end"
      label={
        <>
          <Icon name="share" />
          {SHARE_WORDS.share}
        </>
      }
      className={buttonClass({ size: 'sm' })}
    >
      <ul className="w-52">
        {native ? (
          <li>
            <button
              type="button"
              className={entry}
              // The promise rejects if the user cancels, which is no error.
              onClick={() => navigator.share({ title, url: address }).catch(() => {})}
            >
              {SHARE_WORDS.native}
            </button>
          </li>
        ) : null}
        {copies.map(({ label, text }) => (
          <li key={label} className="needs-script">
            <button type="button" className={entry} onClick={() => copy(text())}>
              {label}
            </button>
          </li>
        ))}
        <li>
          <a href={`${path}/badge.svg`} rel="nofollow" className={entry}>
            {SHARE_WORDS.seeBadge}
          </a>
        </li>
      </ul>
    </Disclosure>
  );
}

async function loadText(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} returned ${response.status}`);
  return response.text();
}
