import{C as w,D as E,E as v,F as x,b as $,e as u,f as a,g as m,h as p,l as h,m as y,r as f,s as S,y as A}from"/app/chunk-ecfa3d3c16.js";var P=20,D={"sign-in failed":"Failed attempt to sign in","session ended":"Device signed out",switched:"Account switched",submitted:"Sent",confirmed:"The agency has it",rejected:"The agency's system refused it",unconfirmed:"It may have arrived",review:"The agency was asked whether it arrived",expired:"It could not be sent",abandoned:"It was not sent"},g={code:"with a code",passkey:"with a passkey",oidc:"with your agency's account",handover:"from your agency's own site"};function C(){let t=u([]),e=u(void 0),s=u(null),o=async(i,r)=>{let c=await m(`session/activity?limit=${P}${r}`);s.value=c.status===200?null:p(c),c.status===200&&(t.value=[...i,...c.body.activity],e.value=c.body.next)};return{entries:t,next:e,problem:s,load:()=>o([],""),loadMore:()=>o(t.value,`&after=${e.value}`)}}var I=({entries:t,next:e,problem:s,loadMore:o})=>a`
  <p class="hint">Sign-ins, attempts with your e-mail address, and what you sent, for 90 days.</p>
  <p class="problem" role="alert">${s.value}</p>
  ${e.value===void 0&&!s.value&&a`<p class="loading" role="status">Loading …</p>`}
  <ol class="rows">${t.value.map((i,r)=>a`<${L} key=${r} entry=${i} />`)}</ol>
  ${e.value&&a`<button class="btn btn-secondary" type="button" onClick=${o}>Show more</button>`}
`;function L({entry:{at:t,event:e,detail:s,software:o,network:i}}){let r=D[e]??e[0].toUpperCase()+e.slice(1);return a`
    <li class="row">
      <div>
        <span class="title">${r}${s&&O(s)}</span>
        <span class="about">${[y(t),o,i].filter(Boolean).join(", ")}</span>
      </div>
    </li>
  `}function O(t){let e=g[t.split(":")[0]];return e?` ${e}`:`: ${t.replace(/, AgentOS id [^,]*/,"")}`}var k="session/devices";function q(){let t=u(null),[e,s]=[u(null),u(!1)],o=C(),i=async()=>{let l=await m(k);l.status===200?t.value=l.body.devices:e.value=p(l),await o.load()},r=async(l,n)=>{s.value=!0,e.value=null;let d=await m(l,{method:"DELETE"});[204,404].includes(d.status)?(f(n),await i()):e.value=p(d),s.value=!1};$(()=>{i()},[]);let c=t.value?.filter(({current:l})=>!l)??[];return a`
    <p>If you do not recognise a device, sign it out. Then change the password of your e-mail account.</p>
    <p class="problem" role="alert">${e.value}</p>
    ${t.value?a`<ul class="cards">
          ${t.value.map(l=>a`<${R} key=${l.deviceId} device=${l} busy=${s.value} onEnd=${()=>r(`${k}/${l.deviceId}`,"The device is signed out.")} />`)}
        </ul>`:!e.value&&a`<p class="loading" role="status">Loading …</p>`}
    ${c.length>0&&a`<button class="btn btn-danger" type="button" disabled=${s.value} onClick=${()=>r(k,"You are signed out everywhere else.")}>
      Sign out everywhere else
    </button>`}
    <section aria-labelledby="activity">
      <h2 id="activity">What happened lately</h2>
      <${I} ...${o} />
    </section>
  `}function R({device:t,busy:e,onEnd:s}){let{software:o,network:i,method:r,signedInAt:c,lastSeenAt:l,current:n}=t,d=o??"Unknown device";return a`
    <li class="card">
      <h2 class="title">${d}</h2>
      <p class="about">
        <span>${n?"This device":`Last used ${y(l)}`}</span>
        <span>Signed in ${y(c)}${r&&`, ${g[r]??r}`}${i&&`, from ${i}`}</span>
      </p>
      ${!n&&a`<button class="btn btn-secondary" type="button" disabled=${e} onClick=${s}>
        Sign out<span class="visually-hidden"> ${d}</span>
      </button>`}
    </li>
  `}function b(t){let[e,s]=[u(null),u(!1)],o=u(null),i=async()=>{let{email:n}=S.value,d=await A(n);d.status===204?o.value={email:n,at:Date.now()}:e.value=p(d)},r=async()=>{e.value=o.value=null,s.value=!0;let n=await E();e.value=n?.problem??null,n?.type==="sign-in-too-old"&&await i(),n||await t(),s.value=!1},c=async n=>{o.value=n},l=o.value&&a`<${x} request=${o.value} onRequest=${c} onSignedIn=${r} />`;return{problem:e,busy:s,add:r,codeForm:l}}var T="session/passkeys";function F(){let t=u([]),e=async()=>{let n=await m(T);n.status===200?t.value=n.body.passkeys:o.value=p(n)};$(()=>{e()},[]);let s=async n=>{f(n),v(),await e()},{problem:o,busy:i,add:r,codeForm:c}=b(()=>s("Added.")),l=async n=>{o.value=null,i.value=!0;let d=await m(`${T}/${n}`,{method:"DELETE"});d.status===204?await s("Removed."):o.value=p(d),i.value=!1};return!w&&!t.value.length?null:a`
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p>A passkey signs you in by your fingerprint, face or screen lock. If you lose its device, remove it here.</p>
      <p class="problem" role="alert">${o.value}</p>
      ${t.value.map(n=>a`<${M} key=${n.passkeyId} ...${n} busy=${i.value} onRemove=${()=>l(n.passkeyId)} />`)}
      ${c}
      ${w&&!c&&a`<button class="btn btn-secondary" type="button" disabled=${i.value} onClick=${r}>
        Add a passkey on this device
      </button>`}
    </section>
  `}var M=({name:t,createdAt:e,usedAt:s,busy:o,onRemove:i})=>a`
  <div class="card">
    <h3 class="title">${t}</h3>
    <p class="about">Added ${h(e)}, ${s?`last used ${h(s)}`:"not used yet"}</p>
    <button class="btn btn-secondary" type="button" disabled=${o} onClick=${i}>
      Remove<span class="visually-hidden"> ${t}</span>
    </button>
  </div>
`;function N(){let{problem:t,busy:e,add:s,codeForm:o}=b(()=>{f("Added. No code is needed here next time."),v()});return a`
    <section class="notice offer" aria-labelledby="offer">
      <h2 id="offer">Sign in faster next time</h2>
      <p class="problem" role="alert">${t.value}</p>
      ${o}
      <div class="doing">
        ${!o&&a`<button class="btn btn-primary" type="button" disabled=${e.value} onClick=${s}>
          Use my fingerprint, face or screen lock next time
        </button>`}
        <button class="btn btn-secondary" type="button" disabled=${e.value} onClick=${v}>Not now</button>
      </div>
    </section>
  `}export{q as Devices,N as PasskeyOffer,F as Passkeys};
