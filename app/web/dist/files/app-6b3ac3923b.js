"use strict";(()=>{var I,ar,qn,Te,Bn,Ft,ir,Rt,cr,Hn,Wn,tc,pt=Symbol.for("pv"),Ut={},Bt=[],nc=/^m(i|n|o|s|text|space)$/,Yn=Array.isArray,Vn=Bt.slice,Fe=Object.assign;function je(e){e&&e.parentNode&&e.remove()}function Wt(e,t,n){var o,r,s,a={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:a[s]=t[s];return c>2&&(a.children=c>3?Vn.call(arguments,2):n),dt(e,a,o,r,null)}function dt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:pt,__v:r||++ar,__i:-1,__u:0};return!r&&I.vnode&&I.vnode(s),s}function Ue(e){return e.children}function Ze(e,t){this.props=e,this.context=t,this.__g=0}function Ee(e,t){if(t==null)return e.__&&Ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Ee(e)}function oc(e){var t,n=e.__v,o=n.__e,r=[],s=[],a=e.__P;a&&((t=Fe({constructor:pt},n)).__v=n.__v+1,I.vnode&&I.vnode(t),Kn(a,t,n,e.__n,a.namespaceURI,32&n.__u?[o]:null,r,o||Ee(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,pr(r,t,s),n.__=n.__e=null,t.__e!=o&&lr(t))}function lr(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),lr(e)}function rr(e){(8&e.__g||(e.__g|=8,Te.push(e),Ft++))&&Bn==I.debounceRendering||((Bn=I.debounceRendering)||queueMicrotask)(ur)}function ur(){try{for(var e,t=1;Te.length;)Te.length>t&&Te.sort(ir),e=Te.shift(),t=Te.length,8&e.__g&&oc(e)}finally{(Ft=Te.length)&&(Bn||queueMicrotask)(ur)}}function fr(e,t,n,o,r,s,a,c,l,f,u){var p,d,m,v,y,k,g=o.__k||Bt,$=t.length;for(l=rc(n,t,g,l,$),p=0;p<$;p++)(m=n.__k[p])!=null&&(d=~m.__i&&g[m.__i]||Ut,m.__i=p,k=Kn(e,m,d,r,s,a,c,l,f,u),v=m.__e,(d.ref!=m.ref||8&d.__u)&&(d.ref&&Gn(d.ref,null,m,d),m.ref&&u.push(m.ref,m.__c||v,m)),y=y||v,4&m.__u?(l=mr(m,l,e,!d.__v),d.__e&&(d.__e=null)):typeof m.type=="function"&&k!==void 0?l=k:v&&(l=v.nextSibling),m.__u&=-21);return n.__e=y,l}function rc(e,t,n,o,r){var s,a,c,l,f,u,p,d,m,v=n.length,y=v,k=0,g=0,$=e.__k=Array(r);for(s=0;s<r;s++)(a=t[s])!=null&&typeof a!="boolean"&&typeof a!="function"?(typeof a!="object"||a.constructor===String?a=$[s]=dt(null,a):Yn(a)?a=$[s]=dt(Ue,{children:a}):a.constructor===pt&&a.__b?a=$[s]=dt(a.type,a.props,a.key,a.ref,a.__v):$[s]=a,l=s+k,a.__=e,a.__b=e.__b+1,c=null,~(f=a.__i=sc(a,n,l,y))&&(y--,(c=n[f])&&(c.__u|=2)),c&&c.__v?(a.__u|=16,f==l-1?k--:f==l+1?k++:f!=l&&(f>l?k--:k++,g=1)):(~f||(r>v?k--:r<v&&k++),typeof a.type!="function"&&(a.__u|=4))):$[s]=null;if(g){for(u=[],p=[],s=0;s<r;s++)if((a=$[s])&&16&a.__u){for(k=0,d=u.length;k<d;)u[m=k+d>>1]<a.__i?k=m+1:d=m;u[k]=a.__i,p[s]=k+1}for(k=u.length;s--;)p[s]&&(p[s]==k?k--:$[s].__u|=4)}if(y)for(s=0;s<v;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Ee(c)),Jn(c,c));return o}function mr(e,t,n,o){var r,s,a,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=mr(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Ee(e))&&!t.parentNode&&(t=null),a=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(a!=c&&(!o&&n.moveBefore&&a.parentNode?n.moveBefore(a,t):n.insertBefore(a,t||null)),t=a;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function sc(e,t,n,o){var r,s=e.key,a=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&a==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&a==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&a==c.type)return r}return-1}function sr(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Lt(e,t,n,o,r){var s,a;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||sr(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||sr(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(a=Wn[t]||(Wn[t]=ac(t)),(e.__a||(e.__a={}))[t]=Hn,s=t!=(t=t.replace(cr,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,a,s):e.removeEventListener(t,a,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function ac(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Rt]==null)t[Rt]=Hn++;else if(t[Rt]<this.__a[e])return;return n(I.event?I.event(t):t)}}}function Kn(e,t,n,o,r,s,a,c,l,f){var u,p,d,m,v,y,k,g,$,T,D,ke,Re,Ae,se,X,ae,W,fe=t.type;if(t.constructor!==pt)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,p=s=[],u.nodeType==8?c=jt(u,s):s.push(u),c=s[0]||c),(u=I.__b)&&u(t);e:if(typeof fe=="function"){d=a.length;try{if(g=t.props,$=(u=fe.prototype)&&u.render,T=(u=fe.contextType)&&o[u.__c],D=u?T?T.props.value:u.__:o,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):($?t.__c=m=new fe(g,D):(t.__c=m=new Ze(g,D),m.constructor=fe,m.render=cc),T&&T.sub(m),m.state||(m.state={}),m.__n=o,m.__g|=8,m.__h=[],m.__k=[]),$&&(m.__s||(m.__s=m.state),fe.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=Fe({},m.__s)),Fe(m.__s,fe.getDerivedStateFromProps(g,m.__s)))),v=m.props,y=m.state,m.__v=t,n.__c){if(g!==v&&$&&!fe.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(g,D),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&m.shouldComponentUpdate(g,m.__s,D)===!1){t.__v!=n.__v&&(m.props=g,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(ie){ie&&(ie.__=t)}),Bt.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&a.push(m),c=Ee(n);break e}m.componentWillUpdate&&m.componentWillUpdate(g,m.__s,D),$&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(v,y,k)})}else $&&!fe.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),$&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=D,m.props=g,m.__P=e,m.__g&=-5,ke=I.__r,Re=$?25:0;do m.__g&=-9,ke&&ke(t),u=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++Re<25);$&&(Bt.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(o=Fe({},o,m.getChildContext())),$&&n.__c&&m.getSnapshotBeforeUpdate&&(k=m.getSnapshotBeforeUpdate(v,y)),Ae=u&&u.type===Ue&&u.key==null?u.props.children:u,g.__P&&(u=c,r=(e=g.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(ie){ie&&Jn(ie,ie)}),n.__k=null),c=n.__k?Ee(n,0):null),c=fr(e,Yn(Ae)?Ae:[Ae],t,n,o,r,s,a,c,l,f),g.__P&&(t.__e=null,c=u),t.__u&=-161,p&&p.some(je),m.__h.length&&a.push(m),1&m.__g&&(m.__g&=-4)}catch(ie){if(a.length=d,t.__v=null,l||s)if(ie&&ie.then){if(t.__u|=128|l,s){for(~(ae=s.indexOf(c||void 0))||(ae=s.length);(W=s[ae-1])&&W.nodeType==8;)ae--;for(;ae<s.length;ae++)if(W=s[ae])if(s[ae]=null,se){if(W==X)break}else{if(W.nodeType!=8)break;W.data.startsWith("$s")&&(X=jt(se=W))}}if(!se){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;se=c}(u=jt(se=t.__c.__z||(t.__c.__z=se)))?(t.__e=se,c=u):t.__e=c,c=c&&c.nextSibling}else s&&s.some(je);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),ie&&ie.then||dr(t),I.__e(ie,t,n)}}else c=t.__e=ic(n.__e,t,n,o,r,s,a,l,f,e);return(u=I.diffed)&&u(t),c}function jt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function dr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(dr))}function pr(e,t,n){for(var o=0;o<n.length;)Gn(n[o++],n[o++],n[o++]);I.__c&&I.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){I.__e(s,r.__v)}})}function ic(e,t,n,o,r,s,a,c,l,f){var u,p,d,m,v,y,k,g,$=n.props||Ut,T=t.props,D=t.type;if(D=="svg"?r="http://www.w3.org/2000/svg":D=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(u=0;u<s.length;u++)if((v=s[u])&&(D?v.localName==D:v.nodeType==3)){e=v,s[u]=null;break}}if(!e){if(g=f.ownerDocument||document,!D)return g.createTextNode(T);e=g.createElementNS(r,D,T.is?T:f),c&&(I.__m&&I.__m(t,s),c=!1),s=null}if(D){if(f=D=="template"&&e.content||e,s=D=="textarea"&&T.defaultValue!=null?null:s&&Vn.call(f.childNodes),!c&&s)for($={},u=0;u<e.attributes.length;u++)$[(v=e.attributes[u]).name]=v.value;for(u in $)v=$[u],u=="dangerouslySetInnerHTML"?d=v:u=="children"||u in T||u=="value"&&"defaultValue"in T||u=="checked"&&"defaultChecked"in T||Lt(e,u,null,v,r);for(u in T)v=T[u],u=="children"?m=v:u=="dangerouslySetInnerHTML"?p=v:u=="value"?y=v:u=="checked"?k=v:c&&typeof v!="function"||$[u]===v||Lt(e,u,v,$[u],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(D=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&nc.test(D))&&(r="http://www.w3.org/1999/xhtml"),fr(f,Yn(m)?m:[m],t,n,o,r,s,a,s?s[0]:n.__k&&Ee(n,0),c,l),s&&s.some(je)),c&&D!="textarea"||(u="value",D=="progress"&&y==null?e.removeAttribute(u):y==null||y===e[u]&&(D!="progress"||y)||Lt(e,u,y,$[u],r),u="checked",k!=null&&k!=e[u]&&Lt(e,u,k,$[u],r))}else $===T||c&&e.data==T||(e.data=T);return e}function Gn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){I.__e(r,n)}}function Jn(e,t,n){var o,r,s,a;if(I.unmount&&I.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Gn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){I.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(a=0;a<o.length;a++)o[a]&&Jn(o[a],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=jt(o,s=[]))&&(o==e.__e&&s.some(je),je(r),je(o)),n||je(e.__e),e.__e=e.__c=e.__=null}function cc(e,t,n){return this.constructor(e,n)}function hr(e,t){var n,o,r,s;I.__&&I.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=dt(Ue,{children:[e]}),r=[],s=[],Kn(t,t.__k,o||Ut,Ut,t.namespaceURI,o?null:t.firstChild?Vn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),pr(r,t.__k,s),t.__k.props.children=null}I={__e:function(e,t,n,o){for(var r,s,a;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((a=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),a=1),a&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Ft=0,e}},ar=0,qn=function(e){return e!=null&&e.constructor===pt},Ze.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Fe({},this.state)),typeof e=="function"&&(e=e(Fe({},n),this.props)),e&&(Fe(n,e),this.__v&&(t&&this.__k.push(t),rr(this)))},Ze.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),rr(this))},Ze.prototype.render=Ue,Te=[],Ft=0,ir=function(e,t){return e.__v.__b-t.__v.__b},Rt=Symbol(),cr=/(PointerCapture)$|Capture$/i,Hn=0,Wn={},tc=0;var Be,R,Xn,vr,zn=Object.is,vt=0,kr=[],Zn=[],L=I,br=L.__b,$r=L.__r,_r=L.diffed,yr=L.__c,gr=L.unmount,wr=L.__;function bt(e,t){L.__h&&L.__h(R,e,vt||t),vt=0;var n=R.__H||(R.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function We(e){return vt=1,lc(Tr,e)}function lc(e,t,n){var o=bt(Be++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Tr(void 0,t),function(s){var a=(o.__N||o.__)[0],c=o.t(a,s);zn(a,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=R,!R.__f)){R.__f=!0;var r=R.shouldComponentUpdate;R.shouldComponentUpdate=function(s,a,c){var l=this.__H;if(!l)return!0;var f=!1,u=this.props!=s;if(l.__.some(function(d){d.__N&&(f=!0,zn(d.__[0],d.__N[0])||(u=!0))}),r){var p=r.call(this,s,a,c);return f?p||u:p}return!f||u}}return o.__}function C(e,t){var n=bt(Be++,3);!L.__s&&eo(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,R.__H.__h.push(n))}function me(e,t){var n=bt(Be++,4);!L.__s&&eo(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,R.__h.push(n))}function V(e){return vt=5,z(function(){return{current:e}},[])}function z(e,t){var n=bt(Be++,7);return eo(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function qt(e,t){return vt=8,z(function(){return e},t)}function Ar(){var e=bt(Be++,11);if(!e.__){for(var t=R.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function uc(){var e;do{for(;e=Zn.shift();)try{ht(e)}catch(n){L.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=kr.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(ht),t.__h.some(Qn),t.__h=[]}catch(n){t.__h=[],L.__e(n,e.__v)}}}while(Zn.length)}L.__b=function(e){R=null,br&&br(e)},L.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),wr&&wr(e,t)},L.__r=function(e){$r&&$r(e),Be=0;var t=(R=e.__c).__H;t&&(Xn==R?R.__h=[]:(t.__h.some(ht),t.__h.some(Qn),Be=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Xn=R},L.diffed=function(e){_r&&_r(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&xr(kr.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Xn=R=null},L.__c=function(e,t){t.some(function(n){try{n.__h.some(ht),n.__h=n.__h.filter(function(o){return!o.__||Qn(o)})}catch(o){n.__h=[function(){throw o}]}}),yr&&yr(e,t)},L.unmount=function(e){gr&&gr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,xr(Zn.push(r))}else ht(r)}catch(s){t=s}}),o.__H=void 0,t&&L.__e(t,o.__v))};var Sr=typeof requestAnimationFrame=="function";function fc(e){var t,n=function(){clearTimeout(o),Sr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Sr&&(t=requestAnimationFrame(n))}function xr(e){e!=1&&vr==L.requestAnimationFrame||((vr=L.requestAnimationFrame)||fc)(uc)}function ht(e){var t=R,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),R=t}function Qn(e){var t=R;e.__c=e.__(),R=t}function eo(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!zn(n,e[o])})}function Tr(e,t){return typeof t=="function"?t(e):t}var mc=Symbol.for("preact-signals");function Kt(){if(_e>1)_e--;else{var e,t=!1;for((function(){var r=Yt;for(Yt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var a=s.t;a!==void 0;a=a.x)a.i===r.i&&(a.i=s.i);r=r.o}})();_t!==void 0;){var n=_t;for(_t=void 0,Ht++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Ir(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Ht=0,_e--,t)throw e}}function no(e){if(_e>0)return e();to=++dc,_e++;try{return e()}finally{Kt()}}var $t,M=void 0;function yt(e){var t=M,n=$t;M=void 0,$t=void 0;try{return e()}finally{M=t,$t=n}}var _t=void 0,_e=0,Ht=0,dc=0,to=0,Yt=void 0,Vt=0;function Er(e){if(M!==void 0){var t=e.n;if(t===void 0||t.t!==M)return t={i:0,S:e,p:M.s,n:void 0,t:M,e:void 0,x:void 0,r:t},M.s!==void 0&&(M.s.n=t),M.s=t,e.n=t,32&M.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=M.s,t.n=void 0,M.s.n=t,M.s=t),t}}function Y(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}Y.prototype.brand=mc;Y.prototype.h=function(){return!0};Y.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:yt(function(){var o;(o=t.W)==null||o.call(t)}))};Y.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&yt(function(){var r;(r=t.Z)==null||r.call(t)}))}};Y.prototype.subscribe=function(e){var t=this;return te(function(){var n=t.value;yt(function(){return e(n)})},{name:"sub"})};Y.prototype.valueOf=function(){return this.value};Y.prototype.toString=function(){return this.value+""};Y.prototype.toJSON=function(){return this.value};Y.prototype.peek=function(){var e=this;return yt(function(){return e.value})};Object.defineProperty(Y.prototype,"value",{get:function(){var e=Er(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Ht>100)throw new Error("Cycle detected");(function(n){_e!==0&&Ht===0&&n.l!==to&&(n.l=to,Yt={S:n,v:n.v,i:n.i,o:Yt})})(this),this.v=e,this.i++,Vt++,_e++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Kt()}}}});function N(e,t){return new Y(e,t)}function Ir(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Or(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Dr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function qe(e,t){Y.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Vt-1,this.f=4}qe.prototype=new Y;qe.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Vt))return!0;if(this.g=Vt,this.f|=1,this.i>0&&!Ir(this))return this.f&=-2,!0;var e=M;try{Or(this),M=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return M=e,Dr(this),this.f&=-2,!0};qe.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}Y.prototype.S.call(this,e)};qe.prototype.U=function(e){if(this.t!==void 0&&(Y.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};qe.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(qe.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Er(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function he(e,t){return new qe(e,t)}function Mr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){_e++;var n=M;M=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,oo(e),o}finally{M=n,Kt()}}}function oo(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Mr(e)}function pc(e){if(M!==this)throw new Error("Out-of-order effect");Dr(this),M=e,this.f&=-2;try{8&this.f&&oo(this)}finally{Kt()}}function Qe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,$t&&$t.push(this)}Qe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Qe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Mr(this),Or(this),_e++;var e=M;return M=this,pc.bind(this,e)};Qe.prototype.N=function(){2&this.f||(this.f|=2,this.u=_t,_t=this)};Qe.prototype.d=function(){this.f|=8,1&this.f||oo(this)};Qe.prototype.dispose=function(){this.d()};function te(e,t){var n=new Qe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Nr,Jt,Gt,hc=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Cr=[];te(function(){Nr=this.N})();function et(e,t){I[e]=t.bind(null,I[e]||function(){})}function gt(e){if(Gt){var t=Gt;Gt=void 0,t()}Gt=e&&e.S()}function Pr(e){var t=this,n=e.data,o=_(n);o.name="ReactiveDom",o.value=n;var r=z(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var f=he(function(){var m=o.value.value;return m===0?0:m===!0?"":m||""}),u=he(function(){return!Array.isArray(f.value)&&!qn(f.value)}),p=te(function(){if(this.N=Lr,u.value){var m=f.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=m)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[u,f]},[]),s=r[0],a=r[1];return s.value?a.peek():a.value}Pr.displayName="ReactiveTextNode";Object.defineProperties(Y.prototype,{constructor:{configurable:!0,value:Wt(Ue,null).constructor},type:{configurable:!0,value:Pr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});et("__b",function(e,t){if(gt(),Jt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof Y&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});et("__r",function(e,t){if(e(t),t.type!==Ue){gt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var a;return te(function(){a=this},{name:s}),a.c=r,a})((function(r){return function(){var s;hc&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Jt=o,gt(n)}});et("__e",function(e,t,n,o){gt(),Jt=void 0,e(t,n,o)});et("diffed",function(e,t){gt(),Jt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var a in s){var c=s[a];c===void 0||o&&a in o||(c.d(),s[a]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var f=s[l],u=o[l];f===void 0?(f=vc(n,l,u,r),s[l]=f):f.o(u,r)}}}e(t)});function vc(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=N(n);return{o:function(a,c){s.value=a,o=c},d:te(function(){this.N=Lr;var a=s.value.value;o[t]!==a&&(o[t]=a,r?e[t]=a:a!=null&&(a!==!1||t[4]==="-")?e.setAttribute(t,a):e.removeAttribute(t))})}}et("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var a=t.__np;if(a){var c=t.props;for(var l in a)c[l]=a[l]}t.__np=void 0}else{var f=t.__c;if(f){f.__$f|=8;var u=f.__$u;u&&(f.__$u=void 0,u.d())}}e(t)});et("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Ze.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var a in e)if(a!=="__source"&&e[a]!==this.props[a])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function _(e,t){return z(function(){return N(e,t)},[])}var bc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function $c(){no(function(){for(var e;e=Cr.shift();)Nr.call(e)})}function Lr(){Cr.push(this)===1&&(I.requestAnimationFrame||bc)($c)}var jr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var a=t[s++],c=t[s]?(t[0]|=a?1:2,n[t[s++]]):t[++s];a===3?o[0]=c:a===4?o[1]=Object.assign(o[1]||{},c):a===5?(o[1]=o[1]||{})[t[++s]]=c:a===6?o[1][t[++s]]+=c+"":a?(r=e.apply(c,jr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Rr=new Map;function Fr(e){var t=Rr.get(this);return t||(t=new Map,Rr.set(this,t)),(t=jr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,a="",c="",l=[0],f=function(d){s===1&&(d||(a=a.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,d,a):s===3&&(d||a)?(l.push(3,d,a),s=2):s===2&&a==="..."&&d?l.push(4,d,0):s===2&&a&&!d?l.push(5,0,!0,a):s>=5&&((a||!d&&s===5)&&(l.push(s,0,a,r),s=6),d&&(l.push(s,d,0,r),s=6)),a=""},u=0;u<n.length;u++){u&&(s===1&&f(),f(u));for(var p=0;p<n[u].length;p++)o=n[u][p],s===1?o==="<"?(f(),l=[l],s=3):a+=o:s===4?a==="--"&&o===">"?(s=1,a=""):a=o+a[0]:c?o===c?c="":a+=o:o==='"'||o==="'"?c=o:o===">"?(f(),s=1):s&&(o==="="?(s=5,r=a,a=""):o==="/"&&(s<5||n[u][p+1]===">")?(f(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(f(),s=2):a+=o),s===3&&a==="!--"&&(s=4,l=l[0])}return f(),l})(e)),t),arguments,[])).length>1?t:t[0]}var i=Fr.bind(Wt);var qr="Europe/London",ro=e=>new Intl.DateTimeFormat("en-GB",{timeZone:qr,...e}),Hr=ro({day:"numeric",month:"long",year:"numeric"}),_c=ro({month:"short",year:"numeric"}),Ur=ro({hour:"2-digit",minute:"2-digit"}),Xt=new Intl.DateTimeFormat("sv-SE",{timeZone:qr}),yc=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),gc=864e5,[wc,Br]=[1024,1024*1024],ce=(e=new Date)=>Xt.format(e),G=e=>Hr.format(new Date(e)),Yr=e=>_c.format(new Date(`${e}-01`));function Ie(e,t=new Date){let n=new Date(e);return Xt.format(n)===Xt.format(t)?Ur.format(n):`${Hr.format(n)}, ${Ur.format(n)}`}var P=e=>yc.format(e),j=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Vr(e,t=new Date){let n=Math.round((Wr(t)-Wr(new Date(e)))/gc);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Wr=e=>Date.parse(Xt.format(e)),He=e=>e<Br?`${Math.ceil(e/wc)} KB`:`${Number((e/Br).toFixed(1))} MB`;var io=(e,t)=>t.some(n=>e instanceof n),Kr,Gr;function Sc(){return Kr||(Kr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function xc(){return Gr||(Gr=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var co=new WeakMap,so=new WeakMap,zt=new WeakMap;function kc(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",a)},s=()=>{n(ve(e.result)),r()},a=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",a)});return zt.set(t,e),t}function Ac(e){if(co.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",a),e.removeEventListener("abort",a)},s=()=>{n(),r()},a=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",a),e.addEventListener("abort",a)});co.set(e,t)}var lo={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return co.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return ve(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function Zr(e){lo=e(lo)}function Tc(e){return xc().includes(e)?function(...t){return e.apply(tt(this),t),ve(this.request)}:function(...t){return ve(e.apply(tt(this),t))}}function Ec(e){return typeof e=="function"?Tc(e):(e instanceof IDBTransaction&&Ac(e),io(e,Sc())?new Proxy(e,lo):e)}function ve(e){if(e instanceof IDBRequest)return kc(e);if(so.has(e))return so.get(e);let t=Ec(e);return Object.is(t,e)||(so.set(e,t),zt.set(t,e)),t}var tt=e=>zt.get(e);function Qr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let a=indexedDB.open(e,t),c=ve(a);return o&&a.addEventListener("upgradeneeded",l=>{o(ve(a.result),l.oldVersion,l.newVersion,ve(a.transaction),l)}),n&&a.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",f=>r(f.oldVersion,f.newVersion,f))}).catch(()=>{}),c}function es(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),ve(n).then(()=>{})}var Ic=["get","getKey","getAll","getAllKeys","count"],Oc=["put","add","delete","clear"],ao={};function Jr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(ao[t])return ao[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Oc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||Ic.includes(n)))return;let s=async function(a,...c){let l=this.transaction(a,r?"readwrite":"readonly"),f=l.store;return o&&(f=f.index(c.shift())),(await Promise.all([f[n](...c),r&&l.done]))[0]};return ao[t]=s}Zr(e=>({...e,get:(t,n,o)=>Jr(t,n)||e.get(t,n,o),has:(t,n)=>!!Jr(t,n)||e.has(t,n)}));var Dc=["advance","continue","continuePrimaryKey"],Xr={},uo=new WeakMap,ts=new WeakMap,Mc={get(e,t){if(!Dc.includes(t))return e[t];let n=Xr[t];return n||(n=Xr[t]=function(...o){uo.set(this,ts.get(this)[t](...o))}),n}};async function*Nc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Mc);for(ts.set(n,t),zt.set(n,tt(t));t;)yield n,t=await(uo.get(n)||t.continue()),uo.delete(n)}function zr(e,t){return t===Symbol.asyncIterator&&io(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&io(e,[IDBIndex,IDBObjectStore])}Zr(e=>({...e,get(t,n,o){return zr(t,n)?Nc:e.get(t,n,o)},has(t,n){return zr(t,n)||e.has(t,n)}}));var Zt=new Set,ns=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){ns=Zt.size>0;for(let t of Zt)wt(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&ns&&location.reload()});function os(e){let t=tt(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return fo(o),o}}function fo(e){let t=tt(e)??e;Zt.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>Zt.delete(t));ve(t).done.catch(()=>{})}function wt(e){try{e.abort()}catch{}}var Cc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...a}=r.value;o.put({...a,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],Pc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",blocked:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},Oe=class extends Error{constructor(t,n,o=Pc[t]){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=o}},K=e=>e?.sentence,rs=["InvalidStateError","UnknownError"],Lc="portal:",Rc=1e4,en=1e4,Qt=3e3,Ye=new Map,tn=new Set,po=!1,ne=({agency:e,contractorId:t,email:n})=>`${Lc}${e}/${t} ${n}`;function jc(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return t&&n&&o?{agency:t,contractorId:n,email:o}:null}async function ss(){return(indexedDB.databases?(await be(()=>ye(en,indexedDB.databases()))).map(({name:t})=>t??""):[...Ye.keys()]).map(jc).filter(t=>t!==null)}var as=()=>{po=!0},ho=e=>tn.delete(e);async function mo(e,t=Cc){if(tn.has(e))throw new Oe("gone");let n=Ye.get(e);return n||(n=Fc(e,t),Ye.set(e,n),n.catch(()=>Ye.delete(e))),be(()=>ye(Rc,n))}var Fc=(e,t)=>be(async()=>{let n=await Qr(e,t.length,{upgrade(o,r,s,a){fo(a),Uc(t.slice(r),o,a)},blocking(o,r){r===null&&tn.add(e),vo(e)},terminated:()=>Ye.delete(e)});return os(n),n});async function Uc(e,t,n){try{for(let o of e)await o(t,n)}catch{wt(n)}}async function vo(e){let t=Ye.get(e);Ye.delete(e),(await t?.catch(()=>null))?.close()}async function is(e){let t=ye(Qt,Bc(e)).then(()=>!0,()=>!1);tn.add(e);let n=await t;vo(e);try{await be(()=>ye(Qt,es(e)))}catch(o){if(!n)throw o}}async function Bc(e){let t=await mo(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var Z=(e,t,n)=>be(async()=>{let o=await Wc(e,t,n);return po=!0,o}),De=(e,t,n)=>be(()=>ye(en,Z(e,t,n)));async function Wc(e,t,n){try{return await t(await mo(e,n))}catch(o){let{cause:r,name:s}=o;if(!rs.includes(r?r.name:s))throw o;return await vo(e),t(await mo(e,n))}}async function ye(e,t){let n,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}async function be(e){try{return await e()}catch(t){throw t instanceof Oe?t:new Oe(qc(t),t)}}function qc(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"blocked":["SecurityError",...rs].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?po?"lost":"closed":"broken"}var cs="application/json",ls=()=>{};function us(e){ls=e}async function q(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let a=new Headers(r);o&&a.set("Portal-Account",o),n&&!(n instanceof FormData)&&a.set("Content-Type",cs);let c=performance.now();try{let l=await fetch(`/api/${e}`,{method:t,headers:a,body:n instanceof FormData||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:f,headers:u}=l,d=u.get("Content-Type")?.startsWith(cs)??!1?await l.json().catch(()=>null):null;return Hc(f,d,u)?(f===401&&ls(c),{status:f,body:d,headers:u,offline:!1}):f===413?Yc():bo()}catch{return bo()}}function Hc(e,t,n){return n.get("X-Request-ID")?e>=400?typeof t?.error=="string":t!==null||e===204||e===304:!1}var Yc=()=>({...bo(),status:413,offline:!1}),bo=()=>({status:0,body:null,headers:new Headers,offline:!0}),Vc="The portal cannot be reached just now. Please check your connection and try again.",H=({offline:e,body:t})=>e?Vc:t?.error??"Something went wrong. Please try again in a minute.";var St=new BroadcastChannel("portal-turn"),xt=[];St.addEventListener("message",({data:{asks:e}})=>{xt.includes(e)&&St.postMessage({holds:e})});function fs(e,t){return ps(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(a){if(a.name!=="AbortError")throw a;return r=!1,null}})}function ms(e,t){return ps(e,async({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function ds(e,t){let n=!1,o=()=>(n=!0,hs(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function ps(e,t){let n=!1,o=r=>(n=!0,hs(e,r));for(let r=!1;;r=!await Kc(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function hs(e,t){xt.push(e);try{return await t()}finally{xt.splice(xt.indexOf(e),1)}}function Kc(e){return xt.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),St.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);St.addEventListener("message",o),St.postMessage({asks:e})})}function vs(e,t){let{method:n,path:o}=Gc(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?Jc(e,t):e.content,timeoutMs:t?3e5:6e4}}function Gc({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(String(t))}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function Jc({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t?.name),o}var Xc=["rejected","expired","abandoned"];var zc=/^document: /,Zc=[400,404,405,413,415,422],ys="It may have arrived. It is sent again, and the portal knows it for the same.",Qc="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",bs="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",el=" If that does not help, attach the PDF again.",tl="The portal cannot tell any more what became of it. Please look at the job before you send it again.",gs="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",F=({state:e})=>e!=="done",le=({state:e})=>["checking","review"].includes(e),de=({state:e,promised:t})=>e==="checking"&&!!t,kt=e=>F(e)&&!le(e),Me=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,ws=(e,t)=>Me(e)?{heldUntil:t+6e5}:void 0,on=e=>e.state!=="sending"&&!le(e),rn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,ot=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,Q=({state:e})=>["refused","unknown"].includes(e),Ss=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...sn({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+1e4:0}),sn=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...nl}),nl={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,result:null};function xs(e,t){return ks(e).filter(n=>$o(n)<=t||$o(n)>t+864e5).sort((n,o)=>+!!n.document-+!!o.document||n.id-o.id)}function _o(e){let t=ks(e).map($o);return t.length?Math.min(...t):null}var $o=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function ks(e){let t=new Set;return e.filter(n=>{if(le(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${"statementId"in n.content?n.content.statementId:void 0}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function As(e,t){return Es(e,t)?yo(gs):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Ts(e,t,n=Math.random){if(Es(e,t))return yo(gs);let o=Me(e)?bs+el:bs;return nt(e,null,t,n,{sentence:o,asks:"document"},6e4)}var Es=({sentAt:e},t)=>e!==null&&t-e>5184e5,Is=()=>({state:"waiting",sentence:ys,nextAt:0});function Os(e,t,n,o=Math.random){let{status:r,body:s,headers:a,offline:c}=t,l={sentAt:e.sentAt??n},f=s?.error?.replace(zc,"")??null;if(c)return nt(e,null,n,o,{...l,sentence:ys},6e4);if(r===413&&!s){let m={sentAt:e.sentAt,sentence:Qc,asks:"size"};return nt(e,600,n,o,m,36e5)}let u=a.get("Submission-State"),p=a.get("Retry-After"),d=a.get("Location");return r===200||r===201?Ms(e,s,n):r===202?$s(s.state,s.submissionId,s.message,n):u==="rejected"?nn(f,{ended:u}):r===409&&p?nt(e,p,n,o,{...l,sentence:f},1e4):d?$s(u,d.split("/").at(-1)??"",f,n):u==="not-sent"?nt(e,p,n,o,{sentAt:null,sentence:f}):r===409?nn(f,{asks:e.kind==="invoice"?"duplicate":null}):Zc.includes(r)?nn(f):nt(e,p,n,o,{...r>=500?l:{sentAt:e.sentAt},sentence:f})}function Ds(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?yo(tl):o||t!==200?_s(e,e,r,s):n.state==="confirmed"?Ms(e,n.result,r):Xc.includes(n.state)?nn(n.message,{ended:n.state}):_s(e,{...Ns(n.state),sentence:n.message},r,s)}var Ms=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?ol(t):t}),ol=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},nn=(e,{asks:t=null,ended:n=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,sentAt:null}),yo=e=>({state:"unknown",sentence:e,asks:null}),Ns=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e??"")}),$s=(e,t,n,o)=>({...Ns(e),submissionId:t,sentence:n,tries:0,nextAt:o+2e3});function nt(e,t,n,o,r,s=3e5){let a=Math.max(Number(t)*1e3||0,an(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+a}}function _s({tries:e},{state:t,promised:n,sentence:o},r,s){let a=t==="review"?3e5:6e4;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+an(e,a,s)}}var an=(e,t,n=Math.random)=>Math.min(t,2e3*2**Math.min(e,20))*(.5+n()/2);var Ps="portal-outbox",rl={durability:"strict"},Cs=["outbox","documents","blobs"],rt=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ve=class{constructor(t){this.owner=t,this.name=ne(t)}list(){return De(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let a=await r.add(t);return n&&await s.put({id:a,bytes:n}),{...t,id:Number(a)}});return cn(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:a,blobs:c})=>{let l=await s.get(t),f=l&&n(l);if(f===void 0)return;let u=f&&{...l,...f},p=Ls(u);return await Promise.all([u?s.put(u):s.delete(t),p?o&&a.put({id:t,bytes:o}):a.delete(t),(o||!p)&&c.delete(t)]),u});if(r===void 0)throw new rt;return cn(this.name),r}async readDocument(t){let n=await De(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await De(this.name,s=>s.get("blobs",t));if(!n)throw new Oe("lost");let o=await be(()=>ye(en,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:a})=>{await a.count(t)&&await Promise.all([s.put({id:t,bytes:o}),a.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return Z(this.name,async n=>{let o=n.transaction(Cs,"readwrite",rl),r=Object.fromEntries(Cs.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw wt(o),c}),[a]=await Promise.all([s,o.done]);return a})}deleteAllButUnsent(){return Z(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!F(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},st=class{#e=[];#t=new Map;#o=0;constructor(t){this.owner=t,this.name=ne(t)}async list(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#o};return this.#e.push(o),n&&this.#t.set(o.id,n),cn(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new rt;let a=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...a?[a]:[]),o?this.#t.set(t,o):Ls(a)||this.#t.delete(t),cn(this.name),a}async readDocument(t){return this.#t.get(t)??null}},Ls=e=>!!(e?.document&&F(e));function cn(e){let t=new BroadcastChannel(Ps);t.postMessage(e),t.close()}function Rs(e){let t=new BroadcastChannel(Ps);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function ln(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw new Oe("broken",t,"This file cannot be read. Please choose it again.")}}var js="portal-session",sl=5e3;async function Ke(e=null){return(await ss()).filter(n=>e===null||n.email===e).map(n=>new Ve(n))}async function go(e){return await fs(`portal-outbox:${e.name}`,n=>al(e,n))??{obstacle:null,nextAt:Date.now()+sl}}async function al(e,t){for(await il(e);t();){let[n]=xs(await e.list(),Date.now());if(!n)return{obstacle:null,nextAt:_o(await e.list())};let o=await cl(e.owner,async()=>t()?ll(e,n):null);if(o)return{obstacle:o,nextAt:null}}return null}var wo=e=>ds(js,e);async function il(e){for(let{id:t,state:n}of await e.list())n==="sending"&&await e.change(t,Is)}function cl(e,t){return ms(js,async()=>await Fs(e)??t())}async function Fs({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await q("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function ll(e,t){try{return await(le(t)?fl(e,t):ul(e,t))}catch(n){if(n instanceof rt)return null;throw n}}async function ul(e,t){let n=l=>l.state==="waiting"&&l.key===t.key&&l.heldUntil===t.heldUntil,o=t.document?await e.readDocument(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,l=>n(l)?Ts(l,Date.now()):void 0),null;let r=await e.change(t.id,l=>n(l)?As(l,Date.now()):void 0);if(r?.state!=="sending")return null;let s=vs(t,o),a=await q(s.path,{...s,account:Bs(e)}),c=await Us(e,a);return await e.change(t.id,l=>{if(!(l.attempt!==r.attempt||l.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Os(t,a,Date.now())}),c??(a.offline?"offline":null)}async function fl(e,t){let n=await q(`contractor/submissions/${t.submissionId}`,{account:Bs(e)}),o=await Us(e,n);return o||await e.change(t.id,r=>le(r)?Ds(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function Us(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?Fs(e.owner):null}var Bs=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var ml="outbox",Ws=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator;async function qs(){return await(await navigator.serviceWorker?.getRegistration())?.sync?.register(ml).then(()=>!0,()=>!1)??!0}var So=e=>`outbox ${e}`;function un(e,t){try{t?localStorage.setItem(So(e),String(t)):localStorage.removeItem(So(e))}catch{}}function xo(e){try{return Number(localStorage.getItem(So(e))??0)}catch{return 0}}var Hs=e=>un(e,0);var dl=6e4,pl=168*36e5,hl="This device has no room left, so nothing can be sent from it. Please free some space.",fn=class{items=N(null);obstacle=N(null);otherAccounts=N([]);storageProblem=N(null);#e=null;#t=void 0;#o=0;#r=!1;#s=null;#n=!1;#l=!1;start(){Rs(t=>{t===this.#e?.name&&this.#i()}),addEventListener("online",()=>this.#f(Ys)),addEventListener("offline",()=>this.wake()),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&this.wake()})}async open(t){if(this.#e?.name===ne(t))return;this.close(),ho(ne(t));let n=new Ve(t);xo(n.name)&&as(),this.#e=n;try{let o=(await n.list()).length?0:xo(n.name);for(let r of(await Ke()).filter(({owner:{email:s}})=>s!==t.email))await r.deleteAllButUnsent(),un(r.name,await ko(r));await vl(n),await Vs(n,await n.list(),Ys),this.#e===n&&(this.storageProblem.value=o?bl(o):null)}catch(o){if(this.#e!==n)return;this.storageProblem.value=Ao(o),o.reason==="closed"&&(this.#e=new st(t))}await this.#i(),this.items.value?.some(F)&&this.#c(),this.wake()}async openFormerAccount(t){if(this.close(),!t)return;(await Ke(t.email).catch(()=>[])).some(({name:o})=>o===ne(t))&&!this.#e&&await this.open(t)}close(){clearTimeout(this.#t),this.#e=null,this.items.value=null,this.obstacle.value=null,this.otherAccounts.value=[],this.storageProblem.value=null}async add({document:t,...n}){let{bytes:o,document:r}=await Ks(t),s=await this.#u().add(Ss({...n,document:r},Date.now()),o);return await this.#i(),navigator.storage?.persist?.(),this.#c(),this.wake(),s}async edit(t,{content:n,about:o,document:r}){let{bytes:s,document:a}=await Ks(r),c={content:n,...o!==void 0&&{about:o},...r!==void 0&&{document:a}};return this.#a(t,l=>Me(l)?sn(c):void 0,s)}hold(t){return this.#a(t,n=>ws(n,Date.now()))}release(t){return this.#a(t,({heldUntil:n})=>n?{heldUntil:0}:void 0)}resend(t,{duplicate:n=!1}={}){return this.#a(t,o=>Q(o)?sn({duplicate:n}):void 0)}remove(t){return this.#a(t,n=>on(n)?null:void 0)}undo(t){return this.#a(t,n=>rn(n,Date.now())?null:void 0)}itemsOf(t){return(this.items.value??[]).filter(n=>n.jobId===t)}sendingNotice(){return Ws()&&!this.#l?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection."}async wake(){clearTimeout(this.#t),this.#s?this.#n=!0:(this.#s=this.#d(),await this.#s.finally(()=>this.#s=null),this.#n&&(this.#n=!1,await this.wake()))}async tryNow(){await this.#f()}async countUnsent(t){let n=this.#e instanceof st?[this.#e]:await Ke(t);return(await Promise.all(n.map(ko))).reduce((r,s)=>r+s,0)}async deleteAll(t){let n=!(this.#e instanceof st);this.#e?.owner.email===t&&this.close();let o=n?await Ke(t):[],s=(await Promise.allSettled(o.map(async({name:a})=>{await is(a),Hs(a)}))).find(a=>a.status==="rejected");if(s)throw s.reason}#u(){if(!this.#e)throw new Error("no outbox is open");return this.#e}async#a(t,n,o){let r=await this.#u().change(t,n,o);return await this.#i(),this.#c(),this.wake(),r}async#f(t){this.#e&&await Vs(this.#e,this.items.value??[],t),await this.wake()}async#c(){await qs()||(this.#l=!0)}async#i(){let t=this.#e;try{let n=await t?.list()??null;if(this.#e!==t)return;this.items.value=n,t&&n&&un(t.name,n.filter(kt).length)}catch(n){if(this.#e!==t)return;this.storageProblem.value=Ao(n),this.#r=!0}}async#d(){let t=this.#e;if(t)try{let n=t instanceof Ve?(await Ke(t.owner.email)).filter(({name:s})=>s!==t.name):[],o=[];for(let s of[t,...n])o.push(await go(s));let r=await Promise.all(n.map(ko));if(this.#e!==t||(this.obstacle.value=o[0].obstacle,this.otherAccounts.value=n.map(({owner:s},a)=>({...s,number:r[a]})).filter(({number:s})=>s),this.#m(o),!this.#r))return;this.#r=!1,await this.#i(),this.#r||(this.storageProblem.value=null)}catch(n){if(this.#e!==t)return;let o=n.reason==="full";this.storageProblem.value=o?hl:Ao(n),this.#r=!0,this.#m([{obstacle:"offline",nextAt:null}])}}#m(t){let n=t.some(({obstacle:r})=>r==="offline");this.#o=n?this.#o+1:0;let o=t.map(({nextAt:r})=>r).filter(r=>r!==null);n&&o.push(Date.now()+an(this.#o,dl)),o.length&&(this.#t=setTimeout(()=>this.wake(),Math.max(Math.min(...o)-Date.now(),0)))}},Ys=({asks:e})=>e!=="size";async function Vs(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>F(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function Ks(e){if(!e)return{bytes:void 0,document:null};let{bytes:t,...n}=await ln(e);return{bytes:t,document:n}}var ko=async e=>(await e.list()).filter(kt).length;async function vl(e){let t=Date.now()-pl;for(let{id:n,state:o,doneAt:r}of await e.list())o==="done"&&Number(r)<t&&await e.change(n,()=>null)}function Ao(e){let t=K(e);if(!t)throw e;return t}var bl=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;var b=new fn;var $l={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},_l="May have arrived",yl="With the portal",Gs={expired:"Not delivered",abandoned:"Not delivered"};function pe(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:de(e)?yl:ot(e)?_l:n==="refused"&&Gs[o??""]||$l[n]}function Js(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?pe(e,t):`${pe(e,t)}${Gs[o??""]?":":", because:"} ${r}`}var Xs=(e,t)=>e.state==="refused"||e.sentence?.startsWith(pe(e,t))?null:e.sentence,at=e=>e.kind==="completion"?e.content.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e.kind];var zs;function U(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(zs),zs=setTimeout(()=>{t.textContent=e},400)}var gl={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},h=({name:e})=>i`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${gl[e]} /></svg>
`;var To="([A-Za-z0-9_-]{1,64})",Eo=new RegExp(`^${To}$`),wl={"/":"jobs","/jobs":"jobs",[`/jobs/${To}`]:"job",[`/jobs/${To}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},Sl=Object.entries(wl).map(([e,t])=>[new RegExp(`^${e}$`),t]);function mn(e){for(let[t,n]of Sl){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var O=N(Io());function Io(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...mn(location.pathname)??mn("/"),path:location.pathname,account:Eo.test(n)&&Eo.test(o)?`${n}/${o}`:null,query:t,isBack:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function x(e,t={},n=O.value.account){let[o="",r=""]=n?.split("/")??[],s={...t,...n&&{agency:o,contractor:r}},a=new URLSearchParams(s).toString();return a?`${e}?${a}`:e}function Zs(e){O.value.account||ge(x(O.value.path,Object.fromEntries(O.value.query),e),{replace:!0})}function ge(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:xl(n)},""),history.pushState(null,"",e)),O.value=Io()}var dn=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function xl(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return!o||!t?null:{href:r??"",at:dn(r??"",t).indexOf(o),top:o.getBoundingClientRect().top}}function Qs(){let{y:e,mark:t}=O.value;scrollTo(0,e);let n=document.querySelector("main"),o=t&&n&&dn(t.href,n)[t.at];if(!o)return;let r=()=>scrollBy(0,o.getBoundingClientRect().top-t.top);r(),requestAnimationFrame(()=>requestAnimationFrame(r))}function ea(){history.scrollRestoration="manual",addEventListener("popstate",()=>{O.value=Io(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!mn(t.pathname)||(e.preventDefault(),ge(t.href,{replace:t.href===location.href,link:t}))})}var kl="Contractor Portal",ta=!0;function E({title:e,back:t,keepsFocus:n=!1,children:o}){let r=V(null);return me(()=>{ta||(n||r.current?.focus({preventScroll:!0}),Qs()),ta=!1},[]),me(()=>{document.title=`${e} – ${kl}`},[e]),i`
    <main id="main" class="screen">
      ${t&&i`<a class="back" href=${x(t.path)}><${h} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var At="portal",Tt=[e=>e.createObjectStore("session")],na=e=>Z(At,t=>t.put("session",e,"last"),Tt),oa=()=>Mo("last"),Oo=()=>be(()=>ye(Qt,Z(At,e=>e.delete("session","last"),Tt))),ra=e=>Z(At,async t=>e?t.put("session",e,"asked"):t.delete("session","asked"),Tt),sa=()=>Mo("asked"),Do=()=>Z(At,e=>e.put("session",!0,"passkey-offer"),Tt).catch(()=>{}),aa=async()=>!!await Mo("passkey-offer");async function Mo(e){try{return await De(At,t=>t.get("session",e),Tt)??null}catch{return null}}var A=N(void 0),Ne=N(null),vn=N(!1),bn=N(null),Al=6e5,Ge=N(!1),pn=null,hn=0,J=({agency:e,contractorId:t})=>`${e}/${t}`,No=(e,t)=>e.accounts.find(n=>J(n)===t)??null,w=he(()=>A.value?No(A.value,O.value.account??J(A.value.account)):null),ee=he(()=>{if(!A.value||!w.value||Ge.value)return null;let{agency:e,contractorId:t}=w.value;return{email:A.value.email,agency:e,contractorId:t}}),ia=he(()=>{let e=O.value.account;if(!A.value||w.value||!e||Ge.value)return null;let[t,n]=e.split("/");return{email:A.value.email,agency:t,contractorId:n}}),Co=new BroadcastChannel("portal:person"),ca=new BroadcastChannel("portal:parting");async function Et(e){hn=performance.now(),JSON.stringify(e)!==JSON.stringify(A.value)&&(A.value=e,await(e?na(e):Oo()).catch(()=>{}),Co.postMessage(e))}async function it(e){await ra(e).catch(()=>{}),bn.value=e}async function $n(){let[e,t]=await Promise.all([oa(),sa()]);t&&await it(Date.now()-t.at<Al?t:null);let n=e||document.body.dataset.session;if(A.value??=e??(n?void 0:null),n||navigator.serviceWorker?.controller){let o=performance.now(),r=await q("session");r.status===200&&o>=hn&&await Et(r.body)}A.value??=null}var _n=e=>{let t=O.value.account?.split("/")[0];return q("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})},la=(e,t)=>fa("session",{email:e,code:t}),ua=e=>fa("session/passkey",e);async function fa(e,t){let n=await wo(()=>q(e,{method:"POST",body:t}));return n.status===201&&(Ne.value=null,vn.value=!1,await Et(n.body),await it(null)),n}async function ma(e){Et({...A.value,account:e});let{agency:t,contractorId:n}=e,o=await q("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await Et(o.body)}function da(){return pn??=Tl().finally(()=>pn=null),pn}async function Tl(){let e=A.value,t=await wo(()=>q("session",{method:"DELETE"}));if(t.status!==204)return t;Ge.value=!0,Co.postMessage(null),ca.postMessage(null);let n=await Promise.allSettled([Oo(),b.deleteAll(e.email)]);return vn.value=n.some(o=>o.status==="rejected"&&o.reason&&o.reason.reason!=="closed"),Ne.value=null,A.value===e&&(A.value=null),Ge.value=!1,t}function pa(){us(e=>{pn||e<hn||(Ne.value=A.value?.email??Ne.value,Et(null))}),Co.onmessage=({data:e})=>{Ge.value&&!e||(hn=performance.now(),A.value=e)},ca.onmessage=()=>{Ne.value=null}}var ha=300;async function va(e,t,n,o=null){try{await Z(ne(e),async r=>{let{store:s,done:a}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>ha&&await El(s),await a})}catch{}}async function ba(e,t){try{return await De(ne(e),n=>n.get("answers",t))??null}catch{return null}}async function El(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-ha).map(({path:n})=>e.delete(n)))}var Il=5e3,Ol=30,$a={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Dl=N({...$a,busy:!1}),Po=class{state=N($a);begunAt=0;readAt=0;running=null;#e=null;#t;#o;constructor(t,n){this.#t=t,this.#o=n}refresh(){navigator.onLine&&Date.now()-this.readAt<Il||(this.running??=this.#r().finally(()=>{this.running=null}))}async#r(){this.state.value.body||await this.#s(),this.#n({busy:!0});let t=Date.now();this.begunAt=t;let n=this.#e&&this.state.value.body?{"If-None-Match":this.#e}:{},o=await q(`contractor/${this.#o}`,{account:J(this.#t),headers:n}),{status:r,body:s,offline:a}=o,c=Nl(o.headers.get("Last-Modified")),l={begunAt:t,asOf:c,isOld:!1,busy:!1,problem:null,status:r};if((r===200||r===304)&&(this.readAt=Date.now()),r===200)this.#e=o.headers.get("ETag"),va(this.#t,this.#o,s,this.#e),this.#n({...l,body:s});else if(r===304)this.#n(l);else if(r===409)$n(),this.#n({busy:!1,problem:H(o),status:r});else if(r===404)this.#n({body:null,busy:!1,problem:H(o),status:r});else{let f=Number(o.headers.get("Retry-After"));!a&&f&&setTimeout(()=>this.refresh(),Math.min(f,Ol)*1e3);let u=!!(!a&&f);this.#n({isOld:!!this.state.value.body,busy:u,problem:H(o),status:r})}}async#s(){let t=await ba(this.#t,this.#o);if(!t)return;this.#e=t.etag??null;let n=t.body.asOf??new Date(t.readAt).toISOString();this.#n({body:t.body,begunAt:t.readAt,asOf:n,isOld:!0})}#n(t){this.state.value={...this.state.value,...t}}},yn=new Map;function S(e){let t=e?Ml(ee.value,e):null;return C(()=>{if(!t)return;let n=()=>document.visibilityState==="visible"&&t.refresh();n();let o=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of o)r.addEventListener(s,n);return()=>{for(let[r,s]of o)r.removeEventListener(s,n)}},[t]),t?.state??Dl}async function _a(e,t){let n=ee.value&&yn.get(ga(ee.value,e));await n?.running,!(!n||n.begunAt>t)&&(n.readAt=0,n.refresh())}var ya=()=>yn.clear(),ga=(e,t)=>`${e.email} ${J(e)} ${t}`;function Ml(e,t){let n=ga(e,t),o=yn.get(n)??new Po(e,t);return yn.set(n,o),o}var Nl=e=>e?new Date(e).toISOString():null;var Cl="https://www.google.com/maps/search/?api=1&query=",Pl=/[\p{L}/,;&#|]|(?=\+)/u,Ll=5,Rl=/^(\+|00)(\d{1,3})\(0\)/;function jl(e){return e.split(Pl).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(Rl,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Ll)??""}function Je({phone:e,who:t}){if(!e)return null;let n=jl(e);return n?i`
    <a class="reach" href=${`tel:${n}`}>
      <${h} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:i`<span dir="auto">${e}</span>`}function ct({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>i`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${h} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function wa({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?i`
    <a class="reach" href=${Cl+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${h} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Lo(){let t=(S(w.value?"agency":null).value.body?.offers??[]).includes("contacts"),n=S(t?"contacts":null).value.body?.contacts??[],o=S(t?"account":null).value.body,r=Fl(n,o?.agency.branchId??null);return t?i`
    <div>
      ${r&&i`<${Je} phone=${r.phone} who=${r.name} /><${ct} email=${r.email} who=${r.name} />`}
      <a class="reach" href=${x("/contacts")}><${h} name="contacts" />All contacts</a>
    </div>
  `:null}function Fl(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var Ul={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ce({item:e}){return i`
    <span class=${`state is-${e.state}`}>
      <${h} name=${Ul[de(e)?"waiting":e.state]} /><span dir="auto">${Js(e,w.value?.agencyName)}</span>
    </span>
  `}function Pe({item:e}){let t=Xs(e,w.value?.agencyName);return i`
    ${t&&i`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&i`<${Ro} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&i`<${Lo} />`}
  `}var Ro=()=>i`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Lo} />
`;var It={emailCharacters:254,noteCharacters:4e3,descriptionCharacters:2e3,invoiceNumberCharacters:50,amountLeast:.01,amountMost:1e6,invoiceYearsBack:6,invoiceDaysAhead:1,documentBytes:10485760,documentNameCharacters:255,retryHours:72},Le=e=>({...It,...e?.limits});var Bl=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),we=e=>e.trim().replaceAll("	"," ");function gn(e,t,{inForm:n=!1}={}){let o=n?we(e).replace(/\r\n|\r|\n/g,`\r
`):we(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Bl.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var wn=(e,t)=>e?gn(e,t.noteCharacters):"Please write something first.";function Sn(e){let[,t]=We(0),n=e.filter(r=>rn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return C(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}function xn(e){C(()=>{if(e!==null)return b.hold(e).catch(Sa),()=>{b.release(e).catch(Sa)}},[e])}var Sa=()=>{};function xa({item:e,onClose:t}){let[n,[o,r]]=[Ar(),We(null)],s=Le(S("agency").value.body);return xn(e.id),i`
    <form onSubmit=${async c=>{c.preventDefault();let{value:l}=c.target.elements.namedItem("note"),f=we(l),u=wn(f,s);if(r(u),!u)try{await b.edit(e.id,{content:{note:f}}),t()}catch(p){let d=K(p);if(!d)throw p;r(d)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${s.noteCharacters} required dir="auto" ref=${Wl}>
        ${e.content.note}
      </textarea>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var Wl=e=>e?.focus();var ql={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Aa(){let e=(b.items.value??[]).filter(t=>!F(t)).reverse();return i`
    <${E} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
      <${Fo}>
        ${b.items.value?i`<p class="reach"><${h} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!b.storageProblem.value&&i`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&i`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${jo} items=${e} />
        </section>
      `}
    <//>
  `}function Fo({children:e}){let t=(b.items.value??[]).filter(F),[n,o]=[t.filter(s=>!ka(s)),t.filter(ka)],r=b.obstacle.value;return t.length?i`
    ${r&&n.some(s=>kt(s)&&!Q(s))&&i`<p class="notice" role="status">${ql[r]}${r==="offline"&&` ${b.sendingNotice()}`}</p>`}
    ${n.length>0&&i`<h2 class="visually-hidden">Not confirmed yet</h2><${jo} items=${n} />`}
    ${n.some(({state:s})=>s==="waiting")&&i`<button type="button" class="btn btn-primary" onClick=${()=>b.tryNow()}>Try now</button>`}
    ${o.length>0&&i`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${jo} items=${o} /></section>`}
  `:e}var ka=({state:e})=>e==="review",jo=({items:e})=>i`<ol class="cards">${e.map(t=>i`<${Uo} key=${t.id} item=${t} />`)}</ol>`;function Uo({item:e}){let[t,n]=We(null),o=()=>n(null);return i`
    <li class="card">
      <h3 class="title">${at(e)}${e.about&&i`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?i`<${xa} item=${e} onClose=${o} />`:i`<${Hl} item=${e} />`}
      <p class="about">
        <${Ce} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${Ie(e.addedAt)}</time>
      </p>
      <${Pe} item=${e} />
      ${t==="remove"&&i`<${Kl} item=${e} onClose=${o} />`}
      ${!t&&i`<${Yl} item=${e} setAction=${n} />`}
    </li>
  `}function Hl({item:e}){let{document:t,jobId:n}=e;return i`
    ${e.kind==="note"&&i`<p class="says" dir="auto">${e.content.note}</p>`}
    ${e.kind==="invoice"&&i`
      <p class="says" dir="auto">
        <strong>${P(e.content.amount)}</strong>${e.content.invoiceNumber?`, number ${e.content.invoiceNumber}`:""}
        <br />${e.content.description}
      </p>
    `}
    ${t&&i`<p class="reach"><${h} name="invoice" /><span dir="auto">${t.name}</span></p>`}
    ${n&&i`<a class="reach" href=${x(`/jobs/${n}`)}><${h} name="jobs" />Look at the job</a>`}
  `}function Yl({item:e,setAction:t}){let n=e.asks==="duplicate",[o,r]=[w.value&&Me(e)&&e.kind!=="completion",on(e)&&F(e)];return!o&&!r?null:i`
    <p class="doing">
      ${n&&i`<button type="button" class="btn btn-primary" onClick=${()=>b.resend(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&i`<${Vl} item=${e} onEditNote=${()=>t("edit")} />`}
      ${Q(e)&&!e.asks&&i`<button type="button" class="btn btn-secondary" onClick=${()=>b.resend(e.id)}>Send again</button>`}
      ${r&&i`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function Vl({item:{id:e,kind:t,jobId:n,content:o},onEditNote:r}){if(t==="note")return i`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s="statementId"in o&&o.statementId,a={...s&&{statement:s},change:e},c=x(n?`/jobs/${n}/invoice`:"/invoice",a);return i`<a class="btn btn-secondary" href=${c}>Change</a>`}function Kl({item:e,onClose:t}){let n=ot(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=We(null),s=async()=>{try{await b.remove(e.id),document.querySelector("h1")?.focus(),U("Deleted.")}catch(a){let c=K(a);if(!c)throw a;r(c)}};return i`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${Gl} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var Gl=e=>e?.focus();function kn(){let e=w.value&&J(w.value);return i`
    <ul class="rows">
      ${A.value?.accounts.map(t=>{let n=J(t);return i`
          <li key=${n} class="row">
            <a href=${x("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>ma(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&i`<span class="about"><${h} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}var An="Signing out …";function Tn(){let[e,t]=[_(null),_(0)],[n,o]=[_(!1),_(!1)],r=async()=>{n.value=o.value=!0;let a=await da();if(n.value=o.value=!1,a.status!==204){e.value=`${H(a)} Nothing on this device was deleted.`;return}ya(),ge("/",{replace:!0})},s=async()=>{e.value=null,n.value=!0;try{t.value=await b.countUnsent(A.value.email)}catch(a){let c=K(a);if(!c)throw a;e.value=c;return}finally{n.value=!1}t.value||await r()};return i`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?i`<${Jl} number=${t.value} busy=${n.value} onConfirm=${r} onCancel=${()=>t.value=0} />`:i`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${h} name="leave" />${o.value?An:"Sign out"}
        </button>`}
  `}function Jl({number:e,busy:t,onConfirm:n,onCancel:o}){let r=V(null);me(()=>r.current?.focus(),[]);let[s,a,c]=[j(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return i`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${r} tabindex="-1">
        <b>${s} on this device ${a} not with the agency yet.</b> Signing out deletes ${c} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>
          ${t?An:`Delete ${c} and sign out`}
        </button>
      </div>
    </div>
  `}var Ta=()=>i`
  <${E} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${O.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${A.value?.email}</b>. Nothing was changed.
    </p>
    <${Fo}>${null}<//>
    <h2>Your accounts</h2>
    <${kn} />
    <h2>Signed in with another address?</h2>
    <${Tn} />
  <//>
`;function $e({resource:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${Ie(e)}`;return i`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function oe({resource:{busy:e,problem:t}}){return t?i`<p class="notice" role="alert">${t}</p>`:e?i`<p class="loading" role="status">Loading …</p>`:null}var lt="PublicKeyCredential"in window&&!/^[\d.]+$|^\[/.test(location.hostname),Xl="That was not confirmed on this device, or it took too long. Please try again.",zl="This device has a passkey for the portal already.",Zl="This browser cannot use a passkey here.",Ia=async()=>lt&&await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(()=>!1);async function In(){let e=await q("session/passkeys/registration/options",{method:"POST"});if(e.status!==200)return H(e);let{challenge:t,user:n,excludeCredentials:o,...r}=e.body,s=await Da(()=>navigator.credentials.create({publicKey:{...r,challenge:En(t),user:{...n,id:En(n.id)},excludeCredentials:o.map(l=>({...l,id:En(l.id)}))}}));if("problem"in s)return s.problem;let a=Ma(s.credential,["clientDataJSON","attestationObject"]),c=await q("session/passkeys",{method:"POST",body:a});return c.status===201?null:H(c)}async function Oa(){let e=await q("session/passkey/options",{method:"POST"});if(e.status!==200)return{problem:H(e)};let t={...e.body,challenge:En(e.body.challenge)},n=await Da(()=>navigator.credentials.get({publicKey:t}));return"problem"in n?n:{body:Ma(n.credential,["clientDataJSON","authenticatorData","signature","userHandle"])}}async function Da(e){try{return{credential:await e()}}catch(t){let{name:n}=t;return n==="InvalidStateError"?{problem:zl}:{problem:n==="NotAllowedError"?Xl:Zl}}}function Ma({id:e,rawId:t,type:n,response:o},r){let s=o;return{id:e,rawId:Ea(t),type:n,response:Object.fromEntries(r.map(a=>[a,Ea(s[a])]))}}var En=e=>Uint8Array.from(atob(e.replace(/-/g,"+").replace(/_/g,"/")),t=>t.charCodeAt(0)),Ea=e=>btoa(String.fromCharCode(...new Uint8Array(e))).replace(/\+/g,"-").replace(/\//g,"_").replace(/=+$/,"");var Ql="Next time, choose “Sign in with a passkey”. No code is needed on this device.",Bo=N(!1);async function Na(){Bo.value=await Ia()&&!await aa()}var ut=()=>{Bo.value=!1},Ca=()=>Bo.value?i`<${eu} />`:null;function eu(){let[e,t,n]=[_(null),_(!1),_(!1)],o=async()=>{e.value=null,t.value=!0,e.value=await In(),t.value=!1,n.value=!e.value,n.value&&await Do()},r=async()=>{ut(),await Do()};return i`
    <section class="notice offer" aria-labelledby="offer">
      <h2 id="offer">Sign in faster next time</h2>
      <p class="problem" role="alert">${e.value}</p>
      ${n.value?i`<p role="status">${Ql}</p>
            <button class="btn btn-secondary" type="button" onClick=${ut}>OK</button>`:i`<div class="doing">
            <button class="btn btn-primary" type="button" disabled=${t.value} onClick=${o}>
              ${t.value?"Waiting for this device …":"Use my fingerprint, face or screen lock next time"}
            </button>
            <button class="btn btn-secondary" type="button" disabled=${t.value} onClick=${r}>Not now</button>
          </div>`}
    </section>
  `}var tu="Removed. This passkey signs nobody in from now on. Your device may still list it; you can delete it in its settings.",nu="Added. From now on, you can sign in here without a code.";function Pa(){let e=_(null),[t,n]=[_(null),_(null)],o=_(!1),r=async()=>{let l=await q("session/passkeys");l.status===200?e.value=l.body.passkeys:t.value=H(l)};C(()=>{r()},[]);let s=async(l,f)=>{t.value=n.value=null,o.value=!0,t.value=await l(),t.value||(n.value=f,await r()),o.value=!1},a=async()=>{let l=await In();return l||ut(),l},c=async({passkeyId:l})=>{let f=await q(`session/passkeys/${l}`,{method:"DELETE"});return f.status===204?null:H(f)};return!lt&&!e.value?.length?null:i`
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p>With a passkey, you sign in by your fingerprint, face or screen lock. Remove a passkey if you lose its device.</p>
      ${!!e.value?.length&&i`<ul class="rows">
        ${e.value?.map(l=>i`<${ou} key=${l.passkeyId} ...${l} busy=${o.value} onRemove=${()=>s(()=>c(l),tu)} />`)}
      </ul>`}
      <p class="problem" role="alert">${t.value}</p>
      <p class="hint" role="status">${n.value}</p>
      ${lt&&i`<button class="btn btn-secondary" type="button" disabled=${o.value} onClick=${()=>s(a,nu)}>
        <${h} name="access" />Add a passkey on this device
      </button>`}
    </section>
  `}var ou=({name:e,createdAt:t,usedAt:n,busy:o,onRemove:r})=>i`
  <li class="row passkey">
    <div>
      <span class="title">${e}</span>
      <span class="address">Added ${G(t)}, ${n?`last used ${G(n)}`:"not used yet"}</span>
    </div>
    <button class="btn btn-outline-danger" type="button" disabled=${o} onClick=${r}>
      Remove<span class="visually-hidden"> the passkey of ${e}</span>
    </button>
  </li>
`;var ru=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function La(){let e=S("account").value,t=e.body,{agencyName:n,displayName:o}=w.value,{accounts:r,email:s}=A.value;return i`
    <${E} title="Account">
      ${r.length>1&&i`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${kn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?i`<${su} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:i`<${oe} resource=${e} />`}
        <${$e} resource=${e} />
      </section>
      <${Pa} />
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${s}</b></p>
        <${Tn} />
      </section>
    <//>
  `}function su({record:e}){let t=[...ru.map(([n,o])=>[n,e[o]]),["Branch",e.agency.branchName]];return i`
    <dl class="facts">
      ${t.filter(([,n])=>n).map(([n,o])=>i`<div key=${n}><dt>${n}</dt><dd dir="auto">${o}</dd></div>`)}
    </dl>
  `}function Ra(){let e=S("contacts").value,t=e.body?.contacts;return i`
    <${E} title="Contacts">
      ${t?i`<ul class="cards">${t.map(n=>i`<${au} key=${n.contactId} ...${n} />`)}</ul>`:i`<${oe} resource=${e} />`}
      ${t?.length===0&&i`<p class="notice">The agency has no contacts to show.</p>`}
      <${$e} resource=${e} />
    <//>
  `}function au({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let a=e??n??"Unnamed";return i`
    <li class="card">
      <h2 dir="auto">${a}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Je} phone=${s} who=${a} /><${Je} phone=${r} who=${a} /><${ct} email=${o} who=${a} />
    </li>
  `}function ja(){let e=b.items.value??[],t=Sn(e),n=e.filter(d=>F(d)&&!t.includes(d)),o=n.filter(Q).length,r=n.filter(de).length,s=n.filter(({state:d})=>d==="review").length,a=n.filter(({state:d})=>d==="checking").length-r,c=n.filter(d=>!Q(d)&&!le(d)),l=b.obstacle.value==="offline",f=c.some(ot)?"not confirmed yet":"not with the agency yet",[u,p]=[b.otherAccounts.value,b.storageProblem.value];return!n.length&&!u.length&&!p?null:i`
    <aside class="strip" aria-label="Outbox">
      ${p&&i`<p role="alert">${p}</p>`}
      ${o>0&&i`<${Ot} icon="emergency">${j(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${s>0&&i`<${Ot} icon="contacts">We asked ${w.value?.agencyName} to check ${j(s,"thing")}<//>`}
      ${a>0&&i`<${Ot} icon="search">${j(a,"thing")} ${a===1?"is":"are"} being checked<//>`}
      ${r>0&&i`<${Ot} icon="clock">${j(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
      ${c.length>0&&i`<${Ot} icon=${l?"offline":"send"}>
        ${j(c.length,"thing")} ${c.length===1?"is":"are"} ${f}
      <//>`}
      ${u.map(d=>i`<${iu} key=${J(d)} ...${d} />`)}
    </aside>
  `}var Ot=({icon:e,children:t})=>i`<a href=${x("/outbox")}><${h} name=${e} /><span>${t}</span><${h} name="open" /></a>`;function iu({number:e,...t}){let n=J(t),o=(A.value&&No(A.value,n)?.agencyName)??"an account that is no longer yours",[r,s]=[j(e,"thing"),e===1?"is":"are"];return i`
    <a href=${x("/outbox",{},n)}>
      <${h} name="send" />${r} for ${o} ${s} not there yet<${h} name="open" />
    </a>
  `}var cu=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function Wo({children:e}){let t=S("agency").value.body;uu(t?.accent);let{agencyName:n,displayName:o}=w.value,r=cu.filter(({needs:s})=>!s||!t||t.offers.includes(s));return i`
    <a class="skip" href="#main" onClick=${fu}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&i`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${Number(A.value?.accounts.length)>1&&i`<a class="switch" href=${x("/account")}><${h} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="navigation" aria-label="Portal">${r.map(s=>i`<${lu} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${ja} />
    <${Ca} />
    ${e}
  `}function lu({path:e,name:t,icon:n,screens:o}){let r=o.includes(O.value.screen);return i`<a href=${x(e)} aria-current=${r?"page":null}><${h} name=${n} />${t}</a>`}function uu(e){C(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>{t.removeProperty("--accent")}},[e])}function fu(e){e.preventDefault(),document.querySelector("h1")?.focus()}function Dn(e){let[t,n]=[S(`jobs/${e}`).value,S("jobs").value];if(t.body)return{job:Fa(t.body,t),resource:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?Fa(o,n):null,resource:o?n:t}}var Fa=(e,{begunAt:t})=>qo([e],t)[0],Xe=({priority:e})=>e?.trim().toLowerCase()==="emergency",On=e=>(e??"").trim().toLowerCase();function Mn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(On).includes(On(t))?"cancelled":"open"}var Ba=e=>(b.items.value??[]).filter(t=>t.kind==="completion"&&t.state==="done"&&Number(t.doneAt)>e),Wa=e=>Ba(e).map(({id:t})=>t).join();function qo(e,t){let n=new Map(Ba(t).map(o=>[o.jobId,o.result??mu(o)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var mu=({content:e})=>({completed:"completed"in e&&e.completed,status:null,completedAt:null});function qa(e,t){let n=b.itemsOf(e).filter(F),o=Dt(e),r=n.filter(u=>u!==o),s=u=>r.filter(u).length,[a,c,l]=[s(Q),s(de),s(le)],f=r.length-a-l;return[o&&`${at(o)}: ${pe(o,t)}`,a&&`${j(a,"thing")} ${a===1?"needs":"need"} you`,l>c&&`${j(l-c,"thing")} being checked`,c&&`${j(c,"thing")} with the portal`,f&&`${j(f,"thing")} to send`].filter(Boolean)}var Dt=e=>b.itemsOf(e).filter(t=>t.kind==="completion"&&F(t)).at(-1)??null,ue=({title:e,reference:t,jobId:n})=>e||t||n;function Ha(e){let t=On(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>du(n).includes(o))}var Ua=new WeakMap;function du(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode],a=Ua.get(e)??On(s.filter(Boolean).join(`
`));return Ua.set(e,a),a}var Ya=e=>[...e.filter(Xe),...e.filter(t=>!Xe(t))];var pu=864e5,Va="%PDF-",hu=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,vu=/\.\d\d\d*[1-9]/,bu=["amount","description","invoiceDate"];function Mt(e,t,n){let{required:o=[],link:r=null}=t?.invoice??{};return[...bu,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Nn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function Ho(e=new Date,t=It){let[n,...o]=ce(e).split("-");return{oldest:[Number(n)-t.invoiceYearsBack,...o].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ce(e))+t.invoiceDaysAhead*pu).toISOString().slice(0,10)}}function Se(e){let t=e.trim().replace(/^£\s*/,"");return hu.test(t)?Number(t.replaceAll(",","")):NaN}var Xa=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Ka={amount:(e,{limits:t})=>Ja(e,"The amount",t)??(Se(e)===0?"The amount must be more than £0.":null),vat:(e,{values:t,limits:n})=>Ja(e,"VAT",n)??(Se(e)>Se(t.amount)?"VAT cannot be more than the amount.":null),description:(e,{document:t,limits:n})=>gn(e,n.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>gn(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t})=>{let{oldest:n,latest:o}=Ho(new Date,t),r=t.invoiceDaysAhead===1?"tomorrow":`${j(t.invoiceDaysAhead,"day")} ahead`;return e>o?`The date can be ${r} at the latest, ${G(o)}.`:e<n?`The date can be ${j(t.invoiceYearsBack,"year")} ago at most, ${G(n)}.`:null},statementId:()=>null},Ga={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function Ja(e,t,n){let o=Se(e);return Number.isNaN(o)?`${t} must be in pounds and pence, such as 120.50.`:vu.test(e.trim())?`${t} can have no more than two decimals.`:o>n.amountMost?`${t} can be ${P(n.amountMost)} at most.`:null}function Cn(e,t,n,o){let r={},s={values:e,document:t,limits:Le(n)};for(let a of Object.keys(Ka)){let c=e[a]??"",l=Mt(a,n,o)?Ga[a]:null,f=c.trim()===""?l:Ka[a](c,s);f&&(r[a]=f)}return!t&&Mt("document",n,o)&&(r.document=Ga.document),r}async function za(e,t){return e.size>t.documentBytes?`The PDF can have ${He(t.documentBytes)} at most.`:await e.slice(0,Va.length).text()===Va?null:"This file is not a PDF. Please choose a PDF."}function Za(e,t){let n={jobId:t,statementId:e.statementId,amount:Se(e.amount),vat:e.vat.trim()&&Se(e.vat),description:we(e.description),invoiceDate:e.invoiceDate,invoiceNumber:we(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,r])=>r!==""&&r!==null))}function Qa({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,a])=>[s,a??""]))}var Pn=({name:e,required:t,children:n})=>i`
  <label for=${e}>${n}${!t&&i`<span class="optional"> (optional)</span>`}</label>
`,Ln=({name:e,children:t})=>i`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Rn=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function ei({name:e,label:t,limits:n,hint:o,rows:r,problem:s,required:a,value:c,type:l="text",...f}){let u=r?"textarea":"input",{oldest:p=void 0,latest:d=void 0}=l==="date"?Ho(new Date,n):{};return i`
    <div class="field">
      <${Pn} name=${e} required=${a}>${t}<//>
      ${o&&i`<p id=${`${e}-hint`} class="hint">${o}</p>`}
      <${u}
        id=${e} class="form-control" type=${r?null:l} rows=${r} min=${p} max=${d} autocomplete="off"
        value=${c} ...${Rn({name:e,hint:o,problem:s,required:a})} ...${f}
      />
      <${Ln} name=${e}>${s}<//>
    </div>
  `}function ti({name:e,required:t,problem:n,value:o,...r}){let s=S("statements/pending").value,a=s.body?.statements??[],c=!o||a.some(({statementId:l})=>l===o);return i`
    <div class="field">
      <${Pn} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Rn({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&i`<option value=${o}>${o}</option>`}
        ${a.map(l=>i`<option key=${l.statementId} value=${l.statementId}>${Yo(l)}</option>`)}
      </select>
      <${Ln} name=${e}>${n??(s.body?null:s.problem)}<//>
    </div>
  `}var Yo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[P(s??r??0),n??t??e,o&&G(o)].filter(Boolean).join(", ");async function ni(e,t){try{return(await Z(ne(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function oi(e,t,n){try{await Z(ne(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Nt(e){let t=_(void 0),n=ee.value;return C(()=>{ni(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[t,n,e]),[t,r=>(t.value=r,oi(n,e,r))]}var ri="This file cannot be read. Please choose it again.";function si({required:e,problem:t,document:n,limits:o,onChange:r}){let s=_(null),a=async({target:f})=>{let[u]=f.files??[];if(u&&(s.value=await za(u,o).catch(()=>ri),f.value="",!s.value))try{r(await ln(u)),U(`${u.name} is attached.`)}catch(p){s.value=K(p)??ri}},c=s.value??t,l=Rn({name:"document",hint:!0,problem:c,required:e&&!n});return i`
    <div class="field">
      <${Pn} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">${He(o.documentBytes)} at most</p>
      ${n&&i`<${$u} document=${n} onRemove=${()=>r(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${l} onChange=${a}
      />
      <${Ln} name="document">${c}<//>
    </div>
  `}function $u({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document")?.focus()),U("The PDF is removed.")};return i`
    <p class="attached">
      <${h} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${He(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var _u={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function ai({values:e,setValue:t,document:n,setDocument:o,agency:r,jobId:s,showsAll:a,onComplete:c}){let l=_({}),[f,u]=[_(a),_(null)],p=V(null),d=Le(r),m=Cn(e,n,r,s),v=$=>$==="vat"&&u.value==="amount"?null:f.value||l.value[$]&&e[$]||!Xa($,e[$]??"")?m[$]:null,y=()=>p.current?.querySelector("[aria-invalid]")?.focus();C(()=>{a&&y()},[]);let k=$=>{$.preventDefault(),f.value=!0,Object.keys(m).length?setTimeout(y):c()},g=$=>({name:$,required:Mt($,r,s),problem:v($),value:e[$],onInput:({target:T})=>t($,T.value),onFocus:()=>u.value=$,onBlur:()=>{u.value=null,l.value={...l.value,[$]:!0}}});return i`
    <form ref=${p} class="form" onSubmit=${k} noValidate>
      <p class="hint">${w.value?.agencyName} needs whatever is not marked as optional.</p>
      ${Nn(r)&&i`<${ti} ...${g("statementId")} />`}
      ${Object.entries(_u).map(([$,T])=>i`<${ei} key=${$} limits=${d} ...${T} ...${g($)} />`)}
      <${si}
        required=${Mt("document",r,s)} problem=${f.value?m.document:null}
        document=${n} limits=${d} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}var re=6;function ze({items:e,row:t,limit:n=e.length,onMore:o}){let r=z(()=>wu(e),[e]),s=Su(),a=e.length-n;return e.length?i`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/re)).map((c,l)=>i`<${yu} key=${l} items=${c} row=${t} />`)}
    </div>
    ${a>0&&i`<${gu} onMore=${o} left=${a} />`}
  `:null}var yu=({items:e,row:t})=>i`<div class="group">${e.map(t)}</div>`;function gu({onMore:e,left:t}){let n=V(null),o=V(e);return o.current=e,C(()=>{let r=new IntersectionObserver(([{isIntersecting:s}])=>s&&o.current(),{rootMargin:"800px"});return r.observe(n.current),()=>r.disconnect()},[t]),i`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var wu=e=>Array.from({length:Math.ceil(e.length/re)},(t,n)=>e.slice(n*re,(n+1)*re));function Su(){let e=V(null),{activeElement:t}=document,n=e.current?.contains(t)&&t?.getAttribute("href");return me(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=dn(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var ci={sending:{label:"Being sent",icon:"send"},submitted:{label:"With the agency",icon:"done"},authorised:{label:"Authorised",icon:"done"},rejected:{label:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{label:"Paid",icon:"money"},unconfirmed:{label:"Being checked",icon:"search"},review:{icon:"contacts"}},xu={},Vo=({status:e=""})=>e==="review"?pe({state:e},w.value?.agencyName):ci[e]?.label??e;function Ko(e,t){let n=t.filter(r=>r.kind==="invoice").filter(r=>F(r)||!e.some(s=>ii(s,r))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status??"")&&n.some(({item:s})=>ii(r,s));return[...n,...e.filter(r=>!o(r))]}function ii(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:a=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===a&&e.invoiceDate===c}function jn({jobId:e,agency:t}){let n=S(t?.offers.includes("invoices.list")?"invoices":null).value,o=Ko(n.body?.invoices??[],b.items.value??[]).filter(r=>r.jobId===e);return o.length?i`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Go} invoices=${o} />
    </section>
  `:null}function Go({invoices:e,jobTitles:t=xu,limit:n,onMore:o}){let r=qt((s,a)=>i`
      <${ku} key=${s.item?.id??s.invoiceId??`at ${a}`} invoice=${s} jobTitles=${t} />
    `,[t]);return i`<${ze} items=${e} row=${r} limit=${n} onMore=${o} />`}function ku({invoice:e,jobTitles:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:a,jobId:c,item:l}=e,f=t[c??""];return i`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":P(n)}</b>
      </p>
      <p class="about">
        ${l?i`<${Ce} item=${l} />`:i`<${Au} invoice=${e} />`}
        ${s&&i`<time datetime=${s}>${G(s)}</time>`}
        ${r&&i`<span dir="auto">Number ${r}</span>`}
        ${a&&i`<span dir="auto">${a.name}</span>`}
      </p>
      ${l&&i`<${Pe} item=${l} />`}
      ${!l&&e.status==="review"&&i`<${Ro} />`}
      ${f&&i`<a class="reach" href=${x(`/jobs/${c}`)}><${h} name="jobs" /><span dir="auto">${f}</span></a>`}
      ${l&&F(l)&&i`<a class="reach" href=${x("/outbox")}><${h} name="send" />Open the outbox</a>`}
    </div>
  `}function Au({invoice:e}){let{icon:t="search",className:n=""}=ci[e.status??""]??{};return i`<span class=${`state ${n}`}><${h} name=${t} />${Vo(e)}</span>`}function li({about:e,address:t,values:n,document:o,problem:r,onSend:s,editAddress:a,back:c}){let l=_(!1),f=async()=>{l.value=!0,await s(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",P(Se(n.amount))],["VAT in it",n.vat.trim()&&P(Se(n.vat))],["Date of the invoice",G(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${He(o.size)}`:"None"]];return i`
    <${E} key="review" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,p])=>p).map(([p,d])=>i`<div key=${p}><dt>${p}</dt><dd dir="auto">${d}</dd></div>`)}
        </dl>
      </div>
      ${b.obstacle.value==="offline"&&i`<p class="notice">There is no connection just now: it will wait on this phone. ${b.sendingNotice()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${f}>
          <${h} name="send" />Send to ${w.value?.agencyName}
        </button>
        <a class="btn btn-secondary" href=${a}>Change something</a>
      </div>
    <//>
  `}var Tu=!1;function Jo({jobId:e,item:t,about:n,address:o,initial:r,back:s}){let{query:a,path:c}=O.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[f,u]=Nt(l),[p,d]=Nt(`PDF of ${l}`),[m,v]=[S("agency").value,_(null)],y=a.has("look");if(xn(t?.id??null),f.value===void 0||p.value===void 0||!m.body&&m.busy)return i`<${E} key="loading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let k=m.body&&Iu(m.body,e);if(k)return i`<${E} key="none" title="Invoice" back=${s}><p class="notice">${k}</p><//>`;let g={...r,...t&&Qa(t.content),...f.value},$=t?.asks==="document",T=(p.value??($?null:t?.document))||null,D=!Object.keys(Cn(g,T,m.body,e)).length,{statementId:ke}=r,Re=W=>x(c,{...ke&&{statement:ke},...t&&{change:t.id},...W}),Ae=()=>{let W=Za(g,e);return t?b.edit(t.id,{content:W,...(p.value!==null||$)&&{document:ui(T)}}):b.add({kind:"invoice",jobId:e,about:n,content:W,document:ui(T)})},se=async()=>{v.value=null;try{let{id:W}=await Ae();U("Your invoice waits to be sent."),ge(x(c,{sent:W}),{replace:!0}),u(null),d(null)}catch(W){v.value=K(W)??"Your invoice could not be kept. Please try again."}};if(y&&D)return i`
      <${li}
        about=${n} address=${o} values=${g} document=${T} problem=${v.value} onSend=${se}
        editAddress=${Re({})} back=${s}
      />
    `;let X=(W,fe)=>u({...f.value,[W]:fe}),ae=W=>d(W??Tu);return i`
    <${E} key="form" title="Invoice" back=${s} keepsFocus=${y}>
      <${Eu} about=${n} address=${o} />
      ${e&&i`<${jn} jobId=${e} agency=${m.body} />`}
      <${ai}
        values=${g} setValue=${X} document=${T} setDocument=${ae} agency=${m.body}
        jobId=${e} showsAll=${y} onComplete=${()=>ge(Re({look:"1"}))}
      />
    <//>
  `}function Eu({about:e,address:t}){return e?i`<p>For <b dir="auto">${e}</b>${t&&i`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Iu({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var ui=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var fi=({item:e,back:t})=>i`
  <${E} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Uo} item=${e} /></ol>
    ${F(e)&&!Q(e)&&!le(e)&&i`<p class="hint">You can go on. It is kept if you close the portal: ${b.sendingNotice()}</p>`}
    <a class="reach" href=${x("/money",{show:"invoices"})}><${h} name="invoice" />All your invoices</a>
  <//>
`;var Ou={path:"/money",name:"Money"};function Xo({id:e}){let{query:t}=O.value,n=Number(t.get("sent")??t.get("change")),o=(b.items.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Ou;if(n&&b.items.value===null)return i`<${E} key="loading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Me(o)))return i`<${fi} item=${o} back=${r} />`;let s=t.get("statement")??"";return i`<${e?Du:Mu} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function Du({id:e,statementId:t,item:n,back:o}){let{job:r,resource:s}=Dn(e);if(!r&&!n&&s.status===404)return i`<${mi} resource=${s} back=${o} />`;let a={...di,statementId:t,invoiceDate:ce()},c=r?.property?.address;return i`
    <${Jo} jobId=${e} about=${r?ue(r):e} address=${c} initial=${a} item=${n} back=${o} />
  `}function Mu({statementId:e,item:t,back:n}){let o=S("statements/pending").value,r=o.body?.statements.find(c=>c.statementId===e);if(!r&&o.busy)return i`<${mi} resource=${o} back=${n} />`;let s={...di,...r&&Nu(r),statementId:e,invoiceDate:ce()},a=r?Yo(r):"";return i`<${Jo} jobId=${null} about=${a} initial=${s} item=${t} back=${n} />`}var mi=({resource:e,back:t})=>i`
  <${E} key="missing" title="Invoice" back=${t}><${oe} resource=${e} /><//>
`,di={amount:"",vat:"",description:"",invoiceNumber:""},Nu=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var ft=({children:e})=>i`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var pi=1e4/1e3;function zo(e){let[t,n]=[_(null),_(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await b.add({kind:"completion",jobId:e.jobId,about:ue(e),content:{completed:r},document:null}),U(r?`Marked complete. You have ${pi} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=K(s)??"This could not be kept. Please try again."}n.value=!1}},t.value]}function hi({job:e,isOpen:t}){let[n,o]=zo(e),r=Dt(e.jobId);return r?i`<${Pu} item=${r} />`:i`
    ${t&&i`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${h} name="done" />Mark complete</button>`}
    ${o&&i`<p class="notice" role="alert">${o}</p>`}
  `}function Pu({item:e}){return i`
    <div class="pending">
      <p class="state-line">
        <${h} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ce} item=${e} />
      </p>
      <${Pe} item=${e} />
      ${Q(e)&&i`<a class="reach" href=${x("/outbox")}><${h} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function vi({jobId:e}){let t=_(null),[n]=Sn(b.itemsOf(e));return i`
    ${n&&i`
      <div class="undo">
        <p>You have ${pi} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await b.undo(n.id),U("Undone. The job is not marked complete.")}catch(r){let s=K(r);if(!s)throw r;t.value=s}}}>
          <${h} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&i`<p class="notice" role="alert">${t.value}</p>`}
  `}function bi({job:e,canAdd:t}){let n=w.value?.displayName,o=b.itemsOf(e.jobId).filter(s=>s.kind==="note").filter(s=>!Lu(e.notes,s)),r=e.notes.length+o.length>0;return i`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&i`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&i`<p>Nothing was written yet.</p>`}
      ${r&&i`<ol class="notes">
        ${e.notes.map(({noteId:s,note:a,author:c,createdAt:l},f)=>i`
            <li key=${s??`at ${f}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${l&&i`<time datetime=${l}>${Ie(l)}</time>`}</p>
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
      ${t&&i`<${Ru} job=${e} />`}
    </section>
  `}var Lu=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function Ru({job:e}){let t=Le(S("agency").value.body),[n,o]=Nt(`note on ${e.jobId}`),[r,s]=[_(null),_(!1)],a=async l=>{if(l.preventDefault(),s.value)return;let f=we(n.value??"");if(r.value=wn(f,t),!r.value){s.value=!0;try{await b.add({kind:"note",jobId:e.jobId,about:ue(e),content:{note:f},document:null}),o(null),U("Your note waits to be sent.")}catch(u){r.value=K(u)??"Your note could not be kept. Please try again."}s.value=!1}},c=({target:l})=>o(l.value||null);return i`
    <form class="composer" onSubmit=${a} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${t.noteCharacters} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${r.value?"true":null} value=${n.value??""} onInput=${c}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${r.value}</p>
      <button class="btn btn-primary"><${h} name="send" />Add note</button>
    </form>
  `}function $i({job:e}){let t=_(!1),[n,o]=zo(e);return Dt(e.jobId)?null:i`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?i`<${ju} onConfirm=${()=>n(!1)} onCancel=${()=>t.value=!1} />`:i`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${h} name="reopen" />Reopen this job
          </button>`}
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function ju({onConfirm:e,onCancel:t}){let n=V(null);return me(()=>n.current?.focus(),[]),i`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${w.value?.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var _i={path:"/jobs",name:"Jobs"};function yi({id:e}){let{job:t,resource:n}=Dn(e),o=S("agency").value.body;if(!t)return i`<${E} title="Job" back=${_i}><${oe} resource=${n} /><//>`;let r=o?.offers??[],[s,a]=[Mn(t,o),r.includes("jobs.complete")];return i`
    <${E} title=${ue(t)} back=${_i}>
      <${Fu} job=${t} />
      <div class="card">
        ${t.description&&i`<p class="description" dir="auto">${t.description}</p>`}
        <${Uu} job=${t} />
      </div>
      <div class="doing">
        ${a&&i`<${hi} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&i`<a class="btn btn-secondary" href=${x(`/jobs/${e}/invoice`)}><${h} name="invoice" />Send its invoice</a>`}
        ${a&&i`<${vi} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&i`<${jn} jobId=${e} agency=${o} />`}
      <${bi} job=${t} canAdd=${r.includes("notes.add")} />
      ${a&&s==="completed"&&i`<${$i} job=${t} />`}
      <${$e} resource=${n} />
    <//>
  `}function Fu({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:a}=e;return[t,n,o,r,s,a].some(Boolean)?i`
    <p class="about">
      ${Xe(e)&&i`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
      ${t&&i`<${ft}>${t}<//>`}
      ${n&&!Xe(e)&&i`<span dir="auto">Priority: ${n}</span>`}
      ${o&&i`<span dir="auto">${o}</span>`}
      ${r&&i`<span dir="auto">${r}</span>`}
      ${s&&i`<span>Reported <time datetime=${s}>${Ie(s)}</time></span>`}
      ${a&&i`<span>Completed <time datetime=${a}>${G(a)}</time></span>`}
    </p>
  `:null}function Uu({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return i`
    <dl class="facts">
      <div><dt>Address</dt><dd><${wa} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&i`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&i`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&i`<span dir="auto">${n}</span>`}
          <${Je} phone=${o} who=${n??"the tenant"} /><${ct} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Fn={open:"Open",completed:"Completed",cancelled:"Cancelled"},Zo=Object.keys(Fn),Bu={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},xi={text:"",limit:re,matchLimit:re},mt=N({accountName:null,tab:null,...xi});function Qo(){let e=S("jobs").value,t=S("agency").value.body,n=O.value.query.get("show")??"open",o=Object.hasOwn(Fn,n)?n:"open";return i`
    <${E} title="Jobs">
      ${e.body?i`<${Wu} jobs=${e.body.jobs} begunAt=${e.begunAt} agency=${t} tab=${o} />`:i`<${oe} resource=${e} />`}
      <${$e} resource=${e} />
    <//>
  `}function Wu({jobs:e,begunAt:t,agency:n,tab:o}){let r=O.value.account,{text:s,limit:a,matchLimit:c}=gi(r,o),l=Wa(t),f=z(()=>Ya(qo(e,t)),[e,l]),u=z(()=>Yu(f,n),[f,n]),p=z(()=>qu(u,Ha(s)),[u,s]),d=p[o].length,m=y=>{mt.value={...gi(r,o),...y}};return C(()=>{s&&U(d?`${j(d,"job")} found`:"No job found")},[s,o]),i`
    <form class="search" role="search" onSubmit=${y=>y.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${h} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${({target:y})=>m({text:y.value,matchLimit:re})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Zo.filter(y=>y!=="cancelled"||u.cancelled.length).map(y=>i`
          <a key=${y} href=${x("/jobs",{show:y})} aria-current=${y===o?"true":null}>
            ${Fn[y]} <span class="number">${p[y].length}</span>
          </a>
        `)}
    </nav>
    ${!d&&i`<p class="notice">${s?`No job here has “${s}” in it.${Hu(p)}`:Bu[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${ze} items=${u[o]} row=${Si} limit=${a} onMore=${()=>m({limit:a+re})} />
    </div>
    ${s&&i`<${ze} key=${`matches ${o}`} items=${p[o]} row=${Si} limit=${c} onMore=${()=>m({matchLimit:c+re})} />`}
  `}function gi(e,t){let n=mt.value.accountName===e?mt.value.text:"";return mt.value.accountName===e&&mt.value.tab===t?mt.value:{...xi,accountName:e,tab:t,text:n}}var qu=(e,t)=>Object.fromEntries(Zo.map(n=>[n,e[n].filter(t)]));function Hu(e){return Zo.filter(n=>e[n].length).map(n=>` ${Fn[n]}: ${e[n].length}.`).join("")}function Yu(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Mn(o,t)].push(o);return n}var wi=new WeakMap;function Si(e){let t=qa(e.jobId,w.value?.agencyName),n=[ce(),...t].join(),o=wi.get(e);if(o?.version===n)return o.markup;let r=Vu(e,t);return wi.set(e,{version:n,markup:r}),r}function Vu(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:a}=e;return i`
    <div key=${n} class="row" role="listitem">
      <a href=${x(`/jobs/${n}`)}>
        ${Xe(e)&&i`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${ue(e)}</span>
        ${a?.address&&i`<span class="address" dir="auto">${a.address}</span>`}
        <span class="about">
          ${r&&i`<${ft}>${r}<//>`}
          ${s&&i`<span><span class="visually-hidden">Reported </span>${Vr(s)}</span>`}
          ${o&&i`<span dir="auto">${o}</span>`}
          ${t.map(c=>i`<span key=${c} class="unsent"><${h} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Un=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,n)=>t+n,0)/100,Ai=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function Ti(e){let t=new Map;for(let{date:a,amount:c}of e){let l=a?.slice(0,7);l&&t.set(l,Un([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n[n.length-1]];for(;o.length<12&&o[0]>n[0];)o.unshift(er(o[0]));let r=o.map(a=>({month:a,amount:t.get(a)??0})),s=n.filter(a=>a<o[0]);return s.length?[{month:null,amount:Un(s.map(a=>t.get(a)))},...r]:r}function Ei(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,ki(t)],"Last month":[`${er(t)}-01`,ki(er(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function er(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function ki(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var tr="Other dates";function Oi({from:e,to:t,onChange:n}){let o=Ei(ce()),r=Object.keys(o),s=r.find(f=>o[f].join()===[e,t].join()),a=_(!s),c=({target:f})=>{a.value=f.value===tr,a.value||n(...o[f.value])},l=!!(e&&t&&e>t);return i`
    <form class="dates" onSubmit=${f=>f.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${a.value?tr:s} onChange=${c}>
          ${[...r,tr].map(f=>i`<option key=${f}>${f}</option>`)}
        </select>
      </div>
      ${a.value&&i`
        <${Ii} id="from" label="From" value=${e} isWrong=${l} onChange=${f=>n(f,t)} />
        <${Ii} id="to" label="To" value=${t} isWrong=${l} onChange=${f=>n(e,f)} />
        <p id="dates-problem" class="problem" role="alert">${l&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Ii=({id:e,label:t,value:n,isWrong:o,onChange:r})=>i`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var Ku=/^[=+\-@\t\r\n＝＋－＠]/u,Gu=/[",\r\n]/;function Di(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(Ju).join(",")}\r
`).join("")}function Ju(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Ku.test(e)?`'${e}`:e;return Gu.test(t)?`"${t.replaceAll('"','""')}"`:t}function Mi(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Ci({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>P(r.amount).length));return i`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${Ni}>Month<//><${Ni}>Amount<//></tr></thead>
        <tbody>${e.map(r=>i`<${Xu} key=${r.month} ...${r} maxAmount=${n} />`)}</tbody>
      </table>
    </div>
  `}var Ni=({children:e})=>i`<th scope="col"><span class="visually-hidden">${e}</span></th>`,Xu=({month:e,amount:t,maxAmount:n})=>i`
  <tr>
    <th scope="row">${e?Yr(e):"Before"}</th>
    <td><span class="measured">${e&&i`<${zu} share=${t/n} />`}<b>${P(t)}</b></span></td>
  </tr>
`,zu=({share:e})=>i`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function Pi({statements:e,jobTitles:t,agency:n,isPending:o,limit:r,onMore:s}){let a=qt(c=>i`
      <${Zu}
        key=${c.statementId} statement=${c} jobTitle=${t[c.jobId??""]} isPending=${o}
        invoiceAddress=${o&&ef(c,n)}
      />
    `,[t,n,o]);return i`<${ze} items=${e} row=${a} limit=${r} onMore=${s} />`}function Zu({statement:e,jobTitle:t,isPending:n,invoiceAddress:o}){let{reference:r,description:s,amount:a,status:c,jobId:l}=e,[f,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return i`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${a===null?"":P(a)}</b>
      </p>
      <p class="about">
        ${p&&p!==u&&i`<${ft}>${p}<//>`}
        ${f&&i`<span>${u} <time datetime=${f}>${G(f)}</time></span>`}
        ${r&&i`<span dir="auto">${r}</span>`}
      </p>
      <${Qu} statement=${e} />
      ${t&&i`<a class="reach" href=${x(`/jobs/${l}`)}><${h} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&i`<a class="reach" href=${o}><${h} name="invoice" />Send its invoice</a>`}
    </div>
  `}function Qu({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${P(e)} in all`,t&&`${P(t)} of it VAT`,n&&`less ${P(n)} commission`].filter(Boolean);return o.length>1&&i`<p class="hint">${o.join(", ")}</p>`}function ef({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Nn(n)?null:n.invoice.link==="job_or_statement"?x("/invoice",{statement:e}):t&&x(`/jobs/${t}/invoice`,{statement:e})}var B=e=>t=>t[e],Li=[["Statement",B("statementId")],["Date",B("date")],["Reference",B("reference")],["Description",B("description")],["Job",B("jobId")],["Net",B("net")],["VAT",B("vat")],["Gross",B("gross")],["Commission",B("commission")],["Amount",B("amount")],["Status",B("status")]],tf=[["Invoice",B("invoiceId")],["Date",B("invoiceDate")],["Number",B("invoiceNumber")],["Description",B("description")],["Job",B("jobId")],["Statement",B("statementId")],["Amount",B("amount")],["VAT",B("vat")],["Status",e=>e.item?pe(e.item,w.value?.agencyName):Vo(e)],["Sent",B("submittedAt")],["Document",({document:e})=>e?.name]],xe={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,totalLabel:"On its way to you",emptyText:"Nothing is on its way to you just now.",noun:"payment",columns:Li},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",totalLabel:"Invoiced",emptyText:"No invoice was sent yet. An invoice is sent from its job.",noun:"invoice",columns:tf},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,totalLabel:"Paid to you",emptyText:"Nothing was paid yet.",noun:"payment",columns:[...Li,["Paid",B("paidAt")]]}},Ri=Object.keys(xe);function ji(e){let t=({path:n,needs:o})=>e.includes(o[0])?n:null;return{pending:S(t(xe.pending)).value,invoices:S(t(xe.invoices)).value,paid:S(t(xe.paid)).value}}function nr(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=Ko(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var nf=4*re,Fi=new Map;function Ui({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:a,totalLabel:c,emptyText:l,noun:f,columns:u}=xe[e],{query:p,isBack:d}=O.value,m=p.toString(),v=_(d&&Fi.get(m)||nf),y=S("jobs").value.body?.jobs,k=z(()=>Object.fromEntries((y??[]).map(X=>[X.jobId,ue(X)])),[y]),g=z(()=>{let X=Ai(n,o);return t.filter(ae=>X(s(ae)))},[t,s,n,o]),$=Un(g.filter(a).map(X=>X.amount)),T=n||o;if(C(()=>{T&&U(g.length?`${j(g.length,f)}, ${P($)}`:"None for these dates")},[]),!g.length)return i`<p class="notice">${T?"There is none for these dates.":l}</p>`;let{agency:D,contractorId:ke}=ee.value,Re=()=>Mi(`${D} ${ke} ${e} ${ce()}.csv`,Di(u,g)),Ae=()=>Fi.set(m,v.value+=re),se={jobTitles:k,limit:v.value,onMore:Ae};return i`
    <p class="total"><span>${c}</span> <b>${P($)}</b></p>
    ${e==="paid"&&i`<${Ci} caption="Paid by month" rows=${Ti(g.map(X=>({...X,date:s(X)})))} />`}
    ${e==="invoices"?i`<${Go} invoices=${g} ...${se} />`:i`<${Pi} statements=${g} agency=${r} isPending=${e==="pending"} ...${se} />`}
    <button type="button" class="btn btn-secondary" onClick=${Re}><${h} name="download" />Download as CSV</button>
  `}function Bi(){let e=S("agency").value,t=e.body?.offers??[],n=ji(t),o=Ri.filter(r=>xe[r].needs.some(s=>t.includes(s)));return e.body?o.length?i`<${E} title="Money"><${of} tabs=${o} resources=${n} agency=${e.body} /><//>`:i`<${E} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:i`<${E} title="Money"><${oe} resource=${e} /><//>`}function of({tabs:e,resources:t,agency:n}){let{query:o}=O.value,[r,s,a]=["from","to","show"].map(m=>o.get(m)??""),c=e.find(m=>m===a)??e[0],l=t[c],f=b.items.value??[],u=nr(c,l,f),p=(m,v,y)=>x("/money",{show:m,...v&&{from:v},...y&&{to:y}}),d=(m,v)=>ge(p(c,m,v),{replace:!0});return i`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>i`
          <a key=${m} href=${p(m,r,s)} aria-current=${m===c?"true":null}>
            ${xe[m].title} <span class="number">${nr(m,t[m],f)?.length}</span>
          </a>
        `)}
    </nav>
    <${Oi} key=${c} from=${r} to=${s} onChange=${d} />
    ${u&&i`<${Ui} key=${[c,r,s].join()} tab=${c} rows=${u} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&i`<${oe} resource=${l} />`}
    <${$e} resource=${l} />
  `}var rf="You can also ask for a code.";function Wi(){let[e,t]=[_(null),_(!1)];if(!lt)return null;let n=async()=>{e.value=null,t.value=!0;let o=await Oa(),r="body"in o?await ua(o.body):null;t.value=!1,r?.status===201?ut():r?e.value=H(r):"problem"in o&&(e.value=`${o.problem} ${rf}`)};return i`
    <section aria-label="Passkey">
      <button class="btn btn-secondary wide" type="button" disabled=${t.value} onClick=${n}>
        <${h} name="access" />${t.value?"Waiting for this device …":"Sign in with a passkey"}
      </button>
      <p class="problem" role="alert">${e.value}</p>
    </section>
  `}var Ct=6,sf=30,Hi=5,af=`A code can be tried ${Hi} times. Please send another one.`;function Yi({request:e,onRequest:t,onOtherEmail:n}){let[o,r]=[_(null),_(!1)],s=V(null),a=()=>s.current,c=V(0),l=cf(e.at);me(()=>s.current?.focus(),[]);let f=v=>{o.value=v,a().focus(),a().select()},u=async()=>{let v=qi(a().value);if(v.length!==Ct)return f(`The code has ${Ct} digits.`);o.value=null,r.value=!0;let y=await la(e.email,v);return r.value=!1,y.status===201?Na():(y.status===401&&(c.current+=1),f(c.current<Hi?H(y):af))},p=()=>{let v=qi(a().value);v!==a().value&&(a().value=v),o.value=null,v.length===Ct&&!r.value&&u()},d=async()=>{let v=await _n(e.email);return v.status!==204?f(H(v)):(U("Another code is on its way."),c.current=0,a().value="",a().focus(),t({...e,at:Date.now()}))};return i`
    <form onSubmit=${v=>{v.preventDefault(),u()}} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Ct} digits</label>
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
  `}var qi=e=>e.replace(/\D/g,"").slice(0,Ct);function cf(e){let t=_(or(e));return C(()=>{t.value=or(e);let n=setInterval(()=>{t.value=or(e),t.value||clearInterval(n)},1e3);return()=>clearInterval(n)},[t,e]),t.value}var or=e=>Math.max(0,Math.ceil(sf-(Date.now()-e)/1e3));var Vi="Please enter a whole e-mail address, such as name@example.com.";function Ki({initialEmail:e,onRequest:t}){let[n,o]=[_(null),_(!1)],r=V(null);return i`
    <form onSubmit=${async a=>{a.preventDefault();let c=r.current,l=c.value.trim();if(n.value=c.checkValidity()?null:Vi,n.value){c.focus();return}o.value=!0;let f=await _n(l);if(f.status===204){await t({email:l,at:Date.now()});return}o.value=!1,n.value=f.status===400?Vi:H(f),c.focus()}} noValidate>
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
  `}var lf="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",Gi=()=>i`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${h} name="mark" /></span>Contractor Portal</header>
    ${bn.value?i`<${E} key="code" title="Enter your code" keepsFocus>
          <${Yi} request=${bn.value} onRequest=${it} onOtherEmail=${()=>it(null)} />
        <//>`:i`<${E} key="email" title="Sign in">
          ${Ne.value&&i`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${vn.value&&i`<p class="problem" role="alert">${lf}</p>`}
          <${Ki} initialEmail=${Ne.value??""} onRequest=${it} />
          <${Wi} />
        <//>`}
  </div>
`;var uf={jobs:Qo,job:yi,invoice:Xo,statement:Xo,money:Bi,contacts:Ra,account:La,outbox:Aa};function Xi(){if(Ge.value)return i`<${Ji}>${An}<//>`;if(A.value===void 0)return i`<${Ji}>Opening …<//>`;if(A.value===null)return i`<${Gi} />`;if(w.value===null)return i`<${Ta} />`;let{screen:e,id:t,path:n}=O.value,o=uf[e]??Qo,r=J(w.value);return i`<${Wo} key=${r}><${o} key=${n} id=${t} /></${Wo}>`}var Ji=({children:e})=>i`<main class="screen"><p class="loading" role="status">${e}</p></main>`;function zi(){te(()=>{if(ee.value)for(let[e,t]of ff(b.items.value??[]))_a(e,t)})}function ff(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let a=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of a)t.set(c,Math.max(t.get(c)??0,Number(o)))}return t}var mf=["checking","review","done","refused","unknown"];function Zi(){let e=new Map;te(()=>{let t=b.items.value??[];for(let n of t){let o=e.get(n.id);o&&df(o,n)&&mf.includes(n.state)&&U(`${at(n)}: ${pe(n,w.peek()?.agencyName)}`)}e=new Map(t.map(n=>[n.id,n]))}),he(()=>A.value?.email).subscribe(()=>U(""))}var df=(e,t)=>e.state!==t.state||de(e)!==de(t);var Pt=null,Qi=[];function ec(){document.addEventListener("focusin",({target:t})=>{Pt=t,Qi=[...vf(Pt)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(pf).observe(document.getElementById("app"),e)}function pf(){let e=![document.body,Pt].includes(document.activeElement);!Pt||e||hf(Pt)||bf(Qi.find(t=>t.isConnected)??document.querySelector("h1"))}function hf(e){let{isConnected:t,disabled:n,hidden:o}=e;return t&&!n&&!o}function*vf(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function bf(e){if(!e)return;let t=e;t.hasAttribute("tabindex")||(t.tabIndex=-1,t.addEventListener("blur",()=>t.removeAttribute("tabindex"),{once:!0})),t.focus({preventScroll:!0})}ea();pa();b.start();Zi();zi();ec();$n();te(()=>{ee.value?(Zs(J(ee.value)),b.open(ee.value)):b.openFormerAccount(ia.value)});hr(i`<${Xi} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=window.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
