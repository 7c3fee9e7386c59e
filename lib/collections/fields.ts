import { z } from 'zod';
import { exactText, freeText } from '@/lib/base/input-text';
import { COLLECTION_KEY } from '@/lib/identifiers/collection-key';
import { typedText } from '@/lib/web/typed-text';
import { COLLECTION_LIMITS } from './limits';
import { arrangeInput } from './schema';

/** Returns the collection's key from a form if it is well-formed: it becomes part of an address. */
export function keyIn(fields: URLSearchParams): string {
  const key = fields.get('collection') ?? '';
  return COLLECTION_KEY.test(key) ? key : 'none';
}

/** Returns the typed values, cut to a length that fits an address. */
export const typed = (fields: URLSearchParams): Record<string, string> => ({
  name: typedText(fields, 'name', COLLECTION_LIMITS.name + 20),
  description: typedText(fields, 'description', COLLECTION_LIMITS.description + 20),
  visibility: typedText(fields, 'visibility', 10),
});

const tidy = (text: string) => text.replaceAll('\r\n', '\n').trim();

/**
 * The one form of a collection's papers. Each paper has a note (`note:SLUG`, and `was:SLUG` as it
 * was shown, so that an outdated tab changes only what was typed there) and a place
 * (`place:SLUG:NOW`). `act` is the button: `move:SLUG:PLACE`, `remove:SLUG`, or `save`, which also
 * moves the first paper whose number was changed.
 */
export const arrangeFields = z
  .record(exactText(), freeText())
  .transform((fields) => {
    const notes: { paper: string; note: string }[] = [];
    let move: { paper: string; to: unknown } | undefined;
    for (const [name, value] of Object.entries(fields)) {
      const [kind, paper = '', now = ''] = name.split(':');
      if (kind === 'note' && tidy(value) !== tidy(fields[`was:${paper}`] ?? '')) {
        notes.push({ paper, note: value });
      }
      if (kind === 'place' && value.trim() !== now) move ??= { paper, to: value.trim() };
    }
    const [act, paper = '', to = ''] = (fields.act ?? 'save').split(':');
    return {
      collection: fields.collection ?? '',
      page: fields.page ?? '',
      notes,
      ...(act === 'move' && { move: { paper, to } }),
      ...(act === 'save' && move && { move }),
      ...(act === 'remove' && { remove: paper }),
    };
  })
  .pipe(arrangeInput.extend({ page: z.string().max(3) }));
