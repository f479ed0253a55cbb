(()=>{var x,Yo,En,be,In,Mt,Go,Et,Ko,Nn,Tn,ba,ut=Symbol.for("pv"),Dt={},Pt=[],wa=/^m(i|n|o|s|text|space)$/,Mn=Array.isArray,Dn=Pt.slice,Pe=Object.assign;function De(e){e&&e.parentNode&&e.remove()}function Ct(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?Dn.call(arguments,2):n),lt(e,i,o,r,null)}function lt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:ut,__v:r||++Yo,__i:-1,__u:0};return!r&&x.vnode&&x.vnode(s),s}function Ce(e){return e.children}function Ke(e,t){this.props=e,this.context=t,this.__g=0}function we(e,t){if(t==null)return e.__&&we(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:we(e)}function Sa(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Pe({constructor:ut},n)).__v=n.__v+1,x.vnode&&x.vnode(t),Pn(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||we(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,er(r,t,s),n.__=n.__e=null,t.__e!=o&&Jo(t))}function Jo(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),Jo(e)}function Ho(e){(8&e.__g||(e.__g|=8,be.push(e),Mt++))&&In==x.debounceRendering||((In=x.debounceRendering)||queueMicrotask)(zo)}function zo(){try{for(var e,t=1;be.length;)be.length>t&&be.sort(Go),e=be.shift(),t=be.length,8&e.__g&&Sa(e)}finally{(Mt=be.length)&&(In||queueMicrotask)(zo)}}function Zo(e,t,n,o,r,s,i,c,l,d,f){var m,p,u,h,O,g,_=o.__k||Pt,v=t.length;for(l=xa(n,t,_,l,v),m=0;m<v;m++)(u=n.__k[m])!=null&&(p=~u.__i&&_[u.__i]||Dt,u.__i=m,g=Pn(e,u,p,r,s,i,c,l,d,f),h=u.__e,(p.ref!=u.ref||8&p.__u)&&(p.ref&&Cn(p.ref,null,u,p),u.ref&&f.push(u.ref,u.__c||h,u)),O=O||h,4&u.__u?(l=Xo(u,l,e,!p.__v),p.__e&&(p.__e=null)):typeof u.type=="function"&&g!==void 0?l=g:h&&(l=h.nextSibling),u.__u&=-21);return n.__e=O,l}function xa(e,t,n,o,r){var s,i,c,l,d,f,m,p,u,h=n.length,O=h,g=0,_=0,v=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=v[s]=lt(null,i):Mn(i)?i=v[s]=lt(Ce,{children:i}):i.constructor===ut&&i.__b?i=v[s]=lt(i.type,i.props,i.key,i.ref,i.__v):v[s]=i,l=s+g,i.__=e,i.__b=e.__b+1,c=null,~(d=i.__i=ka(i,n,l,O))&&(O--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,d==l-1?g--:d==l+1?g++:d!=l&&(d>l?g--:g++,_=1)):(~d||(r>h?g--:r<h&&g++),typeof i.type!="function"&&(i.__u|=4))):v[s]=null;if(_){for(f=[],m=[],s=0;s<r;s++)if((i=v[s])&&16&i.__u){for(g=0,p=f.length;g<p;)f[u=g+p>>1]<i.__i?g=u+1:p=u;f[g]=i.__i,m[s]=g+1}for(g=f.length;s--;)m[s]&&(m[s]==g?g--:v[s].__u|=4)}if(O)for(s=0;s<h;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=we(c)),jn(c,c));return o}function Xo(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=Xo(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=we(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function ka(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],l=c&&!(2&c.__u);if(c===null&&s==null||l&&s==c.key&&i==c.type)return n;if(o>(l?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function Vo(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Tt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||Vo(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||Vo(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=Tn[t]||(Tn[t]=Oa(t)),(e.__a||(e.__a={}))[t]=Nn,s=t!=(t=t.replace(Ko,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Oa(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[Et]==null)t[Et]=Nn++;else if(t[Et]<this.__a[e])return;return n(x.event?x.event(t):t)}}}function Pn(e,t,n,o,r,s,i,c,l,d){var f,m,p,u,h,O,g,_,v,M,A,_e,Ge,ye,D,K,ge,Me,de=t.type;if(t.constructor!==ut)return null;128&n.__u&&(l=32&n.__u,f=n.__c.__z)&&(t.__u|=l,m=s=[],f.nodeType==8?c=Nt(f,s):s.push(f),c=s[0]||c),(f=x.__b)&&f(t);e:if(typeof de=="function"){p=i.length;try{if(_=t.props,v=(f=de.prototype)&&f.render,M=(f=de.contextType)&&o[f.__c],A=f?M?M.props.value:f.__:o,(u=n.__c)?(t.__c=u,2&u.__g&&(u.__g|=1)):(v?t.__c=u=new de(_,A):(t.__c=u=new Ke(_,A),u.constructor=de,u.render=Ia),M&&M.sub(u),u.state||(u.state={}),u.__n=o,u.__g|=8,u.__h=[],u.__k=[]),v&&(u.__s||(u.__s=u.state),de.getDerivedStateFromProps&&(u.__s==u.state&&(u.__s=Pe({},u.__s)),Pe(u.__s,de.getDerivedStateFromProps(_,u.__s)))),h=u.props,O=u.state,u.__v=t,n.__c){if(_!==h&&v&&!de.getDerivedStateFromProps&&u.componentWillReceiveProps&&u.componentWillReceiveProps(_,A),t.__v==n.__v&&!(8&u.__g)||!(4&u.__g)&&u.shouldComponentUpdate&&u.shouldComponentUpdate(_,u.__s,A)===!1){t.__v!=n.__v&&(u.props=_,u.state=u.__s,u.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(ne){ne&&(ne.__=t)}),Pt.push.apply(u.__h,u.__k),u.__k=[],u.__h.length&&i.push(u),c=we(n);break e}u.componentWillUpdate&&u.componentWillUpdate(_,u.__s,A),v&&u.componentDidUpdate&&u.__h.push(function(){u.componentDidUpdate(h,O,g)})}else v&&!de.getDerivedStateFromProps&&u.componentWillMount&&u.componentWillMount(),v&&u.componentDidMount&&u.__h.push(u.componentDidMount);u.context=A,u.props=_,u.__P=e,u.__g&=-5,_e=x.__r,Ge=v?25:0;do u.__g&=-9,_e&&_e(t),f=u.render(u.props,u.state=u.__s,u.context);while(8&u.__g&&++Ge<25);v&&(Pt.push.apply(u.__h,u.__k),u.__k=[]),u.state=u.__s,u.getChildContext&&(o=Pe({},o,u.getChildContext())),v&&n.__c&&u.getSnapshotBeforeUpdate&&(g=u.getSnapshotBeforeUpdate(h,O)),ye=f&&f.type===Ce&&f.key==null?f.props.children:f,_.__P&&(f=c,r=(e=_.__P).namespaceURI,l=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(ne){ne&&jn(ne,ne)}),n.__k=null),c=n.__k?we(n,0):null),c=Zo(e,Mn(ye)?ye:[ye],t,n,o,r,s,i,c,l,d),_.__P&&(t.__e=null,c=f),t.__u&=-161,m&&m.some(De),u.__h.length&&i.push(u),1&u.__g&&(u.__g&=-4)}catch(ne){if(i.length=p,t.__v=null,l||s)if(ne&&ne.then){if(t.__u|=128|l,s){for(~(ge=s.indexOf(c||void 0))||(ge=s.length);(Me=s[ge-1])&&Me.nodeType==8;)ge--;for(;ge<s.length;ge++)if(Me=s[ge])if(s[ge]=null,D){if(Me==K)break}else{if(Me.nodeType!=8)break;Me.data.startsWith("$s")&&(K=Nt(D=Me))}}if(!D){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;D=c}(f=Nt(D=t.__c.__z||(t.__c.__z=D)))?(t.__e=D,c=f):t.__e=c,c=c&&c.nextSibling}else s&&s.some(De);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),ne&&ne.then||Qo(t),x.__e(ne,t,n)}}else c=t.__e=Aa(n.__e,t,n,o,r,s,i,l,d,e);return(f=x.diffed)&&f(t),c}function Nt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function Qo(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Qo))}function er(e,t,n){for(var o=0;o<n.length;)Cn(n[o++],n[o++],n[o++]);x.__c&&x.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){x.__e(s,r.__v)}})}function Aa(e,t,n,o,r,s,i,c,l,d){var f,m,p,u,h,O,g,_,v=n.props||Dt,M=t.props,A=t.type;if(A=="svg"?r="http://www.w3.org/2000/svg":A=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(f=0;f<s.length;f++)if((h=s[f])&&(A?h.localName==A:h.nodeType==3)){e=h,s[f]=null;break}}if(!e){if(_=d.ownerDocument||document,!A)return _.createTextNode(M);e=_.createElementNS(r,A,M.is?M:d),c&&(x.__m&&x.__m(t,s),c=!1),s=null}if(A){if(d=A=="template"&&e.content||e,s=A=="textarea"&&M.defaultValue!=null?null:s&&Dn.call(d.childNodes),!c&&s)for(v={},f=0;f<e.attributes.length;f++)v[(h=e.attributes[f]).name]=h.value;for(f in v)h=v[f],f=="dangerouslySetInnerHTML"?p=h:f=="children"||f in M||f=="value"&&"defaultValue"in M||f=="checked"&&"defaultChecked"in M||Tt(e,f,null,h,r);for(f in M)h=M[f],f=="children"?u=h:f=="dangerouslySetInnerHTML"?m=h:f=="value"?O=h:f=="checked"?g=h:c&&typeof h!="function"||v[f]===h||Tt(e,f,h,v[f],r);m?(c||p&&(m.__html==p.__html||m.__html==e.innerHTML)||(e.innerHTML=m.__html),t.__k=[]):(p&&(e.textContent=""),(A=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&wa.test(A))&&(r="http://www.w3.org/1999/xhtml"),Zo(d,Mn(u)?u:[u],t,n,o,r,s,i,s?s[0]:n.__k&&we(n,0),c,l),s&&s.some(De)),c&&A!="textarea"||(f="value",A=="progress"&&O==null?e.removeAttribute(f):O==null||O===e[f]&&(A!="progress"||O)||Tt(e,f,O,v[f],r),f="checked",g!=null&&g!=e[f]&&Tt(e,f,g,v[f],r))}else v===M||c&&e.data==M||(e.data=M);return e}function Cn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){x.__e(r,n)}}function jn(e,t,n){var o,r,s,i;if(x.unmount&&x.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Cn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){x.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&jn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Nt(o,s=[]))&&(o==e.__e&&s.some(De),De(r),De(o)),n||De(e.__e),e.__e=e.__c=e.__=null}function Ia(e,t,n){return this.constructor(e,n)}function tr(e,t){var n,o,r,s;x.__&&x.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=lt(Ce,{children:[e]}),r=[],s=[],Pn(t,t.__k,o||Dt,Dt,t.namespaceURI,o?null:t.firstChild?Dn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),er(r,t.__k,s),t.__k.props.children=null}x={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Mt=0,e}},Yo=0,En=function(e){return e!=null&&e.constructor===ut},Ke.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Pe({},this.state)),typeof e=="function"&&(e=e(Pe({},n),this.props)),e&&(Pe(n,e),this.__v&&(t&&this.__k.push(t),Ho(this)))},Ke.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),Ho(this))},Ke.prototype.render=Ce,be=[],Mt=0,Go=function(e,t){return e.__v.__b-t.__v.__b},Et=Symbol(),Ko=/(PointerCapture)$|Capture$/i,Nn=0,Tn={},ba=0;var je,j,Ln,nr,Rn=Object.is,dt=0,fr=[],Bn=[],C=x,or=C.__b,rr=C.__r,sr=C.diffed,ir=C.__c,ar=C.unmount,cr=C.__;function mt(e,t){C.__h&&C.__h(j,e,dt||t),dt=0;var n=j.__H||(j.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function Le(e){return dt=1,Ta(mr,e)}function Ta(e,t,n){var o=mt(je++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):mr(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);Rn(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=j,!j.__f)){j.__f=!0;var r=j.shouldComponentUpdate;j.shouldComponentUpdate=function(s,i,c){var l=this.__H;if(!l)return!0;var d=!1,f=this.props!=s;if(l.__.some(function(p){p.__N&&(d=!0,Rn(p.__[0],p.__N[0])||(f=!0))}),r){var m=r.call(this,s,i,c);return d?m||f:m}return!d||f}}return o.__}function L(e,t){var n=mt(je++,3);!C.__s&&Fn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,j.__H.__h.push(n))}function ie(e,t){var n=mt(je++,4);!C.__s&&Fn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,j.__h.push(n))}function H(e){return dt=5,J(function(){return{current:e}},[])}function J(e,t){var n=mt(je++,7);return Fn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function jt(e,t){return dt=8,J(function(){return e},t)}function dr(){var e=mt(je++,11);if(!e.__){for(var t=j.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Ea(){var e;do{for(;e=Bn.shift();)try{ft(e)}catch(n){C.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=fr.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(ft),t.__h.some(Un),t.__h=[]}catch(n){t.__h=[],C.__e(n,e.__v)}}}while(Bn.length)}C.__b=function(e){j=null,or&&or(e)},C.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),cr&&cr(e,t)},C.__r=function(e){rr&&rr(e),je=0;var t=(j=e.__c).__H;t&&(Ln==j?j.__h=[]:(t.__h.some(ft),t.__h.some(Un),je=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Ln=j},C.diffed=function(e){sr&&sr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&ur(fr.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Ln=j=null},C.__c=function(e,t){t.some(function(n){try{n.__h.some(ft),n.__h=n.__h.filter(function(o){return!o.__||Un(o)})}catch(o){n.__h=[function(){throw o}]}}),ir&&ir(e,t)},C.unmount=function(e){ar&&ar(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,ur(Bn.push(r))}else ft(r)}catch(s){t=s}}),o.__H=void 0,t&&C.__e(t,o.__v))};var lr=typeof requestAnimationFrame=="function";function Na(e){var t,n=function(){clearTimeout(o),lr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);lr&&(t=requestAnimationFrame(n))}function ur(e){e!=1&&nr==C.requestAnimationFrame||((nr=C.requestAnimationFrame)||Na)(Ea)}function ft(e){var t=j,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),j=t}function Un(e){var t=j;e.__c=e.__(),j=t}function Fn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!Rn(n,e[o])})}function mr(e,t){return typeof t=="function"?t(e):t}var Ma=Symbol.for("preact-signals");function Ut(){if(me>1)me--;else{var e,t=!1;for((function(){var r=Rt;for(Rt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();ht!==void 0;){var n=ht;for(ht=void 0,Lt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&hr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Lt=0,me--,t)throw e}}function qn(e){if(me>0)return e();Wn=++Da,me++;try{return e()}finally{Ut()}}var pt,N=void 0;function $t(e){var t=N,n=pt;N=void 0,pt=void 0;try{return e()}finally{N=t,pt=n}}var ht=void 0,me=0,Lt=0,Da=0,Wn=0,Rt=void 0,Bt=0;function pr(e){if(N!==void 0){var t=e.n;if(t===void 0||t.t!==N)return t={i:0,S:e,p:N.s,n:void 0,t:N,e:void 0,x:void 0,r:t},N.s!==void 0&&(N.s.n=t),N.s=t,e.n=t,32&N.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=N.s,t.n=void 0,N.s.n=t,N.s=t),t}}function W(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}W.prototype.brand=Ma;W.prototype.h=function(){return!0};W.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:$t(function(){var o;(o=t.W)==null||o.call(t)}))};W.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&$t(function(){var r;(r=t.Z)==null||r.call(t)}))}};W.prototype.subscribe=function(e){var t=this;return z(function(){var n=t.value;$t(function(){return e(n)})},{name:"sub"})};W.prototype.valueOf=function(){return this.value};W.prototype.toString=function(){return this.value+""};W.prototype.toJSON=function(){return this.value};W.prototype.peek=function(){var e=this;return $t(function(){return e.value})};Object.defineProperty(W.prototype,"value",{get:function(){var e=pr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Lt>100)throw new Error("Cycle detected");(function(n){me!==0&&Lt===0&&n.l!==Wn&&(n.l=Wn,Rt={S:n,v:n.v,i:n.i,o:Rt})})(this),this.v=e,this.i++,Bt++,me++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Ut()}}}});function q(e,t){return new W(e,t)}function hr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function $r(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function vr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Re(e,t){W.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Bt-1,this.f=4}Re.prototype=new W;Re.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Bt))return!0;if(this.g=Bt,this.f|=1,this.i>0&&!hr(this))return this.f&=-2,!0;var e=N;try{$r(this),N=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return N=e,vr(this),this.f&=-2,!0};Re.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}W.prototype.S.call(this,e)};Re.prototype.U=function(e){if(this.t!==void 0&&(W.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Re.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Re.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=pr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function Se(e,t){return new Re(e,t)}function _r(e){var t=e.j;if(e.j=void 0,typeof t=="function"){me++;var n=N;N=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,Hn(e),o}finally{N=n,Ut()}}}function Hn(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,_r(e)}function Pa(e){if(N!==this)throw new Error("Out-of-order effect");vr(this),N=e,this.f&=-2;try{8&this.f&&Hn(this)}finally{Ut()}}function Je(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,pt&&pt.push(this)}Je.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Je.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,_r(this),$r(this),me++;var e=N;return N=this,Pa.bind(this,e)};Je.prototype.N=function(){2&this.f||(this.f|=2,this.u=ht,ht=this)};Je.prototype.d=function(){this.f|=8,1&this.f||Hn(this)};Je.prototype.dispose=function(){this.d()};function z(e,t){var n=new Je(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var yr,Wt,Ft,Ca=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var gr=[];z(function(){yr=this.N})();function ze(e,t){x[e]=t.bind(null,x[e]||function(){})}function vt(e){if(Ft){var t=Ft;Ft=void 0,t()}Ft=e&&e.S()}function br(e){var t=this,n=e.data,o=y(n);o.name="ReactiveDom",o.value=n;var r=J(function(){for(var c=t,l=t.__v;l=l.__;)if(l.__c){l.__c.__$f|=4;break}var d=Se(function(){var u=o.value.value;return u===0?0:u===!0?"":u||""}),f=Se(function(){return!Array.isArray(d.value)&&!En(d.value)}),m=z(function(){if(this.N=wr,f.value){var u=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=u)}}),p=t.__$u.d;return t.__$u.d=function(){m(),p.call(this)},[f,d]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}br.displayName="ReactiveTextNode";Object.defineProperties(W.prototype,{constructor:{configurable:!0,value:Ct(Ce,null).constructor},type:{configurable:!0,value:br},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});ze("__b",function(e,t){if(vt(),Wt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof W&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});ze("__r",function(e,t){if(e(t),t.type!==Ce){vt();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return z(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;Ca&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Wt=o,vt(n)}});ze("__e",function(e,t,n,o){vt(),Wt=void 0,e(t,n,o)});ze("diffed",function(e,t){vt(),Wt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var l in o){var d=s[l],f=o[l];d===void 0?(d=ja(n,l,f,r),s[l]=d):d.o(f,r)}}}e(t)});function ja(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=q(n);return{o:function(i,c){s.value=i,o=c},d:z(function(){this.N=wr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}ze("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var l in i)c[l]=i[l]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var f=d.__$u;f&&(d.__$u=void 0,f.d())}}e(t)});ze("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Ke.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function y(e,t){return J(function(){return q(e,t)},[])}var La=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Ra(){qn(function(){for(var e;e=gr.shift();)yr.call(e)})}function wr(){gr.push(this)===1&&(x.requestAnimationFrame||La)(Ra)}var xr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,xr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Sr=new Map;function kr(e){var t=Sr.get(this);return t||(t=new Map,Sr.set(this,t)),(t=xr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",l=[0],d=function(p){s===1&&(p||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?l.push(0,p,i):s===3&&(p||i)?(l.push(3,p,i),s=2):s===2&&i==="..."&&p?l.push(4,p,0):s===2&&i&&!p?l.push(5,0,!0,i):s>=5&&((i||!p&&s===5)&&(l.push(s,0,i,r),s=6),p&&(l.push(s,p,0,r),s=6)),i=""},f=0;f<n.length;f++){f&&(s===1&&d(),d(f));for(var m=0;m<n[f].length;m++)o=n[f][m],s===1?o==="<"?(d(),l=[l],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(d(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[f][m+1]===">")?(d(),s===3&&(l=l[0]),s=l,(l=l[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),s=2):i+=o),s===3&&i==="!--"&&(s=4,l=l[0])}return d(),l})(e)),t),arguments,[])).length>1?t:t[0]}var a=kr.bind(Ct);var Ir="Europe/London",Vn=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Ir,...e}),Tr=Vn({day:"numeric",month:"long",year:"numeric"}),Ba=Vn({month:"short",year:"numeric"}),Or=Vn({hour:"2-digit",minute:"2-digit"}),qt=new Intl.DateTimeFormat("sv-SE",{timeZone:Ir}),Ua=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),Fa=864e5,oe=(e=new Date)=>qt.format(e),Z=e=>Tr.format(new Date(e)),Er=e=>Ba.format(new Date(`${e}-01`));function xe(e,t=new Date){let n=new Date(e);return qt.format(n)===qt.format(t)?Or.format(n):`${Tr.format(n)}, ${Or.format(n)}`}var P=e=>Ua.format(e),Y=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Nr(e,t=new Date){let n=Math.round((Ar(t)-Ar(new Date(e)))/Fa);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Ar=e=>Date.parse(qt.format(e)),Ht=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function le({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${xe(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function X({reading:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var Yn="([A-Za-z0-9_-]{1,64})",Gn=new RegExp(`^${Yn}$`),Wa={"/":"jobs","/jobs":"jobs",[`/jobs/${Yn}`]:"job",[`/jobs/${Yn}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},qa=Object.entries(Wa).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Vt(e){for(let[t,n]of qa){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var I=q(Kn());function Kn(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Vt(location.pathname)??Vt("/"),path:location.pathname,account:Gn.test(n)&&Gn.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function b(e,t={},n=I.value.account){let[o,r]=n?.split("/")??[],s=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return s?`${e}?${s}`:e}function Mr(e){I.value.account||pe(b(I.value.path,Object.fromEntries(I.value.query),e),{replace:!0})}function pe(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:Ha(n)},""),history.pushState(null,"",e)),I.value=Kn()}var Yt=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function Ha(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return o?{href:r,at:Yt(r,t).indexOf(o),top:o.getBoundingClientRect().top}:null}function Dr(){let{y:e,mark:t}=I.value;scrollTo(0,e);let n=t&&Yt(t.href,document.querySelector("main"))[t.at];if(!n)return;let o=()=>scrollBy(0,n.getBoundingClientRect().top-t.top);o(),requestAnimationFrame(()=>requestAnimationFrame(o))}function Pr(){history.scrollRestoration="manual",addEventListener("popstate",()=>{I.value=Kn(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Vt(t.pathname)||(e.preventDefault(),pe(t.href,{replace:t.href===location.href,link:t}))})}var Ya={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",undo:"M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},$=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${Ya[e]} /></svg>
`;var Ga="Contractor Portal",Cr=!0;function S({title:e,back:t,keepsFocus:n=!1,children:o}){let r=H(null);return ie(()=>{Cr||(n||r.current.focus({preventScroll:!0}),Dr()),Cr=!1},[]),ie(()=>{document.title=`${e} – ${Ga}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${b(t.path)}><${$} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var jr="application/json",Rr=()=>{};function Br(e){Rr=e}async function Q(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let i=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!i&&c.set("Content-Type",jr);try{let l=await fetch(`/api/${e}`,{method:t,headers:c,body:i||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),d=l.headers.get("Content-Type")?.startsWith(jr)??!1;if(!d&&l.status!==204&&l.status!==304)return Lr();let f={status:l.status,body:d?await l.json():null,headers:l.headers,offline:!1};return l.status===401&&Rr(),f}catch{return Lr()}}var Lr=()=>({status:0,body:null,headers:new Headers,offline:!0}),Ka="The portal cannot be reached just now. Please check your connection and try again.",ae=({offline:e,body:t})=>e?Ka:t?.error??"Something went wrong. Please try again in a minute.";var Zn=(e,t)=>t.some(n=>e instanceof n),Ur,Fr;function Ja(){return Ur||(Ur=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function za(){return Fr||(Fr=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var Xn=new WeakMap,Jn=new WeakMap,Gt=new WeakMap;function Za(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(ke(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Gt.set(t,e),t}function Xa(e){if(Xn.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});Xn.set(e,t)}var Qn={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return Xn.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return ke(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function Vr(e){Qn=e(Qn)}function Qa(e){return za().includes(e)?function(...t){return e.apply(eo(this),t),ke(this.request)}:function(...t){return ke(e.apply(eo(this),t))}}function ec(e){return typeof e=="function"?Qa(e):(e instanceof IDBTransaction&&Xa(e),Zn(e,Ja())?new Proxy(e,Qn):e)}function ke(e){if(e instanceof IDBRequest)return Za(e);if(Jn.has(e))return Jn.get(e);let t=ec(e);return Object.is(t,e)||(Jn.set(e,t),Gt.set(t,e)),t}var eo=e=>Gt.get(e);function Yr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=ke(i);return o&&i.addEventListener("upgradeneeded",l=>{o(ke(i.result),l.oldVersion,l.newVersion,ke(i.transaction),l)}),n&&i.addEventListener("blocked",l=>n(l.oldVersion,l.newVersion,l)),c.then(l=>{s&&l.addEventListener("close",()=>s()),r&&l.addEventListener("versionchange",d=>r(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function Gr(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),ke(n).then(()=>{})}var tc=["get","getKey","getAll","getAllKeys","count"],nc=["put","add","delete","clear"],zn={};function Wr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(zn[t])return zn[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=nc.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||tc.includes(n)))return;let s=async function(i,...c){let l=this.transaction(i,r?"readwrite":"readonly"),d=l.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),r&&l.done]))[0]};return zn[t]=s}Vr(e=>({...e,get:(t,n,o)=>Wr(t,n)||e.get(t,n,o),has:(t,n)=>!!Wr(t,n)||e.has(t,n)}));var oc=["advance","continue","continuePrimaryKey"],qr={},to=new WeakMap,Kr=new WeakMap,rc={get(e,t){if(!oc.includes(t))return e[t];let n=qr[t];return n||(n=qr[t]=function(...o){to.set(this,Kr.get(this)[t](...o))}),n}};async function*sc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,rc);for(Kr.set(n,t),Gt.set(n,eo(t));t;)yield n,t=await(to.get(n)||t.continue()),to.delete(n)}function Hr(e,t){return t===Symbol.asyncIterator&&Zn(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&Zn(e,[IDBIndex,IDBObjectStore])}Vr(e=>({...e,get(t,n,o){return Hr(t,n)?sc:e.get(t,n,o)},has(t,n){return Hr(t,n)||e.has(t,n)}}));var ic=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})}],ac={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},Ae=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=ac[t]}},zr=["InvalidStateError","UnknownError"],cc="portal:",Oe=new Map,Kt=new Set,ee=({agency:e,contractorId:t,email:n})=>`${cc}${e}/${t} ${n}`;function lc(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function Zr(){return(indexedDB.databases?await Jt(()=>indexedDB.databases()):[...Oe.keys()].map(t=>({name:t}))).map(({name:t})=>lc(t)).filter(Boolean)}var no=e=>Kt.delete(e);async function Jr(e,t=ic){if(Kt.has(e))throw new Ae("gone");if(!Oe.has(e)){let n=uc(e,t);Oe.set(e,n),n.catch(()=>Oe.delete(e))}return Oe.get(e)}var uc=(e,t)=>Jt(()=>Yr(e,t.length,{upgrade(n,o,r,s){s.done.catch(()=>{});for(let i of t.slice(o))i(n,s)},blocking(n,o){o===null&&Kt.add(e),oo(e)},terminated:()=>Oe.delete(e)}));async function oo(e){let t=Oe.get(e);Oe.delete(e),(await t?.catch(()=>null))?.close()}async function Xr(e){Kt.add(e),await oo(e),await Jt(()=>Gr(e))}var G=(e,t,n)=>Jt(async()=>{try{return await t(await Jr(e,n))}catch(o){if(!zr.includes((o.cause??o).name))throw o;return await oo(e),t(await Jr(e,n))}});async function Jt(e){try{return await e()}catch(t){throw t instanceof Ae?t:new Ae(fc(t),t)}}function fc(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":["SecurityError",...zr].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?"closed":"broken"}var dc={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},ts={expired:"Not delivered",abandoned:"Not delivered",unknown:"Not known whether it arrived"},mc=["rejected","expired","abandoned"],Zt=1e4,pc=144*36e5,ns=2e3,os=3e5,rs=6e4,hc=6e5,$c=24*36e5,vc=1e4,_c=/^document: /,yc=[400,404,405,413,415,422],ss="It may have arrived. It is sent again by itself, and cannot arrive twice.",gc="The portal cannot tell any more what became of it. Please look at the job before you send it again.",bc="It may have arrived a week ago. Please look at the job: if it is not there, send it again.";function re({state:e,ended:t},n="your agency"){return e==="review"?`We asked ${n} to check whether it arrived`:e==="refused"&&ts[t]||dc[e]}function is(e,t){let{state:n,ended:o,sentence:r}=e;return n!=="refused"||!r?re(e,t):`${re(e,t)}${ts[o]?":":", because:"} ${r}`}var as=(e,t)=>e.state==="refused"||e.sentence?.startsWith(re(e,t))?null:e.sentence,Be=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],U=({state:e})=>e!=="done",ue=({state:e})=>["checking","review"].includes(e),so=e=>U(e)&&!ue(e),Ie=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,cs=(e,t)=>Ie(e)?{heldUntil:t+hc}:void 0,_t=e=>e.state!=="sending"&&!ue(e),Xt=({kind:e,state:t,sentAt:n,heldUntil:o},r)=>e==="completion"&&t==="waiting"&&n===null&&o>r,yt=({state:e,sentAt:t})=>e==="waiting"&&t!==null,ls=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...Qt({content:o,document:r}),heldUntil:e==="completion"&&o.completed?s+Zt:0}),Qt=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...wc}),wc={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,submissionId:null,asks:null,ended:null,result:null};function us(e,t){return fs(e).filter(n=>ro(n)<=t||ro(n)>t+$c).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function io(e){let t=fs(e).map(ro);return t.length?Math.min(...t):null}var ro=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function fs(e){let t=new Set;return e.filter(n=>{if(ue(n))return!0;if(!["waiting","sending"].includes(n.state))return!1;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function ds(e,t){return e.sentAt!==null&&t-e.sentAt>pc?Ze(bc,{ended:"unknown"}):{state:"sending",sentAt:e.sentAt??t,sentence:null}}var ms=()=>({state:"waiting",sentence:ss,nextAt:0});function ps(e,t,n,o=Math.random){let{status:r,body:s,headers:i,offline:c}=t,l={sentAt:e.sentAt??n},d=s?.error?.replace(_c,"")??null;if(c)return zt(e,null,n,o,{...l,sentence:ss},rs);let f=i.get("Submission-State"),m=i.get("Retry-After");return r===200||r===201?$s(e,s,n):r===202?Qr(s.state,s.submissionId,s.message,n):f==="rejected"?Ze(d,{ended:f}):r===409&&m?zt(e,m,n,o,{...l,sentence:d},vc):i.get("Location")?Qr(f,i.get("Location").split("/").at(-1),d,n):f==="not-sent"?zt(e,m,n,o,{sentAt:null,sentence:d}):r===409?Ze(d,{asks:e.kind==="invoice"?"duplicate":null}):yc.includes(r)?Ze(d):zt(e,m,n,o,{...r>=500?l:{sentAt:e.sentAt},sentence:d})}function hs(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?Ze(gc,{ended:"unknown"}):o||t!==200?es(e,e,r,s):n.state==="confirmed"?$s(e,n.result,r):mc.includes(n.state)?Ze(n.message,{ended:n.state}):es(e,{state:vs(n.state),sentence:n.message},r,s)}var $s=({kind:e,document:t},n,o)=>({state:"done",doneAt:o,sentence:null,result:e==="completion"?Sc(n):n,document:t&&{name:t.name,size:t.size}}),Sc=e=>e&&{status:e.status,completed:e.completed,completedAt:e.completedAt},Ze=(e,{asks:t=null,ended:n=null}={})=>({state:"refused",sentence:e,asks:t,ended:n,sentAt:null}),vs=e=>e==="review"?"review":"checking",Qr=(e,t,n,o)=>({state:vs(e),submissionId:t,sentence:n,tries:0,nextAt:o+ns});function zt(e,t,n,o,r,s=os){let i=Math.max(Number(t)*1e3||0,en(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function es({tries:e},{state:t,sentence:n},o,r){let s=t==="review"?os:rs;return{state:t,sentence:n,tries:e+1,nextAt:o+en(e,s,r)}}var en=(e,t,n=Math.random)=>Math.min(t,ns*2**Math.min(e,20))*(.5+n()/2);var ys="portal-outbox",_s={durability:"strict"},Xe=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ue=class{constructor(t){this.owner=t,this.name=ee(t)}all(){return G(this.name,t=>t.getAll("outbox"))}async add(t){let n=await G(this.name,async o=>{let{store:r,done:s}=o.transaction("outbox","readwrite",_s),[i]=await Promise.all([r.add(t),s]);return{...t,id:i}});return tn(this.name),n}async change(t,n){let o=await G(this.name,async r=>{let{store:s,done:i}=r.transaction("outbox","readwrite",_s),c=await s.get(t),l=c&&n(c);return l?await Promise.all([s.put({...c,...l}),i]):l===null?await Promise.all([s.delete(t),i]):await i,l===void 0?void 0:l&&{...c,...l}});if(o===void 0)throw new Xe;return tn(this.name),o}tidy(){return G(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!U(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},Qe=class{#e=[];#t=0;constructor(t){this.owner=t,this.name=ee(t)}async all(){return[...this.#e]}async add(t){let n={...t,id:++this.#t};return this.#e.push(n),tn(this.name),n}async change(t,n){let o=this.#e.findIndex(i=>i.id===t),r=o<0?void 0:n(this.#e[o]);if(r===void 0)throw new Xe;let s=r&&{...this.#e[o],...r};return this.#e.splice(o,1,...s?[s]:[]),tn(this.name),s}};function tn(e){let t=new BroadcastChannel(ys);t.postMessage(e),t.close()}function gs(e){let t=new BroadcastChannel(ys);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function gt(e){try{let t=new Blob([await e.arrayBuffer()],{type:"application/pdf"});return{name:e.name??"invoice.pdf",size:t.size,blob:t}}catch(t){throw Object.assign(new Ae("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}async function bs(e){let{method:t,path:n}=xc(e),o={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(o["X-Allow-Duplicate"]="true"),{method:t,path:n,headers:o,body:e.document?await kc(e):e.content,timeoutMs:e.document?3e5:6e4}}function xc({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}async function kc({content:e,document:t}){let n=new FormData;for(let[r,s]of Object.entries(e))s!=null&&n.append(r,String(s));let o=await t.blob.arrayBuffer();return n.append("document",new Blob([o],{type:"application/pdf"}),t.name),n}var ws="portal-session",Oc=5e3,Ac={state:"refused",sentAt:null,document:null,asks:"document",sentence:"Its PDF cannot be read on this phone any more. Please attach it again."};async function Fe(e=null){return(await Zr()).filter(t=>e===null||t.email===e).map(t=>new Ue(t))}function ao(e){return navigator.locks.request(`portal-outbox:${e.name}`,async()=>{for(await Ic(e);;){let[t]=us(await e.all(),Date.now());if(!t)return{hold:null,next:io(await e.all())};let n=await Tc(e.owner,()=>Ec(e,t));if(n)return{hold:n,next:null}}})}async function nn(e){let t=!1,n=()=>(t=!0,e());try{return await navigator.locks.request(ws,{signal:AbortSignal.timeout(Oc)},n)}catch(o){if(t)throw o;return e()}}async function Ic(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,ms)}function Tc(e,t){return navigator.locks.request(ws,{mode:"shared"},async()=>await Ss(e)??t())}async function Ss({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await Q("session");return s||o>=500?"offline":o!==200?"signed-out":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Ec(e,t){try{return await(ue(t)?Mc(e,t):Nc(e,t))}catch(n){if(n instanceof Xe)return null;throw n}}async function Nc(e,t){let n=await bs(t).catch(()=>null);if(n===null)return void await e.change(t.id,()=>Ac);let o=c=>c.state==="waiting"&&c.key===t.key&&c.heldUntil===t.heldUntil;if((await e.change(t.id,c=>o(c)?ds(c,Date.now()):void 0)).state!=="sending")return null;let s=await Q(n.path,{...n,account:ks(e)}),i=await xs(e,s);return await e.change(t.id,()=>i?{state:"waiting",sentAt:t.sentAt}:ps(t,s,Date.now())),i??(s.offline?"offline":null)}async function Mc(e,t){let n=await Q(`contractor/submissions/${t.submissionId}`,{account:ks(e)}),o=await xs(e,n);return o||await e.change(t.id,()=>hs(t,n,Date.now())),o??(n.offline?"offline":null)}async function xs(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?Ss(e.owner):null}var ks=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Dc="outbox";async function on(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Dc).catch(()=>{})}var co=e=>`outbox ${e}`;function rn(e,t){try{t?localStorage.setItem(co(e),String(t)):localStorage.removeItem(co(e))}catch{}}function Os(e){try{return Number(localStorage.getItem(co(e))??0)}catch{return 0}}var As=e=>rn(e,0);var E=q(null),he=q(null),bt=q([]),fe=q(null),Cc=6e4,jc=168*36e5,Lc="This device has no room left, so nothing can be sent from it. Please free some space.",R=null,mo=0,lo=0,uo=!1,sn=null,fo=!1;async function po(e){if(R?.name===ee(e))return;ho(),no(ee(e));let t=new Ue(e);R=t;try{let n=(await t.all()).length?0:Os(t.name);for(let o of(await Fe()).filter(r=>r.owner.email!==e.email))await o.tidy(),rn(o.name,await _o(o));await Rc(t),R===t&&(fe.value=n?Uc(n):null)}catch(n){if(R!==t)return;fe.value=yo(n),n.reason==="closed"&&(R=new Qe(e))}await cn(),E.value?.some(U)&&on(),Te()}async function Ts(e){ho(),(e?await Fe(e.email).catch(()=>[]):[]).some(({name:n})=>n===ee(e))&&!R&&await po(e)}function ho(){clearTimeout(mo),R=null,E.value=null,he.value=null,bt.value=[],fe.value=null}async function et({document:e,...t}){let n=ls({...t,document:e?await gt(e):null},Date.now()),o=await R.add(n);return await cn(),navigator.storage?.persist?.(),on(),Te(),o}async function an(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}};return o!==void 0&&(r.document=o&&await gt(o)),tt(e,s=>Ie(s)?Qt(r):void 0)}var Es=e=>tt(e,t=>cs(t,Date.now())),Ns=e=>tt(e,({heldUntil:t})=>t?{heldUntil:0}:void 0);function $o(e,{duplicate:t=!1}={}){return tt(e,n=>n.state==="refused"?Qt({duplicate:t}):void 0)}var Ms=e=>tt(e,t=>_t(t)?null:void 0),Ds=e=>tt(e,t=>Xt(t,Date.now())?null:void 0),We=e=>(E.value??[]).filter(t=>t.jobId===e);async function Te(){clearTimeout(mo),sn?fo=!0:(sn=Bc(),await sn.finally(()=>sn=null),fo&&(fo=!1,await Te()))}async function vo(){let e=R;for(let{id:t,nextAt:n}of E.value??[])n&&await e.change(t,()=>({nextAt:0})).catch(()=>{});await Te()}async function Ps(e){let t=R instanceof Qe?[R]:await Fe(e);return(await Promise.all(t.map(_o))).reduce((o,r)=>o+r,0)}var _o=async e=>(await e.all()).filter(so).length;async function Cs(e){let t=!(R instanceof Qe);R?.owner.email===e&&ho();for(let{name:n}of t?await Fe(e):[])await Xr(n),As(n)}async function Rc(e){let t=Date.now()-jc;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function tt(e,t){let n=await R.change(e,t);return await cn(),on(),Te(),n}async function cn(){let e=R;try{let t=await e?.all()??null;if(R!==e)return;E.value=t,t&&rn(e.name,t.filter(so).length)}catch(t){if(R!==e)return;fe.value=yo(t),E.value??=[]}}async function Bc(){let e=R;if(e)try{let t=e instanceof Ue?(await Fe(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await ao(r));let o=await Promise.all(t.map(_o));if(R!==e)return;he.value=n[0].hold,bt.value=t.map(({owner:r},s)=>({...r,number:o[s]})).filter(({number:r})=>r),Is(n),uo&&(fe.value=null),uo=!1}catch(t){if(R!==e)return;fe.value=t.reason==="full"?Lc:yo(t),uo=!0,Is([{hold:"offline",next:null}])}}function yo(e){if(!e.sentence)throw e;return e.sentence}function Is(e){let t=e.some(({hold:o})=>o==="offline");lo=t?lo+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+en(lo,Cc)),n.length&&(mo=setTimeout(Te,Math.max(Math.min(...n)-Date.now(),0)))}var Uc=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function js(){gs(e=>{e===R?.name&&cn()}),addEventListener("online",vo),addEventListener("offline",Te),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&Te()})}var go="portal",bo=[e=>e.createObjectStore("session")],Rs=e=>G(go,t=>t.put("session",e,"last"),bo);async function Bs(){try{return await G(go,e=>e.get("session","last"),bo)??null}catch{return null}}var Us=()=>G(go,e=>e.delete("session","last"),bo);var T=q(void 0),nt=q(null),V=({agency:e,contractorId:t})=>`${e}/${t}`,w=Se(()=>{if(!T.value)return null;let e=I.value.account??V(T.value.account);return T.value.accounts.find(t=>V(t)===e)??null}),ce=Se(()=>{let[e,t]=[T.value,w.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),Fs=Se(()=>{let[e,t]=[T.value,I.value.account];if(!e||w.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),Ws=new BroadcastChannel("portal:person");async function ot(e){let t=JSON.stringify(e)!==JSON.stringify(T.value);t&&(T.value=e),await(e?Rs(e):Us()).catch(()=>{}),t&&Ws.postMessage(e)}async function ln(){let e=await Bs();if(T.value??=e??void 0,e||document.body.dataset.session){let t=await Q("session");t.status===200&&await ot(t.body)}T.value??=null}var un=e=>{let t=I.value.account?.split("/")[0];return Q("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function qs(e,t){let n=await nn(()=>Q("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(nt.value=null,await ot(n.body)),n}async function Hs(e){ot({...T.value,account:e});let{agency:t,contractorId:n}=e,o=await Q("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await ot(o.body)}async function Vs(){let{email:e}=T.value,t=await nn(()=>Q("session",{method:"DELETE"}));return t.status===204&&(await ot(null),sessionStorage.clear(),await Cs(e)),t}function Ys(){Br(()=>{nt.value=T.value?.email??nt.value,ot(null)}),Ws.onmessage=({data:e})=>{T.value=e}}var Gs=300;async function Ks(e,t,n,o=null){try{await G(ee(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>Gs&&await Wc(s),await i})}catch{}}async function Js(e,t){try{return await G(ee(e),n=>n.get("answers",t))??null}catch{return null}}async function Wc(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-Gs).map(({path:n})=>e.delete(n)))}var qc=5e3,Hc=30,zs={body:null,begunAt:0,asOf:null,isOld:!1,busy:!0,problem:null,status:0},Vc=q({...zs,busy:!1}),wt=new Map;function k(e){let t=ce.value,n=e?ei(t,e):Vc;return L(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&wo(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[s,i]of r)s.addEventListener(i,o);return()=>{for(let[s,i]of r)s.removeEventListener(i,o)}},[n]),n}async function Zs(e,t){let n=ce.value,o=n&&wt.get(Qs(n,e));await o?.running,!(!o||o.begunAt>t)&&(o.readAt=0,wo(n,e))}var Xs=()=>wt.clear(),Qs=(e,t)=>`${e.email} ${V(e)} ${t}`;function ei(e,t){let n=Qs(e,t);if(!wt.has(n)){let o=q(zs);wt.set(n,Object.assign(o,{etag:null,begunAt:0,readAt:0,running:null}))}return wt.get(n)}function wo(e,t){let n=ei(e,t);navigator.onLine&&Date.now()-n.readAt<qc||(n.running??=Yc(e,t,n).finally(()=>{n.running=null}))}async function Yc(e,t,n){let o=m=>{n.value={...n.value,...m}};if(!n.value.body){let m=await Js(e,t);m&&(n.etag=m.etag??null,o({body:m.body,begunAt:m.readAt,asOf:m.body.asOf??new Date(m.readAt).toISOString(),isOld:!0}))}o({busy:!0});let r=Date.now();n.begunAt=r;let s=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},i=await Q(`contractor/${t}`,{account:V(e),headers:s}),{status:c,body:l,offline:d}=i,f={begunAt:r,asOf:Gc(i.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:c};if((c===200||c===304)&&(n.readAt=Date.now()),c===200)n.etag=i.headers.get("ETag"),Ks(e,t,l,n.etag),o({...f,body:l});else if(c===304)o(f);else if(c===409)ln(),o({busy:!1,problem:ae(i),status:c});else if(c===404)o({body:null,busy:!1,problem:ae(i),status:c});else{let m=Number(i.headers.get("Retry-After"));!d&&m&&setTimeout(()=>wo(e,t),Math.min(m,Hc)*1e3),o({isOld:!!n.value.body,busy:!!(!d&&m),problem:ae(i),status:c})}}var Gc=e=>e?new Date(e).toISOString():null;function fn(){let e=w.value&&V(w.value);return a`
    <ul class="rows">
      ${T.value.accounts.map(t=>{let n=V(t);return a`
          <li key=${n} class="row">
            <a href=${b("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>Hs(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${$} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function dn(){let[e,t,n]=[y(null),y(0),y(!1)],o=async()=>{n.value=!0;let s=await Vs();if(n.value=!1,s.status!==204){e.value=`${ae(s)} Nothing on this device was deleted.`;return}Xs(),pe("/",{replace:!0})},r=async()=>{e.value=null;try{t.value=await Ps(T.value.email)}catch(s){if(!s.sentence)throw s;e.value=s.sentence;return}t.value||await o()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${Kc} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${r}>
          <${$} name="leave" />Sign out
        </button>`}
  `}function Kc({number:e,onSure:t,onStay:n}){let o=H(null);ie(()=>o.current.focus(),[]);let[r,s,i]=[Y(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${r} on this device ${s} not with the agency yet.</b> Signing out deletes ${i} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${i} and sign out</button>
      </div>
    </div>
  `}var Jc=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function ti(){let e=k("account"),t=e.value.body,{agencyName:n,displayName:o}=w.value;return a`
    <${S} title="Account">
      ${T.value.accounts.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${fn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${zc} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${X} reading=${e.value} />`}
        <${le} reading=${e.value} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${T.value.email}</b></p>
        <${dn} />
      </section>
    <//>
  `}function zc({record:e}){let{agency:t}=e,n=[...Jc.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return a`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>a`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var ni=0;function F(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(ni),ni=setTimeout(()=>{t.textContent=e},400)}var Zc=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),$e=e=>e.trim().replaceAll("	"," ");function St(e,t,{inForm:n=!1}={}){let o=n?$e(e).replace(/\r\n|\r|\n/g,`\r
`):$e(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Zc.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var xt=4e3,mn=e=>e?St(e,xt):"Please write something first.";function pn(e){L(()=>{if(e!==null)return Es(e).catch(oi),()=>Ns(e).catch(oi)},[e])}var oi=()=>{};function ri({item:e,done:t}){let[n,[o,r]]=[dr(),Le(null)];return pn(e.id),a`
    <form onSubmit=${async i=>{i.preventDefault();let c=$e(i.target.elements.note.value),l=mn(c);if(r(l),!l)try{await an(e.id,{content:{note:c}}),t()}catch(d){if(!d.sentence)throw d;r(d.sentence)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${xt} required dir="auto" ref=${Xc}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var Xc=e=>e?.focus();var Qc="https://www.google.com/maps/search/?api=1&query=",el=/[\p{L}/,;&#|]|(?=\+)/u,tl=5,nl=/^(\+|00)(\d{1,3})\(0\)/;function ol(e){return e.split(el).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(nl,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=tl)??""}function qe({phone:e,who:t}){if(!e)return null;let n=ol(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${$} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function rt({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${$} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function si({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${Qc+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${$} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function So(){let e=k(w.value?"agency":null).value.body?.offers??[],t=o=>k(e.includes("contacts")?o:null).value.body,n=rl(t("contacts")?.contacts??[],t("account")?.agency.branchId);return e.includes("contacts")?a`
    <div>
      ${n&&a`<${qe} phone=${n.phone} who=${n.name} /><${rt} email=${n.email} who=${n.name} />`}
      <a class="reach" href=${b("/contacts")}><${$} name="contacts" />All contacts</a>
    </div>
  `:null}function rl(e,t){let n=e.filter(({role:o})=>!o);return n.find(({contactId:o})=>o===t)??(n.length===1?n[0]:null)}var sl={waiting:"clock",sending:"send",checking:"search",review:"contacts",done:"done",refused:"emergency"};function Ee({item:e}){return a`
    <span class=${`state is-${e.state}`}>
      <${$} name=${sl[e.state]} /><span dir="auto">${is(e,w.value?.agencyName)}</span>
    </span>
  `}function Ne({item:e}){let t=as(e,w.value?.agencyName);return a`
    ${t&&a`<p class="hint" dir="auto">${t}</p>`}
    ${e.state==="review"&&a`<${xo} />`}
    ${e.state==="refused"&&e.ended==="rejected"&&a`<${So} />`}
  `}var xo=()=>a`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${So} />
`;var il={offline:"No connection to the portal. What waits is kept on this phone, and sent by itself once there is one.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function ai(){let e=(E.value??[]).filter(t=>!U(t)).reverse();return a`
    <${S} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${Oo}>
        ${E.value?a`<p class="reach"><${$} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${ko} of=${e} />
        </section>
      `}
    <//>
  `}function Oo({children:e}){let t=(E.value??[]).filter(U),[n,o]=[t.filter(r=>!ii(r)),t.filter(ii)];return t.length?a`
    ${he.value&&n.some(({state:r})=>r!=="refused")&&a`<p class="notice" role="status">${il[he.value]}</p>`}
    ${n.length>0&&a`<h2 class="visually-hidden">Not confirmed yet</h2><${ko} of=${n} />`}
    ${n.some(({state:r})=>r==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${vo}>Try now</button>`}
    ${o.length>0&&a`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${ko} of=${o} /></section>`}
  `:e}var ii=({state:e})=>e==="review",ko=({of:e})=>a`<ol class="cards">${e.map(t=>a`<${Ao} key=${t.id} item=${t} />`)}</ol>`;function Ao({item:e}){let[t,n]=Le(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${Be(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${ri} item=${e} done=${o} />`:a`<${al} item=${e} />`}
      <p class="about">
        <${Ee} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${xe(e.addedAt)}</time>
      </p>
      <${Ne} item=${e} />
      ${t==="remove"&&a`<${ul} item=${e} stop=${o} />`}
      ${!t&&a`<${cl} item=${e} setDoing=${n} />`}
    </li>
  `}function al({item:{kind:e,content:t,document:n,jobId:o}}){return a`
    ${e==="note"&&a`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${P(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&a`<p class="reach"><${$} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&a`<a class="reach" href=${b(`/jobs/${o}`)}><${$} name="jobs" />Look at the job</a>`}
  `}function cl({item:e,setDoing:t}){let n=e.asks==="duplicate",[o,r]=[w.value&&Ie(e)&&e.kind!=="completion",_t(e)&&U(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>$o(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${ll} item=${e} onNote=${()=>t("edit")} />`}
      ${e.state==="refused"&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>$o(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function ll({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s={...o.statementId&&{statement:o.statementId},change:e},i=b(n?`/jobs/${n}/invoice`:"/invoice",s);return a`<a class="btn btn-secondary" href=${i}>Change</a>`}function ul({item:e,stop:t}){let n=yt(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=Le(null),s=async()=>{try{await Ms(e.id),document.querySelector("h1").focus(),F("Deleted.")}catch(i){if(!i.sentence)throw i;r(i.sentence)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${fl} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var fl=e=>e?.focus();var ci=()=>a`
  <${S} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${I.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${T.value.email}</b>. Nothing was changed.
    </p>
    <${Oo}>${null}<//>
    <h2>Your accounts</h2>
    <${fn} />
    <h2>Signed in with another address?</h2>
    <${dn} />
  <//>
`;function li(){let e=k("contacts"),t=e.value.body?.contacts;return a`
    <${S} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${dl} key=${n.contactId} ...${n} />`)}</ul>`:a`<${X} reading=${e.value} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${le} reading=${e.value} />
    <//>
  `}function dl({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${qe} phone=${s} who=${i} /><${qe} phone=${r} who=${i} /><${rt} email=${o} who=${i} />
    </li>
  `}function hn(e){let[,t]=Le(0),n=e.filter(r=>Xt(r,Date.now())),o=Math.min(...n.map(({heldUntil:r})=>r));return L(()=>{if(o===1/0)return;let r=setTimeout(()=>t(o),o-Date.now());return()=>clearTimeout(r)},[o]),n}var ml=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function Io({children:e}){let t=k("agency").value.body;vl(t?.accent);let{agencyName:n,displayName:o}=w.value,r=ml.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${_l}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${T.value.accounts.length>1&&a`<a class="switch" href=${b("/account")}><${$} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(s=>a`<${pl} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${hl} />
    ${e}
  `}function pl({path:e,name:t,icon:n,screens:o}){let r=o.includes(I.value.screen);return a`<a href=${b(e)} aria-current=${r?"page":null}><${$} name=${n} />${t}</a>`}function hl(){let e=E.value??[],t=hn(e),n=e.filter(d=>U(d)&&!t.includes(d)),[o,r,s]=["refused","review","checking"].map(d=>n.filter(f=>f.state===d).length),i=n.length-o-r-s,c=he.value==="offline",l=n.some(yt)?"not confirmed yet":"not with the agency yet";return!n.length&&!bt.value.length&&!fe.value?null:a`
    <aside class="strip" aria-label="Not sent yet">
      ${fe.value&&a`<p role="alert">${fe.value}</p>`}
      ${o>0&&a`<${$n} icon="emergency">${Y(o,"thing")} ${o===1?"needs":"need"} you<//>`}
      ${r>0&&a`<${$n} icon="contacts">We asked ${w.value.agencyName} to check ${Y(r,"thing")}<//>`}
      ${s>0&&a`<${$n} icon="search">${Y(s,"thing")} ${s===1?"is":"are"} being checked<//>`}
      ${i>0&&a`<${$n} icon=${c?"offline":"send"}>
        ${Y(i,"thing")} ${i===1?"is":"are"} ${l}
      <//>`}
      ${bt.value.map(d=>a`<${$l} key=${V(d)} there=${d} />`)}
    </aside>
  `}var $n=({icon:e,children:t})=>a`<a href=${b("/outbox")}><${$} name=${e} /><span>${t}</span><${$} name="open" /></a>`;function $l({there:e}){let{agencyName:t="an account that is no longer yours"}=T.value.accounts.find(r=>V(r)===V(e))??{},[n,o]=[Y(e.number,"thing"),e.number===1?"is":"are"];return a`
    <a href=${b("/outbox",{},V(e))}>
      <${$} name="send" />${n} for ${t} ${o} not there yet<${$} name="open" />
    </a>
  `}function vl(e){L(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function _l(e){e.preventDefault(),document.querySelector("h1").focus()}var He=({priority:e})=>e?.trim().toLowerCase()==="emergency",vn=e=>(e??"").trim().toLowerCase();function _n({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(vn).includes(vn(t))?"cancelled":"open"}var ui=e=>(E.value??[]).filter(({kind:t,state:n,doneAt:o})=>t==="completion"&&n==="done"&&o>e),fi=e=>ui(e).map(({id:t})=>t).join();function yn(e,t){let n=new Map(ui(t).map(({jobId:o,content:r,result:s})=>[o,s??yl(r)]));return n.size?e.map(o=>n.has(o.jobId)?{...o,...n.get(o.jobId)}:o):e}var yl=({completed:e})=>({completed:e,status:null,completedAt:null});function di(e,t){let n=We(e).filter(U),o=kt(e),r=n.filter(d=>d!==o),s=d=>r.filter(d).length,[i,c]=[s(({state:d})=>d==="refused"),s(ue)],l=r.length-i-c;return[o&&`${Be(o)}: ${re(o,t)}`,i&&`${Y(i,"thing")} ${i===1?"needs":"need"} you`,c&&`${Y(c,"thing")} being checked`,l&&`${Y(l,"thing")} to send`].filter(Boolean)}var kt=e=>We(e).filter(t=>t.kind==="completion"&&U(t)).at(-1)??null,se=({title:e,reference:t,jobId:n})=>e||t||n;function mi(e){let t=vn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>gl(n).includes(o))}var To=new WeakMap;function gl(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode];return To.has(e)||To.set(e,vn(s.filter(Boolean).join(`
`))),To.get(e)}var pi=e=>[...e.filter(He),...e.filter(t=>!He(t))];function gn(e){let[t,n]=[k(`jobs/${e}`).value,k("jobs").value];if(t.body)return{job:hi(t.body,t),reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o?hi(o,n):null,reading:o?n:t}}var hi=(e,{begunAt:t})=>yn([e],t)[0];var $i=({item:e,back:t})=>a`
  <${S} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Ao} item=${e} /></ol>
    ${U(e)&&e.state!=="refused"&&!ue(e)&&a`<p class="hint">You can go on, or close the portal: it is kept, and sent by itself.</p>`}
    <a class="reach" href=${b("/money",{show:"invoices"})}><${$} name="invoice" />All your invoices</a>
  <//>
`;var st=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,it=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,at=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function vi({name:e,required:t,problem:n,value:o,...r}){let s=k("statements/pending"),i=s.value.body?.statements??[],c=!o||i.some(({statementId:l})=>l===o);return a`
    <div class="field">
      <${st} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${at({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(l=>a`<option key=${l.statementId} value=${l.statementId}>${Eo(l)}</option>`)}
      </select>
      <${it} name=${e}>${n??(s.value.body?null:s.value.problem)}<//>
    </div>
  `}var Eo=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[P(s??r??0),n??t??e,o&&Z(o)].filter(Boolean).join(", ");async function _i(e,t){try{return(await G(ee(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function yi(e,t,n){try{await G(ee(e),o=>n===null?o.delete("drafts",t):o.put("drafts",{name:t,content:n}))}catch{}}function Ot(e){let t=y(void 0),n=ce.value;return L(()=>{_i(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,yi(n,e,r))]}var gi=1e6,bi={description:2e3,invoiceNumber:50},bl=6,wl=864e5,Sl=10*1024*1024,wi="%PDF-",xl=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,kl=/\.\d\d\d*[1-9]/,Ol=["amount","description","invoiceDate"];function At(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[...Ol,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function bn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function No(e=new Date){let[t,...n]=oe(e).split("-");return{oldest:[t-bl,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(oe(e))+wl).toISOString().slice(0,10)}}function ve(e){let t=e.trim().replace(/^£\s*/,"");return xl.test(t)?Number(t.replaceAll(",","")):NaN}var ki=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Al={amount:e=>xi(e,"The amount")??(ve(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>xi(e,"VAT")??(ve(e)>ve(t)?"VAT cannot be more than the amount.":null),description:(e,t,n)=>St(e,bi.description,{inForm:!!n}),invoiceNumber:e=>St(e,bi.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=No();return e>n?`The date can be tomorrow at the latest, ${Z(n)}.`:e<t?`The date can be six years ago at most, ${Z(t)}.`:null},statementId:()=>null},Si={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function xi(e,t){let n=ve(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:kl.test(e.trim())?`${t} can have no more than two decimals.`:n>gi?`${t} can be ${P(gi)} at most.`:null}function wn(e,t,n,o){let r={};for(let[s,i]of Object.entries(Al)){let c=e[s]??"",l=At(s,n,o)?Si[s]:null,d=c.trim()===""?l:i(c,e,t);d&&(r[s]=d)}return!t&&At("document",n,o)&&(r.document=Si.document),r}async function Oi(e){return e.size>Sl?"The PDF can have 10 MB at most.":await e.slice(0,wi.length).text()===wi?null:"This file is not a PDF. Please choose a PDF."}function Ai(e,t){let n={jobId:t,statementId:e.statementId,amount:ve(e.amount),vat:e.vat.trim()&&ve(e.vat),description:$e(e.description),invoiceDate:e.invoiceDate,invoiceNumber:$e(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function Ii({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var Ti="This file cannot be read. Please choose it again.";function Ei({required:e,problem:t,document:n,onChange:o}){let r=y(null),s=async({target:c})=>{let[l]=c.files;if(l&&(r.value=await Oi(l).catch(()=>Ti),c.value="",!r.value))try{o(await gt(l)),F(`${l.name} is attached.`)}catch(d){r.value=d.sentence??Ti}},i=r.value??t;return a`
    <div class="field">
      <${st} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&a`<${Il} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${at({name:"document",hint:!0,problem:i,required:e&&!n})} onChange=${s}
      />
      <${it} name="document">${i}<//>
    </div>
  `}function Il({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),F("The PDF is removed.")};return a`
    <p class="attached">
      <${$} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${Ht(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Tl={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function Ni({values:e,set:t,document:n,setDocument:o,agency:r,jobId:s,asked:i,onWhole:c}){let[l,d,f]=[y({}),y(i),y(null)],m=H(null),p=wn(e,n,r,s),u=_=>_==="vat"&&f.value==="amount"?null:d.value||l.value[_]&&e[_]||!ki(_,e[_]??"")?p[_]:null,h=()=>m.current.querySelector("[aria-invalid]")?.focus();L(()=>{i&&h()},[]);let O=_=>{_.preventDefault(),d.value=!0,Object.keys(p).length?setTimeout(h):c()},g=_=>({name:_,required:At(_,r,s),problem:u(_),value:e[_],onInput:({target:v})=>t(_,v.value),onFocus:()=>f.value=_,onBlur:()=>{f.value=null,l.value={...l.value,[_]:!0}}});return a`
    <form ref=${m} class="form" onSubmit=${O} noValidate>
      <p class="hint">${w.value.agencyName} needs whatever is not marked as optional.</p>
      ${bn(r)&&a`<${vi} ...${g("statementId")} />`}
      ${Object.entries(Tl).map(([_,v])=>a`<${El} key=${_} ...${v} ...${g(_)} />`)}
      <${Ei}
        required=${At("document",r,s)} problem=${d.value?p.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function El({name:e,label:t,hint:n,rows:o,problem:r,required:s,value:i,type:c="text",...l}){let d=o?"textarea":"input",{oldest:f,latest:m}=c==="date"?No():{};return a`
    <div class="field">
      <${st} name=${e} required=${s}>${t}<//>
      ${n&&a`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${f} max=${m} autocomplete="off"
        value=${i} ...${at({name:e,hint:n,problem:r,required:s})} ...${l}
      />
      <${it} name=${e}>${r}<//>
    </div>
  `}function Mi({onReach:e,left:t}){let n=H(null);return L(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var te=6;function Ve({of:e,row:t,most:n=e.length,onMore:o}){let r=J(()=>Ml(e),[e]),s=Dl(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/te)).map((c,l)=>a`<${Nl} key=${l} of=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${Mi} onReach=${o} left=${i} />`}
  `:null}var Nl=({of:e,row:t})=>a`<div class="group">${e.map(t)}</div>`,Ml=e=>Array.from({length:Math.ceil(e.length/te)},(t,n)=>e.slice(n*te,(n+1)*te));function Dl(){let e=H(null),{activeElement:t}=document,n=e.current?.contains(t)&&t.getAttribute("href");return ie(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=Yt(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var Pi={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"},review:{icon:"contacts"}},Pl={},Mo=({status:e})=>e==="review"?re({state:e},w.value?.agencyName):Pi[e]?.words??e;function Do(e,t){let n=t.filter(r=>r.kind==="invoice"&&(U(r)||!e.some(s=>Di(s,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed","review"].includes(r.status)&&n.some(({item:s})=>Di(r,s));return[...n,...e.filter(r=>!o(r))]}function Di(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function Sn({jobId:e,agency:t}){let n=k(t?.offers.includes("invoices.list")?"invoices":null).value,o=Do(n.body?.invoices??[],E.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Po} invoices=${o} />
    </section>
  `:null}function Po({invoices:e,jobs:t=Pl,...n}){let o=jt((r,s)=>a`<${Cl} key=${r.item?.id??r.invoiceId??`at ${s}`} invoice=${r} jobs=${t} />`,[t]);return a`<${Ve} of=${e} row=${o} ...${n} />`}function Cl({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:l}=e;return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":P(n)}</b>
      </p>
      <p class="about">
        ${l?a`<${Ee} item=${l} />`:a`<${jl} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${Z(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${l&&a`<${Ne} item=${l} />`}
      ${!l&&e.status==="review"&&a`<${xo} />`}
      ${t[c]&&a`<a class="reach" href=${b(`/jobs/${c}`)}><${$} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${l&&U(l)&&a`<a class="reach" href=${b("/outbox")}><${$} name="send" />Look at what waits here</a>`}
    </div>
  `}function jl({invoice:e}){let{icon:t="search",className:n=""}=Pi[e.status]??{};return a`<span class=${`state ${n}`}><${$} name=${t} />${Mo(e)}</span>`}function Ci({about:e,address:t,values:n,document:o,failed:r,onSend:s,change:i,back:c}){let l=y(!1),d=async()=>{l.value=!0,await s(),l.value=!1},f=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",P(ve(n.amount))],["VAT in it",n.vat.trim()&&P(ve(n.vat))],["Date of the invoice",Z(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${Ht(o.size)}`:"None"]];return a`
    <${S} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${f.filter(([,m])=>m).map(([m,p])=>a`<div key=${m}><dt>${m}</dt><dd dir="auto">${p}</dd></div>`)}
        </dl>
      </div>
      ${he.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone, and be sent by itself.</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${l.value} onClick=${d}>
          <${$} name="send" />Send to ${w.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var Ll=!1;function Co({jobId:e,item:t,about:n,address:o,first:r,back:s}){let{query:i,path:c}=I.value,l=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[[d,f],[m,p]]=[Ot(l),Ot(`PDF of ${l}`)],[u,h]=[k("agency").value,y(null)],O=i.has("look");if(pn(t?.id??null),d.value===void 0||m.value===void 0||!u.body&&u.busy)return a`<${S} key="reading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let g=u.body&&Bl(u.body,e);if(g)return a`<${S} key="none" title="Invoice" back=${s}><p class="notice">${g}</p><//>`;let _={...r,...t&&Ii(t.content),...d.value},v=(m.value??t?.document)||null,M=!Object.keys(wn(_,v,u.body,e)).length,{statementId:A}=r,_e=D=>b(c,{...A&&{statement:A},...t&&{change:t.id},...D}),Ge=()=>{let D=Ai(_,e);return t?an(t.id,{content:D,...m.value!==null&&{document:ji(v)}}):et({kind:"invoice",jobId:e,about:n,content:D,document:ji(v)})},ye=async()=>{h.value=null;try{let{id:D}=await Ge();F("Your invoice is on its way."),pe(b(c,{sent:D}),{replace:!0}),f(null),p(null)}catch(D){h.value=D.sentence??"Your invoice could not be kept. Please try again."}};return O&&M?a`
      <${Ci}
        about=${n} address=${o} values=${_} document=${v} failed=${h.value} onSend=${ye}
        change=${_e({})} back=${s}
      />
    `:a`
    <${S} key="write" title="Invoice" back=${s} keepsFocus=${O}>
      <${Rl} about=${n} address=${o} />
      ${e&&a`<${Sn} jobId=${e} agency=${u.body} />`}
      <${Ni}
        values=${_} set=${(D,K)=>f({...d.value,[D]:K})} document=${v}
        setDocument=${D=>p(D??Ll)} agency=${u.body} jobId=${e} asked=${O}
        onWhole=${()=>pe(_e({look:"1"}))}
      />
    <//>
  `}function Rl({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Bl({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var ji=e=>e&&new File([e.blob],e.name,{type:e.blob.type});var Ul={path:"/money",name:"Money"};function jo({id:e}){let{query:t}=I.value,n=Number(t.get("sent")??t.get("change")),o=(E.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Ul;if(n&&E.value===null)return a`<${S} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Ie(o)))return a`<${$i} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?Fl:Wl} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function Fl({id:e,statementId:t,...n}){let{job:o,reading:r}=gn(e);if(!o&&!n.item&&r.status===404)return a`<${Li} reading=${r} back=${n.back} />`;let s={...Ri,statementId:t,invoiceDate:oe()},i=o?.property?.address;return a`<${Co} jobId=${e} about=${o?se(o):e} address=${i} first=${s} ...${n} />`}function Wl({statementId:e,...t}){let n=k("statements/pending").value,o=n.body?.statements.find(s=>s.statementId===e);if(!o&&n.busy)return a`<${Li} reading=${n} back=${t.back} />`;let r={...Ri,...o&&ql(o),statementId:e,invoiceDate:oe()};return a`<${Co} jobId=${null} about=${o?Eo(o):""} first=${r} ...${t} />`}var Li=({reading:e,back:t})=>a`
  <${S} key="nothing" title="Invoice" back=${t}><${X} reading=${e} /><//>
`,Ri={amount:"",vat:"",description:"",invoiceNumber:""},ql=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var ct=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;var Bi=Zt/1e3;function Lo(e){let[t,n]=[y(null),y(!1)];return[async r=>{if(!n.value){n.value=!0,t.value=null;try{await et({kind:"completion",jobId:e.jobId,about:se(e),content:{completed:r},document:null}),F(r?`Marked complete. You have ${Bi} seconds to undo it.`:"The job is being reopened.")}catch(s){t.value=s.sentence??"This could not be kept. Please try again."}n.value=!1}},t.value]}function Ui({job:e,isOpen:t}){let[n,o]=Lo(e),r=kt(e.jobId);return r?a`<${Hl} item=${r} />`:a`
    ${t&&a`<button class="btn btn-primary" type="button" onClick=${()=>n(!0)}><${$} name="done" />Mark complete</button>`}
    ${o&&a`<p class="notice" role="alert">${o}</p>`}
  `}function Hl({item:e}){return a`
    <div class="pending">
      <p class="state-line">
        <${$} name=${e.content.completed?"done":"reopen"} />
        ${e.content.completed?"Marked complete by you.":"Reopened by you."} <${Ee} item=${e} />
      </p>
      <${Ne} item=${e} />
      ${e.state==="refused"&&a`<a class="reach" href=${b("/outbox")}><${$} name="send" />Send it again, or delete it</a>`}
    </div>
  `}function Fi({jobId:e}){let t=y(null),[n]=hn(We(e));return a`
    ${n&&a`
      <div class="undo">
        <p>You have ${Bi} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${async()=>{t.value=null;try{await Ds(n.id),F("Undone. The job is not marked complete.")}catch(r){if(!r.sentence)throw r;t.value=r.sentence}}}>
          <${$} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${t.value&&a`<p class="notice" role="alert">${t.value}</p>`}
  `}function Wi({job:e,canAdd:t}){let n=w.value.displayName,o=We(e.jobId).filter(s=>s.kind==="note"&&!Vl(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:l},d)=>a`
            <li key=${s??`at ${d}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${l&&a`<time datetime=${l}>${xe(l)}</time>`}</p>
              <p class="says" dir="auto">${i}</p>
            </li>
          `)}
        ${o.map(s=>a`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Ee} item=${s} />
              <${Ne} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&a`<${Yl} job=${e} />`}
    </section>
  `}var Vl=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function Yl({job:e}){let[t,n]=Ot(`note on ${e.jobId}`),[o,r]=[y(null),y(!1)];return a`
    <form class="composer" onSubmit=${async i=>{if(i.preventDefault(),r.value)return;let c=$e(t.value??"");if(o.value=mn(c),!o.value){r.value=!0;try{await et({kind:"note",jobId:e.jobId,about:se(e),content:{note:c},document:null}),n(null),F("Your note was added.")}catch(l){o.value=l.sentence??"Your note could not be kept. Please try again."}r.value=!1}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${xt} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${i=>n(i.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${$} name="send" />Add note</button>
    </form>
  `}function qi({job:e}){let t=y(!1),[n,o]=Lo(e);return kt(e.jobId)?null:a`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${t.value?a`<${Gl} onSure=${()=>n(!1)} onStay=${()=>t.value=!1} />`:a`<button class="btn btn-secondary" type="button" onClick=${()=>t.value=!0}>
            <${$} name="reopen" />Reopen this job
          </button>`}
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
    </section>
  `}function Gl({onSure:e,onStay:t}){let n=H(null);return ie(()=>n.current.focus(),[]),a`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${n} tabindex="-1">
        <b>Reopen this job?</b> ${w.value.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${t}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${e}>Yes, reopen it</button>
      </div>
    </div>
  `}var Hi={path:"/jobs",name:"Jobs"};function Vi({id:e}){let{job:t,reading:n}=gn(e),o=k("agency").value.body;if(!t)return a`<${S} title="Job" back=${Hi}><${X} reading=${n} /><//>`;let r=o?.offers??[],[s,i]=[_n(t,o),r.includes("jobs.complete")];return a`
    <${S} title=${se(t)} back=${Hi}>
      <${Kl} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${Jl} job=${t} />
      </div>
      <div class="doing">
        ${i&&a`<${Ui} job=${t} isOpen=${s==="open"} />`}
        ${r.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${b(`/jobs/${e}/invoice`)}><${$} name="invoice" />Send its invoice</a>`}
        ${i&&a`<${Fi} jobId=${e} />`}
      </div>
      ${r.includes("invoices.submit")&&a`<${Sn} jobId=${e} agency=${o} />`}
      <${Wi} job=${t} canAdd=${r.includes("notes.add")} />
      ${i&&s==="completed"&&a`<${qi} job=${t} />`}
      <${le} reading=${n} />
    <//>
  `}function Kl({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${He(e)&&a`<span class="emergency"><${$} name="emergency" />Emergency</span>`}
      ${t&&a`<${ct}>${t}<//>`}
      ${n&&!He(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${xe(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${Z(i)}</time></span>`}
    </p>
  `:null}function Jl({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${si} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${qe} phone=${o} who=${n??"the tenant"} /><${rt} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var xn={open:"Open",completed:"Completed",cancelled:"Cancelled"},zl={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},Bo=q({});function Uo(){let e=k("jobs"),t=k("agency").value.body,n=I.value.query.get("show")??"open";return a`
    <${S} title="Jobs">
      ${e.value.body?a`<${Zl} jobs=${e.value.body.jobs} begunAt=${e.value.begunAt} agency=${t} tab=${Object.hasOwn(xn,n)?n:"open"} />`:a`<${X} reading=${e.value} />`}
      <${le} reading=${e.value} />
    <//>
  `}function Zl({jobs:e,begunAt:t,agency:n,tab:o}){let r=I.value.account,{text:s,made:i,found:c}=Yi(r,o),l=fi(t),d=J(()=>pi(yn(e,t)),[e,l]),f=J(()=>eu(d,n),[d,n]),m=J(()=>Xl(f,h=>h.filter(mi(s))),[f,s]),p=m[o].length,u=h=>{Bo.value={...Yi(r,o),...h}};return L(()=>{s&&F(p?`${Y(p,"job")} found`:"No job found")},[s,o]),a`
    <form class="search" role="search" onSubmit=${h=>h.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${$} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${s} onInput=${h=>u({text:h.target.value,found:te})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(xn).filter(([h])=>h!=="cancelled"||f.cancelled.length).map(([h,O])=>a`
            <a key=${h} href=${b("/jobs",{show:h})} aria-current=${h===o?"true":null}>
              ${O} <span class="number">${m[h].length}</span>
            </a>
          `)}
    </nav>
    ${!p&&a`<p class="notice">${s?`No job here has “${s}” in it.${Ql(m)}`:zl[o]}</p>`}
    <div key=${o} class=${s?"is-away":null}>
      <${Ve} of=${f[o]} row=${Gi} most=${i} onMore=${()=>u({made:i+te})} />
    </div>
    ${s&&a`<${Ve} key=${`found ${o}`} of=${m[o]} row=${Gi} most=${c} onMore=${()=>u({found:c+te})} />`}
  `}function Yi(e,t){let n=Bo.value.at===e?Bo.value:{text:""};return n.tab===t?n:{at:e,tab:t,text:n.text,made:te,found:te}}var Xl=(e,t)=>Object.fromEntries(Object.entries(e).map(([n,o])=>[n,t(o)]));function Ql(e){return Object.keys(xn).filter(n=>e[n].length).map(n=>` ${xn[n]}: ${e[n].length}.`).join("")}function eu(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[_n(o,t)].push(o);return n}var Ro=new WeakMap;function Gi(e){let t=di(e.jobId,w.value?.agencyName),n=[oe(),...t].join();return Ro.get(e)?.told!==n&&Ro.set(e,{told:n,row:tu(e,t)}),Ro.get(e).row}function tu(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${b(`/jobs/${n}`)}>
        ${He(e)&&a`<span class="emergency"><${$} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${se(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${ct}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${Nr(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t.map(c=>a`<span key=${c} class="unsent"><${$} name="send" />${c}</span>`)}
        </span>
      </a>
    </div>
  `}var kn=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,Ji=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function zi(e){let t=new Map;for(let{date:i,amount:c}of e){let l=i?.slice(0,7);l&&t.set(l,kn([t.get(l),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(Fo(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:kn(s.map(i=>t.get(i)))},...r]:r}function Zi(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,Ki(t)],"Last month":[`${Fo(t)}-01`,Ki(Fo(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function Fo(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function Ki(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var Wo="Other dates";function Qi({from:e,to:t,set:n}){let o=Zi(oe()),r=Object.keys(o).find(l=>o[l].join()===[e,t].join()),s=y(!r),i=({target:l})=>{s.value=l.value===Wo,s.value||n(...o[l.value])},c=e&&t&&e>t;return a`
    <form class="dates" onSubmit=${l=>l.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${s.value?Wo:r} onChange=${i}>
          ${[...Object.keys(o),Wo].map(l=>a`<option key=${l}>${l}</option>`)}
        </select>
      </div>
      ${s.value&&a`
        <${Xi} id="from" label="From" value=${e} isWrong=${c} onChange=${l=>n(l,t)} />
        <${Xi} id="to" label="To" value=${t} isWrong=${c} onChange=${l=>n(e,l)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Xi=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var nu=/^[=+\-@\t\r\n＝＋－＠]/u,ou=/[",\r\n]/;function ea(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(ru).join(",")}\r
`).join("")}function ru(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=nu.test(e)?`'${e}`:e;return ou.test(t)?`"${t.replaceAll('"','""')}"`:t}function ta(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function oa({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>P(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${na}>Month<//><${na}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${su} key=${r.month} ...${r} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var na=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,su=({month:e,amount:t,most:n})=>a`
  <tr>
    <th scope="row">${e?Er(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${iu} share=${t/n} />`}<b>${P(t)}</b></span></td>
  </tr>
`,iu=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function ra({statements:e,jobs:t,agency:n,isPending:o,...r}){let s=jt(i=>a`
      <${au}
        key=${i.statementId} statement=${i} job=${t[i.jobId]} isPending=${o}
        invoice=${o&&lu(i,n)}
      />
    `,[t,n,o]);return a`<${Ve} of=${e} row=${s} ...${r} />`}function au({statement:e,job:t,isPending:n,invoice:o}){let{reference:r,description:s,amount:i,status:c,jobId:l}=e,[d,f]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],m=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":P(i)}</b>
      </p>
      <p class="about">
        ${m&&m!==f&&a`<${ct}>${m}<//>`}
        ${d&&a`<span>${f} <time datetime=${d}>${Z(d)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${cu} statement=${e} />
      ${t&&a`<a class="reach" href=${b(`/jobs/${l}`)}><${$} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${$} name="invoice" />Send its invoice</a>`}
    </div>
  `}function cu({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${P(e)} in all`,t&&`${P(t)} of it VAT`,n&&`less ${P(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function lu({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!bn(n)?null:n.invoice.link==="job_or_statement"?b("/invoice",{statement:e}):t&&b(`/jobs/${t}/invoice`,{statement:e})}var B=e=>t=>t[e],sa=[["Statement",B("statementId")],["Date",B("date")],["Reference",B("reference")],["Description",B("description")],["Job",B("jobId")],["Net",B("net")],["VAT",B("vat")],["Gross",B("gross")],["Commission",B("commission")],["Amount",B("amount")],["Status",B("status")]],uu=[["Invoice",B("invoiceId")],["Date",B("invoiceDate")],["Number",B("invoiceNumber")],["Description",B("description")],["Job",B("jobId")],["Statement",B("statementId")],["Amount",B("amount")],["VAT",B("vat")],["Status",e=>e.item?re(e.item,w.value?.agencyName):Mo(e)],["Sent",B("submittedAt")],["Document",({document:e})=>e?.name]],Ye={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:sa},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:uu},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...sa,["Paid",B("paidAt")]]}};function qo(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=Do(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var fu=4*te,ia=new Map;function aa({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,total:c,none:l,one:d,columns:f}=Ye[e],{query:m,back:p}=I.value,u=m.toString(),h=y(p&&ia.get(u)||fu),O=k("jobs").value.body?.jobs,g=J(()=>Object.fromEntries((O??[]).map(K=>[K.jobId,se(K)])),[O]),_=Ji(n,o),v=J(()=>t.filter(K=>_(s(K))),[t,n,o]),M=kn(v.filter(i).map(K=>K.amount)),A=n||o;if(L(()=>{A&&F(v.length?`${Y(v.length,d)}, ${P(M)}`:"None for these dates")},[]),!v.length)return a`<p class="notice">${A?"There is none for these dates.":l}</p>`;let{agency:_e,contractorId:Ge}=ce.value,ye=()=>ta(`${_e} ${Ge} ${e} ${oe()}.csv`,ea(f,v)),D={jobs:g,most:h.value,onMore:()=>ia.set(u,h.value+=te)};return a`
    <p class="total"><span>${c}</span> <b>${P(M)}</b></p>
    ${e==="paid"&&a`<${oa} caption="Paid by month" rows=${zi(v.map(K=>({...K,date:s(K)})))} />`}
    ${e==="invoices"?a`<${Po} invoices=${v} ...${D} />`:a`<${ra} statements=${v} agency=${r} isPending=${e==="pending"} ...${D} />`}
    <button type="button" class="btn btn-secondary" onClick=${ye}><${$} name="download" />Download as CSV</button>
  `}function la(){let e=k("agency").value,t=e.body?.offers??[],n={};for(let[r,{path:s,needs:i}]of Object.entries(Ye))n[r]=k(t.includes(i[0])?s:null).value;let o=Object.keys(Ye).filter(r=>Ye[r].needs.some(s=>t.includes(s)));return e.body?o.length?a`<${S} title="Money"><${du} tabs=${o} readings=${n} agency=${e.body} /><//>`:a`<${S} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${S} title="Money"><${X} reading=${e} /><//>`}var ca=()=>E.value??[];function du({tabs:e,readings:t,agency:n}){let{query:o}=I.value,[r,s,i]=["from","to","show"].map(m=>o.get(m)??""),c=e.includes(i)?i:e[0],l=t[c],d=qo(c,l,ca()),f=(m,p,u)=>b("/money",{show:m,...p&&{from:p},...u&&{to:u}});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>a`
          <a key=${m} href=${f(m,r,s)} aria-current=${m===c?"true":null}>
            ${Ye[m].title} <span class="number">${qo(m,t[m],ca())?.length}</span>
          </a>
        `)}
    </nav>
    <${Qi} key=${c} from=${r} to=${s} set=${(m,p)=>pe(f(c,m,p),{replace:!0})} />
    ${d&&a`<${aa} key=${[c,r,s].join()} tab=${c} rows=${d} from=${r} to=${s} agency=${n} />`}
    ${!l.body&&a`<${X} reading=${l} />`}
    <${le} reading=${l} />
  `}var It=6,mu=30,fa=5,pu=`A code can be tried ${fa} times. Please send another one.`;function da({asked:e,onAsked:t,onOther:n,onDone:o}){let[r,s,i]=[y(null),y(!1),H(null)],c=H(0),l=hu(e.at);ie(()=>i.current.focus(),[]);let d=u=>{r.value=u,i.current.focus(),i.current.select()},f=async()=>{let u=ua(i.current.value);if(u.length!==It)return d(`The code has ${It} digits.`);r.value=null,s.value=!0;let h=await qs(e.email,u);return s.value=!1,h.status===201?o():(h.status===401&&(c.current+=1),d(c.current<fa?ae(h):pu))},m=()=>{let u=ua(i.current.value);u!==i.current.value&&(i.current.value=u),r.value=null,u.length===It&&!s.value&&f()},p=async()=>{let u=await un(e.email);return u.status!==204?d(ae(u)):(F("Another code is on its way."),c.current=0,i.current.value="",i.current.focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${u=>(u.preventDefault(),f())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${It} digits</label>
      <input
        id="code" ref=${i} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${r.value?"true":null} onInput=${m}
      />
      <p id="code-problem" class="problem" role="alert">${r.value}</p>
      <button class="btn btn-primary wide" disabled=${s.value}>${s.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${l>0} onClick=${p}>
        Send another code${l>0?` (in ${l} s)`:""}
      </button>
      <button class="btn btn-link" type="button" onClick=${n}>Use another address</button>
    </div>
  `}var ua=e=>e.replace(/\D/g,"").slice(0,It);function hu(e){let t=()=>Math.max(0,Math.ceil(mu-(Date.now()-e)/1e3)),n=y(t());return L(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var ma="Please enter a whole e-mail address, such as name@example.com.";function pa({first:e,onAsked:t}){let[n,o,r]=[y(null),y(!1),H(null)];return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:ma,n.value){r.current.focus();return}o.value=!0;let l=await un(c);if(o.value=!1,l.status===204){t({email:c,at:Date.now()});return}n.value=l.status===400?ma:ae(l),r.current.focus()}} noValidate>
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
  `}var On="asked for a code",$u=()=>JSON.parse(sessionStorage.getItem(On)??"null"),vu=6e5;function ha(){let e=$u(),t=y(e&&Date.now()-e.at<vu?e:null),n=o=>{t.value=o,o?sessionStorage.setItem(On,JSON.stringify(o)):sessionStorage.removeItem(On)};return a`
    <div class="sign-in">
      <header class="portal"><span class="mark"><${$} name="mark" /></span>Contractor Portal</header>
      ${t.value?a`<${S} key="code" title="Enter your code" keepsFocus>
            <${da} asked=${t.value} onAsked=${n} onOther=${()=>n(null)} onDone=${()=>sessionStorage.removeItem(On)} />
          <//>`:a`<${S} key="email" title="Sign in">
            ${nt.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
            <${pa} first=${nt.value??""} onAsked=${n} />
          <//>`}
    </div>
  `}var _u={jobs:Uo,job:Vi,invoice:jo,statement:jo,money:la,contacts:li,account:ti,outbox:ai};function $a(){if(T.value===void 0)return a`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(T.value===null)return a`<${ha} />`;if(w.value===null)return a`<${ci} />`;let{screen:e,id:t,path:n}=I.value,o=_u[e]??Uo,r=V(w.value);return a`<${Io} key=${r}><${o} key=${n} id=${t} /></${Io}>`}function va(){z(()=>{if(ce.value)for(let[e,t]of yu(E.value??[]))Zs(e,t)})}function yu(e){let t=new Map;for(let{state:n,doneAt:o,kind:r,jobId:s}of e){if(n!=="done")continue;let i=[...s?[`jobs/${s}`,"jobs"]:[],...r==="invoice"?["invoices"]:[]];for(let c of i)t.set(c,Math.max(t.get(c)??0,o))}return t}var bu=["checking","review","done","refused"];function _a(){let e=new Map;z(()=>{let t=E.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&bu.includes(n.state)&&F(`${Be(n)}: ${re(n,w.peek()?.agencyName)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}var An=null,ya=[];function ga(){document.addEventListener("focusin",({target:t})=>{An=t,ya=[...ku(t)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(Su).observe(document.getElementById("app"),e)}function Su(){let e=![document.body,An].includes(document.activeElement);!An||e||xu(An)||Ou(ya.find(t=>t.isConnected)??document.querySelector("h1"))}var xu=e=>e.isConnected&&!e.disabled&&!e.hidden;function*ku(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function Ou(e){e&&(e.hasAttribute("tabindex")||(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0})),e.focus({preventScroll:!0}))}Pr();Ys();js();_a();va();ga();ln();z(()=>{let e=ce.value;e?(Mr(V(e)),po(e)):Ts(Fs.value)});tr(a`<${$a} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
