/**
 * The waiting page: sends the form again by itself after data-send-after seconds. The page's own button does the same
 * at once. Nothing is kept on the device; what the child told us waits in the form's own hidden fields.
 */
for (const form of document.querySelectorAll('form[data-send-after]')) {
  const seconds = Number(form.dataset.sendAfter)
  const timer = setTimeout(() => form.requestSubmit(), Math.max(2, seconds) * 1000)
  form.addEventListener('submit', () => clearTimeout(timer))
}
