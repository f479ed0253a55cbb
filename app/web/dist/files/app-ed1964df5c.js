(()=>{var x,sr,Fn,ke,Bn,Vt,ir,qt,ar,Wn,Un,za,vt=Symbol.for("pv"),Yt={},Gt=[],Za=/^m(i|n|o|s|text|space)$/,qn=Array.isArray,Hn=Gt.slice,Le=Object.assign;function je(e){e&&e.parentNode&&e.remove()}function Kt(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?Hn.call(arguments,2):n),ht(e,i,o,r,null)}function ht(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:vt,__v:r||++sr,__i:-1,__u:0};return!r&&x.vnode&&x.vnode(s),s}function Re(e){return e.children}function Xe(e,t){this.props=e,this.context=t,this.__g=0}function Oe(e,t){if(t==null)return e.__&&Oe(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Oe(e)}function Xa(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Le({constructor:vt},n)).__v=n.__v+1,x.vnode&&x.vnode(t),Vn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||Oe(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,mr(r,t,s),n.__=n.__e=null,t.__e!=o&&cr(t))}function cr(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),cr(e)}function or(e){(8&e.__g||(e.__g|=8,ke.push(e),Vt++))&&Bn==x.debounceRendering||((Bn=x.debounceRendering)||queueMicrotask)(lr)}function lr(){try{for(var e,t=1;ke.length;)ke.length>t&&ke.sort(ir),e=ke.shift(),t=ke.length,8&e.__g&&Xa(e)}finally{(Vt=ke.length)&&(Bn||queueMicrotask)(lr)}}function ur(e,t,n,o,r,s,i,c,l,d,u){var m,p,f,h,O,g,$=o.__k||Gt,_=t.length;for(l=Qa(n,t,$,l,_),m=0;m<_;m++)(f=n.__k[m])!=null&&(p=~f.__i&&$[f.__i]||Yt,f.__i=m,g=Vn(e,f,p,r,s,i,c,l,d,u),h=f.__e,(p.ref!=f.ref||8&p.__u)&&(p.ref&&Yn(p.ref,null,f,p),f.ref&&u.push(f.ref,f.__c||h,f)),O=O||h,4&f.__u?(l=fr(f,l,e,!p.__v),p.__e&&(p.__e=null)):typeof f.type=="function"&&g!==void 0?l=g:h&&(l=h.nextSibling),f.__u&=-21);return n.__e=O,l}function Qa(e,t,n,o,r){var s,i,c,l,d,u,m,p,f,h=n.length,O=h,g=0,$=0,_=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=_[s]=ht(null,i):qn(i)?i=_[s]=ht(Re,{children:i}):i.constructor===vt&&i.__b?i=_[s]=ht(i.type,i.props,i.key,i.ref,i.__v):_[s]=i,l=s+g,i.__=e,i.__b=e.__b+1,c=null,~(d=i.__i=ec(i,n,l,O))&&(O--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,d==l-1?g--:d==l+1?g++:d!=l&&(d>l?g--:g++,$=1)):(~d||(r>h?g--:r<h&&g++),typeof i.type!="function"&&(i.__u|=4))):_[s]=null;if($){for(u=[],m=[],s=0;s<r;s++)if((i=_[s])&&16&i.__u){for(g=0,p=u.length;g<p;)u[f=g+p>>1]<i.__i?g=f+1:p=f;u[g]=i.__i,m[s]=g+1}for(g=u.length;s--;)m[s]&&(m[s]==g?g--:_[s].__u|=4)}if(O)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Oe(c)),Gn(c,c));return o}function fr(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=fr(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Oe(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function ec(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&i==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function rr(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Wt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||rr(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||rr(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=Un[t]||(Un[t]=tc(t)),(e.__a||(e.__a={}))[t]=Wn,s=t!=(t=t.replace(ar,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function tc(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[qt]==null)t[qt]=Wn++;else if(t[qt]<this.__a[e])return;return n(x.event?x.event(t):t)}}}function Vn(e,t,n,o,r,s,i,c,l,d){var u,m,p,f,h,O,g,$,_,T,I,Se,Pe,xe,oe,M,de,Ce,he=t.type;if(t.constructor!==vt)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,m=s=[],u.nodeType==8?c=Ht(u,s):s.push(u),c=s[0]||c),(u=x.__b)&&u(t);e:if(typeof he=="function"){p=i.length;try{if($=t.props,_=(u=he.prototype)&&u.render,T=(u=he.contextType)&&o[u.__c],I=u?T?T.props.value:u.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):(_?t.__c=f=new he($,I):(t.__c=f=new Xe($,I),f.constructor=he,f.render=oc),T&&T.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),_&&(f.__s||(f.__s=f.state),he.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=Le({},f.__s)),Le(f.__s,he.getDerivedStateFromProps($,f.__s)))),h=f.props,O=f.state,f.__v=t,n.__c){if($!==h&&_&&!he.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps($,I),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate($,f.__s,I)===!1){t.__v!=n.__v&&(f.props=$,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(re){re&&(re.__=t)}),Gt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&i.push(f),c=Oe(n);break e}f.componentWillUpdate&&f.componentWillUpdate($,f.__s,I),_&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate(h,O,g)})}else _&&!he.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),_&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=I,f.props=$,f.__P=e,f.__g&=-5,Se=x.__r,Pe=_?25:0;do f.__g&=-9,Se&&Se(t),u=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++Pe<25);_&&(Gt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=Le({},o,f.getChildContext())),_&&n.__c&&f.getSnapshotBeforeUpdate&&(g=f.getSnapshotBeforeUpdate(h,O)),xe=u&&u.type===Re&&u.key==null?u.props.children:u,$.__P&&(u=c,r=(e=$.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(re){re&&Gn(re,re)}),n.__k=null),c=n.__k?Oe(n,0):null),c=ur(e,qn(xe)?xe:[xe],t,n,o,r,s,i,c,l,d),$.__P&&(t.__e=null,c=u),t.__u&=-161,m&&m.some(je),f.__h.length&&i.push(f),1&f.__g&&(f.__g&=-4)}catch(re){if(i.length=p,t.__v=null,l||s)if(re&&re.then){if(t.__u|=128|l,s){for(~(de=s.indexOf(c||void 0))||(de=s.length);(Ce=s[de-1])&&Ce.nodeType==8;)de--;for(;de<s.length;de++)if(Ce=s[de])if(s[de]=null,oe){if(Ce==M)break}else{if(Ce.nodeType!=8)break;Ce.data.startsWith("$s")&&(M=Ht(oe=Ce))}}if(!oe){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;oe=c}(u=Ht(oe=t.__c.__z||(t.__c.__z=oe)))?(t.__e=oe,c=u):t.__e=c,c=c&&c.nextSibling}else s&&s.some(je);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),re&&re.then||dr(t),x.__e(re,t,n)}}else c=t.__e=nc(n.__e,t,n,o,r,s,i,l,d,e);return(u=x.diffed)&&u(t),c}function Ht(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function dr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(dr))}function mr(e,t,n){for(var o=0;o<n.length;)Yn(n[o++],n[o++],n[o++]);x.__c&&x.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){x.__e(s,r.__v)}})}function nc(e,t,n,o,r,s,i,c,l,d){var u,m,p,f,h,O,g,$,_=n.props||Yt,T=t.props,I=t.type;if(I=="svg"?r="http://www.w3.org/2000/svg":I=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(u=0;u<s.length;u++)if((h=s[u])&&(I?h.localName==I:h.nodeType==3)){e=h,s[u]=null;break}}if(!e){if($=d.ownerDocument||document,!I)return $.createTextNode(T);e=$.createElementNS(r,I,T.is?T:d),c&&(x.__m&&x.__m(t,s),c=!1),s=null}if(I){if(d=I=="template"&&e.content||e,s=I=="textarea"&&T.defaultValue!=null?null:s&&Hn.call(d.childNodes),!c&&s)for(_={},u=0;u<e.attributes.length;u++)_[(h=e.attributes[u]).name]=h.value;for(u in _)h=_[u],u=="dangerouslySetInnerHTML"?p=h:u=="children"||u in T||u=="value"&&"defaultValue"in T||u=="checked"&&"defaultChecked"in T||Wt(e,u,null,h,r);for(u in T)h=T[u],u=="children"?f=h:u=="dangerouslySetInnerHTML"?m=h:u=="value"?O=h:u=="checked"?g=h:c&&typeof h!="function"||_[u]===h||Wt(e,u,h,_[u],r);m?(c||p&&(m.__html==p.__html||m.__html==e.innerHTML)||(e.innerHTML=m.__html),t.__k=[]):(p&&(e.textContent=""),(I=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Za.test(I))&&(r="http://www.w3.org/1999/xhtml"),ur(d,qn(f)?f:[f],t,n,o,r,s,i,s?s[0]:n.__k&&Oe(n,0),c,l),s&&s.some(je)),c&&I!="textarea"||(u="value",I=="progress"&&O==null?e.removeAttribute(u):O==null||O===e[u]&&(I!="progress"||O)||Wt(e,u,O,_[u],r),u="checked",g!=null&&g!=e[u]&&Wt(e,u,g,_[u],r))}else _===T||c&&e.data==T||(e.data=T);return e}function Yn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){x.__e(r,n)}}function Gn(e,t,n){var o,r,s,i;if(x.unmount&&x.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Yn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){x.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&Gn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Ht(o,s=[]))&&(o==e.__e&&s.some(je),je(r),je(o)),n||je(e.__e),e.__e=e.__c=e.__=null}function oc(e,t,n){return this.constructor(e,n)}function pr(e,t){var n,o,r,s;x.__&&x.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=ht(Re,{children:[e]}),r=[],s=[],Vn(t,t.__k,o||Yt,Yt,t.namespaceURI,o?null:t.firstChild?Hn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),mr(r,t.__k,s),t.__k.props.children=null}x={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Vt=0,e}},sr=0,Fn=function(e){return e!=null&&e.constructor===vt},Xe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Le({},this.state)),typeof e=="function"&&(e=e(Le({},n),this.props)),e&&(Le(n,e),this.__v&&(t&&this.__k.push(t),or(this)))},Xe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),or(this))},Xe.prototype.render=Re,ke=[],Vt=0,ir=function(e,t){return e.__v.__b-t.__v.__b},qt=Symbol(),ar=/(PointerCapture)$|Capture$/i,Wn=0,Un={},za=0;var Be,L,Kn,hr,Jn=Object.is,_t=0,xr=[],zn=[],j=x,vr=j.__b,$r=j.__r,_r=j.diffed,yr=j.__c,gr=j.unmount,br=j.__;function yt(e,t){j.__h&&j.__h(L,e,_t||t),_t=0;var n=L.__H||(L.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function Ue(e){return _t=1,rc(Or,e)}function rc(e,t,n){var o=yt(Be++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Or(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);Jn(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=L,!L.__f)){L.__f=!0;var r=L.shouldComponentUpdate;L.shouldComponentUpdate=function(s,i,c){var l=this.__H;if(!l)return!0;var d=!1,u=this.props!=s;if(l.__.some(function(p){p.__N&&(d=!0,Jn(p.__[0],p.__N[0])||(u=!0))}),r){var m=r.call(this,s,i,c);return d?m||u:m}return!d||u}}return o.__}function R(e,t){var n=yt(Be++,3);!j.__s&&Xn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,L.__H.__h.push(n))}function le(e,t){var n=yt(Be++,4);!j.__s&&Xn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,L.__h.push(n))}function H(e){return _t=5,J(function(){return{current:e}},[])}function J(e,t){var n=yt(Be++,7);return Xn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Jt(e,t){return _t=8,J(function(){return e},t)}function kr(){var e=yt(Be++,11);if(!e.__){for(var t=L.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function sc(){var e;do{for(;e=zn.shift();)try{$t(e)}catch(n){j.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=xr.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some($t),t.__h.some(Zn),t.__h=[]}catch(n){t.__h=[],j.__e(n,e.__v)}}}while(zn.length)}j.__b=function(e){L=null,vr&&vr(e)},j.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),br&&br(e,t)},j.__r=function(e){$r&&$r(e),Be=0;var t=(L=e.__c).__H;t&&(Kn==L?L.__h=[]:(t.__h.some($t),t.__h.some(Zn),Be=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Kn=L},j.diffed=function(e){_r&&_r(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Sr(xr.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Kn=L=null},j.__c=function(e,t){t.some(function(n){try{n.__h.some($t),n.__h=n.__h.filter(function(o){return!o.__||Zn(o)})}catch(o){n.__h=[function(){throw o}]}}),yr&&yr(e,t)},j.unmount=function(e){gr&&gr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Sr(zn.push(r))}else $t(r)}catch(s){t=s}}),o.__H=void 0,t&&j.__e(t,o.__v))};var wr=typeof requestAnimationFrame=="function";function ic(e){var t,n=function(){clearTimeout(o),wr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);wr&&(t=requestAnimationFrame(n))}function Sr(e){e!=1&&hr==j.requestAnimationFrame||((hr=j.requestAnimationFrame)||ic)(sc)}function $t(e){var t=L,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),L=t}function Zn(e){var t=L;e.__c=e.__(),L=t}function Xn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!Jn(n,e[o])})}function Or(e,t){return typeof t=="function"?t(e):t}var ac=Symbol.for("preact-signals");function Qt(){if(ve>1)ve--;else{var e,t=!1;for((function(){var r=Zt;for(Zt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();bt!==void 0;){var n=bt;for(bt=void 0,zt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Er(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(zt=0,ve--,t)throw e}}function eo(e){if(ve>0)return e();Qn=++cc,ve++;try{return e()}finally{Qt()}}var gt,D=void 0;function wt(e){var t=D,n=gt;D=void 0,gt=void 0;try{return e()}finally{D=t,gt=n}}var bt=void 0,ve=0,zt=0,cc=0,Qn=0,Zt=void 0,Xt=0;function Ar(e){if(D!==void 0){var t=e.n;if(t===void 0||t.t!==D)return t={i:0,S:e,p:D.s,n:void 0,t:D,e:void 0,x:void 0,r:t},D.s!==void 0&&(D.s.n=t),D.s=t,e.n=t,32&D.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=D.s,t.n=void 0,D.s.n=t,D.s=t),t}}function q(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}q.prototype.brand=ac;q.prototype.h=function(){return!0};q.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:wt(function(){var o;(o=t.W)==null||o.call(t)}))};q.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&wt(function(){var r;(r=t.Z)==null||r.call(t)}))}};q.prototype.subscribe=function(e){var t=this;return z(function(){var n=t.value;wt(function(){return e(n)})},{name:"sub"})};q.prototype.valueOf=function(){return this.value};q.prototype.toString=function(){return this.value+""};q.prototype.toJSON=function(){return this.value};q.prototype.peek=function(){var e=this;return wt(function(){return e.value})};Object.defineProperty(q.prototype,"value",{get:function(){var e=Ar(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(zt>100)throw new Error("Cycle detected");(function(n){ve!==0&&zt===0&&n.l!==Qn&&(n.l=Qn,Zt={S:n,v:n.v,i:n.i,o:Zt})})(this),this.v=e,this.i++,Xt++,ve++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Qt()}}}});function F(e,t){return new q(e,t)}function Er(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Tr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Ir(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Fe(e,t){q.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Xt-1,this.f=4}Fe.prototype=new q;Fe.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Xt))return!0;if(this.g=Xt,this.f|=1,this.i>0&&!Er(this))return this.f&=-2,!0;var e=D;try{Tr(this),D=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return D=e,Ir(this),this.f&=-2,!0};Fe.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}q.prototype.S.call(this,e)};Fe.prototype.U=function(e){if(this.t!==void 0&&(q.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Fe.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Fe.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Ar(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function Ae(e,t){return new Fe(e,t)}function Mr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){ve++;var n=D;D=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,to(e),o}finally{D=n,Qt()}}}function to(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Mr(e)}function lc(e){if(D!==this)throw new Error("Out-of-order effect");Ir(this),D=e,this.f&=-2;try{8&this.f&&to(this)}finally{Qt()}}function Qe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,gt&&gt.push(this)}Qe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Qe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Mr(this),Tr(this),ve++;var e=D;return D=this,lc.bind(this,e)};Qe.prototype.N=function(){2&this.f||(this.f|=2,this.u=bt,bt=this)};Qe.prototype.d=function(){this.f|=8,1&this.f||to(this)};Qe.prototype.dispose=function(){this.d()};function z(e,t){var n=new Qe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Nr,tn,en,uc=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Dr=[];z(function(){Nr=this.N})();function et(e,t){x[e]=t.bind(null,x[e]||function(){})}function St(e){if(en){var t=en;en=void 0,t()}en=e&&e.S()}function Pr(e){var t=this,n=e.data,o=y(n);o.name="ReactiveDom",o.value=n;var r=J(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var d=Ae(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),u=Ae(function(){return!Array.isArray(d.value)&&!Fn(d.value)}),m=z(function(){if(this.N=Cr,u.value){var f=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),p=t.__$u.d;return t.__$u.d=function(){m(),p.call(this)},[u,d]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}Pr.displayName="ReactiveTextNode";Object.defineProperties(q.prototype,{constructor:{configurable:!0,value:Kt(Re,null).constructor},type:{configurable:!0,value:Pr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});et("__b",function(e,t){if(St(),tn=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof q&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});et("__r",function(e,t){if(e(t),t.type!==Re){St();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return z(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;uc&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),tn=o,St(n)}});et("__e",function(e,t,n,o){St(),tn=void 0,e(t,n,o)});et("diffed",function(e,t){St(),tn=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var d=s[l],u=o[l];d===void 0?(d=fc(n,l,u,r),s[l]=d):d.o(u,r)}}}e(t)});function fc(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=F(n);return{o:function(i,c){s.value=i,o=c},d:z(function(){this.N=Cr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}et("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var l in i)c[l]=i[l]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var u=d.__$u;u&&(d.__$u=void 0,u.d())}}e(t)});et("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Xe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function y(e,t){return J(function(){return F(e,t)},[])}var dc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function mc(){eo(function(){for(var e;e=Dr.shift();)Nr.call(e)})}function Cr(){Dr.push(this)===1&&(x.requestAnimationFrame||dc)(mc)}var Lr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,Lr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},jr=new Map;function Rr(e){var t=jr.get(this);return t||(t=new Map,jr.set(this,t)),(t=Lr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",l=[0],d=function(p){s===1&&(p||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,p,i):s===3&&(p||i)?(l.push(3,p,i),s=2):s===2&&i==="..."&&p?l.push(4,p,0):s===2&&i&&!p?l.push(5,0,!0,i):s>=5&&((i||!p&&s===5)&&(l.push(s,0,i,r),s=6),p&&(l.push(s,p,0,r),s=6)),i=""},u=0;u<n.length;u++){u&&(s===1&&d(),d(u));for(var m=0;m<n[u].length;m++)o=n[u][m],s===1?o==="<"?(d(),l=[l],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(d(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[u][m+1]===">")?(d(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),s=2):i+=o),s===3&&i==="!--"&&(s=4,l=l[0])}return d(),l})(e)),t),arguments,[])).length>1?t:t[0]}var a=Rr.bind(Kt);var Fr="Europe/London",no=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Fr,...e}),Wr=no({day:"numeric",month:"long",year:"numeric"}),pc=no({month:"short",year:"numeric"}),Br=no({hour:"2-digit",minute:"2-digit"}),nn=new Intl.DateTimeFormat("sv-SE",{timeZone:Fr}),hc=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),vc=864e5,se=(e=new Date)=>nn.format(e),Z=e=>Wr.format(new Date(e)),qr=e=>pc.format(new Date(`${e}-01`));function Ee(e,t=new Date){let n=new Date(e);return nn.format(n)===nn.format(t)?Br.format(n):`${Wr.format(n)}, ${Br.format(n)}`}var C=e=>hc.format(e),G=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Hr(e,t=new Date){let n=Math.round((Ur(t)-Ur(new Date(e)))/vc);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Ur=e=>Date.parse(nn.format(e)),on=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function me({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${Ee(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function X({reading:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var oo="([A-Za-z0-9_-]{1,64})",ro=new RegExp(`^${oo}$`),$c={"/":"jobs","/jobs":"jobs",[`/jobs/${oo}`]:"job",[`/jobs/${oo}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},_c=Object.entries($c).map(([e,t])=>[new RegExp(`^${e}$`),t]);function rn(e){for(let[t,n]of _c){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var A=F(so());function so(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...rn(location.pathname)??rn("/"),path:location.pathname,account:ro.test(n)&&ro.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function b(e,t={},n=A.value.account){let[o,r]=n?.split("/")??[],s=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return s?`${e}?${s}`:e}function Vr(e){A.value.account||$e(b(A.value.path,Object.fromEntries(A.value.query),e),{replace:!0})}function $e(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:yc(n)},""),history.pushState(null,"",e)),A.value=so()}var sn=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function yc(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return o?{href:r,at:sn(r,t).indexOf(o),top:o.getBoundingClientRect().top}:null}function Yr(){let{y:e,mark:t}=A.value;scrollTo(0,e);let n=t&&sn(t.href,document.querySelector("main"))[t.at];if(!n)return;let o=()=>scrollBy(0,n.getBoundingClientRect().top-t.top);o(),requestAnimationFrame(()=>requestAnimationFrame(o))}function Gr(){history.scrollRestoration="manual",addEventListener("popstate",()=>{A.value=so(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!rn(t.pathname)||(e.preventDefault(),$e(t.href,{replace:t.href===location.href,link:t}))})}var bc={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},v=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${bc[e]} /></svg>
`;var wc="Contractor Portal",Kr=!0;function S({title:e,back:t,keepsFocus:n=!1,children:o}){let r=H(null);return le(()=>{Kr||(n||r.current.focus({preventScroll:!0}),Yr()),Kr=!1},[]),le(()=>{document.title=`${e} – ${wc}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${b(t.path)}><${v} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var Jr="application/json",zr=()=>{};function Zr(e){zr=e}async function Q(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let i=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!i&&c.set("Content-Type",Jr);try{let l=await fetch(`/api/${e}`,{method:t,headers:c,body:i||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:d,headers:u}=l,p=u.get("Content-Type")?.startsWith(Jr)??!1?await l.json().catch(()=>null):null;return Sc(d,p,u)?(d===401&&zr(),{status:d,body:p,headers:u,offline:!1}):d===413?xc():io()}catch{return io()}}function Sc(e,t,n){return n.get("X-Request-ID")?e>=400?typeof t?.error=="string":t!==null||e===204||e===304:!1}var xc=()=>({...io(),status:413,offline:!1}),io=()=>({status:0,body:null,headers:new Headers,offline:!0}),kc="The portal cannot be reached just now. Please check your connection and try again.",ue=({offline:e,body:t})=>e?kc:t?.error??"Something went wrong. Please try again in a minute.";var lo=(e,t)=>t.some(n=>e instanceof n),Xr,Qr;function Oc(){return Xr||(Xr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Ac(){return Qr||(Qr=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var uo=new WeakMap,ao=new WeakMap,an=new WeakMap;function Ec(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(Te(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return an.set(t,e),t}function Tc(e){if(uo.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});uo.set(e,t)}var fo={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return uo.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return Te(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function os(e){fo=e(fo)}function Ic(e){return Ac().includes(e)?function(...t){return e.apply(xt(this),t),Te(this.request)}:function(...t){return Te(e.apply(xt(this),t))}}function Mc(e){return typeof e=="function"?Ic(e):(e instanceof IDBTransaction&&Tc(e),lo(e,Oc())?new Proxy(e,fo):e)}function Te(e){if(e instanceof IDBRequest)return Ec(e);if(ao.has(e))return ao.get(e);let t=Mc(e);return Object.is(t,e)||(ao.set(e,t),an.set(t,e)),t}var xt=e=>an.get(e);function rs(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=Te(i);return o&&i.addEventListener("upgradeneeded",l=>{o(Te(i.result),l.oldVersion,l.newVersion,Te(i.transaction),l)}),n&&i.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",d=>r(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function ss(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),Te(n).then(()=>{})}var Nc=["get","getKey","getAll","getAllKeys","count"],Dc=["put","add","delete","clear"],co={};function es(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(co[t])return co[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Dc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||Nc.includes(n)))return;let s=async function(i,...c){let l=this.transaction(i,r?"readwrite":"readonly"),d=l.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),r&&l.done]))[0]};return co[t]=s}os(e=>({...e,get:(t,n,o)=>es(t,n)||e.get(t,n,o),has:(t,n)=>!!es(t,n)||e.has(t,n)}));var Pc=["advance","continue","continuePrimaryKey"],ts={},mo=new WeakMap,is=new WeakMap,Cc={get(e,t){if(!Pc.includes(t))return e[t];let n=ts[t];return n||(n=ts[t]=function(...o){mo.set(this,is.get(this)[t](...o))}),n}};async function*jc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Cc);for(is.set(n,t),an.set(n,xt(t));t;)yield n,t=await(mo.get(n)||t.continue()),mo.delete(n)}function ns(e,t){return t===Symbol.asyncIterator&&lo(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&lo(e,[IDBIndex,IDBObjectStore])}os(e=>({...e,get(t,n,o){return ns(t,n)?jc:e.get(t,n,o)},has(t,n){return ns(t,n)||e.has(t,n)}}));var po=new Set;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e)for(let t of po)kt(t)});function as(e){let t=e.transaction;e.transaction=(...n)=>{let o=t.apply(e,n);po.add(o);for(let r of["complete","abort"])o.addEventListener(r,()=>po.delete(o));return o}}function kt(e){try{e.abort()}catch{}}async function We(e,t){let n=0,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}var Lc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...i}=r.value;o.put({...i,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],Rc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",held:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},_e=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=Rc[t]}},ls=["InvalidStateError","UnknownError"],Bc="portal:",Uc=1e4,cs=3e3,Ie=new Map,cn=new Set,vo=!1,ee=({agency:e,contractorId:t,email:n})=>`${Bc}${e}/${t} ${n}`;function Fc(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function us(){return(indexedDB.databases?await Me(()=>indexedDB.databases()):[...Ie.keys()].map(t=>({name:t}))).map(({name:t})=>Fc(t)).filter(Boolean)}var fs=()=>{vo=!0},$o=e=>cn.delete(e);async function ho(e,t=Lc){if(cn.has(e))throw new _e("gone");if(!Ie.has(e)){let n=Wc(e,t);Ie.set(e,n),n.catch(()=>Ie.delete(e))}return Me(()=>We(Uc,Ie.get(e)))}var Wc=(e,t)=>Me(async()=>{let n=await rs(e,t.length,{upgrade(o,r,s,i){i.done.catch(()=>{}),qc(t.slice(r),o,i)},blocking(o,r){r===null&&cn.add(e),_o(e)},terminated:()=>Ie.delete(e)});return as(xt(n)),n});async function qc(e,t,n){try{for(let o of e)await o(t,n)}catch{kt(n)}}async function _o(e){let t=Ie.get(e);Ie.delete(e),(await t?.catch(()=>null))?.close()}async function ds(e){let t=We(cs,Hc(e)).then(()=>!0,()=>!1);cn.add(e);let n=await t;_o(e);try{await Me(()=>We(cs,ss(e)))}catch(o){if(!n)throw o}}async function Hc(e){let t=await ho(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var V=(e,t,n)=>Me(async()=>{let o=await Vc(e,t,n);return vo=!0,o});async function Vc(e,t,n){try{return await t(await ho(e,n))}catch(o){if(!ls.includes((o.cause??o).name))throw o;return await _o(e),t(await ho(e,n))}}async function Me(e){try{return await e()}catch(t){throw t instanceof _e?t:new _e(Yc(t),t)}}function Yc(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"held":["SecurityError",...ls].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?vo?"lost":"closed":"broken"}var Gc={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},Kc="May have arrived",vs={expired:"Not delivered",abandoned:"Not delivered"},Jc=["rejected","expired","abandoned"],un=1e4,zc=144*36e5,$s=2e3,_s=3e5,go=6e4,Zc=600,Xc=36e5,Qc=6e5,el=24*36e5,tl=1e4,nl=/^document: /,ol=[400,404,405,413,415,422],ys="It may have arrived. It is sent again, and the portal knows it for the same.",rl="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",ms="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",sl=" If that does not help, attach the PDF again.",il="The portal cannot tell any more what became of it. Please look at the job before you send it again.",gs="It may have arrived a week ago. Please look at the job: if it is not there, send it again.";function ie(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:nt(e)?Kc:n==="refused"&&vs[o]||Gc[n]}function bs(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?ie(e,t):`${ie(e,t)}${vs[o]?":":", because:"} ${r}`}var ws=(e,t)=>e.state==="refused"||e.sentence?.startsWith(ie(e,t))?null:e.sentence,qe=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],B=({state:e})=>e!=="done",te=({state:e})=>["checking","review"].includes(e),bo=e=>B(e)&&!te(e),ye=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Ss=(e,t)=>ye(e)?{heldUntil:t+Qc}:void 0,Ot=e=>e.state!=="sending"&&!te(e),fn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,nt=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,K=({state:e})=>["refused","unknown"].includes(e),xs=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...dn({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+un:0}),dn=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...al}),al={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,asks:null,ended:null,result:null};function ks(e,t){return Os(e).filter(n=>yo(n)<=t||yo(n)>t+el).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function wo(e){let t=Os(e).map(yo);return t.length?Math.min(...t):null}var yo=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Os(e){let t=new Set;return e.filter(n=>{if(te(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function As(e,t){return Ts(e,t)?So(gs):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Es(e,t,n=Math.random){if(Ts(e,t))return So(gs);let o=ye(e)?ms+sl:ms;return tt(e,null,t,n,{sentence:o,asks:"document"},go)}var Ts=({sentAt:e},t)=>e!==null&&t-e>zc,Is=()=>({state:"waiting",sentence:ys,nextAt:0});function Ms(e,t,n,o=Math.random){let{status:r,body:s,headers:i,offline:c}=t,l={sentAt:e.sentAt??n},d=s?.error?.replace(nl,"")??null;if(c)return tt(e,null,n,o,{...l,sentence:ys},go);if(r===413&&!s)return tt(e,Zc,n,o,{sentAt:e.sentAt,sentence:rl,asks:"size"},Xc);let u=i.get("Submission-State"),m=i.get("Retry-After");return r===200||r===201?Ds(e,s,n):r===202?ps(s.state,s.submissionId,s.message,n):u==="rejected"?ln(d,{ended:u}):r===409&&m?tt(e,m,n,o,{...l,sentence:d},tl):i.get("Location")?ps(u,i.get("Location").split("/").at(-1),d,n):u==="not-sent"?tt(e,m,n,o,{sentAt:null,sentence:d}):r===409?ln(d,{asks:e.kind==="invoice"?"duplicate":null}):ol.includes(r)?ln(d):tt(e,m,n,o,{...r>=500?l:{sentAt:e.sentAt},sentence:d})}function Ns(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?So(il):o||t!==200?hs(e,e,r,s):n.state==="confirmed"?Ds(e,n.result,r):Jc.includes(n.state)?ln(n.message,{ended:n.state}):hs(e,{state:Ps(n.state),sentence:n.message},r,s)}var Ds=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?cl(t):t}),cl=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},ln=(e,{asks:t=null,ended:n=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,sentAt:null}),So=e=>({state:"unknown",sentence:e,asks:null}),Ps=e=>e==="review"?"review":"checking",ps=(e,t,n,o)=>({state:Ps(e),submissionId:t,sentence:n,tries:0,nextAt:o+$s});function tt(e,t,n,o,r,s=_s){let i=Math.max(Number(t)*1e3||0,mn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function hs({tries:e},{state:t,sentence:n},o,r){let s=t==="review"?_s:go;return{state:t,sentence:n,tries:e+1,nextAt:o+mn(e,s,r)}}var mn=(e,t,n=Math.random)=>Math.min(t,$s*2**Math.min(e,20))*(.5+n()/2);var Ls="portal-outbox",ll={durability:"strict"},Cs=["outbox","documents","blobs"],js=1e4,ot=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},He=class{constructor(t){this.owner=t,this.name=ee(t)}all(){return V(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let i=await r.add(t);return n&&await s.put({id:i,bytes:n}),{...t,id:i}});return pn(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:i,blobs:c})=>{let l=await s.get(t),d=l&&n(l);if(d===void 0)return;let u=d&&{...l,...d},m=Rs(u);return await Promise.all([u?s.put(u):s.delete(t),m?o&&i.put({id:t,bytes:o}):i.delete(t),(o||!m)&&c.delete(t)]),u});if(r===void 0)throw new ot;return pn(this.name),r}async documentOf(t){let n=await Me(()=>We(js,V(this.name,o=>o.get("documents",t))));return n?n.bytes:this.#e(t)}async#e(t){let n=await V(this.name,s=>s.get("blobs",t));if(!n)throw new _e("lost");let o=await Me(()=>We(js,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:i})=>{await i.count(t)&&await Promise.all([s.put({id:t,bytes:o}),i.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return V(this.name,async n=>{let o=n.transaction(Cs,"readwrite",ll),r=Object.fromEntries(Cs.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw kt(o),c}),[i]=await Promise.all([s,o.done]);return i})}tidy(){return V(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!B(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},rt=class{#e=[];#t=new Map;#n=0;constructor(t){this.owner=t,this.name=ee(t)}async all(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#n};return this.#e.push(o),n&&this.#t.set(o.id,n),pn(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new ot;let i=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...i?[i]:[]),o?this.#t.set(t,o):Rs(i)||this.#t.delete(t),pn(this.name),i}async documentOf(t){return this.#t.get(t)}},Rs=e=>!!e?.document&&B(e);function pn(e){let t=new BroadcastChannel(Ls);t.postMessage(e),t.close()}function Bs(e){let t=new BroadcastChannel(Ls);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function At(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw Object.assign(new _e("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}function Us(e,t){let{method:n,path:o}=ul(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?fl(e,t):e.content,timeoutMs:t?3e5:6e4}}function ul({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function fl({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t.name),o}var Et=new BroadcastChannel("portal-turn"),Tt=[];Et.addEventListener("message",({data:{asks:e}})=>{Tt.includes(e)&&Et.postMessage({holds:e})});function Fs(e,t){return Hs(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(i){if(i.name!=="AbortError")throw i;return r=!1,null}})}function Ws(e,t){return Hs(e,({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function qs(e,t){let n=!1,o=()=>(n=!0,Vs(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function Hs(e,t){let n=!1,o=r=>(n=!0,Vs(e,r));for(let r=!1;;r=!await dl(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function Vs(e,t){Tt.push(e);try{return await t()}finally{Tt.splice(Tt.indexOf(e),1)}}function dl(e){return Tt.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),Et.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);Et.addEventListener("message",o),Et.postMessage({asks:e})})}var Ys="portal-session",ml=5e3;async function Ve(e=null){return(await us()).filter(t=>e===null||t.email===e).map(t=>new He(t))}async function xo(e){return await Fs(`portal-outbox:${e.name}`,async n=>{for(await pl(e);n();){let[o]=ks(await e.all(),Date.now());if(!o)return{hold:null,next:wo(await e.all())};let r=await hl(e.owner,()=>n()?vl(e,o):null);if(r)return{hold:r,next:null}}return null})??{hold:null,next:Date.now()+ml}}var hn=e=>qs(Ys,e);async function pl(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,Is)}function hl(e,t){return Ws(Ys,async()=>await Gs(e)??t())}async function Gs({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await Q("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function vl(e,t){try{return await(te(t)?_l(e,t):$l(e,t))}catch(n){if(n instanceof ot)return null;throw n}}async function $l(e,t){let n=l=>l.state==="waiting"&&l.key===t.key&&l.heldUntil===t.heldUntil,o=t.document?await e.documentOf(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,l=>n(l)?Es(l,Date.now()):void 0),null;let r=await e.change(t.id,l=>n(l)?As(l,Date.now()):void 0);if(r.state!=="sending")return null;let s=Us(t,o),i=await Q(s.path,{...s,account:Js(e)}),c=await Ks(e,i);return await e.change(t.id,l=>{if(!(l.attempt!==r.attempt||l.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Ms(t,i,Date.now())}),c??(i.offline?"offline":null)}async function _l(e,t){let n=await Q(`contractor/submissions/${t.submissionId}`,{account:Js(e)}),o=await Ks(e,n);return o||await e.change(t.id,r=>te(r)?Ns(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function Ks(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?Gs(e.owner):null}var Js=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var yl="outbox",zs=!1,gl=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator&&!zs,Ye=()=>gl()?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection.";async function vn(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(yl).catch(()=>{zs=!0})}var ko=e=>`outbox ${e}`;function $n(e,t){try{t?localStorage.setItem(ko(e),String(t)):localStorage.removeItem(ko(e))}catch{}}function Oo(e){try{return Number(localStorage.getItem(ko(e))??0)}catch{return 0}}var Zs=e=>$n(e,0);var N=F(null),pe=F(null),Mt=F([]),ae=F(null),wl=6e4,Sl=168*36e5,xl="This device has no room left, so nothing can be sent from it. Please free some space.",P=null,To=0,Ao=0,It=!1,_n=null,Eo=!1;async function Io(e){if(P?.name===ee(e))return;Mo(),$o(ee(e));let t=new He(e);Oo(t.name)&&fs(),P=t;try{let n=(await t.all()).length?0:Oo(t.name);for(let o of(await Ve()).filter(r=>r.owner.email!==e.email))await o.tidy(),$n(o.name,await Do(o));await Ol(t),await si(t,await t.all()),P===t&&(ae.value=n?El(n):null)}catch(n){if(P!==t)return;ae.value=Po(n),n.reason==="closed"&&(P=new rt(e))}await Nt(),N.value?.some(B)&&vn(),ge()}async function Qs(e){Mo(),(e?await Ve(e.email).catch(()=>[]):[]).some(({name:n})=>n===ee(e))&&!P&&await Io(e)}function Mo(){clearTimeout(To),P=null,N.value=null,pe.value=null,Mt.value=[],ae.value=null}async function st({document:e,...t}){let{bytes:n,...o}=e?await At(e):{},r=await P.add(xs({...t,document:n?o:null},Date.now()),n);return await Nt(),navigator.storage?.persist?.(),vn(),ge(),r}async function yn(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}},{bytes:s,...i}=o?await At(o):{};return o!==void 0&&(r.document=s?i:null),it(e,c=>ye(c)?dn(r):void 0,s)}var ei=e=>it(e,t=>Ss(t,Date.now())),ti=e=>it(e,({heldUntil:t})=>t?{heldUntil:0}:void 0);function No(e,{duplicate:t=!1}={}){return it(e,n=>K(n)?dn({duplicate:t}):void 0)}var ni=e=>it(e,t=>Ot(t)?null:void 0),oi=e=>it(e,t=>fn(t,Date.now())?null:void 0),Ge=e=>(N.value??[]).filter(t=>t.jobId===e);async function ge(){clearTimeout(To),_n?Eo=!0:(_n=Al(),await _n.finally(()=>_n=null),Eo&&(Eo=!1,await ge()))}async function ri(){P&&await ii(P,N.value??[]),await ge()}async function kl(){P&&await si(P,N.value??[]),await ge()}var si=(e,t)=>ii(e,t.filter(({asks:n})=>n!=="size"));async function ii(e,t){for(let{id:n,nextAt:o}of t)o&&await e.change(n,()=>({nextAt:0})).catch(()=>{})}async function ai(e){let t=P instanceof rt?[P]:await Ve(e);return(await Promise.all(t.map(Do))).reduce((o,r)=>o+r,0)}var Do=async e=>(await e.all()).filter(bo).length;async function ci(e){let t=!(P instanceof rt);P?.owner.email===e&&Mo();for(let{name:n}of t?await Ve(e):[])await ds(n),Zs(n)}async function Ol(e){let t=Date.now()-Sl;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function it(e,t,n){let o=await P.change(e,t,n);return await Nt(),vn(),ge(),o}async function Nt(){let e=P;try{let t=await e?.all()??null;if(P!==e)return;N.value=t,t&&$n(e.name,t.filter(bo).length)}catch(t){if(P!==e)return;ae.value=Po(t),It=!0}}async function Al(){let e=P;if(e)try{let t=e instanceof He?(await Ve(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await xo(r));let o=await Promise.all(t.map(Do));if(P!==e||(pe.value=n[0].hold,Mt.value=t.map(({owner:r},s)=>({...r,number:o[s]})).filter(({number:r})=>r),Xs(n),!It))return;It=!1,await Nt(),It||(ae.value=null)}catch(t){if(P!==e)return;ae.value=t.reason==="full"?xl:Po(t),It=!0,Xs([{hold:"offline",next:null}])}}function Po(e){if(!e.sentence)throw e;return e.sentence}function Xs(e){let t=e.some(({hold:o})=>o==="offline");Ao=t?Ao+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+mn(Ao,wl)),n.length&&(To=setTimeout(ge,Math.max(Math.min(...n)-Date.now(),0)))}var El=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function li(){Bs(e=>{e===P?.name&&Nt()}),addEventListener("online",kl),addEventListener("offline",ge),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&ge()})}var Dt="portal",Pt=[e=>e.createObjectStore("session")],fi=e=>V(Dt,t=>t.put("session",e,"last"),Pt);async function di(){try{return await V(Dt,e=>e.get("session","last"),Pt)??null}catch{return null}}var mi=()=>V(Dt,e=>e.delete("session","last"),Pt),pi=e=>V(Dt,t=>e?t.put("session",e,"asked"):t.delete("session","asked"),Pt);async function hi(){try{return await V(Dt,e=>e.get("session","asked"),Pt)??null}catch{return null}}var E=F(void 0),at=F(null),gn=F(null),Tl=6e5,Y=({agency:e,contractorId:t})=>`${e}/${t}`,w=Ae(()=>{if(!E.value)return null;let e=A.value.account??Y(E.value.account);return E.value.accounts.find(t=>Y(t)===e)??null}),fe=Ae(()=>{let[e,t]=[E.value,w.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),vi=Ae(()=>{let[e,t]=[E.value,A.value.account];if(!e||w.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),$i=new BroadcastChannel("portal:person");async function ct(e){let t=JSON.stringify(e)!==JSON.stringify(E.value);t&&(E.value=e),await(e?fi(e):mi()).catch(()=>{}),t&&$i.postMessage(e)}async function lt(e){await pi(e).catch(()=>{}),gn.value=e}async function bn(){let[e,t]=await Promise.all([di(),hi()]);if(t&&await lt(Date.now()-t.at<Tl?t:null),E.value??=e??void 0,e||document.body.dataset.session){let n=await Q("session");n.status===200&&await ct(n.body)}E.value??=null}var wn=e=>{let t=A.value.account?.split("/")[0];return Q("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function _i(e,t){let n=await hn(()=>Q("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(at.value=null,await ct(n.body),await lt(null)),n}async function yi(e){ct({...E.value,account:e});let{agency:t,contractorId:n}=e,o=await Q("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await ct(o.body)}async function gi(){let{email:e}=E.value,t=await hn(()=>Q("session",{method:"DELETE"}));return t.status===204&&(await ct(null),await ci(e)),t}function bi(){Zr(()=>{at.value=E.value?.email??at.value,ct(null)}),$i.onmessage=({data:e})=>{E.value=e}}var wi=300;async function Si(e,t,n,o=null){try{await V(ee(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>wi&&await Ml(s),await i})}catch{}}async function xi(e,t){try{return await V(ee(e),n=>n.get("answers",t))??null}catch{return null}}async function Ml(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-wi).map(({path:n})=>e.delete(n)))}var Nl=5e3,Dl=30,ki={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Pl=F({...ki,busy:!1}),Ct=new Map;function k(e){let t=fe.value,n=e?Ti(t,e):Pl;return R(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&Co(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[s,i]of r)s.addEventListener(i,o);return()=>{for(let[s,i]of r)s.removeEventListener(i,o)}},[n]),n}async function Oi(e,t){let n=fe.value,o=n&&Ct.get(Ei(n,e));await o?.running,!(!o||o.begunAt>t)&&(o.readAt=0,Co(n,e))}var Ai=()=>Ct.clear(),Ei=(e,t)=>`${e.email} ${Y(e)} ${t}`;function Ti(e,t){let n=Ei(e,t);if(!Ct.has(n)){let o=F(ki);Ct.set(n,Object.assign(o,{etag:null,begunAt:0,readAt:0,running:null}))}return Ct.get(n)}function Co(e,t){let n=Ti(e,t);navigator.onLine&&Date.now()-n.readAt<Nl||(n.running??=Cl(e,t,n).finally(()=>{n.running=null}))}async function Cl(e,t,n){let o=m=>{n.value={...n.value,...m}};if(!n.value.body){let m=await xi(e,t);m&&(n.etag=m.etag??null,o({body:m.body,begunAt:m.readAt,asOf:m.body.asOf??new Date(m.readAt).toISOString(),isOld:!0}))}o({busy:!0});let r=Date.now();n.begunAt=r;let s=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},i=await Q(`contractor/${t}`,{account:Y(e),headers:s}),{status:c,body:l,offline:d}=i,u={begunAt:r,asOf:jl(i.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:c};if((c===200||c===304)&&(n.readAt=Date.now()),c===200)n.etag=i.headers.get("ETag"),Si(e,t,l,n.etag),o({...u,body:l});else if(c===304)o(u);else if(c===409)bn(),o({busy:!1,problem:ue(i),status:c});else if(c===404)o({body:null,busy:!1,problem:ue(i),status:c});else{let m=Number(i.headers.get("Retry-After"));!d&&m&&setTimeout(()=>Co(e,t),Math.min(m,Dl)*1e3),o({isOld:!!n.value.body,busy:!!(!d&&m),problem:ue(i),status:c})}}var jl=e=>e?new Date(e).toISOString():null;function Sn(){let e=w.value&&Y(w.value);return a`
    <ul class="rows">
      ${E.value.accounts.map(t=>{let n=Y(t);return a`
          <li key=${n} class="row">
            <a href=${b("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>yi(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${v} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function xn(){let[e,t,n]=[y(null),y(0),y(!1)],o=async()=>{n.value=!0;let s=await gi();if(n.value=!1,s.status!==204){e.value=`${ue(s)} Nothing on this device was deleted.`;return}Ai(),$e("/",{replace:!0})},r=async()=>{e.value=null;try{t.value=await ai(E.value.email)}catch(s){if(!s.sentence)throw s;e.value=s.sentence;return}t.value||await o()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${Ll} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${r}>
          <${v} name="leave" />Sign out
        </button>`}
  `}function Ll({number:e,onSure:t,onStay:n}){let o=H(null);le(()=>o.current.focus(),[]);let[r,s,i]=[G(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${r} on this device ${s} not with the agency yet.</b> Signing out deletes ${i} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${i} and sign out</button>
      </div>
    </div>
  `}var Rl=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Ii(){let e=k("account"),t=e.value.body,{agencyName:n,displayName:o}=w.value;return a`
    <${S} title="Account">
      ${E.value.accounts.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${Sn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${Bl} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${X} reading=${e.value} />`}
        <${me} reading=${e.value} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${E.value.email}</b></p>
        <${xn} />
      </section>
    <//>
  `}function Bl({record:e}){let{agency:t}=e,n=[...Rl.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return a`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>a`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var Mi=0;function W(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Mi),Mi=setTimeout(()=>{t.textContent=e},400)}var Ul=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),be=e=>e.trim().replaceAll("	"," ");function jt(e,t,{inForm:n=!1}={}){let o=n?be(e).replace(/\r\n|\r|\n/g,`\r
`):be(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Ul.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var Lt=4e3,kn=e=>e?jt(e,Lt):"Please write something first.";function On(e){R(()=>{if(e!==null)return ei(e).catch(Ni),()=>ti(e).catch(Ni)},[e])}var Ni=()=>{};function Di({item:e,done:t}){let[n,[o,r]]=[kr(),Ue(null)];return On(e.id),a`
    <form onSubmit=${async i=>{i.preventDefault();let c=be(i.target.elements.note.value),l=kn(c);if(r(l),!l)try{await yn(e.id,{content:{note:c}}),t()}catch(d){if(!d.sentence)throw d;r(d.sentence)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${Lt} required dir="auto" ref=${Fl}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var Fl=e=>e?.focus();var Wl="https://www.google.com/maps/search/?api=1&query=",ql=/[\p{L}/,;&#|]|(?=\+)/u,Hl=5,Vl=/^(\+|00)(\d{1,3})\(0\)/;function Yl(e){return e.split(ql).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(Vl,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Hl)??""}function Ke({phone:e,who:t}){if(!e)return null;let n=Yl(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${v} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function ut({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${v} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Pi({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${Wl+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${v} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function jo(){let e=k(w.value?"agency":null).value.body?.offers??[],t=o=>k(e.includes("contacts")?o:null).value.body,n=Gl(t("contacts")?.contacts??[],t("account")?.agency.branchId);return e.includes("contacts")?a`
    <div>
      ${n&&a`<${Ke} phone=${n.phone} who=${n.name} /><${ut} email=${n.email} who=${n.name} />`}
      <a class="reach" href=${b("/contacts")}><${v} name="contacts" />All contacts</a>
    </div>
  `:null}function Gl(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var Kl={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ne({item:e}){return a`
    <span class=${`state is-${e.state}`}>
      <${v} name=${Kl[e.state]} /><span dir="auto">${bs(e,w.value?.agencyName)}</span>
    </span>
  `}function De({item:e}){let t=ws(e,w.value?.agencyName);return a`
    ${t&&a`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&a`<${Lo} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&a`<${jo} />`}
  `}var Lo=()=>a`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${jo} />
`;var Jl={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function ji(){let e=(N.value??[]).filter(t=>!B(t)).reverse();return a`
    <${S} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${Bo}>
        ${N.value?a`<p class="reach"><${v} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!ae.value&&a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Ro} of=${e} />
        </section>
      `}
    <//>
  `}function Bo({children:e}){let t=(N.value??[]).filter(B),[n,o]=[t.filter(r=>!Ci(r)),t.filter(Ci)];return t.length?a`
    ${pe.value&&!n.every(K)&&a`<p class="notice" role="status">${Jl[pe.value]}${pe.value==="offline"&&` ${Ye()}`}</p>`}
    ${n.length>0&&a`<h2 class="visually-hidden">Not confirmed yet</h2><${Ro} of=${n} />`}
    ${n.some(({state:r})=>r==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${ri}>Try now</button>`}
    ${o.length>0&&a`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Ro} of=${o} /></section>`}
  `:e}var Ci=({state:e})=>e==="review",Ro=({of:e})=>a`<ol class="cards">${e.map(t=>a`<${Uo} key=${t.id} item=${t} />`)}</ol>`;function Uo({item:e}){let[t,n]=Ue(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${qe(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${Di} item=${e} done=${o} />`:a`<${zl} item=${e} />`}
      <p class="about">
        <${Ne} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${Ee(e.addedAt)}</time>
      </p>
      <${De} item=${e} />
      ${t==="remove"&&a`<${Ql} item=${e} stop=${o} />`}
      ${!t&&a`<${Zl} item=${e} setDoing=${n} />`}
    </li>
  `}function zl({item:{kind:e,content:t,document:n,jobId:o}}){return a`
    ${e==="note"&&a`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${C(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&a`<p class="reach"><${v} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&a`<a class="reach" href=${b(`/jobs/${o}`)}><${v} name="jobs" />Look at the job</a>`}
  `}function Zl({item:e,setDoing:t}){let n=e.asks==="duplicate",[o,r]=[w.value&&ye(e)&&e.kind!=="completion",Ot(e)&&B(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>No(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${Xl} item=${e} onNote=${()=>t("edit")} />`}
      ${K(e)&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>No(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function Xl({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s={...o.statementId&&{statement:o.statementId},change:e},i=b(n?`/jobs/${n}/invoice`:"/invoice",s);return a`<a class="btn btn-secondary" href=${i}>Change</a>`}function Ql({item:e,stop:t}){let n=nt(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=Ue(null),s=async()=>{try{await ni(e.id),document.querySelector("h1").focus(),W("Deleted.")}catch(i){if(!i.sentence)throw i;r(i.sentence)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${eu} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var eu=e=>e?.focus();var Li=()=>a`
  <${S} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${A.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${E.value.email}</b>. Nothing was changed.
    </p>
    <${Bo}>${null}<//>
    <h2>Your accounts</h2>
    <${Sn} />
    <h2>Signed in with another address?</h2>
    <${xn} />
  <//>
`;function Ri(){let e=k("contacts"),t=e.value.body?.contacts;return a`
    <${S} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${tu} key=${n.contactId} ...${n} />`)}</ul>`:a`<${X} reading=${e.value} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${me} reading=${e.value} />
    <//>
  `}function tu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Ke} phone=${s} who=${i} /><${Ke} phone=${r} who=${i} /><${ut} email=${o} who=${i} />
    </li>
  `}function An(e){let[,t]=Ue(0),n=e.filter(r=>fn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return R(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}var nu=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function Fo({children:e}){let t=k("agency").value.body;iu(t?.accent);let{agencyName:n,displayName:o}=w.value,r=nu.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${au}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${E.value.accounts.length>1&&a`<a class="switch" href=${b("/account")}><${v} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(s=>a`<${ou} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${ru} />
    ${e}
  `}function ou({path:e,name:t,icon:n,screens:o}){let r=o.includes(A.value.screen);return a`<a href=${b(e)} aria-current=${r?"page":null}><${v} name=${n} />${t}</a>`}function ru(){let e=N.value??[],t=An(e),n=e.filter(d=>B(d)&&!t.includes(d)),o=n.filter(K).length,[r,s]=["review","checking"].map(d=>n.filter(u=>u.state===d).length),i=n.filter(d=>!K(d)&&!te(d)),c=pe.value==="offline",l=i.some(nt)?"not confirmed yet":"not with the agency yet";return!n.length&&!Mt.value.length&&!ae.value?null:a`
    <aside class="strip" aria-label="Not sent yet">
      ${ae.value&&a`<p role="alert">${ae.value}</p>`}
      ${o>0&&a`<${En} icon="emergency">${G(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${r>0&&a`<${En} icon="contacts">We asked ${w.value.agencyName} to check ${G(r,"thing")}<//>`}
      ${s>0&&a`<${En} icon="search">${G(s,"thing")} ${s===1?"is":"are"} being checked<//>`}
      ${i.length>0&&a`<${En} icon=${c?"offline":"send"}>
        ${G(i.length,"thing")} ${i.length===1?"is":"are"} ${l}
      <//>`}
      ${Mt.value.map(d=>a`<${su} key=${Y(d)} there=${d} />`)}
    </aside>
  `}var En=({icon:e,children:t})=>a`<a href=${b("/outbox")}><${v} name=${e} /><span>${t}</span><${v} name="open" /></a>`;function su({there:e}){let{agencyName:t="an account that is no longer yours"}=E.value.accounts.find(r=>Y(r)===Y(e))??{},[n,o]=[G(e.number,"thing"),e.number===1?"is":"are"];return a`
    <a href=${b("/outbox",{},Y(e))}>
      <${v} name="send" />${n} for ${t} ${o} not there yet<${v} name="open" />
    </a>
  `}function iu(e){R(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function au(e){e.preventDefault(),document.querySelector("h1").focus()}var Je=({priority:e})=>e?.trim().toLowerCase()==="emergency",Tn=e=>(e??"").trim().toLowerCase();function In({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(Tn).includes(Tn(t))?"cancelled":"open"}var Bi=e=>(N.value??[]).filter(({kind:t,state:n,doneAt:o})=>t==="completion"&&n==="done"&&o>e),Ui=e=>Bi(e).map(({id:t})=>t).join();function Mn(e,t){let n=new Map(Bi(t).map(({jobId:o,content:r,result:s})=>[o,s??cu(r)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var cu=({completed:e})=>({completed:e,status:null,completedAt:null});function Fi(e,t){let n=Ge(e).filter(B),o=Rt(e),r=n.filter(d=>d!==o),s=d=>r.filter(d).length,[i,c]=[s(K),s(te)],l=r.length-i-c;return[o&&`${qe(o)}: ${ie(o,t)}`,i&&`${G(i,"thing")} ${i===1?"needs":"need"} you`,c&&`${G(c,"thing")} being checked`,l&&`${G(l,"thing")} to send`].filter(Boolean)}var Rt=e=>Ge(e).filter(t=>t.kind==="completion"&&B(t)).at(-1)??null,ce=({title:e,reference:t,jobId:n})=>e||t||n;function Wi(e){let t=Tn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>lu(n).includes(o))}var Wo=new WeakMap;function lu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode];return Wo.has(e)||Wo.set(e,Tn(s.filter(Boolean).join(`
`))),Wo.get(e)}var qi=e=>[...e.filter(Je),...e.filter(t=>!Je(t))];function Nn(e){let[t,n]=[k(`jobs/${e}`).value,k("jobs").value];if(t.body)return{job:Hi(t.body,t),reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?Hi(o,n):null,reading:o?n:t}}var Hi=(e,{begunAt:t})=>Mn([e],t)[0];var Vi=({item:e,back:t})=>a`
  <${S} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Uo} item=${e} /></ol>
    ${B(e)&&!K(e)&&!te(e)&&a`<p class="hint">You can go on. It is kept if you close the portal: ${Ye()}</p>`}
    <a class="reach" href=${b("/money",{show:"invoices"})}><${v} name="invoice" />All your invoices</a>
  <//>
`;var ft=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,dt=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,mt=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function Yi({name:e,required:t,problem:n,value:o,...r}){let s=k("statements/pending"),i=s.value.body?.statements??[],c=!o||i.some(({statementId:l})=>l===o);return a`
    <div class="field">
      <${ft} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${mt({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(l=>a`<option key=${l.statementId} value=${l.statementId}>${qo(l)}</option>`)}
      </select>
      <${dt} name=${e}>${n??(s.value.body?null:s.value.problem)}<//>
    </div>
  `}var qo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[C(s??r??0),n??t??e,o&&Z(o)].filter(Boolean).join(", ");async function Gi(e,t){try{return(await V(ee(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function Ki(e,t,n){try{await V(ee(e),o=>n===null?o.delete("drafts",t):o.put("drafts",{name:t,content:n}))}catch{}}function Bt(e){let t=y(void 0),n=fe.value;return R(()=>{Gi(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,Ki(n,e,r))]}var Ji=1e6,zi={description:2e3,invoiceNumber:50},uu=6,fu=864e5,du=10*1024*1024,Zi="%PDF-",mu=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,pu=/\.\d\d\d*[1-9]/,hu=["amount","description","invoiceDate"];function Ut(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[...hu,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Dn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function Ho(e=new Date){let[t,...n]=se(e).split("-");return{oldest:[t-uu,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(se(e))+fu).toISOString().slice(0,10)}}function we(e){let t=e.trim().replace(/^£\s*/,"");return mu.test(t)?Number(t.replaceAll(",","")):NaN}var ea=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),vu={amount:e=>Qi(e,"The amount")??(we(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>Qi(e,"VAT")??(we(e)>we(t)?"VAT cannot be more than the amount.":null),description:(e,t,n)=>jt(e,zi.description,{inForm:!!n}),invoiceNumber:e=>jt(e,zi.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=Ho();return e>n?`The date can be tomorrow at the latest, ${Z(n)}.`:e<t?`The date can be six years ago at most, ${Z(t)}.`:null},statementId:()=>null},Xi={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function Qi(e,t){let n=we(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:pu.test(e.trim())?`${t} can have no more than two decimals.`:n>Ji?`${t} can be ${C(Ji)} at most.`:null}function Pn(e,t,n,o){let r={};for(let[s,i]of Object.entries(vu)){let c=e[s]??"",l=Ut(s,n,o)?Xi[s]:null,d=c.trim()===""?l:i(c,e,t);d&&(r[s]=d)}return!t&&Ut("document",n,o)&&(r.document=Xi.document),r}async function ta(e){return e.size>du?"The PDF can have 10 MB at most.":await e.slice(0,Zi.length).text()===Zi?null:"This file is not a PDF. Please choose a PDF."}function na(e,t){let n={jobId:t,statementId:e.statementId,amount:we(e.amount),vat:e.vat.trim()&&we(e.vat),description:be(e.description),invoiceDate:e.invoiceDate,invoiceNumber:be(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function oa({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var ra="This file cannot be read. Please choose it again.";function sa({required:e,problem:t,document:n,onChange:o}){let r=y(null),s=async({target:c})=>{let[l]=c.files;if(l&&(r.value=await ta(l).catch(()=>ra),c.value="",!r.value))try{o(await At(l)),W(`${l.name} is attached.`)}catch(d){r.value=d.sentence??ra}},i=r.value??t;return a`
    <div class="field">
      <${ft} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&a`<${$u} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${mt({name:"document",hint:!0,problem:i,required:e&&!n})} onChange=${s}
      />
      <${dt} name="document">${i}<//>
    </div>
  `}function $u({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),W("The PDF is removed.")};return a`
    <p class="attached">
      <${v} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${on(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var _u={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function ia({values:e,set:t,document:n,setDocument:o,agency:r,jobId:s,asked:i,onWhole:c}){let[l,d,u]=[y({}),y(i),y(null)],m=H(null),p=Pn(e,n,r,s),f=$=>$==="vat"&&u.value==="amount"?null:d.value||l.value[$]&&e[$]||!ea($,e[$]??"")?p[$]:null,h=()=>m.current.querySelector("[aria-invalid]")?.focus();R(()=>{i&&h()},[]);let O=$=>{$.preventDefault(),d.value=!0,Object.keys(p).length?setTimeout(h):c()},g=$=>({name:$,required:Ut($,r,s),problem:f($),value:e[$],onInput:({target:_})=>t($,_.value),onFocus:()=>u.value=$,onBlur:()=>{u.value=null,l.value={...l.value,[$]:!0}}});return a`
    <form ref=${m} class="form" onSubmit=${O} noValidate>
      <p class="hint">${w.value.agencyName} needs whatever is not marked as optional.</p>
      ${Dn(r)&&a`<${Yi} ...${g("statementId")} />`}
      ${Object.entries(_u).map(([$,_])=>a`<${yu} key=${$} ...${_} ...${g($)} />`)}
      <${sa}
        required=${Ut("document",r,s)} problem=${d.value?p.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function yu({name:e,label:t,hint:n,rows:o,problem:r,required:s,value:i,type:c="text",...l}){let d=o?"textarea":"input",{oldest:u,latest:m}=c==="date"?Ho():{};return a`
    <div class="field">
      <${ft} name=${e} required=${s}>${t}<//>
      ${n&&a`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${u} max=${m} autocomplete="off"
        value=${i} ...${mt({name:e,hint:n,problem:r,required:s})} ...${l}
      />
      <${dt} name=${e}>${r}<//>
    </div>
  `}function aa({onReach:e,left:t}){let n=H(null);return R(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var ne=6;function ze({of:e,row:t,most:n=e.length,onMore:o}){let r=J(()=>bu(e),[e]),s=wu(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/ne)).map((c,l)=>a`<${gu} key=${l} of=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${aa} onReach=${o} left=${i} />`}
  `:null}var gu=({of:e,row:t})=>a`<div class="group">${e.map(t)}</div>`,bu=e=>Array.from({length:Math.ceil(e.length/ne)},(t,n)=>e.slice(n*ne,(n+1)*ne));function wu(){let e=H(null),{activeElement:t}=document,n=e.current?.contains(t)&&t.getAttribute("href");return le(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=sn(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var la={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"},review:{icon:"contacts"}},Su={},Vo=({status:e})=>e==="review"?ie({state:e},w.value?.agencyName):la[e]?.words??e;function Yo(e,t){let n=t.filter(r=>r.kind==="invoice"&&(B(r)||!e.some(s=>ca(s,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status)&&n.some(({item:s})=>ca(r,s));return[...n,...e.filter(r=>!o(r))]}function ca(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function Cn({jobId:e,agency:t}){let n=k(t?.offers.includes("invoices.list")?"invoices":null).value,o=Yo(n.body?.invoices??[],N.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Go} invoices=${o} />
    </section>
  `:null}function Go({invoices:e,jobs:t=Su,...n}){let o=Jt((r,s)=>a`<${xu} key=${r.item?.id??r.invoiceId??`at ${s}`} invoice=${r} jobs=${t} />`,[t]);return a`<${ze} of=${e} row=${o} ...${n} />`}function xu({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:l}=e;return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":C(n)}</b>
      </p>
      <p class="about">
        ${l?a`<${Ne} item=${l} />`:a`<${ku} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${Z(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${l&&a`<${De} item=${l} />`}
      ${!l&&e.status==="review"&&a`<${Lo} />`}
      ${t[c]&&a`<a class="reach" href=${b(`/jobs/${c}`)}><${v} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${l&&B(l)&&a`<a class="reach" href=${b("/outbox")}><${v} name="send" />Look at what waits here</a>`}
    </div>
  `}function ku({invoice:e}){let{icon:t="search",className:n=""}=la[e.status]??{};return a`<span class=${`state ${n}`}><${v} name=${t} />${Vo(e)}</span>`}function ua({about:e,address:t,values:n,document:o,failed:r,onSend:s,change:i,back:c}){let l=y(!1),d=async()=>{l.value=!0,await s(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",C(we(n.amount))],["VAT in it",n.vat.trim()&&C(we(n.vat))],["Date of the invoice",Z(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${on(o.size)}`:"None"]];return a`
    <${S} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,m])=>m).map(([m,p])=>a`<div key=${m}><dt>${m}</dt><dd dir="auto">${p}</dd></div>`)}
        </dl>
      </div>
      ${pe.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone. ${Ye()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${d}>
          <${v} name="send" />Send to ${w.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var Ou=!1;function Ko({jobId:e,item:t,about:n,address:o,first:r,back:s}){let{query:i,path:c}=A.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[[d,u],[m,p]]=[Bt(l),Bt(`PDF of ${l}`)],[f,h]=[k("agency").value,y(null)],O=i.has("look");if(On(t?.id??null),d.value===void 0||m.value===void 0||!f.body&&f.busy)return a`<${S} key="reading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let g=f.body&&Eu(f.body,e);if(g)return a`<${S} key="none" title="Invoice" back=${s}><p class="notice">${g}</p><//>`;let $={...r,...t&&oa(t.content),...d.value},_=t?.asks==="document",T=(m.value??(_?null:t?.document))||null,I=!Object.keys(Pn($,T,f.body,e)).length,{statementId:Se}=r,Pe=M=>b(c,{...Se&&{statement:Se},...t&&{change:t.id},...M}),xe=()=>{let M=na($,e);return t?yn(t.id,{content:M,...(m.value!==null||_)&&{document:fa(T)}}):st({kind:"invoice",jobId:e,about:n,content:M,document:fa(T)})},oe=async()=>{h.value=null;try{let{id:M}=await xe();W("Your invoice is on its way."),$e(b(c,{sent:M}),{replace:!0}),u(null),p(null)}catch(M){h.value=M.sentence??"Your invoice could not be kept. Please try again."}};return O&&I?a`
      <${ua}
        about=${n} address=${o} values=${$} document=${T} failed=${h.value} onSend=${oe}
        change=${Pe({})} back=${s}
      />
    `:a`
    <${S} key="write" title="Invoice" back=${s} keepsFocus=${O}>
      <${Au} about=${n} address=${o} />
      ${e&&a`<${Cn} jobId=${e} agency=${f.body} />`}
      <${ia}
        values=${$} set=${(M,de)=>u({...d.value,[M]:de})} document=${T}
        setDocument=${M=>p(M??Ou)} agency=${f.body} jobId=${e} asked=${O}
        onWhole=${()=>$e(Pe({look:"1"}))}
      />
    <//>
  `}function Au({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Eu({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var fa=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var Tu={path:"/money",name:"Money"};function Jo({id:e}){let{query:t}=A.value,n=Number(t.get("sent")??t.get("change")),o=(N.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Tu;if(n&&N.value===null)return a`<${S} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!ye(o)))return a`<${Vi} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?Iu:Mu} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function Iu({id:e,statementId:t,...n}){let{job:o,reading:r}=Nn(e);if(!o&&!n.item&&r.status===404)return a`<${da} reading=${r} back=${n.back} />`;let s={...ma,statementId:t,invoiceDate:se()},i=o?.property?.address;return a`<${Ko} jobId=${e} about=${o?ce(o):e} address=${i} first=${s} ...${n} />`}function Mu({statementId:e,...t}){let n=k("statements/pending").value,o=n.body?.statements.find(s=>s.statementId===e);if(!o&&n.busy)return a`<${da} reading=${n} back=${t.back} />`;let r={...ma,...o&&Nu(o),statementId:e,invoiceDate:se()};return a`<${Ko} jobId=${null} about=${o?qo(o):""} first=${r} ...${t} />`}var da=({reading:e,back:t})=>a`
  <${S} key="nothing" title="Invoice" back=${t}><${X} reading=${e} /><//>
`,ma={amount:"",vat:"",description:"",invoiceNumber:""},Nu=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var pt=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var pa=un/1e3;function zo(e){let[t,n]=[y(null),y(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await st({kind:"completion",jobId:e.jobId,about:ce(e),content:{completed:r},document:null}),W(r?`Marked complete. You have ${pa} seconds to undo it.`:"The job is being reopened.")}catch(s){t.value=s.sentence??"This could not be kept. Please try again."}n.value=!1}},t.value]}function ha({job:e,isOpen:t}){let[n,o]=zo(e),r=Rt(e.jobId);return r?a`<${Du} item=${r} />`:a`
    ${t&&a`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${v} name="done" />Mark complete</button>`}
    ${o&&a`<p class="notice" role="alert">${o}</p>`}
  `}function Du({item:e}){return a`
    <div class="pending">
      <p class="state-line">
        <${v} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ne} item=${e} />
      </p>
      <${De} item=${e} />
      ${K(e)&&a`<a class="reach" href=${b("/outbox")}><${v} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function va({jobId:e}){let t=y(null),[n]=An(Ge(e));return a`
    ${n&&a`
      <div class="undo">
        <p>You have ${pa} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await oi(n.id),W("Undone. The job is not marked complete.")}catch(r){if(!r.sentence)throw r;t.value=r.sentence}}}>
          <${v} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&a`<p class="notice" role="alert">${t.value}</p>`}
  `}function $a({job:e,canAdd:t}){let n=w.value.displayName,o=Ge(e.jobId).filter(s=>s.kind==="note"&&!Pu(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:l},d)=>a`
            <li key=${s??`at ${d}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${l&&a`<time datetime=${l}>${Ee(l)}</time>`}</p>
              <p class="says" dir="auto">${i}</p>
            </li>
          `)}
        ${o.map(s=>a`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Ne} item=${s} />
              <${De} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&a`<${Cu} job=${e} />`}
    </section>
  `}var Pu=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function Cu({job:e}){let[t,n]=Bt(`note on ${e.jobId}`),[o,r]=[y(null),y(!1)];return a`
    <form class="composer" onSubmit=${async i=>{if(i.preventDefault(),r.value)return;let c=be(t.value??"");if(o.value=kn(c),!o.value){r.value=!0;try{await st({kind:"note",jobId:e.jobId,about:ce(e),content:{note:c},document:null}),n(null),W("Your note was added.")}catch(l){o.value=l.sentence??"Your note could not be kept. Please try again."}r.value=!1}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${Lt} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${i=>n(i.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${v} name="send" />Add note</button>
    </form>
  `}function _a({job:e}){let t=y(!1),[n,o]=zo(e);return Rt(e.jobId)?null:a`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?a`<${ju} onSure=${()=>n(!1)} onStay=${()=>t.value=!1} />`:a`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${v} name="reopen" />Reopen this job
          </button>`}
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function ju({onSure:e,onStay:t}){let n=H(null);return le(()=>n.current.focus(),[]),a`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${w.value.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var ya={path:"/jobs",name:"Jobs"};function ga({id:e}){let{job:t,reading:n}=Nn(e),o=k("agency").value.body;if(!t)return a`<${S} title="Job" back=${ya}><${X} reading=${n} /><//>`;let r=o?.offers??[],[s,i]=[In(t,o),r.includes("jobs.complete")];return a`
    <${S} title=${ce(t)} back=${ya}>
      <${Lu} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${Ru} job=${t} />
      </div>
      <div class="doing">
        ${i&&a`<${ha} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${b(`/jobs/${e}/invoice`)}><${v} name="invoice" />Send its invoice</a>`}
        ${i&&a`<${va} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&a`<${Cn} jobId=${e} agency=${o} />`}
      <${$a} job=${t} canAdd=${r.includes("notes.add")} />
      ${i&&s==="completed"&&a`<${_a} job=${t} />`}
      <${me} reading=${n} />
    <//>
  `}function Lu({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${Je(e)&&a`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
      ${t&&a`<${pt}>${t}<//>`}
      ${n&&!Je(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${Ee(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${Z(i)}</time></span>`}
    </p>
  `:null}function Ru({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Pi} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${Ke} phone=${o} who=${n??"the tenant"} /><${ut} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var jn={open:"Open",completed:"Completed",cancelled:"Cancelled"},Bu={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},Xo=F({});function Qo(){let e=k("jobs"),t=k("agency").value.body,n=A.value.query.get("show")??"open";return a`
    <${S} title="Jobs">
      ${e.value.body?a`<${Uu} jobs=${e.value.body.jobs} begunAt=${e.value.begunAt} agency=${t} tab=${Object.hasOwn(jn,n)?n:"open"} />`:a`<${X} reading=${e.value} />`}
      <${me} reading=${e.value} />
    <//>
  `}function Uu({jobs:e,begunAt:t,agency:n,tab:o}){let r=A.value.account,{text:s,made:i,found:c}=ba(r,o),l=Ui(t),d=J(()=>qi(Mn(e,t)),[e,l]),u=J(()=>qu(d,n),[d,n]),m=J(()=>Fu(u,h=>h.filter(Wi(s))),[u,s]),p=m[o].length,f=h=>{Xo.value={...ba(r,o),...h}};return R(()=>{s&&W(p?`${G(p,"job")} found`:"No job found")},[s,o]),a`
    <form class="search" role="search" onSubmit=${h=>h.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${v} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${h=>f({text:h.target.value,found:ne})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(jn).filter(([h])=>h!=="cancelled"||u.cancelled.length).map(([h,O])=>a`
            <a key=${h} href=${b("/jobs",{show:h})} aria-current=${h===o?"true":null}>
              ${O} <span class="number">${m[h].length}</span>
            </a>
          `)}
    </nav>
    ${!p&&a`<p class="notice">${s?`No job here has “${s}” in it.${Wu(m)}`:Bu[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${ze} of=${u[o]} row=${wa} most=${i} onMore=${()=>f({made:i+ne})} />
    </div>
    ${s&&a`<${ze} key=${`found ${o}`} of=${m[o]} row=${wa} most=${c} onMore=${()=>f({found:c+ne})} />`}
  `}function ba(e,t){let n=Xo.value.at===e?Xo.value:{text:""};return n.tab===t?n:{at:e,tab:t,text:n.text,made:ne,found:ne}}var Fu=(e,t)=>Object.fromEntries(Object.entries(e).map(([n,o])=>[n,t(o)]));function Wu(e){return Object.keys(jn).filter(n=>e[n].length).map(n=>` ${jn[n]}: ${e[n].length}.`).join("")}function qu(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[In(o,t)].push(o);return n}var Zo=new WeakMap;function wa(e){let t=Fi(e.jobId,w.value?.agencyName),n=[se(),...t].join();return Zo.get(e)?.told!==n&&Zo.set(e,{told:n,row:Hu(e,t)}),Zo.get(e).row}function Hu(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${b(`/jobs/${n}`)}>
        ${Je(e)&&a`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${ce(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${pt}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${Hr(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t.map(c=>a`<span key=${c} class="unsent"><${v} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Ln=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,xa=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function ka(e){let t=new Map;for(let{date:i,amount:c}of e){let l=i?.slice(0,7);l&&t.set(l,Ln([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(er(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:Ln(s.map(i=>t.get(i)))},...r]:r}function Oa(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,Sa(t)],"Last month":[`${er(t)}-01`,Sa(er(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function er(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function Sa(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var tr="Other dates";function Ea({from:e,to:t,set:n}){let o=Oa(se()),r=Object.keys(o).find(l=>o[l].join()===[e,t].join()),s=y(!r),i=({target:l})=>{s.value=l.value===tr,s.value||n(...o[l.value])},c=e&&t&&e>t;return a`
    <form class="dates" onSubmit=${l=>l.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${s.value?tr:r} onChange=${i}>
          ${[...Object.keys(o),tr].map(l=>a`<option key=${l}>${l}</option>`)}
        </select>
      </div>
      ${s.value&&a`
        <${Aa} id="from" label="From" value=${e} isWrong=${c} onChange=${l=>n(l,t)} />
        <${Aa} id="to" label="To" value=${t} isWrong=${c} onChange=${l=>n(e,l)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
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
`;var Vu=/^[=+\-@\t\r\n＝＋－＠]/u,Yu=/[",\r\n]/;function Ta(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(Gu).join(",")}\r
`).join("")}function Gu(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Vu.test(e)?`'${e}`:e;return Yu.test(t)?`"${t.replaceAll('"','""')}"`:t}function Ia(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Na({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>C(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${Ma}>Month<//><${Ma}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${Ku} key=${r.month} ...${r} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var Ma=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,Ku=({month:e,amount:t,most:n})=>a`
  <tr>
    <th scope="row">${e?qr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${Ju} share=${t/n} />`}<b>${C(t)}</b></span></td>
  </tr>
`,Ju=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function Da({statements:e,jobs:t,agency:n,isPending:o,...r}){let s=Jt(i=>a`
      <${zu}
        key=${i.statementId} statement=${i} job=${t[i.jobId]} isPending=${o}
        invoice=${o&&Xu(i,n)}
      />
    `,[t,n,o]);return a`<${ze} of=${e} row=${s} ...${r} />`}function zu({statement:e,job:t,isPending:n,invoice:o}){let{reference:r,description:s,amount:i,status:c,jobId:l}=e,[d,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],m=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":C(i)}</b>
      </p>
      <p class="about">
        ${m&&m!==u&&a`<${pt}>${m}<//>`}
        ${d&&a`<span>${u} <time datetime=${d}>${Z(d)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${Zu} statement=${e} />
      ${t&&a`<a class="reach" href=${b(`/jobs/${l}`)}><${v} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${v} name="invoice" />Send its invoice</a>`}
    </div>
  `}function Zu({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${C(e)} in all`,t&&`${C(t)} of it VAT`,n&&`less ${C(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function Xu({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Dn(n)?null:n.invoice.link==="job_or_statement"?b("/invoice",{statement:e}):t&&b(`/jobs/${t}/invoice`,{statement:e})}var U=e=>t=>t[e],Pa=[["Statement",U("statementId")],["Date",U("date")],["Reference",U("reference")],["Description",U("description")],["Job",U("jobId")],["Net",U("net")],["VAT",U("vat")],["Gross",U("gross")],["Commission",U("commission")],["Amount",U("amount")],["Status",U("status")]],Qu=[["Invoice",U("invoiceId")],["Date",U("invoiceDate")],["Number",U("invoiceNumber")],["Description",U("description")],["Job",U("jobId")],["Statement",U("statementId")],["Amount",U("amount")],["VAT",U("vat")],["Status",e=>e.item?ie(e.item,w.value?.agencyName):Vo(e)],["Sent",U("submittedAt")],["Document",({document:e})=>e?.name]],Ze={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:Pa},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:Qu},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...Pa,["Paid",U("paidAt")]]}};function nr(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=Yo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var ef=4*ne,Ca=new Map;function ja({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,total:c,none:l,one:d,columns:u}=Ze[e],{query:m,back:p}=A.value,f=m.toString(),h=y(p&&Ca.get(f)||ef),O=k("jobs").value.body?.jobs,g=J(()=>Object.fromEntries((O??[]).map(M=>[M.jobId,ce(M)])),[O]),$=xa(n,o),_=J(()=>t.filter(M=>$(s(M))),[t,n,o]),T=Ln(_.filter(i).map(M=>M.amount)),I=n||o;if(R(()=>{I&&W(_.length?`${G(_.length,d)}, ${C(T)}`:"None for these dates")},[]),!_.length)return a`<p class="notice">${I?"There is none for these dates.":l}</p>`;let{agency:Se,contractorId:Pe}=fe.value,xe=()=>Ia(`${Se} ${Pe} ${e} ${se()}.csv`,Ta(u,_)),oe={jobs:g,most:h.value,onMore:()=>Ca.set(f,h.value+=ne)};return a`
    <p class="total"><span>${c}</span> <b>${C(T)}</b></p>
    ${e==="paid"&&a`<${Na} caption="Paid by month" rows=${ka(_.map(M=>({...M,date:s(M)})))} />`}
    ${e==="invoices"?a`<${Go} invoices=${_} ...${oe} />`:a`<${Da} statements=${_} agency=${r} isPending=${e==="pending"} ...${oe} />`}
    <button type="button" class="btn btn-secondary" onClick=${xe}><${v} name="download" />Download as CSV</button>
  `}function Ra(){let e=k("agency").value,t=e.body?.offers??[],n={};for(let[r,{path:s,needs:i}]of Object.entries(Ze))n[r]=k(t.includes(i[0])?s:null).value;let o=Object.keys(Ze).filter(r=>Ze[r].needs.some(s=>t.includes(s)));return e.body?o.length?a`<${S} title="Money"><${tf} tabs=${o} readings=${n} agency=${e.body} /><//>`:a`<${S} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${S} title="Money"><${X} reading=${e} /><//>`}var La=()=>N.value??[];function tf({tabs:e,readings:t,agency:n}){let{query:o}=A.value,[r,s,i]=["from","to","show"].map(m=>o.get(m)??""),c=e.includes(i)?i:e[0],l=t[c],d=nr(c,l,La()),u=(m,p,f)=>b("/money",{show:m,...p&&{from:p},...f&&{to:f}});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>a`
          <a key=${m} href=${u(m,r,s)} aria-current=${m===c?"true":null}>
            ${Ze[m].title} <span class="number">${nr(m,t[m],La())?.length}</span>
          </a>
        `)}
    </nav>
    <${Ea} key=${c} from=${r} to=${s} set=${(m,p)=>$e(u(c,m,p),{replace:!0})} />
    ${d&&a`<${ja} key=${[c,r,s].join()} tab=${c} rows=${d} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&a`<${X} reading=${l} />`}
    <${me} reading=${l} />
  `}var Ft=6,nf=30,Ua=5,of=`A code can be tried ${Ua} times. Please send another one.`;function Fa({asked:e,onAsked:t,onOther:n}){let[o,r,s]=[y(null),y(!1),H(null)],i=H(0),c=rf(e.at);le(()=>s.current.focus(),[]);let l=p=>{o.value=p,s.current.focus(),s.current.select()},d=async()=>{let p=Ba(s.current.value);if(p.length!==Ft)return l(`The code has ${Ft} digits.`);o.value=null,r.value=!0;let f=await _i(e.email,p);if(r.value=!1,f.status!==201)return f.status===401&&(i.current+=1),l(i.current<Ua?ue(f):of)},u=()=>{let p=Ba(s.current.value);p!==s.current.value&&(s.current.value=p),o.value=null,p.length===Ft&&!r.value&&d()},m=async()=>{let p=await wn(e.email);return p.status!==204?l(ue(p)):(W("Another code is on its way."),i.current=0,s.current.value="",s.current.focus(),t({...e,at:Date.now()}))};return a`
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
  `}var Ba=e=>e.replace(/\D/g,"").slice(0,Ft);function rf(e){let t=()=>Math.max(0,Math.ceil(nf-(Date.now()-e)/1e3)),n=y(t());return R(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var Wa="Please enter a whole e-mail address, such as name@example.com.";function qa({first:e,onAsked:t}){let[n,o,r]=[y(null),y(!1),H(null)];return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:Wa,n.value){r.current.focus();return}o.value=!0;let l=await wn(c);if(l.status===204){await t({email:c,at:Date.now()});return}o.value=!1,n.value=l.status===400?Wa:ue(l),r.current.focus()}} noValidate>
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
  `}var Ha=()=>a`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${v} name="mark" /></span>Contractor Portal</header>
    ${gn.value?a`<${S} key="code" title="Enter your code" keepsFocus>
          <${Fa} asked=${gn.value} onAsked=${lt} onOther=${()=>lt(null)} />
        <//>`:a`<${S} key="email" title="Sign in">
          ${at.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          <${qa} first=${at.value??""} onAsked=${lt} />
        <//>`}
  </div>
`;var sf={jobs:Qo,job:ga,invoice:Jo,statement:Jo,money:Ra,contacts:Ri,account:Ii,outbox:ji};function Va(){if(E.value===void 0)return a`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(E.value===null)return a`<${Ha} />`;if(w.value===null)return a`<${Li} />`;let{screen:e,id:t,path:n}=A.value,o=sf[e]??Qo,r=Y(w.value);return a`<${Fo} key=${r}><${o} key=${n} id=${t} /></${Fo}>`}function Ya(){z(()=>{if(fe.value)for(let[e,t]of af(N.value??[]))Oi(e,t)})}function af(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let i=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of i)t.set(c,Math.max(t.get(c)??0,o))}return t}var lf=["checking","review","done","refused","unknown"];function Ga(){let e=new Map;z(()=>{let t=N.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&lf.includes(n.state)&&W(`${qe(n)}: ${ie(n,w.peek()?.agencyName)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}var Rn=null,Ka=[];function Ja(){document.addEventListener("focusin",({target:t})=>{Rn=t,Ka=[...mf(t)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(ff).observe(document.getElementById("app"),e)}function ff(){let e=![document.body,Rn].includes(document.activeElement);!Rn||e||df(Rn)||pf(Ka.find(t=>t.isConnected)??document.querySelector("h1"))}var df=e=>e.isConnected&&!e.disabled&&!e.hidden;function*mf(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function pf(e){e&&(e.hasAttribute("tabindex")||(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0})),e.focus({preventScroll:!0}))}Gr();bi();li();Ga();Ya();Ja();bn();z(()=>{let e=fe.value;e?(Vr(Y(e)),Io(e)):Qs(vi.value)});pr(a`<${Va} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
