import { connect } from '@/db/client';
import { isDemoWanted, loadDemo } from '@/db/demo';
import { renderMarkdown } from '@/lib/markup/render';

/** Fills a database that nobody has used yet with the demo; null when somebody has. */
export async function fillIfEmpty(url: string) {
  const { sql, db } = connect(url);
  try {
    return (await isDemoWanted(db)) ? await loadDemo(db, { render: renderMarkdown }) : null;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
