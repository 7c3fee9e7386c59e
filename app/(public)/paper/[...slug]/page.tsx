import { notFound } from 'next/navigation';
import { getPaper } from '@/lib/papers/data';

export const generateStaticParams = () => [{ slug: ['placeholder'] }];

export default async function PaperPage({ params }: PageProps<'/paper/[...slug]'>) {
  const slug = (await params).slug.join('/');
  if (slug === 'placeholder') return null;
  const page = await getPaper(slug);
  if (!page) notFound();
  return <h1>{page.paper.title}</h1>;
}
