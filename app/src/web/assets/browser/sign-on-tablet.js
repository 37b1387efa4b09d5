/**
 * A class signs on one tablet. The parts of the page come one after another, and a signature is kept on the tablet until
 * the school has said that it has it: a network that goes away in the middle of a lesson loses nothing. What is kept is
 * an id of the child, a picture's name and a colour; each carries a key of its own, so that sending twice signs once.
 * A page without the signing form still sends what waits.
 */
const form = document.querySelector('form#signing')
const waiting = document.querySelector('[data-tablet-waiting]')
const store = 'hedgerow-signatures'

const kept = () => JSON.parse(localStorage.getItem(store) ?? '[]')
const keep = (all) => localStorage.setItem(store, JSON.stringify(all))

function showWaiting(refused) {
  if (!waiting) return
  const count = kept().length
  waiting.hidden = count === 0 && !refused
  waiting.textContent =
    refused ??
    (count === 1
      ? '1 signature is kept on this tablet and will be sent.'
      : `${count} signatures are kept on this tablet and will be sent.`)
}

let sending = false

/** Sends what is kept, oldest first. Only the school's own word takes one away; a page that is no answer keeps it. */
async function send() {
  if (sending) return
  sending = true
  try {
    for (const one of kept()) {
      const body = new URLSearchParams(one.fields)
      const answer = await fetch(one.action, { method: 'POST', body, headers: { accept: 'application/json' } })
      if (!answer.headers.get('content-type')?.startsWith('application/json')) break
      const said = await answer.json()
      keep(kept().filter(({ fields }) => fields.key !== one.fields.key))
      if (!said.ok) giveBack(one.fields.child, said.sentence)
      showWaiting(said.ok ? undefined : said.sentence)
    }
  } catch {
    // No network: it stays on the tablet, which is what the page says.
  }
  sending = false
}

/** A signature that was refused: the child's name is there again. */
function giveBack(child) {
  const tile = form?.querySelector(`input[name=child][value="${child}"]`)
  if (!tile) return
  tile.closest('li').hidden = false
  form.hidden = false
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const parts = [...(form?.querySelectorAll('[data-part]') ?? [])]
const said = document.querySelector('[data-tablet-said]')

/** Shows the list of names alone, or the promise and the place to sign for whoever has been chosen. */
function show(signing) {
  for (const part of parts) part.hidden = signing === (part.dataset.part === 'who')
  if (!signing) form.reset()
  window.scrollTo(0, 0)
}

function chosen(name) {
  return form.querySelector(`input[name=${name}]:checked`)
}

function complete() {
  if (!chosen('child')) return 'Choose your name.'
  const written = form.elements.written
  if (written) return written.value.trim() ? null : 'Write your name.'
  if (!chosen('mark')) return 'Choose your picture.'
  return chosen('stamp') ? null : 'Make your mark: choose a colour.'
}

if (form) {
  show(false)
  form.addEventListener('change', (event) => {
    if (event.target.name === 'child') {
      said.textContent = `Hello, ${event.target.dataset.name}. Read this together, then sign.`
      show(true)
    }
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const missing = complete()
    if (missing) {
      said.textContent = missing
      said.scrollIntoView({ block: 'center' })
      return
    }
    const child = chosen('child')
    const fields = { ...Object.fromEntries(new FormData(form)), key: newKey(), at: new Date().toISOString() }
    keep([...kept(), { action: form.getAttribute('action'), fields }])
    child.closest('li').hidden = true
    const more = form.querySelector('[data-part=who] li:not([hidden])')
    const last = 'Everybody has signed. Please give the tablet back.'
    said.textContent = `Thank you, ${child.dataset.name}. ${more ? 'Pass it on.' : last}`
    form.hidden = !more
    show(false)
    showWaiting()
    void send().then(() => showWaiting())
  })
}
if (waiting) {
  showWaiting()
  void send().then(() => showWaiting())
  setInterval(() => void send().then(() => showWaiting()), 5000)
  addEventListener('online', () => void send())
}
