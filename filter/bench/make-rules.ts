import { domainMaker } from './make-domains.js'
import { randomFrom } from './random.js'

const WORDS =
  'ad ads adv advert banner banners sponsor promo track tracker tracking pixel beacon stat stats analytics count counter click pop popup overlay affiliate partner widget frame iframe sidebar header top left right img image images js script lib static media video player preroll size wide sky tower board rotate server serve delivery content page view event log collect metric tag tags manager loader async inject insert display show slot zone unit block box text link links site user id ref source campaign creative impression bid bidder auction sync match cookie'.split(
    ' ',
  )

/**
 * Rules of the forms that public Adblock lists are made of, two in five about a path of one host, and addresses of which
 * one in twenty is what a rule asks for, the rest like the pages and scripts of any site. From a fixed start.
 */
export function makeRules(count: number): { readonly rules: readonly string[]; readonly urls: readonly string[] } {
  const random = randomFrom(11)
  const domain = domainMaker(12)
  const pick = <Each>(from: readonly Each[]): Each => from[Math.floor(random() * from.length)] as Each
  const figures = (): string => String(Math.floor(random() * 1_000))
  const word = (): string => pick([pick(WORDS), pick(WORDS) + figures(), pick(WORDS) + pick(WORDS)])
  const forms: readonly (readonly [number, () => string])[] = [
    [0.4, () => `||${domain()}/${word()}/${word()}`],
    [0.15, () => `/${word()}/${word()}${pick(['/*', '.'])}`],
    [0.15, () => `/${word()}-${word()}.`],
    [0.1, () => `&${word()}_${word()}=`],
    [0.1, () => `.com/${word()}/${word()}^`],
    [0.05, () => `/${word()}/*/${word()}_`],
    [0.05, () => `_${word()}_${figures()}x${figures()}.`],
  ]
  const rule = (): string => {
    let left = random()
    for (const [share, make] of forms) if ((left -= share) < 0) return make()
    return `/${word()}.`
  }
  const name = (): string => domain().split('.')[0] ?? ''
  const path = (): string => Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick([word, name])()).join('/')
  const query = (): string => pick(['', `?${word()}=${figures()}&${word()}=${name()}`])
  const rules = Array.from(new Set(Array.from({ length: count }, rule)))
  /** What a rule asks for. */
  const fitting = (text: string): string => {
    const filled = text.replace('||', '').replaceAll('^', '/').replaceAll('*', 'x')
    return text.startsWith('||')
      ? `https://${filled}`
      : `https://${domain()}.com/a${filled}b`.replace('.com/a.com', '.com')
  }
  const urls = Array.from({ length: 5_000 }, (_, at) =>
    at % 20 === 0
      ? fitting(pick(rules))
      : `https://${pick(['www.', ''])}${domain()}/${path()}${pick(['.html', '.js'])}${query()}`,
  )
  return { rules, urls }
}
