import{$ as Zt,$a as ys,$b as Cs,A as Gt,Aa as ds,Ab as p,B as Fe,Ba as fs,Bb as xs,C as at,Ca as $s,Cb as Oe,D as Yt,Db as de,E as ts,Ea as oe,Eb as io,F as os,Fa as no,Fb as Ss,G as it,Gb as Os,H as xt,Hb as qe,I as ns,Ib as co,J as S,Ja as mt,Jb as As,K as ie,Ka as We,L as te,La as ye,Lb as lo,M as ss,Ma as pe,Mb as P,N as rs,Na as hs,Nb as se,O as ce,Ob as K,P as Ze,Pa as we,Pb as G,Q as as,Qa as ke,Qb as Y,R as L,Ra as At,Rb as je,S as St,Sa as Ie,Sb as mo,T as is,Ta as Pt,Tb as uo,U as Q,Ua as bs,Ub as fe,V as cs,Va as vs,Vb as po,W as O,Wa as _,Wb as fo,X as Qe,Xa as ut,Xb as le,Y as zt,Ya as gs,Yb as Ps,Z as ls,Za as C,Zb as Ns,_ as Te,_a as Z,_b as Ds,ab as $,ac as Ts,b as re,ba as R,bb as F,bc as js,c as N,ca as v,cb as T,cc as be,d as ge,da as ct,db as U,dc as j,e as M,eb as et,ec as tt,f as ze,fa as ue,fb as I,fc as an,g as zn,ga as Qt,gb as k,gc as $o,h as Vt,ha as Xt,hb as so,hc as Rs,i as Zn,ib as x,ic as Es,jb as H,jc as dt,ka as eo,kb as xe,kc as _e,l as y,la as ms,lb as Nt,lc as Ae,m as r,ma as Le,mb as m,mc as ho,n as q,na as to,nb as h,nc as ft,o as tn,oa as He,ob as Se,oc as Dt,p as Qn,pa as lt,pb as ne,pc as Ms,q as on,qa as sn,qb as he,qc as Bs,r as Be,ra as V,rb as ro,rc as bo,s as nn,sb as X,sc as Fs,ta as us,tc as Pe,u as Xn,ua as Ot,ub as ao,v as ae,va as oo,vb as ws,vc as cn,w as W,wb as ks,x as es,xa as ps,xb as rn,y as Ce,ya as Xe,yb as Is,yc as vo,z as Kt,za as Je,zb as pt}from"/app/chunk-629af597d7.js";var Ct=({jobs:e,hrefOf:t,replaces:o=!1})=>r`
<ul class="card">
${e.map(n=>r`<${Ua} key=${`${n.account.name} ${n.job.jobId}`} ...${n} href=${t(n)} replaces=${o} />`)}
</ul>
`;function Ua({job:e,account:t,href:o,replaces:n}){let s=e.completedAt??e.reportedAt;return r`
<li class="row">
<div>
<h3><a class="cover" href=${o} data-replace=${n?"":null} dir="auto">${_(e)}</a></h3>
<p class="second" dir="auto"><${Ns} job=${e} /></p>
<${Ds} account=${t} texts=${[]} />
</div>
${s&&r`<span class="at is-quiet">${zt(s)}</span>`}
</li>
`}function Ls(){let e=R.value.query.get("shared"),[t,o]=re(null);N(()=>{eo().then(l=>o(l?.name??null))},[e]);let[n,s]=[ut(),we()],a=Pt(s.jobs.filter(Ie),"reportedAt",{newestFirst:!0}),i=[...n.sources,...s.sources].some(({resource:l})=>l.busy&&!l.body),c=({job:l,account:u})=>v(`/jobs/${l.jobId}/invoice`,{...e&&{shared:e}},u.name);return r`
<${P} parent="/" title=${et.title} what=${et.title} sources=${s.sources}>
${t&&r`<p dir="auto">${et.whichJob(t)}</p>`}
${n.jobs.length>0&&r`<h2 class="section"><span>${et.toInvoice}</span></h2><${Ct} jobs=${n.jobs} hrefOf=${c} replaces />`}
${a.length>0&&r`<h2 class="section"><span>${et.open}</span></h2><${Ct} jobs=${a} hrefOf=${c} replaces />`}
${!n.jobs.length&&!a.length&&r`<p class="hint" role="status">${i?C.loading:et.noJobs}</p>`}
<//>
`}var Tt=["0","20","5"],mn=(e,t)=>Math.round(Math.round(e*100)*t/(100+t))/100;function jt({amount:e,vat:t}){return typeof t!="number"||typeof e!="number"?"":Tt.find(o=>mn(e,Number(o))===t)??"other"}var ln=/\d+(?=\D*$)/;function Js(e){return ln.test(e)?e.replace(ln,t=>String(BigInt(t)+1n).padStart(t.length,"0")):""}var Hs=e=>e.replace(ln,"#");function un(e){let t=e.filter(({invoiceNumber:s})=>s),o=t.find(({isOwn:s})=>s)??t[0],n=Hs(o?.invoiceNumber??"");return t.find(({invoiceNumber:s})=>Hs(s??"")===n)?.invoiceNumber??""}function pn(e){let t=e.map(jt).find(Boolean)??"";return t==="other"?"":t}var Ws=(e,t="")=>dn([e,t.split(/[,\n]/)[0]].filter(Boolean).join(", ")),dn=e=>e.replace(/\s*[\r\n]+\s*/g," ").trim();var go=({name:e,children:t})=>t&&r`<p id=${`${e}-problem`} class="problem" role="alert"><${p} name="refused" small /><span>${t}</span></p>`,$t=({name:e,hint:t,problem:o,required:n})=>({required:n,"aria-describedby":[t&&`${e}-hint`,o&&`${e}-problem`].filter(Boolean).join(" ")||null,"aria-invalid":o?"true":null}),fn=({name:e,label:t,hint:o,problem:n,children:s})=>r`
<div class=${n?"field is-wrong":"field"}>
<label for=${e}>${t}</label>
${s}
${o&&r`<p id=${`${e}-hint`} class="hint" dir="auto">${o}</p>`}
<${go} name=${e}>${n}<//>
</div>
`,Rt=({type:e="text",isNumber:t=!1,...o})=>r`
<${fn} ...${o}>
<input
id=${o.name} class=${t?"input num":"input"} type=${e} autocomplete="off" value=${o.value}
...${$t(o)} ...${o.attributes}
/>
<//>
`,qs=e=>r`
<${fn} ...${e}>
<div class="money">
<span>£</span>
<input id=${e.name} inputmode="decimal" autocomplete="off" value=${e.value} ...${$t(e)} ...${e.attributes} />
</div>
<//>
`,_s=({rate:e,problem:t,onChoose:o,children:n})=>r`
<fieldset class="field">
<legend class="hidden">${$.vat}</legend>
<div class="chips">
${[...Tt,"other"].map(s=>r`
<label key=${s} class="choice">
<input
type="radio" name="vat" checked=${e===s} onChange=${()=>o(s)}
...${e!=="other"&&$t({name:"vat",problem:t})}
/>
<span class="chip"><${p} name="tick" small />${$.vatRates[s]}</span>
</label>
`)}
</div>
${e==="other"?n:r`<${go} name="vat">${t}<//>`}
</fieldset>
`;function Us(e){let t=oe("statements/pending"),{name:o,value:n,required:s}=e,a=t.body?.statements??[],i=!n||a.some(({statementId:l})=>l===n),c=e.problem??(t.body?null:t.problem);return r`
<${fn} ...${e} problem=${c}>
<select id=${o} class="input" value=${n} ...${$t({...e,problem:c})} ...${e.attributes}>
<option value="">${s?$.chooseStatement:$.noStatement}</option>
${!i&&r`<option value=${n}>${n}</option>`}
${a.map(l=>r`<option key=${l.statementId} value=${l.statementId}>${$n(l)}</option>`)}
</select>
<//>
`}var $n=({statementId:e,reference:t,description:o,date:n,amount:s,gross:a})=>[O(a??s??0),o??t??e,n&&te(n)].filter(Boolean).join(", ");async function Vs(e,t){try{return(await on(tn(e),o=>o.get("drafts",t)))?.content??null}catch{return null}}async function Ks(e,t,o){try{await on(tn(e),n=>{let s=n.transaction("drafts","readwrite"),a=o===null?s.store.delete(t):s.store.put({name:t,content:o});return s.commit(),Promise.all([a,s.done])})}catch{}}function ot(e){let t=y(void 0),o=ps.value;return N(()=>{Vs(o,e).then(s=>{t.value===void 0&&(t.value=s)})},[t,o,e]),[t,s=>(t.value=s,Ks(o,e,s))]}var Gs=`%PDF-1.4
%photo
`;function Ys(e,t,o){let[n,s]=[t,o].map(D=>(D*842/Math.max(t,o)).toFixed(2)),a=`${n} 0 0 ${s} 0 0 cm/P Do`,i=`<</Type/XObject/Subtype/Image/Width ${t}/Height ${o}/ColorSpace/DeviceRGB/BitsPerComponent 8`,c=[],l=[],u=0,d=(...D)=>{for(let B of D){let z=typeof B=="string"?new TextEncoder().encode(B):B;c.push(z),u+=z.length}},f=(...D)=>{l.push(u),d(`${l.length} 0 obj
`,...D,`
endobj
`)};d(Gs),f("<</Type/Catalog/Pages 2 0 R>>"),f("<</Type/Pages/Kids[3 0 R]/Count 1>>"),f(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${n} ${s}]/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>`),f(`<</Length ${a.length}>>stream
${a}
endstream`),f(`${i}/Filter/DCTDecode/Length ${e.length}>>stream
`,e,`
endstream`);let g=u,w=l.map(D=>`${String(D).padStart(10,"0")} 00000 n 
`);d(`xref
0 6
0000000000 65535 f 
${w.join("")}trailer
<</Size 6/Root 1 0 R>>
startxref
${g}
%%EOF
`);let b=new Uint8Array(u),A=0;for(let D of c)b.set(D,A),A+=D.length;return b}function zs(e){let t=String.fromCharCode(...e.subarray(0,1024)),[o,n]=/DCTDecode\/Length (\d+)>>stream\n/.exec(t)??[];if(!t.startsWith(Gs)||!o)return null;let s=t.indexOf(o)+o.length;return e.subarray(s,s+Number(n))}var Va=2e3,Ka=.7;async function Zs(e){let t=document.createElement("canvas");await Qs(t,e,Va);let o=await new Promise(s=>t.toBlob(s,"image/jpeg",Ka));if(!o)throw new Error("no picture");let n=new Uint8Array(await o.arrayBuffer());return new File([Ys(n,t.width,t.height)],$.photoName,{type:"application/pdf"})}var Et=({bytes:e})=>e&&zs(new Uint8Array(e));function hn({document:e,className:t,longest:o,label:n}){let s=M(null);return N(()=>{let a=Et(e),i=a&&new Blob([a],{type:"image/jpeg"});i&&s.current&&Qs(s.current,i,o).catch(()=>{})},[e,o]),r`<canvas ref=${s} class=${t} role=${n?"img":null} aria-label=${n} aria-hidden=${n?null:"true"} />`}async function Qs(e,t,o){let n=await createImageBitmap(t),s=Math.min(1,o/Math.max(n.width,n.height));e.width=Math.max(1,Math.round(n.width*s)),e.height=Math.max(1,Math.round(n.height*s));let a=e.getContext("2d");a.fillStyle="#fff",a.fillRect(0,0,e.width,e.height),a.drawImage(n,0,0,e.width,e.height),n.close()}var Ga=864e5,Xs="%PDF-",Ya=/^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/,za=/\.\d\d\d*[1-9]/,Za=["amount","description","invoiceDate"];function Mt(e,t,o){let{required:n=[],link:s=null}=t?.invoice??{};return[...Za,...n].includes(e)||e==="statementId"&&!o&&s==="job_or_statement"}function yo(e){let{required:t=[],link:o}=e?.invoice??{};return(o==="job_or_statement"||t.includes("statementId"))&&e.offers.includes("statements.pending")}function bn(e=new Date,t=be()){let[o,...n]=ie(e).split("-");return{oldest:[Number(o)-t.invoiceYearsBack,...n].join("-").replace("-02-29","-02-28"),latest:new Date(Date.parse(ie(e))+t.invoiceDaysAhead*Ga).toISOString().slice(0,10)}}function ee(e){let t=e.trim().replace(/^£\s*/,"");return Ya.test(t)?Number(t.replaceAll(",","")):NaN}var or=(e,t)=>(e==="amount"?/^[£\s0.]*$/:/^\s*$/).test(t);function Ft({amount:e="",vat:t="",vatRate:o=""}){if(!nr(o))return t;let n=ee(e);return Number.isNaN(n)?"":mn(n,Number(o)).toFixed(2)}var nr=e=>Tt.includes(e),er={amount:(e,{limits:t})=>tr(e,F.amountNoNumber,F.amountTooFine,t)??(ee(e)===0?F.amountZero:null),vat:(e,{values:t,limits:o})=>tr(e,F.vatNoNumber,F.vatTooFine,o)??(ee(e)>ee(t.amount)?F.vatTooLarge:null),description:(e,{document:t,limits:o})=>an(e,o.descriptionCharacters,{inForm:!!t}),invoiceNumber:(e,{limits:t})=>an(e,t.invoiceNumberCharacters),invoiceDate:(e,{limits:t,now:o})=>{let{oldest:n,latest:s}=bn(o,t);return e>s?F.dateTooLate(t.invoiceDaysAhead,te(s)):e<n?F.dateTooOld(t.invoiceYearsBack,te(n)):null},statementId:()=>null},Qa={amount:F.amountMissing,vat:F.vatMissing,description:F.descriptionMissing,invoiceNumber:F.numberMissing,invoiceDate:F.dateMissing,statementId:F.statementMissing};function tr(e,t,o,n){let s=ee(e);return Number.isNaN(s)?t:za.test(e.trim())?o:s>n.amountMost?F.amountTooLarge(O(n.amountMost)):null}function wo(e,t,o,n,s=new Date){let a={},i={values:e,document:t,limits:be(o),now:s};for(let c of Object.keys(er)){if(c==="vat"&&nr(e.vatRate))continue;let l=e[c]??"",u=Mt(c,o,n)?Qa[c]:null,d=l.trim()===""?u:er[c](l,i);d&&(a[c]=d)}return!t&&Mt("document",o,n)&&(a.document=F.documentMissing),a}async function sr(e,t){return e.size>t.documentBytes?F.documentTooLarge(Te(t.documentBytes)):await e.slice(0,Xs.length).text()===Xs?null:F.noPdf}function rr(e,t){let o=Ft(e).trim(),n={jobId:t,statementId:e.statementId,amount:ee(e.amount),vat:o&&ee(o),description:tt(e.description),invoiceDate:e.invoiceDate,invoiceNumber:tt(e.invoiceNumber)};return Object.fromEntries(Object.entries(n).filter(([,a])=>a!==""&&a!==null))}function ar({amount:e,vat:t,...o}){let n={amount:Bt(e),vat:Bt(t),vatRate:jt({amount:e,vat:t}),...o};return Object.fromEntries(Object.entries(n).map(([s,a])=>[s,a??""]))}var Bt=e=>typeof e=="number"?e.toFixed(2):"";var ir="image/*",Xa="application/pdf,.pdf,image/jpeg,image/png",ei=168,ti=2e3;async function gn(e,t){let n=e.type.startsWith("image/")?await Zs(e).catch(vn(F.unreadablePhoto)):e,s=await sr(n,t).catch(vn(F.unreadableFile));return s&&vn(s)(),ns(n)}var vn=e=>()=>{throw Object.assign(new Error(e),{sentence:e})};function cr({agency:e,required:t,problem:o,document:n,limits:s,onChange:a}){let[i,c]=[y(null),y(!1)],l=async({target:g})=>{let[w]=g.files??[];if(w){i.value=null,c.value=!0;try{let b=await gn(w,s);a(b),j($.attached(b.name)),se()&&G()}catch(b){i.value=q(b)??F.unreadableFile}g.value="",c.value=!1}},u=()=>{a(null),setTimeout(()=>globalThis.document.getElementById("photo")?.focus()),j($.removed)},d=i.value??o,f={...$t({name:"document",problem:d,required:t&&!n}),onChange:l};return r`
<fieldset class=${d?"field is-wrong":"field"}>
<legend>${$.paper}${t&&r` <small>${$.needed(e)}</small>`}</legend>
${n&&r`<${oi} document=${n} onRemove=${u} />`}
${!n&&r`
<div class="tiles">
<label class="tile is-empty">
<${p} name="camera" />${$.photo}
<input id="photo" class="hidden" type="file" accept=${ir} capture="environment" ...${f} />
</label>
<label class="tile is-empty">
<${p} name="file" />${$.choosePdf}
<input id="document" class="hidden" type="file" accept=${Xa} ...${f} />
</label>
</div>
`}
${c.value&&r`<p class="hint" role="status">${$.makingPdf}</p>`}
<${go} name="document">${d}<//>
${n&&se()==="photo"&&r`<${ni} document=${n} onChoose=${l} />`}
</fieldset>
`}function oi({document:e,onRemove:t}){let o=Et(e);return r`
<ul class="card">
<li class="setting">
${o?r`<${hn} document=${e} className="thumb" longest=${ei} />`:r`<${p} name="file" />`}
<div>
${o?r`
<a class="cover" href=${K("photo")}>${$.photo}<b class="hidden">: ${$.openPhoto}</b></a>
<small>${$.photoGoesAs(Te(e.size))}</small>
`:r`<span dir="auto">${e.name}</span><small>${Te(e.size)}</small>`}
</div>
<button class="icon-btn" type="button" aria-label=${o?$.removePhoto:$.removePdf} onClick=${t}>
<${p} name="close" />
</button>
</li>
</ul>
`}function ni({document:e,onChoose:t}){let o=r`
<footer class="bar">
<label class="btn">
<${p} name="camera" />${$.takeAgain}
<input class="hidden" type="file" accept=${ir} capture="environment" onChange=${t} />
</label>
</footer>
`;return r`
<${Y} title=${$.photo} footer=${o}>
<${hn} document=${e} className="photo-fit" longest=${ti} label=${$.photo} />
<//>
`}var yn="invoice-form";function lr({values:e,setValue:t,document:o,setDocument:n,account:s,jobId:a,habits:i,faults:c,showsAll:l,onComplete:u}){let d=y({}),[f,g]=[y(l),y(null)],w=M(null),{agency:b,shortName:A}=s,D=be(b),B=wo(e,o,b,a,Ot()),z=J=>J==="vat"&&g.value==="amount"?null:(f.value||d.value[J]&&e[J]||!or(J,e[J]??""))&&B[J]||c[J],me=()=>w.current?.querySelector("[aria-invalid]")?.focus();N(()=>{l&&me()},[]);let rt=J=>{J.preventDefault(),f.value=!0,Object.keys(B).length?setTimeout(me):u()},ve=(J,Ut)=>({name:J,value:e[J]??"",problem:z(J),required:Mt(J,b,a),attributes:{...Ut,onInput:({target:en})=>t(J,en.value),onFocus:()=>g.value=J,onBlur:()=>{g.value=null,d.value={...d.value,[J]:!0}}}}),{oldest:qt,latest:Ge}=bn(Ot(),D),{invoiceNumber:Xo,invoiceDate:Me,vatRate:_t}=e,Ye=i.lastNumber&&(i.isUsed?$.usedNumber(Xo,i.lastNumber):$.lastNumber(i.lastNumber));return r`
<form ref=${w} id=${yn} onSubmit=${rt} noValidate>
<section class="card pad">
<${qs} label=${$.total} ...${ve("amount")} />
<${_s} rate=${_t} problem=${z("vat")} onChoose=${J=>t("vatRate",J)}>
<${Rt} label=${$.vatAmount} isNumber ...${ve("vat",{inputmode:"decimal"})} />
<//>
<p class="meta">${si(e,B,i)}</p>
</section>
<${cr}
agency=${A} required=${Mt("document",b,a)} limits=${D} document=${o}
problem=${f.value&&B.document||c.document} onChange=${n}
/>
<div class="pair field">
<${Rt} label=${$.number} isNumber hint=${Ye} ...${ve("invoiceNumber",{autocapitalize:"characters"})} />
<${Rt}
label=${$.date} isNumber type="date" hint=${Me===oo()&&$.today}
...${ve("invoiceDate",{min:qt,max:Ge})}
/>
</div>
${b&&yo(b)&&r`<${Us} label=${$.statement} ...${ve("statementId")} />`}
<${Rt} label=${$.purpose} ...${ve("description",{dir:"auto"})} />
</form>
`}function si(e,t,{lastRate:o}){let{vatRate:n,amount:s}=e;return n!=="20"&&n!=="5"?n==="0"&&o==="0"?$.vatAsLastTime($.vatRates[0]):"":s&&t.amount?$.vatWorkedOut:s?$.vatIncluded(O(ee(Ft(e)))):n===o?$.vatAsLastTime($.vatRates[n]):$.vatWorkedOut}function mr({account:e,subject:t,reference:o,statement:n,values:s,document:a,remark:i,problem:c,onSend:l,editAddress:u}){let d=y(!1),f=async()=>{d.value=!0,await l(),d.value=!1},g=A=>{A.preventDefault(),Xt(u)},w=[[$.number,s.invoiceNumber.trim()],[$.date,te(s.invoiceDate)],[$.purpose,s.description.trim()],[$.job,o],[$.statement,n],[$.paper,a?ri(a):$.none]],b=r`
<footer class="bar" aria-label="Actions">
<a class="btn" href=${u} onClick=${g}><${p} name="edit" />${$.edit}</a>
<button type="button" class="btn is-primary" disabled=${d.value} onClick=${f}><${p} name="outbox" />${$.send}</button>
</footer>
`;return r`
<${P} key="review" parent=${u} account=${e} title=${$.review} meta=${t} bar=${b}>
<section class="card pad">
<p class="second" dir="auto">${$.to(e.agencyName)}</p>
<p class="amount">${O(ee(s.amount))}</p>
<p class="second">${ai(s)}</p>
</section>
<section class="card pad prose">
<dl class="facts">
${w.filter(([,A])=>A).map(([A,D])=>r`<div key=${A}><dt>${A}</dt><dd dir="auto">${D}</dd></div>`)}
</dl>
</section>
${i}
${c&&r`<p class="problem" role="alert"><${p} name="refused" small /><span>${c}</span></p>`}
<//>
`}var ri=e=>Et(e)?$.photoDocument:$.document(e.name,Te(e.size));function ai(e){let t=Ft(e).trim();if(!t)return $.vatNotStated;if(ee(t)===0)return $.noVat;let o=e.vatRate==="20"||e.vatRate==="5"?`, ${$.vatRates[e.vatRate]}`:"";return $.vatIncluded(O(ee(t)))+o}var ii=!1;function wn({account:e,jobId:t,item:o,title:n,subject:s,reference:a,statement:i,initial:c,parent:l,footer:u}){let d=o?`change of ${o.id}`:`invoice for ${t??`statement ${c.statementId}`}`,[f,g]=ot(d),[w,b]=ot(`PDF of ${d}`),A=oe("agency"),D=y(null),B=M(null),{invoices:z,isComplete:me}=mo(),rt=R.value.query.get("step")==="review";if(ci(o),li(w.value!==void 0,be(A.body),b),B.current)return B.current;let ve={parent:l,account:e,title:$.title,meta:s};if(f.value===void 0||w.value===void 0||!A.body&&A.busy)return r`<${P} key="form" ...${ve}><p class="hint" role="status">${C.loading}</p><//>`;let qt=A.body&&di(e,t);if(qt)return r`<${P} key="form" ...${ve}><p>${qt}</p><//>`;let Ge=z.filter(E=>uo(E)&&!ui(E,o)),Xo=o?ar(o.content):mi(Ge,e,c),Me={...c,...Xo,...f.value},_t=o?.asks==="document",Ye=(w.value??(_t?null:o?.document))||null,J=E=>E==="document"?w.value!==null:f.value&&(E in f.value||E==="vat"&&"vatRate"in f.value),Ut=Object.fromEntries(Object.entries(o?.faults??{}).filter(([E])=>!J(E))),en=!Object.keys(wo(Me,Ye,A.body,t,Ot())).length,Vn=Ge.filter(E=>t&&E.jobId===t&&E.account.name===e.name),Kn=t&&r`<${pi} invoices=${Vn} account=${e} areListsHere=${me} />`,Ha=()=>{let E=rr(Me,t);return o?S.edit(o,{content:E,...(w.value!==null||_t)&&{document:ur(Ye)}}):S.add(e.owner,{kind:"invoice",jobId:t,about:n,content:E,document:ur(Ye)})},Ja=async()=>{D.value=null,B.current=Gn;try{let{id:E}=await Ha();j($.isAdded),Qt(v(`/sent/${E}`)),g(null),b(null)}catch(E){B.current=null,D.value=q(E)??$.notKept}},Gn=r`
<${mr}
account=${e} subject=${s} reference=${a} statement=${i} values=${Me} document=${Ye}
remark=${Kn} problem=${D.value} onSend=${Ja} editAddress=${ct({step:null})}
/>
`;if(rt&&en)return Gn;let Yn=ee(Me.amount),Wa=r`
<footer class="bar" aria-label="Actions">
<button class="btn is-primary" form=${yn}>${Yn?$.reviewAmount(O(Yn)):$.review}</button>
</footer>
`,qa={lastNumber:un(pr(Ge,e)),lastRate:pn(Ge),isUsed:Ge.some(({invoiceNumber:E})=>E&&E===Me.invoiceNumber.trim())};return r`
<${P} key="form" ...${ve} bar=${Wa} className="page stack">
${Vn.length>0&&Kn}
<${lr}
values=${Me} setValue=${(E,_a)=>g({...f.value,[E]:_a})}
document=${Ye} setDocument=${E=>b(E??ii)}
account=${e} jobId=${t} habits=${qa} faults=${Ut} showsAll=${rt}
onComplete=${()=>ue(ct({step:"review"}))}
/>
${!o&&u}
<//>
`}function ci(e){let t=e?.id;N(()=>{if(e)return S.hold(e).catch(()=>{}),()=>{S.release(e).catch(()=>{})}},[t])}function li(e,t,o){let n=R.value.query.has("shared");N(()=>{if(!e||!n)return;(async()=>{let a=await eo(),i=a&&await gn(a,t).catch(()=>null);i&&await o(i),await ms(),ue(ct({shared:null}),{replace:!0})})()},[e,n])}var mi=(e,t,o)=>({invoiceNumber:Js(un(pr(e,t))),vatRate:o.vatRate||pn(e),invoiceDate:oo()}),pr=(e,t)=>e.map(({invoiceNumber:o,account:{name:n}})=>({invoiceNumber:o,isOwn:n===t.name})),ui=({item:e},t)=>!!(t&&e&&e.id===t.id&&V(e.owner)===V(t.owner));function pi({invoices:e,account:t,areListsHere:o}){let n=e.map(({amount:a,invoiceNumber:i})=>[a&&O(a),i].filter(Boolean).join(", ")).join("; ");if(n)return r`<p class="banner is-card" dir="auto"><${p} name="invoice" /><span>${$.hasInvoice(n)}</span></p>`;if(!o)return null;let s=t.agency?.offers.includes("invoices.list");return r`<p class="hint is-saved"><${p} name="tick" small />${s?$.hasNone:$.hasNoneHere}</p>`}function di({agency:e,shortName:t},o){return e?.offers.includes("invoices.submit")?o||e.invoice.link==="job_or_statement"?null:$.onlyForJobs(t):$.notOffered(t)}var ur=e=>e&&new File([e.bytes],e.name,{type:"application/pdf"});function fi({id:e}){let{job:t,resource:o,account:n}=ke(e),{item:s,isLoading:a}=dr(n),i=v(`/jobs/${e}`);if(!n||a||!t&&!s){let g=!t&&o.status===404?$.jobGone:o.problem??C.loading;return r`<${P} key="missing" parent=${i} account=${n} title=${$.title}><p class="hint" role="status">${g}</p><//>`}let c=t?_(t):s?.about??e,{address:l,postcode:u}=t?.property??{},d={...fr,description:Ws(c,l),statementId:R.value.query.get("statement")??""},f=t?.completed&&r`<p class="prose"><a class="btn is-quiet is-wide" href=${v(`/jobs/${e}`,{sheet:"elsewhere"})}>${$.elsewhere}</a></p>`;return r`
<${wn}
key=${s?.id} account=${n} jobId=${e} item=${s} title=${c} subject=${[c,u].filter(Boolean).join(", ")}
reference=${t?t.reference??e:e} initial=${d} parent=${i} footer=${f}
/>
`}function $i(){let{query:e}=R.value,t=We(),{item:o,isLoading:n}=dr(t),s=oe("statements/pending"),a=e.get("statement")??o?.content.statementId??"",i=s.body?.statements.find(u=>u.statementId===a);if(!a&&!n)return r`<${Ls} />`;if(!t||n||!i&&!o&&s.busy)return r`<${P} key="missing" parent="/money" account=${t} title=${$.title}><p class="hint" role="status">${C.loading}</p><//>`;let c=i?$n(i):"",l={...fr,...i&&hi(i),statementId:a};return r`
<${wn}
key=${o?.id} account=${t} jobId=${null} item=${o} title=${c} subject=${c} statement=${c} initial=${l} parent="/money"
/>
`}function dr(e){let t=Number(R.value.query.get("change"));if(!t||!e)return{isLoading:!1};if(S.items.value===null)return{isLoading:!0};let o=S.items.value.find(n=>n.id===t&&V(n.owner)===e.name);return o?.kind!=="invoice"||at(o)?{item:o?.kind==="invoice"?o:void 0,isLoading:!1}:(queueMicrotask(()=>ue(v(`/sent/${t}`),{replace:!0})),{isLoading:!0})}var fr={amount:"",vat:"",vatRate:"",description:"",invoiceNumber:"",invoiceDate:"",statementId:""},hi=({gross:e,vat:t,description:o})=>({amount:e?Bt(e):"",vat:t?Bt(t):"",vatRate:jt({amount:e,vat:t}),description:dn(o??"")});function $r({item:e,account:t}){let{jobId:o,content:n}=e,{job:s}=ke(o),a=y(null),{invoices:i}=mo(),c=i.find(w=>uo(w)&&w.account.name===t.name&&w.item?.id!==e.id&&(w.jobId??null)===o&&w.amount===n.amount),l=o?v(`/jobs/${o}`):"/money",u={...n.statementId&&!o&&{statement:n.statementId},change:e.id},d=v(o?`/jobs/${o}/invoice`:"/invoice",u),f=()=>S.resend(e,{duplicate:!0}).catch(w=>{a.value=q(w)??$.notKept}),g=r`
<footer class="bar" aria-label="Actions">
${c?r`<a class="btn is-primary" href=${bi(c)}>${U.seeFirst}</a>`:r`<a class="btn is-primary" href=${l}>${o?T.backToJob:T.backToMoney}</a>`}
</footer>
`;return r`
<${P}
key="duplicate" parent=${l} account=${t} title=${U.title} meta=${U.nothingSent} bar=${g}
sheet=${se()==="delete"&&r`<${yi} item=${e} parent=${l} />`}
>
<p dir="auto">${c||!e.sentence?U.question(t.shortName):e.sentence}</p>
<section class="card pad prose">
<${vi} first=${c??null} second=${{...n,document:e.document}} job=${s?s.reference??_(s):o} />
</section>
${c&&r`<p class="hint">${U.differences}</p>`}
<div class="pair prose">
<a class="btn" href=${d} data-replace><${p} name="edit" />${$.edit}</a>
<a class="btn" href=${K("delete")}><${p} name="trash" />${U.remove}</a>
</div>
<p class="prose"><button type="button" class="btn is-danger is-wide" onClick=${f}>${U.sendAnyway}</button></p>
${a.value&&r`<p class="problem" role="alert"><${p} name="refused" small /><span>${a.value}</span></p>`}
<//>
`}var bi=({invoiceId:e,submissionId:t,item:o,account:n})=>o?v(`/sent/${o.id}`,{},n.name):v(`/money/invoices/${e??t}`,{},n.name);function vi({first:e,second:t,job:o}){let n=[[U.amount,({amount:s})=>s===null?null:O(s)],[$.job,()=>o],[$.number,({invoiceNumber:s})=>s||$.none],[$.date,({invoiceDate:s})=>s?L(s):null],[U.pdf,({document:s})=>s?U.yes:$.none]];return r`
<table class="compare">
<thead>
<tr>
<td></td>
${e&&r`<th scope="col">${U.first}<br /><span class="tag is-ok"><${p} name="tick" small />${U.isSent}</span></th>`}
<th scope="col">${U.second}<br /><span class="tag">${U.isNotSent}</span></th>
</tr>
</thead>
<tbody>
${n.map(([s,a])=>r`<${gi} key=${s} label=${s} values=${[e,t].filter(i=>i!==null).map(a)} />`)}
</tbody>
</table>
`}function gi({label:e,values:t}){let o=t.some(n=>n!==t[0]);return t.some(Boolean)&&r`<tr><th scope="row">${e}</th>${t.map(n=>r`<td class=${o?"is-other":null} dir="auto">${n}</td>`)}</tr>`}function yi({item:e,parent:t}){let o=y(null),n=async()=>{try{await S.remove(e),j($.removed),Qt(t)}catch(a){o.value=q(a)??$.notKept}},s=r`
<footer class="bar is-column">
<button type="button" class="btn is-primary" onClick=${G}>${U.keep}</button>
<button type="button" class="btn is-danger" onClick=${n}>${U.remove}</button>
</footer>
`;return r`
<${Y} title=${U.removeQuestion} footer=${s}>
<p dir="auto">${U.removeHint(O(e.content.amount),e.content.invoiceNumber??"")}</p>
${o.value&&r`<p class="problem" role="alert">${o.value}</p>`}
<//>
`}function ht(e,t,o){let n=URL.createObjectURL(new Blob([t],{type:`${o};charset=utf-8`}));Object.assign(document.createElement("a"),{href:n,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}function kn({submissionId:e,result:t}){let o=e??t?.submissionId;return o?Zt(o):null}function ko(e,t){let o=kn(e),n=[{label:I.written,at:e.addedAt},...wi(e,t)],s=[I.receipt(o),`${le(e)}, ${t.agencyName}`,e.about,ho(e),...n.map(({label:a,at:i})=>`${a}: ${te(i)}, ${Q(i)}`)];ht(`${I.receipt(o)}.txt`,s.filter(Boolean).join(`\r
`),"text/plain")}var wi=(e,t)=>(e.way??[]).map(({at:o},n)=>({label:fo(e,t.shortName)[n+1].label,at:o}));var In=({receivedAt:e,result:t},o)=>e??o?.submittedAt??t?.submittedAt??null;function hr({item:e,account:t,listed:o}){let{amount:n,invoiceNumber:s,description:a}=e.content,i=e.submissionId??o?.submissionId??null,c=kn({...e,submissionId:i}),l=o?.invoiceId??o?.submissionId;return r`
<section class="slip" aria-label=${T.receipt}>
<p class="second">${T.receipt}</p>
<p class="amount">${O(n)}</p>
<p class="second" dir="auto">${[s,a].filter(Boolean).join(", ")}</p>
<hr class="cut" />
<dl class="facts">
<div><dt>${T.recipient}</dt><dd dir="auto">${t.agencyName}</dd></div>
<div><dt>${T.received}</dt><dd>${cs(In(e,o)??e.addedAt)}</dd></div>
${c&&r`<div><dt>${T.receipt}</dt><dd>${c}</dd></div>`}
</dl>
<${Ae} item=${e} account=${t} hasTime />
</section>
<p class="pair prose">
<button class="btn" type="button" onClick=${()=>ko({...e,submissionId:i},t)}>
<${p} name="download" />${T.saveReceipt}
</button>
${l&&r`<a class="btn" href=${v(`/money/invoices/${l}`,{},t.name)}><${p} name="money" />${T.seeInMoney}</a>`}
</p>
`}function ki({id:e}){let t=We(),o=S.items.value,n=t&&o?.find(s=>s.id===Number(e)&&V(s.owner)===t.name);return t&&n?.kind==="invoice"?n.asks==="duplicate"?r`<${$r} item=${n} account=${t} />`:r`<${Ii} item=${n} account=${t} />`:r`
<${P} key="missing" parent="/money" account=${t} title=${$.title}>
${o?r`<p>${T.gone}</p><p class="prose"><a class="btn is-wide" href=${v("/money")}>${T.openMoney}</a></p>`:r`<p class="hint" role="status">${C.loading}</p>`}
<//>
`}function Ii({item:e,account:t}){let{jobId:o,content:n,state:s}=e,{resource:a}=ke(o),i=oe(t.agency?.offers.includes("invoices.list")?"invoices":null).body?.invoices??[],c=!Fe(e)&&i.find(w=>je(w,e))||null,l=In(e,c)!==null,u=["refused","unknown","review"].includes(s),d=o?v(`/jobs/${o}`):"/money",f=r`
<footer class="bar" aria-label="Actions">
<a class="btn" href=${d} onClick=${xi(d)}>${o?T.backToJob:T.backToMoney}</a>
${u?r`<a class="btn is-primary" href=${v(`/outbox/${e.id}`)}>${T.seeInOutbox}</a>`:r`<a class="btn is-primary" href=${v("/")}><${p} name="today" />${T.today}</a>`}
</footer>
`,g=o&&a.body?[{...t,resource:a}]:[];return r`
<${P} key="sent" parent=${d} account=${t} title=${$.title} meta=${e.about} what=${T.thisJob} sources=${g} bar=${f}>
<${Si} item=${e} account=${t} />
${l?r`<${hr} item=${e} account=${t} listed=${c} />`:r`
<section class="card pad prose">
<dl class="facts">
${n.invoiceNumber&&r`<div><dt>${$.number}</dt><dd dir="auto">${n.invoiceNumber}</dd></div>`}
<div><dt>${T.saved}</dt><dd>${ce(e.addedAt)}</dd></div>
</dl>
<${Ae} item=${e} account=${t} />
</section>
`}
${l&&r`<${Ai} item=${e} account=${t} />`}
<//>
`}var xi=e=>t=>{R.value.previous===e.split("?")[0]&&(t.preventDefault(),history.back())};function Si({item:e,account:{agencyName:t,shortName:o}}){let{icon:n,label:s,besides:a}=fe(e,o),{isHeld:i,title:c,text:l}=Oi(e,{label:s,besides:a,agencyName:t,shortName:o});return r`
<div class="success" role="status">
<span class=${i?"tick is-held":"tick"}><${p} name=${n} /></span>
<h2 class="head" dir="auto">${c}</h2>
${l&&r`<p class="second" dir="auto">${l}</p>`}
</div>
`}function Oi(e,{label:t,besides:o,agencyName:n,shortName:s}){let a=O(e.content.amount);if(e.state==="done")return{isHeld:!1,title:T.sent(n),text:null};if(Gt(e))return{isHeld:!0,title:T.received,text:T.closeApp(s)};if(e.state==="checking")return{isHeld:!0,title:t,text:T.beingChecked};if(e.state==="sending"||e.state==="waiting"){let c=S.obstacle.value||e.asks?e.sentence??T.goesWithSignal(a,s):T.goesNow(a,s);return{isHeld:!0,title:T.safeHere,text:c}}return{isHeld:!0,title:t,text:o}}function Ai({item:e,account:t}){let{jobs:o}=ut(),n=o.filter(s=>s.job.jobId!==e.jobId||s.account.name!==t.name);return n.length?r`
<h2 class="section"><span>${T.stillToInvoice}</span><span class="meta">${n.length}</span></h2>
<${Ct} jobs=${n.slice(0,Pi)} hrefOf=${s=>v(`/jobs/${s.job.jobId}`,{},s.account.name)} />
`:null}var Pi=5;var Io="M20 112h136v4H20z",Ni={mug:()=>r`
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
<path class="g" d=${Io} />
<path class="q" d="M30 112V66l26-20 26 20v46M48 112V86h16v26" />
<circle class="s" cx="106" cy="60" r="28" />
<path stroke-width="6" d="m126 82 24 24" />
<path d="M96 60h20" />
`,tray:()=>r`
<path class="g" d=${Io} />
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
<path class="g" d=${Io} />
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
<path class="g" d=${Io} />
<path class="f" d="M14 30h62v22H14Zm62-6h14v34H76Z" />
<path class="f" d="M162 30h-36v22h36Zm-36-6h-14v34h14Z" />
<path class="t" d="M101 66c6 8 9 12 9 16a9 9 0 0 1-18 0c0-4 3-8 9-16Z" />
<ellipse class="s" stroke="none" cx="101" cy="108" rx="22" ry="4" />
`},Re=({name:e})=>r`
<svg class="art" viewBox="0 0 176 128" aria-hidden="true" focusable="false">${Ni[e]()}</svg>
`;var Di=()=>r`
<${P} parent=${v("/account")} title=${xe.title}>
<p>${xe.forEverybody}</p>
<h2 class="section"><span>${xe.aims}</span></h2>
<section class="card pad stack"><p>${xe.aimsMore}</p></section>
<h2 class="section"><span>${xe.gaps}</span></h2>
<section class="card pad stack"><p>${xe.gapsMore}</p></section>
<h2 class="section"><span>${xe.tellUs}</span></h2>
<ul class="card">
<li class="row">
<span class="disc"><${p} name="contacts" /></span>
<div>
<h3><a class="cover" href=${v("/account")}>${xe.ring}</a></h3>
<p class="second">${xe.ringMore}</p>
</div>
<${p} name="next" />
</li>
</ul>
<//>
`;var Ci=20;function br(){let e=y([]),t=y(void 0),o=y(null),n=async(s,a)=>{let i=await ae(`session/activity?limit=${Ci}${a}`);o.value=i.status===200?null:W(i),i.status===200&&(e.value=[...s,...i.body.activity],t.value=i.body.next)};return{entries:e,next:t,problem:o,load:()=>n([],""),loadMore:()=>n(e.value,`&after=${t.value}`)}}function vr({entries:e,next:t,problem:o,load:n,loadMore:s}){return N(()=>{n()},[]),r`
<section class="gap" aria-labelledby="activity">
<h2 id="activity" class="section"><span>${k.activity}</span><span class="meta">${k.activityDays}</span></h2>
<p class="problem" role="alert">${o.value}</p>
${t.value===void 0&&!o.value&&r`<p class="hint" role="status">${C.loading}</p>`}
<ol class="card">${e.value.map((a,i)=>r`<${Ti} key=${i} entry=${a} />`)}</ol>
${t.value&&r`<p class="gap"><button class="btn is-wide" type="button" onClick=${s}>${k.showMore}</button></p>`}
</section>
`}function Ti({entry:{at:e,event:t,detail:o,software:n,network:s}}){let a=k.events[t]??t[0].toUpperCase()+t.slice(1);return r`
<li class="row">
<div>
<h3 dir="auto">${a}${o&&ji(o)}</h3>
<p class="second" dir="auto">${[ce(e),n,s].filter(Boolean).join(", ")}</p>
</div>
</li>
`}function ji(e){let t=k.methods[e.split(":")[0]];return t?` ${t}`:`: ${e.replace(/, AgentOS id [^,]*/,"").replace(/, [a-z]+-[a-z-]+/,o=>o.replaceAll("-"," "))}`}function nt(e){let[t,o]=[y(null),y(null)],n=zn(async()=>{let s=await ae(e);s.status===200&&(t.value=s.body),o.value=s.status===200?null:W(s)},[t,o,e]);return N(()=>{n()},[n]),{body:t.value,problem:o.value,reload:n}}var xn="session/devices";function Ri(){let{body:e,problem:t,reload:o}=nt(xn),[n,s]=[y(null),y(!1)],a=br(),i=e?.devices??[],c=async(l,u)=>{s.value=!0,n.value=null;let d=await ae(l,{method:"DELETE"});[204,404].includes(d.status)?(j(u),await Promise.all([o(),a.load()])):n.value=W(d),s.value=!1};return r`
<${P} parent=${v("/account")} title=${k.devices}>
<p class="problem" role="alert">${n.value??t}</p>
${!e&&!t&&r`<p class="hint" role="status">${C.loading}</p>`}
<ul class="card">
${i.map(l=>r`<${Ei} key=${l.deviceId} device=${l} busy=${s.value} onEnd=${()=>c(`${xn}/${l.deviceId}`,k.deviceSignedOut)} />`)}
</ul>
${i.some(({current:l})=>!l)&&r`
<p class="gap">
<button class="btn is-danger is-wide" type="button" disabled=${s.value} onClick=${()=>c(xn,k.othersSignedOut)}>
<${p} name="leave" />${k.signOutOthers}
</button>
</p>
<p class="hint">${k.lostPhone}</p>
`}
<${vr} ...${a} />
<//>
`}function Ei({device:e,busy:t,onEnd:o}){let{software:n,network:s,method:a,signedInAt:i,lastSeenAt:c,current:l}=e,u=n??k.unknownDevice,d=/Android|iPhone|iPad/.test(u),f=[k.signedInAt(ce(i)),a&&(k.methods[a]??a),s&&k.from(s)];return r`
<li class="row">
<span class=${l?"disc is-ok":"disc"}><${p} name=${d?"device":"computer"} /></span>
<div>
<h2 dir="auto">${l?k.thisDevice(d):u}</h2>
<p class="second" dir="auto">${l?k.activeNow(u):k.lastUsed(ce(c))}</p>
<p class="second" dir="auto">${f.filter(Boolean).join(", ")}</p>
</div>
${!l&&r`<button class="btn" type="button" disabled=${t} onClick=${o}>${k.signOut}<span class="hidden"> ${u}</span></button>`}
</li>
`}var xo=()=>Sn()||/Safari\//.test(navigator.userAgent)&&!/Chrom|Android|Epiphany/.test(navigator.userAgent),Sn=()=>/iPhone|iPad|iPod/.test(navigator.userAgent)||/Macintosh/.test(navigator.userAgent)&&navigator.maxTouchPoints>1,So=()=>matchMedia("(display-mode: standalone)").matches||"standalone"in navigator&&!!navigator.standalone;var Ue=!!window.PublicKeyCredential?.parseRequestOptionsFromJSON&&!/^[\d.]+$|^\[/.test(location.hostname),Oo=e=>({problem:W(e),type:e.problem?.type}),gr=async()=>Ue&&await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(()=>!1);async function Ao(){let e=await wr("session/passkeys/registration/options",o=>navigator.credentials.create({publicKey:PublicKeyCredential.parseCreationOptionsFromJSON(o)}));if("problem"in e)return e;let t=await ae("session/passkeys",{method:"POST",body:e.credential});return t.status===201?null:Oo(t)}var yr=()=>wr("session/passkey/options",e=>navigator.credentials.get({publicKey:PublicKeyCredential.parseRequestOptionsFromJSON(e)}));async function wr(e,t){let o=await ae(e,{method:"POST"});if(o.status!==200)return Oo(o);try{return{credential:await t(o.body)}}catch(n){let{name:s}=n;return s==="InvalidStateError"?{problem:so.exists}:{problem:s==="NotAllowedError"?so.notConfirmed:so.impossible}}}function kr(){let[e,t]=[y(null),y(!1)];return{problem:e,busy:t,leave:async()=>{e.value=null,t.value=!0;let n=await $s();if(t.value=!1,n.status!==204){e.value=k.notSignedOut(W(n));return}ue("/",{replace:!0});let s=n.headers.get("Location");s&&!He.value&&location.assign(s)}}}var Ir=()=>S.listOnlyOnPhone(Le.value.email);function xr(){let{problem:e,busy:t,leave:o}=kr(),n=K("sign-out");return r`
<li class="row">
<span class="disc"><${p} name="leave" /></span>
<div>
<h3><a class="cover" href=${n} onClick=${async a=>{if(a.preventDefault(),!t.value){e.value=null;try{(await Ir()).length?ue(n):await o()}catch(i){let c=q(i);if(!c)throw i;e.value=c}}}}>${k.signOut}</a></h3>
${e.value&&r`<p class="problem" role="alert">${e.value}</p>`}
</div>
<${p} name="next" />
</li>
`}function Sr(){let{problem:e,busy:t,leave:o}=kr(),n=y(null);N(()=>{Ir().then(i=>n.value=i,i=>e.value=q(i)??null)},[n,e]);let s=n.value??[],a=r`
<footer class="bar is-column" aria-label=${k.actionsLabel}>
${e.value&&r`<p class="problem" role="alert">${e.value}</p>`}
<button class="btn is-primary" type="button" onClick=${G}>${k.stay}</button>
${n.value&&r`<button class="btn is-danger" type="button" disabled=${t.value} onClick=${o}>
${t.value?k.signingOut:k.deleteAndSignOut(s.length)}
</button>`}
</footer>
`;return r`
<${Y} title=${k.wouldBeLost(s.length)} footer=${a}>
${s.length>0&&r`<p>${k.onlyHere}</p><${Mi} items=${s} />`}
<p class="hint">${k.draftsToo}</p>
<//>
`}function Mi({items:e}){let t=_e();return r`
<ul class="card prose">
${e.map(o=>r`<${ft} key=${`${V(o.owner)} ${o.id}`} item=${o} account=${t(o.owner)} />`)}
</ul>
`}var Bi=["companyName","address","email","phone","mobile","vatNumber","contractorId"];function Fi(){let e=mt(),t=no(us.value,"account"),o=e.map((n,s)=>({...n,resource:t[s]}));return r`
<${P}
parent=${v("/")} title=${k.title} meta=${Le.value?.email} what=${k.title} sources=${o}
sheet=${se()==="sign-out"&&r`<${Sr} />`}
>
<${An} />
<p class="hint">${k.agencyMissing}</p>
${o.map(n=>r`<${Hi} key=${n.name} ...${n} />`)}
<${Ji} />
<p class="hint"><a href=${v("/accessibility")}>${k.accessibility}</a></p>
<//>
`}function An(){let{jobs:e,sources:t}=we();return r`
<h2 class="section"><span>${k.agencies}</span></h2>
<ul class="card">
${t.map(o=>{let n=e.filter(a=>a.account.name===o.name&&Ie(a)).length,s=[o.displayName,o.resource.body&&Qe(n,k.openJob)];return r`
<li key=${o.name} class="row">
<${Oe} account=${o} />
<div>
<h3><${Li} account=${o} /></h3>
<p class="second" dir="auto">${s.filter(Boolean).join(", ")}</p>
</div>
${Or(o)&&r`<${p} name="next" />`}
</li>
`})}
</ul>
`}var Or=({agency:e})=>e?.offers.includes("contacts"),Li=({account:e})=>Or(e)?r`<a class="cover" href=${v("/contacts",{},e.name)} dir="auto">${e.agencyName}</a>`:r`<span dir="auto">${e.agencyName}</span>`;function Hi({shortName:e,resource:{body:t,problem:o}}){let n=t?[...Bi.map(s=>[k.fields[s],t[s]]),[k.fields.branch,t.agency.branchName]]:[];return!t&&!o?null:r`
<h2 class="section"><span>${k.asKnownBy(e)}</span></h2>
${t?r`
<section class="card pad">
<dl class="facts">
${n.filter(([,s])=>s).map(([s,a])=>r`<div key=${s}><dt>${s}</dt><dd dir="auto">${a}</dd></div>`)}
</dl>
</section>
<p class="hint">${k.wrong(e)}</p>
`:r`<p class="problem" role="alert">${o}</p>`}
`}function Ji(){let e=nt("session/devices").body?.devices,t=nt("session/passkeys").body?.passkeys,o=Ue||t?.length>0;return r`
<h2 class="section"><span>${k.thisPhone}</span></h2>
<ul class="card">
<${On} icon="home-screen" path="/install" title=${k.homeScreen} detail=${So()?k.added:k.notAdded} />
<${On} icon="device" path="/account/devices" title=${k.devices} detail=${e&&k.signedIn(e.length)} />
${o&&r`<${On} icon="passkey" path="/account/passkeys" title=${k.passkeys} detail=${t&&k.passkeyCount(t.length)} />`}
<${xr} />
</ul>
`}var On=({icon:e,path:t,title:o,detail:n})=>r`
<li class="row">
<span class="disc"><${p} name=${e} /></span>
<div>
<h3><a class="cover" href=${v(t)}>${o}</a></h3>
${n&&r`<p class="second">${n}</p>`}
</div>
<${p} name="next" />
</li>
`;function Wi(){let e=_e(),t=(S.items.value??[]).filter(o=>Ce(o)&&V(o.owner)===R.value.account);return r`
<${P} parent=${v("/")} title=${k.notYours}>
<p>${k.notYoursMore(R.value.account??"",Le.value?.email??"")}</p>
${t.length>0&&r`<ul class="card">${t.map(o=>r`<${ft} key=${o.id} item=${o} account=${e(o.owner)} />`)}</ul>`}
<${An} />
<p class="hint">${k.otherAddress} <a href=${v("/account")}>${k.title}</a></p>
<//>
`}function qi(){let e=So(),t=cn.value,o=t&&r`
<footer class="bar" aria-label=${H.actionsLabel}>
<button class="btn is-primary" type="button" onClick=${()=>_i(t)}><${p} name="home-screen" />${H.title}</button>
</footer>
`;return r`
<${P} parent=${v("/account")} title=${H.title} bar=${o}>
<section class="empty is-tight">
<${Re} name="home-screen" />
<h2>${e?H.done:H.why}</h2>
<p class="second">${e?H.doneMore:xo()?H.whySafari:H.whyOther}</p>
</section>
${!e&&!t&&r`<${Ui} />`}
<h2 class="section"><span>${H.keptHere}</span></h2>
<ul class="card"><${Vi} /><${Ki} /></ul>
<//>
`}async function _i(e){await e.prompt(),cn.value=null,await nn()}function Ui(){let e=Sn()?H.appleSteps:H.otherSteps;return r`
<ol class="card pad steps">
${e.map(([t,o,n,s])=>r`<li key=${t}><span>${t}${o&&r` <b>${o}</b>`}${n&&r` <${p} name=${n} />`}${s&&` ${s}`}</span></li>`)}
</ol>
`}function Vi(){return Be.value===null?null:r`
<li class="setting">
<span class=${Be.value?"disc is-ok":"disc is-wait"}><${p} name="storage" /></span>
<div>${Be.value?H.isKept:H.mayDelete}<small>${Be.value?H.saidYes:H.saidNo}</small></div>
${!Be.value&&r`<button class="btn" type="button" onClick=${nn}>${H.askAgain}</button>`}
</li>
`}function Ki(){let e=(S.items.value??[]).filter(Fe),t=e.reduce((n,{document:s})=>n+(s?.size??0),0),o=[Qe(e.length,H.item),t&&Te(t)].filter(Boolean).join(", ");return r`
<li class="setting">
<span class="disc"><${p} name="device" /></span>
<div>
${e.length?H.wait(o,e.length):H.nothingWaits}
<small>${e.length>0&&H.oldest(Ze(e[0].addedAt))} ${H.readable}</small>
</div>
</li>
`}var Po=()=>Be.value===!1&&r`
<p class="banner is-card is-wait prose">
<${p} name="device" />
<span>${xo()?I.safariDeletes:I.browserDeletes} <a href=${v("/install")}>${I.keepLonger}</a></span>
</p>
`;function Gi(){let e=S.items.value,t=(e??[]).filter(xt),o=(e??[]).filter(a=>Ce(a)&&!xt(a)),n=(e??[]).filter(a=>!Ce(a)).reverse(),s=!t.length&&!o.length;return r`
<${lo} name="outbox" title=${C.places.outbox}>
${e&&(s?r`<${ao} art="tray" title=${I.allArrived} text=${I.allArrivedMore} />`:r`<${Yi} items=${e} />`)}
${!e&&!S.storageProblem.value&&r`<p class="hint" role="status">${C.loading}</p>`}
<${Pn} title=${I.needsYou} meta=${t.length} items=${t} />
<${Pn} title=${I.onItsWay} meta=${o.length} items=${o} />
<${Pn} title=${I.arrived} meta=${I.lastDays} items=${n} />
<//>
`}function Yi({items:e}){let t=S.obstacle.value,o=e.some(Fe);return r`
${t&&t!=="offline"&&r`<p class="banner is-card is-wait prose" role="status"><${p} name="clock" /><span>${I.obstacles[t]}</span></p>`}
<p class="banner is-card">
<${p} name="kept" />
<span><b>${I.nothingLost}</b> ${I.staysHere} ${o&&!S.sendsInBackground()&&I.keepOpen}</span>
</p>
${o&&r`<${Po} />`}
`}function Pn({title:e,meta:t,items:o}){let n=_e();return o.length?r`
<h2 class="section"><span>${e}</span><span class="meta">${t}</span></h2>
<ul class="card">
${o.map(s=>{let a=n(s.owner);return r`<${ft} key=${`${a.name} ${s.id}`} item=${s} account=${a} />`})}
</ul>
`:null}var Ve=()=>r`
<p class="mark">
<span class="disc is-product"><${p} name="product" /></span>
<span><b>${C.product}</b>${C.productMore}</span>
</p>
`;function Nn({text:e=Nt.notFoundMore}){let t=de(Nt.notFound);return ge(()=>pt(),[]),r`
<${qe} />
<main id="main" class="page is-low is-mid">
<${Ve} />
<section class="empty">
<${Re} name="pipe" />
<h1 ref=${t} tabindex="-1">${Nt.notFound}</h1>
<p class="second">${e}</p>
</section>
</main>
<footer class="bar"><a class="btn is-primary" href=${v("/")}><${p} name="today" />${Nt.today}</a></footer>
`}function Ar(e,{isFormer:t=!1}={}){let{state:o,kind:n}=e;return t?{bar:["copy"],pair:o==="sending"?[]:["delete"]}:o==="waiting"?zi(e):o==="review"?{bar:["copy","call"],pair:[],primary:"call"}:o==="unknown"?{bar:["copy","call"],pair:["sendAgain","delete"],primary:"call"}:o==="done"?{bar:["job","receipt"],pair:[]}:Kt(e)||o==="sending"?{bar:["job"],pair:[]}:e.asks==="duplicate"?{bar:["compare"],pair:["call","delete"],primary:"compare"}:po(e)?{bar:["call","sendAgain"],pair:["delete"],primary:"sendAgain"}:n==="completion"?{bar:["job","call"],pair:["sendAgain","delete"],primary:"call"}:e.ended==="rejected"?{bar:["copy","call"],pair:["edit","delete"],primary:"call"}:{bar:["edit"],pair:["call","delete"],primary:"edit"}}function zi(e){if(Yt(e))return{bar:["job","takeBack"],pair:[]};let t=e.tries?["tryNow"]:[];return e.kind!=="completion"&&at(e)?{bar:["job","edit"],pair:[...t,"delete"],primary:"edit"}:{bar:["job"],pair:[...t,"delete"]}}var Zi={job:"jobs",edit:"edit",delete:"trash",takeBack:"undo",tryNow:"up",copy:"copy",call:"ring",sendAgain:"outbox",compare:"invoice",receipt:"download"};function Pr({name:e,isPrimary:t=!1,...o}){let{item:n,account:s,office:a}=o,i=t?"btn is-primary":"btn",c=I.actions[e](s.shortName,n.state==="refused"),l=r`<${p} name=${Zi[e]} />${c}`,u=Qi(e,n,s,a);return u===null?null:u?r`<a class=${i} href=${u}>${l}</a>`:r`<button class=${i} type="button" onClick=${()=>ec(e,o)}>${l}</button>`}function Qi(e,t,o,n){let{kind:s,jobId:a}=t;switch(e){case"job":return a&&v(`/jobs/${a}`,{},o.name);case"call":return n&&`tel:${n.number}`;case"compare":return v(`/sent/${t.id}`,{},o.name);case"edit":return s==="invoice"?Xi(t,o):K("edit");case"delete":return K("delete");default:return}}function Xi({id:e,jobId:t,content:o},n){let s="statementId"in o?o.statementId:void 0;return v(t?`/jobs/${t}/invoice`:"/invoice",{...s&&{statement:s},change:e},n.name)}async function ec(e,{item:t,account:o,onProblem:n}){n(null);try{e==="takeBack"&&await S.takeBack(t),e==="sendAgain"&&await S.resend(t),e==="tryNow"&&await S.tryNow(),e==="receipt"&&ko(t,o),e==="copy"&&await navigator.clipboard.writeText(ho(t));let s=I.news[e];s&&j(s)}catch(s){let{sentence:a}=s;if(!a&&e!=="copy")throw s;n(a??I.notCopied)}}function Nr({item:e}){let[t,o]=re(null),n=async()=>{try{await S.remove(e),j(I.deleted)}catch(a){let i=q(a);if(!i)throw a;o(i)}},s=r`
<footer class="bar is-column" aria-label=${I.actionsLabel}>
<button class="btn is-primary" type="button" onClick=${G}>${I.keepIt}</button>
<button class="btn is-danger" type="button" onClick=${n}>${I.deleteIt}</button>
</footer>
`;return r`
<${Y} title=${I.deleteQuestion(le(e))} footer=${s}>
<p>${os(e)?I.deleteMayHaveArrived:I.deleteForGood}</p>
${t&&r`<p class="problem" role="alert">${t}</p>`}
<//>
`}function Dr({item:e,account:t,phone:o}){let{state:n,sentence:s,way:a=[]}=e,{shortName:i,isFormer:c}=t,l=I.kinds[e.kind],u=Ze(a.at(-1)?.at??e.addedAt);return c?r`<${Ee} tone="bad" icon="refused" title=${I.accountGone(t.agencyName)} text=${I.accountGoneMore} />`:n==="checking"&&!e.promised?r`<${Ee} tone="wait" icon="eye" title=${`${Z.beingChecked}.`} text=${I.checked(i,l)} />`:n==="review"&&e.officeAsked?r`<${Ee} tone="wait" icon="asked" title=${Z.asked(i)} text=${I.asked(i,l,u)} />`:n==="review"?r`<${Ee} tone="wait" icon="ring" title=${`${Z.ring(i)}.`} text=${`${I.ring(i,l)} ${o}`} />`:n==="unknown"?r`<${Ee} tone="wait" icon="ring" title=${`${Z.ring(i)}.`} text=${`${s} ${o}`} />`:n!=="refused"?null:po(e)?r`<${Ee} tone="bad" icon="hourglass" title=${`${Z.expired}.`} text=${`${I.expired(i,l,e.ended,s)}`} />`:e.asks==="duplicate"?r`<${Ee} tone="bad" icon="refused" title=${I.duplicate} text=${s} />`:e.ended==="rejected"||!s?r`<${Ee} tone="bad" icon="refused" title=${Z.noReason(i)} text=${[o,I.refusedAt(u)].filter(Boolean).join(". ")} isBelow />`:r`<${Ee} tone="bad" icon="refused" title=${I.refusedWhy(u,Z.reason(s,i))} text=${I.advice(s)} isBelow />`}var Ee=({tone:e,icon:t,title:o,text:n,isBelow:s=!1})=>r`
<div class=${`banner is-card is-${e} prose`}>
<${p} name=${t} />
<div dir="auto"><b>${o}</b>${n&&(s?r`<br />${n}`:` ${n}`)}</div>
</div>
`;function Cr({item:e}){let{addedAt:t,about:o,document:n}=e;if(e.kind==="note")return r`<section class="card pad"><p class="second">${I.youWrote(Ze(t))}</p><p class="lines" dir="auto">${e.content.note}</p></section>`;if(e.kind==="completion"){let i=[as(Ze(t)),o].filter(Boolean).join(", ");return r`<section class="card pad"><p class="head">${le(e)}</p><p class="second" dir="auto">${i}</p></section>`}let{content:s}=e,a=[[I.number,s.invoiceNumber],[I.date,te(s.invoiceDate)],[I.for,s.description],[I.pdf,n?.name]].filter(([,i])=>i);return r`
<section class="card pad prose">
<p class="amount">${O(s.amount)}</p>
<dl class="facts">${a.map(([i,c])=>r`<div key=${i}><dt>${i}</dt><dd dir="auto">${c}</dd></div>`)}</dl>
</section>
`}function jr({item:e,account:t}){let[o,[n,s]]=[Zn(),re(null)],[a,i]=ot(`item ${e.id}`),c=M(null),l=be(t.agency);tc(e);let u=async f=>{f.preventDefault();let g=tt(c.current?.value??""),w=$o(g,l);if(s(w),!w)try{await S.edit(e,{content:{note:g}}),await i(null),G()}catch(b){let A=q(b);if(!A)throw b;s(A)}},d=r`
<footer class="bar" aria-label=${I.actionsLabel}><button class="btn is-primary" form=${`${o}form`}><${p} name="note" />${I.saveNote}</button></footer>
`;return a.value===void 0?null:r`
<${Y} title=${I.editNote(t.shortName)} footer=${d}>
<form id=${`${o}form`} class=${n?"field is-wrong":"field"} onSubmit=${u} noValidate>
<label class="hidden" for=${o}>${I.editNote(t.shortName)}</label>
<textarea
id=${o} ref=${c} class="input" rows="3" required dir="auto" autofocus maxlength=${l.noteCharacters} aria-describedby=${`${o}problem`}
aria-invalid=${n?"true":null} defaultValue=${a.value??e.content.note} onInput=${({target:f})=>i(f.value)}
/>
<p class="hint is-saved"><${p} name="tick" small />${I.savedAsYouType}</p>
<p id=${`${o}problem`} class="problem" role="alert">${n}</p>
</form>
<//>
`}function tc(e){let t=M(e);N(()=>{let o=t.current;return S.hold(o).catch(Tr),()=>{S.release(o).catch(Tr)}},[])}var Tr=()=>{};var Rr=({item:e,agency:t})=>r`
<h2 class="section"><span>${I.whereItIs}</span></h2>
<ol class="feed">
${fo(e,t).map(({icon:o,tone:n,label:s,time:a,isNext:i},c)=>r`
<li key=${c} class=${i?"is-next":null}>
<span class=${n?`dot is-${n}`:"dot"}><${p} name=${o} /></span>
<div><p class="what"><span>${s}</span><time>${a}</time></p></div>
</li>
`)}
</ol>
`;function oc({id:e}){let t=S.items.value?.find(n=>String(n.id)===e&&V(n.owner)===R.value.account),o=_e();return nc(!!t),t?r`<${sc} item=${t} account=${o(t.owner)} />`:S.items.value?r`<${Nn} text=${I.notHere} />`:r`<${P} parent=${v("/outbox")} title=${C.loading}>${null}<//>`}function nc(e){let t=M(!1),{query:o}=R.value;N(()=>{e?t.current=!0:t.current&&se()?Xt(ct({sheet:null})):t.current&&ue(v("/outbox"),{replace:!0})},[e,o])}function sc({item:e,account:t}){let[o,n]=re(null),s=Pe(t.isFormer?null:t),{bar:a,pair:i,primary:c}=Ar(e,t),l=se(),u=r`<${Dr} item=${e} account=${t} phone=${s?.phone??""} />`,d=f=>r`<${Pr} key=${f} name=${f} isPrimary=${f===c} item=${e} account=${t} office=${s} onProblem=${n} />`;return r`
<${P}
parent=${v("/outbox")} account=${t} title=${le(e)} meta=${e.about}
bar=${r`<footer class="bar" aria-label=${I.actionsLabel}>${a.map(d)}</footer>`}
sheet=${l==="edit"&&e.kind==="note"&&r`<${jr} item=${e} account=${t} />`||l==="delete"&&r`<${Nr} item=${e} />`}
>
${o&&r`<p class="problem" role="alert">${o}</p>`}
${e.kind==="invoice"&&u}
<${Cr} item=${e} />
${e.kind!=="invoice"&&u}
${e.state==="waiting"&&r`<${Po} />`}
${e.state!=="refused"&&r`<${Rr} item=${e} agency=${t.shortName} />`}
${!t.isFormer&&r`<${rc} item=${e} account=${t} />`}
${i.length>0&&r`<div class="pair prose">${i.map(d)}</div>`}
<//>
`}function rc({item:e,account:t}){if(e.state==="refused")return r`<p class="hint is-saved"><${p} name="kept" small />${I.kept(e)}</p>`;if(e.state==="waiting")return r`<${Ae} item=${e} account=${t} />`;let{besides:o}=fe(e,t.shortName),n=I.hints[e.state==="review"&&!e.officeAsked?"ring":Gt(e)?"accepted":e.state];return n?r`<p class="hint" dir="auto">${n(t.shortName,o)}</p>`:null}var ac=30;function No({request:e,onSignedIn:t}){let[o,n]=[y(null),y(0)],s=M(null),a=M(!1),i=M(0),c=()=>s.current;ge(()=>{i.current=n.value=0,c().value="",c().focus()},[e,n]);let l=g=>{o.value=g,c().focus(),c().select()},u=async()=>{let g=Mr(c().value);if(g.length!==6)return l(x.digits(6));o.value=null,a.current=!0;let w=await ds(e.email,g);return a.current=!1,w.status===201?t?.():(w.status===401&&w.problem?.type!=="no-account"&&(i.current+=1),l(i.current<5?W(w):x.usedUp(5)))},d=()=>{let g=Mr(c().value);g!==c().value&&(c().value=g),o.value=null,n.value=g.length,g.length===6&&!a.current&&u()},f=g=>{g.preventDefault(),a.current||u()};return r`
<p id="code-sent" class="second prose">${x.codeSent(e.email)}</p>
<form id="code-form" class=${o.value?"field prose is-wrong":"field prose"} onSubmit=${f} noValidate>
<label class="hidden" for="code">${x.code(6)}</label>
<div class="code">
${Array.from({length:6},(g,w)=>r`<i key=${w} class=${w===n.value?"is-next":null} />`)}
<input
id="code" ref=${s} name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]*" required
aria-describedby="code-sent code-problem" aria-invalid=${o.value?"true":null} onInput=${d}
/>
</div>
<p id="code-problem" class="problem" role="alert">${o.value}</p>
</form>
`}function Do({request:e,onRequest:t}){let o=y(null),n=ic(e.at),s=async()=>{let a=await Je(e.email);o.value=a.status===204?null:W(a),!o.value&&(j(x.newCodeSent),t({...e,at:Date.now()}))};return r`
${o.value&&r`<p class="problem" role="alert">${o.value}</p>`}
<button class="btn is-quiet" type="button" disabled=${n>0} onClick=${s}>${x.newCode(n)}</button>
`}var Mr=e=>e.replace(/\D/g,"").slice(0,6);function ic(e){let t=y(Dn(e));return N(()=>{t.value=Dn(e);let o=setInterval(()=>{t.value=Dn(e),t.value||clearInterval(o)},1e3);return()=>clearInterval(o)},[t,e]),t.value}var Dn=e=>Math.max(0,Math.ceil(ac-(Date.now()-e)/1e3));function Co(e){let[t,o]=[y(null),y(!1)],n=y(null),s=y(()=>{}),a=async()=>{let{email:u}=Le.value,d=await Je(u);d.status===204?n.value={email:u,at:Date.now()}:t.value=W(d)},i=async(u,d)=>{t.value=n.value=null,o.value=!0;let f=await u();t.value=f?.problem??null,f?.type==="sign-in-too-old"&&(s.value=()=>i(u,d),await a()),f||await e(d),o.value=!1},c=async u=>{n.value=u},l=n.value&&r`
<section class="card pad" aria-label=${x.proveItIsYou}>
<${No} request=${n.value} onSignedIn=${s.value} />
<${Do} request=${n.value} onRequest=${c} />
</section>
`;return{problem:t,busy:o,make:i,codeForm:l}}var Br="session/passkeys";function cc(){let{body:e,problem:t,reload:o}=nt(Br),{problem:n,busy:s,make:a,codeForm:i}=Co(async d=>{j(d),dt(),await o()}),c=s.value||!!i,l=e?.passkeys??[],u=Ue&&!i&&r`
<footer class="bar" aria-label=${k.actionsLabel}>
<button class="btn is-primary" type="button" disabled=${c} onClick=${()=>a(Ao,k.passkeyAdded)}>
<${p} name="passkey" />${k.addPasskey}
</button>
</footer>
`;return r`
<${P} parent=${v("/account")} title=${k.passkeys} bar=${u}>
<p>${k.whatPasskeysAre}</p>
<p class="problem" role="alert">${n.value??t}</p>
${i}
${!e&&!t&&r`<p class="hint" role="status">${C.loading}</p>`}
${l.length>0&&r`
<ul class="card prose">
${l.map(d=>r`<${mc} key=${d.passkeyId} ...${d} busy=${c} onRemove=${()=>a(()=>lc(d.passkeyId),k.passkeyRemoved)} />`)}
</ul>
`}
<p class="hint">${Ue?k.emailWorks:k.noPasskeysHere}</p>
<//>
`}async function lc(e){let t=await ae(`${Br}/${e}`,{method:"DELETE"});return t.status===204?null:Oo(t)}var mc=({name:e,createdAt:t,usedAt:o,busy:n,onRemove:s})=>r`
<li class="row">
<span class="disc is-ok"><${p} name="passkey" /></span>
<div>
<h2 dir="auto">${e}</h2>
<p class="second">${k.passkeyTimes(L(t),o&&ce(o))}</p>
</div>
<button class="icon-btn" type="button" disabled=${n} aria-label=${k.removePasskey(e)} onClick=${s}><${p} name="trash" /></button>
</li>
`;function vt({title:e,art:t,keepsFocus:o,bar:n,children:s}){let a=de(e,{keepsFocus:o});return ge(()=>pt(),[]),r`
<${qe} />
<main id="main" class="page is-low">
<${Ve} />
${t&&r`<div class="mid"><${Re} name=${t} /></div>`}
<h1 ref=${a} tabindex="-1">${e}</h1>
${s}
</main>
${n}
`}function To({email:e,isEnded:t=!1}){let o=y(0);return N(()=>{S.listOnlyOnPhone(e).then(({length:n})=>o.value=n,()=>{})},[e,o]),!t&&!o.value?null:r`
<p class="banner is-card prose" role="status">
<${p} name="kept" />
<span>${t&&r`<b>${x.nothingLost}</b>${" "}`}${o.value>0&&x.waitHere(o.value)}</span>
</p>
`}function Fr({request:e}){N(()=>{Es()},[]);let t=r`
<footer class="bar is-column" aria-label=${x.actionsLabel}>
<button class="btn is-primary" form="code-form">${x.title}</button>
<${Do} request=${e} onRequest=${Xe} />
<button class="btn is-quiet" type="button" onClick=${()=>Xe(null)}>${x.otherEmail}</button>
</footer>
`;return r`
<${vt} title=${x.enterCode} art="envelope" keepsFocus bar=${t}>
${He.value&&r`<p class="problem" role="alert">${x.notDeleted}</p>`}
<${No} request=${e} />
<${To} email=${e.email} />
<//>
`}function jo(){let[e,t]=[y(null),y(!1)];return{problem:e,busy:t,signIn:async()=>{e.value=null,t.value=!0;let n=await yr();if("problem"in n)e.value=x.orCode(n.problem);else{let s=await fs(n.credential);s.status===201?dt():e.value=W(s)}t.value=!1}}}var Ro=({busy:e,signIn:t})=>Ue&&r`<button class="btn is-quiet" type="button" disabled=${e.value} onClick=${t}><${p} name="passkey" />${x.usePasskey}</button>`;function Lr({email:e,onEmail:t}){let[o,n]=[y(null),y(!1)],s=jo(),a=M(null),i=u=>{o.value=u,a.current?.focus()},c=async u=>{u.preventDefault();let d=a.current,f=d.value.trim();if(o.value=null,!d.checkValidity())return i(x.incompleteEmail);n.value=!0;let g=await Je(f);return g.status===204?Xe({email:f,at:Date.now()}):(n.value=!1,i("email"in Xn(g)?x.incompleteEmail:W(g)))},l=r`
<footer class="bar is-column" aria-label=${x.actionsLabel}>
<button class="btn is-primary" form="sign-in" disabled=${n.value}><${p} name="mail" />${n.value?x.sending:x.sendCode}</button>
<${Ro} ...${s} /><${vo} />
</footer>
`;return r`
<${vt} title=${x.title} art="van" bar=${l}>
${He.value&&r`<p class="problem" role="alert">${x.notDeleted}</p>`}
${lt.value&&r`<p class="problem" role="alert">${lt.value}</p>`}
<form id="sign-in" class=${o.value?"field prose is-wrong":"field prose"} onSubmit=${c} noValidate>
<label for="email">${x.email}</label>
<input
id="email" ref=${a} class="input" type="email" name="email" required maxlength=${js.emailCharacters} inputmode="email"
autocomplete="username webauthn" autocapitalize="none" spellcheck=${!1} enterkeyhint="send" defaultValue=${e}
aria-describedby="email-problem" aria-invalid=${o.value?"true":null} onInput=${({target:u})=>t(u.value)}
/>
<p id="email-problem" class="problem" role="alert">${o.value}</p>
</form>
<p class="hint">${x.noPassword}</p>
${s.problem.value&&r`<p class="problem" role="alert">${s.problem.value}</p>`}
<//>
`}var uc=3e4;function Hr({onForm:e}){let t=de(x.noSignal),o=y(Date.now()),n=async()=>{let{offline:s}=await ae("session/methods");o.value=Date.now(),s||e()};return N(()=>{Qn().then(({length:a})=>a&&e(),()=>{});let s=setInterval(n,uc);return addEventListener("online",n),()=>{clearInterval(s),removeEventListener("online",n)}},[]),r`
<${qe} />
<main id="main" class="page is-low is-mid">
<${Ve} />
<section class="empty">
<${Re} name="cellar" />
<h1 ref=${t} tabindex="-1">${x.noSignal}</h1>
<p class="second">${x.noSignalMore}</p>
</section>
<p class="hint" role="status">${x.triedAt(Q(o.value))}</p>
</main>
<footer class="bar" aria-label=${x.actionsLabel}>
<button class="btn is-primary" type="button" onClick=${n}><${p} name="again" />${x.tryAgain}</button>
</footer>
`}function Jr({email:e,onOtherEmail:t}){let[o,n]=[y(null),y(!1)],s=M(null),a=jo(),i=de(x.signedOut,{keepsFocus:!0}),c=()=>s.current?.showModal();ge(()=>{c(),pt()},[]);let l=async()=>{o.value=null,n.value=!0;let u=await Je(e);n.value=!1,u.status===204?await Xe({email:e,at:Date.now()}):o.value=W(u)};return r`
<main id="main" class="page is-low"><${Ve} /><h1 class="hidden">${gs}</h1></main>
<dialog ref=${s} class="sheet" aria-labelledby="sheet-title" onCancel=${u=>u.preventDefault()} onClose=${c}>
<header><h2 id="sheet-title" ref=${i} tabindex="-1">${x.signedOut}</h2></header>
<div class="body">
${He.value&&r`<p class="problem" role="alert">${x.notDeleted}</p>`}
${lt.value&&r`<p class="problem" role="alert">${lt.value}</p>`}
<p>${x.carryOn(e)}</p>
<${To} email=${e} isEnded />
</div>
<footer class="bar is-column" aria-label=${x.actionsLabel}>
${(o.value??a.problem.value)&&r`<p class="problem" role="alert">${o.value??a.problem.value}</p>`}
<button class="btn is-primary" type="button" disabled=${n.value} onClick=${l}><${p} name="mail" />${x.again}</button>
<${Ro} ...${a} /><${vo} />
<button class="btn is-quiet" type="button" onClick=${t}>${x.otherEmail}</button>
</footer>
</dialog>
`}function pc(){let[e,t]=re(!navigator.onLine),[o,n]=re("");return sn.value?r`<${Fr} key="code" request=${sn.value} />`:to.value?r`<${Jr} email=${to.value} onOtherEmail=${()=>to.value=null} />`:e?r`<${Hr} onForm=${()=>t(!1)} />`:r`<${Lr} key="email" email=${o} onEmail=${n} />`}function dc(){let{jobs:e,sources:t}=we(),o=new Set(t.map(({agencyName:i})=>i)),n=t.every(({resource:i})=>i.body),s=R.value.screen==="today"?x.showDay:x.carryOnHere,a=r`
<footer class="bar" aria-label=${x.actionsLabel}>
<button class="btn is-primary" type="button" onClick=${dt}><${p} name="today" />${s}</button>
</footer>
`;return r`
<${vt} title=${x.agenciesKnowYou([...o])} bar=${a}>
<p class="second prose" role="status">${n?x.jobsAreHere:x.readingJobs}</p>
<ul class="card prose is-agencies">
${t.map(i=>r`
<li key=${i.name} class="row">
<${Oe} account=${i} />
<div><h2 dir="auto">${i.agencyName}</h2><p class="second">${fc(i,e)}</p></div>
${i.resource.body&&r`<${p} name="tick" />`}
</li>
`)}
</ul>
<${$c} />
<//>
`}function fc({name:e,resource:t},o){if(!t.body)return t.problem??x.reading;let n=o.filter(({job:a,account:i})=>i.name===e&&Ie({job:a,account:i})),s=bs(n).emergencies.length;return[Qe(n.length,x.openJob),s&&Qe(s,x.emergency,x.emergencies)].filter(Boolean).join(", ")}function $c(){let[e,t]=[y(!1),y(!1)];N(()=>{gr().then(i=>e.value=i)},[e]);let{problem:o,busy:n,make:s,codeForm:a}=Co(i=>{t.value=!0,j(i)});return e.value?r`
<ul class="card prose">
<li class="setting">
<span class=${t.value?"disc is-ok":"disc"}><${p} name="passkey" /></span>
<div>${x.withoutCode}<small>${t.value?x.passkeyAdded:x.withFace}</small></div>
${!t.value&&!a&&r`<button class="btn" type="button" disabled=${n.value} onClick=${()=>s(Ao,x.passkeyAdded)}>${x.add}</button>`}
</li>
</ul>
${o.value&&r`<p class="problem" role="alert">${o.value}</p>`}
${a}
`:null}function Ur(e,{invoices:t,pending:o,historical:n,items:s,jobs:a}){let i=new Set(n.map(({statementId:b})=>b)),c=[...n,...o.filter(({statementId:b})=>!i.has(b))],l=bc(t,s),u=yc(l.filter(Wr),c),d=new Set(u.values()),f=c.filter(b=>!d.has(b)),g=new Map(a.map(b=>[b.jobId,b])),w=(b,A)=>({account:e,invoice:b,statement:A,job:g.get(b?.jobId??A?.jobId??"")??null,amount:A?.amount??A?.gross??b?.amount??null,stage:Ic(b,A,!!(A&&i.has(A.statementId))),receivedAt:b&&xc(b),paidOn:null,paidBy:null,double:null});return[...l.map(b=>{let A=u.get(b)??null,D=!A&&Wr(b)?f.find(B=>wc(b,B)):null;return qr({...w(b,A),double:D??null})}),...f.map(b=>qr(w(null,b)))]}var Wr=({status:e})=>e!=="rejected",hc=["sending","unconfirmed","review"];function bc(e,t){let o=new Map,n=[];for(let a of t){if(a.kind!=="invoice"||["refused","unknown"].includes(a.state))continue;let i=e.find(c=>!o.has(c)&&je(c,a));i&&(!Ce(a)||hc.includes(i.status??""))?o.set(i,a):n.push(vc(a))}let s=e.map(a=>{let i=o.get(a);return i&&Ce(i)?{...a,item:i}:a});return[...n,...s]}function vc(e){let{content:t,jobId:o,document:n,submissionId:s,receivedAt:a,doneAt:i,result:c}=e,l={status:"sending",at:a??"",exact:!0},u={status:"submitted",at:new Date(i??0).toISOString(),exact:!s};return{...t,jobId:o,document:n,submissionId:s,invoiceId:c?.invoiceId??null,status:i?"submitted":"sending",history:[...a?[l]:[],...i?[u]:[]],item:e}}var Cn=e=>(e??"").trim().toLowerCase(),gc=[(e,{statementId:t})=>e.statementId===t,({invoiceNumber:e},{reference:t})=>!!(e&&t)&&Cn(e)===Cn(t),(e,{jobId:t,gross:o,amount:n})=>!!t&&e.jobId===t&&[o,n].includes(e.amount)];function yc(e,t){let o=new Map,n=new Set([...t].reverse());for(let s of gc)for(let a of[...e].reverse()){if(o.has(a))continue;let i=[...n].find(c=>s(a,c)&&Vr(a,c));i&&(o.set(a,i),n.delete(i))}return o}var Vr=({jobId:e,invoiceDate:t},o)=>(!e||!o.jobId||e===o.jobId)&&!(o.paidAt&&t&&o.paidAt<t),wc=(e,t)=>Vr(e,t)&&(!!(e.jobId&&e.jobId===t.jobId)||(!e.jobId||!t.jobId)&&[t.gross,t.amount].includes(e.amount)),kc={sending:"received",unconfirmed:"received",review:"received",submitted:"agency",authorised:"authorised",paid:"paid"};function Ic(e,t,o){let n=e?.status??"";return o?"paid":n==="rejected"?e?.rejectedBy==="system"?"refused":"rejected":e?.item&&Ce(e.item)&&!Kt(e.item)?"phone":t?Cn(t.status)==="authorised"?"authorised":n==="authorised"?n:"agency":kc[n]??"agency"}var Ke=(e,t)=>e?.history?.find(o=>o.status===t)??null,xc=e=>(Ke(e,"sending")??e.history?.find(({exact:t})=>t))?.at??e.submittedAt??null;function qr(e){let{stage:t,invoice:o,statement:n}=e;if(t!=="paid")return e;if(n?.paidAt)return{...e,paidOn:n.paidAt,paidBy:"payment"};let s=Ke(o,"paid");return s?{...e,paidOn:ie(new Date(s.at)),paidBy:"seen"}:n?.date?{...e,paidOn:n.date,paidBy:"statement"}:e}function Kr(e){let t=o=>!!o.job?.invoicing||e.some(n=>Sc(n,o)&&_r(n)>_r(o));return e.filter(o=>o.stage==="rejected"&&!t(o))}var Sc=(e,t)=>e.stage!=="refused"&&e.account.name===t.account.name&&!!t.invoice?.jobId&&gt(e)===t.invoice?.jobId,gt=({invoice:e,statement:t})=>e?.jobId??t?.jobId??null,_r=({invoice:e,statement:t,receivedAt:o})=>e?.item?.addedAt??(Date.parse(o??e?.invoiceDate??t?.date??"")||0);var Gr=["authorised","agency","received"],Oc=[...Gr,"phone"],Ac=["01-06","04-06","07-06","10-06"],Lt=e=>e.map(t=>Math.round((t??0)*100)).reduce((t,o)=>t+o,0)/100,yt=e=>Lt(e.filter(({double:t})=>!t).map(({amount:t})=>t));function Eo(e){let t=({receivedAt:o,invoice:n,statement:s})=>Date.parse(o??s?.date??n?.invoiceDate??"")||1/0;return e.filter(({stage:o})=>Oc.includes(o)).sort((o,n)=>Pc(t(o),t(n)))}var Pc=(e,t)=>e===t?0:e-t;function Yr(e){let[t,o,n]=Gr.map(s=>yt(e.filter(({stage:a})=>a===s)));return{authorised:t,agency:o,received:n,total:Lt([t,o,n])}}var Tn=e=>e.filter(({stage:t})=>t==="paid").sort((t,o)=>(o.paidOn??"").localeCompare(t.paidOn??"")),Mo=(e,t)=>o=>!!(o&&o>=(e||o)&&o<=(t||o));function jn(e){let t=new Map;for(let o of e){let n=o.paidOn?.slice(0,7)??"";t.set(n,[...t.get(n)??[],o])}return[...t].map(([o,n])=>({month:o,payments:n,amount:yt(n)}))}function zr(e){let t=new Map(e.map(({month:n,amount:s})=>[n,s])),o=[];for(let n=e[0]?.month;n&&n>=e.at(-1).month;n=Nc(n))o.push({month:n,amount:t.get(n)??0});return o}function Nc(e){let[t,o]=e.split("-").map(Number);return new Date(Date.UTC(t,o-2)).toISOString().slice(0,7)}var Zr=e=>`${Number(e.slice(0,4))-(e.slice(5)<"04-06"?1:0)}-04-06`;function Qr(e,t=4){let o=Number(e.slice(0,4)),n=[o-2,o-1,o,o+1].flatMap(i=>Ac.map(c=>`${i}-${c}`)),s=n.findIndex(i=>i>e);return n.slice(0,s).map((i,c)=>({from:i,to:n[c+1].replace(/06$/,"05")})).reverse().slice(0,t)}function Xr(e,t){let n=Tn(e).filter(({paidBy:s})=>s==="payment").map(t).filter(s=>s!==null).slice(0,5);return n.length<3?null:{number:n.length,least:Math.min(...n),most:Math.max(...n)}}function Bo(){let e=mt(),t=[Rn(e,"invoices","invoices.list"),Rn(e,"statements/pending","statements.pending"),Rn(e,"statements/historical","statements.historical")],{jobs:o,sources:n}=we(),s=S.items.value,i=[...[...t.flatMap(d=>[...d.values()]),...n.map(({resource:d})=>d)].map(({body:d,begunAt:f})=>d&&f),...e.map(({name:d,agency:f})=>`${d} ${!!f}`)].join(),c=ze(()=>{let[d,f,g]=t;return e.flatMap(w=>Ur(w,{invoices:d.get(w.name)?.body?.invoices??[],pending:f.get(w.name)?.body?.statements??[],historical:g.get(w.name)?.body?.statements??[],items:(s??[]).filter(({owner:b})=>V(b)===w.name),jobs:o.filter(b=>b.account.name===w.name).map(({job:b})=>b)}))},[i,s]),l=e.flatMap(d=>{let[f]=t.flatMap(g=>g.get(d.name)??[]).sort(Dc);return f?[{...d,resource:f}]:[]}),u=e.some(({agency:d})=>!d)&&S.obstacle.value!=="offline";return{payments:c,sources:l,isReading:u||l.some(({resource:{body:d,busy:f}})=>!d&&f)}}function Rn(e,t,o){let n=e.filter(({agency:a})=>a?.offers.includes(o)),s=no(n.map(({owner:a})=>a),t);return new Map(n.map(({name:a},i)=>[a,s[i]]))}var Dc=(e,t)=>Number(ea(t))-Number(ea(e))||(e.asOf??"").localeCompare(t.asOf??""),ea=({body:e,problem:t})=>!!(!e||t||e.stale);function Fo(){let e=We(),{payments:t,sources:o,isReading:n}=Bo(),s=({name:a})=>a===e?.name;return{account:e,payments:t.filter(a=>s(a.account)),sources:o.filter(s),isReading:n,office:Pe(e)}}var Lo=({account:e,title:t,isReading:o})=>r`
<${P} parent="/money" account=${e} title=${t}>
<p class="hint" role="status">${o?m.reading:m.missing}</p>
<//>
`,Ne=({icon:e,href:t,isOver:o,isPrimary:n,children:s})=>r`
<a class=${["btn",o&&"is-over",n&&"is-primary"].filter(Boolean).join(" ")} href=${t}>
<${p} name=${e} />${s}
</a>
`,De=({name:e,isTotal:t=!1,children:o})=>o?r`<div class=${t?"is-total":null}><dt>${e}</dt><dd dir="auto">${o}</dd></div>`:null;var Cc=12,wt=({job:e,invoice:t,statement:o})=>(e?_(e):o?.description||t?.description||o?.reference)||(t?m.invoice:m.statement),$e=({statementId:e})=>m.statementId(e.length>Cc?null:e),En=e=>e?.invoiceId??e?.submissionId??null;function ta({account:{name:e},invoice:t,statement:o,stage:n}){let s=En(t);return o&&(n==="paid"||!s)?v(`/money/statements/${o.statementId}`,{},e):v(s?`/money/invoices/${s}`:`/outbox/${t?.item?.id}`,{},e)}function Ht({receivedAt:e,paidOn:t,paidBy:o,stage:n},s=new Date){return!e||n==="paid"&&(!t||o==="statement")?null:Math.max(0,ls(new Date(e),n==="paid"?new Date(t):s))}var Tc=e=>ie(new Date(e))===ie()?Q(e):L(e),jc={received:["sending",m.receivedByPortal],agency:["submitted",m.withAgency],authorised:["authorised",m.authorised]};function Ho(e){let{stage:t,invoice:o,statement:n,paidOn:s,paidBy:a}=e;if(t==="paid")return Rc(s&&L(s),a);let[i,c]=jc[t]??["",""],l=Ke(o,i);if(!l)return n?.date?m.stateSeen(c,m.statementOf(L(n.date))):c;let u=Tc(l.at);return l.exact?`${c} ${t==="agency"?m.since(u):u}`:m.stateSeen(c,m.seen(u))}function Rc(e,t){return e?t==="payment"?`${m.paid} ${e}`:m.stateSeen(m.paid,t==="seen"?m.seen(e):m.statementOf(e)):m.paid}function oa({from:e,to:t}){let o=e.slice(0,4)===t.slice(0,4)?L(e,new Date(t)):St(e);return m.period(o,St(t))}var kt=e=>[...new Set(e.map(({shortName:t})=>t))];function Ec({id:e}){let{account:t,payments:o,sources:n,isReading:s,office:a}=Fo(),i=o.find(({statement:c})=>c?.statementId===e);return!t||!i?.statement?r`<${Lo} account=${t} title=${m.statement} isReading=${s} />`:r`
<${P}
parent="/money" account=${t} title=${wt(i)} meta=${$e(i.statement)} what=${m.title} sources=${n}
action=${r`<button type="button" class="icon-btn" aria-label=${m.print} onClick=${()=>print()}><${p} name="print" /></button>`}
bar=${r`<${Bc} payment=${i} office=${a} />`}
>
<${Mc} payment=${i} />
<//>
`}function Mc({payment:e}){let{stage:t,amount:o,statement:n}=e,s=t==="paid";return r`
<section class="card pad">
<p class="second">${s?m.cameToYou:m.comesToYou}</p>
<p class="amount">${o===null?"":O(o)}</p>
<p class="tags">
${n?.status&&r`<span class="tag" dir="auto"><${p} name="clock" small />${n.status}</span>`}
<span>${s?Ho(e):m.notPaidYet}</span>
</p>
</section>
<${Mn} payment=${e} />
`}function Mn({payment:e}){let{stage:t,invoice:o,job:n}=e,{gross:s,vat:a,commission:i,amount:c,date:l,description:u,reference:d}=e.statement;return r`
<section class="card pad prose">
<dl class="facts">
<${De} name=${m.gross}>${s!==null&&O(s)}<//>
<${De} name=${m.vat}>${a!==null&&O(a)}<//>
<${De} name=${m.commission}>${!!i&&O(-(i??0)).replace("-","−")}<//>
<${De} name=${t==="paid"?m.cameToYou:m.comesToYou} isTotal>${c!==null&&O(c)}<//>
</dl>
</section>
<section class="card pad prose">
<dl class="facts">
<${De} name=${m.property}>${n&&pe(n)}<//>
<${De} name=${m.for}>${n&&u}<//>
<${De} name=${m.yourInvoice}>${o?.invoiceNumber}<//>
<${De} name=${m.reference}>${d!==o?.invoiceNumber&&d}<//>
<${De} name=${m.raised}>${l&&St(l)}<//>
</dl>
</section>
`}function Bc({payment:e,office:t}){let{name:o}=e.account,[n,s,a]=[gt(e),En(e.invoice),Fc(e)];if(!n&&!s&&!t&&!a)return null;let i=!!s;return r`
<footer class=${i?"bar is-even":"bar"} aria-label=${m.actions}>
${s&&r`<${Ne} icon="invoice" href=${v(`/money/invoices/${s}`,{},o)} isOver>${m.invoice}<//>`}
${n&&r`<${Ne} icon="jobs" href=${v(`/jobs/${n}`,{},o)} isOver=${i}>${m.openJob}<//>`}
${t&&r`<${Ne} icon="ring" href=${`tel:${t.number}`} isOver=${i}>${m.call}<//>`}
${a&&r`<${Ne} icon="invoice" href=${a} isPrimary>${m.sendInvoice}<//>`}
</footer>
`}function Fc({account:{agency:e,name:t},statement:o,invoice:n,stage:s}){if(s==="paid"||n||!o||!e?.offers.includes("invoices.submit")||!yo(e))return null;let{statementId:a,jobId:i}=o;return e.invoice.link==="job_or_statement"?v("/invoice",{statement:a},t):i&&v(`/jobs/${i}/invoice`,{statement:a},t)}var Lc={phone:0,received:1,agency:2,authorised:3,paid:4,rejected:2,refused:1};function Bn(e,t){let{stage:o,account:n,invoice:s,statement:a,paidOn:i,paidBy:c}=e,l=Lc[o]??0,{submissionId:u}=s??{},d=[m.noDate(n.shortName),t&&m.lastTook(t)].filter(Boolean).join(" "),f=c==="payment"&&i?L(i):Jt(s,"paid"),g=[{icon:"parcel",label:m.receivedByPortal,time:Jt(s,"sending"),line:u?m.receipt(Zt(u)):""},{icon:"tick",label:m.withAgency,time:Jt(s,"submitted")},{icon:"statement",label:m.authorised,time:Jt(s,"authorised"),line:a?Hc(a):""},{icon:"money",label:m.paid,time:f}],b=g.slice(0,l).filter(({time:z},me)=>z||me===1||me===l-1||me===0&&u).map(z=>({...z,tone:"ok"})),A=Fn(s,n.shortName);A&&b.push({...A,time:"",line:A.besides??""});let D=o==="rejected"?m.rejected:o==="refused"?m.refused:null;if(D)return[...b,{icon:"refused",tone:"bad",label:D,time:Jt(s,"rejected")}];let B=g.slice(l).map(({icon:z,label:me},rt)=>({icon:z,label:me,tone:null,time:rt?"":m.notYet,line:"",isNext:!0}));return l<g.length&&(B[B.length-1].line=d),[...b,...B]}function Jt(e,t){let o=Ke(e,t);if(!o)return"";let n=`${L(o.at)} ${Q(o.at)}`;return o.exact?n:m.seen(n)}function Hc(e){let{gross:t,amount:o,commission:n}=e,s=t??o;return s===null?"":m.breakdown($e(e),O(s),n?O(n):null)}function Fn(e,t){let{item:o,status:n}=e??{};return o?.state==="checking"&&!o.promised?fe(o,t):o?.state==="review"?fe(o,t):o||!["unconfirmed","review"].includes(n??"")?null:fe({state:n==="review"?"review":"checking",promised:!1,officeAsked:!1},t)}function Jc({id:e}){let{account:t,payments:o,sources:n,isReading:s,office:a}=Fo(),i=o.find(({invoice:c})=>[c?.invoiceId,c?.submissionId].includes(e));return!t||!i?r`<${Lo} account=${t} title=${m.invoice} isReading=${s} />`:r`
<${P}
parent="/money" account=${t} title=${wt(i)} meta=${Jo(i)} what=${m.title} sources=${n}
bar=${r`<${Uc} payment=${i} office=${a} />`}
>
<${Wc} payment=${i} payments=${o} office=${a} />
<//>
`}var Jo=({invoice:e})=>e?.invoiceNumber?m.invoiceNumber(e.invoiceNumber):m.invoice;function Wc({payment:e,payments:t,office:o}){let n=r`<${qc} payment=${e} payments=${t} office=${o} />`;return!Vt(io)||!e.statement?n:r`
<div class="columns">
<div>${n}</div>
<div>
<h2 class="section"><span>${$e(e.statement)}</span></h2>
<${Mn} payment=${e} />
</div>
</div>
`}function qc({payment:e,payments:t,office:o}){let{account:n,job:s,invoice:a,amount:i,stage:c,double:l}=e,[u,d]=[c==="rejected",c==="refused"],f=Ht(e),g=u||f===null?s?.reference&&m.job(s.reference):c==="paid"?m.inDays(f):m.daysWaiting(f),w=a?.invoiceDate&&L(a.invoiceDate);return r`
<section class="card pad">
<p class="second" dir="auto">${s&&pe(s)||a?.description}</p>
<p class="amount">${i===null?"":O(i)}</p>
<p class="apart"><span dir="auto">${[Jo(e),w].filter(Boolean).join(", ")}</span>${g&&r`<span dir="auto">${g}</span>`}</p>
</section>
${(u||d)&&r`
<div class="banner is-card is-bad prose">
<${p} name="refused" />
<div>
<b>${u?m.rejectedBy(n.shortName):m.refusedBy(n.shortName)}</b><br />
${[o&&m.numberOf(o.phone,o.name),u&&m.noReason].filter(Boolean).join(" ")}
</div>
</div>
`}
${l&&r`<p class="hint">${m.isDouble($e(l),O(l.amount??0))}</p>`}
<h2 class="section"><span>${m.whereItIs}</span></h2>
<ol class="feed">
${Bn(e,Xr(t,Ht)).map(b=>r`<${_c} key=${b.label} step=${b} />`)}
</ol>
${u&&na(e)&&r`<p class="hint">${m.mayInvoiceAgain}</p>`}
`}var _c=({step:{icon:e,tone:t,label:o,time:n,line:s,isNext:a}})=>r`
<li class=${a?"is-next":null}>
<span class=${t?`dot is-${t}`:"dot"}><${p} name=${e} /></span>
<div>
<p class="what"><span>${o}</span>${n&&r`<time>${n}</time>`}</p>
${s&&r`<p class="second">${s}</p>`}
</div>
</li>
`,na=e=>!!(gt(e)&&e.account.agency?.offers.includes("invoices.submit"));function Uc({payment:e,office:t}){let{account:o,invoice:n,statement:s,stage:a}=e,i=gt(e),c=t&&`tel:${t.number}`;if(a==="rejected"||a==="refused"){let l=na(e);return!c&&!l?null:r`
<footer class="bar" aria-label=${m.actions}>
${l&&r`<a class=${c?"btn":"btn is-primary"} href=${v(`/jobs/${i}/invoice`,{},o.name)}>${m.newInvoice}</a>`}
${c&&r`<${Ne} icon="ring" href=${c} isPrimary>${m.callAgency(o.shortName)}<//>`}
</footer>
`}return!n?.submissionId&&!s&&!i&&!c?null:r`
<footer class="bar is-even" aria-label=${m.actions}>
${n?.submissionId&&r`
<button type="button" class="btn is-over" onClick=${()=>Vc(e)}><${p} name="download" />${m.receiptButton}</button>
`}
${s&&r`<${Ne} icon="statement" href=${v(`/money/statements/${s.statementId}`,{},o.name)} isOver>${m.statement}<//>`}
${i&&r`<${Ne} icon="jobs" href=${v(`/jobs/${i}`,{},o.name)} isOver>${m.jobButton}<//>`}
${c&&r`<${Ne} icon="ring" href=${c} isOver>${m.call}<//>`}
</footer>
`}function Vc(e){let{account:t,amount:o}=e,n=Bn(e,null).filter(({isNext:a})=>!a),s=[Jo(e),o!==null&&O(o),m.recipient(t.agencyName),...n.flatMap(({label:a,time:i,line:c})=>[`${a} ${i}`,c])];ht(`${Jo(e)}.txt`,s.filter(Boolean).join(`\r
`),"text/plain")}var Kc=/^[=+\-@\t\r\n＝＋－＠]/u,Gc=/[",\r\n]/;function sa(e,t){return"\uFEFF"+[e.map(([n])=>n),...t.map(n=>e.map(([,s])=>s(n)))].map(n=>`${n.map(Yc).join(",")}\r
`).join("")}function Yc(e){if(e==null)return"";if(typeof e=="number")return e.toFixed(2);let t=Kc.test(e)?`'${e}`:e;return Gc.test(t)?`"${t.replaceAll('"','""')}"`:t}var zc=[[m.column.date,({paidOn:e})=>e],[m.column.agency,({account:e})=>e.agencyName],[m.column.property,({job:e,statement:t,invoice:o})=>e&&pe(e)||t?.description||o?.description],[m.column.number,({invoice:e,statement:t})=>e?.invoiceNumber??t?.reference??t?.statementId],[m.column.net,({statement:e})=>e?.net],[m.column.vat,({statement:e,invoice:t})=>e?.vat??t?.vat],[m.column.commission,({statement:e})=>e?.commission],[m.column.paid,({amount:e,double:t})=>t?null:e],[m.column.note,Zc]];function Zc({double:e,statement:t,paidBy:o}){return e?m.sameAs($e(e)):[!t&&m.noStatement,o==="seen"&&m.seenDate,o==="statement"&&m.noPaymentDate].filter(Boolean).join("; ")}function aa({payments:e,missing:t}){let o=Qr(ie()),n=y(1),s=y({from:o[1].from,to:ie()}),a=y(""),i=n.value===o.length,{from:c,to:l}=i?s.value:o[n.value],u=e.filter(({account:b})=>!a.value||b.owner.agency===a.value),d=b=>u.filter(({paidOn:A})=>Mo(b.from,b.to)(A)),f=d({from:c,to:l}),g=()=>{let b=["payments",c,l,a.value].filter(Boolean).join(" ");ht(`${b}.csv`,sa(zc,f),"text/csv"),G(),j(m.saved(`${b}.csv`))},w=r`
<footer class="bar" aria-label=${m.actions}>
<button type="button" class="btn is-primary" onClick=${g}><${p} name="download" />${m.save(f.length)}</button>
</footer>
`;return r`
<${Y} title=${m.csv} footer=${w}>
<fieldset class="field">
<legend>${m.quarter}</legend>
<ul class="card">
${o.map((b,A)=>{let D=d(b),B=A?m.payments(D.length,O(yt(D))):m.soFar(D.length);return r`<${ra} key=${b.from} chosen=${n} index=${A} name=${oa(b)} about=${B} />`})}
<${ra} chosen=${n} index=${o.length} name=${m.otherDates} />
</ul>
</fieldset>
${i&&r`<${Qc} dates=${s} />`} ${ye()&&r`<${Xc} payments=${e} chosen=${a} />`}
<p class="hint">${m.columns}</p>
${t.length>0&&r`<p class="hint">${m.without(kt(t))}</p>`}
<//>
`}var ra=({chosen:e,index:t,name:o,about:n})=>r`
<li>
<label class="setting">
<span>${o}${n&&r`<small>${n}</small>`}</span>
<input class="radio" type="radio" name="quarter" checked=${e.value===t} onChange=${()=>e.value=t} />
</label>
</li>
`;function Qc({dates:e}){let{from:t,to:o}=e.value,n=!!(t&&o&&t>o);return r`
<div class="pair field">
${["from","to"].map(s=>r`
<div key=${s}>
<label class="name" for=${s}>${m[s]}</label>
<input
id=${s} class="input num" type="date" value=${e.value[s]} aria-invalid=${n?"true":null}
aria-describedby="dates-problem"
onChange=${({target:a})=>e.value={...e.value,[s]:a.value}}
/>
</div>
`)}
</div>
<p id="dates-problem" class="problem" role="alert">
${n&&r`<${p} name="refused" small /><span>${m.isReversed}</span>`}
</p>
`}function Xc({payments:e,chosen:t}){let o=new Map(e.map(({account:{owner:n,shortName:s}})=>[n.agency,s]));return r`
<fieldset class="field">
<legend>${m.agencies}</legend>
<div class="chips">
${[["",m.all],...o].map(([n,s])=>r`
<label key=${n} class="choice">
<input type="radio" name="agency" checked=${t.value===n} onChange=${()=>t.value=n} />
<span class="chip"><${p} name="tick" small />${s}</span>
</label>
`)}
</div>
</fieldset>
`}function Wo({payment:e}){let{amount:t,stage:o,double:n}=e,s=ta(e);return r`
<li class="row" aria-current=${Os(new URL(s,location.origin).pathname,e.account.name)?"true":null}>
<div>
<div class="line">
<h3><a class="cover" href=${s} dir="auto">${wt(e)}</a></h3>
<span class="sum">${t===null?"":O(t)}</span>
</div>
<${el} payment=${e} />
<${ol} stage=${o} />
<${nl} payment=${e} />
${n&&r`<p class="meta">${m.isDouble($e(n),O(n.amount??0))}</p>`}
</div>
</li>
`}function el({payment:{account:e,invoice:t,statement:o,stage:n}}){let s=o&&(n==="paid"||!t)?$e(o):t?.invoiceNumber,a=n==="rejected"&&Ke(t,"rejected"),i=[s,a&&m.seen(L(a.at))].filter(Boolean).join(", "),c=ye();return!c&&!i?null:r`
<p class="from">
${c&&r`<${Oe} account=${e} small />`}
<span dir="auto">${[c&&e.agencyName,i].filter(Boolean).join(" · ")}</span>
</p>
`}var tl={phone:[],received:["is-on"],agency:["is-on","is-on"],authorised:["is-on","is-on","is-on"],rejected:["is-on","is-on","is-off"],refused:["is-on","is-off"],paid:["is-good","is-good","is-good","is-good"]},ol=({stage:e})=>r`<div class="clock" aria-hidden="true">${[0,1,2,3].map(t=>r`<i key=${t} class=${tl[e][t]} />`)}</div>`;function nl({payment:e}){let{account:t,invoice:o,stage:n}=e,s=Ht(e),a=Fn(o,t.shortName),i=n==="rejected";return r`
<div class="apart">
${o?.item&&n==="phone"?r`<${Ae} item=${o.item} account=${t} />`:i?r`<p class="state is-bad"><${p} name="refused" small /><span>${m.rejectedBy(t.shortName)}</span></p>`:a?r`<p class=${`state is-${a.tone}`}><${p} name=${a.icon} small /><span>${a.label}</span></p>`:r`<span>${Ho(e)}</span>`}
${s!==null&&!i&&r`<span>${n==="paid"?m.inDays(s):m.days(s)}</span>`}
</div>
`}function ca({payments:e,missing:t}){let o=Eo(e),n=Kr(e);return r`
${o.length||t.length?r`<${sl} waiting=${o} missing=${t} />`:r`<section class="empty"><h2>${m.nothingWaits}</h2><p class="second">${m.nothingWaitsHint}</p></section>`}
<${al} />
<${ia} title=${m.rejected} payments=${n} />
<${ia} title=${m.waiting} payments=${o} />
`}function sl({waiting:e,missing:t}){let{authorised:o,agency:n,received:s,total:a}=Yr(e),i=u=>Lt(u.map(({amount:d})=>d)),c=i(e.filter(({double:u,stage:d})=>u&&d!=="phone")),l=i(e.filter(({stage:u})=>u==="phone"));return r`
<section class="card pad" aria-label=${m.waitingFor}>
<p class="second">${m.waitingFor}</p>
<p class="amount">${O(a)}</p>
<${rl} parts=${[["f-ok",o],["f-tint",n],["f-rest",s]]} />
<p class="legend">
<span class="is-ok">${m.authorisedPart} <b>${O(o)}</b></span>
<span class="is-info">${m.agencyPart} <b>${O(n)}</b></span>
<span>${m.receivedPart} <b>${O(s)}</b></span>
</p>
${c>0&&r`<p class="hint">${m.mayBeDouble(O(c))}</p>`}
${l>0&&r`<p class="hint">${m.onPhone(O(l))}</p>`}
${t.length>0&&r`<p class="hint">${m.without(kt(t))}</p>`}
</section>
`}function rl({parts:e}){let t=e.filter(([,a])=>a>0),o=Lt(t.map(([,a])=>a)),n=100-(t.length-1),s=0;return r`
<svg class="parts" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
${t.map(([a,i])=>{let c=r`<rect key=${a} class=${a} x=${s} width=${i/o*n} height="10" />`;return s+=i/o*n+1,c})}
</svg>
`}function al(){let e=mt(),{jobs:t}=ut(),o=t[0]?.job.completedAt,n=(S.items.value??[]).filter(s=>s.kind==="invoice"&&it(s));return!t.length&&!n.length?null:r`
<ul class="card prose">
${t.length>0&&r`
<${qo} icon="invoice" href=${v("/jobs",{show:"to-invoice"})} title=${m.toInvoice(t.length)}>
${o&&m.oldestDone(zt(o))}
<//>
`}
${n.map(s=>{let a=e.find(({name:i})=>i===V(s.owner));return a&&r`<${il} key=${`${a.name} ${s.id}`} item=${s} account=${a} />`})}
</ul>
`}function il({item:e,account:{name:t,shortName:o}}){let{icon:n,tone:s,label:a,besides:i}=fe(e,o),c=e.state==="refused",l=c?i??m.refusedBy(o):[a,i].filter(Boolean).join(" · ");return r`
<${qo}
icon=${n} tone=${s} href=${v(`/outbox/${e.id}`,{},t)}
title=${c?m.itemIs(le(e),a):le(e)}
>
${l.charAt(0).toUpperCase()+l.slice(1)}
<//>
`}var qo=({icon:e,tone:t,href:o,title:n,children:s})=>r`
<li class="row">
<span class=${t?`disc is-${t}`:"disc"}><${p} name=${e} /></span>
<div><h2><a class="cover" href=${o}>${n}</a></h2><p class="second" dir="auto">${s}</p></div>
<${p} name="next" />
</li>
`;function ia({title:e,payments:t}){return t.length?r`
<h2 class="section"><span>${e}</span><span class="meta">${t.length}</span></h2>
<ul class="card">${t.map((o,n)=>r`<${Wo} key=${n} payment=${o} />`)}</ul>
`:null}var Ln=24,la=Ln;function ma({payments:e,missing:t}){let o=y(R.value.isBack?la:Ln),n=()=>{la=o.value+=Ln},s=jn(e),a=s.slice(0,cl(s,o.value));return r`
${e.length?r`<${ll} payments=${e} missing=${t} />`:r`<section class="empty"><h2>${m.nothingPaid}</h2><p class="second">${m.nothingPaidHint}</p></section>`}
${e.length>0&&r`
<ul class="card prose">
<${qo} icon="download" href=${K("csv")} title=${m.csv}>
${ye()?m.csvHintSeveral:m.csvHint}
<//>
</ul>
`}
${a.map(i=>r`<${ul} key=${i.month} ...${i} />`)}
${a.length<s.length&&r`<button type="button" class="btn" onClick=${n}>${m.showMore}</button>`}
`}function cl(e,t){let[o,n]=[0,0];for(;o<e.length&&n<t;)n+=e[o++].payments.length;return o}function ll({payments:e,missing:t}){let o=Zr(ie()),n=e.filter(({paidOn:i})=>Mo(o,"")(i)),s=zr(jn(n)),a=Math.max(...s.map(({amount:i})=>i),.01);return r`
<section class="card pad" aria-label=${m.paidSince}>
<p class="second">${m.paidSince}</p>
<p class="amount">${O(yt(n))}</p>
${s.length>0&&r`
<table class="months">
<tbody>
${s.map(({month:i,amount:c})=>{let l=i===o.slice(0,7)?m.sinceTaxYear:ss(i);return r`<${ml} key=${i} label=${l} amount=${c} share=${c/a} />`})}
</tbody>
</table>
`}
${t.length>0&&r`<p class="hint">${m.without(kt(t))}</p>`}
</section>
`}var ml=({label:e,amount:t,share:o})=>r`
<tr>
<th scope="row">${e}</th>
<td>
<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
<rect class="f-tint" width=${Math.max(o,0)*100} height="10" rx="1" />
</svg>
</td>
<td>${O(t)}</td>
</tr>
`,ul=({month:e,payments:t,amount:o})=>r`
<h2 class="section"><span>${e?rs(`${e}-01`):m.noDateGiven}</span><span class="meta">${O(o)}</span></h2>
<ul class="card">${t.map((n,s)=>r`<${Wo} key=${s} payment=${n} />`)}</ul>
`;function pl(){let{payments:e,sources:t,isReading:o}=Bo(),n=t.filter(({resource:{body:i,busy:c}})=>!i&&!c),s=Tn(e),a=e.length>0||t.length>n.length&&!o;return r`
<${lo}
name="money" title=${m.title} sources=${t} tabs=${r`<${dl} payments=${e} paid=${s} />`}
sheet=${se()==="csv"&&r`<${aa} payments=${s} missing=${n} />`}
>
${!a&&r`<p class="hint" role="status">${o?m.reading:t.length?m.unread:m.notOffered}</p>`}
${a&&(ua()?r`<${ma} payments=${s} missing=${n} />`:r`<${ca} payments=${e} missing=${n} />`)}
<//>
`}var ua=()=>Ss().get("show")==="paid";function dl({payments:e,paid:t}){let o=ua();return r`
<nav class="tabs" aria-label=${m.tabs}>
<a href=${v("/money")} aria-current=${o?null:"page"}>${m.waiting} <span>${Eo(e).length}</span></a>
<a href=${v("/money",{show:"paid"})} aria-current=${o?"page":null}>${m.paid} <span>${t.length}</span></a>
</nav>
`}function pa(e){return[...new Set(e.map(({branchName:n})=>n??""))].sort((n,s)=>+!n-+!s||n.localeCompare(s)).map(n=>{let s=e.filter(({branchName:a})=>(a??"")===n);return{name:n,contacts:[...s.filter(_o),...s.filter(a=>!_o(a))]}})}var _o=({name:e,role:t,branchName:o})=>!t&&e===o;function fl(){let e=We(),t=oe("contacts"),o=t.body?.contacts,n=e?[{...e,resource:t}]:[];return r`
<${P} parent="/account" account=${e} title=${e?.agencyName??ne.title} meta=${ne.title} what=${ne.title} sources=${n}>
${o?pa(o).map(({name:s,contacts:a})=>r`<${$l} key=${s} name=${s} contacts=${a} />`):r`<p class="hint" role="status">${t.problem??C.loading}</p>`}
${o&&r`<p class="hint">${o.length?ne.who:ne.none} ${t.asOf&&ne.asOf(ce(t.asOf))}</p>`}
<//>
`}var $l=({name:e,contacts:t})=>r`
<h2 class="section"><span dir="auto">${e||ne.noBranch}</span></h2>
<ul class="card">${t.map(o=>r`<${hl} key=${o.contactId} contact=${o} />`)}</ul>
`;function hl({contact:e}){let{name:t,role:o,email:n,phone:s,mobile:a}=e,i=_o(e)?ne.branch(t??ne.unnamed):t??ne.unnamed,c=[a,s].filter(d=>d!==null),l=c.map(Dt).filter(Boolean),u=bo(n);return r`
<li class="row">
<div>
<h3 dir="auto">${i}</h3>
${o&&r`<p class="second" dir="auto">${o}</p>`}
${c.map(d=>r`<p class="second" dir="auto">${d}</p>`)}
</div>
${u&&r`<a class="icon-btn" href=${u} aria-label=${ne.email(i)}><${p} name="mail" /></a>`}
${l.map(d=>r`
<a class="icon-btn is-round" href=${`tel:${d}`} aria-label=${l.length>1?ne.callOn(i,d):ne.call(i)}>
<${p} name="ring" />
</a>
`)}
</li>
`}function Uo({job:e,account:t}){let[o,n]=[y(null),y(!1)];return[async a=>{if(n.value)return!1;n.value=!0,o.value=null;try{return await S.add(t.owner,{kind:"completion",jobId:e.jobId,about:_(e),content:{completed:a},document:null}),j(a?h.canUndo(es/1e3):h.reopening),!0}catch(i){return o.value=q(i)??h.notKept,!1}finally{n.value=!1}},o.value]}function Vo(e,t){let o=y(null);return[async()=>{o.value=null;try{e&&await S.takeBack(e),j(t)}catch(s){o.value=q(s)??h.tooLate}},o.value]}var da=1e3;function fa(e){let[t,o]=re(0);N(()=>{let n=e-Date.now();if(n<=0)return;let s=setTimeout(()=>o(t+1),n%da||da);return()=>clearTimeout(s)},[e,t])}function $a(e,t,o){return o&&"completed"in o.content&&!it(o)?o.content.completed?"done":"open":t?"cancelled":e.completed?"done":"open"}function ha({stage:e,offers:t,isInvoiced:o,canCall:n}){let s={note:t.includes("notes.add"),invoice:t.includes("invoices.submit")&&!o,more:!0,done:t.includes("jobs.complete"),call:n},a={open:["note","invoice","more","done"],done:["note","more","invoice"],cancelled:["note","call"]}[e].filter(c=>s[c]),i=a.at(-1)??null;return{names:a,primary:i==="done"||e==="done"&&i==="invoice"?i:null}}function va({invoicing:e},t,{invoices:o,statements:n}){if(e||n.length)return!0;let[s,a]=[o.filter(ba),o.filter(c=>!ba(c))],i=c=>c.state!=="refused"&&!s.some(l=>je(l,c));return a.length>0||t.some(c=>c.kind==="invoice"&&i(c))}var ba=({status:e})=>e==="rejected";function ga({status:e="",rejectedBy:t,history:o=[]},n){let s=o.findLast(l=>l.status===e),a=s?L(s.at):null,i=a&&(s?.exact?a:h.seen(a)),c=(l,u,d,f=null)=>({icon:l,tone:u,label:d,besides:f});switch(e){case"sending":return c("parcel","info",h.received,a);case"unconfirmed":return c("eye","wait",Z.beingChecked,Z.mayHaveArrived);case"review":return c("ring","wait",Z.ring(n));case"rejected":return t==="system"?c("refused","bad",Z.refused):c("refused","bad",h.rejected(n),i);case"authorised":return c("tick","ok",h.authorised,i);case"paid":return c("tick","ok",h.paid,i);default:return c("tick","ok",Z.withAgency,a&&h.since(a))}}function Ko({job:e,items:t,invoices:o,ownName:n}){let{notes:s=[],reportedAt:a,reportedBy:i,completedAt:c,invoicing:l}=e,u=o.filter(f=>!t.some(g=>g.kind==="invoice"&&yl(g,f))),d=[...s.map((f,g)=>bl(f,g,n)),...t.filter(f=>!wl(f,s,u)).map(vl),...u.map(gl)];return l&&d.push({kind:"mark",key:"mark",at:Date.parse(l.at),mark:l}),c&&!kl(t)&&d.push({kind:"done",key:"done",at:Date.parse(c)}),(a||i?.name)&&d.push({kind:"reported",key:"reported",at:Hn(a),by:i?.name??null}),d.sort((f,g)=>(g.at??-1/0)-(f.at??-1/0)||0)}var bl=(e,t,o)=>({kind:"note",key:`note ${e.noteId??`at ${t}`}`,at:Hn(e.createdAt),note:e,isOwn:e.author===o}),vl=e=>({kind:"item",key:`item ${e.id}`,at:e.addedAt,item:e}),gl=(e,t)=>({kind:"invoice",key:`invoice ${e.invoiceId??e.submissionId??`at ${t}`}`,at:Hn(e.submittedAt??e.history?.[0]?.at??e.invoiceDate),invoice:e}),yl=(e,t)=>["checking","review"].includes(e.state)&&je(t,e);function wl(e,t,o){if(e.state!=="done")return!1;if(e.kind==="invoice")return o.some(s=>je(s,e));let{noteId:n}=e.result??{};return e.kind==="note"&&t.some(s=>n?s.noteId===n:s.note===e.content.note)}function kl(e){let t=e.filter(({kind:o,state:n})=>o==="completion"&&n==="done").at(-1);return!!(t&&"completed"in t.content&&t.content.completed)}var Il=1e3,Go=({addedAt:e,heldUntil:t})=>Math.max(e,t)+Il,Hn=e=>e?Date.parse(e):null;function It({job:e,account:t}){let{owner:o,agency:n}=t,s=n?.offers??[],a=xl(e.jobId,o,s),i=S.itemsOf(o,e.jobId),c=vs(o,e.jobId);fa(Math.max(0,...i.map(Go)));let l=$a(e,At({job:e,account:t}),c),u=Pe(l==="cancelled"?t:null),d=va(e,i,a);return{...a,office:u,items:i,stage:l,completion:c,undoable:c&&ts(c,Date.now())?c:null,isInvoiced:d,...ha({stage:l,offers:s,isInvoiced:d,canCall:!!u})}}function xl(e,t,o){let n=oe(o.includes("invoices.list")?"invoices":null,t).body?.invoices??[],s=oe(o.includes("statements.pending")?"statements/pending":null,t).body?.statements??[],a=oe(o.includes("statements.historical")?"statements/historical":null,t).body?.statements??[];return{invoices:n.filter(i=>i.jobId===e),statements:[...s,...a].filter(i=>i.jobId===e)}}var Sl={note:"note",invoice:"invoice",more:"more",done:"tick",call:"ring"};function ya({job:e,account:t}){let{undoable:o,names:n,primary:s,office:a}=It({job:e,account:t}),[i,c]=Uo({job:e,account:t}),[l,u]=Vo(o,h.undone);Al(o);let d=g=>{let w=g==="call"?h.call(t.shortName):h.actions[g],b=g===s?"btn is-primary":n.includes("more")?"btn is-over":"btn",A=r`<${p} name=${Sl[g]} />${w}`;if(g==="done")return r`<button key=${g} class=${b} type="button" onClick=${()=>i(!0)}>${A}</button>`;let D={note:K("note"),more:K("more"),invoice:v(`/jobs/${e.jobId}/invoice`,{},t.name),call:`tel:${a?.number}`}[g];return r`<a key=${g} class=${b} href=${D}>${A}</a>`},f=c??u;return r`
<footer class=${o?"bar is-held":s?"bar":"bar is-even"} aria-label=${o?h.undo:h.bar}>
${f&&r`<p key="problem" class="problem" role="alert">${f}</p>`}
${o?r`<${Ol} key="held" item=${o} agency=${t.shortName} onUndo=${l} />`:n.map(d)}
</footer>
`}var Ol=({item:e,agency:t,onUndo:o})=>r`
<button class="btn" type="button" onClick=${o}><${p} name="undo" />${h.undo}</button>
<p class="held" role="status">
<span>
${h.doneAt(Q(e.addedAt))}
<small aria-hidden="true">${h.toldIn(t,Math.ceil((e.heldUntil-Date.now())/1e3))}</small>
</span>
<span class="tick is-s"><${p} name="tick" /></span>
</p>
`;function Al(e){let t=M(e);t.current=e,N(()=>()=>{t.current&&S.release(t.current).catch(()=>{})},[])}var Pl={note:"note",invoice:"invoice"};function wa({job:e,account:t,facts:{items:o,invoices:n}}){let s=Ko({job:e,items:o,invoices:n,ownName:t.displayName});return r`
<h2 class="section"><span>${h.activity}</span>${s.length>1&&r`<span class="meta">${h.newestFirst}</span>`}</h2>
${!e.notesComplete&&r`<p class="hint" role="status">${h.notAllNotes}</p>`}
<ol class="feed">
${s.map((a,i)=>r`
${Yo(a)!==Yo(s[i-1])&&r`<li class="day" key=${`day ${Yo(a)}`}>${Yo(a)}</li>`}
<${Nl} key=${a.key} entry=${a} account=${t} />
`)}
</ol>
`}var Yo=e=>e&&(e.at===null?h.undated:is(e.at));function Nl({entry:e,account:t}){let{at:o}=e;switch(e.kind){case"item":return r`<${Cl} item=${e.item} account=${t} />`;case"note":return e.isOwn?r`<${st} icon="note" title=${h.you} at=${o}><${Jn} text=${e.note.note} isOwn /><${ka} ...${Dl} /><//>`:r`<${st} account=${t} title=${e.note.author||h.noName} at=${o}><${Jn} text=${e.note.note} /><//>`;case"invoice":return r`<${Rl} invoice=${e.invoice} account=${t} at=${o} />`;case"mark":return r`
<${st} icon="statement" title=${h.marks[e.mark.state]} at=${o}>
${e.mark.invoiceNumber&&r`<p class="second" dir="auto">${e.mark.invoiceNumber}</p>`}
<//>
`;case"done":return r`<${st} icon="tick" tone="ok" title=${h.doneEntry} at=${o} />`;default:return r`<${st} icon="jobs" title=${h.reportedEntry(e.by)} at=${o} />`}}var Dl={icon:"tick",tone:"ok",label:Z.withAgency,besides:null},st=({icon:e="",account:t,tone:o=null,title:n,at:s,children:a})=>r`
<li>
${t?r`<${Oe} account=${t} />`:r`<span class=${o?`dot is-${o}`:"dot"}><${p} name=${e} /></span>`}
<div>
<p class="what">
<span dir="auto">${n}</span>${s!==null&&r`<time datetime=${new Date(s).toISOString()}>${Q(s)}</time>`}
</p>
${a}
</div>
</li>
`,Jn=({text:e,isOwn:t=!1,isHere:o=!1})=>r`
<p class=${["say",t&&"is-own",o&&"is-here"].filter(Boolean).join(" ")} dir="auto">${e}</p>
`,ka=({icon:e,tone:t,label:o,besides:n})=>r`
<p class=${`state is-${t}`}><${p} name=${e} small /><span dir="auto">${[o,n].filter(Boolean).join(" · ")}</span></p>
`;function Cl({item:e,account:t}){let{tone:o}=fe(e,t.shortName),n=e.kind==="note",s=e.kind==="completion"?e.content.completed?"tick":"reopen":Pl[e.kind];return r`
<${st} icon=${s} tone=${n&&e.state==="done"?null:o} title=${n?h.you:le(e)} at=${e.addedAt}>
${n&&r`<${Jn} text=${e.content.note} isOwn isHere=${Fe(e)&&!it(e)} />`}
${e.kind==="invoice"&&r`<${Ia} number=${e.content.invoiceNumber} date=${e.content.invoiceDate} />`}
<${Ae} item=${e} account=${t} />
<${Tl} item=${e} account=${t} />
<//>
`}function Tl({item:e,account:t}){let o=v(`/outbox/${e.id}`,{},t.name);if(xt(e)){let n=e.state==="refused",[s,a]=n?["bad",h.seeWhy(t.shortName)]:["wait",h.seeMore(t.shortName)];return r`<p class=${`state is-${s}`}><a class="cover" href=${o}>${a}</a></p>`}return Date.now()<Go(e)?null:Yt(e)?r`<${jl} item=${e} />`:e.state==="waiting"&&at(e)&&r`<p class="state"><a class="cover" href=${o}>${h.editOrDelete}</a></p>`}function jl({item:e}){let[t,o]=Vo(e,h.takenBack);return r`
<button class="btn prose" type="button" onClick=${t}><${p} name="undo" />${h.takeBack}</button>
${o&&r`<p class="problem" role="alert">${o}</p>`}
`}function Rl({invoice:e,account:t,at:o}){let{invoiceId:n,submissionId:s,amount:a,invoiceNumber:i,invoiceDate:c}=e,l=ga(e,t.shortName),u=n??s,d=ys.invoice(a===null?"":O(a));return r`
<${st} icon="invoice" tone=${l.tone} title=${u?r`<a class="cover" href=${v(`/money/invoices/${u}`,{},t.name)}>${d}</a>`:d} at=${o}>
<${Ia} number=${i} date=${c} />
<${ka} ...${l} />
<//>
`}var Ia=({number:e,date:t})=>r`
<p class="second" dir="auto">${[e,t&&L(t)].filter(Boolean).join(", ")}</p>
`;var El=720*36e5;function xa({job:e,stage:t,hasAccess:o}){let{property:n,reportedBy:s,completedAt:a}=e,i=t==="cancelled"||t==="done"&&a!==null&&Date.now()-Date.parse(a)>El,c=i?[]:Bl(e),l=t!=="cancelled"&&s?.name,u=[n?.postcode,l&&h.reportedBy(l),i?null:Fl(s?.phone)];return r`
<section class="card" aria-label=${h.whereAndWho}>
${n?.access&&o&&r`<p class="access"><${p} name="key" /><span class="lines" dir="auto">${n.access}</span></p>`}
<div class="pad stack">
<div>
<h2 dir="auto">${Ll(e)||h.noAddress}</h2>
<p class="second" dir="auto">${u.filter(Boolean).join(" · ")}</p>
</div>
${c.length>0&&r`<div class="tiles">${c.map(d=>r`<${Ml} key=${d.icon} ...${d} />`)}</div>`}
</div>
</section>
`}function Ml({icon:e,label:t,href:o}){let n=o.startsWith("https:")?{target:"_blank",rel:"noopener noreferrer"}:{};return r`<a class="tile" href=${o} dir="auto" ...${n}><${p} name=${e} />${t}</a>`}function Bl(e){let{reportedBy:t,emergency:o}=e,[n,s,a]=[pe(e),Dt(t?.phone),bo(t?.email)],i=Bs(t?.name),c=s?[{icon:"ring",label:h.call(i),href:`tel:${s}`}]:[];return[...o?c:[],...n?[{icon:"map",label:h.directions,href:Fs(n)}]:[],...o?[]:c,...Ms(s)?[{icon:"text",label:h.text(i),href:`sms:${s}`}]:[],...!s&&a?[{icon:"mail",label:h.email(i),href:a}]:[]]}function Fl(e){let t=(e??"").replace(/\D/g,"");return e&&(new RegExp("\\p{L}","u").test(e)||t.length>Dt(e).length)?e:null}function Ll({property:e}){let{address:t,postcode:o}=e??{};return(o&&t?.endsWith(o)?t.slice(0,-o.length).replace(/[\s,]+$/,""):t)??""}function Sa({job:e,account:t}){let o=It({job:e,account:t}),{stage:n,undoable:s}=o,a=Vt(io),i=r`
<${xa} job=${e} stage=${n} hasAccess=${n==="open"||s!==null} />
${e.description&&n!=="cancelled"&&r`<section class="card pad" aria-label=${h.whatIsWrong}><p class="lines" dir="auto">${e.description}</p></section>`}
`,c=r`<${wa} job=${e} account=${t} facts=${o} />`;return r`
<div><${co} title=${_(e)} /><${Hl} job=${e} facts=${o} /></div>
${n==="cancelled"&&r`
<p class="banner is-card is-bad">
<${p} name="cancelled" /><span><b>${h.doNotGo}</b> ${h.agencyCancelled(t.shortName)}</span>
</p>
`}
${a?r`<div class="columns"><div class="stack">${i}</div><div>${c}</div></div>`:r`${i}${c}`}
`}function Hl({job:e,facts:{stage:t,completion:o}}){let{emergency:n,priority:s,priorityRank:a,status:i,completedAt:c}=e,l=o?.addedAt??c,u=n&&t==="open";return r`
<p class="tags prose">
${t==="cancelled"&&r`<span class="tag"><${p} name="cancelled" small />${h.cancelled}</span>`}
${t==="done"&&r`<span class="tag is-ok"><${p} name="tick" small />${h.done(l?ce(l):null)}</span>`}
${u&&r`<span class="tag is-alarm"><${p} name="emergency" small />${h.emergency}</span>`}
${s&&!u&&t!=="cancelled"&&r`<span class="tag" dir="auto">${a===1&&r`<${p} name="high" small />`}${s}</span>`}
${i&&t==="open"&&r`<span class="tag" dir="auto">${i}</span>`}
</p>
`}function Oa(e,t){let o=e.trimEnd(),n=/[\p{L}\p{N})]$/u.test(o)?". ":" ";return`${o?o+n:""}${t.replace("…","")}`}function Pa({job:e,account:t}){let o=be(t.agency),[n,s]=ot(`note on ${e.jobId}`),[a,i]=[y(null),y(!1)],c=M(null),l=async w=>{if(w.preventDefault(),i.value)return;let b=tt(n.value??"");if(a.value=$o(b,o),!a.value){i.value=!0;try{await S.add(t.owner,{kind:"note",jobId:e.jobId,about:_(e),content:{note:b},document:null}),s(null),j(Se.added),G()}catch(A){a.value=q(A)??Se.notKept,i.value=!1}}},u=({target:w})=>s(w.value||null),d=w=>{w.key==="Enter"&&(w.ctrlKey||w.metaKey)&&l(w)},f=w=>{s(Oa(n.value??"",w)),c.current?.focus()},g=r`
<footer class="bar" aria-label=${h.actionsLabel} onMouseDown=${Aa}>
<button class="btn is-primary" form="note-form"><${p} name="note" />${Se.add}</button>
</footer>
`;return r`
<${Y} title=${Se.title(t.shortName)} footer=${g}>
<form id="note-form" onSubmit=${l} noValidate>
<div class=${a.value?"field is-wrong":"field"}>
<label class="hidden" for="note">${Se.title(t.shortName)}</label>
<textarea
ref=${c} id="note" class="input" rows="2" autofocus maxlength=${o.noteCharacters} dir="auto"
aria-describedby="note-hint note-problem" aria-invalid=${a.value?"true":null}
value=${n.value??""} onInput=${u} onKeyDown=${d}
></textarea>
<p id="note-problem" class="problem" role="alert">${a.value}</p>
<${Jl} isSaved=${!!n.value&&!S.isInMemory.value} agency=${t.shortName} />
</div>
<div class="chips prose" role="group" aria-label=${Se.phrasesLabel} onMouseDown=${Aa}>
${Se.phrases.map(w=>r`<button key=${w} type="button" class="chip" onClick=${()=>f(w)}>${w}</button>`)}
</div>
</form>
<//>
`}var Jl=({isSaved:e,agency:t})=>e?r`<p id="note-hint" class="hint is-saved"><${p} name="tick" small />${Se.saved}</p>`:r`<p id="note-hint" class="hint">${Se.readers(t)}</p>`,Aa=e=>e.preventDefault();function Na({job:e,account:t}){let o=It({job:e,account:t});switch(se()){case"note":return o.names.includes("note")&&r`<${Pa} job=${e} account=${t} />`;case"more":return r`<${Wl} job=${e} account=${t} facts=${o} />`;case"reopen":return Da(o,t)&&r`<${_l} job=${e} account=${t} />`;case"elsewhere":return Ca(e,o)&&r`<${Rs} job=${e} account=${t} />`;default:return null}}var Da=({stage:e,completion:t},{agency:o})=>e==="done"&&!t&&!!o?.offers.includes("jobs.complete"),Ca=({invoicing:e},{stage:t,isInvoiced:o})=>t==="done"&&(!o||e!==null);function Wl({job:e,account:t,facts:o}){let n=pe(e),s=Pe(t);return r`
<${Y} title=${h.more}>
<div class="acts">
${Da(o,t)&&r`<${Wt} icon="reopen" href=${K("reopen")}>${h.reopen}<//>`}
${Ca(e,o)&&r`<${Wt} icon="statement" href=${K("elsewhere")}>${h.elsewhere}<//>`}
${s&&r`<${Wt} icon="ring" href=${`tel:${s.number}`}>${h.call(t.shortName)}<//>`}
${t.agency?.offers.includes("contacts")&&r`<${Wt} icon="contacts" href=${v("/contacts",{},t.name)}>${h.contacts}<//>`}
<${Wt} icon="print" href=${v(`/jobs/${e.jobId}/print`,{},t.name)}>${h.sheet}<//>
${n&&r`<${ql} text=${n} />`}
</div>
<//>
`}var Wt=({icon:e,href:t,children:o})=>r`<a class="btn" href=${t} data-replace><${p} name=${e} />${o}</a>`;function ql({text:e}){let t=y(h.copyAddress);return r`<button class="btn" type="button" onClick=${async()=>{try{await navigator.clipboard.writeText(e),t.value=h.copied}catch{t.value=h.notCopied}j(t.value)}}><${p} name="copy" />${t.value}</button>`}function _l({job:e,account:t}){let[o,n]=Uo({job:e,account:t}),s=async()=>{await o(!1)&&G()},a=r`
<footer class="bar" aria-label=${h.actionsLabel}>
<button class="btn is-danger" type="button" onClick=${s}>${h.reopen}</button>
<button class="btn is-primary" type="button" onClick=${G} autofocus><${p} name="tick" />${h.keepDone}</button>
</footer>
`;return r`
<${Y} title=${h.reopenQuestion} footer=${a}>
<p>${h.reopenMore(t.shortName)}</p>
${n&&r`<p class="problem" role="alert">${n}</p>`}
<//>
`}function Ul({id:e}){let{job:t,resource:o,account:n}=ke(e);if(!n)return null;let s={parent:"/",account:n,what:h.thisJob,sources:[{...n,resource:o}]};if(!t)return r`<${P} ...${s}><${Wn} text=${o.problem??C.loading} /><//>`;let a={job:t,account:n};return r`
<${P}
...${s}
meta=${Vl(t)}
className="page stack"
bar=${r`<${ya} ...${a} />`}
sheet=${r`<${Na} ...${a} />`}
>
<${Sa} ...${a} />
<//>
`}var Vl=({reference:e,category:t})=>[e,t].filter(Boolean).join(", "),Wn=({text:e})=>r`
<${co} title=${h.title} />
<p class="hint" role="status">${e}</p>
`;function Kl({id:e}){let{job:t,resource:o,account:n}=ke(e);if(!n)return null;let s=r`
<footer class="bar" aria-label=${h.actionsLabel}>
<button class="btn is-primary" type="button" onClick=${()=>window.print()}><${p} name="print" />${he.print}</button>
</footer>
`;return r`
<${P} parent="/" account=${n} meta=${h.sheet} what=${h.thisJob} sources=${[{...n,resource:o}]} className="paper" bar=${t&&s}>
${t?r`<${Gl} job=${t} account=${n} />`:r`<${Wn} text=${o.problem??C.loading} />`}
<//>
`}function Gl({job:e,account:t}){let{description:o,property:n,reportedBy:s,reference:a,priority:i,category:c}=e,l=Pe(t),u=de(`${h.sheet}: ${_(e)}`),d=[[he.where,pe(e)||h.noAddress],[he.reportedBy,ja(s?.name,s?.phone)],[he.agency,ja(t.agencyName,l?.name,l?.phone)]];return r`
<header>
<div>
<h1 ref=${u} tabindex="-1" dir="auto">${_(e)}</h1>
<p class="second" dir="auto">${[a,i,c,t.agencyName].filter(Boolean).join(" · ")}</p>
</div>
<div class="end">
<b dir="auto">${t.displayName}</b>
<p class="meta">${he.printed(te(Date.now()),Q(Date.now()))}</p>
</div>
</header>
${n?.access&&r`<p class="box lines" dir="auto">${n.access}</p>`}
<${Ta} rows=${d.filter(([,f])=>f)} />
${o&&r`<p class="lines" dir="auto">${o}</p>`}
<h2 class="section">${he.whatHappened}</h2>
<${Ta} rows=${Yl(e,t)} />
<${zo} title=${he.workDone} number=${3} />
<${zo} title=${he.parts} number=${2} />
<div class="pair"><${zo} title=${he.onSite} number=${1} /><${zo} title=${he.signature} number=${1} /></div>
`}var Ta=({rows:e})=>r`
<table>
<tbody>
${e.map(([t,o],n)=>r`<tr key=${n}><th scope="row">${t}</th><td class="lines" dir="auto">${o}</td></tr>`)}
</tbody>
</table>
`,zo=({title:e,number:t})=>r`
<div><h2 class="section">${e}</h2>${Array.from({length:t},(o,n)=>r`<p key=${n} class="write"></p>`)}</div>
`,Yl=(e,{displayName:t})=>Ko({job:e,items:[],invoices:[],ownName:t}).flatMap(o=>{let n=o.at===null?h.undated:`${te(o.at)}, ${Q(o.at)}`;return o.kind==="note"?[[n,`${o.note.author||h.noName}: ${o.note.note}`]]:o.kind==="done"?[[n,h.doneEntry]]:o.kind==="reported"?[[n,h.reportedEntry(o.by)]]:[]}),ja=(...e)=>e.filter(Boolean).join(", ");var qn=["reference","postcode","phone"],zl=["title","address","name","category","reference"],Ea=/[\s\-\u2010-\u2015]/,Zl=new RegExp(`${Ea.source}+`,"g"),Ql=3,Xl=5,_n=e=>e.replace(Zl,""),Ma=e=>e.toLowerCase().split(/\s+/).filter(Boolean);function Qo({title:e,description:t,reference:o,category:n,property:s,reportedBy:a}){let i={title:e,address:s?.address,reference:o,postcode:s?.postcode,name:a?.name,phone:a?.phone,category:n,description:t};return Object.fromEntries(Object.entries(i).filter(([,c])=>c))}var Ra=new WeakMap;function em(e){let t=Ra.get(e);if(t)return t;let o=Object.entries(Qo(e)),n=o.filter(([i])=>!qn.includes(i)).map(([,i])=>i.toLowerCase()),s=o.filter(([i])=>qn.includes(i)).map(([,i])=>_n(i.toLowerCase())),a={text:n.join(`
`),codes:s.join(`
`)};return Ra.set(e,a),a}function Zo(e,t){let o=t.map(n=>({word:n,code:_n(n)}));return e.filter(({job:n})=>{let{text:s,codes:a}=em(n);return o.every(({word:i,code:c})=>s.includes(i)||a.includes(c))})}function Ba(e,t){let o=new Set;for(let n of t){let a=Object.entries(e).find(([i,c])=>Un(c,[n],i).some(({isHit:l})=>l));a&&o.add(a[0])}return o}function Un(e,t,o){let n=e.toLowerCase();if(n.length!==e.length)return[{text:e,isHit:!1}];let s=qn.includes(o),a=Array.from({length:e.length},(l,u)=>u).filter(l=>!s||!Ea.test(e[l])),i=a.map(l=>n[l]).join(""),c=new Array(e.length).fill(!1);for(let l of t.map(u=>s?_n(u):u).filter(Boolean))for(let u=i.indexOf(l);u>=0;u=i.indexOf(l,u+l.length))c.fill(!0,a[u],a[u+l.length-1]+1);return tm(e,c)}function tm(e,t){let o=[];for(let[n,s]of t.entries()){let a=o.at(-1);a?.isHit===s?a.text+=e[n]:o.push({text:e[n],isHit:s})}return o}function Fa(e,t){let o=om(e),n="",s=t.map(a=>{if(Zo(e,[a]).length)return a;let i=nm(o,a);return n||=i?.text??"",i?.word});return!n||s.includes(void 0)||!Zo(e,s).length?null:{text:s.join(" "),near:n}}function om(e){let t=new Map;for(let{job:o}of e){let n=Qo(o);for(let s of zl.map(a=>n[a]??""))for(let a of s.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu)??[])t.has(a)||t.set(a,s)}return t}function nm(e,t){if(t.length<Ql)return null;let o=t.length<Xl?1:2,n=null;for(let[s,a]of e){let i=Math.abs(s.length-t.length)>o?1/0:sm(t,s);i>o||(n={word:s,text:a},o=i-1)}return n}function sm(e,t){let o=Array.from({length:t.length+1},(n,s)=>s);for(let[n,s]of[...e].entries()){let a=[n+1];for(let i=1;i<=t.length;i++)a.push(Math.min(o[i]+1,a[i-1]+1,o[i-1]+ +(s!==t[i-1])));o=a}return o[t.length]}var rm=24,am=80,La=(e,t)=>o=>{let{job:n,account:s}=o,a=Qo(n),i=Ba(a,e),c=(D,B)=>Un(D,e,B).map(({text:z,isHit:me})=>me?r`<mark>${z}</mark>`:z),{street:l,town:u}=hs(n),{name:d,phone:f,category:g,description:w,reference:b,postcode:A}=a;return r`
<div key=${`${s.name} ${n.jobId}`} class="row" role="listitem">
<div>
<h3><a class="cover" href=${Ps(o)} dir="auto">${c(_(n),"title")}</a></h3>
<p class="second" dir="auto">
${c(l,"address")}${l&&u&&", "}${u&&r`<span class="keep">${c(u,"address")}</span>`}
${i.has("postcode")&&A&&r` <span class="keep">${c(A,"postcode")}</span>`}
</p>
${(i.has("name")||i.has("phone"))&&r`
<p class="second" dir="auto">
${d&&r`${X.reportedBy} ${c(d,"name")}`}${d&&f&&", "}${f&&r`<span class="keep">${c(f,"phone")}</span>`}
</p>
`}
${i.has("category")&&g&&r`<p class="second" dir="auto">${c(g,"category")}</p>`}
${i.has("description")&&w&&r`<p class="second" dir="auto">${c(im(w,e),"description")}</p>`}
<p class="from">
${ye()&&r`<${Oe} account=${s} small />`}
<span dir="auto">${ye()&&s.agencyName}${ye()&&b&&" · "}${b&&c(b,"reference")}</span>
</p>
</div>
${t(o)}
</div>
`};function im(e,t){let o=e.replace(/\s+/g," "),n=t.map(i=>o.toLowerCase().indexOf(i)).filter(i=>i>=0),s=Math.max(0,Math.min(...n,o.length)-rm),a=s+am;return`${s?"…":""}${o.slice(s,a)}${a<o.length?"…":""}`}var cm=400;function lm(){let e=y(R.value.query.get("q")??""),t=de(X.title,{keepsFocus:!R.value.isBack}),{jobs:o,sources:n}=we();Is(void 0),um(e.value);let s=a=>{e.value=a};return r`
<${qe} />
<header class="top">
<${As} parent="/jobs" />
<div><${mm} text=${e.value} onText=${s} /></div>
</header>
<${xs} what=${ro.title} sources=${n} />
<main id="main" class="page">
<h1 ref=${t} class="hidden" tabindex="-1">${X.title}</h1>
<${pm} text=${e.value} jobs=${o} onText=${s} isReading=${rn(n)} />
${rn(n)&&r`<${ks} what=${ro.reading} />`}
<${ws} sources=${n} />
</main>
`}function mm({text:e,onText:t}){let o=M(null);return ge(()=>{R.value.isBack||o.current?.focus()},[]),r`
<form role="search" onSubmit=${s=>{s.preventDefault(),o.current?.blur()}}>
<label class="hidden" for="q">${X.title}</label>
<input
ref=${o} class="input" id="q" type="search" value=${e} autocomplete="off" enterkeyhint="search"
onInput=${({target:s})=>t(s.value)}
/>
</form>
`}function um(e){N(()=>{if(e===(R.value.query.get("q")??""))return;let t=()=>ue(v("/search",e?{q:e}:{}),{replace:!0}),o=setTimeout(t,cm),n=()=>{clearTimeout(o),t()};return addEventListener("click",n,{capture:!0,once:!0}),()=>{clearTimeout(o),removeEventListener("click",n,{capture:!0})}},[e])}function pm({text:e,jobs:t,isReading:o,onText:n}){let s=ze(()=>Ma(e),[e]),a=ze(()=>s.length?Zo(t,s):[],[t,s]),i=ze(()=>dm(a,s),[a,s]),[c,l]=Ts(`search ${e}`);return s.length?a.length?r`
<p class="hint" role="status">${X.results(a.length)}</p>
<${Cs} sections=${i} limit=${c} onMore=${l} />
<p class="hint">${X.hint}</p>
`:!o&&r`<${$m} text=${e.trim()} jobs=${t} searched=${s} onText=${n} />`:r`<p class="hint">${X.hint}</p>`}function dm(e,t){let o=e.filter(a=>!Ie(a)&&!At(a)),n={open:Pt(e.filter(Ie),"reportedAt"),done:Pt(o,"completedAt",{newestFirst:!0}),cancelled:e.filter(At)},s=La(t,fm);return["open","done","cancelled"].map(a=>({name:a,title:X.sections[a],meta:n[a].length,items:n[a],row:s}))}function fm(e){let{emergency:t,priorityRank:o,completedAt:n}=e.job;return n?r`<span class="at is-quiet">${L(n)}</span>`:Ie(e)?t?r`<span class="tag is-alarm"><${p} name="emergency" small />${ro.emergency}</span>`:o===1&&r`<span class="at"><span class="tag"><${p} name="high" small />${X.high}</span></span>`:null}function $m({text:e,jobs:t,searched:o,onText:n}){let s=ze(()=>Fa(t,o),[t,o]);return r`
<p class="hidden" role="status">${X.nothing(e)}</p>
<${ao} art="glass" title=${X.nothing(e)} text=${X.tryPart(s?.near??null)}>
${s&&r`<button type="button" class="btn" onClick=${()=>n(s.text)}><${p} name="search" />${X.searchFor(s.text)}</button>`}
<//>
`}export{Di as AccessibilityScreen,Fi as AccountScreen,Re as Art,fl as ContactsScreen,Ri as DevicesScreen,qi as InstallScreen,fi as InvoiceScreen,oc as ItemScreen,Ul as JobScreen,Jc as MoneyInvoiceScreen,pl as MoneyScreen,Ec as MoneyStatementScreen,Nn as NotFoundScreen,Wi as OtherAccountScreen,Gi as OutboxScreen,cc as PasskeysScreen,Kl as PrintScreen,lm as SearchScreen,ki as SentScreen,pc as SignInScreen,$i as StatementScreen,dc as WelcomeScreen};
