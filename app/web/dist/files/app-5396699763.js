(()=>{var x,ir,Wn,Oe,Un,Vt,cr,qt,lr,qn,Fn,Xi,$t=Symbol.for("pv"),Yt={},Gt=[],Qi=/^m(i|n|o|s|text|space)$/,Hn=Array.isArray,Vn=Gt.slice,Le=Object.assign;function je(e){e&&e.parentNode&&e.remove()}function Kt(e,t,n){var o,r,s,a={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:a[s]=t[s];return c>2&&(a.children=c>3?Vn.call(arguments,2):n),vt(e,a,o,r,null)}function vt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:$t,__v:r||++ir,__i:-1,__u:0};return!r&&x.vnode&&x.vnode(s),s}function Re(e){return e.children}function Xe(e,t){this.props=e,this.context=t,this.__g=0}function Ae(e,t){if(t==null)return e.__&&Ae(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Ae(e)}function ec(e){var t,n=e.__v,o=n.__e,r=[],s=[],a=e.__P;a&&((t=Le({constructor:$t},n)).__v=n.__v+1,x.vnode&&x.vnode(t),Yn(a,t,n,e.__n,a.namespaceURI,32&n.__u?[o]:null,r,o||Ae(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,hr(r,t,s),n.__=n.__e=null,t.__e!=o&&ur(t))}function ur(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),ur(e)}function sr(e){(8&e.__g||(e.__g|=8,Oe.push(e),Vt++))&&Un==x.debounceRendering||((Un=x.debounceRendering)||queueMicrotask)(fr)}function fr(){try{for(var e,t=1;Oe.length;)Oe.length>t&&Oe.sort(cr),e=Oe.shift(),t=Oe.length,8&e.__g&&ec(e)}finally{(Vt=Oe.length)&&(Un||queueMicrotask)(fr)}}function dr(e,t,n,o,r,s,a,c,l,d,u){var m,p,f,h,O,g,$=o.__k||Gt,_=t.length;for(l=tc(n,t,$,l,_),m=0;m<_;m++)(f=n.__k[m])!=null&&(p=~f.__i&&$[f.__i]||Yt,f.__i=m,g=Yn(e,f,p,r,s,a,c,l,d,u),h=f.__e,(p.ref!=f.ref||8&p.__u)&&(p.ref&&Gn(p.ref,null,f,p),f.ref&&u.push(f.ref,f.__c||h,f)),O=O||h,4&f.__u?(l=mr(f,l,e,!p.__v),p.__e&&(p.__e=null)):typeof f.type=="function"&&g!==void 0?l=g:h&&(l=h.nextSibling),f.__u&=-21);return n.__e=O,l}function tc(e,t,n,o,r){var s,a,c,l,d,u,m,p,f,h=n.length,O=h,g=0,$=0,_=e.__k=Array(r);for(s=0;s<r;s++)(a=t[s])!=null&&typeof a!="boolean"&&typeof a!="function"?(typeof a!="object"||a.constructor===String?a=_[s]=vt(null,a):Hn(a)?a=_[s]=vt(Re,{children:a}):a.constructor===$t&&a.__b?a=_[s]=vt(a.type,a.props,a.key,a.ref,a.__v):_[s]=a,l=s+g,a.__=e,a.__b=e.__b+1,c=null,~(d=a.__i=nc(a,n,l,O))&&(O--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(a.__u|=16,d==l-1?g--:d==l+1?g++:d!=l&&(d>l?g--:g++,$=1)):(~d||(r>h?g--:r<h&&g++),typeof a.type!="function"&&(a.__u|=4))):_[s]=null;if($){for(u=[],m=[],s=0;s<r;s++)if((a=_[s])&&16&a.__u){for(g=0,p=u.length;g<p;)u[f=g+p>>1]<a.__i?g=f+1:p=f;u[g]=a.__i,m[s]=g+1}for(g=u.length;s--;)m[s]&&(m[s]==g?g--:_[s].__u|=4)}if(O)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Ae(c)),Kn(c,c));return o}function mr(e,t,n,o){var r,s,a,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=mr(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Ae(e))&&!t.parentNode&&(t=null),a=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(a!=c&&(!o&&n.moveBefore&&a.parentNode?n.moveBefore(a,t):n.insertBefore(a,t||null)),t=a;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function nc(e,t,n,o){var r,s=e.key,a=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&a==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&a==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&a==c.type)return r}return-1}function ar(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Wt(e,t,n,o,r){var s,a;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||ar(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||ar(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(a=Fn[t]||(Fn[t]=oc(t)),(e.__a||(e.__a={}))[t]=qn,s=t!=(t=t.replace(lr,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,a,s):e.removeEventListener(t,a,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function oc(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[qt]==null)t[qt]=qn++;else if(t[qt]<this.__a[e])return;return n(x.event?x.event(t):t)}}}function Yn(e,t,n,o,r,s,a,c,l,d){var u,m,p,f,h,O,g,$,_,E,I,xe,Pe,ke,oe,M,de,Ce,ve=t.type;if(t.constructor!==$t)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,m=s=[],u.nodeType==8?c=Ht(u,s):s.push(u),c=s[0]||c),(u=x.__b)&&u(t);e:if(typeof ve=="function"){p=a.length;try{if($=t.props,_=(u=ve.prototype)&&u.render,E=(u=ve.contextType)&&o[u.__c],I=u?E?E.props.value:u.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):(_?t.__c=f=new ve($,I):(t.__c=f=new Xe($,I),f.constructor=ve,f.render=sc),E&&E.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),_&&(f.__s||(f.__s=f.state),ve.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=Le({},f.__s)),Le(f.__s,ve.getDerivedStateFromProps($,f.__s)))),h=f.props,O=f.state,f.__v=t,n.__c){if($!==h&&_&&!ve.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps($,I),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate($,f.__s,I)===!1){t.__v!=n.__v&&(f.props=$,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(re){re&&(re.__=t)}),Gt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&a.push(f),c=Ae(n);break e}f.componentWillUpdate&&f.componentWillUpdate($,f.__s,I),_&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate(h,O,g)})}else _&&!ve.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),_&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=I,f.props=$,f.__P=e,f.__g&=-5,xe=x.__r,Pe=_?25:0;do f.__g&=-9,xe&&xe(t),u=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++Pe<25);_&&(Gt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=Le({},o,f.getChildContext())),_&&n.__c&&f.getSnapshotBeforeUpdate&&(g=f.getSnapshotBeforeUpdate(h,O)),ke=u&&u.type===Re&&u.key==null?u.props.children:u,$.__P&&(u=c,r=(e=$.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(re){re&&Kn(re,re)}),n.__k=null),c=n.__k?Ae(n,0):null),c=dr(e,Hn(ke)?ke:[ke],t,n,o,r,s,a,c,l,d),$.__P&&(t.__e=null,c=u),t.__u&=-161,m&&m.some(je),f.__h.length&&a.push(f),1&f.__g&&(f.__g&=-4)}catch(re){if(a.length=p,t.__v=null,l||s)if(re&&re.then){if(t.__u|=128|l,s){for(~(de=s.indexOf(c||void 0))||(de=s.length);(Ce=s[de-1])&&Ce.nodeType==8;)de--;for(;de<s.length;de++)if(Ce=s[de])if(s[de]=null,oe){if(Ce==M)break}else{if(Ce.nodeType!=8)break;Ce.data.startsWith("$s")&&(M=Ht(oe=Ce))}}if(!oe){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;oe=c}(u=Ht(oe=t.__c.__z||(t.__c.__z=oe)))?(t.__e=oe,c=u):t.__e=c,c=c&&c.nextSibling}else s&&s.some(je);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),re&&re.then||pr(t),x.__e(re,t,n)}}else c=t.__e=rc(n.__e,t,n,o,r,s,a,l,d,e);return(u=x.diffed)&&u(t),c}function Ht(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function pr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(pr))}function hr(e,t,n){for(var o=0;o<n.length;)Gn(n[o++],n[o++],n[o++]);x.__c&&x.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){x.__e(s,r.__v)}})}function rc(e,t,n,o,r,s,a,c,l,d){var u,m,p,f,h,O,g,$,_=n.props||Yt,E=t.props,I=t.type;if(I=="svg"?r="http://www.w3.org/2000/svg":I=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(u=0;u<s.length;u++)if((h=s[u])&&(I?h.localName==I:h.nodeType==3)){e=h,s[u]=null;break}}if(!e){if($=d.ownerDocument||document,!I)return $.createTextNode(E);e=$.createElementNS(r,I,E.is?E:d),c&&(x.__m&&x.__m(t,s),c=!1),s=null}if(I){if(d=I=="template"&&e.content||e,s=I=="textarea"&&E.defaultValue!=null?null:s&&Vn.call(d.childNodes),!c&&s)for(_={},u=0;u<e.attributes.length;u++)_[(h=e.attributes[u]).name]=h.value;for(u in _)h=_[u],u=="dangerouslySetInnerHTML"?p=h:u=="children"||u in E||u=="value"&&"defaultValue"in E||u=="checked"&&"defaultChecked"in E||Wt(e,u,null,h,r);for(u in E)h=E[u],u=="children"?f=h:u=="dangerouslySetInnerHTML"?m=h:u=="value"?O=h:u=="checked"?g=h:c&&typeof h!="function"||_[u]===h||Wt(e,u,h,_[u],r);m?(c||p&&(m.__html==p.__html||m.__html==e.innerHTML)||(e.innerHTML=m.__html),t.__k=[]):(p&&(e.textContent=""),(I=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Qi.test(I))&&(r="http://www.w3.org/1999/xhtml"),dr(d,Hn(f)?f:[f],t,n,o,r,s,a,s?s[0]:n.__k&&Ae(n,0),c,l),s&&s.some(je)),c&&I!="textarea"||(u="value",I=="progress"&&O==null?e.removeAttribute(u):O==null||O===e[u]&&(I!="progress"||O)||Wt(e,u,O,_[u],r),u="checked",g!=null&&g!=e[u]&&Wt(e,u,g,_[u],r))}else _===E||c&&e.data==E||(e.data=E);return e}function Gn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){x.__e(r,n)}}function Kn(e,t,n){var o,r,s,a;if(x.unmount&&x.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Gn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){x.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(a=0;a<o.length;a++)o[a]&&Kn(o[a],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Ht(o,s=[]))&&(o==e.__e&&s.some(je),je(r),je(o)),n||je(e.__e),e.__e=e.__c=e.__=null}function sc(e,t,n){return this.constructor(e,n)}function vr(e,t){var n,o,r,s;x.__&&x.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=vt(Re,{children:[e]}),r=[],s=[],Yn(t,t.__k,o||Yt,Yt,t.namespaceURI,o?null:t.firstChild?Vn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),hr(r,t.__k,s),t.__k.props.children=null}x={__e:function(e,t,n,o){for(var r,s,a;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((a=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),a=1),a&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Vt=0,e}},ir=0,Wn=function(e){return e!=null&&e.constructor===$t},Xe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Le({},this.state)),typeof e=="function"&&(e=e(Le({},n),this.props)),e&&(Le(n,e),this.__v&&(t&&this.__k.push(t),sr(this)))},Xe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),sr(this))},Xe.prototype.render=Re,Oe=[],Vt=0,cr=function(e,t){return e.__v.__b-t.__v.__b},qt=Symbol(),lr=/(PointerCapture)$|Capture$/i,qn=0,Fn={},Xi=0;var Be,R,Jn,$r,zn=Object.is,yt=0,Or=[],Zn=[],L=x,_r=L.__b,yr=L.__r,gr=L.diffed,br=L.__c,wr=L.unmount,Sr=L.__;function gt(e,t){L.__h&&L.__h(R,e,yt||t),yt=0;var n=R.__H||(R.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function Ue(e){return yt=1,ac(Tr,e)}function ac(e,t,n){var o=gt(Be++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Tr(void 0,t),function(s){var a=(o.__N||o.__)[0],c=o.t(a,s);zn(a,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=R,!R.__f)){R.__f=!0;var r=R.shouldComponentUpdate;R.shouldComponentUpdate=function(s,a,c){var l=this.__H;if(!l)return!0;var d=!1,u=this.props!=s;if(l.__.some(function(p){p.__N&&(d=!0,zn(p.__[0],p.__N[0])||(u=!0))}),r){var m=r.call(this,s,a,c);return d?m||u:m}return!d||u}}return o.__}function B(e,t){var n=gt(Be++,3);!L.__s&&Qn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,R.__H.__h.push(n))}function le(e,t){var n=gt(Be++,4);!L.__s&&Qn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,R.__h.push(n))}function H(e){return yt=5,J(function(){return{current:e}},[])}function J(e,t){var n=gt(Be++,7);return Qn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Jt(e,t){return yt=8,J(function(){return e},t)}function Ar(){var e=gt(Be++,11);if(!e.__){for(var t=R.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function ic(){var e;do{for(;e=Zn.shift();)try{_t(e)}catch(n){L.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Or.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(_t),t.__h.some(Xn),t.__h=[]}catch(n){t.__h=[],L.__e(n,e.__v)}}}while(Zn.length)}L.__b=function(e){R=null,_r&&_r(e)},L.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Sr&&Sr(e,t)},L.__r=function(e){yr&&yr(e),Be=0;var t=(R=e.__c).__H;t&&(Jn==R?R.__h=[]:(t.__h.some(_t),t.__h.some(Xn),Be=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Jn=R},L.diffed=function(e){gr&&gr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&kr(Or.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Jn=R=null},L.__c=function(e,t){t.some(function(n){try{n.__h.some(_t),n.__h=n.__h.filter(function(o){return!o.__||Xn(o)})}catch(o){n.__h=[function(){throw o}]}}),br&&br(e,t)},L.unmount=function(e){wr&&wr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,kr(Zn.push(r))}else _t(r)}catch(s){t=s}}),o.__H=void 0,t&&L.__e(t,o.__v))};var xr=typeof requestAnimationFrame=="function";function cc(e){var t,n=function(){clearTimeout(o),xr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);xr&&(t=requestAnimationFrame(n))}function kr(e){e!=1&&$r==L.requestAnimationFrame||(($r=L.requestAnimationFrame)||cc)(ic)}function _t(e){var t=R,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),R=t}function Xn(e){var t=R;e.__c=e.__(),R=t}function Qn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!zn(n,e[o])})}function Tr(e,t){return typeof t=="function"?t(e):t}var lc=Symbol.for("preact-signals");function Qt(){if($e>1)$e--;else{var e,t=!1;for((function(){var r=Zt;for(Zt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var a=s.t;a!==void 0;a=a.x)a.i===r.i&&(a.i=s.i);r=r.o}})();wt!==void 0;){var n=wt;for(wt=void 0,zt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Ir(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(zt=0,$e--,t)throw e}}function to(e){if($e>0)return e();eo=++uc,$e++;try{return e()}finally{Qt()}}var bt,D=void 0;function St(e){var t=D,n=bt;D=void 0,bt=void 0;try{return e()}finally{D=t,bt=n}}var wt=void 0,$e=0,zt=0,uc=0,eo=0,Zt=void 0,Xt=0;function Er(e){if(D!==void 0){var t=e.n;if(t===void 0||t.t!==D)return t={i:0,S:e,p:D.s,n:void 0,t:D,e:void 0,x:void 0,r:t},D.s!==void 0&&(D.s.n=t),D.s=t,e.n=t,32&D.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=D.s,t.n=void 0,D.s.n=t,D.s=t),t}}function q(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}q.prototype.brand=lc;q.prototype.h=function(){return!0};q.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:St(function(){var o;(o=t.W)==null||o.call(t)}))};q.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&St(function(){var r;(r=t.Z)==null||r.call(t)}))}};q.prototype.subscribe=function(e){var t=this;return z(function(){var n=t.value;St(function(){return e(n)})},{name:"sub"})};q.prototype.valueOf=function(){return this.value};q.prototype.toString=function(){return this.value+""};q.prototype.toJSON=function(){return this.value};q.prototype.peek=function(){var e=this;return St(function(){return e.value})};Object.defineProperty(q.prototype,"value",{get:function(){var e=Er(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(zt>100)throw new Error("Cycle detected");(function(n){$e!==0&&zt===0&&n.l!==eo&&(n.l=eo,Zt={S:n,v:n.v,i:n.i,o:Zt})})(this),this.v=e,this.i++,Xt++,$e++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Qt()}}}});function F(e,t){return new q(e,t)}function Ir(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Mr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Nr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Fe(e,t){q.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Xt-1,this.f=4}Fe.prototype=new q;Fe.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Xt))return!0;if(this.g=Xt,this.f|=1,this.i>0&&!Ir(this))return this.f&=-2,!0;var e=D;try{Mr(this),D=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return D=e,Nr(this),this.f&=-2,!0};Fe.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}q.prototype.S.call(this,e)};Fe.prototype.U=function(e){if(this.t!==void 0&&(q.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Fe.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Fe.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Er(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function Te(e,t){return new Fe(e,t)}function Dr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){$e++;var n=D;D=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,no(e),o}finally{D=n,Qt()}}}function no(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Dr(e)}function fc(e){if(D!==this)throw new Error("Out-of-order effect");Nr(this),D=e,this.f&=-2;try{8&this.f&&no(this)}finally{Qt()}}function Qe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,bt&&bt.push(this)}Qe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Qe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Dr(this),Mr(this),$e++;var e=D;return D=this,fc.bind(this,e)};Qe.prototype.N=function(){2&this.f||(this.f|=2,this.u=wt,wt=this)};Qe.prototype.d=function(){this.f|=8,1&this.f||no(this)};Qe.prototype.dispose=function(){this.d()};function z(e,t){var n=new Qe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Pr,tn,en,dc=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Cr=[];z(function(){Pr=this.N})();function et(e,t){x[e]=t.bind(null,x[e]||function(){})}function xt(e){if(en){var t=en;en=void 0,t()}en=e&&e.S()}function jr(e){var t=this,n=e.data,o=y(n);o.name="ReactiveDom",o.value=n;var r=J(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var d=Te(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),u=Te(function(){return!Array.isArray(d.value)&&!Wn(d.value)}),m=z(function(){if(this.N=Lr,u.value){var f=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),p=t.__$u.d;return t.__$u.d=function(){m(),p.call(this)},[u,d]},[]),s=r[0],a=r[1];return s.value?a.peek():a.value}jr.displayName="ReactiveTextNode";Object.defineProperties(q.prototype,{constructor:{configurable:!0,value:Kt(Re,null).constructor},type:{configurable:!0,value:jr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});et("__b",function(e,t){if(xt(),tn=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof q&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});et("__r",function(e,t){if(e(t),t.type!==Re){xt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var a;return z(function(){a=this},{name:s}),a.c=r,a})((function(r){return function(){var s;dc&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),tn=o,xt(n)}});et("__e",function(e,t,n,o){xt(),tn=void 0,e(t,n,o)});et("diffed",function(e,t){xt(),tn=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var a in s){var c=s[a];c===void 0||o&&a in o||(c.d(),s[a]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var d=s[l],u=o[l];d===void 0?(d=mc(n,l,u,r),s[l]=d):d.o(u,r)}}}e(t)});function mc(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=F(n);return{o:function(a,c){s.value=a,o=c},d:z(function(){this.N=Lr;var a=s.value.value;o[t]!==a&&(o[t]=a,r?e[t]=a:a!=null&&(a!==!1||t[4]==="-")?e.setAttribute(t,a):e.removeAttribute(t))})}}et("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var a=t.__np;if(a){var c=t.props;for(var l in a)c[l]=a[l]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var u=d.__$u;u&&(d.__$u=void 0,u.d())}}e(t)});et("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Xe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var a in e)if(a!=="__source"&&e[a]!==this.props[a])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function y(e,t){return J(function(){return F(e,t)},[])}var pc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function hc(){to(function(){for(var e;e=Cr.shift();)Pr.call(e)})}function Lr(){Cr.push(this)===1&&(x.requestAnimationFrame||pc)(hc)}var Br=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var a=t[s++],c=t[s]?(t[0]|=a?1:2,n[t[s++]]):t[++s];a===3?o[0]=c:a===4?o[1]=Object.assign(o[1]||{},c):a===5?(o[1]=o[1]||{})[t[++s]]=c:a===6?o[1][t[++s]]+=c+"":a?(r=e.apply(c,Br(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Rr=new Map;function Ur(e){var t=Rr.get(this);return t||(t=new Map,Rr.set(this,t)),(t=Br(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,a="",c="",l=[0],d=function(p){s===1&&(p||(a=a.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,p,a):s===3&&(p||a)?(l.push(3,p,a),s=2):s===2&&a==="..."&&p?l.push(4,p,0):s===2&&a&&!p?l.push(5,0,!0,a):s>=5&&((a||!p&&s===5)&&(l.push(s,0,a,r),s=6),p&&(l.push(s,p,0,r),s=6)),a=""},u=0;u<n.length;u++){u&&(s===1&&d(),d(u));for(var m=0;m<n[u].length;m++)o=n[u][m],s===1?o==="<"?(d(),l=[l],s=3):a+=o:s===4?a==="--"&&o===">"?(s=1,a=""):a=o+a[0]:c?o===c?c="":a+=o:o==='"'||o==="'"?c=o:o===">"?(d(),s=1):s&&(o==="="?(s=5,r=a,a=""):o==="/"&&(s<5||n[u][m+1]===">")?(d(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),s=2):a+=o),s===3&&a==="!--"&&(s=4,l=l[0])}return d(),l})(e)),t),arguments,[])).length>1?t:t[0]}var i=Ur.bind(Kt);var qr="Europe/London",oo=e=>new Intl.DateTimeFormat("en-GB",{timeZone:qr,...e}),Hr=oo({day:"numeric",month:"long",year:"numeric"}),vc=oo({month:"short",year:"numeric"}),Fr=oo({hour:"2-digit",minute:"2-digit"}),nn=new Intl.DateTimeFormat("sv-SE",{timeZone:qr}),$c=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),_c=864e5,se=(e=new Date)=>nn.format(e),Z=e=>Hr.format(new Date(e)),Vr=e=>vc.format(new Date(`${e}-01`));function Ee(e,t=new Date){let n=new Date(e);return nn.format(n)===nn.format(t)?Fr.format(n):`${Hr.format(n)}, ${Fr.format(n)}`}var C=e=>$c.format(e),G=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Yr(e,t=new Date){let n=Math.round((Wr(t)-Wr(new Date(e)))/_c);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Wr=e=>Date.parse(nn.format(e)),on=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function me({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${Ee(e)}`;return i`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function X({reading:{busy:e,problem:t}}){return t?i`<p class="notice" role="alert">${t}</p>`:e?i`<p class="loading" role="status">Loading …</p>`:null}var ro="([A-Za-z0-9_-]{1,64})",so=new RegExp(`^${ro}$`),yc={"/":"jobs","/jobs":"jobs",[`/jobs/${ro}`]:"job",[`/jobs/${ro}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},gc=Object.entries(yc).map(([e,t])=>[new RegExp(`^${e}$`),t]);function rn(e){for(let[t,n]of gc){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var A=F(ao());function ao(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...rn(location.pathname)??rn("/"),path:location.pathname,account:so.test(n)&&so.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function b(e,t={},n=A.value.account){let[o,r]=n?.split("/")??[],s=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return s?`${e}?${s}`:e}function Gr(e){A.value.account||_e(b(A.value.path,Object.fromEntries(A.value.query),e),{replace:!0})}function _e(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:bc(n)},""),history.pushState(null,"",e)),A.value=ao()}var sn=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function bc(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return o?{href:r,at:sn(r,t).indexOf(o),top:o.getBoundingClientRect().top}:null}function Kr(){let{y:e,mark:t}=A.value;scrollTo(0,e);let n=t&&sn(t.href,document.querySelector("main"))[t.at];if(!n)return;let o=()=>scrollBy(0,n.getBoundingClientRect().top-t.top);o(),requestAnimationFrame(()=>requestAnimationFrame(o))}function Jr(){history.scrollRestoration="manual",addEventListener("popstate",()=>{A.value=ao(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!rn(t.pathname)||(e.preventDefault(),_e(t.href,{replace:t.href===location.href,link:t}))})}var Sc={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},v=({name:e})=>i`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${Sc[e]} /></svg>
`;var xc="Contractor Portal",zr=!0;function S({title:e,back:t,keepsFocus:n=!1,children:o}){let r=H(null);return le(()=>{zr||(n||r.current.focus({preventScroll:!0}),Kr()),zr=!1},[]),le(()=>{document.title=`${e} – ${xc}`},[e]),i`
    <main id="main" class="screen">
      ${t&&i`<a class="back" href=${b(t.path)}><${v} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var Zr="application/json",Xr=()=>{};function Qr(e){Xr=e}async function Q(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let a=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!a&&c.set("Content-Type",Zr);try{let l=await fetch(`/api/${e}`,{method:t,headers:c,body:a||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:d,headers:u}=l,p=u.get("Content-Type")?.startsWith(Zr)??!1?await l.json().catch(()=>null):null;return kc(d,p,u)?(d===401&&Xr(),{status:d,body:p,headers:u,offline:!1}):d===413?Oc():io()}catch{return io()}}function kc(e,t,n){return n.get("X-Request-ID")?e>=400?typeof t?.error=="string":t!==null||e===204||e===304:!1}var Oc=()=>({...io(),status:413,offline:!1}),io=()=>({status:0,body:null,headers:new Headers,offline:!0}),Ac="The portal cannot be reached just now. Please check your connection and try again.",ue=({offline:e,body:t})=>e?Ac:t?.error??"Something went wrong. Please try again in a minute.";var uo=(e,t)=>t.some(n=>e instanceof n),es,ts;function Tc(){return es||(es=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Ec(){return ts||(ts=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var fo=new WeakMap,co=new WeakMap,an=new WeakMap;function Ic(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",a)},s=()=>{n(pe(e.result)),r()},a=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",a)});return an.set(t,e),t}function Mc(e){if(fo.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",a),e.removeEventListener("abort",a)},s=()=>{n(),r()},a=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",a),e.addEventListener("abort",a)});fo.set(e,t)}var mo={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return fo.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return pe(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function ss(e){mo=e(mo)}function Nc(e){return Ec().includes(e)?function(...t){return e.apply(tt(this),t),pe(this.request)}:function(...t){return pe(e.apply(tt(this),t))}}function Dc(e){return typeof e=="function"?Nc(e):(e instanceof IDBTransaction&&Mc(e),uo(e,Tc())?new Proxy(e,mo):e)}function pe(e){if(e instanceof IDBRequest)return Ic(e);if(co.has(e))return co.get(e);let t=Dc(e);return Object.is(t,e)||(co.set(e,t),an.set(t,e)),t}var tt=e=>an.get(e);function as(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let a=indexedDB.open(e,t),c=pe(a);return o&&a.addEventListener("upgradeneeded",l=>{o(pe(a.result),l.oldVersion,l.newVersion,pe(a.transaction),l)}),n&&a.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",d=>r(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function is(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),pe(n).then(()=>{})}var Pc=["get","getKey","getAll","getAllKeys","count"],Cc=["put","add","delete","clear"],lo={};function ns(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(lo[t])return lo[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Cc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||Pc.includes(n)))return;let s=async function(a,...c){let l=this.transaction(a,r?"readwrite":"readonly"),d=l.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),r&&l.done]))[0]};return lo[t]=s}ss(e=>({...e,get:(t,n,o)=>ns(t,n)||e.get(t,n,o),has:(t,n)=>!!ns(t,n)||e.has(t,n)}));var jc=["advance","continue","continuePrimaryKey"],os={},po=new WeakMap,cs=new WeakMap,Lc={get(e,t){if(!jc.includes(t))return e[t];let n=os[t];return n||(n=os[t]=function(...o){po.set(this,cs.get(this)[t](...o))}),n}};async function*Rc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Lc);for(cs.set(n,t),an.set(n,tt(t));t;)yield n,t=await(po.get(n)||t.continue()),po.delete(n)}function rs(e,t){return t===Symbol.asyncIterator&&uo(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&uo(e,[IDBIndex,IDBObjectStore])}ss(e=>({...e,get(t,n,o){return rs(t,n)?Rc:e.get(t,n,o)},has(t,n){return rs(t,n)||e.has(t,n)}}));var cn=new Set,ls=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){ls=cn.size>0;for(let t of cn)kt(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&ls&&location.reload()});function us(e){let t=tt(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return ho(o),o}}function ho(e){let t=tt(e)??e;cn.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>cn.delete(t));pe(t).done.catch(()=>{})}function kt(e){try{e.abort()}catch{}}async function We(e,t){let n=0,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}var Bc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...a}=r.value;o.put({...a,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],Uc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",held:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},ye=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=Uc[t]}},ds=["InvalidStateError","UnknownError"],Fc="portal:",Wc=1e4,fs=3e3,Ie=new Map,ln=new Set,$o=!1,ee=({agency:e,contractorId:t,email:n})=>`${Fc}${e}/${t} ${n}`;function qc(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function ms(){return(indexedDB.databases?await Me(()=>indexedDB.databases()):[...Ie.keys()].map(t=>({name:t}))).map(({name:t})=>qc(t)).filter(Boolean)}var ps=()=>{$o=!0},_o=e=>ln.delete(e);async function vo(e,t=Bc){if(ln.has(e))throw new ye("gone");if(!Ie.has(e)){let n=Hc(e,t);Ie.set(e,n),n.catch(()=>Ie.delete(e))}return Me(()=>We(Wc,Ie.get(e)))}var Hc=(e,t)=>Me(async()=>{let n=await as(e,t.length,{upgrade(o,r,s,a){ho(a),Vc(t.slice(r),o,a)},blocking(o,r){r===null&&ln.add(e),yo(e)},terminated:()=>Ie.delete(e)});return us(n),n});async function Vc(e,t,n){try{for(let o of e)await o(t,n)}catch{kt(n)}}async function yo(e){let t=Ie.get(e);Ie.delete(e),(await t?.catch(()=>null))?.close()}async function hs(e){let t=We(fs,Yc(e)).then(()=>!0,()=>!1);ln.add(e);let n=await t;yo(e);try{await Me(()=>We(fs,is(e)))}catch(o){if(!n)throw o}}async function Yc(e){let t=await vo(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var V=(e,t,n)=>Me(async()=>{let o=await Gc(e,t,n);return $o=!0,o});async function Gc(e,t,n){try{return await t(await vo(e,n))}catch(o){if(!ds.includes((o.cause??o).name))throw o;return await yo(e),t(await vo(e,n))}}async function Me(e){try{return await e()}catch(t){throw t instanceof ye?t:new ye(Kc(t),t)}}function Kc(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"held":["SecurityError",...ds].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?$o?"lost":"closed":"broken"}var Jc={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},zc="May have arrived",ys={expired:"Not delivered",abandoned:"Not delivered"},Zc=["rejected","expired","abandoned"],fn=1e4,Xc=144*36e5,gs=2e3,bs=3e5,bo=6e4,Qc=600,el=36e5,tl=6e5,nl=24*36e5,ol=1e4,rl=/^document: /,sl=[400,404,405,413,415,422],ws="It may have arrived. It is sent again, and the portal knows it for the same.",al="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",vs="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",il=" If that does not help, attach the PDF again.",cl="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Ss="It may have arrived a week ago. Please look at the job: if it is not there, send it again.";function ae(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:ot(e)?zc:n==="refused"&&ys[o]||Jc[n]}function xs(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?ae(e,t):`${ae(e,t)}${ys[o]?":":", because:"} ${r}`}var ks=(e,t)=>e.state==="refused"||e.sentence?.startsWith(ae(e,t))?null:e.sentence,qe=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],j=({state:e})=>e!=="done",te=({state:e})=>["checking","review"].includes(e),wo=e=>j(e)&&!te(e),ge=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Os=(e,t)=>ge(e)?{heldUntil:t+tl}:void 0,Ot=e=>e.state!=="sending"&&!te(e),dn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,ot=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,K=({state:e})=>["refused","unknown"].includes(e),As=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...mn({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+fn:0}),mn=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...ll}),ll={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,asks:null,ended:null,result:null};function Ts(e,t){return Es(e).filter(n=>go(n)<=t||go(n)>t+nl).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function So(e){let t=Es(e).map(go);return t.length?Math.min(...t):null}var go=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Es(e){let t=new Set;return e.filter(n=>{if(te(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Is(e,t){return Ns(e,t)?xo(Ss):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Ms(e,t,n=Math.random){if(Ns(e,t))return xo(Ss);let o=ge(e)?vs+il:vs;return nt(e,null,t,n,{sentence:o,asks:"document"},bo)}var Ns=({sentAt:e},t)=>e!==null&&t-e>Xc,Ds=()=>({state:"waiting",sentence:ws,nextAt:0});function Ps(e,t,n,o=Math.random){let{status:r,body:s,headers:a,offline:c}=t,l={sentAt:e.sentAt??n},d=s?.error?.replace(rl,"")??null;if(c)return nt(e,null,n,o,{...l,sentence:ws},bo);if(r===413&&!s)return nt(e,Qc,n,o,{sentAt:e.sentAt,sentence:al,asks:"size"},el);let u=a.get("Submission-State"),m=a.get("Retry-After");return r===200||r===201?js(e,s,n):r===202?$s(s.state,s.submissionId,s.message,n):u==="rejected"?un(d,{ended:u}):r===409&&m?nt(e,m,n,o,{...l,sentence:d},ol):a.get("Location")?$s(u,a.get("Location").split("/").at(-1),d,n):u==="not-sent"?nt(e,m,n,o,{sentAt:null,sentence:d}):r===409?un(d,{asks:e.kind==="invoice"?"duplicate":null}):sl.includes(r)?un(d):nt(e,m,n,o,{...r>=500?l:{sentAt:e.sentAt},sentence:d})}function Cs(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?xo(cl):o||t!==200?_s(e,e,r,s):n.state==="confirmed"?js(e,n.result,r):Zc.includes(n.state)?un(n.message,{ended:n.state}):_s(e,{state:Ls(n.state),sentence:n.message},r,s)}var js=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?ul(t):t}),ul=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},un=(e,{asks:t=null,ended:n=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,sentAt:null}),xo=e=>({state:"unknown",sentence:e,asks:null}),Ls=e=>e==="review"?"review":"checking",$s=(e,t,n,o)=>({state:Ls(e),submissionId:t,sentence:n,tries:0,nextAt:o+gs});function nt(e,t,n,o,r,s=bs){let a=Math.max(Number(t)*1e3||0,pn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+a}}function _s({tries:e},{state:t,sentence:n},o,r){let s=t==="review"?bs:bo;return{state:t,sentence:n,tries:e+1,nextAt:o+pn(e,s,r)}}var pn=(e,t,n=Math.random)=>Math.min(t,gs*2**Math.min(e,20))*(.5+n()/2);var Us="portal-outbox",fl={durability:"strict"},Rs=["outbox","documents","blobs"],Bs=1e4,rt=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},He=class{constructor(t){this.owner=t,this.name=ee(t)}all(){return V(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let a=await r.add(t);return n&&await s.put({id:a,bytes:n}),{...t,id:a}});return hn(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:a,blobs:c})=>{let l=await s.get(t),d=l&&n(l);if(d===void 0)return;let u=d&&{...l,...d},m=Fs(u);return await Promise.all([u?s.put(u):s.delete(t),m?o&&a.put({id:t,bytes:o}):a.delete(t),(o||!m)&&c.delete(t)]),u});if(r===void 0)throw new rt;return hn(this.name),r}async documentOf(t){let n=await Me(()=>We(Bs,V(this.name,o=>o.get("documents",t))));return n?n.bytes:this.#e(t)}async#e(t){let n=await V(this.name,s=>s.get("blobs",t));if(!n)throw new ye("lost");let o=await Me(()=>We(Bs,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:a})=>{await a.count(t)&&await Promise.all([s.put({id:t,bytes:o}),a.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return V(this.name,async n=>{let o=n.transaction(Rs,"readwrite",fl),r=Object.fromEntries(Rs.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw kt(o),c}),[a]=await Promise.all([s,o.done]);return a})}tidy(){return V(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!j(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},st=class{#e=[];#t=new Map;#n=0;constructor(t){this.owner=t,this.name=ee(t)}async all(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#n};return this.#e.push(o),n&&this.#t.set(o.id,n),hn(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new rt;let a=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...a?[a]:[]),o?this.#t.set(t,o):Fs(a)||this.#t.delete(t),hn(this.name),a}async documentOf(t){return this.#t.get(t)}},Fs=e=>!!e?.document&&j(e);function hn(e){let t=new BroadcastChannel(Us);t.postMessage(e),t.close()}function Ws(e){let t=new BroadcastChannel(Us);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function At(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw Object.assign(new ye("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}function qs(e,t){let{method:n,path:o}=dl(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?ml(e,t):e.content,timeoutMs:t?3e5:6e4}}function dl({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function ml({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t.name),o}var Tt=new BroadcastChannel("portal-turn"),Et=[];Tt.addEventListener("message",({data:{asks:e}})=>{Et.includes(e)&&Tt.postMessage({holds:e})});function Hs(e,t){return Gs(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(a){if(a.name!=="AbortError")throw a;return r=!1,null}})}function Vs(e,t){return Gs(e,({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function Ys(e,t){let n=!1,o=()=>(n=!0,Ks(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function Gs(e,t){let n=!1,o=r=>(n=!0,Ks(e,r));for(let r=!1;;r=!await pl(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function Ks(e,t){Et.push(e);try{return await t()}finally{Et.splice(Et.indexOf(e),1)}}function pl(e){return Et.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),Tt.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);Tt.addEventListener("message",o),Tt.postMessage({asks:e})})}var Js="portal-session",hl=5e3;async function Ve(e=null){return(await ms()).filter(t=>e===null||t.email===e).map(t=>new He(t))}async function ko(e){return await Hs(`portal-outbox:${e.name}`,async n=>{for(await vl(e);n();){let[o]=Ts(await e.all(),Date.now());if(!o)return{hold:null,next:So(await e.all())};let r=await $l(e.owner,()=>n()?_l(e,o):null);if(r)return{hold:r,next:null}}return null})??{hold:null,next:Date.now()+hl}}var vn=e=>Ys(Js,e);async function vl(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,Ds)}function $l(e,t){return Vs(Js,async()=>await zs(e)??t())}async function zs({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await Q("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function _l(e,t){try{return await(te(t)?gl(e,t):yl(e,t))}catch(n){if(n instanceof rt)return null;throw n}}async function yl(e,t){let n=l=>l.state==="waiting"&&l.key===t.key&&l.heldUntil===t.heldUntil,o=t.document?await e.documentOf(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,l=>n(l)?Ms(l,Date.now()):void 0),null;let r=await e.change(t.id,l=>n(l)?Is(l,Date.now()):void 0);if(r.state!=="sending")return null;let s=qs(t,o),a=await Q(s.path,{...s,account:Xs(e)}),c=await Zs(e,a);return await e.change(t.id,l=>{if(!(l.attempt!==r.attempt||l.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Ps(t,a,Date.now())}),c??(a.offline?"offline":null)}async function gl(e,t){let n=await Q(`contractor/submissions/${t.submissionId}`,{account:Xs(e)}),o=await Zs(e,n);return o||await e.change(t.id,r=>te(r)?Cs(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function Zs(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?zs(e.owner):null}var Xs=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var bl="outbox",Qs=!1,wl=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator&&!Qs,Ye=()=>wl()?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection.";async function $n(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(bl).catch(()=>{Qs=!0})}var Oo=e=>`outbox ${e}`;function _n(e,t){try{t?localStorage.setItem(Oo(e),String(t)):localStorage.removeItem(Oo(e))}catch{}}function Ao(e){try{return Number(localStorage.getItem(Oo(e))??0)}catch{return 0}}var ea=e=>_n(e,0);var N=F(null),he=F(null),Mt=F([]),ie=F(null),xl=6e4,kl=168*36e5,Ol="This device has no room left, so nothing can be sent from it. Please free some space.",P=null,Io=0,To=0,It=!1,yn=null,Eo=!1;async function Mo(e){if(P?.name===ee(e))return;No(),_o(ee(e));let t=new He(e);Ao(t.name)&&ps(),P=t;try{let n=(await t.all()).length?0:Ao(t.name);for(let o of(await Ve()).filter(r=>r.owner.email!==e.email))await o.tidy(),_n(o.name,await Co(o));await Tl(t),await Po(t,await t.all(),ca),P===t&&(ie.value=n?Il(n):null)}catch(n){if(P!==t)return;ie.value=jo(n),n.reason==="closed"&&(P=new st(e))}await Nt(),N.value?.some(j)&&$n(),be()}async function na(e){No(),(e?await Ve(e.email).catch(()=>[]):[]).some(({name:n})=>n===ee(e))&&!P&&await Mo(e)}function No(){clearTimeout(Io),P=null,N.value=null,he.value=null,Mt.value=[],ie.value=null}async function at({document:e,...t}){let{bytes:n,...o}=e?await At(e):{},r=await P.add(As({...t,document:n?o:null},Date.now()),n);return await Nt(),navigator.storage?.persist?.(),$n(),be(),r}async function gn(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}},{bytes:s,...a}=o?await At(o):{};return o!==void 0&&(r.document=s?a:null),it(e,c=>ge(c)?mn(r):void 0,s)}var oa=e=>it(e,t=>Os(t,Date.now())),ra=e=>it(e,({heldUntil:t})=>t?{heldUntil:0}:void 0);function Do(e,{duplicate:t=!1}={}){return it(e,n=>K(n)?mn({duplicate:t}):void 0)}var sa=e=>it(e,t=>Ot(t)?null:void 0),aa=e=>it(e,t=>dn(t,Date.now())?null:void 0),Ge=e=>(N.value??[]).filter(t=>t.jobId===e);async function be(){clearTimeout(Io),yn?Eo=!0:(yn=El(),await yn.finally(()=>yn=null),Eo&&(Eo=!1,await be()))}async function ia(){P&&await Po(P,N.value??[]),await be()}async function Al(){P&&await Po(P,N.value??[],ca),await be()}var ca=({asks:e})=>e!=="size";async function Po(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>j(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function la(e){let t=P instanceof st?[P]:await Ve(e);return(await Promise.all(t.map(Co))).reduce((o,r)=>o+r,0)}var Co=async e=>(await e.all()).filter(wo).length;async function ua(e){let t=!(P instanceof st);P?.owner.email===e&&No();for(let{name:n}of t?await Ve(e):[])await hs(n),ea(n)}async function Tl(e){let t=Date.now()-kl;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function it(e,t,n){let o=await P.change(e,t,n);return await Nt(),$n(),be(),o}async function Nt(){let e=P;try{let t=await e?.all()??null;if(P!==e)return;N.value=t,t&&_n(e.name,t.filter(wo).length)}catch(t){if(P!==e)return;ie.value=jo(t),It=!0}}async function El(){let e=P;if(e)try{let t=e instanceof He?(await Ve(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await ko(r));let o=await Promise.all(t.map(Co));if(P!==e||(he.value=n[0].hold,Mt.value=t.map(({owner:r},s)=>({...r,number:o[s]})).filter(({number:r})=>r),ta(n),!It))return;It=!1,await Nt(),It||(ie.value=null)}catch(t){if(P!==e)return;ie.value=t.reason==="full"?Ol:jo(t),It=!0,ta([{hold:"offline",next:null}])}}function jo(e){if(!e.sentence)throw e;return e.sentence}function ta(e){let t=e.some(({hold:o})=>o==="offline");To=t?To+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+pn(To,xl)),n.length&&(Io=setTimeout(be,Math.max(Math.min(...n)-Date.now(),0)))}var Il=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function fa(){Ws(e=>{e===P?.name&&Nt()}),addEventListener("online",Al),addEventListener("offline",be),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&be()})}var Dt="portal",Pt=[e=>e.createObjectStore("session")],ma=e=>V(Dt,t=>t.put("session",e,"last"),Pt);async function pa(){try{return await V(Dt,e=>e.get("session","last"),Pt)??null}catch{return null}}var ha=()=>V(Dt,e=>e.delete("session","last"),Pt),va=e=>V(Dt,t=>e?t.put("session",e,"asked"):t.delete("session","asked"),Pt);async function $a(){try{return await V(Dt,e=>e.get("session","asked"),Pt)??null}catch{return null}}var T=F(void 0),ct=F(null),bn=F(null),Ml=6e5,Y=({agency:e,contractorId:t})=>`${e}/${t}`,w=Te(()=>{if(!T.value)return null;let e=A.value.account??Y(T.value.account);return T.value.accounts.find(t=>Y(t)===e)??null}),fe=Te(()=>{let[e,t]=[T.value,w.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),_a=Te(()=>{let[e,t]=[T.value,A.value.account];if(!e||w.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),ya=new BroadcastChannel("portal:person");async function lt(e){let t=JSON.stringify(e)!==JSON.stringify(T.value);t&&(T.value=e),await(e?ma(e):ha()).catch(()=>{}),t&&ya.postMessage(e)}async function ut(e){await va(e).catch(()=>{}),bn.value=e}async function wn(){let[e,t]=await Promise.all([pa(),$a()]);if(t&&await ut(Date.now()-t.at<Ml?t:null),T.value??=e??void 0,e||document.body.dataset.session){let n=await Q("session");n.status===200&&await lt(n.body)}T.value??=null}var Sn=e=>{let t=A.value.account?.split("/")[0];return Q("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function ga(e,t){let n=await vn(()=>Q("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(ct.value=null,await lt(n.body),await ut(null)),n}async function ba(e){lt({...T.value,account:e});let{agency:t,contractorId:n}=e,o=await Q("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await lt(o.body)}async function wa(){let{email:e}=T.value,t=await vn(()=>Q("session",{method:"DELETE"}));return t.status===204&&(await lt(null),await ua(e)),t}function Sa(){Qr(()=>{ct.value=T.value?.email??ct.value,lt(null)}),ya.onmessage=({data:e})=>{T.value=e}}var xa=300;async function ka(e,t,n,o=null){try{await V(ee(e),async r=>{let{store:s,done:a}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>xa&&await Dl(s),await a})}catch{}}async function Oa(e,t){try{return await V(ee(e),n=>n.get("answers",t))??null}catch{return null}}async function Dl(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-xa).map(({path:n})=>e.delete(n)))}var Pl=5e3,Cl=30,Aa={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},jl=F({...Aa,busy:!1}),Ct=new Map;function k(e){let t=fe.value,n=e?Ma(t,e):jl;return B(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&Lo(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[s,a]of r)s.addEventListener(a,o);return()=>{for(let[s,a]of r)s.removeEventListener(a,o)}},[n]),n}async function Ta(e,t){let n=fe.value,o=n&&Ct.get(Ia(n,e));await o?.running,!(!o||o.begunAt>t)&&(o.readAt=0,Lo(n,e))}var Ea=()=>Ct.clear(),Ia=(e,t)=>`${e.email} ${Y(e)} ${t}`;function Ma(e,t){let n=Ia(e,t);if(!Ct.has(n)){let o=F(Aa);Ct.set(n,Object.assign(o,{etag:null,begunAt:0,readAt:0,running:null}))}return Ct.get(n)}function Lo(e,t){let n=Ma(e,t);navigator.onLine&&Date.now()-n.readAt<Pl||(n.running??=Ll(e,t,n).finally(()=>{n.running=null}))}async function Ll(e,t,n){let o=m=>{n.value={...n.value,...m}};if(!n.value.body){let m=await Oa(e,t);m&&(n.etag=m.etag??null,o({body:m.body,begunAt:m.readAt,asOf:m.body.asOf??new Date(m.readAt).toISOString(),isOld:!0}))}o({busy:!0});let r=Date.now();n.begunAt=r;let s=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},a=await Q(`contractor/${t}`,{account:Y(e),headers:s}),{status:c,body:l,offline:d}=a,u={begunAt:r,asOf:Rl(a.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:c};if((c===200||c===304)&&(n.readAt=Date.now()),c===200)n.etag=a.headers.get("ETag"),ka(e,t,l,n.etag),o({...u,body:l});else if(c===304)o(u);else if(c===409)wn(),o({busy:!1,problem:ue(a),status:c});else if(c===404)o({body:null,busy:!1,problem:ue(a),status:c});else{let m=Number(a.headers.get("Retry-After"));!d&&m&&setTimeout(()=>Lo(e,t),Math.min(m,Cl)*1e3),o({isOld:!!n.value.body,busy:!!(!d&&m),problem:ue(a),status:c})}}var Rl=e=>e?new Date(e).toISOString():null;function xn(){let e=w.value&&Y(w.value);return i`
    <ul class="rows">
      ${T.value.accounts.map(t=>{let n=Y(t);return i`
          <li key=${n} class="row">
            <a href=${b("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>ba(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&i`<span class="about"><${v} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function kn(){let[e,t,n]=[y(null),y(0),y(!1)],o=async()=>{n.value=!0;let s=await wa();if(n.value=!1,s.status!==204){e.value=`${ue(s)} Nothing on this device was deleted.`;return}Ea(),_e("/",{replace:!0})},r=async()=>{e.value=null;try{t.value=await la(T.value.email)}catch(s){if(!s.sentence)throw s;e.value=s.sentence;return}t.value||await o()};return i`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?i`<${Bl} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:i`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${r}>
          <${v} name="leave" />Sign out
        </button>`}
  `}function Bl({number:e,onSure:t,onStay:n}){let o=H(null);le(()=>o.current.focus(),[]);let[r,s,a]=[G(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return i`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${r} on this device ${s} not with the agency yet.</b> Signing out deletes ${a} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${a} and sign out</button>
      </div>
    </div>
  `}var Ul=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Na(){let e=k("account"),t=e.value.body,{agencyName:n,displayName:o}=w.value;return i`
    <${S} title="Account">
      ${T.value.accounts.length>1&&i`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${xn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?i`<${Fl} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:i`<${X} reading=${e.value} />`}
        <${me} reading=${e.value} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${T.value.email}</b></p>
        <${kn} />
      </section>
    <//>
  `}function Fl({record:e}){let{agency:t}=e,n=[...Ul.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return i`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>i`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var Da=0;function W(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Da),Da=setTimeout(()=>{t.textContent=e},400)}var Wl=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),we=e=>e.trim().replaceAll("	"," ");function jt(e,t,{inForm:n=!1}={}){let o=n?we(e).replace(/\r\n|\r|\n/g,`\r
`):we(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Wl.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var Lt=4e3,On=e=>e?jt(e,Lt):"Please write something first.";function An(e){B(()=>{if(e!==null)return oa(e).catch(Pa),()=>ra(e).catch(Pa)},[e])}var Pa=()=>{};function Ca({item:e,done:t}){let[n,[o,r]]=[Ar(),Ue(null)];return An(e.id),i`
    <form onSubmit=${async a=>{a.preventDefault();let c=we(a.target.elements.note.value),l=On(c);if(r(l),!l)try{await gn(e.id,{content:{note:c}}),t()}catch(d){if(!d.sentence)throw d;r(d.sentence)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${Lt} required dir="auto" ref=${ql}>
        ${e.content.note}
      </textarea>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var ql=e=>e?.focus();var Hl="https://www.google.com/maps/search/?api=1&query=",Vl=/[\p{L}/,;&#|]|(?=\+)/u,Yl=5,Gl=/^(\+|00)(\d{1,3})\(0\)/;function Kl(e){return e.split(Vl).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(Gl,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Yl)??""}function Ke({phone:e,who:t}){if(!e)return null;let n=Kl(e);return n?i`
    <a class="reach" href=${`tel:${n}`}>
      <${v} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:i`<span dir="auto">${e}</span>`}function ft({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>i`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${v} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function ja({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?i`
    <a class="reach" href=${Hl+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${v} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Ro(){let e=k(w.value?"agency":null).value.body?.offers??[],t=o=>k(e.includes("contacts")?o:null).value.body,n=Jl(t("contacts")?.contacts??[],t("account")?.agency.branchId);return e.includes("contacts")?i`
    <div>
      ${n&&i`<${Ke} phone=${n.phone} who=${n.name} /><${ft} email=${n.email} who=${n.name} />`}
      <a class="reach" href=${b("/contacts")}><${v} name="contacts" />All contacts</a>
    </div>
  `:null}function Jl(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var zl={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ne({item:e}){return i`
    <span class=${`state is-${e.state}`}>
      <${v} name=${zl[e.state]} /><span dir="auto">${xs(e,w.value?.agencyName)}</span>
    </span>
  `}function De({item:e}){let t=ks(e,w.value?.agencyName);return i`
    ${t&&i`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&i`<${Bo} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&i`<${Ro} />`}
  `}var Bo=()=>i`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Ro} />
`;var Zl={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Ra(){let e=(N.value??[]).filter(t=>!j(t)).reverse();return i`
    <${S} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${Fo}>
        ${N.value?i`<p class="reach"><${v} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!ie.value&&i`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&i`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Uo} of=${e} />
        </section>
      `}
    <//>
  `}function Fo({children:e}){let t=(N.value??[]).filter(j),[n,o]=[t.filter(r=>!La(r)),t.filter(La)];return t.length?i`
    ${he.value&&!n.every(K)&&i`<p class="notice" role="status">${Zl[he.value]}${he.value==="offline"&&` ${Ye()}`}</p>`}
    ${n.length>0&&i`<h2 class="visually-hidden">Not confirmed yet</h2><${Uo} of=${n} />`}
    ${n.some(({state:r})=>r==="waiting")&&i`<button type="button" class="btn btn-primary" onClick=${ia}>Try now</button>`}
    ${o.length>0&&i`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Uo} of=${o} /></section>`}
  `:e}var La=({state:e})=>e==="review",Uo=({of:e})=>i`<ol class="cards">${e.map(t=>i`<${Wo} key=${t.id} item=${t} />`)}</ol>`;function Wo({item:e}){let[t,n]=Ue(null),o=()=>n(null);return i`
    <li class="card">
      <h3 class="title">${qe(e)}${e.about&&i`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?i`<${Ca} item=${e} done=${o} />`:i`<${Xl} item=${e} />`}
      <p class="about">
        <${Ne} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${Ee(e.addedAt)}</time>
      </p>
      <${De} item=${e} />
      ${t==="remove"&&i`<${tu} item=${e} stop=${o} />`}
      ${!t&&i`<${Ql} item=${e} setDoing=${n} />`}
    </li>
  `}function Xl({item:{kind:e,content:t,document:n,jobId:o}}){return i`
    ${e==="note"&&i`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&i`
      <p class="says" dir="auto">
        <strong>${C(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&i`<p class="reach"><${v} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&i`<a class="reach" href=${b(`/jobs/${o}`)}><${v} name="jobs" />Look at the job</a>`}
  `}function Ql({item:e,setDoing:t}){let n=e.asks==="duplicate",[o,r]=[w.value&&ge(e)&&e.kind!=="completion",Ot(e)&&j(e)];return!o&&!r?null:i`
    <p class="doing">
      ${n&&i`<button type="button" class="btn btn-primary" onClick=${()=>Do(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&i`<${eu} item=${e} onNote=${()=>t("edit")} />`}
      ${K(e)&&!e.asks&&i`<button type="button" class="btn btn-secondary" onClick=${()=>Do(e.id)}>Send again</button>`}
      ${r&&i`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function eu({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return i`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s={...o.statementId&&{statement:o.statementId},change:e},a=b(n?`/jobs/${n}/invoice`:"/invoice",s);return i`<a class="btn btn-secondary" href=${a}>Change</a>`}function tu({item:e,stop:t}){let n=ot(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=Ue(null),s=async()=>{try{await sa(e.id),document.querySelector("h1").focus(),W("Deleted.")}catch(a){if(!a.sentence)throw a;r(a.sentence)}};return i`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${nu} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var nu=e=>e?.focus();var Ba=()=>i`
  <${S} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${A.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${T.value.email}</b>. Nothing was changed.
    </p>
    <${Fo}>${null}<//>
    <h2>Your accounts</h2>
    <${xn} />
    <h2>Signed in with another address?</h2>
    <${kn} />
  <//>
`;function Ua(){let e=k("contacts"),t=e.value.body?.contacts;return i`
    <${S} title="Contacts">
      ${t?i`<ul class="cards">${t.map(n=>i`<${ou} key=${n.contactId} ...${n} />`)}</ul>`:i`<${X} reading=${e.value} />`}
      ${t?.length===0&&i`<p class="notice">The agency has no contacts to show.</p>`}
      <${me} reading=${e.value} />
    <//>
  `}function ou({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let a=e??n??"Unnamed";return i`
    <li class="card">
      <h2 dir="auto">${a}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Ke} phone=${s} who=${a} /><${Ke} phone=${r} who=${a} /><${ft} email=${o} who=${a} />
    </li>
  `}function Tn(e){let[,t]=Ue(0),n=e.filter(r=>dn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return B(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}var ru=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function qo({children:e}){let t=k("agency").value.body;cu(t?.accent);let{agencyName:n,displayName:o}=w.value,r=ru.filter(({needs:s})=>!s||!t||t.offers.includes(s));return i`
    <a class="skip" href="#main" onClick=${lu}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&i`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${T.value.accounts.length>1&&i`<a class="switch" href=${b("/account")}><${v} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(s=>i`<${su} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${au} />
    ${e}
  `}function su({path:e,name:t,icon:n,screens:o}){let r=o.includes(A.value.screen);return i`<a href=${b(e)} aria-current=${r?"page":null}><${v} name=${n} />${t}</a>`}function au(){let e=N.value??[],t=Tn(e),n=e.filter(d=>j(d)&&!t.includes(d)),o=n.filter(K).length,[r,s]=["review","checking"].map(d=>n.filter(u=>u.state===d).length),a=n.filter(d=>!K(d)&&!te(d)),c=he.value==="offline",l=a.some(ot)?"not confirmed yet":"not with the agency yet";return!n.length&&!Mt.value.length&&!ie.value?null:i`
    <aside class="strip" aria-label="Not sent yet">
      ${ie.value&&i`<p role="alert">${ie.value}</p>`}
      ${o>0&&i`<${En} icon="emergency">${G(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${r>0&&i`<${En} icon="contacts">We asked ${w.value.agencyName} to check ${G(r,"thing")}<//>`}
      ${s>0&&i`<${En} icon="search">${G(s,"thing")} ${s===1?"is":"are"} being checked<//>`}
      ${a.length>0&&i`<${En} icon=${c?"offline":"send"}>
        ${G(a.length,"thing")} ${a.length===1?"is":"are"} ${l}
      <//>`}
      ${Mt.value.map(d=>i`<${iu} key=${Y(d)} there=${d} />`)}
    </aside>
  `}var En=({icon:e,children:t})=>i`<a href=${b("/outbox")}><${v} name=${e} /><span>${t}</span><${v} name="open" /></a>`;function iu({there:e}){let{agencyName:t="an account that is no longer yours"}=T.value.accounts.find(r=>Y(r)===Y(e))??{},[n,o]=[G(e.number,"thing"),e.number===1?"is":"are"];return i`
    <a href=${b("/outbox",{},Y(e))}>
      <${v} name="send" />${n} for ${t} ${o} not there yet<${v} name="open" />
    </a>
  `}function cu(e){B(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function lu(e){e.preventDefault(),document.querySelector("h1").focus()}var Je=({priority:e})=>e?.trim().toLowerCase()==="emergency",In=e=>(e??"").trim().toLowerCase();function Mn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(In).includes(In(t))?"cancelled":"open"}var Fa=e=>(N.value??[]).filter(({kind:t,state:n,doneAt:o})=>t==="completion"&&n==="done"&&o>e),Wa=e=>Fa(e).map(({id:t})=>t).join();function Nn(e,t){let n=new Map(Fa(t).map(({jobId:o,content:r,result:s})=>[o,s??uu(r)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var uu=({completed:e})=>({completed:e,status:null,completedAt:null});function qa(e,t){let n=Ge(e).filter(j),o=Rt(e),r=n.filter(d=>d!==o),s=d=>r.filter(d).length,[a,c]=[s(K),s(te)],l=r.length-a-c;return[o&&`${qe(o)}: ${ae(o,t)}`,a&&`${G(a,"thing")} ${a===1?"needs":"need"} you`,c&&`${G(c,"thing")} being checked`,l&&`${G(l,"thing")} to send`].filter(Boolean)}var Rt=e=>Ge(e).filter(t=>t.kind==="completion"&&j(t)).at(-1)??null,ce=({title:e,reference:t,jobId:n})=>e||t||n;function Ha(e){let t=In(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>fu(n).includes(o))}var Ho=new WeakMap;function fu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode];return Ho.has(e)||Ho.set(e,In(s.filter(Boolean).join(`
`))),Ho.get(e)}var Va=e=>[...e.filter(Je),...e.filter(t=>!Je(t))];function Dn(e){let[t,n]=[k(`jobs/${e}`).value,k("jobs").value];if(t.body)return{job:Ya(t.body,t),reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?Ya(o,n):null,reading:o?n:t}}var Ya=(e,{begunAt:t})=>Nn([e],t)[0];var Ga=({item:e,back:t})=>i`
  <${S} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Wo} item=${e} /></ol>
    ${j(e)&&!K(e)&&!te(e)&&i`<p class="hint">You can go on. It is kept if you close the portal: ${Ye()}</p>`}
    <a class="reach" href=${b("/money",{show:"invoices"})}><${v} name="invoice" />All your invoices</a>
  <//>
`;var dt=({name:e,required:t,children:n})=>i`
  <label for=${e}>${n}${!t&&i`<span class="optional"> (optional)</span>`}</label>
`,mt=({name:e,children:t})=>i`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,pt=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function Ka({name:e,required:t,problem:n,value:o,...r}){let s=k("statements/pending"),a=s.value.body?.statements??[],c=!o||a.some(({statementId:l})=>l===o);return i`
    <div class="field">
      <${dt} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${pt({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&i`<option value=${o}>${o}</option>`}
        ${a.map(l=>i`<option key=${l.statementId} value=${l.statementId}>${Vo(l)}</option>`)}
      </select>
      <${mt} name=${e}>${n??(s.value.body?null:s.value.problem)}<//>
    </div>
  `}var Vo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[C(s??r??0),n??t??e,o&&Z(o)].filter(Boolean).join(", ");async function Ja(e,t){try{return(await V(ee(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function za(e,t,n){try{await V(ee(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Bt(e){let t=y(void 0),n=fe.value;return B(()=>{Ja(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,za(n,e,r))]}var Za=1e6,Xa={description:2e3,invoiceNumber:50},du=6,mu=864e5,pu=10*1024*1024,Qa="%PDF-",hu=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,vu=/\.\d\d\d*[1-9]/,$u=["amount","description","invoiceDate"];function Ut(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[...$u,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Pn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function Yo(e=new Date){let[t,...n]=se(e).split("-");return{oldest:[t-du,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(se(e))+mu).toISOString().slice(0,10)}}function Se(e){let t=e.trim().replace(/^£\s*/,"");return hu.test(t)?Number(t.replaceAll(",","")):NaN}var ni=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),_u={amount:e=>ti(e,"The amount")??(Se(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>ti(e,"VAT")??(Se(e)>Se(t)?"VAT cannot be more than the amount.":null),description:(e,t,n)=>jt(e,Xa.description,{inForm:!!n}),invoiceNumber:e=>jt(e,Xa.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=Yo();return e>n?`The date can be tomorrow at the latest, ${Z(n)}.`:e<t?`The date can be six years ago at most, ${Z(t)}.`:null},statementId:()=>null},ei={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function ti(e,t){let n=Se(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:vu.test(e.trim())?`${t} can have no more than two decimals.`:n>Za?`${t} can be ${C(Za)} at most.`:null}function Cn(e,t,n,o){let r={};for(let[s,a]of Object.entries(_u)){let c=e[s]??"",l=Ut(s,n,o)?ei[s]:null,d=c.trim()===""?l:a(c,e,t);d&&(r[s]=d)}return!t&&Ut("document",n,o)&&(r.document=ei.document),r}async function oi(e){return e.size>pu?"The PDF can have 10 MB at most.":await e.slice(0,Qa.length).text()===Qa?null:"This file is not a PDF. Please choose a PDF."}function ri(e,t){let n={jobId:t,statementId:e.statementId,amount:Se(e.amount),vat:e.vat.trim()&&Se(e.vat),description:we(e.description),invoiceDate:e.invoiceDate,invoiceNumber:we(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function si({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,a])=>[s,a??""]))}var ai="This file cannot be read. Please choose it again.";function ii({required:e,problem:t,document:n,onChange:o}){let r=y(null),s=async({target:c})=>{let[l]=c.files;if(l&&(r.value=await oi(l).catch(()=>ai),c.value="",!r.value))try{o(await At(l)),W(`${l.name} is attached.`)}catch(d){r.value=d.sentence??ai}},a=r.value??t;return i`
    <div class="field">
      <${dt} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&i`<${yu} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${pt({name:"document",hint:!0,problem:a,required:e&&!n})} onChange=${s}
      />
      <${mt} name="document">${a}<//>
    </div>
  `}function yu({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),W("The PDF is removed.")};return i`
    <p class="attached">
      <${v} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${on(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var gu={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function ci({values:e,set:t,document:n,setDocument:o,agency:r,jobId:s,asked:a,onWhole:c}){let[l,d,u]=[y({}),y(a),y(null)],m=H(null),p=Cn(e,n,r,s),f=$=>$==="vat"&&u.value==="amount"?null:d.value||l.value[$]&&e[$]||!ni($,e[$]??"")?p[$]:null,h=()=>m.current.querySelector("[aria-invalid]")?.focus();B(()=>{a&&h()},[]);let O=$=>{$.preventDefault(),d.value=!0,Object.keys(p).length?setTimeout(h):c()},g=$=>({name:$,required:Ut($,r,s),problem:f($),value:e[$],onInput:({target:_})=>t($,_.value),onFocus:()=>u.value=$,onBlur:()=>{u.value=null,l.value={...l.value,[$]:!0}}});return i`
    <form ref=${m} class="form" onSubmit=${O} noValidate>
      <p class="hint">${w.value.agencyName} needs whatever is not marked as optional.</p>
      ${Pn(r)&&i`<${Ka} ...${g("statementId")} />`}
      ${Object.entries(gu).map(([$,_])=>i`<${bu} key=${$} ...${_} ...${g($)} />`)}
      <${ii}
        required=${Ut("document",r,s)} problem=${d.value?p.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function bu({name:e,label:t,hint:n,rows:o,problem:r,required:s,value:a,type:c="text",...l}){let d=o?"textarea":"input",{oldest:u,latest:m}=c==="date"?Yo():{};return i`
    <div class="field">
      <${dt} name=${e} required=${s}>${t}<//>
      ${n&&i`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${u} max=${m} autocomplete="off"
        value=${a} ...${pt({name:e,hint:n,problem:r,required:s})} ...${l}
      />
      <${mt} name=${e}>${r}<//>
    </div>
  `}function li({onReach:e,left:t}){let n=H(null);return B(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),i`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var ne=6;function ze({of:e,row:t,most:n=e.length,onMore:o}){let r=J(()=>Su(e),[e]),s=xu(),a=e.length-n;return e.length?i`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/ne)).map((c,l)=>i`<${wu} key=${l} of=${c} row=${t} />`)}
    </div>
    ${a>0&&i`<${li} onReach=${o} left=${a} />`}
  `:null}var wu=({of:e,row:t})=>i`<div class="group">${e.map(t)}</div>`,Su=e=>Array.from({length:Math.ceil(e.length/ne)},(t,n)=>e.slice(n*ne,(n+1)*ne));function xu(){let e=H(null),{activeElement:t}=document,n=e.current?.contains(t)&&t.getAttribute("href");return le(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=sn(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var fi={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"},review:{icon:"contacts"}},ku={},Go=({status:e})=>e==="review"?ae({state:e},w.value?.agencyName):fi[e]?.words??e;function Ko(e,t){let n=t.filter(r=>r.kind==="invoice"&&(j(r)||!e.some(s=>ui(s,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status)&&n.some(({item:s})=>ui(r,s));return[...n,...e.filter(r=>!o(r))]}function ui(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:a=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===a&&e.invoiceDate===c}function jn({jobId:e,agency:t}){let n=k(t?.offers.includes("invoices.list")?"invoices":null).value,o=Ko(n.body?.invoices??[],N.value??[]).filter(r=>r.jobId===e);return o.length?i`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Jo} invoices=${o} />
    </section>
  `:null}function Jo({invoices:e,jobs:t=ku,...n}){let o=Jt((r,s)=>i`<${Ou} key=${r.item?.id??r.invoiceId??`at ${s}`} invoice=${r} jobs=${t} />`,[t]);return i`<${ze} of=${e} row=${o} ...${n} />`}function Ou({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:a,jobId:c,item:l}=e;return i`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":C(n)}</b>
      </p>
      <p class="about">
        ${l?i`<${Ne} item=${l} />`:i`<${Au} invoice=${e} />`}
        ${s&&i`<time datetime=${s}>${Z(s)}</time>`}
        ${r&&i`<span dir="auto">Number ${r}</span>`}
        ${a&&i`<span dir="auto">${a.name}</span>`}
      </p>
      ${l&&i`<${De} item=${l} />`}
      ${!l&&e.status==="review"&&i`<${Bo} />`}
      ${t[c]&&i`<a class="reach" href=${b(`/jobs/${c}`)}><${v} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${l&&j(l)&&i`<a class="reach" href=${b("/outbox")}><${v} name="send" />Look at what waits here</a>`}
    </div>
  `}function Au({invoice:e}){let{icon:t="search",className:n=""}=fi[e.status]??{};return i`<span class=${`state ${n}`}><${v} name=${t} />${Go(e)}</span>`}function di({about:e,address:t,values:n,document:o,failed:r,onSend:s,change:a,back:c}){let l=y(!1),d=async()=>{l.value=!0,await s(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",C(Se(n.amount))],["VAT in it",n.vat.trim()&&C(Se(n.vat))],["Date of the invoice",Z(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${on(o.size)}`:"None"]];return i`
    <${S} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,m])=>m).map(([m,p])=>i`<div key=${m}><dt>${m}</dt><dd dir="auto">${p}</dd></div>`)}
        </dl>
      </div>
      ${he.value==="offline"&&i`<p class="notice">There is no connection just now: it will wait on this phone. ${Ye()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${d}>
          <${v} name="send" />Send to ${w.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${a}>Change something</a>
      </div>
    <//>
  `}var Tu=!1;function zo({jobId:e,item:t,about:n,address:o,first:r,back:s}){let{query:a,path:c}=A.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[[d,u],[m,p]]=[Bt(l),Bt(`PDF of ${l}`)],[f,h]=[k("agency").value,y(null)],O=a.has("look");if(An(t?.id??null),d.value===void 0||m.value===void 0||!f.body&&f.busy)return i`<${S} key="reading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let g=f.body&&Iu(f.body,e);if(g)return i`<${S} key="none" title="Invoice" back=${s}><p class="notice">${g}</p><//>`;let $={...r,...t&&si(t.content),...d.value},_=t?.asks==="document",E=(m.value??(_?null:t?.document))||null,I=!Object.keys(Cn($,E,f.body,e)).length,{statementId:xe}=r,Pe=M=>b(c,{...xe&&{statement:xe},...t&&{change:t.id},...M}),ke=()=>{let M=ri($,e);return t?gn(t.id,{content:M,...(m.value!==null||_)&&{document:mi(E)}}):at({kind:"invoice",jobId:e,about:n,content:M,document:mi(E)})},oe=async()=>{h.value=null;try{let{id:M}=await ke();W("Your invoice is on its way."),_e(b(c,{sent:M}),{replace:!0}),u(null),p(null)}catch(M){h.value=M.sentence??"Your invoice could not be kept. Please try again."}};return O&&I?i`
      <${di}
        about=${n} address=${o} values=${$} document=${E} failed=${h.value} onSend=${oe}
        change=${Pe({})} back=${s}
      />
    `:i`
    <${S} key="write" title="Invoice" back=${s} keepsFocus=${O}>
      <${Eu} about=${n} address=${o} />
      ${e&&i`<${jn} jobId=${e} agency=${f.body} />`}
      <${ci}
        values=${$} set=${(M,de)=>u({...d.value,[M]:de})} document=${E}
        setDocument=${M=>p(M??Tu)} agency=${f.body} jobId=${e} asked=${O}
        onWhole=${()=>_e(Pe({look:"1"}))}
      />
    <//>
  `}function Eu({about:e,address:t}){return e?i`<p>For <b dir="auto">${e}</b>${t&&i`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Iu({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var mi=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var Mu={path:"/money",name:"Money"};function Zo({id:e}){let{query:t}=A.value,n=Number(t.get("sent")??t.get("change")),o=(N.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Mu;if(n&&N.value===null)return i`<${S} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!ge(o)))return i`<${Ga} item=${o} back=${r} />`;let s=t.get("statement")??"";return i`<${e?Nu:Du} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function Nu({id:e,statementId:t,...n}){let{job:o,reading:r}=Dn(e);if(!o&&!n.item&&r.status===404)return i`<${pi} reading=${r} back=${n.back} />`;let s={...hi,statementId:t,invoiceDate:se()},a=o?.property?.address;return i`<${zo} jobId=${e} about=${o?ce(o):e} address=${a} first=${s} ...${n} />`}function Du({statementId:e,...t}){let n=k("statements/pending").value,o=n.body?.statements.find(s=>s.statementId===e);if(!o&&n.busy)return i`<${pi} reading=${n} back=${t.back} />`;let r={...hi,...o&&Pu(o),statementId:e,invoiceDate:se()};return i`<${zo} jobId=${null} about=${o?Vo(o):""} first=${r} ...${t} />`}var pi=({reading:e,back:t})=>i`
  <${S} key="nothing" title="Invoice" back=${t}><${X} reading=${e} /><//>
`,hi={amount:"",vat:"",description:"",invoiceNumber:""},Pu=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var ht=({children:e})=>i`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var vi=fn/1e3;function Xo(e){let[t,n]=[y(null),y(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await at({kind:"completion",jobId:e.jobId,about:ce(e),content:{completed:r},document:null}),W(r?`Marked complete. You have ${vi} seconds to undo it.`:"The job is being reopened.")}catch(s){t.value=s.sentence??"This could not be kept. Please try again."}n.value=!1}},t.value]}function $i({job:e,isOpen:t}){let[n,o]=Xo(e),r=Rt(e.jobId);return r?i`<${Cu} item=${r} />`:i`
    ${t&&i`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${v} name="done" />Mark complete</button>`}
    ${o&&i`<p class="notice" role="alert">${o}</p>`}
  `}function Cu({item:e}){return i`
    <div class="pending">
      <p class="state-line">
        <${v} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ne} item=${e} />
      </p>
      <${De} item=${e} />
      ${K(e)&&i`<a class="reach" href=${b("/outbox")}><${v} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function _i({jobId:e}){let t=y(null),[n]=Tn(Ge(e));return i`
    ${n&&i`
      <div class="undo">
        <p>You have ${vi} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await aa(n.id),W("Undone. The job is not marked complete.")}catch(r){if(!r.sentence)throw r;t.value=r.sentence}}}>
          <${v} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&i`<p class="notice" role="alert">${t.value}</p>`}
  `}function yi({job:e,canAdd:t}){let n=w.value.displayName,o=Ge(e.jobId).filter(s=>s.kind==="note"&&!ju(e.notes,s)),r=e.notes.length+o.length>0;return i`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&i`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&i`<p>Nothing was written yet.</p>`}
      ${r&&i`<ol class="notes">
        ${e.notes.map(({noteId:s,note:a,author:c,createdAt:l},d)=>i`
            <li key=${s??`at ${d}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${l&&i`<time datetime=${l}>${Ee(l)}</time>`}</p>
              <p class="says" dir="auto">${a}</p>
            </li>
          `)}
        ${o.map(s=>i`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Ne} item=${s} />
              <${De} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&i`<${Lu} job=${e} />`}
    </section>
  `}var ju=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function Lu({job:e}){let[t,n]=Bt(`note on ${e.jobId}`),[o,r]=[y(null),y(!1)];return i`
    <form class="composer" onSubmit=${async a=>{if(a.preventDefault(),r.value)return;let c=we(t.value??"");if(o.value=On(c),!o.value){r.value=!0;try{await at({kind:"note",jobId:e.jobId,about:ce(e),content:{note:c},document:null}),n(null),W("Your note was added.")}catch(l){o.value=l.sentence??"Your note could not be kept. Please try again."}r.value=!1}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${Lt} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${a=>n(a.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${v} name="send" />Add note</button>
    </form>
  `}function gi({job:e}){let t=y(!1),[n,o]=Xo(e);return Rt(e.jobId)?null:i`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?i`<${Ru} onSure=${()=>n(!1)} onStay=${()=>t.value=!1} />`:i`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${v} name="reopen" />Reopen this job
          </button>`}
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function Ru({onSure:e,onStay:t}){let n=H(null);return le(()=>n.current.focus(),[]),i`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${w.value.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var bi={path:"/jobs",name:"Jobs"};function wi({id:e}){let{job:t,reading:n}=Dn(e),o=k("agency").value.body;if(!t)return i`<${S} title="Job" back=${bi}><${X} reading=${n} /><//>`;let r=o?.offers??[],[s,a]=[Mn(t,o),r.includes("jobs.complete")];return i`
    <${S} title=${ce(t)} back=${bi}>
      <${Bu} job=${t} />
      <div class="card">
        ${t.description&&i`<p class="description" dir="auto">${t.description}</p>`}
        <${Uu} job=${t} />
      </div>
      <div class="doing">
        ${a&&i`<${$i} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&i`<a class="btn btn-secondary" href=${b(`/jobs/${e}/invoice`)}><${v} name="invoice" />Send its invoice</a>`}
        ${a&&i`<${_i} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&i`<${jn} jobId=${e} agency=${o} />`}
      <${yi} job=${t} canAdd=${r.includes("notes.add")} />
      ${a&&s==="completed"&&i`<${gi} job=${t} />`}
      <${me} reading=${n} />
    <//>
  `}function Bu({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:a}=e;return[t,n,o,r,s,a].some(Boolean)?i`
    <p class="about">
      ${Je(e)&&i`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
      ${t&&i`<${ht}>${t}<//>`}
      ${n&&!Je(e)&&i`<span dir="auto">Priority: ${n}</span>`}
      ${o&&i`<span dir="auto">${o}</span>`}
      ${r&&i`<span dir="auto">${r}</span>`}
      ${s&&i`<span>Reported <time datetime=${s}>${Ee(s)}</time></span>`}
      ${a&&i`<span>Completed <time datetime=${a}>${Z(a)}</time></span>`}
    </p>
  `:null}function Uu({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return i`
    <dl class="facts">
      <div><dt>Address</dt><dd><${ja} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&i`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&i`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&i`<span dir="auto">${n}</span>`}
          <${Ke} phone=${o} who=${n??"the tenant"} /><${ft} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Ln={open:"Open",completed:"Completed",cancelled:"Cancelled"},Fu={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},er=F({});function tr(){let e=k("jobs"),t=k("agency").value.body,n=A.value.query.get("show")??"open";return i`
    <${S} title="Jobs">
      ${e.value.body?i`<${Wu} jobs=${e.value.body.jobs} begunAt=${e.value.begunAt} agency=${t} tab=${Object.hasOwn(Ln,n)?n:"open"} />`:i`<${X} reading=${e.value} />`}
      <${me} reading=${e.value} />
    <//>
  `}function Wu({jobs:e,begunAt:t,agency:n,tab:o}){let r=A.value.account,{text:s,made:a,found:c}=Si(r,o),l=Wa(t),d=J(()=>Va(Nn(e,t)),[e,l]),u=J(()=>Vu(d,n),[d,n]),m=J(()=>qu(u,h=>h.filter(Ha(s))),[u,s]),p=m[o].length,f=h=>{er.value={...Si(r,o),...h}};return B(()=>{s&&W(p?`${G(p,"job")} found`:"No job found")},[s,o]),i`
    <form class="search" role="search" onSubmit=${h=>h.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${v} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${h=>f({text:h.target.value,found:ne})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(Ln).filter(([h])=>h!=="cancelled"||u.cancelled.length).map(([h,O])=>i`
            <a key=${h} href=${b("/jobs",{show:h})} aria-current=${h===o?"true":null}>
              ${O} <span class="number">${m[h].length}</span>
            </a>
          `)}
    </nav>
    ${!p&&i`<p class="notice">${s?`No job here has “${s}” in it.${Hu(m)}`:Fu[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${ze} of=${u[o]} row=${xi} most=${a} onMore=${()=>f({made:a+ne})} />
    </div>
    ${s&&i`<${ze} key=${`found ${o}`} of=${m[o]} row=${xi} most=${c} onMore=${()=>f({found:c+ne})} />`}
  `}function Si(e,t){let n=er.value.at===e?er.value:{text:""};return n.tab===t?n:{at:e,tab:t,text:n.text,made:ne,found:ne}}var qu=(e,t)=>Object.fromEntries(Object.entries(e).map(([n,o])=>[n,t(o)]));function Hu(e){return Object.keys(Ln).filter(n=>e[n].length).map(n=>` ${Ln[n]}: ${e[n].length}.`).join("")}function Vu(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Mn(o,t)].push(o);return n}var Qo=new WeakMap;function xi(e){let t=qa(e.jobId,w.value?.agencyName),n=[se(),...t].join();return Qo.get(e)?.told!==n&&Qo.set(e,{told:n,row:Yu(e,t)}),Qo.get(e).row}function Yu(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:a}=e;return i`
    <div key=${n} class="row" role="listitem">
      <a href=${b(`/jobs/${n}`)}>
        ${Je(e)&&i`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${ce(e)}</span>
        ${a?.address&&i`<span class="address" dir="auto">${a.address}</span>`}
        <span class="about">
          ${r&&i`<${ht}>${r}<//>`}
          ${s&&i`<span><span class="visually-hidden">Reported </span>${Yr(s)}</span>`}
          ${o&&i`<span dir="auto">${o}</span>`}
          ${t.map(c=>i`<span key=${c} class="unsent"><${v} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Rn=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,Oi=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function Ai(e){let t=new Map;for(let{date:a,amount:c}of e){let l=a?.slice(0,7);l&&t.set(l,Rn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(nr(o[0]));let r=o.map(a=>({month:a,amount:t.get(a)??0})),s=n.filter(a=>a<o[0]);return s.length?[{month:null,amount:Rn(s.map(a=>t.get(a)))},...r]:r}function Ti(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,ki(t)],"Last month":[`${nr(t)}-01`,ki(nr(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function nr(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function ki(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var or="Other dates";function Ii({from:e,to:t,set:n}){let o=Ti(se()),r=Object.keys(o).find(l=>o[l].join()===[e,t].join()),s=y(!r),a=({target:l})=>{s.value=l.value===or,s.value||n(...o[l.value])},c=e&&t&&e>t;return i`
    <form class="dates" onSubmit=${l=>l.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${s.value?or:r} onChange=${a}>
          ${[...Object.keys(o),or].map(l=>i`<option key=${l}>${l}</option>`)}
        </select>
      </div>
      ${s.value&&i`
        <${Ei} id="from" label="From" value=${e} isWrong=${c} onChange=${l=>n(l,t)} />
        <${Ei} id="to" label="To" value=${t} isWrong=${c} onChange=${l=>n(e,l)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Ei=({id:e,label:t,value:n,isWrong:o,onChange:r})=>i`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var Gu=/^[=+\-@\t\r\n＝＋－＠]/u,Ku=/[",\r\n]/;function Mi(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(Ju).join(",")}\r
`).join("")}function Ju(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Gu.test(e)?`'${e}`:e;return Ku.test(t)?`"${t.replaceAll('"','""')}"`:t}function Ni(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Pi({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>C(r.amount).length));return i`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${Di}>Month<//><${Di}>Amount<//></tr></thead>
        <tbody>${e.map(r=>i`<${zu} key=${r.month} ...${r} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var Di=({children:e})=>i`<th scope="col"><span class="visually-hidden">${e}</span></th>`,zu=({month:e,amount:t,most:n})=>i`
  <tr>
    <th scope="row">${e?Vr(e):"Before"}</th>
    <td><span class="measured">${e&&i`<${Zu} share=${t/n} />`}<b>${C(t)}</b></span></td>
  </tr>
`,Zu=({share:e})=>i`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function Ci({statements:e,jobs:t,agency:n,isPending:o,...r}){let s=Jt(a=>i`
      <${Xu}
        key=${a.statementId} statement=${a} job=${t[a.jobId]} isPending=${o}
        invoice=${o&&ef(a,n)}
      />
    `,[t,n,o]);return i`<${ze} of=${e} row=${s} ...${r} />`}function Xu({statement:e,job:t,isPending:n,invoice:o}){let{reference:r,description:s,amount:a,status:c,jobId:l}=e,[d,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],m=c||n&&"Not paid yet";return i`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${a===null?"":C(a)}</b>
      </p>
      <p class="about">
        ${m&&m!==u&&i`<${ht}>${m}<//>`}
        ${d&&i`<span>${u} <time datetime=${d}>${Z(d)}</time></span>`}
        ${r&&i`<span dir="auto">${r}</span>`}
      </p>
      <${Qu} statement=${e} />
      ${t&&i`<a class="reach" href=${b(`/jobs/${l}`)}><${v} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&i`<a class="reach" href=${o}><${v} name="invoice" />Send its invoice</a>`}
    </div>
  `}function Qu({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${C(e)} in all`,t&&`${C(t)} of it VAT`,n&&`less ${C(n)} commission`].filter(Boolean);return o.length>1&&i`<p class="hint">${o.join(", ")}</p>`}function ef({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Pn(n)?null:n.invoice.link==="job_or_statement"?b("/invoice",{statement:e}):t&&b(`/jobs/${t}/invoice`,{statement:e})}var U=e=>t=>t[e],ji=[["Statement",U("statementId")],["Date",U("date")],["Reference",U("reference")],["Description",U("description")],["Job",U("jobId")],["Net",U("net")],["VAT",U("vat")],["Gross",U("gross")],["Commission",U("commission")],["Amount",U("amount")],["Status",U("status")]],tf=[["Invoice",U("invoiceId")],["Date",U("invoiceDate")],["Number",U("invoiceNumber")],["Description",U("description")],["Job",U("jobId")],["Statement",U("statementId")],["Amount",U("amount")],["VAT",U("vat")],["Status",e=>e.item?ae(e.item,w.value?.agencyName):Go(e)],["Sent",U("submittedAt")],["Document",({document:e})=>e?.name]],Ze={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:ji},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:tf},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...ji,["Paid",U("paidAt")]]}};function rr(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=Ko(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var nf=4*ne,Li=new Map;function Ri({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:a,total:c,none:l,one:d,columns:u}=Ze[e],{query:m,back:p}=A.value,f=m.toString(),h=y(p&&Li.get(f)||nf),O=k("jobs").value.body?.jobs,g=J(()=>Object.fromEntries((O??[]).map(M=>[M.jobId,ce(M)])),[O]),$=Oi(n,o),_=J(()=>t.filter(M=>$(s(M))),[t,n,o]),E=Rn(_.filter(a).map(M=>M.amount)),I=n||o;if(B(()=>{I&&W(_.length?`${G(_.length,d)}, ${C(E)}`:"None for these dates")},[]),!_.length)return i`<p class="notice">${I?"There is none for these dates.":l}</p>`;let{agency:xe,contractorId:Pe}=fe.value,ke=()=>Ni(`${xe} ${Pe} ${e} ${se()}.csv`,Mi(u,_)),oe={jobs:g,most:h.value,onMore:()=>Li.set(f,h.value+=ne)};return i`
    <p class="total"><span>${c}</span> <b>${C(E)}</b></p>
    ${e==="paid"&&i`<${Pi} caption="Paid by month" rows=${Ai(_.map(M=>({...M,date:s(M)})))} />`}
    ${e==="invoices"?i`<${Jo} invoices=${_} ...${oe} />`:i`<${Ci} statements=${_} agency=${r} isPending=${e==="pending"} ...${oe} />`}
    <button type="button" class="btn btn-secondary" onClick=${ke}><${v} name="download" />Download as CSV</button>
  `}function Ui(){let e=k("agency").value,t=e.body?.offers??[],n={};for(let[r,{path:s,needs:a}]of Object.entries(Ze))n[r]=k(t.includes(a[0])?s:null).value;let o=Object.keys(Ze).filter(r=>Ze[r].needs.some(s=>t.includes(s)));return e.body?o.length?i`<${S} title="Money"><${of} tabs=${o} readings=${n} agency=${e.body} /><//>`:i`<${S} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:i`<${S} title="Money"><${X} reading=${e} /><//>`}var Bi=()=>N.value??[];function of({tabs:e,readings:t,agency:n}){let{query:o}=A.value,[r,s,a]=["from","to","show"].map(m=>o.get(m)??""),c=e.includes(a)?a:e[0],l=t[c],d=rr(c,l,Bi()),u=(m,p,f)=>b("/money",{show:m,...p&&{from:p},...f&&{to:f}});return i`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>i`
          <a key=${m} href=${u(m,r,s)} aria-current=${m===c?"true":null}>
            ${Ze[m].title} <span class="number">${rr(m,t[m],Bi())?.length}</span>
          </a>
        `)}
    </nav>
    <${Ii} key=${c} from=${r} to=${s} set=${(m,p)=>_e(u(c,m,p),{replace:!0})} />
    ${d&&i`<${Ri} key=${[c,r,s].join()} tab=${c} rows=${d} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&i`<${X} reading=${l} />`}
    <${me} reading=${l} />
  `}var Ft=6,rf=30,Wi=5,sf=`A code can be tried ${Wi} times. Please send another one.`;function qi({asked:e,onAsked:t,onOther:n}){let[o,r,s]=[y(null),y(!1),H(null)],a=H(0),c=af(e.at);le(()=>s.current.focus(),[]);let l=p=>{o.value=p,s.current.focus(),s.current.select()},d=async()=>{let p=Fi(s.current.value);if(p.length!==Ft)return l(`The code has ${Ft} digits.`);o.value=null,r.value=!0;let f=await ga(e.email,p);if(r.value=!1,f.status!==201)return f.status===401&&(a.current+=1),l(a.current<Wi?ue(f):sf)},u=()=>{let p=Fi(s.current.value);p!==s.current.value&&(s.current.value=p),o.value=null,p.length===Ft&&!r.value&&d()},m=async()=>{let p=await Sn(e.email);return p.status!==204?l(ue(p)):(W("Another code is on its way."),a.current=0,s.current.value="",s.current.focus(),t({...e,at:Date.now()}))};return i`
    <form onSubmit=${p=>(p.preventDefault(),d())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Ft} digits</label>
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
  `}var Fi=e=>e.replace(/\D/g,"").slice(0,Ft);function af(e){let t=()=>Math.max(0,Math.ceil(rf-(Date.now()-e)/1e3)),n=y(t());return B(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var Hi="Please enter a whole e-mail address, such as name@example.com.";function Vi({first:e,onAsked:t}){let[n,o,r]=[y(null),y(!1),H(null)];return i`
    <form onSubmit=${async a=>{a.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:Hi,n.value){r.current.focus();return}o.value=!0;let l=await Sn(c);if(l.status===204){await t({email:c,at:Date.now()});return}o.value=!1,n.value=l.status===400?Hi:ue(l),r.current.focus()}} noValidate>
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
  `}var Yi=()=>i`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${v} name="mark" /></span>Contractor Portal</header>
    ${bn.value?i`<${S} key="code" title="Enter your code" keepsFocus>
          <${qi} asked=${bn.value} onAsked=${ut} onOther=${()=>ut(null)} />
        <//>`:i`<${S} key="email" title="Sign in">
          ${ct.value&&i`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          <${Vi} first=${ct.value??""} onAsked=${ut} />
        <//>`}
  </div>
`;var cf={jobs:tr,job:wi,invoice:Zo,statement:Zo,money:Ui,contacts:Ua,account:Na,outbox:Ra};function Gi(){if(T.value===void 0)return i`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(T.value===null)return i`<${Yi} />`;if(w.value===null)return i`<${Ba} />`;let{screen:e,id:t,path:n}=A.value,o=cf[e]??tr,r=Y(w.value);return i`<${qo} key=${r}><${o} key=${n} id=${t} /></${qo}>`}function Ki(){z(()=>{if(fe.value)for(let[e,t]of lf(N.value??[]))Ta(e,t)})}function lf(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let a=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of a)t.set(c,Math.max(t.get(c)??0,o))}return t}var ff=["checking","review","done","refused","unknown"];function Ji(){let e=new Map;z(()=>{let t=N.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&ff.includes(n.state)&&W(`${qe(n)}: ${ae(n,w.peek()?.agencyName)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}var Bn=null,zi=[];function Zi(){document.addEventListener("focusin",({target:t})=>{Bn=t,zi=[...hf(t)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(mf).observe(document.getElementById("app"),e)}function mf(){let e=![document.body,Bn].includes(document.activeElement);!Bn||e||pf(Bn)||vf(zi.find(t=>t.isConnected)??document.querySelector("h1"))}var pf=e=>e.isConnected&&!e.disabled&&!e.hidden;function*hf(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function vf(e){e&&(e.hasAttribute("tabindex")||(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0})),e.focus({preventScroll:!0}))}Jr();Sa();fa();Ji();Ki();Zi();wn();z(()=>{let e=fe.value;e?(Gr(Y(e)),Mo(e)):na(_a.value)});vr(i`<${Gi} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
