/**
 * Every colour of Hedgerow, by daylight and in the dark: name → [light, dark]. A test reckons the contrast of each pair
 * that meets on a page (see tone-pairs in colours.test.ts). Green acts, berry is danger and overdue, sky is a link,
 * straw waits on somebody.
 */
export const tones = {
  ink: ['#16211c', '#e9eee8'],
  'soft-ink': ['#4b5751', '#b4c0b8'],
  paper: ['#fbfaf6', '#121a16'],
  card: ['#ffffff', '#1b2520'],
  quiet: ['#f0f1e9', '#222e28'],
  hover: ['#d9ddd2', '#33423a'],
  line: ['#cbd0c6', '#46554d'],
  edge: ['#7f8a82', '#6c7a72'],
  header: ['#1f5c43', '#17402f'],
  'on-header': ['#ffffff', '#f2f5ef'],
  action: ['#1f5c43', '#8fd3b3'],
  'action-hover': ['#174a35', '#a9dfc6'],
  'action-edge': ['#0d2f21', '#4c8a6c'],
  danger: ['#9c1f3b', '#ff9db1'],
  'danger-hover': ['#7d162e', '#ffb6c5'],
  'danger-edge': ['#560d1e', '#b3566b'],
  'on-strong': ['#ffffff', '#10201a'],
  sky: ['#1d5f8a', '#8cc8f0'],
  'sky-hover': ['#123f5e', '#b5dcf7'],
  'sky-visited': ['#5b3d80', '#cbb3ee'],
  straw: ['#f3e9c9', '#463b1a'],
  'straw-ink': ['#4a3a06', '#f5e6b4'],
  amber: ['#b7791f', '#d9a441'],
  surface: ['#eef1e8', '#1e2a24'],
  'surface-line': ['#9fb3a6', '#50655a'],
  focus: ['#ffd43b', '#ffd43b'],
  'focus-ink': ['#16211c', '#16211c'],
  'blue-ink': ['#123f5e', '#c4e1f5'],
  'blue-ground': ['#d6e6f1', '#153a52'],
  'green-ink': ['#0d3a29', '#bfe6d3'],
  'green-ground': ['#d2e7dc', '#16432f'],
  'teal-ink': ['#0b4144', '#bfe3e5'],
  'teal-ground': ['#d0e6e7', '#10444a'],
  'purple-ink': ['#33205c', '#ddd0f2'],
  'purple-ground': ['#ddd6ec', '#3d2d63'],
  'magenta-ink': ['#651b3e', '#f5cadf'],
  'magenta-ground': ['#f4d7e5', '#5b1c3c'],
  'red-ink': ['#6d1329', '#ffd0d8'],
  'red-ground': ['#f4d7dc', '#5f1527'],
  'orange-ink': ['#713717', '#fbd5bd'],
  'orange-ground': ['#fde4d7', '#5c2f14'],
}

/** Which of our colours stands for each functional colour of GOV.UK Frontend (`--govuk-<name>-colour`). */
export const functional = {
  brand: 'action',
  text: 'ink',
  'print-text': 'ink',
  'inverse-text': 'on-strong',
  'template-background': 'paper',
  'body-background': 'paper',
  'secondary-text': 'soft-ink',
  focus: 'focus',
  'focus-text': 'focus-ink',
  error: 'danger',
  success: 'action',
  border: 'line',
  'input-border': 'ink',
  hover: 'hover',
  link: 'sky',
  'link-visited': 'sky-visited',
  'link-hover': 'sky-hover',
  'link-active': 'ink',
  'surface-background': 'surface',
  'surface-text': 'ink',
  'surface-border': 'surface-line',
}

const written = {
  text: {
    '#0b0c0c': 'ink',
    '#ffffff': 'on-strong',
    '#f3f3f3': 'quiet',
    '#484949': 'soft-ink',
    '#083d29': 'green-ink',
    '#651b1b': 'red-ink',
    '#0f385c': 'blue-ink',
    '#0b4144': 'teal-ink',
    '#2a1950': 'purple-ink',
    '#651b3e': 'magenta-ink',
    '#7a3c1c': 'orange-ink',
    '#1d70b8': 'sky',
    '#0f7a52': 'action',
    '#54319f': 'sky-visited',
    '#98285d': 'magenta-ink',
    '#ca3535': 'danger',
  },
  ground: {
    '#0b0c0c': 'ink',
    '#ffffff': 'card',
    '#f3f3f3': 'quiet',
    '#f4f8fb': 'quiet',
    '#cecece': 'hover',
    '#0f7a52': 'action',
    '#0b5c3e': 'action-hover',
    '#ca3535': 'danger',
    '#982828': 'danger-hover',
    '#d2e2f1': 'blue-ground',
    '#cfe4dc': 'green-ground',
    '#d0e6e7': 'teal-ground',
    '#ddd6ec': 'purple-ground',
    '#f4d7e5': 'magenta-ground',
    '#f4d7d7': 'red-ground',
    '#fde4d7': 'orange-ground',
    '#ffee80': 'straw',
  },
  line: {
    '#0b0c0c': 'ink',
    '#ffffff': 'on-strong',
    '#f3f3f3': 'quiet',
    '#cecece': 'line',
    '#858686': 'edge',
    '#083d29': 'action-edge',
    '#651b1b': 'danger-edge',
    '#0f385c': 'action-edge',
    '#0f7a52': 'action',
    '#1d70b8': 'sky',
    '#484949': 'soft-ink',
    '#54319f': 'sky-visited',
    '#98285d': 'magenta-ink',
    '#ca3535': 'danger',
  },
}

/** What a colour is for, by the property that carries it. */
function use(property) {
  if (property === 'color') return 'text'
  return property.startsWith('background') ? 'ground' : 'line'
}

/**
 * Our colour for one that the published style sheets write out in full. Throws for one it does not know: a new version
 * of theirs must not bring in a colour that has no dark partner.
 */
export function toneFor(property, colour, selector) {
  if (colour === '#0b0c0c' && selector.includes(':focus')) return 'focus-ink'
  const tone = written[use(property)][colour]
  if (!tone) throw new Error(`No tone for ${property}: ${colour} in ${selector.trim()}. Give it one in tones.mjs.`)
  return tone
}
