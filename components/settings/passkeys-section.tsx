import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import { formatDate, formatDayOnly } from '@/lib/papers/dates';
import { MAX_NAME } from '@/lib/passkeys/limits';
import type { OwnPasskey } from '@/lib/passkeys/types';
import { formPath } from '@/lib/registry/form-path';
import { AddPasskey } from './add-passkey';
import { KeptItem, KeptList } from './kept-item';

type Props = { passkeys: OwnPasskey[]; timeZone: string };

export function PasskeysSection({ passkeys, timeZone }: Props) {
  return (
    <section aria-labelledby="passkeys" className="space-y-3">
      <div>
        <h2 id="passkeys" className="font-semibold">
          Passkeys
        </h2>
        <p className="text-muted text-sm">
          Sign in with your fingerprint, face or screen lock. The private key stays on your device.
        </p>
      </div>
      {passkeys.length > 0 ? (
        <KeptList label="Your passkeys">
          {passkeys.map(({ id, name, createdAt, lastUsed }) => (
            <KeptItem
              key={id}
              title={name}
              about={[
                `added ${formatDate(createdAt, timeZone)}`,
                lastUsed ? `last used ${formatDayOnly(lastUsed)}` : 'not used yet',
              ].join(' · ')}
              remove={{
                action: formPath('passkeys/removePasskey'),
                fields: { id },
                button: 'Remove',
                label: `Remove ${name}`,
              }}
            >
              <details className="mt-1">
                <summary className="inline-flex min-h-6 items-center text-link">
                  Rename<span className="sr-only"> {name}</span>
                </summary>
                <form
                  method="post"
                  action={formPath('passkeys/renamePasskey')}
                  className="mt-2 flex gap-2"
                >
                  <input type="hidden" name="id" value={id} />
                  <Input
                    name="name"
                    aria-label={`New name of ${name}`}
                    defaultValue={name}
                    required
                    maxLength={MAX_NAME}
                  />
                  <Button type="submit" size="sm">
                    Rename
                  </Button>
                </form>
              </details>
            </KeptItem>
          ))}
        </KeptList>
      ) : null}
      <AddPasskey />
    </section>
  );
}
