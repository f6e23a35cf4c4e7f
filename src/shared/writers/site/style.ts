/** A story's line in the list lights its region on the page; more stories than these no page has. */
const TIED = Array.from(
  { length: 40 },
  (_, i) => `.edition:has(.stories .n${i + 1}>a:is(:hover,:focus-visible)) .region.n${i + 1} rect`,
).join(',\n')

/** The look of the digital edition around the stories. */
export const SITE_STYLE = `
${TIED}{fill:rgb(163 35 31/.12)!important;stroke:#a3231f!important}
body{min-height:100vh;display:flex;flex-direction:column}
main{flex:1;width:100%;max-width:82rem;margin:0 auto;padding:1.6rem 1.25rem 3rem}
.skip{position:absolute;inset-inline-start:-100vw;padding:.5rem 1rem;background:var(--paper)}
.skip:focus{inset-inline-start:1rem;inset-block-start:1rem;z-index:2}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1.6rem;padding:.7rem max(1.25rem,calc((100vw - 79.5rem)/2));border-bottom:1px solid var(--line);background:var(--paper)}
.bar .paper{font-family:var(--serif);font-weight:900;font-size:1.5rem;letter-spacing:.1em;text-decoration:none;line-height:1.4}
.bar nav{display:flex;gap:.2rem;font-size:.9375rem}
.bar nav a{padding:.35rem .7rem;text-decoration:none;color:var(--soft)}
.bar nav a:hover,.bar nav a[aria-current]{color:var(--ink)}
.bar nav a[aria-current]{box-shadow:inset 0 -2px var(--accent)}
form{display:flex;gap:.4rem}
.bar form{margin-inline-start:auto}
input,button{font:inherit;font-size:.9375rem;line-height:1.4;color:var(--ink);border:1px solid var(--line);background:var(--paper);border-radius:2px;padding:.4rem .7rem}
input{width:13rem;max-width:100%;border-color:var(--faint)}
button{background:var(--wash);cursor:pointer}
button:hover{border-color:var(--faint)}
.foot{padding:1.2rem 1.25rem 2rem;border-top:1px solid var(--line);text-align:center;font-size:.8125rem;color:var(--faint)}
h1{font-family:var(--serif);font-size:1.5rem;line-height:1.4;margin:0}
.edition h2,.list h2,.where h2,.month h3{font-size:.875rem;font-weight:700;letter-spacing:.08em;margin:0 0 .5rem;color:var(--accent)}
.place{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:.4rem 1.5rem;margin-bottom:1.1rem}
.place h1{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .6em}
.place h1 span{font-size:1.125rem;font-weight:400;color:var(--soft);font-family:var(--sans)}
.pager{display:flex;gap:.3rem;font-size:.875rem}
.pager a,.pager .off{padding:.3rem .75rem;border:1px solid var(--line);text-decoration:none;line-height:1.5}
.pager a:hover{border-color:var(--accent)}
.pager .off{color:var(--faint);border-style:dashed}
.map{display:block;width:100%;height:auto;background:#fffefb;box-shadow:0 0 0 1px var(--line),0 10px 30px rgb(0 0 0/.1)}
.map+.map{margin-top:1.5rem}
.sheet{fill:#fffefb}
.ink{pointer-events:none;user-select:none;text-spacing-trim:space-all;text-autospace:no-autospace}
.song,.song-semibold,.song-black{font-family:"Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC","Songti SC","SimSun",serif}
.song-semibold{font-weight:600}.song-black{font-weight:900}
.hei,.hei-bold,.hei-black{font-family:var(--sans)}
.hei-bold{font-weight:700}.hei-black{font-weight:900}
.kai{font-family:var(--kai)}
.photo{fill:#e4e1d9}
.region rect{fill:transparent;stroke:transparent;stroke-width:3;transition:fill .12s}
.region:hover rect,.region:focus-visible rect{fill:rgb(163 35 31/.09);stroke:#a3231f}
.region:focus-visible{outline:none}
.bare .leaf,.bare .region rect{fill:#e9e5dc;stroke:#fffefb;stroke-width:10}
.bare .region:hover rect{fill:#d9b9b4}
.bare .region.here rect{fill:#a3231f}
.paper-page>input{position:absolute;opacity:0;pointer-events:none}
.paper-page>label{display:inline-block;margin:0 0 .9rem;padding:.25rem .9rem;border:1px solid var(--line);font-size:.875rem;cursor:pointer}
.paper-page>label+input+label{margin-inline-start:-1px}
.paper-page>input:checked+label{background:var(--ink);border-color:var(--ink);color:var(--paper)}
.paper-page>input:focus-visible+label{outline:2px solid var(--accent);outline-offset:2px}
#as-set:checked~.scan,#as-paper:checked~.set{display:none}
.scan{display:block}.scan img{display:block;width:100%;height:auto;background:var(--wash);box-shadow:0 0 0 1px var(--line),0 10px 30px rgb(0 0 0/.1)}
.leaves>li{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:0 1.8rem;padding:1.8rem 0;border-top:1px solid var(--line)}
.leaves h2{font-size:1rem;margin:0 0 .5rem}.leaves h2 a{text-decoration:none}.leaves h2 a:hover{text-decoration:underline}
.leaves .stories li:first-child{border-top:0;padding-top:.2rem}
.leaves .thumb .map{box-shadow:0 0 0 1px var(--line)}.leaves .thumb .map+.map{margin-top:.5rem}
.leaves .thumb:hover .leaf{fill:#d9b9b4}
ol,ul{margin:0;padding:0;list-style:none}
.beside{display:grid;gap:2rem;align-content:start}
.stories li,.hits li{padding:.65rem 0;border-top:1px solid var(--line)}
.stories a{font-family:var(--serif);font-size:1.125rem;font-weight:600;line-height:1.5;text-decoration:none}
.stories a:hover{text-decoration:underline}
.by{display:block;font-size:.8125rem;color:var(--faint);line-height:1.7}
.pages{display:flex;flex-wrap:wrap;gap:.4rem}
.pages a{display:block;padding:.25rem .8rem;border:1px solid var(--line);font-size:.875rem;text-decoration:none}
.pages a:hover{border-color:var(--accent)}
.pages a[aria-current]{background:var(--ink);color:var(--paper);border-color:var(--ink)}
table{border-collapse:collapse;width:100%;max-width:22rem;font-size:.875rem;font-variant-numeric:tabular-nums;text-align:center}
th{font-weight:400;color:var(--faint);font-size:.8125rem}
td{padding:1px;color:var(--faint)}
td a,td span{display:block;line-height:2rem}
td a{color:var(--ink);font-weight:600;background:var(--wash);text-decoration:none}
td a:hover{background:var(--line)}
td a[aria-current]{background:var(--accent);color:var(--paper)}
.more{margin:.5rem 0 0;font-size:.875rem}
.months{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:2rem;margin-top:1.5rem}
.list{max-width:60rem;margin:0 auto}
.list>h1{margin-bottom:1rem}
.letters{display:flex;flex-wrap:wrap;gap:.3rem;margin-bottom:1.5rem}
.letters a{min-width:2.1rem;padding:.15rem .4rem;text-align:center;background:var(--wash);text-decoration:none;font-size:.875rem}
.list section{margin-bottom:1.6rem}
.letter{display:grid;grid-template-columns:3rem minmax(0,1fr);border-top:1px solid var(--rule)}
.letter>h2{padding-top:.55rem;font-family:var(--serif);font-size:1.5rem;line-height:1.3}
.names>.name:first-child{border-top:0}
.name{border-top:1px solid var(--line);padding:.55rem 0}
.name summary{display:flex;align-items:baseline;cursor:pointer;font-weight:600;list-style:none}
.name summary::-webkit-details-marker{display:none}
.name summary::after{content:"";width:.45em;height:.45em;margin-inline-start:auto;border:solid var(--faint);border-width:0 1.5px 1.5px 0;transform:translateY(-.15em) rotate(45deg)}
.name[open] summary::after{transform:rotate(225deg)}
.count{margin-inline-start:.7em;font-size:.8125rem;font-weight:400;color:var(--faint)}
.name li{padding:.2rem 0}
.name li a{text-decoration:none}.name li a:hover{text-decoration:underline}
.name li .by{display:inline-block;margin-inline-start:.9em}
.search form{align-items:center;margin-bottom:1rem}
.search input{flex:1;width:auto;min-width:0}
.search label{font-size:.875rem;color:var(--soft)}
.hits a{font-family:var(--serif);font-size:1.125rem;font-weight:600;text-decoration:none}
.hits p{margin:.2rem 0 0;font-size:.9375rem;line-height:1.7;color:var(--soft)}
mark{background:#ffe9a8;color:#1b1a17;padding:0 .05em}
#more[hidden]{display:none}
.crumbs{max-width:40rem;margin:0 auto 1.6rem;font-size:.875rem;color:var(--soft)}
.reading .headline{font-size:clamp(1.625rem,1.2rem + 2.1vw,2.375rem)}
.where{max-width:40rem;margin:3rem auto 0;font-size:.875rem}
.where .map{max-width:11rem}
.where p{margin:.7rem 0 0}
.onward{display:grid;gap:.8rem;max-width:40rem;margin:2.4rem auto 0;padding-top:1.4rem;border-top:1px solid var(--rule)}
.onward a{display:block;text-decoration:none;font-family:var(--serif);font-weight:600;line-height:1.5}
.onward a:hover{text-decoration:underline}
.onward span{display:block;font-family:var(--sans);font-size:.8125rem;font-weight:400;color:var(--faint)}
@media (min-width:56rem){
.leaves{display:grid;grid-template-columns:1fr 1fr;gap:0 3.5rem}
.edition{display:grid;grid-template-columns:minmax(0,1.55fr) minmax(17rem,1fr);gap:0 3rem}
.place{grid-column:1/-1}
.onward{grid-template-columns:1fr 1fr}.onward a:last-child:nth-child(2){text-align:end}}
@media (min-width:70rem){
.reading{display:grid;grid-template-columns:minmax(0,1fr) 13rem;gap:0 4rem;max-width:62rem;margin:0 auto}
.reading .story,.reading .crumbs,.reading .onward{grid-column:1;margin-inline:0;max-width:42rem;width:100%}
.where{grid-column:2;grid-row:1/3;margin:0;position:sticky;top:1.5rem;align-self:start}.where .map{max-width:none}}
@media (max-width:30rem){.leaves>li{grid-template-columns:5.5rem minmax(0,1fr);gap:0 1.1rem;padding:1.3rem 0}.leaves .stories a{font-size:1rem}}
@media (max-width:55.99rem){.paper-page{margin-bottom:1.8rem}.bar{padding-block:.6rem;gap:.3rem 1rem}.bar form{width:100%;margin:0}.bar form input{flex:1;width:auto;min-width:0}
.bar .paper{font-size:1.25rem}.bar nav{margin-inline-start:auto}.bar nav a{padding:.35rem .5rem}.pager{width:100%}.pager a,.pager .off{flex:1;text-align:center;padding-inline:.2rem}}
@media (prefers-color-scheme:dark){.map{box-shadow:none;filter:brightness(.88)}}
@media print{.bar,.foot,.where,.onward,.crumbs,.pager,.skip{display:none}main{max-width:none;padding:0}}
`
