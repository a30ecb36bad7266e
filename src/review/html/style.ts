/** The look of a review: one column to read, sources beside it on a wide screen and under it on a narrow one; prints in black. */
export const STYLE = `
:root{--ink:#17212b;--soft:#5b6875;--line:#dde3e8;--paper:#fff;--wash:#f4f7f8;--accent:#0b6e6e;--alarm:#a4341c;--warm:#8a5a00;--band:#dcefe6}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--wash);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:54rem;margin:0 auto;padding:1rem 1rem 4rem}
a{color:var(--accent)}
header.who{padding:.5rem 0 1rem}
header.who h1{margin:0;font-size:1.6rem;line-height:1.2}
header.who p{margin:.2rem 0 0;color:var(--soft)}
nav.dates{display:flex;flex-wrap:wrap;gap:.35rem;margin-top:.7rem;font-size:.85rem}
nav.dates a{padding:.15rem .55rem;border:1px solid var(--line);border-radius:99px;background:var(--paper);text-decoration:none}
nav.dates a[aria-current]{background:var(--accent);color:#fff;border-color:var(--accent)}
section{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:1rem 1.1rem;margin:0 0 1rem}
section>h2{margin:0 0 .6rem;font-size:1.05rem;letter-spacing:.01em}
section>h2 small{font-weight:400;color:var(--soft);font-size:.85rem}
ul.plain{list-style:none;margin:0;padding:0}
ul.plain>li{padding:.45rem 0;border-top:1px solid var(--line)}
ul.plain>li:first-child{border-top:0;padding-top:0}
.tag{display:inline-block;font-size:.75rem;padding:.05rem .5rem;border-radius:99px;margin-right:.4rem;background:var(--wash);color:var(--soft);border:1px solid var(--line);white-space:nowrap}
.tag.alarm{background:#fbeae5;color:var(--alarm);border-color:#f0cabf}
.tag.warm{background:#fbf3df;color:var(--warm);border-color:#ecdcb0}
.tag.good{background:#e4f3ee;color:var(--accent);border-color:#c2e2d7}
.cites{white-space:normal;margin-left:.25rem}
a.cite{display:inline-block;min-width:1.4rem;text-align:center;font-size:.72rem;line-height:1.3rem;padding:0 .3rem;margin:0 .1rem;border-radius:4px;background:#e7f0f0;text-decoration:none;vertical-align:1px}
a.cite:hover,a.cite:focus-visible{background:var(--accent);color:#fff}
details.more{display:inline}
details.more>summary{display:inline;cursor:pointer;font-size:.75rem;color:var(--soft);list-style:none}
.hyp{border-top:1px solid var(--line);padding:.7rem 0}
.hyp:first-of-type{border-top:0;padding-top:0}
.hyp h3{display:flex;flex-wrap:wrap;align-items:baseline;gap:.5rem;margin:0;font-size:1.05rem}
.hyp h3 .p{margin-left:auto;font-variant-numeric:tabular-nums}
.hyp .prior{color:var(--soft);font-size:.85rem;margin:.1rem 0 .4rem}
table.for{border-collapse:collapse;width:100%;font-size:.9rem}
table.for td{padding:.2rem .4rem .2rem 0;vertical-align:top}
table.for td.bar{width:5.5rem;white-space:nowrap}
.hyp>details{font-size:.9rem;color:var(--soft)}
.hyp>details>summary{cursor:pointer;padding:.2rem 0}
table.for .words{color:var(--soft)}
.bar i{display:inline-block;height:.55rem;border-radius:2px;background:var(--accent);vertical-align:middle}
.bar i.con{background:#b9826f}
.bar b{font-weight:400;font-size:.75rem;color:var(--soft);margin-left:.3rem}
figure{margin:.2rem 0 1rem}
figcaption{font-size:.95rem}
svg.trend{width:100%;height:auto;display:block;margin-top:.2rem}
svg .band{fill:var(--band)}
svg .line{fill:none;stroke:#44606f;stroke-width:1.3}
svg .p{fill:#44606f;stroke:#fff;stroke-width:.8}
svg .p.out{fill:var(--alarm)}
svg a:hover .p{r:5}
svg .tick line{stroke:#eceff1}
svg .tick text{font-size:10px;fill:#74828e;text-anchor:middle}
svg .value{font-size:12px;fill:var(--ink)}
fieldset{border:0;padding:0;margin:.3rem 0 0;display:flex;flex-wrap:wrap;gap:.8rem;font-size:.85rem;color:var(--soft)}
fieldset label{cursor:pointer}
fieldset input[type=text]{flex:1 1 12rem;font:inherit;border:0;border-bottom:1px solid var(--line);padding:.1rem}
ol.sources{margin:0;padding-left:2.2rem;font-size:.85rem}
ol.sources li{padding:.1rem 0;scroll-margin-top:1rem}
ol.sources summary{cursor:pointer}
ol.sources code{color:var(--soft);font-size:.75rem;overflow-wrap:anywhere}
ol.sources time{color:var(--soft)}
ol.sources p{margin:.2rem 0 .5rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:.82rem/1.45 ui-monospace,Menlo,Consolas,monospace;background:var(--wash);padding:.6rem;border-radius:6px;margin:.3rem 0}
mark{background:#ffe58a;padding:0 .1em}
mark:target,mark.now{outline:2px solid var(--warm)}
footer{color:var(--soft);font-size:.82rem}
#peek{position:fixed;right:1rem;bottom:1rem;width:min(26rem,calc(100vw - 2rem));max-height:60vh;overflow:auto;background:var(--paper);border:1px solid var(--line);border-radius:10px;box-shadow:0 8px 30px rgba(20,40,60,.18);padding:.8rem 1rem}
#peek[hidden]{display:none}
#peek button{position:absolute;right:.5rem;top:.4rem;border:0;background:none;font-size:1.2rem;cursor:pointer;color:var(--soft)}
#peek summary{list-style:none;padding-right:1.5rem}
#peek code{color:var(--soft);font-size:.75rem;overflow-wrap:anywhere}
@media (min-width:1250px){main{margin-left:max(1rem,calc(50vw - 40rem))}#peek{top:1rem;bottom:auto;right:max(1rem,calc(50vw - 40rem));max-height:calc(100vh - 2rem)}}
@media print{body{background:#fff;font-size:11pt}main{max-width:none;padding:0}section{border:0;padding:0;break-inside:auto}.hyp,figure,li{break-inside:avoid}nav.dates,#peek,fieldset input[type=text]{display:none}a.cite{background:none;padding:0;color:#000}ol.sources{font-size:8pt}ol.sources details:not([open])>*:not(summary){display:none}}
`;

/** Opens a source beside the page when its number is pressed; without scripts the link goes to the list of sources. */
export const SCRIPT = `
(function(){
var peek=document.getElementById('peek'),body=document.getElementById('peek-body');
function show(hash){
 var target=document.getElementById(hash),item=target&&target.closest('li[id]');
 if(!item)return false;
 body.replaceChildren();
 var copy=item.querySelector('details').cloneNode(true);copy.open=true;
 copy.querySelectorAll('[id]').forEach(function(e){if(e.id===hash)e.classList.add('now');e.removeAttribute('id')});
 body.append(copy);peek.hidden=false;
 var now=body.querySelector('.now');if(now)now.scrollIntoView({block:'center'});else peek.scrollTop=0;
 return true;
}
document.addEventListener('click',function(event){
 var link=event.target.closest('a[href^="#s"]');
 if(link&&show(link.getAttribute('href').slice(1)))event.preventDefault();
 if(event.target.closest('#peek button'))peek.hidden=true;
});
document.addEventListener('keydown',function(event){if(event.key==='Escape')peek.hidden=true});
})();
`;
