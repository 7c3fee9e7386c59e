import { markedParts } from '@/lib/search/highlight';

export function MarkedText({ text, marked }: { text: string; marked: ReadonlySet<string> }) {
  return (
    <>
      {markedParts(text, marked).map(({ text, from, isMarked }) =>
        isMarked ? (
          <mark key={from} className="rounded-xs bg-accent-soft font-semibold text-ink">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </>
  );
}
