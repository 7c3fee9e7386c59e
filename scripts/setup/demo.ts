import { connect } from '@/db/client';
import { loadDemo } from '@/db/demo';
import { isEmpty } from '@/db/queries/health';
import { renderMarkdown } from '@/lib/markup/render';

/** Fills a database that holds no paper and no reader yet with the demo; null when it does. */
export async function fillIfEmpty(url: string) {
  const { sql, db } = connect(url);
  try {
    return (await isEmpty(db)) ? await loadDemo(db, { render: renderMarkdown }) : null;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
