import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { encode } from 'uqr'
import { qrSvg } from './qr-svg.js'

describe('a QR code', () => {
  const text = 'otpauth://totp/Hedgerow:mfenwick?secret=GEZDGNBVGY3TQOJQ'
  const svg = qrSvg(text, 'QR code for your "app" & phone')

  it('draws exactly the dark modules, with a quiet zone', () => {
    const { data, size } = encode(text, { ecc: 'M', border: 4 })
    const dark = data.flat().filter(Boolean).length
    assert.equal(svg.match(/M\d+ \d+h1v1h-1z/g)?.length, dark)
    assert.match(svg, new RegExp(`viewBox="0 0 ${size} ${size}"`))
    const places = [...svg.matchAll(/M(\d+) (\d+)h/g)].flatMap(([, x, y]) => [Number(x), Number(y)])
    assert.equal(Math.min(...places), 4)
    assert.equal(Math.max(...places), size - 5)
  })

  it('passes the content security policy and says its label, not its text', () => {
    assert.doesNotMatch(svg, /style|script|otpauth|GEZD/)
    assert.match(svg, /role="img" aria-label="QR code for your &#34;app&#34; &#38; phone"/)
  })
})
