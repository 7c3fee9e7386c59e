/**
 * Shows times of the last week as "5 minutes ago" before they are painted, in stored pages too; their
 * exact time stays in the title, and of what has a day only (`data-ago="day"`), the day. What it leaves on `window` is called again as time goes by
 * (use-times.ts). Constant, so that its hash in the policy is constant too.
 */
export const TIME_SCRIPT = `try{(function(w,d){
var f=function(n,u){n=Math.floor(n);return n+' '+u+(n===1?'':'s')+' ago'};
w.papertideTimes=function(){var n=Date.now();d.querySelectorAll('time[data-ago]').forEach(function(t){
var a=Date.parse(t.dateTime),s=(n-a)/1e3,g=Math.floor(n/864e5)-Math.floor(a/864e5),x=t.dataset.ago?(g<0||g>6?'':g<1?'today':g<2?'yesterday':f(g,'day')):s<-60||s>=604800?'':s<60?'just now':s<3600?f(s/60,'minute'):s<86400?f(s/3600,'hour'):f(s/86400,'day');
if(x&&t.textContent!==x)t.textContent=x})};w.papertideTimes()
})(window,document)}catch(e){}`;
