(()=>{var k,$r,Zn,Me,Jn,zt,_r,Kt,yr,Xn,zn,ic,gt=Symbol.for("pv"),Zt={},Xt=[],cc=/^m(i|n|o|s|text|space)$/,Qn=Array.isArray,eo=Xt.slice,Fe=Object.assign;function Ue(e){e&&e.parentNode&&e.remove()}function Qt(e,t,n){var o,r,s,a={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:a[s]=t[s];return c>2&&(a.children=c>3?eo.call(arguments,2):n),yt(e,a,o,r,null)}function yt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:gt,__v:r||++$r,__i:-1,__u:0};return!r&&k.vnode&&k.vnode(s),s}function We(e){return e.children}function nt(e,t){this.props=e,this.context=t,this.__g=0}function De(e,t){if(t==null)return e.__&&De(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:De(e)}function lc(e){var t,n=e.__v,o=n.__e,r=[],s=[],a=e.__P;a&&((t=Fe({constructor:gt},n)).__v=n.__v+1,k.vnode&&k.vnode(t),to(a,t,n,e.__n,a.namespaceURI,32&n.__u?[o]:null,r,o||De(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,kr(r,t,s),n.__=n.__e=null,t.__e!=o&&gr(t))}function gr(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),gr(e)}function hr(e){(8&e.__g||(e.__g|=8,Me.push(e),zt++))&&Jn==k.debounceRendering||((Jn=k.debounceRendering)||queueMicrotask)(br)}function br(){try{for(var e,t=1;Me.length;)Me.length>t&&Me.sort(_r),e=Me.shift(),t=Me.length,8&e.__g&&lc(e)}finally{(zt=Me.length)&&(Jn||queueMicrotask)(br)}}function wr(e,t,n,o,r,s,a,c,l,d,u){var m,p,f,h,A,g,$=o.__k||Xt,_=t.length;for(l=uc(n,t,$,l,_),m=0;m<_;m++)(f=n.__k[m])!=null&&(p=~f.__i&&$[f.__i]||Zt,f.__i=m,g=to(e,f,p,r,s,a,c,l,d,u),h=f.__e,(p.ref!=f.ref||8&p.__u)&&(p.ref&&no(p.ref,null,f,p),f.ref&&u.push(f.ref,f.__c||h,f)),A=A||h,4&f.__u?(l=Sr(f,l,e,!p.__v),p.__e&&(p.__e=null)):typeof f.type=="function"&&g!==void 0?l=g:h&&(l=h.nextSibling),f.__u&=-21);return n.__e=A,l}function uc(e,t,n,o,r){var s,a,c,l,d,u,m,p,f,h=n.length,A=h,g=0,$=0,_=e.__k=Array(r);for(s=0;s<r;s++)(a=t[s])!=null&&typeof a!="boolean"&&typeof a!="function"?(typeof a!="object"||a.constructor===String?a=_[s]=yt(null,a):Qn(a)?a=_[s]=yt(We,{children:a}):a.constructor===gt&&a.__b?a=_[s]=yt(a.type,a.props,a.key,a.ref,a.__v):_[s]=a,l=s+g,a.__=e,a.__b=e.__b+1,c=null,~(d=a.__i=fc(a,n,l,A))&&(A--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(a.__u|=16,d==l-1?g--:d==l+1?g++:d!=l&&(d>l?g--:g++,$=1)):(~d||(r>h?g--:r<h&&g++),typeof a.type!="function"&&(a.__u|=4))):_[s]=null;if($){for(u=[],m=[],s=0;s<r;s++)if((a=_[s])&&16&a.__u){for(g=0,p=u.length;g<p;)u[f=g+p>>1]<a.__i?g=f+1:p=f;u[g]=a.__i,m[s]=g+1}for(g=u.length;s--;)m[s]&&(m[s]==g?g--:_[s].__u|=4)}if(A)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=De(c)),oo(c,c));return o}function Sr(e,t,n,o){var r,s,a,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=Sr(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=De(e))&&!t.parentNode&&(t=null),a=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(a!=c&&(!o&&n.moveBefore&&a.parentNode?n.moveBefore(a,t):n.insertBefore(a,t||null)),t=a;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function fc(e,t,n,o){var r,s=e.key,a=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&a==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&a==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&a==c.type)return r}return-1}function vr(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Gt(e,t,n,o,r){var s,a;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||vr(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||vr(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(a=zn[t]||(zn[t]=dc(t)),(e.__a||(e.__a={}))[t]=Xn,s=t!=(t=t.replace(yr,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,a,s):e.removeEventListener(t,a,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function dc(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Kt]==null)t[Kt]=Xn++;else if(t[Kt]<this.__a[e])return;return n(k.event?k.event(t):t)}}}function to(e,t,n,o,r,s,a,c,l,d){var u,m,p,f,h,A,g,$,_,T,I,Te,Re,Ie,oe,M,me,Be,ge=t.type;if(t.constructor!==gt)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,m=s=[],u.nodeType==8?c=Jt(u,s):s.push(u),c=s[0]||c),(u=k.__b)&&u(t);e:if(typeof ge=="function"){p=a.length;try{if($=t.props,_=(u=ge.prototype)&&u.render,T=(u=ge.contextType)&&o[u.__c],I=u?T?T.props.value:u.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):(_?t.__c=f=new ge($,I):(t.__c=f=new nt($,I),f.constructor=ge,f.render=pc),T&&T.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),_&&(f.__s||(f.__s=f.state),ge.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=Fe({},f.__s)),Fe(f.__s,ge.getDerivedStateFromProps($,f.__s)))),h=f.props,A=f.state,f.__v=t,n.__c){if($!==h&&_&&!ge.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps($,I),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate($,f.__s,I)===!1){t.__v!=n.__v&&(f.props=$,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(re){re&&(re.__=t)}),Xt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&a.push(f),c=De(n);break e}f.componentWillUpdate&&f.componentWillUpdate($,f.__s,I),_&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate(h,A,g)})}else _&&!ge.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),_&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=I,f.props=$,f.__P=e,f.__g&=-5,Te=k.__r,Re=_?25:0;do f.__g&=-9,Te&&Te(t),u=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++Re<25);_&&(Xt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=Fe({},o,f.getChildContext())),_&&n.__c&&f.getSnapshotBeforeUpdate&&(g=f.getSnapshotBeforeUpdate(h,A)),Ie=u&&u.type===We&&u.key==null?u.props.children:u,$.__P&&(u=c,r=(e=$.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(re){re&&oo(re,re)}),n.__k=null),c=n.__k?De(n,0):null),c=wr(e,Qn(Ie)?Ie:[Ie],t,n,o,r,s,a,c,l,d),$.__P&&(t.__e=null,c=u),t.__u&=-161,m&&m.some(Ue),f.__h.length&&a.push(f),1&f.__g&&(f.__g&=-4)}catch(re){if(a.length=p,t.__v=null,l||s)if(re&&re.then){if(t.__u|=128|l,s){for(~(me=s.indexOf(c||void 0))||(me=s.length);(Be=s[me-1])&&Be.nodeType==8;)me--;for(;me<s.length;me++)if(Be=s[me])if(s[me]=null,oe){if(Be==M)break}else{if(Be.nodeType!=8)break;Be.data.startsWith("$s")&&(M=Jt(oe=Be))}}if(!oe){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;oe=c}(u=Jt(oe=t.__c.__z||(t.__c.__z=oe)))?(t.__e=oe,c=u):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Ue);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),re&&re.then||xr(t),k.__e(re,t,n)}}else c=t.__e=mc(n.__e,t,n,o,r,s,a,l,d,e);return(u=k.diffed)&&u(t),c}function Jt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function xr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(xr))}function kr(e,t,n){for(var o=0;o<n.length;)no(n[o++],n[o++],n[o++]);k.__c&&k.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){k.__e(s,r.__v)}})}function mc(e,t,n,o,r,s,a,c,l,d){var u,m,p,f,h,A,g,$,_=n.props||Zt,T=t.props,I=t.type;if(I=="svg"?r="http://www.w3.org/2000/svg":I=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(u=0;u<s.length;u++)if((h=s[u])&&(I?h.localName==I:h.nodeType==3)){e=h,s[u]=null;break}}if(!e){if($=d.ownerDocument||document,!I)return $.createTextNode(T);e=$.createElementNS(r,I,T.is?T:d),c&&(k.__m&&k.__m(t,s),c=!1),s=null}if(I){if(d=I=="template"&&e.content||e,s=I=="textarea"&&T.defaultValue!=null?null:s&&eo.call(d.childNodes),!c&&s)for(_={},u=0;u<e.attributes.length;u++)_[(h=e.attributes[u]).name]=h.value;for(u in _)h=_[u],u=="dangerouslySetInnerHTML"?p=h:u=="children"||u in T||u=="value"&&"defaultValue"in T||u=="checked"&&"defaultChecked"in T||Gt(e,u,null,h,r);for(u in T)h=T[u],u=="children"?f=h:u=="dangerouslySetInnerHTML"?m=h:u=="value"?A=h:u=="checked"?g=h:c&&typeof h!="function"||_[u]===h||Gt(e,u,h,_[u],r);m?(c||p&&(m.__html==p.__html||m.__html==e.innerHTML)||(e.innerHTML=m.__html),t.__k=[]):(p&&(e.textContent=""),(I=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&cc.test(I))&&(r="http://www.w3.org/1999/xhtml"),wr(d,Qn(f)?f:[f],t,n,o,r,s,a,s?s[0]:n.__k&&De(n,0),c,l),s&&s.some(Ue)),c&&I!="textarea"||(u="value",I=="progress"&&A==null?e.removeAttribute(u):A==null||A===e[u]&&(I!="progress"||A)||Gt(e,u,A,_[u],r),u="checked",g!=null&&g!=e[u]&&Gt(e,u,g,_[u],r))}else _===T||c&&e.data==T||(e.data=T);return e}function no(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){k.__e(r,n)}}function oo(e,t,n){var o,r,s,a;if(k.unmount&&k.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||no(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){k.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(a=0;a<o.length;a++)o[a]&&oo(o[a],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Jt(o,s=[]))&&(o==e.__e&&s.some(Ue),Ue(r),Ue(o)),n||Ue(e.__e),e.__e=e.__c=e.__=null}function pc(e,t,n){return this.constructor(e,n)}function Or(e,t){var n,o,r,s;k.__&&k.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=yt(We,{children:[e]}),r=[],s=[],to(t,t.__k,o||Zt,Zt,t.namespaceURI,o?null:t.firstChild?eo.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),kr(r,t.__k,s),t.__k.props.children=null}k={__e:function(e,t,n,o){for(var r,s,a;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((a=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),a=1),a&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw zt=0,e}},$r=0,Zn=function(e){return e!=null&&e.constructor===gt},nt.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Fe({},this.state)),typeof e=="function"&&(e=e(Fe({},n),this.props)),e&&(Fe(n,e),this.__v&&(t&&this.__k.push(t),hr(this)))},nt.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),hr(this))},nt.prototype.render=We,Me=[],zt=0,_r=function(e,t){return e.__v.__b-t.__v.__b},Kt=Symbol(),yr=/(PointerCapture)$|Capture$/i,Xn=0,zn={},ic=0;var He,B,ro,Ar,so=Object.is,wt=0,jr=[],ao=[],R=k,Er=R.__b,Tr=R.__r,Ir=R.diffed,Mr=R.__c,Dr=R.unmount,Nr=R.__;function St(e,t){R.__h&&R.__h(B,e,wt||t),wt=0;var n=B.__H||(B.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function qe(e){return wt=1,hc(Rr,e)}function hc(e,t,n){var o=St(He++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Rr(void 0,t),function(s){var a=(o.__N||o.__)[0],c=o.t(a,s);so(a,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=B,!B.__f)){B.__f=!0;var r=B.shouldComponentUpdate;B.shouldComponentUpdate=function(s,a,c){var l=this.__H;if(!l)return!0;var d=!1,u=this.props!=s;if(l.__.some(function(p){p.__N&&(d=!0,so(p.__[0],p.__N[0])||(u=!0))}),r){var m=r.call(this,s,a,c);return d?m||u:m}return!d||u}}return o.__}function U(e,t){var n=St(He++,3);!R.__s&&co(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,B.__H.__h.push(n))}function le(e,t){var n=St(He++,4);!R.__s&&co(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,B.__h.push(n))}function q(e){return wt=5,K(function(){return{current:e}},[])}function K(e,t){var n=St(He++,7);return co(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function en(e,t){return wt=8,K(function(){return e},t)}function Lr(){var e=St(He++,11);if(!e.__){for(var t=B.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function vc(){var e;do{for(;e=ao.shift();)try{bt(e)}catch(n){R.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=jr.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(bt),t.__h.some(io),t.__h=[]}catch(n){t.__h=[],R.__e(n,e.__v)}}}while(ao.length)}R.__b=function(e){B=null,Er&&Er(e)},R.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Nr&&Nr(e,t)},R.__r=function(e){Tr&&Tr(e),He=0;var t=(B=e.__c).__H;t&&(ro==B?B.__h=[]:(t.__h.some(bt),t.__h.some(io),He=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),ro=B},R.diffed=function(e){Ir&&Ir(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Cr(jr.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),ro=B=null},R.__c=function(e,t){t.some(function(n){try{n.__h.some(bt),n.__h=n.__h.filter(function(o){return!o.__||io(o)})}catch(o){n.__h=[function(){throw o}]}}),Mr&&Mr(e,t)},R.unmount=function(e){Dr&&Dr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Cr(ao.push(r))}else bt(r)}catch(s){t=s}}),o.__H=void 0,t&&R.__e(t,o.__v))};var Pr=typeof requestAnimationFrame=="function";function $c(e){var t,n=function(){clearTimeout(o),Pr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Pr&&(t=requestAnimationFrame(n))}function Cr(e){e!=1&&Ar==R.requestAnimationFrame||((Ar=R.requestAnimationFrame)||$c)(vc)}function bt(e){var t=B,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),B=t}function io(e){var t=B;e.__c=e.__(),B=t}function co(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!so(n,e[o])})}function Rr(e,t){return typeof t=="function"?t(e):t}var _c=Symbol.for("preact-signals");function rn(){if(be>1)be--;else{var e,t=!1;for((function(){var r=nn;for(nn=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var a=s.t;a!==void 0;a=a.x)a.i===r.i&&(a.i=s.i);r=r.o}})();kt!==void 0;){var n=kt;for(kt=void 0,tn++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Ur(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(tn=0,be--,t)throw e}}function uo(e){if(be>0)return e();lo=++yc,be++;try{return e()}finally{rn()}}var xt,N=void 0;function Ot(e){var t=N,n=xt;N=void 0,xt=void 0;try{return e()}finally{N=t,xt=n}}var kt=void 0,be=0,tn=0,yc=0,lo=0,nn=void 0,on=0;function Br(e){if(N!==void 0){var t=e.n;if(t===void 0||t.t!==N)return t={i:0,S:e,p:N.s,n:void 0,t:N,e:void 0,x:void 0,r:t},N.s!==void 0&&(N.s.n=t),N.s=t,e.n=t,32&N.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=N.s,t.n=void 0,N.s.n=t,N.s=t),t}}function H(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}H.prototype.brand=_c;H.prototype.h=function(){return!0};H.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:Ot(function(){var o;(o=t.W)==null||o.call(t)}))};H.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&Ot(function(){var r;(r=t.Z)==null||r.call(t)}))}};H.prototype.subscribe=function(e){var t=this;return J(function(){var n=t.value;Ot(function(){return e(n)})},{name:"sub"})};H.prototype.valueOf=function(){return this.value};H.prototype.toString=function(){return this.value+""};H.prototype.toJSON=function(){return this.value};H.prototype.peek=function(){var e=this;return Ot(function(){return e.value})};Object.defineProperty(H.prototype,"value",{get:function(){var e=Br(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(tn>100)throw new Error("Cycle detected");(function(n){be!==0&&tn===0&&n.l!==lo&&(n.l=lo,nn={S:n,v:n.v,i:n.i,o:nn})})(this),this.v=e,this.i++,on++,be++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{rn()}}}});function C(e,t){return new H(e,t)}function Ur(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Fr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Wr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Ve(e,t){H.call(this,void 0,t),this.x=e,this.s=void 0,this.g=on-1,this.f=4}Ve.prototype=new H;Ve.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===on))return!0;if(this.g=on,this.f|=1,this.i>0&&!Ur(this))return this.f&=-2,!0;var e=N;try{Fr(this),N=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return N=e,Wr(this),this.f&=-2,!0};Ve.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}H.prototype.S.call(this,e)};Ve.prototype.U=function(e){if(this.t!==void 0&&(H.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Ve.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Ve.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Br(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function pe(e,t){return new Ve(e,t)}function Hr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){be++;var n=N;N=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,fo(e),o}finally{N=n,rn()}}}function fo(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Hr(e)}function gc(e){if(N!==this)throw new Error("Out-of-order effect");Wr(this),N=e,this.f&=-2;try{8&this.f&&fo(this)}finally{rn()}}function ot(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,xt&&xt.push(this)}ot.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};ot.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Hr(this),Fr(this),be++;var e=N;return N=this,gc.bind(this,e)};ot.prototype.N=function(){2&this.f||(this.f|=2,this.u=kt,kt=this)};ot.prototype.d=function(){this.f|=8,1&this.f||fo(this)};ot.prototype.dispose=function(){this.d()};function J(e,t){var n=new ot(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var qr,an,sn,bc=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Vr=[];J(function(){qr=this.N})();function rt(e,t){k[e]=t.bind(null,k[e]||function(){})}function At(e){if(sn){var t=sn;sn=void 0,t()}sn=e&&e.S()}function Yr(e){var t=this,n=e.data,o=y(n);o.name="ReactiveDom",o.value=n;var r=K(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var d=pe(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),u=pe(function(){return!Array.isArray(d.value)&&!Zn(d.value)}),m=J(function(){if(this.N=Gr,u.value){var f=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),p=t.__$u.d;return t.__$u.d=function(){m(),p.call(this)},[u,d]},[]),s=r[0],a=r[1];return s.value?a.peek():a.value}Yr.displayName="ReactiveTextNode";Object.defineProperties(H.prototype,{constructor:{configurable:!0,value:Qt(We,null).constructor},type:{configurable:!0,value:Yr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});rt("__b",function(e,t){if(At(),an=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof H&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});rt("__r",function(e,t){if(e(t),t.type!==We){At();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var a;return J(function(){a=this},{name:s}),a.c=r,a})((function(r){return function(){var s;bc&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),an=o,At(n)}});rt("__e",function(e,t,n,o){At(),an=void 0,e(t,n,o)});rt("diffed",function(e,t){At(),an=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var a in s){var c=s[a];c===void 0||o&&a in o||(c.d(),s[a]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var d=s[l],u=o[l];d===void 0?(d=wc(n,l,u,r),s[l]=d):d.o(u,r)}}}e(t)});function wc(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=C(n);return{o:function(a,c){s.value=a,o=c},d:J(function(){this.N=Gr;var a=s.value.value;o[t]!==a&&(o[t]=a,r?e[t]=a:a!=null&&(a!==!1||t[4]==="-")?e.setAttribute(t,a):e.removeAttribute(t))})}}rt("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var a=t.__np;if(a){var c=t.props;for(var l in a)c[l]=a[l]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var u=d.__$u;u&&(d.__$u=void 0,u.d())}}e(t)});rt("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});nt.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var a in e)if(a!=="__source"&&e[a]!==this.props[a])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function y(e,t){return K(function(){return C(e,t)},[])}var Sc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function xc(){uo(function(){for(var e;e=Vr.shift();)qr.call(e)})}function Gr(){Vr.push(this)===1&&(k.requestAnimationFrame||Sc)(xc)}var Jr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var a=t[s++],c=t[s]?(t[0]|=a?1:2,n[t[s++]]):t[++s];a===3?o[0]=c:a===4?o[1]=Object.assign(o[1]||{},c):a===5?(o[1]=o[1]||{})[t[++s]]=c:a===6?o[1][t[++s]]+=c+"":a?(r=e.apply(c,Jr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Kr=new Map;function zr(e){var t=Kr.get(this);return t||(t=new Map,Kr.set(this,t)),(t=Jr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,a="",c="",l=[0],d=function(p){s===1&&(p||(a=a.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,p,a):s===3&&(p||a)?(l.push(3,p,a),s=2):s===2&&a==="..."&&p?l.push(4,p,0):s===2&&a&&!p?l.push(5,0,!0,a):s>=5&&((a||!p&&s===5)&&(l.push(s,0,a,r),s=6),p&&(l.push(s,p,0,r),s=6)),a=""},u=0;u<n.length;u++){u&&(s===1&&d(),d(u));for(var m=0;m<n[u].length;m++)o=n[u][m],s===1?o==="<"?(d(),l=[l],s=3):a+=o:s===4?a==="--"&&o===">"?(s=1,a=""):a=o+a[0]:c?o===c?c="":a+=o:o==='"'||o==="'"?c=o:o===">"?(d(),s=1):s&&(o==="="?(s=5,r=a,a=""):o==="/"&&(s<5||n[u][m+1]===">")?(d(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),s=2):a+=o),s===3&&a==="!--"&&(s=4,l=l[0])}return d(),l})(e)),t),arguments,[])).length>1?t:t[0]}var i=zr.bind(Qt);var Qr="Europe/London",mo=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Qr,...e}),es=mo({day:"numeric",month:"long",year:"numeric"}),kc=mo({month:"short",year:"numeric"}),Zr=mo({hour:"2-digit",minute:"2-digit"}),cn=new Intl.DateTimeFormat("sv-SE",{timeZone:Qr}),Oc=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),Ac=864e5,se=(e=new Date)=>cn.format(e),z=e=>es.format(new Date(e)),ts=e=>kc.format(new Date(`${e}-01`));function Ne(e,t=new Date){let n=new Date(e);return cn.format(n)===cn.format(t)?Zr.format(n):`${es.format(n)}, ${Zr.format(n)}`}var j=e=>Oc.format(e),V=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function ns(e,t=new Date){let n=Math.round((Xr(t)-Xr(new Date(e)))/Ac);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Xr=e=>Date.parse(cn.format(e)),ln=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function he({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${Ne(e)}`;return i`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function Z({reading:{busy:e,problem:t}}){return t?i`<p class="notice" role="alert">${t}</p>`:e?i`<p class="loading" role="status">Loading …</p>`:null}var po="([A-Za-z0-9_-]{1,64})",ho=new RegExp(`^${po}$`),Ec={"/":"jobs","/jobs":"jobs",[`/jobs/${po}`]:"job",[`/jobs/${po}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},Tc=Object.entries(Ec).map(([e,t])=>[new RegExp(`^${e}$`),t]);function un(e){for(let[t,n]of Tc){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var E=C(vo());function vo(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...un(location.pathname)??un("/"),path:location.pathname,account:ho.test(n)&&ho.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function b(e,t={},n=E.value.account){let[o,r]=n?.split("/")??[],s=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return s?`${e}?${s}`:e}function os(e){E.value.account||we(b(E.value.path,Object.fromEntries(E.value.query),e),{replace:!0})}function we(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:Ic(n)},""),history.pushState(null,"",e)),E.value=vo()}var fn=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function Ic(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return o?{href:r,at:fn(r,t).indexOf(o),top:o.getBoundingClientRect().top}:null}function rs(){let{y:e,mark:t}=E.value;scrollTo(0,e);let n=t&&fn(t.href,document.querySelector("main"))[t.at];if(!n)return;let o=()=>scrollBy(0,n.getBoundingClientRect().top-t.top);o(),requestAnimationFrame(()=>requestAnimationFrame(o))}function ss(){history.scrollRestoration="manual",addEventListener("popstate",()=>{E.value=vo(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!un(t.pathname)||(e.preventDefault(),we(t.href,{replace:t.href===location.href,link:t}))})}var Dc={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},v=({name:e})=>i`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${Dc[e]} /></svg>
`;var Nc="Contractor Portal",as=!0;function x({title:e,back:t,keepsFocus:n=!1,children:o}){let r=q(null);return le(()=>{as||(n||r.current.focus({preventScroll:!0}),rs()),as=!1},[]),le(()=>{document.title=`${e} – ${Nc}`},[e]),i`
    <main id="main" class="screen">
      ${t&&i`<a class="back" href=${b(t.path)}><${v} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var is="application/json",cs=()=>{};function ls(e){cs=e}async function X(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let a=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!a&&c.set("Content-Type",is);let l=performance.now();try{let d=await fetch(`/api/${e}`,{method:t,headers:c,body:a||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:u,headers:m}=d,f=m.get("Content-Type")?.startsWith(is)??!1?await d.json().catch(()=>null):null;return Pc(u,f,m)?(u===401&&cs(l),{status:u,body:f,headers:m,offline:!1}):u===413?Cc():$o()}catch{return $o()}}function Pc(e,t,n){return n.get("X-Request-ID")?e>=400?typeof t?.error=="string":t!==null||e===204||e===304:!1}var Cc=()=>({...$o(),status:413,offline:!1}),$o=()=>({status:0,body:null,headers:new Headers,offline:!0}),jc="The portal cannot be reached just now. Please check your connection and try again.",ue=({offline:e,body:t})=>e?jc:t?.error??"Something went wrong. Please try again in a minute.";var go=(e,t)=>t.some(n=>e instanceof n),us,fs;function Lc(){return us||(us=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Rc(){return fs||(fs=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var bo=new WeakMap,_o=new WeakMap,dn=new WeakMap;function Bc(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",a)},s=()=>{n(ve(e.result)),r()},a=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",a)});return dn.set(t,e),t}function Uc(e){if(bo.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",a),e.removeEventListener("abort",a)},s=()=>{n(),r()},a=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",a),e.addEventListener("abort",a)});bo.set(e,t)}var wo={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return bo.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return ve(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function hs(e){wo=e(wo)}function Fc(e){return Rc().includes(e)?function(...t){return e.apply(st(this),t),ve(this.request)}:function(...t){return ve(e.apply(st(this),t))}}function Wc(e){return typeof e=="function"?Fc(e):(e instanceof IDBTransaction&&Uc(e),go(e,Lc())?new Proxy(e,wo):e)}function ve(e){if(e instanceof IDBRequest)return Bc(e);if(_o.has(e))return _o.get(e);let t=Wc(e);return Object.is(t,e)||(_o.set(e,t),dn.set(t,e)),t}var st=e=>dn.get(e);function vs(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let a=indexedDB.open(e,t),c=ve(a);return o&&a.addEventListener("upgradeneeded",l=>{o(ve(a.result),l.oldVersion,l.newVersion,ve(a.transaction),l)}),n&&a.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",d=>r(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function $s(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),ve(n).then(()=>{})}var Hc=["get","getKey","getAll","getAllKeys","count"],qc=["put","add","delete","clear"],yo={};function ds(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(yo[t])return yo[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=qc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||Hc.includes(n)))return;let s=async function(a,...c){let l=this.transaction(a,r?"readwrite":"readonly"),d=l.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),r&&l.done]))[0]};return yo[t]=s}hs(e=>({...e,get:(t,n,o)=>ds(t,n)||e.get(t,n,o),has:(t,n)=>!!ds(t,n)||e.has(t,n)}));var Vc=["advance","continue","continuePrimaryKey"],ms={},So=new WeakMap,_s=new WeakMap,Yc={get(e,t){if(!Vc.includes(t))return e[t];let n=ms[t];return n||(n=ms[t]=function(...o){So.set(this,_s.get(this)[t](...o))}),n}};async function*Gc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Yc);for(_s.set(n,t),dn.set(n,st(t));t;)yield n,t=await(So.get(n)||t.continue()),So.delete(n)}function ps(e,t){return t===Symbol.asyncIterator&&go(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&go(e,[IDBIndex,IDBObjectStore])}hs(e=>({...e,get(t,n,o){return ps(t,n)?Gc:e.get(t,n,o)},has(t,n){return ps(t,n)||e.has(t,n)}}));var mn=new Set,ys=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){ys=mn.size>0;for(let t of mn)Et(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&ys&&location.reload()});function gs(e){let t=st(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return xo(o),o}}function xo(e){let t=st(e)??e;mn.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>mn.delete(t));ve(t).done.catch(()=>{})}function Et(e){try{e.abort()}catch{}}async function $e(e,t){let n=0,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}var Kc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...a}=r.value;o.put({...a,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],Jc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",held:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},Se=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=Jc[t]}},bs=["InvalidStateError","UnknownError"],zc="portal:",Zc=1e4,hn=1e4,pn=3e3,Pe=new Map,vn=new Set,Oo=!1,Q=({agency:e,contractorId:t,email:n})=>`${zc}${e}/${t} ${n}`;function Xc(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function ws(){return(indexedDB.databases?await _e(()=>$e(hn,indexedDB.databases())):[...Pe.keys()].map(t=>({name:t}))).map(({name:t})=>Xc(t)).filter(Boolean)}var Ss=()=>{Oo=!0},Ao=e=>vn.delete(e);async function ko(e,t=Kc){if(vn.has(e))throw new Se("gone");if(!Pe.has(e)){let n=Qc(e,t);Pe.set(e,n),n.catch(()=>Pe.delete(e))}return _e(()=>$e(Zc,Pe.get(e)))}var Qc=(e,t)=>_e(async()=>{let n=await vs(e,t.length,{upgrade(o,r,s,a){xo(a),el(t.slice(r),o,a)},blocking(o,r){r===null&&vn.add(e),Eo(e)},terminated:()=>Pe.delete(e)});return gs(n),n});async function el(e,t,n){try{for(let o of e)await o(t,n)}catch{Et(n)}}async function Eo(e){let t=Pe.get(e);Pe.delete(e),(await t?.catch(()=>null))?.close()}async function xs(e){let t=$e(pn,tl(e)).then(()=>!0,()=>!1);vn.add(e);let n=await t;Eo(e);try{await _e(()=>$e(pn,$s(e)))}catch(o){if(!n)throw o}}async function tl(e){let t=await ko(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var ee=(e,t,n)=>_e(async()=>{let o=await nl(e,t,n);return Oo=!0,o}),xe=(e,t,n)=>_e(()=>$e(hn,ee(e,t,n)));async function nl(e,t,n){try{return await t(await ko(e,n))}catch(o){if(!bs.includes((o.cause??o).name))throw o;return await Eo(e),t(await ko(e,n))}}async function _e(e){try{return await e()}catch(t){throw t instanceof Se?t:new Se(ol(t),t)}}function ol(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"held":["SecurityError",...bs].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?Oo?"lost":"closed":"broken"}var rl={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},sl="May have arrived",al="With the portal",Es={expired:"Not delivered",abandoned:"Not delivered"},il=["rejected","expired","abandoned"],_n=1e4,cl=144*36e5,Ts=2e3,Is=3e5,Io=6e4,ll=600,ul=36e5,fl=6e5,dl=24*36e5,ml=1e4,pl=/^document: /,hl=[400,404,405,413,415,422],Ms="It may have arrived. It is sent again, and the portal knows it for the same.",vl="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",ks="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",$l=" If that does not help, attach the PDF again.",_l="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Ds="It may have arrived a week ago. Please look at the job: if it is not there, send it again.";function ae(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:fe(e)?al:ct(e)?sl:n==="refused"&&Es[o]||rl[n]}function Ns(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?ae(e,t):`${ae(e,t)}${Es[o]?":":", because:"} ${r}`}var Ps=(e,t)=>e.state==="refused"||e.sentence?.startsWith(ae(e,t))?null:e.sentence,Ye=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],L=({state:e})=>e!=="done",te=({state:e})=>["checking","review"].includes(e),fe=({state:e,promised:t})=>e==="checking"&&!!t,it=e=>L(e)&&!te(e),ke=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Cs=(e,t)=>ke(e)?{heldUntil:t+fl}:void 0,Tt=e=>e.state!=="sending"&&!te(e),yn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,ct=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,G=({state:e})=>["refused","unknown"].includes(e),js=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...gn({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+_n:0}),gn=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...yl}),yl={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,result:null};function Ls(e,t){return Rs(e).filter(n=>To(n)<=t||To(n)>t+dl).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function Mo(e){let t=Rs(e).map(To);return t.length?Math.min(...t):null}var To=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Rs(e){let t=new Set;return e.filter(n=>{if(te(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Bs(e,t){return Fs(e,t)?Do(Ds):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Us(e,t,n=Math.random){if(Fs(e,t))return Do(Ds);let o=ke(e)?ks+$l:ks;return at(e,null,t,n,{sentence:o,asks:"document"},Io)}var Fs=({sentAt:e},t)=>e!==null&&t-e>cl,Ws=()=>({state:"waiting",sentence:Ms,nextAt:0});function Hs(e,t,n,o=Math.random){let{status:r,body:s,headers:a,offline:c}=t,l={sentAt:e.sentAt??n},d=s?.error?.replace(pl,"")??null;if(c)return at(e,null,n,o,{...l,sentence:Ms},Io);if(r===413&&!s)return at(e,ll,n,o,{sentAt:e.sentAt,sentence:vl,asks:"size"},ul);let u=a.get("Submission-State"),m=a.get("Retry-After");return r===200||r===201?Vs(e,s,n):r===202?Os(s.state,s.submissionId,s.message,n):u==="rejected"?$n(d,{ended:u}):r===409&&m?at(e,m,n,o,{...l,sentence:d},ml):a.get("Location")?Os(u,a.get("Location").split("/").at(-1),d,n):u==="not-sent"?at(e,m,n,o,{sentAt:null,sentence:d}):r===409?$n(d,{asks:e.kind==="invoice"?"duplicate":null}):hl.includes(r)?$n(d):at(e,m,n,o,{...r>=500?l:{sentAt:e.sentAt},sentence:d})}function qs(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?Do(_l):o||t!==200?As(e,e,r,s):n.state==="confirmed"?Vs(e,n.result,r):il.includes(n.state)?$n(n.message,{ended:n.state}):As(e,{...Ys(n.state),sentence:n.message},r,s)}var Vs=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?gl(t):t}),gl=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},$n=(e,{asks:t=null,ended:n=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,sentAt:null}),Do=e=>({state:"unknown",sentence:e,asks:null}),Ys=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e)}),Os=(e,t,n,o)=>({...Ys(e),submissionId:t,sentence:n,tries:0,nextAt:o+Ts});function at(e,t,n,o,r,s=Is){let a=Math.max(Number(t)*1e3||0,bn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+a}}function As({tries:e},{state:t,promised:n,sentence:o},r,s){let a=t==="review"?Is:Io;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+bn(e,a,s)}}var bn=(e,t,n=Math.random)=>Math.min(t,Ts*2**Math.min(e,20))*(.5+n()/2);var Ks="portal-outbox",bl={durability:"strict"},Gs=["outbox","documents","blobs"],lt=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ge=class{constructor(t){this.owner=t,this.name=Q(t)}all(){return xe(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let a=await r.add(t);return n&&await s.put({id:a,bytes:n}),{...t,id:a}});return wn(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:a,blobs:c})=>{let l=await s.get(t),d=l&&n(l);if(d===void 0)return;let u=d&&{...l,...d},m=Js(u);return await Promise.all([u?s.put(u):s.delete(t),m?o&&a.put({id:t,bytes:o}):a.delete(t),(o||!m)&&c.delete(t)]),u});if(r===void 0)throw new lt;return wn(this.name),r}async documentOf(t){let n=await xe(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await xe(this.name,s=>s.get("blobs",t));if(!n)throw new Se("lost");let o=await _e(()=>$e(hn,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:a})=>{await a.count(t)&&await Promise.all([s.put({id:t,bytes:o}),a.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return ee(this.name,async n=>{let o=n.transaction(Gs,"readwrite",bl),r=Object.fromEntries(Gs.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw Et(o),c}),[a]=await Promise.all([s,o.done]);return a})}tidy(){return ee(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!L(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},ut=class{#e=[];#t=new Map;#n=0;constructor(t){this.owner=t,this.name=Q(t)}async all(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#n};return this.#e.push(o),n&&this.#t.set(o.id,n),wn(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new lt;let a=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...a?[a]:[]),o?this.#t.set(t,o):Js(a)||this.#t.delete(t),wn(this.name),a}async documentOf(t){return this.#t.get(t)}},Js=e=>!!e?.document&&L(e);function wn(e){let t=new BroadcastChannel(Ks);t.postMessage(e),t.close()}function zs(e){let t=new BroadcastChannel(Ks);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function It(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw Object.assign(new Se("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}function Zs(e,t){let{method:n,path:o}=wl(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?Sl(e,t):e.content,timeoutMs:t?3e5:6e4}}function wl({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function Sl({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t.name),o}var Mt=new BroadcastChannel("portal-turn"),Dt=[];Mt.addEventListener("message",({data:{asks:e}})=>{Dt.includes(e)&&Mt.postMessage({holds:e})});function Xs(e,t){return ta(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(a){if(a.name!=="AbortError")throw a;return r=!1,null}})}function Qs(e,t){return ta(e,({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function ea(e,t){let n=!1,o=()=>(n=!0,na(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function ta(e,t){let n=!1,o=r=>(n=!0,na(e,r));for(let r=!1;;r=!await xl(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function na(e,t){Dt.push(e);try{return await t()}finally{Dt.splice(Dt.indexOf(e),1)}}function xl(e){return Dt.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),Mt.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);Mt.addEventListener("message",o),Mt.postMessage({asks:e})})}var oa="portal-session",kl=5e3;async function Ke(e=null){return(await ws()).filter(t=>e===null||t.email===e).map(t=>new Ge(t))}async function No(e){return await Xs(`portal-outbox:${e.name}`,async n=>{for(await Ol(e);n();){let[o]=Ls(await e.all(),Date.now());if(!o)return{hold:null,next:Mo(await e.all())};let r=await Al(e.owner,()=>n()?El(e,o):null);if(r)return{hold:r,next:null}}return null})??{hold:null,next:Date.now()+kl}}var Sn=e=>ea(oa,e);async function Ol(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,Ws)}function Al(e,t){return Qs(oa,async()=>await ra(e)??t())}async function ra({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await X("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function El(e,t){try{return await(te(t)?Il(e,t):Tl(e,t))}catch(n){if(n instanceof lt)return null;throw n}}async function Tl(e,t){let n=l=>l.state==="waiting"&&l.key===t.key&&l.heldUntil===t.heldUntil,o=t.document?await e.documentOf(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,l=>n(l)?Us(l,Date.now()):void 0),null;let r=await e.change(t.id,l=>n(l)?Bs(l,Date.now()):void 0);if(r.state!=="sending")return null;let s=Zs(t,o),a=await X(s.path,{...s,account:aa(e)}),c=await sa(e,a);return await e.change(t.id,l=>{if(!(l.attempt!==r.attempt||l.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Hs(t,a,Date.now())}),c??(a.offline?"offline":null)}async function Il(e,t){let n=await X(`contractor/submissions/${t.submissionId}`,{account:aa(e)}),o=await sa(e,n);return o||await e.change(t.id,r=>te(r)?qs(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function sa(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?ra(e.owner):null}var aa=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Ml="outbox",ia=!1,Dl=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator&&!ia,Je=()=>Dl()?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection.";async function xn(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Ml).catch(()=>{ia=!0})}var Po=e=>`outbox ${e}`;function kn(e,t){try{t?localStorage.setItem(Po(e),String(t)):localStorage.removeItem(Po(e))}catch{}}function Co(e){try{return Number(localStorage.getItem(Po(e))??0)}catch{return 0}}var ca=e=>kn(e,0);var D=C(null),ye=C(null),Pt=C([]),ie=C(null),Pl=6e4,Cl=168*36e5,jl="This device has no room left, so nothing can be sent from it. Please free some space.",P=null,Ro=0,jo=0,Nt=!1,On=null,Lo=!1;async function Bo(e){if(P?.name===Q(e))return;Uo(),Ao(Q(e));let t=new Ge(e);Co(t.name)&&Ss(),P=t;try{let n=(await t.all()).length?0:Co(t.name);for(let o of(await Ke()).filter(r=>r.owner.email!==e.email))await o.tidy(),kn(o.name,await Ho(o));await Rl(t),await Wo(t,await t.all(),va),P===t&&(ie.value=n?Ul(n):null)}catch(n){if(P!==t)return;ie.value=qo(n),n.reason==="closed"&&(P=new ut(e))}await Ct(),D.value?.some(L)&&xn(),Oe()}async function ua(e){Uo(),(e?await Ke(e.email).catch(()=>[]):[]).some(({name:n})=>n===Q(e))&&!P&&await Bo(e)}function Uo(){clearTimeout(Ro),P=null,D.value=null,ye.value=null,Pt.value=[],ie.value=null}async function ft({document:e,...t}){let{bytes:n,...o}=e?await It(e):{},r=await P.add(js({...t,document:n?o:null},Date.now()),n);return await Ct(),navigator.storage?.persist?.(),xn(),Oe(),r}async function An(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}},{bytes:s,...a}=o?await It(o):{};return o!==void 0&&(r.document=s?a:null),dt(e,c=>ke(c)?gn(r):void 0,s)}var fa=e=>dt(e,t=>Cs(t,Date.now())),da=e=>dt(e,({heldUntil:t})=>t?{heldUntil:0}:void 0);function Fo(e,{duplicate:t=!1}={}){return dt(e,n=>G(n)?gn({duplicate:t}):void 0)}var ma=e=>dt(e,t=>Tt(t)?null:void 0),pa=e=>dt(e,t=>yn(t,Date.now())?null:void 0),ze=e=>(D.value??[]).filter(t=>t.jobId===e);async function Oe(){clearTimeout(Ro),On?Lo=!0:(On=Bl(),await On.finally(()=>On=null),Lo&&(Lo=!1,await Oe()))}async function ha(){P&&await Wo(P,D.value??[]),await Oe()}async function Ll(){P&&await Wo(P,D.value??[],va),await Oe()}var va=({asks:e})=>e!=="size";async function Wo(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>L(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function $a(e){let t=P instanceof ut?[P]:await Ke(e);return(await Promise.all(t.map(Ho))).reduce((o,r)=>o+r,0)}var Ho=async e=>(await e.all()).filter(it).length;async function _a(e){let t=!(P instanceof ut);P?.owner.email===e&&Uo();let n=t?await Ke(e):[],r=(await Promise.allSettled(n.map(async({name:s})=>{await xs(s),ca(s)}))).find(({status:s})=>s==="rejected");if(r)throw r.reason}async function Rl(e){let t=Date.now()-Cl;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function dt(e,t,n){let o=await P.change(e,t,n);return await Ct(),xn(),Oe(),o}async function Ct(){let e=P;try{let t=await e?.all()??null;if(P!==e)return;D.value=t,t&&kn(e.name,t.filter(it).length)}catch(t){if(P!==e)return;ie.value=qo(t),Nt=!0}}async function Bl(){let e=P;if(e)try{let t=e instanceof Ge?(await Ke(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await No(r));let o=await Promise.all(t.map(Ho));if(P!==e||(ye.value=n[0].hold,Pt.value=t.map(({owner:r},s)=>({...r,number:o[s]})).filter(({number:r})=>r),la(n),!Nt))return;Nt=!1,await Ct(),Nt||(ie.value=null)}catch(t){if(P!==e)return;ie.value=t.reason==="full"?jl:qo(t),Nt=!0,la([{hold:"offline",next:null}])}}function qo(e){if(!e.sentence)throw e;return e.sentence}function la(e){let t=e.some(({hold:o})=>o==="offline");jo=t?jo+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+bn(jo,Pl)),n.length&&(Ro=setTimeout(Oe,Math.max(Math.min(...n)-Date.now(),0)))}var Ul=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function ya(){zs(e=>{e===P?.name&&Ct()}),addEventListener("online",Ll),addEventListener("offline",Oe),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&Oe()})}var jt="portal",Lt=[e=>e.createObjectStore("session")],ba=e=>ee(jt,t=>t.put("session",e,"last"),Lt);async function wa(){try{return await xe(jt,e=>e.get("session","last"),Lt)??null}catch{return null}}var Vo=()=>_e(()=>$e(pn,ee(jt,e=>e.delete("session","last"),Lt))),Sa=e=>ee(jt,t=>e?t.put("session",e,"asked"):t.delete("session","asked"),Lt);async function xa(){try{return await xe(jt,e=>e.get("session","asked"),Lt)??null}catch{return null}}var S=C(void 0),Ce=C(null),In=C(!1),Mn=C(null),Fl=6e5,Ze=C(!1),En=null,Tn=0,Y=({agency:e,contractorId:t})=>`${e}/${t}`,w=pe(()=>{if(!S.value)return null;let e=E.value.account??Y(S.value.account);return S.value.accounts.find(t=>Y(t)===e)??null}),de=pe(()=>{let[e,t]=[S.value,w.value];return e&&t&&!Ze.value?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),ka=pe(()=>{let[e,t]=[S.value,E.value.account];if(!e||w.value||!t||Ze.value)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),Yo=new BroadcastChannel("portal:person"),Oa=new BroadcastChannel("portal:parting");async function Rt(e){Tn=performance.now(),JSON.stringify(e)!==JSON.stringify(S.value)&&(S.value=e,await(e?ba(e):Vo()).catch(()=>{}),Yo.postMessage(e))}async function mt(e){await Sa(e).catch(()=>{}),Mn.value=e}async function Dn(){let[e,t]=await Promise.all([wa(),xa()]);t&&await mt(Date.now()-t.at<Fl?t:null);let n=e||document.body.dataset.session;if(S.value??=e??(n?void 0:null),n||navigator.serviceWorker?.controller){let o=performance.now(),r=await X("session");r.status===200&&o>=Tn&&await Rt(r.body)}S.value??=null}var Nn=e=>{let t=E.value.account?.split("/")[0];return X("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function Aa(e,t){let n=await Sn(()=>X("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ce.value=null,In.value=!1,await Rt(n.body),await mt(null)),n}async function Ea(e){Rt({...S.value,account:e});let{agency:t,contractorId:n}=e,o=await X("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await Rt(o.body)}function Ta(){return En??=Wl().finally(()=>En=null),En}async function Wl(){let e=S.value,t=await Sn(()=>X("session",{method:"DELETE"}));if(t.status!==204)return t;Ze.value=!0,Yo.postMessage(null),Oa.postMessage(null);let n=await Promise.allSettled([Vo(),_a(e.email)]);return In.value=n.some(({reason:o})=>o&&o.reason!=="closed"),Ce.value=null,S.value===e&&(S.value=null),Ze.value=!1,t}function Ia(){ls(e=>{En||e<Tn||(Ce.value=S.value?.email??Ce.value,Rt(null))}),Yo.onmessage=({data:e})=>{Ze.value&&!e||(Tn=performance.now(),S.value=e)},Oa.onmessage=()=>{Ce.value=null}}var Ma=300;async function Da(e,t,n,o=null){try{await ee(Q(e),async r=>{let{store:s,done:a}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>Ma&&await ql(s),await a})}catch{}}async function Na(e,t){try{return await xe(Q(e),n=>n.get("answers",t))??null}catch{return null}}async function ql(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-Ma).map(({path:n})=>e.delete(n)))}var Vl=5e3,Yl=30,Pa={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Gl=C({...Pa,busy:!1}),Bt=new Map;function O(e){let t=de.value,n=e?Ra(t,e):Gl;return U(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&Go(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[s,a]of r)s.addEventListener(a,o);return()=>{for(let[s,a]of r)s.removeEventListener(a,o)}},[n]),n}async function Ca(e,t){let n=de.value,o=n&&Bt.get(La(n,e));await o?.running,!(!o||o.begunAt>t)&&(o.readAt=0,Go(n,e))}var ja=()=>Bt.clear(),La=(e,t)=>`${e.email} ${Y(e)} ${t}`;function Ra(e,t){let n=La(e,t);if(!Bt.has(n)){let o=C(Pa);Bt.set(n,Object.assign(o,{etag:null,begunAt:0,readAt:0,running:null}))}return Bt.get(n)}function Go(e,t){let n=Ra(e,t);navigator.onLine&&Date.now()-n.readAt<Vl||(n.running??=Kl(e,t,n).finally(()=>{n.running=null}))}async function Kl(e,t,n){let o=m=>{n.value={...n.value,...m}};if(!n.value.body){let m=await Na(e,t);m&&(n.etag=m.etag??null,o({body:m.body,begunAt:m.readAt,asOf:m.body.asOf??new Date(m.readAt).toISOString(),isOld:!0}))}o({busy:!0});let r=Date.now();n.begunAt=r;let s=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},a=await X(`contractor/${t}`,{account:Y(e),headers:s}),{status:c,body:l,offline:d}=a,u={begunAt:r,asOf:Jl(a.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:c};if((c===200||c===304)&&(n.readAt=Date.now()),c===200)n.etag=a.headers.get("ETag"),Da(e,t,l,n.etag),o({...u,body:l});else if(c===304)o(u);else if(c===409)Dn(),o({busy:!1,problem:ue(a),status:c});else if(c===404)o({body:null,busy:!1,problem:ue(a),status:c});else{let m=Number(a.headers.get("Retry-After"));!d&&m&&setTimeout(()=>Go(e,t),Math.min(m,Yl)*1e3),o({isOld:!!n.value.body,busy:!!(!d&&m),problem:ue(a),status:c})}}var Jl=e=>e?new Date(e).toISOString():null;function Pn(){let e=w.value&&Y(w.value);return i`
    <ul class="rows">
      ${S.value.accounts.map(t=>{let n=Y(t);return i`
          <li key=${n} class="row">
            <a href=${b("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>Ea(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&i`<span class="about"><${v} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}var Ba="Signing out …";function Cn(){let[e,t,n,o]=[y(null),y(0),y(!1),y(!1)],r=async()=>{n.value=o.value=!0;let a=await Ta();if(n.value=o.value=!1,a.status!==204){e.value=`${ue(a)} Nothing on this device was deleted.`;return}ja(),we("/",{replace:!0})},s=async()=>{e.value=null,n.value=!0;try{t.value=await $a(S.value.email)}catch(a){if(!a.sentence)throw a;e.value=a.sentence;return}finally{n.value=!1}t.value||await r()};return i`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?i`<${zl} number=${t.value} busy=${n.value} onSure=${r} onStay=${()=>t.value=0} />`:i`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${v} name="leave" />${o.value?Ba:"Sign out"}
        </button>`}
  `}function zl({number:e,busy:t,onSure:n,onStay:o}){let r=q(null);le(()=>r.current.focus(),[]);let[s,a,c]=[V(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return i`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${r} tabindex="-1">
        <b>${s} on this device ${a} not with the agency yet.</b> Signing out deletes ${c} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>
          ${t?Ba:`Delete ${c} and sign out`}
        </button>
      </div>
    </div>
  `}var Zl=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Ua(){let e=O("account"),t=e.value.body,{agencyName:n,displayName:o}=w.value;return i`
    <${x} title="Account">
      ${S.value.accounts.length>1&&i`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${Pn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?i`<${Xl} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:i`<${Z} reading=${e.value} />`}
        <${he} reading=${e.value} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${S.value.email}</b></p>
        <${Cn} />
      </section>
    <//>
  `}function Xl({record:e}){let{agency:t}=e,n=[...Zl.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return i`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>i`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var Fa=0;function F(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Fa),Fa=setTimeout(()=>{t.textContent=e},400)}var Ql=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),Ae=e=>e.trim().replaceAll("	"," ");function Ut(e,t,{inForm:n=!1}={}){let o=n?Ae(e).replace(/\r\n|\r|\n/g,`\r
`):Ae(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Ql.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var Ft=4e3,jn=e=>e?Ut(e,Ft):"Please write something first.";function Ln(e){U(()=>{if(e!==null)return fa(e).catch(Wa),()=>da(e).catch(Wa)},[e])}var Wa=()=>{};function Ha({item:e,done:t}){let[n,[o,r]]=[Lr(),qe(null)];return Ln(e.id),i`
    <form onSubmit=${async a=>{a.preventDefault();let c=Ae(a.target.elements.note.value),l=jn(c);if(r(l),!l)try{await An(e.id,{content:{note:c}}),t()}catch(d){if(!d.sentence)throw d;r(d.sentence)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${Ft} required dir="auto" ref=${eu}>
        ${e.content.note}
      </textarea>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var eu=e=>e?.focus();var tu="https://www.google.com/maps/search/?api=1&query=",nu=/[\p{L}/,;&#|]|(?=\+)/u,ou=5,ru=/^(\+|00)(\d{1,3})\(0\)/;function su(e){return e.split(nu).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(ru,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=ou)??""}function Xe({phone:e,who:t}){if(!e)return null;let n=su(e);return n?i`
    <a class="reach" href=${`tel:${n}`}>
      <${v} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:i`<span dir="auto">${e}</span>`}function pt({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>i`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${v} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function qa({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?i`
    <a class="reach" href=${tu+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${v} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Ko(){let e=O(w.value?"agency":null).value.body?.offers??[],t=o=>O(e.includes("contacts")?o:null).value.body,n=au(t("contacts")?.contacts??[],t("account")?.agency.branchId);return e.includes("contacts")?i`
    <div>
      ${n&&i`<${Xe} phone=${n.phone} who=${n.name} /><${pt} email=${n.email} who=${n.name} />`}
      <a class="reach" href=${b("/contacts")}><${v} name="contacts" />All contacts</a>
    </div>
  `:null}function au(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var iu={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function je({item:e}){return i`
    <span class=${`state is-${e.state}`}>
      <${v} name=${iu[fe(e)?"waiting":e.state]} /><span dir="auto">${Ns(e,w.value?.agencyName)}</span>
    </span>
  `}function Le({item:e}){let t=Ps(e,w.value?.agencyName);return i`
    ${t&&i`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&i`<${Jo} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&i`<${Ko} />`}
  `}var Jo=()=>i`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Ko} />
`;var cu={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Ya(){let e=(D.value??[]).filter(t=>!L(t)).reverse();return i`
    <${x} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
      <${Zo}>
        ${D.value?i`<p class="reach"><${v} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!ie.value&&i`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&i`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${zo} of=${e} />
        </section>
      `}
    <//>
  `}function Zo({children:e}){let t=(D.value??[]).filter(L),[n,o]=[t.filter(r=>!Va(r)),t.filter(Va)];return t.length?i`
    ${ye.value&&n.some(r=>it(r)&&!G(r))&&i`<p class="notice" role="status">${cu[ye.value]}${ye.value==="offline"&&` ${Je()}`}</p>`}
    ${n.length>0&&i`<h2 class="visually-hidden">Not confirmed yet</h2><${zo} of=${n} />`}
    ${n.some(({state:r})=>r==="waiting")&&i`<button type="button" class="btn btn-primary" onClick=${ha}>Try now</button>`}
    ${o.length>0&&i`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${zo} of=${o} /></section>`}
  `:e}var Va=({state:e})=>e==="review",zo=({of:e})=>i`<ol class="cards">${e.map(t=>i`<${Xo} key=${t.id} item=${t} />`)}</ol>`;function Xo({item:e}){let[t,n]=qe(null),o=()=>n(null);return i`
    <li class="card">
      <h3 class="title">${Ye(e)}${e.about&&i`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?i`<${Ha} item=${e} done=${o} />`:i`<${lu} item=${e} />`}
      <p class="about">
        <${je} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${Ne(e.addedAt)}</time>
      </p>
      <${Le} item=${e} />
      ${t==="remove"&&i`<${du} item=${e} stop=${o} />`}
      ${!t&&i`<${uu} item=${e} setDoing=${n} />`}
    </li>
  `}function lu({item:{kind:e,content:t,document:n,jobId:o}}){return i`
    ${e==="note"&&i`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&i`
      <p class="says" dir="auto">
        <strong>${j(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&i`<p class="reach"><${v} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&i`<a class="reach" href=${b(`/jobs/${o}`)}><${v} name="jobs" />Look at the job</a>`}
  `}function uu({item:e,setDoing:t}){let n=e.asks==="duplicate",[o,r]=[w.value&&ke(e)&&e.kind!=="completion",Tt(e)&&L(e)];return!o&&!r?null:i`
    <p class="doing">
      ${n&&i`<button type="button" class="btn btn-primary" onClick=${()=>Fo(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&i`<${fu} item=${e} onNote=${()=>t("edit")} />`}
      ${G(e)&&!e.asks&&i`<button type="button" class="btn btn-secondary" onClick=${()=>Fo(e.id)}>Send again</button>`}
      ${r&&i`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function fu({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return i`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s={...o.statementId&&{statement:o.statementId},change:e},a=b(n?`/jobs/${n}/invoice`:"/invoice",s);return i`<a class="btn btn-secondary" href=${a}>Change</a>`}function du({item:e,stop:t}){let n=ct(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=qe(null),s=async()=>{try{await ma(e.id),document.querySelector("h1").focus(),F("Deleted.")}catch(a){if(!a.sentence)throw a;r(a.sentence)}};return i`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${mu} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var mu=e=>e?.focus();var Ga=()=>i`
  <${x} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${E.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${S.value.email}</b>. Nothing was changed.
    </p>
    <${Zo}>${null}<//>
    <h2>Your accounts</h2>
    <${Pn} />
    <h2>Signed in with another address?</h2>
    <${Cn} />
  <//>
`;function Ka(){let e=O("contacts"),t=e.value.body?.contacts;return i`
    <${x} title="Contacts">
      ${t?i`<ul class="cards">${t.map(n=>i`<${pu} key=${n.contactId} ...${n} />`)}</ul>`:i`<${Z} reading=${e.value} />`}
      ${t?.length===0&&i`<p class="notice">The agency has no contacts to show.</p>`}
      <${he} reading=${e.value} />
    <//>
  `}function pu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let a=e??n??"Unnamed";return i`
    <li class="card">
      <h2 dir="auto">${a}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Xe} phone=${s} who=${a} /><${Xe} phone=${r} who=${a} /><${pt} email=${o} who=${a} />
    </li>
  `}function Rn(e){let[,t]=qe(0),n=e.filter(r=>yn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return U(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}var hu=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function Qo({children:e}){let t=O("agency").value.body;yu(t?.accent);let{agencyName:n,displayName:o}=w.value,r=hu.filter(({needs:s})=>!s||!t||t.offers.includes(s));return i`
    <a class="skip" href="#main" onClick=${gu}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&i`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${S.value.accounts.length>1&&i`<a class="switch" href=${b("/account")}><${v} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(s=>i`<${vu} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${$u} />
    ${e}
  `}function vu({path:e,name:t,icon:n,screens:o}){let r=o.includes(E.value.screen);return i`<a href=${b(e)} aria-current=${r?"page":null}><${v} name=${n} />${t}</a>`}function $u(){let e=D.value??[],t=Rn(e),n=e.filter(u=>L(u)&&!t.includes(u)),o=n.filter(G).length,r=n.filter(fe).length,s=n.filter(({state:u})=>u==="review").length,a=n.filter(({state:u})=>u==="checking").length-r,c=n.filter(u=>!G(u)&&!te(u)),l=ye.value==="offline",d=c.some(ct)?"not confirmed yet":"not with the agency yet";return!n.length&&!Pt.value.length&&!ie.value?null:i`
    <aside class="strip" aria-label="Outbox">
      ${ie.value&&i`<p role="alert">${ie.value}</p>`}
      ${o>0&&i`<${Wt} icon="emergency">${V(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${s>0&&i`<${Wt} icon="contacts">We asked ${w.value.agencyName} to check ${V(s,"thing")}<//>`}
      ${a>0&&i`<${Wt} icon="search">${V(a,"thing")} ${a===1?"is":"are"} being checked<//>`}
      ${r>0&&i`<${Wt} icon="clock">${V(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
      ${c.length>0&&i`<${Wt} icon=${l?"offline":"send"}>
        ${V(c.length,"thing")} ${c.length===1?"is":"are"} ${d}
      <//>`}
      ${Pt.value.map(u=>i`<${_u} key=${Y(u)} there=${u} />`)}
    </aside>
  `}var Wt=({icon:e,children:t})=>i`<a href=${b("/outbox")}><${v} name=${e} /><span>${t}</span><${v} name="open" /></a>`;function _u({there:e}){let{agencyName:t="an account that is no longer yours"}=S.value.accounts.find(r=>Y(r)===Y(e))??{},[n,o]=[V(e.number,"thing"),e.number===1?"is":"are"];return i`
    <a href=${b("/outbox",{},Y(e))}>
      <${v} name="send" />${n} for ${t} ${o} not there yet<${v} name="open" />
    </a>
  `}function yu(e){U(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function gu(e){e.preventDefault(),document.querySelector("h1").focus()}var Qe=({priority:e})=>e?.trim().toLowerCase()==="emergency",Bn=e=>(e??"").trim().toLowerCase();function Un({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(Bn).includes(Bn(t))?"cancelled":"open"}var Ja=e=>(D.value??[]).filter(({kind:t,state:n,doneAt:o})=>t==="completion"&&n==="done"&&o>e),za=e=>Ja(e).map(({id:t})=>t).join();function Fn(e,t){let n=new Map(Ja(t).map(({jobId:o,content:r,result:s})=>[o,s??bu(r)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var bu=({completed:e})=>({completed:e,status:null,completedAt:null});function Za(e,t){let n=ze(e).filter(L),o=Ht(e),r=n.filter(u=>u!==o),s=u=>r.filter(u).length,[a,c,l]=[s(G),s(fe),s(te)],d=r.length-a-l;return[o&&`${Ye(o)}: ${ae(o,t)}`,a&&`${V(a,"thing")} ${a===1?"needs":"need"} you`,l>c&&`${V(l-c,"thing")} being checked`,c&&`${V(c,"thing")} with the portal`,d&&`${V(d,"thing")} to send`].filter(Boolean)}var Ht=e=>ze(e).filter(t=>t.kind==="completion"&&L(t)).at(-1)??null,ce=({title:e,reference:t,jobId:n})=>e||t||n;function Xa(e){let t=Bn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>wu(n).includes(o))}var er=new WeakMap;function wu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode];return er.has(e)||er.set(e,Bn(s.filter(Boolean).join(`
`))),er.get(e)}var Qa=e=>[...e.filter(Qe),...e.filter(t=>!Qe(t))];function Wn(e){let[t,n]=[O(`jobs/${e}`).value,O("jobs").value];if(t.body)return{job:ei(t.body,t),reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?ei(o,n):null,reading:o?n:t}}var ei=(e,{begunAt:t})=>Fn([e],t)[0];var ti=({item:e,back:t})=>i`
  <${x} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Xo} item=${e} /></ol>
    ${L(e)&&!G(e)&&!te(e)&&i`<p class="hint">You can go on. It is kept if you close the portal: ${Je()}</p>`}
    <a class="reach" href=${b("/money",{show:"invoices"})}><${v} name="invoice" />All your invoices</a>
  <//>
`;var ht=({name:e,required:t,children:n})=>i`
  <label for=${e}>${n}${!t&&i`<span class="optional"> (optional)</span>`}</label>
`,vt=({name:e,children:t})=>i`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,$t=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function ni({name:e,required:t,problem:n,value:o,...r}){let s=O("statements/pending"),a=s.value.body?.statements??[],c=!o||a.some(({statementId:l})=>l===o);return i`
    <div class="field">
      <${ht} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${$t({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&i`<option value=${o}>${o}</option>`}
        ${a.map(l=>i`<option key=${l.statementId} value=${l.statementId}>${tr(l)}</option>`)}
      </select>
      <${vt} name=${e}>${n??(s.value.body?null:s.value.problem)}<//>
    </div>
  `}var tr=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[j(s??r??0),n??t??e,o&&z(o)].filter(Boolean).join(", ");async function oi(e,t){try{return(await ee(Q(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function ri(e,t,n){try{await ee(Q(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function qt(e){let t=y(void 0),n=de.value;return U(()=>{oi(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,ri(n,e,r))]}var si=1e6,ai={description:2e3,invoiceNumber:50},Su=6,xu=864e5,ku=10*1024*1024,ii="%PDF-",Ou=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Au=/\.\d\d\d*[1-9]/,Eu=["amount","description","invoiceDate"];function Vt(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[...Eu,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Hn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function nr(e=new Date){let[t,...n]=se(e).split("-");return{oldest:[t-Su,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(se(e))+xu).toISOString().slice(0,10)}}function Ee(e){let t=e.trim().replace(/^£\s*/,"");return Ou.test(t)?Number(t.replaceAll(",","")):NaN}var ui=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Tu={amount:e=>li(e,"The amount")??(Ee(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>li(e,"VAT")??(Ee(e)>Ee(t)?"VAT cannot be more than the amount.":null),description:(e,t,n)=>Ut(e,ai.description,{inForm:!!n}),invoiceNumber:e=>Ut(e,ai.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=nr();return e>n?`The date can be tomorrow at the latest, ${z(n)}.`:e<t?`The date can be six years ago at most, ${z(t)}.`:null},statementId:()=>null},ci={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function li(e,t){let n=Ee(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:Au.test(e.trim())?`${t} can have no more than two decimals.`:n>si?`${t} can be ${j(si)} at most.`:null}function qn(e,t,n,o){let r={};for(let[s,a]of Object.entries(Tu)){let c=e[s]??"",l=Vt(s,n,o)?ci[s]:null,d=c.trim()===""?l:a(c,e,t);d&&(r[s]=d)}return!t&&Vt("document",n,o)&&(r.document=ci.document),r}async function fi(e){return e.size>ku?"The PDF can have 10 MB at most.":await e.slice(0,ii.length).text()===ii?null:"This file is not a PDF. Please choose a PDF."}function di(e,t){let n={jobId:t,statementId:e.statementId,amount:Ee(e.amount),vat:e.vat.trim()&&Ee(e.vat),description:Ae(e.description),invoiceDate:e.invoiceDate,invoiceNumber:Ae(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function mi({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,a])=>[s,a??""]))}var pi="This file cannot be read. Please choose it again.";function hi({required:e,problem:t,document:n,onChange:o}){let r=y(null),s=async({target:c})=>{let[l]=c.files;if(l&&(r.value=await fi(l).catch(()=>pi),c.value="",!r.value))try{o(await It(l)),F(`${l.name} is attached.`)}catch(d){r.value=d.sentence??pi}},a=r.value??t;return i`
    <div class="field">
      <${ht} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&i`<${Iu} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${$t({name:"document",hint:!0,problem:a,required:e&&!n})} onChange=${s}
      />
      <${vt} name="document">${a}<//>
    </div>
  `}function Iu({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),F("The PDF is removed.")};return i`
    <p class="attached">
      <${v} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${ln(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Mu={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function vi({values:e,set:t,document:n,setDocument:o,agency:r,jobId:s,asked:a,onWhole:c}){let[l,d,u]=[y({}),y(a),y(null)],m=q(null),p=qn(e,n,r,s),f=$=>$==="vat"&&u.value==="amount"?null:d.value||l.value[$]&&e[$]||!ui($,e[$]??"")?p[$]:null,h=()=>m.current.querySelector("[aria-invalid]")?.focus();U(()=>{a&&h()},[]);let A=$=>{$.preventDefault(),d.value=!0,Object.keys(p).length?setTimeout(h):c()},g=$=>({name:$,required:Vt($,r,s),problem:f($),value:e[$],onInput:({target:_})=>t($,_.value),onFocus:()=>u.value=$,onBlur:()=>{u.value=null,l.value={...l.value,[$]:!0}}});return i`
    <form ref=${m} class="form" onSubmit=${A} noValidate>
      <p class="hint">${w.value.agencyName} needs whatever is not marked as optional.</p>
      ${Hn(r)&&i`<${ni} ...${g("statementId")} />`}
      ${Object.entries(Mu).map(([$,_])=>i`<${Du} key=${$} ...${_} ...${g($)} />`)}
      <${hi}
        required=${Vt("document",r,s)} problem=${d.value?p.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function Du({name:e,label:t,hint:n,rows:o,problem:r,required:s,value:a,type:c="text",...l}){let d=o?"textarea":"input",{oldest:u,latest:m}=c==="date"?nr():{};return i`
    <div class="field">
      <${ht} name=${e} required=${s}>${t}<//>
      ${n&&i`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${u} max=${m} autocomplete="off"
        value=${a} ...${$t({name:e,hint:n,problem:r,required:s})} ...${l}
      />
      <${vt} name=${e}>${r}<//>
    </div>
  `}function $i({onReach:e,left:t}){let n=q(null);return U(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),i`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var ne=6;function et({of:e,row:t,most:n=e.length,onMore:o}){let r=K(()=>Pu(e),[e]),s=Cu(),a=e.length-n;return e.length?i`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/ne)).map((c,l)=>i`<${Nu} key=${l} of=${c} row=${t} />`)}
    </div>
    ${a>0&&i`<${$i} onReach=${o} left=${a} />`}
  `:null}var Nu=({of:e,row:t})=>i`<div class="group">${e.map(t)}</div>`,Pu=e=>Array.from({length:Math.ceil(e.length/ne)},(t,n)=>e.slice(n*ne,(n+1)*ne));function Cu(){let e=q(null),{activeElement:t}=document,n=e.current?.contains(t)&&t.getAttribute("href");return le(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=fn(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var yi={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"},review:{icon:"contacts"}},ju={},or=({status:e})=>e==="review"?ae({state:e},w.value?.agencyName):yi[e]?.words??e;function rr(e,t){let n=t.filter(r=>r.kind==="invoice"&&(L(r)||!e.some(s=>_i(s,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status)&&n.some(({item:s})=>_i(r,s));return[...n,...e.filter(r=>!o(r))]}function _i(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:a=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===a&&e.invoiceDate===c}function Vn({jobId:e,agency:t}){let n=O(t?.offers.includes("invoices.list")?"invoices":null).value,o=rr(n.body?.invoices??[],D.value??[]).filter(r=>r.jobId===e);return o.length?i`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${sr} invoices=${o} />
    </section>
  `:null}function sr({invoices:e,jobs:t=ju,...n}){let o=en((r,s)=>i`<${Lu} key=${r.item?.id??r.invoiceId??`at ${s}`} invoice=${r} jobs=${t} />`,[t]);return i`<${et} of=${e} row=${o} ...${n} />`}function Lu({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:a,jobId:c,item:l}=e;return i`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":j(n)}</b>
      </p>
      <p class="about">
        ${l?i`<${je} item=${l} />`:i`<${Ru} invoice=${e} />`}
        ${s&&i`<time datetime=${s}>${z(s)}</time>`}
        ${r&&i`<span dir="auto">Number ${r}</span>`}
        ${a&&i`<span dir="auto">${a.name}</span>`}
      </p>
      ${l&&i`<${Le} item=${l} />`}
      ${!l&&e.status==="review"&&i`<${Jo} />`}
      ${t[c]&&i`<a class="reach" href=${b(`/jobs/${c}`)}><${v} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${l&&L(l)&&i`<a class="reach" href=${b("/outbox")}><${v} name="send" />Open the outbox</a>`}
    </div>
  `}function Ru({invoice:e}){let{icon:t="search",className:n=""}=yi[e.status]??{};return i`<span class=${`state ${n}`}><${v} name=${t} />${or(e)}</span>`}function gi({about:e,address:t,values:n,document:o,failed:r,onSend:s,change:a,back:c}){let l=y(!1),d=async()=>{l.value=!0,await s(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",j(Ee(n.amount))],["VAT in it",n.vat.trim()&&j(Ee(n.vat))],["Date of the invoice",z(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${ln(o.size)}`:"None"]];return i`
    <${x} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,m])=>m).map(([m,p])=>i`<div key=${m}><dt>${m}</dt><dd dir="auto">${p}</dd></div>`)}
        </dl>
      </div>
      ${ye.value==="offline"&&i`<p class="notice">There is no connection just now: it will wait on this phone. ${Je()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${d}>
          <${v} name="send" />Send to ${w.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${a}>Change something</a>
      </div>
    <//>
  `}var Bu=!1;function ar({jobId:e,item:t,about:n,address:o,first:r,back:s}){let{query:a,path:c}=E.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[[d,u],[m,p]]=[qt(l),qt(`PDF of ${l}`)],[f,h]=[O("agency").value,y(null)],A=a.has("look");if(Ln(t?.id??null),d.value===void 0||m.value===void 0||!f.body&&f.busy)return i`<${x} key="reading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let g=f.body&&Fu(f.body,e);if(g)return i`<${x} key="none" title="Invoice" back=${s}><p class="notice">${g}</p><//>`;let $={...r,...t&&mi(t.content),...d.value},_=t?.asks==="document",T=(m.value??(_?null:t?.document))||null,I=!Object.keys(qn($,T,f.body,e)).length,{statementId:Te}=r,Re=M=>b(c,{...Te&&{statement:Te},...t&&{change:t.id},...M}),Ie=()=>{let M=di($,e);return t?An(t.id,{content:M,...(m.value!==null||_)&&{document:bi(T)}}):ft({kind:"invoice",jobId:e,about:n,content:M,document:bi(T)})},oe=async()=>{h.value=null;try{let{id:M}=await Ie();F("Your invoice waits to be sent."),we(b(c,{sent:M}),{replace:!0}),u(null),p(null)}catch(M){h.value=M.sentence??"Your invoice could not be kept. Please try again."}};return A&&I?i`
      <${gi}
        about=${n} address=${o} values=${$} document=${T} failed=${h.value} onSend=${oe}
        change=${Re({})} back=${s}
      />
    `:i`
    <${x} key="write" title="Invoice" back=${s} keepsFocus=${A}>
      <${Uu} about=${n} address=${o} />
      ${e&&i`<${Vn} jobId=${e} agency=${f.body} />`}
      <${vi}
        values=${$} set=${(M,me)=>u({...d.value,[M]:me})} document=${T}
        setDocument=${M=>p(M??Bu)} agency=${f.body} jobId=${e} asked=${A}
        onWhole=${()=>we(Re({look:"1"}))}
      />
    <//>
  `}function Uu({about:e,address:t}){return e?i`<p>For <b dir="auto">${e}</b>${t&&i`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Fu({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var bi=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var Wu={path:"/money",name:"Money"};function ir({id:e}){let{query:t}=E.value,n=Number(t.get("sent")??t.get("change")),o=(D.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Wu;if(n&&D.value===null)return i`<${x} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!ke(o)))return i`<${ti} item=${o} back=${r} />`;let s=t.get("statement")??"";return i`<${e?Hu:qu} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function Hu({id:e,statementId:t,...n}){let{job:o,reading:r}=Wn(e);if(!o&&!n.item&&r.status===404)return i`<${wi} reading=${r} back=${n.back} />`;let s={...Si,statementId:t,invoiceDate:se()},a=o?.property?.address;return i`<${ar} jobId=${e} about=${o?ce(o):e} address=${a} first=${s} ...${n} />`}function qu({statementId:e,...t}){let n=O("statements/pending").value,o=n.body?.statements.find(s=>s.statementId===e);if(!o&&n.busy)return i`<${wi} reading=${n} back=${t.back} />`;let r={...Si,...o&&Vu(o),statementId:e,invoiceDate:se()};return i`<${ar} jobId=${null} about=${o?tr(o):""} first=${r} ...${t} />`}var wi=({reading:e,back:t})=>i`
  <${x} key="nothing" title="Invoice" back=${t}><${Z} reading=${e} /><//>
`,Si={amount:"",vat:"",description:"",invoiceNumber:""},Vu=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var _t=({children:e})=>i`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var xi=_n/1e3;function cr(e){let[t,n]=[y(null),y(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await ft({kind:"completion",jobId:e.jobId,about:ce(e),content:{completed:r},document:null}),F(r?`Marked complete. You have ${xi} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=s.sentence??"This could not be kept. Please try again."}n.value=!1}},t.value]}function ki({job:e,isOpen:t}){let[n,o]=cr(e),r=Ht(e.jobId);return r?i`<${Yu} item=${r} />`:i`
    ${t&&i`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${v} name="done" />Mark complete</button>`}
    ${o&&i`<p class="notice" role="alert">${o}</p>`}
  `}function Yu({item:e}){return i`
    <div class="pending">
      <p class="state-line">
        <${v} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${je} item=${e} />
      </p>
      <${Le} item=${e} />
      ${G(e)&&i`<a class="reach" href=${b("/outbox")}><${v} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function Oi({jobId:e}){let t=y(null),[n]=Rn(ze(e));return i`
    ${n&&i`
      <div class="undo">
        <p>You have ${xi} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await pa(n.id),F("Undone. The job is not marked complete.")}catch(r){if(!r.sentence)throw r;t.value=r.sentence}}}>
          <${v} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&i`<p class="notice" role="alert">${t.value}</p>`}
  `}function Ai({job:e,canAdd:t}){let n=w.value.displayName,o=ze(e.jobId).filter(s=>s.kind==="note"&&!Gu(e.notes,s)),r=e.notes.length+o.length>0;return i`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&i`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&i`<p>Nothing was written yet.</p>`}
      ${r&&i`<ol class="notes">
        ${e.notes.map(({noteId:s,note:a,author:c,createdAt:l},d)=>i`
            <li key=${s??`at ${d}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${l&&i`<time datetime=${l}>${Ne(l)}</time>`}</p>
              <p class="says" dir="auto">${a}</p>
            </li>
          `)}
        ${o.map(s=>i`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${je} item=${s} />
              <${Le} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&i`<${Ku} job=${e} />`}
    </section>
  `}var Gu=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function Ku({job:e}){let[t,n]=qt(`note on ${e.jobId}`),[o,r]=[y(null),y(!1)];return i`
    <form class="composer" onSubmit=${async a=>{if(a.preventDefault(),r.value)return;let c=Ae(t.value??"");if(o.value=jn(c),!o.value){r.value=!0;try{await ft({kind:"note",jobId:e.jobId,about:ce(e),content:{note:c},document:null}),n(null),F("Your note waits to be sent.")}catch(l){o.value=l.sentence??"Your note could not be kept. Please try again."}r.value=!1}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${Ft} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${a=>n(a.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${v} name="send" />Add note</button>
    </form>
  `}function Ei({job:e}){let t=y(!1),[n,o]=cr(e);return Ht(e.jobId)?null:i`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?i`<${Ju} onSure=${()=>n(!1)} onStay=${()=>t.value=!1} />`:i`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${v} name="reopen" />Reopen this job
          </button>`}
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function Ju({onSure:e,onStay:t}){let n=q(null);return le(()=>n.current.focus(),[]),i`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${w.value.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var Ti={path:"/jobs",name:"Jobs"};function Ii({id:e}){let{job:t,reading:n}=Wn(e),o=O("agency").value.body;if(!t)return i`<${x} title="Job" back=${Ti}><${Z} reading=${n} /><//>`;let r=o?.offers??[],[s,a]=[Un(t,o),r.includes("jobs.complete")];return i`
    <${x} title=${ce(t)} back=${Ti}>
      <${zu} job=${t} />
      <div class="card">
        ${t.description&&i`<p class="description" dir="auto">${t.description}</p>`}
        <${Zu} job=${t} />
      </div>
      <div class="doing">
        ${a&&i`<${ki} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&i`<a class="btn btn-secondary" href=${b(`/jobs/${e}/invoice`)}><${v} name="invoice" />Send its invoice</a>`}
        ${a&&i`<${Oi} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&i`<${Vn} jobId=${e} agency=${o} />`}
      <${Ai} job=${t} canAdd=${r.includes("notes.add")} />
      ${a&&s==="completed"&&i`<${Ei} job=${t} />`}
      <${he} reading=${n} />
    <//>
  `}function zu({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:a}=e;return[t,n,o,r,s,a].some(Boolean)?i`
    <p class="about">
      ${Qe(e)&&i`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
      ${t&&i`<${_t}>${t}<//>`}
      ${n&&!Qe(e)&&i`<span dir="auto">Priority: ${n}</span>`}
      ${o&&i`<span dir="auto">${o}</span>`}
      ${r&&i`<span dir="auto">${r}</span>`}
      ${s&&i`<span>Reported <time datetime=${s}>${Ne(s)}</time></span>`}
      ${a&&i`<span>Completed <time datetime=${a}>${z(a)}</time></span>`}
    </p>
  `:null}function Zu({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return i`
    <dl class="facts">
      <div><dt>Address</dt><dd><${qa} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&i`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&i`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&i`<span dir="auto">${n}</span>`}
          <${Xe} phone=${o} who=${n??"the tenant"} /><${pt} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Yn={open:"Open",completed:"Completed",cancelled:"Cancelled"},Xu={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},ur=C({});function fr(){let e=O("jobs"),t=O("agency").value.body,n=E.value.query.get("show")??"open";return i`
    <${x} title="Jobs">
      ${e.value.body?i`<${Qu} jobs=${e.value.body.jobs} begunAt=${e.value.begunAt} agency=${t} tab=${Object.hasOwn(Yn,n)?n:"open"} />`:i`<${Z} reading=${e.value} />`}
      <${he} reading=${e.value} />
    <//>
  `}function Qu({jobs:e,begunAt:t,agency:n,tab:o}){let r=E.value.account,{text:s,made:a,found:c}=Mi(r,o),l=za(t),d=K(()=>Qa(Fn(e,t)),[e,l]),u=K(()=>nf(d,n),[d,n]),m=K(()=>ef(u,h=>h.filter(Xa(s))),[u,s]),p=m[o].length,f=h=>{ur.value={...Mi(r,o),...h}};return U(()=>{s&&F(p?`${V(p,"job")} found`:"No job found")},[s,o]),i`
    <form class="search" role="search" onSubmit=${h=>h.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${v} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${h=>f({text:h.target.value,found:ne})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(Yn).filter(([h])=>h!=="cancelled"||u.cancelled.length).map(([h,A])=>i`
            <a key=${h} href=${b("/jobs",{show:h})} aria-current=${h===o?"true":null}>
              ${A} <span class="number">${m[h].length}</span>
            </a>
          `)}
    </nav>
    ${!p&&i`<p class="notice">${s?`No job here has “${s}” in it.${tf(m)}`:Xu[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${et} of=${u[o]} row=${Di} most=${a} onMore=${()=>f({made:a+ne})} />
    </div>
    ${s&&i`<${et} key=${`found ${o}`} of=${m[o]} row=${Di} most=${c} onMore=${()=>f({found:c+ne})} />`}
  `}function Mi(e,t){let n=ur.value.at===e?ur.value:{text:""};return n.tab===t?n:{at:e,tab:t,text:n.text,made:ne,found:ne}}var ef=(e,t)=>Object.fromEntries(Object.entries(e).map(([n,o])=>[n,t(o)]));function tf(e){return Object.keys(Yn).filter(n=>e[n].length).map(n=>` ${Yn[n]}: ${e[n].length}.`).join("")}function nf(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Un(o,t)].push(o);return n}var lr=new WeakMap;function Di(e){let t=Za(e.jobId,w.value?.agencyName),n=[se(),...t].join();return lr.get(e)?.told!==n&&lr.set(e,{told:n,row:of(e,t)}),lr.get(e).row}function of(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:a}=e;return i`
    <div key=${n} class="row" role="listitem">
      <a href=${b(`/jobs/${n}`)}>
        ${Qe(e)&&i`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${ce(e)}</span>
        ${a?.address&&i`<span class="address" dir="auto">${a.address}</span>`}
        <span class="about">
          ${r&&i`<${_t}>${r}<//>`}
          ${s&&i`<span><span class="visually-hidden">Reported </span>${ns(s)}</span>`}
          ${o&&i`<span dir="auto">${o}</span>`}
          ${t.map(c=>i`<span key=${c} class="unsent"><${v} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Gn=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,Pi=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function Ci(e){let t=new Map;for(let{date:a,amount:c}of e){let l=a?.slice(0,7);l&&t.set(l,Gn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(dr(o[0]));let r=o.map(a=>({month:a,amount:t.get(a)??0})),s=n.filter(a=>a<o[0]);return s.length?[{month:null,amount:Gn(s.map(a=>t.get(a)))},...r]:r}function ji(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,Ni(t)],"Last month":[`${dr(t)}-01`,Ni(dr(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function dr(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function Ni(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var mr="Other dates";function Ri({from:e,to:t,set:n}){let o=ji(se()),r=Object.keys(o).find(l=>o[l].join()===[e,t].join()),s=y(!r),a=({target:l})=>{s.value=l.value===mr,s.value||n(...o[l.value])},c=e&&t&&e>t;return i`
    <form class="dates" onSubmit=${l=>l.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${s.value?mr:r} onChange=${a}>
          ${[...Object.keys(o),mr].map(l=>i`<option key=${l}>${l}</option>`)}
        </select>
      </div>
      ${s.value&&i`
        <${Li} id="from" label="From" value=${e} isWrong=${c} onChange=${l=>n(l,t)} />
        <${Li} id="to" label="To" value=${t} isWrong=${c} onChange=${l=>n(e,l)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Li=({id:e,label:t,value:n,isWrong:o,onChange:r})=>i`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var rf=/^[=+\-@\t\r\n＝＋－＠]/u,sf=/[",\r\n]/;function Bi(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(af).join(",")}\r
`).join("")}function af(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=rf.test(e)?`'${e}`:e;return sf.test(t)?`"${t.replaceAll('"','""')}"`:t}function Ui(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Wi({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>j(r.amount).length));return i`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${Fi}>Month<//><${Fi}>Amount<//></tr></thead>
        <tbody>${e.map(r=>i`<${cf} key=${r.month} ...${r} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var Fi=({children:e})=>i`<th scope="col"><span class="visually-hidden">${e}</span></th>`,cf=({month:e,amount:t,most:n})=>i`
  <tr>
    <th scope="row">${e?ts(e):"Before"}</th>
    <td><span class="measured">${e&&i`<${lf} share=${t/n} />`}<b>${j(t)}</b></span></td>
  </tr>
`,lf=({share:e})=>i`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function Hi({statements:e,jobs:t,agency:n,isPending:o,...r}){let s=en(a=>i`
      <${uf}
        key=${a.statementId} statement=${a} job=${t[a.jobId]} isPending=${o}
        invoice=${o&&df(a,n)}
      />
    `,[t,n,o]);return i`<${et} of=${e} row=${s} ...${r} />`}function uf({statement:e,job:t,isPending:n,invoice:o}){let{reference:r,description:s,amount:a,status:c,jobId:l}=e,[d,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],m=c||n&&"Not paid yet";return i`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${a===null?"":j(a)}</b>
      </p>
      <p class="about">
        ${m&&m!==u&&i`<${_t}>${m}<//>`}
        ${d&&i`<span>${u} <time datetime=${d}>${z(d)}</time></span>`}
        ${r&&i`<span dir="auto">${r}</span>`}
      </p>
      <${ff} statement=${e} />
      ${t&&i`<a class="reach" href=${b(`/jobs/${l}`)}><${v} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&i`<a class="reach" href=${o}><${v} name="invoice" />Send its invoice</a>`}
    </div>
  `}function ff({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${j(e)} in all`,t&&`${j(t)} of it VAT`,n&&`less ${j(n)} commission`].filter(Boolean);return o.length>1&&i`<p class="hint">${o.join(", ")}</p>`}function df({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Hn(n)?null:n.invoice.link==="job_or_statement"?b("/invoice",{statement:e}):t&&b(`/jobs/${t}/invoice`,{statement:e})}var W=e=>t=>t[e],qi=[["Statement",W("statementId")],["Date",W("date")],["Reference",W("reference")],["Description",W("description")],["Job",W("jobId")],["Net",W("net")],["VAT",W("vat")],["Gross",W("gross")],["Commission",W("commission")],["Amount",W("amount")],["Status",W("status")]],mf=[["Invoice",W("invoiceId")],["Date",W("invoiceDate")],["Number",W("invoiceNumber")],["Description",W("description")],["Job",W("jobId")],["Statement",W("statementId")],["Amount",W("amount")],["VAT",W("vat")],["Status",e=>e.item?ae(e.item,w.value?.agencyName):or(e)],["Sent",W("submittedAt")],["Document",({document:e})=>e?.name]],tt={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:qi},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:mf},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...qi,["Paid",W("paidAt")]]}};function pr(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=rr(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var pf=4*ne,Vi=new Map;function Yi({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:a,total:c,none:l,one:d,columns:u}=tt[e],{query:m,back:p}=E.value,f=m.toString(),h=y(p&&Vi.get(f)||pf),A=O("jobs").value.body?.jobs,g=K(()=>Object.fromEntries((A??[]).map(M=>[M.jobId,ce(M)])),[A]),$=Pi(n,o),_=K(()=>t.filter(M=>$(s(M))),[t,n,o]),T=Gn(_.filter(a).map(M=>M.amount)),I=n||o;if(U(()=>{I&&F(_.length?`${V(_.length,d)}, ${j(T)}`:"None for these dates")},[]),!_.length)return i`<p class="notice">${I?"There is none for these dates.":l}</p>`;let{agency:Te,contractorId:Re}=de.value,Ie=()=>Ui(`${Te} ${Re} ${e} ${se()}.csv`,Bi(u,_)),oe={jobs:g,most:h.value,onMore:()=>Vi.set(f,h.value+=ne)};return i`
    <p class="total"><span>${c}</span> <b>${j(T)}</b></p>
    ${e==="paid"&&i`<${Wi} caption="Paid by month" rows=${Ci(_.map(M=>({...M,date:s(M)})))} />`}
    ${e==="invoices"?i`<${sr} invoices=${_} ...${oe} />`:i`<${Hi} statements=${_} agency=${r} isPending=${e==="pending"} ...${oe} />`}
    <button type="button" class="btn btn-secondary" onClick=${Ie}><${v} name="download" />Download as CSV</button>
  `}function Ki(){let e=O("agency").value,t=e.body?.offers??[],n={};for(let[r,{path:s,needs:a}]of Object.entries(tt))n[r]=O(t.includes(a[0])?s:null).value;let o=Object.keys(tt).filter(r=>tt[r].needs.some(s=>t.includes(s)));return e.body?o.length?i`<${x} title="Money"><${hf} tabs=${o} readings=${n} agency=${e.body} /><//>`:i`<${x} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:i`<${x} title="Money"><${Z} reading=${e} /><//>`}var Gi=()=>D.value??[];function hf({tabs:e,readings:t,agency:n}){let{query:o}=E.value,[r,s,a]=["from","to","show"].map(m=>o.get(m)??""),c=e.includes(a)?a:e[0],l=t[c],d=pr(c,l,Gi()),u=(m,p,f)=>b("/money",{show:m,...p&&{from:p},...f&&{to:f}});return i`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>i`
          <a key=${m} href=${u(m,r,s)} aria-current=${m===c?"true":null}>
            ${tt[m].title} <span class="number">${pr(m,t[m],Gi())?.length}</span>
          </a>
        `)}
    </nav>
    <${Ri} key=${c} from=${r} to=${s} set=${(m,p)=>we(u(c,m,p),{replace:!0})} />
    ${d&&i`<${Yi} key=${[c,r,s].join()} tab=${c} rows=${d} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&i`<${Z} reading=${l} />`}
    <${he} reading=${l} />
  `}var Yt=6,vf=30,zi=5,$f=`A code can be tried ${zi} times. Please send another one.`;function Zi({asked:e,onAsked:t,onOther:n}){let[o,r,s]=[y(null),y(!1),q(null)],a=q(0),c=_f(e.at);le(()=>s.current.focus(),[]);let l=p=>{o.value=p,s.current.focus(),s.current.select()},d=async()=>{let p=Ji(s.current.value);if(p.length!==Yt)return l(`The code has ${Yt} digits.`);o.value=null,r.value=!0;let f=await Aa(e.email,p);if(r.value=!1,f.status!==201)return f.status===401&&(a.current+=1),l(a.current<zi?ue(f):$f)},u=()=>{let p=Ji(s.current.value);p!==s.current.value&&(s.current.value=p),o.value=null,p.length===Yt&&!r.value&&d()},m=async()=>{let p=await Nn(e.email);return p.status!==204?l(ue(p)):(F("Another code is on its way."),a.current=0,s.current.value="",s.current.focus(),t({...e,at:Date.now()}))};return i`
    <form onSubmit=${p=>(p.preventDefault(),d())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Yt} digits</label>
      <input
        id="code" ref=${s} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${o.value?"true":null} onInput=${u}
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
  `}var Ji=e=>e.replace(/\D/g,"").slice(0,Yt);function _f(e){let t=()=>Math.max(0,Math.ceil(vf-(Date.now()-e)/1e3)),n=y(t());return U(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var Xi="Please enter a whole e-mail address, such as name@example.com.";function Qi({first:e,onAsked:t}){let[n,o,r]=[y(null),y(!1),q(null)];return i`
    <form onSubmit=${async a=>{a.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:Xi,n.value){r.current.focus();return}o.value=!0;let l=await Nn(c);if(l.status===204){await t({email:c,at:Date.now()});return}o.value=!1,n.value=l.status===400?Xi:ue(l),r.current.focus()}} noValidate>
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
  `}var yf="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",ec=()=>i`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${v} name="mark" /></span>Contractor Portal</header>
    ${Mn.value?i`<${x} key="code" title="Enter your code" keepsFocus>
          <${Zi} asked=${Mn.value} onAsked=${mt} onOther=${()=>mt(null)} />
        <//>`:i`<${x} key="email" title="Sign in">
          ${Ce.value&&i`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${In.value&&i`<p class="problem" role="alert">${yf}</p>`}
          <${Qi} first=${Ce.value??""} onAsked=${mt} />
        <//>`}
  </div>
`;var gf={jobs:fr,job:Ii,invoice:ir,statement:ir,money:Ki,contacts:Ka,account:Ua,outbox:Ya};function nc(){if(Ze.value)return i`<${tc}>Signing out …<//>`;if(S.value===void 0)return i`<${tc}>Opening …<//>`;if(S.value===null)return i`<${ec} />`;if(w.value===null)return i`<${Ga} />`;let{screen:e,id:t,path:n}=E.value,o=gf[e]??fr,r=Y(w.value);return i`<${Qo} key=${r}><${o} key=${n} id=${t} /></${Qo}>`}var tc=({children:e})=>i`<main class="screen"><p class="loading" role="status">${e}</p></main>`;function oc(){J(()=>{if(de.value)for(let[e,t]of bf(D.value??[]))Ca(e,t)})}function bf(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let a=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of a)t.set(c,Math.max(t.get(c)??0,o))}return t}var Sf=["checking","review","done","refused","unknown"];function rc(){let e=new Map;J(()=>{let t=D.value??[];for(let n of t){let o=e.get(n.id);o&&xf(o,n)&&Sf.includes(n.state)&&F(`${Ye(n)}: ${ae(n,w.peek()?.agencyName)}`)}e=new Map(t.map(n=>[n.id,n]))}),pe(()=>S.value?.email).subscribe(()=>F(""))}var xf=(e,t)=>e.state!==t.state||fe(e)!==fe(t);var Kn=null,sc=[];function ac(){document.addEventListener("focusin",({target:t})=>{Kn=t,sc=[...Ef(t)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(Of).observe(document.getElementById("app"),e)}function Of(){let e=![document.body,Kn].includes(document.activeElement);!Kn||e||Af(Kn)||Tf(sc.find(t=>t.isConnected)??document.querySelector("h1"))}var Af=e=>e.isConnected&&!e.disabled&&!e.hidden;function*Ef(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function Tf(e){e&&(e.hasAttribute("tabindex")||(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0})),e.focus({preventScroll:!0}))}ss();Ia();ya();rc();oc();ac();Dn();J(()=>{let e=de.value;e?(os(Y(e)),Bo(e)):ua(ka.value)});Or(i`<${nc} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
