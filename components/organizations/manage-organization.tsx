import { Invites } from '@/components/people/invites';
import { MemberForm, MemberRows } from '@/components/people/member-rows';
import { PictureChoice } from '@/components/pictures/picture-choice';
import { Button } from '@/components/ui/button';
import { Field, Input, Textarea } from '@/components/ui/field';
import { NameFields } from '@/components/ui/name-fields';
import { Part } from '@/components/ui/part';
import { Sure } from '@/components/ui/sure';
import type { Invite } from '@/lib/groups/types';
import { LOGO_HINT } from '@/lib/organizations/messages';
import { ORGANIZATION_LIMITS } from '@/lib/organizations/schema';
import type { OrganizationMember } from '@/lib/organizations/types';
import type { Picture } from '@/lib/pictures/types';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  slug: string;
  name: string;
  description: string;
  /** One per line. */
  links: string;
  picture: Picture | null;
  pictureProblem: string;
  members: OrganizationMember[];
  /** The viewer's handle. */
  own: string;
  invites: Invite[];
  fresh: { id: string; link: string } | null;
  timeZone?: string;
};

/** All actions of an organization's administrators. */
export function ManageOrganization(props: Props) {
  const { slug, members, own, invites, fresh, timeZone } = props;
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
          forms={{
            make: 'organizations/makeOrganizationInvite',
            revoke: 'organizations/revokeOrganizationInvite',
          }}
        />
      </Part>
      <Part title="Members">
        <MemberRows
          members={members.filter(({ handle }) => handle !== own)}
          note={noteOf}
          renderActs={(member) => <MemberActs slug={slug} member={member} />}
        />
      </Part>
      <Part title="What it says">
        <AboutForm {...props} />
      </Part>
      <Part title="Papers">
        <p className="max-w-prose text-muted text-sm">
          A paper names it when who submits it says so, or when a verified author corrects the
          paper’s page. A paper that is not yours can be taken off; that stands in the paper’s
          corrections.
        </p>
        <form
          method="post"
          action={formPath('organizations/dropPaper')}
          className="mt-2 flex flex-wrap items-end gap-2"
        >
          <input type="hidden" name="slug" value={slug} />
          <Field id="paper" label="Identifier of the paper">
            {(control) => (
              <Input
                {...control}
                name="paper"
                required
                maxLength={40}
                placeholder="2201.04388"
                className="block"
              />
            )}
          </Field>
          <Button type="submit">Take it off</Button>
        </form>
      </Part>
    </>
  );
}

const noteOf = ({ administrator, hidden }: OrganizationMember): string =>
  [administrator && 'manages it', hidden && 'not named'].filter(Boolean).join(' · ');

type AboutProps = Pick<
  Props,
  'slug' | 'name' | 'description' | 'links' | 'picture' | 'pictureProblem'
>;

function AboutForm({ slug, links, picture, pictureProblem, ...about }: AboutProps) {
  return (
    <form
      method="post"
      action={formPath('organizations/updateOrganization')}
      encType="multipart/form-data"
      className="max-w-prose space-y-4"
    >
      <input type="hidden" name="slug" value={slug} />
      <NameFields {...about} limits={ORGANIZATION_LIMITS} />
      <Field id="links" label="Links" hint="At most five addresses, one a line.">
        {(control) => <Textarea {...control} name="links" rows={3} defaultValue={links} />}
      </Field>
      <PictureChoice picture={picture} problem={pictureProblem} hint={LOGO_HINT} />
      <Button type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}

function MemberActs({ slug, member }: { slug: string; member: OrganizationMember }) {
  const { handle, administrator, founder } = member;
  if (founder) return <span className="text-muted text-sm">Founder</span>;
  const about = { slug, handle, action: formPath('organizations/changeMember') };
  return (
    <>
      {administrator ? (
        <MemberForm {...about} act="member" label={`Let @${handle} manage no more`}>
          No longer manages
        </MemberForm>
      ) : (
        <MemberForm {...about} act="administrator" label={`Let @${handle} manage it, too`}>
          Let manage
        </MemberForm>
      )}
      <Sure
        label="Remove…"
        words={`@${handle} needs a new invite link to come back. Links made before no longer work for them.`}
      >
        <MemberForm {...about} act="remove" variant="danger">
          Remove @{handle}
        </MemberForm>
      </Sure>
    </>
  );
}
