"use strict";(()=>{var D,tr,Bn,Te,Fn,Rt,nr,Lt,or,qn,Un,qa,pt=Symbol.for("pv"),jt={},Ft=[],Wa=/^m(i|n|o|s|text|space)$/,Wn=Array.isArray,Hn=Ft.slice,Fe=Object.assign;function je(e){e&&e.parentNode&&e.remove()}function Ut(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?Hn.call(arguments,2):n),dt(e,i,o,r,null)}function dt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:pt,__v:r||++tr,__i:-1,__u:0};return!r&&D.vnode&&D.vnode(s),s}function Ue(e){return e.children}function Ze(e,t){this.props=e,this.context=t,this.__g=0}function Ie(e,t){if(t==null)return e.__&&Ie(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Ie(e)}function Ha(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Fe({constructor:pt},n)).__v=n.__v+1,D.vnode&&D.vnode(t),Yn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||Ie(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,ur(r,t,s),n.__=n.__e=null,t.__e!=o&&rr(t))}function rr(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),rr(e)}function Qo(e){(8&e.__g||(e.__g|=8,Te.push(e),Rt++))&&Fn==D.debounceRendering||((Fn=D.debounceRendering)||queueMicrotask)(sr)}function sr(){try{for(var e,t=1;Te.length;)Te.length>t&&Te.sort(nr),e=Te.shift(),t=Te.length,8&e.__g&&Ha(e)}finally{(Rt=Te.length)&&(Fn||queueMicrotask)(sr)}}function ir(e,t,n,o,r,s,i,c,u,m,l){var p,d,f,h,b,A,y=o.__k||Ft,$=t.length;for(u=Ya(n,t,y,u,$),p=0;p<$;p++)(f=n.__k[p])!=null&&(d=~f.__i&&y[f.__i]||jt,f.__i=p,A=Yn(e,f,d,r,s,i,c,u,m,l),h=f.__e,(d.ref!=f.ref||8&d.__u)&&(d.ref&&Vn(d.ref,null,f,d),f.ref&&l.push(f.ref,f.__c||h,f)),b=b||h,4&f.__u?(u=ar(f,u,e,!d.__v),d.__e&&(d.__e=null)):typeof f.type=="function"&&A!==void 0?u=A:h&&(u=h.nextSibling),f.__u&=-21);return n.__e=b,u}function Ya(e,t,n,o,r){var s,i,c,u,m,l,p,d,f,h=n.length,b=h,A=0,y=0,$=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=$[s]=dt(null,i):Wn(i)?i=$[s]=dt(Ue,{children:i}):i.constructor===pt&&i.__b?i=$[s]=dt(i.type,i.props,i.key,i.ref,i.__v):$[s]=i,u=s+A,i.__=e,i.__b=e.__b+1,c=null,~(m=i.__i=Va(i,n,u,b))&&(b--,(c=n[m])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,m==u-1?A--:m==u+1?A++:m!=u&&(m>u?A--:A++,y=1)):(~m||(r>h?A--:r<h&&A++),typeof i.type!="function"&&(i.__u|=4))):$[s]=null;if(y){for(l=[],p=[],s=0;s<r;s++)if((i=$[s])&&16&i.__u){for(A=0,d=l.length;A<d;)l[f=A+d>>1]<i.__i?A=f+1:d=f;l[A]=i.__i,p[s]=A+1}for(A=l.length;s--;)p[s]&&(p[s]==A?A--:$[s].__u|=4)}if(b)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Ie(c)),Gn(c,c));return o}function ar(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=ar(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Ie(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Va(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return n;if(o>(u?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function er(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Ct(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||er(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||er(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=Un[t]||(Un[t]=Ga(t)),(e.__a||(e.__a={}))[t]=qn,s=t!=(t=t.replace(or,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Ga(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Lt]==null)t[Lt]=qn++;else if(t[Lt]<this.__a[e])return;return n(D.event?D.event(t):t)}}}function Yn(e,t,n,o,r,s,i,c,u,m){var l,p,d,f,h,b,A,y,$,T,O,Ae,Re,ke,re,K,se,q,le=t.type;if(t.constructor!==pt)return null;128&n.__u&&(u=32&n.__u,l=n.__c.__z)&&(t.__u|=u,p=s=[],l.nodeType==8?c=Pt(l,s):s.push(l),c=s[0]||c),(l=D.__b)&&l(t);e:if(typeof le=="function"){d=i.length;try{if(y=t.props,$=(l=le.prototype)&&l.render,T=(l=le.contextType)&&o[l.__c],O=l?T?T.props.value:l.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):($?t.__c=f=new le(y,O):(t.__c=f=new Ze(y,O),f.constructor=le,f.render=Ja),T&&T.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),$&&(f.__s||(f.__s=f.state),le.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=Fe({},f.__s)),Fe(f.__s,le.getDerivedStateFromProps(y,f.__s)))),h=f.props,b=f.state,f.__v=t,n.__c){if(y!==h&&$&&!le.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps(y,O),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate(y,f.__s,O)===!1){t.__v!=n.__v&&(f.props=y,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(ie){ie&&(ie.__=t)}),Ft.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&i.push(f),c=Ie(n);break e}f.componentWillUpdate&&f.componentWillUpdate(y,f.__s,O),$&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate(h,b,A)})}else $&&!le.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),$&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=O,f.props=y,f.__P=e,f.__g&=-5,Ae=D.__r,Re=$?25:0;do f.__g&=-9,Ae&&Ae(t),l=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++Re<25);$&&(Ft.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=Fe({},o,f.getChildContext())),$&&n.__c&&f.getSnapshotBeforeUpdate&&(A=f.getSnapshotBeforeUpdate(h,b)),ke=l&&l.type===Ue&&l.key==null?l.props.children:l,y.__P&&(l=c,r=(e=y.__P).namespaceURI,u=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(ie){ie&&Gn(ie,ie)}),n.__k=null),c=n.__k?Ie(n,0):null),c=ir(e,Wn(ke)?ke:[ke],t,n,o,r,s,i,c,u,m),y.__P&&(t.__e=null,c=l),t.__u&=-161,p&&p.some(je),f.__h.length&&i.push(f),1&f.__g&&(f.__g&=-4)}catch(ie){if(i.length=d,t.__v=null,u||s)if(ie&&ie.then){if(t.__u|=128|u,s){for(~(se=s.indexOf(c||void 0))||(se=s.length);(q=s[se-1])&&q.nodeType==8;)se--;for(;se<s.length;se++)if(q=s[se])if(s[se]=null,re){if(q==K)break}else{if(q.nodeType!=8)break;q.data.startsWith("$s")&&(K=Pt(re=q))}}if(!re){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;re=c}(l=Pt(re=t.__c.__z||(t.__c.__z=re)))?(t.__e=re,c=l):t.__e=c,c=c&&c.nextSibling}else s&&s.some(je);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),ie&&ie.then||cr(t),D.__e(ie,t,n)}}else c=t.__e=Ka(n.__e,t,n,o,r,s,i,u,m,e);return(l=D.diffed)&&l(t),c}function Pt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function cr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(cr))}function ur(e,t,n){for(var o=0;o<n.length;)Vn(n[o++],n[o++],n[o++]);D.__c&&D.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){D.__e(s,r.__v)}})}function Ka(e,t,n,o,r,s,i,c,u,m){var l,p,d,f,h,b,A,y,$=n.props||jt,T=t.props,O=t.type;if(O=="svg"?r="http://www.w3.org/2000/svg":O=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(l=0;l<s.length;l++)if((h=s[l])&&(O?h.localName==O:h.nodeType==3)){e=h,s[l]=null;break}}if(!e){if(y=m.ownerDocument||document,!O)return y.createTextNode(T);e=y.createElementNS(r,O,T.is?T:m),c&&(D.__m&&D.__m(t,s),c=!1),s=null}if(O){if(m=O=="template"&&e.content||e,s=O=="textarea"&&T.defaultValue!=null?null:s&&Hn.call(m.childNodes),!c&&s)for($={},l=0;l<e.attributes.length;l++)$[(h=e.attributes[l]).name]=h.value;for(l in $)h=$[l],l=="dangerouslySetInnerHTML"?d=h:l=="children"||l in T||l=="value"&&"defaultValue"in T||l=="checked"&&"defaultChecked"in T||Ct(e,l,null,h,r);for(l in T)h=T[l],l=="children"?f=h:l=="dangerouslySetInnerHTML"?p=h:l=="value"?b=h:l=="checked"?A=h:c&&typeof h!="function"||$[l]===h||Ct(e,l,h,$[l],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(O=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Wa.test(O))&&(r="http://www.w3.org/1999/xhtml"),ir(m,Wn(f)?f:[f],t,n,o,r,s,i,s?s[0]:n.__k&&Ie(n,0),c,u),s&&s.some(je)),c&&O!="textarea"||(l="value",O=="progress"&&b==null?e.removeAttribute(l):b==null||b===e[l]&&(O!="progress"||b)||Ct(e,l,b,$[l],r),l="checked",A!=null&&A!=e[l]&&Ct(e,l,A,$[l],r))}else $===T||c&&e.data==T||(e.data=T);return e}function Vn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){D.__e(r,n)}}function Gn(e,t,n){var o,r,s,i;if(D.unmount&&D.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Vn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){D.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&Gn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Pt(o,s=[]))&&(o==e.__e&&s.some(je),je(r),je(o)),n||je(e.__e),e.__e=e.__c=e.__=null}function Ja(e,t,n){return this.constructor(e,n)}function lr(e,t){var n,o,r,s;D.__&&D.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=dt(Ue,{children:[e]}),r=[],s=[],Yn(t,t.__k,o||jt,jt,t.namespaceURI,o?null:t.firstChild?Hn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),ur(r,t.__k,s),t.__k.props.children=null}D={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Rt=0,e}},tr=0,Bn=function(e){return e!=null&&e.constructor===pt},Ze.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Fe({},this.state)),typeof e=="function"&&(e=e(Fe({},n),this.props)),e&&(Fe(n,e),this.__v&&(t&&this.__k.push(t),Qo(this)))},Ze.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),Qo(this))},Ze.prototype.render=Ue,Te=[],Rt=0,nr=function(e,t){return e.__v.__b-t.__v.__b},Lt=Symbol(),or=/(PointerCapture)$|Capture$/i,qn=0,Un={},qa=0;var Be,R,Kn,fr,Jn=Object.is,vt=0,yr=[],zn=[],P=D,mr=P.__b,dr=P.__r,pr=P.diffed,hr=P.__c,vr=P.unmount,_r=P.__;function _t(e,t){P.__h&&P.__h(R,e,vt||t),vt=0;var n=R.__H||(R.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function qe(e){return vt=1,za(wr,e)}function za(e,t,n){var o=_t(Be++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):wr(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);Jn(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=R,!R.__f)){R.__f=!0;var r=R.shouldComponentUpdate;R.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var m=!1,l=this.props!=s;if(u.__.some(function(d){d.__N&&(m=!0,Jn(d.__[0],d.__N[0])||(l=!0))}),r){var p=r.call(this,s,i,c);return m?p||l:p}return!m||l}}return o.__}function C(e,t){var n=_t(Be++,3);!P.__s&&Zn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,R.__H.__h.push(n))}function fe(e,t){var n=_t(Be++,4);!P.__s&&Zn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,R.__h.push(n))}function H(e){return vt=5,J(function(){return{current:e}},[])}function J(e,t){var n=_t(Be++,7);return Zn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Bt(e,t){return vt=8,J(function(){return e},t)}function gr(){var e=_t(Be++,11);if(!e.__){for(var t=R.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Xa(){var e;do{for(;e=zn.shift();)try{ht(e)}catch(n){P.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=yr.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(ht),t.__h.some(Xn),t.__h=[]}catch(n){t.__h=[],P.__e(n,e.__v)}}}while(zn.length)}P.__b=function(e){R=null,mr&&mr(e)},P.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),_r&&_r(e,t)},P.__r=function(e){dr&&dr(e),Be=0;var t=(R=e.__c).__H;t&&(Kn==R?R.__h=[]:(t.__h.some(ht),t.__h.some(Xn),Be=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Kn=R},P.diffed=function(e){pr&&pr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&br(yr.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Kn=R=null},P.__c=function(e,t){t.some(function(n){try{n.__h.some(ht),n.__h=n.__h.filter(function(o){return!o.__||Xn(o)})}catch(o){n.__h=[function(){throw o}]}}),hr&&hr(e,t)},P.unmount=function(e){vr&&vr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,br(zn.push(r))}else ht(r)}catch(s){t=s}}),o.__H=void 0,t&&P.__e(t,o.__v))};var $r=typeof requestAnimationFrame=="function";function Za(e){var t,n=function(){clearTimeout(o),$r&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);$r&&(t=requestAnimationFrame(n))}function br(e){e!=1&&fr==P.requestAnimationFrame||((fr=P.requestAnimationFrame)||Za)(Xa)}function ht(e){var t=R,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),R=t}function Xn(e){var t=R;e.__c=e.__(),R=t}function Zn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!Jn(n,e[o])})}function wr(e,t){return typeof t=="function"?t(e):t}var Qa=Symbol.for("preact-signals");function Yt(){if(ye>1)ye--;else{var e,t=!1;for((function(){var r=Wt;for(Wt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();bt!==void 0;){var n=bt;for(bt=void 0,qt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&xr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(qt=0,ye--,t)throw e}}function eo(e){if(ye>0)return e();Qn=++ec,ye++;try{return e()}finally{Yt()}}var $t,M=void 0;function yt(e){var t=M,n=$t;M=void 0,$t=void 0;try{return e()}finally{M=t,$t=n}}var bt=void 0,ye=0,qt=0,ec=0,Qn=0,Wt=void 0,Ht=0;function Sr(e){if(M!==void 0){var t=e.n;if(t===void 0||t.t!==M)return t={i:0,S:e,p:M.s,n:void 0,t:M,e:void 0,x:void 0,r:t},M.s!==void 0&&(M.s.n=t),M.s=t,e.n=t,32&M.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=M.s,t.n=void 0,M.s.n=t,M.s=t),t}}function W(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}W.prototype.brand=Qa;W.prototype.h=function(){return!0};W.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:yt(function(){var o;(o=t.W)==null||o.call(t)}))};W.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&yt(function(){var r;(r=t.Z)==null||r.call(t)}))}};W.prototype.subscribe=function(e){var t=this;return Z(function(){var n=t.value;yt(function(){return e(n)})},{name:"sub"})};W.prototype.valueOf=function(){return this.value};W.prototype.toString=function(){return this.value+""};W.prototype.toJSON=function(){return this.value};W.prototype.peek=function(){var e=this;return yt(function(){return e.value})};Object.defineProperty(W.prototype,"value",{get:function(){var e=Sr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(qt>100)throw new Error("Cycle detected");(function(n){ye!==0&&qt===0&&n.l!==Qn&&(n.l=Qn,Wt={S:n,v:n.v,i:n.i,o:Wt})})(this),this.v=e,this.i++,Ht++,ye++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Yt()}}}});function N(e,t){return new W(e,t)}function xr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Ar(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function kr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function We(e,t){W.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Ht-1,this.f=4}We.prototype=new W;We.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Ht))return!0;if(this.g=Ht,this.f|=1,this.i>0&&!xr(this))return this.f&=-2,!0;var e=M;try{Ar(this),M=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return M=e,kr(this),this.f&=-2,!0};We.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}W.prototype.S.call(this,e)};We.prototype.U=function(e){if(this.t!==void 0&&(W.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};We.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(We.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Sr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function ve(e,t){return new We(e,t)}function Tr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){ye++;var n=M;M=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,to(e),o}finally{M=n,Yt()}}}function to(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Tr(e)}function tc(e){if(M!==this)throw new Error("Out-of-order effect");kr(this),M=e,this.f&=-2;try{8&this.f&&to(this)}finally{Yt()}}function Qe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,$t&&$t.push(this)}Qe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Qe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Tr(this),Ar(this),ye++;var e=M;return M=this,tc.bind(this,e)};Qe.prototype.N=function(){2&this.f||(this.f|=2,this.u=bt,bt=this)};Qe.prototype.d=function(){this.f|=8,1&this.f||to(this)};Qe.prototype.dispose=function(){this.d()};function Z(e,t){var n=new Qe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Ir,Gt,Vt,nc=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Er=[];Z(function(){Ir=this.N})();function et(e,t){D[e]=t.bind(null,D[e]||function(){})}function gt(e){if(Vt){var t=Vt;Vt=void 0,t()}Vt=e&&e.S()}function Dr(e){var t=this,n=e.data,o=g(n);o.name="ReactiveDom",o.value=n;var r=J(function(){for(var c=t,u=t.__v;u=u.__;)if(u.__c){u.__c.__$f|=4;break}var m=ve(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),l=ve(function(){return!Array.isArray(m.value)&&!Bn(m.value)}),p=Z(function(){if(this.N=Or,l.value){var f=m.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[l,m]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}Dr.displayName="ReactiveTextNode";Object.defineProperties(W.prototype,{constructor:{configurable:!0,value:Ut(Ue,null).constructor},type:{configurable:!0,value:Dr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});et("__b",function(e,t){if(gt(),Gt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof W&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});et("__r",function(e,t){if(e(t),t.type!==Ue){gt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return Z(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;nc&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Gt=o,gt(n)}});et("__e",function(e,t,n,o){gt(),Gt=void 0,e(t,n,o)});et("diffed",function(e,t){gt(),Gt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var u in o){var m=s[u],l=o[u];m===void 0?(m=oc(n,u,l,r),s[u]=m):m.o(l,r)}}}e(t)});function oc(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=N(n);return{o:function(i,c){s.value=i,o=c},d:Z(function(){this.N=Or;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}et("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var u in i)c[u]=i[u]}t.__np=void 0}else{var m=t.__c;if(m){m.__$f|=8;var l=m.__$u;l&&(m.__$u=void 0,l.d())}}e(t)});et("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Ze.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function g(e,t){return J(function(){return N(e,t)},[])}var rc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function sc(){eo(function(){for(var e;e=Er.shift();)Ir.call(e)})}function Or(){Er.push(this)===1&&(D.requestAnimationFrame||rc)(sc)}var Nr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,Nr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Mr=new Map;function Cr(e){var t=Mr.get(this);return t||(t=new Map,Mr.set(this,t)),(t=Nr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",u=[0],m=function(d){s===1&&(d||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,d,i):s===3&&(d||i)?(u.push(3,d,i),s=2):s===2&&i==="..."&&d?u.push(4,d,0):s===2&&i&&!d?u.push(5,0,!0,i):s>=5&&((i||!d&&s===5)&&(u.push(s,0,i,r),s=6),d&&(u.push(s,d,0,r),s=6)),i=""},l=0;l<n.length;l++){l&&(s===1&&m(),m(l));for(var p=0;p<n[l].length;p++)o=n[l][p],s===1?o==="<"?(m(),u=[u],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(m(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[l][p+1]===">")?(m(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(m(),s=2):i+=o),s===3&&i==="!--"&&(s=4,u=u[0])}return m(),u})(e)),t),arguments,[])).length>1?t:t[0]}var a=Cr.bind(Ut);var jr="Europe/London",no=e=>new Intl.DateTimeFormat("en-GB",{timeZone:jr,...e}),Fr=no({day:"numeric",month:"long",year:"numeric"}),ic=no({month:"short",year:"numeric"}),Lr=no({hour:"2-digit",minute:"2-digit"}),Kt=new Intl.DateTimeFormat("sv-SE",{timeZone:jr}),ac=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),cc=864e5,[uc,Pr]=[1024,1024*1024],ae=(e=new Date)=>Kt.format(e),Q=e=>Fr.format(new Date(e)),Ur=e=>ic.format(new Date(`${e}-01`));function Ee(e,t=new Date){let n=new Date(e);return Kt.format(n)===Kt.format(t)?Lr.format(n):`${Fr.format(n)}, ${Lr.format(n)}`}var L=e=>ac.format(e),j=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Br(e,t=new Date){let n=Math.round((Rr(t)-Rr(new Date(e)))/cc);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Rr=e=>Date.parse(Kt.format(e)),He=e=>e<Pr?`${Math.ceil(e/uc)} KB`:`${Number((e/Pr).toFixed(1))} MB`;var so=(e,t)=>t.some(n=>e instanceof n),qr,Wr;function lc(){return qr||(qr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function fc(){return Wr||(Wr=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var io=new WeakMap,oo=new WeakMap,Jt=new WeakMap;function mc(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(_e(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Jt.set(t,e),t}function dc(e){if(io.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});io.set(e,t)}var ao={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return io.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return _e(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function Gr(e){ao=e(ao)}function pc(e){return fc().includes(e)?function(...t){return e.apply(tt(this),t),_e(this.request)}:function(...t){return _e(e.apply(tt(this),t))}}function hc(e){return typeof e=="function"?pc(e):(e instanceof IDBTransaction&&dc(e),so(e,lc())?new Proxy(e,ao):e)}function _e(e){if(e instanceof IDBRequest)return mc(e);if(oo.has(e))return oo.get(e);let t=hc(e);return Object.is(t,e)||(oo.set(e,t),Jt.set(t,e)),t}var tt=e=>Jt.get(e);function Kr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=_e(i);return o&&i.addEventListener("upgradeneeded",u=>{o(_e(i.result),u.oldVersion,u.newVersion,_e(i.transaction),u)}),n&&i.addEventListener("blocked",u=>n(u.oldVersion,u.newVersion,u)),c.then(u=>{s&&u.addEventListener("close",()=>s()),r&&u.addEventListener("versionchange",m=>r(m.oldVersion,m.newVersion,m))}).catch(()=>{}),c}function Jr(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),_e(n).then(()=>{})}var vc=["get","getKey","getAll","getAllKeys","count"],_c=["put","add","delete","clear"],ro={};function Hr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(ro[t])return ro[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=_c.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||vc.includes(n)))return;let s=async function(i,...c){let u=this.transaction(i,r?"readwrite":"readonly"),m=u.store;return o&&(m=m.index(c.shift())),(await Promise.all([m[n](...c),r&&u.done]))[0]};return ro[t]=s}Gr(e=>({...e,get:(t,n,o)=>Hr(t,n)||e.get(t,n,o),has:(t,n)=>!!Hr(t,n)||e.has(t,n)}));var $c=["advance","continue","continuePrimaryKey"],Yr={},co=new WeakMap,zr=new WeakMap,bc={get(e,t){if(!$c.includes(t))return e[t];let n=Yr[t];return n||(n=Yr[t]=function(...o){co.set(this,zr.get(this)[t](...o))}),n}};async function*yc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,bc);for(zr.set(n,t),Jt.set(n,tt(t));t;)yield n,t=await(co.get(n)||t.continue()),co.delete(n)}function Vr(e,t){return t===Symbol.asyncIterator&&so(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&so(e,[IDBIndex,IDBObjectStore])}Gr(e=>({...e,get(t,n,o){return Vr(t,n)?yc:e.get(t,n,o)},has(t,n){return Vr(t,n)||e.has(t,n)}}));var zt=new Set,Xr=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){Xr=zt.size>0;for(let t of zt)wt(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&Xr&&location.reload()});function Zr(e){let t=tt(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return uo(o),o}}function uo(e){let t=tt(e)??e;zt.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>zt.delete(t));_e(t).done.catch(()=>{})}function wt(e){try{e.abort()}catch{}}var gc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...i}=r.value;o.put({...i,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],wc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",blocked:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},De=class extends Error{constructor(t,n,o=wc[t]){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=o}},Y=e=>e?.sentence,Qr=["InvalidStateError","UnknownError"],Sc="portal:",xc=1e4,Zt=1e4,Xt=3e3,Ye=new Map,Qt=new Set,fo=!1,ee=({agency:e,contractorId:t,email:n})=>`${Sc}${e}/${t} ${n}`;function Ac(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return t&&n&&o?{agency:t,contractorId:n,email:o}:null}async function es(){return(indexedDB.databases?(await $e(()=>ge(Zt,indexedDB.databases()))).map(({name:t})=>t??""):[...Ye.keys()]).map(Ac).filter(t=>t!==null)}var ts=()=>{fo=!0},mo=e=>Qt.delete(e);async function lo(e,t=gc){if(Qt.has(e))throw new De("gone");let n=Ye.get(e);return n||(n=kc(e,t),Ye.set(e,n),n.catch(()=>Ye.delete(e))),$e(()=>ge(xc,n))}var kc=(e,t)=>$e(async()=>{let n=await Kr(e,t.length,{upgrade(o,r,s,i){uo(i),Tc(t.slice(r),o,i)},blocking(o,r){r===null&&Qt.add(e),po(e)},terminated:()=>Ye.delete(e)});return Zr(n),n});async function Tc(e,t,n){try{for(let o of e)await o(t,n)}catch{wt(n)}}async function po(e){let t=Ye.get(e);Ye.delete(e),(await t?.catch(()=>null))?.close()}async function ns(e){let t=ge(Xt,Ic(e)).then(()=>!0,()=>!1);Qt.add(e);let n=await t;po(e);try{await $e(()=>ge(Xt,Jr(e)))}catch(o){if(!n)throw o}}async function Ic(e){let t=await lo(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var te=(e,t,n)=>$e(async()=>{let o=await Ec(e,t,n);return fo=!0,o}),Oe=(e,t,n)=>$e(()=>ge(Zt,te(e,t,n)));async function Ec(e,t,n){try{return await t(await lo(e,n))}catch(o){let{cause:r,name:s}=o;if(!Qr.includes(r?r.name:s))throw o;return await po(e),t(await lo(e,n))}}async function ge(e,t){let n,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}async function $e(e){try{return await e()}catch(t){throw t instanceof De?t:new De(Dc(t),t)}}function Dc(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"blocked":["SecurityError",...Qr].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?fo?"lost":"closed":"broken"}var os="application/json",rs=()=>{};function ss(e){rs=e}async function V(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let i=new Headers(r);o&&i.set("Portal-Account",o),n&&!(n instanceof FormData)&&i.set("Content-Type",os);let c=performance.now();try{let u=await fetch(`/api/${e}`,{method:t,headers:i,body:n instanceof FormData||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:m,headers:l}=u,d=l.get("Content-Type")?.startsWith(os)??!1?await u.json().catch(()=>null):null;return Oc(m,d,l)?(m===401&&rs(c),{status:m,body:d,headers:l,offline:!1}):m===413?Mc():ho()}catch{return ho()}}function Oc(e,t,n){return n.get("X-Request-ID")?e>=400?typeof t?.error=="string":t!==null||e===204||e===304:!1}var Mc=()=>({...ho(),status:413,offline:!1}),ho=()=>({status:0,body:null,headers:new Headers,offline:!0}),Nc="The portal cannot be reached just now. Please check your connection and try again.",me=({offline:e,body:t})=>e?Nc:t?.error??"Something went wrong. Please try again in a minute.";var St=new BroadcastChannel("portal-turn"),xt=[];St.addEventListener("message",({data:{asks:e}})=>{xt.includes(e)&&St.postMessage({holds:e})});function is(e,t){return us(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(i){if(i.name!=="AbortError")throw i;return r=!1,null}})}function as(e,t){return us(e,async({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function cs(e,t){let n=!1,o=()=>(n=!0,ls(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function us(e,t){let n=!1,o=r=>(n=!0,ls(e,r));for(let r=!1;;r=!await Cc(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function ls(e,t){xt.push(e);try{return await t()}finally{xt.splice(xt.indexOf(e),1)}}function Cc(e){return xt.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),St.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);St.addEventListener("message",o),St.postMessage({asks:e})})}function fs(e,t){let{method:n,path:o}=Lc(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?Pc(e,t):e.content,timeoutMs:t?3e5:6e4}}function Lc({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(String(t))}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function Pc({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t?.name),o}var Rc=["rejected","expired","abandoned"];var jc=/^document: /,Fc=[400,404,405,413,415,422],hs="It may have arrived. It is sent again, and the portal knows it for the same.",Uc="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",ms="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",Bc=" If that does not help, attach the PDF again.",qc="The portal cannot tell any more what became of it. Please look at the job before you send it again.",vs="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",F=({state:e})=>e!=="done",ce=({state:e})=>["checking","review"].includes(e),de=({state:e,promised:t})=>e==="checking"&&!!t,At=e=>F(e)&&!ce(e),Me=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,_s=(e,t)=>Me(e)?{heldUntil:t+6e5}:void 0,tn=e=>e.state!=="sending"&&!ce(e),nn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,ot=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,z=({state:e})=>["refused","unknown"].includes(e),$s=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...on({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+1e4:0}),on=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...Wc}),Wc={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,result:null};function bs(e,t){return ys(e).filter(n=>vo(n)<=t||vo(n)>t+864e5).sort((n,o)=>+!!n.document-+!!o.document||n.id-o.id)}function _o(e){let t=ys(e).map(vo);return t.length?Math.min(...t):null}var vo=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function ys(e){let t=new Set;return e.filter(n=>{if(ce(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${"statementId"in n.content?n.content.statementId:void 0}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function gs(e,t){return Ss(e,t)?$o(vs):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function ws(e,t,n=Math.random){if(Ss(e,t))return $o(vs);let o=Me(e)?ms+Bc:ms;return nt(e,null,t,n,{sentence:o,asks:"document"},6e4)}var Ss=({sentAt:e},t)=>e!==null&&t-e>5184e5,xs=()=>({state:"waiting",sentence:hs,nextAt:0});function As(e,t,n,o=Math.random){let{status:r,body:s,headers:i,offline:c}=t,u={sentAt:e.sentAt??n},m=s?.error?.replace(jc,"")??null;if(c)return nt(e,null,n,o,{...u,sentence:hs},6e4);if(r===413&&!s){let f={sentAt:e.sentAt,sentence:Uc,asks:"size"};return nt(e,600,n,o,f,36e5)}let l=i.get("Submission-State"),p=i.get("Retry-After"),d=i.get("Location");return r===200||r===201?Ts(e,s,n):r===202?ds(s.state,s.submissionId,s.message,n):l==="rejected"?en(m,{ended:l}):r===409&&p?nt(e,p,n,o,{...u,sentence:m},1e4):d?ds(l,d.split("/").at(-1)??"",m,n):l==="not-sent"?nt(e,p,n,o,{sentAt:null,sentence:m}):r===409?en(m,{asks:e.kind==="invoice"?"duplicate":null}):Fc.includes(r)?en(m):nt(e,p,n,o,{...r>=500?u:{sentAt:e.sentAt},sentence:m})}function ks(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?$o(qc):o||t!==200?ps(e,e,r,s):n.state==="confirmed"?Ts(e,n.result,r):Rc.includes(n.state)?en(n.message,{ended:n.state}):ps(e,{...Is(n.state),sentence:n.message},r,s)}var Ts=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?Hc(t):t}),Hc=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},en=(e,{asks:t=null,ended:n=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,sentAt:null}),$o=e=>({state:"unknown",sentence:e,asks:null}),Is=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e??"")}),ds=(e,t,n,o)=>({...Is(e),submissionId:t,sentence:n,tries:0,nextAt:o+2e3});function nt(e,t,n,o,r,s=3e5){let i=Math.max(Number(t)*1e3||0,rn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function ps({tries:e},{state:t,promised:n,sentence:o},r,s){let i=t==="review"?3e5:6e4;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+rn(e,i,s)}}var rn=(e,t,n=Math.random)=>Math.min(t,2e3*2**Math.min(e,20))*(.5+n()/2);var Ds="portal-outbox",Yc={durability:"strict"},Es=["outbox","documents","blobs"],rt=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ve=class{constructor(t){this.owner=t,this.name=ee(t)}list(){return Oe(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let i=await r.add(t);return n&&await s.put({id:i,bytes:n}),{...t,id:Number(i)}});return sn(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:i,blobs:c})=>{let u=await s.get(t),m=u&&n(u);if(m===void 0)return;let l=m&&{...u,...m},p=Os(l);return await Promise.all([l?s.put(l):s.delete(t),p?o&&i.put({id:t,bytes:o}):i.delete(t),(o||!p)&&c.delete(t)]),l});if(r===void 0)throw new rt;return sn(this.name),r}async readDocument(t){let n=await Oe(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await Oe(this.name,s=>s.get("blobs",t));if(!n)throw new De("lost");let o=await $e(()=>ge(Zt,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:i})=>{await i.count(t)&&await Promise.all([s.put({id:t,bytes:o}),i.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return te(this.name,async n=>{let o=n.transaction(Es,"readwrite",Yc),r=Object.fromEntries(Es.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw wt(o),c}),[i]=await Promise.all([s,o.done]);return i})}deleteAllButUnsent(){return te(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!F(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},st=class{#e=[];#t=new Map;#o=0;constructor(t){this.owner=t,this.name=ee(t)}async list(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#o};return this.#e.push(o),n&&this.#t.set(o.id,n),sn(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new rt;let i=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...i?[i]:[]),o?this.#t.set(t,o):Os(i)||this.#t.delete(t),sn(this.name),i}async readDocument(t){return this.#t.get(t)??null}},Os=e=>!!(e?.document&&F(e));function sn(e){let t=new BroadcastChannel(Ds);t.postMessage(e),t.close()}function Ms(e){let t=new BroadcastChannel(Ds);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function an(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw new De("broken",t,"This file cannot be read. Please choose it again.")}}var Ns="portal-session",Vc=5e3;async function Ge(e=null){return(await es()).filter(n=>e===null||n.email===e).map(n=>new Ve(n))}async function bo(e){return await is(`portal-outbox:${e.name}`,n=>Gc(e,n))??{obstacle:null,nextAt:Date.now()+Vc}}async function Gc(e,t){for(await Kc(e);t();){let[n]=bs(await e.list(),Date.now());if(!n)return{obstacle:null,nextAt:_o(await e.list())};let o=await Jc(e.owner,async()=>t()?zc(e,n):null);if(o)return{obstacle:o,nextAt:null}}return null}var yo=e=>cs(Ns,e);async function Kc(e){for(let{id:t,state:n}of await e.list())n==="sending"&&await e.change(t,xs)}function Jc(e,t){return as(Ns,async()=>await Cs(e)??t())}async function Cs({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await V("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function zc(e,t){try{return await(ce(t)?Zc(e,t):Xc(e,t))}catch(n){if(n instanceof rt)return null;throw n}}async function Xc(e,t){let n=u=>u.state==="waiting"&&u.key===t.key&&u.heldUntil===t.heldUntil,o=t.document?await e.readDocument(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,u=>n(u)?ws(u,Date.now()):void 0),null;let r=await e.change(t.id,u=>n(u)?gs(u,Date.now()):void 0);if(r?.state!=="sending")return null;let s=fs(t,o),i=await V(s.path,{...s,account:Ps(e)}),c=await Ls(e,i);return await e.change(t.id,u=>{if(!(u.attempt!==r.attempt||u.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:As(t,i,Date.now())}),c??(i.offline?"offline":null)}async function Zc(e,t){let n=await V(`contractor/submissions/${t.submissionId}`,{account:Ps(e)}),o=await Ls(e,n);return o||await e.change(t.id,r=>ce(r)?ks(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function Ls(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?Cs(e.owner):null}var Ps=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Qc="outbox",Rs=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator;async function js(){return await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Qc).then(()=>!0,()=>!1)??!0}var go=e=>`outbox ${e}`;function cn(e,t){try{t?localStorage.setItem(go(e),String(t)):localStorage.removeItem(go(e))}catch{}}function wo(e){try{return Number(localStorage.getItem(go(e))??0)}catch{return 0}}var Fs=e=>cn(e,0);var eu=6e4,tu=168*36e5,nu="This device has no room left, so nothing can be sent from it. Please free some space.",un=class{items=N(null);obstacle=N(null);otherAccounts=N([]);storageProblem=N(null);#e=null;#t=void 0;#o=0;#r=!1;#s=null;#n=!1;#u=!1;start(){Ms(t=>{t===this.#e?.name&&this.#a()}),addEventListener("online",()=>this.#f(Us)),addEventListener("offline",()=>this.wake()),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&this.wake()})}async open(t){if(this.#e?.name===ee(t))return;this.close(),mo(ee(t));let n=new Ve(t);wo(n.name)&&ts(),this.#e=n;try{let o=(await n.list()).length?0:wo(n.name);for(let r of(await Ge()).filter(({owner:{email:s}})=>s!==t.email))await r.deleteAllButUnsent(),cn(r.name,await So(r));await ou(n),await Bs(n,await n.list(),Us),this.#e===n&&(this.storageProblem.value=o?ru(o):null)}catch(o){if(this.#e!==n)return;this.storageProblem.value=xo(o),o.reason==="closed"&&(this.#e=new st(t))}await this.#a(),this.items.value?.some(F)&&this.#c(),this.wake()}async openFormerAccount(t){if(this.close(),!t)return;(await Ge(t.email).catch(()=>[])).some(({name:o})=>o===ee(t))&&!this.#e&&await this.open(t)}close(){clearTimeout(this.#t),this.#e=null,this.items.value=null,this.obstacle.value=null,this.otherAccounts.value=[],this.storageProblem.value=null}async add({document:t,...n}){let{bytes:o,document:r}=await qs(t),s=await this.#l().add($s({...n,document:r},Date.now()),o);return await this.#a(),navigator.storage?.persist?.(),this.#c(),this.wake(),s}async edit(t,{content:n,about:o,document:r}){let{bytes:s,document:i}=await qs(r),c={content:n,...o!==void 0&&{about:o},...r!==void 0&&{document:i}};return this.#i(t,u=>Me(u)?on(c):void 0,s)}hold(t){return this.#i(t,n=>_s(n,Date.now()))}release(t){return this.#i(t,({heldUntil:n})=>n?{heldUntil:0}:void 0)}resend(t,{duplicate:n=!1}={}){return this.#i(t,o=>z(o)?on({duplicate:n}):void 0)}remove(t){return this.#i(t,n=>tn(n)?null:void 0)}undo(t){return this.#i(t,n=>nn(n,Date.now())?null:void 0)}itemsOf(t){return(this.items.value??[]).filter(n=>n.jobId===t)}sendingNotice(){return Rs()&&!this.#u?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection."}async wake(){clearTimeout(this.#t),this.#s?this.#n=!0:(this.#s=this.#d(),await this.#s.finally(()=>this.#s=null),this.#n&&(this.#n=!1,await this.wake()))}async tryNow(){await this.#f()}async countUnsent(t){let n=this.#e instanceof st?[this.#e]:await Ge(t);return(await Promise.all(n.map(So))).reduce((r,s)=>r+s,0)}async deleteAll(t){let n=!(this.#e instanceof st);this.#e?.owner.email===t&&this.close();let o=n?await Ge(t):[],s=(await Promise.allSettled(o.map(async({name:i})=>{await ns(i),Fs(i)}))).find(i=>i.status==="rejected");if(s)throw s.reason}#l(){if(!this.#e)throw new Error("no outbox is open");return this.#e}async#i(t,n,o){let r=await this.#l().change(t,n,o);return await this.#a(),this.#c(),this.wake(),r}async#f(t){this.#e&&await Bs(this.#e,this.items.value??[],t),await this.wake()}async#c(){await js()||(this.#u=!0)}async#a(){let t=this.#e;try{let n=await t?.list()??null;if(this.#e!==t)return;this.items.value=n,t&&n&&cn(t.name,n.filter(At).length)}catch(n){if(this.#e!==t)return;this.storageProblem.value=xo(n),this.#r=!0}}async#d(){let t=this.#e;if(t)try{let n=t instanceof Ve?(await Ge(t.owner.email)).filter(({name:s})=>s!==t.name):[],o=[];for(let s of[t,...n])o.push(await bo(s));let r=await Promise.all(n.map(So));if(this.#e!==t||(this.obstacle.value=o[0].obstacle,this.otherAccounts.value=n.map(({owner:s},i)=>({...s,number:r[i]})).filter(({number:s})=>s),this.#m(o),!this.#r))return;this.#r=!1,await this.#a(),this.#r||(this.storageProblem.value=null)}catch(n){if(this.#e!==t)return;let o=n.reason==="full";this.storageProblem.value=o?nu:xo(n),this.#r=!0,this.#m([{obstacle:"offline",nextAt:null}])}}#m(t){let n=t.some(({obstacle:r})=>r==="offline");this.#o=n?this.#o+1:0;let o=t.map(({nextAt:r})=>r).filter(r=>r!==null);n&&o.push(Date.now()+rn(this.#o,eu)),o.length&&(this.#t=setTimeout(()=>this.wake(),Math.max(Math.min(...o)-Date.now(),0)))}},Us=({asks:e})=>e!=="size";async function Bs(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>F(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function qs(e){if(!e)return{bytes:void 0,document:null};let{bytes:t,...n}=await an(e);return{bytes:t,document:n}}var So=async e=>(await e.list()).filter(At).length;async function ou(e){let t=Date.now()-tu;for(let{id:n,state:o,doneAt:r}of await e.list())o==="done"&&Number(r)<t&&await e.change(n,()=>null)}function xo(e){let t=Y(e);if(!t)throw e;return t}var ru=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;var v=new un;var su={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},iu="May have arrived",au="With the portal",Ws={expired:"Not delivered",abandoned:"Not delivered"};function pe(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:de(e)?au:ot(e)?iu:n==="refused"&&Ws[o??""]||su[n]}function Hs(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?pe(e,t):`${pe(e,t)}${Ws[o??""]?":":", because:"} ${r}`}var Ys=(e,t)=>e.state==="refused"||e.sentence?.startsWith(pe(e,t))?null:e.sentence,it=e=>e.kind==="completion"?e.content.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e.kind];var Vs;function U(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Vs),Vs=setTimeout(()=>{t.textContent=e},400)}var cu={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},_=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${cu[e]} /></svg>
`;var Ao="([A-Za-z0-9_-]{1,64})",ko=new RegExp(`^${Ao}$`),uu={"/":"jobs","/jobs":"jobs",[`/jobs/${Ao}`]:"job",[`/jobs/${Ao}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},lu=Object.entries(uu).map(([e,t])=>[new RegExp(`^${e}$`),t]);function ln(e){for(let[t,n]of lu){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var I=N(To());function To(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...ln(location.pathname)??ln("/"),path:location.pathname,account:ko.test(n)&&ko.test(o)?`${n}/${o}`:null,query:t,isBack:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function x(e,t={},n=I.value.account){let[o="",r=""]=n?.split("/")??[],s={...t,...n&&{agency:o,contractor:r}},i=new URLSearchParams(s).toString();return i?`${e}?${i}`:e}function Gs(e){I.value.account||he(x(I.value.path,Object.fromEntries(I.value.query),e),{replace:!0})}function he(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:fu(n)},""),history.pushState(null,"",e)),I.value=To()}var fn=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function fu(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return!o||!t?null:{href:r??"",at:fn(r??"",t).indexOf(o),top:o.getBoundingClientRect().top}}function Ks(){let{y:e,mark:t}=I.value;scrollTo(0,e);let n=document.querySelector("main"),o=t&&n&&fn(t.href,n)[t.at];if(!o)return;let r=()=>scrollBy(0,o.getBoundingClientRect().top-t.top);r(),requestAnimationFrame(()=>requestAnimationFrame(r))}function Js(){history.scrollRestoration="manual",addEventListener("popstate",()=>{I.value=To(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!ln(t.pathname)||(e.preventDefault(),he(t.href,{replace:t.href===location.href,link:t}))})}var mu="Contractor Portal",zs=!0;function E({title:e,back:t,keepsFocus:n=!1,children:o}){let r=H(null);return fe(()=>{zs||(n||r.current?.focus({preventScroll:!0}),Ks()),zs=!1},[]),fe(()=>{document.title=`${e} – ${mu}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${x(t.path)}><${_} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var mn="portal",dn=[e=>e.createObjectStore("session")],Xs=e=>te(mn,t=>t.put("session",e,"last"),dn),Zs=()=>ti("last"),Io=()=>$e(()=>ge(Xt,te(mn,e=>e.delete("session","last"),dn))),Qs=e=>te(mn,async t=>e?t.put("session",e,"asked"):t.delete("session","asked"),dn),ei=()=>ti("asked");async function ti(e){try{return await Oe(mn,t=>t.get("session",e),dn)??null}catch{return null}}var k=N(void 0),Ne=N(null),at=N(!1),ct=N(null),vn=N(null),du=6e5,Ke=N(!1),pn=null,hn=0,G=({agency:e,contractorId:t})=>`${e}/${t}`,Eo=(e,t)=>e.accounts.find(n=>G(n)===t)??null,w=ve(()=>k.value?Eo(k.value,I.value.account??G(k.value.account)):null),X=ve(()=>{if(!k.value||!w.value||Ke.value)return null;let{agency:e,contractorId:t}=w.value;return{email:k.value.email,agency:e,contractorId:t}}),ni=ve(()=>{let e=I.value.account;if(!k.value||w.value||!e||Ke.value)return null;let[t,n]=e.split("/");return{email:k.value.email,agency:t,contractorId:n}}),Do=new BroadcastChannel("portal:person"),oi=new BroadcastChannel("portal:parting");async function kt(e){hn=performance.now(),e&&(ct.value=null),JSON.stringify(e)!==JSON.stringify(k.value)&&(k.value=e,await(e?Xs(e):Io()).catch(()=>{}),Do.postMessage(e))}async function ut(e){await Qs(e).catch(()=>{}),vn.value=e}async function _n(){let[e,t]=await Promise.all([Zs(),ei()]);t&&await ut(Date.now()-t.at<du?t:null);let n=e||document.body.dataset.session;if(k.value??=e??(n?void 0:null),n||navigator.serviceWorker?.controller){let o=performance.now(),r=await V("session");r.status===200&&o>=hn&&await kt(r.body)}k.value??=null}var $n=e=>{let t=I.value.account?.split("/")[0];return V("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function ri(e,t){let n=await yo(()=>V("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ne.value=null,at.value=!1,await kt(n.body),await ut(null)),n}async function si(e){kt({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await V("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await kt(o.body)}function ii(){return pn??=pu().finally(()=>pn=null),pn}async function pu(){let e=k.value,t=await yo(()=>V("session",{method:"DELETE"}));if(t.status!==204)return t;Ke.value=!0,Do.postMessage(null),oi.postMessage(null);let n=await Promise.allSettled([Io(),v.deleteAll(e.email)]);return at.value=n.some(o=>o.status==="rejected"&&o.reason&&o.reason.reason!=="closed"),Ne.value=null,k.value===e&&(k.value=null),Ke.value=!1,t}function ai(){ss(e=>{pn||e<hn||(Ne.value=k.value?.email??Ne.value,kt(null))}),Do.onmessage=({data:e})=>{Ke.value&&!e||(hn=performance.now(),k.value=e)},oi.onmessage=()=>{Ne.value=null}}var ci=300;async function ui(e,t,n,o=null){try{await te(ee(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>ci&&await hu(s),await i})}catch{}}async function li(e,t){try{return await Oe(ee(e),n=>n.get("answers",t))??null}catch{return null}}async function hu(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-ci).map(({path:n})=>e.delete(n)))}var vu=5e3,_u=30,fi={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},$u=N({...fi,busy:!1}),Oo=class{state=N(fi);begunAt=0;readAt=0;running=null;#e=null;#t;#o;constructor(t,n){this.#t=t,this.#o=n}refresh(){navigator.onLine&&Date.now()-this.readAt<vu||(this.running??=this.#r().finally(()=>{this.running=null}))}async#r(){this.state.value.body||await this.#s(),this.#n({busy:!0});let t=Date.now();this.begunAt=t;let n=this.#e&&this.state.value.body?{"If-None-Match":this.#e}:{},o=await V(`contractor/${this.#o}`,{account:G(this.#t),headers:n}),{status:r,body:s,offline:i}=o,c=yu(o.headers.get("Last-Modified")),u={begunAt:t,asOf:c,isOld:!1,busy:!1,problem:null,status:r};if((r===200||r===304)&&(this.readAt=Date.now()),r===200)this.#e=o.headers.get("ETag"),ui(this.#t,this.#o,s,this.#e),this.#n({...u,body:s});else if(r===304)this.#n(u);else if(r===409)_n(),this.#n({busy:!1,problem:me(o),status:r});else if(r===404)this.#n({body:null,busy:!1,problem:me(o),status:r});else{let m=Number(o.headers.get("Retry-After"));!i&&m&&setTimeout(()=>this.refresh(),Math.min(m,_u)*1e3);let l=!!(!i&&m);this.#n({isOld:!!this.state.value.body,busy:l,problem:me(o),status:r})}}async#s(){let t=await li(this.#t,this.#o);if(!t)return;this.#e=t.etag??null;let n=t.body.asOf??new Date(t.readAt).toISOString();this.#n({body:t.body,begunAt:t.readAt,asOf:n,isOld:!0})}#n(t){this.state.value={...this.state.value,...t}}},bn=new Map;function S(e){let t=e?bu(X.value,e):null;return C(()=>{if(!t)return;let n=()=>document.visibilityState==="visible"&&t.refresh();n();let o=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of o)r.addEventListener(s,n);return()=>{for(let[r,s]of o)r.removeEventListener(s,n)}},[t]),t?.state??$u}async function mi(e,t){let n=X.value&&bn.get(pi(X.value,e));await n?.running,!(!n||n.begunAt>t)&&(n.readAt=0,n.refresh())}var di=()=>bn.clear(),pi=(e,t)=>`${e.email} ${G(e)} ${t}`;function bu(e,t){let n=pi(e,t),o=bn.get(n)??new Oo(e,t);return bn.set(n,o),o}var yu=e=>e?new Date(e).toISOString():null;var gu="https://www.google.com/maps/search/?api=1&query=",wu=/[\p{L}/,;&#|]|(?=\+)/u,Su=5,xu=/^(\+|00)(\d{1,3})\(0\)/;function Au(e){return e.split(wu).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(xu,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Su)??""}function Je({phone:e,who:t}){if(!e)return null;let n=Au(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${_} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function lt({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${_} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function hi({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${gu+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${_} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Mo(){let t=(S(w.value?"agency":null).value.body?.offers??[]).includes("contacts"),n=S(t?"contacts":null).value.body?.contacts??[],o=S(t?"account":null).value.body,r=ku(n,o?.agency.branchId??null);return t?a`
    <div>
      ${r&&a`<${Je} phone=${r.phone} who=${r.name} /><${lt} email=${r.email} who=${r.name} />`}
      <a class="reach" href=${x("/contacts")}><${_} name="contacts" />All contacts</a>
    </div>
  `:null}function ku(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var Tu={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ce({item:e}){return a`
    <span class=${`state is-${e.state}`}>
      <${_} name=${Tu[de(e)?"waiting":e.state]} /><span dir="auto">${Hs(e,w.value?.agencyName)}</span>
    </span>
  `}function Le({item:e}){let t=Ys(e,w.value?.agencyName);return a`
    ${t&&a`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&a`<${No} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&a`<${Mo} />`}
  `}var No=()=>a`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Mo} />
`;var Tt={emailCharacters:254,noteCharacters:4e3,descriptionCharacters:2e3,invoiceNumberCharacters:50,amountLeast:.01,amountMost:1e6,invoiceYearsBack:6,invoiceDaysAhead:1,documentBytes:10485760,documentNameCharacters:255,retryHours:72},Pe=e=>({...Tt,...e?.limits});var Iu=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),we=e=>e.trim().replaceAll("	"," ");function yn(e,t,{inForm:n=!1}={}){let o=n?we(e).replace(/\r\n|\r|\n/g,`\r
`):we(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Iu.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var gn=(e,t)=>e?yn(e,t.noteCharacters):"Please write something first.";function wn(e){let[,t]=qe(0),n=e.filter(r=>nn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return C(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}function Sn(e){C(()=>{if(e!==null)return v.hold(e).catch(vi),()=>{v.release(e).catch(vi)}},[e])}var vi=()=>{};function _i({item:e,onClose:t}){let[n,[o,r]]=[gr(),qe(null)],s=Pe(S("agency").value.body);return Sn(e.id),a`
    <form onSubmit=${async c=>{c.preventDefault();let{value:u}=c.target.elements.namedItem("note"),m=we(u),l=gn(m,s);if(r(l),!l)try{await v.edit(e.id,{content:{note:m}}),t()}catch(p){let d=Y(p);if(!d)throw p;r(d)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${s.noteCharacters} required dir="auto" ref=${Eu}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var Eu=e=>e?.focus();var Du={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function bi(){let e=(v.items.value??[]).filter(t=>!F(t)).reverse();return a`
    <${E} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
      <${Lo}>
        ${v.items.value?a`<p class="reach"><${_} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!v.storageProblem.value&&a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Co} items=${e} />
        </section>
      `}
    <//>
  `}function Lo({children:e}){let t=(v.items.value??[]).filter(F),[n,o]=[t.filter(s=>!$i(s)),t.filter($i)],r=v.obstacle.value;return t.length?a`
    ${r&&n.some(s=>At(s)&&!z(s))&&a`<p class="notice" role="status">${Du[r]}${r==="offline"&&` ${v.sendingNotice()}`}</p>`}
    ${n.length>0&&a`<h2 class="visually-hidden">Not confirmed yet</h2><${Co} items=${n} />`}
    ${n.some(({state:s})=>s==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.tryNow()}>Try now</button>`}
    ${o.length>0&&a`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Co} items=${o} /></section>`}
  `:e}var $i=({state:e})=>e==="review",Co=({items:e})=>a`<ol class="cards">${e.map(t=>a`<${Po} key=${t.id} item=${t} />`)}</ol>`;function Po({item:e}){let[t,n]=qe(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${it(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${_i} item=${e} onClose=${o} />`:a`<${Ou} item=${e} />`}
      <p class="about">
        <${Ce} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${Ee(e.addedAt)}</time>
      </p>
      <${Le} item=${e} />
      ${t==="remove"&&a`<${Cu} item=${e} onClose=${o} />`}
      ${!t&&a`<${Mu} item=${e} setAction=${n} />`}
    </li>
  `}function Ou({item:e}){let{document:t,jobId:n}=e;return a`
    ${e.kind==="note"&&a`<p class="says" dir="auto">${e.content.note}</p>`}
    ${e.kind==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${L(e.content.amount)}</strong>${e.content.invoiceNumber?`, number ${e.content.invoiceNumber}`:""}
        <br />${e.content.description}
      </p>
    `}
    ${t&&a`<p class="reach"><${_} name="invoice" /><span dir="auto">${t.name}</span></p>`}
    ${n&&a`<a class="reach" href=${x(`/jobs/${n}`)}><${_} name="jobs" />Look at the job</a>`}
  `}function Mu({item:e,setAction:t}){let n=e.asks==="duplicate",[o,r]=[w.value&&Me(e)&&e.kind!=="completion",tn(e)&&F(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.resend(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${Nu} item=${e} onEditNote=${()=>t("edit")} />`}
      ${z(e)&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>v.resend(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function Nu({item:{id:e,kind:t,jobId:n,content:o},onEditNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s="statementId"in o&&o.statementId,i={...s&&{statement:s},change:e},c=x(n?`/jobs/${n}/invoice`:"/invoice",i);return a`<a class="btn btn-secondary" href=${c}>Change</a>`}function Cu({item:e,onClose:t}){let n=ot(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=qe(null),s=async()=>{try{await v.remove(e.id),document.querySelector("h1")?.focus(),U("Deleted.")}catch(i){let c=Y(i);if(!c)throw i;r(c)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${Lu} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var Lu=e=>e?.focus();function xn(){let e=w.value&&G(w.value);return a`
    <ul class="rows">
      ${k.value?.accounts.map(t=>{let n=G(t);return a`
          <li key=${n} class="row">
            <a href=${x("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>si(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${_} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}var An="Signing out …";function kn(){let[e,t]=[g(null),g(0)],[n,o]=[g(!1),g(!1)],r=async()=>{n.value=o.value=!0;let i=await ii();if(n.value=o.value=!1,i.status!==204){e.value=`${me(i)} Nothing on this device was deleted.`;return}di(),he("/",{replace:!0});let c=i.headers.get("Location");c&&!at.value&&location.assign(c)},s=async()=>{e.value=null,n.value=!0;try{t.value=await v.countUnsent(k.value.email)}catch(i){let c=Y(i);if(!c)throw i;e.value=c;return}finally{n.value=!1}t.value||await r()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${Pu} number=${t.value} busy=${n.value} onConfirm=${r} onCancel=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${_} name="leave" />${o.value?An:"Sign out"}
        </button>`}
  `}function Pu({number:e,busy:t,onConfirm:n,onCancel:o}){let r=H(null);fe(()=>r.current?.focus(),[]);let[s,i,c]=[j(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${r} tabindex="-1">
        <b>${s} on this device ${i} not with the agency yet.</b> Signing out deletes ${c} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>
          ${t?An:`Delete ${c} and sign out`}
        </button>
      </div>
    </div>
  `}var yi=()=>a`
  <${E} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${I.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value?.email}</b>. Nothing was changed.
    </p>
    <${Lo}>${null}<//>
    <h2>Your accounts</h2>
    <${xn} />
    <h2>Signed in with another address?</h2>
    <${kn} />
  <//>
`;function be({resource:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${Ee(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function ne({resource:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var Ru=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function gi(){let e=S("account").value,t=e.body,{agencyName:n,displayName:o}=w.value,{accounts:r,email:s}=k.value;return a`
    <${E} title="Account">
      ${r.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${xn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${ju} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${ne} resource=${e} />`}
        <${be} resource=${e} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${s}</b></p>
        <${kn} />
      </section>
    <//>
  `}function ju({record:e}){let t=[...Ru.map(([n,o])=>[n,e[o]]),["Branch",e.agency.branchName]];return a`
    <dl class="facts">
      ${t.filter(([,n])=>n).map(([n,o])=>a`<div key=${n}><dt>${n}</dt><dd dir="auto">${o}</dd></div>`)}
    </dl>
  `}function wi(){let e=S("contacts").value,t=e.body?.contacts;return a`
    <${E} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${Fu} key=${n.contactId} ...${n} />`)}</ul>`:a`<${ne} resource=${e} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${be} resource=${e} />
    <//>
  `}function Fu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Je} phone=${s} who=${i} /><${Je} phone=${r} who=${i} /><${lt} email=${o} who=${i} />
    </li>
  `}function Si(){let e=v.items.value??[],t=wn(e),n=e.filter(d=>F(d)&&!t.includes(d)),o=n.filter(z).length,r=n.filter(de).length,s=n.filter(({state:d})=>d==="review").length,i=n.filter(({state:d})=>d==="checking").length-r,c=n.filter(d=>!z(d)&&!ce(d)),u=v.obstacle.value==="offline",m=c.some(ot)?"not confirmed yet":"not with the agency yet",[l,p]=[v.otherAccounts.value,v.storageProblem.value];return!n.length&&!l.length&&!p?null:a`
    <aside class="strip" aria-label="Outbox">
      ${p&&a`<p role="alert">${p}</p>`}
      ${o>0&&a`<${It} icon="emergency">${j(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${s>0&&a`<${It} icon="contacts">We asked ${w.value?.agencyName} to check ${j(s,"thing")}<//>`}
      ${i>0&&a`<${It} icon="search">${j(i,"thing")} ${i===1?"is":"are"} being checked<//>`}
      ${r>0&&a`<${It} icon="clock">${j(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
      ${c.length>0&&a`<${It} icon=${u?"offline":"send"}>
        ${j(c.length,"thing")} ${c.length===1?"is":"are"} ${m}
      <//>`}
      ${l.map(d=>a`<${Uu} key=${G(d)} ...${d} />`)}
    </aside>
  `}var It=({icon:e,children:t})=>a`<a href=${x("/outbox")}><${_} name=${e} /><span>${t}</span><${_} name="open" /></a>`;function Uu({number:e,...t}){let n=G(t),o=(k.value&&Eo(k.value,n)?.agencyName)??"an account that is no longer yours",[r,s]=[j(e,"thing"),e===1?"is":"are"];return a`
    <a href=${x("/outbox",{},n)}>
      <${_} name="send" />${r} for ${o} ${s} not there yet<${_} name="open" />
    </a>
  `}var Bu=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function Ro({children:e}){let t=S("agency").value.body;Wu(t?.accent);let{agencyName:n,displayName:o}=w.value,r=Bu.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${Hu}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${Number(k.value?.accounts.length)>1&&a`<a class="switch" href=${x("/account")}><${_} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="navigation" aria-label="Portal">${r.map(s=>a`<${qu} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${Si} />
    ${e}
  `}function qu({path:e,name:t,icon:n,screens:o}){let r=o.includes(I.value.screen);return a`<a href=${x(e)} aria-current=${r?"page":null}><${_} name=${n} />${t}</a>`}function Wu(e){C(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>{t.removeProperty("--accent")}},[e])}function Hu(e){e.preventDefault(),document.querySelector("h1")?.focus()}function In(e){let[t,n]=[S(`jobs/${e}`).value,S("jobs").value];if(t.body)return{job:xi(t.body,t),resource:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?xi(o,n):null,resource:o?n:t}}var xi=(e,{begunAt:t})=>jo([e],t)[0],ze=({priority:e})=>e?.trim().toLowerCase()==="emergency",Tn=e=>(e??"").trim().toLowerCase();function En({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(Tn).includes(Tn(t))?"cancelled":"open"}var ki=e=>(v.items.value??[]).filter(t=>t.kind==="completion"&&t.state==="done"&&Number(t.doneAt)>e),Ti=e=>ki(e).map(({id:t})=>t).join();function jo(e,t){let n=new Map(ki(t).map(o=>[o.jobId,o.result??Yu(o)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var Yu=({content:e})=>({completed:"completed"in e&&e.completed,status:null,completedAt:null});function Ii(e,t){let n=v.itemsOf(e).filter(F),o=Et(e),r=n.filter(l=>l!==o),s=l=>r.filter(l).length,[i,c,u]=[s(z),s(de),s(ce)],m=r.length-i-u;return[o&&`${it(o)}: ${pe(o,t)}`,i&&`${j(i,"thing")} ${i===1?"needs":"need"} you`,u>c&&`${j(u-c,"thing")} being checked`,c&&`${j(c,"thing")} with the portal`,m&&`${j(m,"thing")} to send`].filter(Boolean)}var Et=e=>v.itemsOf(e).filter(t=>t.kind==="completion"&&F(t)).at(-1)??null,ue=({title:e,reference:t,jobId:n})=>e||t||n;function Ei(e){let t=Tn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>Vu(n).includes(o))}var Ai=new WeakMap;function Vu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode],i=Ai.get(e)??Tn(s.filter(Boolean).join(`
`));return Ai.set(e,i),i}var Di=e=>[...e.filter(ze),...e.filter(t=>!ze(t))];var Gu=864e5,Oi="%PDF-",Ku=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Ju=/\.\d\d\d*[1-9]/,zu=["amount","description","invoiceDate"];function Dt(e,t,n){let{required:o=[],link:r=null}=t?.invoice??{};return[...zu,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Dn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function Fo(e=new Date,t=Tt){let[n,...o]=ae(e).split("-");return{oldest:[Number(n)-t.invoiceYearsBack,...o].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ae(e))+t.invoiceDaysAhead*Gu).toISOString().slice(0,10)}}function Se(e){let t=e.trim().replace(/^£\s*/,"");return Ku.test(t)?Number(t.replaceAll(",","")):NaN}var Li=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Mi={amount:(e,{limits:t})=>Ci(e,"The amount",t)??(Se(e)===0?"The amount must be more than £0.":null),vat:(e,{values:t,limits:n})=>Ci(e,"VAT",n)??(Se(e)>Se(t.amount)?"VAT cannot be more than the amount.":null),description:(e,{document:t,limits:n})=>yn(e,n.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>yn(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t})=>{let{oldest:n,latest:o}=Fo(new Date,t),r=t.invoiceDaysAhead===1?"tomorrow":`${j(t.invoiceDaysAhead,"day")} ahead`;return e>o?`The date can be ${r} at the latest, ${Q(o)}.`:e<n?`The date can be ${j(t.invoiceYearsBack,"year")} ago at most, ${Q(n)}.`:null},statementId:()=>null},Ni={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function Ci(e,t,n){let o=Se(e);return Number.isNaN(o)?`${t} must be in pounds and pence, such as 120.50.`:Ju.test(e.trim())?`${t} can have no more than two decimals.`:o>n.amountMost?`${t} can be ${L(n.amountMost)} at most.`:null}function On(e,t,n,o){let r={},s={values:e,document:t,limits:Pe(n)};for(let i of Object.keys(Mi)){let c=e[i]??"",u=Dt(i,n,o)?Ni[i]:null,m=c.trim()===""?u:Mi[i](c,s);m&&(r[i]=m)}return!t&&Dt("document",n,o)&&(r.document=Ni.document),r}async function Pi(e,t){return e.size>t.documentBytes?`The PDF can have ${He(t.documentBytes)} at most.`:await e.slice(0,Oi.length).text()===Oi?null:"This file is not a PDF. Please choose a PDF."}function Ri(e,t){let n={jobId:t,statementId:e.statementId,amount:Se(e.amount),vat:e.vat.trim()&&Se(e.vat),description:we(e.description),invoiceDate:e.invoiceDate,invoiceNumber:we(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,r])=>r!==""&&r!==null))}function ji({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var Mn=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,Nn=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Cn=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function Fi({name:e,label:t,limits:n,hint:o,rows:r,problem:s,required:i,value:c,type:u="text",...m}){let l=r?"textarea":"input",{oldest:p=void 0,latest:d=void 0}=u==="date"?Fo(new Date,n):{};return a`
    <div class="field">
      <${Mn} name=${e} required=${i}>${t}<//>
      ${o&&a`<p id=${`${e}-hint`} class="hint">${o}</p>`}
      <${l}
        id=${e} class="form-control" type=${r?null:u} rows=${r} min=${p} max=${d} autocomplete="off"
        value=${c} ...${Cn({name:e,hint:o,problem:s,required:i})} ...${m}
      />
      <${Nn} name=${e}>${s}<//>
    </div>
  `}function Ui({name:e,required:t,problem:n,value:o,...r}){let s=S("statements/pending").value,i=s.body?.statements??[],c=!o||i.some(({statementId:u})=>u===o);return a`
    <div class="field">
      <${Mn} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Cn({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(u=>a`<option key=${u.statementId} value=${u.statementId}>${Uo(u)}</option>`)}
      </select>
      <${Nn} name=${e}>${n??(s.body?null:s.problem)}<//>
    </div>
  `}var Uo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[L(s??r??0),n??t??e,o&&Q(o)].filter(Boolean).join(", ");async function Bi(e,t){try{return(await te(ee(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function qi(e,t,n){try{await te(ee(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Ot(e){let t=g(void 0),n=X.value;return C(()=>{Bi(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[t,n,e]),[t,r=>(t.value=r,qi(n,e,r))]}var Wi="This file cannot be read. Please choose it again.";function Hi({required:e,problem:t,document:n,limits:o,onChange:r}){let s=g(null),i=async({target:m})=>{let[l]=m.files??[];if(l&&(s.value=await Pi(l,o).catch(()=>Wi),m.value="",!s.value))try{r(await an(l)),U(`${l.name} is attached.`)}catch(p){s.value=Y(p)??Wi}},c=s.value??t,u=Cn({name:"document",hint:!0,problem:c,required:e&&!n});return a`
    <div class="field">
      <${Mn} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">${He(o.documentBytes)} at most</p>
      ${n&&a`<${Xu} document=${n} onRemove=${()=>r(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${u} onChange=${i}
      />
      <${Nn} name="document">${c}<//>
    </div>
  `}function Xu({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document")?.focus()),U("The PDF is removed.")};return a`
    <p class="attached">
      <${_} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${He(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Zu={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function Yi({values:e,setValue:t,document:n,setDocument:o,agency:r,jobId:s,showsAll:i,onComplete:c}){let u=g({}),[m,l]=[g(i),g(null)],p=H(null),d=Pe(r),f=On(e,n,r,s),h=$=>$==="vat"&&l.value==="amount"?null:m.value||u.value[$]&&e[$]||!Li($,e[$]??"")?f[$]:null,b=()=>p.current?.querySelector("[aria-invalid]")?.focus();C(()=>{i&&b()},[]);let A=$=>{$.preventDefault(),m.value=!0,Object.keys(f).length?setTimeout(b):c()},y=$=>({name:$,required:Dt($,r,s),problem:h($),value:e[$],onInput:({target:T})=>t($,T.value),onFocus:()=>l.value=$,onBlur:()=>{l.value=null,u.value={...u.value,[$]:!0}}});return a`
    <form ref=${p} class="form" onSubmit=${A} noValidate>
      <p class="hint">${w.value?.agencyName} needs whatever is not marked as optional.</p>
      ${Dn(r)&&a`<${Ui} ...${y("statementId")} />`}
      ${Object.entries(Zu).map(([$,T])=>a`<${Fi} key=${$} limits=${d} ...${T} ...${y($)} />`)}
      <${Hi}
        required=${Dt("document",r,s)} problem=${m.value?f.document:null}
        document=${n} limits=${d} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}var oe=6;function Xe({items:e,row:t,limit:n=e.length,onMore:o}){let r=J(()=>tl(e),[e]),s=nl(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/oe)).map((c,u)=>a`<${Qu} key=${u} items=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${el} onMore=${o} left=${i} />`}
  `:null}var Qu=({items:e,row:t})=>a`<div class="group">${e.map(t)}</div>`;function el({onMore:e,left:t}){let n=H(null),o=H(e);return o.current=e,C(()=>{let r=new IntersectionObserver(([{isIntersecting:s}])=>s&&o.current(),{rootMargin:"800px"});return r.observe(n.current),()=>r.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var tl=e=>Array.from({length:Math.ceil(e.length/oe)},(t,n)=>e.slice(n*oe,(n+1)*oe));function nl(){let e=H(null),{activeElement:t}=document,n=e.current?.contains(t)&&t?.getAttribute("href");return fe(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=fn(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var Gi={sending:{label:"Being sent",icon:"send"},submitted:{label:"With the agency",icon:"done"},authorised:{label:"Authorised",icon:"done"},rejected:{label:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{label:"Paid",icon:"money"},unconfirmed:{label:"Being checked",icon:"search"},review:{icon:"contacts"}},ol={},Bo=({status:e=""})=>e==="review"?pe({state:e},w.value?.agencyName):Gi[e]?.label??e;function qo(e,t){let n=t.filter(r=>r.kind==="invoice").filter(r=>F(r)||!e.some(s=>Vi(s,r))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status??"")&&n.some(({item:s})=>Vi(r,s));return[...n,...e.filter(r=>!o(r))]}function Vi(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function Ln({jobId:e,agency:t}){let n=S(t?.offers.includes("invoices.list")?"invoices":null).value,o=qo(n.body?.invoices??[],v.items.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Wo} invoices=${o} />
    </section>
  `:null}function Wo({invoices:e,jobTitles:t=ol,limit:n,onMore:o}){let r=Bt((s,i)=>a`
      <${rl} key=${s.item?.id??s.invoiceId??`at ${i}`} invoice=${s} jobTitles=${t} />
    `,[t]);return a`<${Xe} items=${e} row=${r} limit=${n} onMore=${o} />`}function rl({invoice:e,jobTitles:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:u}=e,m=t[c??""];return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":L(n)}</b>
      </p>
      <p class="about">
        ${u?a`<${Ce} item=${u} />`:a`<${sl} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${Q(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${u&&a`<${Le} item=${u} />`}
      ${!u&&e.status==="review"&&a`<${No} />`}
      ${m&&a`<a class="reach" href=${x(`/jobs/${c}`)}><${_} name="jobs" /><span dir="auto">${m}</span></a>`}
      ${u&&F(u)&&a`<a class="reach" href=${x("/outbox")}><${_} name="send" />Open the outbox</a>`}
    </div>
  `}function sl({invoice:e}){let{icon:t="search",className:n=""}=Gi[e.status??""]??{};return a`<span class=${`state ${n}`}><${_} name=${t} />${Bo(e)}</span>`}function Ki({about:e,address:t,values:n,document:o,problem:r,onSend:s,editAddress:i,back:c}){let u=g(!1),m=async()=>{u.value=!0,await s(),u.value=!1},l=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",L(Se(n.amount))],["VAT in it",n.vat.trim()&&L(Se(n.vat))],["Date of the invoice",Q(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${He(o.size)}`:"None"]];return a`
    <${E} key="review" title="Look it over" back=${c}>
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
  `}var il=!1;function Ho({jobId:e,item:t,about:n,address:o,initial:r,back:s}){let{query:i,path:c}=I.value,u=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[m,l]=Ot(u),[p,d]=Ot(`PDF of ${u}`),[f,h]=[S("agency").value,g(null)],b=i.has("look");if(Sn(t?.id??null),m.value===void 0||p.value===void 0||!f.body&&f.busy)return a`<${E} key="loading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let A=f.body&&cl(f.body,e);if(A)return a`<${E} key="none" title="Invoice" back=${s}><p class="notice">${A}</p><//>`;let y={...r,...t&&ji(t.content),...m.value},$=t?.asks==="document",T=(p.value??($?null:t?.document))||null,O=!Object.keys(On(y,T,f.body,e)).length,{statementId:Ae}=r,Re=q=>x(c,{...Ae&&{statement:Ae},...t&&{change:t.id},...q}),ke=()=>{let q=Ri(y,e);return t?v.edit(t.id,{content:q,...(p.value!==null||$)&&{document:Ji(T)}}):v.add({kind:"invoice",jobId:e,about:n,content:q,document:Ji(T)})},re=async()=>{h.value=null;try{let{id:q}=await ke();U("Your invoice waits to be sent."),he(x(c,{sent:q}),{replace:!0}),l(null),d(null)}catch(q){h.value=Y(q)??"Your invoice could not be kept. Please try again."}};if(b&&O)return a`
      <${Ki}
        about=${n} address=${o} values=${y} document=${T} problem=${h.value} onSend=${re}
        editAddress=${Re({})} back=${s}
      />
    `;let K=(q,le)=>l({...m.value,[q]:le}),se=q=>d(q??il);return a`
    <${E} key="form" title="Invoice" back=${s} keepsFocus=${b}>
      <${al} about=${n} address=${o} />
      ${e&&a`<${Ln} jobId=${e} agency=${f.body} />`}
      <${Yi}
        values=${y} setValue=${K} document=${T} setDocument=${se} agency=${f.body}
        jobId=${e} showsAll=${b} onComplete=${()=>he(Re({look:"1"}))}
      />
    <//>
  `}function al({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function cl({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var Ji=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var zi=({item:e,back:t})=>a`
  <${E} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Po} item=${e} /></ol>
    ${F(e)&&!z(e)&&!ce(e)&&a`<p class="hint">You can go on. It is kept if you close the portal: ${v.sendingNotice()}</p>`}
    <a class="reach" href=${x("/money",{show:"invoices"})}><${_} name="invoice" />All your invoices</a>
  <//>
`;var ul={path:"/money",name:"Money"};function Yo({id:e}){let{query:t}=I.value,n=Number(t.get("sent")??t.get("change")),o=(v.items.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:ul;if(n&&v.items.value===null)return a`<${E} key="loading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Me(o)))return a`<${zi} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?ll:fl} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function ll({id:e,statementId:t,item:n,back:o}){let{job:r,resource:s}=In(e);if(!r&&!n&&s.status===404)return a`<${Xi} resource=${s} back=${o} />`;let i={...Zi,statementId:t,invoiceDate:ae()},c=r?.property?.address;return a`
    <${Ho} jobId=${e} about=${r?ue(r):e} address=${c} initial=${i} item=${n} back=${o} />
  `}function fl({statementId:e,item:t,back:n}){let o=S("statements/pending").value,r=o.body?.statements.find(c=>c.statementId===e);if(!r&&o.busy)return a`<${Xi} resource=${o} back=${n} />`;let s={...Zi,...r&&ml(r),statementId:e,invoiceDate:ae()},i=r?Uo(r):"";return a`<${Ho} jobId=${null} about=${i} initial=${s} item=${t} back=${n} />`}var Xi=({resource:e,back:t})=>a`
  <${E} key="missing" title="Invoice" back=${t}><${ne} resource=${e} /><//>
`,Zi={amount:"",vat:"",description:"",invoiceNumber:""},ml=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var ft=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var Qi=1e4/1e3;function Vo(e){let[t,n]=[g(null),g(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await v.add({kind:"completion",jobId:e.jobId,about:ue(e),content:{completed:r},document:null}),U(r?`Marked complete. You have ${Qi} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=Y(s)??"This could not be kept. Please try again."}n.value=!1}},t.value]}function ea({job:e,isOpen:t}){let[n,o]=Vo(e),r=Et(e.jobId);return r?a`<${pl} item=${r} />`:a`
    ${t&&a`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${_} name="done" />Mark complete</button>`}
    ${o&&a`<p class="notice" role="alert">${o}</p>`}
  `}function pl({item:e}){return a`
    <div class="pending">
      <p class="state-line">
        <${_} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ce} item=${e} />
      </p>
      <${Le} item=${e} />
      ${z(e)&&a`<a class="reach" href=${x("/outbox")}><${_} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function ta({jobId:e}){let t=g(null),[n]=wn(v.itemsOf(e));return a`
    ${n&&a`
      <div class="undo">
        <p>You have ${Qi} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await v.undo(n.id),U("Undone. The job is not marked complete.")}catch(r){let s=Y(r);if(!s)throw r;t.value=s}}}>
          <${_} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&a`<p class="notice" role="alert">${t.value}</p>`}
  `}function na({job:e,canAdd:t}){let n=w.value?.displayName,o=v.itemsOf(e.jobId).filter(s=>s.kind==="note").filter(s=>!hl(e.notes,s)),r=e.notes.length+o.length>0;return a`
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
      ${t&&a`<${vl} job=${e} />`}
    </section>
  `}var hl=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function vl({job:e}){let t=Pe(S("agency").value.body),[n,o]=Ot(`note on ${e.jobId}`),[r,s]=[g(null),g(!1)],i=async u=>{if(u.preventDefault(),s.value)return;let m=we(n.value??"");if(r.value=gn(m,t),!r.value){s.value=!0;try{await v.add({kind:"note",jobId:e.jobId,about:ue(e),content:{note:m},document:null}),o(null),U("Your note waits to be sent.")}catch(l){r.value=Y(l)??"Your note could not be kept. Please try again."}s.value=!1}},c=({target:u})=>o(u.value||null);return a`
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
  `}function oa({job:e}){let t=g(!1),[n,o]=Vo(e);return Et(e.jobId)?null:a`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?a`<${_l} onConfirm=${()=>n(!1)} onCancel=${()=>t.value=!1} />`:a`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${_} name="reopen" />Reopen this job
          </button>`}
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function _l({onConfirm:e,onCancel:t}){let n=H(null);return fe(()=>n.current?.focus(),[]),a`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${w.value?.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var ra={path:"/jobs",name:"Jobs"};function sa({id:e}){let{job:t,resource:n}=In(e),o=S("agency").value.body;if(!t)return a`<${E} title="Job" back=${ra}><${ne} resource=${n} /><//>`;let r=o?.offers??[],[s,i]=[En(t,o),r.includes("jobs.complete")];return a`
    <${E} title=${ue(t)} back=${ra}>
      <${$l} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${bl} job=${t} />
      </div>
      <div class="doing">
        ${i&&a`<${ea} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${x(`/jobs/${e}/invoice`)}><${_} name="invoice" />Send its invoice</a>`}
        ${i&&a`<${ta} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&a`<${Ln} jobId=${e} agency=${o} />`}
      <${na} job=${t} canAdd=${r.includes("notes.add")} />
      ${i&&s==="completed"&&a`<${oa} job=${t} />`}
      <${be} resource=${n} />
    <//>
  `}function $l({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${ze(e)&&a`<span class="emergency"><${_} name="emergency" />Emergency</span>`}
      ${t&&a`<${ft}>${t}<//>`}
      ${n&&!ze(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${Ee(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${Q(i)}</time></span>`}
    </p>
  `:null}function bl({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${hi} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${Je} phone=${o} who=${n??"the tenant"} /><${lt} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Pn={open:"Open",completed:"Completed",cancelled:"Cancelled"},Go=Object.keys(Pn),yl={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},ua={text:"",limit:oe,matchLimit:oe},mt=N({accountName:null,tab:null,...ua});function Ko(){let e=S("jobs").value,t=S("agency").value.body,n=I.value.query.get("show")??"open",o=Object.hasOwn(Pn,n)?n:"open";return a`
    <${E} title="Jobs">
      ${e.body?a`<${gl} jobs=${e.body.jobs} begunAt=${e.begunAt} agency=${t} tab=${o} />`:a`<${ne} resource=${e} />`}
      <${be} resource=${e} />
    <//>
  `}function gl({jobs:e,begunAt:t,agency:n,tab:o}){let r=I.value.account,{text:s,limit:i,matchLimit:c}=ia(r,o),u=Ti(t),m=J(()=>Di(jo(e,t)),[e,u]),l=J(()=>xl(m,n),[m,n]),p=J(()=>wl(l,Ei(s)),[l,s]),d=p[o].length,f=b=>{mt.value={...ia(r,o),...b}};return C(()=>{s&&U(d?`${j(d,"job")} found`:"No job found")},[s,o]),a`
    <form class="search" role="search" onSubmit=${b=>b.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${_} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${({target:b})=>f({text:b.value,matchLimit:oe})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Go.filter(b=>b!=="cancelled"||l.cancelled.length).map(b=>a`
          <a key=${b} href=${x("/jobs",{show:b})} aria-current=${b===o?"true":null}>
            ${Pn[b]} <span class="number">${p[b].length}</span>
          </a>
        `)}
    </nav>
    ${!d&&a`<p class="notice">${s?`No job here has “${s}” in it.${Sl(p)}`:yl[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${Xe} items=${l[o]} row=${ca} limit=${i} onMore=${()=>f({limit:i+oe})} />
    </div>
    ${s&&a`<${Xe} key=${`matches ${o}`} items=${p[o]} row=${ca} limit=${c} onMore=${()=>f({matchLimit:c+oe})} />`}
  `}function ia(e,t){let n=mt.value.accountName===e?mt.value.text:"";return mt.value.accountName===e&&mt.value.tab===t?mt.value:{...ua,accountName:e,tab:t,text:n}}var wl=(e,t)=>Object.fromEntries(Go.map(n=>[n,e[n].filter(t)]));function Sl(e){return Go.filter(n=>e[n].length).map(n=>` ${Pn[n]}: ${e[n].length}.`).join("")}function xl(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[En(o,t)].push(o);return n}var aa=new WeakMap;function ca(e){let t=Ii(e.jobId,w.value?.agencyName),n=[ae(),...t].join(),o=aa.get(e);if(o?.version===n)return o.markup;let r=Al(e,t);return aa.set(e,{version:n,markup:r}),r}function Al(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${x(`/jobs/${n}`)}>
        ${ze(e)&&a`<span class="emergency"><${_} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${ue(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${ft}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${Br(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t.map(c=>a`<span key=${c} class="unsent"><${_} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Rn=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,n)=>t+n,0)/100,fa=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function ma(e){let t=new Map;for(let{date:i,amount:c}of e){let u=i?.slice(0,7);u&&t.set(u,Rn([t.get(u),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n[n.length-1]];for(;o.length<12&&o[0]>n[0];)o.unshift(Jo(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:Rn(s.map(i=>t.get(i)))},...r]:r}function da(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,la(t)],"Last month":[`${Jo(t)}-01`,la(Jo(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function Jo(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function la(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var zo="Other dates";function ha({from:e,to:t,onChange:n}){let o=da(ae()),r=Object.keys(o),s=r.find(m=>o[m].join()===[e,t].join()),i=g(!s),c=({target:m})=>{i.value=m.value===zo,i.value||n(...o[m.value])},u=!!(e&&t&&e>t);return a`
    <form class="dates" onSubmit=${m=>m.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${i.value?zo:s} onChange=${c}>
          ${[...r,zo].map(m=>a`<option key=${m}>${m}</option>`)}
        </select>
      </div>
      ${i.value&&a`
        <${pa} id="from" label="From" value=${e} isWrong=${u} onChange=${m=>n(m,t)} />
        <${pa} id="to" label="To" value=${t} isWrong=${u} onChange=${m=>n(e,m)} />
        <p id="dates-problem" class="problem" role="alert">${u&&"The first date is after the last."}</p>
      `}
    </form>
  `}var pa=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var kl=/^[=+\-@\t\r\n＝＋－＠]/u,Tl=/[",\r\n]/;function va(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(Il).join(",")}\r
`).join("")}function Il(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=kl.test(e)?`'${e}`:e;return Tl.test(t)?`"${t.replaceAll('"','""')}"`:t}function _a(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function ba({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>L(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${$a}>Month<//><${$a}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${El} key=${r.month} ...${r} maxAmount=${n} />`)}</tbody>
      </table>
    </div>
  `}var $a=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,El=({month:e,amount:t,maxAmount:n})=>a`
  <tr>
    <th scope="row">${e?Ur(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${Dl} share=${t/n} />`}<b>${L(t)}</b></span></td>
  </tr>
`,Dl=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function ya({statements:e,jobTitles:t,agency:n,isPending:o,limit:r,onMore:s}){let i=Bt(c=>a`
      <${Ol}
        key=${c.statementId} statement=${c} jobTitle=${t[c.jobId??""]} isPending=${o}
        invoiceAddress=${o&&Nl(c,n)}
      />
    `,[t,n,o]);return a`<${Xe} items=${e} row=${i} limit=${r} onMore=${s} />`}function Ol({statement:e,jobTitle:t,isPending:n,invoiceAddress:o}){let{reference:r,description:s,amount:i,status:c,jobId:u}=e,[m,l]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":L(i)}</b>
      </p>
      <p class="about">
        ${p&&p!==l&&a`<${ft}>${p}<//>`}
        ${m&&a`<span>${l} <time datetime=${m}>${Q(m)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${Ml} statement=${e} />
      ${t&&a`<a class="reach" href=${x(`/jobs/${u}`)}><${_} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${_} name="invoice" />Send its invoice</a>`}
    </div>
  `}function Ml({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${L(e)} in all`,t&&`${L(t)} of it VAT`,n&&`less ${L(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function Nl({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Dn(n)?null:n.invoice.link==="job_or_statement"?x("/invoice",{statement:e}):t&&x(`/jobs/${t}/invoice`,{statement:e})}var B=e=>t=>t[e],ga=[["Statement",B("statementId")],["Date",B("date")],["Reference",B("reference")],["Description",B("description")],["Job",B("jobId")],["Net",B("net")],["VAT",B("vat")],["Gross",B("gross")],["Commission",B("commission")],["Amount",B("amount")],["Status",B("status")]],Cl=[["Invoice",B("invoiceId")],["Date",B("invoiceDate")],["Number",B("invoiceNumber")],["Description",B("description")],["Job",B("jobId")],["Statement",B("statementId")],["Amount",B("amount")],["VAT",B("vat")],["Status",e=>e.item?pe(e.item,w.value?.agencyName):Bo(e)],["Sent",B("submittedAt")],["Document",({document:e})=>e?.name]],xe={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,totalLabel:"On its way to you",emptyText:"Nothing is on its way to you just now.",noun:"payment",columns:ga},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",totalLabel:"Invoiced",emptyText:"No invoice was sent yet. An invoice is sent from its job.",noun:"invoice",columns:Cl},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,totalLabel:"Paid to you",emptyText:"Nothing was paid yet.",noun:"payment",columns:[...ga,["Paid",B("paidAt")]]}},wa=Object.keys(xe);function Sa(e){let t=({path:n,needs:o})=>e.includes(o[0])?n:null;return{pending:S(t(xe.pending)).value,invoices:S(t(xe.invoices)).value,paid:S(t(xe.paid)).value}}function Xo(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=qo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var Ll=4*oe,xa=new Map;function Aa({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,totalLabel:c,emptyText:u,noun:m,columns:l}=xe[e],{query:p,isBack:d}=I.value,f=p.toString(),h=g(d&&xa.get(f)||Ll),b=S("jobs").value.body?.jobs,A=J(()=>Object.fromEntries((b??[]).map(K=>[K.jobId,ue(K)])),[b]),y=J(()=>{let K=fa(n,o);return t.filter(se=>K(s(se)))},[t,s,n,o]),$=Rn(y.filter(i).map(K=>K.amount)),T=n||o;if(C(()=>{T&&U(y.length?`${j(y.length,m)}, ${L($)}`:"None for these dates")},[]),!y.length)return a`<p class="notice">${T?"There is none for these dates.":u}</p>`;let{agency:O,contractorId:Ae}=X.value,Re=()=>_a(`${O} ${Ae} ${e} ${ae()}.csv`,va(l,y)),ke=()=>xa.set(f,h.value+=oe),re={jobTitles:A,limit:h.value,onMore:ke};return a`
    <p class="total"><span>${c}</span> <b>${L($)}</b></p>
    ${e==="paid"&&a`<${ba} caption="Paid by month" rows=${ma(y.map(K=>({...K,date:s(K)})))} />`}
    ${e==="invoices"?a`<${Wo} invoices=${y} ...${re} />`:a`<${ya} statements=${y} agency=${r} isPending=${e==="pending"} ...${re} />`}
    <button type="button" class="btn btn-secondary" onClick=${Re}><${_} name="download" />Download as CSV</button>
  `}function ka(){let e=S("agency").value,t=e.body?.offers??[],n=Sa(t),o=wa.filter(r=>xe[r].needs.some(s=>t.includes(s)));return e.body?o.length?a`<${E} title="Money"><${Pl} tabs=${o} resources=${n} agency=${e.body} /><//>`:a`<${E} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${E} title="Money"><${ne} resource=${e} /><//>`}function Pl({tabs:e,resources:t,agency:n}){let{query:o}=I.value,[r,s,i]=["from","to","show"].map(f=>o.get(f)??""),c=e.find(f=>f===i)??e[0],u=t[c],m=v.items.value??[],l=Xo(c,u,m),p=(f,h,b)=>x("/money",{show:f,...h&&{from:h},...b&&{to:b}}),d=(f,h)=>he(p(c,f,h),{replace:!0});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(f=>a`
          <a key=${f} href=${p(f,r,s)} aria-current=${f===c?"true":null}>
            ${xe[f].title} <span class="number">${Xo(f,t[f],m)?.length}</span>
          </a>
        `)}
    </nav>
    <${ha} key=${c} from=${r} to=${s} onChange=${d} />
    ${l&&a`<${Aa} key=${[c,r,s].join()} tab=${c} rows=${l} from=${r} to=${s} agency=${n} />`}
    ${!u.body&&a`<${ne} resource=${u} />`}
    <${be} resource=${u} />
  `}var Mt=6,Rl=30,Ia=5,jl=`A code can be tried ${Ia} times. Please send another one.`;function Ea({request:e,onRequest:t,onOtherEmail:n}){let[o,r]=[g(null),g(!1)],s=H(null),i=()=>s.current,c=H(0),u=Fl(e.at);fe(()=>s.current?.focus(),[]);let m=h=>{o.value=h,i().focus(),i().select()},l=async()=>{let h=Ta(i().value);if(h.length!==Mt)return m(`The code has ${Mt} digits.`);o.value=null,r.value=!0;let b=await ri(e.email,h);if(r.value=!1,b.status!==201)return b.status===401&&(c.current+=1),m(c.current<Ia?me(b):jl)},p=()=>{let h=Ta(i().value);h!==i().value&&(i().value=h),o.value=null,h.length===Mt&&!r.value&&l()},d=async()=>{let h=await $n(e.email);return h.status!==204?m(me(h)):(U("Another code is on its way."),c.current=0,i().value="",i().focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${h=>{h.preventDefault(),l()}} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Mt} digits</label>
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
  `}var Ta=e=>e.replace(/\D/g,"").slice(0,Mt);function Fl(e){let t=g(Zo(e));return C(()=>{t.value=Zo(e);let n=setInterval(()=>{t.value=Zo(e),t.value||clearInterval(n)},1e3);return()=>clearInterval(n)},[t,e]),t.value}var Zo=e=>Math.max(0,Math.ceil(Rl-(Date.now()-e)/1e3));var Da="Please enter a whole e-mail address, such as name@example.com.";function Oa({initialEmail:e,onRequest:t}){let[n,o]=[g(null),g(!1)],r=H(null);return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current,u=c.value.trim();if(n.value=c.checkValidity()?null:Da,n.value){c.focus();return}o.value=!0;let m=await $n(u);if(m.status===204){await t({email:u,at:Date.now()});return}o.value=!1,n.value=m.status===400?Da:me(m),c.focus()}} noValidate>
      <p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
      <label for="email">E-mail address</label>
      <input
        id="email" ref=${r} class="form-control" type="email" name="email" required maxlength=${Tt.emailCharacters} autocomplete="email"
        autocapitalize="none" spellcheck=${!1} defaultValue=${e} aria-describedby="email-problem"
        aria-invalid=${n.value?"true":null}
      />
      <p id="email-problem" class="problem" role="alert">${n.value}</p>
      <button class="btn btn-primary wide" disabled=${o.value}>${o.value?"Sending …":"Send me a code"}</button>
    </form>
  `}var jn="Please try again, or sign in with a code.",Ma={expired:`Signing in took too long, or began in another browser. ${jn}`,denied:`You did not finish signing in. ${jn}`,refused:`The portal could not verify this sign-in. ${jn}`,unverified:"Your e-mail address is not verified there. Please verify it, or sign in here with a code.","no-account":"No agency here has a contractor with the e-mail address of that sign-in.",busy:"Too many attempts from your connection. Please try again later.",away:`The sign-in service cannot be reached just now. ${jn}`};function Na(){let{path:e,query:t}=I.value,n=t.get("failed");if(n===null)return;ct.value=Ma[n]??Ma.refused;let o=new URLSearchParams(t);o.delete("failed"),he(o.size?`${e}?${o}`:e,{replace:!0})}function Ca(){let e=g(null);C(()=>{V("session/methods").then(({status:r,body:s})=>{r===200&&(e.value=s.oidcName)})},[e]);let{path:t,query:n}=I.value,o=n.size?`${t}?${n}`:t;return e.value&&a`<a class="btn btn-secondary" href=${`/api/session/oidc?${new URLSearchParams({next:o})}`}>Sign in with ${e.value}</a>`}var Ul="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",La=()=>a`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${_} name="mark" /></span>Contractor Portal</header>
    ${vn.value?a`<${E} key="code" title="Enter your code" keepsFocus>
          <${Ea} request=${vn.value} onRequest=${ut} onOtherEmail=${()=>ut(null)} />
        <//>`:a`<${E} key="email" title="Sign in">
          ${Ne.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${at.value&&a`<p class="problem" role="alert">${Ul}</p>`}
          ${ct.value&&a`<p class="problem" role="alert">${ct.value}</p>`}
          <${Oa} initialEmail=${Ne.value??""} onRequest=${ut} />
          <${Ca} />
        <//>`}
  </div>
`;var Bl={jobs:Ko,job:sa,invoice:Yo,statement:Yo,money:ka,contacts:wi,account:gi,outbox:bi};function Ra(){if(Ke.value)return a`<${Pa}>${An}<//>`;if(k.value===void 0)return a`<${Pa}>Opening …<//>`;if(k.value===null)return a`<${La} />`;if(w.value===null)return a`<${yi} />`;let{screen:e,id:t,path:n}=I.value,o=Bl[e]??Ko,r=G(w.value);return a`<${Ro} key=${r}><${o} key=${n} id=${t} /></${Ro}>`}var Pa=({children:e})=>a`<main class="screen"><p class="loading" role="status">${e}</p></main>`;function ja(){Z(()=>{if(X.value)for(let[e,t]of ql(v.items.value??[]))mi(e,t)})}function ql(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let i=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of i)t.set(c,Math.max(t.get(c)??0,Number(o)))}return t}var Wl=["checking","review","done","refused","unknown"];function Fa(){let e=new Map;Z(()=>{let t=v.items.value??[];for(let n of t){let o=e.get(n.id);o&&Hl(o,n)&&Wl.includes(n.state)&&U(`${it(n)}: ${pe(n,w.peek()?.agencyName)}`)}e=new Map(t.map(n=>[n.id,n]))}),ve(()=>k.value?.email).subscribe(()=>U(""))}var Hl=(e,t)=>e.state!==t.state||de(e)!==de(t);var Nt=null,Ua=[];function Ba(){document.addEventListener("focusin",({target:t})=>{Nt=t,Ua=[...Gl(Nt)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(Yl).observe(document.getElementById("app"),e)}function Yl(){let e=![document.body,Nt].includes(document.activeElement);!Nt||e||Vl(Nt)||Kl(Ua.find(t=>t.isConnected)??document.querySelector("h1"))}function Vl(e){let{isConnected:t,disabled:n,hidden:o}=e;return t&&!n&&!o}function*Gl(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function Kl(e){if(!e)return;let t=e;t.hasAttribute("tabindex")||(t.tabIndex=-1,t.addEventListener("blur",()=>t.removeAttribute("tabindex"),{once:!0})),t.focus({preventScroll:!0})}Js();Na();ai();v.start();Fa();ja();Ba();_n();Z(()=>{X.value?(Gs(G(X.value)),v.open(X.value)):v.openFormerAccount(ni.value)});lr(a`<${Ra} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=window.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
