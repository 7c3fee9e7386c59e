import { Select } from '@/components/ui/field';
import { type CommentKind, KIND_NAMES, KINDS } from '@/lib/comments/kinds';

type Props = { kind: CommentKind | null; onChange: (kind: CommentKind | null) => void };

/** Chooses the kind of a new thread; threads can be filtered by kind. */
export function KindChoice({ kind, onChange }: Props) {
  return (
    <label className="mt-2 flex items-center gap-2 text-sm">
      This is
      <Select
        small
        name="kind"
        value={kind ?? ''}
        onChange={(event) => onChange((event.target.value || null) as CommentKind | null)}
      >
        <option value="">just a comment</option>
        {KIND_NAMES.map((name) => (
          <option key={name} value={name}>
            a {KINDS[name].label.toLowerCase()}
          </option>
        ))}
      </Select>
    </label>
  );
}
