import { connect } from '@/db/client';
import { isDemoWanted, loadDemo } from '@/db/demo';
import { renderMarkdown } from '@/lib/markup/render';

/**
 * Loads the demo into an empty database unless it was removed before; returns null if not loaded.
 */
export async function fillIfWanted(url: string) {
  const { sql, db } = connect(url);
  try {
    return (await isDemoWanted(db)) ? await loadDemo(db, { render: renderMarkdown }) : null;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
