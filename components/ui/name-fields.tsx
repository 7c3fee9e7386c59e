import { Field, Input, Textarea } from './field';

type Props = {
  name: string;
  description: string;
  /** Maximum lengths in characters. */
  limits: { name: number; description: number };
  /** Label of the name field, and its minimum length. */
  label?: string;
  shortest?: number;
  /** Error of the name field. */
  error?: string;
};

/** Name and description fields, for both creating and editing. */
export function NameFields({
  name,
  description,
  limits,
  label = 'Name',
  shortest = 2,
  error,
}: Props) {
  return (
    <>
      <Field id="name" label={label} error={error}>
        {(control) => (
          <Input
            {...control}
            name="name"
            required
            minLength={shortest}
            maxLength={limits.name}
            defaultValue={name}
            autoComplete="off"
          />
        )}
      </Field>
      <Field id="description" label="Description" hint="Plain text. It may stay empty.">
        {(control) => (
          <Textarea
            {...control}
            name="description"
            maxLength={limits.description}
            defaultValue={description}
            rows={3}
          />
        )}
      </Field>
    </>
  );
}
