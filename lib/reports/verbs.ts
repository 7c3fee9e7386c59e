import { fromForm } from '@/lib/web/form-again';
import { named, verb } from '@/lib/web/verb';
import { REPORT_PATH, reportPath } from './paths';
import { reportInput, resolveInput } from './schema';
import { report, resolveReports } from './service';

const TYPED = ['comment', 'paper', 'collection', 'reason', 'words'];

export const verbs = named('reports', {
  report: verb({
    who: 'member',
    limit: 'report',
    input: reportInput,
    fields: fromForm(reportInput),
    run: report,
    done: (_, { comment, collection, paper = '' }) => {
      const what =
        comment !== undefined ? { comment } : collection !== undefined ? { collection } : { paper };
      return `${reportPath(what)}&done=1`;
    },
    back: (fields, { error }) => {
      const kept = TYPED.flatMap((name) => {
        const value = fields.get(name)?.slice(0, 500);
        return value ? [[name, value]] : [];
      });
      return `${REPORT_PATH}?${new URLSearchParams([...kept, ...(error ? [['error', error]] : [])])}`;
    },
  }),
  resolveReports: verb({
    who: 'moderator',
    limit: 'api',
    input: resolveInput,
    run: resolveReports,
    done: 'The reports are closed.',
    outcome: ({ act }) => `resolved:${act}`,
  }),
});
