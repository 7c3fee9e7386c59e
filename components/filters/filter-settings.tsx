'use client';

import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { keyOf } from '@/lib/filters/matching';
import type { FilterList, Mute } from '@/lib/filters/types';
import { paperPath } from '@/lib/papers/paths';
import { FilterSwitch } from './filter-switch';
import { MuteForm } from './mute-form';

/** Everything the user has muted or hidden, each with an undo button. */
export function FilterSettings({ list }: { list: FilterList }) {
  const [added, setAdded] = useState<Mute[]>([]);
  const before = list.mutes.filter((mute) => !added.some((one) => keyOf(one) === keyOf(mute)));
  const mutes = [...added, ...before];
  return (
    <div className="max-w-2xl space-y-10">
      <section aria-labelledby="muted">
        <h2 id="muted" className="font-semibold">
          Muted topics and words
        </h2>
        <MuteForm
          onMuted={(mute) => setAdded((all) => [mute, ...all.filter(differs(mute))])}
          onRefused={(mute) => setAdded((all) => all.filter(differs(mute)))}
        />
        <ul className="mt-4 divide-y divide-line border-line border-y text-sm empty:hidden">
          {mutes.map((mute) => (
            <li key={keyOf(mute)} className={row}>
              <span>{mute.kind === 'word' ? `“${mute.value}”` : mute.value}</span>
              <FilterSwitch filter={mute} off="Unmute" on="Mute again" name={mute.value} />
            </li>
          ))}
        </ul>
        {mutes.length === 0 ? <p className="mt-4 text-muted text-sm">Nothing is muted.</p> : null}
      </section>
      <section aria-labelledby="hidden">
        <h2 id="hidden" className="font-semibold">
          Hidden papers
        </h2>
        <ul className="mt-3 divide-y divide-line border-line border-y text-sm empty:hidden">
          {list.papers.map(({ id, slug, title }) => (
            <li key={id} className={row}>
              {title === null ? (
                <span className="text-muted">A paper that is not here any more</span>
              ) : (
                <a href={paperPath(slug)} className="min-w-0 font-medium hover:text-accent">
                  {title}
                </a>
              )}
              <FilterSwitch
                filter={{ kind: 'hidden', value: id }}
                paper={{ slug, title: title ?? '' }}
                off="Unhide"
                on="Hide again"
                name={title ?? ''}
              />
            </li>
          ))}
        </ul>
        {list.hidden === 0 ? (
          <p className="mt-3 text-muted text-sm">
            Nothing is hidden. The menu at the right of a paper’s title hides it.
          </p>
        ) : null}
        <Pages page={list.page} pages={list.pages} />
      </section>
    </div>
  );
}

const row = 'flex items-center justify-between gap-4 py-2';

const differs = (mute: Mute) => (other: Mute) => keyOf(other) !== keyOf(mute);

function Pages({ page, pages }: { page: number; pages: number }) {
  if (pages === 1) return null;
  const link = (to: number, words: string) =>
    to >= 1 && to <= pages ? (
      <a href={`/settings/filters?page=${to}`} className={buttonClass({ size: 'sm' })}>
        {words}
      </a>
    ) : null;
  return (
    <nav
      aria-label="Pages of hidden papers"
      className="mt-4 flex items-center gap-3 text-muted text-sm"
    >
      {link(page - 1, 'Later ones')}
      <span>
        Page {page} of {pages}
      </span>
      {link(page + 1, 'Earlier ones')}
    </nav>
  );
}
