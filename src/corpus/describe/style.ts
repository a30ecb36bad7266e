/** The look of the page. The colours are those of the review, and meet WCAG AA on their ground. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#16222c;--soft:#54626e;--line:#dce3e7;--paper:#fff;--wash:#f2f5f6;--accent:#0a6262;--bar:#5d9c98;--mark:#a3553d;--warm:#774d00;--warm-wash:#fbf2dc;--good-wash:#e3f1ef}
@media (prefers-color-scheme:dark){:root{--ink:#e4ebef;--soft:#a3b2bd;--line:#2c3b46;--paper:#15202a;--wash:#0d151b;--accent:#74cdc5;--bar:#3d8580;--mark:#e09a83;--warm:#f1ca75;--warm-wash:#3a2e13;--good-wash:#173634}}
*{box-sizing:border-box}
body{margin:0;background:var(--wash);color:var(--ink);font:16px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere}
main{max-width:80rem;margin:0 auto;padding:1.25rem 1.25rem 3rem}
h1{margin:0;font-size:1.75rem;line-height:1.15;letter-spacing:-.015em}
h1+p{margin:.3rem 0 .6rem;color:var(--soft)}
.standing{display:inline-block;background:var(--good-wash);color:var(--accent);border-radius:8px;padding:.3rem .8rem;margin:0 0 1rem;font-size:.9rem}
h2{margin:0 0 .1rem;font-size:1.1rem}
h3{margin:0 0 .4rem;font-size:.85rem;color:var(--soft);font-weight:600}
.hint{margin:0 0 .7rem;color:var(--soft);font-size:.82rem}
section{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:1.1rem 1.25rem;margin:0 0 1rem;min-width:0}
.standing.warn{background:var(--warm-wash);color:var(--warm)}
.unknown{font-style:italic;color:var(--soft)}
.band th{padding-top:.9rem;text-transform:capitalize;color:var(--ink)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;margin:0 0 1rem;padding:0;list-style:none}
.tiles li{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:.7rem 1rem}
.tiles b{display:block;font-size:1.45rem;line-height:1.2;font-variant-numeric:tabular-nums}
.tiles span{color:var(--soft);font-size:.82rem}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:1.25rem 2rem}
.scroll{overflow-x:auto;margin:0 -1.25rem;padding:0 1.25rem}
.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}
table{border-collapse:collapse;width:100%;font-size:.875rem}
th{text-align:left;font-weight:600;color:var(--soft);font-size:.8rem;white-space:nowrap}
th,td{padding:.28rem .75rem .28rem 0;border-bottom:1px solid var(--line);vertical-align:middle}
tr:last-child td{border-bottom:0}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td:first-child{overflow-wrap:normal;min-width:8rem}
td.code{min-width:13rem}
td.code small{overflow-wrap:anywhere}
td.code small{display:block;color:var(--soft);font-size:.78rem}
td.draw{width:11rem;min-width:8rem}
td.share{width:22%;min-width:4.5rem}
.off{color:var(--mark);font-weight:600}
span.off{font-size:.7em;vertical-align:.1em}
svg{display:block;width:100%;height:auto;overflow:visible}
svg.strip{height:1rem}
svg.years{margin-top:.4rem}
.fill{fill:var(--bar)}
.ground{fill:var(--wash)}
.axis{fill:var(--soft);font-size:13px;paint-order:stroke;stroke:var(--paper);stroke-width:4px}
.rule{stroke:var(--line)}
.box{fill:none;stroke:var(--soft)}
.whisker{stroke:var(--soft)}
.median{stroke:var(--accent);stroke-width:2.5}
.reference{stroke:var(--mark);stroke-width:2.5;vector-effect:non-scaling-stroke}
details>summary{cursor:pointer;color:var(--accent);padding:.4rem 0}
footer{color:var(--soft);font-size:.8rem}
@media(max-width:40rem){main{padding:1rem .75rem 2rem}section{padding:.9rem}.scroll{margin:0 -.9rem;padding:0 .9rem}.extra{display:none}td.code{min-width:9rem}th,td{padding-right:.5rem}.axis{font-size:25px}.tiles{grid-template-columns:1fr 1fr}.tiles b{font-size:1.2rem}}
@media print{body{background:#fff}section,.tiles li{break-inside:avoid}}
`;
