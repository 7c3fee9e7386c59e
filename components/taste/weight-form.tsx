import { Button } from '@/components/ui/button';
import { formPath } from '@/lib/registry/form-path';
import { LEAST_FACTOR, MOST_FACTOR } from '@/lib/taste/limits';
import type { Kind } from '@/lib/taste/types';

type Weight = { kind: Kind; key: string; shown: string; strength: number; factor: number };

const HEADINGS: Record<Kind, string> = { word: 'Words', author: 'Authors', topic: 'Topics' };
const KINDS = Object.keys(HEADINGS) as Kind[];

/** The strongest words, authors and topics, each with a slider. */
export function WeightForm({ weights }: { weights: Record<Kind, Weight[]> }) {
  const all = KINDS.flatMap((kind) => weights[kind]);
  if (all.length === 0) {
    return (
      <p className="text-muted">
        Nothing has been learned yet. Upvote or save papers, or start from papers you know.
      </p>
    );
  }
  const strongest = Math.max(...all.map(({ strength }) => strength), 1e-9);
  return (
    <form method="post" action={formPath('taste/setWeights')} className="space-y-6">
      <p className="text-muted text-sm">
        Each slider has two marks. At the right one, the item counts as learned; further right it
        counts more. At the left one it doesn’t count; further left it counts against a paper.
      </p>
      <datalist id="weight-marks">
        <option value="0" />
        <option value="1" />
      </datalist>
      {KINDS.filter((kind) => weights[kind].length > 0).map((kind) => (
        <fieldset key={kind} className="space-y-1">
          <legend className="mb-2 font-semibold">{HEADINGS[kind]}</legend>
          {weights[kind].map((weight, at) => (
            <Slider
              key={weight.key}
              id={`${kind}-${at}`}
              weight={weight}
              share={weight.strength / strongest}
            />
          ))}
        </fieldset>
      ))}
      <Button type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}

type SliderProps = { id: string; weight: Weight; share: number };

function Slider({ id, weight: { kind, key, shown, factor }, share }: SliderProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_8rem] items-center gap-x-4 sm:grid-cols-[minmax(0,1fr)_4rem_9rem]">
      <label htmlFor={id} className="truncate text-sm" title={shown}>
        {shown}
      </label>
      <meter
        className="strength hidden h-2 w-16 sm:block"
        min={0}
        max={1}
        value={share}
        aria-label={`How much ${shown} counts`}
      />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="shown" value={shown} />
      <input
        id={id}
        type="range"
        name="factor"
        list="weight-marks"
        min={LEAST_FACTOR}
        max={MOST_FACTOR}
        step={0.5}
        defaultValue={factor}
        className="h-8 w-full accent-accent"
      />
    </div>
  );
}
