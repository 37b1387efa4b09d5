/**
 * The few colours every picture is drawn with. Each is a custom property that `pupil.scss` may soften at night or in
 * print, with the daylight colour as its fallback, so that a picture saved on its own (the button on a school's
 * website, a poster) looks the same. They are written as presentation attributes: the content security policy
 * forbids style attributes.
 */
export const ink = 'var(--pic-ink, #26332c)'
export const leaf = 'var(--pic-leaf, #5f9673)'
export const mint = 'var(--pic-mint, #cfe3d0)'
export const straw = 'var(--pic-straw, #f3e5bd)'
export const sun = 'var(--pic-sun, #ecbe55)'
export const sky = 'var(--pic-sky, #a9cbdc)'
export const mist = 'var(--pic-mist, #dbe9ef)'
export const clay = 'var(--pic-clay, #a3714f)'
export const bark = 'var(--pic-bark, #7b523a)'
export const blush = 'var(--pic-blush, #efb69a)'
export const petal = 'var(--pic-petal, #f6dccd)'
export const cream = 'var(--pic-cream, #fff7e4)'

/** Skin tones for people, from light to dark; a school's children find themselves among them. */
export const skins = ['#f4cfb0', '#e0a97c', '#b97b50', '#9a6a4c', '#7f563f'] as const
