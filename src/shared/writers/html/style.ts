/** The look of a story on the web, and of the page around it. System fonts only; unknown properties are skipped by older browsers. */

/**
 * Chinese typography by CSS: `text-spacing-trim` closes up adjacent marks, `text-autospace` gives Latin its quarter em,
 * `line-break: strict` keeps 避头尾. Where a browser lacks them the text stays right, only a little looser.
 */
export const STORY_STYLE = `
:root{
--ink:#1b1a17;--soft:#5d5a52;--faint:#75716a;--line:#dcd8cf;--paper:#fff;--wash:#f6f4ee;--accent:#a3231f;--rule:#1b1a17;
--serif:"Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC","Songti SC","STZhongsong","Microsoft YaHei",serif;
--sans:-apple-system,BlinkMacSystemFont,"PingFang SC","Hiragino Sans GB","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif;
--kai:"Kaiti SC","STKaiti","LXGW WenKai","KaiTi",var(--serif)}
@media (prefers-color-scheme:dark){:root{
--ink:#e7e4dc;--soft:#b3afa5;--faint:#9a968c;--line:#3a3833;--paper:#161614;--wash:#211f1b;--accent:#ef8a7d;--rule:#8d897f}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.85 var(--sans);
line-break:strict;overflow-wrap:anywhere;text-spacing-trim:trim-start;text-autospace:normal;hanging-punctuation:allow-end;
-webkit-font-smoothing:antialiased}
a{color:inherit;text-decoration-color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.22em}
a:hover{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
.story{max-width:40rem;margin-inline:auto}
.head{margin:0 0 1.9rem}
.head p{margin:0}
.label{display:inline-block;margin:0 0 .9rem!important;padding:.1em .7em;background:var(--accent);color:var(--paper);font-size:.8125rem;font-weight:600;letter-spacing:.12em}
.kicker{font-family:var(--serif);font-size:1.125rem;line-height:1.5;color:var(--soft);text-wrap:balance}
.headline,.kicker,.deck,.crosshead{word-break:keep-all}
.headline{margin:.3rem 0 .5rem;font-family:var(--serif);font-weight:700;font-size:clamp(1.625rem,1.2rem + 2.1vw,2.375rem);line-height:1.32;letter-spacing:.01em;text-wrap:balance}
.headline.further{font-size:1.375rem}
.deck{font-family:var(--serif);font-size:1.1875rem;line-height:1.55;color:var(--soft);text-wrap:pretty}
.standfirst{margin:1.15rem 0 0;padding:.85rem 1.1rem;background:var(--wash);border-inline-start:3px solid var(--accent);font-size:1rem;line-height:1.75}
.byline{color:var(--soft);font-size:.875rem;line-height:1.7;letter-spacing:.04em}
.head .byline{margin-top:1.1rem;padding-top:.75rem;border-top:1px solid var(--line)}
.story>p,.box>p{margin:0 0 .95em}
.story>p:not([class]),.box>p:not([class]){text-indent:2em;text-align:justify;text-justify:inter-character}
.story>.ragged,.box>.ragged{text-indent:2em;text-align:start}
.story>.verse,.box>.verse{padding-inline-start:2em;text-align:start;text-wrap:pretty}
.story>.line,.box>.line{margin-bottom:0}
.story>.names,.box>.names{padding-inline-start:2em;word-spacing:.75em;text-align:start}
.names span{display:inline-block;white-space:pre;min-width:4em}
.story>.end,.box>.end{margin-bottom:.95em}
.line+p:not(.line){margin-top:.95em}
.story>.signed,.box>.signed{margin-bottom:0;text-align:end}
.signed+p:not(.signed){margin-top:.95em}
.dateline{font-family:var(--kai);color:var(--soft)}
.crosshead{margin:2.3rem 0 .8rem;font-family:var(--sans);font-weight:700;font-size:1.25rem;line-height:1.45;text-wrap:balance;break-after:avoid}
.box{margin:2.2rem 0;padding:1.3rem 1.4rem .5rem;background:var(--wash);border-top:2px solid var(--rule)}
.box .keyword{display:inline-block;margin:-2.15rem 0 .9rem;padding:.12em .8em;background:var(--rule);color:var(--paper);font-size:.8125rem;font-weight:600;letter-spacing:.1em}
.box .crosshead{margin-top:0}
.table{margin:1.8rem 0;overflow-x:auto;background:
linear-gradient(to right,var(--paper) 40%,transparent) 0/2.5rem 100% no-repeat local,linear-gradient(to left,var(--paper) 40%,transparent) 100%/2.5rem 100% no-repeat local,
linear-gradient(to right,var(--line),transparent) 0/.8rem 100% no-repeat,linear-gradient(to left,var(--line),transparent) 100%/.8rem 100% no-repeat}
.box .table{--paper:var(--wash)}
.table table{width:100%;border-collapse:collapse;border-block:1.5px solid var(--rule);font-size:.9375rem;line-height:1.5;font-variant-numeric:tabular-nums}
.table th,.table td{padding:.4em .6em;border:solid var(--line);border-width:0 0 1px 1px;overflow-wrap:normal;text-align:start}
.table :is(th,td):first-child{border-inline-start-width:0}
.table tr:last-child td{border-bottom-width:0}
.table th{border-bottom-color:var(--rule);text-align:center;white-space:nowrap}
.table .center{text-align:center}
.table .right{text-align:end;white-space:nowrap}
figure{margin:2rem 0;break-inside:avoid}
figure img{display:block;width:100%;height:auto;background:var(--wash)}
figcaption{margin-top:.6rem;font-size:.875rem;line-height:1.65;color:var(--soft)}
.credit{color:var(--faint);white-space:normal}
.unpictured{margin:1.5rem 0;padding:.2rem 0 .2rem 1rem;border-inline-start:2px solid var(--line)}
.unpictured figcaption{margin:0}
.unpictured+.unpictured{margin-top:-1.1rem}
.note{margin:1.6rem 0;padding:.9rem 1.1rem;border-block:1px solid var(--line);font-family:var(--kai);font-size:1rem;line-height:1.8;color:var(--soft)}
.jump{font-size:.875rem;color:var(--accent);text-align:end}
.story>.byline,.box>.byline{text-align:end}
em{font-style:normal;text-emphasis:dot;text-emphasis-position:under right}
i{font-style:normal;font-family:var(--kai)}
sup,sub{line-height:0}
@media (max-width:30rem){body{font-size:1.0625rem;line-height:1.8}.table table{font-size:.875rem}.table th{min-width:3.2em;white-space:normal}.table :is(th,td){padding-inline:.4em}.table td:not([class]){min-width:4.6em}.box{margin-inline:-.5rem;padding-inline:1rem}.crosshead{font-size:1.1875rem}}
@media print{:root{--ink:#000;--soft:#333;--faint:#444;--line:#bbb;--paper:#fff;--wash:#fff;--accent:#000;--rule:#000}
@page{margin:18mm 16mm}
body{font-size:10.5pt;line-height:1.65}
.story{max-width:none;break-before:auto}
.headline{font-size:20pt}.crosshead{font-size:12pt}
.box{border:.5pt solid #000;padding:10pt}.box .keyword{margin:0 0 6pt;border:.5pt solid #000;background:none;color:#000}
.label{border:.5pt solid #000;background:none;color:#000}
.table{overflow:visible}.table table{font-size:9pt}.table tr{break-inside:avoid}
p{orphans:2;widows:2}a{text-decoration:none}}
`

