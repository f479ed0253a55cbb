"use strict";(()=>{var E,Qo,Fn,Te,Rn,Lt,er,Nt,tr,Un,jn,Ra,mt=Symbol.for("pv"),Pt={},Rt=[],ja=/^m(i|n|o|s|text|space)$/,Bn=Array.isArray,qn=Rt.slice,Fe=Object.assign;function je(e){e&&e.parentNode&&e.remove()}function jt(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?qn.call(arguments,2):n),ft(e,i,o,r,null)}function ft(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:mt,__v:r||++Qo,__i:-1,__u:0};return!r&&E.vnode&&E.vnode(s),s}function Ue(e){return e.children}function Ze(e,t){this.props=e,this.context=t,this.__g=0}function Ie(e,t){if(t==null)return e.__&&Ie(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Ie(e)}function Fa(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Fe({constructor:mt},n)).__v=n.__v+1,E.vnode&&E.vnode(t),Wn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||Ie(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,ar(r,t,s),n.__=n.__e=null,t.__e!=o&&nr(t))}function nr(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),nr(e)}function Xo(e){(8&e.__g||(e.__g|=8,Te.push(e),Lt++))&&Rn==E.debounceRendering||((Rn=E.debounceRendering)||queueMicrotask)(or)}function or(){try{for(var e,t=1;Te.length;)Te.length>t&&Te.sort(er),e=Te.shift(),t=Te.length,8&e.__g&&Fa(e)}finally{(Lt=Te.length)&&(Rn||queueMicrotask)(or)}}function rr(e,t,n,o,r,s,i,c,u,m,l){var p,d,f,h,b,A,y=o.__k||Rt,$=t.length;for(u=Ua(n,t,y,u,$),p=0;p<$;p++)(f=n.__k[p])!=null&&(d=~f.__i&&y[f.__i]||Pt,f.__i=p,A=Wn(e,f,d,r,s,i,c,u,m,l),h=f.__e,(d.ref!=f.ref||8&d.__u)&&(d.ref&&Hn(d.ref,null,f,d),f.ref&&l.push(f.ref,f.__c||h,f)),b=b||h,4&f.__u?(u=sr(f,u,e,!d.__v),d.__e&&(d.__e=null)):typeof f.type=="function"&&A!==void 0?u=A:h&&(u=h.nextSibling),f.__u&=-21);return n.__e=b,u}function Ua(e,t,n,o,r){var s,i,c,u,m,l,p,d,f,h=n.length,b=h,A=0,y=0,$=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=$[s]=ft(null,i):Bn(i)?i=$[s]=ft(Ue,{children:i}):i.constructor===mt&&i.__b?i=$[s]=ft(i.type,i.props,i.key,i.ref,i.__v):$[s]=i,u=s+A,i.__=e,i.__b=e.__b+1,c=null,~(m=i.__i=Ba(i,n,u,b))&&(b--,(c=n[m])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,m==u-1?A--:m==u+1?A++:m!=u&&(m>u?A--:A++,y=1)):(~m||(r>h?A--:r<h&&A++),typeof i.type!="function"&&(i.__u|=4))):$[s]=null;if(y){for(l=[],p=[],s=0;s<r;s++)if((i=$[s])&&16&i.__u){for(A=0,d=l.length;A<d;)l[f=A+d>>1]<i.__i?A=f+1:d=f;l[A]=i.__i,p[s]=A+1}for(A=l.length;s--;)p[s]&&(p[s]==A?A--:$[s].__u|=4)}if(b)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Ie(c)),Yn(c,c));return o}function sr(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=sr(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Ie(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Ba(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return n;if(o>(u?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function Zo(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Mt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||Zo(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||Zo(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=jn[t]||(jn[t]=qa(t)),(e.__a||(e.__a={}))[t]=Un,s=t!=(t=t.replace(tr,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function qa(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Nt]==null)t[Nt]=Un++;else if(t[Nt]<this.__a[e])return;return n(E.event?E.event(t):t)}}}function Wn(e,t,n,o,r,s,i,c,u,m){var l,p,d,f,h,b,A,y,$,T,O,Ae,Re,ke,re,G,se,B,le=t.type;if(t.constructor!==mt)return null;128&n.__u&&(u=32&n.__u,l=n.__c.__z)&&(t.__u|=u,p=s=[],l.nodeType==8?c=Ct(l,s):s.push(l),c=s[0]||c),(l=E.__b)&&l(t);e:if(typeof le=="function"){d=i.length;try{if(y=t.props,$=(l=le.prototype)&&l.render,T=(l=le.contextType)&&o[l.__c],O=l?T?T.props.value:l.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):($?t.__c=f=new le(y,O):(t.__c=f=new Ze(y,O),f.constructor=le,f.render=Ha),T&&T.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),$&&(f.__s||(f.__s=f.state),le.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=Fe({},f.__s)),Fe(f.__s,le.getDerivedStateFromProps(y,f.__s)))),h=f.props,b=f.state,f.__v=t,n.__c){if(y!==h&&$&&!le.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps(y,O),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate(y,f.__s,O)===!1){t.__v!=n.__v&&(f.props=y,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(ie){ie&&(ie.__=t)}),Rt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&i.push(f),c=Ie(n);break e}f.componentWillUpdate&&f.componentWillUpdate(y,f.__s,O),$&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate(h,b,A)})}else $&&!le.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),$&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=O,f.props=y,f.__P=e,f.__g&=-5,Ae=E.__r,Re=$?25:0;do f.__g&=-9,Ae&&Ae(t),l=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++Re<25);$&&(Rt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=Fe({},o,f.getChildContext())),$&&n.__c&&f.getSnapshotBeforeUpdate&&(A=f.getSnapshotBeforeUpdate(h,b)),ke=l&&l.type===Ue&&l.key==null?l.props.children:l,y.__P&&(l=c,r=(e=y.__P).namespaceURI,u=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(ie){ie&&Yn(ie,ie)}),n.__k=null),c=n.__k?Ie(n,0):null),c=rr(e,Bn(ke)?ke:[ke],t,n,o,r,s,i,c,u,m),y.__P&&(t.__e=null,c=l),t.__u&=-161,p&&p.some(je),f.__h.length&&i.push(f),1&f.__g&&(f.__g&=-4)}catch(ie){if(i.length=d,t.__v=null,u||s)if(ie&&ie.then){if(t.__u|=128|u,s){for(~(se=s.indexOf(c||void 0))||(se=s.length);(B=s[se-1])&&B.nodeType==8;)se--;for(;se<s.length;se++)if(B=s[se])if(s[se]=null,re){if(B==G)break}else{if(B.nodeType!=8)break;B.data.startsWith("$s")&&(G=Ct(re=B))}}if(!re){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;re=c}(l=Ct(re=t.__c.__z||(t.__c.__z=re)))?(t.__e=re,c=l):t.__e=c,c=c&&c.nextSibling}else s&&s.some(je);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),ie&&ie.then||ir(t),E.__e(ie,t,n)}}else c=t.__e=Wa(n.__e,t,n,o,r,s,i,u,m,e);return(l=E.diffed)&&l(t),c}function Ct(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function ir(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(ir))}function ar(e,t,n){for(var o=0;o<n.length;)Hn(n[o++],n[o++],n[o++]);E.__c&&E.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){E.__e(s,r.__v)}})}function Wa(e,t,n,o,r,s,i,c,u,m){var l,p,d,f,h,b,A,y,$=n.props||Pt,T=t.props,O=t.type;if(O=="svg"?r="http://www.w3.org/2000/svg":O=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(l=0;l<s.length;l++)if((h=s[l])&&(O?h.localName==O:h.nodeType==3)){e=h,s[l]=null;break}}if(!e){if(y=m.ownerDocument||document,!O)return y.createTextNode(T);e=y.createElementNS(r,O,T.is?T:m),c&&(E.__m&&E.__m(t,s),c=!1),s=null}if(O){if(m=O=="template"&&e.content||e,s=O=="textarea"&&T.defaultValue!=null?null:s&&qn.call(m.childNodes),!c&&s)for($={},l=0;l<e.attributes.length;l++)$[(h=e.attributes[l]).name]=h.value;for(l in $)h=$[l],l=="dangerouslySetInnerHTML"?d=h:l=="children"||l in T||l=="value"&&"defaultValue"in T||l=="checked"&&"defaultChecked"in T||Mt(e,l,null,h,r);for(l in T)h=T[l],l=="children"?f=h:l=="dangerouslySetInnerHTML"?p=h:l=="value"?b=h:l=="checked"?A=h:c&&typeof h!="function"||$[l]===h||Mt(e,l,h,$[l],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(O=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&ja.test(O))&&(r="http://www.w3.org/1999/xhtml"),rr(m,Bn(f)?f:[f],t,n,o,r,s,i,s?s[0]:n.__k&&Ie(n,0),c,u),s&&s.some(je)),c&&O!="textarea"||(l="value",O=="progress"&&b==null?e.removeAttribute(l):b==null||b===e[l]&&(O!="progress"||b)||Mt(e,l,b,$[l],r),l="checked",A!=null&&A!=e[l]&&Mt(e,l,A,$[l],r))}else $===T||c&&e.data==T||(e.data=T);return e}function Hn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){E.__e(r,n)}}function Yn(e,t,n){var o,r,s,i;if(E.unmount&&E.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Hn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){E.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&Yn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Ct(o,s=[]))&&(o==e.__e&&s.some(je),je(r),je(o)),n||je(e.__e),e.__e=e.__c=e.__=null}function Ha(e,t,n){return this.constructor(e,n)}function cr(e,t){var n,o,r,s;E.__&&E.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=ft(Ue,{children:[e]}),r=[],s=[],Wn(t,t.__k,o||Pt,Pt,t.namespaceURI,o?null:t.firstChild?qn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),ar(r,t.__k,s),t.__k.props.children=null}E={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Lt=0,e}},Qo=0,Fn=function(e){return e!=null&&e.constructor===mt},Ze.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Fe({},this.state)),typeof e=="function"&&(e=e(Fe({},n),this.props)),e&&(Fe(n,e),this.__v&&(t&&this.__k.push(t),Xo(this)))},Ze.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),Xo(this))},Ze.prototype.render=Ue,Te=[],Lt=0,er=function(e,t){return e.__v.__b-t.__v.__b},Nt=Symbol(),tr=/(PointerCapture)$|Capture$/i,Un=0,jn={},Ra=0;var Be,P,Vn,ur,Gn=Object.is,pt=0,$r=[],Kn=[],L=E,lr=L.__b,fr=L.__r,mr=L.diffed,dr=L.__c,pr=L.unmount,hr=L.__;function ht(e,t){L.__h&&L.__h(P,e,pt||t),pt=0;var n=P.__H||(P.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function qe(e){return pt=1,Ya(yr,e)}function Ya(e,t,n){var o=ht(Be++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):yr(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);Gn(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=P,!P.__f)){P.__f=!0;var r=P.shouldComponentUpdate;P.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var m=!1,l=this.props!=s;if(u.__.some(function(d){d.__N&&(m=!0,Gn(d.__[0],d.__N[0])||(l=!0))}),r){var p=r.call(this,s,i,c);return m?p||l:p}return!m||l}}return o.__}function q(e,t){var n=ht(Be++,3);!L.__s&&zn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,P.__H.__h.push(n))}function fe(e,t){var n=ht(Be++,4);!L.__s&&zn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,P.__h.push(n))}function H(e){return pt=5,K(function(){return{current:e}},[])}function K(e,t){var n=ht(Be++,7);return zn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Ft(e,t){return pt=8,K(function(){return e},t)}function br(){var e=ht(Be++,11);if(!e.__){for(var t=P.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Va(){var e;do{for(;e=Kn.shift();)try{dt(e)}catch(n){L.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=$r.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(dt),t.__h.some(Jn),t.__h=[]}catch(n){t.__h=[],L.__e(n,e.__v)}}}while(Kn.length)}L.__b=function(e){P=null,lr&&lr(e)},L.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),hr&&hr(e,t)},L.__r=function(e){fr&&fr(e),Be=0;var t=(P=e.__c).__H;t&&(Vn==P?P.__h=[]:(t.__h.some(dt),t.__h.some(Jn),Be=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Vn=P},L.diffed=function(e){mr&&mr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&_r($r.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Vn=P=null},L.__c=function(e,t){t.some(function(n){try{n.__h.some(dt),n.__h=n.__h.filter(function(o){return!o.__||Jn(o)})}catch(o){n.__h=[function(){throw o}]}}),dr&&dr(e,t)},L.unmount=function(e){pr&&pr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,_r(Kn.push(r))}else dt(r)}catch(s){t=s}}),o.__H=void 0,t&&L.__e(t,o.__v))};var vr=typeof requestAnimationFrame=="function";function Ga(e){var t,n=function(){clearTimeout(o),vr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);vr&&(t=requestAnimationFrame(n))}function _r(e){e!=1&&ur==L.requestAnimationFrame||((ur=L.requestAnimationFrame)||Ga)(Va)}function dt(e){var t=P,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),P=t}function Jn(e){var t=P;e.__c=e.__(),P=t}function zn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!Gn(n,e[o])})}function yr(e,t){return typeof t=="function"?t(e):t}var Ka=Symbol.for("preact-signals");function Wt(){if(be>1)be--;else{var e,t=!1;for((function(){var r=Bt;for(Bt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();_t!==void 0;){var n=_t;for(_t=void 0,Ut++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&wr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Ut=0,be--,t)throw e}}function Zn(e){if(be>0)return e();Xn=++Ja,be++;try{return e()}finally{Wt()}}var vt,M=void 0;function $t(e){var t=M,n=vt;M=void 0,vt=void 0;try{return e()}finally{M=t,vt=n}}var _t=void 0,be=0,Ut=0,Ja=0,Xn=0,Bt=void 0,qt=0;function gr(e){if(M!==void 0){var t=e.n;if(t===void 0||t.t!==M)return t={i:0,S:e,p:M.s,n:void 0,t:M,e:void 0,x:void 0,r:t},M.s!==void 0&&(M.s.n=t),M.s=t,e.n=t,32&M.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=M.s,t.n=void 0,M.s.n=t,M.s=t),t}}function W(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}W.prototype.brand=Ka;W.prototype.h=function(){return!0};W.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:$t(function(){var o;(o=t.W)==null||o.call(t)}))};W.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&$t(function(){var r;(r=t.Z)==null||r.call(t)}))}};W.prototype.subscribe=function(e){var t=this;return X(function(){var n=t.value;$t(function(){return e(n)})},{name:"sub"})};W.prototype.valueOf=function(){return this.value};W.prototype.toString=function(){return this.value+""};W.prototype.toJSON=function(){return this.value};W.prototype.peek=function(){var e=this;return $t(function(){return e.value})};Object.defineProperty(W.prototype,"value",{get:function(){var e=gr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Ut>100)throw new Error("Cycle detected");(function(n){be!==0&&Ut===0&&n.l!==Xn&&(n.l=Xn,Bt={S:n,v:n.v,i:n.i,o:Bt})})(this),this.v=e,this.i++,qt++,be++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Wt()}}}});function N(e,t){return new W(e,t)}function wr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Sr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function xr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function We(e,t){W.call(this,void 0,t),this.x=e,this.s=void 0,this.g=qt-1,this.f=4}We.prototype=new W;We.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===qt))return!0;if(this.g=qt,this.f|=1,this.i>0&&!wr(this))return this.f&=-2,!0;var e=M;try{Sr(this),M=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return M=e,xr(this),this.f&=-2,!0};We.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}W.prototype.S.call(this,e)};We.prototype.U=function(e){if(this.t!==void 0&&(W.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};We.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(We.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=gr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function he(e,t){return new We(e,t)}function Ar(e){var t=e.j;if(e.j=void 0,typeof t=="function"){be++;var n=M;M=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,Qn(e),o}finally{M=n,Wt()}}}function Qn(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Ar(e)}function za(e){if(M!==this)throw new Error("Out-of-order effect");xr(this),M=e,this.f&=-2;try{8&this.f&&Qn(this)}finally{Wt()}}function Qe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,vt&&vt.push(this)}Qe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Qe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Ar(this),Sr(this),be++;var e=M;return M=this,za.bind(this,e)};Qe.prototype.N=function(){2&this.f||(this.f|=2,this.u=_t,_t=this)};Qe.prototype.d=function(){this.f|=8,1&this.f||Qn(this)};Qe.prototype.dispose=function(){this.d()};function X(e,t){var n=new Qe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var kr,Yt,Ht,Xa=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Tr=[];X(function(){kr=this.N})();function et(e,t){E[e]=t.bind(null,E[e]||function(){})}function bt(e){if(Ht){var t=Ht;Ht=void 0,t()}Ht=e&&e.S()}function Ir(e){var t=this,n=e.data,o=g(n);o.name="ReactiveDom",o.value=n;var r=K(function(){for(var c=t,u=t.__v;u=u.__;)if(u.__c){u.__c.__$f|=4;break}var m=he(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),l=he(function(){return!Array.isArray(m.value)&&!Fn(m.value)}),p=X(function(){if(this.N=Er,l.value){var f=m.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[l,m]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}Ir.displayName="ReactiveTextNode";Object.defineProperties(W.prototype,{constructor:{configurable:!0,value:jt(Ue,null).constructor},type:{configurable:!0,value:Ir},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});et("__b",function(e,t){if(bt(),Yt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof W&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});et("__r",function(e,t){if(e(t),t.type!==Ue){bt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return X(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;Xa&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Yt=o,bt(n)}});et("__e",function(e,t,n,o){bt(),Yt=void 0,e(t,n,o)});et("diffed",function(e,t){bt(),Yt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var u in o){var m=s[u],l=o[u];m===void 0?(m=Za(n,u,l,r),s[u]=m):m.o(l,r)}}}e(t)});function Za(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=N(n);return{o:function(i,c){s.value=i,o=c},d:X(function(){this.N=Er;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}et("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var u in i)c[u]=i[u]}t.__np=void 0}else{var m=t.__c;if(m){m.__$f|=8;var l=m.__$u;l&&(m.__$u=void 0,l.d())}}e(t)});et("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Ze.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function g(e,t){return K(function(){return N(e,t)},[])}var Qa=function(e){queueMicrotask(function(){queueMicrotask(e)})};function ec(){Zn(function(){for(var e;e=Tr.shift();)kr.call(e)})}function Er(){Tr.push(this)===1&&(E.requestAnimationFrame||Qa)(ec)}var Or=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,Or(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Dr=new Map;function Mr(e){var t=Dr.get(this);return t||(t=new Map,Dr.set(this,t)),(t=Or(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",u=[0],m=function(d){s===1&&(d||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,d,i):s===3&&(d||i)?(u.push(3,d,i),s=2):s===2&&i==="..."&&d?u.push(4,d,0):s===2&&i&&!d?u.push(5,0,!0,i):s>=5&&((i||!d&&s===5)&&(u.push(s,0,i,r),s=6),d&&(u.push(s,d,0,r),s=6)),i=""},l=0;l<n.length;l++){l&&(s===1&&m(),m(l));for(var p=0;p<n[l].length;p++)o=n[l][p],s===1?o==="<"?(m(),u=[u],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(m(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[l][p+1]===">")?(m(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(m(),s=2):i+=o),s===3&&i==="!--"&&(s=4,u=u[0])}return m(),u})(e)),t),arguments,[])).length>1?t:t[0]}var a=Mr.bind(jt);var Pr="Europe/London",eo=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Pr,...e}),Rr=eo({day:"numeric",month:"long",year:"numeric"}),tc=eo({month:"short",year:"numeric"}),Nr=eo({hour:"2-digit",minute:"2-digit"}),Vt=new Intl.DateTimeFormat("sv-SE",{timeZone:Pr}),nc=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),oc=864e5,[rc,Cr]=[1024,1024*1024],ae=(e=new Date)=>Vt.format(e),Z=e=>Rr.format(new Date(e)),jr=e=>tc.format(new Date(`${e}-01`));function Ee(e,t=new Date){let n=new Date(e);return Vt.format(n)===Vt.format(t)?Nr.format(n):`${Rr.format(n)}, ${Nr.format(n)}`}var C=e=>nc.format(e),R=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Fr(e,t=new Date){let n=Math.round((Lr(t)-Lr(new Date(e)))/oc);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Lr=e=>Date.parse(Vt.format(e)),He=e=>e<Cr?`${Math.ceil(e/rc)} KB`:`${Number((e/Cr).toFixed(1))} MB`;var oo=(e,t)=>t.some(n=>e instanceof n),Ur,Br;function sc(){return Ur||(Ur=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function ic(){return Br||(Br=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var ro=new WeakMap,to=new WeakMap,Gt=new WeakMap;function ac(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(ve(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Gt.set(t,e),t}function cc(e){if(ro.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});ro.set(e,t)}var so={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return ro.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return ve(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function Yr(e){so=e(so)}function uc(e){return ic().includes(e)?function(...t){return e.apply(tt(this),t),ve(this.request)}:function(...t){return ve(e.apply(tt(this),t))}}function lc(e){return typeof e=="function"?uc(e):(e instanceof IDBTransaction&&cc(e),oo(e,sc())?new Proxy(e,so):e)}function ve(e){if(e instanceof IDBRequest)return ac(e);if(to.has(e))return to.get(e);let t=lc(e);return Object.is(t,e)||(to.set(e,t),Gt.set(t,e)),t}var tt=e=>Gt.get(e);function Vr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=ve(i);return o&&i.addEventListener("upgradeneeded",u=>{o(ve(i.result),u.oldVersion,u.newVersion,ve(i.transaction),u)}),n&&i.addEventListener("blocked",u=>n(u.oldVersion,u.newVersion,u)),c.then(u=>{s&&u.addEventListener("close",()=>s()),r&&u.addEventListener("versionchange",m=>r(m.oldVersion,m.newVersion,m))}).catch(()=>{}),c}function Gr(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),ve(n).then(()=>{})}var fc=["get","getKey","getAll","getAllKeys","count"],mc=["put","add","delete","clear"],no={};function qr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(no[t])return no[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=mc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||fc.includes(n)))return;let s=async function(i,...c){let u=this.transaction(i,r?"readwrite":"readonly"),m=u.store;return o&&(m=m.index(c.shift())),(await Promise.all([m[n](...c),r&&u.done]))[0]};return no[t]=s}Yr(e=>({...e,get:(t,n,o)=>qr(t,n)||e.get(t,n,o),has:(t,n)=>!!qr(t,n)||e.has(t,n)}));var dc=["advance","continue","continuePrimaryKey"],Wr={},io=new WeakMap,Kr=new WeakMap,pc={get(e,t){if(!dc.includes(t))return e[t];let n=Wr[t];return n||(n=Wr[t]=function(...o){io.set(this,Kr.get(this)[t](...o))}),n}};async function*hc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,pc);for(Kr.set(n,t),Gt.set(n,tt(t));t;)yield n,t=await(io.get(n)||t.continue()),io.delete(n)}function Hr(e,t){return t===Symbol.asyncIterator&&oo(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&oo(e,[IDBIndex,IDBObjectStore])}Yr(e=>({...e,get(t,n,o){return Hr(t,n)?hc:e.get(t,n,o)},has(t,n){return Hr(t,n)||e.has(t,n)}}));var Kt=new Set,Jr=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){Jr=Kt.size>0;for(let t of Kt)yt(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&Jr&&location.reload()});function zr(e){let t=tt(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return ao(o),o}}function ao(e){let t=tt(e)??e;Kt.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>Kt.delete(t));ve(t).done.catch(()=>{})}function yt(e){try{e.abort()}catch{}}var vc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...i}=r.value;o.put({...i,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],_c={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",blocked:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},De=class extends Error{constructor(t,n,o=_c[t]){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=o}},Y=e=>e?.sentence,Xr=["InvalidStateError","UnknownError"],$c="portal:",bc=1e4,zt=1e4,Jt=3e3,Ye=new Map,Xt=new Set,uo=!1,Q=({agency:e,contractorId:t,email:n})=>`${$c}${e}/${t} ${n}`;function yc(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return t&&n&&o?{agency:t,contractorId:n,email:o}:null}async function Zr(){return(indexedDB.databases?(await _e(()=>ye(zt,indexedDB.databases()))).map(({name:t})=>t??""):[...Ye.keys()]).map(yc).filter(t=>t!==null)}var Qr=()=>{uo=!0},lo=e=>Xt.delete(e);async function co(e,t=vc){if(Xt.has(e))throw new De("gone");let n=Ye.get(e);return n||(n=gc(e,t),Ye.set(e,n),n.catch(()=>Ye.delete(e))),_e(()=>ye(bc,n))}var gc=(e,t)=>_e(async()=>{let n=await Vr(e,t.length,{upgrade(o,r,s,i){ao(i),wc(t.slice(r),o,i)},blocking(o,r){r===null&&Xt.add(e),fo(e)},terminated:()=>Ye.delete(e)});return zr(n),n});async function wc(e,t,n){try{for(let o of e)await o(t,n)}catch{yt(n)}}async function fo(e){let t=Ye.get(e);Ye.delete(e),(await t?.catch(()=>null))?.close()}async function es(e){let t=ye(Jt,Sc(e)).then(()=>!0,()=>!1);Xt.add(e);let n=await t;fo(e);try{await _e(()=>ye(Jt,Gr(e)))}catch(o){if(!n)throw o}}async function Sc(e){let t=await co(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var ee=(e,t,n)=>_e(async()=>{let o=await xc(e,t,n);return uo=!0,o}),Oe=(e,t,n)=>_e(()=>ye(zt,ee(e,t,n)));async function xc(e,t,n){try{return await t(await co(e,n))}catch(o){let{cause:r,name:s}=o;if(!Xr.includes(r?r.name:s))throw o;return await fo(e),t(await co(e,n))}}async function ye(e,t){let n,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}async function _e(e){try{return await e()}catch(t){throw t instanceof De?t:new De(Ac(t),t)}}function Ac(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"blocked":["SecurityError",...Xr].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?uo?"lost":"closed":"broken"}var ts="application/json",ns=()=>{};function os(e){ns=e}async function te(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let i=new Headers(r);o&&i.set("Portal-Account",o),n&&!(n instanceof FormData)&&i.set("Content-Type",ts);let c=performance.now();try{let u=await fetch(`/api/${e}`,{method:t,headers:i,body:n instanceof FormData||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:m,headers:l}=u,d=l.get("Content-Type")?.startsWith(ts)??!1?await u.json().catch(()=>null):null;return kc(m,d,l)?(m===401&&ns(c),{status:m,body:d,headers:l,offline:!1}):m===413?Tc():mo()}catch{return mo()}}function kc(e,t,n){return n.get("X-Request-ID")?e>=400?typeof t?.error=="string":t!==null||e===204||e===304:!1}var Tc=()=>({...mo(),status:413,offline:!1}),mo=()=>({status:0,body:null,headers:new Headers,offline:!0}),Ic="The portal cannot be reached just now. Please check your connection and try again.",me=({offline:e,body:t})=>e?Ic:t?.error??"Something went wrong. Please try again in a minute.";var gt=new BroadcastChannel("portal-turn"),wt=[];gt.addEventListener("message",({data:{asks:e}})=>{wt.includes(e)&&gt.postMessage({holds:e})});function rs(e,t){return as(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(i){if(i.name!=="AbortError")throw i;return r=!1,null}})}function ss(e,t){return as(e,async({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function is(e,t){let n=!1,o=()=>(n=!0,cs(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function as(e,t){let n=!1,o=r=>(n=!0,cs(e,r));for(let r=!1;;r=!await Ec(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function cs(e,t){wt.push(e);try{return await t()}finally{wt.splice(wt.indexOf(e),1)}}function Ec(e){return wt.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),gt.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);gt.addEventListener("message",o),gt.postMessage({asks:e})})}function us(e,t){let{method:n,path:o}=Dc(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?Oc(e,t):e.content,timeoutMs:t?3e5:6e4}}function Dc({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(String(t))}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function Oc({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t?.name),o}var Mc=["rejected","expired","abandoned"];var Nc=/^document: /,Cc=[400,404,405,413,415,422],ds="It may have arrived. It is sent again, and the portal knows it for the same.",Lc="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",ls="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",Pc=" If that does not help, attach the PDF again.",Rc="The portal cannot tell any more what became of it. Please look at the job before you send it again.",ps="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",j=({state:e})=>e!=="done",ce=({state:e})=>["checking","review"].includes(e),de=({state:e,promised:t})=>e==="checking"&&!!t,St=e=>j(e)&&!ce(e),Me=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,hs=(e,t)=>Me(e)?{heldUntil:t+6e5}:void 0,Qt=e=>e.state!=="sending"&&!ce(e),en=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,ot=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,J=({state:e})=>["refused","unknown"].includes(e),vs=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...tn({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+1e4:0}),tn=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...jc}),jc={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,result:null};function _s(e,t){return $s(e).filter(n=>po(n)<=t||po(n)>t+864e5).sort((n,o)=>+!!n.document-+!!o.document||n.id-o.id)}function ho(e){let t=$s(e).map(po);return t.length?Math.min(...t):null}var po=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function $s(e){let t=new Set;return e.filter(n=>{if(ce(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${"statementId"in n.content?n.content.statementId:void 0}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function bs(e,t){return gs(e,t)?vo(ps):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function ys(e,t,n=Math.random){if(gs(e,t))return vo(ps);let o=Me(e)?ls+Pc:ls;return nt(e,null,t,n,{sentence:o,asks:"document"},6e4)}var gs=({sentAt:e},t)=>e!==null&&t-e>5184e5,ws=()=>({state:"waiting",sentence:ds,nextAt:0});function Ss(e,t,n,o=Math.random){let{status:r,body:s,headers:i,offline:c}=t,u={sentAt:e.sentAt??n},m=s?.error?.replace(Nc,"")??null;if(c)return nt(e,null,n,o,{...u,sentence:ds},6e4);if(r===413&&!s){let f={sentAt:e.sentAt,sentence:Lc,asks:"size"};return nt(e,600,n,o,f,36e5)}let l=i.get("Submission-State"),p=i.get("Retry-After"),d=i.get("Location");return r===200||r===201?As(e,s,n):r===202?fs(s.state,s.submissionId,s.message,n):l==="rejected"?Zt(m,{ended:l}):r===409&&p?nt(e,p,n,o,{...u,sentence:m},1e4):d?fs(l,d.split("/").at(-1)??"",m,n):l==="not-sent"?nt(e,p,n,o,{sentAt:null,sentence:m}):r===409?Zt(m,{asks:e.kind==="invoice"?"duplicate":null}):Cc.includes(r)?Zt(m):nt(e,p,n,o,{...r>=500?u:{sentAt:e.sentAt},sentence:m})}function xs(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?vo(Rc):o||t!==200?ms(e,e,r,s):n.state==="confirmed"?As(e,n.result,r):Mc.includes(n.state)?Zt(n.message,{ended:n.state}):ms(e,{...ks(n.state),sentence:n.message},r,s)}var As=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?Fc(t):t}),Fc=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},Zt=(e,{asks:t=null,ended:n=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,sentAt:null}),vo=e=>({state:"unknown",sentence:e,asks:null}),ks=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e??"")}),fs=(e,t,n,o)=>({...ks(e),submissionId:t,sentence:n,tries:0,nextAt:o+2e3});function nt(e,t,n,o,r,s=3e5){let i=Math.max(Number(t)*1e3||0,nn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function ms({tries:e},{state:t,promised:n,sentence:o},r,s){let i=t==="review"?3e5:6e4;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+nn(e,i,s)}}var nn=(e,t,n=Math.random)=>Math.min(t,2e3*2**Math.min(e,20))*(.5+n()/2);var Is="portal-outbox",Uc={durability:"strict"},Ts=["outbox","documents","blobs"],rt=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ve=class{constructor(t){this.owner=t,this.name=Q(t)}list(){return Oe(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let i=await r.add(t);return n&&await s.put({id:i,bytes:n}),{...t,id:Number(i)}});return on(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:i,blobs:c})=>{let u=await s.get(t),m=u&&n(u);if(m===void 0)return;let l=m&&{...u,...m},p=Es(l);return await Promise.all([l?s.put(l):s.delete(t),p?o&&i.put({id:t,bytes:o}):i.delete(t),(o||!p)&&c.delete(t)]),l});if(r===void 0)throw new rt;return on(this.name),r}async readDocument(t){let n=await Oe(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await Oe(this.name,s=>s.get("blobs",t));if(!n)throw new De("lost");let o=await _e(()=>ye(zt,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:i})=>{await i.count(t)&&await Promise.all([s.put({id:t,bytes:o}),i.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return ee(this.name,async n=>{let o=n.transaction(Ts,"readwrite",Uc),r=Object.fromEntries(Ts.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw yt(o),c}),[i]=await Promise.all([s,o.done]);return i})}deleteAllButUnsent(){return ee(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!j(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},st=class{#e=[];#t=new Map;#o=0;constructor(t){this.owner=t,this.name=Q(t)}async list(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#o};return this.#e.push(o),n&&this.#t.set(o.id,n),on(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new rt;let i=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...i?[i]:[]),o?this.#t.set(t,o):Es(i)||this.#t.delete(t),on(this.name),i}async readDocument(t){return this.#t.get(t)??null}},Es=e=>!!(e?.document&&j(e));function on(e){let t=new BroadcastChannel(Is);t.postMessage(e),t.close()}function Ds(e){let t=new BroadcastChannel(Is);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function rn(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw new De("broken",t,"This file cannot be read. Please choose it again.")}}var Os="portal-session",Bc=5e3;async function Ge(e=null){return(await Zr()).filter(n=>e===null||n.email===e).map(n=>new Ve(n))}async function _o(e){return await rs(`portal-outbox:${e.name}`,n=>qc(e,n))??{obstacle:null,nextAt:Date.now()+Bc}}async function qc(e,t){for(await Wc(e);t();){let[n]=_s(await e.list(),Date.now());if(!n)return{obstacle:null,nextAt:ho(await e.list())};let o=await Hc(e.owner,async()=>t()?Yc(e,n):null);if(o)return{obstacle:o,nextAt:null}}return null}var $o=e=>is(Os,e);async function Wc(e){for(let{id:t,state:n}of await e.list())n==="sending"&&await e.change(t,ws)}function Hc(e,t){return ss(Os,async()=>await Ms(e)??t())}async function Ms({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await te("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Yc(e,t){try{return await(ce(t)?Gc(e,t):Vc(e,t))}catch(n){if(n instanceof rt)return null;throw n}}async function Vc(e,t){let n=u=>u.state==="waiting"&&u.key===t.key&&u.heldUntil===t.heldUntil,o=t.document?await e.readDocument(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,u=>n(u)?ys(u,Date.now()):void 0),null;let r=await e.change(t.id,u=>n(u)?bs(u,Date.now()):void 0);if(r?.state!=="sending")return null;let s=us(t,o),i=await te(s.path,{...s,account:Cs(e)}),c=await Ns(e,i);return await e.change(t.id,u=>{if(!(u.attempt!==r.attempt||u.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Ss(t,i,Date.now())}),c??(i.offline?"offline":null)}async function Gc(e,t){let n=await te(`contractor/submissions/${t.submissionId}`,{account:Cs(e)}),o=await Ns(e,n);return o||await e.change(t.id,r=>ce(r)?xs(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function Ns(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?Ms(e.owner):null}var Cs=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Kc="outbox",Ls=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator;async function Ps(){return await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Kc).then(()=>!0,()=>!1)??!0}var bo=e=>`outbox ${e}`;function sn(e,t){try{t?localStorage.setItem(bo(e),String(t)):localStorage.removeItem(bo(e))}catch{}}function yo(e){try{return Number(localStorage.getItem(bo(e))??0)}catch{return 0}}var Rs=e=>sn(e,0);var Jc=6e4,zc=168*36e5,Xc="This device has no room left, so nothing can be sent from it. Please free some space.",an=class{items=N(null);obstacle=N(null);otherAccounts=N([]);storageProblem=N(null);#e=null;#t=void 0;#o=0;#r=!1;#s=null;#n=!1;#u=!1;start(){Ds(t=>{t===this.#e?.name&&this.#a()}),addEventListener("online",()=>this.#f(js)),addEventListener("offline",()=>this.wake()),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&this.wake()})}async open(t){if(this.#e?.name===Q(t))return;this.close(),lo(Q(t));let n=new Ve(t);yo(n.name)&&Qr(),this.#e=n;try{let o=(await n.list()).length?0:yo(n.name);for(let r of(await Ge()).filter(({owner:{email:s}})=>s!==t.email))await r.deleteAllButUnsent(),sn(r.name,await go(r));await Zc(n),await Fs(n,await n.list(),js),this.#e===n&&(this.storageProblem.value=o?Qc(o):null)}catch(o){if(this.#e!==n)return;this.storageProblem.value=wo(o),o.reason==="closed"&&(this.#e=new st(t))}await this.#a(),this.items.value?.some(j)&&this.#c(),this.wake()}async openFormerAccount(t){if(this.close(),!t)return;(await Ge(t.email).catch(()=>[])).some(({name:o})=>o===Q(t))&&!this.#e&&await this.open(t)}close(){clearTimeout(this.#t),this.#e=null,this.items.value=null,this.obstacle.value=null,this.otherAccounts.value=[],this.storageProblem.value=null}async add({document:t,...n}){let{bytes:o,document:r}=await Us(t),s=await this.#l().add(vs({...n,document:r},Date.now()),o);return await this.#a(),navigator.storage?.persist?.(),this.#c(),this.wake(),s}async edit(t,{content:n,about:o,document:r}){let{bytes:s,document:i}=await Us(r),c={content:n,...o!==void 0&&{about:o},...r!==void 0&&{document:i}};return this.#i(t,u=>Me(u)?tn(c):void 0,s)}hold(t){return this.#i(t,n=>hs(n,Date.now()))}release(t){return this.#i(t,({heldUntil:n})=>n?{heldUntil:0}:void 0)}resend(t,{duplicate:n=!1}={}){return this.#i(t,o=>J(o)?tn({duplicate:n}):void 0)}remove(t){return this.#i(t,n=>Qt(n)?null:void 0)}undo(t){return this.#i(t,n=>en(n,Date.now())?null:void 0)}itemsOf(t){return(this.items.value??[]).filter(n=>n.jobId===t)}sendingNotice(){return Ls()&&!this.#u?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection."}async wake(){clearTimeout(this.#t),this.#s?this.#n=!0:(this.#s=this.#d(),await this.#s.finally(()=>this.#s=null),this.#n&&(this.#n=!1,await this.wake()))}async tryNow(){await this.#f()}async countUnsent(t){let n=this.#e instanceof st?[this.#e]:await Ge(t);return(await Promise.all(n.map(go))).reduce((r,s)=>r+s,0)}async deleteAll(t){let n=!(this.#e instanceof st);this.#e?.owner.email===t&&this.close();let o=n?await Ge(t):[],s=(await Promise.allSettled(o.map(async({name:i})=>{await es(i),Rs(i)}))).find(i=>i.status==="rejected");if(s)throw s.reason}#l(){if(!this.#e)throw new Error("no outbox is open");return this.#e}async#i(t,n,o){let r=await this.#l().change(t,n,o);return await this.#a(),this.#c(),this.wake(),r}async#f(t){this.#e&&await Fs(this.#e,this.items.value??[],t),await this.wake()}async#c(){await Ps()||(this.#u=!0)}async#a(){let t=this.#e;try{let n=await t?.list()??null;if(this.#e!==t)return;this.items.value=n,t&&n&&sn(t.name,n.filter(St).length)}catch(n){if(this.#e!==t)return;this.storageProblem.value=wo(n),this.#r=!0}}async#d(){let t=this.#e;if(t)try{let n=t instanceof Ve?(await Ge(t.owner.email)).filter(({name:s})=>s!==t.name):[],o=[];for(let s of[t,...n])o.push(await _o(s));let r=await Promise.all(n.map(go));if(this.#e!==t||(this.obstacle.value=o[0].obstacle,this.otherAccounts.value=n.map(({owner:s},i)=>({...s,number:r[i]})).filter(({number:s})=>s),this.#m(o),!this.#r))return;this.#r=!1,await this.#a(),this.#r||(this.storageProblem.value=null)}catch(n){if(this.#e!==t)return;let o=n.reason==="full";this.storageProblem.value=o?Xc:wo(n),this.#r=!0,this.#m([{obstacle:"offline",nextAt:null}])}}#m(t){let n=t.some(({obstacle:r})=>r==="offline");this.#o=n?this.#o+1:0;let o=t.map(({nextAt:r})=>r).filter(r=>r!==null);n&&o.push(Date.now()+nn(this.#o,Jc)),o.length&&(this.#t=setTimeout(()=>this.wake(),Math.max(Math.min(...o)-Date.now(),0)))}},js=({asks:e})=>e!=="size";async function Fs(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>j(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function Us(e){if(!e)return{bytes:void 0,document:null};let{bytes:t,...n}=await rn(e);return{bytes:t,document:n}}var go=async e=>(await e.list()).filter(St).length;async function Zc(e){let t=Date.now()-zc;for(let{id:n,state:o,doneAt:r}of await e.list())o==="done"&&Number(r)<t&&await e.change(n,()=>null)}function wo(e){let t=Y(e);if(!t)throw e;return t}var Qc=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;var v=new an;var eu={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},tu="May have arrived",nu="With the portal",Bs={expired:"Not delivered",abandoned:"Not delivered"};function pe(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:de(e)?nu:ot(e)?tu:n==="refused"&&Bs[o??""]||eu[n]}function qs(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?pe(e,t):`${pe(e,t)}${Bs[o??""]?":":", because:"} ${r}`}var Ws=(e,t)=>e.state==="refused"||e.sentence?.startsWith(pe(e,t))?null:e.sentence,it=e=>e.kind==="completion"?e.content.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e.kind];var Hs;function F(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Hs),Hs=setTimeout(()=>{t.textContent=e},400)}var ou={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},_=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${ou[e]} /></svg>
`;var So="([A-Za-z0-9_-]{1,64})",xo=new RegExp(`^${So}$`),ru={"/":"jobs","/jobs":"jobs",[`/jobs/${So}`]:"job",[`/jobs/${So}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},su=Object.entries(ru).map(([e,t])=>[new RegExp(`^${e}$`),t]);function cn(e){for(let[t,n]of su){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var D=N(Ao());function Ao(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...cn(location.pathname)??cn("/"),path:location.pathname,account:xo.test(n)&&xo.test(o)?`${n}/${o}`:null,query:t,isBack:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function x(e,t={},n=D.value.account){let[o="",r=""]=n?.split("/")??[],s={...t,...n&&{agency:o,contractor:r}},i=new URLSearchParams(s).toString();return i?`${e}?${i}`:e}function Ys(e){D.value.account||ge(x(D.value.path,Object.fromEntries(D.value.query),e),{replace:!0})}function ge(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:iu(n)},""),history.pushState(null,"",e)),D.value=Ao()}var un=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function iu(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return!o||!t?null:{href:r??"",at:un(r??"",t).indexOf(o),top:o.getBoundingClientRect().top}}function Vs(){let{y:e,mark:t}=D.value;scrollTo(0,e);let n=document.querySelector("main"),o=t&&n&&un(t.href,n)[t.at];if(!o)return;let r=()=>scrollBy(0,o.getBoundingClientRect().top-t.top);r(),requestAnimationFrame(()=>requestAnimationFrame(r))}function Gs(){history.scrollRestoration="manual",addEventListener("popstate",()=>{D.value=Ao(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!cn(t.pathname)||(e.preventDefault(),ge(t.href,{replace:t.href===location.href,link:t}))})}var au="Contractor Portal",Ks=!0;function I({title:e,back:t,keepsFocus:n=!1,children:o}){let r=H(null);return fe(()=>{Ks||(n||r.current?.focus({preventScroll:!0}),Vs()),Ks=!1},[]),fe(()=>{document.title=`${e} – ${au}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${x(t.path)}><${_} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var ln="portal",fn=[e=>e.createObjectStore("session")],Js=e=>ee(ln,t=>t.put("session",e,"last"),fn),zs=()=>Qs("last"),ko=()=>_e(()=>ye(Jt,ee(ln,e=>e.delete("session","last"),fn))),Xs=e=>ee(ln,async t=>e?t.put("session",e,"asked"):t.delete("session","asked"),fn),Zs=()=>Qs("asked");async function Qs(e){try{return await Oe(ln,t=>t.get("session",e),fn)??null}catch{return null}}var k=N(void 0),Ne=N(null),pn=N(!1),hn=N(null),cu=6e5,Ke=N(!1),mn=null,dn=0,V=({agency:e,contractorId:t})=>`${e}/${t}`,To=(e,t)=>e.accounts.find(n=>V(n)===t)??null,w=he(()=>k.value?To(k.value,D.value.account??V(k.value.account)):null),z=he(()=>{if(!k.value||!w.value||Ke.value)return null;let{agency:e,contractorId:t}=w.value;return{email:k.value.email,agency:e,contractorId:t}}),ei=he(()=>{let e=D.value.account;if(!k.value||w.value||!e||Ke.value)return null;let[t,n]=e.split("/");return{email:k.value.email,agency:t,contractorId:n}}),Io=new BroadcastChannel("portal:person"),ti=new BroadcastChannel("portal:parting");async function xt(e){dn=performance.now(),JSON.stringify(e)!==JSON.stringify(k.value)&&(k.value=e,await(e?Js(e):ko()).catch(()=>{}),Io.postMessage(e))}async function at(e){await Xs(e).catch(()=>{}),hn.value=e}async function vn(){let[e,t]=await Promise.all([zs(),Zs()]);t&&await at(Date.now()-t.at<cu?t:null);let n=e||document.body.dataset.session;if(k.value??=e??(n?void 0:null),n||navigator.serviceWorker?.controller){let o=performance.now(),r=await te("session");r.status===200&&o>=dn&&await xt(r.body)}k.value??=null}var _n=e=>{let t=D.value.account?.split("/")[0];return te("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function ni(e,t){let n=await $o(()=>te("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ne.value=null,pn.value=!1,await xt(n.body),await at(null)),n}async function oi(e){xt({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await te("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await xt(o.body)}function ri(){return mn??=uu().finally(()=>mn=null),mn}async function uu(){let e=k.value,t=await $o(()=>te("session",{method:"DELETE"}));if(t.status!==204)return t;Ke.value=!0,Io.postMessage(null),ti.postMessage(null);let n=await Promise.allSettled([ko(),v.deleteAll(e.email)]);return pn.value=n.some(o=>o.status==="rejected"&&o.reason&&o.reason.reason!=="closed"),Ne.value=null,k.value===e&&(k.value=null),Ke.value=!1,t}function si(){os(e=>{mn||e<dn||(Ne.value=k.value?.email??Ne.value,xt(null))}),Io.onmessage=({data:e})=>{Ke.value&&!e||(dn=performance.now(),k.value=e)},ti.onmessage=()=>{Ne.value=null}}var ii=300;async function ai(e,t,n,o=null){try{await ee(Q(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>ii&&await lu(s),await i})}catch{}}async function ci(e,t){try{return await Oe(Q(e),n=>n.get("answers",t))??null}catch{return null}}async function lu(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-ii).map(({path:n})=>e.delete(n)))}var fu=5e3,mu=30,ui={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},du=N({...ui,busy:!1}),Eo=class{state=N(ui);begunAt=0;readAt=0;running=null;#e=null;#t;#o;constructor(t,n){this.#t=t,this.#o=n}refresh(){navigator.onLine&&Date.now()-this.readAt<fu||(this.running??=this.#r().finally(()=>{this.running=null}))}async#r(){this.state.value.body||await this.#s(),this.#n({busy:!0});let t=Date.now();this.begunAt=t;let n=this.#e&&this.state.value.body?{"If-None-Match":this.#e}:{},o=await te(`contractor/${this.#o}`,{account:V(this.#t),headers:n}),{status:r,body:s,offline:i}=o,c=hu(o.headers.get("Last-Modified")),u={begunAt:t,asOf:c,isOld:!1,busy:!1,problem:null,status:r};if((r===200||r===304)&&(this.readAt=Date.now()),r===200)this.#e=o.headers.get("ETag"),ai(this.#t,this.#o,s,this.#e),this.#n({...u,body:s});else if(r===304)this.#n(u);else if(r===409)vn(),this.#n({busy:!1,problem:me(o),status:r});else if(r===404)this.#n({body:null,busy:!1,problem:me(o),status:r});else{let m=Number(o.headers.get("Retry-After"));!i&&m&&setTimeout(()=>this.refresh(),Math.min(m,mu)*1e3);let l=!!(!i&&m);this.#n({isOld:!!this.state.value.body,busy:l,problem:me(o),status:r})}}async#s(){let t=await ci(this.#t,this.#o);if(!t)return;this.#e=t.etag??null;let n=t.body.asOf??new Date(t.readAt).toISOString();this.#n({body:t.body,begunAt:t.readAt,asOf:n,isOld:!0})}#n(t){this.state.value={...this.state.value,...t}}},$n=new Map;function S(e){let t=e?pu(z.value,e):null;return q(()=>{if(!t)return;let n=()=>document.visibilityState==="visible"&&t.refresh();n();let o=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of o)r.addEventListener(s,n);return()=>{for(let[r,s]of o)r.removeEventListener(s,n)}},[t]),t?.state??du}async function li(e,t){let n=z.value&&$n.get(mi(z.value,e));await n?.running,!(!n||n.begunAt>t)&&(n.readAt=0,n.refresh())}var fi=()=>$n.clear(),mi=(e,t)=>`${e.email} ${V(e)} ${t}`;function pu(e,t){let n=mi(e,t),o=$n.get(n)??new Eo(e,t);return $n.set(n,o),o}var hu=e=>e?new Date(e).toISOString():null;var vu="https://www.google.com/maps/search/?api=1&query=",_u=/[\p{L}/,;&#|]|(?=\+)/u,$u=5,bu=/^(\+|00)(\d{1,3})\(0\)/;function yu(e){return e.split(_u).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(bu,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=$u)??""}function Je({phone:e,who:t}){if(!e)return null;let n=yu(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${_} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function ct({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${_} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function di({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${vu+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${_} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Do(){let t=(S(w.value?"agency":null).value.body?.offers??[]).includes("contacts"),n=S(t?"contacts":null).value.body?.contacts??[],o=S(t?"account":null).value.body,r=gu(n,o?.agency.branchId??null);return t?a`
    <div>
      ${r&&a`<${Je} phone=${r.phone} who=${r.name} /><${ct} email=${r.email} who=${r.name} />`}
      <a class="reach" href=${x("/contacts")}><${_} name="contacts" />All contacts</a>
    </div>
  `:null}function gu(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var wu={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ce({item:e}){return a`
    <span class=${`state is-${e.state}`}>
      <${_} name=${wu[de(e)?"waiting":e.state]} /><span dir="auto">${qs(e,w.value?.agencyName)}</span>
    </span>
  `}function Le({item:e}){let t=Ws(e,w.value?.agencyName);return a`
    ${t&&a`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&a`<${Oo} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&a`<${Do} />`}
  `}var Oo=()=>a`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Do} />
`;var At={emailCharacters:254,noteCharacters:4e3,descriptionCharacters:2e3,invoiceNumberCharacters:50,amountLeast:.01,amountMost:1e6,invoiceYearsBack:6,invoiceDaysAhead:1,documentBytes:10485760,documentNameCharacters:255,retryHours:72},Pe=e=>({...At,...e?.limits});var Su=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),we=e=>e.trim().replaceAll("	"," ");function bn(e,t,{inForm:n=!1}={}){let o=n?we(e).replace(/\r\n|\r|\n/g,`\r
`):we(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Su.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var yn=(e,t)=>e?bn(e,t.noteCharacters):"Please write something first.";function gn(e){let[,t]=qe(0),n=e.filter(r=>en(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return q(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}function wn(e){q(()=>{if(e!==null)return v.hold(e).catch(pi),()=>{v.release(e).catch(pi)}},[e])}var pi=()=>{};function hi({item:e,onClose:t}){let[n,[o,r]]=[br(),qe(null)],s=Pe(S("agency").value.body);return wn(e.id),a`
    <form onSubmit=${async c=>{c.preventDefault();let{value:u}=c.target.elements.namedItem("note"),m=we(u),l=yn(m,s);if(r(l),!l)try{await v.edit(e.id,{content:{note:m}}),t()}catch(p){let d=Y(p);if(!d)throw p;r(d)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${s.noteCharacters} required dir="auto" ref=${xu}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var xu=e=>e?.focus();var Au={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function _i(){let e=(v.items.value??[]).filter(t=>!j(t)).reverse();return a`
    <${I} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
      <${No}>
        ${v.items.value?a`<p class="reach"><${_} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!v.storageProblem.value&&a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Mo} items=${e} />
        </section>
      `}
    <//>
  `}function No({children:e}){let t=(v.items.value??[]).filter(j),[n,o]=[t.filter(s=>!vi(s)),t.filter(vi)],r=v.obstacle.value;return t.length?a`
    ${r&&n.some(s=>St(s)&&!J(s))&&a`<p class="notice" role="status">${Au[r]}${r==="offline"&&` ${v.sendingNotice()}`}</p>`}
    ${n.length>0&&a`<h2 class="visually-hidden">Not confirmed yet</h2><${Mo} items=${n} />`}
    ${n.some(({state:s})=>s==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.tryNow()}>Try now</button>`}
    ${o.length>0&&a`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Mo} items=${o} /></section>`}
  `:e}var vi=({state:e})=>e==="review",Mo=({items:e})=>a`<ol class="cards">${e.map(t=>a`<${Co} key=${t.id} item=${t} />`)}</ol>`;function Co({item:e}){let[t,n]=qe(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${it(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${hi} item=${e} onClose=${o} />`:a`<${ku} item=${e} />`}
      <p class="about">
        <${Ce} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${Ee(e.addedAt)}</time>
      </p>
      <${Le} item=${e} />
      ${t==="remove"&&a`<${Eu} item=${e} onClose=${o} />`}
      ${!t&&a`<${Tu} item=${e} setAction=${n} />`}
    </li>
  `}function ku({item:e}){let{document:t,jobId:n}=e;return a`
    ${e.kind==="note"&&a`<p class="says" dir="auto">${e.content.note}</p>`}
    ${e.kind==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${C(e.content.amount)}</strong>${e.content.invoiceNumber?`, number ${e.content.invoiceNumber}`:""}
        <br />${e.content.description}
      </p>
    `}
    ${t&&a`<p class="reach"><${_} name="invoice" /><span dir="auto">${t.name}</span></p>`}
    ${n&&a`<a class="reach" href=${x(`/jobs/${n}`)}><${_} name="jobs" />Look at the job</a>`}
  `}function Tu({item:e,setAction:t}){let n=e.asks==="duplicate",[o,r]=[w.value&&Me(e)&&e.kind!=="completion",Qt(e)&&j(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.resend(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${Iu} item=${e} onEditNote=${()=>t("edit")} />`}
      ${J(e)&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>v.resend(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function Iu({item:{id:e,kind:t,jobId:n,content:o},onEditNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s="statementId"in o&&o.statementId,i={...s&&{statement:s},change:e},c=x(n?`/jobs/${n}/invoice`:"/invoice",i);return a`<a class="btn btn-secondary" href=${c}>Change</a>`}function Eu({item:e,onClose:t}){let n=ot(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=qe(null),s=async()=>{try{await v.remove(e.id),document.querySelector("h1")?.focus(),F("Deleted.")}catch(i){let c=Y(i);if(!c)throw i;r(c)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${Du} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var Du=e=>e?.focus();function Sn(){let e=w.value&&V(w.value);return a`
    <ul class="rows">
      ${k.value?.accounts.map(t=>{let n=V(t);return a`
          <li key=${n} class="row">
            <a href=${x("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>oi(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${_} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}var xn="Signing out …";function An(){let[e,t]=[g(null),g(0)],[n,o]=[g(!1),g(!1)],r=async()=>{n.value=o.value=!0;let i=await ri();if(n.value=o.value=!1,i.status!==204){e.value=`${me(i)} Nothing on this device was deleted.`;return}fi(),ge("/",{replace:!0})},s=async()=>{e.value=null,n.value=!0;try{t.value=await v.countUnsent(k.value.email)}catch(i){let c=Y(i);if(!c)throw i;e.value=c;return}finally{n.value=!1}t.value||await r()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${Ou} number=${t.value} busy=${n.value} onConfirm=${r} onCancel=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${_} name="leave" />${o.value?xn:"Sign out"}
        </button>`}
  `}function Ou({number:e,busy:t,onConfirm:n,onCancel:o}){let r=H(null);fe(()=>r.current?.focus(),[]);let[s,i,c]=[R(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${r} tabindex="-1">
        <b>${s} on this device ${i} not with the agency yet.</b> Signing out deletes ${c} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>
          ${t?xn:`Delete ${c} and sign out`}
        </button>
      </div>
    </div>
  `}var $i=()=>a`
  <${I} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${D.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value?.email}</b>. Nothing was changed.
    </p>
    <${No}>${null}<//>
    <h2>Your accounts</h2>
    <${Sn} />
    <h2>Signed in with another address?</h2>
    <${An} />
  <//>
`;function $e({resource:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${Ee(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function ne({resource:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var Mu=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function bi(){let e=S("account").value,t=e.body,{agencyName:n,displayName:o}=w.value,{accounts:r,email:s}=k.value;return a`
    <${I} title="Account">
      ${r.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${Sn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${Nu} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${ne} resource=${e} />`}
        <${$e} resource=${e} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${s}</b></p>
        <${An} />
      </section>
    <//>
  `}function Nu({record:e}){let t=[...Mu.map(([n,o])=>[n,e[o]]),["Branch",e.agency.branchName]];return a`
    <dl class="facts">
      ${t.filter(([,n])=>n).map(([n,o])=>a`<div key=${n}><dt>${n}</dt><dd dir="auto">${o}</dd></div>`)}
    </dl>
  `}function yi(){let e=S("contacts").value,t=e.body?.contacts;return a`
    <${I} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${Cu} key=${n.contactId} ...${n} />`)}</ul>`:a`<${ne} resource=${e} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${$e} resource=${e} />
    <//>
  `}function Cu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Je} phone=${s} who=${i} /><${Je} phone=${r} who=${i} /><${ct} email=${o} who=${i} />
    </li>
  `}function gi(){let e=v.items.value??[],t=gn(e),n=e.filter(d=>j(d)&&!t.includes(d)),o=n.filter(J).length,r=n.filter(de).length,s=n.filter(({state:d})=>d==="review").length,i=n.filter(({state:d})=>d==="checking").length-r,c=n.filter(d=>!J(d)&&!ce(d)),u=v.obstacle.value==="offline",m=c.some(ot)?"not confirmed yet":"not with the agency yet",[l,p]=[v.otherAccounts.value,v.storageProblem.value];return!n.length&&!l.length&&!p?null:a`
    <aside class="strip" aria-label="Outbox">
      ${p&&a`<p role="alert">${p}</p>`}
      ${o>0&&a`<${kt} icon="emergency">${R(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${s>0&&a`<${kt} icon="contacts">We asked ${w.value?.agencyName} to check ${R(s,"thing")}<//>`}
      ${i>0&&a`<${kt} icon="search">${R(i,"thing")} ${i===1?"is":"are"} being checked<//>`}
      ${r>0&&a`<${kt} icon="clock">${R(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
      ${c.length>0&&a`<${kt} icon=${u?"offline":"send"}>
        ${R(c.length,"thing")} ${c.length===1?"is":"are"} ${m}
      <//>`}
      ${l.map(d=>a`<${Lu} key=${V(d)} ...${d} />`)}
    </aside>
  `}var kt=({icon:e,children:t})=>a`<a href=${x("/outbox")}><${_} name=${e} /><span>${t}</span><${_} name="open" /></a>`;function Lu({number:e,...t}){let n=V(t),o=(k.value&&To(k.value,n)?.agencyName)??"an account that is no longer yours",[r,s]=[R(e,"thing"),e===1?"is":"are"];return a`
    <a href=${x("/outbox",{},n)}>
      <${_} name="send" />${r} for ${o} ${s} not there yet<${_} name="open" />
    </a>
  `}var Pu=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function Lo({children:e}){let t=S("agency").value.body;ju(t?.accent);let{agencyName:n,displayName:o}=w.value,r=Pu.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${Fu}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${Number(k.value?.accounts.length)>1&&a`<a class="switch" href=${x("/account")}><${_} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="navigation" aria-label="Portal">${r.map(s=>a`<${Ru} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${gi} />
    ${e}
  `}function Ru({path:e,name:t,icon:n,screens:o}){let r=o.includes(D.value.screen);return a`<a href=${x(e)} aria-current=${r?"page":null}><${_} name=${n} />${t}</a>`}function ju(e){q(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>{t.removeProperty("--accent")}},[e])}function Fu(e){e.preventDefault(),document.querySelector("h1")?.focus()}function Tn(e){let[t,n]=[S(`jobs/${e}`).value,S("jobs").value];if(t.body)return{job:wi(t.body,t),resource:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?wi(o,n):null,resource:o?n:t}}var wi=(e,{begunAt:t})=>Po([e],t)[0],ze=({priority:e})=>e?.trim().toLowerCase()==="emergency",kn=e=>(e??"").trim().toLowerCase();function In({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(kn).includes(kn(t))?"cancelled":"open"}var xi=e=>(v.items.value??[]).filter(t=>t.kind==="completion"&&t.state==="done"&&Number(t.doneAt)>e),Ai=e=>xi(e).map(({id:t})=>t).join();function Po(e,t){let n=new Map(xi(t).map(o=>[o.jobId,o.result??Uu(o)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var Uu=({content:e})=>({completed:"completed"in e&&e.completed,status:null,completedAt:null});function ki(e,t){let n=v.itemsOf(e).filter(j),o=Tt(e),r=n.filter(l=>l!==o),s=l=>r.filter(l).length,[i,c,u]=[s(J),s(de),s(ce)],m=r.length-i-u;return[o&&`${it(o)}: ${pe(o,t)}`,i&&`${R(i,"thing")} ${i===1?"needs":"need"} you`,u>c&&`${R(u-c,"thing")} being checked`,c&&`${R(c,"thing")} with the portal`,m&&`${R(m,"thing")} to send`].filter(Boolean)}var Tt=e=>v.itemsOf(e).filter(t=>t.kind==="completion"&&j(t)).at(-1)??null,ue=({title:e,reference:t,jobId:n})=>e||t||n;function Ti(e){let t=kn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>Bu(n).includes(o))}var Si=new WeakMap;function Bu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode],i=Si.get(e)??kn(s.filter(Boolean).join(`
`));return Si.set(e,i),i}var Ii=e=>[...e.filter(ze),...e.filter(t=>!ze(t))];var qu=864e5,Ei="%PDF-",Wu=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Hu=/\.\d\d\d*[1-9]/,Yu=["amount","description","invoiceDate"];function It(e,t,n){let{required:o=[],link:r=null}=t?.invoice??{};return[...Yu,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function En(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function Ro(e=new Date,t=At){let[n,...o]=ae(e).split("-");return{oldest:[Number(n)-t.invoiceYearsBack,...o].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ae(e))+t.invoiceDaysAhead*qu).toISOString().slice(0,10)}}function Se(e){let t=e.trim().replace(/^£\s*/,"");return Wu.test(t)?Number(t.replaceAll(",","")):NaN}var Ni=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Di={amount:(e,{limits:t})=>Mi(e,"The amount",t)??(Se(e)===0?"The amount must be more than £0.":null),vat:(e,{values:t,limits:n})=>Mi(e,"VAT",n)??(Se(e)>Se(t.amount)?"VAT cannot be more than the amount.":null),description:(e,{document:t,limits:n})=>bn(e,n.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>bn(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t})=>{let{oldest:n,latest:o}=Ro(new Date,t),r=t.invoiceDaysAhead===1?"tomorrow":`${R(t.invoiceDaysAhead,"day")} ahead`;return e>o?`The date can be ${r} at the latest, ${Z(o)}.`:e<n?`The date can be ${R(t.invoiceYearsBack,"year")} ago at most, ${Z(n)}.`:null},statementId:()=>null},Oi={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function Mi(e,t,n){let o=Se(e);return Number.isNaN(o)?`${t} must be in pounds and pence, such as 120.50.`:Hu.test(e.trim())?`${t} can have no more than two decimals.`:o>n.amountMost?`${t} can be ${C(n.amountMost)} at most.`:null}function Dn(e,t,n,o){let r={},s={values:e,document:t,limits:Pe(n)};for(let i of Object.keys(Di)){let c=e[i]??"",u=It(i,n,o)?Oi[i]:null,m=c.trim()===""?u:Di[i](c,s);m&&(r[i]=m)}return!t&&It("document",n,o)&&(r.document=Oi.document),r}async function Ci(e,t){return e.size>t.documentBytes?`The PDF can have ${He(t.documentBytes)} at most.`:await e.slice(0,Ei.length).text()===Ei?null:"This file is not a PDF. Please choose a PDF."}function Li(e,t){let n={jobId:t,statementId:e.statementId,amount:Se(e.amount),vat:e.vat.trim()&&Se(e.vat),description:we(e.description),invoiceDate:e.invoiceDate,invoiceNumber:we(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,r])=>r!==""&&r!==null))}function Pi({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var On=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,Mn=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Nn=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function Ri({name:e,label:t,limits:n,hint:o,rows:r,problem:s,required:i,value:c,type:u="text",...m}){let l=r?"textarea":"input",{oldest:p=void 0,latest:d=void 0}=u==="date"?Ro(new Date,n):{};return a`
    <div class="field">
      <${On} name=${e} required=${i}>${t}<//>
      ${o&&a`<p id=${`${e}-hint`} class="hint">${o}</p>`}
      <${l}
        id=${e} class="form-control" type=${r?null:u} rows=${r} min=${p} max=${d} autocomplete="off"
        value=${c} ...${Nn({name:e,hint:o,problem:s,required:i})} ...${m}
      />
      <${Mn} name=${e}>${s}<//>
    </div>
  `}function ji({name:e,required:t,problem:n,value:o,...r}){let s=S("statements/pending").value,i=s.body?.statements??[],c=!o||i.some(({statementId:u})=>u===o);return a`
    <div class="field">
      <${On} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Nn({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(u=>a`<option key=${u.statementId} value=${u.statementId}>${jo(u)}</option>`)}
      </select>
      <${Mn} name=${e}>${n??(s.body?null:s.problem)}<//>
    </div>
  `}var jo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[C(s??r??0),n??t??e,o&&Z(o)].filter(Boolean).join(", ");async function Fi(e,t){try{return(await ee(Q(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function Ui(e,t,n){try{await ee(Q(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Et(e){let t=g(void 0),n=z.value;return q(()=>{Fi(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[t,n,e]),[t,r=>(t.value=r,Ui(n,e,r))]}var Bi="This file cannot be read. Please choose it again.";function qi({required:e,problem:t,document:n,limits:o,onChange:r}){let s=g(null),i=async({target:m})=>{let[l]=m.files??[];if(l&&(s.value=await Ci(l,o).catch(()=>Bi),m.value="",!s.value))try{r(await rn(l)),F(`${l.name} is attached.`)}catch(p){s.value=Y(p)??Bi}},c=s.value??t,u=Nn({name:"document",hint:!0,problem:c,required:e&&!n});return a`
    <div class="field">
      <${On} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">${He(o.documentBytes)} at most</p>
      ${n&&a`<${Vu} document=${n} onRemove=${()=>r(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${u} onChange=${i}
      />
      <${Mn} name="document">${c}<//>
    </div>
  `}function Vu({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document")?.focus()),F("The PDF is removed.")};return a`
    <p class="attached">
      <${_} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${He(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Gu={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function Wi({values:e,setValue:t,document:n,setDocument:o,agency:r,jobId:s,showsAll:i,onComplete:c}){let u=g({}),[m,l]=[g(i),g(null)],p=H(null),d=Pe(r),f=Dn(e,n,r,s),h=$=>$==="vat"&&l.value==="amount"?null:m.value||u.value[$]&&e[$]||!Ni($,e[$]??"")?f[$]:null,b=()=>p.current?.querySelector("[aria-invalid]")?.focus();q(()=>{i&&b()},[]);let A=$=>{$.preventDefault(),m.value=!0,Object.keys(f).length?setTimeout(b):c()},y=$=>({name:$,required:It($,r,s),problem:h($),value:e[$],onInput:({target:T})=>t($,T.value),onFocus:()=>l.value=$,onBlur:()=>{l.value=null,u.value={...u.value,[$]:!0}}});return a`
    <form ref=${p} class="form" onSubmit=${A} noValidate>
      <p class="hint">${w.value?.agencyName} needs whatever is not marked as optional.</p>
      ${En(r)&&a`<${ji} ...${y("statementId")} />`}
      ${Object.entries(Gu).map(([$,T])=>a`<${Ri} key=${$} limits=${d} ...${T} ...${y($)} />`)}
      <${qi}
        required=${It("document",r,s)} problem=${m.value?f.document:null}
        document=${n} limits=${d} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}var oe=6;function Xe({items:e,row:t,limit:n=e.length,onMore:o}){let r=K(()=>zu(e),[e]),s=Xu(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/oe)).map((c,u)=>a`<${Ku} key=${u} items=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${Ju} onMore=${o} left=${i} />`}
  `:null}var Ku=({items:e,row:t})=>a`<div class="group">${e.map(t)}</div>`;function Ju({onMore:e,left:t}){let n=H(null),o=H(e);return o.current=e,q(()=>{let r=new IntersectionObserver(([{isIntersecting:s}])=>s&&o.current(),{rootMargin:"800px"});return r.observe(n.current),()=>r.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var zu=e=>Array.from({length:Math.ceil(e.length/oe)},(t,n)=>e.slice(n*oe,(n+1)*oe));function Xu(){let e=H(null),{activeElement:t}=document,n=e.current?.contains(t)&&t?.getAttribute("href");return fe(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=un(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var Yi={sending:{label:"Being sent",icon:"send"},submitted:{label:"With the agency",icon:"done"},authorised:{label:"Authorised",icon:"done"},rejected:{label:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{label:"Paid",icon:"money"},unconfirmed:{label:"Being checked",icon:"search"},review:{icon:"contacts"}},Zu={},Fo=({status:e=""})=>e==="review"?pe({state:e},w.value?.agencyName):Yi[e]?.label??e;function Uo(e,t){let n=t.filter(r=>r.kind==="invoice").filter(r=>j(r)||!e.some(s=>Hi(s,r))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status??"")&&n.some(({item:s})=>Hi(r,s));return[...n,...e.filter(r=>!o(r))]}function Hi(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function Cn({jobId:e,agency:t}){let n=S(t?.offers.includes("invoices.list")?"invoices":null).value,o=Uo(n.body?.invoices??[],v.items.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Bo} invoices=${o} />
    </section>
  `:null}function Bo({invoices:e,jobTitles:t=Zu,limit:n,onMore:o}){let r=Ft((s,i)=>a`
      <${Qu} key=${s.item?.id??s.invoiceId??`at ${i}`} invoice=${s} jobTitles=${t} />
    `,[t]);return a`<${Xe} items=${e} row=${r} limit=${n} onMore=${o} />`}function Qu({invoice:e,jobTitles:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:u}=e,m=t[c??""];return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":C(n)}</b>
      </p>
      <p class="about">
        ${u?a`<${Ce} item=${u} />`:a`<${el} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${Z(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${u&&a`<${Le} item=${u} />`}
      ${!u&&e.status==="review"&&a`<${Oo} />`}
      ${m&&a`<a class="reach" href=${x(`/jobs/${c}`)}><${_} name="jobs" /><span dir="auto">${m}</span></a>`}
      ${u&&j(u)&&a`<a class="reach" href=${x("/outbox")}><${_} name="send" />Open the outbox</a>`}
    </div>
  `}function el({invoice:e}){let{icon:t="search",className:n=""}=Yi[e.status??""]??{};return a`<span class=${`state ${n}`}><${_} name=${t} />${Fo(e)}</span>`}function Vi({about:e,address:t,values:n,document:o,problem:r,onSend:s,editAddress:i,back:c}){let u=g(!1),m=async()=>{u.value=!0,await s(),u.value=!1},l=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",C(Se(n.amount))],["VAT in it",n.vat.trim()&&C(Se(n.vat))],["Date of the invoice",Z(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${He(o.size)}`:"None"]];return a`
    <${I} key="review" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${l.filter(([,p])=>p).map(([p,d])=>a`<div key=${p}><dt>${p}</dt><dd dir="auto">${d}</dd></div>`)}
        </dl>
      </div>
      ${v.obstacle.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone. ${v.sendingNotice()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${u.value} onClick=${m}>
          <${_} name="send" />Send to ${w.value?.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var tl=!1;function qo({jobId:e,item:t,about:n,address:o,initial:r,back:s}){let{query:i,path:c}=D.value,u=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[m,l]=Et(u),[p,d]=Et(`PDF of ${u}`),[f,h]=[S("agency").value,g(null)],b=i.has("look");if(wn(t?.id??null),m.value===void 0||p.value===void 0||!f.body&&f.busy)return a`<${I} key="loading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let A=f.body&&ol(f.body,e);if(A)return a`<${I} key="none" title="Invoice" back=${s}><p class="notice">${A}</p><//>`;let y={...r,...t&&Pi(t.content),...m.value},$=t?.asks==="document",T=(p.value??($?null:t?.document))||null,O=!Object.keys(Dn(y,T,f.body,e)).length,{statementId:Ae}=r,Re=B=>x(c,{...Ae&&{statement:Ae},...t&&{change:t.id},...B}),ke=()=>{let B=Li(y,e);return t?v.edit(t.id,{content:B,...(p.value!==null||$)&&{document:Gi(T)}}):v.add({kind:"invoice",jobId:e,about:n,content:B,document:Gi(T)})},re=async()=>{h.value=null;try{let{id:B}=await ke();F("Your invoice waits to be sent."),ge(x(c,{sent:B}),{replace:!0}),l(null),d(null)}catch(B){h.value=Y(B)??"Your invoice could not be kept. Please try again."}};if(b&&O)return a`
      <${Vi}
        about=${n} address=${o} values=${y} document=${T} problem=${h.value} onSend=${re}
        editAddress=${Re({})} back=${s}
      />
    `;let G=(B,le)=>l({...m.value,[B]:le}),se=B=>d(B??tl);return a`
    <${I} key="form" title="Invoice" back=${s} keepsFocus=${b}>
      <${nl} about=${n} address=${o} />
      ${e&&a`<${Cn} jobId=${e} agency=${f.body} />`}
      <${Wi}
        values=${y} setValue=${G} document=${T} setDocument=${se} agency=${f.body}
        jobId=${e} showsAll=${b} onComplete=${()=>ge(Re({look:"1"}))}
      />
    <//>
  `}function nl({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function ol({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var Gi=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var Ki=({item:e,back:t})=>a`
  <${I} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Co} item=${e} /></ol>
    ${j(e)&&!J(e)&&!ce(e)&&a`<p class="hint">You can go on. It is kept if you close the portal: ${v.sendingNotice()}</p>`}
    <a class="reach" href=${x("/money",{show:"invoices"})}><${_} name="invoice" />All your invoices</a>
  <//>
`;var rl={path:"/money",name:"Money"};function Wo({id:e}){let{query:t}=D.value,n=Number(t.get("sent")??t.get("change")),o=(v.items.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:rl;if(n&&v.items.value===null)return a`<${I} key="loading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Me(o)))return a`<${Ki} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?sl:il} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function sl({id:e,statementId:t,item:n,back:o}){let{job:r,resource:s}=Tn(e);if(!r&&!n&&s.status===404)return a`<${Ji} resource=${s} back=${o} />`;let i={...zi,statementId:t,invoiceDate:ae()},c=r?.property?.address;return a`
    <${qo} jobId=${e} about=${r?ue(r):e} address=${c} initial=${i} item=${n} back=${o} />
  `}function il({statementId:e,item:t,back:n}){let o=S("statements/pending").value,r=o.body?.statements.find(c=>c.statementId===e);if(!r&&o.busy)return a`<${Ji} resource=${o} back=${n} />`;let s={...zi,...r&&al(r),statementId:e,invoiceDate:ae()},i=r?jo(r):"";return a`<${qo} jobId=${null} about=${i} initial=${s} item=${t} back=${n} />`}var Ji=({resource:e,back:t})=>a`
  <${I} key="missing" title="Invoice" back=${t}><${ne} resource=${e} /><//>
`,zi={amount:"",vat:"",description:"",invoiceNumber:""},al=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var ut=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var Xi=1e4/1e3;function Ho(e){let[t,n]=[g(null),g(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await v.add({kind:"completion",jobId:e.jobId,about:ue(e),content:{completed:r},document:null}),F(r?`Marked complete. You have ${Xi} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=Y(s)??"This could not be kept. Please try again."}n.value=!1}},t.value]}function Zi({job:e,isOpen:t}){let[n,o]=Ho(e),r=Tt(e.jobId);return r?a`<${ul} item=${r} />`:a`
    ${t&&a`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${_} name="done" />Mark complete</button>`}
    ${o&&a`<p class="notice" role="alert">${o}</p>`}
  `}function ul({item:e}){return a`
    <div class="pending">
      <p class="state-line">
        <${_} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ce} item=${e} />
      </p>
      <${Le} item=${e} />
      ${J(e)&&a`<a class="reach" href=${x("/outbox")}><${_} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function Qi({jobId:e}){let t=g(null),[n]=gn(v.itemsOf(e));return a`
    ${n&&a`
      <div class="undo">
        <p>You have ${Xi} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await v.undo(n.id),F("Undone. The job is not marked complete.")}catch(r){let s=Y(r);if(!s)throw r;t.value=s}}}>
          <${_} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&a`<p class="notice" role="alert">${t.value}</p>`}
  `}function ea({job:e,canAdd:t}){let n=w.value?.displayName,o=v.itemsOf(e.jobId).filter(s=>s.kind==="note").filter(s=>!ll(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:u},m)=>a`
            <li key=${s??`at ${m}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${u&&a`<time datetime=${u}>${Ee(u)}</time>`}</p>
              <p class="says" dir="auto">${i}</p>
            </li>
          `)}
        ${o.map(s=>a`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Ce} item=${s} />
              <${Le} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&a`<${fl} job=${e} />`}
    </section>
  `}var ll=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function fl({job:e}){let t=Pe(S("agency").value.body),[n,o]=Et(`note on ${e.jobId}`),[r,s]=[g(null),g(!1)],i=async u=>{if(u.preventDefault(),s.value)return;let m=we(n.value??"");if(r.value=yn(m,t),!r.value){s.value=!0;try{await v.add({kind:"note",jobId:e.jobId,about:ue(e),content:{note:m},document:null}),o(null),F("Your note waits to be sent.")}catch(l){r.value=Y(l)??"Your note could not be kept. Please try again."}s.value=!1}},c=({target:u})=>o(u.value||null);return a`
    <form class="composer" onSubmit=${i} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${t.noteCharacters} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${r.value?"true":null} value=${n.value??""} onInput=${c}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${r.value}</p>
      <button class="btn btn-primary"><${_} name="send" />Add note</button>
    </form>
  `}function ta({job:e}){let t=g(!1),[n,o]=Ho(e);return Tt(e.jobId)?null:a`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?a`<${ml} onConfirm=${()=>n(!1)} onCancel=${()=>t.value=!1} />`:a`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${_} name="reopen" />Reopen this job
          </button>`}
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function ml({onConfirm:e,onCancel:t}){let n=H(null);return fe(()=>n.current?.focus(),[]),a`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${w.value?.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var na={path:"/jobs",name:"Jobs"};function oa({id:e}){let{job:t,resource:n}=Tn(e),o=S("agency").value.body;if(!t)return a`<${I} title="Job" back=${na}><${ne} resource=${n} /><//>`;let r=o?.offers??[],[s,i]=[In(t,o),r.includes("jobs.complete")];return a`
    <${I} title=${ue(t)} back=${na}>
      <${dl} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${pl} job=${t} />
      </div>
      <div class="doing">
        ${i&&a`<${Zi} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${x(`/jobs/${e}/invoice`)}><${_} name="invoice" />Send its invoice</a>`}
        ${i&&a`<${Qi} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&a`<${Cn} jobId=${e} agency=${o} />`}
      <${ea} job=${t} canAdd=${r.includes("notes.add")} />
      ${i&&s==="completed"&&a`<${ta} job=${t} />`}
      <${$e} resource=${n} />
    <//>
  `}function dl({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${ze(e)&&a`<span class="emergency"><${_} name="emergency" />Emergency</span>`}
      ${t&&a`<${ut}>${t}<//>`}
      ${n&&!ze(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${Ee(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${Z(i)}</time></span>`}
    </p>
  `:null}function pl({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${di} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${Je} phone=${o} who=${n??"the tenant"} /><${ct} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Ln={open:"Open",completed:"Completed",cancelled:"Cancelled"},Yo=Object.keys(Ln),hl={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},aa={text:"",limit:oe,matchLimit:oe},lt=N({accountName:null,tab:null,...aa});function Vo(){let e=S("jobs").value,t=S("agency").value.body,n=D.value.query.get("show")??"open",o=Object.hasOwn(Ln,n)?n:"open";return a`
    <${I} title="Jobs">
      ${e.body?a`<${vl} jobs=${e.body.jobs} begunAt=${e.begunAt} agency=${t} tab=${o} />`:a`<${ne} resource=${e} />`}
      <${$e} resource=${e} />
    <//>
  `}function vl({jobs:e,begunAt:t,agency:n,tab:o}){let r=D.value.account,{text:s,limit:i,matchLimit:c}=ra(r,o),u=Ai(t),m=K(()=>Ii(Po(e,t)),[e,u]),l=K(()=>bl(m,n),[m,n]),p=K(()=>_l(l,Ti(s)),[l,s]),d=p[o].length,f=b=>{lt.value={...ra(r,o),...b}};return q(()=>{s&&F(d?`${R(d,"job")} found`:"No job found")},[s,o]),a`
    <form class="search" role="search" onSubmit=${b=>b.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${_} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${({target:b})=>f({text:b.value,matchLimit:oe})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Yo.filter(b=>b!=="cancelled"||l.cancelled.length).map(b=>a`
          <a key=${b} href=${x("/jobs",{show:b})} aria-current=${b===o?"true":null}>
            ${Ln[b]} <span class="number">${p[b].length}</span>
          </a>
        `)}
    </nav>
    ${!d&&a`<p class="notice">${s?`No job here has “${s}” in it.${$l(p)}`:hl[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${Xe} items=${l[o]} row=${ia} limit=${i} onMore=${()=>f({limit:i+oe})} />
    </div>
    ${s&&a`<${Xe} key=${`matches ${o}`} items=${p[o]} row=${ia} limit=${c} onMore=${()=>f({matchLimit:c+oe})} />`}
  `}function ra(e,t){let n=lt.value.accountName===e?lt.value.text:"";return lt.value.accountName===e&&lt.value.tab===t?lt.value:{...aa,accountName:e,tab:t,text:n}}var _l=(e,t)=>Object.fromEntries(Yo.map(n=>[n,e[n].filter(t)]));function $l(e){return Yo.filter(n=>e[n].length).map(n=>` ${Ln[n]}: ${e[n].length}.`).join("")}function bl(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[In(o,t)].push(o);return n}var sa=new WeakMap;function ia(e){let t=ki(e.jobId,w.value?.agencyName),n=[ae(),...t].join(),o=sa.get(e);if(o?.version===n)return o.markup;let r=yl(e,t);return sa.set(e,{version:n,markup:r}),r}function yl(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${x(`/jobs/${n}`)}>
        ${ze(e)&&a`<span class="emergency"><${_} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${ue(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${ut}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${Fr(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t.map(c=>a`<span key=${c} class="unsent"><${_} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Pn=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,n)=>t+n,0)/100,ua=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function la(e){let t=new Map;for(let{date:i,amount:c}of e){let u=i?.slice(0,7);u&&t.set(u,Pn([t.get(u),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n[n.length-1]];for(;o.length<12&&o[0]>n[0];)o.unshift(Go(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:Pn(s.map(i=>t.get(i)))},...r]:r}function fa(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,ca(t)],"Last month":[`${Go(t)}-01`,ca(Go(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function Go(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function ca(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var Ko="Other dates";function da({from:e,to:t,onChange:n}){let o=fa(ae()),r=Object.keys(o),s=r.find(m=>o[m].join()===[e,t].join()),i=g(!s),c=({target:m})=>{i.value=m.value===Ko,i.value||n(...o[m.value])},u=!!(e&&t&&e>t);return a`
    <form class="dates" onSubmit=${m=>m.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${i.value?Ko:s} onChange=${c}>
          ${[...r,Ko].map(m=>a`<option key=${m}>${m}</option>`)}
        </select>
      </div>
      ${i.value&&a`
        <${ma} id="from" label="From" value=${e} isWrong=${u} onChange=${m=>n(m,t)} />
        <${ma} id="to" label="To" value=${t} isWrong=${u} onChange=${m=>n(e,m)} />
        <p id="dates-problem" class="problem" role="alert">${u&&"The first date is after the last."}</p>
      `}
    </form>
  `}var ma=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var gl=/^[=+\-@\t\r\n＝＋－＠]/u,wl=/[",\r\n]/;function pa(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(Sl).join(",")}\r
`).join("")}function Sl(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=gl.test(e)?`'${e}`:e;return wl.test(t)?`"${t.replaceAll('"','""')}"`:t}function ha(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function _a({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>C(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${va}>Month<//><${va}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${xl} key=${r.month} ...${r} maxAmount=${n} />`)}</tbody>
      </table>
    </div>
  `}var va=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,xl=({month:e,amount:t,maxAmount:n})=>a`
  <tr>
    <th scope="row">${e?jr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${Al} share=${t/n} />`}<b>${C(t)}</b></span></td>
  </tr>
`,Al=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function $a({statements:e,jobTitles:t,agency:n,isPending:o,limit:r,onMore:s}){let i=Ft(c=>a`
      <${kl}
        key=${c.statementId} statement=${c} jobTitle=${t[c.jobId??""]} isPending=${o}
        invoiceAddress=${o&&Il(c,n)}
      />
    `,[t,n,o]);return a`<${Xe} items=${e} row=${i} limit=${r} onMore=${s} />`}function kl({statement:e,jobTitle:t,isPending:n,invoiceAddress:o}){let{reference:r,description:s,amount:i,status:c,jobId:u}=e,[m,l]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":C(i)}</b>
      </p>
      <p class="about">
        ${p&&p!==l&&a`<${ut}>${p}<//>`}
        ${m&&a`<span>${l} <time datetime=${m}>${Z(m)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${Tl} statement=${e} />
      ${t&&a`<a class="reach" href=${x(`/jobs/${u}`)}><${_} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${_} name="invoice" />Send its invoice</a>`}
    </div>
  `}function Tl({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${C(e)} in all`,t&&`${C(t)} of it VAT`,n&&`less ${C(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function Il({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!En(n)?null:n.invoice.link==="job_or_statement"?x("/invoice",{statement:e}):t&&x(`/jobs/${t}/invoice`,{statement:e})}var U=e=>t=>t[e],ba=[["Statement",U("statementId")],["Date",U("date")],["Reference",U("reference")],["Description",U("description")],["Job",U("jobId")],["Net",U("net")],["VAT",U("vat")],["Gross",U("gross")],["Commission",U("commission")],["Amount",U("amount")],["Status",U("status")]],El=[["Invoice",U("invoiceId")],["Date",U("invoiceDate")],["Number",U("invoiceNumber")],["Description",U("description")],["Job",U("jobId")],["Statement",U("statementId")],["Amount",U("amount")],["VAT",U("vat")],["Status",e=>e.item?pe(e.item,w.value?.agencyName):Fo(e)],["Sent",U("submittedAt")],["Document",({document:e})=>e?.name]],xe={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,totalLabel:"On its way to you",emptyText:"Nothing is on its way to you just now.",noun:"payment",columns:ba},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",totalLabel:"Invoiced",emptyText:"No invoice was sent yet. An invoice is sent from its job.",noun:"invoice",columns:El},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,totalLabel:"Paid to you",emptyText:"Nothing was paid yet.",noun:"payment",columns:[...ba,["Paid",U("paidAt")]]}},ya=Object.keys(xe);function ga(e){let t=({path:n,needs:o})=>e.includes(o[0])?n:null;return{pending:S(t(xe.pending)).value,invoices:S(t(xe.invoices)).value,paid:S(t(xe.paid)).value}}function Jo(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=Uo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var Dl=4*oe,wa=new Map;function Sa({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,totalLabel:c,emptyText:u,noun:m,columns:l}=xe[e],{query:p,isBack:d}=D.value,f=p.toString(),h=g(d&&wa.get(f)||Dl),b=S("jobs").value.body?.jobs,A=K(()=>Object.fromEntries((b??[]).map(G=>[G.jobId,ue(G)])),[b]),y=K(()=>{let G=ua(n,o);return t.filter(se=>G(s(se)))},[t,s,n,o]),$=Pn(y.filter(i).map(G=>G.amount)),T=n||o;if(q(()=>{T&&F(y.length?`${R(y.length,m)}, ${C($)}`:"None for these dates")},[]),!y.length)return a`<p class="notice">${T?"There is none for these dates.":u}</p>`;let{agency:O,contractorId:Ae}=z.value,Re=()=>ha(`${O} ${Ae} ${e} ${ae()}.csv`,pa(l,y)),ke=()=>wa.set(f,h.value+=oe),re={jobTitles:A,limit:h.value,onMore:ke};return a`
    <p class="total"><span>${c}</span> <b>${C($)}</b></p>
    ${e==="paid"&&a`<${_a} caption="Paid by month" rows=${la(y.map(G=>({...G,date:s(G)})))} />`}
    ${e==="invoices"?a`<${Bo} invoices=${y} ...${re} />`:a`<${$a} statements=${y} agency=${r} isPending=${e==="pending"} ...${re} />`}
    <button type="button" class="btn btn-secondary" onClick=${Re}><${_} name="download" />Download as CSV</button>
  `}function xa(){let e=S("agency").value,t=e.body?.offers??[],n=ga(t),o=ya.filter(r=>xe[r].needs.some(s=>t.includes(s)));return e.body?o.length?a`<${I} title="Money"><${Ol} tabs=${o} resources=${n} agency=${e.body} /><//>`:a`<${I} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${I} title="Money"><${ne} resource=${e} /><//>`}function Ol({tabs:e,resources:t,agency:n}){let{query:o}=D.value,[r,s,i]=["from","to","show"].map(f=>o.get(f)??""),c=e.find(f=>f===i)??e[0],u=t[c],m=v.items.value??[],l=Jo(c,u,m),p=(f,h,b)=>x("/money",{show:f,...h&&{from:h},...b&&{to:b}}),d=(f,h)=>ge(p(c,f,h),{replace:!0});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(f=>a`
          <a key=${f} href=${p(f,r,s)} aria-current=${f===c?"true":null}>
            ${xe[f].title} <span class="number">${Jo(f,t[f],m)?.length}</span>
          </a>
        `)}
    </nav>
    <${da} key=${c} from=${r} to=${s} onChange=${d} />
    ${l&&a`<${Sa} key=${[c,r,s].join()} tab=${c} rows=${l} from=${r} to=${s} agency=${n} />`}
    ${!u.body&&a`<${ne} resource=${u} />`}
    <${$e} resource=${u} />
  `}var Dt=6,Ml=30,ka=5,Nl=`A code can be tried ${ka} times. Please send another one.`;function Ta({request:e,onRequest:t,onOtherEmail:n}){let[o,r]=[g(null),g(!1)],s=H(null),i=()=>s.current,c=H(0),u=Cl(e.at);fe(()=>s.current?.focus(),[]);let m=h=>{o.value=h,i().focus(),i().select()},l=async()=>{let h=Aa(i().value);if(h.length!==Dt)return m(`The code has ${Dt} digits.`);o.value=null,r.value=!0;let b=await ni(e.email,h);if(r.value=!1,b.status!==201)return b.status===401&&(c.current+=1),m(c.current<ka?me(b):Nl)},p=()=>{let h=Aa(i().value);h!==i().value&&(i().value=h),o.value=null,h.length===Dt&&!r.value&&l()},d=async()=>{let h=await _n(e.email);return h.status!==204?m(me(h)):(F("Another code is on its way."),c.current=0,i().value="",i().focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${h=>{h.preventDefault(),l()}} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Dt} digits</label>
      <input
        id="code" ref=${s} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${o.value?"true":null} onInput=${p}
      />
      <p id="code-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary wide" disabled=${r.value}>${r.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${u>0} onClick=${d}>
        Send another code${u>0?` (in ${u} s)`:""}
      </button>
      <button class="btn btn-link" type="button" onClick=${n}>Use another address</button>
    </div>
  `}var Aa=e=>e.replace(/\D/g,"").slice(0,Dt);function Cl(e){let t=g(zo(e));return q(()=>{t.value=zo(e);let n=setInterval(()=>{t.value=zo(e),t.value||clearInterval(n)},1e3);return()=>clearInterval(n)},[t,e]),t.value}var zo=e=>Math.max(0,Math.ceil(Ml-(Date.now()-e)/1e3));var Ia="Please enter a whole e-mail address, such as name@example.com.";function Ea({initialEmail:e,onRequest:t}){let[n,o]=[g(null),g(!1)],r=H(null);return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current,u=c.value.trim();if(n.value=c.checkValidity()?null:Ia,n.value){c.focus();return}o.value=!0;let m=await _n(u);if(m.status===204){await t({email:u,at:Date.now()});return}o.value=!1,n.value=m.status===400?Ia:me(m),c.focus()}} noValidate>
      <p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
      <label for="email">E-mail address</label>
      <input
        id="email" ref=${r} class="form-control" type="email" name="email" required maxlength=${At.emailCharacters} autocomplete="email"
        autocapitalize="none" spellcheck=${!1} defaultValue=${e} aria-describedby="email-problem"
        aria-invalid=${n.value?"true":null}
      />
      <p id="email-problem" class="problem" role="alert">${n.value}</p>
      <button class="btn btn-primary wide" disabled=${o.value}>${o.value?"Sending …":"Send me a code"}</button>
    </form>
  `}var Ll="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",Da=()=>a`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${_} name="mark" /></span>Contractor Portal</header>
    ${hn.value?a`<${I} key="code" title="Enter your code" keepsFocus>
          <${Ta} request=${hn.value} onRequest=${at} onOtherEmail=${()=>at(null)} />
        <//>`:a`<${I} key="email" title="Sign in">
          ${Ne.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${pn.value&&a`<p class="problem" role="alert">${Ll}</p>`}
          <${Ea} initialEmail=${Ne.value??""} onRequest=${at} />
        <//>`}
  </div>
`;var Pl={jobs:Vo,job:oa,invoice:Wo,statement:Wo,money:xa,contacts:yi,account:bi,outbox:_i};function Ma(){if(Ke.value)return a`<${Oa}>${xn}<//>`;if(k.value===void 0)return a`<${Oa}>Opening …<//>`;if(k.value===null)return a`<${Da} />`;if(w.value===null)return a`<${$i} />`;let{screen:e,id:t,path:n}=D.value,o=Pl[e]??Vo,r=V(w.value);return a`<${Lo} key=${r}><${o} key=${n} id=${t} /></${Lo}>`}var Oa=({children:e})=>a`<main class="screen"><p class="loading" role="status">${e}</p></main>`;function Na(){X(()=>{if(z.value)for(let[e,t]of Rl(v.items.value??[]))li(e,t)})}function Rl(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let i=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of i)t.set(c,Math.max(t.get(c)??0,Number(o)))}return t}var jl=["checking","review","done","refused","unknown"];function Ca(){let e=new Map;X(()=>{let t=v.items.value??[];for(let n of t){let o=e.get(n.id);o&&Fl(o,n)&&jl.includes(n.state)&&F(`${it(n)}: ${pe(n,w.peek()?.agencyName)}`)}e=new Map(t.map(n=>[n.id,n]))}),he(()=>k.value?.email).subscribe(()=>F(""))}var Fl=(e,t)=>e.state!==t.state||de(e)!==de(t);var Ot=null,La=[];function Pa(){document.addEventListener("focusin",({target:t})=>{Ot=t,La=[...ql(Ot)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(Ul).observe(document.getElementById("app"),e)}function Ul(){let e=![document.body,Ot].includes(document.activeElement);!Ot||e||Bl(Ot)||Wl(La.find(t=>t.isConnected)??document.querySelector("h1"))}function Bl(e){let{isConnected:t,disabled:n,hidden:o}=e;return t&&!n&&!o}function*ql(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function Wl(e){if(!e)return;let t=e;t.hasAttribute("tabindex")||(t.tabIndex=-1,t.addEventListener("blur",()=>t.removeAttribute("tabindex"),{once:!0})),t.focus({preventScroll:!0})}Gs();si();v.start();Ca();Na();Pa();vn();X(()=>{z.value?(Ys(V(z.value)),v.open(z.value)):v.openFormerAccount(ei.value)});cr(a`<${Ma} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=window.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
