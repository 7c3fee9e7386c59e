import { connect } from '@/db/client';
import { isDemoWanted, loadDemo } from '@/db/demo';
import { renderMarkdown } from '@/lib/markup/render';

/** Fills a database with the demo if nothing is there and nobody took it away; else null. */
export async function fillIfWanted(url: string) {
  const { sql, db } = connect(url);
  try {
    return (await isDemoWanted(db)) ? await loadDemo(db, { render: renderMarkdown }) : null;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
