(()=>{var x,vr,Jn,Te,Gn,Gt,$r,Vt,_r,zn,Kn,sc,_t=Symbol.for("pv"),Kt={},Jt=[],ac=/^m(i|n|o|s|text|space)$/,Zn=Array.isArray,Xn=Jt.slice,Ue=Object.assign;function Be(e){e&&e.parentNode&&e.remove()}function zt(e,t,n){var o,r,s,a={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:a[s]=t[s];return c>2&&(a.children=c>3?Xn.call(arguments,2):n),$t(e,a,o,r,null)}function $t(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:_t,__v:r||++vr,__i:-1,__u:0};return!r&&x.vnode&&x.vnode(s),s}function Fe(e){return e.children}function tt(e,t){this.props=e,this.context=t,this.__g=0}function Ie(e,t){if(t==null)return e.__&&Ie(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Ie(e)}function ic(e){var t,n=e.__v,o=n.__e,r=[],s=[],a=e.__P;a&&((t=Ue({constructor:_t},n)).__v=n.__v+1,x.vnode&&x.vnode(t),Qn(a,t,n,e.__n,a.namespaceURI,32&n.__u?[o]:null,r,o||Ie(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,xr(r,t,s),n.__=n.__e=null,t.__e!=o&&yr(t))}function yr(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),yr(e)}function pr(e){(8&e.__g||(e.__g|=8,Te.push(e),Gt++))&&Gn==x.debounceRendering||((Gn=x.debounceRendering)||queueMicrotask)(gr)}function gr(){try{for(var e,t=1;Te.length;)Te.length>t&&Te.sort($r),e=Te.shift(),t=Te.length,8&e.__g&&ic(e)}finally{(Gt=Te.length)&&(Gn||queueMicrotask)(gr)}}function br(e,t,n,o,r,s,a,c,l,d,f){var m,p,u,h,A,g,$=o.__k||Jt,_=t.length;for(l=cc(n,t,$,l,_),m=0;m<_;m++)(u=n.__k[m])!=null&&(p=~u.__i&&$[u.__i]||Kt,u.__i=m,g=Qn(e,u,p,r,s,a,c,l,d,f),h=u.__e,(p.ref!=u.ref||8&p.__u)&&(p.ref&&eo(p.ref,null,u,p),u.ref&&f.push(u.ref,u.__c||h,u)),A=A||h,4&u.__u?(l=wr(u,l,e,!p.__v),p.__e&&(p.__e=null)):typeof u.type=="function"&&g!==void 0?l=g:h&&(l=h.nextSibling),u.__u&=-21);return n.__e=A,l}function cc(e,t,n,o,r){var s,a,c,l,d,f,m,p,u,h=n.length,A=h,g=0,$=0,_=e.__k=Array(r);for(s=0;s<r;s++)(a=t[s])!=null&&typeof a!="boolean"&&typeof a!="function"?(typeof a!="object"||a.constructor===String?a=_[s]=$t(null,a):Zn(a)?a=_[s]=$t(Fe,{children:a}):a.constructor===_t&&a.__b?a=_[s]=$t(a.type,a.props,a.key,a.ref,a.__v):_[s]=a,l=s+g,a.__=e,a.__b=e.__b+1,c=null,~(d=a.__i=lc(a,n,l,A))&&(A--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(a.__u|=16,d==l-1?g--:d==l+1?g++:d!=l&&(d>l?g--:g++,$=1)):(~d||(r>h?g--:r<h&&g++),typeof a.type!="function"&&(a.__u|=4))):_[s]=null;if($){for(f=[],m=[],s=0;s<r;s++)if((a=_[s])&&16&a.__u){for(g=0,p=f.length;g<p;)f[u=g+p>>1]<a.__i?g=u+1:p=u;f[g]=a.__i,m[s]=g+1}for(g=f.length;s--;)m[s]&&(m[s]==g?g--:_[s].__u|=4)}if(A)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Ie(c)),to(c,c));return o}function wr(e,t,n,o){var r,s,a,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=wr(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Ie(e))&&!t.parentNode&&(t=null),a=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(a!=c&&(!o&&n.moveBefore&&a.parentNode?n.moveBefore(a,t):n.insertBefore(a,t||null)),t=a;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function lc(e,t,n,o){var r,s=e.key,a=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&a==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&a==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&a==c.type)return r}return-1}function hr(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Ht(e,t,n,o,r){var s,a;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||hr(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||hr(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(a=Kn[t]||(Kn[t]=uc(t)),(e.__a||(e.__a={}))[t]=zn,s=t!=(t=t.replace(_r,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,a,s):e.removeEventListener(t,a,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function uc(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Vt]==null)t[Vt]=zn++;else if(t[Vt]<this.__a[e])return;return n(x.event?x.event(t):t)}}}function Qn(e,t,n,o,r,s,a,c,l,d){var f,m,p,u,h,A,g,$,_,T,I,Ae,Le,Ee,oe,M,de,Re,_e=t.type;if(t.constructor!==_t)return null;128&n.__u&&(l=32&n.__u,f=n.__c.__z)&&(t.__u|=l,m=s=[],f.nodeType==8?c=Yt(f,s):s.push(f),c=s[0]||c),(f=x.__b)&&f(t);e:if(typeof _e=="function"){p=a.length;try{if($=t.props,_=(f=_e.prototype)&&f.render,T=(f=_e.contextType)&&o[f.__c],I=f?T?T.props.value:f.__:o,(u=n.__c)?(t.__c=u,2&u.__g&&(u.__g|=1)):(_?t.__c=u=new _e($,I):(t.__c=u=new tt($,I),u.constructor=_e,u.render=dc),T&&T.sub(u),u.state||(u.state={}),u.__n=o,u.__g|=8,u.__h=[],u.__k=[]),_&&(u.__s||(u.__s=u.state),_e.getDerivedStateFromProps&&(u.__s==u.state&&(u.__s=Ue({},u.__s)),Ue(u.__s,_e.getDerivedStateFromProps($,u.__s)))),h=u.props,A=u.state,u.__v=t,n.__c){if($!==h&&_&&!_e.getDerivedStateFromProps&&u.componentWillReceiveProps&&u.componentWillReceiveProps($,I),t.__v==n.__v&&!(8&u.__g)||!(4&u.__g)&&u.shouldComponentUpdate&&u.shouldComponentUpdate($,u.__s,I)===!1){t.__v!=n.__v&&(u.props=$,u.state=u.__s,u.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(re){re&&(re.__=t)}),Jt.push.apply(u.__h,u.__k),u.__k=[],u.__h.length&&a.push(u),c=Ie(n);break e}u.componentWillUpdate&&u.componentWillUpdate($,u.__s,I),_&&u.componentDidUpdate&&u.__h.push(function(){u.componentDidUpdate(h,A,g)})}else _&&!_e.getDerivedStateFromProps&&u.componentWillMount&&u.componentWillMount(),_&&u.componentDidMount&&u.__h.push(u.componentDidMount);u.context=I,u.props=$,u.__P=e,u.__g&=-5,Ae=x.__r,Le=_?25:0;do u.__g&=-9,Ae&&Ae(t),f=u.render(u.props,u.state=u.__s,u.context);while(8&u.__g&&++Le<25);_&&(Jt.push.apply(u.__h,u.__k),u.__k=[]),u.state=u.__s,u.getChildContext&&(o=Ue({},o,u.getChildContext())),_&&n.__c&&u.getSnapshotBeforeUpdate&&(g=u.getSnapshotBeforeUpdate(h,A)),Ee=f&&f.type===Fe&&f.key==null?f.props.children:f,$.__P&&(f=c,r=(e=$.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(re){re&&to(re,re)}),n.__k=null),c=n.__k?Ie(n,0):null),c=br(e,Zn(Ee)?Ee:[Ee],t,n,o,r,s,a,c,l,d),$.__P&&(t.__e=null,c=f),t.__u&=-161,m&&m.some(Be),u.__h.length&&a.push(u),1&u.__g&&(u.__g&=-4)}catch(re){if(a.length=p,t.__v=null,l||s)if(re&&re.then){if(t.__u|=128|l,s){for(~(de=s.indexOf(c||void 0))||(de=s.length);(Re=s[de-1])&&Re.nodeType==8;)de--;for(;de<s.length;de++)if(Re=s[de])if(s[de]=null,oe){if(Re==M)break}else{if(Re.nodeType!=8)break;Re.data.startsWith("$s")&&(M=Yt(oe=Re))}}if(!oe){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;oe=c}(f=Yt(oe=t.__c.__z||(t.__c.__z=oe)))?(t.__e=oe,c=f):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Be);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),re&&re.then||Sr(t),x.__e(re,t,n)}}else c=t.__e=fc(n.__e,t,n,o,r,s,a,l,d,e);return(f=x.diffed)&&f(t),c}function Yt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function Sr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Sr))}function xr(e,t,n){for(var o=0;o<n.length;)eo(n[o++],n[o++],n[o++]);x.__c&&x.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){x.__e(s,r.__v)}})}function fc(e,t,n,o,r,s,a,c,l,d){var f,m,p,u,h,A,g,$,_=n.props||Kt,T=t.props,I=t.type;if(I=="svg"?r="http://www.w3.org/2000/svg":I=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(f=0;f<s.length;f++)if((h=s[f])&&(I?h.localName==I:h.nodeType==3)){e=h,s[f]=null;break}}if(!e){if($=d.ownerDocument||document,!I)return $.createTextNode(T);e=$.createElementNS(r,I,T.is?T:d),c&&(x.__m&&x.__m(t,s),c=!1),s=null}if(I){if(d=I=="template"&&e.content||e,s=I=="textarea"&&T.defaultValue!=null?null:s&&Xn.call(d.childNodes),!c&&s)for(_={},f=0;f<e.attributes.length;f++)_[(h=e.attributes[f]).name]=h.value;for(f in _)h=_[f],f=="dangerouslySetInnerHTML"?p=h:f=="children"||f in T||f=="value"&&"defaultValue"in T||f=="checked"&&"defaultChecked"in T||Ht(e,f,null,h,r);for(f in T)h=T[f],f=="children"?u=h:f=="dangerouslySetInnerHTML"?m=h:f=="value"?A=h:f=="checked"?g=h:c&&typeof h!="function"||_[f]===h||Ht(e,f,h,_[f],r);m?(c||p&&(m.__html==p.__html||m.__html==e.innerHTML)||(e.innerHTML=m.__html),t.__k=[]):(p&&(e.textContent=""),(I=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&ac.test(I))&&(r="http://www.w3.org/1999/xhtml"),br(d,Zn(u)?u:[u],t,n,o,r,s,a,s?s[0]:n.__k&&Ie(n,0),c,l),s&&s.some(Be)),c&&I!="textarea"||(f="value",I=="progress"&&A==null?e.removeAttribute(f):A==null||A===e[f]&&(I!="progress"||A)||Ht(e,f,A,_[f],r),f="checked",g!=null&&g!=e[f]&&Ht(e,f,g,_[f],r))}else _===T||c&&e.data==T||(e.data=T);return e}function eo(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){x.__e(r,n)}}function to(e,t,n){var o,r,s,a;if(x.unmount&&x.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||eo(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){x.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(a=0;a<o.length;a++)o[a]&&to(o[a],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Yt(o,s=[]))&&(o==e.__e&&s.some(Be),Be(r),Be(o)),n||Be(e.__e),e.__e=e.__c=e.__=null}function dc(e,t,n){return this.constructor(e,n)}function kr(e,t){var n,o,r,s;x.__&&x.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=$t(Fe,{children:[e]}),r=[],s=[],Qn(t,t.__k,o||Kt,Kt,t.namespaceURI,o?null:t.firstChild?Xn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),xr(r,t.__k,s),t.__k.props.children=null}x={__e:function(e,t,n,o){for(var r,s,a;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((a=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),a=1),a&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Gt=0,e}},vr=0,Jn=function(e){return e!=null&&e.constructor===_t},tt.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Ue({},this.state)),typeof e=="function"&&(e=e(Ue({},n),this.props)),e&&(Ue(n,e),this.__v&&(t&&this.__k.push(t),pr(this)))},tt.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),pr(this))},tt.prototype.render=Fe,Te=[],Gt=0,$r=function(e,t){return e.__v.__b-t.__v.__b},Vt=Symbol(),_r=/(PointerCapture)$|Capture$/i,zn=0,Kn={},sc=0;var We,B,no,Or,oo=Object.is,gt=0,Cr=[],ro=[],R=x,Ar=R.__b,Er=R.__r,Tr=R.diffed,Ir=R.__c,Mr=R.unmount,Dr=R.__;function bt(e,t){R.__h&&R.__h(B,e,gt||t),gt=0;var n=B.__H||(B.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function qe(e){return gt=1,mc(Lr,e)}function mc(e,t,n){var o=bt(We++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Lr(void 0,t),function(s){var a=(o.__N||o.__)[0],c=o.t(a,s);oo(a,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=B,!B.__f)){B.__f=!0;var r=B.shouldComponentUpdate;B.shouldComponentUpdate=function(s,a,c){var l=this.__H;if(!l)return!0;var d=!1,f=this.props!=s;if(l.__.some(function(p){p.__N&&(d=!0,oo(p.__[0],p.__N[0])||(f=!0))}),r){var m=r.call(this,s,a,c);return d?m||f:m}return!d||f}}return o.__}function U(e,t){var n=bt(We++,3);!R.__s&&ao(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,B.__H.__h.push(n))}function le(e,t){var n=bt(We++,4);!R.__s&&ao(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,B.__h.push(n))}function H(e){return gt=5,K(function(){return{current:e}},[])}function K(e,t){var n=bt(We++,7);return ao(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Zt(e,t){return gt=8,K(function(){return e},t)}function jr(){var e=bt(We++,11);if(!e.__){for(var t=B.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function pc(){var e;do{for(;e=ro.shift();)try{yt(e)}catch(n){R.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Cr.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(yt),t.__h.some(so),t.__h=[]}catch(n){t.__h=[],R.__e(n,e.__v)}}}while(ro.length)}R.__b=function(e){B=null,Ar&&Ar(e)},R.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Dr&&Dr(e,t)},R.__r=function(e){Er&&Er(e),We=0;var t=(B=e.__c).__H;t&&(no==B?B.__h=[]:(t.__h.some(yt),t.__h.some(so),We=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),no=B},R.diffed=function(e){Tr&&Tr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Pr(Cr.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),no=B=null},R.__c=function(e,t){t.some(function(n){try{n.__h.some(yt),n.__h=n.__h.filter(function(o){return!o.__||so(o)})}catch(o){n.__h=[function(){throw o}]}}),Ir&&Ir(e,t)},R.unmount=function(e){Mr&&Mr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Pr(ro.push(r))}else yt(r)}catch(s){t=s}}),o.__H=void 0,t&&R.__e(t,o.__v))};var Nr=typeof requestAnimationFrame=="function";function hc(e){var t,n=function(){clearTimeout(o),Nr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Nr&&(t=requestAnimationFrame(n))}function Pr(e){e!=1&&Or==R.requestAnimationFrame||((Or=R.requestAnimationFrame)||hc)(pc)}function yt(e){var t=B,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),B=t}function so(e){var t=B;e.__c=e.__(),B=t}function ao(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!oo(n,e[o])})}function Lr(e,t){return typeof t=="function"?t(e):t}var vc=Symbol.for("preact-signals");function tn(){if(ye>1)ye--;else{var e,t=!1;for((function(){var r=Qt;for(Qt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var a=s.t;a!==void 0;a=a.x)a.i===r.i&&(a.i=s.i);r=r.o}})();St!==void 0;){var n=St;for(St=void 0,Xt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Br(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Xt=0,ye--,t)throw e}}function co(e){if(ye>0)return e();io=++$c,ye++;try{return e()}finally{tn()}}var wt,N=void 0;function xt(e){var t=N,n=wt;N=void 0,wt=void 0;try{return e()}finally{N=t,wt=n}}var St=void 0,ye=0,Xt=0,$c=0,io=0,Qt=void 0,en=0;function Rr(e){if(N!==void 0){var t=e.n;if(t===void 0||t.t!==N)return t={i:0,S:e,p:N.s,n:void 0,t:N,e:void 0,x:void 0,r:t},N.s!==void 0&&(N.s.n=t),N.s=t,e.n=t,32&N.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=N.s,t.n=void 0,N.s.n=t,N.s=t),t}}function q(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}q.prototype.brand=vc;q.prototype.h=function(){return!0};q.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:xt(function(){var o;(o=t.W)==null||o.call(t)}))};q.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&xt(function(){var r;(r=t.Z)==null||r.call(t)}))}};q.prototype.subscribe=function(e){var t=this;return J(function(){var n=t.value;xt(function(){return e(n)})},{name:"sub"})};q.prototype.valueOf=function(){return this.value};q.prototype.toString=function(){return this.value+""};q.prototype.toJSON=function(){return this.value};q.prototype.peek=function(){var e=this;return xt(function(){return e.value})};Object.defineProperty(q.prototype,"value",{get:function(){var e=Rr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Xt>100)throw new Error("Cycle detected");(function(n){ye!==0&&Xt===0&&n.l!==io&&(n.l=io,Qt={S:n,v:n.v,i:n.i,o:Qt})})(this),this.v=e,this.i++,en++,ye++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{tn()}}}});function C(e,t){return new q(e,t)}function Br(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Ur(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Fr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function He(e,t){q.call(this,void 0,t),this.x=e,this.s=void 0,this.g=en-1,this.f=4}He.prototype=new q;He.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===en))return!0;if(this.g=en,this.f|=1,this.i>0&&!Br(this))return this.f&=-2,!0;var e=N;try{Ur(this),N=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return N=e,Fr(this),this.f&=-2,!0};He.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}q.prototype.S.call(this,e)};He.prototype.U=function(e){if(this.t!==void 0&&(q.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};He.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(He.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Rr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function Me(e,t){return new He(e,t)}function Wr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){ye++;var n=N;N=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,lo(e),o}finally{N=n,tn()}}}function lo(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Wr(e)}function _c(e){if(N!==this)throw new Error("Out-of-order effect");Fr(this),N=e,this.f&=-2;try{8&this.f&&lo(this)}finally{tn()}}function nt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,wt&&wt.push(this)}nt.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};nt.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Wr(this),Ur(this),ye++;var e=N;return N=this,_c.bind(this,e)};nt.prototype.N=function(){2&this.f||(this.f|=2,this.u=St,St=this)};nt.prototype.d=function(){this.f|=8,1&this.f||lo(this)};nt.prototype.dispose=function(){this.d()};function J(e,t){var n=new nt(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var qr,on,nn,yc=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Hr=[];J(function(){qr=this.N})();function ot(e,t){x[e]=t.bind(null,x[e]||function(){})}function kt(e){if(nn){var t=nn;nn=void 0,t()}nn=e&&e.S()}function Vr(e){var t=this,n=e.data,o=y(n);o.name="ReactiveDom",o.value=n;var r=K(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var d=Me(function(){var u=o.value.value;return u===0?0:u===!0?"":u||""}),f=Me(function(){return!Array.isArray(d.value)&&!Jn(d.value)}),m=J(function(){if(this.N=Yr,f.value){var u=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=u)}}),p=t.__$u.d;return t.__$u.d=function(){m(),p.call(this)},[f,d]},[]),s=r[0],a=r[1];return s.value?a.peek():a.value}Vr.displayName="ReactiveTextNode";Object.defineProperties(q.prototype,{constructor:{configurable:!0,value:zt(Fe,null).constructor},type:{configurable:!0,value:Vr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});ot("__b",function(e,t){if(kt(),on=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof q&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});ot("__r",function(e,t){if(e(t),t.type!==Fe){kt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var a;return J(function(){a=this},{name:s}),a.c=r,a})((function(r){return function(){var s;yc&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),on=o,kt(n)}});ot("__e",function(e,t,n,o){kt(),on=void 0,e(t,n,o)});ot("diffed",function(e,t){kt(),on=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var a in s){var c=s[a];c===void 0||o&&a in o||(c.d(),s[a]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var d=s[l],f=o[l];d===void 0?(d=gc(n,l,f,r),s[l]=d):d.o(f,r)}}}e(t)});function gc(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=C(n);return{o:function(a,c){s.value=a,o=c},d:J(function(){this.N=Yr;var a=s.value.value;o[t]!==a&&(o[t]=a,r?e[t]=a:a!=null&&(a!==!1||t[4]==="-")?e.setAttribute(t,a):e.removeAttribute(t))})}}ot("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var a=t.__np;if(a){var c=t.props;for(var l in a)c[l]=a[l]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var f=d.__$u;f&&(d.__$u=void 0,f.d())}}e(t)});ot("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});tt.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var a in e)if(a!=="__source"&&e[a]!==this.props[a])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function y(e,t){return K(function(){return C(e,t)},[])}var bc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function wc(){co(function(){for(var e;e=Hr.shift();)qr.call(e)})}function Yr(){Hr.push(this)===1&&(x.requestAnimationFrame||bc)(wc)}var Kr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var a=t[s++],c=t[s]?(t[0]|=a?1:2,n[t[s++]]):t[++s];a===3?o[0]=c:a===4?o[1]=Object.assign(o[1]||{},c):a===5?(o[1]=o[1]||{})[t[++s]]=c:a===6?o[1][t[++s]]+=c+"":a?(r=e.apply(c,Kr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Gr=new Map;function Jr(e){var t=Gr.get(this);return t||(t=new Map,Gr.set(this,t)),(t=Kr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,a="",c="",l=[0],d=function(p){s===1&&(p||(a=a.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,p,a):s===3&&(p||a)?(l.push(3,p,a),s=2):s===2&&a==="..."&&p?l.push(4,p,0):s===2&&a&&!p?l.push(5,0,!0,a):s>=5&&((a||!p&&s===5)&&(l.push(s,0,a,r),s=6),p&&(l.push(s,p,0,r),s=6)),a=""},f=0;f<n.length;f++){f&&(s===1&&d(),d(f));for(var m=0;m<n[f].length;m++)o=n[f][m],s===1?o==="<"?(d(),l=[l],s=3):a+=o:s===4?a==="--"&&o===">"?(s=1,a=""):a=o+a[0]:c?o===c?c="":a+=o:o==='"'||o==="'"?c=o:o===">"?(d(),s=1):s&&(o==="="?(s=5,r=a,a=""):o==="/"&&(s<5||n[f][m+1]===">")?(d(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),s=2):a+=o),s===3&&a==="!--"&&(s=4,l=l[0])}return d(),l})(e)),t),arguments,[])).length>1?t:t[0]}var i=Jr.bind(zt);var Xr="Europe/London",uo=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Xr,...e}),Qr=uo({day:"numeric",month:"long",year:"numeric"}),Sc=uo({month:"short",year:"numeric"}),zr=uo({hour:"2-digit",minute:"2-digit"}),rn=new Intl.DateTimeFormat("sv-SE",{timeZone:Xr}),xc=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),kc=864e5,se=(e=new Date)=>rn.format(e),z=e=>Qr.format(new Date(e)),es=e=>Sc.format(new Date(`${e}-01`));function De(e,t=new Date){let n=new Date(e);return rn.format(n)===rn.format(t)?zr.format(n):`${Qr.format(n)}, ${zr.format(n)}`}var j=e=>xc.format(e),Y=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function ts(e,t=new Date){let n=Math.round((Zr(t)-Zr(new Date(e)))/kc);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Zr=e=>Date.parse(rn.format(e)),sn=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function me({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${De(e)}`;return i`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function Z({reading:{busy:e,problem:t}}){return t?i`<p class="notice" role="alert">${t}</p>`:e?i`<p class="loading" role="status">Loading …</p>`:null}var fo="([A-Za-z0-9_-]{1,64})",mo=new RegExp(`^${fo}$`),Oc={"/":"jobs","/jobs":"jobs",[`/jobs/${fo}`]:"job",[`/jobs/${fo}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},Ac=Object.entries(Oc).map(([e,t])=>[new RegExp(`^${e}$`),t]);function an(e){for(let[t,n]of Ac){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var E=C(po());function po(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...an(location.pathname)??an("/"),path:location.pathname,account:mo.test(n)&&mo.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function b(e,t={},n=E.value.account){let[o,r]=n?.split("/")??[],s=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return s?`${e}?${s}`:e}function ns(e){E.value.account||ge(b(E.value.path,Object.fromEntries(E.value.query),e),{replace:!0})}function ge(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:Ec(n)},""),history.pushState(null,"",e)),E.value=po()}var cn=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function Ec(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return o?{href:r,at:cn(r,t).indexOf(o),top:o.getBoundingClientRect().top}:null}function os(){let{y:e,mark:t}=E.value;scrollTo(0,e);let n=t&&cn(t.href,document.querySelector("main"))[t.at];if(!n)return;let o=()=>scrollBy(0,n.getBoundingClientRect().top-t.top);o(),requestAnimationFrame(()=>requestAnimationFrame(o))}function rs(){history.scrollRestoration="manual",addEventListener("popstate",()=>{E.value=po(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!an(t.pathname)||(e.preventDefault(),ge(t.href,{replace:t.href===location.href,link:t}))})}var Ic={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},v=({name:e})=>i`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${Ic[e]} /></svg>
`;var Mc="Contractor Portal",ss=!0;function S({title:e,back:t,keepsFocus:n=!1,children:o}){let r=H(null);return le(()=>{ss||(n||r.current.focus({preventScroll:!0}),os()),ss=!1},[]),le(()=>{document.title=`${e} – ${Mc}`},[e]),i`
    <main id="main" class="screen">
      ${t&&i`<a class="back" href=${b(t.path)}><${v} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var as="application/json",is=()=>{};function cs(e){is=e}async function X(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let a=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!a&&c.set("Content-Type",as);let l=performance.now();try{let d=await fetch(`/api/${e}`,{method:t,headers:c,body:a||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:f,headers:m}=d,u=m.get("Content-Type")?.startsWith(as)??!1?await d.json().catch(()=>null):null;return Dc(f,u,m)?(f===401&&is(l),{status:f,body:u,headers:m,offline:!1}):f===413?Nc():ho()}catch{return ho()}}function Dc(e,t,n){return n.get("X-Request-ID")?e>=400?typeof t?.error=="string":t!==null||e===204||e===304:!1}var Nc=()=>({...ho(),status:413,offline:!1}),ho=()=>({status:0,body:null,headers:new Headers,offline:!0}),Pc="The portal cannot be reached just now. Please check your connection and try again.",ue=({offline:e,body:t})=>e?Pc:t?.error??"Something went wrong. Please try again in a minute.";var _o=(e,t)=>t.some(n=>e instanceof n),ls,us;function Cc(){return ls||(ls=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function jc(){return us||(us=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var yo=new WeakMap,vo=new WeakMap,ln=new WeakMap;function Lc(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",a)},s=()=>{n(pe(e.result)),r()},a=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",a)});return ln.set(t,e),t}function Rc(e){if(yo.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",a),e.removeEventListener("abort",a)},s=()=>{n(),r()},a=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",a),e.addEventListener("abort",a)});yo.set(e,t)}var go={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return yo.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return pe(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function ps(e){go=e(go)}function Bc(e){return jc().includes(e)?function(...t){return e.apply(rt(this),t),pe(this.request)}:function(...t){return pe(e.apply(rt(this),t))}}function Uc(e){return typeof e=="function"?Bc(e):(e instanceof IDBTransaction&&Rc(e),_o(e,Cc())?new Proxy(e,go):e)}function pe(e){if(e instanceof IDBRequest)return Lc(e);if(vo.has(e))return vo.get(e);let t=Uc(e);return Object.is(t,e)||(vo.set(e,t),ln.set(t,e)),t}var rt=e=>ln.get(e);function hs(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let a=indexedDB.open(e,t),c=pe(a);return o&&a.addEventListener("upgradeneeded",l=>{o(pe(a.result),l.oldVersion,l.newVersion,pe(a.transaction),l)}),n&&a.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",d=>r(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function vs(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),pe(n).then(()=>{})}var Fc=["get","getKey","getAll","getAllKeys","count"],Wc=["put","add","delete","clear"],$o={};function fs(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if($o[t])return $o[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Wc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||Fc.includes(n)))return;let s=async function(a,...c){let l=this.transaction(a,r?"readwrite":"readonly"),d=l.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),r&&l.done]))[0]};return $o[t]=s}ps(e=>({...e,get:(t,n,o)=>fs(t,n)||e.get(t,n,o),has:(t,n)=>!!fs(t,n)||e.has(t,n)}));var qc=["advance","continue","continuePrimaryKey"],ds={},bo=new WeakMap,$s=new WeakMap,Hc={get(e,t){if(!qc.includes(t))return e[t];let n=ds[t];return n||(n=ds[t]=function(...o){bo.set(this,$s.get(this)[t](...o))}),n}};async function*Vc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Hc);for($s.set(n,t),ln.set(n,rt(t));t;)yield n,t=await(bo.get(n)||t.continue()),bo.delete(n)}function ms(e,t){return t===Symbol.asyncIterator&&_o(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&_o(e,[IDBIndex,IDBObjectStore])}ps(e=>({...e,get(t,n,o){return ms(t,n)?Vc:e.get(t,n,o)},has(t,n){return ms(t,n)||e.has(t,n)}}));var un=new Set,_s=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){_s=un.size>0;for(let t of un)Ot(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&_s&&location.reload()});function ys(e){let t=rt(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return wo(o),o}}function wo(e){let t=rt(e)??e;un.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>un.delete(t));pe(t).done.catch(()=>{})}function Ot(e){try{e.abort()}catch{}}async function he(e,t){let n=0,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}var Yc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...a}=r.value;o.put({...a,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],Gc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",held:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},be=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=Gc[t]}},gs=["InvalidStateError","UnknownError"],Kc="portal:",Jc=1e4,dn=1e4,fn=3e3,Ne=new Map,mn=new Set,xo=!1,Q=({agency:e,contractorId:t,email:n})=>`${Kc}${e}/${t} ${n}`;function zc(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function bs(){return(indexedDB.databases?await ve(()=>he(dn,indexedDB.databases())):[...Ne.keys()].map(t=>({name:t}))).map(({name:t})=>zc(t)).filter(Boolean)}var ws=()=>{xo=!0},ko=e=>mn.delete(e);async function So(e,t=Yc){if(mn.has(e))throw new be("gone");if(!Ne.has(e)){let n=Zc(e,t);Ne.set(e,n),n.catch(()=>Ne.delete(e))}return ve(()=>he(Jc,Ne.get(e)))}var Zc=(e,t)=>ve(async()=>{let n=await hs(e,t.length,{upgrade(o,r,s,a){wo(a),Xc(t.slice(r),o,a)},blocking(o,r){r===null&&mn.add(e),Oo(e)},terminated:()=>Ne.delete(e)});return ys(n),n});async function Xc(e,t,n){try{for(let o of e)await o(t,n)}catch{Ot(n)}}async function Oo(e){let t=Ne.get(e);Ne.delete(e),(await t?.catch(()=>null))?.close()}async function Ss(e){let t=he(fn,Qc(e)).then(()=>!0,()=>!1);mn.add(e);let n=await t;Oo(e);try{await ve(()=>he(fn,vs(e)))}catch(o){if(!n)throw o}}async function Qc(e){let t=await So(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var ee=(e,t,n)=>ve(async()=>{let o=await el(e,t,n);return xo=!0,o}),we=(e,t,n)=>ve(()=>he(dn,ee(e,t,n)));async function el(e,t,n){try{return await t(await So(e,n))}catch(o){if(!gs.includes((o.cause??o).name))throw o;return await Oo(e),t(await So(e,n))}}async function ve(e){try{return await e()}catch(t){throw t instanceof be?t:new be(tl(t),t)}}function tl(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"held":["SecurityError",...gs].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?xo?"lost":"closed":"broken"}var nl={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},ol="May have arrived",As={expired:"Not delivered",abandoned:"Not delivered"},rl=["rejected","expired","abandoned"],hn=1e4,sl=144*36e5,Es=2e3,Ts=3e5,Eo=6e4,al=600,il=36e5,cl=6e5,ll=24*36e5,ul=1e4,fl=/^document: /,dl=[400,404,405,413,415,422],Is="It may have arrived. It is sent again, and the portal knows it for the same.",ml="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",xs="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",pl=" If that does not help, attach the PDF again.",hl="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Ms="It may have arrived a week ago. Please look at the job: if it is not there, send it again.";function ae(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:at(e)?ol:n==="refused"&&As[o]||nl[n]}function Ds(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?ae(e,t):`${ae(e,t)}${As[o]?":":", because:"} ${r}`}var Ns=(e,t)=>e.state==="refused"||e.sentence?.startsWith(ae(e,t))?null:e.sentence,Ve=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],L=({state:e})=>e!=="done",te=({state:e})=>["checking","review"].includes(e),To=e=>L(e)&&!te(e),Se=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Ps=(e,t)=>Se(e)?{heldUntil:t+cl}:void 0,At=e=>e.state!=="sending"&&!te(e),vn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,at=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,G=({state:e})=>["refused","unknown"].includes(e),Cs=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...$n({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+hn:0}),$n=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...vl}),vl={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,asks:null,ended:null,result:null};function js(e,t){return Ls(e).filter(n=>Ao(n)<=t||Ao(n)>t+ll).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function Io(e){let t=Ls(e).map(Ao);return t.length?Math.min(...t):null}var Ao=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Ls(e){let t=new Set;return e.filter(n=>{if(te(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Rs(e,t){return Us(e,t)?Mo(Ms):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Bs(e,t,n=Math.random){if(Us(e,t))return Mo(Ms);let o=Se(e)?xs+pl:xs;return st(e,null,t,n,{sentence:o,asks:"document"},Eo)}var Us=({sentAt:e},t)=>e!==null&&t-e>sl,Fs=()=>({state:"waiting",sentence:Is,nextAt:0});function Ws(e,t,n,o=Math.random){let{status:r,body:s,headers:a,offline:c}=t,l={sentAt:e.sentAt??n},d=s?.error?.replace(fl,"")??null;if(c)return st(e,null,n,o,{...l,sentence:Is},Eo);if(r===413&&!s)return st(e,al,n,o,{sentAt:e.sentAt,sentence:ml,asks:"size"},il);let f=a.get("Submission-State"),m=a.get("Retry-After");return r===200||r===201?Hs(e,s,n):r===202?ks(s.state,s.submissionId,s.message,n):f==="rejected"?pn(d,{ended:f}):r===409&&m?st(e,m,n,o,{...l,sentence:d},ul):a.get("Location")?ks(f,a.get("Location").split("/").at(-1),d,n):f==="not-sent"?st(e,m,n,o,{sentAt:null,sentence:d}):r===409?pn(d,{asks:e.kind==="invoice"?"duplicate":null}):dl.includes(r)?pn(d):st(e,m,n,o,{...r>=500?l:{sentAt:e.sentAt},sentence:d})}function qs(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?Mo(hl):o||t!==200?Os(e,e,r,s):n.state==="confirmed"?Hs(e,n.result,r):rl.includes(n.state)?pn(n.message,{ended:n.state}):Os(e,{state:Vs(n.state),sentence:n.message},r,s)}var Hs=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?$l(t):t}),$l=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},pn=(e,{asks:t=null,ended:n=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,sentAt:null}),Mo=e=>({state:"unknown",sentence:e,asks:null}),Vs=e=>e==="review"?"review":"checking",ks=(e,t,n,o)=>({state:Vs(e),submissionId:t,sentence:n,tries:0,nextAt:o+Es});function st(e,t,n,o,r,s=Ts){let a=Math.max(Number(t)*1e3||0,_n(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+a}}function Os({tries:e},{state:t,sentence:n},o,r){let s=t==="review"?Ts:Eo;return{state:t,sentence:n,tries:e+1,nextAt:o+_n(e,s,r)}}var _n=(e,t,n=Math.random)=>Math.min(t,Es*2**Math.min(e,20))*(.5+n()/2);var Gs="portal-outbox",_l={durability:"strict"},Ys=["outbox","documents","blobs"],it=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ye=class{constructor(t){this.owner=t,this.name=Q(t)}all(){return we(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let a=await r.add(t);return n&&await s.put({id:a,bytes:n}),{...t,id:a}});return yn(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:a,blobs:c})=>{let l=await s.get(t),d=l&&n(l);if(d===void 0)return;let f=d&&{...l,...d},m=Ks(f);return await Promise.all([f?s.put(f):s.delete(t),m?o&&a.put({id:t,bytes:o}):a.delete(t),(o||!m)&&c.delete(t)]),f});if(r===void 0)throw new it;return yn(this.name),r}async documentOf(t){let n=await we(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await we(this.name,s=>s.get("blobs",t));if(!n)throw new be("lost");let o=await ve(()=>he(dn,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:a})=>{await a.count(t)&&await Promise.all([s.put({id:t,bytes:o}),a.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return ee(this.name,async n=>{let o=n.transaction(Ys,"readwrite",_l),r=Object.fromEntries(Ys.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw Ot(o),c}),[a]=await Promise.all([s,o.done]);return a})}tidy(){return ee(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!L(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},ct=class{#e=[];#t=new Map;#n=0;constructor(t){this.owner=t,this.name=Q(t)}async all(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#n};return this.#e.push(o),n&&this.#t.set(o.id,n),yn(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new it;let a=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...a?[a]:[]),o?this.#t.set(t,o):Ks(a)||this.#t.delete(t),yn(this.name),a}async documentOf(t){return this.#t.get(t)}},Ks=e=>!!e?.document&&L(e);function yn(e){let t=new BroadcastChannel(Gs);t.postMessage(e),t.close()}function Js(e){let t=new BroadcastChannel(Gs);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function Et(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw Object.assign(new be("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}function zs(e,t){let{method:n,path:o}=yl(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?gl(e,t):e.content,timeoutMs:t?3e5:6e4}}function yl({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function gl({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t.name),o}var Tt=new BroadcastChannel("portal-turn"),It=[];Tt.addEventListener("message",({data:{asks:e}})=>{It.includes(e)&&Tt.postMessage({holds:e})});function Zs(e,t){return ea(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(a){if(a.name!=="AbortError")throw a;return r=!1,null}})}function Xs(e,t){return ea(e,({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function Qs(e,t){let n=!1,o=()=>(n=!0,ta(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function ea(e,t){let n=!1,o=r=>(n=!0,ta(e,r));for(let r=!1;;r=!await bl(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function ta(e,t){It.push(e);try{return await t()}finally{It.splice(It.indexOf(e),1)}}function bl(e){return It.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),Tt.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);Tt.addEventListener("message",o),Tt.postMessage({asks:e})})}var na="portal-session",wl=5e3;async function Ge(e=null){return(await bs()).filter(t=>e===null||t.email===e).map(t=>new Ye(t))}async function Do(e){return await Zs(`portal-outbox:${e.name}`,async n=>{for(await Sl(e);n();){let[o]=js(await e.all(),Date.now());if(!o)return{hold:null,next:Io(await e.all())};let r=await xl(e.owner,()=>n()?kl(e,o):null);if(r)return{hold:r,next:null}}return null})??{hold:null,next:Date.now()+wl}}var gn=e=>Qs(na,e);async function Sl(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,Fs)}function xl(e,t){return Xs(na,async()=>await oa(e)??t())}async function oa({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await X("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function kl(e,t){try{return await(te(t)?Al(e,t):Ol(e,t))}catch(n){if(n instanceof it)return null;throw n}}async function Ol(e,t){let n=l=>l.state==="waiting"&&l.key===t.key&&l.heldUntil===t.heldUntil,o=t.document?await e.documentOf(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,l=>n(l)?Bs(l,Date.now()):void 0),null;let r=await e.change(t.id,l=>n(l)?Rs(l,Date.now()):void 0);if(r.state!=="sending")return null;let s=zs(t,o),a=await X(s.path,{...s,account:sa(e)}),c=await ra(e,a);return await e.change(t.id,l=>{if(!(l.attempt!==r.attempt||l.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Ws(t,a,Date.now())}),c??(a.offline?"offline":null)}async function Al(e,t){let n=await X(`contractor/submissions/${t.submissionId}`,{account:sa(e)}),o=await ra(e,n);return o||await e.change(t.id,r=>te(r)?qs(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function ra(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?oa(e.owner):null}var sa=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var El="outbox",aa=!1,Tl=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator&&!aa,Ke=()=>Tl()?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection.";async function bn(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(El).catch(()=>{aa=!0})}var No=e=>`outbox ${e}`;function wn(e,t){try{t?localStorage.setItem(No(e),String(t)):localStorage.removeItem(No(e))}catch{}}function Po(e){try{return Number(localStorage.getItem(No(e))??0)}catch{return 0}}var ia=e=>wn(e,0);var D=C(null),$e=C(null),Dt=C([]),ie=C(null),Ml=6e4,Dl=168*36e5,Nl="This device has no room left, so nothing can be sent from it. Please free some space.",P=null,Lo=0,Co=0,Mt=!1,Sn=null,jo=!1;async function Ro(e){if(P?.name===Q(e))return;Bo(),ko(Q(e));let t=new Ye(e);Po(t.name)&&ws(),P=t;try{let n=(await t.all()).length?0:Po(t.name);for(let o of(await Ge()).filter(r=>r.owner.email!==e.email))await o.tidy(),wn(o.name,await Wo(o));await Cl(t),await Fo(t,await t.all(),ha),P===t&&(ie.value=n?Ll(n):null)}catch(n){if(P!==t)return;ie.value=qo(n),n.reason==="closed"&&(P=new ct(e))}await Nt(),D.value?.some(L)&&bn(),xe()}async function la(e){Bo(),(e?await Ge(e.email).catch(()=>[]):[]).some(({name:n})=>n===Q(e))&&!P&&await Ro(e)}function Bo(){clearTimeout(Lo),P=null,D.value=null,$e.value=null,Dt.value=[],ie.value=null}async function lt({document:e,...t}){let{bytes:n,...o}=e?await Et(e):{},r=await P.add(Cs({...t,document:n?o:null},Date.now()),n);return await Nt(),navigator.storage?.persist?.(),bn(),xe(),r}async function xn(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}},{bytes:s,...a}=o?await Et(o):{};return o!==void 0&&(r.document=s?a:null),ut(e,c=>Se(c)?$n(r):void 0,s)}var ua=e=>ut(e,t=>Ps(t,Date.now())),fa=e=>ut(e,({heldUntil:t})=>t?{heldUntil:0}:void 0);function Uo(e,{duplicate:t=!1}={}){return ut(e,n=>G(n)?$n({duplicate:t}):void 0)}var da=e=>ut(e,t=>At(t)?null:void 0),ma=e=>ut(e,t=>vn(t,Date.now())?null:void 0),Je=e=>(D.value??[]).filter(t=>t.jobId===e);async function xe(){clearTimeout(Lo),Sn?jo=!0:(Sn=jl(),await Sn.finally(()=>Sn=null),jo&&(jo=!1,await xe()))}async function pa(){P&&await Fo(P,D.value??[]),await xe()}async function Pl(){P&&await Fo(P,D.value??[],ha),await xe()}var ha=({asks:e})=>e!=="size";async function Fo(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>L(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function va(e){let t=P instanceof ct?[P]:await Ge(e);return(await Promise.all(t.map(Wo))).reduce((o,r)=>o+r,0)}var Wo=async e=>(await e.all()).filter(To).length;async function $a(e){let t=!(P instanceof ct);P?.owner.email===e&&Bo();let n=t?await Ge(e):[],r=(await Promise.allSettled(n.map(async({name:s})=>{await Ss(s),ia(s)}))).find(({status:s})=>s==="rejected");if(r)throw r.reason}async function Cl(e){let t=Date.now()-Dl;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function ut(e,t,n){let o=await P.change(e,t,n);return await Nt(),bn(),xe(),o}async function Nt(){let e=P;try{let t=await e?.all()??null;if(P!==e)return;D.value=t,t&&wn(e.name,t.filter(To).length)}catch(t){if(P!==e)return;ie.value=qo(t),Mt=!0}}async function jl(){let e=P;if(e)try{let t=e instanceof Ye?(await Ge(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await Do(r));let o=await Promise.all(t.map(Wo));if(P!==e||($e.value=n[0].hold,Dt.value=t.map(({owner:r},s)=>({...r,number:o[s]})).filter(({number:r})=>r),ca(n),!Mt))return;Mt=!1,await Nt(),Mt||(ie.value=null)}catch(t){if(P!==e)return;ie.value=t.reason==="full"?Nl:qo(t),Mt=!0,ca([{hold:"offline",next:null}])}}function qo(e){if(!e.sentence)throw e;return e.sentence}function ca(e){let t=e.some(({hold:o})=>o==="offline");Co=t?Co+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+_n(Co,Ml)),n.length&&(Lo=setTimeout(xe,Math.max(Math.min(...n)-Date.now(),0)))}var Ll=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function _a(){Js(e=>{e===P?.name&&Nt()}),addEventListener("online",Pl),addEventListener("offline",xe),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&xe()})}var Pt="portal",Ct=[e=>e.createObjectStore("session")],ga=e=>ee(Pt,t=>t.put("session",e,"last"),Ct);async function ba(){try{return await we(Pt,e=>e.get("session","last"),Ct)??null}catch{return null}}var Ho=()=>ve(()=>he(fn,ee(Pt,e=>e.delete("session","last"),Ct))),wa=e=>ee(Pt,t=>e?t.put("session",e,"asked"):t.delete("session","asked"),Ct);async function Sa(){try{return await we(Pt,e=>e.get("session","asked"),Ct)??null}catch{return null}}var k=C(void 0),Pe=C(null),An=C(!1),En=C(null),Rl=6e5,ze=C(!1),kn=null,On=0,V=({agency:e,contractorId:t})=>`${e}/${t}`,w=Me(()=>{if(!k.value)return null;let e=E.value.account??V(k.value.account);return k.value.accounts.find(t=>V(t)===e)??null}),fe=Me(()=>{let[e,t]=[k.value,w.value];return e&&t&&!ze.value?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),xa=Me(()=>{let[e,t]=[k.value,E.value.account];if(!e||w.value||!t||ze.value)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),Vo=new BroadcastChannel("portal:person"),ka=new BroadcastChannel("portal:parting");async function jt(e){On=performance.now(),JSON.stringify(e)!==JSON.stringify(k.value)&&(k.value=e,await(e?ga(e):Ho()).catch(()=>{}),Vo.postMessage(e))}async function ft(e){await wa(e).catch(()=>{}),En.value=e}async function Tn(){let[e,t]=await Promise.all([ba(),Sa()]);t&&await ft(Date.now()-t.at<Rl?t:null);let n=e||document.body.dataset.session;if(k.value??=e??(n?void 0:null),n||navigator.serviceWorker?.controller){let o=performance.now(),r=await X("session");r.status===200&&o>=On&&await jt(r.body)}k.value??=null}var In=e=>{let t=E.value.account?.split("/")[0];return X("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function Oa(e,t){let n=await gn(()=>X("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Pe.value=null,An.value=!1,await jt(n.body),await ft(null)),n}async function Aa(e){jt({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await X("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await jt(o.body)}function Ea(){return kn??=Bl().finally(()=>kn=null),kn}async function Bl(){let e=k.value,t=await gn(()=>X("session",{method:"DELETE"}));if(t.status!==204)return t;ze.value=!0,Vo.postMessage(null),ka.postMessage(null);let n=await Promise.allSettled([Ho(),$a(e.email)]);return An.value=n.some(({reason:o})=>o&&o.reason!=="closed"),Pe.value=null,k.value===e&&(k.value=null),ze.value=!1,t}function Ta(){cs(e=>{kn||e<On||(Pe.value=k.value?.email??Pe.value,jt(null))}),Vo.onmessage=({data:e})=>{ze.value&&!e||(On=performance.now(),k.value=e)},ka.onmessage=()=>{Pe.value=null}}var Ia=300;async function Ma(e,t,n,o=null){try{await ee(Q(e),async r=>{let{store:s,done:a}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>Ia&&await Fl(s),await a})}catch{}}async function Da(e,t){try{return await we(Q(e),n=>n.get("answers",t))??null}catch{return null}}async function Fl(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-Ia).map(({path:n})=>e.delete(n)))}var Wl=5e3,ql=30,Na={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Hl=C({...Na,busy:!1}),Lt=new Map;function O(e){let t=fe.value,n=e?La(t,e):Hl;return U(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&Yo(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[s,a]of r)s.addEventListener(a,o);return()=>{for(let[s,a]of r)s.removeEventListener(a,o)}},[n]),n}async function Pa(e,t){let n=fe.value,o=n&&Lt.get(ja(n,e));await o?.running,!(!o||o.begunAt>t)&&(o.readAt=0,Yo(n,e))}var Ca=()=>Lt.clear(),ja=(e,t)=>`${e.email} ${V(e)} ${t}`;function La(e,t){let n=ja(e,t);if(!Lt.has(n)){let o=C(Na);Lt.set(n,Object.assign(o,{etag:null,begunAt:0,readAt:0,running:null}))}return Lt.get(n)}function Yo(e,t){let n=La(e,t);navigator.onLine&&Date.now()-n.readAt<Wl||(n.running??=Vl(e,t,n).finally(()=>{n.running=null}))}async function Vl(e,t,n){let o=m=>{n.value={...n.value,...m}};if(!n.value.body){let m=await Da(e,t);m&&(n.etag=m.etag??null,o({body:m.body,begunAt:m.readAt,asOf:m.body.asOf??new Date(m.readAt).toISOString(),isOld:!0}))}o({busy:!0});let r=Date.now();n.begunAt=r;let s=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},a=await X(`contractor/${t}`,{account:V(e),headers:s}),{status:c,body:l,offline:d}=a,f={begunAt:r,asOf:Yl(a.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:c};if((c===200||c===304)&&(n.readAt=Date.now()),c===200)n.etag=a.headers.get("ETag"),Ma(e,t,l,n.etag),o({...f,body:l});else if(c===304)o(f);else if(c===409)Tn(),o({busy:!1,problem:ue(a),status:c});else if(c===404)o({body:null,busy:!1,problem:ue(a),status:c});else{let m=Number(a.headers.get("Retry-After"));!d&&m&&setTimeout(()=>Yo(e,t),Math.min(m,ql)*1e3),o({isOld:!!n.value.body,busy:!!(!d&&m),problem:ue(a),status:c})}}var Yl=e=>e?new Date(e).toISOString():null;function Mn(){let e=w.value&&V(w.value);return i`
    <ul class="rows">
      ${k.value.accounts.map(t=>{let n=V(t);return i`
          <li key=${n} class="row">
            <a href=${b("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>Aa(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&i`<span class="about"><${v} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function Dn(){let[e,t,n]=[y(null),y(0),y(!1)],o=async()=>{n.value=!0;let s=await Ea();if(n.value=!1,s.status!==204){e.value=`${ue(s)} Nothing on this device was deleted.`;return}Ca(),ge("/",{replace:!0})},r=async()=>{e.value=null,n.value=!0;try{t.value=await va(k.value.email)}catch(s){if(!s.sentence)throw s;e.value=s.sentence;return}finally{n.value=!1}t.value||await o()};return i`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?i`<${Gl} number=${t.value} busy=${n.value} onSure=${o} onStay=${()=>t.value=0} />`:i`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${r}>
          <${v} name="leave" />Sign out
        </button>`}
  `}function Gl({number:e,busy:t,onSure:n,onStay:o}){let r=H(null);le(()=>r.current.focus(),[]);let[s,a,c]=[Y(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return i`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${r} tabindex="-1">
        <b>${s} on this device ${a} not with the agency yet.</b> Signing out deletes ${c} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>Delete ${c} and sign out</button>
      </div>
    </div>
  `}var Kl=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Ra(){let e=O("account"),t=e.value.body,{agencyName:n,displayName:o}=w.value;return i`
    <${S} title="Account">
      ${k.value.accounts.length>1&&i`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${Mn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?i`<${Jl} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:i`<${Z} reading=${e.value} />`}
        <${me} reading=${e.value} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${k.value.email}</b></p>
        <${Dn} />
      </section>
    <//>
  `}function Jl({record:e}){let{agency:t}=e,n=[...Kl.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return i`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>i`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var Ba=0;function W(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Ba),Ba=setTimeout(()=>{t.textContent=e},400)}var zl=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),ke=e=>e.trim().replaceAll("	"," ");function Rt(e,t,{inForm:n=!1}={}){let o=n?ke(e).replace(/\r\n|\r|\n/g,`\r
`):ke(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:zl.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var Bt=4e3,Nn=e=>e?Rt(e,Bt):"Please write something first.";function Pn(e){U(()=>{if(e!==null)return ua(e).catch(Ua),()=>fa(e).catch(Ua)},[e])}var Ua=()=>{};function Fa({item:e,done:t}){let[n,[o,r]]=[jr(),qe(null)];return Pn(e.id),i`
    <form onSubmit=${async a=>{a.preventDefault();let c=ke(a.target.elements.note.value),l=Nn(c);if(r(l),!l)try{await xn(e.id,{content:{note:c}}),t()}catch(d){if(!d.sentence)throw d;r(d.sentence)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${Bt} required dir="auto" ref=${Zl}>
        ${e.content.note}
      </textarea>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var Zl=e=>e?.focus();var Xl="https://www.google.com/maps/search/?api=1&query=",Ql=/[\p{L}/,;&#|]|(?=\+)/u,eu=5,tu=/^(\+|00)(\d{1,3})\(0\)/;function nu(e){return e.split(Ql).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(tu,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=eu)??""}function Ze({phone:e,who:t}){if(!e)return null;let n=nu(e);return n?i`
    <a class="reach" href=${`tel:${n}`}>
      <${v} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:i`<span dir="auto">${e}</span>`}function dt({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>i`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${v} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Wa({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?i`
    <a class="reach" href=${Xl+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${v} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Go(){let e=O(w.value?"agency":null).value.body?.offers??[],t=o=>O(e.includes("contacts")?o:null).value.body,n=ou(t("contacts")?.contacts??[],t("account")?.agency.branchId);return e.includes("contacts")?i`
    <div>
      ${n&&i`<${Ze} phone=${n.phone} who=${n.name} /><${dt} email=${n.email} who=${n.name} />`}
      <a class="reach" href=${b("/contacts")}><${v} name="contacts" />All contacts</a>
    </div>
  `:null}function ou(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var ru={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ce({item:e}){return i`
    <span class=${`state is-${e.state}`}>
      <${v} name=${ru[e.state]} /><span dir="auto">${Ds(e,w.value?.agencyName)}</span>
    </span>
  `}function je({item:e}){let t=Ns(e,w.value?.agencyName);return i`
    ${t&&i`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&i`<${Ko} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&i`<${Go} />`}
  `}var Ko=()=>i`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Go} />
`;var su={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Ha(){let e=(D.value??[]).filter(t=>!L(t)).reverse();return i`
    <${S} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${zo}>
        ${D.value?i`<p class="reach"><${v} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!ie.value&&i`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&i`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Jo} of=${e} />
        </section>
      `}
    <//>
  `}function zo({children:e}){let t=(D.value??[]).filter(L),[n,o]=[t.filter(r=>!qa(r)),t.filter(qa)];return t.length?i`
    ${$e.value&&!n.every(G)&&i`<p class="notice" role="status">${su[$e.value]}${$e.value==="offline"&&` ${Ke()}`}</p>`}
    ${n.length>0&&i`<h2 class="visually-hidden">Not confirmed yet</h2><${Jo} of=${n} />`}
    ${n.some(({state:r})=>r==="waiting")&&i`<button type="button" class="btn btn-primary" onClick=${pa}>Try now</button>`}
    ${o.length>0&&i`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Jo} of=${o} /></section>`}
  `:e}var qa=({state:e})=>e==="review",Jo=({of:e})=>i`<ol class="cards">${e.map(t=>i`<${Zo} key=${t.id} item=${t} />`)}</ol>`;function Zo({item:e}){let[t,n]=qe(null),o=()=>n(null);return i`
    <li class="card">
      <h3 class="title">${Ve(e)}${e.about&&i`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?i`<${Fa} item=${e} done=${o} />`:i`<${au} item=${e} />`}
      <p class="about">
        <${Ce} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${De(e.addedAt)}</time>
      </p>
      <${je} item=${e} />
      ${t==="remove"&&i`<${lu} item=${e} stop=${o} />`}
      ${!t&&i`<${iu} item=${e} setDoing=${n} />`}
    </li>
  `}function au({item:{kind:e,content:t,document:n,jobId:o}}){return i`
    ${e==="note"&&i`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&i`
      <p class="says" dir="auto">
        <strong>${j(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&i`<p class="reach"><${v} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&i`<a class="reach" href=${b(`/jobs/${o}`)}><${v} name="jobs" />Look at the job</a>`}
  `}function iu({item:e,setDoing:t}){let n=e.asks==="duplicate",[o,r]=[w.value&&Se(e)&&e.kind!=="completion",At(e)&&L(e)];return!o&&!r?null:i`
    <p class="doing">
      ${n&&i`<button type="button" class="btn btn-primary" onClick=${()=>Uo(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&i`<${cu} item=${e} onNote=${()=>t("edit")} />`}
      ${G(e)&&!e.asks&&i`<button type="button" class="btn btn-secondary" onClick=${()=>Uo(e.id)}>Send again</button>`}
      ${r&&i`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function cu({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return i`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s={...o.statementId&&{statement:o.statementId},change:e},a=b(n?`/jobs/${n}/invoice`:"/invoice",s);return i`<a class="btn btn-secondary" href=${a}>Change</a>`}function lu({item:e,stop:t}){let n=at(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=qe(null),s=async()=>{try{await da(e.id),document.querySelector("h1").focus(),W("Deleted.")}catch(a){if(!a.sentence)throw a;r(a.sentence)}};return i`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${uu} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var uu=e=>e?.focus();var Va=()=>i`
  <${S} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${E.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value.email}</b>. Nothing was changed.
    </p>
    <${zo}>${null}<//>
    <h2>Your accounts</h2>
    <${Mn} />
    <h2>Signed in with another address?</h2>
    <${Dn} />
  <//>
`;function Ya(){let e=O("contacts"),t=e.value.body?.contacts;return i`
    <${S} title="Contacts">
      ${t?i`<ul class="cards">${t.map(n=>i`<${fu} key=${n.contactId} ...${n} />`)}</ul>`:i`<${Z} reading=${e.value} />`}
      ${t?.length===0&&i`<p class="notice">The agency has no contacts to show.</p>`}
      <${me} reading=${e.value} />
    <//>
  `}function fu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let a=e??n??"Unnamed";return i`
    <li class="card">
      <h2 dir="auto">${a}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Ze} phone=${s} who=${a} /><${Ze} phone=${r} who=${a} /><${dt} email=${o} who=${a} />
    </li>
  `}function Cn(e){let[,t]=qe(0),n=e.filter(r=>vn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return U(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}var du=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function Xo({children:e}){let t=O("agency").value.body;vu(t?.accent);let{agencyName:n,displayName:o}=w.value,r=du.filter(({needs:s})=>!s||!t||t.offers.includes(s));return i`
    <a class="skip" href="#main" onClick=${$u}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&i`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${k.value.accounts.length>1&&i`<a class="switch" href=${b("/account")}><${v} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(s=>i`<${mu} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${pu} />
    ${e}
  `}function mu({path:e,name:t,icon:n,screens:o}){let r=o.includes(E.value.screen);return i`<a href=${b(e)} aria-current=${r?"page":null}><${v} name=${n} />${t}</a>`}function pu(){let e=D.value??[],t=Cn(e),n=e.filter(d=>L(d)&&!t.includes(d)),o=n.filter(G).length,[r,s]=["review","checking"].map(d=>n.filter(f=>f.state===d).length),a=n.filter(d=>!G(d)&&!te(d)),c=$e.value==="offline",l=a.some(at)?"not confirmed yet":"not with the agency yet";return!n.length&&!Dt.value.length&&!ie.value?null:i`
    <aside class="strip" aria-label="Not sent yet">
      ${ie.value&&i`<p role="alert">${ie.value}</p>`}
      ${o>0&&i`<${jn} icon="emergency">${Y(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${r>0&&i`<${jn} icon="contacts">We asked ${w.value.agencyName} to check ${Y(r,"thing")}<//>`}
      ${s>0&&i`<${jn} icon="search">${Y(s,"thing")} ${s===1?"is":"are"} being checked<//>`}
      ${a.length>0&&i`<${jn} icon=${c?"offline":"send"}>
        ${Y(a.length,"thing")} ${a.length===1?"is":"are"} ${l}
      <//>`}
      ${Dt.value.map(d=>i`<${hu} key=${V(d)} there=${d} />`)}
    </aside>
  `}var jn=({icon:e,children:t})=>i`<a href=${b("/outbox")}><${v} name=${e} /><span>${t}</span><${v} name="open" /></a>`;function hu({there:e}){let{agencyName:t="an account that is no longer yours"}=k.value.accounts.find(r=>V(r)===V(e))??{},[n,o]=[Y(e.number,"thing"),e.number===1?"is":"are"];return i`
    <a href=${b("/outbox",{},V(e))}>
      <${v} name="send" />${n} for ${t} ${o} not there yet<${v} name="open" />
    </a>
  `}function vu(e){U(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function $u(e){e.preventDefault(),document.querySelector("h1").focus()}var Xe=({priority:e})=>e?.trim().toLowerCase()==="emergency",Ln=e=>(e??"").trim().toLowerCase();function Rn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(Ln).includes(Ln(t))?"cancelled":"open"}var Ga=e=>(D.value??[]).filter(({kind:t,state:n,doneAt:o})=>t==="completion"&&n==="done"&&o>e),Ka=e=>Ga(e).map(({id:t})=>t).join();function Bn(e,t){let n=new Map(Ga(t).map(({jobId:o,content:r,result:s})=>[o,s??_u(r)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var _u=({completed:e})=>({completed:e,status:null,completedAt:null});function Ja(e,t){let n=Je(e).filter(L),o=Ut(e),r=n.filter(d=>d!==o),s=d=>r.filter(d).length,[a,c]=[s(G),s(te)],l=r.length-a-c;return[o&&`${Ve(o)}: ${ae(o,t)}`,a&&`${Y(a,"thing")} ${a===1?"needs":"need"} you`,c&&`${Y(c,"thing")} being checked`,l&&`${Y(l,"thing")} to send`].filter(Boolean)}var Ut=e=>Je(e).filter(t=>t.kind==="completion"&&L(t)).at(-1)??null,ce=({title:e,reference:t,jobId:n})=>e||t||n;function za(e){let t=Ln(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>yu(n).includes(o))}var Qo=new WeakMap;function yu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode];return Qo.has(e)||Qo.set(e,Ln(s.filter(Boolean).join(`
`))),Qo.get(e)}var Za=e=>[...e.filter(Xe),...e.filter(t=>!Xe(t))];function Un(e){let[t,n]=[O(`jobs/${e}`).value,O("jobs").value];if(t.body)return{job:Xa(t.body,t),reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?Xa(o,n):null,reading:o?n:t}}var Xa=(e,{begunAt:t})=>Bn([e],t)[0];var Qa=({item:e,back:t})=>i`
  <${S} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Zo} item=${e} /></ol>
    ${L(e)&&!G(e)&&!te(e)&&i`<p class="hint">You can go on. It is kept if you close the portal: ${Ke()}</p>`}
    <a class="reach" href=${b("/money",{show:"invoices"})}><${v} name="invoice" />All your invoices</a>
  <//>
`;var mt=({name:e,required:t,children:n})=>i`
  <label for=${e}>${n}${!t&&i`<span class="optional"> (optional)</span>`}</label>
`,pt=({name:e,children:t})=>i`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,ht=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function ei({name:e,required:t,problem:n,value:o,...r}){let s=O("statements/pending"),a=s.value.body?.statements??[],c=!o||a.some(({statementId:l})=>l===o);return i`
    <div class="field">
      <${mt} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${ht({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&i`<option value=${o}>${o}</option>`}
        ${a.map(l=>i`<option key=${l.statementId} value=${l.statementId}>${er(l)}</option>`)}
      </select>
      <${pt} name=${e}>${n??(s.value.body?null:s.value.problem)}<//>
    </div>
  `}var er=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[j(s??r??0),n??t??e,o&&z(o)].filter(Boolean).join(", ");async function ti(e,t){try{return(await ee(Q(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function ni(e,t,n){try{await ee(Q(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Ft(e){let t=y(void 0),n=fe.value;return U(()=>{ti(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,ni(n,e,r))]}var oi=1e6,ri={description:2e3,invoiceNumber:50},gu=6,bu=864e5,wu=10*1024*1024,si="%PDF-",Su=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,xu=/\.\d\d\d*[1-9]/,ku=["amount","description","invoiceDate"];function Wt(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[...ku,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Fn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function tr(e=new Date){let[t,...n]=se(e).split("-");return{oldest:[t-gu,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(se(e))+bu).toISOString().slice(0,10)}}function Oe(e){let t=e.trim().replace(/^£\s*/,"");return Su.test(t)?Number(t.replaceAll(",","")):NaN}var ci=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Ou={amount:e=>ii(e,"The amount")??(Oe(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>ii(e,"VAT")??(Oe(e)>Oe(t)?"VAT cannot be more than the amount.":null),description:(e,t,n)=>Rt(e,ri.description,{inForm:!!n}),invoiceNumber:e=>Rt(e,ri.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=tr();return e>n?`The date can be tomorrow at the latest, ${z(n)}.`:e<t?`The date can be six years ago at most, ${z(t)}.`:null},statementId:()=>null},ai={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function ii(e,t){let n=Oe(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:xu.test(e.trim())?`${t} can have no more than two decimals.`:n>oi?`${t} can be ${j(oi)} at most.`:null}function Wn(e,t,n,o){let r={};for(let[s,a]of Object.entries(Ou)){let c=e[s]??"",l=Wt(s,n,o)?ai[s]:null,d=c.trim()===""?l:a(c,e,t);d&&(r[s]=d)}return!t&&Wt("document",n,o)&&(r.document=ai.document),r}async function li(e){return e.size>wu?"The PDF can have 10 MB at most.":await e.slice(0,si.length).text()===si?null:"This file is not a PDF. Please choose a PDF."}function ui(e,t){let n={jobId:t,statementId:e.statementId,amount:Oe(e.amount),vat:e.vat.trim()&&Oe(e.vat),description:ke(e.description),invoiceDate:e.invoiceDate,invoiceNumber:ke(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function fi({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,a])=>[s,a??""]))}var di="This file cannot be read. Please choose it again.";function mi({required:e,problem:t,document:n,onChange:o}){let r=y(null),s=async({target:c})=>{let[l]=c.files;if(l&&(r.value=await li(l).catch(()=>di),c.value="",!r.value))try{o(await Et(l)),W(`${l.name} is attached.`)}catch(d){r.value=d.sentence??di}},a=r.value??t;return i`
    <div class="field">
      <${mt} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&i`<${Au} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${ht({name:"document",hint:!0,problem:a,required:e&&!n})} onChange=${s}
      />
      <${pt} name="document">${a}<//>
    </div>
  `}function Au({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),W("The PDF is removed.")};return i`
    <p class="attached">
      <${v} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${sn(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Eu={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function pi({values:e,set:t,document:n,setDocument:o,agency:r,jobId:s,asked:a,onWhole:c}){let[l,d,f]=[y({}),y(a),y(null)],m=H(null),p=Wn(e,n,r,s),u=$=>$==="vat"&&f.value==="amount"?null:d.value||l.value[$]&&e[$]||!ci($,e[$]??"")?p[$]:null,h=()=>m.current.querySelector("[aria-invalid]")?.focus();U(()=>{a&&h()},[]);let A=$=>{$.preventDefault(),d.value=!0,Object.keys(p).length?setTimeout(h):c()},g=$=>({name:$,required:Wt($,r,s),problem:u($),value:e[$],onInput:({target:_})=>t($,_.value),onFocus:()=>f.value=$,onBlur:()=>{f.value=null,l.value={...l.value,[$]:!0}}});return i`
    <form ref=${m} class="form" onSubmit=${A} noValidate>
      <p class="hint">${w.value.agencyName} needs whatever is not marked as optional.</p>
      ${Fn(r)&&i`<${ei} ...${g("statementId")} />`}
      ${Object.entries(Eu).map(([$,_])=>i`<${Tu} key=${$} ...${_} ...${g($)} />`)}
      <${mi}
        required=${Wt("document",r,s)} problem=${d.value?p.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function Tu({name:e,label:t,hint:n,rows:o,problem:r,required:s,value:a,type:c="text",...l}){let d=o?"textarea":"input",{oldest:f,latest:m}=c==="date"?tr():{};return i`
    <div class="field">
      <${mt} name=${e} required=${s}>${t}<//>
      ${n&&i`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${f} max=${m} autocomplete="off"
        value=${a} ...${ht({name:e,hint:n,problem:r,required:s})} ...${l}
      />
      <${pt} name=${e}>${r}<//>
    </div>
  `}function hi({onReach:e,left:t}){let n=H(null);return U(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),i`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var ne=6;function Qe({of:e,row:t,most:n=e.length,onMore:o}){let r=K(()=>Mu(e),[e]),s=Du(),a=e.length-n;return e.length?i`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/ne)).map((c,l)=>i`<${Iu} key=${l} of=${c} row=${t} />`)}
    </div>
    ${a>0&&i`<${hi} onReach=${o} left=${a} />`}
  `:null}var Iu=({of:e,row:t})=>i`<div class="group">${e.map(t)}</div>`,Mu=e=>Array.from({length:Math.ceil(e.length/ne)},(t,n)=>e.slice(n*ne,(n+1)*ne));function Du(){let e=H(null),{activeElement:t}=document,n=e.current?.contains(t)&&t.getAttribute("href");return le(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=cn(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var $i={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"},review:{icon:"contacts"}},Nu={},nr=({status:e})=>e==="review"?ae({state:e},w.value?.agencyName):$i[e]?.words??e;function or(e,t){let n=t.filter(r=>r.kind==="invoice"&&(L(r)||!e.some(s=>vi(s,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status)&&n.some(({item:s})=>vi(r,s));return[...n,...e.filter(r=>!o(r))]}function vi(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:a=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===a&&e.invoiceDate===c}function qn({jobId:e,agency:t}){let n=O(t?.offers.includes("invoices.list")?"invoices":null).value,o=or(n.body?.invoices??[],D.value??[]).filter(r=>r.jobId===e);return o.length?i`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${rr} invoices=${o} />
    </section>
  `:null}function rr({invoices:e,jobs:t=Nu,...n}){let o=Zt((r,s)=>i`<${Pu} key=${r.item?.id??r.invoiceId??`at ${s}`} invoice=${r} jobs=${t} />`,[t]);return i`<${Qe} of=${e} row=${o} ...${n} />`}function Pu({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:a,jobId:c,item:l}=e;return i`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":j(n)}</b>
      </p>
      <p class="about">
        ${l?i`<${Ce} item=${l} />`:i`<${Cu} invoice=${e} />`}
        ${s&&i`<time datetime=${s}>${z(s)}</time>`}
        ${r&&i`<span dir="auto">Number ${r}</span>`}
        ${a&&i`<span dir="auto">${a.name}</span>`}
      </p>
      ${l&&i`<${je} item=${l} />`}
      ${!l&&e.status==="review"&&i`<${Ko} />`}
      ${t[c]&&i`<a class="reach" href=${b(`/jobs/${c}`)}><${v} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${l&&L(l)&&i`<a class="reach" href=${b("/outbox")}><${v} name="send" />Look at what waits here</a>`}
    </div>
  `}function Cu({invoice:e}){let{icon:t="search",className:n=""}=$i[e.status]??{};return i`<span class=${`state ${n}`}><${v} name=${t} />${nr(e)}</span>`}function _i({about:e,address:t,values:n,document:o,failed:r,onSend:s,change:a,back:c}){let l=y(!1),d=async()=>{l.value=!0,await s(),l.value=!1},f=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",j(Oe(n.amount))],["VAT in it",n.vat.trim()&&j(Oe(n.vat))],["Date of the invoice",z(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${sn(o.size)}`:"None"]];return i`
    <${S} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${f.filter(([,m])=>m).map(([m,p])=>i`<div key=${m}><dt>${m}</dt><dd dir="auto">${p}</dd></div>`)}
        </dl>
      </div>
      ${$e.value==="offline"&&i`<p class="notice">There is no connection just now: it will wait on this phone. ${Ke()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${d}>
          <${v} name="send" />Send to ${w.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${a}>Change something</a>
      </div>
    <//>
  `}var ju=!1;function sr({jobId:e,item:t,about:n,address:o,first:r,back:s}){let{query:a,path:c}=E.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[[d,f],[m,p]]=[Ft(l),Ft(`PDF of ${l}`)],[u,h]=[O("agency").value,y(null)],A=a.has("look");if(Pn(t?.id??null),d.value===void 0||m.value===void 0||!u.body&&u.busy)return i`<${S} key="reading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let g=u.body&&Ru(u.body,e);if(g)return i`<${S} key="none" title="Invoice" back=${s}><p class="notice">${g}</p><//>`;let $={...r,...t&&fi(t.content),...d.value},_=t?.asks==="document",T=(m.value??(_?null:t?.document))||null,I=!Object.keys(Wn($,T,u.body,e)).length,{statementId:Ae}=r,Le=M=>b(c,{...Ae&&{statement:Ae},...t&&{change:t.id},...M}),Ee=()=>{let M=ui($,e);return t?xn(t.id,{content:M,...(m.value!==null||_)&&{document:yi(T)}}):lt({kind:"invoice",jobId:e,about:n,content:M,document:yi(T)})},oe=async()=>{h.value=null;try{let{id:M}=await Ee();W("Your invoice is on its way."),ge(b(c,{sent:M}),{replace:!0}),f(null),p(null)}catch(M){h.value=M.sentence??"Your invoice could not be kept. Please try again."}};return A&&I?i`
      <${_i}
        about=${n} address=${o} values=${$} document=${T} failed=${h.value} onSend=${oe}
        change=${Le({})} back=${s}
      />
    `:i`
    <${S} key="write" title="Invoice" back=${s} keepsFocus=${A}>
      <${Lu} about=${n} address=${o} />
      ${e&&i`<${qn} jobId=${e} agency=${u.body} />`}
      <${pi}
        values=${$} set=${(M,de)=>f({...d.value,[M]:de})} document=${T}
        setDocument=${M=>p(M??ju)} agency=${u.body} jobId=${e} asked=${A}
        onWhole=${()=>ge(Le({look:"1"}))}
      />
    <//>
  `}function Lu({about:e,address:t}){return e?i`<p>For <b dir="auto">${e}</b>${t&&i`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Ru({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var yi=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var Bu={path:"/money",name:"Money"};function ar({id:e}){let{query:t}=E.value,n=Number(t.get("sent")??t.get("change")),o=(D.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Bu;if(n&&D.value===null)return i`<${S} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Se(o)))return i`<${Qa} item=${o} back=${r} />`;let s=t.get("statement")??"";return i`<${e?Uu:Fu} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function Uu({id:e,statementId:t,...n}){let{job:o,reading:r}=Un(e);if(!o&&!n.item&&r.status===404)return i`<${gi} reading=${r} back=${n.back} />`;let s={...bi,statementId:t,invoiceDate:se()},a=o?.property?.address;return i`<${sr} jobId=${e} about=${o?ce(o):e} address=${a} first=${s} ...${n} />`}function Fu({statementId:e,...t}){let n=O("statements/pending").value,o=n.body?.statements.find(s=>s.statementId===e);if(!o&&n.busy)return i`<${gi} reading=${n} back=${t.back} />`;let r={...bi,...o&&Wu(o),statementId:e,invoiceDate:se()};return i`<${sr} jobId=${null} about=${o?er(o):""} first=${r} ...${t} />`}var gi=({reading:e,back:t})=>i`
  <${S} key="nothing" title="Invoice" back=${t}><${Z} reading=${e} /><//>
`,bi={amount:"",vat:"",description:"",invoiceNumber:""},Wu=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var vt=({children:e})=>i`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var wi=hn/1e3;function ir(e){let[t,n]=[y(null),y(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await lt({kind:"completion",jobId:e.jobId,about:ce(e),content:{completed:r},document:null}),W(r?`Marked complete. You have ${wi} seconds to undo it.`:"The job is being reopened.")}catch(s){t.value=s.sentence??"This could not be kept. Please try again."}n.value=!1}},t.value]}function Si({job:e,isOpen:t}){let[n,o]=ir(e),r=Ut(e.jobId);return r?i`<${qu} item=${r} />`:i`
    ${t&&i`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${v} name="done" />Mark complete</button>`}
    ${o&&i`<p class="notice" role="alert">${o}</p>`}
  `}function qu({item:e}){return i`
    <div class="pending">
      <p class="state-line">
        <${v} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ce} item=${e} />
      </p>
      <${je} item=${e} />
      ${G(e)&&i`<a class="reach" href=${b("/outbox")}><${v} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function xi({jobId:e}){let t=y(null),[n]=Cn(Je(e));return i`
    ${n&&i`
      <div class="undo">
        <p>You have ${wi} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await ma(n.id),W("Undone. The job is not marked complete.")}catch(r){if(!r.sentence)throw r;t.value=r.sentence}}}>
          <${v} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&i`<p class="notice" role="alert">${t.value}</p>`}
  `}function ki({job:e,canAdd:t}){let n=w.value.displayName,o=Je(e.jobId).filter(s=>s.kind==="note"&&!Hu(e.notes,s)),r=e.notes.length+o.length>0;return i`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&i`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&i`<p>Nothing was written yet.</p>`}
      ${r&&i`<ol class="notes">
        ${e.notes.map(({noteId:s,note:a,author:c,createdAt:l},d)=>i`
            <li key=${s??`at ${d}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${l&&i`<time datetime=${l}>${De(l)}</time>`}</p>
              <p class="says" dir="auto">${a}</p>
            </li>
          `)}
        ${o.map(s=>i`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Ce} item=${s} />
              <${je} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&i`<${Vu} job=${e} />`}
    </section>
  `}var Hu=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function Vu({job:e}){let[t,n]=Ft(`note on ${e.jobId}`),[o,r]=[y(null),y(!1)];return i`
    <form class="composer" onSubmit=${async a=>{if(a.preventDefault(),r.value)return;let c=ke(t.value??"");if(o.value=Nn(c),!o.value){r.value=!0;try{await lt({kind:"note",jobId:e.jobId,about:ce(e),content:{note:c},document:null}),n(null),W("Your note was added.")}catch(l){o.value=l.sentence??"Your note could not be kept. Please try again."}r.value=!1}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${Bt} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${a=>n(a.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${v} name="send" />Add note</button>
    </form>
  `}function Oi({job:e}){let t=y(!1),[n,o]=ir(e);return Ut(e.jobId)?null:i`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?i`<${Yu} onSure=${()=>n(!1)} onStay=${()=>t.value=!1} />`:i`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${v} name="reopen" />Reopen this job
          </button>`}
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function Yu({onSure:e,onStay:t}){let n=H(null);return le(()=>n.current.focus(),[]),i`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${w.value.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var Ai={path:"/jobs",name:"Jobs"};function Ei({id:e}){let{job:t,reading:n}=Un(e),o=O("agency").value.body;if(!t)return i`<${S} title="Job" back=${Ai}><${Z} reading=${n} /><//>`;let r=o?.offers??[],[s,a]=[Rn(t,o),r.includes("jobs.complete")];return i`
    <${S} title=${ce(t)} back=${Ai}>
      <${Gu} job=${t} />
      <div class="card">
        ${t.description&&i`<p class="description" dir="auto">${t.description}</p>`}
        <${Ku} job=${t} />
      </div>
      <div class="doing">
        ${a&&i`<${Si} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&i`<a class="btn btn-secondary" href=${b(`/jobs/${e}/invoice`)}><${v} name="invoice" />Send its invoice</a>`}
        ${a&&i`<${xi} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&i`<${qn} jobId=${e} agency=${o} />`}
      <${ki} job=${t} canAdd=${r.includes("notes.add")} />
      ${a&&s==="completed"&&i`<${Oi} job=${t} />`}
      <${me} reading=${n} />
    <//>
  `}function Gu({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:a}=e;return[t,n,o,r,s,a].some(Boolean)?i`
    <p class="about">
      ${Xe(e)&&i`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
      ${t&&i`<${vt}>${t}<//>`}
      ${n&&!Xe(e)&&i`<span dir="auto">Priority: ${n}</span>`}
      ${o&&i`<span dir="auto">${o}</span>`}
      ${r&&i`<span dir="auto">${r}</span>`}
      ${s&&i`<span>Reported <time datetime=${s}>${De(s)}</time></span>`}
      ${a&&i`<span>Completed <time datetime=${a}>${z(a)}</time></span>`}
    </p>
  `:null}function Ku({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return i`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Wa} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&i`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&i`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&i`<span dir="auto">${n}</span>`}
          <${Ze} phone=${o} who=${n??"the tenant"} /><${dt} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Hn={open:"Open",completed:"Completed",cancelled:"Cancelled"},Ju={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},lr=C({});function ur(){let e=O("jobs"),t=O("agency").value.body,n=E.value.query.get("show")??"open";return i`
    <${S} title="Jobs">
      ${e.value.body?i`<${zu} jobs=${e.value.body.jobs} begunAt=${e.value.begunAt} agency=${t} tab=${Object.hasOwn(Hn,n)?n:"open"} />`:i`<${Z} reading=${e.value} />`}
      <${me} reading=${e.value} />
    <//>
  `}function zu({jobs:e,begunAt:t,agency:n,tab:o}){let r=E.value.account,{text:s,made:a,found:c}=Ti(r,o),l=Ka(t),d=K(()=>Za(Bn(e,t)),[e,l]),f=K(()=>Qu(d,n),[d,n]),m=K(()=>Zu(f,h=>h.filter(za(s))),[f,s]),p=m[o].length,u=h=>{lr.value={...Ti(r,o),...h}};return U(()=>{s&&W(p?`${Y(p,"job")} found`:"No job found")},[s,o]),i`
    <form class="search" role="search" onSubmit=${h=>h.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${v} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${h=>u({text:h.target.value,found:ne})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(Hn).filter(([h])=>h!=="cancelled"||f.cancelled.length).map(([h,A])=>i`
            <a key=${h} href=${b("/jobs",{show:h})} aria-current=${h===o?"true":null}>
              ${A} <span class="number">${m[h].length}</span>
            </a>
          `)}
    </nav>
    ${!p&&i`<p class="notice">${s?`No job here has “${s}” in it.${Xu(m)}`:Ju[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${Qe} of=${f[o]} row=${Ii} most=${a} onMore=${()=>u({made:a+ne})} />
    </div>
    ${s&&i`<${Qe} key=${`found ${o}`} of=${m[o]} row=${Ii} most=${c} onMore=${()=>u({found:c+ne})} />`}
  `}function Ti(e,t){let n=lr.value.at===e?lr.value:{text:""};return n.tab===t?n:{at:e,tab:t,text:n.text,made:ne,found:ne}}var Zu=(e,t)=>Object.fromEntries(Object.entries(e).map(([n,o])=>[n,t(o)]));function Xu(e){return Object.keys(Hn).filter(n=>e[n].length).map(n=>` ${Hn[n]}: ${e[n].length}.`).join("")}function Qu(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Rn(o,t)].push(o);return n}var cr=new WeakMap;function Ii(e){let t=Ja(e.jobId,w.value?.agencyName),n=[se(),...t].join();return cr.get(e)?.told!==n&&cr.set(e,{told:n,row:ef(e,t)}),cr.get(e).row}function ef(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:a}=e;return i`
    <div key=${n} class="row" role="listitem">
      <a href=${b(`/jobs/${n}`)}>
        ${Xe(e)&&i`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${ce(e)}</span>
        ${a?.address&&i`<span class="address" dir="auto">${a.address}</span>`}
        <span class="about">
          ${r&&i`<${vt}>${r}<//>`}
          ${s&&i`<span><span class="visually-hidden">Reported </span>${ts(s)}</span>`}
          ${o&&i`<span dir="auto">${o}</span>`}
          ${t.map(c=>i`<span key=${c} class="unsent"><${v} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Vn=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,Di=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function Ni(e){let t=new Map;for(let{date:a,amount:c}of e){let l=a?.slice(0,7);l&&t.set(l,Vn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(fr(o[0]));let r=o.map(a=>({month:a,amount:t.get(a)??0})),s=n.filter(a=>a<o[0]);return s.length?[{month:null,amount:Vn(s.map(a=>t.get(a)))},...r]:r}function Pi(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,Mi(t)],"Last month":[`${fr(t)}-01`,Mi(fr(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function fr(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function Mi(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var dr="Other dates";function ji({from:e,to:t,set:n}){let o=Pi(se()),r=Object.keys(o).find(l=>o[l].join()===[e,t].join()),s=y(!r),a=({target:l})=>{s.value=l.value===dr,s.value||n(...o[l.value])},c=e&&t&&e>t;return i`
    <form class="dates" onSubmit=${l=>l.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${s.value?dr:r} onChange=${a}>
          ${[...Object.keys(o),dr].map(l=>i`<option key=${l}>${l}</option>`)}
        </select>
      </div>
      ${s.value&&i`
        <${Ci} id="from" label="From" value=${e} isWrong=${c} onChange=${l=>n(l,t)} />
        <${Ci} id="to" label="To" value=${t} isWrong=${c} onChange=${l=>n(e,l)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Ci=({id:e,label:t,value:n,isWrong:o,onChange:r})=>i`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var tf=/^[=+\-@\t\r\n＝＋－＠]/u,nf=/[",\r\n]/;function Li(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(of).join(",")}\r
`).join("")}function of(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=tf.test(e)?`'${e}`:e;return nf.test(t)?`"${t.replaceAll('"','""')}"`:t}function Ri(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Ui({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>j(r.amount).length));return i`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${Bi}>Month<//><${Bi}>Amount<//></tr></thead>
        <tbody>${e.map(r=>i`<${rf} key=${r.month} ...${r} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var Bi=({children:e})=>i`<th scope="col"><span class="visually-hidden">${e}</span></th>`,rf=({month:e,amount:t,most:n})=>i`
  <tr>
    <th scope="row">${e?es(e):"Before"}</th>
    <td><span class="measured">${e&&i`<${sf} share=${t/n} />`}<b>${j(t)}</b></span></td>
  </tr>
`,sf=({share:e})=>i`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function Fi({statements:e,jobs:t,agency:n,isPending:o,...r}){let s=Zt(a=>i`
      <${af}
        key=${a.statementId} statement=${a} job=${t[a.jobId]} isPending=${o}
        invoice=${o&&lf(a,n)}
      />
    `,[t,n,o]);return i`<${Qe} of=${e} row=${s} ...${r} />`}function af({statement:e,job:t,isPending:n,invoice:o}){let{reference:r,description:s,amount:a,status:c,jobId:l}=e,[d,f]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],m=c||n&&"Not paid yet";return i`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${a===null?"":j(a)}</b>
      </p>
      <p class="about">
        ${m&&m!==f&&i`<${vt}>${m}<//>`}
        ${d&&i`<span>${f} <time datetime=${d}>${z(d)}</time></span>`}
        ${r&&i`<span dir="auto">${r}</span>`}
      </p>
      <${cf} statement=${e} />
      ${t&&i`<a class="reach" href=${b(`/jobs/${l}`)}><${v} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&i`<a class="reach" href=${o}><${v} name="invoice" />Send its invoice</a>`}
    </div>
  `}function cf({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${j(e)} in all`,t&&`${j(t)} of it VAT`,n&&`less ${j(n)} commission`].filter(Boolean);return o.length>1&&i`<p class="hint">${o.join(", ")}</p>`}function lf({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Fn(n)?null:n.invoice.link==="job_or_statement"?b("/invoice",{statement:e}):t&&b(`/jobs/${t}/invoice`,{statement:e})}var F=e=>t=>t[e],Wi=[["Statement",F("statementId")],["Date",F("date")],["Reference",F("reference")],["Description",F("description")],["Job",F("jobId")],["Net",F("net")],["VAT",F("vat")],["Gross",F("gross")],["Commission",F("commission")],["Amount",F("amount")],["Status",F("status")]],uf=[["Invoice",F("invoiceId")],["Date",F("invoiceDate")],["Number",F("invoiceNumber")],["Description",F("description")],["Job",F("jobId")],["Statement",F("statementId")],["Amount",F("amount")],["VAT",F("vat")],["Status",e=>e.item?ae(e.item,w.value?.agencyName):nr(e)],["Sent",F("submittedAt")],["Document",({document:e})=>e?.name]],et={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:Wi},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:uf},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...Wi,["Paid",F("paidAt")]]}};function mr(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=or(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var ff=4*ne,qi=new Map;function Hi({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:a,total:c,none:l,one:d,columns:f}=et[e],{query:m,back:p}=E.value,u=m.toString(),h=y(p&&qi.get(u)||ff),A=O("jobs").value.body?.jobs,g=K(()=>Object.fromEntries((A??[]).map(M=>[M.jobId,ce(M)])),[A]),$=Di(n,o),_=K(()=>t.filter(M=>$(s(M))),[t,n,o]),T=Vn(_.filter(a).map(M=>M.amount)),I=n||o;if(U(()=>{I&&W(_.length?`${Y(_.length,d)}, ${j(T)}`:"None for these dates")},[]),!_.length)return i`<p class="notice">${I?"There is none for these dates.":l}</p>`;let{agency:Ae,contractorId:Le}=fe.value,Ee=()=>Ri(`${Ae} ${Le} ${e} ${se()}.csv`,Li(f,_)),oe={jobs:g,most:h.value,onMore:()=>qi.set(u,h.value+=ne)};return i`
    <p class="total"><span>${c}</span> <b>${j(T)}</b></p>
    ${e==="paid"&&i`<${Ui} caption="Paid by month" rows=${Ni(_.map(M=>({...M,date:s(M)})))} />`}
    ${e==="invoices"?i`<${rr} invoices=${_} ...${oe} />`:i`<${Fi} statements=${_} agency=${r} isPending=${e==="pending"} ...${oe} />`}
    <button type="button" class="btn btn-secondary" onClick=${Ee}><${v} name="download" />Download as CSV</button>
  `}function Yi(){let e=O("agency").value,t=e.body?.offers??[],n={};for(let[r,{path:s,needs:a}]of Object.entries(et))n[r]=O(t.includes(a[0])?s:null).value;let o=Object.keys(et).filter(r=>et[r].needs.some(s=>t.includes(s)));return e.body?o.length?i`<${S} title="Money"><${df} tabs=${o} readings=${n} agency=${e.body} /><//>`:i`<${S} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:i`<${S} title="Money"><${Z} reading=${e} /><//>`}var Vi=()=>D.value??[];function df({tabs:e,readings:t,agency:n}){let{query:o}=E.value,[r,s,a]=["from","to","show"].map(m=>o.get(m)??""),c=e.includes(a)?a:e[0],l=t[c],d=mr(c,l,Vi()),f=(m,p,u)=>b("/money",{show:m,...p&&{from:p},...u&&{to:u}});return i`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>i`
          <a key=${m} href=${f(m,r,s)} aria-current=${m===c?"true":null}>
            ${et[m].title} <span class="number">${mr(m,t[m],Vi())?.length}</span>
          </a>
        `)}
    </nav>
    <${ji} key=${c} from=${r} to=${s} set=${(m,p)=>ge(f(c,m,p),{replace:!0})} />
    ${d&&i`<${Hi} key=${[c,r,s].join()} tab=${c} rows=${d} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&i`<${Z} reading=${l} />`}
    <${me} reading=${l} />
  `}var qt=6,mf=30,Ki=5,pf=`A code can be tried ${Ki} times. Please send another one.`;function Ji({asked:e,onAsked:t,onOther:n}){let[o,r,s]=[y(null),y(!1),H(null)],a=H(0),c=hf(e.at);le(()=>s.current.focus(),[]);let l=p=>{o.value=p,s.current.focus(),s.current.select()},d=async()=>{let p=Gi(s.current.value);if(p.length!==qt)return l(`The code has ${qt} digits.`);o.value=null,r.value=!0;let u=await Oa(e.email,p);if(r.value=!1,u.status!==201)return u.status===401&&(a.current+=1),l(a.current<Ki?ue(u):pf)},f=()=>{let p=Gi(s.current.value);p!==s.current.value&&(s.current.value=p),o.value=null,p.length===qt&&!r.value&&d()},m=async()=>{let p=await In(e.email);return p.status!==204?l(ue(p)):(W("Another code is on its way."),a.current=0,s.current.value="",s.current.focus(),t({...e,at:Date.now()}))};return i`
    <form onSubmit=${p=>(p.preventDefault(),d())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${qt} digits</label>
      <input
        id="code" ref=${s} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${o.value?"true":null} onInput=${f}
      />
      <p id="code-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary wide" disabled=${r.value}>${r.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${c>0} onClick=${m}>
        Send another code${c>0?` (in ${c} s)`:""}
      </button>
      <button class="btn btn-link" type="button" onClick=${n}>Use another address</button>
    </div>
  `}var Gi=e=>e.replace(/\D/g,"").slice(0,qt);function hf(e){let t=()=>Math.max(0,Math.ceil(mf-(Date.now()-e)/1e3)),n=y(t());return U(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var zi="Please enter a whole e-mail address, such as name@example.com.";function Zi({first:e,onAsked:t}){let[n,o,r]=[y(null),y(!1),H(null)];return i`
    <form onSubmit=${async a=>{a.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:zi,n.value){r.current.focus();return}o.value=!0;let l=await In(c);if(l.status===204){await t({email:c,at:Date.now()});return}o.value=!1,n.value=l.status===400?zi:ue(l),r.current.focus()}} noValidate>
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
  `}var vf="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",Xi=()=>i`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${v} name="mark" /></span>Contractor Portal</header>
    ${En.value?i`<${S} key="code" title="Enter your code" keepsFocus>
          <${Ji} asked=${En.value} onAsked=${ft} onOther=${()=>ft(null)} />
        <//>`:i`<${S} key="email" title="Sign in">
          ${Pe.value&&i`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${An.value&&i`<p class="problem" role="alert">${vf}</p>`}
          <${Zi} first=${Pe.value??""} onAsked=${ft} />
        <//>`}
  </div>
`;var $f={jobs:ur,job:Ei,invoice:ar,statement:ar,money:Yi,contacts:Ya,account:Ra,outbox:Ha};function ec(){if(ze.value)return i`<${Qi}>Signing out …<//>`;if(k.value===void 0)return i`<${Qi}>Opening …<//>`;if(k.value===null)return i`<${Xi} />`;if(w.value===null)return i`<${Va} />`;let{screen:e,id:t,path:n}=E.value,o=$f[e]??ur,r=V(w.value);return i`<${Xo} key=${r}><${o} key=${n} id=${t} /></${Xo}>`}var Qi=({children:e})=>i`<main class="screen"><p class="loading" role="status">${e}</p></main>`;function tc(){J(()=>{if(fe.value)for(let[e,t]of _f(D.value??[]))Pa(e,t)})}function _f(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let a=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of a)t.set(c,Math.max(t.get(c)??0,o))}return t}var gf=["checking","review","done","refused","unknown"];function nc(){let e=new Map;J(()=>{let t=D.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&gf.includes(n.state)&&W(`${Ve(n)}: ${ae(n,w.peek()?.agencyName)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}var Yn=null,oc=[];function rc(){document.addEventListener("focusin",({target:t})=>{Yn=t,oc=[...xf(t)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(wf).observe(document.getElementById("app"),e)}function wf(){let e=![document.body,Yn].includes(document.activeElement);!Yn||e||Sf(Yn)||kf(oc.find(t=>t.isConnected)??document.querySelector("h1"))}var Sf=e=>e.isConnected&&!e.disabled&&!e.hidden;function*xf(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function kf(e){e&&(e.hasAttribute("tabindex")||(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0})),e.focus({preventScroll:!0}))}rs();Ta();_a();nc();tc();rc();Tn();J(()=>{let e=fe.value;e?(ns(V(e)),Ro(e)):la(xa.value)});kr(i`<${ec} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
