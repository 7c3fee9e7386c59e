declare global {
  interface Window {
    papertideReplay?: () => void;
  }
}

/**
 * Keeps presses of buttons and single keys that come before the page's scripts, and replays them
 * once the page is alive: a button as soon as React has taken it over, which parts of a page are
 * later than others. A press under way may itself bring the page to life, and is then heard by its
 * listeners: it is not replayed. Links and forms need no help: they work without scripts. Constant,
 * so that its hash in the policy is constant too.
 */
export const EARLY_SCRIPT = `(function(){var kept=[],names=['click','keydown'];function alive(b){for(var n in b)if(n.indexOf('__react')===0)return true}function keep(e){var t=e.target;if(!e.isTrusted||!t.closest)return;if(e.type==='click'){var b=t.closest('button[type=button]');if(b&&!alive(b))kept.push([b,e])}else if(e.key.length===1&&e.key!==' '&&!e.ctrlKey&&!e.metaKey&&!e.altKey&&!t.closest('input,textarea,select,[contenteditable]'))kept.push([0,e])}function press(b,left){if(alive(b))b.click();else if(left&&b.isConnected)setTimeout(function(){press(b,left-1)},50)}names.forEach(function(n){addEventListener(n,keep,true)});window.papertideReplay=function(){names.forEach(function(n){removeEventListener(n,keep,true)});kept.splice(0).forEach(function(k){var b=k[0],now=k[1].eventPhase;if(b){if(!now||!alive(b))press(b,400)}else if(!now)(document.activeElement||document.body).dispatchEvent(new KeyboardEvent('keydown',{key:k[1].key,bubbles:true,cancelable:true}))})}})()`;
