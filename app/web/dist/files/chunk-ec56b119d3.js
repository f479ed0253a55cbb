var M,$r,Vn,ke,qn,jt,yr,Lt,_r,Yn,Wn,yc,$t=Symbol.for("pv"),Ft={},Bt=[],_c=/^m(i|n|o|s|text|space)$/,Zn=Array.isArray,Gn=Bt.slice,je=Object.assign;function Re(e){e&&e.parentNode&&e.remove()}function Ut(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?Gn.call(arguments,2):n),vt(e,i,o,r,null)}function vt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:$t,__v:r||++$r,__i:-1,__u:0};return!r&&M.vnode&&M.vnode(s),s}function Fe(e){return e.children}function Qe(e,t){this.props=e,this.context=t,this.__g=0}function Ae(e,t){if(t==null)return e.__&&Ae(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Ae(e)}function bc(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=je({constructor:$t},n)).__v=n.__v+1,M.vnode&&M.vnode(t),Jn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||Ae(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,kr(r,t,s),n.__=n.__e=null,t.__e!=o&&br(t))}function br(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),br(e)}function hr(e){(8&e.__g||(e.__g|=8,ke.push(e),jt++))&&qn==M.debounceRendering||((qn=M.debounceRendering)||queueMicrotask)(gr)}function gr(){try{for(var e,t=1;ke.length;)ke.length>t&&ke.sort(yr),e=ke.shift(),t=ke.length,8&e.__g&&bc(e)}finally{(jt=ke.length)&&(qn||queueMicrotask)(gr)}}function wr(e,t,n,o,r,s,i,c,l,m,f){var p,d,u,$,h,b,x=o.__k||Bt,S=t.length;for(l=gc(n,t,x,l,S),p=0;p<S;p++)(u=n.__k[p])!=null&&(d=~u.__i&&x[u.__i]||Ft,u.__i=p,b=Jn(e,u,d,r,s,i,c,l,m,f),$=u.__e,(d.ref!=u.ref||8&d.__u)&&(d.ref&&Kn(d.ref,null,u,d),u.ref&&f.push(u.ref,u.__c||$,u)),h=h||$,4&u.__u?(l=Sr(u,l,e,!d.__v),d.__e&&(d.__e=null)):typeof u.type=="function"&&b!==void 0?l=b:$&&(l=$.nextSibling),u.__u&=-21);return n.__e=h,l}function gc(e,t,n,o,r){var s,i,c,l,m,f,p,d,u,$=n.length,h=$,b=0,x=0,S=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=S[s]=vt(null,i):Zn(i)?i=S[s]=vt(Fe,{children:i}):i.constructor===$t&&i.__b?i=S[s]=vt(i.type,i.props,i.key,i.ref,i.__v):S[s]=i,l=s+b,i.__=e,i.__b=e.__b+1,c=null,~(m=i.__i=wc(i,n,l,h))&&(h--,(c=n[m])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,m==l-1?b--:m==l+1?b++:m!=l&&(m>l?b--:b++,x=1)):(~m||(r>$?b--:r<$&&b++),typeof i.type!="function"&&(i.__u|=4))):S[s]=null;if(x){for(f=[],p=[],s=0;s<r;s++)if((i=S[s])&&16&i.__u){for(b=0,d=f.length;b<d;)f[u=b+d>>1]<i.__i?b=u+1:d=u;f[b]=i.__i,p[s]=b+1}for(b=f.length;s--;)p[s]&&(p[s]==b?b--:S[s].__u|=4)}if(h)for(s=0;s<$;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Ae(c)),zn(c,c));return o}function Sr(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=Sr(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Ae(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function wc(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&i==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function vr(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Pt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||vr(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||vr(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=Wn[t]||(Wn[t]=Sc(t)),(e.__a||(e.__a={}))[t]=Yn,s=t!=(t=t.replace(_r,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Sc(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Lt]==null)t[Lt]=Yn++;else if(t[Lt]<this.__a[e])return;return n(M.event?M.event(t):t)}}}function Jn(e,t,n,o,r,s,i,c,l,m){var f,p,d,u,$,h,b,x,S,_,E,Le,Xe,he,Q,G,re,ve,ce=t.type;if(t.constructor!==$t)return null;128&n.__u&&(l=32&n.__u,f=n.__c.__z)&&(t.__u|=l,p=s=[],f.nodeType==8?c=Rt(f,s):s.push(f),c=s[0]||c),(f=M.__b)&&f(t);e:if(typeof ce=="function"){d=i.length;try{if(x=t.props,S=(f=ce.prototype)&&f.render,_=(f=ce.contextType)&&o[f.__c],E=f?_?_.props.value:f.__:o,(u=n.__c)?(t.__c=u,2&u.__g&&(u.__g|=1)):(S?t.__c=u=new ce(x,E):(t.__c=u=new Qe(x,E),u.constructor=ce,u.render=kc),_&&_.sub(u),u.state||(u.state={}),u.__n=o,u.__g|=8,u.__h=[],u.__k=[]),S&&(u.__s||(u.__s=u.state),ce.getDerivedStateFromProps&&(u.__s==u.state&&(u.__s=je({},u.__s)),je(u.__s,ce.getDerivedStateFromProps(x,u.__s)))),$=u.props,h=u.state,u.__v=t,n.__c){if(x!==$&&S&&!ce.getDerivedStateFromProps&&u.componentWillReceiveProps&&u.componentWillReceiveProps(x,E),t.__v==n.__v&&!(8&u.__g)||!(4&u.__g)&&u.shouldComponentUpdate&&u.shouldComponentUpdate(x,u.__s,E)===!1){t.__v!=n.__v&&(u.props=x,u.state=u.__s,u.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(D){D&&(D.__=t)}),Bt.push.apply(u.__h,u.__k),u.__k=[],u.__h.length&&i.push(u),c=Ae(n);break e}u.componentWillUpdate&&u.componentWillUpdate(x,u.__s,E),S&&u.componentDidUpdate&&u.__h.push(function(){u.componentDidUpdate($,h,b)})}else S&&!ce.getDerivedStateFromProps&&u.componentWillMount&&u.componentWillMount(),S&&u.componentDidMount&&u.__h.push(u.componentDidMount);u.context=E,u.props=x,u.__P=e,u.__g&=-5,Le=M.__r,Xe=S?25:0;do u.__g&=-9,Le&&Le(t),f=u.render(u.props,u.state=u.__s,u.context);while(8&u.__g&&++Xe<25);S&&(Bt.push.apply(u.__h,u.__k),u.__k=[]),u.state=u.__s,u.getChildContext&&(o=je({},o,u.getChildContext())),S&&n.__c&&u.getSnapshotBeforeUpdate&&(b=u.getSnapshotBeforeUpdate($,h)),he=f&&f.type===Fe&&f.key==null?f.props.children:f,x.__P&&(f=c,r=(e=x.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(D){D&&zn(D,D)}),n.__k=null),c=n.__k?Ae(n,0):null),c=wr(e,Zn(he)?he:[he],t,n,o,r,s,i,c,l,m),x.__P&&(t.__e=null,c=f),t.__u&=-161,p&&p.some(Re),u.__h.length&&i.push(u),1&u.__g&&(u.__g&=-4)}catch(D){if(i.length=d,t.__v=null,l||s)if(D&&D.then){if(t.__u|=128|l,s){for(~(re=s.indexOf(c||void 0))||(re=s.length);(ve=s[re-1])&&ve.nodeType==8;)re--;for(;re<s.length;re++)if(ve=s[re])if(s[re]=null,Q){if(ve==G)break}else{if(ve.nodeType!=8)break;ve.data.startsWith("$s")&&(G=Rt(Q=ve))}}if(!Q){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;Q=c}(f=Rt(Q=t.__c.__z||(t.__c.__z=Q)))?(t.__e=Q,c=f):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Re);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),D&&D.then||xr(t),M.__e(D,t,n)}}else c=t.__e=xc(n.__e,t,n,o,r,s,i,l,m,e);return(f=M.diffed)&&f(t),c}function Rt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function xr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(xr))}function kr(e,t,n){for(var o=0;o<n.length;)Kn(n[o++],n[o++],n[o++]);M.__c&&M.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){M.__e(s,r.__v)}})}function xc(e,t,n,o,r,s,i,c,l,m){var f,p,d,u,$,h,b,x,S=n.props||Ft,_=t.props,E=t.type;if(E=="svg"?r="http://www.w3.org/2000/svg":E=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(f=0;f<s.length;f++)if(($=s[f])&&(E?$.localName==E:$.nodeType==3)){e=$,s[f]=null;break}}if(!e){if(x=m.ownerDocument||document,!E)return x.createTextNode(_);e=x.createElementNS(r,E,_.is?_:m),c&&(M.__m&&M.__m(t,s),c=!1),s=null}if(E){if(m=E=="template"&&e.content||e,s=E=="textarea"&&_.defaultValue!=null?null:s&&Gn.call(m.childNodes),!c&&s)for(S={},f=0;f<e.attributes.length;f++)S[($=e.attributes[f]).name]=$.value;for(f in S)$=S[f],f=="dangerouslySetInnerHTML"?d=$:f=="children"||f in _||f=="value"&&"defaultValue"in _||f=="checked"&&"defaultChecked"in _||Pt(e,f,null,$,r);for(f in _)$=_[f],f=="children"?u=$:f=="dangerouslySetInnerHTML"?p=$:f=="value"?h=$:f=="checked"?b=$:c&&typeof $!="function"||S[f]===$||Pt(e,f,$,S[f],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(E=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&_c.test(E))&&(r="http://www.w3.org/1999/xhtml"),wr(m,Zn(u)?u:[u],t,n,o,r,s,i,s?s[0]:n.__k&&Ae(n,0),c,l),s&&s.some(Re)),c&&E!="textarea"||(f="value",E=="progress"&&h==null?e.removeAttribute(f):h==null||h===e[f]&&(E!="progress"||h)||Pt(e,f,h,S[f],r),f="checked",b!=null&&b!=e[f]&&Pt(e,f,b,S[f],r))}else S===_||c&&e.data==_||(e.data=_);return e}function Kn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){M.__e(r,n)}}function zn(e,t,n){var o,r,s,i;if(M.unmount&&M.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Kn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){M.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&zn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Rt(o,s=[]))&&(o==e.__e&&s.some(Re),Re(r),Re(o)),n||Re(e.__e),e.__e=e.__c=e.__=null}function kc(e,t,n){return this.constructor(e,n)}function Lf(e,t){var n,o,r,s;M.__&&M.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=vt(Fe,{children:[e]}),r=[],s=[],Jn(t,t.__k,o||Ft,Ft,t.namespaceURI,o?null:t.firstChild?Gn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),kr(r,t.__k,s),t.__k.props.children=null}M={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw jt=0,e}},$r=0,Vn=function(e){return e!=null&&e.constructor===$t},Qe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=je({},this.state)),typeof e=="function"&&(e=e(je({},n),this.props)),e&&(je(n,e),this.__v&&(t&&this.__k.push(t),hr(this)))},Qe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),hr(this))},Qe.prototype.render=Fe,ke=[],jt=0,yr=function(e,t){return e.__v.__b-t.__v.__b},Lt=Symbol(),_r=/(PointerCapture)$|Capture$/i,Yn=0,Wn={},yc=0;var Ac=Symbol.for("preact-signals");function Vt(){if($e>1)$e--;else{var e,t=!1;for((function(){var r=qt;for(qt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();_t!==void 0;){var n=_t;for(_t=void 0,Ht++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Tr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Ht=0,$e--,t)throw e}}function bt(e){if($e>0)return e();Xn=++Tc,$e++;try{return e()}finally{Vt()}}var yt,C=void 0;function gt(e){var t=C,n=yt;C=void 0,yt=void 0;try{return e()}finally{C=t,yt=n}}var _t=void 0,$e=0,Ht=0,Tc=0,Xn=0,qt=void 0,Wt=0;function Ar(e){if(C!==void 0){var t=e.n;if(t===void 0||t.t!==C)return t={i:0,S:e,p:C.s,n:void 0,t:C,e:void 0,x:void 0,r:t},C.s!==void 0&&(C.s.n=t),C.s=t,e.n=t,32&C.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=C.s,t.n=void 0,C.s.n=t,C.s=t),t}}function H(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}H.prototype.brand=Ac;H.prototype.h=function(){return!0};H.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:gt(function(){var o;(o=t.W)==null||o.call(t)}))};H.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&gt(function(){var r;(r=t.Z)==null||r.call(t)}))}};H.prototype.subscribe=function(e){var t=this;return Ue(function(){var n=t.value;gt(function(){return e(n)})},{name:"sub"})};H.prototype.valueOf=function(){return this.value};H.prototype.toString=function(){return this.value+""};H.prototype.toJSON=function(){return this.value};H.prototype.peek=function(){var e=this;return gt(function(){return e.value})};Object.defineProperty(H.prototype,"value",{get:function(){var e=Ar(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Ht>100)throw new Error("Cycle detected");(function(n){$e!==0&&Ht===0&&n.l!==Xn&&(n.l=Xn,qt={S:n,v:n.v,i:n.i,o:qt})})(this),this.v=e,this.i++,Wt++,$e++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Vt()}}}});function N(e,t){return new H(e,t)}function Tr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Ir(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Or(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Be(e,t){H.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Wt-1,this.f=4}Be.prototype=new H;Be.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Wt))return!0;if(this.g=Wt,this.f|=1,this.i>0&&!Tr(this))return this.f&=-2,!0;var e=C;try{Ir(this),C=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return C=e,Or(this),this.f&=-2,!0};Be.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}H.prototype.S.call(this,e)};Be.prototype.U=function(e){if(this.t!==void 0&&(H.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Be.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Be.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Ar(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function Te(e,t){return new Be(e,t)}function Er(e){var t=e.j;if(e.j=void 0,typeof t=="function"){$e++;var n=C;C=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,Qn(e),o}finally{C=n,Vt()}}}function Qn(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Er(e)}function Ic(e){if(C!==this)throw new Error("Out-of-order effect");Or(this),C=e,this.f&=-2;try{8&this.f&&Qn(this)}finally{Vt()}}function et(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,yt&&yt.push(this)}et.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};et.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Er(this),Ir(this),$e++;var e=C;return C=this,Ic.bind(this,e)};et.prototype.N=function(){2&this.f||(this.f|=2,this.u=_t,_t=this)};et.prototype.d=function(){this.f|=8,1&this.f||Qn(this)};et.prototype.dispose=function(){this.d()};function Ue(e,t){var n=new et(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var He,j,eo,Dr,to=Object.is,St=0,Br=[],no=[],R=M,Mr=R.__b,Nr=R.__r,Cr=R.diffed,Pr=R.__c,Lr=R.unmount,Rr=R.__;function xt(e,t){R.__h&&R.__h(j,e,St||t),St=0;var n=j.__H||(j.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function qe(e){return St=1,Oc(Hr,e)}function Oc(e,t,n){var o=xt(He++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Hr(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);to(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=j,!j.__f)){j.__f=!0;var r=j.shouldComponentUpdate;j.shouldComponentUpdate=function(s,i,c){var l=this.__H;if(!l)return!0;var m=!1,f=this.props!=s;if(l.__.some(function(d){d.__N&&(m=!0,to(d.__[0],d.__N[0])||(f=!0))}),r){var p=r.call(this,s,i,c);return m?p||f:p}return!m||f}}return o.__}function P(e,t){var n=xt(He++,3);!R.__s&&ro(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,j.__H.__h.push(n))}function le(e,t){var n=xt(He++,4);!R.__s&&ro(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,j.__h.push(n))}function q(e){return St=5,J(function(){return{current:e}},[])}function J(e,t){var n=xt(He++,7);return ro(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Yt(e,t){return St=8,J(function(){return e},t)}function Ur(){var e=xt(He++,11);if(!e.__){for(var t=j.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Ec(){var e;do{for(;e=no.shift();)try{wt(e)}catch(n){R.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Br.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(wt),t.__h.some(oo),t.__h=[]}catch(n){t.__h=[],R.__e(n,e.__v)}}}while(no.length)}R.__b=function(e){j=null,Mr&&Mr(e)},R.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Rr&&Rr(e,t)},R.__r=function(e){Nr&&Nr(e),He=0;var t=(j=e.__c).__H;t&&(eo==j?j.__h=[]:(t.__h.some(wt),t.__h.some(oo),He=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),eo=j},R.diffed=function(e){Cr&&Cr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Fr(Br.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),eo=j=null},R.__c=function(e,t){t.some(function(n){try{n.__h.some(wt),n.__h=n.__h.filter(function(o){return!o.__||oo(o)})}catch(o){n.__h=[function(){throw o}]}}),Pr&&Pr(e,t)},R.unmount=function(e){Lr&&Lr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Fr(no.push(r))}else wt(r)}catch(s){t=s}}),o.__H=void 0,t&&R.__e(t,o.__v))};var jr=typeof requestAnimationFrame=="function";function Dc(e){var t,n=function(){clearTimeout(o),jr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);jr&&(t=requestAnimationFrame(n))}function Fr(e){e!=1&&Dr==R.requestAnimationFrame||((Dr=R.requestAnimationFrame)||Dc)(Ec)}function wt(e){var t=j,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),j=t}function oo(e){var t=j;e.__c=e.__(),j=t}function ro(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!to(n,e[o])})}function Hr(e,t){return typeof t=="function"?t(e):t}var qr,Gt,Zt,Mc=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Wr=[];Ue(function(){qr=this.N})();function tt(e,t){M[e]=t.bind(null,M[e]||function(){})}function kt(e){if(Zt){var t=Zt;Zt=void 0,t()}Zt=e&&e.S()}function Vr(e){var t=this,n=e.data,o=g(n);o.name="ReactiveDom",o.value=n;var r=J(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var m=Te(function(){var u=o.value.value;return u===0?0:u===!0?"":u||""}),f=Te(function(){return!Array.isArray(m.value)&&!Vn(m.value)}),p=Ue(function(){if(this.N=Yr,f.value){var u=m.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=u)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[f,m]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}Vr.displayName="ReactiveTextNode";Object.defineProperties(H.prototype,{constructor:{configurable:!0,value:Ut(Fe,null).constructor},type:{configurable:!0,value:Vr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});tt("__b",function(e,t){if(kt(),Gt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof H&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});tt("__r",function(e,t){if(e(t),t.type!==Fe){kt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return Ue(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;Mc&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Gt=o,kt(n)}});tt("__e",function(e,t,n,o){kt(),Gt=void 0,e(t,n,o)});tt("diffed",function(e,t){kt(),Gt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var m=s[l],f=o[l];m===void 0?(m=Nc(n,l,f,r),s[l]=m):m.o(f,r)}}}e(t)});function Nc(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=N(n);return{o:function(i,c){s.value=i,o=c},d:Ue(function(){this.N=Yr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}tt("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var l in i)c[l]=i[l]}t.__np=void 0}else{var m=t.__c;if(m){m.__$f|=8;var f=m.__$u;f&&(m.__$u=void 0,f.d())}}e(t)});tt("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Qe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function g(e,t){return J(function(){return N(e,t)},[])}var Cc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Pc(){bt(function(){for(var e;e=Wr.shift();)qr.call(e)})}function Yr(){Wr.push(this)===1&&(M.requestAnimationFrame||Cc)(Pc)}var Gr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,Gr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Zr=new Map;function Jr(e){var t=Zr.get(this);return t||(t=new Map,Zr.set(this,t)),(t=Gr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",l=[0],m=function(d){s===1&&(d||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,d,i):s===3&&(d||i)?(l.push(3,d,i),s=2):s===2&&i==="..."&&d?l.push(4,d,0):s===2&&i&&!d?l.push(5,0,!0,i):s>=5&&((i||!d&&s===5)&&(l.push(s,0,i,r),s=6),d&&(l.push(s,d,0,r),s=6)),i=""},f=0;f<n.length;f++){f&&(s===1&&m(),m(f));for(var p=0;p<n[f].length;p++)o=n[f][p],s===1?o==="<"?(m(),l=[l],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(m(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[f][p+1]===">")?(m(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(m(),s=2):i+=o),s===3&&i==="!--"&&(s=4,l=l[0])}return m(),l})(e)),t),arguments,[])).length>1?t:t[0]}var a=Jr.bind(Ut);var Kr="/api/problems#";function zr(e,t,n){if(typeof t?.error=="string"){let l=Number(n.get("Retry-After"))||null;return{type:e===409&&l?"in-progress":null,sentence:t.error,errors:null,retryAfter:l,submissionState:n.get("Submission-State")}}if(typeof t?.detail!="string"||!String(t.type).startsWith(Kr))return null;let{type:o,detail:r,errors:s=[],retryAfter:i=null,submissionState:c=null}=t;return{type:o.slice(Kr.length),sentence:r,errors:s,retryAfter:i,submissionState:c}}function Jt({problem:e}){let t={};for(let{pointer:n,detail:o}of e?.errors??[]){let r=n?.split("/")[1];r&&(t[r]??=o.slice(0,1).toUpperCase()+o.slice(1))}return t}var Lc=4e4,so="application/json",Xr="application/problem+json",Qr=()=>{};function es(e){Qr=e}async function W(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=Lc}={}){let i=new Headers({Accept:`${Xr}, ${so}`,...r});o&&i.set("Portal-Account",o),n&&!(n instanceof FormData)&&i.set("Content-Type",so);let c=performance.now();try{let l=await fetch(`/api/${e}`,{method:t,headers:i,body:n instanceof FormData||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:m,headers:f}=l,p=f.get("Content-Type")??"",u=[so,Xr].some(b=>p.startsWith(b))?await l.json().catch(()=>null):null,$=m>=400?zr(m,u,f):null;if(!jc(m,u,f,$))return m===413?Fc():io();let h={status:m,body:u,headers:f,problem:$,offline:!1};return(m===401?Rc($):m===200&&e==="session")&&Qr(h,c),h}catch{return io()}}var Rc=e=>!e?.type||e.type==="unauthenticated";function jc(e,t,n,o){return n.get("X-Request-ID")?e>=400?o!==null:t!==null||e===204||e===304:!1}var Fc=()=>({...io(),status:413,offline:!1}),io=()=>({status:0,body:null,headers:new Headers,problem:null,offline:!0}),ao="The portal cannot be reached just now. Please check your connection and try again.",Z=({offline:e,problem:t})=>e?ao:t?.sentence??"Something went wrong. Please try again in a minute.";var co=N(null),ts=N(!1),lo=async()=>{};function sm(e){lo=async()=>{try{co.value??=await e()}catch{ts.value=!0}},addEventListener("load",lo)}var nt=e=>function(){return P(()=>{lo()},[]),co.value?a`<${co.value[e]} />`:ts.value&&a`<p class="problem" role="alert">${ao}</p>`};var uo="([A-Za-z0-9_-]{1,64})",fo=new RegExp(`^${uo}$`),Bc={"/":"jobs","/jobs":"jobs",[`/jobs/${uo}`]:"job",[`/jobs/${uo}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/account/devices":"devices","/outbox":"outbox"},Uc=Object.entries(Bc).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Kt(e){for(let[t,n]of Uc){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var I=N(zt());function zt(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Kt(location.pathname)??Kt("/"),path:location.pathname,account:fo.test(n)&&fo.test(o)?`${n}/${o}`:null,query:t,isProvisional:!!history.state?.isProvisional,isBack:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function k(e,t={},n=I.value.account){let[o="",r=""]=n?.split("/")??[],s={...t,...n&&{agency:o,contractor:r}},i=new URLSearchParams(s).toString();return i?`${e}?${i}`:e}function um(e){I.value.account||mo(e)}function mo(e){let t=new URLSearchParams(I.value.query);for(let n of["agency","contractor"])t.delete(n);ue(k(I.value.path,Object.fromEntries(t),e),{replace:!0})}function ns(){history.replaceState({isProvisional:!0},""),I.value=zt()}function ue(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:Hc(n)},""),history.pushState(null,"",e)),I.value=zt()}var Xt=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function Hc(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return!o||!t?null:{href:r??"",at:Xt(r??"",t).indexOf(o),top:o.getBoundingClientRect().top}}function os(){let{y:e,mark:t}=I.value;scrollTo(0,e);let n=document.querySelector("main"),o=t&&n&&Xt(t.href,n)[t.at];if(!o)return;let r=()=>scrollBy(0,o.getBoundingClientRect().top-t.top);r(),requestAnimationFrame(()=>requestAnimationFrame(r))}function fm(){history.scrollRestoration="manual",addEventListener("popstate",()=>{I.value=zt(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Kt(t.pathname)||(e.preventDefault(),ue(t.href,{replace:t.href===location.href,link:t}))})}var vo=(e,t)=>t.some(n=>e instanceof n),rs,ss;function qc(){return rs||(rs=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Wc(){return ss||(ss=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var $o=new WeakMap,po=new WeakMap,Qt=new WeakMap;function Vc(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(me(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Qt.set(t,e),t}function Yc(e){if($o.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});$o.set(e,t)}var yo={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return $o.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return me(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function ls(e){yo=e(yo)}function Zc(e){return Wc().includes(e)?function(...t){return e.apply(ot(this),t),me(this.request)}:function(...t){return me(e.apply(ot(this),t))}}function Gc(e){return typeof e=="function"?Zc(e):(e instanceof IDBTransaction&&Yc(e),vo(e,qc())?new Proxy(e,yo):e)}function me(e){if(e instanceof IDBRequest)return Vc(e);if(po.has(e))return po.get(e);let t=Gc(e);return Object.is(t,e)||(po.set(e,t),Qt.set(t,e)),t}var ot=e=>Qt.get(e);function us(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=me(i);return o&&i.addEventListener("upgradeneeded",l=>{o(me(i.result),l.oldVersion,l.newVersion,me(i.transaction),l)}),n&&i.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",m=>r(m.oldVersion,m.newVersion,m))}).catch(()=>{}),c}function fs(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),me(n).then(()=>{})}var Jc=["get","getKey","getAll","getAllKeys","count"],Kc=["put","add","delete","clear"],ho={};function is(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(ho[t])return ho[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Kc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||Jc.includes(n)))return;let s=async function(i,...c){let l=this.transaction(i,r?"readwrite":"readonly"),m=l.store;return o&&(m=m.index(c.shift())),(await Promise.all([m[n](...c),r&&l.done]))[0]};return ho[t]=s}ls(e=>({...e,get:(t,n,o)=>is(t,n)||e.get(t,n,o),has:(t,n)=>!!is(t,n)||e.has(t,n)}));var zc=["advance","continue","continuePrimaryKey"],as={},_o=new WeakMap,ms=new WeakMap,Xc={get(e,t){if(!zc.includes(t))return e[t];let n=as[t];return n||(n=as[t]=function(...o){_o.set(this,ms.get(this)[t](...o))}),n}};async function*Qc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Xc);for(ms.set(n,t),Qt.set(n,ot(t));t;)yield n,t=await(_o.get(n)||t.continue()),_o.delete(n)}function cs(e,t){return t===Symbol.asyncIterator&&vo(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&vo(e,[IDBIndex,IDBObjectStore])}ls(e=>({...e,get(t,n,o){return cs(t,n)?Qc:e.get(t,n,o)},has(t,n){return cs(t,n)||e.has(t,n)}}));var en=new Set,ds=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){ds=en.size>0;for(let t of en)At(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&ds&&location.reload()});function ps(e){let t=ot(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return bo(o),o}}function bo(e){let t=ot(e)??e;en.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>en.delete(t));me(t).done.catch(()=>{})}function At(e){try{e.abort()}catch{}}var el=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("documents",{keyPath:"id"}),e.createObjectStore("drafts",{keyPath:"name"})}],tl={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",blocked:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},Ie=class extends Error{constructor(t,n,o=tl[t]){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=o}},Y=e=>e?.sentence,hs=["InvalidStateError","UnknownError"],nl="portal:",ol=1e4,vs=1e4,rt=3e3,We=new Map,tn=new Set,wo=!1,K=({agency:e,contractorId:t,email:n})=>`${nl}${e}/${t} ${n}`;function rl(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return t&&n&&o?{agency:t,contractorId:n,email:o}:null}async function $s(){return(indexedDB.databases?(await de(()=>ye(vs,indexedDB.databases()))).map(({name:t})=>t??""):[...We.keys()]).map(rl).filter(t=>t!==null)}var ys=()=>{wo=!0},nn=e=>tn.delete(e);async function go(e,t=el){if(tn.has(e))throw new Ie("gone");let n=We.get(e);return n||(n=sl(e,t),We.set(e,n),n.catch(()=>We.delete(e))),de(()=>ye(ol,n))}var sl=(e,t)=>de(async()=>{let n=await us(e,t.length,{upgrade(o,r,s,i){bo(i),il(t.slice(r),o,i)},blocking(o,r){r===null&&tn.add(e),So(e)},terminated:()=>We.delete(e)});return ps(n),n});async function il(e,t,n){try{for(let o of e)await o(t,n)}catch{At(n)}}async function So(e){let t=We.get(e);We.delete(e),(await t?.catch(()=>null))?.close()}async function _s(e){let t=ye(rt,al(e)).then(()=>!0,()=>!1);tn.add(e);let n=await t;So(e);try{await de(()=>ye(rt,fs(e)))}catch(o){if(!n)throw o}}async function al(e){let t=await go(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var ee=(e,t,n)=>de(async()=>{let o=await cl(e,t,n);return wo=!0,o}),Ve=(e,t,n)=>de(()=>ye(vs,ee(e,t,n)));async function cl(e,t,n){try{return await t(await go(e,n))}catch(o){let{cause:r,name:s}=o;if(!hs.includes(r?r.name:s))throw o;return await So(e),t(await go(e,n))}}async function ye(e,t){let n,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}async function de(e){try{return await e()}catch(t){throw t instanceof Ie?t:new Ie(ll(t),t)}}function ll(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"blocked":["SecurityError",...hs].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?wo?"lost":"closed":"broken"}var Tt=new BroadcastChannel("portal-turn"),It=[];Tt.addEventListener("message",({data:{asks:e}})=>{It.includes(e)&&Tt.postMessage({holds:e})});function bs(e,t){return Ss(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(i){if(i.name!=="AbortError")throw i;return r=!1,null}})}function gs(e,t){return Ss(e,async({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function ws(e,t){let n=!1,o=()=>(n=!0,xs(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function Ss(e,t){let n=!1,o=r=>(n=!0,xs(e,r));for(let r=!1;;r=!await ul(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function xs(e,t){It.push(e);try{return await t()}finally{It.splice(It.indexOf(e),1)}}function ul(e){return It.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),Tt.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);Tt.addEventListener("message",o),Tt.postMessage({asks:e})})}function ks(e,t){let{method:n,path:o}=fl(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?ml(e,t):e.content,timeoutMs:t?3e5:6e4}}function fl({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(String(t))}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function ml({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t?.name),o}var dl=["rejected","expired","abandoned"],ko=1e4,pl=144*36e5,Os=2e3,Es=3e5,Ao=6e4,hl=600,vl=36e5,$l=6e5,yl=24*36e5,_l=1e4,bl=/^document: /,gl=[400,404,405,413,415,422],Ds="It may have arrived. It is sent again, and the portal knows it for the same.",wl="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",As="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",Sl=" If that does not help, attach the PDF again.",xl="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Ms="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",F=({state:e})=>e!=="done",se=({state:e})=>["checking","review"].includes(e),Oe=({state:e,promised:t})=>e==="checking"&&!!t,Ot=e=>F(e)&&!se(e),Ee=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Ns=(e,t)=>Ee(e)?{heldUntil:t+$l}:void 0,rn=e=>e.state!=="sending"&&!se(e),sn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,it=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,z=({state:e})=>["refused","unknown"].includes(e),Cs=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...an({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+ko:0}),an=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...kl}),kl={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,faults:null,result:null};function Ps(e,t){return Ls(e).filter(n=>xo(n)<=t||xo(n)>t+yl).sort((n,o)=>+!!n.document-+!!o.document||n.id-o.id)}function To(e){let t=Ls(e).map(xo);return t.length?Math.min(...t):null}var xo=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Ls(e){let t=new Set;return e.filter(n=>{if(se(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${"statementId"in n.content?n.content.statementId:void 0}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Rs(e,t){return Fs(e,t)?Io(Ms):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function js(e,t,n=Math.random){if(Fs(e,t))return Io(Ms);let o=Ee(e)?As+Sl:As;return st(e,null,t,n,{sentence:o,asks:"document"},Ao)}var Fs=({sentAt:e},t)=>e!==null&&t-e>pl,Bs=()=>({state:"waiting",sentence:Ds,nextAt:0});function Us(e,t,n,o=Math.random){let{status:r,body:s,headers:i,problem:c,offline:l}=t,m={sentAt:e.sentAt??n},f=c?.sentence.replace(bl,"")??null;if(l)return st(e,null,n,o,{...m,sentence:Ds},Ao);if(r===413&&!s){let b={sentAt:e.sentAt,sentence:wl,asks:"size"};return st(e,hl,n,o,b,vl)}let{type:p=null,submissionState:d=null,retryAfter:u=null}=c??{},$=i.get("Location");if(r===200||r===201)return qs(e,s,n);if(r===202)return Ts(s.state,s.submissionId,s.message,n);if(d==="rejected")return on(f,{ended:d});if(p==="in-progress")return st(e,u,n,o,{...m,sentence:f},_l);if($)return Ts(d,$.split("/").at(-1)??"",f,n);if(d==="not-sent")return st(e,u,n,o,{sentAt:null,sentence:f});let h=p==="duplicate-invoice"||p===null&&e.kind==="invoice";return r===409?on(f,{asks:h?"duplicate":null}):gl.includes(r)?on(f,{faults:Jt(t)}):st(e,u,n,o,{...r>=500?m:{sentAt:e.sentAt},sentence:f})}function Hs(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?Io(xl):o||t!==200?Is(e,e,r,s):n.state==="confirmed"?qs(e,n.result,r):dl.includes(n.state)?on(n.message,{ended:n.state}):Is(e,{...Ws(n.state),sentence:n.message},r,s)}var qs=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?Al(t):t}),Al=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},on=(e,{asks:t=null,ended:n=null,faults:o=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,faults:o,sentAt:null}),Io=e=>({state:"unknown",sentence:e,asks:null}),Ws=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e??"")}),Ts=(e,t,n,o)=>({...Ws(e),submissionId:t,sentence:n,tries:0,nextAt:o+Os});function st(e,t,n,o,r,s=Es){let i=Math.max((t??0)*1e3,cn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function Is({tries:e},{state:t,promised:n,sentence:o},r,s){let i=t==="review"?Es:Ao;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+cn(e,i,s)}}var cn=(e,t,n=Math.random)=>Math.min(t,Os*2**Math.min(e,20))*(.5+n()/2);var Ys="portal-outbox",Tl={durability:"strict"},Vs=["outbox","documents"],at=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ye=class{constructor(t){this.owner=t,this.name=K(t)}list(){return Ve(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#e(async({outbox:r,documents:s})=>{let i=await r.add(t);return n&&await s.put({id:i,bytes:n}),{...t,id:Number(i)}});return ln(this.name),o}async change(t,n,o=null){let r=await this.#e(async({outbox:s,documents:i})=>{let c=await s.get(t),l=c&&n(c);if(l===void 0)return;let m=l&&{...c,...l},f=Zs(m);return await Promise.all([m?s.put(m):s.delete(t),f?o&&i.put({id:t,bytes:o}):i.delete(t)]),m});if(r===void 0)throw new at;return ln(this.name),r}async readDocument(t){let n=await Ve(this.name,o=>o.get("documents",t));if(!n)throw new Ie("lost");return n.bytes}#e(t){return ee(this.name,async n=>{let o=n.transaction(Vs,"readwrite",Tl),r=Object.fromEntries(Vs.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw At(o),c}),[i]=await Promise.all([s,o.done]);return i})}deleteAllButUnsent({keepsDrafts:t}){return ee(this.name,async n=>{let o=n.transaction(["answers","drafts","outbox"],"readwrite"),[r,s]=[o.objectStore("outbox"),o.objectStore("drafts")],i=await r.getAll(),c=i.filter(m=>!F(m));t||s.clear();let[l]=await Promise.all([s.count(),o.objectStore("answers").clear(),...c.map(({id:m})=>r.delete(m)),o.done]);return l>0||c.length<i.length})}},ct=class{#e=[];#t=new Map;#o=0;constructor(t){this.owner=t,this.name=K(t)}async list(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#o};return this.#e.push(o),n&&this.#t.set(o.id,n),ln(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new at;let i=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...i?[i]:[]),o?this.#t.set(t,o):Zs(i)||this.#t.delete(t),ln(this.name),i}async readDocument(t){return this.#t.get(t)??null}},Zs=e=>!!(e?.document&&F(e));function ln(e){let t=new BroadcastChannel(Ys);t.postMessage(e),t.close()}function Gs(e){let t=new BroadcastChannel(Ys);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function un(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw new Ie("broken",t,"This file cannot be read. Please choose it again.")}}var Js="portal-session",Il=5e3;async function De(e=null){return(await $s()).filter(n=>e===null||n.email===e).map(n=>new Ye(n))}async function Oo(e){return await bs(`portal-outbox:${e.name}`,n=>Ol(e,n))??{obstacle:null,nextAt:Date.now()+Il}}async function Ol(e,t){for(await El(e);t();){let[n]=Ps(await e.list(),Date.now());if(!n)return{obstacle:null,nextAt:To(await e.list())};let o=await Dl(e.owner,async()=>t()?Ml(e,n):null);if(o)return{obstacle:o,nextAt:null}}return null}var Eo=e=>ws(Js,e);async function El(e){for(let{id:t,state:n}of await e.list())n==="sending"&&await e.change(t,Bs)}function Dl(e,t){return gs(Js,async()=>await Ks(e)??t())}async function Ks({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await W("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Ml(e,t){try{return await(se(t)?Cl(e,t):Nl(e,t))}catch(n){if(n instanceof at)return null;throw n}}async function Nl(e,t){let n=l=>l.state==="waiting"&&l.key===t.key&&l.heldUntil===t.heldUntil,o=t.document?await e.readDocument(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,l=>n(l)?js(l,Date.now()):void 0),null;let r=await e.change(t.id,l=>n(l)?Rs(l,Date.now()):void 0);if(r?.state!=="sending")return null;let s=ks(t,o),i=await W(s.path,{...s,account:Xs(e)}),c=await zs(e,i);return await e.change(t.id,l=>{if(!(l.attempt!==r.attempt||l.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Us(t,i,Date.now())}),c??(i.offline?"offline":null)}async function Cl(e,t){let n=await W(`contractor/submissions/${t.submissionId}`,{account:Xs(e)}),o=await zs(e,n);return o||await e.change(t.id,r=>se(r)?Hs(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function zs(e,{status:t,problem:n}){return t===401?"signed-out":n?.type==="foreign-account"?"account-gone":t===409&&!n?.type?Ks(e.owner):null}var Xs=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Pl="outbox",Qs=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator;async function ei(){return await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Pl).then(()=>!0,()=>!1)??!0}var Do=e=>`outbox ${e}`;function fn(e,t){try{t?localStorage.setItem(Do(e),String(t)):localStorage.removeItem(Do(e))}catch{}}function Mo(e){try{return Number(localStorage.getItem(Do(e))??0)}catch{return 0}}var ti=e=>fn(e,0);var Ll=6e4,Rl=168*36e5,jl="This device has no room left, so nothing can be sent from it. Please free some space.",mn=class{items=N(null);obstacle=N(null);otherAccounts=N([]);storageProblem=N(null);#e=null;#t=void 0;#o=0;#r=!1;#s=null;#n=!1;#u=!1;#c=new Map;start(){Gs(t=>{t===this.#e?.name&&this.#a()}),addEventListener("online",()=>this.#m(ni)),addEventListener("offline",()=>this.wake()),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&this.wake()})}async open(t){if(this.#e?.name===K(t))return;this.close(),nn(K(t));let n=new Ye(t);Mo(n.name)&&ys(),this.#e=n;try{let o=(await n.list()).length?0:Mo(n.name);await this.deleteDataOfOthers(t.email),await Fl(n),await oi(n,await n.list(),ni),this.#e===n&&(this.storageProblem.value=o?Bl(o):null)}catch(o){if(this.#e!==n)return;this.storageProblem.value=Co(o),o.reason==="closed"&&(this.#e=this.#p(t))}await this.#a(),this.items.value?.some(F)&&this.#l(),this.wake()}async openFormerAccount(t){if(this.close(),!t)return;(await De(t.email).catch(()=>[])).some(({name:o})=>o===K(t))&&!this.#e&&await this.open(t)}close(){clearTimeout(this.#t),this.#e=null,this.items.value=null,this.obstacle.value=null,this.otherAccounts.value=[],this.storageProblem.value=null}async add({document:t,...n}){let{bytes:o,document:r}=await ri(t),s=await this.#f().add(Cs({...n,document:r},Date.now()),o);return await this.#a(),navigator.storage?.persist?.(),this.#l(),this.wake(),s}async edit(t,{content:n,about:o,document:r}){let{bytes:s,document:i}=await ri(r),c={content:n,...o!==void 0&&{about:o},...r!==void 0&&{document:i}};return this.#i(t,l=>Ee(l)?an(c):void 0,s)}hold(t){return this.#i(t,n=>Ns(n,Date.now()))}release(t){return this.#i(t,({heldUntil:n})=>n?{heldUntil:0}:void 0)}resend(t,{duplicate:n=!1}={}){return this.#i(t,o=>z(o)?an({duplicate:n}):void 0)}remove(t){return this.#i(t,n=>rn(n)?null:void 0)}undo(t){return this.#i(t,n=>sn(n,Date.now())?null:void 0)}itemsOf(t){return(this.items.value??[]).filter(n=>n.jobId===t)}sendingNotice(){return Qs()&&!this.#u?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection."}async wake(){clearTimeout(this.#t),this.#s?this.#n=!0:(this.#s=this.#h(),await this.#s.finally(()=>this.#s=null),this.#n&&(this.#n=!1,await this.wake()))}async tryNow(){await this.#m()}async countUnsent(t){let n=this.#e instanceof ct?[this.#e]:await De(t);return(await Promise.all(n.map(Po))).reduce((r,s)=>r+s,0)}async deleteAll(t){let n=!(this.#e instanceof ct);this.#e?.owner.email===t&&this.close();for(let[r,{owner:s}]of this.#c)s.email===t&&this.#c.delete(r);let o=n?await De(t):[];await No(o.map(ii))}async deleteAllButUnfinished(t){let n=await De(t);await No(n.map(o=>si(o,{keepsDrafts:!0})))}async deleteDataOfOthers(t){let n=(await De()).filter(({owner:o})=>o.email!==t);await No(n.map(o=>si(o,{keepsDrafts:!1})))}#p(t){let n=this.#c.get(K(t))??new ct(t);return this.#c.set(n.name,n),n}#f(){if(!this.#e)throw new Error("no outbox is open");return this.#e}async#i(t,n,o){let r=await this.#f().change(t,n,o);return await this.#a(),this.#l(),this.wake(),r}async#m(t){this.#e&&await oi(this.#e,this.items.value??[],t),await this.wake()}async#l(){await ei()||(this.#u=!0)}async#a(){let t=this.#e;try{let n=await t?.list()??null;if(this.#e!==t)return;this.items.value=n,t&&n&&fn(t.name,n.filter(Ot).length)}catch(n){if(this.#e!==t)return;this.storageProblem.value=Co(n),this.#r=!0}}async#h(){let t=this.#e;if(t)try{let n=t instanceof Ye?(await De(t.owner.email)).filter(({name:s})=>s!==t.name):[],o=[];for(let s of[t,...n])o.push(await Oo(s));let r=await Promise.all(n.map(Po));if(this.#e!==t||(this.obstacle.value=o[0].obstacle,this.otherAccounts.value=n.map(({owner:s},i)=>({...s,number:r[i]})).filter(({number:s})=>s),this.#d(o),!this.#r))return;this.#r=!1,await this.#a(),this.#r||(this.storageProblem.value=null)}catch(n){if(this.#e!==t)return;let o=n.reason==="full";this.storageProblem.value=o?jl:Co(n),this.#r=!0,this.#d([{obstacle:"offline",nextAt:null}])}}#d(t){let n=t.some(({obstacle:r})=>r==="offline");this.#o=n?this.#o+1:0;let o=t.map(({nextAt:r})=>r).filter(r=>r!==null);n&&o.push(Date.now()+cn(this.#o,Ll)),o.length&&(this.#t=setTimeout(()=>this.wake(),Math.max(Math.min(...o)-Date.now(),0)))}},ni=({asks:e})=>e!=="size";async function oi(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>F(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function ri(e){if(!e)return{bytes:void 0,document:null};let{bytes:t,...n}=await un(e);return{bytes:t,document:n}}async function si(e,t){nn(e.name);try{await de(()=>ye(rt,e.deleteAllButUnsent(t)))?fn(e.name,await Po(e)):await ii(e)}catch(n){if(n.reason!=="gone")throw n}}async function ii({name:e}){await _s(e),ti(e)}async function No(e){let n=(await Promise.allSettled(e)).find(o=>o.status==="rejected");if(n)throw n.reason}var Po=async e=>(await e.list()).filter(Ot).length;async function Fl(e){let t=Date.now()-Rl;for(let{id:n,state:o,doneAt:r}of await e.list())o==="done"&&Number(r)<t&&await e.change(n,()=>null)}function Co(e){let t=Y(e);if(!t)throw e;return t}var Bl=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;var y=new mn;var dn="portal",pn=[e=>e.createObjectStore("session")],Lo=e=>ci(t=>t.put("session",e,"last")),ai=()=>jo("last"),Ro=()=>ci(e=>e.delete("session","last")),ci=e=>de(()=>ye(rt,ee(dn,e,pn))),li=e=>ee(dn,async t=>e?t.put("session",e,"asked"):t.delete("session","asked"),pn),ui=()=>jo("asked"),fi=()=>ee(dn,e=>e.put("session",!0,"passkey-offer"),pn).catch(()=>{}),mi=async()=>!!await jo("passkey-offer");async function jo(e){try{return await Ve(dn,t=>t.get("session",e),pn)??null}catch{return null}}var w=N(void 0),Ze=N(null),Me=N(!1),ft=N(null),vn=N(null),Ul=6e5,Hl=3e5,ql=6e4,fe=N(!1),hn=null,ut=0,lt=0,Fo=0,X=({agency:e,contractorId:t})=>`${e}/${t}`,Bo=(e,t)=>e.accounts.find(n=>X(n)===t)??null,T=Te(()=>w.value?Bo(w.value,I.value.account??X(w.value.account)):null),_e=Te(()=>{if(!w.value||!T.value||fe.value)return null;let{agency:e,contractorId:t}=T.value;return{email:w.value.email,agency:e,contractorId:t}}),rd=Te(()=>{let e=I.value.account;if(!w.value||T.value||!e||fe.value)return null;let[t,n]=e.split("/");return{email:w.value.email,agency:t,contractorId:n}}),Uo=new BroadcastChannel("portal:person"),hi=new BroadcastChannel("portal:parting");async function vi(e,t=lt){ut=performance.now(),lt=t,ft.value=null;let n=JSON.stringify(e)!==JSON.stringify(w.value),o=w.value&&w.value.email!==e.email;o&&(fe.value=!0),Ho(e),await Lo({...e,endsAt:lt}).catch(Ro).catch(()=>{}),n&&Uo.postMessage({...e,endsAt:lt}),o&&(await y.deleteDataOfOthers(e.email).catch(()=>{}),fe.value=!1)}function Ho(e){bt(()=>{JSON.stringify(e)!==JSON.stringify(w.value)&&(w.value=e),I.value.isProvisional&&mo(e&&X(e.account))})}function qo({body:e,headers:t}){let{endsAt:n,...o}=e;Fo=Date.now();let r=Date.parse(t.get("Date")??"")||Date.now();return vi(o,Date.now()+Date.parse(n)-r)}async function mt(e){await li(e).catch(()=>{}),vn.value=e}async function $i(){let e=await ui();e&&await mt(Date.now()-e.at<Ul?e:null),await Wl();let t=w.value||Ze.value||document.body.dataset.session;t||(w.value=null),(t||navigator.serviceWorker?.controller)&&await $n(),w.value??=null}async function Wl(){let e=await ai();e&&(Date.now()>=(e.endsAt??0)?await Wo(e):w.value||Vl(e))}function Vl(e){let t=!I.value.account||I.value.isProvisional;w.value=yi(e),t&&ns()}function yi({endsAt:e=0,...t}){return lt=e,t}async function $n(){let e=performance.now(),t=await W("session");t.status===200&&e>=ut&&await qo(t)}function _i(){Date.now()-Fo<Hl||(Fo=Date.now(),$n())}function di(){!w.value||fe.value||Date.now()<lt||(w.value=void 0,$i())}var yn=e=>{let t=I.value.account?.split("/")[0];return W("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})},bi=(e,t)=>wi("session",{email:e,code:t}),gi=e=>wi("session/passkey",e);async function wi(e,t){let n=await Eo(()=>W(e,{method:"POST",body:t}));return n.status===201&&(Ze.value=null,Me.value=!1,await qo(n),await mt(null)),n}async function Si(e){vi({...w.value,account:e});let{agency:t,contractorId:n}=e;await W("session",{method:"PATCH",body:{agency:t,contractorId:n}})}function xi(){return hn??=Yl().finally(()=>hn=null),hn}async function Yl(){let e=w.value,t=await Eo(()=>W("session",{method:"DELETE"}));return t.status===204&&await Wo({...e,hasSignedOut:!0}),t}async function Wo(e){let{email:t,hasSignedOut:n}=e,o=ut=performance.now();fe.value=!0,Ze.value=n?null:t,Uo.postMessage(null),n&&hi.postMessage(null),e.endsAt!==0&&await Lo({...e,endsAt:0}).catch(()=>{}),Me.value=await pi(n?y.deleteAll(t):y.deleteAllButUnfinished(t)),ut===o&&(Me.value||(Me.value=await pi(Ro())),w.value&&Ho(null)),fe.value=!1}var pi=e=>e.then(()=>!1,t=>t?.reason!=="closed");function sd(){es((e,t)=>{hn||fe.value||t<ut||w.value&&(e.status===401?Wo({...w.value}):e.body.email===w.value.email&&qo(e))}),Uo.onmessage=({data:e})=>{fe.value&&!e||(ut=performance.now(),Ho(e&&yi(e)))},hi.onmessage=()=>{Ze.value=null},setInterval(di,ql),document.addEventListener("visibilitychange",di),$i()}var ki=300;async function Ai(e,t,n,o=null){try{await ee(K(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>ki&&await Zl(s),await i})}catch{}}async function Ti(e,t){try{return await Ve(K(e),n=>n.get("answers",t))??null}catch{return null}}async function Zl(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-ki).map(({path:n})=>e.delete(n)))}var Gl=5e3,Jl=30,Ii={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Kl=N({...Ii,busy:!1}),Vo=class{state=N(Ii);begunAt=0;readAt=0;running=null;#e=null;#t;#o;constructor(t,n){this.#t=t,this.#o=n}refresh(){navigator.onLine&&Date.now()-this.readAt<Gl||(this.running??=this.#r().finally(()=>{this.running=null}))}async#r(){this.state.value.body||await this.#s(),this.#n({busy:!0});let t=Date.now();this.begunAt=t;let n=this.#e&&this.state.value.body?{"If-None-Match":this.#e}:{},o=await W(`contractor/${this.#o}`,{account:X(this.#t),headers:n}),{status:r,body:s,offline:i}=o,c=Xl(o.headers.get("Last-Modified")),l={begunAt:t,asOf:c,isOld:!1,busy:!1,problem:null,status:r};if((r===200||r===304)&&(this.readAt=Date.now(),_i()),r===200)this.#e=o.headers.get("ETag"),_e.value?.email===this.#t.email&&Ai(this.#t,this.#o,s,this.#e),this.#n({...l,body:s});else if(r===304)this.#n(l);else if(r===409)$n(),this.#n({busy:!1,problem:Z(o),status:r});else if(r===404)this.#n({body:null,busy:!1,problem:Z(o),status:r});else{let m=o.problem?.retryAfter;!i&&m&&setTimeout(()=>this.refresh(),Math.min(m,Jl)*1e3);let f=!!(!i&&m);this.#n({isOld:!!this.state.value.body,busy:f,problem:Z(o),status:r})}}async#s(){let t=await Ti(this.#t,this.#o);if(!t)return;this.#e=t.etag??null;let n=t.body.asOf??new Date(t.readAt).toISOString();this.#n({body:t.body,begunAt:t.readAt,asOf:n,isOld:!0})}#n(t){this.state.value={...this.state.value,...t}}},_n=new Map;function A(e){let t=e?zl(_e.value,e):null;return P(()=>{if(!t)return;let n=()=>document.visibilityState==="visible"&&t.refresh();n();let o=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of o)r.addEventListener(s,n);return()=>{for(let[r,s]of o)r.removeEventListener(s,n)}},[t]),t?.state??Kl}async function pd(e,t){let n=_e.value&&_n.get(Oi(_e.value,e));await n?.running,!(!n||n.begunAt>t)&&(n.readAt=0,n.refresh())}var hd=()=>_n.clear(),Oi=(e,t)=>`${e.email} ${X(e)} ${t}`;function zl(e,t){let n=Oi(e,t),o=_n.get(n)??new Vo(e,t);return _n.set(n,o),o}var Xl=e=>e?new Date(e).toISOString():null;var Ei="Please try again, or sign in with a code.",bn={expired:"This sign-in took too long, was used before or began in another browser. Please try again.",denied:`You did not finish signing in. ${Ei}`,refused:`The portal could not verify this sign-in. ${Ei}`,unverified:"Your e-mail address is not verified there. Please verify it, or sign in here with a code.","no-account":"No agency here has a contractor with the e-mail address of that sign-in.",busy:"Too many attempts from your connection. Please try again later.",away:"The sign-in service cannot be reached just now. Please try again in a minute, or sign in with a code."};function kd(){let{path:e,query:t}=I.value,n=t.get("failed");if(n===null)return;ft.value=Object.hasOwn(bn,n)&&bn[n]||bn.refused;let o=new URLSearchParams(t);o.delete("failed"),ue(o.size?`${e}?${o}`:e,{replace:!0})}function Di(){let e=g(null);P(()=>{W("session/methods").then(({status:r,body:s})=>{r===200&&(e.value=s.oidcName)})},[e]);let{path:t,query:n}=I.value,o=n.size?`${t}?${n}`:t;return e.value&&a`<a class="btn btn-secondary" href=${`/api/session/oidc?${new URLSearchParams({next:o})}`}>Sign in with ${e.value}</a>`}var Ql={today:"M5 5h14v15H5Zm0 5h14M9 3v4m6-4v4m-3 8h.01",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.5a2.5 2.5 0 0 0-5 0V16m-1.5 0H15m-6.5-3.5h4",outbox:"M4 12 20 4l-4 16-4-7Zm8 1 8-9",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",back:"m14 6-6 6 6 6",open:"m10 6 6 6-6 6",down:"m6 9 6 6 6-6",more:"M5 12h.01M12 12h.01M19 12h.01",close:"m6 6 12 12M18 6 6 18",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",high:"m6 11 6-6 6 6M6 19l6-6 6 6",access:"M8 20a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm2.8-6.8L20 4m-4 4 3 3m-6 0 2 2",cancelled:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM6 6l12 12",directions:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",text:"M4 5h16v11H9l-5 4Z",mail:"M4 6h16v12H4Zm0 1 8 6 8-6",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",note:"M5 4h14v12l-4 4H5Zm4 5h6m-6 4h4",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",statement:"M5 4h14v16H5Zm4 4h6m-6 4h6m-6 4h3",pdf:"M7 3h7l4 4v14H7Zm7 0v4h4",camera:"M3 8h4l2-3h6l2 3h4v11H3Zm9 8.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z",edit:"m4 20 1-5L16 4l4 4L9 19Z",delete:"M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",again:"M20 11a8 8 0 0 0-14-4L4 9m0-5v5h5M4 13a8 8 0 0 0 14 4l2-2m0 5v-5h-5",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",print:"M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7Z",phone:"M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm3 15h2",sending:"M12 20V5m-6 6 6-6 6 6",portal:"m4 8 8-4 8 4v8l-8 4-8-4Zm0 0 8 4 8-4m-8 4v8",checked:"M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",asked:"M4 4h16v12h-8l-5 4v-4H4Zm6 4a2 2 0 1 1 2.6 1.9c-.4.1-.6.4-.6.8m0 2.3h.01",done:"m5 13 4 4L19 7",refused:"M8 3h8l5 5v8l-5 5H8l-5-5V8Zm1 6 6 6m0-6-6 6",expired:"M7 3h10M7 21h10M8 3v4l8 10v4M16 3v4L8 17v4",pending:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",kept:"m12 3 7 3v6c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6Zm-3 9 2 2 4-4",offline:"m3 3 18 18M5 12.5a10 10 0 0 1 4-2.4M2 9a15 15 0 0 1 4.5-3M19 12.5a10 10 0 0 0-2-1.5m5-2a15 15 0 0 0-11-4M8.5 16a5 5 0 0 1 7 0M12 20h.01",outage:"M4 5h16v6H4Zm0 8h16v6H4Zm4-5h.01M8 16h.01",product:"M20 8.5 17 11l-3-1-1-3 2.5-3A5.5 5.5 0 0 0 9 11l-5.5 5.5a2.1 2.1 0 0 0 3 3L12 14a5.5 5.5 0 0 0 8-5.5Z",passkey:"M4 8V5a1 1 0 0 1 1-1h3m8 0h3a1 1 0 0 1 1 1v3m0 8v3a1 1 0 0 1-1 1h-3m-8 0H5a1 1 0 0 1-1-1v-3M9 9v1m6-1v1m-6 4a4 4 0 0 0 6 0",computer:"M3 5h18v11H3Zm6 15h6m-3-4v4","home-screen":"M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm7 4v8m-4-4h8",share:"M12 15V3M8 7l4-4 4 4M7 11H5v10h14V11h-2",storage:"M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3Zm0 0v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3","sign-out":"M10 4H5v16h5m4-12 4 4-4 4m4-4H9"};function v({name:e,small:t=!1}){let n=["icon",t&&"icon-s",e==="more"&&"is-dots"].filter(Boolean);return a`
<svg class=${n.join(" ")} viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${Ql[e]} /></svg>
`}var eu="Contractor Portal",Mi=!0;function O({title:e,back:t,keepsFocus:n=!1,children:o}){let r=q(null);return le(()=>{Mi||(n||r.current?.focus({preventScroll:!0}),os()),Mi=!1},[]),le(()=>{document.title=`${e} – ${eu}`},[e]),a`
<main id="main" class="screen">
${t&&a`<a class="back" href=${k(t.path)}><${v} name="back" />${t.name}</a>`}
<h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
${o}
</main>
`}var tu=nt("Devices"),Ni=()=>a`
<${O} title="Where you are signed in" back=${{path:"/account",name:"Account"}}><${tu} /><//>
`;var Ri="Europe/London",Yo=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Ri,...e}),ji=Yo({day:"numeric",month:"long",year:"numeric"}),nu=Yo({month:"short",year:"numeric"}),Ci=Yo({hour:"2-digit",minute:"2-digit"}),gn=new Intl.DateTimeFormat("sv-SE",{timeZone:Ri}),ou=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),ru=864e5,[su,Pi]=[1024,1024*1024],ie=(e=new Date)=>gn.format(e),te=e=>ji.format(new Date(e)),Fi=e=>nu.format(new Date(`${e}-01`));function Ne(e,t=new Date){let n=new Date(e);return gn.format(n)===gn.format(t)?Ci.format(n):`${ji.format(n)}, ${Ci.format(n)}`}var L=e=>ou.format(e),B=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Bi(e,t=new Date){let n=Math.round((Li(t)-Li(new Date(e)))/ru);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Li=e=>Date.parse(gn.format(e)),Ge=e=>e<Pi?`${Math.ceil(e/su)} KB`:`${Number((e/Pi).toFixed(1))} MB`;var iu={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},au="May have arrived",cu="With the portal",Ui={expired:"Not delivered",abandoned:"Not delivered"};function be(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`Only ${t} can check whether it arrived`:Oe(e)?cu:it(e)?au:n==="refused"&&Ui[o??""]||iu[n]}function Hi(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?be(e,t):`${be(e,t)}${Ui[o??""]?":":", because:"} ${r}`}var qi=(e,t)=>e.state==="refused"||e.sentence?.startsWith(be(e,t))?null:e.sentence,wn=e=>e.kind==="completion"?e.content.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e.kind];var Wi;function V(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Wi),Wi=setTimeout(()=>{t.textContent=e},400)}var lu="https://www.google.com/maps/search/?api=1&query=",uu=/[\p{L}/,;&#|]|(?=\+)/u,fu=5,mu=/^(\+|00)(\d{1,3})\(0\)/;function du(e){return e.split(uu).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(mu,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=fu)??""}function Je({phone:e,who:t}){if(!e)return null;let n=du(e);return n?a`
<a class="reach" href=${`tel:${n}`}>
<${v} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
</a>
`:a`<span dir="auto">${e}</span>`}function dt({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
<a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
<${v} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
</a>
`)}function Vi({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
<a class="reach" href=${lu+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
<${v} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
</a>
`:"Not known"}function Zo(){let t=(A(T.value?"agency":null).value.body?.offers??[]).includes("contacts"),n=A(t?"contacts":null).value.body?.contacts??[],o=A(t?"account":null).value.body,r=pu(n,o?.agency.branchId??null);return t?a`
<div>
${r&&a`<${Je} phone=${r.phone} who=${r.name} /><${dt} email=${r.email} who=${r.name} />`}
<a class="reach" href=${k("/contacts")}><${v} name="contacts" />All contacts</a>
</div>
`:null}function pu(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var hu={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ce({item:e}){return a`
<span class=${`state is-${e.state}`}>
<${v} name=${hu[Oe(e)?"waiting":e.state]} /><span dir="auto">${Hi(e,T.value?.agencyName)}</span>
</span>
`}function Pe({item:e}){let t=qi(e,T.value?.agencyName);return a`
${t&&a`<p class="hint" dir="auto">${t}</p>`}
${e.state==="review"&&a`<${Go} />`}
${e.state==="refused"&&e.ended==="rejected"&&a`<${Zo} />`}
`}var Go=()=>a`
<p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
<${Zo} />
`;var Sn={emailCharacters:254,noteCharacters:4e3,descriptionCharacters:2e3,invoiceNumberCharacters:50,amountLeast:.01,amountMost:1e6,invoiceYearsBack:6,invoiceDaysAhead:1,documentBytes:10485760,documentNameCharacters:255,retryHours:72};var ge=e=>({...Sn,...e?.limits});var vu=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),we=e=>e.trim().replaceAll("	"," ");function xn(e,t,{inForm:n=!1}={}){let o=n?we(e).replace(/\r\n|\r|\n/g,`\r
`):we(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:vu.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var kn=(e,t)=>e?xn(e,t.noteCharacters):"Please write something first.";function An(e){let[,t]=qe(0),n=e.filter(r=>sn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return P(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}function Tn(e){P(()=>{if(e!==null)return y.hold(e).catch(Yi),()=>{y.release(e).catch(Yi)}},[e])}var Yi=()=>{};function Zi({item:e,onClose:t}){let[n,[o,r]]=[Ur(),qe(null)],s=ge(A("agency").value.body);return Tn(e.id),a`
<form onSubmit=${async c=>{c.preventDefault();let{value:l}=c.target.elements.namedItem("note"),m=we(l),f=kn(m,s);if(r(f),!f)try{await y.edit(e.id,{content:{note:m}}),t()}catch(p){let d=Y(p);if(!d)throw p;r(d)}}} noValidate>
<label for=${n}>Note</label>
<textarea id=${n} name="note" class="form-control" rows="4" maxlength=${s.noteCharacters} required dir="auto" ref=${$u}>
${e.content.note}
</textarea>
${o&&a`<p class="notice" role="alert">${o}</p>`}
<p class="doing">
<button class="btn btn-primary">Save</button>
<button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
</p>
</form>
`}var $u=e=>e?.focus();var yu={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Ji(){let e=(y.items.value??[]).filter(t=>!F(t)).reverse();return a`
<${O} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
<${Ko}>
${y.items.value?a`<p class="reach"><${v} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!y.storageProblem.value&&a`<p class="loading" role="status">Loading …</p>`}
<//>
${e.length>0&&a`
<section aria-labelledby="sent">
<h2 id="sent">With the agency</h2>
<p class="hint">Sent from this phone within the last seven days.</p>
<${Jo} items=${e} />
</section>
`}
<//>
`}function Ko({children:e}){let t=(y.items.value??[]).filter(F),[n,o]=[t.filter(s=>!Gi(s)),t.filter(Gi)],r=y.obstacle.value;return t.length?a`
${r&&n.some(s=>Ot(s)&&!z(s))&&a`<p class="notice" role="status">${yu[r]}${r==="offline"&&` ${y.sendingNotice()}`}</p>`}
${n.length>0&&a`<h2 class="visually-hidden">Not confirmed yet</h2><${Jo} items=${n} />`}
${n.some(({state:s})=>s==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${()=>y.tryNow()}>Try now</button>`}
${o.length>0&&a`<section aria-labelledby="in-review"><h2 id="in-review">Only the agency can check</h2><${Jo} items=${o} /></section>`}
`:e}var Gi=({state:e})=>e==="review",Jo=({items:e})=>a`<ol class="cards">${e.map(t=>a`<${zo} key=${t.id} item=${t} />`)}</ol>`;function zo({item:e}){let[t,n]=qe(null),o=()=>n(null);return a`
<li class="card">
<h3 class="title">${wn(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
${t==="edit"?a`<${Zi} item=${e} onClose=${o} />`:a`<${_u} item=${e} />`}
<p class="about">
<${Ce} item=${e} />
<time datetime=${new Date(e.addedAt).toISOString()}>Written ${Ne(e.addedAt)}</time>
</p>
<${Pe} item=${e} />
${t==="remove"&&a`<${wu} item=${e} onClose=${o} />`}
${!t&&a`<${bu} item=${e} setAction=${n} />`}
</li>
`}function _u({item:e}){let{document:t,jobId:n}=e;return a`
${e.kind==="note"&&a`<p class="says" dir="auto">${e.content.note}</p>`}
${e.kind==="invoice"&&a`
<p class="says" dir="auto">
<strong>${L(e.content.amount)}</strong>${e.content.invoiceNumber?`, number ${e.content.invoiceNumber}`:""}
<br />${e.content.description}
</p>
`}
${t&&a`<p class="reach"><${v} name="invoice" /><span dir="auto">${t.name}</span></p>`}
${n&&a`<a class="reach" href=${k(`/jobs/${n}`)}><${v} name="jobs" />Look at the job</a>`}
`}function bu({item:e,setAction:t}){let n=e.asks==="duplicate",[o,r]=[T.value&&Ee(e)&&e.kind!=="completion",rn(e)&&F(e)];return!o&&!r?null:a`
<p class="doing">
${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>y.resend(e.id,{duplicate:!0})}>
It is another one: send it
</button>`}
${o&&a`<${gu} item=${e} onEditNote=${()=>t("edit")} />`}
${z(e)&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>y.resend(e.id)}>Send again</button>`}
${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
</p>
`}function gu({item:{id:e,kind:t,jobId:n,content:o},onEditNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s="statementId"in o&&o.statementId,i={...s&&{statement:s},change:e},c=k(n?`/jobs/${n}/invoice`:"/invoice",i);return a`<a class="btn btn-secondary" href=${c}>Change</a>`}function wu({item:e,onClose:t}){let n=it(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=qe(null),s=async()=>{try{await y.remove(e.id),document.querySelector("h1")?.focus(),V("Deleted.")}catch(i){let c=Y(i);if(!c)throw i;r(c)}};return a`
<div role="group" aria-label="Delete this?">
<p>Delete this? ${n}</p>
${o&&a`<p class="notice" role="alert">${o}</p>`}
<p class="doing">
<button type="button" class="btn btn-danger" ref=${Su} onClick=${s}>Yes, delete it</button>
<button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
</p>
</div>
`}var Su=e=>e?.focus();function In(){let e=T.value&&X(T.value);return a`
<ul class="rows">
${w.value?.accounts.map(t=>{let n=X(t);return a`
<li key=${n} class="row">
<a href=${k("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>Si(t)}>
<span class="title" dir="auto">${t.agencyName}</span>
<span class="address" dir="auto">${t.displayName}</span>
${n===e&&a`<span class="about"><${v} name="done" />This one is shown now</span>`}
</a>
</li>
`})}
</ul>
`}var On="Signing out …";function En(){let[e,t]=[g(null),g(0)],[n,o]=[g(!1),g(!1)],r=async()=>{n.value=o.value=!0;let i=await xi();if(n.value=o.value=!1,i.status!==204){e.value=`${Z(i)} Nothing on this device was deleted.`;return}ue("/",{replace:!0});let c=i.headers.get("Location");c&&!Me.value&&location.assign(c)},s=async()=>{e.value=null,n.value=!0;try{t.value=await y.countUnsent(w.value.email)}catch(i){let c=Y(i);if(!c)throw i;e.value=c;return}finally{n.value=!1}t.value||await r()};return a`
<p class="problem" role="alert">${e.value}</p>
${t.value?a`<${xu} number=${t.value} busy=${n.value} onConfirm=${r} onCancel=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
<${v} name="leave" />${o.value?On:"Sign out"}
</button>`}
`}function xu({number:e,busy:t,onConfirm:n,onCancel:o}){let r=q(null);le(()=>r.current?.focus(),[]);let[s,i,c]=[B(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
<div class="notice" role="group" aria-labelledby="sure">
<p id="sure" ref=${r} tabindex="-1">
<b>${s} on this device ${i} not with the agency yet.</b> Signing out deletes ${c} for good.
</p>
<div class="doing">
<button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
<button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>
${t?On:`Delete ${c} and sign out`}
</button>
</div>
</div>
`}var Ki=()=>a`
<${O} title="This is not one of your accounts">
<p>
This page is for the account <b>${I.value.account}</b>, which is not, or not any more, an account of
${" "}<b>${w.value?.email}</b>. Nothing was changed.
</p>
<${Ko}>${null}<//>
<h2>Your accounts</h2>
<${In} />
<h2>Signed in with another address?</h2>
<${En} />
<//>
`;function pe({resource:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${Ne(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function ne({resource:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var ku=nt("Passkeys"),Au=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function zi(){let e=A("account").value,t=e.body,{agencyName:n,displayName:o}=T.value,{accounts:r,email:s}=w.value;return a`
<${O} title="Account">
${r.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${In} /></section>`}
<section class="card" aria-labelledby="record">
<h2 id="record" dir="auto">${o}</h2>
${t?a`<${Tu} record=${t} />
<p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${ne} resource=${e} />`}
<${pe} resource=${e} />
</section>
<${ku} />
<section aria-labelledby="leaving">
<h2 id="leaving">Signed in</h2>
<p>As <b>${s}</b></p>
<ul class="rows">
<li class="row">
<a href=${k("/account/devices")}>
<span class="title">Where you are signed in</span>
<span class="address">Your devices, and what happened lately</span>
</a>
</li>
</ul>
<${En} />
</section>
<//>
`}function Tu({record:e}){let t=[...Au.map(([n,o])=>[n,e[o]]),["Branch",e.agency.branchName]];return a`
<dl class="facts">
${t.filter(([,n])=>n).map(([n,o])=>a`<div key=${n}><dt>${n}</dt><dd dir="auto">${o}</dd></div>`)}
</dl>
`}function Xi(){let e=A("contacts").value,t=e.body?.contacts;return a`
<${O} title="Contacts">
${t?a`<ul class="cards">${t.map(n=>a`<${Iu} key=${n.contactId} ...${n} />`)}</ul>`:a`<${ne} resource=${e} />`}
${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
<${pe} resource=${e} />
<//>
`}function Iu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
<li class="card">
<h2 dir="auto">${i}</h2>
<p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
<${Je} phone=${s} who=${i} /><${Je} phone=${r} who=${i} /><${dt} email=${o} who=${i} />
</li>
`}function Qi(){let e=y.items.value??[],t=An(e),n=e.filter(d=>F(d)&&!t.includes(d)),o=n.filter(z).length,r=n.filter(Oe).length,s=n.filter(({state:d})=>d==="review").length,i=n.filter(({state:d})=>d==="checking").length-r,c=n.filter(d=>!z(d)&&!se(d)),l=y.obstacle.value==="offline",m=c.some(it)?"not confirmed yet":"not with the agency yet",[f,p]=[y.otherAccounts.value,y.storageProblem.value];return!n.length&&!f.length&&!p?null:a`
<aside class="strip" aria-label="Outbox">
${p&&a`<p role="alert">${p}</p>`}
${o>0&&a`<${Et} icon="emergency">${B(o,"thing")} ${o===1?"needs":"need"} you<//>`}
${s>0&&a`<${Et} icon="contacts">Only ${T.value?.agencyName} can check ${B(s,"thing")}<//>`}
${i>0&&a`<${Et} icon="search">${B(i,"thing")} ${i===1?"is":"are"} being checked<//>`}
${r>0&&a`<${Et} icon="clock">${B(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
${c.length>0&&a`<${Et} icon=${l?"offline":"send"}>
${B(c.length,"thing")} ${c.length===1?"is":"are"} ${m}
<//>`}
${f.map(d=>a`<${Ou} key=${X(d)} ...${d} />`)}
</aside>
`}var Et=({icon:e,children:t})=>a`<a href=${k("/outbox")}><${v} name=${e} /><span>${t}</span><${v} name="open" /></a>`;function Ou({number:e,...t}){let n=X(t),o=(w.value&&Bo(w.value,n)?.agencyName)??"an account that is no longer yours",[r,s]=[B(e,"thing"),e===1?"is":"are"];return a`
<a href=${k("/outbox",{},n)}>
<${v} name="send" />${r} for ${o} ${s} not there yet<${v} name="open" />
</a>
`}var Xo=!!window.PublicKeyCredential?.parseRequestOptionsFromJSON&&!/^[\d.]+$|^\[/.test(location.hostname),Eu="That was not confirmed on this device, or it took too long. Please try again.",Du="This device has a passkey for the portal already.",Mu="This browser cannot use a passkey here.",ea=e=>({problem:Z(e),type:e.problem?.type}),ta=async()=>Xo&&await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(()=>!1);async function Lh(){let e=await oa("session/passkeys/registration/options",n=>navigator.credentials.create({publicKey:PublicKeyCredential.parseCreationOptionsFromJSON(n)}));if("problem"in e)return e;let t=await W("session/passkeys",{method:"POST",body:e.credential});return t.status===201?null:ea(t)}var na=()=>oa("session/passkey/options",e=>navigator.credentials.get({publicKey:PublicKeyCredential.parseRequestOptionsFromJSON(e)}));async function oa(e,t){let n=await W(e,{method:"POST"});if(n.status!==200)return ea(n);try{return{credential:await t(n.body)}}catch(o){let{name:r}=o;return r==="InvalidStateError"?{problem:Du}:{problem:r==="NotAllowedError"?Eu:Mu}}}var Dn=N(!1);async function ra(){Dn.value=await ta()&&!await mi()}function sa(){Dn.value=!1,fi()}var Nu=nt("PasskeyOffer"),Cu=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account","devices"]}];function Qo({children:e}){let t=A("agency").value.body;Lu(t?.accent);let{agencyName:n,displayName:o}=T.value,r=Cu.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
<a class="skip" href="#main" onClick=${Ru}>Skip to the content</a>
<header class="top">
<div class="brand">
${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
<div class="names">
<span class="agency" dir="auto">${n}</span>
<span class="contractor" dir="auto">${o}</span>
</div>
${Number(w.value?.accounts.length)>1&&a`<a class="switch" href=${k("/account")}><${v} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
</div>
<nav class="navigation" aria-label="Portal">${r.map(s=>a`<${Pu} key=${s.path} ...${s} />`)}</nav>
</header>
<${Qi} />
${Dn.value&&a`<${Nu} />`}
${e}
`}function Pu({path:e,name:t,icon:n,screens:o}){let r=o.includes(I.value.screen);return a`<a href=${k(e)} aria-current=${r?"page":null}><${v} name=${n} />${t}</a>`}function Lu(e){P(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>{t.removeProperty("--accent")}},[e])}function Ru(e){e.preventDefault(),document.querySelector("h1")?.focus()}function Nn(e){let[t,n]=[A(`jobs/${e}`).value,A("jobs").value];if(t.body)return{job:ia(t.body,t),resource:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?ia(o,n):null,resource:o?n:t}}var ia=(e,{begunAt:t})=>er([e],t)[0],Ke=({priority:e})=>e?.trim().toLowerCase()==="emergency",Mn=e=>(e??"").trim().toLowerCase();function Cn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(Mn).includes(Mn(t))?"cancelled":"open"}var ca=e=>(y.items.value??[]).filter(t=>t.kind==="completion"&&t.state==="done"&&Number(t.doneAt)>e),la=e=>ca(e).map(({id:t})=>t).join();function er(e,t){let n=new Map(ca(t).map(o=>[o.jobId,o.result??ju(o)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var ju=({content:e})=>({completed:"completed"in e&&e.completed,status:null,completedAt:null});function ua(e,t){let n=y.itemsOf(e).filter(F),o=Dt(e),r=n.filter(f=>f!==o),s=f=>r.filter(f).length,[i,c,l]=[s(z),s(Oe),s(se)],m=r.length-i-l;return[o&&`${wn(o)}: ${be(o,t)}`,i&&`${B(i,"thing")} ${i===1?"needs":"need"} you`,l>c&&`${B(l-c,"thing")} being checked`,c&&`${B(c,"thing")} with the portal`,m&&`${B(m,"thing")} to send`].filter(Boolean)}var Dt=e=>y.itemsOf(e).filter(t=>t.kind==="completion"&&F(t)).at(-1)??null,ae=({title:e,reference:t,jobId:n})=>e||t||n;function fa(e){let t=Mn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>Fu(n).includes(o))}var aa=new WeakMap;function Fu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode],i=aa.get(e)??Mn(s.filter(Boolean).join(`
`));return aa.set(e,i),i}var ma=e=>[...e.filter(Ke),...e.filter(t=>!Ke(t))];var Bu=864e5,da="%PDF-",Uu=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Hu=/\.\d\d\d*[1-9]/,qu=["amount","description","invoiceDate"];function Mt(e,t,n){let{required:o=[],link:r=null}=t?.invoice??{};return[...qu,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Pn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function tr(e=new Date,t=ge()){let[n,...o]=ie(e).split("-");return{oldest:[Number(n)-t.invoiceYearsBack,...o].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ie(e))+t.invoiceDaysAhead*Bu).toISOString().slice(0,10)}}function Se(e){let t=e.trim().replace(/^£\s*/,"");return Uu.test(t)?Number(t.replaceAll(",","")):NaN}var $a=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),pa={amount:(e,{limits:t})=>va(e,"The amount",t)??(Se(e)===0?"The amount must be more than £0.":null),vat:(e,{values:t,limits:n})=>va(e,"VAT",n)??(Se(e)>Se(t.amount)?"VAT cannot be more than the amount.":null),description:(e,{document:t,limits:n})=>xn(e,n.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>xn(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t})=>{let{oldest:n,latest:o}=tr(new Date,t),r=t.invoiceDaysAhead===1?"tomorrow":`${B(t.invoiceDaysAhead,"day")} ahead`;return e>o?`The date can be ${r} at the latest, ${te(o)}.`:e<n?`The date can be ${B(t.invoiceYearsBack,"year")} ago at most, ${te(n)}.`:null},statementId:()=>null},ha={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function va(e,t,n){let o=Se(e);return Number.isNaN(o)?`${t} must be in pounds and pence, such as 120.50.`:Hu.test(e.trim())?`${t} can have no more than two decimals.`:o>n.amountMost?`${t} can be ${L(n.amountMost)} at most.`:null}function Ln(e,t,n,o){let r={},s={values:e,document:t,limits:ge(n)};for(let i of Object.keys(pa)){let c=e[i]??"",l=Mt(i,n,o)?ha[i]:null,m=c.trim()===""?l:pa[i](c,s);m&&(r[i]=m)}return!t&&Mt("document",n,o)&&(r.document=ha.document),r}async function ya(e,t){return e.size>t.documentBytes?`The PDF can have ${Ge(t.documentBytes)} at most.`:await e.slice(0,da.length).text()===da?null:"This file is not a PDF. Please choose a PDF."}function _a(e,t){let n={jobId:t,statementId:e.statementId,amount:Se(e.amount),vat:e.vat.trim()&&Se(e.vat),description:we(e.description),invoiceDate:e.invoiceDate,invoiceNumber:we(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,r])=>r!==""&&r!==null))}function ba({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var Rn=({name:e,required:t,children:n})=>a`
<label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,jn=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Fn=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function ga({name:e,label:t,limits:n,hint:o,rows:r,problem:s,required:i,value:c,type:l="text",...m}){let f=r?"textarea":"input",{oldest:p=void 0,latest:d=void 0}=l==="date"?tr(new Date,n):{};return a`
<div class="field">
<${Rn} name=${e} required=${i}>${t}<//>
${o&&a`<p id=${`${e}-hint`} class="hint">${o}</p>`}
<${f}
id=${e} class="form-control" type=${r?null:l} rows=${r} min=${p} max=${d} autocomplete="off"
value=${c} ...${Fn({name:e,hint:o,problem:s,required:i})} ...${m}
/>
<${jn} name=${e}>${s}<//>
</div>
`}function wa({name:e,required:t,problem:n,value:o,...r}){let s=A("statements/pending").value,i=s.body?.statements??[],c=!o||i.some(({statementId:l})=>l===o);return a`
<div class="field">
<${Rn} name=${e} required=${t}>The pending statement it is for<//>
<select id=${e} class="form-control" value=${o} ...${Fn({name:e,problem:n,required:t})} ...${r}>
<option value="">${t?"Please choose":"None"}</option>
${!c&&a`<option value=${o}>${o}</option>`}
${i.map(l=>a`<option key=${l.statementId} value=${l.statementId}>${nr(l)}</option>`)}
</select>
<${jn} name=${e}>${n??(s.body?null:s.problem)}<//>
</div>
`}var nr=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[L(s??r??0),n??t??e,o&&te(o)].filter(Boolean).join(", ");async function Sa(e,t){try{return(await ee(K(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function xa(e,t,n){try{await ee(K(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Nt(e){let t=g(void 0),n=_e.value;return P(()=>{Sa(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[t,n,e]),[t,r=>(t.value=r,xa(n,e,r))]}var ka="This file cannot be read. Please choose it again.";function Aa({required:e,problem:t,document:n,limits:o,onChange:r}){let s=g(null),i=async({target:m})=>{let[f]=m.files??[];if(f&&(s.value=await ya(f,o).catch(()=>ka),m.value="",!s.value))try{r(await un(f)),V(`${f.name} is attached.`)}catch(p){s.value=Y(p)??ka}},c=s.value??t,l=Fn({name:"document",hint:!0,problem:c,required:e&&!n});return a`
<div class="field">
<${Rn} name="document" required=${e}>The invoice as a PDF<//>
<p id="document-hint" class="hint">${Ge(o.documentBytes)} at most</p>
${n&&a`<${Wu} document=${n} onRemove=${()=>r(null)} />`}
<input
id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
...${l} onChange=${i}
/>
<${jn} name="document">${c}<//>
</div>
`}function Wu({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document")?.focus()),V("The PDF is removed.")};return a`
<p class="attached">
<${v} name="invoice" />
<span dir="auto">${e.name}</span> <span class="hint">${Ge(e.size)}</span>
<button type="button" class="btn btn-secondary" onClick=${n}>
Remove<span class="visually-hidden"> the PDF</span>
</button>
</p>
`}var Vu={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function Ta({values:e,setValue:t,document:n,setDocument:o,agency:r,jobId:s,faults:i,showsAll:c,onComplete:l}){let m=g({}),[f,p]=[g(c),g(null)],d=q(null),u=ge(r),$=Ln(e,n,r,s),h=_=>_==="vat"&&p.value==="amount"?null:(f.value||m.value[_]&&e[_]||!$a(_,e[_]??""))&&$[_]||i[_],b=()=>d.current?.querySelector("[aria-invalid]")?.focus();P(()=>{c&&b()},[]);let x=_=>{_.preventDefault(),f.value=!0,Object.keys($).length?setTimeout(b):l()},S=_=>({name:_,required:Mt(_,r,s),problem:h(_),value:e[_],onInput:({target:E})=>t(_,E.value),onFocus:()=>p.value=_,onBlur:()=>{p.value=null,m.value={...m.value,[_]:!0}}});return a`
<form ref=${d} class="form" onSubmit=${x} noValidate>
<p class="hint">${T.value?.agencyName} needs whatever is not marked as optional.</p>
${Pn(r)&&a`<${wa} ...${S("statementId")} />`}
${Object.entries(Vu).map(([_,E])=>a`<${ga} key=${_} limits=${u} ...${E} ...${S(_)} />`)}
<${Aa}
required=${Mt("document",r,s)} problem=${f.value&&$.document||i.document}
document=${n} limits=${u} onChange=${o}
/>
<button class="btn btn-primary wide">Look it over</button>
</form>
`}var oe=6;function ze({items:e,row:t,limit:n=e.length,onMore:o}){let r=J(()=>Gu(e),[e]),s=Ju(),i=e.length-n;return e.length?a`
<div ref=${s} class="rows" role="list">
${r.slice(0,Math.ceil(n/oe)).map((c,l)=>a`<${Yu} key=${l} items=${c} row=${t} />`)}
</div>
${i>0&&a`<${Zu} onMore=${o} left=${i} />`}
`:null}var Yu=({items:e,row:t})=>a`<div class="group">${e.map(t)}</div>`;function Zu({onMore:e,left:t}){let n=q(null),o=q(e);return o.current=e,P(()=>{let r=i=>i.some(({isIntersecting:c})=>c)&&o.current(),s=new IntersectionObserver(r,{rootMargin:"800px"});return s.observe(n.current),()=>s.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var Gu=e=>Array.from({length:Math.ceil(e.length/oe)},(t,n)=>e.slice(n*oe,(n+1)*oe));function Ju(){let e=q(null),{activeElement:t}=document,n=e.current?.contains(t)&&t?.getAttribute("href");return le(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=Xt(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var Oa={sending:{label:"Being sent",icon:"send"},submitted:{label:"With the agency",icon:"done"},authorised:{label:"Authorised",icon:"done"},rejected:{label:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{label:"Paid",icon:"money"},unconfirmed:{label:"Being checked",icon:"search"},review:{icon:"contacts"}},Ku={},or=({status:e=""})=>e==="review"?be({state:e},T.value?.agencyName):Oa[e]?.label??e;function rr(e,t){let n=t.filter(r=>r.kind==="invoice").filter(r=>F(r)||!e.some(s=>Ia(s,r))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status??"")&&n.some(({item:s})=>Ia(r,s));return[...n,...e.filter(r=>!o(r))]}function Ia(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function Bn({jobId:e,agency:t}){let n=A(t?.offers.includes("invoices.list")?"invoices":null).value,o=rr(n.body?.invoices??[],y.items.value??[]).filter(r=>r.jobId===e);return o.length?a`
<section aria-labelledby="invoices">
<h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
<${sr} invoices=${o} />
</section>
`:null}function sr({invoices:e,jobTitles:t=Ku,limit:n,onMore:o}){let r=Yt((s,i)=>a`
<${zu} key=${s.item?.id??s.invoiceId??`at ${i}`} invoice=${s} jobTitles=${t} />
`,[t]);return a`<${ze} items=${e} row=${r} limit=${n} onMore=${o} />`}function zu({invoice:e,jobTitles:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:l}=e,m=t[c??""];return a`
<div class="entry" role="listitem">
<p class="sum">
<span class="title" dir="auto">${o||"Invoice"}</span>${" "}
<b>${n===null?"":L(n)}</b>
</p>
<p class="about">
${l?a`<${Ce} item=${l} />`:a`<${Xu} invoice=${e} />`}
${s&&a`<time datetime=${s}>${te(s)}</time>`}
${r&&a`<span dir="auto">Number ${r}</span>`}
${i&&a`<span dir="auto">${i.name}</span>`}
</p>
${l&&a`<${Pe} item=${l} />`}
${!l&&e.status==="review"&&a`<${Go} />`}
${m&&a`<a class="reach" href=${k(`/jobs/${c}`)}><${v} name="jobs" /><span dir="auto">${m}</span></a>`}
${l&&F(l)&&a`<a class="reach" href=${k("/outbox")}><${v} name="send" />Open the outbox</a>`}
</div>
`}function Xu({invoice:e}){let{icon:t="search",className:n=""}=Oa[e.status??""]??{};return a`<span class=${`state ${n}`}><${v} name=${t} />${or(e)}</span>`}function Ea({about:e,address:t,values:n,document:o,problem:r,onSend:s,editAddress:i,back:c}){let l=g(!1),m=async()=>{l.value=!0,await s(),l.value=!1},f=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",L(Se(n.amount))],["VAT in it",n.vat.trim()&&L(Se(n.vat))],["Date of the invoice",te(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${Ge(o.size)}`:"None"]];return a`
<${O} key="review" title="Look it over" back=${c}>
<div class="card">
<dl class="facts">
${f.filter(([,p])=>p).map(([p,d])=>a`<div key=${p}><dt>${p}</dt><dd dir="auto">${d}</dd></div>`)}
</dl>
</div>
${y.obstacle.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone. ${y.sendingNotice()}</p>`}
<p class="problem" role="alert">${r}</p>
<div class="doing">
<button type="button" class="btn btn-primary" disabled=${l.value} onClick=${m}>
<${v} name="send" />Send to ${T.value?.agencyName}
</button>
<a class="btn btn-secondary" href=${i}>Change something</a>
</div>
<//>
`}var Qu=!1;function ir({jobId:e,item:t,about:n,address:o,initial:r,back:s}){let{query:i,path:c}=I.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[m,f]=Nt(l),[p,d]=Nt(`PDF of ${l}`),[u,$]=[A("agency").value,g(null)],h=i.has("look");if(Tn(t?.id??null),m.value===void 0||p.value===void 0||!u.body&&u.busy)return a`<${O} key="loading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let b=u.body&&tf(u.body,e);if(b)return a`<${O} key="none" title="Invoice" back=${s}><p class="notice">${b}</p><//>`;let x={...r,...t&&ba(t.content),...m.value},S=t?.asks==="document",_=(p.value??(S?null:t?.document))||null,E=D=>D==="document"?p.value!==null:m.value&&D in m.value,Le=Object.fromEntries(Object.entries(t?.faults??{}).filter(([D])=>!E(D))),Xe=!Object.keys(Ln(x,_,u.body,e)).length,{statementId:he}=r,Q=D=>k(c,{...he&&{statement:he},...t&&{change:t.id},...D}),G=()=>{let D=_a(x,e);return t?y.edit(t.id,{content:D,...(p.value!==null||S)&&{document:Da(_)}}):y.add({kind:"invoice",jobId:e,about:n,content:D,document:Da(_)})},re=async()=>{$.value=null;try{let{id:D}=await G();V("Your invoice waits to be sent."),ue(k(c,{sent:D}),{replace:!0}),f(null),d(null)}catch(D){$.value=Y(D)??"Your invoice could not be kept. Please try again."}};if(h&&Xe)return a`
<${Ea}
about=${n} address=${o} values=${x} document=${_} problem=${$.value} onSend=${re}
editAddress=${Q({})} back=${s}
/>
`;let ve=(D,$c)=>f({...m.value,[D]:$c}),ce=D=>d(D??Qu);return a`
<${O} key="form" title="Invoice" back=${s} keepsFocus=${h}>
<${ef} about=${n} address=${o} />
${e&&a`<${Bn} jobId=${e} agency=${u.body} />`}
<${Ta}
values=${x} setValue=${ve} document=${_} setDocument=${ce} agency=${u.body}
jobId=${e} faults=${Le} showsAll=${h} onComplete=${()=>ue(Q({look:"1"}))}
/>
<//>
`}function ef({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function tf({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var Da=e=>e&&new File([e.bytes],e.name,{type:"application/pdf"});var Ma=({item:e,back:t})=>a`
<${O} key="sent" title="Your invoice" back=${t}>
<h2>Where it stands</h2>
<ol class="cards"><${zo} item=${e} /></ol>
${F(e)&&!z(e)&&!se(e)&&a`<p class="hint">You can go on. It is kept if you close the portal: ${y.sendingNotice()}</p>`}
<a class="reach" href=${k("/money",{show:"invoices"})}><${v} name="invoice" />All your invoices</a>
<//>
`;var nf={path:"/money",name:"Money"};function ar({id:e}){let{query:t}=I.value,n=Number(t.get("sent")??t.get("change")),o=(y.items.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:nf;if(n&&y.items.value===null)return a`<${O} key="loading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Ee(o)))return a`<${Ma} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?of:rf} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function of({id:e,statementId:t,item:n,back:o}){let{job:r,resource:s}=Nn(e);if(!r&&!n&&s.status===404)return a`<${Na} resource=${s} back=${o} />`;let i={...Ca,statementId:t,invoiceDate:ie()},c=r?.property?.address;return a`
<${ir} jobId=${e} about=${r?ae(r):e} address=${c} initial=${i} item=${n} back=${o} />
`}function rf({statementId:e,item:t,back:n}){let o=A("statements/pending").value,r=o.body?.statements.find(c=>c.statementId===e);if(!r&&o.busy)return a`<${Na} resource=${o} back=${n} />`;let s={...Ca,...r&&sf(r),statementId:e,invoiceDate:ie()},i=r?nr(r):"";return a`<${ir} jobId=${null} about=${i} initial=${s} item=${t} back=${n} />`}var Na=({resource:e,back:t})=>a`
<${O} key="missing" title="Invoice" back=${t}><${ne} resource=${e} /><//>
`,Ca={amount:"",vat:"",description:"",invoiceNumber:""},sf=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var pt=({children:e})=>a`
<span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var Pa=ko/1e3;function cr(e){let[t,n]=[g(null),g(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await y.add({kind:"completion",jobId:e.jobId,about:ae(e),content:{completed:r},document:null}),V(r?`Marked complete. You have ${Pa} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=Y(s)??"This could not be kept. Please try again."}n.value=!1}},t.value]}function La({job:e,isOpen:t}){let[n,o]=cr(e),r=Dt(e.jobId);return r?a`<${af} item=${r} />`:a`
${t&&a`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${v} name="done" />Mark complete</button>`}
${o&&a`<p class="notice" role="alert">${o}</p>`}
`}function af({item:e}){return a`
<div class="pending">
<p class="state-line">
<${v} name=${e.content.completed?"done":"reopen"} />
${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ce} item=${e} />
</p>
<${Pe} item=${e} />
${z(e)&&a`<a class="reach" href=${k("/outbox")}><${v} name="send" />Send it again, or delete it</a>`}
</div>
`}function Ra({jobId:e}){let t=g(null),[n]=An(y.itemsOf(e));return a`
${n&&a`
<div class="undo">
<p>You have ${Pa} seconds to undo this.</p>
<button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await y.undo(n.id),V("Undone. The job is not marked complete.")}catch(r){let s=Y(r);if(!s)throw r;t.value=s}}}>
<${v} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
</button>
</div>
`}
${t.value&&a`<p class="notice" role="alert">${t.value}</p>`}
`}function ja({job:e,canAdd:t}){let n=T.value?.displayName,o=y.itemsOf(e.jobId).filter(s=>s.kind==="note").filter(s=>!cf(e.notes,s)),r=e.notes.length+o.length>0;return a`
<section aria-labelledby="notes">
<h2 id="notes">Notes</h2>
${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
${r&&a`<ol class="notes">
${e.notes.map(({noteId:s,note:i,author:c,createdAt:l},m)=>a`
<li key=${s??`at ${m}`} class=${c===n?"own":""}>
<p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
${l&&a`<time datetime=${l}>${Ne(l)}</time>`}</p>
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
${t&&a`<${lf} job=${e} />`}
</section>
`}var cf=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function lf({job:e}){let t=ge(A("agency").value.body),[n,o]=Nt(`note on ${e.jobId}`),[r,s]=[g(null),g(!1)],i=async l=>{if(l.preventDefault(),s.value)return;let m=we(n.value??"");if(r.value=kn(m,t),!r.value){s.value=!0;try{await y.add({kind:"note",jobId:e.jobId,about:ae(e),content:{note:m},document:null}),o(null),V("Your note waits to be sent.")}catch(f){r.value=Y(f)??"Your note could not be kept. Please try again."}s.value=!1}},c=({target:l})=>o(l.value||null);return a`
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
`}function Fa({job:e}){let t=g(!1),[n,o]=cr(e);return Dt(e.jobId)?null:a`
<section aria-labelledby="reopening">
<h2 id="reopening">Not finished after all?</h2>
${t.value?a`<${uf} onConfirm=${()=>n(!1)} onCancel=${()=>t.value=!1} />`:a`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
<${v} name="reopen" />Reopen this job
</button>`}
${o&&a`<p class="notice" role="alert">${o}</p>`}
</section>
`}function uf({onConfirm:e,onCancel:t}){let n=q(null);return le(()=>n.current?.focus(),[]),a`
<div role="group" aria-labelledby="reopen-question">
<p id="reopen-question" class="question" ref=${n} tabindex="-1">
<b>Reopen this job?</b> ${T.value?.agencyName} will see that it is not finished.
</p>
<div class="doing">
<button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
<button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
</div>
</div>
`}var Ba={path:"/jobs",name:"Jobs"};function Ua({id:e}){let{job:t,resource:n}=Nn(e),o=A("agency").value.body;if(!t)return a`<${O} title="Job" back=${Ba}><${ne} resource=${n} /><//>`;let r=o?.offers??[],[s,i]=[Cn(t,o),r.includes("jobs.complete")];return a`
<${O} title=${ae(t)} back=${Ba}>
<${ff} job=${t} />
<div class="card">
${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
<${mf} job=${t} />
</div>
<div class="doing">
${i&&a`<${La} job=${t} isOpen=${s==="open"} />`}
${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${k(`/jobs/${e}/invoice`)}><${v} name="invoice" />Send its invoice</a>`}
${i&&a`<${Ra} jobId=${e} />`}
</div>
${r.includes("invoices.submit")&&a`<${Bn} jobId=${e} agency=${o} />`}
<${ja} job=${t} canAdd=${r.includes("notes.add")} />
${i&&s==="completed"&&a`<${Fa} job=${t} />`}
<${pe} resource=${n} />
<//>
`}function ff({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
<p class="about">
${Ke(e)&&a`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
${t&&a`<${pt}>${t}<//>`}
${n&&!Ke(e)&&a`<span dir="auto">Priority: ${n}</span>`}
${o&&a`<span dir="auto">${o}</span>`}
${r&&a`<span dir="auto">${r}</span>`}
${s&&a`<span>Reported <time datetime=${s}>${Ne(s)}</time></span>`}
${i&&a`<span>Completed <time datetime=${i}>${te(i)}</time></span>`}
</p>
`:null}function mf({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
<dl class="facts">
<div><dt>Address</dt><dd><${Vi} address=${e?.address} postcode=${e?.postcode} /></dd></div>
${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
${(n||o||r)&&a`<div>
<dt>Tenant</dt>
<dd>
${n&&a`<span dir="auto">${n}</span>`}
<${Je} phone=${o} who=${n??"the tenant"} /><${dt} email=${r} who=${n??"the tenant"} />
</dd>
</div>`}
</dl>
`}var Un={open:"Open",completed:"Completed",cancelled:"Cancelled"},lr=Object.keys(Un),df={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},Va={text:"",limit:oe,matchLimit:oe},ht=N({accountName:null,tab:null,...Va});function ur(){let e=A("jobs").value,t=A("agency").value.body,n=I.value.query.get("show")??"open",o=Object.hasOwn(Un,n)?n:"open";return a`
<${O} title="Jobs">
${e.body?a`<${pf} jobs=${e.body.jobs} begunAt=${e.begunAt} agency=${t} tab=${o} />`:a`<${ne} resource=${e} />`}
<${pe} resource=${e} />
<//>
`}function pf({jobs:e,begunAt:t,agency:n,tab:o}){let r=I.value.account,{text:s,limit:i,matchLimit:c}=Ha(r,o),l=la(t),m=J(()=>ma(er(e,t)),[e,l]),f=J(()=>$f(m,n),[m,n]),p=J(()=>hf(f,fa(s)),[f,s]),d=p[o].length,u=h=>{ht.value={...Ha(r,o),...h}};return P(()=>{s&&V(d?`${B(d,"job")} found`:"No job found")},[s,o]),a`
<form class="search" role="search" onSubmit=${h=>h.preventDefault()}>
<label class="visually-hidden" for="search">Search in jobs</label>
<${v} name="search" />
<input
id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
value=${s} onInput=${({target:h})=>u({text:h.value,matchLimit:oe})}
/>
</form>
<nav class="tabs" aria-label="Jobs by state">
${lr.filter(h=>h!=="cancelled"||f.cancelled.length).map(h=>a`
<a key=${h} href=${k("/jobs",{show:h})} aria-current=${h===o?"true":null}>
${Un[h]} <span class="number">${p[h].length}</span>
</a>
`)}
</nav>
${!d&&a`<p class="notice">${s?`No job here has “${s}” in it.${vf(p)}`:df[o]}</p>`}
<div key=${o} class=${s?"is-away":null}>
<${ze} items=${f[o]} row=${Wa} limit=${i} onMore=${()=>u({limit:i+oe})} />
</div>
${s&&a`<${ze} key=${`matches ${o}`} items=${p[o]} row=${Wa} limit=${c} onMore=${()=>u({matchLimit:c+oe})} />`}
`}function Ha(e,t){let n=ht.value.accountName===e?ht.value.text:"";return ht.value.accountName===e&&ht.value.tab===t?ht.value:{...Va,accountName:e,tab:t,text:n}}var hf=(e,t)=>Object.fromEntries(lr.map(n=>[n,e[n].filter(t)]));function vf(e){return lr.filter(n=>e[n].length).map(n=>` ${Un[n]}: ${e[n].length}.`).join("")}function $f(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Cn(o,t)].push(o);return n}var qa=new WeakMap;function Wa(e){let t=ua(e.jobId,T.value?.agencyName),n=[ie(),...t].join(),o=qa.get(e);if(o?.version===n)return o.markup;let r=yf(e,t);return qa.set(e,{version:n,markup:r}),r}function yf(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
<div key=${n} class="row" role="listitem">
<a href=${k(`/jobs/${n}`)}>
${Ke(e)&&a`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
<span class="title" dir="auto">${ae(e)}</span>
${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
<span class="about">
${r&&a`<${pt}>${r}<//>`}
${s&&a`<span><span class="visually-hidden">Reported </span>${Bi(s)}</span>`}
${o&&a`<span dir="auto">${o}</span>`}
${t.map(c=>a`<span key=${c} class="unsent"><${v} name="send" />${c}</span>`)}
</span>
</a>
</div>
`}var Hn=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,n)=>t+n,0)/100,Za=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function Ga(e){let t=new Map;for(let{date:i,amount:c}of e){let l=i?.slice(0,7);l&&t.set(l,Hn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n[n.length-1]];for(;o.length<12&&o[0]>n[0];)o.unshift(fr(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:Hn(s.map(i=>t.get(i)))},...r]:r}function Ja(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,Ya(t)],"Last month":[`${fr(t)}-01`,Ya(fr(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function fr(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function Ya(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var mr="Other dates";function za({from:e,to:t,onChange:n}){let o=Ja(ie()),r=Object.keys(o),s=r.find(m=>o[m].join()===[e,t].join()),i=g(!s),c=({target:m})=>{i.value=m.value===mr,i.value||n(...o[m.value])},l=!!(e&&t&&e>t);return a`
<form class="dates" onSubmit=${m=>m.preventDefault()}>
<div>
<label for="span">Dates</label>
<select id="span" class="form-control" value=${i.value?mr:s} onChange=${c}>
${[...r,mr].map(m=>a`<option key=${m}>${m}</option>`)}
</select>
</div>
${i.value&&a`
<${Ka} id="from" label="From" value=${e} isWrong=${l} onChange=${m=>n(m,t)} />
<${Ka} id="to" label="To" value=${t} isWrong=${l} onChange=${m=>n(e,m)} />
<p id="dates-problem" class="problem" role="alert">${l&&"The first date is after the last."}</p>
`}
</form>
`}var Ka=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
<div>
<label for=${e}>${t}</label>
<input
id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
/>
</div>
`;var _f=/^[=+\-@\t\r\n＝＋－＠]/u,bf=/[",\r\n]/;function Xa(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(gf).join(",")}\r
`).join("")}function gf(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=_f.test(e)?`'${e}`:e;return bf.test(t)?`"${t.replaceAll('"','""')}"`:t}function Qa(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function tc({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>L(r.amount).length));return a`
<div class="card">
<table class="months" style=${{"--amount":`${o}ch`}}>
<caption>${t}</caption>
<thead><tr><${ec}>Month<//><${ec}>Amount<//></tr></thead>
<tbody>${e.map(r=>a`<${wf} key=${r.month} ...${r} maxAmount=${n} />`)}</tbody>
</table>
</div>
`}var ec=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,wf=({month:e,amount:t,maxAmount:n})=>a`
<tr>
<th scope="row">${e?Fi(e):"Before"}</th>
<td><span class="measured">${e&&a`<${Sf} share=${t/n} />`}<b>${L(t)}</b></span></td>
</tr>
`,Sf=({share:e})=>a`
<svg class="bar" aria-hidden="true" focusable="false">
<rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
</svg>
`;function nc({statements:e,jobTitles:t,agency:n,isPending:o,limit:r,onMore:s}){let i=Yt(c=>a`
<${xf}
key=${c.statementId} statement=${c} jobTitle=${t[c.jobId??""]} isPending=${o}
invoiceAddress=${o&&Af(c,n)}
/>
`,[t,n,o]);return a`<${ze} items=${e} row=${i} limit=${r} onMore=${s} />`}function xf({statement:e,jobTitle:t,isPending:n,invoiceAddress:o}){let{reference:r,description:s,amount:i,status:c,jobId:l}=e,[m,f]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return a`
<div class="entry" role="listitem">
<p class="sum">
<span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
<b>${i===null?"":L(i)}</b>
</p>
<p class="about">
${p&&p!==f&&a`<${pt}>${p}<//>`}
${m&&a`<span>${f} <time datetime=${m}>${te(m)}</time></span>`}
${r&&a`<span dir="auto">${r}</span>`}
</p>
<${kf} statement=${e} />
${t&&a`<a class="reach" href=${k(`/jobs/${l}`)}><${v} name="jobs" /><span dir="auto">${t}</span></a>`}
${o&&a`<a class="reach" href=${o}><${v} name="invoice" />Send its invoice</a>`}
</div>
`}function kf({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${L(e)} in all`,t&&`${L(t)} of it VAT`,n&&`less ${L(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function Af({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Pn(n)?null:n.invoice.link==="job_or_statement"?k("/invoice",{statement:e}):t&&k(`/jobs/${t}/invoice`,{statement:e})}var U=e=>t=>t[e],oc=[["Statement",U("statementId")],["Date",U("date")],["Reference",U("reference")],["Description",U("description")],["Job",U("jobId")],["Net",U("net")],["VAT",U("vat")],["Gross",U("gross")],["Commission",U("commission")],["Amount",U("amount")],["Status",U("status")]],Tf=[["Invoice",U("invoiceId")],["Date",U("invoiceDate")],["Number",U("invoiceNumber")],["Description",U("description")],["Job",U("jobId")],["Statement",U("statementId")],["Amount",U("amount")],["VAT",U("vat")],["Status",e=>e.item?be(e.item,T.value?.agencyName):or(e)],["Sent",U("submittedAt")],["Document",({document:e})=>e?.name]],xe={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,totalLabel:"On its way to you",emptyText:"Nothing is on its way to you just now.",noun:"payment",columns:oc},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",totalLabel:"Invoiced",emptyText:"No invoice was sent yet. An invoice is sent from its job.",noun:"invoice",columns:Tf},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,totalLabel:"Paid to you",emptyText:"Nothing was paid yet.",noun:"payment",columns:[...oc,["Paid",U("paidAt")]]}},rc=Object.keys(xe);function sc(e){let t=({path:n,needs:o})=>e.includes(o[0])?n:null;return{pending:A(t(xe.pending)).value,invoices:A(t(xe.invoices)).value,paid:A(t(xe.paid)).value}}function dr(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=rr(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var If=4*oe,ic=new Map;function ac({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,totalLabel:c,emptyText:l,noun:m,columns:f}=xe[e],{query:p,isBack:d}=I.value,u=p.toString(),$=g(d&&ic.get(u)||If),h=A("jobs").value.body?.jobs,b=J(()=>Object.fromEntries((h??[]).map(G=>[G.jobId,ae(G)])),[h]),x=J(()=>{let G=Za(n,o);return t.filter(re=>G(s(re)))},[t,s,n,o]),S=Hn(x.filter(i).map(G=>G.amount)),_=n||o;if(P(()=>{_&&V(x.length?`${B(x.length,m)}, ${L(S)}`:"None for these dates")},[]),!x.length)return a`<p class="notice">${_?"There is none for these dates.":l}</p>`;let{agency:E,contractorId:Le}=_e.value,Xe=()=>Qa(`${E} ${Le} ${e} ${ie()}.csv`,Xa(f,x)),he=()=>ic.set(u,$.value+=oe),Q={jobTitles:b,limit:$.value,onMore:he};return a`
<p class="total"><span>${c}</span> <b>${L(S)}</b></p>
${e==="paid"&&a`<${tc} caption="Paid by month" rows=${Ga(x.map(G=>({...G,date:s(G)})))} />`}
${e==="invoices"?a`<${sr} invoices=${x} ...${Q} />`:a`<${nc} statements=${x} agency=${r} isPending=${e==="pending"} ...${Q} />`}
<button type="button" class="btn btn-secondary" onClick=${Xe}><${v} name="download" />Download as CSV</button>
`}function cc(){let e=A("agency").value,t=e.body?.offers??[],n=sc(t),o=rc.filter(r=>xe[r].needs.some(s=>t.includes(s)));return e.body?o.length?a`<${O} title="Money"><${Of} tabs=${o} resources=${n} agency=${e.body} /><//>`:a`<${O} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${O} title="Money"><${ne} resource=${e} /><//>`}function Of({tabs:e,resources:t,agency:n}){let{query:o}=I.value,[r,s,i]=["from","to","show"].map(u=>o.get(u)??""),c=e.find(u=>u===i)??e[0],l=t[c],m=y.items.value??[],f=dr(c,l,m),p=(u,$,h)=>k("/money",{show:u,...$&&{from:$},...h&&{to:h}}),d=(u,$)=>ue(p(c,u,$),{replace:!0});return a`
<nav class="tabs" aria-label="Money by kind">
${e.map(u=>a`
<a key=${u} href=${p(u,r,s)} aria-current=${u===c?"true":null}>
${xe[u].title} <span class="number">${dr(u,t[u],m)?.length}</span>
</a>
`)}
</nav>
<${za} key=${c} from=${r} to=${s} onChange=${d} />
${f&&a`<${ac} key=${[c,r,s].join()} tab=${c} rows=${f} from=${r} to=${s} agency=${n} />`}
${!l.body&&a`<${ne} resource=${l} />`}
<${pe} resource=${l} />
`}var Ef="You can also ask for a code.";function lc(){let[e,t]=[g(null),g(!1)];if(!Xo)return null;let n=async()=>{e.value=null,t.value=!0;let o=await na();if("problem"in o)e.value=`${o.problem} ${Ef}`;else{let r=await gi(o.credential);r.status===201?sa():e.value=Z(r)}t.value=!1};return a`
<section aria-label="Passkey">
<button class="btn btn-secondary wide" type="button" disabled=${t.value} onClick=${n}>
<${v} name="access" />Sign in with a passkey
</button>
<p class="problem" role="alert">${e.value}</p>
</section>
`}var Df=30,Mf=`A code can be tried ${5} times. Please send another one.`;function mc({request:e,onRequest:t,onSignedIn:n,onOtherEmail:o}){let[r,s]=[g(null),g(!1)],i=q(null),c=()=>i.current,l=q(0),m=Nf(e.at);le(()=>i.current?.focus(),[]);let f=h=>{r.value=h,c().focus(),c().select()},p=async()=>{let h=uc(c().value);if(h.length!==6)return f(`The code has ${6} digits.`);r.value=null,s.value=!0;let b=await bi(e.email,h);return s.value=!1,b.status===201?n():(b.status===401&&b.problem?.type!=="no-account"&&(l.current+=1),f(l.current<5?Z(b):Mf))},d=()=>{let h=uc(c().value);h!==c().value&&(c().value=h),r.value=null,h.length===6&&!s.value&&p()},u=async()=>{let h=await yn(e.email);return h.status!==204?f(Z(h)):(V("Another code is on its way."),l.current=0,c().value="",c().focus(),t({...e,at:Date.now()}))};return a`
<form onSubmit=${h=>{h.preventDefault(),p()}} noValidate>
<p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
<label for="code">Code of ${6} digits</label>
<input
id="code" ref=${i} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${r.value?"true":null} onInput=${d}
/>
<p id="code-problem" class="problem" role="alert">${r.value}</p>
<button class="btn btn-primary wide" disabled=${s.value}>${s.value?"Signing in …":"Sign in"}</button>
</form>
<p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
<div class="doing">
<button class="btn btn-secondary" type="button" disabled=${m>0} onClick=${u}>
Send another code${m>0?` (in ${m} s)`:""}
</button>
${o&&a`<button class="btn btn-link" type="button" onClick=${o}>Use another address</button>`}
</div>
`}var uc=e=>e.replace(/\D/g,"").slice(0,6);function Nf(e){let t=g(pr(e));return P(()=>{t.value=pr(e);let n=setInterval(()=>{t.value=pr(e),t.value||clearInterval(n)},1e3);return()=>clearInterval(n)},[t,e]),t.value}var pr=e=>Math.max(0,Math.ceil(Df-(Date.now()-e)/1e3));var dc="Please enter a whole e-mail address, such as name@example.com.";function pc({initialEmail:e,onRequest:t}){let[n,o]=[g(null),g(!1)],r=q(null);return a`
<form onSubmit=${async i=>{i.preventDefault();let c=r.current,l=c.value.trim();if(n.value=c.checkValidity()?null:dc,n.value){c.focus();return}o.value=!0;let m=await yn(l);if(m.status===204){await t({email:l,at:Date.now()});return}o.value=!1,n.value="email"in Jt(m)?dc:Z(m),c.focus()}} noValidate>
<p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
<label for="email">E-mail address</label>
<input
id="email" ref=${r} class="form-control" type="email" name="email" required maxlength=${Sn.emailCharacters} autocomplete="email"
autocapitalize="none" spellcheck=${!1} defaultValue=${e} aria-describedby="email-problem"
aria-invalid=${n.value?"true":null}
/>
<p id="email-problem" class="problem" role="alert">${n.value}</p>
<button class="btn btn-primary wide" disabled=${o.value}>${o.value?"Sending …":"Send me a code"}</button>
</form>
`}var Cf="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",hc=()=>a`
<div class="sign-in">
<header class="portal"><span class="mark"><${v} name="mark" /></span>Contractor Portal</header>
${vn.value?a`<${O} key="code" title="Enter your code" keepsFocus>
<${mc} request=${vn.value} onRequest=${mt} onSignedIn=${ra} onOtherEmail=${()=>mt(null)} />
<//>`:a`<${O} key="email" title="Sign in">
${Ze.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
${Me.value&&a`<p class="problem" role="alert">${Cf}</p>`}
${ft.value&&a`<p class="problem" role="alert">${ft.value}</p>`}
<${pc} initialEmail=${Ze.value??""} onRequest=${mt} />
<${lc} />
<${Di} />
<//>`}
</div>
`;var Pf={jobs:ur,job:Ua,invoice:ar,statement:ar,money:cc,contacts:Xi,account:zi,devices:Ni,outbox:Ji};function Qb(){if(fe.value)return a`<${vc}>${On}<//>`;if(w.value===void 0)return a`<${vc}>Opening …<//>`;if(w.value===null)return a`<${hc} />`;if(T.value===null)return a`<${Ki} />`;let{screen:e,id:t,path:n}=I.value,o=Pf[e]??ur,r=X(T.value);return a`<${Qo} key=${r}><${o} key=${n} id=${t} /></${Qo}>`}var vc=({children:e})=>a`<main class="screen"><p class="loading" role="status">${e}</p></main>`;export{Lf as a,P as b,Te as c,Ue as d,g as e,a as f,W as g,Z as h,sm as i,um as j,fm as k,te as l,Ne as m,Oe as n,y as o,be as p,wn as q,V as r,w as s,X as t,T as u,_e as v,rd as w,yn as x,sd as y,pd as z,hd as A,Xo as B,ea as C,Lh as D,sa as E,mc as F,kd as G,Qb as H};
