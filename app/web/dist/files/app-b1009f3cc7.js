"use strict";(()=>{var E,Zo,jn,Te,Pn,Nt,Qo,Ot,er,Fn,Rn,Ra,lt=Symbol.for("pv"),Ct={},Lt=[],ja=/^m(i|n|o|s|text|space)$/,Un=Array.isArray,Bn=Lt.slice,je=Object.assign;function Re(e){e&&e.parentNode&&e.remove()}function Pt(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?Bn.call(arguments,2):n),ut(e,i,o,r,null)}function ut(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:lt,__v:r||++Zo,__i:-1,__u:0};return!r&&E.vnode&&E.vnode(s),s}function Fe(e){return e.children}function Xe(e,t){this.props=e,this.context=t,this.__g=0}function Ee(e,t){if(t==null)return e.__&&Ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Ee(e)}function Fa(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=je({constructor:lt},n)).__v=n.__v+1,E.vnode&&E.vnode(t),qn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||Ee(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,ir(r,t,s),n.__=n.__e=null,t.__e!=o&&tr(t))}function tr(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),tr(e)}function Xo(e){(8&e.__g||(e.__g|=8,Te.push(e),Nt++))&&Pn==E.debounceRendering||((Pn=E.debounceRendering)||queueMicrotask)(nr)}function nr(){try{for(var e,t=1;Te.length;)Te.length>t&&Te.sort(Qo),e=Te.shift(),t=Te.length,8&e.__g&&Fa(e)}finally{(Nt=Te.length)&&(Pn||queueMicrotask)(nr)}}function or(e,t,n,o,r,s,i,c,u,m,l){var p,d,f,h,b,x,$=o.__k||Lt,y=t.length;for(u=Ua(n,t,$,u,y),p=0;p<y;p++)(f=n.__k[p])!=null&&(d=~f.__i&&$[f.__i]||Ct,f.__i=p,x=qn(e,f,d,r,s,i,c,u,m,l),h=f.__e,(d.ref!=f.ref||8&d.__u)&&(d.ref&&Wn(d.ref,null,f,d),f.ref&&l.push(f.ref,f.__c||h,f)),b=b||h,4&f.__u?(u=rr(f,u,e,!d.__v),d.__e&&(d.__e=null)):typeof f.type=="function"&&x!==void 0?u=x:h&&(u=h.nextSibling),f.__u&=-21);return n.__e=b,u}function Ua(e,t,n,o,r){var s,i,c,u,m,l,p,d,f,h=n.length,b=h,x=0,$=0,y=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=y[s]=ut(null,i):Un(i)?i=y[s]=ut(Fe,{children:i}):i.constructor===lt&&i.__b?i=y[s]=ut(i.type,i.props,i.key,i.ref,i.__v):y[s]=i,u=s+x,i.__=e,i.__b=e.__b+1,c=null,~(m=i.__i=Ba(i,n,u,b))&&(b--,(c=n[m])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,m==u-1?x--:m==u+1?x++:m!=u&&(m>u?x--:x++,$=1)):(~m||(r>h?x--:r<h&&x++),typeof i.type!="function"&&(i.__u|=4))):y[s]=null;if($){for(l=[],p=[],s=0;s<r;s++)if((i=y[s])&&16&i.__u){for(x=0,d=l.length;x<d;)l[f=x+d>>1]<i.__i?x=f+1:d=f;l[x]=i.__i,p[s]=x+1}for(x=l.length;s--;)p[s]&&(p[s]==x?x--:y[s].__u|=4)}if(b)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Ee(c)),Hn(c,c));return o}function rr(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=rr(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Ee(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Ba(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return n;if(o>(u?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function zo(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Dt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||zo(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||zo(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=Rn[t]||(Rn[t]=qa(t)),(e.__a||(e.__a={}))[t]=Fn,s=t!=(t=t.replace(er,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function qa(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Ot]==null)t[Ot]=Fn++;else if(t[Ot]<this.__a[e])return;return n(E.event?E.event(t):t)}}}function qn(e,t,n,o,r,s,i,c,u,m){var l,p,d,f,h,b,x,$,y,D,O,Ae,Pe,ke,re,G,se,U,le=t.type;if(t.constructor!==lt)return null;128&n.__u&&(u=32&n.__u,l=n.__c.__z)&&(t.__u|=u,p=s=[],l.nodeType==8?c=Mt(l,s):s.push(l),c=s[0]||c),(l=E.__b)&&l(t);e:if(typeof le=="function"){d=i.length;try{if($=t.props,y=(l=le.prototype)&&l.render,D=(l=le.contextType)&&o[l.__c],O=l?D?D.props.value:l.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):(y?t.__c=f=new le($,O):(t.__c=f=new Xe($,O),f.constructor=le,f.render=Ha),D&&D.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),y&&(f.__s||(f.__s=f.state),le.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=je({},f.__s)),je(f.__s,le.getDerivedStateFromProps($,f.__s)))),h=f.props,b=f.state,f.__v=t,n.__c){if($!==h&&y&&!le.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps($,O),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate($,f.__s,O)===!1){t.__v!=n.__v&&(f.props=$,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(ie){ie&&(ie.__=t)}),Lt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&i.push(f),c=Ee(n);break e}f.componentWillUpdate&&f.componentWillUpdate($,f.__s,O),y&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate(h,b,x)})}else y&&!le.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),y&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=O,f.props=$,f.__P=e,f.__g&=-5,Ae=E.__r,Pe=y?25:0;do f.__g&=-9,Ae&&Ae(t),l=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++Pe<25);y&&(Lt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=je({},o,f.getChildContext())),y&&n.__c&&f.getSnapshotBeforeUpdate&&(x=f.getSnapshotBeforeUpdate(h,b)),ke=l&&l.type===Fe&&l.key==null?l.props.children:l,$.__P&&(l=c,r=(e=$.__P).namespaceURI,u=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(ie){ie&&Hn(ie,ie)}),n.__k=null),c=n.__k?Ee(n,0):null),c=or(e,Un(ke)?ke:[ke],t,n,o,r,s,i,c,u,m),$.__P&&(t.__e=null,c=l),t.__u&=-161,p&&p.some(Re),f.__h.length&&i.push(f),1&f.__g&&(f.__g&=-4)}catch(ie){if(i.length=d,t.__v=null,u||s)if(ie&&ie.then){if(t.__u|=128|u,s){for(~(se=s.indexOf(c||void 0))||(se=s.length);(U=s[se-1])&&U.nodeType==8;)se--;for(;se<s.length;se++)if(U=s[se])if(s[se]=null,re){if(U==G)break}else{if(U.nodeType!=8)break;U.data.startsWith("$s")&&(G=Mt(re=U))}}if(!re){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;re=c}(l=Mt(re=t.__c.__z||(t.__c.__z=re)))?(t.__e=re,c=l):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Re);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),ie&&ie.then||sr(t),E.__e(ie,t,n)}}else c=t.__e=Wa(n.__e,t,n,o,r,s,i,u,m,e);return(l=E.diffed)&&l(t),c}function Mt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function sr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(sr))}function ir(e,t,n){for(var o=0;o<n.length;)Wn(n[o++],n[o++],n[o++]);E.__c&&E.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){E.__e(s,r.__v)}})}function Wa(e,t,n,o,r,s,i,c,u,m){var l,p,d,f,h,b,x,$,y=n.props||Ct,D=t.props,O=t.type;if(O=="svg"?r="http://www.w3.org/2000/svg":O=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(l=0;l<s.length;l++)if((h=s[l])&&(O?h.localName==O:h.nodeType==3)){e=h,s[l]=null;break}}if(!e){if($=m.ownerDocument||document,!O)return $.createTextNode(D);e=$.createElementNS(r,O,D.is?D:m),c&&(E.__m&&E.__m(t,s),c=!1),s=null}if(O){if(m=O=="template"&&e.content||e,s=O=="textarea"&&D.defaultValue!=null?null:s&&Bn.call(m.childNodes),!c&&s)for(y={},l=0;l<e.attributes.length;l++)y[(h=e.attributes[l]).name]=h.value;for(l in y)h=y[l],l=="dangerouslySetInnerHTML"?d=h:l=="children"||l in D||l=="value"&&"defaultValue"in D||l=="checked"&&"defaultChecked"in D||Dt(e,l,null,h,r);for(l in D)h=D[l],l=="children"?f=h:l=="dangerouslySetInnerHTML"?p=h:l=="value"?b=h:l=="checked"?x=h:c&&typeof h!="function"||y[l]===h||Dt(e,l,h,y[l],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(O=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&ja.test(O))&&(r="http://www.w3.org/1999/xhtml"),or(m,Un(f)?f:[f],t,n,o,r,s,i,s?s[0]:n.__k&&Ee(n,0),c,u),s&&s.some(Re)),c&&O!="textarea"||(l="value",O=="progress"&&b==null?e.removeAttribute(l):b==null||b===e[l]&&(O!="progress"||b)||Dt(e,l,b,y[l],r),l="checked",x!=null&&x!=e[l]&&Dt(e,l,x,y[l],r))}else y===D||c&&e.data==D||(e.data=D);return e}function Wn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){E.__e(r,n)}}function Hn(e,t,n){var o,r,s,i;if(E.unmount&&E.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Wn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){E.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&Hn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Mt(o,s=[]))&&(o==e.__e&&s.some(Re),Re(r),Re(o)),n||Re(e.__e),e.__e=e.__c=e.__=null}function Ha(e,t,n){return this.constructor(e,n)}function ar(e,t){var n,o,r,s;E.__&&E.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=ut(Fe,{children:[e]}),r=[],s=[],qn(t,t.__k,o||Ct,Ct,t.namespaceURI,o?null:t.firstChild?Bn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),ir(r,t.__k,s),t.__k.props.children=null}E={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Nt=0,e}},Zo=0,jn=function(e){return e!=null&&e.constructor===lt},Xe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=je({},this.state)),typeof e=="function"&&(e=e(je({},n),this.props)),e&&(je(n,e),this.__v&&(t&&this.__k.push(t),Xo(this)))},Xe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),Xo(this))},Xe.prototype.render=Fe,Te=[],Nt=0,Qo=function(e,t){return e.__v.__b-t.__v.__b},Ot=Symbol(),er=/(PointerCapture)$|Capture$/i,Fn=0,Rn={},Ra=0;var Ue,P,Yn,cr,Vn=Object.is,mt=0,_r=[],Gn=[],L=E,ur=L.__b,lr=L.__r,fr=L.diffed,mr=L.__c,dr=L.unmount,pr=L.__;function dt(e,t){L.__h&&L.__h(P,e,mt||t),mt=0;var n=P.__H||(P.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function Be(e){return mt=1,Ya(br,e)}function Ya(e,t,n){var o=dt(Ue++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):br(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);Vn(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=P,!P.__f)){P.__f=!0;var r=P.shouldComponentUpdate;P.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var m=!1,l=this.props!=s;if(u.__.some(function(d){d.__N&&(m=!0,Vn(d.__[0],d.__N[0])||(l=!0))}),r){var p=r.call(this,s,i,c);return m?p||l:p}return!m||l}}return o.__}function B(e,t){var n=dt(Ue++,3);!L.__s&&Jn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,P.__H.__h.push(n))}function fe(e,t){var n=dt(Ue++,4);!L.__s&&Jn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,P.__h.push(n))}function W(e){return mt=5,K(function(){return{current:e}},[])}function K(e,t){var n=dt(Ue++,7);return Jn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Rt(e,t){return mt=8,K(function(){return e},t)}function $r(){var e=dt(Ue++,11);if(!e.__){for(var t=P.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Va(){var e;do{for(;e=Gn.shift();)try{ft(e)}catch(n){L.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=_r.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(ft),t.__h.some(Kn),t.__h=[]}catch(n){t.__h=[],L.__e(n,e.__v)}}}while(Gn.length)}L.__b=function(e){P=null,ur&&ur(e)},L.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),pr&&pr(e,t)},L.__r=function(e){lr&&lr(e),Ue=0;var t=(P=e.__c).__H;t&&(Yn==P?P.__h=[]:(t.__h.some(ft),t.__h.some(Kn),Ue=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Yn=P},L.diffed=function(e){fr&&fr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&vr(_r.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Yn=P=null},L.__c=function(e,t){t.some(function(n){try{n.__h.some(ft),n.__h=n.__h.filter(function(o){return!o.__||Kn(o)})}catch(o){n.__h=[function(){throw o}]}}),mr&&mr(e,t)},L.unmount=function(e){dr&&dr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,vr(Gn.push(r))}else ft(r)}catch(s){t=s}}),o.__H=void 0,t&&L.__e(t,o.__v))};var hr=typeof requestAnimationFrame=="function";function Ga(e){var t,n=function(){clearTimeout(o),hr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);hr&&(t=requestAnimationFrame(n))}function vr(e){e!=1&&cr==L.requestAnimationFrame||((cr=L.requestAnimationFrame)||Ga)(Va)}function ft(e){var t=P,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),P=t}function Kn(e){var t=P;e.__c=e.__(),P=t}function Jn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!Vn(n,e[o])})}function br(e,t){return typeof t=="function"?t(e):t}var Ka=Symbol.for("preact-signals");function Bt(){if(be>1)be--;else{var e,t=!1;for((function(){var r=Ft;for(Ft=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();ht!==void 0;){var n=ht;for(ht=void 0,jt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&gr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(jt=0,be--,t)throw e}}function zn(e){if(be>0)return e();Xn=++Ja,be++;try{return e()}finally{Bt()}}var pt,M=void 0;function vt(e){var t=M,n=pt;M=void 0,pt=void 0;try{return e()}finally{M=t,pt=n}}var ht=void 0,be=0,jt=0,Ja=0,Xn=0,Ft=void 0,Ut=0;function yr(e){if(M!==void 0){var t=e.n;if(t===void 0||t.t!==M)return t={i:0,S:e,p:M.s,n:void 0,t:M,e:void 0,x:void 0,r:t},M.s!==void 0&&(M.s.n=t),M.s=t,e.n=t,32&M.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=M.s,t.n=void 0,M.s.n=t,M.s=t),t}}function q(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}q.prototype.brand=Ka;q.prototype.h=function(){return!0};q.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:vt(function(){var o;(o=t.W)==null||o.call(t)}))};q.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&vt(function(){var r;(r=t.Z)==null||r.call(t)}))}};q.prototype.subscribe=function(e){var t=this;return z(function(){var n=t.value;vt(function(){return e(n)})},{name:"sub"})};q.prototype.valueOf=function(){return this.value};q.prototype.toString=function(){return this.value+""};q.prototype.toJSON=function(){return this.value};q.prototype.peek=function(){var e=this;return vt(function(){return e.value})};Object.defineProperty(q.prototype,"value",{get:function(){var e=yr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(jt>100)throw new Error("Cycle detected");(function(n){be!==0&&jt===0&&n.l!==Xn&&(n.l=Xn,Ft={S:n,v:n.v,i:n.i,o:Ft})})(this),this.v=e,this.i++,Ut++,be++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Bt()}}}});function N(e,t){return new q(e,t)}function gr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function wr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Sr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function qe(e,t){q.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Ut-1,this.f=4}qe.prototype=new q;qe.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Ut))return!0;if(this.g=Ut,this.f|=1,this.i>0&&!gr(this))return this.f&=-2,!0;var e=M;try{wr(this),M=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return M=e,Sr(this),this.f&=-2,!0};qe.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}q.prototype.S.call(this,e)};qe.prototype.U=function(e){if(this.t!==void 0&&(q.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};qe.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(qe.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=yr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function he(e,t){return new qe(e,t)}function xr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){be++;var n=M;M=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,Zn(e),o}finally{M=n,Bt()}}}function Zn(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,xr(e)}function Xa(e){if(M!==this)throw new Error("Out-of-order effect");Sr(this),M=e,this.f&=-2;try{8&this.f&&Zn(this)}finally{Bt()}}function ze(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,pt&&pt.push(this)}ze.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};ze.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,xr(this),wr(this),be++;var e=M;return M=this,Xa.bind(this,e)};ze.prototype.N=function(){2&this.f||(this.f|=2,this.u=ht,ht=this)};ze.prototype.d=function(){this.f|=8,1&this.f||Zn(this)};ze.prototype.dispose=function(){this.d()};function z(e,t){var n=new ze(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Ar,Wt,qt,za=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var kr=[];z(function(){Ar=this.N})();function Ze(e,t){E[e]=t.bind(null,E[e]||function(){})}function _t(e){if(qt){var t=qt;qt=void 0,t()}qt=e&&e.S()}function Tr(e){var t=this,n=e.data,o=g(n);o.name="ReactiveDom",o.value=n;var r=K(function(){for(var c=t,u=t.__v;u=u.__;)if(u.__c){u.__c.__$f|=4;break}var m=he(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),l=he(function(){return!Array.isArray(m.value)&&!jn(m.value)}),p=z(function(){if(this.N=Er,l.value){var f=m.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[l,m]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}Tr.displayName="ReactiveTextNode";Object.defineProperties(q.prototype,{constructor:{configurable:!0,value:Pt(Fe,null).constructor},type:{configurable:!0,value:Tr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});Ze("__b",function(e,t){if(_t(),Wt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof q&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});Ze("__r",function(e,t){if(e(t),t.type!==Fe){_t();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return z(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;za&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Wt=o,_t(n)}});Ze("__e",function(e,t,n,o){_t(),Wt=void 0,e(t,n,o)});Ze("diffed",function(e,t){_t(),Wt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var u in o){var m=s[u],l=o[u];m===void 0?(m=Za(n,u,l,r),s[u]=m):m.o(l,r)}}}e(t)});function Za(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=N(n);return{o:function(i,c){s.value=i,o=c},d:z(function(){this.N=Er;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}Ze("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var u in i)c[u]=i[u]}t.__np=void 0}else{var m=t.__c;if(m){m.__$f|=8;var l=m.__$u;l&&(m.__$u=void 0,l.d())}}e(t)});Ze("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Xe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function g(e,t){return K(function(){return N(e,t)},[])}var Qa=function(e){queueMicrotask(function(){queueMicrotask(e)})};function ec(){zn(function(){for(var e;e=kr.shift();)Ar.call(e)})}function Er(){kr.push(this)===1&&(E.requestAnimationFrame||Qa)(ec)}var Dr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,Dr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Ir=new Map;function Or(e){var t=Ir.get(this);return t||(t=new Map,Ir.set(this,t)),(t=Dr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",u=[0],m=function(d){s===1&&(d||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,d,i):s===3&&(d||i)?(u.push(3,d,i),s=2):s===2&&i==="..."&&d?u.push(4,d,0):s===2&&i&&!d?u.push(5,0,!0,i):s>=5&&((i||!d&&s===5)&&(u.push(s,0,i,r),s=6),d&&(u.push(s,d,0,r),s=6)),i=""},l=0;l<n.length;l++){l&&(s===1&&m(),m(l));for(var p=0;p<n[l].length;p++)o=n[l][p],s===1?o==="<"?(m(),u=[u],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(m(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[l][p+1]===">")?(m(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(m(),s=2):i+=o),s===3&&i==="!--"&&(s=4,u=u[0])}return m(),u})(e)),t),arguments,[])).length>1?t:t[0]}var a=Or.bind(Pt);var Cr="Europe/London",Qn=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Cr,...e}),Lr=Qn({day:"numeric",month:"long",year:"numeric"}),tc=Qn({month:"short",year:"numeric"}),Mr=Qn({hour:"2-digit",minute:"2-digit"}),Ht=new Intl.DateTimeFormat("sv-SE",{timeZone:Cr}),nc=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),oc=864e5,ae=(e=new Date)=>Ht.format(e),Z=e=>Lr.format(new Date(e)),Pr=e=>tc.format(new Date(`${e}-01`));function Ie(e,t=new Date){let n=new Date(e);return Ht.format(n)===Ht.format(t)?Mr.format(n):`${Lr.format(n)}, ${Mr.format(n)}`}var C=e=>nc.format(e),H=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Rr(e,t=new Date){let n=Math.round((Nr(t)-Nr(new Date(e)))/oc);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Nr=e=>Date.parse(Ht.format(e)),Yt=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;var no=(e,t)=>t.some(n=>e instanceof n),jr,Fr;function rc(){return jr||(jr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function sc(){return Fr||(Fr=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var oo=new WeakMap,eo=new WeakMap,Vt=new WeakMap;function ic(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(ve(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Vt.set(t,e),t}function ac(e){if(oo.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});oo.set(e,t)}var ro={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return oo.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return ve(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function Wr(e){ro=e(ro)}function cc(e){return sc().includes(e)?function(...t){return e.apply(Qe(this),t),ve(this.request)}:function(...t){return ve(e.apply(Qe(this),t))}}function uc(e){return typeof e=="function"?cc(e):(e instanceof IDBTransaction&&ac(e),no(e,rc())?new Proxy(e,ro):e)}function ve(e){if(e instanceof IDBRequest)return ic(e);if(eo.has(e))return eo.get(e);let t=uc(e);return Object.is(t,e)||(eo.set(e,t),Vt.set(t,e)),t}var Qe=e=>Vt.get(e);function Hr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=ve(i);return o&&i.addEventListener("upgradeneeded",u=>{o(ve(i.result),u.oldVersion,u.newVersion,ve(i.transaction),u)}),n&&i.addEventListener("blocked",u=>n(u.oldVersion,u.newVersion,u)),c.then(u=>{s&&u.addEventListener("close",()=>s()),r&&u.addEventListener("versionchange",m=>r(m.oldVersion,m.newVersion,m))}).catch(()=>{}),c}function Yr(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),ve(n).then(()=>{})}var lc=["get","getKey","getAll","getAllKeys","count"],fc=["put","add","delete","clear"],to={};function Ur(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(to[t])return to[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=fc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||lc.includes(n)))return;let s=async function(i,...c){let u=this.transaction(i,r?"readwrite":"readonly"),m=u.store;return o&&(m=m.index(c.shift())),(await Promise.all([m[n](...c),r&&u.done]))[0]};return to[t]=s}Wr(e=>({...e,get:(t,n,o)=>Ur(t,n)||e.get(t,n,o),has:(t,n)=>!!Ur(t,n)||e.has(t,n)}));var mc=["advance","continue","continuePrimaryKey"],Br={},so=new WeakMap,Vr=new WeakMap,dc={get(e,t){if(!mc.includes(t))return e[t];let n=Br[t];return n||(n=Br[t]=function(...o){so.set(this,Vr.get(this)[t](...o))}),n}};async function*pc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,dc);for(Vr.set(n,t),Vt.set(n,Qe(t));t;)yield n,t=await(so.get(n)||t.continue()),so.delete(n)}function qr(e,t){return t===Symbol.asyncIterator&&no(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&no(e,[IDBIndex,IDBObjectStore])}Wr(e=>({...e,get(t,n,o){return qr(t,n)?pc:e.get(t,n,o)},has(t,n){return qr(t,n)||e.has(t,n)}}));var Gt=new Set,Gr=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){Gr=Gt.size>0;for(let t of Gt)$t(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&Gr&&location.reload()});function Kr(e){let t=Qe(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return io(o),o}}function io(e){let t=Qe(e)??e;Gt.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>Gt.delete(t));ve(t).done.catch(()=>{})}function $t(e){try{e.abort()}catch{}}var hc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...i}=r.value;o.put({...i,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],vc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",blocked:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},De=class extends Error{constructor(t,n,o=vc[t]){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=o}},Y=e=>e?.sentence,Jr=["InvalidStateError","UnknownError"],_c="portal:",$c=1e4,Jt=1e4,Kt=3e3,We=new Map,Xt=new Set,co=!1,Q=({agency:e,contractorId:t,email:n})=>`${_c}${e}/${t} ${n}`;function bc(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return t&&n&&o?{agency:t,contractorId:n,email:o}:null}async function Xr(){return(indexedDB.databases?(await _e(()=>ye(Jt,indexedDB.databases()))).map(({name:t})=>t??""):[...We.keys()]).map(bc).filter(t=>t!==null)}var zr=()=>{co=!0},uo=e=>Xt.delete(e);async function ao(e,t=hc){if(Xt.has(e))throw new De("gone");let n=We.get(e);return n||(n=yc(e,t),We.set(e,n),n.catch(()=>We.delete(e))),_e(()=>ye($c,n))}var yc=(e,t)=>_e(async()=>{let n=await Hr(e,t.length,{upgrade(o,r,s,i){io(i),gc(t.slice(r),o,i)},blocking(o,r){r===null&&Xt.add(e),lo(e)},terminated:()=>We.delete(e)});return Kr(n),n});async function gc(e,t,n){try{for(let o of e)await o(t,n)}catch{$t(n)}}async function lo(e){let t=We.get(e);We.delete(e),(await t?.catch(()=>null))?.close()}async function Zr(e){let t=ye(Kt,wc(e)).then(()=>!0,()=>!1);Xt.add(e);let n=await t;lo(e);try{await _e(()=>ye(Kt,Yr(e)))}catch(o){if(!n)throw o}}async function wc(e){let t=await ao(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var ee=(e,t,n)=>_e(async()=>{let o=await Sc(e,t,n);return co=!0,o}),Oe=(e,t,n)=>_e(()=>ye(Jt,ee(e,t,n)));async function Sc(e,t,n){try{return await t(await ao(e,n))}catch(o){let{cause:r,name:s}=o;if(!Jr.includes(r?r.name:s))throw o;return await lo(e),t(await ao(e,n))}}async function ye(e,t){let n,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}async function _e(e){try{return await e()}catch(t){throw t instanceof De?t:new De(xc(t),t)}}function xc(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"blocked":["SecurityError",...Jr].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?co?"lost":"closed":"broken"}var Qr="application/json",es=()=>{};function ts(e){es=e}async function te(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let i=new Headers(r);o&&i.set("Portal-Account",o),n&&!(n instanceof FormData)&&i.set("Content-Type",Qr);let c=performance.now();try{let u=await fetch(`/api/${e}`,{method:t,headers:i,body:n instanceof FormData||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:m,headers:l}=u,d=l.get("Content-Type")?.startsWith(Qr)??!1?await u.json().catch(()=>null):null;return Ac(m,d,l)?(m===401&&es(c),{status:m,body:d,headers:l,offline:!1}):m===413?kc():fo()}catch{return fo()}}function Ac(e,t,n){return n.get("X-Request-ID")?e>=400?typeof t?.error=="string":t!==null||e===204||e===304:!1}var kc=()=>({...fo(),status:413,offline:!1}),fo=()=>({status:0,body:null,headers:new Headers,offline:!0}),Tc="The portal cannot be reached just now. Please check your connection and try again.",me=({offline:e,body:t})=>e?Tc:t?.error??"Something went wrong. Please try again in a minute.";var bt=new BroadcastChannel("portal-turn"),yt=[];bt.addEventListener("message",({data:{asks:e}})=>{yt.includes(e)&&bt.postMessage({holds:e})});function ns(e,t){return ss(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(i){if(i.name!=="AbortError")throw i;return r=!1,null}})}function os(e,t){return ss(e,async({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function rs(e,t){let n=!1,o=()=>(n=!0,is(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function ss(e,t){let n=!1,o=r=>(n=!0,is(e,r));for(let r=!1;;r=!await Ec(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function is(e,t){yt.push(e);try{return await t()}finally{yt.splice(yt.indexOf(e),1)}}function Ec(e){return yt.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),bt.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);bt.addEventListener("message",o),bt.postMessage({asks:e})})}function as(e,t){let{method:n,path:o}=Ic(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?Dc(e,t):e.content,timeoutMs:t?3e5:6e4}}function Ic({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(String(t))}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function Dc({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t?.name),o}var Oc=["rejected","expired","abandoned"];var Mc=/^document: /,Nc=[400,404,405,413,415,422],fs="It may have arrived. It is sent again, and the portal knows it for the same.",Cc="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",cs="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",Lc=" If that does not help, attach the PDF again.",Pc="The portal cannot tell any more what became of it. Please look at the job before you send it again.",ms="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",R=({state:e})=>e!=="done",ce=({state:e})=>["checking","review"].includes(e),de=({state:e,promised:t})=>e==="checking"&&!!t,gt=e=>R(e)&&!ce(e),Me=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,ds=(e,t)=>Me(e)?{heldUntil:t+6e5}:void 0,Zt=e=>e.state!=="sending"&&!ce(e),Qt=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,tt=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,J=({state:e})=>["refused","unknown"].includes(e),ps=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...en({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+1e4:0}),en=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...Rc}),Rc={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,result:null};function hs(e,t){return vs(e).filter(n=>mo(n)<=t||mo(n)>t+864e5).sort((n,o)=>+!!n.document-+!!o.document||n.id-o.id)}function po(e){let t=vs(e).map(mo);return t.length?Math.min(...t):null}var mo=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function vs(e){let t=new Set;return e.filter(n=>{if(ce(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${"statementId"in n.content?n.content.statementId:void 0}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function _s(e,t){return bs(e,t)?ho(ms):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function $s(e,t,n=Math.random){if(bs(e,t))return ho(ms);let o=Me(e)?cs+Lc:cs;return et(e,null,t,n,{sentence:o,asks:"document"},6e4)}var bs=({sentAt:e},t)=>e!==null&&t-e>5184e5,ys=()=>({state:"waiting",sentence:fs,nextAt:0});function gs(e,t,n,o=Math.random){let{status:r,body:s,headers:i,offline:c}=t,u={sentAt:e.sentAt??n},m=s?.error?.replace(Mc,"")??null;if(c)return et(e,null,n,o,{...u,sentence:fs},6e4);if(r===413&&!s){let f={sentAt:e.sentAt,sentence:Cc,asks:"size"};return et(e,600,n,o,f,36e5)}let l=i.get("Submission-State"),p=i.get("Retry-After"),d=i.get("Location");return r===200||r===201?Ss(e,s,n):r===202?us(s.state,s.submissionId,s.message,n):l==="rejected"?zt(m,{ended:l}):r===409&&p?et(e,p,n,o,{...u,sentence:m},1e4):d?us(l,d.split("/").at(-1)??"",m,n):l==="not-sent"?et(e,p,n,o,{sentAt:null,sentence:m}):r===409?zt(m,{asks:e.kind==="invoice"?"duplicate":null}):Nc.includes(r)?zt(m):et(e,p,n,o,{...r>=500?u:{sentAt:e.sentAt},sentence:m})}function ws(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?ho(Pc):o||t!==200?ls(e,e,r,s):n.state==="confirmed"?Ss(e,n.result,r):Oc.includes(n.state)?zt(n.message,{ended:n.state}):ls(e,{...xs(n.state),sentence:n.message},r,s)}var Ss=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?jc(t):t}),jc=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},zt=(e,{asks:t=null,ended:n=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,sentAt:null}),ho=e=>({state:"unknown",sentence:e,asks:null}),xs=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e??"")}),us=(e,t,n,o)=>({...xs(e),submissionId:t,sentence:n,tries:0,nextAt:o+2e3});function et(e,t,n,o,r,s=3e5){let i=Math.max(Number(t)*1e3||0,tn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function ls({tries:e},{state:t,promised:n,sentence:o},r,s){let i=t==="review"?3e5:6e4;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+tn(e,i,s)}}var tn=(e,t,n=Math.random)=>Math.min(t,2e3*2**Math.min(e,20))*(.5+n()/2);var ks="portal-outbox",Fc={durability:"strict"},As=["outbox","documents","blobs"],nt=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},He=class{constructor(t){this.owner=t,this.name=Q(t)}list(){return Oe(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let i=await r.add(t);return n&&await s.put({id:i,bytes:n}),{...t,id:Number(i)}});return nn(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:i,blobs:c})=>{let u=await s.get(t),m=u&&n(u);if(m===void 0)return;let l=m&&{...u,...m},p=Ts(l);return await Promise.all([l?s.put(l):s.delete(t),p?o&&i.put({id:t,bytes:o}):i.delete(t),(o||!p)&&c.delete(t)]),l});if(r===void 0)throw new nt;return nn(this.name),r}async readDocument(t){let n=await Oe(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await Oe(this.name,s=>s.get("blobs",t));if(!n)throw new De("lost");let o=await _e(()=>ye(Jt,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:i})=>{await i.count(t)&&await Promise.all([s.put({id:t,bytes:o}),i.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return ee(this.name,async n=>{let o=n.transaction(As,"readwrite",Fc),r=Object.fromEntries(As.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw $t(o),c}),[i]=await Promise.all([s,o.done]);return i})}deleteAllButUnsent(){return ee(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!R(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},ot=class{#e=[];#t=new Map;#o=0;constructor(t){this.owner=t,this.name=Q(t)}async list(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#o};return this.#e.push(o),n&&this.#t.set(o.id,n),nn(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new nt;let i=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...i?[i]:[]),o?this.#t.set(t,o):Ts(i)||this.#t.delete(t),nn(this.name),i}async readDocument(t){return this.#t.get(t)??null}},Ts=e=>!!(e?.document&&R(e));function nn(e){let t=new BroadcastChannel(ks);t.postMessage(e),t.close()}function Es(e){let t=new BroadcastChannel(ks);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function on(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw new De("broken",t,"This file cannot be read. Please choose it again.")}}var Is="portal-session",Uc=5e3;async function Ye(e=null){return(await Xr()).filter(n=>e===null||n.email===e).map(n=>new He(n))}async function vo(e){return await ns(`portal-outbox:${e.name}`,n=>Bc(e,n))??{obstacle:null,nextAt:Date.now()+Uc}}async function Bc(e,t){for(await qc(e);t();){let[n]=hs(await e.list(),Date.now());if(!n)return{obstacle:null,nextAt:po(await e.list())};let o=await Wc(e.owner,async()=>t()?Hc(e,n):null);if(o)return{obstacle:o,nextAt:null}}return null}var _o=e=>rs(Is,e);async function qc(e){for(let{id:t,state:n}of await e.list())n==="sending"&&await e.change(t,ys)}function Wc(e,t){return os(Is,async()=>await Ds(e)??t())}async function Ds({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await te("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Hc(e,t){try{return await(ce(t)?Vc(e,t):Yc(e,t))}catch(n){if(n instanceof nt)return null;throw n}}async function Yc(e,t){let n=u=>u.state==="waiting"&&u.key===t.key&&u.heldUntil===t.heldUntil,o=t.document?await e.readDocument(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,u=>n(u)?$s(u,Date.now()):void 0),null;let r=await e.change(t.id,u=>n(u)?_s(u,Date.now()):void 0);if(r?.state!=="sending")return null;let s=as(t,o),i=await te(s.path,{...s,account:Ms(e)}),c=await Os(e,i);return await e.change(t.id,u=>{if(!(u.attempt!==r.attempt||u.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:gs(t,i,Date.now())}),c??(i.offline?"offline":null)}async function Vc(e,t){let n=await te(`contractor/submissions/${t.submissionId}`,{account:Ms(e)}),o=await Os(e,n);return o||await e.change(t.id,r=>ce(r)?ws(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function Os(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?Ds(e.owner):null}var Ms=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Gc="outbox",Ns=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator;async function Cs(){return await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Gc).then(()=>!0,()=>!1)??!0}var $o=e=>`outbox ${e}`;function rn(e,t){try{t?localStorage.setItem($o(e),String(t)):localStorage.removeItem($o(e))}catch{}}function bo(e){try{return Number(localStorage.getItem($o(e))??0)}catch{return 0}}var Ls=e=>rn(e,0);var Kc=6e4,Jc=168*36e5,Xc="This device has no room left, so nothing can be sent from it. Please free some space.",sn=class{items=N(null);obstacle=N(null);otherAccounts=N([]);storageProblem=N(null);#e=null;#t=void 0;#o=0;#r=!1;#s=null;#n=!1;#u=!1;start(){Es(t=>{t===this.#e?.name&&this.#a()}),addEventListener("online",()=>this.#f(Ps)),addEventListener("offline",()=>this.wake()),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&this.wake()})}async open(t){if(this.#e?.name===Q(t))return;this.close(),uo(Q(t));let n=new He(t);bo(n.name)&&zr(),this.#e=n;try{let o=(await n.list()).length?0:bo(n.name);for(let r of(await Ye()).filter(({owner:{email:s}})=>s!==t.email))await r.deleteAllButUnsent(),rn(r.name,await yo(r));await zc(n),await Rs(n,await n.list(),Ps),this.#e===n&&(this.storageProblem.value=o?Zc(o):null)}catch(o){if(this.#e!==n)return;this.storageProblem.value=go(o),o.reason==="closed"&&(this.#e=new ot(t))}await this.#a(),this.items.value?.some(R)&&this.#c(),this.wake()}async openFormerAccount(t){if(this.close(),!t)return;(await Ye(t.email).catch(()=>[])).some(({name:o})=>o===Q(t))&&!this.#e&&await this.open(t)}close(){clearTimeout(this.#t),this.#e=null,this.items.value=null,this.obstacle.value=null,this.otherAccounts.value=[],this.storageProblem.value=null}async add({document:t,...n}){let{bytes:o,document:r}=await js(t),s=await this.#l().add(ps({...n,document:r},Date.now()),o);return await this.#a(),navigator.storage?.persist?.(),this.#c(),this.wake(),s}async edit(t,{content:n,about:o,document:r}){let{bytes:s,document:i}=await js(r),c={content:n,...o!==void 0&&{about:o},...r!==void 0&&{document:i}};return this.#i(t,u=>Me(u)?en(c):void 0,s)}hold(t){return this.#i(t,n=>ds(n,Date.now()))}release(t){return this.#i(t,({heldUntil:n})=>n?{heldUntil:0}:void 0)}resend(t,{duplicate:n=!1}={}){return this.#i(t,o=>J(o)?en({duplicate:n}):void 0)}remove(t){return this.#i(t,n=>Zt(n)?null:void 0)}undo(t){return this.#i(t,n=>Qt(n,Date.now())?null:void 0)}itemsOf(t){return(this.items.value??[]).filter(n=>n.jobId===t)}sendingNotice(){return Ns()&&!this.#u?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection."}async wake(){clearTimeout(this.#t),this.#s?this.#n=!0:(this.#s=this.#d(),await this.#s.finally(()=>this.#s=null),this.#n&&(this.#n=!1,await this.wake()))}async tryNow(){await this.#f()}async countUnsent(t){let n=this.#e instanceof ot?[this.#e]:await Ye(t);return(await Promise.all(n.map(yo))).reduce((r,s)=>r+s,0)}async deleteAll(t){let n=!(this.#e instanceof ot);this.#e?.owner.email===t&&this.close();let o=n?await Ye(t):[],s=(await Promise.allSettled(o.map(async({name:i})=>{await Zr(i),Ls(i)}))).find(i=>i.status==="rejected");if(s)throw s.reason}#l(){if(!this.#e)throw new Error("no outbox is open");return this.#e}async#i(t,n,o){let r=await this.#l().change(t,n,o);return await this.#a(),this.#c(),this.wake(),r}async#f(t){this.#e&&await Rs(this.#e,this.items.value??[],t),await this.wake()}async#c(){await Cs()||(this.#u=!0)}async#a(){let t=this.#e;try{let n=await t?.list()??null;if(this.#e!==t)return;this.items.value=n,t&&n&&rn(t.name,n.filter(gt).length)}catch(n){if(this.#e!==t)return;this.storageProblem.value=go(n),this.#r=!0}}async#d(){let t=this.#e;if(t)try{let n=t instanceof He?(await Ye(t.owner.email)).filter(({name:s})=>s!==t.name):[],o=[];for(let s of[t,...n])o.push(await vo(s));let r=await Promise.all(n.map(yo));if(this.#e!==t||(this.obstacle.value=o[0].obstacle,this.otherAccounts.value=n.map(({owner:s},i)=>({...s,number:r[i]})).filter(({number:s})=>s),this.#m(o),!this.#r))return;this.#r=!1,await this.#a(),this.#r||(this.storageProblem.value=null)}catch(n){if(this.#e!==t)return;let o=n.reason==="full";this.storageProblem.value=o?Xc:go(n),this.#r=!0,this.#m([{obstacle:"offline",nextAt:null}])}}#m(t){let n=t.some(({obstacle:r})=>r==="offline");this.#o=n?this.#o+1:0;let o=t.map(({nextAt:r})=>r).filter(r=>r!==null);n&&o.push(Date.now()+tn(this.#o,Kc)),o.length&&(this.#t=setTimeout(()=>this.wake(),Math.max(Math.min(...o)-Date.now(),0)))}},Ps=({asks:e})=>e!=="size";async function Rs(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>R(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function js(e){if(!e)return{bytes:void 0,document:null};let{bytes:t,...n}=await on(e);return{bytes:t,document:n}}var yo=async e=>(await e.list()).filter(gt).length;async function zc(e){let t=Date.now()-Jc;for(let{id:n,state:o,doneAt:r}of await e.list())o==="done"&&Number(r)<t&&await e.change(n,()=>null)}function go(e){let t=Y(e);if(!t)throw e;return t}var Zc=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;var v=new sn;var Qc={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},eu="May have arrived",tu="With the portal",Fs={expired:"Not delivered",abandoned:"Not delivered"};function pe(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:de(e)?tu:tt(e)?eu:n==="refused"&&Fs[o??""]||Qc[n]}function Us(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?pe(e,t):`${pe(e,t)}${Fs[o??""]?":":", because:"} ${r}`}var Bs=(e,t)=>e.state==="refused"||e.sentence?.startsWith(pe(e,t))?null:e.sentence,rt=e=>e.kind==="completion"?e.content.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e.kind];var qs;function j(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(qs),qs=setTimeout(()=>{t.textContent=e},400)}var nu={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},_=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${nu[e]} /></svg>
`;var wo="([A-Za-z0-9_-]{1,64})",So=new RegExp(`^${wo}$`),ou={"/":"jobs","/jobs":"jobs",[`/jobs/${wo}`]:"job",[`/jobs/${wo}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},ru=Object.entries(ou).map(([e,t])=>[new RegExp(`^${e}$`),t]);function an(e){for(let[t,n]of ru){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var I=N(xo());function xo(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...an(location.pathname)??an("/"),path:location.pathname,account:So.test(n)&&So.test(o)?`${n}/${o}`:null,query:t,isBack:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function S(e,t={},n=I.value.account){let[o="",r=""]=n?.split("/")??[],s={...t,...n&&{agency:o,contractor:r}},i=new URLSearchParams(s).toString();return i?`${e}?${i}`:e}function Ws(e){I.value.account||ge(S(I.value.path,Object.fromEntries(I.value.query),e),{replace:!0})}function ge(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:su(n)},""),history.pushState(null,"",e)),I.value=xo()}var cn=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function su(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return!o||!t?null:{href:r??"",at:cn(r??"",t).indexOf(o),top:o.getBoundingClientRect().top}}function Hs(){let{y:e,mark:t}=I.value;scrollTo(0,e);let n=document.querySelector("main"),o=t&&n&&cn(t.href,n)[t.at];if(!o)return;let r=()=>scrollBy(0,o.getBoundingClientRect().top-t.top);r(),requestAnimationFrame(()=>requestAnimationFrame(r))}function Ys(){history.scrollRestoration="manual",addEventListener("popstate",()=>{I.value=xo(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!an(t.pathname)||(e.preventDefault(),ge(t.href,{replace:t.href===location.href,link:t}))})}var iu="Contractor Portal",Vs=!0;function T({title:e,back:t,keepsFocus:n=!1,children:o}){let r=W(null);return fe(()=>{Vs||(n||r.current?.focus({preventScroll:!0}),Hs()),Vs=!1},[]),fe(()=>{document.title=`${e} – ${iu}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${S(t.path)}><${_} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var un="portal",ln=[e=>e.createObjectStore("session")],Gs=e=>ee(un,t=>t.put("session",e,"last"),ln),Ks=()=>zs("last"),Ao=()=>_e(()=>ye(Kt,ee(un,e=>e.delete("session","last"),ln))),Js=e=>ee(un,async t=>e?t.put("session",e,"asked"):t.delete("session","asked"),ln),Xs=()=>zs("asked");async function zs(e){try{return await Oe(un,t=>t.get("session",e),ln)??null}catch{return null}}var A=N(void 0),Ne=N(null),dn=N(!1),pn=N(null),au=6e5,Ve=N(!1),fn=null,mn=0,V=({agency:e,contractorId:t})=>`${e}/${t}`,ko=(e,t)=>e.accounts.find(n=>V(n)===t)??null,w=he(()=>A.value?ko(A.value,I.value.account??V(A.value.account)):null),X=he(()=>{if(!A.value||!w.value||Ve.value)return null;let{agency:e,contractorId:t}=w.value;return{email:A.value.email,agency:e,contractorId:t}}),Zs=he(()=>{let e=I.value.account;if(!A.value||w.value||!e||Ve.value)return null;let[t,n]=e.split("/");return{email:A.value.email,agency:t,contractorId:n}}),To=new BroadcastChannel("portal:person"),Qs=new BroadcastChannel("portal:parting");async function wt(e){mn=performance.now(),JSON.stringify(e)!==JSON.stringify(A.value)&&(A.value=e,await(e?Gs(e):Ao()).catch(()=>{}),To.postMessage(e))}async function st(e){await Js(e).catch(()=>{}),pn.value=e}async function hn(){let[e,t]=await Promise.all([Ks(),Xs()]);t&&await st(Date.now()-t.at<au?t:null);let n=e||document.body.dataset.session;if(A.value??=e??(n?void 0:null),n||navigator.serviceWorker?.controller){let o=performance.now(),r=await te("session");r.status===200&&o>=mn&&await wt(r.body)}A.value??=null}var vn=e=>{let t=I.value.account?.split("/")[0];return te("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function ei(e,t){let n=await _o(()=>te("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ne.value=null,dn.value=!1,await wt(n.body),await st(null)),n}async function ti(e){wt({...A.value,account:e});let{agency:t,contractorId:n}=e,o=await te("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await wt(o.body)}function ni(){return fn??=cu().finally(()=>fn=null),fn}async function cu(){let e=A.value,t=await _o(()=>te("session",{method:"DELETE"}));if(t.status!==204)return t;Ve.value=!0,To.postMessage(null),Qs.postMessage(null);let n=await Promise.allSettled([Ao(),v.deleteAll(e.email)]);return dn.value=n.some(o=>o.status==="rejected"&&o.reason&&o.reason.reason!=="closed"),Ne.value=null,A.value===e&&(A.value=null),Ve.value=!1,t}function oi(){ts(e=>{fn||e<mn||(Ne.value=A.value?.email??Ne.value,wt(null))}),To.onmessage=({data:e})=>{Ve.value&&!e||(mn=performance.now(),A.value=e)},Qs.onmessage=()=>{Ne.value=null}}var ri=300;async function si(e,t,n,o=null){try{await ee(Q(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>ri&&await uu(s),await i})}catch{}}async function ii(e,t){try{return await Oe(Q(e),n=>n.get("answers",t))??null}catch{return null}}async function uu(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-ri).map(({path:n})=>e.delete(n)))}var lu=5e3,fu=30,ai={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},mu=N({...ai,busy:!1}),Eo=class{state=N(ai);begunAt=0;readAt=0;running=null;#e=null;#t;#o;constructor(t,n){this.#t=t,this.#o=n}refresh(){navigator.onLine&&Date.now()-this.readAt<lu||(this.running??=this.#r().finally(()=>{this.running=null}))}async#r(){this.state.value.body||await this.#s(),this.#n({busy:!0});let t=Date.now();this.begunAt=t;let n=this.#e&&this.state.value.body?{"If-None-Match":this.#e}:{},o=await te(`contractor/${this.#o}`,{account:V(this.#t),headers:n}),{status:r,body:s,offline:i}=o,c=pu(o.headers.get("Last-Modified")),u={begunAt:t,asOf:c,isOld:!1,busy:!1,problem:null,status:r};if((r===200||r===304)&&(this.readAt=Date.now()),r===200)this.#e=o.headers.get("ETag"),si(this.#t,this.#o,s,this.#e),this.#n({...u,body:s});else if(r===304)this.#n(u);else if(r===409)hn(),this.#n({busy:!1,problem:me(o),status:r});else if(r===404)this.#n({body:null,busy:!1,problem:me(o),status:r});else{let m=Number(o.headers.get("Retry-After"));!i&&m&&setTimeout(()=>this.refresh(),Math.min(m,fu)*1e3);let l=!!(!i&&m);this.#n({isOld:!!this.state.value.body,busy:l,problem:me(o),status:r})}}async#s(){let t=await ii(this.#t,this.#o);if(!t)return;this.#e=t.etag??null;let n=t.body.asOf??new Date(t.readAt).toISOString();this.#n({body:t.body,begunAt:t.readAt,asOf:n,isOld:!0})}#n(t){this.state.value={...this.state.value,...t}}},_n=new Map;function k(e){let t=e?du(X.value,e):null;return B(()=>{if(!t)return;let n=()=>document.visibilityState==="visible"&&t.refresh();n();let o=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of o)r.addEventListener(s,n);return()=>{for(let[r,s]of o)r.removeEventListener(s,n)}},[t]),t?.state??mu}async function ci(e,t){let n=X.value&&_n.get(li(X.value,e));await n?.running,!(!n||n.begunAt>t)&&(n.readAt=0,n.refresh())}var ui=()=>_n.clear(),li=(e,t)=>`${e.email} ${V(e)} ${t}`;function du(e,t){let n=li(e,t),o=_n.get(n)??new Eo(e,t);return _n.set(n,o),o}var pu=e=>e?new Date(e).toISOString():null;var hu="https://www.google.com/maps/search/?api=1&query=",vu=/[\p{L}/,;&#|]|(?=\+)/u,_u=5,$u=/^(\+|00)(\d{1,3})\(0\)/;function bu(e){return e.split(vu).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace($u,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=_u)??""}function Ge({phone:e,who:t}){if(!e)return null;let n=bu(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${_} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function it({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${_} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function fi({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${hu+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${_} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Io(){let t=(k(w.value?"agency":null).value.body?.offers??[]).includes("contacts"),n=k(t?"contacts":null).value.body?.contacts??[],o=k(t?"account":null).value.body,r=yu(n,o?.agency.branchId??null);return t?a`
    <div>
      ${r&&a`<${Ge} phone=${r.phone} who=${r.name} /><${it} email=${r.email} who=${r.name} />`}
      <a class="reach" href=${S("/contacts")}><${_} name="contacts" />All contacts</a>
    </div>
  `:null}function yu(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var gu={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ce({item:e}){return a`
    <span class=${`state is-${e.state}`}>
      <${_} name=${gu[de(e)?"waiting":e.state]} /><span dir="auto">${Us(e,w.value?.agencyName)}</span>
    </span>
  `}function Le({item:e}){let t=Bs(e,w.value?.agencyName);return a`
    ${t&&a`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&a`<${Do} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&a`<${Io} />`}
  `}var Do=()=>a`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Io} />
`;var wu=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),St=4e3,we=e=>e.trim().replaceAll("	"," ");function $n(e,t,{inForm:n=!1}={}){let o=n?we(e).replace(/\r\n|\r|\n/g,`\r
`):we(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:wu.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var bn=e=>e?$n(e,St):"Please write something first.";function yn(e){let[,t]=Be(0),n=e.filter(r=>Qt(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return B(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}function gn(e){B(()=>{if(e!==null)return v.hold(e).catch(mi),()=>{v.release(e).catch(mi)}},[e])}var mi=()=>{};function di({item:e,onClose:t}){let[n,[o,r]]=[$r(),Be(null)];return gn(e.id),a`
    <form onSubmit=${async i=>{i.preventDefault();let{value:c}=i.target.elements.namedItem("note"),u=we(c),m=bn(u);if(r(m),!m)try{await v.edit(e.id,{content:{note:u}}),t()}catch(l){let p=Y(l);if(!p)throw l;r(p)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${St} required dir="auto" ref=${Su}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var Su=e=>e?.focus();var xu={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function hi(){let e=(v.items.value??[]).filter(t=>!R(t)).reverse();return a`
    <${T} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
      <${Mo}>
        ${v.items.value?a`<p class="reach"><${_} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!v.storageProblem.value&&a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Oo} items=${e} />
        </section>
      `}
    <//>
  `}function Mo({children:e}){let t=(v.items.value??[]).filter(R),[n,o]=[t.filter(s=>!pi(s)),t.filter(pi)],r=v.obstacle.value;return t.length?a`
    ${r&&n.some(s=>gt(s)&&!J(s))&&a`<p class="notice" role="status">${xu[r]}${r==="offline"&&` ${v.sendingNotice()}`}</p>`}
    ${n.length>0&&a`<h2 class="visually-hidden">Not confirmed yet</h2><${Oo} items=${n} />`}
    ${n.some(({state:s})=>s==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.tryNow()}>Try now</button>`}
    ${o.length>0&&a`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Oo} items=${o} /></section>`}
  `:e}var pi=({state:e})=>e==="review",Oo=({items:e})=>a`<ol class="cards">${e.map(t=>a`<${No} key=${t.id} item=${t} />`)}</ol>`;function No({item:e}){let[t,n]=Be(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${rt(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${di} item=${e} onClose=${o} />`:a`<${Au} item=${e} />`}
      <p class="about">
        <${Ce} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${Ie(e.addedAt)}</time>
      </p>
      <${Le} item=${e} />
      ${t==="remove"&&a`<${Eu} item=${e} onClose=${o} />`}
      ${!t&&a`<${ku} item=${e} setAction=${n} />`}
    </li>
  `}function Au({item:e}){let{document:t,jobId:n}=e;return a`
    ${e.kind==="note"&&a`<p class="says" dir="auto">${e.content.note}</p>`}
    ${e.kind==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${C(e.content.amount)}</strong>${e.content.invoiceNumber?`, number ${e.content.invoiceNumber}`:""}
        <br />${e.content.description}
      </p>
    `}
    ${t&&a`<p class="reach"><${_} name="invoice" /><span dir="auto">${t.name}</span></p>`}
    ${n&&a`<a class="reach" href=${S(`/jobs/${n}`)}><${_} name="jobs" />Look at the job</a>`}
  `}function ku({item:e,setAction:t}){let n=e.asks==="duplicate",[o,r]=[w.value&&Me(e)&&e.kind!=="completion",Zt(e)&&R(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.resend(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${Tu} item=${e} onEditNote=${()=>t("edit")} />`}
      ${J(e)&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>v.resend(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function Tu({item:{id:e,kind:t,jobId:n,content:o},onEditNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s="statementId"in o&&o.statementId,i={...s&&{statement:s},change:e},c=S(n?`/jobs/${n}/invoice`:"/invoice",i);return a`<a class="btn btn-secondary" href=${c}>Change</a>`}function Eu({item:e,onClose:t}){let n=tt(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=Be(null),s=async()=>{try{await v.remove(e.id),document.querySelector("h1")?.focus(),j("Deleted.")}catch(i){let c=Y(i);if(!c)throw i;r(c)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${Iu} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var Iu=e=>e?.focus();function wn(){let e=w.value&&V(w.value);return a`
    <ul class="rows">
      ${A.value?.accounts.map(t=>{let n=V(t);return a`
          <li key=${n} class="row">
            <a href=${S("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>ti(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${_} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}var Sn="Signing out …";function xn(){let[e,t]=[g(null),g(0)],[n,o]=[g(!1),g(!1)],r=async()=>{n.value=o.value=!0;let i=await ni();if(n.value=o.value=!1,i.status!==204){e.value=`${me(i)} Nothing on this device was deleted.`;return}ui(),ge("/",{replace:!0})},s=async()=>{e.value=null,n.value=!0;try{t.value=await v.countUnsent(A.value.email)}catch(i){let c=Y(i);if(!c)throw i;e.value=c;return}finally{n.value=!1}t.value||await r()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${Du} number=${t.value} busy=${n.value} onConfirm=${r} onCancel=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${_} name="leave" />${o.value?Sn:"Sign out"}
        </button>`}
  `}function Du({number:e,busy:t,onConfirm:n,onCancel:o}){let r=W(null);fe(()=>r.current?.focus(),[]);let[s,i,c]=[H(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${r} tabindex="-1">
        <b>${s} on this device ${i} not with the agency yet.</b> Signing out deletes ${c} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>
          ${t?Sn:`Delete ${c} and sign out`}
        </button>
      </div>
    </div>
  `}var vi=()=>a`
  <${T} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${I.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${A.value?.email}</b>. Nothing was changed.
    </p>
    <${Mo}>${null}<//>
    <h2>Your accounts</h2>
    <${wn} />
    <h2>Signed in with another address?</h2>
    <${xn} />
  <//>
`;function $e({resource:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${Ie(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function ne({resource:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var Ou=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function _i(){let e=k("account").value,t=e.body,{agencyName:n,displayName:o}=w.value,{accounts:r,email:s}=A.value;return a`
    <${T} title="Account">
      ${r.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${wn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${Mu} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${ne} resource=${e} />`}
        <${$e} resource=${e} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${s}</b></p>
        <${xn} />
      </section>
    <//>
  `}function Mu({record:e}){let t=[...Ou.map(([n,o])=>[n,e[o]]),["Branch",e.agency.branchName]];return a`
    <dl class="facts">
      ${t.filter(([,n])=>n).map(([n,o])=>a`<div key=${n}><dt>${n}</dt><dd dir="auto">${o}</dd></div>`)}
    </dl>
  `}function $i(){let e=k("contacts").value,t=e.body?.contacts;return a`
    <${T} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${Nu} key=${n.contactId} ...${n} />`)}</ul>`:a`<${ne} resource=${e} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${$e} resource=${e} />
    <//>
  `}function Nu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Ge} phone=${s} who=${i} /><${Ge} phone=${r} who=${i} /><${it} email=${o} who=${i} />
    </li>
  `}function bi(){let e=v.items.value??[],t=yn(e),n=e.filter(d=>R(d)&&!t.includes(d)),o=n.filter(J).length,r=n.filter(de).length,s=n.filter(({state:d})=>d==="review").length,i=n.filter(({state:d})=>d==="checking").length-r,c=n.filter(d=>!J(d)&&!ce(d)),u=v.obstacle.value==="offline",m=c.some(tt)?"not confirmed yet":"not with the agency yet",[l,p]=[v.otherAccounts.value,v.storageProblem.value];return!n.length&&!l.length&&!p?null:a`
    <aside class="strip" aria-label="Outbox">
      ${p&&a`<p role="alert">${p}</p>`}
      ${o>0&&a`<${xt} icon="emergency">${H(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${s>0&&a`<${xt} icon="contacts">We asked ${w.value?.agencyName} to check ${H(s,"thing")}<//>`}
      ${i>0&&a`<${xt} icon="search">${H(i,"thing")} ${i===1?"is":"are"} being checked<//>`}
      ${r>0&&a`<${xt} icon="clock">${H(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
      ${c.length>0&&a`<${xt} icon=${u?"offline":"send"}>
        ${H(c.length,"thing")} ${c.length===1?"is":"are"} ${m}
      <//>`}
      ${l.map(d=>a`<${Cu} key=${V(d)} ...${d} />`)}
    </aside>
  `}var xt=({icon:e,children:t})=>a`<a href=${S("/outbox")}><${_} name=${e} /><span>${t}</span><${_} name="open" /></a>`;function Cu({number:e,...t}){let n=V(t),o=(A.value&&ko(A.value,n)?.agencyName)??"an account that is no longer yours",[r,s]=[H(e,"thing"),e===1?"is":"are"];return a`
    <a href=${S("/outbox",{},n)}>
      <${_} name="send" />${r} for ${o} ${s} not there yet<${_} name="open" />
    </a>
  `}var Lu=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function Co({children:e}){let t=k("agency").value.body;Ru(t?.accent);let{agencyName:n,displayName:o}=w.value,r=Lu.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${ju}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${Number(A.value?.accounts.length)>1&&a`<a class="switch" href=${S("/account")}><${_} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="navigation" aria-label="Portal">${r.map(s=>a`<${Pu} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${bi} />
    ${e}
  `}function Pu({path:e,name:t,icon:n,screens:o}){let r=o.includes(I.value.screen);return a`<a href=${S(e)} aria-current=${r?"page":null}><${_} name=${n} />${t}</a>`}function Ru(e){B(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>{t.removeProperty("--accent")}},[e])}function ju(e){e.preventDefault(),document.querySelector("h1")?.focus()}function kn(e){let[t,n]=[k(`jobs/${e}`).value,k("jobs").value];if(t.body)return{job:yi(t.body,t),resource:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?yi(o,n):null,resource:o?n:t}}var yi=(e,{begunAt:t})=>Lo([e],t)[0],Ke=({priority:e})=>e?.trim().toLowerCase()==="emergency",An=e=>(e??"").trim().toLowerCase();function Tn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(An).includes(An(t))?"cancelled":"open"}var wi=e=>(v.items.value??[]).filter(t=>t.kind==="completion"&&t.state==="done"&&Number(t.doneAt)>e),Si=e=>wi(e).map(({id:t})=>t).join();function Lo(e,t){let n=new Map(wi(t).map(o=>[o.jobId,o.result??Fu(o)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var Fu=({content:e})=>({completed:"completed"in e&&e.completed,status:null,completedAt:null});function xi(e,t){let n=v.itemsOf(e).filter(R),o=At(e),r=n.filter(l=>l!==o),s=l=>r.filter(l).length,[i,c,u]=[s(J),s(de),s(ce)],m=r.length-i-u;return[o&&`${rt(o)}: ${pe(o,t)}`,i&&`${H(i,"thing")} ${i===1?"needs":"need"} you`,u>c&&`${H(u-c,"thing")} being checked`,c&&`${H(c,"thing")} with the portal`,m&&`${H(m,"thing")} to send`].filter(Boolean)}var At=e=>v.itemsOf(e).filter(t=>t.kind==="completion"&&R(t)).at(-1)??null,ue=({title:e,reference:t,jobId:n})=>e||t||n;function Ai(e){let t=An(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>Uu(n).includes(o))}var gi=new WeakMap;function Uu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode],i=gi.get(e)??An(s.filter(Boolean).join(`
`));return gi.set(e,i),i}var ki=e=>[...e.filter(Ke),...e.filter(t=>!Ke(t))];var Ti=1e6,Ei={description:2e3,invoiceNumber:50},Bu=6,qu=864e5,Wu=10*1024*1024,Ii="%PDF-",Hu=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Yu=/\.\d\d\d*[1-9]/,Vu=["amount","description","invoiceDate"];function kt(e,t,n){let{required:o=[],link:r=null}=t?.invoice??{};return[...Vu,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function En(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function Po(e=new Date){let[t,...n]=ae(e).split("-");return{oldest:[Number(t)-Bu,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ae(e))+qu).toISOString().slice(0,10)}}function Se(e){let t=e.trim().replace(/^£\s*/,"");return Hu.test(t)?Number(t.replaceAll(",","")):NaN}var Ni=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Di={amount:e=>Mi(e,"The amount")??(Se(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>Mi(e,"VAT")??(Se(e)>Se(t)?"VAT cannot be more than the amount.":null),description:(e,t,n)=>$n(e,Ei.description,{inForm:!!n}),invoiceNumber:e=>$n(e,Ei.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=Po();return e>n?`The date can be tomorrow at the latest, ${Z(n)}.`:e<t?`The date can be six years ago at most, ${Z(t)}.`:null},statementId:()=>null},Oi={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function Mi(e,t){let n=Se(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:Yu.test(e.trim())?`${t} can have no more than two decimals.`:n>Ti?`${t} can be ${C(Ti)} at most.`:null}function In(e,t,n,o){let r={};for(let s of Object.keys(Di)){let i=e[s]??"",c=kt(s,n,o)?Oi[s]:null,u=i.trim()===""?c:Di[s](i,e,t);u&&(r[s]=u)}return!t&&kt("document",n,o)&&(r.document=Oi.document),r}async function Ci(e){return e.size>Wu?"The PDF can have 10 MB at most.":await e.slice(0,Ii.length).text()===Ii?null:"This file is not a PDF. Please choose a PDF."}function Li(e,t){let n={jobId:t,statementId:e.statementId,amount:Se(e.amount),vat:e.vat.trim()&&Se(e.vat),description:we(e.description),invoiceDate:e.invoiceDate,invoiceNumber:we(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,r])=>r!==""&&r!==null))}function Pi({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var Dn=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,On=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Mn=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function Ri({name:e,label:t,hint:n,rows:o,problem:r,required:s,value:i,type:c="text",...u}){let m=o?"textarea":"input",{oldest:l=void 0,latest:p=void 0}=c==="date"?Po():{};return a`
    <div class="field">
      <${Dn} name=${e} required=${s}>${t}<//>
      ${n&&a`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${m}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${l} max=${p} autocomplete="off"
        value=${i} ...${Mn({name:e,hint:n,problem:r,required:s})} ...${u}
      />
      <${On} name=${e}>${r}<//>
    </div>
  `}function ji({name:e,required:t,problem:n,value:o,...r}){let s=k("statements/pending").value,i=s.body?.statements??[],c=!o||i.some(({statementId:u})=>u===o);return a`
    <div class="field">
      <${Dn} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Mn({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(u=>a`<option key=${u.statementId} value=${u.statementId}>${Ro(u)}</option>`)}
      </select>
      <${On} name=${e}>${n??(s.body?null:s.problem)}<//>
    </div>
  `}var Ro=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[C(s??r??0),n??t??e,o&&Z(o)].filter(Boolean).join(", ");async function Fi(e,t){try{return(await ee(Q(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function Ui(e,t,n){try{await ee(Q(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Tt(e){let t=g(void 0),n=X.value;return B(()=>{Fi(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[t,n,e]),[t,r=>(t.value=r,Ui(n,e,r))]}var Bi="This file cannot be read. Please choose it again.";function qi({required:e,problem:t,document:n,onChange:o}){let r=g(null),s=async({target:u})=>{let[m]=u.files??[];if(m&&(r.value=await Ci(m).catch(()=>Bi),u.value="",!r.value))try{o(await on(m)),j(`${m.name} is attached.`)}catch(l){r.value=Y(l)??Bi}},i=r.value??t,c=Mn({name:"document",hint:!0,problem:i,required:e&&!n});return a`
    <div class="field">
      <${Dn} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&a`<${Gu} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${c} onChange=${s}
      />
      <${On} name="document">${i}<//>
    </div>
  `}function Gu({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document")?.focus()),j("The PDF is removed.")};return a`
    <p class="attached">
      <${_} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${Yt(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Ku={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function Wi({values:e,setValue:t,document:n,setDocument:o,agency:r,jobId:s,showsAll:i,onComplete:c}){let u=g({}),[m,l]=[g(i),g(null)],p=W(null),d=In(e,n,r,s),f=$=>$==="vat"&&l.value==="amount"?null:m.value||u.value[$]&&e[$]||!Ni($,e[$]??"")?d[$]:null,h=()=>p.current?.querySelector("[aria-invalid]")?.focus();B(()=>{i&&h()},[]);let b=$=>{$.preventDefault(),m.value=!0,Object.keys(d).length?setTimeout(h):c()},x=$=>({name:$,required:kt($,r,s),problem:f($),value:e[$],onInput:({target:y})=>t($,y.value),onFocus:()=>l.value=$,onBlur:()=>{l.value=null,u.value={...u.value,[$]:!0}}});return a`
    <form ref=${p} class="form" onSubmit=${b} noValidate>
      <p class="hint">${w.value?.agencyName} needs whatever is not marked as optional.</p>
      ${En(r)&&a`<${ji} ...${x("statementId")} />`}
      ${Object.entries(Ku).map(([$,y])=>a`<${Ri} key=${$} ...${y} ...${x($)} />`)}
      <${qi}
        required=${kt("document",r,s)} problem=${m.value?d.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}var oe=6;function Je({items:e,row:t,limit:n=e.length,onMore:o}){let r=K(()=>zu(e),[e]),s=Zu(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/oe)).map((c,u)=>a`<${Ju} key=${u} items=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${Xu} onMore=${o} left=${i} />`}
  `:null}var Ju=({items:e,row:t})=>a`<div class="group">${e.map(t)}</div>`;function Xu({onMore:e,left:t}){let n=W(null),o=W(e);return o.current=e,B(()=>{let r=new IntersectionObserver(([{isIntersecting:s}])=>s&&o.current(),{rootMargin:"800px"});return r.observe(n.current),()=>r.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var zu=e=>Array.from({length:Math.ceil(e.length/oe)},(t,n)=>e.slice(n*oe,(n+1)*oe));function Zu(){let e=W(null),{activeElement:t}=document,n=e.current?.contains(t)&&t?.getAttribute("href");return fe(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=cn(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var Yi={sending:{label:"Being sent",icon:"send"},submitted:{label:"With the agency",icon:"done"},authorised:{label:"Authorised",icon:"done"},rejected:{label:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{label:"Paid",icon:"money"},unconfirmed:{label:"Being checked",icon:"search"},review:{icon:"contacts"}},Qu={},jo=({status:e=""})=>e==="review"?pe({state:e},w.value?.agencyName):Yi[e]?.label??e;function Fo(e,t){let n=t.filter(r=>r.kind==="invoice").filter(r=>R(r)||!e.some(s=>Hi(s,r))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status??"")&&n.some(({item:s})=>Hi(r,s));return[...n,...e.filter(r=>!o(r))]}function Hi(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function Nn({jobId:e,agency:t}){let n=k(t?.offers.includes("invoices.list")?"invoices":null).value,o=Fo(n.body?.invoices??[],v.items.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Uo} invoices=${o} />
    </section>
  `:null}function Uo({invoices:e,jobTitles:t=Qu,limit:n,onMore:o}){let r=Rt((s,i)=>a`
      <${el} key=${s.item?.id??s.invoiceId??`at ${i}`} invoice=${s} jobTitles=${t} />
    `,[t]);return a`<${Je} items=${e} row=${r} limit=${n} onMore=${o} />`}function el({invoice:e,jobTitles:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:u}=e,m=t[c??""];return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":C(n)}</b>
      </p>
      <p class="about">
        ${u?a`<${Ce} item=${u} />`:a`<${tl} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${Z(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${u&&a`<${Le} item=${u} />`}
      ${!u&&e.status==="review"&&a`<${Do} />`}
      ${m&&a`<a class="reach" href=${S(`/jobs/${c}`)}><${_} name="jobs" /><span dir="auto">${m}</span></a>`}
      ${u&&R(u)&&a`<a class="reach" href=${S("/outbox")}><${_} name="send" />Open the outbox</a>`}
    </div>
  `}function tl({invoice:e}){let{icon:t="search",className:n=""}=Yi[e.status??""]??{};return a`<span class=${`state ${n}`}><${_} name=${t} />${jo(e)}</span>`}function Vi({about:e,address:t,values:n,document:o,problem:r,onSend:s,editAddress:i,back:c}){let u=g(!1),m=async()=>{u.value=!0,await s(),u.value=!1},l=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",C(Se(n.amount))],["VAT in it",n.vat.trim()&&C(Se(n.vat))],["Date of the invoice",Z(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${Yt(o.size)}`:"None"]];return a`
    <${T} key="review" title="Look it over" back=${c}>
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
  `}var nl=!1;function Bo({jobId:e,item:t,about:n,address:o,initial:r,back:s}){let{query:i,path:c}=I.value,u=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[m,l]=Tt(u),[p,d]=Tt(`PDF of ${u}`),[f,h]=[k("agency").value,g(null)],b=i.has("look");if(gn(t?.id??null),m.value===void 0||p.value===void 0||!f.body&&f.busy)return a`<${T} key="loading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let x=f.body&&rl(f.body,e);if(x)return a`<${T} key="none" title="Invoice" back=${s}><p class="notice">${x}</p><//>`;let $={...r,...t&&Pi(t.content),...m.value},y=t?.asks==="document",D=(p.value??(y?null:t?.document))||null,O=!Object.keys(In($,D,f.body,e)).length,{statementId:Ae}=r,Pe=U=>S(c,{...Ae&&{statement:Ae},...t&&{change:t.id},...U}),ke=()=>{let U=Li($,e);return t?v.edit(t.id,{content:U,...(p.value!==null||y)&&{document:Gi(D)}}):v.add({kind:"invoice",jobId:e,about:n,content:U,document:Gi(D)})},re=async()=>{h.value=null;try{let{id:U}=await ke();j("Your invoice waits to be sent."),ge(S(c,{sent:U}),{replace:!0}),l(null),d(null)}catch(U){h.value=Y(U)??"Your invoice could not be kept. Please try again."}};if(b&&O)return a`
      <${Vi}
        about=${n} address=${o} values=${$} document=${D} problem=${h.value} onSend=${re}
        editAddress=${Pe({})} back=${s}
      />
    `;let G=(U,le)=>l({...m.value,[U]:le}),se=U=>d(U??nl);return a`
    <${T} key="form" title="Invoice" back=${s} keepsFocus=${b}>
      <${ol} about=${n} address=${o} />
      ${e&&a`<${Nn} jobId=${e} agency=${f.body} />`}
      <${Wi}
        values=${$} setValue=${G} document=${D} setDocument=${se} agency=${f.body}
        jobId=${e} showsAll=${b} onComplete=${()=>ge(Pe({look:"1"}))}
      />
    <//>
  `}function ol({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function rl({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var Gi=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var Ki=({item:e,back:t})=>a`
  <${T} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${No} item=${e} /></ol>
    ${R(e)&&!J(e)&&!ce(e)&&a`<p class="hint">You can go on. It is kept if you close the portal: ${v.sendingNotice()}</p>`}
    <a class="reach" href=${S("/money",{show:"invoices"})}><${_} name="invoice" />All your invoices</a>
  <//>
`;var sl={path:"/money",name:"Money"};function qo({id:e}){let{query:t}=I.value,n=Number(t.get("sent")??t.get("change")),o=(v.items.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:sl;if(n&&v.items.value===null)return a`<${T} key="loading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Me(o)))return a`<${Ki} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?il:al} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function il({id:e,statementId:t,item:n,back:o}){let{job:r,resource:s}=kn(e);if(!r&&!n&&s.status===404)return a`<${Ji} resource=${s} back=${o} />`;let i={...Xi,statementId:t,invoiceDate:ae()},c=r?.property?.address;return a`
    <${Bo} jobId=${e} about=${r?ue(r):e} address=${c} initial=${i} item=${n} back=${o} />
  `}function al({statementId:e,item:t,back:n}){let o=k("statements/pending").value,r=o.body?.statements.find(c=>c.statementId===e);if(!r&&o.busy)return a`<${Ji} resource=${o} back=${n} />`;let s={...Xi,...r&&cl(r),statementId:e,invoiceDate:ae()},i=r?Ro(r):"";return a`<${Bo} jobId=${null} about=${i} initial=${s} item=${t} back=${n} />`}var Ji=({resource:e,back:t})=>a`
  <${T} key="missing" title="Invoice" back=${t}><${ne} resource=${e} /><//>
`,Xi={amount:"",vat:"",description:"",invoiceNumber:""},cl=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var at=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var zi=1e4/1e3;function Wo(e){let[t,n]=[g(null),g(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await v.add({kind:"completion",jobId:e.jobId,about:ue(e),content:{completed:r},document:null}),j(r?`Marked complete. You have ${zi} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=Y(s)??"This could not be kept. Please try again."}n.value=!1}},t.value]}function Zi({job:e,isOpen:t}){let[n,o]=Wo(e),r=At(e.jobId);return r?a`<${ll} item=${r} />`:a`
    ${t&&a`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${_} name="done" />Mark complete</button>`}
    ${o&&a`<p class="notice" role="alert">${o}</p>`}
  `}function ll({item:e}){return a`
    <div class="pending">
      <p class="state-line">
        <${_} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ce} item=${e} />
      </p>
      <${Le} item=${e} />
      ${J(e)&&a`<a class="reach" href=${S("/outbox")}><${_} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function Qi({jobId:e}){let t=g(null),[n]=yn(v.itemsOf(e));return a`
    ${n&&a`
      <div class="undo">
        <p>You have ${zi} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await v.undo(n.id),j("Undone. The job is not marked complete.")}catch(r){let s=Y(r);if(!s)throw r;t.value=s}}}>
          <${_} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&a`<p class="notice" role="alert">${t.value}</p>`}
  `}function ea({job:e,canAdd:t}){let n=w.value?.displayName,o=v.itemsOf(e.jobId).filter(s=>s.kind==="note").filter(s=>!fl(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:u},m)=>a`
            <li key=${s??`at ${m}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${u&&a`<time datetime=${u}>${Ie(u)}</time>`}</p>
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
      ${t&&a`<${ml} job=${e} />`}
    </section>
  `}var fl=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function ml({job:e}){let[t,n]=Tt(`note on ${e.jobId}`),[o,r]=[g(null),g(!1)],s=async c=>{if(c.preventDefault(),r.value)return;let u=we(t.value??"");if(o.value=bn(u),!o.value){r.value=!0;try{await v.add({kind:"note",jobId:e.jobId,about:ue(e),content:{note:u},document:null}),n(null),j("Your note waits to be sent.")}catch(m){o.value=Y(m)??"Your note could not be kept. Please try again."}r.value=!1}},i=({target:c})=>n(c.value||null);return a`
    <form class="composer" onSubmit=${s} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${St} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${i}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${_} name="send" />Add note</button>
    </form>
  `}function ta({job:e}){let t=g(!1),[n,o]=Wo(e);return At(e.jobId)?null:a`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?a`<${dl} onConfirm=${()=>n(!1)} onCancel=${()=>t.value=!1} />`:a`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${_} name="reopen" />Reopen this job
          </button>`}
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function dl({onConfirm:e,onCancel:t}){let n=W(null);return fe(()=>n.current?.focus(),[]),a`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${w.value?.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var na={path:"/jobs",name:"Jobs"};function oa({id:e}){let{job:t,resource:n}=kn(e),o=k("agency").value.body;if(!t)return a`<${T} title="Job" back=${na}><${ne} resource=${n} /><//>`;let r=o?.offers??[],[s,i]=[Tn(t,o),r.includes("jobs.complete")];return a`
    <${T} title=${ue(t)} back=${na}>
      <${pl} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${hl} job=${t} />
      </div>
      <div class="doing">
        ${i&&a`<${Zi} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${S(`/jobs/${e}/invoice`)}><${_} name="invoice" />Send its invoice</a>`}
        ${i&&a`<${Qi} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&a`<${Nn} jobId=${e} agency=${o} />`}
      <${ea} job=${t} canAdd=${r.includes("notes.add")} />
      ${i&&s==="completed"&&a`<${ta} job=${t} />`}
      <${$e} resource=${n} />
    <//>
  `}function pl({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${Ke(e)&&a`<span class="emergency"><${_} name="emergency" />Emergency</span>`}
      ${t&&a`<${at}>${t}<//>`}
      ${n&&!Ke(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${Ie(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${Z(i)}</time></span>`}
    </p>
  `:null}function hl({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${fi} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${Ge} phone=${o} who=${n??"the tenant"} /><${it} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Cn={open:"Open",completed:"Completed",cancelled:"Cancelled"},Ho=Object.keys(Cn),vl={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},aa={text:"",limit:oe,matchLimit:oe},ct=N({accountName:null,tab:null,...aa});function Yo(){let e=k("jobs").value,t=k("agency").value.body,n=I.value.query.get("show")??"open",o=Object.hasOwn(Cn,n)?n:"open";return a`
    <${T} title="Jobs">
      ${e.body?a`<${_l} jobs=${e.body.jobs} begunAt=${e.begunAt} agency=${t} tab=${o} />`:a`<${ne} resource=${e} />`}
      <${$e} resource=${e} />
    <//>
  `}function _l({jobs:e,begunAt:t,agency:n,tab:o}){let r=I.value.account,{text:s,limit:i,matchLimit:c}=ra(r,o),u=Si(t),m=K(()=>ki(Lo(e,t)),[e,u]),l=K(()=>yl(m,n),[m,n]),p=K(()=>$l(l,Ai(s)),[l,s]),d=p[o].length,f=b=>{ct.value={...ra(r,o),...b}};return B(()=>{s&&j(d?`${H(d,"job")} found`:"No job found")},[s,o]),a`
    <form class="search" role="search" onSubmit=${b=>b.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${_} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${({target:b})=>f({text:b.value,matchLimit:oe})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Ho.filter(b=>b!=="cancelled"||l.cancelled.length).map(b=>a`
          <a key=${b} href=${S("/jobs",{show:b})} aria-current=${b===o?"true":null}>
            ${Cn[b]} <span class="number">${p[b].length}</span>
          </a>
        `)}
    </nav>
    ${!d&&a`<p class="notice">${s?`No job here has “${s}” in it.${bl(p)}`:vl[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${Je} items=${l[o]} row=${ia} limit=${i} onMore=${()=>f({limit:i+oe})} />
    </div>
    ${s&&a`<${Je} key=${`matches ${o}`} items=${p[o]} row=${ia} limit=${c} onMore=${()=>f({matchLimit:c+oe})} />`}
  `}function ra(e,t){let n=ct.value.accountName===e?ct.value.text:"";return ct.value.accountName===e&&ct.value.tab===t?ct.value:{...aa,accountName:e,tab:t,text:n}}var $l=(e,t)=>Object.fromEntries(Ho.map(n=>[n,e[n].filter(t)]));function bl(e){return Ho.filter(n=>e[n].length).map(n=>` ${Cn[n]}: ${e[n].length}.`).join("")}function yl(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Tn(o,t)].push(o);return n}var sa=new WeakMap;function ia(e){let t=xi(e.jobId,w.value?.agencyName),n=[ae(),...t].join(),o=sa.get(e);if(o?.version===n)return o.markup;let r=gl(e,t);return sa.set(e,{version:n,markup:r}),r}function gl(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${S(`/jobs/${n}`)}>
        ${Ke(e)&&a`<span class="emergency"><${_} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${ue(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${at}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${Rr(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t.map(c=>a`<span key=${c} class="unsent"><${_} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Ln=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,n)=>t+n,0)/100,ua=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function la(e){let t=new Map;for(let{date:i,amount:c}of e){let u=i?.slice(0,7);u&&t.set(u,Ln([t.get(u),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n[n.length-1]];for(;o.length<12&&o[0]>n[0];)o.unshift(Vo(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:Ln(s.map(i=>t.get(i)))},...r]:r}function fa(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,ca(t)],"Last month":[`${Vo(t)}-01`,ca(Vo(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function Vo(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function ca(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var Go="Other dates";function da({from:e,to:t,onChange:n}){let o=fa(ae()),r=Object.keys(o),s=r.find(m=>o[m].join()===[e,t].join()),i=g(!s),c=({target:m})=>{i.value=m.value===Go,i.value||n(...o[m.value])},u=!!(e&&t&&e>t);return a`
    <form class="dates" onSubmit=${m=>m.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${i.value?Go:s} onChange=${c}>
          ${[...r,Go].map(m=>a`<option key=${m}>${m}</option>`)}
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
`;var wl=/^[=+\-@\t\r\n＝＋－＠]/u,Sl=/[",\r\n]/;function pa(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(xl).join(",")}\r
`).join("")}function xl(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=wl.test(e)?`'${e}`:e;return Sl.test(t)?`"${t.replaceAll('"','""')}"`:t}function ha(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function _a({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>C(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${va}>Month<//><${va}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${Al} key=${r.month} ...${r} maxAmount=${n} />`)}</tbody>
      </table>
    </div>
  `}var va=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,Al=({month:e,amount:t,maxAmount:n})=>a`
  <tr>
    <th scope="row">${e?Pr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${kl} share=${t/n} />`}<b>${C(t)}</b></span></td>
  </tr>
`,kl=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function $a({statements:e,jobTitles:t,agency:n,isPending:o,limit:r,onMore:s}){let i=Rt(c=>a`
      <${Tl}
        key=${c.statementId} statement=${c} jobTitle=${t[c.jobId??""]} isPending=${o}
        invoiceAddress=${o&&Il(c,n)}
      />
    `,[t,n,o]);return a`<${Je} items=${e} row=${i} limit=${r} onMore=${s} />`}function Tl({statement:e,jobTitle:t,isPending:n,invoiceAddress:o}){let{reference:r,description:s,amount:i,status:c,jobId:u}=e,[m,l]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":C(i)}</b>
      </p>
      <p class="about">
        ${p&&p!==l&&a`<${at}>${p}<//>`}
        ${m&&a`<span>${l} <time datetime=${m}>${Z(m)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${El} statement=${e} />
      ${t&&a`<a class="reach" href=${S(`/jobs/${u}`)}><${_} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${_} name="invoice" />Send its invoice</a>`}
    </div>
  `}function El({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${C(e)} in all`,t&&`${C(t)} of it VAT`,n&&`less ${C(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function Il({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!En(n)?null:n.invoice.link==="job_or_statement"?S("/invoice",{statement:e}):t&&S(`/jobs/${t}/invoice`,{statement:e})}var F=e=>t=>t[e],ba=[["Statement",F("statementId")],["Date",F("date")],["Reference",F("reference")],["Description",F("description")],["Job",F("jobId")],["Net",F("net")],["VAT",F("vat")],["Gross",F("gross")],["Commission",F("commission")],["Amount",F("amount")],["Status",F("status")]],Dl=[["Invoice",F("invoiceId")],["Date",F("invoiceDate")],["Number",F("invoiceNumber")],["Description",F("description")],["Job",F("jobId")],["Statement",F("statementId")],["Amount",F("amount")],["VAT",F("vat")],["Status",e=>e.item?pe(e.item,w.value?.agencyName):jo(e)],["Sent",F("submittedAt")],["Document",({document:e})=>e?.name]],xe={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,totalLabel:"On its way to you",emptyText:"Nothing is on its way to you just now.",noun:"payment",columns:ba},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",totalLabel:"Invoiced",emptyText:"No invoice was sent yet. An invoice is sent from its job.",noun:"invoice",columns:Dl},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,totalLabel:"Paid to you",emptyText:"Nothing was paid yet.",noun:"payment",columns:[...ba,["Paid",F("paidAt")]]}},ya=Object.keys(xe);function ga(e){let t=({path:n,needs:o})=>e.includes(o[0])?n:null;return{pending:k(t(xe.pending)).value,invoices:k(t(xe.invoices)).value,paid:k(t(xe.paid)).value}}function Ko(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=Fo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var Ol=4*oe,wa=new Map;function Sa({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,totalLabel:c,emptyText:u,noun:m,columns:l}=xe[e],{query:p,isBack:d}=I.value,f=p.toString(),h=g(d&&wa.get(f)||Ol),b=k("jobs").value.body?.jobs,x=K(()=>Object.fromEntries((b??[]).map(G=>[G.jobId,ue(G)])),[b]),$=K(()=>{let G=ua(n,o);return t.filter(se=>G(s(se)))},[t,s,n,o]),y=Ln($.filter(i).map(G=>G.amount)),D=n||o;if(B(()=>{D&&j($.length?`${H($.length,m)}, ${C(y)}`:"None for these dates")},[]),!$.length)return a`<p class="notice">${D?"There is none for these dates.":u}</p>`;let{agency:O,contractorId:Ae}=X.value,Pe=()=>ha(`${O} ${Ae} ${e} ${ae()}.csv`,pa(l,$)),ke=()=>wa.set(f,h.value+=oe),re={jobTitles:x,limit:h.value,onMore:ke};return a`
    <p class="total"><span>${c}</span> <b>${C(y)}</b></p>
    ${e==="paid"&&a`<${_a} caption="Paid by month" rows=${la($.map(G=>({...G,date:s(G)})))} />`}
    ${e==="invoices"?a`<${Uo} invoices=${$} ...${re} />`:a`<${$a} statements=${$} agency=${r} isPending=${e==="pending"} ...${re} />`}
    <button type="button" class="btn btn-secondary" onClick=${Pe}><${_} name="download" />Download as CSV</button>
  `}function xa(){let e=k("agency").value,t=e.body?.offers??[],n=ga(t),o=ya.filter(r=>xe[r].needs.some(s=>t.includes(s)));return e.body?o.length?a`<${T} title="Money"><${Ml} tabs=${o} resources=${n} agency=${e.body} /><//>`:a`<${T} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${T} title="Money"><${ne} resource=${e} /><//>`}function Ml({tabs:e,resources:t,agency:n}){let{query:o}=I.value,[r,s,i]=["from","to","show"].map(f=>o.get(f)??""),c=e.find(f=>f===i)??e[0],u=t[c],m=v.items.value??[],l=Ko(c,u,m),p=(f,h,b)=>S("/money",{show:f,...h&&{from:h},...b&&{to:b}}),d=(f,h)=>ge(p(c,f,h),{replace:!0});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(f=>a`
          <a key=${f} href=${p(f,r,s)} aria-current=${f===c?"true":null}>
            ${xe[f].title} <span class="number">${Ko(f,t[f],m)?.length}</span>
          </a>
        `)}
    </nav>
    <${da} key=${c} from=${r} to=${s} onChange=${d} />
    ${l&&a`<${Sa} key=${[c,r,s].join()} tab=${c} rows=${l} from=${r} to=${s} agency=${n} />`}
    ${!u.body&&a`<${ne} resource=${u} />`}
    <${$e} resource=${u} />
  `}var Et=6,Nl=30,ka=5,Cl=`A code can be tried ${ka} times. Please send another one.`;function Ta({request:e,onRequest:t,onOtherEmail:n}){let[o,r]=[g(null),g(!1)],s=W(null),i=()=>s.current,c=W(0),u=Ll(e.at);fe(()=>s.current?.focus(),[]);let m=h=>{o.value=h,i().focus(),i().select()},l=async()=>{let h=Aa(i().value);if(h.length!==Et)return m(`The code has ${Et} digits.`);o.value=null,r.value=!0;let b=await ei(e.email,h);if(r.value=!1,b.status!==201)return b.status===401&&(c.current+=1),m(c.current<ka?me(b):Cl)},p=()=>{let h=Aa(i().value);h!==i().value&&(i().value=h),o.value=null,h.length===Et&&!r.value&&l()},d=async()=>{let h=await vn(e.email);return h.status!==204?m(me(h)):(j("Another code is on its way."),c.current=0,i().value="",i().focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${h=>{h.preventDefault(),l()}} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Et} digits</label>
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
  `}var Aa=e=>e.replace(/\D/g,"").slice(0,Et);function Ll(e){let t=g(Jo(e));return B(()=>{t.value=Jo(e);let n=setInterval(()=>{t.value=Jo(e),t.value||clearInterval(n)},1e3);return()=>clearInterval(n)},[t,e]),t.value}var Jo=e=>Math.max(0,Math.ceil(Nl-(Date.now()-e)/1e3));var Ea="Please enter a whole e-mail address, such as name@example.com.";function Ia({initialEmail:e,onRequest:t}){let[n,o]=[g(null),g(!1)],r=W(null);return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current,u=c.value.trim();if(n.value=c.checkValidity()?null:Ea,n.value){c.focus();return}o.value=!0;let m=await vn(u);if(m.status===204){await t({email:u,at:Date.now()});return}o.value=!1,n.value=m.status===400?Ea:me(m),c.focus()}} noValidate>
      <p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
      <label for="email">E-mail address</label>
      <input
        id="email" ref=${r} class="form-control" type="email" name="email" required maxlength="254" autocomplete="email"
        autocapitalize="none" spellcheck=${!1} defaultValue=${e} aria-describedby="email-problem"
        aria-invalid=${n.value?"true":null}
      />
      <p id="email-problem" class="problem" role="alert">${n.value}</p>
      <button class="btn btn-primary wide" disabled=${o.value}>${o.value?"Sending …":"Send me a code"}</button>
    </form>
  `}var Pl="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",Da=()=>a`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${_} name="mark" /></span>Contractor Portal</header>
    ${pn.value?a`<${T} key="code" title="Enter your code" keepsFocus>
          <${Ta} request=${pn.value} onRequest=${st} onOtherEmail=${()=>st(null)} />
        <//>`:a`<${T} key="email" title="Sign in">
          ${Ne.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${dn.value&&a`<p class="problem" role="alert">${Pl}</p>`}
          <${Ia} initialEmail=${Ne.value??""} onRequest=${st} />
        <//>`}
  </div>
`;var Rl={jobs:Yo,job:oa,invoice:qo,statement:qo,money:xa,contacts:$i,account:_i,outbox:hi};function Ma(){if(Ve.value)return a`<${Oa}>${Sn}<//>`;if(A.value===void 0)return a`<${Oa}>Opening …<//>`;if(A.value===null)return a`<${Da} />`;if(w.value===null)return a`<${vi} />`;let{screen:e,id:t,path:n}=I.value,o=Rl[e]??Yo,r=V(w.value);return a`<${Co} key=${r}><${o} key=${n} id=${t} /></${Co}>`}var Oa=({children:e})=>a`<main class="screen"><p class="loading" role="status">${e}</p></main>`;function Na(){z(()=>{if(X.value)for(let[e,t]of jl(v.items.value??[]))ci(e,t)})}function jl(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let i=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of i)t.set(c,Math.max(t.get(c)??0,Number(o)))}return t}var Fl=["checking","review","done","refused","unknown"];function Ca(){let e=new Map;z(()=>{let t=v.items.value??[];for(let n of t){let o=e.get(n.id);o&&Ul(o,n)&&Fl.includes(n.state)&&j(`${rt(n)}: ${pe(n,w.peek()?.agencyName)}`)}e=new Map(t.map(n=>[n.id,n]))}),he(()=>A.value?.email).subscribe(()=>j(""))}var Ul=(e,t)=>e.state!==t.state||de(e)!==de(t);var It=null,La=[];function Pa(){document.addEventListener("focusin",({target:t})=>{It=t,La=[...Wl(It)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(Bl).observe(document.getElementById("app"),e)}function Bl(){let e=![document.body,It].includes(document.activeElement);!It||e||ql(It)||Hl(La.find(t=>t.isConnected)??document.querySelector("h1"))}function ql(e){let{isConnected:t,disabled:n,hidden:o}=e;return t&&!n&&!o}function*Wl(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function Hl(e){if(!e)return;let t=e;t.hasAttribute("tabindex")||(t.tabIndex=-1,t.addEventListener("blur",()=>t.removeAttribute("tabindex"),{once:!0})),t.focus({preventScroll:!0})}Ys();oi();v.start();Ca();Na();Pa();hn();z(()=>{X.value?(Ws(V(X.value)),v.open(X.value)):v.openFormerAccount(Zs.value)});ar(a`<${Ma} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=window.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
