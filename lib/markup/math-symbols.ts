/**
 * Symbols that KaTeX typesets as one character, by command: for commands in text and for the plain
 * form of formulas. Generated from KaTeX's tables, so that both show the same character.
 */
const TABLE = `
alef ℵ  alefsym ℵ  aleph ℵ  Alpha A  amalg ⨿  angle ∠  approxeq ≊  asymp ≍  backepsilon ∍
backprime ‵  backsim ∽  backsimeq ⋍  barwedge ⊼  because ∵  Beta B  beth ℶ  between ≬  bigcap ⋂
bigcirc ◯  bigcup ⋃  bigodot ⨀  bigoplus ⨁  bigotimes ⨂  bigsqcup ⨆  bigstar ★
bigtriangledown ▽  bigtriangleup △  biguplus ⨄  bigvee ⋁  bigwedge ⋀  blacklozenge ⧫
blacksquare ■  blacktriangle ▲  blacktriangledown ▼  blacktriangleleft ◀  blacktriangleright ▶
bot ⊥  bowtie ⋈  Box □  boxdot ⊡  boxminus ⊟  boxplus ⊞  boxtimes ⊠  bull ∙  Bumpeq ≎  bumpeq ≏
Cap ⋒  cdotp ⋅  centerdot ⋅  checkmark ✓  Chi X  circeq ≗  circlearrowleft ↺  circlearrowright ↻
circledast ⊛  circledcirc ⊚  circleddash ⊝  circledR ®  circledS Ⓢ  clubs ♣  clubsuit ♣
complement ∁  cong ≅  coprod ∐  Cup ⋓  curlyeqprec ⋞  curlyeqsucc ⋟  curlyvee ⋎  curlywedge ⋏
curvearrowleft ↶  curvearrowright ↷  dag †  Dagger ‡  daleth ℸ  Darr ⇓  dArr ⇓  darr ↓
dashleftarrow ⇠  dashrightarrow ⇢  dashv ⊣  ddag ‡  ddots ⋱  diagdown ╲  diagup ╱  Diamond ◊
diamond ⋄  diamonds ♢  diamondsuit ♢  digamma ϝ  div ÷  divideontimes ⋇  Doteq ≑  doteq ≐
doteqdot ≑  dotplus ∔  dotsb ⋯  dotsc …  dotsm ⋯  dotso …  doublebarwedge ⩞  doublecap ⋒
doublecup ⋓  Downarrow ⇓  downarrow ↓  downdownarrows ⇊  downharpoonleft ⇃  downharpoonright ⇂
emptyset ∅  Epsilon E  eqcirc ≖  eqsim ≂  eqslantgtr ⪖  eqslantless ⪕  Eta H  eth ð  exist ∃
fallingdotseq ≒  Finv Ⅎ  flat ♭  frown ⌢  Game ⅁  geqq ≧  geqslant ⩾  gets ←  ggg ⋙  gggtr ⋙
gimel ℷ  gnapprox ⪊  gneq ⪈  gneqq ≩  gnsim ⋧  gtrapprox ⪆  gtrdot ⋗  gtreqless ⋛  gtreqqless ⪌
gtrless ≷  gtrsim ≳  gvertneqq ≩  Harr ⇔  hArr ⇔  harr ↔  hearts ♡  heartsuit ♡  hookleftarrow ↩
hookrightarrow ↪  hslash ℏ  iiint ∭  iint ∬  Im ℑ  imath ı  infin ∞  intercal ⊺  intop ∫  Iota I
isin ∈  jmath ȷ  Join ⋈  Kappa K  land ∧  lang ⟨  Larr ⇐  lArr ⇐  larr ←  lBrace ⦃  lbrace {
lbrack [  ldotp .  leadsto ⇝  Leftarrow ⇐  leftarrowtail ↢  leftharpoondown ↽  leftharpoonup ↼
leftleftarrows ⇇  Leftrightarrow ⇔  leftrightarrow ↔  leftrightarrows ⇆  leftrightharpoons ⇋
leftrightsquigarrow ↭  leftthreetimes ⋋  leqq ≦  leqslant ⩽  lessapprox ⪅  lessdot ⋖
lesseqgtr ⋚  lesseqqgtr ⪋  lessgtr ≶  lesssim ≲  lgroup ⟮  lhd ⊲  llbracket ⟦  Lleftarrow ⇚
lll ⋘  llless ⋘  lmoustache ⎰  lnapprox ⪉  lneq ⪇  lneqq ≨  lnot ¬  lnsim ⋦  Longleftarrow ⟸
longleftarrow ⟵  Longleftrightarrow ⟺  longleftrightarrow ⟷  longmapsto ⟼  Longrightarrow ⟹
longrightarrow ⟶  looparrowleft ↫  looparrowright ↬  lor ∨  lozenge ◊  lparen (  lq ‘  Lrarr ⇔
lrArr ⇔  lrarr ↔  Lsh ↰  ltimes ⋉  lVert ∥  lvert ∣  lvertneqq ≨  maltese ✠  mapsfrom ↤
mathellipsis …  mathsterling £  measuredangle ∡  mho ℧  mid ∣  models ⊨  Mu M  multimap ⊸
natural ♮  ncong ≆  nearrow ↗  neg ¬  nexists ∄  ngeq ≱  ngeqq ≱  ngeqslant ≱  ngtr ≯  ni ∋
nLeftarrow ⇍  nleftarrow ↚  nLeftrightarrow ⇎  nleftrightarrow ↮  nleq ≰  nleqq ≰  nleqslant ≰
nless ≮  nmid ∤  notni ∌  nparallel ∦  nprec ⊀  npreceq ⋠  nRightarrow ⇏  nrightarrow ↛
nshortmid ∤  nshortparallel ∦  nsim ≁  nsubseteq ⊈  nsubseteqq ⊈  nsucc ⊁  nsucceq ⋡
nsupseteq ⊉  nsupseteqq ⊉  ntriangleleft ⋪  ntrianglelefteq ⋬  ntriangleright ⋫
ntrianglerighteq ⋭  Nu N  nVDash ⊯  nVdash ⊮  nvDash ⊭  nvdash ⊬  nwarrow ↖  odot ⊙  oiiint ∰
oiint ∯  oint ∮  Omicron O  omicron ο  ominus ⊖  oslash ⊘  owns ∋  parallel ∥  perp ⊥
pitchfork ⋔  plusmn ±  prec ≺  precapprox ⪷  preccurlyeq ≼  preceq ⪯  precnapprox ⪹  precneqq ⪵
precnsim ⋨  precsim ≾  rang ⟩  Rarr ⇒  rArr ⇒  rarr →  rBrace ⦄  rbrace }  rbrack ]  Re ℜ
restriction ↾  rgroup ⟯  rhd ⊳  Rho P  rightarrowtail ↣  rightharpoondown ⇁  rightharpoonup ⇀
rightleftarrows ⇄  rightleftharpoons ⇌  rightrightarrows ⇉  rightsquigarrow ⇝  rightthreetimes ⋌
risingdotseq ≓  rmoustache ⎱  rparen )  rrbracket ⟧  Rrightarrow ⇛  Rsh ↱  rtimes ⋊  rVert ∥
rvert ∣  sdot ⋅  searrow ↘  sect §  setminus ∖  sharp ♯  shortmid ∣  shortparallel ∥
smallfrown ⌢  smallint ∫  smallsetminus ∖  smallsmile ⌣  smile ⌣  spades ♠  spadesuit ♠
sphericalangle ∢  sqcap ⊓  sqcup ⊔  sqsubset ⊏  sqsubseteq ⊑  sqsupset ⊐  sqsupseteq ⊒  square □
sub ⊂  sube ⊆  Subset ⋐  subseteqq ⫅  subsetneq ⊊  subsetneqq ⫋  succ ≻  succapprox ⪸
succcurlyeq ≽  succeq ⪰  succnapprox ⪺  succneqq ⪶  succnsim ⋩  succsim ≿  supe ⊇  Supset ⋑
supset ⊃  supseteq ⊇  supseteqq ⫆  supsetneq ⊋  supsetneqq ⫌  surd √  swarrow ↙  Tau T
textcopyright ©  therefore ∴  thetasym ϑ  thickapprox ≈  thicksim ∼  top ⊤  triangle △
triangledown ▽  triangleleft ◃  trianglelefteq ⊴  triangleq ≜  triangleright ▹
trianglerighteq ⊵  twoheadleftarrow ↞  twoheadrightarrow ↠  Uarr ⇑  uArr ⇑  uarr ↑  unlhd ⊴
unrhd ⊵  Uparrow ⇑  uparrow ↑  Updownarrow ⇕  updownarrow ↕  upharpoonleft ↿  upharpoonright ↾
uplus ⊎  Upsilon Υ  upuparrows ⇈  varDelta Δ  varGamma Γ  varkappa ϰ  varLambda Λ  varnothing ∅
varOmega Ω  varPhi Φ  varPi Π  varpi ϖ  varpropto ∝  varPsi Ψ  varrho ϱ  varSigma Σ  varsigma ς
varsubsetneq ⊊  varsubsetneqq ⫋  varsupsetneq ⊋  varsupsetneqq ⫌  varTheta Θ  vartriangle △
vartriangleleft ⊲  vartriangleright ⊳  varUpsilon Υ  varvdots ⋮  varXi Ξ  Vdash ⊩  vDash ⊨
vdash ⊢  vee ∨  veebar ⊻  Vert ∥  vert ∣  Vvdash ⊪  wedge ∧  weierp ℘  wp ℘  wr ≀  yen ¥  Zeta Z
`;

export const MATH_SYMBOLS: Readonly<Record<string, string>> = Object.fromEntries(
  TABLE.trim()
    .split(/\s\s|\n/)
    .map((pair) => pair.split(' ')),
);
