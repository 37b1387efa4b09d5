import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/**
 * Passkeys, on the two pages that offer them. A form with `data-passkey="add"` or `"use"` carries the options the server
 * made (`data-passkey-options`, JSON); the answer goes back in its field `answer`, and the form is sent as any other.
 */
for (const form of document.querySelectorAll('form[data-passkey]')) {
  const button = form.querySelector('[data-passkey-start]')
  if (!button || !('PublicKeyCredential' in window)) continue
  form.hidden = false
  button.addEventListener('click', (event) => {
    // A real submit button, as every form needs one: but nothing is sent before the device has answered.
    event.preventDefault()
    void ask(form)
  })
}

async function ask(form) {
  const start = form.dataset.passkey === 'add' ? startRegistration : startAuthentication
  try {
    form.elements.answer.value = JSON.stringify(await start({ optionsJSON: JSON.parse(form.dataset.passkeyOptions) }))
    form.submit()
  } catch {
    // The person changed their mind, or this device has no passkey for us: the page says what else they can do.
    const trouble = form.querySelector('[data-passkey-trouble]')
    if (trouble) trouble.hidden = false
  }
}
