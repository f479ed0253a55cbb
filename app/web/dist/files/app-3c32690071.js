"use strict";(()=>{var O,rr,Un,Ie,jn,Pt,sr,Ct,ir,Bn,Fn,Xa,dt=Symbol.for("pv"),Rt={},jt=[],Qa=/^m(i|n|o|s|text|space)$/,Wn=Array.isArray,qn=jt.slice,Fe=Object.assign;function je(e){e&&e.parentNode&&e.remove()}function Ft(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?qn.call(arguments,2):n),mt(e,i,o,r,null)}function mt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:dt,__v:r||++rr,__i:-1,__u:0};return!r&&O.vnode&&O.vnode(s),s}function Ue(e){return e.children}function Xe(e,t){this.props=e,this.context=t,this.__g=0}function Ee(e,t){if(t==null)return e.__&&Ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Ee(e)}function ec(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Fe({constructor:dt},n)).__v=n.__v+1,O.vnode&&O.vnode(t),Hn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||Ee(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,mr(r,t,s),n.__=n.__e=null,t.__e!=o&&ar(t))}function ar(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),ar(e)}function nr(e){(8&e.__g||(e.__g|=8,Ie.push(e),Pt++))&&jn==O.debounceRendering||((jn=O.debounceRendering)||queueMicrotask)(cr)}function cr(){try{for(var e,t=1;Ie.length;)Ie.length>t&&Ie.sort(sr),e=Ie.shift(),t=Ie.length,8&e.__g&&ec(e)}finally{(Pt=Ie.length)&&(jn||queueMicrotask)(cr)}}function lr(e,t,n,o,r,s,i,c,l,f,u){var p,d,m,h,b,x,w=o.__k||jt,g=t.length;for(l=tc(n,t,w,l,g),p=0;p<g;p++)(m=n.__k[p])!=null&&(d=~m.__i&&w[m.__i]||Rt,m.__i=p,x=Hn(e,m,d,r,s,i,c,l,f,u),h=m.__e,(d.ref!=m.ref||8&d.__u)&&(d.ref&&Vn(d.ref,null,m,d),m.ref&&u.push(m.ref,m.__c||h,m)),b=b||h,4&m.__u?(l=ur(m,l,e,!d.__v),d.__e&&(d.__e=null)):typeof m.type=="function"&&x!==void 0?l=x:h&&(l=h.nextSibling),m.__u&=-21);return n.__e=b,l}function tc(e,t,n,o,r){var s,i,c,l,f,u,p,d,m,h=n.length,b=h,x=0,w=0,g=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=g[s]=mt(null,i):Wn(i)?i=g[s]=mt(Ue,{children:i}):i.constructor===dt&&i.__b?i=g[s]=mt(i.type,i.props,i.key,i.ref,i.__v):g[s]=i,l=s+x,i.__=e,i.__b=e.__b+1,c=null,~(f=i.__i=nc(i,n,l,b))&&(b--,(c=n[f])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,f==l-1?x--:f==l+1?x++:f!=l&&(f>l?x--:x++,w=1)):(~f||(r>h?x--:r<h&&x++),typeof i.type!="function"&&(i.__u|=4))):g[s]=null;if(w){for(u=[],p=[],s=0;s<r;s++)if((i=g[s])&&16&i.__u){for(x=0,d=u.length;x<d;)u[m=x+d>>1]<i.__i?x=m+1:d=m;u[x]=i.__i,p[s]=x+1}for(x=u.length;s--;)p[s]&&(p[s]==x?x--:g[s].__u|=4)}if(b)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Ee(c)),Yn(c,c));return o}function ur(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=ur(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Ee(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function nc(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&i==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function or(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Nt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||or(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||or(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=Fn[t]||(Fn[t]=oc(t)),(e.__a||(e.__a={}))[t]=Bn,s=t!=(t=t.replace(ir,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function oc(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Ct]==null)t[Ct]=Bn++;else if(t[Ct]<this.__a[e])return;return n(O.event?O.event(t):t)}}}function Hn(e,t,n,o,r,s,i,c,l,f){var u,p,d,m,h,b,x,w,g,_,E,Re,Ze,ge,ee,z,ae,we,me=t.type;if(t.constructor!==dt)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,p=s=[],u.nodeType==8?c=Lt(u,s):s.push(u),c=s[0]||c),(u=O.__b)&&u(t);e:if(typeof me=="function"){d=i.length;try{if(w=t.props,g=(u=me.prototype)&&u.render,_=(u=me.contextType)&&o[u.__c],E=u?_?_.props.value:u.__:o,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(g?t.__c=m=new me(w,E):(t.__c=m=new Xe(w,E),m.constructor=me,m.render=sc),_&&_.sub(m),m.state||(m.state={}),m.__n=o,m.__g|=8,m.__h=[],m.__k=[]),g&&(m.__s||(m.__s=m.state),me.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=Fe({},m.__s)),Fe(m.__s,me.getDerivedStateFromProps(w,m.__s)))),h=m.props,b=m.state,m.__v=t,n.__c){if(w!==h&&g&&!me.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(w,E),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&m.shouldComponentUpdate(w,m.__s,E)===!1){t.__v!=n.__v&&(m.props=w,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(D){D&&(D.__=t)}),jt.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&i.push(m),c=Ee(n);break e}m.componentWillUpdate&&m.componentWillUpdate(w,m.__s,E),g&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,b,x)})}else g&&!me.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),g&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=E,m.props=w,m.__P=e,m.__g&=-5,Re=O.__r,Ze=g?25:0;do m.__g&=-9,Re&&Re(t),u=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++Ze<25);g&&(jt.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(o=Fe({},o,m.getChildContext())),g&&n.__c&&m.getSnapshotBeforeUpdate&&(x=m.getSnapshotBeforeUpdate(h,b)),ge=u&&u.type===Ue&&u.key==null?u.props.children:u,w.__P&&(u=c,r=(e=w.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(D){D&&Yn(D,D)}),n.__k=null),c=n.__k?Ee(n,0):null),c=lr(e,Wn(ge)?ge:[ge],t,n,o,r,s,i,c,l,f),w.__P&&(t.__e=null,c=u),t.__u&=-161,p&&p.some(je),m.__h.length&&i.push(m),1&m.__g&&(m.__g&=-4)}catch(D){if(i.length=d,t.__v=null,l||s)if(D&&D.then){if(t.__u|=128|l,s){for(~(ae=s.indexOf(c||void 0))||(ae=s.length);(we=s[ae-1])&&we.nodeType==8;)ae--;for(;ae<s.length;ae++)if(we=s[ae])if(s[ae]=null,ee){if(we==z)break}else{if(we.nodeType!=8)break;we.data.startsWith("$s")&&(z=Lt(ee=we))}}if(!ee){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ee=c}(u=Lt(ee=t.__c.__z||(t.__c.__z=ee)))?(t.__e=ee,c=u):t.__e=c,c=c&&c.nextSibling}else s&&s.some(je);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),D&&D.then||fr(t),O.__e(D,t,n)}}else c=t.__e=rc(n.__e,t,n,o,r,s,i,l,f,e);return(u=O.diffed)&&u(t),c}function Lt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function fr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(fr))}function mr(e,t,n){for(var o=0;o<n.length;)Vn(n[o++],n[o++],n[o++]);O.__c&&O.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){O.__e(s,r.__v)}})}function rc(e,t,n,o,r,s,i,c,l,f){var u,p,d,m,h,b,x,w,g=n.props||Rt,_=t.props,E=t.type;if(E=="svg"?r="http://www.w3.org/2000/svg":E=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(u=0;u<s.length;u++)if((h=s[u])&&(E?h.localName==E:h.nodeType==3)){e=h,s[u]=null;break}}if(!e){if(w=f.ownerDocument||document,!E)return w.createTextNode(_);e=w.createElementNS(r,E,_.is?_:f),c&&(O.__m&&O.__m(t,s),c=!1),s=null}if(E){if(f=E=="template"&&e.content||e,s=E=="textarea"&&_.defaultValue!=null?null:s&&qn.call(f.childNodes),!c&&s)for(g={},u=0;u<e.attributes.length;u++)g[(h=e.attributes[u]).name]=h.value;for(u in g)h=g[u],u=="dangerouslySetInnerHTML"?d=h:u=="children"||u in _||u=="value"&&"defaultValue"in _||u=="checked"&&"defaultChecked"in _||Nt(e,u,null,h,r);for(u in _)h=_[u],u=="children"?m=h:u=="dangerouslySetInnerHTML"?p=h:u=="value"?b=h:u=="checked"?x=h:c&&typeof h!="function"||g[u]===h||Nt(e,u,h,g[u],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(E=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Qa.test(E))&&(r="http://www.w3.org/1999/xhtml"),lr(f,Wn(m)?m:[m],t,n,o,r,s,i,s?s[0]:n.__k&&Ee(n,0),c,l),s&&s.some(je)),c&&E!="textarea"||(u="value",E=="progress"&&b==null?e.removeAttribute(u):b==null||b===e[u]&&(E!="progress"||b)||Nt(e,u,b,g[u],r),u="checked",x!=null&&x!=e[u]&&Nt(e,u,x,g[u],r))}else g===_||c&&e.data==_||(e.data=_);return e}function Vn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){O.__e(r,n)}}function Yn(e,t,n){var o,r,s,i;if(O.unmount&&O.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Vn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){O.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&Yn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Lt(o,s=[]))&&(o==e.__e&&s.some(je),je(r),je(o)),n||je(e.__e),e.__e=e.__c=e.__=null}function sc(e,t,n){return this.constructor(e,n)}function dr(e,t){var n,o,r,s;O.__&&O.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=mt(Ue,{children:[e]}),r=[],s=[],Hn(t,t.__k,o||Rt,Rt,t.namespaceURI,o?null:t.firstChild?qn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),mr(r,t.__k,s),t.__k.props.children=null}O={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Pt=0,e}},rr=0,Un=function(e){return e!=null&&e.constructor===dt},Xe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Fe({},this.state)),typeof e=="function"&&(e=e(Fe({},n),this.props)),e&&(Fe(n,e),this.__v&&(t&&this.__k.push(t),nr(this)))},Xe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),nr(this))},Xe.prototype.render=Ue,Ie=[],Pt=0,sr=function(e,t){return e.__v.__b-t.__v.__b},Ct=Symbol(),ir=/(PointerCapture)$|Capture$/i,Bn=0,Fn={},Xa=0;var Be,F,Gn,pr,Jn=Object.is,ht=0,Sr=[],Kn=[],j=O,hr=j.__b,vr=j.__r,$r=j.diffed,br=j.__c,_r=j.unmount,yr=j.__;function vt(e,t){j.__h&&j.__h(F,e,ht||t),ht=0;var n=F.__H||(F.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function We(e){return ht=1,ic(kr,e)}function ic(e,t,n){var o=vt(Be++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):kr(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);Jn(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=F,!F.__f)){F.__f=!0;var r=F.shouldComponentUpdate;F.shouldComponentUpdate=function(s,i,c){var l=this.__H;if(!l)return!0;var f=!1,u=this.props!=s;if(l.__.some(function(d){d.__N&&(f=!0,Jn(d.__[0],d.__N[0])||(u=!0))}),r){var p=r.call(this,s,i,c);return f?p||u:p}return!f||u}}return o.__}function N(e,t){var n=vt(Be++,3);!j.__s&&Zn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,F.__H.__h.push(n))}function de(e,t){var n=vt(Be++,4);!j.__s&&Zn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,F.__h.push(n))}function H(e){return ht=5,Z(function(){return{current:e}},[])}function Z(e,t){var n=vt(Be++,7);return Zn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Ut(e,t){return ht=8,Z(function(){return e},t)}function xr(){var e=vt(Be++,11);if(!e.__){for(var t=F.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function ac(){var e;do{for(;e=Kn.shift();)try{pt(e)}catch(n){j.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Sr.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(pt),t.__h.some(zn),t.__h=[]}catch(n){t.__h=[],j.__e(n,e.__v)}}}while(Kn.length)}j.__b=function(e){F=null,hr&&hr(e)},j.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),yr&&yr(e,t)},j.__r=function(e){vr&&vr(e),Be=0;var t=(F=e.__c).__H;t&&(Gn==F?F.__h=[]:(t.__h.some(pt),t.__h.some(zn),Be=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Gn=F},j.diffed=function(e){$r&&$r(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&wr(Sr.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Gn=F=null},j.__c=function(e,t){t.some(function(n){try{n.__h.some(pt),n.__h=n.__h.filter(function(o){return!o.__||zn(o)})}catch(o){n.__h=[function(){throw o}]}}),br&&br(e,t)},j.unmount=function(e){_r&&_r(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,wr(Kn.push(r))}else pt(r)}catch(s){t=s}}),o.__H=void 0,t&&j.__e(t,o.__v))};var gr=typeof requestAnimationFrame=="function";function cc(e){var t,n=function(){clearTimeout(o),gr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);gr&&(t=requestAnimationFrame(n))}function wr(e){e!=1&&pr==j.requestAnimationFrame||((pr=j.requestAnimationFrame)||cc)(ac)}function pt(e){var t=F,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),F=t}function zn(e){var t=F;e.__c=e.__(),F=t}function Zn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!Jn(n,e[o])})}function kr(e,t){return typeof t=="function"?t(e):t}var lc=Symbol.for("preact-signals");function Ht(){if(Se>1)Se--;else{var e,t=!1;for((function(){var r=Wt;for(Wt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();bt!==void 0;){var n=bt;for(bt=void 0,Bt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Tr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Bt=0,Se--,t)throw e}}function Qn(e){if(Se>0)return e();Xn=++uc,Se++;try{return e()}finally{Ht()}}var $t,C=void 0;function _t(e){var t=C,n=$t;C=void 0,$t=void 0;try{return e()}finally{C=t,$t=n}}var bt=void 0,Se=0,Bt=0,uc=0,Xn=0,Wt=void 0,qt=0;function Ar(e){if(C!==void 0){var t=e.n;if(t===void 0||t.t!==C)return t={i:0,S:e,p:C.s,n:void 0,t:C,e:void 0,x:void 0,r:t},C.s!==void 0&&(C.s.n=t),C.s=t,e.n=t,32&C.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=C.s,t.n=void 0,C.s.n=t,C.s=t),t}}function q(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}q.prototype.brand=lc;q.prototype.h=function(){return!0};q.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:_t(function(){var o;(o=t.W)==null||o.call(t)}))};q.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&_t(function(){var r;(r=t.Z)==null||r.call(t)}))}};q.prototype.subscribe=function(e){var t=this;return te(function(){var n=t.value;_t(function(){return e(n)})},{name:"sub"})};q.prototype.valueOf=function(){return this.value};q.prototype.toString=function(){return this.value+""};q.prototype.toJSON=function(){return this.value};q.prototype.peek=function(){var e=this;return _t(function(){return e.value})};Object.defineProperty(q.prototype,"value",{get:function(){var e=Ar(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Bt>100)throw new Error("Cycle detected");(function(n){Se!==0&&Bt===0&&n.l!==Xn&&(n.l=Xn,Wt={S:n,v:n.v,i:n.i,o:Wt})})(this),this.v=e,this.i++,qt++,Se++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Ht()}}}});function P(e,t){return new q(e,t)}function Tr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Ir(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Er(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function qe(e,t){q.call(this,void 0,t),this.x=e,this.s=void 0,this.g=qt-1,this.f=4}qe.prototype=new q;qe.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===qt))return!0;if(this.g=qt,this.f|=1,this.i>0&&!Tr(this))return this.f&=-2,!0;var e=C;try{Ir(this),C=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return C=e,Er(this),this.f&=-2,!0};qe.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}q.prototype.S.call(this,e)};qe.prototype.U=function(e){if(this.t!==void 0&&(q.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};qe.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(qe.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Ar(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function $e(e,t){return new qe(e,t)}function Dr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){Se++;var n=C;C=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,eo(e),o}finally{C=n,Ht()}}}function eo(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Dr(e)}function fc(e){if(C!==this)throw new Error("Out-of-order effect");Er(this),C=e,this.f&=-2;try{8&this.f&&eo(this)}finally{Ht()}}function Qe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,$t&&$t.push(this)}Qe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Qe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Dr(this),Ir(this),Se++;var e=C;return C=this,fc.bind(this,e)};Qe.prototype.N=function(){2&this.f||(this.f|=2,this.u=bt,bt=this)};Qe.prototype.d=function(){this.f|=8,1&this.f||eo(this)};Qe.prototype.dispose=function(){this.d()};function te(e,t){var n=new Qe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Or,Yt,Vt,mc=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Mr=[];te(function(){Or=this.N})();function et(e,t){O[e]=t.bind(null,O[e]||function(){})}function yt(e){if(Vt){var t=Vt;Vt=void 0,t()}Vt=e&&e.S()}function Nr(e){var t=this,n=e.data,o=y(n);o.name="ReactiveDom",o.value=n;var r=Z(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var f=$e(function(){var m=o.value.value;return m===0?0:m===!0?"":m||""}),u=$e(function(){return!Array.isArray(f.value)&&!Un(f.value)}),p=te(function(){if(this.N=Cr,u.value){var m=f.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=m)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[u,f]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}Nr.displayName="ReactiveTextNode";Object.defineProperties(q.prototype,{constructor:{configurable:!0,value:Ft(Ue,null).constructor},type:{configurable:!0,value:Nr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});et("__b",function(e,t){if(yt(),Yt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof q&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});et("__r",function(e,t){if(e(t),t.type!==Ue){yt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return te(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;mc&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Yt=o,yt(n)}});et("__e",function(e,t,n,o){yt(),Yt=void 0,e(t,n,o)});et("diffed",function(e,t){yt(),Yt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var f=s[l],u=o[l];f===void 0?(f=dc(n,l,u,r),s[l]=f):f.o(u,r)}}}e(t)});function dc(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=P(n);return{o:function(i,c){s.value=i,o=c},d:te(function(){this.N=Cr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}et("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var l in i)c[l]=i[l]}t.__np=void 0}else{var f=t.__c;if(f){f.__$f|=8;var u=f.__$u;u&&(f.__$u=void 0,u.d())}}e(t)});et("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Xe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function y(e,t){return Z(function(){return P(e,t)},[])}var pc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function hc(){Qn(function(){for(var e;e=Mr.shift();)Or.call(e)})}function Cr(){Mr.push(this)===1&&(O.requestAnimationFrame||pc)(hc)}var Lr="/api/problems#";function Pr(e,t,n){if(typeof t?.error=="string"){let l=Number(n.get("Retry-After"))||null;return{type:e===409&&l?"in-progress":null,sentence:t.error,errors:null,retryAfter:l,submissionState:n.get("Submission-State")}}if(typeof t?.detail!="string"||!String(t.type).startsWith(Lr))return null;let{type:o,detail:r,errors:s=[],retryAfter:i=null,submissionState:c=null}=t;return{type:o.slice(Lr.length),sentence:r,errors:s,retryAfter:i,submissionState:c}}function Gt({problem:e}){let t={};for(let{pointer:n,detail:o}of e?.errors??[]){let r=n?.split("/")[1];r&&(t[r]??=o.slice(0,1).toUpperCase()+o.slice(1))}return t}var vc=4e4,to="application/json",Rr="application/problem+json",jr=()=>{};function Fr(e){jr=e}async function V(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=vc}={}){let i=new Headers({Accept:`${Rr}, ${to}`,...r});o&&i.set("Portal-Account",o),n&&!(n instanceof FormData)&&i.set("Content-Type",to);let c=performance.now();try{let l=await fetch(`/api/${e}`,{method:t,headers:i,body:n instanceof FormData||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:f,headers:u}=l,p=u.get("Content-Type")??"",m=[to,Rr].some(b=>p.startsWith(b))?await l.json().catch(()=>null):null,h=f>=400?Pr(f,m,u):null;return bc(f,m,u,h)?(f===401&&$c(h)&&jr(c),{status:f,body:m,headers:u,problem:h,offline:!1}):f===413?_c():no()}catch{return no()}}var $c=e=>!e?.type||e.type==="unauthenticated";function bc(e,t,n,o){return n.get("X-Request-ID")?e>=400?o!==null:t!==null||e===204||e===304:!1}var _c=()=>({...no(),status:413,offline:!1}),no=()=>({status:0,body:null,headers:new Headers,problem:null,offline:!0}),yc="The portal cannot be reached just now. Please check your connection and try again.",G=({offline:e,problem:t})=>e?yc:t?.sentence??"Something went wrong. Please try again in a minute.";var qr="Europe/London",oo=e=>new Intl.DateTimeFormat("en-GB",{timeZone:qr,...e}),Hr=oo({day:"numeric",month:"long",year:"numeric"}),gc=oo({month:"short",year:"numeric"}),Ur=oo({hour:"2-digit",minute:"2-digit"}),Jt=new Intl.DateTimeFormat("sv-SE",{timeZone:qr}),wc=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),Sc=864e5,[xc,Br]=[1024,1024*1024],ce=(e=new Date)=>Jt.format(e),ne=e=>Hr.format(new Date(e)),Vr=e=>gc.format(new Date(`${e}-01`));function oe(e,t=new Date){let n=new Date(e);return Jt.format(n)===Jt.format(t)?Ur.format(n):`${Hr.format(n)}, ${Ur.format(n)}`}var R=e=>wc.format(e),U=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Yr(e,t=new Date){let n=Math.round((Wr(t)-Wr(new Date(e)))/Sc);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Wr=e=>Date.parse(Jt.format(e)),He=e=>e<Br?`${Math.ceil(e/xc)} KB`:`${Number((e/Br).toFixed(1))} MB`;var Jr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,Jr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Gr=new Map;function Kr(e){var t=Gr.get(this);return t||(t=new Map,Gr.set(this,t)),(t=Jr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",l=[0],f=function(d){s===1&&(d||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,d,i):s===3&&(d||i)?(l.push(3,d,i),s=2):s===2&&i==="..."&&d?l.push(4,d,0):s===2&&i&&!d?l.push(5,0,!0,i):s>=5&&((i||!d&&s===5)&&(l.push(s,0,i,r),s=6),d&&(l.push(s,d,0,r),s=6)),i=""},u=0;u<n.length;u++){u&&(s===1&&f(),f(u));for(var p=0;p<n[u].length;p++)o=n[u][p],s===1?o==="<"?(f(),l=[l],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(f(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[u][p+1]===">")?(f(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(f(),s=2):i+=o),s===3&&i==="!--"&&(s=4,l=l[0])}return f(),l})(e)),t),arguments,[])).length>1?t:t[0]}var a=Kr.bind(Ft);var zr;function L(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(zr),zr=setTimeout(()=>{t.textContent=e},400)}var ro="([A-Za-z0-9_-]{1,64})",so=new RegExp(`^${ro}$`),kc={"/":"jobs","/jobs":"jobs",[`/jobs/${ro}`]:"job",[`/jobs/${ro}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/account/devices":"devices","/outbox":"outbox"},Ac=Object.entries(kc).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Kt(e){for(let[t,n]of Ac){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var M=P(io());function io(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Kt(location.pathname)??Kt("/"),path:location.pathname,account:so.test(n)&&so.test(o)?`${n}/${o}`:null,query:t,isBack:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function S(e,t={},n=M.value.account){let[o="",r=""]=n?.split("/")??[],s={...t,...n&&{agency:o,contractor:r}},i=new URLSearchParams(s).toString();return i?`${e}?${i}`:e}function Zr(e){M.value.account||xe(S(M.value.path,Object.fromEntries(M.value.query),e),{replace:!0})}function xe(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:Tc(n)},""),history.pushState(null,"",e)),M.value=io()}var zt=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function Tc(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return!o||!t?null:{href:r??"",at:zt(r??"",t).indexOf(o),top:o.getBoundingClientRect().top}}function Xr(){let{y:e,mark:t}=M.value;scrollTo(0,e);let n=document.querySelector("main"),o=t&&n&&zt(t.href,n)[t.at];if(!o)return;let r=()=>scrollBy(0,o.getBoundingClientRect().top-t.top);r(),requestAnimationFrame(()=>requestAnimationFrame(r))}function Qr(){history.scrollRestoration="manual",addEventListener("popstate",()=>{M.value=io(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Kt(t.pathname)||(e.preventDefault(),xe(t.href,{replace:t.href===location.href,link:t}))})}var Ic={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},$=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${Ic[e]} /></svg>
`;var Ec="Contractor Portal",es=!0;function I({title:e,back:t,keepsFocus:n=!1,children:o}){let r=H(null);return de(()=>{es||(n||r.current?.focus({preventScroll:!0}),Xr()),es=!1},[]),de(()=>{document.title=`${e} – ${Ec}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${S(t.path)}><${$} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var Dc=20,Oc={"sign-in failed":"Failed try to sign in","session ended":"Device signed out",switched:"Account switched",submitted:"Sent",confirmed:"The agency has it",rejected:"The agency's system refused it",unconfirmed:"It may have arrived",review:"The agency was asked whether it arrived",expired:"It could not be sent",abandoned:"It was not sent"};function ts(){let e=y([]),[t,n]=[y(null),y(null)],o=async()=>{let s=await V(`session/activity?offset=${e.value.length}&limit=${Dc}`);n.value=s.status===200?null:G(s),s.status===200&&(e.value=[...e.value,...s.body.activity],t.value=s.body.total)};N(()=>{o()},[]);let r=t.value!==null&&e.value.length<t.value;return a`
    <p class="hint">Sign-ins, tries with your e-mail address, and what you sent, for 90 days.</p>
    <p class="problem" role="alert">${n.value}</p>
    ${t.value===null&&!n.value&&a`<p class="loading" role="status">Loading …</p>`}
    <ol class="rows">${e.value.map((s,i)=>a`<${Mc} key=${i} entry=${s} />`)}</ol>
    ${r&&a`<button class="btn btn-secondary" type="button" onClick=${o}>Show more</button>`}
  `}function Mc({entry:{at:e,event:t,detail:n,software:o,network:r}}){let s=Oc[t]??t[0].toUpperCase()+t.slice(1);return a`
    <li class="row">
      <div>
        <span class="title">${s}${n&&`: ${n}`}</span>
        <span class="about">${[oe(e),o,r].filter(Boolean).join(", ")}</span>
      </div>
    </li>
  `}var ao="session/devices";function ns(){let e=y(null),[t,n]=[y(null),y(!1)],o=async()=>{let i=await V(ao);i.status===200?e.value=i.body.devices:t.value=G(i)},r=async(i,c)=>{n.value=!0,t.value=null;let l=await V(i,{method:"DELETE"});[204,404].includes(l.status)?(L(c),await o()):t.value=G(l),n.value=!1};N(()=>{o()},[]);let s=e.value?.filter(({current:i})=>!i)??[];return a`
    <${I} title="Where you are signed in" back=${{path:"/account",name:"Account"}}>
      <p>Do you not know one of these devices? Sign it out, and change the password of your e-mail account.</p>
      <p class="problem" role="alert">${t.value}</p>
      ${e.value?a`<ul class="cards">
            ${e.value.map(i=>a`<${Nc} key=${i.deviceId} device=${i} busy=${n.value} onEnd=${()=>r(`${ao}/${i.deviceId}`,"The device is signed out.")} />`)}
          </ul>`:!t.value&&a`<p class="loading" role="status">Loading …</p>`}
      ${s.length>0&&a`<button class="btn btn-danger" type="button" disabled=${n.value} onClick=${()=>r(ao,"You are signed out everywhere else.")}>
        Sign out everywhere else
      </button>`}
      <section aria-labelledby="activity">
        <h2 id="activity">What happened lately</h2>
        <${ts} key=${e.value?.length} />
      </section>
    <//>
  `}function Nc({device:e,busy:t,onEnd:n}){let{software:o,network:r,method:s,signedInAt:i,lastSeenAt:c,current:l}=e,f=o??"Unknown device";return a`
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
  `}var uo=(e,t)=>t.some(n=>e instanceof n),os,rs;function Cc(){return os||(os=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Lc(){return rs||(rs=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var fo=new WeakMap,co=new WeakMap,Zt=new WeakMap;function Pc(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(be(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Zt.set(t,e),t}function Rc(e){if(fo.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});fo.set(e,t)}var mo={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return fo.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return be(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function cs(e){mo=e(mo)}function jc(e){return Lc().includes(e)?function(...t){return e.apply(tt(this),t),be(this.request)}:function(...t){return be(e.apply(tt(this),t))}}function Fc(e){return typeof e=="function"?jc(e):(e instanceof IDBTransaction&&Rc(e),uo(e,Cc())?new Proxy(e,mo):e)}function be(e){if(e instanceof IDBRequest)return Pc(e);if(co.has(e))return co.get(e);let t=Fc(e);return Object.is(t,e)||(co.set(e,t),Zt.set(t,e)),t}var tt=e=>Zt.get(e);function ls(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=be(i);return o&&i.addEventListener("upgradeneeded",l=>{o(be(i.result),l.oldVersion,l.newVersion,be(i.transaction),l)}),n&&i.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",f=>r(f.oldVersion,f.newVersion,f))}).catch(()=>{}),c}function us(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),be(n).then(()=>{})}var Uc=["get","getKey","getAll","getAllKeys","count"],Bc=["put","add","delete","clear"],lo={};function ss(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(lo[t])return lo[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Bc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||Uc.includes(n)))return;let s=async function(i,...c){let l=this.transaction(i,r?"readwrite":"readonly"),f=l.store;return o&&(f=f.index(c.shift())),(await Promise.all([f[n](...c),r&&l.done]))[0]};return lo[t]=s}cs(e=>({...e,get:(t,n,o)=>ss(t,n)||e.get(t,n,o),has:(t,n)=>!!ss(t,n)||e.has(t,n)}));var Wc=["advance","continue","continuePrimaryKey"],is={},po=new WeakMap,fs=new WeakMap,qc={get(e,t){if(!Wc.includes(t))return e[t];let n=is[t];return n||(n=is[t]=function(...o){po.set(this,fs.get(this)[t](...o))}),n}};async function*Hc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,qc);for(fs.set(n,t),Zt.set(n,tt(t));t;)yield n,t=await(po.get(n)||t.continue()),po.delete(n)}function as(e,t){return t===Symbol.asyncIterator&&uo(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&uo(e,[IDBIndex,IDBObjectStore])}cs(e=>({...e,get(t,n,o){return as(t,n)?Hc:e.get(t,n,o)},has(t,n){return as(t,n)||e.has(t,n)}}));var Xt=new Set,ms=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){ms=Xt.size>0;for(let t of Xt)gt(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&ms&&location.reload()});function ds(e){let t=tt(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return ho(o),o}}function ho(e){let t=tt(e)??e;Xt.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>Xt.delete(t));be(t).done.catch(()=>{})}function gt(e){try{e.abort()}catch{}}var Vc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...i}=r.value;o.put({...i,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],Yc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",blocked:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},De=class extends Error{constructor(t,n,o=Yc[t]){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=o}},Y=e=>e?.sentence,ps=["InvalidStateError","UnknownError"],Gc="portal:",Jc=1e4,Qt=1e4,nt=3e3,Ve=new Map,en=new Set,$o=!1,X=({agency:e,contractorId:t,email:n})=>`${Gc}${e}/${t} ${n}`;function Kc(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return t&&n&&o?{agency:t,contractorId:n,email:o}:null}async function hs(){return(indexedDB.databases?(await le(()=>pe(Qt,indexedDB.databases()))).map(({name:t})=>t??""):[...Ve.keys()]).map(Kc).filter(t=>t!==null)}var vs=()=>{$o=!0},bo=e=>en.delete(e);async function vo(e,t=Vc){if(en.has(e))throw new De("gone");let n=Ve.get(e);return n||(n=zc(e,t),Ve.set(e,n),n.catch(()=>Ve.delete(e))),le(()=>pe(Jc,n))}var zc=(e,t)=>le(async()=>{let n=await ls(e,t.length,{upgrade(o,r,s,i){ho(i),Zc(t.slice(r),o,i)},blocking(o,r){r===null&&en.add(e),_o(e)},terminated:()=>Ve.delete(e)});return ds(n),n});async function Zc(e,t,n){try{for(let o of e)await o(t,n)}catch{gt(n)}}async function _o(e){let t=Ve.get(e);Ve.delete(e),(await t?.catch(()=>null))?.close()}async function $s(e){let t=pe(nt,Xc(e)).then(()=>!0,()=>!1);en.add(e);let n=await t;_o(e);try{await le(()=>pe(nt,us(e)))}catch(o){if(!n)throw o}}async function Xc(e){let t=await vo(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var re=(e,t,n)=>le(async()=>{let o=await Qc(e,t,n);return $o=!0,o}),Oe=(e,t,n)=>le(()=>pe(Qt,re(e,t,n)));async function Qc(e,t,n){try{return await t(await vo(e,n))}catch(o){let{cause:r,name:s}=o;if(!ps.includes(r?r.name:s))throw o;return await _o(e),t(await vo(e,n))}}async function pe(e,t){let n,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}async function le(e){try{return await e()}catch(t){throw t instanceof De?t:new De(el(t),t)}}function el(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"blocked":["SecurityError",...ps].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?$o?"lost":"closed":"broken"}var wt=new BroadcastChannel("portal-turn"),St=[];wt.addEventListener("message",({data:{asks:e}})=>{St.includes(e)&&wt.postMessage({holds:e})});function bs(e,t){return gs(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(i){if(i.name!=="AbortError")throw i;return r=!1,null}})}function _s(e,t){return gs(e,async({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function ys(e,t){let n=!1,o=()=>(n=!0,ws(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function gs(e,t){let n=!1,o=r=>(n=!0,ws(e,r));for(let r=!1;;r=!await tl(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function ws(e,t){St.push(e);try{return await t()}finally{St.splice(St.indexOf(e),1)}}function tl(e){return St.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),wt.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);wt.addEventListener("message",o),wt.postMessage({asks:e})})}function Ss(e,t){let{method:n,path:o}=nl(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?ol(e,t):e.content,timeoutMs:t?3e5:6e4}}function nl({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(String(t))}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function ol({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t?.name),o}var rl=["rejected","expired","abandoned"],go=1e4,sl=144*36e5,Ts=2e3,Is=3e5,wo=6e4,il=600,al=36e5,cl=6e5,ll=24*36e5,ul=1e4,fl=/^document: /,ml=[400,404,405,413,415,422],Es="It may have arrived. It is sent again, and the portal knows it for the same.",dl="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",xs="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",pl=" If that does not help, attach the PDF again.",hl="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Ds="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",B=({state:e})=>e!=="done",ue=({state:e})=>["checking","review"].includes(e),he=({state:e,promised:t})=>e==="checking"&&!!t,xt=e=>B(e)&&!ue(e),Me=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Os=(e,t)=>Me(e)?{heldUntil:t+cl}:void 0,nn=e=>e.state!=="sending"&&!ue(e),on=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,rt=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,Q=({state:e})=>["refused","unknown"].includes(e),Ms=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...rn({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+go:0}),rn=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...vl}),vl={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,faults:null,result:null};function Ns(e,t){return Cs(e).filter(n=>yo(n)<=t||yo(n)>t+ll).sort((n,o)=>+!!n.document-+!!o.document||n.id-o.id)}function So(e){let t=Cs(e).map(yo);return t.length?Math.min(...t):null}var yo=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Cs(e){let t=new Set;return e.filter(n=>{if(ue(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${"statementId"in n.content?n.content.statementId:void 0}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Ls(e,t){return Rs(e,t)?xo(Ds):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Ps(e,t,n=Math.random){if(Rs(e,t))return xo(Ds);let o=Me(e)?xs+pl:xs;return ot(e,null,t,n,{sentence:o,asks:"document"},wo)}var Rs=({sentAt:e},t)=>e!==null&&t-e>sl,js=()=>({state:"waiting",sentence:Es,nextAt:0});function Fs(e,t,n,o=Math.random){let{status:r,body:s,headers:i,problem:c,offline:l}=t,f={sentAt:e.sentAt??n},u=c?.sentence.replace(fl,"")??null;if(l)return ot(e,null,n,o,{...f,sentence:Es},wo);if(r===413&&!s){let x={sentAt:e.sentAt,sentence:dl,asks:"size"};return ot(e,il,n,o,x,al)}let{type:p=null,submissionState:d=null,retryAfter:m=null}=c??{},h=i.get("Location");if(r===200||r===201)return Bs(e,s,n);if(r===202)return ks(s.state,s.submissionId,s.message,n);if(d==="rejected")return tn(u,{ended:d});if(p==="in-progress")return ot(e,m,n,o,{...f,sentence:u},ul);if(h)return ks(d,h.split("/").at(-1)??"",u,n);if(d==="not-sent")return ot(e,m,n,o,{sentAt:null,sentence:u});let b=p==="duplicate-invoice"||p===null&&e.kind==="invoice";return r===409?tn(u,{asks:b?"duplicate":null}):ml.includes(r)?tn(u,{faults:Gt(t)}):ot(e,m,n,o,{...r>=500?f:{sentAt:e.sentAt},sentence:u})}function Us(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?xo(hl):o||t!==200?As(e,e,r,s):n.state==="confirmed"?Bs(e,n.result,r):rl.includes(n.state)?tn(n.message,{ended:n.state}):As(e,{...Ws(n.state),sentence:n.message},r,s)}var Bs=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?$l(t):t}),$l=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},tn=(e,{asks:t=null,ended:n=null,faults:o=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,faults:o,sentAt:null}),xo=e=>({state:"unknown",sentence:e,asks:null}),Ws=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e??"")}),ks=(e,t,n,o)=>({...Ws(e),submissionId:t,sentence:n,tries:0,nextAt:o+Ts});function ot(e,t,n,o,r,s=Is){let i=Math.max((t??0)*1e3,sn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function As({tries:e},{state:t,promised:n,sentence:o},r,s){let i=t==="review"?Is:wo;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+sn(e,i,s)}}var sn=(e,t,n=Math.random)=>Math.min(t,Ts*2**Math.min(e,20))*(.5+n()/2);var Hs="portal-outbox",bl={durability:"strict"},qs=["outbox","documents","blobs"],st=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ye=class{constructor(t){this.owner=t,this.name=X(t)}list(){return Oe(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let i=await r.add(t);return n&&await s.put({id:i,bytes:n}),{...t,id:Number(i)}});return an(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:i,blobs:c})=>{let l=await s.get(t),f=l&&n(l);if(f===void 0)return;let u=f&&{...l,...f},p=Vs(u);return await Promise.all([u?s.put(u):s.delete(t),p?o&&i.put({id:t,bytes:o}):i.delete(t),(o||!p)&&c.delete(t)]),u});if(r===void 0)throw new st;return an(this.name),r}async readDocument(t){let n=await Oe(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await Oe(this.name,s=>s.get("blobs",t));if(!n)throw new De("lost");let o=await le(()=>pe(Qt,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:i})=>{await i.count(t)&&await Promise.all([s.put({id:t,bytes:o}),i.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return re(this.name,async n=>{let o=n.transaction(qs,"readwrite",bl),r=Object.fromEntries(qs.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw gt(o),c}),[i]=await Promise.all([s,o.done]);return i})}async deleteAllButUnsent(){await this.#n({keepsDrafts:!1})}deleteAllButUnfinished(){return this.#n({keepsDrafts:!0})}#n({keepsDrafts:t}){return re(this.name,async n=>{let o=n.transaction(["answers","drafts","outbox"],"readwrite"),[r,s]=[o.objectStore("outbox"),o.objectStore("drafts")],i=await r.getAll(),c=i.filter(f=>!B(f));t||s.clear();let[l]=await Promise.all([s.count(),o.objectStore("answers").clear(),...c.map(({id:f})=>r.delete(f)),o.done]);return l>0||c.length<i.length})}},it=class{#e=[];#t=new Map;#n=0;constructor(t){this.owner=t,this.name=X(t)}async list(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#n};return this.#e.push(o),n&&this.#t.set(o.id,n),an(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new st;let i=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...i?[i]:[]),o?this.#t.set(t,o):Vs(i)||this.#t.delete(t),an(this.name),i}async readDocument(t){return this.#t.get(t)??null}},Vs=e=>!!(e?.document&&B(e));function an(e){let t=new BroadcastChannel(Hs);t.postMessage(e),t.close()}function Ys(e){let t=new BroadcastChannel(Hs);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function cn(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw new De("broken",t,"This file cannot be read. Please choose it again.")}}var Gs="portal-session",_l=5e3;async function Ne(e=null){return(await hs()).filter(n=>e===null||n.email===e).map(n=>new Ye(n))}async function ko(e){return await bs(`portal-outbox:${e.name}`,n=>yl(e,n))??{obstacle:null,nextAt:Date.now()+_l}}async function yl(e,t){for(await gl(e);t();){let[n]=Ns(await e.list(),Date.now());if(!n)return{obstacle:null,nextAt:So(await e.list())};let o=await wl(e.owner,async()=>t()?Sl(e,n):null);if(o)return{obstacle:o,nextAt:null}}return null}var Ao=e=>ys(Gs,e);async function gl(e){for(let{id:t,state:n}of await e.list())n==="sending"&&await e.change(t,js)}function wl(e,t){return _s(Gs,async()=>await Js(e)??t())}async function Js({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await V("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Sl(e,t){try{return await(ue(t)?kl(e,t):xl(e,t))}catch(n){if(n instanceof st)return null;throw n}}async function xl(e,t){let n=l=>l.state==="waiting"&&l.key===t.key&&l.heldUntil===t.heldUntil,o=t.document?await e.readDocument(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,l=>n(l)?Ps(l,Date.now()):void 0),null;let r=await e.change(t.id,l=>n(l)?Ls(l,Date.now()):void 0);if(r?.state!=="sending")return null;let s=Ss(t,o),i=await V(s.path,{...s,account:zs(e)}),c=await Ks(e,i);return await e.change(t.id,l=>{if(!(l.attempt!==r.attempt||l.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Fs(t,i,Date.now())}),c??(i.offline?"offline":null)}async function kl(e,t){let n=await V(`contractor/submissions/${t.submissionId}`,{account:zs(e)}),o=await Ks(e,n);return o||await e.change(t.id,r=>ue(r)?Us(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function Ks(e,{status:t,problem:n}){return t===401?"signed-out":n?.type==="foreign-account"?"account-gone":t===409&&!n?.type?Js(e.owner):null}var zs=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Al="outbox",Zs=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator;async function Xs(){return await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Al).then(()=>!0,()=>!1)??!0}var To=e=>`outbox ${e}`;function ln(e,t){try{t?localStorage.setItem(To(e),String(t)):localStorage.removeItem(To(e))}catch{}}function Io(e){try{return Number(localStorage.getItem(To(e))??0)}catch{return 0}}var Qs=e=>ln(e,0);var Tl=6e4,Il=168*36e5,El="This device has no room left, so nothing can be sent from it. Please free some space.",un=class{items=P(null);obstacle=P(null);otherAccounts=P([]);storageProblem=P(null);#e=null;#t=void 0;#n=0;#r=!1;#s=null;#o=!1;#u=!1;#c=new Map;start(){Ys(t=>{t===this.#e?.name&&this.#a()}),addEventListener("online",()=>this.#m(ei)),addEventListener("offline",()=>this.wake()),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&this.wake()})}async open(t){if(this.#e?.name===X(t))return;this.close(),bo(X(t));let n=new Ye(t);Io(n.name)&&vs(),this.#e=n;try{let o=(await n.list()).length?0:Io(n.name);for(let r of(await Ne()).filter(({owner:{email:s}})=>s!==t.email))await r.deleteAllButUnsent(),ln(r.name,await Eo(r));await Dl(n),await ti(n,await n.list(),ei),this.#e===n&&(this.storageProblem.value=o?Ol(o):null)}catch(o){if(this.#e!==n)return;this.storageProblem.value=Do(o),o.reason==="closed"&&(this.#e=this.#p(t))}await this.#a(),this.items.value?.some(B)&&this.#l(),this.wake()}async openFormerAccount(t){if(this.close(),!t)return;(await Ne(t.email).catch(()=>[])).some(({name:o})=>o===X(t))&&!this.#e&&await this.open(t)}close(){clearTimeout(this.#t),this.#e=null,this.items.value=null,this.obstacle.value=null,this.otherAccounts.value=[],this.storageProblem.value=null}async add({document:t,...n}){let{bytes:o,document:r}=await ni(t),s=await this.#f().add(Ms({...n,document:r},Date.now()),o);return await this.#a(),navigator.storage?.persist?.(),this.#l(),this.wake(),s}async edit(t,{content:n,about:o,document:r}){let{bytes:s,document:i}=await ni(r),c={content:n,...o!==void 0&&{about:o},...r!==void 0&&{document:i}};return this.#i(t,l=>Me(l)?rn(c):void 0,s)}hold(t){return this.#i(t,n=>Os(n,Date.now()))}release(t){return this.#i(t,({heldUntil:n})=>n?{heldUntil:0}:void 0)}resend(t,{duplicate:n=!1}={}){return this.#i(t,o=>Q(o)?rn({duplicate:n}):void 0)}remove(t){return this.#i(t,n=>nn(n)?null:void 0)}undo(t){return this.#i(t,n=>on(n,Date.now())?null:void 0)}itemsOf(t){return(this.items.value??[]).filter(n=>n.jobId===t)}sendingNotice(){return Zs()&&!this.#u?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection."}async wake(){clearTimeout(this.#t),this.#s?this.#o=!0:(this.#s=this.#h(),await this.#s.finally(()=>this.#s=null),this.#o&&(this.#o=!1,await this.wake()))}async tryNow(){await this.#m()}async countUnsent(t){let n=this.#e instanceof it?[this.#e]:await Ne(t);return(await Promise.all(n.map(Eo))).reduce((r,s)=>r+s,0)}async deleteAll(t){let n=!(this.#e instanceof it);this.#e?.owner.email===t&&this.close();for(let[r,{owner:s}]of this.#c)s.email===t&&this.#c.delete(r);let o=n?await Ne(t):[];await ri(o.map(oi))}async deleteAllButUnfinished(t){let n=await Ne(t);await ri(n.map(async o=>{await le(()=>pe(nt,o.deleteAllButUnfinished()))||await oi(o)}))}#p(t){let n=this.#c.get(X(t))??new it(t);return this.#c.set(n.name,n),n}#f(){if(!this.#e)throw new Error("no outbox is open");return this.#e}async#i(t,n,o){let r=await this.#f().change(t,n,o);return await this.#a(),this.#l(),this.wake(),r}async#m(t){this.#e&&await ti(this.#e,this.items.value??[],t),await this.wake()}async#l(){await Xs()||(this.#u=!0)}async#a(){let t=this.#e;try{let n=await t?.list()??null;if(this.#e!==t)return;this.items.value=n,t&&n&&ln(t.name,n.filter(xt).length)}catch(n){if(this.#e!==t)return;this.storageProblem.value=Do(n),this.#r=!0}}async#h(){let t=this.#e;if(t)try{let n=t instanceof Ye?(await Ne(t.owner.email)).filter(({name:s})=>s!==t.name):[],o=[];for(let s of[t,...n])o.push(await ko(s));let r=await Promise.all(n.map(Eo));if(this.#e!==t||(this.obstacle.value=o[0].obstacle,this.otherAccounts.value=n.map(({owner:s},i)=>({...s,number:r[i]})).filter(({number:s})=>s),this.#d(o),!this.#r))return;this.#r=!1,await this.#a(),this.#r||(this.storageProblem.value=null)}catch(n){if(this.#e!==t)return;let o=n.reason==="full";this.storageProblem.value=o?El:Do(n),this.#r=!0,this.#d([{obstacle:"offline",nextAt:null}])}}#d(t){let n=t.some(({obstacle:r})=>r==="offline");this.#n=n?this.#n+1:0;let o=t.map(({nextAt:r})=>r).filter(r=>r!==null);n&&o.push(Date.now()+sn(this.#n,Tl)),o.length&&(this.#t=setTimeout(()=>this.wake(),Math.max(Math.min(...o)-Date.now(),0)))}},ei=({asks:e})=>e!=="size";async function ti(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>B(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function ni(e){if(!e)return{bytes:void 0,document:null};let{bytes:t,...n}=await cn(e);return{bytes:t,document:n}}async function oi({name:e}){await $s(e),Qs(e)}async function ri(e){let n=(await Promise.allSettled(e)).find(o=>o.status==="rejected");if(n)throw n.reason}var Eo=async e=>(await e.list()).filter(xt).length;async function Dl(e){let t=Date.now()-Il;for(let{id:n,state:o,doneAt:r}of await e.list())o==="done"&&Number(r)<t&&await e.change(n,()=>null)}function Do(e){let t=Y(e);if(!t)throw e;return t}var Ol=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;var v=new un;var Ml={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},Nl="May have arrived",Cl="With the portal",si={expired:"Not delivered",abandoned:"Not delivered"};function ve(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:he(e)?Cl:rt(e)?Nl:n==="refused"&&si[o??""]||Ml[n]}function ii(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?ve(e,t):`${ve(e,t)}${si[o??""]?":":", because:"} ${r}`}var ai=(e,t)=>e.state==="refused"||e.sentence?.startsWith(ve(e,t))?null:e.sentence,at=e=>e.kind==="completion"?e.content.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e.kind];var fn="portal",mn=[e=>e.createObjectStore("session")],ci=e=>re(fn,t=>t.put("session",e,"last"),mn),li=()=>mi("last"),Oo=()=>le(()=>pe(nt,re(fn,e=>e.delete("session","last"),mn))),ui=e=>re(fn,async t=>e?t.put("session",e,"asked"):t.delete("session","asked"),mn),fi=()=>mi("asked");async function mi(e){try{return await Oe(fn,t=>t.get("session",e),mn)??null}catch{return null}}var k=P(void 0),Ge=P(null),hn=P(!1),vn=P(null),Ll=6e5,_e=P(!1),dn=null,pn=0,J=({agency:e,contractorId:t})=>`${e}/${t}`,Mo=(e,t)=>e.accounts.find(n=>J(n)===t)??null,A=$e(()=>k.value?Mo(k.value,M.value.account??J(k.value.account)):null),K=$e(()=>{if(!k.value||!A.value||_e.value)return null;let{agency:e,contractorId:t}=A.value;return{email:k.value.email,agency:e,contractorId:t}}),di=$e(()=>{let e=M.value.account;if(!k.value||A.value||!e||_e.value)return null;let[t,n]=e.split("/");return{email:k.value.email,agency:t,contractorId:n}}),No=new BroadcastChannel("portal:person"),pi=new BroadcastChannel("portal:parting");async function kt(e){pn=performance.now(),JSON.stringify(e)!==JSON.stringify(k.value)&&(k.value=e,await(e?ci(e):Oo()).catch(()=>{}),No.postMessage(e))}async function ct(e){await ui(e).catch(()=>{}),vn.value=e}async function $n(){let[e,t]=await Promise.all([li(),fi()]);t&&await ct(Date.now()-t.at<Ll?t:null);let n=e||document.body.dataset.session;if(k.value??=e??(n?void 0:null),n||navigator.serviceWorker?.controller){let o=performance.now(),r=await V("session");r.status===200&&o>=pn&&await kt(r.body)}k.value??=null}var bn=e=>{let t=M.value.account?.split("/")[0];return V("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function hi(e,t){let n=await Ao(()=>V("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ge.value=null,hn.value=!1,await kt(n.body),await ct(null)),n}async function vi(e){kt({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await V("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await kt(o.body)}function $i(){return dn??=Pl().finally(()=>dn=null),dn}async function Pl(){let e=k.value,t=await Ao(()=>V("session",{method:"DELETE"}));return t.status!==204||(_e.value=!0,No.postMessage(null),pi.postMessage(null),await bi([Oo(),v.deleteAll(e.email)]),Ge.value=null,k.value===e&&(k.value=null),_e.value=!1),t}async function Rl(e){_e.value=!0,await bi([v.deleteAllButUnfinished(e.email)]),k.value===e&&await kt(null),_e.value=!1}async function bi(e){let t=await Promise.allSettled(e);hn.value=t.some(n=>n.status==="rejected"&&n.reason&&n.reason.reason!=="closed")}function _i(){Fr(e=>{dn||_e.value||e<pn||k.value&&(Ge.value=k.value.email,Rl(k.value))}),No.onmessage=({data:e})=>{_e.value&&!e||(pn=performance.now(),k.value=e)},pi.onmessage=()=>{Ge.value=null}}var yi=300;async function gi(e,t,n,o=null){try{await re(X(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>yi&&await jl(s),await i})}catch{}}async function wi(e,t){try{return await Oe(X(e),n=>n.get("answers",t))??null}catch{return null}}async function jl(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-yi).map(({path:n})=>e.delete(n)))}var Fl=5e3,Ul=30,Si={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Bl=P({...Si,busy:!1}),Co=class{state=P(Si);begunAt=0;readAt=0;running=null;#e=null;#t;#n;constructor(t,n){this.#t=t,this.#n=n}refresh(){navigator.onLine&&Date.now()-this.readAt<Fl||(this.running??=this.#r().finally(()=>{this.running=null}))}async#r(){this.state.value.body||await this.#s(),this.#o({busy:!0});let t=Date.now();this.begunAt=t;let n=this.#e&&this.state.value.body?{"If-None-Match":this.#e}:{},o=await V(`contractor/${this.#n}`,{account:J(this.#t),headers:n}),{status:r,body:s,offline:i}=o,c=ql(o.headers.get("Last-Modified")),l={begunAt:t,asOf:c,isOld:!1,busy:!1,problem:null,status:r};if((r===200||r===304)&&(this.readAt=Date.now()),r===200)this.#e=o.headers.get("ETag"),K.value?.email===this.#t.email&&gi(this.#t,this.#n,s,this.#e),this.#o({...l,body:s});else if(r===304)this.#o(l);else if(r===409)$n(),this.#o({busy:!1,problem:G(o),status:r});else if(r===404)this.#o({body:null,busy:!1,problem:G(o),status:r});else{let f=o.problem?.retryAfter;!i&&f&&setTimeout(()=>this.refresh(),Math.min(f,Ul)*1e3);let u=!!(!i&&f);this.#o({isOld:!!this.state.value.body,busy:u,problem:G(o),status:r})}}async#s(){let t=await wi(this.#t,this.#n);if(!t)return;this.#e=t.etag??null;let n=t.body.asOf??new Date(t.readAt).toISOString();this.#o({body:t.body,begunAt:t.readAt,asOf:n,isOld:!0})}#o(t){this.state.value={...this.state.value,...t}}},_n=new Map;function T(e){let t=e?Wl(K.value,e):null;return N(()=>{if(!t)return;let n=()=>document.visibilityState==="visible"&&t.refresh();n();let o=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of o)r.addEventListener(s,n);return()=>{for(let[r,s]of o)r.removeEventListener(s,n)}},[t]),t?.state??Bl}async function xi(e,t){let n=K.value&&_n.get(Ai(K.value,e));await n?.running,!(!n||n.begunAt>t)&&(n.readAt=0,n.refresh())}var ki=()=>_n.clear(),Ai=(e,t)=>`${e.email} ${J(e)} ${t}`;function Wl(e,t){let n=Ai(e,t),o=_n.get(n)??new Co(e,t);return _n.set(n,o),o}var ql=e=>e?new Date(e).toISOString():null;var Hl="https://www.google.com/maps/search/?api=1&query=",Vl=/[\p{L}/,;&#|]|(?=\+)/u,Yl=5,Gl=/^(\+|00)(\d{1,3})\(0\)/;function Jl(e){return e.split(Vl).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(Gl,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Yl)??""}function Je({phone:e,who:t}){if(!e)return null;let n=Jl(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${$} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function lt({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${$} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Ti({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${Hl+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${$} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Lo(){let t=(T(A.value?"agency":null).value.body?.offers??[]).includes("contacts"),n=T(t?"contacts":null).value.body?.contacts??[],o=T(t?"account":null).value.body,r=Kl(n,o?.agency.branchId??null);return t?a`
    <div>
      ${r&&a`<${Je} phone=${r.phone} who=${r.name} /><${lt} email=${r.email} who=${r.name} />`}
      <a class="reach" href=${S("/contacts")}><${$} name="contacts" />All contacts</a>
    </div>
  `:null}function Kl(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var zl={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ce({item:e}){return a`
    <span class=${`state is-${e.state}`}>
      <${$} name=${zl[he(e)?"waiting":e.state]} /><span dir="auto">${ii(e,A.value?.agencyName)}</span>
    </span>
  `}function Le({item:e}){let t=ai(e,A.value?.agencyName);return a`
    ${t&&a`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&a`<${Po} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&a`<${Lo} />`}
  `}var Po=()=>a`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Lo} />
`;var At={emailCharacters:254,noteCharacters:4e3,descriptionCharacters:2e3,invoiceNumberCharacters:50,amountLeast:.01,amountMost:1e6,invoiceYearsBack:6,invoiceDaysAhead:1,documentBytes:10485760,documentNameCharacters:255,retryHours:72},Pe=e=>({...At,...e?.limits});var Zl=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),ke=e=>e.trim().replaceAll("	"," ");function yn(e,t,{inForm:n=!1}={}){let o=n?ke(e).replace(/\r\n|\r|\n/g,`\r
`):ke(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Zl.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var gn=(e,t)=>e?yn(e,t.noteCharacters):"Please write something first.";function wn(e){let[,t]=We(0),n=e.filter(r=>on(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return N(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}function Sn(e){N(()=>{if(e!==null)return v.hold(e).catch(Ii),()=>{v.release(e).catch(Ii)}},[e])}var Ii=()=>{};function Ei({item:e,onClose:t}){let[n,[o,r]]=[xr(),We(null)],s=Pe(T("agency").value.body);return Sn(e.id),a`
    <form onSubmit=${async c=>{c.preventDefault();let{value:l}=c.target.elements.namedItem("note"),f=ke(l),u=gn(f,s);if(r(u),!u)try{await v.edit(e.id,{content:{note:f}}),t()}catch(p){let d=Y(p);if(!d)throw p;r(d)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${s.noteCharacters} required dir="auto" ref=${Xl}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var Xl=e=>e?.focus();var Ql={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Oi(){let e=(v.items.value??[]).filter(t=>!B(t)).reverse();return a`
    <${I} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
      <${jo}>
        ${v.items.value?a`<p class="reach"><${$} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!v.storageProblem.value&&a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Ro} items=${e} />
        </section>
      `}
    <//>
  `}function jo({children:e}){let t=(v.items.value??[]).filter(B),[n,o]=[t.filter(s=>!Di(s)),t.filter(Di)],r=v.obstacle.value;return t.length?a`
    ${r&&n.some(s=>xt(s)&&!Q(s))&&a`<p class="notice" role="status">${Ql[r]}${r==="offline"&&` ${v.sendingNotice()}`}</p>`}
    ${n.length>0&&a`<h2 class="visually-hidden">Not confirmed yet</h2><${Ro} items=${n} />`}
    ${n.some(({state:s})=>s==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.tryNow()}>Try now</button>`}
    ${o.length>0&&a`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Ro} items=${o} /></section>`}
  `:e}var Di=({state:e})=>e==="review",Ro=({items:e})=>a`<ol class="cards">${e.map(t=>a`<${Fo} key=${t.id} item=${t} />`)}</ol>`;function Fo({item:e}){let[t,n]=We(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${at(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${Ei} item=${e} onClose=${o} />`:a`<${eu} item=${e} />`}
      <p class="about">
        <${Ce} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${oe(e.addedAt)}</time>
      </p>
      <${Le} item=${e} />
      ${t==="remove"&&a`<${ou} item=${e} onClose=${o} />`}
      ${!t&&a`<${tu} item=${e} setAction=${n} />`}
    </li>
  `}function eu({item:e}){let{document:t,jobId:n}=e;return a`
    ${e.kind==="note"&&a`<p class="says" dir="auto">${e.content.note}</p>`}
    ${e.kind==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${R(e.content.amount)}</strong>${e.content.invoiceNumber?`, number ${e.content.invoiceNumber}`:""}
        <br />${e.content.description}
      </p>
    `}
    ${t&&a`<p class="reach"><${$} name="invoice" /><span dir="auto">${t.name}</span></p>`}
    ${n&&a`<a class="reach" href=${S(`/jobs/${n}`)}><${$} name="jobs" />Look at the job</a>`}
  `}function tu({item:e,setAction:t}){let n=e.asks==="duplicate",[o,r]=[A.value&&Me(e)&&e.kind!=="completion",nn(e)&&B(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.resend(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${nu} item=${e} onEditNote=${()=>t("edit")} />`}
      ${Q(e)&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>v.resend(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function nu({item:{id:e,kind:t,jobId:n,content:o},onEditNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s="statementId"in o&&o.statementId,i={...s&&{statement:s},change:e},c=S(n?`/jobs/${n}/invoice`:"/invoice",i);return a`<a class="btn btn-secondary" href=${c}>Change</a>`}function ou({item:e,onClose:t}){let n=rt(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=We(null),s=async()=>{try{await v.remove(e.id),document.querySelector("h1")?.focus(),L("Deleted.")}catch(i){let c=Y(i);if(!c)throw i;r(c)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${ru} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var ru=e=>e?.focus();function xn(){let e=A.value&&J(A.value);return a`
    <ul class="rows">
      ${k.value?.accounts.map(t=>{let n=J(t);return a`
          <li key=${n} class="row">
            <a href=${S("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>vi(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${$} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}var kn="Signing out …";function An(){let[e,t]=[y(null),y(0)],[n,o]=[y(!1),y(!1)],r=async()=>{n.value=o.value=!0;let i=await $i();if(n.value=o.value=!1,i.status!==204){e.value=`${G(i)} Nothing on this device was deleted.`;return}xe("/",{replace:!0})},s=async()=>{e.value=null,n.value=!0;try{t.value=await v.countUnsent(k.value.email)}catch(i){let c=Y(i);if(!c)throw i;e.value=c;return}finally{n.value=!1}t.value||await r()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${su} number=${t.value} busy=${n.value} onConfirm=${r} onCancel=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${$} name="leave" />${o.value?kn:"Sign out"}
        </button>`}
  `}function su({number:e,busy:t,onConfirm:n,onCancel:o}){let r=H(null);de(()=>r.current?.focus(),[]);let[s,i,c]=[U(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${r} tabindex="-1">
        <b>${s} on this device ${i} not with the agency yet.</b> Signing out deletes ${c} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>
          ${t?kn:`Delete ${c} and sign out`}
        </button>
      </div>
    </div>
  `}var Mi=()=>a`
  <${I} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${M.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value?.email}</b>. Nothing was changed.
    </p>
    <${jo}>${null}<//>
    <h2>Your accounts</h2>
    <${xn} />
    <h2>Signed in with another address?</h2>
    <${An} />
  <//>
`;function ye({resource:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${oe(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function se({resource:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var iu=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Ni(){let e=T("account").value,t=e.body,{agencyName:n,displayName:o}=A.value,{accounts:r,email:s}=k.value;return a`
    <${I} title="Account">
      ${r.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${xn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${au} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${se} resource=${e} />`}
        <${ye} resource=${e} />
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
        <${An} />
      </section>
    <//>
  `}function au({record:e}){let t=[...iu.map(([n,o])=>[n,e[o]]),["Branch",e.agency.branchName]];return a`
    <dl class="facts">
      ${t.filter(([,n])=>n).map(([n,o])=>a`<div key=${n}><dt>${n}</dt><dd dir="auto">${o}</dd></div>`)}
    </dl>
  `}function Ci(){let e=T("contacts").value,t=e.body?.contacts;return a`
    <${I} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${cu} key=${n.contactId} ...${n} />`)}</ul>`:a`<${se} resource=${e} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${ye} resource=${e} />
    <//>
  `}function cu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Je} phone=${s} who=${i} /><${Je} phone=${r} who=${i} /><${lt} email=${o} who=${i} />
    </li>
  `}function Li(){let e=v.items.value??[],t=wn(e),n=e.filter(d=>B(d)&&!t.includes(d)),o=n.filter(Q).length,r=n.filter(he).length,s=n.filter(({state:d})=>d==="review").length,i=n.filter(({state:d})=>d==="checking").length-r,c=n.filter(d=>!Q(d)&&!ue(d)),l=v.obstacle.value==="offline",f=c.some(rt)?"not confirmed yet":"not with the agency yet",[u,p]=[v.otherAccounts.value,v.storageProblem.value];return!n.length&&!u.length&&!p?null:a`
    <aside class="strip" aria-label="Outbox">
      ${p&&a`<p role="alert">${p}</p>`}
      ${o>0&&a`<${Tt} icon="emergency">${U(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${s>0&&a`<${Tt} icon="contacts">We asked ${A.value?.agencyName} to check ${U(s,"thing")}<//>`}
      ${i>0&&a`<${Tt} icon="search">${U(i,"thing")} ${i===1?"is":"are"} being checked<//>`}
      ${r>0&&a`<${Tt} icon="clock">${U(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
      ${c.length>0&&a`<${Tt} icon=${l?"offline":"send"}>
        ${U(c.length,"thing")} ${c.length===1?"is":"are"} ${f}
      <//>`}
      ${u.map(d=>a`<${lu} key=${J(d)} ...${d} />`)}
    </aside>
  `}var Tt=({icon:e,children:t})=>a`<a href=${S("/outbox")}><${$} name=${e} /><span>${t}</span><${$} name="open" /></a>`;function lu({number:e,...t}){let n=J(t),o=(k.value&&Mo(k.value,n)?.agencyName)??"an account that is no longer yours",[r,s]=[U(e,"thing"),e===1?"is":"are"];return a`
    <a href=${S("/outbox",{},n)}>
      <${$} name="send" />${r} for ${o} ${s} not there yet<${$} name="open" />
    </a>
  `}var uu=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account","devices"]}];function Uo({children:e}){let t=T("agency").value.body;mu(t?.accent);let{agencyName:n,displayName:o}=A.value,r=uu.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${du}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${Number(k.value?.accounts.length)>1&&a`<a class="switch" href=${S("/account")}><${$} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="navigation" aria-label="Portal">${r.map(s=>a`<${fu} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${Li} />
    ${e}
  `}function fu({path:e,name:t,icon:n,screens:o}){let r=o.includes(M.value.screen);return a`<a href=${S(e)} aria-current=${r?"page":null}><${$} name=${n} />${t}</a>`}function mu(e){N(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>{t.removeProperty("--accent")}},[e])}function du(e){e.preventDefault(),document.querySelector("h1")?.focus()}function In(e){let[t,n]=[T(`jobs/${e}`).value,T("jobs").value];if(t.body)return{job:Pi(t.body,t),resource:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?Pi(o,n):null,resource:o?n:t}}var Pi=(e,{begunAt:t})=>Bo([e],t)[0],Ke=({priority:e})=>e?.trim().toLowerCase()==="emergency",Tn=e=>(e??"").trim().toLowerCase();function En({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(Tn).includes(Tn(t))?"cancelled":"open"}var ji=e=>(v.items.value??[]).filter(t=>t.kind==="completion"&&t.state==="done"&&Number(t.doneAt)>e),Fi=e=>ji(e).map(({id:t})=>t).join();function Bo(e,t){let n=new Map(ji(t).map(o=>[o.jobId,o.result??pu(o)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var pu=({content:e})=>({completed:"completed"in e&&e.completed,status:null,completedAt:null});function Ui(e,t){let n=v.itemsOf(e).filter(B),o=It(e),r=n.filter(u=>u!==o),s=u=>r.filter(u).length,[i,c,l]=[s(Q),s(he),s(ue)],f=r.length-i-l;return[o&&`${at(o)}: ${ve(o,t)}`,i&&`${U(i,"thing")} ${i===1?"needs":"need"} you`,l>c&&`${U(l-c,"thing")} being checked`,c&&`${U(c,"thing")} with the portal`,f&&`${U(f,"thing")} to send`].filter(Boolean)}var It=e=>v.itemsOf(e).filter(t=>t.kind==="completion"&&B(t)).at(-1)??null,fe=({title:e,reference:t,jobId:n})=>e||t||n;function Bi(e){let t=Tn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>hu(n).includes(o))}var Ri=new WeakMap;function hu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode],i=Ri.get(e)??Tn(s.filter(Boolean).join(`
`));return Ri.set(e,i),i}var Wi=e=>[...e.filter(Ke),...e.filter(t=>!Ke(t))];var vu=864e5,qi="%PDF-",$u=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,bu=/\.\d\d\d*[1-9]/,_u=["amount","description","invoiceDate"];function Et(e,t,n){let{required:o=[],link:r=null}=t?.invoice??{};return[..._u,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Dn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function Wo(e=new Date,t=At){let[n,...o]=ce(e).split("-");return{oldest:[Number(n)-t.invoiceYearsBack,...o].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ce(e))+t.invoiceDaysAhead*vu).toISOString().slice(0,10)}}function Ae(e){let t=e.trim().replace(/^£\s*/,"");return $u.test(t)?Number(t.replaceAll(",","")):NaN}var Gi=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Hi={amount:(e,{limits:t})=>Yi(e,"The amount",t)??(Ae(e)===0?"The amount must be more than £0.":null),vat:(e,{values:t,limits:n})=>Yi(e,"VAT",n)??(Ae(e)>Ae(t.amount)?"VAT cannot be more than the amount.":null),description:(e,{document:t,limits:n})=>yn(e,n.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>yn(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t})=>{let{oldest:n,latest:o}=Wo(new Date,t),r=t.invoiceDaysAhead===1?"tomorrow":`${U(t.invoiceDaysAhead,"day")} ahead`;return e>o?`The date can be ${r} at the latest, ${ne(o)}.`:e<n?`The date can be ${U(t.invoiceYearsBack,"year")} ago at most, ${ne(n)}.`:null},statementId:()=>null},Vi={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function Yi(e,t,n){let o=Ae(e);return Number.isNaN(o)?`${t} must be in pounds and pence, such as 120.50.`:bu.test(e.trim())?`${t} can have no more than two decimals.`:o>n.amountMost?`${t} can be ${R(n.amountMost)} at most.`:null}function On(e,t,n,o){let r={},s={values:e,document:t,limits:Pe(n)};for(let i of Object.keys(Hi)){let c=e[i]??"",l=Et(i,n,o)?Vi[i]:null,f=c.trim()===""?l:Hi[i](c,s);f&&(r[i]=f)}return!t&&Et("document",n,o)&&(r.document=Vi.document),r}async function Ji(e,t){return e.size>t.documentBytes?`The PDF can have ${He(t.documentBytes)} at most.`:await e.slice(0,qi.length).text()===qi?null:"This file is not a PDF. Please choose a PDF."}function Ki(e,t){let n={jobId:t,statementId:e.statementId,amount:Ae(e.amount),vat:e.vat.trim()&&Ae(e.vat),description:ke(e.description),invoiceDate:e.invoiceDate,invoiceNumber:ke(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,r])=>r!==""&&r!==null))}function zi({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var Mn=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,Nn=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Cn=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function Zi({name:e,label:t,limits:n,hint:o,rows:r,problem:s,required:i,value:c,type:l="text",...f}){let u=r?"textarea":"input",{oldest:p=void 0,latest:d=void 0}=l==="date"?Wo(new Date,n):{};return a`
    <div class="field">
      <${Mn} name=${e} required=${i}>${t}<//>
      ${o&&a`<p id=${`${e}-hint`} class="hint">${o}</p>`}
      <${u}
        id=${e} class="form-control" type=${r?null:l} rows=${r} min=${p} max=${d} autocomplete="off"
        value=${c} ...${Cn({name:e,hint:o,problem:s,required:i})} ...${f}
      />
      <${Nn} name=${e}>${s}<//>
    </div>
  `}function Xi({name:e,required:t,problem:n,value:o,...r}){let s=T("statements/pending").value,i=s.body?.statements??[],c=!o||i.some(({statementId:l})=>l===o);return a`
    <div class="field">
      <${Mn} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Cn({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(l=>a`<option key=${l.statementId} value=${l.statementId}>${qo(l)}</option>`)}
      </select>
      <${Nn} name=${e}>${n??(s.body?null:s.problem)}<//>
    </div>
  `}var qo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[R(s??r??0),n??t??e,o&&ne(o)].filter(Boolean).join(", ");async function Qi(e,t){try{return(await re(X(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function ea(e,t,n){try{await re(X(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Dt(e){let t=y(void 0),n=K.value;return N(()=>{Qi(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[t,n,e]),[t,r=>(t.value=r,ea(n,e,r))]}var ta="This file cannot be read. Please choose it again.";function na({required:e,problem:t,document:n,limits:o,onChange:r}){let s=y(null),i=async({target:f})=>{let[u]=f.files??[];if(u&&(s.value=await Ji(u,o).catch(()=>ta),f.value="",!s.value))try{r(await cn(u)),L(`${u.name} is attached.`)}catch(p){s.value=Y(p)??ta}},c=s.value??t,l=Cn({name:"document",hint:!0,problem:c,required:e&&!n});return a`
    <div class="field">
      <${Mn} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">${He(o.documentBytes)} at most</p>
      ${n&&a`<${yu} document=${n} onRemove=${()=>r(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${l} onChange=${i}
      />
      <${Nn} name="document">${c}<//>
    </div>
  `}function yu({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document")?.focus()),L("The PDF is removed.")};return a`
    <p class="attached">
      <${$} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${He(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var gu={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function oa({values:e,setValue:t,document:n,setDocument:o,agency:r,jobId:s,faults:i,showsAll:c,onComplete:l}){let f=y({}),[u,p]=[y(c),y(null)],d=H(null),m=Pe(r),h=On(e,n,r,s),b=_=>_==="vat"&&p.value==="amount"?null:(u.value||f.value[_]&&e[_]||!Gi(_,e[_]??""))&&h[_]||i[_],x=()=>d.current?.querySelector("[aria-invalid]")?.focus();N(()=>{c&&x()},[]);let w=_=>{_.preventDefault(),u.value=!0,Object.keys(h).length?setTimeout(x):l()},g=_=>({name:_,required:Et(_,r,s),problem:b(_),value:e[_],onInput:({target:E})=>t(_,E.value),onFocus:()=>p.value=_,onBlur:()=>{p.value=null,f.value={...f.value,[_]:!0}}});return a`
    <form ref=${d} class="form" onSubmit=${w} noValidate>
      <p class="hint">${A.value?.agencyName} needs whatever is not marked as optional.</p>
      ${Dn(r)&&a`<${Xi} ...${g("statementId")} />`}
      ${Object.entries(gu).map(([_,E])=>a`<${Zi} key=${_} limits=${m} ...${E} ...${g(_)} />`)}
      <${na}
        required=${Et("document",r,s)} problem=${u.value&&h.document||i.document}
        document=${n} limits=${m} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}var ie=6;function ze({items:e,row:t,limit:n=e.length,onMore:o}){let r=Z(()=>xu(e),[e]),s=ku(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/ie)).map((c,l)=>a`<${wu} key=${l} items=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${Su} onMore=${o} left=${i} />`}
  `:null}var wu=({items:e,row:t})=>a`<div class="group">${e.map(t)}</div>`;function Su({onMore:e,left:t}){let n=H(null),o=H(e);return o.current=e,N(()=>{let r=new IntersectionObserver(([{isIntersecting:s}])=>s&&o.current(),{rootMargin:"800px"});return r.observe(n.current),()=>r.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var xu=e=>Array.from({length:Math.ceil(e.length/ie)},(t,n)=>e.slice(n*ie,(n+1)*ie));function ku(){let e=H(null),{activeElement:t}=document,n=e.current?.contains(t)&&t?.getAttribute("href");return de(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=zt(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var sa={sending:{label:"Being sent",icon:"send"},submitted:{label:"With the agency",icon:"done"},authorised:{label:"Authorised",icon:"done"},rejected:{label:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{label:"Paid",icon:"money"},unconfirmed:{label:"Being checked",icon:"search"},review:{icon:"contacts"}},Au={},Ho=({status:e=""})=>e==="review"?ve({state:e},A.value?.agencyName):sa[e]?.label??e;function Vo(e,t){let n=t.filter(r=>r.kind==="invoice").filter(r=>B(r)||!e.some(s=>ra(s,r))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status??"")&&n.some(({item:s})=>ra(r,s));return[...n,...e.filter(r=>!o(r))]}function ra(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function Ln({jobId:e,agency:t}){let n=T(t?.offers.includes("invoices.list")?"invoices":null).value,o=Vo(n.body?.invoices??[],v.items.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Yo} invoices=${o} />
    </section>
  `:null}function Yo({invoices:e,jobTitles:t=Au,limit:n,onMore:o}){let r=Ut((s,i)=>a`
      <${Tu} key=${s.item?.id??s.invoiceId??`at ${i}`} invoice=${s} jobTitles=${t} />
    `,[t]);return a`<${ze} items=${e} row=${r} limit=${n} onMore=${o} />`}function Tu({invoice:e,jobTitles:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:l}=e,f=t[c??""];return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":R(n)}</b>
      </p>
      <p class="about">
        ${l?a`<${Ce} item=${l} />`:a`<${Iu} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${ne(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${l&&a`<${Le} item=${l} />`}
      ${!l&&e.status==="review"&&a`<${Po} />`}
      ${f&&a`<a class="reach" href=${S(`/jobs/${c}`)}><${$} name="jobs" /><span dir="auto">${f}</span></a>`}
      ${l&&B(l)&&a`<a class="reach" href=${S("/outbox")}><${$} name="send" />Open the outbox</a>`}
    </div>
  `}function Iu({invoice:e}){let{icon:t="search",className:n=""}=sa[e.status??""]??{};return a`<span class=${`state ${n}`}><${$} name=${t} />${Ho(e)}</span>`}function ia({about:e,address:t,values:n,document:o,problem:r,onSend:s,editAddress:i,back:c}){let l=y(!1),f=async()=>{l.value=!0,await s(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
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
  `}var Eu=!1;function Go({jobId:e,item:t,about:n,address:o,initial:r,back:s}){let{query:i,path:c}=M.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[f,u]=Dt(l),[p,d]=Dt(`PDF of ${l}`),[m,h]=[T("agency").value,y(null)],b=i.has("look");if(Sn(t?.id??null),f.value===void 0||p.value===void 0||!m.body&&m.busy)return a`<${I} key="loading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let x=m.body&&Ou(m.body,e);if(x)return a`<${I} key="none" title="Invoice" back=${s}><p class="notice">${x}</p><//>`;let w={...r,...t&&zi(t.content),...f.value},g=t?.asks==="document",_=(p.value??(g?null:t?.document))||null,E=D=>D==="document"?p.value!==null:f.value&&D in f.value,Re=Object.fromEntries(Object.entries(t?.faults??{}).filter(([D])=>!E(D))),Ze=!Object.keys(On(w,_,m.body,e)).length,{statementId:ge}=r,ee=D=>S(c,{...ge&&{statement:ge},...t&&{change:t.id},...D}),z=()=>{let D=Ki(w,e);return t?v.edit(t.id,{content:D,...(p.value!==null||g)&&{document:aa(_)}}):v.add({kind:"invoice",jobId:e,about:n,content:D,document:aa(_)})},ae=async()=>{h.value=null;try{let{id:D}=await z();L("Your invoice waits to be sent."),xe(S(c,{sent:D}),{replace:!0}),u(null),d(null)}catch(D){h.value=Y(D)??"Your invoice could not be kept. Please try again."}};if(b&&Ze)return a`
      <${ia}
        about=${n} address=${o} values=${w} document=${_} problem=${h.value} onSend=${ae}
        editAddress=${ee({})} back=${s}
      />
    `;let we=(D,Za)=>u({...f.value,[D]:Za}),me=D=>d(D??Eu);return a`
    <${I} key="form" title="Invoice" back=${s} keepsFocus=${b}>
      <${Du} about=${n} address=${o} />
      ${e&&a`<${Ln} jobId=${e} agency=${m.body} />`}
      <${oa}
        values=${w} setValue=${we} document=${_} setDocument=${me} agency=${m.body}
        jobId=${e} faults=${Re} showsAll=${b} onComplete=${()=>xe(ee({look:"1"}))}
      />
    <//>
  `}function Du({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Ou({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var aa=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var ca=({item:e,back:t})=>a`
  <${I} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Fo} item=${e} /></ol>
    ${B(e)&&!Q(e)&&!ue(e)&&a`<p class="hint">You can go on. It is kept if you close the portal: ${v.sendingNotice()}</p>`}
    <a class="reach" href=${S("/money",{show:"invoices"})}><${$} name="invoice" />All your invoices</a>
  <//>
`;var Mu={path:"/money",name:"Money"};function Jo({id:e}){let{query:t}=M.value,n=Number(t.get("sent")??t.get("change")),o=(v.items.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Mu;if(n&&v.items.value===null)return a`<${I} key="loading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Me(o)))return a`<${ca} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?Nu:Cu} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function Nu({id:e,statementId:t,item:n,back:o}){let{job:r,resource:s}=In(e);if(!r&&!n&&s.status===404)return a`<${la} resource=${s} back=${o} />`;let i={...ua,statementId:t,invoiceDate:ce()},c=r?.property?.address;return a`
    <${Go} jobId=${e} about=${r?fe(r):e} address=${c} initial=${i} item=${n} back=${o} />
  `}function Cu({statementId:e,item:t,back:n}){let o=T("statements/pending").value,r=o.body?.statements.find(c=>c.statementId===e);if(!r&&o.busy)return a`<${la} resource=${o} back=${n} />`;let s={...ua,...r&&Lu(r),statementId:e,invoiceDate:ce()},i=r?qo(r):"";return a`<${Go} jobId=${null} about=${i} initial=${s} item=${t} back=${n} />`}var la=({resource:e,back:t})=>a`
  <${I} key="missing" title="Invoice" back=${t}><${se} resource=${e} /><//>
`,ua={amount:"",vat:"",description:"",invoiceNumber:""},Lu=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var ut=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var fa=go/1e3;function Ko(e){let[t,n]=[y(null),y(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await v.add({kind:"completion",jobId:e.jobId,about:fe(e),content:{completed:r},document:null}),L(r?`Marked complete. You have ${fa} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=Y(s)??"This could not be kept. Please try again."}n.value=!1}},t.value]}function ma({job:e,isOpen:t}){let[n,o]=Ko(e),r=It(e.jobId);return r?a`<${Pu} item=${r} />`:a`
    ${t&&a`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${$} name="done" />Mark complete</button>`}
    ${o&&a`<p class="notice" role="alert">${o}</p>`}
  `}function Pu({item:e}){return a`
    <div class="pending">
      <p class="state-line">
        <${$} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ce} item=${e} />
      </p>
      <${Le} item=${e} />
      ${Q(e)&&a`<a class="reach" href=${S("/outbox")}><${$} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function da({jobId:e}){let t=y(null),[n]=wn(v.itemsOf(e));return a`
    ${n&&a`
      <div class="undo">
        <p>You have ${fa} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await v.undo(n.id),L("Undone. The job is not marked complete.")}catch(r){let s=Y(r);if(!s)throw r;t.value=s}}}>
          <${$} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&a`<p class="notice" role="alert">${t.value}</p>`}
  `}function pa({job:e,canAdd:t}){let n=A.value?.displayName,o=v.itemsOf(e.jobId).filter(s=>s.kind==="note").filter(s=>!Ru(e.notes,s)),r=e.notes.length+o.length>0;return a`
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
      ${t&&a`<${ju} job=${e} />`}
    </section>
  `}var Ru=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function ju({job:e}){let t=Pe(T("agency").value.body),[n,o]=Dt(`note on ${e.jobId}`),[r,s]=[y(null),y(!1)],i=async l=>{if(l.preventDefault(),s.value)return;let f=ke(n.value??"");if(r.value=gn(f,t),!r.value){s.value=!0;try{await v.add({kind:"note",jobId:e.jobId,about:fe(e),content:{note:f},document:null}),o(null),L("Your note waits to be sent.")}catch(u){r.value=Y(u)??"Your note could not be kept. Please try again."}s.value=!1}},c=({target:l})=>o(l.value||null);return a`
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
  `}function ha({job:e}){let t=y(!1),[n,o]=Ko(e);return It(e.jobId)?null:a`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?a`<${Fu} onConfirm=${()=>n(!1)} onCancel=${()=>t.value=!1} />`:a`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${$} name="reopen" />Reopen this job
          </button>`}
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function Fu({onConfirm:e,onCancel:t}){let n=H(null);return de(()=>n.current?.focus(),[]),a`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${A.value?.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var va={path:"/jobs",name:"Jobs"};function $a({id:e}){let{job:t,resource:n}=In(e),o=T("agency").value.body;if(!t)return a`<${I} title="Job" back=${va}><${se} resource=${n} /><//>`;let r=o?.offers??[],[s,i]=[En(t,o),r.includes("jobs.complete")];return a`
    <${I} title=${fe(t)} back=${va}>
      <${Uu} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${Bu} job=${t} />
      </div>
      <div class="doing">
        ${i&&a`<${ma} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${S(`/jobs/${e}/invoice`)}><${$} name="invoice" />Send its invoice</a>`}
        ${i&&a`<${da} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&a`<${Ln} jobId=${e} agency=${o} />`}
      <${pa} job=${t} canAdd=${r.includes("notes.add")} />
      ${i&&s==="completed"&&a`<${ha} job=${t} />`}
      <${ye} resource=${n} />
    <//>
  `}function Uu({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${Ke(e)&&a`<span class="emergency"><${$} name="emergency" />Emergency</span>`}
      ${t&&a`<${ut}>${t}<//>`}
      ${n&&!Ke(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${oe(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${ne(i)}</time></span>`}
    </p>
  `:null}function Bu({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Ti} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${Je} phone=${o} who=${n??"the tenant"} /><${lt} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Pn={open:"Open",completed:"Completed",cancelled:"Cancelled"},zo=Object.keys(Pn),Wu={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},ga={text:"",limit:ie,matchLimit:ie},ft=P({accountName:null,tab:null,...ga});function Zo(){let e=T("jobs").value,t=T("agency").value.body,n=M.value.query.get("show")??"open",o=Object.hasOwn(Pn,n)?n:"open";return a`
    <${I} title="Jobs">
      ${e.body?a`<${qu} jobs=${e.body.jobs} begunAt=${e.begunAt} agency=${t} tab=${o} />`:a`<${se} resource=${e} />`}
      <${ye} resource=${e} />
    <//>
  `}function qu({jobs:e,begunAt:t,agency:n,tab:o}){let r=M.value.account,{text:s,limit:i,matchLimit:c}=ba(r,o),l=Fi(t),f=Z(()=>Wi(Bo(e,t)),[e,l]),u=Z(()=>Yu(f,n),[f,n]),p=Z(()=>Hu(u,Bi(s)),[u,s]),d=p[o].length,m=b=>{ft.value={...ba(r,o),...b}};return N(()=>{s&&L(d?`${U(d,"job")} found`:"No job found")},[s,o]),a`
    <form class="search" role="search" onSubmit=${b=>b.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${$} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${({target:b})=>m({text:b.value,matchLimit:ie})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${zo.filter(b=>b!=="cancelled"||u.cancelled.length).map(b=>a`
          <a key=${b} href=${S("/jobs",{show:b})} aria-current=${b===o?"true":null}>
            ${Pn[b]} <span class="number">${p[b].length}</span>
          </a>
        `)}
    </nav>
    ${!d&&a`<p class="notice">${s?`No job here has “${s}” in it.${Vu(p)}`:Wu[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${ze} items=${u[o]} row=${ya} limit=${i} onMore=${()=>m({limit:i+ie})} />
    </div>
    ${s&&a`<${ze} key=${`matches ${o}`} items=${p[o]} row=${ya} limit=${c} onMore=${()=>m({matchLimit:c+ie})} />`}
  `}function ba(e,t){let n=ft.value.accountName===e?ft.value.text:"";return ft.value.accountName===e&&ft.value.tab===t?ft.value:{...ga,accountName:e,tab:t,text:n}}var Hu=(e,t)=>Object.fromEntries(zo.map(n=>[n,e[n].filter(t)]));function Vu(e){return zo.filter(n=>e[n].length).map(n=>` ${Pn[n]}: ${e[n].length}.`).join("")}function Yu(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[En(o,t)].push(o);return n}var _a=new WeakMap;function ya(e){let t=Ui(e.jobId,A.value?.agencyName),n=[ce(),...t].join(),o=_a.get(e);if(o?.version===n)return o.markup;let r=Gu(e,t);return _a.set(e,{version:n,markup:r}),r}function Gu(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${S(`/jobs/${n}`)}>
        ${Ke(e)&&a`<span class="emergency"><${$} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${fe(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${ut}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${Yr(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t.map(c=>a`<span key=${c} class="unsent"><${$} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Rn=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,n)=>t+n,0)/100,Sa=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function xa(e){let t=new Map;for(let{date:i,amount:c}of e){let l=i?.slice(0,7);l&&t.set(l,Rn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n[n.length-1]];for(;o.length<12&&o[0]>n[0];)o.unshift(Xo(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:Rn(s.map(i=>t.get(i)))},...r]:r}function ka(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,wa(t)],"Last month":[`${Xo(t)}-01`,wa(Xo(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function Xo(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function wa(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var Qo="Other dates";function Ta({from:e,to:t,onChange:n}){let o=ka(ce()),r=Object.keys(o),s=r.find(f=>o[f].join()===[e,t].join()),i=y(!s),c=({target:f})=>{i.value=f.value===Qo,i.value||n(...o[f.value])},l=!!(e&&t&&e>t);return a`
    <form class="dates" onSubmit=${f=>f.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${i.value?Qo:s} onChange=${c}>
          ${[...r,Qo].map(f=>a`<option key=${f}>${f}</option>`)}
        </select>
      </div>
      ${i.value&&a`
        <${Aa} id="from" label="From" value=${e} isWrong=${l} onChange=${f=>n(f,t)} />
        <${Aa} id="to" label="To" value=${t} isWrong=${l} onChange=${f=>n(e,f)} />
        <p id="dates-problem" class="problem" role="alert">${l&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Aa=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var Ju=/^[=+\-@\t\r\n＝＋－＠]/u,Ku=/[",\r\n]/;function Ia(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(zu).join(",")}\r
`).join("")}function zu(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Ju.test(e)?`'${e}`:e;return Ku.test(t)?`"${t.replaceAll('"','""')}"`:t}function Ea(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Oa({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>R(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${Da}>Month<//><${Da}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${Zu} key=${r.month} ...${r} maxAmount=${n} />`)}</tbody>
      </table>
    </div>
  `}var Da=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,Zu=({month:e,amount:t,maxAmount:n})=>a`
  <tr>
    <th scope="row">${e?Vr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${Xu} share=${t/n} />`}<b>${R(t)}</b></span></td>
  </tr>
`,Xu=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function Ma({statements:e,jobTitles:t,agency:n,isPending:o,limit:r,onMore:s}){let i=Ut(c=>a`
      <${Qu}
        key=${c.statementId} statement=${c} jobTitle=${t[c.jobId??""]} isPending=${o}
        invoiceAddress=${o&&tf(c,n)}
      />
    `,[t,n,o]);return a`<${ze} items=${e} row=${i} limit=${r} onMore=${s} />`}function Qu({statement:e,jobTitle:t,isPending:n,invoiceAddress:o}){let{reference:r,description:s,amount:i,status:c,jobId:l}=e,[f,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":R(i)}</b>
      </p>
      <p class="about">
        ${p&&p!==u&&a`<${ut}>${p}<//>`}
        ${f&&a`<span>${u} <time datetime=${f}>${ne(f)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${ef} statement=${e} />
      ${t&&a`<a class="reach" href=${S(`/jobs/${l}`)}><${$} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${$} name="invoice" />Send its invoice</a>`}
    </div>
  `}function ef({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${R(e)} in all`,t&&`${R(t)} of it VAT`,n&&`less ${R(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function tf({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Dn(n)?null:n.invoice.link==="job_or_statement"?S("/invoice",{statement:e}):t&&S(`/jobs/${t}/invoice`,{statement:e})}var W=e=>t=>t[e],Na=[["Statement",W("statementId")],["Date",W("date")],["Reference",W("reference")],["Description",W("description")],["Job",W("jobId")],["Net",W("net")],["VAT",W("vat")],["Gross",W("gross")],["Commission",W("commission")],["Amount",W("amount")],["Status",W("status")]],nf=[["Invoice",W("invoiceId")],["Date",W("invoiceDate")],["Number",W("invoiceNumber")],["Description",W("description")],["Job",W("jobId")],["Statement",W("statementId")],["Amount",W("amount")],["VAT",W("vat")],["Status",e=>e.item?ve(e.item,A.value?.agencyName):Ho(e)],["Sent",W("submittedAt")],["Document",({document:e})=>e?.name]],Te={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,totalLabel:"On its way to you",emptyText:"Nothing is on its way to you just now.",noun:"payment",columns:Na},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",totalLabel:"Invoiced",emptyText:"No invoice was sent yet. An invoice is sent from its job.",noun:"invoice",columns:nf},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,totalLabel:"Paid to you",emptyText:"Nothing was paid yet.",noun:"payment",columns:[...Na,["Paid",W("paidAt")]]}},Ca=Object.keys(Te);function La(e){let t=({path:n,needs:o})=>e.includes(o[0])?n:null;return{pending:T(t(Te.pending)).value,invoices:T(t(Te.invoices)).value,paid:T(t(Te.paid)).value}}function er(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=Vo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var of=4*ie,Pa=new Map;function Ra({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,totalLabel:c,emptyText:l,noun:f,columns:u}=Te[e],{query:p,isBack:d}=M.value,m=p.toString(),h=y(d&&Pa.get(m)||of),b=T("jobs").value.body?.jobs,x=Z(()=>Object.fromEntries((b??[]).map(z=>[z.jobId,fe(z)])),[b]),w=Z(()=>{let z=Sa(n,o);return t.filter(ae=>z(s(ae)))},[t,s,n,o]),g=Rn(w.filter(i).map(z=>z.amount)),_=n||o;if(N(()=>{_&&L(w.length?`${U(w.length,f)}, ${R(g)}`:"None for these dates")},[]),!w.length)return a`<p class="notice">${_?"There is none for these dates.":l}</p>`;let{agency:E,contractorId:Re}=K.value,Ze=()=>Ea(`${E} ${Re} ${e} ${ce()}.csv`,Ia(u,w)),ge=()=>Pa.set(m,h.value+=ie),ee={jobTitles:x,limit:h.value,onMore:ge};return a`
    <p class="total"><span>${c}</span> <b>${R(g)}</b></p>
    ${e==="paid"&&a`<${Oa} caption="Paid by month" rows=${xa(w.map(z=>({...z,date:s(z)})))} />`}
    ${e==="invoices"?a`<${Yo} invoices=${w} ...${ee} />`:a`<${Ma} statements=${w} agency=${r} isPending=${e==="pending"} ...${ee} />`}
    <button type="button" class="btn btn-secondary" onClick=${Ze}><${$} name="download" />Download as CSV</button>
  `}function ja(){let e=T("agency").value,t=e.body?.offers??[],n=La(t),o=Ca.filter(r=>Te[r].needs.some(s=>t.includes(s)));return e.body?o.length?a`<${I} title="Money"><${rf} tabs=${o} resources=${n} agency=${e.body} /><//>`:a`<${I} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${I} title="Money"><${se} resource=${e} /><//>`}function rf({tabs:e,resources:t,agency:n}){let{query:o}=M.value,[r,s,i]=["from","to","show"].map(m=>o.get(m)??""),c=e.find(m=>m===i)??e[0],l=t[c],f=v.items.value??[],u=er(c,l,f),p=(m,h,b)=>S("/money",{show:m,...h&&{from:h},...b&&{to:b}}),d=(m,h)=>xe(p(c,m,h),{replace:!0});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>a`
          <a key=${m} href=${p(m,r,s)} aria-current=${m===c?"true":null}>
            ${Te[m].title} <span class="number">${er(m,t[m],f)?.length}</span>
          </a>
        `)}
    </nav>
    <${Ta} key=${c} from=${r} to=${s} onChange=${d} />
    ${u&&a`<${Ra} key=${[c,r,s].join()} tab=${c} rows=${u} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&a`<${se} resource=${l} />`}
    <${ye} resource=${l} />
  `}var Ot=6,sf=30,Ua=5,af=`A code can be tried ${Ua} times. Please send another one.`;function Ba({request:e,onRequest:t,onOtherEmail:n}){let[o,r]=[y(null),y(!1)],s=H(null),i=()=>s.current,c=H(0),l=cf(e.at);de(()=>s.current?.focus(),[]);let f=h=>{o.value=h,i().focus(),i().select()},u=async()=>{let h=Fa(i().value);if(h.length!==Ot)return f(`The code has ${Ot} digits.`);o.value=null,r.value=!0;let b=await hi(e.email,h);if(r.value=!1,b.status!==201)return b.status===401&&b.problem?.type!=="no-account"&&(c.current+=1),f(c.current<Ua?G(b):af)},p=()=>{let h=Fa(i().value);h!==i().value&&(i().value=h),o.value=null,h.length===Ot&&!r.value&&u()},d=async()=>{let h=await bn(e.email);return h.status!==204?f(G(h)):(L("Another code is on its way."),c.current=0,i().value="",i().focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${h=>{h.preventDefault(),u()}} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Ot} digits</label>
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
  `}var Fa=e=>e.replace(/\D/g,"").slice(0,Ot);function cf(e){let t=y(tr(e));return N(()=>{t.value=tr(e);let n=setInterval(()=>{t.value=tr(e),t.value||clearInterval(n)},1e3);return()=>clearInterval(n)},[t,e]),t.value}var tr=e=>Math.max(0,Math.ceil(sf-(Date.now()-e)/1e3));var Wa="Please enter a whole e-mail address, such as name@example.com.";function qa({initialEmail:e,onRequest:t}){let[n,o]=[y(null),y(!1)],r=H(null);return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current,l=c.value.trim();if(n.value=c.checkValidity()?null:Wa,n.value){c.focus();return}o.value=!0;let f=await bn(l);if(f.status===204){await t({email:l,at:Date.now()});return}o.value=!1;let u=f.problem?.errors?"email"in Gt(f):f.status===400;n.value=u?Wa:G(f),c.focus()}} noValidate>
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
  `}var lf="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",Ha=()=>a`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${$} name="mark" /></span>Contractor Portal</header>
    ${vn.value?a`<${I} key="code" title="Enter your code" keepsFocus>
          <${Ba} request=${vn.value} onRequest=${ct} onOtherEmail=${()=>ct(null)} />
        <//>`:a`<${I} key="email" title="Sign in">
          ${Ge.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${hn.value&&a`<p class="problem" role="alert">${lf}</p>`}
          <${qa} initialEmail=${Ge.value??""} onRequest=${ct} />
        <//>`}
  </div>
`;var uf={jobs:Zo,job:$a,invoice:Jo,statement:Jo,money:ja,contacts:Ci,account:Ni,devices:ns,outbox:Oi};function Ya(){if(_e.value)return a`<${Va}>${kn}<//>`;if(k.value===void 0)return a`<${Va}>Opening …<//>`;if(k.value===null)return a`<${Ha} />`;if(A.value===null)return a`<${Mi} />`;let{screen:e,id:t,path:n}=M.value,o=uf[e]??Zo,r=J(A.value);return a`<${Uo} key=${r}><${o} key=${n} id=${t} /></${Uo}>`}var Va=({children:e})=>a`<main class="screen"><p class="loading" role="status">${e}</p></main>`;function Ga(){te(()=>{if(K.value)for(let[e,t]of ff(v.items.value??[]))xi(e,t)})}function ff(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let i=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of i)t.set(c,Math.max(t.get(c)??0,Number(o)))}return t}var mf=["checking","review","done","refused","unknown"];function Ja(){let e=new Map;te(()=>{let t=v.items.value??[];for(let n of t){let o=e.get(n.id);o&&df(o,n)&&mf.includes(n.state)&&L(`${at(n)}: ${ve(n,A.peek()?.agencyName)}`)}e=new Map(t.map(n=>[n.id,n]))}),$e(()=>k.value?.email).subscribe(()=>L(""))}var df=(e,t)=>e.state!==t.state||he(e)!==he(t);var Mt=null,Ka=[];function za(){document.addEventListener("focusin",({target:t})=>{Mt=t,Ka=[...vf(Mt)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(pf).observe(document.getElementById("app"),e)}function pf(){let e=![document.body,Mt].includes(document.activeElement);!Mt||e||hf(Mt)||$f(Ka.find(t=>t.isConnected)??document.querySelector("h1"))}function hf(e){let{isConnected:t,disabled:n,hidden:o}=e;return t&&!n&&!o}function*vf(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function $f(e){if(!e)return;let t=e;t.hasAttribute("tabindex")||(t.tabIndex=-1,t.addEventListener("blur",()=>t.removeAttribute("tabindex"),{once:!0})),t.focus({preventScroll:!0})}Qr();_i();v.start();Ja();Ga();za();$n();te(()=>{K.value?(Zr(J(K.value)),v.open(K.value)):(ki(),v.openFormerAccount(di.value))});dr(a`<${Ya} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=window.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
