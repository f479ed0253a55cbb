(()=>{var x,wo,dn,_e,un,yt,So,vt,xo,mn,fn,Ds,et=Symbol.for("pv"),bt={},gt=[],Ns=/^m(i|n|o|s|text|space)$/,pn=Array.isArray,hn=gt.slice,Te=Object.assign;function Ae(e){e&&e.parentNode&&e.remove()}function wt(e,t,n){var o,r,i,s={},c=arguments.length;for(i in t)i=="key"?o=t[i]:i=="ref"&&typeof e!="function"?r=t[i]:s[i]=t[i];return c>2&&(s.children=c>3?hn.call(arguments,2):n),Qe(e,s,o,r,null)}function Qe(e,t,n,o,r){var i={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:et,__v:r||++wo,__i:-1,__u:0};return!r&&x.vnode&&x.vnode(i),i}function Ee(e){return e.children}function Fe(e,t){this.props=e,this.context=t,this.__g=0}function ve(e,t){if(t==null)return e.__&&ve(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:ve(e)}function Ms(e){var t,n=e.__v,o=n.__e,r=[],i=[],s=e.__P;s&&((t=Te({constructor:et},n)).__v=n.__v+1,x.vnode&&x.vnode(t),_n(s,t,n,e.__n,s.namespaceURI,32&n.__u?[o]:null,r,o||ve(n),32&n.__u,i),t.__v=n.__v,t.__.__k[t.__i]=t,Eo(r,t,i),n.__=n.__e=null,t.__e!=o&&ko(t))}function ko(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),ko(e)}function bo(e){(8&e.__g||(e.__g|=8,_e.push(e),yt++))&&un==x.debounceRendering||((un=x.debounceRendering)||queueMicrotask)(Oo)}function Oo(){try{for(var e,t=1;_e.length;)_e.length>t&&_e.sort(So),e=_e.shift(),t=_e.length,8&e.__g&&Ms(e)}finally{(yt=_e.length)&&(un||queueMicrotask)(Oo)}}function Io(e,t,n,o,r,i,s,c,l,d,u){var p,m,f,$,g,y,_=o.__k||gt,v=t.length;for(l=Ps(n,t,_,l,v),p=0;p<v;p++)(f=n.__k[p])!=null&&(m=~f.__i&&_[f.__i]||bt,f.__i=p,y=_n(e,f,m,r,i,s,c,l,d,u),$=f.__e,(m.ref!=f.ref||8&m.__u)&&(m.ref&&vn(m.ref,null,f,m),f.ref&&u.push(f.ref,f.__c||$,f)),g=g||$,4&f.__u?(l=Ao(f,l,e,!m.__v),m.__e&&(m.__e=null)):typeof f.type=="function"&&y!==void 0?l=y:$&&(l=$.nextSibling),f.__u&=-21);return n.__e=g,l}function Ps(e,t,n,o,r){var i,s,c,l,d,u,p,m,f,$=n.length,g=$,y=0,_=0,v=e.__k=Array(r);for(i=0;i<r;i++)(s=t[i])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=v[i]=Qe(null,s):pn(s)?s=v[i]=Qe(Ee,{children:s}):s.constructor===et&&s.__b?s=v[i]=Qe(s.type,s.props,s.key,s.ref,s.__v):v[i]=s,l=i+y,s.__=e,s.__b=e.__b+1,c=null,~(d=s.__i=js(s,n,l,g))&&(g--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(s.__u|=16,d==l-1?y--:d==l+1?y++:d!=l&&(d>l?y--:y++,_=1)):(~d||(r>$?y--:r<$&&y++),typeof s.type!="function"&&(s.__u|=4))):v[i]=null;if(_){for(u=[],p=[],i=0;i<r;i++)if((s=v[i])&&16&s.__u){for(y=0,m=u.length;y<m;)u[f=y+m>>1]<s.__i?y=f+1:m=f;u[y]=s.__i,p[i]=y+1}for(y=u.length;i--;)p[i]&&(p[i]==y?y--:v[i].__u|=4)}if(g)for(i=0;i<$;i++)!(c=n[i])||2&c.__u||(c.__e==o&&(o=ve(c)),$n(c,c));return o}function Ao(e,t,n,o){var r,i,s,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(i=0;i<r.length;i++)r[i]&&(r[i].__=e,t=Ao(r[i],t,n,!1));return t}for(t&&!t.parentNode&&(t=ve(e))&&!t.parentNode&&(t=null),s=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(s!=c&&(!o&&n.moveBefore&&s.parentNode?n.moveBefore(s,t):n.insertBefore(s,t||null)),t=s;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function js(e,t,n,o){var r,i=e.key,s=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&i==null||l&&i==c.key&&s==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&i==c.key&&s==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&i==c.key&&s==c.type)return r}return-1}function go(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function _t(e,t,n,o,r){var i,s;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||go(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||go(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(s=fn[t]||(fn[t]=Cs(t)),(e.__a||(e.__a={}))[t]=mn,i=t!=(t=t.replace(xo,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,s,i):e.removeEventListener(t,s,i));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Cs(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[vt]==null)t[vt]=mn++;else if(t[vt]<this.__a[e])return;return n(x.event?x.event(t):t)}}}function _n(e,t,n,o,r,i,s,c,l,d){var u,p,m,f,$,g,y,_,v,E,O,re,Oe,V,R,ht,he,Ie,ue=t.type;if(t.constructor!==et)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,p=i=[],u.nodeType==8?c=$t(u,i):i.push(u),c=i[0]||c),(u=x.__b)&&u(t);e:if(typeof ue=="function"){m=s.length;try{if(_=t.props,v=(u=ue.prototype)&&u.render,E=(u=ue.contextType)&&o[u.__c],O=u?E?E.props.value:u.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):(v?t.__c=f=new ue(_,O):(t.__c=f=new Fe(_,O),f.constructor=ue,f.render=Rs),E&&E.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),v&&(f.__s||(f.__s=f.state),ue.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=Te({},f.__s)),Te(f.__s,ue.getDerivedStateFromProps(_,f.__s)))),$=f.props,g=f.state,f.__v=t,n.__c){if(_!==$&&v&&!ue.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps(_,O),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate(_,f.__s,O)===!1){t.__v!=n.__v&&(f.props=_,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(X){X&&(X.__=t)}),gt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&s.push(f),c=ve(n);break e}f.componentWillUpdate&&f.componentWillUpdate(_,f.__s,O),v&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate($,g,y)})}else v&&!ue.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),v&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=O,f.props=_,f.__P=e,f.__g&=-5,re=x.__r,Oe=v?25:0;do f.__g&=-9,re&&re(t),u=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++Oe<25);v&&(gt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=Te({},o,f.getChildContext())),v&&n.__c&&f.getSnapshotBeforeUpdate&&(y=f.getSnapshotBeforeUpdate($,g)),V=u&&u.type===Ee&&u.key==null?u.props.children:u,_.__P&&(u=c,r=(e=_.__P).namespaceURI,l=i=null,n.props&&n.props.__P!=e&&(n.__k.some(function(X){X&&$n(X,X)}),n.__k=null),c=n.__k?ve(n,0):null),c=Io(e,pn(V)?V:[V],t,n,o,r,i,s,c,l,d),_.__P&&(t.__e=null,c=u),t.__u&=-161,p&&p.some(Ae),f.__h.length&&s.push(f),1&f.__g&&(f.__g&=-4)}catch(X){if(s.length=m,t.__v=null,l||i)if(X&&X.then){if(t.__u|=128|l,i){for(~(he=i.indexOf(c||void 0))||(he=i.length);(Ie=i[he-1])&&Ie.nodeType==8;)he--;for(;he<i.length;he++)if(Ie=i[he])if(i[he]=null,R){if(Ie==ht)break}else{if(Ie.nodeType!=8)break;Ie.data.startsWith("$s")&&(ht=$t(R=Ie))}}if(!R){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;R=c}(u=$t(R=t.__c.__z||(t.__c.__z=R)))?(t.__e=R,c=u):t.__e=c,c=c&&c.nextSibling}else i&&i.some(Ae);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),X&&X.then||To(t),x.__e(X,t,n)}}else c=t.__e=Ls(n.__e,t,n,o,r,i,s,l,d,e);return(u=x.diffed)&&u(t),c}function $t(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function To(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(To))}function Eo(e,t,n){for(var o=0;o<n.length;)vn(n[o++],n[o++],n[o++]);x.__c&&x.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(i){i.call(r)})}catch(i){x.__e(i,r.__v)}})}function Ls(e,t,n,o,r,i,s,c,l,d){var u,p,m,f,$,g,y,_,v=n.props||bt,E=t.props,O=t.type;if(O=="svg"?r="http://www.w3.org/2000/svg":O=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),i){for(u=0;u<i.length;u++)if(($=i[u])&&(O?$.localName==O:$.nodeType==3)){e=$,i[u]=null;break}}if(!e){if(_=d.ownerDocument||document,!O)return _.createTextNode(E);e=_.createElementNS(r,O,E.is?E:d),c&&(x.__m&&x.__m(t,i),c=!1),i=null}if(O){if(d=O=="template"&&e.content||e,i=O=="textarea"&&E.defaultValue!=null?null:i&&hn.call(d.childNodes),!c&&i)for(v={},u=0;u<e.attributes.length;u++)v[($=e.attributes[u]).name]=$.value;for(u in v)$=v[u],u=="dangerouslySetInnerHTML"?m=$:u=="children"||u in E||u=="value"&&"defaultValue"in E||u=="checked"&&"defaultChecked"in E||_t(e,u,null,$,r);for(u in E)$=E[u],u=="children"?f=$:u=="dangerouslySetInnerHTML"?p=$:u=="value"?g=$:u=="checked"?y=$:c&&typeof $!="function"||v[u]===$||_t(e,u,$,v[u],r);p?(c||m&&(p.__html==m.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(m&&(e.textContent=""),(O=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Ns.test(O))&&(r="http://www.w3.org/1999/xhtml"),Io(d,pn(f)?f:[f],t,n,o,r,i,s,i?i[0]:n.__k&&ve(n,0),c,l),i&&i.some(Ae)),c&&O!="textarea"||(u="value",O=="progress"&&g==null?e.removeAttribute(u):g==null||g===e[u]&&(O!="progress"||g)||_t(e,u,g,v[u],r),u="checked",y!=null&&y!=e[u]&&_t(e,u,y,v[u],r))}else v===E||c&&e.data==E||(e.data=E);return e}function vn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){x.__e(r,n)}}function $n(e,t,n){var o,r,i,s;if(x.unmount&&x.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||vn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){x.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(s=0;s<o.length;s++)o[s]&&$n(o[s],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=$t(o,i=[]))&&(o==e.__e&&i.some(Ae),Ae(r),Ae(o)),n||Ae(e.__e),e.__e=e.__c=e.__=null}function Rs(e,t,n){return this.constructor(e,n)}function Do(e,t){var n,o,r,i;x.__&&x.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=Qe(Ee,{children:[e]}),r=[],i=[],_n(t,t.__k,o||bt,bt,t.namespaceURI,o?null:t.firstChild?hn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,i),Eo(r,t.__k,i),t.__k.props.children=null}x={__e:function(e,t,n,o){for(var r,i,s;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((s=(i=r.constructor)&&i.getDerivedStateFromError)&&r.setState(i.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),s=1),s&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw yt=0,e}},wo=0,dn=function(e){return e!=null&&e.constructor===et},Fe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Te({},this.state)),typeof e=="function"&&(e=e(Te({},n),this.props)),e&&(Te(n,e),this.__v&&(t&&this.__k.push(t),bo(this)))},Fe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),bo(this))},Fe.prototype.render=Ee,_e=[],yt=0,So=function(e,t){return e.__v.__b-t.__v.__b},vt=Symbol(),xo=/(PointerCapture)$|Capture$/i,mn=0,fn={},Ds=0;var De,M,yn,No,bn=Object.is,St=0,Uo=[],gn=[],N=x,Mo=N.__b,Po=N.__r,jo=N.diffed,Co=N.__c,Lo=N.unmount,Ro=N.__;function nt(e,t){N.__h&&N.__h(M,e,St||t),St=0;var n=M.__H||(M.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function ot(e){return St=1,Bs(Ho,e)}function Bs(e,t,n){var o=nt(De++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Ho(void 0,t),function(i){var s=(o.__N||o.__)[0],c=o.t(s,i);bn(s,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=M,!M.__f)){M.__f=!0;var r=M.shouldComponentUpdate;M.shouldComponentUpdate=function(i,s,c){var l=this.__H;if(!l)return!0;var d=!1,u=this.props!=i;if(l.__.some(function(m){m.__N&&(d=!0,bn(m.__[0],m.__N[0])||(u=!0))}),r){var p=r.call(this,i,s,c);return d?p||u:p}return!d||u}}return o.__}function P(e,t){var n=nt(De++,3);!N.__s&&Sn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,M.__H.__h.push(n))}function Ne(e,t){var n=nt(De++,4);!N.__s&&Sn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,M.__h.push(n))}function G(e){return St=5,ie(function(){return{current:e}},[])}function ie(e,t){var n=nt(De++,7);return Sn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Wo(){var e=nt(De++,11);if(!e.__){for(var t=M.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Fs(){var e;do{for(;e=gn.shift();)try{tt(e)}catch(n){N.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Uo.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(tt),t.__h.some(wn),t.__h=[]}catch(n){t.__h=[],N.__e(n,e.__v)}}}while(gn.length)}N.__b=function(e){M=null,Mo&&Mo(e)},N.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ro&&Ro(e,t)},N.__r=function(e){Po&&Po(e),De=0;var t=(M=e.__c).__H;t&&(yn==M?M.__h=[]:(t.__h.some(tt),t.__h.some(wn),De=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),yn=M},N.diffed=function(e){jo&&jo(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Fo(Uo.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),yn=M=null},N.__c=function(e,t){t.some(function(n){try{n.__h.some(tt),n.__h=n.__h.filter(function(o){return!o.__||wn(o)})}catch(o){n.__h=[function(){throw o}]}}),Co&&Co(e,t)},N.unmount=function(e){Lo&&Lo(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Fo(gn.push(r))}else tt(r)}catch(i){t=i}}),o.__H=void 0,t&&N.__e(t,o.__v))};var Bo=typeof requestAnimationFrame=="function";function Us(e){var t,n=function(){clearTimeout(o),Bo&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Bo&&(t=requestAnimationFrame(n))}function Fo(e){e!=1&&No==N.requestAnimationFrame||((No=N.requestAnimationFrame)||Us)(Fs)}function tt(e){var t=M,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),M=t}function wn(e){var t=M;e.__c=e.__(),M=t}function Sn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!bn(n,e[o])})}function Ho(e,t){return typeof t=="function"?t(e):t}var Ws=Symbol.for("preact-signals");function It(){if(fe>1)fe--;else{var e,t=!1;for((function(){var r=kt;for(kt=void 0;r!==void 0;){var i=r.S;if(i.v===r.v)for(var s=i.t;s!==void 0;s=s.x)s.i===r.i&&(s.i=i.i);r=r.o}})();it!==void 0;){var n=it;for(it=void 0,xt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Vo(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(xt=0,fe--,t)throw e}}function kn(e){if(fe>0)return e();xn=++Hs,fe++;try{return e()}finally{It()}}var rt,T=void 0;function st(e){var t=T,n=rt;T=void 0,rt=void 0;try{return e()}finally{T=t,rt=n}}var it=void 0,fe=0,xt=0,Hs=0,xn=0,kt=void 0,Ot=0;function qo(e){if(T!==void 0){var t=e.n;if(t===void 0||t.t!==T)return t={i:0,S:e,p:T.s,n:void 0,t:T,e:void 0,x:void 0,r:t},T.s!==void 0&&(T.s.n=t),T.s=t,e.n=t,32&T.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=T.s,t.n=void 0,T.s.n=t,T.s=t),t}}function U(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}U.prototype.brand=Ws;U.prototype.h=function(){return!0};U.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:st(function(){var o;(o=t.W)==null||o.call(t)}))};U.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&st(function(){var r;(r=t.Z)==null||r.call(t)}))}};U.prototype.subscribe=function(e){var t=this;return ee(function(){var n=t.value;st(function(){return e(n)})},{name:"sub"})};U.prototype.valueOf=function(){return this.value};U.prototype.toString=function(){return this.value+""};U.prototype.toJSON=function(){return this.value};U.prototype.peek=function(){var e=this;return st(function(){return e.value})};Object.defineProperty(U.prototype,"value",{get:function(){var e=qo(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(xt>100)throw new Error("Cycle detected");(function(n){fe!==0&&xt===0&&n.l!==xn&&(n.l=xn,kt={S:n,v:n.v,i:n.i,o:kt})})(this),this.v=e,this.i++,Ot++,fe++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{It()}}}});function W(e,t){return new U(e,t)}function Vo(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Yo(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Go(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Me(e,t){U.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Ot-1,this.f=4}Me.prototype=new U;Me.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Ot))return!0;if(this.g=Ot,this.f|=1,this.i>0&&!Vo(this))return this.f&=-2,!0;var e=T;try{Yo(this),T=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return T=e,Go(this),this.f&=-2,!0};Me.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}U.prototype.S.call(this,e)};Me.prototype.U=function(e){if(this.t!==void 0&&(U.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Me.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Me.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=qo(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function $e(e,t){return new Me(e,t)}function Jo(e){var t=e.j;if(e.j=void 0,typeof t=="function"){fe++;var n=T;T=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,On(e),o}finally{T=n,It()}}}function On(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Jo(e)}function qs(e){if(T!==this)throw new Error("Out-of-order effect");Go(this),T=e,this.f&=-2;try{8&this.f&&On(this)}finally{It()}}function Ue(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,rt&&rt.push(this)}Ue.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Ue.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Jo(this),Yo(this),fe++;var e=T;return T=this,qs.bind(this,e)};Ue.prototype.N=function(){2&this.f||(this.f|=2,this.u=it,it=this)};Ue.prototype.d=function(){this.f|=8,1&this.f||On(this)};Ue.prototype.dispose=function(){this.d()};function ee(e,t){var n=new Ue(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Ko,Tt,At,Vs=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var zo=[];ee(function(){Ko=this.N})();function We(e,t){x[e]=t.bind(null,x[e]||function(){})}function at(e){if(At){var t=At;At=void 0,t()}At=e&&e.S()}function Zo(e){var t=this,n=e.data,o=b(n);o.name="ReactiveDom",o.value=n;var r=ie(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var d=$e(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),u=$e(function(){return!Array.isArray(d.value)&&!dn(d.value)}),p=ee(function(){if(this.N=Xo,u.value){var f=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),m=t.__$u.d;return t.__$u.d=function(){p(),m.call(this)},[u,d]},[]),i=r[0],s=r[1];return i.value?s.peek():s.value}Zo.displayName="ReactiveTextNode";Object.defineProperties(U.prototype,{constructor:{configurable:!0,value:wt(Ee,null).constructor},type:{configurable:!0,value:Zo},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});We("__b",function(e,t){if(at(),Tt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var i=o[r];i instanceof U&&(n||(t.__np=n={}),n[r]=i,o[r]=i.peek())}}e(t)});We("__r",function(e,t){if(e(t),t.type!==Ee){at();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,i){var s;return ee(function(){s=this},{name:i}),s.c=r,s})((function(r){return function(){var i;Vs&&((i=this.y)==null||i.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Tt=o,at(n)}});We("__e",function(e,t,n,o){at(),Tt=void 0,e(t,n,o)});We("diffed",function(e,t){at(),Tt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,i=n.U;if(i)for(var s in i){var c=i[s];c===void 0||o&&s in o||(c.d(),i[s]=void 0)}if(o){i||(i={},n.U=i);for(var l in o){var d=i[l],u=o[l];d===void 0?(d=Ys(n,l,u,r),i[l]=d):d.o(u,r)}}}e(t)});function Ys(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,i=W(n);return{o:function(s,c){i.value=s,o=c},d:ee(function(){this.N=Xo;var s=i.value.value;o[t]!==s&&(o[t]=s,r?e[t]=s:s!=null&&(s!==!1||t[4]==="-")?e.setAttribute(t,s):e.removeAttribute(t))})}}We("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var i=o[r];i&&i.d()}}}var s=t.__np;if(s){var c=t.props;for(var l in s)c[l]=s[l]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var u=d.__$u;u&&(d.__$u=void 0,u.d())}}e(t)});We("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Fe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var i=2&this.__$f;if(!(o||i||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var s in e)if(s!=="__source"&&e[s]!==this.props[s])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function b(e,t){return ie(function(){return W(e,t)},[])}var Gs=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Js(){kn(function(){for(var e;e=zo.shift();)Ko.call(e)})}function Xo(){zo.push(this)===1&&(x.requestAnimationFrame||Gs)(Js)}var er=function(e,t,n,o){var r;t[0]=0;for(var i=1;i<t.length;i++){var s=t[i++],c=t[i]?(t[0]|=s?1:2,n[t[i++]]):t[++i];s===3?o[0]=c:s===4?o[1]=Object.assign(o[1]||{},c):s===5?(o[1]=o[1]||{})[t[++i]]=c:s===6?o[1][t[++i]]+=c+"":s?(r=e.apply(c,er(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[i-2]=0,t[i]=r)):o.push(c)}return o},Qo=new Map;function tr(e){var t=Qo.get(this);return t||(t=new Map,Qo.set(this,t)),(t=er(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,i=1,s="",c="",l=[0],d=function(m){i===1&&(m||(s=s.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,m,s):i===3&&(m||s)?(l.push(3,m,s),i=2):i===2&&s==="..."&&m?l.push(4,m,0):i===2&&s&&!m?l.push(5,0,!0,s):i>=5&&((s||!m&&i===5)&&(l.push(i,0,s,r),i=6),m&&(l.push(i,m,0,r),i=6)),s=""},u=0;u<n.length;u++){u&&(i===1&&d(),d(u));for(var p=0;p<n[u].length;p++)o=n[u][p],i===1?o==="<"?(d(),l=[l],i=3):s+=o:i===4?s==="--"&&o===">"?(i=1,s=""):s=o+s[0]:c?o===c?c="":s+=o:o==='"'||o==="'"?c=o:o===">"?(d(),i=1):i&&(o==="="?(i=5,r=s,s=""):o==="/"&&(i<5||n[u][p+1]===">")?(d(),i===3&&(l=l[0]),i=l,(l=l[0]).push(2,0,i),i=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),i=2):s+=o),i===3&&s==="!--"&&(i=4,l=l[0])}return d(),l})(e)),t),arguments,[])).length>1?t:t[0]}var a=tr.bind(wt);var rr="Europe/London",In=e=>new Intl.DateTimeFormat("en-GB",{timeZone:rr,...e}),ir=In({day:"numeric",month:"long",year:"numeric"}),Ks=In({month:"short",year:"numeric"}),nr=In({hour:"2-digit",minute:"2-digit"}),Et=new Intl.DateTimeFormat("sv-SE",{timeZone:rr}),zs=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),Zs=864e5,se=(e=new Date)=>Et.format(e),J=e=>ir.format(new Date(e)),sr=e=>Ks.format(new Date(`${e}-01`));function ye(e,t=new Date){let n=new Date(e);return Et.format(n)===Et.format(t)?nr.format(n):`${ir.format(n)}, ${nr.format(n)}`}var j=e=>zs.format(e),te=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function ar(e,t=new Date){let n=Math.round((or(t)-or(new Date(e)))/Zs);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.floor(n/30.44)} months ago`:`${Math.floor(n/365.25)} years ago`}var or=e=>Date.parse(Et.format(e)),Dt=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function ae({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${ye(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function K({reading:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var An="([A-Za-z0-9_-]{1,64})",Tn=new RegExp(`^${An}$`),Xs={"/":"jobs","/jobs":"jobs",[`/jobs/${An}`]:"job",[`/jobs/${An}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},Qs=Object.entries(Xs).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Nt(e){for(let[t,n]of Qs){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var I=W(En());function En(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Nt(location.pathname)??Nt("/"),path:location.pathname,account:Tn.test(n)&&Tn.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0}}function w(e,t={},n=I.value.account){let[o,r]=n?.split("/")??[],i=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return i?`${e}?${i}`:e}function cr(e){I.value.account||de(w(I.value.path,Object.fromEntries(I.value.query),e),{replace:!0})}function de(e,{replace:t=!1}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY},""),history.pushState(null,"",e)),I.value=En()}function lr(){history.scrollRestoration="manual",addEventListener("popstate",()=>{I.value=En(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Nt(t.pathname)||(e.preventDefault(),de(t.href,{replace:t.href===location.href}))})}var ta={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},h=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${ta[e]} /></svg>
`;var na="Contractor Portal",ur=!0;function S({title:e,back:t,keepsFocus:n=!1,children:o}){let r=G(null);return Ne(()=>{ur||(n||r.current.focus({preventScroll:!0}),scrollTo(0,I.value.y)),ur=!1},[]),Ne(()=>{document.title=`${e} – ${na}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${w(t.path)}><${h} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var fr="application/json",mr=()=>{};function pr(e){mr=e}async function z(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:i=4e4}={}){let s=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!s&&c.set("Content-Type",fr);try{let l=await fetch(`/api/${e}`,{method:t,headers:c,body:s||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(i)}),d=l.headers.get("Content-Type")?.startsWith(fr)??!1;if(!d&&l.status!==204&&l.status!==304)return dr();let u={status:l.status,body:d?await l.json():null,headers:l.headers,offline:!1};return l.status===401&&mr(),u}catch{return dr()}}var dr=()=>({status:0,body:null,headers:new Headers,offline:!0}),oa="The portal cannot be reached just now. Please check your connection and try again.",ce=({offline:e,body:t})=>e?oa:t?.error??"Something went wrong. Please try again in a minute.";var Mn=(e,t)=>t.some(n=>e instanceof n),hr,_r;function ra(){return hr||(hr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function ia(){return _r||(_r=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var Pn=new WeakMap,Dn=new WeakMap,Mt=new WeakMap;function sa(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",i),e.removeEventListener("error",s)},i=()=>{n(be(e.result)),r()},s=()=>{o(e.error),r()};e.addEventListener("success",i),e.addEventListener("error",s)});return Mt.set(t,e),t}function aa(e){if(Pn.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",i),e.removeEventListener("error",s),e.removeEventListener("abort",s)},i=()=>{n(),r()},s=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",i),e.addEventListener("error",s),e.addEventListener("abort",s)});Pn.set(e,t)}var jn={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return Pn.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return be(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function br(e){jn=e(jn)}function ca(e){return ia().includes(e)?function(...t){return e.apply(Cn(this),t),be(this.request)}:function(...t){return be(e.apply(Cn(this),t))}}function la(e){return typeof e=="function"?ca(e):(e instanceof IDBTransaction&&aa(e),Mn(e,ra())?new Proxy(e,jn):e)}function be(e){if(e instanceof IDBRequest)return sa(e);if(Dn.has(e))return Dn.get(e);let t=la(e);return Object.is(t,e)||(Dn.set(e,t),Mt.set(t,e)),t}var Cn=e=>Mt.get(e);function gr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:i}={}){let s=indexedDB.open(e,t),c=be(s);return o&&s.addEventListener("upgradeneeded",l=>{o(be(s.result),l.oldVersion,l.newVersion,be(s.transaction),l)}),n&&s.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{i&&l.addEventListener("close",()=>i()),r&&l.addEventListener("versionchange",d=>r(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function wr(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),be(n).then(()=>{})}var ua=["get","getKey","getAll","getAllKeys","count"],fa=["put","add","delete","clear"],Nn={};function vr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(Nn[t])return Nn[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=fa.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||ua.includes(n)))return;let i=async function(s,...c){let l=this.transaction(s,r?"readwrite":"readonly"),d=l.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),r&&l.done]))[0]};return Nn[t]=i}br(e=>({...e,get:(t,n,o)=>vr(t,n)||e.get(t,n,o),has:(t,n)=>!!vr(t,n)||e.has(t,n)}));var da=["advance","continue","continuePrimaryKey"],$r={},Ln=new WeakMap,Sr=new WeakMap,ma={get(e,t){if(!da.includes(t))return e[t];let n=$r[t];return n||(n=$r[t]=function(...o){Ln.set(this,Sr.get(this)[t](...o))}),n}};async function*pa(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,ma);for(Sr.set(n,t),Mt.set(n,Cn(t));t;)yield n,t=await(Ln.get(n)||t.continue()),Ln.delete(n)}function yr(e,t){return t===Symbol.asyncIterator&&Mn(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&Mn(e,[IDBIndex,IDBObjectStore])}br(e=>({...e,get(t,n,o){return yr(t,n)?pa:e.get(t,n,o)},has(t,n){return yr(t,n)||e.has(t,n)}}));var ha=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})}],_a={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},we=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=_a[t]}},va="portal:",ge=new Map,Pt=new Set,Z=({agency:e,contractorId:t,email:n})=>`${va}${e}/${t} ${n}`;function $a(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function xr(){return(indexedDB.databases?await ne(()=>indexedDB.databases()):[...ge.keys()].map(t=>({name:t}))).map(({name:t})=>$a(t)).filter(Boolean)}var Rn=e=>Pt.delete(e);async function Y(e,t=ha){if(Pt.has(e))throw new we("gone");if(!ge.has(e)){let n=ya(e,t);ge.set(e,n),n.catch(()=>ge.delete(e))}return ge.get(e)}var ya=(e,t)=>ne(()=>gr(e,t.length,{upgrade(n,o,r,i){i.done.catch(()=>{});for(let s of t.slice(o))s(n,i)},blocking(n,o){o===null&&Pt.add(e),kr(e)},terminated:()=>ge.delete(e)}));async function kr(e){let t=ge.get(e);ge.delete(e),(await t?.catch(()=>null))?.close()}async function Or(e){Pt.add(e),await kr(e),await ne(()=>wr(e))}async function ne(e){try{return await e()}catch(t){throw t instanceof we?t:new we(ba(t),t)}}function ba(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":["SecurityError","InvalidStateError","UnknownError"].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?"closed":"broken"}var ga={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},wa=144*36e5,Tr=2e3,Sa=3e5,Er=6e4,xa=1e4,ka=[400,404,405,413,415,422],Dr="It may have arrived. It is sent again by itself, and cannot arrive twice.",Oa="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Ia="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",Pe=({state:e})=>ga[e],Ct=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],D=({state:e})=>e!=="done",je=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,ct=({state:e})=>!["sending","checking"].includes(e),Bn=({state:e,sentAt:t})=>e==="waiting"&&t!==null,Nr=({kind:e,jobId:t,about:n,content:o,document:r},i)=>({kind:e,jobId:t??null,about:n??"",addedAt:i,...Lt({content:o,document:r})}),Lt=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...Aa}),Aa={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,submissionId:null,asks:null,result:null};function Mr(e,t){return Pr(e).filter(n=>n.nextAt<=t).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function Fn(e){let t=Pr(e).map(({nextAt:n})=>n);return t.length?Math.min(...t):null}function Pr(e){let t=new Set;return e.filter(n=>{if(n.state==="checking")return!0;if(!["waiting","sending"].includes(n.state))return!1;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function jr(e,t){return e.sentAt!==null&&t-e.sentAt>wa?He(Ia):{state:"sending",sentAt:e.sentAt??t,sentence:null}}var Cr=()=>({state:"waiting",sentence:Dr,nextAt:0});function Lr(e,t,n,o=Math.random){let{status:r,body:i,headers:s,offline:c}=t,l={sentAt:e.sentAt??n},d=i?.error??null;if(c)return jt(e,null,n,o,{...l,sentence:Dr},Er);let u=s.get("Submission-State"),p=s.get("Retry-After");return r===200||r===201?Br(e,i,n):r===202?Ir(i.submissionId,i.message,n):u==="rejected"?He(d):s.get("Location")?Ir(s.get("Location").split("/").at(-1),d,n):u==="not-sent"?jt(e,p,n,o,{sentAt:null,sentence:d}):r===409&&!p?He(d,e.kind==="invoice"?"duplicate":null):ka.includes(r)?He(d):r===409?jt(e,p,n,o,{...l,sentence:d},xa):jt(e,p,n,o,{...r>=500?l:{sentAt:e.sentAt},sentence:d})}function Rr(e,{status:t,body:n,offline:o},r,i=Math.random){return t===404?He(Oa):o||t!==200?Ar(e,e.sentence,r,i):n.state==="confirmed"?Br(e,n.result,r):["rejected","expired","abandoned"].includes(n.state)?He(n.message):Ar(e,n.message,r,i)}var Br=({kind:e,document:t},n,o)=>({state:"done",doneAt:o,sentence:null,result:e==="completion"?null:n,document:t&&{name:t.name,size:t.size}}),He=(e,t=null)=>({state:"refused",sentence:e,asks:t,sentAt:null}),Ir=(e,t,n)=>({state:"checking",submissionId:e,sentence:t,tries:0,nextAt:n+Tr});function jt(e,t,n,o,r,i=Sa){let s=Math.max(Number(t)*1e3||0,Rt(e.tries,i,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+s}}function Ar(e,t,n,o){return{sentence:t,tries:e.tries+1,nextAt:n+Rt(e.tries,Er,o)}}var Rt=(e,t,n=Math.random)=>Math.min(t,Tr*2**Math.min(e,20))*(.5+n()/2);var Ur="portal-outbox",Fr={durability:"strict"},qe=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ce=class{constructor(t){this.owner=t,this.name=Z(t)}all(){return ne(async()=>(await Y(this.name)).getAll("outbox"))}async add(t){let n=await ne(async()=>{let{store:o,done:r}=(await Y(this.name)).transaction("outbox","readwrite",Fr),[i]=await Promise.all([o.add(t),r]);return{...t,id:i}});return Bt(this.name),n}async change(t,n){let o=await ne(async()=>{let{store:r,done:i}=(await Y(this.name)).transaction("outbox","readwrite",Fr),s=await r.get(t),c=s&&n(s);return c?await Promise.all([r.put({...s,...c}),i]):c===null?await Promise.all([r.delete(t),i]):await i,c===void 0?void 0:c&&{...s,...c}});if(o===void 0)throw new qe;return Bt(this.name),o}tidy(){return ne(async()=>{let t=(await Y(this.name)).transaction(["answers","drafts","outbox"],"readwrite"),n=t.objectStore("outbox"),o=(await n.getAll()).filter(r=>!D(r));await Promise.all([t.objectStore("answers").clear(),t.objectStore("drafts").clear(),...o.map(({id:r})=>n.delete(r)),t.done])})}},Ve=class{#e=[];#t=0;constructor(t){this.owner=t,this.name=Z(t)}async all(){return[...this.#e]}async add(t){let n={...t,id:++this.#t};return this.#e.push(n),Bt(this.name),n}async change(t,n){let o=this.#e.findIndex(s=>s.id===t),r=o<0?void 0:n(this.#e[o]);if(r===void 0)throw new qe;let i=r&&{...this.#e[o],...r};return this.#e.splice(o,1,...i?[i]:[]),Bt(this.name),i}};function Bt(e){let t=new BroadcastChannel(Ur);t.postMessage(e),t.close()}function Wr(e){let t=new BroadcastChannel(Ur);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function lt(e){try{let t=new Blob([await e.arrayBuffer()],{type:"application/pdf"});return{name:e.name??"invoice.pdf",size:t.size,blob:t}}catch(t){throw Object.assign(new we("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}async function Hr(e){let{method:t,path:n}=Ta(e),o={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(o["X-Allow-Duplicate"]="true"),{method:t,path:n,headers:o,body:e.document?await Ea(e):e.content,timeoutMs:e.document?3e5:6e4}}function Ta({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}async function Ea({content:e,document:t}){let n=new FormData;for(let[r,i]of Object.entries(e))i!=null&&n.append(r,String(i));let o=await t.blob.arrayBuffer();return n.append("document",new Blob([o],{type:"application/pdf"}),t.name),n}var qr="portal-session",Da=5e3,Na={state:"refused",sentAt:null,sentence:"Its PDF cannot be read on this phone any more. Please attach it again."};async function Le(e=null){return(await xr()).filter(t=>e===null||t.email===e).map(t=>new Ce(t))}function Un(e){return navigator.locks.request(`portal-outbox:${e.name}`,async()=>{for(await Ma(e);;){let[t]=Mr(await e.all(),Date.now());if(!t)return{hold:null,next:Fn(await e.all())};let n=await Pa(e.owner,()=>ja(e,t));if(n)return{hold:n,next:null}}})}async function Ft(e){let t=!1,n=()=>(t=!0,e());try{return await navigator.locks.request(qr,{signal:AbortSignal.timeout(Da)},n)}catch(o){if(t)throw o;return e()}}async function Ma(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,Cr)}function Pa(e,t){return navigator.locks.request(qr,{mode:"shared"},async()=>await Vr(e)??t())}async function Vr({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:i}=await z("session");return i||o>=500?"offline":o!==200?"signed-out":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function ja(e,t){try{return await(t.state==="checking"?La(e,t):Ca(e,t))}catch(n){if(n instanceof qe)return null;throw n}}async function Ca(e,t){let n=c=>c.state==="waiting"&&c.key===t.key,o=await e.change(t.id,c=>n(c)?jr(c,Date.now()):void 0);if(o.state!=="sending")return null;let r=await Hr(o).catch(()=>null);if(r===null)return void await e.change(t.id,()=>Na);let i=await z(r.path,{...r,account:Gr(e)}),s=await Yr(e,i);return await e.change(t.id,()=>s?{state:"waiting",sentAt:t.sentAt}:Lr(t,i,Date.now())),s??(i.offline?"offline":null)}async function La(e,t){let n=await z(`contractor/submissions/${t.submissionId}`,{account:Gr(e)}),o=await Yr(e,n);return o||await e.change(t.id,()=>Rr(t,n,Date.now())),o??(n.offline?"offline":null)}async function Yr(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?Vr(e.owner):null}var Gr=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Ra="outbox";async function Ut(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Ra).catch(()=>{})}var Wn=e=>`outbox ${e}`;function Hn(e,t){try{t?localStorage.setItem(Wn(e),String(t)):localStorage.removeItem(Wn(e))}catch{}}function Jr(e){try{return Number(localStorage.getItem(Wn(e))??0)}catch{return 0}}var Kr=e=>Hn(e,0);var B=W(null),me=W(null),Ht=W([]),le=W(null),Fa=6e4,Ua=168*36e5,Wa="This device has no room left, so nothing can be sent from it. Please free some space.",C=null,Gn=0,qn=0,Vn=!1,Wt=null,Yn=!1;async function Jn(e){if(C?.name===Z(e))return;Kn(),Rn(Z(e));let t=new Ce(e);C=t;try{let n=(await t.all()).length?0:Jr(t.name);for(let o of(await Le()).filter(r=>r.owner.email!==e.email))await o.tidy();await Ha(t),C===t&&(le.value=n?Va(n):null)}catch(n){if(C!==t)return;le.value=Qn(n),n.reason==="closed"&&(C=new Ve(e))}await Vt(),B.value?.some(D)&&Ut(),Se()}async function Zr(e){Kn(),(e?await Le(e.email).catch(()=>[]):[]).some(({name:n})=>n===Z(e))&&!C&&await Jn(e)}function Kn(){clearTimeout(Gn),C=null,B.value=null,me.value=null,Ht.value=[],le.value=null}async function Ye({document:e,...t}){let n=Nr({...t,document:e?await lt(e):null},Date.now()),o=await C.add(n);return await Vt(),navigator.storage?.persist?.(),Ut(),Se(),o}async function qt(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}};return o!==void 0&&(r.document=o&&await lt(o)),Xn(e,i=>je(i)?Lt(r):void 0)}function zn(e,{duplicate:t=!1}={}){return Xn(e,n=>n.state==="refused"?Lt({duplicate:t}):void 0)}var Xr=e=>Xn(e,t=>ct(t)?null:void 0),xe=e=>(B.value??[]).filter(t=>t.jobId===e);async function Se(){clearTimeout(Gn),Wt?Yn=!0:(Wt=qa(),await Wt.finally(()=>Wt=null),Yn&&(Yn=!1,await Se()))}async function Zn(){let e=C;for(let{id:t,nextAt:n}of B.value??[])n&&await e.change(t,()=>({nextAt:0})).catch(()=>{});await Se()}async function Qr(e){let t=C instanceof Ve?[C]:await Le(e);return(await Promise.all(t.map(ei))).reduce((o,r)=>o+r,0)}var ei=async e=>(await e.all()).filter(D).length;async function ti(e){let t=!(C instanceof Ve);C?.owner.email===e&&Kn();for(let{name:n}of t?await Le(e):[])await Or(n),Kr(n)}async function Ha(e){let t=Date.now()-Ua;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function Xn(e,t){let n=await C.change(e,t);return await Vt(),Ut(),Se(),n}async function Vt(){let e=C;try{let t=await e?.all()??null;if(C!==e)return;B.value=t,t&&Hn(e.name,t.filter(D).length)}catch(t){if(C!==e)return;le.value=Qn(t),B.value??=[]}}async function qa(){let e=C;if(e)try{let t=e instanceof Ce?(await Le(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await Un(r));let o=await Promise.all(t.map(ei));if(C!==e)return;me.value=n[0].hold,Ht.value=t.map(({owner:r},i)=>({...r,number:o[i]})).filter(({number:r})=>r),zr(n),Vn&&(le.value=null),Vn=!1}catch(t){if(C!==e)return;le.value=t.reason==="full"?Wa:Qn(t),Vn=!0,zr([{hold:"offline",next:null}])}}function Qn(e){if(!e.sentence)throw e;return e.sentence}function zr(e){let t=e.some(({hold:o})=>o==="offline");qn=t?qn+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+Rt(qn,Fa)),n.length&&(Gn=setTimeout(Se,Math.max(Math.min(...n)-Date.now(),0)))}var Va=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function ni(){Wr(e=>{e===C?.name&&Vt()}),addEventListener("online",Zn),addEventListener("offline",Se),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&Se()})}var eo="portal",to=[e=>e.createObjectStore("session")],ri=e=>ne(async()=>(await Y(eo,to)).put("session",e,"last"));async function ii(){try{return await(await Y(eo,to)).get("session","last")??null}catch{return null}}var si=()=>ne(async()=>(await Y(eo,to)).delete("session","last"));var k=W(void 0),Ge=W(null),q=({agency:e,contractorId:t})=>`${e}/${t}`,F=$e(()=>{if(!k.value)return null;let e=I.value.account??q(k.value.account);return k.value.accounts.find(t=>q(t)===e)??null}),oe=$e(()=>{let[e,t]=[k.value,F.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),ai=$e(()=>{let[e,t]=[k.value,I.value.account];if(!e||F.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),ci=new BroadcastChannel("portal:person");async function Je(e){let t=JSON.stringify(e)!==JSON.stringify(k.value);t&&(k.value=e),await(e?ri(e):si()).catch(()=>{}),t&&ci.postMessage(e)}async function Yt(){let e=await ii();if(k.value??=e??void 0,e||document.body.dataset.session){let t=await z("session");t.status===200&&await Je(t.body)}k.value??=null}var Gt=e=>{let t=I.value.account?.split("/")[0];return z("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function li(e,t){let n=await Ft(()=>z("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ge.value=null,await Je(n.body)),n}async function ui(e){Je({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await z("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await Je(o.body)}async function fi(){let{email:e}=k.value,t=await Ft(()=>z("session",{method:"DELETE"}));return t.status===204&&(await Je(null),sessionStorage.clear(),await ti(e)),t}function di(){pr(()=>{Ge.value=k.value?.email??Ge.value,Je(null)}),ci.onmessage=({data:e})=>{k.value=e}}var mi=300;async function pi(e,t,n,o=null){try{let{store:r,done:i}=(await Y(Z(e))).transaction("answers","readwrite");await r.put({path:t,body:n,etag:o,readAt:Date.now()}),await r.count()>mi&&await Ga(r),await i}catch{}}async function hi(e,t){try{return await(await Y(Z(e))).get("answers",t)??null}catch{return null}}async function Ga(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-mi).map(({path:n})=>e.delete(n)))}var Ja=5e3,Ka=30,_i={body:null,asOf:null,isOld:!1,busy:!0,problem:null,status:0},za=W({..._i,busy:!1}),ut=new Map;function A(e){let t=oe.value,n=e?yi(t,e):za;return P(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&no(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[i,s]of r)i.addEventListener(s,o);return()=>{for(let[i,s]of r)i.removeEventListener(s,o)}},[n]),n}function Jt(e){let t=oe.value&&ut.get($i(oe.value,e));t&&(t.readAt=0,no(oe.value,e))}var vi=()=>ut.clear(),$i=(e,t)=>`${e.email} ${q(e)} ${t}`;function yi(e,t){let n=$i(e,t);if(!ut.has(n)){let o=W(_i);ut.set(n,Object.assign(o,{etag:null,readAt:0,running:null}))}return ut.get(n)}function no(e,t){let n=yi(e,t);navigator.onLine&&Date.now()-n.readAt<Ja||(n.running??=Za(e,t,n).finally(()=>{n.running=null}))}async function Za(e,t,n){let o=u=>{n.value={...n.value,...u}};if(!n.value.body){let u=await hi(e,t);u&&(n.etag=u.etag??null,o({body:u.body,asOf:u.body.asOf??new Date(u.readAt).toISOString(),isOld:!0}))}o({busy:!0});let r=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},i=await z(`contractor/${t}`,{account:q(e),headers:r}),{status:s,body:c,offline:l}=i,d={asOf:Xa(i.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:s};if((s===200||s===304)&&(n.readAt=Date.now()),s===200)n.etag=i.headers.get("ETag"),pi(e,t,c,n.etag),o({...d,body:c});else if(s===304)o(d);else if(s===409)Yt();else if(s===404)o({body:null,busy:!1,problem:ce(i),status:s});else{let u=Number(i.headers.get("Retry-After"));!l&&u&&setTimeout(()=>no(e,t),Math.min(u,Ka)*1e3),o({isOld:!!n.value.body,busy:!!(!l&&u),problem:ce(i),status:s})}}var Xa=e=>e?new Date(e).toISOString():null;function Kt(){let e=F.value&&q(F.value);return a`
    <ul class="rows">
      ${k.value.accounts.map(t=>{let n=q(t);return a`
          <li key=${n} class="row">
            <a href=${w("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>ui(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${h} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function zt(){let[e,t,n]=[b(null),b(0),b(!1)],o=async()=>{n.value=!0;let i=await fi();if(n.value=!1,i.status!==204){e.value=ce(i);return}vi(),de("/",{replace:!0})},r=async()=>{e.value=null,t.value=await Qr(k.value.email),t.value||await o()};return a`
    ${t.value?a`<${Qa} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${r}>
          <${h} name="leave" />Sign out
        </button>`}
    <p class="problem" role="alert">${e.value}</p>
  `}function Qa({number:e,onSure:t,onStay:n}){let o=G(null);Ne(()=>o.current.focus(),[]);let[r,i,s]=[te(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${r} on this device ${i} not with the agency yet.</b> Signing out deletes ${s} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${s} and sign out</button>
      </div>
    </div>
  `}var ec=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function bi(){let e=A("account"),t=e.value.body,{agencyName:n,displayName:o}=F.value;return a`
    <${S} title="Account">
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${tc} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${K} reading=${e.value} />`}
        <${ae} reading=${e.value} />
      </section>
      ${k.value.accounts.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${Kt} /></section>`}
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${k.value.email}</b></p>
        <${zt} />
      </section>
    <//>
  `}function tc({record:e}){let{agency:t}=e,n=[...ec.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return a`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>a`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var gi=0;function H(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(gi),gi=setTimeout(()=>{t.textContent=e},400)}function wi({item:e,done:t}){let[n,[o,r]]=[Wo(),ot(null)];return a`
    <form onSubmit=${async s=>{s.preventDefault();try{await qt(e.id,{content:{note:s.target.elements.note.value}}),t()}catch(c){if(!c.sentence)throw c;r(c.sentence)}}}>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength="4000" required dir="auto" ref=${nc}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var nc=e=>e?.focus();var oc={waiting:"clock",sending:"send",checking:"search",done:"done",refused:"emergency"};function ke({item:e}){let t=e.state==="refused"&&e.sentence?`, because: ${e.sentence}`:"";return a`
    <span class=${`state is-${e.state}`}>
      <${h} name=${oc[e.state]} /><span dir="auto">${Pe(e)}${t}</span>
    </span>
  `}var rc={offline:"No connection to the portal. Everything below is kept on this phone, and sent by itself later.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Si(){let e=(B.value??[]).filter(t=>!D(t)).reverse();return a`
    <${S} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${oo}>
        <p class="reach"><${h} name="done" />Nothing waits: your agency has everything you sent from here.</p>
      <//>
      ${Ht.value.map(t=>a`<${ic} key=${q(t)} there=${t} />`)}
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${xi} of=${e} />
        </section>
      `}
    <//>
  `}function oo({children:e}){let t=(B.value??[]).filter(D);return t.length?a`
    ${me.value&&a`<p class="notice" role="status">${rc[me.value]}</p>`}
    <h2 class="visually-hidden">Not with the agency yet</h2>
    <${xi} of=${t} />
    ${t.some(({state:n})=>n==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${Zn}>Try now</button>`}
  `:e}var xi=({of:e})=>a`<ol class="cards">${e.map(t=>a`<${ro} key=${t.id} item=${t} />`)}</ol>`;function ic({there:e}){let t=k.value.accounts.find(n=>q(n)===q(e));return a`
    <a class="reach" href=${w("/outbox",{},q(e))}>
      <${h} name="send" />${te(e.number,"thing")} for ${t?.agencyName??"an account that is no longer yours"}
    </a>
  `}function ro({item:e}){let[t,n]=ot(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${Ct(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${wi} item=${e} done=${o} />`:a`<${sc} item=${e} />`}
      <p class="about">
        <${ke} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${ye(e.addedAt)}</time>
      </p>
      ${e.state!=="refused"&&e.sentence&&a`<p class="hint" dir="auto">${e.sentence}</p>`}
      ${t==="remove"&&a`<${lc} item=${e} stop=${o} />`}
      ${!t&&a`<${ac} item=${e} setDoing=${n} />`}
    </li>
  `}function sc({item:{kind:e,content:t,document:n,jobId:o}}){return a`
    ${e==="note"&&a`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${j(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&a`<p class="reach"><${h} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&a`<a class="reach" href=${w(`/jobs/${o}`)}><${h} name="jobs" />Look at the job</a>`}
  `}function ac({item:e,setDoing:t}){let n=e.asks==="duplicate";return a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>zn(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${e.state==="refused"&&!n&&a`<button type="button" class="btn btn-secondary" onClick=${()=>zn(e.id)}>Send again</button>`}
      ${F.value&&je(e)&&a`<${cc} item=${e} onNote=${()=>t("edit")} />`}
      ${ct(e)&&D(e)&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function cc({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;if(t!=="invoice")return null;let i={...o.statementId&&{statement:o.statementId},change:e},s=w(n?`/jobs/${n}/invoice`:"/invoice",i);return a`<a class="btn btn-secondary" href=${s}>Change</a>`}function lc({item:e,stop:t}){let n=Bn(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=ot(null),i=async()=>{try{await Xr(e.id),document.querySelector("h1").focus(),H("Deleted.")}catch(s){if(!s.sentence)throw s;r(s.sentence)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${uc} onClick=${i}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var uc=e=>e?.focus();var ki=()=>a`
  <${S} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${I.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value.email}</b>. Nothing was changed.
    </p>
    <${oo}>${null}<//>
    <h2>Your accounts</h2>
    <${Kt} />
    <h2>Signed in with another address?</h2>
    <${zt} />
  <//>
`;var fc="https://www.google.com/maps/search/?api=1&query=",Oi=e=>e.replace(/[^+\d]/g,"");function ft({phone:e,who:t}){return e?Oi(e).length<5?a`<span dir="auto">${e}</span>`:a`
    <a class="reach" href=${`tel:${Oi(e)}`}>
      <${h} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:null}function Zt({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${h} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Ii({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${fc+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${h} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Ai(){let e=A("contacts"),t=e.value.body?.contacts;return a`
    <${S} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${dc} key=${n.contactId} ...${n} />`)}</ul>`:a`<${K} reading=${e.value} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${ae} reading=${e.value} />
    <//>
  `}function dc({name:e,role:t,branchName:n,email:o,phone:r,mobile:i}){let s=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${s}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${ft} phone=${i} who=${s} /><${ft} phone=${r} who=${s} /><${Zt} email=${o} who=${s} />
    </li>
  `}var mc=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function io({children:e}){let t=A("agency").value.body;_c(t?.accent);let{agencyName:n,displayName:o}=F.value,r=mc.filter(({needs:i})=>!i||!t||t.offers.includes(i));return a`
    <a class="skip" href="#main" onClick=${vc}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${k.value.accounts.length>1&&a`<a class="switch" href=${w("/account")}><${h} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(i=>a`<${pc} key=${i.path} ...${i} />`)}</nav>
    </header>
    <${hc} />
    ${e}
  `}function pc({path:e,name:t,icon:n,screens:o}){let r=o.includes(I.value.screen);return a`<a href=${w(e)} aria-current=${r?"page":null}><${h} name=${n} />${t}</a>`}function hc(){let e=(B.value??[]).filter(D).length,t=me.value==="offline";return!e&&!le.value?null:a`
    <aside class="strip" aria-label="Not sent yet">
      ${le.value&&a`<p role="alert">${le.value}</p>`}
      ${e>0&&a`<a href=${w("/outbox")}>
        <${h} name=${t?"offline":"send"} />
        ${te(e,"thing")} ${e===1?"is":"are"} not with the agency yet<${h} name="open" />
      </a>`}
    </aside>
  `}function _c(e){P(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function vc(e){e.preventDefault(),document.querySelector("h1").focus()}var Re=({priority:e})=>e?.trim().toLowerCase()==="emergency",Xt=e=>(e??"").trim().toLowerCase();function Qt({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(Xt).includes(Xt(t))?"cancelled":"open"}var Ti=e=>xe(e).filter(t=>t.kind==="completion"&&D(t)).at(-1)??null,Q=({title:e,reference:t,jobId:n})=>e||t||n;function Ei(e){let t=Xt(e).split(/\s+/).filter(Boolean);return({reference:n,title:o,description:r,property:i})=>{let s=Xt([n,o,r,i?.address,i?.postcode].filter(Boolean).join(`
`));return t.every(c=>s.includes(c))}}var Di=e=>[...e.filter(Re),...e.filter(t=>!Re(t))];function en(e){let[t,n]=[A(`jobs/${e}`).value,A("jobs").value];if(t.body)return{job:t.body,reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o??null,reading:o?n:t}}var Ni=({item:e,back:t})=>a`
  <${S} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${ro} item=${e} /></ol>
    ${D(e)&&e.state!=="refused"&&a`<p class="hint">You can go on, or close the portal: it is kept, and sent by itself.</p>`}
    <a class="reach" href=${w("/money",{show:"invoices"})}><${h} name="invoice" />All your invoices</a>
  <//>
`;var Ke=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,ze=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Ze=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function Mi({name:e,required:t,problem:n,value:o,...r}){let i=A("statements/pending"),s=i.value.body?.statements??[],c=!o||s.some(({statementId:l})=>l===o);return a`
    <div class="field">
      <${Ke} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Ze({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${s.map(l=>a`<option key=${l.statementId} value=${l.statementId}>${so(l)}</option>`)}
      </select>
      <${ze} name=${e}>${n??(i.value.body?null:i.value.problem)}<//>
    </div>
  `}var so=({statementId:e,reference:t,description:n,date:o,amount:r,gross:i})=>[j(i??r??0),n??t??e,o&&J(o)].filter(Boolean).join(", ");async function Pi(e,t){try{return(await(await Y(Z(e))).get("drafts",t))?.content??null}catch{return null}}async function ji(e,t,n){try{let o=await Y(Z(e));await(n===null?o.delete("drafts",t):o.put("drafts",{name:t,content:n}))}catch{}}function dt(e){let t=b(void 0),n=oe.value;return P(()=>{Pi(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,ji(n,e,r))]}var Ci=1e6,Li={description:2e3,invoiceNumber:50},$c=6,yc=864e5,bc=10*1024*1024,Ri="%PDF-",gc=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,wc=/\.\d\d\d*[1-9]/,Sc=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),xc=["amount","description","invoiceDate"];function mt(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[...xc,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function nn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function ao(e=new Date){let[t,...n]=se(e).split("-");return{oldest:[t-$c,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(se(e))+yc).toISOString().slice(0,10)}}function pe(e){let t=e.trim().replace(/^£\s*/,"");return gc.test(t)?Number(t.replaceAll(",","")):NaN}var tn=e=>e.trim().replaceAll("	"," "),Wi=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),kc={amount:e=>Fi(e,"The amount")??(pe(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>Fi(e,"VAT")??(pe(e)>pe(t)?"VAT cannot be more than the amount.":null),description:e=>Ui(e,Li.description),invoiceNumber:e=>Ui(e,Li.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=ao();return e>n?`The date can be tomorrow at the latest, ${J(n)}.`:e<t?`The date can be six years ago at most, ${J(t)}.`:null},statementId:()=>null},Bi={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function Fi(e,t){let n=pe(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:wc.test(e.trim())?`${t} can have no more than two decimals.`:n>Ci?`${t} can be ${j(Ci)} at most.`:null}function Ui(e,t){let{length:n}=[...tn(e)];return n>t?`This is ${n-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Sc.test(tn(e))?"There is a character in this that cannot be sent. Please type it again.":null}function on(e,t,n,o){let r={};for(let[i,s]of Object.entries(kc)){let c=e[i]??"",l=mt(i,n,o)?Bi[i]:null,d=c.trim()===""?l:s(c,e);d&&(r[i]=d)}return!t&&mt("document",n,o)&&(r.document=Bi.document),r}async function Hi(e){return e.size>bc?"The PDF can have 10 MB at most.":await e.slice(0,Ri.length).text()===Ri?null:"This file is not a PDF. Please choose a PDF."}function qi(e,t){let n={jobId:t,statementId:e.statementId,amount:pe(e.amount),vat:e.vat.trim()&&pe(e.vat),description:tn(e.description),invoiceDate:e.invoiceDate,invoiceNumber:tn(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function Vi({amount:e,vat:t,...n}){let o=i=>typeof i=="number"?i.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([i,s])=>[i,s??""]))}var Yi="This file cannot be read. Please choose it again.";function Gi({required:e,problem:t,document:n,onChange:o}){let r=b(null),i=async({target:c})=>{let[l]=c.files;if(l&&(r.value=await Hi(l).catch(()=>Yi),c.value="",!r.value))try{o(await lt(l)),H(`${l.name} is attached.`)}catch(d){r.value=d.sentence??Yi}},s=r.value??t;return a`
    <div class="field">
      <${Ke} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&a`<${Oc} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${Ze({name:"document",hint:!0,problem:s,required:e&&!n})} onChange=${i}
      />
      <${ze} name="document">${s}<//>
    </div>
  `}function Oc({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),H("The PDF is removed.")};return a`
    <p class="attached">
      <${h} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${Dt(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Ic={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function Ji({values:e,set:t,document:n,setDocument:o,agency:r,jobId:i,asked:s,onWhole:c}){let[l,d,u]=[b({}),b(s),b(null)],p=G(null),m=on(e,n,r,i),f=_=>_==="vat"&&u.value==="amount"?null:d.value||l.value[_]&&e[_]||!Wi(_,e[_]??"")?m[_]:null,$=()=>p.current.querySelector("[aria-invalid]")?.focus();P(()=>{s&&$()},[]);let g=_=>{_.preventDefault(),d.value=!0,Object.keys(m).length?setTimeout($):c()},y=_=>({name:_,required:mt(_,r,i),problem:f(_),value:e[_],onInput:({target:v})=>t(_,v.value),onFocus:()=>u.value=_,onBlur:()=>{u.value=null,l.value={...l.value,[_]:!0}}});return a`
    <form ref=${p} class="form" onSubmit=${g} noValidate>
      <p class="hint">${F.value.agencyName} needs whatever is not marked as optional.</p>
      ${nn(r)&&a`<${Mi} ...${y("statementId")} />`}
      ${Object.entries(Ic).map(([_,v])=>a`<${Ac} key=${_} ...${v} ...${y(_)} />`)}
      <${Gi}
        required=${mt("document",r,i)} problem=${d.value?m.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function Ac({name:e,label:t,hint:n,rows:o,problem:r,required:i,value:s,type:c="text",...l}){let d=o?"textarea":"input",{oldest:u,latest:p}=c==="date"?ao():{};return a`
    <div class="field">
      <${Ke} name=${e} required=${i}>${t}<//>
      ${n&&a`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${u} max=${p} autocomplete="off"
        value=${s} ...${Ze({name:e,hint:n,problem:r,required:i})} ...${l}
      />
      <${ze} name=${e}>${r}<//>
    </div>
  `}var zi={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"}},co=({status:e})=>zi[e]?.words??e;function lo(e,t){let n=t.filter(r=>r.kind==="invoice"&&(D(r)||!e.some(i=>Ki(i,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed"].includes(r.status)&&n.some(({item:i})=>Ki(r,i));return[...n,...e.filter(r=>!o(r))]}function Ki(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:i,invoiceNumber:s=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===i&&e.invoiceNumber===s&&e.invoiceDate===c}function rn({jobId:e,agency:t}){let n=A(t?.offers.includes("invoices.list")?"invoices":null).value,o=lo(n.body?.invoices??[],B.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${uo} invoices=${o} />
    </section>
  `:null}var uo=({invoices:e,jobs:t={}})=>a`
  <ul class="rows">
    ${e.map((n,o)=>a`<${Tc} key=${n.item?.id??n.invoiceId??`at ${o}`} invoice=${n} jobs=${t} />`)}
  </ul>
`;function Tc({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:i,document:s,jobId:c,item:l}=e;return a`
    <li class="entry">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":j(n)}</b>
      </p>
      <p class="about">
        ${l?a`<${ke} item=${l} />`:a`<${Ec} invoice=${e} />`}
        ${i&&a`<time datetime=${i}>${J(i)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${s&&a`<span dir="auto">${s.name}</span>`}
      </p>
      ${t[c]&&a`<a class="reach" href=${w(`/jobs/${c}`)}><${h} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${l&&D(l)&&a`<a class="reach" href=${w("/outbox")}><${h} name="send" />Look at what waits here</a>`}
    </li>
  `}function Ec({invoice:e}){let{icon:t="search",className:n=""}=zi[e.status]??{};return a`<span class=${`state ${n}`}><${h} name=${t} />${co(e)}</span>`}function Zi({about:e,address:t,values:n,document:o,failed:r,onSend:i,change:s,back:c}){let l=b(!1),d=async()=>{l.value=!0,await i(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",j(pe(n.amount))],["VAT in it",n.vat.trim()&&j(pe(n.vat))],["Date of the invoice",J(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o&&`${o.name}, ${Dt(o.size)}`]];return a`
    <${S} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,p])=>p).map(([p,m])=>a`<div key=${p}><dt>${p}</dt><dd dir="auto">${m}</dd></div>`)}
        </dl>
      </div>
      ${me.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone, and be sent by itself.</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${d}>
          <${h} name="send" />Send to ${F.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${s}>Change something</a>
      </div>
    <//>
  `}var Dc=!1;function fo({jobId:e,item:t,about:n,address:o,first:r,back:i}){let{query:s,path:c}=I.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[[d,u],[p,m]]=[dt(l),dt(`PDF of ${l}`)],[f,$]=[A("agency").value,b(null)],g=s.has("look");if(d.value===void 0||p.value===void 0||!f.body&&f.busy)return a`<${S} key="reading" title="Invoice" back=${i}><p class="loading" role="status">Loading …</p><//>`;let y=f.body&&Mc(f.body,e);if(y)return a`<${S} key="none" title="Invoice" back=${i}><p class="notice">${y}</p><//>`;let _={...r,...t&&Vi(t.content),...d.value},v=(p.value??t?.document)||null,E=!Object.keys(on(_,v,f.body,e)).length,{statementId:O}=r,re=R=>w(c,{...O&&{statement:O},...t&&{change:t.id},...R}),Oe=()=>{let R=qi(_,e);return t?qt(t.id,{content:R,...p.value!==null&&{document:Xi(v)}}):Ye({kind:"invoice",jobId:e,about:n,content:R,document:Xi(v)})},V=async()=>{$.value=null;try{let{id:R}=await Oe();H("Your invoice is on its way."),de(w(c,{sent:R}),{replace:!0}),u(null),m(null)}catch(R){$.value=R.sentence??"Your invoice could not be kept. Please try again."}};return g&&E?a`
      <${Zi}
        about=${n} address=${o} values=${_} document=${v} failed=${$.value} onSend=${V}
        change=${re({})} back=${i}
      />
    `:a`
    <${S} key="write" title="Invoice" back=${i} keepsFocus=${g}>
      <${Nc} about=${n} address=${o} />
      ${e&&a`<${rn} jobId=${e} agency=${f.body} />`}
      <${Ji}
        values=${_} set=${(R,ht)=>u({...d.value,[R]:ht})} document=${v}
        setDocument=${R=>m(R??Dc)} agency=${f.body} jobId=${e} asked=${g}
        onWhole=${()=>de(re({look:"1"}))}
      />
    <//>
  `}function Nc({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Mc({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var Xi=e=>e&&new File([e.blob],e.name,{type:e.blob.type});var Pc={path:"/money",name:"Money"};function mo({id:e}){let{query:t}=I.value,n=Number(t.get("sent")??t.get("change")),o=(B.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Pc;if(n&&B.value===null)return a`<${S} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!je(o)))return a`<${Ni} item=${o} back=${r} />`;let i=t.get("statement")??"";return a`<${e?jc:Cc} key=${n||i} id=${e} statementId=${i} item=${o} back=${r} />`}function jc({id:e,statementId:t,...n}){let{job:o,reading:r}=en(e);if(!o&&!n.item&&r.status===404)return a`<${Qi} reading=${r} back=${n.back} />`;let i={...es,statementId:t,invoiceDate:se()},s=o?.property?.address;return a`<${fo} jobId=${e} about=${o?Q(o):e} address=${s} first=${i} ...${n} />`}function Cc({statementId:e,...t}){let n=A("statements/pending").value,o=n.body?.statements.find(i=>i.statementId===e);if(!o&&n.busy)return a`<${Qi} reading=${n} back=${t.back} />`;let r={...es,...o&&Lc(o),statementId:e,invoiceDate:se()};return a`<${fo} jobId=${null} about=${o?so(o):""} first=${r} ...${t} />`}var Qi=({reading:e,back:t})=>a`
  <${S} key="nothing" title="Invoice" back=${t}><${K} reading=${e} /><//>
`,es={amount:"",vat:"",description:"",invoiceNumber:""},Lc=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});function ts({job:e,standing:t}){let n=b(null),o=Ti(e.jobId),r=async i=>{n.value=null;try{await Ye({kind:"completion",jobId:e.jobId,about:Q(e),content:{completed:i},document:null}),H(i?"The job is being marked complete.":"The job is being reopened.")}catch(s){n.value=s.sentence??"This could not be kept. Please try again."}};return o?a`
      <p class="pending">
        <${h} name=${o.content.completed?"done":"reopen"} />
        ${o.content.completed?"Marked complete by you.":"Reopened by you."} <${ke} item=${o} />
      </p>
    `:a`
    ${t==="open"&&a`<button class="btn btn-primary" type="button" onClick=${()=>r(!0)}><${h} name="done" />Mark complete</button>`}
    ${t==="completed"&&a`<button class="btn btn-secondary" type="button" onClick=${()=>r(!1)}><${h} name="reopen" />Reopen this job</button>`}
    ${n.value&&a`<p class="notice" role="alert">${n.value}</p>`}
  `}var Rc=4e3;function ns({job:e,canAdd:t}){let n=F.value.displayName,o=xe(e.jobId).filter(r=>r.kind==="note"&&!Bc(e.notes,r));return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!e.notes.length&&!o.length&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      <ol class="notes">
        ${e.notes.map(({noteId:r,note:i,author:s,createdAt:c},l)=>a`
            <li key=${r??`at ${l}`} class=${s===n?"own":""}>
              <p class="by"><b dir="auto">${s===n?"You":s||"Unnamed"}</b>${" "}
                ${c&&a`<time datetime=${c}>${ye(c)}</time>`}</p>
              <p class="says" dir="auto">${i}</p>
            </li>
          `)}
        ${o.map(r=>a`
            <li key=${r.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${r.content.note}</p>
              <${ke} item=${r} />
            </li>
          `)}
      </ol>
      ${t&&a`<${Fc} job=${e} />`}
    </section>
  `}var Bc=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:i})=>o?.noteId?r===o.noteId:i===n.note);function Fc({job:e}){let[t,n]=dt(`note on ${e.jobId}`),o=b(null);return a`
    <form class="composer" onSubmit=${async i=>{i.preventDefault();let s=(t.value??"").trim();if(o.value=s?null:"Please write something first.",!!s)try{await Ye({kind:"note",jobId:e.jobId,about:Q(e),content:{note:s},document:null}),n(null),H("Your note was added.")}catch(c){o.value=c.sentence??"Your note could not be kept. Please try again."}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${Rc} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${i=>n(i.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${h} name="send" />Add note</button>
    </form>
  `}var os={path:"/jobs",name:"Jobs"};function rs({id:e}){let{job:t,reading:n}=en(e),o=A("agency").value.body,r=xe(e).filter(({state:s})=>s==="done").length;if(P(()=>{r&&[`jobs/${e}`,"jobs","invoices"].forEach(Jt)},[r]),!t)return a`<${S} title="Job" back=${os}><${K} reading=${n} /><//>`;let i=o?.offers??[];return a`
    <${S} title=${Q(t)} back=${os}>
      <${Uc} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${Wc} job=${t} />
      </div>
      <div class="doing">
        ${i.includes("jobs.complete")&&a`<${ts} job=${t} standing=${Qt(t,o)} />`}
        ${i.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${w(`/jobs/${e}/invoice`)}><${h} name="invoice" />Send its invoice</a>`}
      </div>
      ${i.includes("invoices.submit")&&a`<${rn} jobId=${e} agency=${o} />`}
      <${ns} job=${t} canAdd=${i.includes("notes.add")} />
      <${ae} reading=${n} />
    <//>
  `}function Uc({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:i,completedAt:s}=e;return a`
    <p class="about">
      ${Re(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
      ${t&&a`<span class="status" dir="auto">${t}</span>`}
      ${n&&!Re(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${i&&a`<span>Reported <time datetime=${i}>${ye(i)}</time></span>`}
      ${s&&a`<span>Completed <time datetime=${s}>${J(s)}</time></span>`}
    </p>
  `}function Wc({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Ii} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${ft} phone=${o} who=${n??"the tenant"} /><${Zt} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}function sn({onReach:e,left:t}){let n=G(null);return P(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var is={open:"Open",completed:"Completed",cancelled:"Cancelled"},Hc={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},po=40,Xe=W({});function ho(){let e=A("jobs"),t=A("agency").value.body,n=I.value.query.get("show")??"open";return a`
    <${S} title="Jobs">
      ${e.value.body?a`<${qc} jobs=${e.value.body.jobs} agency=${t} tab=${n in is?n:"open"} />`:a`<${K} reading=${e.value} />`}
      <${ae} reading=${e.value} />
    <//>
  `}function qc({jobs:e,agency:t,tab:n}){let o=I.value.account,r=Xe.value.at===o?Xe.value.text:"",i=r===Xe.value.text&&n===Xe.value.tab?Xe.value.most:po,s=ie(()=>Di(e),[e]),c=ie(()=>Vc(s,t),[s,t]),l=ie(()=>c[n].filter(Ei(r)),[c,n,r]),d=u=>{Xe.value={at:o,tab:n,text:r,most:i,...u}};return P(()=>{r&&H(l.length?`${te(l.length,"job")} found`:"No job found")},[r,n]),a`
    <form class="search" role="search" onSubmit=${u=>u.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${h} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${r} onInput=${u=>d({text:u.target.value,most:po})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(is).filter(([u])=>u!=="cancelled"||c.cancelled.length).map(([u,p])=>a`
            <a key=${u} href=${w("/jobs",{show:u})} aria-current=${u===n?"true":null}>
              ${p} <span class="number">${c[u].length}</span>
            </a>
          `)}
    </nav>
    ${l.length?a`<ul class="rows">${l.slice(0,i).map(u=>a`<${Yc} key=${u.jobId} job=${u} />`)}</ul>`:a`<p class="notice">${r?`No job here has “${r}” in it.`:Hc[n]}</p>`}
    ${l.length>i&&a`<${sn} onReach=${()=>d({most:i+po})} left=${l.length-i} />`}
  `}function Vc(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Qt(o,t)].push(o);return n}function Yc({job:e}){let{jobId:t,reference:n,status:o,reportedAt:r,property:i}=e,s=xe(t).filter(D).length;return a`
    <li class="row">
      <a href=${w(`/jobs/${t}`)}>
        ${Re(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${Q(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${o&&a`<span class="status" dir="auto">${o}</span>`}
          ${r&&a`<span><span class="visually-hidden">Reported </span>${ar(r)}</span>`}
          ${n&&a`<span dir="auto">${n}</span>`}
          ${s>0&&a`<span class="unsent"><${h} name="send" />${te(s,"thing")} to send</span>`}
        </span>
      </a>
    </li>
  `}var an=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,as=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function cs(e){let t=new Map;for(let{date:s,amount:c}of e){let l=s?.slice(0,7);l&&t.set(l,an([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(_o(o[0]));let r=o.map(s=>({month:s,amount:t.get(s)??0})),i=n.filter(s=>s<o[0]);return i.length?[{month:null,amount:an(i.map(s=>t.get(s)))},...r]:r}function ls(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,ss(t)],"Last month":[`${_o(t)}-01`,ss(_o(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function _o(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function ss(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var vo="Other dates";function fs({from:e,to:t,set:n}){let o=ls(se()),r=Object.keys(o).find(l=>o[l].join()===[e,t].join()),i=b(!r),s=({target:l})=>{i.value=l.value===vo,i.value||n(...o[l.value])},c=e&&t&&e>t;return a`
    <form class="dates" onSubmit=${l=>l.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${i.value?vo:r} onChange=${s}>
          ${[...Object.keys(o),vo].map(l=>a`<option key=${l}>${l}</option>`)}
        </select>
      </div>
      ${i.value&&a`
        <${us} id="from" label="From" value=${e} isWrong=${c} onChange=${l=>n(l,t)} />
        <${us} id="to" label="To" value=${t} isWrong=${c} onChange=${l=>n(e,l)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var us=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:i})=>r(i.value)}
    />
  </div>
`;var Gc=/^[=+\-@\t\r\n＝＋－＠]/u,Jc=/[",\r\n]/;function ds(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(Kc).join(",")}\r
`).join("")}function Kc(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Gc.test(e)?`'${e}`:e;return Jc.test(t)?`"${t.replaceAll('"','""')}"`:t}function ms(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function hs({rows:e,caption:t}){let n=Math.max(...e.map(o=>o.month?o.amount:0),.01);return a`
    <div class="card">
      <table class="months">
        <caption>${t}</caption>
        <thead><tr><${ps}>Month<//><${ps}>Amount<//></tr></thead>
        <tbody>${e.map(o=>a`<${zc} key=${o.month} ...${o} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var ps=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,zc=({month:e,amount:t,most:n})=>a`
  <tr>
    <th scope="row">${e?sr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${Zc} share=${t/n} />`}<b>${j(t)}</b></span></td>
  </tr>
`,Zc=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;var _s=({statements:e,jobs:t,agency:n,isPending:o})=>a`
  <ul class="rows">
    ${e.map(r=>a`
        <${Xc}
          key=${r.statementId} statement=${r} job=${t[r.jobId]} isPending=${o}
          invoice=${o&&el(r,n)}
        />
      `)}
  </ul>
`;function Xc({statement:e,job:t,isPending:n,invoice:o}){let{reference:r,description:i,amount:s,status:c,jobId:l}=e,[d,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"];return a`
    <li class="entry">
      <p class="sum">
        <span class="title" dir="auto">${i||r||"Statement"}</span>${" "}
        <b>${s===null?"":j(s)}</b>
      </p>
      <p class="about">
        ${c&&a`<span class="status" dir="auto">${c}</span>`}
        ${n&&!c&&a`<span class="status">Not paid yet</span>`}
        ${d&&a`<span>${u} <time datetime=${d}>${J(d)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${Qc} statement=${e} />
      ${t&&a`<a class="reach" href=${w(`/jobs/${l}`)}><${h} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${h} name="invoice" />Send its invoice</a>`}
    </li>
  `}function Qc({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${j(e)} in all`,t&&`${j(t)} of it VAT`,n&&`less ${j(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function el({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!nn(n)?null:n.invoice.link==="job_or_statement"?w("/invoice",{statement:e}):t&&w(`/jobs/${t}/invoice`,{statement:e})}var L=e=>t=>t[e],vs=[["Statement",L("statementId")],["Date",L("date")],["Reference",L("reference")],["Description",L("description")],["Job",L("jobId")],["Net",L("net")],["VAT",L("vat")],["Gross",L("gross")],["Commission",L("commission")],["Amount",L("amount")],["Status",L("status")]],tl=[["Invoice",L("invoiceId")],["Date",L("invoiceDate")],["Number",L("invoiceNumber")],["Description",L("description")],["Job",L("jobId")],["Statement",L("statementId")],["Amount",L("amount")],["VAT",L("vat")],["Status",e=>e.item?Pe(e.item):co(e)],["Sent",L("submittedAt")],["Document",({document:e})=>e?.name]],Be={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:vs},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:tl},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...vs,["Paid",L("paidAt")]]}};function $o(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let i=lo(t?.invoices??[],r);return t||i.length||!(n||o)?i:null}var $s=40;function ys({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:i,counts:s,total:c,none:l,one:d,columns:u}=Be[e],p=b($s),m=A("jobs").value.body?.jobs,f=ie(()=>Object.fromEntries((m??[]).map(V=>[V.jobId,Q(V)])),[m]),$=as(n,o),g=t.filter(V=>$(i(V))),y=an(g.filter(s).map(V=>V.amount)),_=n||o;if(P(()=>{_&&H(g.length?`${te(g.length,d)}, ${j(y)}`:"None for these dates")},[]),!g.length)return a`<p class="notice">${_?"There is none for these dates.":l}</p>`;let{agency:v,contractorId:E}=oe.value,O=()=>ms(`${v} ${E} ${e} ${se()}.csv`,ds(u,g)),re=g.slice(0,p.value),Oe=g.length-re.length;return a`
    <p class="total"><span>${c}</span> <b>${j(y)}</b></p>
    ${e==="paid"&&a`<${hs} caption="Paid by month" rows=${cs(g.map(V=>({...V,date:i(V)})))} />`}
    ${e==="invoices"?a`<${uo} invoices=${re} jobs=${f} />`:a`<${_s} statements=${re} jobs=${f} agency=${r} isPending=${e==="pending"} />`}
    ${Oe>0&&a`<${sn} onReach=${()=>p.value+=$s} left=${Oe} />`}
    <button type="button" class="btn btn-secondary" onClick=${O}><${h} name="download" />Download as CSV</button>
  `}function gs(){let e=A("agency").value,t=e.body?.offers??[],n={};for(let[r,{path:i,needs:s}]of Object.entries(Be))n[r]=A(t.includes(s[0])?i:null).value;P(()=>{bs()&&Jt("invoices")},[bs()]);let o=Object.keys(Be).filter(r=>Be[r].needs.some(i=>t.includes(i)));return e.body?o.length?a`<${S} title="Money"><${nl} tabs=${o} readings=${n} agency=${e.body} /><//>`:a`<${S} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${S} title="Money"><${K} reading=${e} /><//>`}var yo=()=>B.value??[],bs=()=>yo().filter(({kind:e,state:t})=>e==="invoice"&&t==="done").length;function nl({tabs:e,readings:t,agency:n}){let{query:o}=I.value,[r,i,s]=["from","to","show"].map(p=>o.get(p)??""),c=e.includes(s)?s:e[0],l=t[c],d=$o(c,l,yo()),u=(p,m,f)=>w("/money",{show:p,...m&&{from:m},...f&&{to:f}});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(p=>a`
          <a key=${p} href=${u(p,r,i)} aria-current=${p===c?"true":null}>
            ${Be[p].title} <span class="number">${$o(p,t[p],yo())?.length}</span>
          </a>
        `)}
    </nav>
    <${fs} key=${c} from=${r} to=${i} set=${(p,m)=>de(u(c,p,m),{replace:!0})} />
    ${d&&a`<${ys} key=${[c,r,i].join()} tab=${c} rows=${d} from=${r} to=${i} agency=${n} />`}
    ${!l.body&&a`<${K} reading=${l} />`}
    <${ae} reading=${l} />
  `}var pt=6,ol=30;function Ss({asked:e,onAsked:t,onOther:n,onDone:o}){let[r,i,s]=[b(null),b(!1),G(null)],c=rl(e.at);Ne(()=>s.current.focus(),[]);let l=m=>{r.value=m,s.current.focus(),s.current.select()},d=async()=>{let m=ws(s.current.value);if(m.length!==pt)return l(`The code has ${pt} digits.`);r.value=null,i.value=!0;let f=await li(e.email,m);return i.value=!1,f.status===201?o():l(ce(f))},u=()=>{let m=ws(s.current.value);m!==s.current.value&&(s.current.value=m),r.value=null,m.length===pt&&!i.value&&d()},p=async()=>{let m=await Gt(e.email);return m.status!==204?l(ce(m)):(H("Another code is on its way."),s.current.value="",s.current.focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${m=>(m.preventDefault(),d())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${pt} digits</label>
      <input
        id="code" ref=${s} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${r.value?"true":null} onInput=${u}
      />
      <p id="code-problem" class="problem" role="alert">${r.value}</p>
      <button class="btn btn-primary wide" disabled=${i.value}>${i.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${c>0} onClick=${p}>
        Send another code${c>0?` (in ${c} s)`:""}
      </button>
      <button class="btn btn-link" type="button" onClick=${n}>Use another address</button>
    </div>
  `}var ws=e=>e.replace(/\D/g,"").slice(0,pt);function rl(e){let t=()=>Math.max(0,Math.ceil(ol-(Date.now()-e)/1e3)),n=b(t());return P(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var xs="Please enter a whole e-mail address, such as name@example.com.";function ks({first:e,onAsked:t}){let[n,o,r]=[b(null),b(!1),G(null)];return a`
    <form onSubmit=${async s=>{s.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:xs,n.value){r.current.focus();return}o.value=!0;let l=await Gt(c);if(o.value=!1,l.status===204){t({email:c,at:Date.now()});return}n.value=l.status===400?xs:ce(l),r.current.focus()}} noValidate>
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
  `}var cn="asked for a code",il=()=>JSON.parse(sessionStorage.getItem(cn)??"null"),sl=6e5;function Os(){let e=il(),t=b(e&&Date.now()-e.at<sl?e:null),n=o=>{t.value=o,o?sessionStorage.setItem(cn,JSON.stringify(o)):sessionStorage.removeItem(cn)};return a`
    <div class="sign-in">
      <header class="portal"><span class="mark"><${h} name="mark" /></span>Contractor Portal</header>
      ${t.value?a`<${S} key="code" title="Enter your code" keepsFocus>
            <${Ss} asked=${t.value} onAsked=${n} onOther=${()=>n(null)} onDone=${()=>sessionStorage.removeItem(cn)} />
          <//>`:a`<${S} key="email" title="Sign in">
            ${Ge.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
            <${ks} first=${Ge.value??""} onAsked=${n} />
          <//>`}
    </div>
  `}var al={jobs:ho,job:rs,invoice:mo,statement:mo,money:gs,contacts:Ai,account:bi,outbox:Si};function Is(){if(k.value===void 0)return a`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(k.value===null)return a`<${Os} />`;if(F.value===null)return a`<${ki} />`;let{screen:e,id:t,path:n}=I.value,o=al[e]??ho,r=q(F.value);return a`<${io} key=${r}><${o} key=${n} id=${t} /></${io}>`}var cl=["checking","done","refused"];function As(){let e=new Map;ee(()=>{let t=B.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&cl.includes(n.state)&&H(`${Ct(n)}: ${Pe(n)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}var ln=null,Ts=[];function Es(){document.addEventListener("focusin",({target:t})=>{ln=t,Ts=[...dl(t)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(ul).observe(document.getElementById("app"),e)}function ul(){let e=![document.body,ln].includes(document.activeElement);!ln||e||fl(ln)||ml(Ts.find(t=>t.isConnected)??document.querySelector("h1"))}var fl=e=>e.isConnected&&!e.disabled&&!e.hidden;function*dl(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function ml(e){e&&(e.hasAttribute("tabindex")||(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0})),e.focus({preventScroll:!0}))}lr();di();ni();As();Es();Yt();ee(()=>{let e=oe.value;e?(cr(q(e)),Jn(e)):Zr(ai.value)});Do(a`<${Is} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
