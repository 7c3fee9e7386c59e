import { REPORT_PATH, reportPath } from '@/lib/reports/paths';
import { reportInput } from '@/lib/reports/schema';
import { report } from '@/lib/reports/service';
import { takeLimit } from '@/lib/web/rate-limit';
import { seeOther } from '@/lib/web/response';
import { withReturn } from '@/lib/web/return-path';
import { defineForm } from '@/lib/web/route';

/** The form of /report; whatever happens, what was typed is there again. */
export const POST = defineForm({
  name: 'report',
  limit: 'api',
  run: async (context, fields) => {
    // A form sends its other field empty or not at all.
    const sent = Object.fromEntries([...fields].filter(([, text]) => text !== ''));
    const page = (more: Record<string, string>) => {
      const kept = ['comment', 'paper', 'collection', 'reason', 'words'].flatMap((name) =>
        sent[name] ? [[name, sent[name].slice(0, 500)]] : [],
      );
      return `${REPORT_PATH}?${new URLSearchParams([...kept, ...Object.entries(more)])}`;
    };
    const refused = (error: string) => {
      if (error === 'signed_out') return seeOther(withReturn('/sign-in', page({})));
      if (error === 'needs_handle') return seeOther(withReturn('/welcome', page({})));
      return seeOther(page({ error }));
    };
    const parsed = reportInput.safeParse(sent);
    if (!parsed.success) return refused('invalid');
    const { viewer } = context;
    const limited = viewer && (await takeLimit('report', { viewer, address: '' }));
    if (limited) return refused(limited.reason);
    const result = await report(context, parsed.data);
    if (!result.ok) return refused(result.reason);
    const { comment, collection, paper = '' } = parsed.data;
    const what =
      comment !== undefined ? { comment } : collection !== undefined ? { collection } : { paper };
    return seeOther(`${reportPath(what)}&done=1`);
  },
});
