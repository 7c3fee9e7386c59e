import type { ReactNode } from 'react';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import { categoryName } from '@/lib/papers/categories';
import { ARCHIVES } from '@/lib/papers/topics';
import type { FieldName, Typed } from '@/lib/submissions/schema';

export type FieldsProps = { typed: Typed; problems: Partial<Record<FieldName, string>> };

type Control = Parameters<Parameters<typeof Field>[0]['children']>[0];

export const TextField = ({
  name,
  label,
  hint,
  typed,
  problems,
  children,
}: FieldsProps & {
  name: FieldName;
  label: string;
  hint?: ReactNode;
  children: (control: Control & { name: string; defaultValue: string }) => ReactNode;
}) => (
  <Field id={name} label={label} hint={hint} error={problems[name]}>
    {(control) => children({ ...control, name, defaultValue: typed[name] ?? '' })}
  </Field>
);

/** Metadata fields of a paper, prefilled from its source. */
export function TypedFields(props: FieldsProps) {
  return (
    <>
      <TextField {...props} name="title" label="Title">
        {(control) => <Input {...control} required maxLength={500} autoComplete="off" />}
      </TextField>
      <TextField {...props} name="authors" label="Authors" hint="One a line, as they sign.">
        {(control) => <Textarea {...control} required maxLength={20_000} rows={4} />}
      </TextField>
      <TextField {...props} name="date" label="Published on">
        {(control) => <Input {...control} type="date" required min="1600-01-01" />}
      </TextField>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...props} name="topic" label="Topic">
          {(control) => <TopicSelect {...control} />}
        </TextField>
        <TextField {...props} name="second" label="Another topic">
          {(control) => <TopicSelect {...control} />}
        </TextField>
      </div>
      <TextField
        {...props}
        name="abstract"
        label="Abstract"
        hint="Plain text; math as in $\ell_p$. May be left empty."
      >
        {(control) => <Textarea {...control} maxLength={20_000} rows={8} />}
      </TextField>
    </>
  );
}

function TopicSelect(control: Control & { name: string; defaultValue: string }) {
  return (
    <Select {...control}>
      <option value="">None of these</option>
      {ARCHIVES.map(({ name, topics }) => (
        <optgroup key={name} label={name}>
          {topics.map((topic) => (
            <option key={topic} value={topic}>
              {categoryName(topic)} ({topic})
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
