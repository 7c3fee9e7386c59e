/**
 * Rewrites times of the last week as "5 minutes ago" before the first paint, in cached pages too;
 * the exact time stays in the title. The function it leaves on `window` runs again periodically
 * (use-times.ts). The script is constant, so its hash in the CSP is too.
 */
export const TIME_SCRIPT = `try{(function(w,d){
var f=function(n,u){n=Math.floor(n);return n+' '+u+(n===1?'':'s')+' ago'};
w.papertideTimes=function(){var n=Date.now();d.querySelectorAll('time[data-ago]').forEach(function(t){
var s=(n-Date.parse(t.dateTime))/1e3,x=s<-60||s>=604800?'':s<60?'just now':s<3600?f(s/60,'minute'):s<86400?f(s/3600,'hour'):f(s/86400,'day');
if(x&&t.textContent!==x)t.textContent=x})};w.papertideTimes()
})(window,document)}catch(e){}`;
