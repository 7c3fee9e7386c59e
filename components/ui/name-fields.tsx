import { Field, Input, Textarea } from './field';

type Props = {
  name: string;
  description: string;
  /** Characters at the most. */
  limits: { name: number; description: number };
  /** What the name is called, and how short it may be. */
  label?: string;
  shortest?: number;
  /** What is wrong with the name. */
  error?: string;
};

/** A name and a description, of what readers make: for making one and for changing it. */
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
