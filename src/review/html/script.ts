/**
 * Opens a source beside the page when its link is pressed, by mouse or keyboard; without scripts the link leads to the list of sources.
 * A decision that is pressed again is taken back.
 */
export const SCRIPT = `
(function(){
var peek=document.getElementById('peek'),body=document.getElementById('peek-body'),title=document.getElementById('peek-title'),from=null;
function show(hash){
 var target=document.getElementById(hash),item=target&&target.closest('ol.sources>li');
 if(!item)return false;
 var copy=item.querySelector('.body').cloneNode(true);
 copy.querySelectorAll('[id]').forEach(function(e){if(e.id===hash)e.classList.add('now');e.removeAttribute('id')});
 title.textContent=item.querySelector('.open').textContent;
 body.replaceChildren(copy);peek.hidden=false;
 var now=body.querySelector('.now');
 peek.scrollTop=0;
 if(now)peek.scrollTop=now.getBoundingClientRect().top-peek.getBoundingClientRect().top-peek.clientHeight/3;
 title.focus({preventScroll:true});
 return true;
}
function close(){
 if(peek.hidden)return;
 peek.hidden=true;
 if(from&&from.isConnected)from.focus({preventScroll:true});
}
document.addEventListener('click',function(event){
 if(event.target.closest('#peek button'))return close();
 var link=event.target.closest('a[href^="#s"]');
 if(!link||link.closest('ol.sources')||event.ctrlKey||event.metaKey||event.shiftKey)return;
 if(!show(link.getAttribute('href').slice(1)))return;
 event.preventDefault();
 from=link;
});
document.addEventListener('keydown',function(event){if(event.key==='Escape')close()});
var was=null;
document.addEventListener('pointerdown',function(event){
 var input=event.target.closest('.decide label');
 was=input&&input.querySelector('input').checked?input.querySelector('input'):null;
});
document.addEventListener('click',function(event){
 if(was&&event.target===was){was.checked=false;was=null}
});
})();
`;
