// biome-ignore-all format: a table
import { MATH_SYMBOLS } from './math-symbols';

/** Commands for a character, in text and in the plain form of formulas. */
export const SYMBOLS: Record<string, string> = {
  ...MATH_SYMBOLS,
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ',
  eta: 'η', theta: 'θ', vartheta: 'ϑ', iota: 'ι', kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν',
  xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', upsilon: 'υ', phi: 'φ', varphi: 'φ',
  chi: 'χ', psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Xi: 'Ξ',
  Pi: 'Π', Sigma: 'Σ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω', ell: 'ℓ', hbar: 'ħ', infty: '∞',
  partial: '∂', nabla: '∇', times: '×', cdot: '·', pm: '±', mp: '∓', leq: '≤', le: '≤',
  geq: '≥', ge: '≥', neq: '≠', ne: '≠', approx: '≈', sim: '∼', simeq: '≃', equiv: '≡', ll: '≪',
  gg: '≫', propto: '∝', to: '→', rightarrow: '→', leftarrow: '←', Rightarrow: '⇒', mapsto: '↦',
  in: '∈', notin: '∉', subset: '⊂', subseteq: '⊆', cup: '∪', cap: '∩', forall: '∀',
  exists: '∃', sum: '∑', prod: '∏', int: '∫', oplus: '⊕', otimes: '⊗', dagger: '†', ddagger: '‡',
  star: '⋆', ast: '∗', circ: '∘', bullet: '•', sqrt: '√', ldots: '…', dots: '…', cdots: '⋯',
  langle: '⟨', rangle: '⟩', lfloor: '⌊', rfloor: '⌋', lceil: '⌈', rceil: '⌉', prime: '′',
  degree: '°', textdegree: '°', textendash: '–', textemdash: '—', textasciitilde: '~',
  textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”',
  textbackslash: '\\', textunderscore: '_', textregistered: '®', texttrademark: '™',
  copyright: '©', pounds: '£', euro: '€', S: '§', P: '¶', LaTeX: 'LaTeX', TeX: 'TeX',
  BibTeX: 'BibTeX', quad: ' ', qquad: ' ', space: ' ', nobreakdash: '', textbullet: '•', textellipsis: '…',
  textperiodcentered: '·', textmu: 'µ', texttimes: '×', textpm: '±', textdagger: '†',
  textdaggerdbl: '‡', textsection: '§', textsterling: '£', texteuro: '€', textgreater: '>',
  textless: '<', textbar: '|', textasciicircum: '^', textdollar: '$', guillemotleft: '«',
  guillemotright: '»', protect: '', xspace: '', leavevmode: '',
};
