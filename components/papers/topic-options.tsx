import { CATEGORIES, categoryName } from '@/lib/papers/categories';

export function TopicOptions({ id }: { id: string }) {
  return (
    <datalist id={id}>
      {CATEGORIES.map((topic) => (
        <option key={topic} value={topic}>
          {categoryName(topic)}
        </option>
      ))}
    </datalist>
  );
}
