import { Icon } from '@/components/ui/icon';
import { Tip } from '@/components/ui/tip';

type Props = { href: string; summaryBy: string | null };

/** An icon that attributes the row's summary; renders nothing for the authors' abstract. */
export function Provenance({ href, summaryBy }: Props) {
  if (!summaryBy) return null;
  return (
    <Tip href={href} words={`Summary by ${summaryBy}.`}>
      <Icon name="info" className="size-3.5" />
    </Tip>
  );
}
