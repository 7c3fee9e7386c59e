import { Choice, Choices } from '@/components/ui/choice';
import { NameFields } from '@/components/ui/name-fields';
import { COLLECTION_LIMITS } from '@/lib/collections/limits';
import { VISIBILITY_WORDS } from '@/lib/collections/messages';
import { VISIBILITIES } from '@/lib/collections/types';

type Props = {
  name: string;
  description: string;
  visibility: string;
  error?: string;
};

/** Title, description and visibility, for both creating and editing a collection. */
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
      <Choices legend="Who sees it">
        {VISIBILITIES.map((value) => (
          <Choice
            key={value}
            type="radio"
            name="visibility"
            value={value}
            defaultChecked={(visibility || 'private') === value}
            {...VISIBILITY_WORDS[value]}
          />
        ))}
      </Choices>
    </>
  );
}
