import type { LogEntry as Entry } from '@/lib/moderation/types';
import { LogEntry } from './log-entry';

export function ReaderLog({ entries, timeZone }: { entries: Entry[]; timeZone: string }) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="before" className="mt-6">
      <h2 id="before" className="font-semibold">
        What was done before
      </h2>
      <ol className="divide-y divide-line">
        {entries.map((entry) => (
          <LogEntry key={entry.id} entry={entry} timeZone={timeZone} />
        ))}
      </ol>
    </section>
  );
}
