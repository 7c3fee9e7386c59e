import { Button } from '@/components/ui/button';
import { Sure } from '@/components/ui/sure';
import { formPath } from '@/lib/registry/form-path';

export function DeleteForm({ slug }: { slug: string }) {
  return (
    <Sure
      label="Delete the group"
      words="Its page, its invitations and its list of members go. Upvotes stay what they are."
    >
      <form method="post" action={formPath('groups/deleteGroup')}>
        <input type="hidden" name="slug" value={slug} />
        <Button type="submit" size="sm" variant="danger">
          Delete
        </Button>
      </form>
    </Sure>
  );
}
