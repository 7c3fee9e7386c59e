import { buttonClass } from '@/components/ui/button';

/** Links to downloading one's data and deleting the account. */
export function LeavingSection() {
  return (
    <section aria-labelledby="own-data" className="space-y-3">
      <h2 id="own-data" className="font-semibold">
        Your data
      </h2>
      <p className="max-w-prose text-sm">
        Everything this site stores about you: your profile, votes, comments with their earlier
        versions, follows, settings and more as JSON, and the papers you upvoted as BibTeX.
      </p>
      <div className="flex flex-wrap gap-2">
        <a href="/me/export" download className={buttonClass()}>
          Download my data
        </a>
        <a href="/settings/delete" className={buttonClass({ variant: 'danger' })}>
          Delete account…
        </a>
      </div>
    </section>
  );
}
