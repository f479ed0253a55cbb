"use strict";(()=>{var N,mr,Yn,Ie,Hn,Wt,dr,Ut,pr,Kn,Vn,_c,bt=Symbol.for("pv"),qt={},Ht=[],gc=/^m(i|n|o|s|text|space)$/,Gn=Array.isArray,Jn=Ht.slice,Fe=Object.assign;function je(e){e&&e.parentNode&&e.remove()}function Vt(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?Jn.call(arguments,2):n),vt(e,i,o,r,null)}function vt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:bt,__v:r||++mr,__i:-1,__u:0};return!r&&N.vnode&&N.vnode(s),s}function Ue(e){return e.children}function Xe(e,t){this.props=e,this.context=t,this.__g=0}function Ee(e,t){if(t==null)return e.__&&Ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Ee(e)}function wc(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Fe({constructor:bt},n)).__v=n.__v+1,N.vnode&&N.vnode(t),zn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||Ee(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,_r(r,t,s),n.__=n.__e=null,t.__e!=o&&hr(t))}function hr(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),hr(e)}function ur(e){(8&e.__g||(e.__g|=8,Ie.push(e),Wt++))&&Hn==N.debounceRendering||((Hn=N.debounceRendering)||queueMicrotask)(vr)}function vr(){try{for(var e,t=1;Ie.length;)Ie.length>t&&Ie.sort(dr),e=Ie.shift(),t=Ie.length,8&e.__g&&wc(e)}finally{(Wt=Ie.length)&&(Hn||queueMicrotask)(vr)}}function br(e,t,n,o,r,s,i,c,l,f,u){var p,d,m,h,y,x,w=o.__k||Ht,g=t.length;for(l=Sc(n,t,w,l,g),p=0;p<g;p++)(m=n.__k[p])!=null&&(d=~m.__i&&w[m.__i]||qt,m.__i=p,x=zn(e,m,d,r,s,i,c,l,f,u),h=m.__e,(d.ref!=m.ref||8&d.__u)&&(d.ref&&Zn(d.ref,null,m,d),m.ref&&u.push(m.ref,m.__c||h,m)),y=y||h,4&m.__u?(l=$r(m,l,e,!d.__v),d.__e&&(d.__e=null)):typeof m.type=="function"&&x!==void 0?l=x:h&&(l=h.nextSibling),m.__u&=-21);return n.__e=y,l}function Sc(e,t,n,o,r){var s,i,c,l,f,u,p,d,m,h=n.length,y=h,x=0,w=0,g=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=g[s]=vt(null,i):Gn(i)?i=g[s]=vt(Ue,{children:i}):i.constructor===bt&&i.__b?i=g[s]=vt(i.type,i.props,i.key,i.ref,i.__v):g[s]=i,l=s+x,i.__=e,i.__b=e.__b+1,c=null,~(f=i.__i=xc(i,n,l,y))&&(y--,(c=n[f])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,f==l-1?x--:f==l+1?x++:f!=l&&(f>l?x--:x++,w=1)):(~f||(r>h?x--:r<h&&x++),typeof i.type!="function"&&(i.__u|=4))):g[s]=null;if(w){for(u=[],p=[],s=0;s<r;s++)if((i=g[s])&&16&i.__u){for(x=0,d=u.length;x<d;)u[m=x+d>>1]<i.__i?x=m+1:d=m;u[x]=i.__i,p[s]=x+1}for(x=u.length;s--;)p[s]&&(p[s]==x?x--:g[s].__u|=4)}if(y)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Ee(c)),Xn(c,c));return o}function $r(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=$r(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Ee(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function xc(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&i==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function fr(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Ft(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||fr(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||fr(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=Vn[t]||(Vn[t]=kc(t)),(e.__a||(e.__a={}))[t]=Kn,s=t!=(t=t.replace(pr,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function kc(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Ut]==null)t[Ut]=Kn++;else if(t[Ut]<this.__a[e])return;return n(N.event?N.event(t):t)}}}function zn(e,t,n,o,r,s,i,c,l,f){var u,p,d,m,h,y,x,w,g,_,E,Re,Ze,we,ne,Z,ae,Se,me=t.type;if(t.constructor!==bt)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,p=s=[],u.nodeType==8?c=Bt(u,s):s.push(u),c=s[0]||c),(u=N.__b)&&u(t);e:if(typeof me=="function"){d=i.length;try{if(w=t.props,g=(u=me.prototype)&&u.render,_=(u=me.contextType)&&o[u.__c],E=u?_?_.props.value:u.__:o,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(g?t.__c=m=new me(w,E):(t.__c=m=new Xe(w,E),m.constructor=me,m.render=Tc),_&&_.sub(m),m.state||(m.state={}),m.__n=o,m.__g|=8,m.__h=[],m.__k=[]),g&&(m.__s||(m.__s=m.state),me.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=Fe({},m.__s)),Fe(m.__s,me.getDerivedStateFromProps(w,m.__s)))),h=m.props,y=m.state,m.__v=t,n.__c){if(w!==h&&g&&!me.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(w,E),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&m.shouldComponentUpdate(w,m.__s,E)===!1){t.__v!=n.__v&&(m.props=w,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(D){D&&(D.__=t)}),Ht.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&i.push(m),c=Ee(n);break e}m.componentWillUpdate&&m.componentWillUpdate(w,m.__s,E),g&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,y,x)})}else g&&!me.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),g&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=E,m.props=w,m.__P=e,m.__g&=-5,Re=N.__r,Ze=g?25:0;do m.__g&=-9,Re&&Re(t),u=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++Ze<25);g&&(Ht.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(o=Fe({},o,m.getChildContext())),g&&n.__c&&m.getSnapshotBeforeUpdate&&(x=m.getSnapshotBeforeUpdate(h,y)),we=u&&u.type===Ue&&u.key==null?u.props.children:u,w.__P&&(u=c,r=(e=w.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(D){D&&Xn(D,D)}),n.__k=null),c=n.__k?Ee(n,0):null),c=br(e,Gn(we)?we:[we],t,n,o,r,s,i,c,l,f),w.__P&&(t.__e=null,c=u),t.__u&=-161,p&&p.some(je),m.__h.length&&i.push(m),1&m.__g&&(m.__g&=-4)}catch(D){if(i.length=d,t.__v=null,l||s)if(D&&D.then){if(t.__u|=128|l,s){for(~(ae=s.indexOf(c||void 0))||(ae=s.length);(Se=s[ae-1])&&Se.nodeType==8;)ae--;for(;ae<s.length;ae++)if(Se=s[ae])if(s[ae]=null,ne){if(Se==Z)break}else{if(Se.nodeType!=8)break;Se.data.startsWith("$s")&&(Z=Bt(ne=Se))}}if(!ne){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ne=c}(u=Bt(ne=t.__c.__z||(t.__c.__z=ne)))?(t.__e=ne,c=u):t.__e=c,c=c&&c.nextSibling}else s&&s.some(je);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),D&&D.then||yr(t),N.__e(D,t,n)}}else c=t.__e=Ac(n.__e,t,n,o,r,s,i,l,f,e);return(u=N.diffed)&&u(t),c}function Bt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function yr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(yr))}function _r(e,t,n){for(var o=0;o<n.length;)Zn(n[o++],n[o++],n[o++]);N.__c&&N.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){N.__e(s,r.__v)}})}function Ac(e,t,n,o,r,s,i,c,l,f){var u,p,d,m,h,y,x,w,g=n.props||qt,_=t.props,E=t.type;if(E=="svg"?r="http://www.w3.org/2000/svg":E=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(u=0;u<s.length;u++)if((h=s[u])&&(E?h.localName==E:h.nodeType==3)){e=h,s[u]=null;break}}if(!e){if(w=f.ownerDocument||document,!E)return w.createTextNode(_);e=w.createElementNS(r,E,_.is?_:f),c&&(N.__m&&N.__m(t,s),c=!1),s=null}if(E){if(f=E=="template"&&e.content||e,s=E=="textarea"&&_.defaultValue!=null?null:s&&Jn.call(f.childNodes),!c&&s)for(g={},u=0;u<e.attributes.length;u++)g[(h=e.attributes[u]).name]=h.value;for(u in g)h=g[u],u=="dangerouslySetInnerHTML"?d=h:u=="children"||u in _||u=="value"&&"defaultValue"in _||u=="checked"&&"defaultChecked"in _||Ft(e,u,null,h,r);for(u in _)h=_[u],u=="children"?m=h:u=="dangerouslySetInnerHTML"?p=h:u=="value"?y=h:u=="checked"?x=h:c&&typeof h!="function"||g[u]===h||Ft(e,u,h,g[u],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(E=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&gc.test(E))&&(r="http://www.w3.org/1999/xhtml"),br(f,Gn(m)?m:[m],t,n,o,r,s,i,s?s[0]:n.__k&&Ee(n,0),c,l),s&&s.some(je)),c&&E!="textarea"||(u="value",E=="progress"&&y==null?e.removeAttribute(u):y==null||y===e[u]&&(E!="progress"||y)||Ft(e,u,y,g[u],r),u="checked",x!=null&&x!=e[u]&&Ft(e,u,x,g[u],r))}else g===_||c&&e.data==_||(e.data=_);return e}function Zn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){N.__e(r,n)}}function Xn(e,t,n){var o,r,s,i;if(N.unmount&&N.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Zn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){N.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&Xn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Bt(o,s=[]))&&(o==e.__e&&s.some(je),je(r),je(o)),n||je(e.__e),e.__e=e.__c=e.__=null}function Tc(e,t,n){return this.constructor(e,n)}function gr(e,t){var n,o,r,s;N.__&&N.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=vt(Ue,{children:[e]}),r=[],s=[],zn(t,t.__k,o||qt,qt,t.namespaceURI,o?null:t.firstChild?Jn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),_r(r,t.__k,s),t.__k.props.children=null}N={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Wt=0,e}},mr=0,Yn=function(e){return e!=null&&e.constructor===bt},Xe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Fe({},this.state)),typeof e=="function"&&(e=e(Fe({},n),this.props)),e&&(Fe(n,e),this.__v&&(t&&this.__k.push(t),ur(this)))},Xe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),ur(this))},Xe.prototype.render=Ue,Ie=[],Wt=0,dr=function(e,t){return e.__v.__b-t.__v.__b},Ut=Symbol(),pr=/(PointerCapture)$|Capture$/i,Kn=0,Vn={},_c=0;var Be,B,Qn,wr,eo=Object.is,yt=0,Dr=[],to=[],U=N,Sr=U.__b,xr=U.__r,kr=U.diffed,Ar=U.__c,Tr=U.unmount,Ir=U.__;function _t(e,t){U.__h&&U.__h(B,e,yt||t),yt=0;var n=B.__H||(B.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function We(e){return yt=1,Ic(Mr,e)}function Ic(e,t,n){var o=_t(Be++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Mr(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);eo(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=B,!B.__f)){B.__f=!0;var r=B.shouldComponentUpdate;B.shouldComponentUpdate=function(s,i,c){var l=this.__H;if(!l)return!0;var f=!1,u=this.props!=s;if(l.__.some(function(d){d.__N&&(f=!0,eo(d.__[0],d.__N[0])||(u=!0))}),r){var p=r.call(this,s,i,c);return f?p||u:p}return!f||u}}return o.__}function M(e,t){var n=_t(Be++,3);!U.__s&&oo(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,B.__H.__h.push(n))}function de(e,t){var n=_t(Be++,4);!U.__s&&oo(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,B.__h.push(n))}function Y(e){return yt=5,X(function(){return{current:e}},[])}function X(e,t){var n=_t(Be++,7);return oo(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Yt(e,t){return yt=8,X(function(){return e},t)}function Nr(){var e=_t(Be++,11);if(!e.__){for(var t=B.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Ec(){var e;do{for(;e=to.shift();)try{$t(e)}catch(n){U.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Dr.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some($t),t.__h.some(no),t.__h=[]}catch(n){t.__h=[],U.__e(n,e.__v)}}}while(to.length)}U.__b=function(e){B=null,Sr&&Sr(e)},U.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ir&&Ir(e,t)},U.__r=function(e){xr&&xr(e),Be=0;var t=(B=e.__c).__H;t&&(Qn==B?B.__h=[]:(t.__h.some($t),t.__h.some(no),Be=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Qn=B},U.diffed=function(e){kr&&kr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Or(Dr.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Qn=B=null},U.__c=function(e,t){t.some(function(n){try{n.__h.some($t),n.__h=n.__h.filter(function(o){return!o.__||no(o)})}catch(o){n.__h=[function(){throw o}]}}),Ar&&Ar(e,t)},U.unmount=function(e){Tr&&Tr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Or(to.push(r))}else $t(r)}catch(s){t=s}}),o.__H=void 0,t&&U.__e(t,o.__v))};var Er=typeof requestAnimationFrame=="function";function Oc(e){var t,n=function(){clearTimeout(o),Er&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Er&&(t=requestAnimationFrame(n))}function Or(e){e!=1&&wr==U.requestAnimationFrame||((wr=U.requestAnimationFrame)||Oc)(Ec)}function $t(e){var t=B,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),B=t}function no(e){var t=B;e.__c=e.__(),B=t}function oo(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!eo(n,e[o])})}function Mr(e,t){return typeof t=="function"?t(e):t}var Dc=Symbol.for("preact-signals");function zt(){if(xe>1)xe--;else{var e,t=!1;for((function(){var r=Gt;for(Gt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();wt!==void 0;){var n=wt;for(wt=void 0,Kt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Pr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Kt=0,xe--,t)throw e}}function so(e){if(xe>0)return e();ro=++Nc,xe++;try{return e()}finally{zt()}}var gt,R=void 0;function St(e){var t=R,n=gt;R=void 0,gt=void 0;try{return e()}finally{R=t,gt=n}}var wt=void 0,xe=0,Kt=0,Nc=0,ro=0,Gt=void 0,Jt=0;function Cr(e){if(R!==void 0){var t=e.n;if(t===void 0||t.t!==R)return t={i:0,S:e,p:R.s,n:void 0,t:R,e:void 0,x:void 0,r:t},R.s!==void 0&&(R.s.n=t),R.s=t,e.n=t,32&R.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=R.s,t.n=void 0,R.s.n=t,R.s=t),t}}function V(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}V.prototype.brand=Dc;V.prototype.h=function(){return!0};V.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:St(function(){var o;(o=t.W)==null||o.call(t)}))};V.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&St(function(){var r;(r=t.Z)==null||r.call(t)}))}};V.prototype.subscribe=function(e){var t=this;return oe(function(){var n=t.value;St(function(){return e(n)})},{name:"sub"})};V.prototype.valueOf=function(){return this.value};V.prototype.toString=function(){return this.value+""};V.prototype.toJSON=function(){return this.value};V.prototype.peek=function(){var e=this;return St(function(){return e.value})};Object.defineProperty(V.prototype,"value",{get:function(){var e=Cr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Kt>100)throw new Error("Cycle detected");(function(n){xe!==0&&Kt===0&&n.l!==ro&&(n.l=ro,Gt={S:n,v:n.v,i:n.i,o:Gt})})(this),this.v=e,this.i++,Jt++,xe++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{zt()}}}});function L(e,t){return new V(e,t)}function Pr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Lr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Rr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function qe(e,t){V.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Jt-1,this.f=4}qe.prototype=new V;qe.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Jt))return!0;if(this.g=Jt,this.f|=1,this.i>0&&!Pr(this))return this.f&=-2,!0;var e=R;try{Lr(this),R=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return R=e,Rr(this),this.f&=-2,!0};qe.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}V.prototype.S.call(this,e)};qe.prototype.U=function(e){if(this.t!==void 0&&(V.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};qe.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(qe.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Cr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function $e(e,t){return new qe(e,t)}function jr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){xe++;var n=R;R=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,io(e),o}finally{R=n,zt()}}}function io(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,jr(e)}function Mc(e){if(R!==this)throw new Error("Out-of-order effect");Rr(this),R=e,this.f&=-2;try{8&this.f&&io(this)}finally{zt()}}function Qe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,gt&&gt.push(this)}Qe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Qe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,jr(this),Lr(this),xe++;var e=R;return R=this,Mc.bind(this,e)};Qe.prototype.N=function(){2&this.f||(this.f|=2,this.u=wt,wt=this)};Qe.prototype.d=function(){this.f|=8,1&this.f||io(this)};Qe.prototype.dispose=function(){this.d()};function oe(e,t){var n=new Qe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Fr,Xt,Zt,Cc=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Ur=[];oe(function(){Fr=this.N})();function et(e,t){N[e]=t.bind(null,N[e]||function(){})}function xt(e){if(Zt){var t=Zt;Zt=void 0,t()}Zt=e&&e.S()}function Br(e){var t=this,n=e.data,o=$(n);o.name="ReactiveDom",o.value=n;var r=X(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var f=$e(function(){var m=o.value.value;return m===0?0:m===!0?"":m||""}),u=$e(function(){return!Array.isArray(f.value)&&!Yn(f.value)}),p=oe(function(){if(this.N=Wr,u.value){var m=f.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=m)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[u,f]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}Br.displayName="ReactiveTextNode";Object.defineProperties(V.prototype,{constructor:{configurable:!0,value:Vt(Ue,null).constructor},type:{configurable:!0,value:Br},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});et("__b",function(e,t){if(xt(),Xt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof V&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});et("__r",function(e,t){if(e(t),t.type!==Ue){xt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return oe(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;Cc&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Xt=o,xt(n)}});et("__e",function(e,t,n,o){xt(),Xt=void 0,e(t,n,o)});et("diffed",function(e,t){xt(),Xt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var f=s[l],u=o[l];f===void 0?(f=Pc(n,l,u,r),s[l]=f):f.o(u,r)}}}e(t)});function Pc(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=L(n);return{o:function(i,c){s.value=i,o=c},d:oe(function(){this.N=Wr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}et("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var l in i)c[l]=i[l]}t.__np=void 0}else{var f=t.__c;if(f){f.__$f|=8;var u=f.__$u;u&&(f.__$u=void 0,u.d())}}e(t)});et("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Xe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function $(e,t){return X(function(){return L(e,t)},[])}var Lc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Rc(){so(function(){for(var e;e=Ur.shift();)Fr.call(e)})}function Wr(){Ur.push(this)===1&&(N.requestAnimationFrame||Lc)(Rc)}var qr="/api/problems#";function Hr(e,t,n){if(typeof t?.error=="string"){let l=Number(n.get("Retry-After"))||null;return{type:e===409&&l?"in-progress":null,sentence:t.error,errors:null,retryAfter:l,submissionState:n.get("Submission-State")}}if(typeof t?.detail!="string"||!String(t.type).startsWith(qr))return null;let{type:o,detail:r,errors:s=[],retryAfter:i=null,submissionState:c=null}=t;return{type:o.slice(qr.length),sentence:r,errors:s,retryAfter:i,submissionState:c}}function Qt({problem:e}){let t={};for(let{pointer:n,detail:o}of e?.errors??[]){let r=n?.split("/")[1];r&&(t[r]??=o.slice(0,1).toUpperCase()+o.slice(1))}return t}var jc=4e4,ao="application/json",Vr="application/problem+json",Yr=()=>{};function Kr(e){Yr=e}async function P(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=jc}={}){let i=new Headers({Accept:`${Vr}, ${ao}`,...r});o&&i.set("Portal-Account",o),n&&!(n instanceof FormData)&&i.set("Content-Type",ao);let c=performance.now();try{let l=await fetch(`/api/${e}`,{method:t,headers:i,body:n instanceof FormData||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:f,headers:u}=l,p=u.get("Content-Type")??"",m=[ao,Vr].some(y=>p.startsWith(y))?await l.json().catch(()=>null):null,h=f>=400?Hr(f,m,u):null;return Uc(f,m,u,h)?(f===401&&Fc(h)&&Yr(c),{status:f,body:m,headers:u,problem:h,offline:!1}):f===413?Bc():co()}catch{return co()}}var Fc=e=>!e?.type||e.type==="unauthenticated";function Uc(e,t,n,o){return n.get("X-Request-ID")?e>=400?o!==null:t!==null||e===204||e===304:!1}var Bc=()=>({...co(),status:413,offline:!1}),co=()=>({status:0,body:null,headers:new Headers,problem:null,offline:!0}),Wc="The portal cannot be reached just now. Please check your connection and try again.",j=({offline:e,problem:t})=>e?Wc:t?.sentence??"Something went wrong. Please try again in a minute.";var Zr="Europe/London",lo=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Zr,...e}),Xr=lo({day:"numeric",month:"long",year:"numeric"}),qc=lo({month:"short",year:"numeric"}),Gr=lo({hour:"2-digit",minute:"2-digit"}),en=new Intl.DateTimeFormat("sv-SE",{timeZone:Zr}),Hc=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),Vc=864e5,[Yc,Jr]=[1024,1024*1024],ce=(e=new Date)=>en.format(e),G=e=>Xr.format(new Date(e)),Qr=e=>qc.format(new Date(`${e}-01`));function re(e,t=new Date){let n=new Date(e);return en.format(n)===en.format(t)?Gr.format(n):`${Xr.format(n)}, ${Gr.format(n)}`}var F=e=>Hc.format(e),W=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function es(e,t=new Date){let n=Math.round((zr(t)-zr(new Date(e)))/Vc);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var zr=e=>Date.parse(en.format(e)),He=e=>e<Jr?`${Math.ceil(e/Yc)} KB`:`${Number((e/Jr).toFixed(1))} MB`;var ns=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,ns(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},ts=new Map;function os(e){var t=ts.get(this);return t||(t=new Map,ts.set(this,t)),(t=ns(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",l=[0],f=function(d){s===1&&(d||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,d,i):s===3&&(d||i)?(l.push(3,d,i),s=2):s===2&&i==="..."&&d?l.push(4,d,0):s===2&&i&&!d?l.push(5,0,!0,i):s>=5&&((i||!d&&s===5)&&(l.push(s,0,i,r),s=6),d&&(l.push(s,d,0,r),s=6)),i=""},u=0;u<n.length;u++){u&&(s===1&&f(),f(u));for(var p=0;p<n[u].length;p++)o=n[u][p],s===1?o==="<"?(f(),l=[l],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(f(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[u][p+1]===">")?(f(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(f(),s=2):i+=o),s===3&&i==="!--"&&(s=4,l=l[0])}return f(),l})(e)),t),arguments,[])).length>1?t:t[0]}var a=os.bind(Vt);var rs;function C(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(rs),rs=setTimeout(()=>{t.textContent=e},400)}var uo="([A-Za-z0-9_-]{1,64})",fo=new RegExp(`^${uo}$`),Kc={"/":"jobs","/jobs":"jobs",[`/jobs/${uo}`]:"job",[`/jobs/${uo}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/account/devices":"devices","/outbox":"outbox"},Gc=Object.entries(Kc).map(([e,t])=>[new RegExp(`^${e}$`),t]);function tn(e){for(let[t,n]of Gc){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var O=L(mo());function mo(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...tn(location.pathname)??tn("/"),path:location.pathname,account:fo.test(n)&&fo.test(o)?`${n}/${o}`:null,query:t,isBack:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function S(e,t={},n=O.value.account){let[o="",r=""]=n?.split("/")??[],s={...t,...n&&{agency:o,contractor:r}},i=new URLSearchParams(s).toString();return i?`${e}?${i}`:e}function ss(e){O.value.account||pe(S(O.value.path,Object.fromEntries(O.value.query),e),{replace:!0})}function pe(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:Jc(n)},""),history.pushState(null,"",e)),O.value=mo()}var nn=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function Jc(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return!o||!t?null:{href:r??"",at:nn(r??"",t).indexOf(o),top:o.getBoundingClientRect().top}}function is(){let{y:e,mark:t}=O.value;scrollTo(0,e);let n=document.querySelector("main"),o=t&&n&&nn(t.href,n)[t.at];if(!o)return;let r=()=>scrollBy(0,o.getBoundingClientRect().top-t.top);r(),requestAnimationFrame(()=>requestAnimationFrame(r))}function as(){history.scrollRestoration="manual",addEventListener("popstate",()=>{O.value=mo(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!tn(t.pathname)||(e.preventDefault(),pe(t.href,{replace:t.href===location.href,link:t}))})}var zc={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},v=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${zc[e]} /></svg>
`;var Zc="Contractor Portal",cs=!0;function I({title:e,back:t,keepsFocus:n=!1,children:o}){let r=Y(null);return de(()=>{cs||(n||r.current?.focus({preventScroll:!0}),is()),cs=!1},[]),de(()=>{document.title=`${e} – ${Zc}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${S(t.path)}><${v} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var Xc={code:"with a code",passkey:"with a passkey",oidc:"with your agency's account",handover:"from your agency's own site"},on=e=>Xc[e]??`by ${e}`;var Qc=20,el={"sign-in failed":"Failed try to sign in","session ended":"Device signed out",switched:"Account switched",submitted:"Sent",confirmed:"The agency has it",rejected:"The agency's system refused it",unconfirmed:"It may have arrived",review:"The agency was asked whether it arrived",expired:"It could not be sent",abandoned:"It was not sent"};function ls(){let e=$([]),[t,n]=[$(null),$(null)],o=async()=>{let s=await P(`session/activity?offset=${e.value.length}&limit=${Qc}`);n.value=s.status===200?null:j(s),s.status===200&&(e.value=[...e.value,...s.body.activity],t.value=s.body.total)};M(()=>{o()},[]);let r=t.value!==null&&e.value.length<t.value;return a`
    <p class="hint">Sign-ins, tries with your e-mail address, and what you sent, for 90 days.</p>
    <p class="problem" role="alert">${n.value}</p>
    ${t.value===null&&!n.value&&a`<p class="loading" role="status">Loading …</p>`}
    <ol class="rows">${e.value.map((s,i)=>a`<${tl} key=${i} entry=${s} />`)}</ol>
    ${r&&a`<button class="btn btn-secondary" type="button" onClick=${o}>Show more</button>`}
  `}function tl({entry:{at:e,event:t,detail:n,software:o,network:r}}){let s=el[t]??t[0].toUpperCase()+t.slice(1),i=n&&(t==="signed in"?` ${on(n)}`:`: ${n}`);return a`
    <li class="row">
      <div>
        <span class="title">${s}${i}</span>
        <span class="about">${[re(e),o,r].filter(Boolean).join(", ")}</span>
      </div>
    </li>
  `}var po="session/devices";function us(){let e=$(null),[t,n]=[$(null),$(!1)],o=async()=>{let i=await P(po);i.status===200?e.value=i.body.devices:t.value=j(i)},r=async(i,c)=>{n.value=!0,t.value=null;let l=await P(i,{method:"DELETE"});[204,404].includes(l.status)?(C(c),await o()):t.value=j(l),n.value=!1};M(()=>{o()},[]);let s=e.value?.filter(({current:i})=>!i)??[];return a`
    <${I} title="Where you are signed in" back=${{path:"/account",name:"Account"}}>
      <p>Do you not know one of these devices? Sign it out, and change the password of your e-mail account.</p>
      <p class="problem" role="alert">${t.value}</p>
      ${e.value?a`<ul class="cards">
            ${e.value.map(i=>a`<${nl} key=${i.deviceId} device=${i} busy=${n.value} onEnd=${()=>r(`${po}/${i.deviceId}`,"The device is signed out.")} />`)}
          </ul>`:!t.value&&a`<p class="loading" role="status">Loading …</p>`}
      ${s.length>0&&a`<button class="btn btn-danger" type="button" disabled=${n.value} onClick=${()=>r(po,"You are signed out everywhere else.")}>
        Sign out everywhere else
      </button>`}
      <section aria-labelledby="activity">
        <h2 id="activity">What happened lately</h2>
        <${ls} key=${e.value?.length} />
      </section>
    <//>
  `}function nl({device:e,busy:t,onEnd:n}){let{software:o,network:r,method:s,signedInAt:i,lastSeenAt:c,current:l}=e,f=o??"Unknown device";return a`
    <li class="card">
      <h2 class="title">${f}</h2>
      <p class="about">
        <span>${l?"This device":`Last used ${re(c)}`}</span>
        <span>Signed in ${re(i)}${s&&` ${on(s)}`}${r&&`, from ${r}`}</span>
      </p>
      ${!l&&a`<button class="btn btn-secondary" type="button" disabled=${t} onClick=${n}>
        Sign out<span class="visually-hidden"> ${f}</span>
      </button>`}
    </li>
  `}var bo=(e,t)=>t.some(n=>e instanceof n),fs,ms;function ol(){return fs||(fs=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function rl(){return ms||(ms=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var $o=new WeakMap,ho=new WeakMap,rn=new WeakMap;function sl(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(ye(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return rn.set(t,e),t}function il(e){if($o.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});$o.set(e,t)}var yo={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return $o.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return ye(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function vs(e){yo=e(yo)}function al(e){return rl().includes(e)?function(...t){return e.apply(tt(this),t),ye(this.request)}:function(...t){return ye(e.apply(tt(this),t))}}function cl(e){return typeof e=="function"?al(e):(e instanceof IDBTransaction&&il(e),bo(e,ol())?new Proxy(e,yo):e)}function ye(e){if(e instanceof IDBRequest)return sl(e);if(ho.has(e))return ho.get(e);let t=cl(e);return Object.is(t,e)||(ho.set(e,t),rn.set(t,e)),t}var tt=e=>rn.get(e);function bs(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=ye(i);return o&&i.addEventListener("upgradeneeded",l=>{o(ye(i.result),l.oldVersion,l.newVersion,ye(i.transaction),l)}),n&&i.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",f=>r(f.oldVersion,f.newVersion,f))}).catch(()=>{}),c}function $s(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),ye(n).then(()=>{})}var ll=["get","getKey","getAll","getAllKeys","count"],ul=["put","add","delete","clear"],vo={};function ds(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(vo[t])return vo[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=ul.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||ll.includes(n)))return;let s=async function(i,...c){let l=this.transaction(i,r?"readwrite":"readonly"),f=l.store;return o&&(f=f.index(c.shift())),(await Promise.all([f[n](...c),r&&l.done]))[0]};return vo[t]=s}vs(e=>({...e,get:(t,n,o)=>ds(t,n)||e.get(t,n,o),has:(t,n)=>!!ds(t,n)||e.has(t,n)}));var fl=["advance","continue","continuePrimaryKey"],ps={},_o=new WeakMap,ys=new WeakMap,ml={get(e,t){if(!fl.includes(t))return e[t];let n=ps[t];return n||(n=ps[t]=function(...o){_o.set(this,ys.get(this)[t](...o))}),n}};async function*dl(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,ml);for(ys.set(n,t),rn.set(n,tt(t));t;)yield n,t=await(_o.get(n)||t.continue()),_o.delete(n)}function hs(e,t){return t===Symbol.asyncIterator&&bo(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&bo(e,[IDBIndex,IDBObjectStore])}vs(e=>({...e,get(t,n,o){return hs(t,n)?dl:e.get(t,n,o)},has(t,n){return hs(t,n)||e.has(t,n)}}));var sn=new Set,_s=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){_s=sn.size>0;for(let t of sn)kt(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&_s&&location.reload()});function gs(e){let t=tt(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return go(o),o}}function go(e){let t=tt(e)??e;sn.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>sn.delete(t));ye(t).done.catch(()=>{})}function kt(e){try{e.abort()}catch{}}var pl=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...i}=r.value;o.put({...i,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],hl={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",blocked:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},Oe=class extends Error{constructor(t,n,o=hl[t]){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=o}},K=e=>e?.sentence,ws=["InvalidStateError","UnknownError"],vl="portal:",bl=1e4,an=1e4,nt=3e3,Ve=new Map,cn=new Set,So=!1,Q=({agency:e,contractorId:t,email:n})=>`${vl}${e}/${t} ${n}`;function $l(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return t&&n&&o?{agency:t,contractorId:n,email:o}:null}async function Ss(){return(indexedDB.databases?(await le(()=>he(an,indexedDB.databases()))).map(({name:t})=>t??""):[...Ve.keys()]).map($l).filter(t=>t!==null)}var xs=()=>{So=!0},xo=e=>cn.delete(e);async function wo(e,t=pl){if(cn.has(e))throw new Oe("gone");let n=Ve.get(e);return n||(n=yl(e,t),Ve.set(e,n),n.catch(()=>Ve.delete(e))),le(()=>he(bl,n))}var yl=(e,t)=>le(async()=>{let n=await bs(e,t.length,{upgrade(o,r,s,i){go(i),_l(t.slice(r),o,i)},blocking(o,r){r===null&&cn.add(e),ko(e)},terminated:()=>Ve.delete(e)});return gs(n),n});async function _l(e,t,n){try{for(let o of e)await o(t,n)}catch{kt(n)}}async function ko(e){let t=Ve.get(e);Ve.delete(e),(await t?.catch(()=>null))?.close()}async function ks(e){let t=he(nt,gl(e)).then(()=>!0,()=>!1);cn.add(e);let n=await t;ko(e);try{await le(()=>he(nt,$s(e)))}catch(o){if(!n)throw o}}async function gl(e){let t=await wo(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var ee=(e,t,n)=>le(async()=>{let o=await wl(e,t,n);return So=!0,o}),De=(e,t,n)=>le(()=>he(an,ee(e,t,n)));async function wl(e,t,n){try{return await t(await wo(e,n))}catch(o){let{cause:r,name:s}=o;if(!ws.includes(r?r.name:s))throw o;return await ko(e),t(await wo(e,n))}}async function he(e,t){let n,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}async function le(e){try{return await e()}catch(t){throw t instanceof Oe?t:new Oe(Sl(t),t)}}function Sl(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"blocked":["SecurityError",...ws].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?So?"lost":"closed":"broken"}var At=new BroadcastChannel("portal-turn"),Tt=[];At.addEventListener("message",({data:{asks:e}})=>{Tt.includes(e)&&At.postMessage({holds:e})});function As(e,t){return Es(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(i){if(i.name!=="AbortError")throw i;return r=!1,null}})}function Ts(e,t){return Es(e,async({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function Is(e,t){let n=!1,o=()=>(n=!0,Os(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function Es(e,t){let n=!1,o=r=>(n=!0,Os(e,r));for(let r=!1;;r=!await xl(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function Os(e,t){Tt.push(e);try{return await t()}finally{Tt.splice(Tt.indexOf(e),1)}}function xl(e){return Tt.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),At.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);At.addEventListener("message",o),At.postMessage({asks:e})})}function Ds(e,t){let{method:n,path:o}=kl(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?Al(e,t):e.content,timeoutMs:t?3e5:6e4}}function kl({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(String(t))}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function Al({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t?.name),o}var Tl=["rejected","expired","abandoned"],To=1e4,Il=144*36e5,Ps=2e3,Ls=3e5,Io=6e4,El=600,Ol=36e5,Dl=6e5,Nl=24*36e5,Ml=1e4,Cl=/^document: /,Pl=[400,404,405,413,415,422],Rs="It may have arrived. It is sent again, and the portal knows it for the same.",Ll="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",Ns="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",Rl=" If that does not help, attach the PDF again.",jl="The portal cannot tell any more what became of it. Please look at the job before you send it again.",js="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",q=({state:e})=>e!=="done",ue=({state:e})=>["checking","review"].includes(e),ve=({state:e,promised:t})=>e==="checking"&&!!t,It=e=>q(e)&&!ue(e),Ne=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Fs=(e,t)=>Ne(e)?{heldUntil:t+Dl}:void 0,un=e=>e.state!=="sending"&&!ue(e),fn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,rt=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,te=({state:e})=>["refused","unknown"].includes(e),Us=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...mn({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+To:0}),mn=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...Fl}),Fl={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,faults:null,result:null};function Bs(e,t){return Ws(e).filter(n=>Ao(n)<=t||Ao(n)>t+Nl).sort((n,o)=>+!!n.document-+!!o.document||n.id-o.id)}function Eo(e){let t=Ws(e).map(Ao);return t.length?Math.min(...t):null}var Ao=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Ws(e){let t=new Set;return e.filter(n=>{if(ue(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${"statementId"in n.content?n.content.statementId:void 0}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function qs(e,t){return Vs(e,t)?Oo(js):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Hs(e,t,n=Math.random){if(Vs(e,t))return Oo(js);let o=Ne(e)?Ns+Rl:Ns;return ot(e,null,t,n,{sentence:o,asks:"document"},Io)}var Vs=({sentAt:e},t)=>e!==null&&t-e>Il,Ys=()=>({state:"waiting",sentence:Rs,nextAt:0});function Ks(e,t,n,o=Math.random){let{status:r,body:s,headers:i,problem:c,offline:l}=t,f={sentAt:e.sentAt??n},u=c?.sentence.replace(Cl,"")??null;if(l)return ot(e,null,n,o,{...f,sentence:Rs},Io);if(r===413&&!s){let x={sentAt:e.sentAt,sentence:Ll,asks:"size"};return ot(e,El,n,o,x,Ol)}let{type:p=null,submissionState:d=null,retryAfter:m=null}=c??{},h=i.get("Location");if(r===200||r===201)return Js(e,s,n);if(r===202)return Ms(s.state,s.submissionId,s.message,n);if(d==="rejected")return ln(u,{ended:d});if(p==="in-progress")return ot(e,m,n,o,{...f,sentence:u},Ml);if(h)return Ms(d,h.split("/").at(-1)??"",u,n);if(d==="not-sent")return ot(e,m,n,o,{sentAt:null,sentence:u});let y=p==="duplicate-invoice"||p===null&&e.kind==="invoice";return r===409?ln(u,{asks:y?"duplicate":null}):Pl.includes(r)?ln(u,{faults:Qt(t)}):ot(e,m,n,o,{...r>=500?f:{sentAt:e.sentAt},sentence:u})}function Gs(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?Oo(jl):o||t!==200?Cs(e,e,r,s):n.state==="confirmed"?Js(e,n.result,r):Tl.includes(n.state)?ln(n.message,{ended:n.state}):Cs(e,{...zs(n.state),sentence:n.message},r,s)}var Js=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?Ul(t):t}),Ul=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},ln=(e,{asks:t=null,ended:n=null,faults:o=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,faults:o,sentAt:null}),Oo=e=>({state:"unknown",sentence:e,asks:null}),zs=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e??"")}),Ms=(e,t,n,o)=>({...zs(e),submissionId:t,sentence:n,tries:0,nextAt:o+Ps});function ot(e,t,n,o,r,s=Ls){let i=Math.max((t??0)*1e3,dn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function Cs({tries:e},{state:t,promised:n,sentence:o},r,s){let i=t==="review"?Ls:Io;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+dn(e,i,s)}}var dn=(e,t,n=Math.random)=>Math.min(t,Ps*2**Math.min(e,20))*(.5+n()/2);var Xs="portal-outbox",Bl={durability:"strict"},Zs=["outbox","documents","blobs"],st=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ye=class{constructor(t){this.owner=t,this.name=Q(t)}list(){return De(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let i=await r.add(t);return n&&await s.put({id:i,bytes:n}),{...t,id:Number(i)}});return pn(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:i,blobs:c})=>{let l=await s.get(t),f=l&&n(l);if(f===void 0)return;let u=f&&{...l,...f},p=Qs(u);return await Promise.all([u?s.put(u):s.delete(t),p?o&&i.put({id:t,bytes:o}):i.delete(t),(o||!p)&&c.delete(t)]),u});if(r===void 0)throw new st;return pn(this.name),r}async readDocument(t){let n=await De(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await De(this.name,s=>s.get("blobs",t));if(!n)throw new Oe("lost");let o=await le(()=>he(an,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:i})=>{await i.count(t)&&await Promise.all([s.put({id:t,bytes:o}),i.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return ee(this.name,async n=>{let o=n.transaction(Zs,"readwrite",Bl),r=Object.fromEntries(Zs.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw kt(o),c}),[i]=await Promise.all([s,o.done]);return i})}async deleteAllButUnsent(){await this.#n({keepsDrafts:!1})}deleteAllButUnfinished(){return this.#n({keepsDrafts:!0})}#n({keepsDrafts:t}){return ee(this.name,async n=>{let o=n.transaction(["answers","drafts","outbox"],"readwrite"),[r,s]=[o.objectStore("outbox"),o.objectStore("drafts")],i=await r.getAll(),c=i.filter(f=>!q(f));t||s.clear();let[l]=await Promise.all([s.count(),o.objectStore("answers").clear(),...c.map(({id:f})=>r.delete(f)),o.done]);return l>0||c.length<i.length})}},it=class{#e=[];#t=new Map;#n=0;constructor(t){this.owner=t,this.name=Q(t)}async list(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#n};return this.#e.push(o),n&&this.#t.set(o.id,n),pn(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new st;let i=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...i?[i]:[]),o?this.#t.set(t,o):Qs(i)||this.#t.delete(t),pn(this.name),i}async readDocument(t){return this.#t.get(t)??null}},Qs=e=>!!(e?.document&&q(e));function pn(e){let t=new BroadcastChannel(Xs);t.postMessage(e),t.close()}function ei(e){let t=new BroadcastChannel(Xs);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function hn(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw new Oe("broken",t,"This file cannot be read. Please choose it again.")}}var ti="portal-session",Wl=5e3;async function Me(e=null){return(await Ss()).filter(n=>e===null||n.email===e).map(n=>new Ye(n))}async function Do(e){return await As(`portal-outbox:${e.name}`,n=>ql(e,n))??{obstacle:null,nextAt:Date.now()+Wl}}async function ql(e,t){for(await Hl(e);t();){let[n]=Bs(await e.list(),Date.now());if(!n)return{obstacle:null,nextAt:Eo(await e.list())};let o=await Vl(e.owner,async()=>t()?Yl(e,n):null);if(o)return{obstacle:o,nextAt:null}}return null}var No=e=>Is(ti,e);async function Hl(e){for(let{id:t,state:n}of await e.list())n==="sending"&&await e.change(t,Ys)}function Vl(e,t){return Ts(ti,async()=>await ni(e)??t())}async function ni({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await P("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Yl(e,t){try{return await(ue(t)?Gl(e,t):Kl(e,t))}catch(n){if(n instanceof st)return null;throw n}}async function Kl(e,t){let n=l=>l.state==="waiting"&&l.key===t.key&&l.heldUntil===t.heldUntil,o=t.document?await e.readDocument(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,l=>n(l)?Hs(l,Date.now()):void 0),null;let r=await e.change(t.id,l=>n(l)?qs(l,Date.now()):void 0);if(r?.state!=="sending")return null;let s=Ds(t,o),i=await P(s.path,{...s,account:ri(e)}),c=await oi(e,i);return await e.change(t.id,l=>{if(!(l.attempt!==r.attempt||l.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Ks(t,i,Date.now())}),c??(i.offline?"offline":null)}async function Gl(e,t){let n=await P(`contractor/submissions/${t.submissionId}`,{account:ri(e)}),o=await oi(e,n);return o||await e.change(t.id,r=>ue(r)?Gs(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function oi(e,{status:t,problem:n}){return t===401?"signed-out":n?.type==="foreign-account"?"account-gone":t===409&&!n?.type?ni(e.owner):null}var ri=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Jl="outbox",si=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator;async function ii(){return await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Jl).then(()=>!0,()=>!1)??!0}var Mo=e=>`outbox ${e}`;function vn(e,t){try{t?localStorage.setItem(Mo(e),String(t)):localStorage.removeItem(Mo(e))}catch{}}function Co(e){try{return Number(localStorage.getItem(Mo(e))??0)}catch{return 0}}var ai=e=>vn(e,0);var zl=6e4,Zl=168*36e5,Xl="This device has no room left, so nothing can be sent from it. Please free some space.",bn=class{items=L(null);obstacle=L(null);otherAccounts=L([]);storageProblem=L(null);#e=null;#t=void 0;#n=0;#r=!1;#s=null;#o=!1;#u=!1;#c=new Map;start(){ei(t=>{t===this.#e?.name&&this.#a()}),addEventListener("online",()=>this.#m(ci)),addEventListener("offline",()=>this.wake()),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&this.wake()})}async open(t){if(this.#e?.name===Q(t))return;this.close(),xo(Q(t));let n=new Ye(t);Co(n.name)&&xs(),this.#e=n;try{let o=(await n.list()).length?0:Co(n.name);for(let r of(await Me()).filter(({owner:{email:s}})=>s!==t.email))await r.deleteAllButUnsent(),vn(r.name,await Po(r));await Ql(n),await li(n,await n.list(),ci),this.#e===n&&(this.storageProblem.value=o?eu(o):null)}catch(o){if(this.#e!==n)return;this.storageProblem.value=Lo(o),o.reason==="closed"&&(this.#e=this.#p(t))}await this.#a(),this.items.value?.some(q)&&this.#l(),this.wake()}async openFormerAccount(t){if(this.close(),!t)return;(await Me(t.email).catch(()=>[])).some(({name:o})=>o===Q(t))&&!this.#e&&await this.open(t)}close(){clearTimeout(this.#t),this.#e=null,this.items.value=null,this.obstacle.value=null,this.otherAccounts.value=[],this.storageProblem.value=null}async add({document:t,...n}){let{bytes:o,document:r}=await ui(t),s=await this.#f().add(Us({...n,document:r},Date.now()),o);return await this.#a(),navigator.storage?.persist?.(),this.#l(),this.wake(),s}async edit(t,{content:n,about:o,document:r}){let{bytes:s,document:i}=await ui(r),c={content:n,...o!==void 0&&{about:o},...r!==void 0&&{document:i}};return this.#i(t,l=>Ne(l)?mn(c):void 0,s)}hold(t){return this.#i(t,n=>Fs(n,Date.now()))}release(t){return this.#i(t,({heldUntil:n})=>n?{heldUntil:0}:void 0)}resend(t,{duplicate:n=!1}={}){return this.#i(t,o=>te(o)?mn({duplicate:n}):void 0)}remove(t){return this.#i(t,n=>un(n)?null:void 0)}undo(t){return this.#i(t,n=>fn(n,Date.now())?null:void 0)}itemsOf(t){return(this.items.value??[]).filter(n=>n.jobId===t)}sendingNotice(){return si()&&!this.#u?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection."}async wake(){clearTimeout(this.#t),this.#s?this.#o=!0:(this.#s=this.#h(),await this.#s.finally(()=>this.#s=null),this.#o&&(this.#o=!1,await this.wake()))}async tryNow(){await this.#m()}async countUnsent(t){let n=this.#e instanceof it?[this.#e]:await Me(t);return(await Promise.all(n.map(Po))).reduce((r,s)=>r+s,0)}async deleteAll(t){let n=!(this.#e instanceof it);this.#e?.owner.email===t&&this.close();for(let[r,{owner:s}]of this.#c)s.email===t&&this.#c.delete(r);let o=n?await Me(t):[];await mi(o.map(fi))}async deleteAllButUnfinished(t){let n=await Me(t);await mi(n.map(async o=>{await le(()=>he(nt,o.deleteAllButUnfinished()))||await fi(o)}))}#p(t){let n=this.#c.get(Q(t))??new it(t);return this.#c.set(n.name,n),n}#f(){if(!this.#e)throw new Error("no outbox is open");return this.#e}async#i(t,n,o){let r=await this.#f().change(t,n,o);return await this.#a(),this.#l(),this.wake(),r}async#m(t){this.#e&&await li(this.#e,this.items.value??[],t),await this.wake()}async#l(){await ii()||(this.#u=!0)}async#a(){let t=this.#e;try{let n=await t?.list()??null;if(this.#e!==t)return;this.items.value=n,t&&n&&vn(t.name,n.filter(It).length)}catch(n){if(this.#e!==t)return;this.storageProblem.value=Lo(n),this.#r=!0}}async#h(){let t=this.#e;if(t)try{let n=t instanceof Ye?(await Me(t.owner.email)).filter(({name:s})=>s!==t.name):[],o=[];for(let s of[t,...n])o.push(await Do(s));let r=await Promise.all(n.map(Po));if(this.#e!==t||(this.obstacle.value=o[0].obstacle,this.otherAccounts.value=n.map(({owner:s},i)=>({...s,number:r[i]})).filter(({number:s})=>s),this.#d(o),!this.#r))return;this.#r=!1,await this.#a(),this.#r||(this.storageProblem.value=null)}catch(n){if(this.#e!==t)return;let o=n.reason==="full";this.storageProblem.value=o?Xl:Lo(n),this.#r=!0,this.#d([{obstacle:"offline",nextAt:null}])}}#d(t){let n=t.some(({obstacle:r})=>r==="offline");this.#n=n?this.#n+1:0;let o=t.map(({nextAt:r})=>r).filter(r=>r!==null);n&&o.push(Date.now()+dn(this.#n,zl)),o.length&&(this.#t=setTimeout(()=>this.wake(),Math.max(Math.min(...o)-Date.now(),0)))}},ci=({asks:e})=>e!=="size";async function li(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>q(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function ui(e){if(!e)return{bytes:void 0,document:null};let{bytes:t,...n}=await hn(e);return{bytes:t,document:n}}async function fi({name:e}){await ks(e),ai(e)}async function mi(e){let n=(await Promise.allSettled(e)).find(o=>o.status==="rejected");if(n)throw n.reason}var Po=async e=>(await e.list()).filter(It).length;async function Ql(e){let t=Date.now()-Zl;for(let{id:n,state:o,doneAt:r}of await e.list())o==="done"&&Number(r)<t&&await e.change(n,()=>null)}function Lo(e){let t=K(e);if(!t)throw e;return t}var eu=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;var b=new bn;var tu={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},nu="May have arrived",ou="With the portal",di={expired:"Not delivered",abandoned:"Not delivered"};function be(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:ve(e)?ou:rt(e)?nu:n==="refused"&&di[o??""]||tu[n]}function pi(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?be(e,t):`${be(e,t)}${di[o??""]?":":", because:"} ${r}`}var hi=(e,t)=>e.state==="refused"||e.sentence?.startsWith(be(e,t))?null:e.sentence,at=e=>e.kind==="completion"?e.content.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e.kind];var Et="portal",Ot=[e=>e.createObjectStore("session")],vi=e=>ee(Et,t=>t.put("session",e,"last"),Ot),bi=()=>jo("last"),Ro=()=>le(()=>he(nt,ee(Et,e=>e.delete("session","last"),Ot))),$i=e=>ee(Et,async t=>e?t.put("session",e,"asked"):t.delete("session","asked"),Ot),yi=()=>jo("asked"),_i=()=>ee(Et,e=>e.put("session",!0,"passkey-offer"),Ot).catch(()=>{}),gi=async()=>!!await jo("passkey-offer");async function jo(e){try{return await De(Et,t=>t.get("session",e),Ot)??null}catch{return null}}var k=L(void 0),Ke=L(null),ct=L(!1),lt=L(null),_n=L(null),ru=6e5,_e=L(!1),$n=null,yn=0,J=({agency:e,contractorId:t})=>`${e}/${t}`,Fo=(e,t)=>e.accounts.find(n=>J(n)===t)??null,A=$e(()=>k.value?Fo(k.value,O.value.account??J(k.value.account)):null),z=$e(()=>{if(!k.value||!A.value||_e.value)return null;let{agency:e,contractorId:t}=A.value;return{email:k.value.email,agency:e,contractorId:t}}),wi=$e(()=>{let e=O.value.account;if(!k.value||A.value||!e||_e.value)return null;let[t,n]=e.split("/");return{email:k.value.email,agency:t,contractorId:n}}),Uo=new BroadcastChannel("portal:person"),Si=new BroadcastChannel("portal:parting");async function Dt(e){yn=performance.now(),e&&(lt.value=null),JSON.stringify(e)!==JSON.stringify(k.value)&&(k.value=e,await(e?vi(e):Ro()).catch(()=>{}),Uo.postMessage(e))}async function ut(e){await $i(e).catch(()=>{}),_n.value=e}async function gn(){let[e,t]=await Promise.all([bi(),yi()]);t&&await ut(Date.now()-t.at<ru?t:null);let n=e||document.body.dataset.session;if(k.value??=e??(n?void 0:null),n||navigator.serviceWorker?.controller){let o=performance.now(),r=await P("session");r.status===200&&o>=yn&&await Dt(r.body)}k.value??=null}var wn=e=>{let t=O.value.account?.split("/")[0];return P("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})},xi=(e,t)=>Ai("session",{email:e,code:t}),ki=e=>Ai("session/passkey",e);async function Ai(e,t){let n=await No(()=>P(e,{method:"POST",body:t}));return n.status===201&&(Ke.value=null,ct.value=!1,await Dt(n.body),await ut(null)),n}async function Ti(e){Dt({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await P("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await Dt(o.body)}function Ii(){return $n??=su().finally(()=>$n=null),$n}async function su(){let e=k.value,t=await No(()=>P("session",{method:"DELETE"}));return t.status!==204||(_e.value=!0,Uo.postMessage(null),Si.postMessage(null),await Ei([Ro(),b.deleteAll(e.email)]),Ke.value=null,k.value===e&&(k.value=null),_e.value=!1),t}async function iu(e){_e.value=!0,await Ei([b.deleteAllButUnfinished(e.email)]),k.value===e&&await Dt(null),_e.value=!1}async function Ei(e){let t=await Promise.allSettled(e);ct.value=t.some(n=>n.status==="rejected"&&n.reason&&n.reason.reason!=="closed")}function Oi(){Kr(e=>{$n||_e.value||e<yn||k.value&&(Ke.value=k.value.email,iu(k.value))}),Uo.onmessage=({data:e})=>{_e.value&&!e||(yn=performance.now(),k.value=e)},Si.onmessage=()=>{Ke.value=null}}var Di=300;async function Ni(e,t,n,o=null){try{await ee(Q(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>Di&&await au(s),await i})}catch{}}async function Mi(e,t){try{return await De(Q(e),n=>n.get("answers",t))??null}catch{return null}}async function au(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-Di).map(({path:n})=>e.delete(n)))}var cu=5e3,lu=30,Ci={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},uu=L({...Ci,busy:!1}),Bo=class{state=L(Ci);begunAt=0;readAt=0;running=null;#e=null;#t;#n;constructor(t,n){this.#t=t,this.#n=n}refresh(){navigator.onLine&&Date.now()-this.readAt<cu||(this.running??=this.#r().finally(()=>{this.running=null}))}async#r(){this.state.value.body||await this.#s(),this.#o({busy:!0});let t=Date.now();this.begunAt=t;let n=this.#e&&this.state.value.body?{"If-None-Match":this.#e}:{},o=await P(`contractor/${this.#n}`,{account:J(this.#t),headers:n}),{status:r,body:s,offline:i}=o,c=mu(o.headers.get("Last-Modified")),l={begunAt:t,asOf:c,isOld:!1,busy:!1,problem:null,status:r};if((r===200||r===304)&&(this.readAt=Date.now()),r===200)this.#e=o.headers.get("ETag"),z.value?.email===this.#t.email&&Ni(this.#t,this.#n,s,this.#e),this.#o({...l,body:s});else if(r===304)this.#o(l);else if(r===409)gn(),this.#o({busy:!1,problem:j(o),status:r});else if(r===404)this.#o({body:null,busy:!1,problem:j(o),status:r});else{let f=o.problem?.retryAfter;!i&&f&&setTimeout(()=>this.refresh(),Math.min(f,lu)*1e3);let u=!!(!i&&f);this.#o({isOld:!!this.state.value.body,busy:u,problem:j(o),status:r})}}async#s(){let t=await Mi(this.#t,this.#n);if(!t)return;this.#e=t.etag??null;let n=t.body.asOf??new Date(t.readAt).toISOString();this.#o({body:t.body,begunAt:t.readAt,asOf:n,isOld:!0})}#o(t){this.state.value={...this.state.value,...t}}},Sn=new Map;function T(e){let t=e?fu(z.value,e):null;return M(()=>{if(!t)return;let n=()=>document.visibilityState==="visible"&&t.refresh();n();let o=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of o)r.addEventListener(s,n);return()=>{for(let[r,s]of o)r.removeEventListener(s,n)}},[t]),t?.state??uu}async function Pi(e,t){let n=z.value&&Sn.get(Ri(z.value,e));await n?.running,!(!n||n.begunAt>t)&&(n.readAt=0,n.refresh())}var Li=()=>Sn.clear(),Ri=(e,t)=>`${e.email} ${J(e)} ${t}`;function fu(e,t){let n=Ri(e,t),o=Sn.get(n)??new Bo(e,t);return Sn.set(n,o),o}var mu=e=>e?new Date(e).toISOString():null;var du="https://www.google.com/maps/search/?api=1&query=",pu=/[\p{L}/,;&#|]|(?=\+)/u,hu=5,vu=/^(\+|00)(\d{1,3})\(0\)/;function bu(e){return e.split(pu).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(vu,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=hu)??""}function Ge({phone:e,who:t}){if(!e)return null;let n=bu(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${v} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function ft({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${v} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function ji({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${du+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${v} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Wo(){let t=(T(A.value?"agency":null).value.body?.offers??[]).includes("contacts"),n=T(t?"contacts":null).value.body?.contacts??[],o=T(t?"account":null).value.body,r=$u(n,o?.agency.branchId??null);return t?a`
    <div>
      ${r&&a`<${Ge} phone=${r.phone} who=${r.name} /><${ft} email=${r.email} who=${r.name} />`}
      <a class="reach" href=${S("/contacts")}><${v} name="contacts" />All contacts</a>
    </div>
  `:null}function $u(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var yu={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ce({item:e}){return a`
    <span class=${`state is-${e.state}`}>
      <${v} name=${yu[ve(e)?"waiting":e.state]} /><span dir="auto">${pi(e,A.value?.agencyName)}</span>
    </span>
  `}function Pe({item:e}){let t=hi(e,A.value?.agencyName);return a`
    ${t&&a`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&a`<${qo} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&a`<${Wo} />`}
  `}var qo=()=>a`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Wo} />
`;var Nt={emailCharacters:254,noteCharacters:4e3,descriptionCharacters:2e3,invoiceNumberCharacters:50,amountLeast:.01,amountMost:1e6,invoiceYearsBack:6,invoiceDaysAhead:1,documentBytes:10485760,documentNameCharacters:255,retryHours:72},Le=e=>({...Nt,...e?.limits});var _u=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),ke=e=>e.trim().replaceAll("	"," ");function xn(e,t,{inForm:n=!1}={}){let o=n?ke(e).replace(/\r\n|\r|\n/g,`\r
`):ke(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:_u.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var kn=(e,t)=>e?xn(e,t.noteCharacters):"Please write something first.";function An(e){let[,t]=We(0),n=e.filter(r=>fn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return M(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}function Tn(e){M(()=>{if(e!==null)return b.hold(e).catch(Fi),()=>{b.release(e).catch(Fi)}},[e])}var Fi=()=>{};function Ui({item:e,onClose:t}){let[n,[o,r]]=[Nr(),We(null)],s=Le(T("agency").value.body);return Tn(e.id),a`
    <form onSubmit=${async c=>{c.preventDefault();let{value:l}=c.target.elements.namedItem("note"),f=ke(l),u=kn(f,s);if(r(u),!u)try{await b.edit(e.id,{content:{note:f}}),t()}catch(p){let d=K(p);if(!d)throw p;r(d)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${s.noteCharacters} required dir="auto" ref=${gu}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var gu=e=>e?.focus();var wu={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Wi(){let e=(b.items.value??[]).filter(t=>!q(t)).reverse();return a`
    <${I} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
      <${Vo}>
        ${b.items.value?a`<p class="reach"><${v} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!b.storageProblem.value&&a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Ho} items=${e} />
        </section>
      `}
    <//>
  `}function Vo({children:e}){let t=(b.items.value??[]).filter(q),[n,o]=[t.filter(s=>!Bi(s)),t.filter(Bi)],r=b.obstacle.value;return t.length?a`
    ${r&&n.some(s=>It(s)&&!te(s))&&a`<p class="notice" role="status">${wu[r]}${r==="offline"&&` ${b.sendingNotice()}`}</p>`}
    ${n.length>0&&a`<h2 class="visually-hidden">Not confirmed yet</h2><${Ho} items=${n} />`}
    ${n.some(({state:s})=>s==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${()=>b.tryNow()}>Try now</button>`}
    ${o.length>0&&a`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Ho} items=${o} /></section>`}
  `:e}var Bi=({state:e})=>e==="review",Ho=({items:e})=>a`<ol class="cards">${e.map(t=>a`<${Yo} key=${t.id} item=${t} />`)}</ol>`;function Yo({item:e}){let[t,n]=We(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${at(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${Ui} item=${e} onClose=${o} />`:a`<${Su} item=${e} />`}
      <p class="about">
        <${Ce} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${re(e.addedAt)}</time>
      </p>
      <${Pe} item=${e} />
      ${t==="remove"&&a`<${Au} item=${e} onClose=${o} />`}
      ${!t&&a`<${xu} item=${e} setAction=${n} />`}
    </li>
  `}function Su({item:e}){let{document:t,jobId:n}=e;return a`
    ${e.kind==="note"&&a`<p class="says" dir="auto">${e.content.note}</p>`}
    ${e.kind==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${F(e.content.amount)}</strong>${e.content.invoiceNumber?`, number ${e.content.invoiceNumber}`:""}
        <br />${e.content.description}
      </p>
    `}
    ${t&&a`<p class="reach"><${v} name="invoice" /><span dir="auto">${t.name}</span></p>`}
    ${n&&a`<a class="reach" href=${S(`/jobs/${n}`)}><${v} name="jobs" />Look at the job</a>`}
  `}function xu({item:e,setAction:t}){let n=e.asks==="duplicate",[o,r]=[A.value&&Ne(e)&&e.kind!=="completion",un(e)&&q(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>b.resend(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${ku} item=${e} onEditNote=${()=>t("edit")} />`}
      ${te(e)&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>b.resend(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function ku({item:{id:e,kind:t,jobId:n,content:o},onEditNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s="statementId"in o&&o.statementId,i={...s&&{statement:s},change:e},c=S(n?`/jobs/${n}/invoice`:"/invoice",i);return a`<a class="btn btn-secondary" href=${c}>Change</a>`}function Au({item:e,onClose:t}){let n=rt(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=We(null),s=async()=>{try{await b.remove(e.id),document.querySelector("h1")?.focus(),C("Deleted.")}catch(i){let c=K(i);if(!c)throw i;r(c)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${Tu} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var Tu=e=>e?.focus();function In(){let e=A.value&&J(A.value);return a`
    <ul class="rows">
      ${k.value?.accounts.map(t=>{let n=J(t);return a`
          <li key=${n} class="row">
            <a href=${S("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>Ti(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${v} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}var En="Signing out …";function On(){let[e,t]=[$(null),$(0)],[n,o]=[$(!1),$(!1)],r=async()=>{n.value=o.value=!0;let i=await Ii();if(n.value=o.value=!1,i.status!==204){e.value=`${j(i)} Nothing on this device was deleted.`;return}pe("/",{replace:!0});let c=i.headers.get("Location");c&&!ct.value&&location.assign(c)},s=async()=>{e.value=null,n.value=!0;try{t.value=await b.countUnsent(k.value.email)}catch(i){let c=K(i);if(!c)throw i;e.value=c;return}finally{n.value=!1}t.value||await r()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${Iu} number=${t.value} busy=${n.value} onConfirm=${r} onCancel=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${v} name="leave" />${o.value?En:"Sign out"}
        </button>`}
  `}function Iu({number:e,busy:t,onConfirm:n,onCancel:o}){let r=Y(null);de(()=>r.current?.focus(),[]);let[s,i,c]=[W(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${r} tabindex="-1">
        <b>${s} on this device ${i} not with the agency yet.</b> Signing out deletes ${c} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>
          ${t?En:`Delete ${c} and sign out`}
        </button>
      </div>
    </div>
  `}var qi=()=>a`
  <${I} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${O.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value?.email}</b>. Nothing was changed.
    </p>
    <${Vo}>${null}<//>
    <h2>Your accounts</h2>
    <${In} />
    <h2>Signed in with another address?</h2>
    <${On} />
  <//>
`;function ge({resource:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${re(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function se({resource:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var mt=!!window.PublicKeyCredential?.parseRequestOptionsFromJSON&&!/^[\d.]+$|^\[/.test(location.hostname),Eu="That was not confirmed on this device, or it took too long. Please try again.",Ou="This device has a passkey for the portal already.",Du="This browser cannot use a passkey here.",Hi=async()=>mt&&await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(()=>!1);async function Dn(){let e=await Yi("session/passkeys/registration/options",n=>navigator.credentials.create({publicKey:PublicKeyCredential.parseCreationOptionsFromJSON(n)}));if("problem"in e)return e.problem;let t=await P("session/passkeys",{method:"POST",body:e.credential});return t.status===201?null:j(t)}var Vi=()=>Yi("session/passkey/options",e=>navigator.credentials.get({publicKey:PublicKeyCredential.parseRequestOptionsFromJSON(e)}));async function Yi(e,t){let n=await P(e,{method:"POST"});if(n.status!==200)return{problem:j(n)};try{return{credential:await t(n.body)}}catch(o){let{name:r}=o;return r==="InvalidStateError"?{problem:Ou}:{problem:r==="NotAllowedError"?Eu:Du}}}var Ko=L(!1);async function Ki(){Ko.value=await Hi()&&!await gi()}function dt(){Ko.value=!1,_i()}var Gi=()=>Ko.value?a`<${Nu} />`:null;function Nu(){let[e,t]=[$(null),$(!1)],n=async()=>{e.value=null,t.value=!0,e.value=await Dn(),t.value=!1,!e.value&&(C("Added. No code is needed here next time."),dt())};return a`
    <section class="notice offer" aria-labelledby="offer">
      <h2 id="offer">Sign in faster next time</h2>
      <p class="problem" role="alert">${e.value}</p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t.value} onClick=${n}>
          Use my fingerprint, face or screen lock next time
        </button>
        <button class="btn btn-secondary" type="button" disabled=${t.value} onClick=${dt}>Not now</button>
      </div>
    </section>
  `}var Ji="session/passkeys";function zi(){let e=$([]),[t,n]=[$(null),$(!1)],o=async()=>{let i=await P(Ji);i.status===200?e.value=i.body.passkeys:t.value=j(i)};M(()=>{o()},[]);let r=async(i,c)=>{n.value=!0,t.value=null,t.value=await i(),t.value||(C(c),dt(),await o()),n.value=!1},s=async i=>{let c=await P(`${Ji}/${i}`,{method:"DELETE"});return c.status===204?null:j(c)};return!mt&&!e.value.length?null:a`
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p>A passkey signs you in by your fingerprint, face or screen lock. If you lose its device, remove it here.</p>
      <p class="problem" role="alert">${t.value}</p>
      ${e.value.map(i=>a`<${Mu} key=${i.passkeyId} ...${i} busy=${n.value} onRemove=${()=>r(()=>s(i.passkeyId),"Removed.")} />`)}
      ${mt&&a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${()=>r(Dn,"Added.")}>
        Add a passkey on this device
      </button>`}
    </section>
  `}var Mu=({name:e,createdAt:t,usedAt:n,busy:o,onRemove:r})=>a`
  <div class="card">
    <h3 class="title">${e}</h3>
    <p class="about">Added ${G(t)}, ${n?`last used ${G(n)}`:"not used yet"}</p>
    <button class="btn btn-secondary" type="button" disabled=${o} onClick=${r}>
      Remove<span class="visually-hidden"> ${e}</span>
    </button>
  </div>
`;var Cu=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Zi(){let e=T("account").value,t=e.body,{agencyName:n,displayName:o}=A.value,{accounts:r,email:s}=k.value;return a`
    <${I} title="Account">
      ${r.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${In} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${Pu} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${se} resource=${e} />`}
        <${ge} resource=${e} />
      </section>
      <${zi} />
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${s}</b></p>
        <ul class="rows">
          <li class="row">
            <a href=${S("/account/devices")}>
              <span class="title">Where you are signed in</span>
              <span class="address">Your devices, and what happened lately</span>
            </a>
          </li>
        </ul>
        <${On} />
      </section>
    <//>
  `}function Pu({record:e}){let t=[...Cu.map(([n,o])=>[n,e[o]]),["Branch",e.agency.branchName]];return a`
    <dl class="facts">
      ${t.filter(([,n])=>n).map(([n,o])=>a`<div key=${n}><dt>${n}</dt><dd dir="auto">${o}</dd></div>`)}
    </dl>
  `}function Xi(){let e=T("contacts").value,t=e.body?.contacts;return a`
    <${I} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${Lu} key=${n.contactId} ...${n} />`)}</ul>`:a`<${se} resource=${e} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${ge} resource=${e} />
    <//>
  `}function Lu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Ge} phone=${s} who=${i} /><${Ge} phone=${r} who=${i} /><${ft} email=${o} who=${i} />
    </li>
  `}function Qi(){let e=b.items.value??[],t=An(e),n=e.filter(d=>q(d)&&!t.includes(d)),o=n.filter(te).length,r=n.filter(ve).length,s=n.filter(({state:d})=>d==="review").length,i=n.filter(({state:d})=>d==="checking").length-r,c=n.filter(d=>!te(d)&&!ue(d)),l=b.obstacle.value==="offline",f=c.some(rt)?"not confirmed yet":"not with the agency yet",[u,p]=[b.otherAccounts.value,b.storageProblem.value];return!n.length&&!u.length&&!p?null:a`
    <aside class="strip" aria-label="Outbox">
      ${p&&a`<p role="alert">${p}</p>`}
      ${o>0&&a`<${Mt} icon="emergency">${W(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${s>0&&a`<${Mt} icon="contacts">We asked ${A.value?.agencyName} to check ${W(s,"thing")}<//>`}
      ${i>0&&a`<${Mt} icon="search">${W(i,"thing")} ${i===1?"is":"are"} being checked<//>`}
      ${r>0&&a`<${Mt} icon="clock">${W(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
      ${c.length>0&&a`<${Mt} icon=${l?"offline":"send"}>
        ${W(c.length,"thing")} ${c.length===1?"is":"are"} ${f}
      <//>`}
      ${u.map(d=>a`<${Ru} key=${J(d)} ...${d} />`)}
    </aside>
  `}var Mt=({icon:e,children:t})=>a`<a href=${S("/outbox")}><${v} name=${e} /><span>${t}</span><${v} name="open" /></a>`;function Ru({number:e,...t}){let n=J(t),o=(k.value&&Fo(k.value,n)?.agencyName)??"an account that is no longer yours",[r,s]=[W(e,"thing"),e===1?"is":"are"];return a`
    <a href=${S("/outbox",{},n)}>
      <${v} name="send" />${r} for ${o} ${s} not there yet<${v} name="open" />
    </a>
  `}var ju=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account","devices"]}];function Go({children:e}){let t=T("agency").value.body;Uu(t?.accent);let{agencyName:n,displayName:o}=A.value,r=ju.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${Bu}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${Number(k.value?.accounts.length)>1&&a`<a class="switch" href=${S("/account")}><${v} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="navigation" aria-label="Portal">${r.map(s=>a`<${Fu} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${Qi} />
    <${Gi} />
    ${e}
  `}function Fu({path:e,name:t,icon:n,screens:o}){let r=o.includes(O.value.screen);return a`<a href=${S(e)} aria-current=${r?"page":null}><${v} name=${n} />${t}</a>`}function Uu(e){M(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>{t.removeProperty("--accent")}},[e])}function Bu(e){e.preventDefault(),document.querySelector("h1")?.focus()}function Mn(e){let[t,n]=[T(`jobs/${e}`).value,T("jobs").value];if(t.body)return{job:ea(t.body,t),resource:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?ea(o,n):null,resource:o?n:t}}var ea=(e,{begunAt:t})=>Jo([e],t)[0],Je=({priority:e})=>e?.trim().toLowerCase()==="emergency",Nn=e=>(e??"").trim().toLowerCase();function Cn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(Nn).includes(Nn(t))?"cancelled":"open"}var na=e=>(b.items.value??[]).filter(t=>t.kind==="completion"&&t.state==="done"&&Number(t.doneAt)>e),oa=e=>na(e).map(({id:t})=>t).join();function Jo(e,t){let n=new Map(na(t).map(o=>[o.jobId,o.result??Wu(o)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var Wu=({content:e})=>({completed:"completed"in e&&e.completed,status:null,completedAt:null});function ra(e,t){let n=b.itemsOf(e).filter(q),o=Ct(e),r=n.filter(u=>u!==o),s=u=>r.filter(u).length,[i,c,l]=[s(te),s(ve),s(ue)],f=r.length-i-l;return[o&&`${at(o)}: ${be(o,t)}`,i&&`${W(i,"thing")} ${i===1?"needs":"need"} you`,l>c&&`${W(l-c,"thing")} being checked`,c&&`${W(c,"thing")} with the portal`,f&&`${W(f,"thing")} to send`].filter(Boolean)}var Ct=e=>b.itemsOf(e).filter(t=>t.kind==="completion"&&q(t)).at(-1)??null,fe=({title:e,reference:t,jobId:n})=>e||t||n;function sa(e){let t=Nn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>qu(n).includes(o))}var ta=new WeakMap;function qu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode],i=ta.get(e)??Nn(s.filter(Boolean).join(`
`));return ta.set(e,i),i}var ia=e=>[...e.filter(Je),...e.filter(t=>!Je(t))];var Hu=864e5,aa="%PDF-",Vu=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Yu=/\.\d\d\d*[1-9]/,Ku=["amount","description","invoiceDate"];function Pt(e,t,n){let{required:o=[],link:r=null}=t?.invoice??{};return[...Ku,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Pn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function zo(e=new Date,t=Nt){let[n,...o]=ce(e).split("-");return{oldest:[Number(n)-t.invoiceYearsBack,...o].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ce(e))+t.invoiceDaysAhead*Hu).toISOString().slice(0,10)}}function Ae(e){let t=e.trim().replace(/^£\s*/,"");return Vu.test(t)?Number(t.replaceAll(",","")):NaN}var fa=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),ca={amount:(e,{limits:t})=>ua(e,"The amount",t)??(Ae(e)===0?"The amount must be more than £0.":null),vat:(e,{values:t,limits:n})=>ua(e,"VAT",n)??(Ae(e)>Ae(t.amount)?"VAT cannot be more than the amount.":null),description:(e,{document:t,limits:n})=>xn(e,n.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>xn(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t})=>{let{oldest:n,latest:o}=zo(new Date,t),r=t.invoiceDaysAhead===1?"tomorrow":`${W(t.invoiceDaysAhead,"day")} ahead`;return e>o?`The date can be ${r} at the latest, ${G(o)}.`:e<n?`The date can be ${W(t.invoiceYearsBack,"year")} ago at most, ${G(n)}.`:null},statementId:()=>null},la={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function ua(e,t,n){let o=Ae(e);return Number.isNaN(o)?`${t} must be in pounds and pence, such as 120.50.`:Yu.test(e.trim())?`${t} can have no more than two decimals.`:o>n.amountMost?`${t} can be ${F(n.amountMost)} at most.`:null}function Ln(e,t,n,o){let r={},s={values:e,document:t,limits:Le(n)};for(let i of Object.keys(ca)){let c=e[i]??"",l=Pt(i,n,o)?la[i]:null,f=c.trim()===""?l:ca[i](c,s);f&&(r[i]=f)}return!t&&Pt("document",n,o)&&(r.document=la.document),r}async function ma(e,t){return e.size>t.documentBytes?`The PDF can have ${He(t.documentBytes)} at most.`:await e.slice(0,aa.length).text()===aa?null:"This file is not a PDF. Please choose a PDF."}function da(e,t){let n={jobId:t,statementId:e.statementId,amount:Ae(e.amount),vat:e.vat.trim()&&Ae(e.vat),description:ke(e.description),invoiceDate:e.invoiceDate,invoiceNumber:ke(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,r])=>r!==""&&r!==null))}function pa({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var Rn=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,jn=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Fn=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function ha({name:e,label:t,limits:n,hint:o,rows:r,problem:s,required:i,value:c,type:l="text",...f}){let u=r?"textarea":"input",{oldest:p=void 0,latest:d=void 0}=l==="date"?zo(new Date,n):{};return a`
    <div class="field">
      <${Rn} name=${e} required=${i}>${t}<//>
      ${o&&a`<p id=${`${e}-hint`} class="hint">${o}</p>`}
      <${u}
        id=${e} class="form-control" type=${r?null:l} rows=${r} min=${p} max=${d} autocomplete="off"
        value=${c} ...${Fn({name:e,hint:o,problem:s,required:i})} ...${f}
      />
      <${jn} name=${e}>${s}<//>
    </div>
  `}function va({name:e,required:t,problem:n,value:o,...r}){let s=T("statements/pending").value,i=s.body?.statements??[],c=!o||i.some(({statementId:l})=>l===o);return a`
    <div class="field">
      <${Rn} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Fn({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(l=>a`<option key=${l.statementId} value=${l.statementId}>${Zo(l)}</option>`)}
      </select>
      <${jn} name=${e}>${n??(s.body?null:s.problem)}<//>
    </div>
  `}var Zo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[F(s??r??0),n??t??e,o&&G(o)].filter(Boolean).join(", ");async function ba(e,t){try{return(await ee(Q(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function $a(e,t,n){try{await ee(Q(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Lt(e){let t=$(void 0),n=z.value;return M(()=>{ba(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[t,n,e]),[t,r=>(t.value=r,$a(n,e,r))]}var ya="This file cannot be read. Please choose it again.";function _a({required:e,problem:t,document:n,limits:o,onChange:r}){let s=$(null),i=async({target:f})=>{let[u]=f.files??[];if(u&&(s.value=await ma(u,o).catch(()=>ya),f.value="",!s.value))try{r(await hn(u)),C(`${u.name} is attached.`)}catch(p){s.value=K(p)??ya}},c=s.value??t,l=Fn({name:"document",hint:!0,problem:c,required:e&&!n});return a`
    <div class="field">
      <${Rn} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">${He(o.documentBytes)} at most</p>
      ${n&&a`<${Gu} document=${n} onRemove=${()=>r(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${l} onChange=${i}
      />
      <${jn} name="document">${c}<//>
    </div>
  `}function Gu({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document")?.focus()),C("The PDF is removed.")};return a`
    <p class="attached">
      <${v} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${He(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Ju={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function ga({values:e,setValue:t,document:n,setDocument:o,agency:r,jobId:s,faults:i,showsAll:c,onComplete:l}){let f=$({}),[u,p]=[$(c),$(null)],d=Y(null),m=Le(r),h=Ln(e,n,r,s),y=_=>_==="vat"&&p.value==="amount"?null:(u.value||f.value[_]&&e[_]||!fa(_,e[_]??""))&&h[_]||i[_],x=()=>d.current?.querySelector("[aria-invalid]")?.focus();M(()=>{c&&x()},[]);let w=_=>{_.preventDefault(),u.value=!0,Object.keys(h).length?setTimeout(x):l()},g=_=>({name:_,required:Pt(_,r,s),problem:y(_),value:e[_],onInput:({target:E})=>t(_,E.value),onFocus:()=>p.value=_,onBlur:()=>{p.value=null,f.value={...f.value,[_]:!0}}});return a`
    <form ref=${d} class="form" onSubmit=${w} noValidate>
      <p class="hint">${A.value?.agencyName} needs whatever is not marked as optional.</p>
      ${Pn(r)&&a`<${va} ...${g("statementId")} />`}
      ${Object.entries(Ju).map(([_,E])=>a`<${ha} key=${_} limits=${m} ...${E} ...${g(_)} />`)}
      <${_a}
        required=${Pt("document",r,s)} problem=${u.value&&h.document||i.document}
        document=${n} limits=${m} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}var ie=6;function ze({items:e,row:t,limit:n=e.length,onMore:o}){let r=X(()=>Xu(e),[e]),s=Qu(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/ie)).map((c,l)=>a`<${zu} key=${l} items=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${Zu} onMore=${o} left=${i} />`}
  `:null}var zu=({items:e,row:t})=>a`<div class="group">${e.map(t)}</div>`;function Zu({onMore:e,left:t}){let n=Y(null),o=Y(e);return o.current=e,M(()=>{let r=new IntersectionObserver(([{isIntersecting:s}])=>s&&o.current(),{rootMargin:"800px"});return r.observe(n.current),()=>r.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var Xu=e=>Array.from({length:Math.ceil(e.length/ie)},(t,n)=>e.slice(n*ie,(n+1)*ie));function Qu(){let e=Y(null),{activeElement:t}=document,n=e.current?.contains(t)&&t?.getAttribute("href");return de(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=nn(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var Sa={sending:{label:"Being sent",icon:"send"},submitted:{label:"With the agency",icon:"done"},authorised:{label:"Authorised",icon:"done"},rejected:{label:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{label:"Paid",icon:"money"},unconfirmed:{label:"Being checked",icon:"search"},review:{icon:"contacts"}},ef={},Xo=({status:e=""})=>e==="review"?be({state:e},A.value?.agencyName):Sa[e]?.label??e;function Qo(e,t){let n=t.filter(r=>r.kind==="invoice").filter(r=>q(r)||!e.some(s=>wa(s,r))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status??"")&&n.some(({item:s})=>wa(r,s));return[...n,...e.filter(r=>!o(r))]}function wa(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function Un({jobId:e,agency:t}){let n=T(t?.offers.includes("invoices.list")?"invoices":null).value,o=Qo(n.body?.invoices??[],b.items.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${er} invoices=${o} />
    </section>
  `:null}function er({invoices:e,jobTitles:t=ef,limit:n,onMore:o}){let r=Yt((s,i)=>a`
      <${tf} key=${s.item?.id??s.invoiceId??`at ${i}`} invoice=${s} jobTitles=${t} />
    `,[t]);return a`<${ze} items=${e} row=${r} limit=${n} onMore=${o} />`}function tf({invoice:e,jobTitles:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:l}=e,f=t[c??""];return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":F(n)}</b>
      </p>
      <p class="about">
        ${l?a`<${Ce} item=${l} />`:a`<${nf} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${G(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${l&&a`<${Pe} item=${l} />`}
      ${!l&&e.status==="review"&&a`<${qo} />`}
      ${f&&a`<a class="reach" href=${S(`/jobs/${c}`)}><${v} name="jobs" /><span dir="auto">${f}</span></a>`}
      ${l&&q(l)&&a`<a class="reach" href=${S("/outbox")}><${v} name="send" />Open the outbox</a>`}
    </div>
  `}function nf({invoice:e}){let{icon:t="search",className:n=""}=Sa[e.status??""]??{};return a`<span class=${`state ${n}`}><${v} name=${t} />${Xo(e)}</span>`}function xa({about:e,address:t,values:n,document:o,problem:r,onSend:s,editAddress:i,back:c}){let l=$(!1),f=async()=>{l.value=!0,await s(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",F(Ae(n.amount))],["VAT in it",n.vat.trim()&&F(Ae(n.vat))],["Date of the invoice",G(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${He(o.size)}`:"None"]];return a`
    <${I} key="review" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,p])=>p).map(([p,d])=>a`<div key=${p}><dt>${p}</dt><dd dir="auto">${d}</dd></div>`)}
        </dl>
      </div>
      ${b.obstacle.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone. ${b.sendingNotice()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${f}>
          <${v} name="send" />Send to ${A.value?.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var of=!1;function tr({jobId:e,item:t,about:n,address:o,initial:r,back:s}){let{query:i,path:c}=O.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[f,u]=Lt(l),[p,d]=Lt(`PDF of ${l}`),[m,h]=[T("agency").value,$(null)],y=i.has("look");if(Tn(t?.id??null),f.value===void 0||p.value===void 0||!m.body&&m.busy)return a`<${I} key="loading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let x=m.body&&sf(m.body,e);if(x)return a`<${I} key="none" title="Invoice" back=${s}><p class="notice">${x}</p><//>`;let w={...r,...t&&pa(t.content),...f.value},g=t?.asks==="document",_=(p.value??(g?null:t?.document))||null,E=D=>D==="document"?p.value!==null:f.value&&D in f.value,Re=Object.fromEntries(Object.entries(t?.faults??{}).filter(([D])=>!E(D))),Ze=!Object.keys(Ln(w,_,m.body,e)).length,{statementId:we}=r,ne=D=>S(c,{...we&&{statement:we},...t&&{change:t.id},...D}),Z=()=>{let D=da(w,e);return t?b.edit(t.id,{content:D,...(p.value!==null||g)&&{document:ka(_)}}):b.add({kind:"invoice",jobId:e,about:n,content:D,document:ka(_)})},ae=async()=>{h.value=null;try{let{id:D}=await Z();C("Your invoice waits to be sent."),pe(S(c,{sent:D}),{replace:!0}),u(null),d(null)}catch(D){h.value=K(D)??"Your invoice could not be kept. Please try again."}};if(y&&Ze)return a`
      <${xa}
        about=${n} address=${o} values=${w} document=${_} problem=${h.value} onSend=${ae}
        editAddress=${ne({})} back=${s}
      />
    `;let Se=(D,yc)=>u({...f.value,[D]:yc}),me=D=>d(D??of);return a`
    <${I} key="form" title="Invoice" back=${s} keepsFocus=${y}>
      <${rf} about=${n} address=${o} />
      ${e&&a`<${Un} jobId=${e} agency=${m.body} />`}
      <${ga}
        values=${w} setValue=${Se} document=${_} setDocument=${me} agency=${m.body}
        jobId=${e} faults=${Re} showsAll=${y} onComplete=${()=>pe(ne({look:"1"}))}
      />
    <//>
  `}function rf({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function sf({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var ka=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var Aa=({item:e,back:t})=>a`
  <${I} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Yo} item=${e} /></ol>
    ${q(e)&&!te(e)&&!ue(e)&&a`<p class="hint">You can go on. It is kept if you close the portal: ${b.sendingNotice()}</p>`}
    <a class="reach" href=${S("/money",{show:"invoices"})}><${v} name="invoice" />All your invoices</a>
  <//>
`;var af={path:"/money",name:"Money"};function nr({id:e}){let{query:t}=O.value,n=Number(t.get("sent")??t.get("change")),o=(b.items.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:af;if(n&&b.items.value===null)return a`<${I} key="loading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Ne(o)))return a`<${Aa} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?cf:lf} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function cf({id:e,statementId:t,item:n,back:o}){let{job:r,resource:s}=Mn(e);if(!r&&!n&&s.status===404)return a`<${Ta} resource=${s} back=${o} />`;let i={...Ia,statementId:t,invoiceDate:ce()},c=r?.property?.address;return a`
    <${tr} jobId=${e} about=${r?fe(r):e} address=${c} initial=${i} item=${n} back=${o} />
  `}function lf({statementId:e,item:t,back:n}){let o=T("statements/pending").value,r=o.body?.statements.find(c=>c.statementId===e);if(!r&&o.busy)return a`<${Ta} resource=${o} back=${n} />`;let s={...Ia,...r&&uf(r),statementId:e,invoiceDate:ce()},i=r?Zo(r):"";return a`<${tr} jobId=${null} about=${i} initial=${s} item=${t} back=${n} />`}var Ta=({resource:e,back:t})=>a`
  <${I} key="missing" title="Invoice" back=${t}><${se} resource=${e} /><//>
`,Ia={amount:"",vat:"",description:"",invoiceNumber:""},uf=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var pt=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var Ea=To/1e3;function or(e){let[t,n]=[$(null),$(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await b.add({kind:"completion",jobId:e.jobId,about:fe(e),content:{completed:r},document:null}),C(r?`Marked complete. You have ${Ea} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=K(s)??"This could not be kept. Please try again."}n.value=!1}},t.value]}function Oa({job:e,isOpen:t}){let[n,o]=or(e),r=Ct(e.jobId);return r?a`<${ff} item=${r} />`:a`
    ${t&&a`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${v} name="done" />Mark complete</button>`}
    ${o&&a`<p class="notice" role="alert">${o}</p>`}
  `}function ff({item:e}){return a`
    <div class="pending">
      <p class="state-line">
        <${v} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ce} item=${e} />
      </p>
      <${Pe} item=${e} />
      ${te(e)&&a`<a class="reach" href=${S("/outbox")}><${v} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function Da({jobId:e}){let t=$(null),[n]=An(b.itemsOf(e));return a`
    ${n&&a`
      <div class="undo">
        <p>You have ${Ea} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await b.undo(n.id),C("Undone. The job is not marked complete.")}catch(r){let s=K(r);if(!s)throw r;t.value=s}}}>
          <${v} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&a`<p class="notice" role="alert">${t.value}</p>`}
  `}function Na({job:e,canAdd:t}){let n=A.value?.displayName,o=b.itemsOf(e.jobId).filter(s=>s.kind==="note").filter(s=>!mf(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:l},f)=>a`
            <li key=${s??`at ${f}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${l&&a`<time datetime=${l}>${re(l)}</time>`}</p>
              <p class="says" dir="auto">${i}</p>
            </li>
          `)}
        ${o.map(s=>a`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Ce} item=${s} />
              <${Pe} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&a`<${df} job=${e} />`}
    </section>
  `}var mf=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function df({job:e}){let t=Le(T("agency").value.body),[n,o]=Lt(`note on ${e.jobId}`),[r,s]=[$(null),$(!1)],i=async l=>{if(l.preventDefault(),s.value)return;let f=ke(n.value??"");if(r.value=kn(f,t),!r.value){s.value=!0;try{await b.add({kind:"note",jobId:e.jobId,about:fe(e),content:{note:f},document:null}),o(null),C("Your note waits to be sent.")}catch(u){r.value=K(u)??"Your note could not be kept. Please try again."}s.value=!1}},c=({target:l})=>o(l.value||null);return a`
    <form class="composer" onSubmit=${i} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${t.noteCharacters} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${r.value?"true":null} value=${n.value??""} onInput=${c}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${r.value}</p>
      <button class="btn btn-primary"><${v} name="send" />Add note</button>
    </form>
  `}function Ma({job:e}){let t=$(!1),[n,o]=or(e);return Ct(e.jobId)?null:a`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?a`<${pf} onConfirm=${()=>n(!1)} onCancel=${()=>t.value=!1} />`:a`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${v} name="reopen" />Reopen this job
          </button>`}
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function pf({onConfirm:e,onCancel:t}){let n=Y(null);return de(()=>n.current?.focus(),[]),a`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${A.value?.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var Ca={path:"/jobs",name:"Jobs"};function Pa({id:e}){let{job:t,resource:n}=Mn(e),o=T("agency").value.body;if(!t)return a`<${I} title="Job" back=${Ca}><${se} resource=${n} /><//>`;let r=o?.offers??[],[s,i]=[Cn(t,o),r.includes("jobs.complete")];return a`
    <${I} title=${fe(t)} back=${Ca}>
      <${hf} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${vf} job=${t} />
      </div>
      <div class="doing">
        ${i&&a`<${Oa} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${S(`/jobs/${e}/invoice`)}><${v} name="invoice" />Send its invoice</a>`}
        ${i&&a`<${Da} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&a`<${Un} jobId=${e} agency=${o} />`}
      <${Na} job=${t} canAdd=${r.includes("notes.add")} />
      ${i&&s==="completed"&&a`<${Ma} job=${t} />`}
      <${ge} resource=${n} />
    <//>
  `}function hf({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${Je(e)&&a`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
      ${t&&a`<${pt}>${t}<//>`}
      ${n&&!Je(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${re(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${G(i)}</time></span>`}
    </p>
  `:null}function vf({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${ji} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${Ge} phone=${o} who=${n??"the tenant"} /><${ft} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Bn={open:"Open",completed:"Completed",cancelled:"Cancelled"},rr=Object.keys(Bn),bf={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},Fa={text:"",limit:ie,matchLimit:ie},ht=L({accountName:null,tab:null,...Fa});function sr(){let e=T("jobs").value,t=T("agency").value.body,n=O.value.query.get("show")??"open",o=Object.hasOwn(Bn,n)?n:"open";return a`
    <${I} title="Jobs">
      ${e.body?a`<${$f} jobs=${e.body.jobs} begunAt=${e.begunAt} agency=${t} tab=${o} />`:a`<${se} resource=${e} />`}
      <${ge} resource=${e} />
    <//>
  `}function $f({jobs:e,begunAt:t,agency:n,tab:o}){let r=O.value.account,{text:s,limit:i,matchLimit:c}=La(r,o),l=oa(t),f=X(()=>ia(Jo(e,t)),[e,l]),u=X(()=>gf(f,n),[f,n]),p=X(()=>yf(u,sa(s)),[u,s]),d=p[o].length,m=y=>{ht.value={...La(r,o),...y}};return M(()=>{s&&C(d?`${W(d,"job")} found`:"No job found")},[s,o]),a`
    <form class="search" role="search" onSubmit=${y=>y.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${v} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${({target:y})=>m({text:y.value,matchLimit:ie})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${rr.filter(y=>y!=="cancelled"||u.cancelled.length).map(y=>a`
          <a key=${y} href=${S("/jobs",{show:y})} aria-current=${y===o?"true":null}>
            ${Bn[y]} <span class="number">${p[y].length}</span>
          </a>
        `)}
    </nav>
    ${!d&&a`<p class="notice">${s?`No job here has “${s}” in it.${_f(p)}`:bf[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${ze} items=${u[o]} row=${ja} limit=${i} onMore=${()=>m({limit:i+ie})} />
    </div>
    ${s&&a`<${ze} key=${`matches ${o}`} items=${p[o]} row=${ja} limit=${c} onMore=${()=>m({matchLimit:c+ie})} />`}
  `}function La(e,t){let n=ht.value.accountName===e?ht.value.text:"";return ht.value.accountName===e&&ht.value.tab===t?ht.value:{...Fa,accountName:e,tab:t,text:n}}var yf=(e,t)=>Object.fromEntries(rr.map(n=>[n,e[n].filter(t)]));function _f(e){return rr.filter(n=>e[n].length).map(n=>` ${Bn[n]}: ${e[n].length}.`).join("")}function gf(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Cn(o,t)].push(o);return n}var Ra=new WeakMap;function ja(e){let t=ra(e.jobId,A.value?.agencyName),n=[ce(),...t].join(),o=Ra.get(e);if(o?.version===n)return o.markup;let r=wf(e,t);return Ra.set(e,{version:n,markup:r}),r}function wf(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${S(`/jobs/${n}`)}>
        ${Je(e)&&a`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${fe(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${pt}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${es(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t.map(c=>a`<span key=${c} class="unsent"><${v} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Wn=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,n)=>t+n,0)/100,Ba=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function Wa(e){let t=new Map;for(let{date:i,amount:c}of e){let l=i?.slice(0,7);l&&t.set(l,Wn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n[n.length-1]];for(;o.length<12&&o[0]>n[0];)o.unshift(ir(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:Wn(s.map(i=>t.get(i)))},...r]:r}function qa(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,Ua(t)],"Last month":[`${ir(t)}-01`,Ua(ir(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function ir(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function Ua(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var ar="Other dates";function Va({from:e,to:t,onChange:n}){let o=qa(ce()),r=Object.keys(o),s=r.find(f=>o[f].join()===[e,t].join()),i=$(!s),c=({target:f})=>{i.value=f.value===ar,i.value||n(...o[f.value])},l=!!(e&&t&&e>t);return a`
    <form class="dates" onSubmit=${f=>f.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${i.value?ar:s} onChange=${c}>
          ${[...r,ar].map(f=>a`<option key=${f}>${f}</option>`)}
        </select>
      </div>
      ${i.value&&a`
        <${Ha} id="from" label="From" value=${e} isWrong=${l} onChange=${f=>n(f,t)} />
        <${Ha} id="to" label="To" value=${t} isWrong=${l} onChange=${f=>n(e,f)} />
        <p id="dates-problem" class="problem" role="alert">${l&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Ha=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var Sf=/^[=+\-@\t\r\n＝＋－＠]/u,xf=/[",\r\n]/;function Ya(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(kf).join(",")}\r
`).join("")}function kf(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Sf.test(e)?`'${e}`:e;return xf.test(t)?`"${t.replaceAll('"','""')}"`:t}function Ka(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Ja({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>F(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${Ga}>Month<//><${Ga}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${Af} key=${r.month} ...${r} maxAmount=${n} />`)}</tbody>
      </table>
    </div>
  `}var Ga=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,Af=({month:e,amount:t,maxAmount:n})=>a`
  <tr>
    <th scope="row">${e?Qr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${Tf} share=${t/n} />`}<b>${F(t)}</b></span></td>
  </tr>
`,Tf=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function za({statements:e,jobTitles:t,agency:n,isPending:o,limit:r,onMore:s}){let i=Yt(c=>a`
      <${If}
        key=${c.statementId} statement=${c} jobTitle=${t[c.jobId??""]} isPending=${o}
        invoiceAddress=${o&&Of(c,n)}
      />
    `,[t,n,o]);return a`<${ze} items=${e} row=${i} limit=${r} onMore=${s} />`}function If({statement:e,jobTitle:t,isPending:n,invoiceAddress:o}){let{reference:r,description:s,amount:i,status:c,jobId:l}=e,[f,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":F(i)}</b>
      </p>
      <p class="about">
        ${p&&p!==u&&a`<${pt}>${p}<//>`}
        ${f&&a`<span>${u} <time datetime=${f}>${G(f)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${Ef} statement=${e} />
      ${t&&a`<a class="reach" href=${S(`/jobs/${l}`)}><${v} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${v} name="invoice" />Send its invoice</a>`}
    </div>
  `}function Ef({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${F(e)} in all`,t&&`${F(t)} of it VAT`,n&&`less ${F(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function Of({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Pn(n)?null:n.invoice.link==="job_or_statement"?S("/invoice",{statement:e}):t&&S(`/jobs/${t}/invoice`,{statement:e})}var H=e=>t=>t[e],Za=[["Statement",H("statementId")],["Date",H("date")],["Reference",H("reference")],["Description",H("description")],["Job",H("jobId")],["Net",H("net")],["VAT",H("vat")],["Gross",H("gross")],["Commission",H("commission")],["Amount",H("amount")],["Status",H("status")]],Df=[["Invoice",H("invoiceId")],["Date",H("invoiceDate")],["Number",H("invoiceNumber")],["Description",H("description")],["Job",H("jobId")],["Statement",H("statementId")],["Amount",H("amount")],["VAT",H("vat")],["Status",e=>e.item?be(e.item,A.value?.agencyName):Xo(e)],["Sent",H("submittedAt")],["Document",({document:e})=>e?.name]],Te={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,totalLabel:"On its way to you",emptyText:"Nothing is on its way to you just now.",noun:"payment",columns:Za},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",totalLabel:"Invoiced",emptyText:"No invoice was sent yet. An invoice is sent from its job.",noun:"invoice",columns:Df},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,totalLabel:"Paid to you",emptyText:"Nothing was paid yet.",noun:"payment",columns:[...Za,["Paid",H("paidAt")]]}},Xa=Object.keys(Te);function Qa(e){let t=({path:n,needs:o})=>e.includes(o[0])?n:null;return{pending:T(t(Te.pending)).value,invoices:T(t(Te.invoices)).value,paid:T(t(Te.paid)).value}}function cr(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=Qo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var Nf=4*ie,ec=new Map;function tc({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,totalLabel:c,emptyText:l,noun:f,columns:u}=Te[e],{query:p,isBack:d}=O.value,m=p.toString(),h=$(d&&ec.get(m)||Nf),y=T("jobs").value.body?.jobs,x=X(()=>Object.fromEntries((y??[]).map(Z=>[Z.jobId,fe(Z)])),[y]),w=X(()=>{let Z=Ba(n,o);return t.filter(ae=>Z(s(ae)))},[t,s,n,o]),g=Wn(w.filter(i).map(Z=>Z.amount)),_=n||o;if(M(()=>{_&&C(w.length?`${W(w.length,f)}, ${F(g)}`:"None for these dates")},[]),!w.length)return a`<p class="notice">${_?"There is none for these dates.":l}</p>`;let{agency:E,contractorId:Re}=z.value,Ze=()=>Ka(`${E} ${Re} ${e} ${ce()}.csv`,Ya(u,w)),we=()=>ec.set(m,h.value+=ie),ne={jobTitles:x,limit:h.value,onMore:we};return a`
    <p class="total"><span>${c}</span> <b>${F(g)}</b></p>
    ${e==="paid"&&a`<${Ja} caption="Paid by month" rows=${Wa(w.map(Z=>({...Z,date:s(Z)})))} />`}
    ${e==="invoices"?a`<${er} invoices=${w} ...${ne} />`:a`<${za} statements=${w} agency=${r} isPending=${e==="pending"} ...${ne} />`}
    <button type="button" class="btn btn-secondary" onClick=${Ze}><${v} name="download" />Download as CSV</button>
  `}function nc(){let e=T("agency").value,t=e.body?.offers??[],n=Qa(t),o=Xa.filter(r=>Te[r].needs.some(s=>t.includes(s)));return e.body?o.length?a`<${I} title="Money"><${Mf} tabs=${o} resources=${n} agency=${e.body} /><//>`:a`<${I} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${I} title="Money"><${se} resource=${e} /><//>`}function Mf({tabs:e,resources:t,agency:n}){let{query:o}=O.value,[r,s,i]=["from","to","show"].map(m=>o.get(m)??""),c=e.find(m=>m===i)??e[0],l=t[c],f=b.items.value??[],u=cr(c,l,f),p=(m,h,y)=>S("/money",{show:m,...h&&{from:h},...y&&{to:y}}),d=(m,h)=>pe(p(c,m,h),{replace:!0});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>a`
          <a key=${m} href=${p(m,r,s)} aria-current=${m===c?"true":null}>
            ${Te[m].title} <span class="number">${cr(m,t[m],f)?.length}</span>
          </a>
        `)}
    </nav>
    <${Va} key=${c} from=${r} to=${s} onChange=${d} />
    ${u&&a`<${tc} key=${[c,r,s].join()} tab=${c} rows=${u} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&a`<${se} resource=${l} />`}
    <${ge} resource=${l} />
  `}var Cf="You can also ask for a code.";function oc(){let[e,t]=[$(null),$(!1)];if(!mt)return null;let n=async()=>{e.value=null,t.value=!0;let o=await Vi();if("problem"in o)e.value=`${o.problem} ${Cf}`;else{let r=await ki(o.credential);r.status===201?dt():e.value=j(r)}t.value=!1};return a`
    <section aria-label="Passkey">
      <button class="btn btn-secondary wide" type="button" disabled=${t.value} onClick=${n}>
        <${v} name="access" />Sign in with a passkey
      </button>
      <p class="problem" role="alert">${e.value}</p>
    </section>
  `}var Rt=6,Pf=30,sc=5,Lf=`A code can be tried ${sc} times. Please send another one.`;function ic({request:e,onRequest:t,onOtherEmail:n}){let[o,r]=[$(null),$(!1)],s=Y(null),i=()=>s.current,c=Y(0),l=Rf(e.at);de(()=>s.current?.focus(),[]);let f=h=>{o.value=h,i().focus(),i().select()},u=async()=>{let h=rc(i().value);if(h.length!==Rt)return f(`The code has ${Rt} digits.`);o.value=null,r.value=!0;let y=await xi(e.email,h);return r.value=!1,y.status===201?Ki():(y.status===401&&y.problem?.type!=="no-account"&&(c.current+=1),f(c.current<sc?j(y):Lf))},p=()=>{let h=rc(i().value);h!==i().value&&(i().value=h),o.value=null,h.length===Rt&&!r.value&&u()},d=async()=>{let h=await wn(e.email);return h.status!==204?f(j(h)):(C("Another code is on its way."),c.current=0,i().value="",i().focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${h=>{h.preventDefault(),u()}} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Rt} digits</label>
      <input
        id="code" ref=${s} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${o.value?"true":null} onInput=${p}
      />
      <p id="code-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary wide" disabled=${r.value}>${r.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${l>0} onClick=${d}>
        Send another code${l>0?` (in ${l} s)`:""}
      </button>
      <button class="btn btn-link" type="button" onClick=${n}>Use another address</button>
    </div>
  `}var rc=e=>e.replace(/\D/g,"").slice(0,Rt);function Rf(e){let t=$(lr(e));return M(()=>{t.value=lr(e);let n=setInterval(()=>{t.value=lr(e),t.value||clearInterval(n)},1e3);return()=>clearInterval(n)},[t,e]),t.value}var lr=e=>Math.max(0,Math.ceil(Pf-(Date.now()-e)/1e3));var ac="Please enter a whole e-mail address, such as name@example.com.";function cc({initialEmail:e,onRequest:t}){let[n,o]=[$(null),$(!1)],r=Y(null);return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current,l=c.value.trim();if(n.value=c.checkValidity()?null:ac,n.value){c.focus();return}o.value=!0;let f=await wn(l);if(f.status===204){await t({email:l,at:Date.now()});return}o.value=!1;let u=f.problem?.errors?"email"in Qt(f):f.status===400;n.value=u?ac:j(f),c.focus()}} noValidate>
      <p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
      <label for="email">E-mail address</label>
      <input
        id="email" ref=${r} class="form-control" type="email" name="email" required maxlength=${Nt.emailCharacters} autocomplete="email"
        autocapitalize="none" spellcheck=${!1} defaultValue=${e} aria-describedby="email-problem"
        aria-invalid=${n.value?"true":null}
      />
      <p id="email-problem" class="problem" role="alert">${n.value}</p>
      <button class="btn btn-primary wide" disabled=${o.value}>${o.value?"Sending …":"Send me a code"}</button>
    </form>
  `}var lc="Please try again, or sign in with a code.",qn={expired:"This sign-in took too long, was used before or began in another browser. Please try again.",denied:`You did not finish signing in. ${lc}`,refused:`The portal could not verify this sign-in. ${lc}`,unverified:"Your e-mail address is not verified there. Please verify it, or sign in here with a code.","no-account":"No agency here has a contractor with the e-mail address of that sign-in.",busy:"Too many attempts from your connection. Please try again later.",away:"The sign-in service cannot be reached just now. Please try again in a minute, or sign in with a code."};function uc(){let{path:e,query:t}=O.value,n=t.get("failed");if(n===null)return;lt.value=Object.hasOwn(qn,n)&&qn[n]||qn.refused;let o=new URLSearchParams(t);o.delete("failed"),pe(o.size?`${e}?${o}`:e,{replace:!0})}function fc(){let e=$(null);M(()=>{P("session/methods").then(({status:r,body:s})=>{r===200&&(e.value=s.oidcName)})},[e]);let{path:t,query:n}=O.value,o=n.size?`${t}?${n}`:t;return e.value&&a`<a class="btn btn-secondary" href=${`/api/session/oidc?${new URLSearchParams({next:o})}`}>Sign in with ${e.value}</a>`}var jf="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",mc=()=>a`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${v} name="mark" /></span>Contractor Portal</header>
    ${_n.value?a`<${I} key="code" title="Enter your code" keepsFocus>
          <${ic} request=${_n.value} onRequest=${ut} onOtherEmail=${()=>ut(null)} />
        <//>`:a`<${I} key="email" title="Sign in">
          ${Ke.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${ct.value&&a`<p class="problem" role="alert">${jf}</p>`}
          ${lt.value&&a`<p class="problem" role="alert">${lt.value}</p>`}
          <${cc} initialEmail=${Ke.value??""} onRequest=${ut} />
          <${oc} />
          <${fc} />
        <//>`}
  </div>
`;var Ff={jobs:sr,job:Pa,invoice:nr,statement:nr,money:nc,contacts:Xi,account:Zi,devices:us,outbox:Wi};function pc(){if(_e.value)return a`<${dc}>${En}<//>`;if(k.value===void 0)return a`<${dc}>Opening …<//>`;if(k.value===null)return a`<${mc} />`;if(A.value===null)return a`<${qi} />`;let{screen:e,id:t,path:n}=O.value,o=Ff[e]??sr,r=J(A.value);return a`<${Go} key=${r}><${o} key=${n} id=${t} /></${Go}>`}var dc=({children:e})=>a`<main class="screen"><p class="loading" role="status">${e}</p></main>`;function hc(){oe(()=>{if(z.value)for(let[e,t]of Uf(b.items.value??[]))Pi(e,t)})}function Uf(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let i=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of i)t.set(c,Math.max(t.get(c)??0,Number(o)))}return t}var Bf=["checking","review","done","refused","unknown"];function vc(){let e=new Map;oe(()=>{let t=b.items.value??[];for(let n of t){let o=e.get(n.id);o&&Wf(o,n)&&Bf.includes(n.state)&&C(`${at(n)}: ${be(n,A.peek()?.agencyName)}`)}e=new Map(t.map(n=>[n.id,n]))}),$e(()=>k.value?.email).subscribe(()=>C(""))}var Wf=(e,t)=>e.state!==t.state||ve(e)!==ve(t);var jt=null,bc=[];function $c(){document.addEventListener("focusin",({target:t})=>{jt=t,bc=[...Vf(jt)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(qf).observe(document.getElementById("app"),e)}function qf(){let e=![document.body,jt].includes(document.activeElement);!jt||e||Hf(jt)||Yf(bc.find(t=>t.isConnected)??document.querySelector("h1"))}function Hf(e){let{isConnected:t,disabled:n,hidden:o}=e;return t&&!n&&!o}function*Vf(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function Yf(e){if(!e)return;let t=e;t.hasAttribute("tabindex")||(t.tabIndex=-1,t.addEventListener("blur",()=>t.removeAttribute("tabindex"),{once:!0})),t.focus({preventScroll:!0})}as();uc();Oi();b.start();vc();hc();$c();gn();oe(()=>{z.value?(ss(J(z.value)),b.open(z.value)):(Li(),b.openFormerAccount(wi.value))});gr(a`<${pc} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=window.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