/** Masthead, contents and the rules between stories. */
export const PAGE_STYLE = `
.skip{position:absolute;inset-inline-start:-100vw;padding:.5rem 1rem;background:var(--paper)}
.skip:focus{inset-inline-start:1rem;inset-block-start:1rem;z-index:1}
.masthead{max-width:66rem;margin:0 auto;padding:1.6rem 1.25rem .9rem;border-bottom:3px double var(--rule);text-align:center}
.masthead p,.masthead h1{margin:0}
.paper{font-family:var(--serif);font-weight:900;font-size:clamp(1.75rem,1.2rem + 2.4vw,2.75rem);line-height:1.25;letter-spacing:.14em;text-indent:.14em}
.page-title{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.facts{display:flex;flex-wrap:wrap;justify-content:center;gap:.1rem 1.4em;margin-top:.45rem!important;font-size:.875rem;color:var(--soft)}
.folio{font-size:.8125rem;color:var(--faint);line-height:1.6}
.foot{max-width:66rem;margin:0 auto;padding:1rem 1.25rem 2.5rem;border-top:1px solid var(--line);text-align:center}
.foot p{margin:0}
.one .masthead{max-width:40rem;padding-block:1.1rem .7rem;border-bottom:1px solid var(--line)}
.one .paper{font-size:1.25rem}
.sheet{max-width:66rem;margin:0 auto;padding:2.2rem 1.25rem 4rem}
.one .sheet{max-width:42.5rem}
.many h2.headline{font-size:clamp(1.5rem,1.2rem + 1.5vw,2.125rem)}
.many .story:first-child h2.headline{font-size:clamp(1.75rem,1.2rem + 2.7vw,2.75rem)}
.many .story+.story{margin-top:3.4rem;padding-top:2.6rem;border-top:1px solid var(--rule)}
.contents{margin:0 auto 2.6rem;max-width:40rem;padding:1rem 1.2rem;background:var(--wash);font-size:.9375rem;line-height:1.6}
.contents-title{margin:0 0 .5rem;font-size:.8125rem;font-weight:700;letter-spacing:.14em;color:var(--accent)}
.contents ol{margin:0;padding:0;list-style:none;counter-reset:n}
.contents li{display:grid;grid-template-columns:1.9em 1fr;padding:.38rem 0;border-top:1px solid var(--line);counter-increment:n}
.contents li::before{content:counter(n);color:var(--faint);font-variant-numeric:tabular-nums}
.contents a{display:block;text-decoration:none;min-height:24px}
.contents a:hover{text-decoration:underline}
@media (min-width:64rem){.many .sheet{display:grid;grid-template-columns:minmax(0,1fr) 16rem;gap:4rem}
.many main{grid-column:1;grid-row:1}.many .story{margin-inline:0 auto;max-width:42rem}
.contents{grid-column:2;grid-row:1;align-self:start;position:sticky;top:1.5rem;max-height:calc(100vh - 3rem);overflow:auto;margin:0}}
@media print{.contents,.skip{display:none}.masthead{max-width:none}.sheet{display:block!important;max-width:none;padding:12pt 0 0}
.many .story{max-width:none}}
`
