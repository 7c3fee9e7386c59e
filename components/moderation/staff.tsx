import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, Input } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { moderateReaderPath, ROLES_PATH } from '@/lib/moderation/paths';
import { formPath } from '@/lib/registry/form-path';
import type { Role } from '@/lib/web/types';
import { ActForm } from './act-form';

const ROLE_WORDS: Record<Role, string> = {
  member: 'Member',
  moderator: 'Moderator',
  admin: 'Administrator',
};

type Member = { handle: string; role: Role; banned: boolean };

/** Everyone with a role, each with a form that revokes it. */
export function StaffList({ staff, own }: { staff: Member[]; own: string | null }) {
  const admins = staff.filter(({ role, banned }) => role === 'admin' && !banned).length;
  return (
    <ul aria-label="Who has a role" className="divide-y divide-line border-line border-y">
      {staff.map(({ handle, role, banned }) => (
        <li key={handle} className="py-3 text-sm">
          <p>
            <a href={moderateReaderPath(handle)} className="text-link">
              @{handle}
            </a>
            {`, ${ROLE_WORDS[role].toLowerCase()}${banned ? ', banned' : ''}`}
            {handle === own ? ' (you)' : ''}
          </p>
          {handle === own && admins === 1 ? (
            <p className="text-muted">The only administrator stays one.</p>
          ) : (
            <Fold label="Take this role away…">
              <ActForm
                id={`role-${handle}`}
                action={formPath('moderation/setReaderRole')}
                from={ROLES_PATH}
                fields={{ handle, role: 'member' }}
                hint="It appears in the public log."
                buttons={
                  <Button type="submit" size="sm" variant="danger">
                    Make @{handle} a member
                  </Button>
                }
              />
            </Fold>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Grants a role to a user. */
export function GrantForm({ reason }: { reason: string }) {
  return (
    <Card aria-labelledby="grant" className="mt-6">
      <h2 id="grant" className="font-semibold">
        Give a role
      </h2>
      <p className="mt-1 max-w-prose text-muted text-sm">
        Moderators settle reports and act on papers, comments and readers. Administrators also judge
        moderators, and give and take roles.
      </p>
      <ActForm
        id="grant"
        action={formPath('moderation/setReaderRole')}
        from={ROLES_PATH}
        fields={{}}
        reason={reason}
        hint="It appears in the public log."
        buttons={
          <>
            <Button type="submit" size="sm" name="role" value="moderator" variant="primary">
              Make a moderator
            </Button>
            <Button type="submit" size="sm" name="role" value="admin">
              Make an administrator
            </Button>
          </>
        }
      >
        <div className="mt-3 max-w-60">
          <Field id="grant-handle" label="Handle">
            {(control) => (
              <Input {...control} name="handle" required maxLength={30} autoComplete="off" />
            )}
          </Field>
        </div>
      </ActForm>
    </Card>
  );
}
