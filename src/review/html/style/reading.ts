/** A text with what was understood of it marked in its words. */
export const READING = `
pre.reading{font:inherit;line-height:1.75;background:none;padding:0;margin:.6rem 0 0}
.m{position:relative;border-radius:3px;padding:.08em .15em;margin:0 -.05em;cursor:help;color:inherit;box-decoration-break:clone;-webkit-box-decoration-break:clone}
.m.present{background:var(--accent-wash);box-shadow:inset 0 -2px var(--accent)}
.m.possible{background:var(--warm-wash);box-shadow:inset 0 -2px var(--warm)}
.m.absent{background:var(--wash);color:var(--soft);text-decoration:line-through;text-decoration-thickness:1px}
.m.past{background:var(--wash);box-shadow:inset 0 -2px var(--line);font-style:italic}
.m.other{background:none;outline:1px dashed var(--soft)}
.m.value{background:var(--band);font-weight:600;font-variant-numeric:tabular-nums}
.m.asked{background:var(--alarm-wash);box-shadow:inset 0 -2px var(--alarm)}
.m.listed{background:none;box-shadow:inset 0 -2px var(--data)}
.m:target{outline:2px solid var(--warm);outline-offset:1px}
.m .tip{display:none;position:fixed;z-index:2;left:.5rem;right:.5rem;bottom:.5rem;background:var(--paper);color:var(--ink);border:1px solid var(--line);border-radius:12px;box-shadow:0 10px 40px rgb(10 30 45/.25);padding:.7rem 1rem;font:.9rem/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,sans-serif;font-style:normal;font-weight:400;text-decoration:none;white-space:normal;cursor:default}
.m .tip>span{display:block}
.m:hover>.tip,.m:focus>.tip,.m:target>.tip{display:block}
.m:hover~.m:target>.tip,.m:hover~.m:focus>.tip{display:none}
ul.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.35rem .9rem;margin:.4rem 0 0;padding:0 0 .6rem;font-size:.82rem;border-bottom:1px solid var(--line)}
ul.legend .m{cursor:default}
.sheet.read h3{margin:.9rem 0 .15rem;font-size:.8rem;font-weight:600;color:var(--soft)}
.sheet.read section>h2+.hint+h3{margin-top:.2rem}
@media (min-width:48rem){.m .tip{left:auto;right:1.25rem;bottom:1.25rem;width:24rem}}
@media (min-width:72rem){.sheet.read>section{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto}}
@media print{.m .tip{display:none!important}}
`;
