"use strict";(()=>{var I,er,Fn,Ie,Rn,Pt,tr,Ct,nr,Un,jn,qa,dt=Symbol.for("pv"),Rt={},jt=[],Ha=/^m(i|n|o|s|text|space)$/,Bn=Array.isArray,Wn=jt.slice,Ue=Object.assign;function Fe(e){e&&e.parentNode&&e.remove()}function Ft(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?Wn.call(arguments,2):n),mt(e,i,o,r,null)}function mt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:dt,__v:r||++er,__i:-1,__u:0};return!r&&I.vnode&&I.vnode(s),s}function Be(e){return e.children}function Ze(e,t){this.props=e,this.context=t,this.__g=0}function De(e,t){if(t==null)return e.__&&De(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:De(e)}function Ya(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Ue({constructor:dt},n)).__v=n.__v+1,I.vnode&&I.vnode(t),qn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||De(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,cr(r,t,s),n.__=n.__e=null,t.__e!=o&&or(t))}function or(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),or(e)}function Zo(e){(8&e.__g||(e.__g|=8,Ie.push(e),Pt++))&&Rn==I.debounceRendering||((Rn=I.debounceRendering)||queueMicrotask)(rr)}function rr(){try{for(var e,t=1;Ie.length;)Ie.length>t&&Ie.sort(tr),e=Ie.shift(),t=Ie.length,8&e.__g&&Ya(e)}finally{(Pt=Ie.length)&&(Rn||queueMicrotask)(rr)}}function sr(e,t,n,o,r,s,i,c,u,f,l){var p,d,m,h,b,k,g=o.__k||jt,_=t.length;for(u=Va(n,t,g,u,_),p=0;p<_;p++)(m=n.__k[p])!=null&&(d=~m.__i&&g[m.__i]||Rt,m.__i=p,k=qn(e,m,d,r,s,i,c,u,f,l),h=m.__e,(d.ref!=m.ref||8&d.__u)&&(d.ref&&Hn(d.ref,null,m,d),m.ref&&l.push(m.ref,m.__c||h,m)),b=b||h,4&m.__u?(u=ir(m,u,e,!d.__v),d.__e&&(d.__e=null)):typeof m.type=="function"&&k!==void 0?u=k:h&&(u=h.nextSibling),m.__u&=-21);return n.__e=b,u}function Va(e,t,n,o,r){var s,i,c,u,f,l,p,d,m,h=n.length,b=h,k=0,g=0,_=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=_[s]=mt(null,i):Bn(i)?i=_[s]=mt(Be,{children:i}):i.constructor===dt&&i.__b?i=_[s]=mt(i.type,i.props,i.key,i.ref,i.__v):_[s]=i,u=s+k,i.__=e,i.__b=e.__b+1,c=null,~(f=i.__i=Ga(i,n,u,b))&&(b--,(c=n[f])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,f==u-1?k--:f==u+1?k++:f!=u&&(f>u?k--:k++,g=1)):(~f||(r>h?k--:r<h&&k++),typeof i.type!="function"&&(i.__u|=4))):_[s]=null;if(g){for(l=[],p=[],s=0;s<r;s++)if((i=_[s])&&16&i.__u){for(k=0,d=l.length;k<d;)l[m=k+d>>1]<i.__i?k=m+1:d=m;l[k]=i.__i,p[s]=k+1}for(k=l.length;s--;)p[s]&&(p[s]==k?k--:_[s].__u|=4)}if(b)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=De(c)),Yn(c,c));return o}function ir(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=ir(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=De(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Ga(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return n;if(o>(u?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function Qo(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Nt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||Qo(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||Qo(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=jn[t]||(jn[t]=Ka(t)),(e.__a||(e.__a={}))[t]=Un,s=t!=(t=t.replace(nr,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Ka(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Ct]==null)t[Ct]=Un++;else if(t[Ct]<this.__a[e])return;return n(I.event?I.event(t):t)}}}function qn(e,t,n,o,r,s,i,c,u,f){var l,p,d,m,h,b,k,g,_,E,M,Te,je,Ee,ie,z,ae,W,de=t.type;if(t.constructor!==dt)return null;128&n.__u&&(u=32&n.__u,l=n.__c.__z)&&(t.__u|=u,p=s=[],l.nodeType==8?c=Lt(l,s):s.push(l),c=s[0]||c),(l=I.__b)&&l(t);e:if(typeof de=="function"){d=i.length;try{if(g=t.props,_=(l=de.prototype)&&l.render,E=(l=de.contextType)&&o[l.__c],M=l?E?E.props.value:l.__:o,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(_?t.__c=m=new de(g,M):(t.__c=m=new Ze(g,M),m.constructor=de,m.render=za),E&&E.sub(m),m.state||(m.state={}),m.__n=o,m.__g|=8,m.__h=[],m.__k=[]),_&&(m.__s||(m.__s=m.state),de.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=Ue({},m.__s)),Ue(m.__s,de.getDerivedStateFromProps(g,m.__s)))),h=m.props,b=m.state,m.__v=t,n.__c){if(g!==h&&_&&!de.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(g,M),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&m.shouldComponentUpdate(g,m.__s,M)===!1){t.__v!=n.__v&&(m.props=g,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(ce){ce&&(ce.__=t)}),jt.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&i.push(m),c=De(n);break e}m.componentWillUpdate&&m.componentWillUpdate(g,m.__s,M),_&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,b,k)})}else _&&!de.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),_&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=M,m.props=g,m.__P=e,m.__g&=-5,Te=I.__r,je=_?25:0;do m.__g&=-9,Te&&Te(t),l=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++je<25);_&&(jt.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(o=Ue({},o,m.getChildContext())),_&&n.__c&&m.getSnapshotBeforeUpdate&&(k=m.getSnapshotBeforeUpdate(h,b)),Ee=l&&l.type===Be&&l.key==null?l.props.children:l,g.__P&&(l=c,r=(e=g.__P).namespaceURI,u=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(ce){ce&&Yn(ce,ce)}),n.__k=null),c=n.__k?De(n,0):null),c=sr(e,Bn(Ee)?Ee:[Ee],t,n,o,r,s,i,c,u,f),g.__P&&(t.__e=null,c=l),t.__u&=-161,p&&p.some(Fe),m.__h.length&&i.push(m),1&m.__g&&(m.__g&=-4)}catch(ce){if(i.length=d,t.__v=null,u||s)if(ce&&ce.then){if(t.__u|=128|u,s){for(~(ae=s.indexOf(c||void 0))||(ae=s.length);(W=s[ae-1])&&W.nodeType==8;)ae--;for(;ae<s.length;ae++)if(W=s[ae])if(s[ae]=null,ie){if(W==z)break}else{if(W.nodeType!=8)break;W.data.startsWith("$s")&&(z=Lt(ie=W))}}if(!ie){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ie=c}(l=Lt(ie=t.__c.__z||(t.__c.__z=ie)))?(t.__e=ie,c=l):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Fe);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),ce&&ce.then||ar(t),I.__e(ce,t,n)}}else c=t.__e=Ja(n.__e,t,n,o,r,s,i,u,f,e);return(l=I.diffed)&&l(t),c}function Lt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function ar(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(ar))}function cr(e,t,n){for(var o=0;o<n.length;)Hn(n[o++],n[o++],n[o++]);I.__c&&I.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){I.__e(s,r.__v)}})}function Ja(e,t,n,o,r,s,i,c,u,f){var l,p,d,m,h,b,k,g,_=n.props||Rt,E=t.props,M=t.type;if(M=="svg"?r="http://www.w3.org/2000/svg":M=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(l=0;l<s.length;l++)if((h=s[l])&&(M?h.localName==M:h.nodeType==3)){e=h,s[l]=null;break}}if(!e){if(g=f.ownerDocument||document,!M)return g.createTextNode(E);e=g.createElementNS(r,M,E.is?E:f),c&&(I.__m&&I.__m(t,s),c=!1),s=null}if(M){if(f=M=="template"&&e.content||e,s=M=="textarea"&&E.defaultValue!=null?null:s&&Wn.call(f.childNodes),!c&&s)for(_={},l=0;l<e.attributes.length;l++)_[(h=e.attributes[l]).name]=h.value;for(l in _)h=_[l],l=="dangerouslySetInnerHTML"?d=h:l=="children"||l in E||l=="value"&&"defaultValue"in E||l=="checked"&&"defaultChecked"in E||Nt(e,l,null,h,r);for(l in E)h=E[l],l=="children"?m=h:l=="dangerouslySetInnerHTML"?p=h:l=="value"?b=h:l=="checked"?k=h:c&&typeof h!="function"||_[l]===h||Nt(e,l,h,_[l],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(M=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Ha.test(M))&&(r="http://www.w3.org/1999/xhtml"),sr(f,Bn(m)?m:[m],t,n,o,r,s,i,s?s[0]:n.__k&&De(n,0),c,u),s&&s.some(Fe)),c&&M!="textarea"||(l="value",M=="progress"&&b==null?e.removeAttribute(l):b==null||b===e[l]&&(M!="progress"||b)||Nt(e,l,b,_[l],r),l="checked",k!=null&&k!=e[l]&&Nt(e,l,k,_[l],r))}else _===E||c&&e.data==E||(e.data=E);return e}function Hn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){I.__e(r,n)}}function Yn(e,t,n){var o,r,s,i;if(I.unmount&&I.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Hn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){I.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&Yn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Lt(o,s=[]))&&(o==e.__e&&s.some(Fe),Fe(r),Fe(o)),n||Fe(e.__e),e.__e=e.__c=e.__=null}function za(e,t,n){return this.constructor(e,n)}function ur(e,t){var n,o,r,s;I.__&&I.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=mt(Be,{children:[e]}),r=[],s=[],qn(t,t.__k,o||Rt,Rt,t.namespaceURI,o?null:t.firstChild?Wn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),cr(r,t.__k,s),t.__k.props.children=null}I={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Pt=0,e}},er=0,Fn=function(e){return e!=null&&e.constructor===dt},Ze.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Ue({},this.state)),typeof e=="function"&&(e=e(Ue({},n),this.props)),e&&(Ue(n,e),this.__v&&(t&&this.__k.push(t),Zo(this)))},Ze.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),Zo(this))},Ze.prototype.render=Be,Ie=[],Pt=0,tr=function(e,t){return e.__v.__b-t.__v.__b},Ct=Symbol(),nr=/(PointerCapture)$|Capture$/i,Un=0,jn={},qa=0;var We,j,Vn,lr,Gn=Object.is,ht=0,br=[],Kn=[],R=I,fr=R.__b,mr=R.__r,dr=R.diffed,pr=R.__c,hr=R.unmount,vr=R.__;function vt(e,t){R.__h&&R.__h(j,e,ht||t),ht=0;var n=j.__H||(j.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function qe(e){return ht=1,Xa(gr,e)}function Xa(e,t,n){var o=vt(We++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):gr(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);Gn(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=j,!j.__f)){j.__f=!0;var r=j.shouldComponentUpdate;j.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var f=!1,l=this.props!=s;if(u.__.some(function(d){d.__N&&(f=!0,Gn(d.__[0],d.__N[0])||(l=!0))}),r){var p=r.call(this,s,i,c);return f?p||l:p}return!f||l}}return o.__}function O(e,t){var n=vt(We++,3);!R.__s&&zn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,j.__H.__h.push(n))}function pe(e,t){var n=vt(We++,4);!R.__s&&zn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,j.__h.push(n))}function H(e){return ht=5,X(function(){return{current:e}},[])}function X(e,t){var n=vt(We++,7);return zn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Ut(e,t){return ht=8,X(function(){return e},t)}function yr(){var e=vt(We++,11);if(!e.__){for(var t=j.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Za(){var e;do{for(;e=Kn.shift();)try{pt(e)}catch(n){R.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=br.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(pt),t.__h.some(Jn),t.__h=[]}catch(n){t.__h=[],R.__e(n,e.__v)}}}while(Kn.length)}R.__b=function(e){j=null,fr&&fr(e)},R.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),vr&&vr(e,t)},R.__r=function(e){mr&&mr(e),We=0;var t=(j=e.__c).__H;t&&(Vn==j?j.__h=[]:(t.__h.some(pt),t.__h.some(Jn),We=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Vn=j},R.diffed=function(e){dr&&dr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&_r(br.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Vn=j=null},R.__c=function(e,t){t.some(function(n){try{n.__h.some(pt),n.__h=n.__h.filter(function(o){return!o.__||Jn(o)})}catch(o){n.__h=[function(){throw o}]}}),pr&&pr(e,t)},R.unmount=function(e){hr&&hr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,_r(Kn.push(r))}else pt(r)}catch(s){t=s}}),o.__H=void 0,t&&R.__e(t,o.__v))};var $r=typeof requestAnimationFrame=="function";function Qa(e){var t,n=function(){clearTimeout(o),$r&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);$r&&(t=requestAnimationFrame(n))}function _r(e){e!=1&&lr==R.requestAnimationFrame||((lr=R.requestAnimationFrame)||Qa)(Za)}function pt(e){var t=j,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),j=t}function Jn(e){var t=j;e.__c=e.__(),j=t}function zn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!Gn(n,e[o])})}function gr(e,t){return typeof t=="function"?t(e):t}var ec=Symbol.for("preact-signals");function Ht(){if(we>1)we--;else{var e,t=!1;for((function(){var r=Wt;for(Wt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();_t!==void 0;){var n=_t;for(_t=void 0,Bt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Sr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Bt=0,we--,t)throw e}}function Zn(e){if(we>0)return e();Xn=++tc,we++;try{return e()}finally{Ht()}}var $t,N=void 0;function bt(e){var t=N,n=$t;N=void 0,$t=void 0;try{return e()}finally{N=t,$t=n}}var _t=void 0,we=0,Bt=0,tc=0,Xn=0,Wt=void 0,qt=0;function wr(e){if(N!==void 0){var t=e.n;if(t===void 0||t.t!==N)return t={i:0,S:e,p:N.s,n:void 0,t:N,e:void 0,x:void 0,r:t},N.s!==void 0&&(N.s.n=t),N.s=t,e.n=t,32&N.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=N.s,t.n=void 0,N.s.n=t,N.s=t),t}}function q(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}q.prototype.brand=ec;q.prototype.h=function(){return!0};q.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:bt(function(){var o;(o=t.W)==null||o.call(t)}))};q.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&bt(function(){var r;(r=t.Z)==null||r.call(t)}))}};q.prototype.subscribe=function(e){var t=this;return ee(function(){var n=t.value;bt(function(){return e(n)})},{name:"sub"})};q.prototype.valueOf=function(){return this.value};q.prototype.toString=function(){return this.value+""};q.prototype.toJSON=function(){return this.value};q.prototype.peek=function(){var e=this;return bt(function(){return e.value})};Object.defineProperty(q.prototype,"value",{get:function(){var e=wr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Bt>100)throw new Error("Cycle detected");(function(n){we!==0&&Bt===0&&n.l!==Xn&&(n.l=Xn,Wt={S:n,v:n.v,i:n.i,o:Wt})})(this),this.v=e,this.i++,qt++,we++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Ht()}}}});function L(e,t){return new q(e,t)}function Sr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function xr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Ar(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function He(e,t){q.call(this,void 0,t),this.x=e,this.s=void 0,this.g=qt-1,this.f=4}He.prototype=new q;He.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===qt))return!0;if(this.g=qt,this.f|=1,this.i>0&&!Sr(this))return this.f&=-2,!0;var e=N;try{xr(this),N=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return N=e,Ar(this),this.f&=-2,!0};He.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}q.prototype.S.call(this,e)};He.prototype.U=function(e){if(this.t!==void 0&&(q.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};He.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(He.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=wr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function _e(e,t){return new He(e,t)}function kr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){we++;var n=N;N=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,Qn(e),o}finally{N=n,Ht()}}}function Qn(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,kr(e)}function nc(e){if(N!==this)throw new Error("Out-of-order effect");Ar(this),N=e,this.f&=-2;try{8&this.f&&Qn(this)}finally{Ht()}}function Qe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,$t&&$t.push(this)}Qe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Qe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,kr(this),xr(this),we++;var e=N;return N=this,nc.bind(this,e)};Qe.prototype.N=function(){2&this.f||(this.f|=2,this.u=_t,_t=this)};Qe.prototype.d=function(){this.f|=8,1&this.f||Qn(this)};Qe.prototype.dispose=function(){this.d()};function ee(e,t){var n=new Qe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Tr,Vt,Yt,oc=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Er=[];ee(function(){Tr=this.N})();function et(e,t){I[e]=t.bind(null,I[e]||function(){})}function yt(e){if(Yt){var t=Yt;Yt=void 0,t()}Yt=e&&e.S()}function Ir(e){var t=this,n=e.data,o=y(n);o.name="ReactiveDom",o.value=n;var r=X(function(){for(var c=t,u=t.__v;u=u.__;)if(u.__c){u.__c.__$f|=4;break}var f=_e(function(){var m=o.value.value;return m===0?0:m===!0?"":m||""}),l=_e(function(){return!Array.isArray(f.value)&&!Fn(f.value)}),p=ee(function(){if(this.N=Dr,l.value){var m=f.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=m)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[l,f]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}Ir.displayName="ReactiveTextNode";Object.defineProperties(q.prototype,{constructor:{configurable:!0,value:Ft(Be,null).constructor},type:{configurable:!0,value:Ir},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});et("__b",function(e,t){if(yt(),Vt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof q&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});et("__r",function(e,t){if(e(t),t.type!==Be){yt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return ee(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;oc&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Vt=o,yt(n)}});et("__e",function(e,t,n,o){yt(),Vt=void 0,e(t,n,o)});et("diffed",function(e,t){yt(),Vt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var u in o){var f=s[u],l=o[u];f===void 0?(f=rc(n,u,l,r),s[u]=f):f.o(l,r)}}}e(t)});function rc(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=L(n);return{o:function(i,c){s.value=i,o=c},d:ee(function(){this.N=Dr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}et("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var u in i)c[u]=i[u]}t.__np=void 0}else{var f=t.__c;if(f){f.__$f|=8;var l=f.__$u;l&&(f.__$u=void 0,l.d())}}e(t)});et("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Ze.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function y(e,t){return X(function(){return L(e,t)},[])}var sc=function(e){queueMicrotask(function(){queueMicrotask(e)})};function ic(){Zn(function(){for(var e;e=Er.shift();)Tr.call(e)})}function Dr(){Er.push(this)===1&&(I.requestAnimationFrame||sc)(ic)}var Mr="application/json",Or=()=>{};function Nr(e){Or=e}async function Y(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let i=new Headers(r);o&&i.set("Portal-Account",o),n&&!(n instanceof FormData)&&i.set("Content-Type",Mr);let c=performance.now();try{let u=await fetch(`/api/${e}`,{method:t,headers:i,body:n instanceof FormData||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:f,headers:l}=u,d=l.get("Content-Type")?.startsWith(Mr)??!1?await u.json().catch(()=>null):null;return ac(f,d,l)?(f===401&&Or(c),{status:f,body:d,headers:l,offline:!1}):f===413?cc():eo()}catch{return eo()}}function ac(e,t,n){return n.get("X-Request-ID")?e>=400?typeof t?.error=="string":t!==null||e===204||e===304:!1}var cc=()=>({...eo(),status:413,offline:!1}),eo=()=>({status:0,body:null,headers:new Headers,offline:!0}),uc="The portal cannot be reached just now. Please check your connection and try again.",G=({offline:e,body:t})=>e?uc:t?.error??"Something went wrong. Please try again in a minute.";var Rr="Europe/London",to=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Rr,...e}),jr=to({day:"numeric",month:"long",year:"numeric"}),lc=to({month:"short",year:"numeric"}),Cr=to({hour:"2-digit",minute:"2-digit"}),Gt=new Intl.DateTimeFormat("sv-SE",{timeZone:Rr}),fc=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),mc=864e5,[dc,Lr]=[1024,1024*1024],ue=(e=new Date)=>Gt.format(e),te=e=>jr.format(new Date(e)),Fr=e=>lc.format(new Date(`${e}-01`));function ne(e,t=new Date){let n=new Date(e);return Gt.format(n)===Gt.format(t)?Cr.format(n):`${jr.format(n)}, ${Cr.format(n)}`}var P=e=>fc.format(e),F=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Ur(e,t=new Date){let n=Math.round((Pr(t)-Pr(new Date(e)))/mc);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Pr=e=>Date.parse(Gt.format(e)),Ye=e=>e<Lr?`${Math.ceil(e/dc)} KB`:`${Number((e/Lr).toFixed(1))} MB`;var Wr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,Wr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Br=new Map;function qr(e){var t=Br.get(this);return t||(t=new Map,Br.set(this,t)),(t=Wr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",u=[0],f=function(d){s===1&&(d||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,d,i):s===3&&(d||i)?(u.push(3,d,i),s=2):s===2&&i==="..."&&d?u.push(4,d,0):s===2&&i&&!d?u.push(5,0,!0,i):s>=5&&((i||!d&&s===5)&&(u.push(s,0,i,r),s=6),d&&(u.push(s,d,0,r),s=6)),i=""},l=0;l<n.length;l++){l&&(s===1&&f(),f(l));for(var p=0;p<n[l].length;p++)o=n[l][p],s===1?o==="<"?(f(),u=[u],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(f(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[l][p+1]===">")?(f(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(f(),s=2):i+=o),s===3&&i==="!--"&&(s=4,u=u[0])}return f(),u})(e)),t),arguments,[])).length>1?t:t[0]}var a=qr.bind(Ft);var Hr;function C(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Hr),Hr=setTimeout(()=>{t.textContent=e},400)}var no="([A-Za-z0-9_-]{1,64})",oo=new RegExp(`^${no}$`),pc={"/":"jobs","/jobs":"jobs",[`/jobs/${no}`]:"job",[`/jobs/${no}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/account/devices":"devices","/outbox":"outbox"},hc=Object.entries(pc).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Kt(e){for(let[t,n]of hc){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var D=L(ro());function ro(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Kt(location.pathname)??Kt("/"),path:location.pathname,account:oo.test(n)&&oo.test(o)?`${n}/${o}`:null,query:t,isBack:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function w(e,t={},n=D.value.account){let[o="",r=""]=n?.split("/")??[],s={...t,...n&&{agency:o,contractor:r}},i=new URLSearchParams(s).toString();return i?`${e}?${i}`:e}function Yr(e){D.value.account||Se(w(D.value.path,Object.fromEntries(D.value.query),e),{replace:!0})}function Se(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:vc(n)},""),history.pushState(null,"",e)),D.value=ro()}var Jt=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function vc(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return!o||!t?null:{href:r??"",at:Jt(r??"",t).indexOf(o),top:o.getBoundingClientRect().top}}function Vr(){let{y:e,mark:t}=D.value;scrollTo(0,e);let n=document.querySelector("main"),o=t&&n&&Jt(t.href,n)[t.at];if(!o)return;let r=()=>scrollBy(0,o.getBoundingClientRect().top-t.top);r(),requestAnimationFrame(()=>requestAnimationFrame(r))}function Gr(){history.scrollRestoration="manual",addEventListener("popstate",()=>{D.value=ro(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Kt(t.pathname)||(e.preventDefault(),Se(t.href,{replace:t.href===location.href,link:t}))})}var $c={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},$=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${$c[e]} /></svg>
`;var _c="Contractor Portal",Kr=!0;function T({title:e,back:t,keepsFocus:n=!1,children:o}){let r=H(null);return pe(()=>{Kr||(n||r.current?.focus({preventScroll:!0}),Vr()),Kr=!1},[]),pe(()=>{document.title=`${e} – ${_c}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${w(t.path)}><${$} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var bc=20,yc={"sign-in failed":"Failed try to sign in","session ended":"Device signed out",switched:"Account switched",submitted:"Sent",confirmed:"The agency has it",rejected:"The agency's system refused it",unconfirmed:"It may have arrived",review:"The agency was asked whether it arrived",expired:"It could not be sent",abandoned:"It was not sent"};function Jr(){let e=y([]),[t,n]=[y(null),y(null)],o=async()=>{let s=await Y(`session/activity?offset=${e.value.length}&limit=${bc}`);n.value=s.status===200?null:G(s),s.status===200&&(e.value=[...e.value,...s.body.activity],t.value=s.body.total)};O(()=>{o()},[]);let r=t.value!==null&&e.value.length<t.value;return a`
    <p class="hint">Sign-ins, tries with your e-mail address, and what you sent, for 90 days.</p>
    <p class="problem" role="alert">${n.value}</p>
    ${t.value===null&&!n.value&&a`<p class="loading" role="status">Loading …</p>`}
    <ol class="rows">${e.value.map((s,i)=>a`<${gc} key=${i} entry=${s} />`)}</ol>
    ${r&&a`<button class="btn btn-secondary" type="button" onClick=${o}>Show more</button>`}
  `}function gc({entry:{at:e,event:t,detail:n,software:o,network:r}}){let s=yc[t]??t[0].toUpperCase()+t.slice(1);return a`
    <li class="row">
      <div>
        <span class="title">${s}${n&&`: ${n}`}</span>
        <span class="about">${[ne(e),o,r].filter(Boolean).join(", ")}</span>
      </div>
    </li>
  `}var so="session/devices";function zr(){let e=y(null),[t,n]=[y(null),y(!1)],o=async()=>{let i=await Y(so);i.status===200?e.value=i.body.devices:t.value=G(i)},r=async(i,c)=>{n.value=!0,t.value=null;let u=await Y(i,{method:"DELETE"});[204,404].includes(u.status)?(C(c),await o()):t.value=G(u),n.value=!1};O(()=>{o()},[]);let s=e.value?.filter(({current:i})=>!i)??[];return a`
    <${T} title="Where you are signed in" back=${{path:"/account",name:"Account"}}>
      <p>Do you not know one of these devices? Sign it out, and change the password of your e-mail account.</p>
      <p class="problem" role="alert">${t.value}</p>
      ${e.value?a`<ul class="cards">
            ${e.value.map(i=>a`<${wc} key=${i.deviceId} device=${i} busy=${n.value} onEnd=${()=>r(`${so}/${i.deviceId}`,"The device is signed out.")} />`)}
          </ul>`:!t.value&&a`<p class="loading" role="status">Loading …</p>`}
      ${s.length>0&&a`<button class="btn btn-danger" type="button" disabled=${n.value} onClick=${()=>r(so,"You are signed out everywhere else.")}>
        Sign out everywhere else
      </button>`}
      <section aria-labelledby="activity">
        <h2 id="activity">What happened lately</h2>
        <${Jr} key=${e.value?.length} />
      </section>
    <//>
  `}function wc({device:e,busy:t,onEnd:n}){let{software:o,network:r,method:s,signedInAt:i,lastSeenAt:c,current:u}=e,f=o??"Unknown device";return a`
    <li class="card">
      <h2 class="title">${f}</h2>
      <p class="about">
        <span>${u?"This device":`Last used ${ne(c)}`}</span>
        <span>Signed in ${ne(i)}${s&&`, by ${s}`}${r&&`, from ${r}`}</span>
      </p>
      ${!u&&a`<button class="btn btn-secondary" type="button" disabled=${t} onClick=${n}>
        Sign out<span class="visually-hidden"> ${f}</span>
      </button>`}
    </li>
  `}var co=(e,t)=>t.some(n=>e instanceof n),Xr,Zr;function Sc(){return Xr||(Xr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function xc(){return Zr||(Zr=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var uo=new WeakMap,io=new WeakMap,zt=new WeakMap;function Ac(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(be(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return zt.set(t,e),t}function kc(e){if(uo.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});uo.set(e,t)}var lo={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return uo.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return be(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function ns(e){lo=e(lo)}function Tc(e){return xc().includes(e)?function(...t){return e.apply(tt(this),t),be(this.request)}:function(...t){return be(e.apply(tt(this),t))}}function Ec(e){return typeof e=="function"?Tc(e):(e instanceof IDBTransaction&&kc(e),co(e,Sc())?new Proxy(e,lo):e)}function be(e){if(e instanceof IDBRequest)return Ac(e);if(io.has(e))return io.get(e);let t=Ec(e);return Object.is(t,e)||(io.set(e,t),zt.set(t,e)),t}var tt=e=>zt.get(e);function os(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=be(i);return o&&i.addEventListener("upgradeneeded",u=>{o(be(i.result),u.oldVersion,u.newVersion,be(i.transaction),u)}),n&&i.addEventListener("blocked",u=>n(u.oldVersion,u.newVersion,u)),c.then(u=>{s&&u.addEventListener("close",()=>s()),r&&u.addEventListener("versionchange",f=>r(f.oldVersion,f.newVersion,f))}).catch(()=>{}),c}function rs(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),be(n).then(()=>{})}var Ic=["get","getKey","getAll","getAllKeys","count"],Dc=["put","add","delete","clear"],ao={};function Qr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(ao[t])return ao[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Dc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||Ic.includes(n)))return;let s=async function(i,...c){let u=this.transaction(i,r?"readwrite":"readonly"),f=u.store;return o&&(f=f.index(c.shift())),(await Promise.all([f[n](...c),r&&u.done]))[0]};return ao[t]=s}ns(e=>({...e,get:(t,n,o)=>Qr(t,n)||e.get(t,n,o),has:(t,n)=>!!Qr(t,n)||e.has(t,n)}));var Mc=["advance","continue","continuePrimaryKey"],es={},fo=new WeakMap,ss=new WeakMap,Oc={get(e,t){if(!Mc.includes(t))return e[t];let n=es[t];return n||(n=es[t]=function(...o){fo.set(this,ss.get(this)[t](...o))}),n}};async function*Nc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Oc);for(ss.set(n,t),zt.set(n,tt(t));t;)yield n,t=await(fo.get(n)||t.continue()),fo.delete(n)}function ts(e,t){return t===Symbol.asyncIterator&&co(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&co(e,[IDBIndex,IDBObjectStore])}ns(e=>({...e,get(t,n,o){return ts(t,n)?Nc:e.get(t,n,o)},has(t,n){return ts(t,n)||e.has(t,n)}}));var Xt=new Set,is=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){is=Xt.size>0;for(let t of Xt)gt(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&is&&location.reload()});function as(e){let t=tt(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return mo(o),o}}function mo(e){let t=tt(e)??e;Xt.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>Xt.delete(t));be(t).done.catch(()=>{})}function gt(e){try{e.abort()}catch{}}var Cc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...i}=r.value;o.put({...i,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],Lc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",blocked:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},Me=class extends Error{constructor(t,n,o=Lc[t]){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=o}},V=e=>e?.sentence,cs=["InvalidStateError","UnknownError"],Pc="portal:",Rc=1e4,Zt=1e4,nt=3e3,Ve=new Map,Qt=new Set,ho=!1,Z=({agency:e,contractorId:t,email:n})=>`${Pc}${e}/${t} ${n}`;function jc(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return t&&n&&o?{agency:t,contractorId:n,email:o}:null}async function us(){return(indexedDB.databases?(await le(()=>he(Zt,indexedDB.databases()))).map(({name:t})=>t??""):[...Ve.keys()]).map(jc).filter(t=>t!==null)}var ls=()=>{ho=!0},vo=e=>Qt.delete(e);async function po(e,t=Cc){if(Qt.has(e))throw new Me("gone");let n=Ve.get(e);return n||(n=Fc(e,t),Ve.set(e,n),n.catch(()=>Ve.delete(e))),le(()=>he(Rc,n))}var Fc=(e,t)=>le(async()=>{let n=await os(e,t.length,{upgrade(o,r,s,i){mo(i),Uc(t.slice(r),o,i)},blocking(o,r){r===null&&Qt.add(e),$o(e)},terminated:()=>Ve.delete(e)});return as(n),n});async function Uc(e,t,n){try{for(let o of e)await o(t,n)}catch{gt(n)}}async function $o(e){let t=Ve.get(e);Ve.delete(e),(await t?.catch(()=>null))?.close()}async function fs(e){let t=he(nt,Bc(e)).then(()=>!0,()=>!1);Qt.add(e);let n=await t;$o(e);try{await le(()=>he(nt,rs(e)))}catch(o){if(!n)throw o}}async function Bc(e){let t=await po(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var oe=(e,t,n)=>le(async()=>{let o=await Wc(e,t,n);return ho=!0,o}),Oe=(e,t,n)=>le(()=>he(Zt,oe(e,t,n)));async function Wc(e,t,n){try{return await t(await po(e,n))}catch(o){let{cause:r,name:s}=o;if(!cs.includes(r?r.name:s))throw o;return await $o(e),t(await po(e,n))}}async function he(e,t){let n,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}async function le(e){try{return await e()}catch(t){throw t instanceof Me?t:new Me(qc(t),t)}}function qc(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"blocked":["SecurityError",...cs].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?ho?"lost":"closed":"broken"}var wt=new BroadcastChannel("portal-turn"),St=[];wt.addEventListener("message",({data:{asks:e}})=>{St.includes(e)&&wt.postMessage({holds:e})});function ms(e,t){return hs(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(i){if(i.name!=="AbortError")throw i;return r=!1,null}})}function ds(e,t){return hs(e,async({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function ps(e,t){let n=!1,o=()=>(n=!0,vs(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function hs(e,t){let n=!1,o=r=>(n=!0,vs(e,r));for(let r=!1;;r=!await Hc(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function vs(e,t){St.push(e);try{return await t()}finally{St.splice(St.indexOf(e),1)}}function Hc(e){return St.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),wt.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);wt.addEventListener("message",o),wt.postMessage({asks:e})})}function $s(e,t){let{method:n,path:o}=Yc(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?Vc(e,t):e.content,timeoutMs:t?3e5:6e4}}function Yc({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(String(t))}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function Vc({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t?.name),o}var Gc=["rejected","expired","abandoned"];var Kc=/^document: /,Jc=[400,404,405,413,415,422],gs="It may have arrived. It is sent again, and the portal knows it for the same.",zc="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",_s="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",Xc=" If that does not help, attach the PDF again.",Zc="The portal cannot tell any more what became of it. Please look at the job before you send it again.",ws="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",U=({state:e})=>e!=="done",fe=({state:e})=>["checking","review"].includes(e),ve=({state:e,promised:t})=>e==="checking"&&!!t,xt=e=>U(e)&&!fe(e),Ne=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Ss=(e,t)=>Ne(e)?{heldUntil:t+6e5}:void 0,tn=e=>e.state!=="sending"&&!fe(e),nn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,rt=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,Q=({state:e})=>["refused","unknown"].includes(e),xs=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...on({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+1e4:0}),on=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...Qc}),Qc={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,result:null};function As(e,t){return ks(e).filter(n=>_o(n)<=t||_o(n)>t+864e5).sort((n,o)=>+!!n.document-+!!o.document||n.id-o.id)}function bo(e){let t=ks(e).map(_o);return t.length?Math.min(...t):null}var _o=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function ks(e){let t=new Set;return e.filter(n=>{if(fe(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${"statementId"in n.content?n.content.statementId:void 0}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Ts(e,t){return Is(e,t)?yo(ws):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Es(e,t,n=Math.random){if(Is(e,t))return yo(ws);let o=Ne(e)?_s+Xc:_s;return ot(e,null,t,n,{sentence:o,asks:"document"},6e4)}var Is=({sentAt:e},t)=>e!==null&&t-e>5184e5,Ds=()=>({state:"waiting",sentence:gs,nextAt:0});function Ms(e,t,n,o=Math.random){let{status:r,body:s,headers:i,offline:c}=t,u={sentAt:e.sentAt??n},f=s?.error?.replace(Kc,"")??null;if(c)return ot(e,null,n,o,{...u,sentence:gs},6e4);if(r===413&&!s){let m={sentAt:e.sentAt,sentence:zc,asks:"size"};return ot(e,600,n,o,m,36e5)}let l=i.get("Submission-State"),p=i.get("Retry-After"),d=i.get("Location");return r===200||r===201?Ns(e,s,n):r===202?bs(s.state,s.submissionId,s.message,n):l==="rejected"?en(f,{ended:l}):r===409&&p?ot(e,p,n,o,{...u,sentence:f},1e4):d?bs(l,d.split("/").at(-1)??"",f,n):l==="not-sent"?ot(e,p,n,o,{sentAt:null,sentence:f}):r===409?en(f,{asks:e.kind==="invoice"?"duplicate":null}):Jc.includes(r)?en(f):ot(e,p,n,o,{...r>=500?u:{sentAt:e.sentAt},sentence:f})}function Os(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?yo(Zc):o||t!==200?ys(e,e,r,s):n.state==="confirmed"?Ns(e,n.result,r):Gc.includes(n.state)?en(n.message,{ended:n.state}):ys(e,{...Cs(n.state),sentence:n.message},r,s)}var Ns=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?eu(t):t}),eu=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},en=(e,{asks:t=null,ended:n=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,sentAt:null}),yo=e=>({state:"unknown",sentence:e,asks:null}),Cs=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e??"")}),bs=(e,t,n,o)=>({...Cs(e),submissionId:t,sentence:n,tries:0,nextAt:o+2e3});function ot(e,t,n,o,r,s=3e5){let i=Math.max(Number(t)*1e3||0,rn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function ys({tries:e},{state:t,promised:n,sentence:o},r,s){let i=t==="review"?3e5:6e4;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+rn(e,i,s)}}var rn=(e,t,n=Math.random)=>Math.min(t,2e3*2**Math.min(e,20))*(.5+n()/2);var Ps="portal-outbox",tu={durability:"strict"},Ls=["outbox","documents","blobs"],st=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ge=class{constructor(t){this.owner=t,this.name=Z(t)}list(){return Oe(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let i=await r.add(t);return n&&await s.put({id:i,bytes:n}),{...t,id:Number(i)}});return sn(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:i,blobs:c})=>{let u=await s.get(t),f=u&&n(u);if(f===void 0)return;let l=f&&{...u,...f},p=Rs(l);return await Promise.all([l?s.put(l):s.delete(t),p?o&&i.put({id:t,bytes:o}):i.delete(t),(o||!p)&&c.delete(t)]),l});if(r===void 0)throw new st;return sn(this.name),r}async readDocument(t){let n=await Oe(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await Oe(this.name,s=>s.get("blobs",t));if(!n)throw new Me("lost");let o=await le(()=>he(Zt,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:i})=>{await i.count(t)&&await Promise.all([s.put({id:t,bytes:o}),i.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return oe(this.name,async n=>{let o=n.transaction(Ls,"readwrite",tu),r=Object.fromEntries(Ls.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw gt(o),c}),[i]=await Promise.all([s,o.done]);return i})}async deleteAllButUnsent(){await this.#n({keepsDrafts:!1})}deleteAllButUnfinished(){return this.#n({keepsDrafts:!0})}#n({keepsDrafts:t}){return oe(this.name,async n=>{let o=n.transaction(["answers","drafts","outbox"],"readwrite"),[r,s]=[o.objectStore("outbox"),o.objectStore("drafts")],i=await r.getAll(),c=i.filter(f=>!U(f));t||s.clear();let[u]=await Promise.all([s.count(),o.objectStore("answers").clear(),...c.map(({id:f})=>r.delete(f)),o.done]);return u>0||c.length<i.length})}},it=class{#e=[];#t=new Map;#n=0;constructor(t){this.owner=t,this.name=Z(t)}async list(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#n};return this.#e.push(o),n&&this.#t.set(o.id,n),sn(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new st;let i=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...i?[i]:[]),o?this.#t.set(t,o):Rs(i)||this.#t.delete(t),sn(this.name),i}async readDocument(t){return this.#t.get(t)??null}},Rs=e=>!!(e?.document&&U(e));function sn(e){let t=new BroadcastChannel(Ps);t.postMessage(e),t.close()}function js(e){let t=new BroadcastChannel(Ps);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function an(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw new Me("broken",t,"This file cannot be read. Please choose it again.")}}var Fs="portal-session",nu=5e3;async function Ce(e=null){return(await us()).filter(n=>e===null||n.email===e).map(n=>new Ge(n))}async function go(e){return await ms(`portal-outbox:${e.name}`,n=>ou(e,n))??{obstacle:null,nextAt:Date.now()+nu}}async function ou(e,t){for(await ru(e);t();){let[n]=As(await e.list(),Date.now());if(!n)return{obstacle:null,nextAt:bo(await e.list())};let o=await su(e.owner,async()=>t()?iu(e,n):null);if(o)return{obstacle:o,nextAt:null}}return null}var wo=e=>ps(Fs,e);async function ru(e){for(let{id:t,state:n}of await e.list())n==="sending"&&await e.change(t,Ds)}function su(e,t){return ds(Fs,async()=>await Us(e)??t())}async function Us({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await Y("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function iu(e,t){try{return await(fe(t)?cu(e,t):au(e,t))}catch(n){if(n instanceof st)return null;throw n}}async function au(e,t){let n=u=>u.state==="waiting"&&u.key===t.key&&u.heldUntil===t.heldUntil,o=t.document?await e.readDocument(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,u=>n(u)?Es(u,Date.now()):void 0),null;let r=await e.change(t.id,u=>n(u)?Ts(u,Date.now()):void 0);if(r?.state!=="sending")return null;let s=$s(t,o),i=await Y(s.path,{...s,account:Ws(e)}),c=await Bs(e,i);return await e.change(t.id,u=>{if(!(u.attempt!==r.attempt||u.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:Ms(t,i,Date.now())}),c??(i.offline?"offline":null)}async function cu(e,t){let n=await Y(`contractor/submissions/${t.submissionId}`,{account:Ws(e)}),o=await Bs(e,n);return o||await e.change(t.id,r=>fe(r)?Os(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function Bs(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?Us(e.owner):null}var Ws=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var uu="outbox",qs=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator;async function Hs(){return await(await navigator.serviceWorker?.getRegistration())?.sync?.register(uu).then(()=>!0,()=>!1)??!0}var So=e=>`outbox ${e}`;function cn(e,t){try{t?localStorage.setItem(So(e),String(t)):localStorage.removeItem(So(e))}catch{}}function xo(e){try{return Number(localStorage.getItem(So(e))??0)}catch{return 0}}var Ys=e=>cn(e,0);var lu=6e4,fu=168*36e5,mu="This device has no room left, so nothing can be sent from it. Please free some space.",un=class{items=L(null);obstacle=L(null);otherAccounts=L([]);storageProblem=L(null);#e=null;#t=void 0;#n=0;#r=!1;#s=null;#o=!1;#l=!1;#c=new Map;start(){js(t=>{t===this.#e?.name&&this.#a()}),addEventListener("online",()=>this.#m(Vs)),addEventListener("offline",()=>this.wake()),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&this.wake()})}async open(t){if(this.#e?.name===Z(t))return;this.close(),vo(Z(t));let n=new Ge(t);xo(n.name)&&ls(),this.#e=n;try{let o=(await n.list()).length?0:xo(n.name);for(let r of(await Ce()).filter(({owner:{email:s}})=>s!==t.email))await r.deleteAllButUnsent(),cn(r.name,await Ao(r));await du(n),await Gs(n,await n.list(),Vs),this.#e===n&&(this.storageProblem.value=o?pu(o):null)}catch(o){if(this.#e!==n)return;this.storageProblem.value=ko(o),o.reason==="closed"&&(this.#e=this.#p(t))}await this.#a(),this.items.value?.some(U)&&this.#u(),this.wake()}async openFormerAccount(t){if(this.close(),!t)return;(await Ce(t.email).catch(()=>[])).some(({name:o})=>o===Z(t))&&!this.#e&&await this.open(t)}close(){clearTimeout(this.#t),this.#e=null,this.items.value=null,this.obstacle.value=null,this.otherAccounts.value=[],this.storageProblem.value=null}async add({document:t,...n}){let{bytes:o,document:r}=await Ks(t),s=await this.#f().add(xs({...n,document:r},Date.now()),o);return await this.#a(),navigator.storage?.persist?.(),this.#u(),this.wake(),s}async edit(t,{content:n,about:o,document:r}){let{bytes:s,document:i}=await Ks(r),c={content:n,...o!==void 0&&{about:o},...r!==void 0&&{document:i}};return this.#i(t,u=>Ne(u)?on(c):void 0,s)}hold(t){return this.#i(t,n=>Ss(n,Date.now()))}release(t){return this.#i(t,({heldUntil:n})=>n?{heldUntil:0}:void 0)}resend(t,{duplicate:n=!1}={}){return this.#i(t,o=>Q(o)?on({duplicate:n}):void 0)}remove(t){return this.#i(t,n=>tn(n)?null:void 0)}undo(t){return this.#i(t,n=>nn(n,Date.now())?null:void 0)}itemsOf(t){return(this.items.value??[]).filter(n=>n.jobId===t)}sendingNotice(){return qs()&&!this.#l?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection."}async wake(){clearTimeout(this.#t),this.#s?this.#o=!0:(this.#s=this.#h(),await this.#s.finally(()=>this.#s=null),this.#o&&(this.#o=!1,await this.wake()))}async tryNow(){await this.#m()}async countUnsent(t){let n=this.#e instanceof it?[this.#e]:await Ce(t);return(await Promise.all(n.map(Ao))).reduce((r,s)=>r+s,0)}async deleteAll(t){let n=!(this.#e instanceof it);this.#e?.owner.email===t&&this.close();for(let[r,{owner:s}]of this.#c)s.email===t&&this.#c.delete(r);let o=n?await Ce(t):[];await zs(o.map(Js))}async deleteAllButUnfinished(t){let n=await Ce(t);await zs(n.map(async o=>{await le(()=>he(nt,o.deleteAllButUnfinished()))||await Js(o)}))}#p(t){let n=this.#c.get(Z(t))??new it(t);return this.#c.set(n.name,n),n}#f(){if(!this.#e)throw new Error("no outbox is open");return this.#e}async#i(t,n,o){let r=await this.#f().change(t,n,o);return await this.#a(),this.#u(),this.wake(),r}async#m(t){this.#e&&await Gs(this.#e,this.items.value??[],t),await this.wake()}async#u(){await Hs()||(this.#l=!0)}async#a(){let t=this.#e;try{let n=await t?.list()??null;if(this.#e!==t)return;this.items.value=n,t&&n&&cn(t.name,n.filter(xt).length)}catch(n){if(this.#e!==t)return;this.storageProblem.value=ko(n),this.#r=!0}}async#h(){let t=this.#e;if(t)try{let n=t instanceof Ge?(await Ce(t.owner.email)).filter(({name:s})=>s!==t.name):[],o=[];for(let s of[t,...n])o.push(await go(s));let r=await Promise.all(n.map(Ao));if(this.#e!==t||(this.obstacle.value=o[0].obstacle,this.otherAccounts.value=n.map(({owner:s},i)=>({...s,number:r[i]})).filter(({number:s})=>s),this.#d(o),!this.#r))return;this.#r=!1,await this.#a(),this.#r||(this.storageProblem.value=null)}catch(n){if(this.#e!==t)return;let o=n.reason==="full";this.storageProblem.value=o?mu:ko(n),this.#r=!0,this.#d([{obstacle:"offline",nextAt:null}])}}#d(t){let n=t.some(({obstacle:r})=>r==="offline");this.#n=n?this.#n+1:0;let o=t.map(({nextAt:r})=>r).filter(r=>r!==null);n&&o.push(Date.now()+rn(this.#n,lu)),o.length&&(this.#t=setTimeout(()=>this.wake(),Math.max(Math.min(...o)-Date.now(),0)))}},Vs=({asks:e})=>e!=="size";async function Gs(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>U(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function Ks(e){if(!e)return{bytes:void 0,document:null};let{bytes:t,...n}=await an(e);return{bytes:t,document:n}}async function Js({name:e}){await fs(e),Ys(e)}async function zs(e){let n=(await Promise.allSettled(e)).find(o=>o.status==="rejected");if(n)throw n.reason}var Ao=async e=>(await e.list()).filter(xt).length;async function du(e){let t=Date.now()-fu;for(let{id:n,state:o,doneAt:r}of await e.list())o==="done"&&Number(r)<t&&await e.change(n,()=>null)}function ko(e){let t=V(e);if(!t)throw e;return t}var pu=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;var v=new un;var hu={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},vu="May have arrived",$u="With the portal",Xs={expired:"Not delivered",abandoned:"Not delivered"};function $e(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:ve(e)?$u:rt(e)?vu:n==="refused"&&Xs[o??""]||hu[n]}function Zs(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?$e(e,t):`${$e(e,t)}${Xs[o??""]?":":", because:"} ${r}`}var Qs=(e,t)=>e.state==="refused"||e.sentence?.startsWith($e(e,t))?null:e.sentence,at=e=>e.kind==="completion"?e.content.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e.kind];var ln="portal",fn=[e=>e.createObjectStore("session")],ei=e=>oe(ln,t=>t.put("session",e,"last"),fn),ti=()=>ri("last"),To=()=>le(()=>he(nt,oe(ln,e=>e.delete("session","last"),fn))),ni=e=>oe(ln,async t=>e?t.put("session",e,"asked"):t.delete("session","asked"),fn),oi=()=>ri("asked");async function ri(e){try{return await Oe(ln,t=>t.get("session",e),fn)??null}catch{return null}}var S=L(void 0),Ke=L(null),pn=L(!1),hn=L(null),_u=6e5,ye=L(!1),mn=null,dn=0,K=({agency:e,contractorId:t})=>`${e}/${t}`,Eo=(e,t)=>e.accounts.find(n=>K(n)===t)??null,x=_e(()=>S.value?Eo(S.value,D.value.account??K(S.value.account)):null),J=_e(()=>{if(!S.value||!x.value||ye.value)return null;let{agency:e,contractorId:t}=x.value;return{email:S.value.email,agency:e,contractorId:t}}),si=_e(()=>{let e=D.value.account;if(!S.value||x.value||!e||ye.value)return null;let[t,n]=e.split("/");return{email:S.value.email,agency:t,contractorId:n}}),Io=new BroadcastChannel("portal:person"),ii=new BroadcastChannel("portal:parting");async function At(e){dn=performance.now(),JSON.stringify(e)!==JSON.stringify(S.value)&&(S.value=e,await(e?ei(e):To()).catch(()=>{}),Io.postMessage(e))}async function ct(e){await ni(e).catch(()=>{}),hn.value=e}async function vn(){let[e,t]=await Promise.all([ti(),oi()]);t&&await ct(Date.now()-t.at<_u?t:null);let n=e||document.body.dataset.session;if(S.value??=e??(n?void 0:null),n||navigator.serviceWorker?.controller){let o=performance.now(),r=await Y("session");r.status===200&&o>=dn&&await At(r.body)}S.value??=null}var $n=e=>{let t=D.value.account?.split("/")[0];return Y("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function ai(e,t){let n=await wo(()=>Y("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(Ke.value=null,pn.value=!1,await At(n.body),await ct(null)),n}async function ci(e){At({...S.value,account:e});let{agency:t,contractorId:n}=e,o=await Y("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await At(o.body)}function ui(){return mn??=bu().finally(()=>mn=null),mn}async function bu(){let e=S.value,t=await wo(()=>Y("session",{method:"DELETE"}));return t.status!==204||(ye.value=!0,Io.postMessage(null),ii.postMessage(null),await li([To(),v.deleteAll(e.email)]),Ke.value=null,S.value===e&&(S.value=null),ye.value=!1),t}async function yu(e){ye.value=!0,await li([v.deleteAllButUnfinished(e.email)]),S.value===e&&await At(null),ye.value=!1}async function li(e){let t=await Promise.allSettled(e);pn.value=t.some(n=>n.status==="rejected"&&n.reason&&n.reason.reason!=="closed")}function fi(){Nr(e=>{mn||ye.value||e<dn||S.value&&(Ke.value=S.value.email,yu(S.value))}),Io.onmessage=({data:e})=>{ye.value&&!e||(dn=performance.now(),S.value=e)},ii.onmessage=()=>{Ke.value=null}}var mi=300;async function di(e,t,n,o=null){try{await oe(Z(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>mi&&await gu(s),await i})}catch{}}async function pi(e,t){try{return await Oe(Z(e),n=>n.get("answers",t))??null}catch{return null}}async function gu(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-mi).map(({path:n})=>e.delete(n)))}var wu=5e3,Su=30,hi={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},xu=L({...hi,busy:!1}),Do=class{state=L(hi);begunAt=0;readAt=0;running=null;#e=null;#t;#n;constructor(t,n){this.#t=t,this.#n=n}refresh(){navigator.onLine&&Date.now()-this.readAt<wu||(this.running??=this.#r().finally(()=>{this.running=null}))}async#r(){this.state.value.body||await this.#s(),this.#o({busy:!0});let t=Date.now();this.begunAt=t;let n=this.#e&&this.state.value.body?{"If-None-Match":this.#e}:{},o=await Y(`contractor/${this.#n}`,{account:K(this.#t),headers:n}),{status:r,body:s,offline:i}=o,c=ku(o.headers.get("Last-Modified")),u={begunAt:t,asOf:c,isOld:!1,busy:!1,problem:null,status:r};if((r===200||r===304)&&(this.readAt=Date.now()),r===200)this.#e=o.headers.get("ETag"),J.value?.email===this.#t.email&&di(this.#t,this.#n,s,this.#e),this.#o({...u,body:s});else if(r===304)this.#o(u);else if(r===409)vn(),this.#o({busy:!1,problem:G(o),status:r});else if(r===404)this.#o({body:null,busy:!1,problem:G(o),status:r});else{let f=Number(o.headers.get("Retry-After"));!i&&f&&setTimeout(()=>this.refresh(),Math.min(f,Su)*1e3);let l=!!(!i&&f);this.#o({isOld:!!this.state.value.body,busy:l,problem:G(o),status:r})}}async#s(){let t=await pi(this.#t,this.#n);if(!t)return;this.#e=t.etag??null;let n=t.body.asOf??new Date(t.readAt).toISOString();this.#o({body:t.body,begunAt:t.readAt,asOf:n,isOld:!0})}#o(t){this.state.value={...this.state.value,...t}}},_n=new Map;function A(e){let t=e?Au(J.value,e):null;return O(()=>{if(!t)return;let n=()=>document.visibilityState==="visible"&&t.refresh();n();let o=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of o)r.addEventListener(s,n);return()=>{for(let[r,s]of o)r.removeEventListener(s,n)}},[t]),t?.state??xu}async function vi(e,t){let n=J.value&&_n.get(_i(J.value,e));await n?.running,!(!n||n.begunAt>t)&&(n.readAt=0,n.refresh())}var $i=()=>_n.clear(),_i=(e,t)=>`${e.email} ${K(e)} ${t}`;function Au(e,t){let n=_i(e,t),o=_n.get(n)??new Do(e,t);return _n.set(n,o),o}var ku=e=>e?new Date(e).toISOString():null;var Tu="https://www.google.com/maps/search/?api=1&query=",Eu=/[\p{L}/,;&#|]|(?=\+)/u,Iu=5,Du=/^(\+|00)(\d{1,3})\(0\)/;function Mu(e){return e.split(Eu).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(Du,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Iu)??""}function Je({phone:e,who:t}){if(!e)return null;let n=Mu(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${$} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function ut({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${$} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function bi({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${Tu+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${$} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Mo(){let t=(A(x.value?"agency":null).value.body?.offers??[]).includes("contacts"),n=A(t?"contacts":null).value.body?.contacts??[],o=A(t?"account":null).value.body,r=Ou(n,o?.agency.branchId??null);return t?a`
    <div>
      ${r&&a`<${Je} phone=${r.phone} who=${r.name} /><${ut} email=${r.email} who=${r.name} />`}
      <a class="reach" href=${w("/contacts")}><${$} name="contacts" />All contacts</a>
    </div>
  `:null}function Ou(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var Nu={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Le({item:e}){return a`
    <span class=${`state is-${e.state}`}>
      <${$} name=${Nu[ve(e)?"waiting":e.state]} /><span dir="auto">${Zs(e,x.value?.agencyName)}</span>
    </span>
  `}function Pe({item:e}){let t=Qs(e,x.value?.agencyName);return a`
    ${t&&a`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&a`<${Oo} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&a`<${Mo} />`}
  `}var Oo=()=>a`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Mo} />
`;var kt={emailCharacters:254,noteCharacters:4e3,descriptionCharacters:2e3,invoiceNumberCharacters:50,amountLeast:.01,amountMost:1e6,invoiceYearsBack:6,invoiceDaysAhead:1,documentBytes:10485760,documentNameCharacters:255,retryHours:72},Re=e=>({...kt,...e?.limits});var Cu=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),xe=e=>e.trim().replaceAll("	"," ");function bn(e,t,{inForm:n=!1}={}){let o=n?xe(e).replace(/\r\n|\r|\n/g,`\r
`):xe(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Cu.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var yn=(e,t)=>e?bn(e,t.noteCharacters):"Please write something first.";function gn(e){let[,t]=qe(0),n=e.filter(r=>nn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return O(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}function wn(e){O(()=>{if(e!==null)return v.hold(e).catch(yi),()=>{v.release(e).catch(yi)}},[e])}var yi=()=>{};function gi({item:e,onClose:t}){let[n,[o,r]]=[yr(),qe(null)],s=Re(A("agency").value.body);return wn(e.id),a`
    <form onSubmit=${async c=>{c.preventDefault();let{value:u}=c.target.elements.namedItem("note"),f=xe(u),l=yn(f,s);if(r(l),!l)try{await v.edit(e.id,{content:{note:f}}),t()}catch(p){let d=V(p);if(!d)throw p;r(d)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${s.noteCharacters} required dir="auto" ref=${Lu}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var Lu=e=>e?.focus();var Pu={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Si(){let e=(v.items.value??[]).filter(t=>!U(t)).reverse();return a`
    <${T} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
      <${Co}>
        ${v.items.value?a`<p class="reach"><${$} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!v.storageProblem.value&&a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${No} items=${e} />
        </section>
      `}
    <//>
  `}function Co({children:e}){let t=(v.items.value??[]).filter(U),[n,o]=[t.filter(s=>!wi(s)),t.filter(wi)],r=v.obstacle.value;return t.length?a`
    ${r&&n.some(s=>xt(s)&&!Q(s))&&a`<p class="notice" role="status">${Pu[r]}${r==="offline"&&` ${v.sendingNotice()}`}</p>`}
    ${n.length>0&&a`<h2 class="visually-hidden">Not confirmed yet</h2><${No} items=${n} />`}
    ${n.some(({state:s})=>s==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.tryNow()}>Try now</button>`}
    ${o.length>0&&a`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${No} items=${o} /></section>`}
  `:e}var wi=({state:e})=>e==="review",No=({items:e})=>a`<ol class="cards">${e.map(t=>a`<${Lo} key=${t.id} item=${t} />`)}</ol>`;function Lo({item:e}){let[t,n]=qe(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${at(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${gi} item=${e} onClose=${o} />`:a`<${Ru} item=${e} />`}
      <p class="about">
        <${Le} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${ne(e.addedAt)}</time>
      </p>
      <${Pe} item=${e} />
      ${t==="remove"&&a`<${Uu} item=${e} onClose=${o} />`}
      ${!t&&a`<${ju} item=${e} setAction=${n} />`}
    </li>
  `}function Ru({item:e}){let{document:t,jobId:n}=e;return a`
    ${e.kind==="note"&&a`<p class="says" dir="auto">${e.content.note}</p>`}
    ${e.kind==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${P(e.content.amount)}</strong>${e.content.invoiceNumber?`, number ${e.content.invoiceNumber}`:""}
        <br />${e.content.description}
      </p>
    `}
    ${t&&a`<p class="reach"><${$} name="invoice" /><span dir="auto">${t.name}</span></p>`}
    ${n&&a`<a class="reach" href=${w(`/jobs/${n}`)}><${$} name="jobs" />Look at the job</a>`}
  `}function ju({item:e,setAction:t}){let n=e.asks==="duplicate",[o,r]=[x.value&&Ne(e)&&e.kind!=="completion",tn(e)&&U(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>v.resend(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${Fu} item=${e} onEditNote=${()=>t("edit")} />`}
      ${Q(e)&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>v.resend(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function Fu({item:{id:e,kind:t,jobId:n,content:o},onEditNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s="statementId"in o&&o.statementId,i={...s&&{statement:s},change:e},c=w(n?`/jobs/${n}/invoice`:"/invoice",i);return a`<a class="btn btn-secondary" href=${c}>Change</a>`}function Uu({item:e,onClose:t}){let n=rt(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=qe(null),s=async()=>{try{await v.remove(e.id),document.querySelector("h1")?.focus(),C("Deleted.")}catch(i){let c=V(i);if(!c)throw i;r(c)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${Bu} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var Bu=e=>e?.focus();function Sn(){let e=x.value&&K(x.value);return a`
    <ul class="rows">
      ${S.value?.accounts.map(t=>{let n=K(t);return a`
          <li key=${n} class="row">
            <a href=${w("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>ci(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${$} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}var xn="Signing out …";function An(){let[e,t]=[y(null),y(0)],[n,o]=[y(!1),y(!1)],r=async()=>{n.value=o.value=!0;let i=await ui();if(n.value=o.value=!1,i.status!==204){e.value=`${G(i)} Nothing on this device was deleted.`;return}Se("/",{replace:!0})},s=async()=>{e.value=null,n.value=!0;try{t.value=await v.countUnsent(S.value.email)}catch(i){let c=V(i);if(!c)throw i;e.value=c;return}finally{n.value=!1}t.value||await r()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${Wu} number=${t.value} busy=${n.value} onConfirm=${r} onCancel=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${$} name="leave" />${o.value?xn:"Sign out"}
        </button>`}
  `}function Wu({number:e,busy:t,onConfirm:n,onCancel:o}){let r=H(null);pe(()=>r.current?.focus(),[]);let[s,i,c]=[F(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${r} tabindex="-1">
        <b>${s} on this device ${i} not with the agency yet.</b> Signing out deletes ${c} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>
          ${t?xn:`Delete ${c} and sign out`}
        </button>
      </div>
    </div>
  `}var xi=()=>a`
  <${T} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${D.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${S.value?.email}</b>. Nothing was changed.
    </p>
    <${Co}>${null}<//>
    <h2>Your accounts</h2>
    <${Sn} />
    <h2>Signed in with another address?</h2>
    <${An} />
  <//>
`;function ge({resource:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${ne(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function re({resource:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var qu=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Ai(){let e=A("account").value,t=e.body,{agencyName:n,displayName:o}=x.value,{accounts:r,email:s}=S.value;return a`
    <${T} title="Account">
      ${r.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${Sn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${Hu} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${re} resource=${e} />`}
        <${ge} resource=${e} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${s}</b></p>
        <ul class="rows">
          <li class="row">
            <a href=${w("/account/devices")}>
              <span class="title">Where you are signed in</span>
              <span class="address">Your devices, and what happened lately</span>
            </a>
          </li>
        </ul>
        <${An} />
      </section>
    <//>
  `}function Hu({record:e}){let t=[...qu.map(([n,o])=>[n,e[o]]),["Branch",e.agency.branchName]];return a`
    <dl class="facts">
      ${t.filter(([,n])=>n).map(([n,o])=>a`<div key=${n}><dt>${n}</dt><dd dir="auto">${o}</dd></div>`)}
    </dl>
  `}function ki(){let e=A("contacts").value,t=e.body?.contacts;return a`
    <${T} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${Yu} key=${n.contactId} ...${n} />`)}</ul>`:a`<${re} resource=${e} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${ge} resource=${e} />
    <//>
  `}function Yu({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Je} phone=${s} who=${i} /><${Je} phone=${r} who=${i} /><${ut} email=${o} who=${i} />
    </li>
  `}function Ti(){let e=v.items.value??[],t=gn(e),n=e.filter(d=>U(d)&&!t.includes(d)),o=n.filter(Q).length,r=n.filter(ve).length,s=n.filter(({state:d})=>d==="review").length,i=n.filter(({state:d})=>d==="checking").length-r,c=n.filter(d=>!Q(d)&&!fe(d)),u=v.obstacle.value==="offline",f=c.some(rt)?"not confirmed yet":"not with the agency yet",[l,p]=[v.otherAccounts.value,v.storageProblem.value];return!n.length&&!l.length&&!p?null:a`
    <aside class="strip" aria-label="Outbox">
      ${p&&a`<p role="alert">${p}</p>`}
      ${o>0&&a`<${Tt} icon="emergency">${F(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${s>0&&a`<${Tt} icon="contacts">We asked ${x.value?.agencyName} to check ${F(s,"thing")}<//>`}
      ${i>0&&a`<${Tt} icon="search">${F(i,"thing")} ${i===1?"is":"are"} being checked<//>`}
      ${r>0&&a`<${Tt} icon="clock">${F(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
      ${c.length>0&&a`<${Tt} icon=${u?"offline":"send"}>
        ${F(c.length,"thing")} ${c.length===1?"is":"are"} ${f}
      <//>`}
      ${l.map(d=>a`<${Vu} key=${K(d)} ...${d} />`)}
    </aside>
  `}var Tt=({icon:e,children:t})=>a`<a href=${w("/outbox")}><${$} name=${e} /><span>${t}</span><${$} name="open" /></a>`;function Vu({number:e,...t}){let n=K(t),o=(S.value&&Eo(S.value,n)?.agencyName)??"an account that is no longer yours",[r,s]=[F(e,"thing"),e===1?"is":"are"];return a`
    <a href=${w("/outbox",{},n)}>
      <${$} name="send" />${r} for ${o} ${s} not there yet<${$} name="open" />
    </a>
  `}var Gu=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account","devices"]}];function Po({children:e}){let t=A("agency").value.body;Ju(t?.accent);let{agencyName:n,displayName:o}=x.value,r=Gu.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${zu}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${Number(S.value?.accounts.length)>1&&a`<a class="switch" href=${w("/account")}><${$} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="navigation" aria-label="Portal">${r.map(s=>a`<${Ku} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${Ti} />
    ${e}
  `}function Ku({path:e,name:t,icon:n,screens:o}){let r=o.includes(D.value.screen);return a`<a href=${w(e)} aria-current=${r?"page":null}><${$} name=${n} />${t}</a>`}function Ju(e){O(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>{t.removeProperty("--accent")}},[e])}function zu(e){e.preventDefault(),document.querySelector("h1")?.focus()}function Tn(e){let[t,n]=[A(`jobs/${e}`).value,A("jobs").value];if(t.body)return{job:Ei(t.body,t),resource:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?Ei(o,n):null,resource:o?n:t}}var Ei=(e,{begunAt:t})=>Ro([e],t)[0],ze=({priority:e})=>e?.trim().toLowerCase()==="emergency",kn=e=>(e??"").trim().toLowerCase();function En({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(kn).includes(kn(t))?"cancelled":"open"}var Di=e=>(v.items.value??[]).filter(t=>t.kind==="completion"&&t.state==="done"&&Number(t.doneAt)>e),Mi=e=>Di(e).map(({id:t})=>t).join();function Ro(e,t){let n=new Map(Di(t).map(o=>[o.jobId,o.result??Xu(o)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var Xu=({content:e})=>({completed:"completed"in e&&e.completed,status:null,completedAt:null});function Oi(e,t){let n=v.itemsOf(e).filter(U),o=Et(e),r=n.filter(l=>l!==o),s=l=>r.filter(l).length,[i,c,u]=[s(Q),s(ve),s(fe)],f=r.length-i-u;return[o&&`${at(o)}: ${$e(o,t)}`,i&&`${F(i,"thing")} ${i===1?"needs":"need"} you`,u>c&&`${F(u-c,"thing")} being checked`,c&&`${F(c,"thing")} with the portal`,f&&`${F(f,"thing")} to send`].filter(Boolean)}var Et=e=>v.itemsOf(e).filter(t=>t.kind==="completion"&&U(t)).at(-1)??null,me=({title:e,reference:t,jobId:n})=>e||t||n;function Ni(e){let t=kn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>Zu(n).includes(o))}var Ii=new WeakMap;function Zu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode],i=Ii.get(e)??kn(s.filter(Boolean).join(`
`));return Ii.set(e,i),i}var Ci=e=>[...e.filter(ze),...e.filter(t=>!ze(t))];var Qu=864e5,Li="%PDF-",el=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,tl=/\.\d\d\d*[1-9]/,nl=["amount","description","invoiceDate"];function It(e,t,n){let{required:o=[],link:r=null}=t?.invoice??{};return[...nl,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function In(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function jo(e=new Date,t=kt){let[n,...o]=ue(e).split("-");return{oldest:[Number(n)-t.invoiceYearsBack,...o].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ue(e))+t.invoiceDaysAhead*Qu).toISOString().slice(0,10)}}function Ae(e){let t=e.trim().replace(/^£\s*/,"");return el.test(t)?Number(t.replaceAll(",","")):NaN}var Fi=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Pi={amount:(e,{limits:t})=>ji(e,"The amount",t)??(Ae(e)===0?"The amount must be more than £0.":null),vat:(e,{values:t,limits:n})=>ji(e,"VAT",n)??(Ae(e)>Ae(t.amount)?"VAT cannot be more than the amount.":null),description:(e,{document:t,limits:n})=>bn(e,n.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>bn(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t})=>{let{oldest:n,latest:o}=jo(new Date,t),r=t.invoiceDaysAhead===1?"tomorrow":`${F(t.invoiceDaysAhead,"day")} ahead`;return e>o?`The date can be ${r} at the latest, ${te(o)}.`:e<n?`The date can be ${F(t.invoiceYearsBack,"year")} ago at most, ${te(n)}.`:null},statementId:()=>null},Ri={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function ji(e,t,n){let o=Ae(e);return Number.isNaN(o)?`${t} must be in pounds and pence, such as 120.50.`:tl.test(e.trim())?`${t} can have no more than two decimals.`:o>n.amountMost?`${t} can be ${P(n.amountMost)} at most.`:null}function Dn(e,t,n,o){let r={},s={values:e,document:t,limits:Re(n)};for(let i of Object.keys(Pi)){let c=e[i]??"",u=It(i,n,o)?Ri[i]:null,f=c.trim()===""?u:Pi[i](c,s);f&&(r[i]=f)}return!t&&It("document",n,o)&&(r.document=Ri.document),r}async function Ui(e,t){return e.size>t.documentBytes?`The PDF can have ${Ye(t.documentBytes)} at most.`:await e.slice(0,Li.length).text()===Li?null:"This file is not a PDF. Please choose a PDF."}function Bi(e,t){let n={jobId:t,statementId:e.statementId,amount:Ae(e.amount),vat:e.vat.trim()&&Ae(e.vat),description:xe(e.description),invoiceDate:e.invoiceDate,invoiceNumber:xe(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,r])=>r!==""&&r!==null))}function Wi({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var Mn=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,On=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,Nn=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function qi({name:e,label:t,limits:n,hint:o,rows:r,problem:s,required:i,value:c,type:u="text",...f}){let l=r?"textarea":"input",{oldest:p=void 0,latest:d=void 0}=u==="date"?jo(new Date,n):{};return a`
    <div class="field">
      <${Mn} name=${e} required=${i}>${t}<//>
      ${o&&a`<p id=${`${e}-hint`} class="hint">${o}</p>`}
      <${l}
        id=${e} class="form-control" type=${r?null:u} rows=${r} min=${p} max=${d} autocomplete="off"
        value=${c} ...${Nn({name:e,hint:o,problem:s,required:i})} ...${f}
      />
      <${On} name=${e}>${s}<//>
    </div>
  `}function Hi({name:e,required:t,problem:n,value:o,...r}){let s=A("statements/pending").value,i=s.body?.statements??[],c=!o||i.some(({statementId:u})=>u===o);return a`
    <div class="field">
      <${Mn} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${Nn({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(u=>a`<option key=${u.statementId} value=${u.statementId}>${Fo(u)}</option>`)}
      </select>
      <${On} name=${e}>${n??(s.body?null:s.problem)}<//>
    </div>
  `}var Fo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[P(s??r??0),n??t??e,o&&te(o)].filter(Boolean).join(", ");async function Yi(e,t){try{return(await oe(Z(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function Vi(e,t,n){try{await oe(Z(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Dt(e){let t=y(void 0),n=J.value;return O(()=>{Yi(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[t,n,e]),[t,r=>(t.value=r,Vi(n,e,r))]}var Gi="This file cannot be read. Please choose it again.";function Ki({required:e,problem:t,document:n,limits:o,onChange:r}){let s=y(null),i=async({target:f})=>{let[l]=f.files??[];if(l&&(s.value=await Ui(l,o).catch(()=>Gi),f.value="",!s.value))try{r(await an(l)),C(`${l.name} is attached.`)}catch(p){s.value=V(p)??Gi}},c=s.value??t,u=Nn({name:"document",hint:!0,problem:c,required:e&&!n});return a`
    <div class="field">
      <${Mn} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">${Ye(o.documentBytes)} at most</p>
      ${n&&a`<${ol} document=${n} onRemove=${()=>r(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${u} onChange=${i}
      />
      <${On} name="document">${c}<//>
    </div>
  `}function ol({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document")?.focus()),C("The PDF is removed.")};return a`
    <p class="attached">
      <${$} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${Ye(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var rl={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function Ji({values:e,setValue:t,document:n,setDocument:o,agency:r,jobId:s,showsAll:i,onComplete:c}){let u=y({}),[f,l]=[y(i),y(null)],p=H(null),d=Re(r),m=Dn(e,n,r,s),h=_=>_==="vat"&&l.value==="amount"?null:f.value||u.value[_]&&e[_]||!Fi(_,e[_]??"")?m[_]:null,b=()=>p.current?.querySelector("[aria-invalid]")?.focus();O(()=>{i&&b()},[]);let k=_=>{_.preventDefault(),f.value=!0,Object.keys(m).length?setTimeout(b):c()},g=_=>({name:_,required:It(_,r,s),problem:h(_),value:e[_],onInput:({target:E})=>t(_,E.value),onFocus:()=>l.value=_,onBlur:()=>{l.value=null,u.value={...u.value,[_]:!0}}});return a`
    <form ref=${p} class="form" onSubmit=${k} noValidate>
      <p class="hint">${x.value?.agencyName} needs whatever is not marked as optional.</p>
      ${In(r)&&a`<${Hi} ...${g("statementId")} />`}
      ${Object.entries(rl).map(([_,E])=>a`<${qi} key=${_} limits=${d} ...${E} ...${g(_)} />`)}
      <${Ki}
        required=${It("document",r,s)} problem=${f.value?m.document:null}
        document=${n} limits=${d} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}var se=6;function Xe({items:e,row:t,limit:n=e.length,onMore:o}){let r=X(()=>al(e),[e]),s=cl(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/se)).map((c,u)=>a`<${sl} key=${u} items=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${il} onMore=${o} left=${i} />`}
  `:null}var sl=({items:e,row:t})=>a`<div class="group">${e.map(t)}</div>`;function il({onMore:e,left:t}){let n=H(null),o=H(e);return o.current=e,O(()=>{let r=new IntersectionObserver(([{isIntersecting:s}])=>s&&o.current(),{rootMargin:"800px"});return r.observe(n.current),()=>r.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var al=e=>Array.from({length:Math.ceil(e.length/se)},(t,n)=>e.slice(n*se,(n+1)*se));function cl(){let e=H(null),{activeElement:t}=document,n=e.current?.contains(t)&&t?.getAttribute("href");return pe(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=Jt(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var Xi={sending:{label:"Being sent",icon:"send"},submitted:{label:"With the agency",icon:"done"},authorised:{label:"Authorised",icon:"done"},rejected:{label:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{label:"Paid",icon:"money"},unconfirmed:{label:"Being checked",icon:"search"},review:{icon:"contacts"}},ul={},Uo=({status:e=""})=>e==="review"?$e({state:e},x.value?.agencyName):Xi[e]?.label??e;function Bo(e,t){let n=t.filter(r=>r.kind==="invoice").filter(r=>U(r)||!e.some(s=>zi(s,r))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status??"")&&n.some(({item:s})=>zi(r,s));return[...n,...e.filter(r=>!o(r))]}function zi(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function Cn({jobId:e,agency:t}){let n=A(t?.offers.includes("invoices.list")?"invoices":null).value,o=Bo(n.body?.invoices??[],v.items.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Wo} invoices=${o} />
    </section>
  `:null}function Wo({invoices:e,jobTitles:t=ul,limit:n,onMore:o}){let r=Ut((s,i)=>a`
      <${ll} key=${s.item?.id??s.invoiceId??`at ${i}`} invoice=${s} jobTitles=${t} />
    `,[t]);return a`<${Xe} items=${e} row=${r} limit=${n} onMore=${o} />`}function ll({invoice:e,jobTitles:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:u}=e,f=t[c??""];return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":P(n)}</b>
      </p>
      <p class="about">
        ${u?a`<${Le} item=${u} />`:a`<${fl} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${te(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${u&&a`<${Pe} item=${u} />`}
      ${!u&&e.status==="review"&&a`<${Oo} />`}
      ${f&&a`<a class="reach" href=${w(`/jobs/${c}`)}><${$} name="jobs" /><span dir="auto">${f}</span></a>`}
      ${u&&U(u)&&a`<a class="reach" href=${w("/outbox")}><${$} name="send" />Open the outbox</a>`}
    </div>
  `}function fl({invoice:e}){let{icon:t="search",className:n=""}=Xi[e.status??""]??{};return a`<span class=${`state ${n}`}><${$} name=${t} />${Uo(e)}</span>`}function Zi({about:e,address:t,values:n,document:o,problem:r,onSend:s,editAddress:i,back:c}){let u=y(!1),f=async()=>{u.value=!0,await s(),u.value=!1},l=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",P(Ae(n.amount))],["VAT in it",n.vat.trim()&&P(Ae(n.vat))],["Date of the invoice",te(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${Ye(o.size)}`:"None"]];return a`
    <${T} key="review" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${l.filter(([,p])=>p).map(([p,d])=>a`<div key=${p}><dt>${p}</dt><dd dir="auto">${d}</dd></div>`)}
        </dl>
      </div>
      ${v.obstacle.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone. ${v.sendingNotice()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${u.value} onClick=${f}>
          <${$} name="send" />Send to ${x.value?.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var ml=!1;function qo({jobId:e,item:t,about:n,address:o,initial:r,back:s}){let{query:i,path:c}=D.value,u=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[f,l]=Dt(u),[p,d]=Dt(`PDF of ${u}`),[m,h]=[A("agency").value,y(null)],b=i.has("look");if(wn(t?.id??null),f.value===void 0||p.value===void 0||!m.body&&m.busy)return a`<${T} key="loading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let k=m.body&&pl(m.body,e);if(k)return a`<${T} key="none" title="Invoice" back=${s}><p class="notice">${k}</p><//>`;let g={...r,...t&&Wi(t.content),...f.value},_=t?.asks==="document",E=(p.value??(_?null:t?.document))||null,M=!Object.keys(Dn(g,E,m.body,e)).length,{statementId:Te}=r,je=W=>w(c,{...Te&&{statement:Te},...t&&{change:t.id},...W}),Ee=()=>{let W=Bi(g,e);return t?v.edit(t.id,{content:W,...(p.value!==null||_)&&{document:Qi(E)}}):v.add({kind:"invoice",jobId:e,about:n,content:W,document:Qi(E)})},ie=async()=>{h.value=null;try{let{id:W}=await Ee();C("Your invoice waits to be sent."),Se(w(c,{sent:W}),{replace:!0}),l(null),d(null)}catch(W){h.value=V(W)??"Your invoice could not be kept. Please try again."}};if(b&&M)return a`
      <${Zi}
        about=${n} address=${o} values=${g} document=${E} problem=${h.value} onSend=${ie}
        editAddress=${je({})} back=${s}
      />
    `;let z=(W,de)=>l({...f.value,[W]:de}),ae=W=>d(W??ml);return a`
    <${T} key="form" title="Invoice" back=${s} keepsFocus=${b}>
      <${dl} about=${n} address=${o} />
      ${e&&a`<${Cn} jobId=${e} agency=${m.body} />`}
      <${Ji}
        values=${g} setValue=${z} document=${E} setDocument=${ae} agency=${m.body}
        jobId=${e} showsAll=${b} onComplete=${()=>Se(je({look:"1"}))}
      />
    <//>
  `}function dl({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function pl({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var Qi=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var ea=({item:e,back:t})=>a`
  <${T} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Lo} item=${e} /></ol>
    ${U(e)&&!Q(e)&&!fe(e)&&a`<p class="hint">You can go on. It is kept if you close the portal: ${v.sendingNotice()}</p>`}
    <a class="reach" href=${w("/money",{show:"invoices"})}><${$} name="invoice" />All your invoices</a>
  <//>
`;var hl={path:"/money",name:"Money"};function Ho({id:e}){let{query:t}=D.value,n=Number(t.get("sent")??t.get("change")),o=(v.items.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:hl;if(n&&v.items.value===null)return a`<${T} key="loading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Ne(o)))return a`<${ea} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?vl:$l} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function vl({id:e,statementId:t,item:n,back:o}){let{job:r,resource:s}=Tn(e);if(!r&&!n&&s.status===404)return a`<${ta} resource=${s} back=${o} />`;let i={...na,statementId:t,invoiceDate:ue()},c=r?.property?.address;return a`
    <${qo} jobId=${e} about=${r?me(r):e} address=${c} initial=${i} item=${n} back=${o} />
  `}function $l({statementId:e,item:t,back:n}){let o=A("statements/pending").value,r=o.body?.statements.find(c=>c.statementId===e);if(!r&&o.busy)return a`<${ta} resource=${o} back=${n} />`;let s={...na,...r&&_l(r),statementId:e,invoiceDate:ue()},i=r?Fo(r):"";return a`<${qo} jobId=${null} about=${i} initial=${s} item=${t} back=${n} />`}var ta=({resource:e,back:t})=>a`
  <${T} key="missing" title="Invoice" back=${t}><${re} resource=${e} /><//>
`,na={amount:"",vat:"",description:"",invoiceNumber:""},_l=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var lt=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var oa=1e4/1e3;function Yo(e){let[t,n]=[y(null),y(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await v.add({kind:"completion",jobId:e.jobId,about:me(e),content:{completed:r},document:null}),C(r?`Marked complete. You have ${oa} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=V(s)??"This could not be kept. Please try again."}n.value=!1}},t.value]}function ra({job:e,isOpen:t}){let[n,o]=Yo(e),r=Et(e.jobId);return r?a`<${yl} item=${r} />`:a`
    ${t&&a`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${$} name="done" />Mark complete</button>`}
    ${o&&a`<p class="notice" role="alert">${o}</p>`}
  `}function yl({item:e}){return a`
    <div class="pending">
      <p class="state-line">
        <${$} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Le} item=${e} />
      </p>
      <${Pe} item=${e} />
      ${Q(e)&&a`<a class="reach" href=${w("/outbox")}><${$} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function sa({jobId:e}){let t=y(null),[n]=gn(v.itemsOf(e));return a`
    ${n&&a`
      <div class="undo">
        <p>You have ${oa} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await v.undo(n.id),C("Undone. The job is not marked complete.")}catch(r){let s=V(r);if(!s)throw r;t.value=s}}}>
          <${$} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&a`<p class="notice" role="alert">${t.value}</p>`}
  `}function ia({job:e,canAdd:t}){let n=x.value?.displayName,o=v.itemsOf(e.jobId).filter(s=>s.kind==="note").filter(s=>!gl(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:u},f)=>a`
            <li key=${s??`at ${f}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${u&&a`<time datetime=${u}>${ne(u)}</time>`}</p>
              <p class="says" dir="auto">${i}</p>
            </li>
          `)}
        ${o.map(s=>a`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Le} item=${s} />
              <${Pe} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&a`<${wl} job=${e} />`}
    </section>
  `}var gl=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function wl({job:e}){let t=Re(A("agency").value.body),[n,o]=Dt(`note on ${e.jobId}`),[r,s]=[y(null),y(!1)],i=async u=>{if(u.preventDefault(),s.value)return;let f=xe(n.value??"");if(r.value=yn(f,t),!r.value){s.value=!0;try{await v.add({kind:"note",jobId:e.jobId,about:me(e),content:{note:f},document:null}),o(null),C("Your note waits to be sent.")}catch(l){r.value=V(l)??"Your note could not be kept. Please try again."}s.value=!1}},c=({target:u})=>o(u.value||null);return a`
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
  `}function aa({job:e}){let t=y(!1),[n,o]=Yo(e);return Et(e.jobId)?null:a`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?a`<${Sl} onConfirm=${()=>n(!1)} onCancel=${()=>t.value=!1} />`:a`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${$} name="reopen" />Reopen this job
          </button>`}
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function Sl({onConfirm:e,onCancel:t}){let n=H(null);return pe(()=>n.current?.focus(),[]),a`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${x.value?.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var ca={path:"/jobs",name:"Jobs"};function ua({id:e}){let{job:t,resource:n}=Tn(e),o=A("agency").value.body;if(!t)return a`<${T} title="Job" back=${ca}><${re} resource=${n} /><//>`;let r=o?.offers??[],[s,i]=[En(t,o),r.includes("jobs.complete")];return a`
    <${T} title=${me(t)} back=${ca}>
      <${xl} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${Al} job=${t} />
      </div>
      <div class="doing">
        ${i&&a`<${ra} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${w(`/jobs/${e}/invoice`)}><${$} name="invoice" />Send its invoice</a>`}
        ${i&&a`<${sa} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&a`<${Cn} jobId=${e} agency=${o} />`}
      <${ia} job=${t} canAdd=${r.includes("notes.add")} />
      ${i&&s==="completed"&&a`<${aa} job=${t} />`}
      <${ge} resource=${n} />
    <//>
  `}function xl({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${ze(e)&&a`<span class="emergency"><${$} name="emergency" />Emergency</span>`}
      ${t&&a`<${lt}>${t}<//>`}
      ${n&&!ze(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${ne(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${te(i)}</time></span>`}
    </p>
  `:null}function Al({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${bi} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${Je} phone=${o} who=${n??"the tenant"} /><${ut} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Ln={open:"Open",completed:"Completed",cancelled:"Cancelled"},Vo=Object.keys(Ln),kl={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},da={text:"",limit:se,matchLimit:se},ft=L({accountName:null,tab:null,...da});function Go(){let e=A("jobs").value,t=A("agency").value.body,n=D.value.query.get("show")??"open",o=Object.hasOwn(Ln,n)?n:"open";return a`
    <${T} title="Jobs">
      ${e.body?a`<${Tl} jobs=${e.body.jobs} begunAt=${e.begunAt} agency=${t} tab=${o} />`:a`<${re} resource=${e} />`}
      <${ge} resource=${e} />
    <//>
  `}function Tl({jobs:e,begunAt:t,agency:n,tab:o}){let r=D.value.account,{text:s,limit:i,matchLimit:c}=la(r,o),u=Mi(t),f=X(()=>Ci(Ro(e,t)),[e,u]),l=X(()=>Dl(f,n),[f,n]),p=X(()=>El(l,Ni(s)),[l,s]),d=p[o].length,m=b=>{ft.value={...la(r,o),...b}};return O(()=>{s&&C(d?`${F(d,"job")} found`:"No job found")},[s,o]),a`
    <form class="search" role="search" onSubmit=${b=>b.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${$} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${({target:b})=>m({text:b.value,matchLimit:se})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Vo.filter(b=>b!=="cancelled"||l.cancelled.length).map(b=>a`
          <a key=${b} href=${w("/jobs",{show:b})} aria-current=${b===o?"true":null}>
            ${Ln[b]} <span class="number">${p[b].length}</span>
          </a>
        `)}
    </nav>
    ${!d&&a`<p class="notice">${s?`No job here has “${s}” in it.${Il(p)}`:kl[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${Xe} items=${l[o]} row=${ma} limit=${i} onMore=${()=>m({limit:i+se})} />
    </div>
    ${s&&a`<${Xe} key=${`matches ${o}`} items=${p[o]} row=${ma} limit=${c} onMore=${()=>m({matchLimit:c+se})} />`}
  `}function la(e,t){let n=ft.value.accountName===e?ft.value.text:"";return ft.value.accountName===e&&ft.value.tab===t?ft.value:{...da,accountName:e,tab:t,text:n}}var El=(e,t)=>Object.fromEntries(Vo.map(n=>[n,e[n].filter(t)]));function Il(e){return Vo.filter(n=>e[n].length).map(n=>` ${Ln[n]}: ${e[n].length}.`).join("")}function Dl(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[En(o,t)].push(o);return n}var fa=new WeakMap;function ma(e){let t=Oi(e.jobId,x.value?.agencyName),n=[ue(),...t].join(),o=fa.get(e);if(o?.version===n)return o.markup;let r=Ml(e,t);return fa.set(e,{version:n,markup:r}),r}function Ml(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${w(`/jobs/${n}`)}>
        ${ze(e)&&a`<span class="emergency"><${$} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${me(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${lt}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${Ur(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t.map(c=>a`<span key=${c} class="unsent"><${$} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Pn=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,n)=>t+n,0)/100,ha=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function va(e){let t=new Map;for(let{date:i,amount:c}of e){let u=i?.slice(0,7);u&&t.set(u,Pn([t.get(u),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n[n.length-1]];for(;o.length<12&&o[0]>n[0];)o.unshift(Ko(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:Pn(s.map(i=>t.get(i)))},...r]:r}function $a(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,pa(t)],"Last month":[`${Ko(t)}-01`,pa(Ko(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function Ko(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function pa(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var Jo="Other dates";function ba({from:e,to:t,onChange:n}){let o=$a(ue()),r=Object.keys(o),s=r.find(f=>o[f].join()===[e,t].join()),i=y(!s),c=({target:f})=>{i.value=f.value===Jo,i.value||n(...o[f.value])},u=!!(e&&t&&e>t);return a`
    <form class="dates" onSubmit=${f=>f.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${i.value?Jo:s} onChange=${c}>
          ${[...r,Jo].map(f=>a`<option key=${f}>${f}</option>`)}
        </select>
      </div>
      ${i.value&&a`
        <${_a} id="from" label="From" value=${e} isWrong=${u} onChange=${f=>n(f,t)} />
        <${_a} id="to" label="To" value=${t} isWrong=${u} onChange=${f=>n(e,f)} />
        <p id="dates-problem" class="problem" role="alert">${u&&"The first date is after the last."}</p>
      `}
    </form>
  `}var _a=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var Ol=/^[=+\-@\t\r\n＝＋－＠]/u,Nl=/[",\r\n]/;function ya(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(Cl).join(",")}\r
`).join("")}function Cl(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Ol.test(e)?`'${e}`:e;return Nl.test(t)?`"${t.replaceAll('"','""')}"`:t}function ga(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Sa({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>P(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${wa}>Month<//><${wa}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${Ll} key=${r.month} ...${r} maxAmount=${n} />`)}</tbody>
      </table>
    </div>
  `}var wa=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,Ll=({month:e,amount:t,maxAmount:n})=>a`
  <tr>
    <th scope="row">${e?Fr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${Pl} share=${t/n} />`}<b>${P(t)}</b></span></td>
  </tr>
`,Pl=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function xa({statements:e,jobTitles:t,agency:n,isPending:o,limit:r,onMore:s}){let i=Ut(c=>a`
      <${Rl}
        key=${c.statementId} statement=${c} jobTitle=${t[c.jobId??""]} isPending=${o}
        invoiceAddress=${o&&Fl(c,n)}
      />
    `,[t,n,o]);return a`<${Xe} items=${e} row=${i} limit=${r} onMore=${s} />`}function Rl({statement:e,jobTitle:t,isPending:n,invoiceAddress:o}){let{reference:r,description:s,amount:i,status:c,jobId:u}=e,[f,l]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":P(i)}</b>
      </p>
      <p class="about">
        ${p&&p!==l&&a`<${lt}>${p}<//>`}
        ${f&&a`<span>${l} <time datetime=${f}>${te(f)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${jl} statement=${e} />
      ${t&&a`<a class="reach" href=${w(`/jobs/${u}`)}><${$} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${$} name="invoice" />Send its invoice</a>`}
    </div>
  `}function jl({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${P(e)} in all`,t&&`${P(t)} of it VAT`,n&&`less ${P(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function Fl({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!In(n)?null:n.invoice.link==="job_or_statement"?w("/invoice",{statement:e}):t&&w(`/jobs/${t}/invoice`,{statement:e})}var B=e=>t=>t[e],Aa=[["Statement",B("statementId")],["Date",B("date")],["Reference",B("reference")],["Description",B("description")],["Job",B("jobId")],["Net",B("net")],["VAT",B("vat")],["Gross",B("gross")],["Commission",B("commission")],["Amount",B("amount")],["Status",B("status")]],Ul=[["Invoice",B("invoiceId")],["Date",B("invoiceDate")],["Number",B("invoiceNumber")],["Description",B("description")],["Job",B("jobId")],["Statement",B("statementId")],["Amount",B("amount")],["VAT",B("vat")],["Status",e=>e.item?$e(e.item,x.value?.agencyName):Uo(e)],["Sent",B("submittedAt")],["Document",({document:e})=>e?.name]],ke={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,totalLabel:"On its way to you",emptyText:"Nothing is on its way to you just now.",noun:"payment",columns:Aa},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",totalLabel:"Invoiced",emptyText:"No invoice was sent yet. An invoice is sent from its job.",noun:"invoice",columns:Ul},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,totalLabel:"Paid to you",emptyText:"Nothing was paid yet.",noun:"payment",columns:[...Aa,["Paid",B("paidAt")]]}},ka=Object.keys(ke);function Ta(e){let t=({path:n,needs:o})=>e.includes(o[0])?n:null;return{pending:A(t(ke.pending)).value,invoices:A(t(ke.invoices)).value,paid:A(t(ke.paid)).value}}function zo(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=Bo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var Bl=4*se,Ea=new Map;function Ia({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,totalLabel:c,emptyText:u,noun:f,columns:l}=ke[e],{query:p,isBack:d}=D.value,m=p.toString(),h=y(d&&Ea.get(m)||Bl),b=A("jobs").value.body?.jobs,k=X(()=>Object.fromEntries((b??[]).map(z=>[z.jobId,me(z)])),[b]),g=X(()=>{let z=ha(n,o);return t.filter(ae=>z(s(ae)))},[t,s,n,o]),_=Pn(g.filter(i).map(z=>z.amount)),E=n||o;if(O(()=>{E&&C(g.length?`${F(g.length,f)}, ${P(_)}`:"None for these dates")},[]),!g.length)return a`<p class="notice">${E?"There is none for these dates.":u}</p>`;let{agency:M,contractorId:Te}=J.value,je=()=>ga(`${M} ${Te} ${e} ${ue()}.csv`,ya(l,g)),Ee=()=>Ea.set(m,h.value+=se),ie={jobTitles:k,limit:h.value,onMore:Ee};return a`
    <p class="total"><span>${c}</span> <b>${P(_)}</b></p>
    ${e==="paid"&&a`<${Sa} caption="Paid by month" rows=${va(g.map(z=>({...z,date:s(z)})))} />`}
    ${e==="invoices"?a`<${Wo} invoices=${g} ...${ie} />`:a`<${xa} statements=${g} agency=${r} isPending=${e==="pending"} ...${ie} />`}
    <button type="button" class="btn btn-secondary" onClick=${je}><${$} name="download" />Download as CSV</button>
  `}function Da(){let e=A("agency").value,t=e.body?.offers??[],n=Ta(t),o=ka.filter(r=>ke[r].needs.some(s=>t.includes(s)));return e.body?o.length?a`<${T} title="Money"><${Wl} tabs=${o} resources=${n} agency=${e.body} /><//>`:a`<${T} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${T} title="Money"><${re} resource=${e} /><//>`}function Wl({tabs:e,resources:t,agency:n}){let{query:o}=D.value,[r,s,i]=["from","to","show"].map(m=>o.get(m)??""),c=e.find(m=>m===i)??e[0],u=t[c],f=v.items.value??[],l=zo(c,u,f),p=(m,h,b)=>w("/money",{show:m,...h&&{from:h},...b&&{to:b}}),d=(m,h)=>Se(p(c,m,h),{replace:!0});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>a`
          <a key=${m} href=${p(m,r,s)} aria-current=${m===c?"true":null}>
            ${ke[m].title} <span class="number">${zo(m,t[m],f)?.length}</span>
          </a>
        `)}
    </nav>
    <${ba} key=${c} from=${r} to=${s} onChange=${d} />
    ${l&&a`<${Ia} key=${[c,r,s].join()} tab=${c} rows=${l} from=${r} to=${s} agency=${n} />`}
    ${!u.body&&a`<${re} resource=${u} />`}
    <${ge} resource=${u} />
  `}var Mt=6,ql=30,Oa=5,Hl=`A code can be tried ${Oa} times. Please send another one.`;function Na({request:e,onRequest:t,onOtherEmail:n}){let[o,r]=[y(null),y(!1)],s=H(null),i=()=>s.current,c=H(0),u=Yl(e.at);pe(()=>s.current?.focus(),[]);let f=h=>{o.value=h,i().focus(),i().select()},l=async()=>{let h=Ma(i().value);if(h.length!==Mt)return f(`The code has ${Mt} digits.`);o.value=null,r.value=!0;let b=await ai(e.email,h);if(r.value=!1,b.status!==201)return b.status===401&&(c.current+=1),f(c.current<Oa?G(b):Hl)},p=()=>{let h=Ma(i().value);h!==i().value&&(i().value=h),o.value=null,h.length===Mt&&!r.value&&l()},d=async()=>{let h=await $n(e.email);return h.status!==204?f(G(h)):(C("Another code is on its way."),c.current=0,i().value="",i().focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${h=>{h.preventDefault(),l()}} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Mt} digits</label>
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
  `}var Ma=e=>e.replace(/\D/g,"").slice(0,Mt);function Yl(e){let t=y(Xo(e));return O(()=>{t.value=Xo(e);let n=setInterval(()=>{t.value=Xo(e),t.value||clearInterval(n)},1e3);return()=>clearInterval(n)},[t,e]),t.value}var Xo=e=>Math.max(0,Math.ceil(ql-(Date.now()-e)/1e3));var Ca="Please enter a whole e-mail address, such as name@example.com.";function La({initialEmail:e,onRequest:t}){let[n,o]=[y(null),y(!1)],r=H(null);return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current,u=c.value.trim();if(n.value=c.checkValidity()?null:Ca,n.value){c.focus();return}o.value=!0;let f=await $n(u);if(f.status===204){await t({email:u,at:Date.now()});return}o.value=!1,n.value=f.status===400?Ca:G(f),c.focus()}} noValidate>
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
  `}var Vl="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",Pa=()=>a`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${$} name="mark" /></span>Contractor Portal</header>
    ${hn.value?a`<${T} key="code" title="Enter your code" keepsFocus>
          <${Na} request=${hn.value} onRequest=${ct} onOtherEmail=${()=>ct(null)} />
        <//>`:a`<${T} key="email" title="Sign in">
          ${Ke.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${pn.value&&a`<p class="problem" role="alert">${Vl}</p>`}
          <${La} initialEmail=${Ke.value??""} onRequest=${ct} />
        <//>`}
  </div>
`;var Gl={jobs:Go,job:ua,invoice:Ho,statement:Ho,money:Da,contacts:ki,account:Ai,devices:zr,outbox:Si};function ja(){if(ye.value)return a`<${Ra}>${xn}<//>`;if(S.value===void 0)return a`<${Ra}>Opening …<//>`;if(S.value===null)return a`<${Pa} />`;if(x.value===null)return a`<${xi} />`;let{screen:e,id:t,path:n}=D.value,o=Gl[e]??Go,r=K(x.value);return a`<${Po} key=${r}><${o} key=${n} id=${t} /></${Po}>`}var Ra=({children:e})=>a`<main class="screen"><p class="loading" role="status">${e}</p></main>`;function Fa(){ee(()=>{if(J.value)for(let[e,t]of Kl(v.items.value??[]))vi(e,t)})}function Kl(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let i=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of i)t.set(c,Math.max(t.get(c)??0,Number(o)))}return t}var Jl=["checking","review","done","refused","unknown"];function Ua(){let e=new Map;ee(()=>{let t=v.items.value??[];for(let n of t){let o=e.get(n.id);o&&zl(o,n)&&Jl.includes(n.state)&&C(`${at(n)}: ${$e(n,x.peek()?.agencyName)}`)}e=new Map(t.map(n=>[n.id,n]))}),_e(()=>S.value?.email).subscribe(()=>C(""))}var zl=(e,t)=>e.state!==t.state||ve(e)!==ve(t);var Ot=null,Ba=[];function Wa(){document.addEventListener("focusin",({target:t})=>{Ot=t,Ba=[...Ql(Ot)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(Xl).observe(document.getElementById("app"),e)}function Xl(){let e=![document.body,Ot].includes(document.activeElement);!Ot||e||Zl(Ot)||ef(Ba.find(t=>t.isConnected)??document.querySelector("h1"))}function Zl(e){let{isConnected:t,disabled:n,hidden:o}=e;return t&&!n&&!o}function*Ql(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function ef(e){if(!e)return;let t=e;t.hasAttribute("tabindex")||(t.tabIndex=-1,t.addEventListener("blur",()=>t.removeAttribute("tabindex"),{once:!0})),t.focus({preventScroll:!0})}Gr();fi();v.start();Ua();Fa();Wa();vn();ee(()=>{J.value?(Yr(K(J.value)),v.open(J.value)):($i(),v.openFormerAccount(si.value))});ur(a`<${ja} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=window.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
