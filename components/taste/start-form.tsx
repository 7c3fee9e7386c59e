import { Button } from '@/components/ui/button';
import { Field, Input, Textarea } from '@/components/ui/field';
import { formPath } from '@/lib/registry/form-path';
import { LONGEST_START } from '@/lib/taste/limits';

/** Starts a taste from what one has elsewhere. */
export function StartForm() {
  return (
    <form
      id="start"
      method="post"
      encType="multipart/form-data"
      action={formPath('taste/startTaste')}
      aria-labelledby="start-heading"
      className="space-y-5"
    >
      <h2 id="start-heading" className="font-semibold text-lg">
        Start from what you have
      </h2>
      <Field
        id="start-text"
        label="Papers"
        hint="arXiv identifiers, DOIs, addresses, the text of a .bib file, or an author’s ORCID iD. Those that are on this site count as liked; nobody is told."
      >
        {(control) => <Textarea {...control} name="text" rows={4} maxLength={LONGEST_START} />}
      </Field>
      <Field id="start-file" label="Or a .bib file">
        {(control) => (
          <input
            {...control}
            type="file"
            name="file"
            accept=".bib,.txt,text/plain,application/x-bibtex"
            className="text-sm"
          />
        )}
      </Field>
      <Field id="start-topics" label="Topics" hint="Categories of arXiv, such as cs.LG, stat.ML.">
        {(control) => <Input {...control} name="topics" maxLength={600} />}
      </Field>
      <Button type="submit">Start from these</Button>
    </form>
  );
}
