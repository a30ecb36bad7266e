/** On paper: black on white, sources as numbered lines with the cited words, decisions as boxes to tick. */
export const PRINT = `
@page{margin:14mm 15mm 16mm}
@media print{
:root{color-scheme:light;--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--wash:#fff;--accent:#064c4c;--accent-wash:#fff;--alarm:#8a2510;--alarm-wash:#fff;--warm:#5f3d00;--warm-wash:#fff;--band:#e6e9e8;--data:#333;--against:#8a4630;--mark:#ffe48a}
html{font-size:13px}
body{font-size:9.5pt;line-height:1.38}
main{max-width:none;padding:0}
.sheet{display:block}
section{border:0;border-top:1pt solid var(--line);border-radius:0;padding:6pt 0 0;margin:0 0 8pt}
.hint,.hyp>header,h2,h3,h4{break-after:avoid}
ul.plain>li,ul.tight>li,ul.evidence li,ul.steps li,ul.options li,figure,.hyp footer{break-inside:avoid}
.crumbs,.dates,#peek,.values,details:not([open]):not(.hyp>details),.decide input[type=text]{display:none}
.two{grid-template-columns:minmax(0,1.25fr) minmax(0,1fr)}
.trends{grid-template-columns:1fr 1fr;gap:8pt 18pt}
#history{position:static;max-height:none;overflow:visible}
#history ul.tight:has(li:nth-child(4)){columns:2;column-gap:18pt}
.tag{border:.5pt solid currentcolor}
a{color:inherit;text-decoration:none}
a.cite{padding:0;margin:0 .15em;font-size:.85em;vertical-align:0;color:var(--soft)}
a.cite::after{content:" [" attr(data-n) "]"}
.weight .bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}
svg .band,mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.decide span{border:0;padding:0 .8em 0 0;background:none!important;color:var(--ink)!important}
.decide span::before{content:"☐ "}
.decide input:checked+span::before{content:"☒ "}
.decide:has([value=refine]:checked) input[type=text],.decide:has([value=reject]:checked) input[type=text]{display:block}
ol.sources{max-height:none;overflow:visible;columns:2;column-gap:18pt;font-size:7.5pt;line-height:1.35}
ol.sources .body,ol.sources .folded{display:none!important}
}
`;
