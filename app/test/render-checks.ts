import assert from 'node:assert/strict'
import { HtmlValidate } from 'html-validate'

/** Rules for HTML as our pages write it. What is off is off because a published GOV.UK component does it on purpose. */
const htmlValidate = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The renderer closes void elements as XML does; browsers read both alike.
    'void-style': 'off',
    // A fieldset of text boxes carries role="group" because JAWS would not read its description otherwise.
    'no-redundant-role': 'off',
    // The error summary's h2 stands above the page's h1, where readers meet it first.
    'heading-level': ['error', { minInitialRank: 'h2', sectioningRoots: [] }],
    // GOV.UK Frontend's password box asks phones not to begin with a capital once its letters are shown.
    'input-attributes': 'off',
    // Several boxes may be ticked under one name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    // Window titles carry the school's name, which may be long.
    'long-title': 'off',
    // The renderer writes one line; there is nothing to lay out.
    'no-trailing-whitespace': 'off',
    // Everything comes from our own address, under a hashed name.
    'require-sri': 'off',
    // Buttons that are links, and alerts inside the error summary, are GOV.UK Frontend's.
    'prefer-native-element': ['error', { exclude: ['button', 'region', 'group'] }],
    // preact-render-to-string writes `checked` and `hidden` bare, `<path></path>` in full.
    'attribute-boolean-style': 'off',
    'script-type': ['error', { allowImpliedJavascript: true }],
    // A box left empty keeps its value attribute, as the published components write it.
    'attribute-empty-style': 'off',
    // Telephone numbers may break where a phone's screen ends.
    'tel-non-breaking': 'off',
  },
})

/** What a page never shows: what JavaScript makes of a mistake. */
const slips = /\bundefined\b|\[object \w+\]|\bNaN\b|>null</

/**
 * Checks a rendered page: valid HTML, nothing inline that our policy forbids, no slip of the program in its words. The
 * page's own test calls it for the page empty, full and with errors.
 */
export function checkPage(html: string): void {
  const report = htmlValidate.validateStringSync(html)
  const messages = report.results.flatMap(({ messages: all }) =>
    all.map(
      ({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column}) ${near(html, line, column)}`,
    ),
  )
  assert.deepEqual(messages, [], 'the page is valid HTML')
  assert.doesNotMatch(html, /<[^>]*\sstyle=/i, 'no style attribute: the policy forbids it')
  assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)[^>]*>/i, 'no script without an address: the policy forbids it')
  assert.doesNotMatch(html, /<[^>]*\son\w+=/i, 'no event attribute: the policy forbids it')
  assert.doesNotMatch(html.replace(/<textarea[\s\S]*?<\/textarea>/g, ''), slips, 'no slip of the program on the page')
}

/** The piece of the page where something is wrong. */
function near(html: string, line: number, column: number): string {
  return (html.split('\n')[line - 1] ?? '').slice(Math.max(0, column - 40), column + 80)
}
