/** The event on `window` that says that the site has been updated and typed text speaks against a reload. */
export const UPDATED_EVENT = 'papertide:updated';

/**
 * Reloads a page whose scripts the site no longer has, because it was updated. It is inline, because
 * no other script may come. Reloads at most once a minute and once for the same pair of builds, so
 * never in a loop; not while the site is unreachable; and not over text that was typed, unless its
 * caller has kept that (`force`). Resolves to what it did. Constant, so that its hash in the policy
 * is constant too.
 */
export const HEAL_SCRIPT = `(function(w,d){
var key='papertide:healed',typed=new Set,running;
d.addEventListener('input',function(e){var t=e.target;if(t.matches&&t.matches('textarea,input:not([type=search],[type=checkbox],[type=radio])'))typed.add(t)},true);
d.addEventListener('submit',function(e){setTimeout(function(){if(!e.defaultPrevented)typed.clear()})},true);
function atStake(){var found=false;typed.forEach(function(t){if(t.isConnected&&t.value.trim())found=true});return found}
function run(force){return fetch('/version',{cache:'no-store'}).then(function(r){if(!r.ok)throw r;return r.json()}).then(function(v){
var pair=d.documentElement.dataset.build+' '+v.build,last=JSON.parse(sessionStorage.getItem(key)||'{}');
if(last.pair===pair||Date.now()-last.at<6e4)return 'failed';
if(!force&&atStake()){w.dispatchEvent(new Event('${UPDATED_EVENT}'));return 'typed'}
sessionStorage.setItem(key,JSON.stringify({pair:pair,at:Date.now()}));location.reload();return 'reloading'
}).catch(function(){return 'unreachable'})}
w.papertideHeal=function(force){running=running||run(force).then(function(did){if(did!=='reloading')running=0;return did});return running};
w.addEventListener('error',function(e){var t=e.target;if(t&&t.tagName==='SCRIPT'&&t.src.indexOf(location.origin+'/_next/static/')===0)w.papertideHeal()},true)
})(window,document)`;
