import type { ReactNode } from 'react';
import { Button, buttonClass } from '@/components/ui/button';

/** The last step: one press submits this paper. */
export function SubmitButton({ arxivId, children }: { arxivId: string; children: ReactNode }) {
  return (
    <form method="post" action="/api/submissions" className="flex flex-wrap gap-2">
      <input type="hidden" name="arxivId" value={arxivId} />
      <Button type="submit" variant="primary">
        {children}
      </Button>
      <a href="/submit" className={buttonClass()}>
        Another paper
      </a>
    </form>
  );
}
