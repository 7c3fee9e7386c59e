'use client';

import { lazy, Suspense, useState } from 'react';
import { Menu } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { useRead } from '@/lib/reads/hooks';
import { changeWords, READ_WORDS } from '@/lib/reads/messages';
import { hidePaper, loadFiltering, muteFrom } from './filtering';

const WordDialog = lazy(() => import('./word-dialog').then((m) => ({ default: m.WordDialog })));

/** A row's menu: hide the paper, mute its topics or a word, or mark it as read or unread. */
export function RowMenu({ paperId, topics }: { paperId: number; topics: string[] }) {
  const [asking, setAsking] = useState(false);
  const { read, setRead } = useRead(paperId);
  const changeRead = async () => {
    if (!(await setRead(!read))) toast('error', READ_WORDS.failed);
  };
  return (
    <div className="needs-script relative">
      <Menu
        label="Hide or mute"
        onNear={loadFiltering}
        buttonClass="grid size-7 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink"
        items={[
          { kind: 'action', label: 'Hide this paper', onSelect: () => hidePaper(paperId) },
          ...topics.map((topic) => ({
            kind: 'action' as const,
            label: `Mute ${topic}`,
            onSelect: () => muteFrom(paperId, { kind: 'topic', value: topic, on: true }),
          })),
          { kind: 'action', label: 'Mute a word …', onSelect: () => setAsking(true) },
          { kind: 'link', label: 'What is hidden and muted', href: '/settings/filters' },
          // Last, because it may come while the menu is open: nothing moves under the finger.
          ...(read === null
            ? []
            : [{ kind: 'action' as const, label: changeWords(read), onSelect: changeRead }]),
        ]}
      >
        <svg viewBox="0 0 16 16" className="size-4 fill-current" aria-hidden="true">
          <path d="M1.700 8a1.300 1.300 0 1 0 2.600 0 1.300 1.300 0 0 0-2.600 0zm5 0a1.300 1.300 0 1 0 2.600 0 1.300 1.300 0 0 0-2.600 0zm5 0a1.300 1.300 0 1 0 2.600 0 1.300 1.300 0 0 0-2.600 0z" />
        </svg>
      </Menu>
      {asking ? (
        <Suspense fallback={null}>
          <WordDialog
            onMute={(word) => muteFrom(paperId, { kind: 'word', value: word, on: true })}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
