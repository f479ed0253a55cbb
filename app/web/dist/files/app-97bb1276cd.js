(()=>{var S,Jo,Nn,Se,Mn,Rt,zo,jt,Zo,Pn,Dn,Sa,ct=Symbol.for("pv"),Bt={},Ft=[],xa=/^m(i|n|o|s|text|space)$/,Cn=Array.isArray,jn=Ft.slice,Ce=Object.assign;function Pe(e){e&&e.parentNode&&e.remove()}function Ut(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?jn.call(arguments,2):n),at(e,i,o,r,null)}function at(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:ct,__v:r||++Jo,__i:-1,__u:0};return!r&&S.vnode&&S.vnode(s),s}function je(e){return e.children}function Ye(e,t){this.props=e,this.context=t,this.__g=0}function xe(e,t){if(t==null)return e.__&&xe(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:xe(e)}function ka(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Ce({constructor:ct},n)).__v=n.__v+1,S.vnode&&S.vnode(t),Ln(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||xe(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,or(r,t,s),n.__=n.__e=null,t.__e!=o&&Xo(t))}function Xo(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),Xo(e)}function Yo(e){(8&e.__g||(e.__g|=8,Se.push(e),Rt++))&&Mn==S.debounceRendering||((Mn=S.debounceRendering)||queueMicrotask)(Qo)}function Qo(){try{for(var e,t=1;Se.length;)Se.length>t&&Se.sort(zo),e=Se.shift(),t=Se.length,8&e.__g&&ka(e)}finally{(Rt=Se.length)&&(Mn||queueMicrotask)(Qo)}}function er(e,t,n,o,r,s,i,c,u,d,l){var p,m,f,$,O,y,_=o.__k||Ft,v=t.length;for(u=Oa(n,t,_,u,v),p=0;p<v;p++)(f=n.__k[p])!=null&&(m=~f.__i&&_[f.__i]||Bt,f.__i=p,y=Ln(e,f,m,r,s,i,c,u,d,l),$=f.__e,(m.ref!=f.ref||8&m.__u)&&(m.ref&&Rn(m.ref,null,f,m),f.ref&&l.push(f.ref,f.__c||$,f)),O=O||$,4&f.__u?(u=tr(f,u,e,!m.__v),m.__e&&(m.__e=null)):typeof f.type=="function"&&y!==void 0?u=y:$&&(u=$.nextSibling),f.__u&=-21);return n.__e=O,u}function Oa(e,t,n,o,r){var s,i,c,u,d,l,p,m,f,$=n.length,O=$,y=0,_=0,v=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=v[s]=at(null,i):Cn(i)?i=v[s]=at(je,{children:i}):i.constructor===ct&&i.__b?i=v[s]=at(i.type,i.props,i.key,i.ref,i.__v):v[s]=i,u=s+y,i.__=e,i.__b=e.__b+1,c=null,~(d=i.__i=Aa(i,n,u,O))&&(O--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,d==u-1?y--:d==u+1?y++:d!=u&&(d>u?y--:y++,_=1)):(~d||(r>$?y--:r<$&&y++),typeof i.type!="function"&&(i.__u|=4))):v[s]=null;if(_){for(l=[],p=[],s=0;s<r;s++)if((i=v[s])&&16&i.__u){for(y=0,m=l.length;y<m;)l[f=y+m>>1]<i.__i?y=f+1:m=f;l[y]=i.__i,p[s]=y+1}for(y=l.length;s--;)p[s]&&(p[s]==y?y--:v[s].__u|=4)}if(O)for(s=0;s<$;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=xe(c)),Bn(c,c));return o}function tr(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=tr(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=xe(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Aa(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return n;if(o>(u?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function Ko(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function Ct(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||Ko(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||Ko(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=Dn[t]||(Dn[t]=Ea(t)),(e.__a||(e.__a={}))[t]=Pn,s=t!=(t=t.replace(Zo,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function Ea(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[jt]==null)t[jt]=Pn++;else if(t[jt]<this.__a[e])return;return n(S.event?S.event(t):t)}}}function Ln(e,t,n,o,r,s,i,c,u,d){var l,p,m,f,$,O,y,_,v,A,E,be,De,we,Q,I,ae,Ne,fe=t.type;if(t.constructor!==ct)return null;128&n.__u&&(u=32&n.__u,l=n.__c.__z)&&(t.__u|=u,p=s=[],l.nodeType==8?c=Lt(l,s):s.push(l),c=s[0]||c),(l=S.__b)&&l(t);e:if(typeof fe=="function"){m=i.length;try{if(_=t.props,v=(l=fe.prototype)&&l.render,A=(l=fe.contextType)&&o[l.__c],E=l?A?A.props.value:l.__:o,(f=n.__c)?(t.__c=f,2&f.__g&&(f.__g|=1)):(v?t.__c=f=new fe(_,E):(t.__c=f=new Ye(_,E),f.constructor=fe,f.render=Ia),A&&A.sub(f),f.state||(f.state={}),f.__n=o,f.__g|=8,f.__h=[],f.__k=[]),v&&(f.__s||(f.__s=f.state),fe.getDerivedStateFromProps&&(f.__s==f.state&&(f.__s=Ce({},f.__s)),Ce(f.__s,fe.getDerivedStateFromProps(_,f.__s)))),$=f.props,O=f.state,f.__v=t,n.__c){if(_!==$&&v&&!fe.getDerivedStateFromProps&&f.componentWillReceiveProps&&f.componentWillReceiveProps(_,E),t.__v==n.__v&&!(8&f.__g)||!(4&f.__g)&&f.shouldComponentUpdate&&f.shouldComponentUpdate(_,f.__s,E)===!1){t.__v!=n.__v&&(f.props=_,f.state=f.__s,f.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(ee){ee&&(ee.__=t)}),Ft.push.apply(f.__h,f.__k),f.__k=[],f.__h.length&&i.push(f),c=xe(n);break e}f.componentWillUpdate&&f.componentWillUpdate(_,f.__s,E),v&&f.componentDidUpdate&&f.__h.push(function(){f.componentDidUpdate($,O,y)})}else v&&!fe.getDerivedStateFromProps&&f.componentWillMount&&f.componentWillMount(),v&&f.componentDidMount&&f.__h.push(f.componentDidMount);f.context=E,f.props=_,f.__P=e,f.__g&=-5,be=S.__r,De=v?25:0;do f.__g&=-9,be&&be(t),l=f.render(f.props,f.state=f.__s,f.context);while(8&f.__g&&++De<25);v&&(Ft.push.apply(f.__h,f.__k),f.__k=[]),f.state=f.__s,f.getChildContext&&(o=Ce({},o,f.getChildContext())),v&&n.__c&&f.getSnapshotBeforeUpdate&&(y=f.getSnapshotBeforeUpdate($,O)),we=l&&l.type===je&&l.key==null?l.props.children:l,_.__P&&(l=c,r=(e=_.__P).namespaceURI,u=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(ee){ee&&Bn(ee,ee)}),n.__k=null),c=n.__k?xe(n,0):null),c=er(e,Cn(we)?we:[we],t,n,o,r,s,i,c,u,d),_.__P&&(t.__e=null,c=l),t.__u&=-161,p&&p.some(Pe),f.__h.length&&i.push(f),1&f.__g&&(f.__g&=-4)}catch(ee){if(i.length=m,t.__v=null,u||s)if(ee&&ee.then){if(t.__u|=128|u,s){for(~(ae=s.indexOf(c||void 0))||(ae=s.length);(Ne=s[ae-1])&&Ne.nodeType==8;)ae--;for(;ae<s.length;ae++)if(Ne=s[ae])if(s[ae]=null,Q){if(Ne==I)break}else{if(Ne.nodeType!=8)break;Ne.data.startsWith("$s")&&(I=Lt(Q=Ne))}}if(!Q){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;Q=c}(l=Lt(Q=t.__c.__z||(t.__c.__z=Q)))?(t.__e=Q,c=l):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Pe);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),ee&&ee.then||nr(t),S.__e(ee,t,n)}}else c=t.__e=Ta(n.__e,t,n,o,r,s,i,u,d,e);return(l=S.diffed)&&l(t),c}function Lt(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function nr(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(nr))}function or(e,t,n){for(var o=0;o<n.length;)Rn(n[o++],n[o++],n[o++]);S.__c&&S.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){S.__e(s,r.__v)}})}function Ta(e,t,n,o,r,s,i,c,u,d){var l,p,m,f,$,O,y,_,v=n.props||Bt,A=t.props,E=t.type;if(E=="svg"?r="http://www.w3.org/2000/svg":E=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(l=0;l<s.length;l++)if(($=s[l])&&(E?$.localName==E:$.nodeType==3)){e=$,s[l]=null;break}}if(!e){if(_=d.ownerDocument||document,!E)return _.createTextNode(A);e=_.createElementNS(r,E,A.is?A:d),c&&(S.__m&&S.__m(t,s),c=!1),s=null}if(E){if(d=E=="template"&&e.content||e,s=E=="textarea"&&A.defaultValue!=null?null:s&&jn.call(d.childNodes),!c&&s)for(v={},l=0;l<e.attributes.length;l++)v[($=e.attributes[l]).name]=$.value;for(l in v)$=v[l],l=="dangerouslySetInnerHTML"?m=$:l=="children"||l in A||l=="value"&&"defaultValue"in A||l=="checked"&&"defaultChecked"in A||Ct(e,l,null,$,r);for(l in A)$=A[l],l=="children"?f=$:l=="dangerouslySetInnerHTML"?p=$:l=="value"?O=$:l=="checked"?y=$:c&&typeof $!="function"||v[l]===$||Ct(e,l,$,v[l],r);p?(c||m&&(p.__html==m.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(m&&(e.textContent=""),(E=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&xa.test(E))&&(r="http://www.w3.org/1999/xhtml"),er(d,Cn(f)?f:[f],t,n,o,r,s,i,s?s[0]:n.__k&&xe(n,0),c,u),s&&s.some(Pe)),c&&E!="textarea"||(l="value",E=="progress"&&O==null?e.removeAttribute(l):O==null||O===e[l]&&(E!="progress"||O)||Ct(e,l,O,v[l],r),l="checked",y!=null&&y!=e[l]&&Ct(e,l,y,v[l],r))}else v===A||c&&e.data==A||(e.data=A);return e}function Rn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){S.__e(r,n)}}function Bn(e,t,n){var o,r,s,i;if(S.unmount&&S.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Rn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){S.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&Bn(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Lt(o,s=[]))&&(o==e.__e&&s.some(Pe),Pe(r),Pe(o)),n||Pe(e.__e),e.__e=e.__c=e.__=null}function Ia(e,t,n){return this.constructor(e,n)}function rr(e,t){var n,o,r,s;S.__&&S.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=at(je,{children:[e]}),r=[],s=[],Ln(t,t.__k,o||Bt,Bt,t.namespaceURI,o?null:t.firstChild?jn.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),or(r,t.__k,s),t.__k.props.children=null}S={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Rt=0,e}},Jo=0,Nn=function(e){return e!=null&&e.constructor===ct},Ye.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Ce({},this.state)),typeof e=="function"&&(e=e(Ce({},n),this.props)),e&&(Ce(n,e),this.__v&&(t&&this.__k.push(t),Yo(this)))},Ye.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),Yo(this))},Ye.prototype.render=je,Se=[],Rt=0,zo=function(e,t){return e.__v.__b-t.__v.__b},jt=Symbol(),Zo=/(PointerCapture)$|Capture$/i,Pn=0,Dn={},Sa=0;var Le,L,Fn,sr,Un=Object.is,lt=0,pr=[],Wn=[],j=S,ir=j.__b,ar=j.__r,cr=j.diffed,ur=j.__c,lr=j.unmount,fr=j.__;function ft(e,t){j.__h&&j.__h(L,e,lt||t),lt=0;var n=L.__H||(L.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function dt(e){return lt=1,Ma(_r,e)}function Ma(e,t,n){var o=ft(Le++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):_r(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);Un(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=L,!L.__f)){L.__f=!0;var r=L.shouldComponentUpdate;L.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var d=!1,l=this.props!=s;if(u.__.some(function(m){m.__N&&(d=!0,Un(m.__[0],m.__N[0])||(l=!0))}),r){var p=r.call(this,s,i,c);return d?p||l:p}return!d||l}}return o.__}function N(e,t){var n=ft(Le++,3);!j.__s&&Hn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,L.__H.__h.push(n))}function de(e,t){var n=ft(Le++,4);!j.__s&&Hn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,L.__h.push(n))}function G(e){return lt=5,Y(function(){return{current:e}},[])}function Y(e,t){var n=ft(Le++,7);return Hn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Wt(e,t){return lt=8,Y(function(){return e},t)}function hr(){var e=ft(Le++,11);if(!e.__){for(var t=L.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function Da(){var e;do{for(;e=Wn.shift();)try{ut(e)}catch(n){j.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=pr.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(ut),t.__h.some(qn),t.__h=[]}catch(n){t.__h=[],j.__e(n,e.__v)}}}while(Wn.length)}j.__b=function(e){L=null,ir&&ir(e)},j.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),fr&&fr(e,t)},j.__r=function(e){ar&&ar(e),Le=0;var t=(L=e.__c).__H;t&&(Fn==L?L.__h=[]:(t.__h.some(ut),t.__h.some(qn),Le=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),Fn=L},j.diffed=function(e){cr&&cr(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&mr(pr.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),Fn=L=null},j.__c=function(e,t){t.some(function(n){try{n.__h.some(ut),n.__h=n.__h.filter(function(o){return!o.__||qn(o)})}catch(o){n.__h=[function(){throw o}]}}),ur&&ur(e,t)},j.unmount=function(e){lr&&lr(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,mr(Wn.push(r))}else ut(r)}catch(s){t=s}}),o.__H=void 0,t&&j.__e(t,o.__v))};var dr=typeof requestAnimationFrame=="function";function Na(e){var t,n=function(){clearTimeout(o),dr&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);dr&&(t=requestAnimationFrame(n))}function mr(e){e!=1&&sr==j.requestAnimationFrame||((sr=j.requestAnimationFrame)||Na)(Da)}function ut(e){var t=L,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),L=t}function qn(e){var t=L;e.__c=e.__(),L=t}function Hn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!Un(n,e[o])})}function _r(e,t){return typeof t=="function"?t(e):t}var Pa=Symbol.for("preact-signals");function Gt(){if(me>1)me--;else{var e,t=!1;for((function(){var r=Ht;for(Ht=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();pt!==void 0;){var n=pt;for(pt=void 0,qt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&$r(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(qt=0,me--,t)throw e}}function Gn(e){if(me>0)return e();Vn=++Ca,me++;try{return e()}finally{Gt()}}var mt,M=void 0;function ht(e){var t=M,n=mt;M=void 0,mt=void 0;try{return e()}finally{M=t,mt=n}}var pt=void 0,me=0,qt=0,Ca=0,Vn=0,Ht=void 0,Vt=0;function vr(e){if(M!==void 0){var t=e.n;if(t===void 0||t.t!==M)return t={i:0,S:e,p:M.s,n:void 0,t:M,e:void 0,x:void 0,r:t},M.s!==void 0&&(M.s.n=t),M.s=t,e.n=t,32&M.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=M.s,t.n=void 0,M.s.n=t,M.s=t),t}}function W(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}W.prototype.brand=Pa;W.prototype.h=function(){return!0};W.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:ht(function(){var o;(o=t.W)==null||o.call(t)}))};W.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&ht(function(){var r;(r=t.Z)==null||r.call(t)}))}};W.prototype.subscribe=function(e){var t=this;return se(function(){var n=t.value;ht(function(){return e(n)})},{name:"sub"})};W.prototype.valueOf=function(){return this.value};W.prototype.toString=function(){return this.value+""};W.prototype.toJSON=function(){return this.value};W.prototype.peek=function(){var e=this;return ht(function(){return e.value})};Object.defineProperty(W.prototype,"value",{get:function(){var e=vr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(qt>100)throw new Error("Cycle detected");(function(n){me!==0&&qt===0&&n.l!==Vn&&(n.l=Vn,Ht={S:n,v:n.v,i:n.i,o:Ht})})(this),this.v=e,this.i++,Vt++,me++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Gt()}}}});function F(e,t){return new W(e,t)}function $r(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function yr(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function gr(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Re(e,t){W.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Vt-1,this.f=4}Re.prototype=new W;Re.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Vt))return!0;if(this.g=Vt,this.f|=1,this.i>0&&!$r(this))return this.f&=-2,!0;var e=M;try{yr(this),M=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return M=e,gr(this),this.f&=-2,!0};Re.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}W.prototype.S.call(this,e)};Re.prototype.U=function(e){if(this.t!==void 0&&(W.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Re.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Re.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=vr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function ke(e,t){return new Re(e,t)}function br(e){var t=e.j;if(e.j=void 0,typeof t=="function"){me++;var n=M;M=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,Yn(e),o}finally{M=n,Gt()}}}function Yn(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,br(e)}function ja(e){if(M!==this)throw new Error("Out-of-order effect");gr(this),M=e,this.f&=-2;try{8&this.f&&Yn(this)}finally{Gt()}}function Ke(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,mt&&mt.push(this)}Ke.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Ke.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,br(this),yr(this),me++;var e=M;return M=this,ja.bind(this,e)};Ke.prototype.N=function(){2&this.f||(this.f|=2,this.u=pt,pt=this)};Ke.prototype.d=function(){this.f|=8,1&this.f||Yn(this)};Ke.prototype.dispose=function(){this.d()};function se(e,t){var n=new Ke(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var wr,Kt,Yt,La=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Sr=[];se(function(){wr=this.N})();function Je(e,t){S[e]=t.bind(null,S[e]||function(){})}function _t(e){if(Yt){var t=Yt;Yt=void 0,t()}Yt=e&&e.S()}function xr(e){var t=this,n=e.data,o=g(n);o.name="ReactiveDom",o.value=n;var r=Y(function(){for(var c=t,u=t.__v;u=u.__;)if(u.__c){u.__c.__$f|=4;break}var d=ke(function(){var f=o.value.value;return f===0?0:f===!0?"":f||""}),l=ke(function(){return!Array.isArray(d.value)&&!Nn(d.value)}),p=se(function(){if(this.N=kr,l.value){var f=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=f)}}),m=t.__$u.d;return t.__$u.d=function(){p(),m.call(this)},[l,d]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}xr.displayName="ReactiveTextNode";Object.defineProperties(W.prototype,{constructor:{configurable:!0,value:Ut(je,null).constructor},type:{configurable:!0,value:xr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});Je("__b",function(e,t){if(_t(),Kt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof W&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});Je("__r",function(e,t){if(e(t),t.type!==je){_t();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return se(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;La&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Kt=o,_t(n)}});Je("__e",function(e,t,n,o){_t(),Kt=void 0,e(t,n,o)});Je("diffed",function(e,t){_t(),Kt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var u in o){var d=s[u],l=o[u];d===void 0?(d=Ra(n,u,l,r),s[u]=d):d.o(l,r)}}}e(t)});function Ra(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=F(n);return{o:function(i,c){s.value=i,o=c},d:se(function(){this.N=kr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}Je("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var u in i)c[u]=i[u]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var l=d.__$u;l&&(d.__$u=void 0,l.d())}}e(t)});Je("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});Ye.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function g(e,t){return Y(function(){return F(e,t)},[])}var Ba=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Fa(){Gn(function(){for(var e;e=Sr.shift();)wr.call(e)})}function kr(){Sr.push(this)===1&&(S.requestAnimationFrame||Ba)(Fa)}var Ar=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,Ar(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},Or=new Map;function Er(e){var t=Or.get(this);return t||(t=new Map,Or.set(this,t)),(t=Ar(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",u=[0],d=function(m){s===1&&(m||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,m,i):s===3&&(m||i)?(u.push(3,m,i),s=2):s===2&&i==="..."&&m?u.push(4,m,0):s===2&&i&&!m?u.push(5,0,!0,i):s>=5&&((i||!m&&s===5)&&(u.push(s,0,i,r),s=6),m&&(u.push(s,m,0,r),s=6)),i=""},l=0;l<n.length;l++){l&&(s===1&&d(),d(l));for(var p=0;p<n[l].length;p++)o=n[l][p],s===1?o==="<"?(d(),u=[u],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(d(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[l][p+1]===">")?(d(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),s=2):i+=o),s===3&&i==="!--"&&(s=4,u=u[0])}return d(),u})(e)),t),arguments,[])).length>1?t:t[0]}var a=Er.bind(Ut);var Mr="Europe/London",Kn=e=>new Intl.DateTimeFormat("en-GB",{timeZone:Mr,...e}),Dr=Kn({day:"numeric",month:"long",year:"numeric"}),Ua=Kn({month:"short",year:"numeric"}),Tr=Kn({hour:"2-digit",minute:"2-digit"}),Jt=new Intl.DateTimeFormat("sv-SE",{timeZone:Mr}),Wa=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),qa=864e5,te=(e=new Date)=>Jt.format(e),K=e=>Dr.format(new Date(e)),Nr=e=>Ua.format(new Date(`${e}-01`));function Oe(e,t=new Date){let n=new Date(e);return Jt.format(n)===Jt.format(t)?Tr.format(n):`${Dr.format(n)}, ${Tr.format(n)}`}var C=e=>Wa.format(e),ne=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function Pr(e,t=new Date){let n=Math.round((Ir(t)-Ir(new Date(e)))/qa);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var Ir=e=>Date.parse(Jt.format(e)),zt=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function ce({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${Oe(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function J({reading:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var Jn="([A-Za-z0-9_-]{1,64})",zn=new RegExp(`^${Jn}$`),Ha={"/":"jobs","/jobs":"jobs",[`/jobs/${Jn}`]:"job",[`/jobs/${Jn}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},Va=Object.entries(Ha).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Zt(e){for(let[t,n]of Va){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var x=F(Zn());function Zn(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Zt(location.pathname)??Zt("/"),path:location.pathname,account:zn.test(n)&&zn.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function b(e,t={},n=x.value.account){let[o,r]=n?.split("/")??[],s=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return s?`${e}?${s}`:e}function Cr(e){x.value.account||pe(b(x.value.path,Object.fromEntries(x.value.query),e),{replace:!0})}function pe(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:Ga(n)},""),history.pushState(null,"",e)),x.value=Zn()}var Xt=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function Ga(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return o?{href:r,at:Xt(r,t).indexOf(o),top:o.getBoundingClientRect().top}:null}function jr(){let{y:e,mark:t}=x.value;scrollTo(0,e);let n=t&&Xt(t.href,document.querySelector("main"))[t.at];if(!n)return;let o=()=>scrollBy(0,n.getBoundingClientRect().top-t.top);o(),requestAnimationFrame(()=>requestAnimationFrame(o))}function Lr(){history.scrollRestoration="manual",addEventListener("popstate",()=>{x.value=Zn(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Zt(t.pathname)||(e.preventDefault(),pe(t.href,{replace:t.href===location.href,link:t}))})}var Ka={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},h=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${Ka[e]} /></svg>
`;var Ja="Contractor Portal",Rr=!0;function w({title:e,back:t,keepsFocus:n=!1,children:o}){let r=G(null);return de(()=>{Rr||(n||r.current.focus({preventScroll:!0}),jr()),Rr=!1},[]),de(()=>{document.title=`${e} – ${Ja}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${b(t.path)}><${h} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var Br="application/json",Fr=()=>{};function Ur(e){Fr=e}async function z(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let i=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!i&&c.set("Content-Type",Br);try{let u=await fetch(`/api/${e}`,{method:t,headers:c,body:i||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),{status:d,headers:l}=u,m=l.get("Content-Type")?.startsWith(Br)??!1?await u.json().catch(()=>null):null;return za(d,m,l)?(d===401&&Fr(),{status:d,body:m,headers:l,offline:!1}):d===413?Za():Xn()}catch{return Xn()}}function za(e,t,n){return n.get("X-Request-ID")?e>=400?typeof t?.error=="string":t!==null||e===204||e===304:!1}var Za=()=>({...Xn(),status:413,offline:!1}),Xn=()=>({status:0,body:null,headers:new Headers,offline:!0}),Xa="The portal cannot be reached just now. Please check your connection and try again.",ie=({offline:e,body:t})=>e?Xa:t?.error??"Something went wrong. Please try again in a minute.";var to=(e,t)=>t.some(n=>e instanceof n),Wr,qr;function Qa(){return Wr||(Wr=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function ec(){return qr||(qr=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var no=new WeakMap,Qn=new WeakMap,Qt=new WeakMap;function tc(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(Ae(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Qt.set(t,e),t}function nc(e){if(no.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});no.set(e,t)}var oo={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return no.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return Ae(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function Yr(e){oo=e(oo)}function oc(e){return ec().includes(e)?function(...t){return e.apply(ro(this),t),Ae(this.request)}:function(...t){return Ae(e.apply(ro(this),t))}}function rc(e){return typeof e=="function"?oc(e):(e instanceof IDBTransaction&&nc(e),to(e,Qa())?new Proxy(e,oo):e)}function Ae(e){if(e instanceof IDBRequest)return tc(e);if(Qn.has(e))return Qn.get(e);let t=rc(e);return Object.is(t,e)||(Qn.set(e,t),Qt.set(t,e)),t}var ro=e=>Qt.get(e);function Kr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=Ae(i);return o&&i.addEventListener("upgradeneeded",u=>{o(Ae(i.result),u.oldVersion,u.newVersion,Ae(i.transaction),u)}),n&&i.addEventListener("blocked",u=>n(u.oldVersion,u.newVersion,u)),c.then(u=>{s&&u.addEventListener("close",()=>s()),r&&u.addEventListener("versionchange",d=>r(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function Jr(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),Ae(n).then(()=>{})}var sc=["get","getKey","getAll","getAllKeys","count"],ic=["put","add","delete","clear"],eo={};function Hr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(eo[t])return eo[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=ic.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||sc.includes(n)))return;let s=async function(i,...c){let u=this.transaction(i,r?"readwrite":"readonly"),d=u.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),r&&u.done]))[0]};return eo[t]=s}Yr(e=>({...e,get:(t,n,o)=>Hr(t,n)||e.get(t,n,o),has:(t,n)=>!!Hr(t,n)||e.has(t,n)}));var ac=["advance","continue","continuePrimaryKey"],Vr={},so=new WeakMap,zr=new WeakMap,cc={get(e,t){if(!ac.includes(t))return e[t];let n=Vr[t];return n||(n=Vr[t]=function(...o){so.set(this,zr.get(this)[t](...o))}),n}};async function*uc(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,cc);for(zr.set(n,t),Qt.set(n,ro(t));t;)yield n,t=await(so.get(n)||t.continue()),so.delete(n)}function Gr(e,t){return t===Symbol.asyncIterator&&to(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&to(e,[IDBIndex,IDBObjectStore])}Yr(e=>({...e,get(t,n,o){return Gr(t,n)?uc:e.get(t,n,o)},has(t,n){return Gr(t,n)||e.has(t,n)}}));async function Be(e,t){let n=0,o=new Promise((r,s)=>{n=setTimeout(()=>s(new DOMException(`not within ${e} ms`,"TimeoutError")),e)});try{return await Promise.race([t,o])}finally{clearTimeout(n)}}var lc=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})},async(e,t)=>{let n=t.objectStore("outbox");n.name="blobs";let o=e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0});e.createObjectStore("documents",{keyPath:"id"});for(let r=await n.openCursor();r;r=await r.continue()){let{document:s,...i}=r.value;o.put({...i,document:s&&{name:s.name,size:s.size}}),s?.blob||r.delete()}}],fc={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",lost:"This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",held:"Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},he=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=fc[t]}},Xr=["InvalidStateError","UnknownError"],dc="portal:",mc=1e4,Zr=3e3,Ee=new Map,en=new Set,ao=!1,Z=({agency:e,contractorId:t,email:n})=>`${dc}${e}/${t} ${n}`;function pc(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function Qr(){return(indexedDB.databases?await Te(()=>indexedDB.databases()):[...Ee.keys()].map(t=>({name:t}))).map(({name:t})=>pc(t)).filter(Boolean)}var es=()=>{ao=!0},co=e=>en.delete(e);async function io(e,t=lc){if(en.has(e))throw new he("gone");if(!Ee.has(e)){let n=hc(e,t);Ee.set(e,n),n.catch(()=>Ee.delete(e))}return Te(()=>Be(mc,Ee.get(e)))}var hc=(e,t)=>Te(()=>Kr(e,t.length,{upgrade(n,o,r,s){s.done.catch(()=>{}),_c(t.slice(o),n,s)},blocking(n,o){o===null&&en.add(e),lo(e)},terminated:()=>Ee.delete(e)}));async function _c(e,t,n){try{for(let o of e)await o(t,n)}catch{uo(n)}}function uo(e){try{e.abort()}catch{}}async function lo(e){let t=Ee.get(e);Ee.delete(e),(await t?.catch(()=>null))?.close()}async function ts(e){let t=Be(Zr,vc(e)).then(()=>!0,()=>!1);en.add(e);let n=await t;lo(e);try{await Te(()=>Be(Zr,Jr(e)))}catch(o){if(!n)throw o}}async function vc(e){let t=await io(e),n=[...t.objectStoreNames],o=t.transaction(n,"readwrite");await Promise.all([...n.map(r=>o.objectStore(r).clear()),o.done])}var H=(e,t,n)=>Te(async()=>{let o=await $c(e,t,n);return ao=!0,o});async function $c(e,t,n){try{return await t(await io(e,n))}catch(o){if(!Xr.includes((o.cause??o).name))throw o;return await lo(e),t(await io(e,n))}}async function Te(e){try{return await e()}catch(t){throw t instanceof he?t:new he(yc(t),t)}}function yc(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":e.name==="TimeoutError"?"held":["SecurityError",...Xr].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?ao?"lost":"closed":"broken"}var ss="May have arrived",gc={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused",unknown:ss},bc=144*36e5,is=2e3,wc=3e5,mo=6e4,Sc=600,xc=36e5,kc=6e5,Oc=24*36e5,Ac=1e4,Ec=/^document: /,Tc=[400,404,405,413,415,422],as="It may have arrived. It is sent again, and the portal knows it for the same.",Ic="Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again every hour. A smaller PDF may go through.",ns="Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.",Mc=" If that does not help, attach the PDF again.",Dc="The portal cannot tell any more what became of it. Please look at the job before you send it again.",cs="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",Fe=e=>on(e)?ss:gc[e.state],nn=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],P=({state:e})=>e!=="done",vt=e=>Math.max(0,...e.map(({state:t,doneAt:n})=>t==="done"?n:0)),_e=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,us=(e,t)=>_e(e)?{heldUntil:t+kc}:void 0,$t=({state:e})=>!["sending","checking"].includes(e),on=({state:e,sentAt:t})=>e==="unknown"||e==="waiting"&&t!==null,ue=({state:e})=>["refused","unknown"].includes(e),ls=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...rn({content:o,document:r})}),rn=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...Nc}),Nc={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,attempt:null,submissionId:null,asks:null,result:null};function fs(e,t){return ds(e).filter(n=>fo(n)<=t||fo(n)>t+Oc).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function po(e){let t=ds(e).map(fo);return t.length?Math.min(...t):null}var fo=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function ds(e){let t=new Set;return e.filter(n=>{if(n.state==="checking")return!0;if(!["waiting","sending"].includes(n.state))return!1;if(n.state==="waiting"&&n.asks)return!0;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function ms(e,t){return hs(e,t)?ho(cs):{state:"sending",sentAt:e.sentAt??t,attempt:crypto.randomUUID(),sentence:null,asks:null}}function ps(e,t,n=Math.random){if(hs(e,t))return ho(cs);let o=_e(e)?ns+Mc:ns;return ze(e,null,t,n,{sentence:o,asks:"document"},mo)}var hs=({sentAt:e},t)=>e!==null&&t-e>bc,_s=()=>({state:"waiting",sentence:as,nextAt:0});function vs(e,t,n,o=Math.random){let{status:r,body:s,headers:i,offline:c}=t,u={sentAt:e.sentAt??n},d=s?.error?.replace(Ec,"")??null;if(c)return ze(e,null,n,o,{...u,sentence:as},mo);if(r===413&&!s)return ze(e,Sc,n,o,{sentAt:e.sentAt,sentence:Ic,asks:"size"},xc);let l=i.get("Submission-State"),p=i.get("Retry-After");return r===200||r===201?ys(e,s,n):r===202?os(s.submissionId,s.message,n):l==="rejected"?tn(d):r===409&&p?ze(e,p,n,o,{...u,sentence:d},Ac):i.get("Location")?os(i.get("Location").split("/").at(-1),d,n):l==="not-sent"?ze(e,p,n,o,{sentAt:null,sentence:d}):r===409?tn(d,e.kind==="invoice"?"duplicate":null):Tc.includes(r)?tn(d):ze(e,p,n,o,{...r>=500?u:{sentAt:e.sentAt},sentence:d})}function $s(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?ho(Dc):o||t!==200?rs(e,e.sentence,r,s):n.state==="confirmed"?ys(e,n.result,r):["rejected","expired","abandoned"].includes(n.state)?tn(n.message):rs(e,n.message,r,s)}var ys=({kind:e},t,n)=>({state:"done",doneAt:n,sentence:null,result:e==="completion"?null:t}),tn=(e,t=null)=>({state:"refused",sentence:e,asks:t,sentAt:null}),ho=e=>({state:"unknown",sentence:e}),os=(e,t,n)=>({state:"checking",submissionId:e,sentence:t,tries:0,nextAt:n+is});function ze(e,t,n,o,r,s=wc){let i=Math.max(Number(t)*1e3||0,sn(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function rs(e,t,n,o){return{sentence:t,tries:e.tries+1,nextAt:n+sn(e.tries,mo,o)}}var sn=(e,t,n=Math.random)=>Math.min(t,is*2**Math.min(e,20))*(.5+n()/2);var ws="portal-outbox",Pc={durability:"strict"},gs=["outbox","documents","blobs"],bs=1e4,Ze=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Ue=class{constructor(t){this.owner=t,this.name=Z(t)}all(){return H(this.name,t=>t.getAll("outbox"))}async add(t,n=null){let o=await this.#t(async({outbox:r,documents:s})=>{let i=await r.add(t);return n&&await s.put({id:i,bytes:n}),{...t,id:i}});return an(this.name),o}async change(t,n,o=null){let r=await this.#t(async({outbox:s,documents:i,blobs:c})=>{let u=await s.get(t),d=u&&n(u);if(d===void 0)return;let l=d&&{...u,...d},p=Ss(l);return await Promise.all([l?s.put(l):s.delete(t),p?o&&i.put({id:t,bytes:o}):i.delete(t),(o||!p)&&c.delete(t)]),l});if(r===void 0)throw new Ze;return an(this.name),r}async documentOf(t){let n=await Te(()=>Be(bs,H(this.name,o=>o.get("documents",t))));return n?n.bytes:this.#e(t)}async#e(t){let n=await H(this.name,s=>s.get("blobs",t));if(!n)throw new he("lost");let o=await Te(()=>Be(bs,n.document.blob.arrayBuffer())),r=async({documents:s,blobs:i})=>{await i.count(t)&&await Promise.all([s.put({id:t,bytes:o}),i.delete(t)])};return await this.#t(r).catch(()=>{}),o}#t(t){return H(this.name,async n=>{let o=n.transaction(gs,"readwrite",Pc),r=Object.fromEntries(gs.map(c=>[c,o.objectStore(c)])),s=t(r).catch(c=>{throw uo(o),c}),[i]=await Promise.all([s,o.done]);return i})}tidy(){return H(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!P(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},Xe=class{#e=[];#t=new Map;#n=0;constructor(t){this.owner=t,this.name=Z(t)}async all(){return[...this.#e]}async add(t,n=null){let o={...t,id:++this.#n};return this.#e.push(o),n&&this.#t.set(o.id,n),an(this.name),o}async change(t,n,o=null){let r=this.#e.findIndex(c=>c.id===t),s=r<0?void 0:n(this.#e[r]);if(s===void 0)throw new Ze;let i=s&&{...this.#e[r],...s};return this.#e.splice(r,1,...i?[i]:[]),o?this.#t.set(t,o):Ss(i)||this.#t.delete(t),an(this.name),i}async documentOf(t){return this.#t.get(t)}},Ss=e=>!!e?.document&&P(e);function an(e){let t=new BroadcastChannel(ws);t.postMessage(e),t.close()}function xs(e){let t=new BroadcastChannel(ws);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function yt(e){try{let t=await e.arrayBuffer();return{name:e.name??"invoice.pdf",size:t.byteLength,bytes:t}}catch(t){throw Object.assign(new he("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}function ks(e,t){let{method:n,path:o}=Cc(e),r={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(r["X-Allow-Duplicate"]="true"),{method:n,path:o,headers:r,body:t?jc(e,t):e.content,timeoutMs:t?3e5:6e4}}function Cc({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}function jc({content:e,document:t},n){let o=new FormData;for(let[r,s]of Object.entries(e))s!=null&&o.append(r,String(s));return o.append("document",new Blob([n],{type:"application/pdf"}),t.name),o}var gt=new BroadcastChannel("portal-turn"),bt=[];gt.addEventListener("message",({data:{asks:e}})=>{bt.includes(e)&&gt.postMessage({holds:e})});function Os(e,t){return Ts(e,async(n,o)=>{let r=!0,s=()=>o(()=>t(()=>r));try{return await navigator.locks.request(e,n,s)}catch(i){if(i.name!=="AbortError")throw i;return r=!1,null}})}function As(e,t){return Ts(e,({steal:n,signal:o},r)=>n?r(t):navigator.locks.request(e,{signal:o,mode:"shared"},()=>r(t)))}async function Es(e,t){let n=!1,o=()=>(n=!0,Is(e,t));try{return await navigator.locks.request(e,{signal:AbortSignal.timeout(5e3)},o)}catch(r){if(n)throw r;return t()}}async function Ts(e,t){let n=!1,o=r=>(n=!0,Is(e,r));for(let r=!1;;r=!await Lc(e))try{return await t(r?{steal:r}:{signal:AbortSignal.timeout(5e3)},o)}catch(s){if(n)throw s}}async function Is(e,t){bt.push(e);try{return await t()}finally{bt.splice(bt.indexOf(e),1)}}function Lc(e){return bt.includes(e)?!0:new Promise(t=>{let n=s=>{clearTimeout(r),gt.removeEventListener("message",o),t(s)},o=({data:{holds:s}})=>s===e&&n(!0),r=setTimeout(()=>n(!1),3e3);gt.addEventListener("message",o),gt.postMessage({asks:e})})}var Ms="portal-session",Rc=5e3;async function We(e=null){return(await Qr()).filter(t=>e===null||t.email===e).map(t=>new Ue(t))}async function _o(e){return await Os(`portal-outbox:${e.name}`,async n=>{for(await Bc(e);n();){let[o]=fs(await e.all(),Date.now());if(!o)return{hold:null,next:po(await e.all())};let r=await Fc(e.owner,()=>n()?Uc(e,o):null);if(r)return{hold:r,next:null}}return null})??{hold:null,next:Date.now()+Rc}}var cn=e=>Es(Ms,e);async function Bc(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,_s)}function Fc(e,t){return As(Ms,async()=>await Ds(e)??t())}async function Ds({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await z("session");return o===401?"signed-out":s||o!==200?"offline":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function Uc(e,t){try{return await(t.state==="checking"?qc(e,t):Wc(e,t))}catch(n){if(n instanceof Ze)return null;throw n}}async function Wc(e,t){let n=u=>u.state==="waiting"&&u.key===t.key&&u.heldUntil===t.heldUntil,o=t.document?await e.documentOf(t.id).catch(()=>null):null;if(t.document&&!o)return await e.change(t.id,u=>n(u)?ps(u,Date.now()):void 0),null;let r=await e.change(t.id,u=>n(u)?ms(u,Date.now()):void 0);if(r.state!=="sending")return null;let s=ks(t,o),i=await z(s.path,{...s,account:Ps(e)}),c=await Ns(e,i);return await e.change(t.id,u=>{if(!(u.attempt!==r.attempt||u.state!=="sending"))return c?{state:"waiting",sentAt:t.sentAt}:vs(t,i,Date.now())}),c??(i.offline?"offline":null)}async function qc(e,t){let n=await z(`contractor/submissions/${t.submissionId}`,{account:Ps(e)}),o=await Ns(e,n);return o||await e.change(t.id,r=>r.state==="checking"?$s(t,n,Date.now()):void 0),o??(n.offline?"offline":null)}async function Ns(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?Ds(e.owner):null}var Ps=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var Hc="outbox",Cs=!1,Vc=()=>"SyncManager"in globalThis&&"serviceWorker"in navigator&&!Cs,qe=()=>Vc()?"It is sent by itself once there is a connection.":"It goes out when you next open the portal with a connection.";async function un(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(Hc).catch(()=>{Cs=!0})}var vo=e=>`outbox ${e}`;function ln(e,t){try{t?localStorage.setItem(vo(e),String(t)):localStorage.removeItem(vo(e))}catch{}}function $o(e){try{return Number(localStorage.getItem(vo(e))??0)}catch{return 0}}var js=e=>ln(e,0);var R=F(null),le=F(null),St=F([]),oe=F(null),Yc=6e4,Kc=168*36e5,Jc="This device has no room left, so nothing can be sent from it. Please free some space.",D=null,bo=0,yo=0,wt=!1,fn=null,go=!1;async function wo(e){if(D?.name===Z(e))return;So(),co(Z(e));let t=new Ue(e);$o(t.name)&&es(),D=t;try{let n=(await t.all()).length?0:$o(t.name);for(let o of(await We()).filter(r=>r.owner.email!==e.email))await o.tidy(),ln(o.name,await Oo(o));await Xc(t),await Zc(t),D===t&&(oe.value=n?eu(n):null)}catch(n){if(D!==t)return;oe.value=Ao(n),n.reason==="closed"&&(D=new Xe(e))}await kt(),R.value?.some(P)&&un(),ve()}async function Rs(e){So(),(e?await We(e.email).catch(()=>[]):[]).some(({name:n})=>n===Z(e))&&!D&&await wo(e)}function So(){clearTimeout(bo),D=null,R.value=null,le.value=null,St.value=[],oe.value=null}async function Qe({document:e,...t}){let{bytes:n,...o}=e?await yt(e):{},r=await D.add(ls({...t,document:n?o:null},Date.now()),n);return await kt(),navigator.storage?.persist?.(),un(),ve(),r}async function dn(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}},{bytes:s,...i}=o?await yt(o):{};return o!==void 0&&(r.document=s?i:null),xt(e,c=>_e(c)?rn(r):void 0,s)}var Bs=e=>xt(e,t=>us(t,Date.now())),Fs=e=>xt(e,({heldUntil:t})=>t?{heldUntil:0}:void 0);function xo(e,{duplicate:t=!1}={}){return xt(e,n=>ue(n)?rn({duplicate:t}):void 0)}var Us=e=>xt(e,t=>$t(t)?null:void 0),Ie=e=>(R.value??[]).filter(t=>t.jobId===e);async function ve(){clearTimeout(bo),fn?go=!0:(fn=Qc(),await fn.finally(()=>fn=null),go&&(go=!1,await ve()))}async function Ws(){D&&await ko(D,R.value??[]),await ve()}async function zc(){D&&await ko(D,(R.value??[]).filter(({asks:e})=>e!=="size")),await ve()}async function ko(e,t){for(let{id:n,nextAt:o}of t)o&&await e.change(n,()=>({nextAt:0})).catch(()=>{})}var Zc=async e=>ko(e,(await e.all()).filter(({asks:t})=>t==="document"));async function qs(e){let t=D instanceof Xe?[D]:await We(e);return(await Promise.all(t.map(Oo))).reduce((o,r)=>o+r,0)}var Oo=async e=>(await e.all()).filter(P).length;async function Hs(e){let t=!(D instanceof Xe);D?.owner.email===e&&So();for(let{name:n}of t?await We(e):[])await ts(n),js(n)}async function Xc(e){let t=Date.now()-Kc;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function xt(e,t,n){let o=await D.change(e,t,n);return await kt(),un(),ve(),o}async function kt(){let e=D;try{let t=await e?.all()??null;if(D!==e)return;R.value=t,t&&ln(e.name,t.filter(P).length)}catch(t){if(D!==e)return;oe.value=Ao(t),wt=!0}}async function Qc(){let e=D;if(e)try{let t=e instanceof Ue?(await We(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await _o(r));let o=await Promise.all(t.map(Oo));if(D!==e||(le.value=n[0].hold,St.value=t.map(({owner:r},s)=>({...r,number:o[s]})).filter(({number:r})=>r),Ls(n),!wt))return;wt=!1,await kt(),wt||(oe.value=null)}catch(t){if(D!==e)return;oe.value=t.reason==="full"?Jc:Ao(t),wt=!0,Ls([{hold:"offline",next:null}])}}function Ao(e){if(!e.sentence)throw e;return e.sentence}function Ls(e){let t=e.some(({hold:o})=>o==="offline");yo=t?yo+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+sn(yo,Yc)),n.length&&(bo=setTimeout(ve,Math.max(Math.min(...n)-Date.now(),0)))}var eu=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function Vs(){xs(e=>{e===D?.name&&kt()}),addEventListener("online",zc),addEventListener("offline",ve),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&ve()})}var Ot="portal",At=[e=>e.createObjectStore("session")],Ys=e=>H(Ot,t=>t.put("session",e,"last"),At);async function Ks(){try{return await H(Ot,e=>e.get("session","last"),At)??null}catch{return null}}var Js=()=>H(Ot,e=>e.delete("session","last"),At),zs=e=>H(Ot,t=>e?t.put("session",e,"asked"):t.delete("session","asked"),At);async function Zs(){try{return await H(Ot,e=>e.get("session","asked"),At)??null}catch{return null}}var k=F(void 0),et=F(null),mn=F(null),tu=6e5,V=({agency:e,contractorId:t})=>`${e}/${t}`,U=ke(()=>{if(!k.value)return null;let e=x.value.account??V(k.value.account);return k.value.accounts.find(t=>V(t)===e)??null}),$e=ke(()=>{let[e,t]=[k.value,U.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),Xs=ke(()=>{let[e,t]=[k.value,x.value.account];if(!e||U.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),Qs=new BroadcastChannel("portal:person");async function tt(e){let t=JSON.stringify(e)!==JSON.stringify(k.value);t&&(k.value=e),await(e?Ys(e):Js()).catch(()=>{}),t&&Qs.postMessage(e)}function nt(e){mn.value=e,zs(e).catch(()=>{})}async function pn(){let[e,t]=await Promise.all([Ks(),Zs()]);if(t&&nt(Date.now()-t.at<tu?t:null),k.value??=e??void 0,e||document.body.dataset.session){let n=await z("session");n.status===200&&await tt(n.body)}k.value??=null}var hn=e=>{let t=x.value.account?.split("/")[0];return z("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function ei(e,t){let n=await cn(()=>z("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(et.value=null,nt(null),await tt(n.body)),n}async function ti(e){tt({...k.value,account:e});let{agency:t,contractorId:n}=e,o=await z("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await tt(o.body)}async function ni(){let{email:e}=k.value,t=await cn(()=>z("session",{method:"DELETE"}));return t.status===204&&(await tt(null),await Hs(e)),t}function oi(){Ur(()=>{et.value=k.value?.email??et.value,tt(null)}),Qs.onmessage=({data:e})=>{k.value=e}}var ri=300;async function si(e,t,n,o=null){try{await H(Z(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>ri&&await ou(s),await i})}catch{}}async function ii(e,t){try{return await H(Z(e),n=>n.get("answers",t))??null}catch{return null}}async function ou(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-ri).map(({path:n})=>e.delete(n)))}var ru=5e3,su=30,ai={body:null,asOf:null,isOld:!1,busy:!0,problem:null,status:0},iu=F({...ai,busy:!1}),Et=new Map;function T(e){let t=$e.value,n=e?li(t,e):iu;return N(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&Eo(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[s,i]of r)s.addEventListener(i,o);return()=>{for(let[s,i]of r)s.removeEventListener(i,o)}},[n]),n}async function _n(e,t){let n=$e.value,o=n&&Et.get(ui(n,e));await o?.running,!(!o||o.begunAt>t)&&(o.readAt=0,Eo(n,e))}var ci=()=>Et.clear(),ui=(e,t)=>`${e.email} ${V(e)} ${t}`;function li(e,t){let n=ui(e,t);if(!Et.has(n)){let o=F(ai);Et.set(n,Object.assign(o,{etag:null,begunAt:0,readAt:0,running:null}))}return Et.get(n)}function Eo(e,t){let n=li(e,t);navigator.onLine&&Date.now()-n.readAt<ru||(n.running??=au(e,t,n).finally(()=>{n.running=null}))}async function au(e,t,n){let o=l=>{n.value={...n.value,...l}};if(!n.value.body){let l=await ii(e,t);l&&(n.etag=l.etag??null,o({body:l.body,asOf:l.body.asOf??new Date(l.readAt).toISOString(),isOld:!0}))}o({busy:!0}),n.begunAt=Date.now();let r=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},s=await z(`contractor/${t}`,{account:V(e),headers:r}),{status:i,body:c,offline:u}=s,d={asOf:cu(s.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:i};if((i===200||i===304)&&(n.readAt=Date.now()),i===200)n.etag=s.headers.get("ETag"),si(e,t,c,n.etag),o({...d,body:c});else if(i===304)o(d);else if(i===409)pn(),o({busy:!1,problem:ie(s),status:i});else if(i===404)o({body:null,busy:!1,problem:ie(s),status:i});else{let l=Number(s.headers.get("Retry-After"));!u&&l&&setTimeout(()=>Eo(e,t),Math.min(l,su)*1e3),o({isOld:!!n.value.body,busy:!!(!u&&l),problem:ie(s),status:i})}}var cu=e=>e?new Date(e).toISOString():null;function vn(){let e=U.value&&V(U.value);return a`
    <ul class="rows">
      ${k.value.accounts.map(t=>{let n=V(t);return a`
          <li key=${n} class="row">
            <a href=${b("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>ti(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${h} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function $n(){let[e,t,n]=[g(null),g(0),g(!1)],o=async()=>{n.value=!0;let s=await ni();if(n.value=!1,s.status!==204){e.value=`${ie(s)} Nothing on this device was deleted.`;return}ci(),pe("/",{replace:!0})},r=async()=>{e.value=null;try{t.value=await qs(k.value.email)}catch(s){if(!s.sentence)throw s;e.value=s.sentence;return}t.value||await o()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${uu} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${r}>
          <${h} name="leave" />Sign out
        </button>`}
  `}function uu({number:e,onSure:t,onStay:n}){let o=G(null);de(()=>o.current.focus(),[]);let[r,s,i]=[ne(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${r} on this device ${s} not with the agency yet.</b> Signing out deletes ${i} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${i} and sign out</button>
      </div>
    </div>
  `}var lu=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function fi(){let e=T("account"),t=e.value.body,{agencyName:n,displayName:o}=U.value;return a`
    <${w} title="Account">
      ${k.value.accounts.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${vn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${fu} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${J} reading=${e.value} />`}
        <${ce} reading=${e.value} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${k.value.email}</b></p>
        <${$n} />
      </section>
    <//>
  `}function fu({record:e}){let{agency:t}=e,n=[...lu.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return a`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>a`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var di=0;function q(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(di),di=setTimeout(()=>{t.textContent=e},400)}var du=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),ye=e=>e.trim().replaceAll("	"," ");function Tt(e,t,{inForm:n=!1}={}){let o=n?ye(e).replace(/\r\n|\r|\n/g,`\r
`):ye(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:du.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var It=4e3,yn=e=>e?Tt(e,It):"Please write something first.";function gn(e){N(()=>{if(e!==null)return Bs(e).catch(mi),()=>Fs(e).catch(mi)},[e])}var mi=()=>{};function pi({item:e,done:t}){let[n,[o,r]]=[hr(),dt(null)];return gn(e.id),a`
    <form onSubmit=${async i=>{i.preventDefault();let c=ye(i.target.elements.note.value),u=yn(c);if(r(u),!u)try{await dn(e.id,{content:{note:c}}),t()}catch(d){if(!d.sentence)throw d;r(d.sentence)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${It} required dir="auto" ref=${mu}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var mu=e=>e?.focus();var pu={waiting:"clock",sending:"send",checking:"search",done:"done",refused:"emergency",unknown:"emergency"};function Me({item:e}){let t=e.state==="refused"&&e.sentence?`, because: ${e.sentence}`:"";return a`
    <span class=${`state is-${e.state}`}>
      <${h} name=${pu[e.state]} /><span dir="auto">${Fe(e)}${t}</span>
    </span>
  `}var hu={offline:"No connection to the portal. What waits is kept on this phone.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function hi(){let e=(R.value??[]).filter(t=>!P(t)).reverse();return a`
    <${w} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${To}>
        ${R.value?a`<p class="reach"><${h} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:!oe.value&&a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${_i} of=${e} />
        </section>
      `}
    <//>
  `}function To({children:e}){let t=(R.value??[]).filter(P);return t.length?a`
    ${le.value&&!t.every(ue)&&a`<p class="notice" role="status">${hu[le.value]}${le.value==="offline"&&` ${qe()}`}</p>`}
    <h2 class="visually-hidden">Not with the agency yet</h2>
    <${_i} of=${t} />
    ${t.some(({state:n})=>n==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${Ws}>Try now</button>`}
  `:e}var _i=({of:e})=>a`<ol class="cards">${e.map(t=>a`<${Io} key=${t.id} item=${t} />`)}</ol>`;function Io({item:e}){let[t,n]=dt(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${nn(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${pi} item=${e} done=${o} />`:a`<${_u} item=${e} />`}
      <p class="about">
        <${Me} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${Oe(e.addedAt)}</time>
      </p>
      ${e.state!=="refused"&&e.sentence&&a`<p class="hint" dir="auto">${e.sentence}</p>`}
      ${t==="remove"&&a`<${yu} item=${e} stop=${o} />`}
      ${!t&&a`<${vu} item=${e} setDoing=${n} />`}
    </li>
  `}function _u({item:{kind:e,content:t,document:n,jobId:o}}){return a`
    ${e==="note"&&a`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${C(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&a`<p class="reach"><${h} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&a`<a class="reach" href=${b(`/jobs/${o}`)}><${h} name="jobs" />Look at the job</a>`}
  `}function vu({item:e,setDoing:t}){let n=e.asks==="duplicate",[o,r]=[U.value&&_e(e)&&e.kind!=="completion",$t(e)&&P(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>xo(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${$u} item=${e} onNote=${()=>t("edit")} />`}
      ${ue(e)&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>xo(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function $u({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s={...o.statementId&&{statement:o.statementId},change:e},i=b(n?`/jobs/${n}/invoice`:"/invoice",s);return a`<a class="btn btn-secondary" href=${i}>Change</a>`}function yu({item:e,stop:t}){let n=on(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=dt(null),s=async()=>{try{await Us(e.id),document.querySelector("h1").focus(),q("Deleted.")}catch(i){if(!i.sentence)throw i;r(i.sentence)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${gu} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var gu=e=>e?.focus();var vi=()=>a`
  <${w} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${x.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${k.value.email}</b>. Nothing was changed.
    </p>
    <${To}>${null}<//>
    <h2>Your accounts</h2>
    <${vn} />
    <h2>Signed in with another address?</h2>
    <${$n} />
  <//>
`;var bu="https://www.google.com/maps/search/?api=1&query=",wu=/[\p{L}/,;&#|]|(?=\+)/u,Su=5,xu=/^(\+|00)(\d{1,3})\(0\)/;function ku(e){return e.split(wu).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(xu,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Su)??""}function Mt({phone:e,who:t}){if(!e)return null;let n=ku(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${h} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function bn({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${h} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function $i({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${bu+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${h} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function yi(){let e=T("contacts"),t=e.value.body?.contacts;return a`
    <${w} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${Ou} key=${n.contactId} ...${n} />`)}</ul>`:a`<${J} reading=${e.value} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${ce} reading=${e.value} />
    <//>
  `}function Ou({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${Mt} phone=${s} who=${i} /><${Mt} phone=${r} who=${i} /><${bn} email=${o} who=${i} />
    </li>
  `}var Au=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function Mo({children:e}){let t=T("agency").value.body;Mu(t?.accent);let{agencyName:n,displayName:o}=U.value,r=Au.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${Du}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${k.value.accounts.length>1&&a`<a class="switch" href=${b("/account")}><${h} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(s=>a`<${Eu} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${Tu} />
    ${e}
  `}function Eu({path:e,name:t,icon:n,screens:o}){let r=o.includes(x.value.screen);return a`<a href=${b(e)} aria-current=${r?"page":null}><${h} name=${n} />${t}</a>`}function Tu(){let e=(R.value??[]).filter(P),t=e.filter(({state:s})=>s==="refused").length,n=e.filter(({state:s})=>s==="unknown").length,o=e.filter(s=>!ue(s)).length,r=le.value==="offline";return!e.length&&!St.value.length&&!oe.value?null:a`
    <aside class="strip" aria-label="Not sent yet">
      ${oe.value&&a`<p role="alert">${oe.value}</p>`}
      ${t>0&&a`<a href=${b("/outbox")}>
        <${h} name="emergency" />
        ${ne(t,"thing")} ${t===1?"was":"were"} refused, and ${t===1?"needs":"need"} you<${h} name="open" />
      </a>`}
      ${n>0&&a`<a href=${b("/outbox")}>
        <${h} name="emergency" />
        ${ne(n,"thing")} may have arrived, and ${n===1?"needs":"need"} you<${h} name="open" />
      </a>`}
      ${o>0&&a`<a href=${b("/outbox")}>
        <${h} name=${r?"offline":"send"} />
        ${ne(o,"thing")} ${o===1?"is":"are"} not with the agency yet<${h} name="open" />
      </a>`}
      ${St.value.map(s=>a`<${Iu} key=${V(s)} there=${s} />`)}
    </aside>
  `}function Iu({there:e}){let{agencyName:t="an account that is no longer yours"}=k.value.accounts.find(r=>V(r)===V(e))??{},[n,o]=[ne(e.number,"thing"),e.number===1?"is":"are"];return a`
    <a href=${b("/outbox",{},V(e))}>
      <${h} name="send" />${n} for ${t} ${o} not there yet<${h} name="open" />
    </a>
  `}function Mu(e){N(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function Du(e){e.preventDefault(),document.querySelector("h1").focus()}var He=({priority:e})=>e?.trim().toLowerCase()==="emergency",wn=e=>(e??"").trim().toLowerCase();function Sn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(wn).includes(wn(t))?"cancelled":"open"}var gi=e=>Ie(e).filter(t=>t.kind==="completion"&&P(t)).at(-1)??null,re=({title:e,reference:t,jobId:n})=>e||t||n;function bi(e){let t=wn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>Nu(n).includes(o))}var Do=new WeakMap;function Nu(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode];return Do.has(e)||Do.set(e,wn(s.filter(Boolean).join(`
`))),Do.get(e)}var wi=e=>[...e.filter(He),...e.filter(t=>!He(t))];function xn(e){let[t,n]=[T(`jobs/${e}`).value,T("jobs").value];if(t.body)return{job:t.body,reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o??null,reading:o?n:t}}var Si=({item:e,back:t})=>a`
  <${w} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Io} item=${e} /></ol>
    ${P(e)&&!ue(e)&&a`<p class="hint">You can go on. It is kept if you close the portal: ${qe()}</p>`}
    <a class="reach" href=${b("/money",{show:"invoices"})}><${h} name="invoice" />All your invoices</a>
  <//>
`;var ot=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,rt=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,st=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function xi({name:e,required:t,problem:n,value:o,...r}){let s=T("statements/pending"),i=s.value.body?.statements??[],c=!o||i.some(({statementId:u})=>u===o);return a`
    <div class="field">
      <${ot} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${st({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(u=>a`<option key=${u.statementId} value=${u.statementId}>${No(u)}</option>`)}
      </select>
      <${rt} name=${e}>${n??(s.value.body?null:s.value.problem)}<//>
    </div>
  `}var No=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[C(s??r??0),n??t??e,o&&K(o)].filter(Boolean).join(", ");async function ki(e,t){try{return(await H(Z(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function Oi(e,t,n){try{await H(Z(e),o=>n===null?o.delete("drafts",t):o.put("drafts",{name:t,content:n}))}catch{}}function Dt(e){let t=g(void 0),n=$e.value;return N(()=>{ki(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,Oi(n,e,r))]}var Ai=1e6,Ei={description:2e3,invoiceNumber:50},Pu=6,Cu=864e5,ju=10*1024*1024,Ti="%PDF-",Lu=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Ru=/\.\d\d\d*[1-9]/,Bu=["amount","description","invoiceDate"];function Nt(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[...Bu,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function kn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function Po(e=new Date){let[t,...n]=te(e).split("-");return{oldest:[t-Pu,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(te(e))+Cu).toISOString().slice(0,10)}}function ge(e){let t=e.trim().replace(/^£\s*/,"");return Lu.test(t)?Number(t.replaceAll(",","")):NaN}var Di=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),Fu={amount:e=>Mi(e,"The amount")??(ge(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>Mi(e,"VAT")??(ge(e)>ge(t)?"VAT cannot be more than the amount.":null),description:(e,t,n)=>Tt(e,Ei.description,{inForm:!!n}),invoiceNumber:e=>Tt(e,Ei.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=Po();return e>n?`The date can be tomorrow at the latest, ${K(n)}.`:e<t?`The date can be six years ago at most, ${K(t)}.`:null},statementId:()=>null},Ii={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function Mi(e,t){let n=ge(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:Ru.test(e.trim())?`${t} can have no more than two decimals.`:n>Ai?`${t} can be ${C(Ai)} at most.`:null}function On(e,t,n,o){let r={};for(let[s,i]of Object.entries(Fu)){let c=e[s]??"",u=Nt(s,n,o)?Ii[s]:null,d=c.trim()===""?u:i(c,e,t);d&&(r[s]=d)}return!t&&Nt("document",n,o)&&(r.document=Ii.document),r}async function Ni(e){return e.size>ju?"The PDF can have 10 MB at most.":await e.slice(0,Ti.length).text()===Ti?null:"This file is not a PDF. Please choose a PDF."}function Pi(e,t){let n={jobId:t,statementId:e.statementId,amount:ge(e.amount),vat:e.vat.trim()&&ge(e.vat),description:ye(e.description),invoiceDate:e.invoiceDate,invoiceNumber:ye(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function Ci({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var ji="This file cannot be read. Please choose it again.";function Li({required:e,problem:t,document:n,onChange:o}){let r=g(null),s=async({target:c})=>{let[u]=c.files;if(u&&(r.value=await Ni(u).catch(()=>ji),c.value="",!r.value))try{o(await yt(u)),q(`${u.name} is attached.`)}catch(d){r.value=d.sentence??ji}},i=r.value??t;return a`
    <div class="field">
      <${ot} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&a`<${Uu} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${st({name:"document",hint:!0,problem:i,required:e&&!n})} onChange=${s}
      />
      <${rt} name="document">${i}<//>
    </div>
  `}function Uu({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),q("The PDF is removed.")};return a`
    <p class="attached">
      <${h} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${zt(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var Wu={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function Ri({values:e,set:t,document:n,setDocument:o,agency:r,jobId:s,asked:i,onWhole:c}){let[u,d,l]=[g({}),g(i),g(null)],p=G(null),m=On(e,n,r,s),f=_=>_==="vat"&&l.value==="amount"?null:d.value||u.value[_]&&e[_]||!Di(_,e[_]??"")?m[_]:null,$=()=>p.current.querySelector("[aria-invalid]")?.focus();N(()=>{i&&$()},[]);let O=_=>{_.preventDefault(),d.value=!0,Object.keys(m).length?setTimeout($):c()},y=_=>({name:_,required:Nt(_,r,s),problem:f(_),value:e[_],onInput:({target:v})=>t(_,v.value),onFocus:()=>l.value=_,onBlur:()=>{l.value=null,u.value={...u.value,[_]:!0}}});return a`
    <form ref=${p} class="form" onSubmit=${O} noValidate>
      <p class="hint">${U.value.agencyName} needs whatever is not marked as optional.</p>
      ${kn(r)&&a`<${xi} ...${y("statementId")} />`}
      ${Object.entries(Wu).map(([_,v])=>a`<${qu} key=${_} ...${v} ...${y(_)} />`)}
      <${Li}
        required=${Nt("document",r,s)} problem=${d.value?m.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function qu({name:e,label:t,hint:n,rows:o,problem:r,required:s,value:i,type:c="text",...u}){let d=o?"textarea":"input",{oldest:l,latest:p}=c==="date"?Po():{};return a`
    <div class="field">
      <${ot} name=${e} required=${s}>${t}<//>
      ${n&&a`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${l} max=${p} autocomplete="off"
        value=${i} ...${st({name:e,hint:n,problem:r,required:s})} ...${u}
      />
      <${rt} name=${e}>${r}<//>
    </div>
  `}function Bi({onReach:e,left:t}){let n=G(null);return N(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var X=6;function Ve({of:e,row:t,most:n=e.length,onMore:o}){let r=Y(()=>Vu(e),[e]),s=Gu(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/X)).map((c,u)=>a`<${Hu} key=${u} of=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${Bi} onReach=${o} left=${i} />`}
  `:null}var Hu=({of:e,row:t})=>a`<div class="group">${e.map(t)}</div>`,Vu=e=>Array.from({length:Math.ceil(e.length/X)},(t,n)=>e.slice(n*X,(n+1)*X));function Gu(){let e=G(null),{activeElement:t}=document,n=e.current?.contains(t)&&t.getAttribute("href");return de(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=Xt(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var Ui={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"}},Yu={},Co=({status:e})=>Ui[e]?.words??e;function jo(e,t){let n=t.filter(r=>r.kind==="invoice"&&(P(r)||!e.some(s=>Fi(s,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed"].includes(r.status)&&n.some(({item:s})=>Fi(r,s));return[...n,...e.filter(r=>!o(r))]}function Fi(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function An({jobId:e,agency:t}){let n=T(t?.offers.includes("invoices.list")?"invoices":null).value,o=jo(n.body?.invoices??[],R.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${Lo} invoices=${o} />
    </section>
  `:null}function Lo({invoices:e,jobs:t=Yu,...n}){let o=Wt((r,s)=>a`<${Ku} key=${r.item?.id??r.invoiceId??`at ${s}`} invoice=${r} jobs=${t} />`,[t]);return a`<${Ve} of=${e} row=${o} ...${n} />`}function Ku({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:u}=e;return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":C(n)}</b>
      </p>
      <p class="about">
        ${u?a`<${Me} item=${u} />`:a`<${Ju} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${K(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${t[c]&&a`<a class="reach" href=${b(`/jobs/${c}`)}><${h} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${u&&P(u)&&a`<a class="reach" href=${b("/outbox")}><${h} name="send" />Look at what waits here</a>`}
    </div>
  `}function Ju({invoice:e}){let{icon:t="search",className:n=""}=Ui[e.status]??{};return a`<span class=${`state ${n}`}><${h} name=${t} />${Co(e)}</span>`}function Wi({about:e,address:t,values:n,document:o,failed:r,onSend:s,change:i,back:c}){let u=g(!1),d=async()=>{u.value=!0,await s(),u.value=!1},l=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",C(ge(n.amount))],["VAT in it",n.vat.trim()&&C(ge(n.vat))],["Date of the invoice",K(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${zt(o.size)}`:"None"]];return a`
    <${w} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${l.filter(([,p])=>p).map(([p,m])=>a`<div key=${p}><dt>${p}</dt><dd dir="auto">${m}</dd></div>`)}
        </dl>
      </div>
      ${le.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone. ${qe()}</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${u.value} onClick=${d}>
          <${h} name="send" />Send to ${U.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var zu=!1;function Ro({jobId:e,item:t,about:n,address:o,first:r,back:s}){let{query:i,path:c}=x.value,u=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[[d,l],[p,m]]=[Dt(u),Dt(`PDF of ${u}`)],[f,$]=[T("agency").value,g(null)],O=i.has("look");if(gn(t?.id??null),d.value===void 0||p.value===void 0||!f.body&&f.busy)return a`<${w} key="reading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let y=f.body&&Xu(f.body,e);if(y)return a`<${w} key="none" title="Invoice" back=${s}><p class="notice">${y}</p><//>`;let _={...r,...t&&Ci(t.content),...d.value},v=t?.asks==="document",A=(p.value??(v?null:t?.document))||null,E=!Object.keys(On(_,A,f.body,e)).length,{statementId:be}=r,De=I=>b(c,{...be&&{statement:be},...t&&{change:t.id},...I}),we=()=>{let I=Pi(_,e);return t?dn(t.id,{content:I,...(p.value!==null||v)&&{document:qi(A)}}):Qe({kind:"invoice",jobId:e,about:n,content:I,document:qi(A)})},Q=async()=>{$.value=null;try{let{id:I}=await we();q("Your invoice is on its way."),pe(b(c,{sent:I}),{replace:!0}),l(null),m(null)}catch(I){$.value=I.sentence??"Your invoice could not be kept. Please try again."}};return O&&E?a`
      <${Wi}
        about=${n} address=${o} values=${_} document=${A} failed=${$.value} onSend=${Q}
        change=${De({})} back=${s}
      />
    `:a`
    <${w} key="write" title="Invoice" back=${s} keepsFocus=${O}>
      <${Zu} about=${n} address=${o} />
      ${e&&a`<${An} jobId=${e} agency=${f.body} />`}
      <${Ri}
        values=${_} set=${(I,ae)=>l({...d.value,[I]:ae})} document=${A}
        setDocument=${I=>m(I??zu)} agency=${f.body} jobId=${e} asked=${O}
        onWhole=${()=>pe(De({look:"1"}))}
      />
    <//>
  `}function Zu({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function Xu({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var qi=e=>e&&new File([e.bytes??e.blob],e.name,{type:"application/pdf"});var Qu={path:"/money",name:"Money"};function Bo({id:e}){let{query:t}=x.value,n=Number(t.get("sent")??t.get("change")),o=(R.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:Qu;if(n&&R.value===null)return a`<${w} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!_e(o)))return a`<${Si} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?el:tl} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function el({id:e,statementId:t,...n}){let{job:o,reading:r}=xn(e);if(!o&&!n.item&&r.status===404)return a`<${Hi} reading=${r} back=${n.back} />`;let s={...Vi,statementId:t,invoiceDate:te()},i=o?.property?.address;return a`<${Ro} jobId=${e} about=${o?re(o):e} address=${i} first=${s} ...${n} />`}function tl({statementId:e,...t}){let n=T("statements/pending").value,o=n.body?.statements.find(s=>s.statementId===e);if(!o&&n.busy)return a`<${Hi} reading=${n} back=${t.back} />`;let r={...Vi,...o&&nl(o),statementId:e,invoiceDate:te()};return a`<${Ro} jobId=${null} about=${o?No(o):""} first=${r} ...${t} />`}var Hi=({reading:e,back:t})=>a`
  <${w} key="nothing" title="Invoice" back=${t}><${J} reading=${e} /><//>
`,Vi={amount:"",vat:"",description:"",invoiceNumber:""},nl=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var it=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;function Gi({job:e,standing:t}){let[n,o]=[g(null),g(!1)],r=gi(e.jobId),s=async i=>{if(!o.value){o.value=!0,n.value=null;try{await Qe({kind:"completion",jobId:e.jobId,about:re(e),content:{completed:i},document:null}),q(i?"The job is being marked complete.":"The job is being reopened.")}catch(c){n.value=c.sentence??"This could not be kept. Please try again."}o.value=!1}};return r?a`
      <p class="pending">
        <${h} name=${r.content.completed?"done":"reopen"} />
        ${r.content.completed?"Marked complete by you.":"Reopened by you."} <${Me} item=${r} />
      </p>
    `:a`
    ${t==="open"&&a`<button class="btn btn-primary" type="button" onClick=${()=>s(!0)}><${h} name="done" />Mark complete</button>`}
    ${t==="completed"&&a`<button class="btn btn-secondary" type="button" onClick=${()=>s(!1)}><${h} name="reopen" />Reopen this job</button>`}
    ${n.value&&a`<p class="notice" role="alert">${n.value}</p>`}
  `}function Yi({job:e,canAdd:t}){let n=U.value.displayName,o=Ie(e.jobId).filter(s=>s.kind==="note"&&!ol(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:u},d)=>a`
            <li key=${s??`at ${d}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${u&&a`<time datetime=${u}>${Oe(u)}</time>`}</p>
              <p class="says" dir="auto">${i}</p>
            </li>
          `)}
        ${o.map(s=>a`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Me} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&a`<${rl} job=${e} />`}
    </section>
  `}var ol=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function rl({job:e}){let[t,n]=Dt(`note on ${e.jobId}`),[o,r]=[g(null),g(!1)];return a`
    <form class="composer" onSubmit=${async i=>{if(i.preventDefault(),r.value)return;let c=ye(t.value??"");if(o.value=yn(c),!o.value){r.value=!0;try{await Qe({kind:"note",jobId:e.jobId,about:re(e),content:{note:c},document:null}),n(null),q("Your note was added.")}catch(u){o.value=u.sentence??"Your note could not be kept. Please try again."}r.value=!1}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${It} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${i=>n(i.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${h} name="send" />Add note</button>
    </form>
  `}var Ki={path:"/jobs",name:"Jobs"};function Ji({id:e}){let{job:t,reading:n}=xn(e),o=T("agency").value.body,r=vt(Ie(e));if(N(()=>{for(let i of r?[`jobs/${e}`,"jobs","invoices"]:[])_n(i,r)},[r]),!t)return a`<${w} title="Job" back=${Ki}><${J} reading=${n} /><//>`;let s=o?.offers??[];return a`
    <${w} title=${re(t)} back=${Ki}>
      <${sl} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${il} job=${t} />
      </div>
      <div class="doing">
        ${s.includes("jobs.complete")&&a`<${Gi} job=${t} standing=${Sn(t,o)} />`}
        ${s.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${b(`/jobs/${e}/invoice`)}><${h} name="invoice" />Send its invoice</a>`}
      </div>
      ${s.includes("invoices.submit")&&a`<${An} jobId=${e} agency=${o} />`}
      <${Yi} job=${t} canAdd=${s.includes("notes.add")} />
      <${ce} reading=${n} />
    <//>
  `}function sl({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${He(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
      ${t&&a`<${it}>${t}<//>`}
      ${n&&!He(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${Oe(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${K(i)}</time></span>`}
    </p>
  `:null}function il({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${$i} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${Mt} phone=${o} who=${n??"the tenant"} /><${bn} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var En={open:"Open",completed:"Completed",cancelled:"Cancelled"},al={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},Uo=F({});function Wo(){let e=T("jobs"),t=T("agency").value.body,n=x.value.query.get("show")??"open";return a`
    <${w} title="Jobs">
      ${e.value.body?a`<${cl} jobs=${e.value.body.jobs} agency=${t} tab=${Object.hasOwn(En,n)?n:"open"} />`:a`<${J} reading=${e.value} />`}
      <${ce} reading=${e.value} />
    <//>
  `}function cl({jobs:e,agency:t,tab:n}){let o=x.value.account,{text:r,made:s,found:i}=zi(o,n),c=Y(()=>wi(e),[e]),u=Y(()=>fl(c,t),[c,t]),d=Y(()=>ul(u,m=>m.filter(bi(r))),[u,r]),l=d[n].length,p=m=>{Uo.value={...zi(o,n),...m}};return N(()=>{r&&q(l?`${ne(l,"job")} found`:"No job found")},[r,n]),a`
    <form class="search" role="search" onSubmit=${m=>m.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${h} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${r} onInput=${m=>p({text:m.target.value,found:X})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(En).filter(([m])=>m!=="cancelled"||u.cancelled.length).map(([m,f])=>a`
            <a key=${m} href=${b("/jobs",{show:m})} aria-current=${m===n?"true":null}>
              ${f} <span class="number">${d[m].length}</span>
            </a>
          `)}
    </nav>
    ${!l&&a`<p class="notice">${r?`No job here has “${r}” in it.${ll(d)}`:al[n]}</p>`}
    <div key=${n} class=${r?"is-away":null}>
      <${Ve} of=${u[n]} row=${Zi} most=${s} onMore=${()=>p({made:s+X})} />
    </div>
    ${r&&a`<${Ve} key=${`found ${n}`} of=${d[n]} row=${Zi} most=${i} onMore=${()=>p({found:i+X})} />`}
  `}function zi(e,t){let n=Uo.value.at===e?Uo.value:{text:""};return n.tab===t?n:{at:e,tab:t,text:n.text,made:X,found:X}}var ul=(e,t)=>Object.fromEntries(Object.entries(e).map(([n,o])=>[n,t(o)]));function ll(e){return Object.keys(En).filter(n=>e[n].length).map(n=>` ${En[n]}: ${e[n].length}.`).join("")}function fl(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[Sn(o,t)].push(o);return n}var Fo=new WeakMap;function Zi(e){let t=Ie(e.jobId).filter(P).length,n=`${te()} ${t}`;return Fo.get(e)?.told!==n&&Fo.set(e,{told:n,row:dl(e,t)}),Fo.get(e).row}function dl(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${b(`/jobs/${n}`)}>
        ${He(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${re(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${it}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${Pr(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t>0&&a`<span class="unsent"><${h} name="send" />${ne(t,"thing")} to send</span>`}
        </span>
      </a>
    </div>
  `}var Tn=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,Qi=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function ea(e){let t=new Map;for(let{date:i,amount:c}of e){let u=i?.slice(0,7);u&&t.set(u,Tn([t.get(u),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(qo(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:Tn(s.map(i=>t.get(i)))},...r]:r}function ta(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,Xi(t)],"Last month":[`${qo(t)}-01`,Xi(qo(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function qo(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function Xi(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var Ho="Other dates";function oa({from:e,to:t,set:n}){let o=ta(te()),r=Object.keys(o).find(u=>o[u].join()===[e,t].join()),s=g(!r),i=({target:u})=>{s.value=u.value===Ho,s.value||n(...o[u.value])},c=e&&t&&e>t;return a`
    <form class="dates" onSubmit=${u=>u.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${s.value?Ho:r} onChange=${i}>
          ${[...Object.keys(o),Ho].map(u=>a`<option key=${u}>${u}</option>`)}
        </select>
      </div>
      ${s.value&&a`
        <${na} id="from" label="From" value=${e} isWrong=${c} onChange=${u=>n(u,t)} />
        <${na} id="to" label="To" value=${t} isWrong=${c} onChange=${u=>n(e,u)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var na=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var ml=/^[=+\-@\t\r\n＝＋－＠]/u,pl=/[",\r\n]/;function ra(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(hl).join(",")}\r
`).join("")}function hl(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=ml.test(e)?`'${e}`:e;return pl.test(t)?`"${t.replaceAll('"','""')}"`:t}function sa(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function aa({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>C(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${ia}>Month<//><${ia}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${_l} key=${r.month} ...${r} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var ia=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,_l=({month:e,amount:t,most:n})=>a`
  <tr>
    <th scope="row">${e?Nr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${vl} share=${t/n} />`}<b>${C(t)}</b></span></td>
  </tr>
`,vl=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function ca({statements:e,jobs:t,agency:n,isPending:o,...r}){let s=Wt(i=>a`
      <${$l}
        key=${i.statementId} statement=${i} job=${t[i.jobId]} isPending=${o}
        invoice=${o&&gl(i,n)}
      />
    `,[t,n,o]);return a`<${Ve} of=${e} row=${s} ...${r} />`}function $l({statement:e,job:t,isPending:n,invoice:o}){let{reference:r,description:s,amount:i,status:c,jobId:u}=e,[d,l]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],p=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":C(i)}</b>
      </p>
      <p class="about">
        ${p&&p!==l&&a`<${it}>${p}<//>`}
        ${d&&a`<span>${l} <time datetime=${d}>${K(d)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${yl} statement=${e} />
      ${t&&a`<a class="reach" href=${b(`/jobs/${u}`)}><${h} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${h} name="invoice" />Send its invoice</a>`}
    </div>
  `}function yl({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${C(e)} in all`,t&&`${C(t)} of it VAT`,n&&`less ${C(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function gl({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!kn(n)?null:n.invoice.link==="job_or_statement"?b("/invoice",{statement:e}):t&&b(`/jobs/${t}/invoice`,{statement:e})}var B=e=>t=>t[e],ua=[["Statement",B("statementId")],["Date",B("date")],["Reference",B("reference")],["Description",B("description")],["Job",B("jobId")],["Net",B("net")],["VAT",B("vat")],["Gross",B("gross")],["Commission",B("commission")],["Amount",B("amount")],["Status",B("status")]],bl=[["Invoice",B("invoiceId")],["Date",B("invoiceDate")],["Number",B("invoiceNumber")],["Description",B("description")],["Job",B("jobId")],["Statement",B("statementId")],["Amount",B("amount")],["VAT",B("vat")],["Status",e=>e.item?Fe(e.item):Co(e)],["Sent",B("submittedAt")],["Document",({document:e})=>e?.name]],Ge={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:ua},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:bl},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...ua,["Paid",B("paidAt")]]}};function Vo(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=jo(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var wl=4*X,la=new Map;function fa({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,total:c,none:u,one:d,columns:l}=Ge[e],{query:p,back:m}=x.value,f=p.toString(),$=g(m&&la.get(f)||wl),O=T("jobs").value.body?.jobs,y=Y(()=>Object.fromEntries((O??[]).map(I=>[I.jobId,re(I)])),[O]),_=Qi(n,o),v=Y(()=>t.filter(I=>_(s(I))),[t,n,o]),A=Tn(v.filter(i).map(I=>I.amount)),E=n||o;if(N(()=>{E&&q(v.length?`${ne(v.length,d)}, ${C(A)}`:"None for these dates")},[]),!v.length)return a`<p class="notice">${E?"There is none for these dates.":u}</p>`;let{agency:be,contractorId:De}=$e.value,we=()=>sa(`${be} ${De} ${e} ${te()}.csv`,ra(l,v)),Q={jobs:y,most:$.value,onMore:()=>la.set(f,$.value+=X)};return a`
    <p class="total"><span>${c}</span> <b>${C(A)}</b></p>
    ${e==="paid"&&a`<${aa} caption="Paid by month" rows=${ea(v.map(I=>({...I,date:s(I)})))} />`}
    ${e==="invoices"?a`<${Lo} invoices=${v} ...${Q} />`:a`<${ca} statements=${v} agency=${r} isPending=${e==="pending"} ...${Q} />`}
    <button type="button" class="btn btn-secondary" onClick=${we}><${h} name="download" />Download as CSV</button>
  `}function da(){let e=T("agency").value,t=e.body?.offers??[],n={};for(let[s,{path:i,needs:c}]of Object.entries(Ge))n[s]=T(t.includes(c[0])?i:null).value;let o=vt(Go().filter(({kind:s})=>s==="invoice"));N(()=>{o&&_n("invoices",o)},[o]);let r=Object.keys(Ge).filter(s=>Ge[s].needs.some(i=>t.includes(i)));return e.body?r.length?a`<${w} title="Money"><${Sl} tabs=${r} readings=${n} agency=${e.body} /><//>`:a`<${w} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${w} title="Money"><${J} reading=${e} /><//>`}var Go=()=>R.value??[];function Sl({tabs:e,readings:t,agency:n}){let{query:o}=x.value,[r,s,i]=["from","to","show"].map(p=>o.get(p)??""),c=e.includes(i)?i:e[0],u=t[c],d=Vo(c,u,Go()),l=(p,m,f)=>b("/money",{show:p,...m&&{from:m},...f&&{to:f}});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(p=>a`
          <a key=${p} href=${l(p,r,s)} aria-current=${p===c?"true":null}>
            ${Ge[p].title} <span class="number">${Vo(p,t[p],Go())?.length}</span>
          </a>
        `)}
    </nav>
    <${oa} key=${c} from=${r} to=${s} set=${(p,m)=>pe(l(c,p,m),{replace:!0})} />
    ${d&&a`<${fa} key=${[c,r,s].join()} tab=${c} rows=${d} from=${r} to=${s} agency=${n} />`}
    ${!u.body&&a`<${J} reading=${u} />`}
    <${ce} reading=${u} />
  `}var Pt=6,xl=30,pa=5,kl=`A code can be tried ${pa} times. Please send another one.`;function ha({asked:e,onAsked:t,onOther:n}){let[o,r,s]=[g(null),g(!1),G(null)],i=G(0),c=Ol(e.at);de(()=>s.current.focus(),[]);let u=m=>{o.value=m,s.current.focus(),s.current.select()},d=async()=>{let m=ma(s.current.value);if(m.length!==Pt)return u(`The code has ${Pt} digits.`);o.value=null,r.value=!0;let f=await ei(e.email,m);if(r.value=!1,f.status!==201)return f.status===401&&(i.current+=1),u(i.current<pa?ie(f):kl)},l=()=>{let m=ma(s.current.value);m!==s.current.value&&(s.current.value=m),o.value=null,m.length===Pt&&!r.value&&d()},p=async()=>{let m=await hn(e.email);return m.status!==204?u(ie(m)):(q("Another code is on its way."),i.current=0,s.current.value="",s.current.focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${m=>(m.preventDefault(),d())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${Pt} digits</label>
      <input
        id="code" ref=${s} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${o.value?"true":null} onInput=${l}
      />
      <p id="code-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary wide" disabled=${r.value}>${r.value?"Signing in …":"Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${c>0} onClick=${p}>
        Send another code${c>0?` (in ${c} s)`:""}
      </button>
      <button class="btn btn-link" type="button" onClick=${n}>Use another address</button>
    </div>
  `}var ma=e=>e.replace(/\D/g,"").slice(0,Pt);function Ol(e){let t=()=>Math.max(0,Math.ceil(xl-(Date.now()-e)/1e3)),n=g(t());return N(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var _a="Please enter a whole e-mail address, such as name@example.com.";function va({first:e,onAsked:t}){let[n,o,r]=[g(null),g(!1),G(null)];return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:_a,n.value){r.current.focus();return}o.value=!0;let u=await hn(c);if(o.value=!1,u.status===204){t({email:c,at:Date.now()});return}n.value=u.status===400?_a:ie(u),r.current.focus()}} noValidate>
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
  `}var $a=()=>a`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${h} name="mark" /></span>Contractor Portal</header>
    ${mn.value?a`<${w} key="code" title="Enter your code" keepsFocus>
          <${ha} asked=${mn.value} onAsked=${nt} onOther=${()=>nt(null)} />
        <//>`:a`<${w} key="email" title="Sign in">
          ${et.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          <${va} first=${et.value??""} onAsked=${nt} />
        <//>`}
  </div>
`;var Al={jobs:Wo,job:Ji,invoice:Bo,statement:Bo,money:da,contacts:yi,account:fi,outbox:hi};function ya(){if(k.value===void 0)return a`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(k.value===null)return a`<${$a} />`;if(U.value===null)return a`<${vi} />`;let{screen:e,id:t,path:n}=x.value,o=Al[e]??Wo,r=V(U.value);return a`<${Mo} key=${r}><${o} key=${n} id=${t} /></${Mo}>`}var El=["checking","done","refused","unknown"];function ga(){let e=new Map;se(()=>{let t=R.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&El.includes(n.state)&&q(`${nn(n)}: ${Fe(n)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}var In=null,ba=[];function wa(){document.addEventListener("focusin",({target:t})=>{In=t,ba=[...Dl(t)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(Il).observe(document.getElementById("app"),e)}function Il(){let e=![document.body,In].includes(document.activeElement);!In||e||Ml(In)||Nl(ba.find(t=>t.isConnected)??document.querySelector("h1"))}var Ml=e=>e.isConnected&&!e.disabled&&!e.hidden;function*Dl(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function Nl(e){e&&(e.hasAttribute("tabindex")||(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0})),e.focus({preventScroll:!0}))}Lr();oi();Vs();ga();wa();pn();se(()=>{let e=$e.value;e?(Cr(V(e)),wo(e)):Rs(Xs.value)});rr(a`<${ya} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
