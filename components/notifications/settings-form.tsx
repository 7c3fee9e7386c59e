import { Button } from '@/components/ui/button';
import { NOTIFICATION_SETTINGS_PATH } from '@/lib/notifications/paths';
import type { Setting } from '@/lib/notifications/types';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  settings: Setting[];
  /** Whether this site sends email at all. */
  mail: boolean;
};

/** A checkbox for each kind and channel; a plain form, so it works without scripts. */
export function SettingsForm({ settings, mail }: Props) {
  return (
    <form
      method="post"
      action={formPath('notifications/setNotificationSettings')}
      className="space-y-4"
    >
      <input type="hidden" name="from" value={NOTIFICATION_SETTINGS_PATH} />
      <table className="w-full text-sm">
        <thead className="text-left text-muted">
          <tr>
            <th scope="col" className="py-2 font-medium">
              Notify me about
            </th>
            <th scope="col" className="w-16 px-2 py-2 text-center font-medium">
              Here
            </th>
            <th scope="col" className="w-16 px-2 py-2 text-center font-medium">
              By mail
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-line border-y">
          {settings.map(({ kind, label, onSite, byMail }) => (
            <tr key={kind}>
              <th scope="row" className="py-1 text-left font-normal text-base">
                {label}
              </th>
              <Box name={`${kind}.site`} label={`${label}: here`} checked={onSite} />
              <Box name={`${kind}.mail`} label={`${label}: by mail`} checked={byMail} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-muted text-sm">
        {mail
          ? 'Notifications are bundled into one mail and left out if you have read them here. Every mail has an unsubscribe link.'
          : 'This site has no mail server, so no mail is sent at the moment.'}
      </p>
      <Button type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}

function Box({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <td className="p-0 text-center">
      <label className="flex min-h-10 cursor-pointer items-center justify-center">
        <span className="sr-only">{label}</span>
        <input
          type="checkbox"
          name="on"
          value={name}
          defaultChecked={checked}
          className="size-4 accent-accent"
        />
      </label>
    </td>
  );
}
