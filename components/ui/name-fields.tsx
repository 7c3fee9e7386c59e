import { Field, Input, Textarea } from './field';

type Props = {
  name: string;
  description: string;
  /** Characters at the most. */
  limits: { name: number; description: number };
  /** What is wrong with the name. */
  error?: string;
};

/** A name and a description, of what readers make: for making one and for changing it. */
export function NameFields({ name, description, limits, error }: Props) {
  return (
    <>
      <Field id="name" label="Name" error={error}>
        {(control) => (
          <Input
            {...control}
            name="name"
            required
            minLength={2}
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
