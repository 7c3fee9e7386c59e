import { formulaToMathml } from '@/lib/markup/latex-formula';

/** One of our TeX formulas as MathML; as a block if `display`. */
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
