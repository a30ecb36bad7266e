/** Colours, letters, the frame of a page and its plain lists. */
export const BASE = `
:root{color-scheme:light dark;--ink:#16222c;--soft:#54626e;--line:#dce3e7;--paper:#fff;--wash:#f2f5f6;--accent:#0a6262;--on-accent:#fff;--accent-wash:#e2f0ee;--alarm:#9c2f17;--alarm-wash:#fbeae5;--warm:#774d00;--warm-wash:#fbf2dc;--band:#dceee5;--data:#3c5666;--against:#a3553d;--mark:#ffe48a}
@media (prefers-color-scheme:dark){:root{--ink:#e4ebef;--soft:#a3b2bd;--line:#2c3b46;--paper:#15202a;--wash:#0d151b;--accent:#74cdc5;--on-accent:#06211f;--accent-wash:#17363a;--alarm:#ffa48e;--alarm-wash:#44231b;--warm:#f1ca75;--warm-wash:#3a2e13;--band:#1d3d37;--data:#b3c8d4;--against:#e09a83;--mark:#6d5708}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--wash);color:var(--ink);font:16px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:break-word}
main{max-width:80rem;margin:0 auto;padding:1rem 1.25rem 3rem}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
small{font-size:.85em;color:var(--soft)}
.who{padding:.25rem 0 1.1rem}
.who h1{margin:0;font-size:1.75rem;line-height:1.15;letter-spacing:-.015em}
.who p{margin:.25rem 0 0;color:var(--soft)}
.who .row{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:.1rem 1.5rem}
.who .as-of b{color:var(--ink)}
.crumbs{display:flex;justify-content:space-between;gap:1rem;font-size:.85rem;margin:0 0 .9rem}
.crumbs span a{margin-left:.9rem}
.dates{display:flex;flex-wrap:wrap;align-items:center;gap:.3rem;margin-top:.7rem;font-size:.82rem;color:var(--soft)}
.dates>span{margin-right:.3rem}
.dates a{display:inline-block;padding:.1rem .5rem;border:1px solid var(--line);border-radius:99px;background:var(--paper);text-decoration:none;font-variant-numeric:tabular-nums}
.dates a:hover{border-color:var(--accent)}
.dates a[aria-current]{background:var(--accent);color:var(--on-accent);border-color:var(--accent)}
.dates details{display:inline}
.dates details[open]{flex:1 1 100%}
.dates details a{margin:.15rem .15rem 0 0}
.dates summary{display:inline-block;list-style:none;padding:.1rem .5rem;border:1px solid var(--line);border-radius:99px;color:var(--accent)}
.dates summary::-webkit-details-marker{display:none}
.sheet{display:grid;grid-template-columns:minmax(0,1fr);align-items:start}
section{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:1.1rem 1.25rem;margin:0 0 1rem}
section>h2{margin:0;font-size:1.1rem;letter-spacing:-.005em}
section>h2+:not(.hint){margin-top:.6rem}
.hint{display:inline-block;margin:.05rem 0 .6rem;color:var(--soft);font-size:.82rem}
section>h2+.hint{margin-top:.05rem}
section>p:last-child{margin-bottom:0}
h3{margin:0;font-size:1rem}
h4{margin:.9rem 0 .3rem;font-size:.8rem;font-weight:600;color:var(--soft)}
ul.plain{list-style:none;margin:0;padding:0}
ul.plain>li{padding:.5rem 0;border-top:1px solid var(--line)}
ul.plain>li:first-child{border-top:0;padding-top:0}
ul.plain>li:last-child{padding-bottom:0}
details>summary{cursor:pointer}
details>summary:hover{color:var(--ink)}
section>details>summary{margin-top:.7rem;color:var(--soft);font-size:.88rem}
.tag{display:inline-block;font-size:.75rem;line-height:1.25rem;padding:0 .5rem;border-radius:99px;margin-right:.4rem;background:var(--wash);color:var(--soft);white-space:nowrap}
.tag.alarm{background:var(--alarm-wash);color:var(--alarm)}
.tag.warm{background:var(--warm-wash);color:var(--warm)}
.overdue{color:var(--warm);font-size:.85rem;white-space:nowrap}
#history h3{margin:.9rem 0 .15rem;font-size:.8rem;font-weight:600;color:var(--soft)}
#history h2+h3{margin-top:.5rem}
#history details{margin-top:.9rem;font-size:.85rem;color:var(--soft)}
#history details p{margin:.2rem 0 0}
ul.tight{list-style:none;margin:0;padding:0;font-size:.9rem}
ul.tight li{padding:.12rem 0}
.foot{color:var(--soft);font-size:.8rem;padding:.25rem .25rem 0}
.foot ul{margin:.3rem 0;padding-left:1.1rem}
.foot summary{padding:.1rem 0}
.soft{color:var(--soft)}
.patients>li{display:grid;grid-template-columns:minmax(0,1fr);gap:.2rem 1.5rem}
.patients a{font-weight:600}
.patients .tag.alarm{margin:0}
.fields{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem 1.5rem;margin:.6rem 0 0}
input[type=file],input[type=date],button{font:inherit;font-size:.9rem;color:inherit;max-width:100%}
textarea{display:block;width:100%;font:.9rem/1.5 inherit;font-family:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:.6rem .75rem;resize:vertical}
textarea:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
form button.second{background:none;color:var(--accent)}
form button{border:1px solid var(--accent);border-radius:99px;background:var(--accent);color:var(--on-accent);padding:.25rem 1.1rem;cursor:pointer}
@media (min-width:48rem){.patients>li{grid-template-columns:14rem minmax(0,1fr)}}
@media (max-width:40rem){main{padding:.75rem .75rem 2rem}section{padding:.9rem .85rem;border-radius:10px}.who h1{font-size:1.5rem}}
@media (min-width:72rem){.sheet{grid-template-columns:minmax(0,1fr) 21rem;gap:1rem}#history{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto}}
`;
