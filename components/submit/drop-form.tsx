import { formPath } from '@/lib/registry/form-path';
/** Takes a submission back; what is lost is one's own, so it asks for nothing. */
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
