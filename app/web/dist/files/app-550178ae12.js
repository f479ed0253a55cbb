(()=>{var x,Po,bn,_e,yn,kt,Co,St,jo,wn,gn,Ki,et=Symbol.for("pv"),Ot={},At=[],Ji=/^m(i|n|o|s|text|space)$/,Sn=Array.isArray,xn=At.slice,Ee=Object.assign;function Ie(e){e&&e.parentNode&&e.remove()}function Tt(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?xn.call(arguments,2):n),Qe(e,i,o,r,null)}function Qe(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:et,__v:r||++Po,__i:-1,__u:0};return!r&&x.vnode&&x.vnode(s),s}function Ne(e){return e.children}function Ue(e,t){this.props=e,this.context=t,this.__g=0}function ve(e,t){if(t==null)return e.__&&ve(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:ve(e)}function zi(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Ee({constructor:et},n)).__v=n.__v+1,x.vnode&&x.vnode(t),kn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||ve(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,Wo(r,t,s),n.__=n.__e=null,t.__e!=o&&Lo(t))}function Lo(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),Lo(e)}function Do(e){(8&e.__g||(e.__g|=8,_e.push(e),kt++))&&yn==x.debounceRendering||((yn=x.debounceRendering)||queueMicrotask)(Bo)}function Bo(){try{for(var e,t=1;_e.length;)_e.length>t&&_e.sort(Co),e=_e.shift(),t=_e.length,8&e.__g&&zi(e)}finally{(kt=_e.length)&&(yn||queueMicrotask)(Bo)}}function Ro(e,t,n,o,r,s,i,c,u,d,f){var m,p,l,v,b,y,_=o.__k||At,$=t.length;for(u=Zi(n,t,_,u,$),m=0;m<$;m++)(l=n.__k[m])!=null&&(p=~l.__i&&_[l.__i]||Ot,l.__i=m,y=kn(e,l,p,r,s,i,c,u,d,f),v=l.__e,(p.ref!=l.ref||8&p.__u)&&(p.ref&&On(p.ref,null,l,p),l.ref&&f.push(l.ref,l.__c||v,l)),b=b||v,4&l.__u?(u=Uo(l,u,e,!p.__v),p.__e&&(p.__e=null)):typeof l.type=="function"&&y!==void 0?u=y:v&&(u=v.nextSibling),l.__u&=-21);return n.__e=b,u}function Zi(e,t,n,o,r){var s,i,c,u,d,f,m,p,l,v=n.length,b=v,y=0,_=0,$=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=$[s]=Qe(null,i):Sn(i)?i=$[s]=Qe(Ne,{children:i}):i.constructor===et&&i.__b?i=$[s]=Qe(i.type,i.props,i.key,i.ref,i.__v):$[s]=i,u=s+y,i.__=e,i.__b=e.__b+1,c=null,~(d=i.__i=Xi(i,n,u,b))&&(b--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,d==u-1?y--:d==u+1?y++:d!=u&&(d>u?y--:y++,_=1)):(~d||(r>v?y--:r<v&&y++),typeof i.type!="function"&&(i.__u|=4))):$[s]=null;if(_){for(f=[],m=[],s=0;s<r;s++)if((i=$[s])&&16&i.__u){for(y=0,p=f.length;y<p;)f[l=y+p>>1]<i.__i?y=l+1:p=l;f[y]=i.__i,m[s]=y+1}for(y=f.length;s--;)m[s]&&(m[s]==y?y--:$[s].__u|=4)}if(b)for(s=0;s<v;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=ve(c)),An(c,c));return o}function Uo(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=Uo(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=ve(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Xi(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return n;if(o>(u?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function Mo(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function wt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||Mo(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||Mo(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=gn[t]||(gn[t]=Qi(t)),(e.__a||(e.__a={}))[t]=wn,s=t!=(t=t.replace(jo,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Qi(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[St]==null)t[St]=wn++;else if(t[St]<this.__a[e])return;return n(x.event?x.event(t):t)}}}function kn(e,t,n,o,r,s,i,c,u,d){var f,m,p,l,v,b,y,_,$,N,O,re,Ae,V,R,bt,he,Te,ce=t.type;if(t.constructor!==et)return null;128&n.__u&&(u=32&n.__u,f=n.__c.__z)&&(t.__u|=u,m=s=[],f.nodeType==8?c=xt(f,s):s.push(f),c=s[0]||c),(f=x.__b)&&f(t);e:if(typeof ce=="function"){p=i.length;try{if(_=t.props,$=(f=ce.prototype)&&f.render,N=(f=ce.contextType)&&o[f.__c],O=f?N?N.props.value:f.__:o,(l=n.__c)?(t.__c=l,2&l.__g&&(l.__g|=1)):($?t.__c=l=new ce(_,O):(t.__c=l=new Ue(_,O),l.constructor=ce,l.render=ta),N&&N.sub(l),l.state||(l.state={}),l.__n=o,l.__g|=8,l.__h=[],l.__k=[]),$&&(l.__s||(l.__s=l.state),ce.getDerivedStateFromProps&&(l.__s==l.state&&(l.__s=Ee({},l.__s)),Ee(l.__s,ce.getDerivedStateFromProps(_,l.__s)))),v=l.props,b=l.state,l.__v=t,n.__c){if(_!==v&&$&&!ce.getDerivedStateFromProps&&l.componentWillReceiveProps&&l.componentWillReceiveProps(_,O),t.__v==n.__v&&!(8&l.__g)||!(4&l.__g)&&l.shouldComponentUpdate&&l.shouldComponentUpdate(_,l.__s,O)===!1){t.__v!=n.__v&&(l.props=_,l.state=l.__s,l.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(X){X&&(X.__=t)}),At.push.apply(l.__h,l.__k),l.__k=[],l.__h.length&&i.push(l),c=ve(n);break e}l.componentWillUpdate&&l.componentWillUpdate(_,l.__s,O),$&&l.componentDidUpdate&&l.__h.push(function(){l.componentDidUpdate(v,b,y)})}else $&&!ce.getDerivedStateFromProps&&l.componentWillMount&&l.componentWillMount(),$&&l.componentDidMount&&l.__h.push(l.componentDidMount);l.context=O,l.props=_,l.__P=e,l.__g&=-5,re=x.__r,Ae=$?25:0;do l.__g&=-9,re&&re(t),f=l.render(l.props,l.state=l.__s,l.context);while(8&l.__g&&++Ae<25);$&&(At.push.apply(l.__h,l.__k),l.__k=[]),l.state=l.__s,l.getChildContext&&(o=Ee({},o,l.getChildContext())),$&&n.__c&&l.getSnapshotBeforeUpdate&&(y=l.getSnapshotBeforeUpdate(v,b)),V=f&&f.type===Ne&&f.key==null?f.props.children:f,_.__P&&(f=c,r=(e=_.__P).namespaceURI,u=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(X){X&&An(X,X)}),n.__k=null),c=n.__k?ve(n,0):null),c=Ro(e,Sn(V)?V:[V],t,n,o,r,s,i,c,u,d),_.__P&&(t.__e=null,c=f),t.__u&=-161,m&&m.some(Ie),l.__h.length&&i.push(l),1&l.__g&&(l.__g&=-4)}catch(X){if(i.length=p,t.__v=null,u||s)if(X&&X.then){if(t.__u|=128|u,s){for(~(he=s.indexOf(c||void 0))||(he=s.length);(Te=s[he-1])&&Te.nodeType==8;)he--;for(;he<s.length;he++)if(Te=s[he])if(s[he]=null,R){if(Te==bt)break}else{if(Te.nodeType!=8)break;Te.data.startsWith("$s")&&(bt=xt(R=Te))}}if(!R){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;R=c}(f=xt(R=t.__c.__z||(t.__c.__z=R)))?(t.__e=R,c=f):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Ie);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),X&&X.then||Fo(t),x.__e(X,t,n)}}else c=t.__e=ea(n.__e,t,n,o,r,s,i,u,d,e);return(f=x.diffed)&&f(t),c}function xt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function Fo(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Fo))}function Wo(e,t,n){for(var o=0;o<n.length;)On(n[o++],n[o++],n[o++]);x.__c&&x.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){x.__e(s,r.__v)}})}function ea(e,t,n,o,r,s,i,c,u,d){var f,m,p,l,v,b,y,_,$=n.props||Ot,N=t.props,O=t.type;if(O=="svg"?r="http://www.w3.org/2000/svg":O=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(f=0;f<s.length;f++)if((v=s[f])&&(O?v.localName==O:v.nodeType==3)){e=v,s[f]=null;break}}if(!e){if(_=d.ownerDocument||document,!O)return _.createTextNode(N);e=_.createElementNS(r,O,N.is?N:d),c&&(x.__m&&x.__m(t,s),c=!1),s=null}if(O){if(d=O=="template"&&e.content||e,s=O=="textarea"&&N.defaultValue!=null?null:s&&xn.call(d.childNodes),!c&&s)for($={},f=0;f<e.attributes.length;f++)$[(v=e.attributes[f]).name]=v.value;for(f in $)v=$[f],f=="dangerouslySetInnerHTML"?p=v:f=="children"||f in N||f=="value"&&"defaultValue"in N||f=="checked"&&"defaultChecked"in N||wt(e,f,null,v,r);for(f in N)v=N[f],f=="children"?l=v:f=="dangerouslySetInnerHTML"?m=v:f=="value"?b=v:f=="checked"?y=v:c&&typeof v!="function"||$[f]===v||wt(e,f,v,$[f],r);m?(c||p&&(m.__html==p.__html||m.__html==e.innerHTML)||(e.innerHTML=m.__html),t.__k=[]):(p&&(e.textContent=""),(O=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Ji.test(O))&&(r="http://www.w3.org/1999/xhtml"),Ro(d,Sn(l)?l:[l],t,n,o,r,s,i,s?s[0]:n.__k&&ve(n,0),c,u),s&&s.some(Ie)),c&&O!="textarea"||(f="value",O=="progress"&&b==null?e.removeAttribute(f):b==null||b===e[f]&&(O!="progress"||b)||wt(e,f,b,$[f],r),f="checked",y!=null&&y!=e[f]&&wt(e,f,y,$[f],r))}else $===N||c&&e.data==N||(e.data=N);return e}function On(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){x.__e(r,n)}}function An(e,t,n){var o,r,s,i;if(x.unmount&&x.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||On(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){x.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&An(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=xt(o,s=[]))&&(o==e.__e&&s.some(Ie),Ie(r),Ie(o)),n||Ie(e.__e),e.__e=e.__c=e.__=null}function ta(e,t,n){return this.constructor(e,n)}function Ho(e,t){var n,o,r,s;x.__&&x.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=Qe(Ne,{children:[e]}),r=[],s=[],kn(t,t.__k,o||Ot,Ot,t.namespaceURI,o?null:t.firstChild?xn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),Wo(r,t.__k,s),t.__k.props.children=null}x={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw kt=0,e}},Po=0,bn=function(e){return e!=null&&e.constructor===et},Ue.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Ee({},this.state)),typeof e=="function"&&(e=e(Ee({},n),this.props)),e&&(Ee(n,e),this.__v&&(t&&this.__k.push(t),Do(this)))},Ue.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),Do(this))},Ue.prototype.render=Ne,_e=[],kt=0,Co=function(e,t){return e.__v.__b-t.__v.__b},St=Symbol(),jo=/(PointerCapture)$|Capture$/i,wn=0,gn={},Ki=0;var De,C,Tn,qo,In=Object.is,It=0,Qo=[],En=[],P=x,Vo=P.__b,Yo=P.__r,Go=P.diffed,Ko=P.__c,Jo=P.unmount,zo=P.__;function nt(e,t){P.__h&&P.__h(C,e,It||t),It=0;var n=C.__H||(C.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function ot(e){return It=1,na(tr,e)}function na(e,t,n){var o=nt(De++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):tr(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);In(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=C,!C.__f)){C.__f=!0;var r=C.shouldComponentUpdate;C.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var d=!1,f=this.props!=s;if(u.__.some(function(p){p.__N&&(d=!0,In(p.__[0],p.__N[0])||(f=!0))}),r){var m=r.call(this,s,i,c);return d?m||f:m}return!d||f}}return o.__}function E(e,t){var n=nt(De++,3);!P.__s&&Dn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,C.__H.__h.push(n))}function Me(e,t){var n=nt(De++,4);!P.__s&&Dn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,C.__h.push(n))}function G(e){return It=5,ee(function(){return{current:e}},[])}function ee(e,t){var n=nt(De++,7);return Dn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function er(){var e=nt(De++,11);if(!e.__){for(var t=C.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function oa(){var e;do{for(;e=En.shift();)try{tt(e)}catch(n){P.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Qo.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(tt),t.__h.some(Nn),t.__h=[]}catch(n){t.__h=[],P.__e(n,e.__v)}}}while(En.length)}P.__b=function(e){C=null,Vo&&Vo(e)},P.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),zo&&zo(e,t)},P.__r=function(e){Yo&&Yo(e),De=0;var t=(C=e.__c).__H;t&&(Tn==C?C.__h=[]:(t.__h.some(tt),t.__h.some(Nn),De=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Tn=C},P.diffed=function(e){Go&&Go(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Xo(Qo.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Tn=C=null},P.__c=function(e,t){t.some(function(n){try{n.__h.some(tt),n.__h=n.__h.filter(function(o){return!o.__||Nn(o)})}catch(o){n.__h=[function(){throw o}]}}),Ko&&Ko(e,t)},P.unmount=function(e){Jo&&Jo(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Xo(En.push(r))}else tt(r)}catch(s){t=s}}),o.__H=void 0,t&&P.__e(t,o.__v))};var Zo=typeof requestAnimationFrame=="function";function ra(e){var t,n=function(){clearTimeout(o),Zo&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Zo&&(t=requestAnimationFrame(n))}function Xo(e){e!=1&&qo==P.requestAnimationFrame||((qo=P.requestAnimationFrame)||ra)(oa)}function tt(e){var t=C,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),C=t}function Nn(e){var t=C;e.__c=e.__(),C=t}function Dn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!In(n,e[o])})}function tr(e,t){return typeof t=="function"?t(e):t}var sa=Symbol.for("preact-signals");function Mt(){if(ue>1)ue--;else{var e,t=!1;for((function(){var r=Nt;for(Nt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();st!==void 0;){var n=st;for(st=void 0,Et++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&or(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Et=0,ue--,t)throw e}}function Pn(e){if(ue>0)return e();Mn=++ia,ue++;try{return e()}finally{Mt()}}var rt,I=void 0;function it(e){var t=I,n=rt;I=void 0,rt=void 0;try{return e()}finally{I=t,rt=n}}var st=void 0,ue=0,Et=0,ia=0,Mn=0,Nt=void 0,Dt=0;function nr(e){if(I!==void 0){var t=e.n;if(t===void 0||t.t!==I)return t={i:0,S:e,p:I.s,n:void 0,t:I,e:void 0,x:void 0,r:t},I.s!==void 0&&(I.s.n=t),I.s=t,e.n=t,32&I.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=I.s,t.n=void 0,I.s.n=t,I.s=t),t}}function F(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}F.prototype.brand=sa;F.prototype.h=function(){return!0};F.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:it(function(){var o;(o=t.W)==null||o.call(t)}))};F.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&it(function(){var r;(r=t.Z)==null||r.call(t)}))}};F.prototype.subscribe=function(e){var t=this;return te(function(){var n=t.value;it(function(){return e(n)})},{name:"sub"})};F.prototype.valueOf=function(){return this.value};F.prototype.toString=function(){return this.value+""};F.prototype.toJSON=function(){return this.value};F.prototype.peek=function(){var e=this;return it(function(){return e.value})};Object.defineProperty(F.prototype,"value",{get:function(){var e=nr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Et>100)throw new Error("Cycle detected");(function(n){ue!==0&&Et===0&&n.l!==Mn&&(n.l=Mn,Nt={S:n,v:n.v,i:n.i,o:Nt})})(this),this.v=e,this.i++,Dt++,ue++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Mt()}}}});function W(e,t){return new F(e,t)}function or(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function rr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function sr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Pe(e,t){F.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Dt-1,this.f=4}Pe.prototype=new F;Pe.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Dt))return!0;if(this.g=Dt,this.f|=1,this.i>0&&!or(this))return this.f&=-2,!0;var e=I;try{rr(this),I=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return I=e,sr(this),this.f&=-2,!0};Pe.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}F.prototype.S.call(this,e)};Pe.prototype.U=function(e){if(this.t!==void 0&&(F.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Pe.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Pe.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=nr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function $e(e,t){return new Pe(e,t)}function ir(e){var t=e.j;if(e.j=void 0,typeof t=="function"){ue++;var n=I;I=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,Cn(e),o}finally{I=n,Mt()}}}function Cn(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,ir(e)}function aa(e){if(I!==this)throw new Error("Out-of-order effect");sr(this),I=e,this.f&=-2;try{8&this.f&&Cn(this)}finally{Mt()}}function Fe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,rt&&rt.push(this)}Fe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Fe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,ir(this),rr(this),ue++;var e=I;return I=this,aa.bind(this,e)};Fe.prototype.N=function(){2&this.f||(this.f|=2,this.u=st,st=this)};Fe.prototype.d=function(){this.f|=8,1&this.f||Cn(this)};Fe.prototype.dispose=function(){this.d()};function te(e,t){var n=new Fe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var ar,Ct,Pt,ca=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var cr=[];te(function(){ar=this.N})();function We(e,t){x[e]=t.bind(null,x[e]||function(){})}function at(e){if(Pt){var t=Pt;Pt=void 0,t()}Pt=e&&e.S()}function ur(e){var t=this,n=e.data,o=g(n);o.name="ReactiveDom",o.value=n;var r=ee(function(){for(var c=t,u=t.__v;u=u.__;)if(u.__c){u.__c.__$f|=4;break}var d=$e(function(){var l=o.value.value;return l===0?0:l===!0?"":l||""}),f=$e(function(){return!Array.isArray(d.value)&&!bn(d.value)}),m=te(function(){if(this.N=lr,f.value){var l=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=l)}}),p=t.__$u.d;return t.__$u.d=function(){m(),p.call(this)},[f,d]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}ur.displayName="ReactiveTextNode";Object.defineProperties(F.prototype,{constructor:{configurable:!0,value:Tt(Ne,null).constructor},type:{configurable:!0,value:ur},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});We("__b",function(e,t){if(at(),Ct=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof F&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});We("__r",function(e,t){if(e(t),t.type!==Ne){at();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return te(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;ca&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Ct=o,at(n)}});We("__e",function(e,t,n,o){at(),Ct=void 0,e(t,n,o)});We("diffed",function(e,t){at(),Ct=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var u in o){var d=s[u],f=o[u];d===void 0?(d=ua(n,u,f,r),s[u]=d):d.o(f,r)}}}e(t)});function ua(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=W(n);return{o:function(i,c){s.value=i,o=c},d:te(function(){this.N=lr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}We("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var u in i)c[u]=i[u]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var f=d.__$u;f&&(d.__$u=void 0,f.d())}}e(t)});We("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Ue.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function g(e,t){return ee(function(){return W(e,t)},[])}var la=function(e){queueMicrotask(function(){queueMicrotask(e)})};function fa(){Pn(function(){for(var e;e=cr.shift();)ar.call(e)})}function lr(){cr.push(this)===1&&(x.requestAnimationFrame||la)(fa)}var dr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,dr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},fr=new Map;function mr(e){var t=fr.get(this);return t||(t=new Map,fr.set(this,t)),(t=dr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",u=[0],d=function(p){s===1&&(p||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,p,i):s===3&&(p||i)?(u.push(3,p,i),s=2):s===2&&i==="..."&&p?u.push(4,p,0):s===2&&i&&!p?u.push(5,0,!0,i):s>=5&&((i||!p&&s===5)&&(u.push(s,0,i,r),s=6),p&&(u.push(s,p,0,r),s=6)),i=""},f=0;f<n.length;f++){f&&(s===1&&d(),d(f));for(var m=0;m<n[f].length;m++)o=n[f][m],s===1?o==="<"?(d(),u=[u],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(d(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[f][m+1]===">")?(d(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),s=2):i+=o),s===3&&i==="!--"&&(s=4,u=u[0])}return d(),u})(e)),t),arguments,[])).length>1?t:t[0]}var a=mr.bind(Tt);var _r="Europe/London",jn=e=>new Intl.DateTimeFormat("en-GB",{timeZone:_r,...e}),vr=jn({day:"numeric",month:"long",year:"numeric"}),da=jn({month:"short",year:"numeric"}),pr=jn({hour:"2-digit",minute:"2-digit"}),jt=new Intl.DateTimeFormat("sv-SE",{timeZone:_r}),ma=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),pa=864e5,se=(e=new Date)=>jt.format(e),K=e=>vr.format(new Date(e)),$r=e=>da.format(new Date(`${e}-01`));function ye(e,t=new Date){let n=new Date(e);return jt.format(n)===jt.format(t)?pr.format(n):`${vr.format(n)}, ${pr.format(n)}`}var j=e=>ma.format(e),ne=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function yr(e,t=new Date){let n=Math.round((hr(t)-hr(new Date(e)))/pa);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var hr=e=>Date.parse(jt.format(e)),Lt=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function ie({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${ye(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function J({reading:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var Ln="([A-Za-z0-9_-]{1,64})",Bn=new RegExp(`^${Ln}$`),ha={"/":"jobs","/jobs":"jobs",[`/jobs/${Ln}`]:"job",[`/jobs/${Ln}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},_a=Object.entries(ha).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Bt(e){for(let[t,n]of _a){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var T=W(Rn());function Rn(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Bt(location.pathname)??Bt("/"),path:location.pathname,account:Bn.test(n)&&Bn.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0,link:e&&history.state?.link||null}}function w(e,t={},n=T.value.account){let[o,r]=n?.split("/")??[],s=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return s?`${e}?${s}`:e}function gr(e){T.value.account||le(w(T.value.path,Object.fromEntries(T.value.query),e),{replace:!0})}function le(e,{replace:t=!1,link:n=null}={}){if(t)history.replaceState(null,"",e);else{let o=n&&{href:n.getAttribute("href"),top:n.getBoundingClientRect().top};history.replaceState({y:scrollY,link:o},""),history.pushState(null,"",e)}T.value=Rn()}function br(){let{y:e,link:t}=T.value;scrollTo(0,e);let n=t&&[...document.links].find(r=>r.getAttribute("href")===t.href);if(!n)return;let o=()=>scrollBy(0,n.getBoundingClientRect().top-t.top);o(),requestAnimationFrame(()=>requestAnimationFrame(o))}function wr(){history.scrollRestoration="manual",addEventListener("popstate",()=>{T.value=Rn(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Bt(t.pathname)||(e.preventDefault(),le(t.href,{replace:t.href===location.href,link:t}))})}var $a={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},h=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${$a[e]} /></svg>
`;var ya="Contractor Portal",Sr=!0;function S({title:e,back:t,keepsFocus:n=!1,children:o}){let r=G(null);return Me(()=>{Sr||(n||r.current.focus({preventScroll:!0}),br()),Sr=!1},[]),Me(()=>{document.title=`${e} – ${ya}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${w(t.path)}><${h} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var xr="application/json",Or=()=>{};function Ar(e){Or=e}async function z(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let i=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!i&&c.set("Content-Type",xr);try{let u=await fetch(`/api/${e}`,{method:t,headers:c,body:i||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),d=u.headers.get("Content-Type")?.startsWith(xr)??!1;if(!d&&u.status!==204&&u.status!==304)return kr();let f={status:u.status,body:d?await u.json():null,headers:u.headers,offline:!1};return u.status===401&&Or(),f}catch{return kr()}}var kr=()=>({status:0,body:null,headers:new Headers,offline:!0}),ga="The portal cannot be reached just now. Please check your connection and try again.",oe=({offline:e,body:t})=>e?ga:t?.error??"Something went wrong. Please try again in a minute.";var Wn=(e,t)=>t.some(n=>e instanceof n),Tr,Ir;function ba(){return Tr||(Tr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function wa(){return Ir||(Ir=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var Hn=new WeakMap,Un=new WeakMap,Rt=new WeakMap;function Sa(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(ge(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Rt.set(t,e),t}function xa(e){if(Hn.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});Hn.set(e,t)}var qn={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return Hn.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return ge(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function Mr(e){qn=e(qn)}function ka(e){return wa().includes(e)?function(...t){return e.apply(Vn(this),t),ge(this.request)}:function(...t){return ge(e.apply(Vn(this),t))}}function Oa(e){return typeof e=="function"?ka(e):(e instanceof IDBTransaction&&xa(e),Wn(e,ba())?new Proxy(e,qn):e)}function ge(e){if(e instanceof IDBRequest)return Sa(e);if(Un.has(e))return Un.get(e);let t=Oa(e);return Object.is(t,e)||(Un.set(e,t),Rt.set(t,e)),t}var Vn=e=>Rt.get(e);function Pr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=ge(i);return o&&i.addEventListener("upgradeneeded",u=>{o(ge(i.result),u.oldVersion,u.newVersion,ge(i.transaction),u)}),n&&i.addEventListener("blocked",u=>n(u.oldVersion,u.newVersion,u)),c.then(u=>{s&&u.addEventListener("close",()=>s()),r&&u.addEventListener("versionchange",d=>r(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function Cr(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),ge(n).then(()=>{})}var Aa=["get","getKey","getAll","getAllKeys","count"],Ta=["put","add","delete","clear"],Fn={};function Er(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(Fn[t])return Fn[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Ta.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||Aa.includes(n)))return;let s=async function(i,...c){let u=this.transaction(i,r?"readwrite":"readonly"),d=u.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),r&&u.done]))[0]};return Fn[t]=s}Mr(e=>({...e,get:(t,n,o)=>Er(t,n)||e.get(t,n,o),has:(t,n)=>!!Er(t,n)||e.has(t,n)}));var Ia=["advance","continue","continuePrimaryKey"],Nr={},Yn=new WeakMap,jr=new WeakMap,Ea={get(e,t){if(!Ia.includes(t))return e[t];let n=Nr[t];return n||(n=Nr[t]=function(...o){Yn.set(this,jr.get(this)[t](...o))}),n}};async function*Na(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Ea);for(jr.set(n,t),Rt.set(n,Vn(t));t;)yield n,t=await(Yn.get(n)||t.continue()),Yn.delete(n)}function Dr(e,t){return t===Symbol.asyncIterator&&Wn(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&Wn(e,[IDBIndex,IDBObjectStore])}Mr(e=>({...e,get(t,n,o){return Dr(t,n)?Na:e.get(t,n,o)},has(t,n){return Dr(t,n)||e.has(t,n)}}));var Da=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})}],Ma={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},we=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=Ma[t]}},Br=["InvalidStateError","UnknownError"],Pa="portal:",be=new Map,Ut=new Set,Z=({agency:e,contractorId:t,email:n})=>`${Pa}${e}/${t} ${n}`;function Ca(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function Rr(){return(indexedDB.databases?await Ft(()=>indexedDB.databases()):[...be.keys()].map(t=>({name:t}))).map(({name:t})=>Ca(t)).filter(Boolean)}var Gn=e=>Ut.delete(e);async function Lr(e,t=Da){if(Ut.has(e))throw new we("gone");if(!be.has(e)){let n=ja(e,t);be.set(e,n),n.catch(()=>be.delete(e))}return be.get(e)}var ja=(e,t)=>Ft(()=>Pr(e,t.length,{upgrade(n,o,r,s){s.done.catch(()=>{});for(let i of t.slice(o))i(n,s)},blocking(n,o){o===null&&Ut.add(e),Kn(e)},terminated:()=>be.delete(e)}));async function Kn(e){let t=be.get(e);be.delete(e),(await t?.catch(()=>null))?.close()}async function Ur(e){Ut.add(e),await Kn(e),await Ft(()=>Cr(e))}var Y=(e,t,n)=>Ft(async()=>{try{return await t(await Lr(e,n))}catch(o){if(!Br.includes((o.cause??o).name))throw o;return await Kn(e),t(await Lr(e,n))}});async function Ft(e){try{return await e()}catch(t){throw t instanceof we?t:new we(La(t),t)}}function La(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":["SecurityError",...Br].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?"closed":"broken"}var Ba={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},Ra=144*36e5,Hr=2e3,Ua=3e5,qr=6e4,Fa=6e5,Wa=24*36e5,Ha=1e4,qa=/^document: /,Va=[400,404,405,413,415,422],Vr="It may have arrived. It is sent again by itself, and cannot arrive twice.",Ya="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Ga="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",Ce=({state:e})=>Ba[e],Ht=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],D=({state:e})=>e!=="done",ct=e=>Math.max(0,...e.map(({state:t,doneAt:n})=>t==="done"?n:0)),Se=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Yr=(e,t)=>Se(e)?{heldUntil:t+Fa}:void 0,ut=({state:e})=>!["sending","checking"].includes(e),zn=({state:e,sentAt:t})=>e==="waiting"&&t!==null,Gr=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...qt({content:o,document:r})}),qt=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...Ka}),Ka={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,submissionId:null,asks:null,result:null};function Kr(e,t){return Jr(e).filter(n=>Jn(n)<=t||Jn(n)>t+Wa).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function Zn(e){let t=Jr(e).map(Jn);return t.length?Math.min(...t):null}var Jn=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Jr(e){let t=new Set;return e.filter(n=>{if(n.state==="checking")return!0;if(!["waiting","sending"].includes(n.state))return!1;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function zr(e,t){return e.sentAt!==null&&t-e.sentAt>Ra?He(Ga):{state:"sending",sentAt:e.sentAt??t,sentence:null}}var Zr=()=>({state:"waiting",sentence:Vr,nextAt:0});function Xr(e,t,n,o=Math.random){let{status:r,body:s,headers:i,offline:c}=t,u={sentAt:e.sentAt??n},d=s?.error?.replace(qa,"")??null;if(c)return Wt(e,null,n,o,{...u,sentence:Vr},qr);let f=i.get("Submission-State"),m=i.get("Retry-After");return r===200||r===201?es(e,s,n):r===202?Fr(s.submissionId,s.message,n):f==="rejected"?He(d):r===409&&m?Wt(e,m,n,o,{...u,sentence:d},Ha):i.get("Location")?Fr(i.get("Location").split("/").at(-1),d,n):f==="not-sent"?Wt(e,m,n,o,{sentAt:null,sentence:d}):r===409?He(d,e.kind==="invoice"?"duplicate":null):Va.includes(r)?He(d):Wt(e,m,n,o,{...r>=500?u:{sentAt:e.sentAt},sentence:d})}function Qr(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?He(Ya):o||t!==200?Wr(e,e.sentence,r,s):n.state==="confirmed"?es(e,n.result,r):["rejected","expired","abandoned"].includes(n.state)?He(n.message):Wr(e,n.message,r,s)}var es=({kind:e,document:t},n,o)=>({state:"done",doneAt:o,sentence:null,result:e==="completion"?null:n,document:t&&{name:t.name,size:t.size}}),He=(e,t=null)=>({state:"refused",sentence:e,asks:t,sentAt:null}),Fr=(e,t,n)=>({state:"checking",submissionId:e,sentence:t,tries:0,nextAt:n+Hr});function Wt(e,t,n,o,r,s=Ua){let i=Math.max(Number(t)*1e3||0,Vt(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function Wr(e,t,n,o){return{sentence:t,tries:e.tries+1,nextAt:n+Vt(e.tries,qr,o)}}var Vt=(e,t,n=Math.random)=>Math.min(t,Hr*2**Math.min(e,20))*(.5+n()/2);var ns="portal-outbox",ts={durability:"strict"},qe=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},je=class{constructor(t){this.owner=t,this.name=Z(t)}all(){return Y(this.name,t=>t.getAll("outbox"))}async add(t){let n=await Y(this.name,async o=>{let{store:r,done:s}=o.transaction("outbox","readwrite",ts),[i]=await Promise.all([r.add(t),s]);return{...t,id:i}});return Yt(this.name),n}async change(t,n){let o=await Y(this.name,async r=>{let{store:s,done:i}=r.transaction("outbox","readwrite",ts),c=await s.get(t),u=c&&n(c);return u?await Promise.all([s.put({...c,...u}),i]):u===null?await Promise.all([s.delete(t),i]):await i,u===void 0?void 0:u&&{...c,...u}});if(o===void 0)throw new qe;return Yt(this.name),o}tidy(){return Y(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!D(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},Ve=class{#e=[];#t=0;constructor(t){this.owner=t,this.name=Z(t)}async all(){return[...this.#e]}async add(t){let n={...t,id:++this.#t};return this.#e.push(n),Yt(this.name),n}async change(t,n){let o=this.#e.findIndex(i=>i.id===t),r=o<0?void 0:n(this.#e[o]);if(r===void 0)throw new qe;let s=r&&{...this.#e[o],...r};return this.#e.splice(o,1,...s?[s]:[]),Yt(this.name),s}};function Yt(e){let t=new BroadcastChannel(ns);t.postMessage(e),t.close()}function os(e){let t=new BroadcastChannel(ns);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function lt(e){try{let t=new Blob([await e.arrayBuffer()],{type:"application/pdf"});return{name:e.name??"invoice.pdf",size:t.size,blob:t}}catch(t){throw Object.assign(new we("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}async function rs(e){let{method:t,path:n}=Ja(e),o={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(o["X-Allow-Duplicate"]="true"),{method:t,path:n,headers:o,body:e.document?await za(e):e.content,timeoutMs:e.document?3e5:6e4}}function Ja({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}async function za({content:e,document:t}){let n=new FormData;for(let[r,s]of Object.entries(e))s!=null&&n.append(r,String(s));let o=await t.blob.arrayBuffer();return n.append("document",new Blob([o],{type:"application/pdf"}),t.name),n}var ss="portal-session",Za=5e3,Xa={state:"refused",sentAt:null,sentence:"Its PDF cannot be read on this phone any more. Please attach it again."};async function Le(e=null){return(await Rr()).filter(t=>e===null||t.email===e).map(t=>new je(t))}function Xn(e){return navigator.locks.request(`portal-outbox:${e.name}`,async()=>{for(await Qa(e);;){let[t]=Kr(await e.all(),Date.now());if(!t)return{hold:null,next:Zn(await e.all())};let n=await ec(e.owner,()=>tc(e,t));if(n)return{hold:n,next:null}}})}async function Gt(e){let t=!1,n=()=>(t=!0,e());try{return await navigator.locks.request(ss,{signal:AbortSignal.timeout(Za)},n)}catch(o){if(t)throw o;return e()}}async function Qa(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,Zr)}function ec(e,t){return navigator.locks.request(ss,{mode:"shared"},async()=>await is(e)??t())}async function is({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await z("session");return s||o>=500?"offline":o!==200?"signed-out":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function tc(e,t){try{return await(t.state==="checking"?oc(e,t):nc(e,t))}catch(n){if(n instanceof qe)return null;throw n}}async function nc(e,t){let n=c=>c.state==="waiting"&&c.key===t.key&&c.heldUntil===t.heldUntil,o=await e.change(t.id,c=>n(c)?zr(c,Date.now()):void 0);if(o.state!=="sending")return null;let r=await rs(o).catch(()=>null);if(r===null)return void await e.change(t.id,()=>Xa);let s=await z(r.path,{...r,account:cs(e)}),i=await as(e,s);return await e.change(t.id,()=>i?{state:"waiting",sentAt:t.sentAt}:Xr(t,s,Date.now())),i??(s.offline?"offline":null)}async function oc(e,t){let n=await z(`contractor/submissions/${t.submissionId}`,{account:cs(e)}),o=await as(e,n);return o||await e.change(t.id,()=>Qr(t,n,Date.now())),o??(n.offline?"offline":null)}async function as(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?is(e.owner):null}var cs=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var rc="outbox";async function Kt(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(rc).catch(()=>{})}var Qn=e=>`outbox ${e}`;function Jt(e,t){try{t?localStorage.setItem(Qn(e),String(t)):localStorage.removeItem(Qn(e))}catch{}}function us(e){try{return Number(localStorage.getItem(Qn(e))??0)}catch{return 0}}var ls=e=>Jt(e,0);var M=W(null),fe=W(null),ft=W([]),ae=W(null),ic=6e4,ac=168*36e5,cc="This device has no room left, so nothing can be sent from it. Please free some space.",L=null,oo=0,eo=0,to=!1,zt=null,no=!1;async function ro(e){if(L?.name===Z(e))return;so(),Gn(Z(e));let t=new je(e);L=t;try{let n=(await t.all()).length?0:us(t.name);for(let o of(await Le()).filter(r=>r.owner.email!==e.email))await o.tidy(),Jt(o.name,await co(o));await uc(t),L===t&&(ae.value=n?fc(n):null)}catch(n){if(L!==t)return;ae.value=uo(n),n.reason==="closed"&&(L=new Ve(e))}await Xt(),M.value?.some(D)&&Kt(),xe()}async function ds(e){so(),(e?await Le(e.email).catch(()=>[]):[]).some(({name:n})=>n===Z(e))&&!L&&await ro(e)}function so(){clearTimeout(oo),L=null,M.value=null,fe.value=null,ft.value=[],ae.value=null}async function Ye({document:e,...t}){let n=Gr({...t,document:e?await lt(e):null},Date.now()),o=await L.add(n);return await Xt(),navigator.storage?.persist?.(),Kt(),xe(),o}async function Zt(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}};return o!==void 0&&(r.document=o&&await lt(o)),dt(e,s=>Se(s)?qt(r):void 0)}var ms=e=>dt(e,t=>Yr(t,Date.now())),ps=e=>dt(e,({heldUntil:t})=>t?{heldUntil:0}:void 0);function io(e,{duplicate:t=!1}={}){return dt(e,n=>n.state==="refused"?qt({duplicate:t}):void 0)}var hs=e=>dt(e,t=>ut(t)?null:void 0),ke=e=>(M.value??[]).filter(t=>t.jobId===e);async function xe(){clearTimeout(oo),zt?no=!0:(zt=lc(),await zt.finally(()=>zt=null),no&&(no=!1,await xe()))}async function ao(){let e=L;for(let{id:t,nextAt:n}of M.value??[])n&&await e.change(t,()=>({nextAt:0})).catch(()=>{});await xe()}async function _s(e){let t=L instanceof Ve?[L]:await Le(e);return(await Promise.all(t.map(co))).reduce((o,r)=>o+r,0)}var co=async e=>(await e.all()).filter(D).length;async function vs(e){let t=!(L instanceof Ve);L?.owner.email===e&&so();for(let{name:n}of t?await Le(e):[])await Ur(n),ls(n)}async function uc(e){let t=Date.now()-ac;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function dt(e,t){let n=await L.change(e,t);return await Xt(),Kt(),xe(),n}async function Xt(){let e=L;try{let t=await e?.all()??null;if(L!==e)return;M.value=t,t&&Jt(e.name,t.filter(D).length)}catch(t){if(L!==e)return;ae.value=uo(t),M.value??=[]}}async function lc(){let e=L;if(e)try{let t=e instanceof je?(await Le(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await Xn(r));let o=await Promise.all(t.map(co));if(L!==e)return;fe.value=n[0].hold,ft.value=t.map(({owner:r},s)=>({...r,number:o[s]})).filter(({number:r})=>r),fs(n),to&&(ae.value=null),to=!1}catch(t){if(L!==e)return;ae.value=t.reason==="full"?cc:uo(t),to=!0,fs([{hold:"offline",next:null}])}}function uo(e){if(!e.sentence)throw e;return e.sentence}function fs(e){let t=e.some(({hold:o})=>o==="offline");eo=t?eo+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+Vt(eo,ic)),n.length&&(oo=setTimeout(xe,Math.max(Math.min(...n)-Date.now(),0)))}var fc=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function $s(){os(e=>{e===L?.name&&Xt()}),addEventListener("online",ao),addEventListener("offline",xe),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&xe()})}var lo="portal",fo=[e=>e.createObjectStore("session")],gs=e=>Y(lo,t=>t.put("session",e,"last"),fo);async function bs(){try{return await Y(lo,e=>e.get("session","last"),fo)??null}catch{return null}}var ws=()=>Y(lo,e=>e.delete("session","last"),fo);var k=W(void 0),Ge=W(null),q=({agency:e,contractorId:t})=>`${e}/${t}`,U=$e(()=>{if(!k.value)return null;let e=T.value.account??q(k.value.account);return k.value.accounts.find(t=>q(t)===e)??null}),de=$e(()=>{let[e,t]=[k.value,U.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),Ss=$e(()=>{let[e,t]=[k.value,T.value.account];if(!e||U.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),xs=new BroadcastChannel("portal:person");async function Ke(e){let t=JSON.stringify(e)!==JSON.stringify(k.value);t&&(k.value=e),await(e?gs(e):ws()).catch(()=>{}),t&&xs.postMessage(e)}async function Qt(){let e=await bs();if(k.value??=e??void 0,e||document.body.dataset.session){let t=await z("session");t.status===200&&await Ke(t.body)}k.value??=null}var en=e=>{let t=T.value.account?.split("/")[0];return z("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function ks(e,t){let n=await Gt(()=>z("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ge.value=null,await Ke(n.body)),n}async function Os(e){Ke({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await z("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await Ke(o.body)}async function As(){let{email:e}=k.value,t=await Gt(()=>z("session",{method:"DELETE"}));return t.status===204&&(await Ke(null),sessionStorage.clear(),await vs(e)),t}function Ts(){Ar(()=>{Ge.value=k.value?.email??Ge.value,Ke(null)}),xs.onmessage=({data:e})=>{k.value=e}}var Is=300;async function Es(e,t,n,o=null){try{await Y(Z(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>Is&&await mc(s),await i})}catch{}}async function Ns(e,t){try{return await Y(Z(e),n=>n.get("answers",t))??null}catch{return null}}async function mc(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-Is).map(({path:n})=>e.delete(n)))}var pc=5e3,hc=30,Ds={body:null,asOf:null,isOld:!1,busy:!0,problem:null,status:0},_c=W({...Ds,busy:!1}),mt=new Map;function A(e){let t=de.value,n=e?Cs(t,e):_c;return E(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&mo(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[s,i]of r)s.addEventListener(i,o);return()=>{for(let[s,i]of r)s.removeEventListener(i,o)}},[n]),n}async function tn(e,t){let n=de.value,o=n&&mt.get(Ps(n,e));await o?.running,!(!o||o.begunAt>t)&&(o.readAt=0,mo(n,e))}var Ms=()=>mt.clear(),Ps=(e,t)=>`${e.email} ${q(e)} ${t}`;function Cs(e,t){let n=Ps(e,t);if(!mt.has(n)){let o=W(Ds);mt.set(n,Object.assign(o,{etag:null,begunAt:0,readAt:0,running:null}))}return mt.get(n)}function mo(e,t){let n=Cs(e,t);navigator.onLine&&Date.now()-n.readAt<pc||(n.running??=vc(e,t,n).finally(()=>{n.running=null}))}async function vc(e,t,n){let o=f=>{n.value={...n.value,...f}};if(!n.value.body){let f=await Ns(e,t);f&&(n.etag=f.etag??null,o({body:f.body,asOf:f.body.asOf??new Date(f.readAt).toISOString(),isOld:!0}))}o({busy:!0}),n.begunAt=Date.now();let r=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},s=await z(`contractor/${t}`,{account:q(e),headers:r}),{status:i,body:c,offline:u}=s,d={asOf:$c(s.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:i};if((i===200||i===304)&&(n.readAt=Date.now()),i===200)n.etag=s.headers.get("ETag"),Es(e,t,c,n.etag),o({...d,body:c});else if(i===304)o(d);else if(i===409)Qt(),o({busy:!1,problem:oe(s),status:i});else if(i===404)o({body:null,busy:!1,problem:oe(s),status:i});else{let f=Number(s.headers.get("Retry-After"));!u&&f&&setTimeout(()=>mo(e,t),Math.min(f,hc)*1e3),o({isOld:!!n.value.body,busy:!!(!u&&f),problem:oe(s),status:i})}}var $c=e=>e?new Date(e).toISOString():null;function nn(){let e=U.value&&q(U.value);return a`
    <ul class="rows">
      ${k.value.accounts.map(t=>{let n=q(t);return a`
          <li key=${n} class="row">
            <a href=${w("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>Os(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${h} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function on(){let[e,t,n]=[g(null),g(0),g(!1)],o=async()=>{n.value=!0;let s=await As();if(n.value=!1,s.status!==204){e.value=`${oe(s)} Nothing on this device was deleted.`;return}Ms(),le("/",{replace:!0})},r=async()=>{e.value=null;try{t.value=await _s(k.value.email)}catch(s){if(!s.sentence)throw s;e.value=s.sentence;return}t.value||await o()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${yc} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${r}>
          <${h} name="leave" />Sign out
        </button>`}
  `}function yc({number:e,onSure:t,onStay:n}){let o=G(null);Me(()=>o.current.focus(),[]);let[r,s,i]=[ne(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${r} on this device ${s} not with the agency yet.</b> Signing out deletes ${i} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${i} and sign out</button>
      </div>
    </div>
  `}var gc=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function js(){let e=A("account"),t=e.value.body,{agencyName:n,displayName:o}=U.value;return a`
    <${S} title="Account">
      ${k.value.accounts.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${nn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${bc} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${J} reading=${e.value} />`}
        <${ie} reading=${e.value} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${k.value.email}</b></p>
        <${on} />
      </section>
    <//>
  `}function bc({record:e}){let{agency:t}=e,n=[...gc.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return a`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>a`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var Ls=0;function H(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Ls),Ls=setTimeout(()=>{t.textContent=e},400)}var wc=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),me=e=>e.trim().replaceAll("	"," ");function pt(e,t,{inForm:n=!1}={}){let o=n?me(e).replace(/\r\n|\r|\n/g,`\r
`):me(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:wc.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var ht=4e3,rn=e=>e?pt(e,ht):"Please write something first.";function sn(e){E(()=>{if(e!==null)return ms(e).catch(Bs),()=>ps(e).catch(Bs)},[e])}var Bs=()=>{};function Rs({item:e,done:t}){let[n,[o,r]]=[er(),ot(null)];return sn(e.id),a`
    <form onSubmit=${async i=>{i.preventDefault();let c=me(i.target.elements.note.value),u=rn(c);if(r(u),!u)try{await Zt(e.id,{content:{note:c}}),t()}catch(d){if(!d.sentence)throw d;r(d.sentence)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${ht} required dir="auto" ref=${Sc}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var Sc=e=>e?.focus();var xc={waiting:"clock",sending:"send",checking:"search",done:"done",refused:"emergency"};function Oe({item:e}){let t=e.state==="refused"&&e.sentence?`, because: ${e.sentence}`:"";return a`
    <span class=${`state is-${e.state}`}>
      <${h} name=${xc[e.state]} /><span dir="auto">${Ce(e)}${t}</span>
    </span>
  `}var kc={offline:"No connection to the portal. What waits is kept on this phone, and sent by itself once there is one.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Us(){let e=(M.value??[]).filter(t=>!D(t)).reverse();return a`
    <${S} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${po}>
        <p class="reach"><${h} name="done" />Nothing waits: your agency has everything you sent from here.</p>
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Fs} of=${e} />
        </section>
      `}
    <//>
  `}function po({children:e}){let t=(M.value??[]).filter(D);return t.length?a`
    ${fe.value&&t.some(({state:n})=>n!=="refused")&&a`<p class="notice" role="status">${kc[fe.value]}</p>`}
    <h2 class="visually-hidden">Not with the agency yet</h2>
    <${Fs} of=${t} />
    ${t.some(({state:n})=>n==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${ao}>Try now</button>`}
  `:e}var Fs=({of:e})=>a`<ol class="cards">${e.map(t=>a`<${ho} key=${t.id} item=${t} />`)}</ol>`;function ho({item:e}){let[t,n]=ot(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${Ht(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${Rs} item=${e} done=${o} />`:a`<${Oc} item=${e} />`}
      <p class="about">
        <${Oe} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${ye(e.addedAt)}</time>
      </p>
      ${e.state!=="refused"&&e.sentence&&a`<p class="hint" dir="auto">${e.sentence}</p>`}
      ${t==="remove"&&a`<${Ic} item=${e} stop=${o} />`}
      ${!t&&a`<${Ac} item=${e} setDoing=${n} />`}
    </li>
  `}function Oc({item:{kind:e,content:t,document:n,jobId:o}}){return a`
    ${e==="note"&&a`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${j(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&a`<p class="reach"><${h} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&a`<a class="reach" href=${w(`/jobs/${o}`)}><${h} name="jobs" />Look at the job</a>`}
  `}function Ac({item:e,setDoing:t}){let n=e.asks==="duplicate",[o,r]=[U.value&&Se(e)&&e.kind!=="completion",ut(e)&&D(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>io(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${Tc} item=${e} onNote=${()=>t("edit")} />`}
      ${e.state==="refused"&&!n&&a`<button type="button" class="btn btn-secondary" onClick=${()=>io(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function Tc({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s={...o.statementId&&{statement:o.statementId},change:e},i=w(n?`/jobs/${n}/invoice`:"/invoice",s);return a`<a class="btn btn-secondary" href=${i}>Change</a>`}function Ic({item:e,stop:t}){let n=zn(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=ot(null),s=async()=>{try{await hs(e.id),document.querySelector("h1").focus(),H("Deleted.")}catch(i){if(!i.sentence)throw i;r(i.sentence)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${Ec} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var Ec=e=>e?.focus();var Ws=()=>a`
  <${S} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${T.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value.email}</b>. Nothing was changed.
    </p>
    <${po}>${null}<//>
    <h2>Your accounts</h2>
    <${nn} />
    <h2>Signed in with another address?</h2>
    <${on} />
  <//>
`;var Nc="https://www.google.com/maps/search/?api=1&query=",Dc=/[\p{L}/,;&#|]|(?=\+)/u,Mc=5,Pc=/^(\+|00)(\d{1,3})\(0\)/;function Cc(e){return e.split(Dc).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(Pc,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Mc)??""}function _t({phone:e,who:t}){if(!e)return null;let n=Cc(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${h} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function an({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${h} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Hs({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${Nc+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${h} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function qs(){let e=A("contacts"),t=e.value.body?.contacts;return a`
    <${S} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${jc} key=${n.contactId} ...${n} />`)}</ul>`:a`<${J} reading=${e.value} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${ie} reading=${e.value} />
    <//>
  `}function jc({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${_t} phone=${s} who=${i} /><${_t} phone=${r} who=${i} /><${an} email=${o} who=${i} />
    </li>
  `}var Lc=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function _o({children:e}){let t=A("agency").value.body;Fc(t?.accent);let{agencyName:n,displayName:o}=U.value,r=Lc.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${Wc}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${k.value.accounts.length>1&&a`<a class="switch" href=${w("/account")}><${h} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(s=>a`<${Bc} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${Rc} />
    ${e}
  `}function Bc({path:e,name:t,icon:n,screens:o}){let r=o.includes(T.value.screen);return a`<a href=${w(e)} aria-current=${r?"page":null}><${h} name=${n} />${t}</a>`}function Rc(){let e=(M.value??[]).filter(D),[t,n]=[e.filter(Vs).length,e.filter(r=>!Vs(r)).length],o=fe.value==="offline";return!e.length&&!ft.value.length&&!ae.value?null:a`
    <aside class="strip" aria-label="Not sent yet">
      ${ae.value&&a`<p role="alert">${ae.value}</p>`}
      ${t>0&&a`<a href=${w("/outbox")}>
        <${h} name="emergency" />
        ${ne(t,"thing")} ${t===1?"was":"were"} refused, and ${t===1?"needs":"need"} you<${h} name="open" />
      </a>`}
      ${n>0&&a`<a href=${w("/outbox")}>
        <${h} name=${o?"offline":"send"} />
        ${ne(n,"thing")} ${n===1?"is":"are"} not with the agency yet<${h} name="open" />
      </a>`}
      ${ft.value.map(r=>a`<${Uc} key=${q(r)} there=${r} />`)}
    </aside>
  `}var Vs=({state:e})=>e==="refused";function Uc({there:e}){let{agencyName:t="an account that is no longer yours"}=k.value.accounts.find(r=>q(r)===q(e))??{},[n,o]=[ne(e.number,"thing"),e.number===1?"is":"are"];return a`
    <a href=${w("/outbox",{},q(e))}>
      <${h} name="send" />${n} for ${t} ${o} not there yet<${h} name="open" />
    </a>
  `}function Fc(e){E(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function Wc(e){e.preventDefault(),document.querySelector("h1").focus()}var Be=({priority:e})=>e?.trim().toLowerCase()==="emergency",cn=e=>(e??"").trim().toLowerCase();function un({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(cn).includes(cn(t))?"cancelled":"open"}var Ys=e=>ke(e).filter(t=>t.kind==="completion"&&D(t)).at(-1)??null,Q=({title:e,reference:t,jobId:n})=>e||t||n;function Gs(e){let t=cn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>Hc(n).includes(o))}var vo=new WeakMap;function Hc(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode];return vo.has(e)||vo.set(e,cn(s.filter(Boolean).join(`
`))),vo.get(e)}var Ks=e=>[...e.filter(Be),...e.filter(t=>!Be(t))];function ln(e){let[t,n]=[A(`jobs/${e}`).value,A("jobs").value];if(t.body)return{job:t.body,reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o??null,reading:o?n:t}}var Js=({item:e,back:t})=>a`
  <${S} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${ho} item=${e} /></ol>
    ${D(e)&&e.state!=="refused"&&a`<p class="hint">You can go on, or close the portal: it is kept, and sent by itself.</p>`}
    <a class="reach" href=${w("/money",{show:"invoices"})}><${h} name="invoice" />All your invoices</a>
  <//>
`;var Je=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,ze=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Ze=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function zs({name:e,required:t,problem:n,value:o,...r}){let s=A("statements/pending"),i=s.value.body?.statements??[],c=!o||i.some(({statementId:u})=>u===o);return a`
    <div class="field">
      <${Je} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Ze({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(u=>a`<option key=${u.statementId} value=${u.statementId}>${$o(u)}</option>`)}
      </select>
      <${ze} name=${e}>${n??(s.value.body?null:s.value.problem)}<//>
    </div>
  `}var $o=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[j(s??r??0),n??t??e,o&&K(o)].filter(Boolean).join(", ");async function Zs(e,t){try{return(await Y(Z(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function Xs(e,t,n){try{await Y(Z(e),o=>n===null?o.delete("drafts",t):o.put("drafts",{name:t,content:n}))}catch{}}function vt(e){let t=g(void 0),n=de.value;return E(()=>{Zs(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,Xs(n,e,r))]}var Qs=1e6,ei={description:2e3,invoiceNumber:50},qc=6,Vc=864e5,Yc=10*1024*1024,ti="%PDF-",Gc=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Kc=/\.\d\d\d*[1-9]/,Jc=["amount","description","invoiceDate"];function $t(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[...Jc,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function fn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function yo(e=new Date){let[t,...n]=se(e).split("-");return{oldest:[t-qc,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(se(e))+Vc).toISOString().slice(0,10)}}function pe(e){let t=e.trim().replace(/^£\s*/,"");return Gc.test(t)?Number(t.replaceAll(",","")):NaN}var ri=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),zc={amount:e=>oi(e,"The amount")??(pe(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>oi(e,"VAT")??(pe(e)>pe(t)?"VAT cannot be more than the amount.":null),description:(e,t,n)=>pt(e,ei.description,{inForm:!!n}),invoiceNumber:e=>pt(e,ei.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=yo();return e>n?`The date can be tomorrow at the latest, ${K(n)}.`:e<t?`The date can be six years ago at most, ${K(t)}.`:null},statementId:()=>null},ni={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function oi(e,t){let n=pe(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:Kc.test(e.trim())?`${t} can have no more than two decimals.`:n>Qs?`${t} can be ${j(Qs)} at most.`:null}function dn(e,t,n,o){let r={};for(let[s,i]of Object.entries(zc)){let c=e[s]??"",u=$t(s,n,o)?ni[s]:null,d=c.trim()===""?u:i(c,e,t);d&&(r[s]=d)}return!t&&$t("document",n,o)&&(r.document=ni.document),r}async function si(e){return e.size>Yc?"The PDF can have 10 MB at most.":await e.slice(0,ti.length).text()===ti?null:"This file is not a PDF. Please choose a PDF."}function ii(e,t){let n={jobId:t,statementId:e.statementId,amount:pe(e.amount),vat:e.vat.trim()&&pe(e.vat),description:me(e.description),invoiceDate:e.invoiceDate,invoiceNumber:me(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function ai({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var ci="This file cannot be read. Please choose it again.";function ui({required:e,problem:t,document:n,onChange:o}){let r=g(null),s=async({target:c})=>{let[u]=c.files;if(u&&(r.value=await si(u).catch(()=>ci),c.value="",!r.value))try{o(await lt(u)),H(`${u.name} is attached.`)}catch(d){r.value=d.sentence??ci}},i=r.value??t;return a`
    <div class="field">
      <${Je} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&a`<${Zc} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${Ze({name:"document",hint:!0,problem:i,required:e&&!n})} onChange=${s}
      />
      <${ze} name="document">${i}<//>
    </div>
  `}function Zc({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),H("The PDF is removed.")};return a`
    <p class="attached">
      <${h} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${Lt(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Xc={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function li({values:e,set:t,document:n,setDocument:o,agency:r,jobId:s,asked:i,onWhole:c}){let[u,d,f]=[g({}),g(i),g(null)],m=G(null),p=dn(e,n,r,s),l=_=>_==="vat"&&f.value==="amount"?null:d.value||u.value[_]&&e[_]||!ri(_,e[_]??"")?p[_]:null,v=()=>m.current.querySelector("[aria-invalid]")?.focus();E(()=>{i&&v()},[]);let b=_=>{_.preventDefault(),d.value=!0,Object.keys(p).length?setTimeout(v):c()},y=_=>({name:_,required:$t(_,r,s),problem:l(_),value:e[_],onInput:({target:$})=>t(_,$.value),onFocus:()=>f.value=_,onBlur:()=>{f.value=null,u.value={...u.value,[_]:!0}}});return a`
    <form ref=${m} class="form" onSubmit=${b} noValidate>
      <p class="hint">${U.value.agencyName} needs whatever is not marked as optional.</p>
      ${fn(r)&&a`<${zs} ...${y("statementId")} />`}
      ${Object.entries(Xc).map(([_,$])=>a`<${Qc} key=${_} ...${$} ...${y(_)} />`)}
      <${ui}
        required=${$t("document",r,s)} problem=${d.value?p.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function Qc({name:e,label:t,hint:n,rows:o,problem:r,required:s,value:i,type:c="text",...u}){let d=o?"textarea":"input",{oldest:f,latest:m}=c==="date"?yo():{};return a`
    <div class="field">
      <${Je} name=${e} required=${s}>${t}<//>
      ${n&&a`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${f} max=${m} autocomplete="off"
        value=${i} ...${Ze({name:e,hint:n,problem:r,required:s})} ...${u}
      />
      <${ze} name=${e}>${r}<//>
    </div>
  `}var di={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"}},go=({status:e})=>di[e]?.words??e;function bo(e,t){let n=t.filter(r=>r.kind==="invoice"&&(D(r)||!e.some(s=>fi(s,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed"].includes(r.status)&&n.some(({item:s})=>fi(r,s));return[...n,...e.filter(r=>!o(r))]}function fi(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function mn({jobId:e,agency:t}){let n=A(t?.offers.includes("invoices.list")?"invoices":null).value,o=bo(n.body?.invoices??[],M.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${wo} invoices=${o} />
    </section>
  `:null}var wo=({invoices:e,jobs:t={}})=>a`
  <ul class="rows">
    ${e.map((n,o)=>a`<${eu} key=${n.item?.id??n.invoiceId??`at ${o}`} invoice=${n} jobs=${t} />`)}
  </ul>
`;function eu({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:u}=e;return a`
    <li class="entry">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":j(n)}</b>
      </p>
      <p class="about">
        ${u?a`<${Oe} item=${u} />`:a`<${tu} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${K(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${t[c]&&a`<a class="reach" href=${w(`/jobs/${c}`)}><${h} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${u&&D(u)&&a`<a class="reach" href=${w("/outbox")}><${h} name="send" />Look at what waits here</a>`}
    </li>
  `}function tu({invoice:e}){let{icon:t="search",className:n=""}=di[e.status]??{};return a`<span class=${`state ${n}`}><${h} name=${t} />${go(e)}</span>`}function mi({about:e,address:t,values:n,document:o,failed:r,onSend:s,change:i,back:c}){let u=g(!1),d=async()=>{u.value=!0,await s(),u.value=!1},f=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",j(pe(n.amount))],["VAT in it",n.vat.trim()&&j(pe(n.vat))],["Date of the invoice",K(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${Lt(o.size)}`:"None"]];return a`
    <${S} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${f.filter(([,m])=>m).map(([m,p])=>a`<div key=${m}><dt>${m}</dt><dd dir="auto">${p}</dd></div>`)}
        </dl>
      </div>
      ${fe.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone, and be sent by itself.</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${u.value} onClick=${d}>
          <${h} name="send" />Send to ${U.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var nu=!1;function So({jobId:e,item:t,about:n,address:o,first:r,back:s}){let{query:i,path:c}=T.value,u=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[[d,f],[m,p]]=[vt(u),vt(`PDF of ${u}`)],[l,v]=[A("agency").value,g(null)],b=i.has("look");if(sn(t?.id??null),d.value===void 0||m.value===void 0||!l.body&&l.busy)return a`<${S} key="reading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let y=l.body&&ru(l.body,e);if(y)return a`<${S} key="none" title="Invoice" back=${s}><p class="notice">${y}</p><//>`;let _={...r,...t&&ai(t.content),...d.value},$=(m.value??t?.document)||null,N=!Object.keys(dn(_,$,l.body,e)).length,{statementId:O}=r,re=R=>w(c,{...O&&{statement:O},...t&&{change:t.id},...R}),Ae=()=>{let R=ii(_,e);return t?Zt(t.id,{content:R,...m.value!==null&&{document:pi($)}}):Ye({kind:"invoice",jobId:e,about:n,content:R,document:pi($)})},V=async()=>{v.value=null;try{let{id:R}=await Ae();H("Your invoice is on its way."),le(w(c,{sent:R}),{replace:!0}),f(null),p(null)}catch(R){v.value=R.sentence??"Your invoice could not be kept. Please try again."}};return b&&N?a`
      <${mi}
        about=${n} address=${o} values=${_} document=${$} failed=${v.value} onSend=${V}
        change=${re({})} back=${s}
      />
    `:a`
    <${S} key="write" title="Invoice" back=${s} keepsFocus=${b}>
      <${ou} about=${n} address=${o} />
      ${e&&a`<${mn} jobId=${e} agency=${l.body} />`}
      <${li}
        values=${_} set=${(R,bt)=>f({...d.value,[R]:bt})} document=${$}
        setDocument=${R=>p(R??nu)} agency=${l.body} jobId=${e} asked=${b}
        onWhole=${()=>le(re({look:"1"}))}
      />
    <//>
  `}function ou({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function ru({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var pi=e=>e&&new File([e.blob],e.name,{type:e.blob.type});var su={path:"/money",name:"Money"};function xo({id:e}){let{query:t}=T.value,n=Number(t.get("sent")??t.get("change")),o=(M.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:su;if(n&&M.value===null)return a`<${S} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Se(o)))return a`<${Js} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?iu:au} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function iu({id:e,statementId:t,...n}){let{job:o,reading:r}=ln(e);if(!o&&!n.item&&r.status===404)return a`<${hi} reading=${r} back=${n.back} />`;let s={..._i,statementId:t,invoiceDate:se()},i=o?.property?.address;return a`<${So} jobId=${e} about=${o?Q(o):e} address=${i} first=${s} ...${n} />`}function au({statementId:e,...t}){let n=A("statements/pending").value,o=n.body?.statements.find(s=>s.statementId===e);if(!o&&n.busy)return a`<${hi} reading=${n} back=${t.back} />`;let r={..._i,...o&&cu(o),statementId:e,invoiceDate:se()};return a`<${So} jobId=${null} about=${o?$o(o):""} first=${r} ...${t} />`}var hi=({reading:e,back:t})=>a`
  <${S} key="nothing" title="Invoice" back=${t}><${J} reading=${e} /><//>
`,_i={amount:"",vat:"",description:"",invoiceNumber:""},cu=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var Xe=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;function vi({job:e,standing:t}){let[n,o]=[g(null),g(!1)],r=Ys(e.jobId),s=async i=>{if(!o.value){o.value=!0,n.value=null;try{await Ye({kind:"completion",jobId:e.jobId,about:Q(e),content:{completed:i},document:null}),H(i?"The job is being marked complete.":"The job is being reopened.")}catch(c){n.value=c.sentence??"This could not be kept. Please try again."}o.value=!1}};return r?a`
      <p class="pending">
        <${h} name=${r.content.completed?"done":"reopen"} />
        ${r.content.completed?"Marked complete by you.":"Reopened by you."} <${Oe} item=${r} />
      </p>
    `:a`
    ${t==="open"&&a`<button class="btn btn-primary" type="button" onClick=${()=>s(!0)}><${h} name="done" />Mark complete</button>`}
    ${t==="completed"&&a`<button class="btn btn-secondary" type="button" onClick=${()=>s(!1)}><${h} name="reopen" />Reopen this job</button>`}
    ${n.value&&a`<p class="notice" role="alert">${n.value}</p>`}
  `}function $i({job:e,canAdd:t}){let n=U.value.displayName,o=ke(e.jobId).filter(s=>s.kind==="note"&&!uu(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:u},d)=>a`
            <li key=${s??`at ${d}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${u&&a`<time datetime=${u}>${ye(u)}</time>`}</p>
              <p class="says" dir="auto">${i}</p>
            </li>
          `)}
        ${o.map(s=>a`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Oe} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&a`<${lu} job=${e} />`}
    </section>
  `}var uu=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function lu({job:e}){let[t,n]=vt(`note on ${e.jobId}`),[o,r]=[g(null),g(!1)];return a`
    <form class="composer" onSubmit=${async i=>{if(i.preventDefault(),r.value)return;let c=me(t.value??"");if(o.value=rn(c),!o.value){r.value=!0;try{await Ye({kind:"note",jobId:e.jobId,about:Q(e),content:{note:c},document:null}),n(null),H("Your note was added.")}catch(u){o.value=u.sentence??"Your note could not be kept. Please try again."}r.value=!1}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${ht} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${i=>n(i.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${h} name="send" />Add note</button>
    </form>
  `}var yi={path:"/jobs",name:"Jobs"};function gi({id:e}){let{job:t,reading:n}=ln(e),o=A("agency").value.body,r=ct(ke(e));if(E(()=>{for(let i of r?[`jobs/${e}`,"jobs","invoices"]:[])tn(i,r)},[r]),!t)return a`<${S} title="Job" back=${yi}><${J} reading=${n} /><//>`;let s=o?.offers??[];return a`
    <${S} title=${Q(t)} back=${yi}>
      <${fu} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${du} job=${t} />
      </div>
      <div class="doing">
        ${s.includes("jobs.complete")&&a`<${vi} job=${t} standing=${un(t,o)} />`}
        ${s.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${w(`/jobs/${e}/invoice`)}><${h} name="invoice" />Send its invoice</a>`}
      </div>
      ${s.includes("invoices.submit")&&a`<${mn} jobId=${e} agency=${o} />`}
      <${$i} job=${t} canAdd=${s.includes("notes.add")} />
      <${ie} reading=${n} />
    <//>
  `}function fu({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${Be(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
      ${t&&a`<${Xe}>${t}<//>`}
      ${n&&!Be(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${ye(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${K(i)}</time></span>`}
    </p>
  `:null}function du({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Hs} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${_t} phone=${o} who=${n??"the tenant"} /><${an} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}function pn({onReach:e,left:t}){let n=G(null);return E(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var hn={open:"Open",completed:"Completed",cancelled:"Cancelled"},mu={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},yt=6,Oo=W({});function Ao(){let e=A("jobs"),t=A("agency").value.body,n=T.value.query.get("show")??"open";return a`
    <${S} title="Jobs">
      ${e.value.body?a`<${pu} jobs=${e.value.body.jobs} agency=${t} tab=${Object.hasOwn(hn,n)?n:"open"} />`:a`<${J} reading=${e.value} />`}
      <${ie} reading=${e.value} />
    <//>
  `}function pu({jobs:e,agency:t,tab:n}){let o=T.value.account,{text:r,made:s,found:i}=bi(o,n),c=ee(()=>Ks(e),[e]),u=ee(()=>vu(c,t),[c,t]),d=ee(()=>hu(u,p=>p.filter(Gs(r))),[u,r]),f=d[n].length,m=p=>{Oo.value={...bi(o,n),...p}};return E(()=>{r&&H(f?`${ne(f,"job")} found`:"No job found")},[r,n]),a`
    <form class="search" role="search" onSubmit=${p=>p.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${h} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${r} onInput=${p=>m({text:p.target.value,found:yt})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(hn).filter(([p])=>p!=="cancelled"||u.cancelled.length).map(([p,l])=>a`
            <a key=${p} href=${w("/jobs",{show:p})} aria-current=${p===n?"true":null}>
              ${l} <span class="number">${d[p].length}</span>
            </a>
          `)}
    </nav>
    ${!f&&a`<p class="notice">${r?`No job here has “${r}” in it.${_u(d)}`:mu[n]}</p>`}
    <${wi} key=${n} jobs=${u[n]} most=${s} isAway=${!!r} onMore=${()=>m({made:s+yt})} />
    ${r&&a`<${wi} jobs=${d[n]} most=${i} onMore=${()=>m({found:i+yt})} />`}
  `}function bi(e,t){let n=Oo.value.at===e?Oo.value:{text:""};return n.tab===t?n:{at:e,tab:t,text:n.text,made:yt,found:yt}}function wi({jobs:e,most:t,isAway:n=!1,onMore:o}){let r=e.length-t,s=ee(()=>a`<ul class=${n?"rows many is-away":"rows many"}>${e.slice(0,t).map($u)}</ul>`,[e,t,n,M.value]);return e.length>0&&a`${s}${r>0&&!n&&a`<${pn} onReach=${o} left=${r} />`}`}var hu=(e,t)=>Object.fromEntries(Object.entries(e).map(([n,o])=>[n,t(o)]));function _u(e){return Object.keys(hn).filter(n=>e[n].length).map(n=>` ${hn[n]}: ${e[n].length}.`).join("")}function vu(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[un(o,t)].push(o);return n}var ko=new WeakMap;function $u(e){let t=ke(e.jobId).filter(D).length;return ko.get(e)?.waiting!==t&&ko.set(e,{waiting:t,row:yu(e,t)}),ko.get(e).row}function yu(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <li key=${n} class="row">
      <a href=${w(`/jobs/${n}`)}>
        ${Be(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${Q(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${Xe}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${yr(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t>0&&a`<span class="unsent"><${h} name="send" />${ne(t,"thing")} to send</span>`}
        </span>
      </a>
    </li>
  `}var _n=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,xi=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function ki(e){let t=new Map;for(let{date:i,amount:c}of e){let u=i?.slice(0,7);u&&t.set(u,_n([t.get(u),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(To(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:_n(s.map(i=>t.get(i)))},...r]:r}function Oi(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,Si(t)],"Last month":[`${To(t)}-01`,Si(To(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function To(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function Si(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var Io="Other dates";function Ti({from:e,to:t,set:n}){let o=Oi(se()),r=Object.keys(o).find(u=>o[u].join()===[e,t].join()),s=g(!r),i=({target:u})=>{s.value=u.value===Io,s.value||n(...o[u.value])},c=e&&t&&e>t;return a`
    <form class="dates" onSubmit=${u=>u.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${s.value?Io:r} onChange=${i}>
          ${[...Object.keys(o),Io].map(u=>a`<option key=${u}>${u}</option>`)}
        </select>
      </div>
      ${s.value&&a`
        <${Ai} id="from" label="From" value=${e} isWrong=${c} onChange=${u=>n(u,t)} />
        <${Ai} id="to" label="To" value=${t} isWrong=${c} onChange=${u=>n(e,u)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Ai=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var gu=/^[=+\-@\t\r\n＝＋－＠]/u,bu=/[",\r\n]/;function Ii(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(wu).join(",")}\r
`).join("")}function wu(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=gu.test(e)?`'${e}`:e;return bu.test(t)?`"${t.replaceAll('"','""')}"`:t}function Ei(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Di({rows:e,caption:t}){let n=Math.max(...e.map(o=>o.month?o.amount:0),.01);return a`
    <div class="card">
      <table class="months">
        <caption>${t}</caption>
        <thead><tr><${Ni}>Month<//><${Ni}>Amount<//></tr></thead>
        <tbody>${e.map(o=>a`<${Su} key=${o.month} ...${o} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var Ni=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,Su=({month:e,amount:t,most:n})=>a`
  <tr>
    <th scope="row">${e?$r(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${xu} share=${t/n} />`}<b>${j(t)}</b></span></td>
  </tr>
`,xu=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;var Mi=({statements:e,jobs:t,agency:n,isPending:o})=>a`
  <ul class="rows">
    ${e.map(r=>a`
        <${ku}
          key=${r.statementId} statement=${r} job=${t[r.jobId]} isPending=${o}
          invoice=${o&&Au(r,n)}
        />
      `)}
  </ul>
`;function ku({statement:e,job:t,isPending:n,invoice:o}){let{reference:r,description:s,amount:i,status:c,jobId:u}=e,[d,f]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],m=c||n&&"Not paid yet";return a`
    <li class="entry">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":j(i)}</b>
      </p>
      <p class="about">
        ${m&&m!==f&&a`<${Xe}>${m}<//>`}
        ${d&&a`<span>${f} <time datetime=${d}>${K(d)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${Ou} statement=${e} />
      ${t&&a`<a class="reach" href=${w(`/jobs/${u}`)}><${h} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${h} name="invoice" />Send its invoice</a>`}
    </li>
  `}function Ou({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${j(e)} in all`,t&&`${j(t)} of it VAT`,n&&`less ${j(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function Au({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!fn(n)?null:n.invoice.link==="job_or_statement"?w("/invoice",{statement:e}):t&&w(`/jobs/${t}/invoice`,{statement:e})}var B=e=>t=>t[e],Pi=[["Statement",B("statementId")],["Date",B("date")],["Reference",B("reference")],["Description",B("description")],["Job",B("jobId")],["Net",B("net")],["VAT",B("vat")],["Gross",B("gross")],["Commission",B("commission")],["Amount",B("amount")],["Status",B("status")]],Tu=[["Invoice",B("invoiceId")],["Date",B("invoiceDate")],["Number",B("invoiceNumber")],["Description",B("description")],["Job",B("jobId")],["Statement",B("statementId")],["Amount",B("amount")],["VAT",B("vat")],["Status",e=>e.item?Ce(e.item):go(e)],["Sent",B("submittedAt")],["Document",({document:e})=>e?.name]],Re={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:Pi},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:Tu},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...Pi,["Paid",B("paidAt")]]}};function Eo(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=bo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var Ci=40;function ji({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,total:c,none:u,one:d,columns:f}=Re[e],m=g(Ci),p=A("jobs").value.body?.jobs,l=ee(()=>Object.fromEntries((p??[]).map(V=>[V.jobId,Q(V)])),[p]),v=xi(n,o),b=t.filter(V=>v(s(V))),y=_n(b.filter(i).map(V=>V.amount)),_=n||o;if(E(()=>{_&&H(b.length?`${ne(b.length,d)}, ${j(y)}`:"None for these dates")},[]),!b.length)return a`<p class="notice">${_?"There is none for these dates.":u}</p>`;let{agency:$,contractorId:N}=de.value,O=()=>Ei(`${$} ${N} ${e} ${se()}.csv`,Ii(f,b)),re=b.slice(0,m.value),Ae=b.length-re.length;return a`
    <p class="total"><span>${c}</span> <b>${j(y)}</b></p>
    ${e==="paid"&&a`<${Di} caption="Paid by month" rows=${ki(b.map(V=>({...V,date:s(V)})))} />`}
    ${e==="invoices"?a`<${wo} invoices=${re} jobs=${l} />`:a`<${Mi} statements=${re} jobs=${l} agency=${r} isPending=${e==="pending"} />`}
    ${Ae>0&&a`<${pn} onReach=${()=>m.value+=Ci} left=${Ae} />`}
    <button type="button" class="btn btn-secondary" onClick=${O}><${h} name="download" />Download as CSV</button>
  `}function Li(){let e=A("agency").value,t=e.body?.offers??[],n={};for(let[s,{path:i,needs:c}]of Object.entries(Re))n[s]=A(t.includes(c[0])?i:null).value;let o=ct(No().filter(({kind:s})=>s==="invoice"));E(()=>{o&&tn("invoices",o)},[o]);let r=Object.keys(Re).filter(s=>Re[s].needs.some(i=>t.includes(i)));return e.body?r.length?a`<${S} title="Money"><${Iu} tabs=${r} readings=${n} agency=${e.body} /><//>`:a`<${S} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${S} title="Money"><${J} reading=${e} /><//>`}var No=()=>M.value??[];function Iu({tabs:e,readings:t,agency:n}){let{query:o}=T.value,[r,s,i]=["from","to","show"].map(m=>o.get(m)??""),c=e.includes(i)?i:e[0],u=t[c],d=Eo(c,u,No()),f=(m,p,l)=>w("/money",{show:m,...p&&{from:p},...l&&{to:l}});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>a`
          <a key=${m} href=${f(m,r,s)} aria-current=${m===c?"true":null}>
            ${Re[m].title} <span class="number">${Eo(m,t[m],No())?.length}</span>
          </a>
        `)}
    </nav>
    <${Ti} key=${c} from=${r} to=${s} set=${(m,p)=>le(f(c,m,p),{replace:!0})} />
    ${d&&a`<${ji} key=${[c,r,s].join()} tab=${c} rows=${d} from=${r} to=${s} agency=${n} />`}
    ${!u.body&&a`<${J} reading=${u} />`}
    <${ie} reading=${u} />
  `}var gt=6,Eu=30,Ri=5,Nu=`A code can be tried ${Ri} times. Please send another one.`;function Ui({asked:e,onAsked:t,onOther:n,onDone:o}){let[r,s,i]=[g(null),g(!1),G(null)],c=G(0),u=Du(e.at);Me(()=>i.current.focus(),[]);let d=l=>{r.value=l,i.current.focus(),i.current.select()},f=async()=>{let l=Bi(i.current.value);if(l.length!==gt)return d(`The code has ${gt} digits.`);r.value=null,s.value=!0;let v=await ks(e.email,l);return s.value=!1,v.status===201?o():(v.status===401&&(c.current+=1),d(c.current<Ri?oe(v):Nu))},m=()=>{let l=Bi(i.current.value);l!==i.current.value&&(i.current.value=l),r.value=null,l.length===gt&&!s.value&&f()},p=async()=>{let l=await en(e.email);return l.status!==204?d(oe(l)):(H("Another code is on its way."),c.current=0,i.current.value="",i.current.focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${l=>(l.preventDefault(),f())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${gt} digits</label>
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
  `}var Bi=e=>e.replace(/\D/g,"").slice(0,gt);function Du(e){let t=()=>Math.max(0,Math.ceil(Eu-(Date.now()-e)/1e3)),n=g(t());return E(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var Fi="Please enter a whole e-mail address, such as name@example.com.";function Wi({first:e,onAsked:t}){let[n,o,r]=[g(null),g(!1),G(null)];return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:Fi,n.value){r.current.focus();return}o.value=!0;let u=await en(c);if(o.value=!1,u.status===204){t({email:c,at:Date.now()});return}n.value=u.status===400?Fi:oe(u),r.current.focus()}} noValidate>
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
  `}var vn="asked for a code",Mu=()=>JSON.parse(sessionStorage.getItem(vn)??"null"),Pu=6e5;function Hi(){let e=Mu(),t=g(e&&Date.now()-e.at<Pu?e:null),n=o=>{t.value=o,o?sessionStorage.setItem(vn,JSON.stringify(o)):sessionStorage.removeItem(vn)};return a`
    <div class="sign-in">
      <header class="portal"><span class="mark"><${h} name="mark" /></span>Contractor Portal</header>
      ${t.value?a`<${S} key="code" title="Enter your code" keepsFocus>
            <${Ui} asked=${t.value} onAsked=${n} onOther=${()=>n(null)} onDone=${()=>sessionStorage.removeItem(vn)} />
          <//>`:a`<${S} key="email" title="Sign in">
            ${Ge.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
            <${Wi} first=${Ge.value??""} onAsked=${n} />
          <//>`}
    </div>
  `}var Cu={jobs:Ao,job:gi,invoice:xo,statement:xo,money:Li,contacts:qs,account:js,outbox:Us};function qi(){if(k.value===void 0)return a`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(k.value===null)return a`<${Hi} />`;if(U.value===null)return a`<${Ws} />`;let{screen:e,id:t,path:n}=T.value,o=Cu[e]??Ao,r=q(U.value);return a`<${_o} key=${r}><${o} key=${n} id=${t} /></${_o}>`}var ju=["checking","done","refused"];function Vi(){let e=new Map;te(()=>{let t=M.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&ju.includes(n.state)&&H(`${Ht(n)}: ${Ce(n)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}var $n=null,Yi=[];function Gi(){document.addEventListener("focusin",({target:t})=>{$n=t,Yi=[...Uu(t)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(Bu).observe(document.getElementById("app"),e)}function Bu(){let e=![document.body,$n].includes(document.activeElement);!$n||e||Ru($n)||Fu(Yi.find(t=>t.isConnected)??document.querySelector("h1"))}var Ru=e=>e.isConnected&&!e.disabled&&!e.hidden;function*Uu(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function Fu(e){e&&(e.hasAttribute("tabindex")||(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0})),e.focus({preventScroll:!0}))}wr();Ts();$s();Vi();Gi();Qt();te(()=>{let e=de.value;e?(gr(q(e)),ro(e)):ds(Ss.value)});Ho(a`<${qi} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
