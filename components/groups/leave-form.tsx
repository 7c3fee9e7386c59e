import { Button } from '@/components/ui/button';
import { Sure } from '@/components/ui/sure';

export function LeaveForm({ slug }: { slug: string }) {
  return (
    <div className="mt-4">
      <Sure label="Leave the group" words="Members who leave need an invitation to come back.">
        <form method="post" action="/api/groups/leave">
          <input type="hidden" name="slug" value={slug} />
          <Button type="submit" size="sm" variant="danger">
            Leave
          </Button>
        </form>
      </Sure>
    </div>
  );
}
