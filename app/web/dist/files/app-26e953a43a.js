(()=>{var x,fr,Hn,Ae,Wn,Yt,dr,Ht,mr,Vn,qn,ec,_t=Symbol.for("pv"),Gt={},Kt=[],tc=/^m(i|n|o|s|text|space)$/,Yn=Array.isArray,Gn=Kt.slice,Re=Object.assign;function Le(e){e&&e.parentNode&&e.remove()}function Jt(e,t,n){var o,r,s,a={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:a[s]=t[s];return c>2&&(a.children=c>3?Gn.call(arguments,2):n),$t(e,a,o,r,null)}function $t(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:_t,__v:r||++fr,__i:-1,__u:0};return!r&&x.vnode&&x.vnode(s),s}function Be(e){return e.children}function Qe(e,t){this.props=e,this.context=t,this.__g=0}function Ee(e,t){if(t==null)return e.__&&Ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Ee(e)}function nc(e){var t,n=e.__v,o=n.__e,r=[],s=[],a=e.__P;a&&((t=Re({constructor:_t},n)).__v=n.__v+1,x.vnode&&x.vnode(t),Kn(a,t,n,e.__n,a.namespaceURI,32&n.__u?[o]:null,r,o||Ee(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,yr(r,t,s),n.__=n.__e=null,t.__e!=o&&pr(t))}function pr(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),pr(e)}function lr(e){(8&e.__g||(e.__g|=8,Ae.push(e),Yt++))&&Wn==x.debounceRendering||((Wn=x.debounceRendering)||queueMicrotask)(hr)}function hr(){try{for(var e,t=1;Ae.length;)Ae.length>t&&Ae.sort(dr),e=Ae.shift(),t=Ae.length,8&e.__g&&nc(e)}finally{(Yt=Ae.length)&&(Wn||queueMicrotask)(hr)}}function vr(e,t,n,o,r,s,a,c,l,d,u){var m,p,f,h,O,g,$=o.__k||Kt,_=t.length;for(l=oc(n,t,$,l,_),m=0;m<_;m++)(f=n.__k[m])!=null&&(p=~f.__i&&$[f.__i]||Gt,f.__i=m,g=Kn(e,f,p,r,s,a,c,l,d,u),h=f.__e,(p.ref!=f.ref||8&p.__u)&&(p.ref&&Jn(p.ref,null,f,p),f.ref&&u.push(f.ref,f.__c||h,f)),O=O||h,4&f.__u?(l=$r(f,l,e,!p.__v),p.__e&&(p.__e=null)):typeof f.type=="function"&&g!==void 0?l=g:h&&(l=h.nextSibling),f.__u&=-21);return n.__e=O,l}function oc(e,t,n,o,r){var s,a,c,l,d,u,m,p,f,h=n.length,O=h,g=0,$=0,_=e.__k=Array(r);for(s=0;s<r;s++)(a=t[s])!=null&&typeof a!="boolean"&&typeof a!="function"?(typeof a!="object"||a.constructor===String?a=_[s]=$t(null,a):Yn(a)?a=_[s]=$t(Be,{children:a}):a.constructor===_t&&a.__b?a=_[s]=$t(a.type,a.props,a.key,a.ref,a.__v):_[s]=a,l=s+g,a.__=e,a.__b=e.__b+1,c=null,~(d=a.__i=rc(a,n,l,O))&&(O--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(a.__u|=16,d==l-1?g--:d==l+1?g++:d!=l&&(d>l?g--:g++,$=1)):(~d||(r>h?g--:r<h&&g++),typeof a.type!="function"&&(a.__u|=4))):_[s]=null;if($){for(u=[],m=[],s=0;s<r;s++)if((a=_[s])&&16&a.__u){for(g=0,p=u.length;g<p;)u[f=g+p>>1]<a.__i?g=f+1:p=f;u[g]=a.__i,m[s]=g+1}for(g=u.length;s--;)m[s]&&(m[s]==g?g--:_[s].__u|=4)}if(O)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Ee(c)),zn(c,c));return o}function $r(e,t,n,o){var r,s,a,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=$r(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Ee(e))&&!t.parentNode&&(t=null),a=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(a!=c&&(!o&&n.moveBefore&&a.parentNode?n.moveBefore(a,t):n.insertBefore(a,t||null)),t=a;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function rc(e,t,n,o){var r,s=e.key,a=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&a==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&a==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&a==c.type)return r}return-1}function ur(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function qt(e,t,n,o,r){var s,a;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||ur(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||ur(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(a=qn[t]||(qn[t]=sc(t)),(e.__a||(e.__a={}))[t]=Vn,s=t!=(t=t.replace(mr,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,a,s):e.removeEventListener(t,a,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function sc(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Ht]==null)t[Ht]=Vn++;else if(t[Ht]<this.__a[e])return;return n(x.event?x.event(t):t)}}}function Kn(e,t,n,o,r,s,a,c,l,d){var u,m,p,f,h,O,g,$,_,T,I,ke,Ce,Oe,oe,M,de,je,ve=t.type;if(t.constructor!==_t)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,m=s=[],u.nodeType==8?c=Vt(u,s):s.push(u),c=s[0]||c),(u=x.__b)&&u(t);e:if(typeof ve=="function"){p=a.length;try{if($=t.props,_=(u=ve.prototype)&&u.render,T=(u=ve.contextType)&&o[u.__c],I=u?T?T.props.value:u.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):(_?t.__c=f=new ve($,I):(t.__c=f=new Qe($,I),f.constructor=ve,f.render=ic),T&&T.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),_&&(f.__s||(f.__s=f.state),ve.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=Re({},f.__s)),Re(f.__s,ve.getDerivedStateFromProps($,f.__s)))),h=f.props,O=f.state,f.__v=t,n.__c){if($!==h&&_&&!ve.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps($,I),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate($,f.__s,I)===!1){t.__v!=n.__v&&(f.props=$,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(re){re&&(re.__=t)}),Kt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&a.push(f),c=Ee(n);break e}f.componentWillUpdate&&f.componentWillUpdate($,f.__s,I),_&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate(h,O,g)})}else _&&!ve.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),_&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=I,f.props=$,f.__P=e,f.__g&=-5,ke=x.__r,Ce=_?25:0;do f.__g&=-9,ke&&ke(t),u=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++Ce<25);_&&(Kt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=Re({},o,f.getChildContext())),_&&n.__c&&f.getSnapshotBeforeUpdate&&(g=f.getSnapshotBeforeUpdate(h,O)),Oe=u&&u.type===Be&&u.key==null?u.props.children:u,$.__P&&(u=c,r=(e=$.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(re){re&&zn(re,re)}),n.__k=null),c=n.__k?Ee(n,0):null),c=vr(e,Yn(Oe)?Oe:[Oe],t,n,o,r,s,a,c,l,d),$.__P&&(t.__e=null,c=u),t.__u&=-161,m&&m.some(Le),f.__h.length&&a.push(f),1&f.__g&&(f.__g&=-4)}catch(re){if(a.length=p,t.__v=null,l||s)if(re&&re.then){if(t.__u|=128|l,s){for(~(de=s.indexOf(c||void 0))||(de=s.length);(je=s[de-1])&&je.nodeType==8;)de--;for(;de<s.length;de++)if(je=s[de])if(s[de]=null,oe){if(je==M)break}else{if(je.nodeType!=8)break;je.data.startsWith("$s")&&(M=Vt(oe=je))}}if(!oe){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;oe=c}(u=Vt(oe=t.__c.__z||(t.__c.__z=oe)))?(t.__e=oe,c=u):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Le);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),re&&re.then||_r(t),x.__e(re,t,n)}}else c=t.__e=ac(n.__e,t,n,o,r,s,a,l,d,e);return(u=x.diffed)&&u(t),c}function Vt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function _r(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(_r))}function yr(e,t,n){for(var o=0;o<n.length;)Jn(n[o++],n[o++],n[o++]);x.__c&&x.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){x.__e(s,r.__v)}})}function ac(e,t,n,o,r,s,a,c,l,d){var u,m,p,f,h,O,g,$,_=n.props||Gt,T=t.props,I=t.type;if(I=="svg"?r="http://www.w3.org/2000/svg":I=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(u=0;u<s.length;u++)if((h=s[u])&&(I?h.localName==I:h.nodeType==3)){e=h,s[u]=null;break}}if(!e){if($=d.ownerDocument||document,!I)return $.createTextNode(T);e=$.createElementNS(r,I,T.is?T:d),c&&(x.__m&&x.__m(t,s),c=!1),s=null}if(I){if(d=I=="template"&&e.content||e,s=I=="textarea"&&T.defaultValue!=null?null:s&&Gn.call(d.childNodes),!c&&s)for(_={},u=0;u<e.attributes.length;u++)_[(h=e.attributes[u]).name]=h.value;for(u in _)h=_[u],u=="dangerouslySetInnerHTML"?p=h:u=="children"||u in T||u=="value"&&"defaultValue"in T||u=="checked"&&"defaultChecked"in T||qt(e,u,null,h,r);for(u in T)h=T[u],u=="children"?f=h:u=="dangerouslySetInnerHTML"?m=h:u=="value"?O=h:u=="checked"?g=h:c&&typeof h!="function"||_[u]===h||qt(e,u,h,_[u],r);m?(c||p&&(m.__html==p.__html||m.__html==e.innerHTML)||(e.innerHTML=m.__html),t.__k=[]):(p&&(e.textContent=""),(I=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&tc.test(I))&&(r="http://www.w3.org/1999/xhtml"),vr(d,Yn(f)?f:[f],t,n,o,r,s,a,s?s[0]:n.__k&&Ee(n,0),c,l),s&&s.some(Le)),c&&I!="textarea"||(u="value",I=="progress"&&O==null?e.removeAttribute(u):O==null||O===e[u]&&(I!="progress"||O)||qt(e,u,O,_[u],r),u="checked",g!=null&&g!=e[u]&&qt(e,u,g,_[u],r))}else _===T||c&&e.data==T||(e.data=T);return e}function Jn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){x.__e(r,n)}}function zn(e,t,n){var o,r,s,a;if(x.unmount&&x.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Jn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){x.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(a=0;a<o.length;a++)o[a]&&zn(o[a],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Vt(o,s=[]))&&(o==e.__e&&s.some(Le),Le(r),Le(o)),n||Le(e.__e),e.__e=e.__c=e.__=null}function ic(e,t,n){return this.constructor(e,n)}function gr(e,t){var n,o,r,s;x.__&&x.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=$t(Be,{children:[e]}),r=[],s=[],Kn(t,t.__k,o||Gt,Gt,t.namespaceURI,o?null:t.firstChild?Gn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),yr(r,t.__k,s),t.__k.props.children=null}x={__e:function(e,t,n,o){for(var r,s,a;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((a=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),a=1),a&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Yt=0,e}},fr=0,Hn=function(e){return e!=null&&e.constructor===_t},Qe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Re({},this.state)),typeof e=="function"&&(e=e(Re({},n),this.props)),e&&(Re(n,e),this.__v&&(t&&this.__k.push(t),lr(this)))},Qe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),lr(this))},Qe.prototype.render=Be,Ae=[],Yt=0,dr=function(e,t){return e.__v.__b-t.__v.__b},Ht=Symbol(),mr=/(PointerCapture)$|Capture$/i,Vn=0,qn={},ec=0;var Ue,R,Zn,br,Xn=Object.is,gt=0,Ir=[],Qn=[],L=x,wr=L.__b,Sr=L.__r,xr=L.diffed,kr=L.__c,Or=L.unmount,Ar=L.__;function bt(e,t){L.__h&&L.__h(R,e,gt||t),gt=0;var n=R.__H||(R.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function Fe(e){return gt=1,cc(Nr,e)}function cc(e,t,n){var o=bt(Ue++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Nr(void 0,t),function(s){var a=(o.__N||o.__)[0],c=o.t(a,s);Xn(a,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=R,!R.__f)){R.__f=!0;var r=R.shouldComponentUpdate;R.shouldComponentUpdate=function(s,a,c){var l=this.__H;if(!l)return!0;var d=!1,u=this.props!=s;if(l.__.some(function(p){p.__N&&(d=!0,Xn(p.__[0],p.__N[0])||(u=!0))}),r){var m=r.call(this,s,a,c);return d?m||u:m}return!d||u}}return o.__}function B(e,t){var n=bt(Ue++,3);!L.__s&&to(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,R.__H.__h.push(n))}function le(e,t){var n=bt(Ue++,4);!L.__s&&to(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,R.__h.push(n))}function H(e){return gt=5,K(function(){return{current:e}},[])}function K(e,t){var n=bt(Ue++,7);return to(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function zt(e,t){return gt=8,K(function(){return e},t)}function Mr(){var e=bt(Ue++,11);if(!e.__){for(var t=R.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function lc(){var e;do{for(;e=Qn.shift();)try{yt(e)}catch(n){L.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Ir.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(yt),t.__h.some(eo),t.__h=[]}catch(n){t.__h=[],L.__e(n,e.__v)}}}while(Qn.length)}L.__b=function(e){R=null,wr&&wr(e)},L.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ar&&Ar(e,t)},L.__r=function(e){Sr&&Sr(e),Ue=0;var t=(R=e.__c).__H;t&&(Zn==R?R.__h=[]:(t.__h.some(yt),t.__h.some(eo),Ue=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Zn=R},L.diffed=function(e){xr&&xr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Tr(Ir.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Zn=R=null},L.__c=function(e,t){t.some(function(n){try{n.__h.some(yt),n.__h=n.__h.filter(function(o){return!o.__||eo(o)})}catch(o){n.__h=[function(){throw o}]}}),kr&&kr(e,t)},L.unmount=function(e){Or&&Or(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Tr(Qn.push(r))}else yt(r)}catch(s){t=s}}),o.__H=void 0,t&&L.__e(t,o.__v))};var Er=typeof requestAnimationFrame=="function";function uc(e){var t,n=function(){clearTimeout(o),Er&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Er&&(t=requestAnimationFrame(n))}function Tr(e){e!=1&&br==L.requestAnimationFrame||((br=L.requestAnimationFrame)||uc)(lc)}function yt(e){var t=R,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),R=t}function eo(e){var t=R;e.__c=e.__(),R=t}function to(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!Xn(n,e[o])})}function Nr(e,t){return typeof t=="function"?t(e):t}var fc=Symbol.for("preact-signals");function en(){if($e>1)$e--;else{var e,t=!1;for((function(){var r=Xt;for(Xt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var a=s.t;a!==void 0;a=a.x)a.i===r.i&&(a.i=s.i);r=r.o}})();St!==void 0;){var n=St;for(St=void 0,Zt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Pr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Zt=0,$e--,t)throw e}}function oo(e){if($e>0)return e();no=++dc,$e++;try{return e()}finally{en()}}var wt,D=void 0;function xt(e){var t=D,n=wt;D=void 0,wt=void 0;try{return e()}finally{D=t,wt=n}}var St=void 0,$e=0,Zt=0,dc=0,no=0,Xt=void 0,Qt=0;function Dr(e){if(D!==void 0){var t=e.n;if(t===void 0||t.t!==D)return t={i:0,S:e,p:D.s,n:void 0,t:D,e:void 0,x:void 0,r:t},D.s!==void 0&&(D.s.n=t),D.s=t,e.n=t,32&D.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=D.s,t.n=void 0,D.s.n=t,D.s=t),t}}function q(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}q.prototype.brand=fc;q.prototype.h=function(){return!0};q.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:xt(function(){var o;(o=t.W)==null||o.call(t)}))};q.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&xt(function(){var r;(r=t.Z)==null||r.call(t)}))}};q.prototype.subscribe=function(e){var t=this;return J(function(){var n=t.value;xt(function(){return e(n)})},{name:"sub"})};q.prototype.valueOf=function(){return this.value};q.prototype.toString=function(){return this.value+""};q.prototype.toJSON=function(){return this.value};q.prototype.peek=function(){var e=this;return xt(function(){return e.value})};Object.defineProperty(q.prototype,"value",{get:function(){var e=Dr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Zt>100)throw new Error("Cycle detected");(function(n){$e!==0&&Zt===0&&n.l!==no&&(n.l=no,Xt={S:n,v:n.v,i:n.i,o:Xt})})(this),this.v=e,this.i++,Qt++,$e++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{en()}}}});function U(e,t){return new q(e,t)}function Pr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Cr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function jr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function We(e,t){q.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Qt-1,this.f=4}We.prototype=new q;We.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Qt))return!0;if(this.g=Qt,this.f|=1,this.i>0&&!Pr(this))return this.f&=-2,!0;var e=D;try{Cr(this),D=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return D=e,jr(this),this.f&=-2,!0};We.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}q.prototype.S.call(this,e)};We.prototype.U=function(e){if(this.t!==void 0&&(q.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};We.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(We.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Dr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function Te(e,t){return new We(e,t)}function Lr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){$e++;var n=D;D=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,ro(e),o}finally{D=n,en()}}}function ro(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Lr(e)}function mc(e){if(D!==this)throw new Error("Out-of-order effect");jr(this),D=e,this.f&=-2;try{8&this.f&&ro(this)}finally{en()}}function et(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,wt&&wt.push(this)}et.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};et.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Lr(this),Cr(this),$e++;var e=D;return D=this,mc.bind(this,e)};et.prototype.N=function(){2&this.f||(this.f|=2,this.u=St,St=this)};et.prototype.d=function(){this.f|=8,1&this.f||ro(this)};et.prototype.dispose=function(){this.d()};function J(e,t){var n=new et(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Rr,nn,tn,pc=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Br=[];J(function(){Rr=this.N})();function tt(e,t){x[e]=t.bind(null,x[e]||function(){})}function kt(e){if(tn){var t=tn;tn=void 0,t()}tn=e&&e.S()}function Ur(e){var t=this,n=e.data,o=y(n);o.name="ReactiveDom",o.value=n;var r=K(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var d=Te(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),u=Te(function(){return!Array.isArray(d.value)&&!Hn(d.value)}),m=J(function(){if(this.N=Fr,u.value){var f=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),p=t.__$u.d;return t.__$u.d=function(){m(),p.call(this)},[u,d]},[]),s=r[0],a=r[1];return s.value?a.peek():a.value}Ur.displayName="ReactiveTextNode";Object.defineProperties(q.prototype,{constructor:{configurable:!0,value:Jt(Be,null).constructor},type:{configurable:!0,value:Ur},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});tt("__b",function(e,t){if(kt(),nn=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof q&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});tt("__r",function(e,t){if(e(t),t.type!==Be){kt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var a;return J(function(){a=this},{name:s}),a.c=r,a})((function(r){return function(){var s;pc&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),nn=o,kt(n)}});tt("__e",function(e,t,n,o){kt(),nn=void 0,e(t,n,o)});tt("diffed",function(e,t){kt(),nn=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var a in s){var c=s[a];c===void 0||o&&a in o||(c.d(),s[a]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var d=s[l],u=o[l];d===void 0?(d=hc(n,l,u,r),s[l]=d):d.o(u,r)}}}e(t)});function hc(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=U(n);return{o:function(a,c){s.value=a,o=c},d:J(function(){this.N=Fr;var a=s.value.value;o[t]!==a&&(o[t]=a,r?e[t]=a:a!=null&&(a!==!1||t[4]==="-")?e.setAttribute(t,a):e.removeAttribute(t))})}}tt("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var a=t.__np;if(a){var c=t.props;for(var l in a)c[l]=a[l]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var u=d.__$u;u&&(d.__$u=void 0,u.d())}}e(t)});tt("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Qe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var a in e)if(a!=="__source"&&e[a]!==this.props[a])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function y(e,t){return K(function(){return U(e,t)},[])}var vc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function $c(){oo(function(){for(var e;e=Br.shift();)Rr.call(e)})}function Fr(){Br.push(this)===1&&(x.requestAnimationFrame||vc)($c)}var qr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var a=t[s++],c=t[s]?(t[0]|=a?1:2,n[t[s++]]):t[++s];a===3?o[0]=c:a===4?o[1]=Object.assign(o[1]||{},c):a===5?(o[1]=o[1]||{})[t[++s]]=c:a===6?o[1][t[++s]]+=c+"":a?(r=e.apply(c,qr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Wr=new Map;function Hr(e){var t=Wr.get(this);return t||(t=new Map,Wr.set(this,t)),(t=qr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,a="",c="",l=[0],d=function(p){s===1&&(p||(a=a.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,p,a):s===3&&(p||a)?(l.push(3,p,a),s=2):s===2&&a==="..."&&p?l.push(4,p,0):s===2&&a&&!p?l.push(5,0,!0,a):s>=5&&((a||!p&&s===5)&&(l.push(s,0,a,r),s=6),p&&(l.push(s,p,0,r),s=6)),a=""},u=0;u<n.length;u++){u&&(s===1&&d(),d(u));for(var m=0;m<n[u].length;m++)o=n[u][m],s===1?o==="<"?(d(),l=[l],s=3):a+=o:s===4?a==="--"&&o===">"?(s=1,a=""):a=o+a[0]:c?o===c?c="":a+=o:o==='"'||o==="'"?c=o:o===">"?(d(),s=1):s&&(o==="="?(s=5,r=a,a=""):o==="/"&&(s<5||n[u][m+1]===">")?(d(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),s=2):a+=o),s===3&&a==="!--"&&(s=4,l=l[0])}return d(),l})(e)),t),arguments,[])).length>1?t:t[0]}var i=Hr.bind(Jt);var Gr="Europe/London",so=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Gr,...e}),Kr=so({day:"numeric",month:"long",year:"numeric"}),_c=so({month:"short",year:"numeric"}),Vr=so({hour:"2-digit",minute:"2-digit"}),on=new Intl.DateTimeFormat("sv-SE",{timeZone:Gr}),yc=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),gc=864e5,se=(e=new Date)=>on.format(e),z=e=>Kr.format(new Date(e)),Jr=e=>_c.format(new Date(`${e}-01`));function Ie(e,t=new Date){let n=new Date(e);return on.format(n)===on.format(t)?Vr.format(n):`${Kr.format(n)}, ${Vr.format(n)}`}var C=e=>yc.format(e),Y=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function zr(e,t=new Date){let n=Math.round((Yr(t)-Yr(new Date(e)))/gc);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Yr=e=>Date.parse(on.format(e)),rn=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function me({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${Ie(e)}`;return i`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function Z({reading:{busy:e,problem:t}}){return t?i`<p class="notice" role="alert">${t}</p>`:e?i`<p class="loading" role="status">Loading …</p>`:null}var ao="([A-Za-z0-9_-]{1,64})",io=new RegExp(`^${ao}$`),bc={"/":"jobs","/jobs":"jobs",[`/jobs/${ao}`]:"job",[`/jobs/${ao}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},wc=Object.entries(bc).map(([e,t])=>[new RegExp(`^${e}$`),t]);function sn(e){for(let[t,n]of wc){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var A=U(co());function co(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...sn(location.pathname)??sn("/"),path:location.pathname,account:io.test(n)&&io.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function b(e,t={},n=A.value.account){let[o,r]=n?.split("/")??[],s=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return s?`${e}?${s}`:e}function Zr(e){A.value.account||_e(b(A.value.path,Object.fromEntries(A.value.query),e),{replace:!0})}function _e(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:Sc(n)},""),history.pushState(null,"",e)),A.value=co()}var an=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function Sc(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return o?{href:r,at:an(r,t).indexOf(o),top:o.getBoundingClientRect().top}:null}function Xr(){let{y:e,mark:t}=A.value;scrollTo(0,e);let n=t&&an(t.href,document.querySelector("main"))[t.at];if(!n)return;let o=()=>scrollBy(0,n.getBoundingClientRect().top-t.top);o(),requestAnimationFrame(()=>requestAnimationFrame(o))}function Qr(){history.scrollRestoration="manual",addEventListener("popstate",()=>{A.value=co(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!sn(t.pathname)||(e.preventDefault(),_e(t.href,{replace:t.href===location.href,link:t}))})}var kc={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},v=({name:e})=>i`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${kc[e]} /></svg>
`;var Oc="Contractor Portal",es=!0;function S({title:e,back:t,keepsFocus:n=!1,children:o}){let r=H(null);return le(()=>{es||(n||r.current.focus({preventScroll:!0}),Xr()),es=!1},[]),le(()=>{document.title=`${e} – ${Oc}`},[e]),i`
    <main id="main" class="screen">
      ${t&&i`<a class="back" href=${b(t.path)}><${v} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var ts="application/json",ns=()=>{};function os(e){ns=e}async function X(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let a=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!a&&c.set("Content-Type",ts);try{let l=await fetch(`/api/${e}`,{method:t,headers:c,body:a||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:d,headers:u}=l,p=u.get("Content-Type")?.startsWith(ts)??!1?await l.json().catch(()=>null):null;return Ac(d,p,u)?(d===401&&ns(),{status:d,body:p,headers:u,offline:!1}):d===413?Ec():lo()}catch{return lo()}}function Ac(e,t,n){return n.get("X-Request-ID")?e>=400?typeof t?.error=="string":t!==null||e===204||e===304:!1}var Ec=()=>({...lo(),status:413,offline:!1}),lo=()=>({status:0,body:null,headers:new Headers,offline:!0}),Tc="The portal cannot be reached just now. Please check your connection and try again.",ue=({offline:e,body:t})=>e?Tc:t?.error??"Something went wrong. Please try again in a minute.";var mo=(e,t)=>t.some(n=>e instanceof n),rs,ss;function Ic(){return rs||(rs=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Mc(){return ss||(ss=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var po=new WeakMap,uo=new WeakMap,cn=new WeakMap;function Nc(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",a)},s=()=>{n(pe(e.result)),r()},a=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",a)});return cn.set(t,e),t}function Dc(e){if(po.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",a),e.removeEventListener("abort",a)},s=()=>{n(),r()},a=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",a),e.addEventListener("abort",a)});po.set(e,t)}var ho={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return po.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return pe(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function ls(e){ho=e(ho)}function Pc(e){return Mc().includes(e)?function(...t){return e.apply(nt(this),t),pe(this.request)}:function(...t){return pe(e.apply(nt(this),t))}}function Cc(e){return typeof e=="function"?Pc(e):(e instanceof IDBTransaction&&Dc(e),mo(e,Ic())?new Proxy(e,ho):e)}function pe(e){if(e instanceof IDBRequest)return Nc(e);if(uo.has(e))return uo.get(e);let t=Cc(e);return Object.is(t,e)||(uo.set(e,t),cn.set(t,e)),t}var nt=e=>cn.get(e);function us(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let a=indexedDB.open(e,t),c=pe(a);return o&&a.addEventListener("upgradeneeded",l=>{o(pe(a.result),l.oldVersion,l.newVersion,pe(a.transaction),l)}),n&&a.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",d=>r(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function fs(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),pe(n).then(()=>{})}var jc=["get","getKey","getAll","getAllKeys","count"],Lc=["put","add","delete","clear"],fo={};function as(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(fo[t])return fo[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Lc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||jc.includes(n)))return;let s=async function(a,...c){let l=this.transaction(a,r?"readwrite":"readonly"),d=l.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),r&&l.done]))[0]};return fo[t]=s}ls(e=>({...e,get:(t,n,o)=>as(t,n)||e.get(t,n,o),has:(t,n)=>!!as(t,n)||e.has(t,n)}));var Rc=["advance","continue","continuePrimaryKey"],is={},vo=new WeakMap,ds=new WeakMap,Bc={get(e,t){if(!Rc.includes(t))return e[t];let n=is[t];return n||(n=is[t]=function(...o){vo.set(this,ds.get(this)[t](...o))}),n}};async function*Uc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Bc);for(ds.set(n,t),cn.set(n,nt(t));t;)yield n,t=await(vo.get(n)||t.continue()),vo.delete(n)}function cs(e,t){return t===Symbol.asyncIterator&&mo(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&mo(e,[IDBIndex,IDBObjectStore])}ls(e=>({...e,get(t,n,o){return cs(t,n)?Uc:e.get(t,n,o)},has(t,n){return cs(t,n)||e.has(t,n)}}));var ln=new Set,ms=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){ms=ln.size>0;for(let t of ln)Ot(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&ms&&location.reload()});function ps(e){let t=nt(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return $o(o),o}}function $o(e){let t=nt(e)??e;ln.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>ln.delete(t));pe(t).done.catch(()=>{})}function Ot(e){try{e.abort()}catch{}}async function qe(e,t){let n=0,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}var Fc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...a}=r.value;o.put({...a,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],Wc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",held:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},ye=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=Wc[t]}},vs=["InvalidStateError","UnknownError"],qc="portal:",Hc=1e4,Vc=1e4,hs=3e3,Me=new Map,un=new Set,yo=!1,Q=({agency:e,contractorId:t,email:n})=>`${qc}${e}/${t} ${n}`;function Yc(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function $s(){return(indexedDB.databases?await Ne(()=>indexedDB.databases()):[...Me.keys()].map(t=>({name:t}))).map(({name:t})=>Yc(t)).filter(Boolean)}var _s=()=>{yo=!0},go=e=>un.delete(e);async function _o(e,t=Fc){if(un.has(e))throw new ye("gone");if(!Me.has(e)){let n=Gc(e,t);Me.set(e,n),n.catch(()=>Me.delete(e))}return Ne(()=>qe(Hc,Me.get(e)))}var Gc=(e,t)=>Ne(async()=>{let n=await us(e,t.length,{upgrade(o,r,s,a){$o(a),Kc(t.slice(r),o,a)},blocking(o,r){r===null&&un.add(e),bo(e)},terminated:()=>Me.delete(e)});return ps(n),n});async function Kc(e,t,n){try{for(let o of e)await o(t,n)}catch{Ot(n)}}async function bo(e){let t=Me.get(e);Me.delete(e),(await t?.catch(()=>null))?.close()}async function ys(e){let t=qe(hs,Jc(e)).then(()=>!0,()=>!1);un.add(e);let n=await t;bo(e);try{await Ne(()=>qe(hs,fs(e)))}catch(o){if(!n)throw o}}async function Jc(e){let t=await _o(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var ee=(e,t,n)=>Ne(async()=>{let o=await zc(e,t,n);return yo=!0,o}),ge=(e,t,n)=>Ne(()=>qe(Vc,ee(e,t,n)));async function zc(e,t,n){try{return await t(await _o(e,n))}catch(o){if(!vs.includes((o.cause??o).name))throw o;return await bo(e),t(await _o(e,n))}}async function Ne(e){try{return await e()}catch(t){throw t instanceof ye?t:new ye(Zc(t),t)}}function Zc(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"held":["SecurityError",...vs].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?yo?"lost":"closed":"broken"}var Xc={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},Qc="May have arrived",Ss={expired:"Not delivered",abandoned:"Not delivered"},el=["rejected","expired","abandoned"],dn=1e4,tl=144*36e5,xs=2e3,ks=3e5,So=6e4,nl=600,ol=36e5,rl=6e5,sl=24*36e5,al=1e4,il=/^document: /,cl=[400,404,405,413,415,422],Os="It may have arrived. It is sent again, and the portal knows it for the same.",ll="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",gs="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",ul=" If that does not help, attach the PDF again.",fl="The portal cannot tell any more what became of it. Please look at the job before you send it again.",As="It may have arrived a week ago. Please look at the job: if it is not there, send it again.";function ae(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:rt(e)?Qc:n==="refused"&&Ss[o]||Xc[n]}function Es(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?ae(e,t):`${ae(e,t)}${Ss[o]?":":", because:"} ${r}`}var Ts=(e,t)=>e.state==="refused"||e.sentence?.startsWith(ae(e,t))?null:e.sentence,He=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],j=({state:e})=>e!=="done",te=({state:e})=>["checking","review"].includes(e),xo=e=>j(e)&&!te(e),be=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Is=(e,t)=>be(e)?{heldUntil:t+rl}:void 0,At=e=>e.state!=="sending"&&!te(e),mn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,rt=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,G=({state:e})=>["refused","unknown"].includes(e),Ms=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...pn({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+dn:0}),pn=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...dl}),dl={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,asks:null,ended:null,result:null};function Ns(e,t){return Ds(e).filter(n=>wo(n)<=t||wo(n)>t+sl).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function ko(e){let t=Ds(e).map(wo);return t.length?Math.min(...t):null}var wo=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Ds(e){let t=new Set;return e.filter(n=>{if(te(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Ps(e,t){return js(e,t)?Oo(As):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Cs(e,t,n=Math.random){if(js(e,t))return Oo(As);let o=be(e)?gs+ul:gs;return ot(e,null,t,n,{sentence:o,asks:"document"},So)}var js=({sentAt:e},t)=>e!==null&&t-e>tl,Ls=()=>({state:"waiting",sentence:Os,nextAt:0});function Rs(e,t,n,o=Math.random){let{status:r,body:s,headers:a,offline:c}=t,l={sentAt:e.sentAt??n},d=s?.error?.replace(il,"")??null;if(c)return ot(e,null,n,o,{...l,sentence:Os},So);if(r===413&&!s)return ot(e,nl,n,o,{sentAt:e.sentAt,sentence:ll,asks:"size"},ol);let u=a.get("Submission-State"),m=a.get("Retry-After");return r===200||r===201?Us(e,s,n):r===202?bs(s.state,s.submissionId,s.message,n):u==="rejected"?fn(d,{ended:u}):r===409&&m?ot(e,m,n,o,{...l,sentence:d},al):a.get("Location")?bs(u,a.get("Location").split("/").at(-1),d,n):u==="not-sent"?ot(e,m,n,o,{sentAt:null,sentence:d}):r===409?fn(d,{asks:e.kind==="invoice"?"duplicate":null}):cl.includes(r)?fn(d):ot(e,m,n,o,{...r>=500?l:{sentAt:e.sentAt},sentence:d})}function Bs(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?Oo(fl):o||t!==200?ws(e,e,r,s):n.state==="confirmed"?Us(e,n.result,r):el.includes(n.state)?fn(n.message,{ended:n.state}):ws(e,{state:Fs(n.state),sentence:n.message},r,s)}var Us=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?ml(t):t}),ml=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},fn=(e,{asks:t=null,ended:n=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,sentAt:null}),Oo=e=>({state:"unknown",sentence:e,asks:null}),Fs=e=>e==="review"?"review":"checking",bs=(e,t,n,o)=>({state:Fs(e),submissionId:t,sentence:n,tries:0,nextAt:o+xs});function ot(e,t,n,o,r,s=ks){let a=Math.max(Number(t)*1e3||0,hn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+a}}function ws({tries:e},{state:t,sentence:n},o,r){let s=t==="review"?ks:So;return{state:t,sentence:n,tries:e+1,nextAt:o+hn(e,s,r)}}var hn=(e,t,n=Math.random)=>Math.min(t,xs*2**Math.min(e,20))*(.5+n()/2);var qs="portal-outbox",pl={durability:"strict"},Ws=["outbox","documents","blobs"],hl=1e4,st=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ve=class{constructor(t){this.owner=t,this.name=Q(t)}all(){return ge(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let a=await r.add(t);return n&&await s.put({id:a,bytes:n}),{...t,id:a}});return vn(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:a,blobs:c})=>{let l=await s.get(t),d=l&&n(l);if(d===void 0)return;let u=d&&{...l,...d},m=Hs(u);return await Promise.all([u?s.put(u):s.delete(t),m?o&&a.put({id:t,bytes:o}):a.delete(t),(o||!m)&&c.delete(t)]),u});if(r===void 0)throw new st;return vn(this.name),r}async documentOf(t){let n=await ge(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await ge(this.name,s=>s.get("blobs",t));if(!n)throw new ye("lost");let o=await Ne(()=>qe(hl,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:a})=>{await a.count(t)&&await Promise.all([s.put({id:t,bytes:o}),a.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return ee(this.name,async n=>{let o=n.transaction(Ws,"readwrite",pl),r=Object.fromEntries(Ws.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw Ot(o),c}),[a]=await Promise.all([s,o.done]);return a})}tidy(){return ee(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!j(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},at=class{#e=[];#t=new Map;#n=0;constructor(t){this.owner=t,this.name=Q(t)}async all(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#n};return this.#e.push(o),n&&this.#t.set(o.id,n),vn(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new st;let a=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...a?[a]:[]),o?this.#t.set(t,o):Hs(a)||this.#t.delete(t),vn(this.name),a}async documentOf(t){return this.#t.get(t)}},Hs=e=>!!e?.document&&j(e);function vn(e){let t=new BroadcastChannel(qs);t.postMessage(e),t.close()}function Vs(e){let t=new BroadcastChannel(qs);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function Et(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw Object.assign(new ye("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}function Ys(e,t){let{method:n,path:o}=vl(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?$l(e,t):e.content,timeoutMs:t?3e5:6e4}}function vl({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function $l({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t.name),o}var Tt=new BroadcastChannel("portal-turn"),It=[];Tt.addEventListener("message",({data:{asks:e}})=>{It.includes(e)&&Tt.postMessage({holds:e})});function Gs(e,t){return zs(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(a){if(a.name!=="AbortError")throw a;return r=!1,null}})}function Ks(e,t){return zs(e,({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function Js(e,t){let n=!1,o=()=>(n=!0,Zs(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function zs(e,t){let n=!1,o=r=>(n=!0,Zs(e,r));for(let r=!1;;r=!await _l(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function Zs(e,t){It.push(e);try{return await t()}finally{It.splice(It.indexOf(e),1)}}function _l(e){return It.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),Tt.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);Tt.addEventListener("message",o),Tt.postMessage({asks:e})})}var Xs="portal-session",yl=5e3;async function Ye(e=null){return(await $s()).filter(t=>e===null||t.email===e).map(t=>new Ve(t))}async function Ao(e){return await Gs(`portal-outbox:${e.name}`,async n=>{for(await gl(e);n();){let[o]=Ns(await e.all(),Date.now());if(!o)return{hold:null,next:ko(await e.all())};let r=await bl(e.owner,()=>n()?wl(e,o):null);if(r)return{hold:r,next:null}}return null})??{hold:null,next:Date.now()+yl}}var $n=e=>Js(Xs,e);async function gl(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,Ls)}function bl(e,t){return Ks(Xs,async()=>await Qs(e)??t())}async function Qs({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await X("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function wl(e,t){try{return await(te(t)?xl(e,t):Sl(e,t))}catch(n){if(n instanceof st)return null;throw n}}async function Sl(e,t){let n=l=>l.state==="waiting"&&l.key===t.key&&l.heldUntil===t.heldUntil,o=t.document?await e.documentOf(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,l=>n(l)?Cs(l,Date.now()):void 0),null;let r=await e.change(t.id,l=>n(l)?Ps(l,Date.now()):void 0);if(r.state!=="sending")return null;let s=Ys(t,o),a=await X(s.path,{...s,account:ta(e)}),c=await ea(e,a);return await e.change(t.id,l=>{if(!(l.attempt!==r.attempt||l.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Rs(t,a,Date.now())}),c??(a.offline?"offline":null)}async function xl(e,t){let n=await X(`contractor/submissions/${t.submissionId}`,{account:ta(e)}),o=await ea(e,n);return o||await e.change(t.id,r=>te(r)?Bs(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function ea(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?Qs(e.owner):null}var ta=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var kl="outbox",na=!1,Ol=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator&&!na,Ge=()=>Ol()?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection.";async function _n(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(kl).catch(()=>{na=!0})}var Eo=e=>`outbox ${e}`;function yn(e,t){try{t?localStorage.setItem(Eo(e),String(t)):localStorage.removeItem(Eo(e))}catch{}}function To(e){try{return Number(localStorage.getItem(Eo(e))??0)}catch{return 0}}var oa=e=>yn(e,0);var N=U(null),he=U(null),Nt=U([]),ie=U(null),El=6e4,Tl=168*36e5,Il="This device has no room left, so nothing can be sent from it. Please free some space.",P=null,No=0,Io=0,Mt=!1,gn=null,Mo=!1;async function Do(e){if(P?.name===Q(e))return;Po(),go(Q(e));let t=new Ve(e);To(t.name)&&_s(),P=t;try{let n=(await t.all()).length?0:To(t.name);for(let o of(await Ye()).filter(r=>r.owner.email!==e.email))await o.tidy(),yn(o.name,await Lo(o));await Nl(t),await jo(t,await t.all(),fa),P===t&&(ie.value=n?Pl(n):null)}catch(n){if(P!==t)return;ie.value=Ro(n),n.reason==="closed"&&(P=new at(e))}await Dt(),N.value?.some(j)&&_n(),we()}async function sa(e){Po(),(e?await Ye(e.email).catch(()=>[]):[]).some(({name:n})=>n===Q(e))&&!P&&await Do(e)}function Po(){clearTimeout(No),P=null,N.value=null,he.value=null,Nt.value=[],ie.value=null}async function it({document:e,...t}){let{bytes:n,...o}=e?await Et(e):{},r=await P.add(Ms({...t,document:n?o:null},Date.now()),n);return await Dt(),navigator.storage?.persist?.(),_n(),we(),r}async function bn(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}},{bytes:s,...a}=o?await Et(o):{};return o!==void 0&&(r.document=s?a:null),ct(e,c=>be(c)?pn(r):void 0,s)}var aa=e=>ct(e,t=>Is(t,Date.now())),ia=e=>ct(e,({heldUntil:t})=>t?{heldUntil:0}:void 0);function Co(e,{duplicate:t=!1}={}){return ct(e,n=>G(n)?pn({duplicate:t}):void 0)}var ca=e=>ct(e,t=>At(t)?null:void 0),la=e=>ct(e,t=>mn(t,Date.now())?null:void 0),Ke=e=>(N.value??[]).filter(t=>t.jobId===e);async function we(){clearTimeout(No),gn?Mo=!0:(gn=Dl(),await gn.finally(()=>gn=null),Mo&&(Mo=!1,await we()))}async function ua(){P&&await jo(P,N.value??[]),await we()}async function Ml(){P&&await jo(P,N.value??[],fa),await we()}var fa=({asks:e})=>e!=="size";async function jo(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>j(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function da(e){let t=P instanceof at?[P]:await Ye(e);return(await Promise.all(t.map(Lo))).reduce((o,r)=>o+r,0)}var Lo=async e=>(await e.all()).filter(xo).length;async function ma(e){let t=!(P instanceof at);P?.owner.email===e&&Po();for(let{name:n}of t?await Ye(e):[])await ys(n),oa(n)}async function Nl(e){let t=Date.now()-Tl;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function ct(e,t,n){let o=await P.change(e,t,n);return await Dt(),_n(),we(),o}async function Dt(){let e=P;try{let t=await e?.all()??null;if(P!==e)return;N.value=t,t&&yn(e.name,t.filter(xo).length)}catch(t){if(P!==e)return;ie.value=Ro(t),Mt=!0}}async function Dl(){let e=P;if(e)try{let t=e instanceof Ve?(await Ye(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await Ao(r));let o=await Promise.all(t.map(Lo));if(P!==e||(he.value=n[0].hold,Nt.value=t.map(({owner:r},s)=>({...r,number:o[s]})).filter(({number:r})=>r),ra(n),!Mt))return;Mt=!1,await Dt(),Mt||(ie.value=null)}catch(t){if(P!==e)return;ie.value=t.reason==="full"?Il:Ro(t),Mt=!0,ra([{hold:"offline",next:null}])}}function Ro(e){if(!e.sentence)throw e;return e.sentence}function ra(e){let t=e.some(({hold:o})=>o==="offline");Io=t?Io+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+hn(Io,El)),n.length&&(No=setTimeout(we,Math.max(Math.min(...n)-Date.now(),0)))}var Pl=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function pa(){Vs(e=>{e===P?.name&&Dt()}),addEventListener("online",Ml),addEventListener("offline",we),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&we()})}var Pt="portal",Ct=[e=>e.createObjectStore("session")],va=e=>ee(Pt,t=>t.put("session",e,"last"),Ct);async function $a(){try{return await ge(Pt,e=>e.get("session","last"),Ct)??null}catch{return null}}var Bo=()=>ee(Pt,e=>e.delete("session","last"),Ct),_a=e=>ee(Pt,t=>e?t.put("session",e,"asked"):t.delete("session","asked"),Ct);async function ya(){try{return await ge(Pt,e=>e.get("session","asked"),Ct)??null}catch{return null}}var E=U(void 0),lt=U(null),wn=U(!1),Sn=U(null),Cl=6e5,Uo=!1,V=({agency:e,contractorId:t})=>`${e}/${t}`,w=Te(()=>{if(!E.value)return null;let e=A.value.account??V(E.value.account);return E.value.accounts.find(t=>V(t)===e)??null}),fe=Te(()=>{let[e,t]=[E.value,w.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),ga=Te(()=>{let[e,t]=[E.value,A.value.account];if(!e||w.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),ba=new BroadcastChannel("portal:person");async function ut(e){let t=JSON.stringify(e)!==JSON.stringify(E.value);t&&(E.value=e),await(e?va(e):Bo()).catch(()=>{}),t&&ba.postMessage(e)}async function ft(e){await _a(e).catch(()=>{}),Sn.value=e}async function xn(){let[e,t]=await Promise.all([$a(),ya()]);if(t&&await ft(Date.now()-t.at<Cl?t:null),E.value??=e??void 0,e||document.body.dataset.session||navigator.serviceWorker?.controller){let n=await X("session");n.status===200&&await ut(n.body)}E.value??=null}var kn=e=>{let t=A.value.account?.split("/")[0];return X("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function wa(e,t){let n=await $n(()=>X("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(lt.value=null,wn.value=!1,await ut(n.body),await ft(null)),n}async function Sa(e){ut({...E.value,account:e});let{agency:t,contractorId:n}=e,o=await X("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await ut(o.body)}async function xa(){let{email:e}=E.value,t=await $n(()=>X("session",{method:"DELETE"}));return t.status===204&&(Uo=!0,await Bo().catch(()=>{}),wn.value=await ma(e).then(()=>!1,()=>!0),await ut(null),Uo=!1),t}function ka(){os(()=>{Uo||(lt.value=E.value?.email??lt.value,ut(null))}),ba.onmessage=({data:e})=>{E.value=e}}var Oa=300;async function Aa(e,t,n,o=null){try{await ee(Q(e),async r=>{let{store:s,done:a}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>Oa&&await Ll(s),await a})}catch{}}async function Ea(e,t){try{return await ee(Q(e),n=>n.get("answers",t))??null}catch{return null}}async function Ll(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-Oa).map(({path:n})=>e.delete(n)))}var Rl=5e3,Bl=30,Ta={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Ul=U({...Ta,busy:!1}),jt=new Map;function k(e){let t=fe.value,n=e?Da(t,e):Ul;return B(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&Fo(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[s,a]of r)s.addEventListener(a,o);return()=>{for(let[s,a]of r)s.removeEventListener(a,o)}},[n]),n}async function Ia(e,t){let n=fe.value,o=n&&jt.get(Na(n,e));await o?.running,!(!o||o.begunAt>t)&&(o.readAt=0,Fo(n,e))}var Ma=()=>jt.clear(),Na=(e,t)=>`${e.email} ${V(e)} ${t}`;function Da(e,t){let n=Na(e,t);if(!jt.has(n)){let o=U(Ta);jt.set(n,Object.assign(o,{etag:null,begunAt:0,readAt:0,running:null}))}return jt.get(n)}function Fo(e,t){let n=Da(e,t);navigator.onLine&&Date.now()-n.readAt<Rl||(n.running??=Fl(e,t,n).finally(()=>{n.running=null}))}async function Fl(e,t,n){let o=m=>{n.value={...n.value,...m}};if(!n.value.body){let m=await Ea(e,t);m&&(n.etag=m.etag??null,o({body:m.body,begunAt:m.readAt,asOf:m.body.asOf??new Date(m.readAt).toISOString(),isOld:!0}))}o({busy:!0});let r=Date.now();n.begunAt=r;let s=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},a=await X(`contractor/${t}`,{account:V(e),headers:s}),{status:c,body:l,offline:d}=a,u={begunAt:r,asOf:Wl(a.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:c};if((c===200||c===304)&&(n.readAt=Date.now()),c===200)n.etag=a.headers.get("ETag"),Aa(e,t,l,n.etag),o({...u,body:l});else if(c===304)o(u);else if(c===409)xn(),o({busy:!1,problem:ue(a),status:c});else if(c===404)o({body:null,busy:!1,problem:ue(a),status:c});else{let m=Number(a.headers.get("Retry-After"));!d&&m&&setTimeout(()=>Fo(e,t),Math.min(m,Bl)*1e3),o({isOld:!!n.value.body,busy:!!(!d&&m),problem:ue(a),status:c})}}var Wl=e=>e?new Date(e).toISOString():null;function On(){let e=w.value&&V(w.value);return i`
    <ul class="rows">
      ${E.value.accounts.map(t=>{let n=V(t);return i`
          <li key=${n} class="row">
            <a href=${b("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>Sa(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&i`<span class="about"><${v} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function An(){let[e,t,n]=[y(null),y(0),y(!1)],o=async()=>{n.value=!0;let s=await xa();if(n.value=!1,s.status!==204){e.value=`${ue(s)} Nothing on this device was deleted.`;return}Ma(),_e("/",{replace:!0})},r=async()=>{e.value=null;try{t.value=await da(E.value.email)}catch(s){if(!s.sentence)throw s;e.value=s.sentence;return}t.value||await o()};return i`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?i`<${ql} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:i`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${r}>
          <${v} name="leave" />Sign out
        </button>`}
  `}function ql({number:e,onSure:t,onStay:n}){let o=H(null);le(()=>o.current.focus(),[]);let[r,s,a]=[Y(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return i`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${r} on this device ${s} not with the agency yet.</b> Signing out deletes ${a} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${a} and sign out</button>
      </div>
    </div>
  `}var Hl=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Pa(){let e=k("account"),t=e.value.body,{agencyName:n,displayName:o}=w.value;return i`
    <${S} title="Account">
      ${E.value.accounts.length>1&&i`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${On} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?i`<${Vl} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:i`<${Z} reading=${e.value} />`}
        <${me} reading=${e.value} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${E.value.email}</b></p>
        <${An} />
      </section>
    <//>
  `}function Vl({record:e}){let{agency:t}=e,n=[...Hl.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return i`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>i`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var Ca=0;function W(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Ca),Ca=setTimeout(()=>{t.textContent=e},400)}var Yl=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),Se=e=>e.trim().replaceAll("	"," ");function Lt(e,t,{inForm:n=!1}={}){let o=n?Se(e).replace(/\r\n|\r|\n/g,`\r
`):Se(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Yl.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var Rt=4e3,En=e=>e?Lt(e,Rt):"Please write something first.";function Tn(e){B(()=>{if(e!==null)return aa(e).catch(ja),()=>ia(e).catch(ja)},[e])}var ja=()=>{};function La({item:e,done:t}){let[n,[o,r]]=[Mr(),Fe(null)];return Tn(e.id),i`
    <form onSubmit=${async a=>{a.preventDefault();let c=Se(a.target.elements.note.value),l=En(c);if(r(l),!l)try{await bn(e.id,{content:{note:c}}),t()}catch(d){if(!d.sentence)throw d;r(d.sentence)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${Rt} required dir="auto" ref=${Gl}>
        ${e.content.note}
      </textarea>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var Gl=e=>e?.focus();var Kl="https://www.google.com/maps/search/?api=1&query=",Jl=/[\p{L}/,;&#|]|(?=\+)/u,zl=5,Zl=/^(\+|00)(\d{1,3})\(0\)/;function Xl(e){return e.split(Jl).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(Zl,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=zl)??""}function Je({phone:e,who:t}){if(!e)return null;let n=Xl(e);return n?i`
    <a class="reach" href=${`tel:${n}`}>
      <${v} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:i`<span dir="auto">${e}</span>`}function dt({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>i`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${v} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Ra({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?i`
    <a class="reach" href=${Kl+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${v} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Wo(){let e=k(w.value?"agency":null).value.body?.offers??[],t=o=>k(e.includes("contacts")?o:null).value.body,n=Ql(t("contacts")?.contacts??[],t("account")?.agency.branchId);return e.includes("contacts")?i`
    <div>
      ${n&&i`<${Je} phone=${n.phone} who=${n.name} /><${dt} email=${n.email} who=${n.name} />`}
      <a class="reach" href=${b("/contacts")}><${v} name="contacts" />All contacts</a>
    </div>
  `:null}function Ql(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var eu={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function De({item:e}){return i`
    <span class=${`state is-${e.state}`}>
      <${v} name=${eu[e.state]} /><span dir="auto">${Es(e,w.value?.agencyName)}</span>
    </span>
  `}function Pe({item:e}){let t=Ts(e,w.value?.agencyName);return i`
    ${t&&i`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&i`<${qo} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&i`<${Wo} />`}
  `}var qo=()=>i`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Wo} />
`;var tu={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Ua(){let e=(N.value??[]).filter(t=>!j(t)).reverse();return i`
    <${S} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${Vo}>
        ${N.value?i`<p class="reach"><${v} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!ie.value&&i`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&i`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Ho} of=${e} />
        </section>
      `}
    <//>
  `}function Vo({children:e}){let t=(N.value??[]).filter(j),[n,o]=[t.filter(r=>!Ba(r)),t.filter(Ba)];return t.length?i`
    ${he.value&&!n.every(G)&&i`<p class="notice" role="status">${tu[he.value]}${he.value==="offline"&&` ${Ge()}`}</p>`}
    ${n.length>0&&i`<h2 class="visually-hidden">Not confirmed yet</h2><${Ho} of=${n} />`}
    ${n.some(({state:r})=>r==="waiting")&&i`<button type="button" class="btn btn-primary" onClick=${ua}>Try now</button>`}
    ${o.length>0&&i`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Ho} of=${o} /></section>`}
  `:e}var Ba=({state:e})=>e==="review",Ho=({of:e})=>i`<ol class="cards">${e.map(t=>i`<${Yo} key=${t.id} item=${t} />`)}</ol>`;function Yo({item:e}){let[t,n]=Fe(null),o=()=>n(null);return i`
    <li class="card">
      <h3 class="title">${He(e)}${e.about&&i`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?i`<${La} item=${e} done=${o} />`:i`<${nu} item=${e} />`}
      <p class="about">
        <${De} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${Ie(e.addedAt)}</time>
      </p>
      <${Pe} item=${e} />
      ${t==="remove"&&i`<${su} item=${e} stop=${o} />`}
      ${!t&&i`<${ou} item=${e} setDoing=${n} />`}
    </li>
  `}function nu({item:{kind:e,content:t,document:n,jobId:o}}){return i`
    ${e==="note"&&i`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&i`
      <p class="says" dir="auto">
        <strong>${C(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&i`<p class="reach"><${v} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&i`<a class="reach" href=${b(`/jobs/${o}`)}><${v} name="jobs" />Look at the job</a>`}
  `}function ou({item:e,setDoing:t}){let n=e.asks==="duplicate",[o,r]=[w.value&&be(e)&&e.kind!=="completion",At(e)&&j(e)];return!o&&!r?null:i`
    <p class="doing">
      ${n&&i`<button type="button" class="btn btn-primary" onClick=${()=>Co(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&i`<${ru} item=${e} onNote=${()=>t("edit")} />`}
      ${G(e)&&!e.asks&&i`<button type="button" class="btn btn-secondary" onClick=${()=>Co(e.id)}>Send again</button>`}
      ${r&&i`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function ru({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return i`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s={...o.statementId&&{statement:o.statementId},change:e},a=b(n?`/jobs/${n}/invoice`:"/invoice",s);return i`<a class="btn btn-secondary" href=${a}>Change</a>`}function su({item:e,stop:t}){let n=rt(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=Fe(null),s=async()=>{try{await ca(e.id),document.querySelector("h1").focus(),W("Deleted.")}catch(a){if(!a.sentence)throw a;r(a.sentence)}};return i`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${au} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var au=e=>e?.focus();var Fa=()=>i`
  <${S} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${A.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${E.value.email}</b>. Nothing was changed.
    </p>
    <${Vo}>${null}<//>
    <h2>Your accounts</h2>
    <${On} />
    <h2>Signed in with another address?</h2>
    <${An} />
  <//>
`;function Wa(){let e=k("contacts"),t=e.value.body?.contacts;return i`
    <${S} title="Contacts">
      ${t?i`<ul class="cards">${t.map(n=>i`<${iu} key=${n.contactId} ...${n} />`)}</ul>`:i`<${Z} reading=${e.value} />`}
      ${t?.length===0&&i`<p class="notice">The agency has no contacts to show.</p>`}
      <${me} reading=${e.value} />
    <//>
  `}function iu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let a=e??n??"Unnamed";return i`
    <li class="card">
      <h2 dir="auto">${a}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Je} phone=${s} who=${a} /><${Je} phone=${r} who=${a} /><${dt} email=${o} who=${a} />
    </li>
  `}function In(e){let[,t]=Fe(0),n=e.filter(r=>mn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return B(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}var cu=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function Go({children:e}){let t=k("agency").value.body;du(t?.accent);let{agencyName:n,displayName:o}=w.value,r=cu.filter(({needs:s})=>!s||!t||t.offers.includes(s));return i`
    <a class="skip" href="#main" onClick=${mu}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&i`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${E.value.accounts.length>1&&i`<a class="switch" href=${b("/account")}><${v} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(s=>i`<${lu} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${uu} />
    ${e}
  `}function lu({path:e,name:t,icon:n,screens:o}){let r=o.includes(A.value.screen);return i`<a href=${b(e)} aria-current=${r?"page":null}><${v} name=${n} />${t}</a>`}function uu(){let e=N.value??[],t=In(e),n=e.filter(d=>j(d)&&!t.includes(d)),o=n.filter(G).length,[r,s]=["review","checking"].map(d=>n.filter(u=>u.state===d).length),a=n.filter(d=>!G(d)&&!te(d)),c=he.value==="offline",l=a.some(rt)?"not confirmed yet":"not with the agency yet";return!n.length&&!Nt.value.length&&!ie.value?null:i`
    <aside class="strip" aria-label="Not sent yet">
      ${ie.value&&i`<p role="alert">${ie.value}</p>`}
      ${o>0&&i`<${Mn} icon="emergency">${Y(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${r>0&&i`<${Mn} icon="contacts">We asked ${w.value.agencyName} to check ${Y(r,"thing")}<//>`}
      ${s>0&&i`<${Mn} icon="search">${Y(s,"thing")} ${s===1?"is":"are"} being checked<//>`}
      ${a.length>0&&i`<${Mn} icon=${c?"offline":"send"}>
        ${Y(a.length,"thing")} ${a.length===1?"is":"are"} ${l}
      <//>`}
      ${Nt.value.map(d=>i`<${fu} key=${V(d)} there=${d} />`)}
    </aside>
  `}var Mn=({icon:e,children:t})=>i`<a href=${b("/outbox")}><${v} name=${e} /><span>${t}</span><${v} name="open" /></a>`;function fu({there:e}){let{agencyName:t="an account that is no longer yours"}=E.value.accounts.find(r=>V(r)===V(e))??{},[n,o]=[Y(e.number,"thing"),e.number===1?"is":"are"];return i`
    <a href=${b("/outbox",{},V(e))}>
      <${v} name="send" />${n} for ${t} ${o} not there yet<${v} name="open" />
    </a>
  `}function du(e){B(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function mu(e){e.preventDefault(),document.querySelector("h1").focus()}var ze=({priority:e})=>e?.trim().toLowerCase()==="emergency",Nn=e=>(e??"").trim().toLowerCase();function Dn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(Nn).includes(Nn(t))?"cancelled":"open"}var qa=e=>(N.value??[]).filter(({kind:t,state:n,doneAt:o})=>t==="completion"&&n==="done"&&o>e),Ha=e=>qa(e).map(({id:t})=>t).join();function Pn(e,t){let n=new Map(qa(t).map(({jobId:o,content:r,result:s})=>[o,s??pu(r)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var pu=({completed:e})=>({completed:e,status:null,completedAt:null});function Va(e,t){let n=Ke(e).filter(j),o=Bt(e),r=n.filter(d=>d!==o),s=d=>r.filter(d).length,[a,c]=[s(G),s(te)],l=r.length-a-c;return[o&&`${He(o)}: ${ae(o,t)}`,a&&`${Y(a,"thing")} ${a===1?"needs":"need"} you`,c&&`${Y(c,"thing")} being checked`,l&&`${Y(l,"thing")} to send`].filter(Boolean)}var Bt=e=>Ke(e).filter(t=>t.kind==="completion"&&j(t)).at(-1)??null,ce=({title:e,reference:t,jobId:n})=>e||t||n;function Ya(e){let t=Nn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>hu(n).includes(o))}var Ko=new WeakMap;function hu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode];return Ko.has(e)||Ko.set(e,Nn(s.filter(Boolean).join(`
`))),Ko.get(e)}var Ga=e=>[...e.filter(ze),...e.filter(t=>!ze(t))];function Cn(e){let[t,n]=[k(`jobs/${e}`).value,k("jobs").value];if(t.body)return{job:Ka(t.body,t),reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?Ka(o,n):null,reading:o?n:t}}var Ka=(e,{begunAt:t})=>Pn([e],t)[0];var Ja=({item:e,back:t})=>i`
  <${S} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Yo} item=${e} /></ol>
    ${j(e)&&!G(e)&&!te(e)&&i`<p class="hint">You can go on. It is kept if you close the portal: ${Ge()}</p>`}
    <a class="reach" href=${b("/money",{show:"invoices"})}><${v} name="invoice" />All your invoices</a>
  <//>
`;var mt=({name:e,required:t,children:n})=>i`
  <label for=${e}>${n}${!t&&i`<span class="optional"> (optional)</span>`}</label>
`,pt=({name:e,children:t})=>i`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,ht=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function za({name:e,required:t,problem:n,value:o,...r}){let s=k("statements/pending"),a=s.value.body?.statements??[],c=!o||a.some(({statementId:l})=>l===o);return i`
    <div class="field">
      <${mt} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${ht({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&i`<option value=${o}>${o}</option>`}
        ${a.map(l=>i`<option key=${l.statementId} value=${l.statementId}>${Jo(l)}</option>`)}
      </select>
      <${pt} name=${e}>${n??(s.value.body?null:s.value.problem)}<//>
    </div>
  `}var Jo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[C(s??r??0),n??t??e,o&&z(o)].filter(Boolean).join(", ");async function Za(e,t){try{return(await ge(Q(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function Xa(e,t,n){try{await ee(Q(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Ut(e){let t=y(void 0),n=fe.value;return B(()=>{Za(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,Xa(n,e,r))]}var Qa=1e6,ei={description:2e3,invoiceNumber:50},vu=6,$u=864e5,_u=10*1024*1024,ti="%PDF-",yu=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,gu=/\.\d\d\d*[1-9]/,bu=["amount","description","invoiceDate"];function Ft(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[...bu,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function jn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function zo(e=new Date){let[t,...n]=se(e).split("-");return{oldest:[t-vu,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(se(e))+$u).toISOString().slice(0,10)}}function xe(e){let t=e.trim().replace(/^£\s*/,"");return yu.test(t)?Number(t.replaceAll(",","")):NaN}var ri=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),wu={amount:e=>oi(e,"The amount")??(xe(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>oi(e,"VAT")??(xe(e)>xe(t)?"VAT cannot be more than the amount.":null),description:(e,t,n)=>Lt(e,ei.description,{inForm:!!n}),invoiceNumber:e=>Lt(e,ei.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=zo();return e>n?`The date can be tomorrow at the latest, ${z(n)}.`:e<t?`The date can be six years ago at most, ${z(t)}.`:null},statementId:()=>null},ni={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function oi(e,t){let n=xe(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:gu.test(e.trim())?`${t} can have no more than two decimals.`:n>Qa?`${t} can be ${C(Qa)} at most.`:null}function Ln(e,t,n,o){let r={};for(let[s,a]of Object.entries(wu)){let c=e[s]??"",l=Ft(s,n,o)?ni[s]:null,d=c.trim()===""?l:a(c,e,t);d&&(r[s]=d)}return!t&&Ft("document",n,o)&&(r.document=ni.document),r}async function si(e){return e.size>_u?"The PDF can have 10 MB at most.":await e.slice(0,ti.length).text()===ti?null:"This file is not a PDF. Please choose a PDF."}function ai(e,t){let n={jobId:t,statementId:e.statementId,amount:xe(e.amount),vat:e.vat.trim()&&xe(e.vat),description:Se(e.description),invoiceDate:e.invoiceDate,invoiceNumber:Se(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function ii({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,a])=>[s,a??""]))}var ci="This file cannot be read. Please choose it again.";function li({required:e,problem:t,document:n,onChange:o}){let r=y(null),s=async({target:c})=>{let[l]=c.files;if(l&&(r.value=await si(l).catch(()=>ci),c.value="",!r.value))try{o(await Et(l)),W(`${l.name} is attached.`)}catch(d){r.value=d.sentence??ci}},a=r.value??t;return i`
    <div class="field">
      <${mt} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&i`<${Su} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${ht({name:"document",hint:!0,problem:a,required:e&&!n})} onChange=${s}
      />
      <${pt} name="document">${a}<//>
    </div>
  `}function Su({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),W("The PDF is removed.")};return i`
    <p class="attached">
      <${v} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${rn(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var xu={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function ui({values:e,set:t,document:n,setDocument:o,agency:r,jobId:s,asked:a,onWhole:c}){let[l,d,u]=[y({}),y(a),y(null)],m=H(null),p=Ln(e,n,r,s),f=$=>$==="vat"&&u.value==="amount"?null:d.value||l.value[$]&&e[$]||!ri($,e[$]??"")?p[$]:null,h=()=>m.current.querySelector("[aria-invalid]")?.focus();B(()=>{a&&h()},[]);let O=$=>{$.preventDefault(),d.value=!0,Object.keys(p).length?setTimeout(h):c()},g=$=>({name:$,required:Ft($,r,s),problem:f($),value:e[$],onInput:({target:_})=>t($,_.value),onFocus:()=>u.value=$,onBlur:()=>{u.value=null,l.value={...l.value,[$]:!0}}});return i`
    <form ref=${m} class="form" onSubmit=${O} noValidate>
      <p class="hint">${w.value.agencyName} needs whatever is not marked as optional.</p>
      ${jn(r)&&i`<${za} ...${g("statementId")} />`}
      ${Object.entries(xu).map(([$,_])=>i`<${ku} key=${$} ...${_} ...${g($)} />`)}
      <${li}
        required=${Ft("document",r,s)} problem=${d.value?p.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function ku({name:e,label:t,hint:n,rows:o,problem:r,required:s,value:a,type:c="text",...l}){let d=o?"textarea":"input",{oldest:u,latest:m}=c==="date"?zo():{};return i`
    <div class="field">
      <${mt} name=${e} required=${s}>${t}<//>
      ${n&&i`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${u} max=${m} autocomplete="off"
        value=${a} ...${ht({name:e,hint:n,problem:r,required:s})} ...${l}
      />
      <${pt} name=${e}>${r}<//>
    </div>
  `}function fi({onReach:e,left:t}){let n=H(null);return B(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),i`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var ne=6;function Ze({of:e,row:t,most:n=e.length,onMore:o}){let r=K(()=>Au(e),[e]),s=Eu(),a=e.length-n;return e.length?i`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/ne)).map((c,l)=>i`<${Ou} key=${l} of=${c} row=${t} />`)}
    </div>
    ${a>0&&i`<${fi} onReach=${o} left=${a} />`}
  `:null}var Ou=({of:e,row:t})=>i`<div class="group">${e.map(t)}</div>`,Au=e=>Array.from({length:Math.ceil(e.length/ne)},(t,n)=>e.slice(n*ne,(n+1)*ne));function Eu(){let e=H(null),{activeElement:t}=document,n=e.current?.contains(t)&&t.getAttribute("href");return le(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=an(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var mi={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"},review:{icon:"contacts"}},Tu={},Zo=({status:e})=>e==="review"?ae({state:e},w.value?.agencyName):mi[e]?.words??e;function Xo(e,t){let n=t.filter(r=>r.kind==="invoice"&&(j(r)||!e.some(s=>di(s,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status)&&n.some(({item:s})=>di(r,s));return[...n,...e.filter(r=>!o(r))]}function di(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:a=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===a&&e.invoiceDate===c}function Rn({jobId:e,agency:t}){let n=k(t?.offers.includes("invoices.list")?"invoices":null).value,o=Xo(n.body?.invoices??[],N.value??[]).filter(r=>r.jobId===e);return o.length?i`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Qo} invoices=${o} />
    </section>
  `:null}function Qo({invoices:e,jobs:t=Tu,...n}){let o=zt((r,s)=>i`<${Iu} key=${r.item?.id??r.invoiceId??`at ${s}`} invoice=${r} jobs=${t} />`,[t]);return i`<${Ze} of=${e} row=${o} ...${n} />`}function Iu({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:a,jobId:c,item:l}=e;return i`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":C(n)}</b>
      </p>
      <p class="about">
        ${l?i`<${De} item=${l} />`:i`<${Mu} invoice=${e} />`}
        ${s&&i`<time datetime=${s}>${z(s)}</time>`}
        ${r&&i`<span dir="auto">Number ${r}</span>`}
        ${a&&i`<span dir="auto">${a.name}</span>`}
      </p>
      ${l&&i`<${Pe} item=${l} />`}
      ${!l&&e.status==="review"&&i`<${qo} />`}
      ${t[c]&&i`<a class="reach" href=${b(`/jobs/${c}`)}><${v} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${l&&j(l)&&i`<a class="reach" href=${b("/outbox")}><${v} name="send" />Look at what waits here</a>`}
    </div>
  `}function Mu({invoice:e}){let{icon:t="search",className:n=""}=mi[e.status]??{};return i`<span class=${`state ${n}`}><${v} name=${t} />${Zo(e)}</span>`}function pi({about:e,address:t,values:n,document:o,failed:r,onSend:s,change:a,back:c}){let l=y(!1),d=async()=>{l.value=!0,await s(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",C(xe(n.amount))],["VAT in it",n.vat.trim()&&C(xe(n.vat))],["Date of the invoice",z(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${rn(o.size)}`:"None"]];return i`
    <${S} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,m])=>m).map(([m,p])=>i`<div key=${m}><dt>${m}</dt><dd dir="auto">${p}</dd></div>`)}
        </dl>
      </div>
      ${he.value==="offline"&&i`<p class="notice">There is no connection just now: it will wait on this phone. ${Ge()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${d}>
          <${v} name="send" />Send to ${w.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${a}>Change something</a>
      </div>
    <//>
  `}var Nu=!1;function er({jobId:e,item:t,about:n,address:o,first:r,back:s}){let{query:a,path:c}=A.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[[d,u],[m,p]]=[Ut(l),Ut(`PDF of ${l}`)],[f,h]=[k("agency").value,y(null)],O=a.has("look");if(Tn(t?.id??null),d.value===void 0||m.value===void 0||!f.body&&f.busy)return i`<${S} key="reading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let g=f.body&&Pu(f.body,e);if(g)return i`<${S} key="none" title="Invoice" back=${s}><p class="notice">${g}</p><//>`;let $={...r,...t&&ii(t.content),...d.value},_=t?.asks==="document",T=(m.value??(_?null:t?.document))||null,I=!Object.keys(Ln($,T,f.body,e)).length,{statementId:ke}=r,Ce=M=>b(c,{...ke&&{statement:ke},...t&&{change:t.id},...M}),Oe=()=>{let M=ai($,e);return t?bn(t.id,{content:M,...(m.value!==null||_)&&{document:hi(T)}}):it({kind:"invoice",jobId:e,about:n,content:M,document:hi(T)})},oe=async()=>{h.value=null;try{let{id:M}=await Oe();W("Your invoice is on its way."),_e(b(c,{sent:M}),{replace:!0}),u(null),p(null)}catch(M){h.value=M.sentence??"Your invoice could not be kept. Please try again."}};return O&&I?i`
      <${pi}
        about=${n} address=${o} values=${$} document=${T} failed=${h.value} onSend=${oe}
        change=${Ce({})} back=${s}
      />
    `:i`
    <${S} key="write" title="Invoice" back=${s} keepsFocus=${O}>
      <${Du} about=${n} address=${o} />
      ${e&&i`<${Rn} jobId=${e} agency=${f.body} />`}
      <${ui}
        values=${$} set=${(M,de)=>u({...d.value,[M]:de})} document=${T}
        setDocument=${M=>p(M??Nu)} agency=${f.body} jobId=${e} asked=${O}
        onWhole=${()=>_e(Ce({look:"1"}))}
      />
    <//>
  `}function Du({about:e,address:t}){return e?i`<p>For <b dir="auto">${e}</b>${t&&i`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Pu({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var hi=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var Cu={path:"/money",name:"Money"};function tr({id:e}){let{query:t}=A.value,n=Number(t.get("sent")??t.get("change")),o=(N.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Cu;if(n&&N.value===null)return i`<${S} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!be(o)))return i`<${Ja} item=${o} back=${r} />`;let s=t.get("statement")??"";return i`<${e?ju:Lu} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function ju({id:e,statementId:t,...n}){let{job:o,reading:r}=Cn(e);if(!o&&!n.item&&r.status===404)return i`<${vi} reading=${r} back=${n.back} />`;let s={...$i,statementId:t,invoiceDate:se()},a=o?.property?.address;return i`<${er} jobId=${e} about=${o?ce(o):e} address=${a} first=${s} ...${n} />`}function Lu({statementId:e,...t}){let n=k("statements/pending").value,o=n.body?.statements.find(s=>s.statementId===e);if(!o&&n.busy)return i`<${vi} reading=${n} back=${t.back} />`;let r={...$i,...o&&Ru(o),statementId:e,invoiceDate:se()};return i`<${er} jobId=${null} about=${o?Jo(o):""} first=${r} ...${t} />`}var vi=({reading:e,back:t})=>i`
  <${S} key="nothing" title="Invoice" back=${t}><${Z} reading=${e} /><//>
`,$i={amount:"",vat:"",description:"",invoiceNumber:""},Ru=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var vt=({children:e})=>i`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var _i=dn/1e3;function nr(e){let[t,n]=[y(null),y(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await it({kind:"completion",jobId:e.jobId,about:ce(e),content:{completed:r},document:null}),W(r?`Marked complete. You have ${_i} seconds to undo it.`:"The job is being reopened.")}catch(s){t.value=s.sentence??"This could not be kept. Please try again."}n.value=!1}},t.value]}function yi({job:e,isOpen:t}){let[n,o]=nr(e),r=Bt(e.jobId);return r?i`<${Bu} item=${r} />`:i`
    ${t&&i`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${v} name="done" />Mark complete</button>`}
    ${o&&i`<p class="notice" role="alert">${o}</p>`}
  `}function Bu({item:e}){return i`
    <div class="pending">
      <p class="state-line">
        <${v} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${De} item=${e} />
      </p>
      <${Pe} item=${e} />
      ${G(e)&&i`<a class="reach" href=${b("/outbox")}><${v} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function gi({jobId:e}){let t=y(null),[n]=In(Ke(e));return i`
    ${n&&i`
      <div class="undo">
        <p>You have ${_i} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await la(n.id),W("Undone. The job is not marked complete.")}catch(r){if(!r.sentence)throw r;t.value=r.sentence}}}>
          <${v} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&i`<p class="notice" role="alert">${t.value}</p>`}
  `}function bi({job:e,canAdd:t}){let n=w.value.displayName,o=Ke(e.jobId).filter(s=>s.kind==="note"&&!Uu(e.notes,s)),r=e.notes.length+o.length>0;return i`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&i`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&i`<p>Nothing was written yet.</p>`}
      ${r&&i`<ol class="notes">
        ${e.notes.map(({noteId:s,note:a,author:c,createdAt:l},d)=>i`
            <li key=${s??`at ${d}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${l&&i`<time datetime=${l}>${Ie(l)}</time>`}</p>
              <p class="says" dir="auto">${a}</p>
            </li>
          `)}
        ${o.map(s=>i`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${De} item=${s} />
              <${Pe} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&i`<${Fu} job=${e} />`}
    </section>
  `}var Uu=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function Fu({job:e}){let[t,n]=Ut(`note on ${e.jobId}`),[o,r]=[y(null),y(!1)];return i`
    <form class="composer" onSubmit=${async a=>{if(a.preventDefault(),r.value)return;let c=Se(t.value??"");if(o.value=En(c),!o.value){r.value=!0;try{await it({kind:"note",jobId:e.jobId,about:ce(e),content:{note:c},document:null}),n(null),W("Your note was added.")}catch(l){o.value=l.sentence??"Your note could not be kept. Please try again."}r.value=!1}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${Rt} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${a=>n(a.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${v} name="send" />Add note</button>
    </form>
  `}function wi({job:e}){let t=y(!1),[n,o]=nr(e);return Bt(e.jobId)?null:i`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?i`<${Wu} onSure=${()=>n(!1)} onStay=${()=>t.value=!1} />`:i`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${v} name="reopen" />Reopen this job
          </button>`}
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function Wu({onSure:e,onStay:t}){let n=H(null);return le(()=>n.current.focus(),[]),i`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${w.value.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var Si={path:"/jobs",name:"Jobs"};function xi({id:e}){let{job:t,reading:n}=Cn(e),o=k("agency").value.body;if(!t)return i`<${S} title="Job" back=${Si}><${Z} reading=${n} /><//>`;let r=o?.offers??[],[s,a]=[Dn(t,o),r.includes("jobs.complete")];return i`
    <${S} title=${ce(t)} back=${Si}>
      <${qu} job=${t} />
      <div class="card">
        ${t.description&&i`<p class="description" dir="auto">${t.description}</p>`}
        <${Hu} job=${t} />
      </div>
      <div class="doing">
        ${a&&i`<${yi} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&i`<a class="btn btn-secondary" href=${b(`/jobs/${e}/invoice`)}><${v} name="invoice" />Send its invoice</a>`}
        ${a&&i`<${gi} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&i`<${Rn} jobId=${e} agency=${o} />`}
      <${bi} job=${t} canAdd=${r.includes("notes.add")} />
      ${a&&s==="completed"&&i`<${wi} job=${t} />`}
      <${me} reading=${n} />
    <//>
  `}function qu({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:a}=e;return[t,n,o,r,s,a].some(Boolean)?i`
    <p class="about">
      ${ze(e)&&i`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
      ${t&&i`<${vt}>${t}<//>`}
      ${n&&!ze(e)&&i`<span dir="auto">Priority: ${n}</span>`}
      ${o&&i`<span dir="auto">${o}</span>`}
      ${r&&i`<span dir="auto">${r}</span>`}
      ${s&&i`<span>Reported <time datetime=${s}>${Ie(s)}</time></span>`}
      ${a&&i`<span>Completed <time datetime=${a}>${z(a)}</time></span>`}
    </p>
  `:null}function Hu({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return i`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Ra} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&i`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&i`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&i`<span dir="auto">${n}</span>`}
          <${Je} phone=${o} who=${n??"the tenant"} /><${dt} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Bn={open:"Open",completed:"Completed",cancelled:"Cancelled"},Vu={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},rr=U({});function sr(){let e=k("jobs"),t=k("agency").value.body,n=A.value.query.get("show")??"open";return i`
    <${S} title="Jobs">
      ${e.value.body?i`<${Yu} jobs=${e.value.body.jobs} begunAt=${e.value.begunAt} agency=${t} tab=${Object.hasOwn(Bn,n)?n:"open"} />`:i`<${Z} reading=${e.value} />`}
      <${me} reading=${e.value} />
    <//>
  `}function Yu({jobs:e,begunAt:t,agency:n,tab:o}){let r=A.value.account,{text:s,made:a,found:c}=ki(r,o),l=Ha(t),d=K(()=>Ga(Pn(e,t)),[e,l]),u=K(()=>Ju(d,n),[d,n]),m=K(()=>Gu(u,h=>h.filter(Ya(s))),[u,s]),p=m[o].length,f=h=>{rr.value={...ki(r,o),...h}};return B(()=>{s&&W(p?`${Y(p,"job")} found`:"No job found")},[s,o]),i`
    <form class="search" role="search" onSubmit=${h=>h.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${v} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${h=>f({text:h.target.value,found:ne})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(Bn).filter(([h])=>h!=="cancelled"||u.cancelled.length).map(([h,O])=>i`
            <a key=${h} href=${b("/jobs",{show:h})} aria-current=${h===o?"true":null}>
              ${O} <span class="number">${m[h].length}</span>
            </a>
          `)}
    </nav>
    ${!p&&i`<p class="notice">${s?`No job here has “${s}” in it.${Ku(m)}`:Vu[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${Ze} of=${u[o]} row=${Oi} most=${a} onMore=${()=>f({made:a+ne})} />
    </div>
    ${s&&i`<${Ze} key=${`found ${o}`} of=${m[o]} row=${Oi} most=${c} onMore=${()=>f({found:c+ne})} />`}
  `}function ki(e,t){let n=rr.value.at===e?rr.value:{text:""};return n.tab===t?n:{at:e,tab:t,text:n.text,made:ne,found:ne}}var Gu=(e,t)=>Object.fromEntries(Object.entries(e).map(([n,o])=>[n,t(o)]));function Ku(e){return Object.keys(Bn).filter(n=>e[n].length).map(n=>` ${Bn[n]}: ${e[n].length}.`).join("")}function Ju(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Dn(o,t)].push(o);return n}var or=new WeakMap;function Oi(e){let t=Va(e.jobId,w.value?.agencyName),n=[se(),...t].join();return or.get(e)?.told!==n&&or.set(e,{told:n,row:zu(e,t)}),or.get(e).row}function zu(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:a}=e;return i`
    <div key=${n} class="row" role="listitem">
      <a href=${b(`/jobs/${n}`)}>
        ${ze(e)&&i`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${ce(e)}</span>
        ${a?.address&&i`<span class="address" dir="auto">${a.address}</span>`}
        <span class="about">
          ${r&&i`<${vt}>${r}<//>`}
          ${s&&i`<span><span class="visually-hidden">Reported </span>${zr(s)}</span>`}
          ${o&&i`<span dir="auto">${o}</span>`}
          ${t.map(c=>i`<span key=${c} class="unsent"><${v} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Un=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,Ei=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function Ti(e){let t=new Map;for(let{date:a,amount:c}of e){let l=a?.slice(0,7);l&&t.set(l,Un([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(ar(o[0]));let r=o.map(a=>({month:a,amount:t.get(a)??0})),s=n.filter(a=>a<o[0]);return s.length?[{month:null,amount:Un(s.map(a=>t.get(a)))},...r]:r}function Ii(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,Ai(t)],"Last month":[`${ar(t)}-01`,Ai(ar(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function ar(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function Ai(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var ir="Other dates";function Ni({from:e,to:t,set:n}){let o=Ii(se()),r=Object.keys(o).find(l=>o[l].join()===[e,t].join()),s=y(!r),a=({target:l})=>{s.value=l.value===ir,s.value||n(...o[l.value])},c=e&&t&&e>t;return i`
    <form class="dates" onSubmit=${l=>l.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${s.value?ir:r} onChange=${a}>
          ${[...Object.keys(o),ir].map(l=>i`<option key=${l}>${l}</option>`)}
        </select>
      </div>
      ${s.value&&i`
        <${Mi} id="from" label="From" value=${e} isWrong=${c} onChange=${l=>n(l,t)} />
        <${Mi} id="to" label="To" value=${t} isWrong=${c} onChange=${l=>n(e,l)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Mi=({id:e,label:t,value:n,isWrong:o,onChange:r})=>i`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var Zu=/^[=+\-@\t\r\n＝＋－＠]/u,Xu=/[",\r\n]/;function Di(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(Qu).join(",")}\r
`).join("")}function Qu(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Zu.test(e)?`'${e}`:e;return Xu.test(t)?`"${t.replaceAll('"','""')}"`:t}function Pi(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function ji({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>C(r.amount).length));return i`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${Ci}>Month<//><${Ci}>Amount<//></tr></thead>
        <tbody>${e.map(r=>i`<${ef} key=${r.month} ...${r} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var Ci=({children:e})=>i`<th scope="col"><span class="visually-hidden">${e}</span></th>`,ef=({month:e,amount:t,most:n})=>i`
  <tr>
    <th scope="row">${e?Jr(e):"Before"}</th>
    <td><span class="measured">${e&&i`<${tf} share=${t/n} />`}<b>${C(t)}</b></span></td>
  </tr>
`,tf=({share:e})=>i`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function Li({statements:e,jobs:t,agency:n,isPending:o,...r}){let s=zt(a=>i`
      <${nf}
        key=${a.statementId} statement=${a} job=${t[a.jobId]} isPending=${o}
        invoice=${o&&rf(a,n)}
      />
    `,[t,n,o]);return i`<${Ze} of=${e} row=${s} ...${r} />`}function nf({statement:e,job:t,isPending:n,invoice:o}){let{reference:r,description:s,amount:a,status:c,jobId:l}=e,[d,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],m=c||n&&"Not paid yet";return i`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${a===null?"":C(a)}</b>
      </p>
      <p class="about">
        ${m&&m!==u&&i`<${vt}>${m}<//>`}
        ${d&&i`<span>${u} <time datetime=${d}>${z(d)}</time></span>`}
        ${r&&i`<span dir="auto">${r}</span>`}
      </p>
      <${of} statement=${e} />
      ${t&&i`<a class="reach" href=${b(`/jobs/${l}`)}><${v} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&i`<a class="reach" href=${o}><${v} name="invoice" />Send its invoice</a>`}
    </div>
  `}function of({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${C(e)} in all`,t&&`${C(t)} of it VAT`,n&&`less ${C(n)} commission`].filter(Boolean);return o.length>1&&i`<p class="hint">${o.join(", ")}</p>`}function rf({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!jn(n)?null:n.invoice.link==="job_or_statement"?b("/invoice",{statement:e}):t&&b(`/jobs/${t}/invoice`,{statement:e})}var F=e=>t=>t[e],Ri=[["Statement",F("statementId")],["Date",F("date")],["Reference",F("reference")],["Description",F("description")],["Job",F("jobId")],["Net",F("net")],["VAT",F("vat")],["Gross",F("gross")],["Commission",F("commission")],["Amount",F("amount")],["Status",F("status")]],sf=[["Invoice",F("invoiceId")],["Date",F("invoiceDate")],["Number",F("invoiceNumber")],["Description",F("description")],["Job",F("jobId")],["Statement",F("statementId")],["Amount",F("amount")],["VAT",F("vat")],["Status",e=>e.item?ae(e.item,w.value?.agencyName):Zo(e)],["Sent",F("submittedAt")],["Document",({document:e})=>e?.name]],Xe={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:Ri},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:sf},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...Ri,["Paid",F("paidAt")]]}};function cr(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=Xo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var af=4*ne,Bi=new Map;function Ui({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:a,total:c,none:l,one:d,columns:u}=Xe[e],{query:m,back:p}=A.value,f=m.toString(),h=y(p&&Bi.get(f)||af),O=k("jobs").value.body?.jobs,g=K(()=>Object.fromEntries((O??[]).map(M=>[M.jobId,ce(M)])),[O]),$=Ei(n,o),_=K(()=>t.filter(M=>$(s(M))),[t,n,o]),T=Un(_.filter(a).map(M=>M.amount)),I=n||o;if(B(()=>{I&&W(_.length?`${Y(_.length,d)}, ${C(T)}`:"None for these dates")},[]),!_.length)return i`<p class="notice">${I?"There is none for these dates.":l}</p>`;let{agency:ke,contractorId:Ce}=fe.value,Oe=()=>Pi(`${ke} ${Ce} ${e} ${se()}.csv`,Di(u,_)),oe={jobs:g,most:h.value,onMore:()=>Bi.set(f,h.value+=ne)};return i`
    <p class="total"><span>${c}</span> <b>${C(T)}</b></p>
    ${e==="paid"&&i`<${ji} caption="Paid by month" rows=${Ti(_.map(M=>({...M,date:s(M)})))} />`}
    ${e==="invoices"?i`<${Qo} invoices=${_} ...${oe} />`:i`<${Li} statements=${_} agency=${r} isPending=${e==="pending"} ...${oe} />`}
    <button type="button" class="btn btn-secondary" onClick=${Oe}><${v} name="download" />Download as CSV</button>
  `}function Wi(){let e=k("agency").value,t=e.body?.offers??[],n={};for(let[r,{path:s,needs:a}]of Object.entries(Xe))n[r]=k(t.includes(a[0])?s:null).value;let o=Object.keys(Xe).filter(r=>Xe[r].needs.some(s=>t.includes(s)));return e.body?o.length?i`<${S} title="Money"><${cf} tabs=${o} readings=${n} agency=${e.body} /><//>`:i`<${S} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:i`<${S} title="Money"><${Z} reading=${e} /><//>`}var Fi=()=>N.value??[];function cf({tabs:e,readings:t,agency:n}){let{query:o}=A.value,[r,s,a]=["from","to","show"].map(m=>o.get(m)??""),c=e.includes(a)?a:e[0],l=t[c],d=cr(c,l,Fi()),u=(m,p,f)=>b("/money",{show:m,...p&&{from:p},...f&&{to:f}});return i`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>i`
          <a key=${m} href=${u(m,r,s)} aria-current=${m===c?"true":null}>
            ${Xe[m].title} <span class="number">${cr(m,t[m],Fi())?.length}</span>
          </a>
        `)}
    </nav>
    <${Ni} key=${c} from=${r} to=${s} set=${(m,p)=>_e(u(c,m,p),{replace:!0})} />
    ${d&&i`<${Ui} key=${[c,r,s].join()} tab=${c} rows=${d} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&i`<${Z} reading=${l} />`}
    <${me} reading=${l} />
  `}var Wt=6,lf=30,Hi=5,uf=`A code can be tried ${Hi} times. Please send another one.`;function Vi({asked:e,onAsked:t,onOther:n}){let[o,r,s]=[y(null),y(!1),H(null)],a=H(0),c=ff(e.at);le(()=>s.current.focus(),[]);let l=p=>{o.value=p,s.current.focus(),s.current.select()},d=async()=>{let p=qi(s.current.value);if(p.length!==Wt)return l(`The code has ${Wt} digits.`);o.value=null,r.value=!0;let f=await wa(e.email,p);if(r.value=!1,f.status!==201)return f.status===401&&(a.current+=1),l(a.current<Hi?ue(f):uf)},u=()=>{let p=qi(s.current.value);p!==s.current.value&&(s.current.value=p),o.value=null,p.length===Wt&&!r.value&&d()},m=async()=>{let p=await kn(e.email);return p.status!==204?l(ue(p)):(W("Another code is on its way."),a.current=0,s.current.value="",s.current.focus(),t({...e,at:Date.now()}))};return i`
    <form onSubmit=${p=>(p.preventDefault(),d())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Wt} digits</label>
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
  `}var qi=e=>e.replace(/\D/g,"").slice(0,Wt);function ff(e){let t=()=>Math.max(0,Math.ceil(lf-(Date.now()-e)/1e3)),n=y(t());return B(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var Yi="Please enter a whole e-mail address, such as name@example.com.";function Gi({first:e,onAsked:t}){let[n,o,r]=[y(null),y(!1),H(null)];return i`
    <form onSubmit=${async a=>{a.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:Yi,n.value){r.current.focus();return}o.value=!0;let l=await kn(c);if(l.status===204){await t({email:c,at:Date.now()});return}o.value=!1,n.value=l.status===400?Yi:ue(l),r.current.focus()}} noValidate>
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
  `}var df="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",Ki=()=>i`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${v} name="mark" /></span>Contractor Portal</header>
    ${Sn.value?i`<${S} key="code" title="Enter your code" keepsFocus>
          <${Vi} asked=${Sn.value} onAsked=${ft} onOther=${()=>ft(null)} />
        <//>`:i`<${S} key="email" title="Sign in">
          ${lt.value&&i`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${wn.value&&i`<p class="problem" role="alert">${df}</p>`}
          <${Gi} first=${lt.value??""} onAsked=${ft} />
        <//>`}
  </div>
`;var mf={jobs:sr,job:xi,invoice:tr,statement:tr,money:Wi,contacts:Wa,account:Pa,outbox:Ua};function Ji(){if(E.value===void 0)return i`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(E.value===null)return i`<${Ki} />`;if(w.value===null)return i`<${Fa} />`;let{screen:e,id:t,path:n}=A.value,o=mf[e]??sr,r=V(w.value);return i`<${Go} key=${r}><${o} key=${n} id=${t} /></${Go}>`}function zi(){J(()=>{if(fe.value)for(let[e,t]of pf(N.value??[]))Ia(e,t)})}function pf(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let a=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of a)t.set(c,Math.max(t.get(c)??0,o))}return t}var vf=["checking","review","done","refused","unknown"];function Zi(){let e=new Map;J(()=>{let t=N.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&vf.includes(n.state)&&W(`${He(n)}: ${ae(n,w.peek()?.agencyName)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}var Fn=null,Xi=[];function Qi(){document.addEventListener("focusin",({target:t})=>{Fn=t,Xi=[...gf(t)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(_f).observe(document.getElementById("app"),e)}function _f(){let e=![document.body,Fn].includes(document.activeElement);!Fn||e||yf(Fn)||bf(Xi.find(t=>t.isConnected)??document.querySelector("h1"))}var yf=e=>e.isConnected&&!e.disabled&&!e.hidden;function*gf(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function bf(e){e&&(e.hasAttribute("tabindex")||(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0})),e.focus({preventScroll:!0}))}Qr();ka();pa();Zi();zi();Qi();xn();J(()=>{let e=fe.value;e?(Zr(V(e)),Do(e)):sa(ga.value)});gr(i`<${Ji} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
