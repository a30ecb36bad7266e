/** The cards of the conditions, their evidence, steps, options and decisions. */
export const QUESTIONS = `
ol.line{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;margin:0 0 .4rem;padding:0;list-style-position:inside;font-size:.9rem;color:var(--soft)}
.hyp{border-top:1px solid var(--line);padding:.9rem 0 .8rem}
.hyp:first-of-type{border-top:0;padding-top:.2rem}
.hyp:last-child{padding-bottom:0}
.hyp>header,.hyp>details>summary{display:flex;flex-wrap:wrap;align-items:baseline;gap:.15rem .6rem}
.hyp>details>summary::marker{content:""}
.hyp>details>summary::before{content:"›";color:var(--soft);width:.6rem;transition:transform .1s}
.hyp>details[open]>summary::before{transform:rotate(90deg)}
.hyp h3{font-size:1.3rem;line-height:1.25;letter-spacing:-.01em}
.hyp>details h3{font-size:1.05rem}
.hyp .tag{margin:0}
.likely{color:var(--accent);font-weight:600}
.likely small{font-weight:400}
.points{flex:1 1 100%;padding-left:1.2rem;color:var(--soft);font-size:.88rem}
.remark{margin:.3rem 0 0;color:var(--soft)}
.first{display:flex;gap:.7rem;margin:.6rem 0 0;padding:.5rem .8rem;border-radius:8px;background:var(--accent-wash)}
.first b{flex:none;color:var(--accent)}
.first.now{background:var(--alarm-wash)}
.first.now b{color:var(--alarm)}
.first a.cite{background:var(--paper)}
.two{display:grid;grid-template-columns:minmax(0,1fr);gap:0 2rem}
.hyp h4:first-child{margin-top:.7rem}
.hyp h4+p{margin:0;font-size:.92rem}
ul.evidence,ul.steps,ul.options{list-style:none;margin:0;padding:0;font-size:.92rem}
ul.evidence li{display:grid;grid-template-columns:5rem minmax(0,1fr);gap:.5rem;padding:.16rem 0}
.weight{display:flex;align-items:center;gap:.35rem;height:1.4rem;font-size:.78rem;color:var(--soft);font-variant-numeric:tabular-nums}
.weight b{font-weight:400}
.bar{flex:none}
.bar .pro{fill:var(--accent)}
.bar .con{fill:var(--against)}
.words{color:var(--soft)}
q{quotes:"“" "”"}
.hyp details details>summary,.two details>summary{font-size:.85rem;color:var(--soft);padding:.2rem 0}
.do>details:first-child{margin-top:.6rem}
ul.steps li{padding:.16rem 0}
ul.options>li{padding:.3rem 0 .5rem}
.do h4+ul.options>li:first-child{padding-top:0}
.hyp footer{margin-top:.8rem;display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1.2rem}
.sum{margin:0;font-size:.78rem;color:var(--soft)}
fieldset.decide{display:flex;flex-wrap:wrap;gap:.3rem;border:0;margin:.25rem 0 0;padding:0;font-size:.8rem;min-width:0;align-items:center}
.decide legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.decide em{font-style:normal;color:var(--soft);margin-right:.3rem}
.decide label{position:relative;cursor:pointer}
.decide input[type=radio]{position:absolute;inset:0;opacity:0;margin:0;width:100%;height:100%;cursor:pointer}
.decide span{display:block;padding:.1rem .65rem;border:1px solid var(--line);border-radius:99px;color:var(--soft);background:var(--paper)}
.decide label:hover span{border-color:var(--accent);color:var(--accent)}
.decide input:checked+span{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.decide input:focus-visible+span{outline:2px solid var(--accent);outline-offset:2px}
.decide input[type=text]{display:none;flex:1 1 12rem;min-width:0;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.1rem .5rem}
.decide:has([value=refine]:checked) input[type=text],.decide:has([value=reject]:checked) input[type=text]{display:block}
@media (min-width:48rem){.two{grid-template-columns:minmax(0,1.25fr) minmax(0,1fr)}}
`;
