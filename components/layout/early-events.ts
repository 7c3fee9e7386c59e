declare global {
  interface Window {
    papertideReplay?: () => void;
  }
}

/**
 * Captures button presses and single keys before hydration and replays them afterwards: a button as
 * soon as React has hydrated it, which happens later for some parts of a page than for others. A
 * press that itself triggers hydration reaches React's listeners and is not replayed. Links and
 * forms work without scripts and need no replay. The script is constant, so its hash in the CSP is
 * too.
 */
export const EARLY_SCRIPT = `(function(){var kept=[],names=['click','keydown'];function alive(b){for(var n in b)if(n.indexOf('__react')===0)return true}function keep(e){var t=e.target;if(!e.isTrusted||!t.closest)return;if(e.type==='click'){var b=t.closest('button[type=button]');if(b&&!alive(b))kept.push([b,e])}else if(e.key.length===1&&e.key!==' '&&!e.ctrlKey&&!e.metaKey&&!e.altKey&&!t.closest('input,textarea,select,[contenteditable]'))kept.push([0,e])}function press(b,left){if(alive(b))b.click();else if(left&&b.isConnected)setTimeout(function(){press(b,left-1)},50)}names.forEach(function(n){addEventListener(n,keep,true)});window.papertideReplay=function(){names.forEach(function(n){removeEventListener(n,keep,true)});kept.splice(0).forEach(function(k){var b=k[0],now=k[1].eventPhase;if(b){if(!now||!alive(b))press(b,400)}else if(!now)(document.activeElement||document.body).dispatchEvent(new KeyboardEvent('keydown',{key:k[1].key,bubbles:true,cancelable:true}))})}})()`;
