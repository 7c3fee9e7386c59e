import { formulaToMathml } from '@/lib/markup/latex-formula';

/** A formula of ours in TeX, as MathML; on a line of its own when it is `display`. */
export function Formula({ tex, display = false }: { tex: string; display?: boolean }) {
  const mathml = formulaToMathml({ source: tex, display });
  if (!mathml) return <code>{tex}</code>;
  return (
    <span
      className={display ? 'block py-1' : undefined}
      dangerouslySetInnerHTML={{ __html: mathml }}
    />
  );
}
