import{B as S,C as x,D as h,E as $,F as I,b,e as l,f as a,g as p,h as d,l as k,m as v,r as y,s as C,x as P}from"/app/chunk-ec56b119d3.js";var L=20,q={"sign-in failed":"Failed attempt to sign in","session ended":"Device signed out",switched:"Account switched",submitted:"Sent",confirmed:"The agency has it",rejected:"The agency's system refused it",unconfirmed:"It may have arrived",review:"Only the agency can check whether it arrived",expired:"It could not be sent",abandoned:"It was not sent"},A={code:"with a code",passkey:"with a passkey",oidc:"with your agency's account",handover:"from your agency's own site"};function T(){let t=l([]),e=l(void 0),s=l(null),o=async(i,r)=>{let c=await p(`session/activity?limit=${L}${r}`);s.value=c.status===200?null:d(c),c.status===200&&(t.value=[...i,...c.body.activity],e.value=c.body.next)};return{entries:t,next:e,problem:s,load:()=>o([],""),loadMore:()=>o(t.value,`&after=${e.value}`)}}var D=({entries:t,next:e,problem:s,loadMore:o})=>a`
<p class="hint">Sign-ins, attempts with your e-mail address, and what you sent, for 90 days.</p>
<p class="problem" role="alert">${s.value}</p>
${e.value===void 0&&!s.value&&a`<p class="loading" role="status">Loading …</p>`}
<ol class="rows">${t.value.map((i,r)=>a`<${R} key=${r} entry=${i} />`)}</ol>
${e.value&&a`<button class="btn btn-secondary" type="button" onClick=${o}>Show more</button>`}
`;function R({entry:{at:t,event:e,detail:s,software:o,network:i}}){let r=q[e]??e[0].toUpperCase()+e.slice(1);return a`
<li class="row">
<div>
<span class="title">${r}${s&&F(s)}</span>
<span class="about">${[v(t),o,i].filter(Boolean).join(", ")}</span>
</div>
</li>
`}function F(t){let e=A[t.split(":")[0]];return e?` ${e}`:`: ${t.replace(/, AgentOS id [^,]*/,"").replace(/, [a-z]+-[a-z-]+/,s=>s.replaceAll("-"," "))}`}var E="session/devices";function M(){let t=l(null),[e,s]=[l(null),l(!1)],o=T(),i=async()=>{let n=await p(E);n.status===200?t.value=n.body.devices:e.value=d(n),await o.load()},r=async(n,m)=>{s.value=!0,e.value=null;let u=await p(n,{method:"DELETE"});[204,404].includes(u.status)?(y(m),await i()):e.value=d(u),s.value=!1};b(()=>{i()},[]);let c=t.value?.filter(({current:n})=>!n)??[];return a`
<p>If you do not recognise a device, sign it out. Then change the password of your e-mail account.</p>
<p class="problem" role="alert">${e.value}</p>
${t.value?a`<ul class="cards">
${t.value.map(n=>a`<${B} key=${n.deviceId} device=${n} busy=${s.value} onEnd=${()=>r(`${E}/${n.deviceId}`,"The device is signed out.")} />`)}
</ul>`:!e.value&&a`<p class="loading" role="status">Loading …</p>`}
${c.length>0&&a`<button class="btn btn-danger" type="button" disabled=${s.value} onClick=${()=>r(E,"You are signed out everywhere else.")}>
Sign out everywhere else
</button>`}
<section aria-labelledby="activity">
<h2 id="activity">What happened lately</h2>
<${D} ...${o} />
</section>
`}function B({device:t,busy:e,onEnd:s}){let{software:o,network:i,method:r,signedInAt:c,lastSeenAt:n,current:m}=t,u=o??"Unknown device";return a`
<li class="card">
<h2 class="title">${u}</h2>
<p class="about">
<span>${m?"This device":`Last used ${v(n)}`}</span>
<span>Signed in ${v(c)}${r&&`, ${A[r]??r}`}${i&&`, from ${i}`}</span>
</p>
${!m&&a`<button class="btn btn-secondary" type="button" disabled=${e} onClick=${s}>
Sign out<span class="visually-hidden"> ${u}</span>
</button>`}
</li>
`}function w(t){let[e,s]=[l(null),l(!1)],o=l(null),i=l(()=>{}),r=async()=>{let{email:u}=C.value,f=await P(u);f.status===204?o.value={email:u,at:Date.now()}:e.value=d(f)},c=async(u,f)=>{e.value=o.value=null,s.value=!0;let g=await u();e.value=g?.problem??null,g?.type==="sign-in-too-old"&&(i.value=()=>c(u,f),await r()),g||await t(f),s.value=!1},n=async u=>{o.value=u},m=o.value&&a`<${I} request=${o.value} onRequest=${n} onSignedIn=${i.value} />`;return{problem:e,busy:s,make:c,codeForm:m}}var O="session/passkeys";function N(){let t=l([]),e=async()=>{let n=await p(O);n.status===200?t.value=n.body.passkeys:s.value=d(n)};b(()=>{e()},[]);let{problem:s,busy:o,make:i,codeForm:r}=w(async n=>{y(n),$(),await e()}),c=o.value||!!r;return!S&&!t.value.length?null:a`
<section aria-labelledby="passkeys">
<h2 id="passkeys">Passkeys</h2>
<p>A passkey signs you in by your fingerprint, face or screen lock. If you lose its device, remove it here.</p>
<p class="problem" role="alert">${s.value}</p>
${t.value.map(n=>a`<${j} key=${n.passkeyId} ...${n} busy=${c} onRemove=${()=>i(()=>U(n.passkeyId),"Removed.")} />`)}
${r}
${S&&!r&&a`<button class="btn btn-secondary" type="button" disabled=${o.value} onClick=${()=>i(h,"Added.")}>
Add a passkey on this device
</button>`}
</section>
`}async function U(t){let e=await p(`${O}/${t}`,{method:"DELETE"});return e.status===204?null:x(e)}var j=({name:t,createdAt:e,usedAt:s,busy:o,onRemove:i})=>a`
<div class="card">
<h3 class="title">${t}</h3>
<p class="about">Added ${k(e)}, ${s?`last used ${k(s)}`:"not used yet"}</p>
<button class="btn btn-secondary" type="button" disabled=${o} onClick=${i}>
Remove<span class="visually-hidden"> ${t}</span>
</button>
</div>
`;function z(){let{problem:t,busy:e,make:s,codeForm:o}=w(i=>{y(i),$()});return a`
<section class="notice offer" aria-labelledby="offer">
<h2 id="offer">Sign in faster next time</h2>
<p class="problem" role="alert">${t.value}</p>
${o}
<div class="doing">
${!o&&a`<button class="btn btn-primary" type="button" disabled=${e.value} onClick=${()=>s(h,"Added. No code is needed here next time.")}>
Use my fingerprint, face or screen lock next time
</button>`}
<button class="btn btn-secondary" type="button" disabled=${e.value} onClick=${$}>Not now</button>
</div>
</section>
`}export{M as Devices,z as PasskeyOffer,N as Passkeys};
