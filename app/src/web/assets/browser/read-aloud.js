/**
 * Speaker buttons read the elements whose ids they name (`data-read-aloud="a b"`), in order; pressed again they stop.
 * Only a voice on this device is used: one in the cloud would send the words of a page about a worry to somebody else.
 * The buttons stay hidden where there is none.
 */
const speaker = globalThis.speechSynthesis
const buttons = [...document.querySelectorAll('[data-read-aloud]')]

function localVoice() {
  const voices = speaker.getVoices().filter((voice) => voice.localService)
  const lang = document.documentElement.lang
  return voices.find((voice) => voice.lang === lang) ?? voices.find((voice) => voice.lang.startsWith(lang.slice(0, 2)))
}

function show() {
  for (const button of buttons) button.hidden = !localVoice()
}

function hush() {
  speaker.cancel()
  for (const button of buttons) button.setAttribute('aria-pressed', 'false')
}

function speak(button) {
  const words = button.dataset.readAloud.split(' ').map((id) => document.getElementById(id)?.innerText ?? '')
  const speech = new SpeechSynthesisUtterance(words.join('. '))
  speech.voice = localVoice()
  speech.lang = speech.voice.lang
  speech.rate = 0.9
  speech.onend = () => button.setAttribute('aria-pressed', 'false')
  button.setAttribute('aria-pressed', 'true')
  speaker.speak(speech)
}

if (speaker && buttons.length > 0) {
  show()
  speaker.addEventListener?.('voiceschanged', show)
  addEventListener('pagehide', hush)
  for (const button of buttons)
    button.addEventListener('click', () => {
      const reading = button.getAttribute('aria-pressed') === 'true'
      hush()
      if (!reading) speak(button)
    })
}
