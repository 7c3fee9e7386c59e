import { NameFields } from '@/components/ui/name-fields';
import { COLLECTION_LIMITS } from '@/lib/collections/schema';
import { VISIBILITIES } from '@/lib/collections/types';
import { VISIBILITY_WORDS } from '@/lib/collections/words';

type Props = {
  name: string;
  description: string;
  visibility: string;
  error?: string;
};

/** A collection's title, description and who sees it, for making one and for changing it. */
export function CollectionFields({ name, description, visibility, error }: Props) {
  return (
    <>
      <NameFields
        name={name}
        description={description}
        limits={COLLECTION_LIMITS}
        label="Title"
        shortest={1}
        error={error}
      />
      <fieldset className="space-y-2">
        <legend className="mb-1.5 font-medium text-sm">Who sees it</legend>
        {VISIBILITIES.map((value) => (
          <div key={value} className="flex gap-3">
            <input
              type="radio"
              id={`visible-${value}`}
              name="visibility"
              value={value}
              defaultChecked={(visibility || 'private') === value}
              aria-describedby={`visible-${value}-hint`}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <div>
              <label htmlFor={`visible-${value}`}>{VISIBILITY_WORDS[value].label}</label>
              <p id={`visible-${value}-hint`} className="text-muted text-sm">
                {VISIBILITY_WORDS[value].hint}
              </p>
            </div>
          </div>
        ))}
      </fieldset>
    </>
  );
}
