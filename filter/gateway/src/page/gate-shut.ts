/** Our hedge with its gate shut, in the colours of the page. It says nothing that the words do not: no title. */
export const gateShut = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 96" aria-hidden="true" focusable="false">
<rect width="160" height="96" rx="14" fill="var(--sky-pic)"/>
<g fill="var(--leaf)"><path d="M0 82V50a11 11 0 0 1 9-11 12 12 0 0 1 17-8 12 12 0 0 1 18 5 11 11 0 0 1 8 11v35z"/><path d="M108 82V47a11 11 0 0 1 9-10 12 12 0 0 1 18-5 12 12 0 0 1 17 8 10 10 0 0 1 8 10v32z"/></g>
<path d="M0 82h160v0a14 14 0 0 1-14 14H14A14 14 0 0 1 0 82z" fill="var(--leaf)" opacity=".55"/>
<g fill="none" stroke="var(--wood)" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"><path d="M55 84V40M105 84V40M55 48h50M55 62h50M55 76h50M58 75 102 49"/></g>
<circle cx="105" cy="62" r="4.500" fill="var(--straw)"/>
</svg>`
