/**
 * HTML in one shape, so that two renderings of the same page compare as texts: one tag or text a line, attributes in
 * order of name, entities decoded. Spaces that only lay out the source (they hold a new line) are dropped beside an
 * opening or closing tag, and so are those between two tags; all others stay, because readers see and hear them.
 */
export function normalisedHtml(html: string): string {
  const tokens = html.match(/<!--[\s\S]*?-->|<\/?[a-zA-Z][^\s>/]*(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+/g) ?? []
  const lines: string[] = []
  tokens.forEach((token, at) => {
    if (token.startsWith('<!--')) return
    lines.push(token.startsWith('<') ? tag(token) : words(token, tokens[at - 1], tokens[at + 1]))
  })
  return joined(lines.filter((line) => line !== ''))
}

/** Neighbouring texts are one: renderers differ in where they cut them. */
function joined(lines: readonly string[]): string {
  return lines.join('\n').replace(/\n{2,}/g, '\n')
}

function tag(token: string): string {
  const [, close = '', name = '', rest = '', selfClosed = ''] = /^<(\/?)([^\s>/]+)([\s\S]*?)(\/?)>$/.exec(token) ?? []
  if (close) return `</${name.toLowerCase()}>`
  const end = selfClosed && !voidElement.test(name) ? `\n</${name.toLowerCase()}>` : ''
  const attributes = [...rest.matchAll(/([^\s=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s]+))?/g)].map(([, key = '', value]) => {
    const plain = decoded((value ?? '""').replace(/^["']|["']$/g, ''))
    return `${key.toLowerCase()}="${key === 'class' ? [...new Set(plain.trim().split(/\s+/))].join(' ') : plain}"`
  })
  return `<${[name.toLowerCase(), ...attributes.sort()].join(' ')}>${end}`
}

const voidElement = /^(area|br|col|hr|img|input|link|meta|wbr)$/i
const inline = /^<\/(a|b|strong|em|span|time|kbd|code)>?/i

function words(text: string, before: string | undefined, after: string | undefined): string {
  let shown = decoded(text)
  if (text.trim() === '') return ''
  // Straight after an inline element ends, a line break in the source is a space that readers see.
  if (before === undefined || !inline.test(before)) shown = shown.replace(/^\s*\n\s*/, '')
  if (after === undefined || after.startsWith('</') || !isInlineStart(after)) shown = shown.replace(/\s*\n\s*$/, '')
  return shown.replace(/\s+/g, ' ')
}

const isInlineStart = (token: string) => /^<(a|b|strong|em|span|time|kbd|code)[\s>]/i.test(token)

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ctdot: '\u22ef',
}

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
    .replace(/&(\w+);/g, (entity, name: string) => named[name] ?? entity)
}
