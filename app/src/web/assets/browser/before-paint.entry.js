// Marks the page as having JavaScript, as GOV.UK Frontend's styles and scripts expect, before anything is drawn.
document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
