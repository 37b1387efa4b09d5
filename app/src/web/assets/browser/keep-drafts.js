import { forget, openBox } from './draft-box.js'

/** Never kept: what proves who somebody is, the page's own token, and files. */
const neverKept = new Set(['hidden', 'password', 'file'])

/**
 * Keeps what is typed in forms with `data-draft`, a second after the last key, here and (with `data-draft-url`) on the
 * server, and puts it back after a reload, a dead connection or an expired session. Fields that the server has already
 * filled in win: they are newer.
 */
export async function keepDrafts() {
  for (const sent of document.querySelectorAll('[data-draft-sent]')) forget(sent.dataset.draftSent)
  for (const form of document.querySelectorAll('[data-forget-drafts]')) form.addEventListener('submit', () => forget())
  for (const form of document.querySelectorAll('form[data-draft]')) await keep(form)
}

async function keep(form) {
  const box = await openBox(form.dataset.draft, form.dataset.draftSeal)
  restore(form, JSON.parse((await box.take()) ?? '{}'))
  let timer
  const save = async () => {
    await box.put(JSON.stringify(typed(form)))
    say(form, 'Kept on this device')
    if (form.dataset.draftUrl) await send(form)
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), 1000)
  })
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    void box.put(JSON.stringify(typed(form)))
  })
}

function controls(form) {
  return [...form.elements].filter(
    (control) => control.name && !neverKept.has(control.type) && control.type !== 'submit',
  )
}

function typed(form) {
  const values = {}
  for (const control of controls(form)) {
    const choice = control.type === 'radio' || control.type === 'checkbox'
    if (!choice || control.checked) (values[control.name] ??= []).push(control.value)
  }
  return values
}

function restore(form, values) {
  for (const [name, kept] of Object.entries(values)) {
    const named = controls(form).filter((control) => control.name === name)
    if (named.some((control) => control.checked || (!isChoice(control) && control.value))) continue
    named.forEach((control, at) => {
      if (isChoice(control)) control.checked = kept.includes(control.value)
      else control.value = kept[at] ?? ''
    })
  }
}

const isChoice = (control) => control.type === 'radio' || control.type === 'checkbox'

async function send(form) {
  try {
    const body = new URLSearchParams(new FormData(form))
    const answer = await fetch(form.dataset.draftUrl, { method: 'POST', body, redirect: 'error' })
    if (answer.ok) say(form, 'Kept')
  } catch {
    // No connection: it is kept on this device, which is what the page says.
  }
}

function say(form, words) {
  const place = form.querySelector('[data-draft-said]')
  if (!place) return
  const now = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  place.textContent = `${words}, ${now}`
}
