/** The status page's look. Inside the page, and named by its digest in the page's policy, like the block page's. */
export const statusStyle = `
:root{color-scheme:light dark;--ink:#16211c;--paper:#fbfaf6;--line:#cbd0c6;--head:#1f5c43;--on-head:#fff;--danger:#9c1f3b;--danger-ground:#f4d7dc}
@media (prefers-color-scheme:dark){:root{--ink:#e9eee8;--paper:#121a16;--line:#46554d;--head:#17402f;--on-head:#f2f5ef;--danger:#ff9db1;--danger-ground:#5f1527}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.05rem/1.5 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,"DejaVu Sans",sans-serif}
header{background:var(--head);color:var(--on-head);font-weight:700;padding:.75rem 1.25rem}
main{max-width:75rem;margin:0 auto;padding:1.25rem}
h1{margin:.5rem 0}
.scrolls{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:.0625rem solid var(--line);min-width:7rem}
.parts{list-style:none;padding:0;margin:1rem 0}
.parts li{display:grid;gap:.25rem 1rem;padding:.75rem .5rem;border-bottom:.0625rem solid var(--line)}
@media (min-width:60rem){.parts li{grid-template-columns:10rem 6rem 2fr 3fr}}
.failing{background:var(--danger-ground)}
.failing .state{color:var(--danger);font-weight:700}
dl{display:flex;flex-wrap:wrap;gap:.5rem 2rem}
dt{font-size:.9rem}
dd{margin:0;font-weight:700}
`
