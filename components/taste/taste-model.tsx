import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Sure } from '@/components/ui/sure';
import { plural } from '@/lib/base/plural';
import { formPath } from '@/lib/registry/form-path';
import { TASTE_FILE_PATH } from '@/lib/taste/paths';

type Props = {
  taste: {
    state: { off: boolean; likes: number };
    learnedAt: string | null;
    interests: number;
    brought: number;
  };
};

/** Downloads, uploads and deletes the user's model. */
export function TasteModel({ taste: { state, learnedAt, interests, brought } }: Props) {
  return (
    <section aria-labelledby="model" className="space-y-4">
      <h2 id="model" className="font-semibold text-lg">
        Your model
      </h2>
      {state.off ? null : (
        <p className="text-muted text-sm">
          Learned from {plural(state.likes, 'paper')}
          {learnedAt ? ` on ${learnedAt.slice(0, 10)}` : ''}, in{' '}
          {plural(interests - brought, 'interest')}
          {brought > 0 ? `, plus ${brought} from a model you uploaded` : ''}. You can{' '}
          <a href={TASTE_FILE_PATH} download className="text-link">
            download it
          </a>{' '}
          as a small file and use it on another Papertide site.
        </p>
      )}
      <form
        method="post"
        encType="multipart/form-data"
        action={formPath('taste/bringTaste')}
        className="space-y-3"
      >
        <Field
          id="bring"
          label="Upload a model"
          hint="A file that you downloaded from another Papertide site."
        >
          {(control) => (
            <Input
              {...control}
              type="file"
              name="file"
              required
              accept=".json,application/json"
              className="py-1.5 text-sm"
            />
          )}
        </Field>
        <Button type="submit" size="sm">
          Use this model
        </Button>
      </form>
      {state.off ? null : (
        <Sure
          label="Delete your taste"
          words="This deletes the model, your settings, and the papers you started from, opened or weren’t interested in. It also ends your private feed. Upvotes and collections stay."
        >
          <form method="post" action={formPath('taste/deleteTaste')}>
            <Button type="submit" size="sm" variant="danger">
              Delete
            </Button>
          </form>
        </Sure>
      )}
    </section>
  );
}
