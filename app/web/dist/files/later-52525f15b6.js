import{$ as vs,$a as u,$b as Fs,A as Ge,Aa as xs,Ab as fn,Ac as Gs,B as oo,Ba as Ss,Bb as Ts,C as us,Ca as Is,Cb as pt,Cc as hn,D as Ce,Db as dt,E as ps,Ea as se,Eb as Bs,Fa as $o,Fb as Ie,Fc as bn,G as no,Gb as vo,H as $e,Hb as go,I as it,Ib as Rs,J as ds,Ja as ho,Jb as ft,K as ln,Ka as _e,Kb as $n,L as fs,La as ye,Lb as Es,M as mn,Ma as he,N as Je,Na as As,Nb as yo,O as un,Ob as N,Pa as we,Pb as ee,Q as $s,Qa as ke,Qb as X,R as De,Ra as qe,Rb as ce,S as so,Sa as xe,Sb as le,T as ro,Ta as Ue,Tb as Ae,U as We,Ua as Os,Ub as wo,V as at,Va as Ps,Vb as Ms,W as io,Wa as _,Wb as $t,X as hs,Xa as ut,Xb as ko,Y as bs,Ya as Ns,Yb as Re,Z as ct,Za as Cs,Zb as ht,_ as ze,_a as B,_b as xo,aa as x,ab as w,ac as Ls,b as Tt,ba as J,bb as Ze,bc as bt,c as M,ca as I,cb as y,cc as te,d as ve,da as lt,db as z,dc as de,e as U,eb as V,ec as Hs,f as Y,fa as pe,fb as re,fc as Js,g as rs,ga as ao,gb as Qe,gc as vt,h as eo,ha as co,hb as D,hc as Ee,i as is,ib as A,ic as gt,jb as bo,jc as So,ka as lo,kb as O,kc as Mt,l as C,la as gs,lb as q,lc as Ws,m as r,ma as mt,mb as je,mc as _s,n as ae,na as mo,nb as dn,nc as Io,o as me,oa as uo,ob as f,oc as qs,p as as,pa as ys,pb as S,pc as Oe,q as to,qa as pn,qb as Te,qc as F,r as ge,ra as oe,rb as Ve,rc as g,s as rt,sb as Be,sc as T,t as cs,ta as ws,tb as j,tc as Ao,u as W,ua as Rt,ub as Se,uc as Us,v as Bt,va as po,vc as Vs,w as ls,wb as Ke,wc as Oo,x as ue,xa as ks,xb as Ds,xc as Ft,y as ms,ya as Et,yb as v,yc as Ks,z as k,za as fo,zb as js,zc as Ys}from"/app/chunk-bc6c06a5fb.js";function zs(){let e=J.value.query.get("shared"),[t,o]=Tt(null);M(()=>{lo().then(m=>o(m?.name??""))},[e]);let[n,s]=[ut(),we()],i=Y(()=>Ue(s.jobs.filter(xe),"reportedAt",{newestFirst:!0}),[s.jobs]),a=Y(()=>Wi(e),[e]),c=[...n.sources,...s.sources].some(({resource:m})=>m.busy&&!m.body),l=[{name:"to-invoice",title:Qe.toInvoice,items:n.jobs,row:a},{name:"open",title:Qe.open,items:i,row:a}];return r`
<${N} parent="/" title=${Qe.title} what=${Qe.title} sources=${s.sources}>
${e&&t!==null&&r`<p dir="auto">${Qe.whichJob(t)}</p>`}
<${de} name="choose" sections=${l}><p class="hint" role="status">${c?B.loading:Qe.noJobs}</p><//>
<//>
`}function vn({job:{completedAt:e,reportedAt:t}}){let o=e??t;return{texts:[],aside:o&&r`<span class="at is-quiet">${oo(o)}</span>`}}var Wi=e=>bt({describe:vn,href:({job:t,account:o})=>I(`/jobs/${t.jobId}/invoice`,{...e&&{shared:e}},o.name),replaces:!0});var yt=({name:e,choices:t,chosen:o,onChoose:n,attributes:s})=>r`
<div class="chips">
${t.map(([i,a])=>r`
<label key=${i} class="choice">
<input type="radio" name=${e} checked=${i===o} onChange=${()=>n(i)} ...${s} />
<span class="chip"><${v} name="tick" small />${a}</span>
</label>
`)}
</div>
`;var Po={emailCharacters:254,noteCharacters:4e3,descriptionCharacters:2e3,invoiceNumberCharacters:50,amountLeast:.01,amountMost:1e6,invoiceYearsBack:6,invoiceDaysAhead:1,documentBytes:10485760,documentNameCharacters:255,retryHours:72};var be=e=>({...Po,...e?.limits});var _i=new RegExp("\\p{Cs}|[^\\P{Cc}\\r\\n]","u"),Me=e=>e.trim().replaceAll("	"," ");function wt(e,t,{inForm:o=!1}={}){let n=o?Me(e).replace(/\r\n|\r|\n/g,`\r
`):Me(e),{length:s}=[...n];return s>t?`This is ${s-t} too long: it can have ${t.toLocaleString("en-GB")} characters.`:_i.test(n)?"There is a character in this that cannot be sent. Please type it again.":null}var Zs=(e,t)=>e?wt(e,t.noteCharacters):"Please write something first.";function Qs(e,t){let o=e.trimEnd(),n=/[\p{L}\p{N})]$/u.test(o)?". ":" ";return`${o?o+n:""}${t.replace("…","")}`}var qi=864e5,Xs="%PDF-",Ui=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,Vi=/\.\d\d\d*[1-9]/,Ki=["amount","description","invoiceDate"];function Lt(e,t,o){let{required:n=[],link:s=null}=t?.invoice??{};return[...Ki,...n].includes(e)||e==="statementId"&&!o&&s==="job_or_statement"}function No(e){let{required:t=[],link:o}=e?.invoice??{};return(o==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function yn(e=new Date,t=be()){let[o,...n]=ae(e).split("-");return{oldest:[Number(o)-t.invoiceYearsBack,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ae(e))+t.invoiceDaysAhead*qi).toISOString().slice(0,10)}}function ie(e){let t=e.trim().replace(/^£\s*/,"");return Ui.test(t)?Number(t.replaceAll(",","")):NaN}var nr=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t);function Jt({amount:e="",vat:t="",vatRate:o=""}){if(!sr(o))return t;let n=ie(e);return Number.isNaN(n)?"":cr(n,Number(o)).toFixed(2)}var sr=e=>Do.includes(e),er={amount:(e,{limits:t})=>tr(e,z.amountNoNumber,z.amountTooFine,t)??(ie(e)===0?z.amountZero:null),vat:(e,{values:t,limits:o})=>tr(e,z.vatNoNumber,z.vatTooFine,o)??(ie(e)>ie(t.amount)?z.vatTooLarge:null),description:(e,{document:t,limits:o})=>wt(e,o.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>wt(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t,now:o})=>{let{oldest:n,latest:s}=yn(o,t);return e>s?z.dateTooLate(t.invoiceDaysAhead,me(s)):e<n?z.dateTooOld(t.invoiceYearsBack,me(n)):null},statementId:()=>null};function tr(e,t,o,n){let s=ie(e);return Number.isNaN(s)?t:Vi.test(e.trim())?o:s>n.amountMost?z.amountTooLarge(k(n.amountMost)):null}function Co(e,t,o,n,s=new Date){let i={},a={values:e,document:t,limits:be(o),now:s};for(let c of Object.keys(er)){if(c==="vat"&&sr(e.vatRate))continue;let l=e[c]??"",m=Lt(c,o,n)?z.missing[c]:null,p=l.trim()===""?m:er[c](l,a);p&&(i[c]=p)}return!t&&Lt("document",o,n)&&(i.document=z.missing.document),i}async function rr(e,t){return e.size>t.documentBytes?z.documentTooLarge(Ce(t.documentBytes)):await e.slice(0,Xs.length).text()===Xs?null:z.noPdf}function ir(e,t){let o=Jt(e).trim(),n={jobId:t,statementId:e.statementId,amount:ie(e.amount),vat:o&&ie(o),description:Me(e.description),invoiceDate:e.invoiceDate,invoiceNumber:Me(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,i])=>i!==""&&i!==null))}function ar({amount:e,vat:t,...o}){let n={amount:Ht(e),vat:Ht(t),vatRate:jo({amount:e,vat:t}),...o};return Object.fromEntries(Object.entries(n).map(([s,i])=>[s,i??""]))}var Ht=e=>typeof e=="number"?e.toFixed(2):"",Do=["0","20","5"],cr=(e,t)=>Math.round(Math.round(e*100)*t/(100+t))/100;function jo({amount:e,vat:t}){return typeof t!="number"||typeof e!="number"?"":Do.find(o=>cr(e,Number(o))===t)??"other"}var gn=/\d+(?=\D*$)/;function lr(e){return gn.test(e)?e.replace(gn,t=>String(BigInt(t)+1n).padStart(t.length,"0")):""}var or=e=>e.replace(gn,"#");function mr(e){let t=e.filter(({invoiceNumber:s})=>s),o=t.find(({isOwn:s})=>s)??t[0],n=or(o?.invoiceNumber??"");return t.find(({invoiceNumber:s})=>or(s??"")===n)?.invoiceNumber??""}function ur(e){let t=e.map(jo).find(Boolean)??"";return t==="other"?"":t}var pr=(e,t)=>wn([e,t?.split(/[,\n]/)[0]].filter(Boolean).join(", ")),wn=e=>e.replace(/\s*[\r\n]+\s*/g," ").trim();var Ye=({name:e,children:t})=>t&&r`<p id=${e&&`${e}-problem`} class="problem" role="alert"><${v} name="refused" small /><span>${t}</span></p>`,kt=({name:e,hint:t,problem:o,required:n})=>({required:n,"aria-describedby":[t&&`${e}-hint`,o&&`${e}-problem`].filter(Boolean).join(" ")||null,"aria-invalid":o?"true":null}),kn=({name:e,label:t,hint:o,problem:n,children:s})=>r`
<div class=${n?"field is-wrong":"field"}>
<label for=${e}>${t}</label>
${s}
${o&&r`<p id=${`${e}-hint`} class="hint" dir="auto">${o}</p>`}
<${Ye} name=${e}>${n}<//>
</div>
`,Wt=({type:e="text",isNumber:t=!1,...o})=>r`
<${kn} ...${o}>
<input
id=${o.name} class=${t?"input num":"input"} type=${e} autocomplete="off" value=${o.value}
...${kt(o)} ...${o.attributes}
/>
<//>
`,dr=e=>r`
<${kn} ...${e}>
<div class="money">
<span>£</span>
<input id=${e.name} inputmode="decimal" autocomplete="off" value=${e.value} ...${kt(e)} ...${e.attributes} />
</div>
<//>
`,fr=({rate:e,problem:t,onChoose:o,children:n})=>r`
<fieldset class="field">
<legend class="hidden">${y.vat}</legend>
<${yt}
name="vat" choices=${[...Do,"other"].map(s=>[s,y.vatRates[s]])} chosen=${e} onChoose=${o}
attributes=${e!=="other"&&kt({name:"vat",problem:t})}
/>
${e==="other"?n:r`<${Ye} name="vat">${t}<//>`}
</fieldset>
`;function $r(e){let t=se("statements/pending"),{name:o,value:n,required:s}=e,i=t.body?.statements??[],a=!n||i.some(({statementId:l})=>l===n),c=e.problem??(t.body?null:t.problem);return r`
<${kn} ...${e} problem=${c}>
<select id=${o} class="input" value=${n} ...${kt({...e,problem:c})} ...${e.attributes}>
<option value="">${s?y.chooseStatement:u.none}</option>
${!a&&r`<option value=${n}>${n}</option>`}
${i.map(l=>r`<option key=${l.statementId} value=${l.statementId}>${xn(l)}</option>`)}
</select>
<//>
`}var xn=({statementId:e,reference:t,description:o,date:n,amount:s,gross:i})=>[k(i??s??0),o??t??e,n&&me(n)].filter(Boolean).join(", ");async function hr(e,t){try{return(await mn(ln(e),o=>o.get("drafts",t)))?.content??null}catch{return null}}async function br(e,t,o){try{await mn(ln(e),n=>{let s=n.transaction("drafts","readwrite"),i=o===null?s.store.delete(t):s.store.put({name:t,content:o});return s.commit(),Promise.all([i,s.done])})}catch{}}function _t(e){let t=C(void 0),o=ks.value;return M(()=>{hr(o,e).then(s=>{t.value===void 0&&(t.value=s)})},[t,o,e]),[t,s=>(t.value=s,br(o,e,s))]}function E(e){let[t,o]=[C(null),C(!1)];return{attempt:async s=>{if(o.value)return!1;o.value=!0,t.value=null;try{return await s(),!0}catch(i){if(t.value=ds(i)??e??null,!t.value)throw i;return!1}finally{o.value=!1}},problem:t,busy:o}}function K(e,t){throw Object.assign(new Error(e),{sentence:e,type:t})}function ne(e,...t){return t.includes(e.status)||K(it(e),e.problem?.type),e}var fe=({facts:e,total:t})=>r`
<dl class="facts">
${e.filter(([,o])=>o).map(([o,n])=>r`<div key=${o} class=${o===t?"is-total":null}><dt>${o}</dt><dd dir="auto">${n}</dd></div>`)}
</dl>
`;var To="M20 112h136v4H20z",Yi={mug:()=>r`
<path class="g" d="M14 112h148v4H14z" />
<path class="q" d="M76 14c-5 6 5 9 0 16m14-16c-5 6 5 9 0 16" />
<path class="s" d="M64 40h38v22a12 12 0 0 1-12 12H76a12 12 0 0 1-12-12Z" />
<path d="M102 46h5a8 8 0 0 1 0 16h-5" />
<path class="f" d="M36 80h104a6 6 0 0 1 6 6v26H30V86a6 6 0 0 1 6-6Z" />
<path d="M30 94h116" />
<rect class="t" x="78" y="88" width="20" height="13" rx="3" />
`,van:()=>r`
<path class="g" d="M8 112h160v4H8z" />
<path class="q" d="M22 112V58l22-18 22 18v54M38 112V88h14v24M38 66h14" />
<path class="f" d="M70 66h52v40H70Z" />
<path class="s" d="M122 76h20l14 16v14h-34Z" />
<path class="f" d="M134 84h6l7 8h-13Z" />
<path class="t" d="M82 78h26v5H82zm0 10h16v5H82z" />
<circle class="f" cx="86" cy="108" r="8" />
<circle class="f" cx="140" cy="108" r="8" />
`,glass:()=>r`
<path class="g" d=${To} />
<path class="q" d="M30 112V66l26-20 26 20v46M48 112V86h16v26" />
<circle class="s" cx="106" cy="60" r="28" />
<path stroke-width="6" d="m126 82 24 24" />
<path d="M96 60h20" />
`,tray:()=>r`
<path class="g" d=${To} />
<path class="f" d="M36 72 50 46h76l14 26v38H36Z" />
<path class="s" d="M36 72h32c2 10 8 14 20 14s18-4 20-14h32v38H36Z" />
<path class="q" d="M88 38V12m-10 10 10-10 10 10" />
<circle class="t" cx="132" cy="36" r="15" />
<path class="w" d="m125 37 5 5 9-10" />
`,"home-screen":()=>r`
<path class="g" d="M24 112h128v4H24z" />
<rect class="f" x="58" y="10" width="60" height="102" rx="12" />
<path d="M80 18h16" />
<rect class="g" x="66" y="30" width="12" height="12" rx="3" />
<rect class="g" x="82" y="30" width="12" height="12" rx="3" />
<rect class="g" x="98" y="30" width="12" height="12" rx="3" />
<rect class="g" x="66" y="46" width="12" height="12" rx="3" />
<rect class="t" x="80" y="58" width="32" height="32" rx="8" />
<path class="w" d="m88 75 5 5 10-12" />
<path class="q" d="M138 52c8 10 6 24-8 26m8-8-8 8 10 5" />
`,envelope:()=>r`
<path class="g" d=${To} />
<path class="f" d="M40 44h96v66H40Z" />
<path class="s" d="m40 110 36-36h24l36 36Z" />
<path d="m40 44 48 40 48-40" />
<rect class="t" x="58" y="14" width="60" height="26" rx="13" />
<path class="w" stroke-width="5" d="M72 27h.01m10 0h.01m10 0h.01m10 0h.01" />
`,cellar:()=>r`
<path class="g" d="M8 112h160v4H8z" />
<path class="f" d="M20 112V24h136v88" />
<path class="s" d="M58 112V96h26V80h26V64h26V48h20v64Z" />
<path class="q" d="M30 24v30m-8 0h16a8 8 0 0 0-16 0Z" />
<path class="f" transform="rotate(-12 77 74)" d="M66 58h22v32H66Z" />
<path transform="rotate(-12 77 74)" d="m70 70 14 10m-1-12L71 82" />
`,pipe:()=>r`
<path class="g" d=${To} />
<path class="f" d="M14 30h62v22H14Zm62-6h14v34H76Z" />
<path class="f" d="M162 30h-36v22h36Zm-36-6h-14v34h14Z" />
<path class="t" d="M101 66c6 8 9 12 9 16a9 9 0 0 1-18 0c0-4 3-8 9-16Z" />
<ellipse class="s" stroke="none" cx="101" cy="108" rx="22" ry="4" />
`},Xe=({name:e})=>r`
<svg class="art" viewBox="0 0 176 128" aria-hidden="true" focusable="false">${Yi[e]()}</svg>
`;var xt=()=>r`
<p class="mark">
<span class="disc is-product"><${v} name="product" /></span>
<span><b>${B.product}</b>${B.productMore}</span>
</p>
`;var Sn=({text:e=dn.notFoundMore})=>r`
<${In} art="pipe" title=${dn.notFound} text=${e}>
<a class="btn is-primary" href=${I("/")}><${v} name="today" />${u.today}</a>
<//>
`;function In({art:e,title:t,text:o,hint:n,children:s}){let i=Ie(t);return ve(()=>pt(),[]),r`
<${ft} />
<main id="main" class="page is-low is-mid">
<${xt} />
<section class="empty">
<${Xe} name=${e} />
<h1 ref=${i} tabindex="-1">${t}</h1>
<p class="second">${o}</p>
</section>
${n&&r`<p class="hint" role="status">${n}</p>`}
</main>
<footer class="bar" aria-label=${u.actions}>${s}</footer>
`}var St=({title:e,keep:t,label:o,isShort:n,onAnswer:s,problem:i,busy:a,children:c})=>{let l=r`<${g} icon=${n&&"tick"} look="is-primary" onClick=${ce} autofocus>${t}<//>`,m=o&&r`<${g} look="is-danger" disabled=${a} onClick=${s}>${o}<//>`,p=r`
<${T} look=${n?"":"is-column"}>
${i&&r`<p class="problem" role="alert">${i}</p>`}
${n?[m,l]:[l,m]}
<//>
`;return r`<${le} title=${e} footer=${p}>${c}<//>`};function vr(e,{isFormer:t=!1}={}){let{state:o,kind:n}=e;return t?{bar:["copy"],pair:o==="sending"?[]:["delete"]}:o==="waiting"?Gi(e):o==="review"?{bar:["copy","call"],pair:[],primary:"call"}:o==="unknown"?{bar:["copy","call"],pair:["sendAgain","delete"],primary:"call"}:o==="done"?{bar:["job","receipt"],pair:[]}:so(e)||o==="sending"?{bar:["job"],pair:[]}:e.asks==="duplicate"?{bar:["compare"],pair:["call","delete"],primary:"compare"}:wo(e)?{bar:["call","sendAgain"],pair:["delete"],primary:"sendAgain"}:n==="completion"?{bar:["job","call"],pair:["sendAgain","delete"],primary:"call"}:e.ended==="rejected"?{bar:["copy","call"],pair:["edit","delete"],primary:"call"}:{bar:["edit"],pair:["call","delete"],primary:"edit"}}function Gi(e){return io(e)?{bar:["job","takeBack"],pair:[]}:e.kind!=="completion"&&at(e)?{bar:["job","edit"],pair:["delete"],primary:"edit"}:{bar:["job"],pair:["delete"]}}var zi={job:{icon:"jobs",href:({item:e,account:t})=>e.jobId&&I(`/jobs/${e.jobId}`,{},t.name)},edit:{icon:"edit",href:({item:e,account:t})=>e.kind==="invoice"?An(e,t):X("edit")},delete:{icon:"trash",href:()=>X("delete")},call:{icon:"ring",href:({office:e})=>e&&`tel:${e.number}`},compare:{icon:"invoice",href:({item:e,account:t})=>I(`/sent/${e.id}`,{},t.name)},takeBack:{icon:"undo",run:({item:e})=>x.takeBack(e)},copy:{icon:"copy",run:({item:e})=>navigator.clipboard.writeText(Us(e)).catch(()=>K(D.notCopied))},sendAgain:{icon:"outbox",run:({item:e})=>x.resend(e)},receipt:{icon:"download",run:({item:e,account:t})=>Oo(e,t)}};function An({id:e,jobId:t,content:{statementId:o}},n){return I(t?`/jobs/${t}/invoice`:"/invoice",{...o&&{statement:o},change:e},n.name)}function gr({name:e,isPrimary:t=!1,attempt:o,...n}){let{icon:s,href:i,run:a}=zi[e],c=i?.(n);if(i&&!c)return null;let l=async()=>{await o(()=>a?.(n))&&F(D.news[e]??"")},m=D.actions[e](n.account.shortName,n.item.state==="refused");return r`<${g} icon=${s} look=${t&&"is-primary"} href=${c} onClick=${a&&l}>${m}<//>`}function Bo({account:e,draftName:t,text:o="",label:n,phrases:s=[],onSave:i}){let a=be(e.agency),[c,l]=_t(t),{attempt:m,problem:p,busy:d}=E(Te.notKept),h=U(null),b=c.value??o,$=u.noteTo(e.shortName),P=async R=>{if(R.preventDefault(),d.value)return;let Le=Me(b);p.value=Zs(Le,a),!p.value&&await m(async()=>{await i(Le),l(null),ce()})},Z=R=>{R.key==="Enter"&&(R.ctrlKey||R.metaKey)&&P(R)},G=R=>{l(Qs(b,R)),h.current?.focus()},Q=!!b&&!x.isInMemory.value;return r`
<${le} title=${$} footer=${r`<${T}><${g} icon="note" look="is-primary" type="submit" form="note-form">${n}<//><//>`}>
<form id="note-form" onSubmit=${P} noValidate>
<div class=${p.value?"field is-wrong":"field"}>
<label class="hidden" for="note">${$}</label>
<textarea
ref=${h} id="note" class="input" rows="2" autofocus maxlength=${a.noteCharacters} dir="auto"
aria-describedby="note-hint note-problem" aria-invalid=${p.value?"true":null}
value=${b} onInput=${({target:R})=>l(R.value===o?null:R.value)} onKeyDown=${Z}
></textarea>
<p id="note-problem" class="problem" role="alert">${p.value}</p>
<p id="note-hint" class=${Q?"hint is-saved":"hint"}>
${Q?r`<${v} name="tick" small />${Te.savedAsYouType}`:Te.readers(e.shortName)}
</p>
</div>
${s.length>0&&r`
<div class="chips prose" role="group" aria-label=${Te.phrasesLabel}>
${s.map(R=>r`<button key=${R} type="button" class="chip" onClick=${()=>G(R)}>${R}</button>`)}
</div>
`}
</form>
<//>
`}var Ro=()=>On()||/Safari\//.test(navigator.userAgent)&&!/Chrom|Android|Epiphany/.test(navigator.userAgent),On=()=>/iPhone|iPad|iPod/.test(navigator.userAgent)||/Macintosh/.test(navigator.userAgent)&&navigator.maxTouchPoints>1,Eo=()=>matchMedia("(display-mode: standalone)").matches||"standalone"in navigator&&!!navigator.standalone;function Zi(){let e=x.items.value,t=e??[],o=t.filter(ze),n=t.filter(a=>De(a)&&!ze(a)),s=t.filter(a=>!De(a)).reverse(),i=!o.length&&!n.length;return r`
<${yo} name="outbox" title=${B.places.outbox}>
${e&&(i?r`<${Ke} art="tray" title=${D.allArrived} text=${D.allArrivedMore} />`:r`<${Qi} items=${e} />`)}
${!e&&!x.storageProblem.value&&r`<p class="hint" role="status">${B.loading}</p>`}
<${Pn} title=${u.needsYou} meta=${o.length} items=${o} />
<${Pn} title=${u.onItsWay} meta=${n.length} items=${n} />
<${Pn} title=${D.arrived} meta=${D.lastDays} items=${s} />
<//>
`}function Qi({items:e}){let t=x.obstacle.value,o=e.some(We);return r`
${t&&t!=="offline"&&r`<p class="banner is-card is-wait prose" role="status"><${v} name="clock" /><span>${D.obstacles[t]}</span></p>`}
<p class="banner is-card">
<${v} name="kept" />
<span><b>${u.nothingLost}</b> ${D.staysHere} ${o&&!x.sendsInBackground()&&D.keepOpen}</span>
</p>
${o&&r`<${Nn} />`}
`}var Pn=({title:e,meta:t,items:o})=>o.length>0&&r`<h2 class="section"><span>${e}</span><span class="meta">${t}</span></h2><${Ft} items=${o} />`,Nn=()=>Je.value===!1&&r`
<p class="banner is-card is-wait prose">
<${v} name="device" />
<span>${Ro()?D.safariDeletes:D.browserDeletes} <a href="/install">${D.keepLonger}</a></span>
</p>
`;function Xi({id:e}){let t=x.items.value?.find(n=>String(n.id)===e&&oe(n.owner)===J.value.account),o=Gs();return ea(!!t),t?r`<${ta} item=${t} account=${o(t.owner)} />`:x.items.value?r`<${Sn} text=${D.notHere} />`:r`<${N} parent="/outbox" title=${B.loading}>${null}<//>`}function ea(e){let t=U(!1),{query:o}=J.value;M(()=>{e?t.current=!0:t.current&&ee()?co(lt({sheet:null})):t.current&&pe("/outbox",{replace:!0})},[e,o])}function ta({item:e,account:t}){let{attempt:o,problem:n}=E(),s=Oe(t.isFormer?null:t),{bar:i,pair:a,primary:c}=vr(e,t),l=ee(),m=r`<${na} item=${e} account=${t} phone=${s?.phone??""} />`,p=d=>r`<${gr} key=${d} name=${d} isPrimary=${d===c} item=${e} account=${t} office=${s} attempt=${o} />`;return r`
<${N}
parent="/outbox" account=${t} title=${$t(e)} meta=${e.about} bar=${r`<${T}>${i.map(p)}<//>`}
sheet=${l==="edit"&&e.kind==="note"&&r`<${ia} item=${e} account=${t} />`||l==="delete"&&r`<${Dn} item=${e} />`}
>
${n.value&&r`<p class="problem" role="alert">${n.value}</p>`}
${e.kind==="invoice"&&m}
<${sa} item=${e} />
${e.kind!=="invoice"&&m}
${e.state==="waiting"&&r`<${Nn} />`}
${e.state!=="refused"&&r`<${ra} item=${e} agency=${t.shortName} />`}
${!t.isFormer&&r`<${oa} item=${e} account=${t} />`}
${a.length>0&&r`<div class="pair prose">${a.map(p)}</div>`}
<//>
`}function oa({item:e,account:t}){if(e.state==="refused")return r`<p class="hint is-saved"><${v} name="kept" small />${D.kept(e)}</p>`;if(e.state==="waiting")return r`<${Re} item=${e} account=${t} />`;let{besides:o}=Ae(e,t.shortName),n=D.hints[e.state==="review"&&!e.officeAsked?"ring":ro(e)?"accepted":e.state];return n?r`<p class="hint" dir="auto">${n(t.shortName,o)}</p>`:null}function na({item:e,account:t,phone:o}){let{state:n,sentence:s,way:i=[]}=e,{shortName:a,isFormer:c}=t,l=D.kinds[e.kind],m=rt(i.at(-1)?.at??e.addedAt);return c?r`<${Fe} tone="bad" icon="refused" title=${D.accountGone(t.agencyName)} text=${D.accountGoneMore} />`:n==="checking"&&!e.promised?r`<${Fe} tone="wait" icon="eye" title=${`${w.beingChecked}.`} text=${D.checked(a,l)} />`:n==="review"&&e.officeAsked?r`<${Fe} tone="wait" icon="asked" title=${w.asked(a)} text=${D.asked(a,l,m)} />`:n==="review"?r`<${Fe} tone="wait" icon="ring" title=${`${w.ring(a)}.`} text=${`${D.ring(a,l)} ${o}`} />`:n==="unknown"?r`<${Fe} tone="wait" icon="ring" title=${`${w.ring(a)}.`} text=${`${s} ${o}`} />`:n!=="refused"?null:wo(e)?r`<${Fe} tone="bad" icon="hourglass" title=${`${w.expired}.`} text=${`${D.expired(a,l,e.ended,s)}`} />`:e.asks==="duplicate"?r`<${Fe} tone="bad" icon="refused" title=${u.duplicate} text=${s} />`:e.ended==="rejected"||!s?r`<${Fe} tone="bad" icon="refused" title=${w.noReason(a)} text=${[o,D.refusedAt(m)].filter(Boolean).join(". ")} isBelow />`:r`<${Fe} tone="bad" icon="refused" title=${D.refusedWhy(m,w.reason(s,a))} text=${D.advice(s)} isBelow />`}var Fe=({tone:e,icon:t,title:o,text:n,isBelow:s=!1})=>r`
<div class=${`banner is-card is-${e} prose`}>
<${v} name=${t} />
<div dir="auto"><b>${o}</b>${n&&(s?r`<br />${n}`:` ${n}`)}</div>
</div>
`;function sa({item:e}){let{addedAt:t,about:o,document:n}=e;if(e.kind==="note")return r`<section class="card pad"><p class="second">${D.youWrote(rt(t))}</p><p class="lines" dir="auto">${e.content.note}</p></section>`;if(e.kind==="completion"){let a=[cs(rt(t)),o].filter(Boolean).join(", ");return r`<section class="card pad"><p class="head">${$t(e)}</p><p class="second" dir="auto">${a}</p></section>`}let{content:s}=e,i=[[u.number,s.invoiceNumber],[u.date,me(s.invoiceDate)],[u.purpose,s.description],[u.pdf,n?.name]];return r`
<section class="card pad prose">
<p class="amount">${k(s.amount)}</p>
<${fe} facts=${i} />
</section>
`}var ra=({item:e,agency:t})=>r`
<h2 class="section"><span>${u.whereItIs}</span></h2>
<${Cn} steps=${Ms(e,t)} />
`,Cn=({steps:e})=>r`
<ol class="feed">
${e.map(({icon:t,tone:o,label:n,time:s,line:i,isNext:a},c)=>r`
<li key=${c} class=${a?"is-next":null}>
<span class=${o?`dot is-${o}`:"dot"}><${v} name=${t} /></span>
<div>
<p class="what"><span>${n}</span>${s&&r`<time>${s}</time>`}</p>
${i&&r`<p class="second">${i}</p>`}
</div>
</li>
`)}
</ol>
`;function Dn({item:e,onDeleted:t}){let{attempt:o,problem:n}=E(),s=()=>o(async()=>{await x.remove(e),F(D.deleted),t?.()});return r`
<${St}
title=${D.deleteQuestion($t(e))} keep=${u.keepIt} label=${D.deleteIt} onAnswer=${s} problem=${n.value}
>
<p>${bs(e)?D.deleteMayHaveArrived:D.deleteForGood}</p>
<//>
`}function ia({item:e,account:t}){jn(e);let o=n=>x.edit(e,{content:{note:n}});return r`<${Bo} account=${t} draftName=${`item ${e.id}`} text=${e.content.note} label=${D.saveNote} onSave=${o} />`}function jn(e){let t=e?.id;M(()=>{if(e)return x.hold(e).catch(()=>{}),()=>{x.release(e).catch(()=>{})}},[t])}var yr=`%PDF-1.4
%photo
`;function wr(e,t,o){let[n,s]=[t,o].map(h=>(h*842/Math.max(t,o)).toFixed(2)),i=`${n} 0 0 ${s} 0 0 cm/P Do`,a=`<</Type/XObject/Subtype/Image/Width ${t}/Height ${o}/ColorSpace/DeviceRGB/BitsPerComponent 8`,c=[["<</Type/Catalog/Pages 2 0 R>>"],["<</Type/Pages/Kids[3 0 R]/Count 1>>"],[`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${n} ${s}]/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>`],[`<</Length ${i.length}>>stream
${i}
endstream`],[`${a}/Filter/DCTDecode/Length ${e.length}>>stream
`,e,`
endstream`]],l=[yr],m=()=>l.reduce((h,{length:b})=>h+b,0),d=`xref
0 6
0000000000 65535 f 
${c.map((h,b)=>{let $=String(m()).padStart(10,"0");return l.push(`${b+1} 0 obj
`,...h,`
endobj
`),`${$} 00000 n 
`}).join("")}trailer
<</Size 6/Root 1 0 R>>
`;return[...l,`${d}startxref
${m()}
%%EOF
`]}function kr(e){let t=String.fromCharCode(...e.subarray(0,1024)),[o,n]=/DCTDecode\/Length (\d+)>>stream\n/.exec(t)??[];if(!t.startsWith(yr)||!o)return null;let s=t.indexOf(o)+o.length;return e.subarray(s,s+Number(n))}var xr="image/*",aa="application/pdf,.pdf,image/jpeg,image/png",ca=168,la=2e3;async function Tn(e,t){let n=e.type.startsWith("image/")?await fa(e).catch(()=>K(z.unreadablePhoto)):e,s=await rr(n,t).catch(()=>K(z.unreadableFile));return s?K(s):vs(n)}function Sr({agency:e,required:t,problem:o,document:n,limits:s,onChange:i}){let{attempt:a,problem:c,busy:l}=E(z.unreadableFile),m=async({target:b})=>{let[$]=b.files??[];$&&(await a(async()=>{let P=await Tn($,s);i(P),F(y.attached(P.name)),ee()&&ce()}),b.value="")},p=()=>{i(null),setTimeout(()=>globalThis.document.getElementById("photo")?.focus()),F(u.removed)},d=c.value??o,h={...kt({name:"document",problem:d,required:t&&!n}),onChange:m};return r`
<fieldset class=${d?"field is-wrong":"field"}>
<legend>${y.paper}${t&&r` <small>${y.needed(e)}</small>`}</legend>
${n&&r`<${ma} document=${n} onRemove=${p} />`}
${!n&&r`
<div class="tiles">
<label class="tile is-empty">
<${v} name="camera" />${y.photo}
<input id="photo" class="hidden" type="file" accept=${xr} capture="environment" ...${h} />
</label>
<label class="tile is-empty">
<${v} name="file" />${y.choosePdf}
<input id="document" class="hidden" type="file" accept=${aa} ...${h} />
</label>
</div>
`}
${l.value&&r`<p class="hint" role="status">${y.makingPdf}</p>`}
<${Ye} name="document">${d}<//>
${n&&ee()==="photo"&&r`<${ua} document=${n} onChoose=${m} />`}
</fieldset>
`}function ma({document:e,onRemove:t}){let o=Mo(e);return r`
<ul class="card">
<li class="setting">
${o?r`<${Ir} document=${e} className="thumb" longest=${ca} />`:r`<${v} name="file" />`}
<div>
${o?r`
<a class="cover" href=${X("photo")}>${y.photo}<b class="hidden">: ${y.openPhoto}</b></a>
<small>${y.photoGoesAs(Ce(e.size))}</small>
`:r`<span dir="auto">${e.name}</span><small>${Ce(e.size)}</small>`}
</div>
<button class="icon-btn" type="button" aria-label=${o?y.removePhoto:y.removePdf} onClick=${t}>
<${v} name="close" />
</button>
</li>
</ul>
`}function ua({document:e,onChoose:t}){let o=r`
<${T}>
<label class="btn">
<${v} name="camera" />${y.takeAgain}
<input class="hidden" type="file" accept=${xr} capture="environment" onChange=${t} />
</label>
<//>
`;return r`
<${le} title=${y.photo} footer=${o}>
<${Ir} document=${e} className="photo-fit" longest=${la} label=${y.photo} />
<//>
`}var pa=2e3,da=.7;async function fa(e){let t=document.createElement("canvas");await Ar(t,e,pa);let o=await new Promise(s=>t.toBlob(s,"image/jpeg",da));if(!o)throw new Error("no picture");let n=new Uint8Array(await o.arrayBuffer());return new File(wr(n,t.width,t.height),y.photoName,{type:"application/pdf"})}var Mo=({bytes:e})=>e&&kr(new Uint8Array(e));function Ir({document:e,className:t,longest:o,label:n}){let s=U(null);return M(()=>{let i=Mo(e),a=i&&new Blob([i],{type:"image/jpeg"});a&&s.current&&Ar(s.current,a,o).catch(()=>{})},[e,o]),r`<canvas ref=${s} class=${t} role=${n?"img":null} aria-label=${n} aria-hidden=${n?null:"true"} />`}async function Ar(e,t,o){let n=await createImageBitmap(t),s=Math.min(1,o/Math.max(n.width,n.height));e.width=Math.max(1,Math.round(n.width*s)),e.height=Math.max(1,Math.round(n.height*s));let i=e.getContext("2d");i.fillStyle="#fff",i.fillRect(0,0,e.width,e.height),i.drawImage(n,0,0,e.width,e.height),n.close()}var Bn="invoice-form";function Or({values:e,setValue:t,document:o,setDocument:n,account:s,jobId:i,habits:a,faults:c,showsAll:l,onComplete:m}){let p=C({}),d=C(l),h=C(null),b=U(null),{agency:$,shortName:P}=s,Z=be($),G=Co(e,o,$,i,Rt()),Q=L=>L==="vat"&&h.value?.name==="amount"?null:(d.value||p.value[L]&&e[L]||!nr(L,e[L]??""))&&G[L]||c[L],R=()=>b.current?.querySelector("[aria-invalid]")?.focus();M(()=>{l&&R()},[]);let Le=L=>{L.preventDefault(),d.value=!0,Object.keys(G).length?setTimeout(R):m()},He=(L,Ne)=>({name:L,value:(h.value?.name===L?h.value.text:e[L])??"",problem:Q(L),required:Lt(L,$,i),attributes:{...Ne,onInput:({target:Ct})=>{h.value={name:L,text:Ct.value},t(L,Ct.value)},onFocus:()=>h.value={name:L,text:e[L]??""},onBlur:()=>{h.value=null,p.value={...p.value,[L]:!0}}}}),{oldest:zt,latest:Nt}=yn(Rt(),Z),{invoiceNumber:Zt,invoiceDate:st,vatRate:Qt}=e,Xt=a.lastNumber&&(a.isUsed?y.usedNumber(Zt,a.lastNumber):y.lastNumber(a.lastNumber));return r`
<form ref=${b} id=${Bn} onSubmit=${Le} noValidate>
<section class="card pad">
<${dr} label=${y.total} ...${He("amount")} />
<${fr} rate=${Qt} problem=${Q("vat")} onChoose=${L=>t("vatRate",L)}>
<${Wt} label=${y.vatAmount} isNumber ...${He("vat",{inputmode:"decimal"})} />
<//>
<p class="meta">${$a(e,G,a)}</p>
</section>
<${Sr}
agency=${P} required=${Lt("document",$,i)} limits=${Z} document=${o}
problem=${d.value&&G.document||c.document} onChange=${n}
/>
<div class="pair field">
<${Wt} label=${u.number} isNumber hint=${Xt} ...${He("invoiceNumber",{autocapitalize:"characters"})} />
<${Wt}
label=${u.date} isNumber type="date" hint=${st===po()&&u.today}
...${He("invoiceDate",{min:zt,max:Nt})}
/>
</div>
${$&&No($)&&r`<${$r} label=${y.statement} ...${He("statementId")} />`}
<${Wt} label=${u.purpose} ...${He("description",{dir:"auto"})} />
</form>
`}function $a(e,t,{lastRate:o}){let{vatRate:n,amount:s}=e;return n!=="20"&&n!=="5"?n==="0"&&o==="0"?y.vatAsLastTime(y.vatRates[0]):"":s&&t.amount?y.vatWorkedOut:s?y.vatIncluded(k(ie(Jt(e)))):n===o?y.vatAsLastTime(y.vatRates[n]):y.vatWorkedOut}var ha=!1;function Rn({account:e,jobId:t,item:o,title:n,subject:s,reference:i,statement:a,initial:c,parent:l,footer:m}){let p=o?`change of ${o.id}`:`invoice for ${t??`statement ${c.statementId}`}`,[d,h]=_t(p),[b,$]=_t(`PDF of ${p}`),P=se("agency"),{attempt:Z,problem:G,busy:Q}=E(y.notKept),R=U(null),{invoices:Le,isComplete:He}=gt(),zt=J.value.query.get("step")==="review";if(jn(o),ba(b.value!==void 0,be(P.body),$),R.current)return R.current;let Nt={parent:l,account:e,title:u.invoice,meta:s};if(d.value===void 0||b.value===void 0||!P.body&&P.busy)return r`<${N} key="form" ...${Nt}><p class="hint" role="status">${B.loading}</p><//>`;let Zt=P.body&&ya(e,t);if(Zt)return r`<${N} key="form" ...${Nt}><p>${Zt}</p><//>`;let st=Le.filter(H=>So(H)&&!va(H,o)),Qt=mr(st.map(({invoiceNumber:H,account:{name:jt}})=>({invoiceNumber:H,isOwn:jt===e.name}))),Xt=ur(st),L=o?ar(o.content):{invoiceNumber:lr(Qt),vatRate:c.vatRate||Xt,invoiceDate:po()},Ne={...c,...L,...d.value},Ct=o?.asks==="document",Dt=(b.value??(Ct?null:o?.document))||null,Ri=H=>H==="document"?b.value!==null:d.value&&(H in d.value||H==="vat"&&"vatRate"in d.value),Ei=Object.fromEntries(Object.entries(o?.faults??{}).filter(([H])=>!Ri(H))),Mi=!Object.keys(Co(Ne,Dt,P.body,t,Rt())).length,ts=st.filter(H=>t&&H.jobId===t&&H.account.name===e.name),os=t&&r`<${ga} invoices=${ts} account=${e} areListsHere=${He} />`,Fi=()=>{let H=ir(Ne,t);return o?x.edit(o,{content:H,...(b.value!==null||Ct)&&{document:Pr(Dt)}}):x.add(e.owner,{kind:"invoice",jobId:t,about:n,content:H,document:Pr(Dt)})},ns=r`
<${wa}
account=${e} subject=${s} reference=${i} statement=${a} values=${Ne} document=${Dt}
remark=${os} problem=${G} busy=${Q} onSend=${async()=>{if(Q.value)return;R.current=ns,await Z(async()=>{let{id:jt}=await Fi();F(y.isAdded),ao(I(`/sent/${jt}`)),h(null),$(null)})||(R.current=null)}} editAddress=${lt({step:null})}
/>
`;if(zt&&Mi)return ns;let ss=ie(Ne.amount),Li=ss?y.reviewAmount(k(ss)):y.review,Hi=r`<${T}><${g} look="is-primary" type="submit" form=${Bn}>${Li}<//><//>`,Ji=st.some(({invoiceNumber:H})=>H&&H===Ne.invoiceNumber.trim());return r`
<${N} key="form" ...${Nt} bar=${Hi} className="page stack">
${ts.length>0&&os}
<${Or}
values=${Ne} setValue=${(H,jt)=>h({...d.value,[H]:jt})}
document=${Dt} setDocument=${H=>$(H??ha)}
account=${e} jobId=${t} habits=${{lastNumber:Qt,lastRate:Xt,isUsed:Ji}} faults=${Ei} showsAll=${zt}
onComplete=${()=>pe(lt({step:"review"}))}
/>
${!o&&m}
<//>
`}function ba(e,t,o){let n=J.value.query.has("shared");M(()=>{if(!e||!n)return;(async()=>{let i=await lo(),a=i&&await Tn(i,t).catch(()=>null);a&&await o(a),await gs(),pe(lt({shared:null}),{replace:!0})})()},[e,n])}var va=({item:e},t)=>!!(t&&e&&e.id===t.id&&oe(e.owner)===oe(t.owner));function ga({invoices:e,account:t,areListsHere:o}){let n=e.map(({amount:i,invoiceNumber:a})=>[i&&k(i),a].filter(Boolean).join(", ")).join("; ");if(n)return r`<p class="banner is-card" dir="auto"><${v} name="invoice" /><span>${y.hasInvoice(n)}</span></p>`;if(!o)return null;let s=t.agency?.offers.includes("invoices.list");return r`<p class="hint is-saved"><${v} name="tick" small />${s?y.hasNone:y.hasNoneHere}</p>`}function ya({agency:e,shortName:t},o){return e?.offers.includes("invoices.submit")?o||e.invoice.link==="job_or_statement"?null:y.onlyForJobs(t):y.notOffered(t)}var Pr=e=>e&&new File([e.bytes],e.name,{type:"application/pdf"});function wa({account:e,subject:t,reference:o,statement:n,values:s,document:i,remark:a,problem:c,busy:l,onSend:m,editAddress:p}){let d=$=>{$.preventDefault(),co(p)},h=[[u.number,s.invoiceNumber.trim()],[u.date,me(s.invoiceDate)],[u.purpose,s.description.trim()],[u.job,o],[y.statement,n],[y.paper,i?ka(i):u.none]],b=r`
<${T}>
<${g} icon="edit" href=${p} onClick=${d}>${y.edit}<//>
<${g} icon="outbox" look="is-primary" disabled=${l.value} onClick=${m}>${u.sendInvoice}<//>
<//>
`;return r`
<${N} key="review" parent=${p} account=${e} title=${y.review} meta=${t} bar=${b}>
<section class="card pad">
<p class="second" dir="auto">${u.to(e.agencyName)}</p>
<p class="amount">${k(ie(s.amount))}</p>
<p class="second">${xa(s)}</p>
</section>
<section class="card pad prose"><${fe} facts=${h} /></section>
${a}
<${Ye}>${c.value}<//>
<//>
`}var ka=e=>Mo(e)?y.photoDocument:y.document(e.name,Ce(e.size));function xa(e){let t=Jt(e).trim();if(!t)return y.vatNotStated;if(ie(t)===0)return y.noVat;let o=e.vatRate==="20"||e.vatRate==="5"?`, ${y.vatRates[e.vatRate]}`:"";return y.vatIncluded(k(ie(t)))+o}function Sa({id:e}){let{job:t,resource:o,account:n}=ke(e),{item:s,isLoading:i}=Nr(n),a=I(`/jobs/${e}`);if(!n||i||!t&&!s){let h=!t&&o.status===404?y.jobGone:o.problem??B.loading;return r`<${N} key="missing" parent=${a} account=${n} title=${u.invoice}><p class="hint" role="status">${h}</p><//>`}let c=t?_(t):s?.about??e,{address:l,postcode:m}=t?.property??{},p={...Cr,description:pr(c,l),statementId:J.value.query.get("statement")??""},d=t?.completed&&r`<p class="prose"><a class="btn is-quiet is-wide" href=${I(`/jobs/${e}`,{sheet:"elsewhere"})}>${y.elsewhere}</a></p>`;return r`
<${Rn}
key=${s?.id} account=${n} jobId=${e} item=${s} title=${c} subject=${[c,m].filter(Boolean).join(", ")}
reference=${t?t.reference??e:e} initial=${p} parent=${a} footer=${d}
/>
`}function Ia(){let{query:e}=J.value,t=_e(),{item:o,isLoading:n}=Nr(t),s=se("statements/pending"),i=e.get("statement")??o?.content.statementId??"",a=s.body?.statements.find(m=>m.statementId===i);if(!i&&!n)return r`<${zs} />`;if(!t||n||!a&&!o&&s.busy)return r`<${N} key="missing" parent="/money" account=${t} title=${u.invoice}><p class="hint" role="status">${B.loading}</p><//>`;let c=a?xn(a):"",l={...Cr,...a&&Aa(a),statementId:i};return r`
<${Rn}
key=${o?.id} account=${t} jobId=${null} item=${o} title=${c} subject=${c} statement=${c} initial=${l} parent="/money"
/>
`}function Nr(e){let t=Number(J.value.query.get("change"));if(!t||!e)return{isLoading:!1};if(x.items.value===null)return{isLoading:!0};let o=x.items.value.find(n=>n.id===t&&oe(n.owner)===e.name);return o?.kind!=="invoice"||at(o)?{item:o?.kind==="invoice"?o:void 0,isLoading:!1}:(queueMicrotask(()=>pe(I(`/sent/${t}`),{replace:!0})),{isLoading:!0})}var Cr={amount:"",vat:"",vatRate:"",description:"",invoiceNumber:"",invoiceDate:"",statementId:""},Aa=({gross:e,vat:t,description:o})=>({amount:e?Ht(e):"",vat:t?Ht(t):"",vatRate:jo({amount:e,vat:t}),description:wn(o??"")});function Dr({item:e,account:t}){let{jobId:o,content:n}=e,{job:s}=ke(o),{attempt:i,problem:a}=E(y.notKept),{invoices:c}=gt(),l=c.find(b=>So(b)&&b.account.name===t.name&&b.item?.id!==e.id&&(b.jobId??null)===o&&b.amount===n.amount),m=o?I(`/jobs/${o}`):"/money",p=()=>i(()=>x.resend(e,{duplicate:!0})),d=o?V.backToJob:V.backToMoney,h=r`<${T}><${g} look="is-primary" href=${l?Oa(l):m}>${l?re.seeFirst:d}<//><//>`;return r`
<${N}
key="duplicate" parent=${m} account=${t} title=${re.title} meta=${re.nothingSent} bar=${h}
sheet=${ee()==="delete"&&r`<${Dn} item=${e} onDeleted=${()=>ao(m)} />`}
>
<p dir="auto">${l||!e.sentence?re.question(t.shortName):e.sentence}</p>
<section class="card pad prose">
<${Pa} first=${l??null} second=${{...n,document:e.document}} job=${s?s.reference??_(s):o} />
</section>
${l&&r`<p class="hint">${re.differences}</p>`}
<div class="pair prose">
<${g} icon="edit" href=${An(e,t)} data-replace>${y.edit}<//>
<${g} icon="trash" href=${X("delete")}>${re.remove}<//>
</div>
<p class="prose"><${g} look="is-danger is-wide" onClick=${p}>${re.sendAnyway}<//></p>
<${Ye}>${a.value}<//>
<//>
`}var Oa=({invoiceId:e,submissionId:t,item:o,account:n})=>o?I(`/sent/${o.id}`,{},n.name):I(`/money/invoices/${e??t}`,{},n.name);function Pa({first:e,second:t,job:o}){let n=[[re.amount,({amount:s})=>s===null?null:k(s)],[u.job,()=>o],[u.number,({invoiceNumber:s})=>s||u.none],[u.date,({invoiceDate:s})=>s?W(s):null],[u.pdf,({document:s})=>s?re.yes:u.none]];return r`
<table class="compare">
<thead>
<tr>
<td></td>
${e&&r`<th scope="col">${re.first}<br /><span class="tag is-ok"><${v} name="tick" small />${re.isSent}</span></th>`}
<th scope="col">${re.second}<br /><span class="tag">${re.isNotSent}</span></th>
</tr>
</thead>
<tbody>
${n.map(([s,i])=>{let a=[e,t].filter(m=>m!==null).map(i),c=a.some(m=>m!==a[0])?"is-other":null,l=a.map(m=>r`<td class=${c} dir="auto">${m}</td>`);return a.some(Boolean)&&r`<tr key=${s}><th scope="row">${s}</th>${l}</tr>`})}
</tbody>
</table>
`}function Na({id:e}){let t=_e(),o=x.items.value,n=t&&o?.find(s=>s.id===Number(e)&&oe(s.owner)===t.name);return t&&n?.kind==="invoice"?n.asks==="duplicate"?r`<${Dr} item=${n} account=${t} />`:r`<${Ca} item=${n} account=${t} />`:r`
<${N} key="missing" parent="/money" account=${t} title=${u.invoice}>
${o?r`<p>${V.gone}</p><p class="prose"><${g} look="is-wide" href="/money">${V.openMoney}<//></p>`:r`<p class="hint" role="status">${B.loading}</p>`}
<//>
`}function Ca({item:e,account:t}){let{jobId:o,content:n}=e,{resource:s}=ke(o),i=se(t.agency?.offers.includes("invoices.list")?"invoices":null).body?.invoices??[],a=!We(e)&&i.find(d=>Ee(d,e))||null,c=jr(e,a)!==null,l=o?I(`/jobs/${o}`):"/money",m=r`
<${T}>
<${g} href=${l} onClick=${Da(l)}>${o?V.backToJob:V.backToMoney}<//>
${ze(e)?r`<${g} look="is-primary" href=${I(`/outbox/${e.id}`)}>${V.seeInOutbox}<//>`:r`<${g} icon="today" look="is-primary" href="/">${u.today}<//>`}
<//>
`,p=o&&s.body?[{...t,resource:s}]:[];return r`
<${N} key="sent" parent=${l} account=${t} title=${u.invoice} meta=${e.about} what=${u.thisJob} sources=${p} bar=${m}>
<${ja} item=${e} account=${t} />
${c?r`<${Ma} item=${e} account=${t} listed=${a} />`:r`
<section class="card pad prose">
<${fe} facts=${[[u.number,n.invoiceNumber],[V.saved,ge(e.addedAt)]]} />
<${Re} item=${e} account=${t} />
</section>
`}
${c&&r`<${Ba} item=${e} account=${t} />`}
<//>
`}var Da=e=>t=>{J.value.previous===e.split("?")[0]&&(t.preventDefault(),history.back())};function ja({item:e,account:{agencyName:t,shortName:o}}){let{icon:n,label:s,besides:i}=Ae(e,o),[a,c]=Ta(e,t,o)??[s,i];return r`
<div class="success" role="status">
<span class=${e.state==="done"?"tick":"tick is-held"}><${v} name=${n} /></span>
<h2 class="head" dir="auto">${a}</h2>
${c&&r`<p class="second" dir="auto">${c}</p>`}
</div>
`}function Ta(e,t,o){let n=k(e.content.amount);if(e.state==="done")return[V.sent(t),null];if(ro(e))return[w.received,V.closeApp(o)];if(e.state==="checking")return[w.beingChecked,V.beingChecked];if(e.state!=="sending"&&e.state!=="waiting")return null;let s=x.obstacle.value||e.asks;return[V.safeHere,s?e.sentence??V.goesWithSignal(n,o):V.goesNow(n,o)]}function Ba({item:e,account:t}){let{jobs:o}=ut(),n=o.filter(s=>s.job.jobId!==e.jobId||s.account.name!==t.name);return n.length?r`
<h2 class="section"><span>${V.stillToInvoice}</span><span class="meta">${n.length}</span></h2>
<div class="card" role="list">${n.slice(0,Ra).map(Ea)}</div>
`:null}var Ra=5,Ea=bt({describe:vn}),jr=({receivedAt:e,result:t},o)=>e??o?.submittedAt??t?.submittedAt??null;function Ma({item:e,account:t,listed:o}){let{amount:n,invoiceNumber:s,description:i}=e.content,a=e.submissionId??o?.submissionId??null,c=Vs({...e,submissionId:a}),l=o?.invoiceId??o?.submissionId,m=[[V.recipient,t.agencyName],[w.received,ms(jr(e,o)??e.addedAt)],[u.receipt,c]];return r`
<section class="slip" aria-label=${u.receipt}>
<p class="second">${u.receipt}</p>
<p class="amount">${k(n)}</p>
<p class="second" dir="auto">${[s,i].filter(Boolean).join(", ")}</p>
<hr class="cut" />
<${fe} facts=${m} />
<${Re} item=${e} account=${t} hasTime />
</section>
<p class="pair prose">
<${g} icon="download" onClick=${()=>Oo({...e,submissionId:a},t)}>${V.saveReceipt}<//>
${l&&r`<${g} icon="money" href=${I(`/money/invoices/${l}`,{},t.name)}>${V.seeInMoney}<//>`}
</p>
`}var Fa=()=>r`
<${N} parent="/account" title=${u.accessibility}>
<p>${je.forEverybody}</p>
<h2 class="section"><span>${je.aims}</span></h2>
<section class="card pad stack"><p>${je.aimsMore}</p></section>
<h2 class="section"><span>${je.gaps}</span></h2>
<section class="card pad stack"><p>${je.gapsMore}</p></section>
<h2 class="section"><span>${je.tellUs}</span></h2>
<ul class="card">
<${te} icon="contacts" href="/account" title=${je.ring} text=${je.ringMore} />
</ul>
<//>
`;function Tr(e,t){let o=new Set(t.map(En)),n=new Map;for(let s of e){let i=`${s.account.name} ${s.jobId}`;n.has(i)||n.set(i,s)}return s=>{let{status:i,invoicing:a}=s.job,c=n.get(En(s));return c?.item?La(c.item)??i:o.has(En(s))?j.tabs["to-invoice"]:a?j.marked(a.state,a.invoiceNumber):c&&c.status!=="rejected"?Ha(c):i}}var En=({job:e,account:t})=>`${t.name} ${e.jobId}`,La=({state:e})=>e==="refused"?j.invoiceRefused:null;function Ha(e){let{status:t,amount:o,account:n}=e,{label:s,besides:i}=Mn(e,n.shortName);return t==="paid"?[s,o!==null&&k(o)].filter(Boolean).join(" "):t==="authorised"&&i?`${s}, ${i}`:s}function Mn({status:e,rejectedBy:t,history:o=[]},n){let s=o.findLast(l=>l.status===e),i=s?W(s.at):null,a=i&&(s?.exact?i:w.seen(i)),c=(l,m,p,d=null)=>({icon:l,tone:m,label:p,besides:d});switch(e){case"sending":return c("parcel","info",w.received,i);case"unconfirmed":return c("eye","wait",w.beingChecked,w.mayHaveArrived);case"review":return c("ring","wait",w.ring(n));case"rejected":return t==="system"?c("refused","bad",w.refused):c("refused","bad",w.rejected(n),a);case"authorised":return c("tick","ok",w.authorised,a);case"paid":return c("tick","ok",w.paid,a);default:return c("tick","ok",w.withAgency,i&&w.since(i))}}function Ja({jobs:e,toInvoice:t}){let{invoices:o}=gt(),n=o.map(({jobId:a,status:c,item:l})=>`${a} ${c} ${l?.state}`).join(),s=Y(()=>Wa(Tr(o,t)),[n,t]),i=Y(()=>_a(e,s),[e,s]);return r`<${de} name="done" sections=${i}><${Ke} art="mug" title=${j.noDone} text=${j.noDoneMore} /><//>`}var Wa=e=>bt({describe:t=>({texts:[e(t)],aside:t.job.completedAt&&r`<span class="at is-quiet">${W(t.job.completedAt)}</span>`})});function _a(e,t){let o=Ue(e.filter(s=>!qe(s)),"completedAt",{newestFirst:!0}),n=new Map;for(let s of o){let{completedAt:i}=s.job,a=i?to(i):u.undated;n.set(a,[...n.get(a)??[],s])}return n.set(u.cancelled,Ue(e.filter(qe),"reportedAt",{newestFirst:!0})),[...n].map(([s,i])=>({name:s,title:s,meta:i.length,items:i,row:t}))}var Fo=is(null);function Lo({job:e,account:t}){let{attempt:o,problem:n,busy:s}=E();return{mark:a=>o(async()=>{let c=await Ns(t,e.jobId,a),l=c.offline?j.needsSignal:no(c).invoiceNumber;l&&K(l),ne(c,200,204),Fo.value=a&&{job:e,account:t},F((a?j.isOff:j.isBack)(_(e)))}),problem:n,busy:s}}var Ho=({job:e,account:t})=>e.invoicing?r`<${Ua} job=${e} account=${t} />`:r`<${qa} job=${e} account=${t} />`;function qa({job:e,account:t}){let[o,n]=[C("elsewhere"),C("")],{mark:s,problem:i,busy:a}=Lo({job:e,account:t}),{invoiceNumberCharacters:c}=be(t.agency),l=async p=>{p.preventDefault();let d=o.value==="elsewhere"?Me(n.value):"";i.value=wt(d,c),!i.value&&await s({state:o.value,...d&&{invoiceNumber:d}})&&ce()},m=r`
<${T}>
<${g} icon="tick" look="is-primary" type="submit" form="elsewhere">${a.value?j.takingOff:j.takeOff}<//>
<//>
`;return r`
<${le} title=${u.elsewhere} footer=${m}>
<form id="elsewhere" onSubmit=${l} novalidate>
<fieldset class="field">
<legend>${j.how}</legend>
<${yt} name="state" choices=${Object.entries(j.ways)} chosen=${o.value} onChoose=${p=>o.value=p} />
</fieldset>
${o.value==="elsewhere"&&r`
<div class="field">
<label for="elsewhere-number">${j.yourNumber} <small>${j.optional}</small></label>
<input
class="input" id="elsewhere-number" placeholder=${j.findAgain} autocomplete="off"
value=${n.value} onInput=${({target:p})=>n.value=p.value}
/>
</div>
`}
<${Jo} problem=${i.value} />
<p class="hint">${j.agencyNotTold(t.shortName)}</p>
</form>
<//>
`}function Ua({job:e,account:t}){let{mark:o,problem:n}=Lo({job:e,account:t}),s=async()=>{await o(null)&&ce()},{state:i="elsewhere",invoiceNumber:a=null}=e.invoicing??{},c=r`<${T}><${g} icon="undo" look="is-primary" onClick=${s}>${j.putOnList}<//><//>`;return r`
<${le} title=${u.elsewhere} footer=${c}>
<p dir="auto">${j.isMarked(j.marked(i,a))}</p>
<${Jo} problem=${n.value} />
<//>
`}function Jo({problem:e}){return e?r`<p class="problem" role="alert">${e}</p>`:x.obstacle.value==="offline"&&r`<p class="hint">${j.needsSignal}</p>`}function Va({jobs:e}){let t=e.find(n=>Br(n)===ee()),o=[{name:"to-invoice",isStack:!0,items:e,row:Ka}];return r`
${Fo.value&&r`<${Ya} accountJob=${Fo.value} />`}
${e.length>0&&r`<p class="hint">${j.toInvoiceHint}</p>`}
<${de} name="to-invoice" sections=${o}><${Ke} art="tray" title=${j.noToInvoice} text=${j.noToInvoiceMore} /><//>
${t&&r`<${Ho} ...${t} />`}
`}var Br=({account:e,job:t})=>`elsewhere ${e.name}/${t.jobId}`;function Ka(e){let{job:t,account:o}=e,n=_(t),s=o.agency?.offers??[],i=[j.done(t.completedAt&&oo(t.completedAt)),!s.includes("invoices.list")&&j.noneHere],a=I(`/jobs/${t.jobId}/invoice`,{},o.name),c=I("/jobs",{...Object.fromEntries(go()),sheet:Br(e)});return r`
<div key=${`${o.name} ${t.jobId}`} class="card" role="listitem">
<div class="row">
<div>
<h2><a class="cover" href=${xo(e)} dir="auto">${n}</a></h2>
<p class="second" dir="auto"><${Fs} job=${t} /></p>
<${Ls} account=${o} texts=${i} />
</div>
</div>
<div class="pad pair">
<${g} href=${c} aria-label=${`${u.elsewhere}: ${n}`}>${u.elsewhere}<//>
${s.includes("invoices.submit")&&r`<${g} icon="invoice" look="is-tint" href=${a} aria-label=${`${u.invoice}: ${n}`}>${u.invoice}<//>`}
</div>
</div>
`}function Ya({accountJob:e}){let{mark:t,problem:o}=Lo(e);return r`
<p class="banner is-card prose">
<span dir="auto">${j.isOff(_(e.job))}</span>
<${g} onClick=${()=>t(null)}>${j.putBack}<//>
</p>
<${Jo} problem=${o.value} />
`}function et(e){let[t,o]=[C(null),C(null)],n=rs(async()=>{let s=await $e(e);s.status===200&&(t.value=s.body),o.value=s.status===200?null:it(s)},[t,o,e]);return M(()=>{n()},[n]),{body:t.value,problem:o.value,reload:n}}var Fn="session/devices";function Ga(){let{body:e,problem:t,reload:o}=et(Fn),{attempt:n,problem:s,busy:i}=E(),a=e?.devices??[],c=(l,m)=>n(async()=>{ne(await $e(l,{method:"DELETE"}),204,404),F(m),await o()});return r`
<${N} parent="/account" title=${A.devices}>
<p class="problem" role="alert">${s.value??t}</p>
${!e&&!t&&r`<p class="hint" role="status">${B.loading}</p>`}
<ul class="card">
${a.map(l=>r`<${za} key=${l.deviceId} device=${l} busy=${i.value} onEnd=${()=>c(`${Fn}/${l.deviceId}`,A.deviceSignedOut)} />`)}
</ul>
${a.some(({current:l})=>!l)&&r`
<p class="gap">
<${g} icon="leave" look="is-danger is-wide" disabled=${i.value} onClick=${()=>c(Fn,A.othersSignedOut)}>
${A.signOutOthers}
<//>
</p>
<p class="hint">${A.lostPhone}</p>
`}
<//>
`}function za({device:e,busy:t,onEnd:o}){let{software:n,lastSeenAt:s,current:i}=e,a=n??A.unknownDevice,c=/Android|iPhone|iPad/.test(a),l=r`<${g} disabled=${t} onClick=${o}>${A.signOut}<span class="hidden"> ${a}</span><//>`;return r`
<${te}
icon=${c?"device":"computer"} tone=${i&&"ok"} level="h2" title=${i?A.thisDevice(c):a}
text=${i?A.activeNow(a):A.lastUsed(ge(s))} aside=${!i&&l}
/>
`}var Za=3e4;function Wo({request:e,onSignedIn:t}){let{attempt:o,problem:n,busy:s}=E(),i=C(0),a=U(null),c=U(0),l=()=>a.current;ve(()=>{c.current=i.value=0,l().value="",l().focus()},[e,i]);let m=async()=>{let b=Er(l().value);b.length!==6&&K(O.digits(6));let $=await xs(e.email,b);$.status===401&&$.problem?.type!=="no-account"&&(c.current+=1),$.status!==201&&c.current>=5&&K(O.usedUp(5)),ne($,201)},p=async()=>{s.value||(await o(m)?t?.():(l().focus(),l().select()))},d=()=>{let b=Er(l().value);b!==l().value&&(l().value=b),n.value=null,i.value=b.length,b.length===6&&p()},h=b=>{b.preventDefault(),p()};return r`
<p id="code-sent" class="second prose">${O.codeSent(e.email)}</p>
<form id="code-form" class=${n.value?"field prose is-wrong":"field prose"} onSubmit=${h} noValidate>
<label class="hidden" for="code">${O.code(6)}</label>
<div class="code">
${Array.from({length:6},(b,$)=>r`<i key=${$} class=${$===i.value?"is-next":null} />`)}
<input
id="code" ref=${a} name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]*" required
aria-describedby="code-sent code-problem" aria-invalid=${n.value?"true":null} onInput=${d}
/>
</div>
<p id="code-problem" class="problem" role="alert">${n.value}</p>
</form>
`}async function qt(e){return ne(await fo(e),204),{email:e,at:Date.now()}}function _o({request:e,onRequest:t}){let{attempt:o,problem:n}=E(),s=e.at+Za;ko(s);let i=Math.max(0,Math.ceil((s-Date.now())/1e3)),a=()=>o(async()=>{t(await qt(e.email)),F(O.newCodeSent)});return r`
${n.value&&r`<p class="problem" role="alert">${n.value}</p>`}
<${g} look="is-quiet" disabled=${i>0} onClick=${a}>${O.newCode(i)}<//>
`}var Er=e=>e.replace(/\D/g,"").slice(0,6);var tt=!!window.PublicKeyCredential?.parseRequestOptionsFromJSON&&!/^[\d.]+$|^\[/.test(location.hostname),Mr=async()=>tt&&await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(()=>!1);async function qo(){let e=await Fr("session/passkeys/registration/options",async t=>navigator.credentials.create({publicKey:PublicKeyCredential.parseCreationOptionsFromJSON(t)}));ne(await $e("session/passkeys",{method:"POST",body:e}),201)}var Qa=()=>Fr("session/passkey/options",async e=>navigator.credentials.get({publicKey:PublicKeyCredential.parseRequestOptionsFromJSON(e)}));async function Fr(e,t){let{body:o}=ne(await $e(e,{method:"POST"}),200);return t(o).catch(({name:n})=>n==="InvalidStateError"?K(bo.exists):K(n==="NotAllowedError"?bo.notConfirmed:bo.impossible))}function Ln(){let{attempt:e,problem:t,busy:o}=E();return{problem:t,busy:o,signIn:()=>e(async()=>{let s=await Qa().catch(({sentence:i})=>K(O.orCode(i)));ne(await Ss(s),201),vt()})}}var Hn=({busy:e,signIn:t})=>tt&&r`<${g} icon="passkey" look="is-quiet" disabled=${e.value} onClick=${t}>${O.usePasskey}<//>`;function Uo(e){let{attempt:t,problem:o,busy:n}=E(),s=C(null),i=C(()=>{}),a=(l,m)=>(s.value=null,t(async()=>{try{await l()}catch(p){throw p.type==="sign-in-too-old"&&(i.value=()=>a(l,m),s.value=await qt(mt.value.email)),p}await e(m)})),c=s.value&&r`
<section class="card pad" aria-label=${O.again}>
<${Wo} request=${s.value} onSignedIn=${i.value} />
<${_o} request=${s.value} onRequest=${l=>s.value=l} />
</section>
`;return{problem:o,busy:n,make:a,codeForm:c}}var Xa=["companyName","address","email","phone","mobile","vatNumber","contractorId"];function ec(){let e=ho(),t=$o(ws.value,"account"),o=e.map((n,s)=>({...n,resource:t[s]}));return r`
<${N}
parent="/" title=${A.title} meta=${mt.value?.email} what=${A.title} sources=${o}
sheet=${ee()==="sign-out"&&r`<${sc} />`}
>
<${Lr} />
<p class="hint">${A.agencyMissing}</p>
${o.map(n=>r`<${tc} key=${n.name} ...${n} />`)}
<${oc} />
<p class="hint"><a href="/accessibility">${u.accessibility}</a></p>
<//>
`}function Lr(){let{jobs:e,sources:t}=we();return r`
<h2 class="section"><span>${u.agencies}</span></h2>
<ul class="card">
${t.map(o=>{let{name:n,agencyName:s,displayName:i,agency:a,resource:c}=o,l=e.filter(d=>d.account.name===n&&xe(d)).length,m=[i,c.body&&Ge(l,u.openJob)].filter(Boolean).join(", "),p=a?.offers.includes("contacts")&&I("/contacts",{},n);return r`<${te} key=${n} account=${o} href=${p} title=${s} text=${m} />`})}
</ul>
`}function tc({shortName:e,resource:{body:t,problem:o}}){let n=t?[...Xa.map(s=>[A.fields[s],t[s]]),[A.fields.branch,t.agency.branchName]]:[];return!t&&!o?null:r`
<h2 class="section"><span>${A.asKnownBy(e)}</span></h2>
${t?r`
<section class="card pad"><${fe} facts=${n} /></section>
<p class="hint">${A.wrong(e)}</p>
`:r`<p class="problem" role="alert">${o}</p>`}
`}function oc(){let e=et("session/devices").body?.devices,t=et("session/passkeys").body?.passkeys,o=tt||t?.length>0;return r`
<h2 class="section"><span>${A.thisPhone}</span></h2>
<ul class="card">
<${te} icon="home-screen" href="/install" title=${A.homeScreen} text=${Eo()?A.added:A.notAdded} />
<${te} icon="device" href="/account/devices" title=${A.devices} text=${e&&A.signedIn(e.length)} />
${o&&r`<${te} icon="passkey" href="/account/passkeys" title=${A.passkeys} text=${t&&A.passkeyCount(t.length)} />`}
<${nc} />
</ul>
`}async function Hr(){let e=await Is();if(e.status!==204)return K(A.notSignedOut(it(e)));pe("/",{replace:!0});let t=e.headers.get("Location");t&&!uo.value&&location.assign(t)}var Jr=()=>x.listOnlyOnPhone(mt.value.email);function nc(){let{attempt:e,problem:t}=E(),o=X("sign-out"),n=s=>{s.preventDefault(),e(async()=>(await Jr()).length?pe(o):Hr())};return r`
<${te} icon="leave" href=${o} title=${A.signOut} onClick=${n}>
${t.value&&r`<p class="problem" role="alert">${t.value}</p>`}
<//>
`}function sc(){let{attempt:e,problem:t,busy:o}=E(),n=C(null);M(()=>{e(async()=>n.value=await Jr())},[]);let s=n.value??[],i=n.value&&(o.value?B.signingOut:A.deleteAndSignOut(s.length));return r`
<${St}
title=${A.wouldBeLost(s.length)} keep=${A.stay} label=${i} busy=${o.value} problem=${t.value}
onAnswer=${()=>e(Hr)}
>
${s.length>0&&r`<p>${A.onlyHere}</p><${Ft} items=${s} look="card prose" />`}
<p class="hint">${A.draftsToo}</p>
<//>
`}function rc(){let e=(x.items.value??[]).filter(t=>De(t)&&oe(t.owner)===J.value.account);return r`
<${N} parent="/" title=${A.notYours}>
<p>${A.notYoursMore(J.value.account??"",mt.value?.email??"")}</p>
${e.length>0&&r`<${Ft} items=${e} />`}
<${Lr} />
<p class="hint">${A.otherAddress} <a href="/account">${A.title}</a></p>
<//>
`}function ic(){let e=Eo(),t=hn.value,o=t&&r`<${T}><${g} icon="home-screen" look="is-primary" onClick=${()=>ac(t)}>${q.title}<//><//>`;return r`
<${N} parent="/account" title=${q.title} bar=${o}>
<section class="empty is-tight">
<${Xe} name="home-screen" />
<h2>${e?q.done:q.why}</h2>
<p class="second">${e?q.doneMore:Ro()?q.whySafari:q.whyOther}</p>
</section>
${!e&&!t&&r`<${cc} />`}
<h2 class="section"><span>${q.keptHere}</span></h2>
<ul class="card"><${lc} /><${mc} /></ul>
<//>
`}async function ac(e){await e.prompt(),hn.value=null,await un()}function cc(){let e=On()?q.appleSteps:q.otherSteps;return r`
<ol class="card pad steps">
${e.map(([t,o,n,s])=>r`<li key=${t}><span>${t}${o&&r` <b>${o}</b>`}${n&&r` <${v} name=${n} />`}${s&&` ${s}`}</span></li>`)}
</ol>
`}function lc(){return Je.value===null?null:r`
<li class="setting">
<span class=${Je.value?"disc is-ok":"disc is-wait"}><${v} name="storage" /></span>
<div>${Je.value?q.isKept:q.mayDelete}<small>${Je.value?q.saidYes:q.saidNo}</small></div>
${!Je.value&&r`<${g} onClick=${un}>${q.askAgain}<//>`}
</li>
`}function mc(){let e=(x.items.value??[]).filter(We),t=e.reduce((n,{document:s})=>n+(s?.size??0),0),o=[Ge(e.length,q.item),t&&Ce(t)].filter(Boolean).join(", ");return r`
<li class="setting">
<span class="disc"><${v} name="device" /></span>
<div>
${e.length?q.wait(o,e.length):q.nothingWaits}
<small>${e.length>0&&q.oldest(rt(e[0].addedAt))} ${q.readable}</small>
</div>
</li>
`}var Wr="session/passkeys";function uc(){let{body:e,problem:t,reload:o}=et(Wr),{problem:n,busy:s,make:i,codeForm:a}=Uo(async p=>{F(p),vt(),await o()}),c=s.value||!!a,l=e?.passkeys??[],m=tt&&!a&&r`
<${T}>
<${g} icon="passkey" look="is-primary" disabled=${c} onClick=${()=>i(qo,u.passkeyAdded)}>${A.addPasskey}<//>
<//>
`;return r`
<${N} parent="/account" title=${A.passkeys} bar=${m}>
<p>${A.whatPasskeysAre}</p>
<p class="problem" role="alert">${n.value??t}</p>
${a}
${!e&&!t&&r`<p class="hint" role="status">${B.loading}</p>`}
${l.length>0&&r`
<ul class="card prose">
${l.map(p=>r`<${dc} key=${p.passkeyId} ...${p} busy=${c} onRemove=${()=>i(()=>pc(p.passkeyId),u.removed)} />`)}
</ul>
`}
<p class="hint">${tt?A.emailWorks:A.noPasskeysHere}</p>
<//>
`}var pc=async e=>ne(await $e(`${Wr}/${e}`,{method:"DELETE"}),204);function dc({name:e,createdAt:t,usedAt:o,busy:n,onRemove:s}){let i=r`
<button class="icon-btn" type="button" disabled=${n} aria-label=${A.removePasskey(e)} onClick=${s}><${v} name="trash" /></button>
`,a=A.passkeyTimes(W(t),o&&ge(o));return r`<${te} icon="passkey" tone="ok" level="h2" title=${e} text=${a} aside=${i} />`}function Ut({title:e,art:t,keepsFocus:o,bar:n,children:s}){let i=Ie(e,{keepsFocus:o});return ve(()=>pt(),[]),r`
<${ft} />
<main id="main" class="page is-low">
<${xt} />
${t&&r`<div class="mid"><${Xe} name=${t} /></div>`}
<h1 ref=${i} tabindex="-1">${e}</h1>
${s}
</main>
${n}
`}function fc(){let[e,t]=Tt(!navigator.onLine),[o,n]=Tt("");return pn.value?r`<${hc} key="code" request=${pn.value} />`:mo.value?r`<${bc} email=${mo.value} onOtherEmail=${()=>mo.value=null} />`:e?r`<${gc} onForm=${()=>t(!1)} />`:r`<${$c} key="email" email=${o} onEmail=${n} />`}function $c({email:e,onEmail:t}){let{attempt:o,problem:n,busy:s}=E(),i=Ln(),a=U(null),c=async m=>{m.preventDefault();let p=a.current,d=p.value.trim();await o(async()=>{let b=p.checkValidity()&&await fo(d);return!b||"email"in no(b)?K(O.incompleteEmail):(ne(b,204),Et({email:d,at:Date.now()}))})||p.focus()},l=r`
<${T} look="is-column">
<${g} icon="mail" look="is-primary" type="submit" form="sign-in" disabled=${s.value}>${s.value?O.sending:O.sendCode}<//>
<${Hn} ...${i} /><${bn} />
<//>
`;return r`
<${Ut} title=${O.title} art="van" bar=${l}>
<${Jn} hasProvider />
<form id="sign-in" class=${n.value?"field prose is-wrong":"field prose"} onSubmit=${c} noValidate>
<label for="email">${O.email}</label>
<input
id="email" ref=${a} class="input" type="email" name="email" required maxlength=${Po.emailCharacters} inputmode="email"
autocomplete="username webauthn" autocapitalize="none" spellcheck=${!1} enterkeyhint="send" defaultValue=${e}
aria-describedby="email-problem" aria-invalid=${n.value?"true":null} onInput=${({target:m})=>t(m.value)}
/>
<p id="email-problem" class="problem" role="alert">${n.value}</p>
</form>
<p class="hint">${O.noPassword}</p>
${i.problem.value&&r`<p class="problem" role="alert">${i.problem.value}</p>`}
<//>
`}var Jn=({hasProvider:e=!1})=>[uo.value&&O.notDeleted,e&&ys.value].map(t=>t&&r`<p key=${t} class="problem" role="alert">${t}</p>`);function hc({request:e}){M(()=>{Js()},[]);let t=r`
<${T} look="is-column">
<${g} look="is-primary" type="submit" form="code-form">${O.title}<//>
<${_o} request=${e} onRequest=${Et} />
<${g} look="is-quiet" onClick=${()=>Et(null)}>${O.otherEmail}<//>
<//>
`;return r`
<${Ut} title=${O.enterCode} art="envelope" keepsFocus bar=${t}>
<${Jn} />
<${Wo} request=${e} />
<${_r} email=${e.email} />
<//>
`}function bc({email:e,onOtherEmail:t}){let{attempt:o,problem:n,busy:s}=E(),i=U(null),a=Ln(),c=Ie(O.signedOut,{keepsFocus:!0}),l=()=>i.current?.showModal();ve(()=>{l(),pt()},[]);let m=()=>o(async()=>Et(await qt(e))),p=n.value??a.problem.value;return r`
<main id="main" class="page is-low"><${xt} /><h1 class="hidden">${Cs}</h1></main>
<dialog ref=${i} class="sheet" aria-labelledby="sheet-title" onCancel=${d=>d.preventDefault()} onClose=${l}>
<header><h2 id="sheet-title" ref=${c} tabindex="-1">${O.signedOut}</h2></header>
<div class="body">
<${Jn} hasProvider />
<p>${O.carryOn(e)}</p>
<${_r} email=${e} isEnded />
</div>
<${T} look="is-column">
${p&&r`<p class="problem" role="alert">${p}</p>`}
<${g} icon="mail" look="is-primary" disabled=${s.value} onClick=${m}>${O.again}<//>
<${Hn} ...${a} /><${bn} />
<${g} look="is-quiet" onClick=${t}>${O.otherEmail}<//>
<//>
</dialog>
`}var vc=3e4;function gc({onForm:e}){let t=C(Date.now()),o=async()=>{let{offline:n}=await $e("session/methods");t.value=Date.now(),n||e()};return M(()=>{fs().then(({length:s})=>s&&e(),()=>{});let n=setInterval(o,vc);return addEventListener("online",o),()=>{clearInterval(n),removeEventListener("online",o)}},[]),r`
<${In} art="cellar" title=${O.noSignal} text=${O.noSignalMore} hint=${O.triedAt(ue(t.value))}>
<${g} icon="again" look="is-primary" onClick=${o}>${O.tryAgain}<//>
<//>
`}function _r({email:e,isEnded:t=!1}){let o=C(0);return M(()=>{x.listOnlyOnPhone(e).then(({length:n})=>o.value=n,()=>{})},[e,o]),!t&&!o.value?null:r`
<p class="banner is-card prose" role="status">
<${v} name="kept" />
<span>${t&&r`<b>${O.nothingLost}</b>${" "}`}${o.value>0&&O.waitHere(o.value)}</span>
</p>
`}function yc(){let{jobs:e,sources:t}=we(),o=new Set(t.map(({agencyName:a})=>a)),n=t.every(({resource:a})=>a.body),s=J.value.screen==="today"?O.showDay:O.carryOnHere,i=r`<${T}><${g} icon="today" look="is-primary" onClick=${vt}>${s}<//><//>`;return r`
<${Ut} title=${O.agenciesKnowYou([...o])} bar=${i}>
<p class="second prose" role="status">${n?O.jobsAreHere:O.readingJobs}</p>
<ul class="card prose is-agencies">
${t.map(a=>{let c=a.resource.body&&r`<${v} name="tick" />`;return r`<${te} key=${a.name} account=${a} level="h2" title=${a.agencyName} text=${wc(a,e)} aside=${c} />`})}
</ul>
<${kc} />
<//>
`}function wc({name:e,resource:t},o){if(!t.body)return t.problem??u.reading;let n=o.filter(({job:i,account:a})=>a.name===e&&xe({job:i,account:a})),s=Os(n).emergencies.length;return[Ge(n.length,u.openJob),s&&Ge(s,O.emergency,O.emergencies)].filter(Boolean).join(", ")}function kc(){let[e,t]=[C(!1),C(!1)];M(()=>{Mr().then(a=>e.value=a)},[e]);let{problem:o,busy:n,make:s,codeForm:i}=Uo(a=>{t.value=!0,F(a)});return e.value?r`
<ul class="card prose">
<li class="setting">
<span class=${t.value?"disc is-ok":"disc"}><${v} name="passkey" /></span>
<div>${O.withoutCode}<small>${t.value?u.passkeyAdded:O.withFace}</small></div>
${!t.value&&!i&&r`<${g} disabled=${n.value} onClick=${()=>s(qo,u.passkeyAdded)}>${O.add}<//>`}
</li>
</ul>
${o.value&&r`<p class="problem" role="alert">${o.value}</p>`}
${i}
`:null}function Kr(e,{invoices:t,pending:o,historical:n,items:s,jobs:i}){let a=new Set(n.map(({statementId:$})=>$)),c=[...n,...o.filter(({statementId:$})=>!a.has($))],l=Sc(t,s),m=Oc(l.filter(qr),c),p=new Set(m.values()),d=c.filter($=>!p.has($)),h=new Map(i.map($=>[$.jobId,$])),b=($,P)=>({account:e,invoice:$,statement:P,job:h.get($?.jobId??P?.jobId??"")??null,amount:P?.amount??P?.gross??$?.amount??null,stage:Cc($,P,!!(P&&a.has(P.statementId))),receivedAt:$&&Dc($),paidOn:null,paidBy:null,double:null});return[...l.map($=>{let P=m.get($)??null,Z=!P&&qr($)?d.find(G=>Pc($,G)):null;return Ur({...b($,P),double:Z??null})}),...d.map($=>Ur(b(null,$)))]}var qr=({status:e})=>e!=="rejected",xc=["sending","unconfirmed","review"];function Sc(e,t){let o=new Map,n=[];for(let i of t){if(i.kind!=="invoice"||["refused","unknown"].includes(i.state))continue;let a=e.find(c=>!o.has(c)&&Ee(c,i));a&&(!De(i)||xc.includes(a.status??""))?o.set(a,i):n.push(Ic(i))}let s=e.map(i=>{let a=o.get(i);return a&&De(a)?{...i,item:a}:i});return[...n,...s]}function Ic(e){let{content:t,jobId:o,document:n,submissionId:s,receivedAt:i,doneAt:a,result:c}=e,l={status:"sending",at:i??"",exact:!0},m={status:"submitted",at:new Date(a??0).toISOString(),exact:!s};return{...t,jobId:o,document:n,submissionId:s,invoiceId:c?.invoiceId??null,status:a?"submitted":"sending",history:[...i?[l]:[],...a?[m]:[]],item:e}}var Wn=e=>(e??"").trim().toLowerCase(),Ac=[(e,{statementId:t})=>e.statementId===t,({invoiceNumber:e},{reference:t})=>!!(e&&t)&&Wn(e)===Wn(t),(e,{jobId:t,gross:o,amount:n})=>!!t&&e.jobId===t&&[o,n].includes(e.amount)];function Oc(e,t){let o=new Map,n=new Set([...t].reverse());for(let s of Ac)for(let i of[...e].reverse()){if(o.has(i))continue;let a=[...n].find(c=>s(i,c)&&Yr(i,c));a&&(o.set(i,a),n.delete(a))}return o}var Yr=({jobId:e,invoiceDate:t},o)=>(!e||!o.jobId||e===o.jobId)&&!(o.paidAt&&t&&o.paidAt<t),Pc=(e,t)=>Yr(e,t)&&(!!(e.jobId&&e.jobId===t.jobId)||(!e.jobId||!t.jobId)&&[t.gross,t.amount].includes(e.amount)),Nc={sending:"received",unconfirmed:"received",review:"received",submitted:"agency",authorised:"authorised",paid:"paid"};function Cc(e,t,o){let n=e?.status??"";return o?"paid":n==="rejected"?e?.rejectedBy==="system"?"refused":"rejected":e?.item&&De(e.item)&&!so(e.item)?"phone":t?Wn(t.status)==="authorised"?"authorised":n==="authorised"?n:"agency":Nc[n]??"agency"}var ot=(e,t)=>e?.history?.find(o=>o.status===t)??null,Dc=e=>(ot(e,"sending")??e.history?.find(({exact:t})=>t))?.at??e.submittedAt??null;function Ur(e){let{stage:t,invoice:o,statement:n}=e;if(t!=="paid")return e;if(n?.paidAt)return{...e,paidOn:n.paidAt,paidBy:"payment"};let s=ot(o,"paid");return s?{...e,paidOn:ae(new Date(s.at)),paidBy:"seen"}:n?.date?{...e,paidOn:n.date,paidBy:"statement"}:e}function Gr(e){let t=o=>!!o.job?.invoicing||e.some(n=>jc(n,o)&&Vr(n)>Vr(o));return e.filter(o=>o.stage==="rejected"&&!t(o))}var jc=(e,t)=>e.stage!=="refused"&&e.account.name===t.account.name&&!!t.invoice?.jobId&&Vo(e)===t.invoice?.jobId,Vo=({invoice:e,statement:t})=>e?.jobId??t?.jobId??null,Vr=({invoice:e,statement:t,receivedAt:o})=>e?.item?.addedAt??(Date.parse(o??e?.invoiceDate??t?.date??"")||0);function Ko(){let e=ho(),t=[_n(e,"invoices","invoices.list"),_n(e,"statements/pending","statements.pending"),_n(e,"statements/historical","statements.historical")],{jobs:o,sources:n}=we(),s=x.items.value,a=[...[...t.flatMap(p=>[...p.values()]),...n.map(({resource:p})=>p)].map(({body:p,begunAt:d})=>p&&d),...e.map(({name:p,agency:d})=>`${p} ${!!d}`)].join(),c=Y(()=>{let[p,d,h]=t;return e.flatMap(b=>Kr(b,{invoices:p.get(b.name)?.body?.invoices??[],pending:d.get(b.name)?.body?.statements??[],historical:h.get(b.name)?.body?.statements??[],items:(s??[]).filter(({owner:$})=>oe($)===b.name),jobs:o.filter($=>$.account.name===b.name).map(({job:$})=>$)}))},[a,s]),l=e.flatMap(p=>{let[d]=t.flatMap(h=>h.get(p.name)??[]).sort(Tc);return d?[{...p,resource:d}]:[]}),m=e.some(({agency:p})=>!p)&&x.obstacle.value!=="offline";return{payments:c,sources:l,isReading:m||l.some(({resource:{body:p,busy:d}})=>!p&&d)}}function _n(e,t,o){let n=e.filter(({agency:i})=>i?.offers.includes(o)),s=$o(n.map(({owner:i})=>i),t);return new Map(n.map(({name:i},a)=>[i,s[a]]))}var Tc=(e,t)=>Number(zr(t))-Number(zr(e))||(e.asOf??"").localeCompare(t.asOf??""),zr=({body:e,problem:t})=>!!(!e||t||e.stale);var Zr=["authorised","agency","received"],Bc=[...Zr,"phone"],Rc=["01-06","04-06","07-06","10-06"],Vt=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,o)=>t+o,0)/100,At=e=>Vt(e.filter(({double:t})=>!t).map(({amount:t})=>t));function Yo(e){let t=({receivedAt:o,invoice:n,statement:s})=>Date.parse(o??s?.date??n?.invoiceDate??"")||1/0;return e.filter(({stage:o})=>Bc.includes(o)).sort((o,n)=>Ec(t(o),t(n)))}var Ec=(e,t)=>e===t?0:e-t;function Qr(e){let[t,o,n]=Zr.map(s=>At(e.filter(({stage:i})=>i===s)));return{authorised:t,agency:o,received:n,total:Vt([t,o,n])}}var qn=e=>e.filter(({stage:t})=>t==="paid").sort((t,o)=>(o.paidOn??"").localeCompare(t.paidOn??"")),Go=(e,t)=>o=>!!(o&&o>=(e||o)&&o<=(t||o));function Un(e){let t=new Map;for(let o of e){let n=o.paidOn?.slice(0,7)??"";t.set(n,[...t.get(n)??[],o])}return[...t].map(([o,n])=>({month:o,payments:n,amount:At(n)}))}function Xr(e){let t=new Map(e.map(({month:n,amount:s})=>[n,s])),o=[];for(let n=e[0]?.month;n&&n>=e.at(-1).month;n=Mc(n))o.push({month:n,amount:t.get(n)??0});return o}function Mc(e){let[t,o]=e.split("-").map(Number);return new Date(Date.UTC(t,o-2)).toISOString().slice(0,7)}var ei=e=>`${Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0)}-04-06`;function ti(e,t=4){let o=Number(e.slice(0,4)),n=[o-2,o-1,o,o+1].flatMap(a=>Rc.map(c=>`${a}-${c}`)),s=n.findIndex(a=>a>e);return n.slice(0,s).map((a,c)=>({from:a,to:n[c+1].replace(/06$/,"05")})).reverse().slice(0,t)}function oi(e,t){let n=qn(e).filter(({paidBy:s})=>s==="payment").map(t).filter(s=>s!==null).slice(0,5);return n.length<3?null:{number:n.length,least:Math.min(...n),most:Math.max(...n)}}var Fc=12,zo=({job:e,invoice:t,statement:o})=>(e?_(e):o?.description||t?.description||o?.reference)||(t?u.invoice:f.statement),Pe=({statementId:e})=>f.statementId(e.length>Fc?null:e),Vn=e=>e?.invoiceId??e?.submissionId??null;function ni({account:{name:e},invoice:t,statement:o,stage:n}){let s=Vn(t);return o&&(n==="paid"||!s)?I(`/money/statements/${o.statementId}`,{},e):I(s?`/money/invoices/${s}`:`/outbox/${t?.item?.id}`,{},e)}function Yt({receivedAt:e,paidOn:t,paidBy:o,stage:n},s=new Date){return!e||n==="paid"&&(!t||o==="statement")?null:Math.max(0,us(new Date(e),n==="paid"?new Date(t):s))}var Lc=e=>ae(new Date(e))===ae()?ue(e):W(e),Hc={received:["sending",w.received],agency:["submitted",w.withAgency],authorised:["authorised",w.authorised]};function Zo(e){let{stage:t,invoice:o,statement:n,paidOn:s,paidBy:i}=e;if(t==="paid")return Jc(s&&W(s),i);let[a,c]=Hc[t]??["",""],l=ot(o,a);if(!l)return n?.date?f.stateSeen(c,f.statementOf(W(n.date))):c;let m=Lc(l.at);return l.exact?`${c} ${t==="agency"?w.since(m):m}`:f.stateSeen(c,w.seen(m))}function Jc(e,t){return e?t==="payment"?`${w.paid} ${e}`:f.stateSeen(w.paid,t==="seen"?w.seen(e):f.statementOf(e)):w.paid}function si({from:e,to:t}){let o=e.slice(0,4)===t.slice(0,4)?W(e,new Date(t)):Bt(e);return f.period(o,Bt(t))}var Ot=e=>[...new Set(e.map(({shortName:t})=>t))],Wc={phone:0,received:1,agency:2,authorised:3,paid:4,rejected:2,refused:1};function Kn(e,t){let{stage:o,account:n,invoice:s,statement:i,paidOn:a,paidBy:c}=e,l=Wc[o]??0,{submissionId:m}=s??{},p=[f.noDate(n.shortName),t&&f.lastTook(t)].filter(Boolean).join(" "),d=c==="payment"&&a?W(a):Kt(s,"paid"),h=[{icon:"parcel",label:w.received,time:Kt(s,"sending"),line:m?f.receipt(ps(m)):""},{icon:"tick",label:w.withAgency,time:Kt(s,"submitted")},{icon:"statement",label:w.authorised,time:Kt(s,"authorised"),line:i?_c(i):""},{icon:"money",label:w.paid,time:d}],$=h.slice(0,l).filter(({time:Q},R)=>Q||R===1||R===l-1||R===0&&m).map(Q=>({...Q,tone:"ok"})),P=Yn(s,n.shortName);P&&$.push({...P,time:"",line:P.besides??""});let Z=o==="rejected"?f.rejected:o==="refused"?w.refused:null;if(Z)return[...$,{icon:"refused",tone:"bad",label:Z,time:Kt(s,"rejected")}];let G=h.slice(l).map(({icon:Q,label:R},Le)=>({icon:Q,label:R,tone:null,time:Le?"":f.notYet,line:"",isNext:!0}));return l<h.length&&(G[G.length-1].line=p),[...$,...G]}function Kt(e,t){let o=ot(e,t);if(!o)return"";let n=`${W(o.at)} ${ue(o.at)}`;return o.exact?n:w.seen(n)}function _c(e){let{gross:t,amount:o,commission:n}=e,s=t??o;return s===null?"":f.breakdown(Pe(e),k(s),n?k(n):null)}function Yn(e,t){let{item:o,status:n}=e??{};return o?.state==="checking"&&!o.promised?Ae(o,t):o?.state==="review"?Ae(o,t):o||!["unconfirmed","review"].includes(n??"")?null:Ae({state:n==="review"?"review":"checking",promised:!1,officeAsked:!1},t)}function ii({title:e,isShown:t,contentOf:o}){let n=_e(),s=Ko(),i=Oe(n),a=({name:h})=>h===n?.name,c=s.payments.filter(h=>a(h.account)),l=c.find(t),m={parent:"/money",account:n};if(!l){let h=s.isReading?u.reading:f.missing;return r`<${N} key="missing" ...${m} title=${e}><p class="hint" role="status">${h}</p><//>`}let{content:p,...d}=o({payment:l,payments:c,office:i});return r`
<${N} key="payment" ...${m} title=${zo(l)} what=${f.title} sources=${s.sources.filter(a)} ...${d}>${p}<//>
`}var qc=({id:e})=>r`
<${ii}
title=${u.invoice} isShown=${({invoice:t})=>[t?.invoiceId,t?.submissionId].includes(e)}
contentOf=${t=>({meta:Qo(t.payment),bar:r`<${ci} ...${t} />`,content:r`<${Vc} ...${t} />`})}
/>
`,Uc=({id:e})=>r`
<${ii}
title=${f.statement} isShown=${({statement:t})=>t?.statementId===e}
contentOf=${t=>({meta:Pe(t.payment.statement),action:r`<button type="button" class="icon-btn" aria-label=${f.print} onClick=${()=>print()}><${v} name="print" /></button>`,bar:r`<${ci} ...${t} isStatement />`,content:r`<${Gc} ...${t} />`})}
/>
`;function ri({acts:e,isEven:t=!1}){let o=e.filter(Boolean),n=({label:s,look:i,...a})=>r`<${g} key=${s} look=${t?"is-over":i} ...${a}>${s}<//>`;return o.length>0&&r`<${T} look=${t&&"is-even"}>${o.map(n)}<//>`}var Qo=({invoice:e})=>e?.invoiceNumber?f.invoiceNumber(e.invoiceNumber):u.invoice;function Vc({payment:e,payments:t,office:o}){let n=r`<${Kc} payment=${e} payments=${t} office=${o} />`;return!eo(vo)||!e.statement?n:r`
<div class="columns">
<div>${n}</div>
<div>
<h2 class="section"><span>${Pe(e.statement)}</span></h2>
<${li} payment=${e} />
</div>
</div>
`}function Kc({payment:e,payments:t,office:o}){let{account:n,job:s,invoice:i,amount:a,stage:c,double:l}=e,[m,p]=[c==="rejected",c==="refused"],d=Yt(e),h=m||d===null?s?.reference&&f.job(s.reference):c==="paid"?f.inDays(d):f.daysWaiting(d),b=i?.invoiceDate&&W(i.invoiceDate);return r`
<section class="card pad">
<p class="second" dir="auto">${s&&he(s)||i?.description}</p>
<p class="amount">${a===null?"":k(a)}</p>
<p class="apart"><span dir="auto">${[Qo(e),b].filter(Boolean).join(", ")}</span>${h&&r`<span dir="auto">${h}</span>`}</p>
</section>
${(m||p)&&r`
<div class="banner is-card is-bad prose">
<${v} name="refused" />
<div>
<b>${m?w.rejected(n.shortName):w.noReason(n.shortName)}</b><br />
${[o&&f.numberOf(o.phone,o.name),m&&f.noReason].filter(Boolean).join(" ")}
</div>
</div>
`}
${l&&r`<p class="hint">${f.isDouble(Pe(l),k(l.amount??0))}</p>`}
<h2 class="section"><span>${u.whereItIs}</span></h2>
<${Cn} steps=${Kn(e,oi(t,Yt))} />
${m&&ai(e)&&r`<p class="hint">${f.mayInvoiceAgain}</p>`}
`}var ai=e=>!!(Vo(e)&&e.account.agency?.offers.includes("invoices.submit"));function ci({payment:e,office:t,isStatement:o=!1}){let{account:n,invoice:s,statement:i,stage:a}=e,[c,l,m]=[Vo(e),Vn(s),o&&zc(e)],p=b=>I(b,{},n.name),d=t&&{icon:"ring",href:`tel:${t.number}`};if(!o&&(a==="rejected"||a==="refused"))return r`
<${ri}
acts=${[ai(e)&&{label:f.newInvoice,href:p(`/jobs/${c}/invoice`),look:d?"":"is-primary"},d&&{...d,label:u.call(n.shortName),look:"is-primary"}]}
/>
`;let h=o?l&&{icon:"invoice",label:u.invoice,href:p(`/money/invoices/${l}`)}:i&&{icon:"statement",label:f.statement,href:p(`/money/statements/${i.statementId}`)};return r`
<${ri}
isEven=${!o||!!l}
acts=${[!o&&s?.submissionId&&{icon:"download",label:u.receipt,onClick:()=>Yc(e)},h,c&&{icon:"jobs",label:o?f.openJob:u.job,href:p(`/jobs/${c}`)},d&&{...d,label:u.call("")},m&&{icon:"invoice",label:u.sendInvoice,href:m,look:"is-primary"}]}
/>
`}function Yc(e){let{account:t,amount:o}=e,n=Kn(e,null).filter(({isNext:i})=>!i),s=[Qo(e),o!==null&&k(o),u.to(t.agencyName),...n.flatMap(({label:i,time:a,line:c})=>[`${i} ${a}`,c])];Ao(`${Qo(e)}.txt`,s.filter(Boolean).join(`\r
`),"text/plain")}function Gc({payment:e}){let{stage:t,amount:o,statement:n}=e,s=t==="paid";return r`
<section class="card pad">
<p class="second">${s?f.cameToYou:f.comesToYou}</p>
<p class="amount">${o===null?"":k(o)}</p>
<p class="tags">
${n?.status&&r`<span class="tag" dir="auto"><${v} name="clock" small />${n.status}</span>`}
<span>${s?Zo(e):f.notPaidYet}</span>
</p>
</section>
<${li} payment=${e} />
`}function li({payment:e}){let{stage:t,invoice:o,job:n}=e,{gross:s,vat:i,commission:a,amount:c,date:l,description:m,reference:p}=e.statement,d=t==="paid"?f.cameToYou:f.comesToYou,h=[[f.gross,s!==null&&k(s)],[f.vat,i!==null&&k(i)],[f.commission,!!a&&k(-(a??0)).replace("-","−")],[d,c!==null&&k(c)]],b=[[f.property,n&&he(n)],[u.purpose,n&&m],[y.paper,o?.invoiceNumber],[u.number,p!==o?.invoiceNumber&&p],[f.raised,l&&Bt(l)]];return r`
<section class="card pad prose"><${fe} facts=${h} total=${d} /></section>
<section class="card pad prose"><${fe} facts=${b} /></section>
`}function zc({account:{agency:e,name:t},statement:o,invoice:n,stage:s}){if(s==="paid"||n||!o||!e?.offers.includes("invoices.submit")||!No(e))return null;let{statementId:i,jobId:a}=o;return e.invoice.link==="job_or_statement"?I("/invoice",{statement:i},t):a&&I(`/jobs/${a}/invoice`,{statement:i},t)}var Zc=/^[=+\-@\t\r\n＝＋－＠]/u,Qc=/[",\r\n]/;function mi(e,t){return"\uFEFF"+[e.map(([n])=>n),...t.map(n=>e.map(([,s])=>s(n)))].map(n=>`${n.map(Xc).join(",")}\r
`).join("")}function Xc(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Zc.test(e)?`'${e}`:e;return Qc.test(t)?`"${t.replaceAll('"','""')}"`:t}var el=[[u.date,({paidOn:e})=>e],[u.agency,({account:e})=>e.agencyName],[f.property,({job:e,statement:t,invoice:o})=>e&&he(e)||t?.description||o?.description],[u.number,({invoice:e,statement:t})=>e?.invoiceNumber??t?.reference??t?.statementId],[f.net,({statement:e})=>e?.net],[y.vat,({statement:e,invoice:t})=>e?.vat??t?.vat],[f.commission,({statement:e})=>e?.commission],[w.paid,({amount:e,double:t})=>t?null:e],[Ze.note,tl]];function tl({double:e,statement:t,paidBy:o}){return e?f.sameAs(Pe(e)):[!t&&f.noStatement,o==="seen"&&f.seenDate,o==="statement"&&f.noPaymentDate].filter(Boolean).join("; ")}function pi({payments:e,missing:t}){let o=ti(ae()),n=C(1),s=C({from:o[1].from,to:ae()}),i=C(""),a=n.value===o.length,{from:c,to:l}=a?s.value:o[n.value],m=e.filter(({account:$})=>!i.value||$.owner.agency===i.value),p=$=>m.filter(({paidOn:P})=>Go($.from,$.to)(P)),d=p({from:c,to:l}),b=r`<${T}><${g} icon="download" look="is-primary" onClick=${()=>{let $=["payments",c,l,i.value].filter(Boolean).join(" ");Ao(`${$}.csv`,mi(el,d),"text/csv"),ce(),F(f.saved(`${$}.csv`))}}>${f.save(d.length)}<//><//>`;return r`
<${le} title=${f.csv} footer=${b}>
<fieldset class="field">
<legend>${f.quarter}</legend>
<ul class="card">
${o.map(($,P)=>{let Z=p($),G=P?f.payments(Z.length,k(At(Z))):f.soFar(Z.length);return r`<${ui} key=${$.from} chosen=${n} index=${P} name=${si($)} about=${G} />`})}
<${ui} chosen=${n} index=${o.length} name=${f.otherDates} />
</ul>
</fieldset>
${a&&r`<${ol} dates=${s} />`} ${ye()&&r`<${nl} payments=${e} chosen=${i} />`}
<p class="hint">${f.columns}</p>
${t.length>0&&r`<p class="hint">${f.without(Ot(t))}</p>`}
<//>
`}var ui=({chosen:e,index:t,name:o,about:n})=>r`
<li>
<label class="setting">
<span>${o}${n&&r`<small>${n}</small>`}</span>
<input class="radio" type="radio" name="quarter" checked=${e.value===t} onChange=${()=>e.value=t} />
</label>
</li>
`;function ol({dates:e}){let{from:t,to:o}=e.value,n=!!(t&&o&&t>o);return r`
<div class="pair field">
${["from","to"].map(s=>r`
<div key=${s}>
<label class="name" for=${s}>${f[s]}</label>
<input
id=${s} class="input num" type="date" value=${e.value[s]} aria-invalid=${n?"true":null}
aria-describedby="dates-problem"
onChange=${({target:i})=>e.value={...e.value,[s]:i.value}}
/>
</div>
`)}
</div>
<p id="dates-problem" class="problem" role="alert">
${n&&r`<${v} name="refused" small /><span>${f.isReversed}</span>`}
</p>
`}function nl({payments:e,chosen:t}){let o=new Map(e.map(({account:{owner:n,shortName:s}})=>[n.agency,s]));return r`
<fieldset class="field">
<legend>${u.agencies}</legend>
<${yt} name="agency" choices=${[["",u.all],...o]} chosen=${t.value} onChoose=${n=>t.value=n} />
</fieldset>
`}function Xo(e){let{amount:t,stage:o,double:n}=e,s=ni(e);return r`
<div key=${s} class="row" role="listitem" aria-current=${Rs(new URL(s,location.origin).pathname,e.account.name)?"true":null}>
<div>
<div class="line">
<h3><a class="cover" href=${s} dir="auto">${zo(e)}</a></h3>
<span class="sum">${t===null?"":k(t)}</span>
</div>
<${sl} payment=${e} />
<${il} stage=${o} />
<${al} payment=${e} />
${n&&r`<p class="meta">${f.isDouble(Pe(n),k(n.amount??0))}</p>`}
</div>
</div>
`}function sl({payment:{account:e,invoice:t,statement:o,stage:n}}){let s=o&&(n==="paid"||!t)?Pe(o):t?.invoiceNumber,i=n==="rejected"&&ot(t,"rejected"),a=[s,i&&w.seen(W(i.at))].filter(Boolean).join(", "),c=ye();return!c&&!a?null:r`
<p class="from">
${c&&r`<${dt} account=${e} small />`}
<span dir="auto">${[c&&e.agencyName,a].filter(Boolean).join(" · ")}</span>
</p>
`}var rl={phone:[],received:["is-on"],agency:["is-on","is-on"],authorised:["is-on","is-on","is-on"],rejected:["is-on","is-on","is-off"],refused:["is-on","is-off"],paid:["is-good","is-good","is-good","is-good"]},il=({stage:e})=>r`<div class="clock" aria-hidden="true">${[0,1,2,3].map(t=>r`<i key=${t} class=${rl[e][t]} />`)}</div>`;function al({payment:e}){let{account:t,invoice:o,stage:n}=e,s=Yt(e),i=Yn(o,t.shortName),a=n==="rejected";return r`
<div class="apart">
${o?.item&&n==="phone"?r`<${Re} item=${o.item} account=${t} />`:a?r`<${ht} icon="refused" tone="bad" label=${w.rejected(t.shortName)} />`:i?r`<${ht} ...${i} besides="" />`:r`<span>${Zo(e)}</span>`}
${s!==null&&!a&&r`<span>${n==="paid"?f.inDays(s):f.days(s)}</span>`}
</div>
`}function di({payments:e,missing:t}){let o=Y(()=>Un(e).map(cl),[e]);return e.length?r`
<${ll} payments=${e} missing=${t} />
<ul class="card prose">
<${te} level="h2" icon="download" href=${X("csv")} title=${f.csv} text=${ye()?f.csvHintSeveral:f.csvHint} />
</ul>
<${de} name="paid" sections=${o} />
`:r`<section class="empty"><h2>${f.nothingPaid}</h2><p class="second">${f.nothingPaidHint}</p></section>`}var cl=({month:e,payments:t,amount:o})=>({name:e,title:e?to(`${e}-01`):u.undated,meta:k(o),items:t,row:Xo});function ll({payments:e,missing:t}){let o=ei(ae()),n=e.filter(({paidOn:a})=>Go(o,"")(a)),s=Xr(Un(n)),i=Math.max(...s.map(({amount:a})=>a),.01);return r`
<section class="card pad" aria-label=${f.paidSince}>
<p class="second">${f.paidSince}</p>
<p class="amount">${k(At(n))}</p>
${s.length>0&&r`
<table class="months">
<tbody>
${s.map(({month:a,amount:c})=>{let l=a===o.slice(0,7)?f.sinceTaxYear:as(a);return r`<${ml} key=${a} label=${l} amount=${c} share=${c/i} />`})}
</tbody>
</table>
`}
${t.length>0&&r`<p class="hint">${f.without(Ot(t))}</p>`}
</section>
`}var ml=({label:e,amount:t,share:o})=>r`
<tr>
<th scope="row">${e}</th>
<td>
<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
<rect class="f-tint" width=${Math.max(o,0)*100} height="10" rx="1" />
</svg>
</td>
<td>${k(t)}</td>
</tr>
`;function fi({payments:e,missing:t}){let[o,n]=Y(()=>[Yo(e),Gr(e)],[e]),s=(i,a)=>({name:i,title:i,meta:a.length,items:a,row:Xo});return r`
${o.length||t.length?r`<${ul} waiting=${o} missing=${t} />`:r`<section class="empty"><h2>${f.nothingWaits}</h2><p class="second">${f.nothingWaitsHint}</p></section>`}
<${dl} />
<${de} name="waiting" sections=${[s(f.rejected,n),s(f.waiting,o)]} />
`}function ul({waiting:e,missing:t}){let{authorised:o,agency:n,received:s,total:i}=Qr(e),a=m=>Vt(m.map(({amount:p})=>p)),c=a(e.filter(({double:m,stage:p})=>m&&p!=="phone")),l=a(e.filter(({stage:m})=>m==="phone"));return r`
<section class="card pad" aria-label=${f.waitingFor}>
<p class="second">${f.waitingFor}</p>
<p class="amount">${k(i)}</p>
<${pl} parts=${[["f-ok",o],["f-tint",n],["f-rest",s]]} />
<p class="legend">
<span class="is-ok">${w.authorised} <b>${k(o)}</b></span>
<span class="is-info">${f.agencyPart} <b>${k(n)}</b></span>
<span>${f.receivedPart} <b>${k(s)}</b></span>
</p>
${c>0&&r`<p class="hint">${f.mayBeDouble(k(c))}</p>`}
${l>0&&r`<p class="hint">${f.onPhone(k(l))}</p>`}
${t.length>0&&r`<p class="hint">${f.without(Ot(t))}</p>`}
</section>
`}function pl({parts:e}){let t=e.filter(([,i])=>i>0),o=Vt(t.map(([,i])=>i)),n=100-(t.length-1),s=0;return r`
<svg class="parts" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
${t.map(([i,a])=>{let c=r`<rect key=${i} class=${i} x=${s} width=${a/o*n} height="10" />`;return s+=a/o*n+1,c})}
</svg>
`}function dl(){let{jobs:e}=ut(),t=(x.items.value??[]).filter(o=>o.kind==="invoice"&&ct(o));return!e.length&&!t.length?null:r`
<ul class="card prose">
${e.length>0&&r`<${Hs} jobs=${e} level="h2" />`}
${t.map(o=>r`<${Ks} key=${`${oe(o.owner)} ${o.id}`} item=${o} level="h2" />`)}
</ul>
`}function fl(){let{payments:e,sources:t,isReading:o}=Ko(),n=t.filter(({resource:{body:a,busy:c}})=>!a&&!c),s=Y(()=>qn(e),[e]),i=e.length>0||t.length>n.length&&!o;return r`
<${yo}
name="money" title=${f.title} sources=${t} tabs=${r`<${$l} payments=${e} paid=${s} />`}
sheet=${ee()==="csv"&&r`<${pi} payments=${s} missing=${n} />`}
>
${!i&&r`<p class="hint" role="status">${o?u.reading:t.length?f.unread:f.notOffered}</p>`}
${i&&($i()?r`<${di} payments=${s} missing=${n} />`:r`<${fi} payments=${e} missing=${n} />`)}
<//>
`}var $i=()=>go().get("show")==="paid";function $l({payments:e,paid:t}){let o=$i();return r`
<nav class="tabs" aria-label=${f.tabs}>
<a href="/money" aria-current=${o?null:"page"}>${f.waiting} <span>${Yo(e).length}</span></a>
<a href=${I("/money",{show:"paid"})} aria-current=${o?"page":null}>${w.paid} <span>${t.length}</span></a>
</nav>
`}function hi(e){return[...new Set(e.map(({branchName:n})=>n??""))].sort((n,s)=>+!n-+!s||n.localeCompare(s)).map(n=>{let s=e.filter(({branchName:i})=>(i??"")===n);return{name:n,contacts:[...s.filter(en),...s.filter(i=>!en(i))]}})}var en=({name:e,role:t,branchName:o})=>!t&&e===o;function hl(){let e=_e(),t=se("contacts"),o=t.body?.contacts,n=e?[{...e,resource:t}]:[];return r`
<${N} parent="/account" account=${e} title=${e?.agencyName??u.contacts} meta=${u.contacts} what=${u.contacts} sources=${n}>
${o?hi(o).map(({name:s,contacts:i})=>r`<${bl} key=${s} name=${s} contacts=${i} />`):r`<p class="hint" role="status">${t.problem??B.loading}</p>`}
${o&&r`<p class="hint">${o.length?Ve.who:Ve.none} ${t.asOf&&Ve.asOf(ge(t.asOf))}</p>`}
<//>
`}var bl=({name:e,contacts:t})=>r`
<h2 class="section"><span dir="auto">${e||Ve.noBranch}</span></h2>
<ul class="card">${t.map(o=>r`<${vl} key=${o.contactId} contact=${o} />`)}</ul>
`;function vl({contact:e}){let{name:t,role:o,email:n,phone:s,mobile:i}=e,a=en(e)?Ve.branch(t??u.noName):t??u.noName,c=[i,s].filter(p=>p!==null),l=c.map(Mt).filter(Boolean),m=Io(n);return r`
<li class="row">
<div>
<h3 dir="auto">${a}</h3>
${o&&r`<p class="second" dir="auto">${o}</p>`}
${c.map(p=>r`<p class="second" dir="auto">${p}</p>`)}
</div>
${m&&r`<a class="icon-btn" href=${m} aria-label=${Ve.email(a)}><${v} name="mail" /></a>`}
${l.map(p=>r`
<a class="icon-btn is-round" href=${`tel:${p}`} aria-label=${l.length>1?Ve.callOn(a,p):u.call(a)}>
<${v} name="ring" />
</a>
`)}
</li>
`}function tn({job:e,items:t,invoices:o,ownName:n}){let{notes:s=[],reportedAt:i,reportedBy:a,completedAt:c,invoicing:l}=e,m=o.filter(d=>!t.some(h=>h.kind==="invoice"&&kl(h,d))),p=[...s.map((d,h)=>gl(d,h,n)),...t.filter(d=>!xl(d,s,m)).map(yl),...m.map(wl)];return l&&p.push({kind:"mark",key:"mark",at:Date.parse(l.at),mark:l}),c&&!Sl(t)&&p.push({kind:"done",key:"done",at:Date.parse(c)}),(i||a?.name)&&p.push({kind:"reported",key:"reported",at:Gn(i),by:a?.name??null}),p.sort((d,h)=>(h.at??-1/0)-(d.at??-1/0)||0)}var gl=(e,t,o)=>({kind:"note",key:`note ${e.noteId??`at ${t}`}`,at:Gn(e.createdAt),note:e,isOwn:e.author===o}),yl=e=>({kind:"item",key:`item ${e.id}`,at:e.addedAt,item:e}),wl=(e,t)=>({kind:"invoice",key:`invoice ${e.invoiceId??e.submissionId??`at ${t}`}`,at:Gn(e.submittedAt??e.history?.[0]?.at??e.invoiceDate),invoice:e}),kl=(e,t)=>["checking","review"].includes(e.state)&&Ee(t,e);function xl(e,t,o){if(e.state!=="done")return!1;if(e.kind==="invoice")return o.some(s=>Ee(s,e));let{noteId:n}=e.result??{};return e.kind==="note"&&t.some(s=>n?s.noteId===n:s.note===e.content.note)}function Sl(e){let t=e.filter(({kind:o,state:n})=>o==="completion"&&n==="done").at(-1);return!!(t&&"completed"in t.content&&t.content.completed)}var Il=1e3,on=({addedAt:e,heldUntil:t})=>Math.max(e,t)+Il,Gn=e=>e?Date.parse(e):null;var Al={note:"note",invoice:"invoice"};function bi({job:e,account:t,facts:{items:o,invoices:n}}){let s=tn({job:e,items:o,invoices:n,ownName:t.displayName});return r`
<h2 class="section"><span>${S.activity}</span>${s.length>1&&r`<span class="meta">${S.newestFirst}</span>`}</h2>
${!e.notesComplete&&r`<p class="hint" role="status">${S.notAllNotes}</p>`}
<ol class="feed">
${s.map((i,a)=>r`
${nn(i)!==nn(s[a-1])&&r`<li class="day" key=${`day ${nn(i)}`}>${nn(i)}</li>`}
<${Ol} key=${i.key} entry=${i} account=${t} />
`)}
</ol>
`}var nn=e=>e&&(e.at===null?u.undated:ls(e.at));function Ol({entry:e,account:t}){let{at:o}=e;switch(e.kind){case"item":return r`<${Nl} item=${e.item} account=${t} />`;case"note":return e.isOwn?r`<${nt} icon="note" title=${S.you} at=${o}><${zn} text=${e.note.note} isOwn /><${ht} ...${Pl} /><//>`:r`<${nt} account=${t} title=${e.note.author||u.noName} at=${o}><${zn} text=${e.note.note} /><//>`;case"invoice":return r`<${Dl} invoice=${e.invoice} account=${t} at=${o} />`;case"mark":return r`
<${nt} icon="statement" title=${S.marks[e.mark.state]} at=${o}>
${e.mark.invoiceNumber&&r`<p class="second" dir="auto">${e.mark.invoiceNumber}</p>`}
<//>
`;case"done":return r`<${nt} icon="tick" tone="ok" title=${Ze.done} at=${o} />`;default:return r`<${nt} icon="jobs" title=${S.reportedEntry(e.by)} at=${o} />`}}var Pl={icon:"tick",tone:"ok",label:w.withAgency,besides:null},nt=({icon:e="",account:t,tone:o=null,title:n,at:s,children:i})=>r`
<li>
${t?r`<${dt} account=${t} />`:r`<span class=${o?`dot is-${o}`:"dot"}><${v} name=${e} /></span>`}
<div>
<p class="what">
<span dir="auto">${n}</span>${s!==null&&r`<time datetime=${new Date(s).toISOString()}>${ue(s)}</time>`}
</p>
${i}
</div>
</li>
`,zn=({text:e,isOwn:t=!1,isHere:o=!1})=>r`
<p class=${["say",t&&"is-own",o&&"is-here"].filter(Boolean).join(" ")} dir="auto">${e}</p>
`;function Nl({item:e,account:t}){let{tone:o}=Ae(e,t.shortName),n=e.kind==="note",s=e.kind==="completion"?e.content.completed?"tick":"reopen":Al[e.kind];return r`
<${nt} icon=${s} tone=${n&&e.state==="done"?null:o} title=${n?S.you:$t(e)} at=${e.addedAt}>
${n&&r`<${zn} text=${e.content.note} isOwn isHere=${We(e)&&!ct(e)} />`}
${e.kind==="invoice"&&r`<${vi} number=${e.content.invoiceNumber} date=${e.content.invoiceDate} />`}
<${Re} item=${e} account=${t} />
<${Cl} item=${e} account=${t} />
<//>
`}function Cl({item:e,account:t}){let o=I(`/outbox/${e.id}`,{},t.name);if(ze(e)){let n=e.state==="refused",[s,i]=n?["bad",S.seeWhy(t.shortName)]:["wait",S.seeMore(t.shortName)];return r`<p class=${`state is-${s}`}><a class="cover" href=${o}>${i}</a></p>`}return Date.now()<on(e)?null:io(e)?r`<${Ys} item=${e} icon="undo" look="prose" />`:e.state==="waiting"&&at(e)&&r`<p class="state"><a class="cover" href=${o}>${S.editOrDelete}</a></p>`}function Dl({invoice:e,account:t,at:o}){let{invoiceId:n,submissionId:s,amount:i,invoiceNumber:a,invoiceDate:c}=e,l=Mn(e,t.shortName),m=n??s,p=Ze.invoice(i===null?"":k(i));return r`
<${nt} icon="invoice" tone=${l.tone} title=${m?r`<a class="cover" href=${I(`/money/invoices/${m}`,{},t.name)}>${p}</a>`:p} at=${o}>
<${vi} number=${a} date=${c} />
<${ht} ...${l} />
<//>
`}var vi=({number:e,date:t})=>r`
<p class="second" dir="auto">${[e,t&&W(t)].filter(Boolean).join(", ")}</p>
`;function yi(e,t,o){return o&&"completed"in o.content&&!ct(o)?o.content.completed?"done":"open":t?"cancelled":e.completed?"done":"open"}function wi({stage:e,offers:t,isInvoiced:o,canCall:n}){let s={note:t.includes("notes.add"),invoice:t.includes("invoices.submit")&&!o,more:!0,done:t.includes("jobs.complete"),call:n},i={open:["note","invoice","more","done"],done:["note","more","invoice"],cancelled:["note","call"]}[e].filter(c=>s[c]),a=i.at(-1)??null;return{names:i,primary:a==="done"||e==="done"&&a==="invoice"?a:null}}function ki({invoicing:e},t,{invoices:o,statements:n}){if(e||n.length)return!0;let[s,i]=[o.filter(gi),o.filter(c=>!gi(c))],a=c=>c.state!=="refused"&&!s.some(l=>Ee(l,c));return i.length>0||t.some(c=>c.kind==="invoice"&&a(c))}var gi=({status:e})=>e==="rejected";function Pt({job:e,account:t}){let{owner:o,agency:n}=t,s=n?.offers??[],i=jl(e.jobId,o,s),a=x.itemsOf(o,e.jobId),c=Ps(o,e.jobId);ko(Math.max(0,...a.map(on)));let l=yi(e,qe({job:e,account:t}),c),m=Oe(l==="cancelled"?t:null),p=ki(e,a,i);return{...i,office:m,items:a,stage:l,completion:c,undoable:c&&hs(c,Date.now())?c:null,isInvoiced:p,...wi({stage:l,offers:s,isInvoiced:p,canCall:!!m})}}function jl(e,t,o){let n=se(o.includes("invoices.list")?"invoices":null,t).body?.invoices??[],s=se(o.includes("statements.pending")?"statements/pending":null,t).body?.statements??[],i=se(o.includes("statements.historical")?"statements/historical":null,t).body?.statements??[];return{invoices:n.filter(a=>a.jobId===e),statements:[...s,...i].filter(a=>a.jobId===e)}}function sn({job:e,account:t}){let{attempt:o,problem:n}=E(S.notKept);return[i=>o(async()=>{await x.add(t.owner,{kind:"completion",jobId:e.jobId,about:_(e),content:{completed:i},document:null}),F(i?S.canUndo($s/1e3):S.reopening)}),n.value]}function xi(e){let{attempt:t,problem:o}=E(S.tooLate);return[()=>t(async()=>{e&&await x.takeBack(e),F(S.undone)}),o.value]}var Tl={note:"note",invoice:"invoice",more:"more",done:"tick",call:"ring"};function Si({job:e,account:t}){let{undoable:o,names:n,primary:s,office:i}=Pt({job:e,account:t}),[a,c]=sn({job:e,account:t}),[l,m]=xi(o);Rl(o);let p=h=>{let b=h==="call"?u.call(t.shortName):S.actions[h],$=h===s?"is-primary":n.includes("more")&&"is-over",P={note:X("note"),more:X("more"),invoice:I(`/jobs/${e.jobId}/invoice`,{},t.name),call:`tel:${i?.number}`,done:null}[h];return r`<${g} key=${h} icon=${Tl[h]} look=${$} href=${P} onClick=${P?null:()=>a(!0)}>${b}<//>`},d=c??m;return r`
<footer class=${o?"bar is-held":s?"bar":"bar is-even"} aria-label=${o?S.undo:S.bar}>
${d&&r`<p key="problem" class="problem" role="alert">${d}</p>`}
${o?r`<${Bl} key="held" item=${o} agency=${t.shortName} onUndo=${l} />`:n.map(p)}
</footer>
`}var Bl=({item:e,agency:t,onUndo:o})=>r`
<${g} icon="undo" onClick=${o}>${S.undo}<//>
<p class="held" role="status">
<span>
${S.doneAt(ue(e.addedAt))}
<small aria-hidden="true">${S.toldIn(t,Math.ceil((e.heldUntil-Date.now())/1e3))}</small>
</span>
<span class="tick is-s"><${v} name="tick" /></span>
</p>
`;function Rl(e){let t=U(e);t.current=e,M(()=>()=>{t.current&&x.release(t.current).catch(()=>{})},[])}function Ii({job:e,account:t}){let o=Pt({job:e,account:t});switch(ee()){case"note":return o.names.includes("note")&&r`<${Ll} job=${e} account=${t} />`;case"more":return r`<${El} job=${e} account=${t} facts=${o} />`;case"reopen":return Ai(o,t)&&r`<${Fl} job=${e} account=${t} />`;case"elsewhere":return Oi(e,o)&&r`<${Ho} job=${e} account=${t} />`;default:return null}}var Ai=({stage:e,completion:t},{agency:o})=>e==="done"&&!t&&!!o?.offers.includes("jobs.complete"),Oi=({invoicing:e},{stage:t,isInvoiced:o})=>t==="done"&&(!o||e!==null);function El({job:e,account:t,facts:o}){let n=he(e),s=Oe(t);return r`
<${le} title=${S.more}>
<div class="acts">
${Ai(o,t)&&r`<${Gt} icon="reopen" href=${X("reopen")}>${S.reopen}<//>`}
${Oi(e,o)&&r`<${Gt} icon="statement" href=${X("elsewhere")}>${u.elsewhere}<//>`}
${s&&r`<${Gt} icon="ring" href=${`tel:${s.number}`}>${u.call(t.shortName)}<//>`}
${t.agency?.offers.includes("contacts")&&r`<${Gt} icon="contacts" href=${I("/contacts",{},t.name)}>${u.contacts}<//>`}
<${Gt} icon="print" href=${I(`/jobs/${e.jobId}/print`,{},t.name)}>${S.sheet}<//>
${n&&r`<${Ml} text=${n} />`}
</div>
<//>
`}var Gt=e=>r`<${g} ...${e} data-replace />`;function Ml({text:e}){let t=C(S.copyAddress);return r`<${g} icon="copy" onClick=${async()=>{try{await navigator.clipboard.writeText(e),t.value=S.copied}catch{t.value=S.notCopied}F(t.value)}}>${t.value}<//>`}function Fl({job:e,account:t}){let[o,n]=sn({job:e,account:t}),s=async()=>{await o(!1)&&ce()};return r`
<${St} title=${S.reopenQuestion} keep=${S.keepDone} label=${S.reopen} isShort onAnswer=${s} problem=${n}>
<p>${S.reopenMore(t.shortName)}</p>
<//>
`}function Ll({job:e,account:t}){let o=async n=>{await x.add(t.owner,{kind:"note",jobId:e.jobId,about:_(e),content:{note:n},document:null}),F(Te.added)};return r`
<${Bo} account=${t} draftName=${`note on ${e.jobId}`} label=${Te.add} phrases=${Te.phrases} onSave=${o} />
`}function Hl({id:e}){let{job:t,resource:o,account:n}=ke(e);if(!n)return null;let s={parent:"/",account:n,what:u.thisJob,sources:[{...n,resource:o}]};if(!t)return r`<${N} ...${s}><${Zn} text=${o.problem??B.loading} /><//>`;let i={job:t,account:n};return r`
<${N}
...${s}
meta=${Jl(t)}
className="page stack"
bar=${r`<${Si} ...${i} />`}
sheet=${r`<${Ii} ...${i} />`}
>
<${Wl} ...${i} />
<//>
`}var Jl=({reference:e,category:t})=>[e,t].filter(Boolean).join(", "),Zn=({text:e})=>r`
<${$n} title=${u.job} />
<p class="hint" role="status">${e}</p>
`;function Wl({job:e,account:t}){let o=Pt({job:e,account:t}),{stage:n,undoable:s}=o,i=eo(vo),a=r`
<${Ul} job=${e} stage=${n} hasAccess=${n==="open"||s!==null} />
${e.description&&n!=="cancelled"&&r`<section class="card pad" aria-label=${S.whatIsWrong}><p class="lines" dir="auto">${e.description}</p></section>`}
`,c=r`<${bi} job=${e} account=${t} facts=${o} />`;return r`
<div><${$n} title=${_(e)} /><${_l} job=${e} facts=${o} /></div>
${n==="cancelled"&&r`
<p class="banner is-card is-bad">
<${v} name="cancelled" /><span><b>${S.doNotGo}</b> ${S.agencyCancelled(t.shortName)}</span>
</p>
`}
${i?r`<div class="columns"><div class="stack">${a}</div><div>${c}</div></div>`:r`${a}${c}`}
`}function _l({job:e,facts:{stage:t,completion:o}}){let{emergency:n,priority:s,priorityRank:i,status:a,completedAt:c}=e,l=o?.addedAt??c,m=n&&t==="open";return r`
<p class="tags prose">
${t==="cancelled"&&r`<span class="tag"><${v} name="cancelled" small />${u.cancelled}</span>`}
${t==="done"&&r`<span class="tag is-ok"><${v} name="tick" small />${S.done(l?ge(l):null)}</span>`}
${m&&r`<span class="tag is-alarm"><${v} name="emergency" small />${u.emergency}</span>`}
${s&&!m&&t!=="cancelled"&&r`<span class="tag" dir="auto">${i===1&&r`<${v} name="high" small />`}${s}</span>`}
${a&&t==="open"&&r`<span class="tag" dir="auto">${a}</span>`}
</p>
`}var ql=720*36e5;function Ul({job:e,stage:t,hasAccess:o}){let{property:n,reportedBy:s,completedAt:i}=e,a=t==="cancelled"||t==="done"&&i!==null&&Date.now()-Date.parse(i)>ql,c=a?[]:Kl(e),l=t!=="cancelled"&&s?.name,m=[n?.postcode,l&&S.reportedBy(l),a?null:Yl(s?.phone)];return r`
<section class="card" aria-label=${S.whereAndWho}>
${n?.access&&o&&r`<p class="access"><${v} name="key" /><span class="lines" dir="auto">${n.access}</span></p>`}
<div class="pad stack">
<div>
<h2 dir="auto">${Gl(e)||S.noAddress}</h2>
<p class="second" dir="auto">${m.filter(Boolean).join(" · ")}</p>
</div>
${c.length>0&&r`<div class="tiles">${c.map(p=>r`<${Vl} key=${p.icon} ...${p} />`)}</div>`}
</div>
</section>
`}function Vl({icon:e,label:t,href:o}){let n=o.startsWith("https:")?{target:"_blank",rel:"noopener noreferrer"}:{};return r`<a class="tile" href=${o} dir="auto" ...${n}><${v} name=${e} />${t}</a>`}function Kl(e){let{reportedBy:t,emergency:o}=e,[n,s,i]=[he(e),Mt(t?.phone),Io(t?.email)],a=_s(t?.name),c=s?[{icon:"ring",label:u.call(a),href:`tel:${s}`}]:[];return[...o?c:[],...n?[{icon:"map",label:u.directions,href:qs(n)}]:[],...o?[]:c,...Ws(s)?[{icon:"text",label:S.text(a),href:`sms:${s}`}]:[],...!s&&i?[{icon:"mail",label:S.email(a),href:i}]:[]]}function Yl(e){let t=(e??"").replace(/\D/g,"");return e&&(new RegExp("\\p{L}","u").test(e)||t.length>Mt(e).length)?e:null}function Gl({property:e}){let{address:t,postcode:o}=e??{};return(o&&t?.endsWith(o)?t.slice(0,-o.length).replace(/[\s,]+$/,""):t)??""}function zl({id:e}){let{job:t,resource:o,account:n}=ke(e);if(!n)return null;let s=r`<${T}><${g} icon="print" look="is-primary" onClick=${()=>window.print()}>${Be.print}<//><//>`;return r`
<${N} parent="/" account=${n} meta=${S.sheet} what=${u.thisJob} sources=${[{...n,resource:o}]} className="paper" bar=${t&&s}>
${t?r`<${Zl} job=${t} account=${n} />`:r`<${Zn} text=${o.problem??B.loading} />`}
<//>
`}function Zl({job:e,account:t}){let{description:o,property:n,reportedBy:s,reference:i,priority:a,category:c}=e,l=Oe(t),m=Ie(`${S.sheet}: ${_(e)}`),p=[[Be.where,he(e)||S.noAddress],[u.reportedBy,Ni(s?.name,s?.phone)],[u.agency,Ni(t.agencyName,l?.name,l?.phone)]];return r`
<header>
<div>
<h1 ref=${m} tabindex="-1" dir="auto">${_(e)}</h1>
<p class="second" dir="auto">${[i,a,c,t.agencyName].filter(Boolean).join(" · ")}</p>
</div>
<div class="end">
<b dir="auto">${t.displayName}</b>
<p class="meta">${Be.printed(me(Date.now()),ue(Date.now()))}</p>
</div>
</header>
${n?.access&&r`<p class="box lines" dir="auto">${n.access}</p>`}
<${Pi} rows=${p.filter(([,d])=>d)} />
${o&&r`<p class="lines" dir="auto">${o}</p>`}
<h2 class="section">${Be.whatHappened}</h2>
<${Pi} rows=${Ql(e,t)} />
<${rn} title=${Be.workDone} number=${3} />
<${rn} title=${Be.parts} number=${2} />
<div class="pair"><${rn} title=${Be.onSite} number=${1} /><${rn} title=${Be.signature} number=${1} /></div>
`}var Pi=({rows:e})=>r`
<table>
<tbody>
${e.map(([t,o],n)=>r`<tr key=${n}><th scope="row">${t}</th><td class="lines" dir="auto">${o}</td></tr>`)}
</tbody>
</table>
`,rn=({title:e,number:t})=>r`
<div><h2 class="section">${e}</h2>${Array.from({length:t},(o,n)=>r`<p key=${n} class="write"></p>`)}</div>
`,Ql=(e,{displayName:t})=>tn({job:e,items:[],invoices:[],ownName:t}).flatMap(o=>{let n=o.at===null?u.undated:`${me(o.at)}, ${ue(o.at)}`;return o.kind==="note"?[[n,`${o.note.author||u.noName}: ${o.note.note}`]]:o.kind==="done"?[[n,Ze.done]]:o.kind==="reported"?[[n,S.reportedEntry(o.by)]]:[]}),Ni=(...e)=>e.filter(Boolean).join(", ");var Qn=["reference","postcode","phone"],Xl=["title","address","name","category","reference"],Di=/[\s\-\u2010-\u2015]/,em=new RegExp(`${Di.source}+`,"g"),tm=3,om=5,Xn=e=>e.replace(em,""),ji=e=>e.toLowerCase().split(/\s+/).filter(Boolean);function cn({title:e,description:t,reference:o,category:n,property:s,reportedBy:i}){let a={title:e,address:s?.address,reference:o,postcode:s?.postcode,name:i?.name,phone:i?.phone,category:n,description:t};return Object.fromEntries(Object.entries(a).filter(([,c])=>c))}var Ci=new WeakMap;function nm(e){let t=Ci.get(e);if(t)return t;let o=Object.entries(cn(e)),n=o.filter(([a])=>!Qn.includes(a)).map(([,a])=>a.toLowerCase()),s=o.filter(([a])=>Qn.includes(a)).map(([,a])=>Xn(a.toLowerCase())),i={text:n.join(`
`),codes:s.join(`
`)};return Ci.set(e,i),i}function an(e,t){let o=t.map(n=>({word:n,code:Xn(n)}));return e.filter(({job:n})=>{let{text:s,codes:i}=nm(n);return o.every(({word:a,code:c})=>s.includes(a)||i.includes(c))})}function Ti(e,t){let o=new Set;for(let n of t){let i=Object.entries(e).find(([a,c])=>es(c,[n],a).some(({isHit:l})=>l));i&&o.add(i[0])}return o}function es(e,t,o){let n=e.toLowerCase();if(n.length!==e.length)return[{text:e,isHit:!1}];let s=Qn.includes(o),i=Array.from({length:e.length},(l,m)=>m).filter(l=>!s||!Di.test(e[l])),a=i.map(l=>n[l]).join(""),c=new Array(e.length).fill(!1);for(let l of t.map(m=>s?Xn(m):m).filter(Boolean))for(let m=a.indexOf(l);m>=0;m=a.indexOf(l,m+l.length))c.fill(!0,i[m],i[m+l.length-1]+1);return sm(e,c)}function sm(e,t){let o=[];for(let[n,s]of t.entries()){let i=o.at(-1);i?.isHit===s?i.text+=e[n]:o.push({text:e[n],isHit:s})}return o}function Bi(e,t){let o=rm(e),n="",s=t.map(i=>{if(an(e,[i]).length)return i;let a=im(o,i);return n||=a?.text??"",a?.word});return!n||s.includes(void 0)||!an(e,s).length?null:{text:s.join(" "),near:n}}function rm(e){let t=new Map;for(let{job:o}of e){let n=cn(o);for(let s of Xl.map(i=>n[i]??""))for(let i of s.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu)??[])t.has(i)||t.set(i,s)}return t}function im(e,t){if(t.length<tm)return null;let o=t.length<om?1:2,n=null;for(let[s,i]of e){let a=Math.abs(s.length-t.length)>o?1/0:am(t,s);a>o||(n={word:s,text:i},o=a-1)}return n}function am(e,t){let o=Array.from({length:t.length+1},(n,s)=>s);for(let[n,s]of[...e].entries()){let i=[n+1];for(let a=1;a<=t.length;a++)i.push(Math.min(o[a]+1,i[a-1]+1,o[a-1]+ +(s!==t[a-1])));o=i}return o[t.length]}var cm=400;function lm(){let e=C(J.value.query.get("q")??""),t=Ie(B.search,{keepsFocus:!J.value.isBack}),{jobs:o,sources:n}=we();Ts(void 0),um(e.value);let s=i=>{e.value=i};return r`
<${ft} />
<header class="top">
<${Es} parent="/jobs" />
<div><${mm} text=${e.value} onText=${s} /></div>
</header>
<${Bs} what=${j.title} sources=${n} />
<main id="main" class="page">
<h1 ref=${t} class="hidden" tabindex="-1">${B.search}</h1>
<${pm} text=${e.value} jobs=${o} onText=${s} isReading=${fn(n)} />
${fn(n)&&r`<${js} what=${j.reading} />`}
<${Ds} sources=${n} />
</main>
`}function mm({text:e,onText:t}){let o=U(null);return ve(()=>{J.value.isBack||o.current?.focus()},[]),r`
<form role="search" onSubmit=${s=>{s.preventDefault(),o.current?.blur()}}>
<label class="hidden" for="q">${B.search}</label>
<input
ref=${o} class="input" id="q" type="search" value=${e} autocomplete="off" enterkeyhint="search"
onInput=${({target:s})=>t(s.value)}
/>
</form>
`}function um(e){M(()=>{if(e===(J.value.query.get("q")??""))return;let t=()=>pe(I("/search",e?{q:e}:{}),{replace:!0}),o=setTimeout(t,cm),n=()=>{clearTimeout(o),t()};return addEventListener("click",n,{capture:!0,once:!0}),()=>{clearTimeout(o),removeEventListener("click",n,{capture:!0})}},[e])}function pm({text:e,jobs:t,isReading:o,onText:n}){let s=Y(()=>ji(e),[e]),i=Y(()=>s.length?an(t,s):[],[t,s]),a=Y(()=>dm(i,s),[i,s]);return s.length?i.length?r`
<p class="hint" role="status">${Se.results(i.length)}</p>
<${de} name=${`search ${e}`} sections=${a} />
<p class="hint">${Se.hint}</p>
`:!o&&r`<${$m} text=${e.trim()} jobs=${t} searched=${s} onText=${n} />`:r`<p class="hint">${Se.hint}</p>`}function dm(e,t){let o=e.filter(i=>!xe(i)&&!qe(i)),n={open:Ue(e.filter(xe),"reportedAt"),done:Ue(o,"completedAt",{newestFirst:!0}),cancelled:e.filter(qe)},s=vm(t,fm);return["open","done","cancelled"].map(i=>({name:i,title:Se.sections[i],meta:n[i].length,items:n[i],row:s}))}function fm(e){let{emergency:t,priorityRank:o,completedAt:n}=e.job;return n?r`<span class="at is-quiet">${W(n)}</span>`:xe(e)?t?r`<span class="tag is-alarm"><${v} name="emergency" small />${u.emergency}</span>`:o===1&&r`<span class="at"><span class="tag"><${v} name="high" small />${Se.high}</span></span>`:null}function $m({text:e,jobs:t,searched:o,onText:n}){let s=Y(()=>Bi(t,o),[t,o]);return r`
<p class="hidden" role="status">${Se.nothing(e)}</p>
<${Ke} art="glass" title=${Se.nothing(e)} text=${Se.tryPart(s?.near??null)}>
${s&&r`<button type="button" class="btn" onClick=${()=>n(s.text)}><${v} name="search" />${Se.searchFor(s.text)}</button>`}
<//>
`}var hm=24,bm=80,vm=(e,t)=>o=>{let{job:n,account:s}=o,i=cn(n),a=Ti(i,e),c=(Z,G)=>es(Z,e,G).map(({text:Q,isHit:R})=>R?r`<mark>${Q}</mark>`:Q),{street:l,town:m}=As(n),{name:p,phone:d,category:h,description:b,reference:$,postcode:P}=i;return r`
<div key=${`${s.name} ${n.jobId}`} class="row" role="listitem">
<div>
<h3><a class="cover" href=${xo(o)} dir="auto">${c(_(n),"title")}</a></h3>
<p class="second" dir="auto">
${c(l,"address")}${l&&m&&", "}${m&&r`<span class="keep">${c(m,"address")}</span>`}
${a.has("postcode")&&P&&r` <span class="keep">${c(P,"postcode")}</span>`}
</p>
${(a.has("name")||a.has("phone"))&&r`
<p class="second" dir="auto">
${p&&r`${u.reportedBy} ${c(p,"name")}`}${p&&d&&", "}${d&&r`<span class="keep">${c(d,"phone")}</span>`}
</p>
`}
${a.has("category")&&h&&r`<p class="second" dir="auto">${c(h,"category")}</p>`}
${a.has("description")&&b&&r`<p class="second" dir="auto">${c(gm(b,e),"description")}</p>`}
<p class="from">
${ye()&&r`<${dt} account=${s} small />`}
<span dir="auto">${ye()&&s.agencyName}${ye()&&$&&" · "}${$&&c($,"reference")}</span>
</p>
</div>
${t(o)}
</div>
`};function gm(e,t){let o=e.replace(/\s+/g," "),n=t.map(a=>o.toLowerCase().indexOf(a)).filter(a=>a>=0),s=Math.max(0,Math.min(...n,o.length)-hm),i=s+bm;return`${s?"…":""}${o.slice(s,i)}${i<o.length?"…":""}`}export{Fa as AccessibilityScreen,ec as AccountScreen,Xe as Art,hl as ContactsScreen,Ga as DevicesScreen,Ja as DoneJobs,ic as InstallScreen,Sa as InvoiceScreen,Xi as ItemScreen,Hl as JobScreen,qc as MoneyInvoiceScreen,fl as MoneyScreen,Uc as MoneyStatementScreen,Sn as NotFoundScreen,rc as OtherAccountScreen,Zi as OutboxScreen,uc as PasskeysScreen,zl as PrintScreen,lm as SearchScreen,Na as SentScreen,fc as SignInScreen,Ia as StatementScreen,Va as ToInvoiceJobs,yc as WelcomeScreen};
