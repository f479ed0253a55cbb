"use strict";(()=>{var M,ar,Wn,Ie,Un,jt,cr,Pt,lr,qn,Bn,oc,ht=Symbol.for("pv"),Ft={},Ut=[],rc=/^m(i|n|o|s|text|space)$/,Hn=Array.isArray,Vn=Ut.slice,Fe=Object.assign;function je(e){e&&e.parentNode&&e.remove()}function Bt(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?Vn.call(arguments,2):n),pt(e,i,o,r,null)}function pt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:ht,__v:r||++ar,__i:-1,__u:0};return!r&&M.vnode&&M.vnode(s),s}function Ue(e){return e.children}function Xe(e,t){this.props=e,this.context=t,this.__g=0}function Ee(e,t){if(t==null)return e.__&&Ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Ee(e)}function sc(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Fe({constructor:ht},n)).__v=n.__v+1,M.vnode&&M.vnode(t),Yn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||Ee(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,hr(r,t,s),n.__=n.__e=null,t.__e!=o&&ur(t))}function ur(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),ur(e)}function sr(e){(8&e.__g||(e.__g|=8,Ie.push(e),jt++))&&Un==M.debounceRendering||((Un=M.debounceRendering)||queueMicrotask)(fr)}function fr(){try{for(var e,t=1;Ie.length;)Ie.length>t&&Ie.sort(cr),e=Ie.shift(),t=Ie.length,8&e.__g&&sc(e)}finally{(jt=Ie.length)&&(Un||queueMicrotask)(fr)}}function mr(e,t,n,o,r,s,i,c,l,f,u){var p,d,m,h,b,x,w=o.__k||Ut,g=t.length;for(l=ic(n,t,w,l,g),p=0;p<g;p++)(m=n.__k[p])!=null&&(d=~m.__i&&w[m.__i]||Ft,m.__i=p,x=Yn(e,m,d,r,s,i,c,l,f,u),h=m.__e,(d.ref!=m.ref||8&d.__u)&&(d.ref&&Gn(d.ref,null,m,d),m.ref&&u.push(m.ref,m.__c||h,m)),b=b||h,4&m.__u?(l=dr(m,l,e,!d.__v),d.__e&&(d.__e=null)):typeof m.type=="function"&&x!==void 0?l=x:h&&(l=h.nextSibling),m.__u&=-21);return n.__e=b,l}function ic(e,t,n,o,r){var s,i,c,l,f,u,p,d,m,h=n.length,b=h,x=0,w=0,g=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=g[s]=pt(null,i):Hn(i)?i=g[s]=pt(Ue,{children:i}):i.constructor===ht&&i.__b?i=g[s]=pt(i.type,i.props,i.key,i.ref,i.__v):g[s]=i,l=s+x,i.__=e,i.__b=e.__b+1,c=null,~(f=i.__i=ac(i,n,l,b))&&(b--,(c=n[f])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,f==l-1?x--:f==l+1?x++:f!=l&&(f>l?x--:x++,w=1)):(~f||(r>h?x--:r<h&&x++),typeof i.type!="function"&&(i.__u|=4))):g[s]=null;if(w){for(u=[],p=[],s=0;s<r;s++)if((i=g[s])&&16&i.__u){for(x=0,d=u.length;x<d;)u[m=x+d>>1]<i.__i?x=m+1:d=m;u[x]=i.__i,p[s]=x+1}for(x=u.length;s--;)p[s]&&(p[s]==x?x--:g[s].__u|=4)}if(b)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Ee(c)),Jn(c,c));return o}function dr(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=dr(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Ee(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function ac(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&i==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function ir(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Lt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||ir(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||ir(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=Bn[t]||(Bn[t]=cc(t)),(e.__a||(e.__a={}))[t]=qn,s=t!=(t=t.replace(lr,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function cc(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Pt]==null)t[Pt]=qn++;else if(t[Pt]<this.__a[e])return;return n(M.event?M.event(t):t)}}}function Yn(e,t,n,o,r,s,i,c,l,f){var u,p,d,m,h,b,x,w,g,_,E,Re,Ze,we,ee,z,ae,Se,me=t.type;if(t.constructor!==ht)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,p=s=[],u.nodeType==8?c=Rt(u,s):s.push(u),c=s[0]||c),(u=M.__b)&&u(t);e:if(typeof me=="function"){d=i.length;try{if(w=t.props,g=(u=me.prototype)&&u.render,_=(u=me.contextType)&&o[u.__c],E=u?_?_.props.value:u.__:o,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(g?t.__c=m=new me(w,E):(t.__c=m=new Xe(w,E),m.constructor=me,m.render=uc),_&&_.sub(m),m.state||(m.state={}),m.__n=o,m.__g|=8,m.__h=[],m.__k=[]),g&&(m.__s||(m.__s=m.state),me.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=Fe({},m.__s)),Fe(m.__s,me.getDerivedStateFromProps(w,m.__s)))),h=m.props,b=m.state,m.__v=t,n.__c){if(w!==h&&g&&!me.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(w,E),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&m.shouldComponentUpdate(w,m.__s,E)===!1){t.__v!=n.__v&&(m.props=w,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(O){O&&(O.__=t)}),Ut.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&i.push(m),c=Ee(n);break e}m.componentWillUpdate&&m.componentWillUpdate(w,m.__s,E),g&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,b,x)})}else g&&!me.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),g&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=E,m.props=w,m.__P=e,m.__g&=-5,Re=M.__r,Ze=g?25:0;do m.__g&=-9,Re&&Re(t),u=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++Ze<25);g&&(Ut.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(o=Fe({},o,m.getChildContext())),g&&n.__c&&m.getSnapshotBeforeUpdate&&(x=m.getSnapshotBeforeUpdate(h,b)),we=u&&u.type===Ue&&u.key==null?u.props.children:u,w.__P&&(u=c,r=(e=w.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(O){O&&Jn(O,O)}),n.__k=null),c=n.__k?Ee(n,0):null),c=mr(e,Hn(we)?we:[we],t,n,o,r,s,i,c,l,f),w.__P&&(t.__e=null,c=u),t.__u&=-161,p&&p.some(je),m.__h.length&&i.push(m),1&m.__g&&(m.__g&=-4)}catch(O){if(i.length=d,t.__v=null,l||s)if(O&&O.then){if(t.__u|=128|l,s){for(~(ae=s.indexOf(c||void 0))||(ae=s.length);(Se=s[ae-1])&&Se.nodeType==8;)ae--;for(;ae<s.length;ae++)if(Se=s[ae])if(s[ae]=null,ee){if(Se==z)break}else{if(Se.nodeType!=8)break;Se.data.startsWith("$s")&&(z=Rt(ee=Se))}}if(!ee){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ee=c}(u=Rt(ee=t.__c.__z||(t.__c.__z=ee)))?(t.__e=ee,c=u):t.__e=c,c=c&&c.nextSibling}else s&&s.some(je);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),O&&O.then||pr(t),M.__e(O,t,n)}}else c=t.__e=lc(n.__e,t,n,o,r,s,i,l,f,e);return(u=M.diffed)&&u(t),c}function Rt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function pr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(pr))}function hr(e,t,n){for(var o=0;o<n.length;)Gn(n[o++],n[o++],n[o++]);M.__c&&M.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){M.__e(s,r.__v)}})}function lc(e,t,n,o,r,s,i,c,l,f){var u,p,d,m,h,b,x,w,g=n.props||Ft,_=t.props,E=t.type;if(E=="svg"?r="http://www.w3.org/2000/svg":E=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(u=0;u<s.length;u++)if((h=s[u])&&(E?h.localName==E:h.nodeType==3)){e=h,s[u]=null;break}}if(!e){if(w=f.ownerDocument||document,!E)return w.createTextNode(_);e=w.createElementNS(r,E,_.is?_:f),c&&(M.__m&&M.__m(t,s),c=!1),s=null}if(E){if(f=E=="template"&&e.content||e,s=E=="textarea"&&_.defaultValue!=null?null:s&&Vn.call(f.childNodes),!c&&s)for(g={},u=0;u<e.attributes.length;u++)g[(h=e.attributes[u]).name]=h.value;for(u in g)h=g[u],u=="dangerouslySetInnerHTML"?d=h:u=="children"||u in _||u=="value"&&"defaultValue"in _||u=="checked"&&"defaultChecked"in _||Lt(e,u,null,h,r);for(u in _)h=_[u],u=="children"?m=h:u=="dangerouslySetInnerHTML"?p=h:u=="value"?b=h:u=="checked"?x=h:c&&typeof h!="function"||g[u]===h||Lt(e,u,h,g[u],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(E=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&rc.test(E))&&(r="http://www.w3.org/1999/xhtml"),mr(f,Hn(m)?m:[m],t,n,o,r,s,i,s?s[0]:n.__k&&Ee(n,0),c,l),s&&s.some(je)),c&&E!="textarea"||(u="value",E=="progress"&&b==null?e.removeAttribute(u):b==null||b===e[u]&&(E!="progress"||b)||Lt(e,u,b,g[u],r),u="checked",x!=null&&x!=e[u]&&Lt(e,u,x,g[u],r))}else g===_||c&&e.data==_||(e.data=_);return e}function Gn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){M.__e(r,n)}}function Jn(e,t,n){var o,r,s,i;if(M.unmount&&M.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Gn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){M.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&Jn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Rt(o,s=[]))&&(o==e.__e&&s.some(je),je(r),je(o)),n||je(e.__e),e.__e=e.__c=e.__=null}function uc(e,t,n){return this.constructor(e,n)}function vr(e,t){var n,o,r,s;M.__&&M.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=pt(Ue,{children:[e]}),r=[],s=[],Yn(t,t.__k,o||Ft,Ft,t.namespaceURI,o?null:t.firstChild?Vn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),hr(r,t.__k,s),t.__k.props.children=null}M={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw jt=0,e}},ar=0,Wn=function(e){return e!=null&&e.constructor===ht},Xe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Fe({},this.state)),typeof e=="function"&&(e=e(Fe({},n),this.props)),e&&(Fe(n,e),this.__v&&(t&&this.__k.push(t),sr(this)))},Xe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),sr(this))},Xe.prototype.render=Ue,Ie=[],jt=0,cr=function(e,t){return e.__v.__b-t.__v.__b},Pt=Symbol(),lr=/(PointerCapture)$|Capture$/i,qn=0,Bn={},oc=0;var Be,F,Kn,$r,zn=Object.is,$t=0,Ar=[],Zn=[],j=M,br=j.__b,_r=j.__r,yr=j.diffed,gr=j.__c,wr=j.unmount,Sr=j.__;function bt(e,t){j.__h&&j.__h(F,e,$t||t),$t=0;var n=F.__H||(F.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function We(e){return $t=1,fc(Ir,e)}function fc(e,t,n){var o=bt(Be++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Ir(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);zn(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=F,!F.__f)){F.__f=!0;var r=F.shouldComponentUpdate;F.shouldComponentUpdate=function(s,i,c){var l=this.__H;if(!l)return!0;var f=!1,u=this.props!=s;if(l.__.some(function(d){d.__N&&(f=!0,zn(d.__[0],d.__N[0])||(u=!0))}),r){var p=r.call(this,s,i,c);return f?p||u:p}return!f||u}}return o.__}function N(e,t){var n=bt(Be++,3);!j.__s&&Qn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,F.__H.__h.push(n))}function de(e,t){var n=bt(Be++,4);!j.__s&&Qn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,F.__h.push(n))}function V(e){return $t=5,Z(function(){return{current:e}},[])}function Z(e,t){var n=bt(Be++,7);return Qn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Wt(e,t){return $t=8,Z(function(){return e},t)}function Tr(){var e=bt(Be++,11);if(!e.__){for(var t=F.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function mc(){var e;do{for(;e=Zn.shift();)try{vt(e)}catch(n){j.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Ar.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(vt),t.__h.some(Xn),t.__h=[]}catch(n){t.__h=[],j.__e(n,e.__v)}}}while(Zn.length)}j.__b=function(e){F=null,br&&br(e)},j.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Sr&&Sr(e,t)},j.__r=function(e){_r&&_r(e),Be=0;var t=(F=e.__c).__H;t&&(Kn==F?F.__h=[]:(t.__h.some(vt),t.__h.some(Xn),Be=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Kn=F},j.diffed=function(e){yr&&yr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&kr(Ar.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Kn=F=null},j.__c=function(e,t){t.some(function(n){try{n.__h.some(vt),n.__h=n.__h.filter(function(o){return!o.__||Xn(o)})}catch(o){n.__h=[function(){throw o}]}}),gr&&gr(e,t)},j.unmount=function(e){wr&&wr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,kr(Zn.push(r))}else vt(r)}catch(s){t=s}}),o.__H=void 0,t&&j.__e(t,o.__v))};var xr=typeof requestAnimationFrame=="function";function dc(e){var t,n=function(){clearTimeout(o),xr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);xr&&(t=requestAnimationFrame(n))}function kr(e){e!=1&&$r==j.requestAnimationFrame||(($r=j.requestAnimationFrame)||dc)(mc)}function vt(e){var t=F,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),F=t}function Xn(e){var t=F;e.__c=e.__(),F=t}function Qn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!zn(n,e[o])})}function Ir(e,t){return typeof t=="function"?t(e):t}var pc=Symbol.for("preact-signals");function Yt(){if(xe>1)xe--;else{var e,t=!1;for((function(){var r=Ht;for(Ht=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();yt!==void 0;){var n=yt;for(yt=void 0,qt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Dr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(qt=0,xe--,t)throw e}}function to(e){if(xe>0)return e();eo=++hc,xe++;try{return e()}finally{Yt()}}var _t,C=void 0;function gt(e){var t=C,n=_t;C=void 0,_t=void 0;try{return e()}finally{C=t,_t=n}}var yt=void 0,xe=0,qt=0,hc=0,eo=0,Ht=void 0,Vt=0;function Er(e){if(C!==void 0){var t=e.n;if(t===void 0||t.t!==C)return t={i:0,S:e,p:C.s,n:void 0,t:C,e:void 0,x:void 0,r:t},C.s!==void 0&&(C.s.n=t),C.s=t,e.n=t,32&C.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=C.s,t.n=void 0,C.s.n=t,C.s=t),t}}function H(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}H.prototype.brand=pc;H.prototype.h=function(){return!0};H.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:gt(function(){var o;(o=t.W)==null||o.call(t)}))};H.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&gt(function(){var r;(r=t.Z)==null||r.call(t)}))}};H.prototype.subscribe=function(e){var t=this;return te(function(){var n=t.value;gt(function(){return e(n)})},{name:"sub"})};H.prototype.valueOf=function(){return this.value};H.prototype.toString=function(){return this.value+""};H.prototype.toJSON=function(){return this.value};H.prototype.peek=function(){var e=this;return gt(function(){return e.value})};Object.defineProperty(H.prototype,"value",{get:function(){var e=Er(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(qt>100)throw new Error("Cycle detected");(function(n){xe!==0&&qt===0&&n.l!==eo&&(n.l=eo,Ht={S:n,v:n.v,i:n.i,o:Ht})})(this),this.v=e,this.i++,Vt++,xe++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Yt()}}}});function L(e,t){return new H(e,t)}function Dr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Or(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Mr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function qe(e,t){H.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Vt-1,this.f=4}qe.prototype=new H;qe.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Vt))return!0;if(this.g=Vt,this.f|=1,this.i>0&&!Dr(this))return this.f&=-2,!0;var e=C;try{Or(this),C=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return C=e,Mr(this),this.f&=-2,!0};qe.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}H.prototype.S.call(this,e)};qe.prototype.U=function(e){if(this.t!==void 0&&(H.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};qe.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(qe.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Er(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function be(e,t){return new qe(e,t)}function Nr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){xe++;var n=C;C=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,no(e),o}finally{C=n,Yt()}}}function no(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Nr(e)}function vc(e){if(C!==this)throw new Error("Out-of-order effect");Mr(this),C=e,this.f&=-2;try{8&this.f&&no(this)}finally{Yt()}}function Qe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,_t&&_t.push(this)}Qe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Qe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Nr(this),Or(this),xe++;var e=C;return C=this,vc.bind(this,e)};Qe.prototype.N=function(){2&this.f||(this.f|=2,this.u=yt,yt=this)};Qe.prototype.d=function(){this.f|=8,1&this.f||no(this)};Qe.prototype.dispose=function(){this.d()};function te(e,t){var n=new Qe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Cr,Jt,Gt,$c=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Lr=[];te(function(){Cr=this.N})();function et(e,t){M[e]=t.bind(null,M[e]||function(){})}function wt(e){if(Gt){var t=Gt;Gt=void 0,t()}Gt=e&&e.S()}function Pr(e){var t=this,n=e.data,o=y(n);o.name="ReactiveDom",o.value=n;var r=Z(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var f=be(function(){var m=o.value.value;return m===0?0:m===!0?"":m||""}),u=be(function(){return!Array.isArray(f.value)&&!Wn(f.value)}),p=te(function(){if(this.N=Rr,u.value){var m=f.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=m)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[u,f]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}Pr.displayName="ReactiveTextNode";Object.defineProperties(H.prototype,{constructor:{configurable:!0,value:Bt(Ue,null).constructor},type:{configurable:!0,value:Pr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});et("__b",function(e,t){if(wt(),Jt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof H&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});et("__r",function(e,t){if(e(t),t.type!==Ue){wt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return te(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;$c&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Jt=o,wt(n)}});et("__e",function(e,t,n,o){wt(),Jt=void 0,e(t,n,o)});et("diffed",function(e,t){wt(),Jt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var f=s[l],u=o[l];f===void 0?(f=bc(n,l,u,r),s[l]=f):f.o(u,r)}}}e(t)});function bc(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=L(n);return{o:function(i,c){s.value=i,o=c},d:te(function(){this.N=Rr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}et("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var l in i)c[l]=i[l]}t.__np=void 0}else{var f=t.__c;if(f){f.__$f|=8;var u=f.__$u;u&&(f.__$u=void 0,u.d())}}e(t)});et("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Xe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function y(e,t){return Z(function(){return L(e,t)},[])}var _c=function(e){queueMicrotask(function(){queueMicrotask(e)})};function yc(){to(function(){for(var e;e=Lr.shift();)Cr.call(e)})}function Rr(){Lr.push(this)===1&&(M.requestAnimationFrame||_c)(yc)}var jr="/api/problems#";function Fr(e,t,n){if(typeof t?.error=="string"){let l=Number(n.get("Retry-After"))||null;return{type:e===409&&l?"in-progress":null,sentence:t.error,errors:null,retryAfter:l,submissionState:n.get("Submission-State")}}if(typeof t?.detail!="string"||!String(t.type).startsWith(jr))return null;let{type:o,detail:r,errors:s=[],retryAfter:i=null,submissionState:c=null}=t;return{type:o.slice(jr.length),sentence:r,errors:s,retryAfter:i,submissionState:c}}function Kt({problem:e}){let t={};for(let{pointer:n,detail:o}of e?.errors??[]){let r=n?.split("/")[1];r&&(t[r]??=o.slice(0,1).toUpperCase()+o.slice(1))}return t}var gc=4e4,oo="application/json",Ur="application/problem+json",Br=()=>{};function Wr(e){Br=e}async function q(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=gc}={}){let i=new Headers({Accept:`${Ur}, ${oo}`,...r});o&&i.set("Portal-Account",o),n&&!(n instanceof FormData)&&i.set("Content-Type",oo);let c=performance.now();try{let l=await fetch(`/api/${e}`,{method:t,headers:i,body:n instanceof FormData||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:f,headers:u}=l,p=u.get("Content-Type")??"",m=[oo,Ur].some(b=>p.startsWith(b))?await l.json().catch(()=>null):null,h=f>=400?Fr(f,m,u):null;return Sc(f,m,u,h)?(f===401&&wc(h)&&Br(c),{status:f,body:m,headers:u,problem:h,offline:!1}):f===413?xc():ro()}catch{return ro()}}var wc=e=>!e?.type||e.type==="unauthenticated";function Sc(e,t,n,o){return n.get("X-Request-ID")?e>=400?o!==null:t!==null||e===204||e===304:!1}var xc=()=>({...ro(),status:413,offline:!1}),ro=()=>({status:0,body:null,headers:new Headers,problem:null,offline:!0}),kc="The portal cannot be reached just now. Please check your connection and try again.",G=({offline:e,problem:t})=>e?kc:t?.sentence??"Something went wrong. Please try again in a minute.";var Yr="Europe/London",so=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Yr,...e}),Gr=so({day:"numeric",month:"long",year:"numeric"}),Ac=so({month:"short",year:"numeric"}),qr=so({hour:"2-digit",minute:"2-digit"}),zt=new Intl.DateTimeFormat("sv-SE",{timeZone:Yr}),Tc=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),Ic=864e5,[Ec,Hr]=[1024,1024*1024],ce=(e=new Date)=>zt.format(e),ne=e=>Gr.format(new Date(e)),Jr=e=>Ac.format(new Date(`${e}-01`));function oe(e,t=new Date){let n=new Date(e);return zt.format(n)===zt.format(t)?qr.format(n):`${Gr.format(n)}, ${qr.format(n)}`}var R=e=>Tc.format(e),U=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Kr(e,t=new Date){let n=Math.round((Vr(t)-Vr(new Date(e)))/Ic);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Vr=e=>Date.parse(zt.format(e)),He=e=>e<Hr?`${Math.ceil(e/Ec)} KB`:`${Number((e/Hr).toFixed(1))} MB`;var Zr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,Zr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},zr=new Map;function Xr(e){var t=zr.get(this);return t||(t=new Map,zr.set(this,t)),(t=Zr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",l=[0],f=function(d){s===1&&(d||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,d,i):s===3&&(d||i)?(l.push(3,d,i),s=2):s===2&&i==="..."&&d?l.push(4,d,0):s===2&&i&&!d?l.push(5,0,!0,i):s>=5&&((i||!d&&s===5)&&(l.push(s,0,i,r),s=6),d&&(l.push(s,d,0,r),s=6)),i=""},u=0;u<n.length;u++){u&&(s===1&&f(),f(u));for(var p=0;p<n[u].length;p++)o=n[u][p],s===1?o==="<"?(f(),l=[l],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(f(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[u][p+1]===">")?(f(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(f(),s=2):i+=o),s===3&&i==="!--"&&(s=4,l=l[0])}return f(),l})(e)),t),arguments,[])).length>1?t:t[0]}var a=Xr.bind(Bt);var Qr;function P(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Qr),Qr=setTimeout(()=>{t.textContent=e},400)}var io="([A-Za-z0-9_-]{1,64})",ao=new RegExp(`^${io}$`),Dc={"/":"jobs","/jobs":"jobs",[`/jobs/${io}`]:"job",[`/jobs/${io}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/account/devices":"devices","/outbox":"outbox"},Oc=Object.entries(Dc).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Zt(e){for(let[t,n]of Oc){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var D=L(co());function co(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Zt(location.pathname)??Zt("/"),path:location.pathname,account:ao.test(n)&&ao.test(o)?`${n}/${o}`:null,query:t,isBack:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function S(e,t={},n=D.value.account){let[o="",r=""]=n?.split("/")??[],s={...t,...n&&{agency:o,contractor:r}},i=new URLSearchParams(s).toString();return i?`${e}?${i}`:e}function es(e){D.value.account||pe(S(D.value.path,Object.fromEntries(D.value.query),e),{replace:!0})}function pe(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:Mc(n)},""),history.pushState(null,"",e)),D.value=co()}var Xt=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function Mc(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return!o||!t?null:{href:r??"",at:Xt(r??"",t).indexOf(o),top:o.getBoundingClientRect().top}}function ts(){let{y:e,mark:t}=D.value;scrollTo(0,e);let n=document.querySelector("main"),o=t&&n&&Xt(t.href,n)[t.at];if(!o)return;let r=()=>scrollBy(0,o.getBoundingClientRect().top-t.top);r(),requestAnimationFrame(()=>requestAnimationFrame(r))}function ns(){history.scrollRestoration="manual",addEventListener("popstate",()=>{D.value=co(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Zt(t.pathname)||(e.preventDefault(),pe(t.href,{replace:t.href===location.href,link:t}))})}var Nc={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},$=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${Nc[e]} /></svg>
`;var Cc="Contractor Portal",os=!0;function I({title:e,back:t,keepsFocus:n=!1,children:o}){let r=V(null);return de(()=>{os||(n||r.current?.focus({preventScroll:!0}),ts()),os=!1},[]),de(()=>{document.title=`${e} – ${Cc}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${S(t.path)}><${$} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var Lc=20,Pc={"sign-in failed":"Failed try to sign in","session ended":"Device signed out",switched:"Account switched",submitted:"Sent",confirmed:"The agency has it",rejected:"The agency's system refused it",unconfirmed:"It may have arrived",review:"The agency was asked whether it arrived",expired:"It could not be sent",abandoned:"It was not sent"};function rs(){let e=y([]),[t,n]=[y(null),y(null)],o=async()=>{let s=await q(`session/activity?offset=${e.value.length}&limit=${Lc}`);n.value=s.status===200?null:G(s),s.status===200&&(e.value=[...e.value,...s.body.activity],t.value=s.body.total)};N(()=>{o()},[]);let r=t.value!==null&&e.value.length<t.value;return a`
    <p class="hint">Sign-ins, tries with your e-mail address, and what you sent, for 90 days.</p>
    <p class="problem" role="alert">${n.value}</p>
    ${t.value===null&&!n.value&&a`<p class="loading" role="status">Loading …</p>`}
    <ol class="rows">${e.value.map((s,i)=>a`<${Rc} key=${i} entry=${s} />`)}</ol>
    ${r&&a`<button class="btn btn-secondary" type="button" onClick=${o}>Show more</button>`}
  `}function Rc({entry:{at:e,event:t,detail:n,software:o,network:r}}){let s=Pc[t]??t[0].toUpperCase()+t.slice(1);return a`
    <li class="row">
      <div>
        <span class="title">${s}${n&&`: ${n}`}</span>
        <span class="about">${[oe(e),o,r].filter(Boolean).join(", ")}</span>
      </div>
    </li>
  `}var lo="session/devices";function ss(){let e=y(null),[t,n]=[y(null),y(!1)],o=async()=>{let i=await q(lo);i.status===200?e.value=i.body.devices:t.value=G(i)},r=async(i,c)=>{n.value=!0,t.value=null;let l=await q(i,{method:"DELETE"});[204,404].includes(l.status)?(P(c),await o()):t.value=G(l),n.value=!1};N(()=>{o()},[]);let s=e.value?.filter(({current:i})=>!i)??[];return a`
    <${I} title="Where you are signed in" back=${{path:"/account",name:"Account"}}>
      <p>Do you not know one of these devices? Sign it out, and change the password of your e-mail account.</p>
      <p class="problem" role="alert">${t.value}</p>
      ${e.value?a`<ul class="cards">
            ${e.value.map(i=>a`<${jc} key=${i.deviceId} device=${i} busy=${n.value} onEnd=${()=>r(`${lo}/${i.deviceId}`,"The device is signed out.")} />`)}
          </ul>`:!t.value&&a`<p class="loading" role="status">Loading …</p>`}
      ${s.length>0&&a`<button class="btn btn-danger" type="button" disabled=${n.value} onClick=${()=>r(lo,"You are signed out everywhere else.")}>
        Sign out everywhere else
      </button>`}
      <section aria-labelledby="activity">
        <h2 id="activity">What happened lately</h2>
        <${rs} key=${e.value?.length} />
      </section>
    <//>
  `}function jc({device:e,busy:t,onEnd:n}){let{software:o,network:r,method:s,signedInAt:i,lastSeenAt:c,current:l}=e,f=o??"Unknown device";return a`
    <li class="card">
      <h2 class="title">${f}</h2>
      <p class="about">
        <span>${l?"This device":`Last used ${oe(c)}`}</span>
        <span>Signed in ${oe(i)}${s&&`, by ${s}`}${r&&`, from ${r}`}</span>
      </p>
      ${!l&&a`<button class="btn btn-secondary" type="button" disabled=${t} onClick=${n}>
        Sign out<span class="visually-hidden"> ${f}</span>
      </button>`}
    </li>
  `}var mo=(e,t)=>t.some(n=>e instanceof n),is,as;function Fc(){return is||(is=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Uc(){return as||(as=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var po=new WeakMap,uo=new WeakMap,Qt=new WeakMap;function Bc(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(_e(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Qt.set(t,e),t}function Wc(e){if(po.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});po.set(e,t)}var ho={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return po.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return _e(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function fs(e){ho=e(ho)}function qc(e){return Uc().includes(e)?function(...t){return e.apply(tt(this),t),_e(this.request)}:function(...t){return _e(e.apply(tt(this),t))}}function Hc(e){return typeof e=="function"?qc(e):(e instanceof IDBTransaction&&Wc(e),mo(e,Fc())?new Proxy(e,ho):e)}function _e(e){if(e instanceof IDBRequest)return Bc(e);if(uo.has(e))return uo.get(e);let t=Hc(e);return Object.is(t,e)||(uo.set(e,t),Qt.set(t,e)),t}var tt=e=>Qt.get(e);function ms(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=_e(i);return o&&i.addEventListener("upgradeneeded",l=>{o(_e(i.result),l.oldVersion,l.newVersion,_e(i.transaction),l)}),n&&i.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",f=>r(f.oldVersion,f.newVersion,f))}).catch(()=>{}),c}function ds(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),_e(n).then(()=>{})}var Vc=["get","getKey","getAll","getAllKeys","count"],Yc=["put","add","delete","clear"],fo={};function cs(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(fo[t])return fo[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Yc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||Vc.includes(n)))return;let s=async function(i,...c){let l=this.transaction(i,r?"readwrite":"readonly"),f=l.store;return o&&(f=f.index(c.shift())),(await Promise.all([f[n](...c),r&&l.done]))[0]};return fo[t]=s}fs(e=>({...e,get:(t,n,o)=>cs(t,n)||e.get(t,n,o),has:(t,n)=>!!cs(t,n)||e.has(t,n)}));var Gc=["advance","continue","continuePrimaryKey"],ls={},vo=new WeakMap,ps=new WeakMap,Jc={get(e,t){if(!Gc.includes(t))return e[t];let n=ls[t];return n||(n=ls[t]=function(...o){vo.set(this,ps.get(this)[t](...o))}),n}};async function*Kc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Jc);for(ps.set(n,t),Qt.set(n,tt(t));t;)yield n,t=await(vo.get(n)||t.continue()),vo.delete(n)}function us(e,t){return t===Symbol.asyncIterator&&mo(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&mo(e,[IDBIndex,IDBObjectStore])}fs(e=>({...e,get(t,n,o){return us(t,n)?Kc:e.get(t,n,o)},has(t,n){return us(t,n)||e.has(t,n)}}));var en=new Set,hs=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){hs=en.size>0;for(let t of en)St(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&hs&&location.reload()});function vs(e){let t=tt(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return $o(o),o}}function $o(e){let t=tt(e)??e;en.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>en.delete(t));_e(t).done.catch(()=>{})}function St(e){try{e.abort()}catch{}}var zc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...i}=r.value;o.put({...i,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],Zc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",blocked:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},De=class extends Error{constructor(t,n,o=Zc[t]){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=o}},Y=e=>e?.sentence,$s=["InvalidStateError","UnknownError"],Xc="portal:",Qc=1e4,tn=1e4,nt=3e3,Ve=new Map,nn=new Set,_o=!1,X=({agency:e,contractorId:t,email:n})=>`${Xc}${e}/${t} ${n}`;function el(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return t&&n&&o?{agency:t,contractorId:n,email:o}:null}async function bs(){return(indexedDB.databases?(await le(()=>he(tn,indexedDB.databases()))).map(({name:t})=>t??""):[...Ve.keys()]).map(el).filter(t=>t!==null)}var _s=()=>{_o=!0},yo=e=>nn.delete(e);async function bo(e,t=zc){if(nn.has(e))throw new De("gone");let n=Ve.get(e);return n||(n=tl(e,t),Ve.set(e,n),n.catch(()=>Ve.delete(e))),le(()=>he(Qc,n))}var tl=(e,t)=>le(async()=>{let n=await ms(e,t.length,{upgrade(o,r,s,i){$o(i),nl(t.slice(r),o,i)},blocking(o,r){r===null&&nn.add(e),go(e)},terminated:()=>Ve.delete(e)});return vs(n),n});async function nl(e,t,n){try{for(let o of e)await o(t,n)}catch{St(n)}}async function go(e){let t=Ve.get(e);Ve.delete(e),(await t?.catch(()=>null))?.close()}async function ys(e){let t=he(nt,ol(e)).then(()=>!0,()=>!1);nn.add(e);let n=await t;go(e);try{await le(()=>he(nt,ds(e)))}catch(o){if(!n)throw o}}async function ol(e){let t=await bo(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var re=(e,t,n)=>le(async()=>{let o=await rl(e,t,n);return _o=!0,o}),Oe=(e,t,n)=>le(()=>he(tn,re(e,t,n)));async function rl(e,t,n){try{return await t(await bo(e,n))}catch(o){let{cause:r,name:s}=o;if(!$s.includes(r?r.name:s))throw o;return await go(e),t(await bo(e,n))}}async function he(e,t){let n,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}async function le(e){try{return await e()}catch(t){throw t instanceof De?t:new De(sl(t),t)}}function sl(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"blocked":["SecurityError",...$s].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?_o?"lost":"closed":"broken"}var xt=new BroadcastChannel("portal-turn"),kt=[];xt.addEventListener("message",({data:{asks:e}})=>{kt.includes(e)&&xt.postMessage({holds:e})});function gs(e,t){return xs(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(i){if(i.name!=="AbortError")throw i;return r=!1,null}})}function ws(e,t){return xs(e,async({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function Ss(e,t){let n=!1,o=()=>(n=!0,ks(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function xs(e,t){let n=!1,o=r=>(n=!0,ks(e,r));for(let r=!1;;r=!await il(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function ks(e,t){kt.push(e);try{return await t()}finally{kt.splice(kt.indexOf(e),1)}}function il(e){return kt.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),xt.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);xt.addEventListener("message",o),xt.postMessage({asks:e})})}function As(e,t){let{method:n,path:o}=al(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?cl(e,t):e.content,timeoutMs:t?3e5:6e4}}function al({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(String(t))}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function cl({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t?.name),o}var ll=["rejected","expired","abandoned"],So=1e4,ul=144*36e5,Ds=2e3,Os=3e5,xo=6e4,fl=600,ml=36e5,dl=6e5,pl=24*36e5,hl=1e4,vl=/^document: /,$l=[400,404,405,413,415,422],Ms="It may have arrived. It is sent again, and the portal knows it for the same.",bl="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",Ts="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",_l=" If that does not help, attach the PDF again.",yl="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Ns="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",B=({state:e})=>e!=="done",ue=({state:e})=>["checking","review"].includes(e),ve=({state:e,promised:t})=>e==="checking"&&!!t,At=e=>B(e)&&!ue(e),Me=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Cs=(e,t)=>Me(e)?{heldUntil:t+dl}:void 0,rn=e=>e.state!=="sending"&&!ue(e),sn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,rt=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,Q=({state:e})=>["refused","unknown"].includes(e),Ls=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...an({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+So:0}),an=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...gl}),gl={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,faults:null,result:null};function Ps(e,t){return Rs(e).filter(n=>wo(n)<=t||wo(n)>t+pl).sort((n,o)=>+!!n.document-+!!o.document||n.id-o.id)}function ko(e){let t=Rs(e).map(wo);return t.length?Math.min(...t):null}var wo=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Rs(e){let t=new Set;return e.filter(n=>{if(ue(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${"statementId"in n.content?n.content.statementId:void 0}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function js(e,t){return Us(e,t)?Ao(Ns):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Fs(e,t,n=Math.random){if(Us(e,t))return Ao(Ns);let o=Me(e)?Ts+_l:Ts;return ot(e,null,t,n,{sentence:o,asks:"document"},xo)}var Us=({sentAt:e},t)=>e!==null&&t-e>ul,Bs=()=>({state:"waiting",sentence:Ms,nextAt:0});function Ws(e,t,n,o=Math.random){let{status:r,body:s,headers:i,problem:c,offline:l}=t,f={sentAt:e.sentAt??n},u=c?.sentence.replace(vl,"")??null;if(l)return ot(e,null,n,o,{...f,sentence:Ms},xo);if(r===413&&!s){let x={sentAt:e.sentAt,sentence:bl,asks:"size"};return ot(e,fl,n,o,x,ml)}let{type:p=null,submissionState:d=null,retryAfter:m=null}=c??{},h=i.get("Location");if(r===200||r===201)return Hs(e,s,n);if(r===202)return Is(s.state,s.submissionId,s.message,n);if(d==="rejected")return on(u,{ended:d});if(p==="in-progress")return ot(e,m,n,o,{...f,sentence:u},hl);if(h)return Is(d,h.split("/").at(-1)??"",u,n);if(d==="not-sent")return ot(e,m,n,o,{sentAt:null,sentence:u});let b=p==="duplicate-invoice"||p===null&&e.kind==="invoice";return r===409?on(u,{asks:b?"duplicate":null}):$l.includes(r)?on(u,{faults:Kt(t)}):ot(e,m,n,o,{...r>=500?f:{sentAt:e.sentAt},sentence:u})}function qs(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?Ao(yl):o||t!==200?Es(e,e,r,s):n.state==="confirmed"?Hs(e,n.result,r):ll.includes(n.state)?on(n.message,{ended:n.state}):Es(e,{...Vs(n.state),sentence:n.message},r,s)}var Hs=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?wl(t):t}),wl=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},on=(e,{asks:t=null,ended:n=null,faults:o=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,faults:o,sentAt:null}),Ao=e=>({state:"unknown",sentence:e,asks:null}),Vs=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e??"")}),Is=(e,t,n,o)=>({...Vs(e),submissionId:t,sentence:n,tries:0,nextAt:o+Ds});function ot(e,t,n,o,r,s=Os){let i=Math.max((t??0)*1e3,cn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function Es({tries:e},{state:t,promised:n,sentence:o},r,s){let i=t==="review"?Os:xo;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+cn(e,i,s)}}var cn=(e,t,n=Math.random)=>Math.min(t,Ds*2**Math.min(e,20))*(.5+n()/2);var Gs="portal-outbox",Sl={durability:"strict"},Ys=["outbox","documents","blobs"],st=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ye=class{constructor(t){this.owner=t,this.name=X(t)}list(){return Oe(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let i=await r.add(t);return n&&await s.put({id:i,bytes:n}),{...t,id:Number(i)}});return ln(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:i,blobs:c})=>{let l=await s.get(t),f=l&&n(l);if(f===void 0)return;let u=f&&{...l,...f},p=Js(u);return await Promise.all([u?s.put(u):s.delete(t),p?o&&i.put({id:t,bytes:o}):i.delete(t),(o||!p)&&c.delete(t)]),u});if(r===void 0)throw new st;return ln(this.name),r}async readDocument(t){let n=await Oe(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await Oe(this.name,s=>s.get("blobs",t));if(!n)throw new De("lost");let o=await le(()=>he(tn,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:i})=>{await i.count(t)&&await Promise.all([s.put({id:t,bytes:o}),i.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return re(this.name,async n=>{let o=n.transaction(Ys,"readwrite",Sl),r=Object.fromEntries(Ys.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw St(o),c}),[i]=await Promise.all([s,o.done]);return i})}async deleteAllButUnsent(){await this.#n({keepsDrafts:!1})}deleteAllButUnfinished(){return this.#n({keepsDrafts:!0})}#n({keepsDrafts:t}){return re(this.name,async n=>{let o=n.transaction(["answers","drafts","outbox"],"readwrite"),[r,s]=[o.objectStore("outbox"),o.objectStore("drafts")],i=await r.getAll(),c=i.filter(f=>!B(f));t||s.clear();let[l]=await Promise.all([s.count(),o.objectStore("answers").clear(),...c.map(({id:f})=>r.delete(f)),o.done]);return l>0||c.length<i.length})}},it=class{#e=[];#t=new Map;#n=0;constructor(t){this.owner=t,this.name=X(t)}async list(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#n};return this.#e.push(o),n&&this.#t.set(o.id,n),ln(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new st;let i=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...i?[i]:[]),o?this.#t.set(t,o):Js(i)||this.#t.delete(t),ln(this.name),i}async readDocument(t){return this.#t.get(t)??null}},Js=e=>!!(e?.document&&B(e));function ln(e){let t=new BroadcastChannel(Gs);t.postMessage(e),t.close()}function Ks(e){let t=new BroadcastChannel(Gs);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function un(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw new De("broken",t,"This file cannot be read. Please choose it again.")}}var zs="portal-session",xl=5e3;async function Ne(e=null){return(await bs()).filter(n=>e===null||n.email===e).map(n=>new Ye(n))}async function To(e){return await gs(`portal-outbox:${e.name}`,n=>kl(e,n))??{obstacle:null,nextAt:Date.now()+xl}}async function kl(e,t){for(await Al(e);t();){let[n]=Ps(await e.list(),Date.now());if(!n)return{obstacle:null,nextAt:ko(await e.list())};let o=await Tl(e.owner,async()=>t()?Il(e,n):null);if(o)return{obstacle:o,nextAt:null}}return null}var Io=e=>Ss(zs,e);async function Al(e){for(let{id:t,state:n}of await e.list())n==="sending"&&await e.change(t,Bs)}function Tl(e,t){return ws(zs,async()=>await Zs(e)??t())}async function Zs({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await q("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Il(e,t){try{return await(ue(t)?Dl(e,t):El(e,t))}catch(n){if(n instanceof st)return null;throw n}}async function El(e,t){let n=l=>l.state==="waiting"&&l.key===t.key&&l.heldUntil===t.heldUntil,o=t.document?await e.readDocument(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,l=>n(l)?Fs(l,Date.now()):void 0),null;let r=await e.change(t.id,l=>n(l)?js(l,Date.now()):void 0);if(r?.state!=="sending")return null;let s=As(t,o),i=await q(s.path,{...s,account:Qs(e)}),c=await Xs(e,i);return await e.change(t.id,l=>{if(!(l.attempt!==r.attempt||l.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Ws(t,i,Date.now())}),c??(i.offline?"offline":null)}async function Dl(e,t){let n=await q(`contractor/submissions/${t.submissionId}`,{account:Qs(e)}),o=await Xs(e,n);return o||await e.change(t.id,r=>ue(r)?qs(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function Xs(e,{status:t,problem:n}){return t===401?"signed-out":n?.type==="foreign-account"?"account-gone":t===409&&!n?.type?Zs(e.owner):null}var Qs=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Ol="outbox",ei=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator;async function ti(){return await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Ol).then(()=>!0,()=>!1)??!0}var Eo=e=>`outbox ${e}`;function fn(e,t){try{t?localStorage.setItem(Eo(e),String(t)):localStorage.removeItem(Eo(e))}catch{}}function Do(e){try{return Number(localStorage.getItem(Eo(e))??0)}catch{return 0}}var ni=e=>fn(e,0);var Ml=6e4,Nl=168*36e5,Cl="This device has no room left, so nothing can be sent from it. Please free some space.",mn=class{items=L(null);obstacle=L(null);otherAccounts=L([]);storageProblem=L(null);#e=null;#t=void 0;#n=0;#r=!1;#s=null;#o=!1;#u=!1;#c=new Map;start(){Ks(t=>{t===this.#e?.name&&this.#a()}),addEventListener("online",()=>this.#m(oi)),addEventListener("offline",()=>this.wake()),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&this.wake()})}async open(t){if(this.#e?.name===X(t))return;this.close(),yo(X(t));let n=new Ye(t);Do(n.name)&&_s(),this.#e=n;try{let o=(await n.list()).length?0:Do(n.name);for(let r of(await Ne()).filter(({owner:{email:s}})=>s!==t.email))await r.deleteAllButUnsent(),fn(r.name,await Oo(r));await Ll(n),await ri(n,await n.list(),oi),this.#e===n&&(this.storageProblem.value=o?Pl(o):null)}catch(o){if(this.#e!==n)return;this.storageProblem.value=Mo(o),o.reason==="closed"&&(this.#e=this.#p(t))}await this.#a(),this.items.value?.some(B)&&this.#l(),this.wake()}async openFormerAccount(t){if(this.close(),!t)return;(await Ne(t.email).catch(()=>[])).some(({name:o})=>o===X(t))&&!this.#e&&await this.open(t)}close(){clearTimeout(this.#t),this.#e=null,this.items.value=null,this.obstacle.value=null,this.otherAccounts.value=[],this.storageProblem.value=null}async add({document:t,...n}){let{bytes:o,document:r}=await si(t),s=await this.#f().add(Ls({...n,document:r},Date.now()),o);return await this.#a(),navigator.storage?.persist?.(),this.#l(),this.wake(),s}async edit(t,{content:n,about:o,document:r}){let{bytes:s,document:i}=await si(r),c={content:n,...o!==void 0&&{about:o},...r!==void 0&&{document:i}};return this.#i(t,l=>Me(l)?an(c):void 0,s)}hold(t){return this.#i(t,n=>Cs(n,Date.now()))}release(t){return this.#i(t,({heldUntil:n})=>n?{heldUntil:0}:void 0)}resend(t,{duplicate:n=!1}={}){return this.#i(t,o=>Q(o)?an({duplicate:n}):void 0)}remove(t){return this.#i(t,n=>rn(n)?null:void 0)}undo(t){return this.#i(t,n=>sn(n,Date.now())?null:void 0)}itemsOf(t){return(this.items.value??[]).filter(n=>n.jobId===t)}sendingNotice(){return ei()&&!this.#u?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection."}async wake(){clearTimeout(this.#t),this.#s?this.#o=!0:(this.#s=this.#h(),await this.#s.finally(()=>this.#s=null),this.#o&&(this.#o=!1,await this.wake()))}async tryNow(){await this.#m()}async countUnsent(t){let n=this.#e instanceof it?[this.#e]:await Ne(t);return(await Promise.all(n.map(Oo))).reduce((r,s)=>r+s,0)}async deleteAll(t){let n=!(this.#e instanceof it);this.#e?.owner.email===t&&this.close();for(let[r,{owner:s}]of this.#c)s.email===t&&this.#c.delete(r);let o=n?await Ne(t):[];await ai(o.map(ii))}async deleteAllButUnfinished(t){let n=await Ne(t);await ai(n.map(async o=>{await le(()=>he(nt,o.deleteAllButUnfinished()))||await ii(o)}))}#p(t){let n=this.#c.get(X(t))??new it(t);return this.#c.set(n.name,n),n}#f(){if(!this.#e)throw new Error("no outbox is open");return this.#e}async#i(t,n,o){let r=await this.#f().change(t,n,o);return await this.#a(),this.#l(),this.wake(),r}async#m(t){this.#e&&await ri(this.#e,this.items.value??[],t),await this.wake()}async#l(){await ti()||(this.#u=!0)}async#a(){let t=this.#e;try{let n=await t?.list()??null;if(this.#e!==t)return;this.items.value=n,t&&n&&fn(t.name,n.filter(At).length)}catch(n){if(this.#e!==t)return;this.storageProblem.value=Mo(n),this.#r=!0}}async#h(){let t=this.#e;if(t)try{let n=t instanceof Ye?(await Ne(t.owner.email)).filter(({name:s})=>s!==t.name):[],o=[];for(let s of[t,...n])o.push(await To(s));let r=await Promise.all(n.map(Oo));if(this.#e!==t||(this.obstacle.value=o[0].obstacle,this.otherAccounts.value=n.map(({owner:s},i)=>({...s,number:r[i]})).filter(({number:s})=>s),this.#d(o),!this.#r))return;this.#r=!1,await this.#a(),this.#r||(this.storageProblem.value=null)}catch(n){if(this.#e!==t)return;let o=n.reason==="full";this.storageProblem.value=o?Cl:Mo(n),this.#r=!0,this.#d([{obstacle:"offline",nextAt:null}])}}#d(t){let n=t.some(({obstacle:r})=>r==="offline");this.#n=n?this.#n+1:0;let o=t.map(({nextAt:r})=>r).filter(r=>r!==null);n&&o.push(Date.now()+cn(this.#n,Ml)),o.length&&(this.#t=setTimeout(()=>this.wake(),Math.max(Math.min(...o)-Date.now(),0)))}},oi=({asks:e})=>e!=="size";async function ri(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>B(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function si(e){if(!e)return{bytes:void 0,document:null};let{bytes:t,...n}=await un(e);return{bytes:t,document:n}}async function ii({name:e}){await ys(e),ni(e)}async function ai(e){let n=(await Promise.allSettled(e)).find(o=>o.status==="rejected");if(n)throw n.reason}var Oo=async e=>(await e.list()).filter(At).length;async function Ll(e){let t=Date.now()-Nl;for(let{id:n,state:o,doneAt:r}of await e.list())o==="done"&&Number(r)<t&&await e.change(n,()=>null)}function Mo(e){let t=Y(e);if(!t)throw e;return t}var Pl=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;var v=new mn;var Rl={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},jl="May have arrived",Fl="With the portal",ci={expired:"Not delivered",abandoned:"Not delivered"};function $e(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:ve(e)?Fl:rt(e)?jl:n==="refused"&&ci[o??""]||Rl[n]}function li(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?$e(e,t):`${$e(e,t)}${ci[o??""]?":":", because:"} ${r}`}var ui=(e,t)=>e.state==="refused"||e.sentence?.startsWith($e(e,t))?null:e.sentence,at=e=>e.kind==="completion"?e.content.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e.kind];var dn="portal",pn=[e=>e.createObjectStore("session")],fi=e=>re(dn,t=>t.put("session",e,"last"),pn),mi=()=>hi("last"),No=()=>le(()=>he(nt,re(dn,e=>e.delete("session","last"),pn))),di=e=>re(dn,async t=>e?t.put("session",e,"asked"):t.delete("session","asked"),pn),pi=()=>hi("asked");async function hi(e){try{return await Oe(dn,t=>t.get("session",e),pn)??null}catch{return null}}var k=L(void 0),Ge=L(null),ct=L(!1),lt=L(null),$n=L(null),Ul=6e5,ye=L(!1),hn=null,vn=0,J=({agency:e,contractorId:t})=>`${e}/${t}`,Co=(e,t)=>e.accounts.find(n=>J(n)===t)??null,A=be(()=>k.value?Co(k.value,D.value.account??J(k.value.account)):null),K=be(()=>{if(!k.value||!A.value||ye.value)return null;let{agency:e,contractorId:t}=A.value;return{email:k.value.email,agency:e,contractorId:t}}),vi=be(()=>{let e=D.value.account;if(!k.value||A.value||!e||ye.value)return null;let[t,n]=e.split("/");return{email:k.value.email,agency:t,contractorId:n}}),Lo=new BroadcastChannel("portal:person"),$i=new BroadcastChannel("portal:parting");async function Tt(e){vn=performance.now(),e&&(lt.value=null),JSON.stringify(e)!==JSON.stringify(k.value)&&(k.value=e,await(e?fi(e):No()).catch(()=>{}),Lo.postMessage(e))}async function ut(e){await di(e).catch(()=>{}),$n.value=e}async function bn(){let[e,t]=await Promise.all([mi(),pi()]);t&&await ut(Date.now()-t.at<Ul?t:null);let n=e||document.body.dataset.session;if(k.value??=e??(n?void 0:null),n||navigator.serviceWorker?.controller){let o=performance.now(),r=await q("session");r.status===200&&o>=vn&&await Tt(r.body)}k.value??=null}var _n=e=>{let t=D.value.account?.split("/")[0];return q("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function bi(e,t){let n=await Io(()=>q("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ge.value=null,ct.value=!1,await Tt(n.body),await ut(null)),n}async function _i(e){Tt({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await q("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await Tt(o.body)}function yi(){return hn??=Bl().finally(()=>hn=null),hn}async function Bl(){let e=k.value,t=await Io(()=>q("session",{method:"DELETE"}));return t.status!==204||(ye.value=!0,Lo.postMessage(null),$i.postMessage(null),await gi([No(),v.deleteAll(e.email)]),Ge.value=null,k.value===e&&(k.value=null),ye.value=!1),t}async function Wl(e){ye.value=!0,await gi([v.deleteAllButUnfinished(e.email)]),k.value===e&&await Tt(null),ye.value=!1}async function gi(e){let t=await Promise.allSettled(e);ct.value=t.some(n=>n.status==="rejected"&&n.reason&&n.reason.reason!=="closed")}function wi(){Wr(e=>{hn||ye.value||e<vn||k.value&&(Ge.value=k.value.email,Wl(k.value))}),Lo.onmessage=({data:e})=>{ye.value&&!e||(vn=performance.now(),k.value=e)},$i.onmessage=()=>{Ge.value=null}}var Si=300;async function xi(e,t,n,o=null){try{await re(X(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>Si&&await ql(s),await i})}catch{}}async function ki(e,t){try{return await Oe(X(e),n=>n.get("answers",t))??null}catch{return null}}async function ql(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-Si).map(({path:n})=>e.delete(n)))}var Hl=5e3,Vl=30,Ai={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Yl=L({...Ai,busy:!1}),Po=class{state=L(Ai);begunAt=0;readAt=0;running=null;#e=null;#t;#n;constructor(t,n){this.#t=t,this.#n=n}refresh(){navigator.onLine&&Date.now()-this.readAt<Hl||(this.running??=this.#r().finally(()=>{this.running=null}))}async#r(){this.state.value.body||await this.#s(),this.#o({busy:!0});let t=Date.now();this.begunAt=t;let n=this.#e&&this.state.value.body?{"If-None-Match":this.#e}:{},o=await q(`contractor/${this.#n}`,{account:J(this.#t),headers:n}),{status:r,body:s,offline:i}=o,c=Jl(o.headers.get("Last-Modified")),l={begunAt:t,asOf:c,isOld:!1,busy:!1,problem:null,status:r};if((r===200||r===304)&&(this.readAt=Date.now()),r===200)this.#e=o.headers.get("ETag"),K.value?.email===this.#t.email&&xi(this.#t,this.#n,s,this.#e),this.#o({...l,body:s});else if(r===304)this.#o(l);else if(r===409)bn(),this.#o({busy:!1,problem:G(o),status:r});else if(r===404)this.#o({body:null,busy:!1,problem:G(o),status:r});else{let f=o.problem?.retryAfter;!i&&f&&setTimeout(()=>this.refresh(),Math.min(f,Vl)*1e3);let u=!!(!i&&f);this.#o({isOld:!!this.state.value.body,busy:u,problem:G(o),status:r})}}async#s(){let t=await ki(this.#t,this.#n);if(!t)return;this.#e=t.etag??null;let n=t.body.asOf??new Date(t.readAt).toISOString();this.#o({body:t.body,begunAt:t.readAt,asOf:n,isOld:!0})}#o(t){this.state.value={...this.state.value,...t}}},yn=new Map;function T(e){let t=e?Gl(K.value,e):null;return N(()=>{if(!t)return;let n=()=>document.visibilityState==="visible"&&t.refresh();n();let o=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of o)r.addEventListener(s,n);return()=>{for(let[r,s]of o)r.removeEventListener(s,n)}},[t]),t?.state??Yl}async function Ti(e,t){let n=K.value&&yn.get(Ei(K.value,e));await n?.running,!(!n||n.begunAt>t)&&(n.readAt=0,n.refresh())}var Ii=()=>yn.clear(),Ei=(e,t)=>`${e.email} ${J(e)} ${t}`;function Gl(e,t){let n=Ei(e,t),o=yn.get(n)??new Po(e,t);return yn.set(n,o),o}var Jl=e=>e?new Date(e).toISOString():null;var Kl="https://www.google.com/maps/search/?api=1&query=",zl=/[\p{L}/,;&#|]|(?=\+)/u,Zl=5,Xl=/^(\+|00)(\d{1,3})\(0\)/;function Ql(e){return e.split(zl).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(Xl,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Zl)??""}function Je({phone:e,who:t}){if(!e)return null;let n=Ql(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${$} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function ft({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${$} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Di({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${Kl+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${$} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Ro(){let t=(T(A.value?"agency":null).value.body?.offers??[]).includes("contacts"),n=T(t?"contacts":null).value.body?.contacts??[],o=T(t?"account":null).value.body,r=eu(n,o?.agency.branchId??null);return t?a`
    <div>
      ${r&&a`<${Je} phone=${r.phone} who=${r.name} /><${ft} email=${r.email} who=${r.name} />`}
      <a class="reach" href=${S("/contacts")}><${$} name="contacts" />All contacts</a>
    </div>
  `:null}function eu(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var tu={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ce({item:e}){return a`
    <span class=${`state is-${e.state}`}>
      <${$} name=${tu[ve(e)?"waiting":e.state]} /><span dir="auto">${li(e,A.value?.agencyName)}</span>
    </span>
  `}function Le({item:e}){let t=ui(e,A.value?.agencyName);return a`
    ${t&&a`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&a`<${jo} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&a`<${Ro} />`}
  `}var jo=()=>a`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Ro} />
`;var It={emailCharacters:254,noteCharacters:4e3,descriptionCharacters:2e3,invoiceNumberCharacters:50,amountLeast:.01,amountMost:1e6,invoiceYearsBack:6,invoiceDaysAhead:1,documentBytes:10485760,documentNameCharacters:255,retryHours:72},Pe=e=>({...It,...e?.limits});var nu=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),ke=e=>e.trim().replaceAll("	"," ");function gn(e,t,{inForm:n=!1}={}){let o=n?ke(e).replace(/\r\n|\r|\n/g,`\r
`):ke(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:nu.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var wn=(e,t)=>e?gn(e,t.noteCharacters):"Please write something first.";function Sn(e){let[,t]=We(0),n=e.filter(r=>sn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return N(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}function xn(e){N(()=>{if(e!==null)return v.hold(e).catch(Oi),()=>{v.release(e).catch(Oi)}},[e])}var Oi=()=>{};function Mi({item:e,onClose:t}){let[n,[o,r]]=[Tr(),We(null)],s=Pe(T("agency").value.body);return xn(e.id),a`
    <form onSubmit=${async c=>{c.preventDefault();let{value:l}=c.target.elements.namedItem("note"),f=ke(l),u=wn(f,s);if(r(u),!u)try{await v.edit(e.id,{content:{note:f}}),t()}catch(p){let d=Y(p);if(!d)throw p;r(d)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${s.noteCharacters} required dir="auto" ref=${ou}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var ou=e=>e?.focus();var ru={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Ci(){let e=(v.items.value??[]).filter(t=>!B(t)).reverse();return a`
    <${I} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
      <${Uo}>
        ${v.items.value?a`<p class="reach"><${$} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!v.storageProblem.value&&a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Fo} items=${e} />
        </section>
      `}
    <//>
  `}function Uo({children:e}){let t=(v.items.value??[]).filter(B),[n,o]=[t.filter(s=>!Ni(s)),t.filter(Ni)],r=v.obstacle.value;return t.length?a`
    ${r&&n.some(s=>At(s)&&!Q(s))&&a`<p class="notice" role="status">${ru[r]}${r==="offline"&&` ${v.sendingNotice()}`}</p>`}
    ${n.length>0&&a`<h2 class="visually-hidden">Not confirmed yet</h2><${Fo} items=${n} />`}
    ${n.some(({state:s})=>s==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.tryNow()}>Try now</button>`}
    ${o.length>0&&a`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Fo} items=${o} /></section>`}
  `:e}var Ni=({state:e})=>e==="review",Fo=({items:e})=>a`<ol class="cards">${e.map(t=>a`<${Bo} key=${t.id} item=${t} />`)}</ol>`;function Bo({item:e}){let[t,n]=We(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${at(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${Mi} item=${e} onClose=${o} />`:a`<${su} item=${e} />`}
      <p class="about">
        <${Ce} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${oe(e.addedAt)}</time>
      </p>
      <${Le} item=${e} />
      ${t==="remove"&&a`<${cu} item=${e} onClose=${o} />`}
      ${!t&&a`<${iu} item=${e} setAction=${n} />`}
    </li>
  `}function su({item:e}){let{document:t,jobId:n}=e;return a`
    ${e.kind==="note"&&a`<p class="says" dir="auto">${e.content.note}</p>`}
    ${e.kind==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${R(e.content.amount)}</strong>${e.content.invoiceNumber?`, number ${e.content.invoiceNumber}`:""}
        <br />${e.content.description}
      </p>
    `}
    ${t&&a`<p class="reach"><${$} name="invoice" /><span dir="auto">${t.name}</span></p>`}
    ${n&&a`<a class="reach" href=${S(`/jobs/${n}`)}><${$} name="jobs" />Look at the job</a>`}
  `}function iu({item:e,setAction:t}){let n=e.asks==="duplicate",[o,r]=[A.value&&Me(e)&&e.kind!=="completion",rn(e)&&B(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.resend(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${au} item=${e} onEditNote=${()=>t("edit")} />`}
      ${Q(e)&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>v.resend(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function au({item:{id:e,kind:t,jobId:n,content:o},onEditNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s="statementId"in o&&o.statementId,i={...s&&{statement:s},change:e},c=S(n?`/jobs/${n}/invoice`:"/invoice",i);return a`<a class="btn btn-secondary" href=${c}>Change</a>`}function cu({item:e,onClose:t}){let n=rt(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=We(null),s=async()=>{try{await v.remove(e.id),document.querySelector("h1")?.focus(),P("Deleted.")}catch(i){let c=Y(i);if(!c)throw i;r(c)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${lu} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var lu=e=>e?.focus();function kn(){let e=A.value&&J(A.value);return a`
    <ul class="rows">
      ${k.value?.accounts.map(t=>{let n=J(t);return a`
          <li key=${n} class="row">
            <a href=${S("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>_i(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${$} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}var An="Signing out …";function Tn(){let[e,t]=[y(null),y(0)],[n,o]=[y(!1),y(!1)],r=async()=>{n.value=o.value=!0;let i=await yi();if(n.value=o.value=!1,i.status!==204){e.value=`${G(i)} Nothing on this device was deleted.`;return}pe("/",{replace:!0});let c=i.headers.get("Location");c&&!ct.value&&location.assign(c)},s=async()=>{e.value=null,n.value=!0;try{t.value=await v.countUnsent(k.value.email)}catch(i){let c=Y(i);if(!c)throw i;e.value=c;return}finally{n.value=!1}t.value||await r()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${uu} number=${t.value} busy=${n.value} onConfirm=${r} onCancel=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${$} name="leave" />${o.value?An:"Sign out"}
        </button>`}
  `}function uu({number:e,busy:t,onConfirm:n,onCancel:o}){let r=V(null);de(()=>r.current?.focus(),[]);let[s,i,c]=[U(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
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
  `}var Li=()=>a`
  <${I} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${D.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value?.email}</b>. Nothing was changed.
    </p>
    <${Uo}>${null}<//>
    <h2>Your accounts</h2>
    <${kn} />
    <h2>Signed in with another address?</h2>
    <${Tn} />
  <//>
`;function ge({resource:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${oe(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function se({resource:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var fu=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Pi(){let e=T("account").value,t=e.body,{agencyName:n,displayName:o}=A.value,{accounts:r,email:s}=k.value;return a`
    <${I} title="Account">
      ${r.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${kn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${mu} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${se} resource=${e} />`}
        <${ge} resource=${e} />
      </section>
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
        <${Tn} />
      </section>
    <//>
  `}function mu({record:e}){let t=[...fu.map(([n,o])=>[n,e[o]]),["Branch",e.agency.branchName]];return a`
    <dl class="facts">
      ${t.filter(([,n])=>n).map(([n,o])=>a`<div key=${n}><dt>${n}</dt><dd dir="auto">${o}</dd></div>`)}
    </dl>
  `}function Ri(){let e=T("contacts").value,t=e.body?.contacts;return a`
    <${I} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${du} key=${n.contactId} ...${n} />`)}</ul>`:a`<${se} resource=${e} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${ge} resource=${e} />
    <//>
  `}function du({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Je} phone=${s} who=${i} /><${Je} phone=${r} who=${i} /><${ft} email=${o} who=${i} />
    </li>
  `}function ji(){let e=v.items.value??[],t=Sn(e),n=e.filter(d=>B(d)&&!t.includes(d)),o=n.filter(Q).length,r=n.filter(ve).length,s=n.filter(({state:d})=>d==="review").length,i=n.filter(({state:d})=>d==="checking").length-r,c=n.filter(d=>!Q(d)&&!ue(d)),l=v.obstacle.value==="offline",f=c.some(rt)?"not confirmed yet":"not with the agency yet",[u,p]=[v.otherAccounts.value,v.storageProblem.value];return!n.length&&!u.length&&!p?null:a`
    <aside class="strip" aria-label="Outbox">
      ${p&&a`<p role="alert">${p}</p>`}
      ${o>0&&a`<${Et} icon="emergency">${U(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${s>0&&a`<${Et} icon="contacts">We asked ${A.value?.agencyName} to check ${U(s,"thing")}<//>`}
      ${i>0&&a`<${Et} icon="search">${U(i,"thing")} ${i===1?"is":"are"} being checked<//>`}
      ${r>0&&a`<${Et} icon="clock">${U(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
      ${c.length>0&&a`<${Et} icon=${l?"offline":"send"}>
        ${U(c.length,"thing")} ${c.length===1?"is":"are"} ${f}
      <//>`}
      ${u.map(d=>a`<${pu} key=${J(d)} ...${d} />`)}
    </aside>
  `}var Et=({icon:e,children:t})=>a`<a href=${S("/outbox")}><${$} name=${e} /><span>${t}</span><${$} name="open" /></a>`;function pu({number:e,...t}){let n=J(t),o=(k.value&&Co(k.value,n)?.agencyName)??"an account that is no longer yours",[r,s]=[U(e,"thing"),e===1?"is":"are"];return a`
    <a href=${S("/outbox",{},n)}>
      <${$} name="send" />${r} for ${o} ${s} not there yet<${$} name="open" />
    </a>
  `}var hu=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account","devices"]}];function Wo({children:e}){let t=T("agency").value.body;$u(t?.accent);let{agencyName:n,displayName:o}=A.value,r=hu.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${bu}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${Number(k.value?.accounts.length)>1&&a`<a class="switch" href=${S("/account")}><${$} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="navigation" aria-label="Portal">${r.map(s=>a`<${vu} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${ji} />
    ${e}
  `}function vu({path:e,name:t,icon:n,screens:o}){let r=o.includes(D.value.screen);return a`<a href=${S(e)} aria-current=${r?"page":null}><${$} name=${n} />${t}</a>`}function $u(e){N(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>{t.removeProperty("--accent")}},[e])}function bu(e){e.preventDefault(),document.querySelector("h1")?.focus()}function En(e){let[t,n]=[T(`jobs/${e}`).value,T("jobs").value];if(t.body)return{job:Fi(t.body,t),resource:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?Fi(o,n):null,resource:o?n:t}}var Fi=(e,{begunAt:t})=>qo([e],t)[0],Ke=({priority:e})=>e?.trim().toLowerCase()==="emergency",In=e=>(e??"").trim().toLowerCase();function Dn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(In).includes(In(t))?"cancelled":"open"}var Bi=e=>(v.items.value??[]).filter(t=>t.kind==="completion"&&t.state==="done"&&Number(t.doneAt)>e),Wi=e=>Bi(e).map(({id:t})=>t).join();function qo(e,t){let n=new Map(Bi(t).map(o=>[o.jobId,o.result??_u(o)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var _u=({content:e})=>({completed:"completed"in e&&e.completed,status:null,completedAt:null});function qi(e,t){let n=v.itemsOf(e).filter(B),o=Dt(e),r=n.filter(u=>u!==o),s=u=>r.filter(u).length,[i,c,l]=[s(Q),s(ve),s(ue)],f=r.length-i-l;return[o&&`${at(o)}: ${$e(o,t)}`,i&&`${U(i,"thing")} ${i===1?"needs":"need"} you`,l>c&&`${U(l-c,"thing")} being checked`,c&&`${U(c,"thing")} with the portal`,f&&`${U(f,"thing")} to send`].filter(Boolean)}var Dt=e=>v.itemsOf(e).filter(t=>t.kind==="completion"&&B(t)).at(-1)??null,fe=({title:e,reference:t,jobId:n})=>e||t||n;function Hi(e){let t=In(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>yu(n).includes(o))}var Ui=new WeakMap;function yu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode],i=Ui.get(e)??In(s.filter(Boolean).join(`
`));return Ui.set(e,i),i}var Vi=e=>[...e.filter(Ke),...e.filter(t=>!Ke(t))];var gu=864e5,Yi="%PDF-",wu=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Su=/\.\d\d\d*[1-9]/,xu=["amount","description","invoiceDate"];function Ot(e,t,n){let{required:o=[],link:r=null}=t?.invoice??{};return[...xu,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function On(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function Ho(e=new Date,t=It){let[n,...o]=ce(e).split("-");return{oldest:[Number(n)-t.invoiceYearsBack,...o].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ce(e))+t.invoiceDaysAhead*gu).toISOString().slice(0,10)}}function Ae(e){let t=e.trim().replace(/^£\s*/,"");return wu.test(t)?Number(t.replaceAll(",","")):NaN}var zi=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Gi={amount:(e,{limits:t})=>Ki(e,"The amount",t)??(Ae(e)===0?"The amount must be more than £0.":null),vat:(e,{values:t,limits:n})=>Ki(e,"VAT",n)??(Ae(e)>Ae(t.amount)?"VAT cannot be more than the amount.":null),description:(e,{document:t,limits:n})=>gn(e,n.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>gn(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t})=>{let{oldest:n,latest:o}=Ho(new Date,t),r=t.invoiceDaysAhead===1?"tomorrow":`${U(t.invoiceDaysAhead,"day")} ahead`;return e>o?`The date can be ${r} at the latest, ${ne(o)}.`:e<n?`The date can be ${U(t.invoiceYearsBack,"year")} ago at most, ${ne(n)}.`:null},statementId:()=>null},Ji={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function Ki(e,t,n){let o=Ae(e);return Number.isNaN(o)?`${t} must be in pounds and pence, such as 120.50.`:Su.test(e.trim())?`${t} can have no more than two decimals.`:o>n.amountMost?`${t} can be ${R(n.amountMost)} at most.`:null}function Mn(e,t,n,o){let r={},s={values:e,document:t,limits:Pe(n)};for(let i of Object.keys(Gi)){let c=e[i]??"",l=Ot(i,n,o)?Ji[i]:null,f=c.trim()===""?l:Gi[i](c,s);f&&(r[i]=f)}return!t&&Ot("document",n,o)&&(r.document=Ji.document),r}async function Zi(e,t){return e.size>t.documentBytes?`The PDF can have ${He(t.documentBytes)} at most.`:await e.slice(0,Yi.length).text()===Yi?null:"This file is not a PDF. Please choose a PDF."}function Xi(e,t){let n={jobId:t,statementId:e.statementId,amount:Ae(e.amount),vat:e.vat.trim()&&Ae(e.vat),description:ke(e.description),invoiceDate:e.invoiceDate,invoiceNumber:ke(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,r])=>r!==""&&r!==null))}function Qi({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var Nn=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,Cn=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Ln=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function ea({name:e,label:t,limits:n,hint:o,rows:r,problem:s,required:i,value:c,type:l="text",...f}){let u=r?"textarea":"input",{oldest:p=void 0,latest:d=void 0}=l==="date"?Ho(new Date,n):{};return a`
    <div class="field">
      <${Nn} name=${e} required=${i}>${t}<//>
      ${o&&a`<p id=${`${e}-hint`} class="hint">${o}</p>`}
      <${u}
        id=${e} class="form-control" type=${r?null:l} rows=${r} min=${p} max=${d} autocomplete="off"
        value=${c} ...${Ln({name:e,hint:o,problem:s,required:i})} ...${f}
      />
      <${Cn} name=${e}>${s}<//>
    </div>
  `}function ta({name:e,required:t,problem:n,value:o,...r}){let s=T("statements/pending").value,i=s.body?.statements??[],c=!o||i.some(({statementId:l})=>l===o);return a`
    <div class="field">
      <${Nn} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Ln({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(l=>a`<option key=${l.statementId} value=${l.statementId}>${Vo(l)}</option>`)}
      </select>
      <${Cn} name=${e}>${n??(s.body?null:s.problem)}<//>
    </div>
  `}var Vo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[R(s??r??0),n??t??e,o&&ne(o)].filter(Boolean).join(", ");async function na(e,t){try{return(await re(X(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function oa(e,t,n){try{await re(X(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Mt(e){let t=y(void 0),n=K.value;return N(()=>{na(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[t,n,e]),[t,r=>(t.value=r,oa(n,e,r))]}var ra="This file cannot be read. Please choose it again.";function sa({required:e,problem:t,document:n,limits:o,onChange:r}){let s=y(null),i=async({target:f})=>{let[u]=f.files??[];if(u&&(s.value=await Zi(u,o).catch(()=>ra),f.value="",!s.value))try{r(await un(u)),P(`${u.name} is attached.`)}catch(p){s.value=Y(p)??ra}},c=s.value??t,l=Ln({name:"document",hint:!0,problem:c,required:e&&!n});return a`
    <div class="field">
      <${Nn} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">${He(o.documentBytes)} at most</p>
      ${n&&a`<${ku} document=${n} onRemove=${()=>r(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${l} onChange=${i}
      />
      <${Cn} name="document">${c}<//>
    </div>
  `}function ku({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document")?.focus()),P("The PDF is removed.")};return a`
    <p class="attached">
      <${$} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${He(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Au={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function ia({values:e,setValue:t,document:n,setDocument:o,agency:r,jobId:s,faults:i,showsAll:c,onComplete:l}){let f=y({}),[u,p]=[y(c),y(null)],d=V(null),m=Pe(r),h=Mn(e,n,r,s),b=_=>_==="vat"&&p.value==="amount"?null:(u.value||f.value[_]&&e[_]||!zi(_,e[_]??""))&&h[_]||i[_],x=()=>d.current?.querySelector("[aria-invalid]")?.focus();N(()=>{c&&x()},[]);let w=_=>{_.preventDefault(),u.value=!0,Object.keys(h).length?setTimeout(x):l()},g=_=>({name:_,required:Ot(_,r,s),problem:b(_),value:e[_],onInput:({target:E})=>t(_,E.value),onFocus:()=>p.value=_,onBlur:()=>{p.value=null,f.value={...f.value,[_]:!0}}});return a`
    <form ref=${d} class="form" onSubmit=${w} noValidate>
      <p class="hint">${A.value?.agencyName} needs whatever is not marked as optional.</p>
      ${On(r)&&a`<${ta} ...${g("statementId")} />`}
      ${Object.entries(Au).map(([_,E])=>a`<${ea} key=${_} limits=${m} ...${E} ...${g(_)} />`)}
      <${sa}
        required=${Ot("document",r,s)} problem=${u.value&&h.document||i.document}
        document=${n} limits=${m} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}var ie=6;function ze({items:e,row:t,limit:n=e.length,onMore:o}){let r=Z(()=>Eu(e),[e]),s=Du(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/ie)).map((c,l)=>a`<${Tu} key=${l} items=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${Iu} onMore=${o} left=${i} />`}
  `:null}var Tu=({items:e,row:t})=>a`<div class="group">${e.map(t)}</div>`;function Iu({onMore:e,left:t}){let n=V(null),o=V(e);return o.current=e,N(()=>{let r=new IntersectionObserver(([{isIntersecting:s}])=>s&&o.current(),{rootMargin:"800px"});return r.observe(n.current),()=>r.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var Eu=e=>Array.from({length:Math.ceil(e.length/ie)},(t,n)=>e.slice(n*ie,(n+1)*ie));function Du(){let e=V(null),{activeElement:t}=document,n=e.current?.contains(t)&&t?.getAttribute("href");return de(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=Xt(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var ca={sending:{label:"Being sent",icon:"send"},submitted:{label:"With the agency",icon:"done"},authorised:{label:"Authorised",icon:"done"},rejected:{label:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{label:"Paid",icon:"money"},unconfirmed:{label:"Being checked",icon:"search"},review:{icon:"contacts"}},Ou={},Yo=({status:e=""})=>e==="review"?$e({state:e},A.value?.agencyName):ca[e]?.label??e;function Go(e,t){let n=t.filter(r=>r.kind==="invoice").filter(r=>B(r)||!e.some(s=>aa(s,r))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status??"")&&n.some(({item:s})=>aa(r,s));return[...n,...e.filter(r=>!o(r))]}function aa(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function Pn({jobId:e,agency:t}){let n=T(t?.offers.includes("invoices.list")?"invoices":null).value,o=Go(n.body?.invoices??[],v.items.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Jo} invoices=${o} />
    </section>
  `:null}function Jo({invoices:e,jobTitles:t=Ou,limit:n,onMore:o}){let r=Wt((s,i)=>a`
      <${Mu} key=${s.item?.id??s.invoiceId??`at ${i}`} invoice=${s} jobTitles=${t} />
    `,[t]);return a`<${ze} items=${e} row=${r} limit=${n} onMore=${o} />`}function Mu({invoice:e,jobTitles:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:l}=e,f=t[c??""];return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":R(n)}</b>
      </p>
      <p class="about">
        ${l?a`<${Ce} item=${l} />`:a`<${Nu} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${ne(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${l&&a`<${Le} item=${l} />`}
      ${!l&&e.status==="review"&&a`<${jo} />`}
      ${f&&a`<a class="reach" href=${S(`/jobs/${c}`)}><${$} name="jobs" /><span dir="auto">${f}</span></a>`}
      ${l&&B(l)&&a`<a class="reach" href=${S("/outbox")}><${$} name="send" />Open the outbox</a>`}
    </div>
  `}function Nu({invoice:e}){let{icon:t="search",className:n=""}=ca[e.status??""]??{};return a`<span class=${`state ${n}`}><${$} name=${t} />${Yo(e)}</span>`}function la({about:e,address:t,values:n,document:o,problem:r,onSend:s,editAddress:i,back:c}){let l=y(!1),f=async()=>{l.value=!0,await s(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",R(Ae(n.amount))],["VAT in it",n.vat.trim()&&R(Ae(n.vat))],["Date of the invoice",ne(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${He(o.size)}`:"None"]];return a`
    <${I} key="review" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,p])=>p).map(([p,d])=>a`<div key=${p}><dt>${p}</dt><dd dir="auto">${d}</dd></div>`)}
        </dl>
      </div>
      ${v.obstacle.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone. ${v.sendingNotice()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${f}>
          <${$} name="send" />Send to ${A.value?.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var Cu=!1;function Ko({jobId:e,item:t,about:n,address:o,initial:r,back:s}){let{query:i,path:c}=D.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[f,u]=Mt(l),[p,d]=Mt(`PDF of ${l}`),[m,h]=[T("agency").value,y(null)],b=i.has("look");if(xn(t?.id??null),f.value===void 0||p.value===void 0||!m.body&&m.busy)return a`<${I} key="loading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let x=m.body&&Pu(m.body,e);if(x)return a`<${I} key="none" title="Invoice" back=${s}><p class="notice">${x}</p><//>`;let w={...r,...t&&Qi(t.content),...f.value},g=t?.asks==="document",_=(p.value??(g?null:t?.document))||null,E=O=>O==="document"?p.value!==null:f.value&&O in f.value,Re=Object.fromEntries(Object.entries(t?.faults??{}).filter(([O])=>!E(O))),Ze=!Object.keys(Mn(w,_,m.body,e)).length,{statementId:we}=r,ee=O=>S(c,{...we&&{statement:we},...t&&{change:t.id},...O}),z=()=>{let O=Xi(w,e);return t?v.edit(t.id,{content:O,...(p.value!==null||g)&&{document:ua(_)}}):v.add({kind:"invoice",jobId:e,about:n,content:O,document:ua(_)})},ae=async()=>{h.value=null;try{let{id:O}=await z();P("Your invoice waits to be sent."),pe(S(c,{sent:O}),{replace:!0}),u(null),d(null)}catch(O){h.value=Y(O)??"Your invoice could not be kept. Please try again."}};if(b&&Ze)return a`
      <${la}
        about=${n} address=${o} values=${w} document=${_} problem=${h.value} onSend=${ae}
        editAddress=${ee({})} back=${s}
      />
    `;let Se=(O,nc)=>u({...f.value,[O]:nc}),me=O=>d(O??Cu);return a`
    <${I} key="form" title="Invoice" back=${s} keepsFocus=${b}>
      <${Lu} about=${n} address=${o} />
      ${e&&a`<${Pn} jobId=${e} agency=${m.body} />`}
      <${ia}
        values=${w} setValue=${Se} document=${_} setDocument=${me} agency=${m.body}
        jobId=${e} faults=${Re} showsAll=${b} onComplete=${()=>pe(ee({look:"1"}))}
      />
    <//>
  `}function Lu({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Pu({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var ua=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var fa=({item:e,back:t})=>a`
  <${I} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Bo} item=${e} /></ol>
    ${B(e)&&!Q(e)&&!ue(e)&&a`<p class="hint">You can go on. It is kept if you close the portal: ${v.sendingNotice()}</p>`}
    <a class="reach" href=${S("/money",{show:"invoices"})}><${$} name="invoice" />All your invoices</a>
  <//>
`;var Ru={path:"/money",name:"Money"};function zo({id:e}){let{query:t}=D.value,n=Number(t.get("sent")??t.get("change")),o=(v.items.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Ru;if(n&&v.items.value===null)return a`<${I} key="loading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Me(o)))return a`<${fa} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?ju:Fu} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function ju({id:e,statementId:t,item:n,back:o}){let{job:r,resource:s}=En(e);if(!r&&!n&&s.status===404)return a`<${ma} resource=${s} back=${o} />`;let i={...da,statementId:t,invoiceDate:ce()},c=r?.property?.address;return a`
    <${Ko} jobId=${e} about=${r?fe(r):e} address=${c} initial=${i} item=${n} back=${o} />
  `}function Fu({statementId:e,item:t,back:n}){let o=T("statements/pending").value,r=o.body?.statements.find(c=>c.statementId===e);if(!r&&o.busy)return a`<${ma} resource=${o} back=${n} />`;let s={...da,...r&&Uu(r),statementId:e,invoiceDate:ce()},i=r?Vo(r):"";return a`<${Ko} jobId=${null} about=${i} initial=${s} item=${t} back=${n} />`}var ma=({resource:e,back:t})=>a`
  <${I} key="missing" title="Invoice" back=${t}><${se} resource=${e} /><//>
`,da={amount:"",vat:"",description:"",invoiceNumber:""},Uu=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var mt=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var pa=So/1e3;function Zo(e){let[t,n]=[y(null),y(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await v.add({kind:"completion",jobId:e.jobId,about:fe(e),content:{completed:r},document:null}),P(r?`Marked complete. You have ${pa} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=Y(s)??"This could not be kept. Please try again."}n.value=!1}},t.value]}function ha({job:e,isOpen:t}){let[n,o]=Zo(e),r=Dt(e.jobId);return r?a`<${Bu} item=${r} />`:a`
    ${t&&a`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${$} name="done" />Mark complete</button>`}
    ${o&&a`<p class="notice" role="alert">${o}</p>`}
  `}function Bu({item:e}){return a`
    <div class="pending">
      <p class="state-line">
        <${$} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ce} item=${e} />
      </p>
      <${Le} item=${e} />
      ${Q(e)&&a`<a class="reach" href=${S("/outbox")}><${$} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function va({jobId:e}){let t=y(null),[n]=Sn(v.itemsOf(e));return a`
    ${n&&a`
      <div class="undo">
        <p>You have ${pa} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await v.undo(n.id),P("Undone. The job is not marked complete.")}catch(r){let s=Y(r);if(!s)throw r;t.value=s}}}>
          <${$} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&a`<p class="notice" role="alert">${t.value}</p>`}
  `}function $a({job:e,canAdd:t}){let n=A.value?.displayName,o=v.itemsOf(e.jobId).filter(s=>s.kind==="note").filter(s=>!Wu(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:l},f)=>a`
            <li key=${s??`at ${f}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${l&&a`<time datetime=${l}>${oe(l)}</time>`}</p>
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
      ${t&&a`<${qu} job=${e} />`}
    </section>
  `}var Wu=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function qu({job:e}){let t=Pe(T("agency").value.body),[n,o]=Mt(`note on ${e.jobId}`),[r,s]=[y(null),y(!1)],i=async l=>{if(l.preventDefault(),s.value)return;let f=ke(n.value??"");if(r.value=wn(f,t),!r.value){s.value=!0;try{await v.add({kind:"note",jobId:e.jobId,about:fe(e),content:{note:f},document:null}),o(null),P("Your note waits to be sent.")}catch(u){r.value=Y(u)??"Your note could not be kept. Please try again."}s.value=!1}},c=({target:l})=>o(l.value||null);return a`
    <form class="composer" onSubmit=${i} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${t.noteCharacters} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${r.value?"true":null} value=${n.value??""} onInput=${c}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${r.value}</p>
      <button class="btn btn-primary"><${$} name="send" />Add note</button>
    </form>
  `}function ba({job:e}){let t=y(!1),[n,o]=Zo(e);return Dt(e.jobId)?null:a`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?a`<${Hu} onConfirm=${()=>n(!1)} onCancel=${()=>t.value=!1} />`:a`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${$} name="reopen" />Reopen this job
          </button>`}
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function Hu({onConfirm:e,onCancel:t}){let n=V(null);return de(()=>n.current?.focus(),[]),a`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${A.value?.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var _a={path:"/jobs",name:"Jobs"};function ya({id:e}){let{job:t,resource:n}=En(e),o=T("agency").value.body;if(!t)return a`<${I} title="Job" back=${_a}><${se} resource=${n} /><//>`;let r=o?.offers??[],[s,i]=[Dn(t,o),r.includes("jobs.complete")];return a`
    <${I} title=${fe(t)} back=${_a}>
      <${Vu} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${Yu} job=${t} />
      </div>
      <div class="doing">
        ${i&&a`<${ha} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${S(`/jobs/${e}/invoice`)}><${$} name="invoice" />Send its invoice</a>`}
        ${i&&a`<${va} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&a`<${Pn} jobId=${e} agency=${o} />`}
      <${$a} job=${t} canAdd=${r.includes("notes.add")} />
      ${i&&s==="completed"&&a`<${ba} job=${t} />`}
      <${ge} resource=${n} />
    <//>
  `}function Vu({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${Ke(e)&&a`<span class="emergency"><${$} name="emergency" />Emergency</span>`}
      ${t&&a`<${mt}>${t}<//>`}
      ${n&&!Ke(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${oe(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${ne(i)}</time></span>`}
    </p>
  `:null}function Yu({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Di} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${Je} phone=${o} who=${n??"the tenant"} /><${ft} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Rn={open:"Open",completed:"Completed",cancelled:"Cancelled"},Xo=Object.keys(Rn),Gu={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},xa={text:"",limit:ie,matchLimit:ie},dt=L({accountName:null,tab:null,...xa});function Qo(){let e=T("jobs").value,t=T("agency").value.body,n=D.value.query.get("show")??"open",o=Object.hasOwn(Rn,n)?n:"open";return a`
    <${I} title="Jobs">
      ${e.body?a`<${Ju} jobs=${e.body.jobs} begunAt=${e.begunAt} agency=${t} tab=${o} />`:a`<${se} resource=${e} />`}
      <${ge} resource=${e} />
    <//>
  `}function Ju({jobs:e,begunAt:t,agency:n,tab:o}){let r=D.value.account,{text:s,limit:i,matchLimit:c}=ga(r,o),l=Wi(t),f=Z(()=>Vi(qo(e,t)),[e,l]),u=Z(()=>Zu(f,n),[f,n]),p=Z(()=>Ku(u,Hi(s)),[u,s]),d=p[o].length,m=b=>{dt.value={...ga(r,o),...b}};return N(()=>{s&&P(d?`${U(d,"job")} found`:"No job found")},[s,o]),a`
    <form class="search" role="search" onSubmit=${b=>b.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${$} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${({target:b})=>m({text:b.value,matchLimit:ie})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Xo.filter(b=>b!=="cancelled"||u.cancelled.length).map(b=>a`
          <a key=${b} href=${S("/jobs",{show:b})} aria-current=${b===o?"true":null}>
            ${Rn[b]} <span class="number">${p[b].length}</span>
          </a>
        `)}
    </nav>
    ${!d&&a`<p class="notice">${s?`No job here has “${s}” in it.${zu(p)}`:Gu[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${ze} items=${u[o]} row=${Sa} limit=${i} onMore=${()=>m({limit:i+ie})} />
    </div>
    ${s&&a`<${ze} key=${`matches ${o}`} items=${p[o]} row=${Sa} limit=${c} onMore=${()=>m({matchLimit:c+ie})} />`}
  `}function ga(e,t){let n=dt.value.accountName===e?dt.value.text:"";return dt.value.accountName===e&&dt.value.tab===t?dt.value:{...xa,accountName:e,tab:t,text:n}}var Ku=(e,t)=>Object.fromEntries(Xo.map(n=>[n,e[n].filter(t)]));function zu(e){return Xo.filter(n=>e[n].length).map(n=>` ${Rn[n]}: ${e[n].length}.`).join("")}function Zu(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Dn(o,t)].push(o);return n}var wa=new WeakMap;function Sa(e){let t=qi(e.jobId,A.value?.agencyName),n=[ce(),...t].join(),o=wa.get(e);if(o?.version===n)return o.markup;let r=Xu(e,t);return wa.set(e,{version:n,markup:r}),r}function Xu(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${S(`/jobs/${n}`)}>
        ${Ke(e)&&a`<span class="emergency"><${$} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${fe(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${mt}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${Kr(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t.map(c=>a`<span key=${c} class="unsent"><${$} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var jn=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,n)=>t+n,0)/100,Aa=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function Ta(e){let t=new Map;for(let{date:i,amount:c}of e){let l=i?.slice(0,7);l&&t.set(l,jn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n[n.length-1]];for(;o.length<12&&o[0]>n[0];)o.unshift(er(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:jn(s.map(i=>t.get(i)))},...r]:r}function Ia(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,ka(t)],"Last month":[`${er(t)}-01`,ka(er(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function er(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function ka(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var tr="Other dates";function Da({from:e,to:t,onChange:n}){let o=Ia(ce()),r=Object.keys(o),s=r.find(f=>o[f].join()===[e,t].join()),i=y(!s),c=({target:f})=>{i.value=f.value===tr,i.value||n(...o[f.value])},l=!!(e&&t&&e>t);return a`
    <form class="dates" onSubmit=${f=>f.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${i.value?tr:s} onChange=${c}>
          ${[...r,tr].map(f=>a`<option key=${f}>${f}</option>`)}
        </select>
      </div>
      ${i.value&&a`
        <${Ea} id="from" label="From" value=${e} isWrong=${l} onChange=${f=>n(f,t)} />
        <${Ea} id="to" label="To" value=${t} isWrong=${l} onChange=${f=>n(e,f)} />
        <p id="dates-problem" class="problem" role="alert">${l&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Ea=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var Qu=/^[=+\-@\t\r\n＝＋－＠]/u,ef=/[",\r\n]/;function Oa(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(tf).join(",")}\r
`).join("")}function tf(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Qu.test(e)?`'${e}`:e;return ef.test(t)?`"${t.replaceAll('"','""')}"`:t}function Ma(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Ca({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>R(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${Na}>Month<//><${Na}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${nf} key=${r.month} ...${r} maxAmount=${n} />`)}</tbody>
      </table>
    </div>
  `}var Na=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,nf=({month:e,amount:t,maxAmount:n})=>a`
  <tr>
    <th scope="row">${e?Jr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${of} share=${t/n} />`}<b>${R(t)}</b></span></td>
  </tr>
`,of=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function La({statements:e,jobTitles:t,agency:n,isPending:o,limit:r,onMore:s}){let i=Wt(c=>a`
      <${rf}
        key=${c.statementId} statement=${c} jobTitle=${t[c.jobId??""]} isPending=${o}
        invoiceAddress=${o&&af(c,n)}
      />
    `,[t,n,o]);return a`<${ze} items=${e} row=${i} limit=${r} onMore=${s} />`}function rf({statement:e,jobTitle:t,isPending:n,invoiceAddress:o}){let{reference:r,description:s,amount:i,status:c,jobId:l}=e,[f,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":R(i)}</b>
      </p>
      <p class="about">
        ${p&&p!==u&&a`<${mt}>${p}<//>`}
        ${f&&a`<span>${u} <time datetime=${f}>${ne(f)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${sf} statement=${e} />
      ${t&&a`<a class="reach" href=${S(`/jobs/${l}`)}><${$} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${$} name="invoice" />Send its invoice</a>`}
    </div>
  `}function sf({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${R(e)} in all`,t&&`${R(t)} of it VAT`,n&&`less ${R(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function af({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!On(n)?null:n.invoice.link==="job_or_statement"?S("/invoice",{statement:e}):t&&S(`/jobs/${t}/invoice`,{statement:e})}var W=e=>t=>t[e],Pa=[["Statement",W("statementId")],["Date",W("date")],["Reference",W("reference")],["Description",W("description")],["Job",W("jobId")],["Net",W("net")],["VAT",W("vat")],["Gross",W("gross")],["Commission",W("commission")],["Amount",W("amount")],["Status",W("status")]],cf=[["Invoice",W("invoiceId")],["Date",W("invoiceDate")],["Number",W("invoiceNumber")],["Description",W("description")],["Job",W("jobId")],["Statement",W("statementId")],["Amount",W("amount")],["VAT",W("vat")],["Status",e=>e.item?$e(e.item,A.value?.agencyName):Yo(e)],["Sent",W("submittedAt")],["Document",({document:e})=>e?.name]],Te={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,totalLabel:"On its way to you",emptyText:"Nothing is on its way to you just now.",noun:"payment",columns:Pa},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",totalLabel:"Invoiced",emptyText:"No invoice was sent yet. An invoice is sent from its job.",noun:"invoice",columns:cf},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,totalLabel:"Paid to you",emptyText:"Nothing was paid yet.",noun:"payment",columns:[...Pa,["Paid",W("paidAt")]]}},Ra=Object.keys(Te);function ja(e){let t=({path:n,needs:o})=>e.includes(o[0])?n:null;return{pending:T(t(Te.pending)).value,invoices:T(t(Te.invoices)).value,paid:T(t(Te.paid)).value}}function nr(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=Go(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var lf=4*ie,Fa=new Map;function Ua({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,totalLabel:c,emptyText:l,noun:f,columns:u}=Te[e],{query:p,isBack:d}=D.value,m=p.toString(),h=y(d&&Fa.get(m)||lf),b=T("jobs").value.body?.jobs,x=Z(()=>Object.fromEntries((b??[]).map(z=>[z.jobId,fe(z)])),[b]),w=Z(()=>{let z=Aa(n,o);return t.filter(ae=>z(s(ae)))},[t,s,n,o]),g=jn(w.filter(i).map(z=>z.amount)),_=n||o;if(N(()=>{_&&P(w.length?`${U(w.length,f)}, ${R(g)}`:"None for these dates")},[]),!w.length)return a`<p class="notice">${_?"There is none for these dates.":l}</p>`;let{agency:E,contractorId:Re}=K.value,Ze=()=>Ma(`${E} ${Re} ${e} ${ce()}.csv`,Oa(u,w)),we=()=>Fa.set(m,h.value+=ie),ee={jobTitles:x,limit:h.value,onMore:we};return a`
    <p class="total"><span>${c}</span> <b>${R(g)}</b></p>
    ${e==="paid"&&a`<${Ca} caption="Paid by month" rows=${Ta(w.map(z=>({...z,date:s(z)})))} />`}
    ${e==="invoices"?a`<${Jo} invoices=${w} ...${ee} />`:a`<${La} statements=${w} agency=${r} isPending=${e==="pending"} ...${ee} />`}
    <button type="button" class="btn btn-secondary" onClick=${Ze}><${$} name="download" />Download as CSV</button>
  `}function Ba(){let e=T("agency").value,t=e.body?.offers??[],n=ja(t),o=Ra.filter(r=>Te[r].needs.some(s=>t.includes(s)));return e.body?o.length?a`<${I} title="Money"><${uf} tabs=${o} resources=${n} agency=${e.body} /><//>`:a`<${I} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${I} title="Money"><${se} resource=${e} /><//>`}function uf({tabs:e,resources:t,agency:n}){let{query:o}=D.value,[r,s,i]=["from","to","show"].map(m=>o.get(m)??""),c=e.find(m=>m===i)??e[0],l=t[c],f=v.items.value??[],u=nr(c,l,f),p=(m,h,b)=>S("/money",{show:m,...h&&{from:h},...b&&{to:b}}),d=(m,h)=>pe(p(c,m,h),{replace:!0});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>a`
          <a key=${m} href=${p(m,r,s)} aria-current=${m===c?"true":null}>
            ${Te[m].title} <span class="number">${nr(m,t[m],f)?.length}</span>
          </a>
        `)}
    </nav>
    <${Da} key=${c} from=${r} to=${s} onChange=${d} />
    ${u&&a`<${Ua} key=${[c,r,s].join()} tab=${c} rows=${u} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&a`<${se} resource=${l} />`}
    <${ge} resource=${l} />
  `}var Nt=6,ff=30,qa=5,mf=`A code can be tried ${qa} times. Please send another one.`;function Ha({request:e,onRequest:t,onOtherEmail:n}){let[o,r]=[y(null),y(!1)],s=V(null),i=()=>s.current,c=V(0),l=df(e.at);de(()=>s.current?.focus(),[]);let f=h=>{o.value=h,i().focus(),i().select()},u=async()=>{let h=Wa(i().value);if(h.length!==Nt)return f(`The code has ${Nt} digits.`);o.value=null,r.value=!0;let b=await bi(e.email,h);if(r.value=!1,b.status!==201)return b.status===401&&b.problem?.type!=="no-account"&&(c.current+=1),f(c.current<qa?G(b):mf)},p=()=>{let h=Wa(i().value);h!==i().value&&(i().value=h),o.value=null,h.length===Nt&&!r.value&&u()},d=async()=>{let h=await _n(e.email);return h.status!==204?f(G(h)):(P("Another code is on its way."),c.current=0,i().value="",i().focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${h=>{h.preventDefault(),u()}} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Nt} digits</label>
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
  `}var Wa=e=>e.replace(/\D/g,"").slice(0,Nt);function df(e){let t=y(or(e));return N(()=>{t.value=or(e);let n=setInterval(()=>{t.value=or(e),t.value||clearInterval(n)},1e3);return()=>clearInterval(n)},[t,e]),t.value}var or=e=>Math.max(0,Math.ceil(ff-(Date.now()-e)/1e3));var Va="Please enter a whole e-mail address, such as name@example.com.";function Ya({initialEmail:e,onRequest:t}){let[n,o]=[y(null),y(!1)],r=V(null);return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current,l=c.value.trim();if(n.value=c.checkValidity()?null:Va,n.value){c.focus();return}o.value=!0;let f=await _n(l);if(f.status===204){await t({email:l,at:Date.now()});return}o.value=!1;let u=f.problem?.errors?"email"in Kt(f):f.status===400;n.value=u?Va:G(f),c.focus()}} noValidate>
      <p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
      <label for="email">E-mail address</label>
      <input
        id="email" ref=${r} class="form-control" type="email" name="email" required maxlength=${It.emailCharacters} autocomplete="email"
        autocapitalize="none" spellcheck=${!1} defaultValue=${e} aria-describedby="email-problem"
        aria-invalid=${n.value?"true":null}
      />
      <p id="email-problem" class="problem" role="alert">${n.value}</p>
      <button class="btn btn-primary wide" disabled=${o.value}>${o.value?"Sending …":"Send me a code"}</button>
    </form>
  `}var Fn="Please try again, or sign in with a code.",rr={expired:`Signing in took too long, or began in another browser. ${Fn}`,denied:`You did not finish signing in. ${Fn}`,refused:`The portal could not verify this sign-in. ${Fn}`,unverified:"Your e-mail address is not verified there. Please verify it, or sign in here with a code.","no-account":"No agency here has a contractor with the e-mail address of that sign-in.",busy:"Too many attempts from your connection. Please try again later.",away:`The sign-in service cannot be reached just now. ${Fn}`};function Ga(){let{path:e,query:t}=D.value,n=t.get("failed");if(n===null)return;lt.value=Object.hasOwn(rr,n)&&rr[n]||rr.refused;let o=new URLSearchParams(t);o.delete("failed"),pe(o.size?`${e}?${o}`:e,{replace:!0})}function Ja(){let e=y(null);N(()=>{q("session/methods").then(({status:r,body:s})=>{r===200&&(e.value=s.oidcName)})},[e]);let{path:t,query:n}=D.value,o=n.size?`${t}?${n}`:t;return e.value&&a`<a class="btn btn-secondary" href=${`/api/session/oidc?${new URLSearchParams({next:o})}`}>Sign in with ${e.value}</a>`}var pf="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",Ka=()=>a`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${$} name="mark" /></span>Contractor Portal</header>
    ${$n.value?a`<${I} key="code" title="Enter your code" keepsFocus>
          <${Ha} request=${$n.value} onRequest=${ut} onOtherEmail=${()=>ut(null)} />
        <//>`:a`<${I} key="email" title="Sign in">
          ${Ge.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${ct.value&&a`<p class="problem" role="alert">${pf}</p>`}
          ${lt.value&&a`<p class="problem" role="alert">${lt.value}</p>`}
          <${Ya} initialEmail=${Ge.value??""} onRequest=${ut} />
          <${Ja} />
        <//>`}
  </div>
`;var hf={jobs:Qo,job:ya,invoice:zo,statement:zo,money:Ba,contacts:Ri,account:Pi,devices:ss,outbox:Ci};function Za(){if(ye.value)return a`<${za}>${An}<//>`;if(k.value===void 0)return a`<${za}>Opening …<//>`;if(k.value===null)return a`<${Ka} />`;if(A.value===null)return a`<${Li} />`;let{screen:e,id:t,path:n}=D.value,o=hf[e]??Qo,r=J(A.value);return a`<${Wo} key=${r}><${o} key=${n} id=${t} /></${Wo}>`}var za=({children:e})=>a`<main class="screen"><p class="loading" role="status">${e}</p></main>`;function Xa(){te(()=>{if(K.value)for(let[e,t]of vf(v.items.value??[]))Ti(e,t)})}function vf(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let i=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of i)t.set(c,Math.max(t.get(c)??0,Number(o)))}return t}var $f=["checking","review","done","refused","unknown"];function Qa(){let e=new Map;te(()=>{let t=v.items.value??[];for(let n of t){let o=e.get(n.id);o&&bf(o,n)&&$f.includes(n.state)&&P(`${at(n)}: ${$e(n,A.peek()?.agencyName)}`)}e=new Map(t.map(n=>[n.id,n]))}),be(()=>k.value?.email).subscribe(()=>P(""))}var bf=(e,t)=>e.state!==t.state||ve(e)!==ve(t);var Ct=null,ec=[];function tc(){document.addEventListener("focusin",({target:t})=>{Ct=t,ec=[...gf(Ct)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(_f).observe(document.getElementById("app"),e)}function _f(){let e=![document.body,Ct].includes(document.activeElement);!Ct||e||yf(Ct)||wf(ec.find(t=>t.isConnected)??document.querySelector("h1"))}function yf(e){let{isConnected:t,disabled:n,hidden:o}=e;return t&&!n&&!o}function*gf(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function wf(e){if(!e)return;let t=e;t.hasAttribute("tabindex")||(t.tabIndex=-1,t.addEventListener("blur",()=>t.removeAttribute("tabindex"),{once:!0})),t.focus({preventScroll:!0})}ns();Ga();wi();v.start();Qa();Xa();tc();bn();te(()=>{K.value?(es(J(K.value)),v.open(K.value)):(Ii(),v.openFormerAccount(vi.value))});vr(a`<${Za} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=window.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
