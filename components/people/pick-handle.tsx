import { Button } from '@/components/ui/button';
import { handleProblem } from '@/lib/people/handles';
import { formPath } from '@/lib/registry/form-path';
import { HandleField } from './handle-field';

type Props = {
  from: string;
  suggestions: string[];
  /** The rejected handle and its error code; empty at first. */
  wanted: string;
  error: string;
};

/** A plain form; each suggestion is a submit button. */
export function PickHandle({ from, suggestions, wanted, error }: Props) {
  const shown = wanted || suggestions[0] || '';
  const others = suggestions.filter((suggestion) => suggestion !== shown);
  return (
    <div className="space-y-6">
      <form method="post" action={formPath('people/pickHandle')} className="space-y-4">
        <input type="hidden" name="from" value={from} />
        <HandleField value={shown} error={wanted ? handleProblem(wanted, error) : undefined} />
        <Button type="submit" variant="primary" className="w-full">
          Choose handle
        </Button>
      </form>
      {others.length ? (
        <form
          method="post"
          action={formPath('people/pickHandle')}
          className="flex flex-wrap items-center gap-2 text-sm"
        >
          <input type="hidden" name="from" value={from} />
          <span className="text-muted">Or choose</span>
          {others.map((suggestion) => (
            <Button key={suggestion} type="submit" size="sm" name="handle" value={suggestion}>
              {suggestion}
            </Button>
          ))}
        </form>
      ) : null}
    </div>
  );
}
