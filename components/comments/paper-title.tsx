import Link from 'next/link';
import { MathText } from '@/components/papers/math-text';
import { paperPath } from '@/lib/papers/paths';

/** The paper a discussion page belongs to, with a link back to it. */
export function PaperTitle({ slug, title }: { slug: string; title: string }) {
  return (
    <h1 className="mb-6 text-pretty font-semibold font-title text-xl leading-snug">
      <Link href={paperPath(slug)} prefetch={false} className="hover:text-accent">
        <MathText text={title} />
      </Link>
    </h1>
  );
}
