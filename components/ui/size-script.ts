/** Where the choice of large type is kept, and the parameter that makes it: ?size=large, ?size=normal. */
export const SIZE_KEY = "size";

/**
 * Runs in <head> before anything is painted, so that large type (长辈版) does not flash.
 * A constant: the content security policy allows it by its SHA-256. Needs <html id="large"> for the way without JavaScript.
 */
export const SIZE_SCRIPT =
  '(function(){var r=document.documentElement,q=null,s=null;try{q=new URLSearchParams(location.search).get("size");if(location.hash==="#large")q="large"}catch(e){}try{if(q==="large"||q==="normal")localStorage.setItem("size",q);s=localStorage.getItem("size")}catch(e){}if((q||s)==="large")r.dataset.size="large"})()';
