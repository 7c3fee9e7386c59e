import { formPath } from '@/lib/registry/form-path';
/** Withdraws a submission. No confirmation, since only the user's own draft is lost. */
export function DropForm({ id, label }: { id: number; label: string }) {
  return (
    <form method="post" action={formPath('submissions/dropSubmission')}>
      <input type="hidden" name="id" value={id} />
      <button
        type="submit"
        className="text-muted text-sm inline-flex min-h-8 items-center underline underline-offset-4 hover:text-danger"
      >
        {label}
      </button>
    </form>
  );
}
