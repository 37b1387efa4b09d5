import { job, parent, post, pupil, type Story, teacher } from './story.js'

/** Concerns that needed advice and no case. */
export const ADVISED: readonly Story[] = [
  {
    id: 'coins-bought',
    ago: 300,
    cast: { a: pupil('Hawthorn', 6), p: parent('a'), t: teacher('Hawthorn'), d: post('dsl') },
    concern: {
      when: [0, '15:35'],
      channel: 'staff',
      by: 't',
      words:
        '{p} told me at the gate that {a} bought game coins with a card that was saved on the tablet. It came to forty pounds. {p} is more embarrassed than angry and asked what other families do.',
      happened: 'At the weekend',
      known: [0, '15:25'],
      platform: 'game',
      device: 'own-tablet',
      place: 'home',
      people: [{ who: 'a', role: 'other' }],
    },
    acknowledged: { when: [1, '08:35'], by: 'd' },
    triage: {
      when: [1, '09:10'],
      by: 'd',
      outcome: 'advised',
      risk: 'commerce',
      subtype: 'in-game-spending',
      reason: 'advised',
      words:
        'Rang {p}. Sent the sheet on spending limits and how to ask the game’s makers for the money back. The same sheet goes into the next newsletter.',
    },
  },
  {
    id: 'parcel-message',
    ago: 265,
    cast: { d: post('deputy-dsl') },
    concern: {
      when: [0, '10:15'],
      channel: 'public',
      by: null,
      reporterName: 'A parent of Year 2',
      words:
        'A text message about a school parcel is going round among us parents, with a link to pay a small fee. It has the school’s name in it. I nearly paid.',
      platform: 'text-message',
      device: 'own-phone',
      place: 'home',
    },
    acknowledged: { when: [0, '10:50'], by: 'd' },
    triage: {
      when: [0, '11:20'],
      by: 'd',
      outcome: 'advised',
      risk: 'commerce',
      subtype: 'phishing',
      reason: 'advised',
      words:
        'Not from us. All families were told the same morning not to pay and how to forward such messages to 7726. Nobody had paid.',
    },
  },
  {
    id: 'film-talk',
    ago: 231,
    cast: { a: pupil('Dogwood', 11), p: parent('a'), t: teacher('Dogwood'), d: post('dsl') },
    concern: {
      when: [0, '12:10'],
      channel: 'staff',
      by: 't',
      words:
        'In story time {a} told a plot that comes from a film for adults, with a good deal of detail about frights. {a} says an older brother “lets me watch from behind the sofa”.',
      known: [0, '11:30'],
      platform: 'other',
      place: 'home',
      people: [{ who: 'a', role: 'harmed' }],
    },
    acknowledged: { when: [0, '13:00'], by: 'd' },
    triage: {
      when: [1, '15:40'],
      by: 'd',
      outcome: 'advised',
      risk: 'content',
      subtype: 'too-old-for-age',
      reason: 'advised',
      words:
        'Spoke with {p}, who had not known. The family sets a viewing profile. {a} sleeps well and is not worried. {t} tells us if it comes up again.',
    },
  },
  {
    id: 'chatbot-answer',
    ago: 190,
    cast: { a: pupil('Blackthorn', 2), t: teacher('Blackthorn'), c: post('computing-lead'), d: post('dsl') },
    concern: {
      when: [0, '14:15'],
      channel: 'staff',
      by: 't',
      words:
        'For homework {a} asked a chatbot how long people can go without sleep, and brought in an answer that says staying up all night “trains the brain”. {a} wanted to try it.',
      known: [0, '13:50'],
      platform: 'ai-tool',
      device: 'own-tablet',
      place: 'home',
      people: [{ who: 'a', role: 'harmed' }],
    },
    acknowledged: { when: [0, '14:40'], by: 'd' },
    triage: {
      when: [1, '09:20'],
      by: 'd',
      outcome: 'advised',
      risk: 'content',
      subtype: 'harmful-ai-answer',
      reason: 'advised',
      words:
        '{t} and {a} checked the answer against the school’s encyclopedia together. {c} uses it, without the name, in the lesson on whether machines can be wrong.',
    },
  },
  {
    id: 'password-shared',
    ago: 98,
    cast: {
      a: pupil('Rowan', 9),
      b: pupil('Rowan', 14),
      t: teacher('Rowan'),
      n: post('network-manager'),
      d: post('deputy-dsl'),
    },
    concern: {
      when: [0, '10:30'],
      channel: 'staff',
      by: 't',
      words:
        '{a} and {b} have swapped passwords for the maths site “because we are best friends”. Yesterday {b} spent all of {a}’s points on a hat.',
      known: [0, '10:05'],
      platform: 'learning-platform',
      device: 'school-laptop',
      place: 'in-lesson',
      done: 'Both chose new passwords with me.',
      people: [
        { who: 'a', role: 'harmed' },
        { who: 'b', role: 'other' },
      ],
    },
    acknowledged: { when: [0, '11:00'], by: 'd' },
    triage: {
      when: [0, '15:30'],
      by: 'd',
      outcome: 'advised',
      risk: 'conduct',
      subtype: 'account-misuse',
      reason: 'advised',
      words:
        '{n} gave {a} the points back. The class talks about why a password is like a toothbrush. Families told in the homework book.',
    },
  },
  {
    id: 'advert-in-app',
    ago: 61,
    cast: { a: pupil('Briar', 5), r: job('Teaching assistant', 3), n: post('network-manager'), d: post('dsl') },
    concern: {
      when: [0, '09:50'],
      channel: 'staff',
      by: 'r',
      words:
        'A counting app on the class tablets showed {a} an advert with a spinning wheel and coins. {a} asked whether we could “do the wheel for real money”.',
      known: [0, '09:40'],
      platform: 'app-store',
      device: 'school-tablet',
      place: 'in-lesson',
      done: 'Closed the app and gave {a} the counting bears instead.',
      people: [{ who: 'a', role: 'saw' }],
    },
    acknowledged: { when: [0, '10:20'], by: 'd' },
    triage: {
      when: [0, '14:00'],
      by: 'd',
      outcome: 'advised',
      risk: 'commerce',
      subtype: 'gambling',
      reason: 'advised',
      words:
        '{n} took the app off all tablets today and will check the free apps that are left by the end of the week.',
    },
  },
  {
    id: 'too-young-account',
    ago: 44,
    cast: { a: pupil('Elder', 10), p: parent('a'), t: teacher('Elder'), d: post('dsl') },
    concern: {
      when: [0, '13:30'],
      channel: 'staff',
      by: 't',
      words:
        '{a} wrote in the weekend diary about a dance account with “my real name and my school jumper”. {a} is seven.',
      known: [0, '13:10'],
      platform: 'video-sharing',
      device: 'own-phone',
      place: 'home',
      people: [{ who: 'a', role: 'harmed' }],
    },
    acknowledged: { when: [0, '14:10'], by: 'd' },
    triage: {
      when: [1, '15:30'],
      by: 'd',
      outcome: 'advised',
      risk: 'conduct',
      subtype: 'under-age-account',
      reason: 'advised',
      words:
        'Met {p}. The account is closed; dancing goes on in the hall club. Nobody unknown had written. {p} will come to the evening for parents.',
    },
  },
]
