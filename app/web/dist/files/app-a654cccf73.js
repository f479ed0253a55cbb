"use strict";(()=>{var D,lr,qn,Ie,Un,Bt,ur,jt,fr,Hn,Wn,pc,ht=Symbol.for("pv"),Ut={},Wt=[],hc=/^m(i|n|o|s|text|space)$/,Vn=Array.isArray,Yn=Wt.slice,Fe=Object.assign;function je(e){e&&e.parentNode&&e.remove()}function qt(e,t,n){var o,r,s,a={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:a[s]=t[s];return c>2&&(a.children=c>3?Yn.call(arguments,2):n),pt(e,a,o,r,null)}function pt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:ht,__v:r||++lr,__i:-1,__u:0};return!r&&D.vnode&&D.vnode(s),s}function Be(e){return e.children}function Xe(e,t){this.props=e,this.context=t,this.__g=0}function Ee(e,t){if(t==null)return e.__&&Ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Ee(e)}function vc(e){var t,n=e.__v,o=n.__e,r=[],s=[],a=e.__P;a&&((t=Fe({constructor:ht},n)).__v=n.__v+1,D.vnode&&D.vnode(t),Kn(a,t,n,e.__n,a.namespaceURI,32&n.__u?[o]:null,r,o||Ee(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,br(r,t,s),n.__=n.__e=null,t.__e!=o&&mr(t))}function mr(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),mr(e)}function ir(e){(8&e.__g||(e.__g|=8,Ie.push(e),Bt++))&&Un==D.debounceRendering||((Un=D.debounceRendering)||queueMicrotask)(dr)}function dr(){try{for(var e,t=1;Ie.length;)Ie.length>t&&Ie.sort(ur),e=Ie.shift(),t=Ie.length,8&e.__g&&vc(e)}finally{(Bt=Ie.length)&&(Un||queueMicrotask)(dr)}}function pr(e,t,n,o,r,s,a,c,l,f,u){var p,d,m,h,y,x,w=o.__k||Wt,g=t.length;for(l=bc(n,t,w,l,g),p=0;p<g;p++)(m=n.__k[p])!=null&&(d=~m.__i&&w[m.__i]||Ut,m.__i=p,x=Kn(e,m,d,r,s,a,c,l,f,u),h=m.__e,(d.ref!=m.ref||8&d.__u)&&(d.ref&&Gn(d.ref,null,m,d),m.ref&&u.push(m.ref,m.__c||h,m)),y=y||h,4&m.__u?(l=hr(m,l,e,!d.__v),d.__e&&(d.__e=null)):typeof m.type=="function"&&x!==void 0?l=x:h&&(l=h.nextSibling),m.__u&=-21);return n.__e=y,l}function bc(e,t,n,o,r){var s,a,c,l,f,u,p,d,m,h=n.length,y=h,x=0,w=0,g=e.__k=Array(r);for(s=0;s<r;s++)(a=t[s])!=null&&typeof a!="boolean"&&typeof a!="function"?(typeof a!="object"||a.constructor===String?a=g[s]=pt(null,a):Vn(a)?a=g[s]=pt(Be,{children:a}):a.constructor===ht&&a.__b?a=g[s]=pt(a.type,a.props,a.key,a.ref,a.__v):g[s]=a,l=s+x,a.__=e,a.__b=e.__b+1,c=null,~(f=a.__i=$c(a,n,l,y))&&(y--,(c=n[f])&&(c.__u|=2)),c&&c.__v?(a.__u|=16,f==l-1?x--:f==l+1?x++:f!=l&&(f>l?x--:x++,w=1)):(~f||(r>h?x--:r<h&&x++),typeof a.type!="function"&&(a.__u|=4))):g[s]=null;if(w){for(u=[],p=[],s=0;s<r;s++)if((a=g[s])&&16&a.__u){for(x=0,d=u.length;x<d;)u[m=x+d>>1]<a.__i?x=m+1:d=m;u[x]=a.__i,p[s]=x+1}for(x=u.length;s--;)p[s]&&(p[s]==x?x--:g[s].__u|=4)}if(y)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Ee(c)),Jn(c,c));return o}function hr(e,t,n,o){var r,s,a,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=hr(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Ee(e))&&!t.parentNode&&(t=null),a=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(a!=c&&(!o&&n.moveBefore&&a.parentNode?n.moveBefore(a,t):n.insertBefore(a,t||null)),t=a;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function $c(e,t,n,o){var r,s=e.key,a=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&a==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&a==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&a==c.type)return r}return-1}function cr(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Rt(e,t,n,o,r){var s,a;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||cr(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||cr(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(a=Wn[t]||(Wn[t]=yc(t)),(e.__a||(e.__a={}))[t]=Hn,s=t!=(t=t.replace(fr,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,a,s):e.removeEventListener(t,a,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function yc(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[jt]==null)t[jt]=Hn++;else if(t[jt]<this.__a[e])return;return n(D.event?D.event(t):t)}}}function Kn(e,t,n,o,r,s,a,c,l,f){var u,p,d,m,h,y,x,w,g,_,E,Re,Ze,ge,ne,Z,ie,we,me=t.type;if(t.constructor!==ht)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,p=s=[],u.nodeType==8?c=Ft(u,s):s.push(u),c=s[0]||c),(u=D.__b)&&u(t);e:if(typeof me=="function"){d=a.length;try{if(w=t.props,g=(u=me.prototype)&&u.render,_=(u=me.contextType)&&o[u.__c],E=u?_?_.props.value:u.__:o,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(g?t.__c=m=new me(w,E):(t.__c=m=new Xe(w,E),m.constructor=me,m.render=gc),_&&_.sub(m),m.state||(m.state={}),m.__n=o,m.__g|=8,m.__h=[],m.__k=[]),g&&(m.__s||(m.__s=m.state),me.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=Fe({},m.__s)),Fe(m.__s,me.getDerivedStateFromProps(w,m.__s)))),h=m.props,y=m.state,m.__v=t,n.__c){if(w!==h&&g&&!me.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(w,E),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&m.shouldComponentUpdate(w,m.__s,E)===!1){t.__v!=n.__v&&(m.props=w,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(O){O&&(O.__=t)}),Wt.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&a.push(m),c=Ee(n);break e}m.componentWillUpdate&&m.componentWillUpdate(w,m.__s,E),g&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,y,x)})}else g&&!me.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),g&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=E,m.props=w,m.__P=e,m.__g&=-5,Re=D.__r,Ze=g?25:0;do m.__g&=-9,Re&&Re(t),u=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++Ze<25);g&&(Wt.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(o=Fe({},o,m.getChildContext())),g&&n.__c&&m.getSnapshotBeforeUpdate&&(x=m.getSnapshotBeforeUpdate(h,y)),ge=u&&u.type===Be&&u.key==null?u.props.children:u,w.__P&&(u=c,r=(e=w.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(O){O&&Jn(O,O)}),n.__k=null),c=n.__k?Ee(n,0):null),c=pr(e,Vn(ge)?ge:[ge],t,n,o,r,s,a,c,l,f),w.__P&&(t.__e=null,c=u),t.__u&=-161,p&&p.some(je),m.__h.length&&a.push(m),1&m.__g&&(m.__g&=-4)}catch(O){if(a.length=d,t.__v=null,l||s)if(O&&O.then){if(t.__u|=128|l,s){for(~(ie=s.indexOf(c||void 0))||(ie=s.length);(we=s[ie-1])&&we.nodeType==8;)ie--;for(;ie<s.length;ie++)if(we=s[ie])if(s[ie]=null,ne){if(we==Z)break}else{if(we.nodeType!=8)break;we.data.startsWith("$s")&&(Z=Ft(ne=we))}}if(!ne){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ne=c}(u=Ft(ne=t.__c.__z||(t.__c.__z=ne)))?(t.__e=ne,c=u):t.__e=c,c=c&&c.nextSibling}else s&&s.some(je);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),O&&O.then||vr(t),D.__e(O,t,n)}}else c=t.__e=_c(n.__e,t,n,o,r,s,a,l,f,e);return(u=D.diffed)&&u(t),c}function Ft(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function vr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(vr))}function br(e,t,n){for(var o=0;o<n.length;)Gn(n[o++],n[o++],n[o++]);D.__c&&D.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){D.__e(s,r.__v)}})}function _c(e,t,n,o,r,s,a,c,l,f){var u,p,d,m,h,y,x,w,g=n.props||Ut,_=t.props,E=t.type;if(E=="svg"?r="http://www.w3.org/2000/svg":E=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(u=0;u<s.length;u++)if((h=s[u])&&(E?h.localName==E:h.nodeType==3)){e=h,s[u]=null;break}}if(!e){if(w=f.ownerDocument||document,!E)return w.createTextNode(_);e=w.createElementNS(r,E,_.is?_:f),c&&(D.__m&&D.__m(t,s),c=!1),s=null}if(E){if(f=E=="template"&&e.content||e,s=E=="textarea"&&_.defaultValue!=null?null:s&&Yn.call(f.childNodes),!c&&s)for(g={},u=0;u<e.attributes.length;u++)g[(h=e.attributes[u]).name]=h.value;for(u in g)h=g[u],u=="dangerouslySetInnerHTML"?d=h:u=="children"||u in _||u=="value"&&"defaultValue"in _||u=="checked"&&"defaultChecked"in _||Rt(e,u,null,h,r);for(u in _)h=_[u],u=="children"?m=h:u=="dangerouslySetInnerHTML"?p=h:u=="value"?y=h:u=="checked"?x=h:c&&typeof h!="function"||g[u]===h||Rt(e,u,h,g[u],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(E=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&hc.test(E))&&(r="http://www.w3.org/1999/xhtml"),pr(f,Vn(m)?m:[m],t,n,o,r,s,a,s?s[0]:n.__k&&Ee(n,0),c,l),s&&s.some(je)),c&&E!="textarea"||(u="value",E=="progress"&&y==null?e.removeAttribute(u):y==null||y===e[u]&&(E!="progress"||y)||Rt(e,u,y,g[u],r),u="checked",x!=null&&x!=e[u]&&Rt(e,u,x,g[u],r))}else g===_||c&&e.data==_||(e.data=_);return e}function Gn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){D.__e(r,n)}}function Jn(e,t,n){var o,r,s,a;if(D.unmount&&D.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Gn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){D.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(a=0;a<o.length;a++)o[a]&&Jn(o[a],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Ft(o,s=[]))&&(o==e.__e&&s.some(je),je(r),je(o)),n||je(e.__e),e.__e=e.__c=e.__=null}function gc(e,t,n){return this.constructor(e,n)}function $r(e,t){var n,o,r,s;D.__&&D.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=pt(Be,{children:[e]}),r=[],s=[],Kn(t,t.__k,o||Ut,Ut,t.namespaceURI,o?null:t.firstChild?Yn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),br(r,t.__k,s),t.__k.props.children=null}D={__e:function(e,t,n,o){for(var r,s,a;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((a=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),a=1),a&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Bt=0,e}},lr=0,qn=function(e){return e!=null&&e.constructor===ht},Xe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Fe({},this.state)),typeof e=="function"&&(e=e(Fe({},n),this.props)),e&&(Fe(n,e),this.__v&&(t&&this.__k.push(t),ir(this)))},Xe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),ir(this))},Xe.prototype.render=Be,Ie=[],Bt=0,ur=function(e,t){return e.__v.__b-t.__v.__b},jt=Symbol(),fr=/(PointerCapture)$|Capture$/i,Hn=0,Wn={},pc=0;var Ue,U,zn,yr,Zn=Object.is,bt=0,Ir=[],Xn=[],B=D,_r=B.__b,gr=B.__r,wr=B.diffed,Sr=B.__c,xr=B.unmount,kr=B.__;function $t(e,t){B.__h&&B.__h(U,e,bt||t),bt=0;var n=U.__H||(U.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function We(e){return bt=1,wc(Or,e)}function wc(e,t,n){var o=$t(Ue++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Or(void 0,t),function(s){var a=(o.__N||o.__)[0],c=o.t(a,s);Zn(a,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=U,!U.__f)){U.__f=!0;var r=U.shouldComponentUpdate;U.shouldComponentUpdate=function(s,a,c){var l=this.__H;if(!l)return!0;var f=!1,u=this.props!=s;if(l.__.some(function(d){d.__N&&(f=!0,Zn(d.__[0],d.__N[0])||(u=!0))}),r){var p=r.call(this,s,a,c);return f?p||u:p}return!f||u}}return o.__}function C(e,t){var n=$t(Ue++,3);!B.__s&&eo(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,U.__H.__h.push(n))}function de(e,t){var n=$t(Ue++,4);!B.__s&&eo(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,U.__h.push(n))}function Y(e){return bt=5,X(function(){return{current:e}},[])}function X(e,t){var n=$t(Ue++,7);return eo(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Ht(e,t){return bt=8,X(function(){return e},t)}function Er(){var e=$t(Ue++,11);if(!e.__){for(var t=U.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Sc(){var e;do{for(;e=Xn.shift();)try{vt(e)}catch(n){B.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Ir.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(vt),t.__h.some(Qn),t.__h=[]}catch(n){t.__h=[],B.__e(n,e.__v)}}}while(Xn.length)}B.__b=function(e){U=null,_r&&_r(e)},B.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),kr&&kr(e,t)},B.__r=function(e){gr&&gr(e),Ue=0;var t=(U=e.__c).__H;t&&(zn==U?U.__h=[]:(t.__h.some(vt),t.__h.some(Qn),Ue=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),zn=U},B.diffed=function(e){wr&&wr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Tr(Ir.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),zn=U=null},B.__c=function(e,t){t.some(function(n){try{n.__h.some(vt),n.__h=n.__h.filter(function(o){return!o.__||Qn(o)})}catch(o){n.__h=[function(){throw o}]}}),Sr&&Sr(e,t)},B.unmount=function(e){xr&&xr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Tr(Xn.push(r))}else vt(r)}catch(s){t=s}}),o.__H=void 0,t&&B.__e(t,o.__v))};var Ar=typeof requestAnimationFrame=="function";function xc(e){var t,n=function(){clearTimeout(o),Ar&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Ar&&(t=requestAnimationFrame(n))}function Tr(e){e!=1&&yr==B.requestAnimationFrame||((yr=B.requestAnimationFrame)||xc)(Sc)}function vt(e){var t=U,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),U=t}function Qn(e){var t=U;e.__c=e.__(),U=t}function eo(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!Zn(n,e[o])})}function Or(e,t){return typeof t=="function"?t(e):t}var kc=Symbol.for("preact-signals");function Gt(){if(Se>1)Se--;else{var e,t=!1;for((function(){var r=Yt;for(Yt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var a=s.t;a!==void 0;a=a.x)a.i===r.i&&(a.i=s.i);r=r.o}})();_t!==void 0;){var n=_t;for(_t=void 0,Vt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Mr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Vt=0,Se--,t)throw e}}function no(e){if(Se>0)return e();to=++Ac,Se++;try{return e()}finally{Gt()}}var yt,P=void 0;function gt(e){var t=P,n=yt;P=void 0,yt=void 0;try{return e()}finally{P=t,yt=n}}var _t=void 0,Se=0,Vt=0,Ac=0,to=0,Yt=void 0,Kt=0;function Dr(e){if(P!==void 0){var t=e.n;if(t===void 0||t.t!==P)return t={i:0,S:e,p:P.s,n:void 0,t:P,e:void 0,x:void 0,r:t},P.s!==void 0&&(P.s.n=t),P.s=t,e.n=t,32&P.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=P.s,t.n=void 0,P.s.n=t,P.s=t),t}}function V(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}V.prototype.brand=kc;V.prototype.h=function(){return!0};V.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:gt(function(){var o;(o=t.W)==null||o.call(t)}))};V.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&gt(function(){var r;(r=t.Z)==null||r.call(t)}))}};V.prototype.subscribe=function(e){var t=this;return oe(function(){var n=t.value;gt(function(){return e(n)})},{name:"sub"})};V.prototype.valueOf=function(){return this.value};V.prototype.toString=function(){return this.value+""};V.prototype.toJSON=function(){return this.value};V.prototype.peek=function(){var e=this;return gt(function(){return e.value})};Object.defineProperty(V.prototype,"value",{get:function(){var e=Dr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Vt>100)throw new Error("Cycle detected");(function(n){Se!==0&&Vt===0&&n.l!==to&&(n.l=to,Yt={S:n,v:n.v,i:n.i,o:Yt})})(this),this.v=e,this.i++,Kt++,Se++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Gt()}}}});function L(e,t){return new V(e,t)}function Mr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Nr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Cr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function qe(e,t){V.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Kt-1,this.f=4}qe.prototype=new V;qe.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Kt))return!0;if(this.g=Kt,this.f|=1,this.i>0&&!Mr(this))return this.f&=-2,!0;var e=P;try{Nr(this),P=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return P=e,Cr(this),this.f&=-2,!0};qe.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}V.prototype.S.call(this,e)};qe.prototype.U=function(e){if(this.t!==void 0&&(V.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};qe.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(qe.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Dr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function be(e,t){return new qe(e,t)}function Pr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){Se++;var n=P;P=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,oo(e),o}finally{P=n,Gt()}}}function oo(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Pr(e)}function Tc(e){if(P!==this)throw new Error("Out-of-order effect");Cr(this),P=e,this.f&=-2;try{8&this.f&&oo(this)}finally{Gt()}}function Qe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,yt&&yt.push(this)}Qe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Qe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Pr(this),Nr(this),Se++;var e=P;return P=this,Tc.bind(this,e)};Qe.prototype.N=function(){2&this.f||(this.f|=2,this.u=_t,_t=this)};Qe.prototype.d=function(){this.f|=8,1&this.f||oo(this)};Qe.prototype.dispose=function(){this.d()};function oe(e,t){var n=new Qe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Lr,zt,Jt,Ic=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Rr=[];oe(function(){Lr=this.N})();function et(e,t){D[e]=t.bind(null,D[e]||function(){})}function wt(e){if(Jt){var t=Jt;Jt=void 0,t()}Jt=e&&e.S()}function jr(e){var t=this,n=e.data,o=$(n);o.name="ReactiveDom",o.value=n;var r=X(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var f=be(function(){var m=o.value.value;return m===0?0:m===!0?"":m||""}),u=be(function(){return!Array.isArray(f.value)&&!qn(f.value)}),p=oe(function(){if(this.N=Fr,u.value){var m=f.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=m)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[u,f]},[]),s=r[0],a=r[1];return s.value?a.peek():a.value}jr.displayName="ReactiveTextNode";Object.defineProperties(V.prototype,{constructor:{configurable:!0,value:qt(Be,null).constructor},type:{configurable:!0,value:jr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});et("__b",function(e,t){if(wt(),zt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof V&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});et("__r",function(e,t){if(e(t),t.type!==Be){wt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var a;return oe(function(){a=this},{name:s}),a.c=r,a})((function(r){return function(){var s;Ic&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),zt=o,wt(n)}});et("__e",function(e,t,n,o){wt(),zt=void 0,e(t,n,o)});et("diffed",function(e,t){wt(),zt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var a in s){var c=s[a];c===void 0||o&&a in o||(c.d(),s[a]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var f=s[l],u=o[l];f===void 0?(f=Ec(n,l,u,r),s[l]=f):f.o(u,r)}}}e(t)});function Ec(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=L(n);return{o:function(a,c){s.value=a,o=c},d:oe(function(){this.N=Fr;var a=s.value.value;o[t]!==a&&(o[t]=a,r?e[t]=a:a!=null&&(a!==!1||t[4]==="-")?e.setAttribute(t,a):e.removeAttribute(t))})}}et("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var a=t.__np;if(a){var c=t.props;for(var l in a)c[l]=a[l]}t.__np=void 0}else{var f=t.__c;if(f){f.__$f|=8;var u=f.__$u;u&&(f.__$u=void 0,u.d())}}e(t)});et("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Xe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var a in e)if(a!=="__source"&&e[a]!==this.props[a])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function $(e,t){return X(function(){return L(e,t)},[])}var Oc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Dc(){no(function(){for(var e;e=Rr.shift();)Lr.call(e)})}function Fr(){Rr.push(this)===1&&(D.requestAnimationFrame||Oc)(Dc)}var Br="/api/problems#";function Ur(e,t,n){if(typeof t?.error=="string"){let l=Number(n.get("Retry-After"))||null;return{type:e===409&&l?"in-progress":null,sentence:t.error,errors:null,retryAfter:l,submissionState:n.get("Submission-State")}}if(typeof t?.detail!="string"||!String(t.type).startsWith(Br))return null;let{type:o,detail:r,errors:s=[],retryAfter:a=null,submissionState:c=null}=t;return{type:o.slice(Br.length),sentence:r,errors:s,retryAfter:a,submissionState:c}}function Zt({problem:e}){let t={};for(let{pointer:n,detail:o}of e?.errors??[]){let r=n?.split("/")[1];r&&(t[r]??=o.slice(0,1).toUpperCase()+o.slice(1))}return t}var Mc=4e4,ro="application/json",Wr="application/problem+json",qr=()=>{};function Hr(e){qr=e}async function R(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=Mc}={}){let a=new Headers({Accept:`${Wr}, ${ro}`,...r});o&&a.set("Portal-Account",o),n&&!(n instanceof FormData)&&a.set("Content-Type",ro);let c=performance.now();try{let l=await fetch(`/api/${e}`,{method:t,headers:a,body:n instanceof FormData||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:f,headers:u}=l,p=u.get("Content-Type")??"",m=[ro,Wr].some(y=>p.startsWith(y))?await l.json().catch(()=>null):null,h=f>=400?Ur(f,m,u):null;return Cc(f,m,u,h)?(f===401&&Nc(h)&&qr(c),{status:f,body:m,headers:u,problem:h,offline:!1}):f===413?Pc():so()}catch{return so()}}var Nc=e=>!e?.type||e.type==="unauthenticated";function Cc(e,t,n,o){return n.get("X-Request-ID")?e>=400?o!==null:t!==null||e===204||e===304:!1}var Pc=()=>({...so(),status:413,offline:!1}),so=()=>({status:0,body:null,headers:new Headers,problem:null,offline:!0}),Lc="The portal cannot be reached just now. Please check your connection and try again.",j=({offline:e,problem:t})=>e?Lc:t?.sentence??"Something went wrong. Please try again in a minute.";var Gr="Europe/London",ao=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Gr,...e}),Jr=ao({day:"numeric",month:"long",year:"numeric"}),Rc=ao({month:"short",year:"numeric"}),Vr=ao({hour:"2-digit",minute:"2-digit"}),Xt=new Intl.DateTimeFormat("sv-SE",{timeZone:Gr}),jc=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),Fc=864e5,[Bc,Yr]=[1024,1024*1024],ce=(e=new Date)=>Xt.format(e),G=e=>Jr.format(new Date(e)),zr=e=>Rc.format(new Date(`${e}-01`));function re(e,t=new Date){let n=new Date(e);return Xt.format(n)===Xt.format(t)?Vr.format(n):`${Jr.format(n)}, ${Vr.format(n)}`}var F=e=>jc.format(e),W=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Zr(e,t=new Date){let n=Math.round((Kr(t)-Kr(new Date(e)))/Fc);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Kr=e=>Date.parse(Xt.format(e)),He=e=>e<Yr?`${Math.ceil(e/Bc)} KB`:`${Number((e/Yr).toFixed(1))} MB`;var Qr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var a=t[s++],c=t[s]?(t[0]|=a?1:2,n[t[s++]]):t[++s];a===3?o[0]=c:a===4?o[1]=Object.assign(o[1]||{},c):a===5?(o[1]=o[1]||{})[t[++s]]=c:a===6?o[1][t[++s]]+=c+"":a?(r=e.apply(c,Qr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Xr=new Map;function es(e){var t=Xr.get(this);return t||(t=new Map,Xr.set(this,t)),(t=Qr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,a="",c="",l=[0],f=function(d){s===1&&(d||(a=a.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,d,a):s===3&&(d||a)?(l.push(3,d,a),s=2):s===2&&a==="..."&&d?l.push(4,d,0):s===2&&a&&!d?l.push(5,0,!0,a):s>=5&&((a||!d&&s===5)&&(l.push(s,0,a,r),s=6),d&&(l.push(s,d,0,r),s=6)),a=""},u=0;u<n.length;u++){u&&(s===1&&f(),f(u));for(var p=0;p<n[u].length;p++)o=n[u][p],s===1?o==="<"?(f(),l=[l],s=3):a+=o:s===4?a==="--"&&o===">"?(s=1,a=""):a=o+a[0]:c?o===c?c="":a+=o:o==='"'||o==="'"?c=o:o===">"?(f(),s=1):s&&(o==="="?(s=5,r=a,a=""):o==="/"&&(s<5||n[u][p+1]===">")?(f(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(f(),s=2):a+=o),s===3&&a==="!--"&&(s=4,l=l[0])}return f(),l})(e)),t),arguments,[])).length>1?t:t[0]}var i=es.bind(qt);var ts;function N(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(ts),ts=setTimeout(()=>{t.textContent=e},400)}var io="([A-Za-z0-9_-]{1,64})",co=new RegExp(`^${io}$`),Uc={"/":"jobs","/jobs":"jobs",[`/jobs/${io}`]:"job",[`/jobs/${io}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/account/devices":"devices","/outbox":"outbox"},Wc=Object.entries(Uc).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Qt(e){for(let[t,n]of Wc){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var M=L(lo());function lo(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Qt(location.pathname)??Qt("/"),path:location.pathname,account:co.test(n)&&co.test(o)?`${n}/${o}`:null,query:t,isBack:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function S(e,t={},n=M.value.account){let[o="",r=""]=n?.split("/")??[],s={...t,...n&&{agency:o,contractor:r}},a=new URLSearchParams(s).toString();return a?`${e}?${a}`:e}function ns(e){M.value.account||xe(S(M.value.path,Object.fromEntries(M.value.query),e),{replace:!0})}function xe(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:qc(n)},""),history.pushState(null,"",e)),M.value=lo()}var en=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function qc(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return!o||!t?null:{href:r??"",at:en(r??"",t).indexOf(o),top:o.getBoundingClientRect().top}}function os(){let{y:e,mark:t}=M.value;scrollTo(0,e);let n=document.querySelector("main"),o=t&&n&&en(t.href,n)[t.at];if(!o)return;let r=()=>scrollBy(0,o.getBoundingClientRect().top-t.top);r(),requestAnimationFrame(()=>requestAnimationFrame(r))}function rs(){history.scrollRestoration="manual",addEventListener("popstate",()=>{M.value=lo(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Qt(t.pathname)||(e.preventDefault(),xe(t.href,{replace:t.href===location.href,link:t}))})}var Hc={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},v=({name:e})=>i`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${Hc[e]} /></svg>
`;var Vc="Contractor Portal",ss=!0;function I({title:e,back:t,keepsFocus:n=!1,children:o}){let r=Y(null);return de(()=>{ss||(n||r.current?.focus({preventScroll:!0}),os()),ss=!1},[]),de(()=>{document.title=`${e} – ${Vc}`},[e]),i`
    <main id="main" class="screen">
      ${t&&i`<a class="back" href=${S(t.path)}><${v} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var Yc=20,Kc={"sign-in failed":"Failed try to sign in","session ended":"Device signed out",switched:"Account switched",submitted:"Sent",confirmed:"The agency has it",rejected:"The agency's system refused it",unconfirmed:"It may have arrived",review:"The agency was asked whether it arrived",expired:"It could not be sent",abandoned:"It was not sent"};function as(){let e=$([]),[t,n]=[$(null),$(null)],o=async()=>{let s=await R(`session/activity?offset=${e.value.length}&limit=${Yc}`);n.value=s.status===200?null:j(s),s.status===200&&(e.value=[...e.value,...s.body.activity],t.value=s.body.total)};C(()=>{o()},[]);let r=t.value!==null&&e.value.length<t.value;return i`
    <p class="hint">Sign-ins, tries with your e-mail address, and what you sent, for 90 days.</p>
    <p class="problem" role="alert">${n.value}</p>
    ${t.value===null&&!n.value&&i`<p class="loading" role="status">Loading …</p>`}
    <ol class="rows">${e.value.map((s,a)=>i`<${Gc} key=${a} entry=${s} />`)}</ol>
    ${r&&i`<button class="btn btn-secondary" type="button" onClick=${o}>Show more</button>`}
  `}function Gc({entry:{at:e,event:t,detail:n,software:o,network:r}}){let s=Kc[t]??t[0].toUpperCase()+t.slice(1);return i`
    <li class="row">
      <div>
        <span class="title">${s}${n&&`: ${n}`}</span>
        <span class="about">${[re(e),o,r].filter(Boolean).join(", ")}</span>
      </div>
    </li>
  `}var uo="session/devices";function is(){let e=$(null),[t,n]=[$(null),$(!1)],o=async()=>{let a=await R(uo);a.status===200?e.value=a.body.devices:t.value=j(a)},r=async(a,c)=>{n.value=!0,t.value=null;let l=await R(a,{method:"DELETE"});[204,404].includes(l.status)?(N(c),await o()):t.value=j(l),n.value=!1};C(()=>{o()},[]);let s=e.value?.filter(({current:a})=>!a)??[];return i`
    <${I} title="Where you are signed in" back=${{path:"/account",name:"Account"}}>
      <p>Do you not know one of these devices? Sign it out, and change the password of your e-mail account.</p>
      <p class="problem" role="alert">${t.value}</p>
      ${e.value?i`<ul class="cards">
            ${e.value.map(a=>i`<${Jc} key=${a.deviceId} device=${a} busy=${n.value} onEnd=${()=>r(`${uo}/${a.deviceId}`,"The device is signed out.")} />`)}
          </ul>`:!t.value&&i`<p class="loading" role="status">Loading …</p>`}
      ${s.length>0&&i`<button class="btn btn-danger" type="button" disabled=${n.value} onClick=${()=>r(uo,"You are signed out everywhere else.")}>
        Sign out everywhere else
      </button>`}
      <section aria-labelledby="activity">
        <h2 id="activity">What happened lately</h2>
        <${as} key=${e.value?.length} />
      </section>
    <//>
  `}function Jc({device:e,busy:t,onEnd:n}){let{software:o,network:r,method:s,signedInAt:a,lastSeenAt:c,current:l}=e,f=o??"Unknown device";return i`
    <li class="card">
      <h2 class="title">${f}</h2>
      <p class="about">
        <span>${l?"This device":`Last used ${re(c)}`}</span>
        <span>Signed in ${re(a)}${s&&`, by ${s}`}${r&&`, from ${r}`}</span>
      </p>
      ${!l&&i`<button class="btn btn-secondary" type="button" disabled=${t} onClick=${n}>
        Sign out<span class="visually-hidden"> ${f}</span>
      </button>`}
    </li>
  `}var po=(e,t)=>t.some(n=>e instanceof n),cs,ls;function zc(){return cs||(cs=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Zc(){return ls||(ls=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var ho=new WeakMap,fo=new WeakMap,tn=new WeakMap;function Xc(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",a)},s=()=>{n($e(e.result)),r()},a=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",a)});return tn.set(t,e),t}function Qc(e){if(ho.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",a),e.removeEventListener("abort",a)},s=()=>{n(),r()},a=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",a),e.addEventListener("abort",a)});ho.set(e,t)}var vo={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return ho.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return $e(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function ds(e){vo=e(vo)}function el(e){return Zc().includes(e)?function(...t){return e.apply(tt(this),t),$e(this.request)}:function(...t){return $e(e.apply(tt(this),t))}}function tl(e){return typeof e=="function"?el(e):(e instanceof IDBTransaction&&Qc(e),po(e,zc())?new Proxy(e,vo):e)}function $e(e){if(e instanceof IDBRequest)return Xc(e);if(fo.has(e))return fo.get(e);let t=tl(e);return Object.is(t,e)||(fo.set(e,t),tn.set(t,e)),t}var tt=e=>tn.get(e);function ps(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let a=indexedDB.open(e,t),c=$e(a);return o&&a.addEventListener("upgradeneeded",l=>{o($e(a.result),l.oldVersion,l.newVersion,$e(a.transaction),l)}),n&&a.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",f=>r(f.oldVersion,f.newVersion,f))}).catch(()=>{}),c}function hs(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),$e(n).then(()=>{})}var nl=["get","getKey","getAll","getAllKeys","count"],ol=["put","add","delete","clear"],mo={};function us(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(mo[t])return mo[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=ol.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||nl.includes(n)))return;let s=async function(a,...c){let l=this.transaction(a,r?"readwrite":"readonly"),f=l.store;return o&&(f=f.index(c.shift())),(await Promise.all([f[n](...c),r&&l.done]))[0]};return mo[t]=s}ds(e=>({...e,get:(t,n,o)=>us(t,n)||e.get(t,n,o),has:(t,n)=>!!us(t,n)||e.has(t,n)}));var rl=["advance","continue","continuePrimaryKey"],fs={},bo=new WeakMap,vs=new WeakMap,sl={get(e,t){if(!rl.includes(t))return e[t];let n=fs[t];return n||(n=fs[t]=function(...o){bo.set(this,vs.get(this)[t](...o))}),n}};async function*al(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,sl);for(vs.set(n,t),tn.set(n,tt(t));t;)yield n,t=await(bo.get(n)||t.continue()),bo.delete(n)}function ms(e,t){return t===Symbol.asyncIterator&&po(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&po(e,[IDBIndex,IDBObjectStore])}ds(e=>({...e,get(t,n,o){return ms(t,n)?al:e.get(t,n,o)},has(t,n){return ms(t,n)||e.has(t,n)}}));var nn=new Set,bs=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){bs=nn.size>0;for(let t of nn)St(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&bs&&location.reload()});function $s(e){let t=tt(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return $o(o),o}}function $o(e){let t=tt(e)??e;nn.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>nn.delete(t));$e(t).done.catch(()=>{})}function St(e){try{e.abort()}catch{}}var il=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...a}=r.value;o.put({...a,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],cl={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",blocked:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},Oe=class extends Error{constructor(t,n,o=cl[t]){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=o}},K=e=>e?.sentence,ys=["InvalidStateError","UnknownError"],ll="portal:",ul=1e4,on=1e4,nt=3e3,Ve=new Map,rn=new Set,_o=!1,Q=({agency:e,contractorId:t,email:n})=>`${ll}${e}/${t} ${n}`;function fl(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return t&&n&&o?{agency:t,contractorId:n,email:o}:null}async function _s(){return(indexedDB.databases?(await le(()=>pe(on,indexedDB.databases()))).map(({name:t})=>t??""):[...Ve.keys()]).map(fl).filter(t=>t!==null)}var gs=()=>{_o=!0},go=e=>rn.delete(e);async function yo(e,t=il){if(rn.has(e))throw new Oe("gone");let n=Ve.get(e);return n||(n=ml(e,t),Ve.set(e,n),n.catch(()=>Ve.delete(e))),le(()=>pe(ul,n))}var ml=(e,t)=>le(async()=>{let n=await ps(e,t.length,{upgrade(o,r,s,a){$o(a),dl(t.slice(r),o,a)},blocking(o,r){r===null&&rn.add(e),wo(e)},terminated:()=>Ve.delete(e)});return $s(n),n});async function dl(e,t,n){try{for(let o of e)await o(t,n)}catch{St(n)}}async function wo(e){let t=Ve.get(e);Ve.delete(e),(await t?.catch(()=>null))?.close()}async function ws(e){let t=pe(nt,pl(e)).then(()=>!0,()=>!1);rn.add(e);let n=await t;wo(e);try{await le(()=>pe(nt,hs(e)))}catch(o){if(!n)throw o}}async function pl(e){let t=await yo(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var ee=(e,t,n)=>le(async()=>{let o=await hl(e,t,n);return _o=!0,o}),De=(e,t,n)=>le(()=>pe(on,ee(e,t,n)));async function hl(e,t,n){try{return await t(await yo(e,n))}catch(o){let{cause:r,name:s}=o;if(!ys.includes(r?r.name:s))throw o;return await wo(e),t(await yo(e,n))}}async function pe(e,t){let n,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}async function le(e){try{return await e()}catch(t){throw t instanceof Oe?t:new Oe(vl(t),t)}}function vl(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"blocked":["SecurityError",...ys].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?_o?"lost":"closed":"broken"}var xt=new BroadcastChannel("portal-turn"),kt=[];xt.addEventListener("message",({data:{asks:e}})=>{kt.includes(e)&&xt.postMessage({holds:e})});function Ss(e,t){return As(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(a){if(a.name!=="AbortError")throw a;return r=!1,null}})}function xs(e,t){return As(e,async({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function ks(e,t){let n=!1,o=()=>(n=!0,Ts(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function As(e,t){let n=!1,o=r=>(n=!0,Ts(e,r));for(let r=!1;;r=!await bl(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function Ts(e,t){kt.push(e);try{return await t()}finally{kt.splice(kt.indexOf(e),1)}}function bl(e){return kt.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),xt.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);xt.addEventListener("message",o),xt.postMessage({asks:e})})}function Is(e,t){let{method:n,path:o}=$l(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?yl(e,t):e.content,timeoutMs:t?3e5:6e4}}function $l({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(String(t))}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function yl({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t?.name),o}var _l=["rejected","expired","abandoned"],xo=1e4,gl=144*36e5,Ms=2e3,Ns=3e5,ko=6e4,wl=600,Sl=36e5,xl=6e5,kl=24*36e5,Al=1e4,Tl=/^document: /,Il=[400,404,405,413,415,422],Cs="It may have arrived. It is sent again, and the portal knows it for the same.",El="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",Es="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",Ol=" If that does not help, attach the PDF again.",Dl="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Ps="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",q=({state:e})=>e!=="done",ue=({state:e})=>["checking","review"].includes(e),he=({state:e,promised:t})=>e==="checking"&&!!t,At=e=>q(e)&&!ue(e),Me=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Ls=(e,t)=>Me(e)?{heldUntil:t+xl}:void 0,an=e=>e.state!=="sending"&&!ue(e),cn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,rt=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,te=({state:e})=>["refused","unknown"].includes(e),Rs=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...ln({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+xo:0}),ln=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...Ml}),Ml={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,faults:null,result:null};function js(e,t){return Fs(e).filter(n=>So(n)<=t||So(n)>t+kl).sort((n,o)=>+!!n.document-+!!o.document||n.id-o.id)}function Ao(e){let t=Fs(e).map(So);return t.length?Math.min(...t):null}var So=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Fs(e){let t=new Set;return e.filter(n=>{if(ue(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${"statementId"in n.content?n.content.statementId:void 0}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Bs(e,t){return Ws(e,t)?To(Ps):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Us(e,t,n=Math.random){if(Ws(e,t))return To(Ps);let o=Me(e)?Es+Ol:Es;return ot(e,null,t,n,{sentence:o,asks:"document"},ko)}var Ws=({sentAt:e},t)=>e!==null&&t-e>gl,qs=()=>({state:"waiting",sentence:Cs,nextAt:0});function Hs(e,t,n,o=Math.random){let{status:r,body:s,headers:a,problem:c,offline:l}=t,f={sentAt:e.sentAt??n},u=c?.sentence.replace(Tl,"")??null;if(l)return ot(e,null,n,o,{...f,sentence:Cs},ko);if(r===413&&!s){let x={sentAt:e.sentAt,sentence:El,asks:"size"};return ot(e,wl,n,o,x,Sl)}let{type:p=null,submissionState:d=null,retryAfter:m=null}=c??{},h=a.get("Location");if(r===200||r===201)return Ys(e,s,n);if(r===202)return Os(s.state,s.submissionId,s.message,n);if(d==="rejected")return sn(u,{ended:d});if(p==="in-progress")return ot(e,m,n,o,{...f,sentence:u},Al);if(h)return Os(d,h.split("/").at(-1)??"",u,n);if(d==="not-sent")return ot(e,m,n,o,{sentAt:null,sentence:u});let y=p==="duplicate-invoice"||p===null&&e.kind==="invoice";return r===409?sn(u,{asks:y?"duplicate":null}):Il.includes(r)?sn(u,{faults:Zt(t)}):ot(e,m,n,o,{...r>=500?f:{sentAt:e.sentAt},sentence:u})}function Vs(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?To(Dl):o||t!==200?Ds(e,e,r,s):n.state==="confirmed"?Ys(e,n.result,r):_l.includes(n.state)?sn(n.message,{ended:n.state}):Ds(e,{...Ks(n.state),sentence:n.message},r,s)}var Ys=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?Nl(t):t}),Nl=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},sn=(e,{asks:t=null,ended:n=null,faults:o=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,faults:o,sentAt:null}),To=e=>({state:"unknown",sentence:e,asks:null}),Ks=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e??"")}),Os=(e,t,n,o)=>({...Ks(e),submissionId:t,sentence:n,tries:0,nextAt:o+Ms});function ot(e,t,n,o,r,s=Ns){let a=Math.max((t??0)*1e3,un(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+a}}function Ds({tries:e},{state:t,promised:n,sentence:o},r,s){let a=t==="review"?Ns:ko;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+un(e,a,s)}}var un=(e,t,n=Math.random)=>Math.min(t,Ms*2**Math.min(e,20))*(.5+n()/2);var Js="portal-outbox",Cl={durability:"strict"},Gs=["outbox","documents","blobs"],st=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ye=class{constructor(t){this.owner=t,this.name=Q(t)}list(){return De(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let a=await r.add(t);return n&&await s.put({id:a,bytes:n}),{...t,id:Number(a)}});return fn(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:a,blobs:c})=>{let l=await s.get(t),f=l&&n(l);if(f===void 0)return;let u=f&&{...l,...f},p=zs(u);return await Promise.all([u?s.put(u):s.delete(t),p?o&&a.put({id:t,bytes:o}):a.delete(t),(o||!p)&&c.delete(t)]),u});if(r===void 0)throw new st;return fn(this.name),r}async readDocument(t){let n=await De(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await De(this.name,s=>s.get("blobs",t));if(!n)throw new Oe("lost");let o=await le(()=>pe(on,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:a})=>{await a.count(t)&&await Promise.all([s.put({id:t,bytes:o}),a.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return ee(this.name,async n=>{let o=n.transaction(Gs,"readwrite",Cl),r=Object.fromEntries(Gs.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw St(o),c}),[a]=await Promise.all([s,o.done]);return a})}async deleteAllButUnsent(){await this.#n({keepsDrafts:!1})}deleteAllButUnfinished(){return this.#n({keepsDrafts:!0})}#n({keepsDrafts:t}){return ee(this.name,async n=>{let o=n.transaction(["answers","drafts","outbox"],"readwrite"),[r,s]=[o.objectStore("outbox"),o.objectStore("drafts")],a=await r.getAll(),c=a.filter(f=>!q(f));t||s.clear();let[l]=await Promise.all([s.count(),o.objectStore("answers").clear(),...c.map(({id:f})=>r.delete(f)),o.done]);return l>0||c.length<a.length})}},at=class{#e=[];#t=new Map;#n=0;constructor(t){this.owner=t,this.name=Q(t)}async list(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#n};return this.#e.push(o),n&&this.#t.set(o.id,n),fn(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new st;let a=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...a?[a]:[]),o?this.#t.set(t,o):zs(a)||this.#t.delete(t),fn(this.name),a}async readDocument(t){return this.#t.get(t)??null}},zs=e=>!!(e?.document&&q(e));function fn(e){let t=new BroadcastChannel(Js);t.postMessage(e),t.close()}function Zs(e){let t=new BroadcastChannel(Js);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function mn(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw new Oe("broken",t,"This file cannot be read. Please choose it again.")}}var Xs="portal-session",Pl=5e3;async function Ne(e=null){return(await _s()).filter(n=>e===null||n.email===e).map(n=>new Ye(n))}async function Io(e){return await Ss(`portal-outbox:${e.name}`,n=>Ll(e,n))??{obstacle:null,nextAt:Date.now()+Pl}}async function Ll(e,t){for(await Rl(e);t();){let[n]=js(await e.list(),Date.now());if(!n)return{obstacle:null,nextAt:Ao(await e.list())};let o=await jl(e.owner,async()=>t()?Fl(e,n):null);if(o)return{obstacle:o,nextAt:null}}return null}var Eo=e=>ks(Xs,e);async function Rl(e){for(let{id:t,state:n}of await e.list())n==="sending"&&await e.change(t,qs)}function jl(e,t){return xs(Xs,async()=>await Qs(e)??t())}async function Qs({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await R("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Fl(e,t){try{return await(ue(t)?Ul(e,t):Bl(e,t))}catch(n){if(n instanceof st)return null;throw n}}async function Bl(e,t){let n=l=>l.state==="waiting"&&l.key===t.key&&l.heldUntil===t.heldUntil,o=t.document?await e.readDocument(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,l=>n(l)?Us(l,Date.now()):void 0),null;let r=await e.change(t.id,l=>n(l)?Bs(l,Date.now()):void 0);if(r?.state!=="sending")return null;let s=Is(t,o),a=await R(s.path,{...s,account:ta(e)}),c=await ea(e,a);return await e.change(t.id,l=>{if(!(l.attempt!==r.attempt||l.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Hs(t,a,Date.now())}),c??(a.offline?"offline":null)}async function Ul(e,t){let n=await R(`contractor/submissions/${t.submissionId}`,{account:ta(e)}),o=await ea(e,n);return o||await e.change(t.id,r=>ue(r)?Vs(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function ea(e,{status:t,problem:n}){return t===401?"signed-out":n?.type==="foreign-account"?"account-gone":t===409&&!n?.type?Qs(e.owner):null}var ta=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Wl="outbox",na=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator;async function oa(){return await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Wl).then(()=>!0,()=>!1)??!0}var Oo=e=>`outbox ${e}`;function dn(e,t){try{t?localStorage.setItem(Oo(e),String(t)):localStorage.removeItem(Oo(e))}catch{}}function Do(e){try{return Number(localStorage.getItem(Oo(e))??0)}catch{return 0}}var ra=e=>dn(e,0);var ql=6e4,Hl=168*36e5,Vl="This device has no room left, so nothing can be sent from it. Please free some space.",pn=class{items=L(null);obstacle=L(null);otherAccounts=L([]);storageProblem=L(null);#e=null;#t=void 0;#n=0;#r=!1;#s=null;#o=!1;#u=!1;#c=new Map;start(){Zs(t=>{t===this.#e?.name&&this.#i()}),addEventListener("online",()=>this.#m(sa)),addEventListener("offline",()=>this.wake()),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&this.wake()})}async open(t){if(this.#e?.name===Q(t))return;this.close(),go(Q(t));let n=new Ye(t);Do(n.name)&&gs(),this.#e=n;try{let o=(await n.list()).length?0:Do(n.name);for(let r of(await Ne()).filter(({owner:{email:s}})=>s!==t.email))await r.deleteAllButUnsent(),dn(r.name,await Mo(r));await Yl(n),await aa(n,await n.list(),sa),this.#e===n&&(this.storageProblem.value=o?Kl(o):null)}catch(o){if(this.#e!==n)return;this.storageProblem.value=No(o),o.reason==="closed"&&(this.#e=this.#p(t))}await this.#i(),this.items.value?.some(q)&&this.#l(),this.wake()}async openFormerAccount(t){if(this.close(),!t)return;(await Ne(t.email).catch(()=>[])).some(({name:o})=>o===Q(t))&&!this.#e&&await this.open(t)}close(){clearTimeout(this.#t),this.#e=null,this.items.value=null,this.obstacle.value=null,this.otherAccounts.value=[],this.storageProblem.value=null}async add({document:t,...n}){let{bytes:o,document:r}=await ia(t),s=await this.#f().add(Rs({...n,document:r},Date.now()),o);return await this.#i(),navigator.storage?.persist?.(),this.#l(),this.wake(),s}async edit(t,{content:n,about:o,document:r}){let{bytes:s,document:a}=await ia(r),c={content:n,...o!==void 0&&{about:o},...r!==void 0&&{document:a}};return this.#a(t,l=>Me(l)?ln(c):void 0,s)}hold(t){return this.#a(t,n=>Ls(n,Date.now()))}release(t){return this.#a(t,({heldUntil:n})=>n?{heldUntil:0}:void 0)}resend(t,{duplicate:n=!1}={}){return this.#a(t,o=>te(o)?ln({duplicate:n}):void 0)}remove(t){return this.#a(t,n=>an(n)?null:void 0)}undo(t){return this.#a(t,n=>cn(n,Date.now())?null:void 0)}itemsOf(t){return(this.items.value??[]).filter(n=>n.jobId===t)}sendingNotice(){return na()&&!this.#u?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection."}async wake(){clearTimeout(this.#t),this.#s?this.#o=!0:(this.#s=this.#h(),await this.#s.finally(()=>this.#s=null),this.#o&&(this.#o=!1,await this.wake()))}async tryNow(){await this.#m()}async countUnsent(t){let n=this.#e instanceof at?[this.#e]:await Ne(t);return(await Promise.all(n.map(Mo))).reduce((r,s)=>r+s,0)}async deleteAll(t){let n=!(this.#e instanceof at);this.#e?.owner.email===t&&this.close();for(let[r,{owner:s}]of this.#c)s.email===t&&this.#c.delete(r);let o=n?await Ne(t):[];await la(o.map(ca))}async deleteAllButUnfinished(t){let n=await Ne(t);await la(n.map(async o=>{await le(()=>pe(nt,o.deleteAllButUnfinished()))||await ca(o)}))}#p(t){let n=this.#c.get(Q(t))??new at(t);return this.#c.set(n.name,n),n}#f(){if(!this.#e)throw new Error("no outbox is open");return this.#e}async#a(t,n,o){let r=await this.#f().change(t,n,o);return await this.#i(),this.#l(),this.wake(),r}async#m(t){this.#e&&await aa(this.#e,this.items.value??[],t),await this.wake()}async#l(){await oa()||(this.#u=!0)}async#i(){let t=this.#e;try{let n=await t?.list()??null;if(this.#e!==t)return;this.items.value=n,t&&n&&dn(t.name,n.filter(At).length)}catch(n){if(this.#e!==t)return;this.storageProblem.value=No(n),this.#r=!0}}async#h(){let t=this.#e;if(t)try{let n=t instanceof Ye?(await Ne(t.owner.email)).filter(({name:s})=>s!==t.name):[],o=[];for(let s of[t,...n])o.push(await Io(s));let r=await Promise.all(n.map(Mo));if(this.#e!==t||(this.obstacle.value=o[0].obstacle,this.otherAccounts.value=n.map(({owner:s},a)=>({...s,number:r[a]})).filter(({number:s})=>s),this.#d(o),!this.#r))return;this.#r=!1,await this.#i(),this.#r||(this.storageProblem.value=null)}catch(n){if(this.#e!==t)return;let o=n.reason==="full";this.storageProblem.value=o?Vl:No(n),this.#r=!0,this.#d([{obstacle:"offline",nextAt:null}])}}#d(t){let n=t.some(({obstacle:r})=>r==="offline");this.#n=n?this.#n+1:0;let o=t.map(({nextAt:r})=>r).filter(r=>r!==null);n&&o.push(Date.now()+un(this.#n,ql)),o.length&&(this.#t=setTimeout(()=>this.wake(),Math.max(Math.min(...o)-Date.now(),0)))}},sa=({asks:e})=>e!=="size";async function aa(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>q(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function ia(e){if(!e)return{bytes:void 0,document:null};let{bytes:t,...n}=await mn(e);return{bytes:t,document:n}}async function ca({name:e}){await ws(e),ra(e)}async function la(e){let n=(await Promise.allSettled(e)).find(o=>o.status==="rejected");if(n)throw n.reason}var Mo=async e=>(await e.list()).filter(At).length;async function Yl(e){let t=Date.now()-Hl;for(let{id:n,state:o,doneAt:r}of await e.list())o==="done"&&Number(r)<t&&await e.change(n,()=>null)}function No(e){let t=K(e);if(!t)throw e;return t}var Kl=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;var b=new pn;var Gl={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},Jl="May have arrived",zl="With the portal",ua={expired:"Not delivered",abandoned:"Not delivered"};function ve(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:he(e)?zl:rt(e)?Jl:n==="refused"&&ua[o??""]||Gl[n]}function fa(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?ve(e,t):`${ve(e,t)}${ua[o??""]?":":", because:"} ${r}`}var ma=(e,t)=>e.state==="refused"||e.sentence?.startsWith(ve(e,t))?null:e.sentence,it=e=>e.kind==="completion"?e.content.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e.kind];var Tt="portal",It=[e=>e.createObjectStore("session")],da=e=>ee(Tt,t=>t.put("session",e,"last"),It),pa=()=>Po("last"),Co=()=>le(()=>pe(nt,ee(Tt,e=>e.delete("session","last"),It))),ha=e=>ee(Tt,async t=>e?t.put("session",e,"asked"):t.delete("session","asked"),It),va=()=>Po("asked"),ba=()=>ee(Tt,e=>e.put("session",!0,"passkey-offer"),It).catch(()=>{}),$a=async()=>!!await Po("passkey-offer");async function Po(e){try{return await De(Tt,t=>t.get("session",e),It)??null}catch{return null}}var k=L(void 0),Ke=L(null),bn=L(!1),$n=L(null),Zl=6e5,ye=L(!1),hn=null,vn=0,J=({agency:e,contractorId:t})=>`${e}/${t}`,Lo=(e,t)=>e.accounts.find(n=>J(n)===t)??null,A=be(()=>k.value?Lo(k.value,M.value.account??J(k.value.account)):null),z=be(()=>{if(!k.value||!A.value||ye.value)return null;let{agency:e,contractorId:t}=A.value;return{email:k.value.email,agency:e,contractorId:t}}),ya=be(()=>{let e=M.value.account;if(!k.value||A.value||!e||ye.value)return null;let[t,n]=e.split("/");return{email:k.value.email,agency:t,contractorId:n}}),Ro=new BroadcastChannel("portal:person"),_a=new BroadcastChannel("portal:parting");async function Et(e){vn=performance.now(),JSON.stringify(e)!==JSON.stringify(k.value)&&(k.value=e,await(e?da(e):Co()).catch(()=>{}),Ro.postMessage(e))}async function ct(e){await ha(e).catch(()=>{}),$n.value=e}async function yn(){let[e,t]=await Promise.all([pa(),va()]);t&&await ct(Date.now()-t.at<Zl?t:null);let n=e||document.body.dataset.session;if(k.value??=e??(n?void 0:null),n||navigator.serviceWorker?.controller){let o=performance.now(),r=await R("session");r.status===200&&o>=vn&&await Et(r.body)}k.value??=null}var _n=e=>{let t=M.value.account?.split("/")[0];return R("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})},ga=(e,t)=>Sa("session",{email:e,code:t}),wa=e=>Sa("session/passkey",e);async function Sa(e,t){let n=await Eo(()=>R(e,{method:"POST",body:t}));return n.status===201&&(Ke.value=null,bn.value=!1,await Et(n.body),await ct(null)),n}async function xa(e){Et({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await R("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await Et(o.body)}function ka(){return hn??=Xl().finally(()=>hn=null),hn}async function Xl(){let e=k.value,t=await Eo(()=>R("session",{method:"DELETE"}));return t.status!==204||(ye.value=!0,Ro.postMessage(null),_a.postMessage(null),await Aa([Co(),b.deleteAll(e.email)]),Ke.value=null,k.value===e&&(k.value=null),ye.value=!1),t}async function Ql(e){ye.value=!0,await Aa([b.deleteAllButUnfinished(e.email)]),k.value===e&&await Et(null),ye.value=!1}async function Aa(e){let t=await Promise.allSettled(e);bn.value=t.some(n=>n.status==="rejected"&&n.reason&&n.reason.reason!=="closed")}function Ta(){Hr(e=>{hn||ye.value||e<vn||k.value&&(Ke.value=k.value.email,Ql(k.value))}),Ro.onmessage=({data:e})=>{ye.value&&!e||(vn=performance.now(),k.value=e)},_a.onmessage=()=>{Ke.value=null}}var Ia=300;async function Ea(e,t,n,o=null){try{await ee(Q(e),async r=>{let{store:s,done:a}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>Ia&&await eu(s),await a})}catch{}}async function Oa(e,t){try{return await De(Q(e),n=>n.get("answers",t))??null}catch{return null}}async function eu(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-Ia).map(({path:n})=>e.delete(n)))}var tu=5e3,nu=30,Da={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},ou=L({...Da,busy:!1}),jo=class{state=L(Da);begunAt=0;readAt=0;running=null;#e=null;#t;#n;constructor(t,n){this.#t=t,this.#n=n}refresh(){navigator.onLine&&Date.now()-this.readAt<tu||(this.running??=this.#r().finally(()=>{this.running=null}))}async#r(){this.state.value.body||await this.#s(),this.#o({busy:!0});let t=Date.now();this.begunAt=t;let n=this.#e&&this.state.value.body?{"If-None-Match":this.#e}:{},o=await R(`contractor/${this.#n}`,{account:J(this.#t),headers:n}),{status:r,body:s,offline:a}=o,c=su(o.headers.get("Last-Modified")),l={begunAt:t,asOf:c,isOld:!1,busy:!1,problem:null,status:r};if((r===200||r===304)&&(this.readAt=Date.now()),r===200)this.#e=o.headers.get("ETag"),z.value?.email===this.#t.email&&Ea(this.#t,this.#n,s,this.#e),this.#o({...l,body:s});else if(r===304)this.#o(l);else if(r===409)yn(),this.#o({busy:!1,problem:j(o),status:r});else if(r===404)this.#o({body:null,busy:!1,problem:j(o),status:r});else{let f=o.problem?.retryAfter;!a&&f&&setTimeout(()=>this.refresh(),Math.min(f,nu)*1e3);let u=!!(!a&&f);this.#o({isOld:!!this.state.value.body,busy:u,problem:j(o),status:r})}}async#s(){let t=await Oa(this.#t,this.#n);if(!t)return;this.#e=t.etag??null;let n=t.body.asOf??new Date(t.readAt).toISOString();this.#o({body:t.body,begunAt:t.readAt,asOf:n,isOld:!0})}#o(t){this.state.value={...this.state.value,...t}}},gn=new Map;function T(e){let t=e?ru(z.value,e):null;return C(()=>{if(!t)return;let n=()=>document.visibilityState==="visible"&&t.refresh();n();let o=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of o)r.addEventListener(s,n);return()=>{for(let[r,s]of o)r.removeEventListener(s,n)}},[t]),t?.state??ou}async function Ma(e,t){let n=z.value&&gn.get(Ca(z.value,e));await n?.running,!(!n||n.begunAt>t)&&(n.readAt=0,n.refresh())}var Na=()=>gn.clear(),Ca=(e,t)=>`${e.email} ${J(e)} ${t}`;function ru(e,t){let n=Ca(e,t),o=gn.get(n)??new jo(e,t);return gn.set(n,o),o}var su=e=>e?new Date(e).toISOString():null;var au="https://www.google.com/maps/search/?api=1&query=",iu=/[\p{L}/,;&#|]|(?=\+)/u,cu=5,lu=/^(\+|00)(\d{1,3})\(0\)/;function uu(e){return e.split(iu).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(lu,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=cu)??""}function Ge({phone:e,who:t}){if(!e)return null;let n=uu(e);return n?i`
    <a class="reach" href=${`tel:${n}`}>
      <${v} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:i`<span dir="auto">${e}</span>`}function lt({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>i`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${v} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Pa({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?i`
    <a class="reach" href=${au+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${v} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Fo(){let t=(T(A.value?"agency":null).value.body?.offers??[]).includes("contacts"),n=T(t?"contacts":null).value.body?.contacts??[],o=T(t?"account":null).value.body,r=fu(n,o?.agency.branchId??null);return t?i`
    <div>
      ${r&&i`<${Ge} phone=${r.phone} who=${r.name} /><${lt} email=${r.email} who=${r.name} />`}
      <a class="reach" href=${S("/contacts")}><${v} name="contacts" />All contacts</a>
    </div>
  `:null}function fu(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var mu={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ce({item:e}){return i`
    <span class=${`state is-${e.state}`}>
      <${v} name=${mu[he(e)?"waiting":e.state]} /><span dir="auto">${fa(e,A.value?.agencyName)}</span>
    </span>
  `}function Pe({item:e}){let t=ma(e,A.value?.agencyName);return i`
    ${t&&i`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&i`<${Bo} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&i`<${Fo} />`}
  `}var Bo=()=>i`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Fo} />
`;var Ot={emailCharacters:254,noteCharacters:4e3,descriptionCharacters:2e3,invoiceNumberCharacters:50,amountLeast:.01,amountMost:1e6,invoiceYearsBack:6,invoiceDaysAhead:1,documentBytes:10485760,documentNameCharacters:255,retryHours:72},Le=e=>({...Ot,...e?.limits});var du=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),ke=e=>e.trim().replaceAll("	"," ");function wn(e,t,{inForm:n=!1}={}){let o=n?ke(e).replace(/\r\n|\r|\n/g,`\r
`):ke(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:du.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var Sn=(e,t)=>e?wn(e,t.noteCharacters):"Please write something first.";function xn(e){let[,t]=We(0),n=e.filter(r=>cn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return C(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}function kn(e){C(()=>{if(e!==null)return b.hold(e).catch(La),()=>{b.release(e).catch(La)}},[e])}var La=()=>{};function Ra({item:e,onClose:t}){let[n,[o,r]]=[Er(),We(null)],s=Le(T("agency").value.body);return kn(e.id),i`
    <form onSubmit=${async c=>{c.preventDefault();let{value:l}=c.target.elements.namedItem("note"),f=ke(l),u=Sn(f,s);if(r(u),!u)try{await b.edit(e.id,{content:{note:f}}),t()}catch(p){let d=K(p);if(!d)throw p;r(d)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${s.noteCharacters} required dir="auto" ref=${pu}>
        ${e.content.note}
      </textarea>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var pu=e=>e?.focus();var hu={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Fa(){let e=(b.items.value??[]).filter(t=>!q(t)).reverse();return i`
    <${I} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
      <${Wo}>
        ${b.items.value?i`<p class="reach"><${v} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!b.storageProblem.value&&i`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&i`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Uo} items=${e} />
        </section>
      `}
    <//>
  `}function Wo({children:e}){let t=(b.items.value??[]).filter(q),[n,o]=[t.filter(s=>!ja(s)),t.filter(ja)],r=b.obstacle.value;return t.length?i`
    ${r&&n.some(s=>At(s)&&!te(s))&&i`<p class="notice" role="status">${hu[r]}${r==="offline"&&` ${b.sendingNotice()}`}</p>`}
    ${n.length>0&&i`<h2 class="visually-hidden">Not confirmed yet</h2><${Uo} items=${n} />`}
    ${n.some(({state:s})=>s==="waiting")&&i`<button type="button" class="btn btn-primary" onClick=${()=>b.tryNow()}>Try now</button>`}
    ${o.length>0&&i`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Uo} items=${o} /></section>`}
  `:e}var ja=({state:e})=>e==="review",Uo=({items:e})=>i`<ol class="cards">${e.map(t=>i`<${qo} key=${t.id} item=${t} />`)}</ol>`;function qo({item:e}){let[t,n]=We(null),o=()=>n(null);return i`
    <li class="card">
      <h3 class="title">${it(e)}${e.about&&i`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?i`<${Ra} item=${e} onClose=${o} />`:i`<${vu} item=${e} />`}
      <p class="about">
        <${Ce} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${re(e.addedAt)}</time>
      </p>
      <${Pe} item=${e} />
      ${t==="remove"&&i`<${yu} item=${e} onClose=${o} />`}
      ${!t&&i`<${bu} item=${e} setAction=${n} />`}
    </li>
  `}function vu({item:e}){let{document:t,jobId:n}=e;return i`
    ${e.kind==="note"&&i`<p class="says" dir="auto">${e.content.note}</p>`}
    ${e.kind==="invoice"&&i`
      <p class="says" dir="auto">
        <strong>${F(e.content.amount)}</strong>${e.content.invoiceNumber?`, number ${e.content.invoiceNumber}`:""}
        <br />${e.content.description}
      </p>
    `}
    ${t&&i`<p class="reach"><${v} name="invoice" /><span dir="auto">${t.name}</span></p>`}
    ${n&&i`<a class="reach" href=${S(`/jobs/${n}`)}><${v} name="jobs" />Look at the job</a>`}
  `}function bu({item:e,setAction:t}){let n=e.asks==="duplicate",[o,r]=[A.value&&Me(e)&&e.kind!=="completion",an(e)&&q(e)];return!o&&!r?null:i`
    <p class="doing">
      ${n&&i`<button type="button" class="btn btn-primary" onClick=${()=>b.resend(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&i`<${$u} item=${e} onEditNote=${()=>t("edit")} />`}
      ${te(e)&&!e.asks&&i`<button type="button" class="btn btn-secondary" onClick=${()=>b.resend(e.id)}>Send again</button>`}
      ${r&&i`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function $u({item:{id:e,kind:t,jobId:n,content:o},onEditNote:r}){if(t==="note")return i`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s="statementId"in o&&o.statementId,a={...s&&{statement:s},change:e},c=S(n?`/jobs/${n}/invoice`:"/invoice",a);return i`<a class="btn btn-secondary" href=${c}>Change</a>`}function yu({item:e,onClose:t}){let n=rt(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=We(null),s=async()=>{try{await b.remove(e.id),document.querySelector("h1")?.focus(),N("Deleted.")}catch(a){let c=K(a);if(!c)throw a;r(c)}};return i`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${_u} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var _u=e=>e?.focus();function An(){let e=A.value&&J(A.value);return i`
    <ul class="rows">
      ${k.value?.accounts.map(t=>{let n=J(t);return i`
          <li key=${n} class="row">
            <a href=${S("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>xa(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&i`<span class="about"><${v} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}var Tn="Signing out …";function In(){let[e,t]=[$(null),$(0)],[n,o]=[$(!1),$(!1)],r=async()=>{n.value=o.value=!0;let a=await ka();if(n.value=o.value=!1,a.status!==204){e.value=`${j(a)} Nothing on this device was deleted.`;return}xe("/",{replace:!0})},s=async()=>{e.value=null,n.value=!0;try{t.value=await b.countUnsent(k.value.email)}catch(a){let c=K(a);if(!c)throw a;e.value=c;return}finally{n.value=!1}t.value||await r()};return i`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?i`<${gu} number=${t.value} busy=${n.value} onConfirm=${r} onCancel=${()=>t.value=0} />`:i`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${v} name="leave" />${o.value?Tn:"Sign out"}
        </button>`}
  `}function gu({number:e,busy:t,onConfirm:n,onCancel:o}){let r=Y(null);de(()=>r.current?.focus(),[]);let[s,a,c]=[W(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return i`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${r} tabindex="-1">
        <b>${s} on this device ${a} not with the agency yet.</b> Signing out deletes ${c} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>
          ${t?Tn:`Delete ${c} and sign out`}
        </button>
      </div>
    </div>
  `}var Ba=()=>i`
  <${I} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${M.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value?.email}</b>. Nothing was changed.
    </p>
    <${Wo}>${null}<//>
    <h2>Your accounts</h2>
    <${An} />
    <h2>Signed in with another address?</h2>
    <${In} />
  <//>
`;function _e({resource:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${re(e)}`;return i`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function se({resource:{busy:e,problem:t}}){return t?i`<p class="notice" role="alert">${t}</p>`:e?i`<p class="loading" role="status">Loading …</p>`:null}var ut=!!window.PublicKeyCredential?.parseRequestOptionsFromJSON&&!/^[\d.]+$|^\[/.test(location.hostname),wu="That was not confirmed on this device, or it took too long. Please try again.",Su="This device has a passkey for the portal already.",xu="This browser cannot use a passkey here.",Ua=async()=>ut&&await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(()=>!1);async function En(){let e=await qa("session/passkeys/registration/options",n=>navigator.credentials.create({publicKey:PublicKeyCredential.parseCreationOptionsFromJSON(n)}));if("problem"in e)return e.problem;let t=await R("session/passkeys",{method:"POST",body:e.credential});return t.status===201?null:j(t)}var Wa=()=>qa("session/passkey/options",e=>navigator.credentials.get({publicKey:PublicKeyCredential.parseRequestOptionsFromJSON(e)}));async function qa(e,t){let n=await R(e,{method:"POST"});if(n.status!==200)return{problem:j(n)};try{return{credential:await t(n.body)}}catch(o){let{name:r}=o;return r==="InvalidStateError"?{problem:Su}:{problem:r==="NotAllowedError"?wu:xu}}}var Ho=L(!1);async function Ha(){Ho.value=await Ua()&&!await $a()}function ft(){Ho.value=!1,ba()}var Va=()=>Ho.value?i`<${ku} />`:null;function ku(){let[e,t]=[$(null),$(!1)],n=async()=>{e.value=null,t.value=!0,e.value=await En(),t.value=!1,!e.value&&(N("Added. No code is needed here next time."),ft())};return i`
    <section class="notice offer" aria-labelledby="offer">
      <h2 id="offer">Sign in faster next time</h2>
      <p class="problem" role="alert">${e.value}</p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t.value} onClick=${n}>
          Use my fingerprint, face or screen lock next time
        </button>
        <button class="btn btn-secondary" type="button" disabled=${t.value} onClick=${ft}>Not now</button>
      </div>
    </section>
  `}var Ya="session/passkeys";function Ka(){let e=$([]),[t,n]=[$(null),$(!1)],o=async()=>{let a=await R(Ya);a.status===200?e.value=a.body.passkeys:t.value=j(a)};C(()=>{o()},[]);let r=async(a,c)=>{n.value=!0,t.value=null,t.value=await a(),t.value||(N(c),ft(),await o()),n.value=!1},s=async a=>{let c=await R(`${Ya}/${a}`,{method:"DELETE"});return c.status===204?null:j(c)};return!ut&&!e.value.length?null:i`
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p>A passkey signs you in by your fingerprint, face or screen lock. If you lose its device, remove it here.</p>
      <p class="problem" role="alert">${t.value}</p>
      ${e.value.map(a=>i`<${Au} key=${a.passkeyId} ...${a} busy=${n.value} onRemove=${()=>r(()=>s(a.passkeyId),"Removed.")} />`)}
      ${ut&&i`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${()=>r(En,"Added.")}>
        Add a passkey on this device
      </button>`}
    </section>
  `}var Au=({name:e,createdAt:t,usedAt:n,busy:o,onRemove:r})=>i`
  <div class="card">
    <h3 class="title">${e}</h3>
    <p class="about">Added ${G(t)}, ${n?`last used ${G(n)}`:"not used yet"}</p>
    <button class="btn btn-secondary" type="button" disabled=${o} onClick=${r}>
      Remove<span class="visually-hidden"> ${e}</span>
    </button>
  </div>
`;var Tu=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Ga(){let e=T("account").value,t=e.body,{agencyName:n,displayName:o}=A.value,{accounts:r,email:s}=k.value;return i`
    <${I} title="Account">
      ${r.length>1&&i`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${An} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?i`<${Iu} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:i`<${se} resource=${e} />`}
        <${_e} resource=${e} />
      </section>
      <${Ka} />
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
        <${In} />
      </section>
    <//>
  `}function Iu({record:e}){let t=[...Tu.map(([n,o])=>[n,e[o]]),["Branch",e.agency.branchName]];return i`
    <dl class="facts">
      ${t.filter(([,n])=>n).map(([n,o])=>i`<div key=${n}><dt>${n}</dt><dd dir="auto">${o}</dd></div>`)}
    </dl>
  `}function Ja(){let e=T("contacts").value,t=e.body?.contacts;return i`
    <${I} title="Contacts">
      ${t?i`<ul class="cards">${t.map(n=>i`<${Eu} key=${n.contactId} ...${n} />`)}</ul>`:i`<${se} resource=${e} />`}
      ${t?.length===0&&i`<p class="notice">The agency has no contacts to show.</p>`}
      <${_e} resource=${e} />
    <//>
  `}function Eu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let a=e??n??"Unnamed";return i`
    <li class="card">
      <h2 dir="auto">${a}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Ge} phone=${s} who=${a} /><${Ge} phone=${r} who=${a} /><${lt} email=${o} who=${a} />
    </li>
  `}function za(){let e=b.items.value??[],t=xn(e),n=e.filter(d=>q(d)&&!t.includes(d)),o=n.filter(te).length,r=n.filter(he).length,s=n.filter(({state:d})=>d==="review").length,a=n.filter(({state:d})=>d==="checking").length-r,c=n.filter(d=>!te(d)&&!ue(d)),l=b.obstacle.value==="offline",f=c.some(rt)?"not confirmed yet":"not with the agency yet",[u,p]=[b.otherAccounts.value,b.storageProblem.value];return!n.length&&!u.length&&!p?null:i`
    <aside class="strip" aria-label="Outbox">
      ${p&&i`<p role="alert">${p}</p>`}
      ${o>0&&i`<${Dt} icon="emergency">${W(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${s>0&&i`<${Dt} icon="contacts">We asked ${A.value?.agencyName} to check ${W(s,"thing")}<//>`}
      ${a>0&&i`<${Dt} icon="search">${W(a,"thing")} ${a===1?"is":"are"} being checked<//>`}
      ${r>0&&i`<${Dt} icon="clock">${W(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
      ${c.length>0&&i`<${Dt} icon=${l?"offline":"send"}>
        ${W(c.length,"thing")} ${c.length===1?"is":"are"} ${f}
      <//>`}
      ${u.map(d=>i`<${Ou} key=${J(d)} ...${d} />`)}
    </aside>
  `}var Dt=({icon:e,children:t})=>i`<a href=${S("/outbox")}><${v} name=${e} /><span>${t}</span><${v} name="open" /></a>`;function Ou({number:e,...t}){let n=J(t),o=(k.value&&Lo(k.value,n)?.agencyName)??"an account that is no longer yours",[r,s]=[W(e,"thing"),e===1?"is":"are"];return i`
    <a href=${S("/outbox",{},n)}>
      <${v} name="send" />${r} for ${o} ${s} not there yet<${v} name="open" />
    </a>
  `}var Du=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account","devices"]}];function Vo({children:e}){let t=T("agency").value.body;Nu(t?.accent);let{agencyName:n,displayName:o}=A.value,r=Du.filter(({needs:s})=>!s||!t||t.offers.includes(s));return i`
    <a class="skip" href="#main" onClick=${Cu}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&i`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${Number(k.value?.accounts.length)>1&&i`<a class="switch" href=${S("/account")}><${v} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="navigation" aria-label="Portal">${r.map(s=>i`<${Mu} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${za} />
    <${Va} />
    ${e}
  `}function Mu({path:e,name:t,icon:n,screens:o}){let r=o.includes(M.value.screen);return i`<a href=${S(e)} aria-current=${r?"page":null}><${v} name=${n} />${t}</a>`}function Nu(e){C(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>{t.removeProperty("--accent")}},[e])}function Cu(e){e.preventDefault(),document.querySelector("h1")?.focus()}function Dn(e){let[t,n]=[T(`jobs/${e}`).value,T("jobs").value];if(t.body)return{job:Za(t.body,t),resource:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?Za(o,n):null,resource:o?n:t}}var Za=(e,{begunAt:t})=>Yo([e],t)[0],Je=({priority:e})=>e?.trim().toLowerCase()==="emergency",On=e=>(e??"").trim().toLowerCase();function Mn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(On).includes(On(t))?"cancelled":"open"}var Qa=e=>(b.items.value??[]).filter(t=>t.kind==="completion"&&t.state==="done"&&Number(t.doneAt)>e),ei=e=>Qa(e).map(({id:t})=>t).join();function Yo(e,t){let n=new Map(Qa(t).map(o=>[o.jobId,o.result??Pu(o)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var Pu=({content:e})=>({completed:"completed"in e&&e.completed,status:null,completedAt:null});function ti(e,t){let n=b.itemsOf(e).filter(q),o=Mt(e),r=n.filter(u=>u!==o),s=u=>r.filter(u).length,[a,c,l]=[s(te),s(he),s(ue)],f=r.length-a-l;return[o&&`${it(o)}: ${ve(o,t)}`,a&&`${W(a,"thing")} ${a===1?"needs":"need"} you`,l>c&&`${W(l-c,"thing")} being checked`,c&&`${W(c,"thing")} with the portal`,f&&`${W(f,"thing")} to send`].filter(Boolean)}var Mt=e=>b.itemsOf(e).filter(t=>t.kind==="completion"&&q(t)).at(-1)??null,fe=({title:e,reference:t,jobId:n})=>e||t||n;function ni(e){let t=On(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>Lu(n).includes(o))}var Xa=new WeakMap;function Lu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode],a=Xa.get(e)??On(s.filter(Boolean).join(`
`));return Xa.set(e,a),a}var oi=e=>[...e.filter(Je),...e.filter(t=>!Je(t))];var Ru=864e5,ri="%PDF-",ju=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Fu=/\.\d\d\d*[1-9]/,Bu=["amount","description","invoiceDate"];function Nt(e,t,n){let{required:o=[],link:r=null}=t?.invoice??{};return[...Bu,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Nn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function Ko(e=new Date,t=Ot){let[n,...o]=ce(e).split("-");return{oldest:[Number(n)-t.invoiceYearsBack,...o].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ce(e))+t.invoiceDaysAhead*Ru).toISOString().slice(0,10)}}function Ae(e){let t=e.trim().replace(/^£\s*/,"");return ju.test(t)?Number(t.replaceAll(",","")):NaN}var ci=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),si={amount:(e,{limits:t})=>ii(e,"The amount",t)??(Ae(e)===0?"The amount must be more than £0.":null),vat:(e,{values:t,limits:n})=>ii(e,"VAT",n)??(Ae(e)>Ae(t.amount)?"VAT cannot be more than the amount.":null),description:(e,{document:t,limits:n})=>wn(e,n.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>wn(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t})=>{let{oldest:n,latest:o}=Ko(new Date,t),r=t.invoiceDaysAhead===1?"tomorrow":`${W(t.invoiceDaysAhead,"day")} ahead`;return e>o?`The date can be ${r} at the latest, ${G(o)}.`:e<n?`The date can be ${W(t.invoiceYearsBack,"year")} ago at most, ${G(n)}.`:null},statementId:()=>null},ai={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function ii(e,t,n){let o=Ae(e);return Number.isNaN(o)?`${t} must be in pounds and pence, such as 120.50.`:Fu.test(e.trim())?`${t} can have no more than two decimals.`:o>n.amountMost?`${t} can be ${F(n.amountMost)} at most.`:null}function Cn(e,t,n,o){let r={},s={values:e,document:t,limits:Le(n)};for(let a of Object.keys(si)){let c=e[a]??"",l=Nt(a,n,o)?ai[a]:null,f=c.trim()===""?l:si[a](c,s);f&&(r[a]=f)}return!t&&Nt("document",n,o)&&(r.document=ai.document),r}async function li(e,t){return e.size>t.documentBytes?`The PDF can have ${He(t.documentBytes)} at most.`:await e.slice(0,ri.length).text()===ri?null:"This file is not a PDF. Please choose a PDF."}function ui(e,t){let n={jobId:t,statementId:e.statementId,amount:Ae(e.amount),vat:e.vat.trim()&&Ae(e.vat),description:ke(e.description),invoiceDate:e.invoiceDate,invoiceNumber:ke(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,r])=>r!==""&&r!==null))}function fi({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,a])=>[s,a??""]))}var Pn=({name:e,required:t,children:n})=>i`
  <label for=${e}>${n}${!t&&i`<span class="optional"> (optional)</span>`}</label>
`,Ln=({name:e,children:t})=>i`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Rn=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function mi({name:e,label:t,limits:n,hint:o,rows:r,problem:s,required:a,value:c,type:l="text",...f}){let u=r?"textarea":"input",{oldest:p=void 0,latest:d=void 0}=l==="date"?Ko(new Date,n):{};return i`
    <div class="field">
      <${Pn} name=${e} required=${a}>${t}<//>
      ${o&&i`<p id=${`${e}-hint`} class="hint">${o}</p>`}
      <${u}
        id=${e} class="form-control" type=${r?null:l} rows=${r} min=${p} max=${d} autocomplete="off"
        value=${c} ...${Rn({name:e,hint:o,problem:s,required:a})} ...${f}
      />
      <${Ln} name=${e}>${s}<//>
    </div>
  `}function di({name:e,required:t,problem:n,value:o,...r}){let s=T("statements/pending").value,a=s.body?.statements??[],c=!o||a.some(({statementId:l})=>l===o);return i`
    <div class="field">
      <${Pn} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Rn({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&i`<option value=${o}>${o}</option>`}
        ${a.map(l=>i`<option key=${l.statementId} value=${l.statementId}>${Go(l)}</option>`)}
      </select>
      <${Ln} name=${e}>${n??(s.body?null:s.problem)}<//>
    </div>
  `}var Go=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[F(s??r??0),n??t??e,o&&G(o)].filter(Boolean).join(", ");async function pi(e,t){try{return(await ee(Q(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function hi(e,t,n){try{await ee(Q(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Ct(e){let t=$(void 0),n=z.value;return C(()=>{pi(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[t,n,e]),[t,r=>(t.value=r,hi(n,e,r))]}var vi="This file cannot be read. Please choose it again.";function bi({required:e,problem:t,document:n,limits:o,onChange:r}){let s=$(null),a=async({target:f})=>{let[u]=f.files??[];if(u&&(s.value=await li(u,o).catch(()=>vi),f.value="",!s.value))try{r(await mn(u)),N(`${u.name} is attached.`)}catch(p){s.value=K(p)??vi}},c=s.value??t,l=Rn({name:"document",hint:!0,problem:c,required:e&&!n});return i`
    <div class="field">
      <${Pn} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">${He(o.documentBytes)} at most</p>
      ${n&&i`<${Uu} document=${n} onRemove=${()=>r(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${l} onChange=${a}
      />
      <${Ln} name="document">${c}<//>
    </div>
  `}function Uu({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document")?.focus()),N("The PDF is removed.")};return i`
    <p class="attached">
      <${v} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${He(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Wu={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function $i({values:e,setValue:t,document:n,setDocument:o,agency:r,jobId:s,faults:a,showsAll:c,onComplete:l}){let f=$({}),[u,p]=[$(c),$(null)],d=Y(null),m=Le(r),h=Cn(e,n,r,s),y=_=>_==="vat"&&p.value==="amount"?null:(u.value||f.value[_]&&e[_]||!ci(_,e[_]??""))&&h[_]||a[_],x=()=>d.current?.querySelector("[aria-invalid]")?.focus();C(()=>{c&&x()},[]);let w=_=>{_.preventDefault(),u.value=!0,Object.keys(h).length?setTimeout(x):l()},g=_=>({name:_,required:Nt(_,r,s),problem:y(_),value:e[_],onInput:({target:E})=>t(_,E.value),onFocus:()=>p.value=_,onBlur:()=>{p.value=null,f.value={...f.value,[_]:!0}}});return i`
    <form ref=${d} class="form" onSubmit=${w} noValidate>
      <p class="hint">${A.value?.agencyName} needs whatever is not marked as optional.</p>
      ${Nn(r)&&i`<${di} ...${g("statementId")} />`}
      ${Object.entries(Wu).map(([_,E])=>i`<${mi} key=${_} limits=${m} ...${E} ...${g(_)} />`)}
      <${bi}
        required=${Nt("document",r,s)} problem=${u.value&&h.document||a.document}
        document=${n} limits=${m} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}var ae=6;function ze({items:e,row:t,limit:n=e.length,onMore:o}){let r=X(()=>Vu(e),[e]),s=Yu(),a=e.length-n;return e.length?i`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/ae)).map((c,l)=>i`<${qu} key=${l} items=${c} row=${t} />`)}
    </div>
    ${a>0&&i`<${Hu} onMore=${o} left=${a} />`}
  `:null}var qu=({items:e,row:t})=>i`<div class="group">${e.map(t)}</div>`;function Hu({onMore:e,left:t}){let n=Y(null),o=Y(e);return o.current=e,C(()=>{let r=new IntersectionObserver(([{isIntersecting:s}])=>s&&o.current(),{rootMargin:"800px"});return r.observe(n.current),()=>r.disconnect()},[t]),i`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var Vu=e=>Array.from({length:Math.ceil(e.length/ae)},(t,n)=>e.slice(n*ae,(n+1)*ae));function Yu(){let e=Y(null),{activeElement:t}=document,n=e.current?.contains(t)&&t?.getAttribute("href");return de(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=en(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var _i={sending:{label:"Being sent",icon:"send"},submitted:{label:"With the agency",icon:"done"},authorised:{label:"Authorised",icon:"done"},rejected:{label:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{label:"Paid",icon:"money"},unconfirmed:{label:"Being checked",icon:"search"},review:{icon:"contacts"}},Ku={},Jo=({status:e=""})=>e==="review"?ve({state:e},A.value?.agencyName):_i[e]?.label??e;function zo(e,t){let n=t.filter(r=>r.kind==="invoice").filter(r=>q(r)||!e.some(s=>yi(s,r))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status??"")&&n.some(({item:s})=>yi(r,s));return[...n,...e.filter(r=>!o(r))]}function yi(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:a=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===a&&e.invoiceDate===c}function jn({jobId:e,agency:t}){let n=T(t?.offers.includes("invoices.list")?"invoices":null).value,o=zo(n.body?.invoices??[],b.items.value??[]).filter(r=>r.jobId===e);return o.length?i`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Zo} invoices=${o} />
    </section>
  `:null}function Zo({invoices:e,jobTitles:t=Ku,limit:n,onMore:o}){let r=Ht((s,a)=>i`
      <${Gu} key=${s.item?.id??s.invoiceId??`at ${a}`} invoice=${s} jobTitles=${t} />
    `,[t]);return i`<${ze} items=${e} row=${r} limit=${n} onMore=${o} />`}function Gu({invoice:e,jobTitles:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:a,jobId:c,item:l}=e,f=t[c??""];return i`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":F(n)}</b>
      </p>
      <p class="about">
        ${l?i`<${Ce} item=${l} />`:i`<${Ju} invoice=${e} />`}
        ${s&&i`<time datetime=${s}>${G(s)}</time>`}
        ${r&&i`<span dir="auto">Number ${r}</span>`}
        ${a&&i`<span dir="auto">${a.name}</span>`}
      </p>
      ${l&&i`<${Pe} item=${l} />`}
      ${!l&&e.status==="review"&&i`<${Bo} />`}
      ${f&&i`<a class="reach" href=${S(`/jobs/${c}`)}><${v} name="jobs" /><span dir="auto">${f}</span></a>`}
      ${l&&q(l)&&i`<a class="reach" href=${S("/outbox")}><${v} name="send" />Open the outbox</a>`}
    </div>
  `}function Ju({invoice:e}){let{icon:t="search",className:n=""}=_i[e.status??""]??{};return i`<span class=${`state ${n}`}><${v} name=${t} />${Jo(e)}</span>`}function gi({about:e,address:t,values:n,document:o,problem:r,onSend:s,editAddress:a,back:c}){let l=$(!1),f=async()=>{l.value=!0,await s(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",F(Ae(n.amount))],["VAT in it",n.vat.trim()&&F(Ae(n.vat))],["Date of the invoice",G(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${He(o.size)}`:"None"]];return i`
    <${I} key="review" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,p])=>p).map(([p,d])=>i`<div key=${p}><dt>${p}</dt><dd dir="auto">${d}</dd></div>`)}
        </dl>
      </div>
      ${b.obstacle.value==="offline"&&i`<p class="notice">There is no connection just now: it will wait on this phone. ${b.sendingNotice()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${f}>
          <${v} name="send" />Send to ${A.value?.agencyName}
        </button>
        <a class="btn btn-secondary" href=${a}>Change something</a>
      </div>
    <//>
  `}var zu=!1;function Xo({jobId:e,item:t,about:n,address:o,initial:r,back:s}){let{query:a,path:c}=M.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[f,u]=Ct(l),[p,d]=Ct(`PDF of ${l}`),[m,h]=[T("agency").value,$(null)],y=a.has("look");if(kn(t?.id??null),f.value===void 0||p.value===void 0||!m.body&&m.busy)return i`<${I} key="loading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let x=m.body&&Xu(m.body,e);if(x)return i`<${I} key="none" title="Invoice" back=${s}><p class="notice">${x}</p><//>`;let w={...r,...t&&fi(t.content),...f.value},g=t?.asks==="document",_=(p.value??(g?null:t?.document))||null,E=O=>O==="document"?p.value!==null:f.value&&O in f.value,Re=Object.fromEntries(Object.entries(t?.faults??{}).filter(([O])=>!E(O))),Ze=!Object.keys(Cn(w,_,m.body,e)).length,{statementId:ge}=r,ne=O=>S(c,{...ge&&{statement:ge},...t&&{change:t.id},...O}),Z=()=>{let O=ui(w,e);return t?b.edit(t.id,{content:O,...(p.value!==null||g)&&{document:wi(_)}}):b.add({kind:"invoice",jobId:e,about:n,content:O,document:wi(_)})},ie=async()=>{h.value=null;try{let{id:O}=await Z();N("Your invoice waits to be sent."),xe(S(c,{sent:O}),{replace:!0}),u(null),d(null)}catch(O){h.value=K(O)??"Your invoice could not be kept. Please try again."}};if(y&&Ze)return i`
      <${gi}
        about=${n} address=${o} values=${w} document=${_} problem=${h.value} onSend=${ie}
        editAddress=${ne({})} back=${s}
      />
    `;let we=(O,dc)=>u({...f.value,[O]:dc}),me=O=>d(O??zu);return i`
    <${I} key="form" title="Invoice" back=${s} keepsFocus=${y}>
      <${Zu} about=${n} address=${o} />
      ${e&&i`<${jn} jobId=${e} agency=${m.body} />`}
      <${$i}
        values=${w} setValue=${we} document=${_} setDocument=${me} agency=${m.body}
        jobId=${e} faults=${Re} showsAll=${y} onComplete=${()=>xe(ne({look:"1"}))}
      />
    <//>
  `}function Zu({about:e,address:t}){return e?i`<p>For <b dir="auto">${e}</b>${t&&i`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Xu({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var wi=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var Si=({item:e,back:t})=>i`
  <${I} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${qo} item=${e} /></ol>
    ${q(e)&&!te(e)&&!ue(e)&&i`<p class="hint">You can go on. It is kept if you close the portal: ${b.sendingNotice()}</p>`}
    <a class="reach" href=${S("/money",{show:"invoices"})}><${v} name="invoice" />All your invoices</a>
  <//>
`;var Qu={path:"/money",name:"Money"};function Qo({id:e}){let{query:t}=M.value,n=Number(t.get("sent")??t.get("change")),o=(b.items.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Qu;if(n&&b.items.value===null)return i`<${I} key="loading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Me(o)))return i`<${Si} item=${o} back=${r} />`;let s=t.get("statement")??"";return i`<${e?ef:tf} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function ef({id:e,statementId:t,item:n,back:o}){let{job:r,resource:s}=Dn(e);if(!r&&!n&&s.status===404)return i`<${xi} resource=${s} back=${o} />`;let a={...ki,statementId:t,invoiceDate:ce()},c=r?.property?.address;return i`
    <${Xo} jobId=${e} about=${r?fe(r):e} address=${c} initial=${a} item=${n} back=${o} />
  `}function tf({statementId:e,item:t,back:n}){let o=T("statements/pending").value,r=o.body?.statements.find(c=>c.statementId===e);if(!r&&o.busy)return i`<${xi} resource=${o} back=${n} />`;let s={...ki,...r&&nf(r),statementId:e,invoiceDate:ce()},a=r?Go(r):"";return i`<${Xo} jobId=${null} about=${a} initial=${s} item=${t} back=${n} />`}var xi=({resource:e,back:t})=>i`
  <${I} key="missing" title="Invoice" back=${t}><${se} resource=${e} /><//>
`,ki={amount:"",vat:"",description:"",invoiceNumber:""},nf=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var mt=({children:e})=>i`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var Ai=xo/1e3;function er(e){let[t,n]=[$(null),$(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await b.add({kind:"completion",jobId:e.jobId,about:fe(e),content:{completed:r},document:null}),N(r?`Marked complete. You have ${Ai} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=K(s)??"This could not be kept. Please try again."}n.value=!1}},t.value]}function Ti({job:e,isOpen:t}){let[n,o]=er(e),r=Mt(e.jobId);return r?i`<${of} item=${r} />`:i`
    ${t&&i`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${v} name="done" />Mark complete</button>`}
    ${o&&i`<p class="notice" role="alert">${o}</p>`}
  `}function of({item:e}){return i`
    <div class="pending">
      <p class="state-line">
        <${v} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ce} item=${e} />
      </p>
      <${Pe} item=${e} />
      ${te(e)&&i`<a class="reach" href=${S("/outbox")}><${v} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function Ii({jobId:e}){let t=$(null),[n]=xn(b.itemsOf(e));return i`
    ${n&&i`
      <div class="undo">
        <p>You have ${Ai} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await b.undo(n.id),N("Undone. The job is not marked complete.")}catch(r){let s=K(r);if(!s)throw r;t.value=s}}}>
          <${v} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&i`<p class="notice" role="alert">${t.value}</p>`}
  `}function Ei({job:e,canAdd:t}){let n=A.value?.displayName,o=b.itemsOf(e.jobId).filter(s=>s.kind==="note").filter(s=>!rf(e.notes,s)),r=e.notes.length+o.length>0;return i`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&i`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&i`<p>Nothing was written yet.</p>`}
      ${r&&i`<ol class="notes">
        ${e.notes.map(({noteId:s,note:a,author:c,createdAt:l},f)=>i`
            <li key=${s??`at ${f}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${l&&i`<time datetime=${l}>${re(l)}</time>`}</p>
              <p class="says" dir="auto">${a}</p>
            </li>
          `)}
        ${o.map(s=>i`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Ce} item=${s} />
              <${Pe} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&i`<${sf} job=${e} />`}
    </section>
  `}var rf=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function sf({job:e}){let t=Le(T("agency").value.body),[n,o]=Ct(`note on ${e.jobId}`),[r,s]=[$(null),$(!1)],a=async l=>{if(l.preventDefault(),s.value)return;let f=ke(n.value??"");if(r.value=Sn(f,t),!r.value){s.value=!0;try{await b.add({kind:"note",jobId:e.jobId,about:fe(e),content:{note:f},document:null}),o(null),N("Your note waits to be sent.")}catch(u){r.value=K(u)??"Your note could not be kept. Please try again."}s.value=!1}},c=({target:l})=>o(l.value||null);return i`
    <form class="composer" onSubmit=${a} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${t.noteCharacters} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${r.value?"true":null} value=${n.value??""} onInput=${c}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${r.value}</p>
      <button class="btn btn-primary"><${v} name="send" />Add note</button>
    </form>
  `}function Oi({job:e}){let t=$(!1),[n,o]=er(e);return Mt(e.jobId)?null:i`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?i`<${af} onConfirm=${()=>n(!1)} onCancel=${()=>t.value=!1} />`:i`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${v} name="reopen" />Reopen this job
          </button>`}
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function af({onConfirm:e,onCancel:t}){let n=Y(null);return de(()=>n.current?.focus(),[]),i`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${A.value?.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var Di={path:"/jobs",name:"Jobs"};function Mi({id:e}){let{job:t,resource:n}=Dn(e),o=T("agency").value.body;if(!t)return i`<${I} title="Job" back=${Di}><${se} resource=${n} /><//>`;let r=o?.offers??[],[s,a]=[Mn(t,o),r.includes("jobs.complete")];return i`
    <${I} title=${fe(t)} back=${Di}>
      <${cf} job=${t} />
      <div class="card">
        ${t.description&&i`<p class="description" dir="auto">${t.description}</p>`}
        <${lf} job=${t} />
      </div>
      <div class="doing">
        ${a&&i`<${Ti} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&i`<a class="btn btn-secondary" href=${S(`/jobs/${e}/invoice`)}><${v} name="invoice" />Send its invoice</a>`}
        ${a&&i`<${Ii} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&i`<${jn} jobId=${e} agency=${o} />`}
      <${Ei} job=${t} canAdd=${r.includes("notes.add")} />
      ${a&&s==="completed"&&i`<${Oi} job=${t} />`}
      <${_e} resource=${n} />
    <//>
  `}function cf({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:a}=e;return[t,n,o,r,s,a].some(Boolean)?i`
    <p class="about">
      ${Je(e)&&i`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
      ${t&&i`<${mt}>${t}<//>`}
      ${n&&!Je(e)&&i`<span dir="auto">Priority: ${n}</span>`}
      ${o&&i`<span dir="auto">${o}</span>`}
      ${r&&i`<span dir="auto">${r}</span>`}
      ${s&&i`<span>Reported <time datetime=${s}>${re(s)}</time></span>`}
      ${a&&i`<span>Completed <time datetime=${a}>${G(a)}</time></span>`}
    </p>
  `:null}function lf({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return i`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Pa} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&i`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&i`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&i`<span dir="auto">${n}</span>`}
          <${Ge} phone=${o} who=${n??"the tenant"} /><${lt} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Fn={open:"Open",completed:"Completed",cancelled:"Cancelled"},tr=Object.keys(Fn),uf={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},Li={text:"",limit:ae,matchLimit:ae},dt=L({accountName:null,tab:null,...Li});function nr(){let e=T("jobs").value,t=T("agency").value.body,n=M.value.query.get("show")??"open",o=Object.hasOwn(Fn,n)?n:"open";return i`
    <${I} title="Jobs">
      ${e.body?i`<${ff} jobs=${e.body.jobs} begunAt=${e.begunAt} agency=${t} tab=${o} />`:i`<${se} resource=${e} />`}
      <${_e} resource=${e} />
    <//>
  `}function ff({jobs:e,begunAt:t,agency:n,tab:o}){let r=M.value.account,{text:s,limit:a,matchLimit:c}=Ni(r,o),l=ei(t),f=X(()=>oi(Yo(e,t)),[e,l]),u=X(()=>pf(f,n),[f,n]),p=X(()=>mf(u,ni(s)),[u,s]),d=p[o].length,m=y=>{dt.value={...Ni(r,o),...y}};return C(()=>{s&&N(d?`${W(d,"job")} found`:"No job found")},[s,o]),i`
    <form class="search" role="search" onSubmit=${y=>y.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${v} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${({target:y})=>m({text:y.value,matchLimit:ae})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${tr.filter(y=>y!=="cancelled"||u.cancelled.length).map(y=>i`
          <a key=${y} href=${S("/jobs",{show:y})} aria-current=${y===o?"true":null}>
            ${Fn[y]} <span class="number">${p[y].length}</span>
          </a>
        `)}
    </nav>
    ${!d&&i`<p class="notice">${s?`No job here has “${s}” in it.${df(p)}`:uf[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${ze} items=${u[o]} row=${Pi} limit=${a} onMore=${()=>m({limit:a+ae})} />
    </div>
    ${s&&i`<${ze} key=${`matches ${o}`} items=${p[o]} row=${Pi} limit=${c} onMore=${()=>m({matchLimit:c+ae})} />`}
  `}function Ni(e,t){let n=dt.value.accountName===e?dt.value.text:"";return dt.value.accountName===e&&dt.value.tab===t?dt.value:{...Li,accountName:e,tab:t,text:n}}var mf=(e,t)=>Object.fromEntries(tr.map(n=>[n,e[n].filter(t)]));function df(e){return tr.filter(n=>e[n].length).map(n=>` ${Fn[n]}: ${e[n].length}.`).join("")}function pf(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Mn(o,t)].push(o);return n}var Ci=new WeakMap;function Pi(e){let t=ti(e.jobId,A.value?.agencyName),n=[ce(),...t].join(),o=Ci.get(e);if(o?.version===n)return o.markup;let r=hf(e,t);return Ci.set(e,{version:n,markup:r}),r}function hf(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:a}=e;return i`
    <div key=${n} class="row" role="listitem">
      <a href=${S(`/jobs/${n}`)}>
        ${Je(e)&&i`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${fe(e)}</span>
        ${a?.address&&i`<span class="address" dir="auto">${a.address}</span>`}
        <span class="about">
          ${r&&i`<${mt}>${r}<//>`}
          ${s&&i`<span><span class="visually-hidden">Reported </span>${Zr(s)}</span>`}
          ${o&&i`<span dir="auto">${o}</span>`}
          ${t.map(c=>i`<span key=${c} class="unsent"><${v} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Bn=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,n)=>t+n,0)/100,ji=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function Fi(e){let t=new Map;for(let{date:a,amount:c}of e){let l=a?.slice(0,7);l&&t.set(l,Bn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n[n.length-1]];for(;o.length<12&&o[0]>n[0];)o.unshift(or(o[0]));let r=o.map(a=>({month:a,amount:t.get(a)??0})),s=n.filter(a=>a<o[0]);return s.length?[{month:null,amount:Bn(s.map(a=>t.get(a)))},...r]:r}function Bi(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,Ri(t)],"Last month":[`${or(t)}-01`,Ri(or(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function or(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function Ri(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var rr="Other dates";function Wi({from:e,to:t,onChange:n}){let o=Bi(ce()),r=Object.keys(o),s=r.find(f=>o[f].join()===[e,t].join()),a=$(!s),c=({target:f})=>{a.value=f.value===rr,a.value||n(...o[f.value])},l=!!(e&&t&&e>t);return i`
    <form class="dates" onSubmit=${f=>f.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${a.value?rr:s} onChange=${c}>
          ${[...r,rr].map(f=>i`<option key=${f}>${f}</option>`)}
        </select>
      </div>
      ${a.value&&i`
        <${Ui} id="from" label="From" value=${e} isWrong=${l} onChange=${f=>n(f,t)} />
        <${Ui} id="to" label="To" value=${t} isWrong=${l} onChange=${f=>n(e,f)} />
        <p id="dates-problem" class="problem" role="alert">${l&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Ui=({id:e,label:t,value:n,isWrong:o,onChange:r})=>i`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var vf=/^[=+\-@\t\r\n＝＋－＠]/u,bf=/[",\r\n]/;function qi(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map($f).join(",")}\r
`).join("")}function $f(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=vf.test(e)?`'${e}`:e;return bf.test(t)?`"${t.replaceAll('"','""')}"`:t}function Hi(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Yi({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>F(r.amount).length));return i`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${Vi}>Month<//><${Vi}>Amount<//></tr></thead>
        <tbody>${e.map(r=>i`<${yf} key=${r.month} ...${r} maxAmount=${n} />`)}</tbody>
      </table>
    </div>
  `}var Vi=({children:e})=>i`<th scope="col"><span class="visually-hidden">${e}</span></th>`,yf=({month:e,amount:t,maxAmount:n})=>i`
  <tr>
    <th scope="row">${e?zr(e):"Before"}</th>
    <td><span class="measured">${e&&i`<${_f} share=${t/n} />`}<b>${F(t)}</b></span></td>
  </tr>
`,_f=({share:e})=>i`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function Ki({statements:e,jobTitles:t,agency:n,isPending:o,limit:r,onMore:s}){let a=Ht(c=>i`
      <${gf}
        key=${c.statementId} statement=${c} jobTitle=${t[c.jobId??""]} isPending=${o}
        invoiceAddress=${o&&Sf(c,n)}
      />
    `,[t,n,o]);return i`<${ze} items=${e} row=${a} limit=${r} onMore=${s} />`}function gf({statement:e,jobTitle:t,isPending:n,invoiceAddress:o}){let{reference:r,description:s,amount:a,status:c,jobId:l}=e,[f,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return i`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${a===null?"":F(a)}</b>
      </p>
      <p class="about">
        ${p&&p!==u&&i`<${mt}>${p}<//>`}
        ${f&&i`<span>${u} <time datetime=${f}>${G(f)}</time></span>`}
        ${r&&i`<span dir="auto">${r}</span>`}
      </p>
      <${wf} statement=${e} />
      ${t&&i`<a class="reach" href=${S(`/jobs/${l}`)}><${v} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&i`<a class="reach" href=${o}><${v} name="invoice" />Send its invoice</a>`}
    </div>
  `}function wf({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${F(e)} in all`,t&&`${F(t)} of it VAT`,n&&`less ${F(n)} commission`].filter(Boolean);return o.length>1&&i`<p class="hint">${o.join(", ")}</p>`}function Sf({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Nn(n)?null:n.invoice.link==="job_or_statement"?S("/invoice",{statement:e}):t&&S(`/jobs/${t}/invoice`,{statement:e})}var H=e=>t=>t[e],Gi=[["Statement",H("statementId")],["Date",H("date")],["Reference",H("reference")],["Description",H("description")],["Job",H("jobId")],["Net",H("net")],["VAT",H("vat")],["Gross",H("gross")],["Commission",H("commission")],["Amount",H("amount")],["Status",H("status")]],xf=[["Invoice",H("invoiceId")],["Date",H("invoiceDate")],["Number",H("invoiceNumber")],["Description",H("description")],["Job",H("jobId")],["Statement",H("statementId")],["Amount",H("amount")],["VAT",H("vat")],["Status",e=>e.item?ve(e.item,A.value?.agencyName):Jo(e)],["Sent",H("submittedAt")],["Document",({document:e})=>e?.name]],Te={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,totalLabel:"On its way to you",emptyText:"Nothing is on its way to you just now.",noun:"payment",columns:Gi},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",totalLabel:"Invoiced",emptyText:"No invoice was sent yet. An invoice is sent from its job.",noun:"invoice",columns:xf},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,totalLabel:"Paid to you",emptyText:"Nothing was paid yet.",noun:"payment",columns:[...Gi,["Paid",H("paidAt")]]}},Ji=Object.keys(Te);function zi(e){let t=({path:n,needs:o})=>e.includes(o[0])?n:null;return{pending:T(t(Te.pending)).value,invoices:T(t(Te.invoices)).value,paid:T(t(Te.paid)).value}}function sr(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=zo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var kf=4*ae,Zi=new Map;function Xi({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:a,totalLabel:c,emptyText:l,noun:f,columns:u}=Te[e],{query:p,isBack:d}=M.value,m=p.toString(),h=$(d&&Zi.get(m)||kf),y=T("jobs").value.body?.jobs,x=X(()=>Object.fromEntries((y??[]).map(Z=>[Z.jobId,fe(Z)])),[y]),w=X(()=>{let Z=ji(n,o);return t.filter(ie=>Z(s(ie)))},[t,s,n,o]),g=Bn(w.filter(a).map(Z=>Z.amount)),_=n||o;if(C(()=>{_&&N(w.length?`${W(w.length,f)}, ${F(g)}`:"None for these dates")},[]),!w.length)return i`<p class="notice">${_?"There is none for these dates.":l}</p>`;let{agency:E,contractorId:Re}=z.value,Ze=()=>Hi(`${E} ${Re} ${e} ${ce()}.csv`,qi(u,w)),ge=()=>Zi.set(m,h.value+=ae),ne={jobTitles:x,limit:h.value,onMore:ge};return i`
    <p class="total"><span>${c}</span> <b>${F(g)}</b></p>
    ${e==="paid"&&i`<${Yi} caption="Paid by month" rows=${Fi(w.map(Z=>({...Z,date:s(Z)})))} />`}
    ${e==="invoices"?i`<${Zo} invoices=${w} ...${ne} />`:i`<${Ki} statements=${w} agency=${r} isPending=${e==="pending"} ...${ne} />`}
    <button type="button" class="btn btn-secondary" onClick=${Ze}><${v} name="download" />Download as CSV</button>
  `}function Qi(){let e=T("agency").value,t=e.body?.offers??[],n=zi(t),o=Ji.filter(r=>Te[r].needs.some(s=>t.includes(s)));return e.body?o.length?i`<${I} title="Money"><${Af} tabs=${o} resources=${n} agency=${e.body} /><//>`:i`<${I} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:i`<${I} title="Money"><${se} resource=${e} /><//>`}function Af({tabs:e,resources:t,agency:n}){let{query:o}=M.value,[r,s,a]=["from","to","show"].map(m=>o.get(m)??""),c=e.find(m=>m===a)??e[0],l=t[c],f=b.items.value??[],u=sr(c,l,f),p=(m,h,y)=>S("/money",{show:m,...h&&{from:h},...y&&{to:y}}),d=(m,h)=>xe(p(c,m,h),{replace:!0});return i`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>i`
          <a key=${m} href=${p(m,r,s)} aria-current=${m===c?"true":null}>
            ${Te[m].title} <span class="number">${sr(m,t[m],f)?.length}</span>
          </a>
        `)}
    </nav>
    <${Wi} key=${c} from=${r} to=${s} onChange=${d} />
    ${u&&i`<${Xi} key=${[c,r,s].join()} tab=${c} rows=${u} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&i`<${se} resource=${l} />`}
    <${_e} resource=${l} />
  `}var Tf="You can also ask for a code.";function ec(){let[e,t]=[$(null),$(!1)];if(!ut)return null;let n=async()=>{e.value=null,t.value=!0;let o=await Wa();if("problem"in o)e.value=`${o.problem} ${Tf}`;else{let r=await wa(o.credential);r.status===201?ft():e.value=j(r)}t.value=!1};return i`
    <section aria-label="Passkey">
      <button class="btn btn-secondary wide" type="button" disabled=${t.value} onClick=${n}>
        <${v} name="access" />Sign in with a passkey
      </button>
      <p class="problem" role="alert">${e.value}</p>
    </section>
  `}var Pt=6,If=30,nc=5,Ef=`A code can be tried ${nc} times. Please send another one.`;function oc({request:e,onRequest:t,onOtherEmail:n}){let[o,r]=[$(null),$(!1)],s=Y(null),a=()=>s.current,c=Y(0),l=Of(e.at);de(()=>s.current?.focus(),[]);let f=h=>{o.value=h,a().focus(),a().select()},u=async()=>{let h=tc(a().value);if(h.length!==Pt)return f(`The code has ${Pt} digits.`);o.value=null,r.value=!0;let y=await ga(e.email,h);return r.value=!1,y.status===201?Ha():(y.status===401&&y.problem?.type!=="no-account"&&(c.current+=1),f(c.current<nc?j(y):Ef))},p=()=>{let h=tc(a().value);h!==a().value&&(a().value=h),o.value=null,h.length===Pt&&!r.value&&u()},d=async()=>{let h=await _n(e.email);return h.status!==204?f(j(h)):(N("Another code is on its way."),c.current=0,a().value="",a().focus(),t({...e,at:Date.now()}))};return i`
    <form onSubmit=${h=>{h.preventDefault(),u()}} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Pt} digits</label>
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
  `}var tc=e=>e.replace(/\D/g,"").slice(0,Pt);function Of(e){let t=$(ar(e));return C(()=>{t.value=ar(e);let n=setInterval(()=>{t.value=ar(e),t.value||clearInterval(n)},1e3);return()=>clearInterval(n)},[t,e]),t.value}var ar=e=>Math.max(0,Math.ceil(If-(Date.now()-e)/1e3));var rc="Please enter a whole e-mail address, such as name@example.com.";function sc({initialEmail:e,onRequest:t}){let[n,o]=[$(null),$(!1)],r=Y(null);return i`
    <form onSubmit=${async a=>{a.preventDefault();let c=r.current,l=c.value.trim();if(n.value=c.checkValidity()?null:rc,n.value){c.focus();return}o.value=!0;let f=await _n(l);if(f.status===204){await t({email:l,at:Date.now()});return}o.value=!1;let u=f.problem?.errors?"email"in Zt(f):f.status===400;n.value=u?rc:j(f),c.focus()}} noValidate>
      <p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
      <label for="email">E-mail address</label>
      <input
        id="email" ref=${r} class="form-control" type="email" name="email" required maxlength=${Ot.emailCharacters} autocomplete="email"
        autocapitalize="none" spellcheck=${!1} defaultValue=${e} aria-describedby="email-problem"
        aria-invalid=${n.value?"true":null}
      />
      <p id="email-problem" class="problem" role="alert">${n.value}</p>
      <button class="btn btn-primary wide" disabled=${o.value}>${o.value?"Sending …":"Send me a code"}</button>
    </form>
  `}var Df="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",ac=()=>i`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${v} name="mark" /></span>Contractor Portal</header>
    ${$n.value?i`<${I} key="code" title="Enter your code" keepsFocus>
          <${oc} request=${$n.value} onRequest=${ct} onOtherEmail=${()=>ct(null)} />
        <//>`:i`<${I} key="email" title="Sign in">
          ${Ke.value&&i`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${bn.value&&i`<p class="problem" role="alert">${Df}</p>`}
          <${sc} initialEmail=${Ke.value??""} onRequest=${ct} />
          <${ec} />
        <//>`}
  </div>
`;var Mf={jobs:nr,job:Mi,invoice:Qo,statement:Qo,money:Qi,contacts:Ja,account:Ga,devices:is,outbox:Fa};function cc(){if(ye.value)return i`<${ic}>${Tn}<//>`;if(k.value===void 0)return i`<${ic}>Opening …<//>`;if(k.value===null)return i`<${ac} />`;if(A.value===null)return i`<${Ba} />`;let{screen:e,id:t,path:n}=M.value,o=Mf[e]??nr,r=J(A.value);return i`<${Vo} key=${r}><${o} key=${n} id=${t} /></${Vo}>`}var ic=({children:e})=>i`<main class="screen"><p class="loading" role="status">${e}</p></main>`;function lc(){oe(()=>{if(z.value)for(let[e,t]of Nf(b.items.value??[]))Ma(e,t)})}function Nf(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let a=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of a)t.set(c,Math.max(t.get(c)??0,Number(o)))}return t}var Cf=["checking","review","done","refused","unknown"];function uc(){let e=new Map;oe(()=>{let t=b.items.value??[];for(let n of t){let o=e.get(n.id);o&&Pf(o,n)&&Cf.includes(n.state)&&N(`${it(n)}: ${ve(n,A.peek()?.agencyName)}`)}e=new Map(t.map(n=>[n.id,n]))}),be(()=>k.value?.email).subscribe(()=>N(""))}var Pf=(e,t)=>e.state!==t.state||he(e)!==he(t);var Lt=null,fc=[];function mc(){document.addEventListener("focusin",({target:t})=>{Lt=t,fc=[...jf(Lt)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(Lf).observe(document.getElementById("app"),e)}function Lf(){let e=![document.body,Lt].includes(document.activeElement);!Lt||e||Rf(Lt)||Ff(fc.find(t=>t.isConnected)??document.querySelector("h1"))}function Rf(e){let{isConnected:t,disabled:n,hidden:o}=e;return t&&!n&&!o}function*jf(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function Ff(e){if(!e)return;let t=e;t.hasAttribute("tabindex")||(t.tabIndex=-1,t.addEventListener("blur",()=>t.removeAttribute("tabindex"),{once:!0})),t.focus({preventScroll:!0})}rs();Ta();b.start();uc();lc();mc();yn();oe(()=>{z.value?(ns(J(z.value)),b.open(z.value)):(Na(),b.openFormerAccount(ya.value))});$r(i`<${cc} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=window.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
