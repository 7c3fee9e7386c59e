import { Button } from '@/components/ui/button';
import { Field, Input, Textarea } from '@/components/ui/field';
import { formPath } from '@/lib/registry/form-path';
import { LONGEST_START } from '@/lib/taste/limits';

/** The input comes back after an error. */
type Props = { typed: { text: string; topics: string }; unknownTopic: string | undefined };

/** Starts a taste from papers and topics that the user knows already. */
export function StartForm({ typed, unknownTopic }: Props) {
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
        hint="arXiv identifiers, DOIs, links, BibTeX, or an author’s ORCID iD. Papers found on this site count as liked. Nobody else sees this."
      >
        {(control) => (
          <Textarea
            {...control}
            name="text"
            rows={4}
            maxLength={LONGEST_START}
            defaultValue={typed.text}
          />
        )}
      </Field>
      <Field id="start-file" label="Or a .bib file" hint="At most 1 MB.">
        {(control) => (
          <Input
            {...control}
            type="file"
            name="file"
            accept=".bib,.txt,text/plain,application/x-bibtex"
            className="py-1.5 text-sm"
          />
        )}
      </Field>
      <Field
        id="start-topics"
        label="Topics"
        hint="arXiv categories, such as cs.LG, stat.ML."
        error={unknownTopic && `There is no topic “${unknownTopic}”.`}
      >
        {(control) => (
          <Input {...control} name="topics" maxLength={600} defaultValue={typed.topics} />
        )}
      </Field>
      <Button type="submit">Start from these</Button>
    </form>
  );
}
