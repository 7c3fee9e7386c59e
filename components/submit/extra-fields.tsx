import { Input, Textarea } from '@/components/ui/field';
import { picturePath } from '@/lib/pictures/paths';
import type { Picture } from '@/lib/pictures/types';
import { PictureField } from './picture-field';
import { type FieldsProps, TextField } from './typed-fields';

type Props = FieldsProps & {
  picture: Picture | null;
  pictureProblem: string;
  /** It holds something, or something to be put right. */
  open: boolean;
};

/** What a reader may add to a paper; closed until it is wanted. */
export function ExtraFields({ picture, pictureProblem, open, ...props }: Props) {
  return (
    <details open={open} className="rounded-lg border border-line">
      <summary className="cursor-pointer px-4 py-2.5 font-medium text-sm">
        Code, project, organization, picture, a comment of yours
      </summary>
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
        {picture ? (
          <div className="flex items-start gap-4">
            {/** biome-ignore lint/performance/noImgElement: made in this size already */}
            <img
              src={picturePath(picture.hash, 'small')}
              alt="As it was chosen"
              width={picture.width}
              height={picture.height}
              className="h-auto max-h-32 w-auto max-w-40 rounded border border-line"
            />
            <label className="flex items-center gap-2 text-sm">
              <input type="checkbox" name="withoutPicture" value="1" />
              Take this picture away
            </label>
          </div>
        ) : null}
        <PictureField error={pictureProblem || undefined} has={picture !== null} />
        <TextField
          {...props}
          name="comment"
          label="Comment"
          hint="Why it is worth reading. Markdown and math; it is posted as the first comment."
        >
          {(control) => <Textarea {...control} maxLength={10_000} rows={5} />}
        </TextField>
      </div>
    </details>
  );
}
