var N,hr,Wn,xe,Un,jt,vr,Lt,$r,Hn,qn,pc,$t=Symbol.for("pv"),Ft={},Bt=[],hc=/^m(i|n|o|s|text|space)$/,Vn=Array.isArray,Yn=Bt.slice,Fe=Object.assign;function je(e){e&&e.parentNode&&e.remove()}function Ut(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?Yn.call(arguments,2):n),vt(e,i,o,r,null)}function vt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:$t,__v:r||++hr,__i:-1,__u:0};return!r&&N.vnode&&N.vnode(s),s}function Be(e){return e.children}function Qe(e,t){this.props=e,this.context=t,this.__g=0}function ke(e,t){if(t==null)return e.__&&ke(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:ke(e)}function vc(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Fe({constructor:$t},n)).__v=n.__v+1,N.vnode&&N.vnode(t),Kn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||ke(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,Sr(r,t,s),n.__=n.__e=null,t.__e!=o&&_r(t))}function _r(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),_r(e)}function dr(e){(8&e.__g||(e.__g|=8,xe.push(e),jt++))&&Un==N.debounceRendering||((Un=N.debounceRendering)||queueMicrotask)(yr)}function yr(){try{for(var e,t=1;xe.length;)xe.length>t&&xe.sort(vr),e=xe.shift(),t=xe.length,8&e.__g&&vc(e)}finally{(jt=xe.length)&&(Un||queueMicrotask)(yr)}}function br(e,t,n,o,r,s,i,c,l,m,u){var p,d,f,$,h,b,x=o.__k||Bt,w=t.length;for(l=$c(n,t,x,l,w),p=0;p<w;p++)(f=n.__k[p])!=null&&(d=~f.__i&&x[f.__i]||Ft,f.__i=p,b=Kn(e,f,d,r,s,i,c,l,m,u),$=f.__e,(d.ref!=f.ref||8&d.__u)&&(d.ref&&Gn(d.ref,null,f,d),f.ref&&u.push(f.ref,f.__c||$,f)),h=h||$,4&f.__u?(l=gr(f,l,e,!d.__v),d.__e&&(d.__e=null)):typeof f.type=="function"&&b!==void 0?l=b:$&&(l=$.nextSibling),f.__u&=-21);return n.__e=h,l}function $c(e,t,n,o,r){var s,i,c,l,m,u,p,d,f,$=n.length,h=$,b=0,x=0,w=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=w[s]=vt(null,i):Vn(i)?i=w[s]=vt(Be,{children:i}):i.constructor===$t&&i.__b?i=w[s]=vt(i.type,i.props,i.key,i.ref,i.__v):w[s]=i,l=s+b,i.__=e,i.__b=e.__b+1,c=null,~(m=i.__i=_c(i,n,l,h))&&(h--,(c=n[m])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,m==l-1?b--:m==l+1?b++:m!=l&&(m>l?b--:b++,x=1)):(~m||(r>$?b--:r<$&&b++),typeof i.type!="function"&&(i.__u|=4))):w[s]=null;if(x){for(u=[],p=[],s=0;s<r;s++)if((i=w[s])&&16&i.__u){for(b=0,d=u.length;b<d;)u[f=b+d>>1]<i.__i?b=f+1:d=f;u[b]=i.__i,p[s]=b+1}for(b=u.length;s--;)p[s]&&(p[s]==b?b--:w[s].__u|=4)}if(h)for(s=0;s<$;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=ke(c)),Jn(c,c));return o}function gr(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=gr(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=ke(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function _c(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&i==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function pr(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Pt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||pr(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||pr(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=qn[t]||(qn[t]=yc(t)),(e.__a||(e.__a={}))[t]=Hn,s=t!=(t=t.replace($r,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function yc(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Lt]==null)t[Lt]=Hn++;else if(t[Lt]<this.__a[e])return;return n(N.event?N.event(t):t)}}}function Kn(e,t,n,o,r,s,i,c,l,m){var u,p,d,f,$,h,b,x,w,y,E,Re,Xe,he,X,G,re,ve,le=t.type;if(t.constructor!==$t)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,p=s=[],u.nodeType==8?c=Rt(u,s):s.push(u),c=s[0]||c),(u=N.__b)&&u(t);e:if(typeof le=="function"){d=i.length;try{if(x=t.props,w=(u=le.prototype)&&u.render,y=(u=le.contextType)&&o[u.__c],E=u?y?y.props.value:u.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):(w?t.__c=f=new le(x,E):(t.__c=f=new Qe(x,E),f.constructor=le,f.render=gc),y&&y.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),w&&(f.__s||(f.__s=f.state),le.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=Fe({},f.__s)),Fe(f.__s,le.getDerivedStateFromProps(x,f.__s)))),$=f.props,h=f.state,f.__v=t,n.__c){if(x!==$&&w&&!le.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps(x,E),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate(x,f.__s,E)===!1){t.__v!=n.__v&&(f.props=x,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(D){D&&(D.__=t)}),Bt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&i.push(f),c=ke(n);break e}f.componentWillUpdate&&f.componentWillUpdate(x,f.__s,E),w&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate($,h,b)})}else w&&!le.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),w&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=E,f.props=x,f.__P=e,f.__g&=-5,Re=N.__r,Xe=w?25:0;do f.__g&=-9,Re&&Re(t),u=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++Xe<25);w&&(Bt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=Fe({},o,f.getChildContext())),w&&n.__c&&f.getSnapshotBeforeUpdate&&(b=f.getSnapshotBeforeUpdate($,h)),he=u&&u.type===Be&&u.key==null?u.props.children:u,x.__P&&(u=c,r=(e=x.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(D){D&&Jn(D,D)}),n.__k=null),c=n.__k?ke(n,0):null),c=br(e,Vn(he)?he:[he],t,n,o,r,s,i,c,l,m),x.__P&&(t.__e=null,c=u),t.__u&=-161,p&&p.some(je),f.__h.length&&i.push(f),1&f.__g&&(f.__g&=-4)}catch(D){if(i.length=d,t.__v=null,l||s)if(D&&D.then){if(t.__u|=128|l,s){for(~(re=s.indexOf(c||void 0))||(re=s.length);(ve=s[re-1])&&ve.nodeType==8;)re--;for(;re<s.length;re++)if(ve=s[re])if(s[re]=null,X){if(ve==G)break}else{if(ve.nodeType!=8)break;ve.data.startsWith("$s")&&(G=Rt(X=ve))}}if(!X){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;X=c}(u=Rt(X=t.__c.__z||(t.__c.__z=X)))?(t.__e=X,c=u):t.__e=c,c=c&&c.nextSibling}else s&&s.some(je);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),D&&D.then||wr(t),N.__e(D,t,n)}}else c=t.__e=bc(n.__e,t,n,o,r,s,i,l,m,e);return(u=N.diffed)&&u(t),c}function Rt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function wr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(wr))}function Sr(e,t,n){for(var o=0;o<n.length;)Gn(n[o++],n[o++],n[o++]);N.__c&&N.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){N.__e(s,r.__v)}})}function bc(e,t,n,o,r,s,i,c,l,m){var u,p,d,f,$,h,b,x,w=n.props||Ft,y=t.props,E=t.type;if(E=="svg"?r="http://www.w3.org/2000/svg":E=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(u=0;u<s.length;u++)if(($=s[u])&&(E?$.localName==E:$.nodeType==3)){e=$,s[u]=null;break}}if(!e){if(x=m.ownerDocument||document,!E)return x.createTextNode(y);e=x.createElementNS(r,E,y.is?y:m),c&&(N.__m&&N.__m(t,s),c=!1),s=null}if(E){if(m=E=="template"&&e.content||e,s=E=="textarea"&&y.defaultValue!=null?null:s&&Yn.call(m.childNodes),!c&&s)for(w={},u=0;u<e.attributes.length;u++)w[($=e.attributes[u]).name]=$.value;for(u in w)$=w[u],u=="dangerouslySetInnerHTML"?d=$:u=="children"||u in y||u=="value"&&"defaultValue"in y||u=="checked"&&"defaultChecked"in y||Pt(e,u,null,$,r);for(u in y)$=y[u],u=="children"?f=$:u=="dangerouslySetInnerHTML"?p=$:u=="value"?h=$:u=="checked"?b=$:c&&typeof $!="function"||w[u]===$||Pt(e,u,$,w[u],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(E=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&hc.test(E))&&(r="http://www.w3.org/1999/xhtml"),br(m,Vn(f)?f:[f],t,n,o,r,s,i,s?s[0]:n.__k&&ke(n,0),c,l),s&&s.some(je)),c&&E!="textarea"||(u="value",E=="progress"&&h==null?e.removeAttribute(u):h==null||h===e[u]&&(E!="progress"||h)||Pt(e,u,h,w[u],r),u="checked",b!=null&&b!=e[u]&&Pt(e,u,b,w[u],r))}else w===y||c&&e.data==y||(e.data=y);return e}function Gn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){N.__e(r,n)}}function Jn(e,t,n){var o,r,s,i;if(N.unmount&&N.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Gn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){N.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&Jn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Rt(o,s=[]))&&(o==e.__e&&s.some(je),je(r),je(o)),n||je(e.__e),e.__e=e.__c=e.__=null}function gc(e,t,n){return this.constructor(e,n)}function Nf(e,t){var n,o,r,s;N.__&&N.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=vt(Be,{children:[e]}),r=[],s=[],Kn(t,t.__k,o||Ft,Ft,t.namespaceURI,o?null:t.firstChild?Yn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),Sr(r,t.__k,s),t.__k.props.children=null}N={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw jt=0,e}},hr=0,Wn=function(e){return e!=null&&e.constructor===$t},Qe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Fe({},this.state)),typeof e=="function"&&(e=e(Fe({},n),this.props)),e&&(Fe(n,e),this.__v&&(t&&this.__k.push(t),dr(this)))},Qe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),dr(this))},Qe.prototype.render=Be,xe=[],jt=0,vr=function(e,t){return e.__v.__b-t.__v.__b},Lt=Symbol(),$r=/(PointerCapture)$|Capture$/i,Hn=0,qn={},pc=0;var wc=Symbol.for("preact-signals");function Vt(){if($e>1)$e--;else{var e,t=!1;for((function(){var r=Wt;for(Wt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();yt!==void 0;){var n=yt;for(yt=void 0,qt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&kr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(qt=0,$e--,t)throw e}}function Zn(e){if($e>0)return e();zn=++Sc,$e++;try{return e()}finally{Vt()}}var _t,C=void 0;function bt(e){var t=C,n=_t;C=void 0,_t=void 0;try{return e()}finally{C=t,_t=n}}var yt=void 0,$e=0,qt=0,Sc=0,zn=0,Wt=void 0,Ht=0;function xr(e){if(C!==void 0){var t=e.n;if(t===void 0||t.t!==C)return t={i:0,S:e,p:C.s,n:void 0,t:C,e:void 0,x:void 0,r:t},C.s!==void 0&&(C.s.n=t),C.s=t,e.n=t,32&C.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=C.s,t.n=void 0,C.s.n=t,C.s=t),t}}function q(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}q.prototype.brand=wc;q.prototype.h=function(){return!0};q.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:bt(function(){var o;(o=t.W)==null||o.call(t)}))};q.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&bt(function(){var r;(r=t.Z)==null||r.call(t)}))}};q.prototype.subscribe=function(e){var t=this;return qe(function(){var n=t.value;bt(function(){return e(n)})},{name:"sub"})};q.prototype.valueOf=function(){return this.value};q.prototype.toString=function(){return this.value+""};q.prototype.toJSON=function(){return this.value};q.prototype.peek=function(){var e=this;return bt(function(){return e.value})};Object.defineProperty(q.prototype,"value",{get:function(){var e=xr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(qt>100)throw new Error("Cycle detected");(function(n){$e!==0&&qt===0&&n.l!==zn&&(n.l=zn,Wt={S:n,v:n.v,i:n.i,o:Wt})})(this),this.v=e,this.i++,Ht++,$e++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Vt()}}}});function M(e,t){return new q(e,t)}function kr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Ar(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Tr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Ue(e,t){q.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Ht-1,this.f=4}Ue.prototype=new q;Ue.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Ht))return!0;if(this.g=Ht,this.f|=1,this.i>0&&!kr(this))return this.f&=-2,!0;var e=C;try{Ar(this),C=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return C=e,Tr(this),this.f&=-2,!0};Ue.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}q.prototype.S.call(this,e)};Ue.prototype.U=function(e){if(this.t!==void 0&&(q.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Ue.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Ue.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=xr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function Ae(e,t){return new Ue(e,t)}function Ir(e){var t=e.j;if(e.j=void 0,typeof t=="function"){$e++;var n=C;C=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,Xn(e),o}finally{C=n,Vt()}}}function Xn(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Ir(e)}function xc(e){if(C!==this)throw new Error("Out-of-order effect");Tr(this),C=e,this.f&=-2;try{8&this.f&&Xn(this)}finally{Vt()}}function et(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,_t&&_t.push(this)}et.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};et.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Ir(this),Ar(this),$e++;var e=C;return C=this,xc.bind(this,e)};et.prototype.N=function(){2&this.f||(this.f|=2,this.u=yt,yt=this)};et.prototype.d=function(){this.f|=8,1&this.f||Xn(this)};et.prototype.dispose=function(){this.d()};function qe(e,t){var n=new et(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var We,j,Qn,Er,eo=Object.is,wt=0,jr=[],to=[],R=N,Or=R.__b,Dr=R.__r,Nr=R.diffed,Mr=R.__c,Cr=R.unmount,Pr=R.__;function St(e,t){R.__h&&R.__h(j,e,wt||t),wt=0;var n=j.__H||(j.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function He(e){return wt=1,kc(Br,e)}function kc(e,t,n){var o=St(We++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Br(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);eo(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=j,!j.__f)){j.__f=!0;var r=j.shouldComponentUpdate;j.shouldComponentUpdate=function(s,i,c){var l=this.__H;if(!l)return!0;var m=!1,u=this.props!=s;if(l.__.some(function(d){d.__N&&(m=!0,eo(d.__[0],d.__N[0])||(u=!0))}),r){var p=r.call(this,s,i,c);return m?p||u:p}return!m||u}}return o.__}function P(e,t){var n=St(We++,3);!R.__s&&oo(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,j.__H.__h.push(n))}function ue(e,t){var n=St(We++,4);!R.__s&&oo(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,j.__h.push(n))}function W(e){return wt=5,J(function(){return{current:e}},[])}function J(e,t){var n=St(We++,7);return oo(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Yt(e,t){return wt=8,J(function(){return e},t)}function Fr(){var e=St(We++,11);if(!e.__){for(var t=j.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Ac(){var e;do{for(;e=to.shift();)try{gt(e)}catch(n){R.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=jr.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(gt),t.__h.some(no),t.__h=[]}catch(n){t.__h=[],R.__e(n,e.__v)}}}while(to.length)}R.__b=function(e){j=null,Or&&Or(e)},R.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Pr&&Pr(e,t)},R.__r=function(e){Dr&&Dr(e),We=0;var t=(j=e.__c).__H;t&&(Qn==j?j.__h=[]:(t.__h.some(gt),t.__h.some(no),We=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Qn=j},R.diffed=function(e){Nr&&Nr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Rr(jr.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Qn=j=null},R.__c=function(e,t){t.some(function(n){try{n.__h.some(gt),n.__h=n.__h.filter(function(o){return!o.__||no(o)})}catch(o){n.__h=[function(){throw o}]}}),Mr&&Mr(e,t)},R.unmount=function(e){Cr&&Cr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Rr(to.push(r))}else gt(r)}catch(s){t=s}}),o.__H=void 0,t&&R.__e(t,o.__v))};var Lr=typeof requestAnimationFrame=="function";function Tc(e){var t,n=function(){clearTimeout(o),Lr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Lr&&(t=requestAnimationFrame(n))}function Rr(e){e!=1&&Er==R.requestAnimationFrame||((Er=R.requestAnimationFrame)||Tc)(Ac)}function gt(e){var t=j,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),j=t}function no(e){var t=j;e.__c=e.__(),j=t}function oo(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!eo(n,e[o])})}function Br(e,t){return typeof t=="function"?t(e):t}var Ur,Gt,Kt,Ic=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var qr=[];qe(function(){Ur=this.N})();function tt(e,t){N[e]=t.bind(null,N[e]||function(){})}function xt(e){if(Kt){var t=Kt;Kt=void 0,t()}Kt=e&&e.S()}function Wr(e){var t=this,n=e.data,o=g(n);o.name="ReactiveDom",o.value=n;var r=J(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var m=Ae(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),u=Ae(function(){return!Array.isArray(m.value)&&!Wn(m.value)}),p=qe(function(){if(this.N=Hr,u.value){var f=m.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[u,m]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}Wr.displayName="ReactiveTextNode";Object.defineProperties(q.prototype,{constructor:{configurable:!0,value:Ut(Be,null).constructor},type:{configurable:!0,value:Wr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});tt("__b",function(e,t){if(xt(),Gt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof q&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});tt("__r",function(e,t){if(e(t),t.type!==Be){xt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return qe(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;Ic&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Gt=o,xt(n)}});tt("__e",function(e,t,n,o){xt(),Gt=void 0,e(t,n,o)});tt("diffed",function(e,t){xt(),Gt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var m=s[l],u=o[l];m===void 0?(m=Ec(n,l,u,r),s[l]=m):m.o(u,r)}}}e(t)});function Ec(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=M(n);return{o:function(i,c){s.value=i,o=c},d:qe(function(){this.N=Hr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}tt("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var l in i)c[l]=i[l]}t.__np=void 0}else{var m=t.__c;if(m){m.__$f|=8;var u=m.__$u;u&&(m.__$u=void 0,u.d())}}e(t)});tt("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Qe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function g(e,t){return J(function(){return M(e,t)},[])}var Oc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Dc(){Zn(function(){for(var e;e=qr.shift();)Ur.call(e)})}function Hr(){qr.push(this)===1&&(N.requestAnimationFrame||Oc)(Dc)}var Yr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,Yr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Vr=new Map;function Kr(e){var t=Vr.get(this);return t||(t=new Map,Vr.set(this,t)),(t=Yr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",l=[0],m=function(d){s===1&&(d||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,d,i):s===3&&(d||i)?(l.push(3,d,i),s=2):s===2&&i==="..."&&d?l.push(4,d,0):s===2&&i&&!d?l.push(5,0,!0,i):s>=5&&((i||!d&&s===5)&&(l.push(s,0,i,r),s=6),d&&(l.push(s,d,0,r),s=6)),i=""},u=0;u<n.length;u++){u&&(s===1&&m(),m(u));for(var p=0;p<n[u].length;p++)o=n[u][p],s===1?o==="<"?(m(),l=[l],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(m(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[u][p+1]===">")?(m(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(m(),s=2):i+=o),s===3&&i==="!--"&&(s=4,l=l[0])}return m(),l})(e)),t),arguments,[])).length>1?t:t[0]}var a=Kr.bind(Ut);var Gr="/api/problems#";function Jr(e,t,n){if(typeof t?.error=="string"){let l=Number(n.get("Retry-After"))||null;return{type:e===409&&l?"in-progress":null,sentence:t.error,errors:null,retryAfter:l,submissionState:n.get("Submission-State")}}if(typeof t?.detail!="string"||!String(t.type).startsWith(Gr))return null;let{type:o,detail:r,errors:s=[],retryAfter:i=null,submissionState:c=null}=t;return{type:o.slice(Gr.length),sentence:r,errors:s,retryAfter:i,submissionState:c}}function Jt({problem:e}){let t={};for(let{pointer:n,detail:o}of e?.errors??[]){let r=n?.split("/")[1];r&&(t[r]??=o.slice(0,1).toUpperCase()+o.slice(1))}return t}var Nc=4e4,ro="application/json",zr="application/problem+json",Zr=()=>{};function Xr(e){Zr=e}async function H(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=Nc}={}){let i=new Headers({Accept:`${zr}, ${ro}`,...r});o&&i.set("Portal-Account",o),n&&!(n instanceof FormData)&&i.set("Content-Type",ro);let c=performance.now();try{let l=await fetch(`/api/${e}`,{method:t,headers:i,body:n instanceof FormData||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:m,headers:u}=l,p=u.get("Content-Type")??"",f=[ro,zr].some(b=>p.startsWith(b))?await l.json().catch(()=>null):null,$=m>=400?Jr(m,f,u):null;if(!Cc(m,f,u,$))return m===413?Pc():so();let h={status:m,body:f,headers:u,problem:$,offline:!1};return(m===401?Mc($):m===200&&e==="session")&&Zr(h,c),h}catch{return so()}}var Mc=e=>!e?.type||e.type==="unauthenticated";function Cc(e,t,n,o){return n.get("X-Request-ID")?e>=400?o!==null:t!==null||e===204||e===304:!1}var Pc=()=>({...so(),status:413,offline:!1}),so=()=>({status:0,body:null,headers:new Headers,problem:null,offline:!0}),io="The portal cannot be reached just now. Please check your connection and try again.",K=({offline:e,problem:t})=>e?io:t?.sentence??"Something went wrong. Please try again in a minute.";var ao=M(null),Qr=M(!1),co=async()=>{};function tm(e){co=async()=>{try{ao.value??=await e()}catch{Qr.value=!0}},addEventListener("load",co)}var nt=e=>function(){return P(()=>{co()},[]),ao.value?a`<${ao.value[e]} />`:Qr.value&&a`<p class="problem" role="alert">${io}</p>`};var lo="([A-Za-z0-9_-]{1,64})",uo=new RegExp(`^${lo}$`),Lc={"/":"jobs","/jobs":"jobs",[`/jobs/${lo}`]:"job",[`/jobs/${lo}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/account/devices":"devices","/outbox":"outbox"},Rc=Object.entries(Lc).map(([e,t])=>[new RegExp(`^${e}$`),t]);function zt(e){for(let[t,n]of Rc){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var O=M(fo());function fo(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...zt(location.pathname)??zt("/"),path:location.pathname,account:uo.test(n)&&uo.test(o)?`${n}/${o}`:null,query:t,isBack:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function k(e,t={},n=O.value.account){let[o="",r=""]=n?.split("/")??[],s={...t,...n&&{agency:o,contractor:r}},i=new URLSearchParams(s).toString();return i?`${e}?${i}`:e}function im(e){O.value.account||fe(k(O.value.path,Object.fromEntries(O.value.query),e),{replace:!0})}function fe(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:jc(n)},""),history.pushState(null,"",e)),O.value=fo()}var Zt=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function jc(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return!o||!t?null:{href:r??"",at:Zt(r??"",t).indexOf(o),top:o.getBoundingClientRect().top}}function es(){let{y:e,mark:t}=O.value;scrollTo(0,e);let n=document.querySelector("main"),o=t&&n&&Zt(t.href,n)[t.at];if(!o)return;let r=()=>scrollBy(0,o.getBoundingClientRect().top-t.top);r(),requestAnimationFrame(()=>requestAnimationFrame(r))}function am(){history.scrollRestoration="manual",addEventListener("popstate",()=>{O.value=fo(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!zt(t.pathname)||(e.preventDefault(),fe(t.href,{replace:t.href===location.href,link:t}))})}var ho=(e,t)=>t.some(n=>e instanceof n),ts,ns;function Fc(){return ts||(ts=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Bc(){return ns||(ns=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var vo=new WeakMap,mo=new WeakMap,Xt=new WeakMap;function Uc(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(de(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Xt.set(t,e),t}function qc(e){if(vo.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});vo.set(e,t)}var $o={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return vo.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return de(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function is(e){$o=e($o)}function Wc(e){return Bc().includes(e)?function(...t){return e.apply(ot(this),t),de(this.request)}:function(...t){return de(e.apply(ot(this),t))}}function Hc(e){return typeof e=="function"?Wc(e):(e instanceof IDBTransaction&&qc(e),ho(e,Fc())?new Proxy(e,$o):e)}function de(e){if(e instanceof IDBRequest)return Uc(e);if(mo.has(e))return mo.get(e);let t=Hc(e);return Object.is(t,e)||(mo.set(e,t),Xt.set(t,e)),t}var ot=e=>Xt.get(e);function as(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=de(i);return o&&i.addEventListener("upgradeneeded",l=>{o(de(i.result),l.oldVersion,l.newVersion,de(i.transaction),l)}),n&&i.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",m=>r(m.oldVersion,m.newVersion,m))}).catch(()=>{}),c}function cs(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),de(n).then(()=>{})}var Vc=["get","getKey","getAll","getAllKeys","count"],Yc=["put","add","delete","clear"],po={};function os(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(po[t])return po[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Yc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||Vc.includes(n)))return;let s=async function(i,...c){let l=this.transaction(i,r?"readwrite":"readonly"),m=l.store;return o&&(m=m.index(c.shift())),(await Promise.all([m[n](...c),r&&l.done]))[0]};return po[t]=s}is(e=>({...e,get:(t,n,o)=>os(t,n)||e.get(t,n,o),has:(t,n)=>!!os(t,n)||e.has(t,n)}));var Kc=["advance","continue","continuePrimaryKey"],rs={},_o=new WeakMap,ls=new WeakMap,Gc={get(e,t){if(!Kc.includes(t))return e[t];let n=rs[t];return n||(n=rs[t]=function(...o){_o.set(this,ls.get(this)[t](...o))}),n}};async function*Jc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Gc);for(ls.set(n,t),Xt.set(n,ot(t));t;)yield n,t=await(_o.get(n)||t.continue()),_o.delete(n)}function ss(e,t){return t===Symbol.asyncIterator&&ho(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&ho(e,[IDBIndex,IDBObjectStore])}is(e=>({...e,get(t,n,o){return ss(t,n)?Jc:e.get(t,n,o)},has(t,n){return ss(t,n)||e.has(t,n)}}));var Qt=new Set,us=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){us=Qt.size>0;for(let t of Qt)kt(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&us&&location.reload()});function fs(e){let t=ot(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return yo(o),o}}function yo(e){let t=ot(e)??e;Qt.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>Qt.delete(t));de(t).done.catch(()=>{})}function kt(e){try{e.abort()}catch{}}var zc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...i}=r.value;o.put({...i,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],Zc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",blocked:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},Te=class extends Error{constructor(t,n,o=Zc[t]){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=o}},Y=e=>e?.sentence,ms=["InvalidStateError","UnknownError"],Xc="portal:",Qc=1e4,en=1e4,rt=3e3,Ve=new Map,tn=new Set,go=!1,z=({agency:e,contractorId:t,email:n})=>`${Xc}${e}/${t} ${n}`;function el(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return t&&n&&o?{agency:t,contractorId:n,email:o}:null}async function ds(){return(indexedDB.databases?(await se(()=>me(en,indexedDB.databases()))).map(({name:t})=>t??""):[...Ve.keys()]).map(el).filter(t=>t!==null)}var ps=()=>{go=!0},wo=e=>tn.delete(e);async function bo(e,t=zc){if(tn.has(e))throw new Te("gone");let n=Ve.get(e);return n||(n=tl(e,t),Ve.set(e,n),n.catch(()=>Ve.delete(e))),se(()=>me(Qc,n))}var tl=(e,t)=>se(async()=>{let n=await as(e,t.length,{upgrade(o,r,s,i){yo(i),nl(t.slice(r),o,i)},blocking(o,r){r===null&&tn.add(e),So(e)},terminated:()=>Ve.delete(e)});return fs(n),n});async function nl(e,t,n){try{for(let o of e)await o(t,n)}catch{kt(n)}}async function So(e){let t=Ve.get(e);Ve.delete(e),(await t?.catch(()=>null))?.close()}async function hs(e){let t=me(rt,ol(e)).then(()=>!0,()=>!1);tn.add(e);let n=await t;So(e);try{await se(()=>me(rt,cs(e)))}catch(o){if(!n)throw o}}async function ol(e){let t=await bo(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var Q=(e,t,n)=>se(async()=>{let o=await rl(e,t,n);return go=!0,o}),Ie=(e,t,n)=>se(()=>me(en,Q(e,t,n)));async function rl(e,t,n){try{return await t(await bo(e,n))}catch(o){let{cause:r,name:s}=o;if(!ms.includes(r?r.name:s))throw o;return await So(e),t(await bo(e,n))}}async function me(e,t){let n,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}async function se(e){try{return await e()}catch(t){throw t instanceof Te?t:new Te(sl(t),t)}}function sl(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"blocked":["SecurityError",...ms].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?go?"lost":"closed":"broken"}var At=new BroadcastChannel("portal-turn"),Tt=[];At.addEventListener("message",({data:{asks:e}})=>{Tt.includes(e)&&At.postMessage({holds:e})});function vs(e,t){return ys(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(i){if(i.name!=="AbortError")throw i;return r=!1,null}})}function $s(e,t){return ys(e,async({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function _s(e,t){let n=!1,o=()=>(n=!0,bs(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function ys(e,t){let n=!1,o=r=>(n=!0,bs(e,r));for(let r=!1;;r=!await il(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function bs(e,t){Tt.push(e);try{return await t()}finally{Tt.splice(Tt.indexOf(e),1)}}function il(e){return Tt.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),At.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);At.addEventListener("message",o),At.postMessage({asks:e})})}function gs(e,t){let{method:n,path:o}=al(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?cl(e,t):e.content,timeoutMs:t?3e5:6e4}}function al({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(String(t))}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function cl({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t?.name),o}var ll=["rejected","expired","abandoned"],ko=1e4,ul=144*36e5,ks=2e3,As=3e5,Ao=6e4,fl=600,ml=36e5,dl=6e5,pl=24*36e5,hl=1e4,vl=/^document: /,$l=[400,404,405,413,415,422],Ts="It may have arrived. It is sent again, and the portal knows it for the same.",_l="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",ws="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",yl=" If that does not help, attach the PDF again.",bl="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Is="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",F=({state:e})=>e!=="done",ie=({state:e})=>["checking","review"].includes(e),Ee=({state:e,promised:t})=>e==="checking"&&!!t,It=e=>F(e)&&!ie(e),Oe=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Es=(e,t)=>Oe(e)?{heldUntil:t+dl}:void 0,on=e=>e.state!=="sending"&&!ie(e),rn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,it=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,Z=({state:e})=>["refused","unknown"].includes(e),Os=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...sn({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+ko:0}),sn=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...gl}),gl={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,faults:null,result:null};function Ds(e,t){return Ns(e).filter(n=>xo(n)<=t||xo(n)>t+pl).sort((n,o)=>+!!n.document-+!!o.document||n.id-o.id)}function To(e){let t=Ns(e).map(xo);return t.length?Math.min(...t):null}var xo=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Ns(e){let t=new Set;return e.filter(n=>{if(ie(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${"statementId"in n.content?n.content.statementId:void 0}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Ms(e,t){return Ps(e,t)?Io(Is):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Cs(e,t,n=Math.random){if(Ps(e,t))return Io(Is);let o=Oe(e)?ws+yl:ws;return st(e,null,t,n,{sentence:o,asks:"document"},Ao)}var Ps=({sentAt:e},t)=>e!==null&&t-e>ul,Ls=()=>({state:"waiting",sentence:Ts,nextAt:0});function Rs(e,t,n,o=Math.random){let{status:r,body:s,headers:i,problem:c,offline:l}=t,m={sentAt:e.sentAt??n},u=c?.sentence.replace(vl,"")??null;if(l)return st(e,null,n,o,{...m,sentence:Ts},Ao);if(r===413&&!s){let b={sentAt:e.sentAt,sentence:_l,asks:"size"};return st(e,fl,n,o,b,ml)}let{type:p=null,submissionState:d=null,retryAfter:f=null}=c??{},$=i.get("Location");if(r===200||r===201)return Fs(e,s,n);if(r===202)return Ss(s.state,s.submissionId,s.message,n);if(d==="rejected")return nn(u,{ended:d});if(p==="in-progress")return st(e,f,n,o,{...m,sentence:u},hl);if($)return Ss(d,$.split("/").at(-1)??"",u,n);if(d==="not-sent")return st(e,f,n,o,{sentAt:null,sentence:u});let h=p==="duplicate-invoice"||p===null&&e.kind==="invoice";return r===409?nn(u,{asks:h?"duplicate":null}):$l.includes(r)?nn(u,{faults:Jt(t)}):st(e,f,n,o,{...r>=500?m:{sentAt:e.sentAt},sentence:u})}function js(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?Io(bl):o||t!==200?xs(e,e,r,s):n.state==="confirmed"?Fs(e,n.result,r):ll.includes(n.state)?nn(n.message,{ended:n.state}):xs(e,{...Bs(n.state),sentence:n.message},r,s)}var Fs=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?wl(t):t}),wl=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},nn=(e,{asks:t=null,ended:n=null,faults:o=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,faults:o,sentAt:null}),Io=e=>({state:"unknown",sentence:e,asks:null}),Bs=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e??"")}),Ss=(e,t,n,o)=>({...Bs(e),submissionId:t,sentence:n,tries:0,nextAt:o+ks});function st(e,t,n,o,r,s=As){let i=Math.max((t??0)*1e3,an(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function xs({tries:e},{state:t,promised:n,sentence:o},r,s){let i=t==="review"?As:Ao;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+an(e,i,s)}}var an=(e,t,n=Math.random)=>Math.min(t,ks*2**Math.min(e,20))*(.5+n()/2);var qs="portal-outbox",Sl={durability:"strict"},Us=["outbox","documents","blobs"],at=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ye=class{constructor(t){this.owner=t,this.name=z(t)}list(){return Ie(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let i=await r.add(t);return n&&await s.put({id:i,bytes:n}),{...t,id:Number(i)}});return cn(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:i,blobs:c})=>{let l=await s.get(t),m=l&&n(l);if(m===void 0)return;let u=m&&{...l,...m},p=Ws(u);return await Promise.all([u?s.put(u):s.delete(t),p?o&&i.put({id:t,bytes:o}):i.delete(t),(o||!p)&&c.delete(t)]),u});if(r===void 0)throw new at;return cn(this.name),r}async readDocument(t){let n=await Ie(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await Ie(this.name,s=>s.get("blobs",t));if(!n)throw new Te("lost");let o=await se(()=>me(en,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:i})=>{await i.count(t)&&await Promise.all([s.put({id:t,bytes:o}),i.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return Q(this.name,async n=>{let o=n.transaction(Us,"readwrite",Sl),r=Object.fromEntries(Us.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw kt(o),c}),[i]=await Promise.all([s,o.done]);return i})}async deleteAllButUnsent(){await this.#n({keepsDrafts:!1})}deleteAllButUnfinished(){return this.#n({keepsDrafts:!0})}#n({keepsDrafts:t}){return Q(this.name,async n=>{let o=n.transaction(["answers","drafts","outbox"],"readwrite"),[r,s]=[o.objectStore("outbox"),o.objectStore("drafts")],i=await r.getAll(),c=i.filter(m=>!F(m));t||s.clear();let[l]=await Promise.all([s.count(),o.objectStore("answers").clear(),...c.map(({id:m})=>r.delete(m)),o.done]);return l>0||c.length<i.length})}},ct=class{#e=[];#t=new Map;#n=0;constructor(t){this.owner=t,this.name=z(t)}async list(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#n};return this.#e.push(o),n&&this.#t.set(o.id,n),cn(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new at;let i=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...i?[i]:[]),o?this.#t.set(t,o):Ws(i)||this.#t.delete(t),cn(this.name),i}async readDocument(t){return this.#t.get(t)??null}},Ws=e=>!!(e?.document&&F(e));function cn(e){let t=new BroadcastChannel(qs);t.postMessage(e),t.close()}function Hs(e){let t=new BroadcastChannel(qs);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function ln(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw new Te("broken",t,"This file cannot be read. Please choose it again.")}}var Vs="portal-session",xl=5e3;async function De(e=null){return(await ds()).filter(n=>e===null||n.email===e).map(n=>new Ye(n))}async function Eo(e){return await vs(`portal-outbox:${e.name}`,n=>kl(e,n))??{obstacle:null,nextAt:Date.now()+xl}}async function kl(e,t){for(await Al(e);t();){let[n]=Ds(await e.list(),Date.now());if(!n)return{obstacle:null,nextAt:To(await e.list())};let o=await Tl(e.owner,async()=>t()?Il(e,n):null);if(o)return{obstacle:o,nextAt:null}}return null}var Oo=e=>_s(Vs,e);async function Al(e){for(let{id:t,state:n}of await e.list())n==="sending"&&await e.change(t,Ls)}function Tl(e,t){return $s(Vs,async()=>await Ys(e)??t())}async function Ys({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await H("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Il(e,t){try{return await(ie(t)?Ol(e,t):El(e,t))}catch(n){if(n instanceof at)return null;throw n}}async function El(e,t){let n=l=>l.state==="waiting"&&l.key===t.key&&l.heldUntil===t.heldUntil,o=t.document?await e.readDocument(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,l=>n(l)?Cs(l,Date.now()):void 0),null;let r=await e.change(t.id,l=>n(l)?Ms(l,Date.now()):void 0);if(r?.state!=="sending")return null;let s=gs(t,o),i=await H(s.path,{...s,account:Gs(e)}),c=await Ks(e,i);return await e.change(t.id,l=>{if(!(l.attempt!==r.attempt||l.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Rs(t,i,Date.now())}),c??(i.offline?"offline":null)}async function Ol(e,t){let n=await H(`contractor/submissions/${t.submissionId}`,{account:Gs(e)}),o=await Ks(e,n);return o||await e.change(t.id,r=>ie(r)?js(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function Ks(e,{status:t,problem:n}){return t===401?"signed-out":n?.type==="foreign-account"?"account-gone":t===409&&!n?.type?Ys(e.owner):null}var Gs=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Dl="outbox",Js=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator;async function zs(){return await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Dl).then(()=>!0,()=>!1)??!0}var Do=e=>`outbox ${e}`;function un(e,t){try{t?localStorage.setItem(Do(e),String(t)):localStorage.removeItem(Do(e))}catch{}}function No(e){try{return Number(localStorage.getItem(Do(e))??0)}catch{return 0}}var Zs=e=>un(e,0);var Nl=6e4,Ml=168*36e5,Cl="This device has no room left, so nothing can be sent from it. Please free some space.",fn=class{items=M(null);obstacle=M(null);otherAccounts=M([]);storageProblem=M(null);#e=null;#t=void 0;#n=0;#r=!1;#s=null;#o=!1;#u=!1;#c=new Map;start(){Hs(t=>{t===this.#e?.name&&this.#a()}),addEventListener("online",()=>this.#m(Xs)),addEventListener("offline",()=>this.wake()),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&this.wake()})}async open(t){if(this.#e?.name===z(t))return;this.close(),wo(z(t));let n=new Ye(t);No(n.name)&&ps(),this.#e=n;try{let o=(await n.list()).length?0:No(n.name);for(let r of(await De()).filter(({owner:{email:s}})=>s!==t.email))await r.deleteAllButUnsent(),un(r.name,await Mo(r));await Pl(n),await Qs(n,await n.list(),Xs),this.#e===n&&(this.storageProblem.value=o?Ll(o):null)}catch(o){if(this.#e!==n)return;this.storageProblem.value=Co(o),o.reason==="closed"&&(this.#e=this.#p(t))}await this.#a(),this.items.value?.some(F)&&this.#l(),this.wake()}async openFormerAccount(t){if(this.close(),!t)return;(await De(t.email).catch(()=>[])).some(({name:o})=>o===z(t))&&!this.#e&&await this.open(t)}close(){clearTimeout(this.#t),this.#e=null,this.items.value=null,this.obstacle.value=null,this.otherAccounts.value=[],this.storageProblem.value=null}async add({document:t,...n}){let{bytes:o,document:r}=await ei(t),s=await this.#f().add(Os({...n,document:r},Date.now()),o);return await this.#a(),navigator.storage?.persist?.(),this.#l(),this.wake(),s}async edit(t,{content:n,about:o,document:r}){let{bytes:s,document:i}=await ei(r),c={content:n,...o!==void 0&&{about:o},...r!==void 0&&{document:i}};return this.#i(t,l=>Oe(l)?sn(c):void 0,s)}hold(t){return this.#i(t,n=>Es(n,Date.now()))}release(t){return this.#i(t,({heldUntil:n})=>n?{heldUntil:0}:void 0)}resend(t,{duplicate:n=!1}={}){return this.#i(t,o=>Z(o)?sn({duplicate:n}):void 0)}remove(t){return this.#i(t,n=>on(n)?null:void 0)}undo(t){return this.#i(t,n=>rn(n,Date.now())?null:void 0)}itemsOf(t){return(this.items.value??[]).filter(n=>n.jobId===t)}sendingNotice(){return Js()&&!this.#u?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection."}async wake(){clearTimeout(this.#t),this.#s?this.#o=!0:(this.#s=this.#h(),await this.#s.finally(()=>this.#s=null),this.#o&&(this.#o=!1,await this.wake()))}async tryNow(){await this.#m()}async countUnsent(t){let n=this.#e instanceof ct?[this.#e]:await De(t);return(await Promise.all(n.map(Mo))).reduce((r,s)=>r+s,0)}async deleteAll(t){let n=!(this.#e instanceof ct);this.#e?.owner.email===t&&this.close();for(let[r,{owner:s}]of this.#c)s.email===t&&this.#c.delete(r);let o=n?await De(t):[];await ni(o.map(ti))}async deleteAllButUnfinished(t){let n=await De(t);await ni(n.map(async o=>{await se(()=>me(rt,o.deleteAllButUnfinished()))||await ti(o)}))}#p(t){let n=this.#c.get(z(t))??new ct(t);return this.#c.set(n.name,n),n}#f(){if(!this.#e)throw new Error("no outbox is open");return this.#e}async#i(t,n,o){let r=await this.#f().change(t,n,o);return await this.#a(),this.#l(),this.wake(),r}async#m(t){this.#e&&await Qs(this.#e,this.items.value??[],t),await this.wake()}async#l(){await zs()||(this.#u=!0)}async#a(){let t=this.#e;try{let n=await t?.list()??null;if(this.#e!==t)return;this.items.value=n,t&&n&&un(t.name,n.filter(It).length)}catch(n){if(this.#e!==t)return;this.storageProblem.value=Co(n),this.#r=!0}}async#h(){let t=this.#e;if(t)try{let n=t instanceof Ye?(await De(t.owner.email)).filter(({name:s})=>s!==t.name):[],o=[];for(let s of[t,...n])o.push(await Eo(s));let r=await Promise.all(n.map(Mo));if(this.#e!==t||(this.obstacle.value=o[0].obstacle,this.otherAccounts.value=n.map(({owner:s},i)=>({...s,number:r[i]})).filter(({number:s})=>s),this.#d(o),!this.#r))return;this.#r=!1,await this.#a(),this.#r||(this.storageProblem.value=null)}catch(n){if(this.#e!==t)return;let o=n.reason==="full";this.storageProblem.value=o?Cl:Co(n),this.#r=!0,this.#d([{obstacle:"offline",nextAt:null}])}}#d(t){let n=t.some(({obstacle:r})=>r==="offline");this.#n=n?this.#n+1:0;let o=t.map(({nextAt:r})=>r).filter(r=>r!==null);n&&o.push(Date.now()+an(this.#n,Nl)),o.length&&(this.#t=setTimeout(()=>this.wake(),Math.max(Math.min(...o)-Date.now(),0)))}},Xs=({asks:e})=>e!=="size";async function Qs(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>F(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function ei(e){if(!e)return{bytes:void 0,document:null};let{bytes:t,...n}=await ln(e);return{bytes:t,document:n}}async function ti({name:e}){await hs(e),Zs(e)}async function ni(e){let n=(await Promise.allSettled(e)).find(o=>o.status==="rejected");if(n)throw n.reason}var Mo=async e=>(await e.list()).filter(It).length;async function Pl(e){let t=Date.now()-Ml;for(let{id:n,state:o,doneAt:r}of await e.list())o==="done"&&Number(r)<t&&await e.change(n,()=>null)}function Co(e){let t=Y(e);if(!t)throw e;return t}var Ll=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;var _=new fn;var mn="portal",dn=[e=>e.createObjectStore("session")],Po=e=>ri(t=>t.put("session",e,"last")),oi=()=>Ro("last"),Lo=()=>ri(e=>e.delete("session","last")),ri=e=>se(()=>me(rt,Q(mn,e,dn))),si=e=>Q(mn,async t=>e?t.put("session",e,"asked"):t.delete("session","asked"),dn),ii=()=>Ro("asked"),ai=()=>Q(mn,e=>e.put("session",!0,"passkey-offer"),dn).catch(()=>{}),ci=async()=>!!await Ro("passkey-offer");async function Ro(e){try{return await Ie(mn,t=>t.get("session",e),dn)??null}catch{return null}}var S=M(void 0),Ke=M(null),Ne=M(!1),ft=M(null),hn=M(null),Rl=6e5,jl=3e5,Fl=6e4,Bl=36e5,_e=M(!1),pn=null,ut=0,lt=0,jo=0,ee=({agency:e,contractorId:t})=>`${e}/${t}`,Fo=(e,t)=>e.accounts.find(n=>ee(n)===t)??null,T=Ae(()=>S.value?Fo(S.value,O.value.account??ee(S.value.account)):null),ye=Ae(()=>{if(!S.value||!T.value||_e.value)return null;let{agency:e,contractorId:t}=T.value;return{email:S.value.email,agency:e,contractorId:t}}),ed=Ae(()=>{let e=O.value.account;if(!S.value||T.value||!e||_e.value)return null;let[t,n]=e.split("/");return{email:S.value.email,agency:t,contractorId:n}}),Bo=new BroadcastChannel("portal:person"),fi=new BroadcastChannel("portal:parting");async function mi(e,t=lt){ut=performance.now(),lt=t,ft.value=null;let n=JSON.stringify(e)!==JSON.stringify(S.value);n&&(S.value=e),await Po({...e,endsAt:lt}).catch(Lo).catch(()=>{}),n&&Bo.postMessage({...e,endsAt:lt})}function Uo({body:e,headers:t}){let{endsAt:n,...o}=e;jo=Date.now();let r=Date.parse(t.get("Date")??"")||Date.now();return mi(o,Date.now()+(Date.parse(n)-r||Bl))}async function mt(e){await si(e).catch(()=>{}),hn.value=e}async function di(){let e=await ii();e&&await mt(Date.now()-e.at<Rl?e:null),await Ul();let t=S.value||Ke.value||document.body.dataset.session;t||(S.value=null),(t||navigator.serviceWorker?.controller)&&await vn(),S.value??=null}async function Ul(){let e=await oi();e&&(Date.now()>=(e.endsAt??0)?await qo(e):S.value||pi(e))}function pi({endsAt:e=0,...t}){lt=e,S.value=t}async function vn(){let e=performance.now(),t=await H("session");t.status===200&&e>=ut&&await Uo(t)}function hi(){Date.now()-jo<jl||(jo=Date.now(),vn())}function li(){!S.value||_e.value||Date.now()<lt||(S.value=void 0,di())}var $n=e=>{let t=O.value.account?.split("/")[0];return H("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})},vi=(e,t)=>_i("session",{email:e,code:t}),$i=e=>_i("session/passkey",e);async function _i(e,t){let n=await Oo(()=>H(e,{method:"POST",body:t}));return n.status===201&&(Ke.value=null,Ne.value=!1,await Uo(n),await mt(null)),n}async function yi(e){mi({...S.value,account:e});let{agency:t,contractorId:n}=e;await H("session",{method:"PATCH",body:{agency:t,contractorId:n}})}function bi(){return pn??=ql().finally(()=>pn=null),pn}async function ql(){let e=S.value,t=await Oo(()=>H("session",{method:"DELETE"}));return t.status===204&&await qo({...e,hasSignedOut:!0}),t}async function qo(e){let{email:t,hasSignedOut:n}=e,o=ut=performance.now();_e.value=!0,Ke.value=n?null:t,Bo.postMessage(null),n&&fi.postMessage(null),e.endsAt!==0&&await Po({...e,endsAt:0}).catch(()=>{}),Ne.value=await ui(n?_.deleteAll(t):_.deleteAllButUnfinished(t)),ut===o&&(Ne.value||(Ne.value=await ui(Lo())),S.value&&(S.value=null)),_e.value=!1}var ui=e=>e.then(()=>!1,t=>t?.reason!=="closed");function td(){Xr((e,t)=>{pn||_e.value||t<ut||S.value&&(e.status===401?qo({...S.value}):e.body.email===S.value.email&&Uo(e))}),Bo.onmessage=({data:e})=>{_e.value&&!e||(ut=performance.now(),e?pi(e):S.value=null)},fi.onmessage=()=>{Ke.value=null},setInterval(li,Fl),document.addEventListener("visibilitychange",li),di()}var gi=300;async function wi(e,t,n,o=null){try{await Q(z(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>gi&&await Wl(s),await i})}catch{}}async function Si(e,t){try{return await Ie(z(e),n=>n.get("answers",t))??null}catch{return null}}async function Wl(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-gi).map(({path:n})=>e.delete(n)))}var Hl=5e3,Vl=30,xi={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Yl=M({...xi,busy:!1}),Wo=class{state=M(xi);begunAt=0;readAt=0;running=null;#e=null;#t;#n;constructor(t,n){this.#t=t,this.#n=n}refresh(){navigator.onLine&&Date.now()-this.readAt<Hl||(this.running??=this.#r().finally(()=>{this.running=null}))}async#r(){this.state.value.body||await this.#s(),this.#o({busy:!0});let t=Date.now();this.begunAt=t;let n=this.#e&&this.state.value.body?{"If-None-Match":this.#e}:{},o=await H(`contractor/${this.#n}`,{account:ee(this.#t),headers:n}),{status:r,body:s,offline:i}=o,c=Gl(o.headers.get("Last-Modified")),l={begunAt:t,asOf:c,isOld:!1,busy:!1,problem:null,status:r};if((r===200||r===304)&&(this.readAt=Date.now(),hi()),r===200)this.#e=o.headers.get("ETag"),ye.value?.email===this.#t.email&&wi(this.#t,this.#n,s,this.#e),this.#o({...l,body:s});else if(r===304)this.#o(l);else if(r===409)vn(),this.#o({busy:!1,problem:K(o),status:r});else if(r===404)this.#o({body:null,busy:!1,problem:K(o),status:r});else{let m=o.problem?.retryAfter;!i&&m&&setTimeout(()=>this.refresh(),Math.min(m,Vl)*1e3);let u=!!(!i&&m);this.#o({isOld:!!this.state.value.body,busy:u,problem:K(o),status:r})}}async#s(){let t=await Si(this.#t,this.#n);if(!t)return;this.#e=t.etag??null;let n=t.body.asOf??new Date(t.readAt).toISOString();this.#o({body:t.body,begunAt:t.readAt,asOf:n,isOld:!0})}#o(t){this.state.value={...this.state.value,...t}}},_n=new Map;function A(e){let t=e?Kl(ye.value,e):null;return P(()=>{if(!t)return;let n=()=>document.visibilityState==="visible"&&t.refresh();n();let o=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of o)r.addEventListener(s,n);return()=>{for(let[r,s]of o)r.removeEventListener(s,n)}},[t]),t?.state??Yl}async function ud(e,t){let n=ye.value&&_n.get(ki(ye.value,e));await n?.running,!(!n||n.begunAt>t)&&(n.readAt=0,n.refresh())}var fd=()=>_n.clear(),ki=(e,t)=>`${e.email} ${ee(e)} ${t}`;function Kl(e,t){let n=ki(e,t),o=_n.get(n)??new Wo(e,t);return _n.set(n,o),o}var Gl=e=>e?new Date(e).toISOString():null;var Ai="Please try again, or sign in with a code.",yn={expired:"This sign-in took too long, was used before or began in another browser. Please try again.",denied:`You did not finish signing in. ${Ai}`,refused:`The portal could not verify this sign-in. ${Ai}`,unverified:"Your e-mail address is not verified there. Please verify it, or sign in here with a code.","no-account":"No agency here has a contractor with the e-mail address of that sign-in.",busy:"Too many attempts from your connection. Please try again later.",away:"The sign-in service cannot be reached just now. Please try again in a minute, or sign in with a code."};function gd(){let{path:e,query:t}=O.value,n=t.get("failed");if(n===null)return;ft.value=Object.hasOwn(yn,n)&&yn[n]||yn.refused;let o=new URLSearchParams(t);o.delete("failed"),fe(o.size?`${e}?${o}`:e,{replace:!0})}function Ti(){let e=g(null);P(()=>{H("session/methods").then(({status:r,body:s})=>{r===200&&(e.value=s.oidcName)})},[e]);let{path:t,query:n}=O.value,o=n.size?`${t}?${n}`:t;return e.value&&a`<a class="btn btn-secondary" href=${`/api/session/oidc?${new URLSearchParams({next:o})}`}>Sign in with ${e.value}</a>`}var Jl={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},v=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${Jl[e]} /></svg>
`;var zl="Contractor Portal",Ii=!0;function I({title:e,back:t,keepsFocus:n=!1,children:o}){let r=W(null);return ue(()=>{Ii||(n||r.current?.focus({preventScroll:!0}),es()),Ii=!1},[]),ue(()=>{document.title=`${e} – ${zl}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${k(t.path)}><${v} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var Zl=nt("Devices"),Ei=()=>a`
  <${I} title="Where you are signed in" back=${{path:"/account",name:"Account"}}><${Zl} /><//>
`;var Mi="Europe/London",Ho=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Mi,...e}),Ci=Ho({day:"numeric",month:"long",year:"numeric"}),Xl=Ho({month:"short",year:"numeric"}),Oi=Ho({hour:"2-digit",minute:"2-digit"}),bn=new Intl.DateTimeFormat("sv-SE",{timeZone:Mi}),Ql=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),eu=864e5,[tu,Di]=[1024,1024*1024],ae=(e=new Date)=>bn.format(e),te=e=>Ci.format(new Date(e)),Pi=e=>Xl.format(new Date(`${e}-01`));function Me(e,t=new Date){let n=new Date(e);return bn.format(n)===bn.format(t)?Oi.format(n):`${Ci.format(n)}, ${Oi.format(n)}`}var L=e=>Ql.format(e),B=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Li(e,t=new Date){let n=Math.round((Ni(t)-Ni(new Date(e)))/eu);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Ni=e=>Date.parse(bn.format(e)),Ge=e=>e<Di?`${Math.ceil(e/tu)} KB`:`${Number((e/Di).toFixed(1))} MB`;var nu={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},ou="May have arrived",ru="With the portal",Ri={expired:"Not delivered",abandoned:"Not delivered"};function be(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:Ee(e)?ru:it(e)?ou:n==="refused"&&Ri[o??""]||nu[n]}function ji(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?be(e,t):`${be(e,t)}${Ri[o??""]?":":", because:"} ${r}`}var Fi=(e,t)=>e.state==="refused"||e.sentence?.startsWith(be(e,t))?null:e.sentence,gn=e=>e.kind==="completion"?e.content.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e.kind];var Bi;function V(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Bi),Bi=setTimeout(()=>{t.textContent=e},400)}var su="https://www.google.com/maps/search/?api=1&query=",iu=/[\p{L}/,;&#|]|(?=\+)/u,au=5,cu=/^(\+|00)(\d{1,3})\(0\)/;function lu(e){return e.split(iu).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(cu,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=au)??""}function Je({phone:e,who:t}){if(!e)return null;let n=lu(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${v} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function dt({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${v} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Ui({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${su+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${v} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Vo(){let t=(A(T.value?"agency":null).value.body?.offers??[]).includes("contacts"),n=A(t?"contacts":null).value.body?.contacts??[],o=A(t?"account":null).value.body,r=uu(n,o?.agency.branchId??null);return t?a`
    <div>
      ${r&&a`<${Je} phone=${r.phone} who=${r.name} /><${dt} email=${r.email} who=${r.name} />`}
      <a class="reach" href=${k("/contacts")}><${v} name="contacts" />All contacts</a>
    </div>
  `:null}function uu(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var fu={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ce({item:e}){return a`
    <span class=${`state is-${e.state}`}>
      <${v} name=${fu[Ee(e)?"waiting":e.state]} /><span dir="auto">${ji(e,T.value?.agencyName)}</span>
    </span>
  `}function Pe({item:e}){let t=Fi(e,T.value?.agencyName);return a`
    ${t&&a`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&a`<${Yo} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&a`<${Vo} />`}
  `}var Yo=()=>a`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Vo} />
`;var Et={emailCharacters:254,noteCharacters:4e3,descriptionCharacters:2e3,invoiceNumberCharacters:50,amountLeast:.01,amountMost:1e6,invoiceYearsBack:6,invoiceDaysAhead:1,documentBytes:10485760,documentNameCharacters:255,retryHours:72},Le=e=>({...Et,...e?.limits});var mu=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),ge=e=>e.trim().replaceAll("	"," ");function wn(e,t,{inForm:n=!1}={}){let o=n?ge(e).replace(/\r\n|\r|\n/g,`\r
`):ge(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:mu.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var Sn=(e,t)=>e?wn(e,t.noteCharacters):"Please write something first.";function xn(e){let[,t]=He(0),n=e.filter(r=>rn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return P(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}function kn(e){P(()=>{if(e!==null)return _.hold(e).catch(qi),()=>{_.release(e).catch(qi)}},[e])}var qi=()=>{};function Wi({item:e,onClose:t}){let[n,[o,r]]=[Fr(),He(null)],s=Le(A("agency").value.body);return kn(e.id),a`
    <form onSubmit=${async c=>{c.preventDefault();let{value:l}=c.target.elements.namedItem("note"),m=ge(l),u=Sn(m,s);if(r(u),!u)try{await _.edit(e.id,{content:{note:m}}),t()}catch(p){let d=Y(p);if(!d)throw p;r(d)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${s.noteCharacters} required dir="auto" ref=${du}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var du=e=>e?.focus();var pu={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Vi(){let e=(_.items.value??[]).filter(t=>!F(t)).reverse();return a`
    <${I} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
      <${Go}>
        ${_.items.value?a`<p class="reach"><${v} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!_.storageProblem.value&&a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Ko} items=${e} />
        </section>
      `}
    <//>
  `}function Go({children:e}){let t=(_.items.value??[]).filter(F),[n,o]=[t.filter(s=>!Hi(s)),t.filter(Hi)],r=_.obstacle.value;return t.length?a`
    ${r&&n.some(s=>It(s)&&!Z(s))&&a`<p class="notice" role="status">${pu[r]}${r==="offline"&&` ${_.sendingNotice()}`}</p>`}
    ${n.length>0&&a`<h2 class="visually-hidden">Not confirmed yet</h2><${Ko} items=${n} />`}
    ${n.some(({state:s})=>s==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${()=>_.tryNow()}>Try now</button>`}
    ${o.length>0&&a`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Ko} items=${o} /></section>`}
  `:e}var Hi=({state:e})=>e==="review",Ko=({items:e})=>a`<ol class="cards">${e.map(t=>a`<${Jo} key=${t.id} item=${t} />`)}</ol>`;function Jo({item:e}){let[t,n]=He(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${gn(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${Wi} item=${e} onClose=${o} />`:a`<${hu} item=${e} />`}
      <p class="about">
        <${Ce} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${Me(e.addedAt)}</time>
      </p>
      <${Pe} item=${e} />
      ${t==="remove"&&a`<${_u} item=${e} onClose=${o} />`}
      ${!t&&a`<${vu} item=${e} setAction=${n} />`}
    </li>
  `}function hu({item:e}){let{document:t,jobId:n}=e;return a`
    ${e.kind==="note"&&a`<p class="says" dir="auto">${e.content.note}</p>`}
    ${e.kind==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${L(e.content.amount)}</strong>${e.content.invoiceNumber?`, number ${e.content.invoiceNumber}`:""}
        <br />${e.content.description}
      </p>
    `}
    ${t&&a`<p class="reach"><${v} name="invoice" /><span dir="auto">${t.name}</span></p>`}
    ${n&&a`<a class="reach" href=${k(`/jobs/${n}`)}><${v} name="jobs" />Look at the job</a>`}
  `}function vu({item:e,setAction:t}){let n=e.asks==="duplicate",[o,r]=[T.value&&Oe(e)&&e.kind!=="completion",on(e)&&F(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>_.resend(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${$u} item=${e} onEditNote=${()=>t("edit")} />`}
      ${Z(e)&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>_.resend(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function $u({item:{id:e,kind:t,jobId:n,content:o},onEditNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s="statementId"in o&&o.statementId,i={...s&&{statement:s},change:e},c=k(n?`/jobs/${n}/invoice`:"/invoice",i);return a`<a class="btn btn-secondary" href=${c}>Change</a>`}function _u({item:e,onClose:t}){let n=it(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=He(null),s=async()=>{try{await _.remove(e.id),document.querySelector("h1")?.focus(),V("Deleted.")}catch(i){let c=Y(i);if(!c)throw i;r(c)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${yu} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var yu=e=>e?.focus();function An(){let e=T.value&&ee(T.value);return a`
    <ul class="rows">
      ${S.value?.accounts.map(t=>{let n=ee(t);return a`
          <li key=${n} class="row">
            <a href=${k("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>yi(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${v} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}var Tn="Signing out …";function In(){let[e,t]=[g(null),g(0)],[n,o]=[g(!1),g(!1)],r=async()=>{n.value=o.value=!0;let i=await bi();if(n.value=o.value=!1,i.status!==204){e.value=`${K(i)} Nothing on this device was deleted.`;return}fe("/",{replace:!0});let c=i.headers.get("Location");c&&!Ne.value&&location.assign(c)},s=async()=>{e.value=null,n.value=!0;try{t.value=await _.countUnsent(S.value.email)}catch(i){let c=Y(i);if(!c)throw i;e.value=c;return}finally{n.value=!1}t.value||await r()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${bu} number=${t.value} busy=${n.value} onConfirm=${r} onCancel=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${v} name="leave" />${o.value?Tn:"Sign out"}
        </button>`}
  `}function bu({number:e,busy:t,onConfirm:n,onCancel:o}){let r=W(null);ue(()=>r.current?.focus(),[]);let[s,i,c]=[B(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${r} tabindex="-1">
        <b>${s} on this device ${i} not with the agency yet.</b> Signing out deletes ${c} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>
          ${t?Tn:`Delete ${c} and sign out`}
        </button>
      </div>
    </div>
  `}var Yi=()=>a`
  <${I} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${O.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${S.value?.email}</b>. Nothing was changed.
    </p>
    <${Go}>${null}<//>
    <h2>Your accounts</h2>
    <${An} />
    <h2>Signed in with another address?</h2>
    <${In} />
  <//>
`;function pe({resource:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${Me(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function ne({resource:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var gu=nt("Passkeys"),wu=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Ki(){let e=A("account").value,t=e.body,{agencyName:n,displayName:o}=T.value,{accounts:r,email:s}=S.value;return a`
    <${I} title="Account">
      ${r.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${An} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${Su} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${ne} resource=${e} />`}
        <${pe} resource=${e} />
      </section>
      <${gu} />
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
        <${In} />
      </section>
    <//>
  `}function Su({record:e}){let t=[...wu.map(([n,o])=>[n,e[o]]),["Branch",e.agency.branchName]];return a`
    <dl class="facts">
      ${t.filter(([,n])=>n).map(([n,o])=>a`<div key=${n}><dt>${n}</dt><dd dir="auto">${o}</dd></div>`)}
    </dl>
  `}function Gi(){let e=A("contacts").value,t=e.body?.contacts;return a`
    <${I} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${xu} key=${n.contactId} ...${n} />`)}</ul>`:a`<${ne} resource=${e} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${pe} resource=${e} />
    <//>
  `}function xu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Je} phone=${s} who=${i} /><${Je} phone=${r} who=${i} /><${dt} email=${o} who=${i} />
    </li>
  `}function Ji(){let e=_.items.value??[],t=xn(e),n=e.filter(d=>F(d)&&!t.includes(d)),o=n.filter(Z).length,r=n.filter(Ee).length,s=n.filter(({state:d})=>d==="review").length,i=n.filter(({state:d})=>d==="checking").length-r,c=n.filter(d=>!Z(d)&&!ie(d)),l=_.obstacle.value==="offline",m=c.some(it)?"not confirmed yet":"not with the agency yet",[u,p]=[_.otherAccounts.value,_.storageProblem.value];return!n.length&&!u.length&&!p?null:a`
    <aside class="strip" aria-label="Outbox">
      ${p&&a`<p role="alert">${p}</p>`}
      ${o>0&&a`<${Ot} icon="emergency">${B(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${s>0&&a`<${Ot} icon="contacts">We asked ${T.value?.agencyName} to check ${B(s,"thing")}<//>`}
      ${i>0&&a`<${Ot} icon="search">${B(i,"thing")} ${i===1?"is":"are"} being checked<//>`}
      ${r>0&&a`<${Ot} icon="clock">${B(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
      ${c.length>0&&a`<${Ot} icon=${l?"offline":"send"}>
        ${B(c.length,"thing")} ${c.length===1?"is":"are"} ${m}
      <//>`}
      ${u.map(d=>a`<${ku} key=${ee(d)} ...${d} />`)}
    </aside>
  `}var Ot=({icon:e,children:t})=>a`<a href=${k("/outbox")}><${v} name=${e} /><span>${t}</span><${v} name="open" /></a>`;function ku({number:e,...t}){let n=ee(t),o=(S.value&&Fo(S.value,n)?.agencyName)??"an account that is no longer yours",[r,s]=[B(e,"thing"),e===1?"is":"are"];return a`
    <a href=${k("/outbox",{},n)}>
      <${v} name="send" />${r} for ${o} ${s} not there yet<${v} name="open" />
    </a>
  `}var zo=!!window.PublicKeyCredential?.parseRequestOptionsFromJSON&&!/^[\d.]+$|^\[/.test(location.hostname),Au="That was not confirmed on this device, or it took too long. Please try again.",Tu="This device has a passkey for the portal already.",Iu="This browser cannot use a passkey here.",zi=e=>({problem:K(e),type:e.problem?.type}),Zi=async()=>zo&&await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(()=>!1);async function Oh(){let e=await Qi("session/passkeys/registration/options",n=>navigator.credentials.create({publicKey:PublicKeyCredential.parseCreationOptionsFromJSON(n)}));if("problem"in e)return e;let t=await H("session/passkeys",{method:"POST",body:e.credential});return t.status===201?null:zi(t)}var Xi=()=>Qi("session/passkey/options",e=>navigator.credentials.get({publicKey:PublicKeyCredential.parseRequestOptionsFromJSON(e)}));async function Qi(e,t){let n=await H(e,{method:"POST"});if(n.status!==200)return zi(n);try{return{credential:await t(n.body)}}catch(o){let{name:r}=o;return r==="InvalidStateError"?{problem:Tu}:{problem:r==="NotAllowedError"?Au:Iu}}}var En=M(!1);async function ea(){En.value=await Zi()&&!await ci()}function ta(){En.value=!1,ai()}var Eu=nt("PasskeyOffer"),Ou=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account","devices"]}];function Zo({children:e}){let t=A("agency").value.body;Nu(t?.accent);let{agencyName:n,displayName:o}=T.value,r=Ou.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${Mu}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${Number(S.value?.accounts.length)>1&&a`<a class="switch" href=${k("/account")}><${v} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="navigation" aria-label="Portal">${r.map(s=>a`<${Du} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${Ji} />
    ${En.value&&a`<${Eu} />`}
    ${e}
  `}function Du({path:e,name:t,icon:n,screens:o}){let r=o.includes(O.value.screen);return a`<a href=${k(e)} aria-current=${r?"page":null}><${v} name=${n} />${t}</a>`}function Nu(e){P(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>{t.removeProperty("--accent")}},[e])}function Mu(e){e.preventDefault(),document.querySelector("h1")?.focus()}function Dn(e){let[t,n]=[A(`jobs/${e}`).value,A("jobs").value];if(t.body)return{job:na(t.body,t),resource:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?na(o,n):null,resource:o?n:t}}var na=(e,{begunAt:t})=>Xo([e],t)[0],ze=({priority:e})=>e?.trim().toLowerCase()==="emergency",On=e=>(e??"").trim().toLowerCase();function Nn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(On).includes(On(t))?"cancelled":"open"}var ra=e=>(_.items.value??[]).filter(t=>t.kind==="completion"&&t.state==="done"&&Number(t.doneAt)>e),sa=e=>ra(e).map(({id:t})=>t).join();function Xo(e,t){let n=new Map(ra(t).map(o=>[o.jobId,o.result??Cu(o)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var Cu=({content:e})=>({completed:"completed"in e&&e.completed,status:null,completedAt:null});function ia(e,t){let n=_.itemsOf(e).filter(F),o=Dt(e),r=n.filter(u=>u!==o),s=u=>r.filter(u).length,[i,c,l]=[s(Z),s(Ee),s(ie)],m=r.length-i-l;return[o&&`${gn(o)}: ${be(o,t)}`,i&&`${B(i,"thing")} ${i===1?"needs":"need"} you`,l>c&&`${B(l-c,"thing")} being checked`,c&&`${B(c,"thing")} with the portal`,m&&`${B(m,"thing")} to send`].filter(Boolean)}var Dt=e=>_.itemsOf(e).filter(t=>t.kind==="completion"&&F(t)).at(-1)??null,ce=({title:e,reference:t,jobId:n})=>e||t||n;function aa(e){let t=On(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>Pu(n).includes(o))}var oa=new WeakMap;function Pu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode],i=oa.get(e)??On(s.filter(Boolean).join(`
`));return oa.set(e,i),i}var ca=e=>[...e.filter(ze),...e.filter(t=>!ze(t))];var Lu=864e5,la="%PDF-",Ru=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,ju=/\.\d\d\d*[1-9]/,Fu=["amount","description","invoiceDate"];function Nt(e,t,n){let{required:o=[],link:r=null}=t?.invoice??{};return[...Fu,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Mn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function Qo(e=new Date,t=Et){let[n,...o]=ae(e).split("-");return{oldest:[Number(n)-t.invoiceYearsBack,...o].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ae(e))+t.invoiceDaysAhead*Lu).toISOString().slice(0,10)}}function we(e){let t=e.trim().replace(/^£\s*/,"");return Ru.test(t)?Number(t.replaceAll(",","")):NaN}var da=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),ua={amount:(e,{limits:t})=>ma(e,"The amount",t)??(we(e)===0?"The amount must be more than £0.":null),vat:(e,{values:t,limits:n})=>ma(e,"VAT",n)??(we(e)>we(t.amount)?"VAT cannot be more than the amount.":null),description:(e,{document:t,limits:n})=>wn(e,n.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>wn(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t})=>{let{oldest:n,latest:o}=Qo(new Date,t),r=t.invoiceDaysAhead===1?"tomorrow":`${B(t.invoiceDaysAhead,"day")} ahead`;return e>o?`The date can be ${r} at the latest, ${te(o)}.`:e<n?`The date can be ${B(t.invoiceYearsBack,"year")} ago at most, ${te(n)}.`:null},statementId:()=>null},fa={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function ma(e,t,n){let o=we(e);return Number.isNaN(o)?`${t} must be in pounds and pence, such as 120.50.`:ju.test(e.trim())?`${t} can have no more than two decimals.`:o>n.amountMost?`${t} can be ${L(n.amountMost)} at most.`:null}function Cn(e,t,n,o){let r={},s={values:e,document:t,limits:Le(n)};for(let i of Object.keys(ua)){let c=e[i]??"",l=Nt(i,n,o)?fa[i]:null,m=c.trim()===""?l:ua[i](c,s);m&&(r[i]=m)}return!t&&Nt("document",n,o)&&(r.document=fa.document),r}async function pa(e,t){return e.size>t.documentBytes?`The PDF can have ${Ge(t.documentBytes)} at most.`:await e.slice(0,la.length).text()===la?null:"This file is not a PDF. Please choose a PDF."}function ha(e,t){let n={jobId:t,statementId:e.statementId,amount:we(e.amount),vat:e.vat.trim()&&we(e.vat),description:ge(e.description),invoiceDate:e.invoiceDate,invoiceNumber:ge(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,r])=>r!==""&&r!==null))}function va({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var Pn=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,Ln=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Rn=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function $a({name:e,label:t,limits:n,hint:o,rows:r,problem:s,required:i,value:c,type:l="text",...m}){let u=r?"textarea":"input",{oldest:p=void 0,latest:d=void 0}=l==="date"?Qo(new Date,n):{};return a`
    <div class="field">
      <${Pn} name=${e} required=${i}>${t}<//>
      ${o&&a`<p id=${`${e}-hint`} class="hint">${o}</p>`}
      <${u}
        id=${e} class="form-control" type=${r?null:l} rows=${r} min=${p} max=${d} autocomplete="off"
        value=${c} ...${Rn({name:e,hint:o,problem:s,required:i})} ...${m}
      />
      <${Ln} name=${e}>${s}<//>
    </div>
  `}function _a({name:e,required:t,problem:n,value:o,...r}){let s=A("statements/pending").value,i=s.body?.statements??[],c=!o||i.some(({statementId:l})=>l===o);return a`
    <div class="field">
      <${Pn} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Rn({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(l=>a`<option key=${l.statementId} value=${l.statementId}>${er(l)}</option>`)}
      </select>
      <${Ln} name=${e}>${n??(s.body?null:s.problem)}<//>
    </div>
  `}var er=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[L(s??r??0),n??t??e,o&&te(o)].filter(Boolean).join(", ");async function ya(e,t){try{return(await Q(z(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function ba(e,t,n){try{await Q(z(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Mt(e){let t=g(void 0),n=ye.value;return P(()=>{ya(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[t,n,e]),[t,r=>(t.value=r,ba(n,e,r))]}var ga="This file cannot be read. Please choose it again.";function wa({required:e,problem:t,document:n,limits:o,onChange:r}){let s=g(null),i=async({target:m})=>{let[u]=m.files??[];if(u&&(s.value=await pa(u,o).catch(()=>ga),m.value="",!s.value))try{r(await ln(u)),V(`${u.name} is attached.`)}catch(p){s.value=Y(p)??ga}},c=s.value??t,l=Rn({name:"document",hint:!0,problem:c,required:e&&!n});return a`
    <div class="field">
      <${Pn} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">${Ge(o.documentBytes)} at most</p>
      ${n&&a`<${Bu} document=${n} onRemove=${()=>r(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${l} onChange=${i}
      />
      <${Ln} name="document">${c}<//>
    </div>
  `}function Bu({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document")?.focus()),V("The PDF is removed.")};return a`
    <p class="attached">
      <${v} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${Ge(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Uu={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function Sa({values:e,setValue:t,document:n,setDocument:o,agency:r,jobId:s,faults:i,showsAll:c,onComplete:l}){let m=g({}),[u,p]=[g(c),g(null)],d=W(null),f=Le(r),$=Cn(e,n,r,s),h=y=>y==="vat"&&p.value==="amount"?null:(u.value||m.value[y]&&e[y]||!da(y,e[y]??""))&&$[y]||i[y],b=()=>d.current?.querySelector("[aria-invalid]")?.focus();P(()=>{c&&b()},[]);let x=y=>{y.preventDefault(),u.value=!0,Object.keys($).length?setTimeout(b):l()},w=y=>({name:y,required:Nt(y,r,s),problem:h(y),value:e[y],onInput:({target:E})=>t(y,E.value),onFocus:()=>p.value=y,onBlur:()=>{p.value=null,m.value={...m.value,[y]:!0}}});return a`
    <form ref=${d} class="form" onSubmit=${x} noValidate>
      <p class="hint">${T.value?.agencyName} needs whatever is not marked as optional.</p>
      ${Mn(r)&&a`<${_a} ...${w("statementId")} />`}
      ${Object.entries(Uu).map(([y,E])=>a`<${$a} key=${y} limits=${f} ...${E} ...${w(y)} />`)}
      <${wa}
        required=${Nt("document",r,s)} problem=${u.value&&$.document||i.document}
        document=${n} limits=${f} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}var oe=6;function Ze({items:e,row:t,limit:n=e.length,onMore:o}){let r=J(()=>Hu(e),[e]),s=Vu(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/oe)).map((c,l)=>a`<${qu} key=${l} items=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${Wu} onMore=${o} left=${i} />`}
  `:null}var qu=({items:e,row:t})=>a`<div class="group">${e.map(t)}</div>`;function Wu({onMore:e,left:t}){let n=W(null),o=W(e);return o.current=e,P(()=>{let r=new IntersectionObserver(([{isIntersecting:s}])=>s&&o.current(),{rootMargin:"800px"});return r.observe(n.current),()=>r.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var Hu=e=>Array.from({length:Math.ceil(e.length/oe)},(t,n)=>e.slice(n*oe,(n+1)*oe));function Vu(){let e=W(null),{activeElement:t}=document,n=e.current?.contains(t)&&t?.getAttribute("href");return ue(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=Zt(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var ka={sending:{label:"Being sent",icon:"send"},submitted:{label:"With the agency",icon:"done"},authorised:{label:"Authorised",icon:"done"},rejected:{label:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{label:"Paid",icon:"money"},unconfirmed:{label:"Being checked",icon:"search"},review:{icon:"contacts"}},Yu={},tr=({status:e=""})=>e==="review"?be({state:e},T.value?.agencyName):ka[e]?.label??e;function nr(e,t){let n=t.filter(r=>r.kind==="invoice").filter(r=>F(r)||!e.some(s=>xa(s,r))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status??"")&&n.some(({item:s})=>xa(r,s));return[...n,...e.filter(r=>!o(r))]}function xa(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function jn({jobId:e,agency:t}){let n=A(t?.offers.includes("invoices.list")?"invoices":null).value,o=nr(n.body?.invoices??[],_.items.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${or} invoices=${o} />
    </section>
  `:null}function or({invoices:e,jobTitles:t=Yu,limit:n,onMore:o}){let r=Yt((s,i)=>a`
      <${Ku} key=${s.item?.id??s.invoiceId??`at ${i}`} invoice=${s} jobTitles=${t} />
    `,[t]);return a`<${Ze} items=${e} row=${r} limit=${n} onMore=${o} />`}function Ku({invoice:e,jobTitles:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:l}=e,m=t[c??""];return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":L(n)}</b>
      </p>
      <p class="about">
        ${l?a`<${Ce} item=${l} />`:a`<${Gu} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${te(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${l&&a`<${Pe} item=${l} />`}
      ${!l&&e.status==="review"&&a`<${Yo} />`}
      ${m&&a`<a class="reach" href=${k(`/jobs/${c}`)}><${v} name="jobs" /><span dir="auto">${m}</span></a>`}
      ${l&&F(l)&&a`<a class="reach" href=${k("/outbox")}><${v} name="send" />Open the outbox</a>`}
    </div>
  `}function Gu({invoice:e}){let{icon:t="search",className:n=""}=ka[e.status??""]??{};return a`<span class=${`state ${n}`}><${v} name=${t} />${tr(e)}</span>`}function Aa({about:e,address:t,values:n,document:o,problem:r,onSend:s,editAddress:i,back:c}){let l=g(!1),m=async()=>{l.value=!0,await s(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",L(we(n.amount))],["VAT in it",n.vat.trim()&&L(we(n.vat))],["Date of the invoice",te(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${Ge(o.size)}`:"None"]];return a`
    <${I} key="review" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,p])=>p).map(([p,d])=>a`<div key=${p}><dt>${p}</dt><dd dir="auto">${d}</dd></div>`)}
        </dl>
      </div>
      ${_.obstacle.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone. ${_.sendingNotice()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${m}>
          <${v} name="send" />Send to ${T.value?.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var Ju=!1;function rr({jobId:e,item:t,about:n,address:o,initial:r,back:s}){let{query:i,path:c}=O.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[m,u]=Mt(l),[p,d]=Mt(`PDF of ${l}`),[f,$]=[A("agency").value,g(null)],h=i.has("look");if(kn(t?.id??null),m.value===void 0||p.value===void 0||!f.body&&f.busy)return a`<${I} key="loading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let b=f.body&&Zu(f.body,e);if(b)return a`<${I} key="none" title="Invoice" back=${s}><p class="notice">${b}</p><//>`;let x={...r,...t&&va(t.content),...m.value},w=t?.asks==="document",y=(p.value??(w?null:t?.document))||null,E=D=>D==="document"?p.value!==null:m.value&&D in m.value,Re=Object.fromEntries(Object.entries(t?.faults??{}).filter(([D])=>!E(D))),Xe=!Object.keys(Cn(x,y,f.body,e)).length,{statementId:he}=r,X=D=>k(c,{...he&&{statement:he},...t&&{change:t.id},...D}),G=()=>{let D=ha(x,e);return t?_.edit(t.id,{content:D,...(p.value!==null||w)&&{document:Ta(y)}}):_.add({kind:"invoice",jobId:e,about:n,content:D,document:Ta(y)})},re=async()=>{$.value=null;try{let{id:D}=await G();V("Your invoice waits to be sent."),fe(k(c,{sent:D}),{replace:!0}),u(null),d(null)}catch(D){$.value=Y(D)??"Your invoice could not be kept. Please try again."}};if(h&&Xe)return a`
      <${Aa}
        about=${n} address=${o} values=${x} document=${y} problem=${$.value} onSend=${re}
        editAddress=${X({})} back=${s}
      />
    `;let ve=(D,dc)=>u({...m.value,[D]:dc}),le=D=>d(D??Ju);return a`
    <${I} key="form" title="Invoice" back=${s} keepsFocus=${h}>
      <${zu} about=${n} address=${o} />
      ${e&&a`<${jn} jobId=${e} agency=${f.body} />`}
      <${Sa}
        values=${x} setValue=${ve} document=${y} setDocument=${le} agency=${f.body}
        jobId=${e} faults=${Re} showsAll=${h} onComplete=${()=>fe(X({look:"1"}))}
      />
    <//>
  `}function zu({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Zu({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var Ta=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var Ia=({item:e,back:t})=>a`
  <${I} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Jo} item=${e} /></ol>
    ${F(e)&&!Z(e)&&!ie(e)&&a`<p class="hint">You can go on. It is kept if you close the portal: ${_.sendingNotice()}</p>`}
    <a class="reach" href=${k("/money",{show:"invoices"})}><${v} name="invoice" />All your invoices</a>
  <//>
`;var Xu={path:"/money",name:"Money"};function sr({id:e}){let{query:t}=O.value,n=Number(t.get("sent")??t.get("change")),o=(_.items.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Xu;if(n&&_.items.value===null)return a`<${I} key="loading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Oe(o)))return a`<${Ia} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?Qu:ef} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function Qu({id:e,statementId:t,item:n,back:o}){let{job:r,resource:s}=Dn(e);if(!r&&!n&&s.status===404)return a`<${Ea} resource=${s} back=${o} />`;let i={...Oa,statementId:t,invoiceDate:ae()},c=r?.property?.address;return a`
    <${rr} jobId=${e} about=${r?ce(r):e} address=${c} initial=${i} item=${n} back=${o} />
  `}function ef({statementId:e,item:t,back:n}){let o=A("statements/pending").value,r=o.body?.statements.find(c=>c.statementId===e);if(!r&&o.busy)return a`<${Ea} resource=${o} back=${n} />`;let s={...Oa,...r&&tf(r),statementId:e,invoiceDate:ae()},i=r?er(r):"";return a`<${rr} jobId=${null} about=${i} initial=${s} item=${t} back=${n} />`}var Ea=({resource:e,back:t})=>a`
  <${I} key="missing" title="Invoice" back=${t}><${ne} resource=${e} /><//>
`,Oa={amount:"",vat:"",description:"",invoiceNumber:""},tf=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var pt=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var Da=ko/1e3;function ir(e){let[t,n]=[g(null),g(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await _.add({kind:"completion",jobId:e.jobId,about:ce(e),content:{completed:r},document:null}),V(r?`Marked complete. You have ${Da} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=Y(s)??"This could not be kept. Please try again."}n.value=!1}},t.value]}function Na({job:e,isOpen:t}){let[n,o]=ir(e),r=Dt(e.jobId);return r?a`<${nf} item=${r} />`:a`
    ${t&&a`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${v} name="done" />Mark complete</button>`}
    ${o&&a`<p class="notice" role="alert">${o}</p>`}
  `}function nf({item:e}){return a`
    <div class="pending">
      <p class="state-line">
        <${v} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ce} item=${e} />
      </p>
      <${Pe} item=${e} />
      ${Z(e)&&a`<a class="reach" href=${k("/outbox")}><${v} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function Ma({jobId:e}){let t=g(null),[n]=xn(_.itemsOf(e));return a`
    ${n&&a`
      <div class="undo">
        <p>You have ${Da} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await _.undo(n.id),V("Undone. The job is not marked complete.")}catch(r){let s=Y(r);if(!s)throw r;t.value=s}}}>
          <${v} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&a`<p class="notice" role="alert">${t.value}</p>`}
  `}function Ca({job:e,canAdd:t}){let n=T.value?.displayName,o=_.itemsOf(e.jobId).filter(s=>s.kind==="note").filter(s=>!of(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:l},m)=>a`
            <li key=${s??`at ${m}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${l&&a`<time datetime=${l}>${Me(l)}</time>`}</p>
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
      ${t&&a`<${rf} job=${e} />`}
    </section>
  `}var of=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function rf({job:e}){let t=Le(A("agency").value.body),[n,o]=Mt(`note on ${e.jobId}`),[r,s]=[g(null),g(!1)],i=async l=>{if(l.preventDefault(),s.value)return;let m=ge(n.value??"");if(r.value=Sn(m,t),!r.value){s.value=!0;try{await _.add({kind:"note",jobId:e.jobId,about:ce(e),content:{note:m},document:null}),o(null),V("Your note waits to be sent.")}catch(u){r.value=Y(u)??"Your note could not be kept. Please try again."}s.value=!1}},c=({target:l})=>o(l.value||null);return a`
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
  `}function Pa({job:e}){let t=g(!1),[n,o]=ir(e);return Dt(e.jobId)?null:a`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?a`<${sf} onConfirm=${()=>n(!1)} onCancel=${()=>t.value=!1} />`:a`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${v} name="reopen" />Reopen this job
          </button>`}
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function sf({onConfirm:e,onCancel:t}){let n=W(null);return ue(()=>n.current?.focus(),[]),a`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${T.value?.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var La={path:"/jobs",name:"Jobs"};function Ra({id:e}){let{job:t,resource:n}=Dn(e),o=A("agency").value.body;if(!t)return a`<${I} title="Job" back=${La}><${ne} resource=${n} /><//>`;let r=o?.offers??[],[s,i]=[Nn(t,o),r.includes("jobs.complete")];return a`
    <${I} title=${ce(t)} back=${La}>
      <${af} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${cf} job=${t} />
      </div>
      <div class="doing">
        ${i&&a`<${Na} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${k(`/jobs/${e}/invoice`)}><${v} name="invoice" />Send its invoice</a>`}
        ${i&&a`<${Ma} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&a`<${jn} jobId=${e} agency=${o} />`}
      <${Ca} job=${t} canAdd=${r.includes("notes.add")} />
      ${i&&s==="completed"&&a`<${Pa} job=${t} />`}
      <${pe} resource=${n} />
    <//>
  `}function af({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${ze(e)&&a`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
      ${t&&a`<${pt}>${t}<//>`}
      ${n&&!ze(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${Me(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${te(i)}</time></span>`}
    </p>
  `:null}function cf({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Ui} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${Je} phone=${o} who=${n??"the tenant"} /><${dt} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Fn={open:"Open",completed:"Completed",cancelled:"Cancelled"},ar=Object.keys(Fn),lf={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},Ua={text:"",limit:oe,matchLimit:oe},ht=M({accountName:null,tab:null,...Ua});function cr(){let e=A("jobs").value,t=A("agency").value.body,n=O.value.query.get("show")??"open",o=Object.hasOwn(Fn,n)?n:"open";return a`
    <${I} title="Jobs">
      ${e.body?a`<${uf} jobs=${e.body.jobs} begunAt=${e.begunAt} agency=${t} tab=${o} />`:a`<${ne} resource=${e} />`}
      <${pe} resource=${e} />
    <//>
  `}function uf({jobs:e,begunAt:t,agency:n,tab:o}){let r=O.value.account,{text:s,limit:i,matchLimit:c}=ja(r,o),l=sa(t),m=J(()=>ca(Xo(e,t)),[e,l]),u=J(()=>df(m,n),[m,n]),p=J(()=>ff(u,aa(s)),[u,s]),d=p[o].length,f=h=>{ht.value={...ja(r,o),...h}};return P(()=>{s&&V(d?`${B(d,"job")} found`:"No job found")},[s,o]),a`
    <form class="search" role="search" onSubmit=${h=>h.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${v} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${({target:h})=>f({text:h.value,matchLimit:oe})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${ar.filter(h=>h!=="cancelled"||u.cancelled.length).map(h=>a`
          <a key=${h} href=${k("/jobs",{show:h})} aria-current=${h===o?"true":null}>
            ${Fn[h]} <span class="number">${p[h].length}</span>
          </a>
        `)}
    </nav>
    ${!d&&a`<p class="notice">${s?`No job here has “${s}” in it.${mf(p)}`:lf[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${Ze} items=${u[o]} row=${Ba} limit=${i} onMore=${()=>f({limit:i+oe})} />
    </div>
    ${s&&a`<${Ze} key=${`matches ${o}`} items=${p[o]} row=${Ba} limit=${c} onMore=${()=>f({matchLimit:c+oe})} />`}
  `}function ja(e,t){let n=ht.value.accountName===e?ht.value.text:"";return ht.value.accountName===e&&ht.value.tab===t?ht.value:{...Ua,accountName:e,tab:t,text:n}}var ff=(e,t)=>Object.fromEntries(ar.map(n=>[n,e[n].filter(t)]));function mf(e){return ar.filter(n=>e[n].length).map(n=>` ${Fn[n]}: ${e[n].length}.`).join("")}function df(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Nn(o,t)].push(o);return n}var Fa=new WeakMap;function Ba(e){let t=ia(e.jobId,T.value?.agencyName),n=[ae(),...t].join(),o=Fa.get(e);if(o?.version===n)return o.markup;let r=pf(e,t);return Fa.set(e,{version:n,markup:r}),r}function pf(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${k(`/jobs/${n}`)}>
        ${ze(e)&&a`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${ce(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${pt}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${Li(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t.map(c=>a`<span key=${c} class="unsent"><${v} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Bn=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,n)=>t+n,0)/100,Wa=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function Ha(e){let t=new Map;for(let{date:i,amount:c}of e){let l=i?.slice(0,7);l&&t.set(l,Bn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n[n.length-1]];for(;o.length<12&&o[0]>n[0];)o.unshift(lr(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:Bn(s.map(i=>t.get(i)))},...r]:r}function Va(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,qa(t)],"Last month":[`${lr(t)}-01`,qa(lr(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function lr(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function qa(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var ur="Other dates";function Ka({from:e,to:t,onChange:n}){let o=Va(ae()),r=Object.keys(o),s=r.find(m=>o[m].join()===[e,t].join()),i=g(!s),c=({target:m})=>{i.value=m.value===ur,i.value||n(...o[m.value])},l=!!(e&&t&&e>t);return a`
    <form class="dates" onSubmit=${m=>m.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${i.value?ur:s} onChange=${c}>
          ${[...r,ur].map(m=>a`<option key=${m}>${m}</option>`)}
        </select>
      </div>
      ${i.value&&a`
        <${Ya} id="from" label="From" value=${e} isWrong=${l} onChange=${m=>n(m,t)} />
        <${Ya} id="to" label="To" value=${t} isWrong=${l} onChange=${m=>n(e,m)} />
        <p id="dates-problem" class="problem" role="alert">${l&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Ya=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var hf=/^[=+\-@\t\r\n＝＋－＠]/u,vf=/[",\r\n]/;function Ga(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map($f).join(",")}\r
`).join("")}function $f(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=hf.test(e)?`'${e}`:e;return vf.test(t)?`"${t.replaceAll('"','""')}"`:t}function Ja(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Za({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>L(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${za}>Month<//><${za}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${_f} key=${r.month} ...${r} maxAmount=${n} />`)}</tbody>
      </table>
    </div>
  `}var za=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,_f=({month:e,amount:t,maxAmount:n})=>a`
  <tr>
    <th scope="row">${e?Pi(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${yf} share=${t/n} />`}<b>${L(t)}</b></span></td>
  </tr>
`,yf=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function Xa({statements:e,jobTitles:t,agency:n,isPending:o,limit:r,onMore:s}){let i=Yt(c=>a`
      <${bf}
        key=${c.statementId} statement=${c} jobTitle=${t[c.jobId??""]} isPending=${o}
        invoiceAddress=${o&&wf(c,n)}
      />
    `,[t,n,o]);return a`<${Ze} items=${e} row=${i} limit=${r} onMore=${s} />`}function bf({statement:e,jobTitle:t,isPending:n,invoiceAddress:o}){let{reference:r,description:s,amount:i,status:c,jobId:l}=e,[m,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":L(i)}</b>
      </p>
      <p class="about">
        ${p&&p!==u&&a`<${pt}>${p}<//>`}
        ${m&&a`<span>${u} <time datetime=${m}>${te(m)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${gf} statement=${e} />
      ${t&&a`<a class="reach" href=${k(`/jobs/${l}`)}><${v} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${v} name="invoice" />Send its invoice</a>`}
    </div>
  `}function gf({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${L(e)} in all`,t&&`${L(t)} of it VAT`,n&&`less ${L(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function wf({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Mn(n)?null:n.invoice.link==="job_or_statement"?k("/invoice",{statement:e}):t&&k(`/jobs/${t}/invoice`,{statement:e})}var U=e=>t=>t[e],Qa=[["Statement",U("statementId")],["Date",U("date")],["Reference",U("reference")],["Description",U("description")],["Job",U("jobId")],["Net",U("net")],["VAT",U("vat")],["Gross",U("gross")],["Commission",U("commission")],["Amount",U("amount")],["Status",U("status")]],Sf=[["Invoice",U("invoiceId")],["Date",U("invoiceDate")],["Number",U("invoiceNumber")],["Description",U("description")],["Job",U("jobId")],["Statement",U("statementId")],["Amount",U("amount")],["VAT",U("vat")],["Status",e=>e.item?be(e.item,T.value?.agencyName):tr(e)],["Sent",U("submittedAt")],["Document",({document:e})=>e?.name]],Se={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,totalLabel:"On its way to you",emptyText:"Nothing is on its way to you just now.",noun:"payment",columns:Qa},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",totalLabel:"Invoiced",emptyText:"No invoice was sent yet. An invoice is sent from its job.",noun:"invoice",columns:Sf},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,totalLabel:"Paid to you",emptyText:"Nothing was paid yet.",noun:"payment",columns:[...Qa,["Paid",U("paidAt")]]}},ec=Object.keys(Se);function tc(e){let t=({path:n,needs:o})=>e.includes(o[0])?n:null;return{pending:A(t(Se.pending)).value,invoices:A(t(Se.invoices)).value,paid:A(t(Se.paid)).value}}function fr(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=nr(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var xf=4*oe,nc=new Map;function oc({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,totalLabel:c,emptyText:l,noun:m,columns:u}=Se[e],{query:p,isBack:d}=O.value,f=p.toString(),$=g(d&&nc.get(f)||xf),h=A("jobs").value.body?.jobs,b=J(()=>Object.fromEntries((h??[]).map(G=>[G.jobId,ce(G)])),[h]),x=J(()=>{let G=Wa(n,o);return t.filter(re=>G(s(re)))},[t,s,n,o]),w=Bn(x.filter(i).map(G=>G.amount)),y=n||o;if(P(()=>{y&&V(x.length?`${B(x.length,m)}, ${L(w)}`:"None for these dates")},[]),!x.length)return a`<p class="notice">${y?"There is none for these dates.":l}</p>`;let{agency:E,contractorId:Re}=ye.value,Xe=()=>Ja(`${E} ${Re} ${e} ${ae()}.csv`,Ga(u,x)),he=()=>nc.set(f,$.value+=oe),X={jobTitles:b,limit:$.value,onMore:he};return a`
    <p class="total"><span>${c}</span> <b>${L(w)}</b></p>
    ${e==="paid"&&a`<${Za} caption="Paid by month" rows=${Ha(x.map(G=>({...G,date:s(G)})))} />`}
    ${e==="invoices"?a`<${or} invoices=${x} ...${X} />`:a`<${Xa} statements=${x} agency=${r} isPending=${e==="pending"} ...${X} />`}
    <button type="button" class="btn btn-secondary" onClick=${Xe}><${v} name="download" />Download as CSV</button>
  `}function rc(){let e=A("agency").value,t=e.body?.offers??[],n=tc(t),o=ec.filter(r=>Se[r].needs.some(s=>t.includes(s)));return e.body?o.length?a`<${I} title="Money"><${kf} tabs=${o} resources=${n} agency=${e.body} /><//>`:a`<${I} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${I} title="Money"><${ne} resource=${e} /><//>`}function kf({tabs:e,resources:t,agency:n}){let{query:o}=O.value,[r,s,i]=["from","to","show"].map(f=>o.get(f)??""),c=e.find(f=>f===i)??e[0],l=t[c],m=_.items.value??[],u=fr(c,l,m),p=(f,$,h)=>k("/money",{show:f,...$&&{from:$},...h&&{to:h}}),d=(f,$)=>fe(p(c,f,$),{replace:!0});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(f=>a`
          <a key=${f} href=${p(f,r,s)} aria-current=${f===c?"true":null}>
            ${Se[f].title} <span class="number">${fr(f,t[f],m)?.length}</span>
          </a>
        `)}
    </nav>
    <${Ka} key=${c} from=${r} to=${s} onChange=${d} />
    ${u&&a`<${oc} key=${[c,r,s].join()} tab=${c} rows=${u} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&a`<${ne} resource=${l} />`}
    <${pe} resource=${l} />
  `}var Af="You can also ask for a code.";function sc(){let[e,t]=[g(null),g(!1)];if(!zo)return null;let n=async()=>{e.value=null,t.value=!0;let o=await Xi();if("problem"in o)e.value=`${o.problem} ${Af}`;else{let r=await $i(o.credential);r.status===201?ta():e.value=K(r)}t.value=!1};return a`
    <section aria-label="Passkey">
      <button class="btn btn-secondary wide" type="button" disabled=${t.value} onClick=${n}>
        <${v} name="access" />Sign in with a passkey
      </button>
      <p class="problem" role="alert">${e.value}</p>
    </section>
  `}var Ct=6,Tf=30,ac=5,If=`A code can be tried ${ac} times. Please send another one.`;function cc({request:e,onRequest:t,onSignedIn:n,onOtherEmail:o}){let[r,s]=[g(null),g(!1)],i=W(null),c=()=>i.current,l=W(0),m=Ef(e.at);ue(()=>i.current?.focus(),[]);let u=h=>{r.value=h,c().focus(),c().select()},p=async()=>{let h=ic(c().value);if(h.length!==Ct)return u(`The code has ${Ct} digits.`);r.value=null,s.value=!0;let b=await vi(e.email,h);return s.value=!1,b.status===201?n():(b.status===401&&b.problem?.type!=="no-account"&&(l.current+=1),u(l.current<ac?K(b):If))},d=()=>{let h=ic(c().value);h!==c().value&&(c().value=h),r.value=null,h.length===Ct&&!s.value&&p()},f=async()=>{let h=await $n(e.email);return h.status!==204?u(K(h)):(V("Another code is on its way."),l.current=0,c().value="",c().focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${h=>{h.preventDefault(),p()}} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Ct} digits</label>
      <input
        id="code" ref=${i} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${r.value?"true":null} onInput=${d}
      />
      <p id="code-problem" class="problem" role="alert">${r.value}</p>
      <button class="btn btn-primary wide" disabled=${s.value}>${s.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${m>0} onClick=${f}>
        Send another code${m>0?` (in ${m} s)`:""}
      </button>
      ${o&&a`<button class="btn btn-link" type="button" onClick=${o}>Use another address</button>`}
    </div>
  `}var ic=e=>e.replace(/\D/g,"").slice(0,Ct);function Ef(e){let t=g(mr(e));return P(()=>{t.value=mr(e);let n=setInterval(()=>{t.value=mr(e),t.value||clearInterval(n)},1e3);return()=>clearInterval(n)},[t,e]),t.value}var mr=e=>Math.max(0,Math.ceil(Tf-(Date.now()-e)/1e3));var lc="Please enter a whole e-mail address, such as name@example.com.";function uc({initialEmail:e,onRequest:t}){let[n,o]=[g(null),g(!1)],r=W(null);return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current,l=c.value.trim();if(n.value=c.checkValidity()?null:lc,n.value){c.focus();return}o.value=!0;let m=await $n(l);if(m.status===204){await t({email:l,at:Date.now()});return}o.value=!1;let u=m.problem?.errors?"email"in Jt(m):m.status===400;n.value=u?lc:K(m),c.focus()}} noValidate>
      <p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
      <label for="email">E-mail address</label>
      <input
        id="email" ref=${r} class="form-control" type="email" name="email" required maxlength=${Et.emailCharacters} autocomplete="email"
        autocapitalize="none" spellcheck=${!1} defaultValue=${e} aria-describedby="email-problem"
        aria-invalid=${n.value?"true":null}
      />
      <p id="email-problem" class="problem" role="alert">${n.value}</p>
      <button class="btn btn-primary wide" disabled=${o.value}>${o.value?"Sending …":"Send me a code"}</button>
    </form>
  `}var Of="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",fc=()=>a`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${v} name="mark" /></span>Contractor Portal</header>
    ${hn.value?a`<${I} key="code" title="Enter your code" keepsFocus>
          <${cc} request=${hn.value} onRequest=${mt} onSignedIn=${ea} onOtherEmail=${()=>mt(null)} />
        <//>`:a`<${I} key="email" title="Sign in">
          ${Ke.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${Ne.value&&a`<p class="problem" role="alert">${Of}</p>`}
          ${ft.value&&a`<p class="problem" role="alert">${ft.value}</p>`}
          <${uc} initialEmail=${Ke.value??""} onRequest=${mt} />
          <${sc} />
          <${Ti} />
        <//>`}
  </div>
`;var Df={jobs:cr,job:Ra,invoice:sr,statement:sr,money:rc,contacts:Gi,account:Ki,devices:Ei,outbox:Vi};function Yb(){if(_e.value)return a`<${mc}>${Tn}<//>`;if(S.value===void 0)return a`<${mc}>Opening …<//>`;if(S.value===null)return a`<${fc} />`;if(T.value===null)return a`<${Yi} />`;let{screen:e,id:t,path:n}=O.value,o=Df[e]??cr,r=ee(T.value);return a`<${Zo} key=${r}><${o} key=${n} id=${t} /></${Zo}>`}var mc=({children:e})=>a`<main class="screen"><p class="loading" role="status">${e}</p></main>`;export{Nf as a,P as b,Ae as c,qe as d,g as e,a as f,H as g,K as h,tm as i,im as j,am as k,te as l,Me as m,Ee as n,_ as o,be as p,gn as q,V as r,S as s,ee as t,T as u,ye as v,ed as w,$n as x,td as y,ud as z,fd as A,zo as B,zi as C,Oh as D,ta as E,cc as F,gd as G,Yb as H};
