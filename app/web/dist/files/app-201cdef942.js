(()=>{var x,Io,$n,_e,_n,St,Eo,bt,Do,yn,vn,Li,et=Symbol.for("pv"),xt={},kt=[],Bi=/^m(i|n|o|s|text|space)$/,gn=Array.isArray,bn=kt.slice,Ee=Object.assign;function Ie(e){e&&e.parentNode&&e.remove()}function Ot(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?bn.call(arguments,2):n),Qe(e,i,o,r,null)}function Qe(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:et,__v:r||++Io,__i:-1,__u:0};return!r&&x.vnode&&x.vnode(s),s}function De(e){return e.children}function Ue(e,t){this.props=e,this.context=t,this.__g=0}function ve(e,t){if(t==null)return e.__&&ve(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:ve(e)}function Ri(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Ee({constructor:et},n)).__v=n.__v+1,x.vnode&&x.vnode(t),wn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||ve(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,Lo(r,t,s),n.__=n.__e=null,t.__e!=o&&No(t))}function No(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),No(e)}function Ao(e){(8&e.__g||(e.__g|=8,_e.push(e),St++))&&_n==x.debounceRendering||((_n=x.debounceRendering)||queueMicrotask)(Mo)}function Mo(){try{for(var e,t=1;_e.length;)_e.length>t&&_e.sort(Eo),e=_e.shift(),t=_e.length,8&e.__g&&Ri(e)}finally{(St=_e.length)&&(_n||queueMicrotask)(Mo)}}function Po(e,t,n,o,r,s,i,c,l,m,u){var p,d,f,$,b,y,_=o.__k||kt,v=t.length;for(l=Ui(n,t,_,l,v),p=0;p<v;p++)(f=n.__k[p])!=null&&(d=~f.__i&&_[f.__i]||xt,f.__i=p,y=wn(e,f,d,r,s,i,c,l,m,u),$=f.__e,(d.ref!=f.ref||8&d.__u)&&(d.ref&&Sn(d.ref,null,f,d),f.ref&&u.push(f.ref,f.__c||$,f)),b=b||$,4&f.__u?(l=jo(f,l,e,!d.__v),d.__e&&(d.__e=null)):typeof f.type=="function"&&y!==void 0?l=y:$&&(l=$.nextSibling),f.__u&=-21);return n.__e=b,l}function Ui(e,t,n,o,r){var s,i,c,l,m,u,p,d,f,$=n.length,b=$,y=0,_=0,v=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=v[s]=Qe(null,i):gn(i)?i=v[s]=Qe(De,{children:i}):i.constructor===et&&i.__b?i=v[s]=Qe(i.type,i.props,i.key,i.ref,i.__v):v[s]=i,l=s+y,i.__=e,i.__b=e.__b+1,c=null,~(m=i.__i=Fi(i,n,l,b))&&(b--,(c=n[m])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,m==l-1?y--:m==l+1?y++:m!=l&&(m>l?y--:y++,_=1)):(~m||(r>$?y--:r<$&&y++),typeof i.type!="function"&&(i.__u|=4))):v[s]=null;if(_){for(u=[],p=[],s=0;s<r;s++)if((i=v[s])&&16&i.__u){for(y=0,d=u.length;y<d;)u[f=y+d>>1]<i.__i?y=f+1:d=f;u[y]=i.__i,p[s]=y+1}for(y=u.length;s--;)p[s]&&(p[s]==y?y--:v[s].__u|=4)}if(b)for(s=0;s<$;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=ve(c)),xn(c,c));return o}function jo(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=jo(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=ve(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Fi(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&i==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function To(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function gt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||To(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||To(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=vn[t]||(vn[t]=Wi(t)),(e.__a||(e.__a={}))[t]=yn,s=t!=(t=t.replace(Do,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Wi(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[bt]==null)t[bt]=yn++;else if(t[bt]<this.__a[e])return;return n(x.event?x.event(t):t)}}}function wn(e,t,n,o,r,s,i,c,l,m){var u,p,d,f,$,b,y,_,v,D,O,oe,Ae,V,B,yt,he,Te,ce=t.type;if(t.constructor!==et)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,p=s=[],u.nodeType==8?c=wt(u,s):s.push(u),c=s[0]||c),(u=x.__b)&&u(t);e:if(typeof ce=="function"){d=i.length;try{if(_=t.props,v=(u=ce.prototype)&&u.render,D=(u=ce.contextType)&&o[u.__c],O=u?D?D.props.value:u.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):(v?t.__c=f=new ce(_,O):(t.__c=f=new Ue(_,O),f.constructor=ce,f.render=qi),D&&D.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),v&&(f.__s||(f.__s=f.state),ce.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=Ee({},f.__s)),Ee(f.__s,ce.getDerivedStateFromProps(_,f.__s)))),$=f.props,b=f.state,f.__v=t,n.__c){if(_!==$&&v&&!ce.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps(_,O),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate(_,f.__s,O)===!1){t.__v!=n.__v&&(f.props=_,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(X){X&&(X.__=t)}),kt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&i.push(f),c=ve(n);break e}f.componentWillUpdate&&f.componentWillUpdate(_,f.__s,O),v&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate($,b,y)})}else v&&!ce.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),v&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=O,f.props=_,f.__P=e,f.__g&=-5,oe=x.__r,Ae=v?25:0;do f.__g&=-9,oe&&oe(t),u=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++Ae<25);v&&(kt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=Ee({},o,f.getChildContext())),v&&n.__c&&f.getSnapshotBeforeUpdate&&(y=f.getSnapshotBeforeUpdate($,b)),V=u&&u.type===De&&u.key==null?u.props.children:u,_.__P&&(u=c,r=(e=_.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(X){X&&xn(X,X)}),n.__k=null),c=n.__k?ve(n,0):null),c=Po(e,gn(V)?V:[V],t,n,o,r,s,i,c,l,m),_.__P&&(t.__e=null,c=u),t.__u&=-161,p&&p.some(Ie),f.__h.length&&i.push(f),1&f.__g&&(f.__g&=-4)}catch(X){if(i.length=d,t.__v=null,l||s)if(X&&X.then){if(t.__u|=128|l,s){for(~(he=s.indexOf(c||void 0))||(he=s.length);(Te=s[he-1])&&Te.nodeType==8;)he--;for(;he<s.length;he++)if(Te=s[he])if(s[he]=null,B){if(Te==yt)break}else{if(Te.nodeType!=8)break;Te.data.startsWith("$s")&&(yt=wt(B=Te))}}if(!B){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;B=c}(u=wt(B=t.__c.__z||(t.__c.__z=B)))?(t.__e=B,c=u):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Ie);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),X&&X.then||Co(t),x.__e(X,t,n)}}else c=t.__e=Hi(n.__e,t,n,o,r,s,i,l,m,e);return(u=x.diffed)&&u(t),c}function wt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function Co(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Co))}function Lo(e,t,n){for(var o=0;o<n.length;)Sn(n[o++],n[o++],n[o++]);x.__c&&x.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){x.__e(s,r.__v)}})}function Hi(e,t,n,o,r,s,i,c,l,m){var u,p,d,f,$,b,y,_,v=n.props||xt,D=t.props,O=t.type;if(O=="svg"?r="http://www.w3.org/2000/svg":O=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(u=0;u<s.length;u++)if(($=s[u])&&(O?$.localName==O:$.nodeType==3)){e=$,s[u]=null;break}}if(!e){if(_=m.ownerDocument||document,!O)return _.createTextNode(D);e=_.createElementNS(r,O,D.is?D:m),c&&(x.__m&&x.__m(t,s),c=!1),s=null}if(O){if(m=O=="template"&&e.content||e,s=O=="textarea"&&D.defaultValue!=null?null:s&&bn.call(m.childNodes),!c&&s)for(v={},u=0;u<e.attributes.length;u++)v[($=e.attributes[u]).name]=$.value;for(u in v)$=v[u],u=="dangerouslySetInnerHTML"?d=$:u=="children"||u in D||u=="value"&&"defaultValue"in D||u=="checked"&&"defaultChecked"in D||gt(e,u,null,$,r);for(u in D)$=D[u],u=="children"?f=$:u=="dangerouslySetInnerHTML"?p=$:u=="value"?b=$:u=="checked"?y=$:c&&typeof $!="function"||v[u]===$||gt(e,u,$,v[u],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(O=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Bi.test(O))&&(r="http://www.w3.org/1999/xhtml"),Po(m,gn(f)?f:[f],t,n,o,r,s,i,s?s[0]:n.__k&&ve(n,0),c,l),s&&s.some(Ie)),c&&O!="textarea"||(u="value",O=="progress"&&b==null?e.removeAttribute(u):b==null||b===e[u]&&(O!="progress"||b)||gt(e,u,b,v[u],r),u="checked",y!=null&&y!=e[u]&&gt(e,u,y,v[u],r))}else v===D||c&&e.data==D||(e.data=D);return e}function Sn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){x.__e(r,n)}}function xn(e,t,n){var o,r,s,i;if(x.unmount&&x.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Sn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){x.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&xn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=wt(o,s=[]))&&(o==e.__e&&s.some(Ie),Ie(r),Ie(o)),n||Ie(e.__e),e.__e=e.__c=e.__=null}function qi(e,t,n){return this.constructor(e,n)}function Bo(e,t){var n,o,r,s;x.__&&x.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=Qe(De,{children:[e]}),r=[],s=[],wn(t,t.__k,o||xt,xt,t.namespaceURI,o?null:t.firstChild?bn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),Lo(r,t.__k,s),t.__k.props.children=null}x={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw St=0,e}},Io=0,$n=function(e){return e!=null&&e.constructor===et},Ue.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Ee({},this.state)),typeof e=="function"&&(e=e(Ee({},n),this.props)),e&&(Ee(n,e),this.__v&&(t&&this.__k.push(t),Ao(this)))},Ue.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),Ao(this))},Ue.prototype.render=De,_e=[],St=0,Eo=function(e,t){return e.__v.__b-t.__v.__b},bt=Symbol(),Do=/(PointerCapture)$|Capture$/i,yn=0,vn={},Li=0;var Ne,P,kn,Ro,On=Object.is,At=0,Ko=[],An=[],M=x,Uo=M.__b,Fo=M.__r,Wo=M.diffed,Ho=M.__c,qo=M.unmount,Vo=M.__;function nt(e,t){M.__h&&M.__h(P,e,At||t),At=0;var n=P.__H||(P.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function ot(e){return At=1,Vi(zo,e)}function Vi(e,t,n){var o=nt(Ne++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):zo(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);On(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=P,!P.__f)){P.__f=!0;var r=P.shouldComponentUpdate;P.shouldComponentUpdate=function(s,i,c){var l=this.__H;if(!l)return!0;var m=!1,u=this.props!=s;if(l.__.some(function(d){d.__N&&(m=!0,On(d.__[0],d.__N[0])||(u=!0))}),r){var p=r.call(this,s,i,c);return m?p||u:p}return!m||u}}return o.__}function E(e,t){var n=nt(Ne++,3);!M.__s&&In(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,P.__H.__h.push(n))}function Me(e,t){var n=nt(Ne++,4);!M.__s&&In(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,P.__h.push(n))}function G(e){return At=5,re(function(){return{current:e}},[])}function re(e,t){var n=nt(Ne++,7);return In(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Jo(){var e=nt(Ne++,11);if(!e.__){for(var t=P.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Yi(){var e;do{for(;e=An.shift();)try{tt(e)}catch(n){M.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Ko.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(tt),t.__h.some(Tn),t.__h=[]}catch(n){t.__h=[],M.__e(n,e.__v)}}}while(An.length)}M.__b=function(e){P=null,Uo&&Uo(e)},M.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Vo&&Vo(e,t)},M.__r=function(e){Fo&&Fo(e),Ne=0;var t=(P=e.__c).__H;t&&(kn==P?P.__h=[]:(t.__h.some(tt),t.__h.some(Tn),Ne=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),kn=P},M.diffed=function(e){Wo&&Wo(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Go(Ko.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),kn=P=null},M.__c=function(e,t){t.some(function(n){try{n.__h.some(tt),n.__h=n.__h.filter(function(o){return!o.__||Tn(o)})}catch(o){n.__h=[function(){throw o}]}}),Ho&&Ho(e,t)},M.unmount=function(e){qo&&qo(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Go(An.push(r))}else tt(r)}catch(s){t=s}}),o.__H=void 0,t&&M.__e(t,o.__v))};var Yo=typeof requestAnimationFrame=="function";function Gi(e){var t,n=function(){clearTimeout(o),Yo&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Yo&&(t=requestAnimationFrame(n))}function Go(e){e!=1&&Ro==M.requestAnimationFrame||((Ro=M.requestAnimationFrame)||Gi)(Yi)}function tt(e){var t=P,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),P=t}function Tn(e){var t=P;e.__c=e.__(),P=t}function In(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!On(n,e[o])})}function zo(e,t){return typeof t=="function"?t(e):t}var Ki=Symbol.for("preact-signals");function Dt(){if(le>1)le--;else{var e,t=!1;for((function(){var r=It;for(It=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();st!==void 0;){var n=st;for(st=void 0,Tt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Xo(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Tt=0,le--,t)throw e}}function Dn(e){if(le>0)return e();En=++Ji,le++;try{return e()}finally{Dt()}}var rt,I=void 0;function it(e){var t=I,n=rt;I=void 0,rt=void 0;try{return e()}finally{I=t,rt=n}}var st=void 0,le=0,Tt=0,Ji=0,En=0,It=void 0,Et=0;function Zo(e){if(I!==void 0){var t=e.n;if(t===void 0||t.t!==I)return t={i:0,S:e,p:I.s,n:void 0,t:I,e:void 0,x:void 0,r:t},I.s!==void 0&&(I.s.n=t),I.s=t,e.n=t,32&I.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=I.s,t.n=void 0,I.s.n=t,I.s=t),t}}function F(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}F.prototype.brand=Ki;F.prototype.h=function(){return!0};F.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:it(function(){var o;(o=t.W)==null||o.call(t)}))};F.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&it(function(){var r;(r=t.Z)==null||r.call(t)}))}};F.prototype.subscribe=function(e){var t=this;return ee(function(){var n=t.value;it(function(){return e(n)})},{name:"sub"})};F.prototype.valueOf=function(){return this.value};F.prototype.toString=function(){return this.value+""};F.prototype.toJSON=function(){return this.value};F.prototype.peek=function(){var e=this;return it(function(){return e.value})};Object.defineProperty(F.prototype,"value",{get:function(){var e=Zo(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Tt>100)throw new Error("Cycle detected");(function(n){le!==0&&Tt===0&&n.l!==En&&(n.l=En,It={S:n,v:n.v,i:n.i,o:It})})(this),this.v=e,this.i++,Et++,le++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Dt()}}}});function W(e,t){return new F(e,t)}function Xo(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Qo(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function er(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Pe(e,t){F.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Et-1,this.f=4}Pe.prototype=new F;Pe.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Et))return!0;if(this.g=Et,this.f|=1,this.i>0&&!Xo(this))return this.f&=-2,!0;var e=I;try{Qo(this),I=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return I=e,er(this),this.f&=-2,!0};Pe.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}F.prototype.S.call(this,e)};Pe.prototype.U=function(e){if(this.t!==void 0&&(F.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Pe.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Pe.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Zo(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function $e(e,t){return new Pe(e,t)}function tr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){le++;var n=I;I=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,Nn(e),o}finally{I=n,Dt()}}}function Nn(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,tr(e)}function zi(e){if(I!==this)throw new Error("Out-of-order effect");er(this),I=e,this.f&=-2;try{8&this.f&&Nn(this)}finally{Dt()}}function Fe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,rt&&rt.push(this)}Fe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Fe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,tr(this),Qo(this),le++;var e=I;return I=this,zi.bind(this,e)};Fe.prototype.N=function(){2&this.f||(this.f|=2,this.u=st,st=this)};Fe.prototype.d=function(){this.f|=8,1&this.f||Nn(this)};Fe.prototype.dispose=function(){this.d()};function ee(e,t){var n=new Fe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var nr,Mt,Nt,Zi=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var or=[];ee(function(){nr=this.N})();function We(e,t){x[e]=t.bind(null,x[e]||function(){})}function at(e){if(Nt){var t=Nt;Nt=void 0,t()}Nt=e&&e.S()}function rr(e){var t=this,n=e.data,o=g(n);o.name="ReactiveDom",o.value=n;var r=re(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var m=$e(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),u=$e(function(){return!Array.isArray(m.value)&&!$n(m.value)}),p=ee(function(){if(this.N=sr,u.value){var f=m.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[u,m]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}rr.displayName="ReactiveTextNode";Object.defineProperties(F.prototype,{constructor:{configurable:!0,value:Ot(De,null).constructor},type:{configurable:!0,value:rr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});We("__b",function(e,t){if(at(),Mt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof F&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});We("__r",function(e,t){if(e(t),t.type!==De){at();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return ee(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;Zi&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Mt=o,at(n)}});We("__e",function(e,t,n,o){at(),Mt=void 0,e(t,n,o)});We("diffed",function(e,t){at(),Mt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var m=s[l],u=o[l];m===void 0?(m=Xi(n,l,u,r),s[l]=m):m.o(u,r)}}}e(t)});function Xi(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=W(n);return{o:function(i,c){s.value=i,o=c},d:ee(function(){this.N=sr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}We("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var l in i)c[l]=i[l]}t.__np=void 0}else{var m=t.__c;if(m){m.__$f|=8;var u=m.__$u;u&&(m.__$u=void 0,u.d())}}e(t)});We("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Ue.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function g(e,t){return re(function(){return W(e,t)},[])}var Qi=function(e){queueMicrotask(function(){queueMicrotask(e)})};function ea(){Dn(function(){for(var e;e=or.shift();)nr.call(e)})}function sr(){or.push(this)===1&&(x.requestAnimationFrame||Qi)(ea)}var ar=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,ar(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},ir=new Map;function cr(e){var t=ir.get(this);return t||(t=new Map,ir.set(this,t)),(t=ar(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",l=[0],m=function(d){s===1&&(d||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,d,i):s===3&&(d||i)?(l.push(3,d,i),s=2):s===2&&i==="..."&&d?l.push(4,d,0):s===2&&i&&!d?l.push(5,0,!0,i):s>=5&&((i||!d&&s===5)&&(l.push(s,0,i,r),s=6),d&&(l.push(s,d,0,r),s=6)),i=""},u=0;u<n.length;u++){u&&(s===1&&m(),m(u));for(var p=0;p<n[u].length;p++)o=n[u][p],s===1?o==="<"?(m(),l=[l],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(m(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[u][p+1]===">")?(m(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(m(),s=2):i+=o),s===3&&i==="!--"&&(s=4,l=l[0])}return m(),l})(e)),t),arguments,[])).length>1?t:t[0]}var a=cr.bind(Ot);var fr="Europe/London",Mn=e=>new Intl.DateTimeFormat("en-GB",{timeZone:fr,...e}),mr=Mn({day:"numeric",month:"long",year:"numeric"}),ta=Mn({month:"short",year:"numeric"}),lr=Mn({hour:"2-digit",minute:"2-digit"}),Pt=new Intl.DateTimeFormat("sv-SE",{timeZone:fr}),na=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),oa=864e5,se=(e=new Date)=>Pt.format(e),K=e=>mr.format(new Date(e)),dr=e=>ta.format(new Date(`${e}-01`));function ye(e,t=new Date){let n=new Date(e);return Pt.format(n)===Pt.format(t)?lr.format(n):`${mr.format(n)}, ${lr.format(n)}`}var j=e=>na.format(e),te=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function pr(e,t=new Date){let n=Math.round((ur(t)-ur(new Date(e)))/oa);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var ur=e=>Date.parse(Pt.format(e)),jt=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function ie({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${ye(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function J({reading:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var Pn="([A-Za-z0-9_-]{1,64})",jn=new RegExp(`^${Pn}$`),ra={"/":"jobs","/jobs":"jobs",[`/jobs/${Pn}`]:"job",[`/jobs/${Pn}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},sa=Object.entries(ra).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Ct(e){for(let[t,n]of sa){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var A=W(Cn());function Cn(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Ct(location.pathname)??Ct("/"),path:location.pathname,account:jn.test(n)&&jn.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0}}function w(e,t={},n=A.value.account){let[o,r]=n?.split("/")??[],s=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return s?`${e}?${s}`:e}function hr(e){A.value.account||ue(w(A.value.path,Object.fromEntries(A.value.query),e),{replace:!0})}function ue(e,{replace:t=!1}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY},""),history.pushState(null,"",e)),A.value=Cn()}function _r(){history.scrollRestoration="manual",addEventListener("popstate",()=>{A.value=Cn(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Ct(t.pathname)||(e.preventDefault(),ue(t.href,{replace:t.href===location.href}))})}var aa={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},h=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${aa[e]} /></svg>
`;var ca="Contractor Portal",vr=!0;function S({title:e,back:t,keepsFocus:n=!1,children:o}){let r=G(null);return Me(()=>{vr||(n||r.current.focus({preventScroll:!0}),scrollTo(0,A.value.y)),vr=!1},[]),Me(()=>{document.title=`${e} – ${ca}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${w(t.path)}><${h} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var $r="application/json",gr=()=>{};function br(e){gr=e}async function z(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let i=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!i&&c.set("Content-Type",$r);try{let l=await fetch(`/api/${e}`,{method:t,headers:c,body:i||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),m=l.headers.get("Content-Type")?.startsWith($r)??!1;if(!m&&l.status!==204&&l.status!==304)return yr();let u={status:l.status,body:m?await l.json():null,headers:l.headers,offline:!1};return l.status===401&&gr(),u}catch{return yr()}}var yr=()=>({status:0,body:null,headers:new Headers,offline:!0}),la="The portal cannot be reached just now. Please check your connection and try again.",ne=({offline:e,body:t})=>e?la:t?.error??"Something went wrong. Please try again in a minute.";var Rn=(e,t)=>t.some(n=>e instanceof n),wr,Sr;function ua(){return wr||(wr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function fa(){return Sr||(Sr=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var Un=new WeakMap,Ln=new WeakMap,Lt=new WeakMap;function ma(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(ge(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Lt.set(t,e),t}function da(e){if(Un.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});Un.set(e,t)}var Fn={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return Un.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return ge(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function Ar(e){Fn=e(Fn)}function pa(e){return fa().includes(e)?function(...t){return e.apply(Wn(this),t),ge(this.request)}:function(...t){return ge(e.apply(Wn(this),t))}}function ha(e){return typeof e=="function"?pa(e):(e instanceof IDBTransaction&&da(e),Rn(e,ua())?new Proxy(e,Fn):e)}function ge(e){if(e instanceof IDBRequest)return ma(e);if(Ln.has(e))return Ln.get(e);let t=ha(e);return Object.is(t,e)||(Ln.set(e,t),Lt.set(t,e)),t}var Wn=e=>Lt.get(e);function Tr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=ge(i);return o&&i.addEventListener("upgradeneeded",l=>{o(ge(i.result),l.oldVersion,l.newVersion,ge(i.transaction),l)}),n&&i.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",m=>r(m.oldVersion,m.newVersion,m))}).catch(()=>{}),c}function Ir(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),ge(n).then(()=>{})}var _a=["get","getKey","getAll","getAllKeys","count"],va=["put","add","delete","clear"],Bn={};function xr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(Bn[t])return Bn[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=va.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||_a.includes(n)))return;let s=async function(i,...c){let l=this.transaction(i,r?"readwrite":"readonly"),m=l.store;return o&&(m=m.index(c.shift())),(await Promise.all([m[n](...c),r&&l.done]))[0]};return Bn[t]=s}Ar(e=>({...e,get:(t,n,o)=>xr(t,n)||e.get(t,n,o),has:(t,n)=>!!xr(t,n)||e.has(t,n)}));var $a=["advance","continue","continuePrimaryKey"],kr={},Hn=new WeakMap,Er=new WeakMap,ya={get(e,t){if(!$a.includes(t))return e[t];let n=kr[t];return n||(n=kr[t]=function(...o){Hn.set(this,Er.get(this)[t](...o))}),n}};async function*ga(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,ya);for(Er.set(n,t),Lt.set(n,Wn(t));t;)yield n,t=await(Hn.get(n)||t.continue()),Hn.delete(n)}function Or(e,t){return t===Symbol.asyncIterator&&Rn(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&Rn(e,[IDBIndex,IDBObjectStore])}Ar(e=>({...e,get(t,n,o){return Or(t,n)?ga:e.get(t,n,o)},has(t,n){return Or(t,n)||e.has(t,n)}}));var ba=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})}],wa={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},we=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=wa[t]}},Nr=["InvalidStateError","UnknownError"],Sa="portal:",be=new Map,Bt=new Set,Z=({agency:e,contractorId:t,email:n})=>`${Sa}${e}/${t} ${n}`;function xa(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function Mr(){return(indexedDB.databases?await Rt(()=>indexedDB.databases()):[...be.keys()].map(t=>({name:t}))).map(({name:t})=>xa(t)).filter(Boolean)}var qn=e=>Bt.delete(e);async function Dr(e,t=ba){if(Bt.has(e))throw new we("gone");if(!be.has(e)){let n=ka(e,t);be.set(e,n),n.catch(()=>be.delete(e))}return be.get(e)}var ka=(e,t)=>Rt(()=>Tr(e,t.length,{upgrade(n,o,r,s){s.done.catch(()=>{});for(let i of t.slice(o))i(n,s)},blocking(n,o){o===null&&Bt.add(e),Vn(e)},terminated:()=>be.delete(e)}));async function Vn(e){let t=be.get(e);be.delete(e),(await t?.catch(()=>null))?.close()}async function Pr(e){Bt.add(e),await Vn(e),await Rt(()=>Ir(e))}var Y=(e,t,n)=>Rt(async()=>{try{return await t(await Dr(e,n))}catch(o){if(!Nr.includes((o.cause??o).name))throw o;return await Vn(e),t(await Dr(e,n))}});async function Rt(e){try{return await e()}catch(t){throw t instanceof we?t:new we(Oa(t),t)}}function Oa(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":["SecurityError",...Nr].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?"closed":"broken"}var Aa={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},Ta=144*36e5,Lr=2e3,Ia=3e5,Br=6e4,Ea=6e5,Da=24*36e5,Na=1e4,Ma=[400,404,405,413,415,422],Rr="It may have arrived. It is sent again by itself, and cannot arrive twice.",Pa="The portal cannot tell any more what became of it. Please look at the job before you send it again.",ja="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",je=({state:e})=>Aa[e],Ft=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],N=({state:e})=>e!=="done",ct=e=>Math.max(0,...e.map(({state:t,doneAt:n})=>t==="done"?n:0)),Se=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Ur=(e,t)=>Se(e)?{heldUntil:t+Ea}:void 0,lt=({state:e})=>!["sending","checking"].includes(e),Gn=({state:e,sentAt:t})=>e==="waiting"&&t!==null,Fr=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...Wt({content:o,document:r})}),Wt=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...Ca}),Ca={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,submissionId:null,asks:null,result:null};function Wr(e,t){return Hr(e).filter(n=>Yn(n)<=t||Yn(n)>t+Da).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function Kn(e){let t=Hr(e).map(Yn);return t.length?Math.min(...t):null}var Yn=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Hr(e){let t=new Set;return e.filter(n=>{if(n.state==="checking")return!0;if(!["waiting","sending"].includes(n.state))return!1;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function qr(e,t){return e.sentAt!==null&&t-e.sentAt>Ta?He(ja):{state:"sending",sentAt:e.sentAt??t,sentence:null}}var Vr=()=>({state:"waiting",sentence:Rr,nextAt:0});function Yr(e,t,n,o=Math.random){let{status:r,body:s,headers:i,offline:c}=t,l={sentAt:e.sentAt??n},m=s?.error??null;if(c)return Ut(e,null,n,o,{...l,sentence:Rr},Br);let u=i.get("Submission-State"),p=i.get("Retry-After");return r===200||r===201?Kr(e,s,n):r===202?jr(s.submissionId,s.message,n):u==="rejected"?He(m):r===409&&p?Ut(e,p,n,o,{...l,sentence:m},Na):i.get("Location")?jr(i.get("Location").split("/").at(-1),m,n):u==="not-sent"?Ut(e,p,n,o,{sentAt:null,sentence:m}):r===409?He(m,e.kind==="invoice"?"duplicate":null):Ma.includes(r)?He(m):Ut(e,p,n,o,{...r>=500?l:{sentAt:e.sentAt},sentence:m})}function Gr(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?He(Pa):o||t!==200?Cr(e,e.sentence,r,s):n.state==="confirmed"?Kr(e,n.result,r):["rejected","expired","abandoned"].includes(n.state)?He(n.message):Cr(e,n.message,r,s)}var Kr=({kind:e,document:t},n,o)=>({state:"done",doneAt:o,sentence:null,result:e==="completion"?null:n,document:t&&{name:t.name,size:t.size}}),He=(e,t=null)=>({state:"refused",sentence:e,asks:t,sentAt:null}),jr=(e,t,n)=>({state:"checking",submissionId:e,sentence:t,tries:0,nextAt:n+Lr});function Ut(e,t,n,o,r,s=Ia){let i=Math.max(Number(t)*1e3||0,Ht(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function Cr(e,t,n,o){return{sentence:t,tries:e.tries+1,nextAt:n+Ht(e.tries,Br,o)}}var Ht=(e,t,n=Math.random)=>Math.min(t,Lr*2**Math.min(e,20))*(.5+n()/2);var zr="portal-outbox",Jr={durability:"strict"},qe=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ce=class{constructor(t){this.owner=t,this.name=Z(t)}all(){return Y(this.name,t=>t.getAll("outbox"))}async add(t){let n=await Y(this.name,async o=>{let{store:r,done:s}=o.transaction("outbox","readwrite",Jr),[i]=await Promise.all([r.add(t),s]);return{...t,id:i}});return qt(this.name),n}async change(t,n){let o=await Y(this.name,async r=>{let{store:s,done:i}=r.transaction("outbox","readwrite",Jr),c=await s.get(t),l=c&&n(c);return l?await Promise.all([s.put({...c,...l}),i]):l===null?await Promise.all([s.delete(t),i]):await i,l===void 0?void 0:l&&{...c,...l}});if(o===void 0)throw new qe;return qt(this.name),o}tidy(){return Y(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!N(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},Ve=class{#e=[];#t=0;constructor(t){this.owner=t,this.name=Z(t)}async all(){return[...this.#e]}async add(t){let n={...t,id:++this.#t};return this.#e.push(n),qt(this.name),n}async change(t,n){let o=this.#e.findIndex(i=>i.id===t),r=o<0?void 0:n(this.#e[o]);if(r===void 0)throw new qe;let s=r&&{...this.#e[o],...r};return this.#e.splice(o,1,...s?[s]:[]),qt(this.name),s}};function qt(e){let t=new BroadcastChannel(zr);t.postMessage(e),t.close()}function Zr(e){let t=new BroadcastChannel(zr);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function ut(e){try{let t=new Blob([await e.arrayBuffer()],{type:"application/pdf"});return{name:e.name??"invoice.pdf",size:t.size,blob:t}}catch(t){throw Object.assign(new we("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}async function Xr(e){let{method:t,path:n}=La(e),o={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(o["X-Allow-Duplicate"]="true"),{method:t,path:n,headers:o,body:e.document?await Ba(e):e.content,timeoutMs:e.document?3e5:6e4}}function La({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}async function Ba({content:e,document:t}){let n=new FormData;for(let[r,s]of Object.entries(e))s!=null&&n.append(r,String(s));let o=await t.blob.arrayBuffer();return n.append("document",new Blob([o],{type:"application/pdf"}),t.name),n}var Qr="portal-session",Ra=5e3,Ua={state:"refused",sentAt:null,sentence:"Its PDF cannot be read on this phone any more. Please attach it again."};async function Le(e=null){return(await Mr()).filter(t=>e===null||t.email===e).map(t=>new Ce(t))}function Jn(e){return navigator.locks.request(`portal-outbox:${e.name}`,async()=>{for(await Fa(e);;){let[t]=Wr(await e.all(),Date.now());if(!t)return{hold:null,next:Kn(await e.all())};let n=await Wa(e.owner,()=>Ha(e,t));if(n)return{hold:n,next:null}}})}async function Vt(e){let t=!1,n=()=>(t=!0,e());try{return await navigator.locks.request(Qr,{signal:AbortSignal.timeout(Ra)},n)}catch(o){if(t)throw o;return e()}}async function Fa(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,Vr)}function Wa(e,t){return navigator.locks.request(Qr,{mode:"shared"},async()=>await es(e)??t())}async function es({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await z("session");return s||o>=500?"offline":o!==200?"signed-out":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Ha(e,t){try{return await(t.state==="checking"?Va(e,t):qa(e,t))}catch(n){if(n instanceof qe)return null;throw n}}async function qa(e,t){let n=c=>c.state==="waiting"&&c.key===t.key&&c.heldUntil===t.heldUntil,o=await e.change(t.id,c=>n(c)?qr(c,Date.now()):void 0);if(o.state!=="sending")return null;let r=await Xr(o).catch(()=>null);if(r===null)return void await e.change(t.id,()=>Ua);let s=await z(r.path,{...r,account:ns(e)}),i=await ts(e,s);return await e.change(t.id,()=>i?{state:"waiting",sentAt:t.sentAt}:Yr(t,s,Date.now())),i??(s.offline?"offline":null)}async function Va(e,t){let n=await z(`contractor/submissions/${t.submissionId}`,{account:ns(e)}),o=await ts(e,n);return o||await e.change(t.id,()=>Gr(t,n,Date.now())),o??(n.offline?"offline":null)}async function ts(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?es(e.owner):null}var ns=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Ya="outbox";async function Yt(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Ya).catch(()=>{})}var zn=e=>`outbox ${e}`;function Gt(e,t){try{t?localStorage.setItem(zn(e),String(t)):localStorage.removeItem(zn(e))}catch{}}function os(e){try{return Number(localStorage.getItem(zn(e))??0)}catch{return 0}}var rs=e=>Gt(e,0);var R=W(null),fe=W(null),Jt=W([]),ae=W(null),Ka=6e4,Ja=168*36e5,za="This device has no room left, so nothing can be sent from it. Please free some space.",C=null,eo=0,Zn=0,Xn=!1,Kt=null,Qn=!1;async function to(e){if(C?.name===Z(e))return;no(),qn(Z(e));let t=new Ce(e);C=t;try{let n=(await t.all()).length?0:os(t.name);for(let o of(await Le()).filter(r=>r.owner.email!==e.email))await o.tidy(),Gt(o.name,await so(o));await Za(t),C===t&&(ae.value=n?Qa(n):null)}catch(n){if(C!==t)return;ae.value=io(n),n.reason==="closed"&&(C=new Ve(e))}await Zt(),R.value?.some(N)&&Yt(),xe()}async function is(e){no(),(e?await Le(e.email).catch(()=>[]):[]).some(({name:n})=>n===Z(e))&&!C&&await to(e)}function no(){clearTimeout(eo),C=null,R.value=null,fe.value=null,Jt.value=[],ae.value=null}async function Ye({document:e,...t}){let n=Fr({...t,document:e?await ut(e):null},Date.now()),o=await C.add(n);return await Zt(),navigator.storage?.persist?.(),Yt(),xe(),o}async function zt(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}};return o!==void 0&&(r.document=o&&await ut(o)),ft(e,s=>Se(s)?Wt(r):void 0)}var as=e=>ft(e,t=>Ur(t,Date.now())),cs=e=>ft(e,({heldUntil:t})=>t?{heldUntil:0}:void 0);function oo(e,{duplicate:t=!1}={}){return ft(e,n=>n.state==="refused"?Wt({duplicate:t}):void 0)}var ls=e=>ft(e,t=>lt(t)?null:void 0),ke=e=>(R.value??[]).filter(t=>t.jobId===e);async function xe(){clearTimeout(eo),Kt?Qn=!0:(Kt=Xa(),await Kt.finally(()=>Kt=null),Qn&&(Qn=!1,await xe()))}async function ro(){let e=C;for(let{id:t,nextAt:n}of R.value??[])n&&await e.change(t,()=>({nextAt:0})).catch(()=>{});await xe()}async function us(e){let t=C instanceof Ve?[C]:await Le(e);return(await Promise.all(t.map(so))).reduce((o,r)=>o+r,0)}var so=async e=>(await e.all()).filter(N).length;async function fs(e){let t=!(C instanceof Ve);C?.owner.email===e&&no();for(let{name:n}of t?await Le(e):[])await Pr(n),rs(n)}async function Za(e){let t=Date.now()-Ja;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function ft(e,t){let n=await C.change(e,t);return await Zt(),Yt(),xe(),n}async function Zt(){let e=C;try{let t=await e?.all()??null;if(C!==e)return;R.value=t,t&&Gt(e.name,t.filter(N).length)}catch(t){if(C!==e)return;ae.value=io(t),R.value??=[]}}async function Xa(){let e=C;if(e)try{let t=e instanceof Ce?(await Le(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await Jn(r));let o=await Promise.all(t.map(so));if(C!==e)return;fe.value=n[0].hold,Jt.value=t.map(({owner:r},s)=>({...r,number:o[s]})).filter(({number:r})=>r),ss(n),Xn&&(ae.value=null),Xn=!1}catch(t){if(C!==e)return;ae.value=t.reason==="full"?za:io(t),Xn=!0,ss([{hold:"offline",next:null}])}}function io(e){if(!e.sentence)throw e;return e.sentence}function ss(e){let t=e.some(({hold:o})=>o==="offline");Zn=t?Zn+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+Ht(Zn,Ka)),n.length&&(eo=setTimeout(xe,Math.max(Math.min(...n)-Date.now(),0)))}var Qa=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function ms(){Zr(e=>{e===C?.name&&Zt()}),addEventListener("online",ro),addEventListener("offline",xe),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&xe()})}var ao="portal",co=[e=>e.createObjectStore("session")],ps=e=>Y(ao,t=>t.put("session",e,"last"),co);async function hs(){try{return await Y(ao,e=>e.get("session","last"),co)??null}catch{return null}}var _s=()=>Y(ao,e=>e.delete("session","last"),co);var k=W(void 0),Ge=W(null),q=({agency:e,contractorId:t})=>`${e}/${t}`,U=$e(()=>{if(!k.value)return null;let e=A.value.account??q(k.value.account);return k.value.accounts.find(t=>q(t)===e)??null}),me=$e(()=>{let[e,t]=[k.value,U.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),vs=$e(()=>{let[e,t]=[k.value,A.value.account];if(!e||U.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),$s=new BroadcastChannel("portal:person");async function Ke(e){let t=JSON.stringify(e)!==JSON.stringify(k.value);t&&(k.value=e),await(e?ps(e):_s()).catch(()=>{}),t&&$s.postMessage(e)}async function Xt(){let e=await hs();if(k.value??=e??void 0,e||document.body.dataset.session){let t=await z("session");t.status===200&&await Ke(t.body)}k.value??=null}var Qt=e=>{let t=A.value.account?.split("/")[0];return z("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function ys(e,t){let n=await Vt(()=>z("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ge.value=null,await Ke(n.body)),n}async function gs(e){Ke({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await z("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await Ke(o.body)}async function bs(){let{email:e}=k.value,t=await Vt(()=>z("session",{method:"DELETE"}));return t.status===204&&(await Ke(null),sessionStorage.clear(),await fs(e)),t}function ws(){br(()=>{Ge.value=k.value?.email??Ge.value,Ke(null)}),$s.onmessage=({data:e})=>{k.value=e}}var Ss=300;async function xs(e,t,n,o=null){try{await Y(Z(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>Ss&&await tc(s),await i})}catch{}}async function ks(e,t){try{return await Y(Z(e),n=>n.get("answers",t))??null}catch{return null}}async function tc(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-Ss).map(({path:n})=>e.delete(n)))}var nc=5e3,oc=30,Os={body:null,asOf:null,isOld:!1,busy:!0,problem:null,status:0},rc=W({...Os,busy:!1}),mt=new Map;function T(e){let t=me.value,n=e?Is(t,e):rc;return E(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&lo(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[s,i]of r)s.addEventListener(i,o);return()=>{for(let[s,i]of r)s.removeEventListener(i,o)}},[n]),n}async function en(e,t){let n=me.value,o=n&&mt.get(Ts(n,e));await o?.running,!(!o||o.begunAt>t)&&(o.readAt=0,lo(n,e))}var As=()=>mt.clear(),Ts=(e,t)=>`${e.email} ${q(e)} ${t}`;function Is(e,t){let n=Ts(e,t);if(!mt.has(n)){let o=W(Os);mt.set(n,Object.assign(o,{etag:null,begunAt:0,readAt:0,running:null}))}return mt.get(n)}function lo(e,t){let n=Is(e,t);navigator.onLine&&Date.now()-n.readAt<nc||(n.running??=sc(e,t,n).finally(()=>{n.running=null}))}async function sc(e,t,n){let o=u=>{n.value={...n.value,...u}};if(!n.value.body){let u=await ks(e,t);u&&(n.etag=u.etag??null,o({body:u.body,asOf:u.body.asOf??new Date(u.readAt).toISOString(),isOld:!0}))}o({busy:!0}),n.begunAt=Date.now();let r=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},s=await z(`contractor/${t}`,{account:q(e),headers:r}),{status:i,body:c,offline:l}=s,m={asOf:ic(s.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:i};if((i===200||i===304)&&(n.readAt=Date.now()),i===200)n.etag=s.headers.get("ETag"),xs(e,t,c,n.etag),o({...m,body:c});else if(i===304)o(m);else if(i===409)Xt(),o({busy:!1,problem:ne(s),status:i});else if(i===404)o({body:null,busy:!1,problem:ne(s),status:i});else{let u=Number(s.headers.get("Retry-After"));!l&&u&&setTimeout(()=>lo(e,t),Math.min(u,oc)*1e3),o({isOld:!!n.value.body,busy:!!(!l&&u),problem:ne(s),status:i})}}var ic=e=>e?new Date(e).toISOString():null;function tn(){let e=U.value&&q(U.value);return a`
    <ul class="rows">
      ${k.value.accounts.map(t=>{let n=q(t);return a`
          <li key=${n} class="row">
            <a href=${w("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>gs(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${h} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function nn(){let[e,t,n]=[g(null),g(0),g(!1)],o=async()=>{n.value=!0;let s=await bs();if(n.value=!1,s.status!==204){e.value=ne(s);return}As(),ue("/",{replace:!0})},r=async()=>{e.value=null;try{t.value=await us(k.value.email)}catch(s){if(!s.sentence)throw s;e.value=s.sentence;return}t.value||await o()};return a`
    ${t.value?a`<${ac} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${r}>
          <${h} name="leave" />Sign out
        </button>`}
    <p class="problem" role="alert">${e.value}</p>
  `}function ac({number:e,onSure:t,onStay:n}){let o=G(null);Me(()=>o.current.focus(),[]);let[r,s,i]=[te(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${r} on this device ${s} not with the agency yet.</b> Signing out deletes ${i} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${i} and sign out</button>
      </div>
    </div>
  `}var cc=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Es(){let e=T("account"),t=e.value.body,{agencyName:n,displayName:o}=U.value;return a`
    <${S} title="Account">
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${lc} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${J} reading=${e.value} />`}
        <${ie} reading=${e.value} />
      </section>
      ${k.value.accounts.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${tn} /></section>`}
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${k.value.email}</b></p>
        <${nn} />
      </section>
    <//>
  `}function lc({record:e}){let{agency:t}=e,n=[...cc.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return a`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>a`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var Ds=0;function H(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Ds),Ds=setTimeout(()=>{t.textContent=e},400)}var uc=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),de=e=>e.trim().replaceAll("	"," ");function dt(e,t,{inForm:n=!1}={}){let o=n?de(e).replace(/\r\n|\r|\n/g,`\r
`):de(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:uc.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var pt=4e3,on=e=>e?dt(e,pt):"Please write something first.";function rn(e){E(()=>{if(e!==null)return as(e).catch(Ns),()=>cs(e).catch(Ns)},[e])}var Ns=()=>{};function Ms({item:e,done:t}){let[n,[o,r]]=[Jo(),ot(null)];return rn(e.id),a`
    <form onSubmit=${async i=>{i.preventDefault();let c=de(i.target.elements.note.value),l=on(c);if(r(l),!l)try{await zt(e.id,{content:{note:c}}),t()}catch(m){if(!m.sentence)throw m;r(m.sentence)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${pt} required dir="auto" ref=${fc}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var fc=e=>e?.focus();var mc={waiting:"clock",sending:"send",checking:"search",done:"done",refused:"emergency"};function Oe({item:e}){let t=e.state==="refused"&&e.sentence?`, because: ${e.sentence}`:"";return a`
    <span class=${`state is-${e.state}`}>
      <${h} name=${mc[e.state]} /><span dir="auto">${je(e)}${t}</span>
    </span>
  `}var dc={offline:"No connection to the portal. Everything below is kept on this phone, and sent by itself later.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Ps(){let e=(R.value??[]).filter(t=>!N(t)).reverse();return a`
    <${S} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${uo}>
        <p class="reach"><${h} name="done" />Nothing waits: your agency has everything you sent from here.</p>
      <//>
      ${Jt.value.map(t=>a`<${pc} key=${q(t)} there=${t} />`)}
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${js} of=${e} />
        </section>
      `}
    <//>
  `}function uo({children:e}){let t=(R.value??[]).filter(N);return t.length?a`
    ${fe.value&&a`<p class="notice" role="status">${dc[fe.value]}</p>`}
    <h2 class="visually-hidden">Not with the agency yet</h2>
    <${js} of=${t} />
    ${t.some(({state:n})=>n==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${ro}>Try now</button>`}
  `:e}var js=({of:e})=>a`<ol class="cards">${e.map(t=>a`<${fo} key=${t.id} item=${t} />`)}</ol>`;function pc({there:e}){let t=k.value.accounts.find(n=>q(n)===q(e));return a`
    <a class="reach" href=${w("/outbox",{},q(e))}>
      <${h} name="send" />${te(e.number,"thing")} for ${t?.agencyName??"an account that is no longer yours"}
    </a>
  `}function fo({item:e}){let[t,n]=ot(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${Ft(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${Ms} item=${e} done=${o} />`:a`<${hc} item=${e} />`}
      <p class="about">
        <${Oe} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${ye(e.addedAt)}</time>
      </p>
      ${e.state!=="refused"&&e.sentence&&a`<p class="hint" dir="auto">${e.sentence}</p>`}
      ${t==="remove"&&a`<${$c} item=${e} stop=${o} />`}
      ${!t&&a`<${_c} item=${e} setDoing=${n} />`}
    </li>
  `}function hc({item:{kind:e,content:t,document:n,jobId:o}}){return a`
    ${e==="note"&&a`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${j(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&a`<p class="reach"><${h} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&a`<a class="reach" href=${w(`/jobs/${o}`)}><${h} name="jobs" />Look at the job</a>`}
  `}function _c({item:e,setDoing:t}){let n=e.asks==="duplicate";return a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>oo(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${e.state==="refused"&&!n&&a`<button type="button" class="btn btn-secondary" onClick=${()=>oo(e.id)}>Send again</button>`}
      ${U.value&&Se(e)&&a`<${vc} item=${e} onNote=${()=>t("edit")} />`}
      ${lt(e)&&N(e)&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function vc({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;if(t!=="invoice")return null;let s={...o.statementId&&{statement:o.statementId},change:e},i=w(n?`/jobs/${n}/invoice`:"/invoice",s);return a`<a class="btn btn-secondary" href=${i}>Change</a>`}function $c({item:e,stop:t}){let n=Gn(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=ot(null),s=async()=>{try{await ls(e.id),document.querySelector("h1").focus(),H("Deleted.")}catch(i){if(!i.sentence)throw i;r(i.sentence)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${yc} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var yc=e=>e?.focus();var Cs=()=>a`
  <${S} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${A.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value.email}</b>. Nothing was changed.
    </p>
    <${uo}>${null}<//>
    <h2>Your accounts</h2>
    <${tn} />
    <h2>Signed in with another address?</h2>
    <${nn} />
  <//>
`;var gc="https://www.google.com/maps/search/?api=1&query=",bc=/[\p{L}/,;&#|]|(?=\+)/u,wc=5,Sc=/^(\+|00)(\d{1,3})\(0\)/;function xc(e){return e.split(bc).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(Sc,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=wc)??""}function ht({phone:e,who:t}){if(!e)return null;let n=xc(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${h} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function sn({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${h} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Ls({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${gc+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${h} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Bs(){let e=T("contacts"),t=e.value.body?.contacts;return a`
    <${S} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${kc} key=${n.contactId} ...${n} />`)}</ul>`:a`<${J} reading=${e.value} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${ie} reading=${e.value} />
    <//>
  `}function kc({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${ht} phone=${s} who=${i} /><${ht} phone=${r} who=${i} /><${sn} email=${o} who=${i} />
    </li>
  `}var Oc=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function mo({children:e}){let t=T("agency").value.body;Ic(t?.accent);let{agencyName:n,displayName:o}=U.value,r=Oc.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${Ec}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${k.value.accounts.length>1&&a`<a class="switch" href=${w("/account")}><${h} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(s=>a`<${Ac} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${Tc} />
    ${e}
  `}function Ac({path:e,name:t,icon:n,screens:o}){let r=o.includes(A.value.screen);return a`<a href=${w(e)} aria-current=${r?"page":null}><${h} name=${n} />${t}</a>`}function Tc(){let e=(R.value??[]).filter(N).length,t=fe.value==="offline";return!e&&!ae.value?null:a`
    <aside class="strip" aria-label="Not sent yet">
      ${ae.value&&a`<p role="alert">${ae.value}</p>`}
      ${e>0&&a`<a href=${w("/outbox")}>
        <${h} name=${t?"offline":"send"} />
        ${te(e,"thing")} ${e===1?"is":"are"} not with the agency yet<${h} name="open" />
      </a>`}
    </aside>
  `}function Ic(e){E(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function Ec(e){e.preventDefault(),document.querySelector("h1").focus()}var Be=({priority:e})=>e?.trim().toLowerCase()==="emergency",an=e=>(e??"").trim().toLowerCase();function cn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(an).includes(an(t))?"cancelled":"open"}var Rs=e=>ke(e).filter(t=>t.kind==="completion"&&N(t)).at(-1)??null,Q=({title:e,reference:t,jobId:n})=>e||t||n;function Us(e){let t=an(e).split(/\s+/).filter(Boolean);return({reference:n,title:o,description:r,property:s})=>{let i=an([n,o,r,s?.address,s?.postcode].filter(Boolean).join(`
`));return t.every(c=>i.includes(c))}}var Fs=e=>[...e.filter(Be),...e.filter(t=>!Be(t))];function ln(e){let[t,n]=[T(`jobs/${e}`).value,T("jobs").value];if(t.body)return{job:t.body,reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o??null,reading:o?n:t}}var Ws=({item:e,back:t})=>a`
  <${S} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${fo} item=${e} /></ol>
    ${N(e)&&e.state!=="refused"&&a`<p class="hint">You can go on, or close the portal: it is kept, and sent by itself.</p>`}
    <a class="reach" href=${w("/money",{show:"invoices"})}><${h} name="invoice" />All your invoices</a>
  <//>
`;var Je=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,ze=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Ze=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function Hs({name:e,required:t,problem:n,value:o,...r}){let s=T("statements/pending"),i=s.value.body?.statements??[],c=!o||i.some(({statementId:l})=>l===o);return a`
    <div class="field">
      <${Je} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Ze({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(l=>a`<option key=${l.statementId} value=${l.statementId}>${po(l)}</option>`)}
      </select>
      <${ze} name=${e}>${n??(s.value.body?null:s.value.problem)}<//>
    </div>
  `}var po=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[j(s??r??0),n??t??e,o&&K(o)].filter(Boolean).join(", ");async function qs(e,t){try{return(await Y(Z(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function Vs(e,t,n){try{await Y(Z(e),o=>n===null?o.delete("drafts",t):o.put("drafts",{name:t,content:n}))}catch{}}function _t(e){let t=g(void 0),n=me.value;return E(()=>{qs(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,Vs(n,e,r))]}var Ys=1e6,Gs={description:2e3,invoiceNumber:50},Dc=6,Nc=864e5,Mc=10*1024*1024,Ks="%PDF-",Pc=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,jc=/\.\d\d\d*[1-9]/,Cc=["amount","description","invoiceDate"];function vt(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[...Cc,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function un(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function ho(e=new Date){let[t,...n]=se(e).split("-");return{oldest:[t-Dc,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(se(e))+Nc).toISOString().slice(0,10)}}function pe(e){let t=e.trim().replace(/^£\s*/,"");return Pc.test(t)?Number(t.replaceAll(",","")):NaN}var Zs=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Lc={amount:e=>zs(e,"The amount")??(pe(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>zs(e,"VAT")??(pe(e)>pe(t)?"VAT cannot be more than the amount.":null),description:(e,t,n)=>dt(e,Gs.description,{inForm:!!n}),invoiceNumber:e=>dt(e,Gs.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=ho();return e>n?`The date can be tomorrow at the latest, ${K(n)}.`:e<t?`The date can be six years ago at most, ${K(t)}.`:null},statementId:()=>null},Js={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function zs(e,t){let n=pe(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:jc.test(e.trim())?`${t} can have no more than two decimals.`:n>Ys?`${t} can be ${j(Ys)} at most.`:null}function fn(e,t,n,o){let r={};for(let[s,i]of Object.entries(Lc)){let c=e[s]??"",l=vt(s,n,o)?Js[s]:null,m=c.trim()===""?l:i(c,e,t);m&&(r[s]=m)}return!t&&vt("document",n,o)&&(r.document=Js.document),r}async function Xs(e){return e.size>Mc?"The PDF can have 10 MB at most.":await e.slice(0,Ks.length).text()===Ks?null:"This file is not a PDF. Please choose a PDF."}function Qs(e,t){let n={jobId:t,statementId:e.statementId,amount:pe(e.amount),vat:e.vat.trim()&&pe(e.vat),description:de(e.description),invoiceDate:e.invoiceDate,invoiceNumber:de(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function ei({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var ti="This file cannot be read. Please choose it again.";function ni({required:e,problem:t,document:n,onChange:o}){let r=g(null),s=async({target:c})=>{let[l]=c.files;if(l&&(r.value=await Xs(l).catch(()=>ti),c.value="",!r.value))try{o(await ut(l)),H(`${l.name} is attached.`)}catch(m){r.value=m.sentence??ti}},i=r.value??t;return a`
    <div class="field">
      <${Je} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&a`<${Bc} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${Ze({name:"document",hint:!0,problem:i,required:e&&!n})} onChange=${s}
      />
      <${ze} name="document">${i}<//>
    </div>
  `}function Bc({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),H("The PDF is removed.")};return a`
    <p class="attached">
      <${h} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${jt(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Rc={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function oi({values:e,set:t,document:n,setDocument:o,agency:r,jobId:s,asked:i,onWhole:c}){let[l,m,u]=[g({}),g(i),g(null)],p=G(null),d=fn(e,n,r,s),f=_=>_==="vat"&&u.value==="amount"?null:m.value||l.value[_]&&e[_]||!Zs(_,e[_]??"")?d[_]:null,$=()=>p.current.querySelector("[aria-invalid]")?.focus();E(()=>{i&&$()},[]);let b=_=>{_.preventDefault(),m.value=!0,Object.keys(d).length?setTimeout($):c()},y=_=>({name:_,required:vt(_,r,s),problem:f(_),value:e[_],onInput:({target:v})=>t(_,v.value),onFocus:()=>u.value=_,onBlur:()=>{u.value=null,l.value={...l.value,[_]:!0}}});return a`
    <form ref=${p} class="form" onSubmit=${b} noValidate>
      <p class="hint">${U.value.agencyName} needs whatever is not marked as optional.</p>
      ${un(r)&&a`<${Hs} ...${y("statementId")} />`}
      ${Object.entries(Rc).map(([_,v])=>a`<${Uc} key=${_} ...${v} ...${y(_)} />`)}
      <${ni}
        required=${vt("document",r,s)} problem=${m.value?d.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function Uc({name:e,label:t,hint:n,rows:o,problem:r,required:s,value:i,type:c="text",...l}){let m=o?"textarea":"input",{oldest:u,latest:p}=c==="date"?ho():{};return a`
    <div class="field">
      <${Je} name=${e} required=${s}>${t}<//>
      ${n&&a`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${m}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${u} max=${p} autocomplete="off"
        value=${i} ...${Ze({name:e,hint:n,problem:r,required:s})} ...${l}
      />
      <${ze} name=${e}>${r}<//>
    </div>
  `}var si={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"}},_o=({status:e})=>si[e]?.words??e;function vo(e,t){let n=t.filter(r=>r.kind==="invoice"&&(N(r)||!e.some(s=>ri(s,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed"].includes(r.status)&&n.some(({item:s})=>ri(r,s));return[...n,...e.filter(r=>!o(r))]}function ri(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function mn({jobId:e,agency:t}){let n=T(t?.offers.includes("invoices.list")?"invoices":null).value,o=vo(n.body?.invoices??[],R.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${$o} invoices=${o} />
    </section>
  `:null}var $o=({invoices:e,jobs:t={}})=>a`
  <ul class="rows">
    ${e.map((n,o)=>a`<${Fc} key=${n.item?.id??n.invoiceId??`at ${o}`} invoice=${n} jobs=${t} />`)}
  </ul>
`;function Fc({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:l}=e;return a`
    <li class="entry">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":j(n)}</b>
      </p>
      <p class="about">
        ${l?a`<${Oe} item=${l} />`:a`<${Wc} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${K(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${t[c]&&a`<a class="reach" href=${w(`/jobs/${c}`)}><${h} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${l&&N(l)&&a`<a class="reach" href=${w("/outbox")}><${h} name="send" />Look at what waits here</a>`}
    </li>
  `}function Wc({invoice:e}){let{icon:t="search",className:n=""}=si[e.status]??{};return a`<span class=${`state ${n}`}><${h} name=${t} />${_o(e)}</span>`}function ii({about:e,address:t,values:n,document:o,failed:r,onSend:s,change:i,back:c}){let l=g(!1),m=async()=>{l.value=!0,await s(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",j(pe(n.amount))],["VAT in it",n.vat.trim()&&j(pe(n.vat))],["Date of the invoice",K(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o&&`${o.name}, ${jt(o.size)}`]];return a`
    <${S} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,p])=>p).map(([p,d])=>a`<div key=${p}><dt>${p}</dt><dd dir="auto">${d}</dd></div>`)}
        </dl>
      </div>
      ${fe.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone, and be sent by itself.</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${m}>
          <${h} name="send" />Send to ${U.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var Hc=!1;function yo({jobId:e,item:t,about:n,address:o,first:r,back:s}){let{query:i,path:c}=A.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[[m,u],[p,d]]=[_t(l),_t(`PDF of ${l}`)],[f,$]=[T("agency").value,g(null)],b=i.has("look");if(rn(t?.id??null),m.value===void 0||p.value===void 0||!f.body&&f.busy)return a`<${S} key="reading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let y=f.body&&Vc(f.body,e);if(y)return a`<${S} key="none" title="Invoice" back=${s}><p class="notice">${y}</p><//>`;let _={...r,...t&&ei(t.content),...m.value},v=(p.value??t?.document)||null,D=!Object.keys(fn(_,v,f.body,e)).length,{statementId:O}=r,oe=B=>w(c,{...O&&{statement:O},...t&&{change:t.id},...B}),Ae=()=>{let B=Qs(_,e);return t?zt(t.id,{content:B,...p.value!==null&&{document:ai(v)}}):Ye({kind:"invoice",jobId:e,about:n,content:B,document:ai(v)})},V=async()=>{$.value=null;try{let{id:B}=await Ae();H("Your invoice is on its way."),ue(w(c,{sent:B}),{replace:!0}),u(null),d(null)}catch(B){$.value=B.sentence??"Your invoice could not be kept. Please try again."}};return b&&D?a`
      <${ii}
        about=${n} address=${o} values=${_} document=${v} failed=${$.value} onSend=${V}
        change=${oe({})} back=${s}
      />
    `:a`
    <${S} key="write" title="Invoice" back=${s} keepsFocus=${b}>
      <${qc} about=${n} address=${o} />
      ${e&&a`<${mn} jobId=${e} agency=${f.body} />`}
      <${oi}
        values=${_} set=${(B,yt)=>u({...m.value,[B]:yt})} document=${v}
        setDocument=${B=>d(B??Hc)} agency=${f.body} jobId=${e} asked=${b}
        onWhole=${()=>ue(oe({look:"1"}))}
      />
    <//>
  `}function qc({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Vc({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var ai=e=>e&&new File([e.blob],e.name,{type:e.blob.type});var Yc={path:"/money",name:"Money"};function go({id:e}){let{query:t}=A.value,n=Number(t.get("sent")??t.get("change")),o=(R.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Yc;if(n&&R.value===null)return a`<${S} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Se(o)))return a`<${Ws} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?Gc:Kc} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function Gc({id:e,statementId:t,...n}){let{job:o,reading:r}=ln(e);if(!o&&!n.item&&r.status===404)return a`<${ci} reading=${r} back=${n.back} />`;let s={...li,statementId:t,invoiceDate:se()},i=o?.property?.address;return a`<${yo} jobId=${e} about=${o?Q(o):e} address=${i} first=${s} ...${n} />`}function Kc({statementId:e,...t}){let n=T("statements/pending").value,o=n.body?.statements.find(s=>s.statementId===e);if(!o&&n.busy)return a`<${ci} reading=${n} back=${t.back} />`;let r={...li,...o&&Jc(o),statementId:e,invoiceDate:se()};return a`<${yo} jobId=${null} about=${o?po(o):""} first=${r} ...${t} />`}var ci=({reading:e,back:t})=>a`
  <${S} key="nothing" title="Invoice" back=${t}><${J} reading=${e} /><//>
`,li={amount:"",vat:"",description:"",invoiceNumber:""},Jc=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});function ui({job:e,standing:t}){let[n,o]=[g(null),g(!1)],r=Rs(e.jobId),s=async i=>{if(!o.value){o.value=!0,n.value=null;try{await Ye({kind:"completion",jobId:e.jobId,about:Q(e),content:{completed:i},document:null}),H(i?"The job is being marked complete.":"The job is being reopened.")}catch(c){n.value=c.sentence??"This could not be kept. Please try again."}o.value=!1}};return r?a`
      <p class="pending">
        <${h} name=${r.content.completed?"done":"reopen"} />
        ${r.content.completed?"Marked complete by you.":"Reopened by you."} <${Oe} item=${r} />
      </p>
    `:a`
    ${t==="open"&&a`<button class="btn btn-primary" type="button" onClick=${()=>s(!0)}><${h} name="done" />Mark complete</button>`}
    ${t==="completed"&&a`<button class="btn btn-secondary" type="button" onClick=${()=>s(!1)}><${h} name="reopen" />Reopen this job</button>`}
    ${n.value&&a`<p class="notice" role="alert">${n.value}</p>`}
  `}function fi({job:e,canAdd:t}){let n=U.value.displayName,o=ke(e.jobId).filter(r=>r.kind==="note"&&!zc(e.notes,r));return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!e.notes.length&&!o.length&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      <ol class="notes">
        ${e.notes.map(({noteId:r,note:s,author:i,createdAt:c},l)=>a`
            <li key=${r??`at ${l}`} class=${i===n?"own":""}>
              <p class="by"><b dir="auto">${i===n?"You":i||"Unnamed"}</b>${" "}
                ${c&&a`<time datetime=${c}>${ye(c)}</time>`}</p>
              <p class="says" dir="auto">${s}</p>
            </li>
          `)}
        ${o.map(r=>a`
            <li key=${r.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${r.content.note}</p>
              <${Oe} item=${r} />
            </li>
          `)}
      </ol>
      ${t&&a`<${Zc} job=${e} />`}
    </section>
  `}var zc=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function Zc({job:e}){let[t,n]=_t(`note on ${e.jobId}`),[o,r]=[g(null),g(!1)];return a`
    <form class="composer" onSubmit=${async i=>{if(i.preventDefault(),r.value)return;let c=de(t.value??"");if(o.value=on(c),!o.value){r.value=!0;try{await Ye({kind:"note",jobId:e.jobId,about:Q(e),content:{note:c},document:null}),n(null),H("Your note was added.")}catch(l){o.value=l.sentence??"Your note could not be kept. Please try again."}r.value=!1}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${pt} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${i=>n(i.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${h} name="send" />Add note</button>
    </form>
  `}var mi={path:"/jobs",name:"Jobs"};function di({id:e}){let{job:t,reading:n}=ln(e),o=T("agency").value.body,r=ct(ke(e));if(E(()=>{for(let i of r?[`jobs/${e}`,"jobs","invoices"]:[])en(i,r)},[r]),!t)return a`<${S} title="Job" back=${mi}><${J} reading=${n} /><//>`;let s=o?.offers??[];return a`
    <${S} title=${Q(t)} back=${mi}>
      <${Xc} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${Qc} job=${t} />
      </div>
      <div class="doing">
        ${s.includes("jobs.complete")&&a`<${ui} job=${t} standing=${cn(t,o)} />`}
        ${s.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${w(`/jobs/${e}/invoice`)}><${h} name="invoice" />Send its invoice</a>`}
      </div>
      ${s.includes("invoices.submit")&&a`<${mn} jobId=${e} agency=${o} />`}
      <${fi} job=${t} canAdd=${s.includes("notes.add")} />
      <${ie} reading=${n} />
    <//>
  `}function Xc({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return a`
    <p class="about">
      ${Be(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
      ${t&&a`<span class="status" dir="auto">${t}</span>`}
      ${n&&!Be(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${ye(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${K(i)}</time></span>`}
    </p>
  `}function Qc({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Ls} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${ht} phone=${o} who=${n??"the tenant"} /><${sn} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}function dn({onReach:e,left:t}){let n=G(null);return E(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var pi={open:"Open",completed:"Completed",cancelled:"Cancelled"},el={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},bo=40,Xe=W({});function wo(){let e=T("jobs"),t=T("agency").value.body,n=A.value.query.get("show")??"open";return a`
    <${S} title="Jobs">
      ${e.value.body?a`<${tl} jobs=${e.value.body.jobs} agency=${t} tab=${Object.hasOwn(pi,n)?n:"open"} />`:a`<${J} reading=${e.value} />`}
      <${ie} reading=${e.value} />
    <//>
  `}function tl({jobs:e,agency:t,tab:n}){let o=A.value.account,r=Xe.value.at===o?Xe.value.text:"",s=r===Xe.value.text&&n===Xe.value.tab?Xe.value.most:bo,i=re(()=>Fs(e),[e]),c=re(()=>nl(i,t),[i,t]),l=re(()=>c[n].filter(Us(r)),[c,n,r]),m=u=>{Xe.value={at:o,tab:n,text:r,most:s,...u}};return E(()=>{r&&H(l.length?`${te(l.length,"job")} found`:"No job found")},[r,n]),a`
    <form class="search" role="search" onSubmit=${u=>u.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${h} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${r} onInput=${u=>m({text:u.target.value,most:bo})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(pi).filter(([u])=>u!=="cancelled"||c.cancelled.length).map(([u,p])=>a`
            <a key=${u} href=${w("/jobs",{show:u})} aria-current=${u===n?"true":null}>
              ${p} <span class="number">${c[u].length}</span>
            </a>
          `)}
    </nav>
    ${l.length?a`<ul class="rows">${l.slice(0,s).map(u=>a`<${ol} key=${u.jobId} job=${u} />`)}</ul>`:a`<p class="notice">${r?`No job here has “${r}” in it.`:el[n]}</p>`}
    ${l.length>s&&a`<${dn} onReach=${()=>m({most:s+bo})} left=${l.length-s} />`}
  `}function nl(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[cn(o,t)].push(o);return n}function ol({job:e}){let{jobId:t,reference:n,status:o,reportedAt:r,property:s}=e,i=ke(t).filter(N).length;return a`
    <li class="row">
      <a href=${w(`/jobs/${t}`)}>
        ${Be(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${Q(e)}</span>
        ${s?.address&&a`<span class="address" dir="auto">${s.address}</span>`}
        <span class="about">
          ${o&&a`<span class="status" dir="auto">${o}</span>`}
          ${r&&a`<span><span class="visually-hidden">Reported </span>${pr(r)}</span>`}
          ${n&&a`<span dir="auto">${n}</span>`}
          ${i>0&&a`<span class="unsent"><${h} name="send" />${te(i,"thing")} to send</span>`}
        </span>
      </a>
    </li>
  `}var pn=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,_i=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function vi(e){let t=new Map;for(let{date:i,amount:c}of e){let l=i?.slice(0,7);l&&t.set(l,pn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(So(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:pn(s.map(i=>t.get(i)))},...r]:r}function $i(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,hi(t)],"Last month":[`${So(t)}-01`,hi(So(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function So(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function hi(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var xo="Other dates";function gi({from:e,to:t,set:n}){let o=$i(se()),r=Object.keys(o).find(l=>o[l].join()===[e,t].join()),s=g(!r),i=({target:l})=>{s.value=l.value===xo,s.value||n(...o[l.value])},c=e&&t&&e>t;return a`
    <form class="dates" onSubmit=${l=>l.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${s.value?xo:r} onChange=${i}>
          ${[...Object.keys(o),xo].map(l=>a`<option key=${l}>${l}</option>`)}
        </select>
      </div>
      ${s.value&&a`
        <${yi} id="from" label="From" value=${e} isWrong=${c} onChange=${l=>n(l,t)} />
        <${yi} id="to" label="To" value=${t} isWrong=${c} onChange=${l=>n(e,l)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var yi=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var rl=/^[=+\-@\t\r\n＝＋－＠]/u,sl=/[",\r\n]/;function bi(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(il).join(",")}\r
`).join("")}function il(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=rl.test(e)?`'${e}`:e;return sl.test(t)?`"${t.replaceAll('"','""')}"`:t}function wi(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function xi({rows:e,caption:t}){let n=Math.max(...e.map(o=>o.month?o.amount:0),.01);return a`
    <div class="card">
      <table class="months">
        <caption>${t}</caption>
        <thead><tr><${Si}>Month<//><${Si}>Amount<//></tr></thead>
        <tbody>${e.map(o=>a`<${al} key=${o.month} ...${o} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var Si=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,al=({month:e,amount:t,most:n})=>a`
  <tr>
    <th scope="row">${e?dr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${cl} share=${t/n} />`}<b>${j(t)}</b></span></td>
  </tr>
`,cl=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;var ki=({statements:e,jobs:t,agency:n,isPending:o})=>a`
  <ul class="rows">
    ${e.map(r=>a`
        <${ll}
          key=${r.statementId} statement=${r} job=${t[r.jobId]} isPending=${o}
          invoice=${o&&fl(r,n)}
        />
      `)}
  </ul>
`;function ll({statement:e,job:t,isPending:n,invoice:o}){let{reference:r,description:s,amount:i,status:c,jobId:l}=e,[m,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"];return a`
    <li class="entry">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":j(i)}</b>
      </p>
      <p class="about">
        ${c&&a`<span class="status" dir="auto">${c}</span>`}
        ${n&&!c&&a`<span class="status">Not paid yet</span>`}
        ${m&&a`<span>${u} <time datetime=${m}>${K(m)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${ul} statement=${e} />
      ${t&&a`<a class="reach" href=${w(`/jobs/${l}`)}><${h} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${h} name="invoice" />Send its invoice</a>`}
    </li>
  `}function ul({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${j(e)} in all`,t&&`${j(t)} of it VAT`,n&&`less ${j(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function fl({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!un(n)?null:n.invoice.link==="job_or_statement"?w("/invoice",{statement:e}):t&&w(`/jobs/${t}/invoice`,{statement:e})}var L=e=>t=>t[e],Oi=[["Statement",L("statementId")],["Date",L("date")],["Reference",L("reference")],["Description",L("description")],["Job",L("jobId")],["Net",L("net")],["VAT",L("vat")],["Gross",L("gross")],["Commission",L("commission")],["Amount",L("amount")],["Status",L("status")]],ml=[["Invoice",L("invoiceId")],["Date",L("invoiceDate")],["Number",L("invoiceNumber")],["Description",L("description")],["Job",L("jobId")],["Statement",L("statementId")],["Amount",L("amount")],["VAT",L("vat")],["Status",e=>e.item?je(e.item):_o(e)],["Sent",L("submittedAt")],["Document",({document:e})=>e?.name]],Re={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:Oi},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:ml},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...Oi,["Paid",L("paidAt")]]}};function ko(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=vo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var Ai=40;function Ti({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,total:c,none:l,one:m,columns:u}=Re[e],p=g(Ai),d=T("jobs").value.body?.jobs,f=re(()=>Object.fromEntries((d??[]).map(V=>[V.jobId,Q(V)])),[d]),$=_i(n,o),b=t.filter(V=>$(s(V))),y=pn(b.filter(i).map(V=>V.amount)),_=n||o;if(E(()=>{_&&H(b.length?`${te(b.length,m)}, ${j(y)}`:"None for these dates")},[]),!b.length)return a`<p class="notice">${_?"There is none for these dates.":l}</p>`;let{agency:v,contractorId:D}=me.value,O=()=>wi(`${v} ${D} ${e} ${se()}.csv`,bi(u,b)),oe=b.slice(0,p.value),Ae=b.length-oe.length;return a`
    <p class="total"><span>${c}</span> <b>${j(y)}</b></p>
    ${e==="paid"&&a`<${xi} caption="Paid by month" rows=${vi(b.map(V=>({...V,date:s(V)})))} />`}
    ${e==="invoices"?a`<${$o} invoices=${oe} jobs=${f} />`:a`<${ki} statements=${oe} jobs=${f} agency=${r} isPending=${e==="pending"} />`}
    ${Ae>0&&a`<${dn} onReach=${()=>p.value+=Ai} left=${Ae} />`}
    <button type="button" class="btn btn-secondary" onClick=${O}><${h} name="download" />Download as CSV</button>
  `}function Ii(){let e=T("agency").value,t=e.body?.offers??[],n={};for(let[s,{path:i,needs:c}]of Object.entries(Re))n[s]=T(t.includes(c[0])?i:null).value;let o=ct(Oo().filter(({kind:s})=>s==="invoice"));E(()=>{o&&en("invoices",o)},[o]);let r=Object.keys(Re).filter(s=>Re[s].needs.some(i=>t.includes(i)));return e.body?r.length?a`<${S} title="Money"><${dl} tabs=${r} readings=${n} agency=${e.body} /><//>`:a`<${S} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${S} title="Money"><${J} reading=${e} /><//>`}var Oo=()=>R.value??[];function dl({tabs:e,readings:t,agency:n}){let{query:o}=A.value,[r,s,i]=["from","to","show"].map(p=>o.get(p)??""),c=e.includes(i)?i:e[0],l=t[c],m=ko(c,l,Oo()),u=(p,d,f)=>w("/money",{show:p,...d&&{from:d},...f&&{to:f}});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(p=>a`
          <a key=${p} href=${u(p,r,s)} aria-current=${p===c?"true":null}>
            ${Re[p].title} <span class="number">${ko(p,t[p],Oo())?.length}</span>
          </a>
        `)}
    </nav>
    <${gi} key=${c} from=${r} to=${s} set=${(p,d)=>ue(u(c,p,d),{replace:!0})} />
    ${m&&a`<${Ti} key=${[c,r,s].join()} tab=${c} rows=${m} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&a`<${J} reading=${l} />`}
    <${ie} reading=${l} />
  `}var $t=6,pl=30;function Di({asked:e,onAsked:t,onOther:n,onDone:o}){let[r,s,i]=[g(null),g(!1),G(null)],c=hl(e.at);Me(()=>i.current.focus(),[]);let l=d=>{r.value=d,i.current.focus(),i.current.select()},m=async()=>{let d=Ei(i.current.value);if(d.length!==$t)return l(`The code has ${$t} digits.`);r.value=null,s.value=!0;let f=await ys(e.email,d);return s.value=!1,f.status===201?o():l(ne(f))},u=()=>{let d=Ei(i.current.value);d!==i.current.value&&(i.current.value=d),r.value=null,d.length===$t&&!s.value&&m()},p=async()=>{let d=await Qt(e.email);return d.status!==204?l(ne(d)):(H("Another code is on its way."),i.current.value="",t({...e,at:Date.now()}))};return a`
    <form onSubmit=${d=>(d.preventDefault(),m())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${$t} digits</label>
      <input
        id="code" ref=${i} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${r.value?"true":null} onInput=${u}
      />
      <p id="code-problem" class="problem" role="alert">${r.value}</p>
      <button class="btn btn-primary wide" disabled=${s.value}>${s.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${c>0} onClick=${p}>
        Send another code${c>0?` (in ${c} s)`:""}
      </button>
      <button class="btn btn-link" type="button" onClick=${n}>Use another address</button>
    </div>
  `}var Ei=e=>e.replace(/\D/g,"").slice(0,$t);function hl(e){let t=()=>Math.max(0,Math.ceil(pl-(Date.now()-e)/1e3)),n=g(t());return E(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var Ni="Please enter a whole e-mail address, such as name@example.com.";function Mi({first:e,onAsked:t}){let[n,o,r]=[g(null),g(!1),G(null)];return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:Ni,n.value){r.current.focus();return}o.value=!0;let l=await Qt(c);if(o.value=!1,l.status===204){t({email:c,at:Date.now()});return}n.value=l.status===400?Ni:ne(l),r.current.focus()}} noValidate>
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
  `}var hn="asked for a code",_l=()=>JSON.parse(sessionStorage.getItem(hn)??"null"),vl=6e5;function Pi(){let e=_l(),t=g(e&&Date.now()-e.at<vl?e:null),n=o=>{t.value=o,o?sessionStorage.setItem(hn,JSON.stringify(o)):sessionStorage.removeItem(hn)};return a`
    <div class="sign-in">
      <header class="portal"><span class="mark"><${h} name="mark" /></span>Contractor Portal</header>
      ${t.value?a`<${S} key="code" title="Enter your code" keepsFocus>
            <${Di} asked=${t.value} onAsked=${n} onOther=${()=>n(null)} onDone=${()=>sessionStorage.removeItem(hn)} />
          <//>`:a`<${S} key="email" title="Sign in">
            ${Ge.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
            <${Mi} first=${Ge.value??""} onAsked=${n} />
          <//>`}
    </div>
  `}var $l={jobs:wo,job:di,invoice:go,statement:go,money:Ii,contacts:Bs,account:Es,outbox:Ps};function ji(){if(k.value===void 0)return a`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(k.value===null)return a`<${Pi} />`;if(U.value===null)return a`<${Cs} />`;let{screen:e,id:t,path:n}=A.value,o=$l[e]??wo,r=q(U.value);return a`<${mo} key=${r}><${o} key=${n} id=${t} /></${mo}>`}var yl=["checking","done","refused"];function Ci(){let e=new Map;ee(()=>{let t=R.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&yl.includes(n.state)&&H(`${Ft(n)}: ${je(n)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}_r();ws();ms();Ci();Xt();ee(()=>{let e=me.value;e?(hr(q(e)),to(e)):is(vs.value)});Bo(a`<${ji} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
