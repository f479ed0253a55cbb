"use strict";(()=>{var D,ur,Hn,Ae,Wn,Ft,fr,Rt,mr,Vn,qn,uc,pt=Symbol.for("pv"),Ut={},Bt=[],fc=/^m(i|n|o|s|text|space)$/,Yn=Array.isArray,Gn=Bt.slice,je=Object.assign;function Re(e){e&&e.parentNode&&e.remove()}function Wt(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?Gn.call(arguments,2):n),dt(e,i,o,r,null)}function dt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:pt,__v:r||++ur,__i:-1,__u:0};return!r&&D.vnode&&D.vnode(s),s}function Fe(e){return e.children}function Xe(e,t){this.props=e,this.context=t,this.__g=0}function Te(e,t){if(t==null)return e.__&&Te(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:Te(e)}function mc(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=je({constructor:pt},n)).__v=n.__v+1,D.vnode&&D.vnode(t),Kn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||Te(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,$r(r,t,s),n.__=n.__e=null,t.__e!=o&&dr(t))}function dr(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),dr(e)}function cr(e){(8&e.__g||(e.__g|=8,Ae.push(e),Ft++))&&Wn==D.debounceRendering||((Wn=D.debounceRendering)||queueMicrotask)(pr)}function pr(){try{for(var e,t=1;Ae.length;)Ae.length>t&&Ae.sort(fr),e=Ae.shift(),t=Ae.length,8&e.__g&&mc(e)}finally{(Ft=Ae.length)&&(Wn||queueMicrotask)(pr)}}function hr(e,t,n,o,r,s,i,c,l,m,u){var p,d,f,h,$,S,w=o.__k||Bt,g=t.length;for(l=dc(n,t,w,l,g),p=0;p<g;p++)(f=n.__k[p])!=null&&(d=~f.__i&&w[f.__i]||Ut,f.__i=p,S=Kn(e,f,d,r,s,i,c,l,m,u),h=f.__e,(d.ref!=f.ref||8&d.__u)&&(d.ref&&Jn(d.ref,null,f,d),f.ref&&u.push(f.ref,f.__c||h,f)),$=$||h,4&f.__u?(l=vr(f,l,e,!d.__v),d.__e&&(d.__e=null)):typeof f.type=="function"&&S!==void 0?l=S:h&&(l=h.nextSibling),f.__u&=-21);return n.__e=$,l}function dc(e,t,n,o,r){var s,i,c,l,m,u,p,d,f,h=n.length,$=h,S=0,w=0,g=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=g[s]=dt(null,i):Yn(i)?i=g[s]=dt(Fe,{children:i}):i.constructor===pt&&i.__b?i=g[s]=dt(i.type,i.props,i.key,i.ref,i.__v):g[s]=i,l=s+S,i.__=e,i.__b=e.__b+1,c=null,~(m=i.__i=pc(i,n,l,$))&&($--,(c=n[m])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,m==l-1?S--:m==l+1?S++:m!=l&&(m>l?S--:S++,w=1)):(~m||(r>h?S--:r<h&&S++),typeof i.type!="function"&&(i.__u|=4))):g[s]=null;if(w){for(u=[],p=[],s=0;s<r;s++)if((i=g[s])&&16&i.__u){for(S=0,d=u.length;S<d;)u[f=S+d>>1]<i.__i?S=f+1:d=f;u[S]=i.__i,p[s]=S+1}for(S=u.length;s--;)p[s]&&(p[s]==S?S--:g[s].__u|=4)}if($)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=Te(c)),zn(c,c));return o}function vr(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=vr(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=Te(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function pc(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&i==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function lr(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Lt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||lr(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||lr(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=qn[t]||(qn[t]=hc(t)),(e.__a||(e.__a={}))[t]=Vn,s=t!=(t=t.replace(mr,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function hc(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Rt]==null)t[Rt]=Vn++;else if(t[Rt]<this.__a[e])return;return n(D.event?D.event(t):t)}}}function Kn(e,t,n,o,r,s,i,c,l,m){var u,p,d,f,h,$,S,w,g,_,I,Le,Ze,$e,te,z,ie,ye,ue=t.type;if(t.constructor!==pt)return null;128&n.__u&&(l=32&n.__u,u=n.__c.__z)&&(t.__u|=l,p=s=[],u.nodeType==8?c=jt(u,s):s.push(u),c=s[0]||c),(u=D.__b)&&u(t);e:if(typeof ue=="function"){d=i.length;try{if(w=t.props,g=(u=ue.prototype)&&u.render,_=(u=ue.contextType)&&o[u.__c],I=u?_?_.props.value:u.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):(g?t.__c=f=new ue(w,I):(t.__c=f=new Xe(w,I),f.constructor=ue,f.render=bc),_&&_.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),g&&(f.__s||(f.__s=f.state),ue.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=je({},f.__s)),je(f.__s,ue.getDerivedStateFromProps(w,f.__s)))),h=f.props,$=f.state,f.__v=t,n.__c){if(w!==h&&g&&!ue.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps(w,I),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate(w,f.__s,I)===!1){t.__v!=n.__v&&(f.props=w,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(O){O&&(O.__=t)}),Bt.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&i.push(f),c=Te(n);break e}f.componentWillUpdate&&f.componentWillUpdate(w,f.__s,I),g&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate(h,$,S)})}else g&&!ue.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),g&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=I,f.props=w,f.__P=e,f.__g&=-5,Le=D.__r,Ze=g?25:0;do f.__g&=-9,Le&&Le(t),u=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++Ze<25);g&&(Bt.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=je({},o,f.getChildContext())),g&&n.__c&&f.getSnapshotBeforeUpdate&&(S=f.getSnapshotBeforeUpdate(h,$)),$e=u&&u.type===Fe&&u.key==null?u.props.children:u,w.__P&&(u=c,r=(e=w.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(O){O&&zn(O,O)}),n.__k=null),c=n.__k?Te(n,0):null),c=hr(e,Yn($e)?$e:[$e],t,n,o,r,s,i,c,l,m),w.__P&&(t.__e=null,c=u),t.__u&=-161,p&&p.some(Re),f.__h.length&&i.push(f),1&f.__g&&(f.__g&=-4)}catch(O){if(i.length=d,t.__v=null,l||s)if(O&&O.then){if(t.__u|=128|l,s){for(~(ie=s.indexOf(c||void 0))||(ie=s.length);(ye=s[ie-1])&&ye.nodeType==8;)ie--;for(;ie<s.length;ie++)if(ye=s[ie])if(s[ie]=null,te){if(ye==z)break}else{if(ye.nodeType!=8)break;ye.data.startsWith("$s")&&(z=jt(te=ye))}}if(!te){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;te=c}(u=jt(te=t.__c.__z||(t.__c.__z=te)))?(t.__e=te,c=u):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Re);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),O&&O.then||br(t),D.__e(O,t,n)}}else c=t.__e=vc(n.__e,t,n,o,r,s,i,l,m,e);return(u=D.diffed)&&u(t),c}function jt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function br(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(br))}function $r(e,t,n){for(var o=0;o<n.length;)Jn(n[o++],n[o++],n[o++]);D.__c&&D.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){D.__e(s,r.__v)}})}function vc(e,t,n,o,r,s,i,c,l,m){var u,p,d,f,h,$,S,w,g=n.props||Ut,_=t.props,I=t.type;if(I=="svg"?r="http://www.w3.org/2000/svg":I=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(u=0;u<s.length;u++)if((h=s[u])&&(I?h.localName==I:h.nodeType==3)){e=h,s[u]=null;break}}if(!e){if(w=m.ownerDocument||document,!I)return w.createTextNode(_);e=w.createElementNS(r,I,_.is?_:m),c&&(D.__m&&D.__m(t,s),c=!1),s=null}if(I){if(m=I=="template"&&e.content||e,s=I=="textarea"&&_.defaultValue!=null?null:s&&Gn.call(m.childNodes),!c&&s)for(g={},u=0;u<e.attributes.length;u++)g[(h=e.attributes[u]).name]=h.value;for(u in g)h=g[u],u=="dangerouslySetInnerHTML"?d=h:u=="children"||u in _||u=="value"&&"defaultValue"in _||u=="checked"&&"defaultChecked"in _||Lt(e,u,null,h,r);for(u in _)h=_[u],u=="children"?f=h:u=="dangerouslySetInnerHTML"?p=h:u=="value"?$=h:u=="checked"?S=h:c&&typeof h!="function"||g[u]===h||Lt(e,u,h,g[u],r);p?(c||d&&(p.__html==d.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(d&&(e.textContent=""),(I=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&fc.test(I))&&(r="http://www.w3.org/1999/xhtml"),hr(m,Yn(f)?f:[f],t,n,o,r,s,i,s?s[0]:n.__k&&Te(n,0),c,l),s&&s.some(Re)),c&&I!="textarea"||(u="value",I=="progress"&&$==null?e.removeAttribute(u):$==null||$===e[u]&&(I!="progress"||$)||Lt(e,u,$,g[u],r),u="checked",S!=null&&S!=e[u]&&Lt(e,u,S,g[u],r))}else g===_||c&&e.data==_||(e.data=_);return e}function Jn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){D.__e(r,n)}}function zn(e,t,n){var o,r,s,i;if(D.unmount&&D.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Jn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){D.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&zn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=jt(o,s=[]))&&(o==e.__e&&s.some(Re),Re(r),Re(o)),n||Re(e.__e),e.__e=e.__c=e.__=null}function bc(e,t,n){return this.constructor(e,n)}function yr(e,t){var n,o,r,s;D.__&&D.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=dt(Fe,{children:[e]}),r=[],s=[],Kn(t,t.__k,o||Ut,Ut,t.namespaceURI,o?null:t.firstChild?Gn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),$r(r,t.__k,s),t.__k.props.children=null}D={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Ft=0,e}},ur=0,Hn=function(e){return e!=null&&e.constructor===pt},Xe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=je({},this.state)),typeof e=="function"&&(e=e(je({},n),this.props)),e&&(je(n,e),this.__v&&(t&&this.__k.push(t),cr(this)))},Xe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),cr(this))},Xe.prototype.render=Fe,Ae=[],Ft=0,fr=function(e,t){return e.__v.__b-t.__v.__b},Rt=Symbol(),mr=/(PointerCapture)$|Capture$/i,Vn=0,qn={},uc=0;var Ue,j,Zn,_r,Xn=Object.is,vt=0,Er=[],Qn=[],R=D,gr=R.__b,wr=R.__r,Sr=R.diffed,xr=R.__c,kr=R.unmount,Ar=R.__;function bt(e,t){R.__h&&R.__h(j,e,vt||t),vt=0;var n=j.__H||(j.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function Be(e){return vt=1,$c(Dr,e)}function $c(e,t,n){var o=bt(Ue++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):Dr(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);Xn(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=j,!j.__f)){j.__f=!0;var r=j.shouldComponentUpdate;j.shouldComponentUpdate=function(s,i,c){var l=this.__H;if(!l)return!0;var m=!1,u=this.props!=s;if(l.__.some(function(d){d.__N&&(m=!0,Xn(d.__[0],d.__N[0])||(u=!0))}),r){var p=r.call(this,s,i,c);return m?p||u:p}return!m||u}}return o.__}function P(e,t){var n=bt(Ue++,3);!R.__s&&to(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,j.__H.__h.push(n))}function fe(e,t){var n=bt(Ue++,4);!R.__s&&to(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,j.__h.push(n))}function Y(e){return vt=5,Z(function(){return{current:e}},[])}function Z(e,t){var n=bt(Ue++,7);return to(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function qt(e,t){return vt=8,Z(function(){return e},t)}function Or(){var e=bt(Ue++,11);if(!e.__){for(var t=j.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function yc(){var e;do{for(;e=Qn.shift();)try{ht(e)}catch(n){R.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=Er.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(ht),t.__h.some(eo),t.__h=[]}catch(n){t.__h=[],R.__e(n,e.__v)}}}while(Qn.length)}R.__b=function(e){j=null,gr&&gr(e)},R.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ar&&Ar(e,t)},R.__r=function(e){wr&&wr(e),Ue=0;var t=(j=e.__c).__H;t&&(Zn==j?j.__h=[]:(t.__h.some(ht),t.__h.some(eo),Ue=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Zn=j},R.diffed=function(e){Sr&&Sr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Ir(Er.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Zn=j=null},R.__c=function(e,t){t.some(function(n){try{n.__h.some(ht),n.__h=n.__h.filter(function(o){return!o.__||eo(o)})}catch(o){n.__h=[function(){throw o}]}}),xr&&xr(e,t)},R.unmount=function(e){kr&&kr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,Ir(Qn.push(r))}else ht(r)}catch(s){t=s}}),o.__H=void 0,t&&R.__e(t,o.__v))};var Tr=typeof requestAnimationFrame=="function";function _c(e){var t,n=function(){clearTimeout(o),Tr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Tr&&(t=requestAnimationFrame(n))}function Ir(e){e!=1&&_r==R.requestAnimationFrame||((_r=R.requestAnimationFrame)||_c)(yc)}function ht(e){var t=j,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),j=t}function eo(e){var t=j;e.__c=e.__(),j=t}function to(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!Xn(n,e[o])})}function Dr(e,t){return typeof t=="function"?t(e):t}var gc=Symbol.for("preact-signals");function Gt(){if(_e>1)_e--;else{var e,t=!1;for((function(){var r=Vt;for(Vt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();yt!==void 0;){var n=yt;for(yt=void 0,Ht++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Mr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Ht=0,_e--,t)throw e}}function oo(e){if(_e>0)return e();no=++wc,_e++;try{return e()}finally{Gt()}}var $t,M=void 0;function _t(e){var t=M,n=$t;M=void 0,$t=void 0;try{return e()}finally{M=t,$t=n}}var yt=void 0,_e=0,Ht=0,wc=0,no=0,Vt=void 0,Yt=0;function Nr(e){if(M!==void 0){var t=e.n;if(t===void 0||t.t!==M)return t={i:0,S:e,p:M.s,n:void 0,t:M,e:void 0,x:void 0,r:t},M.s!==void 0&&(M.s.n=t),M.s=t,e.n=t,32&M.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=M.s,t.n=void 0,M.s.n=t,M.s=t),t}}function V(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}V.prototype.brand=gc;V.prototype.h=function(){return!0};V.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:_t(function(){var o;(o=t.W)==null||o.call(t)}))};V.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&_t(function(){var r;(r=t.Z)==null||r.call(t)}))}};V.prototype.subscribe=function(e){var t=this;return ne(function(){var n=t.value;_t(function(){return e(n)})},{name:"sub"})};V.prototype.valueOf=function(){return this.value};V.prototype.toString=function(){return this.value+""};V.prototype.toJSON=function(){return this.value};V.prototype.peek=function(){var e=this;return _t(function(){return e.value})};Object.defineProperty(V.prototype,"value",{get:function(){var e=Nr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Ht>100)throw new Error("Cycle detected");(function(n){_e!==0&&Ht===0&&n.l!==no&&(n.l=no,Vt={S:n,v:n.v,i:n.i,o:Vt})})(this),this.v=e,this.i++,Yt++,_e++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Gt()}}}});function C(e,t){return new V(e,t)}function Mr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Cr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Pr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function We(e,t){V.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Yt-1,this.f=4}We.prototype=new V;We.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Yt))return!0;if(this.g=Yt,this.f|=1,this.i>0&&!Mr(this))return this.f&=-2,!0;var e=M;try{Cr(this),M=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return M=e,Pr(this),this.f&=-2,!0};We.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}V.prototype.S.call(this,e)};We.prototype.U=function(e){if(this.t!==void 0&&(V.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};We.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(We.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=Nr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function pe(e,t){return new We(e,t)}function Lr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){_e++;var n=M;M=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,ro(e),o}finally{M=n,Gt()}}}function ro(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Lr(e)}function Sc(e){if(M!==this)throw new Error("Out-of-order effect");Pr(this),M=e,this.f&=-2;try{8&this.f&&ro(this)}finally{Gt()}}function Qe(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,$t&&$t.push(this)}Qe.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Qe.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Lr(this),Cr(this),_e++;var e=M;return M=this,Sc.bind(this,e)};Qe.prototype.N=function(){2&this.f||(this.f|=2,this.u=yt,yt=this)};Qe.prototype.d=function(){this.f|=8,1&this.f||ro(this)};Qe.prototype.dispose=function(){this.d()};function ne(e,t){var n=new Qe(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var Rr,Jt,Kt,xc=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var jr=[];ne(function(){Rr=this.N})();function et(e,t){D[e]=t.bind(null,D[e]||function(){})}function gt(e){if(Kt){var t=Kt;Kt=void 0,t()}Kt=e&&e.S()}function Fr(e){var t=this,n=e.data,o=y(n);o.name="ReactiveDom",o.value=n;var r=Z(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var m=pe(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),u=pe(function(){return!Array.isArray(m.value)&&!Hn(m.value)}),p=ne(function(){if(this.N=Ur,u.value){var f=m.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),d=t.__$u.d;return t.__$u.d=function(){p(),d.call(this)},[u,m]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}Fr.displayName="ReactiveTextNode";Object.defineProperties(V.prototype,{constructor:{configurable:!0,value:Wt(Fe,null).constructor},type:{configurable:!0,value:Fr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});et("__b",function(e,t){if(gt(),Jt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof V&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});et("__r",function(e,t){if(e(t),t.type!==Fe){gt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return ne(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;xc&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Jt=o,gt(n)}});et("__e",function(e,t,n,o){gt(),Jt=void 0,e(t,n,o)});et("diffed",function(e,t){gt(),Jt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var m=s[l],u=o[l];m===void 0?(m=kc(n,l,u,r),s[l]=m):m.o(u,r)}}}e(t)});function kc(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=C(n);return{o:function(i,c){s.value=i,o=c},d:ne(function(){this.N=Ur;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}et("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var l in i)c[l]=i[l]}t.__np=void 0}else{var m=t.__c;if(m){m.__$f|=8;var u=m.__$u;u&&(m.__$u=void 0,u.d())}}e(t)});et("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Xe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function y(e,t){return Z(function(){return C(e,t)},[])}var Ac=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Tc(){oo(function(){for(var e;e=jr.shift();)Rr.call(e)})}function Ur(){jr.push(this)===1&&(D.requestAnimationFrame||Ac)(Tc)}var Wr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,Wr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Br=new Map;function qr(e){var t=Br.get(this);return t||(t=new Map,Br.set(this,t)),(t=Wr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",l=[0],m=function(d){s===1&&(d||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,d,i):s===3&&(d||i)?(l.push(3,d,i),s=2):s===2&&i==="..."&&d?l.push(4,d,0):s===2&&i&&!d?l.push(5,0,!0,i):s>=5&&((i||!d&&s===5)&&(l.push(s,0,i,r),s=6),d&&(l.push(s,d,0,r),s=6)),i=""},u=0;u<n.length;u++){u&&(s===1&&m(),m(u));for(var p=0;p<n[u].length;p++)o=n[u][p],s===1?o==="<"?(m(),l=[l],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(m(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[u][p+1]===">")?(m(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(m(),s=2):i+=o),s===3&&i==="!--"&&(s=4,l=l[0])}return m(),l})(e)),t),arguments,[])).length>1?t:t[0]}var a=qr.bind(Wt);var Gr="Europe/London",so=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Gr,...e}),Kr=so({day:"numeric",month:"long",year:"numeric"}),Ic=so({month:"short",year:"numeric"}),Hr=so({hour:"2-digit",minute:"2-digit"}),zt=new Intl.DateTimeFormat("sv-SE",{timeZone:Gr}),Ec=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),Oc=864e5,[Dc,Vr]=[1024,1024*1024],ae=(e=new Date)=>zt.format(e),K=e=>Kr.format(new Date(e)),Jr=e=>Ic.format(new Date(`${e}-01`));function Ie(e,t=new Date){let n=new Date(e);return zt.format(n)===zt.format(t)?Hr.format(n):`${Kr.format(n)}, ${Hr.format(n)}`}var L=e=>Ec.format(e),F=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function zr(e,t=new Date){let n=Math.round((Yr(t)-Yr(new Date(e)))/Oc);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Yr=e=>Date.parse(zt.format(e)),qe=e=>e<Vr?`${Math.ceil(e/Dc)} KB`:`${Number((e/Vr).toFixed(1))} MB`;var co=(e,t)=>t.some(n=>e instanceof n),Zr,Xr;function Nc(){return Zr||(Zr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Mc(){return Xr||(Xr=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var lo=new WeakMap,io=new WeakMap,Zt=new WeakMap;function Cc(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(he(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Zt.set(t,e),t}function Pc(e){if(lo.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});lo.set(e,t)}var uo={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return lo.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return he(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function ns(e){uo=e(uo)}function Lc(e){return Mc().includes(e)?function(...t){return e.apply(tt(this),t),he(this.request)}:function(...t){return he(e.apply(tt(this),t))}}function Rc(e){return typeof e=="function"?Lc(e):(e instanceof IDBTransaction&&Pc(e),co(e,Nc())?new Proxy(e,uo):e)}function he(e){if(e instanceof IDBRequest)return Cc(e);if(io.has(e))return io.get(e);let t=Rc(e);return Object.is(t,e)||(io.set(e,t),Zt.set(t,e)),t}var tt=e=>Zt.get(e);function os(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=he(i);return o&&i.addEventListener("upgradeneeded",l=>{o(he(i.result),l.oldVersion,l.newVersion,he(i.transaction),l)}),n&&i.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",m=>r(m.oldVersion,m.newVersion,m))}).catch(()=>{}),c}function rs(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),he(n).then(()=>{})}var jc=["get","getKey","getAll","getAllKeys","count"],Fc=["put","add","delete","clear"],ao={};function Qr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(ao[t])return ao[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Fc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||jc.includes(n)))return;let s=async function(i,...c){let l=this.transaction(i,r?"readwrite":"readonly"),m=l.store;return o&&(m=m.index(c.shift())),(await Promise.all([m[n](...c),r&&l.done]))[0]};return ao[t]=s}ns(e=>({...e,get:(t,n,o)=>Qr(t,n)||e.get(t,n,o),has:(t,n)=>!!Qr(t,n)||e.has(t,n)}));var Uc=["advance","continue","continuePrimaryKey"],es={},fo=new WeakMap,ss=new WeakMap,Bc={get(e,t){if(!Uc.includes(t))return e[t];let n=es[t];return n||(n=es[t]=function(...o){fo.set(this,ss.get(this)[t](...o))}),n}};async function*Wc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Bc);for(ss.set(n,t),Zt.set(n,tt(t));t;)yield n,t=await(fo.get(n)||t.continue()),fo.delete(n)}function ts(e,t){return t===Symbol.asyncIterator&&co(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&co(e,[IDBIndex,IDBObjectStore])}ns(e=>({...e,get(t,n,o){return ts(t,n)?Wc:e.get(t,n,o)},has(t,n){return ts(t,n)||e.has(t,n)}}));var Xt=new Set,is=!1;globalThis.addEventListener("pagehide",({persisted:e})=>{if(e){is=Xt.size>0;for(let t of Xt)wt(t)}});globalThis.addEventListener("pageshow",({persisted:e})=>{e&&is&&location.reload()});function as(e){let t=tt(e);t.transaction=(...n)=>{let o=IDBDatabase.prototype.transaction.apply(t,n);return mo(o),o}}function mo(e){let t=tt(e)??e;Xt.add(t);for(let n of["complete","abort"])t.addEventListener(n,()=>Xt.delete(t));he(t).done.catch(()=>{})}function wt(e){try{e.abort()}catch{}}var qc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...i}=r.value;o.put({...i,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],Hc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",blocked:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},Ee=class extends Error{constructor(t,n,o=Hc[t]){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=o}},G=e=>e?.sentence,cs=["InvalidStateError","UnknownError"],Vc="portal:",Yc=1e4,en=1e4,Qt=3e3,He=new Map,tn=new Set,ho=!1,oe=({agency:e,contractorId:t,email:n})=>`${Vc}${e}/${t} ${n}`;function Gc(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return t&&n&&o?{agency:t,contractorId:n,email:o}:null}async function ls(){return(indexedDB.databases?(await ve(()=>ge(en,indexedDB.databases()))).map(({name:t})=>t??""):[...He.keys()]).map(Gc).filter(t=>t!==null)}var us=()=>{ho=!0},vo=e=>tn.delete(e);async function po(e,t=qc){if(tn.has(e))throw new Ee("gone");let n=He.get(e);return n||(n=Kc(e,t),He.set(e,n),n.catch(()=>He.delete(e))),ve(()=>ge(Yc,n))}var Kc=(e,t)=>ve(async()=>{let n=await os(e,t.length,{upgrade(o,r,s,i){mo(i),Jc(t.slice(r),o,i)},blocking(o,r){r===null&&tn.add(e),bo(e)},terminated:()=>He.delete(e)});return as(n),n});async function Jc(e,t,n){try{for(let o of e)await o(t,n)}catch{wt(n)}}async function bo(e){let t=He.get(e);He.delete(e),(await t?.catch(()=>null))?.close()}async function fs(e){let t=ge(Qt,zc(e)).then(()=>!0,()=>!1);tn.add(e);let n=await t;bo(e);try{await ve(()=>ge(Qt,rs(e)))}catch(o){if(!n)throw o}}async function zc(e){let t=await po(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var X=(e,t,n)=>ve(async()=>{let o=await Zc(e,t,n);return ho=!0,o}),Oe=(e,t,n)=>ve(()=>ge(en,X(e,t,n)));async function Zc(e,t,n){try{return await t(await po(e,n))}catch(o){let{cause:r,name:s}=o;if(!cs.includes(r?r.name:s))throw o;return await bo(e),t(await po(e,n))}}async function ge(e,t){let n,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}async function ve(e){try{return await e()}catch(t){throw t instanceof Ee?t:new Ee(Xc(t),t)}}function Xc(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"blocked":["SecurityError",...cs].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?ho?"lost":"closed":"broken"}var ms="/api/problems#";function ds(e,t,n){if(typeof t?.error=="string"){let l=Number(n.get("Retry-After"))||null;return{type:e===409&&l?"in-progress":null,sentence:t.error,errors:null,retryAfter:l,submissionState:n.get("Submission-State")}}if(typeof t?.detail!="string"||!String(t.type).startsWith(ms))return null;let{type:o,detail:r,errors:s=[],retryAfter:i=null,submissionState:c=null}=t;return{type:o.slice(ms.length),sentence:r,errors:s,retryAfter:i,submissionState:c}}function nn({problem:e}){let t={};for(let{pointer:n,detail:o}of e?.errors??[]){let r=n?.split("/")[1];r&&(t[r]??=o.slice(0,1).toUpperCase()+o.slice(1))}return t}var Qc=4e4,$o="application/json",ps="application/problem+json",hs=()=>{};function vs(e){hs=e}async function q(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=Qc}={}){let i=new Headers({Accept:`${ps}, ${$o}`,...r});o&&i.set("Portal-Account",o),n&&!(n instanceof FormData)&&i.set("Content-Type",$o);let c=performance.now();try{let l=await fetch(`/api/${e}`,{method:t,headers:i,body:n instanceof FormData||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:m,headers:u}=l,p=u.get("Content-Type")??"",f=[$o,ps].some($=>p.startsWith($))?await l.json().catch(()=>null):null,h=m>=400?ds(m,f,u):null;return tl(m,f,u,h)?(m===401&&el(h)&&hs(c),{status:m,body:f,headers:u,problem:h,offline:!1}):m===413?nl():yo()}catch{return yo()}}var el=e=>!e?.type||e.type==="unauthenticated";function tl(e,t,n,o){return n.get("X-Request-ID")?e>=400?o!==null:t!==null||e===204||e===304:!1}var nl=()=>({...yo(),status:413,offline:!1}),yo=()=>({status:0,body:null,headers:new Headers,problem:null,offline:!0}),ol="The portal cannot be reached just now. Please check your connection and try again.",H=({offline:e,problem:t})=>e?ol:t?.sentence??"Something went wrong. Please try again in a minute.";var St=new BroadcastChannel("portal-turn"),xt=[];St.addEventListener("message",({data:{asks:e}})=>{xt.includes(e)&&St.postMessage({holds:e})});function bs(e,t){return _s(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(i){if(i.name!=="AbortError")throw i;return r=!1,null}})}function $s(e,t){return _s(e,async({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function ys(e,t){let n=!1,o=()=>(n=!0,gs(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function _s(e,t){let n=!1,o=r=>(n=!0,gs(e,r));for(let r=!1;;r=!await rl(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function gs(e,t){xt.push(e);try{return await t()}finally{xt.splice(xt.indexOf(e),1)}}function rl(e){return xt.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),St.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);St.addEventListener("message",o),St.postMessage({asks:e})})}function ws(e,t){let{method:n,path:o}=sl(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?il(e,t):e.content,timeoutMs:t?3e5:6e4}}function sl({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(String(t))}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function il({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t?.name),o}var al=["rejected","expired","abandoned"],go=1e4,cl=144*36e5,As=2e3,Ts=3e5,wo=6e4,ll=600,ul=36e5,fl=6e5,ml=24*36e5,dl=1e4,pl=/^document: /,hl=[400,404,405,413,415,422],Is="It may have arrived. It is sent again, and the portal knows it for the same.",vl="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",Ss="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",bl=" If that does not help, attach the PDF again.",$l="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Es="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",U=({state:e})=>e!=="done",ce=({state:e})=>["checking","review"].includes(e),me=({state:e,promised:t})=>e==="checking"&&!!t,kt=e=>U(e)&&!ce(e),De=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Os=(e,t)=>De(e)?{heldUntil:t+fl}:void 0,rn=e=>e.state!=="sending"&&!ce(e),sn=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,ot=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,Q=({state:e})=>["refused","unknown"].includes(e),Ds=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...an({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+go:0}),an=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...yl}),yl={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,promised:!1,asks:null,ended:null,faults:null,result:null};function Ns(e,t){return Ms(e).filter(n=>_o(n)<=t||_o(n)>t+ml).sort((n,o)=>+!!n.document-+!!o.document||n.id-o.id)}function So(e){let t=Ms(e).map(_o);return t.length?Math.min(...t):null}var _o=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Ms(e){let t=new Set;return e.filter(n=>{if(ce(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${"statementId"in n.content?n.content.statementId:void 0}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Cs(e,t){return Ls(e,t)?xo(Es):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function Ps(e,t,n=Math.random){if(Ls(e,t))return xo(Es);let o=De(e)?Ss+bl:Ss;return nt(e,null,t,n,{sentence:o,asks:"document"},wo)}var Ls=({sentAt:e},t)=>e!==null&&t-e>cl,Rs=()=>({state:"waiting",sentence:Is,nextAt:0});function js(e,t,n,o=Math.random){let{status:r,body:s,headers:i,problem:c,offline:l}=t,m={sentAt:e.sentAt??n},u=c?.sentence.replace(pl,"")??null;if(l)return nt(e,null,n,o,{...m,sentence:Is},wo);if(r===413&&!s){let S={sentAt:e.sentAt,sentence:vl,asks:"size"};return nt(e,ll,n,o,S,ul)}let{type:p=null,submissionState:d=null,retryAfter:f=null}=c??{},h=i.get("Location");if(r===200||r===201)return Us(e,s,n);if(r===202)return xs(s.state,s.submissionId,s.message,n);if(d==="rejected")return on(u,{ended:d});if(p==="in-progress")return nt(e,f,n,o,{...m,sentence:u},dl);if(h)return xs(d,h.split("/").at(-1)??"",u,n);if(d==="not-sent")return nt(e,f,n,o,{sentAt:null,sentence:u});let $=p==="duplicate-invoice"||p===null&&e.kind==="invoice";return r===409?on(u,{asks:$?"duplicate":null}):hl.includes(r)?on(u,{faults:nn(t)}):nt(e,f,n,o,{...r>=500?m:{sentAt:e.sentAt},sentence:u})}function Fs(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?xo($l):o||t!==200?ks(e,e,r,s):n.state==="confirmed"?Us(e,n.result,r):al.includes(n.state)?on(n.message,{ended:n.state}):ks(e,{...Bs(n.state),sentence:n.message},r,s)}var Us=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?_l(t):t}),_l=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},on=(e,{asks:t=null,ended:n=null,faults:o=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,faults:o,sentAt:null}),xo=e=>({state:"unknown",sentence:e,asks:null}),Bs=e=>({state:e==="review"?"review":"checking",promised:["waiting","sending"].includes(e??"")}),xs=(e,t,n,o)=>({...Bs(e),submissionId:t,sentence:n,tries:0,nextAt:o+As});function nt(e,t,n,o,r,s=Ts){let i=Math.max((t??0)*1e3,cn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function ks({tries:e},{state:t,promised:n,sentence:o},r,s){let i=t==="review"?Ts:wo;return{state:t,promised:n,sentence:o,tries:e+1,nextAt:r+cn(e,i,s)}}var cn=(e,t,n=Math.random)=>Math.min(t,As*2**Math.min(e,20))*(.5+n()/2);var qs="portal-outbox",gl={durability:"strict"},Ws=["outbox","documents","blobs"],rt=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ve=class{constructor(t){this.owner=t,this.name=oe(t)}list(){return Oe(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let i=await r.add(t);return n&&await s.put({id:i,bytes:n}),{...t,id:Number(i)}});return ln(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:i,blobs:c})=>{let l=await s.get(t),m=l&&n(l);if(m===void 0)return;let u=m&&{...l,...m},p=Hs(u);return await Promise.all([u?s.put(u):s.delete(t),p?o&&i.put({id:t,bytes:o}):i.delete(t),(o||!p)&&c.delete(t)]),u});if(r===void 0)throw new rt;return ln(this.name),r}async readDocument(t){let n=await Oe(this.name,o=>o.get("documents",t));return n?n.bytes:this.#e(t)}async#e(t){let n=await Oe(this.name,s=>s.get("blobs",t));if(!n)throw new Ee("lost");let o=await ve(()=>ge(en,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:i})=>{await i.count(t)&&await Promise.all([s.put({id:t,bytes:o}),i.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return X(this.name,async n=>{let o=n.transaction(Ws,"readwrite",gl),r=Object.fromEntries(Ws.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw wt(o),c}),[i]=await Promise.all([s,o.done]);return i})}deleteAllButUnsent(){return X(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!U(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},st=class{#e=[];#t=new Map;#o=0;constructor(t){this.owner=t,this.name=oe(t)}async list(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#o};return this.#e.push(o),n&&this.#t.set(o.id,n),ln(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new rt;let i=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...i?[i]:[]),o?this.#t.set(t,o):Hs(i)||this.#t.delete(t),ln(this.name),i}async readDocument(t){return this.#t.get(t)??null}},Hs=e=>!!(e?.document&&U(e));function ln(e){let t=new BroadcastChannel(qs);t.postMessage(e),t.close()}function Vs(e){let t=new BroadcastChannel(qs);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function un(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw new Ee("broken",t,"This file cannot be read. Please choose it again.")}}var Ys="portal-session",wl=5e3;async function Ye(e=null){return(await ls()).filter(n=>e===null||n.email===e).map(n=>new Ve(n))}async function ko(e){return await bs(`portal-outbox:${e.name}`,n=>Sl(e,n))??{obstacle:null,nextAt:Date.now()+wl}}async function Sl(e,t){for(await xl(e);t();){let[n]=Ns(await e.list(),Date.now());if(!n)return{obstacle:null,nextAt:So(await e.list())};let o=await kl(e.owner,async()=>t()?Al(e,n):null);if(o)return{obstacle:o,nextAt:null}}return null}var Ao=e=>ys(Ys,e);async function xl(e){for(let{id:t,state:n}of await e.list())n==="sending"&&await e.change(t,Rs)}function kl(e,t){return $s(Ys,async()=>await Gs(e)??t())}async function Gs({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await q("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Al(e,t){try{return await(ce(t)?Il(e,t):Tl(e,t))}catch(n){if(n instanceof rt)return null;throw n}}async function Tl(e,t){let n=l=>l.state==="waiting"&&l.key===t.key&&l.heldUntil===t.heldUntil,o=t.document?await e.readDocument(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,l=>n(l)?Ps(l,Date.now()):void 0),null;let r=await e.change(t.id,l=>n(l)?Cs(l,Date.now()):void 0);if(r?.state!=="sending")return null;let s=ws(t,o),i=await q(s.path,{...s,account:Js(e)}),c=await Ks(e,i);return await e.change(t.id,l=>{if(!(l.attempt!==r.attempt||l.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:js(t,i,Date.now())}),c??(i.offline?"offline":null)}async function Il(e,t){let n=await q(`contractor/submissions/${t.submissionId}`,{account:Js(e)}),o=await Ks(e,n);return o||await e.change(t.id,r=>ce(r)?Fs(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function Ks(e,{status:t,problem:n}){return t===401?"signed-out":n?.type==="foreign-account"?"account-gone":t===409&&!n?.type?Gs(e.owner):null}var Js=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var El="outbox",zs=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator;async function Zs(){return await(await navigator.serviceWorker?.getRegistration())?.sync?.register(El).then(()=>!0,()=>!1)??!0}var To=e=>`outbox ${e}`;function fn(e,t){try{t?localStorage.setItem(To(e),String(t)):localStorage.removeItem(To(e))}catch{}}function Io(e){try{return Number(localStorage.getItem(To(e))??0)}catch{return 0}}var Xs=e=>fn(e,0);var Ol=6e4,Dl=168*36e5,Nl="This device has no room left, so nothing can be sent from it. Please free some space.",mn=class{items=C(null);obstacle=C(null);otherAccounts=C([]);storageProblem=C(null);#e=null;#t=void 0;#o=0;#r=!1;#s=null;#n=!1;#l=!1;start(){Vs(t=>{t===this.#e?.name&&this.#a()}),addEventListener("online",()=>this.#f(Qs)),addEventListener("offline",()=>this.wake()),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&this.wake()})}async open(t){if(this.#e?.name===oe(t))return;this.close(),vo(oe(t));let n=new Ve(t);Io(n.name)&&us(),this.#e=n;try{let o=(await n.list()).length?0:Io(n.name);for(let r of(await Ye()).filter(({owner:{email:s}})=>s!==t.email))await r.deleteAllButUnsent(),fn(r.name,await Eo(r));await Ml(n),await ei(n,await n.list(),Qs),this.#e===n&&(this.storageProblem.value=o?Cl(o):null)}catch(o){if(this.#e!==n)return;this.storageProblem.value=Oo(o),o.reason==="closed"&&(this.#e=new st(t))}await this.#a(),this.items.value?.some(U)&&this.#c(),this.wake()}async openFormerAccount(t){if(this.close(),!t)return;(await Ye(t.email).catch(()=>[])).some(({name:o})=>o===oe(t))&&!this.#e&&await this.open(t)}close(){clearTimeout(this.#t),this.#e=null,this.items.value=null,this.obstacle.value=null,this.otherAccounts.value=[],this.storageProblem.value=null}async add({document:t,...n}){let{bytes:o,document:r}=await ti(t),s=await this.#u().add(Ds({...n,document:r},Date.now()),o);return await this.#a(),navigator.storage?.persist?.(),this.#c(),this.wake(),s}async edit(t,{content:n,about:o,document:r}){let{bytes:s,document:i}=await ti(r),c={content:n,...o!==void 0&&{about:o},...r!==void 0&&{document:i}};return this.#i(t,l=>De(l)?an(c):void 0,s)}hold(t){return this.#i(t,n=>Os(n,Date.now()))}release(t){return this.#i(t,({heldUntil:n})=>n?{heldUntil:0}:void 0)}resend(t,{duplicate:n=!1}={}){return this.#i(t,o=>Q(o)?an({duplicate:n}):void 0)}remove(t){return this.#i(t,n=>rn(n)?null:void 0)}undo(t){return this.#i(t,n=>sn(n,Date.now())?null:void 0)}itemsOf(t){return(this.items.value??[]).filter(n=>n.jobId===t)}sendingNotice(){return zs()&&!this.#l?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection."}async wake(){clearTimeout(this.#t),this.#s?this.#n=!0:(this.#s=this.#d(),await this.#s.finally(()=>this.#s=null),this.#n&&(this.#n=!1,await this.wake()))}async tryNow(){await this.#f()}async countUnsent(t){let n=this.#e instanceof st?[this.#e]:await Ye(t);return(await Promise.all(n.map(Eo))).reduce((r,s)=>r+s,0)}async deleteAll(t){let n=!(this.#e instanceof st);this.#e?.owner.email===t&&this.close();let o=n?await Ye(t):[],s=(await Promise.allSettled(o.map(async({name:i})=>{await fs(i),Xs(i)}))).find(i=>i.status==="rejected");if(s)throw s.reason}#u(){if(!this.#e)throw new Error("no outbox is open");return this.#e}async#i(t,n,o){let r=await this.#u().change(t,n,o);return await this.#a(),this.#c(),this.wake(),r}async#f(t){this.#e&&await ei(this.#e,this.items.value??[],t),await this.wake()}async#c(){await Zs()||(this.#l=!0)}async#a(){let t=this.#e;try{let n=await t?.list()??null;if(this.#e!==t)return;this.items.value=n,t&&n&&fn(t.name,n.filter(kt).length)}catch(n){if(this.#e!==t)return;this.storageProblem.value=Oo(n),this.#r=!0}}async#d(){let t=this.#e;if(t)try{let n=t instanceof Ve?(await Ye(t.owner.email)).filter(({name:s})=>s!==t.name):[],o=[];for(let s of[t,...n])o.push(await ko(s));let r=await Promise.all(n.map(Eo));if(this.#e!==t||(this.obstacle.value=o[0].obstacle,this.otherAccounts.value=n.map(({owner:s},i)=>({...s,number:r[i]})).filter(({number:s})=>s),this.#m(o),!this.#r))return;this.#r=!1,await this.#a(),this.#r||(this.storageProblem.value=null)}catch(n){if(this.#e!==t)return;let o=n.reason==="full";this.storageProblem.value=o?Nl:Oo(n),this.#r=!0,this.#m([{obstacle:"offline",nextAt:null}])}}#m(t){let n=t.some(({obstacle:r})=>r==="offline");this.#o=n?this.#o+1:0;let o=t.map(({nextAt:r})=>r).filter(r=>r!==null);n&&o.push(Date.now()+cn(this.#o,Ol)),o.length&&(this.#t=setTimeout(()=>this.wake(),Math.max(Math.min(...o)-Date.now(),0)))}},Qs=({asks:e})=>e!=="size";async function ei(e,t,n=()=>!0){let o=r=>n(r)?{nextAt:0}:void 0;for(let{id:r}of t.filter(s=>U(s)&&s.nextAt))await e.change(r,o).catch(()=>{})}async function ti(e){if(!e)return{bytes:void 0,document:null};let{bytes:t,...n}=await un(e);return{bytes:t,document:n}}var Eo=async e=>(await e.list()).filter(kt).length;async function Ml(e){let t=Date.now()-Dl;for(let{id:n,state:o,doneAt:r}of await e.list())o==="done"&&Number(r)<t&&await e.change(n,()=>null)}function Oo(e){let t=G(e);if(!t)throw e;return t}var Cl=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;var b=new mn;var Pl={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},Ll="May have arrived",Rl="With the portal",ni={expired:"Not delivered",abandoned:"Not delivered"};function de(e,t="your agency"){let{state:n,ended:o}=e;return n==="review"?`We asked ${t} to check whether it arrived`:me(e)?Rl:ot(e)?Ll:n==="refused"&&ni[o??""]||Pl[n]}function oi(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?de(e,t):`${de(e,t)}${ni[o??""]?":":", because:"} ${r}`}var ri=(e,t)=>e.state==="refused"||e.sentence?.startsWith(de(e,t))?null:e.sentence,it=e=>e.kind==="completion"?e.content.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e.kind];var si;function B(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(si),si=setTimeout(()=>{t.textContent=e},400)}var jl={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},v=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${jl[e]} /></svg>
`;var Do="([A-Za-z0-9_-]{1,64})",No=new RegExp(`^${Do}$`),Fl={"/":"jobs","/jobs":"jobs",[`/jobs/${Do}`]:"job",[`/jobs/${Do}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},Ul=Object.entries(Fl).map(([e,t])=>[new RegExp(`^${e}$`),t]);function dn(e){for(let[t,n]of Ul){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var N=C(Mo());function Mo(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...dn(location.pathname)??dn("/"),path:location.pathname,account:No.test(n)&&No.test(o)?`${n}/${o}`:null,query:t,isBack:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function A(e,t={},n=N.value.account){let[o="",r=""]=n?.split("/")??[],s={...t,...n&&{agency:o,contractor:r}},i=new URLSearchParams(s).toString();return i?`${e}?${i}`:e}function ii(e){N.value.account||we(A(N.value.path,Object.fromEntries(N.value.query),e),{replace:!0})}function we(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:Bl(n)},""),history.pushState(null,"",e)),N.value=Mo()}var pn=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function Bl(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return!o||!t?null:{href:r??"",at:pn(r??"",t).indexOf(o),top:o.getBoundingClientRect().top}}function ai(){let{y:e,mark:t}=N.value;scrollTo(0,e);let n=document.querySelector("main"),o=t&&n&&pn(t.href,n)[t.at];if(!o)return;let r=()=>scrollBy(0,o.getBoundingClientRect().top-t.top);r(),requestAnimationFrame(()=>requestAnimationFrame(r))}function ci(){history.scrollRestoration="manual",addEventListener("popstate",()=>{N.value=Mo(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!dn(t.pathname)||(e.preventDefault(),we(t.href,{replace:t.href===location.href,link:t}))})}var Wl="Contractor Portal",li=!0;function E({title:e,back:t,keepsFocus:n=!1,children:o}){let r=Y(null);return fe(()=>{li||(n||r.current?.focus({preventScroll:!0}),ai()),li=!1},[]),fe(()=>{document.title=`${e} – ${Wl}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${A(t.path)}><${v} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var At="portal",Tt=[e=>e.createObjectStore("session")],ui=e=>X(At,t=>t.put("session",e,"last"),Tt),fi=()=>Lo("last"),Co=()=>ve(()=>ge(Qt,X(At,e=>e.delete("session","last"),Tt))),mi=e=>X(At,async t=>e?t.put("session",e,"asked"):t.delete("session","asked"),Tt),di=()=>Lo("asked"),Po=()=>X(At,e=>e.put("session",!0,"passkey-offer"),Tt).catch(()=>{}),pi=async()=>!!await Lo("passkey-offer");async function Lo(e){try{return await Oe(At,t=>t.get("session",e),Tt)??null}catch{return null}}var T=C(void 0),Ne=C(null),bn=C(!1),$n=C(null),ql=6e5,Ge=C(!1),hn=null,vn=0,J=({agency:e,contractorId:t})=>`${e}/${t}`,Ro=(e,t)=>e.accounts.find(n=>J(n)===t)??null,x=pe(()=>T.value?Ro(T.value,N.value.account??J(T.value.account)):null),ee=pe(()=>{if(!T.value||!x.value||Ge.value)return null;let{agency:e,contractorId:t}=x.value;return{email:T.value.email,agency:e,contractorId:t}}),hi=pe(()=>{let e=N.value.account;if(!T.value||x.value||!e||Ge.value)return null;let[t,n]=e.split("/");return{email:T.value.email,agency:t,contractorId:n}}),jo=new BroadcastChannel("portal:person"),vi=new BroadcastChannel("portal:parting");async function It(e){vn=performance.now(),JSON.stringify(e)!==JSON.stringify(T.value)&&(T.value=e,await(e?ui(e):Co()).catch(()=>{}),jo.postMessage(e))}async function at(e){await mi(e).catch(()=>{}),$n.value=e}async function yn(){let[e,t]=await Promise.all([fi(),di()]);t&&await at(Date.now()-t.at<ql?t:null);let n=e||document.body.dataset.session;if(T.value??=e??(n?void 0:null),n||navigator.serviceWorker?.controller){let o=performance.now(),r=await q("session");r.status===200&&o>=vn&&await It(r.body)}T.value??=null}var _n=e=>{let t=N.value.account?.split("/")[0];return q("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})},bi=(e,t)=>yi("session",{email:e,code:t}),$i=e=>yi("session/passkey",e);async function yi(e,t){let n=await Ao(()=>q(e,{method:"POST",body:t}));return n.status===201&&(Ne.value=null,bn.value=!1,await It(n.body),await at(null)),n}async function _i(e){It({...T.value,account:e});let{agency:t,contractorId:n}=e,o=await q("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await It(o.body)}function gi(){return hn??=Hl().finally(()=>hn=null),hn}async function Hl(){let e=T.value,t=await Ao(()=>q("session",{method:"DELETE"}));if(t.status!==204)return t;Ge.value=!0,jo.postMessage(null),vi.postMessage(null);let n=await Promise.allSettled([Co(),b.deleteAll(e.email)]);return bn.value=n.some(o=>o.status==="rejected"&&o.reason&&o.reason.reason!=="closed"),Ne.value=null,T.value===e&&(T.value=null),Ge.value=!1,t}function wi(){vs(e=>{hn||e<vn||(Ne.value=T.value?.email??Ne.value,It(null))}),jo.onmessage=({data:e})=>{Ge.value&&!e||(vn=performance.now(),T.value=e)},vi.onmessage=()=>{Ne.value=null}}var Si=300;async function xi(e,t,n,o=null){try{await X(oe(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>Si&&await Vl(s),await i})}catch{}}async function ki(e,t){try{return await Oe(oe(e),n=>n.get("answers",t))??null}catch{return null}}async function Vl(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-Si).map(({path:n})=>e.delete(n)))}var Yl=5e3,Gl=30,Ai={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Kl=C({...Ai,busy:!1}),Fo=class{state=C(Ai);begunAt=0;readAt=0;running=null;#e=null;#t;#o;constructor(t,n){this.#t=t,this.#o=n}refresh(){navigator.onLine&&Date.now()-this.readAt<Yl||(this.running??=this.#r().finally(()=>{this.running=null}))}async#r(){this.state.value.body||await this.#s(),this.#n({busy:!0});let t=Date.now();this.begunAt=t;let n=this.#e&&this.state.value.body?{"If-None-Match":this.#e}:{},o=await q(`contractor/${this.#o}`,{account:J(this.#t),headers:n}),{status:r,body:s,offline:i}=o,c=zl(o.headers.get("Last-Modified")),l={begunAt:t,asOf:c,isOld:!1,busy:!1,problem:null,status:r};if((r===200||r===304)&&(this.readAt=Date.now()),r===200)this.#e=o.headers.get("ETag"),xi(this.#t,this.#o,s,this.#e),this.#n({...l,body:s});else if(r===304)this.#n(l);else if(r===409)yn(),this.#n({busy:!1,problem:H(o),status:r});else if(r===404)this.#n({body:null,busy:!1,problem:H(o),status:r});else{let m=o.problem?.retryAfter;!i&&m&&setTimeout(()=>this.refresh(),Math.min(m,Gl)*1e3);let u=!!(!i&&m);this.#n({isOld:!!this.state.value.body,busy:u,problem:H(o),status:r})}}async#s(){let t=await ki(this.#t,this.#o);if(!t)return;this.#e=t.etag??null;let n=t.body.asOf??new Date(t.readAt).toISOString();this.#n({body:t.body,begunAt:t.readAt,asOf:n,isOld:!0})}#n(t){this.state.value={...this.state.value,...t}}},gn=new Map;function k(e){let t=e?Jl(ee.value,e):null;return P(()=>{if(!t)return;let n=()=>document.visibilityState==="visible"&&t.refresh();n();let o=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[r,s]of o)r.addEventListener(s,n);return()=>{for(let[r,s]of o)r.removeEventListener(s,n)}},[t]),t?.state??Kl}async function Ti(e,t){let n=ee.value&&gn.get(Ei(ee.value,e));await n?.running,!(!n||n.begunAt>t)&&(n.readAt=0,n.refresh())}var Ii=()=>gn.clear(),Ei=(e,t)=>`${e.email} ${J(e)} ${t}`;function Jl(e,t){let n=Ei(e,t),o=gn.get(n)??new Fo(e,t);return gn.set(n,o),o}var zl=e=>e?new Date(e).toISOString():null;var Zl="https://www.google.com/maps/search/?api=1&query=",Xl=/[\p{L}/,;&#|]|(?=\+)/u,Ql=5,eu=/^(\+|00)(\d{1,3})\(0\)/;function tu(e){return e.split(Xl).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(eu,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Ql)??""}function Ke({phone:e,who:t}){if(!e)return null;let n=tu(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${v} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function ct({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${v} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Oi({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${Zl+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${v} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Uo(){let t=(k(x.value?"agency":null).value.body?.offers??[]).includes("contacts"),n=k(t?"contacts":null).value.body?.contacts??[],o=k(t?"account":null).value.body,r=nu(n,o?.agency.branchId??null);return t?a`
    <div>
      ${r&&a`<${Ke} phone=${r.phone} who=${r.name} /><${ct} email=${r.email} who=${r.name} />`}
      <a class="reach" href=${A("/contacts")}><${v} name="contacts" />All contacts</a>
    </div>
  `:null}function nu(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var ou={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency",unknown:"emergency"};function Me({item:e}){return a`
    <span class=${`state is-${e.state}`}>
      <${v} name=${ou[me(e)?"waiting":e.state]} /><span dir="auto">${oi(e,x.value?.agencyName)}</span>
    </span>
  `}function Ce({item:e}){let t=ri(e,x.value?.agencyName);return a`
    ${t&&a`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&a`<${Bo} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&a`<${Uo} />`}
  `}var Bo=()=>a`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Uo} />
`;var Et={emailCharacters:254,noteCharacters:4e3,descriptionCharacters:2e3,invoiceNumberCharacters:50,amountLeast:.01,amountMost:1e6,invoiceYearsBack:6,invoiceDaysAhead:1,documentBytes:10485760,documentNameCharacters:255,retryHours:72},Pe=e=>({...Et,...e?.limits});var ru=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),Se=e=>e.trim().replaceAll("	"," ");function wn(e,t,{inForm:n=!1}={}){let o=n?Se(e).replace(/\r\n|\r|\n/g,`\r
`):Se(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:ru.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var Sn=(e,t)=>e?wn(e,t.noteCharacters):"Please write something first.";function xn(e){let[,t]=Be(0),n=e.filter(r=>sn(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return P(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}function kn(e){P(()=>{if(e!==null)return b.hold(e).catch(Di),()=>{b.release(e).catch(Di)}},[e])}var Di=()=>{};function Ni({item:e,onClose:t}){let[n,[o,r]]=[Or(),Be(null)],s=Pe(k("agency").value.body);return kn(e.id),a`
    <form onSubmit=${async c=>{c.preventDefault();let{value:l}=c.target.elements.namedItem("note"),m=Se(l),u=Sn(m,s);if(r(u),!u)try{await b.edit(e.id,{content:{note:m}}),t()}catch(p){let d=G(p);if(!d)throw p;r(d)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${s.noteCharacters} required dir="auto" ref=${su}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var su=e=>e?.focus();var iu={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Ci(){let e=(b.items.value??[]).filter(t=>!U(t)).reverse();return a`
    <${E} title="Outbox" back=${{path:"/jobs",name:"Jobs"}}>
      <${qo}>
        ${b.items.value?a`<p class="reach"><${v} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!b.storageProblem.value&&a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${Wo} items=${e} />
        </section>
      `}
    <//>
  `}function qo({children:e}){let t=(b.items.value??[]).filter(U),[n,o]=[t.filter(s=>!Mi(s)),t.filter(Mi)],r=b.obstacle.value;return t.length?a`
    ${r&&n.some(s=>kt(s)&&!Q(s))&&a`<p class="notice" role="status">${iu[r]}${r==="offline"&&` ${b.sendingNotice()}`}</p>`}
    ${n.length>0&&a`<h2 class="visually-hidden">Not confirmed yet</h2><${Wo} items=${n} />`}
    ${n.some(({state:s})=>s==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${()=>b.tryNow()}>Try now</button>`}
    ${o.length>0&&a`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${Wo} items=${o} /></section>`}
  `:e}var Mi=({state:e})=>e==="review",Wo=({items:e})=>a`<ol class="cards">${e.map(t=>a`<${Ho} key=${t.id} item=${t} />`)}</ol>`;function Ho({item:e}){let[t,n]=Be(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${it(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${Ni} item=${e} onClose=${o} />`:a`<${au} item=${e} />`}
      <p class="about">
        <${Me} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${Ie(e.addedAt)}</time>
      </p>
      <${Ce} item=${e} />
      ${t==="remove"&&a`<${uu} item=${e} onClose=${o} />`}
      ${!t&&a`<${cu} item=${e} setAction=${n} />`}
    </li>
  `}function au({item:e}){let{document:t,jobId:n}=e;return a`
    ${e.kind==="note"&&a`<p class="says" dir="auto">${e.content.note}</p>`}
    ${e.kind==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${L(e.content.amount)}</strong>${e.content.invoiceNumber?`, number ${e.content.invoiceNumber}`:""}
        <br />${e.content.description}
      </p>
    `}
    ${t&&a`<p class="reach"><${v} name="invoice" /><span dir="auto">${t.name}</span></p>`}
    ${n&&a`<a class="reach" href=${A(`/jobs/${n}`)}><${v} name="jobs" />Look at the job</a>`}
  `}function cu({item:e,setAction:t}){let n=e.asks==="duplicate",[o,r]=[x.value&&De(e)&&e.kind!=="completion",rn(e)&&U(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>b.resend(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${lu} item=${e} onEditNote=${()=>t("edit")} />`}
      ${Q(e)&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>b.resend(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function lu({item:{id:e,kind:t,jobId:n,content:o},onEditNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s="statementId"in o&&o.statementId,i={...s&&{statement:s},change:e},c=A(n?`/jobs/${n}/invoice`:"/invoice",i);return a`<a class="btn btn-secondary" href=${c}>Change</a>`}function uu({item:e,onClose:t}){let n=ot(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=Be(null),s=async()=>{try{await b.remove(e.id),document.querySelector("h1")?.focus(),B("Deleted.")}catch(i){let c=G(i);if(!c)throw i;r(c)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${fu} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var fu=e=>e?.focus();function An(){let e=x.value&&J(x.value);return a`
    <ul class="rows">
      ${T.value?.accounts.map(t=>{let n=J(t);return a`
          <li key=${n} class="row">
            <a href=${A("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>_i(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${v} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}var Tn="Signing out …";function In(){let[e,t]=[y(null),y(0)],[n,o]=[y(!1),y(!1)],r=async()=>{n.value=o.value=!0;let i=await gi();if(n.value=o.value=!1,i.status!==204){e.value=`${H(i)} Nothing on this device was deleted.`;return}Ii(),we("/",{replace:!0})},s=async()=>{e.value=null,n.value=!0;try{t.value=await b.countUnsent(T.value.email)}catch(i){let c=G(i);if(!c)throw i;e.value=c;return}finally{n.value=!1}t.value||await r()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${mu} number=${t.value} busy=${n.value} onConfirm=${r} onCancel=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${s}>
          <${v} name="leave" />${o.value?Tn:"Sign out"}
        </button>`}
  `}function mu({number:e,busy:t,onConfirm:n,onCancel:o}){let r=Y(null);fe(()=>r.current?.focus(),[]);let[s,i,c]=[F(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${r} tabindex="-1">
        <b>${s} on this device ${i} not with the agency yet.</b> Signing out deletes ${c} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${t} onClick=${o}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${t} onClick=${n}>
          ${t?Tn:`Delete ${c} and sign out`}
        </button>
      </div>
    </div>
  `}var Pi=()=>a`
  <${E} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${N.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${T.value?.email}</b>. Nothing was changed.
    </p>
    <${qo}>${null}<//>
    <h2>Your accounts</h2>
    <${An} />
    <h2>Signed in with another address?</h2>
    <${In} />
  <//>
`;function be({resource:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${Ie(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function re({resource:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var lt="PublicKeyCredential"in window&&!/^[\d.]+$|^\[/.test(location.hostname),du="That was not confirmed on this device, or it took too long. Please try again.",pu="This device has a passkey for the portal already.",hu="This browser cannot use a passkey here.",Ri=async()=>lt&&await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(()=>!1);async function On(){let e=await q("session/passkeys/registration/options",{method:"POST"});if(e.status!==200)return H(e);let{challenge:t,user:n,excludeCredentials:o,...r}=e.body,s=await Fi(()=>navigator.credentials.create({publicKey:{...r,challenge:En(t),user:{...n,id:En(n.id)},excludeCredentials:o.map(l=>({...l,id:En(l.id)}))}}));if("problem"in s)return s.problem;let i=Ui(s.credential,["clientDataJSON","attestationObject"]),c=await q("session/passkeys",{method:"POST",body:i});return c.status===201?null:H(c)}async function ji(){let e=await q("session/passkey/options",{method:"POST"});if(e.status!==200)return{problem:H(e)};let t={...e.body,challenge:En(e.body.challenge)},n=await Fi(()=>navigator.credentials.get({publicKey:t}));return"problem"in n?n:{body:Ui(n.credential,["clientDataJSON","authenticatorData","signature","userHandle"])}}async function Fi(e){try{return{credential:await e()}}catch(t){let{name:n}=t;return n==="InvalidStateError"?{problem:pu}:{problem:n==="NotAllowedError"?du:hu}}}function Ui({id:e,rawId:t,type:n,response:o},r){let s=o;return{id:e,rawId:Li(t),type:n,response:Object.fromEntries(r.map(i=>[i,Li(s[i])]))}}var En=e=>Uint8Array.from(atob(e.replace(/-/g,"+").replace(/_/g,"/")),t=>t.charCodeAt(0)),Li=e=>btoa(String.fromCharCode(...new Uint8Array(e))).replace(/\+/g,"-").replace(/\//g,"_").replace(/=+$/,"");var vu="Next time, choose “Sign in with a passkey”. No code is needed on this device.",Vo=C(!1);async function Bi(){Vo.value=await Ri()&&!await pi()}var ut=()=>{Vo.value=!1},Wi=()=>Vo.value?a`<${bu} />`:null;function bu(){let[e,t,n]=[y(null),y(!1),y(!1)],o=async()=>{e.value=null,t.value=!0,e.value=await On(),t.value=!1,n.value=!e.value,n.value&&await Po()},r=async()=>{ut(),await Po()};return a`
    <section class="notice offer" aria-labelledby="offer">
      <h2 id="offer">Sign in faster next time</h2>
      <p class="problem" role="alert">${e.value}</p>
      ${n.value?a`<p role="status">${vu}</p>
            <button class="btn btn-secondary" type="button" onClick=${ut}>OK</button>`:a`<div class="doing">
            <button class="btn btn-primary" type="button" disabled=${t.value} onClick=${o}>
              ${t.value?"Waiting for this device …":"Use my fingerprint, face or screen lock next time"}
            </button>
            <button class="btn btn-secondary" type="button" disabled=${t.value} onClick=${r}>Not now</button>
          </div>`}
    </section>
  `}var $u="Removed. This passkey signs nobody in from now on. Your device may still list it; you can delete it in its settings.",yu="Added. From now on, you can sign in here without a code.";function qi(){let e=y(null),[t,n]=[y(null),y(null)],o=y(!1),r=async()=>{let l=await q("session/passkeys");l.status===200?e.value=l.body.passkeys:t.value=H(l)};P(()=>{r()},[]);let s=async(l,m)=>{t.value=n.value=null,o.value=!0,t.value=await l(),t.value||(n.value=m,await r()),o.value=!1},i=async()=>{let l=await On();return l||ut(),l},c=async({passkeyId:l})=>{let m=await q(`session/passkeys/${l}`,{method:"DELETE"});return m.status===204?null:H(m)};return!lt&&!e.value?.length?null:a`
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p>With a passkey, you sign in by your fingerprint, face or screen lock. Remove a passkey if you lose its device.</p>
      ${!!e.value?.length&&a`<ul class="rows">
        ${e.value?.map(l=>a`<${_u} key=${l.passkeyId} ...${l} busy=${o.value} onRemove=${()=>s(()=>c(l),$u)} />`)}
      </ul>`}
      <p class="problem" role="alert">${t.value}</p>
      <p class="hint" role="status">${n.value}</p>
      ${lt&&a`<button class="btn btn-secondary" type="button" disabled=${o.value} onClick=${()=>s(i,yu)}>
        <${v} name="access" />Add a passkey on this device
      </button>`}
    </section>
  `}var _u=({name:e,createdAt:t,usedAt:n,busy:o,onRemove:r})=>a`
  <li class="row passkey">
    <div>
      <span class="title">${e}</span>
      <span class="address">Added ${K(t)}, ${n?`last used ${K(n)}`:"not used yet"}</span>
    </div>
    <button class="btn btn-outline-danger" type="button" disabled=${o} onClick=${r}>
      Remove<span class="visually-hidden"> the passkey of ${e}</span>
    </button>
  </li>
`;var gu=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Hi(){let e=k("account").value,t=e.body,{agencyName:n,displayName:o}=x.value,{accounts:r,email:s}=T.value;return a`
    <${E} title="Account">
      ${r.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${An} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${wu} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${re} resource=${e} />`}
        <${be} resource=${e} />
      </section>
      <${qi} />
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${s}</b></p>
        <${In} />
      </section>
    <//>
  `}function wu({record:e}){let t=[...gu.map(([n,o])=>[n,e[o]]),["Branch",e.agency.branchName]];return a`
    <dl class="facts">
      ${t.filter(([,n])=>n).map(([n,o])=>a`<div key=${n}><dt>${n}</dt><dd dir="auto">${o}</dd></div>`)}
    </dl>
  `}function Vi(){let e=k("contacts").value,t=e.body?.contacts;return a`
    <${E} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${Su} key=${n.contactId} ...${n} />`)}</ul>`:a`<${re} resource=${e} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${be} resource=${e} />
    <//>
  `}function Su({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Ke} phone=${s} who=${i} /><${Ke} phone=${r} who=${i} /><${ct} email=${o} who=${i} />
    </li>
  `}function Yi(){let e=b.items.value??[],t=xn(e),n=e.filter(d=>U(d)&&!t.includes(d)),o=n.filter(Q).length,r=n.filter(me).length,s=n.filter(({state:d})=>d==="review").length,i=n.filter(({state:d})=>d==="checking").length-r,c=n.filter(d=>!Q(d)&&!ce(d)),l=b.obstacle.value==="offline",m=c.some(ot)?"not confirmed yet":"not with the agency yet",[u,p]=[b.otherAccounts.value,b.storageProblem.value];return!n.length&&!u.length&&!p?null:a`
    <aside class="strip" aria-label="Outbox">
      ${p&&a`<p role="alert">${p}</p>`}
      ${o>0&&a`<${Ot} icon="emergency">${F(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${s>0&&a`<${Ot} icon="contacts">We asked ${x.value?.agencyName} to check ${F(s,"thing")}<//>`}
      ${i>0&&a`<${Ot} icon="search">${F(i,"thing")} ${i===1?"is":"are"} being checked<//>`}
      ${r>0&&a`<${Ot} icon="clock">${F(r,"thing")} ${r===1?"is":"are"} with the portal<//>`}
      ${c.length>0&&a`<${Ot} icon=${l?"offline":"send"}>
        ${F(c.length,"thing")} ${c.length===1?"is":"are"} ${m}
      <//>`}
      ${u.map(d=>a`<${xu} key=${J(d)} ...${d} />`)}
    </aside>
  `}var Ot=({icon:e,children:t})=>a`<a href=${A("/outbox")}><${v} name=${e} /><span>${t}</span><${v} name="open" /></a>`;function xu({number:e,...t}){let n=J(t),o=(T.value&&Ro(T.value,n)?.agencyName)??"an account that is no longer yours",[r,s]=[F(e,"thing"),e===1?"is":"are"];return a`
    <a href=${A("/outbox",{},n)}>
      <${v} name="send" />${r} for ${o} ${s} not there yet<${v} name="open" />
    </a>
  `}var ku=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function Yo({children:e}){let t=k("agency").value.body;Tu(t?.accent);let{agencyName:n,displayName:o}=x.value,r=ku.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${Iu}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${Number(T.value?.accounts.length)>1&&a`<a class="switch" href=${A("/account")}><${v} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="navigation" aria-label="Portal">${r.map(s=>a`<${Au} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${Yi} />
    <${Wi} />
    ${e}
  `}function Au({path:e,name:t,icon:n,screens:o}){let r=o.includes(N.value.screen);return a`<a href=${A(e)} aria-current=${r?"page":null}><${v} name=${n} />${t}</a>`}function Tu(e){P(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>{t.removeProperty("--accent")}},[e])}function Iu(e){e.preventDefault(),document.querySelector("h1")?.focus()}function Nn(e){let[t,n]=[k(`jobs/${e}`).value,k("jobs").value];if(t.body)return{job:Gi(t.body,t),resource:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?Gi(o,n):null,resource:o?n:t}}var Gi=(e,{begunAt:t})=>Go([e],t)[0],Je=({priority:e})=>e?.trim().toLowerCase()==="emergency",Dn=e=>(e??"").trim().toLowerCase();function Mn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(Dn).includes(Dn(t))?"cancelled":"open"}var Ji=e=>(b.items.value??[]).filter(t=>t.kind==="completion"&&t.state==="done"&&Number(t.doneAt)>e),zi=e=>Ji(e).map(({id:t})=>t).join();function Go(e,t){let n=new Map(Ji(t).map(o=>[o.jobId,o.result??Eu(o)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var Eu=({content:e})=>({completed:"completed"in e&&e.completed,status:null,completedAt:null});function Zi(e,t){let n=b.itemsOf(e).filter(U),o=Dt(e),r=n.filter(u=>u!==o),s=u=>r.filter(u).length,[i,c,l]=[s(Q),s(me),s(ce)],m=r.length-i-l;return[o&&`${it(o)}: ${de(o,t)}`,i&&`${F(i,"thing")} ${i===1?"needs":"need"} you`,l>c&&`${F(l-c,"thing")} being checked`,c&&`${F(c,"thing")} with the portal`,m&&`${F(m,"thing")} to send`].filter(Boolean)}var Dt=e=>b.itemsOf(e).filter(t=>t.kind==="completion"&&U(t)).at(-1)??null,le=({title:e,reference:t,jobId:n})=>e||t||n;function Xi(e){let t=Dn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>Ou(n).includes(o))}var Ki=new WeakMap;function Ou(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode],i=Ki.get(e)??Dn(s.filter(Boolean).join(`
`));return Ki.set(e,i),i}var Qi=e=>[...e.filter(Je),...e.filter(t=>!Je(t))];var Du=864e5,ea="%PDF-",Nu=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Mu=/\.\d\d\d*[1-9]/,Cu=["amount","description","invoiceDate"];function Nt(e,t,n){let{required:o=[],link:r=null}=t?.invoice??{};return[...Cu,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function Cn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function Ko(e=new Date,t=Et){let[n,...o]=ae(e).split("-");return{oldest:[Number(n)-t.invoiceYearsBack,...o].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ae(e))+t.invoiceDaysAhead*Du).toISOString().slice(0,10)}}function xe(e){let t=e.trim().replace(/^£\s*/,"");return Nu.test(t)?Number(t.replaceAll(",","")):NaN}var ra=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),ta={amount:(e,{limits:t})=>oa(e,"The amount",t)??(xe(e)===0?"The amount must be more than £0.":null),vat:(e,{values:t,limits:n})=>oa(e,"VAT",n)??(xe(e)>xe(t.amount)?"VAT cannot be more than the amount.":null),description:(e,{document:t,limits:n})=>wn(e,n.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>wn(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t})=>{let{oldest:n,latest:o}=Ko(new Date,t),r=t.invoiceDaysAhead===1?"tomorrow":`${F(t.invoiceDaysAhead,"day")} ahead`;return e>o?`The date can be ${r} at the latest, ${K(o)}.`:e<n?`The date can be ${F(t.invoiceYearsBack,"year")} ago at most, ${K(n)}.`:null},statementId:()=>null},na={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function oa(e,t,n){let o=xe(e);return Number.isNaN(o)?`${t} must be in pounds and pence, such as 120.50.`:Mu.test(e.trim())?`${t} can have no more than two decimals.`:o>n.amountMost?`${t} can be ${L(n.amountMost)} at most.`:null}function Pn(e,t,n,o){let r={},s={values:e,document:t,limits:Pe(n)};for(let i of Object.keys(ta)){let c=e[i]??"",l=Nt(i,n,o)?na[i]:null,m=c.trim()===""?l:ta[i](c,s);m&&(r[i]=m)}return!t&&Nt("document",n,o)&&(r.document=na.document),r}async function sa(e,t){return e.size>t.documentBytes?`The PDF can have ${qe(t.documentBytes)} at most.`:await e.slice(0,ea.length).text()===ea?null:"This file is not a PDF. Please choose a PDF."}function ia(e,t){let n={jobId:t,statementId:e.statementId,amount:xe(e.amount),vat:e.vat.trim()&&xe(e.vat),description:Se(e.description),invoiceDate:e.invoiceDate,invoiceNumber:Se(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,r])=>r!==""&&r!==null))}function aa({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var Ln=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,Rn=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,jn=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function ca({name:e,label:t,limits:n,hint:o,rows:r,problem:s,required:i,value:c,type:l="text",...m}){let u=r?"textarea":"input",{oldest:p=void 0,latest:d=void 0}=l==="date"?Ko(new Date,n):{};return a`
    <div class="field">
      <${Ln} name=${e} required=${i}>${t}<//>
      ${o&&a`<p id=${`${e}-hint`} class="hint">${o}</p>`}
      <${u}
        id=${e} class="form-control" type=${r?null:l} rows=${r} min=${p} max=${d} autocomplete="off"
        value=${c} ...${jn({name:e,hint:o,problem:s,required:i})} ...${m}
      />
      <${Rn} name=${e}>${s}<//>
    </div>
  `}function la({name:e,required:t,problem:n,value:o,...r}){let s=k("statements/pending").value,i=s.body?.statements??[],c=!o||i.some(({statementId:l})=>l===o);return a`
    <div class="field">
      <${Ln} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${jn({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(l=>a`<option key=${l.statementId} value=${l.statementId}>${Jo(l)}</option>`)}
      </select>
      <${Rn} name=${e}>${n??(s.body?null:s.problem)}<//>
    </div>
  `}var Jo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[L(s??r??0),n??t??e,o&&K(o)].filter(Boolean).join(", ");async function ua(e,t){try{return(await X(oe(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function fa(e,t,n){try{await X(oe(e),o=>{let r=o.transaction("drafts","readwrite"),s=n===null?r.store.delete(t):r.store.put({name:t,content:n});return r.commit(),Promise.all([s,r.done])})}catch{}}function Mt(e){let t=y(void 0),n=ee.value;return P(()=>{ua(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[t,n,e]),[t,r=>(t.value=r,fa(n,e,r))]}var ma="This file cannot be read. Please choose it again.";function da({required:e,problem:t,document:n,limits:o,onChange:r}){let s=y(null),i=async({target:m})=>{let[u]=m.files??[];if(u&&(s.value=await sa(u,o).catch(()=>ma),m.value="",!s.value))try{r(await un(u)),B(`${u.name} is attached.`)}catch(p){s.value=G(p)??ma}},c=s.value??t,l=jn({name:"document",hint:!0,problem:c,required:e&&!n});return a`
    <div class="field">
      <${Ln} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">${qe(o.documentBytes)} at most</p>
      ${n&&a`<${Pu} document=${n} onRemove=${()=>r(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${l} onChange=${i}
      />
      <${Rn} name="document">${c}<//>
    </div>
  `}function Pu({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document")?.focus()),B("The PDF is removed.")};return a`
    <p class="attached">
      <${v} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${qe(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Lu={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function pa({values:e,setValue:t,document:n,setDocument:o,agency:r,jobId:s,faults:i,showsAll:c,onComplete:l}){let m=y({}),[u,p]=[y(c),y(null)],d=Y(null),f=Pe(r),h=Pn(e,n,r,s),$=_=>_==="vat"&&p.value==="amount"?null:(u.value||m.value[_]&&e[_]||!ra(_,e[_]??""))&&h[_]||i[_],S=()=>d.current?.querySelector("[aria-invalid]")?.focus();P(()=>{c&&S()},[]);let w=_=>{_.preventDefault(),u.value=!0,Object.keys(h).length?setTimeout(S):l()},g=_=>({name:_,required:Nt(_,r,s),problem:$(_),value:e[_],onInput:({target:I})=>t(_,I.value),onFocus:()=>p.value=_,onBlur:()=>{p.value=null,m.value={...m.value,[_]:!0}}});return a`
    <form ref=${d} class="form" onSubmit=${w} noValidate>
      <p class="hint">${x.value?.agencyName} needs whatever is not marked as optional.</p>
      ${Cn(r)&&a`<${la} ...${g("statementId")} />`}
      ${Object.entries(Lu).map(([_,I])=>a`<${ca} key=${_} limits=${f} ...${I} ...${g(_)} />`)}
      <${da}
        required=${Nt("document",r,s)} problem=${u.value&&h.document||i.document}
        document=${n} limits=${f} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}var se=6;function ze({items:e,row:t,limit:n=e.length,onMore:o}){let r=Z(()=>Fu(e),[e]),s=Uu(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/se)).map((c,l)=>a`<${Ru} key=${l} items=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${ju} onMore=${o} left=${i} />`}
  `:null}var Ru=({items:e,row:t})=>a`<div class="group">${e.map(t)}</div>`;function ju({onMore:e,left:t}){let n=Y(null),o=Y(e);return o.current=e,P(()=>{let r=new IntersectionObserver(([{isIntersecting:s}])=>s&&o.current(),{rootMargin:"800px"});return r.observe(n.current),()=>r.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var Fu=e=>Array.from({length:Math.ceil(e.length/se)},(t,n)=>e.slice(n*se,(n+1)*se));function Uu(){let e=Y(null),{activeElement:t}=document,n=e.current?.contains(t)&&t?.getAttribute("href");return fe(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=pn(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var va={sending:{label:"Being sent",icon:"send"},submitted:{label:"With the agency",icon:"done"},authorised:{label:"Authorised",icon:"done"},rejected:{label:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{label:"Paid",icon:"money"},unconfirmed:{label:"Being checked",icon:"search"},review:{icon:"contacts"}},Bu={},zo=({status:e=""})=>e==="review"?de({state:e},x.value?.agencyName):va[e]?.label??e;function Zo(e,t){let n=t.filter(r=>r.kind==="invoice").filter(r=>U(r)||!e.some(s=>ha(s,r))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status??"")&&n.some(({item:s})=>ha(r,s));return[...n,...e.filter(r=>!o(r))]}function ha(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function Fn({jobId:e,agency:t}){let n=k(t?.offers.includes("invoices.list")?"invoices":null).value,o=Zo(n.body?.invoices??[],b.items.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Xo} invoices=${o} />
    </section>
  `:null}function Xo({invoices:e,jobTitles:t=Bu,limit:n,onMore:o}){let r=qt((s,i)=>a`
      <${Wu} key=${s.item?.id??s.invoiceId??`at ${i}`} invoice=${s} jobTitles=${t} />
    `,[t]);return a`<${ze} items=${e} row=${r} limit=${n} onMore=${o} />`}function Wu({invoice:e,jobTitles:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:l}=e,m=t[c??""];return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":L(n)}</b>
      </p>
      <p class="about">
        ${l?a`<${Me} item=${l} />`:a`<${qu} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${K(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${l&&a`<${Ce} item=${l} />`}
      ${!l&&e.status==="review"&&a`<${Bo} />`}
      ${m&&a`<a class="reach" href=${A(`/jobs/${c}`)}><${v} name="jobs" /><span dir="auto">${m}</span></a>`}
      ${l&&U(l)&&a`<a class="reach" href=${A("/outbox")}><${v} name="send" />Open the outbox</a>`}
    </div>
  `}function qu({invoice:e}){let{icon:t="search",className:n=""}=va[e.status??""]??{};return a`<span class=${`state ${n}`}><${v} name=${t} />${zo(e)}</span>`}function ba({about:e,address:t,values:n,document:o,problem:r,onSend:s,editAddress:i,back:c}){let l=y(!1),m=async()=>{l.value=!0,await s(),l.value=!1},u=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",L(xe(n.amount))],["VAT in it",n.vat.trim()&&L(xe(n.vat))],["Date of the invoice",K(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${qe(o.size)}`:"None"]];return a`
    <${E} key="review" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${u.filter(([,p])=>p).map(([p,d])=>a`<div key=${p}><dt>${p}</dt><dd dir="auto">${d}</dd></div>`)}
        </dl>
      </div>
      ${b.obstacle.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone. ${b.sendingNotice()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${m}>
          <${v} name="send" />Send to ${x.value?.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var Hu=!1;function Qo({jobId:e,item:t,about:n,address:o,initial:r,back:s}){let{query:i,path:c}=N.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[m,u]=Mt(l),[p,d]=Mt(`PDF of ${l}`),[f,h]=[k("agency").value,y(null)],$=i.has("look");if(kn(t?.id??null),m.value===void 0||p.value===void 0||!f.body&&f.busy)return a`<${E} key="loading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let S=f.body&&Yu(f.body,e);if(S)return a`<${E} key="none" title="Invoice" back=${s}><p class="notice">${S}</p><//>`;let w={...r,...t&&aa(t.content),...m.value},g=t?.asks==="document",_=(p.value??(g?null:t?.document))||null,I=O=>O==="document"?p.value!==null:m.value&&O in m.value,Le=Object.fromEntries(Object.entries(t?.faults??{}).filter(([O])=>!I(O))),Ze=!Object.keys(Pn(w,_,f.body,e)).length,{statementId:$e}=r,te=O=>A(c,{...$e&&{statement:$e},...t&&{change:t.id},...O}),z=()=>{let O=ia(w,e);return t?b.edit(t.id,{content:O,...(p.value!==null||g)&&{document:$a(_)}}):b.add({kind:"invoice",jobId:e,about:n,content:O,document:$a(_)})},ie=async()=>{h.value=null;try{let{id:O}=await z();B("Your invoice waits to be sent."),we(A(c,{sent:O}),{replace:!0}),u(null),d(null)}catch(O){h.value=G(O)??"Your invoice could not be kept. Please try again."}};if($&&Ze)return a`
      <${ba}
        about=${n} address=${o} values=${w} document=${_} problem=${h.value} onSend=${ie}
        editAddress=${te({})} back=${s}
      />
    `;let ye=(O,lc)=>u({...m.value,[O]:lc}),ue=O=>d(O??Hu);return a`
    <${E} key="form" title="Invoice" back=${s} keepsFocus=${$}>
      <${Vu} about=${n} address=${o} />
      ${e&&a`<${Fn} jobId=${e} agency=${f.body} />`}
      <${pa}
        values=${w} setValue=${ye} document=${_} setDocument=${ue} agency=${f.body}
        jobId=${e} faults=${Le} showsAll=${$} onComplete=${()=>we(te({look:"1"}))}
      />
    <//>
  `}function Vu({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Yu({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var $a=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var ya=({item:e,back:t})=>a`
  <${E} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Ho} item=${e} /></ol>
    ${U(e)&&!Q(e)&&!ce(e)&&a`<p class="hint">You can go on. It is kept if you close the portal: ${b.sendingNotice()}</p>`}
    <a class="reach" href=${A("/money",{show:"invoices"})}><${v} name="invoice" />All your invoices</a>
  <//>
`;var Gu={path:"/money",name:"Money"};function er({id:e}){let{query:t}=N.value,n=Number(t.get("sent")??t.get("change")),o=(b.items.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Gu;if(n&&b.items.value===null)return a`<${E} key="loading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!De(o)))return a`<${ya} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?Ku:Ju} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function Ku({id:e,statementId:t,item:n,back:o}){let{job:r,resource:s}=Nn(e);if(!r&&!n&&s.status===404)return a`<${_a} resource=${s} back=${o} />`;let i={...ga,statementId:t,invoiceDate:ae()},c=r?.property?.address;return a`
    <${Qo} jobId=${e} about=${r?le(r):e} address=${c} initial=${i} item=${n} back=${o} />
  `}function Ju({statementId:e,item:t,back:n}){let o=k("statements/pending").value,r=o.body?.statements.find(c=>c.statementId===e);if(!r&&o.busy)return a`<${_a} resource=${o} back=${n} />`;let s={...ga,...r&&zu(r),statementId:e,invoiceDate:ae()},i=r?Jo(r):"";return a`<${Qo} jobId=${null} about=${i} initial=${s} item=${t} back=${n} />`}var _a=({resource:e,back:t})=>a`
  <${E} key="missing" title="Invoice" back=${t}><${re} resource=${e} /><//>
`,ga={amount:"",vat:"",description:"",invoiceNumber:""},zu=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var ft=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var wa=go/1e3;function tr(e){let[t,n]=[y(null),y(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await b.add({kind:"completion",jobId:e.jobId,about:le(e),content:{completed:r},document:null}),B(r?`Marked complete. You have ${wa} seconds to undo it.`:"The reopening waits to be sent.")}catch(s){t.value=G(s)??"This could not be kept. Please try again."}n.value=!1}},t.value]}function Sa({job:e,isOpen:t}){let[n,o]=tr(e),r=Dt(e.jobId);return r?a`<${Zu} item=${r} />`:a`
    ${t&&a`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${v} name="done" />Mark complete</button>`}
    ${o&&a`<p class="notice" role="alert">${o}</p>`}
  `}function Zu({item:e}){return a`
    <div class="pending">
      <p class="state-line">
        <${v} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Me} item=${e} />
      </p>
      <${Ce} item=${e} />
      ${Q(e)&&a`<a class="reach" href=${A("/outbox")}><${v} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function xa({jobId:e}){let t=y(null),[n]=xn(b.itemsOf(e));return a`
    ${n&&a`
      <div class="undo">
        <p>You have ${wa} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await b.undo(n.id),B("Undone. The job is not marked complete.")}catch(r){let s=G(r);if(!s)throw r;t.value=s}}}>
          <${v} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&a`<p class="notice" role="alert">${t.value}</p>`}
  `}function ka({job:e,canAdd:t}){let n=x.value?.displayName,o=b.itemsOf(e.jobId).filter(s=>s.kind==="note").filter(s=>!Xu(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:l},m)=>a`
            <li key=${s??`at ${m}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${l&&a`<time datetime=${l}>${Ie(l)}</time>`}</p>
              <p class="says" dir="auto">${i}</p>
            </li>
          `)}
        ${o.map(s=>a`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Me} item=${s} />
              <${Ce} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&a`<${Qu} job=${e} />`}
    </section>
  `}var Xu=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function Qu({job:e}){let t=Pe(k("agency").value.body),[n,o]=Mt(`note on ${e.jobId}`),[r,s]=[y(null),y(!1)],i=async l=>{if(l.preventDefault(),s.value)return;let m=Se(n.value??"");if(r.value=Sn(m,t),!r.value){s.value=!0;try{await b.add({kind:"note",jobId:e.jobId,about:le(e),content:{note:m},document:null}),o(null),B("Your note waits to be sent.")}catch(u){r.value=G(u)??"Your note could not be kept. Please try again."}s.value=!1}},c=({target:l})=>o(l.value||null);return a`
    <form class="composer" onSubmit=${i} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${t.noteCharacters} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${r.value?"true":null} value=${n.value??""} onInput=${c}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${r.value}</p>
      <button class="btn btn-primary"><${v} name="send" />Add note</button>
    </form>
  `}function Aa({job:e}){let t=y(!1),[n,o]=tr(e);return Dt(e.jobId)?null:a`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?a`<${ef} onConfirm=${()=>n(!1)} onCancel=${()=>t.value=!1} />`:a`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${v} name="reopen" />Reopen this job
          </button>`}
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function ef({onConfirm:e,onCancel:t}){let n=Y(null);return fe(()=>n.current?.focus(),[]),a`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${x.value?.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var Ta={path:"/jobs",name:"Jobs"};function Ia({id:e}){let{job:t,resource:n}=Nn(e),o=k("agency").value.body;if(!t)return a`<${E} title="Job" back=${Ta}><${re} resource=${n} /><//>`;let r=o?.offers??[],[s,i]=[Mn(t,o),r.includes("jobs.complete")];return a`
    <${E} title=${le(t)} back=${Ta}>
      <${tf} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${nf} job=${t} />
      </div>
      <div class="doing">
        ${i&&a`<${Sa} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${A(`/jobs/${e}/invoice`)}><${v} name="invoice" />Send its invoice</a>`}
        ${i&&a`<${xa} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&a`<${Fn} jobId=${e} agency=${o} />`}
      <${ka} job=${t} canAdd=${r.includes("notes.add")} />
      ${i&&s==="completed"&&a`<${Aa} job=${t} />`}
      <${be} resource=${n} />
    <//>
  `}function tf({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${Je(e)&&a`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
      ${t&&a`<${ft}>${t}<//>`}
      ${n&&!Je(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${Ie(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${K(i)}</time></span>`}
    </p>
  `:null}function nf({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Oi} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${Ke} phone=${o} who=${n??"the tenant"} /><${ct} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var Un={open:"Open",completed:"Completed",cancelled:"Cancelled"},nr=Object.keys(Un),of={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},Na={text:"",limit:se,matchLimit:se},mt=C({accountName:null,tab:null,...Na});function or(){let e=k("jobs").value,t=k("agency").value.body,n=N.value.query.get("show")??"open",o=Object.hasOwn(Un,n)?n:"open";return a`
    <${E} title="Jobs">
      ${e.body?a`<${rf} jobs=${e.body.jobs} begunAt=${e.begunAt} agency=${t} tab=${o} />`:a`<${re} resource=${e} />`}
      <${be} resource=${e} />
    <//>
  `}function rf({jobs:e,begunAt:t,agency:n,tab:o}){let r=N.value.account,{text:s,limit:i,matchLimit:c}=Ea(r,o),l=zi(t),m=Z(()=>Qi(Go(e,t)),[e,l]),u=Z(()=>cf(m,n),[m,n]),p=Z(()=>sf(u,Xi(s)),[u,s]),d=p[o].length,f=$=>{mt.value={...Ea(r,o),...$}};return P(()=>{s&&B(d?`${F(d,"job")} found`:"No job found")},[s,o]),a`
    <form class="search" role="search" onSubmit=${$=>$.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${v} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${({target:$})=>f({text:$.value,matchLimit:se})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${nr.filter($=>$!=="cancelled"||u.cancelled.length).map($=>a`
          <a key=${$} href=${A("/jobs",{show:$})} aria-current=${$===o?"true":null}>
            ${Un[$]} <span class="number">${p[$].length}</span>
          </a>
        `)}
    </nav>
    ${!d&&a`<p class="notice">${s?`No job here has “${s}” in it.${af(p)}`:of[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${ze} items=${u[o]} row=${Da} limit=${i} onMore=${()=>f({limit:i+se})} />
    </div>
    ${s&&a`<${ze} key=${`matches ${o}`} items=${p[o]} row=${Da} limit=${c} onMore=${()=>f({matchLimit:c+se})} />`}
  `}function Ea(e,t){let n=mt.value.accountName===e?mt.value.text:"";return mt.value.accountName===e&&mt.value.tab===t?mt.value:{...Na,accountName:e,tab:t,text:n}}var sf=(e,t)=>Object.fromEntries(nr.map(n=>[n,e[n].filter(t)]));function af(e){return nr.filter(n=>e[n].length).map(n=>` ${Un[n]}: ${e[n].length}.`).join("")}function cf(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Mn(o,t)].push(o);return n}var Oa=new WeakMap;function Da(e){let t=Zi(e.jobId,x.value?.agencyName),n=[ae(),...t].join(),o=Oa.get(e);if(o?.version===n)return o.markup;let r=lf(e,t);return Oa.set(e,{version:n,markup:r}),r}function lf(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${A(`/jobs/${n}`)}>
        ${Je(e)&&a`<span class="emergency"><${v} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${le(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${ft}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${zr(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t.map(c=>a`<span key=${c} class="unsent"><${v} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var Bn=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,n)=>t+n,0)/100,Ca=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function Pa(e){let t=new Map;for(let{date:i,amount:c}of e){let l=i?.slice(0,7);l&&t.set(l,Bn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n[n.length-1]];for(;o.length<12&&o[0]>n[0];)o.unshift(rr(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:Bn(s.map(i=>t.get(i)))},...r]:r}function La(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,Ma(t)],"Last month":[`${rr(t)}-01`,Ma(rr(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function rr(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function Ma(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var sr="Other dates";function ja({from:e,to:t,onChange:n}){let o=La(ae()),r=Object.keys(o),s=r.find(m=>o[m].join()===[e,t].join()),i=y(!s),c=({target:m})=>{i.value=m.value===sr,i.value||n(...o[m.value])},l=!!(e&&t&&e>t);return a`
    <form class="dates" onSubmit=${m=>m.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${i.value?sr:s} onChange=${c}>
          ${[...r,sr].map(m=>a`<option key=${m}>${m}</option>`)}
        </select>
      </div>
      ${i.value&&a`
        <${Ra} id="from" label="From" value=${e} isWrong=${l} onChange=${m=>n(m,t)} />
        <${Ra} id="to" label="To" value=${t} isWrong=${l} onChange=${m=>n(e,m)} />
        <p id="dates-problem" class="problem" role="alert">${l&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Ra=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var uf=/^[=+\-@\t\r\n＝＋－＠]/u,ff=/[",\r\n]/;function Fa(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(mf).join(",")}\r
`).join("")}function mf(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=uf.test(e)?`'${e}`:e;return ff.test(t)?`"${t.replaceAll('"','""')}"`:t}function Ua(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Wa({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>L(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${Ba}>Month<//><${Ba}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${df} key=${r.month} ...${r} maxAmount=${n} />`)}</tbody>
      </table>
    </div>
  `}var Ba=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,df=({month:e,amount:t,maxAmount:n})=>a`
  <tr>
    <th scope="row">${e?Jr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${pf} share=${t/n} />`}<b>${L(t)}</b></span></td>
  </tr>
`,pf=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function qa({statements:e,jobTitles:t,agency:n,isPending:o,limit:r,onMore:s}){let i=qt(c=>a`
      <${hf}
        key=${c.statementId} statement=${c} jobTitle=${t[c.jobId??""]} isPending=${o}
        invoiceAddress=${o&&bf(c,n)}
      />
    `,[t,n,o]);return a`<${ze} items=${e} row=${i} limit=${r} onMore=${s} />`}function hf({statement:e,jobTitle:t,isPending:n,invoiceAddress:o}){let{reference:r,description:s,amount:i,status:c,jobId:l}=e,[m,u]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":L(i)}</b>
      </p>
      <p class="about">
        ${p&&p!==u&&a`<${ft}>${p}<//>`}
        ${m&&a`<span>${u} <time datetime=${m}>${K(m)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${vf} statement=${e} />
      ${t&&a`<a class="reach" href=${A(`/jobs/${l}`)}><${v} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${v} name="invoice" />Send its invoice</a>`}
    </div>
  `}function vf({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${L(e)} in all`,t&&`${L(t)} of it VAT`,n&&`less ${L(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function bf({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!Cn(n)?null:n.invoice.link==="job_or_statement"?A("/invoice",{statement:e}):t&&A(`/jobs/${t}/invoice`,{statement:e})}var W=e=>t=>t[e],Ha=[["Statement",W("statementId")],["Date",W("date")],["Reference",W("reference")],["Description",W("description")],["Job",W("jobId")],["Net",W("net")],["VAT",W("vat")],["Gross",W("gross")],["Commission",W("commission")],["Amount",W("amount")],["Status",W("status")]],$f=[["Invoice",W("invoiceId")],["Date",W("invoiceDate")],["Number",W("invoiceNumber")],["Description",W("description")],["Job",W("jobId")],["Statement",W("statementId")],["Amount",W("amount")],["VAT",W("vat")],["Status",e=>e.item?de(e.item,x.value?.agencyName):zo(e)],["Sent",W("submittedAt")],["Document",({document:e})=>e?.name]],ke={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,totalLabel:"On its way to you",emptyText:"Nothing is on its way to you just now.",noun:"payment",columns:Ha},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",totalLabel:"Invoiced",emptyText:"No invoice was sent yet. An invoice is sent from its job.",noun:"invoice",columns:$f},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,totalLabel:"Paid to you",emptyText:"Nothing was paid yet.",noun:"payment",columns:[...Ha,["Paid",W("paidAt")]]}},Va=Object.keys(ke);function Ya(e){let t=({path:n,needs:o})=>e.includes(o[0])?n:null;return{pending:k(t(ke.pending)).value,invoices:k(t(ke.invoices)).value,paid:k(t(ke.paid)).value}}function ir(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=Zo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var yf=4*se,Ga=new Map;function Ka({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,totalLabel:c,emptyText:l,noun:m,columns:u}=ke[e],{query:p,isBack:d}=N.value,f=p.toString(),h=y(d&&Ga.get(f)||yf),$=k("jobs").value.body?.jobs,S=Z(()=>Object.fromEntries(($??[]).map(z=>[z.jobId,le(z)])),[$]),w=Z(()=>{let z=Ca(n,o);return t.filter(ie=>z(s(ie)))},[t,s,n,o]),g=Bn(w.filter(i).map(z=>z.amount)),_=n||o;if(P(()=>{_&&B(w.length?`${F(w.length,m)}, ${L(g)}`:"None for these dates")},[]),!w.length)return a`<p class="notice">${_?"There is none for these dates.":l}</p>`;let{agency:I,contractorId:Le}=ee.value,Ze=()=>Ua(`${I} ${Le} ${e} ${ae()}.csv`,Fa(u,w)),$e=()=>Ga.set(f,h.value+=se),te={jobTitles:S,limit:h.value,onMore:$e};return a`
    <p class="total"><span>${c}</span> <b>${L(g)}</b></p>
    ${e==="paid"&&a`<${Wa} caption="Paid by month" rows=${Pa(w.map(z=>({...z,date:s(z)})))} />`}
    ${e==="invoices"?a`<${Xo} invoices=${w} ...${te} />`:a`<${qa} statements=${w} agency=${r} isPending=${e==="pending"} ...${te} />`}
    <button type="button" class="btn btn-secondary" onClick=${Ze}><${v} name="download" />Download as CSV</button>
  `}function Ja(){let e=k("agency").value,t=e.body?.offers??[],n=Ya(t),o=Va.filter(r=>ke[r].needs.some(s=>t.includes(s)));return e.body?o.length?a`<${E} title="Money"><${_f} tabs=${o} resources=${n} agency=${e.body} /><//>`:a`<${E} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${E} title="Money"><${re} resource=${e} /><//>`}function _f({tabs:e,resources:t,agency:n}){let{query:o}=N.value,[r,s,i]=["from","to","show"].map(f=>o.get(f)??""),c=e.find(f=>f===i)??e[0],l=t[c],m=b.items.value??[],u=ir(c,l,m),p=(f,h,$)=>A("/money",{show:f,...h&&{from:h},...$&&{to:$}}),d=(f,h)=>we(p(c,f,h),{replace:!0});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(f=>a`
          <a key=${f} href=${p(f,r,s)} aria-current=${f===c?"true":null}>
            ${ke[f].title} <span class="number">${ir(f,t[f],m)?.length}</span>
          </a>
        `)}
    </nav>
    <${ja} key=${c} from=${r} to=${s} onChange=${d} />
    ${u&&a`<${Ka} key=${[c,r,s].join()} tab=${c} rows=${u} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&a`<${re} resource=${l} />`}
    <${be} resource=${l} />
  `}var gf="You can also ask for a code.";function za(){let[e,t]=[y(null),y(!1)];if(!lt)return null;let n=async()=>{e.value=null,t.value=!0;let o=await ji(),r="body"in o?await $i(o.body):null;t.value=!1,r?.status===201?ut():r?e.value=H(r):"problem"in o&&(e.value=`${o.problem} ${gf}`)};return a`
    <section aria-label="Passkey">
      <button class="btn btn-secondary wide" type="button" disabled=${t.value} onClick=${n}>
        <${v} name="access" />${t.value?"Waiting for this device …":"Sign in with a passkey"}
      </button>
      <p class="problem" role="alert">${e.value}</p>
    </section>
  `}var Ct=6,wf=30,Xa=5,Sf=`A code can be tried ${Xa} times. Please send another one.`;function Qa({request:e,onRequest:t,onOtherEmail:n}){let[o,r]=[y(null),y(!1)],s=Y(null),i=()=>s.current,c=Y(0),l=xf(e.at);fe(()=>s.current?.focus(),[]);let m=h=>{o.value=h,i().focus(),i().select()},u=async()=>{let h=Za(i().value);if(h.length!==Ct)return m(`The code has ${Ct} digits.`);o.value=null,r.value=!0;let $=await bi(e.email,h);return r.value=!1,$.status===201?Bi():($.status===401&&$.problem?.type!=="no-account"&&(c.current+=1),m(c.current<Xa?H($):Sf))},p=()=>{let h=Za(i().value);h!==i().value&&(i().value=h),o.value=null,h.length===Ct&&!r.value&&u()},d=async()=>{let h=await _n(e.email);return h.status!==204?m(H(h)):(B("Another code is on its way."),c.current=0,i().value="",i().focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${h=>{h.preventDefault(),u()}} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Ct} digits</label>
      <input
        id="code" ref=${s} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${o.value?"true":null} onInput=${p}
      />
      <p id="code-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary wide" disabled=${r.value}>${r.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${l>0} onClick=${d}>
        Send another code${l>0?` (in ${l} s)`:""}
      </button>
      <button class="btn btn-link" type="button" onClick=${n}>Use another address</button>
    </div>
  `}var Za=e=>e.replace(/\D/g,"").slice(0,Ct);function xf(e){let t=y(ar(e));return P(()=>{t.value=ar(e);let n=setInterval(()=>{t.value=ar(e),t.value||clearInterval(n)},1e3);return()=>clearInterval(n)},[t,e]),t.value}var ar=e=>Math.max(0,Math.ceil(wf-(Date.now()-e)/1e3));var ec="Please enter a whole e-mail address, such as name@example.com.";function tc({initialEmail:e,onRequest:t}){let[n,o]=[y(null),y(!1)],r=Y(null);return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current,l=c.value.trim();if(n.value=c.checkValidity()?null:ec,n.value){c.focus();return}o.value=!0;let m=await _n(l);if(m.status===204){await t({email:l,at:Date.now()});return}o.value=!1;let u=m.problem?.errors?"email"in nn(m):m.status===400;n.value=u?ec:H(m),c.focus()}} noValidate>
      <p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
      <label for="email">E-mail address</label>
      <input
        id="email" ref=${r} class="form-control" type="email" name="email" required maxlength=${Et.emailCharacters} autocomplete="email"
        autocapitalize="none" spellcheck=${!1} defaultValue=${e} aria-describedby="email-problem"
        aria-invalid=${n.value?"true":null}
      />
      <p id="email-problem" class="problem" role="alert">${n.value}</p>
      <button class="btn btn-primary wide" disabled=${o.value}>${o.value?"Sending …":"Send me a code"}</button>
    </form>
  `}var kf="You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and clear this site's data in the settings of the browser.",nc=()=>a`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${v} name="mark" /></span>Contractor Portal</header>
    ${$n.value?a`<${E} key="code" title="Enter your code" keepsFocus>
          <${Qa} request=${$n.value} onRequest=${at} onOtherEmail=${()=>at(null)} />
        <//>`:a`<${E} key="email" title="Sign in">
          ${Ne.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${bn.value&&a`<p class="problem" role="alert">${kf}</p>`}
          <${tc} initialEmail=${Ne.value??""} onRequest=${at} />
          <${za} />
        <//>`}
  </div>
`;var Af={jobs:or,job:Ia,invoice:er,statement:er,money:Ja,contacts:Vi,account:Hi,outbox:Ci};function rc(){if(Ge.value)return a`<${oc}>${Tn}<//>`;if(T.value===void 0)return a`<${oc}>Opening …<//>`;if(T.value===null)return a`<${nc} />`;if(x.value===null)return a`<${Pi} />`;let{screen:e,id:t,path:n}=N.value,o=Af[e]??or,r=J(x.value);return a`<${Yo} key=${r}><${o} key=${n} id=${t} /></${Yo}>`}var oc=({children:e})=>a`<main class="screen"><p class="loading" role="status">${e}</p></main>`;function sc(){ne(()=>{if(ee.value)for(let[e,t]of Tf(b.items.value??[]))Ti(e,t)})}function Tf(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let i=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of i)t.set(c,Math.max(t.get(c)??0,Number(o)))}return t}var If=["checking","review","done","refused","unknown"];function ic(){let e=new Map;ne(()=>{let t=b.items.value??[];for(let n of t){let o=e.get(n.id);o&&Ef(o,n)&&If.includes(n.state)&&B(`${it(n)}: ${de(n,x.peek()?.agencyName)}`)}e=new Map(t.map(n=>[n.id,n]))}),pe(()=>T.value?.email).subscribe(()=>B(""))}var Ef=(e,t)=>e.state!==t.state||me(e)!==me(t);var Pt=null,ac=[];function cc(){document.addEventListener("focusin",({target:t})=>{Pt=t,ac=[...Nf(Pt)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(Of).observe(document.getElementById("app"),e)}function Of(){let e=![document.body,Pt].includes(document.activeElement);!Pt||e||Df(Pt)||Mf(ac.find(t=>t.isConnected)??document.querySelector("h1"))}function Df(e){let{isConnected:t,disabled:n,hidden:o}=e;return t&&!n&&!o}function*Nf(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function Mf(e){if(!e)return;let t=e;t.hasAttribute("tabindex")||(t.tabIndex=-1,t.addEventListener("blur",()=>t.removeAttribute("tabindex"),{once:!0})),t.focus({preventScroll:!0})}ci();wi();b.start();ic();sc();cc();yn();ne(()=>{ee.value?(ii(J(ee.value)),b.open(ee.value)):b.openFormerAccount(hi.value)});yr(a`<${rc} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=window.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
