import type { ReactNode } from 'react';
import { Invites } from '@/components/groups/invites';
import { Button } from '@/components/ui/button';
import { Field, Input, Textarea } from '@/components/ui/field';
import type { Invite } from '@/lib/groups/types';
import type { OrganizationMember } from '@/lib/organizations/types';
import { OrganizationFields } from './organization-fields';

type Props = {
  slug: string;
  name: string;
  description: string;
  /** One a line. */
  links: string;
  members: OrganizationMember[];
  /** The viewer's handle. */
  own: string;
  invites: Invite[];
  fresh: { id: string; link: string } | null;
  timeZone?: string;
};

/** Everything that an administrator of an organization does. */
export function ManageOrganization(props: Props) {
  const { slug, members, own, invites, fresh, timeZone } = props;
  const others = members.filter(({ handle }) => handle !== own);
  return (
    <>
      <Part title="Links to pass on">
        <p className="mb-3 max-w-prose text-muted text-sm">
          Pass one on to colleagues and authors who are not here yet: it lets them sign up, join,
          and claim their papers. Papertide mails nobody.
        </p>
        <Invites
          slug={slug}
          invites={invites}
          fresh={fresh}
          timeZone={timeZone}
          base="/api/organizations"
        />
      </Part>
      <Part title="Members">
        {others.length === 0 ? (
          <p className="text-muted text-sm">Nobody but you so far. Pass a link on.</p>
        ) : (
          <ul className="divide-y divide-line border-line border-y text-sm">
            {others.map((member) => (
              <Member key={member.handle} slug={slug} member={member} />
            ))}
          </ul>
        )}
      </Part>
      <Part title="What it says">
        <form method="post" action="/api/organizations/update" className="max-w-prose space-y-4">
          <input type="hidden" name="slug" value={slug} />
          <OrganizationFields name={props.name} description={props.description} />
          <Field id="links" label="Links" hint="At most five addresses, one a line.">
            {(control) => (
              <Textarea {...control} name="links" rows={3} defaultValue={props.links} />
            )}
          </Field>
          <Button type="submit" variant="primary">
            Save
          </Button>
        </form>
      </Part>
      <Part title="Papers">
        <p className="max-w-prose text-muted text-sm">
          Verified authors name it when they correct a paper’s page. A paper that is not yours can
          be taken off; that stands in the paper’s corrections.
        </p>
        <form
          method="post"
          action="/api/organizations/drop"
          className="mt-2 flex flex-wrap items-end gap-2"
        >
          <input type="hidden" name="slug" value={slug} />
          <Field id="paper" label="Identifier of the paper">
            {(control) => (
              <Input {...control} name="paper" required maxLength={40} placeholder="2201.04388" />
            )}
          </Field>
          <Button type="submit">Take it off</Button>
        </form>
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Member({ slug, member }: { slug: string; member: OrganizationMember }) {
  const { handle, name, administrator, hidden } = member;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 grow [overflow-wrap:anywhere]">
        @{handle} {name ? <span className="text-muted">{name}</span> : null}
        {administrator ? ' · manages it' : ''}
        {hidden ? ' · not named' : ''}
      </span>
      <form method="post" action="/api/organizations/member" className="flex gap-2">
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="handle" value={handle} />
        <Button
          type="submit"
          size="sm"
          name="act"
          value={administrator ? 'member' : 'administrator'}
          aria-label={
            administrator ? `Let @${handle} manage no more` : `Let @${handle} manage it, too`
          }
        >
          {administrator ? 'No longer manages' : 'Let manage'}
        </Button>
        <Button
          type="submit"
          size="sm"
          name="act"
          value="remove"
          variant="danger"
          aria-label={`Remove @${handle}`}
        >
          Remove
        </Button>
      </form>
    </li>
  );
}
