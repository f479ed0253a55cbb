(()=>{var x,xo,mn,_e,fn,bt,ko,$t,Oo,pn,dn,Ms,tt=Symbol.for("pv"),gt={},wt=[],Ps=/^m(i|n|o|s|text|space)$/,hn=Array.isArray,_n=wt.slice,Te=Object.assign;function Ae(e){e&&e.parentNode&&e.remove()}function St(e,t,n){var o,i,r,s={},c=arguments.length;for(r in t)r=="key"?o=t[r]:r=="ref"&&typeof e!="function"?i=t[r]:s[r]=t[r];return c>2&&(s.children=c>3?_n.call(arguments,2):n),et(e,s,o,i,null)}function et(e,t,n,o,i){var r={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:tt,__v:i||++xo,__i:-1,__u:0};return!i&&x.vnode&&x.vnode(r),r}function Ee(e){return e.children}function Fe(e,t){this.props=e,this.context=t,this.__g=0}function ve(e,t){if(t==null)return e.__&&ve(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:ve(e)}function js(e){var t,n=e.__v,o=n.__e,i=[],r=[],s=e.__P;s&&((t=Te({constructor:tt},n)).__v=n.__v+1,x.vnode&&x.vnode(t),vn(s,t,n,e.__n,s.namespaceURI,32&n.__u?[o]:null,i,o||ve(n),32&n.__u,r),t.__v=n.__v,t.__.__k[t.__i]=t,No(i,t,r),n.__=n.__e=null,t.__e!=o&&Io(t))}function Io(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),Io(e)}function wo(e){(8&e.__g||(e.__g|=8,_e.push(e),bt++))&&fn==x.debounceRendering||((fn=x.debounceRendering)||queueMicrotask)(Ao)}function Ao(){try{for(var e,t=1;_e.length;)_e.length>t&&_e.sort(ko),e=_e.shift(),t=_e.length,8&e.__g&&js(e)}finally{(bt=_e.length)&&(fn||queueMicrotask)(Ao)}}function To(e,t,n,o,i,r,s,c,l,d,u){var m,p,f,$,g,y,_=o.__k||wt,v=t.length;for(l=Cs(n,t,_,l,v),m=0;m<v;m++)(f=n.__k[m])!=null&&(p=~f.__i&&_[f.__i]||gt,f.__i=m,y=vn(e,f,p,i,r,s,c,l,d,u),$=f.__e,(p.ref!=f.ref||8&p.__u)&&(p.ref&&$n(p.ref,null,f,p),f.ref&&u.push(f.ref,f.__c||$,f)),g=g||$,4&f.__u?(l=Eo(f,l,e,!p.__v),p.__e&&(p.__e=null)):typeof f.type=="function"&&y!==void 0?l=y:$&&(l=$.nextSibling),f.__u&=-21);return n.__e=g,l}function Cs(e,t,n,o,i){var r,s,c,l,d,u,m,p,f,$=n.length,g=$,y=0,_=0,v=e.__k=Array(i);for(r=0;r<i;r++)(s=t[r])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=v[r]=et(null,s):hn(s)?s=v[r]=et(Ee,{children:s}):s.constructor===tt&&s.__b?s=v[r]=et(s.type,s.props,s.key,s.ref,s.__v):v[r]=s,l=r+y,s.__=e,s.__b=e.__b+1,c=null,~(d=s.__i=Ls(s,n,l,g))&&(g--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(s.__u|=16,d==l-1?y--:d==l+1?y++:d!=l&&(d>l?y--:y++,_=1)):(~d||(i>$?y--:i<$&&y++),typeof s.type!="function"&&(s.__u|=4))):v[r]=null;if(_){for(u=[],m=[],r=0;r<i;r++)if((s=v[r])&&16&s.__u){for(y=0,p=u.length;y<p;)u[f=y+p>>1]<s.__i?y=f+1:p=f;u[y]=s.__i,m[r]=y+1}for(y=u.length;r--;)m[r]&&(m[r]==y?y--:v[r].__u|=4)}if(g)for(r=0;r<$;r++)!(c=n[r])||2&c.__u||(c.__e==o&&(o=ve(c)),yn(c,c));return o}function Eo(e,t,n,o){var i,r,s,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(i=e.__k)for(r=0;r<i.length;r++)i[r]&&(i[r].__=e,t=Eo(i[r],t,n,!1));return t}for(t&&!t.parentNode&&(t=ve(e))&&!t.parentNode&&(t=null),s=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(s!=c&&(!o&&n.moveBefore&&s.parentNode?n.moveBefore(s,t):n.insertBefore(s,t||null)),t=s;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Ls(e,t,n,o){var i,r=e.key,s=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&r==null||l&&r==c.key&&s==c.type)return n;if(o>(l?1:0)){for(i=n-1;i>=0;i--)if((c=t[i])&&!(2&c.__u)&&r==c.key&&s==c.type)return i;for(i=n+1;i<t.length;i++)if((c=t[i])&&!(2&c.__u)&&r==c.key&&s==c.type)return i}return-1}function So(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function vt(e,t,n,o,i){var r,s;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||So(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||So(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(s=dn[t]||(dn[t]=Rs(t)),(e.__a||(e.__a={}))[t]=pn,r=t!=(t=t.replace(Oo,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,s,r):e.removeEventListener(t,s,r));else{if(i=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Rs(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[$t]==null)t[$t]=pn++;else if(t[$t]<this.__a[e])return;return n(x.event?x.event(t):t)}}}function vn(e,t,n,o,i,r,s,c,l,d){var u,m,p,f,$,g,y,_,v,E,O,re,Oe,V,R,_t,he,Ie,ue=t.type;if(t.constructor!==tt)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,m=r=[],u.nodeType==8?c=yt(u,r):r.push(u),c=r[0]||c),(u=x.__b)&&u(t);e:if(typeof ue=="function"){p=s.length;try{if(_=t.props,v=(u=ue.prototype)&&u.render,E=(u=ue.contextType)&&o[u.__c],O=u?E?E.props.value:u.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):(v?t.__c=f=new ue(_,O):(t.__c=f=new Fe(_,O),f.constructor=ue,f.render=Fs),E&&E.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),v&&(f.__s||(f.__s=f.state),ue.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=Te({},f.__s)),Te(f.__s,ue.getDerivedStateFromProps(_,f.__s)))),$=f.props,g=f.state,f.__v=t,n.__c){if(_!==$&&v&&!ue.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps(_,O),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate(_,f.__s,O)===!1){t.__v!=n.__v&&(f.props=_,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(X){X&&(X.__=t)}),wt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&s.push(f),c=ve(n);break e}f.componentWillUpdate&&f.componentWillUpdate(_,f.__s,O),v&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate($,g,y)})}else v&&!ue.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),v&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=O,f.props=_,f.__P=e,f.__g&=-5,re=x.__r,Oe=v?25:0;do f.__g&=-9,re&&re(t),u=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++Oe<25);v&&(wt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=Te({},o,f.getChildContext())),v&&n.__c&&f.getSnapshotBeforeUpdate&&(y=f.getSnapshotBeforeUpdate($,g)),V=u&&u.type===Ee&&u.key==null?u.props.children:u,_.__P&&(u=c,i=(e=_.__P).namespaceURI,l=r=null,n.props&&n.props.__P!=e&&(n.__k.some(function(X){X&&yn(X,X)}),n.__k=null),c=n.__k?ve(n,0):null),c=To(e,hn(V)?V:[V],t,n,o,i,r,s,c,l,d),_.__P&&(t.__e=null,c=u),t.__u&=-161,m&&m.some(Ae),f.__h.length&&s.push(f),1&f.__g&&(f.__g&=-4)}catch(X){if(s.length=p,t.__v=null,l||r)if(X&&X.then){if(t.__u|=128|l,r){for(~(he=r.indexOf(c||void 0))||(he=r.length);(Ie=r[he-1])&&Ie.nodeType==8;)he--;for(;he<r.length;he++)if(Ie=r[he])if(r[he]=null,R){if(Ie==_t)break}else{if(Ie.nodeType!=8)break;Ie.data.startsWith("$s")&&(_t=yt(R=Ie))}}if(!R){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;R=c}(u=yt(R=t.__c.__z||(t.__c.__z=R)))?(t.__e=R,c=u):t.__e=c,c=c&&c.nextSibling}else r&&r.some(Ae);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),X&&X.then||Do(t),x.__e(X,t,n)}}else c=t.__e=Bs(n.__e,t,n,o,i,r,s,l,d,e);return(u=x.diffed)&&u(t),c}function yt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function Do(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Do))}function No(e,t,n){for(var o=0;o<n.length;)$n(n[o++],n[o++],n[o++]);x.__c&&x.__c(t,e),e.some(function(i){try{e=i.__h,i.__h=[],e.some(function(r){r.call(i)})}catch(r){x.__e(r,i.__v)}})}function Bs(e,t,n,o,i,r,s,c,l,d){var u,m,p,f,$,g,y,_,v=n.props||gt,E=t.props,O=t.type;if(O=="svg"?i="http://www.w3.org/2000/svg":O=="math"?i="http://www.w3.org/1998/Math/MathML":i||(i="http://www.w3.org/1999/xhtml"),r){for(u=0;u<r.length;u++)if(($=r[u])&&(O?$.localName==O:$.nodeType==3)){e=$,r[u]=null;break}}if(!e){if(_=d.ownerDocument||document,!O)return _.createTextNode(E);e=_.createElementNS(i,O,E.is?E:d),c&&(x.__m&&x.__m(t,r),c=!1),r=null}if(O){if(d=O=="template"&&e.content||e,r=O=="textarea"&&E.defaultValue!=null?null:r&&_n.call(d.childNodes),!c&&r)for(v={},u=0;u<e.attributes.length;u++)v[($=e.attributes[u]).name]=$.value;for(u in v)$=v[u],u=="dangerouslySetInnerHTML"?p=$:u=="children"||u in E||u=="value"&&"defaultValue"in E||u=="checked"&&"defaultChecked"in E||vt(e,u,null,$,i);for(u in E)$=E[u],u=="children"?f=$:u=="dangerouslySetInnerHTML"?m=$:u=="value"?g=$:u=="checked"?y=$:c&&typeof $!="function"||v[u]===$||vt(e,u,$,v[u],i);m?(c||p&&(m.__html==p.__html||m.__html==e.innerHTML)||(e.innerHTML=m.__html),t.__k=[]):(p&&(e.textContent=""),(O=="foreignObject"||i=="http://www.w3.org/1998/Math/MathML"&&Ps.test(O))&&(i="http://www.w3.org/1999/xhtml"),To(d,hn(f)?f:[f],t,n,o,i,r,s,r?r[0]:n.__k&&ve(n,0),c,l),r&&r.some(Ae)),c&&O!="textarea"||(u="value",O=="progress"&&g==null?e.removeAttribute(u):g==null||g===e[u]&&(O!="progress"||g)||vt(e,u,g,v[u],i),u="checked",y!=null&&y!=e[u]&&vt(e,u,y,v[u],i))}else v===E||c&&e.data==E||(e.data=E);return e}function $n(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(i){x.__e(i,n)}}function yn(e,t,n){var o,i,r,s;if(x.unmount&&x.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||$n(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){x.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(s=0;s<o.length;s++)o[s]&&yn(o[s],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(i=yt(o,r=[]))&&(o==e.__e&&r.some(Ae),Ae(i),Ae(o)),n||Ae(e.__e),e.__e=e.__c=e.__=null}function Fs(e,t,n){return this.constructor(e,n)}function Mo(e,t){var n,o,i,r;x.__&&x.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=et(Ee,{children:[e]}),i=[],r=[],vn(t,t.__k,o||gt,gt,t.namespaceURI,o?null:t.firstChild?_n.call(t.childNodes):null,i,o?o.__e:t.firstChild,n,r),No(i,t.__k,r),t.__k.props.children=null}x={__e:function(e,t,n,o){for(var i,r,s;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((s=(r=i.constructor)&&r.getDerivedStateFromError)&&i.setState(r.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,o||{}),s=1),s&&8&i.__g)return void(i.__g|=2)}catch(c){e=c}}throw bt=0,e}},xo=0,mn=function(e){return e!=null&&e.constructor===tt},Fe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Te({},this.state)),typeof e=="function"&&(e=e(Te({},n),this.props)),e&&(Te(n,e),this.__v&&(t&&this.__k.push(t),wo(this)))},Fe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),wo(this))},Fe.prototype.render=Ee,_e=[],bt=0,ko=function(e,t){return e.__v.__b-t.__v.__b},$t=Symbol(),Oo=/(PointerCapture)$|Capture$/i,pn=0,dn={},Ms=0;var De,M,bn,Po,gn=Object.is,xt=0,Ho=[],wn=[],N=x,jo=N.__b,Co=N.__r,Lo=N.diffed,Ro=N.__c,Bo=N.unmount,Fo=N.__;function ot(e,t){N.__h&&N.__h(M,e,xt||t),xt=0;var n=M.__H||(M.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function rt(e){return xt=1,Us(Vo,e)}function Us(e,t,n){var o=ot(De++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Vo(void 0,t),function(r){var s=(o.__N||o.__)[0],c=o.t(s,r);gn(s,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=M,!M.__f)){M.__f=!0;var i=M.shouldComponentUpdate;M.shouldComponentUpdate=function(r,s,c){var l=this.__H;if(!l)return!0;var d=!1,u=this.props!=r;if(l.__.some(function(p){p.__N&&(d=!0,gn(p.__[0],p.__N[0])||(u=!0))}),i){var m=i.call(this,r,s,c);return d?m||u:m}return!d||u}}return o.__}function P(e,t){var n=ot(De++,3);!N.__s&&xn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,M.__H.__h.push(n))}function Ne(e,t){var n=ot(De++,4);!N.__s&&xn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,M.__h.push(n))}function G(e){return xt=5,ie(function(){return{current:e}},[])}function ie(e,t){var n=ot(De++,7);return xn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function qo(){var e=ot(De++,11);if(!e.__){for(var t=M.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Ws(){var e;do{for(;e=wn.shift();)try{nt(e)}catch(n){N.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Ho.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(nt),t.__h.some(Sn),t.__h=[]}catch(n){t.__h=[],N.__e(n,e.__v)}}}while(wn.length)}N.__b=function(e){M=null,jo&&jo(e)},N.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Fo&&Fo(e,t)},N.__r=function(e){Co&&Co(e),De=0;var t=(M=e.__c).__H;t&&(bn==M?M.__h=[]:(t.__h.some(nt),t.__h.some(Sn),De=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),bn=M},N.diffed=function(e){Lo&&Lo(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Wo(Ho.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),bn=M=null},N.__c=function(e,t){t.some(function(n){try{n.__h.some(nt),n.__h=n.__h.filter(function(o){return!o.__||Sn(o)})}catch(o){n.__h=[function(){throw o}]}}),Ro&&Ro(e,t)},N.unmount=function(e){Bo&&Bo(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(i){try{if(i.__P&&i.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}i.__P=n,Wo(wn.push(i))}else nt(i)}catch(r){t=r}}),o.__H=void 0,t&&N.__e(t,o.__v))};var Uo=typeof requestAnimationFrame=="function";function Hs(e){var t,n=function(){clearTimeout(o),Uo&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Uo&&(t=requestAnimationFrame(n))}function Wo(e){e!=1&&Po==N.requestAnimationFrame||((Po=N.requestAnimationFrame)||Hs)(Ws)}function nt(e){var t=M,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),M=t}function Sn(e){var t=M;e.__c=e.__(),M=t}function xn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!gn(n,e[o])})}function Vo(e,t){return typeof t=="function"?t(e):t}var qs=Symbol.for("preact-signals");function At(){if(fe>1)fe--;else{var e,t=!1;for((function(){var i=Ot;for(Ot=void 0;i!==void 0;){var r=i.S;if(r.v===i.v)for(var s=r.t;s!==void 0;s=s.x)s.i===i.i&&(s.i=r.i);i=i.o}})();st!==void 0;){var n=st;for(st=void 0,kt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Go(n))try{n.c()}catch(i){t||(e=i,t=!0)}n=o}}if(kt=0,fe--,t)throw e}}function On(e){if(fe>0)return e();kn=++Vs,fe++;try{return e()}finally{At()}}var it,T=void 0;function at(e){var t=T,n=it;T=void 0,it=void 0;try{return e()}finally{T=t,it=n}}var st=void 0,fe=0,kt=0,Vs=0,kn=0,Ot=void 0,It=0;function Yo(e){if(T!==void 0){var t=e.n;if(t===void 0||t.t!==T)return t={i:0,S:e,p:T.s,n:void 0,t:T,e:void 0,x:void 0,r:t},T.s!==void 0&&(T.s.n=t),T.s=t,e.n=t,32&T.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=T.s,t.n=void 0,T.s.n=t,T.s=t),t}}function U(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}U.prototype.brand=qs;U.prototype.h=function(){return!0};U.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:at(function(){var o;(o=t.W)==null||o.call(t)}))};U.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&at(function(){var i;(i=t.Z)==null||i.call(t)}))}};U.prototype.subscribe=function(e){var t=this;return ee(function(){var n=t.value;at(function(){return e(n)})},{name:"sub"})};U.prototype.valueOf=function(){return this.value};U.prototype.toString=function(){return this.value+""};U.prototype.toJSON=function(){return this.value};U.prototype.peek=function(){var e=this;return at(function(){return e.value})};Object.defineProperty(U.prototype,"value",{get:function(){var e=Yo(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(kt>100)throw new Error("Cycle detected");(function(n){fe!==0&&kt===0&&n.l!==kn&&(n.l=kn,Ot={S:n,v:n.v,i:n.i,o:Ot})})(this),this.v=e,this.i++,It++,fe++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{At()}}}});function W(e,t){return new U(e,t)}function Go(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Jo(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Ko(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Me(e,t){U.call(this,void 0,t),this.x=e,this.s=void 0,this.g=It-1,this.f=4}Me.prototype=new U;Me.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===It))return!0;if(this.g=It,this.f|=1,this.i>0&&!Go(this))return this.f&=-2,!0;var e=T;try{Jo(this),T=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return T=e,Ko(this),this.f&=-2,!0};Me.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}U.prototype.S.call(this,e)};Me.prototype.U=function(e){if(this.t!==void 0&&(U.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Me.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Me.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Yo(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function $e(e,t){return new Me(e,t)}function zo(e){var t=e.j;if(e.j=void 0,typeof t=="function"){fe++;var n=T;T=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,In(e),o}finally{T=n,At()}}}function In(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,zo(e)}function Ys(e){if(T!==this)throw new Error("Out-of-order effect");Ko(this),T=e,this.f&=-2;try{8&this.f&&In(this)}finally{At()}}function Ue(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,it&&it.push(this)}Ue.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Ue.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,zo(this),Jo(this),fe++;var e=T;return T=this,Ys.bind(this,e)};Ue.prototype.N=function(){2&this.f||(this.f|=2,this.u=st,st=this)};Ue.prototype.d=function(){this.f|=8,1&this.f||In(this)};Ue.prototype.dispose=function(){this.d()};function ee(e,t){var n=new Ue(e,t);try{n.c()}catch(i){throw n.d(),i}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Zo,Et,Tt,Gs=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Xo=[];ee(function(){Zo=this.N})();function We(e,t){x[e]=t.bind(null,x[e]||function(){})}function ct(e){if(Tt){var t=Tt;Tt=void 0,t()}Tt=e&&e.S()}function Qo(e){var t=this,n=e.data,o=b(n);o.name="ReactiveDom",o.value=n;var i=ie(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var d=$e(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),u=$e(function(){return!Array.isArray(d.value)&&!mn(d.value)}),m=ee(function(){if(this.N=er,u.value){var f=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),p=t.__$u.d;return t.__$u.d=function(){m(),p.call(this)},[u,d]},[]),r=i[0],s=i[1];return r.value?s.peek():s.value}Qo.displayName="ReactiveTextNode";Object.defineProperties(U.prototype,{constructor:{configurable:!0,value:St(Ee,null).constructor},type:{configurable:!0,value:Qo},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});We("__b",function(e,t){if(ct(),Et=void 0,typeof t.type=="string"){var n,o=t.props;for(var i in o)if(i!=="children"){var r=o[i];r instanceof U&&(n||(t.__np=n={}),n[i]=r,o[i]=r.peek())}}e(t)});We("__r",function(e,t){if(e(t),t.type!==Ee){ct();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(i,r){var s;return ee(function(){s=this},{name:r}),s.c=i,s})((function(i){return function(){var r;Gs&&((r=this.y)==null||r.call(this)),i.__$f|=1,i.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Et=o,ct(n)}});We("__e",function(e,t,n,o){ct(),Et=void 0,e(t,n,o)});We("diffed",function(e,t){ct(),Et=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,i=t.props,r=n.U;if(r)for(var s in r){var c=r[s];c===void 0||o&&s in o||(c.d(),r[s]=void 0)}if(o){r||(r={},n.U=r);for(var l in o){var d=r[l],u=o[l];d===void 0?(d=Js(n,l,u,i),r[l]=d):d.o(u,i)}}}e(t)});function Js(e,t,n,o){var i=t in e&&e.ownerSVGElement===void 0,r=W(n);return{o:function(s,c){r.value=s,o=c},d:ee(function(){this.N=er;var s=r.value.value;o[t]!==s&&(o[t]=s,i?e[t]=s:s!=null&&(s!==!1||t[4]==="-")?e.setAttribute(t,s):e.removeAttribute(t))})}}We("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var i in o){var r=o[i];r&&r.d()}}}var s=t.__np;if(s){var c=t.props;for(var l in s)c[l]=s[l]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var u=d.__$u;u&&(d.__$u=void 0,u.d())}}e(t)});We("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Fe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var r=2&this.__$f;if(!(o||r||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var s in e)if(s!=="__source"&&e[s]!==this.props[s])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function b(e,t){return ie(function(){return W(e,t)},[])}var Ks=function(e){queueMicrotask(function(){queueMicrotask(e)})};function zs(){On(function(){for(var e;e=Xo.shift();)Zo.call(e)})}function er(){Xo.push(this)===1&&(x.requestAnimationFrame||Ks)(zs)}var nr=function(e,t,n,o){var i;t[0]=0;for(var r=1;r<t.length;r++){var s=t[r++],c=t[r]?(t[0]|=s?1:2,n[t[r++]]):t[++r];s===3?o[0]=c:s===4?o[1]=Object.assign(o[1]||{},c):s===5?(o[1]=o[1]||{})[t[++r]]=c:s===6?o[1][t[++r]]+=c+"":s?(i=e.apply(c,nr(e,c,n,["",null])),o.push(i),c[0]?t[0]|=2:(t[r-2]=0,t[r]=i)):o.push(c)}return o},tr=new Map;function or(e){var t=tr.get(this);return t||(t=new Map,tr.set(this,t)),(t=nr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,i,r=1,s="",c="",l=[0],d=function(p){r===1&&(p||(s=s.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,p,s):r===3&&(p||s)?(l.push(3,p,s),r=2):r===2&&s==="..."&&p?l.push(4,p,0):r===2&&s&&!p?l.push(5,0,!0,s):r>=5&&((s||!p&&r===5)&&(l.push(r,0,s,i),r=6),p&&(l.push(r,p,0,i),r=6)),s=""},u=0;u<n.length;u++){u&&(r===1&&d(),d(u));for(var m=0;m<n[u].length;m++)o=n[u][m],r===1?o==="<"?(d(),l=[l],r=3):s+=o:r===4?s==="--"&&o===">"?(r=1,s=""):s=o+s[0]:c?o===c?c="":s+=o:o==='"'||o==="'"?c=o:o===">"?(d(),r=1):r&&(o==="="?(r=5,i=s,s=""):o==="/"&&(r<5||n[u][m+1]===">")?(d(),r===3&&(l=l[0]),r=l,(l=l[0]).push(2,0,r),r=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),r=2):s+=o),r===3&&s==="!--"&&(r=4,l=l[0])}return d(),l})(e)),t),arguments,[])).length>1?t:t[0]}var a=or.bind(St);var sr="Europe/London",An=e=>new Intl.DateTimeFormat("en-GB",{timeZone:sr,...e}),ar=An({day:"numeric",month:"long",year:"numeric"}),Zs=An({month:"short",year:"numeric"}),rr=An({hour:"2-digit",minute:"2-digit"}),Dt=new Intl.DateTimeFormat("sv-SE",{timeZone:sr}),Xs=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),Qs=864e5,se=(e=new Date)=>Dt.format(e),J=e=>ar.format(new Date(e)),cr=e=>Zs.format(new Date(`${e}-01`));function ye(e,t=new Date){let n=new Date(e);return Dt.format(n)===Dt.format(t)?rr.format(n):`${ar.format(n)}, ${rr.format(n)}`}var j=e=>Xs.format(e),te=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function lr(e,t=new Date){let n=Math.round((ir(t)-ir(new Date(e)))/Qs);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.floor(n/30.44)} months ago`:`${Math.floor(n/365.25)} years ago`}var ir=e=>Date.parse(Dt.format(e)),Nt=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function ae({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${ye(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function K({reading:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var Tn="([A-Za-z0-9_-]{1,64})",En=new RegExp(`^${Tn}$`),ea={"/":"jobs","/jobs":"jobs",[`/jobs/${Tn}`]:"job",[`/jobs/${Tn}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},ta=Object.entries(ea).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Mt(e){for(let[t,n]of ta){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var I=W(Dn());function Dn(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Mt(location.pathname)??Mt("/"),path:location.pathname,account:En.test(n)&&En.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0}}function w(e,t={},n=I.value.account){let[o,i]=n?.split("/")??[],r=new URLSearchParams({...t,...n&&{agency:o,contractor:i}}).toString();return r?`${e}?${r}`:e}function ur(e){I.value.account||de(w(I.value.path,Object.fromEntries(I.value.query),e),{replace:!0})}function de(e,{replace:t=!1}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY},""),history.pushState(null,"",e)),I.value=Dn()}function fr(){history.scrollRestoration="manual",addEventListener("popstate",()=>{I.value=Dn(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Mt(t.pathname)||(e.preventDefault(),de(t.href,{replace:t.href===location.href}))})}var oa={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},h=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${oa[e]} /></svg>
`;var ra="Contractor Portal",dr=!0;function S({title:e,back:t,keepsFocus:n=!1,children:o}){let i=G(null);return Ne(()=>{dr||(n||i.current.focus({preventScroll:!0}),scrollTo(0,I.value.y)),dr=!1},[]),Ne(()=>{document.title=`${e} – ${ra}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${w(t.path)}><${h} name="back" />${t.name}</a>`}
      <h1 ref=${i} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var mr="application/json",hr=()=>{};function _r(e){hr=e}async function z(e,{method:t="GET",body:n,account:o,headers:i={},timeoutMs:r=4e4}={}){let s=n instanceof FormData,c=new Headers(i);o&&c.set("Portal-Account",o),n&&!s&&c.set("Content-Type",mr);try{let l=await fetch(`/api/${e}`,{method:t,headers:c,body:s||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(r)}),d=l.headers.get("Content-Type")?.startsWith(mr)??!1;if(!d&&l.status!==204&&l.status!==304)return pr();let u={status:l.status,body:d?await l.json():null,headers:l.headers,offline:!1};return l.status===401&&hr(),u}catch{return pr()}}var pr=()=>({status:0,body:null,headers:new Headers,offline:!0}),ia="The portal cannot be reached just now. Please check your connection and try again.",ce=({offline:e,body:t})=>e?ia:t?.error??"Something went wrong. Please try again in a minute.";var Pn=(e,t)=>t.some(n=>e instanceof n),vr,$r;function sa(){return vr||(vr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function aa(){return $r||($r=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var jn=new WeakMap,Nn=new WeakMap,Pt=new WeakMap;function ca(e){let t=new Promise((n,o)=>{let i=()=>{e.removeEventListener("success",r),e.removeEventListener("error",s)},r=()=>{n(be(e.result)),i()},s=()=>{o(e.error),i()};e.addEventListener("success",r),e.addEventListener("error",s)});return Pt.set(t,e),t}function la(e){if(jn.has(e))return;let t=new Promise((n,o)=>{let i=()=>{e.removeEventListener("complete",r),e.removeEventListener("error",s),e.removeEventListener("abort",s)},r=()=>{n(),i()},s=()=>{o(e.error||new DOMException("AbortError","AbortError")),i()};e.addEventListener("complete",r),e.addEventListener("error",s),e.addEventListener("abort",s)});jn.set(e,t)}var Cn={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return jn.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return be(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function wr(e){Cn=e(Cn)}function ua(e){return aa().includes(e)?function(...t){return e.apply(Ln(this),t),be(this.request)}:function(...t){return be(e.apply(Ln(this),t))}}function fa(e){return typeof e=="function"?ua(e):(e instanceof IDBTransaction&&la(e),Pn(e,sa())?new Proxy(e,Cn):e)}function be(e){if(e instanceof IDBRequest)return ca(e);if(Nn.has(e))return Nn.get(e);let t=fa(e);return Object.is(t,e)||(Nn.set(e,t),Pt.set(t,e)),t}var Ln=e=>Pt.get(e);function Sr(e,t,{blocked:n,upgrade:o,blocking:i,terminated:r}={}){let s=indexedDB.open(e,t),c=be(s);return o&&s.addEventListener("upgradeneeded",l=>{o(be(s.result),l.oldVersion,l.newVersion,be(s.transaction),l)}),n&&s.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{r&&l.addEventListener("close",()=>r()),i&&l.addEventListener("versionchange",d=>i(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function xr(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),be(n).then(()=>{})}var da=["get","getKey","getAll","getAllKeys","count"],ma=["put","add","delete","clear"],Mn={};function yr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(Mn[t])return Mn[t];let n=t.replace(/FromIndex$/,""),o=t!==n,i=ma.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(i||da.includes(n)))return;let r=async function(s,...c){let l=this.transaction(s,i?"readwrite":"readonly"),d=l.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),i&&l.done]))[0]};return Mn[t]=r}wr(e=>({...e,get:(t,n,o)=>yr(t,n)||e.get(t,n,o),has:(t,n)=>!!yr(t,n)||e.has(t,n)}));var pa=["advance","continue","continuePrimaryKey"],br={},Rn=new WeakMap,kr=new WeakMap,ha={get(e,t){if(!pa.includes(t))return e[t];let n=br[t];return n||(n=br[t]=function(...o){Rn.set(this,kr.get(this)[t](...o))}),n}};async function*_a(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,ha);for(kr.set(n,t),Pt.set(n,Ln(t));t;)yield n,t=await(Rn.get(n)||t.continue()),Rn.delete(n)}function gr(e,t){return t===Symbol.asyncIterator&&Pn(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&Pn(e,[IDBIndex,IDBObjectStore])}wr(e=>({...e,get(t,n,o){return gr(t,n)?_a:e.get(t,n,o)},has(t,n){return gr(t,n)||e.has(t,n)}}));var va=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})}],$a={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},we=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=$a[t]}},ya="portal:",ge=new Map,jt=new Set,Z=({agency:e,contractorId:t,email:n})=>`${ya}${e}/${t} ${n}`;function ba(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function Or(){return(indexedDB.databases?await ne(()=>indexedDB.databases()):[...ge.keys()].map(t=>({name:t}))).map(({name:t})=>ba(t)).filter(Boolean)}var Bn=e=>jt.delete(e);async function Y(e,t=va){if(jt.has(e))throw new we("gone");if(!ge.has(e)){let n=ga(e,t);ge.set(e,n),n.catch(()=>ge.delete(e))}return ge.get(e)}var ga=(e,t)=>ne(()=>Sr(e,t.length,{upgrade(n,o,i,r){r.done.catch(()=>{});for(let s of t.slice(o))s(n,r)},blocking(n,o){o===null&&jt.add(e),Ir(e)},terminated:()=>ge.delete(e)}));async function Ir(e){let t=ge.get(e);ge.delete(e),(await t?.catch(()=>null))?.close()}async function Ar(e){jt.add(e),await Ir(e),await ne(()=>xr(e))}async function ne(e){try{return await e()}catch(t){throw t instanceof we?t:new we(wa(t),t)}}function wa(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":["SecurityError","InvalidStateError","UnknownError"].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?"closed":"broken"}var Sa={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},xa=144*36e5,Dr=2e3,ka=3e5,Nr=6e4,Oa=1e4,Ia=[400,404,405,413,415,422],Mr="It may have arrived. It is sent again by itself, and cannot arrive twice.",Aa="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Ta="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",Pe=({state:e})=>Sa[e],Lt=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],D=({state:e})=>e!=="done",je=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,lt=({state:e})=>!["sending","checking"].includes(e),Fn=({state:e,sentAt:t})=>e==="waiting"&&t!==null,Pr=({kind:e,jobId:t,about:n,content:o,document:i},r)=>({kind:e,jobId:t??null,about:n??"",addedAt:r,...Rt({content:o,document:i})}),Rt=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...Ea}),Ea={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,submissionId:null,asks:null,result:null};function jr(e,t){return Cr(e).filter(n=>n.nextAt<=t).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function Un(e){let t=Cr(e).map(({nextAt:n})=>n);return t.length?Math.min(...t):null}function Cr(e){let t=new Set;return e.filter(n=>{if(n.state==="checking")return!0;if(!["waiting","sending"].includes(n.state))return!1;let o=n.jobId??`statement ${n.content.statementId}`,i=!t.has(o);return t.add(o),i&&n.state==="waiting"})}function Lr(e,t){return e.sentAt!==null&&t-e.sentAt>xa?He(Ta):{state:"sending",sentAt:e.sentAt??t,sentence:null}}var Rr=()=>({state:"waiting",sentence:Mr,nextAt:0});function Br(e,t,n,o=Math.random){let{status:i,body:r,headers:s,offline:c}=t,l={sentAt:e.sentAt??n},d=r?.error??null;if(c)return Ct(e,null,n,o,{...l,sentence:Mr},Nr);let u=s.get("Submission-State"),m=s.get("Retry-After");return i===200||i===201?Ur(e,r,n):i===202?Tr(r.submissionId,r.message,n):u==="rejected"?He(d):s.get("Location")?Tr(s.get("Location").split("/").at(-1),d,n):u==="not-sent"?Ct(e,m,n,o,{sentAt:null,sentence:d}):i===409&&!m?He(d,e.kind==="invoice"?"duplicate":null):Ia.includes(i)?He(d):i===409?Ct(e,m,n,o,{...l,sentence:d},Oa):Ct(e,m,n,o,{...i>=500?l:{sentAt:e.sentAt},sentence:d})}function Fr(e,{status:t,body:n,offline:o},i,r=Math.random){return t===404?He(Aa):o||t!==200?Er(e,e.sentence,i,r):n.state==="confirmed"?Ur(e,n.result,i):["rejected","expired","abandoned"].includes(n.state)?He(n.message):Er(e,n.message,i,r)}var Ur=({kind:e,document:t},n,o)=>({state:"done",doneAt:o,sentence:null,result:e==="completion"?null:n,document:t&&{name:t.name,size:t.size}}),He=(e,t=null)=>({state:"refused",sentence:e,asks:t,sentAt:null}),Tr=(e,t,n)=>({state:"checking",submissionId:e,sentence:t,tries:0,nextAt:n+Dr});function Ct(e,t,n,o,i,r=ka){let s=Math.max(Number(t)*1e3||0,Bt(e.tries,r,o));return{...i,state:"waiting",tries:e.tries+1,nextAt:n+s}}function Er(e,t,n,o){return{sentence:t,tries:e.tries+1,nextAt:n+Bt(e.tries,Nr,o)}}var Bt=(e,t,n=Math.random)=>Math.min(t,Dr*2**Math.min(e,20))*(.5+n()/2);var Hr="portal-outbox",Wr={durability:"strict"},qe=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ce=class{constructor(t){this.owner=t,this.name=Z(t)}all(){return ne(async()=>(await Y(this.name)).getAll("outbox"))}async add(t){let n=await ne(async()=>{let{store:o,done:i}=(await Y(this.name)).transaction("outbox","readwrite",Wr),[r]=await Promise.all([o.add(t),i]);return{...t,id:r}});return Ft(this.name),n}async change(t,n){let o=await ne(async()=>{let{store:i,done:r}=(await Y(this.name)).transaction("outbox","readwrite",Wr),s=await i.get(t),c=s&&n(s);return c?await Promise.all([i.put({...s,...c}),r]):c===null?await Promise.all([i.delete(t),r]):await r,c===void 0?void 0:c&&{...s,...c}});if(o===void 0)throw new qe;return Ft(this.name),o}tidy(){return ne(async()=>{let t=(await Y(this.name)).transaction(["answers","drafts","outbox"],"readwrite"),n=t.objectStore("outbox"),o=(await n.getAll()).filter(i=>!D(i));await Promise.all([t.objectStore("answers").clear(),t.objectStore("drafts").clear(),...o.map(({id:i})=>n.delete(i)),t.done])})}},Ve=class{#e=[];#t=0;constructor(t){this.owner=t,this.name=Z(t)}async all(){return[...this.#e]}async add(t){let n={...t,id:++this.#t};return this.#e.push(n),Ft(this.name),n}async change(t,n){let o=this.#e.findIndex(s=>s.id===t),i=o<0?void 0:n(this.#e[o]);if(i===void 0)throw new qe;let r=i&&{...this.#e[o],...i};return this.#e.splice(o,1,...r?[r]:[]),Ft(this.name),r}};function Ft(e){let t=new BroadcastChannel(Hr);t.postMessage(e),t.close()}function qr(e){let t=new BroadcastChannel(Hr);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function ut(e){try{let t=new Blob([await e.arrayBuffer()],{type:"application/pdf"});return{name:e.name??"invoice.pdf",size:t.size,blob:t}}catch(t){throw Object.assign(new we("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}async function Vr(e){let{method:t,path:n}=Da(e),o={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(o["X-Allow-Duplicate"]="true"),{method:t,path:n,headers:o,body:e.document?await Na(e):e.content,timeoutMs:e.document?3e5:6e4}}function Da({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}async function Na({content:e,document:t}){let n=new FormData;for(let[i,r]of Object.entries(e))r!=null&&n.append(i,String(r));let o=await t.blob.arrayBuffer();return n.append("document",new Blob([o],{type:"application/pdf"}),t.name),n}var Yr="portal-session",Ma=5e3,Pa={state:"refused",sentAt:null,sentence:"Its PDF cannot be read on this phone any more. Please attach it again."};async function Le(e=null){return(await Or()).filter(t=>e===null||t.email===e).map(t=>new Ce(t))}function Wn(e){return navigator.locks.request(`portal-outbox:${e.name}`,async()=>{for(await ja(e);;){let[t]=jr(await e.all(),Date.now());if(!t)return{hold:null,next:Un(await e.all())};let n=await Ca(e.owner,()=>La(e,t));if(n)return{hold:n,next:null}}})}async function Ut(e){let t=!1,n=()=>(t=!0,e());try{return await navigator.locks.request(Yr,{signal:AbortSignal.timeout(Ma)},n)}catch(o){if(t)throw o;return e()}}async function ja(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,Rr)}function Ca(e,t){return navigator.locks.request(Yr,{mode:"shared"},async()=>await Gr(e)??t())}async function Gr({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:i,offline:r}=await z("session");return r||o>=500?"offline":o!==200?"signed-out":i.email!==e?"other-person":i.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function La(e,t){try{return await(t.state==="checking"?Ba(e,t):Ra(e,t))}catch(n){if(n instanceof qe)return null;throw n}}async function Ra(e,t){let n=c=>c.state==="waiting"&&c.key===t.key,o=await e.change(t.id,c=>n(c)?Lr(c,Date.now()):void 0);if(o.state!=="sending")return null;let i=await Vr(o).catch(()=>null);if(i===null)return void await e.change(t.id,()=>Pa);let r=await z(i.path,{...i,account:Kr(e)}),s=await Jr(e,r);return await e.change(t.id,()=>s?{state:"waiting",sentAt:t.sentAt}:Br(t,r,Date.now())),s??(r.offline?"offline":null)}async function Ba(e,t){let n=await z(`contractor/submissions/${t.submissionId}`,{account:Kr(e)}),o=await Jr(e,n);return o||await e.change(t.id,()=>Fr(t,n,Date.now())),o??(n.offline?"offline":null)}async function Jr(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?Gr(e.owner):null}var Kr=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Fa="outbox";async function Wt(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Fa).catch(()=>{})}var Hn=e=>`outbox ${e}`;function qn(e,t){try{t?localStorage.setItem(Hn(e),String(t)):localStorage.removeItem(Hn(e))}catch{}}function zr(e){try{return Number(localStorage.getItem(Hn(e))??0)}catch{return 0}}var Zr=e=>qn(e,0);var B=W(null),me=W(null),qt=W([]),le=W(null),Wa=6e4,Ha=168*36e5,qa="This device has no room left, so nothing can be sent from it. Please free some space.",C=null,Jn=0,Vn=0,Yn=!1,Ht=null,Gn=!1;async function Kn(e){if(C?.name===Z(e))return;zn(),Bn(Z(e));let t=new Ce(e);C=t;try{let n=(await t.all()).length?0:zr(t.name);for(let o of(await Le()).filter(i=>i.owner.email!==e.email))await o.tidy();await Va(t),C===t&&(le.value=n?Ga(n):null)}catch(n){if(C!==t)return;le.value=eo(n),n.reason==="closed"&&(C=new Ve(e))}await Yt(),B.value?.some(D)&&Wt(),Se()}async function Qr(e){zn(),(e?await Le(e.email).catch(()=>[]):[]).some(({name:n})=>n===Z(e))&&!C&&await Kn(e)}function zn(){clearTimeout(Jn),C=null,B.value=null,me.value=null,qt.value=[],le.value=null}async function Ye({document:e,...t}){let n=Pr({...t,document:e?await ut(e):null},Date.now()),o=await C.add(n);return await Yt(),navigator.storage?.persist?.(),Wt(),Se(),o}async function Vt(e,{content:t,about:n,document:o}){let i={content:t,...n!==void 0&&{about:n}};return o!==void 0&&(i.document=o&&await ut(o)),Qn(e,r=>je(r)?Rt(i):void 0)}function Zn(e,{duplicate:t=!1}={}){return Qn(e,n=>n.state==="refused"?Rt({duplicate:t}):void 0)}var ei=e=>Qn(e,t=>lt(t)?null:void 0),xe=e=>(B.value??[]).filter(t=>t.jobId===e);async function Se(){clearTimeout(Jn),Ht?Gn=!0:(Ht=Ya(),await Ht.finally(()=>Ht=null),Gn&&(Gn=!1,await Se()))}async function Xn(){let e=C;for(let{id:t,nextAt:n}of B.value??[])n&&await e.change(t,()=>({nextAt:0})).catch(()=>{});await Se()}async function ti(e){let t=C instanceof Ve?[C]:await Le(e);return(await Promise.all(t.map(ni))).reduce((o,i)=>o+i,0)}var ni=async e=>(await e.all()).filter(D).length;async function oi(e){let t=!(C instanceof Ve);C?.owner.email===e&&zn();for(let{name:n}of t?await Le(e):[])await Ar(n),Zr(n)}async function Va(e){let t=Date.now()-Ha;for(let{id:n,state:o,doneAt:i}of await e.all())o==="done"&&i<t&&await e.change(n,()=>null)}async function Qn(e,t){let n=await C.change(e,t);return await Yt(),Wt(),Se(),n}async function Yt(){let e=C;try{let t=await e?.all()??null;if(C!==e)return;B.value=t,t&&qn(e.name,t.filter(D).length)}catch(t){if(C!==e)return;le.value=eo(t),B.value??=[]}}async function Ya(){let e=C;if(e)try{let t=e instanceof Ce?(await Le(e.owner.email)).filter(({name:i})=>i!==e.name):[],n=[];for(let i of[e,...t])n.push(await Wn(i));let o=await Promise.all(t.map(ni));if(C!==e)return;me.value=n[0].hold,qt.value=t.map(({owner:i},r)=>({...i,number:o[r]})).filter(({number:i})=>i),Xr(n),Yn&&(le.value=null),Yn=!1}catch(t){if(C!==e)return;le.value=t.reason==="full"?qa:eo(t),Yn=!0,Xr([{hold:"offline",next:null}])}}function eo(e){if(!e.sentence)throw e;return e.sentence}function Xr(e){let t=e.some(({hold:o})=>o==="offline");Vn=t?Vn+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+Bt(Vn,Wa)),n.length&&(Jn=setTimeout(Se,Math.max(Math.min(...n)-Date.now(),0)))}var Ga=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function ri(){qr(e=>{e===C?.name&&Yt()}),addEventListener("online",Xn),addEventListener("offline",Se),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&Se()})}var to="portal",no=[e=>e.createObjectStore("session")],si=e=>ne(async()=>(await Y(to,no)).put("session",e,"last"));async function ai(){try{return await(await Y(to,no)).get("session","last")??null}catch{return null}}var ci=()=>ne(async()=>(await Y(to,no)).delete("session","last"));var k=W(void 0),Ge=W(null),q=({agency:e,contractorId:t})=>`${e}/${t}`,F=$e(()=>{if(!k.value)return null;let e=I.value.account??q(k.value.account);return k.value.accounts.find(t=>q(t)===e)??null}),oe=$e(()=>{let[e,t]=[k.value,F.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),li=$e(()=>{let[e,t]=[k.value,I.value.account];if(!e||F.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),ui=new BroadcastChannel("portal:person");async function Je(e){let t=JSON.stringify(e)!==JSON.stringify(k.value);t&&(k.value=e),await(e?si(e):ci()).catch(()=>{}),t&&ui.postMessage(e)}async function Gt(){let e=await ai();if(k.value??=e??void 0,e||document.body.dataset.session){let t=await z("session");t.status===200&&await Je(t.body)}k.value??=null}var Jt=e=>{let t=I.value.account?.split("/")[0];return z("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function fi(e,t){let n=await Ut(()=>z("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ge.value=null,await Je(n.body)),n}async function di(e){Je({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await z("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await Je(o.body)}async function mi(){let{email:e}=k.value,t=await Ut(()=>z("session",{method:"DELETE"}));return t.status===204&&(await Je(null),sessionStorage.clear(),await oi(e)),t}function pi(){_r(()=>{Ge.value=k.value?.email??Ge.value,Je(null)}),ui.onmessage=({data:e})=>{k.value=e}}var hi=300;async function _i(e,t,n,o=null){try{let{store:i,done:r}=(await Y(Z(e))).transaction("answers","readwrite");await i.put({path:t,body:n,etag:o,readAt:Date.now()}),await i.count()>hi&&await Ka(i),await r}catch{}}async function vi(e,t){try{return await(await Y(Z(e))).get("answers",t)??null}catch{return null}}async function Ka(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-hi).map(({path:n})=>e.delete(n)))}var za=5e3,Za=30,$i={body:null,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Xa=W({...$i,busy:!1}),ft=new Map;function A(e){let t=oe.value,n=e?gi(t,e):Xa;return P(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&oo(t,e);o();let i=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of i)r.addEventListener(s,o);return()=>{for(let[r,s]of i)r.removeEventListener(s,o)}},[n]),n}function Kt(e){let t=oe.value&&ft.get(bi(oe.value,e));t&&(t.readAt=0,oo(oe.value,e))}var yi=()=>ft.clear(),bi=(e,t)=>`${e.email} ${q(e)} ${t}`;function gi(e,t){let n=bi(e,t);if(!ft.has(n)){let o=W($i);ft.set(n,Object.assign(o,{etag:null,readAt:0,running:null}))}return ft.get(n)}function oo(e,t){let n=gi(e,t);navigator.onLine&&Date.now()-n.readAt<za||(n.running??=Qa(e,t,n).finally(()=>{n.running=null}))}async function Qa(e,t,n){let o=u=>{n.value={...n.value,...u}};if(!n.value.body){let u=await vi(e,t);u&&(n.etag=u.etag??null,o({body:u.body,asOf:u.body.asOf??new Date(u.readAt).toISOString(),isOld:!0}))}o({busy:!0});let i=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},r=await z(`contractor/${t}`,{account:q(e),headers:i}),{status:s,body:c,offline:l}=r,d={asOf:ec(r.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:s};if((s===200||s===304)&&(n.readAt=Date.now()),s===200)n.etag=r.headers.get("ETag"),_i(e,t,c,n.etag),o({...d,body:c});else if(s===304)o(d);else if(s===409)Gt();else if(s===404)o({body:null,busy:!1,problem:ce(r),status:s});else{let u=Number(r.headers.get("Retry-After"));!l&&u&&setTimeout(()=>oo(e,t),Math.min(u,Za)*1e3),o({isOld:!!n.value.body,busy:!!(!l&&u),problem:ce(r),status:s})}}var ec=e=>e?new Date(e).toISOString():null;function zt(){let e=F.value&&q(F.value);return a`
    <ul class="rows">
      ${k.value.accounts.map(t=>{let n=q(t);return a`
          <li key=${n} class="row">
            <a href=${w("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>di(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${h} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function Zt(){let[e,t,n]=[b(null),b(0),b(!1)],o=async()=>{n.value=!0;let r=await mi();if(n.value=!1,r.status!==204){e.value=ce(r);return}yi(),de("/",{replace:!0})},i=async()=>{e.value=null,t.value=await ti(k.value.email),t.value||await o()};return a`
    ${t.value?a`<${tc} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${i}>
          <${h} name="leave" />Sign out
        </button>`}
    <p class="problem" role="alert">${e.value}</p>
  `}function tc({number:e,onSure:t,onStay:n}){let o=G(null);Ne(()=>o.current.focus(),[]);let[i,r,s]=[te(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${i} on this device ${r} not with the agency yet.</b> Signing out deletes ${s} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${s} and sign out</button>
      </div>
    </div>
  `}var nc=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function wi(){let e=A("account"),t=e.value.body,{agencyName:n,displayName:o}=F.value;return a`
    <${S} title="Account">
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${oc} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${K} reading=${e.value} />`}
        <${ae} reading=${e.value} />
      </section>
      ${k.value.accounts.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${zt} /></section>`}
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${k.value.email}</b></p>
        <${Zt} />
      </section>
    <//>
  `}function oc({record:e}){let{agency:t}=e,n=[...nc.map(([o,i])=>[o,e[i]]),["Branch",t.branchName]];return a`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,i])=>a`<div key=${o}><dt>${o}</dt><dd dir="auto">${i}</dd></div>`)}
    </dl>
  `}var Si=0;function H(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Si),Si=setTimeout(()=>{t.textContent=e},400)}function xi({item:e,done:t}){let[n,[o,i]]=[qo(),rt(null)];return a`
    <form onSubmit=${async s=>{s.preventDefault();try{await Vt(e.id,{content:{note:s.target.elements.note.value}}),t()}catch(c){if(!c.sentence)throw c;i(c.sentence)}}}>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength="4000" required dir="auto" ref=${rc}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var rc=e=>e?.focus();var ic={waiting:"clock",sending:"send",checking:"search",done:"done",refused:"emergency"};function ke({item:e}){let t=e.state==="refused"&&e.sentence?`, because: ${e.sentence}`:"";return a`
    <span class=${`state is-${e.state}`}>
      <${h} name=${ic[e.state]} /><span dir="auto">${Pe(e)}${t}</span>
    </span>
  `}var sc={offline:"No connection to the portal. Everything below is kept on this phone, and sent by itself later.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function ki(){let e=(B.value??[]).filter(t=>!D(t)).reverse();return a`
    <${S} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${ro}>
        <p class="reach"><${h} name="done" />Nothing waits: your agency has everything you sent from here.</p>
      <//>
      ${qt.value.map(t=>a`<${ac} key=${q(t)} there=${t} />`)}
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Oi} of=${e} />
        </section>
      `}
    <//>
  `}function ro({children:e}){let t=(B.value??[]).filter(D);return t.length?a`
    ${me.value&&a`<p class="notice" role="status">${sc[me.value]}</p>`}
    <h2 class="visually-hidden">Not with the agency yet</h2>
    <${Oi} of=${t} />
    ${t.some(({state:n})=>n==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${Xn}>Try now</button>`}
  `:e}var Oi=({of:e})=>a`<ol class="cards">${e.map(t=>a`<${io} key=${t.id} item=${t} />`)}</ol>`;function ac({there:e}){let t=k.value.accounts.find(n=>q(n)===q(e));return a`
    <a class="reach" href=${w("/outbox",{},q(e))}>
      <${h} name="send" />${te(e.number,"thing")} for ${t?.agencyName??"an account that is no longer yours"}
    </a>
  `}function io({item:e}){let[t,n]=rt(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${Lt(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${xi} item=${e} done=${o} />`:a`<${cc} item=${e} />`}
      <p class="about">
        <${ke} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${ye(e.addedAt)}</time>
      </p>
      ${e.state!=="refused"&&e.sentence&&a`<p class="hint" dir="auto">${e.sentence}</p>`}
      ${t==="remove"&&a`<${fc} item=${e} stop=${o} />`}
      ${!t&&a`<${lc} item=${e} setDoing=${n} />`}
    </li>
  `}function cc({item:{kind:e,content:t,document:n,jobId:o}}){return a`
    ${e==="note"&&a`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${j(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&a`<p class="reach"><${h} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&a`<a class="reach" href=${w(`/jobs/${o}`)}><${h} name="jobs" />Look at the job</a>`}
  `}function lc({item:e,setDoing:t}){let n=e.asks==="duplicate",[o,i]=[F.value&&je(e)&&e.kind!=="completion",lt(e)&&D(e)];return!o&&!i?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>Zn(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${e.state==="refused"&&!n&&a`<button type="button" class="btn btn-secondary" onClick=${()=>Zn(e.id)}>Send again</button>`}
      ${o&&a`<${uc} item=${e} onNote=${()=>t("edit")} />`}
      ${i&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function uc({item:{id:e,kind:t,jobId:n,content:o},onNote:i}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${i}>Change</button>`;let r={...o.statementId&&{statement:o.statementId},change:e},s=w(n?`/jobs/${n}/invoice`:"/invoice",r);return a`<a class="btn btn-secondary" href=${s}>Change</a>`}function fc({item:e,stop:t}){let n=Fn(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,i]=rt(null),r=async()=>{try{await ei(e.id),document.querySelector("h1").focus(),H("Deleted.")}catch(s){if(!s.sentence)throw s;i(s.sentence)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${dc} onClick=${r}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var dc=e=>e?.focus();var Ii=()=>a`
  <${S} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${I.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value.email}</b>. Nothing was changed.
    </p>
    <${ro}>${null}<//>
    <h2>Your accounts</h2>
    <${zt} />
    <h2>Signed in with another address?</h2>
    <${Zt} />
  <//>
`;var mc="https://www.google.com/maps/search/?api=1&query=",Ai=e=>e.replace(/[^+\d]/g,"");function dt({phone:e,who:t}){return e?Ai(e).length<5?a`<span dir="auto">${e}</span>`:a`
    <a class="reach" href=${`tel:${Ai(e)}`}>
      <${h} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:null}function Xt({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${h} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Ti({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${mc+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${h} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Ei(){let e=A("contacts"),t=e.value.body?.contacts;return a`
    <${S} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${pc} key=${n.contactId} ...${n} />`)}</ul>`:a`<${K} reading=${e.value} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${ae} reading=${e.value} />
    <//>
  `}function pc({name:e,role:t,branchName:n,email:o,phone:i,mobile:r}){let s=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${s}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${dt} phone=${r} who=${s} /><${dt} phone=${i} who=${s} /><${Xt} email=${o} who=${s} />
    </li>
  `}var hc=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function so({children:e}){let t=A("agency").value.body;$c(t?.accent);let{agencyName:n,displayName:o}=F.value,i=hc.filter(({needs:r})=>!r||!t||t.offers.includes(r));return a`
    <a class="skip" href="#main" onClick=${yc}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${k.value.accounts.length>1&&a`<a class="switch" href=${w("/account")}><${h} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${i.map(r=>a`<${_c} key=${r.path} ...${r} />`)}</nav>
    </header>
    <${vc} />
    ${e}
  `}function _c({path:e,name:t,icon:n,screens:o}){let i=o.includes(I.value.screen);return a`<a href=${w(e)} aria-current=${i?"page":null}><${h} name=${n} />${t}</a>`}function vc(){let e=(B.value??[]).filter(D).length,t=me.value==="offline";return!e&&!le.value?null:a`
    <aside class="strip" aria-label="Not sent yet">
      ${le.value&&a`<p role="alert">${le.value}</p>`}
      ${e>0&&a`<a href=${w("/outbox")}>
        <${h} name=${t?"offline":"send"} />
        ${te(e,"thing")} ${e===1?"is":"are"} not with the agency yet<${h} name="open" />
      </a>`}
    </aside>
  `}function $c(e){P(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function yc(e){e.preventDefault(),document.querySelector("h1").focus()}var Re=({priority:e})=>e?.trim().toLowerCase()==="emergency",Qt=e=>(e??"").trim().toLowerCase();function en({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(Qt).includes(Qt(t))?"cancelled":"open"}var Di=e=>xe(e).filter(t=>t.kind==="completion"&&D(t)).at(-1)??null,Q=({title:e,reference:t,jobId:n})=>e||t||n;function Ni(e){let t=Qt(e).split(/\s+/).filter(Boolean);return({reference:n,title:o,description:i,property:r})=>{let s=Qt([n,o,i,r?.address,r?.postcode].filter(Boolean).join(`
`));return t.every(c=>s.includes(c))}}var Mi=e=>[...e.filter(Re),...e.filter(t=>!Re(t))];function tn(e){let[t,n]=[A(`jobs/${e}`).value,A("jobs").value];if(t.body)return{job:t.body,reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:i})=>i===e);return{job:o??null,reading:o?n:t}}var Pi=({item:e,back:t})=>a`
  <${S} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${io} item=${e} /></ol>
    ${D(e)&&e.state!=="refused"&&a`<p class="hint">You can go on, or close the portal: it is kept, and sent by itself.</p>`}
    <a class="reach" href=${w("/money",{show:"invoices"})}><${h} name="invoice" />All your invoices</a>
  <//>
`;var Ke=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,ze=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Ze=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function ji({name:e,required:t,problem:n,value:o,...i}){let r=A("statements/pending"),s=r.value.body?.statements??[],c=!o||s.some(({statementId:l})=>l===o);return a`
    <div class="field">
      <${Ke} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Ze({name:e,problem:n,required:t})} ...${i}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${s.map(l=>a`<option key=${l.statementId} value=${l.statementId}>${ao(l)}</option>`)}
      </select>
      <${ze} name=${e}>${n??(r.value.body?null:r.value.problem)}<//>
    </div>
  `}var ao=({statementId:e,reference:t,description:n,date:o,amount:i,gross:r})=>[j(r??i??0),n??t??e,o&&J(o)].filter(Boolean).join(", ");async function Ci(e,t){try{return(await(await Y(Z(e))).get("drafts",t))?.content??null}catch{return null}}async function Li(e,t,n){try{let o=await Y(Z(e));await(n===null?o.delete("drafts",t):o.put("drafts",{name:t,content:n}))}catch{}}function mt(e){let t=b(void 0),n=oe.value;return P(()=>{Ci(n,e).then(i=>{t.value===void 0&&(t.value=i)})},[]),[t,i=>(t.value=i,Li(n,e,i))]}var Ri=1e6,Bi={description:2e3,invoiceNumber:50},bc=6,gc=864e5,wc=10*1024*1024,Fi="%PDF-",Sc=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,xc=/\.\d\d\d*[1-9]/,kc=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),Oc=["amount","description","invoiceDate"];function pt(e,t,n){let{required:o=[],link:i}=t?.invoice??{};return[...Oc,...o].includes(e)||e==="statementId"&&!n&&i==="job_or_statement"}function on(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function co(e=new Date){let[t,...n]=se(e).split("-");return{oldest:[t-bc,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(se(e))+gc).toISOString().slice(0,10)}}function pe(e){let t=e.trim().replace(/^£\s*/,"");return Sc.test(t)?Number(t.replaceAll(",","")):NaN}var nn=e=>e.trim().replaceAll("	"," "),qi=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Ic={amount:e=>Wi(e,"The amount")??(pe(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>Wi(e,"VAT")??(pe(e)>pe(t)?"VAT cannot be more than the amount.":null),description:e=>Hi(e,Bi.description),invoiceNumber:e=>Hi(e,Bi.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=co();return e>n?`The date can be tomorrow at the latest, ${J(n)}.`:e<t?`The date can be six years ago at most, ${J(t)}.`:null},statementId:()=>null},Ui={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function Wi(e,t){let n=pe(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:xc.test(e.trim())?`${t} can have no more than two decimals.`:n>Ri?`${t} can be ${j(Ri)} at most.`:null}function Hi(e,t){let{length:n}=[...nn(e)];return n>t?`This is ${n-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:kc.test(nn(e))?"There is a character in this that cannot be sent. Please type it again.":null}function rn(e,t,n,o){let i={};for(let[r,s]of Object.entries(Ic)){let c=e[r]??"",l=pt(r,n,o)?Ui[r]:null,d=c.trim()===""?l:s(c,e);d&&(i[r]=d)}return!t&&pt("document",n,o)&&(i.document=Ui.document),i}async function Vi(e){return e.size>wc?"The PDF can have 10 MB at most.":await e.slice(0,Fi.length).text()===Fi?null:"This file is not a PDF. Please choose a PDF."}function Yi(e,t){let n={jobId:t,statementId:e.statementId,amount:pe(e.amount),vat:e.vat.trim()&&pe(e.vat),description:nn(e.description),invoiceDate:e.invoiceDate,invoiceNumber:nn(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function Gi({amount:e,vat:t,...n}){let o=r=>typeof r=="number"?r.toFixed(2):"",i={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(i).map(([r,s])=>[r,s??""]))}var Ji="This file cannot be read. Please choose it again.";function Ki({required:e,problem:t,document:n,onChange:o}){let i=b(null),r=async({target:c})=>{let[l]=c.files;if(l&&(i.value=await Vi(l).catch(()=>Ji),c.value="",!i.value))try{o(await ut(l)),H(`${l.name} is attached.`)}catch(d){i.value=d.sentence??Ji}},s=i.value??t;return a`
    <div class="field">
      <${Ke} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&a`<${Ac} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${Ze({name:"document",hint:!0,problem:s,required:e&&!n})} onChange=${r}
      />
      <${ze} name="document">${s}<//>
    </div>
  `}function Ac({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),H("The PDF is removed.")};return a`
    <p class="attached">
      <${h} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${Nt(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Tc={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function zi({values:e,set:t,document:n,setDocument:o,agency:i,jobId:r,asked:s,onWhole:c}){let[l,d,u]=[b({}),b(s),b(null)],m=G(null),p=rn(e,n,i,r),f=_=>_==="vat"&&u.value==="amount"?null:d.value||l.value[_]&&e[_]||!qi(_,e[_]??"")?p[_]:null,$=()=>m.current.querySelector("[aria-invalid]")?.focus();P(()=>{s&&$()},[]);let g=_=>{_.preventDefault(),d.value=!0,Object.keys(p).length?setTimeout($):c()},y=_=>({name:_,required:pt(_,i,r),problem:f(_),value:e[_],onInput:({target:v})=>t(_,v.value),onFocus:()=>u.value=_,onBlur:()=>{u.value=null,l.value={...l.value,[_]:!0}}});return a`
    <form ref=${m} class="form" onSubmit=${g} noValidate>
      <p class="hint">${F.value.agencyName} needs whatever is not marked as optional.</p>
      ${on(i)&&a`<${ji} ...${y("statementId")} />`}
      ${Object.entries(Tc).map(([_,v])=>a`<${Ec} key=${_} ...${v} ...${y(_)} />`)}
      <${Ki}
        required=${pt("document",i,r)} problem=${d.value?p.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function Ec({name:e,label:t,hint:n,rows:o,problem:i,required:r,value:s,type:c="text",...l}){let d=o?"textarea":"input",{oldest:u,latest:m}=c==="date"?co():{};return a`
    <div class="field">
      <${Ke} name=${e} required=${r}>${t}<//>
      ${n&&a`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${u} max=${m} autocomplete="off"
        value=${s} ...${Ze({name:e,hint:n,problem:i,required:r})} ...${l}
      />
      <${ze} name=${e}>${i}<//>
    </div>
  `}var Xi={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"}},lo=({status:e})=>Xi[e]?.words??e;function uo(e,t){let n=t.filter(i=>i.kind==="invoice"&&(D(i)||!e.some(r=>Zi(r,i)))).reverse().map(i=>({...i.content,document:i.document,submittedAt:new Date(i.addedAt).toISOString(),item:i})),o=i=>["sending","unconfirmed"].includes(i.status)&&n.some(({item:r})=>Zi(i,r));return[...n,...e.filter(i=>!o(i))]}function Zi(e,{jobId:t,content:n,result:o,state:i}){if(i==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:r,invoiceNumber:s=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===r&&e.invoiceNumber===s&&e.invoiceDate===c}function sn({jobId:e,agency:t}){let n=A(t?.offers.includes("invoices.list")?"invoices":null).value,o=uo(n.body?.invoices??[],B.value??[]).filter(i=>i.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${fo} invoices=${o} />
    </section>
  `:null}var fo=({invoices:e,jobs:t={}})=>a`
  <ul class="rows">
    ${e.map((n,o)=>a`<${Dc} key=${n.item?.id??n.invoiceId??`at ${o}`} invoice=${n} jobs=${t} />`)}
  </ul>
`;function Dc({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:i,invoiceDate:r,document:s,jobId:c,item:l}=e;return a`
    <li class="entry">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":j(n)}</b>
      </p>
      <p class="about">
        ${l?a`<${ke} item=${l} />`:a`<${Nc} invoice=${e} />`}
        ${r&&a`<time datetime=${r}>${J(r)}</time>`}
        ${i&&a`<span dir="auto">Number ${i}</span>`}
        ${s&&a`<span dir="auto">${s.name}</span>`}
      </p>
      ${t[c]&&a`<a class="reach" href=${w(`/jobs/${c}`)}><${h} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${l&&D(l)&&a`<a class="reach" href=${w("/outbox")}><${h} name="send" />Look at what waits here</a>`}
    </li>
  `}function Nc({invoice:e}){let{icon:t="search",className:n=""}=Xi[e.status]??{};return a`<span class=${`state ${n}`}><${h} name=${t} />${lo(e)}</span>`}function Qi({about:e,address:t,values:n,document:o,failed:i,onSend:r,change:s,back:c}){let l=b(!1),d=async()=>{l.value=!0,await r(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",j(pe(n.amount))],["VAT in it",n.vat.trim()&&j(pe(n.vat))],["Date of the invoice",J(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o&&`${o.name}, ${Nt(o.size)}`]];return a`
    <${S} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,m])=>m).map(([m,p])=>a`<div key=${m}><dt>${m}</dt><dd dir="auto">${p}</dd></div>`)}
        </dl>
      </div>
      ${me.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone, and be sent by itself.</p>`}
      <p class="problem" role="alert">${i}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${d}>
          <${h} name="send" />Send to ${F.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${s}>Change something</a>
      </div>
    <//>
  `}var Mc=!1;function mo({jobId:e,item:t,about:n,address:o,first:i,back:r}){let{query:s,path:c}=I.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${i.statementId}`}`,[[d,u],[m,p]]=[mt(l),mt(`PDF of ${l}`)],[f,$]=[A("agency").value,b(null)],g=s.has("look");if(d.value===void 0||m.value===void 0||!f.body&&f.busy)return a`<${S} key="reading" title="Invoice" back=${r}><p class="loading" role="status">Loading …</p><//>`;let y=f.body&&jc(f.body,e);if(y)return a`<${S} key="none" title="Invoice" back=${r}><p class="notice">${y}</p><//>`;let _={...i,...t&&Gi(t.content),...d.value},v=(m.value??t?.document)||null,E=!Object.keys(rn(_,v,f.body,e)).length,{statementId:O}=i,re=R=>w(c,{...O&&{statement:O},...t&&{change:t.id},...R}),Oe=()=>{let R=Yi(_,e);return t?Vt(t.id,{content:R,...m.value!==null&&{document:es(v)}}):Ye({kind:"invoice",jobId:e,about:n,content:R,document:es(v)})},V=async()=>{$.value=null;try{let{id:R}=await Oe();H("Your invoice is on its way."),de(w(c,{sent:R}),{replace:!0}),u(null),p(null)}catch(R){$.value=R.sentence??"Your invoice could not be kept. Please try again."}};return g&&E?a`
      <${Qi}
        about=${n} address=${o} values=${_} document=${v} failed=${$.value} onSend=${V}
        change=${re({})} back=${r}
      />
    `:a`
    <${S} key="write" title="Invoice" back=${r} keepsFocus=${g}>
      <${Pc} about=${n} address=${o} />
      ${e&&a`<${sn} jobId=${e} agency=${f.body} />`}
      <${zi}
        values=${_} set=${(R,_t)=>u({...d.value,[R]:_t})} document=${v}
        setDocument=${R=>p(R??Mc)} agency=${f.body} jobId=${e} asked=${g}
        onWhole=${()=>de(re({look:"1"}))}
      />
    <//>
  `}function Pc({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function jc({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var es=e=>e&&new File([e.blob],e.name,{type:e.blob.type});var Cc={path:"/money",name:"Money"};function po({id:e}){let{query:t}=I.value,n=Number(t.get("sent")??t.get("change")),o=(B.value??[]).find(c=>c.id===n),i=e?{path:`/jobs/${e}`,name:"Job"}:Cc;if(n&&B.value===null)return a`<${S} key="reading" title="Your invoice" back=${i} />`;if(o&&(t.has("sent")||!je(o)))return a`<${Pi} item=${o} back=${i} />`;let r=t.get("statement")??"";return a`<${e?Lc:Rc} key=${n||r} id=${e} statementId=${r} item=${o} back=${i} />`}function Lc({id:e,statementId:t,...n}){let{job:o,reading:i}=tn(e);if(!o&&!n.item&&i.status===404)return a`<${ts} reading=${i} back=${n.back} />`;let r={...ns,statementId:t,invoiceDate:se()},s=o?.property?.address;return a`<${mo} jobId=${e} about=${o?Q(o):e} address=${s} first=${r} ...${n} />`}function Rc({statementId:e,...t}){let n=A("statements/pending").value,o=n.body?.statements.find(r=>r.statementId===e);if(!o&&n.busy)return a`<${ts} reading=${n} back=${t.back} />`;let i={...ns,...o&&Bc(o),statementId:e,invoiceDate:se()};return a`<${mo} jobId=${null} about=${o?ao(o):""} first=${i} ...${t} />`}var ts=({reading:e,back:t})=>a`
  <${S} key="nothing" title="Invoice" back=${t}><${K} reading=${e} /><//>
`,ns={amount:"",vat:"",description:"",invoiceNumber:""},Bc=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var Xe=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;function os({job:e,standing:t}){let n=b(null),o=Di(e.jobId),i=async r=>{n.value=null;try{await Ye({kind:"completion",jobId:e.jobId,about:Q(e),content:{completed:r},document:null}),H(r?"The job is being marked complete.":"The job is being reopened.")}catch(s){n.value=s.sentence??"This could not be kept. Please try again."}};return o?a`
      <p class="pending">
        <${h} name=${o.content.completed?"done":"reopen"} />
        ${o.content.completed?"Marked complete by you.":"Reopened by you."} <${ke} item=${o} />
      </p>
    `:a`
    ${t==="open"&&a`<button class="btn btn-primary" type="button" onClick=${()=>i(!0)}><${h} name="done" />Mark complete</button>`}
    ${t==="completed"&&a`<button class="btn btn-secondary" type="button" onClick=${()=>i(!1)}><${h} name="reopen" />Reopen this job</button>`}
    ${n.value&&a`<p class="notice" role="alert">${n.value}</p>`}
  `}var Fc=4e3;function rs({job:e,canAdd:t}){let n=F.value.displayName,o=xe(e.jobId).filter(r=>r.kind==="note"&&!Uc(e.notes,r)),i=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!i&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${i&&a`<ol class="notes">
        ${e.notes.map(({noteId:r,note:s,author:c,createdAt:l},d)=>a`
            <li key=${r??`at ${d}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${l&&a`<time datetime=${l}>${ye(l)}</time>`}</p>
              <p class="says" dir="auto">${s}</p>
            </li>
          `)}
        ${o.map(r=>a`
            <li key=${r.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${r.content.note}</p>
              <${ke} item=${r} />
            </li>
          `)}
      </ol>`}
      ${t&&a`<${Wc} job=${e} />`}
    </section>
  `}var Uc=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:i,note:r})=>o?.noteId?i===o.noteId:r===n.note);function Wc({job:e}){let[t,n]=mt(`note on ${e.jobId}`),o=b(null);return a`
    <form class="composer" onSubmit=${async r=>{r.preventDefault();let s=(t.value??"").trim();if(o.value=s?null:"Please write something first.",!!s)try{await Ye({kind:"note",jobId:e.jobId,about:Q(e),content:{note:s},document:null}),n(null),H("Your note was added.")}catch(c){o.value=c.sentence??"Your note could not be kept. Please try again."}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${Fc} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${r=>n(r.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${h} name="send" />Add note</button>
    </form>
  `}var is={path:"/jobs",name:"Jobs"};function ss({id:e}){let{job:t,reading:n}=tn(e),o=A("agency").value.body,i=xe(e).filter(({state:s})=>s==="done").length;if(P(()=>{i&&[`jobs/${e}`,"jobs","invoices"].forEach(Kt)},[i]),!t)return a`<${S} title="Job" back=${is}><${K} reading=${n} /><//>`;let r=o?.offers??[];return a`
    <${S} title=${Q(t)} back=${is}>
      <${Hc} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${qc} job=${t} />
      </div>
      <div class="doing">
        ${r.includes("jobs.complete")&&a`<${os} job=${t} standing=${en(t,o)} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${w(`/jobs/${e}/invoice`)}><${h} name="invoice" />Send its invoice</a>`}
      </div>
      ${r.includes("invoices.submit")&&a`<${sn} jobId=${e} agency=${o} />`}
      <${rs} job=${t} canAdd=${r.includes("notes.add")} />
      <${ae} reading=${n} />
    <//>
  `}function Hc({job:e}){let{status:t,priority:n,category:o,reference:i,reportedAt:r,completedAt:s}=e;return[t,n,o,i,r,s].some(Boolean)?a`
    <p class="about">
      ${Re(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
      ${t&&a`<${Xe}>${t}<//>`}
      ${n&&!Re(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${i&&a`<span dir="auto">${i}</span>`}
      ${r&&a`<span>Reported <time datetime=${r}>${ye(r)}</time></span>`}
      ${s&&a`<span>Completed <time datetime=${s}>${J(s)}</time></span>`}
    </p>
  `:null}function qc({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:i}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Ti} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||i)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${dt} phone=${o} who=${n??"the tenant"} /><${Xt} email=${i} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}function an({onReach:e,left:t}){let n=G(null);return P(()=>{let o=new IntersectionObserver(([{isIntersecting:i}])=>i&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var as={open:"Open",completed:"Completed",cancelled:"Cancelled"},Vc={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},ho=40,Qe=W({});function vo(){let e=A("jobs"),t=A("agency").value.body,n=I.value.query.get("show")??"open";return a`
    <${S} title="Jobs">
      ${e.value.body?a`<${Yc} jobs=${e.value.body.jobs} agency=${t} tab=${n in as?n:"open"} />`:a`<${K} reading=${e.value} />`}
      <${ae} reading=${e.value} />
    <//>
  `}function Yc({jobs:e,agency:t,tab:n}){let o=I.value.account,i=Qe.value.at===o?Qe.value.text:"",r=i===Qe.value.text&&n===Qe.value.tab?Qe.value.most:ho,s=ie(()=>Mi(e),[e]),c=ie(()=>Gc(s,t),[s,t]),l=ie(()=>c[n].filter(Ni(i)),[c,n,i]),d=u=>{Qe.value={at:o,tab:n,text:i,most:r,...u}};return P(()=>{i&&H(l.length?`${te(l.length,"job")} found`:"No job found")},[i,n]),a`
    <form class="search" role="search" onSubmit=${u=>u.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${h} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${i} onInput=${u=>d({text:u.target.value,most:ho})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(as).filter(([u])=>u!=="cancelled"||c.cancelled.length).map(([u,m])=>a`
            <a key=${u} href=${w("/jobs",{show:u})} aria-current=${u===n?"true":null}>
              ${m} <span class="number">${c[u].length}</span>
            </a>
          `)}
    </nav>
    ${l.length?a`<ul class="rows">${l.slice(0,r).map(Jc)}</ul>`:a`<p class="notice">${i?`No job here has “${i}” in it.`:Vc[n]}</p>`}
    ${l.length>r&&a`<${an} onReach=${()=>d({most:r+ho})} left=${l.length-r} />`}
  `}function Gc(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[en(o,t)].push(o);return n}var _o=new WeakMap;function Jc(e){return _o.has(e)||_o.set(e,a`<${Kc} key=${e.jobId} job=${e} />`),_o.get(e)}function Kc({job:e}){let{jobId:t,reference:n,status:o,reportedAt:i,property:r}=e,s=xe(t).filter(D).length;return a`
    <li class="row">
      <a href=${w(`/jobs/${t}`)}>
        ${Re(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${Q(e)}</span>
        ${r?.address&&a`<span class="address" dir="auto">${r.address}</span>`}
        <span class="about">
          ${o&&a`<${Xe}>${o}<//>`}
          ${i&&a`<span><span class="visually-hidden">Reported </span>${lr(i)}</span>`}
          ${n&&a`<span dir="auto">${n}</span>`}
          ${s>0&&a`<span class="unsent"><${h} name="send" />${te(s,"thing")} to send</span>`}
        </span>
      </a>
    </li>
  `}var cn=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,ls=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function us(e){let t=new Map;for(let{date:s,amount:c}of e){let l=s?.slice(0,7);l&&t.set(l,cn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift($o(o[0]));let i=o.map(s=>({month:s,amount:t.get(s)??0})),r=n.filter(s=>s<o[0]);return r.length?[{month:null,amount:cn(r.map(s=>t.get(s)))},...i]:i}function fs(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,cs(t)],"Last month":[`${$o(t)}-01`,cs($o(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function $o(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function cs(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var yo="Other dates";function ms({from:e,to:t,set:n}){let o=fs(se()),i=Object.keys(o).find(l=>o[l].join()===[e,t].join()),r=b(!i),s=({target:l})=>{r.value=l.value===yo,r.value||n(...o[l.value])},c=e&&t&&e>t;return a`
    <form class="dates" onSubmit=${l=>l.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${r.value?yo:i} onChange=${s}>
          ${[...Object.keys(o),yo].map(l=>a`<option key=${l}>${l}</option>`)}
        </select>
      </div>
      ${r.value&&a`
        <${ds} id="from" label="From" value=${e} isWrong=${c} onChange=${l=>n(l,t)} />
        <${ds} id="to" label="To" value=${t} isWrong=${c} onChange=${l=>n(e,l)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var ds=({id:e,label:t,value:n,isWrong:o,onChange:i})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:r})=>i(r.value)}
    />
  </div>
`;var zc=/^[=+\-@\t\r\n＝＋－＠]/u,Zc=/[",\r\n]/;function ps(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,i])=>i(o)))].map(o=>`${o.map(Xc).join(",")}\r
`).join("")}function Xc(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=zc.test(e)?`'${e}`:e;return Zc.test(t)?`"${t.replaceAll('"','""')}"`:t}function hs(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function vs({rows:e,caption:t}){let n=Math.max(...e.map(o=>o.month?o.amount:0),.01);return a`
    <div class="card">
      <table class="months">
        <caption>${t}</caption>
        <thead><tr><${_s}>Month<//><${_s}>Amount<//></tr></thead>
        <tbody>${e.map(o=>a`<${Qc} key=${o.month} ...${o} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var _s=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,Qc=({month:e,amount:t,most:n})=>a`
  <tr>
    <th scope="row">${e?cr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${el} share=${t/n} />`}<b>${j(t)}</b></span></td>
  </tr>
`,el=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;var $s=({statements:e,jobs:t,agency:n,isPending:o})=>a`
  <ul class="rows">
    ${e.map(i=>a`
        <${tl}
          key=${i.statementId} statement=${i} job=${t[i.jobId]} isPending=${o}
          invoice=${o&&ol(i,n)}
        />
      `)}
  </ul>
`;function tl({statement:e,job:t,isPending:n,invoice:o}){let{reference:i,description:r,amount:s,status:c,jobId:l}=e,[d,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],m=c||n&&"Not paid yet";return a`
    <li class="entry">
      <p class="sum">
        <span class="title" dir="auto">${r||i||"Statement"}</span>${" "}
        <b>${s===null?"":j(s)}</b>
      </p>
      <p class="about">
        ${m&&m!==u&&a`<${Xe}>${m}<//>`}
        ${d&&a`<span>${u} <time datetime=${d}>${J(d)}</time></span>`}
        ${i&&a`<span dir="auto">${i}</span>`}
      </p>
      <${nl} statement=${e} />
      ${t&&a`<a class="reach" href=${w(`/jobs/${l}`)}><${h} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${h} name="invoice" />Send its invoice</a>`}
    </li>
  `}function nl({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${j(e)} in all`,t&&`${j(t)} of it VAT`,n&&`less ${j(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function ol({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!on(n)?null:n.invoice.link==="job_or_statement"?w("/invoice",{statement:e}):t&&w(`/jobs/${t}/invoice`,{statement:e})}var L=e=>t=>t[e],ys=[["Statement",L("statementId")],["Date",L("date")],["Reference",L("reference")],["Description",L("description")],["Job",L("jobId")],["Net",L("net")],["VAT",L("vat")],["Gross",L("gross")],["Commission",L("commission")],["Amount",L("amount")],["Status",L("status")]],rl=[["Invoice",L("invoiceId")],["Date",L("invoiceDate")],["Number",L("invoiceNumber")],["Description",L("description")],["Job",L("jobId")],["Statement",L("statementId")],["Amount",L("amount")],["VAT",L("vat")],["Status",e=>e.item?Pe(e.item):lo(e)],["Sent",L("submittedAt")],["Document",({document:e})=>e?.name]],Be={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:ys},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:rl},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...ys,["Paid",L("paidAt")]]}};function bo(e,{body:t,busy:n,problem:o},i){if(e!=="invoices")return t?.statements??null;let r=uo(t?.invoices??[],i);return t||r.length||!(n||o)?r:null}var bs=40;function gs({tab:e,rows:t,from:n,to:o,agency:i}){let{dateOf:r,counts:s,total:c,none:l,one:d,columns:u}=Be[e],m=b(bs),p=A("jobs").value.body?.jobs,f=ie(()=>Object.fromEntries((p??[]).map(V=>[V.jobId,Q(V)])),[p]),$=ls(n,o),g=t.filter(V=>$(r(V))),y=cn(g.filter(s).map(V=>V.amount)),_=n||o;if(P(()=>{_&&H(g.length?`${te(g.length,d)}, ${j(y)}`:"None for these dates")},[]),!g.length)return a`<p class="notice">${_?"There is none for these dates.":l}</p>`;let{agency:v,contractorId:E}=oe.value,O=()=>hs(`${v} ${E} ${e} ${se()}.csv`,ps(u,g)),re=g.slice(0,m.value),Oe=g.length-re.length;return a`
    <p class="total"><span>${c}</span> <b>${j(y)}</b></p>
    ${e==="paid"&&a`<${vs} caption="Paid by month" rows=${us(g.map(V=>({...V,date:r(V)})))} />`}
    ${e==="invoices"?a`<${fo} invoices=${re} jobs=${f} />`:a`<${$s} statements=${re} jobs=${f} agency=${i} isPending=${e==="pending"} />`}
    ${Oe>0&&a`<${an} onReach=${()=>m.value+=bs} left=${Oe} />`}
    <button type="button" class="btn btn-secondary" onClick=${O}><${h} name="download" />Download as CSV</button>
  `}function Ss(){let e=A("agency").value,t=e.body?.offers??[],n={};for(let[i,{path:r,needs:s}]of Object.entries(Be))n[i]=A(t.includes(s[0])?r:null).value;P(()=>{ws()&&Kt("invoices")},[ws()]);let o=Object.keys(Be).filter(i=>Be[i].needs.some(r=>t.includes(r)));return e.body?o.length?a`<${S} title="Money"><${il} tabs=${o} readings=${n} agency=${e.body} /><//>`:a`<${S} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${S} title="Money"><${K} reading=${e} /><//>`}var go=()=>B.value??[],ws=()=>go().filter(({kind:e,state:t})=>e==="invoice"&&t==="done").length;function il({tabs:e,readings:t,agency:n}){let{query:o}=I.value,[i,r,s]=["from","to","show"].map(m=>o.get(m)??""),c=e.includes(s)?s:e[0],l=t[c],d=bo(c,l,go()),u=(m,p,f)=>w("/money",{show:m,...p&&{from:p},...f&&{to:f}});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>a`
          <a key=${m} href=${u(m,i,r)} aria-current=${m===c?"true":null}>
            ${Be[m].title} <span class="number">${bo(m,t[m],go())?.length}</span>
          </a>
        `)}
    </nav>
    <${ms} key=${c} from=${i} to=${r} set=${(m,p)=>de(u(c,m,p),{replace:!0})} />
    ${d&&a`<${gs} key=${[c,i,r].join()} tab=${c} rows=${d} from=${i} to=${r} agency=${n} />`}
    ${!l.body&&a`<${K} reading=${l} />`}
    <${ae} reading=${l} />
  `}var ht=6,sl=30;function ks({asked:e,onAsked:t,onOther:n,onDone:o}){let[i,r,s]=[b(null),b(!1),G(null)],c=al(e.at);Ne(()=>s.current.focus(),[]);let l=p=>{i.value=p,s.current.focus(),s.current.select()},d=async()=>{let p=xs(s.current.value);if(p.length!==ht)return l(`The code has ${ht} digits.`);i.value=null,r.value=!0;let f=await fi(e.email,p);return r.value=!1,f.status===201?o():l(ce(f))},u=()=>{let p=xs(s.current.value);p!==s.current.value&&(s.current.value=p),i.value=null,p.length===ht&&!r.value&&d()},m=async()=>{let p=await Jt(e.email);return p.status!==204?l(ce(p)):(H("Another code is on its way."),s.current.value="",s.current.focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${p=>(p.preventDefault(),d())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${ht} digits</label>
      <input
        id="code" ref=${s} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${i.value?"true":null} onInput=${u}
      />
      <p id="code-problem" class="problem" role="alert">${i.value}</p>
      <button class="btn btn-primary wide" disabled=${r.value}>${r.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${c>0} onClick=${m}>
        Send another code${c>0?` (in ${c} s)`:""}
      </button>
      <button class="btn btn-link" type="button" onClick=${n}>Use another address</button>
    </div>
  `}var xs=e=>e.replace(/\D/g,"").slice(0,ht);function al(e){let t=()=>Math.max(0,Math.ceil(sl-(Date.now()-e)/1e3)),n=b(t());return P(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var Os="Please enter a whole e-mail address, such as name@example.com.";function Is({first:e,onAsked:t}){let[n,o,i]=[b(null),b(!1),G(null)];return a`
    <form onSubmit=${async s=>{s.preventDefault();let c=i.current.value.trim();if(n.value=i.current.checkValidity()?null:Os,n.value){i.current.focus();return}o.value=!0;let l=await Jt(c);if(o.value=!1,l.status===204){t({email:c,at:Date.now()});return}n.value=l.status===400?Os:ce(l),i.current.focus()}} noValidate>
      <p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
      <label for="email">E-mail address</label>
      <input
        id="email" ref=${i} class="form-control" type="email" name="email" required maxlength="254" autocomplete="email"
        autocapitalize="none" spellcheck=${!1} defaultValue=${e} aria-describedby="email-problem"
        aria-invalid=${n.value?"true":null}
      />
      <p id="email-problem" class="problem" role="alert">${n.value}</p>
      <button class="btn btn-primary wide" disabled=${o.value}>${o.value?"Sending …":"Send me a code"}</button>
    </form>
  `}var ln="asked for a code",cl=()=>JSON.parse(sessionStorage.getItem(ln)??"null"),ll=6e5;function As(){let e=cl(),t=b(e&&Date.now()-e.at<ll?e:null),n=o=>{t.value=o,o?sessionStorage.setItem(ln,JSON.stringify(o)):sessionStorage.removeItem(ln)};return a`
    <div class="sign-in">
      <header class="portal"><span class="mark"><${h} name="mark" /></span>Contractor Portal</header>
      ${t.value?a`<${S} key="code" title="Enter your code" keepsFocus>
            <${ks} asked=${t.value} onAsked=${n} onOther=${()=>n(null)} onDone=${()=>sessionStorage.removeItem(ln)} />
          <//>`:a`<${S} key="email" title="Sign in">
            ${Ge.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
            <${Is} first=${Ge.value??""} onAsked=${n} />
          <//>`}
    </div>
  `}var ul={jobs:vo,job:ss,invoice:po,statement:po,money:Ss,contacts:Ei,account:wi,outbox:ki};function Ts(){if(k.value===void 0)return a`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(k.value===null)return a`<${As} />`;if(F.value===null)return a`<${Ii} />`;let{screen:e,id:t,path:n}=I.value,o=ul[e]??vo,i=q(F.value);return a`<${so} key=${i}><${o} key=${n} id=${t} /></${so}>`}var fl=["checking","done","refused"];function Es(){let e=new Map;ee(()=>{let t=B.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&fl.includes(n.state)&&H(`${Lt(n)}: ${Pe(n)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}var un=null,Ds=[];function Ns(){document.addEventListener("focusin",({target:t})=>{un=t,Ds=[...hl(t)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(ml).observe(document.getElementById("app"),e)}function ml(){let e=![document.body,un].includes(document.activeElement);!un||e||pl(un)||_l(Ds.find(t=>t.isConnected)??document.querySelector("h1"))}var pl=e=>e.isConnected&&!e.disabled&&!e.hidden;function*hl(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function _l(e){e&&(e.hasAttribute("tabindex")||(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0})),e.focus({preventScroll:!0}))}fr();pi();ri();Es();Ns();Gt();ee(()=>{let e=oe.value;e?(ur(q(e)),Kn(e)):Qr(li.value)});Mo(a`<${Ts} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
