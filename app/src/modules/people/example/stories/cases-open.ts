import { job, parent, post, pupil, type Story, teacher } from './story.js'

/** A child who stays up: slow work with a family, one action done and one overdue. */
const SLEEPY: Story = {
  id: 'sleepy-mornings',
  ago: 24,
  cast: { a: pupil('Elder', 4), p: parent('a'), t: teacher('Elder'), d: post('deputy-dsl'), s: post('senco') },
  concern: {
    when: [0, '09:25'],
    channel: 'staff',
    by: 't',
    words:
      '{a} fell asleep over phonics for the third time this week and says, “The console is in my room so it does not get lonely.”',
    happened: 'All this week',
    known: [0, '09:20'],
    platform: 'game',
    device: 'games-console',
    place: 'home',
    people: [{ who: 'a', role: 'harmed' }],
  },
  acknowledged: { when: [0, '10:05'], by: 'd' },
  triage: {
    when: [0, '14:45'],
    by: 'd',
    outcome: 'taken-up',
    risk: 'conduct',
    subtype: 'time-online',
    words: 'Second note in a term. A plan with the family.',
  },
  case: {
    procedure: null,
    lead: 'd',
    entries: [
      {
        when: [1, '09:00'],
        by: 'd',
        kind: 'childs-words',
        words: '“Everybody is on at night. If I am not on I have no team.”',
      },
      {
        when: [2, '15:30'],
        by: 'd',
        kind: 'fact',
        words: '{p} works nights and had believed that {a} sleeps by eight.',
      },
      {
        when: [2, '16:00'],
        by: 'd',
        kind: 'decision',
        words: 'Early help plan with the family; no referral for now.',
        why: '{p} is willing and worried. Looked at again in three weeks.',
      },
    ],
    actions: [
      {
        when: [2, '16:05'],
        by: 'd',
        what: 'Sleep diary with pictures',
        owner: 's',
        due: [7, '15:20'],
        done: [6, '11:00'],
      },
      { when: [2, '16:06'], by: 'd', what: 'Meet {p} again with the diary', owner: 'd', due: [18, '15:20'] },
    ],
    parents: [
      {
        when: [2, '15:30'],
        by: 'd',
        child: 'a',
        state: 'told',
        who: 'p',
        how: 'In person',
        words: 'What we see in the mornings, and what {a} says about the team.',
      },
    ],
  },
}

/** The network manager is the one complained of: headteacher only, LADO asked, nobody else sees it. */
const CUPBOARD: Story = {
  id: 'server-room',
  ago: 4,
  cast: { s: post('network-manager'), r: job('Site manager'), h: post('headteacher') },
  concern: {
    when: [0, '17:10'],
    channel: 'staff',
    by: 'r',
    words:
      'Locking up, I saw on {s}’s screen in the server room the school cameras of the playground, large, and {s} drawing the picture nearer. {s} said it was a test. I did not ask.',
    happened: 'Today, a little before five',
    known: [0, '16:55'],
    platform: 'other',
    device: 'staff-device',
    place: 'in-school',
    people: [{ who: 's', role: 'caused-harm' }],
  },
  acknowledged: { when: [0, '17:30'], by: 'h' },
  triage: {
    when: [1, '08:15'],
    by: 'h',
    outcome: 'taken-up',
    risk: 'none-of-these',
    subtype: 'described-in-words',
    words: 'Very likely the new camera that was fitted this week. Looked at properly all the same.',
  },
  case: {
    procedure: 'staff-misuse',
    lead: 'h',
    entries: [
      {
        when: [1, '08:40'],
        by: 'h',
        kind: 'fact',
        words:
          'A camera was fitted on Monday, and the order for it has my signature. Whether anybody asked for a test that evening is not known.',
      },
      {
        when: [1, '09:20'],
        by: 'h',
        kind: 'decision',
        words: 'Ask the LADO before anybody speaks with {s}.',
        why: 'I cannot rule it out by myself, and asking {s} first would be the wrong order.',
      },
    ],
    steps: [
      { when: [1, '08:16'], by: 'r', step: 'keep-quiet' },
      { when: [1, '08:17'], by: 'r', step: 'about', answers: ['staff'] },
      { when: [1, '08:18'], by: 'r', step: 'tell' },
      { when: [1, '08:25'], by: 'h', step: 'danger', answers: ['no'] },
      {
        when: [1, '08:45'],
        by: 'h',
        step: 'keep-evidence',
        values: {
          kept: 'The camera log, which the IT support provider has put aside unopened',
          words: '{r}, yesterday at ten past five',
        },
      },
      { when: [1, '08:50'], by: 'h', step: 'earlier', answers: ['no'] },
      { when: [1, '09:15'], by: 'h', step: 'threshold', answers: ['not-known'] },
      {
        when: [1, '09:50'],
        by: 'h',
        step: 'tell-lado',
        values: {
          'told-at': '@1 09:40',
          'spoke-to': 'The duty officer',
          reference: 'LD 118',
          advice: 'To follow in writing',
        },
      },
    ],
    actions: [
      {
        when: [1, '09:55'],
        by: 'h',
        what: 'Ring the LADO’s office again for the written advice',
        owner: 'h',
        due: [5, '15:20'],
      },
    ],
    agencies: [
      {
        when: [1, '09:50'],
        by: 'h',
        agency: 'lado',
        words: 'Told by telephone what was seen and what is known of the new camera.',
        reference: 'LD 118',
        reply: 'Advice in writing to follow.',
      },
    ],
  },
}

/** The cases that are open today and are not told in files of their own. */
export const OPEN_CASES: readonly Story[] = [SLEEPY, CUPBOARD]
