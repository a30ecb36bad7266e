/** Links to sources, the list of sources, and the panel in which one is opened. */
export const SOURCES = `
.cites:not(:has([open])){white-space:nowrap}
a.cite{display:inline-block;font-size:.75rem;line-height:1.2rem;padding:0 .4rem;margin:0 .1rem;border-radius:5px;background:var(--accent-wash);color:var(--accent);text-decoration:none;white-space:nowrap;vertical-align:1px}
a.cite:hover,a.cite:focus-visible{background:var(--accent);color:var(--on-accent)}
details.more{display:inline;font-size:.75rem}
details.more>summary{display:inline-block;padding:0 .3rem;color:var(--soft);list-style:none}
details.more>summary::-webkit-details-marker{display:none}
ol.sources{margin:0;padding:0 0 0 2.4rem;font-size:.82rem;line-height:1.5;max-height:22rem;overflow:auto}
section:has(:target) ol.sources{max-height:none}
ol.sources>li{padding:.08rem 0;scroll-margin-top:1rem}
ol.sources>li::marker{color:var(--soft)}
ol.sources a.open{color:inherit;text-decoration:none}
ol.sources a.open:hover{text-decoration:underline}
ol.sources time,ol.sources q,.where{color:var(--soft)}
ol.sources .body{display:none;margin:.3rem 0 .8rem;max-width:46rem}
ol.sources>li:target .body,ol.sources>li:has(:target) .body{display:block}
ol.sources .where time{display:none}
.where{margin:0 0 .5rem;font-size:.8rem}
.where code{font-size:.72rem;overflow-wrap:anywhere}
.body p{margin:0 0 .3rem}
dl{display:grid;grid-template-columns:5.5rem minmax(0,1fr);gap:.1rem .6rem;margin:0;font-size:.85rem}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:.82rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;background:var(--wash);padding:.7rem .8rem;border-radius:8px;margin:.3rem 0}
mark{background:var(--mark);color:inherit;padding:.05em .1em;border-radius:2px;scroll-margin-top:35vh}
mark:target,mark.now{outline:2px solid var(--warm);outline-offset:1px}
#peek{position:fixed;z-index:2;left:.5rem;right:.5rem;bottom:.5rem;max-height:62vh;overflow:auto;background:var(--paper);border:1px solid var(--line);border-radius:12px;box-shadow:0 10px 40px rgb(10 30 45/.25);padding:0 1.1rem 1.1rem}
#peek[hidden]{display:none}
.peek-head{position:sticky;top:0;display:flex;justify-content:space-between;align-items:start;gap:1rem;background:var(--paper);padding:.9rem 0 .5rem}
.peek-head h2{margin:0;font-size:1rem;line-height:1.3;outline:0}
.peek-head button{font:inherit;font-size:.8rem;border:1px solid var(--line);border-radius:99px;background:none;color:var(--soft);padding:.1rem .7rem;cursor:pointer}
.peek-head button:hover{color:var(--accent);border-color:var(--accent)}
@media (min-width:48rem){#peek{left:auto;width:26rem;right:1rem;bottom:1rem;max-height:calc(100vh - 2rem)}}
@media (min-width:72rem){#peek{top:1rem;bottom:auto;right:max(1.25rem,calc(50vw - 38.75rem))}}
`;
