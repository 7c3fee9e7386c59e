import { Button } from '@/components/ui/button';
import { Sure } from '@/components/ui/sure';
import { formPath } from '@/lib/registry/form-path';

export function LeaveForm({ slug }: { slug: string }) {
  return (
    <div className="mt-4">
      <Sure label="Leave the group" words="Members who leave need an invitation to come back.">
        <form method="post" action={formPath('groups/leaveGroup')}>
          <input type="hidden" name="slug" value={slug} />
          <Button type="submit" size="sm" variant="danger">
            Leave
          </Button>
        </form>
      </Sure>
    </div>
  );
}
