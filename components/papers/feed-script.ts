import { ACCOUNT_KEY, DEVICE_KEY } from '@/lib/filters/kept';
import { IDLE, VISIT_KEY } from '@/lib/visits/visit';
import { HINT_COOKIE } from '@/lib/web/hint';

/**
 * Runs right after a feed's rows, before they are painted: hides papers that this browser knows to
 * be hidden or muted, and reserves space for the line about new papers, so that hydration shifts
 * nothing. Its CSS rules stop applying to a row once React has rendered it (`data-fold`). The
 * script is constant, so its hash in the CSP is too.
 */
export const FEED_SCRIPT = `try{(function(){
var d=document,s=localStorage,k=function(n){return JSON.parse(s.getItem(n)||'null')||{}};
var f=k(/(^|; )${HINT_COOKIE}=/.test(d.cookie)?'${ACCOUNT_KEY}':'${DEVICE_KEY}'),v=k('${VISIT_KEY}');
var w=f.pattern&&RegExp(f.pattern,'iu'),n=Date.now()-v.last>${IDLE}?v.last:v.since,c='',q=0;
d.querySelectorAll('li[data-at]').forEach(function(r){
var i=r.dataset,o=r.parentNode.dataset.topic,t=i.topics.split(' '),x='';
r.querySelectorAll('[data-open],[data-excerpt]').forEach(function(e){x+=e.textContent+'\\n'});
if((f.hidden||[]).indexOf(+i.paperId)>=0||(f.topic||[]).some(function(m){return m!==o&&t.indexOf(m)>=0})||w&&w.test(x.normalize()))
c+='li[data-paper-id="'+i.paperId+'"]:not([data-fold]){display:none}';
else if(n&&Date.parse(i.at)>n)q++});
if(q)c+='[data-news]:empty{display:block;height:1.25rem}';
if(c)d.head.appendChild(d.createElement('style')).textContent=c
})()}catch(e){}`;
