(()=>{var x,Co,wn,$e,gn,At,jo,kt,Lo,Sn,bn,Ji,nt=Symbol.for("pv"),Tt={},It=[],zi=/^m(i|n|o|s|text|space)$/,xn=Array.isArray,kn=It.slice,Ne=Object.assign;function Ee(e){e&&e.parentNode&&e.remove()}function Et(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?kn.call(arguments,2):n),tt(e,i,o,r,null)}function tt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:nt,__v:r||++Co,__i:-1,__u:0};return!r&&x.vnode&&x.vnode(s),s}function De(e){return e.children}function We(e,t){this.props=e,this.context=t,this.__g=0}function ye(e,t){if(t==null)return e.__&&ye(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:ye(e)}function Zi(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Ne({constructor:nt},n)).__v=n.__v+1,x.vnode&&x.vnode(t),On(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||ye(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,Ho(r,t,s),n.__=n.__e=null,t.__e!=o&&Bo(t))}function Bo(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),Bo(e)}function Mo(e){(8&e.__g||(e.__g|=8,$e.push(e),At++))&&gn==x.debounceRendering||((gn=x.debounceRendering)||queueMicrotask)(Ro)}function Ro(){try{for(var e,t=1;$e.length;)$e.length>t&&$e.sort(jo),e=$e.shift(),t=$e.length,8&e.__g&&Zi(e)}finally{(At=$e.length)&&(gn||queueMicrotask)(Ro)}}function Uo(e,t,n,o,r,s,i,c,u,d,f){var m,p,l,v,b,y,_=o.__k||It,$=t.length;for(u=Xi(n,t,_,u,$),m=0;m<$;m++)(l=n.__k[m])!=null&&(p=~l.__i&&_[l.__i]||Tt,l.__i=m,y=On(e,l,p,r,s,i,c,u,d,f),v=l.__e,(p.ref!=l.ref||8&p.__u)&&(p.ref&&An(p.ref,null,l,p),l.ref&&f.push(l.ref,l.__c||v,l)),b=b||v,4&l.__u?(u=Fo(l,u,e,!p.__v),p.__e&&(p.__e=null)):typeof l.type=="function"&&y!==void 0?u=y:v&&(u=v.nextSibling),l.__u&=-21);return n.__e=b,u}function Xi(e,t,n,o,r){var s,i,c,u,d,f,m,p,l,v=n.length,b=v,y=0,_=0,$=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=$[s]=tt(null,i):xn(i)?i=$[s]=tt(De,{children:i}):i.constructor===nt&&i.__b?i=$[s]=tt(i.type,i.props,i.key,i.ref,i.__v):$[s]=i,u=s+y,i.__=e,i.__b=e.__b+1,c=null,~(d=i.__i=Qi(i,n,u,b))&&(b--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,d==u-1?y--:d==u+1?y++:d!=u&&(d>u?y--:y++,_=1)):(~d||(r>v?y--:r<v&&y++),typeof i.type!="function"&&(i.__u|=4))):$[s]=null;if(_){for(f=[],m=[],s=0;s<r;s++)if((i=$[s])&&16&i.__u){for(y=0,p=f.length;y<p;)f[l=y+p>>1]<i.__i?y=l+1:p=l;f[y]=i.__i,m[s]=y+1}for(y=f.length;s--;)m[s]&&(m[s]==y?y--:$[s].__u|=4)}if(b)for(s=0;s<v;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=ye(c)),Tn(c,c));return o}function Fo(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=Fo(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=ye(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Qi(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return n;if(o>(u?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function Po(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function xt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||Po(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||Po(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=bn[t]||(bn[t]=ea(t)),(e.__a||(e.__a={}))[t]=Sn,s=t!=(t=t.replace(Lo,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function ea(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[kt]==null)t[kt]=Sn++;else if(t[kt]<this.__a[e])return;return n(x.event?x.event(t):t)}}}function On(e,t,n,o,r,s,i,c,u,d){var f,m,p,l,v,b,y,_,$,N,O,ce,G,Fe,B,St,ve,Ie,ue=t.type;if(t.constructor!==nt)return null;128&n.__u&&(u=32&n.__u,f=n.__c.__z)&&(t.__u|=u,m=s=[],f.nodeType==8?c=Ot(f,s):s.push(f),c=s[0]||c),(f=x.__b)&&f(t);e:if(typeof ue=="function"){p=i.length;try{if(_=t.props,$=(f=ue.prototype)&&f.render,N=(f=ue.contextType)&&o[f.__c],O=f?N?N.props.value:f.__:o,(l=n.__c)?(t.__c=l,2&l.__g&&(l.__g|=1)):($?t.__c=l=new ue(_,O):(t.__c=l=new We(_,O),l.constructor=ue,l.render=na),N&&N.sub(l),l.state||(l.state={}),l.__n=o,l.__g|=8,l.__h=[],l.__k=[]),$&&(l.__s||(l.__s=l.state),ue.getDerivedStateFromProps&&(l.__s==l.state&&(l.__s=Ne({},l.__s)),Ne(l.__s,ue.getDerivedStateFromProps(_,l.__s)))),v=l.props,b=l.state,l.__v=t,n.__c){if(_!==v&&$&&!ue.getDerivedStateFromProps&&l.componentWillReceiveProps&&l.componentWillReceiveProps(_,O),t.__v==n.__v&&!(8&l.__g)||!(4&l.__g)&&l.shouldComponentUpdate&&l.shouldComponentUpdate(_,l.__s,O)===!1){t.__v!=n.__v&&(l.props=_,l.state=l.__s,l.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(ee){ee&&(ee.__=t)}),It.push.apply(l.__h,l.__k),l.__k=[],l.__h.length&&i.push(l),c=ye(n);break e}l.componentWillUpdate&&l.componentWillUpdate(_,l.__s,O),$&&l.componentDidUpdate&&l.__h.push(function(){l.componentDidUpdate(v,b,y)})}else $&&!ue.getDerivedStateFromProps&&l.componentWillMount&&l.componentWillMount(),$&&l.componentDidMount&&l.__h.push(l.componentDidMount);l.context=O,l.props=_,l.__P=e,l.__g&=-5,ce=x.__r,G=$?25:0;do l.__g&=-9,ce&&ce(t),f=l.render(l.props,l.state=l.__s,l.context);while(8&l.__g&&++G<25);$&&(It.push.apply(l.__h,l.__k),l.__k=[]),l.state=l.__s,l.getChildContext&&(o=Ne({},o,l.getChildContext())),$&&n.__c&&l.getSnapshotBeforeUpdate&&(y=l.getSnapshotBeforeUpdate(v,b)),Fe=f&&f.type===De&&f.key==null?f.props.children:f,_.__P&&(f=c,r=(e=_.__P).namespaceURI,u=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(ee){ee&&Tn(ee,ee)}),n.__k=null),c=n.__k?ye(n,0):null),c=Uo(e,xn(Fe)?Fe:[Fe],t,n,o,r,s,i,c,u,d),_.__P&&(t.__e=null,c=f),t.__u&=-161,m&&m.some(Ee),l.__h.length&&i.push(l),1&l.__g&&(l.__g&=-4)}catch(ee){if(i.length=p,t.__v=null,u||s)if(ee&&ee.then){if(t.__u|=128|u,s){for(~(ve=s.indexOf(c||void 0))||(ve=s.length);(Ie=s[ve-1])&&Ie.nodeType==8;)ve--;for(;ve<s.length;ve++)if(Ie=s[ve])if(s[ve]=null,B){if(Ie==St)break}else{if(Ie.nodeType!=8)break;Ie.data.startsWith("$s")&&(St=Ot(B=Ie))}}if(!B){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;B=c}(f=Ot(B=t.__c.__z||(t.__c.__z=B)))?(t.__e=B,c=f):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Ee);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),ee&&ee.then||Wo(t),x.__e(ee,t,n)}}else c=t.__e=ta(n.__e,t,n,o,r,s,i,u,d,e);return(f=x.diffed)&&f(t),c}function Ot(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function Wo(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Wo))}function Ho(e,t,n){for(var o=0;o<n.length;)An(n[o++],n[o++],n[o++]);x.__c&&x.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){x.__e(s,r.__v)}})}function ta(e,t,n,o,r,s,i,c,u,d){var f,m,p,l,v,b,y,_,$=n.props||Tt,N=t.props,O=t.type;if(O=="svg"?r="http://www.w3.org/2000/svg":O=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(f=0;f<s.length;f++)if((v=s[f])&&(O?v.localName==O:v.nodeType==3)){e=v,s[f]=null;break}}if(!e){if(_=d.ownerDocument||document,!O)return _.createTextNode(N);e=_.createElementNS(r,O,N.is?N:d),c&&(x.__m&&x.__m(t,s),c=!1),s=null}if(O){if(d=O=="template"&&e.content||e,s=O=="textarea"&&N.defaultValue!=null?null:s&&kn.call(d.childNodes),!c&&s)for($={},f=0;f<e.attributes.length;f++)$[(v=e.attributes[f]).name]=v.value;for(f in $)v=$[f],f=="dangerouslySetInnerHTML"?p=v:f=="children"||f in N||f=="value"&&"defaultValue"in N||f=="checked"&&"defaultChecked"in N||xt(e,f,null,v,r);for(f in N)v=N[f],f=="children"?l=v:f=="dangerouslySetInnerHTML"?m=v:f=="value"?b=v:f=="checked"?y=v:c&&typeof v!="function"||$[f]===v||xt(e,f,v,$[f],r);m?(c||p&&(m.__html==p.__html||m.__html==e.innerHTML)||(e.innerHTML=m.__html),t.__k=[]):(p&&(e.textContent=""),(O=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&zi.test(O))&&(r="http://www.w3.org/1999/xhtml"),Uo(d,xn(l)?l:[l],t,n,o,r,s,i,s?s[0]:n.__k&&ye(n,0),c,u),s&&s.some(Ee)),c&&O!="textarea"||(f="value",O=="progress"&&b==null?e.removeAttribute(f):b==null||b===e[f]&&(O!="progress"||b)||xt(e,f,b,$[f],r),f="checked",y!=null&&y!=e[f]&&xt(e,f,y,$[f],r))}else $===N||c&&e.data==N||(e.data=N);return e}function An(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){x.__e(r,n)}}function Tn(e,t,n){var o,r,s,i;if(x.unmount&&x.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||An(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){x.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&Tn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Ot(o,s=[]))&&(o==e.__e&&s.some(Ee),Ee(r),Ee(o)),n||Ee(e.__e),e.__e=e.__c=e.__=null}function na(e,t,n){return this.constructor(e,n)}function qo(e,t){var n,o,r,s;x.__&&x.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=tt(De,{children:[e]}),r=[],s=[],On(t,t.__k,o||Tt,Tt,t.namespaceURI,o?null:t.firstChild?kn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),Ho(r,t.__k,s),t.__k.props.children=null}x={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw At=0,e}},Co=0,wn=function(e){return e!=null&&e.constructor===nt},We.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Ne({},this.state)),typeof e=="function"&&(e=e(Ne({},n),this.props)),e&&(Ne(n,e),this.__v&&(t&&this.__k.push(t),Mo(this)))},We.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),Mo(this))},We.prototype.render=De,$e=[],At=0,jo=function(e,t){return e.__v.__b-t.__v.__b},kt=Symbol(),Lo=/(PointerCapture)$|Capture$/i,Sn=0,bn={},Ji=0;var Me,P,In,Vo,En=Object.is,rt=0,er=[],Nn=[],M=x,Yo=M.__b,Go=M.__r,Ko=M.diffed,Jo=M.__c,zo=M.unmount,Zo=M.__;function st(e,t){M.__h&&M.__h(P,e,rt||t),rt=0;var n=P.__H||(P.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function it(e){return rt=1,oa(nr,e)}function oa(e,t,n){var o=st(Me++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):nr(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);En(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=P,!P.__f)){P.__f=!0;var r=P.shouldComponentUpdate;P.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var d=!1,f=this.props!=s;if(u.__.some(function(p){p.__N&&(d=!0,En(p.__[0],p.__N[0])||(f=!0))}),r){var m=r.call(this,s,i,c);return d?m||f:m}return!d||f}}return o.__}function E(e,t){var n=st(Me++,3);!M.__s&&Mn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,P.__H.__h.push(n))}function le(e,t){var n=st(Me++,4);!M.__s&&Mn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,P.__h.push(n))}function V(e){return rt=5,K(function(){return{current:e}},[])}function K(e,t){var n=st(Me++,7);return Mn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Nt(e,t){return rt=8,K(function(){return e},t)}function tr(){var e=st(Me++,11);if(!e.__){for(var t=P.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function ra(){var e;do{for(;e=Nn.shift();)try{ot(e)}catch(n){M.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=er.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(ot),t.__h.some(Dn),t.__h=[]}catch(n){t.__h=[],M.__e(n,e.__v)}}}while(Nn.length)}M.__b=function(e){P=null,Yo&&Yo(e)},M.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Zo&&Zo(e,t)},M.__r=function(e){Go&&Go(e),Me=0;var t=(P=e.__c).__H;t&&(In==P?P.__h=[]:(t.__h.some(ot),t.__h.some(Dn),Me=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),In=P},M.diffed=function(e){Ko&&Ko(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Qo(er.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),In=P=null},M.__c=function(e,t){t.some(function(n){try{n.__h.some(ot),n.__h=n.__h.filter(function(o){return!o.__||Dn(o)})}catch(o){n.__h=[function(){throw o}]}}),Jo&&Jo(e,t)},M.unmount=function(e){zo&&zo(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Qo(Nn.push(r))}else ot(r)}catch(s){t=s}}),o.__H=void 0,t&&M.__e(t,o.__v))};var Xo=typeof requestAnimationFrame=="function";function sa(e){var t,n=function(){clearTimeout(o),Xo&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Xo&&(t=requestAnimationFrame(n))}function Qo(e){e!=1&&Vo==M.requestAnimationFrame||((Vo=M.requestAnimationFrame)||sa)(ra)}function ot(e){var t=P,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),P=t}function Dn(e){var t=P;e.__c=e.__(),P=t}function Mn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!En(n,e[o])})}function nr(e,t){return typeof t=="function"?t(e):t}var ia=Symbol.for("preact-signals");function Ct(){if(fe>1)fe--;else{var e,t=!1;for((function(){var r=Mt;for(Mt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();ct!==void 0;){var n=ct;for(ct=void 0,Dt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&rr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Dt=0,fe--,t)throw e}}function Cn(e){if(fe>0)return e();Pn=++aa,fe++;try{return e()}finally{Ct()}}var at,I=void 0;function ut(e){var t=I,n=at;I=void 0,at=void 0;try{return e()}finally{I=t,at=n}}var ct=void 0,fe=0,Dt=0,aa=0,Pn=0,Mt=void 0,Pt=0;function or(e){if(I!==void 0){var t=e.n;if(t===void 0||t.t!==I)return t={i:0,S:e,p:I.s,n:void 0,t:I,e:void 0,x:void 0,r:t},I.s!==void 0&&(I.s.n=t),I.s=t,e.n=t,32&I.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=I.s,t.n=void 0,I.s.n=t,I.s=t),t}}function F(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}F.prototype.brand=ia;F.prototype.h=function(){return!0};F.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:ut(function(){var o;(o=t.W)==null||o.call(t)}))};F.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&ut(function(){var r;(r=t.Z)==null||r.call(t)}))}};F.prototype.subscribe=function(e){var t=this;return ne(function(){var n=t.value;ut(function(){return e(n)})},{name:"sub"})};F.prototype.valueOf=function(){return this.value};F.prototype.toString=function(){return this.value+""};F.prototype.toJSON=function(){return this.value};F.prototype.peek=function(){var e=this;return ut(function(){return e.value})};Object.defineProperty(F.prototype,"value",{get:function(){var e=or(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Dt>100)throw new Error("Cycle detected");(function(n){fe!==0&&Dt===0&&n.l!==Pn&&(n.l=Pn,Mt={S:n,v:n.v,i:n.i,o:Mt})})(this),this.v=e,this.i++,Pt++,fe++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Ct()}}}});function W(e,t){return new F(e,t)}function rr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function sr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function ir(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Pe(e,t){F.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Pt-1,this.f=4}Pe.prototype=new F;Pe.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Pt))return!0;if(this.g=Pt,this.f|=1,this.i>0&&!rr(this))return this.f&=-2,!0;var e=I;try{sr(this),I=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return I=e,ir(this),this.f&=-2,!0};Pe.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}F.prototype.S.call(this,e)};Pe.prototype.U=function(e){if(this.t!==void 0&&(F.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Pe.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Pe.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=or(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function ge(e,t){return new Pe(e,t)}function ar(e){var t=e.j;if(e.j=void 0,typeof t=="function"){fe++;var n=I;I=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,jn(e),o}finally{I=n,Ct()}}}function jn(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,ar(e)}function ca(e){if(I!==this)throw new Error("Out-of-order effect");ir(this),I=e,this.f&=-2;try{8&this.f&&jn(this)}finally{Ct()}}function He(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,at&&at.push(this)}He.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};He.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,ar(this),sr(this),fe++;var e=I;return I=this,ca.bind(this,e)};He.prototype.N=function(){2&this.f||(this.f|=2,this.u=ct,ct=this)};He.prototype.d=function(){this.f|=8,1&this.f||jn(this)};He.prototype.dispose=function(){this.d()};function ne(e,t){var n=new He(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var cr,Lt,jt,ua=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var ur=[];ne(function(){cr=this.N})();function qe(e,t){x[e]=t.bind(null,x[e]||function(){})}function lt(e){if(jt){var t=jt;jt=void 0,t()}jt=e&&e.S()}function lr(e){var t=this,n=e.data,o=g(n);o.name="ReactiveDom",o.value=n;var r=K(function(){for(var c=t,u=t.__v;u=u.__;)if(u.__c){u.__c.__$f|=4;break}var d=ge(function(){var l=o.value.value;return l===0?0:l===!0?"":l||""}),f=ge(function(){return!Array.isArray(d.value)&&!wn(d.value)}),m=ne(function(){if(this.N=fr,f.value){var l=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=l)}}),p=t.__$u.d;return t.__$u.d=function(){m(),p.call(this)},[f,d]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}lr.displayName="ReactiveTextNode";Object.defineProperties(F.prototype,{constructor:{configurable:!0,value:Et(De,null).constructor},type:{configurable:!0,value:lr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});qe("__b",function(e,t){if(lt(),Lt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof F&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});qe("__r",function(e,t){if(e(t),t.type!==De){lt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return ne(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;ua&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Lt=o,lt(n)}});qe("__e",function(e,t,n,o){lt(),Lt=void 0,e(t,n,o)});qe("diffed",function(e,t){lt(),Lt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var u in o){var d=s[u],f=o[u];d===void 0?(d=la(n,u,f,r),s[u]=d):d.o(f,r)}}}e(t)});function la(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=W(n);return{o:function(i,c){s.value=i,o=c},d:ne(function(){this.N=fr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}qe("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var u in i)c[u]=i[u]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var f=d.__$u;f&&(d.__$u=void 0,f.d())}}e(t)});qe("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});We.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function g(e,t){return K(function(){return W(e,t)},[])}var fa=function(e){queueMicrotask(function(){queueMicrotask(e)})};function da(){Cn(function(){for(var e;e=ur.shift();)cr.call(e)})}function fr(){ur.push(this)===1&&(x.requestAnimationFrame||fa)(da)}var mr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,mr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},dr=new Map;function pr(e){var t=dr.get(this);return t||(t=new Map,dr.set(this,t)),(t=mr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",u=[0],d=function(p){s===1&&(p||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,p,i):s===3&&(p||i)?(u.push(3,p,i),s=2):s===2&&i==="..."&&p?u.push(4,p,0):s===2&&i&&!p?u.push(5,0,!0,i):s>=5&&((i||!p&&s===5)&&(u.push(s,0,i,r),s=6),p&&(u.push(s,p,0,r),s=6)),i=""},f=0;f<n.length;f++){f&&(s===1&&d(),d(f));for(var m=0;m<n[f].length;m++)o=n[f][m],s===1?o==="<"?(d(),u=[u],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(d(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[f][m+1]===">")?(d(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),s=2):i+=o),s===3&&i==="!--"&&(s=4,u=u[0])}return d(),u})(e)),t),arguments,[])).length>1?t:t[0]}var a=pr.bind(Et);var vr="Europe/London",Ln=e=>new Intl.DateTimeFormat("en-GB",{timeZone:vr,...e}),$r=Ln({day:"numeric",month:"long",year:"numeric"}),ma=Ln({month:"short",year:"numeric"}),hr=Ln({hour:"2-digit",minute:"2-digit"}),Bt=new Intl.DateTimeFormat("sv-SE",{timeZone:vr}),pa=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),ha=864e5,se=(e=new Date)=>Bt.format(e),J=e=>$r.format(new Date(e)),yr=e=>ma.format(new Date(`${e}-01`));function be(e,t=new Date){let n=new Date(e);return Bt.format(n)===Bt.format(t)?hr.format(n):`${$r.format(n)}, ${hr.format(n)}`}var C=e=>pa.format(e),oe=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function gr(e,t=new Date){let n=Math.round((_r(t)-_r(new Date(e)))/ha);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var _r=e=>Date.parse(Bt.format(e)),Rt=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function ie({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${be(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function z({reading:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var Bn="([A-Za-z0-9_-]{1,64})",Rn=new RegExp(`^${Bn}$`),_a={"/":"jobs","/jobs":"jobs",[`/jobs/${Bn}`]:"job",[`/jobs/${Bn}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},va=Object.entries(_a).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Ut(e){for(let[t,n]of va){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var T=W(Un());function Un(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Ut(location.pathname)??Ut("/"),path:location.pathname,account:Rn.test(n)&&Rn.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0,link:e&&history.state?.link||null}}function w(e,t={},n=T.value.account){let[o,r]=n?.split("/")??[],s=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return s?`${e}?${s}`:e}function br(e){T.value.account||de(w(T.value.path,Object.fromEntries(T.value.query),e),{replace:!0})}function de(e,{replace:t=!1,link:n=null}={}){if(t)history.replaceState(null,"",e);else{let o=n&&{href:n.getAttribute("href"),top:n.getBoundingClientRect().top};history.replaceState({y:scrollY,link:o},""),history.pushState(null,"",e)}T.value=Un()}function wr(){let{y:e,link:t}=T.value;scrollTo(0,e);let n=t&&[...document.links].find(r=>r.getAttribute("href")===t.href);if(!n)return;let o=()=>scrollBy(0,n.getBoundingClientRect().top-t.top);o(),requestAnimationFrame(()=>requestAnimationFrame(o))}function Sr(){history.scrollRestoration="manual",addEventListener("popstate",()=>{T.value=Un(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Ut(t.pathname)||(e.preventDefault(),de(t.href,{replace:t.href===location.href,link:t}))})}var ya={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},h=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${ya[e]} /></svg>
`;var ga="Contractor Portal",xr=!0;function S({title:e,back:t,keepsFocus:n=!1,children:o}){let r=V(null);return le(()=>{xr||(n||r.current.focus({preventScroll:!0}),wr()),xr=!1},[]),le(()=>{document.title=`${e} – ${ga}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${w(t.path)}><${h} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var kr="application/json",Ar=()=>{};function Tr(e){Ar=e}async function Z(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let i=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!i&&c.set("Content-Type",kr);try{let u=await fetch(`/api/${e}`,{method:t,headers:c,body:i||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),d=u.headers.get("Content-Type")?.startsWith(kr)??!1;if(!d&&u.status!==204&&u.status!==304)return Or();let f={status:u.status,body:d?await u.json():null,headers:u.headers,offline:!1};return u.status===401&&Ar(),f}catch{return Or()}}var Or=()=>({status:0,body:null,headers:new Headers,offline:!0}),ba="The portal cannot be reached just now. Please check your connection and try again.",re=({offline:e,body:t})=>e?ba:t?.error??"Something went wrong. Please try again in a minute.";var Hn=(e,t)=>t.some(n=>e instanceof n),Ir,Er;function wa(){return Ir||(Ir=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Sa(){return Er||(Er=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var qn=new WeakMap,Fn=new WeakMap,Ft=new WeakMap;function xa(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(we(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Ft.set(t,e),t}function ka(e){if(qn.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});qn.set(e,t)}var Vn={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return qn.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return we(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function Pr(e){Vn=e(Vn)}function Oa(e){return Sa().includes(e)?function(...t){return e.apply(Yn(this),t),we(this.request)}:function(...t){return we(e.apply(Yn(this),t))}}function Aa(e){return typeof e=="function"?Oa(e):(e instanceof IDBTransaction&&ka(e),Hn(e,wa())?new Proxy(e,Vn):e)}function we(e){if(e instanceof IDBRequest)return xa(e);if(Fn.has(e))return Fn.get(e);let t=Aa(e);return Object.is(t,e)||(Fn.set(e,t),Ft.set(t,e)),t}var Yn=e=>Ft.get(e);function Cr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=we(i);return o&&i.addEventListener("upgradeneeded",u=>{o(we(i.result),u.oldVersion,u.newVersion,we(i.transaction),u)}),n&&i.addEventListener("blocked",u=>n(u.oldVersion,u.newVersion,u)),c.then(u=>{s&&u.addEventListener("close",()=>s()),r&&u.addEventListener("versionchange",d=>r(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function jr(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),we(n).then(()=>{})}var Ta=["get","getKey","getAll","getAllKeys","count"],Ia=["put","add","delete","clear"],Wn={};function Nr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(Wn[t])return Wn[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Ia.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||Ta.includes(n)))return;let s=async function(i,...c){let u=this.transaction(i,r?"readwrite":"readonly"),d=u.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),r&&u.done]))[0]};return Wn[t]=s}Pr(e=>({...e,get:(t,n,o)=>Nr(t,n)||e.get(t,n,o),has:(t,n)=>!!Nr(t,n)||e.has(t,n)}));var Ea=["advance","continue","continuePrimaryKey"],Dr={},Gn=new WeakMap,Lr=new WeakMap,Na={get(e,t){if(!Ea.includes(t))return e[t];let n=Dr[t];return n||(n=Dr[t]=function(...o){Gn.set(this,Lr.get(this)[t](...o))}),n}};async function*Da(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Na);for(Lr.set(n,t),Ft.set(n,Yn(t));t;)yield n,t=await(Gn.get(n)||t.continue()),Gn.delete(n)}function Mr(e,t){return t===Symbol.asyncIterator&&Hn(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&Hn(e,[IDBIndex,IDBObjectStore])}Pr(e=>({...e,get(t,n,o){return Mr(t,n)?Da:e.get(t,n,o)},has(t,n){return Mr(t,n)||e.has(t,n)}}));var Ma=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})}],Pa={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},xe=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=Pa[t]}},Rr=["InvalidStateError","UnknownError"],Ca="portal:",Se=new Map,Wt=new Set,X=({agency:e,contractorId:t,email:n})=>`${Ca}${e}/${t} ${n}`;function ja(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function Ur(){return(indexedDB.databases?await Ht(()=>indexedDB.databases()):[...Se.keys()].map(t=>({name:t}))).map(({name:t})=>ja(t)).filter(Boolean)}var Kn=e=>Wt.delete(e);async function Br(e,t=Ma){if(Wt.has(e))throw new xe("gone");if(!Se.has(e)){let n=La(e,t);Se.set(e,n),n.catch(()=>Se.delete(e))}return Se.get(e)}var La=(e,t)=>Ht(()=>Cr(e,t.length,{upgrade(n,o,r,s){s.done.catch(()=>{});for(let i of t.slice(o))i(n,s)},blocking(n,o){o===null&&Wt.add(e),Jn(e)},terminated:()=>Se.delete(e)}));async function Jn(e){let t=Se.get(e);Se.delete(e),(await t?.catch(()=>null))?.close()}async function Fr(e){Wt.add(e),await Jn(e),await Ht(()=>jr(e))}var Y=(e,t,n)=>Ht(async()=>{try{return await t(await Br(e,n))}catch(o){if(!Rr.includes((o.cause??o).name))throw o;return await Jn(e),t(await Br(e,n))}});async function Ht(e){try{return await e()}catch(t){throw t instanceof xe?t:new xe(Ba(t),t)}}function Ba(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":["SecurityError",...Rr].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?"closed":"broken"}var Ra={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},Ua=144*36e5,qr=2e3,Fa=3e5,Vr=6e4,Wa=6e5,Ha=24*36e5,qa=1e4,Va=/^document: /,Ya=[400,404,405,413,415,422],Yr="It may have arrived. It is sent again by itself, and cannot arrive twice.",Ga="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Ka="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",Ce=({state:e})=>Ra[e],Vt=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],D=({state:e})=>e!=="done",ft=e=>Math.max(0,...e.map(({state:t,doneAt:n})=>t==="done"?n:0)),ke=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Gr=(e,t)=>ke(e)?{heldUntil:t+Wa}:void 0,dt=({state:e})=>!["sending","checking"].includes(e),Zn=({state:e,sentAt:t})=>e==="waiting"&&t!==null,Kr=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...Yt({content:o,document:r})}),Yt=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...Ja}),Ja={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,submissionId:null,asks:null,result:null};function Jr(e,t){return zr(e).filter(n=>zn(n)<=t||zn(n)>t+Ha).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function Xn(e){let t=zr(e).map(zn);return t.length?Math.min(...t):null}var zn=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function zr(e){let t=new Set;return e.filter(n=>{if(n.state==="checking")return!0;if(!["waiting","sending"].includes(n.state))return!1;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Zr(e,t){return e.sentAt!==null&&t-e.sentAt>Ua?Ve(Ka):{state:"sending",sentAt:e.sentAt??t,sentence:null}}var Xr=()=>({state:"waiting",sentence:Yr,nextAt:0});function Qr(e,t,n,o=Math.random){let{status:r,body:s,headers:i,offline:c}=t,u={sentAt:e.sentAt??n},d=s?.error?.replace(Va,"")??null;if(c)return qt(e,null,n,o,{...u,sentence:Yr},Vr);let f=i.get("Submission-State"),m=i.get("Retry-After");return r===200||r===201?ts(e,s,n):r===202?Wr(s.submissionId,s.message,n):f==="rejected"?Ve(d):r===409&&m?qt(e,m,n,o,{...u,sentence:d},qa):i.get("Location")?Wr(i.get("Location").split("/").at(-1),d,n):f==="not-sent"?qt(e,m,n,o,{sentAt:null,sentence:d}):r===409?Ve(d,e.kind==="invoice"?"duplicate":null):Ya.includes(r)?Ve(d):qt(e,m,n,o,{...r>=500?u:{sentAt:e.sentAt},sentence:d})}function es(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?Ve(Ga):o||t!==200?Hr(e,e.sentence,r,s):n.state==="confirmed"?ts(e,n.result,r):["rejected","expired","abandoned"].includes(n.state)?Ve(n.message):Hr(e,n.message,r,s)}var ts=({kind:e,document:t},n,o)=>({state:"done",doneAt:o,sentence:null,result:e==="completion"?null:n,document:t&&{name:t.name,size:t.size}}),Ve=(e,t=null)=>({state:"refused",sentence:e,asks:t,sentAt:null}),Wr=(e,t,n)=>({state:"checking",submissionId:e,sentence:t,tries:0,nextAt:n+qr});function qt(e,t,n,o,r,s=Fa){let i=Math.max(Number(t)*1e3||0,Gt(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function Hr(e,t,n,o){return{sentence:t,tries:e.tries+1,nextAt:n+Gt(e.tries,Vr,o)}}var Gt=(e,t,n=Math.random)=>Math.min(t,qr*2**Math.min(e,20))*(.5+n()/2);var os="portal-outbox",ns={durability:"strict"},Ye=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},je=class{constructor(t){this.owner=t,this.name=X(t)}all(){return Y(this.name,t=>t.getAll("outbox"))}async add(t){let n=await Y(this.name,async o=>{let{store:r,done:s}=o.transaction("outbox","readwrite",ns),[i]=await Promise.all([r.add(t),s]);return{...t,id:i}});return Kt(this.name),n}async change(t,n){let o=await Y(this.name,async r=>{let{store:s,done:i}=r.transaction("outbox","readwrite",ns),c=await s.get(t),u=c&&n(c);return u?await Promise.all([s.put({...c,...u}),i]):u===null?await Promise.all([s.delete(t),i]):await i,u===void 0?void 0:u&&{...c,...u}});if(o===void 0)throw new Ye;return Kt(this.name),o}tidy(){return Y(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!D(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},Ge=class{#e=[];#t=0;constructor(t){this.owner=t,this.name=X(t)}async all(){return[...this.#e]}async add(t){let n={...t,id:++this.#t};return this.#e.push(n),Kt(this.name),n}async change(t,n){let o=this.#e.findIndex(i=>i.id===t),r=o<0?void 0:n(this.#e[o]);if(r===void 0)throw new Ye;let s=r&&{...this.#e[o],...r};return this.#e.splice(o,1,...s?[s]:[]),Kt(this.name),s}};function Kt(e){let t=new BroadcastChannel(os);t.postMessage(e),t.close()}function rs(e){let t=new BroadcastChannel(os);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function mt(e){try{let t=new Blob([await e.arrayBuffer()],{type:"application/pdf"});return{name:e.name??"invoice.pdf",size:t.size,blob:t}}catch(t){throw Object.assign(new xe("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}async function ss(e){let{method:t,path:n}=za(e),o={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(o["X-Allow-Duplicate"]="true"),{method:t,path:n,headers:o,body:e.document?await Za(e):e.content,timeoutMs:e.document?3e5:6e4}}function za({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}async function Za({content:e,document:t}){let n=new FormData;for(let[r,s]of Object.entries(e))s!=null&&n.append(r,String(s));let o=await t.blob.arrayBuffer();return n.append("document",new Blob([o],{type:"application/pdf"}),t.name),n}var is="portal-session",Xa=5e3,Qa={state:"refused",sentAt:null,sentence:"Its PDF cannot be read on this phone any more. Please attach it again."};async function Le(e=null){return(await Ur()).filter(t=>e===null||t.email===e).map(t=>new je(t))}function Qn(e){return navigator.locks.request(`portal-outbox:${e.name}`,async()=>{for(await ec(e);;){let[t]=Jr(await e.all(),Date.now());if(!t)return{hold:null,next:Xn(await e.all())};let n=await tc(e.owner,()=>nc(e,t));if(n)return{hold:n,next:null}}})}async function Jt(e){let t=!1,n=()=>(t=!0,e());try{return await navigator.locks.request(is,{signal:AbortSignal.timeout(Xa)},n)}catch(o){if(t)throw o;return e()}}async function ec(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,Xr)}function tc(e,t){return navigator.locks.request(is,{mode:"shared"},async()=>await as(e)??t())}async function as({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await Z("session");return s||o>=500?"offline":o!==200?"signed-out":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function nc(e,t){try{return await(t.state==="checking"?rc(e,t):oc(e,t))}catch(n){if(n instanceof Ye)return null;throw n}}async function oc(e,t){let n=c=>c.state==="waiting"&&c.key===t.key&&c.heldUntil===t.heldUntil,o=await e.change(t.id,c=>n(c)?Zr(c,Date.now()):void 0);if(o.state!=="sending")return null;let r=await ss(o).catch(()=>null);if(r===null)return void await e.change(t.id,()=>Qa);let s=await Z(r.path,{...r,account:us(e)}),i=await cs(e,s);return await e.change(t.id,()=>i?{state:"waiting",sentAt:t.sentAt}:Qr(t,s,Date.now())),i??(s.offline?"offline":null)}async function rc(e,t){let n=await Z(`contractor/submissions/${t.submissionId}`,{account:us(e)}),o=await cs(e,n);return o||await e.change(t.id,()=>es(t,n,Date.now())),o??(n.offline?"offline":null)}async function cs(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?as(e.owner):null}var us=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var sc="outbox";async function zt(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(sc).catch(()=>{})}var eo=e=>`outbox ${e}`;function Zt(e,t){try{t?localStorage.setItem(eo(e),String(t)):localStorage.removeItem(eo(e))}catch{}}function ls(e){try{return Number(localStorage.getItem(eo(e))??0)}catch{return 0}}var fs=e=>Zt(e,0);var R=W(null),me=W(null),pt=W([]),ae=W(null),ac=6e4,cc=168*36e5,uc="This device has no room left, so nothing can be sent from it. Please free some space.",j=null,ro=0,to=0,no=!1,Xt=null,oo=!1;async function so(e){if(j?.name===X(e))return;io(),Kn(X(e));let t=new je(e);j=t;try{let n=(await t.all()).length?0:ls(t.name);for(let o of(await Le()).filter(r=>r.owner.email!==e.email))await o.tidy(),Zt(o.name,await uo(o));await lc(t),j===t&&(ae.value=n?dc(n):null)}catch(n){if(j!==t)return;ae.value=lo(n),n.reason==="closed"&&(j=new Ge(e))}await en(),R.value?.some(D)&&zt(),Oe()}async function ms(e){io(),(e?await Le(e.email).catch(()=>[]):[]).some(({name:n})=>n===X(e))&&!j&&await so(e)}function io(){clearTimeout(ro),j=null,R.value=null,me.value=null,pt.value=[],ae.value=null}async function Ke({document:e,...t}){let n=Kr({...t,document:e?await mt(e):null},Date.now()),o=await j.add(n);return await en(),navigator.storage?.persist?.(),zt(),Oe(),o}async function Qt(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}};return o!==void 0&&(r.document=o&&await mt(o)),ht(e,s=>ke(s)?Yt(r):void 0)}var ps=e=>ht(e,t=>Gr(t,Date.now())),hs=e=>ht(e,({heldUntil:t})=>t?{heldUntil:0}:void 0);function ao(e,{duplicate:t=!1}={}){return ht(e,n=>n.state==="refused"?Yt({duplicate:t}):void 0)}var _s=e=>ht(e,t=>dt(t)?null:void 0),Ae=e=>(R.value??[]).filter(t=>t.jobId===e);async function Oe(){clearTimeout(ro),Xt?oo=!0:(Xt=fc(),await Xt.finally(()=>Xt=null),oo&&(oo=!1,await Oe()))}async function co(){let e=j;for(let{id:t,nextAt:n}of R.value??[])n&&await e.change(t,()=>({nextAt:0})).catch(()=>{});await Oe()}async function vs(e){let t=j instanceof Ge?[j]:await Le(e);return(await Promise.all(t.map(uo))).reduce((o,r)=>o+r,0)}var uo=async e=>(await e.all()).filter(D).length;async function $s(e){let t=!(j instanceof Ge);j?.owner.email===e&&io();for(let{name:n}of t?await Le(e):[])await Fr(n),fs(n)}async function lc(e){let t=Date.now()-cc;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function ht(e,t){let n=await j.change(e,t);return await en(),zt(),Oe(),n}async function en(){let e=j;try{let t=await e?.all()??null;if(j!==e)return;R.value=t,t&&Zt(e.name,t.filter(D).length)}catch(t){if(j!==e)return;ae.value=lo(t),R.value??=[]}}async function fc(){let e=j;if(e)try{let t=e instanceof je?(await Le(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await Qn(r));let o=await Promise.all(t.map(uo));if(j!==e)return;me.value=n[0].hold,pt.value=t.map(({owner:r},s)=>({...r,number:o[s]})).filter(({number:r})=>r),ds(n),no&&(ae.value=null),no=!1}catch(t){if(j!==e)return;ae.value=t.reason==="full"?uc:lo(t),no=!0,ds([{hold:"offline",next:null}])}}function lo(e){if(!e.sentence)throw e;return e.sentence}function ds(e){let t=e.some(({hold:o})=>o==="offline");to=t?to+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+Gt(to,ac)),n.length&&(ro=setTimeout(Oe,Math.max(Math.min(...n)-Date.now(),0)))}var dc=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function ys(){rs(e=>{e===j?.name&&en()}),addEventListener("online",co),addEventListener("offline",Oe),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&Oe()})}var fo="portal",mo=[e=>e.createObjectStore("session")],bs=e=>Y(fo,t=>t.put("session",e,"last"),mo);async function ws(){try{return await Y(fo,e=>e.get("session","last"),mo)??null}catch{return null}}var Ss=()=>Y(fo,e=>e.delete("session","last"),mo);var k=W(void 0),Je=W(null),q=({agency:e,contractorId:t})=>`${e}/${t}`,U=ge(()=>{if(!k.value)return null;let e=T.value.account??q(k.value.account);return k.value.accounts.find(t=>q(t)===e)??null}),pe=ge(()=>{let[e,t]=[k.value,U.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),xs=ge(()=>{let[e,t]=[k.value,T.value.account];if(!e||U.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),ks=new BroadcastChannel("portal:person");async function ze(e){let t=JSON.stringify(e)!==JSON.stringify(k.value);t&&(k.value=e),await(e?bs(e):Ss()).catch(()=>{}),t&&ks.postMessage(e)}async function tn(){let e=await ws();if(k.value??=e??void 0,e||document.body.dataset.session){let t=await Z("session");t.status===200&&await ze(t.body)}k.value??=null}var nn=e=>{let t=T.value.account?.split("/")[0];return Z("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function Os(e,t){let n=await Jt(()=>Z("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Je.value=null,await ze(n.body)),n}async function As(e){ze({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await Z("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await ze(o.body)}async function Ts(){let{email:e}=k.value,t=await Jt(()=>Z("session",{method:"DELETE"}));return t.status===204&&(await ze(null),sessionStorage.clear(),await $s(e)),t}function Is(){Tr(()=>{Je.value=k.value?.email??Je.value,ze(null)}),ks.onmessage=({data:e})=>{k.value=e}}var Es=300;async function Ns(e,t,n,o=null){try{await Y(X(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>Es&&await pc(s),await i})}catch{}}async function Ds(e,t){try{return await Y(X(e),n=>n.get("answers",t))??null}catch{return null}}async function pc(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-Es).map(({path:n})=>e.delete(n)))}var hc=5e3,_c=30,Ms={body:null,asOf:null,isOld:!1,busy:!0,problem:null,status:0},vc=W({...Ms,busy:!1}),_t=new Map;function A(e){let t=pe.value,n=e?js(t,e):vc;return E(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&po(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[s,i]of r)s.addEventListener(i,o);return()=>{for(let[s,i]of r)s.removeEventListener(i,o)}},[n]),n}async function on(e,t){let n=pe.value,o=n&&_t.get(Cs(n,e));await o?.running,!(!o||o.begunAt>t)&&(o.readAt=0,po(n,e))}var Ps=()=>_t.clear(),Cs=(e,t)=>`${e.email} ${q(e)} ${t}`;function js(e,t){let n=Cs(e,t);if(!_t.has(n)){let o=W(Ms);_t.set(n,Object.assign(o,{etag:null,begunAt:0,readAt:0,running:null}))}return _t.get(n)}function po(e,t){let n=js(e,t);navigator.onLine&&Date.now()-n.readAt<hc||(n.running??=$c(e,t,n).finally(()=>{n.running=null}))}async function $c(e,t,n){let o=f=>{n.value={...n.value,...f}};if(!n.value.body){let f=await Ds(e,t);f&&(n.etag=f.etag??null,o({body:f.body,asOf:f.body.asOf??new Date(f.readAt).toISOString(),isOld:!0}))}o({busy:!0}),n.begunAt=Date.now();let r=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},s=await Z(`contractor/${t}`,{account:q(e),headers:r}),{status:i,body:c,offline:u}=s,d={asOf:yc(s.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:i};if((i===200||i===304)&&(n.readAt=Date.now()),i===200)n.etag=s.headers.get("ETag"),Ns(e,t,c,n.etag),o({...d,body:c});else if(i===304)o(d);else if(i===409)tn(),o({busy:!1,problem:re(s),status:i});else if(i===404)o({body:null,busy:!1,problem:re(s),status:i});else{let f=Number(s.headers.get("Retry-After"));!u&&f&&setTimeout(()=>po(e,t),Math.min(f,_c)*1e3),o({isOld:!!n.value.body,busy:!!(!u&&f),problem:re(s),status:i})}}var yc=e=>e?new Date(e).toISOString():null;function rn(){let e=U.value&&q(U.value);return a`
    <ul class="rows">
      ${k.value.accounts.map(t=>{let n=q(t);return a`
          <li key=${n} class="row">
            <a href=${w("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>As(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${h} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function sn(){let[e,t,n]=[g(null),g(0),g(!1)],o=async()=>{n.value=!0;let s=await Ts();if(n.value=!1,s.status!==204){e.value=`${re(s)} Nothing on this device was deleted.`;return}Ps(),de("/",{replace:!0})},r=async()=>{e.value=null;try{t.value=await vs(k.value.email)}catch(s){if(!s.sentence)throw s;e.value=s.sentence;return}t.value||await o()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${gc} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${r}>
          <${h} name="leave" />Sign out
        </button>`}
  `}function gc({number:e,onSure:t,onStay:n}){let o=V(null);le(()=>o.current.focus(),[]);let[r,s,i]=[oe(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${r} on this device ${s} not with the agency yet.</b> Signing out deletes ${i} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${i} and sign out</button>
      </div>
    </div>
  `}var bc=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Ls(){let e=A("account"),t=e.value.body,{agencyName:n,displayName:o}=U.value;return a`
    <${S} title="Account">
      ${k.value.accounts.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${rn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${wc} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${z} reading=${e.value} />`}
        <${ie} reading=${e.value} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${k.value.email}</b></p>
        <${sn} />
      </section>
    <//>
  `}function wc({record:e}){let{agency:t}=e,n=[...bc.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return a`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>a`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var Bs=0;function H(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Bs),Bs=setTimeout(()=>{t.textContent=e},400)}var Sc=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),he=e=>e.trim().replaceAll("	"," ");function vt(e,t,{inForm:n=!1}={}){let o=n?he(e).replace(/\r\n|\r|\n/g,`\r
`):he(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Sc.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var $t=4e3,an=e=>e?vt(e,$t):"Please write something first.";function cn(e){E(()=>{if(e!==null)return ps(e).catch(Rs),()=>hs(e).catch(Rs)},[e])}var Rs=()=>{};function Us({item:e,done:t}){let[n,[o,r]]=[tr(),it(null)];return cn(e.id),a`
    <form onSubmit=${async i=>{i.preventDefault();let c=he(i.target.elements.note.value),u=an(c);if(r(u),!u)try{await Qt(e.id,{content:{note:c}}),t()}catch(d){if(!d.sentence)throw d;r(d.sentence)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${$t} required dir="auto" ref=${xc}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var xc=e=>e?.focus();var kc={waiting:"clock",sending:"send",checking:"search",done:"done",refused:"emergency"};function Te({item:e}){let t=e.state==="refused"&&e.sentence?`, because: ${e.sentence}`:"";return a`
    <span class=${`state is-${e.state}`}>
      <${h} name=${kc[e.state]} /><span dir="auto">${Ce(e)}${t}</span>
    </span>
  `}var Oc={offline:"No connection to the portal. What waits is kept on this phone, and sent by itself once there is one.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Fs(){let e=(R.value??[]).filter(t=>!D(t)).reverse();return a`
    <${S} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${ho}>
        <p class="reach"><${h} name="done" />Nothing waits: your agency has everything you sent from here.</p>
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Ws} of=${e} />
        </section>
      `}
    <//>
  `}function ho({children:e}){let t=(R.value??[]).filter(D);return t.length?a`
    ${me.value&&t.some(({state:n})=>n!=="refused")&&a`<p class="notice" role="status">${Oc[me.value]}</p>`}
    <h2 class="visually-hidden">Not with the agency yet</h2>
    <${Ws} of=${t} />
    ${t.some(({state:n})=>n==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${co}>Try now</button>`}
  `:e}var Ws=({of:e})=>a`<ol class="cards">${e.map(t=>a`<${_o} key=${t.id} item=${t} />`)}</ol>`;function _o({item:e}){let[t,n]=it(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${Vt(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${Us} item=${e} done=${o} />`:a`<${Ac} item=${e} />`}
      <p class="about">
        <${Te} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${be(e.addedAt)}</time>
      </p>
      ${e.state!=="refused"&&e.sentence&&a`<p class="hint" dir="auto">${e.sentence}</p>`}
      ${t==="remove"&&a`<${Ec} item=${e} stop=${o} />`}
      ${!t&&a`<${Tc} item=${e} setDoing=${n} />`}
    </li>
  `}function Ac({item:{kind:e,content:t,document:n,jobId:o}}){return a`
    ${e==="note"&&a`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${C(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&a`<p class="reach"><${h} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&a`<a class="reach" href=${w(`/jobs/${o}`)}><${h} name="jobs" />Look at the job</a>`}
  `}function Tc({item:e,setDoing:t}){let n=e.asks==="duplicate",[o,r]=[U.value&&ke(e)&&e.kind!=="completion",dt(e)&&D(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>ao(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${Ic} item=${e} onNote=${()=>t("edit")} />`}
      ${e.state==="refused"&&!n&&a`<button type="button" class="btn btn-secondary" onClick=${()=>ao(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function Ic({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s={...o.statementId&&{statement:o.statementId},change:e},i=w(n?`/jobs/${n}/invoice`:"/invoice",s);return a`<a class="btn btn-secondary" href=${i}>Change</a>`}function Ec({item:e,stop:t}){let n=Zn(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=it(null),s=async()=>{try{await _s(e.id),document.querySelector("h1").focus(),H("Deleted.")}catch(i){if(!i.sentence)throw i;r(i.sentence)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${Nc} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var Nc=e=>e?.focus();var Hs=()=>a`
  <${S} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${T.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value.email}</b>. Nothing was changed.
    </p>
    <${ho}>${null}<//>
    <h2>Your accounts</h2>
    <${rn} />
    <h2>Signed in with another address?</h2>
    <${sn} />
  <//>
`;var Dc="https://www.google.com/maps/search/?api=1&query=",Mc=/[\p{L}/,;&#|]|(?=\+)/u,Pc=5,Cc=/^(\+|00)(\d{1,3})\(0\)/;function jc(e){return e.split(Mc).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(Cc,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Pc)??""}function yt({phone:e,who:t}){if(!e)return null;let n=jc(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${h} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function un({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${h} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function qs({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${Dc+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${h} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Vs(){let e=A("contacts"),t=e.value.body?.contacts;return a`
    <${S} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${Lc} key=${n.contactId} ...${n} />`)}</ul>`:a`<${z} reading=${e.value} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${ie} reading=${e.value} />
    <//>
  `}function Lc({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${yt} phone=${s} who=${i} /><${yt} phone=${r} who=${i} /><${un} email=${o} who=${i} />
    </li>
  `}var Bc=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function vo({children:e}){let t=A("agency").value.body;Wc(t?.accent);let{agencyName:n,displayName:o}=U.value,r=Bc.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${Hc}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${k.value.accounts.length>1&&a`<a class="switch" href=${w("/account")}><${h} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(s=>a`<${Rc} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${Uc} />
    ${e}
  `}function Rc({path:e,name:t,icon:n,screens:o}){let r=o.includes(T.value.screen);return a`<a href=${w(e)} aria-current=${r?"page":null}><${h} name=${n} />${t}</a>`}function Uc(){let e=(R.value??[]).filter(D),[t,n]=[e.filter(Ys).length,e.filter(r=>!Ys(r)).length],o=me.value==="offline";return!e.length&&!pt.value.length&&!ae.value?null:a`
    <aside class="strip" aria-label="Not sent yet">
      ${ae.value&&a`<p role="alert">${ae.value}</p>`}
      ${t>0&&a`<a href=${w("/outbox")}>
        <${h} name="emergency" />
        ${oe(t,"thing")} ${t===1?"was":"were"} refused, and ${t===1?"needs":"need"} you<${h} name="open" />
      </a>`}
      ${n>0&&a`<a href=${w("/outbox")}>
        <${h} name=${o?"offline":"send"} />
        ${oe(n,"thing")} ${n===1?"is":"are"} not with the agency yet<${h} name="open" />
      </a>`}
      ${pt.value.map(r=>a`<${Fc} key=${q(r)} there=${r} />`)}
    </aside>
  `}var Ys=({state:e})=>e==="refused";function Fc({there:e}){let{agencyName:t="an account that is no longer yours"}=k.value.accounts.find(r=>q(r)===q(e))??{},[n,o]=[oe(e.number,"thing"),e.number===1?"is":"are"];return a`
    <a href=${w("/outbox",{},q(e))}>
      <${h} name="send" />${n} for ${t} ${o} not there yet<${h} name="open" />
    </a>
  `}function Wc(e){E(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function Hc(e){e.preventDefault(),document.querySelector("h1").focus()}var Be=({priority:e})=>e?.trim().toLowerCase()==="emergency",ln=e=>(e??"").trim().toLowerCase();function fn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(ln).includes(ln(t))?"cancelled":"open"}var Gs=e=>Ae(e).filter(t=>t.kind==="completion"&&D(t)).at(-1)??null,te=({title:e,reference:t,jobId:n})=>e||t||n;function Ks(e){let t=ln(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>qc(n).includes(o))}var $o=new WeakMap;function qc(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode];return $o.has(e)||$o.set(e,ln(s.filter(Boolean).join(`
`))),$o.get(e)}var Js=e=>[...e.filter(Be),...e.filter(t=>!Be(t))];function dn(e){let[t,n]=[A(`jobs/${e}`).value,A("jobs").value];if(t.body)return{job:t.body,reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o??null,reading:o?n:t}}var zs=({item:e,back:t})=>a`
  <${S} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${_o} item=${e} /></ol>
    ${D(e)&&e.state!=="refused"&&a`<p class="hint">You can go on, or close the portal: it is kept, and sent by itself.</p>`}
    <a class="reach" href=${w("/money",{show:"invoices"})}><${h} name="invoice" />All your invoices</a>
  <//>
`;var Ze=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,Xe=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Qe=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function Zs({name:e,required:t,problem:n,value:o,...r}){let s=A("statements/pending"),i=s.value.body?.statements??[],c=!o||i.some(({statementId:u})=>u===o);return a`
    <div class="field">
      <${Ze} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Qe({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(u=>a`<option key=${u.statementId} value=${u.statementId}>${yo(u)}</option>`)}
      </select>
      <${Xe} name=${e}>${n??(s.value.body?null:s.value.problem)}<//>
    </div>
  `}var yo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[C(s??r??0),n??t??e,o&&J(o)].filter(Boolean).join(", ");async function Xs(e,t){try{return(await Y(X(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function Qs(e,t,n){try{await Y(X(e),o=>n===null?o.delete("drafts",t):o.put("drafts",{name:t,content:n}))}catch{}}function gt(e){let t=g(void 0),n=pe.value;return E(()=>{Xs(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,Qs(n,e,r))]}var ei=1e6,ti={description:2e3,invoiceNumber:50},Vc=6,Yc=864e5,Gc=10*1024*1024,ni="%PDF-",Kc=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Jc=/\.\d\d\d*[1-9]/,zc=["amount","description","invoiceDate"];function bt(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[...zc,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function mn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function go(e=new Date){let[t,...n]=se(e).split("-");return{oldest:[t-Vc,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(se(e))+Yc).toISOString().slice(0,10)}}function _e(e){let t=e.trim().replace(/^£\s*/,"");return Kc.test(t)?Number(t.replaceAll(",","")):NaN}var si=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Zc={amount:e=>ri(e,"The amount")??(_e(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>ri(e,"VAT")??(_e(e)>_e(t)?"VAT cannot be more than the amount.":null),description:(e,t,n)=>vt(e,ti.description,{inForm:!!n}),invoiceNumber:e=>vt(e,ti.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=go();return e>n?`The date can be tomorrow at the latest, ${J(n)}.`:e<t?`The date can be six years ago at most, ${J(t)}.`:null},statementId:()=>null},oi={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function ri(e,t){let n=_e(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:Jc.test(e.trim())?`${t} can have no more than two decimals.`:n>ei?`${t} can be ${C(ei)} at most.`:null}function pn(e,t,n,o){let r={};for(let[s,i]of Object.entries(Zc)){let c=e[s]??"",u=bt(s,n,o)?oi[s]:null,d=c.trim()===""?u:i(c,e,t);d&&(r[s]=d)}return!t&&bt("document",n,o)&&(r.document=oi.document),r}async function ii(e){return e.size>Gc?"The PDF can have 10 MB at most.":await e.slice(0,ni.length).text()===ni?null:"This file is not a PDF. Please choose a PDF."}function ai(e,t){let n={jobId:t,statementId:e.statementId,amount:_e(e.amount),vat:e.vat.trim()&&_e(e.vat),description:he(e.description),invoiceDate:e.invoiceDate,invoiceNumber:he(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function ci({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var ui="This file cannot be read. Please choose it again.";function li({required:e,problem:t,document:n,onChange:o}){let r=g(null),s=async({target:c})=>{let[u]=c.files;if(u&&(r.value=await ii(u).catch(()=>ui),c.value="",!r.value))try{o(await mt(u)),H(`${u.name} is attached.`)}catch(d){r.value=d.sentence??ui}},i=r.value??t;return a`
    <div class="field">
      <${Ze} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&a`<${Xc} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${Qe({name:"document",hint:!0,problem:i,required:e&&!n})} onChange=${s}
      />
      <${Xe} name="document">${i}<//>
    </div>
  `}function Xc({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),H("The PDF is removed.")};return a`
    <p class="attached">
      <${h} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${Rt(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Qc={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function fi({values:e,set:t,document:n,setDocument:o,agency:r,jobId:s,asked:i,onWhole:c}){let[u,d,f]=[g({}),g(i),g(null)],m=V(null),p=pn(e,n,r,s),l=_=>_==="vat"&&f.value==="amount"?null:d.value||u.value[_]&&e[_]||!si(_,e[_]??"")?p[_]:null,v=()=>m.current.querySelector("[aria-invalid]")?.focus();E(()=>{i&&v()},[]);let b=_=>{_.preventDefault(),d.value=!0,Object.keys(p).length?setTimeout(v):c()},y=_=>({name:_,required:bt(_,r,s),problem:l(_),value:e[_],onInput:({target:$})=>t(_,$.value),onFocus:()=>f.value=_,onBlur:()=>{f.value=null,u.value={...u.value,[_]:!0}}});return a`
    <form ref=${m} class="form" onSubmit=${b} noValidate>
      <p class="hint">${U.value.agencyName} needs whatever is not marked as optional.</p>
      ${mn(r)&&a`<${Zs} ...${y("statementId")} />`}
      ${Object.entries(Qc).map(([_,$])=>a`<${eu} key=${_} ...${$} ...${y(_)} />`)}
      <${li}
        required=${bt("document",r,s)} problem=${d.value?p.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function eu({name:e,label:t,hint:n,rows:o,problem:r,required:s,value:i,type:c="text",...u}){let d=o?"textarea":"input",{oldest:f,latest:m}=c==="date"?go():{};return a`
    <div class="field">
      <${Ze} name=${e} required=${s}>${t}<//>
      ${n&&a`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${f} max=${m} autocomplete="off"
        value=${i} ...${Qe({name:e,hint:n,problem:r,required:s})} ...${u}
      />
      <${Xe} name=${e}>${r}<//>
    </div>
  `}function di({onReach:e,left:t}){let n=V(null);return E(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var Q=6;function Re({of:e,row:t,most:n=e.length,onMore:o}){let r=K(()=>nu(e),[e]),s=ou(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/Q)).map((c,u)=>a`<${tu} key=${u} of=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${di} onReach=${o} left=${i} />`}
  `:null}var tu=({of:e,row:t})=>a`<div class="group">${e.map(t)}</div>`,nu=e=>Array.from({length:Math.ceil(e.length/Q)},(t,n)=>e.slice(n*Q,(n+1)*Q));function ou(){let e=V(null),{activeElement:t}=document,n=e.current?.contains(t)&&t.getAttribute("href");return le(()=>{!n||document.activeElement!==document.body||[...e.current.querySelectorAll("a")].find(o=>o.getAttribute("href")===n)?.focus({preventScroll:!0})}),e}var pi={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"}},ru={},bo=({status:e})=>pi[e]?.words??e;function wo(e,t){let n=t.filter(r=>r.kind==="invoice"&&(D(r)||!e.some(s=>mi(s,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed"].includes(r.status)&&n.some(({item:s})=>mi(r,s));return[...n,...e.filter(r=>!o(r))]}function mi(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function hn({jobId:e,agency:t}){let n=A(t?.offers.includes("invoices.list")?"invoices":null).value,o=wo(n.body?.invoices??[],R.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${So} invoices=${o} />
    </section>
  `:null}function So({invoices:e,jobs:t=ru,...n}){let o=Nt((r,s)=>a`<${su} key=${r.item?.id??r.invoiceId??`at ${s}`} invoice=${r} jobs=${t} />`,[t]);return a`<${Re} of=${e} row=${o} ...${n} />`}function su({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:u}=e;return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":C(n)}</b>
      </p>
      <p class="about">
        ${u?a`<${Te} item=${u} />`:a`<${iu} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${J(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${t[c]&&a`<a class="reach" href=${w(`/jobs/${c}`)}><${h} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${u&&D(u)&&a`<a class="reach" href=${w("/outbox")}><${h} name="send" />Look at what waits here</a>`}
    </div>
  `}function iu({invoice:e}){let{icon:t="search",className:n=""}=pi[e.status]??{};return a`<span class=${`state ${n}`}><${h} name=${t} />${bo(e)}</span>`}function hi({about:e,address:t,values:n,document:o,failed:r,onSend:s,change:i,back:c}){let u=g(!1),d=async()=>{u.value=!0,await s(),u.value=!1},f=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",C(_e(n.amount))],["VAT in it",n.vat.trim()&&C(_e(n.vat))],["Date of the invoice",J(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${Rt(o.size)}`:"None"]];return a`
    <${S} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${f.filter(([,m])=>m).map(([m,p])=>a`<div key=${m}><dt>${m}</dt><dd dir="auto">${p}</dd></div>`)}
        </dl>
      </div>
      ${me.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone, and be sent by itself.</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${u.value} onClick=${d}>
          <${h} name="send" />Send to ${U.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var au=!1;function xo({jobId:e,item:t,about:n,address:o,first:r,back:s}){let{query:i,path:c}=T.value,u=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[[d,f],[m,p]]=[gt(u),gt(`PDF of ${u}`)],[l,v]=[A("agency").value,g(null)],b=i.has("look");if(cn(t?.id??null),d.value===void 0||m.value===void 0||!l.body&&l.busy)return a`<${S} key="reading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let y=l.body&&uu(l.body,e);if(y)return a`<${S} key="none" title="Invoice" back=${s}><p class="notice">${y}</p><//>`;let _={...r,...t&&ci(t.content),...d.value},$=(m.value??t?.document)||null,N=!Object.keys(pn(_,$,l.body,e)).length,{statementId:O}=r,ce=B=>w(c,{...O&&{statement:O},...t&&{change:t.id},...B}),G=()=>{let B=ai(_,e);return t?Qt(t.id,{content:B,...m.value!==null&&{document:_i($)}}):Ke({kind:"invoice",jobId:e,about:n,content:B,document:_i($)})},Fe=async()=>{v.value=null;try{let{id:B}=await G();H("Your invoice is on its way."),de(w(c,{sent:B}),{replace:!0}),f(null),p(null)}catch(B){v.value=B.sentence??"Your invoice could not be kept. Please try again."}};return b&&N?a`
      <${hi}
        about=${n} address=${o} values=${_} document=${$} failed=${v.value} onSend=${Fe}
        change=${ce({})} back=${s}
      />
    `:a`
    <${S} key="write" title="Invoice" back=${s} keepsFocus=${b}>
      <${cu} about=${n} address=${o} />
      ${e&&a`<${hn} jobId=${e} agency=${l.body} />`}
      <${fi}
        values=${_} set=${(B,St)=>f({...d.value,[B]:St})} document=${$}
        setDocument=${B=>p(B??au)} agency=${l.body} jobId=${e} asked=${b}
        onWhole=${()=>de(ce({look:"1"}))}
      />
    <//>
  `}function cu({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function uu({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var _i=e=>e&&new File([e.blob],e.name,{type:e.blob.type});var lu={path:"/money",name:"Money"};function ko({id:e}){let{query:t}=T.value,n=Number(t.get("sent")??t.get("change")),o=(R.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:lu;if(n&&R.value===null)return a`<${S} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!ke(o)))return a`<${zs} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?fu:du} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function fu({id:e,statementId:t,...n}){let{job:o,reading:r}=dn(e);if(!o&&!n.item&&r.status===404)return a`<${vi} reading=${r} back=${n.back} />`;let s={...$i,statementId:t,invoiceDate:se()},i=o?.property?.address;return a`<${xo} jobId=${e} about=${o?te(o):e} address=${i} first=${s} ...${n} />`}function du({statementId:e,...t}){let n=A("statements/pending").value,o=n.body?.statements.find(s=>s.statementId===e);if(!o&&n.busy)return a`<${vi} reading=${n} back=${t.back} />`;let r={...$i,...o&&mu(o),statementId:e,invoiceDate:se()};return a`<${xo} jobId=${null} about=${o?yo(o):""} first=${r} ...${t} />`}var vi=({reading:e,back:t})=>a`
  <${S} key="nothing" title="Invoice" back=${t}><${z} reading=${e} /><//>
`,$i={amount:"",vat:"",description:"",invoiceNumber:""},mu=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var et=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;function yi({job:e,standing:t}){let[n,o]=[g(null),g(!1)],r=Gs(e.jobId),s=async i=>{if(!o.value){o.value=!0,n.value=null;try{await Ke({kind:"completion",jobId:e.jobId,about:te(e),content:{completed:i},document:null}),H(i?"The job is being marked complete.":"The job is being reopened.")}catch(c){n.value=c.sentence??"This could not be kept. Please try again."}o.value=!1}};return r?a`
      <p class="pending">
        <${h} name=${r.content.completed?"done":"reopen"} />
        ${r.content.completed?"Marked complete by you.":"Reopened by you."} <${Te} item=${r} />
      </p>
    `:a`
    ${t==="open"&&a`<button class="btn btn-primary" type="button" onClick=${()=>s(!0)}><${h} name="done" />Mark complete</button>`}
    ${t==="completed"&&a`<button class="btn btn-secondary" type="button" onClick=${()=>s(!1)}><${h} name="reopen" />Reopen this job</button>`}
    ${n.value&&a`<p class="notice" role="alert">${n.value}</p>`}
  `}function gi({job:e,canAdd:t}){let n=U.value.displayName,o=Ae(e.jobId).filter(s=>s.kind==="note"&&!pu(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:u},d)=>a`
            <li key=${s??`at ${d}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${u&&a`<time datetime=${u}>${be(u)}</time>`}</p>
              <p class="says" dir="auto">${i}</p>
            </li>
          `)}
        ${o.map(s=>a`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Te} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&a`<${hu} job=${e} />`}
    </section>
  `}var pu=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function hu({job:e}){let[t,n]=gt(`note on ${e.jobId}`),[o,r]=[g(null),g(!1)];return a`
    <form class="composer" onSubmit=${async i=>{if(i.preventDefault(),r.value)return;let c=he(t.value??"");if(o.value=an(c),!o.value){r.value=!0;try{await Ke({kind:"note",jobId:e.jobId,about:te(e),content:{note:c},document:null}),n(null),H("Your note was added.")}catch(u){o.value=u.sentence??"Your note could not be kept. Please try again."}r.value=!1}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${$t} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${i=>n(i.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${h} name="send" />Add note</button>
    </form>
  `}var bi={path:"/jobs",name:"Jobs"};function wi({id:e}){let{job:t,reading:n}=dn(e),o=A("agency").value.body,r=ft(Ae(e));if(E(()=>{for(let i of r?[`jobs/${e}`,"jobs","invoices"]:[])on(i,r)},[r]),!t)return a`<${S} title="Job" back=${bi}><${z} reading=${n} /><//>`;let s=o?.offers??[];return a`
    <${S} title=${te(t)} back=${bi}>
      <${_u} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${vu} job=${t} />
      </div>
      <div class="doing">
        ${s.includes("jobs.complete")&&a`<${yi} job=${t} standing=${fn(t,o)} />`}
        ${s.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${w(`/jobs/${e}/invoice`)}><${h} name="invoice" />Send its invoice</a>`}
      </div>
      ${s.includes("invoices.submit")&&a`<${hn} jobId=${e} agency=${o} />`}
      <${gi} job=${t} canAdd=${s.includes("notes.add")} />
      <${ie} reading=${n} />
    <//>
  `}function _u({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${Be(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
      ${t&&a`<${et}>${t}<//>`}
      ${n&&!Be(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${be(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${J(i)}</time></span>`}
    </p>
  `:null}function vu({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${qs} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${yt} phone=${o} who=${n??"the tenant"} /><${un} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var _n={open:"Open",completed:"Completed",cancelled:"Cancelled"},$u={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},Ao=W({});function To(){let e=A("jobs"),t=A("agency").value.body,n=T.value.query.get("show")??"open";return a`
    <${S} title="Jobs">
      ${e.value.body?a`<${yu} jobs=${e.value.body.jobs} agency=${t} tab=${Object.hasOwn(_n,n)?n:"open"} />`:a`<${z} reading=${e.value} />`}
      <${ie} reading=${e.value} />
    <//>
  `}function yu({jobs:e,agency:t,tab:n}){let o=T.value.account,{text:r,made:s,found:i}=Si(o,n),c=K(()=>Js(e),[e]),u=K(()=>wu(c,t),[c,t]),d=K(()=>gu(u,p=>p.filter(Ks(r))),[u,r]),f=d[n].length,m=p=>{Ao.value={...Si(o,n),...p}};return E(()=>{r&&H(f?`${oe(f,"job")} found`:"No job found")},[r,n]),a`
    <form class="search" role="search" onSubmit=${p=>p.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${h} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${r} onInput=${p=>m({text:p.target.value,found:Q})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(_n).filter(([p])=>p!=="cancelled"||u.cancelled.length).map(([p,l])=>a`
            <a key=${p} href=${w("/jobs",{show:p})} aria-current=${p===n?"true":null}>
              ${l} <span class="number">${d[p].length}</span>
            </a>
          `)}
    </nav>
    ${!f&&a`<p class="notice">${r?`No job here has “${r}” in it.${bu(d)}`:$u[n]}</p>`}
    <div key=${n} class=${r?"is-away":null}>
      <${Re} of=${u[n]} row=${xi} most=${s} onMore=${()=>m({made:s+Q})} />
    </div>
    ${r&&a`<${Re} of=${d[n]} row=${xi} most=${i} onMore=${()=>m({found:i+Q})} />`}
  `}function Si(e,t){let n=Ao.value.at===e?Ao.value:{text:""};return n.tab===t?n:{at:e,tab:t,text:n.text,made:Q,found:Q}}var gu=(e,t)=>Object.fromEntries(Object.entries(e).map(([n,o])=>[n,t(o)]));function bu(e){return Object.keys(_n).filter(n=>e[n].length).map(n=>` ${_n[n]}: ${e[n].length}.`).join("")}function wu(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[fn(o,t)].push(o);return n}var Oo=new WeakMap;function xi(e){let t=Ae(e.jobId).filter(D).length;return Oo.get(e)?.waiting!==t&&Oo.set(e,{waiting:t,row:Su(e,t)}),Oo.get(e).row}function Su(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${w(`/jobs/${n}`)}>
        ${Be(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${te(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${et}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${gr(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t>0&&a`<span class="unsent"><${h} name="send" />${oe(t,"thing")} to send</span>`}
        </span>
      </a>
    </div>
  `}var vn=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,Oi=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function Ai(e){let t=new Map;for(let{date:i,amount:c}of e){let u=i?.slice(0,7);u&&t.set(u,vn([t.get(u),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(Io(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:vn(s.map(i=>t.get(i)))},...r]:r}function Ti(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,ki(t)],"Last month":[`${Io(t)}-01`,ki(Io(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function Io(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function ki(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var Eo="Other dates";function Ei({from:e,to:t,set:n}){let o=Ti(se()),r=Object.keys(o).find(u=>o[u].join()===[e,t].join()),s=g(!r),i=({target:u})=>{s.value=u.value===Eo,s.value||n(...o[u.value])},c=e&&t&&e>t;return a`
    <form class="dates" onSubmit=${u=>u.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${s.value?Eo:r} onChange=${i}>
          ${[...Object.keys(o),Eo].map(u=>a`<option key=${u}>${u}</option>`)}
        </select>
      </div>
      ${s.value&&a`
        <${Ii} id="from" label="From" value=${e} isWrong=${c} onChange=${u=>n(u,t)} />
        <${Ii} id="to" label="To" value=${t} isWrong=${c} onChange=${u=>n(e,u)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Ii=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var xu=/^[=+\-@\t\r\n＝＋－＠]/u,ku=/[",\r\n]/;function Ni(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(Ou).join(",")}\r
`).join("")}function Ou(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=xu.test(e)?`'${e}`:e;return ku.test(t)?`"${t.replaceAll('"','""')}"`:t}function Di(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Pi({rows:e,caption:t}){let n=Math.max(...e.map(o=>o.month?o.amount:0),.01);return a`
    <div class="card">
      <table class="months">
        <caption>${t}</caption>
        <thead><tr><${Mi}>Month<//><${Mi}>Amount<//></tr></thead>
        <tbody>${e.map(o=>a`<${Au} key=${o.month} ...${o} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var Mi=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,Au=({month:e,amount:t,most:n})=>a`
  <tr>
    <th scope="row">${e?yr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${Tu} share=${t/n} />`}<b>${C(t)}</b></span></td>
  </tr>
`,Tu=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function Ci({statements:e,jobs:t,agency:n,isPending:o,...r}){let s=Nt(i=>a`
      <${Iu}
        key=${i.statementId} statement=${i} job=${t[i.jobId]} isPending=${o}
        invoice=${o&&Nu(i,n)}
      />
    `,[t,n,o]);return a`<${Re} of=${e} row=${s} ...${r} />`}function Iu({statement:e,job:t,isPending:n,invoice:o}){let{reference:r,description:s,amount:i,status:c,jobId:u}=e,[d,f]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],m=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":C(i)}</b>
      </p>
      <p class="about">
        ${m&&m!==f&&a`<${et}>${m}<//>`}
        ${d&&a`<span>${f} <time datetime=${d}>${J(d)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${Eu} statement=${e} />
      ${t&&a`<a class="reach" href=${w(`/jobs/${u}`)}><${h} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${h} name="invoice" />Send its invoice</a>`}
    </div>
  `}function Eu({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${C(e)} in all`,t&&`${C(t)} of it VAT`,n&&`less ${C(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function Nu({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!mn(n)?null:n.invoice.link==="job_or_statement"?w("/invoice",{statement:e}):t&&w(`/jobs/${t}/invoice`,{statement:e})}var L=e=>t=>t[e],ji=[["Statement",L("statementId")],["Date",L("date")],["Reference",L("reference")],["Description",L("description")],["Job",L("jobId")],["Net",L("net")],["VAT",L("vat")],["Gross",L("gross")],["Commission",L("commission")],["Amount",L("amount")],["Status",L("status")]],Du=[["Invoice",L("invoiceId")],["Date",L("invoiceDate")],["Number",L("invoiceNumber")],["Description",L("description")],["Job",L("jobId")],["Statement",L("statementId")],["Amount",L("amount")],["VAT",L("vat")],["Status",e=>e.item?Ce(e.item):bo(e)],["Sent",L("submittedAt")],["Document",({document:e})=>e?.name]],Ue={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:ji},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:Du},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...ji,["Paid",L("paidAt")]]}};function No(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=wo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var Mu=4*Q;function Li({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,total:c,none:u,one:d,columns:f}=Ue[e],m=g(Mu),p=A("jobs").value.body?.jobs,l=K(()=>Object.fromEntries((p??[]).map(G=>[G.jobId,te(G)])),[p]),v=Oi(n,o),b=K(()=>t.filter(G=>v(s(G))),[t,n,o]),y=vn(b.filter(i).map(G=>G.amount)),_=n||o;if(E(()=>{_&&H(b.length?`${oe(b.length,d)}, ${C(y)}`:"None for these dates")},[]),!b.length)return a`<p class="notice">${_?"There is none for these dates.":u}</p>`;let{agency:$,contractorId:N}=pe.value,O=()=>Di(`${$} ${N} ${e} ${se()}.csv`,Ni(f,b)),ce={jobs:l,most:m.value,onMore:()=>m.value+=Q};return a`
    <p class="total"><span>${c}</span> <b>${C(y)}</b></p>
    ${e==="paid"&&a`<${Pi} caption="Paid by month" rows=${Ai(b.map(G=>({...G,date:s(G)})))} />`}
    ${e==="invoices"?a`<${So} invoices=${b} ...${ce} />`:a`<${Ci} statements=${b} agency=${r} isPending=${e==="pending"} ...${ce} />`}
    <button type="button" class="btn btn-secondary" onClick=${O}><${h} name="download" />Download as CSV</button>
  `}function Bi(){let e=A("agency").value,t=e.body?.offers??[],n={};for(let[s,{path:i,needs:c}]of Object.entries(Ue))n[s]=A(t.includes(c[0])?i:null).value;let o=ft(Do().filter(({kind:s})=>s==="invoice"));E(()=>{o&&on("invoices",o)},[o]);let r=Object.keys(Ue).filter(s=>Ue[s].needs.some(i=>t.includes(i)));return e.body?r.length?a`<${S} title="Money"><${Pu} tabs=${r} readings=${n} agency=${e.body} /><//>`:a`<${S} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${S} title="Money"><${z} reading=${e} /><//>`}var Do=()=>R.value??[];function Pu({tabs:e,readings:t,agency:n}){let{query:o}=T.value,[r,s,i]=["from","to","show"].map(m=>o.get(m)??""),c=e.includes(i)?i:e[0],u=t[c],d=No(c,u,Do()),f=(m,p,l)=>w("/money",{show:m,...p&&{from:p},...l&&{to:l}});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>a`
          <a key=${m} href=${f(m,r,s)} aria-current=${m===c?"true":null}>
            ${Ue[m].title} <span class="number">${No(m,t[m],Do())?.length}</span>
          </a>
        `)}
    </nav>
    <${Ei} key=${c} from=${r} to=${s} set=${(m,p)=>de(f(c,m,p),{replace:!0})} />
    ${d&&a`<${Li} key=${[c,r,s].join()} tab=${c} rows=${d} from=${r} to=${s} agency=${n} />`}
    ${!u.body&&a`<${z} reading=${u} />`}
    <${ie} reading=${u} />
  `}var wt=6,Cu=30,Ui=5,ju=`A code can be tried ${Ui} times. Please send another one.`;function Fi({asked:e,onAsked:t,onOther:n,onDone:o}){let[r,s,i]=[g(null),g(!1),V(null)],c=V(0),u=Lu(e.at);le(()=>i.current.focus(),[]);let d=l=>{r.value=l,i.current.focus(),i.current.select()},f=async()=>{let l=Ri(i.current.value);if(l.length!==wt)return d(`The code has ${wt} digits.`);r.value=null,s.value=!0;let v=await Os(e.email,l);return s.value=!1,v.status===201?o():(v.status===401&&(c.current+=1),d(c.current<Ui?re(v):ju))},m=()=>{let l=Ri(i.current.value);l!==i.current.value&&(i.current.value=l),r.value=null,l.length===wt&&!s.value&&f()},p=async()=>{let l=await nn(e.email);return l.status!==204?d(re(l)):(H("Another code is on its way."),c.current=0,i.current.value="",i.current.focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${l=>(l.preventDefault(),f())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${wt} digits</label>
      <input
        id="code" ref=${i} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${r.value?"true":null} onInput=${m}
      />
      <p id="code-problem" class="problem" role="alert">${r.value}</p>
      <button class="btn btn-primary wide" disabled=${s.value}>${s.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${u>0} onClick=${p}>
        Send another code${u>0?` (in ${u} s)`:""}
      </button>
      <button class="btn btn-link" type="button" onClick=${n}>Use another address</button>
    </div>
  `}var Ri=e=>e.replace(/\D/g,"").slice(0,wt);function Lu(e){let t=()=>Math.max(0,Math.ceil(Cu-(Date.now()-e)/1e3)),n=g(t());return E(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var Wi="Please enter a whole e-mail address, such as name@example.com.";function Hi({first:e,onAsked:t}){let[n,o,r]=[g(null),g(!1),V(null)];return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:Wi,n.value){r.current.focus();return}o.value=!0;let u=await nn(c);if(o.value=!1,u.status===204){t({email:c,at:Date.now()});return}n.value=u.status===400?Wi:re(u),r.current.focus()}} noValidate>
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
  `}var $n="asked for a code",Bu=()=>JSON.parse(sessionStorage.getItem($n)??"null"),Ru=6e5;function qi(){let e=Bu(),t=g(e&&Date.now()-e.at<Ru?e:null),n=o=>{t.value=o,o?sessionStorage.setItem($n,JSON.stringify(o)):sessionStorage.removeItem($n)};return a`
    <div class="sign-in">
      <header class="portal"><span class="mark"><${h} name="mark" /></span>Contractor Portal</header>
      ${t.value?a`<${S} key="code" title="Enter your code" keepsFocus>
            <${Fi} asked=${t.value} onAsked=${n} onOther=${()=>n(null)} onDone=${()=>sessionStorage.removeItem($n)} />
          <//>`:a`<${S} key="email" title="Sign in">
            ${Je.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
            <${Hi} first=${Je.value??""} onAsked=${n} />
          <//>`}
    </div>
  `}var Uu={jobs:To,job:wi,invoice:ko,statement:ko,money:Bi,contacts:Vs,account:Ls,outbox:Fs};function Vi(){if(k.value===void 0)return a`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(k.value===null)return a`<${qi} />`;if(U.value===null)return a`<${Hs} />`;let{screen:e,id:t,path:n}=T.value,o=Uu[e]??To,r=q(U.value);return a`<${vo} key=${r}><${o} key=${n} id=${t} /></${vo}>`}var Fu=["checking","done","refused"];function Yi(){let e=new Map;ne(()=>{let t=R.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&Fu.includes(n.state)&&H(`${Vt(n)}: ${Ce(n)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}var yn=null,Gi=[];function Ki(){document.addEventListener("focusin",({target:t})=>{yn=t,Gi=[...Vu(t)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(Hu).observe(document.getElementById("app"),e)}function Hu(){let e=![document.body,yn].includes(document.activeElement);!yn||e||qu(yn)||Yu(Gi.find(t=>t.isConnected)??document.querySelector("h1"))}var qu=e=>e.isConnected&&!e.disabled&&!e.hidden;function*Vu(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function Yu(e){e&&(e.hasAttribute("tabindex")||(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0})),e.focus({preventScroll:!0}))}Sr();Is();ys();Yi();Ki();tn();ne(()=>{let e=pe.value;e?(br(q(e)),so(e)):ms(xs.value)});qo(a`<${Vi} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
