import type { Metadata } from 'next';
import { countMailsOfWeek } from '@/lib/digests/data';
import { DIGESTS_PATH, previewPath } from '@/lib/digests/paths';
import { CADENCES } from '@/lib/digests/schema';
import { refuseAdministering } from '@/lib/moderation/policy';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Papers by mail', robots: { index: false } };

const STATES: Record<string, string> = {
  queued: 'waiting to be sent',
  sending: 'being sent',
  sent: 'taken by the mail server',
  failed: 'refused, or given up',
  unknown: 'unknown: sending was cut off, and is not tried again',
  'without papers': 'not sent, because there was nothing to tell',
  'no longer kept': 'no longer kept',
};

export default async function DigestsPage() {
  const viewer = await getViewer();
  // proxy.ts has returned 404 to everyone else; the page checks again as defense in depth.
  if (!viewer || refuseAdministering(viewer)) return null;
  const counts = await countMailsOfWeek();
  return (
    <DeskPage
      title="Papers by mail"
      hint="What subscribers get, with the papers of today, and what has become of the mails of the last seven days."
      at={DIGESTS_PATH}
      done=""
      error=""
    >
      <h2 className="mb-2 font-semibold">Preview</h2>
      <ul className="mb-6 space-y-1">
        {CADENCES.map((cadence) => (
          <li key={cadence}>
            {cadence}:{' '}
            <a href={previewPath(cadence, 'html')} className="text-link">
              HTML
            </a>
            ,{' '}
            <a href={previewPath(cadence, 'text')} className="text-link">
              plain text
            </a>
          </li>
        ))}
      </ul>
      <h2 className="mb-2 font-semibold">Last seven days</h2>
      {counts.length > 0 ? (
        <table className="text-sm">
          <tbody>
            {counts.map(({ state, count }) => (
              <tr key={state}>
                <td className="py-1 pr-4 text-right tabular-nums">{count}</td>
                <th scope="row" className="py-1 text-left font-normal">
                  {STATES[state] ?? state}
                </th>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="text-muted">No mail was due.</p>
      )}
    </DeskPage>
  );
}
