import { Input, Textarea } from '@/components/ui/field';
import type { Candidate } from '@/lib/submissions/types';
import { type FieldsProps, TextField } from './typed-fields';

/** Title and abstract as the source has them; folded unless a field has an error. */
export function EditFields({ paper, typed, problems }: FieldsProps & { paper: Candidate }) {
  const { title, abstract } = paper;
  const shown = { title: typed.title || title, abstract: typed.abstract || abstract };
  const changed = Boolean(typed.title || typed.abstract || problems.title || problems.abstract);
  return (
    <details open={changed} className="rounded-lg border border-line">
      <summary className="cursor-pointer px-4 py-2.5 font-medium text-sm">
        Is something wrong in its title or abstract?
      </summary>
      <div className="space-y-4 border-line border-t p-4">
        <p className="text-muted text-sm">
          What you change is shown among the paper’s corrections, with your handle, and stays until
          the source has a new version.
        </p>
        <TextField typed={shown} problems={problems} name="title" label="Title">
          {(control) => <Input {...control} maxLength={500} autoComplete="off" />}
        </TextField>
        <TextField
          typed={shown}
          problems={problems}
          name="abstract"
          label="Abstract"
          hint="Plain text; math as in $\ell_p$."
        >
          {(control) => <Textarea {...control} maxLength={20_000} rows={8} />}
        </TextField>
      </div>
    </details>
  );
}
