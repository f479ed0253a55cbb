(()=>{var S,jo,Sn,ye,bn,At,Lo,kt,Bo,xn,wn,Zi,ot=Symbol.for("pv"),Tt={},It=[],Xi=/^m(i|n|o|s|text|space)$/,kn=Array.isArray,On=It.slice,Me=Object.assign;function Ne(e){e&&e.parentNode&&e.remove()}function Et(e,t,n){var o,r,s,i={},c=arguments.length;for(s in t)s=="key"?o=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?On.call(arguments,2):n),nt(e,i,o,r,null)}function nt(e,t,n,o,r){var s={type:e,props:t,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:ot,__v:r||++jo,__i:-1,__u:0};return!r&&S.vnode&&S.vnode(s),s}function De(e){return e.children}function qe(e,t){this.props=e,this.context=t,this.__g=0}function ge(e,t){if(t==null)return e.__&&ge(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!="function"||e.props.__P?null:ge(e)}function Qi(e){var t,n=e.__v,o=n.__e,r=[],s=[],i=e.__P;i&&((t=Me({constructor:ot},n)).__v=n.__v+1,S.vnode&&S.vnode(t),An(i,t,n,e.__n,i.namespaceURI,32&n.__u?[o]:null,r,o||ge(n),32&n.__u,s),t.__v=n.__v,t.__.__k[t.__i]=t,Ho(r,t,s),n.__=n.__e=null,t.__e!=o&&Ro(t))}function Ro(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),Ro(e)}function Po(e){(8&e.__g||(e.__g|=8,ye.push(e),At++))&&bn==S.debounceRendering||((bn=S.debounceRendering)||queueMicrotask)(Fo)}function Fo(){try{for(var e,t=1;ye.length;)ye.length>t&&ye.sort(Lo),e=ye.shift(),t=ye.length,8&e.__g&&Qi(e)}finally{(At=ye.length)&&(bn||queueMicrotask)(Fo)}}function Uo(e,t,n,o,r,s,i,c,u,d,f){var m,p,l,$,A,y,v=o.__k||It,_=t.length;for(u=ea(n,t,v,u,_),m=0;m<_;m++)(l=n.__k[m])!=null&&(p=~l.__i&&v[l.__i]||Tt,l.__i=m,y=An(e,l,p,r,s,i,c,u,d,f),$=l.__e,(p.ref!=l.ref||8&p.__u)&&(p.ref&&Tn(p.ref,null,l,p),l.ref&&f.push(l.ref,l.__c||$,l)),A=A||$,4&l.__u?(u=Wo(l,u,e,!p.__v),p.__e&&(p.__e=null)):typeof l.type=="function"&&y!==void 0?u=y:$&&(u=$.nextSibling),l.__u&=-21);return n.__e=A,u}function ea(e,t,n,o,r){var s,i,c,u,d,f,m,p,l,$=n.length,A=$,y=0,v=0,_=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=_[s]=nt(null,i):kn(i)?i=_[s]=nt(De,{children:i}):i.constructor===ot&&i.__b?i=_[s]=nt(i.type,i.props,i.key,i.ref,i.__v):_[s]=i,u=s+y,i.__=e,i.__b=e.__b+1,c=null,~(d=i.__i=ta(i,n,u,A))&&(A--,(c=n[d])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,d==u-1?y--:d==u+1?y++:d!=u&&(d>u?y--:y++,v=1)):(~d||(r>$?y--:r<$&&y++),typeof i.type!="function"&&(i.__u|=4))):_[s]=null;if(v){for(f=[],m=[],s=0;s<r;s++)if((i=_[s])&&16&i.__u){for(y=0,p=f.length;y<p;)f[l=y+p>>1]<i.__i?y=l+1:p=l;f[y]=i.__i,m[s]=y+1}for(y=f.length;s--;)m[s]&&(m[s]==y?y--:_[s].__u|=4)}if(A)for(s=0;s<$;s++)!(c=n[s])||2&c.__u||(c.__e==o&&(o=ge(c)),In(c,c));return o}function Wo(e,t,n,o){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=Wo(r[s],t,n,!1));return t}for(t&&!t.parentNode&&(t=ge(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!o&&n.moveBefore&&i.parentNode?n.moveBefore(i,t):n.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function ta(e,t,n,o){var r,s=e.key,i=e.type,c=t[n],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return n;if(o>(u?1:0)){for(r=n-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=n+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function Co(e,t,n){n==null&&(n=""),t[0]=="-"?e.setProperty(t,n):e[t]=n}function xt(e,t,n,o,r){var s,i;if(t=="style")if(typeof n=="string")e.style.cssText=n;else{if(typeof o=="string"&&(e.style.cssText=o=""),o)for(t in o)n&&t in n||Co(e.style,t);if(n)for(t in n)o&&n[t]==o[t]||Co(e.style,t,n[t])}else if(t[0]=="o"&&t[1]=="n")typeof n!="function"&&(n=null),typeof o!="function"&&(o=null),(e.__e||(e.__e={}))[t]=n,n&&o||(i=wn[t]||(wn[t]=na(t)),(e.__a||(e.__a={}))[t]=xn,s=t!=(t=t.replace(Bo,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),n?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=n??"")}catch{}if(typeof n=="function")return;n==null||n===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&n==1?"":n)}}function na(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[kt]==null)t[kt]=xn++;else if(t[kt]<this.__a[e])return;return n(S.event?S.event(t):t)}}}function An(e,t,n,o,r,s,i,c,u,d){var f,m,p,l,$,A,y,v,_,E,x,_e,We,ve,N,G,$e,Ee,ce=t.type;if(t.constructor!==ot)return null;128&n.__u&&(u=32&n.__u,f=n.__c.__z)&&(t.__u|=u,m=s=[],f.nodeType==8?c=Ot(f,s):s.push(f),c=s[0]||c),(f=S.__b)&&f(t);e:if(typeof ce=="function"){p=i.length;try{if(v=t.props,_=(f=ce.prototype)&&f.render,E=(f=ce.contextType)&&o[f.__c],x=f?E?E.props.value:f.__:o,(l=n.__c)?(t.__c=l,2&l.__g&&(l.__g|=1)):(_?t.__c=l=new ce(v,x):(t.__c=l=new qe(v,x),l.constructor=ce,l.render=ra),E&&E.sub(l),l.state||(l.state={}),l.__n=o,l.__g|=8,l.__h=[],l.__k=[]),_&&(l.__s||(l.__s=l.state),ce.getDerivedStateFromProps&&(l.__s==l.state&&(l.__s=Me({},l.__s)),Me(l.__s,ce.getDerivedStateFromProps(v,l.__s)))),$=l.props,A=l.state,l.__v=t,n.__c){if(v!==$&&_&&!ce.getDerivedStateFromProps&&l.componentWillReceiveProps&&l.componentWillReceiveProps(v,x),t.__v==n.__v&&!(8&l.__g)||!(4&l.__g)&&l.shouldComponentUpdate&&l.shouldComponentUpdate(v,l.__s,x)===!1){t.__v!=n.__v&&(l.props=v,l.state=l.__s,l.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(ee){ee&&(ee.__=t)}),It.push.apply(l.__h,l.__k),l.__k=[],l.__h.length&&i.push(l),c=ge(n);break e}l.componentWillUpdate&&l.componentWillUpdate(v,l.__s,x),_&&l.componentDidUpdate&&l.__h.push(function(){l.componentDidUpdate($,A,y)})}else _&&!ce.getDerivedStateFromProps&&l.componentWillMount&&l.componentWillMount(),_&&l.componentDidMount&&l.__h.push(l.componentDidMount);l.context=x,l.props=v,l.__P=e,l.__g&=-5,_e=S.__r,We=_?25:0;do l.__g&=-9,_e&&_e(t),f=l.render(l.props,l.state=l.__s,l.context);while(8&l.__g&&++We<25);_&&(It.push.apply(l.__h,l.__k),l.__k=[]),l.state=l.__s,l.getChildContext&&(o=Me({},o,l.getChildContext())),_&&n.__c&&l.getSnapshotBeforeUpdate&&(y=l.getSnapshotBeforeUpdate($,A)),ve=f&&f.type===De&&f.key==null?f.props.children:f,v.__P&&(f=c,r=(e=v.__P).namespaceURI,u=s=null,n.props&&n.props.__P!=e&&(n.__k.some(function(ee){ee&&In(ee,ee)}),n.__k=null),c=n.__k?ge(n,0):null),c=Uo(e,kn(ve)?ve:[ve],t,n,o,r,s,i,c,u,d),v.__P&&(t.__e=null,c=f),t.__u&=-161,m&&m.some(Ne),l.__h.length&&i.push(l),1&l.__g&&(l.__g&=-4)}catch(ee){if(i.length=p,t.__v=null,u||s)if(ee&&ee.then){if(t.__u|=128|u,s){for(~($e=s.indexOf(c||void 0))||($e=s.length);(Ee=s[$e-1])&&Ee.nodeType==8;)$e--;for(;$e<s.length;$e++)if(Ee=s[$e])if(s[$e]=null,N){if(Ee==G)break}else{if(Ee.nodeType!=8)break;Ee.data.startsWith("$s")&&(G=Ot(N=Ee))}}if(!N){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;N=c}(f=Ot(N=t.__c.__z||(t.__c.__z=N)))?(t.__e=N,c=f):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Ne);else t.__e=n.__e;t.__k||(t.__k=n.__k||[]),ee&&ee.then||qo(t),S.__e(ee,t,n)}}else c=t.__e=oa(n.__e,t,n,o,r,s,i,u,d,e);return(f=S.diffed)&&f(t),c}function Ot(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))n++;else if(e.data.startsWith("/$s")&&!--n)return e}t&&t.push(e)}}function qo(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(qo))}function Ho(e,t,n){for(var o=0;o<n.length;)Tn(n[o++],n[o++],n[o++]);S.__c&&S.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){S.__e(s,r.__v)}})}function oa(e,t,n,o,r,s,i,c,u,d){var f,m,p,l,$,A,y,v,_=n.props||Tt,E=t.props,x=t.type;if(x=="svg"?r="http://www.w3.org/2000/svg":x=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(f=0;f<s.length;f++)if(($=s[f])&&(x?$.localName==x:$.nodeType==3)){e=$,s[f]=null;break}}if(!e){if(v=d.ownerDocument||document,!x)return v.createTextNode(E);e=v.createElementNS(r,x,E.is?E:d),c&&(S.__m&&S.__m(t,s),c=!1),s=null}if(x){if(d=x=="template"&&e.content||e,s=x=="textarea"&&E.defaultValue!=null?null:s&&On.call(d.childNodes),!c&&s)for(_={},f=0;f<e.attributes.length;f++)_[($=e.attributes[f]).name]=$.value;for(f in _)$=_[f],f=="dangerouslySetInnerHTML"?p=$:f=="children"||f in E||f=="value"&&"defaultValue"in E||f=="checked"&&"defaultChecked"in E||xt(e,f,null,$,r);for(f in E)$=E[f],f=="children"?l=$:f=="dangerouslySetInnerHTML"?m=$:f=="value"?A=$:f=="checked"?y=$:c&&typeof $!="function"||_[f]===$||xt(e,f,$,_[f],r);m?(c||p&&(m.__html==p.__html||m.__html==e.innerHTML)||(e.innerHTML=m.__html),t.__k=[]):(p&&(e.textContent=""),(x=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Xi.test(x))&&(r="http://www.w3.org/1999/xhtml"),Uo(d,kn(l)?l:[l],t,n,o,r,s,i,s?s[0]:n.__k&&ge(n,0),c,u),s&&s.some(Ne)),c&&x!="textarea"||(f="value",x=="progress"&&A==null?e.removeAttribute(f):A==null||A===e[f]&&(x!="progress"||A)||xt(e,f,A,_[f],r),f="checked",y!=null&&y!=e[f]&&xt(e,f,y,_[f],r))}else _===E||c&&e.data==E||(e.data=E);return e}function Tn(e,t,n,o){try{typeof e=="function"?t?t.__x=e(t)||1:o&&(o=o.__c||o.__e)&&(t=o.__x)&&(o.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){S.__e(r,n)}}function In(e,t,n){var o,r,s,i;if(S.unmount&&S.unmount(e),!(o=e.ref)||o.current&&o.current!=e.__e||Tn(o,null,t,e),o=e.__c){if(o.componentWillUnmount)try{o.componentWillUnmount()}catch(c){S.__e(c,t)}o.__P=o.__n=null}if(o=e.__k)for(i=0;i<o.length;i++)o[i]&&In(o[i],t,typeof e.type!="function"||n&&!e.props.__P);!n&&(o=e.__c)&&(o=o.__z)&&(r=Ot(o,s=[]))&&(o==e.__e&&s.some(Ne),Ne(r),Ne(o)),n||Ne(e.__e),e.__e=e.__c=e.__=null}function ra(e,t,n){return this.constructor(e,n)}function Vo(e,t){var n,o,r,s;S.__&&S.__(e,t),t.nodeType==9&&(t=t.documentElement),o=(n=e&&32&e.__u)?null:t.__k,t.__k=nt(De,{children:[e]}),r=[],s=[],An(t,t.__k,o||Tt,Tt,t.namespaceURI,o?null:t.firstChild?On.call(t.childNodes):null,r,o?o.__e:t.firstChild,n,s),Ho(r,t.__k,s),t.__k.props.children=null}S={__e:function(e,t,n,o){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,o||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw At=0,e}},jo=0,Sn=function(e){return e!=null&&e.constructor===ot},qe.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=Me({},this.state)),typeof e=="function"&&(e=e(Me({},n),this.props)),e&&(Me(n,e),this.__v&&(t&&this.__k.push(t),Po(this)))},qe.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),Po(this))},qe.prototype.render=De,ye=[],At=0,Lo=function(e,t){return e.__v.__b-t.__v.__b},kt=Symbol(),Bo=/(PointerCapture)$|Capture$/i,xn=0,wn={},Zi=0;var Pe,j,En,Yo,Nn=Object.is,st=0,tr=[],Mn=[],C=S,Go=C.__b,Ko=C.__r,Jo=C.diffed,zo=C.__c,Zo=C.unmount,Xo=C.__;function it(e,t){C.__h&&C.__h(j,e,st||t),st=0;var n=j.__H||(j.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function at(e){return st=1,sa(or,e)}function sa(e,t,n){var o=it(Pe++,2);if(o.t=e,!o.__c&&(o.__=[n?n(t):or(void 0,t),function(s){var i=(o.__N||o.__)[0],c=o.t(i,s);Nn(i,c)||(o.__N=[c,o.__[1]],o.__c.setState({}))}],o.__c=j,!j.__f)){j.__f=!0;var r=j.shouldComponentUpdate;j.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var d=!1,f=this.props!=s;if(u.__.some(function(p){p.__N&&(d=!0,Nn(p.__[0],p.__N[0])||(f=!0))}),r){var m=r.call(this,s,i,c);return d?m||f:m}return!d||f}}return o.__}function M(e,t){var n=it(Pe++,3);!C.__s&&Pn(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,j.__H.__h.push(n))}function ue(e,t){var n=it(Pe++,4);!C.__s&&Pn(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,j.__h.push(n))}function V(e){return st=5,K(function(){return{current:e}},[])}function K(e,t){var n=it(Pe++,7);return Pn(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Nt(e,t){return st=8,K(function(){return e},t)}function nr(){var e=it(Pe++,11);if(!e.__){for(var t=j.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__="P"+n[0]+"-"+n[1]++}return e.__}function ia(){var e;do{for(;e=Mn.shift();)try{rt(e)}catch(n){C.__e(n,{__:(e=e.__P)&&e.__v})}for(;e=tr.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(rt),t.__h.some(Dn),t.__h=[]}catch(n){t.__h=[],C.__e(n,e.__v)}}}while(Mn.length)}C.__b=function(e){j=null,Go&&Go(e)},C.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Xo&&Xo(e,t)},C.__r=function(e){Ko&&Ko(e),Pe=0;var t=(j=e.__c).__H;t&&(En==j?j.__h=[]:(t.__h.some(rt),t.__h.some(Dn),Pe=0),t.__h=[],t.__.some(function(n){n.__N&&(n.__=n.__N),n.u=n.__N=void 0})),En=j},C.diffed=function(e){Jo&&Jo(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&er(tr.push(t)),t.__H.__.some(function(n){n.u&&(n.__H=n.u)})),En=j=null},C.__c=function(e,t){t.some(function(n){try{n.__h.some(rt),n.__h=n.__h.filter(function(o){return!o.__||Dn(o)})}catch(o){n.__h=[function(){throw o}]}}),zo&&zo(e,t)},C.unmount=function(e){Zo&&Zo(e);var t,n,o=e.__c;o&&o.__H&&(o.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n=n&&n.__c}r.__P=n,er(Mn.push(r))}else rt(r)}catch(s){t=s}}),o.__H=void 0,t&&C.__e(t,o.__v))};var Qo=typeof requestAnimationFrame=="function";function aa(e){var t,n=function(){clearTimeout(o),Qo&&cancelAnimationFrame(t),setTimeout(e)},o=setTimeout(n,35);Qo&&(t=requestAnimationFrame(n))}function er(e){e!=1&&Yo==C.requestAnimationFrame||((Yo=C.requestAnimationFrame)||aa)(ia)}function rt(e){var t=j,n=e.__c;typeof n=="function"&&(e.__c=void 0,n()),j=t}function Dn(e){var t=j;e.__c=e.__(),j=t}function Pn(e,t){return!e||e.length!=t.length||t.some(function(n,o){return!Nn(n,e[o])})}function or(e,t){return typeof t=="function"?t(e):t}var ca=Symbol.for("preact-signals");function Ct(){if(le>1)le--;else{var e,t=!1;for((function(){var r=Dt;for(Dt=void 0;r!==void 0;){var s=r.S;if(s.v===r.v)for(var i=s.t;i!==void 0;i=i.x)i.i===r.i&&(i.i=s.i);r=r.o}})();ut!==void 0;){var n=ut;for(ut=void 0,Mt++;n!==void 0;){var o=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&sr(n))try{n.c()}catch(r){t||(e=r,t=!0)}n=o}}if(Mt=0,le--,t)throw e}}function jn(e){if(le>0)return e();Cn=++ua,le++;try{return e()}finally{Ct()}}var ct,I=void 0;function lt(e){var t=I,n=ct;I=void 0,ct=void 0;try{return e()}finally{I=t,ct=n}}var ut=void 0,le=0,Mt=0,ua=0,Cn=0,Dt=void 0,Pt=0;function rr(e){if(I!==void 0){var t=e.n;if(t===void 0||t.t!==I)return t={i:0,S:e,p:I.s,n:void 0,t:I,e:void 0,x:void 0,r:t},I.s!==void 0&&(I.s.n=t),I.s=t,e.n=t,32&I.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=I.s,t.n=void 0,I.s.n=t,I.s=t),t}}function U(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}U.prototype.brand=ca;U.prototype.h=function(){return!0};U.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n!==void 0?n.e=e:lt(function(){var o;(o=t.W)==null||o.call(t)}))};U.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,o=e.x;n!==void 0&&(n.x=o,e.e=void 0),o!==void 0&&(o.e=n,e.x=void 0),e===this.t&&(this.t=o,o===void 0&&lt(function(){var r;(r=t.Z)==null||r.call(t)}))}};U.prototype.subscribe=function(e){var t=this;return oe(function(){var n=t.value;lt(function(){return e(n)})},{name:"sub"})};U.prototype.valueOf=function(){return this.value};U.prototype.toString=function(){return this.value+""};U.prototype.toJSON=function(){return this.value};U.prototype.peek=function(){var e=this;return lt(function(){return e.value})};Object.defineProperty(U.prototype,"value",{get:function(){var e=rr(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Mt>100)throw new Error("Cycle detected");(function(n){le!==0&&Mt===0&&n.l!==Cn&&(n.l=Cn,Dt={S:n,v:n.v,i:n.i,o:Dt})})(this),this.v=e,this.i++,Pt++,le++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Ct()}}}});function W(e,t){return new U(e,t)}function sr(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function ir(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function ar(e){for(var t=e.s,n=void 0;t!==void 0;){var o=t.p;t.i===-1?(t.S.U(t),o!==void 0&&(o.n=t.n),t.n!==void 0&&(t.n.p=o)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=o}e.s=n}function Ce(e,t){U.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Pt-1,this.f=4}Ce.prototype=new U;Ce.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Pt))return!0;if(this.g=Pt,this.f|=1,this.i>0&&!sr(this))return this.f&=-2,!0;var e=I;try{ir(this),I=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(n){this.v=n,this.f|=16,this.i++}return I=e,ar(this),this.f&=-2,!0};Ce.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}U.prototype.S.call(this,e)};Ce.prototype.U=function(e){if(this.t!==void 0&&(U.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Ce.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Ce.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var e=rr(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function be(e,t){return new Ce(e,t)}function cr(e){var t=e.j;if(e.j=void 0,typeof t=="function"){le++;var n=I;I=void 0;try{t()}catch(o){throw e.f&=-2,e.f|=8,Ln(e),o}finally{I=n,Ct()}}}function Ln(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,cr(e)}function la(e){if(I!==this)throw new Error("Out-of-order effect");ar(this),I=e,this.f&=-2;try{8&this.f&&Ln(this)}finally{Ct()}}function He(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,ct&&ct.push(this)}He.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};He.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,cr(this),ir(this),le++;var e=I;return I=this,la.bind(this,e)};He.prototype.N=function(){2&this.f||(this.f|=2,this.u=ut,ut=this)};He.prototype.d=function(){this.f|=8,1&this.f||Ln(this)};He.prototype.dispose=function(){this.d()};function oe(e,t){var n=new He(e,t);try{n.c()}catch(r){throw n.d(),r}var o=n.d.bind(n);return o[Symbol.dispose]=o,o}var ur,Lt,jt,fa=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var lr=[];oe(function(){ur=this.N})();function Ve(e,t){S[e]=t.bind(null,S[e]||function(){})}function ft(e){if(jt){var t=jt;jt=void 0,t()}jt=e&&e.S()}function fr(e){var t=this,n=e.data,o=g(n);o.name="ReactiveDom",o.value=n;var r=K(function(){for(var c=t,u=t.__v;u=u.__;)if(u.__c){u.__c.__$f|=4;break}var d=be(function(){var l=o.value.value;return l===0?0:l===!0?"":l||""}),f=be(function(){return!Array.isArray(d.value)&&!Sn(d.value)}),m=oe(function(){if(this.N=dr,f.value){var l=d.value;c.__v&&c.__v.__e&&c.__v.__e.nodeType===3&&(c.__v.__e.data=l)}}),p=t.__$u.d;return t.__$u.d=function(){m(),p.call(this)},[f,d]},[]),s=r[0],i=r[1];return s.value?i.peek():i.value}fr.displayName="ReactiveTextNode";Object.defineProperties(U.prototype,{constructor:{configurable:!0,value:Et(De,null).constructor},type:{configurable:!0,value:fr},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}});Ve("__b",function(e,t){if(ft(),Lt=void 0,typeof t.type=="string"){var n,o=t.props;for(var r in o)if(r!=="children"){var s=o[r];s instanceof U&&(n||(t.__np=n={}),n[r]=s,o[r]=s.peek())}}e(t)});Ve("__r",function(e,t){if(e(t),t.type!==De){ft();var n,o=t.__c;o&&(o.__$f&=-2,(n=o.__$u)===void 0&&(o.__$u=n=(function(r,s){var i;return oe(function(){i=this},{name:s}),i.c=r,i})((function(r){return function(){var s;fa&&((s=this.y)==null||s.call(this)),r.__$f|=1,r.setState({})}})(o),typeof t.type=="function"?t.type.displayName||t.type.name:""))),Lt=o,ft(n)}});Ve("__e",function(e,t,n,o){ft(),Lt=void 0,e(t,n,o)});Ve("diffed",function(e,t){ft(),Lt=void 0;var n;if(typeof t.type=="string"&&(n=t.__e)){var o=t.__np,r=t.props,s=n.U;if(s)for(var i in s){var c=s[i];c===void 0||o&&i in o||(c.d(),s[i]=void 0)}if(o){s||(s={},n.U=s);for(var u in o){var d=s[u],f=o[u];d===void 0?(d=da(n,u,f,r),s[u]=d):d.o(f,r)}}}e(t)});function da(e,t,n,o){var r=t in e&&e.ownerSVGElement===void 0,s=W(n);return{o:function(i,c){s.value=i,o=c},d:oe(function(){this.N=dr;var i=s.value.value;o[t]!==i&&(o[t]=i,r?e[t]=i:i!=null&&(i!==!1||t[4]==="-")?e.setAttribute(t,i):e.removeAttribute(t))})}}Ve("unmount",function(e,t){if(typeof t.type=="string"){var n=t.__e;if(n){var o=n.U;if(o){n.U=void 0;for(var r in o){var s=o[r];s&&s.d()}}}var i=t.__np;if(i){var c=t.props;for(var u in i)c[u]=i[u]}t.__np=void 0}else{var d=t.__c;if(d){d.__$f|=8;var f=d.__$u;f&&(d.__$u=void 0,f.d())}}e(t)});Ve("__h",function(e,t,n,o){o<3&&(t.__$f|=2),e(t,n,o)});qe.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,o=n&&n.s!==void 0;for(var r in t)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var s=2&this.__$f;if(!(o||s||4&this.__$f)||1&this.__$f)return!0}else if(!(o||4&this.__$f)||3&this.__$f)return!0;for(var i in e)if(i!=="__source"&&e[i]!==this.props[i])return!0;for(var c in this.props)if(!(c in e))return!0;return!1};function g(e,t){return K(function(){return W(e,t)},[])}var ma=function(e){queueMicrotask(function(){queueMicrotask(e)})};function pa(){jn(function(){for(var e;e=lr.shift();)ur.call(e)})}function dr(){lr.push(this)===1&&(S.requestAnimationFrame||ma)(pa)}var pr=function(e,t,n,o){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,n[t[s++]]):t[++s];i===3?o[0]=c:i===4?o[1]=Object.assign(o[1]||{},c):i===5?(o[1]=o[1]||{})[t[++s]]=c:i===6?o[1][t[++s]]+=c+"":i?(r=e.apply(c,pr(e,c,n,["",null])),o.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):o.push(c)}return o},mr=new Map;function hr(e){var t=mr.get(this);return t||(t=new Map,mr.set(this,t)),(t=pr(this,t.get(e)||(t.set(e,t=(function(n){for(var o,r,s=1,i="",c="",u=[0],d=function(p){s===1&&(p||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,p,i):s===3&&(p||i)?(u.push(3,p,i),s=2):s===2&&i==="..."&&p?u.push(4,p,0):s===2&&i&&!p?u.push(5,0,!0,i):s>=5&&((i||!p&&s===5)&&(u.push(s,0,i,r),s=6),p&&(u.push(s,p,0,r),s=6)),i=""},f=0;f<n.length;f++){f&&(s===1&&d(),d(f));for(var m=0;m<n[f].length;m++)o=n[f][m],s===1?o==="<"?(d(),u=[u],s=3):i+=o:s===4?i==="--"&&o===">"?(s=1,i=""):i=o+i[0]:c?o===c?c="":i+=o:o==='"'||o==="'"?c=o:o===">"?(d(),s=1):s&&(o==="="?(s=5,r=i,i=""):o==="/"&&(s<5||n[f][m+1]===">")?(d(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):o===" "||o==="	"||o===`
`||o==="\r"?(d(),s=2):i+=o),s===3&&i==="!--"&&(s=4,u=u[0])}return d(),u})(e)),t),arguments,[])).length>1?t:t[0]}var a=hr.bind(Et);var $r="Europe/London",Bn=e=>new Intl.DateTimeFormat("en-GB",{timeZone:$r,...e}),yr=Bn({day:"numeric",month:"long",year:"numeric"}),ha=Bn({month:"short",year:"numeric"}),_r=Bn({hour:"2-digit",minute:"2-digit"}),Bt=new Intl.DateTimeFormat("sv-SE",{timeZone:$r}),_a=new Intl.NumberFormat("en-GB",{style:"currency",currency:"GBP"}),va=864e5,te=(e=new Date)=>Bt.format(e),J=e=>yr.format(new Date(e)),gr=e=>ha.format(new Date(`${e}-01`));function we(e,t=new Date){let n=new Date(e);return Bt.format(n)===Bt.format(t)?_r.format(n):`${yr.format(n)}, ${_r.format(n)}`}var D=e=>_a.format(e),re=(e,t,n=`${t}s`)=>`${e.toLocaleString("en-GB")} ${e===1?t:n}`;function br(e,t=new Date){let n=Math.round((vr(t)-vr(new Date(e)))/va);return n<1?"today":n===1?"yesterday":n<14?`${n} days ago`:n<60?`${Math.floor(n/7)} weeks ago`:n<730?`${Math.round(n/30.44)} months ago`:`${Math.round(n/365.25)} years ago`}var vr=e=>Date.parse(Bt.format(e)),Rt=e=>e<1e6?`${Math.ceil(e/1e3)} KB`:`${(e/1e6).toFixed(1)} MB`;function ie({reading:{asOf:e,isOld:t}}){if(!e)return null;let n=`${t?"Kept on this device, as of":"As of"} ${we(e)}`;return a`<p class=${t?"as-of is-old":"as-of"}><time datetime=${e}>${n}</time></p>`}function z({reading:{busy:e,problem:t}}){return t?a`<p class="notice" role="alert">${t}</p>`:e?a`<p class="loading" role="status">Loading …</p>`:null}var Rn="([A-Za-z0-9_-]{1,64})",Fn=new RegExp(`^${Rn}$`),$a={"/":"jobs","/jobs":"jobs",[`/jobs/${Rn}`]:"job",[`/jobs/${Rn}/invoice`]:"invoice","/invoice":"statement","/money":"money","/contacts":"contacts","/account":"account","/outbox":"outbox"},ya=Object.entries($a).map(([e,t])=>[new RegExp(`^${e}$`),t]);function Ft(e){for(let[t,n]of ya){let o=t.exec(e);if(o)return{screen:n,id:o[1]??null}}return null}var k=W(Un());function Un(e=!1){let t=new URLSearchParams(location.search),[n,o]=[t.get("agency")??"",t.get("contractor")??""];return{...Ft(location.pathname)??Ft("/"),path:location.pathname,account:Fn.test(n)&&Fn.test(o)?`${n}/${o}`:null,query:t,back:e,y:e&&history.state?.y||0,mark:e&&history.state?.mark||null}}function b(e,t={},n=k.value.account){let[o,r]=n?.split("/")??[],s=new URLSearchParams({...t,...n&&{agency:o,contractor:r}}).toString();return s?`${e}?${s}`:e}function wr(e){k.value.account||fe(b(k.value.path,Object.fromEntries(k.value.query),e),{replace:!0})}function fe(e,{replace:t=!1,link:n=null}={}){t?history.replaceState(null,"",e):(history.replaceState({y:scrollY,mark:ga(n)},""),history.pushState(null,"",e)),k.value=Un()}var Ut=(e,t)=>[...t.querySelectorAll("a")].filter(n=>n.getAttribute("href")===e&&!n.closest(".is-away"));function ga(e){let t=document.querySelector("main"),n=document.elementFromPoint(innerWidth/2,innerHeight/2)?.closest("[role=listitem]")?.querySelector("a"),o=t?.contains(e)?e:n,r=o?.getAttribute("href");return o?{href:r,at:Ut(r,t).indexOf(o),top:o.getBoundingClientRect().top}:null}function Sr(){let{y:e,mark:t}=k.value;scrollTo(0,e);let n=t&&Ut(t.href,document.querySelector("main"))[t.at];if(!n)return;let o=()=>scrollBy(0,n.getBoundingClientRect().top-t.top);o(),requestAnimationFrame(()=>requestAnimationFrame(o))}function xr(){history.scrollRestoration="manual",addEventListener("popstate",()=>{k.value=Un(!0)}),document.addEventListener("click",e=>{let t=e.target.closest?.("a[href]"),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;!t||!n||e.defaultPrevented||t.target||t.hasAttribute("download")||t.origin!==location.origin||!Ft(t.pathname)||(e.preventDefault(),fe(t.href,{replace:t.href===location.href,link:t}))})}var wa={access:"M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",account:"M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",back:"m14 6-6 6 6 6",call:"M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",clock:"M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",contacts:"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",done:"m5 13 4 4L19 7",download:"M12 4v11m-5-5 5 5 5-5M5 20h14",emergency:"M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",invoice:"M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",jobs:"M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",leave:"M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",mark:"m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",mail:"M3 6h18v12H3Zm0 0 9 7 9-7",map:"M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",money:"M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",offline:"m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",open:"m10 6 6 6-6 6",reopen:"M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",search:"M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",switch:"M4 8h15l-4-4m5 12H5l4 4",send:"M4 12 20 4l-4 16-4-7Zm8 1 8-9"},h=({name:e})=>a`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${wa[e]} /></svg>
`;var Sa="Contractor Portal",kr=!0;function w({title:e,back:t,keepsFocus:n=!1,children:o}){let r=V(null);return ue(()=>{kr||(n||r.current.focus({preventScroll:!0}),Sr()),kr=!1},[]),ue(()=>{document.title=`${e} – ${Sa}`},[e]),a`
    <main id="main" class="screen">
      ${t&&a`<a class="back" href=${b(t.path)}><${h} name="back" />${t.name}</a>`}
      <h1 ref=${r} tabindex="-1" dir="auto">${e}</h1>
      ${o}
    </main>
  `}var Or="application/json",Tr=()=>{};function Ir(e){Tr=e}async function Z(e,{method:t="GET",body:n,account:o,headers:r={},timeoutMs:s=4e4}={}){let i=n instanceof FormData,c=new Headers(r);o&&c.set("Portal-Account",o),n&&!i&&c.set("Content-Type",Or);try{let u=await fetch(`/api/${e}`,{method:t,headers:c,body:i||!n?n:JSON.stringify(n),cache:"no-store",redirect:"error",signal:AbortSignal.timeout(s)}),d=u.headers.get("Content-Type")?.startsWith(Or)??!1;if(!d&&u.status!==204&&u.status!==304)return Ar();let f={status:u.status,body:d?await u.json():null,headers:u.headers,offline:!1};return u.status===401&&Tr(),f}catch{return Ar()}}var Ar=()=>({status:0,body:null,headers:new Headers,offline:!0}),xa="The portal cannot be reached just now. Please check your connection and try again.",se=({offline:e,body:t})=>e?xa:t?.error??"Something went wrong. Please try again in a minute.";var Hn=(e,t)=>t.some(n=>e instanceof n),Er,Nr;function ka(){return Er||(Er=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function Oa(){return Nr||(Nr=["advance","continue","continuePrimaryKey"].map(e=>IDBCursor.prototype[e]))}var Vn=new WeakMap,Wn=new WeakMap,Wt=new WeakMap;function Aa(e){let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("success",s),e.removeEventListener("error",i)},s=()=>{n(Se(e.result)),r()},i=()=>{o(e.error),r()};e.addEventListener("success",s),e.addEventListener("error",i)});return Wt.set(t,e),t}function Ta(e){if(Vn.has(e))return;let t=new Promise((n,o)=>{let r=()=>{e.removeEventListener("complete",s),e.removeEventListener("error",i),e.removeEventListener("abort",i)},s=()=>{n(),r()},i=()=>{o(e.error||new DOMException("AbortError","AbortError")),r()};e.addEventListener("complete",s),e.addEventListener("error",i),e.addEventListener("abort",i)});Vn.set(e,t)}var Yn={get(e,t,n){if(e instanceof IDBTransaction){if(t==="done")return Vn.get(e);if(t==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return Se(e[t])},set(e,t,n){return e[t]=n,!0},has(e,t){return e instanceof IDBTransaction&&(t==="done"||t==="store")?!0:t in e}};function Cr(e){Yn=e(Yn)}function Ia(e){return Oa().includes(e)?function(...t){return e.apply(Gn(this),t),Se(this.request)}:function(...t){return Se(e.apply(Gn(this),t))}}function Ea(e){return typeof e=="function"?Ia(e):(e instanceof IDBTransaction&&Ta(e),Hn(e,ka())?new Proxy(e,Yn):e)}function Se(e){if(e instanceof IDBRequest)return Aa(e);if(Wn.has(e))return Wn.get(e);let t=Ea(e);return Object.is(t,e)||(Wn.set(e,t),Wt.set(t,e)),t}var Gn=e=>Wt.get(e);function jr(e,t,{blocked:n,upgrade:o,blocking:r,terminated:s}={}){let i=indexedDB.open(e,t),c=Se(i);return o&&i.addEventListener("upgradeneeded",u=>{o(Se(i.result),u.oldVersion,u.newVersion,Se(i.transaction),u)}),n&&i.addEventListener("blocked",u=>n(u.oldVersion,u.newVersion,u)),c.then(u=>{s&&u.addEventListener("close",()=>s()),r&&u.addEventListener("versionchange",d=>r(d.oldVersion,d.newVersion,d))}).catch(()=>{}),c}function Lr(e,{blocked:t}={}){let n=indexedDB.deleteDatabase(e);return t&&n.addEventListener("blocked",o=>t(o.oldVersion,o)),Se(n).then(()=>{})}var Na=["get","getKey","getAll","getAllKeys","count"],Ma=["put","add","delete","clear"],qn={};function Mr(e,t){if(!(e instanceof IDBDatabase&&!(t in e)&&typeof t=="string"))return;if(qn[t])return qn[t];let n=t.replace(/FromIndex$/,""),o=t!==n,r=Ma.includes(n);if(!(n in(o?IDBIndex:IDBObjectStore).prototype)||!(r||Na.includes(n)))return;let s=async function(i,...c){let u=this.transaction(i,r?"readwrite":"readonly"),d=u.store;return o&&(d=d.index(c.shift())),(await Promise.all([d[n](...c),r&&u.done]))[0]};return qn[t]=s}Cr(e=>({...e,get:(t,n,o)=>Mr(t,n)||e.get(t,n,o),has:(t,n)=>!!Mr(t,n)||e.has(t,n)}));var Da=["advance","continue","continuePrimaryKey"],Dr={},Kn=new WeakMap,Br=new WeakMap,Pa={get(e,t){if(!Da.includes(t))return e[t];let n=Dr[t];return n||(n=Dr[t]=function(...o){Kn.set(this,Br.get(this)[t](...o))}),n}};async function*Ca(...e){let t=this;if(t instanceof IDBCursor||(t=await t.openCursor(...e)),!t)return;t=t;let n=new Proxy(t,Pa);for(Br.set(n,t),Wt.set(n,Gn(t));t;)yield n,t=await(Kn.get(n)||t.continue()),Kn.delete(n)}function Pr(e,t){return t===Symbol.asyncIterator&&Hn(e,[IDBIndex,IDBObjectStore,IDBCursor])||t==="iterate"&&Hn(e,[IDBIndex,IDBObjectStore])}Cr(e=>({...e,get(t,n,o){return Pr(t,n)?Ca:e.get(t,n,o)},has(t,n){return Pr(t,n)||e.has(t,n)}}));var ja=[e=>{e.createObjectStore("answers",{keyPath:"path"}),e.createObjectStore("outbox",{keyPath:"id",autoIncrement:!0}),e.createObjectStore("drafts",{keyPath:"name"})}],La={full:"This device has no room left for it, so it was not kept. Please free some space and try again.",closed:"This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes out from this page alone, so please leave it open until your agency has it.",gone:"You have signed out, so nothing is kept here any more.",older:"The portal was updated in another tab. Please reload this page.",broken:"This browser could not keep it. Please try again; if that does not help, restart the browser."},ke=class extends Error{constructor(t,n){super(`${t}: ${n}`,{cause:n}),this.reason=t,this.sentence=La[t]}},Fr=["InvalidStateError","UnknownError"],Ba="portal:",xe=new Map,qt=new Set,X=({agency:e,contractorId:t,email:n})=>`${Ba}${e}/${t} ${n}`;function Ra(e){let[,t,n,o]=/^portal:([^/]+)\/([^ ]+) (.+)$/.exec(e)??[];return o?{agency:t,contractorId:n,email:o}:null}async function Ur(){return(indexedDB.databases?await Ht(()=>indexedDB.databases()):[...xe.keys()].map(t=>({name:t}))).map(({name:t})=>Ra(t)).filter(Boolean)}var Jn=e=>qt.delete(e);async function Rr(e,t=ja){if(qt.has(e))throw new ke("gone");if(!xe.has(e)){let n=Fa(e,t);xe.set(e,n),n.catch(()=>xe.delete(e))}return xe.get(e)}var Fa=(e,t)=>Ht(()=>jr(e,t.length,{upgrade(n,o,r,s){s.done.catch(()=>{});for(let i of t.slice(o))i(n,s)},blocking(n,o){o===null&&qt.add(e),zn(e)},terminated:()=>xe.delete(e)}));async function zn(e){let t=xe.get(e);xe.delete(e),(await t?.catch(()=>null))?.close()}async function Wr(e){qt.add(e),await zn(e),await Ht(()=>Lr(e))}var Y=(e,t,n)=>Ht(async()=>{try{return await t(await Rr(e,n))}catch(o){if(!Fr.includes((o.cause??o).name))throw o;return await zn(e),t(await Rr(e,n))}});async function Ht(e){try{return await e()}catch(t){throw t instanceof ke?t:new ke(Ua(t),t)}}function Ua(e){return e.name==="QuotaExceededError"?"full":e.name==="VersionError"?"older":["SecurityError",...Fr].includes(e.name)||e instanceof ReferenceError||e instanceof TypeError?"closed":"broken"}var Wa={waiting:"On this phone",sending:"Sending",checking:"Being checked",done:"With the agency",refused:"Refused"},qa=144*36e5,Vr=2e3,Ha=3e5,Yr=6e4,Va=6e5,Ya=24*36e5,Ga=1e4,Ka=/^document: /,Ja=[400,404,405,413,415,422],Gr="It may have arrived. It is sent again by itself, and cannot arrive twice.",za="The portal cannot tell any more what became of it. Please look at the job before you send it again.",Za="It may have arrived a week ago. Please look at the job: if it is not there, send it again.",je=({state:e})=>Wa[e],Yt=({kind:e,content:t})=>e==="completion"?t.completed?"Marked complete":"Reopened":{note:"Note",invoice:"Invoice"}[e],P=({state:e})=>e!=="done",dt=e=>Math.max(0,...e.map(({state:t,doneAt:n})=>t==="done"?n:0)),Oe=({state:e,sentAt:t})=>e==="refused"||e==="waiting"&&t===null,Kr=(e,t)=>Oe(e)?{heldUntil:t+Va}:void 0,mt=({state:e})=>!["sending","checking"].includes(e),Xn=({state:e,sentAt:t})=>e==="waiting"&&t!==null,Jr=({kind:e,jobId:t,about:n,content:o,document:r},s)=>({kind:e,jobId:t??null,about:n??"",addedAt:s,...Gt({content:o,document:r})}),Gt=e=>({...e,key:crypto.randomUUID(),duplicate:e.duplicate??!1,...Xa}),Xa={state:"waiting",sentence:null,sentAt:null,doneAt:null,tries:0,nextAt:0,heldUntil:0,submissionId:null,asks:null,result:null};function zr(e,t){return Zr(e).filter(n=>Zn(n)<=t||Zn(n)>t+Ya).sort((n,o)=>!!n.document-!!o.document||n.id-o.id)}function Qn(e){let t=Zr(e).map(Zn);return t.length?Math.min(...t):null}var Zn=({nextAt:e,heldUntil:t=0})=>Math.max(e,t);function Zr(e){let t=new Set;return e.filter(n=>{if(n.state==="checking")return!0;if(!["waiting","sending"].includes(n.state))return!1;let o=n.jobId??`statement ${n.content.statementId}`,r=!t.has(o);return t.add(o),r&&n.state==="waiting"})}function Xr(e,t){return e.sentAt!==null&&t-e.sentAt>qa?Ye(Za):{state:"sending",sentAt:e.sentAt??t,sentence:null}}var Qr=()=>({state:"waiting",sentence:Gr,nextAt:0});function es(e,t,n,o=Math.random){let{status:r,body:s,headers:i,offline:c}=t,u={sentAt:e.sentAt??n},d=s?.error?.replace(Ka,"")??null;if(c)return Vt(e,null,n,o,{...u,sentence:Gr},Yr);let f=i.get("Submission-State"),m=i.get("Retry-After");return r===200||r===201?ns(e,s,n):r===202?qr(s.submissionId,s.message,n):f==="rejected"?Ye(d):r===409&&m?Vt(e,m,n,o,{...u,sentence:d},Ga):i.get("Location")?qr(i.get("Location").split("/").at(-1),d,n):f==="not-sent"?Vt(e,m,n,o,{sentAt:null,sentence:d}):r===409?Ye(d,e.kind==="invoice"?"duplicate":null):Ja.includes(r)?Ye(d):Vt(e,m,n,o,{...r>=500?u:{sentAt:e.sentAt},sentence:d})}function ts(e,{status:t,body:n,offline:o},r,s=Math.random){return t===404?Ye(za):o||t!==200?Hr(e,e.sentence,r,s):n.state==="confirmed"?ns(e,n.result,r):["rejected","expired","abandoned"].includes(n.state)?Ye(n.message):Hr(e,n.message,r,s)}var ns=({kind:e,document:t},n,o)=>({state:"done",doneAt:o,sentence:null,result:e==="completion"?null:n,document:t&&{name:t.name,size:t.size}}),Ye=(e,t=null)=>({state:"refused",sentence:e,asks:t,sentAt:null}),qr=(e,t,n)=>({state:"checking",submissionId:e,sentence:t,tries:0,nextAt:n+Vr});function Vt(e,t,n,o,r,s=Ha){let i=Math.max(Number(t)*1e3||0,Kt(e.tries,s,o));return{...r,state:"waiting",tries:e.tries+1,nextAt:n+i}}function Hr(e,t,n,o){return{sentence:t,tries:e.tries+1,nextAt:n+Kt(e.tries,Yr,o)}}var Kt=(e,t,n=Math.random)=>Math.min(t,Vr*2**Math.min(e,20))*(.5+n()/2);var rs="portal-outbox",os={durability:"strict"},Ge=class extends Error{constructor(){super("gone"),this.sentence="This has been sent or deleted meanwhile."}},Le=class{constructor(t){this.owner=t,this.name=X(t)}all(){return Y(this.name,t=>t.getAll("outbox"))}async add(t){let n=await Y(this.name,async o=>{let{store:r,done:s}=o.transaction("outbox","readwrite",os),[i]=await Promise.all([r.add(t),s]);return{...t,id:i}});return Jt(this.name),n}async change(t,n){let o=await Y(this.name,async r=>{let{store:s,done:i}=r.transaction("outbox","readwrite",os),c=await s.get(t),u=c&&n(c);return u?await Promise.all([s.put({...c,...u}),i]):u===null?await Promise.all([s.delete(t),i]):await i,u===void 0?void 0:u&&{...c,...u}});if(o===void 0)throw new Ge;return Jt(this.name),o}tidy(){return Y(this.name,async t=>{let n=t.transaction(["answers","drafts","outbox"],"readwrite"),o=n.objectStore("outbox"),r=(await o.getAll()).filter(s=>!P(s));await Promise.all([n.objectStore("answers").clear(),n.objectStore("drafts").clear(),...r.map(({id:s})=>o.delete(s)),n.done])})}},Ke=class{#e=[];#t=0;constructor(t){this.owner=t,this.name=X(t)}async all(){return[...this.#e]}async add(t){let n={...t,id:++this.#t};return this.#e.push(n),Jt(this.name),n}async change(t,n){let o=this.#e.findIndex(i=>i.id===t),r=o<0?void 0:n(this.#e[o]);if(r===void 0)throw new Ge;let s=r&&{...this.#e[o],...r};return this.#e.splice(o,1,...s?[s]:[]),Jt(this.name),s}};function Jt(e){let t=new BroadcastChannel(rs);t.postMessage(e),t.close()}function ss(e){let t=new BroadcastChannel(rs);return t.onmessage=({data:n})=>e(n),()=>t.close()}async function pt(e){try{let t=new Blob([await e.arrayBuffer()],{type:"application/pdf"});return{name:e.name??"invoice.pdf",size:t.size,blob:t}}catch(t){throw Object.assign(new ke("broken",t),{sentence:"This file cannot be read. Please choose it again."})}}async function is(e){let{method:t,path:n}=Qa(e),o={"Idempotency-Key":e.key,Prefer:"respond-async"};return e.duplicate&&(o["X-Allow-Duplicate"]="true"),{method:t,path:n,headers:o,body:e.document?await ec(e):e.content,timeoutMs:e.document?3e5:6e4}}function Qa({kind:e,jobId:t}){let n=`contractor/jobs/${encodeURIComponent(t)}`;return e==="note"?{method:"POST",path:`${n}/notes`}:e==="completion"?{method:"PATCH",path:`${n}/complete`}:{method:"POST",path:"contractor/invoices"}}async function ec({content:e,document:t}){let n=new FormData;for(let[r,s]of Object.entries(e))s!=null&&n.append(r,String(s));let o=await t.blob.arrayBuffer();return n.append("document",new Blob([o],{type:"application/pdf"}),t.name),n}var as="portal-session",tc=5e3,nc={state:"refused",sentAt:null,document:null,asks:"document",sentence:"Its PDF cannot be read on this phone any more. Please attach it again."};async function Be(e=null){return(await Ur()).filter(t=>e===null||t.email===e).map(t=>new Le(t))}function eo(e){return navigator.locks.request(`portal-outbox:${e.name}`,async()=>{for(await oc(e);;){let[t]=zr(await e.all(),Date.now());if(!t)return{hold:null,next:Qn(await e.all())};let n=await rc(e.owner,()=>sc(e,t));if(n)return{hold:n,next:null}}})}async function zt(e){let t=!1,n=()=>(t=!0,e());try{return await navigator.locks.request(as,{signal:AbortSignal.timeout(tc)},n)}catch(o){if(t)throw o;return e()}}async function oc(e){for(let{id:t,state:n}of await e.all())n==="sending"&&await e.change(t,Qr)}function rc(e,t){return navigator.locks.request(as,{mode:"shared"},async()=>await cs(e)??t())}async function cs({email:e,agency:t,contractorId:n}){if(!navigator.onLine)return"offline";let{status:o,body:r,offline:s}=await Z("session");return s||o>=500?"offline":o!==200?"signed-out":r.email!==e?"other-person":r.accounts.some(c=>c.agency===t&&c.contractorId===n)?null:"account-gone"}async function sc(e,t){try{return await(t.state==="checking"?ac(e,t):ic(e,t))}catch(n){if(n instanceof Ge)return null;throw n}}async function ic(e,t){let n=await is(t).catch(()=>null);if(n===null)return void await e.change(t.id,()=>nc);let o=c=>c.state==="waiting"&&c.key===t.key&&c.heldUntil===t.heldUntil;if((await e.change(t.id,c=>o(c)?Xr(c,Date.now()):void 0)).state!=="sending")return null;let s=await Z(n.path,{...n,account:ls(e)}),i=await us(e,s);return await e.change(t.id,()=>i?{state:"waiting",sentAt:t.sentAt}:es(t,s,Date.now())),i??(s.offline?"offline":null)}async function ac(e,t){let n=await Z(`contractor/submissions/${t.submissionId}`,{account:ls(e)}),o=await us(e,n);return o||await e.change(t.id,()=>ts(t,n,Date.now())),o??(n.offline?"offline":null)}async function us(e,{status:t,headers:n}){return t===401?"signed-out":t===409&&!n.get("Retry-After")?cs(e.owner):null}var ls=({owner:{agency:e,contractorId:t}})=>`${e}/${t}`;var cc="outbox";async function Zt(){await(await navigator.serviceWorker?.getRegistration())?.sync?.register(cc).catch(()=>{})}var to=e=>`outbox ${e}`;function Xt(e,t){try{t?localStorage.setItem(to(e),String(t)):localStorage.removeItem(to(e))}catch{}}function fs(e){try{return Number(localStorage.getItem(to(e))??0)}catch{return 0}}var ds=e=>Xt(e,0);var B=W(null),de=W(null),ht=W([]),ae=W(null),lc=6e4,fc=168*36e5,dc="This device has no room left, so nothing can be sent from it. Please free some space.",L=null,so=0,no=0,oo=!1,Qt=null,ro=!1;async function io(e){if(L?.name===X(e))return;ao(),Jn(X(e));let t=new Le(e);L=t;try{let n=(await t.all()).length?0:fs(t.name);for(let o of(await Be()).filter(r=>r.owner.email!==e.email))await o.tidy(),Xt(o.name,await lo(o));await mc(t),L===t&&(ae.value=n?hc(n):null)}catch(n){if(L!==t)return;ae.value=fo(n),n.reason==="closed"&&(L=new Ke(e))}await tn(),B.value?.some(P)&&Zt(),Ae()}async function ps(e){ao(),(e?await Be(e.email).catch(()=>[]):[]).some(({name:n})=>n===X(e))&&!L&&await io(e)}function ao(){clearTimeout(so),L=null,B.value=null,de.value=null,ht.value=[],ae.value=null}async function Je({document:e,...t}){let n=Jr({...t,document:e?await pt(e):null},Date.now()),o=await L.add(n);return await tn(),navigator.storage?.persist?.(),Zt(),Ae(),o}async function en(e,{content:t,about:n,document:o}){let r={content:t,...n!==void 0&&{about:n}};return o!==void 0&&(r.document=o&&await pt(o)),_t(e,s=>Oe(s)?Gt(r):void 0)}var hs=e=>_t(e,t=>Kr(t,Date.now())),_s=e=>_t(e,({heldUntil:t})=>t?{heldUntil:0}:void 0);function co(e,{duplicate:t=!1}={}){return _t(e,n=>n.state==="refused"?Gt({duplicate:t}):void 0)}var vs=e=>_t(e,t=>mt(t)?null:void 0),Te=e=>(B.value??[]).filter(t=>t.jobId===e);async function Ae(){clearTimeout(so),Qt?ro=!0:(Qt=pc(),await Qt.finally(()=>Qt=null),ro&&(ro=!1,await Ae()))}async function uo(){let e=L;for(let{id:t,nextAt:n}of B.value??[])n&&await e.change(t,()=>({nextAt:0})).catch(()=>{});await Ae()}async function $s(e){let t=L instanceof Ke?[L]:await Be(e);return(await Promise.all(t.map(lo))).reduce((o,r)=>o+r,0)}var lo=async e=>(await e.all()).filter(P).length;async function ys(e){let t=!(L instanceof Ke);L?.owner.email===e&&ao();for(let{name:n}of t?await Be(e):[])await Wr(n),ds(n)}async function mc(e){let t=Date.now()-fc;for(let{id:n,state:o,doneAt:r}of await e.all())o==="done"&&r<t&&await e.change(n,()=>null)}async function _t(e,t){let n=await L.change(e,t);return await tn(),Zt(),Ae(),n}async function tn(){let e=L;try{let t=await e?.all()??null;if(L!==e)return;B.value=t,t&&Xt(e.name,t.filter(P).length)}catch(t){if(L!==e)return;ae.value=fo(t),B.value??=[]}}async function pc(){let e=L;if(e)try{let t=e instanceof Le?(await Be(e.owner.email)).filter(({name:r})=>r!==e.name):[],n=[];for(let r of[e,...t])n.push(await eo(r));let o=await Promise.all(t.map(lo));if(L!==e)return;de.value=n[0].hold,ht.value=t.map(({owner:r},s)=>({...r,number:o[s]})).filter(({number:r})=>r),ms(n),oo&&(ae.value=null),oo=!1}catch(t){if(L!==e)return;ae.value=t.reason==="full"?dc:fo(t),oo=!0,ms([{hold:"offline",next:null}])}}function fo(e){if(!e.sentence)throw e;return e.sentence}function ms(e){let t=e.some(({hold:o})=>o==="offline");no=t?no+1:0;let n=e.map(({next:o})=>o).filter(o=>o!==null);t&&n.push(Date.now()+Kt(no,lc)),n.length&&(so=setTimeout(Ae,Math.max(Math.min(...n)-Date.now(),0)))}var hc=e=>`${e===1?"Something":`${e} things`} that waited here to be sent ${e===1?"is":"are"} gone: this browser's data was cleared. Please look at your jobs, and write again what is missing there.`;function gs(){ss(e=>{e===L?.name&&tn()}),addEventListener("online",uo),addEventListener("offline",Ae),document.addEventListener("visibilitychange",()=>{document.visibilityState==="visible"&&Ae()})}var mo="portal",po=[e=>e.createObjectStore("session")],ws=e=>Y(mo,t=>t.put("session",e,"last"),po);async function Ss(){try{return await Y(mo,e=>e.get("session","last"),po)??null}catch{return null}}var xs=()=>Y(mo,e=>e.delete("session","last"),po);var O=W(void 0),ze=W(null),H=({agency:e,contractorId:t})=>`${e}/${t}`,F=be(()=>{if(!O.value)return null;let e=k.value.account??H(O.value.account);return O.value.accounts.find(t=>H(t)===e)??null}),me=be(()=>{let[e,t]=[O.value,F.value];return e&&t?{email:e.email,agency:t.agency,contractorId:t.contractorId}:null}),ks=be(()=>{let[e,t]=[O.value,k.value.account];if(!e||F.value||!t)return null;let[n,o]=t.split("/");return{email:e.email,agency:n,contractorId:o}}),Os=new BroadcastChannel("portal:person");async function Ze(e){let t=JSON.stringify(e)!==JSON.stringify(O.value);t&&(O.value=e),await(e?ws(e):xs()).catch(()=>{}),t&&Os.postMessage(e)}async function nn(){let e=await Ss();if(O.value??=e??void 0,e||document.body.dataset.session){let t=await Z("session");t.status===200&&await Ze(t.body)}O.value??=null}var on=e=>{let t=k.value.account?.split("/")[0];return Z("session/code",{method:"POST",body:{email:e,...t&&{agency:t}}})};async function As(e,t){let n=await zt(()=>Z("session",{method:"POST",body:{email:e,code:t}}));return n.status===201&&(ze.value=null,await Ze(n.body)),n}async function Ts(e){Ze({...O.value,account:e});let{agency:t,contractorId:n}=e,o=await Z("session",{method:"PATCH",body:{agency:t,contractorId:n}});o.status===200&&await Ze(o.body)}async function Is(){let{email:e}=O.value,t=await zt(()=>Z("session",{method:"DELETE"}));return t.status===204&&(await Ze(null),sessionStorage.clear(),await ys(e)),t}function Es(){Ir(()=>{ze.value=O.value?.email??ze.value,Ze(null)}),Os.onmessage=({data:e})=>{O.value=e}}var Ns=300;async function Ms(e,t,n,o=null){try{await Y(X(e),async r=>{let{store:s,done:i}=r.transaction("answers","readwrite");await s.put({path:t,body:n,etag:o,readAt:Date.now()}),await s.count()>Ns&&await vc(s),await i})}catch{}}async function Ds(e,t){try{return await Y(X(e),n=>n.get("answers",t))??null}catch{return null}}async function vc(e){let t=(await e.getAll()).sort((n,o)=>n.readAt-o.readAt);await Promise.all(t.slice(0,t.length-Ns).map(({path:n})=>e.delete(n)))}var $c=5e3,yc=30,Ps={body:null,asOf:null,isOld:!1,busy:!0,problem:null,status:0},gc=W({...Ps,busy:!1}),vt=new Map;function T(e){let t=me.value,n=e?Ls(t,e):gc;return M(()=>{if(!e)return;let o=()=>document.visibilityState==="visible"&&ho(t,e);o();let r=[[window,"online"],[window,"offline"],[document,"visibilitychange"]];for(let[s,i]of r)s.addEventListener(i,o);return()=>{for(let[s,i]of r)s.removeEventListener(i,o)}},[n]),n}async function rn(e,t){let n=me.value,o=n&&vt.get(js(n,e));await o?.running,!(!o||o.begunAt>t)&&(o.readAt=0,ho(n,e))}var Cs=()=>vt.clear(),js=(e,t)=>`${e.email} ${H(e)} ${t}`;function Ls(e,t){let n=js(e,t);if(!vt.has(n)){let o=W(Ps);vt.set(n,Object.assign(o,{etag:null,begunAt:0,readAt:0,running:null}))}return vt.get(n)}function ho(e,t){let n=Ls(e,t);navigator.onLine&&Date.now()-n.readAt<$c||(n.running??=bc(e,t,n).finally(()=>{n.running=null}))}async function bc(e,t,n){let o=f=>{n.value={...n.value,...f}};if(!n.value.body){let f=await Ds(e,t);f&&(n.etag=f.etag??null,o({body:f.body,asOf:f.body.asOf??new Date(f.readAt).toISOString(),isOld:!0}))}o({busy:!0}),n.begunAt=Date.now();let r=n.etag&&n.value.body?{"If-None-Match":n.etag}:{},s=await Z(`contractor/${t}`,{account:H(e),headers:r}),{status:i,body:c,offline:u}=s,d={asOf:wc(s.headers.get("Last-Modified")),isOld:!1,busy:!1,problem:null,status:i};if((i===200||i===304)&&(n.readAt=Date.now()),i===200)n.etag=s.headers.get("ETag"),Ms(e,t,c,n.etag),o({...d,body:c});else if(i===304)o(d);else if(i===409)nn(),o({busy:!1,problem:se(s),status:i});else if(i===404)o({body:null,busy:!1,problem:se(s),status:i});else{let f=Number(s.headers.get("Retry-After"));!u&&f&&setTimeout(()=>ho(e,t),Math.min(f,yc)*1e3),o({isOld:!!n.value.body,busy:!!(!u&&f),problem:se(s),status:i})}}var wc=e=>e?new Date(e).toISOString():null;function sn(){let e=F.value&&H(F.value);return a`
    <ul class="rows">
      ${O.value.accounts.map(t=>{let n=H(t);return a`
          <li key=${n} class="row">
            <a href=${b("/jobs",{},n)} aria-current=${n===e?"true":null} onClick=${()=>Ts(t)}>
              <span class="title" dir="auto">${t.agencyName}</span>
              <span class="address" dir="auto">${t.displayName}</span>
              ${n===e&&a`<span class="about"><${h} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `})}
    </ul>
  `}function an(){let[e,t,n]=[g(null),g(0),g(!1)],o=async()=>{n.value=!0;let s=await Is();if(n.value=!1,s.status!==204){e.value=`${se(s)} Nothing on this device was deleted.`;return}Cs(),fe("/",{replace:!0})},r=async()=>{e.value=null;try{t.value=await $s(O.value.email)}catch(s){if(!s.sentence)throw s;e.value=s.sentence;return}t.value||await o()};return a`
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<${Sc} number=${t.value} onSure=${o} onStay=${()=>t.value=0} />`:a`<button class="btn btn-secondary" type="button" disabled=${n.value} onClick=${r}>
          <${h} name="leave" />Sign out
        </button>`}
  `}function Sc({number:e,onSure:t,onStay:n}){let o=V(null);ue(()=>o.current.focus(),[]);let[r,s,i]=[re(e,"thing"),e===1?"is":"are",e===1?"it":"them"];return a`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${o} tabindex="-1">
        <b>${r} on this device ${s} not with the agency yet.</b> Signing out deletes ${i} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" onClick=${n}>Stay signed in</button>
        <button class="btn btn-danger" type="button" onClick=${t}>Delete ${i} and sign out</button>
      </div>
    </div>
  `}var xc=[["Company","companyName"],["Address","address"],["E-mail","email"],["Phone","phone"],["Mobile","mobile"],["VAT number","vatNumber"],["Contractor number","contractorId"]];function Bs(){let e=T("account"),t=e.value.body,{agencyName:n,displayName:o}=F.value;return a`
    <${w} title="Account">
      ${O.value.accounts.length>1&&a`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${sn} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${o}</h2>
        ${t?a`<${kc} record=${t} />
              <p class="hint">This is what ${n} holds. Is something wrong? Please tell the agency.</p>`:a`<${z} reading=${e.value} />`}
        <${ie} reading=${e.value} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${O.value.email}</b></p>
        <${an} />
      </section>
    <//>
  `}function kc({record:e}){let{agency:t}=e,n=[...xc.map(([o,r])=>[o,e[r]]),["Branch",t.branchName]];return a`
    <dl class="facts">
      ${n.filter(([,o])=>o).map(([o,r])=>a`<div key=${o}><dt>${o}</dt><dd dir="auto">${r}</dd></div>`)}
    </dl>
  `}var Rs=0;function q(e){let t=document.getElementById("announcer");t.textContent="",clearTimeout(Rs),Rs=setTimeout(()=>{t.textContent=e},400)}var Oc=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),pe=e=>e.trim().replaceAll("	"," ");function $t(e,t,{inForm:n=!1}={}){let o=n?pe(e).replace(/\r\n|\r|\n/g,`\r
`):pe(e),{length:r}=[...o];return r>t?`This is ${r-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:Oc.test(o)?"There is a character in this that cannot be sent. Please type it again.":null}var yt=4e3,cn=e=>e?$t(e,yt):"Please write something first.";function un(e){M(()=>{if(e!==null)return hs(e).catch(Fs),()=>_s(e).catch(Fs)},[e])}var Fs=()=>{};function Us({item:e,done:t}){let[n,[o,r]]=[nr(),at(null)];return un(e.id),a`
    <form onSubmit=${async i=>{i.preventDefault();let c=pe(i.target.elements.note.value),u=cn(c);if(r(u),!u)try{await en(e.id,{content:{note:c}}),t()}catch(d){if(!d.sentence)throw d;r(d.sentence)}}} noValidate>
      <label for=${n}>Note</label>
      <textarea id=${n} name="note" class="form-control" rows="4" maxlength=${yt} required dir="auto" ref=${Ac}>
        ${e.content.note}
      </textarea>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Leave it as it was</button>
      </p>
    </form>
  `}var Ac=e=>e?.focus();var Tc={waiting:"clock",sending:"send",checking:"search",done:"done",refused:"emergency"};function Ie({item:e}){let t=e.state==="refused"&&e.sentence?`, because: ${e.sentence}`:"";return a`
    <span class=${`state is-${e.state}`}>
      <${h} name=${Tc[e.state]} /><span dir="auto">${je(e)}${t}</span>
    </span>
  `}var Ic={offline:"No connection to the portal. What waits is kept on this phone, and sent by itself once there is one.","signed-out":"You are signed out. This waits until you sign in again.","other-person":"Somebody else is signed in on this device. This waits for you, and they cannot see it.","account-gone":"The agency does not know you by this account any more, so nothing is sent. Please ask them."};function Ws(){let e=(B.value??[]).filter(t=>!P(t)).reverse();return a`
    <${w} title="Waiting to be sent" back=${{path:"/jobs",name:"Jobs"}}>
      <${_o}>
        ${B.value?a`<p class="reach"><${h} name="done" />Nothing waits: your agency has everything you sent from here.</p>`:a`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${e.length>0&&a`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${qs} of=${e} />
        </section>
      `}
    <//>
  `}function _o({children:e}){let t=(B.value??[]).filter(P);return t.length?a`
    ${de.value&&t.some(({state:n})=>n!=="refused")&&a`<p class="notice" role="status">${Ic[de.value]}</p>`}
    <h2 class="visually-hidden">Not with the agency yet</h2>
    <${qs} of=${t} />
    ${t.some(({state:n})=>n==="waiting")&&a`<button type="button" class="btn btn-primary" onClick=${uo}>Try now</button>`}
  `:e}var qs=({of:e})=>a`<ol class="cards">${e.map(t=>a`<${vo} key=${t.id} item=${t} />`)}</ol>`;function vo({item:e}){let[t,n]=at(null),o=()=>n(null);return a`
    <li class="card">
      <h3 class="title">${Yt(e)}${e.about&&a`: <span dir="auto">${e.about}</span>`}</h3>
      ${t==="edit"?a`<${Us} item=${e} done=${o} />`:a`<${Ec} item=${e} />`}
      <p class="about">
        <${Ie} item=${e} />
        <time datetime=${new Date(e.addedAt).toISOString()}>Written ${we(e.addedAt)}</time>
      </p>
      ${e.state!=="refused"&&e.sentence&&a`<p class="hint" dir="auto">${e.sentence}</p>`}
      ${t==="remove"&&a`<${Dc} item=${e} stop=${o} />`}
      ${!t&&a`<${Nc} item=${e} setDoing=${n} />`}
    </li>
  `}function Ec({item:{kind:e,content:t,document:n,jobId:o}}){return a`
    ${e==="note"&&a`<p class="says" dir="auto">${t.note}</p>`}
    ${e==="invoice"&&a`
      <p class="says" dir="auto">
        <strong>${D(t.amount)}</strong>${t.invoiceNumber?`, number ${t.invoiceNumber}`:""}
        <br />${t.description}
      </p>
    `}
    ${n&&a`<p class="reach"><${h} name="invoice" /><span dir="auto">${n.name}</span></p>`}
    ${o&&a`<a class="reach" href=${b(`/jobs/${o}`)}><${h} name="jobs" />Look at the job</a>`}
  `}function Nc({item:e,setDoing:t}){let n=e.asks==="duplicate",[o,r]=[F.value&&Oe(e)&&e.kind!=="completion",mt(e)&&P(e)];return!o&&!r?null:a`
    <p class="doing">
      ${n&&a`<button type="button" class="btn btn-primary" onClick=${()=>co(e.id,{duplicate:!0})}>
        It is another one: send it
      </button>`}
      ${o&&a`<${Mc} item=${e} onNote=${()=>t("edit")} />`}
      ${e.state==="refused"&&!e.asks&&a`<button type="button" class="btn btn-secondary" onClick=${()=>co(e.id)}>Send again</button>`}
      ${r&&a`<button type="button" class="btn btn-danger" onClick=${()=>t("remove")}>Delete</button>`}
    </p>
  `}function Mc({item:{id:e,kind:t,jobId:n,content:o},onNote:r}){if(t==="note")return a`<button type="button" class="btn btn-secondary" onClick=${r}>Change</button>`;let s={...o.statementId&&{statement:o.statementId},change:e},i=b(n?`/jobs/${n}/invoice`:"/invoice",s);return a`<a class="btn btn-secondary" href=${i}>Change</a>`}function Dc({item:e,stop:t}){let n=Xn(e)?"It may have reached your agency already: deleting it here does not take it back.":"It is then gone for good.",[o,r]=at(null),s=async()=>{try{await vs(e.id),document.querySelector("h1").focus(),q("Deleted.")}catch(i){if(!i.sentence)throw i;r(i.sentence)}};return a`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${n}</p>
      ${o&&a`<p class="notice" role="alert">${o}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${Pc} onClick=${s}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${t}>Keep it</button>
      </p>
    </div>
  `}var Pc=e=>e?.focus();var Hs=()=>a`
  <${w} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${k.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${O.value.email}</b>. Nothing was changed.
    </p>
    <${_o}>${null}<//>
    <h2>Your accounts</h2>
    <${sn} />
    <h2>Signed in with another address?</h2>
    <${an} />
  <//>
`;var Cc="https://www.google.com/maps/search/?api=1&query=",jc=/[\p{L}/,;&#|]|(?=\+)/u,Lc=5,Bc=/^(\+|00)(\d{1,3})\(0\)/;function Rc(e){return e.split(jc).map(o=>o.replace(/[^+\d()]/g,"")).map(o=>o.replace(Bc,"$1$2").replace(/[()]/g,"")).find(({length:o})=>o>=Lc)??""}function gt({phone:e,who:t}){if(!e)return null;let n=Rc(e);return n?a`
    <a class="reach" href=${`tel:${n}`}>
      <${h} name="call" /><span><span class="visually-hidden">Call ${t}, </span>${e}</span>
    </a>
  `:a`<span dir="auto">${e}</span>`}function ln({email:e,who:t}){return(e??"").split(/[;,\s]+/).filter(o=>/^[^@\s]+@[^@\s]+$/.test(o)).map(o=>a`
      <a class="reach" href=${`mailto:${encodeURIComponent(o).replace("%40","@")}`}>
        <${h} name="mail" /><span><span class="visually-hidden">Mail ${t}, </span>${o}</span>
      </a>
    `)}function Vs({address:e,postcode:t}){let n=[e,t].filter(Boolean),o=t&&e?.includes(t)?e:n.join(", ");return o?a`
    <a class="reach" href=${Cc+encodeURIComponent(o)} target="_blank" rel="noopener noreferrer">
      <${h} name="map" /><span dir="auto">${o}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `:"Not known"}function Ys(){let e=T("contacts"),t=e.value.body?.contacts;return a`
    <${w} title="Contacts">
      ${t?a`<ul class="cards">${t.map(n=>a`<${Fc} key=${n.contactId} ...${n} />`)}</ul>`:a`<${z} reading=${e.value} />`}
      ${t?.length===0&&a`<p class="notice">The agency has no contacts to show.</p>`}
      <${ie} reading=${e.value} />
    <//>
  `}function Fc({name:e,role:t,branchName:n,email:o,phone:r,mobile:s}){let i=e??n??"Unnamed";return a`
    <li class="card">
      <h2 dir="auto">${i}</h2>
      <p class="hint" dir="auto">${[t,t?n:"Branch"].filter(Boolean).join(", ")}</p>
      <${gt} phone=${s} who=${i} /><${gt} phone=${r} who=${i} /><${ln} email=${o} who=${i} />
    </li>
  `}var Uc=[{path:"/jobs",name:"Jobs",icon:"jobs",screens:["jobs","job","invoice"]},{path:"/money",name:"Money",icon:"money",screens:["money","statement"]},{path:"/contacts",name:"Contacts",icon:"contacts",screens:["contacts"],needs:"contacts"},{path:"/account",name:"Account",icon:"account",screens:["account"]}];function $o({children:e}){let t=T("agency").value.body;Vc(t?.accent);let{agencyName:n,displayName:o}=F.value,r=Uc.filter(({needs:s})=>!s||!t||t.offers.includes(s));return a`
    <a class="skip" href="#main" onClick=${Yc}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${t?.logo&&a`<img class="logo" src=${t.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${n}</span>
          <span class="contractor" dir="auto">${o}</span>
        </div>
        ${O.value.accounts.length>1&&a`<a class="switch" href=${b("/account")}><${h} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${r.map(s=>a`<${Wc} key=${s.path} ...${s} />`)}</nav>
    </header>
    <${qc} />
    ${e}
  `}function Wc({path:e,name:t,icon:n,screens:o}){let r=o.includes(k.value.screen);return a`<a href=${b(e)} aria-current=${r?"page":null}><${h} name=${n} />${t}</a>`}function qc(){let e=(B.value??[]).filter(P),[t,n]=[e.filter(Gs).length,e.filter(r=>!Gs(r)).length],o=de.value==="offline";return!e.length&&!ht.value.length&&!ae.value?null:a`
    <aside class="strip" aria-label="Not sent yet">
      ${ae.value&&a`<p role="alert">${ae.value}</p>`}
      ${t>0&&a`<a href=${b("/outbox")}>
        <${h} name="emergency" />
        ${re(t,"thing")} ${t===1?"was":"were"} refused, and ${t===1?"needs":"need"} you<${h} name="open" />
      </a>`}
      ${n>0&&a`<a href=${b("/outbox")}>
        <${h} name=${o?"offline":"send"} />
        ${re(n,"thing")} ${n===1?"is":"are"} not with the agency yet<${h} name="open" />
      </a>`}
      ${ht.value.map(r=>a`<${Hc} key=${H(r)} there=${r} />`)}
    </aside>
  `}var Gs=({state:e})=>e==="refused";function Hc({there:e}){let{agencyName:t="an account that is no longer yours"}=O.value.accounts.find(r=>H(r)===H(e))??{},[n,o]=[re(e.number,"thing"),e.number===1?"is":"are"];return a`
    <a href=${b("/outbox",{},H(e))}>
      <${h} name="send" />${n} for ${t} ${o} not there yet<${h} name="open" />
    </a>
  `}function Vc(e){M(()=>{let{style:t}=document.documentElement;return e&&t.setProperty("--accent",e),()=>t.removeProperty("--accent")},[e])}function Yc(e){e.preventDefault(),document.querySelector("h1").focus()}var Re=({priority:e})=>e?.trim().toLowerCase()==="emergency",fn=e=>(e??"").trim().toLowerCase();function dn({completed:e,status:t},n){return e?"completed":n?.cancelledStatus.map(fn).includes(fn(t))?"cancelled":"open"}var Ks=e=>Te(e).filter(t=>t.kind==="completion"&&P(t)).at(-1)??null,ne=({title:e,reference:t,jobId:n})=>e||t||n;function Js(e){let t=fn(e).split(/\s+/).filter(Boolean);return n=>t.every(o=>Gc(n).includes(o))}var yo=new WeakMap;function Gc(e){let{reference:t,title:n,description:o,property:r}=e,s=[t,n,o,r?.address,r?.postcode];return yo.has(e)||yo.set(e,fn(s.filter(Boolean).join(`
`))),yo.get(e)}var zs=e=>[...e.filter(Re),...e.filter(t=>!Re(t))];function mn(e){let[t,n]=[T(`jobs/${e}`).value,T("jobs").value];if(t.body)return{job:t.body,reading:t};let o=t.status===404?null:n.body?.jobs.find(({jobId:r})=>r===e);return{job:o??null,reading:o?n:t}}var Zs=({item:e,back:t})=>a`
  <${w} key="sent" title="Your invoice" back=${t}>
    <h2>Where it stands</h2>
    <ol class="cards"><${vo} item=${e} /></ol>
    ${P(e)&&e.state!=="refused"&&a`<p class="hint">You can go on, or close the portal: it is kept, and sent by itself.</p>`}
    <a class="reach" href=${b("/money",{show:"invoices"})}><${h} name="invoice" />All your invoices</a>
  <//>
`;var Xe=({name:e,required:t,children:n})=>a`
  <label for=${e}>${n}${!t&&a`<span class="optional"> (optional)</span>`}</label>
`,Qe=({name:e,children:t})=>a`<p id=${`${e}-problem`} class="problem" role="alert">${t}</p>`,et=({name:e,hint:t,problem:n,required:o})=>({required:o,"aria-describedby":t?`${e}-hint ${e}-problem`:`${e}-problem`,"aria-invalid":n?"true":null});function Xs({name:e,required:t,problem:n,value:o,...r}){let s=T("statements/pending"),i=s.value.body?.statements??[],c=!o||i.some(({statementId:u})=>u===o);return a`
    <div class="field">
      <${Xe} name=${e} required=${t}>The pending statement it is for<//>
      <select id=${e} class="form-control" value=${o} ...${et({name:e,problem:n,required:t})} ...${r}>
        <option value="">${t?"Please choose":"None"}</option>
        ${!c&&a`<option value=${o}>${o}</option>`}
        ${i.map(u=>a`<option key=${u.statementId} value=${u.statementId}>${go(u)}</option>`)}
      </select>
      <${Qe} name=${e}>${n??(s.value.body?null:s.value.problem)}<//>
    </div>
  `}var go=({statementId:e,reference:t,description:n,date:o,amount:r,gross:s})=>[D(s??r??0),n??t??e,o&&J(o)].filter(Boolean).join(", ");async function Qs(e,t){try{return(await Y(X(e),n=>n.get("drafts",t)))?.content??null}catch{return null}}async function ei(e,t,n){try{await Y(X(e),o=>n===null?o.delete("drafts",t):o.put("drafts",{name:t,content:n}))}catch{}}function bt(e){let t=g(void 0),n=me.value;return M(()=>{Qs(n,e).then(r=>{t.value===void 0&&(t.value=r)})},[]),[t,r=>(t.value=r,ei(n,e,r))]}var ti=1e6,ni={description:2e3,invoiceNumber:50},Kc=6,Jc=864e5,zc=10*1024*1024,oi="%PDF-",Zc=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Xc=/\.\d\d\d*[1-9]/,Qc=["amount","description","invoiceDate"];function wt(e,t,n){let{required:o=[],link:r}=t?.invoice??{};return[...Qc,...o].includes(e)||e==="statementId"&&!n&&r==="job_or_statement"}function pn(e){let{required:t=[],link:n}=e?.invoice??{};return(n==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function bo(e=new Date){let[t,...n]=te(e).split("-");return{oldest:[t-Kc,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(te(e))+Jc).toISOString().slice(0,10)}}function he(e){let t=e.trim().replace(/^£\s*/,"");return Zc.test(t)?Number(t.replaceAll(",","")):NaN}var ii=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t),eu={amount:e=>si(e,"The amount")??(he(e)===0?"The amount must be more than £0.":null),vat:(e,{amount:t})=>si(e,"VAT")??(he(e)>he(t)?"VAT cannot be more than the amount.":null),description:(e,t,n)=>$t(e,ni.description,{inForm:!!n}),invoiceNumber:e=>$t(e,ni.invoiceNumber),invoiceDate:e=>{let{oldest:t,latest:n}=bo();return e>n?`The date can be tomorrow at the latest, ${J(n)}.`:e<t?`The date can be six years ago at most, ${J(t)}.`:null},statementId:()=>null},ri={amount:"Please enter the amount.",vat:"Please enter the VAT: your agency requires it. Without VAT, enter 0.",description:"Please say what the invoice is for.",invoiceNumber:"Please enter your invoice number: your agency requires it.",invoiceDate:"Please enter the date of the invoice.",statementId:"Please choose the statement that it is for.",document:"Please attach the invoice as a PDF: your agency requires it."};function si(e,t){let n=he(e);return Number.isNaN(n)?`${t} must be in pounds and pence, such as 120.50.`:Xc.test(e.trim())?`${t} can have no more than two decimals.`:n>ti?`${t} can be ${D(ti)} at most.`:null}function hn(e,t,n,o){let r={};for(let[s,i]of Object.entries(eu)){let c=e[s]??"",u=wt(s,n,o)?ri[s]:null,d=c.trim()===""?u:i(c,e,t);d&&(r[s]=d)}return!t&&wt("document",n,o)&&(r.document=ri.document),r}async function ai(e){return e.size>zc?"The PDF can have 10 MB at most.":await e.slice(0,oi.length).text()===oi?null:"This file is not a PDF. Please choose a PDF."}function ci(e,t){let n={jobId:t,statementId:e.statementId,amount:he(e.amount),vat:e.vat.trim()&&he(e.vat),description:pe(e.description),invoiceDate:e.invoiceDate,invoiceNumber:pe(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,o])=>o!==""&&o!==null))}function ui({amount:e,vat:t,...n}){let o=s=>typeof s=="number"?s.toFixed(2):"",r={amount:o(e),vat:o(t),...n};return Object.fromEntries(Object.entries(r).map(([s,i])=>[s,i??""]))}var li="This file cannot be read. Please choose it again.";function fi({required:e,problem:t,document:n,onChange:o}){let r=g(null),s=async({target:c})=>{let[u]=c.files;if(u&&(r.value=await ai(u).catch(()=>li),c.value="",!r.value))try{o(await pt(u)),q(`${u.name} is attached.`)}catch(d){r.value=d.sentence??li}},i=r.value??t;return a`
    <div class="field">
      <${Xe} name="document" required=${e}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${n&&a`<${tu} document=${n} onRemove=${()=>o(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${!!n}
        ...${et({name:"document",hint:!0,problem:i,required:e&&!n})} onChange=${s}
      />
      <${Qe} name="document">${i}<//>
    </div>
  `}function tu({document:e,onRemove:t}){let n=()=>{t(),setTimeout(()=>globalThis.document.getElementById("document").focus()),q("The PDF is removed.")};return a`
    <p class="attached">
      <${h} name="invoice" />
      <span dir="auto">${e.name}</span> <span class="hint">${Rt(e.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${n}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `}var nu={amount:{label:"Amount, VAT included",hint:"In pounds, such as 120.50",inputmode:"decimal"},vat:{label:"VAT in it",hint:"In pounds, such as 20.08",inputmode:"decimal"},invoiceDate:{label:"Date of the invoice",type:"date"},invoiceNumber:{label:"Your invoice number",autocapitalize:"characters"},description:{label:"What it is for",rows:4,dir:"auto"}};function di({values:e,set:t,document:n,setDocument:o,agency:r,jobId:s,asked:i,onWhole:c}){let[u,d,f]=[g({}),g(i),g(null)],m=V(null),p=hn(e,n,r,s),l=v=>v==="vat"&&f.value==="amount"?null:d.value||u.value[v]&&e[v]||!ii(v,e[v]??"")?p[v]:null,$=()=>m.current.querySelector("[aria-invalid]")?.focus();M(()=>{i&&$()},[]);let A=v=>{v.preventDefault(),d.value=!0,Object.keys(p).length?setTimeout($):c()},y=v=>({name:v,required:wt(v,r,s),problem:l(v),value:e[v],onInput:({target:_})=>t(v,_.value),onFocus:()=>f.value=v,onBlur:()=>{f.value=null,u.value={...u.value,[v]:!0}}});return a`
    <form ref=${m} class="form" onSubmit=${A} noValidate>
      <p class="hint">${F.value.agencyName} needs whatever is not marked as optional.</p>
      ${pn(r)&&a`<${Xs} ...${y("statementId")} />`}
      ${Object.entries(nu).map(([v,_])=>a`<${ou} key=${v} ...${_} ...${y(v)} />`)}
      <${fi}
        required=${wt("document",r,s)} problem=${d.value?p.document:null}
        document=${n} onChange=${o}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `}function ou({name:e,label:t,hint:n,rows:o,problem:r,required:s,value:i,type:c="text",...u}){let d=o?"textarea":"input",{oldest:f,latest:m}=c==="date"?bo():{};return a`
    <div class="field">
      <${Xe} name=${e} required=${s}>${t}<//>
      ${n&&a`<p id=${`${e}-hint`} class="hint">${n}</p>`}
      <${d}
        id=${e} class="form-control" type=${o?null:c} rows=${o} min=${f} max=${m} autocomplete="off"
        value=${i} ...${et({name:e,hint:n,problem:r,required:s})} ...${u}
      />
      <${Qe} name=${e}>${r}<//>
    </div>
  `}function mi({onReach:e,left:t}){let n=V(null);return M(()=>{let o=new IntersectionObserver(([{isIntersecting:r}])=>r&&e(),{rootMargin:"800px"});return o.observe(n.current),()=>o.disconnect()},[t]),a`<button ref=${n} class="btn btn-secondary more" type="button" onClick=${e}>Show more (${t} left)</button>`}var Q=6;function Fe({of:e,row:t,most:n=e.length,onMore:o}){let r=K(()=>su(e),[e]),s=iu(),i=e.length-n;return e.length?a`
    <div ref=${s} class="rows" role="list">
      ${r.slice(0,Math.ceil(n/Q)).map((c,u)=>a`<${ru} key=${u} of=${c} row=${t} />`)}
    </div>
    ${i>0&&a`<${mi} onReach=${o} left=${i} />`}
  `:null}var ru=({of:e,row:t})=>a`<div class="group">${e.map(t)}</div>`,su=e=>Array.from({length:Math.ceil(e.length/Q)},(t,n)=>e.slice(n*Q,(n+1)*Q));function iu(){let e=V(null),{activeElement:t}=document,n=e.current?.contains(t)&&t.getAttribute("href");return ue(()=>{if(!n||!e.current||document.activeElement!==document.body)return;let[o,...r]=Ut(n,e.current);r.length||o?.focus({preventScroll:!0})}),e}var hi={sending:{words:"Being sent",icon:"send"},submitted:{words:"With the agency",icon:"done"},authorised:{words:"Authorised",icon:"done"},rejected:{words:"Refused by the agency",icon:"emergency",className:"is-refused"},paid:{words:"Paid",icon:"money"},unconfirmed:{words:"Being checked",icon:"search"}},au={},wo=({status:e})=>hi[e]?.words??e;function So(e,t){let n=t.filter(r=>r.kind==="invoice"&&(P(r)||!e.some(s=>pi(s,r)))).reverse().map(r=>({...r.content,document:r.document,submittedAt:new Date(r.addedAt).toISOString(),item:r})),o=r=>["sending","unconfirmed"].includes(r.status)&&n.some(({item:s})=>pi(r,s));return[...n,...e.filter(r=>!o(r))]}function pi(e,{jobId:t,content:n,result:o,state:r}){if(r==="refused")return!1;if(o?.invoiceId&&e.invoiceId)return o.invoiceId===e.invoiceId;let{amount:s,invoiceNumber:i=null,invoiceDate:c}=n;return e.jobId===t&&e.amount===s&&e.invoiceNumber===i&&e.invoiceDate===c}function _n({jobId:e,agency:t}){let n=T(t?.offers.includes("invoices.list")?"invoices":null).value,o=So(n.body?.invoices??[],B.value??[]).filter(r=>r.jobId===e);return o.length?a`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${o.length>1?"Its invoices":"Its invoice"}</h2>
      <${xo} invoices=${o} />
    </section>
  `:null}function xo({invoices:e,jobs:t=au,...n}){let o=Nt((r,s)=>a`<${cu} key=${r.item?.id??r.invoiceId??`at ${s}`} invoice=${r} jobs=${t} />`,[t]);return a`<${Fe} of=${e} row=${o} ...${n} />`}function cu({invoice:e,jobs:t}){let{amount:n,description:o,invoiceNumber:r,invoiceDate:s,document:i,jobId:c,item:u}=e;return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${o||"Invoice"}</span>${" "}
        <b>${n===null?"":D(n)}</b>
      </p>
      <p class="about">
        ${u?a`<${Ie} item=${u} />`:a`<${uu} invoice=${e} />`}
        ${s&&a`<time datetime=${s}>${J(s)}</time>`}
        ${r&&a`<span dir="auto">Number ${r}</span>`}
        ${i&&a`<span dir="auto">${i.name}</span>`}
      </p>
      ${t[c]&&a`<a class="reach" href=${b(`/jobs/${c}`)}><${h} name="jobs" /><span dir="auto">${t[c]}</span></a>`}
      ${u&&P(u)&&a`<a class="reach" href=${b("/outbox")}><${h} name="send" />Look at what waits here</a>`}
    </div>
  `}function uu({invoice:e}){let{icon:t="search",className:n=""}=hi[e.status]??{};return a`<span class=${`state ${n}`}><${h} name=${t} />${wo(e)}</span>`}function _i({about:e,address:t,values:n,document:o,failed:r,onSend:s,change:i,back:c}){let u=g(!1),d=async()=>{u.value=!0,await s(),u.value=!1},f=[["For",[e,t].filter(Boolean).join(`
`)],["Amount, VAT included",D(he(n.amount))],["VAT in it",n.vat.trim()&&D(he(n.vat))],["Date of the invoice",J(n.invoiceDate)],["Your invoice number",n.invoiceNumber.trim()],["What it is for",n.description.trim()],["PDF",o?`${o.name}, ${Rt(o.size)}`:"None"]];return a`
    <${w} key="look" title="Look it over" back=${c}>
      <div class="card">
        <dl class="facts">
          ${f.filter(([,m])=>m).map(([m,p])=>a`<div key=${m}><dt>${m}</dt><dd dir="auto">${p}</dd></div>`)}
        </dl>
      </div>
      ${de.value==="offline"&&a`<p class="notice">There is no connection just now: it will wait on this phone, and be sent by itself.</p>`}
      <p class="problem" role="alert">${r}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${u.value} onClick=${d}>
          <${h} name="send" />Send to ${F.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${i}>Change something</a>
      </div>
    <//>
  `}var lu=!1;function ko({jobId:e,item:t,about:n,address:o,first:r,back:s}){let{query:i,path:c}=k.value,u=t?`change of ${t.id}`:`invoice for ${e??`statement ${r.statementId}`}`,[[d,f],[m,p]]=[bt(u),bt(`PDF of ${u}`)],[l,$]=[T("agency").value,g(null)],A=i.has("look");if(un(t?.id??null),d.value===void 0||m.value===void 0||!l.body&&l.busy)return a`<${w} key="reading" title="Invoice" back=${s}><p class="loading" role="status">Loading …</p><//>`;let y=l.body&&du(l.body,e);if(y)return a`<${w} key="none" title="Invoice" back=${s}><p class="notice">${y}</p><//>`;let v={...r,...t&&ui(t.content),...d.value},_=(m.value??t?.document)||null,E=!Object.keys(hn(v,_,l.body,e)).length,{statementId:x}=r,_e=N=>b(c,{...x&&{statement:x},...t&&{change:t.id},...N}),We=()=>{let N=ci(v,e);return t?en(t.id,{content:N,...m.value!==null&&{document:vi(_)}}):Je({kind:"invoice",jobId:e,about:n,content:N,document:vi(_)})},ve=async()=>{$.value=null;try{let{id:N}=await We();q("Your invoice is on its way."),fe(b(c,{sent:N}),{replace:!0}),f(null),p(null)}catch(N){$.value=N.sentence??"Your invoice could not be kept. Please try again."}};return A&&E?a`
      <${_i}
        about=${n} address=${o} values=${v} document=${_} failed=${$.value} onSend=${ve}
        change=${_e({})} back=${s}
      />
    `:a`
    <${w} key="write" title="Invoice" back=${s} keepsFocus=${A}>
      <${fu} about=${n} address=${o} />
      ${e&&a`<${_n} jobId=${e} agency=${l.body} />`}
      <${di}
        values=${v} set=${(N,G)=>f({...d.value,[N]:G})} document=${_}
        setDocument=${N=>p(N??lu)} agency=${l.body} jobId=${e} asked=${A}
        onWhole=${()=>fe(_e({look:"1"}))}
      />
    <//>
  `}function fu({about:e,address:t}){return e?a`<p>For <b dir="auto">${e}</b>${t&&a`<br /><span class="address" dir="auto">${t}</span>`}</p>`:null}function du({offers:e,invoice:t},n){return e.includes("invoices.submit")?n||t.link==="job_or_statement"?null:"Your agency takes invoices for jobs: please send it from its job.":"Your agency does not take invoices here."}var vi=e=>e&&new File([e.blob],e.name,{type:e.blob.type});var mu={path:"/money",name:"Money"};function Oo({id:e}){let{query:t}=k.value,n=Number(t.get("sent")??t.get("change")),o=(B.value??[]).find(c=>c.id===n),r=e?{path:`/jobs/${e}`,name:"Job"}:mu;if(n&&B.value===null)return a`<${w} key="reading" title="Your invoice" back=${r} />`;if(o&&(t.has("sent")||!Oe(o)))return a`<${Zs} item=${o} back=${r} />`;let s=t.get("statement")??"";return a`<${e?pu:hu} key=${n||s} id=${e} statementId=${s} item=${o} back=${r} />`}function pu({id:e,statementId:t,...n}){let{job:o,reading:r}=mn(e);if(!o&&!n.item&&r.status===404)return a`<${$i} reading=${r} back=${n.back} />`;let s={...yi,statementId:t,invoiceDate:te()},i=o?.property?.address;return a`<${ko} jobId=${e} about=${o?ne(o):e} address=${i} first=${s} ...${n} />`}function hu({statementId:e,...t}){let n=T("statements/pending").value,o=n.body?.statements.find(s=>s.statementId===e);if(!o&&n.busy)return a`<${$i} reading=${n} back=${t.back} />`;let r={...yi,...o&&_u(o),statementId:e,invoiceDate:te()};return a`<${ko} jobId=${null} about=${o?go(o):""} first=${r} ...${t} />`}var $i=({reading:e,back:t})=>a`
  <${w} key="nothing" title="Invoice" back=${t}><${z} reading=${e} /><//>
`,yi={amount:"",vat:"",description:"",invoiceNumber:""},_u=({gross:e,vat:t,description:n})=>({amount:e?e.toFixed(2):"",vat:t?t.toFixed(2):"",description:n??""});var tt=({children:e})=>a`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${e}</span>
`;function gi({job:e,standing:t}){let[n,o]=[g(null),g(!1)],r=Ks(e.jobId),s=async i=>{if(!o.value){o.value=!0,n.value=null;try{await Je({kind:"completion",jobId:e.jobId,about:ne(e),content:{completed:i},document:null}),q(i?"The job is being marked complete.":"The job is being reopened.")}catch(c){n.value=c.sentence??"This could not be kept. Please try again."}o.value=!1}};return r?a`
      <p class="pending">
        <${h} name=${r.content.completed?"done":"reopen"} />
        ${r.content.completed?"Marked complete by you.":"Reopened by you."} <${Ie} item=${r} />
      </p>
    `:a`
    ${t==="open"&&a`<button class="btn btn-primary" type="button" onClick=${()=>s(!0)}><${h} name="done" />Mark complete</button>`}
    ${t==="completed"&&a`<button class="btn btn-secondary" type="button" onClick=${()=>s(!1)}><${h} name="reopen" />Reopen this job</button>`}
    ${n.value&&a`<p class="notice" role="alert">${n.value}</p>`}
  `}function bi({job:e,canAdd:t}){let n=F.value.displayName,o=Te(e.jobId).filter(s=>s.kind==="note"&&!vu(e.notes,s)),r=e.notes.length+o.length>0;return a`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!e.notesComplete&&a`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!r&&e.notesComplete&&a`<p>Nothing was written yet.</p>`}
      ${r&&a`<ol class="notes">
        ${e.notes.map(({noteId:s,note:i,author:c,createdAt:u},d)=>a`
            <li key=${s??`at ${d}`} class=${c===n?"own":""}>
              <p class="by"><b dir="auto">${c===n?"You":c||"Unnamed"}</b>${" "}
                ${u&&a`<time datetime=${u}>${we(u)}</time>`}</p>
              <p class="says" dir="auto">${i}</p>
            </li>
          `)}
        ${o.map(s=>a`
            <li key=${s.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${s.content.note}</p>
              <${Ie} item=${s} />
            </li>
          `)}
      </ol>`}
      ${t&&a`<${$u} job=${e} />`}
    </section>
  `}var vu=(e,{state:t,content:n,result:o})=>t==="done"&&e.some(({noteId:r,note:s})=>o?.noteId?r===o.noteId:s===n.note);function $u({job:e}){let[t,n]=bt(`note on ${e.jobId}`),[o,r]=[g(null),g(!1)];return a`
    <form class="composer" onSubmit=${async i=>{if(i.preventDefault(),r.value)return;let c=pe(t.value??"");if(o.value=cn(c),!o.value){r.value=!0;try{await Je({kind:"note",jobId:e.jobId,about:ne(e),content:{note:c},document:null}),n(null),q("Your note was added.")}catch(u){o.value=u.sentence??"Your note could not be kept. Please try again."}r.value=!1}}} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${yt} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${o.value?"true":null} value=${t.value??""} onInput=${i=>n(i.target.value||null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${o.value}</p>
      <button class="btn btn-primary"><${h} name="send" />Add note</button>
    </form>
  `}var wi={path:"/jobs",name:"Jobs"};function Si({id:e}){let{job:t,reading:n}=mn(e),o=T("agency").value.body,r=dt(Te(e));if(M(()=>{for(let i of r?[`jobs/${e}`,"jobs","invoices"]:[])rn(i,r)},[r]),!t)return a`<${w} title="Job" back=${wi}><${z} reading=${n} /><//>`;let s=o?.offers??[];return a`
    <${w} title=${ne(t)} back=${wi}>
      <${yu} job=${t} />
      <div class="card">
        ${t.description&&a`<p class="description" dir="auto">${t.description}</p>`}
        <${gu} job=${t} />
      </div>
      <div class="doing">
        ${s.includes("jobs.complete")&&a`<${gi} job=${t} standing=${dn(t,o)} />`}
        ${s.includes("invoices.submit")&&a`<a class="btn btn-secondary" href=${b(`/jobs/${e}/invoice`)}><${h} name="invoice" />Send its invoice</a>`}
      </div>
      ${s.includes("invoices.submit")&&a`<${_n} jobId=${e} agency=${o} />`}
      <${bi} job=${t} canAdd=${s.includes("notes.add")} />
      <${ie} reading=${n} />
    <//>
  `}function yu({job:e}){let{status:t,priority:n,category:o,reference:r,reportedAt:s,completedAt:i}=e;return[t,n,o,r,s,i].some(Boolean)?a`
    <p class="about">
      ${Re(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
      ${t&&a`<${tt}>${t}<//>`}
      ${n&&!Re(e)&&a`<span dir="auto">Priority: ${n}</span>`}
      ${o&&a`<span dir="auto">${o}</span>`}
      ${r&&a`<span dir="auto">${r}</span>`}
      ${s&&a`<span>Reported <time datetime=${s}>${we(s)}</time></span>`}
      ${i&&a`<span>Completed <time datetime=${i}>${J(i)}</time></span>`}
    </p>
  `:null}function gu({job:{property:e,reportedBy:t}}){let{name:n,phone:o,email:r}=t??{};return a`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Vs} address=${e?.address} postcode=${e?.postcode} /></dd></div>
      ${e?.access&&a`<div><dt>Access</dt><dd dir="auto">${e.access}</dd></div>`}
      ${(n||o||r)&&a`<div>
        <dt>Tenant</dt>
        <dd>
          ${n&&a`<span dir="auto">${n}</span>`}
          <${gt} phone=${o} who=${n??"the tenant"} /><${ln} email=${r} who=${n??"the tenant"} />
        </dd>
      </div>`}
    </dl>
  `}var vn={open:"Open",completed:"Completed",cancelled:"Cancelled"},bu={open:"There is no open job for you just now.",completed:"No job was completed yet.",cancelled:"No job was cancelled."},To=W({});function Io(){let e=T("jobs"),t=T("agency").value.body,n=k.value.query.get("show")??"open";return a`
    <${w} title="Jobs">
      ${e.value.body?a`<${wu} jobs=${e.value.body.jobs} agency=${t} tab=${Object.hasOwn(vn,n)?n:"open"} />`:a`<${z} reading=${e.value} />`}
      <${ie} reading=${e.value} />
    <//>
  `}function wu({jobs:e,agency:t,tab:n}){let o=k.value.account,{text:r,made:s,found:i}=xi(o,n),c=K(()=>zs(e),[e]),u=K(()=>ku(c,t),[c,t]),d=K(()=>Su(u,p=>p.filter(Js(r))),[u,r]),f=d[n].length,m=p=>{To.value={...xi(o,n),...p}};return M(()=>{r&&q(f?`${re(f,"job")} found`:"No job found")},[r,n]),a`
    <form class="search" role="search" onSubmit=${p=>p.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${h} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${r} onInput=${p=>m({text:p.target.value,found:Q})}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(vn).filter(([p])=>p!=="cancelled"||u.cancelled.length).map(([p,l])=>a`
            <a key=${p} href=${b("/jobs",{show:p})} aria-current=${p===n?"true":null}>
              ${l} <span class="number">${d[p].length}</span>
            </a>
          `)}
    </nav>
    ${!f&&a`<p class="notice">${r?`No job here has “${r}” in it.${xu(d)}`:bu[n]}</p>`}
    <div key=${n} class=${r?"is-away":null}>
      <${Fe} of=${u[n]} row=${ki} most=${s} onMore=${()=>m({made:s+Q})} />
    </div>
    ${r&&a`<${Fe} key=${`found ${n}`} of=${d[n]} row=${ki} most=${i} onMore=${()=>m({found:i+Q})} />`}
  `}function xi(e,t){let n=To.value.at===e?To.value:{text:""};return n.tab===t?n:{at:e,tab:t,text:n.text,made:Q,found:Q}}var Su=(e,t)=>Object.fromEntries(Object.entries(e).map(([n,o])=>[n,t(o)]));function xu(e){return Object.keys(vn).filter(n=>e[n].length).map(n=>` ${vn[n]}: ${e[n].length}.`).join("")}function ku(e,t){let n={open:[],completed:[],cancelled:[]};for(let o of e)n[dn(o,t)].push(o);return n}var Ao=new WeakMap;function ki(e){let t=Te(e.jobId).filter(P).length,n=`${te()} ${t}`;return Ao.get(e)?.told!==n&&Ao.set(e,{told:n,row:Ou(e,t)}),Ao.get(e).row}function Ou(e,t){let{jobId:n,reference:o,status:r,reportedAt:s,property:i}=e;return a`
    <div key=${n} class="row" role="listitem">
      <a href=${b(`/jobs/${n}`)}>
        ${Re(e)&&a`<span class="emergency"><${h} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${ne(e)}</span>
        ${i?.address&&a`<span class="address" dir="auto">${i.address}</span>`}
        <span class="about">
          ${r&&a`<${tt}>${r}<//>`}
          ${s&&a`<span><span class="visually-hidden">Reported </span>${br(s)}</span>`}
          ${o&&a`<span dir="auto">${o}</span>`}
          ${t>0&&a`<span class="unsent"><${h} name="send" />${re(t,"thing")} to send</span>`}
        </span>
      </a>
    </div>
  `}var $n=e=>e.reduce((t,n)=>t+Math.round((n??0)*100),0)/100,Ai=(e,t)=>n=>!e&&!t||!!(n&&n>=(e||n)&&n<=(t||n));function Ti(e){let t=new Map;for(let{date:i,amount:c}of e){let u=i?.slice(0,7);u&&t.set(u,$n([t.get(u),c]))}let n=[...t.keys()].sort();if(!n.length)return[];let o=[n.at(-1)];for(;o.length<12&&o[0]>n[0];)o.unshift(Eo(o[0]));let r=o.map(i=>({month:i,amount:t.get(i)??0})),s=n.filter(i=>i<o[0]);return s.length?[{month:null,amount:$n(s.map(i=>t.get(i)))},...r]:r}function Ii(e){let t=e.slice(0,7),n=Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0);return{"All dates":["",""],"This month":[`${t}-01`,Oi(t)],"Last month":[`${Eo(t)}-01`,Oi(Eo(t))],"This tax year":[`${n}-04-06`,`${n+1}-04-05`],"Last tax year":[`${n-1}-04-06`,`${n}-04-05`]}}function Eo(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n-2)).toISOString().slice(0,7)}function Oi(e){let[t,n]=e.split("-").map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}var No="Other dates";function Ni({from:e,to:t,set:n}){let o=Ii(te()),r=Object.keys(o).find(u=>o[u].join()===[e,t].join()),s=g(!r),i=({target:u})=>{s.value=u.value===No,s.value||n(...o[u.value])},c=e&&t&&e>t;return a`
    <form class="dates" onSubmit=${u=>u.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${s.value?No:r} onChange=${i}>
          ${[...Object.keys(o),No].map(u=>a`<option key=${u}>${u}</option>`)}
        </select>
      </div>
      ${s.value&&a`
        <${Ei} id="from" label="From" value=${e} isWrong=${c} onChange=${u=>n(u,t)} />
        <${Ei} id="to" label="To" value=${t} isWrong=${c} onChange=${u=>n(e,u)} />
        <p id="dates-problem" class="problem" role="alert">${c&&"The first date is after the last."}</p>
      `}
    </form>
  `}var Ei=({id:e,label:t,value:n,isWrong:o,onChange:r})=>a`
  <div>
    <label for=${e}>${t}</label>
    <input
      id=${e} class="form-control" type="date" value=${n} aria-describedby="dates-problem"
      aria-invalid=${o?"true":null} onChange=${({target:s})=>r(s.value)}
    />
  </div>
`;var Au=/^[=+\-@\t\r\n＝＋－＠]/u,Tu=/[",\r\n]/;function Mi(e,t){return"\uFEFF"+[e.map(([o])=>o),...t.map(o=>e.map(([,r])=>r(o)))].map(o=>`${o.map(Iu).join(",")}\r
`).join("")}function Iu(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Au.test(e)?`'${e}`:e;return Tu.test(t)?`"${t.replaceAll('"','""')}"`:t}function Di(e,t){let n=URL.createObjectURL(new Blob([t],{type:"text/csv;charset=utf-8"}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function Ci({rows:e,caption:t}){let n=Math.max(...e.map(r=>r.month?r.amount:0),.01),o=Math.max(...e.map(r=>D(r.amount).length));return a`
    <div class="card">
      <table class="months" style=${{"--amount":`${o}ch`}}>
        <caption>${t}</caption>
        <thead><tr><${Pi}>Month<//><${Pi}>Amount<//></tr></thead>
        <tbody>${e.map(r=>a`<${Eu} key=${r.month} ...${r} most=${n} />`)}</tbody>
      </table>
    </div>
  `}var Pi=({children:e})=>a`<th scope="col"><span class="visually-hidden">${e}</span></th>`,Eu=({month:e,amount:t,most:n})=>a`
  <tr>
    <th scope="row">${e?gr(e):"Before"}</th>
    <td><span class="measured">${e&&a`<${Nu} share=${t/n} />`}<b>${D(t)}</b></span></td>
  </tr>
`,Nu=({share:e})=>a`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(e,0)*100}%`} height="100%" rx="3" />
  </svg>
`;function ji({statements:e,jobs:t,agency:n,isPending:o,...r}){let s=Nt(i=>a`
      <${Mu}
        key=${i.statementId} statement=${i} job=${t[i.jobId]} isPending=${o}
        invoice=${o&&Pu(i,n)}
      />
    `,[t,n,o]);return a`<${Fe} of=${e} row=${s} ...${r} />`}function Mu({statement:e,job:t,isPending:n,invoice:o}){let{reference:r,description:s,amount:i,status:c,jobId:u}=e,[d,f]=n||!e.paidAt?[e.date,"Raised"]:[e.paidAt,"Paid"],m=c||n&&"Not paid yet";return a`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${s||r||"Statement"}</span>${" "}
        <b>${i===null?"":D(i)}</b>
      </p>
      <p class="about">
        ${m&&m!==f&&a`<${tt}>${m}<//>`}
        ${d&&a`<span>${f} <time datetime=${d}>${J(d)}</time></span>`}
        ${r&&a`<span dir="auto">${r}</span>`}
      </p>
      <${Du} statement=${e} />
      ${t&&a`<a class="reach" href=${b(`/jobs/${u}`)}><${h} name="jobs" /><span dir="auto">${t}</span></a>`}
      ${o&&a`<a class="reach" href=${o}><${h} name="invoice" />Send its invoice</a>`}
    </div>
  `}function Du({statement:{gross:e,vat:t,commission:n}}){let o=[e&&`${D(e)} in all`,t&&`${D(t)} of it VAT`,n&&`less ${D(n)} commission`].filter(Boolean);return o.length>1&&a`<p class="hint">${o.join(", ")}</p>`}function Pu({statementId:e,jobId:t},n){return!n?.offers.includes("invoices.submit")||!pn(n)?null:n.invoice.link==="job_or_statement"?b("/invoice",{statement:e}):t&&b(`/jobs/${t}/invoice`,{statement:e})}var R=e=>t=>t[e],Li=[["Statement",R("statementId")],["Date",R("date")],["Reference",R("reference")],["Description",R("description")],["Job",R("jobId")],["Net",R("net")],["VAT",R("vat")],["Gross",R("gross")],["Commission",R("commission")],["Amount",R("amount")],["Status",R("status")]],Cu=[["Invoice",R("invoiceId")],["Date",R("invoiceDate")],["Number",R("invoiceNumber")],["Description",R("description")],["Job",R("jobId")],["Statement",R("statementId")],["Amount",R("amount")],["VAT",R("vat")],["Status",e=>e.item?je(e.item):wo(e)],["Sent",R("submittedAt")],["Document",({document:e})=>e?.name]],Ue={pending:{title:"Pending",path:"statements/pending",needs:["statements.pending"],dateOf:({date:e})=>e,counts:()=>!0,total:"On its way to you",none:"Nothing is on its way to you just now.",one:"payment",columns:Li},invoices:{title:"Invoices",path:"invoices",needs:["invoices.list","invoices.submit"],dateOf:({invoiceDate:e,submittedAt:t})=>e??t?.slice(0,10),counts:({status:e,item:t})=>e!=="rejected"&&t?.state!=="refused",total:"Invoiced",none:"No invoice was sent yet. An invoice is sent from its job.",one:"invoice",columns:Cu},paid:{title:"Paid",path:"statements/historical",needs:["statements.historical"],dateOf:({paidAt:e,date:t})=>e??t,counts:()=>!0,total:"Paid to you",none:"Nothing was paid yet.",one:"payment",columns:[...Li,["Paid",R("paidAt")]]}};function Mo(e,{body:t,busy:n,problem:o},r){if(e!=="invoices")return t?.statements??null;let s=So(t?.invoices??[],r);return t||s.length||!(n||o)?s:null}var ju=4*Q,Bi=new Map;function Ri({tab:e,rows:t,from:n,to:o,agency:r}){let{dateOf:s,counts:i,total:c,none:u,one:d,columns:f}=Ue[e],{query:m,back:p}=k.value,l=m.toString(),$=g(p&&Bi.get(l)||ju),A=T("jobs").value.body?.jobs,y=K(()=>Object.fromEntries((A??[]).map(G=>[G.jobId,ne(G)])),[A]),v=Ai(n,o),_=K(()=>t.filter(G=>v(s(G))),[t,n,o]),E=$n(_.filter(i).map(G=>G.amount)),x=n||o;if(M(()=>{x&&q(_.length?`${re(_.length,d)}, ${D(E)}`:"None for these dates")},[]),!_.length)return a`<p class="notice">${x?"There is none for these dates.":u}</p>`;let{agency:_e,contractorId:We}=me.value,ve=()=>Di(`${_e} ${We} ${e} ${te()}.csv`,Mi(f,_)),N={jobs:y,most:$.value,onMore:()=>Bi.set(l,$.value+=Q)};return a`
    <p class="total"><span>${c}</span> <b>${D(E)}</b></p>
    ${e==="paid"&&a`<${Ci} caption="Paid by month" rows=${Ti(_.map(G=>({...G,date:s(G)})))} />`}
    ${e==="invoices"?a`<${xo} invoices=${_} ...${N} />`:a`<${ji} statements=${_} agency=${r} isPending=${e==="pending"} ...${N} />`}
    <button type="button" class="btn btn-secondary" onClick=${ve}><${h} name="download" />Download as CSV</button>
  `}function Fi(){let e=T("agency").value,t=e.body?.offers??[],n={};for(let[s,{path:i,needs:c}]of Object.entries(Ue))n[s]=T(t.includes(c[0])?i:null).value;let o=dt(Do().filter(({kind:s})=>s==="invoice"));M(()=>{o&&rn("invoices",o)},[o]);let r=Object.keys(Ue).filter(s=>Ue[s].needs.some(i=>t.includes(i)));return e.body?r.length?a`<${w} title="Money"><${Lu} tabs=${r} readings=${n} agency=${e.body} /><//>`:a`<${w} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`:a`<${w} title="Money"><${z} reading=${e} /><//>`}var Do=()=>B.value??[];function Lu({tabs:e,readings:t,agency:n}){let{query:o}=k.value,[r,s,i]=["from","to","show"].map(m=>o.get(m)??""),c=e.includes(i)?i:e[0],u=t[c],d=Mo(c,u,Do()),f=(m,p,l)=>b("/money",{show:m,...p&&{from:p},...l&&{to:l}});return a`
    <nav class="tabs" aria-label="Money by kind">
      ${e.map(m=>a`
          <a key=${m} href=${f(m,r,s)} aria-current=${m===c?"true":null}>
            ${Ue[m].title} <span class="number">${Mo(m,t[m],Do())?.length}</span>
          </a>
        `)}
    </nav>
    <${Ni} key=${c} from=${r} to=${s} set=${(m,p)=>fe(f(c,m,p),{replace:!0})} />
    ${d&&a`<${Ri} key=${[c,r,s].join()} tab=${c} rows=${d} from=${r} to=${s} agency=${n} />`}
    ${!u.body&&a`<${z} reading=${u} />`}
    <${ie} reading=${u} />
  `}var St=6,Bu=30,Wi=5,Ru=`A code can be tried ${Wi} times. Please send another one.`;function qi({asked:e,onAsked:t,onOther:n,onDone:o}){let[r,s,i]=[g(null),g(!1),V(null)],c=V(0),u=Fu(e.at);ue(()=>i.current.focus(),[]);let d=l=>{r.value=l,i.current.focus(),i.current.select()},f=async()=>{let l=Ui(i.current.value);if(l.length!==St)return d(`The code has ${St} digits.`);r.value=null,s.value=!0;let $=await As(e.email,l);return s.value=!1,$.status===201?o():($.status===401&&(c.current+=1),d(c.current<Wi?se($):Ru))},m=()=>{let l=Ui(i.current.value);l!==i.current.value&&(i.current.value=l),r.value=null,l.length===St&&!s.value&&f()},p=async()=>{let l=await on(e.email);return l.status!==204?d(se(l)):(q("Another code is on its way."),c.current=0,i.current.value="",i.current.focus(),t({...e,at:Date.now()}))};return a`
    <form onSubmit=${l=>(l.preventDefault(),f())} noValidate>
      <p id="code-sent">If an agency knows <b>${e.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${St} digits</label>
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
  `}var Ui=e=>e.replace(/\D/g,"").slice(0,St);function Fu(e){let t=()=>Math.max(0,Math.ceil(Bu-(Date.now()-e)/1e3)),n=g(t());return M(()=>{n.value=t();let o=setInterval(()=>{n.value=t(),n.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[e]),n.value}var Hi="Please enter a whole e-mail address, such as name@example.com.";function Vi({first:e,onAsked:t}){let[n,o,r]=[g(null),g(!1),V(null)];return a`
    <form onSubmit=${async i=>{i.preventDefault();let c=r.current.value.trim();if(n.value=r.current.checkValidity()?null:Hi,n.value){r.current.focus();return}o.value=!0;let u=await on(c);if(o.value=!1,u.status===204){t({email:c,at:Date.now()});return}n.value=u.status===400?Hi:se(u),r.current.focus()}} noValidate>
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
  `}var yn="asked for a code",Uu=()=>JSON.parse(sessionStorage.getItem(yn)??"null"),Wu=6e5;function Yi(){let e=Uu(),t=g(e&&Date.now()-e.at<Wu?e:null),n=o=>{t.value=o,o?sessionStorage.setItem(yn,JSON.stringify(o)):sessionStorage.removeItem(yn)};return a`
    <div class="sign-in">
      <header class="portal"><span class="mark"><${h} name="mark" /></span>Contractor Portal</header>
      ${t.value?a`<${w} key="code" title="Enter your code" keepsFocus>
            <${qi} asked=${t.value} onAsked=${n} onOther=${()=>n(null)} onDone=${()=>sessionStorage.removeItem(yn)} />
          <//>`:a`<${w} key="email" title="Sign in">
            ${ze.value&&a`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
            <${Vi} first=${ze.value??""} onAsked=${n} />
          <//>`}
    </div>
  `}var qu={jobs:Io,job:Si,invoice:Oo,statement:Oo,money:Fi,contacts:Ys,account:Bs,outbox:Ws};function Gi(){if(O.value===void 0)return a`<main class="screen"><p class="loading" role="status">Opening …</p></main>`;if(O.value===null)return a`<${Yi} />`;if(F.value===null)return a`<${Hs} />`;let{screen:e,id:t,path:n}=k.value,o=qu[e]??Io,r=H(F.value);return a`<${$o} key=${r}><${o} key=${n} id=${t} /></${$o}>`}var Hu=["checking","done","refused"];function Ki(){let e=new Map;oe(()=>{let t=B.value??[];for(let n of t){let o=e.get(n.id);o&&o!==n.state&&Hu.includes(n.state)&&q(`${Yt(n)}: ${je(n)}`)}e=new Map(t.map(({id:n,state:o})=>[n,o]))})}var gn=null,Ji=[];function zi(){document.addEventListener("focusin",({target:t})=>{gn=t,Ji=[...Ku(t)]});let e={subtree:!0,childList:!0,attributeFilter:["disabled","hidden"]};new MutationObserver(Yu).observe(document.getElementById("app"),e)}function Yu(){let e=![document.body,gn].includes(document.activeElement);!gn||e||Gu(gn)||Ju(Ji.find(t=>t.isConnected)??document.querySelector("h1"))}var Gu=e=>e.isConnected&&!e.disabled&&!e.hidden;function*Ku(e){let t=e.closest("#main");for(let n=e.parentElement;t&&n&&n!==t;n=n.parentElement)n.tagName!=="P"&&(yield n)}function Ju(e){e&&(e.hasAttribute("tabindex")||(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0})),e.focus({preventScroll:!0}))}xr();Es();gs();Ki();zi();nn();oe(()=>{let e=me.value;e?(wr(H(e)),io(e)):ps(ks.value)});Vo(a`<${Gi} />`,document.getElementById("app"));if("serviceWorker"in navigator){let e=globalThis.trustedTypes?.createPolicy("service-worker",{createScriptURL:()=>"/sw.js"});addEventListener("load",()=>{navigator.serviceWorker.register(e?e.createScriptURL(""):"/sw.js").catch(()=>{})})}})();
