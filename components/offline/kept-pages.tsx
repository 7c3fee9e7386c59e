'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { type KeptPage, listKeptPages } from '@/lib/offline/kept';

/** Links to what can be read without a connection; plain ones, as each loads a stored page. */
export function KeptPages() {
  const [pages, setPages] = useState<KeptPage[] | null>(null);
  useEffect(() => {
    listKeptPages().then(setPages, () => setPages([]));
  }, []);

  if (!pages) return null;
  const saved = pages.filter((page) => page.saved);
  const read = pages.filter((page) => !page.saved);
  return (
    <div className="space-y-6">
      <Button onClick={() => location.reload()}>Try again</Button>
      {pages.length === 0 ? (
        <p className="text-muted">Pages that you read and papers that you save are kept here.</p>
      ) : null}
      <Links title="Saved papers" pages={saved} />
      <Links title="Read lately" pages={read} />
    </div>
  );
}

function Links({ title, pages }: { title: string; pages: KeptPage[] }) {
  if (pages.length === 0) return null;
  return (
    <section>
      <h2 className="font-semibold font-title text-lg">{title}</h2>
      <ul className="mt-2 divide-y divide-line">
        {pages.map((page) => (
          <li key={page.path}>
            <a href={page.path} className="block py-2.5 text-link">
              {page.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
