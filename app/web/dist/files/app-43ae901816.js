(()=>{var x,Mo,bn,_e,yn,kt,Po,St,jo,wn,gn,qi,tt=Symbol.for("pv"),Ot={},At=[],Vi=/^m(i|n|o|s|text|space)$/,Sn=Array.isArray,xn=At.slice,Ee=Object.assign;function Ie(e){e&&e.parentNode&&e.remove()}function Tt(e,t,n){var o,s,r,i={},c=arguments.length;for(r in t)r=="key"?o=t[r]:r=="ref"&&typeof e!="function"?s=t[r]:i[r]=t[r];return c>2&&(i.children=c>3?xn.call(arguments,2):n),et(e,i,o,s,null)}function et(e,t,n,o,s){var r={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:tt,__v:s||++Mo,__i:-1,__u:0};return!s&&x.vnode&&x.vnode(r),r}function Ne(e){return e.children}function Ue(e,t){this.props=e,this.context=t,this.__g=0}function ve(e,t){if(t==null)return e.__&&ve(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:ve(e)}function Yi(e){var t,n=e.__v,o=n.__e,s=[],r=[],i=e.__P;i&&((t=Ee({constructor:tt},n)).__v=n.__v+1,x.vnode&&x.vnode(t),kn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,s,o||ve(n),32&n.__u,r),t.__v=n.__v,t.__.__k[t.__i]=t,Fo(s,t,r),n.__=n.__e=null,t.__e!=o&&Co(t))}function Co(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),Co(e)}function No(e){(8&e.__g||(e.__g|=8,_e.push(e),kt++))&&yn==x.debounceRendering||((yn=x.debounceRendering)||queueMicrotask)(Lo)}function Lo(){try{for(var e,t=1;_e.length;)_e.length>t&&_e.sort(Po),e=_e.shift(),t=_e.length,8&e.__g&&Yi(e)}finally{(kt=_e.length)&&(yn||queueMicrotask)(Lo)}}function Bo(e,t,n,o,s,r,i,c,u,d,f){var m,p,l,v,b,y,_=o.__k||At,$=t.length;for(u=Gi(n,t,_,u,$),m=0;m<$;m++)(l=n.__k[m])!=null&&(p=~l.__i&&_[l.__i]||Ot,l.__i=m,y=kn(e,l,p,s,r,i,c,u,d,f),v=l.__e,(p.ref!=l.ref||8&p.__u)&&(p.ref&&On(p.ref,null,l,p),l.ref&&f.push(l.ref,l.__c||v,l)),b=b||v,4&l.__u?(u=Ro(l,u,e,!p.__v),p.__e&&(p.__e=null)):typeof l.type=="function"&&y!==void 0?u=y:v&&(u=v.nextSibling),l.__u&=-21);return n.__e=b,u}function Gi(e,t,n,o,s){var r,i,c,u,d,f,m,p,l,v=n.length,b=v,y=0,_=0,$=e.__k=Array(s);for(r=0;r<s;r++)(i=t[r])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=$[r]=et(null,i):Sn(i)?i=$[r]=et(Ne,{children:i}):i.constructor===tt&&i.__b?i=$[r]=et(i.type,i.props,i.key,i.ref,i.__v):$[r]=i,u=r+y,i.__=e,i.__b=e.__b+1,c=null,~(d=i.__i=Ki(i,n,u,b))&&(b--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,d==u-1?y--:d==u+1?y++:d!=u&&(d>u?y--:y++,_=1)):(~d||(s>v?y--:s<v&&y++),typeof i.type!="function"&&(i.__u|=4))):$[r]=null;if(_){for(f=[],m=[],r=0;r<s;r++)if((i=$[r])&&16&i.__u){for(y=0,p=f.length;y<p;)f[l=y+p>>1]<i.__i?y=l+1:p=l;f[y]=i.__i,m[r]=y+1}for(y=f.length;r--;)m[r]&&(m[r]==y?y--:$[r].__u|=4)}if(b)for(r=0;r<v;r++)!(c=n[r])||2&c.__u||(c.__e==o&&(o=ve(c)),An(c,c));return o}function Ro(e,t,n,o){var s,r,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(s=e.__k)for(r=0;r<s.length;r++)s[r]&&(s[r].__=e,t=Ro(s[r],t,n,!1));return t}for(t&&!t.parentNode&&(t=ve(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Ki(e,t,n,o){var s,r=e.key,i=e.type,c=t[n],u=c&&!(2&c.__u);if(c===null&&r==null||u&&r==c.key&&i==c.type)return n;if(o>(u?1:0)){for(s=n-1;s>=0;s--)if((c=t[s])&&!(2&c.__u)&&r==c.key&&i==c.type)return s;for(s=n+1;s<t.length;s++)if((c=t[s])&&!(2&c.__u)&&r==c.key&&i==c.type)return s}return-1}function Do(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function wt(e,t,n,o,s){var r,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||Do(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||Do(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=gn[t]||(gn[t]=Ji(t)),(e.__a||(e.__a={}))[t]=wn,r=t!=(t=t.replace(jo,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,r):e.removeEventListener(t,i,r));else{if(s=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Ji(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[St]==null)t[St]=wn++;else if(t[St]<this.__a[e])return;return n(x.event?x.event(t):t)}}}function kn(e,t,n,o,s,r,i,c,u,d){var f,m,p,l,v,b,y,_,$,N,O,oe,Ae,V,B,bt,he,Te,ce=t.type;if(t.constructor!==tt)return null;128&n.__u&&(u=32&n.__u,f=n.__c.__z)&&(t.__u|=u,m=r=[],f.nodeType==8?c=xt(f,r):r.push(f),c=r[0]||c),(f=x.__b)&&f(t);e:if(typeof ce=="function"){p=i.length;try{if(_=t.props,$=(f=ce.prototype)&&f.render,N=(f=ce.contextType)&&o[f.__c],O=f?N?N.props.value:f.__:o,(l=n.__c)?(t.__c=l,2&l.__g&&(l.__g|=1)):($?t.__c=l=new ce(_,O):(t.__c=l=new Ue(_,O),l.constructor=ce,l.render=Zi),N&&N.sub(l),l.state||(l.state={}),l.__n=o,l.__g|=8,l.__h=[],l.__k=[]),$&&(l.__s||(l.__s=l.state),ce.getDerivedStateFromProps&&(l.__s==l.state&&(l.__s=Ee({},l.__s)),Ee(l.__s,ce.getDerivedStateFromProps(_,l.__s)))),v=l.props,b=l.state,l.__v=t,n.__c){if(_!==v&&$&&!ce.getDerivedStateFromProps&&l.componentWillReceiveProps&&l.componentWillReceiveProps(_,O),t.__v==n.__v&&!(8&l.__g)||!(4&l.__g)&&l.shouldComponentUpdate&&l.shouldComponentUpdate(_,l.__s,O)===!1){t.__v!=n.__v&&(l.props=_,l.state=l.__s,l.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(X){X&&(X.__=t)}),At.push.apply(l.__h,l.__k),l.__k=[],l.__h.length&&i.push(l),c=ve(n);break e}l.componentWillUpdate&&l.componentWillUpdate(_,l.__s,O),$&&l.componentDidUpdate&&l.__h.push(function(){l.componentDidUpdate(v,b,y)})}else $&&!ce.getDerivedStateFromProps&&l.componentWillMount&&l.componentWillMount(),$&&l.componentDidMount&&l.__h.push(l.componentDidMount);l.context=O,l.props=_,l.__P=e,l.__g&=-5,oe=x.__r,Ae=$?25:0;do l.__g&=-9,oe&&oe(t),f=l.render(l.props,l.state=l.__s,l.context);while(8&l.__g&&++Ae<25);$&&(At.push.apply(l.__h,l.__k),l.__k=[]),l.state=l.__s,l.getChildContext&&(o=Ee({},o,l.getChildContext())),$&&n.__c&&l.getSnapshotBeforeUpdate&&(y=l.getSnapshotBeforeUpdate(v,b)),V=f&&f.type===Ne&&f.key==null?f.props.children:f,_.__P&&(f=c,s=(e=_.__P).namespaceURI,u=r=null,n.props&&n.props.__P!=e&&(n.__k.some(function(X){X&&An(X,X)}),n.__k=null),c=n.__k?ve(n,0):null),c=Bo(e,Sn(V)?V:[V],t,n,o,s,r,i,c,u,d),_.__P&&(t.__e=null,c=f),t.__u&=-161,m&&m.some(Ie),l.__h.length&&i.push(l),1&l.__g&&(l.__g&=-4)}catch(X){if(i.length=p,t.__v=null,u||r)if(X&&X.then){if(t.__u|=128|u,r){for(~(he=r.indexOf(c||void 0))||(he=r.length);(Te=r[he-1])&&Te.nodeType==8;)he--;for(;he<r.length;he++)if(Te=r[he])if(r[he]=null,B){if(Te==bt)break}else{if(Te.nodeType!=8)break;Te.data.startsWith("$s")&&(bt=xt(B=Te))}}if(!B){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;B=c}(f=xt(B=t.__c.__z||(t.__c.__z=B)))?(t.__e=B,c=f):t.__e=c,c=c&&c.nextSibling}else r&&r.some(Ie);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),X&&X.then||Uo(t),x.__e(X,t,n)}}else c=t.__e=zi(n.__e,t,n,o,s,r,i,u,d,e);return(f=x.diffed)&&f(t),c}function xt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function Uo(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Uo))}function Fo(e,t,n){for(var o=0;o<n.length;)On(n[o++],n[o++],n[o++]);x.__c&&x.__c(t,e),e.some(function(s){try{e=s.__h,s.__h=[],e.some(function(r){r.call(s)})}catch(r){x.__e(r,s.__v)}})}function zi(e,t,n,o,s,r,i,c,u,d){var f,m,p,l,v,b,y,_,$=n.props||Ot,N=t.props,O=t.type;if(O=="svg"?s="http://www.w3.org/2000/svg":O=="math"?s="http://www.w3.org/1998/Math/MathML":s||(s="http://www.w3.org/1999/xhtml"),r){for(f=0;f<r.length;f++)if((v=r[f])&&(O?v.localName==O:v.nodeType==3)){e=v,r[f]=null;break}}if(!e){if(_=d.ownerDocument||document,!O)return _.createTextNode(N);e=_.createElementNS(s,O,N.is?N:d),c&&(x.__m&&x.__m(t,r),c=!1),r=null}if(O){if(d=O=="template"&&e.content||e,r=O=="textarea"&&N.defaultValue!=null?null:r&&xn.call(d.childNodes),!c&&r)for($={},f=0;f<e.attributes.length;f++)$[(v=e.attributes[f]).name]=v.value;for(f in $)v=$[f],f=="dangerouslySetInnerHTML"?p=v:f=="children"||f in N||f=="value"&&"defaultValue"in N||f=="checked"&&"defaultChecked"in N||wt(e,f,null,v,s);for(f in N)v=N[f],f=="children"?l=v:f=="dangerouslySetInnerHTML"?m=v:f=="value"?b=v:f=="checked"?y=v:c&&typeof v!="function"||$[f]===v||wt(e,f,v,$[f],s);m?(c||p&&(m.__html==p.__html||m.__html==e.innerHTML)||(e.innerHTML=m.__html),t.__k=[]):(p&&(e.textContent=""),(O=="foreignObject"||s=="http://www.w3.org/1998/Math/MathML"&&Vi.test(O))&&(s="http://www.w3.org/1999/xhtml"),Bo(d,Sn(l)?l:[l],t,n,o,s,r,i,r?r[0]:n.__k&&ve(n,0),c,u),r&&r.some(Ie)),c&&O!="textarea"||(f="value",O=="progress"&&b==null?e.removeAttribute(f):b==null||b===e[f]&&(O!="progress"||b)||wt(e,f,b,$[f],s),f="checked",y!=null&&y!=e[f]&&wt(e,f,y,$[f],s))}else $===N||c&&e.data==N||(e.data=N);return e}function On(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(s){x.__e(s,n)}}function An(e,t,n){var o,s,r,i;if(x.unmount&&x.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||On(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){x.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&An(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(s=xt(o,r=[]))&&(o==e.__e&&r.some(Ie),Ie(s),Ie(o)),n||Ie(e.__e),e.__e=e.__c=e.__=null}function Zi(e,t,n){return this.constructor(e,n)}function Wo(e,t){var n,o,s,r;x.__&&x.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=et(Ne,{children:[e]}),s=[],r=[],kn(t,t.__k,o||Ot,Ot,t.namespaceURI,o?null:t.firstChild?xn.call(t.childNodes):null,s,o?o.__e:t.firstChild,n,r),Fo(s,t.__k,r),t.__k.props.children=null}x={__e:function(e,t,n,o){for(var s,r,i;t=t.__;)if((s=t.__c)&&!(1&s.__g)){s.__g|=4;try{if((i=(r=s.constructor)&&r.getDerivedStateFromError)&&s.setState(r.getDerivedStateFromError(e)),s.componentDidCatch&&(s.componentDidCatch(e,o||{}),i=1),i&&8&s.__g)return void(s.__g|=2)}catch(c){e=c}}throw kt=0,e}},Mo=0,bn=function(e){return e!=null&&e.constructor===tt},Ue.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Ee({},this.state)),typeof e=="function"&&(e=e(Ee({},n),this.props)),e&&(Ee(n,e),this.__v&&(t&&this.__k.push(t),No(this)))},Ue.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),No(this))},Ue.prototype.render=Ne,_e=[],kt=0,Po=function(e,t){return e.__v.__b-t.__v.__b},St=Symbol(),jo=/(PointerCapture)$|Capture$/i,wn=0,gn={},qi=0;var De,P,Tn,Ho,In=Object.is,It=0,Xo=[],En=[],M=x,qo=M.__b,Vo=M.__r,Yo=M.diffed,Go=M.__c,Ko=M.unmount,Jo=M.__;function ot(e,t){M.__h&&M.__h(P,e,It||t),It=0;var n=P.__H||(P.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function rt(e){return It=1,Xi(er,e)}function Xi(e,t,n){var o=ot(De++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):er(void 0,t),function(r){var i=(o.__N||o.__)[0],c=o.t(i,r);In(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=P,!P.__f)){P.__f=!0;var s=P.shouldComponentUpdate;P.shouldComponentUpdate=function(r,i,c){var u=this.__H;if(!u)return!0;var d=!1,f=this.props!=r;if(u.__.some(function(p){p.__N&&(d=!0,In(p.__[0],p.__N[0])||(f=!0))}),s){var m=s.call(this,r,i,c);return d?m||f:m}return!d||f}}return o.__}function E(e,t){var n=ot(De++,3);!M.__s&&Dn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,P.__H.__h.push(n))}function Me(e,t){var n=ot(De++,4);!M.__s&&Dn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,P.__h.push(n))}function G(e){return It=5,re(function(){return{current:e}},[])}function re(e,t){var n=ot(De++,7);return Dn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Qo(){var e=ot(De++,11);if(!e.__){for(var t=P.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Qi(){var e;do{for(;e=En.shift();)try{nt(e)}catch(n){M.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Xo.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(nt),t.__h.some(Nn),t.__h=[]}catch(n){t.__h=[],M.__e(n,e.__v)}}}while(En.length)}M.__b=function(e){P=null,qo&&qo(e)},M.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Jo&&Jo(e,t)},M.__r=function(e){Vo&&Vo(e),De=0;var t=(P=e.__c).__H;t&&(Tn==P?P.__h=[]:(t.__h.some(nt),t.__h.some(Nn),De=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Tn=P},M.diffed=function(e){Yo&&Yo(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Zo(Xo.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Tn=P=null},M.__c=function(e,t){t.some(function(n){try{n.__h.some(nt),n.__h=n.__h.filter(function(o){return!o.__||Nn(o)})}catch(o){n.__h=[function(){throw o}]}}),Go&&Go(e,t)},M.unmount=function(e){Ko&&Ko(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(s){try{if(s.__P&&s.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}s.__P=n,Zo(En.push(s))}else nt(s)}catch(r){t=r}}),o.__H=void 0,t&&M.__e(t,o.__v))};var zo=typeof requestAnimationFrame=="function";function ea(e){var t,n=function(){clearTimeout(o),zo&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);zo&&(t=requestAnimationFrame(n))}function Zo(e){e!=1&&Ho==M.requestAnimationFrame||((Ho=M.requestAnimationFrame)||ea)(Qi)}function nt(e){var t=P,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),P=t}function Nn(e){var t=P;e.__c=e.__(),P=t}function Dn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!In(n,e[o])})}function er(e,t){return typeof t=="function"?t(e):t}var ta=Symbol.for("preact-signals");function Mt(){if(ue>1)ue--;else{var e,t=!1;for((function(){var s=Nt;for(Nt=void 0;s!==void 0;){var r=s.S;if(r.v===s.v)for(var i=r.t;i!==void 0;i=i.x)i.i===s.i&&(i.i=r.i);s=s.o}})();it!==void 0;){var n=it;for(it=void 0,Et++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&nr(n))try{n.c()}catch(s){t||(e=s,t=!0)}n=o}}if(Et=0,ue--,t)throw e}}function Pn(e){if(ue>0)return e();Mn=++na,ue++;try{return e()}finally{Mt()}}var st,I=void 0;function at(e){var t=I,n=st;I=void 0,st=void 0;try{return e()}finally{I=t,st=n}}var it=void 0,ue=0,Et=0,na=0,Mn=0,Nt=void 0,Dt=0;function tr(e){if(I!==void 0){var t=e.n;if(t===void 0||t.t!==I)return t={i:0,S:e,p:I.s,n:void 0,t:I,e:void 0,x:void 0,r:t},I.s!==void 0&&(I.s.n=t),I.s=t,e.n=t,32&I.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=I.s,t.n=void 0,I.s.n=t,I.s=t),t}}function F(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}F.prototype.brand=ta;F.prototype.h=function(){return!0};F.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:at(function(){var o;(o=t.W)==null||o.call(t)}))};F.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&at(function(){var s;(s=t.Z)==null||s.call(t)}))}};F.prototype.subscribe=function(e){var t=this;return ee(function(){var n=t.value;at(function(){return e(n)})},{name:"sub"})};F.prototype.valueOf=function(){return this.value};F.prototype.toString=function(){return this.value+""};F.prototype.toJSON=function(){return this.value};F.prototype.peek=function(){var e=this;return at(function(){return e.value})};Object.defineProperty(F.prototype,"value",{get:function(){var e=tr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Et>100)throw new Error("Cycle detected");(function(n){ue!==0&&Et===0&&n.l!==Mn&&(n.l=Mn,Nt={S:n,v:n.v,i:n.i,o:Nt})})(this),this.v=e,this.i++,Dt++,ue++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Mt()}}}});function W(e,t){return new F(e,t)}function nr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function or(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function rr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Pe(e,t){F.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Dt-1,this.f=4}Pe.prototype=new F;Pe.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Dt))return!0;if(this.g=Dt,this.f|=1,this.i>0&&!nr(this))return this.f&=-2,!0;var e=I;try{or(this),I=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return I=e,rr(this),this.f&=-2,!0};Pe.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}F.prototype.S.call(this,e)};Pe.prototype.U=function(e){if(this.t!==void 0&&(F.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Pe.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Pe.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=tr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function $e(e,t){return new Pe(e,t)}function sr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){ue++;var n=I;I=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,jn(e),o}finally{I=n,Mt()}}}function jn(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,sr(e)}function oa(e){if(I!==this)throw new Error("Out-of-order effect");rr(this),I=e,this.f&=-2;try{8&this.f&&jn(this)}finally{Mt()}}function Fe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,st&&st.push(this)}Fe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Fe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,sr(this),or(this),ue++;var e=I;return I=this,oa.bind(this,e)};Fe.prototype.N=function(){2&this.f||(this.f|=2,this.u=it,it=this)};Fe.prototype.d=function(){this.f|=8,1&this.f||jn(this)};Fe.prototype.dispose=function(){this.d()};function ee(e,t){var n=new Fe(e,t);try{n.c()}catch(s){throw n.d(),s}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var ir,jt,Pt,ra=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var ar=[];ee(function(){ir=this.N})();function We(e,t){x[e]=t.bind(null,x[e]||function(){})}function ct(e){if(Pt){var t=Pt;Pt=void 0,t()}Pt=e&&e.S()}function cr(e){var t=this,n=e.data,o=g(n);o.name="ReactiveDom",o.value=n;var s=re(function(){for(var c=t,u=t.__v;u=u.__;)if(u.__c){u.__c.__$f|=4;break}var d=$e(function(){var l=o.value.value;return l===0?0:l===!0?"":l||""}),f=$e(function(){return!Array.isArray(d.value)&&!bn(d.value)}),m=ee(function(){if(this.N=ur,f.value){var l=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=l)}}),p=t.__$u.d;return t.__$u.d=function(){m(),p.call(this)},[f,d]},[]),r=s[0],i=s[1];return r.value?i.peek():i.value}cr.displayName="ReactiveTextNode";Object.defineProperties(F.prototype,{constructor:{configurable:!0,value:Tt(Ne,null).constructor},type:{configurable:!0,value:cr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});We("__b",function(e,t){if(ct(),jt=void 0,typeof t.type=="string"){var n,o=t.props;for(var s in o)if(s!=="children"){var r=o[s];r instanceof F&&(n||(t.__np=n={}),n[s]=r,o[s]=r.peek())}}e(t)});We("__r",function(e,t){if(e(t),t.type!==Ne){ct();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(s,r){var i;return ee(function(){i=this},{name:r}),i.c=s,i})((function(s){return function(){var r;ra&&((r=this.y)==null||r.call(this)),s.__$f|=1,s.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),jt=o,ct(n)}});We("__e",function(e,t,n,o){ct(),jt=void 0,e(t,n,o)});We("diffed",function(e,t){ct(),jt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,s=t.props,r=n.U;if(r)for(var i in r){var c=r[i];c===void 0||o&&i in o||(c.d(),r[i]=void 0)}if(o){r||(r={},n.U=r);for(var u in o){var d=r[u],f=o[u];d===void 0?(d=sa(n,u,f,s),r[u]=d):d.o(f,s)}}}e(t)});function sa(e,t,n,o){var s=t in e&&e.ownerSVGElement===void 0,r=W(n);return{o:function(i,c){r.value=i,o=c},d:ee(function(){this.N=ur;var i=r.value.value;o[t]!==i&&(o[t]=i,s?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}We("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var s in o){var r=o[s];r&&r.d()}}}var i=t.__np;if(i){var c=t.props;for(var u in i)c[u]=i[u]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var f=d.__$u;f&&(d.__$u=void 0,f.d())}}e(t)});We("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Ue.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var s in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var r=2&this.__$f;if(!(o||r||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function g(e,t){return re(function(){return W(e,t)},[])}var ia=function(e){queueMicrotask(function(){queueMicrotask(e)})};function aa(){Pn(function(){for(var e;e=ar.shift();)ir.call(e)})}function ur(){ar.push(this)===1&&(x.requestAnimationFrame||ia)(aa)}var fr=function(e,t,n,o){var s;t[0]=0;for(var r=1;r<t.length;r++){var i=t[r++],c=t[r]?(t[0]|=i?1:2,n[t[r++]]):t[++r];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++r]]=c:i===6?o[1][t[++r]]+=c+"":i?(s=e.apply(c,fr(e,c,n,["",null])),o.push(s),c[0]?t[0]|=2:(t[r-2]=0,t[r]=s)):o.push(c)}return o},lr=new Map;function dr(e){var t=lr.get(this);return t||(t=new Map,lr.set(this,t)),(t=fr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,s,r=1,i="",c="",u=[0],d=function(p){r===1&&(p||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,p,i):r===3&&(p||i)?(u.push(3,p,i),r=2):r===2&&i==="..."&&p?u.push(4,p,0):r===2&&i&&!p?u.push(5,0,!0,i):r>=5&&((i||!p&&r===5)&&(u.push(r,0,i,s),r=6),p&&(u.push(r,p,0,s),r=6)),i=""},f=0;f<n.length;f++){f&&(r===1&&d(),d(f));for(var m=0;m<n[f].length;m++)o=n[f][m],r===1?o==="<"?(d(),u=[u],r=3):i+=o:r===4?i==="--"&&o===">"?(r=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(d(),r=1):r&&(o==="="?(r=5,s=i,i=""):o==="/"&&(r<5||n[f][m+1]===">")?(d(),r===3&&(u=u[0]),r=u,(u=u[0]).push(2,0,r),r=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),r=2):i+=o),r===3&&i==="!--"&&(r=4,u=u[0])}return d(),u})(e)),t),arguments,[])).length>1?t:t[0]}var a=dr.bind(Tt);var hr="Europe/London",Cn=e=>new Intl.DateTimeFormat("en-GB",{timeZone:hr,...e}),_r=Cn({day:"numeric",month:"long",year:"numeric"}),ca=Cn({month:"short",year:"numeric"}),mr=Cn({hour:"2-digit",minute:"2-digit"}),Ct=new Intl.DateTimeFormat("sv-SE",{timeZone:hr}),ua=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),la=864e5,se=(e=new Date)=>Ct.format(e),K=e=>_r.format(new Date(e)),vr=e=>ca.format(new Date(`${e}-01`));function ye(e,t=new Date){let n=new Date(e);return Ct.format(n)===Ct.format(t)?mr.format(n):`${_r.format(n)}, ${mr.format(n)}`}var j=e=>ua.format(e),te=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function $r(e,t=new Date){let n=Math.round((pr(t)-pr(new Date(e)))/la);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var pr=e=>Date.parse(Ct.format(e)),Lt=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function ie({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${ye(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function J({reading:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var Ln="([A-Za-z0-9_-]{1,64})",Bn=new RegExp(`^${Ln}$`),fa={"/":"jobs","/jobs":"jobs",[`/jobs/${Ln}`]:"job",[`/jobs/${Ln}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},da=Object.entries(fa).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Bt(e){for(let[t,n]of da){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var A=W(Rn());function Rn(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Bt(location.pathname)??Bt("/"),path:location.pathname,account:Bn.test(n)&&Bn.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0}}function w(e,t={},n=A.value.account){let[o,s]=n?.split("/")??[],r=new URLSearchParams({...t,...n&&{agency:o,contractor:s}}).toString();return r?`${e}?${r}`:e}function yr(e){A.value.account||le(w(A.value.path,Object.fromEntries(A.value.query),e),{replace:!0})}function le(e,{replace:t=!1}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY},""),history.pushState(null,"",e)),A.value=Rn()}function gr(){history.scrollRestoration="manual",addEventListener("popstate",()=>{A.value=Rn(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Bt(t.pathname)||(e.preventDefault(),le(t.href,{replace:t.href===location.href}))})}var pa={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},h=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${pa[e]} /></svg>
`;var ha="Contractor Portal",br=!0;function S({title:e,back:t,keepsFocus:n=!1,children:o}){let s=G(null);return Me(()=>{br||(n||s.current.focus({preventScroll:!0}),scrollTo(0,A.value.y)),br=!1},[]),Me(()=>{document.title=`${e} – ${ha}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${w(t.path)}><${h} name="back" />${t.name}</a>`}
      <h1 ref=${s} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var wr="application/json",xr=()=>{};function kr(e){xr=e}async function z(e,{method:t="GET",body:n,account:o,headers:s={},timeoutMs:r=4e4}={}){let i=n instanceof FormData,c=new Headers(s);o&&c.set("Portal-Account",o),n&&!i&&c.set("Content-Type",wr);try{let u=await fetch(`/api/${e}`,{method:t,headers:c,body:i||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(r)}),d=u.headers.get("Content-Type")?.startsWith(wr)??!1;if(!d&&u.status!==204&&u.status!==304)return Sr();let f={status:u.status,body:d?await u.json():null,headers:u.headers,offline:!1};return u.status===401&&xr(),f}catch{return Sr()}}var Sr=()=>({status:0,body:null,headers:new Headers,offline:!0}),_a="The portal cannot be reached just now. Please check your connection and try again.",ne=({offline:e,body:t})=>e?_a:t?.error??"Something went wrong. Please try again in a minute.";var Wn=(e,t)=>t.some(n=>e instanceof n),Or,Ar;function va(){return Or||(Or=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function $a(){return Ar||(Ar=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var Hn=new WeakMap,Un=new WeakMap,Rt=new WeakMap;function ya(e){let t=new Promise((n,o)=>{let s=()=>{e.removeEventListener("success",r),e.removeEventListener("error",i)},r=()=>{n(ge(e.result)),s()},i=()=>{o(e.error),s()};e.addEventListener("success",r),e.addEventListener("error",i)});return Rt.set(t,e),t}function ga(e){if(Hn.has(e))return;let t=new Promise((n,o)=>{let s=()=>{e.removeEventListener("complete",r),e.removeEventListener("error",i),e.removeEventListener("abort",i)},r=()=>{n(),s()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),s()};e.addEventListener("complete",r),e.addEventListener("error",i),e.addEventListener("abort",i)});Hn.set(e,t)}var qn={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return Hn.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return ge(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function Nr(e){qn=e(qn)}function ba(e){return $a().includes(e)?function(...t){return e.apply(Vn(this),t),ge(this.request)}:function(...t){return ge(e.apply(Vn(this),t))}}function wa(e){return typeof e=="function"?ba(e):(e instanceof IDBTransaction&&ga(e),Wn(e,va())?new Proxy(e,qn):e)}function ge(e){if(e instanceof IDBRequest)return ya(e);if(Un.has(e))return Un.get(e);let t=wa(e);return Object.is(t,e)||(Un.set(e,t),Rt.set(t,e)),t}var Vn=e=>Rt.get(e);function Dr(e,t,{blocked:n,upgrade:o,blocking:s,terminated:r}={}){let i=indexedDB.open(e,t),c=ge(i);return o&&i.addEventListener("upgradeneeded",u=>{o(ge(i.result),u.oldVersion,u.newVersion,ge(i.transaction),u)}),n&&i.addEventListener("blocked",u=>n(u.oldVersion,u.newVersion,u)),c.then(u=>{r&&u.addEventListener("close",()=>r()),s&&u.addEventListener("versionchange",d=>s(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function Mr(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),ge(n).then(()=>{})}var Sa=["get","getKey","getAll","getAllKeys","count"],xa=["put","add","delete","clear"],Fn={};function Tr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(Fn[t])return Fn[t];let n=t.replace(/FromIndex$/,""),o=t!==n,s=xa.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(s||Sa.includes(n)))return;let r=async function(i,...c){let u=this.transaction(i,s?"readwrite":"readonly"),d=u.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),s&&u.done]))[0]};return Fn[t]=r}Nr(e=>({...e,get:(t,n,o)=>Tr(t,n)||e.get(t,n,o),has:(t,n)=>!!Tr(t,n)||e.has(t,n)}));var ka=["advance","continue","continuePrimaryKey"],Ir={},Yn=new WeakMap,Pr=new WeakMap,Oa={get(e,t){if(!ka.includes(t))return e[t];let n=Ir[t];return n||(n=Ir[t]=function(...o){Yn.set(this,Pr.get(this)[t](...o))}),n}};async function*Aa(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Oa);for(Pr.set(n,t),Rt.set(n,Vn(t));t;)yield n,t=await(Yn.get(n)||t.continue()),Yn.delete(n)}function Er(e,t){return t===Symbol.asyncIterator&&Wn(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&Wn(e,[IDBIndex,IDBObjectStore])}Nr(e=>({...e,get(t,n,o){return Er(t,n)?Aa:e.get(t,n,o)},has(t,n){return Er(t,n)||e.has(t,n)}}));var Ta=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})}],Ia={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},we=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=Ia[t]}},Cr=["InvalidStateError","UnknownError"],Ea="portal:",be=new Map,Ut=new Set,Z=({agency:e,contractorId:t,email:n})=>`${Ea}${e}/${t} ${n}`;function Na(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function Lr(){return(indexedDB.databases?await Ft(()=>indexedDB.databases()):[...be.keys()].map(t=>({name:t}))).map(({name:t})=>Na(t)).filter(Boolean)}var Gn=e=>Ut.delete(e);async function jr(e,t=Ta){if(Ut.has(e))throw new we("gone");if(!be.has(e)){let n=Da(e,t);be.set(e,n),n.catch(()=>be.delete(e))}return be.get(e)}var Da=(e,t)=>Ft(()=>Dr(e,t.length,{upgrade(n,o,s,r){r.done.catch(()=>{});for(let i of t.slice(o))i(n,r)},blocking(n,o){o===null&&Ut.add(e),Kn(e)},terminated:()=>be.delete(e)}));async function Kn(e){let t=be.get(e);be.delete(e),(await t?.catch(()=>null))?.close()}async function Br(e){Ut.add(e),await Kn(e),await Ft(()=>Mr(e))}var Y=(e,t,n)=>Ft(async()=>{try{return await t(await jr(e,n))}catch(o){if(!Cr.includes((o.cause??o).name))throw o;return await Kn(e),t(await jr(e,n))}});async function Ft(e){try{return await e()}catch(t){throw t instanceof we?t:new we(Ma(t),t)}}function Ma(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":["SecurityError",...Cr].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?"closed":"broken"}var Pa={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},ja=144*36e5,Fr=2e3,Ca=3e5,Wr=6e4,La=6e5,Ba=24*36e5,Ra=1e4,Ua=/^document: /,Fa=[400,404,405,413,415,422],Hr="It may have arrived. It is sent again by itself, and cannot arrive twice.",Wa="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Ha="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",je=({state:e})=>Pa[e],Ht=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],D=({state:e})=>e!=="done",ut=e=>Math.max(0,...e.map(({state:t,doneAt:n})=>t==="done"?n:0)),Se=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,qr=(e,t)=>Se(e)?{heldUntil:t+La}:void 0,lt=({state:e})=>!["sending","checking"].includes(e),zn=({state:e,sentAt:t})=>e==="waiting"&&t!==null,Vr=({kind:e,jobId:t,about:n,content:o,document:s},r)=>({kind:e,jobId:t??null,about:n??"",addedAt:r,...qt({content:o,document:s})}),qt=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...qa}),qa={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,submissionId:null,asks:null,result:null};function Yr(e,t){return Gr(e).filter(n=>Jn(n)<=t||Jn(n)>t+Ba).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function Zn(e){let t=Gr(e).map(Jn);return t.length?Math.min(...t):null}var Jn=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Gr(e){let t=new Set;return e.filter(n=>{if(n.state==="checking")return!0;if(!["waiting","sending"].includes(n.state))return!1;let o=n.jobId??`statement ${n.content.statementId}`,s=!t.has(o);return t.add(o),s&&n.state==="waiting"})}function Kr(e,t){return e.sentAt!==null&&t-e.sentAt>ja?He(Ha):{state:"sending",sentAt:e.sentAt??t,sentence:null}}var Jr=()=>({state:"waiting",sentence:Hr,nextAt:0});function zr(e,t,n,o=Math.random){let{status:s,body:r,headers:i,offline:c}=t,u={sentAt:e.sentAt??n},d=r?.error?.replace(Ua,"")??null;if(c)return Wt(e,null,n,o,{...u,sentence:Hr},Wr);let f=i.get("Submission-State"),m=i.get("Retry-After");return s===200||s===201?Xr(e,r,n):s===202?Rr(r.submissionId,r.message,n):f==="rejected"?He(d):s===409&&m?Wt(e,m,n,o,{...u,sentence:d},Ra):i.get("Location")?Rr(i.get("Location").split("/").at(-1),d,n):f==="not-sent"?Wt(e,m,n,o,{sentAt:null,sentence:d}):s===409?He(d,e.kind==="invoice"?"duplicate":null):Fa.includes(s)?He(d):Wt(e,m,n,o,{...s>=500?u:{sentAt:e.sentAt},sentence:d})}function Zr(e,{status:t,body:n,offline:o},s,r=Math.random){return t===404?He(Wa):o||t!==200?Ur(e,e.sentence,s,r):n.state==="confirmed"?Xr(e,n.result,s):["rejected","expired","abandoned"].includes(n.state)?He(n.message):Ur(e,n.message,s,r)}var Xr=({kind:e,document:t},n,o)=>({state:"done",doneAt:o,sentence:null,result:e==="completion"?null:n,document:t&&{name:t.name,size:t.size}}),He=(e,t=null)=>({state:"refused",sentence:e,asks:t,sentAt:null}),Rr=(e,t,n)=>({state:"checking",submissionId:e,sentence:t,tries:0,nextAt:n+Fr});function Wt(e,t,n,o,s,r=Ca){let i=Math.max(Number(t)*1e3||0,Vt(e.tries,r,o));return{...s,state:"waiting",tries:e.tries+1,nextAt:n+i}}function Ur(e,t,n,o){return{sentence:t,tries:e.tries+1,nextAt:n+Vt(e.tries,Wr,o)}}var Vt=(e,t,n=Math.random)=>Math.min(t,Fr*2**Math.min(e,20))*(.5+n()/2);var es="portal-outbox",Qr={durability:"strict"},qe=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ce=class{constructor(t){this.owner=t,this.name=Z(t)}all(){return Y(this.name,t=>t.getAll("outbox"))}async add(t){let n=await Y(this.name,async o=>{let{store:s,done:r}=o.transaction("outbox","readwrite",Qr),[i]=await Promise.all([s.add(t),r]);return{...t,id:i}});return Yt(this.name),n}async change(t,n){let o=await Y(this.name,async s=>{let{store:r,done:i}=s.transaction("outbox","readwrite",Qr),c=await r.get(t),u=c&&n(c);return u?await Promise.all([r.put({...c,...u}),i]):u===null?await Promise.all([r.delete(t),i]):await i,u===void 0?void 0:u&&{...c,...u}});if(o===void 0)throw new qe;return Yt(this.name),o}tidy(){return Y(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),s=(await o.getAll()).filter(r=>!D(r));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...s.map(({id:r})=>o.delete(r)),n.done])})}},Ve=class{#e=[];#t=0;constructor(t){this.owner=t,this.name=Z(t)}async all(){return[...this.#e]}async add(t){let n={...t,id:++this.#t};return this.#e.push(n),Yt(this.name),n}async change(t,n){let o=this.#e.findIndex(i=>i.id===t),s=o<0?void 0:n(this.#e[o]);if(s===void 0)throw new qe;let r=s&&{...this.#e[o],...s};return this.#e.splice(o,1,...r?[r]:[]),Yt(this.name),r}};function Yt(e){let t=new BroadcastChannel(es);t.postMessage(e),t.close()}function ts(e){let t=new BroadcastChannel(es);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function ft(e){try{let t=new Blob([await e.arrayBuffer()],{type:"application/pdf"});return{name:e.name??"invoice.pdf",size:t.size,blob:t}}catch(t){throw Object.assign(new we("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}async function ns(e){let{method:t,path:n}=Va(e),o={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(o["X-Allow-Duplicate"]="true"),{method:t,path:n,headers:o,body:e.document?await Ya(e):e.content,timeoutMs:e.document?3e5:6e4}}function Va({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}async function Ya({content:e,document:t}){let n=new FormData;for(let[s,r]of Object.entries(e))r!=null&&n.append(s,String(r));let o=await t.blob.arrayBuffer();return n.append("document",new Blob([o],{type:"application/pdf"}),t.name),n}var os="portal-session",Ga=5e3,Ka={state:"refused",sentAt:null,sentence:"Its PDF cannot be read on this phone any more. Please attach it again."};async function Le(e=null){return(await Lr()).filter(t=>e===null||t.email===e).map(t=>new Ce(t))}function Xn(e){return navigator.locks.request(`portal-outbox:${e.name}`,async()=>{for(await Ja(e);;){let[t]=Yr(await e.all(),Date.now());if(!t)return{hold:null,next:Zn(await e.all())};let n=await za(e.owner,()=>Za(e,t));if(n)return{hold:n,next:null}}})}async function Gt(e){let t=!1,n=()=>(t=!0,e());try{return await navigator.locks.request(os,{signal:AbortSignal.timeout(Ga)},n)}catch(o){if(t)throw o;return e()}}async function Ja(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,Jr)}function za(e,t){return navigator.locks.request(os,{mode:"shared"},async()=>await rs(e)??t())}async function rs({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:s,offline:r}=await z("session");return r||o>=500?"offline":o!==200?"signed-out":s.email!==e?"other-person":s.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Za(e,t){try{return await(t.state==="checking"?Qa(e,t):Xa(e,t))}catch(n){if(n instanceof qe)return null;throw n}}async function Xa(e,t){let n=c=>c.state==="waiting"&&c.key===t.key&&c.heldUntil===t.heldUntil,o=await e.change(t.id,c=>n(c)?Kr(c,Date.now()):void 0);if(o.state!=="sending")return null;let s=await ns(o).catch(()=>null);if(s===null)return void await e.change(t.id,()=>Ka);let r=await z(s.path,{...s,account:is(e)}),i=await ss(e,r);return await e.change(t.id,()=>i?{state:"waiting",sentAt:t.sentAt}:zr(t,r,Date.now())),i??(r.offline?"offline":null)}async function Qa(e,t){let n=await z(`contractor/submissions/${t.submissionId}`,{account:is(e)}),o=await ss(e,n);return o||await e.change(t.id,()=>Zr(t,n,Date.now())),o??(n.offline?"offline":null)}async function ss(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?rs(e.owner):null}var is=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var ec="outbox";async function Kt(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(ec).catch(()=>{})}var Qn=e=>`outbox ${e}`;function Jt(e,t){try{t?localStorage.setItem(Qn(e),String(t)):localStorage.removeItem(Qn(e))}catch{}}function as(e){try{return Number(localStorage.getItem(Qn(e))??0)}catch{return 0}}var cs=e=>Jt(e,0);var R=W(null),fe=W(null),dt=W([]),ae=W(null),nc=6e4,oc=168*36e5,rc="This device has no room left, so nothing can be sent from it. Please free some space.",C=null,oo=0,eo=0,to=!1,zt=null,no=!1;async function ro(e){if(C?.name===Z(e))return;so(),Gn(Z(e));let t=new Ce(e);C=t;try{let n=(await t.all()).length?0:as(t.name);for(let o of(await Le()).filter(s=>s.owner.email!==e.email))await o.tidy(),Jt(o.name,await co(o));await sc(t),C===t&&(ae.value=n?ac(n):null)}catch(n){if(C!==t)return;ae.value=uo(n),n.reason==="closed"&&(C=new Ve(e))}await Xt(),R.value?.some(D)&&Kt(),xe()}async function ls(e){so(),(e?await Le(e.email).catch(()=>[]):[]).some(({name:n})=>n===Z(e))&&!C&&await ro(e)}function so(){clearTimeout(oo),C=null,R.value=null,fe.value=null,dt.value=[],ae.value=null}async function Ye({document:e,...t}){let n=Vr({...t,document:e?await ft(e):null},Date.now()),o=await C.add(n);return await Xt(),navigator.storage?.persist?.(),Kt(),xe(),o}async function Zt(e,{content:t,about:n,document:o}){let s={content:t,...n!==void 0&&{about:n}};return o!==void 0&&(s.document=o&&await ft(o)),mt(e,r=>Se(r)?qt(s):void 0)}var fs=e=>mt(e,t=>qr(t,Date.now())),ds=e=>mt(e,({heldUntil:t})=>t?{heldUntil:0}:void 0);function io(e,{duplicate:t=!1}={}){return mt(e,n=>n.state==="refused"?qt({duplicate:t}):void 0)}var ms=e=>mt(e,t=>lt(t)?null:void 0),ke=e=>(R.value??[]).filter(t=>t.jobId===e);async function xe(){clearTimeout(oo),zt?no=!0:(zt=ic(),await zt.finally(()=>zt=null),no&&(no=!1,await xe()))}async function ao(){let e=C;for(let{id:t,nextAt:n}of R.value??[])n&&await e.change(t,()=>({nextAt:0})).catch(()=>{});await xe()}async function ps(e){let t=C instanceof Ve?[C]:await Le(e);return(await Promise.all(t.map(co))).reduce((o,s)=>o+s,0)}var co=async e=>(await e.all()).filter(D).length;async function hs(e){let t=!(C instanceof Ve);C?.owner.email===e&&so();for(let{name:n}of t?await Le(e):[])await Br(n),cs(n)}async function sc(e){let t=Date.now()-oc;for(let{id:n,state:o,doneAt:s}of await e.all())o==="done"&&s<t&&await e.change(n,()=>null)}async function mt(e,t){let n=await C.change(e,t);return await Xt(),Kt(),xe(),n}async function Xt(){let e=C;try{let t=await e?.all()??null;if(C!==e)return;R.value=t,t&&Jt(e.name,t.filter(D).length)}catch(t){if(C!==e)return;ae.value=uo(t),R.value??=[]}}async function ic(){let e=C;if(e)try{let t=e instanceof Ce?(await Le(e.owner.email)).filter(({name:s})=>s!==e.name):[],n=[];for(let s of[e,...t])n.push(await Xn(s));let o=await Promise.all(t.map(co));if(C!==e)return;fe.value=n[0].hold,dt.value=t.map(({owner:s},r)=>({...s,number:o[r]})).filter(({number:s})=>s),us(n),to&&(ae.value=null),to=!1}catch(t){if(C!==e)return;ae.value=t.reason==="full"?rc:uo(t),to=!0,us([{hold:"offline",next:null}])}}function uo(e){if(!e.sentence)throw e;return e.sentence}function us(e){let t=e.some(({hold:o})=>o==="offline");eo=t?eo+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+Vt(eo,nc)),n.length&&(oo=setTimeout(xe,Math.max(Math.min(...n)-Date.now(),0)))}var ac=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function _s(){ts(e=>{e===C?.name&&Xt()}),addEventListener("online",ao),addEventListener("offline",xe),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&xe()})}var lo="portal",fo=[e=>e.createObjectStore("session")],$s=e=>Y(lo,t=>t.put("session",e,"last"),fo);async function ys(){try{return await Y(lo,e=>e.get("session","last"),fo)??null}catch{return null}}var gs=()=>Y(lo,e=>e.delete("session","last"),fo);var k=W(void 0),Ge=W(null),q=({agency:e,contractorId:t})=>`${e}/${t}`,U=$e(()=>{if(!k.value)return null;let e=A.value.account??q(k.value.account);return k.value.accounts.find(t=>q(t)===e)??null}),de=$e(()=>{let[e,t]=[k.value,U.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),bs=$e(()=>{let[e,t]=[k.value,A.value.account];if(!e||U.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),ws=new BroadcastChannel("portal:person");async function Ke(e){let t=JSON.stringify(e)!==JSON.stringify(k.value);t&&(k.value=e),await(e?$s(e):gs()).catch(()=>{}),t&&ws.postMessage(e)}async function Qt(){let e=await ys();if(k.value??=e??void 0,e||document.body.dataset.session){let t=await z("session");t.status===200&&await Ke(t.body)}k.value??=null}var en=e=>{let t=A.value.account?.split("/")[0];return z("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function Ss(e,t){let n=await Gt(()=>z("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ge.value=null,await Ke(n.body)),n}async function xs(e){Ke({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await z("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await Ke(o.body)}async function ks(){let{email:e}=k.value,t=await Gt(()=>z("session",{method:"DELETE"}));return t.status===204&&(await Ke(null),sessionStorage.clear(),await hs(e)),t}function Os(){kr(()=>{Ge.value=k.value?.email??Ge.value,Ke(null)}),ws.onmessage=({data:e})=>{k.value=e}}var As=300;async function Ts(e,t,n,o=null){try{await Y(Z(e),async s=>{let{store:r,done:i}=s.transaction("answers","readwrite");await r.put({path:t,body:n,etag:o,readAt:Date.now()}),await r.count()>As&&await uc(r),await i})}catch{}}async function Is(e,t){try{return await Y(Z(e),n=>n.get("answers",t))??null}catch{return null}}async function uc(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-As).map(({path:n})=>e.delete(n)))}var lc=5e3,fc=30,Es={body:null,asOf:null,isOld:!1,busy:!0,problem:null,status:0},dc=W({...Es,busy:!1}),pt=new Map;function T(e){let t=de.value,n=e?Ms(t,e):dc;return E(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&mo(t,e);o();let s=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,i]of s)r.addEventListener(i,o);return()=>{for(let[r,i]of s)r.removeEventListener(i,o)}},[n]),n}async function tn(e,t){let n=de.value,o=n&&pt.get(Ds(n,e));await o?.running,!(!o||o.begunAt>t)&&(o.readAt=0,mo(n,e))}var Ns=()=>pt.clear(),Ds=(e,t)=>`${e.email} ${q(e)} ${t}`;function Ms(e,t){let n=Ds(e,t);if(!pt.has(n)){let o=W(Es);pt.set(n,Object.assign(o,{etag:null,begunAt:0,readAt:0,running:null}))}return pt.get(n)}function mo(e,t){let n=Ms(e,t);navigator.onLine&&Date.now()-n.readAt<lc||(n.running??=mc(e,t,n).finally(()=>{n.running=null}))}async function mc(e,t,n){let o=f=>{n.value={...n.value,...f}};if(!n.value.body){let f=await Is(e,t);f&&(n.etag=f.etag??null,o({body:f.body,asOf:f.body.asOf??new Date(f.readAt).toISOString(),isOld:!0}))}o({busy:!0}),n.begunAt=Date.now();let s=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},r=await z(`contractor/${t}`,{account:q(e),headers:s}),{status:i,body:c,offline:u}=r,d={asOf:pc(r.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:i};if((i===200||i===304)&&(n.readAt=Date.now()),i===200)n.etag=r.headers.get("ETag"),Ts(e,t,c,n.etag),o({...d,body:c});else if(i===304)o(d);else if(i===409)Qt(),o({busy:!1,problem:ne(r),status:i});else if(i===404)o({body:null,busy:!1,problem:ne(r),status:i});else{let f=Number(r.headers.get("Retry-After"));!u&&f&&setTimeout(()=>mo(e,t),Math.min(f,fc)*1e3),o({isOld:!!n.value.body,busy:!!(!u&&f),problem:ne(r),status:i})}}var pc=e=>e?new Date(e).toISOString():null;function nn(){let e=U.value&&q(U.value);return a`
    <ul class="rows">
      ${k.value.accounts.map(t=>{let n=q(t);return a`
          <li key=${n} class="row">
            <a href=${w("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>xs(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${h} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function on(){let[e,t,n]=[g(null),g(0),g(!1)],o=async()=>{n.value=!0;let r=await ks();if(n.value=!1,r.status!==204){e.value=`${ne(r)} Nothing on this device was deleted.`;return}Ns(),le("/",{replace:!0})},s=async()=>{e.value=null;try{t.value=await ps(k.value.email)}catch(r){if(!r.sentence)throw r;e.value=r.sentence;return}t.value||await o()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${hc} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${h} name="leave" />Sign out
        </button>`}
  `}function hc({number:e,onSure:t,onStay:n}){let o=G(null);Me(()=>o.current.focus(),[]);let[s,r,i]=[te(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${s} on this device ${r} not with the agency yet.</b> Signing out deletes ${i} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${i} and sign out</button>
      </div>
    </div>
  `}var _c=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Ps(){let e=T("account"),t=e.value.body,{agencyName:n,displayName:o}=U.value;return a`
    <${S} title="Account">
      ${k.value.accounts.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${nn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${vc} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${J} reading=${e.value} />`}
        <${ie} reading=${e.value} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${k.value.email}</b></p>
        <${on} />
      </section>
    <//>
  `}function vc({record:e}){let{agency:t}=e,n=[..._c.map(([o,s])=>[o,e[s]]),["Branch",t.branchName]];return a`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,s])=>a`<div key=${o}><dt>${o}</dt><dd dir="auto">${s}</dd></div>`)}
    </dl>
  `}var js=0;function H(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(js),js=setTimeout(()=>{t.textContent=e},400)}var $c=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),me=e=>e.trim().replaceAll("	"," ");function ht(e,t,{inForm:n=!1}={}){let o=n?me(e).replace(/\r\n|\r|\n/g,`\r
`):me(e),{length:s}=[...o];return s>t?`This is ${s-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:$c.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var _t=4e3,rn=e=>e?ht(e,_t):"Please write something first.";function sn(e){E(()=>{if(e!==null)return fs(e).catch(Cs),()=>ds(e).catch(Cs)},[e])}var Cs=()=>{};function Ls({item:e,done:t}){let[n,[o,s]]=[Qo(),rt(null)];return sn(e.id),a`
    <form onSubmit=${async i=>{i.preventDefault();let c=me(i.target.elements.note.value),u=rn(c);if(s(u),!u)try{await Zt(e.id,{content:{note:c}}),t()}catch(d){if(!d.sentence)throw d;s(d.sentence)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${_t} required dir="auto" ref=${yc}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var yc=e=>e?.focus();var gc={waiting:"clock",sending:"send",checking:"search",done:"done",refused:"emergency"};function Oe({item:e}){let t=e.state==="refused"&&e.sentence?`, because: ${e.sentence}`:"";return a`
    <span class=${`state is-${e.state}`}>
      <${h} name=${gc[e.state]} /><span dir="auto">${je(e)}${t}</span>
    </span>
  `}var bc={offline:"No connection to the portal. What waits is kept on this phone, and sent by itself once there is one.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Bs(){let e=(R.value??[]).filter(t=>!D(t)).reverse();return a`
    <${S} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${po}>
        <p class="reach"><${h} name="done" />Nothing waits: your agency has everything you sent from here.</p>
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Rs} of=${e} />
        </section>
      `}
    <//>
  `}function po({children:e}){let t=(R.value??[]).filter(D);return t.length?a`
    ${fe.value&&t.some(({state:n})=>n!=="refused")&&a`<p class="notice" role="status">${bc[fe.value]}</p>`}
    <h2 class="visually-hidden">Not with the agency yet</h2>
    <${Rs} of=${t} />
    ${t.some(({state:n})=>n==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${ao}>Try now</button>`}
  `:e}var Rs=({of:e})=>a`<ol class="cards">${e.map(t=>a`<${ho} key=${t.id} item=${t} />`)}</ol>`;function ho({item:e}){let[t,n]=rt(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${Ht(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${Ls} item=${e} done=${o} />`:a`<${wc} item=${e} />`}
      <p class="about">
        <${Oe} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${ye(e.addedAt)}</time>
      </p>
      ${e.state!=="refused"&&e.sentence&&a`<p class="hint" dir="auto">${e.sentence}</p>`}
      ${t==="remove"&&a`<${kc} item=${e} stop=${o} />`}
      ${!t&&a`<${Sc} item=${e} setDoing=${n} />`}
    </li>
  `}function wc({item:{kind:e,content:t,document:n,jobId:o}}){return a`
    ${e==="note"&&a`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${j(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&a`<p class="reach"><${h} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&a`<a class="reach" href=${w(`/jobs/${o}`)}><${h} name="jobs" />Look at the job</a>`}
  `}function Sc({item:e,setDoing:t}){let n=e.asks==="duplicate",[o,s]=[U.value&&Se(e)&&e.kind!=="completion",lt(e)&&D(e)];return!o&&!s?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>io(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${xc} item=${e} onNote=${()=>t("edit")} />`}
      ${e.state==="refused"&&!n&&a`<button type="button" class="btn btn-secondary" onClick=${()=>io(e.id)}>Send again</button>`}
      ${s&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function xc({item:{id:e,kind:t,jobId:n,content:o},onNote:s}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${s}>Change</button>`;let r={...o.statementId&&{statement:o.statementId},change:e},i=w(n?`/jobs/${n}/invoice`:"/invoice",r);return a`<a class="btn btn-secondary" href=${i}>Change</a>`}function kc({item:e,stop:t}){let n=zn(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,s]=rt(null),r=async()=>{try{await ms(e.id),document.querySelector("h1").focus(),H("Deleted.")}catch(i){if(!i.sentence)throw i;s(i.sentence)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${Oc} onClick=${r}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var Oc=e=>e?.focus();var Us=()=>a`
  <${S} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${A.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value.email}</b>. Nothing was changed.
    </p>
    <${po}>${null}<//>
    <h2>Your accounts</h2>
    <${nn} />
    <h2>Signed in with another address?</h2>
    <${on} />
  <//>
`;var Ac="https://www.google.com/maps/search/?api=1&query=",Tc=/[\p{L}/,;&#|]|(?=\+)/u,Ic=5,Ec=/^(\+|00)(\d{1,3})\(0\)/;function Nc(e){return e.split(Tc).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(Ec,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Ic)??""}function vt({phone:e,who:t}){if(!e)return null;let n=Nc(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${h} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function an({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${h} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Fs({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${Ac+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${h} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Ws(){let e=T("contacts"),t=e.value.body?.contacts;return a`
    <${S} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${Dc} key=${n.contactId} ...${n} />`)}</ul>`:a`<${J} reading=${e.value} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${ie} reading=${e.value} />
    <//>
  `}function Dc({name:e,role:t,branchName:n,email:o,phone:s,mobile:r}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${vt} phone=${r} who=${i} /><${vt} phone=${s} who=${i} /><${an} email=${o} who=${i} />
    </li>
  `}var Mc=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function _o({children:e}){let t=T("agency").value.body;Lc(t?.accent);let{agencyName:n,displayName:o}=U.value,s=Mc.filter(({needs:r})=>!r||!t||t.offers.includes(r));return a`
    <a class="skip" href="#main" onClick=${Bc}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${k.value.accounts.length>1&&a`<a class="switch" href=${w("/account")}><${h} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${s.map(r=>a`<${Pc} key=${r.path} ...${r} />`)}</nav>
    </header>
    <${jc} />
    ${e}
  `}function Pc({path:e,name:t,icon:n,screens:o}){let s=o.includes(A.value.screen);return a`<a href=${w(e)} aria-current=${s?"page":null}><${h} name=${n} />${t}</a>`}function jc(){let e=(R.value??[]).filter(D),[t,n]=[e.filter(Hs).length,e.filter(s=>!Hs(s)).length],o=fe.value==="offline";return!e.length&&!dt.value.length&&!ae.value?null:a`
    <aside class="strip" aria-label="Not sent yet">
      ${ae.value&&a`<p role="alert">${ae.value}</p>`}
      ${t>0&&a`<a href=${w("/outbox")}>
        <${h} name="emergency" />
        ${te(t,"thing")} ${t===1?"was":"were"} refused, and ${t===1?"needs":"need"} you<${h} name="open" />
      </a>`}
      ${n>0&&a`<a href=${w("/outbox")}>
        <${h} name=${o?"offline":"send"} />
        ${te(n,"thing")} ${n===1?"is":"are"} not with the agency yet<${h} name="open" />
      </a>`}
      ${dt.value.map(s=>a`<${Cc} key=${q(s)} there=${s} />`)}
    </aside>
  `}var Hs=({state:e})=>e==="refused";function Cc({there:e}){let{agencyName:t="an account that is no longer yours"}=k.value.accounts.find(s=>q(s)===q(e))??{},[n,o]=[te(e.number,"thing"),e.number===1?"is":"are"];return a`
    <a href=${w("/outbox",{},q(e))}>
      <${h} name="send" />${n} for ${t} ${o} not there yet<${h} name="open" />
    </a>
  `}function Lc(e){E(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function Bc(e){e.preventDefault(),document.querySelector("h1").focus()}var Be=({priority:e})=>e?.trim().toLowerCase()==="emergency",cn=e=>(e??"").trim().toLowerCase();function un({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(cn).includes(cn(t))?"cancelled":"open"}var qs=e=>ke(e).filter(t=>t.kind==="completion"&&D(t)).at(-1)??null,Q=({title:e,reference:t,jobId:n})=>e||t||n;function Vs(e){let t=cn(e).split(/\s+/).filter(Boolean);return({reference:n,title:o,description:s,property:r})=>{let i=cn([n,o,s,r?.address,r?.postcode].filter(Boolean).join(`
`));return t.every(c=>i.includes(c))}}var Ys=e=>[...e.filter(Be),...e.filter(t=>!Be(t))];function ln(e){let[t,n]=[T(`jobs/${e}`).value,T("jobs").value];if(t.body)return{job:t.body,reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:s})=>s===e);return{job:o??null,reading:o?n:t}}var Gs=({item:e,back:t})=>a`
  <${S} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${ho} item=${e} /></ol>
    ${D(e)&&e.state!=="refused"&&a`<p class="hint">You can go on, or close the portal: it is kept, and sent by itself.</p>`}
    <a class="reach" href=${w("/money",{show:"invoices"})}><${h} name="invoice" />All your invoices</a>
  <//>
`;var Je=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,ze=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Ze=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function Ks({name:e,required:t,problem:n,value:o,...s}){let r=T("statements/pending"),i=r.value.body?.statements??[],c=!o||i.some(({statementId:u})=>u===o);return a`
    <div class="field">
      <${Je} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Ze({name:e,problem:n,required:t})} ...${s}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(u=>a`<option key=${u.statementId} value=${u.statementId}>${vo(u)}</option>`)}
      </select>
      <${ze} name=${e}>${n??(r.value.body?null:r.value.problem)}<//>
    </div>
  `}var vo=({statementId:e,reference:t,description:n,date:o,amount:s,gross:r})=>[j(r??s??0),n??t??e,o&&K(o)].filter(Boolean).join(", ");async function Js(e,t){try{return(await Y(Z(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function zs(e,t,n){try{await Y(Z(e),o=>n===null?o.delete("drafts",t):o.put("drafts",{name:t,content:n}))}catch{}}function $t(e){let t=g(void 0),n=de.value;return E(()=>{Js(n,e).then(s=>{t.value===void 0&&(t.value=s)})},[]),[t,s=>(t.value=s,zs(n,e,s))]}var Zs=1e6,Xs={description:2e3,invoiceNumber:50},Rc=6,Uc=864e5,Fc=10*1024*1024,Qs="%PDF-",Wc=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Hc=/\.\d\d\d*[1-9]/,qc=["amount","description","invoiceDate"];function yt(e,t,n){let{required:o=[],link:s}=t?.invoice??{};return[...qc,...o].includes(e)||e==="statementId"&&!n&&s==="job_or_statement"}function fn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function $o(e=new Date){let[t,...n]=se(e).split("-");return{oldest:[t-Rc,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(se(e))+Uc).toISOString().slice(0,10)}}function pe(e){let t=e.trim().replace(/^£\s*/,"");return Wc.test(t)?Number(t.replaceAll(",","")):NaN}var ni=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Vc={amount:e=>ti(e,"The amount")??(pe(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>ti(e,"VAT")??(pe(e)>pe(t)?"VAT cannot be more than the amount.":null),description:(e,t,n)=>ht(e,Xs.description,{inForm:!!n}),invoiceNumber:e=>ht(e,Xs.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=$o();return e>n?`The date can be tomorrow at the latest, ${K(n)}.`:e<t?`The date can be six years ago at most, ${K(t)}.`:null},statementId:()=>null},ei={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function ti(e,t){let n=pe(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:Hc.test(e.trim())?`${t} can have no more than two decimals.`:n>Zs?`${t} can be ${j(Zs)} at most.`:null}function dn(e,t,n,o){let s={};for(let[r,i]of Object.entries(Vc)){let c=e[r]??"",u=yt(r,n,o)?ei[r]:null,d=c.trim()===""?u:i(c,e,t);d&&(s[r]=d)}return!t&&yt("document",n,o)&&(s.document=ei.document),s}async function oi(e){return e.size>Fc?"The PDF can have 10 MB at most.":await e.slice(0,Qs.length).text()===Qs?null:"This file is not a PDF. Please choose a PDF."}function ri(e,t){let n={jobId:t,statementId:e.statementId,amount:pe(e.amount),vat:e.vat.trim()&&pe(e.vat),description:me(e.description),invoiceDate:e.invoiceDate,invoiceNumber:me(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function si({amount:e,vat:t,...n}){let o=r=>typeof r=="number"?r.toFixed(2):"",s={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(s).map(([r,i])=>[r,i??""]))}var ii="This file cannot be read. Please choose it again.";function ai({required:e,problem:t,document:n,onChange:o}){let s=g(null),r=async({target:c})=>{let[u]=c.files;if(u&&(s.value=await oi(u).catch(()=>ii),c.value="",!s.value))try{o(await ft(u)),H(`${u.name} is attached.`)}catch(d){s.value=d.sentence??ii}},i=s.value??t;return a`
    <div class="field">
      <${Je} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&a`<${Yc} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${Ze({name:"document",hint:!0,problem:i,required:e&&!n})} onChange=${r}
      />
      <${ze} name="document">${i}<//>
    </div>
  `}function Yc({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),H("The PDF is removed.")};return a`
    <p class="attached">
      <${h} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${Lt(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Gc={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function ci({values:e,set:t,document:n,setDocument:o,agency:s,jobId:r,asked:i,onWhole:c}){let[u,d,f]=[g({}),g(i),g(null)],m=G(null),p=dn(e,n,s,r),l=_=>_==="vat"&&f.value==="amount"?null:d.value||u.value[_]&&e[_]||!ni(_,e[_]??"")?p[_]:null,v=()=>m.current.querySelector("[aria-invalid]")?.focus();E(()=>{i&&v()},[]);let b=_=>{_.preventDefault(),d.value=!0,Object.keys(p).length?setTimeout(v):c()},y=_=>({name:_,required:yt(_,s,r),problem:l(_),value:e[_],onInput:({target:$})=>t(_,$.value),onFocus:()=>f.value=_,onBlur:()=>{f.value=null,u.value={...u.value,[_]:!0}}});return a`
    <form ref=${m} class="form" onSubmit=${b} noValidate>
      <p class="hint">${U.value.agencyName} needs whatever is not marked as optional.</p>
      ${fn(s)&&a`<${Ks} ...${y("statementId")} />`}
      ${Object.entries(Gc).map(([_,$])=>a`<${Kc} key=${_} ...${$} ...${y(_)} />`)}
      <${ai}
        required=${yt("document",s,r)} problem=${d.value?p.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function Kc({name:e,label:t,hint:n,rows:o,problem:s,required:r,value:i,type:c="text",...u}){let d=o?"textarea":"input",{oldest:f,latest:m}=c==="date"?$o():{};return a`
    <div class="field">
      <${Je} name=${e} required=${r}>${t}<//>
      ${n&&a`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${f} max=${m} autocomplete="off"
        value=${i} ...${Ze({name:e,hint:n,problem:s,required:r})} ...${u}
      />
      <${ze} name=${e}>${s}<//>
    </div>
  `}var li={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"}},yo=({status:e})=>li[e]?.words??e;function go(e,t){let n=t.filter(s=>s.kind==="invoice"&&(D(s)||!e.some(r=>ui(r,s)))).reverse().map(s=>({...s.content,document:s.document,submittedAt:new Date(s.addedAt).toISOString(),item:s})),o=s=>["sending","unconfirmed"].includes(s.status)&&n.some(({item:r})=>ui(s,r));return[...n,...e.filter(s=>!o(s))]}function ui(e,{jobId:t,content:n,result:o,state:s}){if(s==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:r,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===r&&e.invoiceNumber===i&&e.invoiceDate===c}function mn({jobId:e,agency:t}){let n=T(t?.offers.includes("invoices.list")?"invoices":null).value,o=go(n.body?.invoices??[],R.value??[]).filter(s=>s.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${bo} invoices=${o} />
    </section>
  `:null}var bo=({invoices:e,jobs:t={}})=>a`
  <ul class="rows">
    ${e.map((n,o)=>a`<${Jc} key=${n.item?.id??n.invoiceId??`at ${o}`} invoice=${n} jobs=${t} />`)}
  </ul>
`;function Jc({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:s,invoiceDate:r,document:i,jobId:c,item:u}=e;return a`
    <li class="entry">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":j(n)}</b>
      </p>
      <p class="about">
        ${u?a`<${Oe} item=${u} />`:a`<${zc} invoice=${e} />`}
        ${r&&a`<time datetime=${r}>${K(r)}</time>`}
        ${s&&a`<span dir="auto">Number ${s}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${t[c]&&a`<a class="reach" href=${w(`/jobs/${c}`)}><${h} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${u&&D(u)&&a`<a class="reach" href=${w("/outbox")}><${h} name="send" />Look at what waits here</a>`}
    </li>
  `}function zc({invoice:e}){let{icon:t="search",className:n=""}=li[e.status]??{};return a`<span class=${`state ${n}`}><${h} name=${t} />${yo(e)}</span>`}function fi({about:e,address:t,values:n,document:o,failed:s,onSend:r,change:i,back:c}){let u=g(!1),d=async()=>{u.value=!0,await r(),u.value=!1},f=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",j(pe(n.amount))],["VAT in it",n.vat.trim()&&j(pe(n.vat))],["Date of the invoice",K(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${Lt(o.size)}`:"None"]];return a`
    <${S} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${f.filter(([,m])=>m).map(([m,p])=>a`<div key=${m}><dt>${m}</dt><dd dir="auto">${p}</dd></div>`)}
        </dl>
      </div>
      ${fe.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone, and be sent by itself.</p>`}
      <p class="problem" role="alert">${s}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${u.value} onClick=${d}>
          <${h} name="send" />Send to ${U.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var Zc=!1;function wo({jobId:e,item:t,about:n,address:o,first:s,back:r}){let{query:i,path:c}=A.value,u=t?`change of ${t.id}`:`invoice for ${e??`statement ${s.statementId}`}`,[[d,f],[m,p]]=[$t(u),$t(`PDF of ${u}`)],[l,v]=[T("agency").value,g(null)],b=i.has("look");if(sn(t?.id??null),d.value===void 0||m.value===void 0||!l.body&&l.busy)return a`<${S} key="reading" title="Invoice" back=${r}><p class="loading" role="status">Loading …</p><//>`;let y=l.body&&Qc(l.body,e);if(y)return a`<${S} key="none" title="Invoice" back=${r}><p class="notice">${y}</p><//>`;let _={...s,...t&&si(t.content),...d.value},$=(m.value??t?.document)||null,N=!Object.keys(dn(_,$,l.body,e)).length,{statementId:O}=s,oe=B=>w(c,{...O&&{statement:O},...t&&{change:t.id},...B}),Ae=()=>{let B=ri(_,e);return t?Zt(t.id,{content:B,...m.value!==null&&{document:di($)}}):Ye({kind:"invoice",jobId:e,about:n,content:B,document:di($)})},V=async()=>{v.value=null;try{let{id:B}=await Ae();H("Your invoice is on its way."),le(w(c,{sent:B}),{replace:!0}),f(null),p(null)}catch(B){v.value=B.sentence??"Your invoice could not be kept. Please try again."}};return b&&N?a`
      <${fi}
        about=${n} address=${o} values=${_} document=${$} failed=${v.value} onSend=${V}
        change=${oe({})} back=${r}
      />
    `:a`
    <${S} key="write" title="Invoice" back=${r} keepsFocus=${b}>
      <${Xc} about=${n} address=${o} />
      ${e&&a`<${mn} jobId=${e} agency=${l.body} />`}
      <${ci}
        values=${_} set=${(B,bt)=>f({...d.value,[B]:bt})} document=${$}
        setDocument=${B=>p(B??Zc)} agency=${l.body} jobId=${e} asked=${b}
        onWhole=${()=>le(oe({look:"1"}))}
      />
    <//>
  `}function Xc({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Qc({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var di=e=>e&&new File([e.blob],e.name,{type:e.blob.type});var eu={path:"/money",name:"Money"};function So({id:e}){let{query:t}=A.value,n=Number(t.get("sent")??t.get("change")),o=(R.value??[]).find(c=>c.id===n),s=e?{path:`/jobs/${e}`,name:"Job"}:eu;if(n&&R.value===null)return a`<${S} key="reading" title="Your invoice" back=${s} />`;if(o&&(t.has("sent")||!Se(o)))return a`<${Gs} item=${o} back=${s} />`;let r=t.get("statement")??"";return a`<${e?tu:nu} key=${n||r} id=${e} statementId=${r} item=${o} back=${s} />`}function tu({id:e,statementId:t,...n}){let{job:o,reading:s}=ln(e);if(!o&&!n.item&&s.status===404)return a`<${mi} reading=${s} back=${n.back} />`;let r={...pi,statementId:t,invoiceDate:se()},i=o?.property?.address;return a`<${wo} jobId=${e} about=${o?Q(o):e} address=${i} first=${r} ...${n} />`}function nu({statementId:e,...t}){let n=T("statements/pending").value,o=n.body?.statements.find(r=>r.statementId===e);if(!o&&n.busy)return a`<${mi} reading=${n} back=${t.back} />`;let s={...pi,...o&&ou(o),statementId:e,invoiceDate:se()};return a`<${wo} jobId=${null} about=${o?vo(o):""} first=${s} ...${t} />`}var mi=({reading:e,back:t})=>a`
  <${S} key="nothing" title="Invoice" back=${t}><${J} reading=${e} /><//>
`,pi={amount:"",vat:"",description:"",invoiceNumber:""},ou=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var Xe=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;function hi({job:e,standing:t}){let[n,o]=[g(null),g(!1)],s=qs(e.jobId),r=async i=>{if(!o.value){o.value=!0,n.value=null;try{await Ye({kind:"completion",jobId:e.jobId,about:Q(e),content:{completed:i},document:null}),H(i?"The job is being marked complete.":"The job is being reopened.")}catch(c){n.value=c.sentence??"This could not be kept. Please try again."}o.value=!1}};return s?a`
      <p class="pending">
        <${h} name=${s.content.completed?"done":"reopen"} />
        ${s.content.completed?"Marked complete by you.":"Reopened by you."} <${Oe} item=${s} />
      </p>
    `:a`
    ${t==="open"&&a`<button class="btn btn-primary" type="button" onClick=${()=>r(!0)}><${h} name="done" />Mark complete</button>`}
    ${t==="completed"&&a`<button class="btn btn-secondary" type="button" onClick=${()=>r(!1)}><${h} name="reopen" />Reopen this job</button>`}
    ${n.value&&a`<p class="notice" role="alert">${n.value}</p>`}
  `}function _i({job:e,canAdd:t}){let n=U.value.displayName,o=ke(e.jobId).filter(r=>r.kind==="note"&&!ru(e.notes,r)),s=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!s&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${s&&a`<ol class="notes">
        ${e.notes.map(({noteId:r,note:i,author:c,createdAt:u},d)=>a`
            <li key=${r??`at ${d}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${u&&a`<time datetime=${u}>${ye(u)}</time>`}</p>
              <p class="says" dir="auto">${i}</p>
            </li>
          `)}
        ${o.map(r=>a`
            <li key=${r.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${r.content.note}</p>
              <${Oe} item=${r} />
            </li>
          `)}
      </ol>`}
      ${t&&a`<${su} job=${e} />`}
    </section>
  `}var ru=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:s,note:r})=>o?.noteId?s===o.noteId:r===n.note);function su({job:e}){let[t,n]=$t(`note on ${e.jobId}`),[o,s]=[g(null),g(!1)];return a`
    <form class="composer" onSubmit=${async i=>{if(i.preventDefault(),s.value)return;let c=me(t.value??"");if(o.value=rn(c),!o.value){s.value=!0;try{await Ye({kind:"note",jobId:e.jobId,about:Q(e),content:{note:c},document:null}),n(null),H("Your note was added.")}catch(u){o.value=u.sentence??"Your note could not be kept. Please try again."}s.value=!1}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${_t} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${i=>n(i.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${h} name="send" />Add note</button>
    </form>
  `}var vi={path:"/jobs",name:"Jobs"};function $i({id:e}){let{job:t,reading:n}=ln(e),o=T("agency").value.body,s=ut(ke(e));if(E(()=>{for(let i of s?[`jobs/${e}`,"jobs","invoices"]:[])tn(i,s)},[s]),!t)return a`<${S} title="Job" back=${vi}><${J} reading=${n} /><//>`;let r=o?.offers??[];return a`
    <${S} title=${Q(t)} back=${vi}>
      <${iu} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${au} job=${t} />
      </div>
      <div class="doing">
        ${r.includes("jobs.complete")&&a`<${hi} job=${t} standing=${un(t,o)} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${w(`/jobs/${e}/invoice`)}><${h} name="invoice" />Send its invoice</a>`}
      </div>
      ${r.includes("invoices.submit")&&a`<${mn} jobId=${e} agency=${o} />`}
      <${_i} job=${t} canAdd=${r.includes("notes.add")} />
      <${ie} reading=${n} />
    <//>
  `}function iu({job:e}){let{status:t,priority:n,category:o,reference:s,reportedAt:r,completedAt:i}=e;return[t,n,o,s,r,i].some(Boolean)?a`
    <p class="about">
      ${Be(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
      ${t&&a`<${Xe}>${t}<//>`}
      ${n&&!Be(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${s&&a`<span dir="auto">${s}</span>`}
      ${r&&a`<span>Reported <time datetime=${r}>${ye(r)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${K(i)}</time></span>`}
    </p>
  `:null}function au({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:s}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Fs} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||s)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${vt} phone=${o} who=${n??"the tenant"} /><${an} email=${s} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}function pn({onReach:e,left:t}){let n=G(null);return E(()=>{let o=new IntersectionObserver(([{isIntersecting:s}])=>s&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var hn={open:"Open",completed:"Completed",cancelled:"Cancelled"},cu={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},xo=40,Qe=W({});function Oo(){let e=T("jobs"),t=T("agency").value.body,n=A.value.query.get("show")??"open";return a`
    <${S} title="Jobs">
      ${e.value.body?a`<${uu} jobs=${e.value.body.jobs} agency=${t} tab=${Object.hasOwn(hn,n)?n:"open"} />`:a`<${J} reading=${e.value} />`}
      <${ie} reading=${e.value} />
    <//>
  `}function uu({jobs:e,agency:t,tab:n}){let o=A.value.account,s=Qe.value.at===o?Qe.value.text:"",r=s===Qe.value.text&&n===Qe.value.tab?Qe.value.most:xo,i=re(()=>Ys(e),[e]),c=re(()=>du(i,t),[i,t]),u=re(()=>lu(c,m=>m.filter(Vs(s))),[c,s]),d=u[n],f=m=>{Qe.value={at:o,tab:n,text:s,most:r,...m}};return E(()=>{s&&H(d.length?`${te(d.length,"job")} found`:"No job found")},[s,n]),a`
    <form class="search" role="search" onSubmit=${m=>m.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${h} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${m=>f({text:m.target.value,most:xo})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(hn).filter(([m])=>m!=="cancelled"||c.cancelled.length).map(([m,p])=>a`
            <a key=${m} href=${w("/jobs",{show:m})} aria-current=${m===n?"true":null}>
              ${p} <span class="number">${u[m].length}</span>
            </a>
          `)}
    </nav>
    ${d.length?a`<ul class="rows">${d.slice(0,r).map(mu)}</ul>`:a`<p class="notice">${s?`No job here has “${s}” in it.${fu(u)}`:cu[n]}</p>`}
    ${d.length>r&&a`<${pn} onReach=${()=>f({most:r+xo})} left=${d.length-r} />`}
  `}var lu=(e,t)=>Object.fromEntries(Object.entries(e).map(([n,o])=>[n,t(o)]));function fu(e){return Object.keys(hn).filter(n=>e[n].length).map(n=>` ${hn[n]}: ${e[n].length}.`).join("")}function du(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[un(o,t)].push(o);return n}var ko=new WeakMap;function mu(e){return ko.has(e)||ko.set(e,a`<${pu} key=${e.jobId} job=${e} />`),ko.get(e)}function pu({job:e}){let{jobId:t,reference:n,status:o,reportedAt:s,property:r}=e,i=ke(t).filter(D).length;return a`
    <li class="row">
      <a href=${w(`/jobs/${t}`)}>
        ${Be(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${Q(e)}</span>
        ${r?.address&&a`<span class="address" dir="auto">${r.address}</span>`}
        <span class="about">
          ${o&&a`<${Xe}>${o}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${$r(s)}</span>`}
          ${n&&a`<span dir="auto">${n}</span>`}
          ${i>0&&a`<span class="unsent"><${h} name="send" />${te(i,"thing")} to send</span>`}
        </span>
      </a>
    </li>
  `}var _n=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,gi=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function bi(e){let t=new Map;for(let{date:i,amount:c}of e){let u=i?.slice(0,7);u&&t.set(u,_n([t.get(u),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(Ao(o[0]));let s=o.map(i=>({month:i,amount:t.get(i)??0})),r=n.filter(i=>i<o[0]);return r.length?[{month:null,amount:_n(r.map(i=>t.get(i)))},...s]:s}function wi(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,yi(t)],"Last month":[`${Ao(t)}-01`,yi(Ao(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function Ao(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function yi(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var To="Other dates";function xi({from:e,to:t,set:n}){let o=wi(se()),s=Object.keys(o).find(u=>o[u].join()===[e,t].join()),r=g(!s),i=({target:u})=>{r.value=u.value===To,r.value||n(...o[u.value])},c=e&&t&&e>t;return a`
    <form class="dates" onSubmit=${u=>u.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${r.value?To:s} onChange=${i}>
          ${[...Object.keys(o),To].map(u=>a`<option key=${u}>${u}</option>`)}
        </select>
      </div>
      ${r.value&&a`
        <${Si} id="from" label="From" value=${e} isWrong=${c} onChange=${u=>n(u,t)} />
        <${Si} id="to" label="To" value=${t} isWrong=${c} onChange=${u=>n(e,u)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Si=({id:e,label:t,value:n,isWrong:o,onChange:s})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:r})=>s(r.value)}
    />
  </div>
`;var hu=/^[=+\-@\t\r\n＝＋－＠]/u,_u=/[",\r\n]/;function ki(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,s])=>s(o)))].map(o=>`${o.map(vu).join(",")}\r
`).join("")}function vu(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=hu.test(e)?`'${e}`:e;return _u.test(t)?`"${t.replaceAll('"','""')}"`:t}function Oi(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Ti({rows:e,caption:t}){let n=Math.max(...e.map(o=>o.month?o.amount:0),.01);return a`
    <div class="card">
      <table class="months">
        <caption>${t}</caption>
        <thead><tr><${Ai}>Month<//><${Ai}>Amount<//></tr></thead>
        <tbody>${e.map(o=>a`<${$u} key=${o.month} ...${o} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var Ai=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,$u=({month:e,amount:t,most:n})=>a`
  <tr>
    <th scope="row">${e?vr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${yu} share=${t/n} />`}<b>${j(t)}</b></span></td>
  </tr>
`,yu=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;var Ii=({statements:e,jobs:t,agency:n,isPending:o})=>a`
  <ul class="rows">
    ${e.map(s=>a`
        <${gu}
          key=${s.statementId} statement=${s} job=${t[s.jobId]} isPending=${o}
          invoice=${o&&wu(s,n)}
        />
      `)}
  </ul>
`;function gu({statement:e,job:t,isPending:n,invoice:o}){let{reference:s,description:r,amount:i,status:c,jobId:u}=e,[d,f]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],m=c||n&&"Not paid yet";return a`
    <li class="entry">
      <p class="sum">
        <span class="title" dir="auto">${r||s||"Statement"}</span>${" "}
        <b>${i===null?"":j(i)}</b>
      </p>
      <p class="about">
        ${m&&m!==f&&a`<${Xe}>${m}<//>`}
        ${d&&a`<span>${f} <time datetime=${d}>${K(d)}</time></span>`}
        ${s&&a`<span dir="auto">${s}</span>`}
      </p>
      <${bu} statement=${e} />
      ${t&&a`<a class="reach" href=${w(`/jobs/${u}`)}><${h} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${h} name="invoice" />Send its invoice</a>`}
    </li>
  `}function bu({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${j(e)} in all`,t&&`${j(t)} of it VAT`,n&&`less ${j(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function wu({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!fn(n)?null:n.invoice.link==="job_or_statement"?w("/invoice",{statement:e}):t&&w(`/jobs/${t}/invoice`,{statement:e})}var L=e=>t=>t[e],Ei=[["Statement",L("statementId")],["Date",L("date")],["Reference",L("reference")],["Description",L("description")],["Job",L("jobId")],["Net",L("net")],["VAT",L("vat")],["Gross",L("gross")],["Commission",L("commission")],["Amount",L("amount")],["Status",L("status")]],Su=[["Invoice",L("invoiceId")],["Date",L("invoiceDate")],["Number",L("invoiceNumber")],["Description",L("description")],["Job",L("jobId")],["Statement",L("statementId")],["Amount",L("amount")],["VAT",L("vat")],["Status",e=>e.item?je(e.item):yo(e)],["Sent",L("submittedAt")],["Document",({document:e})=>e?.name]],Re={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:Ei},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:Su},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...Ei,["Paid",L("paidAt")]]}};function Io(e,{body:t,busy:n,problem:o},s){if(e!=="invoices")return t?.statements??null;let r=go(t?.invoices??[],s);return t||r.length||!(n||o)?r:null}var Ni=40;function Di({tab:e,rows:t,from:n,to:o,agency:s}){let{dateOf:r,counts:i,total:c,none:u,one:d,columns:f}=Re[e],m=g(Ni),p=T("jobs").value.body?.jobs,l=re(()=>Object.fromEntries((p??[]).map(V=>[V.jobId,Q(V)])),[p]),v=gi(n,o),b=t.filter(V=>v(r(V))),y=_n(b.filter(i).map(V=>V.amount)),_=n||o;if(E(()=>{_&&H(b.length?`${te(b.length,d)}, ${j(y)}`:"None for these dates")},[]),!b.length)return a`<p class="notice">${_?"There is none for these dates.":u}</p>`;let{agency:$,contractorId:N}=de.value,O=()=>Oi(`${$} ${N} ${e} ${se()}.csv`,ki(f,b)),oe=b.slice(0,m.value),Ae=b.length-oe.length;return a`
    <p class="total"><span>${c}</span> <b>${j(y)}</b></p>
    ${e==="paid"&&a`<${Ti} caption="Paid by month" rows=${bi(b.map(V=>({...V,date:r(V)})))} />`}
    ${e==="invoices"?a`<${bo} invoices=${oe} jobs=${l} />`:a`<${Ii} statements=${oe} jobs=${l} agency=${s} isPending=${e==="pending"} />`}
    ${Ae>0&&a`<${pn} onReach=${()=>m.value+=Ni} left=${Ae} />`}
    <button type="button" class="btn btn-secondary" onClick=${O}><${h} name="download" />Download as CSV</button>
  `}function Mi(){let e=T("agency").value,t=e.body?.offers??[],n={};for(let[r,{path:i,needs:c}]of Object.entries(Re))n[r]=T(t.includes(c[0])?i:null).value;let o=ut(Eo().filter(({kind:r})=>r==="invoice"));E(()=>{o&&tn("invoices",o)},[o]);let s=Object.keys(Re).filter(r=>Re[r].needs.some(i=>t.includes(i)));return e.body?s.length?a`<${S} title="Money"><${xu} tabs=${s} readings=${n} agency=${e.body} /><//>`:a`<${S} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${S} title="Money"><${J} reading=${e} /><//>`}var Eo=()=>R.value??[];function xu({tabs:e,readings:t,agency:n}){let{query:o}=A.value,[s,r,i]=["from","to","show"].map(m=>o.get(m)??""),c=e.includes(i)?i:e[0],u=t[c],d=Io(c,u,Eo()),f=(m,p,l)=>w("/money",{show:m,...p&&{from:p},...l&&{to:l}});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>a`
          <a key=${m} href=${f(m,s,r)} aria-current=${m===c?"true":null}>
            ${Re[m].title} <span class="number">${Io(m,t[m],Eo())?.length}</span>
          </a>
        `)}
    </nav>
    <${xi} key=${c} from=${s} to=${r} set=${(m,p)=>le(f(c,m,p),{replace:!0})} />
    ${d&&a`<${Di} key=${[c,s,r].join()} tab=${c} rows=${d} from=${s} to=${r} agency=${n} />`}
    ${!u.body&&a`<${J} reading=${u} />`}
    <${ie} reading=${u} />
  `}var gt=6,ku=30,ji=5,Ou=`A code can be tried ${ji} times. Please send another one.`;function Ci({asked:e,onAsked:t,onOther:n,onDone:o}){let[s,r,i]=[g(null),g(!1),G(null)],c=G(0),u=Au(e.at);Me(()=>i.current.focus(),[]);let d=l=>{s.value=l,i.current.focus(),i.current.select()},f=async()=>{let l=Pi(i.current.value);if(l.length!==gt)return d(`The code has ${gt} digits.`);s.value=null,r.value=!0;let v=await Ss(e.email,l);return r.value=!1,v.status===201?o():(v.status===401&&(c.current+=1),d(c.current<ji?ne(v):Ou))},m=()=>{let l=Pi(i.current.value);l!==i.current.value&&(i.current.value=l),s.value=null,l.length===gt&&!r.value&&f()},p=async()=>{let l=await en(e.email);return l.status!==204?d(ne(l)):(H("Another code is on its way."),c.current=0,i.current.value="",i.current.focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${l=>(l.preventDefault(),f())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${gt} digits</label>
      <input
        id="code" ref=${i} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${s.value?"true":null} onInput=${m}
      />
      <p id="code-problem" class="problem" role="alert">${s.value}</p>
      <button class="btn btn-primary wide" disabled=${r.value}>${r.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${u>0} onClick=${p}>
        Send another code${u>0?` (in ${u} s)`:""}
      </button>
      <button class="btn btn-link" type="button" onClick=${n}>Use another address</button>
    </div>
  `}var Pi=e=>e.replace(/\D/g,"").slice(0,gt);function Au(e){let t=()=>Math.max(0,Math.ceil(ku-(Date.now()-e)/1e3)),n=g(t());return E(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var Li="Please enter a whole e-mail address, such as name@example.com.";function Bi({first:e,onAsked:t}){let[n,o,s]=[g(null),g(!1),G(null)];return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=s.current.value.trim();if(n.value=s.current.checkValidity()?null:Li,n.value){s.current.focus();return}o.value=!0;let u=await en(c);if(o.value=!1,u.status===204){t({email:c,at:Date.now()});return}n.value=u.status===400?Li:ne(u),s.current.focus()}} noValidate>
      <p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
      <label for="email">E-mail address</label>
      <input
        id="email" ref=${s} class="form-control" type="email" name="email" required maxlength="254" autocomplete="email"
        autocapitalize="none" spellcheck=${!1} defaultValue=${e} aria-describedby="email-problem"
        aria-invalid=${n.value?"true":null}
      />
      <p id="email-problem" class="problem" role="alert">${n.value}</p>
      <button class="btn btn-primary wide" disabled=${o.value}>${o.value?"Sending …":"Send me a code"}</button>
    </form>
  `}var vn="asked for a code",Tu=()=>JSON.parse(sessionStorage.getItem(vn)??"null"),Iu=6e5;function Ri(){let e=Tu(),t=g(e&&Date.now()-e.at<Iu?e:null),n=o=>{t.value=o,o?sessionStorage.setItem(vn,JSON.stringify(o)):sessionStorage.removeItem(vn)};return a`
    <div class="sign-in">
      <header class="portal"><span class="mark"><${h} name="mark" /></span>Contractor Portal</header>
      ${t.value?a`<${S} key="code" title="Enter your code" keepsFocus>
            <${Ci} asked=${t.value} onAsked=${n} onOther=${()=>n(null)} onDone=${()=>sessionStorage.removeItem(vn)} />
          <//>`:a`<${S} key="email" title="Sign in">
            ${Ge.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
            <${Bi} first=${Ge.value??""} onAsked=${n} />
          <//>`}
    </div>
  `}var Eu={jobs:Oo,job:$i,invoice:So,statement:So,money:Mi,contacts:Ws,account:Ps,outbox:Bs};function Ui(){if(k.value===void 0)return a`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(k.value===null)return a`<${Ri} />`;if(U.value===null)return a`<${Us} />`;let{screen:e,id:t,path:n}=A.value,o=Eu[e]??Oo,s=q(U.value);return a`<${_o} key=${s}><${o} key=${n} id=${t} /></${_o}>`}var Nu=["checking","done","refused"];function Fi(){let e=new Map;ee(()=>{let t=R.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&Nu.includes(n.state)&&H(`${Ht(n)}: ${je(n)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}var $n=null,Wi=[];function Hi(){document.addEventListener("focusin",({target:t})=>{$n=t,Wi=[...ju(t)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(Mu).observe(document.getElementById("app"),e)}function Mu(){let e=![document.body,$n].includes(document.activeElement);!$n||e||Pu($n)||Cu(Wi.find(t=>t.isConnected)??document.querySelector("h1"))}var Pu=e=>e.isConnected&&!e.disabled&&!e.hidden;function*ju(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function Cu(e){e&&(e.hasAttribute("tabindex")||(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0})),e.focus({preventScroll:!0}))}gr();Os();_s();Fi();Hi();Qt();ee(()=>{let e=de.value;e?(yr(q(e)),ro(e)):ls(bs.value)});Wo(a`<${Ui} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
