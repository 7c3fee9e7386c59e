import { PictureChoice } from '@/components/pictures/picture-choice';
import { Input, Textarea } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import type { Picture } from '@/lib/pictures/types';
import { type FieldsProps, TextField } from './typed-fields';

type Props = FieldsProps & {
  picture: Picture | null;
  pictureProblem: string;
  /** Whether a field has a value or an error. */
  open: boolean;
};

/** Optional fields of a paper; folded by default. */
export function ExtraFields({ picture, pictureProblem, open, ...props }: Props) {
  return (
    <Fold open={open} boxed label="Code, project, organization, picture, a comment of yours">
      <div className="space-y-4 border-line border-t p-4">
        <TextField {...props} name="code" label="Address of the code">
          {(control) => (
            <Input {...control} type="url" maxLength={500} placeholder="https://github.com/…" />
          )}
        </TextField>
        <TextField {...props} name="project" label="Address of the project">
          {(control) => <Input {...control} type="url" maxLength={500} placeholder="https://…" />}
        </TextField>
        <TextField
          {...props}
          name="organization"
          label="Organization"
          hint="Where it was made: one, by the name it gives itself."
        >
          {(control) => <Input {...control} maxLength={120} autoComplete="off" />}
        </TextField>
        <PictureChoice
          picture={picture}
          problem={pictureProblem}
          hint="A figure of the paper. Without one, links to it show a card with its title and authors."
        />
        <TextField
          {...props}
          name="comment"
          label="Comment"
          hint="Why it is worth reading. Markdown and math; it is posted as the first comment."
        >
          {(control) => <Textarea {...control} maxLength={10_000} rows={5} />}
        </TextField>
      </div>
    </Fold>
  );
}
