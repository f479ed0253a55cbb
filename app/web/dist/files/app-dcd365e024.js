"use strict";(()=>{var O,or,Un,Ae,jn,Lt,rr,Nt,sr,Bn,Fn,Ya,mt=Symbol.for("pv"),Pt={},Rt=[],Ga=/^m(i|n|o|s|text|space)$/,qn=Array.isArray,Wn=Rt.slice,je=Object.assign;function Re(e){e&&e.parentNode&&e.remove()}function jt(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?Wn.call(arguments,2):n),ft(e,i,o,r,null)}function ft(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:mt,__v:r||++or,__i:-1,__u:0};return!r&&O.vnode&&O.vnode(s),s}function Fe(e){return e.children}function Xe(e,t){this.props=e,this.context=t,this.__g=0}function Te(e,t){if(t==null)return e.__&&Te(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Te(e)}function Ja(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=je({constructor:mt},n)).__v=n.__v+1,O.vnode&&O.vnode(t),Hn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||Te(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,fr(r,t,s),n.__=n.__e=null,t.__e!=o&&ir(t))}function ir(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),ir(e)}function tr(e){(8&e.__g||(e.__g|=8,Ae.push(e),Lt++))&&jn==O.debounceRendering||((jn=O.debounceRendering)||queueMicrotask)(ar)}function ar(){try{for(var e,t=1;Ae.length;)Ae.length>t&&Ae.sort(rr),e=Ae.shift(),t=Ae.length,8&e.__g&&Ja(e)}finally{(Lt=Ae.length)&&(jn||queueMicrotask)(ar)}}function cr(e,t,n,o,r,s,i,c,u,m,l){var p,d,f,h,_,w,g=o.__k||Rt,y=t.length;for(u=Ka(n,t,g,u,y),p=0;p<y;p++)(f=n.__k[p])!=null&&(d=~f.__i&&g[f.__i]||Pt,f.__i=p,w=Hn(e,f,d,r,s,i,c,u,m,l),h=f.__e,(d.ref!=f.ref||8&d.__u)&&(d.ref&&Vn(d.ref,null,f,d),f.ref&&l.push(f.ref,f.__c||h,f)),_=_||h,4&f.__u?(u=ur(f,u,e,!d.__v),d.__e&&(d.__e=null)):typeof f.type=="function"&&w!==void 0?u=w:h&&(u=h.nextSibling),f.__u&=-21);return n.__e=_,u}function Ka(e,t,n,o,r){var s,i,c,u,m,l,p,d,f,h=n.length,_=h,w=0,g=0,y=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=y[s]=ft(null,i):qn(i)?i=y[s]=ft(Fe,{children:i}):i.constructor===mt&&i.__b?i=y[s]=ft(i.type,i.props,i.key,i.ref,i.__v):y[s]=i,u=s+w,i.__=e,i.__b=e.__b+1,c=null,~(m=i.__i=za(i,n,u,_))&&(_--,(c=n[m])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,m==u-1?w--:m==u+1?w++:m!=u&&(m>u?w--:w++,g=1)):(~m||(r>h?w--:r<h&&w++),typeof i.type!="function"&&(i.__u|=4))):y[s]=null;if(g){for(l=[],p=[],s=0;s<r;s++)if((i=y[s])&&16&i.__u){for(w=0,d=l.length;w<d;)l[f=w+d>>1]<i.__i?w=f+1:d=f;l[w]=i.__i,p[s]=w+1}for(w=l.length;s--;)p[s]&&(p[s]==w?w--:y[s].__u|=4)}if(_)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Te(c)),Yn(c,c));return o}function ur(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=ur(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Te(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function za(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return n;if(o>(u?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function nr(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Mt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||nr(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||nr(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=Fn[t]||(Fn[t]=Za(t)),(e.__a||(e.__a={}))[t]=Bn,s=t!=(t=t.replace(sr,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Za(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Nt]==null)t[Nt]=Bn++;else if(t[Nt]<this.__a[e])return;return n(O.event?O.event(t):t)}}}function Hn(e,t,n,o,r,s,i,c,u,m){var l,p,d,f,h,_,w,g,y,b,I,Pe,Ze,_e,Z,G,se,be,ue=t.type;if(t.constructor!==mt)return null;128&n.__u&&(u=32&n.__u,l=n.__c.__z)&&(t.__u|=u,p=s=[],l.nodeType==8?c=Ct(l,s):s.push(l),c=s[0]||c),(l=O.__b)&&l(t);e:if(typeof ue=="function"){d=i.length;try{if(g=t.props,y=(l=ue.prototype)&&l.render,b=(l=ue.contextType)&&o[l.__c],I=l?b?b.props.value:l.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):(y?t.__c=f=new ue(g,I):(t.__c=f=new Xe(g,I),f.constructor=ue,f.render=Qa),b&&b.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),y&&(f.__s||(f.__s=f.state),ue.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=je({},f.__s)),je(f.__s,ue.getDerivedStateFromProps(g,f.__s)))),h=f.props,_=f.state,f.__v=t,n.__c){if(g!==h&&y&&!ue.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps(g,I),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate(g,f.__s,I)===!1){t.__v!=n.__v&&(f.props=g,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(D){D&&(D.__=t)}),Rt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&i.push(f),c=Te(n);break e}f.componentWillUpdate&&f.componentWillUpdate(g,f.__s,I),y&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate(h,_,w)})}else y&&!ue.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),y&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=I,f.props=g,f.__P=e,f.__g&=-5,Pe=O.__r,Ze=y?25:0;do f.__g&=-9,Pe&&Pe(t),l=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++Ze<25);y&&(Rt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=je({},o,f.getChildContext())),y&&n.__c&&f.getSnapshotBeforeUpdate&&(w=f.getSnapshotBeforeUpdate(h,_)),_e=l&&l.type===Fe&&l.key==null?l.props.children:l,g.__P&&(l=c,r=(e=g.__P).namespaceURI,u=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(D){D&&Yn(D,D)}),n.__k=null),c=n.__k?Te(n,0):null),c=cr(e,qn(_e)?_e:[_e],t,n,o,r,s,i,c,u,m),g.__P&&(t.__e=null,c=l),t.__u&=-161,p&&p.some(Re),f.__h.length&&i.push(f),1&f.__g&&(f.__g&=-4)}catch(D){if(i.length=d,t.__v=null,u||s)if(D&&D.then){if(t.__u|=128|u,s){for(~(se=s.indexOf(c||void 0))||(se=s.length);(be=s[se-1])&&be.nodeType==8;)se--;for(;se<s.length;se++)if(be=s[se])if(s[se]=null,Z){if(be==G)break}else{if(be.nodeType!=8)break;be.data.startsWith("$s")&&(G=Ct(Z=be))}}if(!Z){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;Z=c}(l=Ct(Z=t.__c.__z||(t.__c.__z=Z)))?(t.__e=Z,c=l):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Re);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),D&&D.then||lr(t),O.__e(D,t,n)}}else c=t.__e=Xa(n.__e,t,n,o,r,s,i,u,m,e);return(l=O.diffed)&&l(t),c}function Ct(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function lr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(lr))}function fr(e,t,n){for(var o=0;o<n.length;)Vn(n[o++],n[o++],n[o++]);O.__c&&O.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){O.__e(s,r.__v)}})}function Xa(e,t,n,o,r,s,i,c,u,m){var l,p,d,f,h,_,w,g,y=n.props||Pt,b=t.props,I=t.type;if(I=="svg"?r="http://www.w3.org/2000/svg":I=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(l=0;l<s.length;l++)if((h=s[l])&&(I?h.localName==I:h.nodeType==3)){e=h,s[l]=null;break}}if(!e){if(g=m.ownerDocument||document,!I)return g.createTextNode(b);e=g.createElementNS(r,I,b.is?b:m),c&&(O.__m&&O.__m(t,s),c=!1),s=null}if(I){if(m=I=="template"&&e.content||e,s=I=="textarea"&&b.defaultValue!=null?null:s&&Wn.call(m.childNodes),!c&&s)for(y={},l=0;l<e.attributes.length;l++)y[(h=e.attributes[l]).name]=h.value;for(l in y)h=y[l],l=="dangerouslySetInnerHTML"?d=h:l=="children"||l in b||l=="value"&&"defaultValue"in b||l=="checked"&&"defaultChecked"in b||Mt(e,l,null,h,r);for(l in b)h=b[l],l=="children"?f=h:l=="dangerouslySetInnerHTML"?p=h:l=="value"?_=h:l=="checked"?w=h:c&&typeof h!="function"||y[l]===h||Mt(e,l,h,y[l],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(I=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Ga.test(I))&&(r="http://www.w3.org/1999/xhtml"),cr(m,qn(f)?f:[f],t,n,o,r,s,i,s?s[0]:n.__k&&Te(n,0),c,u),s&&s.some(Re)),c&&I!="textarea"||(l="value",I=="progress"&&_==null?e.removeAttribute(l):_==null||_===e[l]&&(I!="progress"||_)||Mt(e,l,_,y[l],r),l="checked",w!=null&&w!=e[l]&&Mt(e,l,w,y[l],r))}else y===b||c&&e.data==b||(e.data=b);return e}function Vn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){O.__e(r,n)}}function Yn(e,t,n){var o,r,s,i;if(O.unmount&&O.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Vn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){O.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&Yn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Ct(o,s=[]))&&(o==e.__e&&s.some(Re),Re(r),Re(o)),n||Re(e.__e),e.__e=e.__c=e.__=null}function Qa(e,t,n){return this.constructor(e,n)}function mr(e,t){var n,o,r,s;O.__&&O.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=ft(Fe,{children:[e]}),r=[],s=[],Hn(t,t.__k,o||Pt,Pt,t.namespaceURI,o?null:t.firstChild?Wn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),fr(r,t.__k,s),t.__k.props.children=null}O={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Lt=0,e}},or=0,Un=function(e){return e!=null&&e.constructor===mt},Xe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=je({},this.state)),typeof e=="function"&&(e=e(je({},n),this.props)),e&&(je(n,e),this.__v&&(t&&this.__k.push(t),tr(this)))},Xe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),tr(this))},Xe.prototype.render=Fe,Ae=[],Lt=0,rr=function(e,t){return e.__v.__b-t.__v.__b},Nt=Symbol(),sr=/(PointerCapture)$|Capture$/i,Bn=0,Fn={},Ya=0;var Ue,R,Gn,dr,Jn=Object.is,pt=0,wr=[],Kn=[],P=O,pr=P.__b,hr=P.__r,vr=P.diffed,$r=P.__c,_r=P.unmount,br=P.__;function ht(e,t){P.__h&&P.__h(R,e,pt||t),pt=0;var n=R.__H||(R.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function Be(e){return pt=1,ec(xr,e)}function ec(e,t,n){var o=ht(Ue++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):xr(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);Jn(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=R,!R.__f)){R.__f=!0;var r=R.shouldComponentUpdate;R.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var m=!1,l=this.props!=s;if(u.__.some(function(d){d.__N&&(m=!0,Jn(d.__[0],d.__N[0])||(l=!0))}),r){var p=r.call(this,s,i,c);return m?p||l:p}return!m||l}}return o.__}function q(e,t){var n=ht(Ue++,3);!P.__s&&Zn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,R.__H.__h.push(n))}function le(e,t){var n=ht(Ue++,4);!P.__s&&Zn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,R.__h.push(n))}function H(e){return pt=5,J(function(){return{current:e}},[])}function J(e,t){var n=ht(Ue++,7);return Zn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Ft(e,t){return pt=8,J(function(){return e},t)}function Sr(){var e=ht(Ue++,11);if(!e.__){for(var t=R.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function tc(){var e;do{for(;e=Kn.shift();)try{dt(e)}catch(n){P.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=wr.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(dt),t.__h.some(zn),t.__h=[]}catch(n){t.__h=[],P.__e(n,e.__v)}}}while(Kn.length)}P.__b=function(e){R=null,pr&&pr(e)},P.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),br&&br(e,t)},P.__r=function(e){hr&&hr(e),Ue=0;var t=(R=e.__c).__H;t&&(Gn==R?R.__h=[]:(t.__h.some(dt),t.__h.some(zn),Ue=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Gn=R},P.diffed=function(e){vr&&vr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&gr(wr.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Gn=R=null},P.__c=function(e,t){t.some(function(n){try{n.__h.some(dt),n.__h=n.__h.filter(function(o){return!o.__||zn(o)})}catch(o){n.__h=[function(){throw o}]}}),$r&&$r(e,t)},P.unmount=function(e){_r&&_r(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,gr(Kn.push(r))}else dt(r)}catch(s){t=s}}),o.__H=void 0,t&&P.__e(t,o.__v))};var yr=typeof requestAnimationFrame=="function";function nc(e){var t,n=function(){clearTimeout(o),yr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);yr&&(t=requestAnimationFrame(n))}function gr(e){e!=1&&dr==P.requestAnimationFrame||((dr=P.requestAnimationFrame)||nc)(tc)}function dt(e){var t=R,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),R=t}function zn(e){var t=R;e.__c=e.__(),R=t}function Zn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!Jn(n,e[o])})}function xr(e,t){return typeof t=="function"?t(e):t}var oc=Symbol.for("preact-signals");function Wt(){if(ye>1)ye--;else{var e,t=!1;for((function(){var r=Bt;for(Bt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();$t!==void 0;){var n=$t;for($t=void 0,Ut++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Ar(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Ut=0,ye--,t)throw e}}function Qn(e){if(ye>0)return e();Xn=++rc,ye++;try{return e()}finally{Wt()}}var vt,N=void 0;function _t(e){var t=N,n=vt;N=void 0,vt=void 0;try{return e()}finally{N=t,vt=n}}var $t=void 0,ye=0,Ut=0,rc=0,Xn=0,Bt=void 0,qt=0;function kr(e){if(N!==void 0){var t=e.n;if(t===void 0||t.t!==N)return t={i:0,S:e,p:N.s,n:void 0,t:N,e:void 0,x:void 0,r:t},N.s!==void 0&&(N.s.n=t),N.s=t,e.n=t,32&N.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=N.s,t.n=void 0,N.s.n=t,N.s=t),t}}function W(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}W.prototype.brand=oc;W.prototype.h=function(){return!0};W.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:_t(function(){var o;(o=t.W)==null||o.call(t)}))};W.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&_t(function(){var r;(r=t.Z)==null||r.call(t)}))}};W.prototype.subscribe=function(e){var t=this;return X(function(){var n=t.value;_t(function(){return e(n)})},{name:"sub"})};W.prototype.valueOf=function(){return this.value};W.prototype.toString=function(){return this.value+""};W.prototype.toJSON=function(){return this.value};W.prototype.peek=function(){var e=this;return _t(function(){return e.value})};Object.defineProperty(W.prototype,"value",{get:function(){var e=kr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Ut>100)throw new Error("Cycle detected");(function(n){ye!==0&&Ut===0&&n.l!==Xn&&(n.l=Xn,Bt={S:n,v:n.v,i:n.i,o:Bt})})(this),this.v=e,this.i++,qt++,ye++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Wt()}}}});function C(e,t){return new W(e,t)}function Ar(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Tr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Ir(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function qe(e,t){W.call(this,void 0,t),this.x=e,this.s=void 0,this.g=qt-1,this.f=4}qe.prototype=new W;qe.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===qt))return!0;if(this.g=qt,this.f|=1,this.i>0&&!Ar(this))return this.f&=-2,!0;var e=N;try{Tr(this),N=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return N=e,Ir(this),this.f&=-2,!0};qe.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}W.prototype.S.call(this,e)};qe.prototype.U=function(e){if(this.t!==void 0&&(W.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};qe.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(qe.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=kr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function pe(e,t){return new qe(e,t)}function Er(e){var t=e.j;if(e.j=void 0,typeof t=="function"){ye++;var n=N;N=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,eo(e),o}finally{N=n,Wt()}}}function eo(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Er(e)}function sc(e){if(N!==this)throw new Error("Out-of-order effect");Ir(this),N=e,this.f&=-2;try{8&this.f&&eo(this)}finally{Wt()}}function Qe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,vt&&vt.push(this)}Qe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Qe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Er(this),Tr(this),ye++;var e=N;return N=this,sc.bind(this,e)};Qe.prototype.N=function(){2&this.f||(this.f|=2,this.u=$t,$t=this)};Qe.prototype.d=function(){this.f|=8,1&this.f||eo(this)};Qe.prototype.dispose=function(){this.d()};function X(e,t){var n=new Qe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Dr,Vt,Ht,ic=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Or=[];X(function(){Dr=this.N})();function et(e,t){O[e]=t.bind(null,O[e]||function(){})}function bt(e){if(Ht){var t=Ht;Ht=void 0,t()}Ht=e&&e.S()}function Mr(e){var t=this,n=e.data,o=S(n);o.name="ReactiveDom",o.value=n;var r=J(function(){for(var c=t,u=t.__v;u=u.__;)if(u.__c){u.__c.__$f|=4;break}var m=pe(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),l=pe(function(){return!Array.isArray(m.value)&&!Un(m.value)}),p=X(function(){if(this.N=Nr,l.value){var f=m.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[l,m]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}Mr.displayName="ReactiveTextNode";Object.defineProperties(W.prototype,{constructor:{configurable:!0,value:jt(Fe,null).constructor},type:{configurable:!0,value:Mr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});et("__b",function(e,t){if(bt(),Vt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof W&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});et("__r",function(e,t){if(e(t),t.type!==Fe){bt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return X(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;ic&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Vt=o,bt(n)}});et("__e",function(e,t,n,o){bt(),Vt=void 0,e(t,n,o)});et("diffed",function(e,t){bt(),Vt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var u in o){var m=s[u],l=o[u];m===void 0?(m=ac(n,u,l,r),s[u]=m):m.o(l,r)}}}e(t)});function ac(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=C(n);return{o:function(i,c){s.value=i,o=c},d:X(function(){this.N=Nr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}et("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var u in i)c[u]=i[u]}t.__np=void 0}else{var m=t.__c;if(m){m.__$f|=8;var l=m.__$u;l&&(m.__$u=void 0,l.d())}}e(t)});et("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Xe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function S(e,t){return J(function(){return C(e,t)},[])}var cc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function uc(){Qn(function(){for(var e;e=Or.shift();)Dr.call(e)})}function Nr(){Or.push(this)===1&&(O.requestAnimationFrame||cc)(uc)}var Lr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,Lr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Cr=new Map;function Pr(e){var t=Cr.get(this);return t||(t=new Map,Cr.set(this,t)),(t=Lr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",u=[0],m=function(d){s===1&&(d||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,d,i):s===3&&(d||i)?(u.push(3,d,i),s=2):s===2&&i==="..."&&d?u.push(4,d,0):s===2&&i&&!d?u.push(5,0,!0,i):s>=5&&((i||!d&&s===5)&&(u.push(s,0,i,r),s=6),d&&(u.push(s,d,0,r),s=6)),i=""},l=0;l<n.length;l++){l&&(s===1&&m(),m(l));for(var p=0;p<n[l].length;p++)o=n[l][p],s===1?o==="<"?(m(),u=[u],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(m(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[l][p+1]===">")?(m(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(m(),s=2):i+=o),s===3&&i==="!--"&&(s=4,u=u[0])}return m(),u})(e)),t),arguments,[])).length>1?t:t[0]}var a=Pr.bind(jt);var Ur="Europe/London",to=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Ur,...e}),Br=to({day:"numeric",month:"long",year:"numeric"}),lc=to({month:"short",year:"numeric"}),Rr=to({hour:"2-digit",minute:"2-digit"}),Yt=new Intl.DateTimeFormat("sv-SE",{timeZone:Ur}),fc=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),mc=864e5,[dc,jr]=[1024,1024*1024],ie=(e=new Date)=>Yt.format(e),Q=e=>Br.format(new Date(e)),qr=e=>lc.format(new Date(`${e}-01`));function Ie(e,t=new Date){let n=new Date(e);return Yt.format(n)===Yt.format(t)?Rr.format(n):`${Br.format(n)}, ${Rr.format(n)}`}var L=e=>fc.format(e),j=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Wr(e,t=new Date){let n=Math.round((Fr(t)-Fr(new Date(e)))/mc);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Fr=e=>Date.parse(Yt.format(e)),We=e=>e<jr?`${Math.ceil(e/dc)} KB`:`${Number((e/jr).toFixed(1))} MB`;var ro=(e,t)=>t.some(n=>e instanceof n),Hr,Vr;function pc(){return Hr||(Hr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function hc(){return Vr||(Vr=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var so=new WeakMap,no=new WeakMap,Gt=new WeakMap;function vc(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(he(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Gt.set(t,e),t}function $c(e){if(so.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});so.set(e,t)}var io={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return so.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return he(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function Kr(e){io=e(io)}function _c(e){return hc().includes(e)?function(...t){return e.apply(tt(this),t),he(this.request)}:function(...t){return he(e.apply(tt(this),t))}}function bc(e){return typeof e=="function"?_c(e):(e instanceof IDBTransaction&&$c(e),ro(e,pc())?new Proxy(e,io):e)}function he(e){if(e instanceof IDBRequest)return vc(e);if(no.has(e))return no.get(e);let t=bc(e);return Object.is(t,e)||(no.set(e,t),Gt.set(t,e)),t}var tt=e=>Gt.get(e);function zr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=he(i);return o&&i.addEventListener("upgradeneeded",u=>{o(he(i.result),u.oldVersion,u.newVersion,he(i.transaction),u)}),n&&i.addEventListener("blocked",u=>n(u.oldVersion,u.newVersion,u)),c.then(u=>{s&&u.addEventListener("close",()=>s()),r&&u.addEventListener("versionchange",m=>r(m.oldVersion,m.newVersion,m))}).catch(()=>{}),c}function Zr(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),he(n).then(()=>{})}var yc=["get","getKey","getAll","getAllKeys","count"],gc=["put","add","delete","clear"],oo={};function Yr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(oo[t])return oo[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=gc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||yc.includes(n)))return;let s=async function(i,...c){let u=this.transaction(i,r?"readwrite":"readonly"),m=u.store;return o&&(m=m.index(c.shift())),(await Promise.all([m[n](...c),r&&u.done]))[0]};return oo[t]=s}Kr(e=>({...e,get:(t,n,o)=>Yr(t,n)||e.get(t,n,o),has:(t,n)=>!!Yr(t,n)||e.has(t,n)}));var wc=["advance","continue","continuePrimaryKey"],Gr={},ao=new WeakMap,Xr=new WeakMap,Sc={get(e,t){if(!wc.includes(t))return e[t];let n=Gr[t];return n||(n=Gr[t]=function(...o){ao.set(this,Xr.get(this)[t](...o))}),n}};async function*xc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Sc);for(Xr.set(n,t),Gt.set(n,tt(t));t;)yield n,t=await(ao.get(n)||t.continue()),ao.delete(n)}function Jr(e,t){return t===Symbol.asyncIterator&&ro(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&ro(e,[IDBIndex,IDBObjectStore])}Kr(e=>({...e,get(t,n,o){return Jr(t,n)?xc:e.get(t,n,o)},has(t,n){return Jr(t,n)||e.has(t,n)}}));var Jt=new Set,Qr=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){Qr=Jt.size>0;for(let t of Jt)yt(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&Qr&&location.reload()});function es(e){let t=tt(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return co(o),o}}function co(e){let t=tt(e)??e;Jt.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>Jt.delete(t));he(t).done.catch(()=>{})}function yt(e){try{e.abort()}catch{}}var kc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...i}=r.value;o.put({...i,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],Ac={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",blocked:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},Ee=class extends Error{constructor(t,n,o=Ac[t]){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=o}},V=e=>e?.sentence,ts=["InvalidStateError","UnknownError"],Tc="portal:",Ic=1e4,zt=1e4,Kt=3e3,He=new Map,Zt=new Set,lo=!1,ee=({agency:e,contractorId:t,email:n})=>`${Tc}${e}/${t} ${n}`;function Ec(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return t&&n&&o?{agency:t,contractorId:n,email:o}:null}async function ns(){return(indexedDB.databases?(await ve(()=>ge(zt,indexedDB.databases()))).map(({name:t})=>t??""):[...He.keys()]).map(Ec).filter(t=>t!==null)}var os=()=>{lo=!0},fo=e=>Zt.delete(e);async function uo(e,t=kc){if(Zt.has(e))throw new Ee("gone");let n=He.get(e);return n||(n=Dc(e,t),He.set(e,n),n.catch(()=>He.delete(e))),ve(()=>ge(Ic,n))}var Dc=(e,t)=>ve(async()=>{let n=await zr(e,t.length,{upgrade(o,r,s,i){co(i),Oc(t.slice(r),o,i)},blocking(o,r){r===null&&Zt.add(e),mo(e)},terminated:()=>He.delete(e)});return es(n),n});async function Oc(e,t,n){try{for(let o of e)await o(t,n)}catch{yt(n)}}async function mo(e){let t=He.get(e);He.delete(e),(await t?.catch(()=>null))?.close()}async function rs(e){let t=ge(Kt,Mc(e)).then(()=>!0,()=>!1);Zt.add(e);let n=await t;mo(e);try{await ve(()=>ge(Kt,Zr(e)))}catch(o){if(!n)throw o}}async function Mc(e){let t=await uo(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var te=(e,t,n)=>ve(async()=>{let o=await Nc(e,t,n);return lo=!0,o}),De=(e,t,n)=>ve(()=>ge(zt,te(e,t,n)));async function Nc(e,t,n){try{return await t(await uo(e,n))}catch(o){let{cause:r,name:s}=o;if(!ts.includes(r?r.name:s))throw o;return await mo(e),t(await uo(e,n))}}async function ge(e,t){let n,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}async function ve(e){try{return await e()}catch(t){throw t instanceof Ee?t:new Ee(Cc(t),t)}}function Cc(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"blocked":["SecurityError",...ts].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?lo?"lost":"closed":"broken"}var ss="/api/problems#";function is(e,t,n){if(typeof t?.error=="string"){let u=Number(n.get("Retry-After"))||null;return{type:e===409&&u?"in-progress":null,sentence:t.error,errors:null,retryAfter:u,submissionState:n.get("Submission-State")}}if(typeof t?.detail!="string"||!String(t.type).startsWith(ss))return null;let{type:o,detail:r,errors:s=[],retryAfter:i=null,submissionState:c=null}=t;return{type:o.slice(ss.length),sentence:r,errors:s,retryAfter:i,submissionState:c}}function Xt({problem:e}){let t={};for(let{pointer:n,detail:o}of e?.errors??[]){let r=n?.split("/")[1];r&&(t[r]??=o.slice(0,1).toUpperCase()+o.slice(1))}return t}var Lc=4e4,po="application/json",as="application/problem+json",cs=()=>{};function us(e){cs=e}async function ne(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=Lc}={}){let i=new Headers({Accept:`${as}, ${po}`,...r});o&&i.set("Portal-Account",o),n&&!(n instanceof FormData)&&i.set("Content-Type",po);let c=performance.now();try{let u=await fetch(`/api/${e}`,{method:t,headers:i,body:n instanceof FormData||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:m,headers:l}=u,p=l.get("Content-Type")??"",f=[po,as].some(_=>p.startsWith(_))?await u.json().catch(()=>null):null,h=m>=400?is(m,f,l):null;return Rc(m,f,l,h)?(m===401&&Pc(h)&&cs(c),{status:m,body:f,headers:l,problem:h,offline:!1}):m===413?jc():ho()}catch{return ho()}}var Pc=e=>!e?.type||e.type==="unauthenticated";function Rc(e,t,n,o){return n.get("X-Request-ID")?e>=400?o!==null:t!==null||e===204||e===304:!1}var jc=()=>({...ho(),status:413,offline:!1}),ho=()=>({status:0,body:null,headers:new Headers,problem:null,offline:!0}),Fc="The portal cannot be reached just now. Please check your connection and try again.",fe=({offline:e,problem:t})=>e?Fc:t?.sentence??"Something went wrong. Please try again in a minute.";var gt=new BroadcastChannel("portal-turn"),wt=[];gt.addEventListener("message",({data:{asks:e}})=>{wt.includes(e)&&gt.postMessage({holds:e})});function ls(e,t){return ds(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(i){if(i.name!=="AbortError")throw i;return r=!1,null}})}function fs(e,t){return ds(e,async({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function ms(e,t){let n=!1,o=()=>(n=!0,ps(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function ds(e,t){let n=!1,o=r=>(n=!0,ps(e,r));for(let r=!1;;r=!await Uc(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function ps(e,t){wt.push(e);try{return await t()}finally{wt.splice(wt.indexOf(e),1)}}function Uc(e){return wt.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),gt.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);gt.addEventListener("message",o),gt.postMessage({asks:e})})}function hs(e,t){let{method:n,path:o}=Bc(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?qc(e,t):e.content,timeoutMs:t?3e5:6e4}}function Bc({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(String(t))}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function qc({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t?.name),o}var Wc=["rejected","expired","abandoned"],$o=1e4,Hc=144*36e5,bs=2e3,ys=3e5,_o=6e4,Vc=600,Yc=36e5,Gc=6e5,Jc=24*36e5,Kc=1e4,zc=/^document: /,Zc=[400,404,405,413,415,422],gs="It may have arrived. It is sent again, and the portal knows it for the same.",Xc="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",vs="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",Qc=" If that does not help, attach the PDF again.",eu="The portal cannot tell any more what became of it. Please look at the job before you send it again.",ws="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",F=({state:e})=>e!=="done",ae=({state:e})=>["checking","review"].includes(e),me=({state:e,promised:t})=>e==="checking"&&!!t,St=e=>F(e)&&!ae(e),Oe=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Ss=(e,t)=>Oe(e)?{heldUntil:t+Gc}:void 0,en=e=>e.state!=="sending"&&!ae(e),tn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,ot=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,K=({state:e})=>["refused","unknown"].includes(e),xs=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...nn({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+$o:0}),nn=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...tu}),tu={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,faults:null,result:null};function ks(e,t){return As(e).filter(n=>vo(n)<=t||vo(n)>t+Jc).sort((n,o)=>+!!n.document-+!!o.document||n.id-o.id)}function bo(e){let t=As(e).map(vo);return t.length?Math.min(...t):null}var vo=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function As(e){let t=new Set;return e.filter(n=>{if(ae(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${"statementId"in n.content?n.content.statementId:void 0}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Ts(e,t){return Es(e,t)?yo(ws):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Is(e,t,n=Math.random){if(Es(e,t))return yo(ws);let o=Oe(e)?vs+Qc:vs;return nt(e,null,t,n,{sentence:o,asks:"document"},_o)}var Es=({sentAt:e},t)=>e!==null&&t-e>Hc,Ds=()=>({state:"waiting",sentence:gs,nextAt:0});function Os(e,t,n,o=Math.random){let{status:r,body:s,headers:i,problem:c,offline:u}=t,m={sentAt:e.sentAt??n},l=c?.sentence.replace(zc,"")??null;if(u)return nt(e,null,n,o,{...m,sentence:gs},_o);if(r===413&&!s){let w={sentAt:e.sentAt,sentence:Xc,asks:"size"};return nt(e,Vc,n,o,w,Yc)}let{type:p=null,submissionState:d=null,retryAfter:f=null}=c??{},h=i.get("Location");if(r===200||r===201)return Ns(e,s,n);if(r===202)return $s(s.state,s.submissionId,s.message,n);if(d==="rejected")return Qt(l,{ended:d});if(p==="in-progress")return nt(e,f,n,o,{...m,sentence:l},Kc);if(h)return $s(d,h.split("/").at(-1)??"",l,n);if(d==="not-sent")return nt(e,f,n,o,{sentAt:null,sentence:l});let _=p==="duplicate-invoice"||p===null&&e.kind==="invoice";return r===409?Qt(l,{asks:_?"duplicate":null}):Zc.includes(r)?Qt(l,{faults:Xt(t)}):nt(e,f,n,o,{...r>=500?m:{sentAt:e.sentAt},sentence:l})}function Ms(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?yo(eu):o||t!==200?_s(e,e,r,s):n.state==="confirmed"?Ns(e,n.result,r):Wc.includes(n.state)?Qt(n.message,{ended:n.state}):_s(e,{...Cs(n.state),sentence:n.message},r,s)}var Ns=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?nu(t):t}),nu=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},Qt=(e,{asks:t=null,ended:n=null,faults:o=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,faults:o,sentAt:null}),yo=e=>({state:"unknown",sentence:e,asks:null}),Cs=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e??"")}),$s=(e,t,n,o)=>({...Cs(e),submissionId:t,sentence:n,tries:0,nextAt:o+bs});function nt(e,t,n,o,r,s=ys){let i=Math.max((t??0)*1e3,on(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function _s({tries:e},{state:t,promised:n,sentence:o},r,s){let i=t==="review"?ys:_o;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+on(e,i,s)}}var on=(e,t,n=Math.random)=>Math.min(t,bs*2**Math.min(e,20))*(.5+n()/2);var Ps="portal-outbox",ou={durability:"strict"},Ls=["outbox","documents","blobs"],rt=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ve=class{constructor(t){this.owner=t,this.name=ee(t)}list(){return De(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let i=await r.add(t);return n&&await s.put({id:i,bytes:n}),{...t,id:Number(i)}});return rn(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:i,blobs:c})=>{let u=await s.get(t),m=u&&n(u);if(m===void 0)return;let l=m&&{...u,...m},p=Rs(l);return await Promise.all([l?s.put(l):s.delete(t),p?o&&i.put({id:t,bytes:o}):i.delete(t),(o||!p)&&c.delete(t)]),l});if(r===void 0)throw new rt;return rn(this.name),r}async readDocument(t){let n=await De(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await De(this.name,s=>s.get("blobs",t));if(!n)throw new Ee("lost");let o=await ve(()=>ge(zt,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:i})=>{await i.count(t)&&await Promise.all([s.put({id:t,bytes:o}),i.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return te(this.name,async n=>{let o=n.transaction(Ls,"readwrite",ou),r=Object.fromEntries(Ls.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw yt(o),c}),[i]=await Promise.all([s,o.done]);return i})}deleteAllButUnsent(){return te(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!F(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},st=class{#e=[];#t=new Map;#o=0;constructor(t){this.owner=t,this.name=ee(t)}async list(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#o};return this.#e.push(o),n&&this.#t.set(o.id,n),rn(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new rt;let i=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...i?[i]:[]),o?this.#t.set(t,o):Rs(i)||this.#t.delete(t),rn(this.name),i}async readDocument(t){return this.#t.get(t)??null}},Rs=e=>!!(e?.document&&F(e));function rn(e){let t=new BroadcastChannel(Ps);t.postMessage(e),t.close()}function js(e){let t=new BroadcastChannel(Ps);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function sn(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw new Ee("broken",t,"This file cannot be read. Please choose it again.")}}var Fs="portal-session",ru=5e3;async function Ye(e=null){return(await ns()).filter(n=>e===null||n.email===e).map(n=>new Ve(n))}async function go(e){return await ls(`portal-outbox:${e.name}`,n=>su(e,n))??{obstacle:null,nextAt:Date.now()+ru}}async function su(e,t){for(await iu(e);t();){let[n]=ks(await e.list(),Date.now());if(!n)return{obstacle:null,nextAt:bo(await e.list())};let o=await au(e.owner,async()=>t()?cu(e,n):null);if(o)return{obstacle:o,nextAt:null}}return null}var wo=e=>ms(Fs,e);async function iu(e){for(let{id:t,state:n}of await e.list())n==="sending"&&await e.change(t,Ds)}function au(e,t){return fs(Fs,async()=>await Us(e)??t())}async function Us({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await ne("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function cu(e,t){try{return await(ae(t)?lu(e,t):uu(e,t))}catch(n){if(n instanceof rt)return null;throw n}}async function uu(e,t){let n=u=>u.state==="waiting"&&u.key===t.key&&u.heldUntil===t.heldUntil,o=t.document?await e.readDocument(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,u=>n(u)?Is(u,Date.now()):void 0),null;let r=await e.change(t.id,u=>n(u)?Ts(u,Date.now()):void 0);if(r?.state!=="sending")return null;let s=hs(t,o),i=await ne(s.path,{...s,account:qs(e)}),c=await Bs(e,i);return await e.change(t.id,u=>{if(!(u.attempt!==r.attempt||u.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Os(t,i,Date.now())}),c??(i.offline?"offline":null)}async function lu(e,t){let n=await ne(`contractor/submissions/${t.submissionId}`,{account:qs(e)}),o=await Bs(e,n);return o||await e.change(t.id,r=>ae(r)?Ms(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function Bs(e,{status:t,problem:n}){return t===401?"signed-out":n?.type==="foreign-account"?"account-gone":t===409&&!n?.type?Us(e.owner):null}var qs=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var fu="outbox",Ws=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator;async function Hs(){return await(await navigator.serviceWorker?.getRegistration())?.sync?.register(fu).then(()=>!0,()=>!1)??!0}var So=e=>`outbox ${e}`;function an(e,t){try{t?localStorage.setItem(So(e),String(t)):localStorage.removeItem(So(e))}catch{}}function xo(e){try{return Number(localStorage.getItem(So(e))??0)}catch{return 0}}var Vs=e=>an(e,0);var mu=6e4,du=168*36e5,pu="This device has no room left, so nothing can be sent from it. Please free some space.",cn=class{items=C(null);obstacle=C(null);otherAccounts=C([]);storageProblem=C(null);#e=null;#t=void 0;#o=0;#r=!1;#s=null;#n=!1;#u=!1;start(){js(t=>{t===this.#e?.name&&this.#a()}),addEventListener("online",()=>this.#f(Ys)),addEventListener("offline",()=>this.wake()),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&this.wake()})}async open(t){if(this.#e?.name===ee(t))return;this.close(),fo(ee(t));let n=new Ve(t);xo(n.name)&&os(),this.#e=n;try{let o=(await n.list()).length?0:xo(n.name);for(let r of(await Ye()).filter(({owner:{email:s}})=>s!==t.email))await r.deleteAllButUnsent(),an(r.name,await ko(r));await hu(n),await Gs(n,await n.list(),Ys),this.#e===n&&(this.storageProblem.value=o?vu(o):null)}catch(o){if(this.#e!==n)return;this.storageProblem.value=Ao(o),o.reason==="closed"&&(this.#e=new st(t))}await this.#a(),this.items.value?.some(F)&&this.#c(),this.wake()}async openFormerAccount(t){if(this.close(),!t)return;(await Ye(t.email).catch(()=>[])).some(({name:o})=>o===ee(t))&&!this.#e&&await this.open(t)}close(){clearTimeout(this.#t),this.#e=null,this.items.value=null,this.obstacle.value=null,this.otherAccounts.value=[],this.storageProblem.value=null}async add({document:t,...n}){let{bytes:o,document:r}=await Js(t),s=await this.#l().add(xs({...n,document:r},Date.now()),o);return await this.#a(),navigator.storage?.persist?.(),this.#c(),this.wake(),s}async edit(t,{content:n,about:o,document:r}){let{bytes:s,document:i}=await Js(r),c={content:n,...o!==void 0&&{about:o},...r!==void 0&&{document:i}};return this.#i(t,u=>Oe(u)?nn(c):void 0,s)}hold(t){return this.#i(t,n=>Ss(n,Date.now()))}release(t){return this.#i(t,({heldUntil:n})=>n?{heldUntil:0}:void 0)}resend(t,{duplicate:n=!1}={}){return this.#i(t,o=>K(o)?nn({duplicate:n}):void 0)}remove(t){return this.#i(t,n=>en(n)?null:void 0)}undo(t){return this.#i(t,n=>tn(n,Date.now())?null:void 0)}itemsOf(t){return(this.items.value??[]).filter(n=>n.jobId===t)}sendingNotice(){return Ws()&&!this.#u?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection."}async wake(){clearTimeout(this.#t),this.#s?this.#n=!0:(this.#s=this.#d(),await this.#s.finally(()=>this.#s=null),this.#n&&(this.#n=!1,await this.wake()))}async tryNow(){await this.#f()}async countUnsent(t){let n=this.#e instanceof st?[this.#e]:await Ye(t);return(await Promise.all(n.map(ko))).reduce((r,s)=>r+s,0)}async deleteAll(t){let n=!(this.#e instanceof st);this.#e?.owner.email===t&&this.close();let o=n?await Ye(t):[],s=(await Promise.allSettled(o.map(async({name:i})=>{await rs(i),Vs(i)}))).find(i=>i.status==="rejected");if(s)throw s.reason}#l(){if(!this.#e)throw new Error("no outbox is open");return this.#e}async#i(t,n,o){let r=await this.#l().change(t,n,o);return await this.#a(),this.#c(),this.wake(),r}async#f(t){this.#e&&await Gs(this.#e,this.items.value??[],t),await this.wake()}async#c(){await Hs()||(this.#u=!0)}async#a(){let t=this.#e;try{let n=await t?.list()??null;if(this.#e!==t)return;this.items.value=n,t&&n&&an(t.name,n.filter(St).length)}catch(n){if(this.#e!==t)return;this.storageProblem.value=Ao(n),this.#r=!0}}async#d(){let t=this.#e;if(t)try{let n=t instanceof Ve?(await Ye(t.owner.email)).filter(({name:s})=>s!==t.name):[],o=[];for(let s of[t,...n])o.push(await go(s));let r=await Promise.all(n.map(ko));if(this.#e!==t||(this.obstacle.value=o[0].obstacle,this.otherAccounts.value=n.map(({owner:s},i)=>({...s,number:r[i]})).filter(({number:s})=>s),this.#m(o),!this.#r))return;this.#r=!1,await this.#a(),this.#r||(this.storageProblem.value=null)}catch(n){if(this.#e!==t)return;let o=n.reason==="full";this.storageProblem.value=o?pu:Ao(n),this.#r=!0,this.#m([{obstacle:"offline",nextAt:null}])}}#m(t){let n=t.some(({obstacle:r})=>r==="offline");this.#o=n?this.#o+1:0;let o=t.map(({nextAt:r})=>r).filter(r=>r!==null);n&&o.push(Date.now()+on(this.#o,mu)),o.length&&(this.#t=setTimeout(()=>this.wake(),Math.max(Math.min(...o)-Date.now(),0)))}},Ys=({asks:e})=>e!=="size";async function Gs(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>F(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function Js(e){if(!e)return{bytes:void 0,document:null};let{bytes:t,...n}=await sn(e);return{bytes:t,document:n}}var ko=async e=>(await e.list()).filter(St).length;async function hu(e){let t=Date.now()-du;for(let{id:n,state:o,doneAt:r}of await e.list())o==="done"&&Number(r)<t&&await e.change(n,()=>null)}function Ao(e){let t=V(e);if(!t)throw e;return t}var vu=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;var v=new cn;var $u={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},_u="May have arrived",bu="With the portal",Ks={expired:"Not delivered",abandoned:"Not delivered"};function de(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:me(e)?bu:ot(e)?_u:n==="refused"&&Ks[o??""]||$u[n]}function zs(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?de(e,t):`${de(e,t)}${Ks[o??""]?":":", because:"} ${r}`}var Zs=(e,t)=>e.state==="refused"||e.sentence?.startsWith(de(e,t))?null:e.sentence,it=e=>e.kind==="completion"?e.content.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e.kind];var Xs;function U(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Xs),Xs=setTimeout(()=>{t.textContent=e},400)}var yu={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},$=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${yu[e]} /></svg>
`;var To="([A-Za-z0-9_-]{1,64})",Io=new RegExp(`^${To}$`),gu={"/":"jobs","/jobs":"jobs",[`/jobs/${To}`]:"job",[`/jobs/${To}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},wu=Object.entries(gu).map(([e,t])=>[new RegExp(`^${e}$`),t]);function un(e){for(let[t,n]of wu){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var M=C(Eo());function Eo(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...un(location.pathname)??un("/"),path:location.pathname,account:Io.test(n)&&Io.test(o)?`${n}/${o}`:null,query:t,isBack:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function A(e,t={},n=M.value.account){let[o="",r=""]=n?.split("/")??[],s={...t,...n&&{agency:o,contractor:r}},i=new URLSearchParams(s).toString();return i?`${e}?${i}`:e}function Qs(e){M.value.account||we(A(M.value.path,Object.fromEntries(M.value.query),e),{replace:!0})}function we(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:Su(n)},""),history.pushState(null,"",e)),M.value=Eo()}var ln=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function Su(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return!o||!t?null:{href:r??"",at:ln(r??"",t).indexOf(o),top:o.getBoundingClientRect().top}}function ei(){let{y:e,mark:t}=M.value;scrollTo(0,e);let n=document.querySelector("main"),o=t&&n&&ln(t.href,n)[t.at];if(!o)return;let r=()=>scrollBy(0,o.getBoundingClientRect().top-t.top);r(),requestAnimationFrame(()=>requestAnimationFrame(r))}function ti(){history.scrollRestoration="manual",addEventListener("popstate",()=>{M.value=Eo(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!un(t.pathname)||(e.preventDefault(),we(t.href,{replace:t.href===location.href,link:t}))})}var xu="Contractor Portal",ni=!0;function E({title:e,back:t,keepsFocus:n=!1,children:o}){let r=H(null);return le(()=>{ni||(n||r.current?.focus({preventScroll:!0}),ei()),ni=!1},[]),le(()=>{document.title=`${e} – ${xu}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${A(t.path)}><${$} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var fn="portal",mn=[e=>e.createObjectStore("session")],oi=e=>te(fn,t=>t.put("session",e,"last"),mn),ri=()=>ai("last"),Do=()=>ve(()=>ge(Kt,te(fn,e=>e.delete("session","last"),mn))),si=e=>te(fn,async t=>e?t.put("session",e,"asked"):t.delete("session","asked"),mn),ii=()=>ai("asked");async function ai(e){try{return await De(fn,t=>t.get("session",e),mn)??null}catch{return null}}var T=C(void 0),Me=C(null),hn=C(!1),vn=C(null),ku=6e5,Ge=C(!1),dn=null,pn=0,Y=({agency:e,contractorId:t})=>`${e}/${t}`,Oo=(e,t)=>e.accounts.find(n=>Y(n)===t)??null,x=pe(()=>T.value?Oo(T.value,M.value.account??Y(T.value.account)):null),z=pe(()=>{if(!T.value||!x.value||Ge.value)return null;let{agency:e,contractorId:t}=x.value;return{email:T.value.email,agency:e,contractorId:t}}),ci=pe(()=>{let e=M.value.account;if(!T.value||x.value||!e||Ge.value)return null;let[t,n]=e.split("/");return{email:T.value.email,agency:t,contractorId:n}}),Mo=new BroadcastChannel("portal:person"),ui=new BroadcastChannel("portal:parting");async function xt(e){pn=performance.now(),JSON.stringify(e)!==JSON.stringify(T.value)&&(T.value=e,await(e?oi(e):Do()).catch(()=>{}),Mo.postMessage(e))}async function at(e){await si(e).catch(()=>{}),vn.value=e}async function $n(){let[e,t]=await Promise.all([ri(),ii()]);t&&await at(Date.now()-t.at<ku?t:null);let n=e||document.body.dataset.session;if(T.value??=e??(n?void 0:null),n||navigator.serviceWorker?.controller){let o=performance.now(),r=await ne("session");r.status===200&&o>=pn&&await xt(r.body)}T.value??=null}var _n=e=>{let t=M.value.account?.split("/")[0];return ne("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function li(e,t){let n=await wo(()=>ne("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Me.value=null,hn.value=!1,await xt(n.body),await at(null)),n}async function fi(e){xt({...T.value,account:e});let{agency:t,contractorId:n}=e,o=await ne("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await xt(o.body)}function mi(){return dn??=Au().finally(()=>dn=null),dn}async function Au(){let e=T.value,t=await wo(()=>ne("session",{method:"DELETE"}));if(t.status!==204)return t;Ge.value=!0,Mo.postMessage(null),ui.postMessage(null);let n=await Promise.allSettled([Do(),v.deleteAll(e.email)]);return hn.value=n.some(o=>o.status==="rejected"&&o.reason&&o.reason.reason!=="closed"),Me.value=null,T.value===e&&(T.value=null),Ge.value=!1,t}function di(){us(e=>{dn||e<pn||(Me.value=T.value?.email??Me.value,xt(null))}),Mo.onmessage=({data:e})=>{Ge.value&&!e||(pn=performance.now(),T.value=e)},ui.onmessage=()=>{Me.value=null}}var pi=300;async function hi(e,t,n,o=null){try{await te(ee(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>pi&&await Tu(s),await i})}catch{}}async function vi(e,t){try{return await De(ee(e),n=>n.get("answers",t))??null}catch{return null}}async function Tu(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-pi).map(({path:n})=>e.delete(n)))}var Iu=5e3,Eu=30,$i={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Du=C({...$i,busy:!1}),No=class{state=C($i);begunAt=0;readAt=0;running=null;#e=null;#t;#o;constructor(t,n){this.#t=t,this.#o=n}refresh(){navigator.onLine&&Date.now()-this.readAt<Iu||(this.running??=this.#r().finally(()=>{this.running=null}))}async#r(){this.state.value.body||await this.#s(),this.#n({busy:!0});let t=Date.now();this.begunAt=t;let n=this.#e&&this.state.value.body?{"If-None-Match":this.#e}:{},o=await ne(`contractor/${this.#o}`,{account:Y(this.#t),headers:n}),{status:r,body:s,offline:i}=o,c=Mu(o.headers.get("Last-Modified")),u={begunAt:t,asOf:c,isOld:!1,busy:!1,problem:null,status:r};if((r===200||r===304)&&(this.readAt=Date.now()),r===200)this.#e=o.headers.get("ETag"),hi(this.#t,this.#o,s,this.#e),this.#n({...u,body:s});else if(r===304)this.#n(u);else if(r===409)$n(),this.#n({busy:!1,problem:fe(o),status:r});else if(r===404)this.#n({body:null,busy:!1,problem:fe(o),status:r});else{let m=o.problem?.retryAfter;!i&&m&&setTimeout(()=>this.refresh(),Math.min(m,Eu)*1e3);let l=!!(!i&&m);this.#n({isOld:!!this.state.value.body,busy:l,problem:fe(o),status:r})}}async#s(){let t=await vi(this.#t,this.#o);if(!t)return;this.#e=t.etag??null;let n=t.body.asOf??new Date(t.readAt).toISOString();this.#n({body:t.body,begunAt:t.readAt,asOf:n,isOld:!0})}#n(t){this.state.value={...this.state.value,...t}}},bn=new Map;function k(e){let t=e?Ou(z.value,e):null;return q(()=>{if(!t)return;let n=()=>document.visibilityState==="visible"&&t.refresh();n();let o=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of o)r.addEventListener(s,n);return()=>{for(let[r,s]of o)r.removeEventListener(s,n)}},[t]),t?.state??Du}async function _i(e,t){let n=z.value&&bn.get(yi(z.value,e));await n?.running,!(!n||n.begunAt>t)&&(n.readAt=0,n.refresh())}var bi=()=>bn.clear(),yi=(e,t)=>`${e.email} ${Y(e)} ${t}`;function Ou(e,t){let n=yi(e,t),o=bn.get(n)??new No(e,t);return bn.set(n,o),o}var Mu=e=>e?new Date(e).toISOString():null;var Nu="https://www.google.com/maps/search/?api=1&query=",Cu=/[\p{L}/,;&#|]|(?=\+)/u,Lu=5,Pu=/^(\+|00)(\d{1,3})\(0\)/;function Ru(e){return e.split(Cu).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(Pu,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Lu)??""}function Je({phone:e,who:t}){if(!e)return null;let n=Ru(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${$} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function ct({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${$} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function gi({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${Nu+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${$} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Co(){let t=(k(x.value?"agency":null).value.body?.offers??[]).includes("contacts"),n=k(t?"contacts":null).value.body?.contacts??[],o=k(t?"account":null).value.body,r=ju(n,o?.agency.branchId??null);return t?a`
    <div>
      ${r&&a`<${Je} phone=${r.phone} who=${r.name} /><${ct} email=${r.email} who=${r.name} />`}
      <a class="reach" href=${A("/contacts")}><${$} name="contacts" />All contacts</a>
    </div>
  `:null}function ju(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var Fu={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Ne({item:e}){return a`
    <span class=${`state is-${e.state}`}>
      <${$} name=${Fu[me(e)?"waiting":e.state]} /><span dir="auto">${zs(e,x.value?.agencyName)}</span>
    </span>
  `}function Ce({item:e}){let t=Zs(e,x.value?.agencyName);return a`
    ${t&&a`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&a`<${Lo} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&a`<${Co} />`}
  `}var Lo=()=>a`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Co} />
`;var kt={emailCharacters:254,noteCharacters:4e3,descriptionCharacters:2e3,invoiceNumberCharacters:50,amountLeast:.01,amountMost:1e6,invoiceYearsBack:6,invoiceDaysAhead:1,documentBytes:10485760,documentNameCharacters:255,retryHours:72},Le=e=>({...kt,...e?.limits});var Uu=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),Se=e=>e.trim().replaceAll("	"," ");function yn(e,t,{inForm:n=!1}={}){let o=n?Se(e).replace(/\r\n|\r|\n/g,`\r
`):Se(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Uu.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var gn=(e,t)=>e?yn(e,t.noteCharacters):"Please write something first.";function wn(e){let[,t]=Be(0),n=e.filter(r=>tn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return q(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}function Sn(e){q(()=>{if(e!==null)return v.hold(e).catch(wi),()=>{v.release(e).catch(wi)}},[e])}var wi=()=>{};function Si({item:e,onClose:t}){let[n,[o,r]]=[Sr(),Be(null)],s=Le(k("agency").value.body);return Sn(e.id),a`
    <form onSubmit=${async c=>{c.preventDefault();let{value:u}=c.target.elements.namedItem("note"),m=Se(u),l=gn(m,s);if(r(l),!l)try{await v.edit(e.id,{content:{note:m}}),t()}catch(p){let d=V(p);if(!d)throw p;r(d)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${s.noteCharacters} required dir="auto" ref=${Bu}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var Bu=e=>e?.focus();var qu={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function ki(){let e=(v.items.value??[]).filter(t=>!F(t)).reverse();return a`
    <${E} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
      <${Ro}>
        ${v.items.value?a`<p class="reach"><${$} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!v.storageProblem.value&&a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Po} items=${e} />
        </section>
      `}
    <//>
  `}function Ro({children:e}){let t=(v.items.value??[]).filter(F),[n,o]=[t.filter(s=>!xi(s)),t.filter(xi)],r=v.obstacle.value;return t.length?a`
    ${r&&n.some(s=>St(s)&&!K(s))&&a`<p class="notice" role="status">${qu[r]}${r==="offline"&&` ${v.sendingNotice()}`}</p>`}
    ${n.length>0&&a`<h2 class="visually-hidden">Not confirmed yet</h2><${Po} items=${n} />`}
    ${n.some(({state:s})=>s==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.tryNow()}>Try now</button>`}
    ${o.length>0&&a`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Po} items=${o} /></section>`}
  `:e}var xi=({state:e})=>e==="review",Po=({items:e})=>a`<ol class="cards">${e.map(t=>a`<${jo} key=${t.id} item=${t} />`)}</ol>`;function jo({item:e}){let[t,n]=Be(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${it(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${Si} item=${e} onClose=${o} />`:a`<${Wu} item=${e} />`}
      <p class="about">
        <${Ne} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${Ie(e.addedAt)}</time>
      </p>
      <${Ce} item=${e} />
      ${t==="remove"&&a`<${Yu} item=${e} onClose=${o} />`}
      ${!t&&a`<${Hu} item=${e} setAction=${n} />`}
    </li>
  `}function Wu({item:e}){let{document:t,jobId:n}=e;return a`
    ${e.kind==="note"&&a`<p class="says" dir="auto">${e.content.note}</p>`}
    ${e.kind==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${L(e.content.amount)}</strong>${e.content.invoiceNumber?`, number ${e.content.invoiceNumber}`:""}
        <br />${e.content.description}
      </p>
    `}
    ${t&&a`<p class="reach"><${$} name="invoice" /><span dir="auto">${t.name}</span></p>`}
    ${n&&a`<a class="reach" href=${A(`/jobs/${n}`)}><${$} name="jobs" />Look at the job</a>`}
  `}function Hu({item:e,setAction:t}){let n=e.asks==="duplicate",[o,r]=[x.value&&Oe(e)&&e.kind!=="completion",en(e)&&F(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.resend(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${Vu} item=${e} onEditNote=${()=>t("edit")} />`}
      ${K(e)&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>v.resend(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function Vu({item:{id:e,kind:t,jobId:n,content:o},onEditNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s="statementId"in o&&o.statementId,i={...s&&{statement:s},change:e},c=A(n?`/jobs/${n}/invoice`:"/invoice",i);return a`<a class="btn btn-secondary" href=${c}>Change</a>`}function Yu({item:e,onClose:t}){let n=ot(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=Be(null),s=async()=>{try{await v.remove(e.id),document.querySelector("h1")?.focus(),U("Deleted.")}catch(i){let c=V(i);if(!c)throw i;r(c)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${Gu} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var Gu=e=>e?.focus();function xn(){let e=x.value&&Y(x.value);return a`
    <ul class="rows">
      ${T.value?.accounts.map(t=>{let n=Y(t);return a`
          <li key=${n} class="row">
            <a href=${A("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>fi(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${$} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}var kn="Signing out …";function An(){let[e,t]=[S(null),S(0)],[n,o]=[S(!1),S(!1)],r=async()=>{n.value=o.value=!0;let i=await mi();if(n.value=o.value=!1,i.status!==204){e.value=`${fe(i)} Nothing on this device was deleted.`;return}bi(),we("/",{replace:!0})},s=async()=>{e.value=null,n.value=!0;try{t.value=await v.countUnsent(T.value.email)}catch(i){let c=V(i);if(!c)throw i;e.value=c;return}finally{n.value=!1}t.value||await r()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${Ju} number=${t.value} busy=${n.value} onConfirm=${r} onCancel=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${$} name="leave" />${o.value?kn:"Sign out"}
        </button>`}
  `}function Ju({number:e,busy:t,onConfirm:n,onCancel:o}){let r=H(null);le(()=>r.current?.focus(),[]);let[s,i,c]=[j(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${r} tabindex="-1">
        <b>${s} on this device ${i} not with the agency yet.</b> Signing out deletes ${c} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>
          ${t?kn:`Delete ${c} and sign out`}
        </button>
      </div>
    </div>
  `}var Ai=()=>a`
  <${E} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${M.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${T.value?.email}</b>. Nothing was changed.
    </p>
    <${Ro}>${null}<//>
    <h2>Your accounts</h2>
    <${xn} />
    <h2>Signed in with another address?</h2>
    <${An} />
  <//>
`;function $e({resource:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${Ie(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function oe({resource:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var Ku=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Ti(){let e=k("account").value,t=e.body,{agencyName:n,displayName:o}=x.value,{accounts:r,email:s}=T.value;return a`
    <${E} title="Account">
      ${r.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${xn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${zu} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${oe} resource=${e} />`}
        <${$e} resource=${e} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${s}</b></p>
        <${An} />
      </section>
    <//>
  `}function zu({record:e}){let t=[...Ku.map(([n,o])=>[n,e[o]]),["Branch",e.agency.branchName]];return a`
    <dl class="facts">
      ${t.filter(([,n])=>n).map(([n,o])=>a`<div key=${n}><dt>${n}</dt><dd dir="auto">${o}</dd></div>`)}
    </dl>
  `}function Ii(){let e=k("contacts").value,t=e.body?.contacts;return a`
    <${E} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${Zu} key=${n.contactId} ...${n} />`)}</ul>`:a`<${oe} resource=${e} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${$e} resource=${e} />
    <//>
  `}function Zu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Je} phone=${s} who=${i} /><${Je} phone=${r} who=${i} /><${ct} email=${o} who=${i} />
    </li>
  `}function Ei(){let e=v.items.value??[],t=wn(e),n=e.filter(d=>F(d)&&!t.includes(d)),o=n.filter(K).length,r=n.filter(me).length,s=n.filter(({state:d})=>d==="review").length,i=n.filter(({state:d})=>d==="checking").length-r,c=n.filter(d=>!K(d)&&!ae(d)),u=v.obstacle.value==="offline",m=c.some(ot)?"not confirmed yet":"not with the agency yet",[l,p]=[v.otherAccounts.value,v.storageProblem.value];return!n.length&&!l.length&&!p?null:a`
    <aside class="strip" aria-label="Outbox">
      ${p&&a`<p role="alert">${p}</p>`}
      ${o>0&&a`<${At} icon="emergency">${j(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${s>0&&a`<${At} icon="contacts">We asked ${x.value?.agencyName} to check ${j(s,"thing")}<//>`}
      ${i>0&&a`<${At} icon="search">${j(i,"thing")} ${i===1?"is":"are"} being checked<//>`}
      ${r>0&&a`<${At} icon="clock">${j(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
      ${c.length>0&&a`<${At} icon=${u?"offline":"send"}>
        ${j(c.length,"thing")} ${c.length===1?"is":"are"} ${m}
      <//>`}
      ${l.map(d=>a`<${Xu} key=${Y(d)} ...${d} />`)}
    </aside>
  `}var At=({icon:e,children:t})=>a`<a href=${A("/outbox")}><${$} name=${e} /><span>${t}</span><${$} name="open" /></a>`;function Xu({number:e,...t}){let n=Y(t),o=(T.value&&Oo(T.value,n)?.agencyName)??"an account that is no longer yours",[r,s]=[j(e,"thing"),e===1?"is":"are"];return a`
    <a href=${A("/outbox",{},n)}>
      <${$} name="send" />${r} for ${o} ${s} not there yet<${$} name="open" />
    </a>
  `}var Qu=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function Fo({children:e}){let t=k("agency").value.body;tl(t?.accent);let{agencyName:n,displayName:o}=x.value,r=Qu.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${nl}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${Number(T.value?.accounts.length)>1&&a`<a class="switch" href=${A("/account")}><${$} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="navigation" aria-label="Portal">${r.map(s=>a`<${el} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${Ei} />
    ${e}
  `}function el({path:e,name:t,icon:n,screens:o}){let r=o.includes(M.value.screen);return a`<a href=${A(e)} aria-current=${r?"page":null}><${$} name=${n} />${t}</a>`}function tl(e){q(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>{t.removeProperty("--accent")}},[e])}function nl(e){e.preventDefault(),document.querySelector("h1")?.focus()}function In(e){let[t,n]=[k(`jobs/${e}`).value,k("jobs").value];if(t.body)return{job:Di(t.body,t),resource:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?Di(o,n):null,resource:o?n:t}}var Di=(e,{begunAt:t})=>Uo([e],t)[0],Ke=({priority:e})=>e?.trim().toLowerCase()==="emergency",Tn=e=>(e??"").trim().toLowerCase();function En({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(Tn).includes(Tn(t))?"cancelled":"open"}var Mi=e=>(v.items.value??[]).filter(t=>t.kind==="completion"&&t.state==="done"&&Number(t.doneAt)>e),Ni=e=>Mi(e).map(({id:t})=>t).join();function Uo(e,t){let n=new Map(Mi(t).map(o=>[o.jobId,o.result??ol(o)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var ol=({content:e})=>({completed:"completed"in e&&e.completed,status:null,completedAt:null});function Ci(e,t){let n=v.itemsOf(e).filter(F),o=Tt(e),r=n.filter(l=>l!==o),s=l=>r.filter(l).length,[i,c,u]=[s(K),s(me),s(ae)],m=r.length-i-u;return[o&&`${it(o)}: ${de(o,t)}`,i&&`${j(i,"thing")} ${i===1?"needs":"need"} you`,u>c&&`${j(u-c,"thing")} being checked`,c&&`${j(c,"thing")} with the portal`,m&&`${j(m,"thing")} to send`].filter(Boolean)}var Tt=e=>v.itemsOf(e).filter(t=>t.kind==="completion"&&F(t)).at(-1)??null,ce=({title:e,reference:t,jobId:n})=>e||t||n;function Li(e){let t=Tn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>rl(n).includes(o))}var Oi=new WeakMap;function rl(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode],i=Oi.get(e)??Tn(s.filter(Boolean).join(`
`));return Oi.set(e,i),i}var Pi=e=>[...e.filter(Ke),...e.filter(t=>!Ke(t))];var sl=864e5,Ri="%PDF-",il=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,al=/\.\d\d\d*[1-9]/,cl=["amount","description","invoiceDate"];function It(e,t,n){let{required:o=[],link:r=null}=t?.invoice??{};return[...cl,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Dn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function Bo(e=new Date,t=kt){let[n,...o]=ie(e).split("-");return{oldest:[Number(n)-t.invoiceYearsBack,...o].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ie(e))+t.invoiceDaysAhead*sl).toISOString().slice(0,10)}}function xe(e){let t=e.trim().replace(/^£\s*/,"");return il.test(t)?Number(t.replaceAll(",","")):NaN}var Bi=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),ji={amount:(e,{limits:t})=>Ui(e,"The amount",t)??(xe(e)===0?"The amount must be more than £0.":null),vat:(e,{values:t,limits:n})=>Ui(e,"VAT",n)??(xe(e)>xe(t.amount)?"VAT cannot be more than the amount.":null),description:(e,{document:t,limits:n})=>yn(e,n.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>yn(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t})=>{let{oldest:n,latest:o}=Bo(new Date,t),r=t.invoiceDaysAhead===1?"tomorrow":`${j(t.invoiceDaysAhead,"day")} ahead`;return e>o?`The date can be ${r} at the latest, ${Q(o)}.`:e<n?`The date can be ${j(t.invoiceYearsBack,"year")} ago at most, ${Q(n)}.`:null},statementId:()=>null},Fi={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function Ui(e,t,n){let o=xe(e);return Number.isNaN(o)?`${t} must be in pounds and pence, such as 120.50.`:al.test(e.trim())?`${t} can have no more than two decimals.`:o>n.amountMost?`${t} can be ${L(n.amountMost)} at most.`:null}function On(e,t,n,o){let r={},s={values:e,document:t,limits:Le(n)};for(let i of Object.keys(ji)){let c=e[i]??"",u=It(i,n,o)?Fi[i]:null,m=c.trim()===""?u:ji[i](c,s);m&&(r[i]=m)}return!t&&It("document",n,o)&&(r.document=Fi.document),r}async function qi(e,t){return e.size>t.documentBytes?`The PDF can have ${We(t.documentBytes)} at most.`:await e.slice(0,Ri.length).text()===Ri?null:"This file is not a PDF. Please choose a PDF."}function Wi(e,t){let n={jobId:t,statementId:e.statementId,amount:xe(e.amount),vat:e.vat.trim()&&xe(e.vat),description:Se(e.description),invoiceDate:e.invoiceDate,invoiceNumber:Se(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,r])=>r!==""&&r!==null))}function Hi({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var Mn=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,Nn=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Cn=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function Vi({name:e,label:t,limits:n,hint:o,rows:r,problem:s,required:i,value:c,type:u="text",...m}){let l=r?"textarea":"input",{oldest:p=void 0,latest:d=void 0}=u==="date"?Bo(new Date,n):{};return a`
    <div class="field">
      <${Mn} name=${e} required=${i}>${t}<//>
      ${o&&a`<p id=${`${e}-hint`} class="hint">${o}</p>`}
      <${l}
        id=${e} class="form-control" type=${r?null:u} rows=${r} min=${p} max=${d} autocomplete="off"
        value=${c} ...${Cn({name:e,hint:o,problem:s,required:i})} ...${m}
      />
      <${Nn} name=${e}>${s}<//>
    </div>
  `}function Yi({name:e,required:t,problem:n,value:o,...r}){let s=k("statements/pending").value,i=s.body?.statements??[],c=!o||i.some(({statementId:u})=>u===o);return a`
    <div class="field">
      <${Mn} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Cn({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(u=>a`<option key=${u.statementId} value=${u.statementId}>${qo(u)}</option>`)}
      </select>
      <${Nn} name=${e}>${n??(s.body?null:s.problem)}<//>
    </div>
  `}var qo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[L(s??r??0),n??t??e,o&&Q(o)].filter(Boolean).join(", ");async function Gi(e,t){try{return(await te(ee(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function Ji(e,t,n){try{await te(ee(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Et(e){let t=S(void 0),n=z.value;return q(()=>{Gi(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[t,n,e]),[t,r=>(t.value=r,Ji(n,e,r))]}var Ki="This file cannot be read. Please choose it again.";function zi({required:e,problem:t,document:n,limits:o,onChange:r}){let s=S(null),i=async({target:m})=>{let[l]=m.files??[];if(l&&(s.value=await qi(l,o).catch(()=>Ki),m.value="",!s.value))try{r(await sn(l)),U(`${l.name} is attached.`)}catch(p){s.value=V(p)??Ki}},c=s.value??t,u=Cn({name:"document",hint:!0,problem:c,required:e&&!n});return a`
    <div class="field">
      <${Mn} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">${We(o.documentBytes)} at most</p>
      ${n&&a`<${ul} document=${n} onRemove=${()=>r(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${u} onChange=${i}
      />
      <${Nn} name="document">${c}<//>
    </div>
  `}function ul({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document")?.focus()),U("The PDF is removed.")};return a`
    <p class="attached">
      <${$} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${We(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var ll={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function Zi({values:e,setValue:t,document:n,setDocument:o,agency:r,jobId:s,faults:i,showsAll:c,onComplete:u}){let m=S({}),[l,p]=[S(c),S(null)],d=H(null),f=Le(r),h=On(e,n,r,s),_=b=>b==="vat"&&p.value==="amount"?null:(l.value||m.value[b]&&e[b]||!Bi(b,e[b]??""))&&h[b]||i[b],w=()=>d.current?.querySelector("[aria-invalid]")?.focus();q(()=>{c&&w()},[]);let g=b=>{b.preventDefault(),l.value=!0,Object.keys(h).length?setTimeout(w):u()},y=b=>({name:b,required:It(b,r,s),problem:_(b),value:e[b],onInput:({target:I})=>t(b,I.value),onFocus:()=>p.value=b,onBlur:()=>{p.value=null,m.value={...m.value,[b]:!0}}});return a`
    <form ref=${d} class="form" onSubmit=${g} noValidate>
      <p class="hint">${x.value?.agencyName} needs whatever is not marked as optional.</p>
      ${Dn(r)&&a`<${Yi} ...${y("statementId")} />`}
      ${Object.entries(ll).map(([b,I])=>a`<${Vi} key=${b} limits=${f} ...${I} ...${y(b)} />`)}
      <${zi}
        required=${It("document",r,s)} problem=${l.value&&h.document||i.document}
        document=${n} limits=${f} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}var re=6;function ze({items:e,row:t,limit:n=e.length,onMore:o}){let r=J(()=>dl(e),[e]),s=pl(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/re)).map((c,u)=>a`<${fl} key=${u} items=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${ml} onMore=${o} left=${i} />`}
  `:null}var fl=({items:e,row:t})=>a`<div class="group">${e.map(t)}</div>`;function ml({onMore:e,left:t}){let n=H(null),o=H(e);return o.current=e,q(()=>{let r=new IntersectionObserver(([{isIntersecting:s}])=>s&&o.current(),{rootMargin:"800px"});return r.observe(n.current),()=>r.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var dl=e=>Array.from({length:Math.ceil(e.length/re)},(t,n)=>e.slice(n*re,(n+1)*re));function pl(){let e=H(null),{activeElement:t}=document,n=e.current?.contains(t)&&t?.getAttribute("href");return le(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=ln(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var Qi={sending:{label:"Being sent",icon:"send"},submitted:{label:"With the agency",icon:"done"},authorised:{label:"Authorised",icon:"done"},rejected:{label:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{label:"Paid",icon:"money"},unconfirmed:{label:"Being checked",icon:"search"},review:{icon:"contacts"}},hl={},Wo=({status:e=""})=>e==="review"?de({state:e},x.value?.agencyName):Qi[e]?.label??e;function Ho(e,t){let n=t.filter(r=>r.kind==="invoice").filter(r=>F(r)||!e.some(s=>Xi(s,r))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status??"")&&n.some(({item:s})=>Xi(r,s));return[...n,...e.filter(r=>!o(r))]}function Xi(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function Ln({jobId:e,agency:t}){let n=k(t?.offers.includes("invoices.list")?"invoices":null).value,o=Ho(n.body?.invoices??[],v.items.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Vo} invoices=${o} />
    </section>
  `:null}function Vo({invoices:e,jobTitles:t=hl,limit:n,onMore:o}){let r=Ft((s,i)=>a`
      <${vl} key=${s.item?.id??s.invoiceId??`at ${i}`} invoice=${s} jobTitles=${t} />
    `,[t]);return a`<${ze} items=${e} row=${r} limit=${n} onMore=${o} />`}function vl({invoice:e,jobTitles:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:u}=e,m=t[c??""];return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":L(n)}</b>
      </p>
      <p class="about">
        ${u?a`<${Ne} item=${u} />`:a`<${$l} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${Q(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${u&&a`<${Ce} item=${u} />`}
      ${!u&&e.status==="review"&&a`<${Lo} />`}
      ${m&&a`<a class="reach" href=${A(`/jobs/${c}`)}><${$} name="jobs" /><span dir="auto">${m}</span></a>`}
      ${u&&F(u)&&a`<a class="reach" href=${A("/outbox")}><${$} name="send" />Open the outbox</a>`}
    </div>
  `}function $l({invoice:e}){let{icon:t="search",className:n=""}=Qi[e.status??""]??{};return a`<span class=${`state ${n}`}><${$} name=${t} />${Wo(e)}</span>`}function ea({about:e,address:t,values:n,document:o,problem:r,onSend:s,editAddress:i,back:c}){let u=S(!1),m=async()=>{u.value=!0,await s(),u.value=!1},l=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",L(xe(n.amount))],["VAT in it",n.vat.trim()&&L(xe(n.vat))],["Date of the invoice",Q(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${We(o.size)}`:"None"]];return a`
    <${E} key="review" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${l.filter(([,p])=>p).map(([p,d])=>a`<div key=${p}><dt>${p}</dt><dd dir="auto">${d}</dd></div>`)}
        </dl>
      </div>
      ${v.obstacle.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone. ${v.sendingNotice()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${u.value} onClick=${m}>
          <${$} name="send" />Send to ${x.value?.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var _l=!1;function Yo({jobId:e,item:t,about:n,address:o,initial:r,back:s}){let{query:i,path:c}=M.value,u=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[m,l]=Et(u),[p,d]=Et(`PDF of ${u}`),[f,h]=[k("agency").value,S(null)],_=i.has("look");if(Sn(t?.id??null),m.value===void 0||p.value===void 0||!f.body&&f.busy)return a`<${E} key="loading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let w=f.body&&yl(f.body,e);if(w)return a`<${E} key="none" title="Invoice" back=${s}><p class="notice">${w}</p><//>`;let g={...r,...t&&Hi(t.content),...m.value},y=t?.asks==="document",b=(p.value??(y?null:t?.document))||null,I=D=>D==="document"?p.value!==null:m.value&&D in m.value,Pe=Object.fromEntries(Object.entries(t?.faults??{}).filter(([D])=>!I(D))),Ze=!Object.keys(On(g,b,f.body,e)).length,{statementId:_e}=r,Z=D=>A(c,{..._e&&{statement:_e},...t&&{change:t.id},...D}),G=()=>{let D=Wi(g,e);return t?v.edit(t.id,{content:D,...(p.value!==null||y)&&{document:ta(b)}}):v.add({kind:"invoice",jobId:e,about:n,content:D,document:ta(b)})},se=async()=>{h.value=null;try{let{id:D}=await G();U("Your invoice waits to be sent."),we(A(c,{sent:D}),{replace:!0}),l(null),d(null)}catch(D){h.value=V(D)??"Your invoice could not be kept. Please try again."}};if(_&&Ze)return a`
      <${ea}
        about=${n} address=${o} values=${g} document=${b} problem=${h.value} onSend=${se}
        editAddress=${Z({})} back=${s}
      />
    `;let be=(D,Va)=>l({...m.value,[D]:Va}),ue=D=>d(D??_l);return a`
    <${E} key="form" title="Invoice" back=${s} keepsFocus=${_}>
      <${bl} about=${n} address=${o} />
      ${e&&a`<${Ln} jobId=${e} agency=${f.body} />`}
      <${Zi}
        values=${g} setValue=${be} document=${b} setDocument=${ue} agency=${f.body}
        jobId=${e} faults=${Pe} showsAll=${_} onComplete=${()=>we(Z({look:"1"}))}
      />
    <//>
  `}function bl({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function yl({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var ta=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var na=({item:e,back:t})=>a`
  <${E} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${jo} item=${e} /></ol>
    ${F(e)&&!K(e)&&!ae(e)&&a`<p class="hint">You can go on. It is kept if you close the portal: ${v.sendingNotice()}</p>`}
    <a class="reach" href=${A("/money",{show:"invoices"})}><${$} name="invoice" />All your invoices</a>
  <//>
`;var gl={path:"/money",name:"Money"};function Go({id:e}){let{query:t}=M.value,n=Number(t.get("sent")??t.get("change")),o=(v.items.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:gl;if(n&&v.items.value===null)return a`<${E} key="loading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Oe(o)))return a`<${na} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?wl:Sl} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function wl({id:e,statementId:t,item:n,back:o}){let{job:r,resource:s}=In(e);if(!r&&!n&&s.status===404)return a`<${oa} resource=${s} back=${o} />`;let i={...ra,statementId:t,invoiceDate:ie()},c=r?.property?.address;return a`
    <${Yo} jobId=${e} about=${r?ce(r):e} address=${c} initial=${i} item=${n} back=${o} />
  `}function Sl({statementId:e,item:t,back:n}){let o=k("statements/pending").value,r=o.body?.statements.find(c=>c.statementId===e);if(!r&&o.busy)return a`<${oa} resource=${o} back=${n} />`;let s={...ra,...r&&xl(r),statementId:e,invoiceDate:ie()},i=r?qo(r):"";return a`<${Yo} jobId=${null} about=${i} initial=${s} item=${t} back=${n} />`}var oa=({resource:e,back:t})=>a`
  <${E} key="missing" title="Invoice" back=${t}><${oe} resource=${e} /><//>
`,ra={amount:"",vat:"",description:"",invoiceNumber:""},xl=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var ut=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var sa=$o/1e3;function Jo(e){let[t,n]=[S(null),S(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await v.add({kind:"completion",jobId:e.jobId,about:ce(e),content:{completed:r},document:null}),U(r?`Marked complete. You have ${sa} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=V(s)??"This could not be kept. Please try again."}n.value=!1}},t.value]}function ia({job:e,isOpen:t}){let[n,o]=Jo(e),r=Tt(e.jobId);return r?a`<${kl} item=${r} />`:a`
    ${t&&a`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${$} name="done" />Mark complete</button>`}
    ${o&&a`<p class="notice" role="alert">${o}</p>`}
  `}function kl({item:e}){return a`
    <div class="pending">
      <p class="state-line">
        <${$} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ne} item=${e} />
      </p>
      <${Ce} item=${e} />
      ${K(e)&&a`<a class="reach" href=${A("/outbox")}><${$} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function aa({jobId:e}){let t=S(null),[n]=wn(v.itemsOf(e));return a`
    ${n&&a`
      <div class="undo">
        <p>You have ${sa} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await v.undo(n.id),U("Undone. The job is not marked complete.")}catch(r){let s=V(r);if(!s)throw r;t.value=s}}}>
          <${$} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&a`<p class="notice" role="alert">${t.value}</p>`}
  `}function ca({job:e,canAdd:t}){let n=x.value?.displayName,o=v.itemsOf(e.jobId).filter(s=>s.kind==="note").filter(s=>!Al(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:u},m)=>a`
            <li key=${s??`at ${m}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${u&&a`<time datetime=${u}>${Ie(u)}</time>`}</p>
              <p class="says" dir="auto">${i}</p>
            </li>
          `)}
        ${o.map(s=>a`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Ne} item=${s} />
              <${Ce} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&a`<${Tl} job=${e} />`}
    </section>
  `}var Al=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function Tl({job:e}){let t=Le(k("agency").value.body),[n,o]=Et(`note on ${e.jobId}`),[r,s]=[S(null),S(!1)],i=async u=>{if(u.preventDefault(),s.value)return;let m=Se(n.value??"");if(r.value=gn(m,t),!r.value){s.value=!0;try{await v.add({kind:"note",jobId:e.jobId,about:ce(e),content:{note:m},document:null}),o(null),U("Your note waits to be sent.")}catch(l){r.value=V(l)??"Your note could not be kept. Please try again."}s.value=!1}},c=({target:u})=>o(u.value||null);return a`
    <form class="composer" onSubmit=${i} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${t.noteCharacters} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${r.value?"true":null} value=${n.value??""} onInput=${c}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${r.value}</p>
      <button class="btn btn-primary"><${$} name="send" />Add note</button>
    </form>
  `}function ua({job:e}){let t=S(!1),[n,o]=Jo(e);return Tt(e.jobId)?null:a`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?a`<${Il} onConfirm=${()=>n(!1)} onCancel=${()=>t.value=!1} />`:a`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${$} name="reopen" />Reopen this job
          </button>`}
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function Il({onConfirm:e,onCancel:t}){let n=H(null);return le(()=>n.current?.focus(),[]),a`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${x.value?.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var la={path:"/jobs",name:"Jobs"};function fa({id:e}){let{job:t,resource:n}=In(e),o=k("agency").value.body;if(!t)return a`<${E} title="Job" back=${la}><${oe} resource=${n} /><//>`;let r=o?.offers??[],[s,i]=[En(t,o),r.includes("jobs.complete")];return a`
    <${E} title=${ce(t)} back=${la}>
      <${El} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${Dl} job=${t} />
      </div>
      <div class="doing">
        ${i&&a`<${ia} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${A(`/jobs/${e}/invoice`)}><${$} name="invoice" />Send its invoice</a>`}
        ${i&&a`<${aa} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&a`<${Ln} jobId=${e} agency=${o} />`}
      <${ca} job=${t} canAdd=${r.includes("notes.add")} />
      ${i&&s==="completed"&&a`<${ua} job=${t} />`}
      <${$e} resource=${n} />
    <//>
  `}function El({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${Ke(e)&&a`<span class="emergency"><${$} name="emergency" />Emergency</span>`}
      ${t&&a`<${ut}>${t}<//>`}
      ${n&&!Ke(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${Ie(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${Q(i)}</time></span>`}
    </p>
  `:null}function Dl({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${gi} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${Je} phone=${o} who=${n??"the tenant"} /><${ct} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Pn={open:"Open",completed:"Completed",cancelled:"Cancelled"},Ko=Object.keys(Pn),Ol={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},ha={text:"",limit:re,matchLimit:re},lt=C({accountName:null,tab:null,...ha});function zo(){let e=k("jobs").value,t=k("agency").value.body,n=M.value.query.get("show")??"open",o=Object.hasOwn(Pn,n)?n:"open";return a`
    <${E} title="Jobs">
      ${e.body?a`<${Ml} jobs=${e.body.jobs} begunAt=${e.begunAt} agency=${t} tab=${o} />`:a`<${oe} resource=${e} />`}
      <${$e} resource=${e} />
    <//>
  `}function Ml({jobs:e,begunAt:t,agency:n,tab:o}){let r=M.value.account,{text:s,limit:i,matchLimit:c}=ma(r,o),u=Ni(t),m=J(()=>Pi(Uo(e,t)),[e,u]),l=J(()=>Ll(m,n),[m,n]),p=J(()=>Nl(l,Li(s)),[l,s]),d=p[o].length,f=_=>{lt.value={...ma(r,o),..._}};return q(()=>{s&&U(d?`${j(d,"job")} found`:"No job found")},[s,o]),a`
    <form class="search" role="search" onSubmit=${_=>_.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${$} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${({target:_})=>f({text:_.value,matchLimit:re})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Ko.filter(_=>_!=="cancelled"||l.cancelled.length).map(_=>a`
          <a key=${_} href=${A("/jobs",{show:_})} aria-current=${_===o?"true":null}>
            ${Pn[_]} <span class="number">${p[_].length}</span>
          </a>
        `)}
    </nav>
    ${!d&&a`<p class="notice">${s?`No job here has “${s}” in it.${Cl(p)}`:Ol[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${ze} items=${l[o]} row=${pa} limit=${i} onMore=${()=>f({limit:i+re})} />
    </div>
    ${s&&a`<${ze} key=${`matches ${o}`} items=${p[o]} row=${pa} limit=${c} onMore=${()=>f({matchLimit:c+re})} />`}
  `}function ma(e,t){let n=lt.value.accountName===e?lt.value.text:"";return lt.value.accountName===e&&lt.value.tab===t?lt.value:{...ha,accountName:e,tab:t,text:n}}var Nl=(e,t)=>Object.fromEntries(Ko.map(n=>[n,e[n].filter(t)]));function Cl(e){return Ko.filter(n=>e[n].length).map(n=>` ${Pn[n]}: ${e[n].length}.`).join("")}function Ll(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[En(o,t)].push(o);return n}var da=new WeakMap;function pa(e){let t=Ci(e.jobId,x.value?.agencyName),n=[ie(),...t].join(),o=da.get(e);if(o?.version===n)return o.markup;let r=Pl(e,t);return da.set(e,{version:n,markup:r}),r}function Pl(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${A(`/jobs/${n}`)}>
        ${Ke(e)&&a`<span class="emergency"><${$} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${ce(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${ut}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${Wr(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t.map(c=>a`<span key=${c} class="unsent"><${$} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Rn=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,n)=>t+n,0)/100,$a=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function _a(e){let t=new Map;for(let{date:i,amount:c}of e){let u=i?.slice(0,7);u&&t.set(u,Rn([t.get(u),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n[n.length-1]];for(;o.length<12&&o[0]>n[0];)o.unshift(Zo(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:Rn(s.map(i=>t.get(i)))},...r]:r}function ba(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,va(t)],"Last month":[`${Zo(t)}-01`,va(Zo(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function Zo(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function va(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var Xo="Other dates";function ga({from:e,to:t,onChange:n}){let o=ba(ie()),r=Object.keys(o),s=r.find(m=>o[m].join()===[e,t].join()),i=S(!s),c=({target:m})=>{i.value=m.value===Xo,i.value||n(...o[m.value])},u=!!(e&&t&&e>t);return a`
    <form class="dates" onSubmit=${m=>m.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${i.value?Xo:s} onChange=${c}>
          ${[...r,Xo].map(m=>a`<option key=${m}>${m}</option>`)}
        </select>
      </div>
      ${i.value&&a`
        <${ya} id="from" label="From" value=${e} isWrong=${u} onChange=${m=>n(m,t)} />
        <${ya} id="to" label="To" value=${t} isWrong=${u} onChange=${m=>n(e,m)} />
        <p id="dates-problem" class="problem" role="alert">${u&&"The first date is after the last."}</p>
      `}
    </form>
  `}var ya=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var Rl=/^[=+\-@\t\r\n＝＋－＠]/u,jl=/[",\r\n]/;function wa(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(Fl).join(",")}\r
`).join("")}function Fl(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Rl.test(e)?`'${e}`:e;return jl.test(t)?`"${t.replaceAll('"','""')}"`:t}function Sa(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function ka({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>L(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${xa}>Month<//><${xa}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${Ul} key=${r.month} ...${r} maxAmount=${n} />`)}</tbody>
      </table>
    </div>
  `}var xa=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,Ul=({month:e,amount:t,maxAmount:n})=>a`
  <tr>
    <th scope="row">${e?qr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${Bl} share=${t/n} />`}<b>${L(t)}</b></span></td>
  </tr>
`,Bl=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function Aa({statements:e,jobTitles:t,agency:n,isPending:o,limit:r,onMore:s}){let i=Ft(c=>a`
      <${ql}
        key=${c.statementId} statement=${c} jobTitle=${t[c.jobId??""]} isPending=${o}
        invoiceAddress=${o&&Hl(c,n)}
      />
    `,[t,n,o]);return a`<${ze} items=${e} row=${i} limit=${r} onMore=${s} />`}function ql({statement:e,jobTitle:t,isPending:n,invoiceAddress:o}){let{reference:r,description:s,amount:i,status:c,jobId:u}=e,[m,l]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":L(i)}</b>
      </p>
      <p class="about">
        ${p&&p!==l&&a`<${ut}>${p}<//>`}
        ${m&&a`<span>${l} <time datetime=${m}>${Q(m)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${Wl} statement=${e} />
      ${t&&a`<a class="reach" href=${A(`/jobs/${u}`)}><${$} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${$} name="invoice" />Send its invoice</a>`}
    </div>
  `}function Wl({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${L(e)} in all`,t&&`${L(t)} of it VAT`,n&&`less ${L(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function Hl({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Dn(n)?null:n.invoice.link==="job_or_statement"?A("/invoice",{statement:e}):t&&A(`/jobs/${t}/invoice`,{statement:e})}var B=e=>t=>t[e],Ta=[["Statement",B("statementId")],["Date",B("date")],["Reference",B("reference")],["Description",B("description")],["Job",B("jobId")],["Net",B("net")],["VAT",B("vat")],["Gross",B("gross")],["Commission",B("commission")],["Amount",B("amount")],["Status",B("status")]],Vl=[["Invoice",B("invoiceId")],["Date",B("invoiceDate")],["Number",B("invoiceNumber")],["Description",B("description")],["Job",B("jobId")],["Statement",B("statementId")],["Amount",B("amount")],["VAT",B("vat")],["Status",e=>e.item?de(e.item,x.value?.agencyName):Wo(e)],["Sent",B("submittedAt")],["Document",({document:e})=>e?.name]],ke={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,totalLabel:"On its way to you",emptyText:"Nothing is on its way to you just now.",noun:"payment",columns:Ta},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",totalLabel:"Invoiced",emptyText:"No invoice was sent yet. An invoice is sent from its job.",noun:"invoice",columns:Vl},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,totalLabel:"Paid to you",emptyText:"Nothing was paid yet.",noun:"payment",columns:[...Ta,["Paid",B("paidAt")]]}},Ia=Object.keys(ke);function Ea(e){let t=({path:n,needs:o})=>e.includes(o[0])?n:null;return{pending:k(t(ke.pending)).value,invoices:k(t(ke.invoices)).value,paid:k(t(ke.paid)).value}}function Qo(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=Ho(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var Yl=4*re,Da=new Map;function Oa({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,totalLabel:c,emptyText:u,noun:m,columns:l}=ke[e],{query:p,isBack:d}=M.value,f=p.toString(),h=S(d&&Da.get(f)||Yl),_=k("jobs").value.body?.jobs,w=J(()=>Object.fromEntries((_??[]).map(G=>[G.jobId,ce(G)])),[_]),g=J(()=>{let G=$a(n,o);return t.filter(se=>G(s(se)))},[t,s,n,o]),y=Rn(g.filter(i).map(G=>G.amount)),b=n||o;if(q(()=>{b&&U(g.length?`${j(g.length,m)}, ${L(y)}`:"None for these dates")},[]),!g.length)return a`<p class="notice">${b?"There is none for these dates.":u}</p>`;let{agency:I,contractorId:Pe}=z.value,Ze=()=>Sa(`${I} ${Pe} ${e} ${ie()}.csv`,wa(l,g)),_e=()=>Da.set(f,h.value+=re),Z={jobTitles:w,limit:h.value,onMore:_e};return a`
    <p class="total"><span>${c}</span> <b>${L(y)}</b></p>
    ${e==="paid"&&a`<${ka} caption="Paid by month" rows=${_a(g.map(G=>({...G,date:s(G)})))} />`}
    ${e==="invoices"?a`<${Vo} invoices=${g} ...${Z} />`:a`<${Aa} statements=${g} agency=${r} isPending=${e==="pending"} ...${Z} />`}
    <button type="button" class="btn btn-secondary" onClick=${Ze}><${$} name="download" />Download as CSV</button>
  `}function Ma(){let e=k("agency").value,t=e.body?.offers??[],n=Ea(t),o=Ia.filter(r=>ke[r].needs.some(s=>t.includes(s)));return e.body?o.length?a`<${E} title="Money"><${Gl} tabs=${o} resources=${n} agency=${e.body} /><//>`:a`<${E} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${E} title="Money"><${oe} resource=${e} /><//>`}function Gl({tabs:e,resources:t,agency:n}){let{query:o}=M.value,[r,s,i]=["from","to","show"].map(f=>o.get(f)??""),c=e.find(f=>f===i)??e[0],u=t[c],m=v.items.value??[],l=Qo(c,u,m),p=(f,h,_)=>A("/money",{show:f,...h&&{from:h},..._&&{to:_}}),d=(f,h)=>we(p(c,f,h),{replace:!0});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(f=>a`
          <a key=${f} href=${p(f,r,s)} aria-current=${f===c?"true":null}>
            ${ke[f].title} <span class="number">${Qo(f,t[f],m)?.length}</span>
          </a>
        `)}
    </nav>
    <${ga} key=${c} from=${r} to=${s} onChange=${d} />
    ${l&&a`<${Oa} key=${[c,r,s].join()} tab=${c} rows=${l} from=${r} to=${s} agency=${n} />`}
    ${!u.body&&a`<${oe} resource=${u} />`}
    <${$e} resource=${u} />
  `}var Dt=6,Jl=30,Ca=5,Kl=`A code can be tried ${Ca} times. Please send another one.`;function La({request:e,onRequest:t,onOtherEmail:n}){let[o,r]=[S(null),S(!1)],s=H(null),i=()=>s.current,c=H(0),u=zl(e.at);le(()=>s.current?.focus(),[]);let m=h=>{o.value=h,i().focus(),i().select()},l=async()=>{let h=Na(i().value);if(h.length!==Dt)return m(`The code has ${Dt} digits.`);o.value=null,r.value=!0;let _=await li(e.email,h);if(r.value=!1,_.status!==201)return _.status===401&&_.problem?.type!=="no-account"&&(c.current+=1),m(c.current<Ca?fe(_):Kl)},p=()=>{let h=Na(i().value);h!==i().value&&(i().value=h),o.value=null,h.length===Dt&&!r.value&&l()},d=async()=>{let h=await _n(e.email);return h.status!==204?m(fe(h)):(U("Another code is on its way."),c.current=0,i().value="",i().focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${h=>{h.preventDefault(),l()}} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Dt} digits</label>
      <input
        id="code" ref=${s} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${o.value?"true":null} onInput=${p}
      />
      <p id="code-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary wide" disabled=${r.value}>${r.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${u>0} onClick=${d}>
        Send another code${u>0?` (in ${u} s)`:""}
      </button>
      <button class="btn btn-link" type="button" onClick=${n}>Use another address</button>
    </div>
  `}var Na=e=>e.replace(/\D/g,"").slice(0,Dt);function zl(e){let t=S(er(e));return q(()=>{t.value=er(e);let n=setInterval(()=>{t.value=er(e),t.value||clearInterval(n)},1e3);return()=>clearInterval(n)},[t,e]),t.value}var er=e=>Math.max(0,Math.ceil(Jl-(Date.now()-e)/1e3));var Pa="Please enter a whole e-mail address, such as name@example.com.";function Ra({initialEmail:e,onRequest:t}){let[n,o]=[S(null),S(!1)],r=H(null);return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current,u=c.value.trim();if(n.value=c.checkValidity()?null:Pa,n.value){c.focus();return}o.value=!0;let m=await _n(u);if(m.status===204){await t({email:u,at:Date.now()});return}o.value=!1;let l=m.problem?.errors?"email"in Xt(m):m.status===400;n.value=l?Pa:fe(m),c.focus()}} noValidate>
      <p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
      <label for="email">E-mail address</label>
      <input
        id="email" ref=${r} class="form-control" type="email" name="email" required maxlength=${kt.emailCharacters} autocomplete="email"
        autocapitalize="none" spellcheck=${!1} defaultValue=${e} aria-describedby="email-problem"
        aria-invalid=${n.value?"true":null}
      />
      <p id="email-problem" class="problem" role="alert">${n.value}</p>
      <button class="btn btn-primary wide" disabled=${o.value}>${o.value?"Sending …":"Send me a code"}</button>
    </form>
  `}var Zl="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",ja=()=>a`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${$} name="mark" /></span>Contractor Portal</header>
    ${vn.value?a`<${E} key="code" title="Enter your code" keepsFocus>
          <${La} request=${vn.value} onRequest=${at} onOtherEmail=${()=>at(null)} />
        <//>`:a`<${E} key="email" title="Sign in">
          ${Me.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${hn.value&&a`<p class="problem" role="alert">${Zl}</p>`}
          <${Ra} initialEmail=${Me.value??""} onRequest=${at} />
        <//>`}
  </div>
`;var Xl={jobs:zo,job:fa,invoice:Go,statement:Go,money:Ma,contacts:Ii,account:Ti,outbox:ki};function Ua(){if(Ge.value)return a`<${Fa}>${kn}<//>`;if(T.value===void 0)return a`<${Fa}>Opening …<//>`;if(T.value===null)return a`<${ja} />`;if(x.value===null)return a`<${Ai} />`;let{screen:e,id:t,path:n}=M.value,o=Xl[e]??zo,r=Y(x.value);return a`<${Fo} key=${r}><${o} key=${n} id=${t} /></${Fo}>`}var Fa=({children:e})=>a`<main class="screen"><p class="loading" role="status">${e}</p></main>`;function Ba(){X(()=>{if(z.value)for(let[e,t]of Ql(v.items.value??[]))_i(e,t)})}function Ql(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let i=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of i)t.set(c,Math.max(t.get(c)??0,Number(o)))}return t}var ef=["checking","review","done","refused","unknown"];function qa(){let e=new Map;X(()=>{let t=v.items.value??[];for(let n of t){let o=e.get(n.id);o&&tf(o,n)&&ef.includes(n.state)&&U(`${it(n)}: ${de(n,x.peek()?.agencyName)}`)}e=new Map(t.map(n=>[n.id,n]))}),pe(()=>T.value?.email).subscribe(()=>U(""))}var tf=(e,t)=>e.state!==t.state||me(e)!==me(t);var Ot=null,Wa=[];function Ha(){document.addEventListener("focusin",({target:t})=>{Ot=t,Wa=[...rf(Ot)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(nf).observe(document.getElementById("app"),e)}function nf(){let e=![document.body,Ot].includes(document.activeElement);!Ot||e||of(Ot)||sf(Wa.find(t=>t.isConnected)??document.querySelector("h1"))}function of(e){let{isConnected:t,disabled:n,hidden:o}=e;return t&&!n&&!o}function*rf(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function sf(e){if(!e)return;let t=e;t.hasAttribute("tabindex")||(t.tabIndex=-1,t.addEventListener("blur",()=>t.removeAttribute("tabindex"),{once:!0})),t.focus({preventScroll:!0})}ti();di();v.start();qa();Ba();Ha();$n();X(()=>{z.value?(Qs(Y(z.value)),v.open(z.value)):v.openFormerAccount(ci.value)});mr(a`<${Ua} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=window.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
