/**
 * The block page's look: Hedgerow's own colours (app/src/web/assets/tones.mjs has them all), by daylight and in the
 * dark. It stands inside the page because the page is shown in place of another site, from which nothing may be fetched.
 */
export const style = `
:root{color-scheme:light dark;--ink:#16211c;--soft:#4b5751;--paper:#fbfaf6;--card:#fff;--line:#cbd0c6;--head:#1f5c43;--on-head:#fff;--act:#1f5c43;--on-act:#fff;--sky:#1d5f8a;--straw:#f3e9c9;--straw-ink:#4a3a06;--leaf:#5f9673;--wood:#a3714f;--sky-pic:#dbe9ef}
@media (prefers-color-scheme:dark){:root{--ink:#e9eee8;--soft:#b4c0b8;--paper:#121a16;--card:#1b2520;--line:#46554d;--head:#17402f;--on-head:#f2f5ef;--act:#8fd3b3;--on-act:#10201a;--sky:#8cc8f0;--straw:#463b1a;--straw-ink:#f5e6b4;--leaf:#4c7d5f;--wood:#8a6145;--sky-pic:#1d2f38}}
*{box-sizing:border-box}
html{font-size:118.75%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font:1rem/1.5 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,"DejaVu Sans",sans-serif;overflow-wrap:anywhere}
header{background:var(--head);color:var(--on-head);font-weight:700}
.wide,main{width:100%;max-width:36rem;margin:0 auto;padding:.75rem 1rem}
main{flex:1;padding-top:1.5rem;padding-bottom:2rem}
.picture svg{display:block;width:8rem;height:auto;margin:0 0 1rem}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1rem;margin:0 0 .25rem}
p,ul{margin:0 0 1rem}
ul{padding-left:1.25rem}
.ways{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.5rem 0}
.ways a{display:block;padding:.7rem 1.1rem;border-radius:.4rem;border:.125rem solid var(--act);font-weight:700;text-decoration:none;color:var(--act)}
.ways .tell{background:var(--act);color:var(--on-act)}
.ways a:hover{text-decoration:underline}
a:focus-visible,summary:focus-visible{outline:.25rem solid #ffd43b;outline-offset:.1rem;box-shadow:0 0 0 .4rem #16211c}
details{border-top:.0625rem solid var(--line);padding-top:.75rem}
summary{cursor:pointer;color:var(--sky);text-decoration:underline;padding:.25rem 0;width:fit-content}
details p{margin-top:.75rem}
dl{margin:1rem 0 0;color:var(--soft);font-size:.85rem}
dt{font-weight:700}
dd{margin:0 0 .5rem}
.reference{font-family:ui-monospace,"DejaVu Sans Mono",monospace}
footer{background:var(--straw);color:var(--straw-ink)}
@media (min-height:40rem){footer{position:sticky;bottom:0}}
footer ul{list-style:none;padding:0;margin:0}
@media (min-width:40rem){main{padding-top:2.5rem}.wide,main{padding-left:1.5rem;padding-right:1.5rem}}
@media print{footer,header{background:none;color:#000}}
`
