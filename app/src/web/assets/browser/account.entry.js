import './print-page.js'

/**
 * Advice while a new password is typed, in a form with `data-password-advice` (the address that gives it). The words are
 * those that sending the form would bring, so nothing is lost without JavaScript. Asked half a second after the last key,
 * and an answer that comes late for what is typed by then is dropped.
 */
const PAUSE_MS = 500

for (const form of document.querySelectorAll('form[data-password-advice]')) {
  const box = form.elements['new-password']
  const said = form.querySelector('[data-password-said]')
  if (!box || !said) continue
  let waiting
  box.addEventListener('input', () => {
    clearTimeout(waiting)
    said.textContent = ''
    if (box.value !== '') waiting = setTimeout(() => void ask(form, box, said), PAUSE_MS)
  })
}

async function ask(form, box, said) {
  const password = box.value
  try {
    const answer = await fetch(form.dataset.passwordAdvice, {
      method: 'POST',
      headers: { 'x-csrf-token': form.elements._csrf.value, accept: 'application/json' },
      body: new URLSearchParams({ password }),
    })
    const { advice } = await answer.json()
    if (answer.ok && box.value === password) said.textContent = advice
  } catch {
    // No network, no advice: sending the form says the same.
  }
}
