(()=>{var x,_o,cn,he,an,$t,vo,_t,$o,ln,sn,xi,Xe=Symbol.for("pv"),yt={},gt=[],ki=/^m(i|n|o|s|text|space)$/,un=Array.isArray,fn=gt.slice,Ie=Object.assign;function Oe(e){e&&e.parentNode&&e.remove()}function bt(e,t,n){var o,r,a,i={},c=arguments.length;for(a in t)a=="key"?o=t[a]:a=="ref"&&typeof e!="function"?r=t[a]:i[a]=t[a];return c>2&&(i.children=c>3?fn.call(arguments,2):n),Ze(e,i,o,r,null)}function Ze(e,t,n,o,r){var a={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Xe,__v:r||++_o,__i:-1,__u:0};return!r&&x.vnode&&x.vnode(a),a}function Ae(e){return e.children}function Re(e,t){this.props=e,this.context=t,this.__g=0}function _e(e,t){if(t==null)return e.__&&_e(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:_e(e)}function Oi(e){var t,n=e.__v,o=n.__e,r=[],a=[],i=e.__P;i&&((t=Ie({constructor:Xe},n)).__v=n.__v+1,x.vnode&&x.vnode(t),dn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||_e(n),32&n.__u,a),t.__v=n.__v,t.__.__k[t.__i]=t,xo(r,t,a),n.__=n.__e=null,t.__e!=o&&yo(t))}function yo(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),yo(e)}function po(e){(8&e.__g||(e.__g|=8,he.push(e),$t++))&&an==x.debounceRendering||((an=x.debounceRendering)||queueMicrotask)(go)}function go(){try{for(var e,t=1;he.length;)he.length>t&&he.sort(vo),e=he.shift(),t=he.length,8&e.__g&&Oi(e)}finally{($t=he.length)&&(an||queueMicrotask)(go)}}function bo(e,t,n,o,r,a,i,c,l,d,u){var p,m,f,_,I,y,v=o.__k||gt,$=t.length;for(l=Ii(n,t,v,l,$),p=0;p<$;p++)(f=n.__k[p])!=null&&(m=~f.__i&&v[f.__i]||yt,f.__i=p,y=dn(e,f,m,r,a,i,c,l,d,u),_=f.__e,(m.ref!=f.ref||8&m.__u)&&(m.ref&&mn(m.ref,null,f,m),f.ref&&u.push(f.ref,f.__c||_,f)),I=I||_,4&f.__u?(l=wo(f,l,e,!m.__v),m.__e&&(m.__e=null)):typeof f.type=="function"&&y!==void 0?l=y:_&&(l=_.nextSibling),f.__u&=-21);return n.__e=I,l}function Ii(e,t,n,o,r){var a,i,c,l,d,u,p,m,f,_=n.length,I=_,y=0,v=0,$=e.__k=Array(r);for(a=0;a<r;a++)(i=t[a])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=$[a]=Ze(null,i):un(i)?i=$[a]=Ze(Ae,{children:i}):i.constructor===Xe&&i.__b?i=$[a]=Ze(i.type,i.props,i.key,i.ref,i.__v):$[a]=i,l=a+y,i.__=e,i.__b=e.__b+1,c=null,~(d=i.__i=Ai(i,n,l,I))&&(I--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,d==l-1?y--:d==l+1?y++:d!=l&&(d>l?y--:y++,v=1)):(~d||(r>_?y--:r<_&&y++),typeof i.type!="function"&&(i.__u|=4))):$[a]=null;if(v){for(u=[],p=[],a=0;a<r;a++)if((i=$[a])&&16&i.__u){for(y=0,m=u.length;y<m;)u[f=y+m>>1]<i.__i?y=f+1:m=f;u[y]=i.__i,p[a]=y+1}for(y=u.length;a--;)p[a]&&(p[a]==y?y--:$[a].__u|=4)}if(I)for(a=0;a<_;a++)!(c=n[a])||2&c.__u||(c.__e==o&&(o=_e(c)),pn(c,c));return o}function wo(e,t,n,o){var r,a,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(a=0;a<r.length;a++)r[a]&&(r[a].__=e,t=wo(r[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=_e(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Ai(e,t,n,o){var r,a=e.key,i=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&a==null||l&&a==c.key&&i==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&a==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&a==c.key&&i==c.type)return r}return-1}function ho(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function ht(e,t,n,o,r){var a,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||ho(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||ho(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=sn[t]||(sn[t]=Ti(t)),(e.__a||(e.__a={}))[t]=ln,a=t!=(t=t.replace($o,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,a):e.removeEventListener(t,i,a));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Ti(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[_t]==null)t[_t]=ln++;else if(t[_t]<this.__a[e])return;return n(x.event?x.event(t):t)}}}function dn(e,t,n,o,r,a,i,c,l,d){var u,p,m,f,_,I,y,v,$,g,T,Le,pt,V,Q,mo,pe,ke,se=t.type;if(t.constructor!==Xe)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,p=a=[],u.nodeType==8?c=vt(u,a):a.push(u),c=a[0]||c),(u=x.__b)&&u(t);e:if(typeof se=="function"){m=i.length;try{if(v=t.props,$=(u=se.prototype)&&u.render,g=(u=se.contextType)&&o[u.__c],T=u?g?g.props.value:u.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):($?t.__c=f=new se(v,T):(t.__c=f=new Re(v,T),f.constructor=se,f.render=Di),g&&g.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),$&&(f.__s||(f.__s=f.state),se.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=Ie({},f.__s)),Ie(f.__s,se.getDerivedStateFromProps(v,f.__s)))),_=f.props,I=f.state,f.__v=t,n.__c){if(v!==_&&$&&!se.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps(v,T),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate(v,f.__s,T)===!1){t.__v!=n.__v&&(f.props=v,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(Z){Z&&(Z.__=t)}),gt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&i.push(f),c=_e(n);break e}f.componentWillUpdate&&f.componentWillUpdate(v,f.__s,T),$&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate(_,I,y)})}else $&&!se.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),$&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=T,f.props=v,f.__P=e,f.__g&=-5,Le=x.__r,pt=$?25:0;do f.__g&=-9,Le&&Le(t),u=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++pt<25);$&&(gt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=Ie({},o,f.getChildContext())),$&&n.__c&&f.getSnapshotBeforeUpdate&&(y=f.getSnapshotBeforeUpdate(_,I)),V=u&&u.type===Ae&&u.key==null?u.props.children:u,v.__P&&(u=c,r=(e=v.__P).namespaceURI,l=a=null,n.props&&n.props.__P!=e&&(n.__k.some(function(Z){Z&&pn(Z,Z)}),n.__k=null),c=n.__k?_e(n,0):null),c=bo(e,un(V)?V:[V],t,n,o,r,a,i,c,l,d),v.__P&&(t.__e=null,c=u),t.__u&=-161,p&&p.some(Oe),f.__h.length&&i.push(f),1&f.__g&&(f.__g&=-4)}catch(Z){if(i.length=m,t.__v=null,l||a)if(Z&&Z.then){if(t.__u|=128|l,a){for(~(pe=a.indexOf(c||void 0))||(pe=a.length);(ke=a[pe-1])&&ke.nodeType==8;)pe--;for(;pe<a.length;pe++)if(ke=a[pe])if(a[pe]=null,Q){if(ke==mo)break}else{if(ke.nodeType!=8)break;ke.data.startsWith("$s")&&(mo=vt(Q=ke))}}if(!Q){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;Q=c}(u=vt(Q=t.__c.__z||(t.__c.__z=Q)))?(t.__e=Q,c=u):t.__e=c,c=c&&c.nextSibling}else a&&a.some(Oe);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),Z&&Z.then||So(t),x.__e(Z,t,n)}}else c=t.__e=Ei(n.__e,t,n,o,r,a,i,l,d,e);return(u=x.diffed)&&u(t),c}function vt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function So(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(So))}function xo(e,t,n){for(var o=0;o<n.length;)mn(n[o++],n[o++],n[o++]);x.__c&&x.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(a){a.call(r)})}catch(a){x.__e(a,r.__v)}})}function Ei(e,t,n,o,r,a,i,c,l,d){var u,p,m,f,_,I,y,v,$=n.props||yt,g=t.props,T=t.type;if(T=="svg"?r="http://www.w3.org/2000/svg":T=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),a){for(u=0;u<a.length;u++)if((_=a[u])&&(T?_.localName==T:_.nodeType==3)){e=_,a[u]=null;break}}if(!e){if(v=d.ownerDocument||document,!T)return v.createTextNode(g);e=v.createElementNS(r,T,g.is?g:d),c&&(x.__m&&x.__m(t,a),c=!1),a=null}if(T){if(d=T=="template"&&e.content||e,a=T=="textarea"&&g.defaultValue!=null?null:a&&fn.call(d.childNodes),!c&&a)for($={},u=0;u<e.attributes.length;u++)$[(_=e.attributes[u]).name]=_.value;for(u in $)_=$[u],u=="dangerouslySetInnerHTML"?m=_:u=="children"||u in g||u=="value"&&"defaultValue"in g||u=="checked"&&"defaultChecked"in g||ht(e,u,null,_,r);for(u in g)_=g[u],u=="children"?f=_:u=="dangerouslySetInnerHTML"?p=_:u=="value"?I=_:u=="checked"?y=_:c&&typeof _!="function"||$[u]===_||ht(e,u,_,$[u],r);p?(c||m&&(p.__html==m.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(m&&(e.textContent=""),(T=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&ki.test(T))&&(r="http://www.w3.org/1999/xhtml"),bo(d,un(f)?f:[f],t,n,o,r,a,i,a?a[0]:n.__k&&_e(n,0),c,l),a&&a.some(Oe)),c&&T!="textarea"||(u="value",T=="progress"&&I==null?e.removeAttribute(u):I==null||I===e[u]&&(T!="progress"||I)||ht(e,u,I,$[u],r),u="checked",y!=null&&y!=e[u]&&ht(e,u,y,$[u],r))}else $===g||c&&e.data==g||(e.data=g);return e}function mn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){x.__e(r,n)}}function pn(e,t,n){var o,r,a,i;if(x.unmount&&x.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||mn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){x.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&pn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=vt(o,a=[]))&&(o==e.__e&&a.some(Oe),Oe(r),Oe(o)),n||Oe(e.__e),e.__e=e.__c=e.__=null}function Di(e,t,n){return this.constructor(e,n)}function ko(e,t){var n,o,r,a;x.__&&x.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=Ze(Ae,{children:[e]}),r=[],a=[],dn(t,t.__k,o||yt,yt,t.namespaceURI,o?null:t.firstChild?fn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,a),xo(r,t.__k,a),t.__k.props.children=null}x={__e:function(e,t,n,o){for(var r,a,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(a=r.constructor)&&a.getDerivedStateFromError)&&r.setState(a.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw $t=0,e}},_o=0,cn=function(e){return e!=null&&e.constructor===Xe},Re.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Ie({},this.state)),typeof e=="function"&&(e=e(Ie({},n),this.props)),e&&(Ie(n,e),this.__v&&(t&&this.__k.push(t),po(this)))},Re.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),po(this))},Re.prototype.render=Ae,he=[],$t=0,vo=function(e,t){return e.__v.__b-t.__v.__b},_t=Symbol(),$o=/(PointerCapture)$|Capture$/i,ln=0,sn={},xi=0;var Te,N,hn,Oo,_n=Object.is,wt=0,jo=[],vn=[],M=x,Io=M.__b,Ao=M.__r,To=M.diffed,Eo=M.__c,Do=M.unmount,Mo=M.__;function et(e,t){M.__h&&M.__h(N,e,wt||t),wt=0;var n=N.__H||(N.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function tt(e){return wt=1,Mi(Lo,e)}function Mi(e,t,n){var o=et(Te++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Lo(void 0,t),function(a){var i=(o.__N||o.__)[0],c=o.t(i,a);_n(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=N,!N.__f)){N.__f=!0;var r=N.shouldComponentUpdate;N.shouldComponentUpdate=function(a,i,c){var l=this.__H;if(!l)return!0;var d=!1,u=this.props!=a;if(l.__.some(function(m){m.__N&&(d=!0,_n(m.__[0],m.__N[0])||(u=!0))}),r){var p=r.call(this,a,i,c);return d?p||u:p}return!d||u}}return o.__}function R(e,t){var n=et(Te++,3);!M.__s&&yn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,N.__H.__h.push(n))}function Ee(e,t){var n=et(Te++,4);!M.__s&&yn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,N.__h.push(n))}function J(e){return wt=5,re(function(){return{current:e}},[])}function re(e,t){var n=et(Te++,7);return yn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Co(){var e=et(Te++,11);if(!e.__){for(var t=N.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Ni(){var e;do{for(;e=vn.shift();)try{Qe(e)}catch(n){M.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=jo.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Qe),t.__h.some($n),t.__h=[]}catch(n){t.__h=[],M.__e(n,e.__v)}}}while(vn.length)}M.__b=function(e){N=null,Io&&Io(e)},M.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Mo&&Mo(e,t)},M.__r=function(e){Ao&&Ao(e),Te=0;var t=(N=e.__c).__H;t&&(hn==N?N.__h=[]:(t.__h.some(Qe),t.__h.some($n),Te=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),hn=N},M.diffed=function(e){To&&To(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Po(jo.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),hn=N=null},M.__c=function(e,t){t.some(function(n){try{n.__h.some(Qe),n.__h=n.__h.filter(function(o){return!o.__||$n(o)})}catch(o){n.__h=[function(){throw o}]}}),Eo&&Eo(e,t)},M.unmount=function(e){Do&&Do(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Po(vn.push(r))}else Qe(r)}catch(a){t=a}}),o.__H=void 0,t&&M.__e(t,o.__v))};var No=typeof requestAnimationFrame=="function";function Pi(e){var t,n=function(){clearTimeout(o),No&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);No&&(t=requestAnimationFrame(n))}function Po(e){e!=1&&Oo==M.requestAnimationFrame||((Oo=M.requestAnimationFrame)||Pi)(Ni)}function Qe(e){var t=N,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),N=t}function $n(e){var t=N;e.__c=e.__(),N=t}function yn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!_n(n,e[o])})}function Lo(e,t){return typeof t=="function"?t(e):t}var ji=Symbol.for("preact-signals");function Ot(){if(ce>1)ce--;else{var e,t=!1;for((function(){var r=xt;for(xt=void 0;r!==void 0;){var a=r.S;if(a.v===r.v)for(var i=a.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=a.i);r=r.o}})();ot!==void 0;){var n=ot;for(ot=void 0,St++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Bo(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(St=0,ce--,t)throw e}}function bn(e){if(ce>0)return e();gn=++Ci,ce++;try{return e()}finally{Ot()}}var nt,E=void 0;function rt(e){var t=E,n=nt;E=void 0,nt=void 0;try{return e()}finally{E=t,nt=n}}var ot=void 0,ce=0,St=0,Ci=0,gn=0,xt=void 0,kt=0;function Ro(e){if(E!==void 0){var t=e.n;if(t===void 0||t.t!==E)return t={i:0,S:e,p:E.s,n:void 0,t:E,e:void 0,x:void 0,r:t},E.s!==void 0&&(E.s.n=t),E.s=t,e.n=t,32&E.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=E.s,t.n=void 0,E.s.n=t,E.s=t),t}}function U(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}U.prototype.brand=ji;U.prototype.h=function(){return!0};U.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:rt(function(){var o;(o=t.W)==null||o.call(t)}))};U.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&rt(function(){var r;(r=t.Z)==null||r.call(t)}))}};U.prototype.subscribe=function(e){var t=this;return ee(function(){var n=t.value;rt(function(){return e(n)})},{name:"sub"})};U.prototype.valueOf=function(){return this.value};U.prototype.toString=function(){return this.value+""};U.prototype.toJSON=function(){return this.value};U.prototype.peek=function(){var e=this;return rt(function(){return e.value})};Object.defineProperty(U.prototype,"value",{get:function(){var e=Ro(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(St>100)throw new Error("Cycle detected");(function(n){ce!==0&&St===0&&n.l!==gn&&(n.l=gn,xt={S:n,v:n.v,i:n.i,o:xt})})(this),this.v=e,this.i++,kt++,ce++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Ot()}}}});function F(e,t){return new U(e,t)}function Bo(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Uo(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Fo(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function De(e,t){U.call(this,void 0,t),this.x=e,this.s=void 0,this.g=kt-1,this.f=4}De.prototype=new U;De.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===kt))return!0;if(this.g=kt,this.f|=1,this.i>0&&!Bo(this))return this.f&=-2,!0;var e=E;try{Uo(this),E=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return E=e,Fo(this),this.f&=-2,!0};De.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}U.prototype.S.call(this,e)};De.prototype.U=function(e){if(this.t!==void 0&&(U.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};De.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(De.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Ro(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function ve(e,t){return new De(e,t)}function Wo(e){var t=e.j;if(e.j=void 0,typeof t=="function"){ce++;var n=E;E=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,wn(e),o}finally{E=n,Ot()}}}function wn(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Wo(e)}function Li(e){if(E!==this)throw new Error("Out-of-order effect");Fo(this),E=e,this.f&=-2;try{8&this.f&&wn(this)}finally{Ot()}}function Be(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,nt&&nt.push(this)}Be.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Be.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Wo(this),Uo(this),ce++;var e=E;return E=this,Li.bind(this,e)};Be.prototype.N=function(){2&this.f||(this.f|=2,this.u=ot,ot=this)};Be.prototype.d=function(){this.f|=8,1&this.f||wn(this)};Be.prototype.dispose=function(){this.d()};function ee(e,t){var n=new Be(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Ho,At,It,Ri=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var qo=[];ee(function(){Ho=this.N})();function Ue(e,t){x[e]=t.bind(null,x[e]||function(){})}function at(e){if(It){var t=It;It=void 0,t()}It=e&&e.S()}function Vo(e){var t=this,n=e.data,o=b(n);o.name="ReactiveDom",o.value=n;var r=re(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var d=ve(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),u=ve(function(){return!Array.isArray(d.value)&&!cn(d.value)}),p=ee(function(){if(this.N=Yo,u.value){var f=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),m=t.__$u.d;return t.__$u.d=function(){p(),m.call(this)},[u,d]},[]),a=r[0],i=r[1];return a.value?i.peek():i.value}Vo.displayName="ReactiveTextNode";Object.defineProperties(U.prototype,{constructor:{configurable:!0,value:bt(Ae,null).constructor},type:{configurable:!0,value:Vo},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});Ue("__b",function(e,t){if(at(),At=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var a=o[r];a instanceof U&&(n||(t.__np=n={}),n[r]=a,o[r]=a.peek())}}e(t)});Ue("__r",function(e,t){if(e(t),t.type!==Ae){at();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,a){var i;return ee(function(){i=this},{name:a}),i.c=r,i})((function(r){return function(){var a;Ri&&((a=this.y)==null||a.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),At=o,at(n)}});Ue("__e",function(e,t,n,o){at(),At=void 0,e(t,n,o)});Ue("diffed",function(e,t){at(),At=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,a=n.U;if(a)for(var i in a){var c=a[i];c===void 0||o&&i in o||(c.d(),a[i]=void 0)}if(o){a||(a={},n.U=a);for(var l in o){var d=a[l],u=o[l];d===void 0?(d=Bi(n,l,u,r),a[l]=d):d.o(u,r)}}}e(t)});function Bi(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,a=F(n);return{o:function(i,c){a.value=i,o=c},d:ee(function(){this.N=Yo;var i=a.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}Ue("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var a=o[r];a&&a.d()}}}var i=t.__np;if(i){var c=t.props;for(var l in i)c[l]=i[l]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var u=d.__$u;u&&(d.__$u=void 0,u.d())}}e(t)});Ue("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Re.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var a=2&this.__$f;if(!(o||a||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function b(e,t){return re(function(){return F(e,t)},[])}var Ui=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Fi(){bn(function(){for(var e;e=qo.shift();)Ho.call(e)})}function Yo(){qo.push(this)===1&&(x.requestAnimationFrame||Ui)(Fi)}var Jo=function(e,t,n,o){var r;t[0]=0;for(var a=1;a<t.length;a++){var i=t[a++],c=t[a]?(t[0]|=i?1:2,n[t[a++]]):t[++a];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++a]]=c:i===6?o[1][t[++a]]+=c+"":i?(r=e.apply(c,Jo(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[a-2]=0,t[a]=r)):o.push(c)}return o},Go=new Map;function Ko(e){var t=Go.get(this);return t||(t=new Map,Go.set(this,t)),(t=Jo(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,a=1,i="",c="",l=[0],d=function(m){a===1&&(m||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,m,i):a===3&&(m||i)?(l.push(3,m,i),a=2):a===2&&i==="..."&&m?l.push(4,m,0):a===2&&i&&!m?l.push(5,0,!0,i):a>=5&&((i||!m&&a===5)&&(l.push(a,0,i,r),a=6),m&&(l.push(a,m,0,r),a=6)),i=""},u=0;u<n.length;u++){u&&(a===1&&d(),d(u));for(var p=0;p<n[u].length;p++)o=n[u][p],a===1?o==="<"?(d(),l=[l],a=3):i+=o:a===4?i==="--"&&o===">"?(a=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(d(),a=1):a&&(o==="="?(a=5,r=i,i=""):o==="/"&&(a<5||n[u][p+1]===">")?(d(),a===3&&(l=l[0]),a=l,(l=l[0]).push(2,0,a),a=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),a=2):i+=o),a===3&&i==="!--"&&(a=4,l=l[0])}return d(),l})(e)),t),arguments,[])).length>1?t:t[0]}var s=Ko.bind(bt);var Xo="Europe/London",Sn=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Xo,...e}),Qo=Sn({day:"numeric",month:"long",year:"numeric"}),Wi=Sn({month:"short",year:"numeric"}),zo=Sn({hour:"2-digit",minute:"2-digit"}),Tt=new Intl.DateTimeFormat("sv-SE",{timeZone:Xo}),Hi=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),qi=864e5,le=(e=new Date)=>Tt.format(e),K=e=>Qo.format(new Date(e)),er=e=>Wi.format(new Date(`${e}-01`));function $e(e,t=new Date){let n=new Date(e);return Tt.format(n)===Tt.format(t)?zo.format(n):`${Qo.format(n)}, ${zo.format(n)}`}var P=e=>Hi.format(e),te=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function tr(e,t=new Date){let n=Math.round((Zo(t)-Zo(new Date(e)))/qi);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.floor(n/30.44)} months ago`:`${Math.floor(n/365.25)} years ago`}var Zo=e=>Date.parse(Tt.format(e)),Et=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function ae({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${$e(e)}`;return s`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function Y({reading:{busy:e,problem:t}}){return t?s`<p class="notice" role="alert">${t}</p>`:e?s`<p class="loading" role="status">Loading …</p>`:null}var xn="([A-Za-z0-9_-]{1,64})",kn=new RegExp(`^${xn}$`),Vi={"/":"jobs","/jobs":"jobs",[`/jobs/${xn}`]:"job",[`/jobs/${xn}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},Yi=Object.entries(Vi).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Dt(e){for(let[t,n]of Yi){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var O=F(On());function On(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Dt(location.pathname)??Dt("/"),path:location.pathname,account:kn.test(n)&&kn.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0}}function w(e,t={},n=O.value.account){let[o,r]=n?.split("/")??[],a=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return a?`${e}?${a}`:e}function nr(e){O.value.account||ue(w(O.value.path,Object.fromEntries(O.value.query),e),{replace:!0})}function ue(e,{replace:t=!1}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY},""),history.pushState(null,"",e)),O.value=On()}function or(){history.scrollRestoration="manual",addEventListener("popstate",()=>{O.value=On(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Dt(t.pathname)||(e.preventDefault(),ue(t.href,{replace:t.href===location.href}))})}var Ji={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},h=({name:e})=>s`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${Ji[e]} /></svg>
`;var Ki="Contractor Portal",rr=!0;function S({title:e,back:t,keepsFocus:n=!1,children:o}){let r=J(null);return Ee(()=>{rr||(n||r.current.focus({preventScroll:!0}),scrollTo(0,O.value.y)),rr=!1},[]),Ee(()=>{document.title=`${e} – ${Ki}`},[e]),s`
    <main id="main" class="screen">
      ${t&&s`<a class="back" href=${w(t.path)}><${h} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var ar="application/json",sr=()=>{};function cr(e){sr=e}async function z(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:a=4e4}={}){let i=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!i&&c.set("Content-Type",ar);try{let l=await fetch(`/api/${e}`,{method:t,headers:c,body:i||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(a)}),d=l.headers.get("Content-Type")?.startsWith(ar)??!1;if(!d&&l.status!==204&&l.status!==304)return ir();let u={status:l.status,body:d?await l.json():null,headers:l.headers,offline:!1};return l.status===401&&sr(),u}catch{return ir()}}var ir=()=>({status:0,body:null,headers:new Headers,offline:!0}),zi="The portal cannot be reached just now. Please check your connection and try again.",ie=({offline:e,body:t})=>e?zi:t?.error??"Something went wrong. Please try again in a minute.";var Tn=(e,t)=>t.some(n=>e instanceof n),lr,ur;function Zi(){return lr||(lr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Xi(){return ur||(ur=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var En=new WeakMap,In=new WeakMap,Mt=new WeakMap;function Qi(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",a),e.removeEventListener("error",i)},a=()=>{n(ye(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",a),e.addEventListener("error",i)});return Mt.set(t,e),t}function es(e){if(En.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",a),e.removeEventListener("error",i),e.removeEventListener("abort",i)},a=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",a),e.addEventListener("error",i),e.addEventListener("abort",i)});En.set(e,t)}var Dn={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return En.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return ye(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function pr(e){Dn=e(Dn)}function ts(e){return Xi().includes(e)?function(...t){return e.apply(Mn(this),t),ye(this.request)}:function(...t){return ye(e.apply(Mn(this),t))}}function ns(e){return typeof e=="function"?ts(e):(e instanceof IDBTransaction&&es(e),Tn(e,Zi())?new Proxy(e,Dn):e)}function ye(e){if(e instanceof IDBRequest)return Qi(e);if(In.has(e))return In.get(e);let t=ns(e);return Object.is(t,e)||(In.set(e,t),Mt.set(t,e)),t}var Mn=e=>Mt.get(e);function hr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:a}={}){let i=indexedDB.open(e,t),c=ye(i);return o&&i.addEventListener("upgradeneeded",l=>{o(ye(i.result),l.oldVersion,l.newVersion,ye(i.transaction),l)}),n&&i.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{a&&l.addEventListener("close",()=>a()),r&&l.addEventListener("versionchange",d=>r(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function _r(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),ye(n).then(()=>{})}var os=["get","getKey","getAll","getAllKeys","count"],rs=["put","add","delete","clear"],An={};function fr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(An[t])return An[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=rs.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||os.includes(n)))return;let a=async function(i,...c){let l=this.transaction(i,r?"readwrite":"readonly"),d=l.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),r&&l.done]))[0]};return An[t]=a}pr(e=>({...e,get:(t,n,o)=>fr(t,n)||e.get(t,n,o),has:(t,n)=>!!fr(t,n)||e.has(t,n)}));var as=["advance","continue","continuePrimaryKey"],dr={},Nn=new WeakMap,vr=new WeakMap,is={get(e,t){if(!as.includes(t))return e[t];let n=dr[t];return n||(n=dr[t]=function(...o){Nn.set(this,vr.get(this)[t](...o))}),n}};async function*ss(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,is);for(vr.set(n,t),Mt.set(n,Mn(t));t;)yield n,t=await(Nn.get(n)||t.continue()),Nn.delete(n)}function mr(e,t){return t===Symbol.asyncIterator&&Tn(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&Tn(e,[IDBIndex,IDBObjectStore])}pr(e=>({...e,get(t,n,o){return mr(t,n)?ss:e.get(t,n,o)},has(t,n){return mr(t,n)||e.has(t,n)}}));var cs=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})}],ls={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},be=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=ls[t]}},us="portal:",ge=new Map,Nt=new Set,G=({agency:e,contractorId:t,email:n})=>`${us}${e}/${t} ${n}`;function fs(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function $r(){return(indexedDB.databases?await ne(()=>indexedDB.databases()):[...ge.keys()].map(t=>({name:t}))).map(({name:t})=>fs(t)).filter(Boolean)}var Pn=e=>Nt.delete(e);async function q(e,t=cs){if(Nt.has(e))throw new be("gone");if(!ge.has(e)){let n=ds(e,t);ge.set(e,n),n.catch(()=>ge.delete(e))}return ge.get(e)}var ds=(e,t)=>ne(()=>hr(e,t.length,{upgrade(n,o,r,a){for(let i of t.slice(o))i(n,a)},blocking(n,o){o===null&&Nt.add(e),yr(e)},terminated:()=>ge.delete(e)}));async function yr(e){let t=ge.get(e);ge.delete(e),(await t?.catch(()=>null))?.close()}async function gr(e){Nt.add(e),await yr(e),await ne(()=>_r(e))}async function ne(e){try{return await e()}catch(t){throw t instanceof be?t:new be(ms(t),t)}}function ms(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":["SecurityError","InvalidStateError","UnknownError"].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?"closed":"broken"}var br=300;async function wr(e,t,n,o=null){try{let{store:r,done:a}=(await q(G(e))).transaction("answers","readwrite");await r.put({path:t,body:n,etag:o,readAt:Date.now()}),await r.count()>br&&await ps(r),await a}catch{}}async function Sr(e,t){try{return await(await q(G(e))).get("answers",t)??null}catch{return null}}async function xr(e){try{await(await q(G(e))).clear("answers")}catch{}}async function ps(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-br).map(({path:n})=>e.delete(n)))}var hs={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},_s=144*36e5,Ar=2e3,vs=3e5,Tr=6e4,$s=[400,404,405,413,415,422],Er="It may have arrived. It is sent again by itself, and cannot arrive twice.",ys="The portal cannot tell any more what became of it. Please look at the job before you send it again.",gs="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",Me=({state:e})=>hs[e],Pt=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],D=({state:e})=>e!=="done",Ne=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,it=({state:e})=>!["sending","checking"].includes(e),jn=({state:e,sentAt:t})=>e==="waiting"&&t!==null,Dr=({kind:e,jobId:t,about:n,content:o,document:r},a)=>({kind:e,jobId:t??null,about:n??"",addedAt:a,...jt({content:o,document:r})}),jt=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...bs}),bs={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,submissionId:null,asks:null,result:null};function Mr(e,t){return Nr(e).filter(n=>n.nextAt<=t).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function Cn(e){let t=Nr(e).map(({nextAt:n})=>n);return t.length?Math.min(...t):null}function Nr(e){let t=new Set;return e.filter(n=>{if(n.state==="checking")return!0;if(!["waiting","sending"].includes(n.state))return!1;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Pr(e,t){return e.sentAt!==null&&t-e.sentAt>_s?Fe(gs):{state:"sending",sentAt:e.sentAt??t,sentence:null}}var jr=()=>({state:"waiting",sentence:Er,nextAt:0});function Cr(e,t,n,o=Math.random){let{status:r,body:a,headers:i,offline:c}=t,l={sentAt:e.sentAt??n},d=a?.error??null;if(c){let f={tries:e.tries+1,nextAt:n+st(e.tries,Tr,o)};return{...l,...f,state:"waiting",sentence:Er}}let u=i.get("Submission-State"),p=i.get("Retry-After");if(r===200||r===201)return Rr(e,a,n);if(r===202)return kr(a.submissionId,a.message,n);if(u==="rejected")return Fe(d);if(i.get("Location"))return kr(i.get("Location").split("/").at(-1),d,n);if(u==="not-sent")return Or(e,p,n,o,{sentAt:null,sentence:d});if(r===409&&!p)return Fe(d,e.kind==="invoice"?"duplicate":null);if($s.includes(r))return Fe(d);let m=r===409||r>=500;return Or(e,p,n,o,{...m?l:{sentAt:e.sentAt},sentence:d})}function Lr(e,{status:t,body:n,offline:o},r,a=Math.random){return t===404?Fe(ys):o||t!==200?Ir(e,e.sentence,r,a):n.state==="confirmed"?Rr(e,n.result,r):["rejected","expired","abandoned"].includes(n.state)?Fe(n.message):Ir(e,n.message,r,a)}var Rr=({document:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:t,document:e&&{name:e.name,size:e.size}}),Fe=(e,t=null)=>({state:"refused",sentence:e,asks:t,sentAt:null}),kr=(e,t,n)=>({state:"checking",submissionId:e,sentence:t,tries:0,nextAt:n+Ar});function Or(e,t,n,o,r){let a=Math.max(Number(t)*1e3||0,st(e.tries,vs,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+a}}function Ir(e,t,n,o){return{sentence:t,tries:e.tries+1,nextAt:n+st(e.tries,Tr,o)}}var st=(e,t,n=Math.random)=>Math.min(t,Ar*2**Math.min(e,20))*(.5+n()/2);var Ur="portal-outbox",Br={durability:"strict"},We=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Pe=class{constructor(t){this.owner=t,this.name=G(t)}all(){return ne(async()=>(await q(this.name)).getAll("outbox"))}async add(t){let n=await this.#e(t).catch(async o=>{if(o.reason!=="full")throw o;return await xr(this.owner),this.#e(t)});return Ct(this.name),n}async change(t,n){let o=await ne(async()=>{let{store:r,done:a}=(await q(this.name)).transaction("outbox","readwrite",Br),i=await r.get(t),c=i&&n(i);return c?await Promise.all([r.put({...i,...c}),a]):c===null?await Promise.all([r.delete(t),a]):await a,c===void 0?void 0:c&&{...i,...c}});if(o===void 0)throw new We;return Ct(this.name),o}tidy(){return ne(async()=>{let t=(await q(this.name)).transaction(["answers","drafts","outbox"],"readwrite"),n=t.objectStore("outbox"),o=(await n.getAll()).filter(r=>!D(r));await Promise.all([t.objectStore("answers").clear(),t.objectStore("drafts").clear(),...o.map(({id:r})=>n.delete(r)),t.done])})}#e(t){return ne(async()=>{let{store:n,done:o}=(await q(this.name)).transaction("outbox","readwrite",Br),[r]=await Promise.all([n.add(t),o]);return{...t,id:r}})}},He=class{#e=[];#t=0;constructor(t){this.owner=t,this.name=G(t)}async all(){return[...this.#e]}async add(t){let n={...t,id:++this.#t};return this.#e.push(n),Ct(this.name),n}async change(t,n){let o=this.#e.findIndex(i=>i.id===t),r=o<0?void 0:n(this.#e[o]);if(r===void 0)throw new We;let a=r&&{...this.#e[o],...r};return this.#e.splice(o,1,...a?[a]:[]),Ct(this.name),a}};function Ct(e){let t=new BroadcastChannel(Ur);t.postMessage(e),t.close()}function Fr(e){let t=new BroadcastChannel(Ur);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function ct(e){try{let t=new Blob([await e.arrayBuffer()],{type:"application/pdf"});return{name:e.name??"invoice.pdf",size:t.size,blob:t}}catch(t){throw Object.assign(new be("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}async function Wr(e){let{method:t,path:n}=ws(e),o={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(o["X-Allow-Duplicate"]="true"),{method:t,path:n,headers:o,body:e.document?await Ss(e):e.content,timeoutMs:e.document?3e5:6e4}}function ws({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}async function Ss({content:e,document:t}){let n=new FormData;for(let[r,a]of Object.entries(e))a!=null&&n.append(r,String(a));let o=await t.blob.arrayBuffer();return n.append("document",new Blob([o],{type:"application/pdf"}),t.name),n}var Hr="portal-session",xs=5e3,ks={state:"refused",sentAt:null,sentence:"Its PDF cannot be read on this phone any more. Please attach it again."};async function je(e=null){return(await $r()).filter(t=>e===null||t.email===e).map(t=>new Pe(t))}function Ln(e){return navigator.locks.request(`portal-outbox:${e.name}`,async()=>{for(await Os(e);;){let[t]=Mr(await e.all(),Date.now());if(!t)return{hold:null,next:Cn(await e.all())};let n=await Is(e.owner,()=>As(e,t));if(n)return{hold:n,next:null}}})}async function Lt(e){let t=!1,n=()=>(t=!0,e());try{return await navigator.locks.request(Hr,{signal:AbortSignal.timeout(xs)},n)}catch(o){if(t)throw o;return e()}}async function Os(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,jr)}function Is(e,t){return navigator.locks.request(Hr,{mode:"shared"},async()=>await qr(e)??t())}async function qr({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:a}=await z("session");return a||o>=500?"offline":o!==200?"signed-out":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function As(e,t){try{return await(t.state==="checking"?Es(e,t):Ts(e,t))}catch(n){if(n instanceof We)return null;throw n}}async function Ts(e,t){let n=c=>c.state==="waiting"&&c.key===t.key,o=await e.change(t.id,c=>n(c)?Pr(c,Date.now()):void 0);if(o.state!=="sending")return null;let r=await Wr(o).catch(()=>null);if(r===null)return void await e.change(t.id,()=>ks);let a=await z(r.path,{...r,account:Yr(e)}),i=await Vr(e,a);return await e.change(t.id,()=>i?{state:"waiting",sentAt:t.sentAt}:Cr(t,a,Date.now())),i??(a.offline?"offline":null)}async function Es(e,t){let n=await z(`contractor/submissions/${t.submissionId}`,{account:Yr(e)}),o=await Vr(e,n);return o||await e.change(t.id,()=>Lr(t,n,Date.now())),o??(n.offline?"offline":null)}async function Vr(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?qr(e.owner):null}var Yr=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Ds="outbox";async function Rt(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Ds).catch(()=>{})}var Rn=e=>`outbox ${e}`;function Bn(e,t){try{t?localStorage.setItem(Rn(e),String(t)):localStorage.removeItem(Rn(e))}catch{}}function Gr(e){try{return Number(localStorage.getItem(Rn(e))??0)}catch{return 0}}var Jr=e=>Bn(e,0);var C=F(null),de=F(null),Ut=F([]),fe=F(null),Ns=6e4,Ps=168*36e5,j=null,Wn=0,Un=0,Bt=null,Fn=!1;async function Hn(e){if(j?.name===G(e))return;qn(),Pn(G(e));let t=new Pe(e);j=t;try{let n=(await t.all()).length?0:Gr(t.name);for(let o of(await je()).filter(r=>r.owner.email!==e.email))await o.tidy();await js(t),j===t&&(fe.value=n?Rs(n):null)}catch(n){if(j!==t)return;fe.value=Jn(n),n.reason==="closed"&&(j=new He(e))}await Wt(),C.value?.some(D)&&Rt(),we()}async function Kr(e){qn(),(e?await je(e.email).catch(()=>[]):[]).some(({name:n})=>n===G(e))&&!j&&await Hn(e)}function qn(){clearTimeout(Wn),j=null,C.value=null,de.value=null,Ut.value=[],fe.value=null}async function qe({document:e,...t}){let n=Dr({...t,document:e?await ct(e):null},Date.now()),o=await j.add(n);return await Wt(),navigator.storage?.persist?.(),Rt(),we(),o}async function Ft(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}};return o!==void 0&&(r.document=o&&await ct(o)),Gn(e,a=>Ne(a)?jt(r):void 0)}function Vn(e,{duplicate:t=!1}={}){return Gn(e,n=>n.state==="refused"?jt({duplicate:t}):void 0)}var zr=e=>Gn(e,t=>it(t)?null:void 0),Se=e=>(C.value??[]).filter(t=>t.jobId===e);async function we(){clearTimeout(Wn),Bt?Fn=!0:(Bt=Cs(),await Bt.finally(()=>Bt=null),Fn&&(Fn=!1,await we()))}async function Yn(){let e=j;for(let{id:t,nextAt:n}of C.value??[])n&&await e.change(t,()=>({nextAt:0})).catch(()=>{});await we()}async function Zr(e){let t=j instanceof He?[j]:await je(e);return(await Promise.all(t.map(Xr))).reduce((o,r)=>o+r,0)}var Xr=async e=>(await e.all()).filter(D).length;async function Qr(e){let t=!(j instanceof He);j?.owner.email===e&&qn();for(let{name:n}of t?await je(e):[])await gr(n),Jr(n)}async function js(e){let t=Date.now()-Ps;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function Gn(e,t){let n=await j.change(e,t);return await Wt(),Rt(),we(),n}async function Wt(){let e=j;try{let t=await e?.all()??null;if(j!==e)return;C.value=t,t&&Bn(e.name,t.filter(D).length)}catch(t){if(j!==e)return;fe.value=Jn(t),C.value??=[]}}async function Cs(){let e=j;if(e)try{let t=e instanceof Pe?(await je(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await Ln(r));let o=await Promise.all(t.map(Xr));if(j!==e)return;de.value=n[0].hold,Ut.value=t.map(({owner:r},a)=>({...r,number:o[a]})).filter(({number:r})=>r),Ls(n)}catch(t){j===e&&(fe.value=Jn(t))}}function Jn(e){if(!e.sentence)throw e;return e.sentence}function Ls(e){let t=e.some(({hold:o})=>o==="offline");Un=t?Un+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+st(Un,Ns)),n.length&&(Wn=setTimeout(we,Math.max(Math.min(...n)-Date.now(),0)))}var Rs=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function ea(){Fr(e=>{e===j?.name&&Wt()}),addEventListener("online",Yn),addEventListener("offline",we),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&we()})}var Kn="portal",zn=[e=>e.createObjectStore("session")],na=e=>ne(async()=>(await q(Kn,zn)).put("session",e,"last"));async function oa(){try{return await(await q(Kn,zn)).get("session","last")??null}catch{return null}}var ra=()=>ne(async()=>(await q(Kn,zn)).delete("session","last"));var k=F(void 0),Ve=F(null),H=({agency:e,contractorId:t})=>`${e}/${t}`,B=ve(()=>{if(!k.value)return null;let e=O.value.account??H(k.value.account);return k.value.accounts.find(t=>H(t)===e)??null}),oe=ve(()=>{let[e,t]=[k.value,B.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),aa=ve(()=>{let[e,t]=[k.value,O.value.account];if(!e||B.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),ia=new BroadcastChannel("portal:person");async function Ye(e){let t=JSON.stringify(e)!==JSON.stringify(k.value);t&&(k.value=e),await(e?na(e):ra()).catch(()=>{}),t&&ia.postMessage(e)}async function Ht(){let e=await oa();if(k.value??=e??void 0,e||document.body.dataset.session){let t=await z("session");t.status===200&&await Ye(t.body)}k.value??=null}var qt=e=>{let t=O.value.account?.split("/")[0];return z("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function sa(e,t){let n=await Lt(()=>z("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ve.value=null,await Ye(n.body)),n}async function ca(e){Ye({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await z("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await Ye(o.body)}async function la(){let{email:e}=k.value,t=await Lt(()=>z("session",{method:"DELETE"}));return t.status===204&&(await Ye(null),sessionStorage.clear(),await Qr(e)),t}function ua(){cr(()=>{Ve.value=k.value?.email??Ve.value,Ye(null)}),ia.onmessage=({data:e})=>{k.value=e}}var Us=5e3,Fs=30,fa={body:null,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Ws=F({...fa,busy:!1}),lt=new Map;function A(e){let t=oe.value,n=e?pa(t,e):Ws;return R(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&Zn(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[a,i]of r)a.addEventListener(i,o);return()=>{for(let[a,i]of r)a.removeEventListener(i,o)}},[n]),n}function Vt(e){let t=oe.value&&lt.get(ma(oe.value,e));t&&(t.readAt=0,Zn(oe.value,e))}var da=()=>lt.clear(),ma=(e,t)=>`${e.email} ${H(e)} ${t}`;function pa(e,t){let n=ma(e,t);if(!lt.has(n)){let o=F(fa);lt.set(n,Object.assign(o,{etag:null,readAt:0,running:null}))}return lt.get(n)}function Zn(e,t){let n=pa(e,t);navigator.onLine&&Date.now()-n.readAt<Us||(n.running??=Hs(e,t,n).finally(()=>{n.running=null}))}async function Hs(e,t,n){let o=u=>{n.value={...n.value,...u}};if(!n.value.body){let u=await Sr(e,t);u&&(n.etag=u.etag??null,o({body:u.body,asOf:u.body.asOf??new Date(u.readAt).toISOString(),isOld:!0}))}o({busy:!0});let r=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},a=await z(`contractor/${t}`,{account:H(e),headers:r}),{status:i,body:c,offline:l}=a,d={asOf:qs(a.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:i};if((i===200||i===304)&&(n.readAt=Date.now()),i===200)n.etag=a.headers.get("ETag"),wr(e,t,c,n.etag),o({...d,body:c});else if(i===304)o(d);else if(i===409)Ht();else if(i===404)o({body:null,busy:!1,problem:ie(a),status:i});else{let u=Number(a.headers.get("Retry-After"));!l&&u&&setTimeout(()=>Zn(e,t),Math.min(u,Fs)*1e3),o({isOld:!!n.value.body,busy:!!(!l&&u),problem:ie(a),status:i})}}var qs=e=>e?new Date(e).toISOString():null;function Yt(){let e=B.value&&H(B.value);return s`
    <ul class="rows">
      ${k.value.accounts.map(t=>{let n=H(t);return s`
          <li key=${n} class="row">
            <a href=${w("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>ca(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&s`<span class="about"><${h} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function Gt(){let[e,t,n]=[b(null),b(0),b(!1)],o=async()=>{n.value=!0;let a=await la();if(n.value=!1,a.status!==204){e.value=ie(a);return}da(),ue("/",{replace:!0})},r=async()=>{e.value=null,t.value=await Zr(k.value.email),t.value||await o()};return s`
    ${t.value?s`<${Vs} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:s`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${r}>
          <${h} name="leave" />Sign out
        </button>`}
    <p class="problem" role="alert">${e.value}</p>
  `}function Vs({number:e,onSure:t,onStay:n}){let o=J(null);Ee(()=>o.current.focus(),[]);let[r,a,i]=[te(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return s`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${r} on this device ${a} not with the agency yet.</b> Signing out deletes ${i} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${i} and sign out</button>
      </div>
    </div>
  `}var Ys=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function ha(){let e=A("account"),t=e.value.body,{agencyName:n,displayName:o}=B.value;return s`
    <${S} title="Account">
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?s`<${Gs} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:s`<${Y} reading=${e.value} />`}
        <${ae} reading=${e.value} />
      </section>
      ${k.value.accounts.length>1&&s`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${Yt} /></section>`}
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${k.value.email}</b></p>
        <${Gt} />
      </section>
    <//>
  `}function Gs({record:e}){let{agency:t}=e,n=[...Ys.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return s`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>s`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var _a=0;function W(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(_a),_a=setTimeout(()=>{t.textContent=e},400)}function va({item:e,done:t}){let[n,[o,r]]=[Co(),tt(null)];return s`
    <form onSubmit=${async i=>{i.preventDefault();try{await Ft(e.id,{content:{note:i.target.elements.note.value}}),t()}catch(c){if(!c.sentence)throw c;r(c.sentence)}}}>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength="4000" required dir="auto" ref=${Js}>
        ${e.content.note}
      </textarea>
      ${o&&s`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var Js=e=>e?.focus();var Ks={waiting:"clock",sending:"send",checking:"search",done:"done",refused:"emergency"};function xe({item:e}){let t=e.state==="refused"&&e.sentence?`, because: ${e.sentence}`:"";return s`
    <span class=${`state is-${e.state}`}>
      <${h} name=${Ks[e.state]} /><span dir="auto">${Me(e)}${t}</span>
    </span>
  `}var zs={offline:"No connection to the portal. Everything below is kept on this phone, and sent by itself later.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function $a(){let e=(C.value??[]).filter(t=>!D(t)).reverse();return s`
    <${S} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${Xn}>
        <p class="reach"><${h} name="done" />Nothing waits: your agency has everything you sent from here.</p>
      <//>
      ${Ut.value.map(t=>s`<${Zs} key=${H(t)} there=${t} />`)}
      ${e.length>0&&s`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${ya} of=${e} />
        </section>
      `}
    <//>
  `}function Xn({children:e}){let t=(C.value??[]).filter(D);return t.length?s`
    ${de.value&&s`<p class="notice" role="status">${zs[de.value]}</p>`}
    <h2 class="visually-hidden">Not with the agency yet</h2>
    <${ya} of=${t} />
    ${t.some(({state:n})=>n==="waiting")&&s`<button type="button" class="btn btn-primary" onClick=${Yn}>Try now</button>`}
  `:e}var ya=({of:e})=>s`<ol class="cards">${e.map(t=>s`<${Qn} key=${t.id} item=${t} />`)}</ol>`;function Zs({there:e}){let t=k.value.accounts.find(n=>H(n)===H(e));return s`
    <a class="reach" href=${w("/outbox",{},H(e))}>
      <${h} name="send" />${te(e.number,"thing")} for ${t?.agencyName??"an account that is no longer yours"}
    </a>
  `}function Qn({item:e}){let[t,n]=tt(null),o=()=>n(null);return s`
    <li class="card">
      <h3 class="title">${Pt(e)}${e.about&&s`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?s`<${va} item=${e} done=${o} />`:s`<${Xs} item=${e} />`}
      <p class="about">
        <${xe} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${$e(e.addedAt)}</time>
      </p>
      ${e.state!=="refused"&&e.sentence&&s`<p class="hint" dir="auto">${e.sentence}</p>`}
      ${t==="remove"&&s`<${tc} item=${e} stop=${o} />`}
      ${!t&&s`<${Qs} item=${e} setDoing=${n} />`}
    </li>
  `}function Xs({item:{kind:e,content:t,document:n,jobId:o}}){return s`
    ${e==="note"&&s`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&s`
      <p class="says" dir="auto">
        <strong>${P(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&s`<p class="reach"><${h} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&s`<a class="reach" href=${w(`/jobs/${o}`)}><${h} name="jobs" />Look at the job</a>`}
  `}function Qs({item:e,setDoing:t}){let n=e.asks==="duplicate";return s`
    <p class="doing">
      ${n&&s`<button type="button" class="btn btn-primary" onClick=${()=>Vn(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${e.state==="refused"&&!n&&s`<button type="button" class="btn btn-secondary" onClick=${()=>Vn(e.id)}>Send again</button>`}
      ${B.value&&Ne(e)&&s`<${ec} item=${e} onNote=${()=>t("edit")} />`}
      ${it(e)&&D(e)&&s`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function ec({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return s`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;if(t!=="invoice")return null;let a={...o.statementId&&{statement:o.statementId},change:e},i=w(n?`/jobs/${n}/invoice`:"/invoice",a);return s`<a class="btn btn-secondary" href=${i}>Change</a>`}function tc({item:e,stop:t}){let n=jn(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=tt(null),a=async()=>{try{await zr(e.id),document.querySelector("h1").focus(),W("Deleted.")}catch(i){if(!i.sentence)throw i;r(i.sentence)}};return s`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&s`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${nc} onClick=${a}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var nc=e=>e?.focus();var ga=()=>s`
  <${S} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${O.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value.email}</b>. Nothing was changed.
    </p>
    <${Xn}>${null}<//>
    <h2>Your accounts</h2>
    <${Yt} />
    <h2>Signed in with another address?</h2>
    <${Gt} />
  <//>
`;var oc="https://www.google.com/maps/search/?api=1&query=",ba=e=>e.replace(/[^+\d]/g,"");function ut({phone:e,who:t}){return e?ba(e).length<5?s`<span dir="auto">${e}</span>`:s`
    <a class="reach" href=${`tel:${ba(e)}`}>
      <${h} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:null}function Jt({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>s`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${h} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function wa({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?s`
    <a class="reach" href=${oc+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${h} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Sa(){let e=A("contacts"),t=e.value.body?.contacts;return s`
    <${S} title="Contacts">
      ${t?s`<ul class="cards">${t.map(n=>s`<${rc} key=${n.contactId} ...${n} />`)}</ul>`:s`<${Y} reading=${e.value} />`}
      ${t?.length===0&&s`<p class="notice">The agency has no contacts to show.</p>`}
      <${ae} reading=${e.value} />
    <//>
  `}function rc({name:e,role:t,branchName:n,email:o,phone:r,mobile:a}){let i=e??n??"Unnamed";return s`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${ut} phone=${a} who=${i} /><${ut} phone=${r} who=${i} /><${Jt} email=${o} who=${i} />
    </li>
  `}var ac=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function eo({children:e}){let t=A("agency").value.body;cc(t?.accent);let{agencyName:n,displayName:o}=B.value,r=ac.filter(({needs:a})=>!a||!t||t.offers.includes(a));return s`
    <a class="skip" href="#main" onClick=${lc}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&s`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${k.value.accounts.length>1&&s`<a class="switch" href=${w("/account")}><${h} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(a=>s`<${ic} key=${a.path} ...${a} />`)}</nav>
    </header>
    <${sc} />
    ${e}
  `}function ic({path:e,name:t,icon:n,screens:o}){let r=o.includes(O.value.screen);return s`<a href=${w(e)} aria-current=${r?"page":null}><${h} name=${n} />${t}</a>`}function sc(){let e=(C.value??[]).filter(D).length,t=de.value==="offline";return!e&&!fe.value?null:s`
    <aside class="strip" aria-label="Not sent yet">
      ${fe.value&&s`<p role="alert">${fe.value}</p>`}
      ${e>0&&s`<a href=${w("/outbox")}>
        <${h} name=${t?"offline":"send"} />
        ${te(e,"thing")} ${e===1?"is":"are"} not with the agency yet<${h} name="open" />
      </a>`}
    </aside>
  `}function cc(e){R(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function lc(e){e.preventDefault(),document.querySelector("h1").focus()}async function xa(e,t){try{return(await(await q(G(e))).get("drafts",t))?.content??null}catch{return null}}async function ka(e,t,n){try{let o=await q(G(e));await(n===null?o.delete("drafts",t):o.put("drafts",{name:t,content:n}))}catch{}}function ft(e){let t=b(void 0),n=oe.value;return R(()=>{xa(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,ka(n,e,r))]}var Ce=({priority:e})=>e?.trim().toLowerCase()==="emergency",Kt=e=>(e??"").trim().toLowerCase();function zt({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(Kt).includes(Kt(t))?"cancelled":"open"}var Oa=e=>Se(e).filter(t=>t.kind==="completion"&&D(t)).at(-1)??null,X=({title:e,reference:t,jobId:n})=>e||t||n;function Ia(e){let t=Kt(e).split(/\s+/).filter(Boolean);return({reference:n,title:o,description:r,property:a})=>{let i=Kt([n,o,r,a?.address,a?.postcode].filter(Boolean).join(`
`));return t.every(c=>i.includes(c))}}var Aa=e=>[...e.filter(Ce),...e.filter(t=>!Ce(t))];function Zt(e){let[t,n]=[A(`jobs/${e}`).value,A("jobs").value];if(t.body)return{job:t.body,reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o??null,reading:o?n:t}}var Ge=({name:e,required:t,children:n})=>s`
  <label for=${e}>${n}${!t&&s`<span class="optional"> (optional)</span>`}</label>
`,Je=({name:e,children:t})=>s`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Ke=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});var Ta=1e6,Ea={description:2e3,invoiceNumber:50},uc=6,fc=864e5,dc=10*1024*1024,Da="%PDF-",mc=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,pc=/\.\d\d\d*[1-9]/,hc=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),_c=["amount","description","invoiceDate"];function dt(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[..._c,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Qt(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function to(e=new Date){let[t,...n]=le(e).split("-");return{oldest:[t-uc,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(le(e))+fc).toISOString().slice(0,10)}}function me(e){let t=e.trim().replace(/^£\s*/,"");return mc.test(t)?Number(t.replaceAll(",","")):NaN}var Xt=e=>e.trim().replaceAll("	"," "),ja=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),vc={amount:e=>Na(e,"The amount")??(me(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>Na(e,"VAT")??(me(e)>me(t)?"VAT cannot be more than the amount.":null),description:e=>Pa(e,Ea.description),invoiceNumber:e=>Pa(e,Ea.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=to();return e>n?`The date can be tomorrow at the latest, ${K(n)}.`:e<t?`The date can be six years ago at most, ${K(t)}.`:null},statementId:()=>null},Ma={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function Na(e,t){let n=me(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:pc.test(e.trim())?`${t} can have no more than two decimals.`:n>Ta?`${t} can be ${P(Ta)} at most.`:null}function Pa(e,t){let{length:n}=[...Xt(e)];return n>t?`This is ${n-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:hc.test(Xt(e))?"There is a character in this that cannot be sent. Please type it again.":null}function en(e,t,n,o){let r={};for(let[a,i]of Object.entries(vc)){let c=e[a]??"",l=dt(a,n,o)?Ma[a]:null,d=c.trim()===""?l:i(c,e);d&&(r[a]=d)}return!t&&dt("document",n,o)&&(r.document=Ma.document),r}async function Ca(e){return e.size>dc?"The PDF can have 10 MB at most.":await e.slice(0,Da.length).text()===Da?null:"This file is not a PDF. Please choose a PDF."}function La(e,t){let n={jobId:t,statementId:e.statementId,amount:me(e.amount),vat:e.vat.trim()&&me(e.vat),description:Xt(e.description),invoiceDate:e.invoiceDate,invoiceNumber:Xt(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function Ra({amount:e,vat:t,...n}){let o=a=>typeof a=="number"?a.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([a,i])=>[a,i??""]))}var Ba="This file cannot be read. Please choose it again.";function Ua({required:e,problem:t,document:n,onChange:o}){let r=b(null),a=async({target:c})=>{let[l]=c.files;if(l&&(r.value=await Ca(l).catch(()=>Ba),c.value="",!r.value))try{o(await ct(l)),W(`${l.name} is attached.`)}catch(d){r.value=d.sentence??Ba}},i=r.value??t;return s`
    <div class="field">
      <${Ge} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&s`<${$c} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${Ke({name:"document",hint:!0,problem:i,required:e&&!n})} onChange=${a}
      />
      <${Je} name="document">${i}<//>
    </div>
  `}function $c({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),W("The PDF is removed.")};return s`
    <p class="attached">
      <${h} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${Et(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>Remove<span class="visually-hidden"> the PDF</span></button>
    </p>
  `}function Fa({name:e,required:t,problem:n,value:o,...r}){let a=A("statements/pending"),i=a.value.body?.statements??[],c=!o||i.some(({statementId:l})=>l===o);return s`
    <div class="field">
      <${Ge} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Ke({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&s`<option value=${o}>${o}</option>`}
        ${i.map(l=>s`<option key=${l.statementId} value=${l.statementId}>${no(l)}</option>`)}
      </select>
      <${Je} name=${e}>${n??(a.value.body?null:a.value.problem)}<//>
    </div>
  `}var no=({statementId:e,reference:t,description:n,date:o,amount:r,gross:a})=>[P(a??r??0),n??t??e,o&&K(o)].filter(Boolean).join(", ");var yc={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function Wa({values:e,set:t,document:n,setDocument:o,agency:r,jobId:a,asked:i,onWhole:c}){let[l,d,u]=[b({}),b(i),b(null)],p=J(null),m=en(e,n,r,a),f=v=>v==="vat"&&u.value==="amount"?null:d.value||l.value[v]&&e[v]||!ja(v,e[v]??"")?m[v]:null,_=()=>p.current.querySelector("[aria-invalid]")?.focus();R(()=>{i&&_()},[]);let I=v=>{v.preventDefault(),d.value=!0,Object.keys(m).length?setTimeout(_):c()},y=v=>({name:v,required:dt(v,r,a),problem:f(v),value:e[v],onInput:({target:$})=>t(v,$.value),onFocus:()=>u.value=v,onBlur:()=>{u.value=null,l.value={...l.value,[v]:!0}}});return s`
    <form ref=${p} class="form" onSubmit=${I} noValidate>
      <p class="hint">${B.value.agencyName} needs whatever is not marked as optional.</p>
      ${Qt(r)&&s`<${Fa} ...${y("statementId")} />`}
      ${Object.entries(yc).map(([v,$])=>s`<${gc} key=${v} ...${$} ...${y(v)} />`)}
      <${Ua}
        required=${dt("document",r,a)} problem=${d.value?m.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function gc({name:e,label:t,hint:n,rows:o,problem:r,required:a,value:i,type:c="text",...l}){let d=o?"textarea":"input",{oldest:u,latest:p}=c==="date"?to():{};return s`
    <div class="field">
      <${Ge} name=${e} required=${a}>${t}<//>
      ${n&&s`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${u} max=${p} autocomplete="off"
        value=${i} ...${Ke({name:e,hint:n,problem:r,required:a})} ...${l}
      />
      <${Je} name=${e}>${r}<//>
    </div>
  `}var qa={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"}},oo=({status:e})=>qa[e]?.words??e;function ro(e,t){let n=t.filter(r=>r.kind==="invoice"&&(D(r)||!e.some(a=>Ha(a,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed"].includes(r.status)&&n.some(({item:a})=>Ha(r,a));return[...n,...e.filter(r=>!o(r))]}function Ha(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:a,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===a&&e.invoiceNumber===i&&e.invoiceDate===c}function tn({jobId:e,agency:t}){let n=A(t?.offers.includes("invoices.list")?"invoices":null).value,o=ro(n.body?.invoices??[],C.value??[]).filter(r=>r.jobId===e);return o.length?s`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${ao} invoices=${o} />
    </section>
  `:null}var ao=({invoices:e,jobs:t={}})=>s`
  <ul class="rows">
    ${e.map((n,o)=>s`<${bc} key=${n.item?.id??n.invoiceId??`at ${o}`} invoice=${n} jobs=${t} />`)}
  </ul>
`;function bc({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:a,document:i,jobId:c,item:l}=e;return s`
    <li class="entry">
      <p class="sum"><span class="title" dir="auto">${o??"Invoice"}</span> <b>${n===null?"":P(n)}</b></p>
      <p class="about">
        ${l?s`<${xe} item=${l} />`:s`<${wc} invoice=${e} />`}
        ${a&&s`<time datetime=${a}>${K(a)}</time>`}
        ${r&&s`<span dir="auto">Number ${r}</span>`}
        ${i&&s`<span dir="auto">${i.name}</span>`}
      </p>
      ${t[c]&&s`<a class="reach" href=${w(`/jobs/${c}`)}><${h} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${l&&D(l)&&s`<a class="reach" href=${w("/outbox")}><${h} name="send" />Look at what waits here</a>`}
    </li>
  `}function wc({invoice:e}){let{icon:t="search",className:n=""}=qa[e.status]??{};return s`<span class=${`state ${n}`}><${h} name=${t} />${oo(e)}</span>`}function Va({about:e,address:t,values:n,document:o,failed:r,onSend:a,change:i,back:c}){let l=b(!1),d=async()=>{l.value=!0,await a(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",P(me(n.amount))],["VAT in it",n.vat.trim()&&P(me(n.vat))],["Date of the invoice",K(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o&&`${o.name}, ${Et(o.size)}`]];return s`
    <${S} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,p])=>p).map(([p,m])=>s`<div key=${p}><dt>${p}</dt><dd dir="auto">${m}</dd></div>`)}
        </dl>
      </div>
      ${de.value==="offline"&&s`<p class="notice">There is no connection just now: it will wait on this phone, and be sent by itself.</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${d}>
          <${h} name="send" />Send to ${B.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var Ya=({item:e,back:t})=>s`
  <${S} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Qn} item=${e} /></ol>
    ${D(e)&&e.state!=="refused"&&s`<p class="hint">You can go on, or close the portal: it is kept, and sent by itself.</p>`}
    <a class="reach" href=${w("/money",{show:"invoices"})}><${h} name="invoice" />All your invoices</a>
  <//>
`;var Sc={path:"/money",name:"Money"};function io({id:e}){let{query:t}=O.value,n=Number(t.get("sent")??t.get("change")),o=(C.value??[]).find(i=>i.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Sc;if(n&&C.value===null)return s`<${S} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Ne(o)))return s`<${Ya} item=${o} back=${r} />`;let a=n||t.get("statement");return e?s`<${xc} key=${a} id=${e} item=${o} back=${r} />`:s`<${kc} key=${a} item=${o} back=${r} />`}function xc({id:e,item:t,back:n}){let{job:o,reading:r}=Zt(e);if(!o&&r.status===404)return s`<${S} title="Invoice" back=${n}><${Y} reading=${r} /><//>`;let a=o?X(o):e;return s`<${Ka} jobId=${e} item=${t} about=${a} address=${o?.property?.address} first=${Ja} back=${n} />`}function kc({item:e,back:t}){let n=O.value.query.get("statement")??"",o=A("statements/pending").value,r=o.body?.statements.find(({statementId:a})=>a===n);return!r&&o.busy?s`<${S} title="Invoice" back=${t}><${Y} reading=${o} /><//>`:s`<${Ka} jobId=${null} item=${e} about=${r?no(r):""} first=${Ic(n,r)} back=${t} />`}var Oc=!1,Ja={amount:"",vat:"",description:"",invoiceNumber:"",statementId:""},Ic=(e,{gross:t,vat:n,description:o}={})=>({...Ja,statementId:e,amount:t?t.toFixed(2):"",vat:n?n.toFixed(2):"",description:o??""});function Ka({jobId:e,item:t,about:n,address:o,first:r,back:a}){let{query:i,path:c}=O.value,l=i.get("statement"),d=t?`change of ${t.id}`:`invoice for ${e??`statement ${l}`}`,[[u,p],[m,f]]=[ft(d),ft(`PDF of ${d}`)],[_,I]=[A("agency").value,b(null)];if(u.value===void 0||m.value===void 0||!_.body&&_.busy)return s`<${S} key="reading" title="Invoice" back=${a}><p class="loading" role="status">Loading …</p><//>`;let y=_.body&&Ac(_.body,e);if(y)return s`<${S} key="none" title="Invoice" back=${a}><p class="notice">${y}</p><//>`;let v=t?Ra(t.content):{statementId:l??r.statementId,invoiceDate:le()},$={...r,...v,...u.value},g=(m.value??t?.document)||null,T=!Object.keys(en($,g,_.body,e)).length,Le=V=>w(c,{...l&&{statement:l},...t&&{change:t.id},...V}),pt=async()=>{I.value=null;try{let V=La($,e),{id:Q}=t?await Ft(t.id,{content:V,...m.value!==null&&{document:Ga(g)}}):await qe({kind:"invoice",jobId:e,about:n,content:V,document:Ga(g)});W("Your invoice is on its way."),ue(w(c,{sent:Q}),{replace:!0}),p(null),f(null)}catch(V){I.value=V.sentence??"Your invoice could not be kept. Please try again."}};return i.has("look")&&T?s`
      <${Va}
        about=${n} address=${o} values=${$} document=${g} failed=${I.value} onSend=${pt}
        change=${Le({})} back=${a}
      />
    `:s`
    <${S} key="write" title="Invoice" back=${a} keepsFocus=${i.has("look")}>
      ${n&&s`<p>For <b dir="auto">${n}</b>${o&&s`<br /><span class="address" dir="auto">${o}</span>`}</p>`}
      ${e&&s`<${tn} jobId=${e} agency=${_.body} />`}
      <${Wa}
        values=${$} set=${(V,Q)=>p({...u.value,[V]:Q})} document=${g}
        setDocument=${V=>f(V??Oc)}
        agency=${_.body} jobId=${e} asked=${i.has("look")} onWhole=${()=>ue(Le({look:"1"}))}
      />
    <//>
  `}function Ac({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var Ga=e=>e&&new File([e.blob],e.name,{type:e.blob.type});function za({job:e,standing:t}){let n=b(null),o=Oa(e.jobId),r=async a=>{n.value=null;try{await qe({kind:"completion",jobId:e.jobId,about:X(e),content:{completed:a},document:null}),W(a?"The job is being marked complete.":"The job is being reopened.")}catch(i){n.value=i.sentence??"This could not be kept. Please try again."}};return o?s`
      <p class="pending">
        <${h} name=${o.content.completed?"done":"reopen"} />
        ${o.content.completed?"Marked complete by you.":"Reopened by you."} <${xe} item=${o} />
      </p>
    `:s`
    ${t==="open"&&s`<button class="btn btn-primary" type="button" onClick=${()=>r(!0)}><${h} name="done" />Mark complete</button>`}
    ${t==="completed"&&s`<button class="btn btn-secondary" type="button" onClick=${()=>r(!1)}><${h} name="reopen" />Reopen this job</button>`}
    ${n.value&&s`<p class="notice" role="alert">${n.value}</p>`}
  `}var Tc=4e3;function Za({job:e,canAdd:t}){let n=B.value.displayName,o=Se(e.jobId).filter(r=>r.kind==="note"&&!Ec(e.notes,r));return s`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&s`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!e.notes.length&&!o.length&&e.notesComplete&&s`<p>Nothing was written yet.</p>`}
      <ol class="notes">
        ${e.notes.map(({noteId:r,note:a,author:i,createdAt:c},l)=>s`
            <li key=${r??`at ${l}`} class=${i===n?"own":""}>
              <p class="by"><b dir="auto">${i===n?"You":i||"Unnamed"}</b>${" "}
                ${c&&s`<time datetime=${c}>${$e(c)}</time>`}</p>
              <p class="says" dir="auto">${a}</p>
            </li>
          `)}
        ${o.map(r=>s`
            <li key=${r.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${r.content.note}</p>
              <${xe} item=${r} />
            </li>
          `)}
      </ol>
      ${t&&s`<${Dc} job=${e} />`}
    </section>
  `}var Ec=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:a})=>o?.noteId?r===o.noteId:a===n.note);function Dc({job:e}){let[t,n]=ft(`note on ${e.jobId}`),o=b(null);return s`
    <form class="composer" onSubmit=${async a=>{a.preventDefault();let i=(t.value??"").trim();if(o.value=i?null:"Please write something first.",!!i)try{await qe({kind:"note",jobId:e.jobId,about:X(e),content:{note:i},document:null}),n(null),W("Your note was added.")}catch(c){o.value=c.sentence??"Your note could not be kept. Please try again."}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${Tc} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${a=>n(a.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${h} name="send" />Add note</button>
    </form>
  `}var Xa={path:"/jobs",name:"Jobs"};function Qa({id:e}){let{job:t,reading:n}=Zt(e),o=A("agency").value.body,r=Se(e).filter(({state:i})=>i==="done").length;if(R(()=>{r&&[`jobs/${e}`,"jobs","invoices"].forEach(Vt)},[r]),!t)return s`<${S} title="Job" back=${Xa}><${Y} reading=${n} /><//>`;let a=o?.offers??[];return s`
    <${S} title=${X(t)} back=${Xa}>
      <${Mc} job=${t} />
      <div class="card">
        ${t.description&&s`<p class="description" dir="auto">${t.description}</p>`}
        <${Nc} job=${t} />
      </div>
      <div class="doing">
        ${a.includes("jobs.complete")&&s`<${za} job=${t} standing=${zt(t,o)} />`}
        ${a.includes("invoices.submit")&&s`<a class="btn btn-secondary" href=${w(`/jobs/${e}/invoice`)}><${h} name="invoice" />Send its invoice</a>`}
      </div>
      ${a.includes("invoices.submit")&&s`<${tn} jobId=${e} agency=${o} />`}
      <${Za} job=${t} canAdd=${a.includes("notes.add")} />
      <${ae} reading=${n} />
    <//>
  `}function Mc({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:a,completedAt:i}=e;return s`
    <p class="about">
      ${Ce(e)&&s`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
      ${t&&s`<span class="status" dir="auto">${t}</span>`}
      ${n&&!Ce(e)&&s`<span dir="auto">Priority: ${n}</span>`}
      ${o&&s`<span dir="auto">${o}</span>`}
      ${r&&s`<span dir="auto">${r}</span>`}
      ${a&&s`<span>Reported <time datetime=${a}>${$e(a)}</time></span>`}
      ${i&&s`<span>Completed <time datetime=${i}>${K(i)}</time></span>`}
    </p>
  `}function Nc({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return s`
    <dl class="facts">
      <div><dt>Address</dt><dd><${wa} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&s`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&s`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&s`<span dir="auto">${n}</span>`}
          <${ut} phone=${o} who=${n??"the tenant"} /><${Jt} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}function nn({onReach:e,left:t}){let n=J(null);return R(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),s`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var ei={open:"Open",completed:"Completed",cancelled:"Cancelled"},Pc={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},so=40,ze=F({});function co(){let e=A("jobs"),t=A("agency").value.body,n=O.value.query.get("show")??"open";return s`
    <${S} title="Jobs">
      ${e.value.body?s`<${jc} jobs=${e.value.body.jobs} agency=${t} tab=${n in ei?n:"open"} />`:s`<${Y} reading=${e.value} />`}
      <${ae} reading=${e.value} />
    <//>
  `}function jc({jobs:e,agency:t,tab:n}){let o=O.value.account,r=ze.value.at===o?ze.value.text:"",a=r===ze.value.text&&n===ze.value.tab?ze.value.most:so,i=re(()=>Aa(e),[e]),c=re(()=>Cc(i,t),[i,t]),l=re(()=>c[n].filter(Ia(r)),[c,n,r]),d=u=>{ze.value={at:o,tab:n,text:r,most:a,...u}};return R(()=>{r&&W(l.length?`${te(l.length,"job")} found`:"No job found")},[r,n]),s`
    <form class="search" role="search" onSubmit=${u=>u.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${h} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${r} onInput=${u=>d({text:u.target.value,most:so})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(ei).filter(([u])=>u!=="cancelled"||c.cancelled.length).map(([u,p])=>s`
            <a key=${u} href=${w("/jobs",{show:u})} aria-current=${u===n?"true":null}>
              ${p} <span class="number">${c[u].length}</span>
            </a>
          `)}
    </nav>
    ${l.length?s`<ul class="rows">${l.slice(0,a).map(u=>s`<${Lc} key=${u.jobId} job=${u} />`)}</ul>`:s`<p class="notice">${r?`No job here has “${r}” in it.`:Pc[n]}</p>`}
    ${l.length>a&&s`<${nn} onReach=${()=>d({most:a+so})} left=${l.length-a} />`}
  `}function Cc(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[zt(o,t)].push(o);return n}function Lc({job:e}){let{jobId:t,reference:n,status:o,reportedAt:r,property:a}=e,i=Se(t).filter(D).length;return s`
    <li class="row">
      <a href=${w(`/jobs/${t}`)}>
        ${Ce(e)&&s`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${X(e)}</span>
        ${a?.address&&s`<span class="address" dir="auto">${a.address}</span>`}
        <span class="about">
          ${o&&s`<span class="status" dir="auto">${o}</span>`}
          ${r&&s`<span><span class="visually-hidden">Reported </span>${tr(r)}</span>`}
          ${n&&s`<span dir="auto">${n}</span>`}
          ${i>0&&s`<span class="unsent"><${h} name="send" />${te(i,"thing")} to send</span>`}
        </span>
      </a>
    </li>
  `}var L=e=>t=>t[e],ti=[["Statement",L("statementId")],["Date",L("date")],["Reference",L("reference")],["Description",L("description")],["Job",L("jobId")],["Net",L("net")],["VAT",L("vat")],["Gross",L("gross")],["Commission",L("commission")],["Amount",L("amount")],["Status",L("status")]],Rc=[["Invoice",L("invoiceId")],["Date",L("invoiceDate")],["Number",L("invoiceNumber")],["Description",L("description")],["Job",L("jobId")],["Statement",L("statementId")],["Amount",L("amount")],["VAT",L("vat")],["Status",e=>e.item?Me(e.item):oo(e)],["Sent",L("submittedAt")],["Document",({document:e})=>e?.name]],ni={pending:ti,paid:[...ti,["Paid",L("paidAt")]],invoices:Rc};var Bc=/^[=+\-@\t\r\n＝＋－＠]/u,Uc=/[",\r\n]/;function oi(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(Fc).join(",")}\r
`).join("")}function Fc(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Bc.test(e)?`'${e}`:e;return Uc.test(t)?`"${t.replaceAll('"','""')}"`:t}function ri(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var on=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,ii=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function si(e){let t=new Map;for(let{date:i,amount:c}of e){let l=i?.slice(0,7);l&&t.set(l,on([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(lo(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),a=n.filter(i=>i<o[0]);return a.length?[{month:null,amount:on(a.map(i=>t.get(i)))},...r]:r}function ci(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,ai(t)],"Last month":[`${lo(t)}-01`,ai(lo(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function lo(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function ai(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var uo="Other dates";function ui({from:e,to:t,set:n}){let o=ci(le()),r=Object.keys(o).find(l=>o[l].join()===[e,t].join()),a=b(!r),i=({target:l})=>{a.value=l.value===uo,a.value||n(...o[l.value])},c=e&&t&&e>t;return s`
    <form class="dates" onSubmit=${l=>l.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${a.value?uo:r} onChange=${i}>
          ${[...Object.keys(o),uo].map(l=>s`<option key=${l}>${l}</option>`)}
        </select>
      </div>
      ${a.value&&s`
        <div><label for="from">From</label><${li} id="from" value=${e} onChange=${l=>n(l,t)} isWrong=${c} /></div>
        <div><label for="to">To</label><${li} id="to" value=${t} onChange=${l=>n(e,l)} isWrong=${c} /></div>
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var li=({id:e,value:t,onChange:n,isWrong:o})=>s`
  <input
    id=${e} class="form-control" type="date" value=${t} aria-describedby="dates-problem" aria-invalid=${o?"true":null}
    onChange=${({target:r})=>n(r.value)}
  />
`;function di({rows:e,caption:t}){let n=Math.max(...e.map(o=>o.month?o.amount:0),.01);return s`
    <table class="months">
      <caption>${t}</caption>
      <thead><tr><${fi}>Month<//><${fi}>Amount<//></tr></thead>
      <tbody>
        ${e.map(o=>s`
            <tr key=${o.month}>
              <th scope="row">${o.month?er(o.month):"Before"}</th>
              <td><span class="measured">${o.month&&s`<${Wc} share=${o.amount/n} />`}<b>${P(o.amount)}</b></span></td>
            </tr>
          `)}
      </tbody>
    </table>
  `}var fi=({children:e})=>s`<th scope="col"><span class="visually-hidden">${e}</span></th>`,Wc=({share:e})=>s`
  <svg class="bar" aria-hidden="true" focusable="false"><rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" /></svg>
`;var mi=({statements:e,jobs:t,agency:n,isPending:o})=>s`
  <ul class="rows">
    ${e.map(r=>s`<${Hc} key=${r.statementId} statement=${r} job=${t[r.jobId]} agency=${n} isPending=${o} />`)}
  </ul>
`;function Hc({statement:e,job:t,agency:n,isPending:o}){let{reference:r,description:a,amount:i,status:c,jobId:l}=e,[d,u]=o||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=o&&Vc(e,n);return s`
    <li class="entry">
      <p class="sum"><span class="title" dir="auto">${a||r||"Statement"}</span> <b>${i===null?"":P(i)}</b></p>
      <p class="about">
        ${c&&s`<span class="status" dir="auto">${c}</span>`}
        ${o&&!c&&s`<span class="status">Not paid yet</span>`}
        ${d&&s`<span>${u} <time datetime=${d}>${K(d)}</time></span>`}
        ${r&&s`<span dir="auto">${r}</span>`}
      </p>
      <${qc} statement=${e} />
      ${t&&s`<a class="reach" href=${w(`/jobs/${l}`)}><${h} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${p&&s`<a class="reach" href=${p}><${h} name="invoice" />Send its invoice</a>`}
    </li>
  `}function qc({statement:{gross:e,vat:t,commission:n}}){let r=[e&&`${P(e)} in all`,t&&`${P(t)} of it VAT`,n&&`less ${P(n)} commission`].filter(Boolean);return r.length>1&&s`<p class="hint">${r.join(", ")}</p>`}function Vc({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Qt(n)?null:n.invoice.link==="job_or_statement"?w("/invoice",{statement:e}):t&&w(`/jobs/${t}/invoice`,{statement:e})}var pi=40,fo={pending:{name:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",counts:()=>!0},invoices:{name:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused"},paid:{name:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",counts:()=>!0}};function _i(){let{query:e}=O.value,t=A("agency").value,n=m=>!t.body||t.body.offers.includes(m),o=Object.entries(fo).filter(([,{needs:m}])=>m.some(n)),r={};for(let[m,{path:f,needs:_}]of Object.entries(fo))r[m]=A(t.body&&n(_[0])?f:null).value;let a=o.some(([m])=>m===e.get("show"))?e.get("show"):o[0]?.[0],[i,c]=[e.get("from")??"",e.get("to")??""],l=(C.value??[]).filter(({kind:m,state:f})=>m==="invoice"&&f==="done").length;if(R(()=>{l&&Vt("invoices")},[l]),!t.body&&t.busy)return s`<${S} title="Money"><${Y} reading=${t} /><//>`;if(!a)return s`<${S} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`;let d={...i&&{from:i},...c&&{to:c}},u=(m,f)=>ue(w("/money",{show:a,...m&&{from:m},...f&&{to:f}}),{replace:!0}),p=hi(a,r[a]);return s`
    <${S} title="Money">
      <nav class="tabs" aria-label="Money by kind">
        ${o.map(([m,{name:f}])=>s`
            <a key=${m} href=${w("/money",{show:m,...d})} aria-current=${m===a?"true":null}>
              ${f} <span class="number">${hi(m,r[m])?.length}</span>
            </a>
          `)}
      </nav>
      <${ui} key=${a} from=${i} to=${c} set=${u} />
      ${p&&s`<${Yc} key=${`${a} ${i} ${c}`} tab=${a} rows=${p} from=${i} to=${c} agency=${t.body} />`}
      ${!r[a].body&&s`<${Y} reading=${r[a]} />`}
      <${ae} reading=${r[a]} />
    <//>
  `}function hi(e,{body:t,busy:n,problem:o}){if(e!=="invoices")return t?.statements??null;let r=ro(t?.invoices??[],C.value??[]);return t||r.length||!(n||o)?r:null}function Yc({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:a,total:i,none:c,one:l,counts:d}=fo[e],u=b(pi),p=A("jobs").value.body?.jobs,m=re(()=>Object.fromEntries((p??[]).map(g=>[g.jobId,X(g)])),[p]),f=t.filter(g=>ii(n,o)(a(g))),_=on(f.filter(d).map(g=>g.amount));if(R(()=>{(n||o)&&W(f.length?`${te(f.length,l)}, ${P(_)}`:"None for these dates")},[]),!f.length)return s`<p class="notice">${n||o?"There is none for these dates.":c}</p>`;let{agency:I,contractorId:y}=oe.value,v=()=>ri(`${I} ${y} ${e} ${le()}.csv`,oi(ni[e],f)),$=f.slice(0,u.value);return s`
    <p class="total"><span>${i}</span> <b>${P(_)}</b></p>
    ${e==="paid"&&s`<div class="card"><${di} caption="Paid by month" rows=${si(f.map(g=>({...g,date:a(g)})))} /></div>`}
    ${e==="invoices"?s`<${ao} invoices=${$} jobs=${m} />`:s`<${mi} statements=${$} jobs=${m} agency=${r} isPending=${e==="pending"} />`}
    ${f.length>u.value&&s`<${nn} onReach=${()=>u.value+=pi} left=${f.length-u.value} />`}
    <button type="button" class="btn btn-secondary" onClick=${v}><${h} name="download" />Download as CSV</button>
  `}var mt=6,Gc=30;function $i({asked:e,onAsked:t,onOther:n,onDone:o}){let[r,a,i]=[b(null),b(!1),J(null)],c=Jc(e.at);Ee(()=>i.current.focus(),[]);let l=m=>{r.value=m,i.current.focus(),i.current.select()},d=async()=>{let m=vi(i.current.value);if(m.length!==mt)return l(`The code has ${mt} digits.`);r.value=null,a.value=!0;let f=await sa(e.email,m);return a.value=!1,f.status===201?o():l(ie(f))},u=()=>{let m=vi(i.current.value);m!==i.current.value&&(i.current.value=m),r.value=null,m.length===mt&&!a.value&&d()},p=async()=>{let m=await qt(e.email);return m.status!==204?l(ie(m)):(W("Another code is on its way."),i.current.value="",t({...e,at:Date.now()}))};return s`
    <form onSubmit=${m=>(m.preventDefault(),d())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${mt} digits</label>
      <input
        id="code" ref=${i} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
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
  `}var vi=e=>e.replace(/\D/g,"").slice(0,mt);function Jc(e){let t=()=>Math.max(0,Math.ceil(Gc-(Date.now()-e)/1e3)),n=b(t());return R(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var yi="Please enter a whole e-mail address, such as name@example.com.";function gi({first:e,onAsked:t}){let[n,o,r]=[b(null),b(!1),J(null)];return s`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:yi,n.value){r.current.focus();return}o.value=!0;let l=await qt(c);if(o.value=!1,l.status===204){t({email:c,at:Date.now()});return}n.value=l.status===400?yi:ie(l),r.current.focus()}} noValidate>
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
  `}var rn="asked for a code",Kc=()=>JSON.parse(sessionStorage.getItem(rn)??"null"),zc=6e5;function bi(){let e=Kc(),t=b(e&&Date.now()-e.at<zc?e:null),n=o=>{t.value=o,o?sessionStorage.setItem(rn,JSON.stringify(o)):sessionStorage.removeItem(rn)};return s`
    <div class="sign-in">
      <header class="portal"><span class="mark"><${h} name="mark" /></span>Contractor Portal</header>
      ${t.value?s`<${S} key="code" title="Enter your code" keepsFocus>
            <${$i} asked=${t.value} onAsked=${n} onOther=${()=>n(null)} onDone=${()=>sessionStorage.removeItem(rn)} />
          <//>`:s`<${S} key="email" title="Sign in">
            ${Ve.value&&s`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
            <${gi} first=${Ve.value??""} onAsked=${n} />
          <//>`}
    </div>
  `}var Zc={jobs:co,job:Qa,invoice:io,statement:io,money:_i,contacts:Sa,account:ha,outbox:$a};function wi(){if(k.value===void 0)return s`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(k.value===null)return s`<${bi} />`;if(B.value===null)return s`<${ga} />`;let{screen:e,id:t,path:n}=O.value,o=Zc[e]??co,r=H(B.value);return s`<${eo} key=${r}><${o} key=${n} id=${t} /></${eo}>`}var Xc=["checking","done","refused"];function Si(){let e=new Map;ee(()=>{let t=C.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&Xc.includes(n.state)&&W(`${Pt(n)}: ${Me(n)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}or();ua();ea();Si();Ht();ee(()=>{let e=oe.value;e?(nr(H(e)),Hn(e)):Kr(aa.value)});ko(s`<${wi} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
