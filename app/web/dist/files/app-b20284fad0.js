(()=>{var x,$o,ln,he,sn,vt,yo,ht,go,un,cn,ks,Xe=Symbol.for("pv"),$t={},yt=[],Os=/^m(i|n|o|s|text|space)$/,fn=Array.isArray,dn=yt.slice,Ie=Object.assign;function Oe(e){e&&e.parentNode&&e.remove()}function gt(e,t,n){var o,r,a,s={},c=arguments.length;for(a in t)a=="key"?o=t[a]:a=="ref"&&typeof e!="function"?r=t[a]:s[a]=t[a];return c>2&&(s.children=c>3?dn.call(arguments,2):n),Ze(e,s,o,r,null)}function Ze(e,t,n,o,r){var a={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Xe,__v:r||++$o,__i:-1,__u:0};return!r&&x.vnode&&x.vnode(a),a}function Ae(e){return e.children}function Re(e,t){this.props=e,this.context=t,this.__g=0}function _e(e,t){if(t==null)return e.__&&_e(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:_e(e)}function Is(e){var t,n=e.__v,o=n.__e,r=[],a=[],s=e.__P;s&&((t=Ie({constructor:Xe},n)).__v=n.__v+1,x.vnode&&x.vnode(t),mn(s,t,n,e.__n,s.namespaceURI,32&n.__u?[o]:null,r,o||_e(n),32&n.__u,a),t.__v=n.__v,t.__.__k[t.__i]=t,Oo(r,t,a),n.__=n.__e=null,t.__e!=o&&bo(t))}function bo(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),bo(e)}function _o(e){(8&e.__g||(e.__g|=8,he.push(e),vt++))&&sn==x.debounceRendering||((sn=x.debounceRendering)||queueMicrotask)(wo)}function wo(){try{for(var e,t=1;he.length;)he.length>t&&he.sort(yo),e=he.shift(),t=he.length,8&e.__g&&Is(e)}finally{(vt=he.length)&&(sn||queueMicrotask)(wo)}}function So(e,t,n,o,r,a,s,c,l,d,u){var p,m,f,_,I,y,v=o.__k||yt,$=t.length;for(l=As(n,t,v,l,$),p=0;p<$;p++)(f=n.__k[p])!=null&&(m=~f.__i&&v[f.__i]||$t,f.__i=p,y=mn(e,f,m,r,a,s,c,l,d,u),_=f.__e,(m.ref!=f.ref||8&m.__u)&&(m.ref&&pn(m.ref,null,f,m),f.ref&&u.push(f.ref,f.__c||_,f)),I=I||_,4&f.__u?(l=xo(f,l,e,!m.__v),m.__e&&(m.__e=null)):typeof f.type=="function"&&y!==void 0?l=y:_&&(l=_.nextSibling),f.__u&=-21);return n.__e=I,l}function As(e,t,n,o,r){var a,s,c,l,d,u,p,m,f,_=n.length,I=_,y=0,v=0,$=e.__k=Array(r);for(a=0;a<r;a++)(s=t[a])!=null&&typeof s!="boolean"&&typeof s!="function"?(typeof s!="object"||s.constructor===String?s=$[a]=Ze(null,s):fn(s)?s=$[a]=Ze(Ae,{children:s}):s.constructor===Xe&&s.__b?s=$[a]=Ze(s.type,s.props,s.key,s.ref,s.__v):$[a]=s,l=a+y,s.__=e,s.__b=e.__b+1,c=null,~(d=s.__i=Ts(s,n,l,I))&&(I--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(s.__u|=16,d==l-1?y--:d==l+1?y++:d!=l&&(d>l?y--:y++,v=1)):(~d||(r>_?y--:r<_&&y++),typeof s.type!="function"&&(s.__u|=4))):$[a]=null;if(v){for(u=[],p=[],a=0;a<r;a++)if((s=$[a])&&16&s.__u){for(y=0,m=u.length;y<m;)u[f=y+m>>1]<s.__i?y=f+1:m=f;u[y]=s.__i,p[a]=y+1}for(y=u.length;a--;)p[a]&&(p[a]==y?y--:$[a].__u|=4)}if(I)for(a=0;a<_;a++)!(c=n[a])||2&c.__u||(c.__e==o&&(o=_e(c)),hn(c,c));return o}function xo(e,t,n,o){var r,a,s,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(a=0;a<r.length;a++)r[a]&&(r[a].__=e,t=xo(r[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=_e(e))&&!t.parentNode&&(t=null),s=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(s!=c&&(!o&&n.moveBefore&&s.parentNode?n.moveBefore(s,t):n.insertBefore(s,t||null)),t=s;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Ts(e,t,n,o){var r,a=e.key,s=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&a==null||l&&a==c.key&&s==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&a==c.key&&s==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&a==c.key&&s==c.type)return r}return-1}function vo(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function pt(e,t,n,o,r){var a,s;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||vo(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||vo(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(s=cn[t]||(cn[t]=Es(t)),(e.__a||(e.__a={}))[t]=un,a=t!=(t=t.replace(go,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,s,a):e.removeEventListener(t,s,a));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Es(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[ht]==null)t[ht]=un++;else if(t[ht]<this.__a[e])return;return n(x.event?x.event(t):t)}}}function mn(e,t,n,o,r,a,s,c,l,d){var u,p,m,f,_,I,y,v,$,g,T,Le,mt,q,Q,ho,pe,ke,ce=t.type;if(t.constructor!==Xe)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,p=a=[],u.nodeType==8?c=_t(u,a):a.push(u),c=a[0]||c),(u=x.__b)&&u(t);e:if(typeof ce=="function"){m=s.length;try{if(v=t.props,$=(u=ce.prototype)&&u.render,g=(u=ce.contextType)&&o[u.__c],T=u?g?g.props.value:u.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):($?t.__c=f=new ce(v,T):(t.__c=f=new Re(v,T),f.constructor=ce,f.render=Ns),g&&g.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),$&&(f.__s||(f.__s=f.state),ce.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=Ie({},f.__s)),Ie(f.__s,ce.getDerivedStateFromProps(v,f.__s)))),_=f.props,I=f.state,f.__v=t,n.__c){if(v!==_&&$&&!ce.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps(v,T),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate(v,f.__s,T)===!1){t.__v!=n.__v&&(f.props=v,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(Z){Z&&(Z.__=t)}),yt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&s.push(f),c=_e(n);break e}f.componentWillUpdate&&f.componentWillUpdate(v,f.__s,T),$&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate(_,I,y)})}else $&&!ce.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),$&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=T,f.props=v,f.__P=e,f.__g&=-5,Le=x.__r,mt=$?25:0;do f.__g&=-9,Le&&Le(t),u=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++mt<25);$&&(yt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=Ie({},o,f.getChildContext())),$&&n.__c&&f.getSnapshotBeforeUpdate&&(y=f.getSnapshotBeforeUpdate(_,I)),q=u&&u.type===Ae&&u.key==null?u.props.children:u,v.__P&&(u=c,r=(e=v.__P).namespaceURI,l=a=null,n.props&&n.props.__P!=e&&(n.__k.some(function(Z){Z&&hn(Z,Z)}),n.__k=null),c=n.__k?_e(n,0):null),c=So(e,fn(q)?q:[q],t,n,o,r,a,s,c,l,d),v.__P&&(t.__e=null,c=u),t.__u&=-161,p&&p.some(Oe),f.__h.length&&s.push(f),1&f.__g&&(f.__g&=-4)}catch(Z){if(s.length=m,t.__v=null,l||a)if(Z&&Z.then){if(t.__u|=128|l,a){for(~(pe=a.indexOf(c||void 0))||(pe=a.length);(ke=a[pe-1])&&ke.nodeType==8;)pe--;for(;pe<a.length;pe++)if(ke=a[pe])if(a[pe]=null,Q){if(ke==ho)break}else{if(ke.nodeType!=8)break;ke.data.startsWith("$s")&&(ho=_t(Q=ke))}}if(!Q){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;Q=c}(u=_t(Q=t.__c.__z||(t.__c.__z=Q)))?(t.__e=Q,c=u):t.__e=c,c=c&&c.nextSibling}else a&&a.some(Oe);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),Z&&Z.then||ko(t),x.__e(Z,t,n)}}else c=t.__e=Ds(n.__e,t,n,o,r,a,s,l,d,e);return(u=x.diffed)&&u(t),c}function _t(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function ko(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(ko))}function Oo(e,t,n){for(var o=0;o<n.length;)pn(n[o++],n[o++],n[o++]);x.__c&&x.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(a){a.call(r)})}catch(a){x.__e(a,r.__v)}})}function Ds(e,t,n,o,r,a,s,c,l,d){var u,p,m,f,_,I,y,v,$=n.props||$t,g=t.props,T=t.type;if(T=="svg"?r="http://www.w3.org/2000/svg":T=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),a){for(u=0;u<a.length;u++)if((_=a[u])&&(T?_.localName==T:_.nodeType==3)){e=_,a[u]=null;break}}if(!e){if(v=d.ownerDocument||document,!T)return v.createTextNode(g);e=v.createElementNS(r,T,g.is?g:d),c&&(x.__m&&x.__m(t,a),c=!1),a=null}if(T){if(d=T=="template"&&e.content||e,a=T=="textarea"&&g.defaultValue!=null?null:a&&dn.call(d.childNodes),!c&&a)for($={},u=0;u<e.attributes.length;u++)$[(_=e.attributes[u]).name]=_.value;for(u in $)_=$[u],u=="dangerouslySetInnerHTML"?m=_:u=="children"||u in g||u=="value"&&"defaultValue"in g||u=="checked"&&"defaultChecked"in g||pt(e,u,null,_,r);for(u in g)_=g[u],u=="children"?f=_:u=="dangerouslySetInnerHTML"?p=_:u=="value"?I=_:u=="checked"?y=_:c&&typeof _!="function"||$[u]===_||pt(e,u,_,$[u],r);p?(c||m&&(p.__html==m.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(m&&(e.textContent=""),(T=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Os.test(T))&&(r="http://www.w3.org/1999/xhtml"),So(d,fn(f)?f:[f],t,n,o,r,a,s,a?a[0]:n.__k&&_e(n,0),c,l),a&&a.some(Oe)),c&&T!="textarea"||(u="value",T=="progress"&&I==null?e.removeAttribute(u):I==null||I===e[u]&&(T!="progress"||I)||pt(e,u,I,$[u],r),u="checked",y!=null&&y!=e[u]&&pt(e,u,y,$[u],r))}else $===g||c&&e.data==g||(e.data=g);return e}function pn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){x.__e(r,n)}}function hn(e,t,n){var o,r,a,s;if(x.unmount&&x.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||pn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){x.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(s=0;s<o.length;s++)o[s]&&hn(o[s],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=_t(o,a=[]))&&(o==e.__e&&a.some(Oe),Oe(r),Oe(o)),n||Oe(e.__e),e.__e=e.__c=e.__=null}function Ns(e,t,n){return this.constructor(e,n)}function Io(e,t){var n,o,r,a;x.__&&x.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=Ze(Ae,{children:[e]}),r=[],a=[],mn(t,t.__k,o||$t,$t,t.namespaceURI,o?null:t.firstChild?dn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,a),Oo(r,t.__k,a),t.__k.props.children=null}x={__e:function(e,t,n,o){for(var r,a,s;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((s=(a=r.constructor)&&a.getDerivedStateFromError)&&r.setState(a.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),s=1),s&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw vt=0,e}},$o=0,ln=function(e){return e!=null&&e.constructor===Xe},Re.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Ie({},this.state)),typeof e=="function"&&(e=e(Ie({},n),this.props)),e&&(Ie(n,e),this.__v&&(t&&this.__k.push(t),_o(this)))},Re.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),_o(this))},Re.prototype.render=Ae,he=[],vt=0,yo=function(e,t){return e.__v.__b-t.__v.__b},ht=Symbol(),go=/(PointerCapture)$|Capture$/i,un=0,cn={},ks=0;var Te,M,_n,Ao,vn=Object.is,bt=0,Lo=[],$n=[],N=x,To=N.__b,Eo=N.__r,Do=N.diffed,No=N.__c,Mo=N.unmount,Po=N.__;function et(e,t){N.__h&&N.__h(M,e,bt||t),bt=0;var n=M.__H||(M.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function tt(e){return bt=1,Ms(Bo,e)}function Ms(e,t,n){var o=et(Te++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Bo(void 0,t),function(a){var s=(o.__N||o.__)[0],c=o.t(s,a);vn(s,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=M,!M.__f)){M.__f=!0;var r=M.shouldComponentUpdate;M.shouldComponentUpdate=function(a,s,c){var l=this.__H;if(!l)return!0;var d=!1,u=this.props!=a;if(l.__.some(function(m){m.__N&&(d=!0,vn(m.__[0],m.__N[0])||(u=!0))}),r){var p=r.call(this,a,s,c);return d?p||u:p}return!d||u}}return o.__}function R(e,t){var n=et(Te++,3);!N.__s&&gn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,M.__H.__h.push(n))}function Ee(e,t){var n=et(Te++,4);!N.__s&&gn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,M.__h.push(n))}function G(e){return bt=5,re(function(){return{current:e}},[])}function re(e,t){var n=et(Te++,7);return gn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Ro(){var e=et(Te++,11);if(!e.__){for(var t=M.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Ps(){var e;do{for(;e=$n.shift();)try{Qe(e)}catch(n){N.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Lo.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Qe),t.__h.some(yn),t.__h=[]}catch(n){t.__h=[],N.__e(n,e.__v)}}}while($n.length)}N.__b=function(e){M=null,To&&To(e)},N.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Po&&Po(e,t)},N.__r=function(e){Eo&&Eo(e),Te=0;var t=(M=e.__c).__H;t&&(_n==M?M.__h=[]:(t.__h.some(Qe),t.__h.some(yn),Te=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),_n=M},N.diffed=function(e){Do&&Do(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Co(Lo.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),_n=M=null},N.__c=function(e,t){t.some(function(n){try{n.__h.some(Qe),n.__h=n.__h.filter(function(o){return!o.__||yn(o)})}catch(o){n.__h=[function(){throw o}]}}),No&&No(e,t)},N.unmount=function(e){Mo&&Mo(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Co($n.push(r))}else Qe(r)}catch(a){t=a}}),o.__H=void 0,t&&N.__e(t,o.__v))};var jo=typeof requestAnimationFrame=="function";function js(e){var t,n=function(){clearTimeout(o),jo&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);jo&&(t=requestAnimationFrame(n))}function Co(e){e!=1&&Ao==N.requestAnimationFrame||((Ao=N.requestAnimationFrame)||js)(Ps)}function Qe(e){var t=M,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),M=t}function yn(e){var t=M;e.__c=e.__(),M=t}function gn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!vn(n,e[o])})}function Bo(e,t){return typeof t=="function"?t(e):t}var Cs=Symbol.for("preact-signals");function kt(){if(le>1)le--;else{var e,t=!1;for((function(){var r=St;for(St=void 0;r!==void 0;){var a=r.S;if(a.v===r.v)for(var s=a.t;s!==void 0;s=s.x)s.i===r.i&&(s.i=a.i);r=r.o}})();ot!==void 0;){var n=ot;for(ot=void 0,wt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Fo(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(wt=0,le--,t)throw e}}function wn(e){if(le>0)return e();bn=++Ls,le++;try{return e()}finally{kt()}}var nt,E=void 0;function rt(e){var t=E,n=nt;E=void 0,nt=void 0;try{return e()}finally{E=t,nt=n}}var ot=void 0,le=0,wt=0,Ls=0,bn=0,St=void 0,xt=0;function Uo(e){if(E!==void 0){var t=e.n;if(t===void 0||t.t!==E)return t={i:0,S:e,p:E.s,n:void 0,t:E,e:void 0,x:void 0,r:t},E.s!==void 0&&(E.s.n=t),E.s=t,e.n=t,32&E.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=E.s,t.n=void 0,E.s.n=t,E.s=t),t}}function U(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}U.prototype.brand=Cs;U.prototype.h=function(){return!0};U.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:rt(function(){var o;(o=t.W)==null||o.call(t)}))};U.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&rt(function(){var r;(r=t.Z)==null||r.call(t)}))}};U.prototype.subscribe=function(e){var t=this;return ee(function(){var n=t.value;rt(function(){return e(n)})},{name:"sub"})};U.prototype.valueOf=function(){return this.value};U.prototype.toString=function(){return this.value+""};U.prototype.toJSON=function(){return this.value};U.prototype.peek=function(){var e=this;return rt(function(){return e.value})};Object.defineProperty(U.prototype,"value",{get:function(){var e=Uo(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(wt>100)throw new Error("Cycle detected");(function(n){le!==0&&wt===0&&n.l!==bn&&(n.l=bn,St={S:n,v:n.v,i:n.i,o:St})})(this),this.v=e,this.i++,xt++,le++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{kt()}}}});function F(e,t){return new U(e,t)}function Fo(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Wo(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Ho(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function De(e,t){U.call(this,void 0,t),this.x=e,this.s=void 0,this.g=xt-1,this.f=4}De.prototype=new U;De.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===xt))return!0;if(this.g=xt,this.f|=1,this.i>0&&!Fo(this))return this.f&=-2,!0;var e=E;try{Wo(this),E=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return E=e,Ho(this),this.f&=-2,!0};De.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}U.prototype.S.call(this,e)};De.prototype.U=function(e){if(this.t!==void 0&&(U.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};De.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(De.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Uo(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function ve(e,t){return new De(e,t)}function qo(e){var t=e.j;if(e.j=void 0,typeof t=="function"){le++;var n=E;E=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,Sn(e),o}finally{E=n,kt()}}}function Sn(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,qo(e)}function Rs(e){if(E!==this)throw new Error("Out-of-order effect");Ho(this),E=e,this.f&=-2;try{8&this.f&&Sn(this)}finally{kt()}}function Be(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,nt&&nt.push(this)}Be.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Be.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,qo(this),Wo(this),le++;var e=E;return E=this,Rs.bind(this,e)};Be.prototype.N=function(){2&this.f||(this.f|=2,this.u=ot,ot=this)};Be.prototype.d=function(){this.f|=8,1&this.f||Sn(this)};Be.prototype.dispose=function(){this.d()};function ee(e,t){var n=new Be(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Vo,It,Ot,Bs=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Yo=[];ee(function(){Vo=this.N})();function Ue(e,t){x[e]=t.bind(null,x[e]||function(){})}function at(e){if(Ot){var t=Ot;Ot=void 0,t()}Ot=e&&e.S()}function Go(e){var t=this,n=e.data,o=b(n);o.name="ReactiveDom",o.value=n;var r=re(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var d=ve(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),u=ve(function(){return!Array.isArray(d.value)&&!ln(d.value)}),p=ee(function(){if(this.N=Jo,u.value){var f=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),m=t.__$u.d;return t.__$u.d=function(){p(),m.call(this)},[u,d]},[]),a=r[0],s=r[1];return a.value?s.peek():s.value}Go.displayName="ReactiveTextNode";Object.defineProperties(U.prototype,{constructor:{configurable:!0,value:gt(Ae,null).constructor},type:{configurable:!0,value:Go},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});Ue("__b",function(e,t){if(at(),It=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var a=o[r];a instanceof U&&(n||(t.__np=n={}),n[r]=a,o[r]=a.peek())}}e(t)});Ue("__r",function(e,t){if(e(t),t.type!==Ae){at();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,a){var s;return ee(function(){s=this},{name:a}),s.c=r,s})((function(r){return function(){var a;Bs&&((a=this.y)==null||a.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),It=o,at(n)}});Ue("__e",function(e,t,n,o){at(),It=void 0,e(t,n,o)});Ue("diffed",function(e,t){at(),It=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,a=n.U;if(a)for(var s in a){var c=a[s];c===void 0||o&&s in o||(c.d(),a[s]=void 0)}if(o){a||(a={},n.U=a);for(var l in o){var d=a[l],u=o[l];d===void 0?(d=Us(n,l,u,r),a[l]=d):d.o(u,r)}}}e(t)});function Us(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,a=F(n);return{o:function(s,c){a.value=s,o=c},d:ee(function(){this.N=Jo;var s=a.value.value;o[t]!==s&&(o[t]=s,r?e[t]=s:s!=null&&(s!==!1||t[4]==="-")?e.setAttribute(t,s):e.removeAttribute(t))})}}Ue("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var a=o[r];a&&a.d()}}}var s=t.__np;if(s){var c=t.props;for(var l in s)c[l]=s[l]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var u=d.__$u;u&&(d.__$u=void 0,u.d())}}e(t)});Ue("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Re.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var a=2&this.__$f;if(!(o||a||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var s in e)if(s!=="__source"&&e[s]!==this.props[s])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function b(e,t){return re(function(){return F(e,t)},[])}var Fs=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Ws(){wn(function(){for(var e;e=Yo.shift();)Vo.call(e)})}function Jo(){Yo.push(this)===1&&(x.requestAnimationFrame||Fs)(Ws)}var zo=function(e,t,n,o){var r;t[0]=0;for(var a=1;a<t.length;a++){var s=t[a++],c=t[a]?(t[0]|=s?1:2,n[t[a++]]):t[++a];s===3?o[0]=c:s===4?o[1]=Object.assign(o[1]||{},c):s===5?(o[1]=o[1]||{})[t[++a]]=c:s===6?o[1][t[++a]]+=c+"":s?(r=e.apply(c,zo(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[a-2]=0,t[a]=r)):o.push(c)}return o},Ko=new Map;function Zo(e){var t=Ko.get(this);return t||(t=new Map,Ko.set(this,t)),(t=zo(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,a=1,s="",c="",l=[0],d=function(m){a===1&&(m||(s=s.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,m,s):a===3&&(m||s)?(l.push(3,m,s),a=2):a===2&&s==="..."&&m?l.push(4,m,0):a===2&&s&&!m?l.push(5,0,!0,s):a>=5&&((s||!m&&a===5)&&(l.push(a,0,s,r),a=6),m&&(l.push(a,m,0,r),a=6)),s=""},u=0;u<n.length;u++){u&&(a===1&&d(),d(u));for(var p=0;p<n[u].length;p++)o=n[u][p],a===1?o==="<"?(d(),l=[l],a=3):s+=o:a===4?s==="--"&&o===">"?(a=1,s=""):s=o+s[0]:c?o===c?c="":s+=o:o==='"'||o==="'"?c=o:o===">"?(d(),a=1):a&&(o==="="?(a=5,r=s,s=""):o==="/"&&(a<5||n[u][p+1]===">")?(d(),a===3&&(l=l[0]),a=l,(l=l[0]).push(2,0,a),a=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),a=2):s+=o),a===3&&s==="!--"&&(a=4,l=l[0])}return d(),l})(e)),t),arguments,[])).length>1?t:t[0]}var i=Zo.bind(gt);var er="Europe/London",xn=e=>new Intl.DateTimeFormat("en-GB",{timeZone:er,...e}),tr=xn({day:"numeric",month:"long",year:"numeric"}),Hs=xn({month:"short",year:"numeric"}),Xo=xn({hour:"2-digit",minute:"2-digit"}),At=new Intl.DateTimeFormat("sv-SE",{timeZone:er}),qs=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),Vs=864e5,ue=(e=new Date)=>At.format(e),J=e=>tr.format(new Date(e)),nr=e=>Hs.format(new Date(`${e}-01`));function $e(e,t=new Date){let n=new Date(e);return At.format(n)===At.format(t)?Xo.format(n):`${tr.format(n)}, ${Xo.format(n)}`}var P=e=>qs.format(e),te=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function or(e,t=new Date){let n=Math.round((Qo(t)-Qo(new Date(e)))/Vs);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.floor(n/30.44)} months ago`:`${Math.floor(n/365.25)} years ago`}var Qo=e=>Date.parse(At.format(e)),Tt=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function ae({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${$e(e)}`;return i`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function Y({reading:{busy:e,problem:t}}){return t?i`<p class="notice" role="alert">${t}</p>`:e?i`<p class="loading" role="status">Loading …</p>`:null}var kn="([A-Za-z0-9_-]{1,64})",On=new RegExp(`^${kn}$`),Ys={"/":"jobs","/jobs":"jobs",[`/jobs/${kn}`]:"job",[`/jobs/${kn}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},Gs=Object.entries(Ys).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Et(e){for(let[t,n]of Gs){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var O=F(In());function In(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Et(location.pathname)??Et("/"),path:location.pathname,account:On.test(n)&&On.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0}}function w(e,t={},n=O.value.account){let[o,r]=n?.split("/")??[],a=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return a?`${e}?${a}`:e}function rr(e){O.value.account||fe(w(O.value.path,Object.fromEntries(O.value.query),e),{replace:!0})}function fe(e,{replace:t=!1}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY},""),history.pushState(null,"",e)),O.value=In()}function ar(){history.scrollRestoration="manual",addEventListener("popstate",()=>{O.value=In(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Et(t.pathname)||(e.preventDefault(),fe(t.href,{replace:t.href===location.href}))})}var Ks={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},h=({name:e})=>i`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${Ks[e]} /></svg>
`;var zs="Contractor Portal",sr=!0;function S({title:e,back:t,keepsFocus:n=!1,children:o}){let r=G(null);return Ee(()=>{sr||(n||r.current.focus({preventScroll:!0}),scrollTo(0,O.value.y)),sr=!1},[]),Ee(()=>{document.title=`${e} – ${zs}`},[e]),i`
    <main id="main" class="screen">
      ${t&&i`<a class="back" href=${w(t.path)}><${h} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var ir="application/json",lr=()=>{};function ur(e){lr=e}async function K(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:a=4e4}={}){let s=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!s&&c.set("Content-Type",ir);try{let l=await fetch(`/api/${e}`,{method:t,headers:c,body:s||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(a)}),d=l.headers.get("Content-Type")?.startsWith(ir)??!1;if(!d&&l.status!==204&&l.status!==304)return cr();let u={status:l.status,body:d?await l.json():null,headers:l.headers,offline:!1};return l.status===401&&lr(),u}catch{return cr()}}var cr=()=>({status:0,body:null,headers:new Headers,offline:!0}),Zs="The portal cannot be reached just now. Please check your connection and try again.",se=({offline:e,body:t})=>e?Zs:t?.error??"Something went wrong. Please try again in a minute.";var En=(e,t)=>t.some(n=>e instanceof n),fr,dr;function Xs(){return fr||(fr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Qs(){return dr||(dr=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var Dn=new WeakMap,An=new WeakMap,Dt=new WeakMap;function ei(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",a),e.removeEventListener("error",s)},a=()=>{n(ye(e.result)),r()},s=()=>{o(e.error),r()};e.addEventListener("success",a),e.addEventListener("error",s)});return Dt.set(t,e),t}function ti(e){if(Dn.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",a),e.removeEventListener("error",s),e.removeEventListener("abort",s)},a=()=>{n(),r()},s=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",a),e.addEventListener("error",s),e.addEventListener("abort",s)});Dn.set(e,t)}var Nn={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return Dn.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return ye(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function _r(e){Nn=e(Nn)}function ni(e){return Qs().includes(e)?function(...t){return e.apply(Mn(this),t),ye(this.request)}:function(...t){return ye(e.apply(Mn(this),t))}}function oi(e){return typeof e=="function"?ni(e):(e instanceof IDBTransaction&&ti(e),En(e,Xs())?new Proxy(e,Nn):e)}function ye(e){if(e instanceof IDBRequest)return ei(e);if(An.has(e))return An.get(e);let t=oi(e);return Object.is(t,e)||(An.set(e,t),Dt.set(t,e)),t}var Mn=e=>Dt.get(e);function vr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:a}={}){let s=indexedDB.open(e,t),c=ye(s);return o&&s.addEventListener("upgradeneeded",l=>{o(ye(s.result),l.oldVersion,l.newVersion,ye(s.transaction),l)}),n&&s.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{a&&l.addEventListener("close",()=>a()),r&&l.addEventListener("versionchange",d=>r(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function $r(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),ye(n).then(()=>{})}var ri=["get","getKey","getAll","getAllKeys","count"],ai=["put","add","delete","clear"],Tn={};function mr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(Tn[t])return Tn[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=ai.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||ri.includes(n)))return;let a=async function(s,...c){let l=this.transaction(s,r?"readwrite":"readonly"),d=l.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),r&&l.done]))[0]};return Tn[t]=a}_r(e=>({...e,get:(t,n,o)=>mr(t,n)||e.get(t,n,o),has:(t,n)=>!!mr(t,n)||e.has(t,n)}));var si=["advance","continue","continuePrimaryKey"],pr={},Pn=new WeakMap,yr=new WeakMap,ii={get(e,t){if(!si.includes(t))return e[t];let n=pr[t];return n||(n=pr[t]=function(...o){Pn.set(this,yr.get(this)[t](...o))}),n}};async function*ci(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,ii);for(yr.set(n,t),Dt.set(n,Mn(t));t;)yield n,t=await(Pn.get(n)||t.continue()),Pn.delete(n)}function hr(e,t){return t===Symbol.asyncIterator&&En(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&En(e,[IDBIndex,IDBObjectStore])}_r(e=>({...e,get(t,n,o){return hr(t,n)?ci:e.get(t,n,o)},has(t,n){return hr(t,n)||e.has(t,n)}}));var li=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})}],ui={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},be=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=ui[t]}},fi="portal:",ge=new Map,Nt=new Set,z=({agency:e,contractorId:t,email:n})=>`${fi}${e}/${t} ${n}`;function di(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function gr(){return(indexedDB.databases?await ne(()=>indexedDB.databases()):[...ge.keys()].map(t=>({name:t}))).map(({name:t})=>di(t)).filter(Boolean)}var jn=e=>Nt.delete(e);async function V(e,t=li){if(Nt.has(e))throw new be("gone");if(!ge.has(e)){let n=mi(e,t);ge.set(e,n),n.catch(()=>ge.delete(e))}return ge.get(e)}var mi=(e,t)=>ne(()=>vr(e,t.length,{upgrade(n,o,r,a){a.done.catch(()=>{});for(let s of t.slice(o))s(n,a)},blocking(n,o){o===null&&Nt.add(e),br(e)},terminated:()=>ge.delete(e)}));async function br(e){let t=ge.get(e);ge.delete(e),(await t?.catch(()=>null))?.close()}async function wr(e){Nt.add(e),await br(e),await ne(()=>$r(e))}async function ne(e){try{return await e()}catch(t){throw t instanceof be?t:new be(pi(t),t)}}function pi(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":["SecurityError","InvalidStateError","UnknownError"].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?"closed":"broken"}var hi={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},_i=144*36e5,kr=2e3,vi=3e5,Or=6e4,$i=1e4,yi=[400,404,405,413,415,422],Ir="It may have arrived. It is sent again by itself, and cannot arrive twice.",gi="The portal cannot tell any more what became of it. Please look at the job before you send it again.",bi="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",Ne=({state:e})=>hi[e],Pt=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],D=({state:e})=>e!=="done",Me=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,st=({state:e})=>!["sending","checking"].includes(e),Cn=({state:e,sentAt:t})=>e==="waiting"&&t!==null,Ar=({kind:e,jobId:t,about:n,content:o,document:r},a)=>({kind:e,jobId:t??null,about:n??"",addedAt:a,...jt({content:o,document:r})}),jt=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...wi}),wi={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,submissionId:null,asks:null,result:null};function Tr(e,t){return Er(e).filter(n=>n.nextAt<=t).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function Ln(e){let t=Er(e).map(({nextAt:n})=>n);return t.length?Math.min(...t):null}function Er(e){let t=new Set;return e.filter(n=>{if(n.state==="checking")return!0;if(!["waiting","sending"].includes(n.state))return!1;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Dr(e,t){return e.sentAt!==null&&t-e.sentAt>_i?Fe(bi):{state:"sending",sentAt:e.sentAt??t,sentence:null}}var Nr=()=>({state:"waiting",sentence:Ir,nextAt:0});function Mr(e,t,n,o=Math.random){let{status:r,body:a,headers:s,offline:c}=t,l={sentAt:e.sentAt??n},d=a?.error??null;if(c)return Mt(e,null,n,o,{...l,sentence:Ir},Or);let u=s.get("Submission-State"),p=s.get("Retry-After");return r===200||r===201?jr(e,a,n):r===202?Sr(a.submissionId,a.message,n):u==="rejected"?Fe(d):s.get("Location")?Sr(s.get("Location").split("/").at(-1),d,n):u==="not-sent"?Mt(e,p,n,o,{sentAt:null,sentence:d}):r===409&&!p?Fe(d,e.kind==="invoice"?"duplicate":null):yi.includes(r)?Fe(d):r===409?Mt(e,p,n,o,{...l,sentence:d},$i):Mt(e,p,n,o,{...r>=500?l:{sentAt:e.sentAt},sentence:d})}function Pr(e,{status:t,body:n,offline:o},r,a=Math.random){return t===404?Fe(gi):o||t!==200?xr(e,e.sentence,r,a):n.state==="confirmed"?jr(e,n.result,r):["rejected","expired","abandoned"].includes(n.state)?Fe(n.message):xr(e,n.message,r,a)}var jr=({kind:e,document:t},n,o)=>({state:"done",doneAt:o,sentence:null,result:e==="completion"?null:n,document:t&&{name:t.name,size:t.size}}),Fe=(e,t=null)=>({state:"refused",sentence:e,asks:t,sentAt:null}),Sr=(e,t,n)=>({state:"checking",submissionId:e,sentence:t,tries:0,nextAt:n+kr});function Mt(e,t,n,o,r,a=vi){let s=Math.max(Number(t)*1e3||0,Ct(e.tries,a,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+s}}function xr(e,t,n,o){return{sentence:t,tries:e.tries+1,nextAt:n+Ct(e.tries,Or,o)}}var Ct=(e,t,n=Math.random)=>Math.min(t,kr*2**Math.min(e,20))*(.5+n()/2);var Lr="portal-outbox",Cr={durability:"strict"},We=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Pe=class{constructor(t){this.owner=t,this.name=z(t)}all(){return ne(async()=>(await V(this.name)).getAll("outbox"))}async add(t){let n=await ne(async()=>{let{store:o,done:r}=(await V(this.name)).transaction("outbox","readwrite",Cr),[a]=await Promise.all([o.add(t),r]);return{...t,id:a}});return Lt(this.name),n}async change(t,n){let o=await ne(async()=>{let{store:r,done:a}=(await V(this.name)).transaction("outbox","readwrite",Cr),s=await r.get(t),c=s&&n(s);return c?await Promise.all([r.put({...s,...c}),a]):c===null?await Promise.all([r.delete(t),a]):await a,c===void 0?void 0:c&&{...s,...c}});if(o===void 0)throw new We;return Lt(this.name),o}tidy(){return ne(async()=>{let t=(await V(this.name)).transaction(["answers","drafts","outbox"],"readwrite"),n=t.objectStore("outbox"),o=(await n.getAll()).filter(r=>!D(r));await Promise.all([t.objectStore("answers").clear(),t.objectStore("drafts").clear(),...o.map(({id:r})=>n.delete(r)),t.done])})}},He=class{#e=[];#t=0;constructor(t){this.owner=t,this.name=z(t)}async all(){return[...this.#e]}async add(t){let n={...t,id:++this.#t};return this.#e.push(n),Lt(this.name),n}async change(t,n){let o=this.#e.findIndex(s=>s.id===t),r=o<0?void 0:n(this.#e[o]);if(r===void 0)throw new We;let a=r&&{...this.#e[o],...r};return this.#e.splice(o,1,...a?[a]:[]),Lt(this.name),a}};function Lt(e){let t=new BroadcastChannel(Lr);t.postMessage(e),t.close()}function Rr(e){let t=new BroadcastChannel(Lr);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function it(e){try{let t=new Blob([await e.arrayBuffer()],{type:"application/pdf"});return{name:e.name??"invoice.pdf",size:t.size,blob:t}}catch(t){throw Object.assign(new be("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}async function Br(e){let{method:t,path:n}=Si(e),o={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(o["X-Allow-Duplicate"]="true"),{method:t,path:n,headers:o,body:e.document?await xi(e):e.content,timeoutMs:e.document?3e5:6e4}}function Si({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}async function xi({content:e,document:t}){let n=new FormData;for(let[r,a]of Object.entries(e))a!=null&&n.append(r,String(a));let o=await t.blob.arrayBuffer();return n.append("document",new Blob([o],{type:"application/pdf"}),t.name),n}var Ur="portal-session",ki=5e3,Oi={state:"refused",sentAt:null,sentence:"Its PDF cannot be read on this phone any more. Please attach it again."};async function je(e=null){return(await gr()).filter(t=>e===null||t.email===e).map(t=>new Pe(t))}function Rn(e){return navigator.locks.request(`portal-outbox:${e.name}`,async()=>{for(await Ii(e);;){let[t]=Tr(await e.all(),Date.now());if(!t)return{hold:null,next:Ln(await e.all())};let n=await Ai(e.owner,()=>Ti(e,t));if(n)return{hold:n,next:null}}})}async function Rt(e){let t=!1,n=()=>(t=!0,e());try{return await navigator.locks.request(Ur,{signal:AbortSignal.timeout(ki)},n)}catch(o){if(t)throw o;return e()}}async function Ii(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,Nr)}function Ai(e,t){return navigator.locks.request(Ur,{mode:"shared"},async()=>await Fr(e)??t())}async function Fr({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:a}=await K("session");return a||o>=500?"offline":o!==200?"signed-out":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Ti(e,t){try{return await(t.state==="checking"?Di(e,t):Ei(e,t))}catch(n){if(n instanceof We)return null;throw n}}async function Ei(e,t){let n=c=>c.state==="waiting"&&c.key===t.key,o=await e.change(t.id,c=>n(c)?Dr(c,Date.now()):void 0);if(o.state!=="sending")return null;let r=await Br(o).catch(()=>null);if(r===null)return void await e.change(t.id,()=>Oi);let a=await K(r.path,{...r,account:Hr(e)}),s=await Wr(e,a);return await e.change(t.id,()=>s?{state:"waiting",sentAt:t.sentAt}:Mr(t,a,Date.now())),s??(a.offline?"offline":null)}async function Di(e,t){let n=await K(`contractor/submissions/${t.submissionId}`,{account:Hr(e)}),o=await Wr(e,n);return o||await e.change(t.id,()=>Pr(t,n,Date.now())),o??(n.offline?"offline":null)}async function Wr(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?Fr(e.owner):null}var Hr=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Ni="outbox";async function Bt(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Ni).catch(()=>{})}var Bn=e=>`outbox ${e}`;function Un(e,t){try{t?localStorage.setItem(Bn(e),String(t)):localStorage.removeItem(Bn(e))}catch{}}function qr(e){try{return Number(localStorage.getItem(Bn(e))??0)}catch{return 0}}var Vr=e=>Un(e,0);var C=F(null),de=F(null),Ft=F([]),ie=F(null),Pi=6e4,ji=168*36e5,Ci="This device has no room left, so nothing can be sent from it. Please free some space.",j=null,qn=0,Fn=0,Wn=!1,Ut=null,Hn=!1;async function Vn(e){if(j?.name===z(e))return;Yn(),jn(z(e));let t=new Pe(e);j=t;try{let n=(await t.all()).length?0:qr(t.name);for(let o of(await je()).filter(r=>r.owner.email!==e.email))await o.tidy();await Li(t),j===t&&(ie.value=n?Bi(n):null)}catch(n){if(j!==t)return;ie.value=zn(n),n.reason==="closed"&&(j=new He(e))}await Ht(),C.value?.some(D)&&Bt(),we()}async function Gr(e){Yn(),(e?await je(e.email).catch(()=>[]):[]).some(({name:n})=>n===z(e))&&!j&&await Vn(e)}function Yn(){clearTimeout(qn),j=null,C.value=null,de.value=null,Ft.value=[],ie.value=null}async function qe({document:e,...t}){let n=Ar({...t,document:e?await it(e):null},Date.now()),o=await j.add(n);return await Ht(),navigator.storage?.persist?.(),Bt(),we(),o}async function Wt(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}};return o!==void 0&&(r.document=o&&await it(o)),Kn(e,a=>Me(a)?jt(r):void 0)}function Gn(e,{duplicate:t=!1}={}){return Kn(e,n=>n.state==="refused"?jt({duplicate:t}):void 0)}var Jr=e=>Kn(e,t=>st(t)?null:void 0),Se=e=>(C.value??[]).filter(t=>t.jobId===e);async function we(){clearTimeout(qn),Ut?Hn=!0:(Ut=Ri(),await Ut.finally(()=>Ut=null),Hn&&(Hn=!1,await we()))}async function Jn(){let e=j;for(let{id:t,nextAt:n}of C.value??[])n&&await e.change(t,()=>({nextAt:0})).catch(()=>{});await we()}async function Kr(e){let t=j instanceof He?[j]:await je(e);return(await Promise.all(t.map(zr))).reduce((o,r)=>o+r,0)}var zr=async e=>(await e.all()).filter(D).length;async function Zr(e){let t=!(j instanceof He);j?.owner.email===e&&Yn();for(let{name:n}of t?await je(e):[])await wr(n),Vr(n)}async function Li(e){let t=Date.now()-ji;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function Kn(e,t){let n=await j.change(e,t);return await Ht(),Bt(),we(),n}async function Ht(){let e=j;try{let t=await e?.all()??null;if(j!==e)return;C.value=t,t&&Un(e.name,t.filter(D).length)}catch(t){if(j!==e)return;ie.value=zn(t),C.value??=[]}}async function Ri(){let e=j;if(e)try{let t=e instanceof Pe?(await je(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await Rn(r));let o=await Promise.all(t.map(zr));if(j!==e)return;de.value=n[0].hold,Ft.value=t.map(({owner:r},a)=>({...r,number:o[a]})).filter(({number:r})=>r),Yr(n),Wn&&(ie.value=null),Wn=!1}catch(t){if(j!==e)return;ie.value=t.reason==="full"?Ci:zn(t),Wn=!0,Yr([{hold:"offline",next:null}])}}function zn(e){if(!e.sentence)throw e;return e.sentence}function Yr(e){let t=e.some(({hold:o})=>o==="offline");Fn=t?Fn+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+Ct(Fn,Pi)),n.length&&(qn=setTimeout(we,Math.max(Math.min(...n)-Date.now(),0)))}var Bi=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function Xr(){Rr(e=>{e===j?.name&&Ht()}),addEventListener("online",Jn),addEventListener("offline",we),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&we()})}var Zn="portal",Xn=[e=>e.createObjectStore("session")],ea=e=>ne(async()=>(await V(Zn,Xn)).put("session",e,"last"));async function ta(){try{return await(await V(Zn,Xn)).get("session","last")??null}catch{return null}}var na=()=>ne(async()=>(await V(Zn,Xn)).delete("session","last"));var k=F(void 0),Ve=F(null),H=({agency:e,contractorId:t})=>`${e}/${t}`,B=ve(()=>{if(!k.value)return null;let e=O.value.account??H(k.value.account);return k.value.accounts.find(t=>H(t)===e)??null}),oe=ve(()=>{let[e,t]=[k.value,B.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),oa=ve(()=>{let[e,t]=[k.value,O.value.account];if(!e||B.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),ra=new BroadcastChannel("portal:person");async function Ye(e){let t=JSON.stringify(e)!==JSON.stringify(k.value);t&&(k.value=e),await(e?ea(e):na()).catch(()=>{}),t&&ra.postMessage(e)}async function qt(){let e=await ta();if(k.value??=e??void 0,e||document.body.dataset.session){let t=await K("session");t.status===200&&await Ye(t.body)}k.value??=null}var Vt=e=>{let t=O.value.account?.split("/")[0];return K("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function aa(e,t){let n=await Rt(()=>K("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ve.value=null,await Ye(n.body)),n}async function sa(e){Ye({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await K("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await Ye(o.body)}async function ia(){let{email:e}=k.value,t=await Rt(()=>K("session",{method:"DELETE"}));return t.status===204&&(await Ye(null),sessionStorage.clear(),await Zr(e)),t}function ca(){ur(()=>{Ve.value=k.value?.email??Ve.value,Ye(null)}),ra.onmessage=({data:e})=>{k.value=e}}var la=300;async function ua(e,t,n,o=null){try{let{store:r,done:a}=(await V(z(e))).transaction("answers","readwrite");await r.put({path:t,body:n,etag:o,readAt:Date.now()}),await r.count()>la&&await Fi(r),await a}catch{}}async function fa(e,t){try{return await(await V(z(e))).get("answers",t)??null}catch{return null}}async function Fi(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-la).map(({path:n})=>e.delete(n)))}var Wi=5e3,Hi=30,da={body:null,asOf:null,isOld:!1,busy:!0,problem:null,status:0},qi=F({...da,busy:!1}),ct=new Map;function A(e){let t=oe.value,n=e?ha(t,e):qi;return R(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&Qn(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[a,s]of r)a.addEventListener(s,o);return()=>{for(let[a,s]of r)a.removeEventListener(s,o)}},[n]),n}function Yt(e){let t=oe.value&&ct.get(pa(oe.value,e));t&&(t.readAt=0,Qn(oe.value,e))}var ma=()=>ct.clear(),pa=(e,t)=>`${e.email} ${H(e)} ${t}`;function ha(e,t){let n=pa(e,t);if(!ct.has(n)){let o=F(da);ct.set(n,Object.assign(o,{etag:null,readAt:0,running:null}))}return ct.get(n)}function Qn(e,t){let n=ha(e,t);navigator.onLine&&Date.now()-n.readAt<Wi||(n.running??=Vi(e,t,n).finally(()=>{n.running=null}))}async function Vi(e,t,n){let o=u=>{n.value={...n.value,...u}};if(!n.value.body){let u=await fa(e,t);u&&(n.etag=u.etag??null,o({body:u.body,asOf:u.body.asOf??new Date(u.readAt).toISOString(),isOld:!0}))}o({busy:!0});let r=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},a=await K(`contractor/${t}`,{account:H(e),headers:r}),{status:s,body:c,offline:l}=a,d={asOf:Yi(a.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:s};if((s===200||s===304)&&(n.readAt=Date.now()),s===200)n.etag=a.headers.get("ETag"),ua(e,t,c,n.etag),o({...d,body:c});else if(s===304)o(d);else if(s===409)qt();else if(s===404)o({body:null,busy:!1,problem:se(a),status:s});else{let u=Number(a.headers.get("Retry-After"));!l&&u&&setTimeout(()=>Qn(e,t),Math.min(u,Hi)*1e3),o({isOld:!!n.value.body,busy:!!(!l&&u),problem:se(a),status:s})}}var Yi=e=>e?new Date(e).toISOString():null;function Gt(){let e=B.value&&H(B.value);return i`
    <ul class="rows">
      ${k.value.accounts.map(t=>{let n=H(t);return i`
          <li key=${n} class="row">
            <a href=${w("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>sa(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&i`<span class="about"><${h} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function Jt(){let[e,t,n]=[b(null),b(0),b(!1)],o=async()=>{n.value=!0;let a=await ia();if(n.value=!1,a.status!==204){e.value=se(a);return}ma(),fe("/",{replace:!0})},r=async()=>{e.value=null,t.value=await Kr(k.value.email),t.value||await o()};return i`
    ${t.value?i`<${Gi} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:i`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${r}>
          <${h} name="leave" />Sign out
        </button>`}
    <p class="problem" role="alert">${e.value}</p>
  `}function Gi({number:e,onSure:t,onStay:n}){let o=G(null);Ee(()=>o.current.focus(),[]);let[r,a,s]=[te(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return i`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${r} on this device ${a} not with the agency yet.</b> Signing out deletes ${s} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${s} and sign out</button>
      </div>
    </div>
  `}var Ji=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function _a(){let e=A("account"),t=e.value.body,{agencyName:n,displayName:o}=B.value;return i`
    <${S} title="Account">
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?i`<${Ki} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:i`<${Y} reading=${e.value} />`}
        <${ae} reading=${e.value} />
      </section>
      ${k.value.accounts.length>1&&i`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${Gt} /></section>`}
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${k.value.email}</b></p>
        <${Jt} />
      </section>
    <//>
  `}function Ki({record:e}){let{agency:t}=e,n=[...Ji.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return i`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>i`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var va=0;function W(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(va),va=setTimeout(()=>{t.textContent=e},400)}function $a({item:e,done:t}){let[n,[o,r]]=[Ro(),tt(null)];return i`
    <form onSubmit=${async s=>{s.preventDefault();try{await Wt(e.id,{content:{note:s.target.elements.note.value}}),t()}catch(c){if(!c.sentence)throw c;r(c.sentence)}}}>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength="4000" required dir="auto" ref=${zi}>
        ${e.content.note}
      </textarea>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var zi=e=>e?.focus();var Zi={waiting:"clock",sending:"send",checking:"search",done:"done",refused:"emergency"};function xe({item:e}){let t=e.state==="refused"&&e.sentence?`, because: ${e.sentence}`:"";return i`
    <span class=${`state is-${e.state}`}>
      <${h} name=${Zi[e.state]} /><span dir="auto">${Ne(e)}${t}</span>
    </span>
  `}var Xi={offline:"No connection to the portal. Everything below is kept on this phone, and sent by itself later.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function ya(){let e=(C.value??[]).filter(t=>!D(t)).reverse();return i`
    <${S} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${eo}>
        <p class="reach"><${h} name="done" />Nothing waits: your agency has everything you sent from here.</p>
      <//>
      ${Ft.value.map(t=>i`<${Qi} key=${H(t)} there=${t} />`)}
      ${e.length>0&&i`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${ga} of=${e} />
        </section>
      `}
    <//>
  `}function eo({children:e}){let t=(C.value??[]).filter(D);return t.length?i`
    ${de.value&&i`<p class="notice" role="status">${Xi[de.value]}</p>`}
    <h2 class="visually-hidden">Not with the agency yet</h2>
    <${ga} of=${t} />
    ${t.some(({state:n})=>n==="waiting")&&i`<button type="button" class="btn btn-primary" onClick=${Jn}>Try now</button>`}
  `:e}var ga=({of:e})=>i`<ol class="cards">${e.map(t=>i`<${to} key=${t.id} item=${t} />`)}</ol>`;function Qi({there:e}){let t=k.value.accounts.find(n=>H(n)===H(e));return i`
    <a class="reach" href=${w("/outbox",{},H(e))}>
      <${h} name="send" />${te(e.number,"thing")} for ${t?.agencyName??"an account that is no longer yours"}
    </a>
  `}function to({item:e}){let[t,n]=tt(null),o=()=>n(null);return i`
    <li class="card">
      <h3 class="title">${Pt(e)}${e.about&&i`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?i`<${$a} item=${e} done=${o} />`:i`<${ec} item=${e} />`}
      <p class="about">
        <${xe} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${$e(e.addedAt)}</time>
      </p>
      ${e.state!=="refused"&&e.sentence&&i`<p class="hint" dir="auto">${e.sentence}</p>`}
      ${t==="remove"&&i`<${oc} item=${e} stop=${o} />`}
      ${!t&&i`<${tc} item=${e} setDoing=${n} />`}
    </li>
  `}function ec({item:{kind:e,content:t,document:n,jobId:o}}){return i`
    ${e==="note"&&i`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&i`
      <p class="says" dir="auto">
        <strong>${P(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&i`<p class="reach"><${h} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&i`<a class="reach" href=${w(`/jobs/${o}`)}><${h} name="jobs" />Look at the job</a>`}
  `}function tc({item:e,setDoing:t}){let n=e.asks==="duplicate";return i`
    <p class="doing">
      ${n&&i`<button type="button" class="btn btn-primary" onClick=${()=>Gn(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${e.state==="refused"&&!n&&i`<button type="button" class="btn btn-secondary" onClick=${()=>Gn(e.id)}>Send again</button>`}
      ${B.value&&Me(e)&&i`<${nc} item=${e} onNote=${()=>t("edit")} />`}
      ${st(e)&&D(e)&&i`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function nc({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return i`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;if(t!=="invoice")return null;let a={...o.statementId&&{statement:o.statementId},change:e},s=w(n?`/jobs/${n}/invoice`:"/invoice",a);return i`<a class="btn btn-secondary" href=${s}>Change</a>`}function oc({item:e,stop:t}){let n=Cn(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=tt(null),a=async()=>{try{await Jr(e.id),document.querySelector("h1").focus(),W("Deleted.")}catch(s){if(!s.sentence)throw s;r(s.sentence)}};return i`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&i`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${rc} onClick=${a}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var rc=e=>e?.focus();var ba=()=>i`
  <${S} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${O.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value.email}</b>. Nothing was changed.
    </p>
    <${eo}>${null}<//>
    <h2>Your accounts</h2>
    <${Gt} />
    <h2>Signed in with another address?</h2>
    <${Jt} />
  <//>
`;var ac="https://www.google.com/maps/search/?api=1&query=",wa=e=>e.replace(/[^+\d]/g,"");function lt({phone:e,who:t}){return e?wa(e).length<5?i`<span dir="auto">${e}</span>`:i`
    <a class="reach" href=${`tel:${wa(e)}`}>
      <${h} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:null}function Kt({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>i`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${h} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Sa({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?i`
    <a class="reach" href=${ac+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${h} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function xa(){let e=A("contacts"),t=e.value.body?.contacts;return i`
    <${S} title="Contacts">
      ${t?i`<ul class="cards">${t.map(n=>i`<${sc} key=${n.contactId} ...${n} />`)}</ul>`:i`<${Y} reading=${e.value} />`}
      ${t?.length===0&&i`<p class="notice">The agency has no contacts to show.</p>`}
      <${ae} reading=${e.value} />
    <//>
  `}function sc({name:e,role:t,branchName:n,email:o,phone:r,mobile:a}){let s=e??n??"Unnamed";return i`
    <li class="card">
      <h2 dir="auto">${s}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${lt} phone=${a} who=${s} /><${lt} phone=${r} who=${s} /><${Kt} email=${o} who=${s} />
    </li>
  `}var ic=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function no({children:e}){let t=A("agency").value.body;uc(t?.accent);let{agencyName:n,displayName:o}=B.value,r=ic.filter(({needs:a})=>!a||!t||t.offers.includes(a));return i`
    <a class="skip" href="#main" onClick=${fc}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&i`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${k.value.accounts.length>1&&i`<a class="switch" href=${w("/account")}><${h} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(a=>i`<${cc} key=${a.path} ...${a} />`)}</nav>
    </header>
    <${lc} />
    ${e}
  `}function cc({path:e,name:t,icon:n,screens:o}){let r=o.includes(O.value.screen);return i`<a href=${w(e)} aria-current=${r?"page":null}><${h} name=${n} />${t}</a>`}function lc(){let e=(C.value??[]).filter(D).length,t=de.value==="offline";return!e&&!ie.value?null:i`
    <aside class="strip" aria-label="Not sent yet">
      ${ie.value&&i`<p role="alert">${ie.value}</p>`}
      ${e>0&&i`<a href=${w("/outbox")}>
        <${h} name=${t?"offline":"send"} />
        ${te(e,"thing")} ${e===1?"is":"are"} not with the agency yet<${h} name="open" />
      </a>`}
    </aside>
  `}function uc(e){R(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function fc(e){e.preventDefault(),document.querySelector("h1").focus()}async function ka(e,t){try{return(await(await V(z(e))).get("drafts",t))?.content??null}catch{return null}}async function Oa(e,t,n){try{let o=await V(z(e));await(n===null?o.delete("drafts",t):o.put("drafts",{name:t,content:n}))}catch{}}function ut(e){let t=b(void 0),n=oe.value;return R(()=>{ka(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,Oa(n,e,r))]}var Ce=({priority:e})=>e?.trim().toLowerCase()==="emergency",zt=e=>(e??"").trim().toLowerCase();function Zt({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(zt).includes(zt(t))?"cancelled":"open"}var Ia=e=>Se(e).filter(t=>t.kind==="completion"&&D(t)).at(-1)??null,X=({title:e,reference:t,jobId:n})=>e||t||n;function Aa(e){let t=zt(e).split(/\s+/).filter(Boolean);return({reference:n,title:o,description:r,property:a})=>{let s=zt([n,o,r,a?.address,a?.postcode].filter(Boolean).join(`
`));return t.every(c=>s.includes(c))}}var Ta=e=>[...e.filter(Ce),...e.filter(t=>!Ce(t))];function Xt(e){let[t,n]=[A(`jobs/${e}`).value,A("jobs").value];if(t.body)return{job:t.body,reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o??null,reading:o?n:t}}var Ge=({name:e,required:t,children:n})=>i`
  <label for=${e}>${n}${!t&&i`<span class="optional"> (optional)</span>`}</label>
`,Je=({name:e,children:t})=>i`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Ke=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});var Ea=1e6,Da={description:2e3,invoiceNumber:50},dc=6,mc=864e5,pc=10*1024*1024,Na="%PDF-",hc=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,_c=/\.\d\d\d*[1-9]/,vc=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),$c=["amount","description","invoiceDate"];function ft(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[...$c,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function en(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function oo(e=new Date){let[t,...n]=ue(e).split("-");return{oldest:[t-dc,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ue(e))+mc).toISOString().slice(0,10)}}function me(e){let t=e.trim().replace(/^£\s*/,"");return hc.test(t)?Number(t.replaceAll(",","")):NaN}var Qt=e=>e.trim().replaceAll("	"," "),Ca=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),yc={amount:e=>Pa(e,"The amount")??(me(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>Pa(e,"VAT")??(me(e)>me(t)?"VAT cannot be more than the amount.":null),description:e=>ja(e,Da.description),invoiceNumber:e=>ja(e,Da.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=oo();return e>n?`The date can be tomorrow at the latest, ${J(n)}.`:e<t?`The date can be six years ago at most, ${J(t)}.`:null},statementId:()=>null},Ma={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function Pa(e,t){let n=me(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:_c.test(e.trim())?`${t} can have no more than two decimals.`:n>Ea?`${t} can be ${P(Ea)} at most.`:null}function ja(e,t){let{length:n}=[...Qt(e)];return n>t?`This is ${n-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:vc.test(Qt(e))?"There is a character in this that cannot be sent. Please type it again.":null}function tn(e,t,n,o){let r={};for(let[a,s]of Object.entries(yc)){let c=e[a]??"",l=ft(a,n,o)?Ma[a]:null,d=c.trim()===""?l:s(c,e);d&&(r[a]=d)}return!t&&ft("document",n,o)&&(r.document=Ma.document),r}async function La(e){return e.size>pc?"The PDF can have 10 MB at most.":await e.slice(0,Na.length).text()===Na?null:"This file is not a PDF. Please choose a PDF."}function Ra(e,t){let n={jobId:t,statementId:e.statementId,amount:me(e.amount),vat:e.vat.trim()&&me(e.vat),description:Qt(e.description),invoiceDate:e.invoiceDate,invoiceNumber:Qt(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function Ba({amount:e,vat:t,...n}){let o=a=>typeof a=="number"?a.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([a,s])=>[a,s??""]))}var Ua="This file cannot be read. Please choose it again.";function Fa({required:e,problem:t,document:n,onChange:o}){let r=b(null),a=async({target:c})=>{let[l]=c.files;if(l&&(r.value=await La(l).catch(()=>Ua),c.value="",!r.value))try{o(await it(l)),W(`${l.name} is attached.`)}catch(d){r.value=d.sentence??Ua}},s=r.value??t;return i`
    <div class="field">
      <${Ge} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&i`<${gc} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${Ke({name:"document",hint:!0,problem:s,required:e&&!n})} onChange=${a}
      />
      <${Je} name="document">${s}<//>
    </div>
  `}function gc({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),W("The PDF is removed.")};return i`
    <p class="attached">
      <${h} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${Tt(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>Remove<span class="visually-hidden"> the PDF</span></button>
    </p>
  `}function Wa({name:e,required:t,problem:n,value:o,...r}){let a=A("statements/pending"),s=a.value.body?.statements??[],c=!o||s.some(({statementId:l})=>l===o);return i`
    <div class="field">
      <${Ge} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Ke({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&i`<option value=${o}>${o}</option>`}
        ${s.map(l=>i`<option key=${l.statementId} value=${l.statementId}>${ro(l)}</option>`)}
      </select>
      <${Je} name=${e}>${n??(a.value.body?null:a.value.problem)}<//>
    </div>
  `}var ro=({statementId:e,reference:t,description:n,date:o,amount:r,gross:a})=>[P(a??r??0),n??t??e,o&&J(o)].filter(Boolean).join(", ");var bc={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function Ha({values:e,set:t,document:n,setDocument:o,agency:r,jobId:a,asked:s,onWhole:c}){let[l,d,u]=[b({}),b(s),b(null)],p=G(null),m=tn(e,n,r,a),f=v=>v==="vat"&&u.value==="amount"?null:d.value||l.value[v]&&e[v]||!Ca(v,e[v]??"")?m[v]:null,_=()=>p.current.querySelector("[aria-invalid]")?.focus();R(()=>{s&&_()},[]);let I=v=>{v.preventDefault(),d.value=!0,Object.keys(m).length?setTimeout(_):c()},y=v=>({name:v,required:ft(v,r,a),problem:f(v),value:e[v],onInput:({target:$})=>t(v,$.value),onFocus:()=>u.value=v,onBlur:()=>{u.value=null,l.value={...l.value,[v]:!0}}});return i`
    <form ref=${p} class="form" onSubmit=${I} noValidate>
      <p class="hint">${B.value.agencyName} needs whatever is not marked as optional.</p>
      ${en(r)&&i`<${Wa} ...${y("statementId")} />`}
      ${Object.entries(bc).map(([v,$])=>i`<${wc} key=${v} ...${$} ...${y(v)} />`)}
      <${Fa}
        required=${ft("document",r,a)} problem=${d.value?m.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function wc({name:e,label:t,hint:n,rows:o,problem:r,required:a,value:s,type:c="text",...l}){let d=o?"textarea":"input",{oldest:u,latest:p}=c==="date"?oo():{};return i`
    <div class="field">
      <${Ge} name=${e} required=${a}>${t}<//>
      ${n&&i`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${u} max=${p} autocomplete="off"
        value=${s} ...${Ke({name:e,hint:n,problem:r,required:a})} ...${l}
      />
      <${Je} name=${e}>${r}<//>
    </div>
  `}var Va={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"}},ao=({status:e})=>Va[e]?.words??e;function so(e,t){let n=t.filter(r=>r.kind==="invoice"&&(D(r)||!e.some(a=>qa(a,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed"].includes(r.status)&&n.some(({item:a})=>qa(r,a));return[...n,...e.filter(r=>!o(r))]}function qa(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:a,invoiceNumber:s=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===a&&e.invoiceNumber===s&&e.invoiceDate===c}function nn({jobId:e,agency:t}){let n=A(t?.offers.includes("invoices.list")?"invoices":null).value,o=so(n.body?.invoices??[],C.value??[]).filter(r=>r.jobId===e);return o.length?i`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${io} invoices=${o} />
    </section>
  `:null}var io=({invoices:e,jobs:t={}})=>i`
  <ul class="rows">
    ${e.map((n,o)=>i`<${Sc} key=${n.item?.id??n.invoiceId??`at ${o}`} invoice=${n} jobs=${t} />`)}
  </ul>
`;function Sc({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:a,document:s,jobId:c,item:l}=e;return i`
    <li class="entry">
      <p class="sum"><span class="title" dir="auto">${o??"Invoice"}</span> <b>${n===null?"":P(n)}</b></p>
      <p class="about">
        ${l?i`<${xe} item=${l} />`:i`<${xc} invoice=${e} />`}
        ${a&&i`<time datetime=${a}>${J(a)}</time>`}
        ${r&&i`<span dir="auto">Number ${r}</span>`}
        ${s&&i`<span dir="auto">${s.name}</span>`}
      </p>
      ${t[c]&&i`<a class="reach" href=${w(`/jobs/${c}`)}><${h} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${l&&D(l)&&i`<a class="reach" href=${w("/outbox")}><${h} name="send" />Look at what waits here</a>`}
    </li>
  `}function xc({invoice:e}){let{icon:t="search",className:n=""}=Va[e.status]??{};return i`<span class=${`state ${n}`}><${h} name=${t} />${ao(e)}</span>`}function Ya({about:e,address:t,values:n,document:o,failed:r,onSend:a,change:s,back:c}){let l=b(!1),d=async()=>{l.value=!0,await a(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",P(me(n.amount))],["VAT in it",n.vat.trim()&&P(me(n.vat))],["Date of the invoice",J(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o&&`${o.name}, ${Tt(o.size)}`]];return i`
    <${S} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,p])=>p).map(([p,m])=>i`<div key=${p}><dt>${p}</dt><dd dir="auto">${m}</dd></div>`)}
        </dl>
      </div>
      ${de.value==="offline"&&i`<p class="notice">There is no connection just now: it will wait on this phone, and be sent by itself.</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${d}>
          <${h} name="send" />Send to ${B.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${s}>Change something</a>
      </div>
    <//>
  `}var Ga=({item:e,back:t})=>i`
  <${S} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${to} item=${e} /></ol>
    ${D(e)&&e.state!=="refused"&&i`<p class="hint">You can go on, or close the portal: it is kept, and sent by itself.</p>`}
    <a class="reach" href=${w("/money",{show:"invoices"})}><${h} name="invoice" />All your invoices</a>
  <//>
`;var kc={path:"/money",name:"Money"};function co({id:e}){let{query:t}=O.value,n=Number(t.get("sent")??t.get("change")),o=(C.value??[]).find(s=>s.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:kc;if(n&&C.value===null)return i`<${S} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Me(o)))return i`<${Ga} item=${o} back=${r} />`;let a=n||t.get("statement");return e?i`<${Oc} key=${a} id=${e} item=${o} back=${r} />`:i`<${Ic} key=${a} item=${o} back=${r} />`}function Oc({id:e,item:t,back:n}){let{job:o,reading:r}=Xt(e);if(!o&&r.status===404)return i`<${S} title="Invoice" back=${n}><${Y} reading=${r} /><//>`;let a=o?X(o):e;return i`<${za} jobId=${e} item=${t} about=${a} address=${o?.property?.address} first=${Ka} back=${n} />`}function Ic({item:e,back:t}){let n=O.value.query.get("statement")??"",o=A("statements/pending").value,r=o.body?.statements.find(({statementId:a})=>a===n);return!r&&o.busy?i`<${S} title="Invoice" back=${t}><${Y} reading=${o} /><//>`:i`<${za} jobId=${null} item=${e} about=${r?ro(r):""} first=${Tc(n,r)} back=${t} />`}var Ac=!1,Ka={amount:"",vat:"",description:"",invoiceNumber:"",statementId:""},Tc=(e,{gross:t,vat:n,description:o}={})=>({...Ka,statementId:e,amount:t?t.toFixed(2):"",vat:n?n.toFixed(2):"",description:o??""});function za({jobId:e,item:t,about:n,address:o,first:r,back:a}){let{query:s,path:c}=O.value,l=s.get("statement"),d=t?`change of ${t.id}`:`invoice for ${e??`statement ${l}`}`,[[u,p],[m,f]]=[ut(d),ut(`PDF of ${d}`)],[_,I]=[A("agency").value,b(null)];if(u.value===void 0||m.value===void 0||!_.body&&_.busy)return i`<${S} key="reading" title="Invoice" back=${a}><p class="loading" role="status">Loading …</p><//>`;let y=_.body&&Ec(_.body,e);if(y)return i`<${S} key="none" title="Invoice" back=${a}><p class="notice">${y}</p><//>`;let v=t?Ba(t.content):{statementId:l??r.statementId,invoiceDate:ue()},$={...r,...v,...u.value},g=(m.value??t?.document)||null,T=!Object.keys(tn($,g,_.body,e)).length,Le=q=>w(c,{...l&&{statement:l},...t&&{change:t.id},...q}),mt=async()=>{I.value=null;try{let q=Ra($,e),{id:Q}=t?await Wt(t.id,{content:q,...m.value!==null&&{document:Ja(g)}}):await qe({kind:"invoice",jobId:e,about:n,content:q,document:Ja(g)});W("Your invoice is on its way."),fe(w(c,{sent:Q}),{replace:!0}),p(null),f(null)}catch(q){I.value=q.sentence??"Your invoice could not be kept. Please try again."}};return s.has("look")&&T?i`
      <${Ya}
        about=${n} address=${o} values=${$} document=${g} failed=${I.value} onSend=${mt}
        change=${Le({})} back=${a}
      />
    `:i`
    <${S} key="write" title="Invoice" back=${a} keepsFocus=${s.has("look")}>
      ${n&&i`<p>For <b dir="auto">${n}</b>${o&&i`<br /><span class="address" dir="auto">${o}</span>`}</p>`}
      ${e&&i`<${nn} jobId=${e} agency=${_.body} />`}
      <${Ha}
        values=${$} set=${(q,Q)=>p({...u.value,[q]:Q})} document=${g}
        setDocument=${q=>f(q??Ac)}
        agency=${_.body} jobId=${e} asked=${s.has("look")} onWhole=${()=>fe(Le({look:"1"}))}
      />
    <//>
  `}function Ec({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var Ja=e=>e&&new File([e.blob],e.name,{type:e.blob.type});function Za({job:e,standing:t}){let n=b(null),o=Ia(e.jobId),r=async a=>{n.value=null;try{await qe({kind:"completion",jobId:e.jobId,about:X(e),content:{completed:a},document:null}),W(a?"The job is being marked complete.":"The job is being reopened.")}catch(s){n.value=s.sentence??"This could not be kept. Please try again."}};return o?i`
      <p class="pending">
        <${h} name=${o.content.completed?"done":"reopen"} />
        ${o.content.completed?"Marked complete by you.":"Reopened by you."} <${xe} item=${o} />
      </p>
    `:i`
    ${t==="open"&&i`<button class="btn btn-primary" type="button" onClick=${()=>r(!0)}><${h} name="done" />Mark complete</button>`}
    ${t==="completed"&&i`<button class="btn btn-secondary" type="button" onClick=${()=>r(!1)}><${h} name="reopen" />Reopen this job</button>`}
    ${n.value&&i`<p class="notice" role="alert">${n.value}</p>`}
  `}var Dc=4e3;function Xa({job:e,canAdd:t}){let n=B.value.displayName,o=Se(e.jobId).filter(r=>r.kind==="note"&&!Nc(e.notes,r));return i`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&i`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!e.notes.length&&!o.length&&e.notesComplete&&i`<p>Nothing was written yet.</p>`}
      <ol class="notes">
        ${e.notes.map(({noteId:r,note:a,author:s,createdAt:c},l)=>i`
            <li key=${r??`at ${l}`} class=${s===n?"own":""}>
              <p class="by"><b dir="auto">${s===n?"You":s||"Unnamed"}</b>${" "}
                ${c&&i`<time datetime=${c}>${$e(c)}</time>`}</p>
              <p class="says" dir="auto">${a}</p>
            </li>
          `)}
        ${o.map(r=>i`
            <li key=${r.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${r.content.note}</p>
              <${xe} item=${r} />
            </li>
          `)}
      </ol>
      ${t&&i`<${Mc} job=${e} />`}
    </section>
  `}var Nc=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:a})=>o?.noteId?r===o.noteId:a===n.note);function Mc({job:e}){let[t,n]=ut(`note on ${e.jobId}`),o=b(null);return i`
    <form class="composer" onSubmit=${async a=>{a.preventDefault();let s=(t.value??"").trim();if(o.value=s?null:"Please write something first.",!!s)try{await qe({kind:"note",jobId:e.jobId,about:X(e),content:{note:s},document:null}),n(null),W("Your note was added.")}catch(c){o.value=c.sentence??"Your note could not be kept. Please try again."}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${Dc} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${a=>n(a.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${h} name="send" />Add note</button>
    </form>
  `}var Qa={path:"/jobs",name:"Jobs"};function es({id:e}){let{job:t,reading:n}=Xt(e),o=A("agency").value.body,r=Se(e).filter(({state:s})=>s==="done").length;if(R(()=>{r&&[`jobs/${e}`,"jobs","invoices"].forEach(Yt)},[r]),!t)return i`<${S} title="Job" back=${Qa}><${Y} reading=${n} /><//>`;let a=o?.offers??[];return i`
    <${S} title=${X(t)} back=${Qa}>
      <${Pc} job=${t} />
      <div class="card">
        ${t.description&&i`<p class="description" dir="auto">${t.description}</p>`}
        <${jc} job=${t} />
      </div>
      <div class="doing">
        ${a.includes("jobs.complete")&&i`<${Za} job=${t} standing=${Zt(t,o)} />`}
        ${a.includes("invoices.submit")&&i`<a class="btn btn-secondary" href=${w(`/jobs/${e}/invoice`)}><${h} name="invoice" />Send its invoice</a>`}
      </div>
      ${a.includes("invoices.submit")&&i`<${nn} jobId=${e} agency=${o} />`}
      <${Xa} job=${t} canAdd=${a.includes("notes.add")} />
      <${ae} reading=${n} />
    <//>
  `}function Pc({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:a,completedAt:s}=e;return i`
    <p class="about">
      ${Ce(e)&&i`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
      ${t&&i`<span class="status" dir="auto">${t}</span>`}
      ${n&&!Ce(e)&&i`<span dir="auto">Priority: ${n}</span>`}
      ${o&&i`<span dir="auto">${o}</span>`}
      ${r&&i`<span dir="auto">${r}</span>`}
      ${a&&i`<span>Reported <time datetime=${a}>${$e(a)}</time></span>`}
      ${s&&i`<span>Completed <time datetime=${s}>${J(s)}</time></span>`}
    </p>
  `}function jc({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return i`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Sa} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&i`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&i`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&i`<span dir="auto">${n}</span>`}
          <${lt} phone=${o} who=${n??"the tenant"} /><${Kt} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}function on({onReach:e,left:t}){let n=G(null);return R(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),i`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var ts={open:"Open",completed:"Completed",cancelled:"Cancelled"},Cc={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},lo=40,ze=F({});function uo(){let e=A("jobs"),t=A("agency").value.body,n=O.value.query.get("show")??"open";return i`
    <${S} title="Jobs">
      ${e.value.body?i`<${Lc} jobs=${e.value.body.jobs} agency=${t} tab=${n in ts?n:"open"} />`:i`<${Y} reading=${e.value} />`}
      <${ae} reading=${e.value} />
    <//>
  `}function Lc({jobs:e,agency:t,tab:n}){let o=O.value.account,r=ze.value.at===o?ze.value.text:"",a=r===ze.value.text&&n===ze.value.tab?ze.value.most:lo,s=re(()=>Ta(e),[e]),c=re(()=>Rc(s,t),[s,t]),l=re(()=>c[n].filter(Aa(r)),[c,n,r]),d=u=>{ze.value={at:o,tab:n,text:r,most:a,...u}};return R(()=>{r&&W(l.length?`${te(l.length,"job")} found`:"No job found")},[r,n]),i`
    <form class="search" role="search" onSubmit=${u=>u.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${h} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${r} onInput=${u=>d({text:u.target.value,most:lo})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(ts).filter(([u])=>u!=="cancelled"||c.cancelled.length).map(([u,p])=>i`
            <a key=${u} href=${w("/jobs",{show:u})} aria-current=${u===n?"true":null}>
              ${p} <span class="number">${c[u].length}</span>
            </a>
          `)}
    </nav>
    ${l.length?i`<ul class="rows">${l.slice(0,a).map(u=>i`<${Bc} key=${u.jobId} job=${u} />`)}</ul>`:i`<p class="notice">${r?`No job here has “${r}” in it.`:Cc[n]}</p>`}
    ${l.length>a&&i`<${on} onReach=${()=>d({most:a+lo})} left=${l.length-a} />`}
  `}function Rc(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Zt(o,t)].push(o);return n}function Bc({job:e}){let{jobId:t,reference:n,status:o,reportedAt:r,property:a}=e,s=Se(t).filter(D).length;return i`
    <li class="row">
      <a href=${w(`/jobs/${t}`)}>
        ${Ce(e)&&i`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${X(e)}</span>
        ${a?.address&&i`<span class="address" dir="auto">${a.address}</span>`}
        <span class="about">
          ${o&&i`<span class="status" dir="auto">${o}</span>`}
          ${r&&i`<span><span class="visually-hidden">Reported </span>${or(r)}</span>`}
          ${n&&i`<span dir="auto">${n}</span>`}
          ${s>0&&i`<span class="unsent"><${h} name="send" />${te(s,"thing")} to send</span>`}
        </span>
      </a>
    </li>
  `}var L=e=>t=>t[e],ns=[["Statement",L("statementId")],["Date",L("date")],["Reference",L("reference")],["Description",L("description")],["Job",L("jobId")],["Net",L("net")],["VAT",L("vat")],["Gross",L("gross")],["Commission",L("commission")],["Amount",L("amount")],["Status",L("status")]],Uc=[["Invoice",L("invoiceId")],["Date",L("invoiceDate")],["Number",L("invoiceNumber")],["Description",L("description")],["Job",L("jobId")],["Statement",L("statementId")],["Amount",L("amount")],["VAT",L("vat")],["Status",e=>e.item?Ne(e.item):ao(e)],["Sent",L("submittedAt")],["Document",({document:e})=>e?.name]],os={pending:ns,paid:[...ns,["Paid",L("paidAt")]],invoices:Uc};var Fc=/^[=+\-@\t\r\n＝＋－＠]/u,Wc=/[",\r\n]/;function rs(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(Hc).join(",")}\r
`).join("")}function Hc(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Fc.test(e)?`'${e}`:e;return Wc.test(t)?`"${t.replaceAll('"','""')}"`:t}function as(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var rn=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,is=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function cs(e){let t=new Map;for(let{date:s,amount:c}of e){let l=s?.slice(0,7);l&&t.set(l,rn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(fo(o[0]));let r=o.map(s=>({month:s,amount:t.get(s)??0})),a=n.filter(s=>s<o[0]);return a.length?[{month:null,amount:rn(a.map(s=>t.get(s)))},...r]:r}function ls(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,ss(t)],"Last month":[`${fo(t)}-01`,ss(fo(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function fo(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function ss(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var mo="Other dates";function fs({from:e,to:t,set:n}){let o=ls(ue()),r=Object.keys(o).find(l=>o[l].join()===[e,t].join()),a=b(!r),s=({target:l})=>{a.value=l.value===mo,a.value||n(...o[l.value])},c=e&&t&&e>t;return i`
    <form class="dates" onSubmit=${l=>l.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${a.value?mo:r} onChange=${s}>
          ${[...Object.keys(o),mo].map(l=>i`<option key=${l}>${l}</option>`)}
        </select>
      </div>
      ${a.value&&i`
        <div><label for="from">From</label><${us} id="from" value=${e} onChange=${l=>n(l,t)} isWrong=${c} /></div>
        <div><label for="to">To</label><${us} id="to" value=${t} onChange=${l=>n(e,l)} isWrong=${c} /></div>
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var us=({id:e,value:t,onChange:n,isWrong:o})=>i`
  <input
    id=${e} class="form-control" type="date" value=${t} aria-describedby="dates-problem" aria-invalid=${o?"true":null}
    onChange=${({target:r})=>n(r.value)}
  />
`;function ms({rows:e,caption:t}){let n=Math.max(...e.map(o=>o.month?o.amount:0),.01);return i`
    <table class="months">
      <caption>${t}</caption>
      <thead><tr><${ds}>Month<//><${ds}>Amount<//></tr></thead>
      <tbody>
        ${e.map(o=>i`
            <tr key=${o.month}>
              <th scope="row">${o.month?nr(o.month):"Before"}</th>
              <td><span class="measured">${o.month&&i`<${qc} share=${o.amount/n} />`}<b>${P(o.amount)}</b></span></td>
            </tr>
          `)}
      </tbody>
    </table>
  `}var ds=({children:e})=>i`<th scope="col"><span class="visually-hidden">${e}</span></th>`,qc=({share:e})=>i`
  <svg class="bar" aria-hidden="true" focusable="false"><rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" /></svg>
`;var ps=({statements:e,jobs:t,agency:n,isPending:o})=>i`
  <ul class="rows">
    ${e.map(r=>i`<${Vc} key=${r.statementId} statement=${r} job=${t[r.jobId]} agency=${n} isPending=${o} />`)}
  </ul>
`;function Vc({statement:e,job:t,agency:n,isPending:o}){let{reference:r,description:a,amount:s,status:c,jobId:l}=e,[d,u]=o||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=o&&Gc(e,n);return i`
    <li class="entry">
      <p class="sum"><span class="title" dir="auto">${a||r||"Statement"}</span> <b>${s===null?"":P(s)}</b></p>
      <p class="about">
        ${c&&i`<span class="status" dir="auto">${c}</span>`}
        ${o&&!c&&i`<span class="status">Not paid yet</span>`}
        ${d&&i`<span>${u} <time datetime=${d}>${J(d)}</time></span>`}
        ${r&&i`<span dir="auto">${r}</span>`}
      </p>
      <${Yc} statement=${e} />
      ${t&&i`<a class="reach" href=${w(`/jobs/${l}`)}><${h} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${p&&i`<a class="reach" href=${p}><${h} name="invoice" />Send its invoice</a>`}
    </li>
  `}function Yc({statement:{gross:e,vat:t,commission:n}}){let r=[e&&`${P(e)} in all`,t&&`${P(t)} of it VAT`,n&&`less ${P(n)} commission`].filter(Boolean);return r.length>1&&i`<p class="hint">${r.join(", ")}</p>`}function Gc({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!en(n)?null:n.invoice.link==="job_or_statement"?w("/invoice",{statement:e}):t&&w(`/jobs/${t}/invoice`,{statement:e})}var hs=40,po={pending:{name:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",counts:()=>!0},invoices:{name:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused"},paid:{name:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",counts:()=>!0}};function vs(){let{query:e}=O.value,t=A("agency").value,n=m=>!t.body||t.body.offers.includes(m),o=Object.entries(po).filter(([,{needs:m}])=>m.some(n)),r={};for(let[m,{path:f,needs:_}]of Object.entries(po))r[m]=A(t.body&&n(_[0])?f:null).value;let a=o.some(([m])=>m===e.get("show"))?e.get("show"):o[0]?.[0],[s,c]=[e.get("from")??"",e.get("to")??""],l=(C.value??[]).filter(({kind:m,state:f})=>m==="invoice"&&f==="done").length;if(R(()=>{l&&Yt("invoices")},[l]),!t.body&&t.busy)return i`<${S} title="Money"><${Y} reading=${t} /><//>`;if(!a)return i`<${S} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`;let d={...s&&{from:s},...c&&{to:c}},u=(m,f)=>fe(w("/money",{show:a,...m&&{from:m},...f&&{to:f}}),{replace:!0}),p=_s(a,r[a]);return i`
    <${S} title="Money">
      <nav class="tabs" aria-label="Money by kind">
        ${o.map(([m,{name:f}])=>i`
            <a key=${m} href=${w("/money",{show:m,...d})} aria-current=${m===a?"true":null}>
              ${f} <span class="number">${_s(m,r[m])?.length}</span>
            </a>
          `)}
      </nav>
      <${fs} key=${a} from=${s} to=${c} set=${u} />
      ${p&&i`<${Jc} key=${`${a} ${s} ${c}`} tab=${a} rows=${p} from=${s} to=${c} agency=${t.body} />`}
      ${!r[a].body&&i`<${Y} reading=${r[a]} />`}
      <${ae} reading=${r[a]} />
    <//>
  `}function _s(e,{body:t,busy:n,problem:o}){if(e!=="invoices")return t?.statements??null;let r=so(t?.invoices??[],C.value??[]);return t||r.length||!(n||o)?r:null}function Jc({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:a,total:s,none:c,one:l,counts:d}=po[e],u=b(hs),p=A("jobs").value.body?.jobs,m=re(()=>Object.fromEntries((p??[]).map(g=>[g.jobId,X(g)])),[p]),f=t.filter(g=>is(n,o)(a(g))),_=rn(f.filter(d).map(g=>g.amount));if(R(()=>{(n||o)&&W(f.length?`${te(f.length,l)}, ${P(_)}`:"None for these dates")},[]),!f.length)return i`<p class="notice">${n||o?"There is none for these dates.":c}</p>`;let{agency:I,contractorId:y}=oe.value,v=()=>as(`${I} ${y} ${e} ${ue()}.csv`,rs(os[e],f)),$=f.slice(0,u.value);return i`
    <p class="total"><span>${s}</span> <b>${P(_)}</b></p>
    ${e==="paid"&&i`<div class="card"><${ms} caption="Paid by month" rows=${cs(f.map(g=>({...g,date:a(g)})))} /></div>`}
    ${e==="invoices"?i`<${io} invoices=${$} jobs=${m} />`:i`<${ps} statements=${$} jobs=${m} agency=${r} isPending=${e==="pending"} />`}
    ${f.length>u.value&&i`<${on} onReach=${()=>u.value+=hs} left=${f.length-u.value} />`}
    <button type="button" class="btn btn-secondary" onClick=${v}><${h} name="download" />Download as CSV</button>
  `}var dt=6,Kc=30;function ys({asked:e,onAsked:t,onOther:n,onDone:o}){let[r,a,s]=[b(null),b(!1),G(null)],c=zc(e.at);Ee(()=>s.current.focus(),[]);let l=m=>{r.value=m,s.current.focus(),s.current.select()},d=async()=>{let m=$s(s.current.value);if(m.length!==dt)return l(`The code has ${dt} digits.`);r.value=null,a.value=!0;let f=await aa(e.email,m);return a.value=!1,f.status===201?o():l(se(f))},u=()=>{let m=$s(s.current.value);m!==s.current.value&&(s.current.value=m),r.value=null,m.length===dt&&!a.value&&d()},p=async()=>{let m=await Vt(e.email);return m.status!==204?l(se(m)):(W("Another code is on its way."),s.current.value="",t({...e,at:Date.now()}))};return i`
    <form onSubmit=${m=>(m.preventDefault(),d())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${dt} digits</label>
      <input
        id="code" ref=${s} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${r.value?"true":null} onInput=${u}
      />
      <p id="code-problem" class="problem" role="alert">${r.value}</p>
      <button class="btn btn-primary wide" disabled=${a.value}>${a.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${c>0} onClick=${p}>
        Send another code${c>0?` (in ${c} s)`:""}
      </button>
      <button class="btn btn-link" type="button" onClick=${n}>Use another address</button>
    </div>
  `}var $s=e=>e.replace(/\D/g,"").slice(0,dt);function zc(e){let t=()=>Math.max(0,Math.ceil(Kc-(Date.now()-e)/1e3)),n=b(t());return R(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var gs="Please enter a whole e-mail address, such as name@example.com.";function bs({first:e,onAsked:t}){let[n,o,r]=[b(null),b(!1),G(null)];return i`
    <form onSubmit=${async s=>{s.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:gs,n.value){r.current.focus();return}o.value=!0;let l=await Vt(c);if(o.value=!1,l.status===204){t({email:c,at:Date.now()});return}n.value=l.status===400?gs:se(l),r.current.focus()}} noValidate>
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
  `}var an="asked for a code",Zc=()=>JSON.parse(sessionStorage.getItem(an)??"null"),Xc=6e5;function ws(){let e=Zc(),t=b(e&&Date.now()-e.at<Xc?e:null),n=o=>{t.value=o,o?sessionStorage.setItem(an,JSON.stringify(o)):sessionStorage.removeItem(an)};return i`
    <div class="sign-in">
      <header class="portal"><span class="mark"><${h} name="mark" /></span>Contractor Portal</header>
      ${t.value?i`<${S} key="code" title="Enter your code" keepsFocus>
            <${ys} asked=${t.value} onAsked=${n} onOther=${()=>n(null)} onDone=${()=>sessionStorage.removeItem(an)} />
          <//>`:i`<${S} key="email" title="Sign in">
            ${Ve.value&&i`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
            <${bs} first=${Ve.value??""} onAsked=${n} />
          <//>`}
    </div>
  `}var Qc={jobs:uo,job:es,invoice:co,statement:co,money:vs,contacts:xa,account:_a,outbox:ya};function Ss(){if(k.value===void 0)return i`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(k.value===null)return i`<${ws} />`;if(B.value===null)return i`<${ba} />`;let{screen:e,id:t,path:n}=O.value,o=Qc[e]??uo,r=H(B.value);return i`<${no} key=${r}><${o} key=${n} id=${t} /></${no}>`}var el=["checking","done","refused"];function xs(){let e=new Map;ee(()=>{let t=C.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&el.includes(n.state)&&W(`${Pt(n)}: ${Ne(n)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}ar();ca();Xr();xs();qt();ee(()=>{let e=oe.value;e?(rr(H(e)),Vn(e)):Gr(oa.value)});Io(i`<${Ss} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
