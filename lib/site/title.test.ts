import { resolveTitle } from 'next/dist/lib/metadata/resolvers/resolve-title';
import { expect, it } from 'vitest';
import { inTitle } from './title';

it("text in a title is shown as it is, by Next's own template", () => {
  for (const text of ["Fine-tuning for $5's worth", 'A $& B', 'a $$ b $1 $` c', 'No dollar']) {
    expect(resolveTitle(inTitle(text), '%s · Papertide')?.absolute).toBe(`${text} · Papertide`);
  }
});
