import { KeptItem, KeptList } from '@/components/settings/kept-item';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { SecretNotice } from '@/components/ui/secret-notice';
import { INVITE_DAYS } from '@/lib/groups/schema';
import type { Invite } from '@/lib/groups/types';
import { formatMoment } from '@/lib/papers/dates';
import { type FormName, formPath } from '@/lib/registry/form-path';

type Props = {
  slug: string;
  invites: Invite[];
  /** The invitation that was just created; its link is shown only once. */
  fresh: { id: string; link: string } | null;
  timeZone?: string;
  /** Forms that create and revoke an invitation. */
  forms?: { make: FormName; revoke: FormName };
};

const OF_GROUP = { make: 'groups/makeInvite', revoke: 'groups/revokeInvite' } as const;

/** Invite links: create, list, revoke. */
export function Invites({ slug, invites, fresh, timeZone, forms = OF_GROUP }: Props) {
  return (
    <div className="space-y-4">
      {fresh ? (
        <SecretNotice title="Send this link to those you invite" secret={fresh.link}>
          It is shown only once. Anyone with the link can join until it expires or you revoke it.
        </SecretNotice>
      ) : null}
      <form
        method="post"
        action={formPath(forms.make)}
        className="flex flex-wrap items-center gap-2"
      >
        <input type="hidden" name="slug" value={slug} />
        <label htmlFor="days" className="text-sm">
          For
        </label>
        <Select small id="days" name="days" defaultValue="7">
          {INVITE_DAYS.map((days) => (
            <option key={days} value={days}>
              {days === '1' ? '1 day' : `${days} days`}
            </option>
          ))}
        </Select>
        <Button type="submit" size="sm" variant="primary">
          Make an invitation link
        </Button>
      </form>
      {invites.length ? (
        <KeptList>
          {invites.map(({ id, expires, createdAt }) => (
            <KeptItem
              key={id}
              title={`Made ${formatMoment(createdAt, timeZone)}`}
              about={`Ends ${formatMoment(expires, timeZone)}${id === fresh?.id ? ' (the one above)' : ''}`}
              remove={{
                action: formPath(forms.revoke),
                fields: { slug, invite: id },
                button: 'Revoke',
                label: `Revoke the link made ${formatMoment(createdAt, timeZone)}`,
              }}
            />
          ))}
        </KeptList>
      ) : (
        <p className="text-muted text-sm">There is no active invite link.</p>
      )}
    </div>
  );
}
